use assay_primitives::{AssetId, Balance, DocketId, IdentityId, Moment};
use polkadot_sdk::sp_runtime::{DispatchError, DispatchResult};

/// What a docket does to the ledger of units, against their holder's will.
///
/// Whoever calls it has seen to it that two organisations agreed. Each method is atomic: it does all
/// or, on `Err`, nothing.
pub trait InterventionLedger<AccountId> {
	/// Freezes what the identity behind `account` holds of the asset, over all its accounts, as long
	/// as the time is before `until`; nothing need be called then. Receiving goes on.
	///
	/// Returns that identity.
	///
	/// # Errors
	/// When nobody stands behind the account, or another docket still freezes this position.
	fn freeze(
		asset: AssetId,
		account: &AccountId,
		docket: DocketId,
		until: Moment,
	) -> Result<IdentityId, DispatchError>;

	/// Ends the docket's freeze; nothing happens when it has none.
	fn lift(asset: AssetId, identity: IdentityId, docket: DocketId);

	/// Which docket freezes the position, and until when; also one whose time has passed, as long
	/// as nobody has lifted it.
	fn frozen_by(asset: AssetId, identity: IdentityId) -> Option<(DocketId, Moment)>;

	/// Moves `amount`, or all that can be taken where that is `None`, from `from` to `to`, free units
	/// first and then those on hold. Freezes and the rules of the policy do not bind it.
	///
	/// Returns how much was moved; zero when all was asked for and nothing can be taken.
	///
	/// # Errors
	/// When less can be taken, when movements of this kind are paused, or when the receiver is unknown
	/// or, as another identity than the sender's, not in good standing.
	fn force_transfer(
		asset: AssetId,
		from: &AccountId,
		to: &AccountId,
		amount: Option<Balance>,
	) -> Result<Balance, DispatchError>;

	/// Destroys `amount` of what `from` has, free units first and then those on hold. The reserve
	/// stays.
	///
	/// # Errors
	/// When less can be taken, or when movements of this kind are paused.
	fn wipe(asset: AssetId, from: &AccountId, amount: Balance) -> DispatchResult;
}

/// Who holds units for a purpose, or counts them, and must know when a docket takes them.
pub trait HoldCloser<AccountId> {
	/// Ends all for which units of the account are on hold and which may still be ended, so that the
	/// units are free. What cannot be ended stays on hold.
	///
	/// # Errors
	/// When the books do not add up.
	fn close(asset: AssetId, account: &AccountId) -> DispatchResult;

	/// So many units of the asset have been destroyed otherwise than by a redemption.
	///
	/// # Errors
	/// When the books do not add up.
	fn wiped(asset: AssetId, amount: Balance) -> DispatchResult;
}

/// Nothing can be taken.
impl<AccountId> InterventionLedger<AccountId> for () {
	fn freeze(
		_: AssetId,
		_: &AccountId,
		_: DocketId,
		_: Moment,
	) -> Result<IdentityId, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn lift(_: AssetId, _: IdentityId, _: DocketId) {}
	fn frozen_by(_: AssetId, _: IdentityId) -> Option<(DocketId, Moment)> {
		None
	}
	fn force_transfer(
		_: AssetId,
		_: &AccountId,
		_: &AccountId,
		_: Option<Balance>,
	) -> Result<Balance, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn wipe(_: AssetId, _: &AccountId, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
}

/// Both: all is ended that either can end.
impl<AccountId, A: HoldCloser<AccountId>, B: HoldCloser<AccountId>> HoldCloser<AccountId>
	for (A, B)
{
	fn close(asset: AssetId, account: &AccountId) -> DispatchResult {
		A::close(asset, account)?;
		B::close(asset, account)
	}
	fn wiped(asset: AssetId, amount: Balance) -> DispatchResult {
		A::wiped(asset, amount)?;
		B::wiped(asset, amount)
	}
}

/// Nothing is ended.
impl<AccountId> HoldCloser<AccountId> for () {
	fn close(_: AssetId, _: &AccountId) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn wiped(_: AssetId, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
}

use alloc::vec::Vec;
use assay_primitives::{AssetId, Balance};
use polkadot_sdk::sp_runtime::{DispatchError, DispatchResult};

/// The ledger of units, as every pallet but `compliance` sees it.
///
/// Each movement names both parties and is checked in full before it happens. Each method is
/// atomic: it does all or, on `Err`, nothing.
pub trait GuardedLedger<AccountId> {
	/// Opens the ledger of an asset: no units, no owner's key, each unit sufficient for its account.
	///
	/// # Errors
	/// When the ledger of that asset is open already.
	fn open(asset: AssetId, name: &[u8], symbol: &[u8], decimals: u8) -> DispatchResult;

	/// Creates units for `to`, as the policy allows for [`Movement::Mint`].
	///
	/// The caller has checked that the units are backed.
	///
	/// # Errors
	/// The reason that the policy gives.
	///
	/// [`Movement::Mint`]: assay_primitives::Movement::Mint
	fn mint(asset: AssetId, to: &AccountId, amount: Balance) -> DispatchResult;

	/// Moves units from `from` to `to`, as the policy allows for [`Movement::Transfer`].
	///
	/// # Errors
	/// The reason that the policy gives.
	///
	/// [`Movement::Transfer`]: assay_primitives::Movement::Transfer
	fn transfer(
		asset: AssetId,
		from: &AccountId,
		to: &AccountId,
		amount: Balance,
	) -> DispatchResult;

	/// All units that exist.
	fn supply(asset: AssetId) -> Balance;
}

/// Units set aside in their holder's account for a named purpose.
///
/// Each method is atomic: it does all or, on `Err`, nothing.
pub trait GuardedHolds<AccountId> {
	/// The purposes.
	type Reason;

	/// Sets `amount` of the free units of `who` aside. All of them may be: the ledger underneath
	/// keeps one unit formally free, and the guard freezes it.
	///
	/// `redemption` says that the units are on their way back to the issuer, which a suspended
	/// identity and a suspended asset allow; otherwise the movement is an ordinary hold.
	///
	/// # Errors
	/// The reason why it is refused.
	fn hold(
		asset: AssetId,
		reason: Self::Reason,
		who: &AccountId,
		amount: Balance,
		redemption: bool,
	) -> DispatchResult;

	/// Gives `amount` back to the free units of `who`.
	///
	/// # Errors
	/// When less is held for that reason.
	fn release(
		asset: AssetId,
		reason: Self::Reason,
		who: &AccountId,
		amount: Balance,
	) -> DispatchResult;

	/// Destroys `amount` of what is held.
	///
	/// # Errors
	/// When less is held for that reason.
	fn burn_held(
		asset: AssetId,
		reason: Self::Reason,
		who: &AccountId,
		amount: Balance,
	) -> DispatchResult;

	/// Moves `amount` of what `from` has set aside to the free units of `to`, as the policy allows
	/// for [`Movement::Transfer`](assay_primitives::Movement::Transfer).
	///
	/// # Errors
	/// When less is held for that reason, or the reason that the policy gives.
	fn move_held(
		asset: AssetId,
		reason: Self::Reason,
		from: &AccountId,
		to: &AccountId,
		amount: Balance,
	) -> DispatchResult;

	/// What `who` has set aside for that reason.
	fn held(asset: AssetId, reason: Self::Reason, who: &AccountId) -> Balance;
}

/// All that is set aside, for checks of whole books: it reads every hold, and no block asks it.
pub trait HeldUnits<AccountId>: GuardedHolds<AccountId> {
	/// Each account with units set aside for that reason, by asset, and how many.
	fn all_held(reason: Self::Reason) -> Vec<(AssetId, AccountId, Balance)>;
}

/// Nothing moves.
impl<AccountId> GuardedLedger<AccountId> for () {
	fn open(_: AssetId, _: &[u8], _: &[u8], _: u8) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn mint(_: AssetId, _: &AccountId, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn transfer(_: AssetId, _: &AccountId, _: &AccountId, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn supply(_: AssetId) -> Balance {
		0
	}
}

/// Nothing is set aside.
impl<AccountId> GuardedHolds<AccountId> for () {
	type Reason = ();
	fn hold(_: AssetId, _: (), _: &AccountId, _: Balance, _: bool) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn release(_: AssetId, _: (), _: &AccountId, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn burn_held(_: AssetId, _: (), _: &AccountId, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn move_held(_: AssetId, _: (), _: &AccountId, _: &AccountId, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn held(_: AssetId, _: (), _: &AccountId) -> Balance {
		0
	}
}

/// Nothing is set aside.
impl<AccountId> HeldUnits<AccountId> for () {
	fn all_held(_: ()) -> Vec<(AssetId, AccountId, Balance)> {
		Vec::new()
	}
}

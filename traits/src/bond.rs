use assay_primitives::{AssetId, Balance, BasisPoints, BondPurpose, Hash};
use polkadot_sdk::sp_runtime::DispatchError;

/// What is bonded.
pub trait BondInspect {
	/// What can be drawn now, in the smallest unit of the bond's settlement asset; zero when there is
	/// no bond.
	fn bonded(purpose: BondPurpose) -> Balance;

	/// The settlement asset that the bond consists of; `None` when there is no bond.
	fn settlement_asset(purpose: BondPurpose) -> Option<AssetId>;
}

/// Takes from a bond what its promise, broken, costs.
///
/// Whoever calls it has seen to it that the promise is broken. What the receiver may not hold at
/// that moment is kept for it as a claim, and counts as paid. Each method is atomic.
pub trait BondDraw<AccountId> {
	/// Pays `amount`, or all that is bonded if that is less, to `to`, and files it under `reference`.
	///
	/// Returns what was paid; zero when there is no bond.
	///
	/// # Errors
	/// When the books do not add up.
	fn draw(
		purpose: BondPurpose,
		amount: Balance,
		to: &AccountId,
		reference: Hash,
	) -> Result<Balance, DispatchError>;

	/// As [`draw`](Self::draw), a share of what is bonded, rounded down: the bond gains the fraction.
	///
	/// # Errors
	/// As [`draw`](Self::draw).
	fn draw_share(
		purpose: BondPurpose,
		share_bps: BasisPoints,
		to: &AccountId,
		reference: Hash,
	) -> Result<Balance, DispatchError>;
}

/// What depends on a bond.
pub trait BondDependents {
	/// What must stay bonded now: below this nothing may be withdrawn. Zero for what the implementor
	/// knows nothing of.
	fn required(purpose: BondPurpose) -> Balance;
}

/// Nothing is bonded.
impl BondInspect for () {
	fn bonded(_: BondPurpose) -> Balance {
		0
	}
	fn settlement_asset(_: BondPurpose) -> Option<AssetId> {
		None
	}
}

/// Nothing is paid.
impl<AccountId> BondDraw<AccountId> for () {
	fn draw(_: BondPurpose, _: Balance, _: &AccountId, _: Hash) -> Result<Balance, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn draw_share(
		_: BondPurpose,
		_: BasisPoints,
		_: &AccountId,
		_: Hash,
	) -> Result<Balance, DispatchError> {
		Err(DispatchError::Unavailable)
	}
}

/// All of it must stay.
impl BondDependents for () {
	fn required(_: BondPurpose) -> Balance {
		Balance::MAX
	}
}

/// Both: the larger of the two must stay.
impl<A: BondDependents, B: BondDependents> BondDependents for (A, B) {
	fn required(purpose: BondPurpose) -> Balance {
		A::required(purpose).max(B::required(purpose))
	}
}

use assay_primitives::{AssetId, Balance, Movement, ReasonCode};

/// Who may hold and receive.
pub trait TransferPolicy<AccountId> {
	/// Whether `amount` may move on the state as it is.
	///
	/// `from` is `None` for a mint, `to` is `None` for a redemption or a hold. Balance, holds,
	/// freezes, pauses and lifecycle are part of the answer.
	///
	/// # Errors
	/// The first reason that refuses.
	fn check(
		asset: AssetId,
		movement: Movement,
		from: Option<&AccountId>,
		to: Option<&AccountId>,
		amount: Balance,
	) -> Result<(), ReasonCode>;
}

/// Everything is refused.
impl<AccountId> TransferPolicy<AccountId> for () {
	fn check(
		_: AssetId,
		_: Movement,
		_: Option<&AccountId>,
		_: Option<&AccountId>,
		_: Balance,
	) -> Result<(), ReasonCode> {
		Err(ReasonCode::PolicyMissing)
	}
}

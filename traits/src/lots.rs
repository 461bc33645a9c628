use assay_primitives::{Hash, LotId, LotPlace, Moment, Quantity, Scope};
use polkadot_sdk::sp_runtime::DispatchError;

/// What lies in a scope's vault for its asset, by the register of lots.
pub trait LotInspect {
	/// The quantity of the scope's lots that counts at `now`: pledged to the scope's asset, not
	/// matured, and, for what came from another scope, there before the newest accepted report's
	/// `as_of`.
	fn pledged(scope: Scope, now: Moment) -> Quantity;

	/// Whether lots are pledged in the scope, be they matured or not yet reported.
	fn holds_lots(scope: Scope) -> bool;

	/// What was released, withdrawn, encumbered to others or moved to another scope at or after
	/// `as_of`, by the register: a report that speaks of `as_of` may still count it, so it must be
	/// taken off.
	fn removed_after(scope: Scope, as_of: Moment) -> Quantity;

	/// The scope's newest accepted report speaks of `as_of`: removals before then need not be
	/// remembered any more, and what came from another scope before then counts from now on.
	fn report_accepted(scope: Scope, as_of: Moment);

	/// Where the register has the lot, and since when; `None` when it does not know the lot.
	fn place(lot: LotId) -> Option<LotPlace>;
}

/// Takes lots, or parts of them, out of a reserve.
pub trait LotRelease {
	/// Lifts the pledge of these quantities of lots in the scope, for good, and records the removal
	/// at `now` under `reference`. All or nothing.
	///
	/// Returns the sum of the quantities.
	///
	/// # Errors
	/// When a lot is unknown, named twice, not pledged to the scope's asset, elsewhere, or smaller.
	fn release(
		scope: Scope,
		lots: &[(LotId, Quantity)],
		reference: Hash,
		now: Moment,
	) -> Result<Quantity, DispatchError>;
}

/// Nothing is there, and all of it has gone.
impl LotInspect for () {
	fn pledged(_: Scope, _: Moment) -> Quantity {
		0
	}
	fn holds_lots(_: Scope) -> bool {
		true
	}
	fn removed_after(_: Scope, _: Moment) -> Quantity {
		Quantity::MAX
	}
	fn report_accepted(_: Scope, _: Moment) {}
	fn place(_: LotId) -> Option<LotPlace> {
		None
	}
}

/// Nothing can be taken out.
impl LotRelease for () {
	fn release(
		_: Scope,
		_: &[(LotId, Quantity)],
		_: Hash,
		_: Moment,
	) -> Result<Quantity, DispatchError> {
		Err(DispatchError::Unavailable)
	}
}

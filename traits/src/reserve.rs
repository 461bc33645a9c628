use assay_primitives::{AssetId, Balance, Moment, ReserveFigures, ReserveStatus};
use polkadot_sdk::sp_runtime::DispatchError;

/// What the reserve of an asset is worth.
pub trait ReserveInspect {
	/// The figures at `now`, for the units outstanding then.
	///
	/// # Errors
	/// When a figure is missing or overflows: then nothing counts.
	fn figures(asset: AssetId, now: Moment) -> Result<ReserveFigures, DispatchError>;

	/// How many units may still be minted at `now`; zero when minting is shut.
	///
	/// # Errors
	/// As [`figures`](Self::figures).
	fn headroom(asset: AssetId, now: Moment) -> Result<Balance, DispatchError>;
}

/// The units that the reserve must cover.
pub trait SupplyInspect {
	/// Supply, less units whose underlying has been released and that only wait to be burned.
	fn outstanding(asset: AssetId) -> Balance;
}

/// Is told when the status of an asset's reserve has changed.
///
/// The status itself is a function of the moment and stored nowhere. It is looked at again and again
/// at the end of blocks; this is what goes on record of it.
pub trait OnReserveStatus {
	/// The status at `now` is another than when it was last looked at.
	fn changed(asset: AssetId, status: ReserveStatus, now: Moment);
}

/// Nothing goes on record.
impl OnReserveStatus for () {
	fn changed(_: AssetId, _: ReserveStatus, _: Moment) {}
}

/// Nothing is backed.
impl ReserveInspect for () {
	fn figures(_: AssetId, _: Moment) -> Result<ReserveFigures, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn headroom(_: AssetId, _: Moment) -> Result<Balance, DispatchError> {
		Err(DispatchError::Unavailable)
	}
}

/// More is outstanding than any reserve covers.
impl SupplyInspect for () {
	fn outstanding(_: AssetId) -> Balance {
		Balance::MAX
	}
}

use assay_primitives::{AssetId, Moment, ReserveParameterValues};

/// The reserve parameters in force.
pub trait ReserveParameters {
	/// Every parameter of the asset as it stands at `now`, a decided change included from the moment
	/// its delay ends. One read. `None` fails closed: nothing may be minted.
	fn values(asset: AssetId, now: Moment) -> Option<ReserveParameterValues>;
}

/// No parameter is known.
impl ReserveParameters for () {
	fn values(_: AssetId, _: Moment) -> Option<ReserveParameterValues> {
		None
	}
}

use assay_primitives::{AssetId, AssetSummary, Moment};

/// What the asset registry knows of an asset.
pub trait AssetInspect {
	/// Status, kind, issuer, unit and whether it is cash to settle in, in one read; `None` when there
	/// is no such asset.
	fn summary(asset: AssetId) -> Option<AssetSummary>;

	/// Whether the legal documents allow minting at `now`: none that is required has expired.
	fn documents_in_force(asset: AssetId, now: Moment) -> bool;
}

/// No asset exists.
impl AssetInspect for () {
	fn summary(_: AssetId) -> Option<AssetSummary> {
		None
	}
	fn documents_in_force(_: AssetId, _: Moment) -> bool {
		false
	}
}

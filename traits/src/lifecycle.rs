use assay_primitives::{AssetId, AssetStatus};

/// Is told of every step in an asset's life that follows the draft, in the same transaction.
pub trait OnAssetStatus {
	/// The asset now has this status.
	fn status_changed(asset: AssetId, status: AssetStatus);
}

/// Nobody listens.
impl OnAssetStatus for () {
	fn status_changed(_: AssetId, _: AssetStatus) {}
}

//! What others may ask of an asset.

use crate::{Config, Latest, Pallet, Summaries};
use assay_primitives::{AssetId, AssetSummary, Moment};
use assay_traits::AssetInspect;

impl<T: Config> AssetInspect for Pallet<T> {
	fn summary(asset: AssetId) -> Option<AssetSummary> {
		Summaries::<T>::get(asset)
	}

	/// One read. An asset that does not exist has nothing in force.
	fn documents_in_force(asset: AssetId, now: Moment) -> bool {
		Latest::<T>::get(asset)
			.is_some_and(|latest| !latest.iter().any(|document| document.is_missed(now)))
	}
}

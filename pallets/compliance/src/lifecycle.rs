//! The asset's status, kept where every movement reads it anyway.

use crate::{
	pallet::{Config, Controls, Pallet},
	types::AssetControls,
};
use assay_primitives::{AssetId, AssetStatus};
use assay_traits::OnAssetStatus;

impl<T: Config> OnAssetStatus for Pallet<T> {
	fn status_changed(asset: AssetId, status: AssetStatus) {
		Controls::<T>::mutate(asset, |maybe_controls| match maybe_controls {
			Some(controls) => controls.status = status,
			None => {
				*maybe_controls = Some(AssetControls::new(status));
			},
		});
	}
}

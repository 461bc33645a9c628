//! [`ReserveParameters`]: what holds for an asset.

use crate::{Config, DefaultParameters, Pallet, Parameters};
use assay_primitives::{AssetId, Moment, ReserveParameterValues};
use assay_traits::{AssetInspect, ReserveParameters};

impl<T: Config> ReserveParameters for Pallet<T> {
	/// An asset on which nothing was ever decided has the chain's default.
	fn values(asset: AssetId, now: Moment) -> Option<ReserveParameterValues> {
		match Parameters::<T>::get(asset) {
			Some(parameters) => parameters.at(now),
			None => T::Assets::summary(asset).map(|_| DefaultParameters::<T>::get()),
		}
	}
}

//! The terms of redemption, for whoever carries them out.

use crate::{Config, Pallet, Terms};
use assay_primitives::{AssetId, RedemptionTerms};
use assay_traits::RedemptionTermsInspect;

impl<T: Config> RedemptionTermsInspect for Pallet<T> {
	/// One read.
	fn redemption_terms(asset: AssetId) -> Option<RedemptionTerms> {
		Terms::<T>::get(asset).map(|terms| terms.redemption)
	}
}

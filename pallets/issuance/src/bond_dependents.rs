//! What must stay bonded because of units and of redemptions.

use crate::{AssetBondTerms, Config, Pallet, PenaltiesAtRisk};
use assay_primitives::{Balance, BondPurpose};
use assay_traits::{BondDependents, BondInspect};
use polkadot_sdk::frame_support::traits::Time;

impl<T: Config> BondDependents for Pallet<T> {
	/// The larger of what minting asks for and what open redemptions may cost. A bond in another asset
	/// than the terms name answers for nothing and may go.
	fn required(purpose: BondPurpose) -> Balance {
		let BondPurpose::Issuer(asset) = purpose else {
			return 0;
		};
		let Some(terms) = AssetBondTerms::<T>::get(asset) else {
			return 0;
		};
		if <T::Bonds as BondInspect>::settlement_asset(purpose) != Some(terms.settlement) {
			return 0;
		}
		Self::bond_for_supply(asset, &terms, T::Time::now()).map_or(Balance::MAX, |required| {
			required.max(PenaltiesAtRisk::<T>::get(asset))
		})
	}
}

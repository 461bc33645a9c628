//! [`BondDependents`]: what a custodian must leave bonded.

use crate::{Config, Custodians, Pallet};
use assay_primitives::{Balance, BondPurpose};
use assay_traits::{BondDependents, BondInspect};

impl<T: Config> BondDependents for Pallet<T> {
	/// What the council requires, as long as the office stands, suspended or not; nothing of a bond in
	/// another asset than it requires, which has no effect.
	fn required(purpose: BondPurpose) -> Balance {
		match purpose {
			BondPurpose::Issuer(_) => 0,
			BondPurpose::Custodian(organisation) => Custodians::<T>::get(organisation)
				.and_then(|entry| entry.required_bond)
				.filter(|required| T::Bonds::settlement_asset(purpose) == Some(required.asset))
				.map_or(0, |required| required.amount),
		}
	}
}

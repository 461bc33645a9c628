//! [`BondDependents`]: what a custodian must leave bonded.

use crate::{Config, Custodians, Pallet};
use assay_primitives::{Balance, BondPurpose};
use assay_traits::BondDependents;

impl<T: Config> BondDependents for Pallet<T> {
	/// What the council requires, as long as the office stands, suspended or not.
	fn required(purpose: BondPurpose) -> Balance {
		match purpose {
			BondPurpose::Issuer(_) => 0,
			BondPurpose::Custodian(organisation) => Custodians::<T>::get(organisation)
				.and_then(|entry| entry.required_bond)
				.map_or(0, |required| required.amount),
		}
	}
}

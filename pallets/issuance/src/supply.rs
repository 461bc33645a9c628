//! The units that the reserve must cover.

use crate::{CommittedToBurn, Config, Pallet};
use assay_primitives::{AssetId, Balance};
use assay_traits::{GuardedLedger, SupplyInspect};

impl<T: Config> SupplyInspect for Pallet<T> {
	/// Metal and units leave together: from the release on, neither counts. Should the books not
	/// add up, more is outstanding than any reserve covers, so that minting is shut.
	fn outstanding(asset: AssetId) -> Balance {
		T::Ledger::supply(asset)
			.checked_sub(CommittedToBurn::<T>::get(asset))
			.unwrap_or(Balance::MAX)
	}
}

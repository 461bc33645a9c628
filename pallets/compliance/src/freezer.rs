//! What the ledger is told is frozen: everything, but for the one movement that is cleared.

use crate::pallet::{Config, Pallet};
use assay_primitives::{AssetId, Balance};
use polkadot_sdk::pallet_assets::{self, FrozenBalance};

/// Tells the ledger what is frozen, from which it concludes what may leave an account.
impl<T: Config> FrozenBalance<AssetId, T::AccountId, Balance> for Pallet<T> {
	/// What the clearance for this account says. Where none stands `Some(Balance::MAX)`: the ledger takes
	/// held units off this figure, so that a smaller one would leak; `None` for an account that holds
	/// nothing.
	fn frozen_balance(asset: AssetId, who: &T::AccountId) -> Option<Balance> {
		let clearance = Self::standing_clearance()
			.filter(|clearance| clearance.asset == asset && clearance.from == *who);
		match clearance {
			Some(clearance) => clearance.frozen,
			None => pallet_assets::Account::<T>::contains_key(asset, who).then_some(Balance::MAX),
		}
	}

	/// Our books are written where the movement is made, not here.
	fn died(_: AssetId, _: &T::AccountId) {}

	/// An asset of ours is never destroyed.
	fn contains_freezes(_: AssetId) -> bool {
		true
	}
}

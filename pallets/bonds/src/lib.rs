#![doc = include_str!("docs.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks", feature = "try-runtime")),
	deny(
		clippy::unwrap_used,
		clippy::panic,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod bond_draw;
mod bond_inspect;
mod calls;
mod errors;
mod events;
mod hold_closer;
mod impls;
#[cfg(test)]
mod mock;
mod storage;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use polkadot_sdk::frame_support::{self, pallet_macros::import_section};

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[import_section(storage::storage)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use assay_primitives::{AssetId, Balance, BondPurpose, Hash, Moment};
	use assay_traits::{AssetInspect, BondDependents, HeldUnits, IdentityInspect, RoleInspect};
	use frame_support::{pallet_prelude::*, traits::Time};
	use polkadot_sdk::frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// A bond in this runtime.
	pub type BondOf<T> = Bond<<T as polkadot_sdk::frame_system::Config>::AccountId>;

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: polkadot_sdk::frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The clock, in ms.
		type Time: Time<Moment = Moment>;
		/// Who stands behind an account.
		type Identities: IdentityInspect<Self::AccountId>;
		/// Who may do what.
		type Roles: RoleInspect;
		/// What an asset is, and whether it is a settlement asset.
		type Assets: AssetInspect;
		/// Why units are held.
		type RuntimeHoldReason: From<HoldReason>;
		/// Where bonded units are held and paid from.
		type Holds: HeldUnits<Self::AccountId, Reason = Self::RuntimeHoldReason>;
		/// What must stay bonded.
		type Dependents: BondDependents;
		/// Between the request for units and the moment they may be withdrawn, in ms.
		#[pallet::constant]
		type WithdrawalNotice: Get<Moment>;
		/// What the calls cost.
		type WeightInfo: WeightInfo;
		/// Sets up the world of the benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Why this pallet holds units.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// They answer for a promise, or were drawn and wait for who gets them.
		Bond,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				T::WithdrawalNotice::get() > 0,
				"a bond must not vanish between a breach and its penalty"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(
			_: BlockNumberFor<T>,
		) -> Result<(), polkadot_sdk::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The bond for a purpose, and what must stay of it; `None` when none stands.
		pub fn bond(purpose: BondPurpose) -> Option<BondView<T::AccountId>> {
			Some(BondView {
				bond: Bonds::<T>::get(purpose)?,
				required: T::Dependents::required(purpose),
			})
		}

		/// What waits for a beneficiary from a poster's bonds, in the asset's smallest unit.
		pub fn claim(asset: AssetId, poster: T::AccountId, beneficiary: T::AccountId) -> Balance {
			Claims::<T>::get((asset, poster, beneficiary))
		}
	}
}

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
mod calls;
mod errors;
mod escrow_inspect;
mod events;
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
	use assay_primitives::{AssetId, Balance, DocketId, Hash, IdentityId, Moment};
	use assay_traits::{IdentityInspect, InterventionLedger, RoleInspect};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible::MutateHold, Time},
	};
	use polkadot_sdk::frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// A docket in this runtime.
	pub type DocketOf<T> = Docket<<T as polkadot_sdk::frame_system::Config>::AccountId>;

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: polkadot_sdk::frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The reasons for holds of the whole runtime.
		type RuntimeHoldReason: From<HoldReason>;
		/// The clock, in ms.
		type Time: Time<Moment = Moment>;
		/// ASY, which deposits are paid in.
		type Currency: MutateHold<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;
		/// Who stands behind an account.
		type Identities: IdentityInspect<Self::AccountId>;
		/// Who may do what for an asset.
		type Roles: RoleInspect;
		/// Freezes, and takes what a docket orders.
		type Ledger: InterventionLedger<Self::AccountId>;
		/// The council: names the escrow accounts.
		type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// What a proposer puts down for each docket, in ASY.
		#[pallet::constant]
		type DocketDeposit: Get<Balance>;
		/// How long a docket freezes and may be approved, in ms.
		#[pallet::constant]
		type OpenPeriodMs: Get<Moment>;
		/// How long after the end of a docket that nobody approved its proposer's organisation freezes
		/// that position with the other side alone, in ms.
		#[pallet::constant]
		type RefreezePeriodMs: Get<Moment>;
		/// How long a docket that has ended stays readable, in ms.
		#[pallet::constant]
		type RetentionMs: Get<Moment>;
		/// What the calls cost.
		type WeightInfo: WeightInfo;
		/// Sets up the world of the benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Why ASY are on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For a docket on record.
		Docket,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::OpenPeriodMs::get() > 0, "no docket could be approved");
			assert!(
				T::RetentionMs::get() >= T::OpenPeriodMs::get(),
				"a case must be remembered at least as long as it freezes"
			);
			assert!(
				T::RefreezePeriodMs::get() >= T::OpenPeriodMs::get()
					&& T::RefreezePeriodMs::get() <= T::RetentionMs::get(),
				"who may not freeze alone is remembered by the docket, and longer than that froze"
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
		/// A docket with its clock.
		pub fn docket(id: DocketId) -> Option<DocketView<T::AccountId>> {
			Self::view(id)
		}

		/// The open dockets of an asset among the next `limit` (at most 100) dockets from `from` on.
		/// Ask on from `next` until there is none.
		pub fn open_dockets(
			asset: AssetId,
			from: DocketId,
			limit: u32,
		) -> DocketPage<T::AccountId> {
			Self::page(from, limit, |view| {
				view.docket.asset == asset && view.state == DocketState::Proposed
			})
		}

		/// The dockets, open or not, that take from an identity or give to it, among the next `limit`
		/// (at most 100) dockets from `from` on. Ask on from `next` until there is none.
		pub fn dockets_of(
			identity: IdentityId,
			from: DocketId,
			limit: u32,
		) -> DocketPage<T::AccountId> {
			Self::page(from, limit, |view| Self::touches(&view.docket, identity))
		}

		/// Until when a docket of the organisation against the identity freezes nobody before the other
		/// side renews it, in ms; `None` where it freezes at once.
		pub fn restrained_until(
			asset: AssetId,
			identity: IdentityId,
			organisation: IdentityId,
		) -> Option<Moment> {
			Self::restraint(asset, identity, organisation)
		}

		/// Where seized units of an asset go.
		pub fn escrow(asset: AssetId) -> Option<T::AccountId> {
			Escrows::<T>::get(asset)
		}
	}
}

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
mod bond_dependents;
mod calls;
pub mod deficiency;
mod errors;
mod events;
mod impls;
#[cfg(test)]
mod mock;
pub mod redemption;
mod storage;
mod supply;
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

use frame_support::pallet_macros::import_section;
use polkadot_sdk::{frame_support, sp_core};

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[import_section(storage::storage)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use assay_primitives::{AssetId, Balance, Hash, IdentityId, Moment, Quantity, RedemptionId};
	use assay_traits::{
		AssetInspect, BondDraw, BondInspect, CustodyInspect, EscrowInspect, GuardedLedger,
		HeldUnits, IdentityInspect, LotRelease, RedemptionGuard, RedemptionTermsInspect,
		ReserveInspect, ReserveParameters, RoleInspect,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{Contains, Time},
	};
	use polkadot_sdk::frame_system::pallet_prelude::*;
	use sp_core::ConstU32;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// A redemption's number in big-endian bytes, which sort as numbers do.
	pub type QueueKey = [u8; 8];

	/// A redemption in this runtime.
	pub type RedemptionOf<T> = Redemption<<T as polkadot_sdk::frame_system::Config>::AccountId>;

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
		/// What an asset is.
		type Assets: AssetInspect;
		/// Where units are created.
		type Ledger: GuardedLedger<Self::AccountId>;
		/// Why units are held.
		type RuntimeHoldReason: From<HoldReason>;
		/// Where units on their way back are held and destroyed.
		type Holds: HeldUnits<Self::AccountId, Reason = Self::RuntimeHoldReason>;
		/// Who keeps reserves.
		type Custody: CustodyInspect;
		/// Takes lots out of the reserve.
		type LotRelease: LotRelease;
		/// What the reserve is worth. It must count what [`SupplyInspect`] of this pallet says.
		///
		/// [`SupplyInspect`]: assay_traits::SupplyInspect
		type Reserves: ReserveInspect;
		/// Share of the bucket, deadlines, penalty and bond.
		type Parameters: ReserveParameters;
		/// On what terms units go back.
		type Terms: RedemptionTermsInspect;
		/// Who may be paid, and for how long nobody could be.
		type Guard: RedemptionGuard<Self::AccountId>;
		/// Where what is due to a blocked holder goes.
		type Escrow: EscrowInspect<Self::AccountId>;
		/// The issuers' bonds.
		type Bonds: BondInspect + BondDraw<Self::AccountId>;
		/// Organisations that may approve the terms of a bond.
		type Approvers: Contains<IdentityId>;
		/// Whether the council has stopped the chain, or the calls by which redemptions are answered:
		/// such time counts as an outage.
		type Halted: Get<bool>;
		/// A block that comes later than this after its parent was preceded by an outage, in ms.
		#[pallet::constant]
		type OutageThreshold: Get<Moment>;
		/// How long a holder must be known to be blocked before escrow takes its place, in ms.
		#[pallet::constant]
		type BlockedPeriod: Get<Moment>;
		/// How long a finding that a holder is blocked counts: unless it is repeated within this time, the
		/// next one starts anew. In ms.
		#[pallet::constant]
		type BlockedRecheck: Get<Moment>;
		/// How long a deficiency must stand on record before it is shared pro rata, in ms.
		#[pallet::constant]
		type DeficiencyPeriod: Get<Moment>;
		/// How long after a breach only the holder may cancel, in ms.
		#[pallet::constant]
		type BreachEndPeriod: Get<Moment>;
		/// How long a raised limit waits, in ms.
		#[pallet::constant]
		type RaiseDelay: Get<Moment>;
		/// How long a redemption that has ended stays readable, in ms.
		#[pallet::constant]
		type HistoryPeriod: Get<Moment>;
		/// Redemptions of one asset that one account may have open.
		#[pallet::constant]
		type MaxOpenRedemptions: Get<u32>;
		/// What the calls cost.
		type WeightInfo: WeightInfo;
		/// Sets up the world of the benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Why this pallet holds units.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// They are on their way back to the issuer.
		Redemption,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxOpenRedemptions::get() > 0, "nobody could redeem");
			assert!(T::RaiseDelay::get() > 0, "a raise must wait");
			assert!(
				T::OutageThreshold::get() > 0,
				"every block would be an outage"
			);
			assert!(
				T::DeficiencyPeriod::get() > 0,
				"a custodian alone could have holders paid less"
			);
			assert!(
				T::BlockedRecheck::get() > 0,
				"no finding would last to the next"
			);
		}

		/// Pays for [`on_finalize`](Hooks::on_finalize).
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			T::WeightInfo::note_block()
		}

		/// Notes the block's time, so that the next block knows how long nothing happened.
		fn on_finalize(_: BlockNumberFor<T>) {
			Outages::<T>::put(Self::outage_clock(T::Time::now()));
		}

		/// Writes the day of one asset into its history.
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			let needed = T::WeightInfo::chart_next();
			if remaining.any_lt(needed) {
				return Weight::zero();
			}
			Self::chart_next(T::Time::now());
			needed
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
		/// What may be minted of the asset now; `None` when it has no bucket.
		pub fn allowance(asset: AssetId) -> Option<Allowance> {
			Self::allowance_now(asset)
		}

		/// A redemption by its number.
		pub fn redemption(id: RedemptionId) -> Option<RedemptionOf<T>> {
			Redemptions::<T>::get(id)
		}

		/// The open redemptions of an asset among the next `limit` (at most 100) redemptions from
		/// `from` on. Ask on from `next` until there is none.
		pub fn redemption_queue(
			asset: AssetId,
			from: RedemptionId,
			limit: u32,
		) -> RedemptionPage<T::AccountId> {
			Self::queue_page(asset, from, limit)
		}

		/// Last moment for the step that is due of a redemption, all that has put it off up to now
		/// counted; `None` when nothing is owed.
		pub fn due_by(id: RedemptionId) -> Option<Moment> {
			let redemption = Redemptions::<T>::get(id)?;
			let now = T::Time::now();
			redemption
				.state
				.is_owed()
				.then(|| Self::due_of(&redemption, now))
		}

		/// From when on the deficiency of the asset that is on record is shared pro rata, if the reserve
		/// is deficient still; `None` when none is on record.
		pub fn pro_rata_from(asset: AssetId) -> Option<Moment> {
			Deficiencies::<T>::get(asset).stands_from(T::DeficiencyPeriod::get())
		}

		/// On what terms the issuer of an asset is bonded.
		pub fn bond_terms(asset: AssetId) -> Option<BondTerms> {
			AssetBondTerms::<T>::get(asset)
		}

		/// Supply and reserve of the asset by day, up to 400 days, oldest first.
		pub fn history(asset: AssetId) -> Vec<DayRecord> {
			Self::history_of(asset)
		}

		/// The units of an asset that its reserve must cover.
		pub fn outstanding(asset: AssetId) -> Balance {
			<Self as assay_traits::SupplyInspect>::outstanding(asset)
		}
	}
}

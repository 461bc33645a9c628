//! Reserve parameters, and the votes that move them inside their corridors.
//!
//! # Overview
//!
//! Each asset has one set of typed parameters: required coverage, quorum, ages, haircuts, limits,
//! deadlines, penalty. A vote of the council moves one key of one asset, inside the key's corridor,
//! by one step at most, not before the cool-down has passed, and with a delay. Everything that
//! guards a reserve reads its parameters here, as one value in one read.
//!
//! # Terms
//!
//! - **Corridor**: smallest and largest value, largest step, cool-down and delays of one key, for
//!   all assets. It changes by a supermajority, and stays inside **hard bounds** that only an
//!   upgrade of the chain moves.
//! - **Tightening**: a move that can only shut minting. Which way that is belongs to the key
//!   ([`Tightening::of`]). It has the short delay; any other move has the long one. Parameters of
//!   the right to redeem have no tightening: they move slowly both ways.
//! - **Pending**: decided and waiting. A pending change holds from its moment on, without anyone
//!   calling anything; the next decision on the asset folds it into the stored values.
//!
//! # A change
//!
//! ```text
//!   set_parameter ──▶ pending ── effective_at ──▶ in force
//!                        │
//!                        └── cancel_change ──▶ (gone; as if it had never been decided)
//! ```
//!
//! Nothing is ever clamped: a decision is carried out as it was taken or not at all.
//!
//! When a corridor changes, values in force that lie outside stay until a vote moves them, and what
//! is pending comes into force as decided. A vote must then bring the value inside in one step: where
//! the step is too short for that, the corridor was set too far off and must come nearer.
//!
//! # Invariants
//!
//! - `INV-GOV-1`: every value, in force, pending or default, is inside the hard bounds of its key.
//! - `INV-GOV-2`: at most one change of a key is pending for an asset.
//! - `INV-GOV-3`: decisions are in order in time: the last that holds, the pending one, the moment
//!   it holds from; none was taken in the future; each key has one last decision.
//! - `INV-GOV-4`: every corridor has values inside the hard bounds of its key, a step, and no
//!   tightening slower than a loosening.
//!
//! # Calls and roles
//!
//! | call            | who                     |
//! | --------------- | ----------------------- |
//! | `set_parameter` | council                 |
//! | `cancel_change` | council                 |
//! | `set_corridor`  | council, supermajority  |

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

pub use corridor::{
	Corridor, CorridorFault, Tightening, KEYS, MAX_PACE_MS, MIN_COOLDOWN_MS, MIN_LOOSEN_DELAY_MS,
};
pub use pallet::*;
pub use types::{AssetParameters, LastChange, PendingChange};
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod corridor;
mod impls;
mod reserve_parameters;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;

use polkadot_sdk::{frame_support, frame_system};

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use assay_primitives::{AssetId, Moment, ParameterKey, ReserveParameterValues};
	use assay_traits::{AssetInspect, ReserveParameters};
	use frame_support::{pallet_prelude::*, traits::Time, DefaultNoBound};
	use frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: polkadot_sdk::frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// Tells the time.
		type Time: Time<Moment = Moment>;

		/// Which assets there are.
		type Assets: AssetInspect;

		/// Moves parameters inside their corridors.
		type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Sets corridors.
		type CorridorOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Sets up what the benchmarks need.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper;
	}

	/// Corridors that differ from [`Corridor::initial`], by key.
	///
	/// Written by genesis and `set_corridor`, never removed: there is one per key at most.
	#[pallet::storage]
	pub type Corridors<T: Config> = StorageMap<_, Blake2_128Concat, ParameterKey, Corridor>;

	/// What holds for assets on which nothing was ever decided. Written by genesis.
	#[pallet::storage]
	pub type DefaultParameters<T: Config> = StorageValue<_, ReserveParameterValues, ValueQuery>;

	/// The parameters of assets on which something was decided, by asset.
	///
	/// Written by `set_parameter` and `cancel_change`, never removed: the last decision stays
	/// readable. No deposit: the council bounds it.
	#[pallet::storage]
	pub type Parameters<T: Config> = StorageMap<_, Blake2_128Concat, AssetId, AssetParameters>;

	/// Corridors and default values from the first block on.
	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Corridors that differ from the initial ones.
		pub corridors: Vec<(ParameterKey, Corridor)>,
		/// What holds for assets on which nothing was ever decided; inside the corridors.
		pub default_values: ReserveParameterValues,
		#[serde(skip)]
		pub marker: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::build_genesis(&self.corridors, self.default_values);
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A change was decided. It holds from `effective_at` on.
		ParameterScheduled {
			/// The asset.
			asset: AssetId,
			/// What changes.
			key: ParameterKey,
			/// The value in force.
			old: u64,
			/// The value to come.
			new: u64,
			/// When it comes, ms since the Unix epoch.
			effective_at: Moment,
		},
		/// A pending change was cancelled.
		ChangeCancelled {
			/// The asset.
			asset: AssetId,
			/// What does not change.
			key: ParameterKey,
			/// The value that does not come.
			value: u64,
		},
		/// A corridor was set.
		CorridorSet {
			/// Whose corridor.
			key: ParameterKey,
			/// The corridor before.
			old: Corridor,
			/// The corridor now.
			new: Corridor,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no asset of that number. Check it.
		AssetNotFound,
		/// The value is too large for any value of this key. Check the unit.
		ValueTooWide,
		/// The value is below the key's corridor. Ask for one inside, or for another corridor.
		BelowCorridor,
		/// The value is above the key's corridor. Ask for one inside, or for another corridor.
		AboveCorridor,
		/// A change of this key is pending for the asset. Wait for it, or cancel it.
		AlreadyPending,
		/// The value or the corridor is in force already. Nothing need be done.
		Unchanged,
		/// The value is further from the one in force than one step. Go in several.
		StepTooLarge,
		/// The last decision on this key of the asset is too recent. Wait for the cool-down.
		CoolingDown,
		/// No change of this key is pending for the asset. Nothing can be cancelled.
		NothingPending,
		/// The corridor's smallest value is above its largest, or its step is zero. Correct it.
		InvalidCorridor,
		/// A tightening would wait longer than a loosening. Correct the delays.
		DelaysInverted,
		/// The corridor reaches beyond the hard bounds of its key. Narrow it.
		OutsideHardBounds,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let values = ReserveParameterValues::default();
			for key in ParameterKey::ALL {
				let corridor = Corridor::initial(key);
				assert!(corridor.check(key).is_ok(), "initial corridor of {key:?}");
				assert!(
					(corridor.min..=corridor.max).contains(&values.get(key)),
					"default value of {key:?}"
				);
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(
			_: BlockNumberFor<T>,
		) -> Result<(), polkadot_sdk::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Decides that a parameter of an asset changes after its delay.
		///
		/// - Origin: the council.
		/// - Details: the step is measured from the value in force now. A tightening waits the short
		///   delay of the corridor, any other move the long one.
		/// - Parameters: `asset`; `key`; `value`, in the key's unit (bps, ms or a count).
		/// - Errors: [`Error::AssetNotFound`], [`Error::ValueTooWide`], [`Error::BelowCorridor`],
		///   [`Error::AboveCorridor`], [`Error::AlreadyPending`], [`Error::Unchanged`],
		///   [`Error::StepTooLarge`], [`Error::CoolingDown`].
		/// - Events: [`Event::ParameterScheduled`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::set_parameter())]
		pub fn set_parameter(
			origin: OriginFor<T>,
			asset: AssetId,
			key: ParameterKey,
			value: u64,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_set_parameter(asset, key, value)
		}

		/// Cancels a change that is decided and does not hold yet.
		///
		/// - Origin: the council.
		/// - Details: the cancelled decision does not count for the cool-down.
		/// - Parameters: `asset`; `key`, whose change is pending.
		/// - Errors: [`Error::AssetNotFound`], [`Error::NothingPending`].
		/// - Events: [`Event::ChangeCancelled`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::cancel_change())]
		pub fn cancel_change(
			origin: OriginFor<T>,
			asset: AssetId,
			key: ParameterKey,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_cancel_change(asset, key)
		}

		/// Sets the corridor of a key, for decisions to come on every asset.
		///
		/// - Origin: a supermajority of the council.
		/// - Details: values in force and changes pending stay as they are.
		/// - Parameters: `key`; `corridor`, values in the key's unit, times in ms.
		/// - Errors: [`Error::InvalidCorridor`], [`Error::DelaysInverted`],
		///   [`Error::OutsideHardBounds`], [`Error::Unchanged`].
		/// - Events: [`Event::CorridorSet`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::set_corridor())]
		pub fn set_corridor(
			origin: OriginFor<T>,
			key: ParameterKey,
			corridor: Corridor,
		) -> DispatchResult {
			T::CorridorOrigin::ensure_origin(origin)?;
			Self::do_set_corridor(key, corridor)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Every parameter of the asset as it holds now.
		pub fn parameters(asset: AssetId) -> Option<ReserveParameterValues> {
			Self::values(asset, T::Time::now())
		}

		/// The corridor that binds decisions on a key.
		pub fn corridor(key: ParameterKey) -> Corridor {
			Self::corridor_of(key)
		}

		/// What no corridor of a key may reach beyond: smallest and largest value.
		pub fn hard_bounds(key: ParameterKey) -> (u64, u64) {
			Corridor::hard_bounds(key)
		}

		/// Which way a key moves when it becomes stricter.
		pub fn tightening(key: ParameterKey) -> Tightening {
			Tightening::of(key)
		}

		/// The changes of the asset's parameters that are decided and do not hold yet.
		pub fn pending(asset: AssetId) -> Vec<PendingChange> {
			let now = T::Time::now();
			Parameters::<T>::get(asset)
				.map(|parameters| parameters.pending.into_inner())
				.unwrap_or_default()
				.into_iter()
				.filter(|change| change.effective_at > now)
				.collect()
		}
	}
}

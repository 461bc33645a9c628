//! Who runs the chain: upgrades in public and after a delay, and grants of ASY under a cap.
//!
//! # Overview
//!
//! The council authorizes an upgrade by the hash of its code. Everybody can see it from then on,
//! and read the code, until its delay has passed; then anybody may enact it, which hands the hash to
//! the system pallet, and anybody may apply the code with `System.apply_authorized_upgrade`. No step
//! takes Root. Until the code is applied the council may cancel.
//!
//! The delay is a time and a number of blocks, [`MIN_UPGRADE_BLOCKS`], and both must have passed: a
//! motion of the council may run before the block's time is set, and then sees the clock of the block
//! before, which lies far back when the chain has stood still.
//!
//! Fees bound spam and are paid in ASY, which cannot be bought: the council grants it to accounts
//! that are linked to an identity, under a cap per period. Fees are burned.
//!
//! # Terms
//!
//! - **Pending**: authorized by the council and waiting for its delay.
//! - **Enacted**: the system pallet accepts code with this hash, whoever brings it.
//! - **Period**: periods follow each other from the Unix epoch; period `n` begins with the
//!   millisecond `n × GrantPeriod` and ends with the one before period `n + 1`. What one period
//!   leaves is not carried into the next.
//!
//! # Lifecycle of an upgrade
//!
//! ```text
//!                      UpgradeDelay and MIN_UPGRADE_BLOCKS
//! authorize_upgrade ──▶ pending ──────────────────▶ enact_upgrade ──▶ enacted ──▶ applied (System)
//!                          │                                             │
//!                          └──────────────── cancel_upgrade ─────────────┘
//! ```
//!
//! # Calls and who makes them
//!
//! | call | council, supermajority | council, majority | any signer |
//! | --- | --- | --- | --- |
//! | `authorize_upgrade` | yes | no | no |
//! | `enact_upgrade` | no | no | yes, after the delay |
//! | `cancel_upgrade` | yes | no | no |
//! | `grant_fees` | no | yes | no |
//!
//! # Invariants
//!
//! - INV-CON-1: no more is granted within a period than the cap.
//! - INV-CON-2: the period that grants are counted in has begun.
//! - INV-CON-3: a pending upgrade was authorized in the past, by clock and by block, and waits for
//!   some time.

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

pub use pallet::*;

mod impls;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;

pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;

use assay_primitives::{Balance, Moment};
use polkadot_sdk::{frame_support, frame_system};

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use assay_traits::IdentityInspect;
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, Time},
	};
	use frame_system::pallet_prelude::*;
	use polkadot_sdk::sp_runtime::traits::Zero;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: polkadot_sdk::frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The clock; in the runtime the timestamp pallet.
		type Time: Time<Moment = Moment>;

		/// Who stands behind an account.
		type Identities: IdentityInspect<Self::AccountId>;

		/// ASY, which grants create.
		type Currency: fungible::Mutate<Self::AccountId, Balance = Balance>;

		/// Who authorizes and cancels upgrades: the council by supermajority.
		type UpgradeOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who grants ASY: the council by majority.
		type GrantOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Time from authorization to the first moment of enactment, in ms.
		#[pallet::constant]
		type UpgradeDelay: Get<Moment>;

		/// Most ASY that may be granted in one period, in its smallest unit.
		#[pallet::constant]
		type GrantCap: Get<Balance>;

		/// Length of a period, in ms.
		#[pallet::constant]
		type GrantPeriod: Get<Moment>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Sets up accounts for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// The upgrade that waits for its delay. Written by `authorize_upgrade`; removed by
	/// `enact_upgrade` and `cancel_upgrade`. No deposit: only the council writes it.
	#[pallet::storage]
	pub type Pending<T: Config> = StorageValue<_, PendingUpgrade<T::Hash, BlockNumberFor<T>>>;

	/// What was granted in the period of the latest grant. Written by `grant_fees`.
	#[pallet::storage]
	pub type Granted<T> = StorageValue<_, GrantWindow, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The council authorized an upgrade to the code with this hash, from `enact_at` on.
		UpgradeAuthorized {
			code_hash: T::Hash,
			enact_at: Moment,
		},
		/// An upgrade was enacted: anybody may apply the code with this hash.
		UpgradeEnacted {
			code_hash: T::Hash,
			by: T::AccountId,
		},
		/// The council cancelled an upgrade, pending or already `enacted`.
		UpgradeCancelled { code_hash: T::Hash, enacted: bool },
		/// The council granted ASY to an account; `remaining` may still be granted in this period.
		FeesGranted {
			account: T::AccountId,
			amount: Balance,
			remaining: Balance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// An upgrade is pending. Enact or cancel it first.
		UpgradePending,
		/// No upgrade is pending, and none that is enacted waits for its code.
		NoUpgrade,
		/// The delay of the pending upgrade has not passed, in time or in blocks. `pending_upgrade`
		/// tells when it has.
		TooEarly,
		/// The account is not linked to an identity. Link it first.
		NotLinked,
		/// A grant of nothing.
		AmountZero,
		/// More than the rest of this period's cap. `grant_allowance` tells how much is left.
		GrantCapExceeded,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(!T::UpgradeDelay::get().is_zero(), "an upgrade must wait");
			assert!(
				!T::GrantPeriod::get().is_zero(),
				"a period must have a length"
			);
			assert!(
				!T::GrantCap::get().is_zero(),
				"a cap of zero would stop the chain"
			);
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
		/// Authorize an upgrade of the runtime, to be enacted after the delay.
		///
		/// - Origin: the council by supermajority.
		/// - Parameters: `code_hash`: hash of the new code by the chain's hasher (BLAKE2b-256).
		/// - Errors: `UpgradePending`.
		/// - Events: `UpgradeAuthorized`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::authorize_upgrade())]
		pub fn authorize_upgrade(origin: OriginFor<T>, code_hash: T::Hash) -> DispatchResult {
			T::UpgradeOrigin::ensure_origin(origin)?;
			Self::do_authorize(code_hash)
		}

		/// Enact the pending upgrade, once its delay has passed in time and in blocks.
		///
		/// - Origin: any signer.
		/// - Details: afterwards `System.apply_authorized_upgrade` takes the code from any signer. An
		///   upgrade that was enacted before and not applied is replaced.
		/// - Errors: `NoUpgrade`, `TooEarly`.
		/// - Events: `UpgradeEnacted`, and `System.UpgradeAuthorized`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::enact_upgrade())]
		pub fn enact_upgrade(origin: OriginFor<T>) -> DispatchResult {
			let by = ensure_signed(origin)?;
			Self::do_enact(by)
		}

		/// Cancel the pending upgrade or, when there is none, the enacted one.
		///
		/// - Origin: the council by supermajority.
		/// - Details: an enacted upgrade is taken back by authorizing the hash of zeros, to which no
		///   code is known; the system pallet offers no other way.
		/// - Errors: `NoUpgrade`.
		/// - Events: `UpgradeCancelled`; and `System.UpgradeAuthorized` with zeros if it was enacted.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::cancel_upgrade())]
		pub fn cancel_upgrade(origin: OriginFor<T>) -> DispatchResult {
			T::UpgradeOrigin::ensure_origin(origin)?;
			Self::do_cancel()
		}

		/// Grant ASY, newly created, to an account for its fees.
		///
		/// - Origin: the council by majority.
		/// - Parameters:
		///   - `account`: linked to an identity, whatever its standing.
		///   - `amount`: ASY in its smallest unit (12 decimals).
		/// - Errors: `AmountZero`, `NotLinked`, `GrantCapExceeded`; or that the account would stay
		///   below the existential deposit.
		/// - Events: `FeesGranted`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::grant_fees())]
		pub fn grant_fees(
			origin: OriginFor<T>,
			account: T::AccountId,
			amount: Balance,
		) -> DispatchResult {
			T::GrantOrigin::ensure_origin(origin)?;
			ensure!(!amount.is_zero(), Error::<T>::AmountZero);
			ensure!(
				T::Identities::identity_of(&account).is_some(),
				Error::<T>::NotLinked
			);
			Self::do_grant(account, amount)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// How much ASY may still be granted in the period that runs.
		pub fn grant_allowance() -> Balance {
			Self::allowance()
		}

		/// The upgrade that waits for its delay, since which block, and from when on it may be enacted:
		/// both `enact_at` and [`MIN_UPGRADE_BLOCKS`] blocks must have come.
		pub fn pending_upgrade() -> Option<PendingUpgrade<T::Hash, BlockNumberFor<T>>> {
			Pending::<T>::get()
		}
	}
}

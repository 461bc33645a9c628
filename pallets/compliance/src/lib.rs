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

mod approvals;
mod calls;
mod checkpoints;
mod clearance;
mod context;
mod controls;
mod effects;
mod errors;
pub mod evaluate;
mod events;
mod extension;
mod filter;
mod freezer;
mod history;
mod holdings;
mod holds;
mod interventions;
mod ledger;
mod lifecycle;
mod limits;
mod policies;
mod policy;
mod position;
mod redemption_guard;
mod reseating;
mod rules;
mod schedule;
mod storage;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::{costliest_policy, BenchmarkHelper};
pub use extension::CheckTransferPolicy;
pub use filter::GuardFilter;
pub use history::*;
pub use pallet::*;
pub use policies::*;
pub use types::*;
pub use weights::WeightInfo;

use polkadot_sdk::frame_support::pallet_macros::import_section;

#[allow(unused_qualifications, reason = "the macro needs the full paths")]
#[import_section(calls::calls)]
#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(storage::storage)]
#[polkadot_sdk::frame_support::pallet]
pub mod pallet {
	use crate::extension::SourceOf as AccountIdLookupOf;
	use crate::{holds::HoldReasonOf, policies::*, types::*, weights::WeightInfo};
	use assay_primitives::{
		AssetId, Balance, CheckpointId, CountryCounts, Hash, IdentityId, Jurisdiction, Moment,
		Movement, ReasonCode, Role,
	};
	use assay_traits::{
		AccountReplacement, AssetInspect, HoldCloser, IdentityInspect, PositionInspect,
		ReseatIdentity, RoleInspect, Seats,
	};
	#[cfg(feature = "try-runtime")]
	use polkadot_sdk::sp_runtime::TryRuntimeError;
	use polkadot_sdk::{
		frame_support::{
			pallet_prelude::*,
			traits::{fungible, Time, VariantCountOf},
		},
		frame_system::pallet_prelude::*,
		pallet_assets, pallet_assets_holder,
		sp_runtime::traits::{StaticLookup, Zero},
	};

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// Positions that one call may count anew or prune.
	pub const MAX_PAGE: u32 = 16;

	/// The one pallet of ours that touches the raw ledger, and therefore its `Config`.
	#[pallet::config]
	pub trait Config:
		polkadot_sdk::frame_system::Config<RuntimeEvent: From<Event<Self>>>
		+ pallet_assets::Config<
			AssetId = AssetId,
			Balance = Balance,
			Extra = AccountExtra,
			Freezer = Pallet<Self>,
		> + pallet_assets_holder::Config
	{
		/// Who stands behind an account.
		type Identities: IdentityInspect<Self::AccountId>;
		/// What the asset is.
		type Assets: AssetInspect;
		/// Who may do what for an asset.
		type Roles: RoleInspect;
		/// The clock.
		type Time: Time<Moment = Moment>;
		/// Changes of jurisdiction that wait for positions to be counted anew.
		type Reseating: ReseatIdentity;
		/// Where it is kept how many assets an identity holds.
		type Seats: Seats;
		/// Accounts that give way to others.
		type Replacements: AccountReplacement<Self::AccountId>;
		/// ASY, for deposits.
		type Deposits: fungible::Inspect<Self::AccountId, Balance = Balance>
			+ fungible::MutateHold<Self::AccountId, Reason = Self::DepositReason>;
		/// The runtime's reasons for holding ASY.
		type DepositReason: From<HoldReason>;
		/// ASY held of an officer for each approval of a movement, until it is used or removed.
		#[pallet::constant]
		type TransferApprovalDeposit: Get<Balance>;
		/// ASY held of an account that agrees to receive an asset for its identity.
		#[pallet::constant]
		type OptInDeposit: Get<Balance>;
		/// Ends what units are held for when a docket takes them.
		type HoldCloser: HoldCloser<Self::AccountId>;
		/// Owner of every asset in the ledger: an account without a key.
		type TeamAccount: Get<Self::AccountId>;
		/// The council: pauses and resumes on its own.
		type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Weights of the calls and of the transaction extension.
		type WeightInfo: WeightInfo;
		/// Sets up identities and assets for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Pays for the look at the clearance when the block ends.
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			<T as polkadot_sdk::frame_system::Config>::DbWeight::get().reads_writes(1, 1)
		}

		/// No clearance outlives its extrinsic. Should one, it dies here, and the block goes on.
		fn on_finalize(_: BlockNumberFor<T>) {
			if Self::sweep_clearance() {
				defensive!("a clearance outlived its extrinsic");
			}
		}

		fn integrity_test() {
			assert!(
				<T as pallet_assets::Config>::MetadataDepositBase::get().is_zero()
					&& <T as pallet_assets::Config>::MetadataDepositPerByte::get().is_zero(),
				"the keyless owner of the assets cannot pay a deposit for metadata"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Every reason why `compliance.transfer` (with a spender: `transfer_from`) of these units
		/// would be refused now, with its figures; empty when it would succeed.
		pub fn can_transfer(
			asset: AssetId,
			from: T::AccountId,
			to: T::AccountId,
			amount: Balance,
			spender: Option<T::AccountId>,
		) -> Refusals {
			Self::refusals(Request::transfer(asset, from, to, amount).spent_by(spender))
		}

		/// The rules of an asset; `None` when it has no policy, and does not move.
		pub fn policy(asset: AssetId) -> Option<Policy> {
			Self::policy_in_force(asset)
		}

		/// The rules that take the place of those in force, and when; `None` when none do.
		pub fn pending_policy(asset: AssetId) -> Option<ScheduledPolicy> {
			Self::policy_to_come(asset)
		}

		/// What an officer has approved beforehand, from one identity to another.
		pub fn transfer_approval(
			asset: AssetId,
			from: IdentityId,
			to: IdentityId,
		) -> Option<TransferApproval<T::AccountId>> {
			TransferApprovals::<T>::get((asset, from, to))
		}

		/// Identities that hold an asset, by the country each is counted under.
		pub fn holders(asset: AssetId) -> CountryCounts {
			Holders::<T>::get(asset)
		}

		/// What an identity held when a checkpoint was opened; `None` when no such one is open.
		pub fn position_at(
			asset: AssetId,
			identity: IdentityId,
			checkpoint: CheckpointId,
		) -> Option<Balance> {
			<Self as PositionInspect>::position_at(asset, identity, checkpoint)
		}

		/// Units that existed when a checkpoint was opened; `None` when no such one is open.
		pub fn supply_at(asset: AssetId, checkpoint: CheckpointId) -> Option<Balance> {
			<Self as PositionInspect>::supply_at(asset, checkpoint)
		}

		/// Status, pauses and rules of an asset.
		pub fn controls(asset: AssetId) -> Option<AssetControls> {
			Controls::<T>::get(asset)
		}

		/// What an identity holds of an asset, and what is frozen of it.
		pub fn position(asset: AssetId, identity: IdentityId) -> Option<Position<T::AccountId>> {
			Positions::<T>::get(asset, identity)
		}

		/// Kinds of movement that are paused for an asset.
		pub fn paused(asset: AssetId) -> BoundedVec<Movement, ConstU32<5>> {
			Self::paused_movements(asset)
		}
	}
}

#![doc = include_str!("../README.md")]
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

pub use pallet::*;

mod acts;
mod asset;
mod calls;
pub mod checks;
mod engagements;
mod errors;
mod events;
mod impls;
mod powers;
mod redemption;
mod role;
mod storage;
mod terms;
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

pub use acts::*;
pub use powers::*;
pub use terms::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;

use assay_primitives::{
	AssetId, AssetStatus, AssetSummary, Balance, Hash, IdentityId, Moment, Role,
};
use frame_support::pallet_macros::import_section;
use polkadot_sdk::{frame_support, frame_system};

#[import_section(calls::calls)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[import_section(storage::storage)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use assay_traits::{GuardedLedger, IdentityInspect, OnAssetStatus, PositionInspect};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, Contains, Time},
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

		/// Where units live: opened at activation, asked for the supply at retirement.
		type Ledger: GuardedLedger<Self::AccountId>;

		/// What identities hold: who holds units may object to new terms, and while anybody does, no
		/// asset is retired.
		type Positions: PositionInspect;

		/// Who is told of every status that follows `Draft`.
		type OnStatus: OnAssetStatus;

		/// What deposits are paid in.
		type Currency: fungible::MutateHold<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;

		/// The runtime's reasons to hold a deposit.
		type RuntimeHoldReason: From<HoldReason>;

		/// Persons and organisations that may approve an asset and, with a role for it, changes of its
		/// terms: those with an office that the council gave them.
		type Approvers: Contains<IdentityId>;

		/// The council, which may suspend, and alone may resume.
		type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Every power over an asset that does not come from its file.
		type OtherPowers: Get<Vec<PowerRule>>;

		/// How long an approved change of terms waits for objections, in ms.
		#[pallet::constant]
		type TermsDelay: Get<Moment>;

		/// How long a change of terms may wait for its approval and, once the delay has passed, to
		/// be applied, in ms.
		#[pallet::constant]
		type TermsPeriod: Get<Moment>;

		/// Deposit for an asset: its terms, its index of documents and its bounded grants.
		#[pallet::constant]
		type AssetDeposit: Get<Balance>;

		/// Deposit for one version of a document.
		#[pallet::constant]
		type DocumentDeposit: Get<Balance>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Sets up identities for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				!T::AssetDeposit::get().is_zero(),
				"an asset must cost a deposit"
			);
			assert!(
				!T::DocumentDeposit::get().is_zero(),
				"a document must cost a deposit"
			);
			assert!(
				!T::TermsDelay::get().is_zero() && !T::TermsPeriod::get().is_zero(),
				"new terms must wait, and must have time to be approved and applied"
			);
			assert!(
				file_powers(T::TermsDelay::get())
					.into_iter()
					.chain(T::OtherPowers::get())
					.all(|rule| rule.delay_ms <= MAX_POWER_DELAY),
				"the delay of a power is in ms"
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
		/// All that is on file about an asset, with the hash that `approve` asks for.
		pub fn asset(asset: AssetId) -> Option<AssetDetails> {
			Self::details(asset)
		}

		/// The latest version of each kind of document, at most 16.
		pub fn documents(asset: AssetId) -> DocumentList {
			Self::latest_documents(asset)
		}

		/// Every grant, expired ones too, at most 64. The issuer's own role is not among them.
		pub fn roles_of(asset: AssetId) -> Vec<(Role, IdentityId, RoleGrant)> {
			Self::grants_of(asset)
				.map(|((role, identity), grant)| (role, identity, grant))
				.collect()
		}

		/// Who may perform an act now; nobody when the status forbids it.
		pub fn who_can(asset: AssetId, act: Act) -> Vec<Actor> {
			Self::actors(asset, act)
		}

		/// The asset that has exactly this ticker, in whatever case. Tickers that only look like it
		/// do not find it, though they may not be drafted beside it.
		pub fn by_ticker(ticker: Vec<u8>) -> Option<AssetId> {
			Self::find_ticker(&ticker)
		}

		/// What shuts minting now: required documents whose latest version has expired.
		pub fn expired_documents(asset: AssetId) -> Vec<LatestDocument> {
			Self::missed_documents(asset)
		}

		/// The change of terms that is on its way or has lapsed, and what it changes.
		pub fn term_change(asset: AssetId) -> Option<TermChangeDetails> {
			Self::change_details(asset)
		}

		/// What it takes to change each term of an approved asset.
		pub fn gates() -> Vec<(Term, Gate)> {
			Term::ALL.map(|term| (term, term.gate())).to_vec()
		}

		/// Every power over an asset: who has it now, who must agree, how long it takes and who may
		/// stop it. Empty when there is no such asset.
		pub fn powers(asset: AssetId) -> Vec<PowerDisclosure> {
			Self::disclosed_powers(asset)
		}
	}
}

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

mod admission;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod calls;
mod errors;
mod events;
mod genesis;
mod impls;
mod inspect;
#[cfg(test)]
mod mock;
mod storage;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

pub use admission::{Admission, CarriedCalls, MAX_CARRIED, MAX_PRINCIPALS};
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use alloc::vec::Vec;
use assay_primitives::{
	Balance, Claim, ClaimTopic, CountryCounts, Hash, IdentityId, IdentityKind, InvestorCategory,
	Jurisdiction, Moment, Standing, TrustedIssuer, TrustedIssuers, MAX_ACCOUNTS,
	MAX_TRUSTED_ISSUERS,
};
use assay_traits::HoldingsInspect;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{
	frame_support::{
		self,
		pallet_macros::import_section,
		pallet_prelude::*,
		traits::{
			fungible::{Inspect, MutateHold},
			Contains, Time,
		},
		DefaultNoBound,
	},
	frame_system::pallet_prelude::*,
	sp_runtime::{
		traits::{IdentifyAccount, Verify},
		ArithmeticError,
	},
};
use scale_info::TypeInfo;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(storage::storage)]
#[import_section(calls::calls)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: polkadot_sdk::frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// ASY, for deposits.
		type Currency: Inspect<Self::AccountId, Balance = Balance>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The runtime's reasons for holding ASY.
		type RuntimeHoldReason: From<HoldReason>;

		/// The time of the block, in ms.
		type Time: Time<Moment = Moment>;

		/// Whether an account or an identity holds anything, so that its ties must not change.
		type Holdings: HoldingsInspect<Self::AccountId>;

		/// Identities whose removal would leave something without whoever answers for it.
		type Duties: Contains<IdentityId>;

		/// Who approves registrars and issuers, and sanctions.
		type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// How an account signs that it wants to be linked.
		type Signature: Verify<Signer = Self::Signer> + Parameter;

		/// Whose signatures they are.
		type Signer: IdentifyAccount<AccountId = Self::AccountId>;

		/// What accounts of a suspended identity may still sign. Of a call that carries others, these
		/// are asked too, each in the name that it acts in.
		type SuspendedCalls: Contains<RuntimeCallFor<Self>>;

		/// What accounts of a sanctioned identity may still sign; likewise.
		type SanctionedCalls: Contains<RuntimeCallFor<Self>>;

		/// What an account may still sign that is being replaced: its objection; likewise.
		type ReplacedCalls: Contains<RuntimeCallFor<Self>>;

		/// What may be done in the name of an account that is linked to nothing and cannot sign: what
		/// links it.
		type UnlinkedCalls: Contains<RuntimeCallFor<Self>>;

		/// Which calls carry others, and in whose name.
		type Carriers: CarriedCalls<RuntimeCallFor<Self>, Self::AccountId>;

		/// What anybody may sign; the rest is refused before it costs a fee.
		type OfferedCalls: Contains<RuntimeCallFor<Self>>;

		/// ASY held of the registrar for each identity, its links, its claims and its reference.
		#[pallet::constant]
		type IdentityDeposit: Get<Balance>;

		/// ASY held of the proposer for each invitation of an account.
		#[pallet::constant]
		type LinkProposalDeposit: Get<Balance>;

		/// ASY held of the proposer for each replacement of an account.
		#[pallet::constant]
		type ReplacementDeposit: Get<Balance>;

		/// How long an account that is being replaced may object before the replacement can be
		/// completed, in ms.
		#[pallet::constant]
		type ObjectionPeriodMs: Get<Moment>;

		/// How long an invitation of an account or an organisation may be accepted, in ms.
		#[pallet::constant]
		type ProposalPeriodMs: Get<Moment>;

		/// What the calls and the extension cost.
		type WeightInfo: WeightInfo;

		/// Makes signatures and carriers for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<
			Self::Signature,
			Self::AccountId,
			RuntimeCallFor<Self>,
		>;
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(
			_: BlockNumberFor<T>,
		) -> Result<(), polkadot_sdk::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// All that is known of an identity.
		pub fn identity(identity: IdentityId) -> Option<IdentityRecord> {
			Identities::<T>::get(identity)
		}

		/// The identity behind an account, and its standing.
		pub fn identity_of(account: T::AccountId) -> Option<AccountLink> {
			Links::<T>::get(account)
		}

		/// The accounts of an identity, in the order in which they were linked.
		pub fn accounts_of(identity: IdentityId) -> Vec<T::AccountId> {
			AccountsOf::<T>::get(identity).into_inner()
		}

		/// The bytes that `account` must sign, bare or between `<Bytes>` and `</Bytes>`, to be
		/// linked to `identity` until `expires` (ms). None when there is no such identity.
		pub fn link_payload(
			identity: IdentityId,
			account: T::AccountId,
			expires: Moment,
		) -> Option<Vec<u8>> {
			Identities::<T>::contains_key(identity)
				.then(|| Self::link_payload_of(identity, &account, expires))
		}

		/// The bytes that `new` must sign to take the place of `old` until `expires` (ms). None when
		/// `old` is linked to no identity.
		pub fn replacement_payload(
			old: T::AccountId,
			new: T::AccountId,
			expires: Moment,
		) -> Option<Vec<u8>> {
			let identity = Links::<T>::get(&old)?.identity;
			Some(Self::replacement_payload_of(identity, &old, &new, expires))
		}

		/// The bytes that `account` must sign to become, until `expires` (ms), the first account of
		/// whom `registrar` registers under `reference`.
		pub fn onboarding_payload(
			registrar: IdentityId,
			reference: Hash,
			account: T::AccountId,
			expires: Moment,
		) -> Vec<u8> {
			Self::onboarding_payload_of(registrar, reference, &account, expires)
		}

		/// How far the replacement of an account has come; none when it is not being replaced.
		pub fn replacement(account: T::AccountId) -> Option<Replacement<T::AccountId>> {
			Replacements::<T>::get(account)
		}

		/// The identity that a registrar has registered under a reference.
		pub fn by_reference(registrar: IdentityId, reference: Hash) -> Option<IdentityId> {
			References::<T>::get(registrar, reference)
		}

		/// The claims of an identity, each with whether it holds now.
		pub fn claims(identity: IdentityId) -> Vec<ClaimState> {
			Self::claim_states(identity)
		}

		/// The identities that may register others.
		pub fn registrars() -> Vec<IdentityId> {
			Registrars::<T>::get().into_inner()
		}

		/// Who may vouch for what.
		pub fn issuers() -> Vec<TrustedIssuer> {
			ClaimIssuers::<T>::get().into_inner()
		}
	}
}

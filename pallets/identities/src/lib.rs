//! Who may take part: identities, their accounts, what is vouched of them, and who may vouch.
//!
//! # Overview
//!
//! An *identity* is a human being or an organisation. Rules see identities, not accounts: one
//! investor with ten accounts is one holder. No personal data is stored: a kind, a jurisdiction, an
//! investor category, and claims that carry a salted hash.
//!
//! [`Admission`] lets only accounts of identities in good standing sign. Every linked account is
//! kept alive by a provider reference, so that it can sign before it holds anything. The reference
//! outlives the link of an account that has signed, so that its nonce never starts again.
//!
//! # Terms
//!
//! - *Registrar*: an identity that the council approved to register others. Each identity has one
//!   registrar that answers for it; those of genesis have none, and the council alone does.
//! - *Link*: what ties an account to an identity, made by the account's signature
//!   ([`Pallet::link_account`]) or, for multisigs and pure proxies, by the account's own call
//!   ([`Pallet::accept_link`]). An identity adds its accounts itself; its registrar only the first,
//!   or it could act for whomever it registered.
//! - *Organisation*: the legal identity that a person acts for. Both consent: the person's
//!   registrar proposes, the organisation's own account accepts. A signer has the rights of its
//!   identity and of its organisation, and only while both are in good standing.
//! - *Claim*: what an approved *issuer* vouches for until a moment. It holds while it has not
//!   expired and its issuer is approved for its topic: the council's revocation acts at once.
//! - *Standing*: what admission and every policy ask.
//!
//! ```text
//!           suspend                          sanction
//!   Active ─────────▶ Suspended    either ──────────────▶ Sanctioned
//!          ◀─────────                     ◀──────────────
//!          reinstate                       lift_sanction
//!
//!   A sanction outranks a suspension. Each is ended by its own call, and leaves the other.
//! ```
//!
//! # Invariants
//!
//! - INV-IDT-1: the accounts of an identity are exactly the links to it, each account linked once.
//! - INV-IDT-2: the standing in a link is the standing of its identity.
//! - INV-IDT-3: standing follows from sanction and suspension, the sanction first.
//! - INV-IDT-4: every jurisdiction is a number between 1 and 999.
//! - INV-IDT-5: only persons act for organisations, only legal identities are such, and the number
//!   of persons kept for each equals a recount.
//! - INV-IDT-6: an identity carries at most one claim per topic and issuer.
//! - INV-IDT-7: registrars and issuers are sorted, named once, and exist.
//! - INV-IDT-8: nothing is stored of an identity that does not exist, and none is numbered past the
//!   next number.
//! - INV-IDT-9: the ASY held of each depositor equals the sum of the deposits recorded for it.
//! - INV-IDT-10: every linked account is alive.
//!
//! # Calls and who may make them
//!
//! | call | own account | registrar of it | other registrar | organisation | issuer | council |
//! | --- | --- | --- | --- | --- | --- | --- |
//! | `register` | | yes | yes | | | |
//! | `remove_identity` | | yes | | | | yes |
//! | `link_account` (signed by the new account) | yes | the first | | | | |
//! | `propose_link` | yes | the first | | | | |
//! | `accept_link` | the invited account itself | | | | | |
//! | `cancel_link_proposal` (the invited account too; anybody once void) | yes | yes | | | | |
//! | `unlink_account` | not the last | yes | | | | |
//! | `propose_organisation` | | yes | | | | |
//! | `accept_organisation` | | | | yes | | |
//! | `leave_organisation` | yes | yes | | yes | | |
//! | `set_category`, `change_jurisdiction` | | yes | | | | |
//! | `add_claim` | | | | | of the topic | |
//! | `revoke_claim` | | | | | of the claim | |
//! | `suspend`, `reinstate` | | yes | | | | yes |
//! | `sanction`, `lift_sanction` | | | | | | yes |
//! | `add_registrar`, `remove_registrar`, `set_registrar` | | | | | | yes |
//! | `approve_issuer`, `revoke_issuer` | | | | | | yes |

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod admission;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
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

pub use admission::{Admission, PrincipalOf, PrincipalsFilter};
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use alloc::vec::Vec;
use assay_primitives::{
	Balance, Claim, ClaimTopic, Hash, IdentityId, IdentityKind, InvestorCategory, Jurisdiction,
	Moment, Standing, TrustedIssuer, TrustedIssuers, MAX_ACCOUNTS, MAX_TRUSTED_ISSUERS,
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

		/// What accounts of a suspended identity may still sign. No wrapper of other calls.
		type SuspendedCalls: Contains<RuntimeCallFor<Self>>;

		/// What accounts of a sanctioned identity may still sign. No wrapper of other calls.
		type SanctionedCalls: Contains<RuntimeCallFor<Self>>;

		/// In whose name a call acts that wraps another.
		type Principals: PrincipalOf<RuntimeCallFor<Self>, Self::AccountId>;

		/// What anybody may sign; the rest is refused before it costs a fee.
		type OfferedCalls: Contains<RuntimeCallFor<Self>>;

		/// ASY held of the registrar for each identity, its links and its claims.
		#[pallet::constant]
		type IdentityDeposit: Get<Balance>;

		/// ASY held of the proposer for each invitation of an account.
		#[pallet::constant]
		type LinkProposalDeposit: Get<Balance>;

		/// How long an invitation of an account or an organisation may be accepted, in ms.
		#[pallet::constant]
		type ProposalPeriodMs: Get<Moment>;

		/// What the calls and the extension cost.
		type WeightInfo: WeightInfo;

		/// Makes signatures for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::Signature, Self::AccountId>;
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

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Registers an identity without accounts; a named organisation is asked for its consent.
		///
		/// Origin: an approved registrar, who places `IdentityDeposit`.
		///
		/// Errors: `NotRegistrar`, `InvalidJurisdiction`, `NotNatural`, `NotLegal`, `IdsExhausted`.
		///
		/// Emits `IdentityRegistered`, and `OrganisationProposed` when one is named.
		#[pallet::call_index(0)]
		pub fn register(
			origin: OriginFor<T>,
			kind: IdentityKind,
			organisation: Option<IdentityId>,
			jurisdiction: Jurisdiction,
			category: InvestorCategory,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let acting = Self::acting(&who)?;
			let registrar = Self::registrar_of(&acting).ok_or(Error::<T>::NotRegistrar)?;
			Self::do_register(who, registrar, kind, organisation, jurisdiction, category)
		}

		/// Removes an identity in good standing, unlinks its accounts, and returns the deposit.
		///
		/// Origin: its registrar or the council.
		///
		/// Errors: `TargetNotInGoodStanding`, `HasMembers`, `IsRegistrar`, `IsIssuer`, `HasDuties`,
		/// `IdentityHoldsUnits`, `AccountInUse`.
		///
		/// Emits `IdentityRemoved`.
		#[pallet::call_index(1)]
		pub fn remove_identity(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			Self::ensure_authority(origin, &Self::record(identity)?)?;
			Self::do_remove_identity(identity)
		}

		/// Links an account that signed the bytes which the view `link_payload` returns.
		///
		/// Origin: an account of the identity; for its first one, its registrar. `expires` is in ms.
		///
		/// Errors: `TargetNotInGoodStanding`, `NotAuthorized`, `AlreadyLinked`, `SignatureExpired`,
		/// `BadSignature`, `TooManyAccounts`.
		///
		/// Emits `AccountLinked`.
		#[pallet::call_index(2)]
		pub fn link_account(
			origin: OriginFor<T>,
			identity: IdentityId,
			account: T::AccountId,
			expires: Moment,
			signature: T::Signature,
		) -> DispatchResult {
			let acting = Self::acting(&ensure_signed(origin)?)?;
			Self::do_link(&acting, identity, &account, expires, &signature)
		}

		/// Invites an account that cannot sign, such as a multisig or a pure proxy.
		///
		/// Origin: an account of the identity; for its first one, its registrar. The signer places
		/// `LinkProposalDeposit`.
		///
		/// Errors: `TargetNotInGoodStanding`, `NotAuthorized`, `AlreadyLinked`, `AlreadyProposed`.
		///
		/// Emits `LinkProposed`.
		#[pallet::call_index(3)]
		pub fn propose_link(
			origin: OriginFor<T>,
			identity: IdentityId,
			account: T::AccountId,
		) -> DispatchResult {
			Self::do_propose_link(ensure_signed(origin)?, identity, account)
		}

		/// Links the calling account to the identity that invited it, and returns the deposit.
		///
		/// Origin: the invited account itself, through its multisig or proxy. What the registrar
		/// proposed is for the identity's first account, and lapses once it has one.
		///
		/// Errors: `ProposalNotFound`, `ProposalExpired`, `AlreadyLinked`,
		/// `TargetNotInGoodStanding`, `NotAuthorized`, `TooManyAccounts`.
		///
		/// Emits `AccountLinked`.
		#[pallet::call_index(4)]
		pub fn accept_link(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			Self::do_accept_link(ensure_signed(origin)?, identity)
		}

		/// Ends an invitation and returns its deposit.
		///
		/// Origin: the invited account, an account of the identity, or its registrar; anybody once
		/// the invitation expired, the account is linked, or the identity is gone.
		///
		/// Errors: `ProposalNotFound`, `NotAuthorized`. Emits `LinkProposalCancelled`.
		#[pallet::call_index(5)]
		pub fn cancel_link_proposal(
			origin: OriginFor<T>,
			identity: IdentityId,
			account: T::AccountId,
		) -> DispatchResult {
			Self::do_cancel_link_proposal(&ensure_signed(origin)?, identity, account)
		}

		/// Ends the link of an account that holds nothing.
		///
		/// Origin: the identity's registrar, or an account of it unless it is the last.
		///
		/// Errors: `NotLinked`, `TargetNotInGoodStanding`, `LastAccount`, `AccountHoldsUnits`,
		/// `AccountInUse`.
		///
		/// Emits `AccountUnlinked`.
		#[pallet::call_index(6)]
		pub fn unlink_account(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			Self::do_unlink(&ensure_signed(origin)?, &account)
		}

		/// Names the organisation that a person shall act for; it must accept.
		///
		/// Origin: the person's registrar. A later proposal takes the place of an earlier one.
		///
		/// Errors: `NotNatural`, `NotLegal`, `TargetNotInGoodStanding`, `AlreadyActsFor`.
		///
		/// Emits `OrganisationProposed`.
		#[pallet::call_index(7)]
		pub fn propose_organisation(
			origin: OriginFor<T>,
			identity: IdentityId,
			organisation: IdentityId,
		) -> DispatchResult {
			Self::do_propose_organisation(&ensure_signed(origin)?, identity, organisation)
		}

		/// Accepts that a person acts for the calling organisation, and for no other any more.
		///
		/// Origin: an account of the organisation itself.
		///
		/// Errors: `ProposalNotFound`, `NotAuthorized`, `ProposalExpired`.
		///
		/// Emits `OrganisationChanged`.
		#[pallet::call_index(8)]
		pub fn accept_organisation(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			Self::do_accept_organisation(&ensure_signed(origin)?, identity)
		}

		/// Ends that a person acts for an organisation, and what has been proposed.
		///
		/// Origin: the person, its registrar, or the organisation for what concerns it.
		///
		/// Errors: `NoOrganisation`, `NotAuthorized`.
		///
		/// Emits `OrganisationChanged` and `OrganisationProposalWithdrawn` for what was there.
		#[pallet::call_index(9)]
		pub fn leave_organisation(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			Self::do_leave_organisation(&ensure_signed(origin)?, identity)
		}

		/// Sets the investor category.
		///
		/// Origin: the identity's registrar. Emits `CategoryChanged`.
		#[pallet::call_index(10)]
		pub fn set_category(
			origin: OriginFor<T>,
			identity: IdentityId,
			category: InvestorCategory,
		) -> DispatchResult {
			Self::do_set_category(&ensure_signed(origin)?, identity, category)
		}

		/// Sets the jurisdiction of an identity that holds nothing.
		///
		/// Origin: the identity's registrar. Errors: `InvalidJurisdiction`, `IdentityHoldsUnits`.
		///
		/// Emits `JurisdictionChanged`.
		#[pallet::call_index(11)]
		pub fn change_jurisdiction(
			origin: OriginFor<T>,
			identity: IdentityId,
			jurisdiction: Jurisdiction,
		) -> DispatchResult {
			Self::do_change_jurisdiction(&ensure_signed(origin)?, identity, jurisdiction)
		}

		/// Vouches for an identity until `valid_until` (ms), in the place of an earlier claim on the
		/// topic by the same issuer.
		///
		/// Origin: whose identity or organisation the council approved for the topic. `data_hash` is
		/// BLAKE2b-256 over a random 32-byte salt and the document.
		///
		/// Errors: `IssuerNotApproved`, `ClaimExpired`, `TooManyClaims`. Emits `ClaimAdded`.
		#[pallet::call_index(12)]
		pub fn add_claim(
			origin: OriginFor<T>,
			identity: IdentityId,
			topic: ClaimTopic,
			valid_until: Moment,
			data_hash: Hash,
		) -> DispatchResult {
			Self::do_add_claim(
				&ensure_signed(origin)?,
				identity,
				topic,
				valid_until,
				data_hash,
			)
		}

		/// Revokes a claim at once.
		///
		/// Origin: whose identity or organisation is the issuer, approved still or not.
		///
		/// Errors: `NotAuthorized`, `ClaimNotFound`. Emits `ClaimRevoked`.
		#[pallet::call_index(13)]
		pub fn revoke_claim(
			origin: OriginFor<T>,
			identity: IdentityId,
			topic: ClaimTopic,
			issuer: IdentityId,
		) -> DispatchResult {
			Self::do_revoke_claim(&ensure_signed(origin)?, identity, topic, issuer)
		}

		/// Suspends an identity: its accounts may sign little until it is reinstated.
		///
		/// Origin: its registrar or the council. Errors: `AlreadySuspended`. Emits `Suspended`.
		#[pallet::call_index(14)]
		pub fn suspend(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			let record = Self::record(identity)?;
			let by = Self::ensure_authority(origin, &record)?;
			Self::do_suspend(identity, record, by)
		}

		/// Ends a suspension; a sanction stays.
		///
		/// Origin: the council, or the registrar when it ordered the suspension itself.
		///
		/// Errors: `NotSuspended`, `SuspendedByCouncil`. Emits `Reinstated`.
		#[pallet::call_index(15)]
		pub fn reinstate(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			let record = Self::record(identity)?;
			let by = Self::ensure_authority(origin, &record)?;
			Self::do_reinstate(identity, record, by)
		}

		/// Freezes an identity everywhere, under the hash of a case.
		///
		/// Origin: the council. Errors: `AlreadySanctioned`. Emits `Sanctioned`.
		#[pallet::call_index(16)]
		pub fn sanction(origin: OriginFor<T>, identity: IdentityId, case: Hash) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_sanction(identity, case)
		}

		/// Ends a sanction, under the hash of a case; a suspension stays.
		///
		/// Origin: the council. Errors: `NotSanctioned`. Emits `SanctionLifted`.
		#[pallet::call_index(17)]
		pub fn lift_sanction(
			origin: OriginFor<T>,
			identity: IdentityId,
			case: Hash,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_lift_sanction(identity, case)
		}

		/// Lets an identity register others.
		///
		/// Origin: the council. Errors: `AlreadyRegistrar`, `TooManyRegistrars`,
		/// `TargetNotInGoodStanding`. Emits `RegistrarAdded`.
		#[pallet::call_index(18)]
		pub fn add_registrar(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_add_registrar(identity)
		}

		/// Does not let an identity register others, nor answer for them, any more.
		///
		/// Origin: the council. Errors: `RegistrarNotFound`. Emits `RegistrarRemoved`.
		#[pallet::call_index(19)]
		pub fn remove_registrar(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_remove_registrar(identity)
		}

		/// Lets another registrar answer for an identity.
		///
		/// Origin: the council. Errors: `RegistrarNotFound`. Emits `RegistrarChanged`.
		#[pallet::call_index(20)]
		pub fn set_registrar(
			origin: OriginFor<T>,
			identity: IdentityId,
			registrar: IdentityId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_set_registrar(identity, registrar)
		}

		/// Lets an identity, and persons who act for it, vouch for a topic.
		///
		/// Origin: the council. Errors: `IssuerAlreadyApproved`, `TooManyIssuers`,
		/// `TargetNotInGoodStanding`. Emits `IssuerApproved`.
		#[pallet::call_index(21)]
		pub fn approve_issuer(
			origin: OriginFor<T>,
			topic: ClaimTopic,
			issuer: IdentityId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_approve_issuer(topic, issuer)
		}

		/// Does not let an identity vouch for a topic any more: its claims on it stop to hold.
		///
		/// Origin: the council. Errors: `IssuerNotApproved`. Emits `IssuerRevoked`.
		#[pallet::call_index(22)]
		pub fn revoke_issuer(
			origin: OriginFor<T>,
			topic: ClaimTopic,
			issuer: IdentityId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_revoke_issuer(topic, issuer)
		}
	}
}

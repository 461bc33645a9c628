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

pub use challenge::*;
pub use history::*;
pub use pallet::*;
pub use proof::*;
pub use types::*;
pub use weights::WeightInfo;

mod announce;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod challenge;
mod custody_dependents;
mod errors;
pub mod evaluate;
mod events;
mod history;
mod impls;
#[cfg(test)]
mod mock;
mod proof;
mod reserve;
mod storage;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;

use polkadot_sdk::frame_support::pallet_macros::import_section;

#[import_section(errors::errors)]
#[import_section(events::events)]
#[import_section(storage::storage)]
#[polkadot_sdk::frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::{boxed::Box, vec::Vec};
	use assay_primitives::{
		AccountId, AssetId, Balance, BasisPoints, Hash, IdentityId, Moment, Quantity,
		ReserveFigures, ReserveStatus, Role, Scope, Signature, VaultId, BPS, MAX_SCOPES,
	};
	use assay_traits::{
		AssetInspect, BondDraw, CustodyInspect, IdentityInspect, LotInspect, OnReserveStatus,
		PositionInspect, ReserveInspect, ReserveParameters, RoleInspect, SupplyInspect,
	};
	use polkadot_sdk::{
		frame_support::{
			pallet_prelude::*,
			traits::{fungible::MutateHold, Contains, Time},
		},
		frame_system::pallet_prelude::*,
	};

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		polkadot_sdk::frame_system::Config<
		AccountId: Into<AccountId>,
		Hash = Hash,
		RuntimeEvent: From<Event<Self>>,
	>
	{
		/// The reasons for holds of the whole runtime.
		type RuntimeHoldReason: From<HoldReason>;
		/// ASY, which the deposit of a challenge is paid in.
		type Currency: MutateHold<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;
		/// The clock, in ms since the Unix epoch.
		type Time: Time<Moment = Moment>;
		/// Who stands behind an account.
		type Identities: IdentityInspect<Self::AccountId>;
		/// Who may report and confirm for an asset.
		type Roles: RoleInspect;
		/// Whether the asset is there, its unit and its issuer.
		type Assets: AssetInspect;
		/// Which custodians, auditors and vaults are approved.
		type Custody: CustodyInspect;
		/// The register of lots.
		type Lots: LotInspect;
		/// Coverage, quorum, ages, tolerance, haircuts and limits.
		type Parameters: ReserveParameters;
		/// The units that the reserve must cover.
		type Supply: SupplyInspect;
		/// Who holds units, and so has an interest.
		type Positions: PositionInspect;
		/// The members of the council.
		type CouncilMembers: Contains<Self::AccountId>;
		/// The bonds of custodians, from which proofs are rewarded.
		type Bonds: BondDraw<Self::AccountId>;
		/// Is told of each status that has changed, as it is announced.
		type OnStatus: OnReserveStatus;
		/// What a proof of deficiency is worth, in bps of the custodian's bond.
		#[pallet::constant]
		type ProofRewardBps: Get<BasisPoints>;
		/// What a challenger puts down, in ASY: it burns when the answer comes in time.
		#[pallet::constant]
		type ChallengeDeposit: Get<Balance>;
		/// How long a custodian has to answer a challenge, in ms.
		#[pallet::constant]
		type AnswerPeriod: Get<Moment>;
		/// Assets whose status is looked at in one block, to announce its changes.
		#[pallet::constant]
		type MaxAnnouncementsPerBlock: Get<u32>;
		/// Weights of the calls and of the announcements.
		type WeightInfo: WeightInfo;
		/// Sets the scene for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Why ASY are on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For a challenge that waits for its answer.
		Challenge,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			Self::announce(remaining)
		}

		fn integrity_test() {
			assert!(
				T::MaxAnnouncementsPerBlock::get() > 0,
				"without announcements no change of status would ever be seen",
			);
			assert!(
				T::ProofRewardBps::get() <= BPS,
				"a reward is a share of the bond",
			);
			assert!(
				T::AnswerPeriod::get() > 0,
				"an answer must speak of a moment after the challenge",
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
		/// States what lies in one of the signer's vaults for the asset; supersedes the scope's
		/// former report with its verdicts.
		///
		/// # Origin
		/// Signed by an active identity with the custodian's role for the asset, whose organisation
		/// the council has approved as a custodian.
		///
		/// # Parameters
		/// - `asset`, `vault`: the scope, together with the signer's organisation.
		/// - `report`: quantity in the underlying's smallest unit, times in ms. Its `as_of` must be
		///   later than that of every former report of the scope and not in the future.
		///
		/// # Errors
		/// `NotCustodian`, `UnknownAsset`, `AssetNotReportable`, `UnitMismatch`, `UnknownVault`,
		/// `AsOfInFuture`, `ValidityOver`, `AsOfNotNewer`, `AsOfBeforeFault`, `TooManyScopes`.
		///
		/// # Events
		/// `ReportSubmitted`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::submit_report())]
		pub fn submit_report(
			origin: OriginFor<T>,
			asset: AssetId,
			vault: VaultId,
			report: ReportInput,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let custodian = Self::reporting_custodian(&who, asset)?;
			Self::do_report(
				Scope {
					asset,
					custodian,
					vault,
				},
				report,
			)
		}

		/// Takes the report of one of the signer's vaults back: the scope counts for nothing until
		/// the next report, whose `as_of` must still be later.
		///
		/// # Origin
		/// Signed by an active identity of the scope's custodian with the custodian's role for the
		/// asset. A custodian that is no longer approved may still withdraw.
		///
		/// # Parameters
		/// - `reason`: BLAKE2b-256 of the reason, for the record.
		///
		/// # Errors
		/// `NotCustodian`, `ReportNotFound`, `ReportWithdrawn` when it has been before.
		///
		/// # Events
		/// `ReportWithdrawn`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::withdraw_report())]
		pub fn withdraw_report(
			origin: OriginFor<T>,
			asset: AssetId,
			vault: VaultId,
			reason: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let custodian = Self::acting_organisation(&who, asset, Role::Custodian)
				.ok_or(Error::<T>::NotCustodian)?;
			Self::do_withdraw(
				Scope {
					asset,
					custodian,
					vault,
				},
				reason,
			)
		}

		/// Confirms or contradicts the newest report of a scope.
		///
		/// # Origin
		/// Signed by an active identity with the auditor's role for the asset, whose organisation
		/// the council has approved as an auditor and which is neither the custodian's nor the
		/// issuer's.
		///
		/// # Details
		/// One verdict per organisation and report. A confirmation may be turned into a
		/// contradiction, once; a contradiction stands until the next report.
		///
		/// # Parameters
		/// - `scope`: what the report covers.
		/// - `confirmation`: names the report by its hash; quantity in the underlying's smallest unit,
		///   as the auditor found it.
		///
		/// # Errors
		/// `NotAuditor`, `UnknownAsset`, `NotIndependent`, `ReportNotFound`, `ReportWithdrawn`,
		/// `ReportSuperseded`, `AlreadyConfirmed`, `TooManyConfirmations`.
		///
		/// # Events
		/// `VerdictGiven`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::confirm())]
		pub fn confirm(
			origin: OriginFor<T>,
			scope: Scope,
			confirmation: ConfirmationInput,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let auditor = Self::confirming_auditor(&who, scope.asset)?;
			Self::do_confirm(scope, auditor, confirmation)
		}

		/// Hands in a report, a verdict or an answer that its author has signed off the chain.
		///
		/// # Origin
		/// Signed by any active identity.
		///
		/// # Details
		/// The author needs all that it would need to make the call itself. The signature is over
		/// [`Statement::payload`], as it is or between `<Bytes>` and `</Bytes>`. A statement counts
		/// once, for one chain, asset, scope and time: a report by its `as_of`, a verdict by the
		/// report's hash and because each auditor has one per report, an answer by the challenge's
		/// number.
		///
		/// # Parameters
		/// - `statement`: for this chain, by its genesis hash, and not expired.
		/// - `author`: the account that signed it.
		/// - `signature`: by that account.
		///
		/// # Errors
		/// `NotAdmitted`, `WrongChain`, `StatementExpired`, `BadSignature`; then those of
		/// `submit_report`, `confirm` or `answer_challenge`.
		///
		/// # Events
		/// `ReportSubmitted`, `VerdictGiven` or `ChallengeAnswered`, then `StatementAccepted`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::submit_statement())]
		pub fn submit_statement(
			origin: OriginFor<T>,
			statement: Statement,
			author: T::AccountId,
			signature: Signature,
		) -> DispatchResult {
			let submitter = ensure_signed(origin)?;
			Self::admitted(&submitter)?;
			Self::do_submit_statement(statement, author, submitter, &signature)
		}

		/// Takes a scope that no longer counts out of its asset's list and removes its report.
		///
		/// # Origin
		/// Signed by an active identity of the scope's custodian, or one with the issuer's role for
		/// the asset.
		///
		/// # Details
		/// The report must be withdrawn, past its validity or greatest age, its custodian or vault
		/// not approved any more, or a challenge to it overdue. No lot may be pledged to the scope,
		/// unless the custodian is suspended: else a late report would be enough to make the reserve
		/// look deficient. The scope's head, history and open challenges stay: a later report goes on
		/// from there.
		///
		/// # Errors
		/// `NotPermitted`, `ReportNotFound`, `ReportStillFresh`, `LotsPledged`.
		///
		/// # Events
		/// `ScopeRemoved`; `StatusChanged` when it was the asset's last.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::remove_scope())]
		pub fn remove_scope(origin: OriginFor<T>, scope: Scope) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let by = Self::removing_identity(&who, scope)?;
			Self::do_remove_scope(scope, by)
		}

		/// Asks a custodian for a fresh statement about lots of a scope. Without one in time the scope
		/// counts for nothing, from the deadline on, until it comes.
		///
		/// # Origin
		/// Signed by an active identity with the interest it states; not of the scope's custodian.
		///
		/// # Details
		/// [`Config::ChallengeDeposit`] is held: it burns when the answer comes in time and is
		/// returned when it does not. Each organisation may have one open challenge to a scope.
		///
		/// # Parameters
		/// - `scope`: listed, that is with a newest report.
		/// - `interest`: what gives the right to ask.
		/// - `lots`: at least one, each once, pledged to the scope by the register.
		///
		/// # Errors
		/// `NotAdmitted`, `NotIndependent`, `NoInterest`, `ReportNotFound`, `InvalidLots`,
		/// `LotNotInScope`, `AlreadyChallenged`, `TooManyChallenges`, too few free ASY for the deposit.
		///
		/// # Events
		/// `LotsChallenged`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::challenge_lots(
			lots.len().try_into().unwrap_or(u32::MAX)
		))]
		pub fn challenge_lots(
			origin: OriginFor<T>,
			scope: Scope,
			interest: Interest,
			lots: ChallengedLots,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_challenge(who, scope, interest, lots)
		}

		/// Answers a challenge: states that its lots lay in the vault at a moment after it.
		///
		/// # Origin
		/// Signed by an active identity of the scope's custodian with the custodian's role for the
		/// asset. A custodian that is no longer approved may still answer.
		///
		/// # Details
		/// An answer that is late is taken too: from then on the scope counts again, and the deposit
		/// is returned to the challenger.
		///
		/// # Parameters
		/// - `asset`, `vault`: the scope, together with the signer's organisation.
		/// - `answer`: its `as_of` must be later than the challenge and not in the future.
		///
		/// # Errors
		/// `NotCustodian`, `ChallengeNotFound`, `AnswerTooOld`, `AsOfInFuture`.
		///
		/// # Events
		/// `ChallengeAnswered`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::answer_challenge())]
		pub fn answer_challenge(
			origin: OriginFor<T>,
			asset: AssetId,
			vault: VaultId,
			answer: AnswerInput,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let custodian = Self::acting_organisation(&who, asset, Role::Custodian)
				.ok_or(Error::<T>::NotCustodian)?;
			Self::do_answer(
				Scope {
					asset,
					custodian,
					vault,
				},
				answer,
			)
		}

		/// Returns the deposit of a challenge that was not answered in time. The challenge stays open:
		/// the scope counts for nothing until it is answered.
		///
		/// # Origin
		/// Signed by anybody; the deposit goes to who put it down.
		///
		/// # Errors
		/// `ChallengeNotFound`, `AnswerNotOverdue`, `DepositReturned`.
		///
		/// # Events
		/// `ChallengeDepositReturned`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::return_challenge_deposit())]
		pub fn return_challenge_deposit(
			origin: OriginFor<T>,
			scope: Scope,
			challenge: ChallengeId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_return_deposit(scope, challenge)
		}

		/// Proves that a custodian has stated something false of a scope: the scope is disputed until
		/// a later report of it is confirmed, and the signer is paid from the custodian's bond.
		///
		/// # Origin
		/// Signed by any active identity, but not of the custodian at fault, nor of the auditor whose
		/// lower figure it shows.
		///
		/// # Details
		/// There are three proofs and no more, see [`DeficiencyProof`]. A statement counts as proof
		/// whether or not it was handed in or has expired, if the account that signed it speaks for
		/// the custodian: it is the custodian's own, or has its role for the asset. What a custodian
		/// has said of moments up to an accepted proof is punished once.
		///
		/// # Parameters
		/// - `proof`: the statements with their signatures and, for a lot, its places under the roots.
		///
		/// # Errors
		/// `NotAdmitted`, `WrongChain`, `WrongStatement`, `BadSignature`, `AsOfInFuture`,
		/// `NotCustodian`, `NotAuditor`, `NotIndependent`, `ReportNotFound`, `ReportWithdrawn`,
		/// `ReportSuperseded`, `ParametersMissing`, `BadLotProof`, `NothingProven`, `AlreadyProven`.
		///
		/// # Events
		/// `DeficiencyProven` for each scope at fault.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::prove_deficiency())]
		pub fn prove_deficiency(
			origin: OriginFor<T>,
			proof: Box<DeficiencyProof<T::AccountId>>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_prove(who, *proof)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Status and sums of the asset's reserve now, in the underlying's smallest unit; or why
		/// there is none.
		pub fn reserve_status(asset: AssetId) -> Result<ReserveFigures, DispatchError> {
			<Self as ReserveInspect>::figures(asset, T::Time::now())
		}

		/// Each scope's part in the asset's reserve now: every term of the sum and its source.
		pub fn reserve_breakdown(asset: AssetId) -> Result<Vec<ScopeBreakdown>, DispatchError> {
			Self::breakdown(asset, T::Time::now())
		}

		/// Units of the asset that may be minted now; zero when minting is shut.
		pub fn headroom(asset: AssetId) -> Result<Balance, DispatchError> {
			<Self as ReserveInspect>::headroom(asset, T::Time::now())
		}

		/// The newest report of a scope, with its verdicts.
		pub fn report(scope: Scope) -> Option<Report> {
			Reports::<T>::get(scope)
		}

		/// The `as_of`, sequence number and hash of the newest report that a scope ever had.
		pub fn head(scope: Scope) -> Option<Head> {
			Heads::<T>::get(scope)
		}

		/// The scope's newest reports, at most [`HISTORY`], the oldest first. Each names the hash of
		/// the one before; the last one's hash is the head's.
		pub fn report_history(scope: Scope) -> Vec<HistoryEntry> {
			Self::history(scope)
		}

		/// The scope's open challenges.
		pub fn challenges(scope: Scope) -> Vec<Challenge<T::AccountId>> {
			Challenges::<T>::get(scope).into_inner()
		}

		/// The bytes that the author of a statement signs, as they are or between `<Bytes>` and
		/// `</Bytes>`.
		pub fn statement_payload(statement: Statement) -> Vec<u8> {
			statement.payload()
		}
	}
}

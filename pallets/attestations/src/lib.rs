//! What the reserve of an asset is worth now.
//!
//! # Overview
//!
//! Custodians report what lies in their vaults, auditors confirm or contradict them, and from that,
//! the register of lots and the clock follows at every instant how much the reserve is worth and how
//! many units may still be minted (promise P2). No status is stored and nobody has to call anything:
//! the moment a report lapses, is disputed or falls short, the next question gets the new answer.
//! How the answer is reached stands in [`evaluate`](mod@evaluate), with all roundings.
//!
//! # Terms
//!
//! - **Scope**: one asset in one vault of one custodian. A report covers exactly one.
//! - **Report**: what the custodian states of a scope as of a moment. The newest one supersedes the
//!   former; each names the hash of the one before.
//! - **Confirmation**: an auditor's verdict on one report, with the quantity that it found itself.
//! - **Statement**: a report or a verdict signed off the chain, which anybody admitted may hand in.
//! - **Removal**: lots released or encumbered to others. A report whose `as_of` lies before it still
//!   counts them, so it is deducted whenever the report came in.
//!
//! # Life of a scope
//!
//! ```text
//!              submit_report (newer as_of)
//!                 ┌────────────┐
//!  submit_report  ▼            │   withdraw_report
//!  ───────────▶ reported ──────┴──────────────────▶ withdrawn
//!                 │   ▲                               │   │
//!       no longer │   └────────── submit_report ──────┘   │
//!           fresh │                                       │
//!                 └────── remove_scope ◀──────────────────┘
//!                              │
//!                              ▼
//!                       only its head is kept: the next `as_of` must still be later
//! ```
//!
//! # Invariants
//!
//! - `INV-ATT-1`: a scope stands once in its asset's list, and no list is empty.
//! - `INV-ATT-2`: there is a report for every listed scope and for no other.
//! - `INV-ATT-3`: what a gate reads of a scope is what its report says.
//! - `INV-ATT-4`: no report speaks of a moment after its submission, none was over when it came.
//! - `INV-ATT-5`: an auditor has one verdict per report, never on itself, never before the report.
//! - `INV-ATT-6`: a scope's head is the hash, sequence and `as_of` of its newest report, and only
//!   the first report has no predecessor.
//! - `INV-ATT-7`: a status is remembered as announced only for assets with scopes.
//! - `INV-ATT-8`: a report has room for one contradiction more than for confirmations.
//!
//! # Calls × roles
//!
//! The role must belong to the signer's identity, and where the table names an approval, the
//! identity's organisation must have it from the council.
//!
//! | call | custodian | auditor | issuer | anybody admitted |
//! | --- | --- | --- | --- | --- |
//! | `submit_report` | approved, own vault | – | – | – |
//! | `withdraw_report` | own scope | – | – | – |
//! | `confirm` | – | approved, organisation apart from custodian and issuer | – | – |
//! | `submit_statement` | – | – | – | yes; the author needs what the call above asks |
//! | `remove_scope` | own scope, no longer fresh | – | no longer fresh | – |
//!
//! No deposit is taken: only organisations that the council has approved can store anything, one
//! report per scope, [`MAX_SCOPES`](assay_primitives::MAX_SCOPES) scopes per asset.

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
pub use types::*;
pub use weights::WeightInfo;

mod announce;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
pub mod evaluate;
mod impls;
#[cfg(test)]
mod mock;
mod reserve;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;

#[polkadot_sdk::frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use assay_primitives::{
		AccountId, AssetId, Balance, Hash, IdentityId, Moment, Quantity, ReserveFigures,
		ReserveStatus, Role, Scope, Signature, VaultId, MAX_SCOPES,
	};
	use assay_traits::{
		AssetInspect, CustodyInspect, IdentityInspect, LotInspect, ReserveInspect,
		ReserveParameters, RoleInspect, SupplyInspect,
	};
	use polkadot_sdk::{
		frame_support::{pallet_prelude::*, traits::Time},
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
		/// Assets whose status is looked at in one block, to announce its changes.
		#[pallet::constant]
		type MaxAnnouncementsPerBlock: Get<u32>;
		/// Weights of the calls and of the announcements.
		type WeightInfo: WeightInfo;
		/// Sets the scene for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// An asset's scopes, each with what a gate needs of its report: one read for a mint.
	///
	/// At most [`MAX_SCOPES`]. Written with every report, verdict and withdrawal; a scope leaves by
	/// `remove_scope`, and the entry with the last of them.
	#[pallet::storage]
	pub type Scopes<T: Config> = StorageMap<
		_,
		Twox64Concat,
		AssetId,
		BoundedVec<ScopeRecord, ConstU32<MAX_SCOPES>>,
		ValueQuery,
	>;

	/// A scope's newest report in full. Written by its custodian and auditors, removed with the
	/// scope.
	#[pallet::storage]
	pub type Reports<T: Config> = StorageMap<_, Twox64Concat, Scope, Report>;

	/// The end of a scope's chain of reports.
	///
	/// Never removed: it keeps old statements from counting again. One per vault that the council
	/// has approved and asset that it has held.
	#[pallet::storage]
	pub type Heads<T: Config> = StorageMap<_, Twox64Concat, Scope, Head>;

	/// The status that was last announced. For events only: no gate reads it.
	#[pallet::storage]
	pub type LastAnnounced<T: Config> = StorageMap<_, Twox64Concat, AssetId, ReserveStatus>;

	/// The asset that was last looked at for an announcement; none at the start of a round.
	#[pallet::storage]
	pub type AnnouncementCursor<T: Config> = StorageValue<_, AssetId>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A custodian's report has been taken and supersedes the one before it.
		ReportSubmitted {
			/// What it covers.
			scope: Scope,
			/// The moment it speaks of, in ms.
			as_of: Moment,
			/// What lay there, in the underlying's smallest unit.
			quantity: Quantity,
			/// How many reports of the scope came before it.
			sequence: u32,
			/// Its hash, which the next report will name.
			hash: Hash,
		},
		/// A custodian no longer stands by its report: the scope counts for nothing.
		ReportWithdrawn {
			/// What it covered.
			scope: Scope,
			/// The moment it spoke of, in ms.
			as_of: Moment,
			/// BLAKE2b-256 of the reason.
			reason: Hash,
		},
		/// An auditor has spoken on a report.
		VerdictGiven {
			/// What the report covers.
			scope: Scope,
			/// The moment it speaks of, in ms.
			as_of: Moment,
			/// The auditor's organisation.
			auditor: IdentityId,
			/// What it found, in the underlying's smallest unit.
			quantity: Quantity,
			/// Whether it stands by the report.
			verdict: Verdict,
		},
		/// A signed statement has been handed in; the event before this one says what it did.
		StatementAccepted {
			/// What it is about.
			scope: Scope,
			/// The account that signed it.
			author: T::AccountId,
			/// The account that handed it in.
			submitter: T::AccountId,
		},
		/// A scope has left its asset's list.
		ScopeRemoved {
			/// The scope.
			scope: Scope,
			/// The identity that removed it.
			by: IdentityId,
		},
		/// The status of a reserve is another than was last announced. It holds from the instant its
		/// cause arose, which may lie before this event.
		StatusChanged {
			/// The asset.
			asset: AssetId,
			/// What was announced before; `None` at the first announcement.
			old: Option<ReserveStatus>,
			/// What holds now.
			new: ReserveStatus,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such asset. Check its number.
		UnknownAsset,
		/// The asset's terms are still a draft, or it is retired: there is nothing to report on.
		AssetNotReportable,
		/// The author is not an active identity with the custodian's role for this asset, acting for
		/// the scope's approved custodian. Ask the issuer for the role, the council for approval.
		NotCustodian,
		/// The author is not an active identity with the auditor's role for this asset, acting for
		/// an approved auditor. Ask the issuer for the role, the council for approval.
		NotAuditor,
		/// The auditor's organisation is the custodian's or the issuer's. Another one must confirm.
		NotIndependent,
		/// Neither the scope's custodian nor the asset's issuer. Ask one of them.
		NotPermitted,
		/// The signer is not an active identity. Register first.
		NotAdmitted,
		/// The vault does not exist, is closed, or belongs to another custodian.
		UnknownVault,
		/// The quantity is stated in another unit than the asset's terms name.
		UnitMismatch,
		/// The report speaks of a moment that has not come. Compare your clock with the chain's.
		AsOfInFuture,
		/// A report that speaks of this moment or a later one has been taken already.
		AsOfNotNewer,
		/// The report is not valid any more when it comes. State a later end.
		ValidityOver,
		/// The asset has as many scopes as it may have. Remove one that is no longer fresh.
		TooManyScopes,
		/// The scope has no report.
		ReportNotFound,
		/// The report has been withdrawn. Wait for the custodian's next.
		ReportWithdrawn,
		/// The newest report of the scope speaks of another moment. Look at that one first.
		ReportSuperseded,
		/// The auditor has spoken on this report. A confirmation may become a contradiction, once;
		/// nothing else changes.
		AlreadyConfirmed,
		/// The report carries as many verdicts as it may. A contradiction still finds room.
		TooManyConfirmations,
		/// The scope has a report that is fresh. Withdraw it, or wait until it has lapsed.
		ReportStillFresh,
		/// The statement is for another chain: its genesis hash is not this chain's.
		WrongChain,
		/// The statement was handed in too late. Sign it again with a later expiry.
		StatementExpired,
		/// The signature is not that of the author over this very statement.
		BadSignature,
		/// The asset has no reserve parameters, so nothing counts.
		ParametersMissing,
		/// A figure overflows or a parameter makes no sense, so nothing counts.
		FigureOverflow,
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
		/// `AsOfInFuture`, `ValidityOver`, `AsOfNotNewer`, `TooManyScopes`.
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
		/// - `confirmation`: its `as_of` must be the report's; quantity in the underlying's smallest
		///   unit, as the auditor found it.
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

		/// Hands in a report or a verdict that its author has signed off the chain.
		///
		/// # Origin
		/// Signed by any active identity.
		///
		/// # Details
		/// The author needs all that it would need to make the call itself. The signature is over
		/// [`Statement::payload`], as it is or between `<Bytes>` and `</Bytes>`. A statement counts
		/// once: a report by its `as_of`, a verdict because each auditor has one per report.
		///
		/// # Parameters
		/// - `statement`: for this chain, by its genesis hash, and not expired.
		/// - `author`: the account that signed it.
		/// - `signature`: by that account.
		///
		/// # Errors
		/// `NotAdmitted`, `WrongChain`, `StatementExpired`, `BadSignature`; then those of
		/// `submit_report` or `confirm`.
		///
		/// # Events
		/// `ReportSubmitted` or `VerdictGiven`, then `StatementAccepted`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::submit_statement())]
		pub fn submit_statement(
			origin: OriginFor<T>,
			statement: Statement,
			author: T::AccountId,
			signature: Signature,
		) -> DispatchResult {
			let submitter = ensure_signed(origin)?;
			ensure!(
				T::Identities::active_identity_of(&submitter).is_some(),
				Error::<T>::NotAdmitted
			);
			Self::ensure_authentic(&statement, &author, &signature)?;
			let scope = statement.scope;
			match statement.content {
				StatementContent::Report(report) => {
					let custodian = Self::reporting_custodian(&author, scope.asset)?;
					ensure!(custodian == scope.custodian, Error::<T>::NotCustodian);
					Self::do_report(scope, report)?;
				},
				StatementContent::Confirmation(confirmation) => {
					let auditor = Self::confirming_auditor(&author, scope.asset)?;
					Self::do_confirm(scope, auditor, confirmation)?;
				},
			}
			Self::deposit_event(Event::StatementAccepted {
				scope,
				author,
				submitter,
			});
			Ok(())
		}

		/// Takes a scope that no longer counts out of its asset's list and removes its report.
		///
		/// # Origin
		/// Signed by an active identity of the scope's custodian, or one with the issuer's role for
		/// the asset.
		///
		/// # Details
		/// The report must be withdrawn, past its validity or greatest age, or its custodian or
		/// vault not approved any more. The scope's head stays: a later report goes on from there.
		///
		/// # Errors
		/// `NotPermitted`, `ReportNotFound`, `ReportStillFresh`.
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
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Status and sums of the asset's reserve now, in the underlying's smallest unit; or why
		/// there is none.
		pub fn reserve_status(asset: AssetId) -> Result<ReserveFigures, DispatchError> {
			<Self as ReserveInspect>::figures(asset, T::Time::now())
		}

		/// Each scope's part in the asset's reserve now.
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

		/// The bytes that the author of a statement signs, as they are or between `<Bytes>` and
		/// `</Bytes>`.
		pub fn statement_payload(statement: Statement) -> Vec<u8> {
			statement.payload()
		}
	}
}

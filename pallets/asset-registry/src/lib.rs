#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;

mod asset;
pub mod checks;
mod engagements;
mod impls;
mod role;
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

use assay_primitives::{
	AssetId, AssetStatus, AssetSummary, Balance, Hash, IdentityId, Moment, Role,
};
use polkadot_sdk::{frame_support, frame_system};

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use assay_traits::{GuardedLedger, IdentityInspect, OnAssetStatus};
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

		/// Persons and organisations that may approve an asset: those with an office
		/// that the council gave them.
		type Approvers: Contains<IdentityId>;

		/// The council, which may suspend, and alone may resume.
		type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;

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

	/// Why a deposit is on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// Deposit for an asset or a document of it.
		AssetDeposit,
	}

	/// The first asset's id.
	pub type FirstAssetId = ConstU32<1>;

	/// The id of the next asset to be drafted. Written by `draft`, never lowered.
	#[pallet::storage]
	pub type NextAssetId<T> = StorageValue<_, AssetId, ValueQuery, FirstAssetId>;

	/// Asset to what other parts must know of it, small and in one read. Written by `draft`,
	/// `amend_draft` and every change of status; removed by `remove_draft`.
	#[pallet::storage]
	pub type Summaries<T> = StorageMap<_, Twox64Concat, AssetId, AssetSummary>;

	/// Asset to its legal wrapper. Written by `draft` and `amend_draft`, removed by `remove_draft`.
	#[pallet::storage]
	pub type Terms<T> = StorageMap<_, Twox64Concat, AssetId, AssetTerms>;

	/// Asset to who drafted and approved it and how much is on file. Removed by `remove_draft`.
	#[pallet::storage]
	pub type Filings<T> = StorageMap<_, Twox64Concat, AssetId, Filing>;

	/// What a ticker looks like to the asset that has it. Written by `draft` and `amend_draft`,
	/// removed by the same and by `remove_draft`; a retired asset keeps its ticker.
	#[pallet::storage]
	pub type Tickers<T> = StorageMap<_, Blake2_128Concat, Ticker, AssetId>;

	/// Asset, kind and version to a document. Append-only; removed by `remove_draft` alone. Bounded
	/// by 16 kinds an asset and 65,535 versions a kind; each pays `DocumentDeposit`.
	#[pallet::storage]
	pub type Documents<T> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Blake2_128Concat, (DocumentKind, u16), Document>;

	/// Asset to the latest version of each kind of document: all that minting must ask, in one read.
	#[pallet::storage]
	pub type Latest<T> = StorageMap<_, Twox64Concat, AssetId, LatestDocuments>;

	/// Asset, role and identity to a grant. At most 64 an asset. Written by `grant_role`, removed by
	/// `revoke_role`; paid for by the asset's deposit.
	#[pallet::storage]
	pub type Roles<T> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Blake2_128Concat, (Role, IdentityId), RoleGrant>;

	/// Identity to how many assets it issues, retired ones aside, and roles it was granted; not zero.
	#[pallet::storage]
	pub type Engagements<T> = StorageMap<_, Twox64Concat, IdentityId, u32, ValueQuery>;

	/// Asset and account to the deposit that the account has on hold for it. Given back by
	/// `remove_draft` to all, and by `reclaim_deposit` once the asset is retired.
	#[pallet::storage]
	pub type Deposits<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		AssetId,
		Blake2_128Concat,
		T::AccountId,
		Balance,
		ValueQuery,
	>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An asset was drafted.
		AssetDrafted {
			asset: AssetId,
			issuer: IdentityId,
			ticker: Ticker,
			terms_hash: Hash,
			by: IdentityId,
		},
		/// A draft's definition was replaced.
		DraftAmended {
			asset: AssetId,
			old: Hash,
			new: Hash,
			by: IdentityId,
		},
		/// A draft was removed, and every deposit for it given back.
		DraftRemoved { asset: AssetId, by: IdentityId },
		/// A second organisation approved the terms with this hash.
		AssetApproved {
			asset: AssetId,
			terms_hash: Hash,
			by: IdentityId,
			organisation: IdentityId,
		},
		/// The asset's status changed; `by` is empty when the council did it.
		StatusChanged {
			asset: AssetId,
			old: AssetStatus,
			new: AssetStatus,
			by: Option<IdentityId>,
		},
		/// A version of a document was added.
		DocumentAdded {
			asset: AssetId,
			kind: DocumentKind,
			version: u16,
			hash: Hash,
			valid_until: Option<Moment>,
			required: bool,
			by: IdentityId,
		},
		/// A role was granted, or its expiry changed from `old`.
		RoleGranted {
			asset: AssetId,
			role: Role,
			identity: IdentityId,
			old: Option<RoleGrant>,
			new: RoleGrant,
		},
		/// A role was taken back by the issuer, or given up by the grantee.
		RoleRevoked {
			asset: AssetId,
			role: Role,
			identity: IdentityId,
			by: IdentityId,
		},
		/// An account got its deposit for a retired asset back.
		DepositReclaimed {
			asset: AssetId,
			who: T::AccountId,
			amount: Balance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such asset. Check its id, or look it up by ticker.
		NotFound,
		/// The signer's account is linked to no identity in good standing. Link it first.
		NotActive,
		/// The signer does not act for the asset's issuer. Let one of the issuer's people sign.
		NotIssuer,
		/// The signer is neither a compliance officer of the asset nor the council.
		NotComplianceOfficer,
		/// Neither the signer's identity nor its organisation is an approver of the consortium.
		NotApprover,
		/// The approver acts for the issuer or wrote the draft. Ask another organisation.
		SecondOrganisationRequired,
		/// Issuer, custodian and auditor are organisations, not persons. Name the organisation.
		OrganisationRequired,
		/// The organisation or the grantee is unknown, suspended or sanctioned.
		OrganisationNotActive,
		/// The asset's status does not allow this act. `who_can` tells what it allows.
		StatusForbids,
		/// The draft was amended since it was read, so its hash is another. Read it again.
		TermsChanged,
		/// A text is empty where it must not be, is not UTF-8, or has control characters.
		TextInvalid,
		/// A ticker has 3 to 12 letters and digits and nothing else.
		TickerInvalid,
		/// Another asset has this ticker, or one that looks like it. Choose another.
		TickerTaken,
		/// Decimals must be 6 to 18.
		DecimalsOutOfRange,
		/// Both parts of the unit must be positive.
		UnitInvalid,
		/// The ISIN's form or check digit is wrong. Compare it with the certificate.
		IsinInvalid,
		/// The LEI's form or check digits are wrong. Compare it with the register.
		LeiInvalid,
		/// A required document has expired. Add a newer version first.
		DocumentsExpired,
		/// The expiry lies in the past.
		AlreadyExpired,
		/// A draft has 32 documents, or the kind has 65,535 versions.
		TooManyDocuments,
		/// The asset has documents of 16 kinds. Use one of them.
		TooManyDocumentKinds,
		/// A kind of document that is required stays required once the asset is approved.
		RequirementStands,
		/// 64 roles are granted for the asset. Revoke those that have expired.
		TooManyGrants,
		/// The issuer has this role by itself: it is neither granted nor revoked.
		RoleImplied,
		/// The identity holds the opposite role, or it is the issuer, who keeps and audits nothing.
		RolesConflict,
		/// The identity does not hold this role directly.
		NotGranted,
		/// Units of the asset still exist. Redeem them first.
		SupplyRemains,
		/// The account has no deposit for this asset.
		NoDeposit,
		/// No asset id is left.
		TooManyAssets,
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
		/// Draft an asset.
		///
		/// - Origin: signed by an active identity. Its organisation becomes the issuer.
		/// - Details: the ticker is put into capitals and the unit into lowest terms.
		///   `AssetDeposit` is held on the signer's account.
		/// - Parameters: `definition`: kind, unit and legal terms.
		/// - Errors: `NotActive`, `OrganisationRequired`, `OrganisationNotActive`; one of the
		///   `…Invalid` and `DecimalsOutOfRange` for a flaw in the definition; `TickerTaken`;
		///   `TooManyAssets`; or too few ASY for the deposit.
		/// - Events: `AssetDrafted`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::draft())]
		pub fn draft(origin: OriginFor<T>, definition: AssetDefinition) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let by = T::Identities::active_identity_of(&who).ok_or(Error::<T>::NotActive)?;
			let issuer = Self::active_organisation_of(by)?;
			Self::ensure_legal(issuer)?;
			let definition = checks::normalise(definition).map_err(Error::<T>::from)?;
			Self::do_draft(&who, by, issuer, definition)
		}

		/// Replace the definition of a draft.
		///
		/// - Origin: signed by the issuer.
		/// - Parameters: `asset`: the draft; `definition`: kind, unit and legal terms, all of them.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`; a flaw as in `draft`; `TickerTaken`.
		/// - Events: `DraftAmended`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::amend_draft())]
		pub fn amend_draft(
			origin: OriginFor<T>,
			asset: AssetId,
			definition: AssetDefinition,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, summary) = Self::ensure_issuer(&who, asset, Act::AmendDraft)?;
			let definition = checks::normalise(definition).map_err(Error::<T>::from)?;
			Self::do_amend(asset, by, summary, definition)
		}

		/// Remove a draft with its documents, and give every deposit for it back.
		///
		/// - Origin: signed by the issuer.
		/// - Parameters: `asset`: the draft. Its id is not used again; its ticker is free.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`.
		/// - Events: `DraftRemoved`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::remove_draft(MAX_DRAFT_DOCUMENTS))]
		pub fn remove_draft(origin: OriginFor<T>, asset: AssetId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (by, _) = Self::ensure_issuer(&who, asset, Act::RemoveDraft)?;
			let documents = Self::do_remove(asset)?;
			Self::deposit_event(Event::DraftRemoved { asset, by });
			Ok(Some(T::WeightInfo::remove_draft(documents)).into())
		}

		/// Approve a draft: `Draft` → `Registered`.
		///
		/// - Origin: signed by an active identity which is, or whose organisation is, an approver
		///   of the consortium, which acts for another organisation than the issuer, and which did
		///   not write the draft.
		/// - Parameters:
		///   - `asset`: the draft.
		///   - `terms_hash`: hash of the definition as the approver read it, so that an amendment
		///     on the way is not approved with it.
		/// - Errors: `NotFound`, `StatusForbids`, `NotActive`, `OrganisationNotActive`,
		///   `NotApprover`, `SecondOrganisationRequired`, `TermsChanged`.
		/// - Events: `AssetApproved`, `StatusChanged`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::approve())]
		pub fn approve(origin: OriginFor<T>, asset: AssetId, terms_hash: Hash) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let summary = Self::load(asset, Act::Approve, Party::Approver)?;
			let by = T::Identities::active_identity_of(&who).ok_or(Error::<T>::NotActive)?;
			let organisation = Self::active_organisation_of(by)?;
			Self::do_approve(asset, summary, by, organisation, terms_hash)
		}

		/// Activate an approved asset and open its ledger: `Registered` → `Active`.
		///
		/// - Origin: signed by the issuer.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`, `DocumentsExpired`; or what the
		///   ledger answers.
		/// - Events: `StatusChanged`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::activate())]
		pub fn activate(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, summary) = Self::ensure_issuer(&who, asset, Act::Activate)?;
			Self::do_activate(asset, summary, by)
		}

		/// Suspend an asset: `Active` → `Suspended`. Units may be redeemed, and nothing else.
		///
		/// - Origin: signed by a compliance officer of the asset, or the council.
		/// - Errors: `NotFound`, `StatusForbids`, `NotComplianceOfficer`.
		/// - Events: `StatusChanged`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::suspend())]
		pub fn suspend(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let (party, who) = Self::council_or_signed(origin, Party::ComplianceOfficer)?;
			let summary = Self::load(asset, Act::Suspend, party)?;
			let by = Self::ensure_acting(who, asset, Role::ComplianceOfficer)
				.map_err(|()| Error::<T>::NotComplianceOfficer)?;
			Self::set_status(asset, summary, AssetStatus::Suspended, by)
		}

		/// End a suspension: `Suspended` → `Active`.
		///
		/// - Origin: the council: one agent may stop an asset, only several organisations start it
		///   again.
		/// - Errors: `NotFound`, `StatusForbids`.
		/// - Events: `StatusChanged`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::resume())]
		pub fn resume(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			let summary = Self::load(asset, Act::Resume, Party::Council)?;
			Self::set_status(asset, summary, AssetStatus::Active, None)
		}

		/// Stop minting for good: `Active` or `Suspended` → `WindingDown`.
		///
		/// - Origin: signed by the issuer of an active asset, or the council for a suspended one.
		/// - Parameters: `asset`: the asset. Transfers and redemptions go on.
		/// - Errors: `NotFound`, `StatusForbids`, `NotIssuer`.
		/// - Events: `StatusChanged`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::wind_down())]
		pub fn wind_down(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let (party, who) = Self::council_or_signed(origin, Party::Issuer)?;
			let summary = Self::load(asset, Act::WindDown, party)?;
			let by = Self::ensure_acting(who, asset, Role::Issuer)
				.map_err(|()| Error::<T>::NotIssuer)?;
			Self::set_status(asset, summary, AssetStatus::WindingDown, by)
		}

		/// Close an asset of which no unit exists: `WindingDown` → `Retired`.
		///
		/// - Origin: signed by the issuer.
		/// - Details: the file stays, for the record. Deposits may be reclaimed from now on.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`, `SupplyRemains`.
		/// - Events: `StatusChanged`.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::retire())]
		pub fn retire(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, summary) = Self::ensure_issuer(&who, asset, Act::Retire)?;
			ensure!(
				T::Ledger::supply(asset).is_zero(),
				Error::<T>::SupplyRemains
			);
			Self::set_status(asset, summary, AssetStatus::Retired, Some(by))
		}

		/// Add a document, or a newer version of one.
		///
		/// - Origin: signed by the issuer.
		/// - Details: only the latest version of a kind counts. `DocumentDeposit` is held on the
		///   signer's account.
		/// - Parameters:
		///   - `asset`: the asset, not retired.
		///   - `kind`: what the document is.
		///   - `document`: title, address, BLAKE2b-256 of its bytes, expiry in ms, and whether
		///     minting is shut once it has expired.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`, `TextInvalid`, `AlreadyExpired`,
		///   `RequirementStands`, `TooManyDocuments`, `TooManyDocumentKinds`; or too few ASY for
		///   the deposit.
		/// - Events: `DocumentAdded`.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::add_document())]
		pub fn add_document(
			origin: OriginFor<T>,
			asset: AssetId,
			kind: DocumentKind,
			document: DocumentFiling,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, summary) = Self::ensure_issuer(&who, asset, Act::AddDocument)?;
			checks::check_document(&document).map_err(Error::<T>::from)?;
			Self::do_add_document(&who, by, asset, summary.status, kind, document)
		}

		/// Grant a role for an asset, or change the expiry of one granted.
		///
		/// - Origin: signed by the issuer.
		/// - Details: custodian and auditor are organisations, different from each other and from
		///   the issuer. Minter and mint controller are different identities; they may be two
		///   people of one organisation.
		/// - Parameters:
		///   - `asset`: the asset, approved and not retired.
		///   - `role`: any but the issuer's.
		///   - `identity`: who gets it.
		///   - `valid_until`: last moment at which it holds, in ms; empty until revoked.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`, `RoleImplied`, `AlreadyExpired`,
		///   `OrganisationNotActive`, `OrganisationRequired`, `RolesConflict`, `TooManyGrants`.
		/// - Events: `RoleGranted`.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::grant_role())]
		pub fn grant_role(
			origin: OriginFor<T>,
			asset: AssetId,
			role: Role,
			identity: IdentityId,
			valid_until: Option<Moment>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, summary) = Self::ensure_issuer(&who, asset, Act::ChangeRoles)?;
			Self::do_grant(
				asset,
				summary,
				role,
				identity,
				RoleGrant {
					granted_by: by,
					valid_until,
				},
			)
		}

		/// Take a role back, or give up one's own.
		///
		/// - Origin: signed by the issuer, while the asset is approved and not retired; or by the
		///   grantee or one who acts for it, at any time.
		/// - Parameters: `asset`, `role`, `identity`: the grant.
		/// - Errors: `NotFound`, `RoleImplied`, `NotActive`, `NotIssuer`, `StatusForbids`,
		///   `NotGranted`.
		/// - Events: `RoleRevoked`.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::revoke_role())]
		pub fn revoke_role(
			origin: OriginFor<T>,
			asset: AssetId,
			role: Role,
			identity: IdentityId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke(&who, asset, role, identity)
		}

		/// Get back one's deposits for an asset that is retired.
		///
		/// - Origin: signed by the account that paid.
		/// - Parameters: `asset`: the retired asset.
		/// - Errors: `NotFound`, `StatusForbids`, `NoDeposit`.
		/// - Events: `DepositReclaimed`.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::reclaim_deposit())]
		pub fn reclaim_deposit(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reclaim(who, asset)
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
	}
}

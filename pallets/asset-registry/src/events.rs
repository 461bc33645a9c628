use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What happened.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
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
		/// What the issuer tells beside the terms was replaced.
		ProfileSet {
			asset: AssetId,
			old: AssetProfile,
			new: AssetProfile,
			by: IdentityId,
		},
		/// A document is read at another address; its hash stays.
		DocumentMoved {
			asset: AssetId,
			kind: DocumentKind,
			version: u16,
			old: Text<MAX_URI>,
			new: Text<MAX_URI>,
			by: IdentityId,
		},
		/// The issuer proposed to change these terms. It must be approved by `lapses_at` (ms).
		TermsProposed {
			asset: AssetId,
			old: Hash,
			new: Hash,
			terms: Vec<Term>,
			lapses_at: Moment,
			by: IdentityId,
		},
		/// A second organisation approved a change of terms: holders may object until
		/// `effective_at` (ms), and it may be applied from then until `lapses_at` (ms).
		TermsApproved {
			asset: AssetId,
			terms_hash: Hash,
			effective_at: Moment,
			lapses_at: Moment,
			by: IdentityId,
			organisation: IdentityId,
		},
		/// A holder objected to a change of terms: only the council lets it go on.
		TermsContested {
			asset: AssetId,
			terms_hash: Hash,
			by: IdentityId,
		},
		/// The council lets a contested change of terms go on.
		TermsConfirmed { asset: AssetId, terms_hash: Hash },
		/// The terms with the hash `new` are in force.
		TermsApplied {
			asset: AssetId,
			old: Hash,
			new: Hash,
			by: Option<IdentityId>,
		},
		/// A change of terms will not be: withdrawn, rejected or lapsed; `by` is empty when the
		/// council ended it.
		TermsChangeEnded {
			asset: AssetId,
			terms_hash: Hash,
			stage: ChangeStage,
			by: Option<IdentityId>,
		},
		/// The council approved the asset as cash to settle in, or took that back.
		SettlementSet {
			asset: AssetId,
			old: bool,
			new: bool,
		},
	}
}

use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What is kept.
#[pallet_section]
mod storage {
	/// Why ASY is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For an identity, until it is removed.
		IdentityDeposit,
		/// For an invitation, until it is accepted or cancelled.
		LinkProposal,
		/// For the replacement of an account, until it is closed or cancelled.
		Replacement,
	}

	/// The number of the next identity. Numbers are never used again.
	#[pallet::storage]
	pub type NextIdentityId<T: Config> = StorageValue<_, IdentityId, ValueQuery>;

	/// Each identity. Written by its registrar, the council and claim issuers; removed by
	/// `remove_identity`, which returns [`Deposits`].
	#[pallet::storage]
	pub type Identities<T: Config> = StorageMap<_, Twox64Concat, IdentityId, IdentityRecord>;

	/// The identity behind each account, and its standing. Removed by `unlink_account`.
	#[pallet::storage]
	pub type Links<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, AccountLink>;

	/// The accounts of each identity, never an empty list: at most [`MAX_ACCOUNTS`], and those which
	/// give way to one of these that is linked already.
	#[pallet::storage]
	pub type AccountsOf<T: Config> =
		StorageMap<_, Twox64Concat, IdentityId, AccountSet<T::AccountId>, ValueQuery>;

	/// Invited accounts, by account and inviting identity. Removed when accepted or cancelled, which
	/// returns the deposit.
	#[pallet::storage]
	pub type LinkProposals<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Twox64Concat,
		IdentityId,
		LinkProposal<T::AccountId>,
	>;

	/// How often each identity has linked an account or opened a signed replacement, so that no
	/// signature serves twice and a registrar knows the first account.
	#[pallet::storage]
	pub type LinkNonces<T: Config> = StorageMap<_, Twox64Concat, IdentityId, u32, ValueQuery>;

	/// Accounts that are being replaced. Written by `propose_replacement`; removed when it is closed
	/// or cancelled, which returns the deposit.
	#[pallet::storage]
	pub type Replacements<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Replacement<T::AccountId>>;

	/// The identity that a registrar has registered under a reference, by registrar and reference.
	/// Removed with the identity.
	#[pallet::storage]
	pub type References<T: Config> =
		StorageDoubleMap<_, Twox64Concat, IdentityId, Blake2_128Concat, Hash, IdentityId>;

	/// The reference that an identity was registered under, if it came with a batch.
	#[pallet::storage]
	pub type ReferenceOf<T: Config> = StorageMap<_, Twox64Concat, IdentityId, Reference>;

	/// The organisation that is asked to accept a person, by person. Removed when accepted or left.
	#[pallet::storage]
	pub type OrganisationProposals<T: Config> =
		StorageMap<_, Twox64Concat, IdentityId, OrganisationProposal>;

	/// How many persons act for each organisation, never zero.
	#[pallet::storage]
	pub type Members<T: Config> = StorageMap<_, Twox64Concat, IdentityId, u32, ValueQuery>;

	/// The deposit for each identity; none for those of genesis.
	#[pallet::storage]
	pub type Deposits<T: Config> = StorageMap<_, Twox64Concat, IdentityId, Deposit<T::AccountId>>;

	/// Who may register identities, sorted. Written by the council.
	#[pallet::storage]
	pub type Registrars<T: Config> = StorageValue<_, RegistrarSet, ValueQuery>;

	/// Who may vouch for what, sorted. Written by the council.
	#[pallet::storage]
	pub type ClaimIssuers<T: Config> = StorageValue<_, TrustedIssuers, ValueQuery>;

	/// What is there from the first block.
	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Identities, numbered from 0 in this order.
		pub identities: Vec<GenesisIdentity<T::AccountId>>,
		/// Who may register identities.
		pub registrars: Vec<IdentityId>,
		/// Who may vouch for what.
		pub issuers: Vec<TrustedIssuer>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::build_genesis(&self.identities, &self.registrars, &self.issuers);
		}
	}
}

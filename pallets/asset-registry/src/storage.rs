use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What is kept.
#[pallet_section]
mod storage {
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
	/// `amend_draft`, `apply_terms`, `set_settlement` and every change of status; removed by
	/// `remove_draft`.
	#[pallet::storage]
	pub type Summaries<T> = StorageMap<_, Twox64Concat, AssetId, AssetSummary>;

	/// Asset to its legal wrapper. Written by `draft`, `amend_draft` and `apply_terms`, removed by
	/// `remove_draft`.
	#[pallet::storage]
	pub type Terms<T> = StorageMap<_, Twox64Concat, AssetId, AssetTerms>;

	/// Asset to what its issuer tells beside the terms. Written by `set_profile`, removed by
	/// `remove_draft`; paid for by the asset's deposit.
	#[pallet::storage]
	pub type Profiles<T> = StorageMap<_, Twox64Concat, AssetId, AssetProfile, ValueQuery>;

	/// Asset to the one change of its terms that is on its way, or has lapsed. Written by
	/// `propose_terms` and the steps that follow; removed when it is applied or ended, and by
	/// `retire`; paid for by the asset's deposit.
	#[pallet::storage]
	pub type TermChanges<T> = StorageMap<_, Twox64Concat, AssetId, TermChange>;

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
}

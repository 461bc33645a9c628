use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What is kept.
#[pallet_section]
mod storage {
	/// The bond for each purpose. Written by its poster and by draws; removed with its last unit. No
	/// deposit: it holds units.
	#[pallet::storage]
	pub type Bonds<T: Config> = StorageMap<_, Blake2_128Concat, BondPurpose, BondOf<T>>;

	/// What the bonds of an account in an asset answer for, at most 16. Removed with the last of them.
	#[pallet::storage]
	pub type PosterBonds<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		AssetId,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<BondPurpose, ConstU32<MAX_BONDS>>,
		ValueQuery,
	>;

	/// Units that were drawn and could not be paid yet, by settlement asset, poster and beneficiary.
	/// Written by draws, removed when collected.
	#[pallet::storage]
	pub type Claims<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, AssetId>,
			NMapKey<Blake2_128Concat, T::AccountId>,
			NMapKey<Blake2_128Concat, T::AccountId>,
		),
		Balance,
		ValueQuery,
	>;
}

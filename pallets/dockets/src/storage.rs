use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What is kept.
#[pallet_section]
mod storage {
	/// The number that the next docket gets. Numbers are never used again.
	#[pallet::storage]
	pub type NextDocketId<T> = StorageValue<_, DocketId, ValueQuery>;

	/// Dockets by number. Written by their calls; removed by anyone once they have ended and
	/// `RetentionMs` is over. The proposer's deposit pays for each.
	#[pallet::storage]
	pub type Dockets<T: Config> = StorageMap<_, Twox64Concat, DocketId, DocketOf<T>>;

	/// The docket of a case against an identity for an asset: a case is proposed once. Written by
	/// `propose`, removed with the docket.
	#[pallet::storage]
	pub type Cases<T> = StorageMap<_, Blake2_128Concat, (AssetId, Hash, IdentityId), DocketId>;

	/// The docket that an organisation opened last against an identity for an asset, by asset, identity
	/// and organisation: while it stands unapproved, or ended so less than `RefreezePeriodMs` ago, that
	/// organisation freezes nobody there on its own. Written by `propose` and `renew`, removed with
	/// the docket, whose deposit pays for it.
	#[pallet::storage]
	pub type LastOpened<T> =
		StorageMap<_, Blake2_128Concat, (AssetId, IdentityId, IdentityId), DocketId>;

	/// Where seized units of an asset go. Written and removed by the council.
	#[pallet::storage]
	pub type Escrows<T: Config> = StorageMap<_, Twox64Concat, AssetId, T::AccountId>;
}

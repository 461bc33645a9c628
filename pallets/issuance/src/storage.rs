//! What is kept.

use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// Part of the pallet's module, in a file of its own for its length.
#[pallet_section]
mod storage {
	/// The bucket of an asset. Written by its mint controllers and by each mint; never removed.
	#[pallet::storage]
	pub type Buckets<T> = StorageMap<_, Twox64Concat, AssetId, Bucket>;

	/// The mints of an asset by their id. Written by mints; removed by anyone once the validity has
	/// ended. No deposit: only appointed minters write here.
	#[pallet::storage]
	pub type MintIds<T> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Blake2_128Concat, Hash, MintRecord>;

	/// What was ever minted and burned of an asset. Never removed.
	#[pallet::storage]
	pub type Totals<T> = StorageMap<_, Twox64Concat, AssetId, MintTotals, ValueQuery>;

	/// The number of the next redemption.
	#[pallet::storage]
	pub type NextRedemptionId<T> = StorageValue<_, RedemptionId, ValueQuery>;

	/// Redemptions by number. Written by their calls; removed at once when they end before they are
	/// accepted, else by anyone once they have ended and `HistoryPeriod` is over. No deposit: the
	/// units that they hold bound the open ones, see [`HolderRedemptions`], and the issuer's
	/// acceptances those that have ended.
	#[pallet::storage]
	pub type Redemptions<T: Config> = StorageMap<_, Twox64Concat, RedemptionId, RedemptionOf<T>>;

	/// The open redemptions of an account, at most `MaxOpenRedemptions` of each asset. Removed with
	/// the last of them.
	#[pallet::storage]
	pub type HolderRedemptions<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		AssetId,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<RedemptionId, T::MaxOpenRedemptions>,
		ValueQuery,
	>;

	/// How many redemptions of an asset are open.
	#[pallet::storage]
	pub type OpenRedemptions<T> = StorageMap<_, Twox64Concat, AssetId, u32, ValueQuery>;

	/// Units whose underlying has been released and that only wait to be burned.
	#[pallet::storage]
	pub type CommittedToBurn<T> = StorageMap<_, Twox64Concat, AssetId, Balance, ValueQuery>;
}

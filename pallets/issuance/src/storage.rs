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
	/// accepted or in breach, else by anyone once they have ended and `HistoryPeriod` is over. No deposit: the
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

	/// The requests of an asset that the issuer has not answered, but for those of holders who are known
	/// to be blocked, by number: the key is the number in big-endian bytes, so that they come in its
	/// order. Written by requests, removed by the answer or whatever ends the wait.
	#[pallet::storage]
	pub type Waiting<T> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Identity, QueueKey, (), OptionQuery>;

	/// What has been handed over of redemptions that the issuer still owes the rest of.
	#[pallet::storage]
	pub type PartlyReleased<T> = StorageMap<_, Twox64Concat, AssetId, Quantity, ValueQuery>;

	/// How many redemptions of an asset are in breach. While there is one, minting is shut.
	#[pallet::storage]
	pub type UncuredBreaches<T> = StorageMap<_, Twox64Concat, AssetId, u32, ValueQuery>;

	/// Penalties that open redemptions of an asset may cost its issuer yet, or do, in the settlement
	/// asset of the bond.
	#[pallet::storage]
	pub type PenaltiesAtRisk<T> = StorageMap<_, Twox64Concat, AssetId, Balance, ValueQuery>;

	/// On what terms the issuer of an asset is bonded. Written by the approval; never removed.
	#[pallet::storage]
	pub type AssetBondTerms<T> = StorageMap<_, Twox64Concat, AssetId, BondTerms>;

	/// Terms that wait for a second organisation. Written by the issuer, removed by the approval.
	#[pallet::storage]
	pub type ProposedTerms<T> = StorageMap<_, Twox64Concat, AssetId, ProposedBondTerms>;

	/// For how long the chain stood still. Written at the end of each block.
	#[pallet::storage]
	pub type Outages<T> = StorageValue<_, OutageClock, ValueQuery>;

	/// For how long the reserve of an asset is on record as deficient. Written when its status is found
	/// to have become that or to suffice again; never removed, since deadlines are counted by it.
	#[pallet::storage]
	pub type Deficiencies<T> = StorageMap<_, Twox64Concat, AssetId, DeficiencyClock, ValueQuery>;

	/// Supply and reserve of an asset by day, for charts: a ring of 400 slots, day modulo 400. Written
	/// at most once a day, by mints and in idle time; a slot is overwritten when its turn comes again.
	#[pallet::storage]
	pub type History<T> = StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, u32, DayRecord>;

	/// The asset whose day was looked at last in idle time.
	#[pallet::storage]
	pub type HistoryCursor<T> = StorageValue<_, AssetId>;

	/// Units whose underlying has been released and that only wait to be burned.
	#[pallet::storage]
	pub type CommittedToBurn<T> = StorageMap<_, Twox64Concat, AssetId, Balance, ValueQuery>;
}

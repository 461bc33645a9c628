use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What is kept.
#[pallet_section]
mod storage {
	/// Status, pauses and rules of an asset. Written by the registry's steps and by officers; one
	/// per asset, never removed, since an asset's number is never used again.
	#[pallet::storage]
	pub type Controls<T: Config> = StorageMap<_, Twox64Concat, AssetId, AssetControls>;

	/// Who asked for a paused movement to be resumed. Written and removed by `resume`; a repeated
	/// `pause` withdraws it.
	#[pallet::storage]
	pub type ResumeRequests<T: Config> =
		StorageMap<_, Blake2_128Concat, (AssetId, Movement), ResumeRequest>;

	/// What an identity holds of an asset, and what is frozen of it. Removed once there is neither.
	#[pallet::storage]
	pub type Positions<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		AssetId,
		Twox64Concat,
		IdentityId,
		Position<T::AccountId>,
	>;

	/// Identities that hold at least one unit of an asset, by country. Written when one comes or goes,
	/// from the first unit on, so that a cap that is set later counts right at once.
	#[pallet::storage]
	pub type Holders<T: Config> = StorageMap<_, Twox64Concat, AssetId, CountryCounts, ValueQuery>;

	/// Leave that an officer has given for one movement from one identity to another. Written by
	/// `approve_transfer`; removed by the movement, or by `cancel_transfer_approval`, which anybody
	/// may call once its time is over. Either gives the deposit back.
	#[pallet::storage]
	pub type TransferApprovals<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		(AssetId, IdentityId, IdentityId),
		TransferApproval<T::AccountId>,
	>;

	/// Deposits for agreeing to receive an asset; [`Position::opted_in`] says the same. Written by
	/// `opt_in`, removed by `opt_out`.
	#[pallet::storage]
	pub type OptIns<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		AssetId,
		Blake2_128Concat,
		IdentityId,
		Deposit<T::AccountId>,
	>;

	/// Why ASY is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For leave to move units, until it is used or withdrawn.
		TransferApproval,
		/// For agreeing to receive an asset, until that is withdrawn.
		OptIn,
	}

	/// Assets for which an account is frozen on its own: it keeps its link. Removed with the last.
	#[pallet::storage]
	pub type FreezesOn<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// Assets for which an identity, or an account of it, is frozen. Removed with the last.
	#[pallet::storage]
	pub type FrozenPositionsOf<T> = StorageMap<_, Twox64Concat, IdentityId, u32, ValueQuery>;

	/// Purposes for which the ledger has units of an account on hold.
	#[pallet::storage]
	pub type HoldReasons<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		AssetId,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<HoldReasonOf<T>, VariantCountOf<HoldReasonOf<T>>>,
		ValueQuery,
	>;

	/// The purpose that the last, formally free unit of an account is held for.
	#[pallet::storage]
	pub type LastUnits<T: Config> =
		StorageMap<_, Blake2_128Concat, (AssetId, T::AccountId), HoldReasonOf<T>>;

	/// Leave for the movement that is being made. Never outlives its extrinsic, so that it never
	/// reaches the state.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Clearance<T: Config> = StorageValue<_, StandingClearance<T::AccountId>>;
}

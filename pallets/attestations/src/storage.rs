//! What is kept.

use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// Part of the pallet's module, in a file of its own for its length.
#[pallet_section]
mod storage {
	/// An asset's scopes, each with what a gate needs of its report: one read for a mint.
	///
	/// At most [`MAX_SCOPES`]. Written with every report, verdict, withdrawal, fault and challenge; a
	/// scope leaves by `remove_scope`, and the entry with the last of them.
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

	/// The end of a scope's chain of reports, and when it was last found at fault.
	///
	/// Never removed: it keeps old statements from counting again. One per vault that the council
	/// has approved and asset that it has held.
	#[pallet::storage]
	pub type Heads<T: Config> = StorageMap<_, Twox64Concat, Scope, Head>;

	/// A scope's newest reports, the oldest first: at most [`HISTORY`], of which the oldest leaves
	/// when a new one comes. Written with every report, never removed, as the head.
	#[pallet::storage]
	pub type Histories<T: Config> =
		StorageMap<_, Twox64Concat, Scope, BoundedVec<Link, ConstU32<HISTORY>>, ValueQuery>;

	/// A scope's open challenges, in the order they came: at most [`MAX_CHALLENGES`]. Written by
	/// `challenge_lots`, removed by the answer. The deposit is [`Config::ChallengeDeposit`].
	#[pallet::storage]
	pub type Challenges<T: Config> = StorageMap<
		_,
		Twox64Concat,
		Scope,
		BoundedVec<Challenge<T::AccountId>, ConstU32<MAX_CHALLENGES>>,
		ValueQuery,
	>;

	/// The number that the next challenge gets. Numbers are never used again.
	#[pallet::storage]
	pub type NextChallengeId<T: Config> = StorageValue<_, ChallengeId, ValueQuery>;

	/// What keeps an organisation from leaving its office: its listed scopes, open challenges to it,
	/// and its verdicts on newest reports. Written with each of them, removed at zero.
	#[pallet::storage]
	pub type Dependents<T: Config> = StorageMap<_, Twox64Concat, IdentityId, u32, ValueQuery>;

	/// The status that was last announced. For events only: no gate reads it.
	#[pallet::storage]
	pub type LastAnnounced<T: Config> = StorageMap<_, Twox64Concat, AssetId, ReserveStatus>;

	/// The asset that was last looked at for an announcement; none at the start of a round.
	#[pallet::storage]
	pub type AnnouncementCursor<T: Config> = StorageValue<_, AssetId>;
}

use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What may be wrong.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The movement is refused for this reason; `can_transfer` gives every reason with figures.
		Refused(ReasonCode),
		/// The registry knows no such asset: check its number.
		UnknownAsset,
		/// The asset has no policy to remove.
		NoPolicy,
		/// The movement is paused already, and nobody has asked to resume it.
		AlreadyPaused,
		/// The movement is not paused: there is nothing to resume.
		NotPaused,
		/// The one who asked to resume is of the same organisation, or who confirms acts for none: another organisation must confirm.
		SameOrganisation,
		/// No identity, or an account that is linked to none, is named as target.
		UnknownTarget,
		/// A freeze of nothing was asked for: use `thaw`.
		NothingToFreeze,
		/// Nothing is frozen there.
		NotFrozen,
		/// Too many accounts of the identity are frozen on their own: freeze the identity.
		TooManyAccounts,
		/// The ledger of the asset is open already.
		AlreadyOpen,
		/// Fewer units are held for that purpose.
		NotHeld,
		/// A movement was begun inside another one. Nothing on this chain does that.
		ClearanceStands,
		/// The ledger did something else than was checked. Nothing has changed; report it.
		LedgerMismatch,
		/// A rule's figures make no sense, there is more than one holding period, or there are too
		/// many volumes per period or two of one period: see the rule's documentation.
		InvalidPolicy,
		/// The moment has passed already: name one to come.
		NotInFuture,
		/// No policy is scheduled.
		NotScheduled,
		/// An approval of nothing, of a movement within one identity, or of one in the past.
		InvalidApproval,
		/// There is no such approval.
		NotApproved,
		/// The identity has agreed to receive the asset already.
		AlreadyOptedIn,
		/// The identity has not agreed to receive the asset.
		NotOptedIn,
		/// The identity does not change its jurisdiction.
		NotMoving,
		/// None of these positions is counted under another country: name those that are.
		NothingToReseat,
		/// The account is not being replaced, or the time for objections has not passed.
		NotReplaced,
		/// The replaced account has neither free units nor a freeze of its own: wait for its holds
		/// to end, and look at its other assets.
		NothingToMove,
		/// Too many checkpoints of the asset are open: close one.
		TooManyCheckpoints,
		/// No such checkpoint is open.
		UnknownCheckpoint,
		/// None of these positions has anything to forget.
		NothingToPrune,
		/// A docket freezes this position: wait until it is decided on or expires.
		UnderDocket,
		/// The policy has this many bytes in SCALE, and 4,096 are the most: shorten its lists.
		PolicyTooLong(u16),
	}
}

use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What happened.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Units were transferred by a call of this pallet, with the payer's reference; `spender` is
		/// who spent them by approval. The ledger's own event goes with it.
		Transferred {
			asset: AssetId,
			from: T::AccountId,
			to: T::AccountId,
			spender: Option<T::AccountId>,
			amount: Balance,
			reference: Option<[u8; 32]>,
		},
		/// A transfer by a call of the ledger was refused; the call failed as filtered. `from` or
		/// `to` is `None` when the address names no account.
		TransferRefused {
			asset: AssetId,
			from: Option<T::AccountId>,
			to: Option<T::AccountId>,
			amount: Balance,
			reason: ReasonCode,
		},
		/// A policy of so many rules was set in place of the one before.
		PolicySet {
			asset: AssetId,
			rules: u32,
			by: IdentityId,
		},
		/// A policy of so many rules takes the place of the one in force at a moment, in ms.
		PolicyScheduled {
			asset: AssetId,
			rules: u32,
			effective_at: Moment,
			by: IdentityId,
		},
		/// A scheduled policy was withdrawn before it came into force.
		ScheduledPolicyCancelled { asset: AssetId, by: IdentityId },
		/// An officer has approved one movement beforehand, in place of an approval before.
		TransferPreApproved {
			asset: AssetId,
			from: IdentityId,
			to: IdentityId,
			max_amount: Balance,
			until: Moment,
			by: IdentityId,
		},
		/// An approval was used up by a movement.
		TransferApprovalUsed {
			asset: AssetId,
			from: IdentityId,
			to: IdentityId,
		},
		/// An approval was withdrawn, or removed after its time.
		TransferApprovalRemoved {
			asset: AssetId,
			from: IdentityId,
			to: IdentityId,
		},
		/// An identity has agreed to receive an asset.
		OptedIn {
			asset: AssetId,
			identity: IdentityId,
		},
		/// An identity does not agree to receive an asset any more.
		OptedOut {
			asset: AssetId,
			identity: IdentityId,
		},
		/// A position is counted under another country.
		Reseated {
			asset: AssetId,
			identity: IdentityId,
			old: Jurisdiction,
			new: Jurisdiction,
		},
		/// Units, and what was frozen of the account on its own, went from an account that is being
		/// replaced to its successor.
		ReplacedMoved {
			asset: AssetId,
			from: T::AccountId,
			to: T::AccountId,
			amount: Balance,
		},
		/// A checkpoint was opened: balances as they are now stay known.
		CheckpointOpened {
			asset: AssetId,
			checkpoint: CheckpointId,
			supply: Balance,
		},
		/// A checkpoint was closed: nobody asks for its balances any more.
		CheckpointClosed {
			asset: AssetId,
			checkpoint: CheckpointId,
		},
		/// Positions forgot what nothing asks for any more.
		PositionsPruned { asset: AssetId, count: u32 },
		/// A policy was removed: the asset does not move any more.
		PolicyCleared { asset: AssetId, by: IdentityId },
		/// A kind of movement was paused; by the council where `by` is `None`.
		MovementPaused {
			asset: AssetId,
			movement: Movement,
			by: Option<IdentityId>,
		},
		/// An officer asked for a kind of movement to be resumed.
		ResumeRequested {
			asset: AssetId,
			movement: Movement,
			by: IdentityId,
		},
		/// A request to resume was withdrawn, by the council where `by` is `None`; the movement
		/// stays paused.
		ResumeWithdrawn {
			asset: AssetId,
			movement: Movement,
			by: Option<IdentityId>,
		},
		/// A kind of movement was resumed; by the council where `by` is `None`.
		MovementResumed {
			asset: AssetId,
			movement: Movement,
			by: Option<IdentityId>,
		},
		/// A freeze was laid on an identity or an account, in place of the one before.
		Frozen {
			asset: AssetId,
			target: FreezeTarget<T::AccountId>,
			old: Freeze,
			new: Freeze,
			by: IdentityId,
		},
		/// A freeze was lifted.
		Thawed {
			asset: AssetId,
			target: FreezeTarget<T::AccountId>,
			old: Freeze,
			by: IdentityId,
		},
		/// The last unit of an account, which the ledger keeps formally free, was held too.
		LastUnitHeld {
			asset: AssetId,
			account: T::AccountId,
		},
		/// The last unit of an account is held no longer.
		LastUnitReleased {
			asset: AssetId,
			account: T::AccountId,
		},
		/// A list of freezes was gone through: `done` were laid, with an event each, and `skipped`
		/// stood already.
		ManyFrozen {
			asset: AssetId,
			freeze: Freeze,
			case: Hash,
			done: u32,
			skipped: u32,
			by: IdentityId,
		},
		/// A list of thaws was gone through: `done` were lifted, with an event each, and of `skipped`
		/// nothing was frozen.
		ManyThawed {
			asset: AssetId,
			case: Hash,
			done: u32,
			skipped: u32,
			by: IdentityId,
		},
	}
}

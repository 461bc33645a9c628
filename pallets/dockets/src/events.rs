use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What has happened.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A docket was proposed: all units of the asset that the identity holds are frozen until
		/// `expires_at`. Where that is the moment of the proposal, nothing is frozen until the other side
		/// renews it.
		Proposed {
			docket: DocketId,
			asset: AssetId,
			kind: DocketKind<T::AccountId>,
			case: Hash,
			identity: IdentityId,
			by: Agent,
			expires_at: Moment,
		},
		/// The other side agreed, and so many units were taken.
		Executed {
			docket: DocketId,
			asset: AssetId,
			kind: DocketKind<T::AccountId>,
			case: Hash,
			taken: Balance,
			by: Agent,
		},
		/// The other side refused; the freeze is lifted.
		Rejected {
			docket: DocketId,
			asset: AssetId,
			reason: Hash,
			by: Agent,
		},
		/// The proposing side took it back; the freeze is lifted.
		Withdrawn {
			docket: DocketId,
			asset: AssetId,
			by: Agent,
		},
		/// The other side wants an expired docket to stand; it freezes again until `expires_at`.
		Renewed {
			docket: DocketId,
			asset: AssetId,
			by: Agent,
			expires_at: Moment,
		},
		/// The holder gave a statement.
		Answered {
			docket: DocketId,
			asset: AssetId,
			identity: IdentityId,
			statement: Hash,
		},
		/// A docket that ended long ago was removed, and its deposit given back.
		Removed { docket: DocketId },
		/// Seized units of the asset go there from now on; to nowhere where `new` is `None`.
		EscrowSet {
			asset: AssetId,
			old: Option<T::AccountId>,
			new: Option<T::AccountId>,
		},
	}
}

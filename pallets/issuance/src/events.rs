//! What has happened.

use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// Part of the pallet's module, in a file of its own for its length.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Units came to be.
		Minted {
			asset: AssetId,
			mint_id: Hash,
			minter: IdentityId,
			to: T::AccountId,
			amount: Balance,
		},
		/// Units came to be for several receivers; `amount` is their sum.
		BatchMinted {
			asset: AssetId,
			mint_id: Hash,
			minter: IdentityId,
			receivers: u32,
			amount: Balance,
		},
		/// The limits of minting were set; what rises waits in `raise`.
		BucketSet {
			asset: AssetId,
			controller: IdentityId,
			old: Option<Limits>,
			new: Limits,
			raise: Option<Raise>,
		},
		/// A raise that waited will not come.
		RaiseCancelled {
			asset: AssetId,
			controller: IdentityId,
			raise: Raise,
		},
		/// A holder asked for the underlying; the units are held.
		RedemptionRequested {
			id: RedemptionId,
			asset: AssetId,
			holder: T::AccountId,
			amount: Balance,
			claim: Quantity,
			delivery: Hash,
			accept_by: Moment,
		},
		/// The request was taken back; the units are with the holder again, under whatever freeze
		/// binds them. `expired` when the deadline that ran, for the answer or for the release, had
		/// passed: then `by` may be anyone, else it is the holder.
		RedemptionCancelled {
			id: RedemptionId,
			asset: AssetId,
			holder: T::AccountId,
			amount: Balance,
			by: T::AccountId,
			expired: bool,
		},
		/// Its time passed with only a part handed over: `amount` units, which claim that part, wait to
		/// be burned, and `returned` are with the holder again.
		RedemptionSettledInPart {
			id: RedemptionId,
			asset: AssetId,
			holder: T::AccountId,
			amount: Balance,
			returned: Balance,
			by: T::AccountId,
		},
		/// A docket ended it, because it takes units of the holder: `returned` of them are free, and
		/// `kept`, whose underlying has left the reserve, wait to be burned.
		RedemptionEndedByDocket {
			id: RedemptionId,
			asset: AssetId,
			holder: T::AccountId,
			returned: Balance,
			kept: Balance,
		},
		/// The issuer refused the request; the units are free again.
		RedemptionRejected {
			id: RedemptionId,
			asset: AssetId,
			holder: T::AccountId,
			amount: Balance,
			reason: Hash,
		},
		/// The issuer owes the underlying.
		RedemptionAccepted {
			id: RedemptionId,
			asset: AssetId,
			issuer: IdentityId,
			release_by: Moment,
		},
		/// A part of the underlying, `quantity`, left the reserve. With it `released` of the claim has
		/// left and `remaining` is owed; once that is zero, the units do not count any more either.
		RedemptionReleased {
			id: RedemptionId,
			asset: AssetId,
			custodian: IdentityId,
			quantity: Quantity,
			released: Quantity,
			remaining: Quantity,
			evidence: Hash,
			reference: Hash,
		},
		/// The units are gone.
		RedemptionBurned {
			id: RedemptionId,
			asset: AssetId,
			holder: T::AccountId,
			amount: Balance,
		},
		/// Records of mints whose validity has ended were removed.
		MintIdsPruned { asset: AssetId, count: u32 },
		/// Redemptions that had ended were removed.
		RedemptionsPruned { count: u32 },
	}
}

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
		/// The holder took the request back; the units are free again.
		RedemptionCancelled {
			id: RedemptionId,
			asset: AssetId,
			holder: T::AccountId,
			amount: Balance,
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
		/// The underlying left the reserve; neither it nor the units count any more.
		RedemptionReleased {
			id: RedemptionId,
			asset: AssetId,
			custodian: IdentityId,
			quantity: Quantity,
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

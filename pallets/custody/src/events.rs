use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What happened.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The council approved an organisation.
		Approved {
			office: Office,
			organisation: IdentityId,
			licence: Hash,
		},
		/// The council suspended an organisation: it may add nothing to a reserve until reinstated.
		Suspended {
			office: Office,
			organisation: IdentityId,
			reason: Hash,
		},
		/// The council lifted a suspension.
		Reinstated {
			office: Office,
			organisation: IdentityId,
		},
		/// The council removed an organisation.
		Removed {
			office: Office,
			organisation: IdentityId,
		},
		/// A custodian opened a vault.
		VaultOpened {
			vault: VaultId,
			custodian: IdentityId,
			jurisdiction: Jurisdiction,
		},
		/// A custodian closed an empty vault.
		VaultClosed {
			vault: VaultId,
			custodian: IdentityId,
		},
		/// A batch of lots was registered and pledged.
		LotsRegistered {
			/// Number of the batch on this chain.
			batch: u64,
			/// Where, and for which asset.
			scope: Scope,
			/// How many.
			lots: u32,
			/// Sum of their quantities, in the underlying's smallest unit.
			quantity: Quantity,
			/// The first lot of the batch.
			first: LotId,
			/// The last lot of the batch.
			last: LotId,
		},
		/// A custodian took lots out of a reserve without a redemption.
		LotsWithdrawn {
			scope: Scope,
			lots: u32,
			quantity: Quantity,
			reason: Hash,
		},
		/// Lots, or parts of them, were released to those who redeemed.
		LotsReleased {
			scope: Scope,
			lots: u32,
			quantity: Quantity,
			reference: Hash,
		},
		/// Lots that are pledged to nothing left the record.
		LotsRemoved { custodian: IdentityId, lots: u32 },
	}
}

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
			licence: Licence,
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
		/// The council took a newer licence of an organisation on record.
		LicenceRenewed {
			office: Office,
			organisation: IdentityId,
			old: Licence,
			new: Licence,
		},
		/// What a custodian must have bonded for its lots to count.
		BondRequired {
			organisation: IdentityId,
			old: Option<RequiredBond>,
			new: Option<RequiredBond>,
		},
		/// A custodian reported lots as pledged to others: they left the reserve.
		LotsEncumbered {
			scope: Scope,
			lots: u32,
			quantity: Quantity,
			/// BLAKE2b-256 of the document that says to whom and why.
			document: Hash,
		},
		/// Lots are free of the claims of others. They are pledged to nothing until registered anew.
		EncumbranceLifted {
			custodian: IdentityId,
			lots: u32,
			/// BLAKE2b-256 of the document that proves it.
			document: Hash,
		},
		/// A lot that had matured is money now, and counts again.
		CashReported {
			scope: Scope,
			lot: LotId,
			old_quantity: Quantity,
			new_quantity: Quantity,
			/// The money, in the smallest unit of the lot's currency.
			value: Balance,
			/// When it matures again.
			matures_at: Option<Moment>,
		},
		/// A custodian announced a list that it will register in batches.
		ListOpened {
			scope: Scope,
			/// BLAKE2b-256 of the published list.
			list: Hash,
			lots: u32,
			quantity: Quantity,
		},
		/// A batch of a list was registered.
		ListAdvanced {
			scope: Scope,
			list: Hash,
			/// Which batch it was, from zero.
			index: u32,
			/// Lots of the list registered so far.
			registered_lots: u32,
			/// Whether that is all of them, with the quantity announced.
			complete: bool,
		},
		/// A list left the record; its lots did not.
		ListRemoved {
			scope: Scope,
			list: Hash,
			complete: bool,
		},
		/// A custodian offers lots to another vault.
		LotsOffered {
			offer: OfferId,
			from: Scope,
			to: Scope,
			lots: u32,
			quantity: Quantity,
			/// Last moment at which it can be accepted.
			expires_at: Moment,
		},
		/// Lots changed vaults with the consent of both custodians. At the new scope they count under a
		/// report that speaks of a later moment.
		LotsTransferred {
			offer: OfferId,
			from: Scope,
			to: Scope,
			lots: u32,
			quantity: Quantity,
		},
		/// One of the two custodians ended an offer.
		OfferCancelled { offer: OfferId, by: IdentityId },
	}
}

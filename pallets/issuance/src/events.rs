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
			penalty: Balance,
		},
		/// The request was taken back; the units are with the holder again, under whatever freeze
		/// binds them. `breached` when the issuer had missed its deadline.
		RedemptionCancelled {
			id: RedemptionId,
			asset: AssetId,
			holder: T::AccountId,
			amount: Balance,
			by: T::AccountId,
			breached: bool,
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
		/// The issuer missed its deadline; the penalty is `owed`, of which the bond has `paid` the holder.
		/// Minting is shut until the redemption is released or cancelled.
		RedemptionBreached {
			id: RedemptionId,
			asset: AssetId,
			holder: T::AccountId,
			by: T::AccountId,
			owed: Balance,
			paid: Balance,
		},
		/// The bond paid more of a penalty; `unpaid` is left.
		PenaltyPaid {
			id: RedemptionId,
			asset: AssetId,
			paid: Balance,
			unpaid: Balance,
		},
		/// The reserve was deficient: `paid` was handed over for units that claimed `claim`.
		RedemptionPaidProRata {
			id: RedemptionId,
			asset: AssetId,
			claim: Quantity,
			paid: Quantity,
		},
		/// The holder may not be paid, and has been found so again and again since then. After
		/// `BlockedPeriod` escrow may take its place.
		HolderBlocked {
			id: RedemptionId,
			asset: AssetId,
			since: Moment,
		},
		/// The holder may be paid again; the deadline was put off by the time that it could not.
		HolderUnblocked { id: RedemptionId, asset: AssetId },
		/// What is due is handed to the escrow account, for the holder.
		RedemptionDiverted {
			id: RedemptionId,
			asset: AssetId,
			holder: T::AccountId,
			escrow: T::AccountId,
		},
		/// The issuer says that it has paid money for what is left; the holder has to confirm.
		CashOffered {
			id: RedemptionId,
			asset: AssetId,
			payment: CashPayment,
		},
		/// The holder has got money for what was left, `quantity` of the underlying, which stays in the
		/// reserve.
		CashConfirmed {
			id: RedemptionId,
			asset: AssetId,
			holder: T::AccountId,
			payment: CashPayment,
			quantity: Quantity,
		},
		/// The issuer wants these terms for its bond; a second organisation must approve.
		BondTermsProposed {
			asset: AssetId,
			terms: BondTerms,
			by: IdentityId,
		},
		/// The terms of the issuer's bond.
		BondTermsSet {
			asset: AssetId,
			old: Option<BondTerms>,
			new: BondTerms,
			by: IdentityId,
		},
		/// Records of mints whose validity has ended were removed.
		MintIdsPruned { asset: AssetId, count: u32 },
		/// Redemptions that had ended were removed.
		RedemptionsPruned { count: u32 },
	}
}

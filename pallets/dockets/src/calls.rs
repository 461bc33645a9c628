use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What can be asked for.
#[pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Proposes to take units from a holder, and freezes what it holds of the asset at once.
		///
		/// # Origin
		/// Signed by a compliance officer or transfer agent of the asset.
		///
		/// # Details
		/// The freeze covers all accounts of the identity behind the account that is named, until the
		/// docket is decided on or `OpenPeriodMs` has passed; receiving goes on. The amount need not be
		/// there yet. A deposit is held until the docket is removed.
		///
		/// It freezes nobody, and waits for the other side to `renew` it, when the last docket of the
		/// signer's organisation against that identity ended without approval less than
		/// `RefreezePeriodMs` ago (`restrained_until` tells), or when the signer acts for no organisation.
		///
		/// # Parameters
		/// - `kind`: what is to happen; amounts in the asset's smallest unit.
		/// - `case`: BLAKE2b-256 of the papers of the case.
		///
		/// # Errors
		/// - `NotAgent`: the signer has neither role.
		/// - `AmountZero`, `SameAccount`, `HolderUnknown`, `ReceiverUnknown`: name other parties.
		/// - `NotEscrow`: a seizure goes to the asset's escrow account.
		/// - `AnotherIdentity`: a recovery stays within one identity.
		/// - `CaseKnown`: have the other side renew it, or propose another case.
		/// - The ledger's `UnderDocket`: another docket freezes this position; wait for its end.
		/// - The currency's: the deposit cannot be paid.
		///
		/// # Events
		/// `Proposed`.
		#[pallet::call_index(0)]
		pub fn propose(
			origin: OriginFor<T>,
			asset: AssetId,
			kind: DocketKind<T::AccountId>,
			case: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_propose(who, asset, kind, case)
		}

		/// Agrees to a docket, which is carried out at once.
		///
		/// # Origin
		/// Signed by a compliance officer or transfer agent of the asset, of another organisation than
		/// the proposer's.
		///
		/// # Details
		/// All or nothing. Where free units are too few, open redemptions of the account are ended, but
		/// for what has been handed over. The proposer must still be an agent of the asset.
		///
		/// # Errors
		/// - `NotFound`, `WrongState`: there is no such docket, or it is open no more.
		/// - `NotAgent`, `SameOrganisation`: somebody else must agree.
		/// - `ProposerNotAgent`: the act must be proposed anew.
		/// - `HolderChanged`, `ReceiverUnknown`, `NotEscrow`, `AnotherIdentity`, `NothingToTake`: what was
		///   proposed is not possible any more.
		/// - The ledger's reason why the units cannot be taken.
		///
		/// # Events
		/// `Executed`, after those of the ledger and of redemptions that were ended.
		#[pallet::call_index(1)]
		pub fn approve(origin: OriginFor<T>, docket: DocketId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_approve(&who, docket)
		}

		/// Refuses a docket; the freeze is lifted at once.
		///
		/// # Origin
		/// As for `approve`.
		///
		/// # Parameters
		/// - `reason`: BLAKE2b-256 of the reasons, repeated in the event and not stored.
		///
		/// # Errors
		/// - `NotFound`, `WrongState`: there is no such docket, or it is open no more.
		/// - `NotAgent`, `SameOrganisation`: the proposing side withdraws instead.
		///
		/// # Events
		/// `Rejected`.
		#[pallet::call_index(2)]
		pub fn reject(origin: OriginFor<T>, docket: DocketId, reason: Hash) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reject(&who, docket, reason)
		}

		/// Takes a docket back; the freeze is lifted at once.
		///
		/// # Origin
		/// Signed by a compliance officer or transfer agent of the asset, of the proposer's
		/// organisation.
		///
		/// # Errors
		/// - `NotFound`, `WrongState`: there is no such docket, or it is open no more.
		/// - `NotAgent`, `OtherOrganisation`: the other side rejects instead.
		///
		/// # Events
		/// `Withdrawn`.
		#[pallet::call_index(3)]
		pub fn withdraw(origin: OriginFor<T>, docket: DocketId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(&who, docket)
		}

		/// Lets an expired docket, or one that waits for it, stand for `OpenPeriodMs`; it freezes at once.
		///
		/// # Origin
		/// As for `approve`: the side that did not propose it.
		///
		/// # Errors
		/// - `NotFound`, `WrongState`: there is no such docket, or it has not expired.
		/// - `NotAgent`, `SameOrganisation`: the other side must want it.
		/// - `ProposerNotAgent`: the act must be proposed anew.
		/// - `HolderChanged`: the account has got another holder.
		/// - The ledger's `UnderDocket`: another docket freezes this position; wait for its end.
		///
		/// # Events
		/// `Renewed`.
		#[pallet::call_index(4)]
		pub fn renew(origin: OriginFor<T>, docket: DocketId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_renew(&who, docket)
		}

		/// Gives the holder's statement, before the other side decides.
		///
		/// # Origin
		/// Signed by an account of the identity whose units are to be taken, also when it is suspended.
		///
		/// # Details
		/// May be repeated while the docket is open; the newest answer is kept.
		///
		/// # Parameters
		/// - `statement`: BLAKE2b-256 of the statement, which the agents are given elsewhere.
		///
		/// # Errors
		/// - `NotFound`, `WrongState`: there is no such docket, or it is open no more.
		/// - `NotHolder`: the signer is not of that identity.
		///
		/// # Events
		/// `Answered`.
		#[pallet::call_index(5)]
		pub fn answer(origin: OriginFor<T>, docket: DocketId, statement: Hash) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_answer(&who, docket, statement)
		}

		/// Removes a docket that has ended, and gives its deposit back.
		///
		/// # Origin
		/// Signed by anyone.
		///
		/// # Details
		/// From `RetentionMs` after its end or expiry on. Its case is forgotten with it.
		///
		/// # Errors
		/// - `NotFound`: there is no such docket.
		/// - `TooRecent`: remove it later.
		///
		/// # Events
		/// `Removed`.
		#[pallet::call_index(6)]
		pub fn remove(origin: OriginFor<T>, docket: DocketId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_remove(docket)
		}

		/// Says where seized units of an asset go.
		///
		/// # Origin
		/// The council.
		///
		/// # Details
		/// A docket to another account than the one registered when it is approved fails.
		///
		/// # Parameters
		/// - `escrow`: an account that is linked to an identity; `None` for nowhere.
		///
		/// # Errors
		/// - `BadOrigin`: the origin is not the council.
		/// - `ReceiverUnknown`: link the account first.
		///
		/// # Events
		/// `EscrowSet`.
		#[pallet::call_index(7)]
		pub fn set_escrow(
			origin: OriginFor<T>,
			asset: AssetId,
			escrow: Option<T::AccountId>,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_set_escrow(asset, escrow)
		}
	}
}

//! What can be asked for.

use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// Part of the pallet's module, in a file of its own for its length.
#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Creates `amount` units of `asset` for `to`.
		///
		/// ## Origin
		/// An account of an identity with role `Minter` that did not set the bucket.
		///
		/// ## Details
		/// The reserve is asked before and, with authority, after: unless it is `Backed` with the new
		/// units, nothing has happened.
		///
		/// ## Parameters
		/// - `mint_id`: names the order; used at most once.
		/// - `valid_until`: last moment at which the order may be used, in ms, at most seven days
		///   ahead. A retry repeats it.
		/// - `amount`: in the smallest unit of the asset.
		///
		/// ## Errors
		/// In this order: [`NotMinter`](Error::NotMinter), `AssetNotFound`, `AssetNotActive`,
		/// `DocumentExpired`, `BreachUncured`, `MintIdUsed`, `MintExpired`, `ValidTooLong`, `AmountZero`,
		/// `NoMintAllowance`, `MinterIsController`, `AboveSingleMintCap`, `AboveAllowance`,
		/// `MintingShut`, `ParametersMissing`, `AboveReserveShare`, the policy's reason about the
		/// receiver, `BondTermsMissing`, `BondTooSmall`, `InsufficientReserve`.
		///
		/// ## Events
		/// [`Minted`](Event::Minted).
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::mint())]
		pub fn mint(
			origin: OriginFor<T>,
			asset: AssetId,
			mint_id: Hash,
			valid_until: Moment,
			to: T::AccountId,
			amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let mints = [(to.clone(), amount)];
			let (minter, _) = Self::do_mint(&who, asset, mint_id, valid_until, &mints)?;
			Self::deposit_event(Event::Minted {
				asset,
				mint_id,
				minter,
				to,
				amount,
			});
			Ok(())
		}

		/// Creates units of `asset` for up to 100 receivers, for all or for none.
		///
		/// ## Origin
		/// As [`mint`](Self::mint).
		///
		/// ## Details
		/// One order with one id: bucket and single-mint cap are asked about the sum.
		///
		/// ## Parameters
		/// - `mints`: receivers and what each gets, in the smallest unit of the asset.
		///
		/// ## Errors
		/// As [`mint`](Self::mint).
		///
		/// ## Events
		/// [`BatchMinted`](Event::BatchMinted).
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::mint_batch(mints.len().try_into().unwrap_or(MAX_BATCH)))]
		pub fn mint_batch(
			origin: OriginFor<T>,
			asset: AssetId,
			mint_id: Hash,
			valid_until: Moment,
			mints: Mints<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (minter, amount) = Self::do_mint(&who, asset, mint_id, valid_until, &mints)?;
			let receivers = mints.len().try_into().unwrap_or(MAX_BATCH);
			Self::deposit_event(Event::BatchMinted {
				asset,
				mint_id,
				minter,
				receivers,
				amount,
			});
			Ok(())
		}

		/// Sets how much may be minted.
		///
		/// ## Origin
		/// An account of an identity with role `MintController`; from then on this identity may not
		/// mint the asset until another has set the bucket.
		///
		/// ## Details
		/// Each figure that falls does so at once; each that rises waits for `RaiseDelay`, and the wait
		/// starts anew when a raise that waits is replaced. The first bucket acts at once and is full.
		///
		/// ## Parameters
		/// - `capacity`: most units in the bucket; zero shuts minting.
		/// - `refill_per_day`: units that flow in during 24 hours, evenly.
		/// - `single_mint_cap`: most units of one mint or batch.
		///
		/// ## Errors
		/// [`NotMintController`](Error::NotMintController).
		///
		/// ## Events
		/// [`BucketSet`](Event::BucketSet).
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::set_bucket())]
		pub fn set_bucket(
			origin: OriginFor<T>,
			asset: AssetId,
			capacity: Balance,
			refill_per_day: Balance,
			single_mint_cap: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let limits = Limits {
				capacity,
				refill_per_day,
				single_mint_cap,
			};
			let (controller, old, bucket) = Self::do_set_bucket(&who, asset, limits)?;
			Self::deposit_event(Event::BucketSet {
				asset,
				controller,
				old,
				new: bucket.limits,
				raise: bucket.raise,
			});
			Ok(())
		}

		/// Drops the raise that waits.
		///
		/// ## Origin
		/// An account of an identity with role `MintController`.
		///
		/// ## Errors
		/// [`NotMintController`](Error::NotMintController),
		/// [`NoMintAllowance`](Error::NoMintAllowance),
		/// [`NoRaiseWaiting`](Error::NoRaiseWaiting): there is none, or it has taken effect; then set
		/// the bucket lower.
		///
		/// ## Events
		/// [`RaiseCancelled`](Event::RaiseCancelled).
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::cancel_raise())]
		pub fn cancel_raise(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (controller, raise) = Self::do_cancel_raise(&who, asset)?;
			Self::deposit_event(Event::RaiseCancelled {
				asset,
				controller,
				raise,
			});
			Ok(())
		}

		/// Asks for the underlying of `amount` units of the caller, which are held from now on.
		///
		/// ## Origin
		/// The holder; also one whose identity is suspended.
		///
		/// ## Details
		/// What is owed, the fee, the penalty, the deadline for the issuer's answer and the time from
		/// acceptance to release are fixed now.
		///
		/// ## Parameters
		/// - `amount`: in the smallest unit of the asset; what it claims is rounded down.
		/// - `delivery`: BLAKE2b-256 of the instruction where and to whom to deliver.
		///
		/// ## Errors
		/// [`HolderUnknown`](Error::HolderUnknown), [`AssetNotFound`](Error::AssetNotFound),
		/// [`AssetNotRedeemable`](Error::AssetNotRedeemable), [`TermsMissing`](Error::TermsMissing),
		/// [`HolderExcluded`](Error::HolderExcluded), [`WindowClosed`](Error::WindowClosed),
		/// [`BelowMinimum`](Error::BelowMinimum), [`NotWholeLots`](Error::NotWholeLots),
		/// [`ClaimsNothing`](Error::ClaimsNothing),
		/// [`ParametersMissing`](Error::ParametersMissing),
		/// [`TooManyOpenRedemptions`](Error::TooManyOpenRedemptions), and the guard's reason why the
		/// units cannot be held.
		///
		/// ## Events
		/// [`RedemptionRequested`](Event::RedemptionRequested).
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::request_redemption())]
		pub fn request_redemption(
			origin: OriginFor<T>,
			asset: AssetId,
			amount: Balance,
			delivery: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_request(who, asset, amount, delivery)
		}

		/// Takes a redemption back; the units are free again.
		///
		/// ## Origin
		/// Any account of the holder; anyone once it has been in breach for `BreachEndPeriod`.
		///
		/// ## Details
		/// Allowed as long as the issuer has not accepted; of an accepted one while the reserve is
		/// deficient; and of each that is overdue or in breach, which costs the issuer the penalty. If a
		/// part was handed over, only what claims the rest goes back. To the holder, always.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`WrongState`](Error::WrongState),
		/// [`NotHolder`](Error::NotHolder), [`PartlyReleased`](Error::PartlyReleased),
		/// [`NotOverdue`](Error::NotOverdue).
		///
		/// ## Events
		/// [`RedemptionCancelled`](Event::RedemptionCancelled) or
		/// [`RedemptionSettledInPart`](Event::RedemptionSettledInPart); before it
		/// [`RedemptionBreached`](Event::RedemptionBreached) where the breach was not known.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::cancel_redemption())]
		pub fn cancel_redemption(origin: OriginFor<T>, id: RedemptionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel(who, id)
		}

		/// Refuses a request; the units are free again.
		///
		/// ## Origin
		/// An account of an identity with role `Issuer`.
		///
		/// ## Details
		/// Until `accept_by`: whoever has let that pass owes an answer that is a yes.
		///
		/// ## Parameters
		/// - `reason`: BLAKE2b-256 of the reasons given to the holder.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`NotIssuer`](Error::NotIssuer),
		/// [`WrongState`](Error::WrongState): an accepted redemption cannot be refused;
		/// [`AnswerLate`](Error::AnswerLate).
		///
		/// ## Events
		/// [`RedemptionRejected`](Event::RedemptionRejected).
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::reject_redemption())]
		pub fn reject_redemption(
			origin: OriginFor<T>,
			id: RedemptionId,
			reason: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reject(&who, id, reason)
		}

		/// Binds the issuer to deliver the underlying by a deadline that starts now.
		///
		/// ## Origin
		/// An account of an identity with role `Issuer`.
		///
		/// ## Details
		/// Allowed after `accept_by`, too, as long as nobody has found the breach. In the order of the
		/// requests; those of holders who may not be paid are passed over, at most 16.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`NotIssuer`](Error::NotIssuer),
		/// [`WrongState`](Error::WrongState), [`HolderBarred`](Error::HolderBarred),
		/// [`PaymentRefused`](Error::PaymentRefused), [`EarlierWaiting`](Error::EarlierWaiting).
		///
		/// ## Events
		/// [`RedemptionAccepted`](Event::RedemptionAccepted).
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::accept_redemption())]
		pub fn accept_redemption(origin: OriginFor<T>, id: RedemptionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept(&who, id)
		}

		/// Reports that the underlying, or a part of it, has been handed over.
		///
		/// ## Origin
		/// An account of an identity with role `Custodian` whose organisation is an approved
		/// custodian.
		///
		/// ## Details
		/// The lots lose their pledge at once; the units stop counting with the last of the claim. The
		/// register of lots files each part under the reference that its event shows. While the reserve is
		/// `Deficient`, nothing is handed over until it has been on record as that for
		/// `DeficiencyPeriod`; from then on what is due is the units' share of it, rounded down: those who
		/// come later gain the fraction, and the last gets what is left.
		///
		/// ## Parameters
		/// - `lots`: vault, lot and quantity, up to 50, from any of the custodian's vaults; at most what
		///   is left of the claim. More calls, also by other custodians, release the rest.
		/// - `evidence`: BLAKE2b-256 of the proof of delivery.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound),
		/// [`NotCustodian`](Error::NotCustodian), [`WrongState`](Error::WrongState),
		/// [`HolderBarred`](Error::HolderBarred), [`PaymentRefused`](Error::PaymentRefused), the
		/// register's reason about a lot,
		/// [`DeficiencyTooRecent`](Error::DeficiencyTooRecent),
		/// [`ReleaseMismatch`](Error::ReleaseMismatch), and the reason why the reserve is not known.
		///
		/// ## Events
		/// [`RedemptionReleased`](Event::RedemptionReleased) and, of a deficient reserve,
		/// [`RedemptionPaidProRata`](Event::RedemptionPaidProRata).
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::release_redemption(
			lots.len().try_into().unwrap_or(MAX_RELEASED_LOTS)
		))]
		pub fn release_redemption(
			origin: OriginFor<T>,
			id: RedemptionId,
			lots: ReleasedLots,
			evidence: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_release(&who, id, &lots, evidence)
		}

		/// Destroys the units of a released redemption.
		///
		/// ## Origin
		/// Anyone: all that matters has been decided.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`WrongState`](Error::WrongState).
		///
		/// ## Events
		/// [`RedemptionBurned`](Event::RedemptionBurned).
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::burn_redemption())]
		pub fn burn_redemption(origin: OriginFor<T>, id: RedemptionId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_burn(id)
		}

		/// Removes the records of mints whose validity has ended, all or none.
		///
		/// ## Origin
		/// Anyone.
		///
		/// ## Errors
		/// [`MintIdNotFound`](Error::MintIdNotFound), [`MintIdInForce`](Error::MintIdInForce).
		///
		/// ## Events
		/// [`MintIdsPruned`](Event::MintIdsPruned).
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::prune_mint_ids(
			mint_ids.len().try_into().unwrap_or(MAX_PRUNED)
		))]
		pub fn prune_mint_ids(
			origin: OriginFor<T>,
			asset: AssetId,
			mint_ids: BoundedVec<Hash, ConstU32<MAX_PRUNED>>,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_mint_ids(asset, &mint_ids)?;
			let count = mint_ids.len().try_into().unwrap_or(MAX_PRUNED);
			Self::deposit_event(Event::MintIdsPruned { asset, count });
			Ok(())
		}

		/// Removes redemptions that ended more than `HistoryPeriod` ago, all or none.
		///
		/// ## Origin
		/// Anyone.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`StillOpen`](Error::StillOpen),
		/// [`TooRecent`](Error::TooRecent).
		///
		/// ## Events
		/// [`RedemptionsPruned`](Event::RedemptionsPruned).
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::prune_redemptions(
			ids.len().try_into().unwrap_or(MAX_PRUNED)
		))]
		pub fn prune_redemptions(
			origin: OriginFor<T>,
			ids: BoundedVec<RedemptionId, ConstU32<MAX_PRUNED>>,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_redemptions(&ids)?;
			let count = ids.len().try_into().unwrap_or(MAX_PRUNED);
			Self::deposit_event(Event::RedemptionsPruned { count });
			Ok(())
		}

		/// Proposes what the issuer's bond consists of and how the units are valued for it.
		///
		/// ## Origin
		/// An account of an identity with role `Issuer`.
		///
		/// ## Details
		/// Binds nobody until a second organisation approves. Takes the place of an earlier proposal.
		///
		/// ## Parameters
		/// - `terms`: the settlement asset, and its smallest units for one of the asset, as a rational.
		///
		/// ## Errors
		/// [`NotIssuer`](Error::NotIssuer), [`NotSettlement`](Error::NotSettlement),
		/// [`PriceInvalid`](Error::PriceInvalid).
		///
		/// ## Events
		/// [`BondTermsProposed`](Event::BondTermsProposed).
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::propose_bond_terms())]
		pub fn propose_bond_terms(
			origin: OriginFor<T>,
			asset: AssetId,
			terms: BondTerms,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_propose_bond_terms(&who, asset, terms)
		}

		/// Puts proposed terms of the issuer's bond in force.
		///
		/// ## Origin
		/// An account that acts for an organisation that may approve terms, another one than the
		/// proposer's.
		///
		/// ## Details
		/// They bind mints and requests from now on; what was asked for keeps its penalty.
		///
		/// ## Parameters
		/// - `terms`: exactly what was proposed.
		///
		/// ## Errors
		/// [`NotApprover`](Error::NotApprover), [`TermsNotProposed`](Error::TermsNotProposed),
		/// [`SameOrganisation`](Error::SameOrganisation), [`NotSettlement`](Error::NotSettlement),
		/// [`PenaltiesOpen`](Error::PenaltiesOpen).
		///
		/// ## Events
		/// [`BondTermsSet`](Event::BondTermsSet).
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::approve_bond_terms())]
		pub fn approve_bond_terms(
			origin: OriginFor<T>,
			asset: AssetId,
			terms: BondTerms,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_approve_bond_terms(&who, asset, terms)
		}

		/// Finds that the issuer has missed its deadline, and has its bond pay the penalty.
		///
		/// ## Origin
		/// Anyone.
		///
		/// ## Details
		/// Minting of the asset is shut until the redemption is released or cancelled. The bond pays at
		/// most the units' share of it by all units outstanding. Called again on one in breach, it pays
		/// what the bond could not pay before.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`WrongState`](Error::WrongState),
		/// [`NotOverdue`](Error::NotOverdue), [`HolderBarred`](Error::HolderBarred) or
		/// [`PaymentRefused`](Error::PaymentRefused): the issuer could not have paid for what stands
		/// against the holder, a pause not counted;
		/// [`NothingToPay`](Error::NothingToPay).
		///
		/// ## Events
		/// [`RedemptionBreached`](Event::RedemptionBreached) or [`PenaltyPaid`](Event::PenaltyPaid).
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::breach_redemption())]
		pub fn breach_redemption(origin: OriginFor<T>, id: RedemptionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_breach(who, id)
		}

		/// Takes down that compliance does not let the holder be paid, or does again.
		///
		/// ## Origin
		/// Anyone: compliance decides.
		///
		/// ## Details
		/// From then on `BlockedPeriod` runs, after which escrow may take the holder's place, provided that
		/// it is found again at least every `BlockedRecheck`. When the holder may be paid again, the
		/// deadline is put off by the time for which it is known that it could not, and the next finding
		/// starts anew. Every other step of the redemption finds that, too.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`WrongState`](Error::WrongState),
		/// [`NothingChanges`](Error::NothingChanges).
		///
		/// ## Events
		/// [`HolderBlocked`](Event::HolderBlocked) or [`HolderUnblocked`](Event::HolderUnblocked).
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::report_blocked())]
		pub fn report_blocked(origin: OriginFor<T>, id: RedemptionId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_report_blocked(id)
		}

		/// Has what is due to a holder who stays blocked handed to the asset's escrow account.
		///
		/// ## Origin
		/// Anyone: the time decides.
		///
		/// ## Details
		/// The redemption goes on, and its deadline with it; the escrow account keeps the underlying for
		/// the holder.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`WrongState`](Error::WrongState),
		/// [`NotBlockedLongEnough`](Error::NotBlockedLongEnough),
		/// [`EscrowMissing`](Error::EscrowMissing).
		///
		/// ## Events
		/// [`RedemptionDiverted`](Event::RedemptionDiverted).
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::divert_to_escrow())]
		pub fn divert_to_escrow(origin: OriginFor<T>, id: RedemptionId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_divert(id)
		}

		/// Says that money was paid for what is left of a claim: for all of it, or for the difference
		/// between lots and claim.
		///
		/// ## Origin
		/// An account of an identity with role `Issuer`.
		///
		/// ## Details
		/// Nothing follows until the holder confirms it. Takes the place of an earlier offer.
		///
		/// ## Parameters
		/// - `payment`: hash of the payment order, amount in the currency's smallest unit, currency.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`NotIssuer`](Error::NotIssuer),
		/// [`WrongState`](Error::WrongState).
		///
		/// ## Events
		/// [`CashOffered`](Event::CashOffered).
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::offer_cash())]
		pub fn offer_cash(
			origin: OriginFor<T>,
			id: RedemptionId,
			payment: CashPayment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_offer_cash(&who, id, payment)
		}

		/// Confirms that the money has come: nothing is owed any more, and the units can be burned.
		///
		/// ## Origin
		/// Any account of the holder; the escrow account once it has taken the holder's place.
		///
		/// ## Details
		/// The lots of what the money stands for stay in the reserve, which is the issuer's gain.
		///
		/// ## Parameters
		/// - `payment`: exactly what was offered.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`NotHolder`](Error::NotHolder),
		/// [`NoSuchOffer`](Error::NoSuchOffer), [`HolderBarred`](Error::HolderBarred),
		/// [`PaymentRefused`](Error::PaymentRefused), [`WrongState`](Error::WrongState).
		///
		/// ## Events
		/// [`CashConfirmed`](Event::CashConfirmed).
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::confirm_cash())]
		pub fn confirm_cash(
			origin: OriginFor<T>,
			id: RedemptionId,
			payment: CashPayment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_confirm_cash(&who, id, payment)
		}
	}
}

use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What can be asked for.
#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Approves an organisation to keep reserves.
		///
		/// - Origin: the council.
		/// - Parameters: `organisation`, a legal identity; `licence`, which must be in force;
		///   `required_bond`, which must be bonded for its lots to count, none as long as there is no
		///   settlement asset.
		/// - Errors: [`Error::IdentityNotFound`], [`Error::NotOrganisation`],
		///   [`Error::AlreadyApproved`], [`Error::HoldsOtherOffice`], [`Error::LicenceExpired`],
		///   [`Error::NotSettlementAsset`].
		/// - Events: [`Event::Approved`], and [`Event::BondRequired`] if one is.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::approve_custodian())]
		pub fn approve_custodian(
			origin: OriginFor<T>,
			organisation: IdentityId,
			licence: Licence,
			required_bond: Option<RequiredBond>,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_approve_custodian(organisation, licence, required_bond)
		}

		/// Approves an organisation to audit reserves.
		///
		/// - Origin: the council.
		/// - Parameters: `organisation`, a legal identity; `licence`, which must be in force.
		/// - Errors: [`Error::IdentityNotFound`], [`Error::NotOrganisation`],
		///   [`Error::AlreadyApproved`], [`Error::HoldsOtherOffice`], [`Error::LicenceExpired`].
		/// - Events: [`Event::Approved`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::approve_auditor())]
		pub fn approve_auditor(
			origin: OriginFor<T>,
			organisation: IdentityId,
			licence: Licence,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_approve_auditor(organisation, licence)
		}

		/// Suspends an approval: from now on the organisation adds nothing to any reserve.
		///
		/// - Origin: the council.
		/// - Parameters: `office`, which approval; `reason`, BLAKE2b-256 of the decision.
		/// - Errors: [`Error::ApprovalNotFound`], [`Error::AlreadySuspended`].
		/// - Events: [`Event::Suspended`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::suspend())]
		pub fn suspend(
			origin: OriginFor<T>,
			office: Office,
			organisation: IdentityId,
			reason: Hash,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::set_suspended(office, organisation, true)?;
			Self::deposit_event(Event::Suspended {
				office,
				organisation,
				reason,
			});
			Ok(())
		}

		/// Lifts a suspension.
		///
		/// - Origin: the council.
		/// - Errors: [`Error::ApprovalNotFound`], [`Error::NotSuspended`].
		/// - Events: [`Event::Reinstated`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::reinstate())]
		pub fn reinstate(
			origin: OriginFor<T>,
			office: Office,
			organisation: IdentityId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::set_suspended(office, organisation, false)?;
			Self::deposit_event(Event::Reinstated {
				office,
				organisation,
			});
			Ok(())
		}

		/// Removes an approval on which nothing depends any more.
		///
		/// - Origin: the council.
		/// - Details: no vault may be open, no report or verdict of the organisation be listed, no
		///   challenge of it be open. From then on its bond is free.
		/// - Errors: [`Error::ApprovalNotFound`], [`Error::HasVaults`], [`Error::StillNeeded`].
		/// - Events: [`Event::Removed`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::remove())]
		pub fn remove(
			origin: OriginFor<T>,
			office: Office,
			organisation: IdentityId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_remove(office, organisation)
		}

		/// Opens a vault of the signer's organisation and puts the deposit on hold.
		///
		/// - Origin: signed, for an approved custodian.
		/// - Parameters: `name`, UTF-8; `jurisdiction`, the country the vault stands in, ISO 3166-1
		///   numeric.
		/// - Errors: [`Error::NoActiveIdentity`], [`Error::NotApproved`], [`Error::LicenceExpired`],
		///   [`Error::BondTooSmall`], [`Error::NameEmpty`], [`Error::UnknownJurisdiction`], too few
		///   free ASY for the deposit.
		/// - Events: [`Event::VaultOpened`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::open_vault())]
		pub fn open_vault(
			origin: OriginFor<T>,
			name: VaultName,
			jurisdiction: Jurisdiction,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_vault(who, name, jurisdiction)
		}

		/// Closes a vault in which no lot is on record and gives the deposit back.
		///
		/// - Origin: signed, for the vault's custodian.
		/// - Errors: [`Error::NoActiveIdentity`], [`Error::VaultNotFound`], [`Error::NotOwner`],
		///   [`Error::VaultNotEmpty`].
		/// - Events: [`Event::VaultClosed`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::close_vault(MAX_ASSETS_PER_VAULT))]
		pub fn close_vault(origin: OriginFor<T>, vault: VaultId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let assets = Self::do_close_vault(&who, vault)?;
			Ok(Some(T::WeightInfo::close_vault(assets)).into())
		}

		/// Registers lots that lie in a vault and pledges them to an asset; all of them or none.
		///
		/// - Origin: signed, for an approved custodian with the custodian's role for the asset.
		/// - Details: a deposit per lot is held. A lot released, or withdrawn by the same custodian,
		///   may be registered anew; the deposit of the old record goes back to who paid it.
		/// - Parameters: `asset`; `vault`, one of the custodian's own; `lots`, at most
		///   [`MAX_LOTS_PER_CALL`]; `list`, which batch of which opened list they are: batches come in
		///   order, one that came before is refused, and after a break the list's progress says
		///   where to go on. The last one is refused when lots and quantities do not add up.
		/// - Errors: [`Error::EmptyBatch`], [`Error::NoActiveIdentity`], [`Error::NotApproved`],
		///   [`Error::LicenceExpired`], [`Error::BondTooSmall`], [`Error::VaultNotFound`],
		///   [`Error::NotOwner`], [`Error::AssetNotFound`], [`Error::AssetRetired`],
		///   [`Error::MissingRole`], too few free ASY for the deposit; from
		///   [`Error::InvalidRegistry`] to [`Error::TooManyAssets`] and
		///   [`Error::EncumberedToOthers`] for what is wrong with a lot; from
		///   [`Error::ListNotFound`] to [`Error::ListQuantityMismatch`] for what is wrong with the
		///   batch.
		/// - Events: [`Event::LotsRegistered`], for a list also [`Event::ListAdvanced`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::register_lots(lots.len().try_into().unwrap_or(u32::MAX)))]
		pub fn register_lots(
			origin: OriginFor<T>,
			asset: AssetId,
			vault: VaultId,
			lots: LotInputs,
			list: Option<ListBatch>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register_lots(who, asset, vault, lots, list)
		}

		/// Takes lots out of a reserve without a redemption, for instance before they are moved.
		///
		/// - Origin: signed, for the vault's custodian.
		/// - Details: the lots stay on the custodian's book, pledged to nothing. The reserve falls at
		///   once, whatever the newest report says; minting is shut where it falls too far. Lots that a
		///   challenge asks about too: a custodian that misses one withdraws it, and answers for the rest.
		/// - Parameters: `asset` and `vault`, where the lots are pledged; `reason`, BLAKE2b-256 of
		///   the document that says why.
		/// - Errors: [`Error::EmptyBatch`], [`Error::NoActiveIdentity`], [`Error::VaultNotFound`],
		///   [`Error::NotOwner`], [`Error::DuplicateLot`], [`Error::LotNotFound`],
		///   [`Error::Elsewhere`], [`Error::NotPledged`].
		/// - Events: [`Event::LotsWithdrawn`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::withdraw_lots(lots.len().try_into().unwrap_or(u32::MAX)))]
		pub fn withdraw_lots(
			origin: OriginFor<T>,
			asset: AssetId,
			vault: VaultId,
			lots: LotIds,
			reason: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_lots(&who, asset, vault, lots, reason)
		}

		/// Removes lots that are pledged to nothing and gives deposits back to who paid them.
		///
		/// - Origin: signed, for the lots' custodian.
		/// - Errors: [`Error::EmptyBatch`], [`Error::NoActiveIdentity`], [`Error::DuplicateLot`],
		///   [`Error::LotNotFound`], [`Error::NotOwner`], [`Error::StillPledged`],
		///   [`Error::EncumberedToOthers`].
		/// - Events: [`Event::LotsRemoved`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::remove_lots(lots.len().try_into().unwrap_or(u32::MAX)))]
		pub fn remove_lots(origin: OriginFor<T>, lots: LotIds) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_lots(&who, lots)
		}

		/// Takes a newer licence of an organisation on record.
		///
		/// - Origin: the council.
		/// - Details: what the organisation keeps or says counts again from now on, if only the
		///   licence stood in the way.
		/// - Parameters: `office`, which approval; `licence`, which must be in force.
		/// - Errors: [`Error::LicenceExpired`], [`Error::ApprovalNotFound`].
		/// - Events: [`Event::LicenceRenewed`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::renew_licence())]
		pub fn renew_licence(
			origin: OriginFor<T>,
			office: Office,
			organisation: IdentityId,
			licence: Licence,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_renew_licence(office, organisation, licence)
		}

		/// Sets what a custodian must have bonded for its lots to count.
		///
		/// - Origin: the council.
		/// - Details: acts at once. As long as the office stands, no less can be withdrawn.
		/// - Parameters: `required_bond`, a settlement asset and at least how much of it, in its
		///   smallest unit; none asks for no bond.
		/// - Errors: [`Error::ApprovalNotFound`], [`Error::NotSettlementAsset`].
		/// - Events: [`Event::BondRequired`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::set_required_bond())]
		pub fn set_required_bond(
			origin: OriginFor<T>,
			organisation: IdentityId,
			required_bond: Option<RequiredBond>,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_set_required_bond(organisation, required_bond)
		}

		/// Reports lots as pledged to others outside this chain, which takes them out of the reserve.
		///
		/// - Origin: signed, for the vault's custodian.
		/// - Details: the reserve falls at once, whatever the newest report says. Nobody can pledge
		///   the lots here until `lift_encumbrance`.
		/// - Parameters: `asset` and `vault`, where the lots are pledged; `document`, BLAKE2b-256 of
		///   what says to whom they are pledged.
		/// - Errors: [`Error::EmptyBatch`], [`Error::NoActiveIdentity`], [`Error::VaultNotFound`],
		///   [`Error::NotOwner`], [`Error::DuplicateLot`], [`Error::LotNotFound`],
		///   [`Error::Elsewhere`], [`Error::NotPledged`], [`Error::LotChallenged`].
		/// - Events: [`Event::LotsEncumbered`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::encumber_lots(lots.len().try_into().unwrap_or(u32::MAX)))]
		pub fn encumber_lots(
			origin: OriginFor<T>,
			asset: AssetId,
			vault: VaultId,
			lots: LotIds,
			document: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_encumber_lots(&who, asset, vault, lots, document)
		}

		/// Reports lots as free of the claims of others; they are pledged to nothing then.
		///
		/// - Origin: signed, for the lots' custodian.
		/// - Parameters: `document`, BLAKE2b-256 of what proves it.
		/// - Errors: [`Error::EmptyBatch`], [`Error::NoActiveIdentity`], [`Error::LotNotFound`],
		///   [`Error::NotOwner`], [`Error::NotEncumbered`], also for a lot named twice.
		/// - Events: [`Event::EncumbranceLifted`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::lift_encumbrance(
			lots.len().try_into().unwrap_or(u32::MAX)
		))]
		pub fn lift_encumbrance(
			origin: OriginFor<T>,
			lots: LotIds,
			document: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_lift_encumbrance(&who, lots, document)
		}

		/// Reports what a matured lot was paid out as; it counts again from now on.
		///
		/// - Origin: signed, for an approved custodian with the custodian's role for the asset.
		/// - Details: the lot keeps its id, its currency and its lien. What was not paid out has left
		///   the reserve.
		/// - Parameters: `lot`; `cash`, quantity in the underlying's smallest unit, value in that of
		///   the lot's currency.
		/// - Errors: [`Error::NoActiveIdentity`], [`Error::NotApproved`], [`Error::LicenceExpired`],
		///   [`Error::BondTooSmall`], [`Error::LotNotFound`], [`Error::NotOwner`],
		///   [`Error::NotPledged`], [`Error::AssetRetired`], [`Error::MissingRole`],
		///   [`Error::NotMatured`], [`Error::ZeroQuantity`], [`Error::MoreThanMatured`],
		///   [`Error::ZeroValue`], [`Error::AlreadyMatured`], [`Error::TooManyMaturities`].
		/// - Events: [`Event::CashReported`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::report_cash())]
		pub fn report_cash(origin: OriginFor<T>, lot: LotId, cash: CashInput) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_report_cash(&who, lot, cash)
		}

		/// Opens a published list, whose lots are then registered in batches.
		///
		/// - Origin: signed, for an approved custodian with the custodian's role for the asset.
		/// - Details: the deposit of one lot is held until `remove_list`. The list only keeps the
		///   batches in order and their sums; it gives no lot a place and no right.
		/// - Parameters: `asset` and `vault`, where the lots will be pledged; `list`, BLAKE2b-256 of
		///   the file; `lots` and `quantity`, how many it names and the sum of their quantities in
		///   the underlying's smallest unit.
		/// - Errors: [`Error::NoActiveIdentity`], [`Error::NotApproved`], [`Error::LicenceExpired`],
		///   [`Error::BondTooSmall`], [`Error::VaultNotFound`], [`Error::NotOwner`],
		///   [`Error::AssetNotFound`], [`Error::AssetRetired`], [`Error::MissingRole`],
		///   [`Error::EmptyBatch`], [`Error::ZeroQuantity`], [`Error::ListAlreadyOpen`], too few free
		///   ASY for the deposit.
		/// - Events: [`Event::ListOpened`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::open_list())]
		pub fn open_list(
			origin: OriginFor<T>,
			asset: AssetId,
			vault: VaultId,
			list: Hash,
			lots: u32,
			quantity: Quantity,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_list(who, asset, vault, list, lots, quantity)
		}

		/// Removes a list, complete or not, and gives the deposit back. Its lots stay.
		///
		/// - Origin: signed, for the list's custodian.
		/// - Errors: [`Error::NoActiveIdentity`], [`Error::NotOwner`], [`Error::ListNotFound`].
		/// - Events: [`Event::ListRemoved`].
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::remove_list())]
		pub fn remove_list(
			origin: OriginFor<T>,
			asset: AssetId,
			vault: VaultId,
			list: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_list(&who, asset, vault, list)
		}

		/// Offers pledged lots to another vault, where they would back the same asset.
		///
		/// - Origin: signed, for the vault's custodian.
		/// - Details: nothing moves, and the lots go on to count, until `accept_lots`. A deposit per
		///   lot is held as long as the offer is on record.
		/// - Parameters: `asset` and `vault`, where the lots are pledged; `to_custodian` and its
		///   `to_vault`; `expires_at`, the last moment at which it can be accepted, in ms.
		/// - Errors: [`Error::EmptyBatch`], [`Error::NoActiveIdentity`], [`Error::VaultNotFound`],
		///   [`Error::NotOwner`], [`Error::SameVault`], [`Error::OfferExpired`],
		///   [`Error::DuplicateLot`], [`Error::LotNotFound`], [`Error::Elsewhere`],
		///   [`Error::NotPledged`], [`Error::LotChallenged`], too few free ASY for the deposit.
		/// - Events: [`Event::LotsOffered`].
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::offer_lots(lots.len().try_into().unwrap_or(u32::MAX)))]
		pub fn offer_lots(
			origin: OriginFor<T>,
			asset: AssetId,
			vault: VaultId,
			lots: LotIds,
			to_custodian: IdentityId,
			to_vault: VaultId,
			expires_at: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let to = (to_custodian, to_vault);
			Self::do_offer_lots(who, asset, vault, lots, to, expires_at)
		}

		/// Accepts an offer: all of its lots change vaults in this moment, or none does.
		///
		/// - Origin: signed, for the receiving custodian, approved and with the role for the asset.
		/// - Details: at the old scope the lots are removed as of now. At the new one they count under
		///   a report that speaks of a later moment. Deposits change hands.
		/// - Errors: [`Error::OfferNotFound`], [`Error::NoActiveIdentity`], [`Error::NotApproved`],
		///   [`Error::LicenceExpired`], [`Error::BondTooSmall`], [`Error::NotOwner`],
		///   [`Error::OfferExpired`], [`Error::VaultNotFound`], [`Error::AssetRetired`],
		///   [`Error::MissingRole`], [`Error::LotChallenged`], [`Error::OfferChanged`],
		///   [`Error::LotNotFound`],
		///   [`Error::Elsewhere`], [`Error::NotPledged`], [`Error::TooManyMaturities`],
		///   [`Error::TooManyArrivals`], [`Error::TooManyAssets`], too few free ASY for the deposit.
		/// - Events: [`Event::LotsTransferred`].
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::accept_lots(MAX_LOTS_PER_CALL))]
		pub fn accept_lots(origin: OriginFor<T>, offer: OfferId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let lots = Self::do_accept_lots(&who, offer)?;
			Ok(Some(T::WeightInfo::accept_lots(lots)).into())
		}

		/// Ends an offer and gives the deposit back.
		///
		/// - Origin: signed, for the custodian that gives or the one that would receive.
		/// - Errors: [`Error::OfferNotFound`], [`Error::NoActiveIdentity`], [`Error::NotOwner`].
		/// - Events: [`Event::OfferCancelled`].
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::cancel_offer())]
		pub fn cancel_offer(origin: OriginFor<T>, offer: OfferId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_offer(&who, offer)
		}
	}
}

use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What may be called.
#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Draft an asset.
		///
		/// - Origin: signed by an active identity. Its organisation becomes the issuer.
		/// - Details: the ticker is put into capitals and the unit into lowest terms.
		///   `AssetDeposit` is held on the signer's account.
		/// - Parameters: `definition`: kind, unit and legal terms.
		/// - Errors: `NotActive`, `OrganisationRequired`, `OrganisationNotActive`; one of the
		///   `…Invalid` and `DecimalsOutOfRange` for a flaw in the definition; `TickerTaken`;
		///   `TooManyAssets`; or too few ASY for the deposit.
		/// - Events: `AssetDrafted`.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::draft())]
		pub fn draft(origin: OriginFor<T>, definition: AssetDefinition) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let by = T::Identities::active_identity_of(&who).ok_or(Error::<T>::NotActive)?;
			let issuer = Self::active_organisation_of(by)?;
			Self::ensure_legal(issuer)?;
			let definition = checks::normalise(definition).map_err(Error::<T>::from)?;
			Self::do_draft(&who, by, issuer, definition)
		}

		/// Replace the definition of a draft.
		///
		/// - Origin: signed by the issuer.
		/// - Parameters: `asset`: the draft; `definition`: kind, unit and legal terms, all of them.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`; a flaw as in `draft`; `TickerTaken`.
		/// - Events: `DraftAmended`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::amend_draft())]
		pub fn amend_draft(
			origin: OriginFor<T>,
			asset: AssetId,
			definition: AssetDefinition,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, summary) = Self::ensure_issuer(&who, asset, Act::AmendDraft)?;
			let definition = checks::normalise(definition).map_err(Error::<T>::from)?;
			Self::do_amend(asset, by, summary, definition)
		}

		/// Remove a draft with its documents, and give every deposit for it back.
		///
		/// - Origin: signed by the issuer.
		/// - Parameters: `asset`: the draft. Its id is not used again; its ticker is free.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`.
		/// - Events: `DraftRemoved`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::remove_draft(MAX_DRAFT_DOCUMENTS))]
		pub fn remove_draft(origin: OriginFor<T>, asset: AssetId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (by, _) = Self::ensure_issuer(&who, asset, Act::RemoveDraft)?;
			let documents = Self::do_remove(asset)?;
			Self::deposit_event(Event::DraftRemoved { asset, by });
			Ok(Some(T::WeightInfo::remove_draft(documents)).into())
		}

		/// Approve a draft: `Draft` → `Registered`.
		///
		/// - Origin: signed by an active identity which is, or whose organisation is, an approver
		///   of the consortium, which acts for another organisation than the issuer, and which did
		///   not write the draft.
		/// - Parameters:
		///   - `asset`: the draft.
		///   - `terms_hash`: hash of the definition as the approver read it, so that an amendment
		///     on the way is not approved with it.
		/// - Errors: `NotFound`, `StatusForbids`, `NotActive`, `OrganisationNotActive`,
		///   `NotApprover`, `SecondOrganisationRequired`, `TermsChanged`.
		/// - Events: `AssetApproved`, `StatusChanged`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::approve())]
		pub fn approve(origin: OriginFor<T>, asset: AssetId, terms_hash: Hash) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let summary = Self::load(asset, Act::Approve, Party::Approver)?;
			let by = T::Identities::active_identity_of(&who).ok_or(Error::<T>::NotActive)?;
			let organisation = Self::active_organisation_of(by)?;
			Self::do_approve(asset, summary, by, organisation, terms_hash)
		}

		/// Activate an approved asset and open its ledger: `Registered` → `Active`.
		///
		/// - Origin: signed by the issuer.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`, `DocumentsExpired`; or what the
		///   ledger answers.
		/// - Events: `StatusChanged`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::activate())]
		pub fn activate(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, summary) = Self::ensure_issuer(&who, asset, Act::Activate)?;
			Self::do_activate(asset, summary, by)
		}

		/// Suspend an asset: `Active` → `Suspended`. Units may be redeemed, and nothing else.
		///
		/// - Origin: signed by a compliance officer of the asset, or the council.
		/// - Errors: `NotFound`, `StatusForbids`, `NotComplianceOfficer`.
		/// - Events: `StatusChanged`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::suspend())]
		pub fn suspend(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let (party, who) = Self::council_or_signed(origin, Party::ComplianceOfficer)?;
			let summary = Self::load(asset, Act::Suspend, party)?;
			let by = Self::ensure_acting(who, asset, Role::ComplianceOfficer)
				.map_err(|()| Error::<T>::NotComplianceOfficer)?;
			Self::set_status(asset, summary, AssetStatus::Suspended, by)
		}

		/// End a suspension: `Suspended` → `Active`.
		///
		/// - Origin: the council: one agent may stop an asset, only several organisations start it
		///   again.
		/// - Errors: `NotFound`, `StatusForbids`.
		/// - Events: `StatusChanged`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::resume())]
		pub fn resume(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			let summary = Self::load(asset, Act::Resume, Party::Council)?;
			Self::set_status(asset, summary, AssetStatus::Active, None)
		}

		/// Stop minting for good: `Active` or `Suspended` → `WindingDown`.
		///
		/// - Origin: signed by the issuer of an active asset, or the council for a suspended one.
		/// - Parameters: `asset`: the asset. Transfers and redemptions go on.
		/// - Errors: `NotFound`, `StatusForbids`, `NotIssuer`.
		/// - Events: `StatusChanged`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::wind_down())]
		pub fn wind_down(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let (party, who) = Self::council_or_signed(origin, Party::Issuer)?;
			let summary = Self::load(asset, Act::WindDown, party)?;
			let by = Self::ensure_acting(who, asset, Role::Issuer)
				.map_err(|()| Error::<T>::NotIssuer)?;
			Self::set_status(asset, summary, AssetStatus::WindingDown, by)
		}

		/// Close an asset of which no unit exists: `WindingDown` → `Retired`.
		///
		/// - Origin: signed by the issuer.
		/// - Details: the file stays, for the record. A change of terms that is on its way ends.
		///   Deposits may be reclaimed from now on.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`, `SupplyRemains`, `HoldersRemain`.
		/// - Events: `TermsChangeEnded` if a change was on its way, `StatusChanged`.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::retire())]
		pub fn retire(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, summary) = Self::ensure_issuer(&who, asset, Act::Retire)?;
			Self::do_retire(asset, summary, by)
		}

		/// Add a document, or a newer version of one.
		///
		/// - Origin: signed by the issuer.
		/// - Details: only the latest version of a kind counts. `DocumentDeposit` is held on the
		///   signer's account.
		/// - Parameters:
		///   - `asset`: the asset, not retired.
		///   - `kind`: what the document is.
		///   - `document`: title, address, BLAKE2b-256 of its bytes, expiry in ms, and whether
		///     minting is shut once it has expired.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`, `TextInvalid`, `AlreadyExpired`,
		///   `RequirementStands`, `TooManyDocuments`, `TooManyDocumentKinds`; or too few ASY for
		///   the deposit.
		/// - Events: `DocumentAdded`.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::add_document())]
		pub fn add_document(
			origin: OriginFor<T>,
			asset: AssetId,
			kind: DocumentKind,
			document: DocumentFiling,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, summary) = Self::ensure_issuer(&who, asset, Act::AddDocument)?;
			checks::check_document(&document).map_err(Error::<T>::from)?;
			Self::do_add_document(&who, by, asset, summary.status, kind, document)
		}

		/// Grant a role for an asset, or change the expiry of one granted.
		///
		/// - Origin: signed by the issuer.
		/// - Details: custodian, auditor and trustee are organisations other than the issuer;
		///   custodian and auditor differ from each other. Minter and mint controller are different identities; they may be two
		///   people of one organisation.
		/// - Parameters:
		///   - `asset`: the asset, approved and not retired.
		///   - `role`: any but the issuer's.
		///   - `identity`: who gets it.
		///   - `valid_until`: last moment at which it holds, in ms; empty until revoked.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`, `RoleImplied`, `AlreadyExpired`,
		///   `OrganisationNotActive`, `OrganisationRequired`, `RolesConflict`, `TooManyGrants`.
		/// - Events: `RoleGranted`.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::grant_role())]
		pub fn grant_role(
			origin: OriginFor<T>,
			asset: AssetId,
			role: Role,
			identity: IdentityId,
			valid_until: Option<Moment>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, summary) = Self::ensure_issuer(&who, asset, Act::ChangeRoles)?;
			Self::do_grant(
				asset,
				summary,
				role,
				identity,
				RoleGrant {
					granted_by: by,
					valid_until,
				},
			)
		}

		/// Take a role back, or give up one's own.
		///
		/// - Origin: signed by the issuer, while the asset is approved and not retired; or by the
		///   grantee or one who acts for it, at any time.
		/// - Parameters: `asset`, `role`, `identity`: the grant.
		/// - Errors: `NotFound`, `RoleImplied`, `NotActive`, `NotIssuer`, `StatusForbids`,
		///   `NotGranted`.
		/// - Events: `RoleRevoked`.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::revoke_role())]
		pub fn revoke_role(
			origin: OriginFor<T>,
			asset: AssetId,
			role: Role,
			identity: IdentityId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke(&who, asset, role, identity)
		}

		/// Get back one's deposits for an asset that is retired.
		///
		/// - Origin: signed by the account that paid.
		/// - Parameters: `asset`: the retired asset.
		/// - Errors: `NotFound`, `StatusForbids`, `NoDeposit`.
		/// - Events: `DepositReclaimed`.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::reclaim_deposit())]
		pub fn reclaim_deposit(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reclaim(who, asset)
		}

		/// Say where a version of a document can be read from now on.
		///
		/// - Origin: signed by the issuer.
		/// - Details: at once. The hash stays, so that nobody can be shown another text.
		/// - Parameters: `asset`: the asset, not retired; `kind`, `version`: the document; `uri`:
		///   its new address.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`, `TextInvalid`, `DocumentNotFound`,
		///   `NothingChanges`.
		/// - Events: `DocumentMoved`.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::set_document_uri())]
		pub fn set_document_uri(
			origin: OriginFor<T>,
			asset: AssetId,
			kind: DocumentKind,
			version: u16,
			uri: Text<MAX_URI>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, _) = Self::ensure_issuer(&who, asset, Act::MoveDocument)?;
			checks::check_text(&uri).map_err(Error::<T>::from)?;
			Self::do_move_document(asset, by, kind, version, uri)
		}

		/// Replace what the issuer tells about the asset beside its terms.
		///
		/// - Origin: signed by the issuer.
		/// - Details: at once: no right follows from it.
		/// - Parameters: `asset`: the asset, not retired; `profile`: description and contact, either
		///   may be empty.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`, `TextInvalid`, `NothingChanges`.
		/// - Events: `ProfileSet`.
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::set_profile())]
		pub fn set_profile(
			origin: OriginFor<T>,
			asset: AssetId,
			profile: AssetProfile,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, _) = Self::ensure_issuer(&who, asset, Act::SetProfile)?;
			checks::check_profile(&profile).map_err(Error::<T>::from)?;
			Self::do_set_profile(asset, by, profile)
		}

		/// Propose other terms for an approved asset.
		///
		/// - Origin: signed by the issuer.
		/// - Details: `gates` lists which terms may change. A proposal that has lapsed gives way.
		/// - Parameters: `asset`: the asset, approved and not retired; `definition`: kind, unit and
		///   legal terms, all of them, as they would be.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`; a flaw as in `draft`;
		///   `NothingChanges`, `TermFixed`, `ChangeOpen`.
		/// - Events: `TermsChangeEnded` for one that had lapsed, `TermsProposed`.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::propose_terms())]
		pub fn propose_terms(
			origin: OriginFor<T>,
			asset: AssetId,
			definition: AssetDefinition,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, summary) = Self::ensure_issuer(&who, asset, Act::ProposeTerms)?;
			let definition = checks::normalise(definition).map_err(Error::<T>::from)?;
			Self::do_propose_terms(asset, by, summary, definition)
		}

		/// Approve proposed terms, for another organisation: the delay begins.
		///
		/// - Origin: signed by a compliance officer, transfer agent, trustee, custodian or auditor of
		///   the asset who did not propose the terms, and acts for another organisation than the
		///   issuer: one with an office from the council, so that the issuer does not choose alone.
		/// - Parameters: `asset`: the asset; `terms_hash`: hash of the proposed definition, as the
		///   approver read it.
		/// - Errors: `NotFound`, `StatusForbids`, `NotSecondParty`, `SecondOrganisationRequired`,
		///   `NotApprover`, `NoChange`, `WrongStage`, `ChangeLapsed`, `TermsChanged`.
		/// - Events: `TermsApproved`.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::approve_terms())]
		pub fn approve_terms(
			origin: OriginFor<T>,
			asset: AssetId,
			terms_hash: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let summary = Self::load(asset, Act::ApproveTerms, Party::SecondOrganisation)?;
			let (by, organisation) = Self::ensure_second_organisation(&who, asset, summary.issuer)?;
			Self::do_approve_terms(asset, by, organisation, terms_hash)
		}

		/// Object to new terms. A holder's objection leaves them to the council; the council's own
		/// ends them.
		///
		/// - Origin: signed by a holder of units, suspended or not, before the delay has passed; or
		///   the council, at any time until they are applied.
		/// - Parameters: `asset`: the asset.
		/// - Errors: `NotFound`, `StatusForbids`, `NotHolder`, `NoChange`, `WrongStage`, `TooLate`,
		///   `ChangeLapsed`.
		/// - Events: `TermsContested`; `TermsChangeEnded` for the council.
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::object_to_terms())]
		pub fn object_to_terms(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let (party, who) = Self::council_or_signed(origin, Party::Holder)?;
			Self::load(asset, Act::ObjectToTerms, party)?;
			match who {
				Some(who) => Self::do_contest_terms(asset, &who),
				None => Self::do_reject_terms(asset),
			}
		}

		/// Let new terms go on that a holder has objected to.
		///
		/// - Origin: the council.
		/// - Parameters: `asset`: the asset. The delay is neither shortened nor prolonged.
		/// - Errors: `NotFound`, `StatusForbids`, `NoChange`, `WrongStage`, `ChangeLapsed`.
		/// - Events: `TermsConfirmed`.
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::confirm_terms())]
		pub fn confirm_terms(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::load(asset, Act::ConfirmTerms, Party::Council)?;
			Self::do_confirm_terms(asset)
		}

		/// Put approved terms into force once their delay has passed.
		///
		/// - Origin: signed by anyone.
		/// - Details: redemptions that were asked for before keep what they were promised.
		/// - Parameters: `asset`: the asset, not suspended.
		/// - Errors: `NotFound`, `StatusForbids`, `NoChange`, `WrongStage`, `TooEarly`,
		///   `ChangeLapsed`.
		/// - Events: `TermsApplied`.
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::apply_terms())]
		pub fn apply_terms(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let summary = Self::load(asset, Act::ApplyTerms, Party::Anyone)?;
			Self::do_apply_terms(asset, summary, T::Identities::identity_of(&who))
		}

		/// Take proposed terms back at whatever stage, or clear away what has lapsed.
		///
		/// - Origin: signed by the issuer.
		/// - Parameters: `asset`: the asset.
		/// - Errors: `NotFound`, `NotIssuer`, `StatusForbids`, `NoChange`.
		/// - Events: `TermsChangeEnded`.
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::withdraw_terms())]
		pub fn withdraw_terms(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (by, _) = Self::ensure_issuer(&who, asset, Act::WithdrawTerms)?;
			Self::do_withdraw_terms(asset, by)
		}

		/// Approve an asset as cash that obligations may be settled in, or take that back.
		///
		/// - Origin: the council.
		/// - Parameters: `asset`: the asset, approved and not retired, of kind fiat; `settlement`:
		///   whether it is.
		/// - Errors: `NotFound`, `StatusForbids`, `NotCash`, `NothingChanges`.
		/// - Events: `SettlementSet`.
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::set_settlement())]
		pub fn set_settlement(
			origin: OriginFor<T>,
			asset: AssetId,
			settlement: bool,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			let summary = Self::load(asset, Act::SetSettlement, Party::Council)?;
			Self::do_set_settlement(asset, summary, settlement)
		}
	}
}

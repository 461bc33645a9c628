use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What can be asked for.
#[pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Registers an identity without accounts; a named organisation is asked for its consent.
		///
		/// Origin: an approved registrar, who places `IdentityDeposit`.
		///
		/// Errors: `NotRegistrar`, `InvalidJurisdiction`, `NotNatural`, `NotLegal`, `IdsExhausted`.
		///
		/// Emits `IdentityRegistered`, and `OrganisationProposed` when one is named.
		#[pallet::call_index(0)]
		pub fn register(
			origin: OriginFor<T>,
			kind: IdentityKind,
			organisation: Option<IdentityId>,
			jurisdiction: Jurisdiction,
			category: InvestorCategory,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let acting = Self::acting(&who)?;
			let registrar = Self::registrar_of(&acting).ok_or(Error::<T>::NotRegistrar)?;
			Self::do_register(who, registrar, kind, organisation, jurisdiction, category)?;
			Ok(())
		}

		/// Removes an identity in good standing, unlinks its accounts, and returns the deposit.
		///
		/// Origin: its registrar or the council.
		///
		/// Errors: `TargetNotInGoodStanding`, `HasMembers`, `IsRegistrar`, `IsIssuer`, `HasDuties`,
		/// `IdentityHoldsUnits`, `ReplacementOpen`, `AccountInUse`.
		///
		/// Emits `IdentityRemoved`.
		#[pallet::call_index(1)]
		pub fn remove_identity(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			Self::ensure_authority(origin, &Self::record(identity)?)?;
			Self::do_remove_identity(identity)
		}

		/// Links an account that signed the bytes which the view `link_payload` returns.
		///
		/// Origin: an account of the identity; for its first one, its registrar. `expires` is in ms.
		///
		/// Errors: `TargetNotInGoodStanding`, `NotAuthorized`, `AlreadyLinked`, `SignatureExpired`,
		/// `BadSignature`, `TooManyAccounts`.
		///
		/// Emits `AccountLinked`.
		#[pallet::call_index(2)]
		pub fn link_account(
			origin: OriginFor<T>,
			identity: IdentityId,
			account: T::AccountId,
			expires: Moment,
			signature: T::Signature,
		) -> DispatchResult {
			let acting = Self::acting(&ensure_signed(origin)?)?;
			let consent = Consent { expires, signature };
			Self::do_link(&acting, identity, &account, &consent)
		}

		/// Invites an account that cannot sign, such as a multisig or a pure proxy.
		///
		/// Origin: an account of the identity; for its first one, its registrar. The signer places
		/// `LinkProposalDeposit`.
		///
		/// Errors: `TargetNotInGoodStanding`, `NotAuthorized`, `AlreadyLinked`, `AlreadyProposed`.
		///
		/// Emits `LinkProposed`.
		#[pallet::call_index(3)]
		pub fn propose_link(
			origin: OriginFor<T>,
			identity: IdentityId,
			account: T::AccountId,
		) -> DispatchResult {
			Self::do_propose_link(ensure_signed(origin)?, identity, account)
		}

		/// Links the calling account to the identity that invited it, and returns the deposit.
		///
		/// Origin: the invited account itself, through its multisig or proxy. What the registrar
		/// proposed is for the identity's first account, and lapses once it has one.
		///
		/// Errors: `ProposalNotFound`, `ProposalExpired`, `AlreadyLinked`,
		/// `TargetNotInGoodStanding`, `NotAuthorized`, `TooManyAccounts`.
		///
		/// Emits `AccountLinked`.
		#[pallet::call_index(4)]
		pub fn accept_link(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			Self::do_accept_link(ensure_signed(origin)?, identity)
		}

		/// Ends an invitation and returns its deposit.
		///
		/// Origin: the invited account, an account of the identity, or its registrar; anybody once
		/// the invitation expired, the account is linked, or the identity is gone.
		///
		/// Errors: `ProposalNotFound`, `NotAuthorized`. Emits `LinkProposalCancelled`.
		#[pallet::call_index(5)]
		pub fn cancel_link_proposal(
			origin: OriginFor<T>,
			identity: IdentityId,
			account: T::AccountId,
		) -> DispatchResult {
			Self::do_cancel_link_proposal(&ensure_signed(origin)?, identity, account)
		}

		/// Ends the link of an account that holds nothing.
		///
		/// Origin: the identity's registrar, or an account of it unless it is the last.
		///
		/// Errors: `NotLinked`, `TargetNotInGoodStanding`, `ReplacementOpen`, `LastAccount`,
		/// `AccountHoldsUnits`, `AccountInUse`.
		///
		/// Emits `AccountUnlinked`.
		#[pallet::call_index(6)]
		pub fn unlink_account(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			Self::do_unlink(&ensure_signed(origin)?, &account)
		}

		/// Names the organisation that a person shall act for; it must accept.
		///
		/// Origin: the person's registrar. A later proposal takes the place of an earlier one.
		///
		/// Errors: `NotNatural`, `NotLegal`, `TargetNotInGoodStanding`, `AlreadyActsFor`.
		///
		/// Emits `OrganisationProposed`.
		#[pallet::call_index(7)]
		pub fn propose_organisation(
			origin: OriginFor<T>,
			identity: IdentityId,
			organisation: IdentityId,
		) -> DispatchResult {
			Self::do_propose_organisation(&ensure_signed(origin)?, identity, organisation)
		}

		/// Accepts that a person acts for the calling organisation, and for no other any more.
		///
		/// Origin: an account of the organisation itself.
		///
		/// Errors: `ProposalNotFound`, `NotAuthorized`, `ProposalExpired`.
		///
		/// Emits `OrganisationChanged`.
		#[pallet::call_index(8)]
		pub fn accept_organisation(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			Self::do_accept_organisation(&ensure_signed(origin)?, identity)
		}

		/// Ends that a person acts for an organisation, and what has been proposed.
		///
		/// Origin: the person, its registrar, or the organisation for what concerns it.
		///
		/// Errors: `NoOrganisation`, `NotAuthorized`.
		///
		/// Emits `OrganisationChanged` and `OrganisationProposalWithdrawn` for what was there.
		#[pallet::call_index(9)]
		pub fn leave_organisation(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			Self::do_leave_organisation(&ensure_signed(origin)?, identity)
		}

		/// Sets the investor category.
		///
		/// Origin: the identity's registrar. Emits `CategoryChanged`.
		#[pallet::call_index(10)]
		pub fn set_category(
			origin: OriginFor<T>,
			identity: IdentityId,
			category: InvestorCategory,
		) -> DispatchResult {
			Self::do_set_category(&ensure_signed(origin)?, identity, category)
		}

		/// Sets the jurisdiction; an identity that holds units is locked until its positions are
		/// counted under the new one.
		///
		/// Origin: the identity's registrar. Locked it gets, sends and sets aside nothing, and may
		/// redeem; anybody reseats its positions, page by page.
		///
		/// Errors: `InvalidJurisdiction`, `SameJurisdiction`, `JurisdictionPending`.
		///
		/// Emits `JurisdictionChanged` when it holds nothing, `JurisdictionChangeBegun` otherwise.
		#[pallet::call_index(11)]
		pub fn change_jurisdiction(
			origin: OriginFor<T>,
			identity: IdentityId,
			jurisdiction: Jurisdiction,
		) -> DispatchResult {
			Self::do_change_jurisdiction(&ensure_signed(origin)?, identity, jurisdiction)
		}

		/// Vouches for an identity until `valid_until` (ms), in the place of an earlier claim on the
		/// topic by the same issuer.
		///
		/// Origin: whose identity or organisation the council approved for the topic. `data_hash` is
		/// BLAKE2b-256 over a random 32-byte salt and the document.
		///
		/// Errors: `IssuerNotApproved`, `ClaimExpired`, `TooManyClaims`. Emits `ClaimAdded`.
		#[pallet::call_index(12)]
		pub fn add_claim(
			origin: OriginFor<T>,
			identity: IdentityId,
			topic: ClaimTopic,
			valid_until: Moment,
			data_hash: Hash,
		) -> DispatchResult {
			Self::do_add_claim(
				&ensure_signed(origin)?,
				identity,
				topic,
				valid_until,
				data_hash,
			)
		}

		/// Revokes a claim at once.
		///
		/// Origin: whose identity or organisation is the issuer, approved still or not.
		///
		/// Errors: `NotAuthorized`, `ClaimNotFound`. Emits `ClaimRevoked`.
		#[pallet::call_index(13)]
		pub fn revoke_claim(
			origin: OriginFor<T>,
			identity: IdentityId,
			topic: ClaimTopic,
			issuer: IdentityId,
		) -> DispatchResult {
			Self::do_revoke_claim(&ensure_signed(origin)?, identity, topic, issuer)
		}

		/// Suspends an identity: its accounts may sign little until it is reinstated.
		///
		/// Origin: its registrar or the council. Errors: `AlreadySuspended`. Emits `Suspended`.
		#[pallet::call_index(14)]
		pub fn suspend(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			let record = Self::record(identity)?;
			let by = Self::ensure_authority(origin, &record)?;
			Self::do_suspend(identity, record, by)
		}

		/// Ends a suspension; a sanction stays.
		///
		/// Origin: the council, or the registrar when it ordered the suspension itself.
		///
		/// Errors: `NotSuspended`, `SuspendedByCouncil`. Emits `Reinstated`.
		#[pallet::call_index(15)]
		pub fn reinstate(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			let record = Self::record(identity)?;
			let by = Self::ensure_authority(origin, &record)?;
			Self::do_reinstate(identity, record, by)
		}

		/// Freezes an identity everywhere, under the hash of a case.
		///
		/// Origin: the council. Errors: `AlreadySanctioned`. Emits `Sanctioned`.
		#[pallet::call_index(16)]
		pub fn sanction(origin: OriginFor<T>, identity: IdentityId, case: Hash) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_sanction(identity, case)
		}

		/// Ends a sanction, under the hash of a case; a suspension stays.
		///
		/// Origin: the council. Errors: `NotSanctioned`. Emits `SanctionLifted`.
		#[pallet::call_index(17)]
		pub fn lift_sanction(
			origin: OriginFor<T>,
			identity: IdentityId,
			case: Hash,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_lift_sanction(identity, case)
		}

		/// Lets an identity register others.
		///
		/// Origin: the council. Errors: `AlreadyRegistrar`, `TooManyRegistrars`,
		/// `TargetNotInGoodStanding`. Emits `RegistrarAdded`.
		#[pallet::call_index(18)]
		pub fn add_registrar(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_add_registrar(identity)
		}

		/// Does not let an identity register others, nor answer for them, any more.
		///
		/// Origin: the council. Errors: `RegistrarNotFound`. Emits `RegistrarRemoved`.
		#[pallet::call_index(19)]
		pub fn remove_registrar(origin: OriginFor<T>, identity: IdentityId) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_remove_registrar(identity)
		}

		/// Lets another registrar answer for an identity.
		///
		/// Origin: the council. Errors: `RegistrarNotFound`. Emits `RegistrarChanged`.
		#[pallet::call_index(20)]
		pub fn set_registrar(
			origin: OriginFor<T>,
			identity: IdentityId,
			registrar: IdentityId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_set_registrar(identity, registrar)
		}

		/// Lets an identity, and persons who act for it, vouch for a topic.
		///
		/// Origin: the council. Errors: `IssuerAlreadyApproved`, `TooManyIssuers`,
		/// `TargetNotInGoodStanding`. Emits `IssuerApproved`.
		#[pallet::call_index(21)]
		pub fn approve_issuer(
			origin: OriginFor<T>,
			topic: ClaimTopic,
			issuer: IdentityId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_approve_issuer(topic, issuer)
		}

		/// Does not let an identity vouch for a topic any more: its claims on it stop to hold.
		///
		/// Origin: the council. Errors: `IssuerNotApproved`. Emits `IssuerRevoked`.
		#[pallet::call_index(22)]
		pub fn revoke_issuer(
			origin: OriginFor<T>,
			topic: ClaimTopic,
			issuer: IdentityId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_revoke_issuer(topic, issuer)
		}

		/// Has a lost or stolen account replaced by a new one of the same identity, and freezes it at
		/// once: it can do nothing but object.
		///
		/// Origin: the identity's registrar, or another account of the identity; the signer places
		/// `ReplacementDeposit`. `new` shows that somebody controls it by `consent`, a signature over
		/// the bytes of the view `replacement_payload`, or later by `accept_replacement`. An identity
		/// that has as many accounts as it may is no hindrance: the new one takes the old one's place.
		///
		/// Errors: `NotLinked`, `TargetNotInGoodStanding`, `NotAuthorized`, `ReplacementOpen`,
		/// `AlreadyLinked`, `SignatureExpired`, `BadSignature`.
		///
		/// Emits `ReplacementProposed`, and `ReplacementAccepted` with a consent.
		#[pallet::call_index(23)]
		pub fn propose_replacement(
			origin: OriginFor<T>,
			old: T::AccountId,
			new: T::AccountId,
			consent: Option<Consent<T::Signature>>,
		) -> DispatchResult {
			Self::do_propose_replacement(ensure_signed(origin)?, old, new, consent)
		}

		/// Accepts to take the place of an account that is being replaced.
		///
		/// Origin: the new account itself, through its multisig or proxy.
		///
		/// Errors: `ReplacementNotFound`, `NotSuccessor`, `AlreadyAccepted`. Emits
		/// `ReplacementAccepted`.
		#[pallet::call_index(24)]
		pub fn accept_replacement(origin: OriginFor<T>, old: T::AccountId) -> DispatchResult {
			Self::do_accept_replacement(&ensure_signed(origin)?, old)
		}

		/// Objects to the replacement of the calling account: the council must decide.
		///
		/// Origin: the account that is being replaced, until the replacement is completed. It stays
		/// frozen.
		///
		/// Errors: `ReplacementNotFound`, `ReplacementContested`, `ReplacementSettling`. Emits
		/// `ReplacementContested`.
		#[pallet::call_index(25)]
		pub fn object_replacement(origin: OriginFor<T>) -> DispatchResult {
			Self::do_object_replacement(ensure_signed(origin)?)
		}

		/// Gives a replacement up, lets the old account act again, and returns the deposit.
		///
		/// Origin: the council; while the old account has not objected, also the identity's registrar
		/// and, unless the registrar opened it, another account of the identity.
		///
		/// Errors: `ReplacementNotFound`, `ReplacementSettling`, `NotAuthorized`. Emits
		/// `ReplacementCancelled`.
		#[pallet::call_index(26)]
		pub fn cancel_replacement(origin: OriginFor<T>, old: T::AccountId) -> DispatchResult {
			Self::do_cancel_replacement(origin, old)
		}

		/// Links the new account once the time for objections has passed without one, so that what
		/// the old account holds can be moved to it.
		///
		/// Origin: anybody who may sign.
		///
		/// Errors: `ReplacementNotFound`, `ReplacementContested`, `ReplacementSettling`,
		/// `NotAccepted`, `ObjectionPeriodOpen`, `TargetNotInGoodStanding`, `AlreadyLinked`.
		///
		/// Emits `AccountLinked` and `ReplacementCompleted`.
		#[pallet::call_index(27)]
		pub fn complete_replacement(origin: OriginFor<T>, old: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_complete_replacement(old)
		}

		/// Unlinks the old account once it holds nothing, and returns the deposit.
		///
		/// Origin: anybody who may sign.
		///
		/// Errors: `ReplacementNotFound`, `NotSettling`, `AccountHoldsUnits`, `AccountInUse`.
		///
		/// Emits `AccountUnlinked` and `ReplacementClosed`.
		#[pallet::call_index(28)]
		pub fn close_replacement(origin: OriginFor<T>, old: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close_replacement(old)
		}

		/// Registers many at once: identity, first account and first claims of each. May be repeated
		/// when a run broke: entries that are there already are skipped.
		///
		/// Origin: an approved registrar, who places `IdentityDeposit` for each, and
		/// `LinkProposalDeposit` for each account that it invites; for claims it, or the organisation
		/// the signer acts for, is an approved issuer of their topics.
		///
		/// Each entry stands by itself: one that is refused changes nothing and an event says why.
		/// Accounts that sign do so over the bytes of the view `onboarding_payload`.
		///
		/// Errors: `NotRegistrar`. Of entries, in the event: `InvalidJurisdiction`, `AlreadyLinked`,
		/// `SignatureExpired`, `BadSignature`, `IssuerNotApproved`, `ClaimExpired`, `TopicTwice`,
		/// `OnboardingDiffers`, `IdsExhausted`.
		///
		/// Emits `Onboarded`, `OnboardingSkipped` or `OnboardingFailed` for each, and `BatchDone`.
		#[pallet::call_index(29)]
		#[pallet::weight(T::WeightInfo::register_batch(
			entries.len().try_into().unwrap_or(MAX_ONBOARDINGS)
		))]
		pub fn register_batch(
			origin: OriginFor<T>,
			entries: BoundedVec<Onboarding<T::AccountId, T::Signature>, ConstU32<MAX_ONBOARDINGS>>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let acting = Self::acting(&who)?;
			let registrar = Self::registrar_of(&acting).ok_or(Error::<T>::NotRegistrar)?;
			Self::do_register_batch(&who, &acting, registrar, entries.into_inner())
		}

		/// Ends a contest about a replacement in favour of the new account, and links it, so that what
		/// the old account holds can be moved to it.
		///
		/// Origin: the council.
		///
		/// Details: for all assets at once. The objection is overridden for good; in favour of the old
		/// account the council cancels instead. The time for objections and the standing of the
		/// identity do not matter: the new account has that standing.
		///
		/// Parameters: `old` is the account that objected; `case` is BLAKE2b-256 of the papers of the
		/// decision, repeated in the event and not stored.
		///
		/// Errors: `ReplacementNotFound`, `NotContested`, `NotAccepted`, `AlreadyLinked`.
		///
		/// Emits `AccountLinked`, `ReplacementCompleted` and `ReplacementSettled`.
		#[pallet::call_index(30)]
		pub fn settle_replacement(
			origin: OriginFor<T>,
			old: T::AccountId,
			case: Hash,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_settle_replacement(old, case)
		}
	}
}

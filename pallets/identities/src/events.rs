use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What happened.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An identity was registered, without an account yet.
		IdentityRegistered {
			/// Its number.
			identity: IdentityId,
			/// Who answers for it.
			registrar: IdentityId,
			/// Human being or organisation.
			kind: IdentityKind,
			/// Country, ISO 3166-1 numeric.
			jurisdiction: Jurisdiction,
			/// Investor category.
			category: InvestorCategory,
		},
		/// An identity is gone, and its deposit returned.
		IdentityRemoved { identity: IdentityId },
		/// An account acts for an identity from now on.
		AccountLinked {
			identity: IdentityId,
			account: T::AccountId,
		},
		/// An account does not act for the identity any more.
		AccountUnlinked {
			identity: IdentityId,
			account: T::AccountId,
		},
		/// An account was invited; it accepts with `accept_link` until `expires` (ms).
		LinkProposed {
			identity: IdentityId,
			account: T::AccountId,
			expires: Moment,
		},
		/// An invitation was withdrawn, declined or cleared away, and its deposit returned.
		LinkProposalCancelled {
			identity: IdentityId,
			account: T::AccountId,
		},
		/// An organisation was named for a person; it accepts until `expires` (ms).
		OrganisationProposed {
			identity: IdentityId,
			organisation: IdentityId,
			expires: Moment,
		},
		/// An organisation will not be asked any more.
		OrganisationProposalWithdrawn {
			identity: IdentityId,
			organisation: IdentityId,
		},
		/// A person acts for another organisation, or for none.
		OrganisationChanged {
			/// The person.
			identity: IdentityId,
			/// Before.
			old: Option<IdentityId>,
			/// From now on.
			new: Option<IdentityId>,
		},
		/// The investor category changed.
		CategoryChanged {
			identity: IdentityId,
			old: InvestorCategory,
			new: InvestorCategory,
		},
		/// A change of jurisdiction began: the identity is locked until its positions are counted
		/// under the new one.
		JurisdictionChangeBegun {
			identity: IdentityId,
			old: Jurisdiction,
			new: Jurisdiction,
		},
		/// The jurisdiction changed.
		JurisdictionChanged {
			identity: IdentityId,
			old: Jurisdiction,
			new: Jurisdiction,
		},
		/// The registrar that answers for an identity changed.
		RegistrarChanged {
			identity: IdentityId,
			old: Option<IdentityId>,
			new: IdentityId,
		},
		/// A claim was added, or took the place of an older one of the same topic and issuer.
		ClaimAdded { identity: IdentityId, claim: Claim },
		/// A claim that did not hold any more made room for another.
		ClaimDropped {
			identity: IdentityId,
			topic: ClaimTopic,
			issuer: IdentityId,
		},
		/// A claim was revoked by its issuer.
		ClaimRevoked {
			identity: IdentityId,
			topic: ClaimTopic,
			issuer: IdentityId,
		},
		/// An identity was suspended.
		Suspended { identity: IdentityId, by: Authority },
		/// A suspension ended. `standing` is what holds now: a sanction outlives it.
		Reinstated {
			identity: IdentityId,
			by: Authority,
			standing: Standing,
		},
		/// An identity was sanctioned under a case.
		Sanctioned { identity: IdentityId, case: Hash },
		/// A sanction ended. `standing` is what holds now: a suspension outlives it.
		SanctionLifted {
			identity: IdentityId,
			case: Hash,
			standing: Standing,
		},
		/// An identity may register others.
		RegistrarAdded { identity: IdentityId },
		/// An identity may not register others any more.
		RegistrarRemoved { identity: IdentityId },
		/// An identity may vouch for a topic.
		IssuerApproved {
			topic: ClaimTopic,
			issuer: IdentityId,
		},
		/// An identity may not vouch for a topic any more: none of its claims on it holds.
		IssuerRevoked {
			topic: ClaimTopic,
			issuer: IdentityId,
		},
		/// An account is being replaced: from now on it can do nothing but object, until
		/// `objection_until` (ms) or later, as long as nobody completes the replacement.
		ReplacementProposed {
			identity: IdentityId,
			old: T::AccountId,
			new: T::AccountId,
			objection_until: Moment,
		},
		/// The new account has shown that somebody controls it.
		ReplacementAccepted {
			identity: IdentityId,
			old: T::AccountId,
			new: T::AccountId,
		},
		/// The old account objects: only the council settles or cancels it now.
		ReplacementContested {
			identity: IdentityId,
			old: T::AccountId,
		},
		/// A replacement was given up, and the old account acts again.
		ReplacementCancelled {
			identity: IdentityId,
			old: T::AccountId,
			new: T::AccountId,
		},
		/// The new account is linked; what the old one holds may be moved to it.
		ReplacementCompleted {
			identity: IdentityId,
			old: T::AccountId,
			new: T::AccountId,
		},
		/// The council ended the contest about a replacement in favour of the new account, under the
		/// hash of a case.
		ReplacementSettled {
			old: T::AccountId,
			new: T::AccountId,
			case: Hash,
		},
		/// The old account held nothing any more and is unlinked; the deposit is returned.
		ReplacementClosed {
			identity: IdentityId,
			old: T::AccountId,
			new: T::AccountId,
		},
		/// An entry of a batch was registered, linked or invited, and vouched for.
		Onboarded {
			reference: Hash,
			identity: IdentityId,
		},
		/// An entry of a batch was there already, with the same particulars.
		OnboardingSkipped {
			reference: Hash,
			identity: IdentityId,
		},
		/// An entry of a batch was refused, and nothing of it stored. The others stand.
		OnboardingFailed {
			reference: Hash,
			error: DispatchError,
		},
		/// A batch is through.
		BatchDone {
			registrar: IdentityId,
			registered: u32,
			skipped: u32,
			failed: u32,
		},
	}
}

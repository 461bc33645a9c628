use crate::*;
use assay_primitives::IdentityKind;
use polkadot_sdk::frame_support::traits::Time;

impl<T: Config> Pallet<T> {
	/// Refuses what cannot be an organisation now.
	pub(crate) fn ensure_organisation(organisation: IdentityId) -> DispatchResult {
		let profile = Self::active_record(organisation)?.profile;
		ensure!(profile.kind == IdentityKind::Legal, Error::<T>::NotLegal);
		Ok(())
	}

	/// Names an organisation for a person, by the person's registrar.
	pub(crate) fn do_propose_organisation(
		who: &T::AccountId,
		identity: IdentityId,
		organisation: IdentityId,
	) -> DispatchResult {
		let record = Self::record(identity)?;
		Self::ensure_registrar_of(who, &record)?;
		ensure!(
			record.profile.kind == IdentityKind::Natural,
			Error::<T>::NotNatural
		);
		ensure!(
			record.profile.organisation != Some(organisation),
			Error::<T>::AlreadyActsFor
		);
		Self::ensure_organisation(organisation)?;

		Self::ask_organisation(identity, organisation)
	}

	/// Asks an organisation for its consent, instead of any that was asked before.
	pub(crate) fn ask_organisation(
		identity: IdentityId,
		organisation: IdentityId,
	) -> DispatchResult {
		let expires = Self::proposal_expiry()?;
		OrganisationProposals::<T>::insert(
			identity,
			OrganisationProposal {
				organisation,
				expires,
			},
		);
		Self::deposit_event(Event::OrganisationProposed {
			identity,
			organisation,
			expires,
		});
		Ok(())
	}

	/// The organisation consents that the person acts for it from now on.
	pub(crate) fn do_accept_organisation(
		who: &T::AccountId,
		identity: IdentityId,
	) -> DispatchResult {
		let acting = Self::acting(who)?;
		let proposal =
			OrganisationProposals::<T>::take(identity).ok_or(Error::<T>::ProposalNotFound)?;
		ensure!(
			acting.identity == proposal.organisation,
			Error::<T>::NotAuthorized
		);
		ensure!(
			T::Time::now() <= proposal.expires,
			Error::<T>::ProposalExpired
		);
		let record = Self::record(identity)?;

		Self::change_organisation(identity, record, Some(proposal.organisation))
	}

	/// Ends what binds a person to organisations, or those of them that the signer is.
	pub(crate) fn do_leave_organisation(
		who: &T::AccountId,
		identity: IdentityId,
	) -> DispatchResult {
		let acting = Self::acting(who)?;
		let record = Self::record(identity)?;
		let current = record.profile.organisation;
		let asked = OrganisationProposals::<T>::get(identity).map(|asked| asked.organisation);
		ensure!(
			current.is_some() || asked.is_some(),
			Error::<T>::NoOrganisation
		);
		let may_all = acting.identity == identity || Self::answers_for(&acting, &record);
		let may = |organisation: &IdentityId| may_all || *organisation == acting.identity;
		let (ended, withdrawn) = (current.filter(may), asked.filter(may));
		ensure!(
			ended.is_some() || withdrawn.is_some(),
			Error::<T>::NotAuthorized
		);

		if let Some(organisation) = withdrawn {
			OrganisationProposals::<T>::remove(identity);
			Self::deposit_event(Event::OrganisationProposalWithdrawn {
				identity,
				organisation,
			});
		}
		if ended.is_some() {
			Self::change_organisation(identity, record, None)?;
		}
		Ok(())
	}

	/// Writes the organisation of a person and both organisations' numbers of persons.
	fn change_organisation(
		identity: IdentityId,
		mut record: IdentityRecord,
		new: Option<IdentityId>,
	) -> DispatchResult {
		let old = record.profile.organisation;
		Self::move_member(old, new)?;
		record.profile.organisation = new;
		Identities::<T>::insert(identity, record);
		Self::deposit_event(Event::OrganisationChanged { identity, old, new });
		Ok(())
	}

	/// Counts one person less for `old` and one more for `new`.
	pub(crate) fn move_member(old: Option<IdentityId>, new: Option<IdentityId>) -> DispatchResult {
		if let Some(organisation) = old {
			let left = Members::<T>::get(organisation)
				.checked_sub(1)
				.ok_or(ArithmeticError::Underflow)?;
			if left == 0 {
				Members::<T>::remove(organisation);
			} else {
				Members::<T>::insert(organisation, left);
			}
		}
		if let Some(organisation) = new {
			let more = Members::<T>::get(organisation)
				.checked_add(1)
				.ok_or(ArithmeticError::Overflow)?;
			Members::<T>::insert(organisation, more);
		}
		Ok(())
	}
}

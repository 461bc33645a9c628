use crate::*;
use assay_primitives::{ClaimTopic, IdentityKind, InvestorCategory, TrustedIssuer};
use assay_traits::HoldingsInspect;
use polkadot_sdk::frame_support::traits::Contains;

impl<T: Config> Pallet<T> {
	/// Registers an identity, at the cost of a deposit of `who`, who speaks for `registrar`.
	pub(crate) fn do_register(
		who: T::AccountId,
		registrar: IdentityId,
		kind: IdentityKind,
		organisation: Option<IdentityId>,
		jurisdiction: Jurisdiction,
		category: InvestorCategory,
	) -> Result<IdentityId, DispatchError> {
		ensure!(is_country(jurisdiction), Error::<T>::InvalidJurisdiction);
		if let Some(organisation) = organisation {
			ensure!(kind == IdentityKind::Natural, Error::<T>::NotNatural);
			Self::ensure_organisation(organisation)?;
		}
		let identity = NextIdentityId::<T>::get();
		let next = identity.checked_add(1).ok_or(Error::<T>::IdsExhausted)?;

		let deposit =
			Self::take_deposit(HoldReason::IdentityDeposit, who, T::IdentityDeposit::get())?;
		NextIdentityId::<T>::put(next);
		Deposits::<T>::insert(identity, deposit);
		Identities::<T>::insert(
			identity,
			IdentityRecord::new(kind, jurisdiction, category, Some(registrar)),
		);
		Self::deposit_event(Event::IdentityRegistered {
			identity,
			registrar,
			kind,
			jurisdiction,
			category,
		});
		if let Some(organisation) = organisation {
			Self::ask_organisation(identity, organisation)?;
		}
		Ok(identity)
	}

	/// Removes an identity that holds nothing, no account of it either, and that nothing rests on.
	pub(crate) fn do_remove_identity(identity: IdentityId) -> DispatchResult {
		let record = Self::active_record(identity)?;
		ensure!(Members::<T>::get(identity) == 0, Error::<T>::HasMembers);
		ensure!(
			Registrars::<T>::get().binary_search(&identity).is_err(),
			Error::<T>::IsRegistrar
		);
		ensure!(
			ClaimIssuers::<T>::get()
				.iter()
				.all(|trusted| trusted.issuer != identity),
			Error::<T>::IsIssuer
		);
		ensure!(!T::Duties::contains(&identity), Error::<T>::HasDuties);
		ensure!(record.replacements == 0, Error::<T>::ReplacementOpen);
		let accounts = AccountsOf::<T>::get(identity);
		ensure!(
			!T::Holdings::identity_holds_anything(identity)
				&& !accounts.iter().any(T::Holdings::account_holds_anything),
			Error::<T>::IdentityHoldsUnits
		);

		for account in accounts {
			Self::detach(identity, &account)?;
		}
		Self::move_member(record.profile.organisation, None)?;
		OrganisationProposals::<T>::remove(identity);
		LinkNonces::<T>::remove(identity);
		if let Some(Reference { registrar, hash }) = ReferenceOf::<T>::take(identity) {
			References::<T>::remove(registrar, hash);
		}
		Identities::<T>::remove(identity);
		if let Some(deposit) = Deposits::<T>::take(identity) {
			Self::return_deposit(HoldReason::IdentityDeposit, deposit)?;
		}
		Self::deposit_event(Event::IdentityRemoved { identity });
		Ok(())
	}

	/// Sets the investor category, by the identity's registrar.
	pub(crate) fn do_set_category(
		who: &T::AccountId,
		identity: IdentityId,
		new: InvestorCategory,
	) -> DispatchResult {
		let mut record = Self::record(identity)?;
		Self::ensure_registrar_of(who, &record)?;

		let old = core::mem::replace(&mut record.profile.category, new);
		Identities::<T>::insert(identity, record);
		Self::deposit_event(Event::CategoryChanged { identity, old, new });
		Ok(())
	}

	/// Lets an identity register others.
	pub(crate) fn do_add_registrar(identity: IdentityId) -> DispatchResult {
		Self::active_record(identity)?;
		Registrars::<T>::try_mutate(|registrars| -> DispatchResult {
			let place = match registrars.binary_search(&identity) {
				Ok(_) => return Err(Error::<T>::AlreadyRegistrar.into()),
				Err(place) => place,
			};
			registrars
				.try_insert(place, identity)
				.map_err(|_| Error::<T>::TooManyRegistrars.into())
		})?;
		Self::deposit_event(Event::RegistrarAdded { identity });
		Ok(())
	}

	/// Does not let an identity register others any more.
	pub(crate) fn do_remove_registrar(identity: IdentityId) -> DispatchResult {
		Registrars::<T>::try_mutate(|registrars| -> DispatchResult {
			let place = registrars
				.binary_search(&identity)
				.map_err(|_| Error::<T>::RegistrarNotFound)?;
			registrars.remove(place);
			Ok(())
		})?;
		Self::deposit_event(Event::RegistrarRemoved { identity });
		Ok(())
	}

	/// Lets a registrar answer for an identity.
	pub(crate) fn do_set_registrar(identity: IdentityId, new: IdentityId) -> DispatchResult {
		let mut record = Self::record(identity)?;
		ensure!(
			Registrars::<T>::get().binary_search(&new).is_ok(),
			Error::<T>::RegistrarNotFound
		);

		let old = record.registrar.replace(new);
		Identities::<T>::insert(identity, record);
		Self::deposit_event(Event::RegistrarChanged { identity, old, new });
		Ok(())
	}

	/// Lets an identity vouch for a topic.
	pub(crate) fn do_approve_issuer(topic: ClaimTopic, issuer: IdentityId) -> DispatchResult {
		Self::active_record(issuer)?;
		let trusted = TrustedIssuer { topic, issuer };
		ClaimIssuers::<T>::try_mutate(|issuers| -> DispatchResult {
			let place = match issuers.binary_search(&trusted) {
				Ok(_) => return Err(Error::<T>::IssuerAlreadyApproved.into()),
				Err(place) => place,
			};
			issuers
				.try_insert(place, trusted)
				.map_err(|_| Error::<T>::TooManyIssuers.into())
		})?;
		Self::deposit_event(Event::IssuerApproved { topic, issuer });
		Ok(())
	}

	/// Does not let an identity vouch for a topic any more: its claims on it stop to hold at once.
	pub(crate) fn do_revoke_issuer(topic: ClaimTopic, issuer: IdentityId) -> DispatchResult {
		ClaimIssuers::<T>::try_mutate(|issuers| -> DispatchResult {
			let place = issuers
				.binary_search(&TrustedIssuer { topic, issuer })
				.map_err(|_| Error::<T>::IssuerNotApproved)?;
			issuers.remove(place);
			Ok(())
		})?;
		Self::deposit_event(Event::IssuerRevoked { topic, issuer });
		Ok(())
	}
}

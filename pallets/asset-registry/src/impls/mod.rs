//! What the calls do.

mod documents;
mod lifecycle;
mod roles;
mod terms;
mod views;

use crate::{acts::*, Config, Error, Pallet, Summaries};
use assay_primitives::{AssetId, AssetSummary, IdentityId, IdentityKind, Role, Standing};
use assay_traits::{acting_identity, acting_organisation, IdentityInspect};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{Contains, EnsureOrigin, Time},
	},
	frame_system::{ensure_signed, pallet_prelude::OriginFor},
	sp_runtime::DispatchError,
};

/// Who acts.
impl<T: Config> Pallet<T> {
	/// The asset's summary, if its status opens the act to that party.
	pub(crate) fn load(asset: AssetId, act: Act, party: Party) -> Result<AssetSummary, Error<T>> {
		let summary = Summaries::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		ensure!(
			act.open_to(summary.status).contains(&party),
			Error::<T>::StatusForbids
		);
		Ok(summary)
	}

	/// The identity that acts for the issuer, and the summary, if the status opens the act to it.
	pub(crate) fn ensure_issuer(
		who: &T::AccountId,
		asset: AssetId,
		act: Act,
	) -> Result<(IdentityId, AssetSummary), Error<T>> {
		ensure!(Summaries::<T>::contains_key(asset), Error::<T>::NotFound);
		let now = T::Time::now();
		let by = acting_identity::<_, T::Identities, Self>(who, asset, Role::Issuer, now)
			.ok_or(Error::<T>::NotIssuer)?;
		Ok((by, Self::load(asset, act, Party::Issuer)?))
	}

	/// Tells the council from a signer, who stands for `otherwise`.
	pub(crate) fn council_or_signed(
		origin: OriginFor<T>,
		otherwise: Party,
	) -> Result<(Party, Option<T::AccountId>), DispatchError> {
		match T::CouncilOrigin::try_origin(origin) {
			Ok(_) => Ok((Party::Council, None)),
			Err(origin) => Ok((otherwise, Some(ensure_signed(origin)?))),
		}
	}

	/// The identity of the signer, who must have the role; nobody when the council acts.
	pub(crate) fn ensure_acting(
		who: Option<T::AccountId>,
		asset: AssetId,
		role: Role,
	) -> Result<Option<IdentityId>, ()> {
		let Some(who) = who else { return Ok(None) };
		let now = T::Time::now();
		acting_identity::<_, T::Identities, Self>(&who, asset, role, now)
			.map(Some)
			.ok_or(())
	}

	/// The organisation that an identity acts for, if it is in good standing.
	pub(crate) fn active_organisation_of(identity: IdentityId) -> Result<IdentityId, Error<T>> {
		let organisation =
			T::Identities::organisation_of(identity).ok_or(Error::<T>::OrganisationNotActive)?;
		Self::ensure_active(organisation)?;
		Ok(organisation)
	}

	/// An organisation, not a person.
	pub(crate) fn ensure_legal(identity: IdentityId) -> Result<(), Error<T>> {
		let profile = T::Identities::profile(identity).ok_or(Error::<T>::OrganisationNotActive)?;
		ensure!(
			profile.kind == IdentityKind::Legal,
			Error::<T>::OrganisationRequired
		);
		Ok(())
	}

	pub(crate) fn ensure_active(identity: IdentityId) -> Result<(), Error<T>> {
		ensure!(Self::is_active(identity), Error::<T>::OrganisationNotActive);
		Ok(())
	}

	/// Whether the identity is in good standing.
	pub(crate) fn is_active(identity: IdentityId) -> bool {
		T::Identities::profile(identity).is_some_and(|profile| profile.standing == Standing::Active)
	}

	/// Whether the identity or its organisation is an approver of the consortium.
	pub(crate) fn is_approver(identity: IdentityId, organisation: IdentityId) -> bool {
		T::Approvers::contains(&identity) || T::Approvers::contains(&organisation)
	}

	/// The identity that acts in one of the roles which watch over the issuer, and the organisation
	/// that it acts for, which is not the issuer and has an office that no issuer gave it.
	pub(crate) fn ensure_second_organisation(
		who: &T::AccountId,
		asset: AssetId,
		issuer: IdentityId,
	) -> Result<(IdentityId, IdentityId), Error<T>> {
		let now = T::Time::now();
		let by = SECOND_ROLES
			.into_iter()
			.find_map(|role| acting_identity::<_, T::Identities, Self>(who, asset, role, now))
			.ok_or(Error::<T>::NotSecondParty)?;
		let organisation = acting_organisation::<_, T::Identities>(by)
			.filter(|organisation| *organisation != issuer)
			.ok_or(Error::<T>::SecondOrganisationRequired)?;
		ensure!(Self::is_approver(by, organisation), Error::<T>::NotApprover);
		Ok((by, organisation))
	}
}

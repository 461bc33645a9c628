//! What the calls do, by noun.

mod accounts;
mod claims;
mod jurisdiction;
mod onboarding;
mod organisations;
mod registry;
mod replacement;
mod standing;

use crate::*;
use assay_primitives::Standing;
use polkadot_sdk::frame_support::traits::{
	fungible::MutateHold, tokens::Precision, EnsureOrigin, Time,
};

/// Who acts in a call: an identity in good standing, for an organisation in good standing.
#[derive(Clone, Copy)]
pub(crate) struct Acting {
	/// The identity behind the signer.
	pub identity: IdentityId,
	/// The organisation it acts for; itself when it acts for none.
	pub organisation: IdentityId,
}

impl Acting {
	/// Whether what `party` may do, this signer may do.
	pub fn speaks_for(&self, party: IdentityId) -> bool {
		self.identity == party || self.organisation == party
	}
}

impl<T: Config> Pallet<T> {
	/// Who acts when `who` signs.
	///
	/// # Errors
	/// `NotAdmitted` without an identity, `NotInGoodStanding` when it or its organisation is
	/// suspended or sanctioned, `AccountReplaced` when the account gives way to another one.
	pub(crate) fn acting(who: &T::AccountId) -> Result<Acting, DispatchError> {
		let link = Links::<T>::get(who).ok_or(Error::<T>::NotAdmitted)?;
		ensure!(
			link.standing == Standing::Active,
			Error::<T>::NotInGoodStanding
		);
		ensure!(
			link.state != LinkState::Replaced,
			Error::<T>::AccountReplaced
		);
		let profile = Self::record(link.identity)?.profile;
		let organisation = profile.organisation.unwrap_or(link.identity);
		if organisation != link.identity {
			let standing = Self::record(organisation)?.profile.standing;
			ensure!(standing == Standing::Active, Error::<T>::NotInGoodStanding);
		}
		Ok(Acting {
			identity: link.identity,
			organisation,
		})
	}

	/// The approved registrar that `acting` speaks for: its own identity before its organisation.
	pub(crate) fn registrar_of(acting: &Acting) -> Option<IdentityId> {
		let registrars = Registrars::<T>::get();
		[acting.identity, acting.organisation]
			.into_iter()
			.find(|party| registrars.binary_search(party).is_ok())
	}

	/// Whether `acting` speaks for the registrar that answers for the identity, and that registrar
	/// is still approved.
	pub(crate) fn answers_for(acting: &Acting, record: &IdentityRecord) -> bool {
		record.registrar.is_some_and(|registrar| {
			acting.speaks_for(registrar) && Registrars::<T>::get().binary_search(&registrar).is_ok()
		})
	}

	/// Refuses everybody but the registrar that answers for the identity.
	pub(crate) fn ensure_registrar_of(
		who: &T::AccountId,
		record: &IdentityRecord,
	) -> DispatchResult {
		let acting = Self::acting(who)?;
		ensure!(
			Self::answers_for(&acting, record),
			Error::<T>::NotAuthorized
		);
		Ok(())
	}

	/// Refuses everybody but the council and the registrar that answers for the identity.
	pub(crate) fn ensure_authority(
		origin: T::RuntimeOrigin,
		record: &IdentityRecord,
	) -> Result<Authority, DispatchError> {
		match T::CouncilOrigin::try_origin(origin) {
			Ok(_) => Ok(Authority::Council),
			Err(origin) => {
				let who = ensure_signed(origin)?;
				Self::ensure_registrar_of(&who, record)?;
				Ok(Authority::Registrar)
			},
		}
	}

	/// The record of an identity.
	pub(crate) fn record(identity: IdentityId) -> Result<IdentityRecord, DispatchError> {
		Identities::<T>::get(identity).ok_or_else(|| Error::<T>::NotFound.into())
	}

	/// The record of an identity in good standing.
	pub(crate) fn active_record(identity: IdentityId) -> Result<IdentityRecord, DispatchError> {
		let record = Self::record(identity)?;
		ensure!(
			record.profile.standing == Standing::Active,
			Error::<T>::TargetNotInGoodStanding
		);
		Ok(record)
	}

	/// The moment at which a proposal made now ends.
	pub(crate) fn proposal_expiry() -> Result<Moment, DispatchError> {
		T::Time::now()
			.checked_add(T::ProposalPeriodMs::get())
			.ok_or_else(|| ArithmeticError::Overflow.into())
	}

	/// Holds `amount` of the ASY of `depositor`.
	pub(crate) fn take_deposit(
		reason: HoldReason,
		depositor: T::AccountId,
		amount: Balance,
	) -> Result<Deposit<T::AccountId>, DispatchError> {
		T::Currency::hold(&reason.into(), &depositor, amount)?;
		Ok(Deposit { depositor, amount })
	}

	/// Gives a deposit back to whoever made it.
	pub(crate) fn return_deposit(
		reason: HoldReason,
		deposit: Deposit<T::AccountId>,
	) -> DispatchResult {
		let Deposit { depositor, amount } = deposit;
		T::Currency::release(&reason.into(), &depositor, amount, Precision::Exact)?;
		Ok(())
	}
}

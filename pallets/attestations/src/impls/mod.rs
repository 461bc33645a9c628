//! Who may say what; what becomes of it stands in the files beside this one.

mod challenges;
mod deficiency;
mod reports;
mod verdicts;

use crate::{Config, Dependents, Error, Event, Pallet, Statement, StatementContent};
use assay_primitives::{AssetId, IdentityId, Role, Scope, Signature};
use assay_traits::{acting_identity, AssetInspect, CustodyInspect, IdentityInspect, RoleInspect};
use polkadot_sdk::{
	frame_support::{ensure, traits::Time},
	frame_system,
	sp_runtime::{traits::Verify, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// The organisation that `who` acts for, if its identity is active and has the role itself.
	pub(crate) fn acting_organisation(
		who: &T::AccountId,
		asset: AssetId,
		role: Role,
	) -> Option<IdentityId> {
		let now = T::Time::now();
		acting_identity::<_, T::Identities, T::Roles>(who, asset, role, now)
			.and_then(T::Identities::organisation_of)
	}

	/// The approved custodian that `who` may report for.
	pub(crate) fn reporting_custodian(
		who: &T::AccountId,
		asset: AssetId,
	) -> Result<IdentityId, Error<T>> {
		Self::acting_organisation(who, asset, Role::Custodian)
			.filter(|organisation| T::Custody::is_custodian(*organisation))
			.ok_or(Error::NotCustodian)
	}

	/// The approved auditor that `who` may speak for.
	pub(crate) fn confirming_auditor(
		who: &T::AccountId,
		asset: AssetId,
	) -> Result<IdentityId, Error<T>> {
		Self::acting_organisation(who, asset, Role::Auditor)
			.filter(|organisation| T::Custody::is_auditor(*organisation))
			.ok_or(Error::NotAuditor)
	}

	/// The identity by which `who` may remove the scope: of its custodian, or an issuer.
	pub(crate) fn removing_identity(
		who: &T::AccountId,
		scope: Scope,
	) -> Result<IdentityId, Error<T>> {
		T::Identities::active_identity_of(who)
			.filter(|identity| {
				T::Identities::organisation_of(*identity) == Some(scope.custodian)
					|| T::Roles::has_role(scope.asset, Role::Issuer, *identity, T::Time::now())
			})
			.ok_or(Error::NotPermitted)
	}

	/// The identity behind `who`, if it is active.
	pub(crate) fn admitted(who: &T::AccountId) -> Result<IdentityId, Error<T>> {
		T::Identities::active_identity_of(who).ok_or(Error::NotAdmitted)
	}

	/// The auditor may speak on the scope: it is neither its custodian nor the asset's issuer.
	pub(crate) fn ensure_independent(scope: Scope, auditor: IdentityId) -> DispatchResult {
		let summary = T::Assets::summary(scope.asset).ok_or(Error::<T>::UnknownAsset)?;
		let issuer = T::Identities::organisation_of(summary.issuer).unwrap_or(summary.issuer);
		ensure!(
			auditor != scope.custodian && auditor != issuer,
			Error::<T>::NotIndependent
		);
		Ok(())
	}

	/// The statement is for this chain and signed by `author`.
	pub(crate) fn ensure_authentic(
		statement: &Statement,
		author: &T::AccountId,
		signature: &Signature,
	) -> DispatchResult {
		let genesis = frame_system::Pallet::<T>::block_hash(
			frame_system::pallet_prelude::BlockNumberFor::<T>::default(),
		);
		ensure!(statement.genesis == genesis, Error::<T>::WrongChain);
		let payload = statement.payload();
		let signer = author.clone().into();
		let verified = signature.verify(payload.as_slice(), &signer) || {
			let wrapped = [b"<Bytes>", payload.as_slice(), b"</Bytes>"].concat();
			signature.verify(wrapped.as_slice(), &signer)
		};
		ensure!(verified, Error::<T>::BadSignature);
		Ok(())
	}

	/// Takes what the author has signed as if it had made the call itself.
	pub(crate) fn do_submit_statement(
		statement: Statement,
		author: T::AccountId,
		submitter: T::AccountId,
		signature: &Signature,
	) -> DispatchResult {
		ensure!(
			T::Time::now() <= statement.expires_at,
			Error::<T>::StatementExpired
		);
		Self::ensure_authentic(&statement, &author, signature)?;
		let scope = statement.scope;
		match statement.content {
			StatementContent::Report(report) => {
				let custodian = Self::reporting_custodian(&author, scope.asset)?;
				ensure!(custodian == scope.custodian, Error::<T>::NotCustodian);
				Self::do_report(scope, report)?;
			},
			StatementContent::Confirmation(confirmation) => {
				let auditor = Self::confirming_auditor(&author, scope.asset)?;
				Self::do_confirm(scope, auditor, confirmation)?;
			},
			StatementContent::Answer(answer) => {
				let custodian = Self::acting_organisation(&author, scope.asset, Role::Custodian);
				ensure!(custodian == Some(scope.custodian), Error::<T>::NotCustodian);
				Self::do_answer(scope, answer)?;
			},
		}
		Self::deposit_event(Event::StatementAccepted {
			scope,
			author,
			submitter,
		});
		Ok(())
	}

	/// One more thing depends on the organisation's office.
	pub(crate) fn bind(organisation: IdentityId) -> DispatchResult {
		Dependents::<T>::try_mutate(organisation, |count| {
			*count = count.checked_add(1).ok_or(Error::<T>::FigureOverflow)?;
			Ok(())
		})
	}

	/// One thing less does.
	pub(crate) fn unbind(organisation: IdentityId) -> DispatchResult {
		Dependents::<T>::try_mutate_exists(organisation, |count| {
			let left = count
				.unwrap_or(0)
				.checked_sub(1)
				.ok_or(Error::<T>::FigureOverflow)?;
			*count = (left > 0).then_some(left);
			Ok(())
		})
	}
}

//! Who may say what, and what becomes of it.

use crate::{
	evaluate::has_lapsed, Config, Confirmation, ConfirmationInput, Error, Event, Head, Heads,
	LastAnnounced, Pallet, Report, ReportInput, Reports, ScopeRecord, Scopes, Statement, Verdict,
	MAX_CONFIRMATIONS,
};
use assay_primitives::{
	AssetId, AssetStatus, Hash, IdentityId, Moment, ReserveStatus, Role, Scope, Signature,
};
use assay_traits::{
	acting_identity, AssetInspect, CustodyInspect, IdentityInspect, LotInspect, ReserveParameters,
	RoleInspect,
};
use polkadot_sdk::{
	frame_support::{ensure, traits::Time, BoundedVec},
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

	/// The statement is for this chain, in time, and signed by `author`.
	pub(crate) fn ensure_authentic(
		statement: &Statement,
		author: &T::AccountId,
		signature: &Signature,
	) -> DispatchResult {
		let genesis = frame_system::Pallet::<T>::block_hash(
			frame_system::pallet_prelude::BlockNumberFor::<T>::default(),
		);
		ensure!(statement.genesis == genesis, Error::<T>::WrongChain);
		ensure!(
			T::Time::now() <= statement.expires_at,
			Error::<T>::StatementExpired
		);
		let payload = statement.payload();
		let signer = author.clone().into();
		let verified = signature.verify(payload.as_slice(), &signer) || {
			let wrapped = [b"<Bytes>", payload.as_slice(), b"</Bytes>"].concat();
			signature.verify(wrapped.as_slice(), &signer)
		};
		ensure!(verified, Error::<T>::BadSignature);
		Ok(())
	}

	/// Takes a report of the scope. The caller has checked who reports.
	pub(crate) fn do_report(scope: Scope, statement: ReportInput) -> DispatchResult {
		let now = T::Time::now();
		Self::ensure_reportable(scope, &statement, now)?;
		let head = Heads::<T>::get(scope);
		let (sequence, previous_hash) = match head {
			Some(head) => {
				ensure!(statement.as_of > head.as_of, Error::<T>::AsOfNotNewer);
				let sequence = head
					.sequence
					.checked_add(1)
					.ok_or(Error::<T>::FigureOverflow)?;
				(sequence, head.hash)
			},
			None => (0, Hash::zero()),
		};
		let (as_of, quantity) = (statement.as_of, statement.quantity);
		let report = Report {
			statement,
			submitted_at: now,
			sequence,
			previous_hash,
			withdrawn: None,
			confirmations: BoundedVec::new(),
		};
		let hash = report.hash(scope);

		Self::put(scope, report)?;
		Heads::<T>::insert(
			scope,
			Head {
				as_of,
				sequence,
				hash,
			},
		);
		T::Lots::report_accepted(scope, as_of);
		Self::deposit_event(Event::ReportSubmitted {
			scope,
			as_of,
			quantity,
			sequence,
			hash,
		});
		Ok(())
	}

	fn ensure_reportable(scope: Scope, statement: &ReportInput, now: Moment) -> DispatchResult {
		let summary = T::Assets::summary(scope.asset).ok_or(Error::<T>::UnknownAsset)?;
		let reportable = match summary.status {
			AssetStatus::Draft | AssetStatus::Retired => false,
			AssetStatus::Registered
			| AssetStatus::Active
			| AssetStatus::Suspended
			| AssetStatus::WindingDown => true,
		};
		ensure!(reportable, Error::<T>::AssetNotReportable);
		ensure!(
			statement.unit == summary.underlying_unit,
			Error::<T>::UnitMismatch
		);
		ensure!(T::Custody::is_vault(scope), Error::<T>::UnknownVault);
		ensure!(statement.as_of <= now, Error::<T>::AsOfInFuture);
		ensure!(statement.valid_until > now, Error::<T>::ValidityOver);
		Ok(())
	}

	/// Takes the scope's report back. The caller has checked who does.
	pub(crate) fn do_withdraw(scope: Scope, reason: Hash) -> DispatchResult {
		let mut report = Reports::<T>::get(scope).ok_or(Error::<T>::ReportNotFound)?;
		ensure!(report.withdrawn.is_none(), Error::<T>::ReportWithdrawn);
		report.withdrawn = Some(reason);
		let as_of = report.statement.as_of;

		Self::put(scope, report)?;
		Self::deposit_event(Event::ReportWithdrawn {
			scope,
			as_of,
			reason,
		});
		Ok(())
	}

	/// Takes an auditor's verdict. The caller has checked that it is one.
	pub(crate) fn do_confirm(
		scope: Scope,
		auditor: IdentityId,
		input: ConfirmationInput,
	) -> DispatchResult {
		let summary = T::Assets::summary(scope.asset).ok_or(Error::<T>::UnknownAsset)?;
		let issuer = T::Identities::organisation_of(summary.issuer).unwrap_or(summary.issuer);
		ensure!(
			auditor != scope.custodian && auditor != issuer,
			Error::<T>::NotIndependent
		);
		let mut report = Reports::<T>::get(scope).ok_or(Error::<T>::ReportNotFound)?;
		ensure!(report.withdrawn.is_none(), Error::<T>::ReportWithdrawn);
		ensure!(
			report.statement.as_of == input.as_of,
			Error::<T>::ReportSuperseded
		);
		let ConfirmationInput {
			as_of,
			quantity,
			verdict,
			evidence_hash,
		} = input;
		let confirmation = Confirmation {
			auditor,
			quantity,
			verdict,
			evidence_hash,
			at: T::Time::now(),
		};
		Self::add_verdict(&mut report, confirmation)?;

		Self::put(scope, report)?;
		Self::deposit_event(Event::VerdictGiven {
			scope,
			as_of,
			auditor,
			quantity,
			verdict,
		});
		Ok(())
	}

	fn add_verdict(report: &mut Report, new: Confirmation) -> Result<(), Error<T>> {
		let places = u32::try_from(report.confirmations.len()).unwrap_or(u32::MAX);
		let former = report
			.confirmations
			.iter_mut()
			.find(|old| old.auditor == new.auditor);
		match (former, new.verdict) {
			(Some(old), Verdict::Contradicts) if old.verdict == Verdict::Confirms => {
				*old = new;
				Ok(())
			},
			(Some(_), _) => Err(Error::AlreadyConfirmed),
			// The last place is a contradiction's.
			(None, Verdict::Confirms) if places.saturating_add(1) >= MAX_CONFIRMATIONS => {
				Err(Error::TooManyConfirmations)
			},
			(None, _) => report
				.confirmations
				.try_push(new)
				.map_err(|_| Error::TooManyConfirmations),
		}
	}

	/// Removes a scope that no longer counts. The caller has checked who does.
	pub(crate) fn do_remove_scope(scope: Scope, by: IdentityId) -> DispatchResult {
		let mut records = Scopes::<T>::get(scope.asset);
		let record = records
			.iter()
			.find(|record| record.scope(scope.asset) == scope)
			.ok_or(Error::<T>::ReportNotFound)?;
		ensure!(!Self::is_fresh(scope, record), Error::<T>::ReportStillFresh);
		records.retain(|record| record.scope(scope.asset) != scope);

		Reports::<T>::remove(scope);
		Self::deposit_event(Event::ScopeRemoved { scope, by });
		if records.is_empty() {
			Scopes::<T>::remove(scope.asset);
			Self::announce_end(scope.asset);
		} else {
			Scopes::<T>::insert(scope.asset, records);
		}
		Ok(())
	}

	/// Whether the report may still count, now or after a verdict.
	fn is_fresh(scope: Scope, record: &ScopeRecord) -> bool {
		let now = T::Time::now();
		// Without parameters only the report's own validity bounds its age.
		let max_age_ms = T::Parameters::values(scope.asset, now)
			.map_or(Moment::MAX, |parameters| parameters.max_report_age_ms);
		!record.withdrawn
			&& !has_lapsed(record.as_of, record.valid_until, max_age_ms, now)
			&& Self::is_approved(scope)
	}

	/// The last scope of the asset is gone, and with it what was announced.
	fn announce_end(asset: AssetId) {
		match LastAnnounced::<T>::take(asset) {
			Some(old) if old != ReserveStatus::Lapsed => {
				Self::deposit_event(Event::StatusChanged {
					asset,
					old: Some(old),
					new: ReserveStatus::Lapsed,
				})
			},
			Some(_) | None => {},
		}
	}

	/// Stores a report, in full and for the gates.
	fn put(scope: Scope, report: Report) -> DispatchResult {
		let record = ScopeRecord::of(scope, &report);
		Scopes::<T>::try_mutate(scope.asset, |records| -> DispatchResult {
			match records
				.iter_mut()
				.find(|old| old.scope(scope.asset) == scope)
			{
				Some(old) => *old = record,
				None => {
					records
						.try_push(record)
						.map_err(|_| Error::<T>::TooManyScopes)?;
				},
			}
			Ok(())
		})?;
		Reports::<T>::insert(scope, report);
		Ok(())
	}
}

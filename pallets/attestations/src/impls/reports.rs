//! What custodians say of a scope, from its first report to its removal.

use crate::{
	evaluate::{has_lapsed, is_overdue},
	Config, Error, Event, Head, Heads, Histories, HistoryEntry, LastAnnounced, Link, Pallet,
	Report, ReportInput, Reports, ScopeRecord, Scopes,
};
use alloc::vec::Vec;
use assay_primitives::{AssetId, AssetStatus, Hash, IdentityId, Moment, ReserveStatus, Scope};
use assay_traits::{AssetInspect, CustodyInspect, LotInspect, OnReserveStatus, ReserveParameters};
use polkadot_sdk::{
	frame_support::{defensive, ensure, traits::Time, BoundedVec},
	sp_runtime::DispatchResult,
};

impl<T: Config> Pallet<T> {
	/// Takes a report of the scope. The caller has checked who reports.
	pub(crate) fn do_report(scope: Scope, statement: ReportInput) -> DispatchResult {
		let now = T::Time::now();
		Self::ensure_reportable(scope, &statement, now)?;
		let head = Heads::<T>::get(scope);
		let (sequence, previous_hash) = match head {
			Some(head) => (Self::sequence_after(&head, statement.as_of)?, head.hash),
			None => (0, Hash::zero()),
		};
		let as_of = statement.as_of;
		let report = Report {
			statement,
			submitted_at: now,
			sequence,
			previous_hash,
			withdrawn: None,
			confirmations: BoundedVec::new(),
		};
		let link = Link::of(&report);
		let hash = link.hash(scope);

		Self::list(scope, report)?;
		Heads::<T>::insert(
			scope,
			Head {
				as_of,
				sequence,
				hash,
				faulted_at: head.and_then(|head| head.faulted_at),
			},
		);
		Self::remember(scope, link);
		T::Lots::report_accepted(scope, as_of);
		Self::deposit_event(Event::ReportSubmitted { scope, link, hash });
		Ok(())
	}

	/// The place in the chain of a report that follows the head.
	fn sequence_after(head: &Head, as_of: Moment) -> Result<u32, Error<T>> {
		ensure!(as_of > head.as_of, Error::AsOfNotNewer);
		let after_fault = head.faulted_at.is_none_or(|faulted_at| as_of > faulted_at);
		ensure!(after_fault, Error::AsOfBeforeFault);
		head.sequence.checked_add(1).ok_or(Error::FigureOverflow)
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
		let mut report = Self::standing_report(scope)?;
		report.withdrawn = Some(reason);
		let as_of = report.statement.as_of;

		Self::update(scope, report);
		Self::deposit_event(Event::ReportWithdrawn {
			scope,
			as_of,
			reason,
		});
		Ok(())
	}

	/// Removes a scope that no longer counts. The caller has checked who does.
	pub(crate) fn do_remove_scope(scope: Scope, by: IdentityId) -> DispatchResult {
		let mut records = Scopes::<T>::get(scope.asset);
		let record = records
			.iter()
			.find(|record| record.scope(scope.asset) == scope)
			.ok_or(Error::<T>::ReportNotFound)?;
		ensure!(!Self::is_fresh(scope, record), Error::<T>::ReportStillFresh);
		// A scope that nobody vouches for is no proof that its metal is gone; without it holders would
		// be paid pro rata of the rest. Only the council's word writes lots off.
		ensure!(
			!T::Lots::holds_lots(scope) || !T::Custody::may_release(scope.custodian),
			Error::<T>::LotsPledged
		);
		Self::unbind(scope.custodian)?;
		Self::unbind_auditors(record)?;
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
			&& !is_overdue(record.answer_by, now)
			&& !has_lapsed(record.as_of, record.valid_until, max_age_ms, now)
			&& Self::is_approved(scope)
	}

	/// The last scope of the asset is gone, and with it what was announced.
	fn announce_end(asset: AssetId) {
		match LastAnnounced::<T>::take(asset) {
			Some(old) if old != ReserveStatus::Lapsed => {
				T::OnStatus::changed(asset, ReserveStatus::Lapsed, T::Time::now());
				Self::deposit_event(Event::StatusChanged {
					asset,
					old: Some(old),
					new: ReserveStatus::Lapsed,
				})
			},
			Some(_) | None => {},
		}
	}

	/// Stores a new report, in full and for the gates. Challenges go on; verdicts end with the former
	/// report, and so does the fault, because the new one speaks of a later moment.
	fn list(scope: Scope, report: Report) -> DispatchResult {
		let mut record = ScopeRecord::of(scope, &report);
		Scopes::<T>::try_mutate(scope.asset, |records| -> DispatchResult {
			match records
				.iter_mut()
				.find(|old| old.scope(scope.asset) == scope)
			{
				Some(old) => {
					Self::unbind_auditors(old)?;
					record.answer_by = old.answer_by;
					*old = record;
				},
				None => {
					record.answer_by = Self::earliest_deadline(scope);
					records
						.try_push(record)
						.map_err(|_| Error::<T>::TooManyScopes)?;
					Self::bind(scope.custodian)?;
				},
			}
			Ok(())
		})?;
		Reports::<T>::insert(scope, report);
		Ok(())
	}

	fn unbind_auditors(record: &ScopeRecord) -> DispatchResult {
		record
			.opinions
			.iter()
			.try_for_each(|opinion| Self::unbind(opinion.auditor))
	}

	/// Stores what has become of the newest report, in full and for the gates.
	pub(crate) fn update(scope: Scope, report: Report) {
		Self::mutate_record(scope, |record| {
			let (faulted, answer_by) = (record.faulted, record.answer_by);
			*record = ScopeRecord {
				faulted,
				answer_by,
				..ScopeRecord::of(scope, &report)
			};
		});
		Reports::<T>::insert(scope, report);
	}

	/// Changes what the gates read of a scope, if it is listed.
	pub(crate) fn mutate_record(scope: Scope, change: impl FnOnce(&mut ScopeRecord)) {
		// Most scopes that are changed are listed; an empty list must not be written.
		Scopes::<T>::mutate_exists(scope.asset, |records| {
			let record = records
				.iter_mut()
				.flat_map(|records| records.iter_mut())
				.find(|record| record.scope(scope.asset) == scope);
			if let Some(record) = record {
				change(record);
			}
		});
	}

	/// Adds a report to the scope's history; the oldest makes room.
	fn remember(scope: Scope, link: Link) {
		Histories::<T>::mutate(scope, |links| {
			if links.is_full() {
				links.remove(0);
			}
			if links.try_push(link).is_err() {
				defensive!("there is room after the oldest has left");
			}
		});
	}

	/// The scope's newest reports with their hashes, the oldest first.
	pub(crate) fn history(scope: Scope) -> Vec<HistoryEntry> {
		Histories::<T>::get(scope)
			.into_iter()
			.map(|link| HistoryEntry {
				link,
				hash: link.hash(scope),
			})
			.collect()
	}
}

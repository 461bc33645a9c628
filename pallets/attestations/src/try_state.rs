//! Every invariant of the pallet, as the crate's documentation numbers them.

use crate::{
	Config, Heads, LastAnnounced, Pallet, Report, Reports, ScopeRecord, Scopes, Verdict,
	MAX_CONFIRMATIONS,
};
use alloc::{collections::BTreeSet, vec::Vec};
use assay_primitives::{Hash, Scope};
use polkadot_sdk::{
	frame_support::ensure,
	sp_runtime::{DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// Checks all invariants.
	pub(crate) fn do_try_state() -> DispatchResult {
		let mut listed = BTreeSet::new();
		for (asset, records) in Scopes::<T>::iter() {
			ensure!(!records.is_empty(), "INV-ATT-1: a list of scopes is empty");
			for record in &records {
				let scope = record.scope(asset);
				ensure!(listed.insert(scope), "INV-ATT-1: a scope is listed twice");
				Self::check_listed(scope, record)?;
			}
		}
		for scope in Reports::<T>::iter_keys() {
			ensure!(
				listed.contains(&scope),
				"INV-ATT-2: a report's scope is not listed"
			);
		}
		for asset in LastAnnounced::<T>::iter_keys() {
			ensure!(
				Scopes::<T>::contains_key(asset),
				"INV-ATT-7: a status is announced for an asset without scopes"
			);
		}
		Ok(())
	}

	fn check_listed(scope: Scope, record: &ScopeRecord) -> DispatchResult {
		let report = Reports::<T>::get(scope).ok_or(DispatchError::Other(
			"INV-ATT-2: a listed scope has no report",
		))?;
		ensure!(
			*record == ScopeRecord::of(scope, &report),
			"INV-ATT-3: a gate reads something else than the report says"
		);
		ensure!(
			report.statement.as_of <= report.submitted_at,
			"INV-ATT-4: a report speaks of the future"
		);
		ensure!(
			report.submitted_at < report.statement.valid_until,
			"INV-ATT-4: a report was over when it came"
		);
		Self::check_confirmations(scope, &report)?;
		Self::check_chain(scope, &report)
	}

	fn check_confirmations(scope: Scope, report: &Report) -> DispatchResult {
		let auditors: Vec<_> = report
			.confirmations
			.iter()
			.map(|given| given.auditor)
			.collect();
		let distinct: BTreeSet<_> = auditors.iter().copied().collect();
		ensure!(
			distinct.len() == auditors.len(),
			"INV-ATT-5: an auditor has two verdicts"
		);
		ensure!(
			!distinct.contains(&scope.custodian),
			"INV-ATT-5: a custodian audits itself"
		);
		ensure!(
			report
				.confirmations
				.iter()
				.all(|given| given.at >= report.submitted_at),
			"INV-ATT-5: a verdict is older than its report"
		);
		let confirming = report
			.confirmations
			.iter()
			.filter(|given| given.verdict == Verdict::Confirms)
			.count();
		ensure!(
			u32::try_from(confirming).is_ok_and(|confirming| confirming < MAX_CONFIRMATIONS),
			"INV-ATT-8: confirmations leave no room for a contradiction"
		);
		Ok(())
	}

	fn check_chain(scope: Scope, report: &Report) -> DispatchResult {
		let head = Heads::<T>::get(scope).ok_or(DispatchError::Other(
			"INV-ATT-6: a report's scope has no head",
		))?;
		ensure!(
			head.as_of == report.statement.as_of
				&& head.sequence == report.sequence
				&& head.hash == report.hash(scope),
			"INV-ATT-6: a head is not its newest report's"
		);
		ensure!(
			(report.sequence == 0) == (report.previous_hash == Hash::zero()),
			"INV-ATT-6: a first report has a predecessor, or a later one has none"
		);
		Ok(())
	}
}

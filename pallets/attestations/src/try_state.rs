//! Every invariant of the pallet, as the crate's documentation numbers them.

use crate::{
	Challenges, Config, Dependents, Error, Heads, Histories, HoldReason, LastAnnounced,
	NextChallengeId, Pallet, Report, Reports, ScopeRecord, Scopes, Verdict, MAX_CONFIRMATIONS,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use assay_primitives::{Balance, Hash, IdentityId, Scope};
use polkadot_sdk::{
	frame_support::{ensure, traits::fungible::InspectHold},
	sp_runtime::{DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// Checks all invariants.
	pub(crate) fn do_try_state() -> DispatchResult {
		Self::check_scopes()?;
		Self::check_histories()?;
		Self::check_challenges()?;
		Self::check_dependents()
	}

	fn check_scopes() -> DispatchResult {
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
		let faulted_at = Heads::<T>::get(scope).and_then(|head| head.faulted_at);
		let expected = ScopeRecord {
			faulted: faulted_at.is_some_and(|moment| moment >= report.statement.as_of),
			answer_by: Self::earliest_deadline(scope),
			..ScopeRecord::of(scope, &report)
		};
		ensure!(
			*record == expected,
			"INV-ATT-3: a gate reads something else than report, faults and challenges say"
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

	fn check_histories() -> DispatchResult {
		for (scope, head) in Heads::<T>::iter() {
			let links = Histories::<T>::get(scope);
			let unbroken = links
				.iter()
				.zip(links.iter().skip(1))
				.all(|(former, link)| link.follows(former, scope));
			ensure!(unbroken, "INV-ATT-9: a history has a gap");
			let ends_at_head = links.last().is_some_and(|link| {
				link.sequence == head.sequence && link.hash(scope) == head.hash
			});
			ensure!(
				ends_at_head,
				"INV-ATT-9: a history does not end at its head"
			);
		}
		for scope in Histories::<T>::iter_keys() {
			ensure!(
				Heads::<T>::contains_key(scope),
				"INV-ATT-9: a history has no head"
			);
		}
		Ok(())
	}

	fn check_challenges() -> DispatchResult {
		let next = NextChallengeId::<T>::get();
		let mut ids = BTreeSet::new();
		let mut deposits = BTreeMap::<T::AccountId, Balance>::new();
		for (scope, open) in Challenges::<T>::iter() {
			ensure!(
				!open.is_empty() && Heads::<T>::contains_key(scope),
				"INV-ATT-10: a list of challenges is empty, or its scope was never reported"
			);
			let challengers: BTreeSet<_> = open.iter().map(|one| one.challenger).collect();
			ensure!(
				challengers.len() == open.len(),
				"INV-ATT-10: a challenger asks twice"
			);
			for challenge in open {
				ensure!(
					challenge.id < next && ids.insert(challenge.id),
					"INV-ATT-10: a challenge has a number that was not given out, or another's"
				);
				ensure!(
					challenge.opened_at < challenge.answer_by && !challenge.lots.is_empty(),
					"INV-ATT-10: a challenge ends before it begins, or names no lot"
				);
				let sum = deposits.entry(challenge.depositor).or_default();
				*sum = sum
					.checked_add(challenge.deposit)
					.ok_or(Error::<T>::FigureOverflow)?;
			}
		}
		for (depositor, deposit) in deposits {
			let held = T::Currency::balance_on_hold(&HoldReason::Challenge.into(), &depositor);
			ensure!(
				held == deposit,
				"INV-ATT-11: a hold is not the sum of its challenges' deposits"
			);
		}
		Ok(())
	}

	fn check_dependents() -> DispatchResult {
		let mut counted = BTreeMap::<IdentityId, u32>::new();
		let listed = Scopes::<T>::iter_values().flatten().flat_map(|record| {
			let auditors: Vec<_> = record.opinions.iter().map(|one| one.auditor).collect();
			auditors.into_iter().chain([record.custodian])
		});
		let challenged = Challenges::<T>::iter()
			.flat_map(|(scope, open)| open.into_iter().map(move |_| scope.custodian));
		for organisation in listed.chain(challenged) {
			let count = counted.entry(organisation).or_default();
			*count = count.checked_add(1).ok_or(Error::<T>::FigureOverflow)?;
		}
		let stored: BTreeMap<_, _> = Dependents::<T>::iter().collect();
		ensure!(
			stored == counted,
			"INV-ATT-12: what depends on an organisation is not what a recount finds"
		);
		Ok(())
	}
}

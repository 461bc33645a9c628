use super::*;
use assay_primitives::{Moment, Quantity, Scope};
use assay_traits::{LotInspect, LotRelease};

fn release(serial: &str, quantity: Quantity, now: Moment) {
	Now::set(now);
	let lots = [(id_of(serial), quantity)];
	assert_ok!(<Custody as LotRelease>::release(
		gold_scope(),
		&lots,
		hash(6),
		now
	));
}

fn removed(as_of: Moment) -> Quantity {
	Custody::removed_after(gold_scope(), as_of)
}

#[test]
fn a_lot_counts_until_the_moment_it_matures() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let scope = Scope {
			asset: BILLS,
			..gold_scope()
		};
		let due = START + 1_000;
		let lots = batch([
			bill("T1", 100, Some(due)),
			bill("T2", 10, Some(due)),
			bill("T3", 1, Some(due + 5)),
			bill("T4", 1_000, None),
		]);
		assert_ok!(Custody::register_lots(
			signed(CUSTODIAN),
			BILLS,
			0,
			lots,
			None
		));
		for (now, counting) in [
			(START, 1_111),
			(due - 1, 1_111),
			(due, 1_001),
			(due + 4, 1_001),
			(due + 5, 1_000),
		] {
			assert_eq!(Custody::pledged(scope, now), counting, "at {now}");
		}
		// a part of a lot that has matured leaves without touching what counts
		Now::set(due);
		let part = [(id_of("T1"), 60)];
		assert_ok!(<Custody as LotRelease>::release(scope, &part, hash(6), due));
		assert_eq!(Custody::pledged(scope, due), 1_001);
		assert_eq!(Custody::pledged(scope, due - 1), 1_051);
	});
}

#[test]
fn a_removal_at_the_moment_of_the_report_is_taken_off_and_one_before_is_not() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400)]);
		release("A1", 100, START + 10);
		release("A1", 20, START + 20);
		for (as_of, quantity) in [
			(START, 120),
			(START + 9, 120),
			(START + 10, 120),
			(START + 11, 20),
			(START + 20, 20),
			(START + 21, 0),
		] {
			assert_eq!(removed(as_of), quantity, "as of {as_of}");
		}
		let elsewhere = Scope {
			vault: 1,
			custodian: OTHER_ORG,
			..gold_scope()
		};
		assert_eq!(Custody::removed_after(elsewhere, START), 0);
	});
}

#[test]
fn an_accepted_report_forgets_what_came_before_it() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400)]);
		for n in 1..=3 {
			release("A1", 1, START + n);
		}
		Custody::report_accepted(gold_scope(), START + 2);
		assert_eq!(removed(0), 2);
		assert_eq!(removed(START + 2), 2);
		Custody::report_accepted(gold_scope(), START + 4);
		assert_eq!(removed(0), 0);
		assert_eq!(Custody::scopes(0), vec![gold_scope()]);
	});
}

#[test]
fn totals_that_say_nothing_are_removed() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400)]);
		Custody::report_accepted(gold_scope(), START + 1);
		assert!(Custody::scope_totals(gold_scope()).is_some());
		release("A1", 400, START + 5);
		Custody::report_accepted(gold_scope(), START + 5);
		assert!(Custody::scope_totals(gold_scope()).is_some());
		Custody::report_accepted(gold_scope(), START + 6);
		assert_eq!(Custody::scope_totals(gold_scope()), None);
		assert_eq!(Custody::scopes(0), vec![]);
		// nothing is known of a scope without totals, and nothing is written
		Custody::report_accepted(gold_scope(), START + 7);
		assert_eq!(Custody::scope_totals(gold_scope()), None);
	});
}

#[test]
fn the_two_oldest_removals_merge_under_the_later_moment() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 10_000)]);
		let bound = Moment::from(MAX_REMOVALS);
		// GIVEN as many removals as are kept apart, all different
		for n in 1..=bound {
			release("A1", Quantity::from(n), START + 10 * n);
		}
		assert_eq!(
			removed(START + 11),
			Quantity::from(bound * (bound + 1) / 2 - 1)
		);
		// WHEN one more at the same moment comes THEN none merges
		release("A1", 1, START + 10 * bound);
		assert_eq!(removed(START + 11), Quantity::from(bound * (bound + 1) / 2));
		// WHEN one more at a later moment comes THEN the first counts until the second's moment
		release("A1", 100 - 1, START + 10 * (bound + 1));
		let all = Quantity::from(bound * (bound + 1) / 2 + 100);
		assert_eq!(removed(START + 10), all);
		assert_eq!(removed(START + 11), all);
		assert_eq!(removed(START + 20), all);
		assert_eq!(removed(START + 21), all - 3);
		let totals = Custody::scope_totals(gold_scope()).unwrap();
		assert_eq!(totals.removals.len(), MAX_REMOVALS as usize);
		assert_eq!(
			totals.removals[0],
			Dated {
				moment: START + 20,
				quantity: 3
			}
		);
	});
}

#[test]
fn a_clock_that_stands_or_falls_back_merges_into_the_newest() {
	let mut totals = Totals::default();
	for (now, quantity) in [(50, 1), (50, 2), (49, 4)] {
		assert_eq!(totals.record_removal(now, quantity), Ok(()));
	}
	assert_eq!(
		totals.removals.to_vec(),
		vec![Dated {
			moment: 50,
			quantity: 7
		}]
	);
}

#[test]
fn totals_refuse_what_is_no_quantity_and_fail_closed() {
	let mut totals = Totals::default();
	assert_eq!(totals.add_lot(10, Some(5)), Ok(()));
	let before = totals.clone();
	assert_eq!(
		totals.add_lot(Quantity::MAX, None),
		Err(TotalsFault::Overflow)
	);
	assert_eq!(totals.take_off(11, None, false), Err(TotalsFault::Overflow));
	assert_eq!(
		totals.take_off(1, Some(6), false),
		Err(TotalsFault::Overflow)
	);
	assert_eq!(totals, before);
	assert_eq!(totals.record_removal(1, Quantity::MAX), Ok(()));
	assert_eq!(totals.record_removal(2, 1), Ok(()));
	assert_eq!(
		totals.record_removal(2, Quantity::MAX),
		Err(TotalsFault::Overflow)
	);
	assert_eq!(totals.removed(0), None);

	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 1)]);
		let sound = ScopeTotals::<Test>::get(gold_scope());
		// totals that contradict themselves: nothing is there, and all of it has gone
		totals.pledged = 9;
		ScopeTotals::<Test>::insert(gold_scope(), totals);
		assert_eq!(Custody::pledged(gold_scope(), 5), 0);
		assert_eq!(Custody::removed_after(gold_scope(), 0), Quantity::MAX);
		ScopeTotals::<Test>::set(gold_scope(), sound);
	});
}

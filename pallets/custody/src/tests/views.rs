use super::*;
use assay_primitives::{LotId, Scope};

/// All pages of a scope, `limit` at a time, and how many there were.
fn pages(scope: Scope, limit: u32) -> (Vec<LotId>, u32) {
	let (mut all, mut from, mut count) = (Vec::new(), None, 0);
	loop {
		let page = Custody::lots_of(scope, from, limit);
		assert!(page.lots.len() <= limit.clamp(1, MAX_LOTS_PER_PAGE) as usize);
		all.extend(page.lots.iter().map(|(id, _)| *id));
		count += 1;
		match page.next {
			Some(next) => from = Some(next),
			None => return (all, count),
		}
	}
}

#[test]
fn lots_of_a_scope_come_page_by_page_each_once() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		// GIVEN ten bars pledged to gold, one withdrawn, one to silver, one elsewhere
		let serials: Vec<_> = (0..10).map(|n| format!("A{n}x")).collect();
		let lots: Vec<_> = serials.iter().map(|serial| (serial.as_str(), 1)).collect();
		register(&lots);
		register(&[("W1", 1)]);
		let withdrawn = ids(&["W1"]);
		assert_ok!(Custody::withdraw_lots(
			signed(CUSTODIAN),
			GOLD,
			0,
			withdrawn,
			hash(5)
		));
		for (who, asset, vault, serial) in [(CUSTODIAN, SILVER, 0, "S1"), (OTHER, GOLD, 1, "O1")] {
			let lots = batch([bar(serial, 1)]);
			assert_ok!(Custody::register_lots(
				signed(who),
				asset,
				vault,
				lots,
				None
			));
		}
		let mut expected: Vec<_> = serials.iter().map(|serial| id_of(serial)).collect();
		expected.sort_unstable();
		// THEN every page size finds the same, and no page looks further than it says
		for (limit, count) in [(0, 13), (1, 13), (5, 3), (13, 1), (14, 1), (u32::MAX, 1)] {
			let (mut found, looked) = pages(gold_scope(), limit);
			found.sort_unstable();
			assert_eq!(found, expected, "by {limit}");
			assert_eq!(looked, count, "by {limit}");
		}
		let page = Custody::lots_of(others_scope(), None, 100);
		assert_eq!(
			page.lots,
			vec![(id_of("O1"), Custody::lot(id_of("O1")).unwrap())]
		);
		// a lot that has gone since is no hindrance to go on after it
		let first = Custody::lots_of(gold_scope(), None, 6).next.unwrap();
		let all: Vec<_> = pages(gold_scope(), 1).0;
		let rest = || Custody::lots_of(gold_scope(), Some(first), 100).lots.len();
		let before = rest();
		if all.contains(&first) {
			let one = BoundedVec::truncate_from(vec![first]);
			let who = signed(CUSTODIAN);
			assert_ok!(Custody::withdraw_lots(who, GOLD, 0, one.clone(), hash(5)));
			assert_ok!(Custody::remove_lots(signed(CUSTODIAN), one));
		}
		assert_eq!(rest(), before);
	});
}

#[test]
fn no_page_looks_at_more_lots_than_it_may() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let batches = MAX_LOTS_PER_PAGE / MAX_LOTS_PER_CALL;
		for index in 0..batches {
			let serials: Vec<_> = (0..MAX_LOTS_PER_CALL)
				.map(|n| format!("L{index}x{n}"))
				.collect();
			let lots: Vec<_> = serials.iter().map(|serial| (serial.as_str(), 1)).collect();
			register(&lots);
		}
		let page = Custody::lots_of(gold_scope(), None, u32::MAX);
		assert_eq!(
			(page.lots.len(), page.next),
			(MAX_LOTS_PER_PAGE as usize, None)
		);
		register(&[("M1", 1)]);
		let page = Custody::lots_of(gold_scope(), None, u32::MAX);
		assert_eq!(page.lots.len(), MAX_LOTS_PER_PAGE as usize);
		let rest = Custody::lots_of(gold_scope(), page.next, u32::MAX);
		assert_eq!((rest.lots.len(), rest.next), (1, None));
	});
}

#[test]
fn the_register_says_where_a_lot_is_and_since_when() {
	use assay_primitives::LotPlace;
	use assay_traits::LotInspect;
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400)]);
		Now::set(START + 10);
		let place = || <Custody as LotInspect>::place(id_of("A1"));
		let there = LotPlace {
			custodian: CUSTODIAN_ORG,
			vault: 0,
			lien: Some(GOLD),
			since: START,
		};
		assert_eq!(place(), Some(there));
		transfer(GOLD, &["A1"]);
		let moved = LotPlace {
			custodian: OTHER_ORG,
			vault: 1,
			since: START + 10,
			..there
		};
		assert_eq!(place(), Some(moved));
		Now::set(START + 20);
		let one = ids(&["A1"]);
		assert_ok!(Custody::encumber_lots(signed(OTHER), GOLD, 1, one, hash(5)));
		let free = LotPlace {
			lien: None,
			..moved
		};
		assert_eq!(place(), Some(free));
		assert_eq!(<Custody as LotInspect>::place(id_of("A2")), None);
	});
}

#[test]
fn what_is_not_on_record_is_not_found() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Custody::list(gold_scope(), hash(7)), None);
		assert_eq!(Custody::offer(0), None);
		let page = Custody::lots_of(gold_scope(), None, 100);
		assert!(page.lots.is_empty() && page.next.is_none());
		assert!(Custody::counts(Office::Custodian, CUSTODIAN_ORG));
		assert!(Custody::counts(Office::Auditor, AUDITOR_ORG));
		assert!(!Custody::counts(Office::Auditor, CUSTODIAN_ORG));
		assert!(!Custody::counts(Office::Custodian, 999));
	});
}

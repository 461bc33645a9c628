use super::*;
use assay_traits::{LotInspect, LotRelease};

fn encumber(serials: &[&str]) -> DispatchResult {
	Custody::encumber_lots(signed(CUSTODIAN), GOLD, 0, ids(serials), hash(5))
}

fn lift(serials: &[&str]) -> DispatchResult {
	Custody::lift_encumbrance(signed(CUSTODIAN), ids(serials), hash(6))
}

fn again(who: AccountId, vault: u32, serial: &str) -> DispatchResult {
	Custody::register_lots(signed(who), GOLD, vault, batch([bar(serial, 400)]), None)
}

#[test]
fn works_and_counts_as_a_removal_until_lifted_and_pledged_anew() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		// GIVEN three bars
		register(&[("A1", 400), ("A2", 300), ("A3", 200)]);
		Now::set(START + 50);
		// WHEN two turn out to be pledged to a bank
		assert_ok!(encumber(&["A1", "A3"]));
		// THEN they left the reserve at that moment
		System::assert_last_event(
			Event::LotsEncumbered {
				scope: gold_scope(),
				lots: 2,
				quantity: 600,
				document: hash(5),
			}
			.into(),
		);
		assert_eq!(Custody::pledged(gold_scope(), START + 50), 300);
		assert_eq!(Custody::removed_after(gold_scope(), START + 50), 600);
		assert_eq!(Custody::removed_after(gold_scope(), START + 51), 0);
		let lot = Custody::lot(id_of("A1")).unwrap();
		assert_eq!(
			(lot.status, lot.lien, lot.quantity),
			(LotStatus::Encumbered, None, 400)
		);
		// THEN nobody can pledge them, and they cannot leave the record to be pledged then
		let expected = DispatchError::from(Error::<Test>::EncumberedToOthers);
		assert_noop!(again(CUSTODIAN, 0, "a-1"), expected);
		assert_noop!(again(OTHER, 1, "A1"), expected);
		assert_noop!(
			Custody::remove_lots(signed(CUSTODIAN), ids(&["A1"])),
			expected
		);
		// WHEN the bank lets one go THEN it is pledged to nothing, and can be pledged anew
		assert_ok!(lift(&["A1"]));
		System::assert_last_event(
			Event::EncumbranceLifted {
				custodian: CUSTODIAN_ORG,
				lots: 1,
				document: hash(6),
			}
			.into(),
		);
		assert_eq!(Custody::pledged(gold_scope(), START + 50), 300);
		assert_ok!(again(CUSTODIAN, 0, "A1"));
		assert_eq!(Custody::pledged(gold_scope(), START + 50), 700);
		assert_noop!(again(CUSTODIAN, 0, "A3"), expected);
	});
}

#[test]
fn works_while_suspended() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400)]);
		let office = Office::Custodian;
		assert_ok!(Custody::suspend(council(), office, CUSTODIAN_ORG, hash(5)));
		assert_ok!(encumber(&["A1"]));
		assert_ok!(lift(&["A1"]));
		assert_ok!(Custody::remove_lots(signed(CUSTODIAN), ids(&["A1"])));
	});
}

#[test]
fn fails_when_a_lot_is_wrong_and_encumbers_none() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300), ("A3", 200)]);
		let whole = [(id_of("A3"), 200)];
		let scope = gold_scope();
		assert_ok!(<Custody as LotRelease>::release(
			scope,
			&whole,
			hash(6),
			START
		));
		assert_noop!(encumber(&[]), Error::<Test>::EmptyBatch);
		assert_noop!(encumber(&["A1", "A9"]), Error::<Test>::LotNotFound);
		assert_noop!(encumber(&["A1", "a1"]), Error::<Test>::DuplicateLot);
		assert_noop!(encumber(&["A1", "A3"]), Error::<Test>::NotPledged);
		let elsewhere =
			|who, vault| Custody::encumber_lots(signed(who), GOLD, vault, ids(&["A1"]), hash(5));
		assert_noop!(elsewhere(OTHER, 0), Error::<Test>::NotOwner);
		assert_noop!(elsewhere(OTHER, 1), Error::<Test>::Elsewhere);
		assert_noop!(elsewhere(CUSTODIAN, 9), Error::<Test>::VaultNotFound);
		assert_ok!(encumber(&["A1"]));
		assert_noop!(encumber(&["A1"]), Error::<Test>::NotPledged);
	});
}

#[test]
fn fails_to_lift_what_is_not_encumbered_and_lifts_none() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300)]);
		assert_ok!(encumber(&["A1"]));
		assert_noop!(lift(&[]), Error::<Test>::EmptyBatch);
		assert_noop!(lift(&["A1", "A2"]), Error::<Test>::NotEncumbered);
		assert_noop!(lift(&["A1", "A1"]), Error::<Test>::NotEncumbered);
		assert_noop!(lift(&["A1", "A9"]), Error::<Test>::LotNotFound);
		assert_noop!(
			Custody::lift_encumbrance(signed(OTHER), ids(&["A1"]), hash(6)),
			Error::<Test>::NotOwner
		);
	});
}

use super::*;

#[test]
fn works_for_withdrawn_and_released_lots_and_gives_deposits_back() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		use assay_traits::LotRelease;
		// GIVEN a withdrawn lot that a colleague paid for, and a released one
		let lots = batch([bar("A1", 400)]);
		assert_ok!(Custody::register_lots(
			signed(EMPLOYEE),
			GOLD,
			0,
			lots,
			None
		));
		register(&[("A2", 300), ("A3", 200)]);
		assert_ok!(Custody::withdraw_lots(
			signed(CUSTODIAN),
			GOLD,
			0,
			ids(&["A1"]),
			hash(5)
		));
		let whole = [(id_of("A2"), 300)];
		assert_ok!(<Custody as LotRelease>::release(
			gold_scope(),
			&whole,
			hash(6),
			START
		));
		// WHEN the custodian removes both
		assert_ok!(Custody::remove_lots(signed(CUSTODIAN), ids(&["A1", "A2"])));
		// THEN each deposit is back where it came from, and the bars are free for anybody
		System::assert_last_event(
			Event::LotsRemoved {
				custodian: CUSTODIAN_ORG,
				lots: 2,
			}
			.into(),
		);
		assert_eq!(held(EMPLOYEE, HoldReason::Lots), 0);
		assert_eq!(held(CUSTODIAN, HoldReason::Lots), LOT_DEPOSIT);
		assert_eq!(lots_in(0), 1);
		assert_ok!(Custody::register_lots(
			signed(OTHER),
			GOLD,
			1,
			batch([bar("A1", 1)]),
			None
		));
	});
}

#[test]
fn fails_when_a_lot_is_wrong_and_removes_none() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300)]);
		assert_ok!(Custody::withdraw_lots(
			signed(CUSTODIAN),
			GOLD,
			0,
			ids(&["A1"]),
			hash(5)
		));
		let remove = |who, serials: &[&str]| Custody::remove_lots(signed(who), ids(serials));
		assert_noop!(remove(CUSTODIAN, &[]), Error::<Test>::EmptyBatch);
		assert_noop!(
			remove(CUSTODIAN, &["A1", "A2"]),
			Error::<Test>::StillPledged
		);
		assert_noop!(remove(CUSTODIAN, &["A1", "A9"]), Error::<Test>::LotNotFound);
		assert_noop!(
			remove(CUSTODIAN, &["A1", "a1"]),
			Error::<Test>::DuplicateLot
		);
		assert_noop!(remove(OTHER, &["A1"]), Error::<Test>::NotOwner);
	});
}

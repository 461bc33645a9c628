use super::*;
use assay_primitives::{AssetId, VaultId};
use assay_traits::LotInspect;

fn withdraw(asset: AssetId, vault: VaultId, serials: &[&str]) -> DispatchResult {
	Custody::withdraw_lots(signed(CUSTODIAN), asset, vault, ids(serials), hash(5))
}

#[test]
fn works_and_the_reserve_falls_at_once() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300), ("A3", 200)]);
		Now::set(START + 50);
		assert_ok!(withdraw(GOLD, 0, &["A1", "A3"]));
		System::assert_last_event(
			Event::LotsWithdrawn {
				scope: gold_scope(),
				lots: 2,
				quantity: 600,
				reason: hash(5),
			}
			.into(),
		);
		assert_eq!(Custody::pledged(gold_scope(), START + 50), 300);
		assert_eq!(Custody::removed_after(gold_scope(), START), 600);
		let lot = Custody::lot(id_of("A1")).unwrap();
		assert_eq!(
			(lot.status, lot.lien, lot.quantity),
			(LotStatus::Stored, None, 400)
		);
		// still on record: the vault is not empty and the deposit is kept
		assert_eq!(
			(lots_in(0), held(CUSTODIAN, HoldReason::Lots)),
			(3, 3 * LOT_DEPOSIT)
		);
	});
}

#[test]
fn works_while_suspended_and_without_the_role() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400)]);
		assert_ok!(Custody::suspend(
			council(),
			Office::Custodian,
			CUSTODIAN_ORG,
			hash(5)
		));
		CustodianRoles::mutate(|roles| roles.clear());
		assert_ok!(withdraw(GOLD, 0, &["A1"]));
		assert_ok!(Custody::remove_lots(signed(CUSTODIAN), ids(&["A1"])));
		assert_ok!(Custody::close_vault(signed(CUSTODIAN), 0));
	});
}

#[test]
fn fails_when_a_lot_is_wrong_and_withdraws_none() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300)]);
		open_vault(CUSTODIAN);
		assert_noop!(withdraw(GOLD, 0, &[]), Error::<Test>::EmptyBatch);
		assert_noop!(withdraw(GOLD, 9, &["A1"]), Error::<Test>::VaultNotFound);
		assert_noop!(withdraw(GOLD, 1, &["A1"]), Error::<Test>::NotOwner);
		assert_noop!(withdraw(GOLD, 2, &["A1"]), Error::<Test>::Elsewhere);
		assert_noop!(withdraw(SILVER, 0, &["A1"]), Error::<Test>::NotPledged);
		assert_noop!(
			withdraw(GOLD, 0, &["A1", "a-1"]),
			Error::<Test>::DuplicateLot
		);
		assert_noop!(withdraw(GOLD, 0, &["A1", "A9"]), Error::<Test>::LotNotFound);
		assert_ok!(withdraw(GOLD, 0, &["A1"]));
		assert_noop!(withdraw(GOLD, 0, &["A1"]), Error::<Test>::NotPledged);
	});
}

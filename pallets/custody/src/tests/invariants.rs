//! Each test corrupts storage and sees the very check fail.

use super::*;
use assay_primitives::Moment;
use polkadot_sdk::sp_runtime::TryRuntimeError;

/// Runs `corrupt` on a sound chain with a pledged, a withdrawn, a released, an encumbered and a moved
/// lot, a list and an offer, and expects the check of `invariant` to fail.
fn breaks(invariant: &str, corrupt: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		use assay_traits::LotRelease;
		open_vault(CUSTODIAN);
		open_vault(OTHER);
		register(&[("P1", 400), ("W1", 300), ("R1", 200)]);
		assert_ok!(Custody::withdraw_lots(
			signed(CUSTODIAN),
			GOLD,
			0,
			ids(&["W1"]),
			hash(5)
		));
		Now::set(START + 1);
		let whole = [(id_of("R1"), 200)];
		assert_ok!(<Custody as LotRelease>::release(
			gold_scope(),
			&whole,
			hash(6),
			START + 1
		));
		let lots = batch([bill("T1", 10, Some(START + 100))]);
		assert_ok!(Custody::register_lots(
			signed(CUSTODIAN),
			BILLS,
			0,
			lots,
			None
		));
		register(&[("E1", 50), ("X1", 30)]);
		let encumbered = ids(&["E1"]);
		let who = signed(CUSTODIAN);
		assert_ok!(Custody::encumber_lots(who, GOLD, 0, encumbered, hash(5)));
		transfer(GOLD, &["X1"]);
		offer(GOLD, &["P1"]);
		let who = signed(CUSTODIAN);
		assert_ok!(Custody::open_list(who, GOLD, 0, hash(7), 2, 20));
		let list = Some(ListBatch {
			list: hash(7),
			index: 0,
		});
		let lots = batch([bar("L1", 5)]);
		let who = signed(CUSTODIAN);
		assert_ok!(Custody::register_lots(who, GOLD, 0, lots, list));
		assert_ok!(Custody::do_try_state());
		corrupt();
		let Err(TryRuntimeError::Other(message)) = Custody::do_try_state() else {
			panic!("no check failed for {invariant}");
		};
		assert!(
			message.starts_with(&format!("{invariant}:")),
			"{invariant}: {message}"
		);
	});
}

fn alter_lot(serial: &str, change: impl FnOnce(&mut Lot<AccountId>)) {
	Lots::<Test>::mutate_extant(id_of(serial), change);
}

fn alter_totals(change: impl FnOnce(&mut Totals)) {
	ScopeTotals::<Test>::mutate_extant(gold_scope(), change);
}

fn alter_list(change: impl FnOnce(&mut LotList<AccountId>)) {
	Lists::<Test>::mutate(gold_scope(), hash(7), |list| change(list.as_mut().unwrap()));
}

fn alter_offer(change: impl FnOnce(&mut Offer<AccountId>)) {
	Offers::<Test>::mutate_extant(1, change);
}

fn bills() -> assay_primitives::Scope {
	assay_primitives::Scope {
		asset: BILLS,
		..gold_scope()
	}
}

#[test]
fn inv_cus_1_totals_are_the_sum_of_lots() {
	breaks("INV-CUS-1", || alter_totals(|totals| totals.pledged += 1));
	breaks("INV-CUS-1", || alter_totals(|totals| totals.lots += 1));
	breaks("INV-CUS-1", || alter_lot("P1", |lot| lot.quantity -= 1));
	breaks("INV-CUS-1", || ScopeTotals::<Test>::remove(gold_scope()));
	breaks("INV-CUS-1", || {
		ScopeTotals::<Test>::mutate_extant(bills(), |totals| *totals = Totals::default())
	});
}

#[test]
fn inv_cus_2_maturities_are_those_of_the_lots() {
	breaks("INV-CUS-2", || {
		ScopeTotals::<Test>::mutate_extant(bills(), |totals| totals.maturities.clear())
	});
	breaks("INV-CUS-2", || {
		let entry = Dated {
			moment: START,
			quantity: 1,
		};
		alter_totals(|totals| totals.maturities.try_push(entry).unwrap())
	});
}

#[test]
fn inv_cus_3_lien_status_and_quantity_agree() {
	breaks("INV-CUS-3", || {
		alter_lot("P1", |lot| lot.status = LotStatus::Released)
	});
	breaks("INV-CUS-3", || alter_lot("R1", |lot| lot.lien = Some(GOLD)));
	breaks("INV-CUS-3", || alter_lot("E1", |lot| lot.lien = Some(GOLD)));
	breaks("INV-CUS-3", || alter_lot("E1", |lot| lot.quantity = 0));
	breaks("INV-CUS-3", || alter_lot("R1", |lot| lot.quantity = 1));
	breaks("INV-CUS-3", || alter_lot("W1", |lot| lot.quantity = 0));
	breaks("INV-CUS-3", || {
		alter_lot("P1", |lot| lot.original_quantity = 399)
	});
}

#[test]
fn inv_cus_4_lots_stand_under_their_own_id() {
	breaks("INV-CUS-4", || {
		alter_lot("P1", |lot| {
			lot.serial = BoundedVec::truncate_from(b"P2".to_vec())
		})
	});
	breaks("INV-CUS-4", || {
		Lots::<Test>::insert(hash(1), Lots::<Test>::get(id_of("P1")).unwrap())
	});
}

#[test]
fn inv_cus_5_lots_and_vaults_are_counted() {
	breaks("INV-CUS-5", || {
		Vaults::<Test>::mutate_extant(0, |vault| vault.lots += 1)
	});
	breaks("INV-CUS-5", || alter_lot("W1", |lot| lot.vault = 9));
	breaks("INV-CUS-5", || alter_lot("W1", |lot| lot.vault = 1));
	breaks("INV-CUS-5", || {
		Custodians::<Test>::mutate_extant(CUSTODIAN_ORG, |entry| entry.vaults = 0)
	});
	breaks("INV-CUS-5", || Custodians::<Test>::remove(OTHER_ORG));
}

#[test]
fn inv_cus_6_vaults_know_their_assets() {
	breaks("INV-CUS-6", || {
		Vaults::<Test>::mutate_extant(0, |vault| vault.assets.clear())
	});
	breaks("INV-CUS-6", || {
		Vaults::<Test>::mutate_extant(1, |vault| vault.assets.try_push(GOLD).unwrap())
	});
	breaks("INV-CUS-6", || {
		let nowhere = assay_primitives::Scope {
			vault: 9,
			..gold_scope()
		};
		ScopeTotals::<Test>::insert(nowhere, Totals::default())
	});
}

#[test]
fn inv_cus_7_deposits_are_on_hold() {
	breaks("INV-CUS-7", || alter_lot("P1", |lot| lot.deposit += 1));
	breaks("INV-CUS-7", || {
		alter_lot("P1", |lot| lot.depositor = STRANGER)
	});
	breaks("INV-CUS-7", || {
		Vaults::<Test>::mutate_extant(1, |vault| vault.deposit -= 1)
	});
}

#[test]
fn inv_cus_7_deposits_of_lists_and_offers_are_on_hold() {
	breaks("INV-CUS-7", || alter_list(|list| list.deposit += 1));
	breaks("INV-CUS-7", || alter_list(|list| list.depositor = STRANGER));
	breaks("INV-CUS-7", || alter_offer(|offer| offer.deposit += 1));
	breaks("INV-CUS-7", || {
		alter_offer(|offer| offer.depositor = STRANGER)
	});
}

#[test]
fn inv_cus_8_removals_are_ordered_and_past() {
	let put = |entries: Vec<(Moment, u128)>| {
		let entries = entries
			.into_iter()
			.map(|(moment, quantity)| Dated { moment, quantity });
		let entries = BoundedVec::truncate_from(entries.collect::<Vec<_>>());
		alter_totals(|totals| totals.removals = entries)
	};
	breaks("INV-CUS-8", || put(vec![(START, 0)]));
	breaks("INV-CUS-8", || put(vec![(START, 1), (START, 1)]));
	breaks("INV-CUS-8", || put(vec![(START, 1), (START - 1, 1)]));
	breaks("INV-CUS-8", || put(vec![(START + 2, 1)]));
}

#[test]
fn inv_cus_9_nobody_keeps_and_audits() {
	breaks("INV-CUS-9", || {
		Auditors::<Test>::insert(OTHER_ORG, Approval::new(licence(1)))
	});
}

#[test]
fn inv_cus_10_vaults_are_numbered_in_order() {
	breaks("INV-CUS-10", || NextVaultId::<Test>::put(1));
}

#[test]
fn inv_cus_10_offers_are_numbered_in_order() {
	breaks("INV-CUS-10", || NextOfferId::<Test>::put(1));
}

#[test]
fn inv_cus_11_arrivals_are_those_of_the_lots() {
	let alter = |change: fn(&mut Arrival)| {
		ScopeTotals::<Test>::mutate_extant(others_scope(), |totals| {
			change(totals.arrivals.iter_mut().next().unwrap())
		})
	};
	breaks("INV-CUS-11", || alter(|arrival| arrival.quantity -= 1));
	breaks("INV-CUS-11", || alter(|arrival| arrival.moment -= 1));
	breaks("INV-CUS-11", || {
		alter(|arrival| arrival.matures_at = Some(9))
	});
	breaks("INV-CUS-11", || {
		ScopeTotals::<Test>::mutate_extant(others_scope(), |totals| {
			totals.arrivals.try_push(totals.arrivals[0]).unwrap()
		})
	});
}

#[test]
fn inv_cus_12_lists_add_up() {
	breaks("INV-CUS-12", || alter_list(|list| list.registered_lots = 3));
	breaks("INV-CUS-12", || alter_list(|list| list.registered_lots = 2));
	breaks("INV-CUS-12", || {
		alter_list(|list| list.registered_quantity = 20)
	});
}

#[test]
fn inv_cus_13_offers_lead_somewhere() {
	breaks("INV-CUS-13", || alter_offer(|offer| offer.lots.clear()));
	breaks("INV-CUS-13", || alter_offer(|offer| offer.to.vault = 0));
	breaks("INV-CUS-13", || {
		alter_offer(|offer| offer.to.asset = SILVER)
	});
}

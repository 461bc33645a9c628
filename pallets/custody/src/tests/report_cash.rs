use super::*;
use assay_primitives::{Basis, LiquidityClass, Moment, Quantity, Scope, DAY};
use assay_traits::LotInspect;

/// Saturday, 21 November 2026, 00:00 UTC.
const SATURDAY: Moment = 1_795_219_200_000;

fn scope() -> Scope {
	Scope {
		asset: BILLS,
		..gold_scope()
	}
}

fn pledged() -> Quantity {
	Custody::pledged(scope(), Now::get())
}

fn money(quantity: Quantity, matures_at: Option<Moment>) -> CashInput {
	CashInput {
		quantity,
		value: 990,
		matures_at,
		basis: Basis::Market,
		class: LiquidityClass::Liquid,
		document_hash: hash(8),
	}
}

fn report(serial: &str, cash: CashInput) -> DispatchResult {
	Custody::report_cash(signed(CUSTODIAN), id_of(serial), cash)
}

fn add(lots: impl IntoIterator<Item = LotInput>) {
	let lots = batch(lots);
	assert_ok!(Custody::register_lots(
		signed(CUSTODIAN),
		BILLS,
		0,
		lots,
		None
	));
}

/// A bill of 100 that has just matured beside money on call of 1,000.
fn matured() {
	add([bill("T1", 100, Some(START + 10)), bill("M1", 1_000, None)]);
	Now::set(START + 10);
}

#[test]
fn a_bill_that_matures_on_a_weekend_counts_zero_until_its_money_is_reported() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		Now::set(SATURDAY - 3 * DAY);
		add([bill("T1", 100, Some(SATURDAY)), bill("M1", 1_000, None)]);
		Now::set(SATURDAY - 1);
		assert_eq!(pledged(), 1_100);
		assert_noop!(report("T1", money(100, None)), Error::<Test>::NotMatured);
		// nobody works, and nobody has to
		for moment in [SATURDAY, SATURDAY + DAY, SATURDAY + 2 * DAY] {
			Now::set(moment);
			assert_eq!(pledged(), 1_000, "at {moment}");
		}
		// on Monday morning the money is on the account
		Now::set(SATURDAY + 2 * DAY + DAY / 3);
		assert_ok!(report("T1", money(100, None)));
		assert_eq!(pledged(), 1_100);
		System::assert_last_event(
			Event::CashReported {
				scope: scope(),
				lot: id_of("T1"),
				old_quantity: 100,
				new_quantity: 100,
				value: 990,
				matures_at: None,
			}
			.into(),
		);
		let lot = Custody::lot(id_of("T1")).unwrap();
		let value = LotValue {
			value: 990,
			currency: *b"CHF",
			matures_at: None,
		};
		assert_eq!((lot.lien, lot.quantity), (Some(BILLS), 100));
		assert_eq!((lot.value, lot.document_hash), (Some(value), hash(8)));
		assert_eq!(Custody::removed_after(scope(), START), 0);
		// money on call does not mature
		assert_noop!(report("T1", money(100, None)), Error::<Test>::NotMatured);
	});
}

#[test]
fn money_may_be_put_on_a_fixed_deposit_and_matures_again() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		matured();
		let next = START + 20;
		assert_ok!(report("T1", money(100, Some(next))));
		assert_eq!(Custody::pledged(scope(), next - 1), 1_100);
		assert_eq!(Custody::pledged(scope(), next), 1_000);
		Now::set(next);
		assert_ok!(report("T1", money(100, None)));
		assert_eq!(pledged(), 1_100);
	});
}

#[test]
fn what_was_not_paid_out_has_left() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		matured();
		assert_ok!(report("T1", money(60, None)));
		assert_eq!(pledged(), 1_060);
		assert_eq!(Custody::removed_after(scope(), START + 10), 40);
		assert_eq!(Custody::removed_after(scope(), START + 11), 0);
		let lot = Custody::lot(id_of("T1")).unwrap();
		assert_eq!((lot.quantity, lot.original_quantity), (60, 100));
	});
}

#[test]
fn a_bill_that_came_from_another_vault_still_waits_for_a_report() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		// GIVEN a bill that came to vault 1 at START, and matured there
		add([bill("T1", 100, Some(START + 10))]);
		transfer(BILLS, &["T1"]);
		let there = Scope {
			asset: BILLS,
			..others_scope()
		};
		Now::set(START + 10);
		// WHEN its money is reported THEN no report speaks of it yet
		assert_ok!(Custody::report_cash(
			signed(OTHER),
			id_of("T1"),
			money(90, Some(START + 30))
		));
		assert_eq!(Custody::pledged(there, START + 10), 0);
		// WHEN one does THEN it counts, until it matures again
		Custody::report_accepted(there, START + 1);
		assert_eq!(Custody::pledged(there, START + 29), 90);
		assert_eq!(Custody::pledged(there, START + 30), 0);
		// WHEN its money is reported again THEN it counts at once
		Now::set(START + 30);
		assert_ok!(Custody::report_cash(
			signed(OTHER),
			id_of("T1"),
			money(90, None)
		));
		assert_eq!(Custody::pledged(there, START + 30), 90);
	});
}

#[test]
fn fails_when_lot_money_or_custodian_is_wrong() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		matured();
		add([bill("W1", 5, Some(START + 11))]);
		let valued = |value| CashInput {
			value,
			..money(100, None)
		};
		assert_noop!(report("T9", money(1, None)), Error::<Test>::LotNotFound);
		assert_noop!(report("T1", money(0, None)), Error::<Test>::ZeroQuantity);
		assert_noop!(
			report("T1", money(101, None)),
			Error::<Test>::MoreThanMatured
		);
		assert_noop!(report("T1", valued(0)), Error::<Test>::ZeroValue);
		for past in [START, START + 10] {
			assert_noop!(
				report("T1", money(100, Some(past))),
				Error::<Test>::AlreadyMatured
			);
		}
		assert_noop!(
			Custody::report_cash(signed(OTHER), id_of("T1"), money(100, None)),
			Error::<Test>::NotOwner
		);
		let withdraw = ids(&["W1"]);
		assert_ok!(Custody::withdraw_lots(
			signed(CUSTODIAN),
			BILLS,
			0,
			withdraw,
			hash(5)
		));
		Now::set(START + 11);
		assert_noop!(report("W1", money(5, None)), Error::<Test>::NotPledged);
		CustodianRoles::mutate(|roles| roles.remove(&(BILLS, CUSTODIAN_ORG)));
		assert_noop!(report("T1", money(100, None)), Error::<Test>::MissingRole);
		let office = Office::Custodian;
		assert_ok!(Custody::suspend(council(), office, CUSTODIAN_ORG, hash(5)));
		assert_noop!(report("T1", money(100, None)), Error::<Test>::NotApproved);
	});
}

#[test]
fn fails_when_there_are_too_many_maturities() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let at = |n: u32| Some(START + Moment::from(n));
		add((1..=MAX_MATURITIES).map(|n| bill(&format!("T{n}"), 1, at(n))));
		add([bill("M1", 1, at(1))]);
		Now::set(START + 1);
		let late = MAX_MATURITIES + 1;
		// another lot keeps the maturity that this one leaves
		assert_noop!(
			report("T1", money(1, at(late))),
			Error::<Test>::TooManyMaturities
		);
		assert_ok!(report("T1", money(1, None)));
		assert_ok!(report("M1", money(1, at(late))));
	});
}

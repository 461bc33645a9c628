use super::*;
use assay_primitives::{LotId, Quantity, Scope};
use assay_traits::{LotInspect, LotRelease};

fn release(scope: Scope, lots: &[(&str, Quantity)]) -> Result<Quantity, DispatchError> {
	let lots: Vec<(LotId, Quantity)> = lots
		.iter()
		.map(|(serial, quantity)| (id_of(serial), *quantity))
		.collect();
	<Custody as LotRelease>::release(scope, &lots, hash(6), Now::get())
}

#[test]
fn works_for_parts_and_for_whole_lots() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300)]);
		Now::set(START + 10);
		assert_eq!(release(gold_scope(), &[("A1", 150), ("A2", 300)]), Ok(450));
		System::assert_last_event(
			Event::LotsReleased {
				scope: gold_scope(),
				lots: 2,
				quantity: 450,
				reference: hash(6),
			}
			.into(),
		);
		let part = Custody::lot(id_of("A1")).unwrap();
		assert_eq!((part.status, part.lien), (LotStatus::Stored, Some(GOLD)));
		assert_eq!((part.quantity, part.original_quantity), (250, 400));
		let whole = Custody::lot(id_of("A2")).unwrap();
		assert_eq!((whole.status, whole.lien), (LotStatus::Released, None));
		assert_eq!((whole.quantity, whole.original_quantity), (0, 300));
		assert_eq!(Custody::pledged(gold_scope(), Now::get()), 250);
		assert_eq!(Custody::removed_after(gold_scope(), START), 450);
		// the rest of the bar goes later
		Now::set(START + 20);
		assert_eq!(release(gold_scope(), &[("A1", 250)]), Ok(250));
		assert_eq!(Custody::removed_after(gold_scope(), START + 10), 700);
		assert_eq!(Custody::removed_after(gold_scope(), START + 11), 250);
		assert_eq!(
			Custody::scope_totals(gold_scope()).map(|totals| totals.lots),
			Some(0)
		);
	});
}

#[test]
fn a_released_bar_may_come_back_with_any_custodian() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300)]);
		assert_eq!(release(gold_scope(), &[("A1", 400)]), Ok(400));
		assert_ok!(Custody::register_lots(
			signed(OTHER),
			SILVER,
			1,
			batch([bar("A1", 400)]),
			None
		));
		// the old record has gone, and its deposit is back with who paid it
		assert_eq!((lots_in(0), lots_in(1)), (1, 1));
		assert_eq!(held(CUSTODIAN, HoldReason::Lots), LOT_DEPOSIT);
		assert_eq!(held(OTHER, HoldReason::Lots), LOT_DEPOSIT);
		let lot = Custody::lot(id_of("A1")).unwrap();
		assert_eq!(
			(lot.custodian, lot.vault, lot.lien),
			(OTHER_ORG, 1, Some(SILVER))
		);
		// what the first custodian's report still counts stays taken off
		assert_eq!(Custody::removed_after(gold_scope(), START), 400);
	});
}

#[test]
fn works_while_the_custodian_is_suspended() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400)]);
		assert_ok!(Custody::suspend(
			council(),
			Office::Custodian,
			CUSTODIAN_ORG,
			hash(5)
		));
		assert_eq!(release(gold_scope(), &[("A1", 1)]), Ok(1));
	});
}

#[test]
fn fails_when_a_lot_is_wrong_and_releases_none() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300), ("A3", 200)]);
		assert_ok!(Custody::withdraw_lots(
			signed(CUSTODIAN),
			GOLD,
			0,
			ids(&["A3"]),
			hash(5)
		));
		let scope = gold_scope();
		let table: [(Scope, &[(&str, Quantity)], Error<Test>); 11] = [
			(scope, &[], Error::EmptyBatch),
			(scope, &[("A1", 0)], Error::ZeroQuantity),
			(scope, &[("A2", 1), ("A1", 401)], Error::LotTooSmall),
			(scope, &[("A2", 1), ("A1", u128::MAX)], Error::LotTooSmall),
			(scope, &[("A1", 1), ("a-1", 1)], Error::DuplicateLot),
			(scope, &[("A1", 1), ("A9", 1)], Error::LotNotFound),
			(scope, &[("A2", 1), ("A3", 1)], Error::NotPledged),
			(
				Scope {
					asset: SILVER,
					..scope
				},
				&[("A1", 1)],
				Error::NotPledged,
			),
			(
				Scope {
					asset: NONE,
					..scope
				},
				&[("A1", 1)],
				Error::NotPledged,
			),
			(Scope { vault: 1, ..scope }, &[("A1", 1)], Error::Elsewhere),
			(
				Scope {
					custodian: OTHER_ORG,
					..scope
				},
				&[("A1", 1)],
				Error::Elsewhere,
			),
		];
		for (scope, lots, error) in table {
			assert_noop!(release(scope, lots), error);
		}
	});
}

#[test]
fn fails_when_more_lots_are_named_than_a_call_may() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let serials: Vec<String> = (1..=MAX_LOTS_PER_CALL).map(|n| format!("B{n}")).collect();
		let lots: Vec<_> = serials.iter().map(|serial| (serial.as_str(), 5)).collect();
		register(&lots);
		register(&[("C1", 5)]);
		let mut all: Vec<_> = serials.iter().map(|serial| (serial.as_str(), 1)).collect();
		assert_eq!(release(gold_scope(), &all), Ok(100));
		all.push(("C1", 1));
		assert_noop!(release(gold_scope(), &all), Error::<Test>::TooManyLots);
	});
}

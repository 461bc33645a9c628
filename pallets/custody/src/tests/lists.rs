//! Published lists, registered batch by batch.

use super::*;
use assay_primitives::Quantity;
use assay_traits::LotInspect;

fn open(lots: u32, quantity: Quantity) -> DispatchResult {
	Custody::open_list(signed(CUSTODIAN), GOLD, 0, hash(7), lots, quantity)
}

fn send(index: u32, lots: &[(&str, Quantity)]) -> DispatchResult {
	let lots = batch(lots.iter().map(|(serial, quantity)| bar(serial, *quantity)));
	let list = ListBatch {
		list: hash(7),
		index,
	};
	Custody::register_lots(signed(CUSTODIAN), GOLD, 0, lots, Some(list))
}

fn progress() -> LotList<AccountId> {
	Custody::list(gold_scope(), hash(7)).unwrap()
}

#[test]
fn works_from_opening_over_a_break_to_the_last_batch() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		// GIVEN a list of five bars
		assert_ok!(open(5, 1_500));
		System::assert_last_event(
			Event::ListOpened {
				scope: gold_scope(),
				list: hash(7),
				lots: 5,
				quantity: 1_500,
			}
			.into(),
		);
		assert_eq!(held(CUSTODIAN, HoldReason::Lists), LOT_DEPOSIT);
		// WHEN the first two batches are in and the line breaks
		assert_ok!(send(0, &[("A1", 100), ("A2", 200)]));
		assert_ok!(send(1, &[("A3", 300), ("A4", 400)]));
		System::assert_last_event(
			Event::ListAdvanced {
				scope: gold_scope(),
				list: hash(7),
				index: 1,
				registered_lots: 4,
				complete: false,
			}
			.into(),
		);
		// THEN the progress says where to go on, and what came before is refused by name
		let list = LotList {
			lots: 5,
			quantity: 1_500,
			registered_lots: 4,
			registered_quantity: 1_000,
			next_batch: 2,
			depositor: CUSTODIAN,
			deposit: LOT_DEPOSIT,
		};
		assert_eq!(progress(), list);
		assert_noop!(
			send(1, &[("A3", 300), ("A4", 400)]),
			Error::<Test>::BatchAlreadyRegistered
		);
		assert_noop!(send(3, &[("A5", 500)]), Error::<Test>::BatchOutOfOrder);
		// WHEN the last batch is in THEN the list is complete
		assert_ok!(send(2, &[("A5", 500)]));
		System::assert_last_event(
			Event::ListAdvanced {
				scope: gold_scope(),
				list: hash(7),
				index: 2,
				registered_lots: 5,
				complete: true,
			}
			.into(),
		);
		assert!(progress().is_complete());
		assert_eq!(Custody::pledged(gold_scope(), START), 1_500);
		assert_noop!(
			send(2, &[("A5", 500)]),
			Error::<Test>::BatchAlreadyRegistered
		);
		assert_noop!(send(3, &[("A6", 1)]), Error::<Test>::ListComplete);
		// WHEN it is removed THEN its lots stay
		assert_ok!(Custody::remove_list(signed(CUSTODIAN), GOLD, 0, hash(7)));
		System::assert_last_event(
			Event::ListRemoved {
				scope: gold_scope(),
				list: hash(7),
				complete: true,
			}
			.into(),
		);
		assert_eq!(held(CUSTODIAN, HoldReason::Lists), 0);
		assert_eq!(lots_in(0), 5);
	});
}

#[test]
fn fails_when_lots_or_quantities_do_not_add_up_and_registers_none() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		assert_ok!(open(3, 600));
		assert_ok!(send(0, &[("A1", 100)]));
		let table: [(&[(&str, Quantity)], Error<Test>); 7] = [
			(
				&[("A2", 200), ("A3", 300), ("A4", 1)],
				Error::TooManyForList,
			),
			// complete, one unit too little or too much
			(&[("A2", 200), ("A3", 299)], Error::ListQuantityMismatch),
			(&[("A2", 200), ("A3", 301)], Error::ListQuantityMismatch),
			// a lot is missing, and nothing, or less, is left for it
			(&[("A2", 500)], Error::ListQuantityMismatch),
			(&[("A2", 501)], Error::ListQuantityMismatch),
			(&[("A2", u128::MAX - 100)], Error::ListQuantityMismatch),
			(&[("A1", 200), ("A3", 300)], Error::AlreadyEncumbered),
		];
		for (lots, error) in table {
			assert_noop!(send(1, lots), error);
		}
		assert_ok!(send(1, &[("A2", 499)]));
		assert_ok!(send(2, &[("A3", 1)]));
		assert!(progress().is_complete());
	});
}

#[test]
fn a_list_belongs_to_its_scope_and_can_be_given_up() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		assert_ok!(open(2, 2));
		assert_noop!(open(2, 2), Error::<Test>::ListAlreadyOpen);
		// another custodian, or another asset, has its own list of the same file
		let lots = || batch([bar("B1", 1)]);
		let zero = Some(ListBatch {
			list: hash(7),
			index: 0,
		});
		assert_noop!(
			Custody::register_lots(signed(OTHER), GOLD, 1, lots(), zero),
			Error::<Test>::ListNotFound
		);
		assert_noop!(
			Custody::register_lots(signed(CUSTODIAN), SILVER, 0, lots(), zero),
			Error::<Test>::ListNotFound
		);
		assert_ok!(Custody::open_list(signed(OTHER), GOLD, 1, hash(7), 1, 1));
		assert_ok!(Custody::register_lots(signed(OTHER), GOLD, 1, lots(), zero));
		// lots without a list do not move it
		register(&[("C1", 1)]);
		assert_eq!(progress().next_batch, 0);
		// a list that will not be finished is removed, also by a custodian that does not count
		assert_ok!(send(0, &[("A1", 1)]));
		let office = Office::Custodian;
		assert_ok!(Custody::suspend(council(), office, CUSTODIAN_ORG, hash(5)));
		assert_ok!(Custody::remove_list(signed(EMPLOYEE), GOLD, 0, hash(7)));
		assert_noop!(
			Custody::remove_list(signed(CUSTODIAN), GOLD, 0, hash(7)),
			Error::<Test>::ListNotFound
		);
		for who in [CUSTODIAN, STRANGER, PERSON] {
			assert_noop!(
				Custody::remove_list(signed(who), GOLD, 1, hash(7)),
				Error::<Test>::NotOwner
			);
		}
		assert_eq!(Custody::list(gold_scope(), hash(7)), None);
		let others = Custody::list(others_scope(), hash(7)).unwrap();
		assert!(others.is_complete());
	});
}

#[test]
fn a_list_outlives_its_vault_and_gives_its_deposit_back() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		assert_ok!(open(2, 2));
		assert_ok!(Custody::close_vault(signed(CUSTODIAN), 0).map_err(|failure| failure.error));
		let remove = |who| Custody::remove_list(signed(who), GOLD, 0, hash(7));
		assert_noop!(remove(OTHER), Error::<Test>::ListNotFound);
		assert_ok!(remove(CUSTODIAN));
		assert_eq!(held(CUSTODIAN, HoldReason::Lists), 0);
	});
}

#[test]
fn fails_to_open_when_list_vault_asset_or_custodian_is_wrong() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let at = |who, asset, vault| Custody::open_list(signed(who), asset, vault, hash(7), 1, 1);
		assert_noop!(open(0, 1), Error::<Test>::EmptyBatch);
		assert_noop!(open(1, 0), Error::<Test>::ZeroQuantity);
		assert_noop!(at(CUSTODIAN, GOLD, 9), Error::<Test>::VaultNotFound);
		assert_noop!(at(CUSTODIAN, GOLD, 1), Error::<Test>::NotOwner);
		assert_noop!(at(CUSTODIAN, NONE, 0), Error::<Test>::AssetNotFound);
		assert_noop!(at(CUSTODIAN, OLD, 0), Error::<Test>::AssetRetired);
		CustodianRoles::mutate(|roles| roles.remove(&(GOLD, CUSTODIAN_ORG)));
		assert_noop!(open(1, 1), Error::<Test>::MissingRole);
		let poor = 8;
		Links::mutate(|links| links.insert(poor, EMPLOYEE_ID));
		assert_noop!(
			at(poor, SILVER, 0),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn many_batches_make_one_large_list() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let per_batch = MAX_LOTS_PER_CALL;
		assert_ok!(open(10 * per_batch, 10 * Quantity::from(per_batch)));
		for index in 0..10 {
			let serials: Vec<_> = (0..per_batch).map(|n| format!("L{index}x{n}")).collect();
			let lots: Vec<_> = serials.iter().map(|serial| (serial.as_str(), 1)).collect();
			assert_ok!(send(index, &lots));
		}
		assert!(progress().is_complete());
		assert_eq!(Custody::pledged(gold_scope(), START), 1_000);
	});
}

use super::*;
use crate::{Holders, Positions, MAX_SUPPLY};
use assay_primitives::{AssetStatus, Movement::*};
use assay_traits::{HoldingsInspect, PositionInspect};
use polkadot_sdk::frame_support::{assert_noop, assert_ok};

#[test]
fn open_works_once() {
	ExtBuilder::default().build_and_execute(|| {
		Registry::set_status(7, AssetStatus::Draft);
		assert_ok!(<Ledger as GuardedLedger<AccountId>>::open(
			7, b"Copper", b"CU", 3
		));
		let details = pallet_assets::Asset::<Test>::get(7).unwrap();
		assert!(details.is_sufficient);
		assert_eq!(details.min_balance, 1);
		for member in [
			details.owner,
			details.issuer,
			details.admin,
			details.freezer,
		] {
			assert_eq!(member, TEAM);
		}
		let metadata = pallet_assets::Metadata::<Test>::get(7);
		assert_eq!(
			(metadata.name.to_vec(), metadata.decimals),
			(b"Copper".to_vec(), 3)
		);
		assert_noop!(
			<Ledger as GuardedLedger<AccountId>>::open(7, b"Copper", b"CU", 3),
			Error::<Test>::AlreadyOpen
		);
	});
}

#[test]
fn mint_works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(<Ledger as GuardedLedger<_>>::mint(GOLD, &ALICE, 100));
		assert_eq!(<Ledger as GuardedLedger<AccountId>>::supply(GOLD), 100);
		assert_eq!(
			(free(ALICE), total(1), Holders::<Test>::get(GOLD).total()),
			(100, 100, 1)
		);
		let extra = pallet_assets::Account::<Test>::get(GOLD, ALICE)
			.unwrap()
			.extra;
		assert_eq!(extra.identity, Some(1));
		let mint = |to, amount| <Ledger as GuardedLedger<_>>::mint(GOLD, &to, amount);
		assert_noop!(mint(ALICE, 0), refused(ReasonCode::AmountZero));
		assert_noop!(mint(STRANGER, 1), refused(ReasonCode::ReceiverUnknown));
		assert_ok!(mint(BOB, MAX_SUPPLY - 100));
		assert_noop!(mint(BOB, 1), refused(ReasonCode::Overflow));
	});
}

#[test]
fn release_and_self_transfer_work_at_the_largest_supply() {
	ExtBuilder::default()
		.gold(ALICE, MAX_SUPPLY)
		.build_and_execute(|| {
			assert_ok!(send(ALICE, ALICE, MAX_SUPPLY));
			assert_ok!(hold(ALICE, Purpose::Escrow, MAX_SUPPLY));
			assert_ok!(release(ALICE, Purpose::Escrow, MAX_SUPPLY));
			assert_ok!(send(ALICE, BOB, MAX_SUPPLY));
		});
}

#[test]
fn positions_and_holdings_are_told() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(ALICE_2, 5)
		.build_and_execute(|| {
			assert_eq!(<Compliance as PositionInspect>::position(GOLD, 1), 105);
			assert_eq!(<Compliance as PositionInspect>::position(GOLD, 2), 0);
			assert_eq!(<Compliance as PositionInspect>::holders(GOLD), 1);
			assert!(Compliance::account_holds_anything(&ALICE));
			assert!(!Compliance::account_holds_anything(&BOB));
			assert!(<Compliance as HoldingsInspect<AccountId>>::identity_holds_anything(1));
			assert!(!<Compliance as HoldingsInspect<AccountId>>::identity_holds_anything(2));
			assert_ok!(<Ledger as GuardedLedger<_>>::mint(SILVER, &ALICE, 1));
			assert_eq!(
				(Registry::positions(1).total(), System::sufficients(&ALICE)),
				(2, 2)
			);
		});
}

#[test]
fn check_answers_for_each_movement() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(check(Mint, None, Some(BOB), 1));
			assert_ok!(check(Transfer, Some(ALICE), Some(BOB), 100));
			assert_ok!(check(Hold, Some(ALICE), None, 100));
			assert_ok!(check(Redemption, Some(ALICE), None, 100));
			assert_ok!(check(Forced, Some(ALICE), Some(BOB), 100));
			assert_ok!(check(Forced, Some(ALICE), None, 100));
			assert_eq!(
				check(Forced, Some(ALICE), Some(STRANGER), 1),
				Err(ReasonCode::ReceiverUnknown)
			);
			assert_eq!(check(Mint, None, None, 1), Err(ReasonCode::ReceiverUnknown));
			assert_eq!(
				check(Transfer, None, Some(BOB), 1),
				Err(ReasonCode::SenderUnknown)
			);
			assert_eq!(
				check(Transfer, Some(ALICE), None, 1),
				Err(ReasonCode::ReceiverUnknown)
			);
			assert_eq!(check(Hold, None, None, 1), Err(ReasonCode::SenderUnknown));
			assert_eq!(
				check(Redemption, Some(ALICE), None, 101),
				Err(ReasonCode::FreeUnits)
			);
		});
}

#[test]
fn counters_that_would_overflow_refuse() {
	let full: [(&str, fn()); 3] = [
		("positions of the receiver", || {
			Registry::set_positions(2, counts(u32::MAX))
		}),
		("holders", || {
			Holders::<Test>::insert(GOLD, counts(u32::MAX))
		}),
		("accounts of the ledger", || {
			pallet_assets::Asset::<Test>::mutate(GOLD, |details| {
				details.as_mut().unwrap().accounts = u32::MAX;
			})
		}),
	];
	for (name, fill) in full {
		ExtBuilder::default()
			.gold(ALICE, 100)
			.build()
			.execute_with(|| {
				fill();
				assert_noop!(send(ALICE, BOB, 1), refused(ReasonCode::Overflow));
				assert_eq!(why(ALICE, BOB, 1), [ReasonCode::Overflow], "{name}");
				assert!(
					pool(ALICE, assets_transfer(GOLD, BOB, 1)).is_err(),
					"{name}"
				);
				assert!(
					submit(ALICE, assets_transfer(GOLD, BOB, 1)).is_err(),
					"{name}"
				);
				assert_eq!((free(ALICE), free(BOB)), (100, 0), "{name}");
			});
	}
}

#[test]
fn a_ledger_that_disagrees_with_the_books_changes_nothing() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build()
		.execute_with(|| {
			assert_ok!(hold(ALICE, Purpose::Escrow, 50));
			Positions::<Test>::mutate(GOLD, 1, |position| position.as_mut().unwrap().held = 0);
			assert_noop!(
				release(ALICE, Purpose::Escrow, 50),
				Error::<Test>::LedgerMismatch
			);
		});
}

#[test]
fn the_status_is_followed() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let movements = [
				(Mint, None, Some(BOB)),
				(Transfer, Some(ALICE), Some(BOB)),
				(Hold, Some(ALICE), None),
				(Redemption, Some(ALICE), None),
			];
			for status in AssetStatus::ALL {
				Registry::set_status(GOLD, status);
				for (movement, from, to) in movements {
					let expected = if status.allows(movement) {
						Ok(())
					} else {
						Err(ReasonCode::AssetStatus)
					};
					assert_eq!(
						check(movement, from, to, 1),
						expected,
						"{status:?} {movement:?}"
					);
				}
			}
		});
}

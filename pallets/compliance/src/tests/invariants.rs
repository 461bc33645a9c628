//! Each invariant, corrupted.

use super::*;
use crate::{
	AccountExtra, Clearance, Controls, Entry, Freeze, FreezesOn, FrozenPositionsOf, HoldReasons,
	Holders, LastUnits, Position, Positions,
};
use assay_primitives::AssetStatus;
use polkadot_sdk::frame_support::assert_ok;

fn broken(invariant: &str, corrupt: impl FnOnce()) {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(BOB, 50)
		.build()
		.execute_with(|| {
			assert_ok!(hold(BOB, Purpose::Escrow, 50));
			assert_ok!(hold(ALICE, Purpose::Pledge, 10));
			assert_ok!(Compliance::do_try_state());
			corrupt();
			let message = format!("{:?}", Compliance::do_try_state().unwrap_err());
			assert!(message.contains(&format!("{invariant}:")), "{message}");
		});
}

fn change(change: impl FnOnce(&mut Position<AccountId>)) {
	Positions::<Test>::mutate(GOLD, 1, |position| change(position.as_mut().unwrap()));
}

#[test]
fn inv_com_1_supply() {
	broken("INV-COM-1", || {
		pallet_assets::Asset::<Test>::mutate(GOLD, |details| details.as_mut().unwrap().supply += 1);
	});
	broken("INV-COM-1", || {
		pallet_assets::Asset::<Test>::remove(GOLD);
	});
}

#[test]
fn inv_com_2_positions() {
	broken("INV-COM-2", || change(|position| position.total += 1));
	broken("INV-COM-2", || change(|position| position.held += 1));
	broken("INV-COM-2", || Positions::<Test>::remove(GOLD, 1));
}

#[test]
fn inv_com_3_holders() {
	broken("INV-COM-3", || Holders::<Test>::insert(GOLD, counts(3)));
}

#[test]
fn inv_com_4_clearance() {
	broken("INV-COM-4", || {
		Compliance::place_clearance(Entry::Transfer, GOLD, &ALICE, &BOB, None, 1, 0);
		assert!(Clearance::<Test>::exists());
	});
}

#[test]
fn inv_com_5_positions_of() {
	broken("INV-COM-5", || Registry::set_positions(1, counts(2)));
}

#[test]
fn inv_com_6_assets_held_by() {
	broken("INV-COM-6", || {
		System::inc_sufficients(&ALICE);
	});
}

#[test]
fn inv_com_7_status() {
	broken("INV-COM-7", || {
		Controls::<Test>::mutate(GOLD, |controls| {
			controls.as_mut().unwrap().status = AssetStatus::Draft;
		});
	});
	broken("INV-COM-7", || Controls::<Test>::remove(SILVER));
}

#[test]
fn inv_com_8_cached_identity() {
	broken("INV-COM-8", || Registry::link(ALICE, 4));
	broken("INV-COM-8", || Registry::unlink(ALICE));
	broken("INV-COM-8", || {
		pallet_assets::Account::<Test>::mutate(GOLD, ALICE, |account| {
			account.as_mut().unwrap().extra = AccountExtra::default();
		});
	});
}

#[test]
fn inv_com_9_last_units_and_purposes() {
	broken("INV-COM-9", || HoldReasons::<Test>::remove(GOLD, ALICE));
	broken("INV-COM-9", || {
		HoldReasons::<Test>::mutate(GOLD, ALICE, |reasons| {
			reasons.try_push(Purpose::Redemption).unwrap();
		});
	});
	broken("INV-COM-9", || {
		change(|position| {
			position
				.restrict(&ALICE, |entry| entry.last_unit_held = true)
				.unwrap();
		});
	});
	broken("INV-COM-9", || {
		LastUnits::<Test>::insert((GOLD, ALICE), Purpose::Pledge);
		change(|position| position.held += 1);
	});
}

#[test]
fn inv_com_10_empty_positions() {
	broken("INV-COM-10", || {
		Positions::<Test>::insert(GOLD, 3, Position::default())
	});
}

#[test]
fn inv_com_11_frozen_accounts() {
	broken("INV-COM-11", || FreezesOn::<Test>::insert(ALICE, 1));
	broken("INV-COM-11", || {
		change(|position| {
			position
				.restrict(&ALICE, |entry| entry.freeze = Freeze::Full)
				.unwrap();
		});
	});
	broken("INV-COM-11", || {
		change(|position| {
			position
				.restrict(&STRANGER, |entry| entry.freeze = Freeze::Full)
				.unwrap();
		});
	});
}

#[test]
fn inv_com_12_frozen_positions() {
	broken("INV-COM-12", || FrozenPositionsOf::<Test>::insert(1, 1));
	broken("INV-COM-12", || FrozenPositionsOf::<Test>::insert(3, 0));
	broken("INV-COM-12", || {
		change(|position| position.freeze = Freeze::Partial(1))
	});
}

#[test]
fn inv_com_13_countries() {
	broken("INV-COM-13", || {
		Registry::change(1, |profile| profile.jurisdiction = 840);
	});
	broken("INV-COM-13", || {
		let position = Position {
			country: 756,
			opted_in: true,
			..Position::default()
		};
		Positions::<Test>::insert(GOLD, 3, position);
	});
	broken("INV-COM-3", || change(|position| position.country = 840));
}

#[test]
fn inv_com_14_checkpoints() {
	let checkpoint = |id, supply| crate::Checkpoint { id, supply };
	let set = |last, open: Vec<crate::Checkpoint>| {
		Controls::<Test>::mutate(GOLD, |controls| {
			let checkpoints = &mut controls.as_mut().unwrap().checkpoints;
			checkpoints.last = last;
			checkpoints.open = open.try_into().unwrap();
		});
	};
	broken("INV-COM-14", || set(1, vec![checkpoint(1, 149)]));
	broken("INV-COM-14", || set(1, vec![checkpoint(2, 150)]));
	broken("INV-COM-14", || {
		set(2, vec![checkpoint(2, 150), checkpoint(1, 150)])
	});
	broken("INV-COM-14", || {
		set(1, vec![checkpoint(1, 150)]);
		change(|position| position.past.record(&[checkpoint(1, 0)], 99).unwrap());
	});
}

#[test]
fn inv_com_15_deposits() {
	let opt_in = || {
		assert_ok!(Compliance::opt_in(RuntimeOrigin::signed(ALICE), GOLD));
	};
	broken("INV-COM-15", || change(|position| position.opted_in = true));
	broken("INV-COM-15", || {
		opt_in();
		change(|position| position.opted_in = false);
	});
	broken("INV-COM-15", || {
		opt_in();
		crate::OptIns::<Test>::mutate(GOLD, 1, |deposit| deposit.as_mut().unwrap().amount += 1);
	});
	broken("INV-COM-15", || {
		let officer = RuntimeOrigin::signed(OFFICER);
		assert_ok!(Compliance::approve_transfer(officer, GOLD, 1, 2, 1, NOW));
		crate::TransferApprovals::<Test>::mutate((GOLD, 1, 2), |approval| {
			approval.as_mut().unwrap().deposit.depositor = ALICE;
		});
	});
}

#[test]
fn inv_com_16_receipts() {
	broken("INV-COM-16", || {
		change(|position| position.receipts.receive(NOW, 101, 1).unwrap());
	});
}

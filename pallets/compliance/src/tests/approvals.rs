//! What is agreed beforehand: officers' approvals of movements, receivers' agreement to receive.

use super::*;
use crate::{Event, HoldReason, OptIns, Positions, TransferApprovals};
use assay_primitives::{Moment, Standing};
use polkadot_sdk::{
	frame_support::{
		assert_noop, assert_ok,
		traits::fungible::{InspectHold, MutateHold},
	},
	sp_runtime::{traits::BadOrigin, DispatchResult},
};

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn approve(who: AccountId, from: u32, to: u32, max: Balance, until: Moment) -> DispatchResult {
	Compliance::approve_transfer(signed(who), GOLD, from, to, max, until)
}

fn cancel(who: AccountId) -> DispatchResult {
	Compliance::cancel_transfer_approval(signed(who), GOLD, 1, 2)
}

fn on_hold(who: AccountId, reason: HoldReason) -> Balance {
	Balances::balance_on_hold(&reason.into(), &who)
}

#[test]
fn an_approval_is_for_one_movement_up_to_its_amount_and_moment() {
	let (asset, from, to) = (GOLD, 1, 2);
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(BOB, 100)
		.rules([Rule::PreApproval])
		.build_and_execute(|| {
			let reason = ReasonCode::NotPreApproved;
			let figures = |asked, limit| Refusal {
				reason,
				limit,
				current: 0,
				asked,
			};
			let dry = |amount| Compliance::can_transfer(GOLD, ALICE, BOB, amount, None).to_vec();
			assert_eq!(dry(1), [figures(1, 0)]);
			assert_ok!(approve(OFFICER, 1, 2, 50, NOW + 10));
			System::assert_last_event(
				Event::TransferPreApproved {
					asset,
					from,
					to,
					max_amount: 50,
					until: NOW + 10,
					by: 20,
				}
				.into(),
			);
			let stored = Compliance::transfer_approval(GOLD, 1, 2).unwrap();
			assert_eq!((stored.max_amount, stored.until), (50, NOW + 10));
			assert_eq!(
				on_hold(OFFICER, HoldReason::TransferApproval),
				APPROVAL_DEPOSIT
			);
			// Neither more, nor the other way, nor somebody else, nor too late.
			assert_eq!(dry(51), [figures(51, 50)]);
			assert_eq!(why(BOB, ALICE, 1), [reason]);
			assert_eq!(why(ALICE, CAROL, 1), [reason]);
			Clock::set(NOW + 10);
			assert_eq!((dry(49), dry(50)), (vec![], vec![]));
			Clock::set(NOW + 11);
			assert_eq!(dry(50), [figures(50, 0)]);
			Clock::set(NOW);
			// A refused transfer uses nothing up, neither does one between own accounts.
			assert!(submit(ALICE, our_transfer(BOB, 51)).is_err());
			assert_ok!(submit(ALICE, our_transfer(ALICE_2, 10)));
			assert_eq!(dry(50), []);
			assert_ok!(submit(ALICE, assets_transfer(GOLD, BOB, 30)));
			System::assert_has_event(Event::TransferApprovalUsed { asset, from, to }.into());
			assert_eq!(Compliance::transfer_approval(GOLD, 1, 2), None);
			assert_eq!(on_hold(OFFICER, HoldReason::TransferApproval), 0);
			assert_eq!(dry(1), [figures(1, 0)]);
		});
}

#[test]
fn held_units_that_move_use_an_approval_up() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.rules([Rule::PreApproval])
		.build_and_execute(|| {
			assert_ok!(hold(ALICE, Purpose::Escrow, 50));
			let settle =
				|| <Ledger as GuardedHolds<_>>::move_held(GOLD, Purpose::Escrow, &ALICE, &BOB, 20);
			assert_noop!(settle(), refused(ReasonCode::NotPreApproved));
			assert_ok!(approve(OFFICER, 1, 2, 20, NOW));
			assert_ok!(settle());
			assert_noop!(settle(), refused(ReasonCode::NotPreApproved));
		});
}

#[test]
fn an_approval_waits_while_no_rule_asks_for_it() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(approve(OFFICER, 1, 2, 50, NOW));
			assert_ok!(send(ALICE, BOB, 10));
			assert!(TransferApprovals::<Test>::contains_key((GOLD, 1, 2)));
		});
}

#[test]
fn approve_transfer_replaces_the_approval_before() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(approve(OFFICER, 1, 2, 50, NOW));
		assert_ok!(approve(OTHER_OFFICER, 1, 2, 70, NOW + 1));
		assert_eq!(on_hold(OFFICER, HoldReason::TransferApproval), 0);
		assert_eq!(
			on_hold(OTHER_OFFICER, HoldReason::TransferApproval),
			APPROVAL_DEPOSIT
		);
		assert_eq!(
			Compliance::transfer_approval(GOLD, 1, 2)
				.unwrap()
				.max_amount,
			70
		);
	});
}

#[test]
fn approve_transfer_fails_when_it_makes_no_sense() {
	ExtBuilder::default().build_and_execute(|| {
		let invalid = Error::<Test>::InvalidApproval;
		assert_noop!(approve(OFFICER, 1, 2, 0, NOW), invalid);
		assert_noop!(
			approve(OFFICER, 1, 1, 1, NOW),
			Error::<Test>::InvalidApproval
		);
		assert_noop!(
			approve(OFFICER, 1, 2, 1, NOW - 1),
			Error::<Test>::InvalidApproval
		);
		assert_ok!(approve(OFFICER, 1, 2, 1, NOW));
		for (from, to) in [(77, 2), (1, 77)] {
			assert_noop!(
				approve(OFFICER, from, to, 1, NOW),
				Error::<Test>::UnknownTarget
			);
		}
		for who in [ALICE, ISSUER, AGENT, COUNCIL, STRANGER] {
			assert_noop!(approve(who, 1, 3, 1, NOW), BadOrigin);
		}
		Registry::grant(9, assay_primitives::Role::ComplianceOfficer, 20);
		assert_noop!(
			Compliance::approve_transfer(signed(OFFICER), 9, 1, 2, 1, NOW),
			Error::<Test>::UnknownAsset
		);
	});
}

#[test]
fn cancel_transfer_approval_is_the_officers_until_its_time_is_over() {
	let (asset, from, to) = (GOLD, 1, 2);
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(cancel(OFFICER), Error::<Test>::NotApproved);
		assert_ok!(approve(OFFICER, 1, 2, 1, NOW));
		for who in [ALICE, BOB, ISSUER, AGENT, COUNCIL, STRANGER] {
			assert_noop!(cancel(who), BadOrigin);
		}
		assert_ok!(cancel(OTHER_OFFICER));
		System::assert_last_event(Event::TransferApprovalRemoved { asset, from, to }.into());
		assert_eq!(on_hold(OFFICER, HoldReason::TransferApproval), 0);
		assert_ok!(approve(OFFICER, 1, 2, 1, NOW));
		Clock::set(NOW + 1);
		assert_ok!(cancel(BOB));
		assert!(!TransferApprovals::<Test>::contains_key((GOLD, 1, 2)));
	});
}

#[test]
fn opt_in_and_opt_out_work() {
	let (asset, identity) = (GOLD, 2);
	ExtBuilder::default()
		.gold(ALICE, 100)
		.rules([Rule::ReceiverOptIn])
		.build_and_execute(|| {
			assert_eq!(why(ALICE, BOB, 1), [ReasonCode::ReceiverOptIn]);
			assert_eq!(why(ALICE, ALICE_2, 1), []);
			assert_ok!(Compliance::opt_in(signed(BOB), GOLD));
			System::assert_last_event(Event::OptedIn { asset, identity }.into());
			assert_eq!(on_hold(BOB, HoldReason::OptIn), OPT_IN_DEPOSIT);
			assert_noop!(
				Compliance::opt_in(signed(BOB), GOLD),
				Error::<Test>::AlreadyOptedIn
			);
			assert_ok!(send(ALICE, BOB, 10));
			assert_noop!(Compliance::opt_out(signed(ALICE), GOLD, 2), BadOrigin);
			assert_ok!(Compliance::opt_out(signed(BOB), GOLD, 2));
			System::assert_last_event(Event::OptedOut { asset, identity }.into());
			assert_eq!(on_hold(BOB, HoldReason::OptIn), 0);
			assert_noop!(
				Compliance::opt_out(signed(BOB), GOLD, 2),
				Error::<Test>::NotOptedIn
			);
			assert_eq!(why(ALICE, BOB, 1), [ReasonCode::ReceiverOptIn]);
			assert_ok!(send(ALICE, ALICE_2, 90));
			assert_eq!(why(BOB, ALICE, 1), [ReasonCode::ReceiverOptIn]);
		});
}

#[test]
fn an_agreement_outlives_the_last_unit_and_nothing_else_is_kept() {
	ExtBuilder::default().gold(ALICE, 1).build_and_execute(|| {
		assert_ok!(Compliance::opt_in(signed(BOB), GOLD));
		assert_ok!(send(ALICE, BOB, 1));
		assert_ok!(send(BOB, ALICE, 1));
		assert!(Positions::<Test>::get(GOLD, 2).unwrap().opted_in);
		assert_ok!(Compliance::opt_out(signed(BOB), GOLD, 2));
		assert!(!Positions::<Test>::contains_key(GOLD, 2));
		assert!(!OptIns::<Test>::contains_key(GOLD, 2));
	});
}

#[test]
fn opt_in_fails_when_nobody_in_good_standing_asks() {
	ExtBuilder::default().build_and_execute(|| {
		let not_admitted = refused(ReasonCode::NotAdmitted);
		assert_noop!(Compliance::opt_in(signed(STRANGER), GOLD), not_admitted);
		Registry::set_standing(2, Standing::Suspended);
		assert_noop!(Compliance::opt_in(signed(BOB), GOLD), not_admitted);
		assert_noop!(
			Compliance::opt_in(signed(ALICE), 9),
			Error::<Test>::UnknownAsset
		);
		// An account without ASY leaves no deposit.
		Registry::link(777, 1);
		assert!(Compliance::opt_in(signed(777), GOLD).is_err());
	});
}

#[test]
fn anybody_ends_the_agreement_of_an_identity_that_is_gone() {
	ExtBuilder::default().build_and_execute(|| {
		Registry::link(STRANGER, 88);
		Registry::change(88, |_| {});
		assert_ok!(Compliance::opt_in(signed(STRANGER), GOLD));
		assert_noop!(Compliance::opt_out(signed(BOB), GOLD, 88), BadOrigin);
		Registry::unlink(STRANGER);
		Registry::forget(88);
		assert_ok!(Compliance::opt_out(signed(BOB), GOLD, 88));
		assert_eq!(on_hold(STRANGER, HoldReason::OptIn), 0);
	});
}

#[test]
fn a_deposit_that_is_not_there_stops_nothing() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.rules([Rule::PreApproval])
		.build()
		.execute_with(|| {
			assert_ok!(approve(OFFICER, 1, 2, 50, NOW));
			let reason = HoldReason::TransferApproval.into();
			assert_ok!(Balances::burn_all_held(
				&reason,
				&OFFICER,
				polkadot_sdk::frame_support::traits::tokens::Precision::Exact,
				polkadot_sdk::frame_support::traits::tokens::Fortitude::Force,
			));
			assert_ok!(submit(ALICE, our_transfer(BOB, 1)));
		});
}

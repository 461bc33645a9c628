//! Identities that move to another country, and accounts that give way to others.

use super::*;
use crate::{Event, Freeze, FreezeTarget, FreezesOn, Holders, LastUnits};
use assay_primitives::AssetStatus;
use assay_traits::HoldingsInspect;
use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok},
	sp_runtime::DispatchResult,
};

fn reseat(identity: u32, assets: &[AssetId]) -> DispatchResult {
	let assets = assets.to_vec().try_into().unwrap();
	Compliance::reseat(RuntimeOrigin::signed(STRANGER), identity, assets)
}

fn move_replaced(asset: AssetId, old: AccountId) -> DispatchResult {
	Compliance::move_replaced(RuntimeOrigin::signed(STRANGER), asset, old)
}

fn jurisdiction(identity: u32) -> (u16, Option<u16>) {
	use assay_traits::IdentityInspect;
	let profile = Registry::profile(identity).unwrap();
	(profile.jurisdiction, profile.pending_jurisdiction)
}

fn holders_of(asset: AssetId) -> Vec<(u16, u32)> {
	Holders::<Test>::get(asset).iter().collect()
}

#[test]
fn who_moves_is_locked_and_may_redeem() {
	use ReasonCode::*;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(BOB, 100)
		.build_and_execute(|| {
			assert_ok!(hold(ALICE, Purpose::Escrow, 10));
			Registry::depart(1, 840);
			assert_eq!(why(ALICE, BOB, 1), [SenderLocked]);
			assert_eq!(why(BOB, ALICE, 1), [ReceiverLocked]);
			assert_eq!(why(ALICE, ALICE_2, 1), [SenderLocked, ReceiverLocked]);
			assert_eq!(
				check(Movement::Mint, None, Some(ALICE), 1),
				Err(ReceiverLocked)
			);
			assert_eq!(
				check(Movement::Hold, Some(ALICE), None, 1),
				Err(SenderLocked)
			);
			assert_ok!(check(Movement::Redemption, Some(ALICE), None, 1));
			assert_ok!(release(ALICE, Purpose::Escrow, 10));
			assert_eq!(
				submit(ALICE, our_transfer(BOB, 1)),
				Err(refused(SenderLocked))
			);
		});
}

#[test]
fn reseat_counts_positions_anew_in_pages() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(BOB, 100)
		.build_and_execute(|| {
			assert_ok!(<Ledger as GuardedLedger<_>>::mint(SILVER, &ALICE_2, 5));
			Registry::depart(1, 840);
			assert_ok!(reseat(1, &[GOLD, 9]));
			System::assert_last_event(
				Event::Reseated {
					asset: GOLD,
					identity: 1,
					old: 756,
					new: 840,
				}
				.into(),
			);
			assert_eq!(holders_of(GOLD), [(756, 1), (840, 1)]);
			assert_eq!(holders_of(SILVER), [(756, 1)]);
			assert_eq!(jurisdiction(1), (756, Some(840)));
			assert_eq!(why(ALICE, BOB, 1), [ReasonCode::SenderLocked]);
			assert_noop!(reseat(1, &[GOLD]), Error::<Test>::NothingToReseat);
			assert_noop!(reseat(1, &[]), Error::<Test>::NothingToReseat);
			assert_ok!(reseat(1, &[SILVER, SILVER]));
			assert_eq!(jurisdiction(1), (840, None));
			assert_eq!(
				Registry::positions(1).iter().collect::<Vec<_>>(),
				[(840, 2)]
			);
			assert_ok!(send(ALICE, BOB, 100));
			assert_eq!(holders_of(GOLD), [(756, 1)]);
			assert_noop!(reseat(1, &[GOLD]), Error::<Test>::NotMoving);
		});
}

#[test]
fn reseat_counts_a_single_unit_and_leaves_what_is_counted_or_empty() {
	ExtBuilder::default().gold(ALICE, 1).build_and_execute(|| {
		// Alice holds a unit of gold, two of silver; Bob has agreed to get gold and has none.
		assert_ok!(<Ledger as GuardedLedger<_>>::mint(SILVER, &ALICE, 2));
		assert_ok!(Compliance::opt_in(RuntimeOrigin::signed(BOB), GOLD));
		Registry::depart(1, 840);
		Registry::depart(2, 840);
		assert_ok!(reseat(1, &[GOLD]));
		assert_eq!(holders_of(GOLD), [(840, 1)]);
		System::reset_events();
		assert_ok!(reseat(1, &[GOLD, SILVER]));
		assert_eq!(System::events().len(), 1, "gold is counted already");
		assert_ok!(reseat(2, &[GOLD]));
		assert_eq!(
			(jurisdiction(2), holders_of(GOLD)),
			((840, None), vec![(840, 1)])
		);
	});
}

#[test]
fn move_replaced_gives_a_single_unit() {
	ExtBuilder::default().gold(ALICE, 1).build_and_execute(|| {
		Registry::replace(ALICE);
		Registry::succeed(ALICE, ALICE_2);
		assert_ok!(move_replaced(GOLD, ALICE));
		assert_eq!((free(ALICE), free(ALICE_2)), (0, 1));
	});
}

#[test]
fn a_cap_does_not_refuse_who_holds_already() {
	let rule = Rule::MaxHoldersPerCountry {
		country: Some(840),
		max: 0,
	};
	ExtBuilder::default()
		.gold(ALICE, 100)
		.rules([rule])
		.build_and_execute(|| {
			Registry::depart(1, 840);
			assert_ok!(reseat(1, &[GOLD]));
			assert_eq!(Holders::<Test>::get(GOLD).of(840), 1);
		});
}

#[test]
fn the_change_completes_when_the_last_position_has_ended() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(<Ledger as GuardedHolds<_>>::hold(
				GOLD,
				Purpose::Redemption,
				&ALICE,
				100,
				true
			));
			Registry::depart(1, 840);
			assert_ok!(<Ledger as GuardedHolds<_>>::burn_held(
				GOLD,
				Purpose::Redemption,
				&ALICE,
				100
			));
			assert!(!<Compliance as HoldingsInspect<AccountId>>::identity_holds_anything(1));
			assert_ok!(reseat(1, &[]));
			assert_eq!(jurisdiction(1), (840, None));
			mint(ALICE, 1);
			assert_eq!(holders_of(GOLD), [(840, 1)]);
		});
}

#[test]
fn who_gets_units_by_force_while_moving_is_counted_where_it_moves_to() {
	use assay_traits::InterventionLedger;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			Registry::depart(2, 840);
			assert_ok!(<Ledger as InterventionLedger<_>>::force_transfer(
				GOLD,
				&ALICE,
				&BOB,
				Some(1)
			));
			assert_eq!(holders_of(GOLD), [(756, 1), (840, 1)]);
			assert_ok!(reseat(2, &[]));
		});
}

#[test]
fn a_replaced_account_moves_nothing_and_the_others_do() {
	use ReasonCode::*;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(ALICE_2, 100)
		.build_and_execute(|| {
			Registry::replace(ALICE);
			assert_eq!(why(ALICE, BOB, 1), [SenderReplaced]);
			assert_eq!(why(ALICE, ALICE_2, 1), [SenderReplaced]);
			assert_eq!(why(ALICE_2, BOB, 1), []);
			for movement in [Movement::Hold, Movement::Redemption] {
				assert_eq!(check(movement, Some(ALICE), None, 1), Err(SenderReplaced));
				assert_ok!(check(movement, Some(ALICE_2), None, 1));
			}
			assert_eq!(why(ALICE_2, ALICE, 1), []);
			assert_noop!(move_replaced(GOLD, ALICE), Error::<Test>::NotReplaced);
		});
}

#[test]
fn a_replaced_account_spends_nothing_and_the_others_do() {
	use ReasonCode::*;
	ExtBuilder::default().gold(BOB, 100).build_and_execute(|| {
		Registry::replace(ALICE);
		let spent_by = |who| Request::transfer(GOLD, BOB, CAROL, 1).spent_by(Some(who));
		assert_eq!(reasons(spent_by(ALICE)), [SpenderReplaced, Allowance]);
		assert_eq!(reasons(spent_by(ALICE_2)), [Allowance]);
	});
}

#[test]
fn move_replaced_gives_all_free_units_to_the_successor() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.rules([Rule::FullBalanceOnly, Rule::LockUp { until: NOW + 1 }])
		.build_and_execute(|| {
			Registry::replace(ALICE);
			Registry::succeed(ALICE, ALICE_3);
			assert_ok!(move_replaced(GOLD, ALICE));
			System::assert_last_event(
				Event::ReplacedMoved {
					asset: GOLD,
					from: ALICE,
					to: ALICE_3,
					amount: 100,
				}
				.into(),
			);
			assert_eq!((free(ALICE), free(ALICE_3), total(1)), (0, 100, 100));
			assert_eq!(
				(System::sufficients(&ALICE), System::sufficients(&ALICE_3)),
				(0, 1)
			);
			assert_eq!(holders_of(GOLD), [(756, 1)]);
			assert_noop!(move_replaced(GOLD, ALICE), Error::<Test>::NothingToMove);
			assert_noop!(move_replaced(9, ALICE), Error::<Test>::UnknownAsset);
		});
}

#[test]
fn held_units_of_a_replaced_account_follow_when_their_hold_ends() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(hold(ALICE, Purpose::Escrow, 40));
			Registry::replace(ALICE);
			Registry::succeed(ALICE, ALICE_3);
			assert_ok!(move_replaced(GOLD, ALICE));
			assert_eq!((free(ALICE_3), held(ALICE, Purpose::Escrow)), (60, 40));
			assert!(LastUnits::<Test>::contains_key((GOLD, ALICE)));
			assert_noop!(move_replaced(GOLD, ALICE), Error::<Test>::NothingToMove);
			assert_ok!(Compliance::do_try_state());
			assert_ok!(release(ALICE, Purpose::Escrow, 40));
			assert_ok!(move_replaced(GOLD, ALICE));
			assert_eq!((free(ALICE), free(ALICE_3)), (0, 100));
			assert!(!Compliance::account_holds_anything(&ALICE));
		});
}

#[test]
fn freezes_follow_the_units() {
	let partial = Freeze::Partial;
	for (old, new, expected) in [
		(partial(60), Freeze::None, partial(60)),
		(partial(60), partial(5), partial(65)),
		(partial(60), Freeze::Full, Freeze::Full),
		(Freeze::Full, partial(5), Freeze::Full),
		(partial(Balance::MAX), partial(1), Freeze::Full),
	] {
		ExtBuilder::default()
			.gold(ALICE, 100)
			.build_and_execute(|| {
				Registry::link(ALICE_3, 1);
				let freeze = |account, freeze| {
					let target = FreezeTarget::Account(account);
					assert_ok!(Compliance::do_freeze(GOLD, &target, freeze));
				};
				freeze(ALICE, old);
				freeze(ALICE_3, new);
				Registry::replace(ALICE);
				Registry::succeed(ALICE, ALICE_3);
				assert_ok!(move_replaced(GOLD, ALICE));
				let position = Compliance::position(GOLD, 1).unwrap();
				assert_eq!(position.restriction(&ALICE).0, Freeze::None);
				assert_eq!(position.restriction(&ALICE_3).0, expected);
				assert_eq!(
					(
						FreezesOn::<Test>::get(ALICE),
						FreezesOn::<Test>::get(ALICE_3)
					),
					(0, 1)
				);
			});
	}
}

#[test]
fn a_freeze_that_waits_for_units_follows_too() {
	ExtBuilder::default().build_and_execute(|| {
		let target = FreezeTarget::Account(ALICE);
		assert_ok!(Compliance::do_freeze(GOLD, &target, Freeze::Full));
		Registry::replace(ALICE);
		Registry::succeed(ALICE, ALICE_3);
		assert!(Compliance::account_holds_anything(&ALICE));
		assert_ok!(move_replaced(GOLD, ALICE));
		assert!(!Compliance::account_holds_anything(&ALICE));
		assert!(Compliance::account_holds_anything(&ALICE_3));
	});
}

#[test]
fn move_replaced_fails_when_forced_movements_are_not_allowed() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			Registry::replace(ALICE);
			Registry::succeed(ALICE, ALICE_3);
			assert_ok!(Compliance::do_pause(GOLD, Movement::Forced, None));
			assert_noop!(
				move_replaced(GOLD, ALICE),
				refused(ReasonCode::MovementPaused)
			);
			assert_ok!(Compliance::do_resume(GOLD, Movement::Forced, None));
			Registry::set_status(GOLD, AssetStatus::Suspended);
			assert_ok!(move_replaced(GOLD, ALICE));
		});
}

use super::*;
use crate::{Event, Freeze, FreezeTarget, HoldReasons, Holders, LastUnits};
use assay_primitives::{AssetStatus, Standing};
use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok},
	pallet_assets_holder,
};

fn redeem(who: AccountId, amount: Balance) -> Result<(), DispatchError> {
	<Ledger as GuardedHolds<_>>::hold(GOLD, Purpose::Redemption, &who, amount, true)
}

fn burn(who: AccountId, purpose: Purpose, amount: Balance) -> Result<(), DispatchError> {
	<Ledger as GuardedHolds<_>>::burn_held(GOLD, purpose, &who, amount)
}

fn move_held(
	from: AccountId,
	to: AccountId,
	purpose: Purpose,
	amount: Balance,
) -> Result<(), DispatchError> {
	<Ledger as GuardedHolds<_>>::move_held(GOLD, purpose, &from, &to, amount)
}

fn supply() -> Balance {
	<Ledger as GuardedLedger<AccountId>>::supply(GOLD)
}

#[test]
fn hold_and_release_work() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(hold(ALICE, Purpose::Escrow, 40));
			System::assert_last_event(
				pallet_assets_holder::Event::Held {
					who: ALICE,
					asset_id: GOLD,
					reason: Purpose::Escrow,
					amount: 40,
				}
				.into(),
			);
			assert_eq!(
				(free(ALICE), held(ALICE, Purpose::Escrow), total(1)),
				(60, 40, 100)
			);
			assert_noop!(release(ALICE, Purpose::Escrow, 41), Error::<Test>::NotHeld);
			assert_noop!(release(ALICE, Purpose::Pledge, 1), Error::<Test>::NotHeld);
			assert_noop!(
				release(ALICE, Purpose::Escrow, 0),
				refused(ReasonCode::AmountZero)
			);
			assert_ok!(release(ALICE, Purpose::Escrow, 40));
			assert_eq!(
				(free(ALICE), held(ALICE, Purpose::Escrow), total(1)),
				(100, 0, 100)
			);
			assert!(!HoldReasons::<Test>::contains_key(GOLD, ALICE));
			// A single unit of several, and the purpose is remembered.
			assert_ok!(hold(ALICE, Purpose::Escrow, 2));
			assert_ok!(release(ALICE, Purpose::Escrow, 1));
			assert_eq!((free(ALICE), held(ALICE, Purpose::Escrow)), (99, 1));
			assert!(HoldReasons::<Test>::contains_key(GOLD, ALICE));
		});
}

#[test]
fn a_full_hold_freezes_the_last_unit_and_release_thaws_it() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_noop!(
				hold(ALICE, Purpose::Escrow, 101),
				refused(ReasonCode::FreeUnits)
			);
			assert_ok!(hold(ALICE, Purpose::Escrow, 100));
			System::assert_last_event(
				Event::LastUnitHeld {
					asset: GOLD,
					account: ALICE,
				}
				.into(),
			);
			assert_eq!(
				(free(ALICE), held(ALICE, Purpose::Escrow), total(1)),
				(1, 100, 100)
			);
			assert_eq!(LastUnits::<Test>::get((GOLD, ALICE)), Some(Purpose::Escrow));
			assert_noop!(send(ALICE, BOB, 1), refused(ReasonCode::FreeUnits));
			assert_noop!(
				hold(ALICE, Purpose::Pledge, 1),
				refused(ReasonCode::FreeUnits)
			);
			// What arrives later is free; the last unit is not.
			mint(ALICE, 10);
			assert_noop!(send(ALICE, BOB, 11), refused(ReasonCode::FreeUnits));
			assert_ok!(send(ALICE, BOB, 10));
			assert_ok!(release(ALICE, Purpose::Escrow, 99));
			assert_eq!((free(ALICE), held(ALICE, Purpose::Escrow)), (100, 1));
			assert_ok!(send(ALICE, BOB, 99));
			assert_ok!(release(ALICE, Purpose::Escrow, 1));
			System::assert_last_event(
				Event::LastUnitReleased {
					asset: GOLD,
					account: ALICE,
				}
				.into(),
			);
			assert_ok!(send(ALICE, BOB, 1));
			assert_eq!((total(1), total(2)), (0, 110));
		});
}

#[test]
fn a_hold_of_one_of_one_works() {
	ExtBuilder::default().gold(ALICE, 1).build_and_execute(|| {
		assert_ok!(hold(ALICE, Purpose::Escrow, 1));
		assert_eq!((free(ALICE), held(ALICE, Purpose::Escrow)), (1, 1));
		assert_noop!(send(ALICE, BOB, 1), refused(ReasonCode::FreeUnits));
		assert_ok!(burn(ALICE, Purpose::Escrow, 1));
		assert_eq!((supply(), total(1), System::sufficients(&ALICE)), (0, 0, 0));
	});
}

#[test]
fn burn_held_works_to_the_last_unit() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(BOB, 1)
		.build_and_execute(|| {
			assert_ok!(redeem(ALICE, 100));
			assert_ok!(burn(ALICE, Purpose::Redemption, 30));
			assert_eq!(
				(supply(), total(1), held(ALICE, Purpose::Redemption)),
				(71, 70, 70)
			);
			assert_noop!(burn(ALICE, Purpose::Redemption, 71), Error::<Test>::NotHeld);
			assert_ok!(burn(ALICE, Purpose::Redemption, 70));
			System::assert_last_event(
				pallet_assets::Event::Burned {
					asset_id: GOLD,
					owner: ALICE,
					balance: 70,
				}
				.into(),
			);
			assert_eq!((supply(), total(1)), (1, 0));
			assert_eq!(Holders::<Test>::get(GOLD).total(), 1);
			assert_eq!(Assets::maybe_balance(GOLD, ALICE), None);
		});
}

#[test]
fn a_burn_leaves_what_other_purposes_hold() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(hold(ALICE, Purpose::Pledge, 50));
			assert_ok!(redeem(ALICE, 50));
			assert_eq!(
				LastUnits::<Test>::get((GOLD, ALICE)),
				Some(Purpose::Redemption)
			);
			// The redemption's last unit is burned; the pledge's becomes the formally free one.
			assert_ok!(burn(ALICE, Purpose::Redemption, 50));
			assert_eq!(LastUnits::<Test>::get((GOLD, ALICE)), Some(Purpose::Pledge));
			assert_eq!(
				(free(ALICE), held(ALICE, Purpose::Pledge), total(1)),
				(1, 50, 50)
			);
			assert_noop!(send(ALICE, BOB, 1), refused(ReasonCode::FreeUnits));
			assert_ok!(release(ALICE, Purpose::Pledge, 50));
			assert_ok!(send(ALICE, BOB, 50));
		});
}

#[test]
fn a_burn_passes_the_last_unit_on_to_a_hold_of_one() {
	ExtBuilder::default().gold(ALICE, 10).build_and_execute(|| {
		assert_ok!(hold(ALICE, Purpose::Pledge, 1));
		assert_ok!(redeem(ALICE, 9));
		assert_ok!(burn(ALICE, Purpose::Redemption, 9));
		assert_eq!(
			(free(ALICE), held(ALICE, Purpose::Pledge), total(1)),
			(1, 1, 1)
		);
		assert!(HoldReasons::<Test>::get(GOLD, ALICE).is_empty());
		assert_ok!(burn(ALICE, Purpose::Pledge, 1));
		assert_eq!(supply(), 0);
	});
}

#[test]
fn move_held_works_and_is_checked_as_a_transfer() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(hold(ALICE, Purpose::Escrow, 100));
			assert_noop!(
				move_held(ALICE, BOB, Purpose::Escrow, 101),
				Error::<Test>::NotHeld
			);
			assert_noop!(
				move_held(ALICE, STRANGER, Purpose::Escrow, 10),
				refused(ReasonCode::ReceiverUnknown)
			);
			Registry::set_standing(2, Standing::Sanctioned);
			assert_noop!(
				move_held(ALICE, BOB, Purpose::Escrow, 10),
				refused(ReasonCode::ReceiverSanctioned)
			);
			Registry::set_standing(2, Standing::Active);
			assert_ok!(move_held(ALICE, BOB, Purpose::Escrow, 10));
			assert_eq!(
				(held(ALICE, Purpose::Escrow), total(1), free(BOB)),
				(90, 90, 10)
			);
			assert_ok!(move_held(ALICE, BOB, Purpose::Escrow, 90));
			assert_eq!(
				(total(1), total(2), Holders::<Test>::get(GOLD).total()),
				(0, 100, 1)
			);
			assert_eq!(Assets::maybe_balance(GOLD, ALICE), None);
			assert_noop!(
				move_held(ALICE, BOB, Purpose::Escrow, 0),
				refused(ReasonCode::AmountZero)
			);
		});
}

#[test]
fn move_held_leaves_a_unit_to_what_other_purposes_hold() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(hold(ALICE, Purpose::Pledge, 40));
			assert_ok!(hold(ALICE, Purpose::Escrow, 60));
			System::reset_events();
			assert_ok!(move_held(ALICE, BOB, Purpose::Escrow, 60));
			assert_eq!(
				(free(ALICE), held(ALICE, Purpose::Pledge), free(BOB)),
				(1, 40, 60)
			);
			System::assert_has_event(
				Event::LastUnitHeld {
					asset: GOLD,
					account: ALICE,
				}
				.into(),
			);
			assert_eq!(LastUnits::<Test>::get((GOLD, ALICE)), Some(Purpose::Pledge));
			// The last unit alone is no unit of the ledger's holds.
			assert_ok!(release(ALICE, Purpose::Pledge, 39));
			System::reset_events();
			assert_ok!(release(ALICE, Purpose::Pledge, 1));
			assert_eq!(System::events().len(), 1);
		});
}

#[test]
fn a_hold_has_no_receiver_and_a_mint_no_sender() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			for movement in Movement::ALL {
				let context = Compliance::load(Request {
					movement,
					..Request::transfer(GOLD, ALICE, BOB, 1)
				});
				let sides = (context.sender.is_some(), context.receiver.is_some());
				let expected = match movement {
					Movement::Mint => (false, true),
					Movement::Transfer | Movement::Forced => (true, true),
					Movement::Hold | Movement::Redemption => (true, false),
				};
				assert_eq!(sides, expected, "{movement:?}");
			}
		});
}

#[test]
fn move_held_works_within_an_identity_and_an_account() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(hold(ALICE, Purpose::Escrow, 100));
			assert_ok!(move_held(ALICE, ALICE, Purpose::Escrow, 10));
			assert_eq!(
				(free(ALICE), held(ALICE, Purpose::Escrow), total(1)),
				(11, 90, 100)
			);
			assert_ok!(move_held(ALICE, ALICE_2, Purpose::Escrow, 90));
			assert_eq!((free(ALICE), free(ALICE_2), total(1)), (10, 90, 100));
		});
}

#[test]
fn hold_then_release_to_another_does_not_pass_the_policy() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			set_rules(GOLD, [Rule::LockUp { until: NOW + 1 }]);
			assert_ok!(hold(ALICE, Purpose::Escrow, 50));
			assert_noop!(
				move_held(ALICE, BOB, Purpose::Escrow, 50),
				refused(ReasonCode::LockUp)
			);
			assert_ok!(release(ALICE, Purpose::Escrow, 50));
			assert_noop!(send(ALICE, BOB, 50), refused(ReasonCode::LockUp));
		});
}

#[test]
fn a_suspended_identity_and_asset_may_redeem_but_not_hold() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			Registry::set_standing(1, Standing::Suspended);
			assert_noop!(
				hold(ALICE, Purpose::Escrow, 1),
				refused(ReasonCode::SenderSuspended)
			);
			assert_ok!(redeem(ALICE, 10));
			Registry::set_standing(1, Standing::Active);
			Registry::set_status(GOLD, AssetStatus::Suspended);
			assert_noop!(
				hold(ALICE, Purpose::Escrow, 1),
				refused(ReasonCode::AssetStatus)
			);
			assert_ok!(redeem(ALICE, 10));
			// No policy takes the right away.
			assert_ok!(Compliance::do_clear_policy(GOLD));
			assert_ok!(redeem(ALICE, 10));
			Registry::set_standing(1, Standing::Sanctioned);
			assert_noop!(redeem(ALICE, 10), refused(ReasonCode::SenderSanctioned));
			// Giving back what is held is always possible.
			assert_ok!(release(ALICE, Purpose::Redemption, 30));
		});
}

#[test]
fn frozen_units_cannot_be_held() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(ALICE_2, 100)
		.build_and_execute(|| {
			let account = FreezeTarget::Account(ALICE);
			assert_ok!(Compliance::do_freeze(GOLD, &account, Freeze::Partial(60)));
			assert_noop!(redeem(ALICE, 41), refused(ReasonCode::FreeUnits));
			assert_ok!(redeem(ALICE, 40));
			// What is held does not serve as frozen: the frozen units stay free.
			assert_noop!(redeem(ALICE, 1), refused(ReasonCode::FreeUnits));
			assert_ok!(Compliance::do_freeze(
				GOLD,
				&FreezeTarget::Identity(1),
				Freeze::Partial(150)
			));
			assert_noop!(redeem(ALICE_2, 11), refused(ReasonCode::FreeUnits));
			assert_ok!(redeem(ALICE_2, 10));
			assert_ok!(Compliance::do_freeze(
				GOLD,
				&FreezeTarget::Identity(1),
				Freeze::Full
			));
			assert_noop!(redeem(ALICE_2, 1), refused(ReasonCode::SenderFrozen));
			assert_ok!(burn(ALICE, Purpose::Redemption, 40));
		});
}

#[test]
fn every_purpose_at_once_works() {
	ExtBuilder::default().gold(ALICE, 3).build_and_execute(|| {
		for purpose in Purpose::ALL {
			assert_ok!(hold(ALICE, purpose, 1));
		}
		assert_eq!((free(ALICE), total(1)), (1, 3));
		for purpose in [Purpose::Pledge, Purpose::Redemption, Purpose::Escrow] {
			assert_ok!(burn(ALICE, purpose, 1));
			assert_ok!(Compliance::do_try_state());
		}
		assert_eq!(supply(), 0);
	});
}

#[test]
fn all_that_is_held_for_a_purpose_is_found_the_last_unit_included() {
	use assay_traits::HeldUnits;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(BOB, 1)
		.build_and_execute(|| {
			let all = |purpose| {
				let mut all = <Ledger as HeldUnits<AccountId>>::all_held(purpose);
				all.sort();
				all
			};
			assert_eq!(all(Purpose::Escrow), vec![]);
			assert_ok!(hold(ALICE, Purpose::Escrow, 40));
			assert_ok!(hold(ALICE, Purpose::Pledge, 60));
			assert_ok!(hold(BOB, Purpose::Escrow, 1));
			assert_eq!(
				all(Purpose::Escrow),
				vec![(GOLD, ALICE, 40), (GOLD, BOB, 1)]
			);
			assert_eq!(all(Purpose::Pledge), vec![(GOLD, ALICE, 60)]);
			assert_ok!(release(ALICE, Purpose::Pledge, 60));
			assert_eq!(all(Purpose::Pledge), vec![]);
		});
}

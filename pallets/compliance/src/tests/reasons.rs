//! All reasons at once, in order, with their figures, and the same in the dry run as in the call.

use super::*;
use crate::{Freeze, FreezeTarget, MAX_SUPPLY};
use assay_primitives::{AssetStatus as Status, Standing};
use polkadot_sdk::frame_support::assert_ok;

#[test]
fn every_reason_is_given_in_order() {
	use ReasonCode::*;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			Registry::set_standing(1, Standing::Suspended);
			Registry::set_standing(2, Standing::Sanctioned);
			Registry::set_standing(3, Standing::Suspended);
			Registry::depart(1, 840);
			Registry::depart(2, 840);
			Registry::replace(ALICE);
			Registry::replace(CAROL);
			for identity in [1, 2] {
				let target = FreezeTarget::Identity(identity);
				assert_ok!(Compliance::do_freeze(GOLD, &target, Freeze::Full));
			}
			set_rules(
				GOLD,
				[
					Rule::MaxBalance { units: 5 },
					Rule::LockUp { until: NOW + 1 },
				],
			);
			assert_ok!(Compliance::do_pause(GOLD, Movement::Transfer, None));
			Registry::set_status(GOLD, Status::Suspended);
			let request = Request::transfer(GOLD, ALICE, BOB, 101).spent_by(Some(CAROL));
			assert_eq!(
				reasons(request),
				[
					AssetStatus,
					MovementPaused,
					SenderSuspended,
					SenderFrozen,
					SenderLocked,
					SenderReplaced,
					SpenderSuspended,
					SpenderReplaced,
					ReceiverSanctioned,
					ReceiverFrozen,
					ReceiverLocked,
					FreeUnits,
					Allowance,
					MaxBalance,
					LockUp
				]
			);
		});
}

#[test]
fn figures_tell_what_is_missing() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(hold(ALICE, Purpose::Escrow, 10));
			let target = FreezeTarget::Account(ALICE);
			assert_ok!(Compliance::do_freeze(GOLD, &target, Freeze::Partial(30)));
			let refusals = Compliance::can_transfer(GOLD, ALICE, BOB, 61, None);
			let expected = Refusal {
				reason: ReasonCode::FreeUnits,
				limit: 60,
				current: 90,
				asked: 61,
			};
			assert_eq!(refusals.to_vec(), vec![expected]);
			assert!(Compliance::can_transfer(GOLD, ALICE, BOB, 60, None).is_empty());
			assert_eq!(why(ALICE, BOB, MAX_SUPPLY), [ReasonCode::FreeUnits]);
		});
}

#[test]
fn unknown_parties_are_told_apart() {
	use ReasonCode::*;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_eq!(why(STRANGER, BOB, 1), [SenderUnknown, FreeUnits]);
			assert_eq!(why(ALICE, STRANGER, 1), [ReceiverUnknown]);
			assert_eq!(
				why(STRANGER, STRANGER, 1),
				[SenderUnknown, ReceiverUnknown, FreeUnits]
			);
			let spent = Request::transfer(GOLD, ALICE, BOB, 1).spent_by(Some(STRANGER));
			assert_eq!(reasons(spent), [SpenderUnknown, Allowance]);
			assert_eq!(reasons(Request::transfer(9, ALICE, BOB, 1)), [UnknownAsset]);
			assert_eq!(why(ALICE, BOB, 0), [AmountZero]);
		});
}

#[test]
fn an_asset_without_ledger_or_controls_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		Registry::set_status(7, Status::Active);
		assert_eq!(
			reasons(Request::transfer(7, ALICE, BOB, 1)),
			[ReasonCode::UnknownAsset]
		);
	});
}

#[test]
fn no_policy_denies() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(Compliance::do_clear_policy(GOLD));
			assert_eq!(why(ALICE, BOB, 1), [ReasonCode::PolicyMissing]);
			assert_eq!(
				check(Movement::Mint, None, Some(BOB), 1),
				Err(ReasonCode::PolicyMissing)
			);
			assert_ok!(check(Movement::Hold, Some(ALICE), None, 1));
		});
}

#[test]
fn a_pause_binds_its_movement_alone() {
	let movements = [
		(Movement::Mint, None, Some(BOB)),
		(Movement::Transfer, Some(ALICE), Some(BOB)),
		(Movement::Hold, Some(ALICE), None),
		(Movement::Redemption, Some(ALICE), None),
	];
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			for (paused, ..) in movements {
				assert_ok!(Compliance::do_pause(GOLD, paused, None));
				for (movement, from, to) in movements {
					let expected = if movement == paused {
						Err(ReasonCode::MovementPaused)
					} else {
						Ok(())
					};
					assert_eq!(check(movement, from, to, 1), expected);
				}
				assert_ok!(Compliance::do_resume(GOLD, paused, None));
			}
		});
}

#[test]
fn a_partial_freeze_binds_to_the_unit() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(ALICE_2, 50)
		.build_and_execute(|| {
			let target = FreezeTarget::Identity(1);
			assert_ok!(Compliance::do_freeze(GOLD, &target, Freeze::Partial(120)));
			assert_eq!(why(ALICE, BOB, 31), [ReasonCode::FreeUnits]);
			assert_eq!(why(ALICE, BOB, 30), []);
			// Within the identity the frozen units stay frozen, wherever they are.
			assert_ok!(send(ALICE, ALICE_2, 100));
			assert_eq!(why(ALICE_2, BOB, 31), [ReasonCode::FreeUnits]);
			assert_ok!(send(ALICE_2, BOB, 30));
			// Receiving goes on, and what came is free.
			assert_ok!(send(BOB, ALICE, 10));
			assert_ok!(send(ALICE, BOB, 10));
			assert_eq!(why(ALICE_2, BOB, 1), [ReasonCode::FreeUnits]);
			// A freeze beyond what is held freezes what there is.
			assert_ok!(Compliance::do_freeze(
				GOLD,
				&target,
				Freeze::Partial(Balance::MAX)
			));
			assert_eq!(why(ALICE_2, BOB, 1), [ReasonCode::FreeUnits]);
			let account = FreezeTarget::Account(ALICE_2);
			assert_ok!(Compliance::do_freeze(
				GOLD,
				&account,
				Freeze::Partial(Balance::MAX)
			));
			assert_eq!(why(ALICE_2, ALICE, 1), [ReasonCode::FreeUnits]);
		});
}

#[test]
fn the_dry_run_the_pool_and_the_call_say_the_same() {
	use ReasonCode::*;
	type Change = fn();
	let table: [(ReasonCode, Change); 7] = [
		(AssetStatus, || {
			Registry::set_status(GOLD, Status::Suspended)
		}),
		(PolicyMissing, || {
			assert_ok!(Compliance::do_clear_policy(GOLD));
		}),
		(MovementPaused, || {
			Compliance::do_pause(GOLD, Movement::Transfer, None).unwrap()
		}),
		(SenderSuspended, || {
			Registry::set_standing(1, Standing::Suspended)
		}),
		(ReceiverClaim, || set_rules(GOLD, [kyc(Side::Receiver)])),
		(MaxHolders, || {
			set_rules(GOLD, [Rule::MaxHolders { max: 1 }])
		}),
		(FreeUnits, || {
			let target = FreezeTarget::Identity(1);
			assert_ok!(Compliance::do_freeze(GOLD, &target, Freeze::Partial(91)));
		}),
	];
	for (reason, change) in table {
		ExtBuilder::default()
			.gold(ALICE, 100)
			.build_and_execute(|| {
				change();
				assert_eq!(why(ALICE, BOB, 10), [reason]);
				assert_eq!(
					pool(ALICE, assets_transfer(GOLD, BOB, 10)),
					Err(
						polkadot_sdk::sp_runtime::transaction_validity::InvalidTransaction::Custom(
							reason.code()
						)
						.into()
					)
				);
				assert_eq!(submit(ALICE, our_transfer(BOB, 10)), Err(refused(reason)));
				assert!(submit(ALICE, assets_transfer(GOLD, BOB, 10)).is_err());
				assert_eq!(total(1), 100);
			});
	}
}

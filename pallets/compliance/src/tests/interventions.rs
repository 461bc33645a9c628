//! What dockets do to the ledger, and freezes by the hundred.

use super::*;
use crate::{
	DocketFreeze, Event, Freeze, FreezeTarget, FreezeTargets, Holders, LastUnits, Positions,
	MAX_TARGETS,
};
use assay_primitives::{AssetStatus, DocketId, Hash, Moment, Standing, DAY};
use assay_traits::InterventionLedger;
use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok},
	sp_runtime::{traits::BadOrigin, DispatchResult},
};

const UNTIL: Moment = NOW + DAY;

fn docket(account: AccountId, docket: DocketId, until: Moment) -> Result<u32, DispatchError> {
	<Compliance as InterventionLedger<_>>::freeze(GOLD, &account, docket, until)
}

fn lift(identity: u32, docket: DocketId) {
	<Compliance as InterventionLedger<AccountId>>::lift(GOLD, identity, docket);
}

fn frozen_by(identity: u32) -> Option<(DocketId, Moment)> {
	<Compliance as InterventionLedger<AccountId>>::frozen_by(GOLD, identity)
}

fn force(
	from: AccountId,
	to: AccountId,
	amount: Option<Balance>,
) -> Result<Balance, DispatchError> {
	<Compliance as InterventionLedger<_>>::force_transfer(GOLD, &from, &to, amount)
}

fn wipe(from: AccountId, amount: Balance) -> DispatchResult {
	<Compliance as InterventionLedger<_>>::wipe(GOLD, &from, amount)
}

fn supply() -> Balance {
	<Ledger as GuardedLedger<AccountId>>::supply(GOLD)
}

fn freeze(target: FreezeTarget<AccountId>, freeze: Freeze) {
	let origin = RuntimeOrigin::signed(OFFICER);
	assert_ok!(Compliance::freeze(origin, GOLD, target, freeze));
}

/// Alice has 100: 40 free, 30 in a redemption, 30 in escrow.
fn in_parts() -> ExtBuilder {
	ExtBuilder::default().gold(ALICE, 100).gold(BOB, 10)
}

fn set_aside() {
	assert_ok!(hold(ALICE, Purpose::Redemption, 30));
	assert_ok!(hold(ALICE, Purpose::Escrow, 30));
}

#[test]
fn a_docket_freezes_the_whole_identity_and_nothing_that_comes_in() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(ALICE_2, 100)
		.gold(BOB, 10)
		.build_and_execute(|| {
			// WHEN a docket is opened against one account
			assert_eq!(docket(ALICE, 7, UNTIL), Ok(1));
			assert_eq!(frozen_by(1), Some((7, UNTIL)));
			// THEN no account of the identity gives anything, for whatever purpose
			let reason = ReasonCode::SenderUnderDocket;
			for who in [ALICE, ALICE_2] {
				assert_noop!(send(who, BOB, 1), refused(reason));
				assert_noop!(hold(who, Purpose::Escrow, 1), refused(reason));
				let redemption = check(Movement::Redemption, Some(who), None, 1);
				assert_eq!(redemption, Err(reason));
			}
			// not to an account of its own either, and the dry run says until when
			let refusals = Compliance::can_transfer(GOLD, ALICE, ALICE_2, 1, None);
			let refusal = Refusal {
				reason,
				limit: UNTIL.into(),
				current: NOW.into(),
				asked: 1,
			};
			assert_eq!(refusals.to_vec(), vec![refusal]);
			// and what comes in goes on
			assert_ok!(send(BOB, ALICE, 1));
			mint(ALICE_2, 1);
			// A whole other identity is not concerned.
			assert_ok!(send(BOB, CAROL, 1));
		});
}

#[test]
fn a_docket_freezes_until_its_millisecond_and_not_at_it() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(docket(ALICE, 7, UNTIL));
			Clock::set(UNTIL - 1);
			assert_noop!(send(ALICE, BOB, 1), refused(ReasonCode::SenderUnderDocket));
			Clock::set(UNTIL);
			assert_ok!(send(ALICE, BOB, 1));
			// The mark stays until somebody lifts it.
			assert_eq!(frozen_by(1), Some((7, UNTIL)));
			lift(1, 7);
			assert_eq!(frozen_by(1), None);
		});
}

#[test]
fn a_docket_bars_payment_until_its_millisecond() {
	use assay_traits::RedemptionGuard;
	let barred = |holder| {
		<Compliance as RedemptionGuard<_>>::check_payment(GOLD, &holder)
			== Err(ReasonCode::SenderUnderDocket)
	};
	in_parts().build_and_execute(|| {
		assert!(!barred(ALICE));
		assert_ok!(docket(ALICE, 7, UNTIL));
		assert!(barred(ALICE) && barred(ALICE_2) && !barred(BOB));
		Clock::set(UNTIL - 1);
		assert!(barred(ALICE));
		Clock::set(UNTIL);
		assert!(!barred(ALICE));
		lift(1, 7);
	});
}

#[test]
fn one_docket_at_a_time_freezes_a_position() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(docket(ALICE, 7, UNTIL));
			Clock::set(UNTIL - 1);
			assert_noop!(docket(ALICE_2, 8, UNTIL + DAY), Error::<Test>::UnderDocket);
			// The same one may begin anew.
			assert_ok!(docket(ALICE, 7, UNTIL + 1));
			Clock::set(UNTIL + 1);
			assert_ok!(docket(ALICE_2, 8, UNTIL + DAY));
			// WHEN the earlier one is lifted THEN the later one stays
			lift(1, 7);
			assert_eq!(frozen_by(1), Some((8, UNTIL + DAY)));
			lift(1, 8);
			assert_ok!(send(ALICE, BOB, 1));
		});
}

#[test]
fn a_docket_needs_a_known_asset_and_a_known_holder() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(docket(STRANGER, 7, UNTIL), Error::<Test>::UnknownTarget);
		assert_noop!(
			<Compliance as InterventionLedger<_>>::freeze(9, &ALICE, 7, UNTIL),
			Error::<Test>::UnknownAsset
		);
		lift(1, 7);
		assert_eq!(frozen_by(1), None);
	});
}

#[test]
fn an_empty_position_is_kept_for_its_docket_and_no_longer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(docket(ALICE, 7, UNTIL));
		let freeze = DocketFreeze {
			docket: 7,
			until: UNTIL,
		};
		let position = Positions::<Test>::get(GOLD, 1).unwrap();
		assert_eq!((position.total, position.docket), (0, Some(freeze)));
		lift(1, 7);
		assert_eq!(Positions::<Test>::get(GOLD, 1), None);
	});
}

#[test]
fn a_forced_transfer_passes_freezes_rules_and_the_holders_standing() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			// GIVEN everything that could be in its way
			freeze(FreezeTarget::Identity(1), Freeze::Full);
			freeze(FreezeTarget::Account(ALICE), Freeze::Partial(100));
			set_rules(GOLD, [kyc(Side::Both), Rule::MaxBalance { units: 1 }]);
			Registry::set_standing(1, Standing::Sanctioned);
			assert_ok!(docket(ALICE, 7, UNTIL));
			// WHEN a docket takes the units THEN they are there, and every counter with them
			assert_eq!(force(ALICE, BOB, Some(60)), Ok(60));
			assert_eq!((free(ALICE), free(BOB)), (40, 60));
			assert_eq!((total(1), total(2)), (40, 60));
			assert_eq!(force(ALICE, BOB, None), Ok(40));
			assert_eq!((free(ALICE), free(BOB)), (0, 100));
			assert_eq!(Holders::<Test>::get(GOLD).total(), 1);
			assert_eq!(supply(), 100);
		});
}

#[test]
fn a_forced_transfer_fails_when_the_receiver_may_not_have_units() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_noop!(
				force(ALICE, STRANGER, Some(1)),
				refused(ReasonCode::ReceiverUnknown)
			);
			for (standing, reason) in [
				(Standing::Suspended, ReasonCode::ReceiverSuspended),
				(Standing::Sanctioned, ReasonCode::ReceiverSanctioned),
			] {
				Registry::set_standing(2, standing);
				assert_noop!(force(ALICE, BOB, Some(1)), refused(reason));
			}
			Registry::set_standing(2, Standing::Active);
			freeze(FreezeTarget::Account(BOB), Freeze::Full);
			assert_noop!(
				force(ALICE, BOB, Some(1)),
				refused(ReasonCode::ReceiverFrozen)
			);
		});
}

#[test]
fn a_recovery_within_an_identity_asks_for_no_standing() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			Registry::set_standing(1, Standing::Suspended);
			freeze(FreezeTarget::Identity(1), Freeze::Full);
			assert_eq!(force(ALICE, ALICE_2, None), Ok(100));
			assert_eq!((free(ALICE), free(ALICE_2), total(1)), (0, 100, 100));
		});
}

#[test]
fn a_forced_transfer_fails_when_it_is_paused_or_the_status_forbids_it() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let pause = || {
				let origin = RuntimeOrigin::signed(OFFICER);
				Compliance::pause(origin, GOLD, Movement::Forced)
			};
			Registry::set_status(GOLD, AssetStatus::Suspended);
			assert_eq!(force(ALICE, BOB, Some(1)), Ok(1));
			Registry::set_status(GOLD, AssetStatus::Retired);
			assert_noop!(force(ALICE, BOB, Some(1)), refused(ReasonCode::AssetStatus));
			assert_noop!(wipe(ALICE, 1), refused(ReasonCode::AssetStatus));
			Registry::set_status(GOLD, AssetStatus::Active);
			assert_ok!(pause());
			assert_noop!(
				force(ALICE, BOB, Some(1)),
				refused(ReasonCode::MovementPaused)
			);
			assert_noop!(wipe(ALICE, 1), refused(ReasonCode::MovementPaused));
		});
}

#[test]
fn free_units_are_taken_first_and_redemptions_are_ended_only_for_more() {
	in_parts().build_and_execute(|| {
		set_aside();
		assert_eq!(force(ALICE, BOB, Some(39)), Ok(39));
		assert_eq!(held(ALICE, Purpose::Redemption), 30);
		// The last free one still is free: nothing need be ended.
		assert_eq!(force(ALICE, BOB, Some(1)), Ok(1));
		assert_eq!(held(ALICE, Purpose::Redemption), 30);
		assert_eq!(total(1), 60);
	});
	in_parts().build_and_execute(|| {
		set_aside();
		assert_eq!(force(ALICE, BOB, Some(41)), Ok(41));
		let (redemption, escrow) = (Purpose::Redemption, Purpose::Escrow);
		assert_eq!((held(ALICE, redemption), held(ALICE, escrow)), (0, 30));
		assert_eq!(total(1), 59);
	});
}

#[test]
fn what_cannot_be_ended_stays() {
	in_parts().build_and_execute(|| {
		set_aside();
		assert_noop!(force(ALICE, BOB, Some(71)), refused(ReasonCode::FreeUnits));
		// All that can be: the escrow stays, with its last unit formally free.
		assert_eq!(force(ALICE, BOB, None), Ok(70));
		assert_eq!(
			(held(ALICE, Purpose::Escrow), free(ALICE), total(1)),
			(30, 1, 30)
		);
		assert_eq!(LastUnits::<Test>::get((GOLD, ALICE)), Some(Purpose::Escrow));
		// Nothing more can be taken, one unit or all.
		assert_eq!(force(ALICE, BOB, None), Ok(0));
		assert_noop!(force(ALICE, BOB, Some(1)), refused(ReasonCode::FreeUnits));
		assert_ok!(release(ALICE, Purpose::Escrow, 30));
	});
}

#[test]
fn a_position_that_is_wholly_in_redemptions_is_taken_to_its_last_unit() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(hold(ALICE, Purpose::Redemption, 100));
			assert_eq!(
				LastUnits::<Test>::get((GOLD, ALICE)),
				Some(Purpose::Redemption)
			);
			assert_eq!(force(ALICE, BOB, Some(100)), Ok(100));
			assert_eq!((total(1), total(2), free(ALICE)), (0, 100, 0));
		});
}

#[test]
fn a_replaced_account_keeps_its_units_while_a_docket_is_open() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			// GIVEN that the units of an account could follow to its successor
			Registry::replace(ALICE);
			Registry::succeed(ALICE, ALICE_2);
			let follow = || {
				let origin = RuntimeOrigin::signed(STRANGER);
				Compliance::move_replaced(origin, GOLD, ALICE)
			};
			// WHEN a docket is about them THEN they stay where it finds them
			assert_ok!(docket(ALICE, 7, UNTIL));
			assert_noop!(follow(), Error::<Test>::UnderDocket);
			assert_eq!(force(ALICE, BOB, Some(60)), Ok(60));
			// WHEN it has been decided on THEN the rest follows
			lift(1, 7);
			assert_ok!(follow());
			assert_eq!((free(ALICE), free(ALICE_2)), (0, 40));
		});
}

#[test]
fn an_account_without_units_gives_none() {
	ExtBuilder::default().gold(BOB, 1).build_and_execute(|| {
		assert_eq!(force(ALICE, BOB, None), Ok(0));
		assert_noop!(force(ALICE, BOB, Some(1)), refused(ReasonCode::FreeUnits));
		assert_noop!(force(ALICE, BOB, Some(0)), refused(ReasonCode::AmountZero));
		assert_noop!(
			force(STRANGER, BOB, Some(1)),
			refused(ReasonCode::SenderUnknown)
		);
	});
}

#[test]
fn a_wipe_lowers_the_supply_and_tells_who_counts_it() {
	in_parts().build_and_execute(|| {
		set_aside();
		freeze(FreezeTarget::Identity(1), Freeze::Full);
		assert_ok!(wipe(ALICE, 50));
		assert_eq!((supply(), total(1), total(2)), (60, 50, 10));
		assert_eq!(Redemptions::take_wiped(), vec![(GOLD, 50)]);
		assert_noop!(wipe(ALICE, 21), refused(ReasonCode::FreeUnits));
		assert_noop!(wipe(ALICE, 0), refused(ReasonCode::AmountZero));
		assert_noop!(wipe(STRANGER, 1), refused(ReasonCode::SenderUnknown));
		assert_ok!(wipe(ALICE, 20));
		assert_eq!(held(ALICE, Purpose::Escrow), 30);
	});
}

#[test]
fn a_wipe_of_everything_ends_the_position() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(BOB, 1)
		.build_and_execute(|| {
			assert_ok!(docket(ALICE, 7, UNTIL));
			assert_ok!(wipe(ALICE, 100));
			lift(1, 7);
			assert_eq!(Positions::<Test>::get(GOLD, 1), None);
			assert_eq!((Holders::<Test>::get(GOLD).total(), supply()), (1, 1));
		});
}

const CASE: Hash = Hash::repeat_byte(5);

fn freeze_many(who: AccountId, targets: &[FreezeTarget<AccountId>], new: Freeze) -> DispatchResult {
	let targets = FreezeTargets::try_from(targets.to_vec()).unwrap();
	Compliance::freeze_many(RuntimeOrigin::signed(who), GOLD, targets, new, CASE)
}

fn thaw_many(who: AccountId, targets: &[FreezeTarget<AccountId>]) -> DispatchResult {
	let targets = FreezeTargets::try_from(targets.to_vec()).unwrap();
	Compliance::thaw_many(RuntimeOrigin::signed(who), GOLD, targets, CASE)
}

#[test]
fn many_are_frozen_and_thawed_and_a_list_can_be_sent_again() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let targets = [
				FreezeTarget::Identity(1),
				FreezeTarget::Account(BOB),
				FreezeTarget::Identity(3),
			];
			// GIVEN that a part is done already
			freeze(targets[1].clone(), Freeze::Full);
			freeze(targets[2].clone(), Freeze::Partial(1));
			System::reset_events();
			// WHEN all are frozen THEN each has an event that it did not have, and one tells the rest
			assert_ok!(freeze_many(OFFICER, &targets, Freeze::Full));
			let frozen = |target: &FreezeTarget<AccountId>, old| Event::Frozen {
				asset: GOLD,
				target: target.clone(),
				old,
				new: Freeze::Full,
				by: 20,
			};
			let events: Vec<RuntimeEvent> = vec![
				frozen(&targets[0], Freeze::None).into(),
				frozen(&targets[2], Freeze::Partial(1)).into(),
				Event::ManyFrozen {
					asset: GOLD,
					freeze: Freeze::Full,
					case: CASE,
					done: 2,
					skipped: 1,
					by: 20,
				}
				.into(),
			];
			let seen: Vec<RuntimeEvent> = System::events().into_iter().map(|e| e.event).collect();
			assert_eq!(seen, events);
			assert_eq!(why(ALICE, DAVE, 1), vec![ReasonCode::SenderFrozen]);
			// WHEN it is sent again THEN nothing is done
			assert_ok!(freeze_many(OFFICER, &targets, Freeze::Full));
			System::assert_last_event(
				Event::ManyFrozen {
					asset: GOLD,
					freeze: Freeze::Full,
					case: CASE,
					done: 0,
					skipped: 3,
					by: 20,
				}
				.into(),
			);
			// WHEN they are thawed, twice
			for (done, skipped) in [(3, 0), (0, 3)] {
				assert_ok!(thaw_many(OFFICER, &targets));
				System::assert_last_event(
					Event::ManyThawed {
						asset: GOLD,
						case: CASE,
						done,
						skipped,
						by: 20,
					}
					.into(),
				);
			}
			assert_ok!(send(ALICE, BOB, 1));
		});
}

#[test]
fn many_fail_together_when_one_target_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		let targets = [FreezeTarget::Identity(1), FreezeTarget::Account(STRANGER)];
		assert_noop!(
			freeze_many(OFFICER, &targets, Freeze::Full),
			Error::<Test>::UnknownTarget
		);
		assert_noop!(thaw_many(OFFICER, &targets), Error::<Test>::UnknownTarget);
	});
}

#[test]
fn many_fail_when_nothing_is_to_be_frozen_or_the_signer_is_no_officer() {
	ExtBuilder::default().build_and_execute(|| {
		let targets = [FreezeTarget::Identity(1)];
		for nothing in [Freeze::None, Freeze::Partial(0)] {
			assert_noop!(
				freeze_many(OFFICER, &targets, nothing),
				Error::<Test>::NothingToFreeze
			);
		}
		for who in [ALICE, ISSUER, AGENT, COUNCIL, STRANGER] {
			assert_noop!(freeze_many(who, &targets, Freeze::Full), BadOrigin);
			assert_noop!(thaw_many(who, &targets), BadOrigin);
		}
	});
}

#[test]
fn as_many_as_a_hundred_go_into_one_call() {
	ExtBuilder::default().build_and_execute(|| {
		let targets: Vec<_> = (0..MAX_TARGETS)
			.map(|index| {
				Registry::change(1_000 + index, |_| {});
				FreezeTarget::Identity(1_000 + index)
			})
			.collect();
		assert_ok!(freeze_many(OFFICER, &targets, Freeze::Partial(1)));
		let more = [targets.as_slice(), &[FreezeTarget::Identity(1)]].concat();
		assert!(FreezeTargets::<AccountId>::try_from(more).is_err());
		assert_ok!(thaw_many(OFFICER, &targets));
	});
}

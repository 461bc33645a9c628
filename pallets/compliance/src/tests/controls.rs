//! Policies, pauses and freezes, and who may set them.

use super::*;
use crate::{Controls, Event, Freeze, FreezeTarget, Policy, Positions, ResumeRequests};
use assay_primitives::{Role, MAX_ACCOUNTS};
use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok},
	sp_runtime::{traits::BadOrigin, DispatchResult},
};

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn pause(who: AccountId) -> DispatchResult {
	Compliance::pause(signed(who), GOLD, Movement::Transfer)
}

fn resume(who: AccountId) -> DispatchResult {
	Compliance::resume(signed(who), GOLD, Movement::Transfer)
}

fn freeze(target: FreezeTarget<AccountId>, freeze: Freeze) -> DispatchResult {
	Compliance::freeze(signed(OFFICER), GOLD, target, freeze)
}

fn thaw(target: FreezeTarget<AccountId>) -> DispatchResult {
	Compliance::thaw(signed(OFFICER), GOLD, target)
}

#[test]
fn set_policy_and_clear_policy_work() {
	ExtBuilder::default().build_and_execute(|| {
		let policy: Policy = vec![kyc(Side::Both)].try_into().unwrap();
		assert_ok!(Compliance::set_policy(
			signed(OFFICER),
			GOLD,
			policy.clone()
		));
		System::assert_last_event(
			Event::PolicySet {
				asset: GOLD,
				rules: 1,
				by: 20,
			}
			.into(),
		);
		assert_eq!(Compliance::policy(GOLD), Some(policy));
		assert_ok!(Compliance::clear_policy(signed(OFFICER), GOLD));
		System::assert_last_event(
			Event::PolicyCleared {
				asset: GOLD,
				by: 20,
			}
			.into(),
		);
		assert_eq!(Compliance::policy(GOLD), None);
		assert_noop!(
			Compliance::clear_policy(signed(OFFICER), GOLD),
			Error::<Test>::NoPolicy
		);
	});
}

#[test]
fn fails_when_the_asset_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		Registry::grant(9, Role::ComplianceOfficer, 20);
		let unknown: DispatchError = Error::<Test>::UnknownAsset.into();
		assert_noop!(
			Compliance::set_policy(signed(OFFICER), 9, Policy::new()),
			unknown
		);
		assert_noop!(Compliance::clear_policy(signed(OFFICER), 9), unknown);
		let movement = Movement::Mint;
		assert_noop!(Compliance::pause(signed(OFFICER), 9, movement), unknown);
		assert_noop!(Compliance::resume(signed(OFFICER), 9, movement), unknown);
		let target = FreezeTarget::Identity(1);
		assert_noop!(
			Compliance::freeze(signed(OFFICER), 9, target.clone(), Freeze::Full),
			unknown
		);
		assert_noop!(Compliance::thaw(signed(OFFICER), 9, target), unknown);
	});
}

#[test]
fn every_call_is_open_to_its_roles_alone() {
	const WHO: [AccountId; 6] = [OFFICER, AGENT, ISSUER, COUNCIL, ALICE, STRANGER];
	type Try = fn(AccountId) -> DispatchResult;
	let table: [(&str, Try, [bool; 6]); 13] = [
		(
			"schedule_policy",
			|who| Compliance::schedule_policy(signed(who), GOLD, Policy::new(), NOW + 1),
			[true, false, false, false, false, false],
		),
		(
			"cancel_scheduled_policy",
			|who| {
				let officer = signed(OTHER_OFFICER);
				assert_ok!(Compliance::schedule_policy(
					officer,
					GOLD,
					Policy::new(),
					NOW + 1
				));
				Compliance::cancel_scheduled_policy(signed(who), GOLD)
			},
			[true, false, false, false, false, false],
		),
		(
			"approve_transfer",
			|who| Compliance::approve_transfer(signed(who), GOLD, 1, 2, 1, NOW),
			[true, false, false, false, false, false],
		),
		(
			"cancel_transfer_approval",
			|who| {
				let officer = signed(OTHER_OFFICER);
				assert_ok!(Compliance::approve_transfer(officer, GOLD, 1, 2, 1, NOW));
				Compliance::cancel_transfer_approval(signed(who), GOLD, 1, 2)
			},
			[true, false, false, false, false, false],
		),
		(
			"opt_out",
			|who| {
				assert_ok!(Compliance::opt_in(signed(ALICE), GOLD));
				Compliance::opt_out(signed(who), GOLD, 1)
			},
			[false, false, false, false, true, false],
		),
		(
			"reseat",
			|who| {
				Registry::depart(2, 840);
				Compliance::reseat(signed(who), 2, Default::default())
			},
			[true; 6],
		),
		(
			"move_replaced",
			|who| {
				assert_ok!(<Ledger as GuardedLedger<_>>::mint(GOLD, &BOB, 1));
				Registry::replace(BOB);
				Registry::succeed(BOB, 222);
				Compliance::move_replaced(signed(who), GOLD, BOB)
			},
			[true; 6],
		),
		(
			"set_policy",
			|who| Compliance::set_policy(signed(who), GOLD, Policy::new()),
			[true, false, false, false, false, false],
		),
		(
			"clear_policy",
			|who| Compliance::clear_policy(signed(who), GOLD),
			[true, false, false, false, false, false],
		),
		("pause", pause, [true, true, false, true, false, false]),
		(
			"resume",
			|who| {
				assert_ok!(pause(COUNCIL));
				resume(who)
			},
			[true, false, false, true, false, false],
		),
		(
			"freeze",
			|who| Compliance::freeze(signed(who), GOLD, FreezeTarget::Identity(1), Freeze::Full),
			[true, false, false, false, false, false],
		),
		(
			"thaw",
			|who| {
				let target = FreezeTarget::Identity(1);
				assert_ok!(freeze(target.clone(), Freeze::Full));
				Compliance::thaw(signed(who), GOLD, target)
			},
			[true, false, false, false, false, false],
		),
	];
	for (name, attempt, expected) in table {
		for (who, may) in WHO.into_iter().zip(expected) {
			ExtBuilder::default().build_and_execute(|| {
				let outcome = if may { Ok(()) } else { Err(BadOrigin.into()) };
				assert_eq!(attempt(who), outcome, "{name} by {who}");
			});
		}
	}
}

#[test]
fn a_suspended_officer_may_do_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		Registry::set_standing(20, assay_primitives::Standing::Suspended);
		assert_noop!(pause(OFFICER), BadOrigin);
		assert_noop!(
			Compliance::set_policy(signed(OFFICER), GOLD, Policy::new()),
			BadOrigin
		);
	});
}

#[test]
fn pause_works_at_once_and_resume_needs_a_second_organisation() {
	let (asset, movement) = (GOLD, Movement::Transfer);
	ExtBuilder::default().gold(ALICE, 10).build_and_execute(|| {
		assert_noop!(resume(OFFICER), Error::<Test>::NotPaused);
		assert_ok!(pause(AGENT));
		System::assert_last_event(
			Event::MovementPaused {
				asset,
				movement,
				by: Some(40),
			}
			.into(),
		);
		assert_noop!(pause(OFFICER), Error::<Test>::AlreadyPaused);
		assert_noop!(send(ALICE, BOB, 1), refused(ReasonCode::MovementPaused));
		// The issuer may confirm, not ask.
		assert_noop!(resume(ISSUER), BadOrigin);
		assert_ok!(resume(OFFICER));
		System::assert_last_event(
			Event::ResumeRequested {
				asset,
				movement,
				by: 20,
			}
			.into(),
		);
		assert_noop!(send(ALICE, BOB, 1), refused(ReasonCode::MovementPaused));
		for same in [OFFICER, COLLEAGUE] {
			assert_noop!(resume(same), Error::<Test>::SameOrganisation);
		}
		assert_ok!(resume(OTHER_OFFICER));
		System::assert_last_event(
			Event::MovementResumed {
				asset,
				movement,
				by: Some(22),
			}
			.into(),
		);
		assert_ok!(send(ALICE, BOB, 1));
		assert_eq!(ResumeRequests::<Test>::get((asset, movement)), None);
	});
}

#[test]
fn the_issuer_confirms_and_the_council_resumes_alone() {
	let (asset, movement) = (GOLD, Movement::Transfer);
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(pause(OFFICER));
		assert_ok!(resume(OFFICER));
		assert_ok!(resume(ISSUER));
		assert_eq!(Compliance::paused(GOLD).to_vec(), vec![]);
		assert_ok!(pause(COUNCIL));
		System::assert_last_event(
			Event::MovementPaused {
				asset,
				movement,
				by: None,
			}
			.into(),
		);
		assert_eq!(Compliance::paused(GOLD).to_vec(), vec![Movement::Transfer]);
		assert_ok!(resume(OFFICER));
		assert_ok!(resume(COUNCIL));
		System::assert_last_event(
			Event::MovementResumed {
				asset,
				movement,
				by: None,
			}
			.into(),
		);
		assert_eq!(ResumeRequests::<Test>::get((asset, movement)), None);
	});
}

#[test]
fn a_second_pause_withdraws_the_request() {
	let (asset, movement) = (GOLD, Movement::Transfer);
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(pause(OFFICER));
		assert_ok!(resume(OFFICER));
		assert_ok!(pause(AGENT));
		System::assert_last_event(
			Event::ResumeWithdrawn {
				asset,
				movement,
				by: Some(40),
			}
			.into(),
		);
		assert_ok!(resume(OTHER_OFFICER));
		assert_eq!(Compliance::paused(GOLD).len(), 1);
	});
}

#[test]
fn freeze_and_thaw_work() {
	let asset = GOLD;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			for target in [FreezeTarget::Account(ALICE), FreezeTarget::Identity(1)] {
				assert_ok!(freeze(target.clone(), Freeze::Partial(60)));
				System::assert_last_event(
					Event::Frozen {
						asset,
						target: target.clone(),
						old: Freeze::None,
						new: Freeze::Partial(60),
						by: 20,
					}
					.into(),
				);
				assert_noop!(send(ALICE, BOB, 41), refused(ReasonCode::FreeUnits));
				assert_ok!(freeze(target.clone(), Freeze::Full));
				assert_noop!(send(ALICE, BOB, 1), refused(ReasonCode::SenderFrozen));
				assert_noop!(send(ALICE, ALICE_2, 1), refused(ReasonCode::SenderFrozen));
				assert_ok!(thaw(target.clone()));
				System::assert_last_event(
					Event::Thawed {
						asset,
						target: target.clone(),
						old: Freeze::Full,
						by: 20,
					}
					.into(),
				);
				assert_noop!(thaw(target), Error::<Test>::NotFrozen);
				assert_ok!(send(ALICE, ALICE, 100));
			}
		});
}

#[test]
fn a_freeze_waits_for_the_first_unit_and_outlives_the_last() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(freeze(FreezeTarget::Identity(2), Freeze::Partial(5)));
			assert_ok!(send(ALICE, BOB, 10));
			assert_noop!(send(BOB, ALICE, 6), refused(ReasonCode::FreeUnits));
			assert_ok!(thaw(FreezeTarget::Identity(2)));
			assert_ok!(send(BOB, ALICE, 10));
			assert_eq!(Positions::<Test>::get(GOLD, 2), None);
			assert_ok!(freeze(FreezeTarget::Account(BOB), Freeze::Full));
			assert_noop!(send(ALICE, BOB, 1), refused(ReasonCode::ReceiverFrozen));
			assert_ok!(thaw(FreezeTarget::Account(BOB)));
			assert_eq!(Positions::<Test>::get(GOLD, 2), None);
		});
}

#[test]
fn freeze_fails_when_it_names_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		for nothing in [Freeze::None, Freeze::Partial(0)] {
			assert_noop!(
				freeze(FreezeTarget::Identity(1), nothing),
				Error::<Test>::NothingToFreeze
			);
		}
		for target in [FreezeTarget::Identity(77), FreezeTarget::Account(STRANGER)] {
			assert_noop!(
				freeze(target.clone(), Freeze::Full),
				Error::<Test>::UnknownTarget
			);
			assert_noop!(thaw(target), Error::<Test>::UnknownTarget);
		}
		assert_noop!(thaw(FreezeTarget::Identity(1)), Error::<Test>::NotFrozen);
	});
}

#[test]
fn freeze_fails_when_too_many_accounts_are_frozen() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			for index in 0..u64::from(MAX_ACCOUNTS) {
				Registry::link(500 + index, 1);
				assert_ok!(freeze(FreezeTarget::Account(500 + index), Freeze::Full));
			}
			assert_noop!(
				freeze(FreezeTarget::Account(ALICE), Freeze::Full),
				Error::<Test>::TooManyAccounts
			);
			// One that is frozen may be frozen otherwise, and a hold always finds room.
			assert_ok!(freeze(FreezeTarget::Account(500), Freeze::Partial(1)));
			assert_ok!(hold(ALICE, Purpose::Escrow, 100));
		});
}

#[test]
fn a_frozen_account_keeps_its_link() {
	use assay_traits::HoldingsInspect;
	ExtBuilder::default().build_and_execute(|| {
		let target = FreezeTarget::Account(BOB);
		for _ in 0..2 {
			assert_ok!(freeze(target.clone(), Freeze::Full));
			assert!(Compliance::account_holds_anything(&BOB));
		}
		assert_ok!(thaw(target));
		assert!(!Compliance::account_holds_anything(&BOB));
	});
}

#[test]
fn a_frozen_identity_counts_as_holding_until_its_last_freeze_ends() {
	use assay_traits::HoldingsInspect;
	ExtBuilder::default().build_and_execute(|| {
		let holds = || <Compliance as HoldingsInspect<AccountId>>::identity_holds_anything(2);
		let (whole, account) = (FreezeTarget::Identity(2), FreezeTarget::Account(BOB));
		assert!(!holds());
		for amount in [Freeze::Full, Freeze::Partial(1)] {
			assert_ok!(freeze(whole.clone(), amount));
			assert_ok!(freeze(account.clone(), amount));
			assert_eq!(crate::FrozenPositionsOf::<Test>::get(2), 1);
		}
		assert_ok!(thaw(whole.clone()));
		assert!(holds(), "its account is frozen still");
		assert_ok!(thaw(account));
		assert!(!holds());
		assert_ok!(freeze(whole.clone(), Freeze::Full));
		assert!(holds());
		assert_ok!(thaw(whole));
		assert!(!holds() && !crate::FrozenPositionsOf::<Test>::contains_key(2));
	});
}

#[test]
fn a_request_of_a_former_officer_does_not_count() {
	let (asset, movement) = (GOLD, Movement::Transfer);
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(pause(OFFICER));
		assert_ok!(resume(OFFICER));
		Registry::revoke(asset, Role::ComplianceOfficer, 20);
		assert_noop!(resume(ISSUER), BadOrigin);
		assert_ok!(resume(OTHER_OFFICER));
		System::assert_last_event(
			Event::ResumeRequested {
				asset,
				movement,
				by: 22,
			}
			.into(),
		);
		assert_ok!(resume(ISSUER));
		assert_eq!(Compliance::paused(asset).to_vec(), vec![]);
	});
}

#[test]
fn controls_are_told() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Compliance::controls(GOLD), Controls::<Test>::get(GOLD));
		assert_eq!(Compliance::controls(9), None);
		assert_eq!(Compliance::paused(9).to_vec(), vec![]);
		for movement in Movement::ALL {
			assert_ok!(Compliance::do_pause(GOLD, movement, None));
		}
		assert_eq!(Compliance::paused(GOLD).to_vec(), Movement::ALL.to_vec());
	});
}

#[test]
fn the_time_that_redemptions_are_paused_is_added_up() {
	use assay_traits::RedemptionGuard;
	ExtBuilder::default().build_and_execute(|| {
		let start = NOW;
		let paused =
			|after| <Compliance as RedemptionGuard<AccountId>>::paused_ms(GOLD, start + after);
		let pause = |movement| {
			assert_ok!(Compliance::do_pause(GOLD, movement, None));
		};
		let resume = |movement| {
			assert_ok!(Compliance::do_resume(GOLD, movement, None));
		};
		// Another movement's pause does not count.
		pause(Movement::Transfer);
		assert_eq!(paused(100), 0);
		pause(Movement::Redemption);
		assert_eq!((paused(0), paused(1), paused(100)), (0, 1, 100));
		Clock::set(start + 100);
		resume(Movement::Redemption);
		assert_eq!((paused(100), paused(500)), (100, 100));
		Clock::set(start + 500);
		pause(Movement::Redemption);
		assert_eq!((paused(500), paused(530)), (100, 130));
		Clock::set(start + 530);
		resume(Movement::Redemption);
		assert_eq!(paused(1_000), 130);
	});
}

#[test]
fn only_the_councils_pause_of_redemptions_counts_also_laid_over_an_agents() {
	use assay_traits::RedemptionGuard;
	let movement = Movement::Redemption;
	ExtBuilder::default().build_and_execute(|| {
		let paused =
			|after| <Compliance as RedemptionGuard<AccountId>>::paused_ms(GOLD, NOW + after);
		let pause = |who| Compliance::pause(signed(who), GOLD, movement);
		let resume = |who| Compliance::resume(signed(who), GOLD, movement);
		// GIVEN the pause of one agent THEN no deadline is put off
		assert_ok!(pause(AGENT));
		assert_eq!(Compliance::paused(GOLD).to_vec(), vec![movement]);
		assert_eq!(paused(100), 0);
		Clock::set(NOW + 100);
		assert_noop!(pause(OFFICER), Error::<Test>::AlreadyPaused);
		// WHEN the council lays its own over it THEN time counts from then on
		assert_ok!(pause(COUNCIL));
		assert_eq!((paused(100), paused(150)), (0, 50));
		assert_noop!(pause(COUNCIL), Error::<Test>::AlreadyPaused);
		// and an agent who holds up the end of it changes nothing about that.
		assert_ok!(resume(OFFICER));
		assert_ok!(pause(AGENT));
		Clock::set(NOW + 150);
		assert_ok!(resume(OFFICER));
		assert_ok!(resume(ISSUER));
		assert_eq!(paused(1_000), 50);
		// WHEN an agent who withdraws a request is the only one who pauses THEN nothing counts
		assert_ok!(pause(OFFICER));
		assert_ok!(resume(OFFICER));
		assert_ok!(pause(AGENT));
		assert_eq!(paused(1_000), 50);
	});
}

#[test]
fn whoever_is_frozen_or_sanctioned_is_not_paid() {
	use assay_traits::RedemptionGuard;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let may = || <Compliance as RedemptionGuard<AccountId>>::check_payment(GOLD, &ALICE);
			assert_eq!(may(), Ok(()));
			assert_ok!(freeze(FreezeTarget::Identity(1), Freeze::Full));
			assert_eq!(may(), Err(ReasonCode::SenderFrozen));
			assert_ok!(thaw(FreezeTarget::Identity(1)));
			assert_ok!(Compliance::do_pause(GOLD, Movement::Redemption, None));
			assert_eq!(may(), Err(ReasonCode::MovementPaused));
			// What stands against the holder is told first.
			assert_ok!(freeze(FreezeTarget::Identity(1), Freeze::Full));
			assert_eq!(may(), Err(ReasonCode::SenderFrozen));
		});
}

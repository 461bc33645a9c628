//! Policies that come into force by time alone.

use super::*;
use crate::{Controls, Event, Policy, ScheduledPolicy};
use assay_primitives::{Moment, Role};
use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok},
	sp_runtime::{traits::BadOrigin, DispatchResult},
};

fn schedule(who: AccountId, rules: Vec<Rule>, at: Moment) -> DispatchResult {
	let policy: Policy = rules.try_into().unwrap();
	Compliance::schedule_policy(RuntimeOrigin::signed(who), GOLD, policy, at)
}

fn cancel(who: AccountId) -> DispatchResult {
	Compliance::cancel_scheduled_policy(RuntimeOrigin::signed(who), GOLD)
}

fn closed() -> Vec<Rule> {
	vec![Rule::MaxBalance { units: 0 }]
}

#[test]
fn schedule_policy_takes_effect_at_its_moment() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(schedule(OFFICER, closed(), NOW + 10));
			System::assert_last_event(
				Event::PolicyScheduled {
					asset: GOLD,
					rules: 1,
					effective_at: NOW + 10,
					by: 20,
				}
				.into(),
			);
			let pending = ScheduledPolicy {
				effective_at: NOW + 10,
				policy: closed().try_into().unwrap(),
			};
			assert_eq!(Compliance::pending_policy(GOLD), Some(pending.clone()));
			Clock::set(NOW + 9);
			assert_eq!(Compliance::policy(GOLD), Some(Policy::new()));
			assert_ok!(send(ALICE, BOB, 1));
			Clock::set(NOW + 10);
			assert_eq!(Compliance::policy(GOLD), Some(pending.policy.clone()));
			assert_eq!(Compliance::pending_policy(GOLD), None);
			assert_noop!(send(ALICE, BOB, 1), refused(ReasonCode::MaxBalance));
			assert_noop!(
				<Ledger as GuardedLedger<_>>::mint(GOLD, &BOB, 1),
				refused(ReasonCode::MaxBalance)
			);
			assert!(pool(ALICE, assets_transfer(GOLD, BOB, 1)).is_err());
			// Too late to cancel; the next write puts it in its place.
			assert_noop!(cancel(OFFICER), Error::<Test>::NotScheduled);
			assert_ok!(Compliance::do_pause(GOLD, Movement::Mint, None));
			let controls = Controls::<Test>::get(GOLD).unwrap();
			assert_eq!(
				(controls.policy, controls.scheduled),
				(Some(pending.policy), None)
			);
		});
}

#[test]
fn a_policy_may_be_scheduled_where_there_is_none() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(Compliance::do_clear_policy(GOLD));
			assert_ok!(schedule(OFFICER, vec![], NOW + 1));
			assert_eq!(why(ALICE, BOB, 1), [ReasonCode::PolicyMissing]);
			Clock::set(NOW + 1);
			assert_eq!(why(ALICE, BOB, 1), []);
		});
}

#[test]
fn schedule_policy_takes_the_place_of_one_to_come_and_keeps_one_in_force() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(schedule(OFFICER, vec![Rule::PreApproval], NOW + 10));
			assert_ok!(schedule(OFFICER, closed(), NOW + 5));
			Clock::set(NOW + 5);
			assert_ok!(schedule(OFFICER, vec![], NOW + 20));
			Clock::set(NOW + 19);
			assert_eq!(why(ALICE, BOB, 1), [ReasonCode::MaxBalance]);
			Clock::set(NOW + 20);
			assert_eq!(why(ALICE, BOB, 1), []);
		});
}

#[test]
fn cancel_scheduled_policy_works() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(cancel(OFFICER), Error::<Test>::NotScheduled);
		assert_ok!(schedule(OFFICER, closed(), NOW + 10));
		assert_ok!(cancel(OTHER_OFFICER));
		let (asset, by) = (GOLD, 22);
		System::assert_last_event(Event::ScheduledPolicyCancelled { asset, by }.into());
		Clock::set(NOW + 10);
		assert_eq!(Compliance::policy(GOLD), Some(Policy::new()));
	});
}

#[test]
fn a_policy_set_or_cleared_at_once_withdraws_one_to_come() {
	let (asset, by) = (GOLD, 20);
	let officer = || RuntimeOrigin::signed(OFFICER);
	let withdrawn = || {
		System::assert_has_event(Event::ScheduledPolicyCancelled { asset, by }.into());
		System::reset_events();
		assert_eq!(Compliance::pending_policy(GOLD), None);
	};
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(schedule(OFFICER, closed(), NOW + 10));
		assert_ok!(Compliance::set_policy(officer(), GOLD, Policy::new()));
		withdrawn();
		assert_ok!(schedule(OFFICER, closed(), NOW + 10));
		assert_ok!(Compliance::clear_policy(officer(), GOLD));
		withdrawn();
		// Only one to come: there is something to clear.
		assert_ok!(schedule(OFFICER, closed(), NOW + 10));
		assert_ok!(Compliance::clear_policy(officer(), GOLD));
		withdrawn();
		// One in force is no longer to come.
		assert_ok!(schedule(OFFICER, closed(), NOW + 10));
		Clock::set(NOW + 10);
		System::reset_events();
		assert_ok!(Compliance::set_policy(officer(), GOLD, Policy::new()));
		let rules = 0;
		System::assert_last_event(Event::PolicySet { asset, rules, by }.into());
		assert_eq!(System::events().len(), 1);
	});
}

#[test]
fn schedule_policy_fails_when_it_is_late_or_the_signer_no_officer() {
	ExtBuilder::default().build_and_execute(|| {
		for at in [0, NOW - 1, NOW] {
			assert_noop!(schedule(OFFICER, closed(), at), Error::<Test>::NotInFuture);
		}
		assert_ok!(schedule(OFFICER, closed(), NOW + 1));
		for who in [ALICE, ISSUER, AGENT, COUNCIL, STRANGER] {
			assert_noop!(schedule(who, closed(), NOW + 1), BadOrigin);
			assert_noop!(cancel(who), BadOrigin);
		}
		Registry::grant(9, Role::ComplianceOfficer, 20);
		let officer = || RuntimeOrigin::signed(OFFICER);
		assert_noop!(
			Compliance::schedule_policy(officer(), 9, Policy::new(), NOW + 1),
			Error::<Test>::UnknownAsset
		);
		assert_noop!(
			Compliance::cancel_scheduled_policy(officer(), 9),
			Error::<Test>::UnknownAsset
		);
		assert_eq!(Compliance::pending_policy(9), None);
	});
}

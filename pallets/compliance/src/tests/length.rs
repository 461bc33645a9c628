//! How long a policy may be: every movement reads all of it.

use super::*;
use crate::{policy_bytes, Controls, Policy, MAX_POLICY_BYTES};
use polkadot_sdk::frame_support::{assert_noop, assert_ok};

/// Lists of identities, and so many rules of one byte, that add up to 4,095 bytes and one for each.
fn policy(short: usize) -> Policy {
	let list = |identities: u32| Rule::Denylist {
		identities: (1_000..1_000 + identities)
			.collect::<Vec<_>>()
			.try_into()
			.unwrap(),
	};
	let mut rules = vec![list(63); 16];
	rules.push(list(7));
	rules.extend(vec![Rule::FullBalanceOnly; short]);
	rules.try_into().unwrap()
}

#[test]
fn a_policy_is_as_long_as_it_may_be_and_no_longer() {
	ExtBuilder::default().build_and_execute(|| {
		let officer = || RuntimeOrigin::signed(OFFICER);
		let set = |policy| Compliance::set_policy(officer(), GOLD, policy);
		let schedule = |policy| Compliance::schedule_policy(officer(), GOLD, policy, NOW + 1);
		let (longest, longer) = (policy(1), policy(2));
		assert_eq!(policy_bytes(&longest), MAX_POLICY_BYTES);
		assert_ok!(schedule(longest.clone()));
		assert_ok!(set(longest.clone()));
		let bytes = MAX_POLICY_BYTES + 1;
		assert_noop!(set(longer.clone()), Error::<Test>::PolicyTooLong(bytes));
		assert_noop!(schedule(longer), Error::<Test>::PolicyTooLong(bytes));
		assert_eq!(Compliance::policy(GOLD), Some(longest));
	});
}

#[test]
fn every_policy_has_a_length_that_the_error_can_tell() {
	// The longest that the rules could be, were there no bound in bytes.
	let pair = crate::Pair {
		sender: Some(1),
		receiver: Some(2),
	};
	let rule = Rule::Counterparties {
		mode: crate::ListMode::Deny,
		pairs: vec![pair; crate::MAX_PAIRS as usize].try_into().unwrap(),
	};
	let policy: Policy = vec![rule; crate::MAX_RULES as usize].try_into().unwrap();
	assert_eq!(policy_bytes(&policy), 1 + 32 * 644);
}

#[test]
fn inv_com_17_policies() {
	for scheduled in [false, true] {
		ExtBuilder::default().build().execute_with(|| {
			Controls::<Test>::mutate(GOLD, |controls| {
				let controls = controls.as_mut().unwrap();
				if scheduled {
					controls.scheduled = Some(crate::ScheduledPolicy {
						effective_at: NOW + 1,
						policy: policy(2),
					});
				} else {
					controls.policy = Some(policy(2));
				}
			});
			let message = format!("{:?}", Compliance::do_try_state().unwrap_err());
			assert!(message.contains("INV-COM-17:"), "{message}");
		});
	}
}

/// What the benchmarks take for the worst is the worst.
#[cfg(feature = "runtime-benchmarks")]
#[test]
fn the_costliest_policy_leaves_no_room() {
	let policy = crate::costliest_policy(crate::MAX_RULES);
	assert_eq!(policy.len(), crate::MAX_RULES as usize);
	assert!(crate::policy_is_valid(&policy));
	let left = MAX_POLICY_BYTES - policy_bytes(&policy);
	assert!((1..20).contains(&left), "{left} bytes are left");
}

//! `grant_fees` and the cap per period.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use polkadot_sdk::sp_runtime::{ArithmeticError, TokenError};
use proptest::{collection::vec, prelude::*};

fn grant(account: AccountId, amount: Balance) -> frame_support::dispatch::DispatchResult {
	Consortium::grant_fees(signed(MAJORITY), account, amount)
}

#[test]
fn works() {
	ExtBuilder::build_and_execute(|| {
		assert_eq!(Consortium::grant_allowance(), CAP);
		assert_ok!(grant(ALICE, 400));
		assert_eq!(Balances::free_balance(ALICE), 400);
		assert_eq!(Balances::total_issuance(), 400);
		assert_eq!(
			last_event(),
			Event::FeesGranted {
				account: ALICE,
				amount: 400,
				remaining: 600
			}
			.into()
		);
		assert_ok!(grant(BOB, 600));
		assert_eq!(
			last_event(),
			Event::FeesGranted {
				account: BOB,
				amount: 600,
				remaining: 0
			}
			.into()
		);
		assert_eq!(Consortium::grant_allowance(), 0);
	});
}

#[test]
fn fails_when_the_cap_is_passed_by_one() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(grant(ALICE, CAP + 1), Error::<Test>::GrantCapExceeded);
		assert_ok!(grant(ALICE, CAP - 10));
		assert_noop!(grant(ALICE, 11), Error::<Test>::GrantCapExceeded);
		assert_ok!(grant(ALICE, 10));
		assert_noop!(grant(ALICE, 1), Error::<Test>::GrantCapExceeded);
		assert_noop!(grant(ALICE, Balance::MAX), ArithmeticError::Overflow);
	});
}

#[test]
fn a_period_ends_with_its_last_millisecond_and_leaves_nothing_to_the_next() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(grant(ALICE, CAP));
		Clock::set(START + PERIOD - 1);
		assert_eq!(Consortium::grant_allowance(), 0);
		assert_noop!(grant(ALICE, 1), Error::<Test>::GrantCapExceeded);
		Clock::set(START + PERIOD);
		assert_eq!(Consortium::grant_allowance(), CAP);
		assert_ok!(grant(ALICE, CAP));
		// Periods in which nothing was granted add nothing.
		Clock::set(START + 5 * PERIOD);
		assert_eq!(Consortium::grant_allowance(), CAP);
		assert_noop!(grant(ALICE, CAP + 1), Error::<Test>::GrantCapExceeded);
	});
}

#[test]
fn fails_when_the_grant_makes_no_sense() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(grant(ALICE, 0), Error::<Test>::AmountZero);
		assert_noop!(grant(NOBODY, 10), Error::<Test>::NotLinked);
		assert_noop!(grant(LINKED, 10), Error::<Test>::NotLinked);
		assert_noop!(grant(ALICE, 4), TokenError::BelowMinimum);
		assert_ok!(grant(LINKED - 1, 5));
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(200))]

	/// Against a model that keeps the sum of each period in a list.
	#[test]
	fn no_period_ever_gets_more_than_the_cap(
		steps in vec((0..PERIOD / 2, 0..CAP + 200, 1..4u64), 1..60),
	) {
		ExtBuilder::build().execute_with(|| {
			let mut sums = std::collections::BTreeMap::<u64, Balance>::new();
			for (wait, amount, account) in steps {
				Clock::set(Clock::get() + wait);
				let sum = sums.entry(Clock::get() / PERIOD).or_default();
				prop_assert_eq!(Consortium::grant_allowance(), CAP - *sum);
				let dust = Balances::free_balance(account) + amount < 5;
				let fits = amount > 0 && !dust && *sum + amount <= CAP;
				prop_assert_eq!(grant(account, amount).is_ok(), fits);
				if fits {
					*sum += amount;
				}
				prop_assert_eq!(Balances::total_issuance(), sums.values().sum::<Balance>());
			}
			Consortium::do_try_state().unwrap();
			Ok::<(), TestCaseError>(())
		})?;
	}
}

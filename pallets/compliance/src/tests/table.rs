//! Which rule binds which movement: the whole table, by the function and by what happens.

use super::*;
use crate::{policy_is_valid, Freeze, FreezeTarget, ListMode, Pair, Policy, Window};
use assay_primitives::{Movement::*, BPS, DAY};
use assay_traits::InterventionLedger;
use polkadot_sdk::frame_support::{assert_noop, assert_ok};

/// A rule of each kind that refuses every movement it binds, and what it binds: a mint, a transfer,
/// a transfer between accounts of one identity.
fn table() -> Vec<(Rule, [bool; 3])> {
	let jurisdictions = |side| Rule::Jurisdictions {
		side,
		mode: ListMode::Allow,
		list: Default::default(),
	};
	vec![
		(kyc(Side::Sender), [false, true, true]),
		(kyc(Side::Receiver), [true, true, true]),
		(kyc(Side::Both), [true, true, true]),
		(jurisdictions(Side::Sender), [false, true, true]),
		(jurisdictions(Side::Receiver), [true, true, true]),
		(jurisdictions(Side::Both), [true, true, true]),
		(
			Rule::ReceiverCategory {
				allowed: Default::default(),
			},
			[true, true, true],
		),
		(
			Rule::Denylist {
				identities: vec![1, 2].try_into().unwrap(),
			},
			[true, true, true],
		),
		(Rule::MaxBalance { units: 0 }, [true, true, false]),
		(Rule::MaxBalanceBps { bps: 0 }, [true, true, false]),
		(Rule::MaxHolders { max: 0 }, [true, true, false]),
		(
			Rule::MaxHoldersPerCountry {
				country: Some(756),
				max: 0,
			},
			[true, true, false],
		),
		(Rule::LockUp { until: NOW + 1 }, [false, true, true]),
		(Rule::HoldingPeriod { period_ms: DAY }, [false, true, false]),
		(
			Rule::TransferWindows {
				windows: Default::default(),
			},
			[false, true, true],
		),
		(
			Rule::VolumePerPeriod {
				units: 0,
				period_ms: DAY,
			},
			[false, true, false],
		),
		(Rule::MinimumAmount { units: 5 }, [true, true, false]),
		(Rule::MinimumPosition { units: 5 }, [true, true, false]),
		(Rule::FullBalanceOnly, [false, true, false]),
		(Rule::PreApproval, [false, true, false]),
		(
			Rule::Counterparties {
				mode: ListMode::Allow,
				pairs: Default::default(),
			},
			[false, true, false],
		),
		(Rule::SupplyCap { units: 0 }, [true, false, false]),
		(Rule::ReceiverOptIn, [true, true, false]),
	]
}

#[test]
fn each_rule_binds_the_movements_of_the_table() {
	for (rule, [mint, transfer, within]) in table() {
		ExtBuilder::default().build_and_execute(|| {
			// For a holding period the units must come while the rule is in force.
			if let Rule::HoldingPeriod { .. } = rule {
				set_rules(GOLD, [rule.clone()]);
			}
			crate::mock::mint(ALICE, 10);
			set_rules(GOLD, [rule.clone()]);
			for movement in Movement::ALL {
				let binds = match movement {
					Mint => mint,
					Transfer => transfer,
					Hold | Redemption | Forced => false,
				};
				assert_eq!(rule.binds(movement), binds, "{rule:?} {movement:?}");
			}
			assert_eq!(rule.spares_own_accounts(), !within, "{rule:?}");
			let refuses = |movement, from, to| check(movement, from, to, 1).is_err();
			assert_eq!(refuses(Mint, None, Some(BOB)), mint, "{rule:?}");
			assert_eq!(
				refuses(Transfer, Some(ALICE), Some(BOB)),
				transfer,
				"{rule:?}"
			);
			assert_eq!(
				refuses(Transfer, Some(ALICE), Some(ALICE_2)),
				within,
				"{rule:?}"
			);
			for movement in [Hold, Redemption] {
				assert_ok!(check(movement, Some(ALICE), None, 1));
			}
			// A docket moves units whatever the policy.
			assert_ok!(<Ledger as InterventionLedger<_>>::force_transfer(
				GOLD,
				&ALICE,
				&BOB,
				Some(1)
			));
			assert_eq!(total(2), 1);
		});
	}
}

#[test]
fn the_issuer_is_spared_by_four_rules() {
	let spared = |rule: &Rule| {
		matches!(
			rule,
			Rule::LockUp { .. }
				| Rule::HoldingPeriod { .. }
				| Rule::MaxBalanceBps { .. }
				| Rule::FullBalanceOnly
		)
	};
	for (rule, [_, transfer, _]) in table() {
		assert_eq!(rule.spares_issuer(), spared(&rule));
		ExtBuilder::default().build_and_execute(|| {
			set_rules(GOLD, [Rule::HoldingPeriod { period_ms: DAY }]);
			crate::mock::mint(ISSUER, 10);
			crate::mock::mint(ALICE, 10);
			set_rules(GOLD, [rule.clone()]);
			let expected = transfer && !spared(&rule);
			// The issuer gives where it is the sender that is spared, and receives otherwise.
			let bps = matches!(rule, Rule::MaxBalanceBps { .. });
			let reasons = if bps {
				why(ALICE, ISSUER, 1)
			} else {
				why(ISSUER, BOB, 1)
			};
			assert_eq!(!reasons.is_empty(), expected, "{rule:?}: {reasons:?}");
		});
	}
}

#[test]
fn figures_that_make_no_sense_are_no_policy() {
	let weekly = |days, from_minute, until_minute| Rule::TransferWindows {
		windows: vec![Window::Weekly {
			days,
			from_minute,
			until_minute,
		}]
		.try_into()
		.unwrap(),
	};
	let once = |from, until| Rule::TransferWindows {
		windows: vec![Window::Once { from, until }].try_into().unwrap(),
	};
	let volume = |period_ms| Rule::VolumePerPeriod {
		units: 1,
		period_ms,
	};
	let holding = |period_ms| Rule::HoldingPeriod { period_ms };
	let cases: Vec<(Vec<Rule>, bool)> = vec![
		(vec![Rule::MaxBalanceBps { bps: BPS }], true),
		(vec![Rule::MaxBalanceBps { bps: BPS + 1 }], false),
		(vec![weekly(1, 0, 1)], true),
		(vec![weekly(127, 0, 1_440)], true),
		(vec![weekly(0, 0, 1)], false),
		(vec![weekly(128, 0, 1)], false),
		(vec![weekly(1, 1, 1)], false),
		(vec![weekly(1, 0, 1_441)], false),
		(vec![once(1, 2)], true),
		(vec![once(2, 2)], false),
		(vec![holding(1)], true),
		(vec![holding(0)], false),
		(vec![holding(1), holding(1)], false),
		(vec![volume(1)], true),
		(vec![volume(0)], false),
		(vec![volume(1), volume(1)], false),
		(vec![volume(1), volume(2), volume(1)], false),
		((1..=4).map(volume).collect(), true),
		((1..=5).map(volume).collect(), false),
	];
	ExtBuilder::default().build_and_execute(|| {
		for (rules, valid) in cases {
			let policy: Policy = rules.try_into().unwrap();
			assert_eq!(policy_is_valid(&policy), valid, "{policy:?}");
			let officer = RuntimeOrigin::signed(OFFICER);
			let scheduled =
				Compliance::schedule_policy(officer.clone(), GOLD, policy.clone(), NOW + 1);
			if valid {
				assert_ok!(scheduled);
				assert_ok!(Compliance::set_policy(officer, GOLD, policy));
			} else {
				let invalid: DispatchError = Error::<Test>::InvalidPolicy.into();
				assert_eq!(scheduled, Err(invalid));
				assert_noop!(Compliance::set_policy(officer, GOLD, policy), invalid);
			}
		}
	});
}

#[test]
fn a_freeze_binds_before_the_rules() {
	ExtBuilder::default()
		.gold(ALICE, 10)
		.rules([Rule::FullBalanceOnly])
		.build_and_execute(|| {
			let target = FreezeTarget::Identity(1);
			assert_ok!(Compliance::do_freeze(GOLD, &target, Freeze::Partial(1)));
			assert_eq!(
				why(ALICE, BOB, 9),
				[ReasonCode::FullBalanceOnly],
				"nine units are not frozen, and not all"
			);
			assert_eq!(why(ALICE, BOB, 10), [ReasonCode::FreeUnits]);
			let pair = Pair {
				sender: Some(1),
				receiver: None,
			};
			assert!(pair.matches(1, 7) && !pair.matches(7, 1));
		});
}

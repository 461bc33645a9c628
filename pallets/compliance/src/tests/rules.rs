//! Each rule at its boundary, and which movements it binds.

use super::*;
use crate::{ListMode, Pair, Window, MAX_RULES};
use assay_primitives::{Claim, Hash, InvestorCategory, Movement::*, DAY};
use polkadot_sdk::frame_support::{assert_ok, BoundedVec};

fn give_claim(identity: u32, topic: ClaimTopic, issuer: u32) {
	Registry::change(identity, |profile| {
		let claim = Claim {
			topic,
			issuer,
			valid_until: NOW + DAY,
			data_hash: Hash::zero(),
		};
		profile.claims.try_push(claim).unwrap();
	});
}

#[test]
fn a_claim_holds_until_its_last_moment() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.rules([kyc(Side::Receiver)])
		.build_and_execute(|| {
			assert_eq!(why(ALICE, BOB, 1), [ReasonCode::ReceiverClaim]);
			give_claim(2, ClaimTopic::Kyc, 45);
			assert_eq!(why(ALICE, BOB, 1), []);
			Clock::set(NOW + DAY);
			assert_eq!(why(ALICE, BOB, 1), []);
			Clock::set(NOW + DAY + 1);
			assert_eq!(why(ALICE, BOB, 1), [ReasonCode::ReceiverClaim]);
		});
}

#[test]
fn a_claim_is_asked_of_its_side_and_issuer() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			for (side, expected) in [
				(Side::Sender, vec![ReasonCode::SenderClaim]),
				(Side::Receiver, vec![ReasonCode::ReceiverClaim]),
				(
					Side::Both,
					vec![ReasonCode::SenderClaim, ReasonCode::ReceiverClaim],
				),
			] {
				set_rules(GOLD, [kyc(side)]);
				assert_eq!(why(ALICE, BOB, 1), expected);
			}
			// Of another topic, from an issuer that nobody approved, from one not named.
			give_claim(2, ClaimTopic::Aml, 45);
			give_claim(2, ClaimTopic::Kyc, 46);
			set_rules(GOLD, [kyc(Side::Receiver)]);
			assert_eq!(why(ALICE, BOB, 1), [ReasonCode::ReceiverClaim]);
			give_claim(2, ClaimTopic::Kyc, 45);
			for (issuers, expected) in [
				(vec![45], vec![]),
				(vec![46], vec![ReasonCode::ReceiverClaim]),
			] {
				let issuers: BoundedVec<_, _> = issuers.try_into().unwrap();
				set_rules(
					GOLD,
					[Rule::RequiredClaim {
						side: Side::Receiver,
						topic: ClaimTopic::Kyc,
						issuers,
					}],
				);
				assert_eq!(why(ALICE, BOB, 1), expected);
			}
		});
}

#[test]
fn jurisdictions_allow_and_deny() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			Registry::change(2, |profile| profile.jurisdiction = 840);
			let rule = |side, mode, list: &[u16]| Rule::Jurisdictions {
				side,
				mode,
				list: list.to_vec().try_into().unwrap(),
			};
			use ReasonCode::{ReceiverJurisdiction as Receiver, SenderJurisdiction as Sender};
			for (rule, expected) in [
				(rule(Side::Both, ListMode::Allow, &[756, 840]), vec![]),
				(rule(Side::Both, ListMode::Allow, &[756]), vec![Receiver]),
				(rule(Side::Sender, ListMode::Allow, &[756]), vec![]),
				(
					rule(Side::Both, ListMode::Allow, &[]),
					vec![Sender, Receiver],
				),
				(rule(Side::Receiver, ListMode::Deny, &[840]), vec![Receiver]),
				(rule(Side::Sender, ListMode::Deny, &[840]), vec![]),
				(rule(Side::Both, ListMode::Deny, &[756]), vec![Sender]),
				(rule(Side::Both, ListMode::Deny, &[]), vec![]),
			] {
				set_rules(GOLD, [rule.clone()]);
				assert_eq!(why(ALICE, BOB, 1), expected, "{rule:?}");
			}
		});
}

#[test]
fn the_category_is_the_receivers() {
	use InvestorCategory::*;
	let allowed = vec![Professional, Institutional].try_into().unwrap();
	let rules = [Rule::ReceiverCategory { allowed }];
	ExtBuilder::default()
		.gold(ALICE, 100)
		.rules(rules)
		.build_and_execute(|| {
			Registry::change(1, |profile| profile.category = Retail);
			for (category, expected) in [
				(Retail, vec![ReasonCode::ReceiverCategory]),
				(Professional, vec![]),
				(Accredited, vec![ReasonCode::ReceiverCategory]),
				(Institutional, vec![]),
			] {
				Registry::change(2, |profile| profile.category = category);
				assert_eq!(why(ALICE, BOB, 1), expected);
			}
		});
}

#[test]
fn the_denylist_is_for_both_sides() {
	let rules = [Rule::Denylist {
		identities: vec![2].try_into().unwrap(),
	}];
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(BOB, 100)
		.rules(rules)
		.build_and_execute(|| {
			assert_eq!(why(ALICE, BOB, 1), [ReasonCode::ReceiverDenied]);
			assert_eq!(why(BOB, ALICE, 1), [ReasonCode::SenderDenied]);
			assert_eq!(
				why(BOB, BOB, 1),
				[ReasonCode::SenderDenied, ReasonCode::ReceiverDenied]
			);
			assert_eq!(why(ALICE, CAROL, 1), []);
		});
}

#[test]
fn the_maximum_balance_counts_all_accounts_and_holds() {
	let rules = [Rule::MaxBalance { units: 50 }];
	ExtBuilder::default()
		.gold(BOB, 100)
		.gold(ALICE, 10)
		.gold(ALICE_2, 10)
		.rules(rules)
		.build_and_execute(|| {
			assert_ok!(hold(ALICE, Purpose::Escrow, 10));
			let refusals = Compliance::can_transfer(GOLD, BOB, ALICE_3, 31, None);
			let expected = Refusal {
				reason: ReasonCode::MaxBalance,
				limit: 50,
				current: 20,
				asked: 31,
			};
			assert_eq!(refusals.to_vec(), vec![expected]);
			assert_eq!(why(BOB, ALICE_3, 30), []);
			// Within an identity nothing is added.
			assert_eq!(why(BOB, BOB, 60), []);
			assert_eq!(
				check(Mint, None, Some(CAROL), 51),
				Err(ReasonCode::MaxBalance)
			);
			assert_ok!(check(Mint, None, Some(CAROL), 50));
		});
}

#[test]
fn the_maximum_of_holders_counts_identities() {
	let rules = [Rule::MaxHolders { max: 2 }];
	ExtBuilder::default()
		.gold(ALICE, 10)
		.gold(BOB, 10)
		.rules(rules)
		.build_and_execute(|| {
			let refusals = Compliance::can_transfer(GOLD, ALICE, CAROL, 9, None);
			let expected = Refusal {
				reason: ReasonCode::MaxHolders,
				limit: 2,
				current: 2,
				asked: 1,
			};
			assert_eq!(refusals.to_vec(), vec![expected]);
			// One comes when one goes; another account is no other holder.
			assert_eq!(why(ALICE, CAROL, 10), []);
			assert_eq!(why(ALICE, BOB, 9), []);
			assert_eq!(why(ALICE, ALICE_2, 9), []);
			assert_eq!(
				check(Mint, None, Some(CAROL), 1),
				Err(ReasonCode::MaxHolders)
			);
			assert_ok!(send(ALICE, CAROL, 10));
			set_rules(GOLD, [Rule::MaxHolders { max: 3 }]);
			assert_ok!(send(CAROL, ALICE, 5));
		});
}

#[test]
fn the_lock_up_ends_at_its_moment_and_spares_the_issuer() {
	let rules = [Rule::LockUp { until: NOW + DAY }];
	ExtBuilder::default()
		.gold(ALICE, 10)
		.gold(ISSUER, 10)
		.rules(rules)
		.build_and_execute(|| {
			assert_eq!(why(ALICE, BOB, 1), [ReasonCode::LockUp]);
			assert_eq!(why(ISSUER, BOB, 1), []);
			// Also where another rule that spares it has nothing against it.
			set_rules(
				GOLD,
				[Rule::LockUp { until: NOW + DAY }, Rule::FullBalanceOnly],
			);
			assert_eq!(why(ISSUER, BOB, 10), []);
			set_rules(GOLD, [Rule::LockUp { until: NOW + DAY }]);
			Clock::set(NOW + DAY - 1);
			assert_eq!(why(ALICE, BOB, 1), [ReasonCode::LockUp]);
			Clock::set(NOW + DAY);
			assert_eq!(why(ALICE, BOB, 1), []);
		});
}

#[test]
fn the_issuer_is_bound_as_everybody() {
	let rules = [kyc(Side::Both), Rule::MaxBalance { units: 1 }];
	ExtBuilder::default()
		.gold(ISSUER, 10)
		.rules(rules)
		.build_and_execute(|| {
			use ReasonCode::*;
			assert_eq!(
				why(ISSUER, BOB, 2),
				[SenderClaim, ReceiverClaim, MaxBalance]
			);
			assert_eq!(check(Mint, None, Some(ISSUER), 1), Err(ReceiverClaim));
		});
}

#[test]
fn the_fullest_policy_gives_every_reason() {
	let rules: Vec<_> = (0..MAX_RULES).map(|_| kyc(Side::Both)).collect();
	ExtBuilder::default()
		.gold(ALICE, 10)
		.rules(rules)
		.build_and_execute(|| {
			let refusals = Compliance::can_transfer(GOLD, ALICE, BOB, 11, Some(STRANGER));
			// Both sides of each rule, the units, the spender and the approval.
			assert_eq!(refusals.len(), 2 * MAX_RULES as usize + 3);
		});
}

#[test]
fn more_rules_read_no_more() {
	ExtBuilder::default()
		.gold(ALICE, 10)
		.gold(BOB, 10)
		.build_and_execute(|| {
			for identity in [1, 2] {
				give_claim(identity, ClaimTopic::Kyc, 45);
			}
			let reads = |rules: u32| {
				set_rules(GOLD, (0..rules).map(|_| kyc(Side::Both)));
				Reads::take();
				assert_ok!(send(ALICE, BOB, 1));
				Reads::take()
			};
			assert_eq!(reads(1), reads(MAX_RULES));
		});
}

/// A Monday, 0:00 UTC.
const MONDAY: assay_primitives::Moment = 1_005 * DAY;
const MINUTE: assay_primitives::Moment = 60_000;

#[test]
fn a_weekly_window_opens_and_closes_to_the_millisecond() {
	let (from_minute, until_minute) = (480, 1_020);
	let windows = |days| {
		let window = Window::Weekly {
			days,
			from_minute,
			until_minute,
		};
		Rule::TransferWindows {
			windows: vec![window].try_into().unwrap(),
		}
	};
	let closed = || vec![ReasonCode::TransferWindow];
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			set_rules(GOLD, [windows(0b001_1111)]);
			let at = |day: u64, time: u64| {
				Clock::set(MONDAY + day * DAY + time);
				why(ALICE, BOB, 1)
			};
			for day in 0..7 {
				let expected = if day < 5 { vec![] } else { closed() };
				assert_eq!(at(day, 480 * MINUTE), expected, "day {day}");
				assert_eq!(at(day, 1_020 * MINUTE - 1), expected, "day {day}");
				assert_eq!(at(day, 480 * MINUTE - 1), closed(), "day {day}");
				assert_eq!(at(day, 1_020 * MINUTE), closed(), "day {day}");
			}
			// Each bit is its day, the week starts on Monday.
			for (bit, day) in (0..7).zip(0..7) {
				set_rules(GOLD, [windows(1 << bit)]);
				assert_eq!(at(day, 600 * MINUTE), []);
				assert_eq!(at(day + 1, 600 * MINUTE), closed());
			}
			// The next weeks are as the first.
			set_rules(GOLD, [windows(1)]);
			for week in 1..8 {
				assert_eq!(at(7 * week, 600 * MINUTE), [], "week {week}");
				assert_eq!(at(7 * week + 1, 600 * MINUTE), closed(), "week {week}");
			}
			// Own accounts are bound too, a mint is not.
			assert_eq!(why(ALICE, ALICE_2, 1), closed());
			assert_ok!(check(Mint, None, Some(BOB), 1));
		});
}

#[test]
fn a_day_of_the_week_begins_and_ends_at_midnight() {
	let monday = Window::Weekly {
		days: 1,
		from_minute: 0,
		until_minute: 1_440,
	};
	let windows = vec![monday].try_into().unwrap();
	ExtBuilder::default()
		.gold(ALICE, 100)
		.rules([Rule::TransferWindows { windows }])
		.build_and_execute(|| {
			for (now, open) in [
				(MONDAY - 1, false),
				(MONDAY, true),
				(MONDAY + DAY - 1, true),
				(MONDAY + DAY, false),
			] {
				Clock::set(now);
				assert_eq!(why(ALICE, BOB, 1).is_empty(), open, "{now}");
			}
		});
}

#[test]
fn a_single_window_opens_and_closes_to_the_millisecond() {
	let once = |from, until| Window::Once { from, until };
	let windows = vec![once(NOW + 10, NOW + 20), once(NOW + 30, NOW + 40)];
	let rules = [Rule::TransferWindows {
		windows: windows.try_into().unwrap(),
	}];
	ExtBuilder::default()
		.gold(ALICE, 100)
		.rules(rules)
		.build_and_execute(|| {
			for (after, open) in [
				(9, false),
				(10, true),
				(19, true),
				(20, false),
				(29, false),
				(30, true),
				(39, true),
				(40, false),
			] {
				Clock::set(NOW + after);
				assert_eq!(why(ALICE, BOB, 1).is_empty(), open, "after {after}");
			}
			set_rules(
				GOLD,
				[Rule::TransferWindows {
					windows: Default::default(),
				}],
			);
			assert_eq!(why(ALICE, BOB, 1), [ReasonCode::TransferWindow]);
		});
}

#[test]
fn counterparties_are_pairs_with_a_direction() {
	let pair = |sender, receiver| Pair { sender, receiver };
	let rule = |mode, pairs: &[Pair]| Rule::Counterparties {
		mode,
		pairs: pairs.to_vec().try_into().unwrap(),
	};
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(BOB, 100)
		.build_and_execute(|| {
			let no = || vec![ReasonCode::Counterparty];
			// All trade goes through Carol.
			let maker = [pair(Some(3), None), pair(None, Some(3))];
			set_rules(GOLD, [rule(ListMode::Allow, &maker)]);
			assert_eq!(why(ALICE, BOB, 1), no());
			assert_eq!(why(ALICE, CAROL, 1), []);
			assert_ok!(send(ALICE, CAROL, 2));
			assert_eq!(why(CAROL, BOB, 1), []);
			assert_eq!(
				why(ALICE, ALICE_2, 1),
				[],
				"own accounts are no counterparties"
			);
			assert_ok!(check(Mint, None, Some(BOB), 1));
			// One direction is closed.
			set_rules(GOLD, [rule(ListMode::Deny, &[pair(Some(1), Some(2))])]);
			assert_eq!(why(ALICE, BOB, 1), no());
			assert_eq!(why(BOB, ALICE, 1), []);
			set_rules(GOLD, [rule(ListMode::Deny, &[pair(None, None)])]);
			assert_eq!(why(BOB, ALICE, 1), no());
			set_rules(GOLD, [rule(ListMode::Allow, &[])]);
			assert_eq!(why(BOB, ALICE, 1), no());
		});
}

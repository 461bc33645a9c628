//! Rules that count: each at its limit, one below and one above, with its figures.

use super::*;
use crate::{Holders, Position, Positions, Receipts, Volumes};
use assay_primitives::{Moment, DAY};
use polkadot_sdk::frame_support::{assert_ok, traits::Time};
use proptest::prelude::*;

/// The only reason against a transfer, with its figures: limit, current, asked.
fn only(
	from: AccountId,
	to: AccountId,
	amount: Balance,
) -> Option<(ReasonCode, Balance, Balance, Balance)> {
	let refusals = Compliance::can_transfer(GOLD, from, to, amount, None);
	assert!(refusals.len() < 2, "{refusals:?}");
	let refusal = refusals.first()?;
	Some((
		refusal.reason,
		refusal.limit,
		refusal.current,
		refusal.asked,
	))
}

fn position(identity: u32) -> Position<AccountId> {
	Positions::<Test>::get(GOLD, identity).unwrap_or_default()
}

fn move_to(identity: u32, country: u16) {
	Registry::change(identity, |profile| profile.jurisdiction = country);
}

#[test]
fn a_share_of_the_supply_is_rounded_down() {
	ExtBuilder::default()
		.gold(ALICE, 999)
		.build_and_execute(|| {
			set_rules(GOLD, [Rule::MaxBalanceBps { bps: 1_000 }]);
			assert_eq!(only(ALICE, BOB, 98), None);
			assert_eq!(only(ALICE, BOB, 99), None);
			let reason = ReasonCode::MaxBalance;
			assert_eq!(only(ALICE, BOB, 100), Some((reason, 99, 0, 100)));
			assert_ok!(send(ALICE, BOB, 99));
			assert_eq!(only(ALICE, BOB, 1), Some((reason, 99, 99, 1)));
			// A mint counts its own units: a tenth of 1,000 is 100.
			let mint = |to, amount| check(Movement::Mint, None, Some(to), amount);
			assert_eq!(mint(BOB, 1), Ok(()));
			assert_eq!(mint(CAROL, 111), Ok(()), "a tenth of 1,110");
			assert_eq!(mint(CAROL, 112), Err(reason));
			assert_eq!(mint(ISSUER, 10_000), Ok(()), "the issuer is spared");
			set_rules(GOLD, [Rule::MaxBalanceBps { bps: 10_000 }]);
			assert_eq!(only(ALICE, BOB, 900), None);
		});
}

#[test]
fn holders_are_counted_by_country_before_any_cap() {
	let cap = |country, max| Rule::MaxHoldersPerCountry { country, max };
	ExtBuilder::default().build_and_execute(|| {
		move_to(2, 840);
		move_to(3, 840);
		move_to(4, 840);
		for (account, amount) in [(ALICE, 10), (BOB, 10), (CAROL, 10)] {
			mint(account, amount);
		}
		assert_eq!(
			Holders::<Test>::get(GOLD).iter().collect::<Vec<_>>(),
			[(756, 1), (840, 2)]
		);
		// A cap that is set now is right at once.
		let reason = ReasonCode::MaxHoldersPerCountry;
		set_rules(GOLD, [cap(Some(840), 2)]);
		assert_eq!(only(ALICE, DAVE, 1), Some((reason, 2, 2, 1)));
		set_rules(GOLD, [cap(Some(840), 3)]);
		assert_eq!(only(ALICE, DAVE, 1), None);
		set_rules(GOLD, [cap(Some(756), 1)]);
		assert_eq!(only(ALICE, DAVE, 1), None, "of another country");
		assert_eq!(only(BOB, ISSUER, 1), Some((reason, 1, 1, 1)));
		set_rules(GOLD, [cap(None, 2)]);
		assert_eq!(only(ALICE, DAVE, 1), Some((reason, 2, 2, 1)));
		assert_eq!(only(BOB, ISSUER, 1), None);
		// Who holds already is no other holder; who gives all makes room, in its own country alone.
		assert_eq!(only(ALICE, BOB, 1), None);
		assert_eq!(only(BOB, DAVE, 10), None);
		assert_eq!(only(ALICE, DAVE, 10), Some((reason, 2, 2, 1)));
		assert_eq!(check(Movement::Mint, None, Some(DAVE), 1), Err(reason));
		assert_ok!(send(BOB, DAVE, 10));
		assert_eq!(Holders::<Test>::get(GOLD).of(840), 2);
		assert_ok!(send(DAVE, ALICE, 10));
		assert_eq!(
			Holders::<Test>::get(GOLD).iter().collect::<Vec<_>>(),
			[(756, 1), (840, 1)]
		);
		assert_eq!(Compliance::holders(GOLD), Holders::<Test>::get(GOLD));
	});
}

#[test]
fn received_units_stay_for_the_holding_period() {
	let period = 15_000;
	let reason = ReasonCode::HoldingPeriod;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(BOB, 20)
		.build_and_execute(|| {
			set_rules(GOLD, [Rule::HoldingPeriod { period_ms: period }]);
			// What came before the rule is free.
			assert_eq!(only(BOB, CAROL, 20), None);
			assert_ok!(send(ALICE, BOB, 30));
			assert_eq!(only(BOB, CAROL, 20), None);
			assert_eq!(only(BOB, CAROL, 21), Some((reason, 20, 50, 21)));
			// Free ones go first.
			assert_ok!(send(BOB, CAROL, 5));
			assert_eq!(only(BOB, CAROL, 16), Some((reason, 15, 45, 16)));
			Clock::set(NOW + period - 1);
			assert_eq!(only(BOB, CAROL, 16), Some((reason, 15, 45, 16)));
			Clock::set(NOW + period);
			assert_eq!(only(BOB, CAROL, 45), None);
			// Own accounts hold for the same identity.
			assert_ok!(send(BOB, ALICE, 10));
			assert_ok!(send(ALICE, ALICE_2, 70));
			assert_eq!(only(ALICE_2, CAROL, 70), None);
		});
}

#[test]
fn a_mint_begins_a_holding_period_and_the_issuer_is_spared() {
	let rules = [Rule::HoldingPeriod { period_ms: DAY }];
	ExtBuilder::default().rules(rules).build_and_execute(|| {
		mint(ALICE, 10);
		mint(ISSUER, 10);
		assert_eq!(
			only(ALICE, BOB, 1),
			Some((ReasonCode::HoldingPeriod, 0, 10, 1))
		);
		assert_ok!(send(ISSUER, BOB, 10));
		assert_eq!(
			only(BOB, ALICE, 1),
			Some((ReasonCode::HoldingPeriod, 0, 10, 1))
		);
		// A redemption of units that are locked leaves no more of them than there are.
		let redeem = Purpose::Redemption;
		assert_ok!(<Ledger as GuardedHolds<_>>::hold(
			GOLD, redeem, &ALICE, 4, true
		));
		assert_ok!(<Ledger as GuardedHolds<_>>::burn_held(
			GOLD, redeem, &ALICE, 4
		));
		assert_eq!(position(1).receipts.units(), Some(6));
	});
}

#[test]
fn what_leaves_takes_the_oldest_receipts_along_and_no_more() {
	let reason = ReasonCode::HoldingPeriod;
	ExtBuilder::default()
		.gold(BOB, 100)
		.rules([Rule::HoldingPeriod { period_ms: DAY }])
		.build_and_execute(|| {
			let burn = |amount| {
				assert_ok!(hold(ALICE, Purpose::Escrow, amount));
				assert_ok!(<Ledger as GuardedHolds<_>>::burn_held(
					GOLD,
					Purpose::Escrow,
					&ALICE,
					amount
				));
			};
			for received in [1, 4, 5] {
				assert_ok!(send(BOB, ALICE, received));
				let held = total(1);
				assert_eq!(only(ALICE, CAROL, 1), Some((reason, 0, held, 1)));
				Clock::set(Clock::now() + DAY / 4);
			}
			burn(5);
			assert_eq!(position(1).receipts.units(), Some(5));
			assert_eq!(only(ALICE, CAROL, 1), Some((reason, 0, 5, 1)));
			burn(5);
			assert!(!Positions::<Test>::contains_key(GOLD, 1));
			// More than there is is refused for that, where nothing is kept back.
			Clock::set(NOW + 2 * DAY);
			assert_eq!(
				only(BOB, CAROL, 91),
				Some((ReasonCode::FreeUnits, 90, 90, 91))
			);
		});
}

#[test]
fn receipts_of_a_fifteenth_wait_for_the_last_of_them() {
	let part = 1_000;
	let period: Moment = 15 * part;
	// NOW lies on the border of a part.
	assert_eq!(NOW % part, 0);
	let rules = [Rule::HoldingPeriod { period_ms: period }];
	ExtBuilder::default()
		.gold(ALICE, 1_000)
		.gold(BOB, 1)
		.rules(rules)
		.build_and_execute(|| {
			let first = NOW + period;
			Clock::set(first);
			assert_ok!(send(ALICE, BOB, 3));
			Clock::set(first + part - 1);
			assert_ok!(send(ALICE, BOB, 4));
			Clock::set(first + period + part - 2);
			let reason = ReasonCode::HoldingPeriod;
			assert_eq!(only(BOB, CAROL, 2), Some((reason, 1, 8, 2)));
			Clock::set(first + period + part - 1);
			assert_eq!(only(BOB, CAROL, 8), None);
			// However often somebody receives, no more parts are kept, and none is lost.
			for step in 0..100 {
				Clock::set(first + 10 * period + step * 321);
				assert_ok!(send(ALICE, BOB, 1));
				let locked = position(2).receipts.locked(Clock::now(), period);
				let exact = Balance::from((step + 1).min(period / 321 + 1));
				let slack = Balance::from(part / 321 + 1);
				assert!(
					exact <= locked && locked <= exact + slack,
					"{step}: {locked}"
				);
			}
		});
}

#[test]
fn a_longer_or_shorter_period_takes_over_what_is_remembered() {
	ExtBuilder::default()
		.gold(ALICE, 1_000)
		.build_and_execute(|| {
			set_rules(GOLD, [Rule::HoldingPeriod { period_ms: 1_500 }]);
			for step in 0..16 {
				Clock::set(NOW + step * 100);
				assert_ok!(send(ALICE, BOB, 1));
			}
			let long = DAY;
			set_rules(GOLD, [Rule::HoldingPeriod { period_ms: long }]);
			let reason = ReasonCode::HoldingPeriod;
			assert_eq!(only(BOB, CAROL, 2), Some((reason, 1, 16, 2)));
			assert_ok!(send(ALICE, BOB, 1));
			assert_eq!(position(2).receipts.units(), Some(16));
			set_rules(GOLD, [Rule::HoldingPeriod { period_ms: 1 }]);
			Clock::set(NOW + 10_000);
			assert_eq!(only(BOB, CAROL, 17), None);
		});
}

#[test]
fn the_volume_is_counted_per_period() {
	let day = Rule::VolumePerPeriod {
		units: 50,
		period_ms: DAY,
	};
	let week = Rule::VolumePerPeriod {
		units: 70,
		period_ms: 7 * DAY,
	};
	ExtBuilder::default()
		.gold(ALICE, 300)
		.rules([day, week])
		.build_and_execute(|| {
			let reason = ReasonCode::VolumePerPeriod;
			// The thousandth day is the last of its week, as periods are counted.
			assert_eq!((NOW % DAY, NOW / DAY % 7), (0, 6));
			assert_eq!(only(ALICE, BOB, 50), None);
			assert_eq!(only(ALICE, BOB, 51), Some((reason, 50, 0, 51)));
			assert_ok!(send(ALICE, BOB, 49));
			assert_eq!(only(ALICE, BOB, 1), None);
			assert_eq!(only(ALICE, BOB, 2), Some((reason, 50, 49, 2)));
			// Within the identity nothing is given away; from another of its accounts it counts.
			assert_ok!(send(ALICE, ALICE_2, 100));
			assert_eq!(only(ALICE_2, BOB, 2), Some((reason, 50, 49, 2)));
			assert_ok!(send(ALICE_2, BOB, 1));
			Clock::set(NOW + DAY - 1);
			assert_eq!(only(ALICE, BOB, 1), Some((reason, 50, 50, 1)));
			// A new day, and a new week.
			Clock::set(NOW + DAY);
			assert_ok!(send(ALICE, BOB, 50));
			Clock::set(NOW + 2 * DAY);
			assert_eq!(only(ALICE, BOB, 20), None);
			assert_eq!(only(ALICE, BOB, 21), Some((reason, 70, 50, 21)));
		});
}

#[test]
fn a_volume_outlives_the_position() {
	let rule = Rule::VolumePerPeriod {
		units: 10,
		period_ms: DAY,
	};
	ExtBuilder::default()
		.gold(ALICE, 10)
		.gold(BOB, 10)
		.rules([rule])
		.build_and_execute(|| {
			assert_ok!(send(ALICE, CAROL, 10));
			assert_eq!(
				(position(1).total, Holders::<Test>::get(GOLD).total()),
				(0, 2)
			);
			assert_ok!(send(BOB, ALICE, 5));
			assert_eq!(
				only(ALICE, CAROL, 1),
				Some((ReasonCode::VolumePerPeriod, 10, 10, 1))
			);
			assert_ok!(<Ledger as GuardedHolds<_>>::hold(
				GOLD,
				Purpose::Redemption,
				&ALICE,
				5,
				true
			));
			assert_ok!(<Ledger as GuardedHolds<_>>::burn_held(
				GOLD,
				Purpose::Redemption,
				&ALICE,
				5
			));
			assert!(
				Positions::<Test>::contains_key(GOLD, 1),
				"the volume is remembered"
			);
		});
}

#[test]
fn held_units_that_move_count_as_given_away() {
	let rule = Rule::VolumePerPeriod {
		units: 10,
		period_ms: DAY,
	};
	ExtBuilder::default()
		.gold(ALICE, 100)
		.rules([rule])
		.build_and_execute(|| {
			assert_ok!(hold(ALICE, Purpose::Escrow, 50));
			let settle = |amount| {
				<Ledger as GuardedHolds<_>>::move_held(GOLD, Purpose::Escrow, &ALICE, &BOB, amount)
			};
			assert_eq!(settle(11), Err(refused(ReasonCode::VolumePerPeriod)));
			assert_ok!(settle(10));
			assert_eq!(settle(1), Err(refused(ReasonCode::VolumePerPeriod)));
		});
}

#[test]
fn the_minimum_amount_lets_the_last_units_go() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(BOB, 9)
		.rules([Rule::MinimumAmount { units: 10 }])
		.build_and_execute(|| {
			let reason = ReasonCode::MinimumAmount;
			assert_eq!(only(ALICE, BOB, 9), Some((reason, 10, 0, 9)));
			assert_eq!(only(ALICE, BOB, 10), None);
			assert_eq!(only(ALICE, BOB, 11), None);
			assert_eq!(only(BOB, ALICE, 8), Some((reason, 10, 0, 8)));
			assert_eq!(only(BOB, ALICE, 9), None, "all that there is");
			let mint = |amount| check(Movement::Mint, None, Some(CAROL), amount);
			assert_eq!((mint(9), mint(10)), (Err(reason), Ok(())));
		});
}

#[test]
fn the_minimum_position_binds_both_sides() {
	ExtBuilder::default()
		.gold(ALICE, 25)
		.gold(BOB, 10)
		.rules([Rule::MinimumPosition { units: 10 }])
		.build_and_execute(|| {
			let reason = ReasonCode::MinimumAmount;
			assert_eq!(only(ALICE, BOB, 15), None);
			assert_eq!(only(ALICE, BOB, 16), Some((reason, 10, 9, 16)));
			assert_eq!(only(ALICE, BOB, 25), None, "nothing is left");
			assert_eq!(only(ALICE, CAROL, 9), Some((reason, 10, 9, 9)));
			assert_eq!(only(ALICE, CAROL, 10), None);
			assert_eq!(why(BOB, CAROL, 9), [reason, reason], "of each side");
			let mint = |to, amount| check(Movement::Mint, None, Some(to), amount);
			assert_eq!((mint(CAROL, 9), mint(CAROL, 10)), (Err(reason), Ok(())));
			assert_eq!(mint(BOB, 1), Ok(()));
		});
}

#[test]
fn the_full_balance_is_that_of_all_accounts() {
	ExtBuilder::default()
		.gold(ALICE, 10)
		.gold(ALICE_2, 5)
		.gold(ISSUER, 10)
		.rules([Rule::FullBalanceOnly])
		.build_and_execute(|| {
			let reason = ReasonCode::FullBalanceOnly;
			assert_eq!(only(ALICE, BOB, 9), Some((reason, 15, 15, 9)));
			assert_eq!(only(ALICE, BOB, 10), Some((reason, 15, 15, 10)));
			assert_ok!(send(ALICE_2, ALICE, 5));
			assert_eq!(only(ALICE, BOB, 14), Some((reason, 15, 15, 14)));
			assert_ok!(send(ALICE, BOB, 15));
			assert_ok!(send(ISSUER, BOB, 1));
		});
}

#[test]
fn the_supply_is_capped() {
	ExtBuilder::default()
		.gold(ALICE, 90)
		.rules([Rule::SupplyCap { units: 100 }])
		.build_and_execute(|| {
			let mint = |amount| {
				let request = Request {
					movement: Movement::Mint,
					from: None,
					..Request::transfer(GOLD, BOB, BOB, amount)
				};
				Compliance::refusals(request).to_vec()
			};
			assert_eq!((mint(9), mint(10)), (vec![], vec![]));
			let expected = Refusal {
				reason: ReasonCode::SupplyCap,
				limit: 100,
				current: 90,
				asked: 11,
			};
			assert_eq!(mint(11), [expected]);
			assert_eq!(only(ALICE, BOB, 90), None, "a transfer creates nothing");
		});
}

proptest! {
	/// Against the plain list of receipts: none is free too early, and none is locked longer than a
	/// fifteenth of the period too long.
	#[test]
	fn receipts_are_the_list_within_a_fifteenth(
		period in 1..5_000_u64,
		steps in prop::collection::vec((0..1_000_u64, 1..50_u128), 1..80),
	) {
		let (mut receipts, mut list, mut now) = (Receipts::default(), vec![], NOW);
		for (passed, units) in steps {
			now += passed;
			receipts.receive(now, units, period).unwrap();
			list.push((now, units));
			for look in [now, now + period / 2, now + period - 1, now + period] {
				let locked_by = |wait: Moment| -> Balance {
					let late = |(at, _): &&(Moment, Balance)| at + wait > look;
					list.iter().filter(late).map(|(_, units)| units).sum()
				};
				let locked = receipts.locked(look, period);
				prop_assert!(locked_by(period) <= locked);
				prop_assert!(locked <= locked_by(period + period.div_ceil(15)));
			}
		}
	}

	/// Against the plain list of transfers.
	#[test]
	fn volumes_are_the_sum_of_the_period(
		steps in prop::collection::vec((0..500_u64, 1..50_u128), 1..60),
	) {
		let (mut volumes, mut list, mut now) = (Volumes::default(), vec![], NOW);
		for (passed, units) in steps {
			now += passed;
			volumes.give(now, units, [100, 700].into_iter()).unwrap();
			list.push((now, units));
			for period in [100, 700] {
				let same = |(at, _): &&(Moment, Balance)| at / period == now / period;
				let sum: Balance = list.iter().filter(same).map(|(_, units)| units).sum();
				prop_assert_eq!(volumes.given(now, period), sum);
			}
		}
	}
}

#[test]
fn counts_per_country_are_sorted_bounded_and_never_zero() {
	use assay_primitives::{CountryCounts, MAX_COUNTRIES};
	let mut counts = CountryCounts::default();
	for country in [840, 756, 840, 4] {
		assert_eq!(counts.add(country), Some(()));
	}
	assert_eq!(
		counts.iter().collect::<Vec<_>>(),
		[(4, 1), (756, 1), (840, 2)]
	);
	assert_eq!((counts.total(), counts.of(840), counts.of(5)), (4, 2, 0));
	assert_eq!(counts.remove(5), None);
	assert_eq!(counts.remove(4), Some(()));
	assert_eq!(counts.remove(4), None, "nothing is kept at zero");
	let most = u16::try_from(MAX_COUNTRIES).unwrap();
	let mut full: CountryCounts = (0..most).map(|country| (country, 1)).collect();
	assert_eq!(full.add(most), None, "there are no more countries");
	assert_eq!(full.add(0), Some(()));
	let mut all: CountryCounts = [(4, 1), (8, u32::MAX - 1)].into_iter().collect();
	assert_eq!(all.add(4), None, "the sum counts too");
}

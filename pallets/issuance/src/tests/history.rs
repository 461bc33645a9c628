//! Supply and reserve by day.

use super::*;
use polkadot_sdk::{
	frame_support::{traits::Hooks, weights::Weight},
	frame_system,
};

fn idle() -> Weight {
	Issuance::on_idle(frame_system::Pallet::<Test>::block_number(), Weight::MAX)
}

#[test]
fn a_mint_writes_the_day_once() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		mint(ALICE, 900);
		let first = DayRecord {
			day: 1_000,
			supply: 100,
			reserve: 2_000,
			claims: 10,
		};
		assert_eq!(Issuance::history(GOLD), vec![first]);
		Now::set(START + DAY - 1);
		idle();
		assert_eq!(Issuance::history(GOLD), vec![first]);
		Now::set(START + DAY);
		mint(ALICE, 1_000);
		let second = DayRecord {
			day: 1_001,
			supply: 2_000,
			reserve: 2_000,
			claims: 200,
		};
		assert_eq!(Issuance::history(GOLD), vec![first, second]);
		assert_eq!(Issuance::history(SILVER), vec![]);
	});
}

#[test]
fn idle_time_writes_one_asset_a_block_round_and_round() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		Supply::insert(SILVER, 5);
		Totals::<Test>::mutate(SILVER, |totals| totals.minted = 5);
		advance(DAY);
		use crate::WeightInfo;
		assert_eq!(idle(), <()>::chart_next());
		let written = || Issuance::history(GOLD).len() + Issuance::history(SILVER).len();
		assert_eq!(written(), 2);
		idle();
		assert_eq!(written(), 3);
		// The round ends, and starts anew.
		idle();
		assert_eq!(HistoryCursor::<Test>::get(), None);
		advance(DAY);
		idle();
		idle();
		assert_eq!(written(), 5);
	});
}

#[test]
fn idle_time_does_nothing_it_has_no_weight_for() {
	wide().build_and_execute(|| {
		use crate::WeightInfo;
		mint(ALICE, 100);
		advance(DAY);
		let short = <()>::chart_next() - Weight::from_parts(1, 0);
		assert_eq!(Issuance::on_idle(1, short), Weight::zero());
		assert_eq!(Issuance::history(GOLD).len(), 1);
	});
}

#[test]
fn a_day_whose_reserve_is_not_known_is_left_out() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		advance(DAY);
		ReserveKnown::set(false);
		idle();
		assert_eq!(Issuance::history(GOLD).len(), 1);
	});
}

#[test]
fn four_hundred_days_are_kept() {
	wide().build_and_execute(|| {
		for _ in 0..=HISTORY_DAYS {
			mint(ALICE, 1);
			advance(DAY);
		}
		let days = Issuance::history(GOLD);
		assert_eq!(days.len(), 400);
		assert_eq!((days[0].day, days[399].day), (1_001, 1_400));
		assert!(days.windows(2).all(|pair| pair[0].day < pair[1].day));
	});
}

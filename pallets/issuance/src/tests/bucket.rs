use crate::types::{Bucket, Limits, Raise};
use assay_primitives::{Balance, Moment, DAY};
use proptest::prelude::*;

const LIMITS: Limits = Limits {
	capacity: 1_000,
	refill_per_day: 100,
	single_mint_cap: 10,
};

fn drained(at: Moment) -> Bucket {
	Bucket::first(3, LIMITS, at).take(1_000).unwrap()
}

#[test]
fn first_bucket_is_full() {
	assert_eq!(Bucket::first(3, LIMITS, 5).level, 1_000);
}

#[test]
fn refill_gives_each_unit_on_its_millisecond() {
	// 100 a day: one unit each 864,000 ms.
	assert_eq!(drained(0).at(863_999).level, 0);
	assert_eq!(drained(0).at(864_000).level, 1);
	assert_eq!(drained(0).at(DAY - 1).level, 99);
	assert_eq!(drained(0).at(DAY).level, 100);
}

#[test]
fn refill_stops_at_the_capacity() {
	let ten_days = 10 * DAY;
	assert_eq!(drained(0).at(ten_days - 1).level, 999);
	assert_eq!(drained(0).at(ten_days).level, 1_000);
	assert_eq!(drained(0).at(Moment::MAX).level, 1_000);
	assert_eq!(
		drained(0)
			.at(ten_days + 863_999)
			.take(1)
			.unwrap()
			.at(ten_days + 864_000)
			.level,
		999
	);
}

#[test]
fn largest_figures_do_not_overflow() {
	let limits = Limits {
		capacity: Balance::MAX,
		refill_per_day: Balance::MAX,
		single_mint_cap: Balance::MAX,
	};
	let bucket = Bucket::first(3, limits, 0).take(Balance::MAX).unwrap();
	assert_eq!(bucket.at(Moment::MAX).level, Balance::MAX);
	assert_eq!(bucket.at(DAY).level, Balance::MAX);
	assert!(bucket.at(DAY - 1).level < Balance::MAX);
}

#[test]
fn a_clock_that_stands_or_goes_back_gives_nothing() {
	let bucket = drained(DAY);
	assert_eq!(bucket.at(DAY), bucket);
	assert_eq!(bucket.at(0), bucket);
}

#[test]
fn raise_refills_at_the_old_rate_until_its_moment() {
	let raised = Limits {
		capacity: 2_000,
		refill_per_day: 1_000,
		single_mint_cap: 10,
	};
	let bucket = drained(0).set(4, raised, 0, DAY).unwrap();
	assert_eq!(
		bucket.raise,
		Some(Raise {
			limits: raised,
			effective_at: DAY
		})
	);
	assert_eq!(bucket.at(DAY - 1).limits, LIMITS);
	assert_eq!(bucket.at(DAY).limits, raised);
	assert_eq!(bucket.at(DAY).level, 100);
	assert_eq!(bucket.at(2 * DAY).level, 1_100);
}

#[test]
fn lowered_capacity_spills() {
	let lower = Limits {
		capacity: 7,
		..LIMITS
	};
	let bucket = Bucket::first(3, LIMITS, 0).set(3, lower, 0, DAY).unwrap();
	assert_eq!(
		(bucket.level, bucket.limits, bucket.raise),
		(7, lower, None)
	);
}

#[test]
fn set_reports_overflow_of_time() {
	let higher = Limits {
		capacity: 2_000,
		..LIMITS
	};
	assert_eq!(
		Bucket::first(3, LIMITS, 0).set(3, higher, Moment::MAX, 1),
		None
	);
}

proptest! {
	/// However often one looks, the same flows in.
	#[test]
	fn looking_changes_nothing(
		rate in 0u128..1_000_000_000,
		capacity in 0u128..1_000_000_000,
		steps in prop::collection::vec(0u64..DAY, 1..20),
	) {
		let limits = Limits { capacity, refill_per_day: rate, single_mint_cap: 0 };
		let start = Bucket::first(3, limits, 0).take(capacity).unwrap();
		let (mut looked, mut now) = (start, 0);
		for step in steps {
			now += step;
			looked = looked.at(now);
			prop_assert_eq!(looked, start.at(now));
			prop_assert!(looked.level <= rate * u128::from(now) / u128::from(DAY));
		}
	}
}

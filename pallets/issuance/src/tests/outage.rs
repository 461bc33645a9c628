//! Deadlines are put off by the time in which nobody could act.

use super::*;
use polkadot_sdk::frame_support::{assert_noop, traits::Hooks};

/// The block ends `after` its parent.
fn block(after: Moment) {
	advance(after);
	Issuance::on_finalize(0);
}

fn breach(id: RedemptionId) -> DispatchResult {
	run(STRANGER, Call::breach_redemption { id })
}

/// Time goes by, in blocks that come in time.
fn quietly(time: Moment) {
	let now = Now::get() + time;
	Now::set(now);
	Outages::<Test>::mutate(|clock| clock.last_block_at = now);
}

#[test]
fn a_gap_counts_once_it_is_longer_than_the_threshold_and_then_whole() {
	wide().build_and_execute(|| {
		block(0);
		assert_eq!(Outages::<Test>::get().total_ms, 0, "nothing was before it");
		block(MINUTE);
		assert_eq!(Outages::<Test>::get().total_ms, 0);
		block(MINUTE + 1);
		assert_eq!(Outages::<Test>::get().total_ms, MINUTE + 1);
		block(2_000);
		block(DAY);
		let clock = Outages::<Test>::get();
		assert_eq!(clock.total_ms, MINUTE + 1 + DAY);
		assert_eq!(clock.last_block_at, Now::get());
	});
}

#[test]
fn a_chain_that_takes_no_calls_stands_still_too() {
	wide().build_and_execute(|| {
		block(0);
		block(2_000);
		ChainHalted::set(true);
		block(2_000);
		block(3_000);
		ChainHalted::set(false);
		block(4_000);
		assert_eq!(Outages::<Test>::get().total_ms, 5_000);
	});
}

#[test]
fn an_outage_puts_the_deadline_off_to_the_millisecond() {
	for answered in [false, true] {
		wide().build_and_execute(|| {
			mint(ALICE, 100);
			// GIVEN an outage from before the request, which does not count
			block(0);
			block(DAY);
			let id = if answered {
				accepted(ALICE, 100)
			} else {
				request(ALICE, 100)
			};
			let (base, time) = (Now::get(), if answered { 10 * DAY } else { 2 * DAY });
			assert_eq!(Issuance::due_by(id), Some(base + time));
			// WHEN the chain stands still past the deadline
			quietly(DAY);
			advance(20 * DAY);
			// THEN the first block after it knows that already
			assert_eq!(Issuance::due_by(id), Some(base + time + 20 * DAY));
			assert_noop!(breach(id), Error::<Test>::NotOverdue);
			Issuance::on_finalize(0);
			assert_eq!(Issuance::due_by(id), Some(base + time + 20 * DAY));
			quietly(time - DAY);
			assert_noop!(breach(id), Error::<Test>::NotOverdue);
			quietly(1);
			assert_ok!(breach(id));
		});
	}
}

#[test]
fn a_pause_puts_it_off_as_an_outage_does_and_adds_to_it() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		block(0);
		PausedMs::set(700);
		let id = accepted(ALICE, 100);
		let due = Issuance::due_by(id).unwrap();
		PausedMs::set(1_000);
		assert_eq!(Issuance::due_by(id), Some(due + 300));
		block(DAY);
		assert_eq!(Issuance::due_by(id), Some(due + 300 + DAY));
	});
}

#[test]
fn the_time_for_the_answer_does_not_lengthen_the_time_for_the_release() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		block(0);
		let id = request(ALICE, 100);
		block(DAY);
		assert_ok!(run(ISSUER, Call::accept_redemption { id }));
		assert_eq!(Issuance::due_by(id), Some(Now::get() + 10 * DAY));
	});
}

#[test]
fn a_block_is_paid_for_before_it_is_noted() {
	wide().build_and_execute(|| {
		use crate::WeightInfo;
		assert_eq!(Issuance::on_initialize(1), <()>::note_block());
	});
}

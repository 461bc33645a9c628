//! In which order requests are answered.

use super::*;
use assay_primitives::ReasonCode;
use polkadot_sdk::frame_support::assert_noop;

fn accept(id: RedemptionId) -> DispatchResult {
	run(ISSUER, Call::accept_redemption { id })
}

fn earlier() -> Error<Test> {
	Error::EarlierWaiting
}

#[test]
fn is_that_of_their_numbers() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		mint(BOB, 1_000);
		let ids = [ALICE, BOB, ALICE, BOB].map(|who| request(who, 100));
		for late in &ids[1..] {
			assert_noop!(accept(*late), earlier());
		}
		assert_ok!(accept(ids[0]));
		assert_noop!(accept(ids[2]), earlier());
		// Whatever ends the wait makes way: a no, a cancellation, a breach.
		let reason = id(1);
		assert_ok!(run(ISSUER, Call::reject_redemption { id: ids[1], reason }));
		assert_noop!(accept(ids[3]), earlier());
		assert_ok!(run(ALICE, Call::cancel_redemption { id: ids[2] }));
		assert_ok!(accept(ids[3]));
	});
}

#[test]
fn holds_for_each_asset_apart() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		Free::insert((SILVER, ALICE), 100);
		Supply::insert(SILVER, 100);
		Totals::<Test>::mutate(SILVER, |totals| totals.minted = 100);
		request(ALICE, 100);
		let silver = NextRedemptionId::<Test>::get();
		assert_ok!(run(
			ALICE,
			Call::request_redemption {
				asset: SILVER,
				amount: 100,
				delivery: id(1)
			}
		));
		assert_ok!(accept(silver));
	});
}

#[test]
fn numbers_sort_beyond_a_byte() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		NextRedemptionId::<Test>::put(255);
		let ids = [request(ALICE, 10), request(ALICE, 10)];
		assert_eq!(ids, [255, 256]);
		assert_noop!(accept(256), earlier());
		assert_ok!(accept(255));
		assert_ok!(accept(256));
	});
}

/// So many requests of holders who may not be paid, one each, and one of Alice's after them.
fn behind_blocked(count: u32) -> RedemptionId {
	let blocked = |number: u32| 100 + Account::from(number);
	for number in 0..count {
		mint(blocked(number), 10);
		request(blocked(number), 10);
	}
	mint(ALICE, 10);
	let last = request(ALICE, 10);
	assert_noop!(accept(last), earlier());
	let all = (0..count).map(|number| (blocked(number), ReasonCode::SenderFrozen));
	Blocked::set(all.collect());
	last
}

#[test]
fn passes_over_sixteen_who_may_not_be_paid_and_no_more() {
	wide().build_and_execute(|| {
		assert_ok!(accept(behind_blocked(MAX_PASSED_OVER)));
	});
	// A no makes room, and so does whoever reports a block.
	let reason = id(1);
	let no = Call::reject_redemption { id: 0, reason };
	for (who, call) in [(ISSUER, no), (BOB, Call::report_blocked { id: 0 })] {
		wide().build_and_execute(|| {
			let last = behind_blocked(MAX_PASSED_OVER + 1);
			assert_noop!(accept(last), earlier());
			assert_ok!(run(who, call));
			assert_ok!(accept(last));
		});
	}
}

#[test]
fn is_that_of_the_numbers_again_once_a_block_ends_or_escrow_is_paid() {
	for to_escrow in [false, true] {
		wide().build_and_execute(|| {
			mint(ALICE, 10);
			mint(BOB, 10);
			let (first, second) = (request(ALICE, 10), request(BOB, 10));
			Blocked::set([(ALICE, ReasonCode::SenderFrozen)].into());
			let report = || run(BOB, Call::report_blocked { id: first });
			assert_ok!(report());
			if to_escrow {
				found_until(first, START + 30 * DAY);
				assert_ok!(run(BOB, Call::divert_to_escrow { id: first }));
			} else {
				Blocked::set(Default::default());
				assert_ok!(report());
			}
			assert_noop!(accept(second), earlier());
			assert_ok!(accept(first));
			assert_ok!(accept(second));
		});
	}
}

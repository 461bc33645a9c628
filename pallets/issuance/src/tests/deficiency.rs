//! What is handed over of a reserve that is too small.

use super::*;
use assay_primitives::ReserveStatus;
use assay_traits::OnReserveStatus;
use polkadot_sdk::frame_support::assert_noop;

const PERIOD: Moment = 7 * DAY;

/// Between blocks the reserve is found to be so.
fn found(status: ReserveStatus) {
	ForcedStatus::set(Some(status));
	Issuance::changed(GOLD, status, Now::get());
}

/// The reserve is deficient, and has been on record as that for long enough.
fn deficient() {
	found(ReserveStatus::Deficient);
	advance(PERIOD);
}

/// Metal leaves the reserve otherwise than to holders, so that it is deficient.
fn lose(quantity: Quantity) {
	Reserve::mutate(GOLD, |reserve| *reserve -= quantity);
	deficient();
}

/// Hands over all that is due, and says how much that was.
fn pay(id: RedemptionId) -> Quantity {
	let before = Redemptions::<Test>::get(id).unwrap();
	let due = Issuance::due_now(&before, Now::get()).unwrap();
	let rest = due - before.released();
	assert_noop!(
		run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, rest + 1)])),
		Error::<Test>::ReleaseMismatch
	);
	assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, rest)])));
	assert_eq!(state(id), RedemptionState::Released);
	assert_ok!(Issuance::do_try_state());
	due
}

#[test]
fn everybody_gets_the_same_share_whatever_the_order() {
	for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
		wide().build_and_execute(|| {
			// GIVEN claims on 1,000, of which 700 are left
			let amounts = [5_000, 3_000, 2_000];
			mint(ALICE, 10_000);
			let ids = amounts.map(|amount| accepted(ALICE, amount));
			Reserve::insert(GOLD, 1_000);
			lose(300);
			for which in order {
				let due = pay(ids[which]);
				assert_eq!(due, amounts[which] / 10 * 7 / 10);
			}
			assert_eq!(Reserve::get(GOLD), 0);
		});
	}
}

#[test]
fn the_payments_add_up_to_the_reserve_and_the_last_gets_the_fractions() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let ids = [330, 330, 340].map(|amount| accepted(ALICE, amount));
		Reserve::insert(GOLD, 50);
		lose(0);
		// 16.5, then 34 x 330 / 670 = 16.7, then what is left
		let paid = ids.map(pay);
		assert_eq!(paid, [16, 16, 18]);
		assert_eq!((Reserve::get(GOLD), outstanding(GOLD)), (0, 0));
	});
}

#[test]
fn parts_that_have_left_on_open_claims_count_for_all() {
	wide().build_and_execute(|| {
		mint(ALICE, 10_000);
		let first = accepted(ALICE, 5_000);
		let second = accepted(ALICE, 5_000);
		// GIVEN that a fifth of the first has been handed over when half of the rest is lost
		assert_ok!(run(CUSTODIAN, release_call(first, &[(VAULT_A, 1, 100)])));
		Reserve::insert(GOLD, 500);
		lose(0);
		// 600 in all for two alike.
		assert_eq!(pay(second), 300);
		assert_eq!(pay(first), 300);
		assert_eq!(Reserve::get(GOLD), 0);
	});
}

#[test]
fn who_has_more_than_its_share_already_gets_no_more() {
	wide().build_and_execute(|| {
		mint(ALICE, 10_000);
		let first = accepted(ALICE, 5_000);
		let second = accepted(ALICE, 5_000);
		assert_ok!(run(CUSTODIAN, release_call(first, &[(VAULT_A, 1, 400)])));
		Reserve::insert(GOLD, 100);
		lose(0);
		// Half of 500 is due to each; 400 have been paid, and nothing is taken back.
		assert_noop!(
			run(CUSTODIAN, release_call(first, &[(VAULT_A, 1, 1)])),
			Error::<Test>::ReleaseMismatch
		);
		assert_ok!(run(CUSTODIAN, release_call(first, &[])));
		assert_eq!(state(first), RedemptionState::Released);
		assert_eq!(pay(second), 100);
		assert_eq!(Reserve::get(GOLD), 0);
	});
}

#[test]
fn is_told_and_never_more_than_the_claim() {
	wide().build_and_execute(|| {
		mint(ALICE, 2_000);
		let id = accepted(ALICE, 1_000);
		deficient();
		// The reserve of 2,000 would give far more than the claim of 100.
		assert_eq!(pay(id), 100);
		let id = accepted(ALICE, 1_000);
		Reserve::insert(GOLD, 60);
		assert_eq!(pay(id), 60);
		let events = System::events();
		assert!(events.iter().any(|record| record.event
			== Event::RedemptionPaidProRata {
				id,
				asset: GOLD,
				claim: 100,
				paid: 60
			}
			.into()));
		assert_eq!(Redemptions::<Test>::get(id).unwrap().claim, 60);
		assert_ok!(run(BOB, Call::burn_redemption { id }));
	});
}

#[test]
fn nothing_is_no_payment() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let id = accepted(ALICE, 1_000);
		Reserve::insert(GOLD, 0);
		lose(0);
		assert_noop!(
			run(CUSTODIAN, release_call(id, &[])),
			Error::<Test>::ReleaseMismatch
		);
	});
}

#[test]
fn the_holder_of_an_accepted_one_may_take_its_units_back() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let id = accepted(ALICE, 1_000);
		let cancel = Call::cancel_redemption { id };
		assert_noop!(run(ALICE, cancel.clone()), Error::<Test>::NotOverdue);
		lose(1_950);
		assert_noop!(run(BOB, cancel.clone()), Error::<Test>::NotHolder);
		assert_ok!(run(ALICE, cancel));
		assert_eq!(
			(state(id), free(ALICE)),
			(RedemptionState::Cancelled, 1_000)
		);
	});
}

#[test]
fn other_states_of_the_reserve_pay_at_par() {
	for status in [
		ReserveStatus::Thin,
		ReserveStatus::Lapsed,
		ReserveStatus::Disputed,
	] {
		wide().build_and_execute(|| {
			mint(ALICE, 1_000);
			let id = accepted(ALICE, 1_000);
			ForcedStatus::set(Some(status));
			assert_eq!(pay(id), 100);
		});
	}
}

#[test]
fn fails_when_the_reserve_is_not_known() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let id = accepted(ALICE, 1_000);
		ReserveKnown::set(false);
		assert_noop!(
			run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 100)])),
			polkadot_sdk::sp_runtime::DispatchError::Unavailable
		);
	});
}

/// A custodian alone can make a reserve deficient; nobody is paid less for it in the same breath, and
/// nobody in full at the cost of the others.
#[test]
fn nothing_is_handed_over_before_it_has_stood_to_the_millisecond() {
	wide().build_and_execute(|| {
		mint(ALICE, 10_000);
		let id = accepted(ALICE, 1_000);
		Reserve::insert(GOLD, 500);
		let refused = |quantity| {
			assert_noop!(
				run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, quantity)])),
				Error::<Test>::DeficiencyTooRecent
			);
		};
		// GIVEN a deficiency that is not on record
		ForcedStatus::set(Some(ReserveStatus::Deficient));
		assert_eq!(Issuance::pro_rata_from(GOLD), None);
		refused(50);
		advance(2 * PERIOD);
		refused(50);
		// WHEN it is THEN the time runs
		found(ReserveStatus::Deficient);
		assert_eq!(Issuance::pro_rata_from(GOLD), Some(Now::get() + PERIOD));
		// In full, pro rata, and in part.
		[100, 50, 1].into_iter().for_each(refused);
		advance(PERIOD - 1);
		[100, 50, 1].into_iter().for_each(refused);
		advance(1);
		assert_eq!(pay(id), 50);
	});
}

#[test]
fn one_that_has_ended_is_shared_no_more_and_the_next_begins_anew() {
	wide().build_and_execute(|| {
		mint(ALICE, 10_000);
		let ids = [1_000, 1_000, 1_000].map(|amount| accepted(ALICE, amount));
		Reserve::insert(GOLD, 500);
		deficient();
		assert_eq!(pay(ids[0]), 50);
		// The status decides, whatever is on record.
		ForcedStatus::set(Some(ReserveStatus::Thin));
		assert_eq!(pay(ids[1]), 100);
		found(ReserveStatus::Thin);
		assert_eq!(Issuance::pro_rata_from(GOLD), None);
		found(ReserveStatus::Deficient);
		assert_eq!(Issuance::pro_rata_from(GOLD), Some(Now::get() + PERIOD));
		assert_noop!(
			run(CUSTODIAN, release_call(ids[2], &[(VAULT_A, 1, 1)])),
			Error::<Test>::DeficiencyTooRecent
		);
	});
}

/// A custodian that reports anew, or withdraws its report, neither opens payment at par to a friend nor
/// begins the week again.
#[test]
fn one_that_nobody_can_see_any_more_goes_on_and_nothing_is_paid() {
	for unknown in [ReserveStatus::Lapsed, ReserveStatus::Disputed] {
		wide().build_and_execute(|| {
			mint(ALICE, 10_000);
			let id = accepted(ALICE, 1_000);
			Reserve::insert(GOLD, 500);
			found(ReserveStatus::Deficient);
			let from = Issuance::pro_rata_from(GOLD);
			let refused = || {
				assert_noop!(
					run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 100)])),
					Error::<Test>::DeficiencyTooRecent
				);
			};
			// Before it is found, after that, and when the week is over.
			ForcedStatus::set(Some(unknown));
			refused();
			found(unknown);
			assert_eq!(Issuance::pro_rata_from(GOLD), from);
			refused();
			advance(PERIOD);
			refused();
			// WHEN it is known again THEN the week is over
			found(ReserveStatus::Deficient);
			assert_eq!(Issuance::pro_rata_from(GOLD), from);
			assert_eq!(pay(id), 50);
		});
	}
}

#[test]
fn the_release_is_put_off_by_the_wait_and_by_one_wait_at_most() {
	wide().build_and_execute(|| {
		mint(ALICE, 10_000);
		// GIVEN a wait that was over before the acceptance
		found(ReserveStatus::Deficient);
		advance(DAY);
		found(ReserveStatus::Backed);
		let id = accepted(ALICE, 1_000);
		let due = Now::get() + 10 * DAY;
		assert_eq!(Issuance::due_by(id), Some(due));
		// WHEN the reserve is deficient for three days
		found(ReserveStatus::Deficient);
		advance(3 * DAY);
		assert_eq!(Issuance::due_by(id), Some(due + 3 * DAY));
		found(ReserveStatus::Backed);
		advance(DAY);
		assert_eq!(Issuance::due_by(id), Some(due + 3 * DAY));
		// and again for longer than what is left
		found(ReserveStatus::Deficient);
		advance(4 * DAY);
		assert_eq!(Issuance::due_by(id), Some(due + PERIOD));
		advance(DAY);
		assert_eq!(Issuance::due_by(id), Some(due + PERIOD));
		found(ReserveStatus::Backed);
		// THEN it is overdue once all of that is over, and not before.
		Now::set(due + PERIOD);
		let breach = || run(STRANGER, Call::breach_redemption { id });
		assert_noop!(breach(), Error::<Test>::NotOverdue);
		advance(1);
		assert_ok!(breach());
	});
}

#[test]
fn one_that_stands_puts_nothing_off_any_more_and_no_answer_ever() {
	wide().build_and_execute(|| {
		mint(ALICE, 10_000);
		let waiting = request(ALICE, 1_000);
		found(ReserveStatus::Deficient);
		advance(DAY);
		// An answer can be given meanwhile.
		assert_eq!(Issuance::due_by(waiting), Some(START + 2 * DAY));
		assert_ok!(run(ISSUER, Call::accept_redemption { id: waiting }));
		let due = Now::get() + 10 * DAY;
		advance(20 * DAY);
		assert_eq!(Issuance::due_by(waiting), Some(due + PERIOD - DAY));
		let late = accepted(ALICE, 1_000);
		let due = Now::get() + 10 * DAY;
		advance(DAY);
		assert_eq!(Issuance::due_by(late), Some(due));
	});
}

#[test]
fn the_holder_need_not_wait_to_take_its_units_back() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let id = accepted(ALICE, 1_000);
		found(ReserveStatus::Deficient);
		assert_ok!(run(ALICE, Call::cancel_redemption { id }));
		assert_eq!(free(ALICE), 1_000);
	});
}

#[test]
fn the_same_status_told_twice_changes_nothing() {
	wide().build_and_execute(|| {
		let clock = || Deficiencies::<Test>::get(GOLD);
		found(ReserveStatus::Backed);
		assert!(!Deficiencies::<Test>::contains_key(GOLD));
		found(ReserveStatus::Deficient);
		let first = clock();
		advance(DAY);
		found(ReserveStatus::Deficient);
		assert_eq!(clock(), first);
		found(ReserveStatus::Thin);
		let ended = DeficiencyClock {
			since: None,
			waited_ms: DAY,
		};
		assert_eq!(clock(), ended);
		found(ReserveStatus::Disputed);
		assert_eq!(clock(), ended);
	});
}

//! A holder under a docket or a sanction: nothing is promised or delivered to it meanwhile.

use super::*;
use assay_primitives::ReasonCode;
use polkadot_sdk::frame_support::assert_noop;

const BARS: [ReasonCode; 2] = [ReasonCode::SenderUnderDocket, ReasonCode::SenderSanctioned];

fn bar(who: Account, why: ReasonCode) {
	Blocked::set([(who, why)].into());
}

fn unbar() {
	Blocked::set(Default::default());
}

#[test]
fn accepting_waits_for_the_end_of_it() {
	for why in BARS {
		wide().build_and_execute(|| {
			mint(ALICE, 10_000);
			let id = request(ALICE, 1_000);
			let accept = || run(ISSUER, Call::accept_redemption { id });
			bar(ALICE, why);
			assert_noop!(accept(), Error::<Test>::HolderBarred);
			assert_eq!(state(id), RedemptionState::Requested, "{why:?}");
			unbar();
			assert_ok!(accept());
		});
	}
}

#[test]
fn releasing_waits_for_the_end_of_it_and_what_has_left_stays() {
	for why in BARS {
		wide().build_and_execute(|| {
			mint(ALICE, 10_000);
			let id = accepted(ALICE, 1_000);
			let release = |quantity| run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, quantity)]));
			assert_ok!(release(40));
			bar(ALICE, why);
			assert_noop!(release(60), Error::<Test>::HolderBarred);
			unbar();
			assert_ok!(release(60));
			// The underlying is gone: the units are burned whatever stands against their holder.
			bar(ALICE, why);
			assert_ok!(run(BOB, Call::burn_redemption { id }));
			assert_eq!(state(id), RedemptionState::Burned, "{why:?}");
		});
	}
}

#[test]
fn the_deadlines_run_on_unless_somebody_reports_it_and_are_no_breach_meanwhile() {
	for (why, reported) in BARS.into_iter().flat_map(|why| [(why, false), (why, true)]) {
		wide().build_and_execute(|| {
			mint(ALICE, 10_000);
			let id = request(ALICE, 1_000);
			let accept_by = Redemptions::<Test>::get(id).unwrap().accept_by;
			bar(ALICE, why);
			if reported {
				assert_ok!(run(BOB, Call::report_blocked { id }));
			}
			let blocked_for = accept_by + 1 - Now::get();
			advance(blocked_for);
			let breach = || run(BOB, Call::breach_redemption { id });
			assert_noop!(breach(), Error::<Test>::HolderBarred);
			unbar();
			if reported {
				assert_ok!(run(BOB, Call::report_blocked { id }));
				assert_noop!(breach(), Error::<Test>::NotOverdue);
				advance(blocked_for);
			}
			assert_ok!(breach());
			assert_ok!(run(ALICE, Call::cancel_redemption { id }));
			assert_eq!((free(ALICE), held(ALICE)), (10_000, 0), "{why:?}");
		});
	}
}

#[test]
fn the_issuer_may_refuse_and_the_holder_take_back_meanwhile() {
	for why in BARS {
		wide().build_and_execute(|| {
			mint(ALICE, 10_000);
			let (refused, taken_back) = (request(ALICE, 1_000), request(ALICE, 2_000));
			bar(ALICE, why);
			let reject = Call::reject_redemption {
				id: refused,
				reason: id(1),
			};
			assert_ok!(run(ISSUER, reject));
			assert_ok!(run(ALICE, Call::cancel_redemption { id: taken_back }));
			assert_eq!(free(ALICE), 10_000, "{why:?}");
		});
	}
}

#[test]
fn somebody_elses_does_not_matter() {
	for why in BARS {
		wide().build_and_execute(|| {
			mint(ALICE, 10_000);
			bar(BOB, why);
			let id = accepted(ALICE, 1_000);
			assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 100)])));
		});
	}
}

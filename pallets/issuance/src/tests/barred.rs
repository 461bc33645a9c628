//! A holder under a docket or a sanction: nothing is promised or delivered to it meanwhile.

use super::*;
use assay_primitives::IdentityId;
use polkadot_sdk::frame_support::assert_noop;

const ALICE_ID: IdentityId = 10;
const BOB_ID: IdentityId = 11;

/// What may stand against a holder of gold, begun and ended.
fn bars() -> [(&'static str, fn(IdentityId), fn()); 2] {
	[
		(
			"docket",
			|identity| UnderDocket::set(Some((GOLD, identity))),
			|| UnderDocket::set(None),
		),
		(
			"sanction",
			|identity| Sanctioned::set(Some(identity)),
			|| Sanctioned::set(None),
		),
	]
}

#[test]
fn accepting_waits_for_the_end_of_it() {
	for (name, begin, end) in bars() {
		wide().build_and_execute(|| {
			mint(ALICE, 10_000);
			let id = request(ALICE, 1_000);
			let accept = || run(ISSUER, Call::accept_redemption { id });
			begin(ALICE_ID);
			assert_noop!(accept(), Error::<Test>::HolderBarred);
			assert_eq!(state(id), RedemptionState::Requested, "{name}");
			end();
			assert_ok!(accept());
		});
	}
}

#[test]
fn releasing_waits_for_the_end_of_it_and_what_has_left_stays() {
	for (name, begin, end) in bars() {
		wide().build_and_execute(|| {
			mint(ALICE, 10_000);
			let id = accepted(ALICE, 1_000);
			let release = |quantity| run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, quantity)]));
			assert_ok!(release(40));
			begin(ALICE_ID);
			assert_noop!(release(60), Error::<Test>::HolderBarred);
			end();
			assert_ok!(release(60));
			// The underlying is gone: the units are burned whatever stands against their holder.
			begin(ALICE_ID);
			assert_ok!(run(BOB, Call::burn_redemption { id }));
			assert_eq!(state(id), RedemptionState::Burned, "{name}");
		});
	}
}

#[test]
fn the_deadlines_run_on_and_the_units_go_back() {
	for (name, begin, _) in bars() {
		// GIVEN what waits for its acceptance
		wide().build_and_execute(|| {
			mint(ALICE, 10_000);
			let id = request(ALICE, 1_000);
			let accept_by = Redemptions::<Test>::get(id).unwrap().accept_by;
			begin(ALICE_ID);
			advance(accept_by - Now::get());
			let cancel = || run(BOB, Call::cancel_redemption { id });
			assert_noop!(cancel(), Error::<Test>::NotHolder);
			advance(1);
			assert_ok!(cancel());
			assert_eq!((free(ALICE), held(ALICE)), (10_000, 0), "{name}");
		});
		// GIVEN what was accepted, and delivered in part
		wide().build_and_execute(|| {
			mint(ALICE, 10_000);
			let id = accepted(ALICE, 1_000);
			assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 40)])));
			let acceptance = Redemptions::<Test>::get(id).unwrap().acceptance.unwrap();
			begin(ALICE_ID);
			advance(acceptance.release_by - Now::get() + 1);
			assert_ok!(run(BOB, Call::cancel_redemption { id }));
			assert_eq!((free(ALICE), held(ALICE)), (9_600, 400), "{name}");
		});
	}
}

#[test]
fn the_issuer_may_refuse_and_the_holder_take_back_meanwhile() {
	for (name, begin, _) in bars() {
		wide().build_and_execute(|| {
			mint(ALICE, 10_000);
			let (refused, taken_back) = (request(ALICE, 1_000), request(ALICE, 2_000));
			begin(ALICE_ID);
			let reject = Call::reject_redemption {
				id: refused,
				reason: id(1),
			};
			assert_ok!(run(ISSUER, reject));
			assert_ok!(run(ALICE, Call::cancel_redemption { id: taken_back }));
			assert_eq!(free(ALICE), 10_000, "{name}");
		});
	}
}

#[test]
fn somebody_elses_and_another_assets_do_not_matter() {
	wide().build_and_execute(|| {
		mint(ALICE, 10_000);
		let id = request(ALICE, 1_000);
		UnderDocket::set(Some((SILVER, ALICE_ID)));
		Sanctioned::set(Some(BOB_ID));
		assert_ok!(run(ISSUER, Call::accept_redemption { id }));
		UnderDocket::set(Some((GOLD, BOB_ID)));
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 100)])));
	});
}

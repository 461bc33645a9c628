use super::*;
use assay_primitives::UnitRatio;
use polkadot_sdk::frame_support::assert_noop;

/// Everyone but the holder.
const OTHERS: [Account; 8] = [
	ISSUER, MINTER, CONTROLLER, CUSTODIAN, BOTH, SUSPENDED, BOB, STRANGER,
];

fn cancel(id: RedemptionId) -> Call<Test> {
	Call::cancel_redemption { id }
}

fn event(id: RedemptionId, by: Account, expired: bool) -> RuntimeEvent {
	Event::RedemptionCancelled {
		id,
		asset: GOLD,
		holder: ALICE,
		amount: 100,
		by,
		expired,
	}
	.into()
}

#[test]
fn works_before_and_after_accept_by_and_leaves_nothing_behind() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		for (wait, expired) in [(0, false), (2 * DAY, false), (2 * DAY + 1, true)] {
			let id = request(ALICE, 100);
			advance(wait);
			assert_ok!(run(ALICE, cancel(id)));
			assert_eq!((free(ALICE), held(ALICE)), (100, 0));
			assert_eq!(last_event(), event(id, ALICE, expired));
			assert_noop!(run(ALICE, cancel(id)), Error::<Test>::RedemptionNotFound);
		}
		assert_eq!(Redemptions::<Test>::iter().count(), 0);
		assert_eq!(OpenRedemptions::<Test>::get(GOLD), 0);
		assert_eq!(HolderRedemptions::<Test>::iter().count(), 0);
	});
}

#[test]
fn works_once_the_release_is_overdue() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = accepted(ALICE, 100);
		assert_noop!(run(ALICE, cancel(id)), Error::<Test>::NotOverdue);
		Now::set(START + 10 * DAY);
		assert_noop!(run(ALICE, cancel(id)), Error::<Test>::NotOverdue);
		advance(1);
		assert_ok!(run(ALICE, cancel(id)));
		assert_eq!((state(id), free(ALICE)), (RedemptionState::Cancelled, 100));
		assert_eq!(
			Redemptions::<Test>::get(id).unwrap().closed_at,
			Some(Now::get())
		);
		assert_eq!(last_event(), event(id, ALICE, true));
	});
}

#[test]
fn works_for_anyone_once_the_answer_is_overdue() {
	for who in OTHERS {
		wide().build_and_execute(|| {
			mint(ALICE, 100);
			let id = request(ALICE, 100);
			for wait in [0, 2 * DAY - 1, 1] {
				advance(wait);
				assert_noop!(run(who, cancel(id)), Error::<Test>::NotHolder);
			}
			advance(1);
			assert_ok!(run(who, cancel(id)));
			// The units are the holder's, whoever asked.
			assert_eq!((free(ALICE), held(ALICE), free(who)), (100, 0, 0));
			assert_eq!(Redemptions::<Test>::get(id), None);
			assert_eq!(last_event(), event(id, who, true));
		});
	}
}

#[test]
fn works_for_another_account_of_the_holder() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = request(ALICE, 100);
		assert_ok!(run(ALICE_TOO, cancel(id)));
		assert_eq!((free(ALICE), held(ALICE)), (100, 0));
	});
}

#[test]
fn a_change_of_terms_does_not_reach_what_was_asked_for() {
	// Twenty or five units for one of the underlying, where it was ten.
	for denominator in [5, 20] {
		wide().build_and_execute(|| {
			mint(ALICE, 105);
			let id = accepted(ALICE, 105);
			assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 3)])));
			Unit::set(UnitRatio {
				numerator: 1,
				denominator,
			});
			advance(10 * DAY + 1);
			assert_ok!(run(BOB, cancel(id)));
			assert_eq!((free(ALICE), held(ALICE)), (75, 30));
		});
	}
}

#[test]
fn works_for_anyone_once_the_release_is_overdue() {
	for who in OTHERS {
		wide().build_and_execute(|| {
			mint(ALICE, 100);
			// GIVEN that the answer came late, so that only the later deadline counts
			let id = request(ALICE, 100);
			advance(3 * DAY);
			assert_ok!(run(ISSUER, Call::accept_redemption { id }));
			for wait in [0, 10 * DAY - 1, 1] {
				advance(wait);
				assert_noop!(run(who, cancel(id)), Error::<Test>::NotHolder);
			}
			advance(1);
			assert_ok!(run(who, cancel(id)));
			assert_eq!((free(ALICE), held(ALICE), free(who)), (100, 0, 0));
			assert_eq!(state(id), RedemptionState::Cancelled);
			assert_eq!(last_event(), event(id, who, true));
		});
	}
}

#[test]
fn fails_when_a_part_has_been_released() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = accepted(ALICE, 100);
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 1)])));
		assert_noop!(run(ALICE, cancel(id)), Error::<Test>::PartlyReleased);
		assert_noop!(run(BOB, cancel(id)), Error::<Test>::NotHolder);
		advance(10 * DAY);
		assert_noop!(run(ALICE, cancel(id)), Error::<Test>::PartlyReleased);
		// The rest may still come, late as it is.
		advance(1);
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 9)])));
		assert_eq!(state(id), RedemptionState::Released);
	});
}

#[test]
fn ends_in_the_part_handed_over_when_the_rest_does_not_come() {
	wide().build_and_execute(|| {
		mint(ALICE, 105);
		let id = accepted(ALICE, 105);
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 3)])));
		advance(10 * DAY + 1);
		// Whoever finishes it, three of the underlying cost thirty units.
		assert_ok!(run(BOB, cancel(id)));
		assert_eq!(state(id), RedemptionState::Released);
		assert_eq!((free(ALICE), held(ALICE), free(BOB)), (75, 30, 0));
		assert_eq!(CommittedToBurn::<Test>::get(GOLD), 30);
		assert_eq!(
			last_event(),
			Event::RedemptionSettledInPart {
				id,
				asset: GOLD,
				holder: ALICE,
				amount: 30,
				returned: 75,
				by: BOB
			}
			.into()
		);
		assert_noop!(run(BOB, cancel(id)), Error::<Test>::WrongState);
		assert_ok!(run(BOB, Call::burn_redemption { id }));
		assert_eq!((free(ALICE), held(ALICE)), (75, 0));
	});
}

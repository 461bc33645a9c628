use super::*;
use polkadot_sdk::frame_support::assert_noop;

/// Everyone but the holder.
const OTHERS: [Account; 8] = [
	ISSUER, MINTER, CONTROLLER, CUSTODIAN, BOTH, SUSPENDED, BOB, STRANGER,
];

fn cancel(id: RedemptionId) -> Call<Test> {
	Call::cancel_redemption { id }
}

fn event(id: RedemptionId, by: Account, breached: bool) -> RuntimeEvent {
	Event::RedemptionCancelled {
		id,
		asset: GOLD,
		holder: ALICE,
		amount: 100,
		by,
		breached,
	}
	.into()
}

#[test]
fn works_before_accept_by_and_leaves_nothing_behind() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		for wait in [0, 2 * DAY] {
			let id = request(ALICE, 100);
			advance(wait);
			assert_ok!(run(ALICE, cancel(id)));
			assert_eq!((free(ALICE), held(ALICE)), (100, 0));
			assert_eq!(last_event(), event(id, ALICE, false));
			assert_noop!(run(ALICE, cancel(id)), Error::<Test>::RedemptionNotFound);
		}
		assert_eq!(Redemptions::<Test>::iter().count(), 0);
		assert_eq!(OpenRedemptions::<Test>::get(GOLD), 0);
		assert_eq!(HolderRedemptions::<Test>::iter().count(), 0);
		assert_eq!(Waiting::<Test>::iter().count(), 0);
	});
}

#[test]
fn an_overdue_one_is_a_breach_that_stays_readable() {
	for answered in [false, true] {
		wide().build_and_execute(|| {
			bonded(1_000);
			mint(ALICE, 100);
			let id = if answered {
				accepted(ALICE, 100)
			} else {
				request(ALICE, 100)
			};
			let due = Issuance::due_by(id).unwrap();
			assert_eq!(due, START + if answered { 10 * DAY } else { 2 * DAY });
			Now::set(due);
			if answered {
				assert_noop!(run(ALICE, cancel(id)), Error::<Test>::NotOverdue);
			}
			advance(1);
			assert_ok!(run(ALICE, cancel(id)));
			assert_eq!((state(id), free(ALICE)), (RedemptionState::Cancelled, 100));
			// Two percent of two hundred francs.
			assert_eq!((Penalties::get(ALICE), bond()), (4, 996));
			let ended = Redemptions::<Test>::get(id).unwrap();
			assert_eq!(ended.closed_at, Some(Now::get()));
			assert_eq!(last_event(), event(id, ALICE, true));
			assert_eq!(Issuance::due_by(id), None);
		});
	}
}

#[test]
fn is_for_anyone_long_after_the_breach_and_for_nobody_else_before() {
	for who in OTHERS {
		wide().build_and_execute(|| {
			mint(ALICE, 100);
			let id = request(ALICE, 100);
			for wait in [0, 2 * DAY + 1] {
				advance(wait);
				assert_noop!(run(who, cancel(id)), Error::<Test>::NotHolder);
			}
			assert_ok!(run(who, Call::breach_redemption { id }));
			advance(30 * DAY);
			assert_noop!(run(who, cancel(id)), Error::<Test>::NotHolder);
			advance(1);
			assert_ok!(run(who, cancel(id)));
			// The units are the holder's, whoever asked.
			assert_eq!((free(ALICE), held(ALICE), free(who)), (100, 0, 0));
			assert_eq!(state(id), RedemptionState::Cancelled);
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
			assert_ok!(run(ALICE, cancel(id)));
			assert_eq!((free(ALICE), held(ALICE)), (75, 30));
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
		assert_ok!(run(BOB, Call::breach_redemption { id }));
		advance(30 * DAY + 1);
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

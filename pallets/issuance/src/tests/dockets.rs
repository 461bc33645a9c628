//! What a docket ends when it takes units that stand in redemptions.

use super::*;
use assay_traits::HoldCloser;

fn close(who: Account) -> DispatchResult {
	<Issuance as HoldCloser<Account>>::close(GOLD, &who)
}

fn ended(id: RedemptionId, returned: Balance, kept: Balance) -> RuntimeEvent {
	Event::RedemptionEndedByDocket {
		id,
		asset: GOLD,
		holder: ALICE,
		returned,
		kept,
	}
	.into()
}

#[test]
fn ends_what_is_asked_for_and_what_is_accepted_with_a_reason() {
	wide().build_and_execute(|| {
		mint(ALICE, 10_000);
		mint(BOB, 1_000);
		let (accepted_one, of_bob) = (accepted(ALICE, 2_000), accepted(BOB, 1_000));
		let asked = request(ALICE, 1_000);
		System::reset_events();
		// WHEN a docket takes units of Alice
		assert_ok!(close(ALICE));
		// THEN her units are free, and each redemption says why it ended
		assert_eq!((free(ALICE), held(ALICE)), (10_000, 0));
		let events: Vec<_> = System::events().into_iter().map(|e| e.event).collect();
		assert_eq!(
			events,
			vec![ended(accepted_one, 2_000, 0), ended(asked, 1_000, 0)]
		);
		assert_eq!(Redemptions::<Test>::get(asked), None);
		assert_eq!(state(accepted_one), RedemptionState::Cancelled);
		assert_eq!(HolderRedemptions::<Test>::get(GOLD, ALICE).len(), 0);
		// Nobody else's is touched.
		assert_eq!(
			(state(of_bob), held(BOB)),
			(RedemptionState::Accepted, 1_000)
		);
	});
}

#[test]
fn leaves_what_the_custodian_has_released() {
	wide().build_and_execute(|| {
		mint(ALICE, 10_000);
		let id = released(ALICE, 1_000);
		assert_ok!(close(ALICE));
		assert_eq!(state(id), RedemptionState::Released);
		assert_eq!(
			(held(ALICE), CommittedToBurn::<Test>::get(GOLD)),
			(1_000, 1_000)
		);
		assert_ok!(run(BOB, Call::burn_redemption { id }));
	});
}

#[test]
fn keeps_the_part_that_was_handed_over() {
	wide().build_and_execute(|| {
		mint(ALICE, 10_000);
		// GIVEN a claim of 100, of which 40 have left
		let id = accepted(ALICE, 1_000);
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 40)])));
		// WHEN a docket ends it THEN the units that claim them wait to be burned, the rest is free
		assert_ok!(close(ALICE));
		assert_eq!(last_event(), ended(id, 600, 400));
		assert_eq!(state(id), RedemptionState::Released);
		assert_eq!((free(ALICE), held(ALICE)), (9_600, 400));
		assert_eq!(CommittedToBurn::<Test>::get(GOLD), 400);
		assert_ok!(run(BOB, Call::burn_redemption { id }));
		assert_eq!(Supply::get(GOLD), 9_600);
	});
}

#[test]
fn does_nothing_where_nothing_is_open() {
	wide().build_and_execute(|| {
		mint(ALICE, 10_000);
		System::reset_events();
		assert_ok!(close(ALICE));
		assert_ok!(close(STRANGER));
		assert_eq!(System::events(), vec![]);
	});
}

#[test]
fn units_that_were_wiped_count_as_burned_and_the_reserve_stays() {
	wide().build_and_execute(|| {
		mint(ALICE, 20_000);
		let before = Issuance::allowance(GOLD).unwrap();
		assert_eq!(before.headroom, 0);
		Free::mutate((GOLD, ALICE), |free| *free -= 500);
		Supply::mutate(GOLD, |supply| *supply -= 500);
		assert_ok!(<Issuance as HoldCloser<Account>>::wiped(GOLD, 500));
		assert_eq!(Totals::<Test>::get(GOLD).burned, 500);
		// What they claimed backs others now.
		assert_eq!(Issuance::allowance(GOLD).unwrap().headroom, 500);
	});
}

//! Recoveries, also those that settle a contested replacement.

use super::*;

fn contested(new: AccountId) {
	Contests::insert(HOLDER, new);
}

#[test]
fn settles_a_contest_in_favour_of_the_new_account() {
	execute(|| {
		// GIVEN a replacement that the old account objects to, by an account that is not linked yet
		contested(NOBODY);
		let docket = proposed(recovery(NOBODY));
		// WHEN the other side agrees
		assert_ok!(run(AGENT, approve(docket)));
		// THEN the contest is over and the units are with the new account
		assert_eq!(Contests::get(HOLDER), None);
		assert_eq!(Successors::get(HOLDER), Some(NOBODY));
		assert_eq!((units(HOLDER), units(NOBODY)), (0, 100));
	});
}

#[test]
fn settles_a_contest_where_nothing_is_held() {
	execute(|| {
		Units::remove((GOLD, HOLDER));
		contested(NOBODY);
		let docket = proposed(recovery(NOBODY));
		assert_ok!(run(AGENT, approve(docket)));
		assert_eq!(Successors::get(HOLDER), Some(NOBODY));
	});
}

#[test]
fn leaves_a_replacement_that_is_settled_as_it_is() {
	execute(|| {
		Successors::insert(HOLDER, HOLDER_2);
		let docket = proposed(recovery(HOLDER_2));
		assert_ok!(run(AGENT, approve(docket)));
		assert_eq!(units(HOLDER_2), 100);
	});
}

#[test]
fn fails_when_the_contest_is_about_another_account() {
	execute(|| {
		contested(HOLDER_2);
		let docket = proposed(recovery(NOBODY));
		assert_noop!(run(AGENT, approve(docket)), Error::<Test>::ReceiverUnknown);
		assert_eq!(Contests::get(HOLDER), Some(HOLDER_2));
	});
}

#[test]
fn fails_when_there_is_nothing_to_take() {
	execute(|| {
		Units::remove((GOLD, HOLDER));
		let docket = proposed(recovery(HOLDER_2));
		assert_noop!(run(AGENT, approve(docket)), Error::<Test>::NothingToTake);
	});
}

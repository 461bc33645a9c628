//! Recoveries: within one identity, and only of what is there.

use super::*;

#[test]
fn takes_all_to_another_account_of_the_identity() {
	execute(|| {
		let docket = proposed(recovery(HOLDER_2));
		assert_ok!(run(AGENT, approve(docket)));
		assert_eq!((units(HOLDER), units(HOLDER_2)), (0, 100));
	});
}

#[test]
fn fails_when_the_new_account_is_linked_to_no_identity() {
	execute(|| {
		assert_noop!(
			run(OFFICER, propose(recovery(NOBODY), 1)),
			Error::<Test>::ReceiverUnknown
		);
		// Nor when it has been unlinked since.
		let docket = proposed(recovery(HOLDER_2));
		Links::mutate(|links| links.remove(&HOLDER_2));
		assert_noop!(run(AGENT, approve(docket)), Error::<Test>::ReceiverUnknown);
		link(HOLDER_2, HOLDER_ID);
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

//! Each invariant, corrupted.

use super::*;

fn broken(invariant: &str, corrupt: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		// GIVEN an executed docket, a withdrawn one, an expired one that was renewed, and an open one
		let first = proposed(transfer(1));
		assert_ok!(run(AGENT, approve(first)));
		let docket = proposed(wipe(1));
		assert_ok!(run(OFFICER, Call::withdraw { docket }));
		advance(REFREEZE);
		let docket = expired(wipe(1));
		assert_ok!(run(AGENT, Call::renew { docket }));
		assert_ok!(run(AGENT, reject(docket)));
		advance(REFREEZE);
		proposed(transfer(2));
		assert_ok!(Pallet::<Test>::do_try_state());
		// WHEN something is wrong THEN it is found
		corrupt();
		let message = format!("{:?}", Pallet::<Test>::do_try_state().unwrap_err());
		assert!(message.contains(&format!("{invariant}:")), "{message}");
	});
}

fn change(id: DocketId, change: impl FnOnce(&mut Docket<AccountId>)) {
	crate::Dockets::<Test>::mutate(id, |docket| change(docket.as_mut().unwrap()));
}

#[test]
fn inv_doc_1_how_it_ended() {
	broken("INV-DOC-1", || {
		change(3, |docket| docket.state = DocketState::Expired)
	});
	broken("INV-DOC-1", || {
		change(3, |docket| docket.state = DocketState::Rejected)
	});
	broken("INV-DOC-1", || change(0, |docket| docket.closing = None));
}

#[test]
fn inv_doc_2_numbers() {
	broken("INV-DOC-2", || NextDocketId::<Test>::put(3));
}

#[test]
fn inv_doc_3_cases() {
	broken("INV-DOC-3", || {
		Cases::<Test>::remove((GOLD, hash(100), HOLDER_ID))
	});
	broken("INV-DOC-3", || {
		Cases::<Test>::insert((GOLD, hash(100), HOLDER_ID), 1)
	});
	broken("INV-DOC-3", || {
		Cases::<Test>::insert((GOLD, hash(99), HOLDER_ID), 0)
	});
}

#[test]
fn inv_doc_4_deposits() {
	broken("INV-DOC-4", || change(0, |docket| docket.deposit += 1));
	broken("INV-DOC-4", || change(0, |docket| docket.depositor = AGENT));
}

#[test]
fn inv_doc_5_freezes() {
	broken("INV-DOC-5", || Freezes::remove((GOLD, HOLDER_ID)));
	broken("INV-DOC-5", || change(3, |docket| docket.expires_at += 1));
	broken("INV-DOC-5", || {
		Freezes::mutate((GOLD, HOLDER_ID), |freeze| {
			freeze.as_mut().unwrap().0 = 0;
		})
	});
}

#[test]
fn inv_doc_6_sides() {
	let by = |id, organisation| {
		change(id, |docket| {
			docket.closing.as_mut().unwrap().by.organisation = organisation;
		})
	};
	broken("INV-DOC-6", || by(0, FIRM));
	broken("INV-DOC-6", || by(2, FIRM));
	broken("INV-DOC-6", || by(1, AGENT_ID));
	broken("INV-DOC-6", || {
		change(2, |docket| docket.renewed_by = Some(officer()))
	});
}

#[test]
fn inv_doc_7_what_was_opened_last() {
	let key = (GOLD, HOLDER_ID, FIRM);
	broken("INV-DOC-7", || LastOpened::<Test>::remove(key));
	broken("INV-DOC-7", || LastOpened::<Test>::insert(key, 2));
	broken("INV-DOC-7", || LastOpened::<Test>::insert(key, 4));
	broken("INV-DOC-7", || {
		LastOpened::<Test>::insert((SILVER, HOLDER_ID, FIRM), 3)
	});
	broken("INV-DOC-7", || {
		LastOpened::<Test>::insert((GOLD, OTHER_ID, FIRM), 3)
	});
	broken("INV-DOC-7", || {
		LastOpened::<Test>::insert((GOLD, HOLDER_ID, AGENT_ID), 3)
	});
}

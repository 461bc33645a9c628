use super::*;

#[test]
fn works_for_the_other_side_and_freezes_again() {
	execute(|| {
		// GIVEN a docket that has just expired
		let docket = expired(transfer(60));
		assert_eq!(state(docket), DocketState::Expired);
		// WHEN the other side wants it
		assert_ok!(run(AGENT, Call::renew { docket }));
		// THEN it stands for another period
		let expires_at = START + 2 * OPEN;
		assert_eq!(Freezes::get((GOLD, HOLDER_ID)), Some((docket, expires_at)));
		assert_eq!(state(docket), DocketState::Proposed);
		let record = crate::Dockets::<Test>::get(docket).unwrap();
		assert_eq!(
			(record.expires_at, record.renewed_by),
			(expires_at, Some(other_side()))
		);
		assert_eq!(
			last_event(),
			Event::Renewed {
				docket,
				asset: GOLD,
				by: other_side(),
				expires_at,
			}
			.into()
		);
		// Two organisations are behind it now; either one of the other side agrees.
		advance(OPEN - 1);
		assert_ok!(run(THIRD, approve(docket)));
		assert_eq!(units(OTHER), 110);
	});
}

#[test]
fn fails_when_the_proposing_side_wants_it_alone() {
	execute(|| {
		let docket = expired(transfer(60));
		for who in [OFFICER, COLLEAGUE] {
			assert_noop!(
				run(who, Call::renew { docket }),
				Error::<Test>::SameOrganisation
			);
		}
		assert!(!is_frozen(HOLDER_ID));
	});
}

#[test]
fn fails_when_the_proposer_is_no_agent_any_more() {
	execute(|| {
		let docket = expired(transfer(60));
		revoke(GOLD, Role::ComplianceOfficer, OFFICER_ID);
		assert_noop!(
			run(AGENT, Call::renew { docket }),
			Error::<Test>::ProposerNotAgent
		);
		assert!(!is_frozen(HOLDER_ID));
	});
}

#[test]
fn fails_before_it_has_expired() {
	execute(|| {
		let docket = proposed(transfer(60));
		advance(OPEN - 1);
		assert_noop!(
			run(AGENT, Call::renew { docket }),
			Error::<Test>::WrongState
		);
	});
}

#[test]
fn fails_when_another_docket_has_taken_its_place() {
	execute(|| {
		let docket = expired(transfer(60));
		assert_ok!(run(THIRD, propose(wipe(1), 1)));
		let other = docket + 1;
		assert_noop!(run(AGENT, Call::renew { docket }), under_docket());
		assert_ok!(run(AGENT, reject(other)));
		assert_ok!(run(AGENT, Call::renew { docket }));
	});
}

#[test]
fn fails_when_the_holder_has_changed() {
	execute(|| {
		let docket = expired(transfer(60));
		link(HOLDER, OTHER_ID);
		assert_noop!(
			run(AGENT, Call::renew { docket }),
			Error::<Test>::HolderChanged
		);
	});
}

use super::*;

#[test]
fn works_and_takes_the_units_in_the_same_call() {
	execute(|| {
		// GIVEN a docket a moment before it expires
		let docket = proposed(transfer(60));
		advance(OPEN - 1);
		// WHEN the other side agrees
		assert_ok!(run(AGENT, approve(docket)));
		// THEN the units are there, the freeze is gone, and who decided is on record
		assert_eq!((units(HOLDER), units(OTHER)), (40, 110));
		assert_eq!(Freezes::get((GOLD, HOLDER_ID)), None);
		let record = crate::Dockets::<Test>::get(docket).unwrap();
		assert_eq!(record.state, DocketState::Executed);
		let closing = Closing {
			by: other_side(),
			at: START + OPEN - 1,
			taken: 60,
		};
		assert_eq!(record.closing, Some(closing));
		assert_eq!(
			last_event(),
			Event::Executed {
				docket,
				asset: GOLD,
				kind: transfer(60),
				case: record.case,
				taken: 60,
				by: other_side(),
			}
			.into()
		);
		// The deposit stays until it is removed.
		assert_eq!(held(OFFICER), DEPOSIT);
	});
}

#[test]
fn works_for_each_kind() {
	for (kind, receiver, taken) in [
		(transfer(100), Some(OTHER), 100),
		(seizure(ESCROW), Some(ESCROW), 60),
		(recovery(HOLDER_2), Some(HOLDER_2), 100),
		(wipe(30), None, 30),
	] {
		execute(|| {
			let docket = proposed(kind);
			let before = receiver.map(units);
			assert_ok!(run(AGENT, approve(docket)));
			assert_eq!(units(HOLDER), 100 - taken);
			assert_eq!(receiver.map(units), before.map(|before| before + taken));
			let closing = crate::Dockets::<Test>::get(docket).unwrap().closing;
			assert_eq!(closing.unwrap().taken, taken);
		});
	}
}

#[test]
fn fails_from_the_millisecond_on_at_which_it_expires() {
	execute(|| {
		let docket = proposed(transfer(60));
		advance(OPEN - 1);
		assert!(is_frozen(HOLDER_ID));
		advance(1);
		assert!(!is_frozen(HOLDER_ID));
		assert_noop!(run(AGENT, approve(docket)), Error::<Test>::WrongState);
	});
}

#[test]
fn fails_when_the_approver_is_of_the_same_organisation() {
	execute(|| {
		let docket = proposed(transfer(60));
		for who in [OFFICER, COLLEAGUE] {
			assert_noop!(run(who, approve(docket)), Error::<Test>::SameOrganisation);
		}
	});
}

#[test]
fn fails_when_one_of_them_has_changed_sides() {
	// GIVEN a proposer who has left for the approver's organisation
	execute(|| {
		let docket = proposed(transfer(60));
		set_organisation(OFFICER_ID, Some(AGENT_ID));
		assert_noop!(run(AGENT, approve(docket)), Error::<Test>::SameOrganisation);
		// Its old organisation proposed it, and still is no second one.
		assert_noop!(
			run(COLLEAGUE, approve(docket)),
			Error::<Test>::SameOrganisation
		);
		assert_ok!(run(THIRD, approve(docket)));
	});
	// GIVEN a proposer who acts for itself now THEN it does not agree with itself
	execute(|| {
		let docket = proposed(transfer(60));
		set_organisation(OFFICER_ID, None);
		assert_noop!(
			run(OFFICER, approve(docket)),
			Error::<Test>::SameOrganisation
		);
		assert_ok!(run(AGENT, approve(docket)));
	});
}

#[test]
fn fails_when_the_approver_acts_for_no_organisation() {
	execute(|| {
		let docket = proposed(transfer(60));
		// Whoever leaves the proposing organisation becomes no other one by that.
		set_organisation(COLLEAGUE_ID, None);
		let error = Error::<Test>::SameOrganisation;
		assert_noop!(run(COLLEAGUE, approve(docket)), error);
		advance(OPEN);
		let error = Error::<Test>::SameOrganisation;
		assert_noop!(run(COLLEAGUE, Call::renew { docket }), error);
	});
}

#[test]
fn fails_when_the_proposer_is_no_agent_any_more() {
	for end in [
		|| revoke(GOLD, Role::ComplianceOfficer, OFFICER_ID),
		|| set_standing(OFFICER_ID, Standing::Suspended),
		|| set_standing(FIRM, Standing::Suspended),
	] {
		execute(|| {
			let docket = proposed(transfer(60));
			end();
			assert_noop!(run(AGENT, approve(docket)), Error::<Test>::ProposerNotAgent);
			// The other side still can refuse it.
			assert_ok!(run(AGENT, reject(docket)));
		});
	}
}

#[test]
fn fails_when_the_holder_has_changed() {
	execute(|| {
		let docket = proposed(transfer(60));
		link(HOLDER, OTHER_ID);
		assert_noop!(run(AGENT, approve(docket)), Error::<Test>::HolderChanged);
		link(HOLDER, HOLDER_ID);
	});
}

#[test]
fn fails_when_the_receiver_is_not_what_was_agreed_on_any_more() {
	execute(|| {
		let docket = proposed(seizure(ESCROW));
		Escrows::<Test>::insert(GOLD, OTHER);
		assert_noop!(run(AGENT, approve(docket)), Error::<Test>::NotEscrow);
	});
	execute(|| {
		let docket = proposed(recovery(HOLDER_2));
		link(HOLDER_2, OTHER_ID);
		assert_noop!(run(AGENT, approve(docket)), Error::<Test>::AnotherIdentity);
	});
}

#[test]
fn fails_when_the_ledger_refuses_and_the_docket_stays_open() {
	execute(|| {
		let docket = proposed(transfer(101));
		assert_noop!(
			run(AGENT, approve(docket)),
			DispatchError::Other("too few units")
		);
		assert_eq!(state(docket), DocketState::Proposed);
		// What arrives meanwhile can be taken.
		Units::insert((GOLD, HOLDER), 101);
		assert_ok!(run(AGENT, approve(docket)));
	});
}

#[test]
fn fails_when_nobody_proposed_it() {
	execute(|| {
		for (who, step) in steps(0) {
			assert_noop!(run(who, step), Error::<Test>::NotFound);
		}
	});
}

use super::*;

fn set_escrow(escrow: Option<AccountId>) -> Call<Test> {
	Call::set_escrow {
		asset: GOLD,
		escrow,
	}
}

#[test]
fn works_for_the_council_and_changes_where_seizures_go() {
	execute(|| {
		assert_ok!(run(COUNCIL, set_escrow(Some(OTHER))));
		assert_eq!(
			last_event(),
			Event::EscrowSet {
				asset: GOLD,
				old: Some(ESCROW),
				new: Some(OTHER),
			}
			.into()
		);
		assert_eq!(Pallet::<Test>::escrow(GOLD), Some(OTHER));
		assert_noop!(
			run(OFFICER, propose(seizure(ESCROW), 1)),
			Error::<Test>::NotEscrow
		);
		assert_ok!(run(OFFICER, propose(seizure(OTHER), 1)));
	});
}

#[test]
fn works_to_forbid_seizures() {
	execute(|| {
		assert_ok!(run(COUNCIL, set_escrow(None)));
		assert_eq!(Escrows::<Test>::get(GOLD), None);
		assert_noop!(
			run(OFFICER, propose(seizure(ESCROW), 1)),
			Error::<Test>::NotEscrow
		);
	});
}

#[test]
fn fails_when_nobody_is_behind_the_account() {
	execute(|| {
		assert_noop!(
			run(COUNCIL, set_escrow(Some(NOBODY))),
			Error::<Test>::ReceiverUnknown
		);
	});
}

#[test]
fn fails_for_everybody_else() {
	execute(|| {
		for who in [OFFICER, AGENT, HOLDER, NOBODY] {
			assert_noop!(run(who, set_escrow(None)), DispatchError::BadOrigin);
		}
	});
}

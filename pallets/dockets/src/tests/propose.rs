use super::*;

#[test]
fn works_and_freezes_at_once() {
	execute(|| {
		// WHEN the officer proposes
		assert_ok!(run(OFFICER, propose(transfer(60), 1)));
		// THEN the holder's units are frozen for the whole period, and nothing has moved
		let expires_at = START + OPEN;
		assert_eq!(Freezes::get((GOLD, HOLDER_ID)), Some((0, expires_at)));
		assert_eq!((units(HOLDER), units(OTHER)), (100, 50));
		assert_eq!((held(OFFICER), NextDocketId::<Test>::get()), (DEPOSIT, 1));
		assert_eq!(Cases::<Test>::get((GOLD, hash(1), HOLDER_ID)), Some(0));
		let docket = Docket {
			asset: GOLD,
			kind: transfer(60),
			case: hash(1),
			identity: HOLDER_ID,
			proposer: officer(),
			proposed_at: START,
			expires_at,
			renewed_by: None,
			answer: None,
			state: DocketState::Proposed,
			closing: None,
			depositor: OFFICER,
			deposit: DEPOSIT,
		};
		assert_eq!(crate::Dockets::<Test>::get(0), Some(docket));
		assert_eq!(
			last_event(),
			Event::Proposed {
				docket: 0,
				asset: GOLD,
				kind: transfer(60),
				case: hash(1),
				identity: HOLDER_ID,
				by: officer(),
				expires_at,
			}
			.into()
		);
	});
}

#[test]
fn works_for_each_kind_and_each_role() {
	let kinds = [transfer(1), seizure(ESCROW), recovery(HOLDER_2), wipe(1)];
	for kind in kinds {
		for who in [OFFICER, COLLEAGUE, AGENT] {
			execute(|| {
				assert_ok!(run(who, propose(kind.clone(), 1)));
				assert!(is_frozen(HOLDER_ID));
			});
		}
	}
}

#[test]
fn works_for_more_than_the_holder_has() {
	execute(|| {
		assert_ok!(run(OFFICER, propose(transfer(1_000), 1)));
	});
}

#[test]
fn fails_when_the_signer_has_no_role() {
	execute(|| {
		for who in [HOLDER, OTHER, ELSEWHERE, SUSPENDED, NOBODY, COUNCIL] {
			assert_noop!(run(who, propose(transfer(1), 1)), Error::<Test>::NotAgent);
		}
		// Nobody acts for a suspended organisation.
		set_standing(FIRM, Standing::Suspended);
		assert_noop!(
			run(OFFICER, propose(transfer(1), 1)),
			Error::<Test>::NotAgent
		);
	});
}

#[test]
fn fails_when_nothing_would_be_taken() {
	execute(|| {
		for kind in [transfer(0), wipe(0)] {
			assert_noop!(run(OFFICER, propose(kind, 1)), Error::<Test>::AmountZero);
		}
	});
}

#[test]
fn fails_when_the_parties_are_wrong() {
	execute(|| {
		let to = |to| DocketKind::ForcedTransfer {
			from: HOLDER,
			to,
			amount: 1,
		};
		let from_nobody = DocketKind::Wipe {
			from: NOBODY,
			amount: 1,
		};
		for (kind, error) in [
			(to(HOLDER), Error::<Test>::SameAccount),
			(recovery(HOLDER), Error::SameAccount),
			(to(NOBODY), Error::ReceiverUnknown),
			(recovery(NOBODY), Error::ReceiverUnknown),
			(recovery(OTHER), Error::AnotherIdentity),
			(seizure(OTHER), Error::NotEscrow),
			(from_nobody, Error::HolderUnknown),
		] {
			assert_noop!(run(OFFICER, propose(kind, 1)), error);
		}
		let silver = Call::propose {
			asset: SILVER,
			kind: seizure(ESCROW),
			case: hash(1),
		};
		assert_noop!(run(OFFICER, silver), Error::<Test>::NotEscrow);
	});
}

#[test]
fn fails_when_another_docket_is_open() {
	execute(|| {
		proposed(transfer(1));
		// Whoever proposes, and from whichever account of the holder.
		let from_other = DocketKind::Wipe {
			from: HOLDER_2,
			amount: 1,
		};
		assert_noop!(run(OFFICER, propose(wipe(1), 1)), under_docket());
		assert_noop!(run(AGENT, propose(from_other, 2)), under_docket());
		// Another asset's positions are others.
		let silver = Call::propose {
			asset: SILVER,
			kind: wipe(1),
			case: hash(1),
		};
		assert_ok!(run(OFFICER, silver));
	});
}

#[test]
fn fails_when_the_case_is_known() {
	for end in 0..4 {
		execute(|| {
			assert_ok!(run(OFFICER, propose(transfer(1), 1)));
			// GIVEN a docket that ended in one way or another, or expired
			match steps(0).into_iter().take(3).nth(end) {
				Some((who, step)) => {
					assert_ok!(run(who, step));
				},
				None => advance(OPEN),
			}
			// THEN neither side proposes the case again, be it for another kind or account
			let kind = DocketKind::Wipe {
				from: HOLDER_2,
				amount: 1,
			};
			for who in [OFFICER, AGENT] {
				assert_noop!(run(who, propose(kind.clone(), 1)), Error::<Test>::CaseKnown);
			}
			// WHEN it is another case, or the same case against another holder THEN it is proposed
			assert_ok!(run(OFFICER, propose(wipe(1), 2)));
			let other = DocketKind::Wipe {
				from: OTHER,
				amount: 1,
			};
			assert_ok!(run(OFFICER, propose(other, 1)));
		});
	}
}

#[test]
fn fails_when_the_deposit_cannot_be_paid() {
	execute(|| {
		let call = propose(transfer(1), 1);
		use polkadot_sdk::frame_support::traits::fungible::Mutate;
		Balances::set_balance(&OFFICER, DEPOSIT);
		assert!(run(OFFICER, call.clone()).is_err());
		Balances::set_balance(&OFFICER, DEPOSIT + 1);
		assert_ok!(run(OFFICER, call));
	});
}

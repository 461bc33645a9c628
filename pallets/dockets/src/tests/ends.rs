//! Rejections and withdrawals.

use super::*;

#[test]
fn a_rejection_works_and_lifts_the_freeze_at_once() {
	execute(|| {
		let docket = proposed(transfer(60));
		advance(OPEN - 1);
		assert_ok!(run(AGENT, reject(docket)));
		assert_eq!(Freezes::get((GOLD, HOLDER_ID)), None);
		assert_eq!(units(HOLDER), 100);
		let record = crate::Dockets::<Test>::get(docket).unwrap();
		let closing = Closing {
			by: other_side(),
			at: START + OPEN - 1,
			taken: 0,
		};
		assert_eq!(
			(record.state, record.closing),
			(DocketState::Rejected, Some(closing))
		);
		assert_eq!(
			last_event(),
			Event::Rejected {
				docket,
				asset: GOLD,
				reason: hash(9),
				by: other_side(),
			}
			.into()
		);
	});
}

#[test]
fn a_rejection_fails_when_it_comes_from_the_proposing_side() {
	execute(|| {
		let docket = proposed(transfer(60));
		for who in [OFFICER, COLLEAGUE] {
			assert_noop!(run(who, reject(docket)), Error::<Test>::SameOrganisation);
		}
	});
}

#[test]
fn a_withdrawal_works_for_everybody_of_the_proposing_side() {
	for (who, by) in [(OFFICER, officer()), (COLLEAGUE, agent(COLLEAGUE_ID, FIRM))] {
		execute(|| {
			let docket = proposed(transfer(60));
			assert_ok!(run(who, Call::withdraw { docket }));
			assert_eq!(Freezes::get((GOLD, HOLDER_ID)), None);
			assert_eq!(state(docket), DocketState::Withdrawn);
			let record = crate::Dockets::<Test>::get(docket).unwrap();
			let (at, taken) = (START, 0);
			assert_eq!(record.closing, Some(Closing { by, at, taken }));
			assert_eq!(
				last_event(),
				Event::Withdrawn {
					docket,
					asset: GOLD,
					by,
				}
				.into()
			);
		});
	}
}

#[test]
fn a_withdrawal_fails_when_it_comes_from_the_other_side() {
	execute(|| {
		let docket = proposed(transfer(60));
		assert_noop!(
			run(AGENT, Call::withdraw { docket }),
			Error::<Test>::OtherOrganisation
		);
	});
}

#[test]
fn both_fail_once_it_has_expired() {
	execute(|| {
		let docket = expired(transfer(60));
		assert_noop!(run(AGENT, reject(docket)), Error::<Test>::WrongState);
		assert_noop!(
			run(OFFICER, Call::withdraw { docket }),
			Error::<Test>::WrongState
		);
	});
}

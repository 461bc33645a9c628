use super::*;

#[test]
fn works_for_each_account_of_the_holder() {
	for who in [HOLDER, HOLDER_2] {
		execute(|| {
			let docket = proposed(transfer(60));
			advance(OPEN - 1);
			assert_ok!(run(who, answer_call(docket)));
			let answer = Answer {
				statement: hash(8),
				at: START + OPEN - 1,
			};
			let record = crate::Dockets::<Test>::get(docket).unwrap();
			assert_eq!(record.answer, Some(answer));
			assert_eq!(
				last_event(),
				Event::Answered {
					docket,
					asset: GOLD,
					identity: HOLDER_ID,
					statement: hash(8),
				}
				.into()
			);
		});
	}
}

#[test]
fn works_again_and_keeps_the_newest() {
	execute(|| {
		let docket = proposed(transfer(60));
		assert_ok!(run(HOLDER, answer_call(docket)));
		let statement = hash(7);
		assert_ok!(run(HOLDER, Call::answer { docket, statement }));
		let record = crate::Dockets::<Test>::get(docket).unwrap();
		assert_eq!(record.answer.unwrap().statement, statement);
	});
}

#[test]
fn works_for_a_suspended_holder() {
	execute(|| {
		let docket = proposed(transfer(60));
		set_standing(HOLDER_ID, Standing::Suspended);
		assert_ok!(run(HOLDER, answer_call(docket)));
	});
}

#[test]
fn fails_when_the_signer_is_somebody_else() {
	execute(|| {
		let docket = proposed(transfer(60));
		for who in [OTHER, OFFICER, AGENT, NOBODY] {
			assert_noop!(run(who, answer_call(docket)), Error::<Test>::NotHolder);
		}
	});
}

#[test]
fn fails_once_it_has_expired() {
	execute(|| {
		let docket = expired(transfer(60));
		assert_noop!(run(HOLDER, answer_call(docket)), Error::<Test>::WrongState);
	});
}

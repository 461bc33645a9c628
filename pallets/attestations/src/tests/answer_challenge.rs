use super::*;

#[test]
fn works_in_time_and_burns_the_deposit() {
	for late in [0, 1] {
		ExtBuilder.build_and_execute(|| {
			attest(1_000);
			let id = challenge(HOLDER_KEY);
			let issuance = Balances::total_issuance();
			let as_of = NOW + ANSWER_PERIOD + late;
			world(|world| world.now = as_of);
			assert_ok!(answer(id));
			let in_time = late == 0;
			assert_eq!(
				last_event(),
				Event::ChallengeAnswered {
					scope: scope(),
					challenge: id,
					as_of,
					evidence_hash: Hash::repeat_byte(4),
					in_time
				}
			);
			let burned = if in_time { DEPOSIT } else { 0 };
			assert_eq!(on_hold(HOLDER_KEY), 0);
			assert_eq!(free(HOLDER_KEY), FUNDS - burned);
			assert_eq!(Balances::total_issuance(), issuance - burned);
			assert_eq!((state(), headroom()), (ScopeState::Counts, 1_000));
			assert!(!Challenges::<Test>::contains_key(scope()));
		});
	}
}

#[test]
fn works_late_after_the_deposit_was_fetched() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let id = challenge(HOLDER_KEY);
		world(|world| world.now = NOW + ANSWER_PERIOD + 1);
		let origin = signed(STRANGER_KEY);
		assert_ok!(Attestations::return_challenge_deposit(origin, scope(), id));
		assert_eq!(state(), ScopeState::Unanswered);
		assert_ok!(answer(id));
		assert_eq!((state(), free(HOLDER_KEY)), (ScopeState::Counts, FUNDS));
	});
}

#[test]
fn works_when_the_custodian_is_no_longer_approved() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let id = challenge(HOLDER_KEY);
		world(|world| {
			world.now += 1;
			world.custodians.clear();
		});
		assert_ok!(answer(id));
	});
}

#[test]
fn fails_when_it_speaks_of_another_time() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		let id = challenge(HOLDER_KEY);
		let answer_as_of = |as_of| {
			let answer = answer_of(id, as_of);
			Attestations::answer_challenge(signed(CUSTODIAN_KEY), GOLD, VAULT, answer)
		};
		assert_noop!(answer_as_of(NOW), Error::<Test>::AnswerTooOld);
		assert_noop!(answer_as_of(NOW + 1), Error::<Test>::AsOfInFuture);
		world(|world| world.now = NOW + 10);
		assert_noop!(answer_as_of(NOW), Error::<Test>::AnswerTooOld);
		assert_noop!(answer_as_of(NOW + 11), Error::<Test>::AsOfInFuture);
		assert_ok!(answer_as_of(NOW + 1));
	});
}

#[test]
fn fails_when_there_is_no_such_challenge() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		let id = challenge(HOLDER_KEY);
		world(|world| world.now += 1);
		assert_noop!(answer(id + 1), Error::<Test>::ChallengeNotFound);
		// Nor does it stand in another vault.
		let other = answer_of(id, NOW + 1);
		assert_noop!(
			Attestations::answer_challenge(signed(CUSTODIAN_KEY), GOLD, SECOND_VAULT, other),
			Error::<Test>::ChallengeNotFound
		);
		assert_ok!(answer(id));
		assert_noop!(answer(id), Error::<Test>::ChallengeNotFound);
	});
}

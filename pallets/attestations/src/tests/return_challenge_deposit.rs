use super::*;

fn fetch(id: ChallengeId) -> polkadot_sdk::sp_runtime::DispatchResult {
	Attestations::return_challenge_deposit(signed(STRANGER_KEY), scope(), id)
}

#[test]
fn works_once_the_deadline_has_passed_and_once_only() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		let id = challenge(HOLDER_KEY);
		assert_noop!(fetch(id), Error::<Test>::AnswerNotOverdue);
		world(|world| world.now = NOW + ANSWER_PERIOD);
		assert_noop!(fetch(id), Error::<Test>::AnswerNotOverdue);
		world(|world| world.now = NOW + ANSWER_PERIOD + 1);
		assert_ok!(fetch(id));
		assert_eq!(
			last_event(),
			Event::ChallengeDepositReturned {
				scope: scope(),
				challenge: id,
				depositor: HOLDER_KEY.to_account_id(),
				deposit: DEPOSIT
			}
		);
		assert_eq!((free(HOLDER_KEY), on_hold(HOLDER_KEY)), (FUNDS, 0));
		assert_noop!(fetch(id), Error::<Test>::DepositReturned);
		assert_eq!(Attestations::challenges(scope()).len(), 1);
	});
}

#[test]
fn fails_when_there_is_no_such_challenge() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		assert_noop!(fetch(0), Error::<Test>::ChallengeNotFound);
	});
}

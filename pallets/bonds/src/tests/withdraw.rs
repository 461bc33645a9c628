use super::*;

const WITHDRAW: Call<Test> = Call::withdraw { purpose: FOR_GOLD };

#[test]
fn works_after_the_notice_and_not_a_millisecond_before() {
	execute(|| {
		posted(600);
		assert_noop!(run(ISSUER, WITHDRAW), Error::<Test>::NoWithdrawal);
		assert_ok!(run(ISSUER, ask_back(200)));
		assert_eq!(
			last_event(),
			Event::WithdrawalRequested {
				purpose: FOR_GOLD,
				amount: 200,
				available_at: START + NOTICE
			}
			.into()
		);
		// Until then all of it answers for the promise.
		assert_eq!(bonded(), 600);
		Now::set(START + NOTICE - 1);
		assert_noop!(run(ISSUER, WITHDRAW), Error::<Test>::NoticeRunning);
		Now::set(START + NOTICE);
		assert_ok!(run(ISSUER, WITHDRAW));
		assert_eq!((bonded(), francs(ISSUER)), (400, (FUNDS - 400, 400)));
		assert_eq!(
			last_event(),
			Event::BondWithdrawn {
				purpose: FOR_GOLD,
				amount: 200,
				remaining: 400
			}
			.into()
		);
		assert_noop!(run(ISSUER, WITHDRAW), Error::<Test>::NoWithdrawal);
	});
}

#[test]
fn what_is_required_stays_to_the_unit() {
	execute(|| {
		posted(600);
		Required::set(400);
		assert_noop!(run(ISSUER, ask_back(0)), Error::<Test>::AmountZero);
		assert_noop!(run(ISSUER, ask_back(201)), Error::<Test>::StillRequired);
		assert_noop!(run(ISSUER, ask_back(601)), Error::<Test>::StillRequired);
		assert_ok!(run(ISSUER, ask_back(200)));
		// More is required by the time it would be withdrawn.
		Required::set(401);
		Now::set(START + NOTICE);
		assert_noop!(run(ISSUER, WITHDRAW), Error::<Test>::StillRequired);
		Required::set(400);
		assert_ok!(run(ISSUER, WITHDRAW));
		assert_eq!(bonded(), 400);
	});
}

#[test]
fn the_last_unit_removes_the_bond_and_another_asset_may_take_its_place() {
	execute(|| {
		posted(600);
		assert_ok!(run(ISSUER, ask_back(600)));
		Now::set(START + NOTICE);
		assert_ok!(run(ISSUER, WITHDRAW));
		assert_eq!(crate::Bonds::<Test>::iter().count(), 0);
		assert_eq!(PosterBonds::<Test>::iter().count(), 0);
		assert_noop!(run(ISSUER, WITHDRAW), Error::<Test>::NotFound);
		assert_ok!(run(ISSUER, post_call(FOR_GOLD, EUROS, 1)));
	});
}

#[test]
fn a_request_is_replaced_and_cancelled() {
	execute(|| {
		posted(600);
		let cancel = Call::cancel_withdrawal { purpose: FOR_GOLD };
		assert_noop!(run(ISSUER, cancel.clone()), Error::<Test>::NoWithdrawal);
		assert_ok!(run(ISSUER, ask_back(100)));
		Now::set(START + 1);
		assert_ok!(run(ISSUER, ask_back(300)));
		Now::set(START + NOTICE);
		assert_noop!(run(ISSUER, WITHDRAW), Error::<Test>::NoticeRunning);
		assert_ok!(run(ISSUER, cancel));
		assert_eq!(
			last_event(),
			Event::WithdrawalCancelled {
				purpose: FOR_GOLD,
				amount: 300
			}
			.into()
		);
		Now::set(START + NOTICE + 1);
		assert_noop!(run(ISSUER, WITHDRAW), Error::<Test>::NoWithdrawal);
	});
}

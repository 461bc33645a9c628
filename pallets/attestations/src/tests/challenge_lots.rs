use super::*;
use assay_primitives::LotId;
use polkadot_sdk::{frame_support::traits::fungible::Mutate, sp_runtime::DispatchResult};

fn ask(key: Sr25519Keyring, interest: Interest, lots: Vec<LotId>) -> DispatchResult {
	let lots = lots.try_into().expect("few");
	Attestations::challenge_lots(signed(key), scope(), interest, lots)
}

/// A further holder with funds.
fn holder(place: u8) -> RuntimeOrigin {
	let account = AccountId::new([place; 32]);
	let identity = 2_000 + u32::from(place);
	world(|world| {
		world.accounts.insert(account.clone(), identity);
		world.holdings.insert((GOLD, identity), 1);
	});
	Balances::set_balance(&account, FUNDS);
	RuntimeOrigin::signed(account)
}

#[test]
fn works_for_each_interest() {
	for (key, challenger) in [
		(HOLDER_KEY, HOLDER),
		(AUDITOR_KEY, AUDITOR),
		(ISSUER_KEY, ISSUER),
	] {
		ExtBuilder.build_and_execute(|| {
			attest(1_000);
			let lots = lots_in(scope());
			let id = challenge(key);
			let interest = interest_of(key);
			assert_eq!(
				last_event(),
				Event::LotsChallenged {
					scope: scope(),
					challenge: id,
					challenger,
					interest,
					lots: lots.clone(),
					answer_by: NOW + ANSWER_PERIOD
				}
			);
			assert_eq!(
				Attestations::challenges(scope()),
				vec![Challenge {
					id,
					challenger,
					interest,
					lots,
					opened_at: NOW,
					answer_by: NOW + ANSWER_PERIOD,
					depositor: key.to_account_id(),
					deposit: DEPOSIT
				}]
			);
			assert_eq!((free(key), on_hold(key)), (FUNDS - DEPOSIT, DEPOSIT));
			assert_eq!((state(), headroom()), (ScopeState::Counts, 1_000));
		});
	}
}

#[test]
fn the_deadline_acts_by_itself_in_the_millisecond_after() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let id = challenge(HOLDER_KEY);
		world(|world| world.now = NOW + ANSWER_PERIOD);
		assert_eq!((state(), headroom()), (ScopeState::Counts, 1_000));
		world(|world| world.now = NOW + ANSWER_PERIOD + 1);
		assert_eq!((state(), headroom()), (ScopeState::Unanswered, 0));
		assert_eq!(status(), ReserveStatus::Lapsed);
		// A fresh report does not answer it; the answer does.
		attest(1_000);
		assert_eq!((state(), headroom()), (ScopeState::Unanswered, 0));
		assert_ok!(answer(id));
		assert_eq!((state(), headroom()), (ScopeState::Counts, 1_000));
	});
}

#[test]
fn the_earliest_of_several_deadlines_counts() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let first = challenge(HOLDER_KEY);
		world(|world| world.now = NOW + 10);
		let second = challenge(AUDITOR_KEY);
		world(|world| world.now = NOW + ANSWER_PERIOD + 1);
		assert_eq!(state(), ScopeState::Unanswered);
		assert_ok!(answer(first));
		assert_eq!(state(), ScopeState::Counts);
		world(|world| world.now = NOW + 10 + ANSWER_PERIOD + 1);
		assert_eq!(state(), ScopeState::Unanswered);
		assert_ok!(answer(second));
		assert_eq!(state(), ScopeState::Counts);
	});
}

#[test]
fn removing_the_scope_does_not_end_it() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let id = challenge(HOLDER_KEY);
		world(|world| world.now = NOW + ANSWER_PERIOD);
		assert_noop!(
			Attestations::remove_scope(signed(ISSUER_KEY), scope()),
			Error::<Test>::ReportStillFresh
		);
		world(|world| world.now = NOW + ANSWER_PERIOD + 1);
		assert_ok!(Attestations::remove_scope(signed(ISSUER_KEY), scope()));
		attest(1_000);
		assert_eq!(state(), ScopeState::Unanswered);
		assert_ok!(Attestations::withdraw_report(
			signed(CUSTODIAN_KEY),
			GOLD,
			VAULT,
			Hash::zero()
		));
		assert_ok!(Attestations::remove_scope(signed(ISSUER_KEY), scope()));
		// It can be answered while there is no report.
		assert_ok!(answer(id));
		world(|world| world.now += 1);
		attest(1_000);
		assert_eq!(state(), ScopeState::Counts);
	});
}

#[test]
fn fails_when_the_signer_is_not_admitted_or_is_the_custodian() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let lots = lots_in(scope()).into_inner();
		assert_noop!(
			ask(STRANGER_KEY, Interest::Holder, lots.clone()),
			Error::<Test>::NotAdmitted
		);
		// A person who acts for the custodian and holds units.
		world(|world| {
			world.accounts.insert(STRANGER_KEY.to_account_id(), 77);
			world.organisations.insert(77, CUSTODIAN);
			world.holdings.insert((GOLD, 77), 5);
		});
		assert_noop!(
			ask(STRANGER_KEY, Interest::Holder, lots),
			Error::<Test>::NotIndependent
		);
	});
}

#[test]
fn fails_when_the_stated_interest_is_none() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let lots = lots_in(scope()).into_inner();
		for (key, interest) in [
			(HOLDER_KEY, Interest::Auditor),
			(HOLDER_KEY, Interest::Council),
			(AUDITOR_KEY, Interest::Holder),
			(ISSUER_KEY, Interest::Auditor),
		] {
			assert_noop!(ask(key, interest, lots.clone()), Error::<Test>::NoInterest);
		}
		world(|world| world.holdings.insert((GOLD, HOLDER), 0));
		assert_noop!(
			ask(HOLDER_KEY, Interest::Holder, lots.clone()),
			Error::<Test>::NoInterest
		);
		world(|world| world.auditors.clear());
		assert_noop!(
			ask(AUDITOR_KEY, Interest::Auditor, lots),
			Error::<Test>::NoInterest
		);
	});
}

#[test]
fn fails_when_the_scope_or_a_lot_is_not_there() {
	ExtBuilder.build_and_execute(|| {
		let lots = lots_in(scope()).into_inner();
		let holder = |lots| ask(HOLDER_KEY, Interest::Holder, lots);
		assert_noop!(holder(lots.clone()), Error::<Test>::ReportNotFound);
		report(NOW, 1_000);
		assert_noop!(holder(vec![]), Error::<Test>::InvalidLots);
		assert_noop!(
			holder([lots.clone(), lots.clone()].concat()),
			Error::<Test>::InvalidLots
		);
		let unknown = Hash::repeat_byte(0x99);
		let mut elsewhere = lots.clone();
		elsewhere.push(unknown);
		assert_noop!(holder(elsewhere.clone()), Error::<Test>::LotNotInScope);
		world(|world| world.place(unknown, other_scope(), NOW));
		assert_noop!(holder(elsewhere.clone()), Error::<Test>::LotNotInScope);
		world(|world| {
			world.place(unknown, scope(), NOW);
			let place = world.places.get_mut(&unknown).expect("it is there");
			place.lien = None;
		});
		assert_noop!(holder(elsewhere), Error::<Test>::LotNotInScope);
		assert_ok!(holder(lots));
	});
}

#[test]
fn works_for_as_many_lots_and_challengers_as_may_be() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		let lots: ChallengedLots = (0..MAX_CHALLENGED_LOTS)
			.map(|number| Hash::from_low_u64_be(number.into()))
			.collect::<Vec<_>>()
			.try_into()
			.expect("as many as may be");
		world(|world| lots.iter().for_each(|lot| world.place(*lot, scope(), 0)));
		let ask =
			|origin| Attestations::challenge_lots(origin, scope(), Interest::Holder, lots.clone());
		for place in 1..=MAX_CHALLENGES as u8 {
			let origin = holder(place);
			assert_ok!(ask(origin.clone()));
			assert_noop!(ask(origin), Error::<Test>::AlreadyChallenged);
		}
		let late = holder(99);
		assert_noop!(ask(late.clone()), Error::<Test>::TooManyChallenges);
		world(|world| world.now += 1);
		assert_ok!(answer(0));
		assert_ok!(ask(late));
	});
}

#[test]
fn one_organisation_asks_once_by_whoever_acts_for_it() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		challenge(HOLDER_KEY);
		let origin = holder(7);
		world(|world| world.organisations.insert(2_007, HOLDER));
		assert_noop!(
			Attestations::challenge_lots(origin, scope(), Interest::Holder, lots_in(scope())),
			Error::<Test>::AlreadyChallenged
		);
	});
}

#[test]
fn fails_when_the_deposit_is_not_there() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		Balances::set_balance(&HOLDER_KEY.to_account_id(), DEPOSIT);
		let lots = lots_in(scope()).into_inner();
		assert!(ask(HOLDER_KEY, Interest::Holder, lots.clone()).is_err());
		Balances::set_balance(&HOLDER_KEY.to_account_id(), DEPOSIT + 1);
		assert_ok!(ask(HOLDER_KEY, Interest::Holder, lots));
	});
}

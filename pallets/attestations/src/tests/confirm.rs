use super::*;
use assay_primitives::IdentityId;

fn confirm(input: ConfirmationInput) -> polkadot_sdk::sp_runtime::DispatchResult {
	Attestations::confirm(signed(AUDITOR_KEY), scope(), input)
}

/// A further approved auditor, and its account's origin.
fn auditor(place: u8) -> RuntimeOrigin {
	let account = AccountId::new([place; 32]);
	let identity = 1_000 + IdentityId::from(place);
	world(|world| {
		world.accounts.insert(account.clone(), identity);
		world.roles.insert((GOLD, Role::Auditor, identity));
		world.auditors.insert(identity);
	});
	RuntimeOrigin::signed(account)
}

#[test]
fn works() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		assert_eq!(headroom(), 0);
		assert_ok!(confirm(verdict_of(
			newest(scope()),
			1_000,
			Verdict::Confirms
		)));
		assert_eq!(
			last_event(),
			Event::VerdictGiven {
				scope: scope(),
				report: newest(scope()),
				auditor: AUDITOR,
				quantity: 1_000,
				verdict: Verdict::Confirms
			}
		);
		assert_eq!(headroom(), 1_000);
		let stored = Attestations::report(scope()).expect("it is stored");
		assert_eq!(
			stored.confirmations.to_vec(),
			vec![Confirmation {
				auditor: AUDITOR,
				quantity: 1_000,
				verdict: Verdict::Confirms,
				evidence_hash: Hash::repeat_byte(3),
				at: NOW
			}]
		);
	});
}

#[test]
fn works_once_from_confirmation_to_contradiction() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let confirms = || verdict_of(newest(scope()), 1_000, Verdict::Confirms);
		let contradicts = || verdict_of(newest(scope()), 1_000, Verdict::Contradicts);
		assert_noop!(confirm(confirms()), Error::<Test>::AlreadyConfirmed);
		assert_ok!(confirm(contradicts()));
		assert_eq!((status(), headroom()), (ReserveStatus::Disputed, 0));
		assert_noop!(confirm(contradicts()), Error::<Test>::AlreadyConfirmed);
		assert_noop!(confirm(confirms()), Error::<Test>::AlreadyConfirmed);
		let stored = Attestations::report(scope()).expect("it is stored");
		assert_eq!(stored.confirmations.len(), 1);
	});
}

#[test]
fn works_for_a_contradiction_when_confirmations_are_full() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		let say = |origin, verdict| {
			Attestations::confirm(origin, scope(), verdict_of(newest(scope()), 1_000, verdict))
		};
		for place in 1..8 {
			assert_ok!(say(auditor(place), Verdict::Confirms));
		}
		assert_noop!(
			say(auditor(8), Verdict::Confirms),
			Error::<Test>::TooManyConfirmations
		);
		assert_ok!(say(auditor(8), Verdict::Contradicts));
		assert_eq!(status(), ReserveStatus::Disputed);
		assert_noop!(
			say(auditor(9), Verdict::Contradicts),
			Error::<Test>::TooManyConfirmations
		);
	});
}

#[test]
fn fails_when_the_auditor_is_not_independent() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		let input = || verdict_of(newest(scope()), 1_000, Verdict::Confirms);
		// A person with the role who acts for the custodian, for the issuer, for an auditor.
		let acts_for = |organisation| {
			world(|world| {
				world.accounts.insert(STRANGER_KEY.to_account_id(), 77);
				world.organisations.insert(77, organisation);
				world.roles.insert((GOLD, Role::Auditor, 77));
				world.auditors.insert(organisation);
			});
			Attestations::confirm(signed(STRANGER_KEY), scope(), input())
		};
		assert_noop!(acts_for(CUSTODIAN), Error::<Test>::NotIndependent);
		assert_noop!(acts_for(ISSUER), Error::<Test>::NotIndependent);
		// The issuer is known by its organisation as well.
		world(|world| world.organisations.insert(ISSUER, 500));
		assert_noop!(acts_for(500), Error::<Test>::NotIndependent);
		assert_ok!(acts_for(AUDITOR));
	});
}

#[test]
fn fails_when_the_auditor_is_not_approved() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		world(|world| world.auditors.clear());
		let input = verdict_of(newest(scope()), 1_000, Verdict::Confirms);
		assert_noop!(confirm(input), Error::<Test>::NotAuditor);
	});
}

#[test]
fn fails_when_there_is_nothing_to_confirm() {
	ExtBuilder.build_and_execute(|| {
		let input = || verdict_of(newest(scope()), 1_000, Verdict::Confirms);
		assert_noop!(confirm(input()), Error::<Test>::ReportNotFound);
		world(|world| world.assets.clear());
		assert_noop!(confirm(input()), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn fails_when_the_report_is_another_or_withdrawn() {
	ExtBuilder.build_and_execute(|| {
		report(NOW - 1, 1_000);
		let former = newest(scope());
		report(NOW, 1_000);
		// The one before it, another scope's, none at all.
		assert_ok!(Attestations::submit_report(
			signed(OTHER_CUSTODIAN_KEY),
			GOLD,
			OTHER_VAULT,
			report_of(NOW, 1_000)
		));
		for hash in [former, newest(other_scope()), Hash::zero()] {
			let input = verdict_of(hash, 1_000, Verdict::Confirms);
			assert_noop!(confirm(input), Error::<Test>::ReportSuperseded);
		}
		assert_ok!(Attestations::withdraw_report(
			signed(CUSTODIAN_KEY),
			GOLD,
			VAULT,
			Hash::zero()
		));
		let input = verdict_of(newest(scope()), 1_000, Verdict::Confirms);
		assert_noop!(confirm(input), Error::<Test>::ReportWithdrawn);
	});
}

//! Who cannot leave its office yet, and which lots cannot leave their place.

use super::*;
use assay_traits::CustodyDependents;

fn binds() -> [bool; 4] {
	[CUSTODIAN, OTHER_CUSTODIAN, AUDITOR, OTHER_AUDITOR].map(|organisation| {
		let custodian = <Attestations as CustodyDependents>::depends_on_custodian(organisation);
		let auditor = <Attestations as CustodyDependents>::depends_on_auditor(organisation);
		assert_eq!(custodian, auditor);
		custodian
	})
}

#[test]
fn custodians_are_bound_by_scopes_and_auditors_by_verdicts() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(binds(), [false; 4]);
		report(NOW, 1_000);
		assert_eq!(binds(), [true, false, false, false]);
		verdict(scope(), 1_000, Verdict::Confirms);
		// A second word on the same report binds no further.
		verdict(scope(), 1_000, Verdict::Contradicts);
		assert_eq!(binds(), [true, false, true, false]);
		// The next report frees who spoke on the former.
		world(|world| world.now += 1);
		report(NOW + 1, 1_000);
		assert_eq!(binds(), [true, false, false, false]);
		verdict(scope(), 1_000, Verdict::Confirms);
		world(|world| world.now = NOW + MAX_AGE + 2);
		assert_ok!(Attestations::remove_scope(signed(ISSUER_KEY), scope()));
		assert_eq!(binds(), [false; 4]);
	});
}

#[test]
fn custodians_are_bound_by_challenges_that_they_have_not_answered() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		let id = challenge(HOLDER_KEY);
		world(|world| world.now = NOW + MAX_AGE + 1);
		assert_ok!(Attestations::remove_scope(signed(ISSUER_KEY), scope()));
		assert_eq!(binds(), [true, false, false, false]);
		assert_ok!(answer(id));
		assert_eq!(binds(), [false; 4]);
	});
}

#[test]
fn lots_are_bound_by_challenges_to_their_scope_until_the_answer() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let bound =
			|scope, lots: &[Hash]| <Attestations as CustodyDependents>::is_challenged(scope, lots);
		let lots = lots_in(scope());
		let other = Hash::repeat_byte(0x33);
		assert!(!bound(scope(), &lots));
		let first = challenge(HOLDER_KEY);
		let second = challenge(AUDITOR_KEY);
		assert!(bound(scope(), &[other, lots[1]]));
		assert!(!bound(scope(), &[other]) && !bound(scope(), &[]));
		assert!(!bound(other_scope(), &lots));
		// As long as one is open, also past its deadline and without the scope's report.
		world(|world| world.now = NOW + ANSWER_PERIOD + 1);
		assert_ok!(answer(first));
		assert!(bound(scope(), &lots));
		world(|world| world.now = NOW + MAX_AGE + 1);
		assert_ok!(Attestations::remove_scope(signed(ISSUER_KEY), scope()));
		assert!(bound(scope(), &lots));
		assert_ok!(answer(second));
		assert!(!bound(scope(), &lots));
	});
}

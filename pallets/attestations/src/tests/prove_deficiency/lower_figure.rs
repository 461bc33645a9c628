//! An auditor's figure that is lower by more than the tolerance.

use super::*;
use assay_primitives::ReserveParameterValues;

#[test]
fn an_auditors_lower_figure_past_the_tolerance_and_not_at_it() {
	for (found, proven) in [(99_900, false), (99_899, true), (100_101, false)] {
		ExtBuilder.build_and_execute(|| {
			attest(100_000);
			let proof = figure(AUDITOR_KEY, newest(scope()), found);
			if proven {
				assert_ok!(prove(&proof));
				assert_eq!(faults(), vec![(scope(), Fault::LowerFigure, REWARD)]);
				assert_eq!(status(), ReserveStatus::Disputed);
				assert_noop!(prove(&proof), Error::<Test>::AlreadyProven);
				// Nor by another auditor's figure for the same report.
				let other = figure(OTHER_AUDITOR_KEY, newest(scope()), found);
				assert_noop!(prove(&other), Error::<Test>::AlreadyProven);
			} else {
				assert_noop!(prove(&proof), Error::<Test>::NothingProven);
			}
		});
	}
}

#[test]
fn a_lower_figure_is_for_the_newest_report_as_it_stands() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(
			prove(&figure(AUDITOR_KEY, Hash::zero(), 1)),
			Error::<Test>::ReportNotFound
		);
		report(NOW - 1, 1_000);
		let former = figure(AUDITOR_KEY, newest(scope()), 1);
		report(NOW, 1_000);
		assert_noop!(prove(&former), Error::<Test>::ReportSuperseded);
		let proof = figure(AUDITOR_KEY, newest(scope()), 1);
		world(|world| world.parameters.clear());
		assert_noop!(prove(&proof), Error::<Test>::ParametersMissing);
		world(|world| {
			world
				.parameters
				.insert(GOLD, ReserveParameterValues::default())
		});
		assert_ok!(Attestations::withdraw_report(
			signed(CUSTODIAN_KEY),
			GOLD,
			VAULT,
			Hash::zero()
		));
		assert_noop!(prove(&proof), Error::<Test>::ReportWithdrawn);
	});
}

#[test]
fn a_lower_figure_is_an_approved_and_independent_auditors() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let by = |key| figure(key, newest(scope()), 1);
		assert_noop!(prove(&by(HOLDER_KEY)), Error::<Test>::NotAuditor);
		assert_noop!(prove(&by(CUSTODIAN_KEY)), Error::<Test>::NotAuditor);
		world(|world| world.auditors.remove(&AUDITOR));
		assert_noop!(prove(&by(AUDITOR_KEY)), Error::<Test>::NotAuditor);
		world(|world| {
			world.auditors.extend([AUDITOR, ISSUER]);
			world.roles.insert((GOLD, Role::Auditor, ISSUER));
		});
		assert_noop!(prove(&by(ISSUER_KEY)), Error::<Test>::NotIndependent);
		// Nor does it bring the proof itself.
		assert_noop!(
			prove_by(AUDITOR_KEY, &by(AUDITOR_KEY)),
			Error::<Test>::NotIndependent
		);
		assert_ok!(prove_by(OTHER_AUDITOR_KEY, &by(AUDITOR_KEY)));
	});
}

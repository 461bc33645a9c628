//! One lot under two roots.

use super::*;
use assay_primitives::LotPlace;

#[test]
fn a_lot_that_nobody_registered_faults_both_who_count_it() {
	ExtBuilder.build_and_execute(|| {
		attest_both();
		assert_ok!(prove(&double_pledge(NOW, NOW - 5)));
		assert_eq!(
			faults(),
			vec![
				(scope(), Fault::DoublePledge, REWARD),
				(other_scope(), Fault::DoublePledge, REWARD)
			]
		);
		assert_eq!(states(), vec![ScopeState::Disputed; 2]);
		assert_eq!(
			(bond(CUSTODIAN), bond(OTHER_CUSTODIAN)),
			(BOND - REWARD, BOND - REWARD)
		);
		assert_noop!(
			prove(&double_pledge(NOW, NOW - 5)),
			Error::<Test>::AlreadyProven
		);
	});
}

#[test]
fn the_register_clears_whom_it_has_the_lot_with() {
	ExtBuilder.build_and_execute(|| {
		attest_both();
		world(|world| world.place(BAR, scope(), NOW - 100));
		assert_ok!(prove(&double_pledge(NOW - 5, NOW - 5)));
		let other = (other_scope(), Fault::DoublePledge, REWARD);
		assert_eq!(faults(), vec![other]);
		assert_eq!(states(), vec![ScopeState::Counts, ScopeState::Disputed]);
		assert_eq!(bond(CUSTODIAN), BOND);
	});
}

#[test]
fn a_lot_that_moved_between_the_two_reports_proves_nothing() {
	for (former_as_of, proven) in [(NOW - 11, false), (NOW - 10, false), (NOW - 9, true)] {
		ExtBuilder.build_and_execute(|| {
			attest_both();
			// The bar came to the other custodian at NOW - 10.
			world(|world| world.place(BAR, other_scope(), NOW - 10));
			let proof = double_pledge(former_as_of, NOW - 5);
			if proven {
				assert_ok!(prove(&proof));
				assert_eq!(faults(), vec![(scope(), Fault::DoublePledge, REWARD)]);
			} else {
				assert_noop!(prove(&proof), Error::<Test>::NothingProven);
			}
		});
	}
}

#[test]
fn a_lot_pledged_to_nothing_clears_its_keeper_but_not_against_itself() {
	let place = LotPlace {
		custodian: CUSTODIAN,
		vault: VAULT,
		lien: None,
		since: NOW - 100,
	};
	ExtBuilder.build_and_execute(|| {
		attest_both();
		world(|world| world.places.insert(BAR, place));
		assert_ok!(prove(&double_pledge(NOW, NOW)));
		let other = (other_scope(), Fault::DoublePledge, REWARD);
		assert_eq!(faults(), vec![other]);
	});
	// One vault counts the bar for two assets: both are wrong, and the bond pays once.
	ExtBuilder.build_and_execute(|| {
		let silver = Scope {
			asset: 2,
			..scope()
		};
		world(|world| {
			world.assets.insert(2, summary());
			world.roles.insert((2, Role::Custodian, CUSTODIAN));
			world.places.insert(BAR, place);
		});
		for asset in [GOLD, 2] {
			assert_ok!(Attestations::submit_report(
				signed(CUSTODIAN_KEY),
				asset,
				VAULT,
				counting(BAR, NOW)
			));
		}
		let proof = Proof::DoublePledge {
			first: Testimony::Newest(scope()),
			first_lot: inclusion(BAR),
			second: Testimony::Newest(silver),
			second_lot: inclusion(BAR),
		};
		assert_ok!(prove(&proof));
		assert_eq!(
			faults(),
			vec![
				(scope(), Fault::DoublePledge, REWARD),
				(silver, Fault::DoublePledge, 0)
			]
		);
		assert_eq!(bond(CUSTODIAN), BOND - REWARD);
	});
	// Where it is pledged to one of the two, the other is wrong.
	ExtBuilder.build_and_execute(|| {
		world(|world| {
			world.assets.insert(2, summary());
			world.roles.insert((2, Role::Custodian, CUSTODIAN));
			world.place(BAR, scope(), NOW - 100);
		});
		let silver = Scope {
			asset: 2,
			..scope()
		};
		for asset in [GOLD, 2] {
			assert_ok!(Attestations::submit_report(
				signed(CUSTODIAN_KEY),
				asset,
				VAULT,
				counting(BAR, NOW)
			));
		}
		let proof = Proof::DoublePledge {
			first: Testimony::Newest(scope()),
			first_lot: inclusion(BAR),
			second: Testimony::Newest(silver),
			second_lot: inclusion(BAR),
		};
		assert_ok!(prove(&proof));
		assert_eq!(faults(), vec![(silver, Fault::DoublePledge, REWARD)]);
	});
}

#[test]
fn one_of_two_at_fault_may_have_been_punished_before() {
	ExtBuilder.build_and_execute(|| {
		attest_both();
		assert_ok!(prove(&conflict(NOW - 10)));
		System::reset_events();
		assert_ok!(prove(&double_pledge(NOW, NOW)));
		let other = (other_scope(), Fault::DoublePledge, REWARD);
		assert_eq!(faults(), vec![other]);
		assert_eq!(bond(CUSTODIAN), BOND - REWARD);
	});
}

#[test]
fn reports_that_are_never_valid_together_prove_nothing() {
	ExtBuilder.build_and_execute(|| {
		attest_both();
		let proof = |valid_until| Proof::DoublePledge {
			first: signed_report(
				CUSTODIAN_KEY,
				scope(),
				ReportInput {
					valid_until,
					..counting(BAR, NOW - 100)
				},
			),
			first_lot: inclusion(BAR),
			second: signed_report(OTHER_CUSTODIAN_KEY, other_scope(), counting(BAR, NOW - 10)),
			second_lot: inclusion(BAR),
		};
		assert_noop!(prove(&proof(NOW - 11)), Error::<Test>::NothingProven);
		assert_ok!(prove(&proof(NOW - 10)));
	});
}

#[test]
fn fails_when_the_lot_is_not_under_both_roots() {
	ExtBuilder.build_and_execute(|| {
		attest_both();
		let of = |other: ReportInput, first_lot, second_lot| Proof::DoublePledge {
			first: signed_report(CUSTODIAN_KEY, scope(), counting(BAR, NOW)),
			first_lot,
			second: signed_report(OTHER_CUSTODIAN_KEY, other_scope(), other),
			second_lot,
		};
		let without_root = ReportInput {
			lots_root: None,
			..report_of(NOW, 1_000)
		};
		let mut altered = inclusion(BAR);
		altered.quantity += 1;
		for proof in [
			// Two lots, each under its root.
			of(
				counting(OTHER_BAR, NOW),
				inclusion(BAR),
				inclusion(OTHER_BAR),
			),
			// One lot, under one root only.
			of(counting(OTHER_BAR, NOW), inclusion(BAR), inclusion(BAR)),
			of(without_root, inclusion(BAR), inclusion(BAR)),
			of(counting(BAR, NOW), altered, inclusion(BAR)),
		] {
			assert_noop!(prove(&proof), Error::<Test>::BadLotProof);
		}
		// One report is not two.
		let once = Proof::DoublePledge {
			first: signed_report(CUSTODIAN_KEY, scope(), counting(BAR, NOW)),
			first_lot: inclusion(BAR),
			second: signed_report(CUSTODIAN_KEY, scope(), counting(BAR, NOW - 1)),
			second_lot: inclusion(BAR),
		};
		assert_noop!(prove(&once), Error::<Test>::NothingProven);
	});
}

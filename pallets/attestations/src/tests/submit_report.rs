use super::*;
use assay_primitives::{AssetStatus, AssetSummary, MAX_SCOPES};
use codec::Encode;
use polkadot_sdk::sp_io::hashing::blake2_256;

fn submit(input: ReportInput) -> polkadot_sdk::sp_runtime::DispatchResult {
	Attestations::submit_report(signed(CUSTODIAN_KEY), GOLD, VAULT, input)
}

#[test]
fn works() {
	ExtBuilder.build_and_execute(|| {
		let input = report_of(NOW - 5, 1_000);
		assert_ok!(submit(input.clone()));

		let stored = Attestations::report(scope()).expect("it is stored");
		assert_eq!(stored.statement, input);
		assert_eq!((stored.submitted_at, stored.sequence), (NOW, 0));
		assert_eq!(stored.previous_hash, Hash::zero());
		assert!(stored.confirmations.is_empty() && stored.withdrawn.is_none());
		let hash = stored.hash(scope());
		assert_eq!(
			Attestations::head(scope()),
			Some(Head {
				as_of: NOW - 5,
				sequence: 0,
				hash,
				faulted_at: None,
			})
		);
		assert_eq!(
			last_event(),
			Event::ReportSubmitted {
				scope: scope(),
				link: Link {
					sequence: 0,
					as_of: NOW - 5,
					quantity: 1_000,
					submitted_at: NOW,
					statement_hash: blake2_256(&report_of(NOW - 5, 1_000).encode()).into(),
					previous_hash: Hash::zero(),
				},
				hash
			}
		);
		assert_eq!(
			world(|world| world.accepted.clone()),
			vec![(scope(), NOW - 5)]
		);
	});
}

#[test]
fn works_for_a_person_acting_for_the_custodian() {
	ExtBuilder.build_and_execute(|| {
		world(|world| {
			world.accounts.insert(STRANGER_KEY.to_account_id(), 77);
			world.organisations.insert(77, CUSTODIAN);
			world.roles.insert((GOLD, Role::Custodian, 77));
		});
		let input = report_of(NOW, 1);
		assert_ok!(Attestations::submit_report(
			signed(STRANGER_KEY),
			GOLD,
			VAULT,
			input
		));
		assert!(Attestations::report(scope()).is_some());
	});
}

#[test]
fn works_again_and_starts_without_verdicts() {
	ExtBuilder.build_and_execute(|| {
		report(NOW - 10, 1_000);
		verdict(scope(), 1_000, Verdict::Contradicts);
		let first = Attestations::report(scope())
			.expect("it is stored")
			.hash(scope());

		report(NOW - 9, 900);

		let second = Attestations::report(scope()).expect("it is stored");
		assert_eq!((second.sequence, second.previous_hash), (1, first));
		assert!(second.confirmations.is_empty());
		assert_eq!(Scopes::<Test>::get(GOLD).len(), 1);
	});
}

#[test]
fn works_for_every_reportable_status_of_the_asset() {
	for status in AssetStatus::ALL {
		ExtBuilder.build_and_execute(|| {
			world(|world| {
				world.assets.insert(
					GOLD,
					AssetSummary {
						status,
						..summary()
					},
				)
			});
			if matches!(status, AssetStatus::Draft | AssetStatus::Retired) {
				assert_noop!(submit(report_of(NOW, 1)), Error::<Test>::AssetNotReportable);
			} else {
				assert_ok!(submit(report_of(NOW, 1)));
			}
		});
	}
}

#[test]
fn works_up_to_the_clock_and_no_further() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(submit(report_of(NOW + 1, 1)), Error::<Test>::AsOfInFuture);
		assert_ok!(submit(report_of(NOW, 1)));
	});
}

#[test]
fn works_while_valid_and_no_longer() {
	ExtBuilder.build_and_execute(|| {
		let until = |valid_until| ReportInput {
			valid_until,
			..report_of(NOW, 1)
		};
		assert_noop!(submit(until(NOW - 1)), Error::<Test>::ValidityOver);
		assert_noop!(submit(until(NOW)), Error::<Test>::ValidityOver);
		assert_ok!(submit(until(NOW + 1)));
	});
}

#[test]
fn works_only_with_a_later_as_of() {
	ExtBuilder.build_and_execute(|| {
		report(NOW - 5, 1);
		assert_noop!(submit(report_of(NOW - 6, 1)), Error::<Test>::AsOfNotNewer);
		assert_noop!(submit(report_of(NOW - 5, 1)), Error::<Test>::AsOfNotNewer);
		assert_ok!(submit(report_of(NOW - 4, 1)));
	});
}

#[test]
fn fails_when_as_of_is_not_newer_though_withdrawn() {
	ExtBuilder.build_and_execute(|| {
		report(NOW - 5, 1);
		assert_ok!(Attestations::withdraw_report(
			signed(CUSTODIAN_KEY),
			GOLD,
			VAULT,
			Hash::zero()
		));
		assert_noop!(submit(report_of(NOW - 5, 1)), Error::<Test>::AsOfNotNewer);
		assert_ok!(submit(report_of(NOW - 4, 1)));
	});
}

#[test]
fn fails_when_the_asset_is_unknown() {
	ExtBuilder.build_and_execute(|| {
		world(|world| world.assets.clear());
		assert_noop!(submit(report_of(NOW, 1)), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn fails_when_the_unit_is_another() {
	ExtBuilder.build_and_execute(|| {
		let input = ReportInput {
			unit: Hash::zero(),
			..report_of(NOW, 1)
		};
		assert_noop!(submit(input), Error::<Test>::UnitMismatch);
	});
}

#[test]
fn fails_when_the_vault_is_closed_or_anothers() {
	ExtBuilder.build_and_execute(|| {
		let origin = || signed(CUSTODIAN_KEY);
		for vault in [OTHER_VAULT, 999] {
			assert_noop!(
				Attestations::submit_report(origin(), GOLD, vault, report_of(NOW, 1)),
				Error::<Test>::UnknownVault
			);
		}
	});
}

#[test]
fn fails_when_the_custodian_is_not_approved_or_suspended() {
	ExtBuilder.build_and_execute(|| {
		world(|world| world.custodians.remove(&CUSTODIAN));
		assert_noop!(submit(report_of(NOW, 1)), Error::<Test>::NotCustodian);
		world(|world| {
			world.custodians.insert(CUSTODIAN);
			world.suspended.insert(CUSTODIAN)
		});
		assert_noop!(submit(report_of(NOW, 1)), Error::<Test>::NotCustodian);
	});
}

#[test]
fn fails_when_the_chain_of_reports_is_at_its_end() {
	ExtBuilder.build_and_execute(|| {
		report(NOW - 1, 1);
		Heads::<Test>::mutate_extant(scope(), |head| head.sequence = u32::MAX);
		assert_noop!(submit(report_of(NOW, 1)), Error::<Test>::FigureOverflow);
		Heads::<Test>::mutate_extant(scope(), |head| head.sequence = 0);
	});
}

#[test]
fn fails_when_there_are_too_many_scopes() {
	ExtBuilder.build_and_execute(|| {
		let submit_for = |vault| {
			world(|world| world.vaults.insert(vault, CUSTODIAN));
			Attestations::submit_report(signed(CUSTODIAN_KEY), GOLD, vault, report_of(NOW, 1))
		};
		for place in 0..MAX_SCOPES {
			assert_ok!(submit_for(1_000 + place));
		}
		assert_noop!(submit_for(2_000), Error::<Test>::TooManyScopes);
		// A scope that is listed goes on.
		let listed = Scope {
			asset: GOLD,
			custodian: CUSTODIAN,
			vault: 1_000,
		};
		world(|world| world.now += 1);
		assert_ok!(Attestations::submit_report(
			signed(CUSTODIAN_KEY),
			GOLD,
			listed.vault,
			report_of(NOW + 1, 1)
		));
	});
}

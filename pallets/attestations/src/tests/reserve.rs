//! Reserve, status and headroom over stored reports: limits to the millisecond and the unit, and
//! what has gone wrong elsewhere.

use super::*;
use assay_primitives::{
	AssetSummary, Balance, Basis, LiquidityClass, ReserveParameterValues, UnitRatio,
};

fn set(change: impl FnOnce(&mut ReserveParameterValues)) {
	world(|world| {
		change(
			world
				.parameters
				.get_mut(&GOLD)
				.expect("gold has parameters"),
		)
	});
}

fn outstanding(units: Balance) {
	world(|world| world.supply.insert(GOLD, units));
}

fn at(now: Moment) {
	world(|world| world.now = now);
}

/// The second custodian reports as of now and is confirmed.
fn attest_other(quantity: Quantity) {
	let as_of = world(|world| world.now);
	assert_ok!(Attestations::submit_report(
		signed(OTHER_CUSTODIAN_KEY),
		GOLD,
		OTHER_VAULT,
		report_of(as_of, quantity)
	));
	verdict(other_scope(), quantity, Verdict::Confirms);
}

fn breakdown() -> Vec<ScopeBreakdown> {
	Attestations::reserve_breakdown(GOLD).expect("every figure has a value")
}

#[test]
fn sums_the_vaults_and_breaks_them_down() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		attest_other(500);
		outstanding(1_200);
		at(NOW + 5);
		assert_eq!(
			Attestations::reserve_status(GOLD),
			Ok(ReserveFigures {
				status: ReserveStatus::Backed,
				reserve: 1_500,
				effective: 1_500,
				claims: 1_200,
				required: 1_200
			})
		);
		assert_eq!(headroom(), 300);
		let part = |scope, quantity| ScopeBreakdown {
			scope,
			report: newest(scope),
			state: ScopeState::Counts,
			quantity,
			basis: Basis::Market,
			class: LiquidityClass::Liquid,
			confirmed_by: vec![AUDITOR].try_into().expect("one"),
			confirmed: Some(quantity),
			removed: 0,
			pledged: 1_000_000,
			counted: quantity,
			haircut: 0,
			age_haircut: 0,
			over_custodian_limit: 0,
			over_class_limit: 0,
			effective: quantity,
			age_ms: 5,
			answer_by: None,
		};
		assert_eq!(
			breakdown(),
			vec![part(scope(), 1_000), part(other_scope(), 500)]
		);
	});
}

#[test]
fn lapses_in_the_millisecond_after_its_greatest_age() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		outstanding(1_000);
		at(NOW + MAX_AGE);
		assert_eq!(status(), ReserveStatus::Backed);
		at(NOW + MAX_AGE + 1);
		assert_eq!((status(), headroom()), (ReserveStatus::Lapsed, 0));
	});
}

#[test]
fn lapses_in_the_millisecond_after_its_validity() {
	ExtBuilder.build_and_execute(|| {
		set(|parameters| parameters.max_report_age_ms = Moment::MAX);
		attest(1_000);
		at(report_of(NOW, 1).valid_until);
		assert_eq!((status(), headroom()), (ReserveStatus::Backed, 1_000));
		at(report_of(NOW, 1).valid_until + 1);
		assert_eq!((status(), headroom()), (ReserveStatus::Lapsed, 0));
	});
}

#[test]
fn answers_for_a_moment_before_the_report_as_if_there_were_none() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let before = <Attestations as ReserveInspect>::figures(GOLD, NOW - 1);
		assert_eq!(
			before.map(|figures| figures.status),
			Ok(ReserveStatus::Lapsed)
		);
	});
}

#[test]
fn lapses_only_the_scope_whose_report_is_old() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		at(NOW + 10);
		attest_other(500);
		at(NOW + MAX_AGE + 1);
		assert_eq!((status(), headroom()), (ReserveStatus::Backed, 500));
		outstanding(501);
		assert_eq!((status(), headroom()), (ReserveStatus::Lapsed, 0));
	});
}

#[test]
fn quorum_counts_approved_auditors_only() {
	ExtBuilder.build_and_execute(|| {
		set(|parameters| parameters.confirmation_quorum = 2);
		attest(1_000);
		assert_eq!(headroom(), 0);
		let input = verdict_of(newest(scope()), 999, Verdict::Confirms);
		assert_ok!(Attestations::confirm(
			signed(OTHER_AUDITOR_KEY),
			scope(),
			input
		));
		assert_eq!(headroom(), 999);
		// An auditor that loses its approval takes its confirmation along …
		world(|world| world.auditors.remove(&OTHER_AUDITOR));
		assert_eq!(headroom(), 0);
		assert_eq!(
			breakdown().first().map(|part| part.state),
			Some(ScopeState::NoQuorum)
		);
		// … but not the lower quantity that it found.
		set(|parameters| parameters.confirmation_quorum = 1);
		assert_eq!(headroom(), 999);
	});
}

#[test]
fn a_contradiction_stands_though_its_auditor_falls() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		let input = verdict_of(newest(scope()), 1_000, Verdict::Contradicts);
		assert_ok!(Attestations::confirm(
			signed(OTHER_AUDITOR_KEY),
			scope(),
			input
		));
		world(|world| world.auditors.remove(&OTHER_AUDITOR));
		assert_eq!((status(), headroom()), (ReserveStatus::Disputed, 0));
	});
}

#[test]
fn counts_nothing_of_a_custodian_or_vault_that_is_not_approved() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		world(|world| world.custodians.remove(&CUSTODIAN));
		assert_eq!(headroom(), 0);
		assert_eq!(
			breakdown().first().map(|part| part.state),
			Some(ScopeState::NotApproved)
		);
		world(|world| {
			world.custodians.insert(CUSTODIAN);
			world.vaults.remove(&VAULT)
		});
		assert_eq!(headroom(), 0);
	});
}

#[test]
fn disputes_past_the_tolerance_and_not_at_it() {
	for (found, disputed, left) in [
		(99_899, true, 0),
		(99_900, false, 99_900),
		(100_100, false, 100_000),
		(100_101, true, 0),
	] {
		ExtBuilder.build_and_execute(|| {
			report(NOW, 100_000);
			verdict(scope(), found, Verdict::Confirms);
			assert_eq!(status() == ReserveStatus::Disputed, disputed);
			assert_eq!(headroom(), left);
		});
	}
}

#[test]
fn counts_no_more_than_the_register_of_lots_shows() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		world(|world| world.pledged.insert(scope(), 999));
		assert_eq!(headroom(), 999);
	});
}

#[test]
fn reserves_moved_into_an_illiquid_fund_at_cost_shut_minting() {
	// Where 99 % are attested at cost, and illiquid, the effective reserve drops and the status
	// says why, while redemption stays at par.
	ExtBuilder.build_and_execute(|| {
		attest_other(10);
		let input = ReportInput {
			basis: Basis::Cost,
			class: LiquidityClass::Illiquid,
			..report_of(NOW, 990)
		};
		assert_ok!(Attestations::submit_report(
			signed(CUSTODIAN_KEY),
			GOLD,
			VAULT,
			input
		));
		verdict(scope(), 990, Verdict::Confirms);
		outstanding(1_000);
		// 990 × 0.8 × 0.5 + 10
		assert_eq!(
			figures(),
			ReserveFigures {
				status: ReserveStatus::Thin,
				reserve: 1_000,
				effective: 406,
				claims: 1_000,
				required: 1_000
			}
		);
		assert_eq!(headroom(), 0);
		let haircuts: Vec<_> = breakdown().iter().map(|part| part.haircut).collect();
		assert_eq!(haircuts, vec![0, 594]);
	});
}

#[test]
fn deficient_only_when_every_scope_is_vouched_for() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		attest_other(500);
		outstanding(1_501);
		assert_eq!(status(), ReserveStatus::Deficient);
		assert_ok!(Attestations::withdraw_report(
			signed(CUSTODIAN_KEY),
			GOLD,
			VAULT,
			Hash::zero()
		));
		assert_eq!(status(), ReserveStatus::Lapsed);
	});
}

#[test]
fn headroom_is_exact() {
	ExtBuilder.build_and_execute(|| {
		let unit = UnitRatio {
			numerator: 625,
			denominator: 19_439_673,
		};
		world(|world| {
			world
				.assets
				.insert(GOLD, AssetSummary { unit, ..summary() })
		});
		set(|parameters| parameters.required_coverage_bps = 10_250);
		attest(12_345);
		let most = headroom();
		assert!(most > 0);
		outstanding(most);
		assert_eq!((status(), headroom()), (ReserveStatus::Backed, 0));
		outstanding(most + 1);
		assert_eq!((status(), headroom()), (ReserveStatus::Thin, 0));
	});
}

#[test]
fn limits_what_one_custodian_counts_for() {
	ExtBuilder.build_and_execute(|| {
		set(|parameters| parameters.max_custodian_share_bps = 6_000);
		attest(1_000);
		assert_eq!(headroom(), 600);
		attest_other(250);
		// 60 % of 1,250 are 750.
		assert_eq!(headroom(), 1_000);
		// The limit bears on the custodian, not on the vault.
		world(|world| {
			let second = Scope {
				vault: SECOND_VAULT,
				..scope()
			};
			world.pledged.insert(second, 1_000_000)
		});
		let origin = signed(CUSTODIAN_KEY);
		assert_ok!(Attestations::submit_report(
			origin,
			GOLD,
			SECOND_VAULT,
			report_of(NOW, 100)
		));
		let second = Scope {
			vault: SECOND_VAULT,
			..scope()
		};
		verdict(second, 100, Verdict::Confirms);
		// 60 % of 1,350 are 810.
		assert_eq!((figures().reserve, headroom()), (1_350, 1_060));
	});
}

#[test]
fn release_and_burn_give_no_headroom() {
	ExtBuilder.build_and_execute(|| {
		// GIVEN a fully used reserve
		world(|world| world.pledged.insert(scope(), 1_000));
		attest(1_000);
		outstanding(1_000);
		assert_eq!((status(), headroom()), (ReserveStatus::Backed, 0));
		// WHEN a holder redeems: the units no longer claim, the metal is gone, then they burn
		at(NOW + 100);
		world(|world| world.release(scope(), 400));
		outstanding(600);
		// THEN nothing can be minted against the report that still speaks of it
		assert_eq!(
			(status(), figures().reserve, headroom()),
			(ReserveStatus::Backed, 600, 0)
		);
	});
}

#[test]
fn a_late_report_neither_doubles_nor_loses_metal() {
	// The register of lots may bind or not.
	for unbound in [0, 5_000] {
		ExtBuilder.build_and_execute(|| {
			// GIVEN a release after the report
			world(|world| world.pledged.insert(scope(), 1_000 + unbound));
			attest(1_000);
			at(NOW + 100);
			world(|world| world.release(scope(), 400));
			at(NOW + 200);
			// WHEN a report of the moment before the release comes in after it
			report(NOW + 99, 1_000);
			verdict(scope(), 1_000, Verdict::Confirms);
			// THEN it is deducted, once
			assert_eq!(headroom(), 600);
			// WHEN the next report speaks of the moment of the release, or after
			report(NOW + 100, 600);
			verdict(scope(), 600, Verdict::Confirms);
			// THEN it is not deducted again
			assert_eq!((figures().reserve, headroom()), (600, 600));
			// AND no statement from before can come back and forget it
			assert_noop!(
				Attestations::submit_report(
					signed(CUSTODIAN_KEY),
					GOLD,
					VAULT,
					report_of(NOW + 99, 1_000)
				),
				Error::<Test>::AsOfNotNewer
			);
		});
	}
}

#[test]
fn more_removed_than_stated_leaves_nothing() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		at(NOW + 1);
		world(|world| world.release(scope(), 1_001));
		assert_eq!((figures().reserve, headroom()), (0, 0));
	});
}

#[test]
fn has_no_value_without_asset_parameters_or_sum() {
	ExtBuilder.build_and_execute(|| {
		let error = |error: Error<Test>| Err::<u128, _>(error.into());
		world(|world| world.pledged.insert(scope(), Quantity::MAX));
		world(|world| world.pledged.insert(other_scope(), Quantity::MAX));
		attest(Quantity::MAX);
		assert_eq!(Attestations::headroom(GOLD), Ok(Quantity::MAX));
		attest_other(1);
		assert_eq!(Attestations::headroom(GOLD), error(Error::FigureOverflow));
		assert!(Attestations::reserve_status(GOLD).is_err());
		assert!(Attestations::reserve_breakdown(GOLD).is_err());

		world(|world| world.parameters.clear());
		assert_eq!(
			Attestations::headroom(GOLD),
			error(Error::ParametersMissing)
		);
		assert_eq!(Attestations::headroom(2), error(Error::UnknownAsset));
	});
}

#[test]
fn an_asset_that_nobody_reports_on_has_lapsed() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!((status(), headroom()), (ReserveStatus::Lapsed, 0));
		assert_eq!(breakdown(), vec![]);
	});
}

#[test]
fn a_gate_reads_one_value_of_this_pallet_and_no_more() {
	ExtBuilder.build().execute_with(|| {
		attest(1_000);
		attest_other(500);
		challenge(HOLDER_KEY);
		outstanding(700);
		let (before, left) = (figures(), headroom());
		// Whatever else is known of the scopes, the gate does not ask for it.
		Reports::<Test>::remove(scope());
		Heads::<Test>::remove(scope());
		Histories::<Test>::remove(scope());
		Challenges::<Test>::remove(scope());
		Dependents::<Test>::remove(CUSTODIAN);
		assert_eq!((figures(), headroom()), (before, left));
		at(NOW + ANSWER_PERIOD + 1);
		assert_eq!((status(), headroom()), (ReserveStatus::Lapsed, 0));
	});
}

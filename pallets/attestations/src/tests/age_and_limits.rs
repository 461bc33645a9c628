//! What age, custodian and class take off before minting is gated, and nothing else.

use super::*;
use crate::evaluate::{evaluate, Evaluation, ScopeCase, Terms, Voice};
use assay_primitives::{Basis, LiquidityClass, ReserveParameterValues, UnitRatio};

fn set(change: impl FnOnce(&mut ReserveParameterValues)) {
	world(|world| change(world.parameters.get_mut(&GOLD).expect("it has some")));
}

fn at(age: Moment) {
	world(|world| world.now = NOW + age);
}

#[test]
fn the_age_haircut_is_exact_to_the_millisecond_and_joins_lapsed() {
	ExtBuilder.build_and_execute(|| {
		set(|parameters| {
			parameters.max_report_age_ms = 1_000;
			parameters.age_haircut_bps = 2_500;
		});
		attest(1_000_000);
		for (age, left) in [
			(0, 1_000_000),
			(499, 1_000_000),
			(500, 1_000_000),
			(501, 999_500),
			(750, 875_000),
			(999, 750_500),
			(1_000, 750_000),
		] {
			at(age);
			let found = figures();
			assert_eq!((found.effective, headroom()), (left, left), "at {age}");
			assert_eq!(found.reserve, 1_000_000, "redemption is not touched");
			let part = &Attestations::reserve_breakdown(GOLD).expect("it has a value")[0];
			assert_eq!(
				(part.age_haircut, part.haircut, part.effective, part.age_ms),
				(1_000_000 - left, 0, left, age)
			);
		}
		at(1_001);
		assert_eq!((state(), figures().effective), (ScopeState::Lapsed, 0));
		assert_eq!(status(), ReserveStatus::Lapsed);
	});
}

#[test]
fn at_the_whole_rate_the_curve_reaches_zero_where_the_report_lapses() {
	ExtBuilder.build_and_execute(|| {
		set(|parameters| {
			parameters.max_report_age_ms = 1_000;
			parameters.age_haircut_bps = 10_000;
		});
		attest(1_000_000);
		for (age, left) in [(998, 4_000), (999, 2_000), (1_000, 0), (1_001, 0)] {
			at(age);
			assert_eq!((figures().effective, headroom()), (left, left), "at {age}");
		}
	});
}

#[test]
fn age_makes_thin_and_never_deficient() {
	ExtBuilder.build_and_execute(|| {
		set(|parameters| {
			parameters.max_report_age_ms = 1_000;
			parameters.age_haircut_bps = 10_000;
		});
		attest(1_000);
		world(|world| world.supply.insert(GOLD, 1_000));
		at(500);
		assert_eq!(status(), ReserveStatus::Backed);
		at(501);
		assert_eq!(status(), ReserveStatus::Thin);
		at(1_000);
		assert_eq!(status(), ReserveStatus::Thin);
		at(1_001);
		assert_eq!(status(), ReserveStatus::Lapsed);
	});
}

fn case(custodian: u32, quantity: Quantity, class: LiquidityClass) -> ScopeCase {
	ScopeCase {
		custodian,
		approved: true,
		as_of: NOW,
		valid_until: NOW + 1,
		quantity,
		basis: Basis::Market,
		class,
		withdrawn: false,
		faulted: false,
		answer_by: None,
		voices: vec![Voice {
			quantity,
			verdict: Verdict::Confirms,
			approved: true,
		}],
		removed: 0,
		pledged: quantity,
	}
}

fn liquid(custodian: u32, quantity: Quantity) -> ScopeCase {
	case(custodian, quantity, LiquidityClass::Liquid)
}

fn illiquid(custodian: u32, quantity: Quantity) -> ScopeCase {
	case(custodian, quantity, LiquidityClass::Illiquid)
}

fn limited(cases: &[ScopeCase], custodian_bps: u32, illiquid_bps: u32) -> Evaluation {
	let terms = Terms {
		unit: UnitRatio {
			numerator: 1,
			denominator: 1,
		},
		outstanding: 0,
		parameters: ReserveParameterValues {
			illiquid_haircut_bps: 0,
			max_custodian_share_bps: custodian_bps,
			max_illiquid_share_bps: illiquid_bps,
			..Default::default()
		},
		now: NOW,
	};
	evaluate(cases, &terms).expect("every figure has a value")
}

#[test]
fn two_vaults_at_sixty_and_forty() {
	// At the limit of 60 % all counts; one unit more at the larger, and it is over.
	let whole = |large, small| {
		limited(&[liquid(1, large), liquid(2, small)], 6_000, 10_000)
			.figures
			.effective
	};
	assert_eq!(whole(600, 400), 1_000);
	assert_eq!(whole(599, 401), 1_000);
	// 60 % of 1,000 are 600.
	assert_eq!(whole(601, 399), 999);
	// 60 % of 1,001 are 600.6, of which 600 count: the reserve gains.
	assert_eq!(whole(601, 400), 1_000);
	assert_eq!(whole(602, 400), 1_001);
}

#[test]
fn the_illiquid_class_counts_for_its_share_and_no_more() {
	let found = |illiquid_bps| {
		let cases = [illiquid(1, 300), liquid(1, 500), illiquid(2, 200)];
		limited(&cases, 10_000, illiquid_bps)
	};
	assert_eq!(found(10_000).figures.effective, 1_000);
	assert_eq!(found(5_000).figures.effective, 1_000);
	// 499.9 are 499.
	assert_eq!(found(4_999).figures.effective, 999);
	assert_eq!(found(0).figures.effective, 500);
	// What is over is taken from the last of the class, in the order of the scopes.
	let parts = found(2_500).scopes;
	let over: Vec<_> = parts.iter().map(|part| part.over_class_limit).collect();
	assert_eq!(over, vec![50, 0, 200]);
	assert_eq!(found(2_500).figures.effective, 750);
	assert_eq!(found(2_500).figures.reserve, 1_000);
}

#[test]
fn both_limits_hold_and_nothing_is_taken_off_twice() {
	// 60 % of 1,000 for a custodian, 30 % for the illiquid: custodian 1 is 100 over, taken from its
	// illiquid; the other 200 of it and all 100 of custodian 2 fit.
	let cases = [
		illiquid(1, 300),
		liquid(1, 400),
		illiquid(2, 100),
		liquid(2, 200),
	];
	let found = limited(&cases, 6_000, 3_000);
	assert_eq!(found.figures.effective, 900);
	let over: Vec<_> = found
		.scopes
		.iter()
		.map(|part| (part.over_custodian_limit, part.over_class_limit))
		.collect();
	assert_eq!(over, vec![(100, 0), (0, 0), (0, 0), (0, 0)]);
	// One unit less for the class.
	assert_eq!(limited(&cases, 6_000, 2_990).figures.effective, 899);
}

/// The most that may be taken so that both limits hold, found by trying all.
fn by_trying(cases: &[ScopeCase], custodian_bps: u128, illiquid_bps: u128) -> Quantity {
	let whole: Quantity = cases.iter().map(|case| case.quantity).sum();
	let mut best = 0;
	let mut taken = vec![0; cases.len()];
	loop {
		let sum_of = |matches: &dyn Fn(&ScopeCase) -> bool| -> Quantity {
			let chosen = cases.iter().zip(&taken).filter(|(case, _)| matches(case));
			chosen.map(|(_, taken)| taken).sum()
		};
		let custodians_fit = (1..=2).all(|custodian| {
			sum_of(&|case| case.custodian == custodian) <= whole * custodian_bps / 10_000
		});
		let class_fits =
			sum_of(&|case| case.class == LiquidityClass::Illiquid) <= whole * illiquid_bps / 10_000;
		if custodians_fit && class_fits {
			best = best.max(sum_of(&|_| true));
		}
		// The next combination, as an odometer counts.
		let Some(place) = (0..cases.len()).find(|place| taken[*place] < cases[*place].quantity)
		else {
			return best;
		};
		taken[..place].fill(0);
		taken[place] += 1;
	}
}

#[test]
fn no_more_is_taken_off_than_both_limits_ask_for() {
	for quantities in [[3, 2, 4, 1], [0, 5, 5, 0], [4, 4, 4, 4], [1, 6, 0, 3]] {
		let cases = [
			illiquid(1, quantities[0]),
			liquid(2, quantities[1]),
			illiquid(2, quantities[2]),
			liquid(1, quantities[3]),
		];
		for custodian_bps in [2_000, 5_000, 6_000, 10_000] {
			for illiquid_bps in [0, 1_000, 3_500, 10_000] {
				assert_eq!(
					limited(&cases, custodian_bps, illiquid_bps)
						.figures
						.effective,
					by_trying(&cases, custodian_bps.into(), illiquid_bps.into()),
					"{quantities:?} {custodian_bps} {illiquid_bps}"
				);
			}
		}
	}
}

#[test]
fn the_breakdown_names_every_term_and_its_source() {
	ExtBuilder.build_and_execute(|| {
		set(|parameters| {
			parameters.max_report_age_ms = 1_000;
			parameters.age_haircut_bps = 1_000;
			parameters.basis_haircut_bps = 2_000;
			parameters.illiquid_haircut_bps = 5_000;
			parameters.max_custodian_share_bps = 8_000;
			parameters.max_illiquid_share_bps = 4_000;
		});
		world(|world| world.pledged.insert(other_scope(), 900));
		let input = ReportInput {
			basis: Basis::Cost,
			class: LiquidityClass::Illiquid,
			..report_of(NOW, 10_000)
		};
		assert_ok!(Attestations::submit_report(
			signed(CUSTODIAN_KEY),
			GOLD,
			VAULT,
			input
		));
		verdict(scope(), 9_995, Verdict::Confirms);
		let input = verdict_of(newest(scope()), 10_000, Verdict::Confirms);
		assert_ok!(Attestations::confirm(
			signed(OTHER_AUDITOR_KEY),
			scope(),
			input
		));
		assert_ok!(Attestations::submit_report(
			signed(OTHER_CUSTODIAN_KEY),
			GOLD,
			OTHER_VAULT,
			report_of(NOW, 1_000)
		));
		verdict(other_scope(), 1_000, Verdict::Confirms);
		challenge(HOLDER_KEY);
		at(750);
		world(|world| world.release(scope(), 95));
		world(|world| world.auditors.remove(&OTHER_AUDITOR));

		let parts = Attestations::reserve_breakdown(GOLD).expect("every figure has a value");
		let figures = figures();
		// 9,995 − 95 = 9,900; × 0.8 × 0.5 = 3,960; × 0.95 = 3,762. And 900 × 0.95 = 855.
		// Of 4,617 one custodian may be 3,693, and the illiquid 1,846.
		assert_eq!(
			parts,
			vec![
				ScopeBreakdown {
					scope: scope(),
					report: newest(scope()),
					state: ScopeState::Counts,
					quantity: 10_000,
					basis: Basis::Cost,
					class: LiquidityClass::Illiquid,
					confirmed_by: vec![AUDITOR].try_into().expect("few"),
					confirmed: Some(9_995),
					removed: 95,
					pledged: 999_905,
					counted: 9_900,
					haircut: 5_940,
					age_haircut: 198,
					over_custodian_limit: 69,
					over_class_limit: 1_847,
					effective: 1_846,
					age_ms: 750,
					answer_by: Some(NOW + ANSWER_PERIOD),
				},
				ScopeBreakdown {
					scope: other_scope(),
					report: newest(other_scope()),
					state: ScopeState::Counts,
					quantity: 1_000,
					basis: Basis::Market,
					class: LiquidityClass::Liquid,
					confirmed_by: vec![AUDITOR].try_into().expect("few"),
					confirmed: Some(1_000),
					removed: 0,
					pledged: 900,
					counted: 900,
					haircut: 0,
					age_haircut: 45,
					over_custodian_limit: 0,
					over_class_limit: 0,
					effective: 855,
					age_ms: 750,
					answer_by: None,
				}
			]
		);
		let sum = |of: fn(&ScopeBreakdown) -> Quantity| parts.iter().map(of).sum::<Quantity>();
		assert_eq!(sum(|part| part.counted), figures.reserve);
		assert_eq!(sum(|part| part.effective), figures.effective);
		assert_eq!(headroom(), 2_701);
	});
}

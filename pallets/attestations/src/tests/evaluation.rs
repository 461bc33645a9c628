//! The pure evaluation: every combination of states, exactness and monotony.

use crate::{
	evaluate::{evaluate, status, Evaluation, ScopeCase, Terms, Voice},
	ScopeState, Verdict,
};
use assay_primitives::{
	Basis, LiquidityClass, Quantity, ReserveParameterValues, ReserveStatus, UnitRatio,
};
use proptest::prelude::*;

const NOW: u64 = 1_000;
const AGE: u64 = 100;

fn case() -> ScopeCase {
	ScopeCase {
		custodian: 1,
		approved: true,
		as_of: NOW,
		valid_until: NOW + 10_000,
		quantity: 1_000,
		basis: Basis::Market,
		class: LiquidityClass::Liquid,
		withdrawn: false,
		faulted: false,
		answer_by: None,
		voices: vec![voice(1_000)],
		removed: 0,
		pledged: 1_000,
	}
}

fn voice(quantity: Quantity) -> Voice {
	Voice {
		quantity,
		verdict: Verdict::Confirms,
		approved: true,
	}
}

fn terms(outstanding: u128) -> Terms {
	Terms {
		unit: UnitRatio {
			numerator: 1,
			denominator: 1,
		},
		outstanding,
		parameters: ReserveParameterValues {
			max_report_age_ms: AGE,
			..Default::default()
		},
		now: NOW,
	}
}

fn value(cases: &[ScopeCase], terms: &Terms) -> Evaluation {
	evaluate(cases, terms).expect("every figure has a value")
}

/// The table of the documentation, read line by line.
fn from_the_table(states: &[ScopeState], short: bool, thin: bool) -> ReserveStatus {
	let none_counts = !states.contains(&ScopeState::Counts);
	let all_count = states.iter().all(|state| *state == ScopeState::Counts);
	let lines = [
		(
			(none_counts || short) && states.contains(&ScopeState::Disputed),
			ReserveStatus::Disputed,
		),
		(
			(none_counts || short) && (!all_count || states.is_empty()),
			ReserveStatus::Lapsed,
		),
		(short, ReserveStatus::Deficient),
		(thin, ReserveStatus::Thin),
		(true, ReserveStatus::Backed),
	];
	lines
		.into_iter()
		.find(|(holds, _)| *holds)
		.map(|(_, status)| status)
		.expect("the last holds")
}

#[test]
fn status_is_total_over_all_states_and_sums() {
	let mut seen = Vec::new();
	for present in 0..1u32 << ScopeState::ALL.len() {
		let states: Vec<_> = ScopeState::ALL
			.into_iter()
			.enumerate()
			.filter(|(place, _)| present & (1 << place) != 0)
			.map(|(_, state)| state)
			.collect();
		let sums = [99, 100, 101].map(|reserve| [108, 109, 110, 111].map(|one| (reserve, one)));
		for (reserve, effective) in sums.concat() {
			let expected = from_the_table(&states, reserve < 100, effective < 110);
			let found = status(states.iter().copied(), reserve, effective, 100, 110);
			assert_eq!(found, expected, "{states:?} {reserve} {effective}");
			// The order of the scopes has no say.
			assert_eq!(
				status(states.iter().rev().copied(), reserve, effective, 100, 110),
				found
			);
			// Nor has it any how many there are of a kind.
			let twice = states.iter().chain(&states).copied();
			assert_eq!(status(twice, reserve, effective, 100, 110), found);
			seen.push(found);
		}
	}
	assert_eq!(seen.len(), 128 * 12);
	for every in [
		ReserveStatus::Backed,
		ReserveStatus::Thin,
		ReserveStatus::Lapsed,
		ReserveStatus::Disputed,
		ReserveStatus::Deficient,
	] {
		assert!(seen.contains(&every));
	}
}

#[test]
fn status_of_known_mixtures() {
	use ReserveStatus::*;
	use ScopeState::{
		Counts, Disputed as Contradicted, Lapsed as Old, NoQuorum, NotApproved, Unanswered,
		Withdrawn,
	};
	for (states, short, thin, expected) in [
		(&[][..], false, false, Lapsed),
		(&[Old], false, false, Lapsed),
		(&[Withdrawn, NotApproved, NoQuorum], true, true, Lapsed),
		(&[Contradicted], false, false, Disputed),
		(&[Contradicted, Old], true, true, Disputed),
		(&[Counts, Contradicted], true, true, Disputed),
		(&[Counts, Contradicted], false, true, Thin),
		(&[Counts, Contradicted], false, false, Backed),
		(&[Counts, Old], true, true, Lapsed),
		(&[Counts, NoQuorum], true, true, Lapsed),
		(&[Unanswered], false, false, Lapsed),
		(&[Counts, Unanswered], true, true, Lapsed),
		(&[Counts, Unanswered], false, false, Backed),
		(&[Contradicted, Unanswered], true, true, Disputed),
		(&[Counts, Old, Contradicted], true, true, Disputed),
		(&[Counts, Counts], true, true, Deficient),
		(&[Counts, Counts], true, false, Deficient),
		(&[Counts], false, true, Thin),
		(&[Counts], false, false, Backed),
	] {
		let (reserve, effective) = (100 - u128::from(short), 110 - u128::from(thin));
		let found = status(states.iter().copied(), reserve, effective, 100, 110);
		assert_eq!(found, expected, "{states:?} {short} {thin}");
	}
}

#[test]
fn the_first_reason_is_given() {
	let mut worst = case();
	let state = |case: &ScopeCase| case.state(&terms(0).parameters, NOW);
	assert_eq!(state(&worst), ScopeState::Counts);
	worst.voices = vec![];
	assert_eq!(state(&worst), ScopeState::NoQuorum);
	worst.as_of = NOW - AGE - 1;
	assert_eq!(state(&worst), ScopeState::Lapsed);
	worst.answer_by = Some(NOW);
	assert_eq!(state(&worst), ScopeState::Lapsed);
	worst.answer_by = Some(NOW - 1);
	assert_eq!(state(&worst), ScopeState::Unanswered);
	worst.faulted = true;
	assert_eq!(state(&worst), ScopeState::Disputed);
	worst.faulted = false;
	worst.voices = vec![Voice {
		verdict: Verdict::Contradicts,
		approved: false,
		quantity: 1_000,
	}];
	assert_eq!(state(&worst), ScopeState::Disputed);
	worst.approved = false;
	assert_eq!(state(&worst), ScopeState::NotApproved);
	worst.withdrawn = true;
	assert_eq!(state(&worst), ScopeState::Withdrawn);
}

#[test]
fn a_scope_is_its_lowest_figure_less_removals_within_its_lots() {
	let counted = |stated, found: &[u128], removed, pledged| {
		let mut case = ScopeCase {
			quantity: stated,
			removed,
			pledged,
			..case()
		};
		case.voices = found.iter().copied().map(voice).collect();
		let mut terms = terms(0);
		terms.parameters.tolerance_bps = 10_000;
		value(&[case], &terms).figures.reserve
	};
	assert_eq!(counted(1_000, &[1_000], 0, 1_000), 1_000);
	assert_eq!(counted(1_000, &[1_001], 0, 2_000), 1_000);
	assert_eq!(counted(1_000, &[998, 997], 0, 1_000), 997);
	assert_eq!(counted(1_000, &[997], 100, 1_000), 897);
	assert_eq!(counted(1_000, &[997], 100, 896), 896);
	assert_eq!(counted(1_000, &[1_000], 1_000, 1_000), 0);
	assert_eq!(counted(1_000, &[1_000], u128::MAX, u128::MAX), 0);
	assert_eq!(counted(u128::MAX, &[u128::MAX], 0, u128::MAX), u128::MAX);
}

#[test]
fn roundings_favour_the_reserve() {
	// 3 units claim 1.5 of the underlying: 2 must be there, and at 150 % three.
	let mut terms = terms(3);
	terms.unit = UnitRatio {
		numerator: 1,
		denominator: 2,
	};
	terms.parameters.required_coverage_bps = 15_000;
	let figures = value(&[case()], &terms).figures;
	assert_eq!((figures.claims, figures.required), (2, 3));
	// 5 units claim 2.5, hence 3; 4.5 at 150 %, hence 5.
	terms.outstanding = 5;
	let figures = value(&[case()], &terms).figures;
	assert_eq!((figures.claims, figures.required), (3, 5));
	// A fifth off 999 leaves 799.2, of which 799 count.
	let at_cost = ScopeCase {
		basis: Basis::Cost,
		quantity: 999,
		voices: vec![voice(999)],
		..case()
	};
	assert_eq!(value(&[at_cost.clone()], &terms).figures.effective, 799);
	// A third of that, 263.67 at 3,300 bps, is one custodian's limit.
	terms.parameters.max_custodian_share_bps = 3_300;
	assert_eq!(value(&[at_cost], &terms).figures.effective, 263);
}

#[test]
fn has_no_value_when_a_figure_overflows_or_makes_no_sense() {
	let spoiled = |change: fn(&mut Terms)| {
		let mut terms = terms(1);
		change(&mut terms);
		evaluate(&[case()], &terms)
	};
	assert!(spoiled(|_| ()).is_some());
	assert_eq!(spoiled(|terms| terms.unit.denominator = 0), None);
	assert_eq!(
		spoiled(|terms| terms.parameters.required_coverage_bps = 0),
		None
	);
	assert_eq!(
		spoiled(|terms| {
			terms.unit.numerator = 2;
			terms.outstanding = u128::MAX
		}),
		None
	);
	assert_eq!(
		spoiled(|terms| {
			terms.parameters.required_coverage_bps = 10_001;
			terms.outstanding = u128::MAX
		}),
		None
	);
	let whole = ScopeCase {
		quantity: u128::MAX,
		pledged: u128::MAX,
		voices: vec![voice(u128::MAX)],
		..case()
	};
	assert!(evaluate(&[whole.clone()], &terms(1)).is_some());
	assert_eq!(evaluate(&[whole, case()], &terms(1)), None);
}

fn any_voice(stated: Quantity) -> impl Strategy<Value = Voice> {
	let near = stated.saturating_sub(3)..=stated + 1;
	(near, prop::bool::weighted(0.95), any::<bool>()).prop_map(|(quantity, confirms, approved)| {
		let verdict = if confirms {
			Verdict::Confirms
		} else {
			Verdict::Contradicts
		};
		Voice {
			quantity,
			verdict,
			approved,
		}
	})
}

prop_compose! {
	fn any_case()(quantity in 0..10_000u128)(
		quantity in Just(quantity),
		custodian in 1..4u32,
		approved in prop::bool::weighted(0.9),
		age in 0..AGE + 20,
		validity in 0..500u64,
		market in any::<bool>(),
		liquid in any::<bool>(),
		withdrawn in prop::bool::weighted(0.05),
		faulted in prop::bool::weighted(0.05),
		answer_in in prop::option::weighted(0.2, 0..100u64),
		voices in prop::collection::vec(any_voice(quantity), 0..5),
		removed in 0..500u128,
		missing in 0..100u128,
	) -> ScopeCase {
		ScopeCase {
			custodian,
			approved,
			as_of: NOW - age,
			valid_until: NOW - 10 + validity,
			quantity,
			basis: if market { Basis::Market } else { Basis::Model },
			class: if liquid { LiquidityClass::Liquid } else { LiquidityClass::Illiquid },
			withdrawn,
			faulted,
			answer_by: answer_in.map(|ms| NOW - 5 + ms),
			voices,
			removed,
			pledged: quantity.saturating_sub(missing),
		}
	}
}

prop_compose! {
	fn any_terms()(
		numerator in 1..1_000u128,
		denominator in 1..1_000u128,
		outstanding in 0..200u128,
		required_coverage_bps in prop_oneof![Just(10_000u32), 8_000..15_000u32],
		confirmation_quorum in 0..3u32,
		tolerance_bps in 0..100u32,
		max_custodian_share_bps in prop_oneof![Just(10_000u32), 1_000..10_000u32],
		max_illiquid_share_bps in prop_oneof![Just(10_000u32), 0..10_000u32],
		age_haircut_bps in prop_oneof![Just(0u32), 0..=10_000u32],
	) -> Terms {
		Terms {
			unit: UnitRatio { numerator, denominator },
			outstanding,
			parameters: ReserveParameterValues {
				required_coverage_bps,
				confirmation_quorum,
				tolerance_bps,
				max_custodian_share_bps,
				max_illiquid_share_bps,
				age_haircut_bps,
				max_report_age_ms: AGE,
				..Default::default()
			},
			now: NOW,
		}
	}
}

/// What may befall a scope, and never for the better.
const MISFORTUNES: [fn(&mut ScopeCase); 14] = [
	|case| case.withdrawn = true,
	|case| case.approved = false,
	|case| case.as_of = NOW - AGE - 1,
	|case| case.valid_until = NOW - 1,
	|case| case.removed += 7,
	|case| case.pledged = case.pledged.saturating_sub(7),
	|case| {
		case.voices
			.iter_mut()
			.for_each(|voice| voice.approved = false)
	},
	|case| {
		case.voices
			.iter_mut()
			.for_each(|voice| voice.verdict = Verdict::Contradicts)
	},
	|case| {
		let verdict = Verdict::Contradicts;
		case.voices.push(Voice {
			quantity: 0,
			verdict,
			approved: false,
		})
	},
	|case| case.basis = Basis::Cost,
	|case| case.class = LiquidityClass::Illiquid,
	|case| case.as_of = case.as_of.saturating_sub(30),
	|case| case.faulted = true,
	|case| case.answer_by = Some(NOW - 1),
];

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	#[test]
	fn headroom_is_exact(
		cases in prop::collection::vec(any_case(), 0..6),
		terms in any_terms(),
	) {
		let found = value(&cases, &terms);
		prop_assert!(found.figures.effective <= found.figures.reserve);
		for part in &found.scopes {
			let taken_off = part.haircut
				+ part.age_haircut
				+ part.over_custodian_limit
				+ part.over_class_limit;
			prop_assert_eq!(part.counted - taken_off, part.effective);
		}
		if found.figures.status == ReserveStatus::Backed {
			let mut full = terms.clone();
			full.outstanding += found.headroom;
			let at_the_limit = value(&cases, &full);
			prop_assert_eq!(at_the_limit.figures.status, ReserveStatus::Backed);
			prop_assert_eq!(at_the_limit.headroom, 0);
			full.outstanding += 1;
			let past_it = value(&cases, &full);
			prop_assert_ne!(past_it.figures.status, ReserveStatus::Backed);
			prop_assert_eq!(past_it.headroom, 0);
		} else {
			prop_assert_eq!(found.headroom, 0);
		}
	}

	#[test]
	fn no_misfortune_raises_headroom(
		cases in prop::collection::vec(any_case(), 1..6),
		terms in any_terms(),
		place in any::<prop::sample::Index>(),
	) {
		let before = value(&cases, &terms);
		for befall in MISFORTUNES {
			let mut worse = cases.clone();
			befall(&mut worse[place.index(cases.len())]);
			let after = value(&worse, &terms);
			prop_assert!(after.headroom <= before.headroom);
			prop_assert!(after.figures.reserve <= before.figures.reserve);
			prop_assert!(after.figures.effective <= before.figures.effective);
		}
	}

	#[test]
	fn time_never_raises_headroom(
		cases in prop::collection::vec(any_case(), 1..6),
		terms in any_terms(),
		later in 0..200u64,
	) {
		let after = Terms { now: terms.now + later, ..terms.clone() };
		prop_assert!(value(&cases, &after).headroom <= value(&cases, &terms).headroom);
	}
}

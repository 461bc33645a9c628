//! Random histories of reports, verdicts, faults, challenges, releases and time against a plain model.

use super::*;
use assay_primitives::{AssetSummary, Basis, LiquidityClass, ReserveParameterValues, UnitRatio};
use polkadot_sdk::frame_support::traits::fungible::Mutate;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

mod steps;

use steps::{any_step, Step};

const AUDITORS: [(Sr25519Keyring, u32); 2] =
	[(AUDITOR_KEY, AUDITOR), (OTHER_AUDITOR_KEY, OTHER_AUDITOR)];
const AGE: Moment = 100;
const SHORT_PERIOD: Moment = 30;
/// Enough for all challenges of a history.
const RICH: u128 = 1_000 * DEPOSIT;
const COVERAGE: u128 = 10_500;
const TOLERANCE: u128 = 100;
const SHARE: u128 = 7_000;
const ILLIQUID_SHARE: u128 = 4_500;
const AGE_HAIRCUT: u128 = 2_000;
/// Who may challenge: a holder, a member of the council, an auditor.
const ASKERS: [Sr25519Keyring; 3] = [HOLDER_KEY, ISSUER_KEY, AUDITOR_KEY];
/// One unit claims two thirds of the underlying's.
const UNIT: UnitRatio = UnitRatio {
	numerator: 2,
	denominator: 3,
};

fn places() -> [(Sr25519Keyring, Scope); 3] {
	[
		(CUSTODIAN_KEY, scope()),
		(
			CUSTODIAN_KEY,
			Scope {
				vault: SECOND_VAULT,
				..scope()
			},
		),
		(OTHER_CUSTODIAN_KEY, other_scope()),
	]
}

/// A report as the model knows it.
#[derive(Clone, Debug)]
struct Known {
	as_of: Moment,
	valid_until: Moment,
	quantity: Quantity,
	at_cost: bool,
	illiquid: bool,
	withdrawn: bool,
	/// By auditor: what it found, and whether it confirms.
	said: [Option<(Quantity, bool)>; 2],
}

#[derive(Default)]
struct Model {
	now: Moment,
	reports: [Option<Known>; 3],
	newest: [Option<Moment>; 3],
	/// When each place was last found at fault.
	faulted: [Option<Moment>; 3],
	/// By place and asker: number, opening, and whether the deposit is still there.
	asked: [[Option<(ChallengeId, Moment, bool)>; 3]; 3],
	next_challenge: ChallengeId,
	/// What each asker has lost by answers in time.
	burned: [u128; 3],
	rewards: usize,
	/// Every release ever: place, moment, quantity. Nothing is forgotten here.
	releases: Vec<(usize, Moment, Quantity)>,
	stock: [Quantity; 3],
	approved: [bool; 2],
	supply: u128,
}

impl Model {
	fn lapsed(&self, known: &Known) -> bool {
		self.now > known.valid_until || self.now - known.as_of > AGE
	}

	/// `None` when the scope does not count; otherwise what does.
	fn counts(&self, place: usize, known: &Known) -> Option<Quantity> {
		let mut confirming = 0;
		let mut lowest = known.quantity;
		for (auditor, said) in known.said.iter().enumerate() {
			let Some((found, confirms)) = said else {
				continue;
			};
			if !confirms || found.abs_diff(known.quantity) * 10_000 > known.quantity * TOLERANCE {
				return None;
			}
			lowest = lowest.min(*found);
			confirming += u32::from(self.approved[auditor]);
		}
		let overdue = self.overdue(place);
		if known.withdrawn || overdue || self.lapsed(known) || confirming == 0 {
			return None;
		}
		if self.faulted[place].is_some_and(|at| at >= known.as_of) {
			return None;
		}
		let gone: Quantity = self
			.releases
			.iter()
			.filter(|(of, at, _)| *of == place && *at > known.as_of)
			.map(|(_, _, quantity)| quantity)
			.sum();
		Some(lowest.saturating_sub(gone).min(self.stock[place]))
	}

	fn overdue(&self, place: usize) -> bool {
		self.asked[place]
			.iter()
			.flatten()
			.any(|(_, opened, _)| self.now > opened + SHORT_PERIOD)
	}

	fn disputed(&self, place: usize, known: &Known) -> bool {
		let faulted = self.faulted[place].is_some_and(|at| at >= known.as_of);
		let contradicted = known.said.iter().flatten().any(|(found, confirms)| {
			!confirms || found.abs_diff(known.quantity) * 10_000 > known.quantity * TOLERANCE
		});
		!known.withdrawn && (faulted || contradicted)
	}

	/// What is left after haircuts, as a fraction that is rounded down at the end.
	fn cut(&self, known: &Known, figure: Quantity) -> Quantity {
		let mut kept = (figure, 1);
		let mut keep = |numerator: u128, denominator: u128| {
			kept = (kept.0 * numerator, kept.1 * denominator);
		};
		if known.at_cost {
			keep(4, 5);
		}
		if known.illiquid {
			keep(1, 2);
		}
		let (age, most) = (u128::from(self.now - known.as_of), u128::from(AGE));
		if age * 2 > most {
			keep(
				10_000 * most - AGE_HAIRCUT * (2 * age - most),
				10_000 * most,
			);
		}
		kept.0 / kept.1
	}

	/// The most of the cuts (custodian, illiquid, quantity) that both limits leave.
	fn within_limits(&self, cuts: &[(usize, bool, Quantity)]) -> Quantity {
		let sum = |wanted: &dyn Fn(&(usize, bool, Quantity)) -> bool| -> Quantity {
			cuts.iter().filter(|cut| wanted(cut)).map(|cut| cut.2).sum()
		};
		let whole = sum(&|_| true);
		let limit = whole * SHARE / 10_000;
		let (mut liquid, mut illiquid) = (0, 0);
		for custodian in 0..2 {
			let fast = sum(&|cut| cut.0 == custodian && !cut.1).min(limit);
			let slow = sum(&|cut| cut.0 == custodian && cut.1).min(limit - fast);
			liquid += fast;
			illiquid += slow;
		}
		liquid + illiquid.min(whole * ILLIQUID_SHARE / 10_000)
	}

	/// Reserve, effective reserve, status and headroom.
	fn evaluate(&self) -> (Quantity, Quantity, ReserveStatus, u128) {
		let mut reserve = 0;
		let mut cuts = Vec::new();
		let (mut all_count, mut any_counts, mut disputed) = (true, false, false);
		for (place, known) in self.reports.iter().enumerate() {
			let Some(known) = known else { continue };
			disputed |= self.disputed(place, known);
			match self.counts(place, known) {
				Some(figure) => {
					any_counts = true;
					reserve += figure;
					cuts.push((place / 2, known.illiquid, self.cut(known, figure)));
				},
				None => all_count = false,
			}
		}
		let effective = self.within_limits(&cuts);
		let covered = |units: u128| (units * 2).div_ceil(3) * COVERAGE <= effective * 10_000;
		let short = reserve < (self.supply * 2).div_ceil(3);
		let status = match () {
			() if (short || !any_counts) && disputed => ReserveStatus::Disputed,
			() if !any_counts || (short && !all_count) => ReserveStatus::Lapsed,
			() if short => ReserveStatus::Deficient,
			() if !covered(self.supply) => ReserveStatus::Thin,
			() => ReserveStatus::Backed,
		};
		let mut headroom = 0;
		if status == ReserveStatus::Backed {
			// Units are few enough to be counted one by one.
			while covered(self.supply + headroom + 1) {
				headroom += 1;
			}
		}
		(reserve, effective, status, headroom)
	}

	fn report(&mut self, place: usize, known: Known) -> bool {
		let newer = self.newest[place].is_none_or(|newest| known.as_of > newest)
			&& self.faulted[place].is_none_or(|faulted| known.as_of > faulted);
		if newer {
			self.newest[place] = Some(known.as_of);
			self.reports[place] = Some(known);
		}
		newer
	}

	fn speak(&mut self, place: usize, auditor: usize, found: Quantity, confirms: bool) -> bool {
		let approved = self.approved[auditor];
		let Some(known) = self.reports[place].as_mut() else {
			return false;
		};
		let may = match known.said[auditor] {
			None => true,
			Some((_, confirmed)) => confirmed && !confirms,
		};
		let taken = may && approved && !known.withdrawn;
		if taken {
			known.said[auditor] = Some((found, confirms));
		}
		taken
	}
}

/// Lives a history on the chain and in the model, compares them after every step, and returns the
/// statuses on the way.
fn live(steps: Vec<Step>) -> Vec<ReserveStatus> {
	let mut seen = Vec::new();
	ExtBuilder.build_and_execute(|| {
		let mut model = Model {
			now: NOW,
			stock: [1_000; 3],
			approved: [true; 2],
			..Default::default()
		};
		TimeToAnswer::set(SHORT_PERIOD);
		for key in ASKERS {
			Balances::set_balance(&key.to_account_id(), RICH);
		}
		world(|world| {
			world.pledged = places().iter().map(|(_, scope)| (*scope, 1_000)).collect();
			world.assets.insert(
				GOLD,
				AssetSummary {
					unit: UNIT,
					..summary()
				},
			);
			let parameters = ReserveParameterValues {
				required_coverage_bps: COVERAGE as u32,
				max_report_age_ms: AGE,
				tolerance_bps: TOLERANCE as u32,
				max_custodian_share_bps: SHARE as u32,
				max_illiquid_share_bps: ILLIQUID_SHARE as u32,
				age_haircut_bps: AGE_HAIRCUT as u32,
				..Default::default()
			};
			world.parameters.insert(GOLD, parameters);
		});
		for step in steps {
			model.step(step.clone());
			let found = figures();
			assert_eq!(
				(found.reserve, found.effective, found.status, headroom()),
				model.evaluate(),
				"after {step:?}"
			);
			model.check_deposits();
			assert_eq!(world(|world| world.paid.len()), model.rewards);
			seen.push(found.status);
		}
	});
	seen
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn histories_agree_with_the_model(steps in prop::collection::vec(any_step(), 1..60)) {
		live(steps);
	}
}

#[test]
fn histories_reach_every_status() {
	let mut runner = TestRunner::deterministic();
	let mut seen = Vec::new();
	for _ in 0..1_000 {
		let steps = prop::collection::vec(any_step(), 60).new_tree(&mut runner);
		seen.extend(live(steps.expect("a history is found").current()));
	}
	for status in [
		ReserveStatus::Backed,
		ReserveStatus::Thin,
		ReserveStatus::Lapsed,
		ReserveStatus::Disputed,
		ReserveStatus::Deficient,
	] {
		let times = seen.iter().filter(|found| **found == status).count();
		assert!(times > 20, "{status:?} {times} times");
	}
}

//! Random histories of reports, verdicts, releases and time against a plain model.

use super::*;
use assay_primitives::{AssetSummary, Basis, LiquidityClass, ReserveParameterValues, UnitRatio};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

/// What may happen, by any of the scopes and auditors.
#[derive(Clone, Debug)]
enum Step {
	Report {
		place: usize,
		ago: Moment,
		quantity: Quantity,
		at_cost: bool,
		valid_for: Moment,
	},
	Withdraw {
		place: usize,
	},
	Speak {
		place: usize,
		auditor: usize,
		less: Quantity,
		confirms: bool,
	},
	Release {
		place: usize,
		quantity: Quantity,
	},
	Mint {
		share_bps: u128,
	},
	Burn {
		share_bps: u128,
	},
	Wait {
		ms: Moment,
	},
	Approve {
		auditor: usize,
		approved: bool,
	},
	Remove {
		place: usize,
	},
}

const AUDITORS: [(Sr25519Keyring, u32); 2] =
	[(AUDITOR_KEY, AUDITOR), (OTHER_AUDITOR_KEY, OTHER_AUDITOR)];
const AGE: Moment = 100;
const COVERAGE: u128 = 10_500;
const TOLERANCE: u128 = 100;
const SHARE: u128 = 7_000;
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

fn any_step() -> impl Strategy<Value = Step> {
	let place = || 0..3usize;
	prop_oneof![
		4 => (place(), 0..40u64, 300..1_000u128, prop::bool::weighted(0.3), 1..200u64).prop_map(
			|(place, ago, quantity, at_cost, valid_for)| Step::Report {
				place, ago, quantity, at_cost, valid_for
			}
		),
		1 => place().prop_map(|place| Step::Withdraw { place }),
		6 => (place(), 0..2usize, 0..7u128, prop::bool::weighted(0.97)).prop_map(
			|(place, auditor, less, confirms)| Step::Speak { place, auditor, less, confirms }
		),
		2 => (place(), 1..60u128).prop_map(|(place, quantity)| Step::Release { place, quantity }),
		3 => prop_oneof![Just(10_000u128), 0..=10_000u128].prop_map(|share_bps| Step::Mint { share_bps }),
		1 => (0..=10_000u128).prop_map(|share_bps| Step::Burn { share_bps }),
		3 => (1..20u64).prop_map(|ms| Step::Wait { ms }),
		1 => (0..2usize, prop::bool::weighted(0.7)).prop_map(
			|(auditor, approved)| Step::Approve { auditor, approved }
		),
		2 => place().prop_map(|place| Step::Remove { place }),
	]
}

/// A report as the model knows it.
#[derive(Clone, Debug)]
struct Known {
	as_of: Moment,
	valid_until: Moment,
	quantity: Quantity,
	at_cost: bool,
	withdrawn: bool,
	/// By auditor: what it found, and whether it confirms.
	said: [Option<(Quantity, bool)>; 2],
}

#[derive(Default)]
struct Model {
	now: Moment,
	reports: [Option<Known>; 3],
	newest: [Option<Moment>; 3],
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
		if known.withdrawn || self.lapsed(known) || confirming == 0 {
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

	fn disputed(&self, known: &Known) -> bool {
		!known.withdrawn
			&& known.said.iter().flatten().any(|(found, confirms)| {
				!confirms || found.abs_diff(known.quantity) * 10_000 > known.quantity * TOLERANCE
			})
	}

	/// Reserve, effective reserve, status and headroom.
	fn evaluate(&self) -> (Quantity, Quantity, ReserveStatus, u128) {
		let mut reserve = 0;
		let mut by_custodian = [0, 0];
		let (mut all_count, mut any_counts, mut disputed) = (true, false, false);
		for (place, known) in self.reports.iter().enumerate() {
			let Some(known) = known else { continue };
			disputed |= self.disputed(known);
			match self.counts(place, known) {
				Some(figure) => {
					any_counts = true;
					reserve += figure;
					let cut = if known.at_cost {
						figure * 4 / 5
					} else {
						figure
					};
					by_custodian[place / 2] += cut;
				},
				None => all_count = false,
			}
		}
		let limit = (by_custodian[0] + by_custodian[1]) * SHARE / 10_000;
		let effective = by_custodian[0].min(limit) + by_custodian[1].min(limit);
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
		let newer = self.newest[place].is_none_or(|newest| known.as_of > newest);
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

	/// Does the step here and on the chain, and compares whether it was taken.
	fn step(&mut self, step: Step) {
		match step {
			Step::Report {
				place,
				ago,
				quantity,
				at_cost,
				valid_for,
			} => {
				let (key, scope) = places()[place];
				let as_of = self.now - ago;
				let valid_until = self.now + valid_for;
				let input = ReportInput {
					valid_until,
					basis: if at_cost { Basis::Cost } else { Basis::Market },
					class: LiquidityClass::Liquid,
					..report_of(as_of, quantity)
				};
				let taken = Attestations::submit_report(signed(key), GOLD, scope.vault, input);
				let said = [None; 2];
				let known = Known {
					as_of,
					valid_until,
					quantity,
					at_cost,
					withdrawn: false,
					said,
				};
				assert_eq!(self.report(place, known), taken.is_ok());
			},
			Step::Withdraw { place } => {
				let (key, scope) = places()[place];
				let reason = Hash::zero();
				let taken = Attestations::withdraw_report(signed(key), GOLD, scope.vault, reason);
				let known = self.reports[place]
					.as_mut()
					.filter(|known| !known.withdrawn);
				assert_eq!(known.is_some(), taken.is_ok());
				if let Some(known) = known {
					known.withdrawn = true;
				}
			},
			Step::Speak {
				place,
				auditor,
				less,
				confirms,
			} => {
				let known = self.reports[place].as_ref();
				let as_of = known.map_or(0, |known| known.as_of);
				let found = known.map_or(0, |known| known.quantity - less);
				let verdict = if confirms {
					Verdict::Confirms
				} else {
					Verdict::Contradicts
				};
				let (key, _) = AUDITORS[auditor];
				let input = verdict_of(as_of, found, verdict);
				let taken = Attestations::confirm(signed(key), places()[place].1, input);
				assert_eq!(self.speak(place, auditor, found, confirms), taken.is_ok());
			},
			Step::Release { place, quantity } => {
				let quantity = quantity.min(self.stock[place]);
				self.stock[place] -= quantity;
				self.releases.push((place, self.now, quantity));
				world(|world| world.release(places()[place].1, quantity));
			},
			Step::Mint { share_bps } => {
				self.supply += headroom() * share_bps / 10_000;
				world(|world| world.supply.insert(GOLD, self.supply));
			},
			Step::Burn { share_bps } => {
				self.supply -= self.supply * share_bps / 10_000;
				world(|world| world.supply.insert(GOLD, self.supply));
			},
			Step::Wait { ms } => {
				self.now += ms;
				world(|world| world.now = self.now);
			},
			Step::Approve { auditor, approved } => {
				self.approved[auditor] = approved;
				let (_, identity) = AUDITORS[auditor];
				world(|world| match approved {
					true => world.auditors.insert(identity),
					false => world.auditors.remove(&identity),
				});
			},
			Step::Remove { place } => {
				let (key, scope) = places()[place];
				let taken = Attestations::remove_scope(signed(key), scope);
				let over = self.reports[place]
					.as_ref()
					.is_some_and(|known| known.withdrawn || self.lapsed(known));
				assert_eq!(over, taken.is_ok());
				if over {
					self.reports[place] = None;
				}
			},
		}
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

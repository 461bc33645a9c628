//! What the reserve is worth, from the rules' own words: who counts, what is taken off, and how many
//! units more it would bear.

use super::{model::*, ops::*, setup::OWNERS};
use assay_primitives::{Balance, Moment, Quantity, ReserveStatus};

/// Whether a scope counts, and why not; the first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
	Withdrawn,
	NotApproved,
	Disputed,
	Unanswered,
	Lapsed,
	NoQuorum,
	Counts,
}

/// What all scopes come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worth {
	pub reserve: Quantity,
	pub effective: Quantity,
	states: Vec<State>,
}

/// So many of the underlying claim so many units.
pub fn claim_ceil(units: Balance) -> Quantity {
	ceil(units * CLAIM, UNITS)
}

impl Model {
	/// Whether the council's word for an office stands.
	pub fn in_office(&self, office: OfficeNo) -> Outcome {
		let it = &self.offices[office];
		when(!it.suspended, "Custody.NotApproved")?;
		let in_force = it.until.is_none_or(|until| self.now <= until);
		when(in_force, "Custody.LicenceExpired")?;
		let bonded = self.bonds.get(1 + office).and_then(Option::as_ref);
		let bonded = bonded.map_or(0, |bond| bond.amount);
		let enough = it
			.required
			.is_none_or(|required| required <= bonded && bonded > 0);
		when(enough, "Custody.BondTooSmall")
	}

	pub fn is_auditor(&self, auditor: Auditor) -> bool {
		self.in_office(2 + auditor).is_ok()
	}

	pub fn is_overdue(&self, vault: Vault) -> bool {
		let challenges = &self.scopes[vault].challenges;
		challenges.iter().any(|it| self.now > it.answer_by)
	}

	pub fn has_lapsed(&self, report: &Report) -> bool {
		let too_old = self.now - report.as_of > self.values.max_report_age_ms;
		self.now > report.valid_until || too_old
	}

	pub fn diverges(&self, stated: Quantity, found: Quantity) -> bool {
		stated.abs_diff(found) * BPS > stated * u128::from(self.values.tolerance_bps)
	}

	fn state(&self, vault: Vault, report: &Report) -> State {
		let contradicted = |(found, confirms): &(Quantity, bool)| {
			!confirms || self.diverges(report.quantity, *found)
		};
		let mut confirming = 0;
		for (auditor, (_, confirms)) in &report.verdicts {
			confirming += u32::from(*confirms && self.is_auditor(*auditor));
		}
		if report.withdrawn {
			State::Withdrawn
		} else if self.in_office(OWNERS[vault]).is_err() {
			State::NotApproved
		} else if report.faulted || report.verdicts.values().any(contradicted) {
			State::Disputed
		} else if self.is_overdue(vault) {
			State::Unanswered
		} else if self.has_lapsed(report) {
			State::Lapsed
		} else if confirming < self.values.confirmation_quorum {
			State::NoQuorum
		} else {
			State::Counts
		}
	}

	/// Lots that are pledged in a vault.
	pub fn pledged_in(&self, vault: Vault) -> impl Iterator<Item = &Lot> {
		let here = move |lot: &&Lot| lot.vault == vault && lot.lien == Some(Lien::Asset);
		self.lots.iter().flatten().filter(here)
	}

	/// What a scope counts for if it does: the lowest of what anybody says, less what has left since,
	/// and no more than the lots that are there, not matured, and known to its report.
	fn counted(&self, vault: Vault, report: &Report) -> Quantity {
		let found = report.verdicts.values().map(|(found, _)| *found);
		let stated = found.fold(report.quantity, Quantity::min);
		let scope = &self.scopes[vault];
		let late = |(at, _): &&(Moment, Quantity)| *at >= report.as_of;
		let left: Quantity = scope.removals.iter().filter(late).map(|(_, it)| it).sum();
		let counts = |lot: &&Lot| {
			let waits = lot.arrived_at.is_some_and(|at| report.as_of <= at);
			lot.matures_at.is_none_or(|at| self.now < at) && !waits
		};
		let there = self.pledged_in(vault).filter(counts);
		let there: Quantity = there.map(|lot| lot.quantity).sum();
		stated.saturating_sub(left).min(there)
	}

	/// What the haircuts leave of it, rounded down once.
	fn cut(&self, report: &Report, counted: Quantity) -> Quantity {
		let values = &self.values;
		let keep = |free: bool, cut: u32| if free { BPS } else { BPS - u128::from(cut) };
		let greatest = u128::from(values.max_report_age_ms);
		let over = (2 * u128::from(self.now - report.as_of)).saturating_sub(greatest);
		let age_cut = over.min(greatest) * u128::from(values.age_haircut_bps);
		let kept = counted
			* keep(report.at_market, values.basis_haircut_bps)
			* keep(report.liquid, values.illiquid_haircut_bps);
		let whole = greatest * BPS;
		kept * (whole - age_cut) / (BPS * BPS * whole)
	}

	/// Each vault that is reported on, with its state and what it counts for.
	pub fn parts(&self) -> Vec<(Vault, State, Quantity)> {
		let reports = self.scopes.iter().enumerate();
		reports
			.filter_map(|(vault, scope)| {
				let report = scope.report.as_ref()?;
				let state = self.state(vault, report);
				let counted = match state {
					State::Counts => self.counted(vault, report),
					_ => 0,
				};
				Some((vault, state, counted))
			})
			.collect()
	}

	pub fn worth(&self) -> Worth {
		let parts = self.parts();
		// Liquid and illiquid, by custodian.
		let mut cut = [[0; 2]; 2];
		for (vault, _, counted) in &parts {
			let report = self.scopes[*vault].report.as_ref().expect("it is a part");
			let of = &mut cut[OWNERS[*vault]][usize::from(!report.liquid)];
			*of += self.cut(report, *counted);
		}
		let whole: Quantity = cut.iter().flatten().sum();
		let share = |bps: u32| whole * u128::from(bps) / BPS;
		let of_custodian = share(self.values.max_custodian_share_bps);
		let (mut liquid, mut illiquid) = (0, 0);
		for [fast, slow] in cut {
			let fast = fast.min(of_custodian);
			liquid += fast;
			illiquid += slow.min(of_custodian - fast);
		}
		Worth {
			reserve: parts.iter().map(|(_, _, counted)| counted).sum(),
			effective: liquid + illiquid.min(share(self.values.max_illiquid_share_bps)),
			states: parts.iter().map(|(_, state, _)| *state).collect(),
		}
	}

	/// What must be there for so many units.
	pub fn required(&self, units: Balance) -> Quantity {
		let coverage = u128::from(self.values.required_coverage_bps);
		ceil(claim_ceil(units) * coverage, BPS)
	}

	pub fn status_with(&self, worth: &Worth, units: Balance) -> ReserveStatus {
		let any = |wanted: fn(&State) -> bool| worth.states.iter().any(wanted);
		let none_counts = !any(|it| *it == State::Counts);
		let short = worth.reserve < claim_ceil(units);
		let missing = any(|it| ![State::Counts, State::Disputed].contains(it));
		if (short || none_counts) && any(|it| *it == State::Disputed) {
			ReserveStatus::Disputed
		} else if none_counts || (short && missing) {
			ReserveStatus::Lapsed
		} else if short {
			ReserveStatus::Deficient
		} else if worth.effective < self.required(units) {
			ReserveStatus::Thin
		} else {
			ReserveStatus::Backed
		}
	}

	pub fn status(&self) -> ReserveStatus {
		self.status_with(&self.worth(), self.outstanding())
	}

	pub fn is_deficient(&self) -> bool {
		self.status() == ReserveStatus::Deficient
	}

	/// The most units that may come to be without the reserve ceasing to back them all.
	pub fn headroom(&self) -> Balance {
		let (worth, units) = (self.worth(), self.outstanding());
		most(|more| self.status_with(&worth, units + more) == ReserveStatus::Backed)
	}
}

/// The largest number for which something holds that holds up to some number; zero if never.
pub fn most(holds: impl Fn(Balance) -> bool) -> Balance {
	let (mut low, mut high) = (0, 1 << 60);
	while low < high {
		let middle = u128::div_ceil(low + high, 2);
		match holds(middle) {
			true => low = middle,
			false => high = middle - 1,
		}
	}
	low
}

//! What a reserve is worth: a pure function of reports, verdicts, lots, parameters and time.
//!
//! Nothing here reads storage or rounds in the issuer's favour, and no step saturates: what
//! overflows has no value, and an asset without a value cannot be minted.
//!
//! # A scope
//!
//! A scope counts when its report is not withdrawn, custodian and vault are approved, nobody
//! disputes it, no challenge to it is overdue, it has not lapsed, and enough approved auditors
//! confirm it. What speaks **for** a report counts only while its speaker is approved; what speaks
//! **against** it (a contradiction, a lower quantity, a proven fault) stands until the next report,
//! whatever becomes of the speaker.
//!
//! ```text
//! stated  = min(statement, every confirmed quantity)
//! counted = min(stated − removed after as_of, pledged now)        never below zero
//! cut     = floor(counted × (1 − basis haircut) × (1 − class haircut) × (1 − age haircut(age)))
//! ```
//!
//! The age haircut is zero up to half of the greatest age and grows in a straight line to its full
//! rate at the greatest age, the last moment at which the report counts. One millisecond later the
//! scope is `Lapsed` and counts nothing; at a rate of 10,000 bps it has come to nothing by then.
//!
//! # An asset
//!
//! ```text
//! reserve   = Σ counted
//! whole     = Σ cut
//! custodian = floor(whole × max custodian share / 10,000)
//! illiquid  = floor(whole × max illiquid share / 10,000)
//! effective = the most that may be taken of all cuts so that no custodian's part exceeds
//!             `custodian` and the illiquid part does not exceed `illiquid`
//! claims    = ceil(outstanding × unit)
//! required  = ceil(claims × required coverage / 10,000)
//! ```
//!
//! | status | the first line whose condition holds |
//! | --- | --- |
//! | `Disputed` | no scope counts or `reserve < claims`, and a scope is disputed |
//! | `Lapsed` | no scope counts or `reserve < claims`, and some scope does not count, or there is none |
//! | `Deficient` | `reserve < claims`: every scope counts, and still it is too little |
//! | `Thin` | `effective < required` |
//! | `Backed` | otherwise |
//!
//! Both limits hold together. Liquid scopes are taken first: what a custodian's limit leaves out is
//! then illiquid as far as it can be, which the other limit might leave out anyway.
//!
//! `Deficient` is thus said only when every figure is vouched for: a scope that nobody vouches for
//! at the moment is no proof that its metal is gone.
//!
//! ```text
//! headroom  = units(min(floor(effective × 10,000 / required coverage), reserve)) − outstanding
//! ```
//!
//! and zero unless the status is `Backed`. All roundings favour the reserve, and the headroom is
//! exact: minting all of it leaves the asset `Backed`, one unit more would not.

use crate::types::{ScopeState, Verdict};
use alloc::{collections::BTreeMap, vec::Vec};
use assay_primitives::{
	Balance, Basis, BasisPoints, IdentityId, LiquidityClass, Moment, Quantity, ReserveFigures,
	ReserveParameterValues, ReserveStatus, UnitRatio, BPS,
};
use polkadot_sdk::sp_core::U256;

/// A verdict, and whether its auditor is approved now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Voice {
	/// What the auditor found.
	pub quantity: Quantity,
	/// Whether it stands by the report.
	pub verdict: Verdict,
	/// Whether it is approved now.
	pub approved: bool,
}

/// All that is known of a scope.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScopeCase {
	/// Who keeps it.
	pub custodian: IdentityId,
	/// Whether custodian and vault are approved now.
	pub approved: bool,
	/// The moment its report speaks of.
	pub as_of: Moment,
	/// Last moment at which the custodian stands by it.
	pub valid_until: Moment,
	/// What the custodian stated.
	pub quantity: Quantity,
	/// How it arrived at that.
	pub basis: Basis,
	/// How fast it can be turned over.
	pub class: LiquidityClass,
	/// Whether the report is withdrawn.
	pub withdrawn: bool,
	/// Whether the custodian was found at fault since `as_of`.
	pub faulted: bool,
	/// The earliest deadline of open challenges.
	pub answer_by: Option<Moment>,
	/// What auditors say.
	pub voices: Vec<Voice>,
	/// What left the reserve after `as_of`.
	pub removed: Quantity,
	/// What the register of lots shows now.
	pub pledged: Quantity,
}

/// What the reserve is measured against.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terms {
	/// What one unit claims.
	pub unit: UnitRatio,
	/// Units that the reserve must cover.
	pub outstanding: Balance,
	/// The parameters in force.
	pub parameters: ReserveParameterValues,
	/// The moment of the question.
	pub now: Moment,
}

/// What one scope comes to, and what is taken off on the way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ScopeValue {
	/// Whether it counts, and why not.
	pub state: ScopeState,
	/// What counts before haircuts.
	pub counted: Quantity,
	/// What the haircuts for basis and class take off that.
	pub haircut: Quantity,
	/// What the haircut for age takes off what is left.
	pub age_haircut: Quantity,
	/// What the limit on its custodian takes off what is left.
	pub over_custodian_limit: Quantity,
	/// What the limit on its class takes off what is left.
	pub over_class_limit: Quantity,
	/// What is left.
	pub effective: Quantity,
}

/// What an asset's reserve comes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evaluation {
	/// Status and sums.
	pub figures: ReserveFigures,
	/// Units that may still be minted.
	pub headroom: Balance,
	/// Each scope, in the order it was given.
	pub scopes: Vec<ScopeValue>,
}

impl ScopeCase {
	/// Whether the scope counts at `now`, and why not.
	pub fn state(&self, parameters: &ReserveParameterValues, now: Moment) -> ScopeState {
		if self.withdrawn {
			ScopeState::Withdrawn
		} else if !self.approved {
			ScopeState::NotApproved
		} else if self.is_disputed(parameters.tolerance_bps) {
			ScopeState::Disputed
		} else if is_overdue(self.answer_by, now) {
			ScopeState::Unanswered
		} else if has_lapsed(
			self.as_of,
			self.valid_until,
			parameters.max_report_age_ms,
			now,
		) {
			ScopeState::Lapsed
		} else if self.quorum() < parameters.confirmation_quorum {
			ScopeState::NoQuorum
		} else {
			ScopeState::Counts
		}
	}

	/// Approved auditors who confirm.
	pub fn quorum(&self) -> u32 {
		let confirming = self
			.voices
			.iter()
			.filter(|voice| voice.approved && voice.verdict == Verdict::Confirms)
			.count();
		// The stored list is bounded far below; a longer one would only be counted short.
		u32::try_from(confirming).unwrap_or(u32::MAX)
	}

	/// The lowest quantity that an auditor found.
	pub fn lowest_found(&self) -> Option<Quantity> {
		self.voices.iter().map(|voice| voice.quantity).min()
	}

	fn is_disputed(&self, tolerance_bps: BasisPoints) -> bool {
		self.faulted
			|| self.voices.iter().any(|voice| {
				voice.verdict == Verdict::Contradicts
					|| diverges(self.quantity, voice.quantity, tolerance_bps)
			})
	}

	/// What counts before haircuts, were the state `Counts`: the lowest of what anybody says, less
	/// what has left since, and no more than the register of lots shows.
	fn figure(&self) -> Quantity {
		let stated = self
			.lowest_found()
			.map_or(self.quantity, |found| found.min(self.quantity));
		// More removed than stated leaves nothing; it cannot leave less.
		stated
			.checked_sub(self.removed)
			.unwrap_or(0)
			.min(self.pledged)
	}

	/// What the scope comes to before the limits on custodians and classes.
	fn value(&self, terms: &Terms) -> Option<ScopeValue> {
		let state = self.state(&terms.parameters, terms.now);
		let counted = if state == ScopeState::Counts {
			self.figure()
		} else {
			0
		};
		// A report about a later moment than the question's has lapsed, and counts nothing.
		let age_ms = terms.now.checked_sub(self.as_of).unwrap_or(0);
		let at_market = self.basis == Basis::Market;
		let cut_at = |age_ms| {
			let parameters = &terms.parameters;
			parameters.haircut(counted, at_market, self.is_liquid(), age_ms)
		};
		let (fresh, effective) = (cut_at(0)?, cut_at(age_ms)?);
		Some(ScopeValue {
			state,
			counted,
			haircut: counted.checked_sub(fresh)?,
			age_haircut: fresh.checked_sub(effective)?,
			over_custodian_limit: 0,
			over_class_limit: 0,
			effective,
		})
	}

	fn is_liquid(&self) -> bool {
		match self.class {
			LiquidityClass::Liquid => true,
			LiquidityClass::Illiquid => false,
		}
	}
}

/// Whether the earliest deadline for an answer has passed at `now`.
pub fn is_overdue(answer_by: Option<Moment>, now: Moment) -> bool {
	answer_by.is_some_and(|deadline| now > deadline)
}

/// Whether a report has lapsed at `now`: past its validity, older than `max_age_ms`, or, for a
/// question about the past, not yet made.
pub fn has_lapsed(as_of: Moment, valid_until: Moment, max_age_ms: Moment, now: Moment) -> bool {
	now > valid_until || now.checked_sub(as_of).is_none_or(|age| age > max_age_ms)
}

/// Whether `found` differs from `stated` by more than `tolerance_bps` of `stated`.
pub(crate) fn diverges(stated: Quantity, found: Quantity, tolerance_bps: BasisPoints) -> bool {
	let difference = U256::from(stated.abs_diff(found)).checked_mul(BPS.into());
	let allowed = U256::from(stated).checked_mul(tolerance_bps.into());
	match (difference, allowed) {
		(Some(difference), Some(allowed)) => difference > allowed,
		// Neither product of 128 and 32 bits overflows 256; were it so, nothing may count.
		_ => true,
	}
}

/// What the reserve of an asset with these scopes is worth; `None` when a figure overflows or a
/// parameter makes no sense (a unit that claims nothing, a coverage of zero).
pub fn evaluate(cases: &[ScopeCase], terms: &Terms) -> Option<Evaluation> {
	let parameters = &terms.parameters;
	let mut scopes = cases
		.iter()
		.map(|case| case.value(terms))
		.collect::<Option<Vec<_>>>()?;
	let reserve = sum(scopes.iter().map(|value| value.counted))?;
	limit(cases, &mut scopes, parameters)?;
	let effective = sum(scopes.iter().map(|value| value.effective))?;
	let claims = terms.unit.claim_ceil(terms.outstanding)?;
	let required = scale_ceil(claims, parameters.required_coverage_bps)?;

	let states = scopes.iter().map(|value| value.state);
	let status = status(states, reserve, effective, claims, required);
	let headroom = if status == ReserveStatus::Backed {
		let covered = U256::from(effective)
			.checked_mul(BPS.into())?
			.checked_div(parameters.required_coverage_bps.into())?;
		// The reserve is the bound where coverage is below par, and it fits a quantity.
		let covered = covered.min(reserve.into()).try_into().ok()?;
		terms
			.unit
			.units_floor(covered)?
			.checked_sub(terms.outstanding)?
	} else {
		0
	};
	let figures = ReserveFigures {
		status,
		reserve,
		effective,
		claims,
		required,
	};
	Some(Evaluation {
		figures,
		headroom,
		scopes,
	})
}

/// The status that follows from states and sums: the table in the documentation of this file.
pub fn status(
	states: impl Iterator<Item = ScopeState>,
	reserve: Quantity,
	effective: Quantity,
	claims: Quantity,
	required: Quantity,
) -> ReserveStatus {
	let (mut counting, mut disputed, mut missing) = (false, false, false);
	for state in states {
		match state {
			ScopeState::Counts => counting = true,
			ScopeState::Disputed => disputed = true,
			ScopeState::Withdrawn
			| ScopeState::NotApproved
			| ScopeState::Unanswered
			| ScopeState::Lapsed
			| ScopeState::NoQuorum => missing = true,
		}
	}
	let short = reserve < claims;
	if (short || !counting) && disputed {
		ReserveStatus::Disputed
	} else if !counting || (short && missing) {
		ReserveStatus::Lapsed
	} else if short {
		ReserveStatus::Deficient
	} else if effective < required {
		ReserveStatus::Thin
	} else {
		ReserveStatus::Backed
	}
}

/// Takes off each scope what is over the limits on its custodian and its class: as little as both
/// limits together allow.
fn limit(
	cases: &[ScopeCase],
	values: &mut [ScopeValue],
	parameters: &ReserveParameterValues,
) -> Option<()> {
	let whole = sum(values.iter().map(|value| value.effective))?;
	let of_custodian = share_of(whole, parameters.max_custodian_share_bps)?;
	let mut illiquid_room = share_of(whole, parameters.max_illiquid_share_bps)?;
	let mut rooms = BTreeMap::<IdentityId, Quantity>::new();
	for liquid in [true, false] {
		let of_class = cases
			.iter()
			.zip(values.iter_mut())
			.filter(|(case, _)| case.is_liquid() == liquid);
		for (case, value) in of_class {
			let room = rooms.entry(case.custodian).or_insert(of_custodian);
			let within = value.effective.min(*room);
			*room = room.checked_sub(within)?;
			value.over_custodian_limit = value.effective.checked_sub(within)?;
			value.effective = within;
			if !liquid {
				let within = value.effective.min(illiquid_room);
				illiquid_room = illiquid_room.checked_sub(within)?;
				value.over_class_limit = value.effective.checked_sub(within)?;
				value.effective = within;
			}
		}
	}
	Some(())
}

/// `bps` of `whole` and at most all of it, rounded down: the reserve gains.
fn share_of(whole: Quantity, bps: BasisPoints) -> Option<Quantity> {
	U256::from(whole)
		.checked_mul(bps.min(BPS).into())?
		.checked_div(BPS.into())?
		.try_into()
		.ok()
}

/// `quantity` × `bps` / 10,000, rounded up: the reserve must hold the fraction too.
fn scale_ceil(quantity: Quantity, bps: BasisPoints) -> Option<Quantity> {
	let whole = U256::from(BPS);
	U256::from(quantity)
		.checked_mul(bps.into())?
		.checked_add(whole.checked_sub(U256::one())?)?
		.checked_div(whole)?
		.try_into()
		.ok()
}

fn sum(mut quantities: impl Iterator<Item = Quantity>) -> Option<Quantity> {
	quantities.try_fold(Quantity::default(), |total, quantity| {
		total.checked_add(quantity)
	})
}

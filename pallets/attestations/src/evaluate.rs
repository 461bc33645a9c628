//! What a reserve is worth: a pure function of reports, verdicts, lots, parameters and time.
//!
//! Nothing here reads storage or rounds in the issuer's favour, and no step saturates: what
//! overflows has no value, and an asset without a value cannot be minted.
//!
//! # A scope
//!
//! A scope counts when its report is not withdrawn, custodian and vault are approved, nobody
//! disputes it, it has not lapsed, and enough approved auditors confirm it. What speaks **for** a
//! report counts only while its speaker is approved; what speaks **against** it (a contradiction,
//! or a lower quantity) stands until the next report, whatever becomes of the speaker.
//!
//! ```text
//! stated  = min(statement, every confirmed quantity)
//! counted = min(stated − removed after as_of, pledged now)        never below zero
//! cut     = floor(counted × (1 − basis haircut) × (1 − class haircut))
//! ```
//!
//! # An asset
//!
//! ```text
//! reserve   = Σ counted
//! whole     = Σ cut
//! limit     = floor(whole × max custodian share / 10,000)
//! effective = Σ over custodians of min(Σ of its cut, limit)
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

/// What one scope comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ScopeValue {
	/// Whether it counts, and why not.
	pub state: ScopeState,
	/// What counts before haircuts.
	pub counted: Quantity,
	/// What is left after them.
	pub cut: Quantity,
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
		self.voices.iter().any(|voice| {
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

	fn value(&self, terms: &Terms) -> Option<ScopeValue> {
		let state = self.state(&terms.parameters, terms.now);
		let counted = if state == ScopeState::Counts {
			self.figure()
		} else {
			0
		};
		let at_market = self.basis == Basis::Market;
		let liquid = self.class == LiquidityClass::Liquid;
		let cut = terms.parameters.haircut(counted, at_market, liquid)?;
		Some(ScopeValue {
			state,
			counted,
			cut,
		})
	}
}

/// Whether a report has lapsed at `now`: past its validity, older than `max_age_ms`, or, for a
/// question about the past, not yet made.
pub fn has_lapsed(as_of: Moment, valid_until: Moment, max_age_ms: Moment, now: Moment) -> bool {
	now > valid_until || now.checked_sub(as_of).is_none_or(|age| age > max_age_ms)
}

/// Whether `found` differs from `stated` by more than `tolerance_bps` of `stated`.
fn diverges(stated: Quantity, found: Quantity, tolerance_bps: BasisPoints) -> bool {
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
	let scopes = cases
		.iter()
		.map(|case| case.value(terms))
		.collect::<Option<Vec<_>>>()?;
	let reserve = sum(scopes.iter().map(|value| value.counted))?;
	let effective = effective(cases, &scopes, parameters.max_custodian_share_bps)?;
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

/// Haircut figures, each custodian's no more than its share of their sum.
fn effective(
	cases: &[ScopeCase],
	values: &[ScopeValue],
	max_share_bps: BasisPoints,
) -> Option<Quantity> {
	let whole = sum(values.iter().map(|value| value.cut))?;
	let limit = U256::from(whole)
		.checked_mul(max_share_bps.into())?
		.checked_div(BPS.into())?
		.min(whole.into());
	let limit = Quantity::try_from(limit).ok()?;
	let mut shares = BTreeMap::<IdentityId, Quantity>::new();
	for (case, value) in cases.iter().zip(values) {
		let share = shares.entry(case.custodian).or_default();
		*share = share.checked_add(value.cut)?;
	}
	sum(shares.into_values().map(|share| share.min(limit)))
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

//! Corridors: how far, how fast and how soon a parameter may move.

use assay_primitives::{Moment, ParameterKey, DAY};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// How many parameters there are.
#[expect(
	clippy::as_conversions,
	reason = "a small constant known when compiling"
)]
pub const KEYS: u32 = ParameterKey::ALL.len() as u32;

const SECOND: Moment = assay_primitives::SECOND;
const HOUR: Moment = 3_600 * SECOND;

/// The least time that a loosening waits, whatever the council decides, in ms.
pub const MIN_LOOSEN_DELAY_MS: Moment = 7 * DAY;
/// The least time between two decisions on one key of one asset, in ms.
pub const MIN_COOLDOWN_MS: Moment = DAY;
/// The most that either may be, so that no key is locked for ever, in ms.
pub const MAX_PACE_MS: Moment = 366 * DAY;

/// Which way a parameter moves when it becomes stricter.
///
/// It belongs to the key and no vote can turn it round: a loosening cannot pass for a tightening.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Tightening {
	/// More is stricter.
	Up,
	/// Less is stricter.
	Down,
	/// Neither: the parameter is part of a holder's right to redeem, and is changed slowly always.
	Neither,
}

impl Tightening {
	/// Which way it is for `key`.
	pub const fn of(key: ParameterKey) -> Self {
		use ParameterKey::*;
		match key {
			RequiredCoverageBps | ConfirmationQuorum | BasisHaircutBps | IlliquidHaircutBps
			| AgeHaircutBps | BondBps => Self::Up,
			MaxReportAgeMs | ToleranceBps | MaxCustodianShareBps | MaxIlliquidShareBps
			| MintBucketBps => Self::Down,
			AcceptDeadlineMs | ReleaseDeadlineMs | BreachPenaltyBps => Self::Neither,
		}
	}

	/// Whether a move from `old` to `new` is a tightening.
	pub const fn is_tightened(self, old: u64, new: u64) -> bool {
		match self {
			Self::Up => new > old,
			Self::Down => new < old,
			Self::Neither => false,
		}
	}
}

/// How far, how fast and how soon a parameter may move. Values are in the key's own unit.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct Corridor {
	/// The smallest value.
	pub min: u64,
	/// The largest value.
	pub max: u64,
	/// The most that one decision may move the value.
	pub max_step: u64,
	/// Time that must pass between two decisions on the key of one asset, in ms.
	pub cooldown_ms: Moment,
	/// Time from the decision until a tightening holds, in ms.
	pub tighten_delay_ms: Moment,
	/// Time from the decision until any other change holds, in ms; never the shorter one.
	pub loosen_delay_ms: Moment,
}

/// Why a corridor is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CorridorFault {
	/// The smallest value is above the largest, or the step is zero.
	Shape,
	/// A tightening would take longer than a loosening.
	Delays,
	/// It reaches beyond what any corridor of the key may.
	HardBounds,
}

impl Corridor {
	/// The corridor of `key` until the council decides on another.
	pub const fn initial(key: ParameterKey) -> Self {
		let (min, max, max_step) = Self::initial_range(key);
		Self {
			min,
			max,
			max_step,
			cooldown_ms: 7 * DAY,
			tighten_delay_ms: HOUR,
			loosen_delay_ms: 14 * DAY,
		}
	}

	/// Smallest and largest value and step of the initial corridor of `key`.
	const fn initial_range(key: ParameterKey) -> (u64, u64, u64) {
		use ParameterKey::*;
		match key {
			RequiredCoverageBps => (10_000, 15_000, 500),
			ConfirmationQuorum => (1, 5, 1),
			MaxReportAgeMs => (DAY, 92 * DAY, 31 * DAY),
			ToleranceBps => (0, 100, 20),
			BasisHaircutBps => (500, 10_000, 1_000),
			IlliquidHaircutBps => (1_000, 10_000, 1_000),
			MaxCustodianShareBps => (2_000, 10_000, 1_000),
			MintBucketBps => (0, 10_000, 2_500),
			AcceptDeadlineMs => (DAY, 5 * DAY, DAY),
			ReleaseDeadlineMs => (DAY, 30 * DAY, 5 * DAY),
			BreachPenaltyBps => (50, 1_000, 100),
			AgeHaircutBps => (0, 10_000, 1_000),
			MaxIlliquidShareBps => (0, 10_000, 1_000),
			BondBps => (0, 2_000, 100),
		}
	}

	/// What no corridor of `key` may reach beyond: smallest and largest value that make sense.
	pub const fn hard_bounds(key: ParameterKey) -> (u64, u64) {
		use ParameterKey::*;
		match key {
			RequiredCoverageBps => (10_000, 100_000),
			ConfirmationQuorum => (1, 16),
			MaxReportAgeMs => (SECOND, 366 * DAY),
			ToleranceBps => (0, 1_000),
			BasisHaircutBps | IlliquidHaircutBps | MintBucketBps | BreachPenaltyBps
			| AgeHaircutBps | MaxIlliquidShareBps | BondBps => (0, 10_000),
			MaxCustodianShareBps => (1, 10_000),
			AcceptDeadlineMs => (SECOND, 31 * DAY),
			ReleaseDeadlineMs => (SECOND, 366 * DAY),
		}
	}

	/// Whether it is a corridor for `key`.
	pub fn check(&self, key: ParameterKey) -> Result<(), CorridorFault> {
		if self.min > self.max || self.max_step == 0 {
			return Err(CorridorFault::Shape);
		}
		if self.tighten_delay_ms > self.loosen_delay_ms {
			return Err(CorridorFault::Delays);
		}
		let (lowest, highest) = Self::hard_bounds(key);
		if self.min < lowest || self.max > highest {
			return Err(CorridorFault::HardBounds);
		}
		Ok(())
	}

	/// Whether the council may decide on it: beyond being a corridor, it must keep decisions slow.
	///
	/// The first state of a chain is not bound by this, so that a test network can be quick.
	pub fn check_decision(&self, key: ParameterKey) -> Result<(), CorridorFault> {
		self.check(key)?;
		let (_, _, initial_step) = Self::initial_range(key);
		let step_fits = self
			.max_step
			.checked_div(2)
			.is_some_and(|half| half <= initial_step);
		let pace_fits = self.loosen_delay_ms >= MIN_LOOSEN_DELAY_MS
			&& self.loosen_delay_ms <= MAX_PACE_MS
			&& self.cooldown_ms >= MIN_COOLDOWN_MS
			&& self.cooldown_ms <= MAX_PACE_MS;
		if step_fits && pace_fits {
			Ok(())
		} else {
			Err(CorridorFault::HardBounds)
		}
	}

	/// How long a decided move of `key` from `old` to `new` waits, in ms.
	pub const fn delay_ms(&self, key: ParameterKey, old: u64, new: u64) -> Moment {
		if Tightening::of(key).is_tightened(old, new) {
			self.tighten_delay_ms
		} else {
			self.loosen_delay_ms
		}
	}
}

//! The reserve in plain words: who keeps what, who says what of it, what is promised on it.
//!
//! Nothing of a pallet is used here, so that a mistake there is none here. Figures are small: plain
//! arithmetic does not overflow.

use super::ops::*;
use assay_primitives::{Balance, Moment, Quantity, ReserveParameterValues, ReserveStatus, DAY};
use std::collections::BTreeMap;

/// How long a question to a custodian, a blocked holder, a breach, a raise, a notice and the record
/// of what has ended last.
pub const ANSWER: Moment = 3 * DAY;
pub const BLOCKED: Moment = 30 * DAY;
/// How long a finding that a holder is blocked counts, and how long a deficiency must stand before it
/// is shared.
pub const RECHECK: Moment = 7 * DAY;
pub const STANDS: Moment = 7 * DAY;
pub const BREACH_END: Moment = 30 * DAY;
pub const RAISE: Moment = DAY;
pub const NOTICE: Moment = 14 * DAY;
pub const HISTORY: Moment = 90 * DAY;
/// The furthest end of an order's validity.
pub const VALID: Ahead = 7 * 86_400_000;
/// Time without a block that counts as an outage when it is longer.
pub const OUTAGE: Moment = 60_000;
/// Blocks come in slots of this length, and at least so long after each other.
pub const SLOT: Moment = 2_000;
pub const MIN_PERIOD: Moment = 1_000;
pub const MAX_OPEN: usize = 64;
pub const MAX_REMOVALS: usize = 64;
pub const MAX_PASSED_OVER: usize = 16;
/// How many of the underlying so many units claim.
pub const CLAIM: Balance = 3;
pub const UNITS: Balance = 7;
/// The terms of redemptions.
pub const MINIMUM: Balance = 50;
pub const WHOLE: Balance = 5;
pub const FEE_BPS: u128 = 37;
pub const REDEMPTION_NOTICE: Moment = DAY;
pub const BPS: u128 = 10_000;
/// What whoever proves a falsehood gets of the custodian's bond.
pub const REWARD_BPS: u128 = 1_000;

/// What a step comes to: nothing to say, or `Pallet.Error`.
pub type Outcome = Result<(), &'static str>;

pub fn when(holds: bool, else_: &'static str) -> Outcome {
	match holds {
		true => Ok(()),
		false => Err(else_),
	}
}

pub fn ceil(numerator: u128, denominator: u128) -> u128 {
	numerator.div_ceil(denominator)
}

/// An approval by the council.
#[derive(Clone, Debug, Default)]
pub struct Office {
	pub suspended: bool,
	/// Last moment of the licence, if it ends.
	pub until: Option<Moment>,
	/// What a custodian must have bonded.
	pub required: Option<Balance>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LotState {
	Stored,
	Released,
	Encumbered,
}

/// Which asset a lot is pledged to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lien {
	Asset,
	Francs,
}

/// A lot on record.
#[derive(Clone, Debug)]
pub struct Lot {
	pub vault: Vault,
	pub state: LotState,
	pub lien: Option<Lien>,
	pub quantity: Quantity,
	pub matures_at: Option<Moment>,
	pub registered_at: Moment,
	pub arrived_at: Option<Moment>,
}

/// Lots on offer.
#[derive(Clone, Debug)]
pub struct Offer {
	pub from: Vault,
	pub to: Vault,
	pub lots: Vec<LotNo>,
	pub quantity: Quantity,
	pub until: Moment,
}

/// A custodian's newest report with what auditors say of it.
#[derive(Clone, Debug)]
pub struct Report {
	pub as_of: Moment,
	pub valid_until: Moment,
	pub quantity: Quantity,
	pub at_market: bool,
	pub liquid: bool,
	pub root: Vec<LotNo>,
	pub withdrawn: bool,
	/// Whether its custodian was proven wrong since.
	pub faulted: bool,
	/// What each auditor found, and whether it confirms.
	pub verdicts: BTreeMap<Auditor, (Quantity, bool)>,
}

#[derive(Clone, Debug)]
pub struct Challenge {
	pub id: u32,
	pub by: Party,
	pub lots: Vec<LotNo>,
	pub opened_at: Moment,
	pub answer_by: Moment,
	pub returned: bool,
}

/// What lies in one vault for the asset, as far as anybody says.
#[derive(Clone, Debug, Default)]
pub struct Scope {
	/// The moment that the newest report ever spoke of.
	pub reported: Option<Moment>,
	pub faulted_at: Option<Moment>,
	pub report: Option<Report>,
	pub challenges: Vec<Challenge>,
	/// What left, and when, since the moment that the newest report speaks of.
	pub removals: Vec<(Moment, Quantity)>,
}

#[derive(Clone, Debug)]
pub struct Bond {
	pub amount: Balance,
	pub asked_back: Option<(Balance, Moment)>,
}

#[derive(Clone, Debug, Default)]
pub struct Purse {
	pub free: Balance,
	pub held: Balance,
	pub frozen: bool,
	pub sanctioned: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
	Requested,
	Accepted,
	Breached,
	Released,
	Burned,
	Cancelled,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payee {
	Holder,
	/// Since when it is known, and when it was found last.
	Blocked {
		since: Moment,
		seen: Moment,
	},
	Escrow,
}

/// When a breach was found, what it costs, and what of that is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breach {
	pub at: Moment,
	pub owed: Balance,
	pub paid: Balance,
}

/// A claim on its way to its end.
#[derive(Clone, Debug)]
pub struct Redemption {
	pub holder: Holder,
	pub amount: Balance,
	pub claim: Quantity,
	pub released: Quantity,
	pub stage: Stage,
	pub accepted: bool,
	pub notice_until: Moment,
	pub release_within: Moment,
	/// The deadline that runs, and for how long nobody could act before it began.
	pub deadline: Moment,
	pub lost_before: Moment,
	/// For how long its deadlines were put off because the holder was blocked.
	pub blocked: Moment,
	/// For how long payments had waited for deficiencies when it was accepted.
	pub waited_before: Moment,
	pub penalty: Balance,
	pub breach: Option<Breach>,
	pub payee: Payee,
	/// Money offered, and what it stands for once confirmed.
	pub cash: Option<(Balance, Option<Quantity>)>,
	pub closed_at: Option<Moment>,
	/// Whether nothing is kept of it.
	pub gone: bool,
}

impl Redemption {
	pub fn is_open(&self) -> bool {
		self.closed_at.is_none() && !self.gone
	}

	/// Whether the issuer owes something.
	pub fn is_owed(&self) -> bool {
		let owed = [Stage::Requested, Stage::Accepted, Stage::Breached].contains(&self.stage);
		owed && self.is_open()
	}

	/// What it may still cost the bond.
	pub fn unpaid(&self) -> Balance {
		match self.breach {
			None => self.penalty,
			Some(breach) => breach.owed - breach.paid,
		}
	}
}

/// How much may be minted, in parts of which a day's milliseconds make a unit.
#[derive(Clone, Debug, Default)]
pub struct Bucket {
	/// Capacity, refill in a day, and most at once.
	pub limits: [Balance; 3],
	pub raise: Option<([Balance; 3], Moment)>,
	pub parts: u128,
}

/// All of it.
#[derive(Clone, Debug, Default)]
pub struct Model {
	pub now: Moment,
	pub values: ReserveParameterValues,
	/// For how long the chain stood still, and redemptions were paused.
	pub stood_still: Moment,
	pub paused_before: Moment,
	pub paused_since: Option<Moment>,
	/// Since when the reserve is on record as deficient, and for how long payments waited for that
	/// before.
	pub deficient_since: Option<Moment>,
	pub waited_before: Moment,
	pub offices: [Office; 4],
	pub lots: Vec<Option<Lot>>,
	/// Open ones and, as none, those that have ended.
	pub offers: Vec<Option<Offer>>,
	pub scopes: [Scope; 3],
	pub next_challenge: u32,
	/// Free francs, bonds of francs, and what was drawn for whoever could not receive it.
	pub francs: BTreeMap<Party, Balance>,
	pub bonds: [Option<Bond>; 3],
	pub uncollected: BTreeMap<(Purpose, Party), Balance>,
	/// So many francs for so many units.
	pub price: Option<(Balance, Balance)>,
	pub escrow: bool,
	pub bucket: Bucket,
	/// The end of the validity of orders on record.
	pub orders: BTreeMap<usize, Moment>,
	pub minted: Balance,
	pub burned: Balance,
	pub purses: [Purse; 3],
	pub redemptions: Vec<Redemption>,
}

impl Model {
	pub fn at(&self, ahead: Ahead) -> Moment {
		self.now.saturating_add_signed(ahead)
	}

	pub fn supply(&self) -> Balance {
		self.purses.iter().map(|it| it.free + it.held).sum()
	}

	/// Units that the reserve must cover: those whose underlying has left are not among them.
	pub fn outstanding(&self) -> Balance {
		let left = |it: &&Redemption| it.stage == Stage::Released;
		let committed: Balance = self
			.redemptions
			.iter()
			.filter(left)
			.map(|it| it.amount)
			.sum();
		self.supply() - committed
	}

	/// For how long nobody could act, up to now.
	pub fn lost(&self) -> Moment {
		let paused = self.paused_since.map_or(0, |since| self.now - since);
		self.stood_still + self.paused_before + paused
	}

	/// For how long payments waited for deficiencies to stand, up to now: in each at most so long.
	pub fn waited(&self) -> Moment {
		let since = self.deficient_since.unwrap_or(self.now);
		self.waited_before + (self.now - since).min(STANDS)
	}

	/// Takes down whether the reserve is deficient.
	pub fn note_deficiency(&mut self) {
		match self.status() {
			ReserveStatus::Deficient => {
				self.deficient_since.get_or_insert(self.now);
			},
			ReserveStatus::Backed | ReserveStatus::Thin => {
				self.waited_before = self.waited();
				self.deficient_since = None;
			},
			// Nobody knows whether it goes on.
			ReserveStatus::Lapsed | ReserveStatus::Disputed => {},
		}
	}

	/// Whether a party may sign at all.
	fn admitted(&self, party: Party) -> Outcome {
		match party {
			Party::Holder(holder) => {
				when(!self.purses[holder].sanctioned, "Pool.IdentitySanctioned")
			},
			_ => Ok(()),
		}
	}

	/// Does a step, or nothing when it must fail.
	pub fn apply(&mut self, op: &Op) -> Outcome {
		let before = self.clone();
		let outcome = self.order(op);
		if outcome.is_err() {
			*self = before;
		}
		outcome
	}

	fn order(&mut self, op: &Op) -> Outcome {
		if let Op::Challenge(who, ..)
		| Op::Prove(who, _)
		| Op::Cancel(who, _)
		| Op::ConfirmCash(who, ..) = op
		{
			self.admitted(*who)?;
		}
		match op {
			Op::Pass(ahead) => self.pass(*ahead, false),
			Op::StandStill(ahead) => self.pass(*ahead, true),
			Op::Set(key, value) => {
				self.values.set(*key, *value).expect("it fits the key");
				Ok(())
			},
			Op::Report(..)
			| Op::WithdrawReport(_)
			| Op::Verdict(..)
			| Op::RemoveScope(..)
			| Op::Challenge(..)
			| Op::Answer(..)
			| Op::ReturnDeposit(..)
			| Op::Prove(..) => self.say(op),
			Op::Register(..)
			| Op::WithdrawLots(..)
			| Op::Encumber(..)
			| Op::Lift(..)
			| Op::RemoveLots(..)
			| Op::Offer(..)
			| Op::AcceptOffer(..)
			| Op::CancelOffer(..)
			| Op::ReportCash(..) => self.keep(op),
			Op::Suspend(_)
			| Op::Reinstate(_)
			| Op::Renew(..)
			| Op::RequireBond(..)
			| Op::Freeze(..)
			| Op::Sanction(..)
			| Op::Pause(_)
			| Op::NameEscrow(_) => self.govern(op),
			Op::BondTerms(..)
			| Op::Post(..)
			| Op::TopUp(..)
			| Op::AskBack(..)
			| Op::KeepBonded(_)
			| Op::TakeBack(_)
			| Op::Collect(..) => self.bond(op),
			Op::Mint(..) | Op::PruneOrder(_) | Op::SetBucket(_) | Op::CancelRaise => self.issue(op),
			Op::Request(holder, amount) => {
				self.admitted(Party::Holder(*holder))?;
				self.request(*holder, *amount)
			},
			_ => self.redeem(op),
		}
	}

	fn pass(&mut self, ahead: Moment, still: bool) -> Outcome {
		self.note_deficiency();
		let next_slot = (self.now / SLOT + 1) * SLOT;
		let next = next_slot.max(self.now + ahead.max(MIN_PERIOD));
		let gap = next - self.now;
		if still && gap > OUTAGE {
			self.stood_still += gap;
		}
		self.refill(next);
		self.now = next;
		Ok(())
	}
}

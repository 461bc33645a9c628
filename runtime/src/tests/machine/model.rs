//! The world in plain words: who there is, who holds what, what is frozen, agreed and asked for.
//!
//! Nothing of a pallet is used here, so that a mistake there is none here.

use super::{
	ops::*,
	past::{Receipts, Volumes},
};
use assay_primitives::{
	Balance, CheckpointId, DocketId, IdentityId, Jurisdiction, Moment, ReasonCode, RedemptionId,
	DAY,
};
use std::collections::{BTreeMap, BTreeSet};

/// How long a replaced account may object, a docket stands, and one that ended stays on record.
pub const OBJECTION: Moment = 7 * DAY;
pub const DOCKET: Moment = 3 * DAY;
pub const RETENTION: Moment = 365 * DAY;
/// How long an organisation whose docket came to nothing freezes nobody alone.
pub const REFREEZE: Moment = 90 * DAY;
/// Blocks come in slots of this length, and at least so long after each other.
pub const SLOT: Moment = 2_000;
pub const MIN_PERIOD: Moment = 1_000;
/// Open redemptions of one account.
pub const MAX_OPEN: usize = 64;
/// Checkpoints that may be open.
pub const MAX_CHECKPOINTS: usize = 16;
/// How many units claim how many of the underlying.
pub const UNITS: Balance = 19_439_673;
pub const CLAIM: Balance = 625;

/// Whether an account is on its way out or in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
	#[default]
	Ordinary,
	Replaced,
	Successor,
}

/// An account.
#[derive(Clone, Debug, Default)]
pub struct Purse {
	pub person: Option<Person>,
	pub state: State,
	/// Units, free and held.
	pub total: Balance,
	/// Those held for redemptions.
	pub held: Balance,
	/// Whether one of the held units has to stay formally free, for the account to live on.
	pub last_held: bool,
	pub freeze: Freeze,
}

impl Purse {
	/// What its holder may dispose of but for freezes.
	pub fn free(&self) -> Balance {
		self.total - self.held
	}

	/// What the ledger calls free.
	pub fn formally_free(&self) -> Balance {
		self.free() + Balance::from(self.last_held)
	}

	/// What the ledger calls held.
	pub fn formally_held(&self) -> Balance {
		self.held - Balance::from(self.last_held)
	}

	/// Sets units aside: of an account that gives all, the ledger keeps one formally free.
	pub fn hold(&mut self, amount: Balance) {
		self.last_held |= amount == self.formally_free();
		self.held += amount;
	}

	/// Gives units back.
	pub fn release(&mut self, amount: Balance) {
		self.last_held &= amount <= self.formally_held();
		self.held -= amount;
	}

	/// Takes free units; what stays held keeps the account alive.
	pub fn take(&mut self, amount: Balance) {
		self.last_held |= self.formally_free() <= amount && self.formally_held() > 0;
		self.total -= amount;
	}
}

/// A person, with its one position.
#[derive(Clone, Debug, Default)]
pub struct Holder {
	pub identity: IdentityId,
	pub suspended: bool,
	pub sanctioned: bool,
	pub country: Jurisdiction,
	pub moves_to: Option<Jurisdiction>,
	pub category: u8,
	pub claims: BTreeMap<(Topic, Voucher), Moment>,
	pub freeze: Freeze,
	pub docket: Option<(usize, Moment)>,
	/// The country that it is counted under while it holds anything.
	pub counted: Option<Jurisdiction>,
	pub opted_in: bool,
	pub receipts: Receipts,
	pub volumes: Volumes,
}

/// Where a redemption stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
	Requested,
	Accepted,
	Released,
	/// Over, and on record since it was accepted once.
	Over,
	/// Over, and forgotten.
	Gone,
}

/// A redemption.
#[derive(Clone, Debug)]
pub struct Redemption {
	pub account: Account,
	pub amount: Balance,
	/// What the units claim of the underlying, and what of it was handed over.
	pub claim: Balance,
	pub released: Balance,
	pub stage: Stage,
	/// When the deadline that runs ends, and for how long redemptions had been paused when it began.
	pub due_by: Moment,
	pub paused_before: Moment,
}

impl Redemption {
	pub fn is_open(&self) -> bool {
		!matches!(self.stage, Stage::Over | Stage::Gone)
	}

	/// Ends it early. Only what was accepted stays on record. Where a part was handed over, the fewest
	/// units that claim it wait to be burned. Says how many go back.
	pub fn stop(&mut self) -> Balance {
		let whole = self.amount;
		if self.released == 0 {
			self.end();
			return whole;
		}
		self.stage = Stage::Released;
		self.claim = self.released;
		self.amount = (self.released * UNITS).div_ceil(CLAIM);
		whole - self.amount
	}

	/// Ends it; only what was accepted stays on record.
	pub fn end(&mut self) {
		self.stage = match self.stage {
			Stage::Requested => Stage::Gone,
			_ => Stage::Over,
		};
	}
}

/// A docket.
#[derive(Clone, Debug)]
pub struct Docket {
	pub order: Order,
	pub person: Person,
	pub by: Agent,
	/// How many were proposed or renewed before.
	pub opened: usize,
	pub expires_at: Moment,
	/// When it was closed.
	pub closed_at: Option<Moment>,
	pub approved: bool,
	pub removed: bool,
}

/// The replacement of an account.
#[derive(Clone, Debug)]
pub struct Replacement {
	pub new: Account,
	pub contested: bool,
	pub settling: bool,
	pub accepted: bool,
	pub until: Moment,
}

/// What was held at a moment that somebody may ask for.
#[derive(Clone, Debug)]
pub struct Checkpoint {
	pub supply: Balance,
	pub positions: Vec<Balance>,
}

/// Everything.
#[derive(Clone, Debug, Default)]
pub struct Model {
	pub now: Moment,
	pub holders: Vec<Holder>,
	pub purses: Vec<Purse>,
	/// Accounts without a key.
	pub keyless: BTreeSet<Account>,
	/// Who is a proxy of whom: delegate, principal.
	pub proxies: BTreeSet<(Account, Account)>,
	pub issuer: Person,
	pub escrow: Account,
	pub trusted: BTreeSet<(Topic, Voucher)>,
	pub suspended: bool,
	pub paused: BTreeSet<usize>,
	pub resume_asked: BTreeSet<usize>,
	/// For how long the council had redemptions paused before, and since when it has.
	pub paused_before: Moment,
	pub paused_since: Option<Moment>,
	pub policy: Option<Vec<Rule>>,
	pub scheduled: Option<(Moment, Vec<Rule>)>,
	pub pre_approved: BTreeMap<(Person, Person), (Balance, Moment)>,
	pub allowances: BTreeMap<(Account, Account), Balance>,
	pub accept_within: Moment,
	pub release_within: Moment,
	pub redemptions: Vec<Redemption>,
	pub dockets: Vec<Docket>,
	/// How many dockets were proposed and renewed.
	pub opened: usize,
	pub replacements: BTreeMap<Account, Replacement>,
	pub supply: Balance,
	/// Checkpoints that are open, by number.
	pub checkpoints: BTreeMap<CheckpointId, Checkpoint>,
	pub last_checkpoint: CheckpointId,
}

/// How a call ends: refused for a reason, or for another cause.
pub type Outcome = Result<(), Option<ReasonCode>>;

/// Fails for no numbered reason.
pub const FAILS: Outcome = Err(None);

/// Passes if so.
pub fn when(condition: bool) -> Outcome {
	condition.then_some(()).ok_or(None)
}

impl Model {
	/// The position of a person.
	pub fn position(&self, person: Person) -> Balance {
		let own = self.purses_of(person);
		own.map(|purse| purse.total).sum()
	}

	/// What of it is held.
	pub fn held(&self, person: Person) -> Balance {
		let own = self.purses_of(person);
		own.map(|purse| purse.held).sum()
	}

	fn purses_of(&self, person: Person) -> impl Iterator<Item = &Purse> {
		let is_own = move |purse: &&Purse| purse.person == Some(person);
		self.purses.iter().filter(is_own)
	}

	/// How many hold the asset, in all or of a country.
	pub fn count(&self, country: Option<Jurisdiction>) -> u32 {
		let counted = self.holders.iter().filter_map(|holder| holder.counted);
		let of_it = counted.filter(|counted| country.is_none_or(|country| country == *counted));
		u32::try_from(of_it.count()).expect("few persons")
	}

	/// The holder behind an account.
	pub fn behind(&self, account: Account) -> Option<&Holder> {
		Some(&self.holders[self.purses[account].person?])
	}

	/// The rules in force.
	pub fn rules(&self) -> Option<&Vec<Rule>> {
		match &self.scheduled {
			Some((at, rules)) if *at <= self.now => Some(rules),
			_ => self.policy.as_ref(),
		}
	}

	/// Makes the rules in force those that are set.
	pub fn settle(&mut self) {
		if let Some((_, rules)) = self.scheduled.take_if(|(at, _)| *at <= self.now) {
			self.policy = Some(rules);
		}
	}

	/// Whether a claim is there, of one of the vouchers if any are named, and counts.
	pub fn has_claim(&self, holder: &Holder, topic: Topic, named: &[Voucher]) -> bool {
		holder.claims.iter().any(|((about, voucher), until)| {
			*about == topic
				&& self.now <= *until
				&& self.trusted.contains(&(topic, *voucher))
				&& (named.is_empty() || named.contains(voucher))
		})
	}

	/// Whether an account signs and acts as it likes.
	pub fn acts(&self, account: Account) -> bool {
		let active = |holder: &Holder| !holder.suspended && !holder.sanctioned;
		self.behind(account).is_some_and(active) && self.purses[account].state != State::Replaced
	}

	/// Whether a person's standing is good.
	pub fn is_active(&self, person: Person) -> bool {
		!self.holders[person].suspended && !self.holders[person].sanctioned
	}

	/// Whether anything is frozen of a person, docket aside.
	pub fn is_frozen(&self, person: Person) -> bool {
		self.holders[person].freeze != Freeze::None
			|| self
				.purses_of(person)
				.any(|purse| purse.freeze != Freeze::None)
	}

	/// Whether a change of country has to wait.
	pub fn holds_anything(&self, person: Person) -> bool {
		self.position(person) > 0 || self.is_frozen(person)
	}

	/// The account that takes over from a replaced one, once nobody can object any more.
	pub fn successor(&self, old: Account) -> Option<Account> {
		let settling = |replacement: &&Replacement| replacement.settling;
		let replacement = self.replacements.get(&old).filter(settling)?;
		Some(replacement.new)
	}

	/// For how long redemptions were paused so far.
	pub fn paused_for(&self) -> Moment {
		self.paused_before + self.paused_since.map_or(0, |since| self.now - since)
	}

	/// When the deadline of a redemption ends, the pauses since it began counted.
	pub fn due_by(&self, redemption: &Redemption) -> Moment {
		redemption.due_by + self.paused_for() - redemption.paused_before
	}

	/// Moves units of one account, all changes of positions included. `None` is nowhere and
	/// everywhere: units are created or destroyed.
	pub fn book(
		&mut self,
		from: Option<Account>,
		to: Option<Account>,
		amount: Balance,
		own_will: bool,
	) {
		let person = |account: Option<Account>| account.and_then(|who| self.purses[who].person);
		let (giver, taker) = (person(from), person(to));
		if from == to {
			return;
		}
		if let Some(from) = from {
			self.purses[from].take(amount);
		}
		if let Some(to) = to {
			self.purses[to].total += amount;
		}
		match (from, to) {
			(None, _) => self.supply += amount,
			(_, None) => self.supply -= amount,
			_ => {},
		}
		if giver == taker {
			return;
		}
		let (now, rules) = (self.now, self.rules().cloned().unwrap_or_default());
		if let Some(giver) = giver {
			let left = self.position(giver);
			let holder = &mut self.holders[giver];
			holder.receipts.keep(left);
			if own_will {
				holder.volumes.give(now, amount, &rules);
			}
			if left == 0 {
				holder.counted = None;
			}
		}
		if let Some(taker) = taker {
			let holder = &mut self.holders[taker];
			let country = holder.moves_to.unwrap_or(holder.country);
			holder.counted.get_or_insert(country);
			let period = rules.iter().find_map(|rule| match rule {
				Rule::Holding(period) => Some(*period),
				_ => None,
			});
			if let Some(period) = period {
				holder.receipts.receive(now, amount, period);
			}
		}
	}

	/// The number of a redemption on chain.
	pub fn number(place: usize) -> RedemptionId {
		RedemptionId::try_from(place).expect("few redemptions")
	}

	/// The number of a docket on chain.
	pub fn docket_number(place: usize) -> DocketId {
		DocketId::try_from(place).expect("few dockets")
	}
}

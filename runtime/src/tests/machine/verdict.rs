//! What speaks against a movement, in the order in which it is told: written from the rules' own
//! descriptions and the table of what binds which movement.

use super::{
	model::{Model, Purse, State},
	ops::*,
};
use assay_primitives::{Balance, Moment, Movement, ReasonCode, DAY};
use ReasonCode::*;

/// A movement that somebody asks for.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
	pub movement: Movement,
	pub from: Option<Account>,
	pub to: Option<Account>,
	pub spender: Option<Account>,
	/// `None` is as many as may.
	pub amount: Option<Balance>,
	pub keep_alive: bool,
}

impl Wish {
	/// A transfer of free units by their owner.
	pub fn transfer(from: Account, to: Account, amount: Balance) -> Self {
		Self {
			movement: Movement::Transfer,
			from: Some(from),
			to: Some(to),
			spender: None,
			amount: Some(amount),
			keep_alive: false,
		}
	}
}

/// What the rules ask of a wish.
struct Case {
	amount: Balance,
	giver: Option<Person>,
	taker: Option<Person>,
	mint: bool,
	/// Whether the taker becomes a holder, and whether the giver stops being one.
	begins: bool,
	ends: bool,
}

impl Model {
	/// How many units a wish means.
	pub fn meant(&self, wish: &Wish) -> Balance {
		wish.amount.unwrap_or_else(|| {
			let from = wish.from.expect("somebody gives all");
			let purse = &self.purses[from];
			let may_go = self.unfrozen(from, !self.within(wish));
			match wish.keep_alive || purse.formally_held() > 0 {
				true => may_go.min(purse.formally_free().saturating_sub(1)),
				false => may_go,
			}
		})
	}

	/// Whether the units stay with whom they are.
	fn within(&self, wish: &Wish) -> bool {
		let (Some(from), Some(to)) = (wish.from, wish.to) else {
			return false;
		};
		let person = |account: Account| self.purses[account].person;
		from == to || (person(from).is_some() && person(from) == person(to))
	}

	/// What freezes leave of an account; those on the person count when units leave it.
	fn unfrozen(&self, account: Account, leaves: bool) -> Balance {
		let units = |freeze: Freeze| match freeze {
			Freeze::Partial(units) => units,
			Freeze::None | Freeze::Full => 0,
		};
		let purse = &self.purses[account];
		let of_account = purse.free().saturating_sub(units(purse.freeze));
		match purse.person.filter(|_| leaves) {
			Some(person) => {
				let free = self.position(person) - self.held(person);
				of_account.min(free.saturating_sub(units(self.holders[person].freeze)))
			},
			None if leaves => 0,
			None => of_account,
		}
	}

	fn fully_frozen(&self, purse: &Purse) -> bool {
		purse.freeze == Freeze::Full
			|| purse
				.person
				.is_some_and(|person| self.holders[person].freeze == Freeze::Full)
	}

	/// Everything that speaks against it, in order.
	pub fn reasons(&self, wish: &Wish) -> Vec<ReasonCode> {
		let mut reasons = vec![];
		let amount = self.meant(wish);
		if amount == 0 && wish.amount.is_some() {
			reasons.push(AmountZero);
		}
		if self.suspended && !matches!(wish.movement, Movement::Redemption | Movement::Forced) {
			reasons.push(AssetStatus);
		}
		if self.paused.contains(&place(wish.movement)) {
			reasons.push(MovementPaused);
		}
		let by_rules = matches!(wish.movement, Movement::Mint | Movement::Transfer);
		if by_rules && self.rules().is_none() {
			reasons.push(PolicyMissing);
		}
		self.giver_may(wish, &mut reasons);
		self.spender_and_taker_may(wish, &mut reasons);
		self.units_suffice(wish, amount, &mut reasons);
		if by_rules {
			let case = self.case(wish, amount);
			for rule in self.rules().into_iter().flatten() {
				self.rule_allows(rule, wish, &case, &mut reasons);
			}
		}
		reasons
	}

	/// Whether the holder of units on their way back may get what they claim.
	pub fn may_be_paid(&self, account: Account) -> bool {
		self.is_clear(account) && !self.paused.contains(&place(Movement::Redemption))
	}

	/// Whether nothing stands against the holder itself. A pause is no excuse for a missed deadline.
	pub fn is_clear(&self, account: Account) -> bool {
		let wish = Wish {
			movement: Movement::Redemption,
			to: None,
			..Wish::transfer(account, account, 1)
		};
		let mut reasons = vec![];
		self.giver_may(&wish, &mut reasons);
		reasons.is_empty()
	}

	fn giver_may(&self, wish: &Wish, reasons: &mut Vec<ReasonCode>) {
		let (Some(from), false) = (wish.from, wish.movement == Movement::Forced) else {
			return;
		};
		let purse = &self.purses[from];
		let redeems = wish.movement == Movement::Redemption;
		match self.behind(from) {
			None => reasons.push(SenderUnknown),
			Some(holder) if holder.sanctioned => reasons.push(SenderSanctioned),
			Some(holder) if holder.suspended && !redeems => reasons.push(SenderSuspended),
			Some(_) => {},
		}
		if self.fully_frozen(purse) {
			reasons.push(SenderFrozen);
		}
		let holder = self.behind(from);
		let docket = holder.and_then(|holder| holder.docket);
		if docket.is_some_and(|(_, until)| self.now < until) {
			reasons.push(SenderUnderDocket);
		}
		if holder.is_some_and(|holder| holder.moves_to.is_some()) && !redeems {
			reasons.push(SenderLocked);
		}
		if purse.state == State::Replaced {
			reasons.push(SenderReplaced);
		}
	}

	fn spender_and_taker_may(&self, wish: &Wish, reasons: &mut Vec<ReasonCode>) {
		if let Some(spender) = wish.spender {
			match self.behind(spender) {
				None => reasons.push(SpenderUnknown),
				Some(holder) if holder.sanctioned => reasons.push(SpenderSanctioned),
				Some(holder) if holder.suspended => reasons.push(SpenderSuspended),
				Some(_) => {},
			}
			if self.purses[spender].state == State::Replaced {
				reasons.push(SpenderReplaced);
			}
		}
		let forced = wish.movement == Movement::Forced;
		let Some(to) = wish.to.filter(|_| !(forced && self.within(wish))) else {
			return;
		};
		match self.behind(to) {
			None => reasons.push(ReceiverUnknown),
			Some(holder) if holder.sanctioned => reasons.push(ReceiverSanctioned),
			Some(holder) if holder.suspended => reasons.push(ReceiverSuspended),
			Some(_) => {},
		}
		if self.fully_frozen(&self.purses[to]) {
			reasons.push(ReceiverFrozen);
		}
		let moves = self
			.behind(to)
			.is_some_and(|holder| holder.moves_to.is_some());
		if moves && !forced {
			reasons.push(ReceiverLocked);
		}
	}

	fn units_suffice(&self, wish: &Wish, amount: Balance, reasons: &mut Vec<ReasonCode>) {
		let Some(from) = wish.from else {
			return;
		};
		let purse = &self.purses[from];
		let enough = match wish.movement {
			Movement::Forced => purse.free(),
			Movement::Transfer => self.unfrozen(from, !self.within(wish)),
			_ => self.unfrozen(from, true),
		};
		if amount > enough || (wish.amount.is_none() && amount == 0) {
			reasons.push(FreeUnits);
		} else if wish.movement == Movement::Transfer
			&& amount > 0
			&& amount == purse.formally_free()
		{
			if purse.held > 0 {
				reasons.push(HeldUnits);
			}
			if wish.keep_alive {
				reasons.push(KeepAlive);
			}
		}
		if let Some(spender) = wish.spender {
			if amount > self.allowances.get(&(from, spender)).copied().unwrap_or(0) {
				reasons.push(Allowance);
			}
		}
	}

	fn case(&self, wish: &Wish, amount: Balance) -> Case {
		let person = |account: Option<Account>| account.and_then(|who| self.purses[who].person);
		let (giver, taker) = (person(wish.from), person(wish.to));
		let position = |person: Option<Person>| person.map_or(0, |person| self.position(person));
		Case {
			amount,
			giver,
			taker,
			mint: wish.movement == Movement::Mint,
			begins: position(taker) == 0,
			ends: amount > 0 && position(giver) == amount,
		}
	}

	fn rule_allows(&self, rule: &Rule, wish: &Wish, case: &Case, reasons: &mut Vec<ReasonCode>) {
		match rule {
			Rule::Claim(side, topic, named) => {
				let fails = |person| !self.has_claim(&self.holders[person], *topic, named);
				sides(*side, case, [SenderClaim, ReceiverClaim], fails, reasons);
			},
			Rule::Countries(side, allow, list) => {
				let fails = |person: Person| list.contains(&self.holders[person].country) != *allow;
				let codes = [SenderJurisdiction, ReceiverJurisdiction];
				sides(*side, case, codes, fails, reasons);
			},
			Rule::Categories(allowed) => {
				let fails = |person: Person| !allowed.contains(&self.holders[person].category);
				let codes = [ReceiverCategory, ReceiverCategory];
				sides(Side::Receiver, case, codes, fails, reasons);
			},
			Rule::Denied(list) => {
				let fails = |person| list.contains(&person);
				let codes = [SenderDenied, ReceiverDenied];
				sides(Side::Both, case, codes, fails, reasons);
			},
			Rule::LockUp(until) => {
				if !case.mint && self.now < *until && case.giver != Some(self.issuer) {
					reasons.push(LockUp);
				}
			},
			Rule::Windows(windows) => {
				let open = windows.iter().any(|window| is_open(*window, self.now));
				if !case.mint && !open {
					reasons.push(TransferWindow);
				}
			},
			// Whoever moves units between its own accounts changes nothing that these ask for.
			_ if self.within(wish) => {},
			_ => self.figures_allow(rule, case, reasons),
		}
	}

	/// Rules that a change of owner alone is asked for.
	fn figures_allow(&self, rule: &Rule, case: &Case, reasons: &mut Vec<ReasonCode>) {
		let position = |person: Option<Person>| person.map_or(0, |person| self.position(person));
		let given = position(case.giver);
		// What no number can say is more than any limit.
		let got = position(case.taker).checked_add(case.amount);
		let by_issuer = case.giver == Some(self.issuer);
		let supply = self.supply + if case.mint { case.amount } else { 0 };
		let only_transfers = !case.mint;
		let (broken, code) = match rule {
			Rule::MaxBalance(units) => (got.is_none_or(|got| got > *units), MaxBalance),
			Rule::MaxBalanceBps(bps) => {
				let spared = case.taker == Some(self.issuer);
				let most = supply * Balance::from(*bps) / 10_000;
				(!spared && got.is_none_or(|got| got > most), MaxBalance)
			},
			Rule::MaxHolders(max) => {
				let after = self.count(None) + u32::from(!case.ends);
				(case.begins && after > *max, MaxHolders)
			},
			Rule::MaxHoldersOf(country, max) => {
				let broken = self.too_many_of(*country, *max, case);
				(broken, MaxHoldersPerCountry)
			},
			Rule::Holding(period) => {
				let receipts = case.giver.map(|giver| &self.holders[giver].receipts);
				let locked = receipts.map_or(0, |receipts| receipts.locked(self.now, *period));
				let broken = locked > 0 && case.amount > given.saturating_sub(locked);
				(only_transfers && !by_issuer && broken, HoldingPeriod)
			},
			Rule::Volume(units, period) => {
				let volumes = case.giver.map(|giver| &self.holders[giver].volumes);
				let before = volumes.map_or(0, |volumes| volumes.given(self.now, *period));
				let after = before.checked_add(case.amount);
				let broken = after.is_none_or(|after| after > *units);
				(only_transfers && broken, VolumePerPeriod)
			},
			Rule::MinAmount(units) => (case.amount < *units && !case.ends, MinimumAmount),
			Rule::MinPosition(units) => {
				let left = given.saturating_sub(case.amount);
				if only_transfers && given > case.amount && left < *units {
					reasons.push(MinimumAmount);
				}
				(got.is_some_and(|got| got < *units), MinimumAmount)
			},
			Rule::FullBalance => {
				let partly = case.giver.is_some() && case.amount != given;
				(only_transfers && partly && !by_issuer, FullBalanceOnly)
			},
			Rule::PreApproval => (self.not_pre_approved(case), NotPreApproved),
			Rule::Pairs(allow, pairs) => {
				let both = case.giver.zip(case.taker).filter(|_| only_transfers);
				let listed = |(giver, taker): (Person, Person)| {
					pairs.iter().any(|(from, to)| {
						from.is_none_or(|from| from == giver) && to.is_none_or(|to| to == taker)
					})
				};
				(
					both.is_some_and(|both| listed(both) != *allow),
					Counterparty,
				)
			},
			Rule::SupplyCap(units) => (case.mint && supply > *units, SupplyCap),
			Rule::OptIn => {
				let agreed = |taker: Person| self.holders[taker].opted_in;
				let asked = case.taker.is_some_and(|taker| !agreed(taker));
				(asked, ReceiverOptIn)
			},
			Rule::Claim(..)
			| Rule::Countries(..)
			| Rule::Categories(_)
			| Rule::Denied(_)
			| Rule::LockUp(_)
			| Rule::Windows(_) => unreachable!("asked of every transfer"),
		};
		if broken {
			reasons.push(code);
		}
	}

	fn too_many_of(&self, capped: Option<u16>, max: u32, case: &Case) -> bool {
		let Some(taker) = case.taker.filter(|_| case.begins) else {
			return false;
		};
		let country = self.holders[taker].country;
		let leaves = case.ends
			&& case
				.giver
				.is_some_and(|giver| self.holders[giver].counted == Some(country));
		let after = self.count(Some(country)) + u32::from(!leaves);
		capped.is_none_or(|capped| capped == country) && after > max
	}

	fn not_pre_approved(&self, case: &Case) -> bool {
		let Some(both) = case.giver.zip(case.taker) else {
			return false;
		};
		let counts = |(_, until): &&(Balance, Moment)| self.now <= *until;
		let approval = self.pre_approved.get(&both).filter(counts);
		!case.mint && case.amount > approval.map_or(0, |(most, _)| *most)
	}
}

/// The place of a movement among all.
pub fn place(movement: Movement) -> usize {
	let mut all = Movement::ALL.into_iter();
	all.position(|other| other == movement)
		.expect("it is one of all")
}

/// Asks each side that a rule names and that is known; a mint has no giver.
fn sides(
	side: Side,
	case: &Case,
	[of_giver, of_taker]: [ReasonCode; 2],
	fails: impl Fn(Person) -> bool,
	reasons: &mut Vec<ReasonCode>,
) {
	if side != Side::Receiver && case.giver.is_some_and(&fails) {
		reasons.push(of_giver);
	}
	if side != Side::Sender && case.taker.is_some_and(&fails) {
		reasons.push(of_taker);
	}
}

/// The first of January 1970 was a Thursday; the first bit is Monday.
fn is_open(window: Window, now: Moment) -> bool {
	match window {
		Window::Once { from, until } => (from..until).contains(&now),
		Window::Weekly { days, from, until } => {
			let weekday = (now / DAY + 3) % 7;
			let minutes = now % DAY / 60_000;
			(days >> weekday) & 1 == 1 && (u64::from(from)..u64::from(until)).contains(&minutes)
		},
	}
}

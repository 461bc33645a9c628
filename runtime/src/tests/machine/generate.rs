//! What happens next, drawn by lot with an eye on the model, so that much of it is close to a limit.

use super::{
	measures,
	model::{Model, Stage, State, CLAIM, UNITS},
	ops::*,
	progress::progress,
	setup::{ACCOUNTS, MEMBERS},
};
use crate::tests::lives::Lots;
use assay_primitives::{Balance, Moment, DAY};

const HOUR: Moment = DAY / 24;
/// The fewest units that claim anything of the underlying.
const LUMP: Balance = UNITS / CLAIM + 1;

impl Lots {
	pub fn account(&mut self) -> Account {
		self.below(ACCOUNTS.len())
	}

	/// An account that has a key, other than the issuer's where it is to be changed.
	pub fn keyed(&mut self) -> Account {
		let keyed: Vec<Account> = (0..ACCOUNTS.len())
			.filter(|account| ACCOUNTS[*account].0.is_some())
			.collect();
		self.one_of(&keyed)
	}

	pub fn person(&mut self, model: &Model) -> Person {
		self.below(model.holders.len())
	}

	/// Somebody but the issuer, who has to stay in office.
	pub fn changeable(&mut self, model: &Model) -> Person {
		let others: Vec<Person> = (0..model.holders.len())
			.filter(|person| *person != model.issuer)
			.collect();
		self.one_of(&others)
	}

	/// Somebody's account; mostly of one who has units.
	pub fn giver(&mut self, model: &Model) -> Account {
		let rich: Vec<Account> = (0..ACCOUNTS.len())
			.filter(|account| model.purses[*account].total > 0)
			.collect();
		match rich.is_empty() || self.percent(5) {
			true => self.account(),
			false => self.one_of(&rich),
		}
	}

	/// Somebody's account; mostly of one who may have units at all.
	pub fn taker(&mut self, model: &Model) -> Account {
		let linked: Vec<Account> = (0..ACCOUNTS.len())
			.filter(|account| model.purses[*account].person.is_some())
			.collect();
		let newcomers: Vec<Account> = linked
			.iter()
			.filter(|account| {
				let person = model.purses[**account].person;
				person.is_some_and(|person| model.position(person) == 0)
			})
			.copied()
			.collect();
		match self.below(100) {
			0..=7 => self.account(),
			8..=29 if !newcomers.is_empty() => self.one_of(&newcomers),
			_ if linked.is_empty() => self.account(),
			_ => self.one_of(&linked),
		}
	}

	/// A place in a list, mostly one of the last; at times one that is not there.
	pub fn place(&mut self, count: usize) -> usize {
		count.saturating_sub(self.below(5) + usize::from(self.percent(60)))
	}
}

/// An amount near a figure that matters to somebody who gives it to another.
fn amount(lots: &mut Lots, model: &Model, from: Account, to: Account) -> Balance {
	let purse = &model.purses[from];
	let position = |account: Account| {
		let person = model.purses[account].person;
		person.map_or(0, |person| model.position(person))
	};
	let mut figures = vec![purse.free(), purse.formally_free(), position(from), LUMP];
	for rule in model.rules().into_iter().flatten() {
		match rule {
			Rule::MaxBalance(units) => figures.push(units.saturating_sub(position(to))),
			Rule::MaxBalanceBps(bps) => {
				let most = model.supply * Balance::from(*bps) / 10_000;
				figures.push(most.saturating_sub(position(to)));
			},
			Rule::Volume(units, period) => {
				let given = model.behind(from).map(|holder| &holder.volumes);
				let given = given.map_or(0, |given| given.given(model.now, *period));
				figures.push(units.saturating_sub(given));
			},
			Rule::Holding(period) => {
				let receipts = model.behind(from).map(|holder| &holder.receipts);
				let locked = receipts.map_or(0, |it| it.locked(model.now, *period));
				figures.push(position(from).saturating_sub(locked));
			},
			Rule::MinAmount(units) => figures.push(*units),
			Rule::MinPosition(units) => {
				figures.push(position(from).saturating_sub(*units));
				figures.push(units.saturating_sub(position(to)));
			},
			_ => {},
		}
	}
	for freeze in [
		purse.freeze,
		model
			.behind(from)
			.map_or(Freeze::None, |holder| holder.freeze),
	] {
		if let Freeze::Partial(units) = freeze {
			figures.push(purse.free().saturating_sub(units));
		}
	}
	if let Some(person) = purse.person {
		if let Freeze::Partial(units) = model.holders[person].freeze {
			let free = model.position(person) - model.held(person);
			figures.push(free.saturating_sub(units));
		}
	}
	// Nothing is an amount that is refused at once: not often.
	figures.retain(|figure| *figure > 0);
	let figure = lots.one_of(&figures);
	match lots.below(10) {
		0 if lots.percent(10) => Balance::MAX,
		0 => figure.saturating_add(1),
		1 => figure.saturating_sub(1),
		2 => 1,
		3..=5 => 1 + Balance::from(lots.draw()) % purse.free().max(1),
		6 => LUMP * Balance::from(lots.draw() % 5),
		_ => figure,
	}
}

fn act(lots: &mut Lots, model: &Model, who: Account) -> Act {
	let to = lots.taker(model);
	let units = amount(lots, model, who, to);
	match lots.below(100) {
		0..=19 => Act::Guarded(to, units),
		20..=36 => Act::Raw(Raw::Transfer(to, units)),
		37..=41 => Act::Raw(Raw::KeepAlive(to, units)),
		42..=46 => Act::Raw(Raw::All(to, lots.percent(40))),
		47..=58 => {
			let approved: Vec<(Account, Account)> = model
				.allowances
				.keys()
				.filter(|(_, spender)| *spender == who)
				.copied()
				.collect();
			let from = match approved.is_empty() || lots.percent(10) {
				true => lots.giver(model),
				false => lots.one_of(&approved).0,
			};
			let allowance = model.allowances.get(&(from, who)).copied().unwrap_or(LUMP);
			let units = match lots.below(4) {
				0 => allowance,
				1 => allowance.saturating_add(1),
				_ => amount(lots, model, from, to),
			};
			match lots.percent(50) {
				true => Act::Raw(Raw::Approved(from, to, units)),
				false => Act::GuardedFrom(from, to, units),
			}
		},
		59..=66 => Act::Approve(to, units.saturating_add(1)),
		67..=68 => Act::CancelApproval(to),
		69..=80 => Act::Redeem(match lots.percent(30) {
			true => units,
			false => LUMP * Balance::from(1 + lots.draw() % 3) + Balance::from(lots.draw() % 2),
		}),
		81..=85 => Act::CancelRedemption(lots.place(model.redemptions.len())),
		86..=89 => Act::Burn(lots.place(model.redemptions.len())),
		90..=93 => Act::OptIn,
		94 => Act::OptOut(model.purses[who].person.unwrap_or(0)),
		95..=97 => Act::Answer(lots.place(model.dockets.len())),
		_ => Act::Object,
	}
}

/// Something that a holder does, by one of the ways there are.
fn deed(lots: &mut Lots, model: &Model) -> Op {
	let replaced = (0..ACCOUNTS.len()).find(|it| model.purses[*it].state == State::Replaced);
	let who = match replaced.filter(|_| lots.percent(8)) {
		Some(replaced) => replaced,
		None => lots.giver(model),
	};
	let delegates: Vec<Account> = model
		.proxies
		.iter()
		.filter(|(_, principal)| *principal == who)
		.map(|(delegate, _)| *delegate)
		.collect();
	let carrier = if model.keyless.contains(&who) {
		Carrier::Multisig(lots.one_of(&MEMBERS))
	} else {
		match lots.below(20) {
			0 => Carrier::Batch,
			1 | 2 => Carrier::BatchAll,
			3 => Carrier::ForceBatch,
			4 | 5 if !delegates.is_empty() => Carrier::Proxy(lots.one_of(&delegates)),
			6 if !delegates.is_empty() => Carrier::HiddenProxy(lots.one_of(&delegates)),
			_ => Carrier::Own,
		}
	};
	let count = match carrier {
		Carrier::Batch | Carrier::BatchAll | Carrier::ForceBatch => 1 + lots.below(3),
		_ => 1,
	};
	let acts = (0..count).map(|_| act(lots, model, who)).collect();
	Op::Do(who, carrier, acts)
}

fn questions(lots: &mut Lots, model: &Model) -> Op {
	let ask = |_| {
		let (from, to) = (lots.giver(model), lots.taker(model));
		let units = amount(lots, model, from, to);
		let spender = lots.percent(30).then(|| lots.account());
		(from, to, units, spender)
	};
	Op::Ask((0..12).map(ask).collect())
}

/// Moments at which something ends or begins.
fn moments(model: &Model) -> Vec<Moment> {
	let mut moments = vec![model.now / DAY * DAY + DAY];
	moments.extend(model.scheduled.iter().map(|(at, _)| *at));
	moments.extend(model.pre_approved.values().map(|(_, until)| *until));
	for redemption in model.redemptions.iter().filter(|it| it.is_open()) {
		moments.push(redemption.due_by);
	}
	for docket in model.dockets.iter().filter(|it| it.closed_at.is_none()) {
		moments.push(docket.expires_at);
	}
	moments.extend(model.replacements.values().map(|it| it.until));
	for holder in &model.holders {
		moments.extend(holder.claims.values());
	}
	for rule in model.rules().into_iter().flatten() {
		match rule {
			Rule::LockUp(until) => moments.push(*until),
			Rule::Holding(period) => {
				for holder in &model.holders {
					moments.extend(holder.receipts.free_at(*period));
				}
			},
			Rule::Volume(_, period) => moments.push((model.now / period + 1) * period),
			Rule::Windows(windows) => {
				for window in windows {
					match *window {
						Window::Once { from, until } => moments.extend([from, until]),
						Window::Weekly { from, until, .. } => moments.extend(
							[from, until].map(|at| model.now / DAY * DAY + u64::from(at) * 60_000),
						),
					}
				}
			},
			_ => {},
		}
	}
	moments
}

/// Whether something ends or begins just now.
fn at_an_edge(model: &Model) -> bool {
	let mut moments = moments(model).into_iter();
	moments.any(|moment| moment.abs_diff(model.now) <= 1)
}

fn time(lots: &mut Lots, model: &Model) -> Op {
	let mut moments = moments(model);
	moments.retain(|moment| *moment > model.now && *moment < model.now + 20 * DAY);
	let ahead = match lots.below(100) {
		0..=54 if !moments.is_empty() => {
			let at = lots.one_of(&moments) - 1 + lots.draw() % 3;
			at.saturating_sub(model.now)
		},
		0..=79 => lots.draw() % HOUR,
		80..=98 => lots.draw() % (3 * DAY),
		_ => 366 * DAY,
	};
	Op::Pass(ahead)
}

fn agent(lots: &mut Lots) -> Agent {
	lots.one_of(&[Agent::Officer, Agent::TransferAgent])
}

/// The other agent in most cases, so that what needs two of them happens.
fn other(lots: &mut Lots, model: &Model, place: usize) -> Agent {
	match model.dockets.get(place).map(|docket| docket.by) {
		Some(Agent::Officer) if lots.percent(80) => Agent::TransferAgent,
		Some(Agent::TransferAgent) if lots.percent(80) => Agent::Officer,
		_ => agent(lots),
	}
}

fn docket(lots: &mut Lots, model: &Model) -> Op {
	let place = lots.place(model.dockets.len());
	match lots.below(100) {
		0..=44 => {
			let (from, to) = (lots.giver(model), lots.taker(model));
			let units = amount(lots, model, from, to);
			let replaced = (0..ACCOUNTS.len()).find(|it| model.replacements.contains_key(it));
			let order = match (lots.below(6), replaced) {
				(0, _) => Order::Seizure(from, model.escrow, units),
				(1, _) => Order::Seizure(from, to, units),
				(2, Some(old)) => Order::Recovery(old, model.replacements[&old].new),
				(2, None) => Order::Recovery(from, to),
				(3, _) => Order::Wipe(from, units),
				_ => Order::Transfer(from, to, units),
			};
			Op::Propose(agent(lots), order)
		},
		45..=79 => Op::Approve(other(lots, model, place), place),
		80..=84 => Op::Reject(other(lots, model, place), place),
		85..=87 => Op::Withdraw(agent(lots), place),
		88..=97 => Op::Renew(other(lots, model, place), place),
		_ => Op::Remove(lots.below(model.dockets.len() + 1)),
	}
}

fn redemption(lots: &mut Lots, model: &Model) -> Op {
	let waiting = |stage: Stage| {
		let mut all = model.redemptions.iter();
		all.position(|redemption| redemption.stage == stage)
	};
	let place = lots.place(model.redemptions.len());
	match lots.below(10) {
		0..=3 => Op::Accept(waiting(Stage::Requested).unwrap_or(place)),
		4..=6 => Op::Release(waiting(Stage::Accepted).unwrap_or(place), lots.percent(50)),
		7 => Op::RejectRedemption(place),
		8 => Op::Accept(place),
		_ => Op::Release(place, true),
	}
}

/// Units up to a cap on the supply, or one more.
fn near_the_cap(lots: &mut Lots, model: &Model) -> Option<Balance> {
	let mut rules = model.rules().into_iter().flatten();
	let room = rules.find_map(|rule| match rule {
		Rule::SupplyCap(units) => units.checked_sub(model.supply),
		_ => None,
	})?;
	let near = room + Balance::from(lots.draw() % 2);
	(room < 1_000_000 && lots.percent(60)).then_some(near)
}

/// What whoever needs past balances does.
fn past(lots: &mut Lots, model: &Model) -> Op {
	match lots.below(3) {
		0 => Op::OpenCheckpoint,
		1 => Op::CloseCheckpoint(lots.below(4)),
		_ => {
			let persons: Vec<Person> = (0..model.holders.len()).collect();
			Op::Prune(lots.some_of(&persons))
		},
	}
}

/// The next step.
pub fn next(lots: &mut Lots, model: &Model) -> Op {
	if at_an_edge(model) && lots.percent(60) {
		return match lots.below(10) {
			0..=5 => questions(lots, model),
			6 => measures::people(lots, model),
			7 => docket(lots, model),
			_ => deed(lots, model),
		};
	}
	match lots.below(1_000) {
		0..=369 => deed(lots, model),
		370..=379 => past(lots, model),
		380..=429 => questions(lots, model),
		430..=569 => progress(lots, model),
		570..=629 => {
			let count = if lots.percent(85) { 1 } else { 2 };
			let mint = |_| {
				let to = lots.taker(model);
				let many = LUMP * Balance::from(lots.draw() % 6) + Balance::from(lots.draw() % 3);
				(to, near_the_cap(lots, model).unwrap_or(many))
			};
			Op::Mint((0..count).map(mint).collect())
		},
		630..=709 => time(lots, model),
		710..=769 => measures::measure(lots, model),
		770..=799 => measures::policy(lots, model),
		800..=879 => measures::people(lots, model),
		880..=949 => docket(lots, model),
		_ => redemption(lots, model),
	}
}

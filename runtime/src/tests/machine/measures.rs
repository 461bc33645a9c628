//! What people in office may do next: measures, policies, changes of identities and accounts.

use super::{
	model::{Model, State},
	ops::*,
	setup::{ACCOUNTS, COUNTRIES, ISSUER_ACCOUNT},
};
use crate::tests::lives::Lots;
use assay_primitives::{Balance, Moment, DAY};

const TOPICS: [Topic; 2] = [Topic::Kyc, Topic::Aml];
const VOUCHERS: [Voucher; 2] = [Voucher::Registrar, Voucher::Auditor];
const SIDES: [Side; 3] = [Side::Sender, Side::Receiver, Side::Both];

/// A figure about as large as what people hold.
fn units(lots: &mut Lots) -> Balance {
	match lots.percent(4) {
		true => lots.one_of(&[0, 1, Balance::MAX]),
		false => Balance::from(lots.draw() % 400_000),
	}
}

/// A number of holders that there are, or nearly.
fn around(lots: &mut Lots, count: u32) -> u32 {
	let more = u32::try_from(lots.below(3)).expect("it fits");
	(count + more).saturating_sub(1)
}

fn ahead(lots: &mut Lots, model: &Model) -> Moment {
	model.now + 1 + lots.draw() % (6 * DAY)
}

/// Freezes, pauses, status, approvals.
pub fn measure(lots: &mut Lots, model: &Model) -> Op {
	match lots.below(100) {
		0..=39 => {
			let count = if lots.percent(80) {
				1
			} else {
				1 + lots.below(3)
			};
			let target = |_: usize| match lots.percent(50) {
				true => Target::Person(lots.person(model)),
				false => Target::Account(lots.account()),
			};
			let targets = (0..count).map(target).collect();
			let freeze = match lots.below(10) {
				0..=5 => Freeze::None,
				6 | 7 => Freeze::Partial(units(lots)),
				8 => Freeze::Full,
				_ => Freeze::Partial(Balance::from(lots.draw() % 2)),
			};
			Op::Freeze(targets, freeze)
		},
		40..=49 => Op::Pause(lots.below(5), lots.one_of(&[By::Council, By::Officer])),
		50..=71 => {
			let paused: Vec<usize> = model.paused.iter().copied().collect();
			let movement = match paused.is_empty() {
				true => lots.below(5),
				false => lots.one_of(&paused),
			};
			let by = lots.one_of(&[By::Council, By::Officer, By::Issuer]);
			Op::Resume(movement, by)
		},
		72..=73 => Op::SuspendAsset,
		74..=80 => Op::ResumeAsset,
		81..=96 => {
			let (from, to) = (lots.person(model), lots.person(model));
			let until = ahead(lots, model) - DAY / 4;
			Op::PreApprove(from, to, units(lots), until)
		},
		_ => Op::CancelPreApproval(lots.person(model), lots.person(model)),
	}
}

fn window(lots: &mut Lots, model: &Model) -> Window {
	match lots.percent(60) {
		true => {
			let days = u8::try_from(1 + lots.below(130)).expect("it fits");
			let from = u16::try_from(lots.below(1_000)).expect("it fits");
			let until = from + u16::try_from(lots.below(441)).expect("it fits");
			Window::Weekly { days, from, until }
		},
		false => {
			let from = model.now.saturating_sub(DAY) + lots.draw() % (2 * DAY);
			let until = from + lots.draw() % (3 * DAY);
			Window::Once { from, until }
		},
	}
}

fn rule(lots: &mut Lots, model: &Model) -> Rule {
	let generous = lots.percent(60);
	match lots.below(22) {
		0..=2 => {
			let named = if generous {
				vec![]
			} else {
				lots.some_of(&VOUCHERS)
			};
			Rule::Claim(lots.one_of(&SIDES), lots.one_of(&TOPICS), named)
		},
		3 | 4 => {
			let list = lots.some_of(&COUNTRIES);
			Rule::Countries(lots.one_of(&SIDES), lots.percent(50), list)
		},
		5 => Rule::Categories(lots.some_of(&[0, 1, 2, 3])),
		6 => {
			let persons: Vec<Person> = (0..model.holders.len()).collect();
			Rule::Denied(
				(0..1 + lots.below(2))
					.map(|_| lots.one_of(&persons))
					.collect(),
			)
		},
		7 => Rule::MaxBalance(units(lots).saturating_mul(if generous { 4 } else { 1 })),
		8 => Rule::MaxBalanceBps(u32::try_from(lots.below(10_002)).expect("it fits")),
		9 => Rule::MaxHolders(around(lots, model.count(None))),
		10 => {
			let country = lots.percent(50).then(|| lots.one_of(&COUNTRIES));
			let usual = Some(country.unwrap_or(COUNTRIES[0]));
			Rule::MaxHoldersOf(country, around(lots, model.count(usual)))
		},
		11 => Rule::LockUp(model.now.saturating_sub(DAY) + lots.draw() % (2 * DAY)),
		12 if lots.percent(5) => Rule::Holding(Moment::MAX),
		12 | 13 => Rule::Holding(lots.draw() % (2 * DAY)),
		14 => {
			let windows = (0..lots.below(4)).map(|_| window(lots, model)).collect();
			Rule::Windows(windows)
		},
		15 | 16 => {
			let period = lots.one_of(&[DAY, DAY / 24, 7 * DAY, 3_600_001, 0]);
			Rule::Volume(units(lots), period)
		},
		17 => Rule::MinAmount(units(lots) / if generous { 40 } else { 4 }),
		18 => Rule::MinPosition(units(lots) / if generous { 40 } else { 4 }),
		19 => lots.one_of(&[Rule::FullBalance, Rule::PreApproval, Rule::OptIn]),
		20 => {
			let side = |lots: &mut Lots| {
				let some = lots.percent(60);
				some.then(|| lots.person(model))
			};
			let pairs = (0..lots.below(4))
				.map(|_| (side(lots), side(lots)))
				.collect();
			Rule::Pairs(lots.percent(40), pairs)
		},
		_ => Rule::SupplyCap(model.supply.saturating_add(units(lots))),
	}
}

/// Rules at once, to come, or none.
pub fn policy(lots: &mut Lots, model: &Model) -> Op {
	let count = lots.one_of(&[0, 1, 1, 2, 2, 3, 4, 8]);
	let rules = (0..count).map(|_| rule(lots, model)).collect();
	match lots.below(100) {
		0..=59 => Op::SetPolicy(rules),
		60..=89 => {
			let at = ahead(lots, model) - if lots.percent(10) { DAY } else { 0 };
			Op::SchedulePolicy(rules, at)
		},
		90..=95 => Op::CancelSchedule,
		_ => Op::ClearPolicy,
	}
}

/// Standing, claims, countries, links, replacements.
pub fn people(lots: &mut Lots, model: &Model) -> Op {
	let person = lots.changeable(model);
	let troubled = |lots: &mut Lots| {
		let troubled: Vec<Person> = (0..model.holders.len())
			.filter(|person| !model.is_active(*person))
			.collect();
		match troubled.is_empty() {
			true => person,
			false => lots.one_of(&troubled),
		}
	};
	match lots.below(100) {
		0..=4 => Op::Suspend(person),
		5..=14 => Op::Reinstate(troubled(lots)),
		15..=17 => Op::Sanction(person),
		18..=25 => Op::LiftSanction(troubled(lots)),
		26..=47 => {
			let until = match lots.percent(50) {
				true => model.now + 400 * DAY,
				false => ahead(lots, model) - if lots.percent(10) { DAY } else { 0 },
			};
			let anybody = lots.person(model);
			Op::Claim(anybody, lots.one_of(&TOPICS), lots.one_of(&VOUCHERS), until)
		},
		48..=50 => Op::RevokeClaim(person, lots.one_of(&TOPICS), lots.one_of(&VOUCHERS)),
		51..=55 => Op::ApproveVoucher(lots.one_of(&TOPICS), lots.one_of(&VOUCHERS)),
		56..=57 => Op::RevokeVoucher(lots.one_of(&TOPICS), lots.one_of(&VOUCHERS)),
		58..=61 => Op::Category(person, u8::try_from(lots.below(4)).expect("it fits")),
		62..=66 => Op::ChangeCountry(person, lots.one_of(&COUNTRIES)),
		67..=74 => {
			let mut moving = 0..model.holders.len();
			let moving = moving.find(|it| model.holders[*it].moves_to.is_some());
			Op::Reseat(moving.unwrap_or(person), lots.percent(80))
		},
		_ => accounts(lots, model),
	}
}

/// Another account of the same person, with a key.
fn sibling(lots: &mut Lots, model: &Model, account: Account) -> Option<Account> {
	let person = model.purses[account].person;
	let others: Vec<Account> = (0..ACCOUNTS.len())
		.filter(|other| *other != account && ACCOUNTS[*other].0.is_some())
		.filter(|other| person.is_some() && model.purses[*other].person == person)
		.collect();
	(!others.is_empty() && lots.percent(70)).then(|| lots.one_of(&others))
}

/// Somebody's account with a key; the issuer's stays what it is.
fn changeable(lots: &mut Lots, model: &Model, linked: bool) -> Account {
	let fitting: Vec<Account> = (0..ACCOUNTS.len())
		.filter(|account| *account != ISSUER_ACCOUNT)
		.filter(|account| linked || ACCOUNTS[*account].0.is_some())
		.filter(|account| model.purses[*account].person.is_some() == linked)
		.collect();
	match fitting.is_empty() || lots.percent(5) {
		true => 0,
		false => lots.one_of(&fitting),
	}
}

fn accounts(lots: &mut Lots, model: &Model) -> Op {
	let replaced: Vec<Account> = model.replacements.keys().copied().collect();
	let old = match replaced.is_empty() {
		true => lots.account(),
		false => lots.one_of(&replaced),
	};
	match lots.below(100) {
		0..=14 => {
			let (account, by) = (changeable(lots, model, false), lots.keyed());
			let person = model.purses[by].person.unwrap_or(0);
			Op::Link(person, account, lots.percent(90).then_some(by))
		},
		15..=24 => {
			let account = changeable(lots, model, true);
			let idle = model.purses[account].total == 0;
			let account = if idle {
				account
			} else {
				changeable(lots, model, true)
			};
			Op::Unlink(account, sibling(lots, model, account))
		},
		25..=44 => {
			let old = changeable(lots, model, true);
			let by = sibling(lots, model, old);
			let new = changeable(lots, model, false);
			Op::Replace(by, old, new, lots.percent(90))
		},
		45..=50 => Op::CancelReplacement(old, lots.percent(50)),
		51..=54 => Op::SettleReplacement(old),
		55..=69 => Op::CompleteReplacement(old),
		70..=84 => Op::MoveReplaced(old),
		_ => {
			let settled = |account: &&Account| {
				let purse = &model.purses[**account];
				purse.total == 0 && purse.state == State::Replaced
			};
			let closable = replaced.iter().find(settled).copied();
			Op::CloseReplacement(closable.unwrap_or(old))
		},
	}
}

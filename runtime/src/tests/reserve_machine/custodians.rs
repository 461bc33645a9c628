//! What custodians and auditors may do next: what they say, and what becomes of lots.

use super::{
	generate::{ahead, days, later, near, upto},
	model::*,
	ops::*,
	setup::OWNERS,
};
use crate::tests::lives::Lots;
use assay_primitives::{Moment, Quantity};

/// What lies in a vault for the asset.
pub fn there(model: &Model, vault: Vault) -> Quantity {
	model.pledged_in(vault).map(|lot| lot.quantity).sum()
}

/// A moment that a report may speak of: mostly now, or one at which something changed.
fn as_of(lots: &mut Lots, model: &Model, vault: Vault) -> Ahead {
	let scope = &model.scopes[vault];
	let mut moments: Vec<Moment> = scope.removals.iter().map(|(at, _)| *at).collect();
	let here = model.pledged_in(vault);
	moments.extend(here.filter_map(|lot| lot.arrived_at));
	moments.extend(scope.reported);
	moments.extend(scope.faulted_at);
	match lots.below(20) {
		0 => 1,
		1..=4 if !moments.is_empty() => {
			let shift = i64::try_from(lots.below(3)).expect("it fits") - 1;
			ahead(lots.one_of(&moments), model.now) + shift
		},
		5 | 6 => -later(lots, 1),
		_ => 0,
	}
}

/// Lots that a report counts under its root, if it has one: whatever comes to mind.
fn root(lots: &mut Lots, model: &Model) -> Vec<LotNo> {
	let all: Vec<LotNo> = (0..model.lots.len()).collect();
	match lots.percent(60) {
		true => lots.some_of(&all),
		false => vec![],
	}
}

/// A report of all that is there now.
pub fn anew(lots: &mut Lots, model: &Model, vault: Vault) -> Op {
	let statement = Statement {
		root: root(lots, model),
		..super::register::fresh(vault, there(model, vault))
	};
	Op::Report(statement, false)
}

pub fn report(lots: &mut Lots, model: &Model) -> Op {
	let vault = lots.below(OWNERS.len());
	let there = there(model, vault);
	let quantity = match lots.below(12) {
		0 | 1 => there / 2,
		2 => there + 10_000,
		3 => near(lots, there),
		_ => there,
	};
	let valid_until = match lots.below(10) {
		0 => later(lots, 3),
		1 => days(2),
		_ => days(20),
	};
	let statement = Statement {
		vault,
		as_of: as_of(lots, model, vault),
		valid_until,
		quantity,
		at_market: lots.percent(85),
		liquid: lots.percent(85),
		root: root(lots, model),
	};
	Op::Report(statement, lots.percent(25))
}

/// A report that comes late: it speaks of the very moment at which lots came or left, or of the one
/// before or after, and counts all that is there now, or was.
pub fn speak_late(lots: &mut Lots, model: &Model) -> Op {
	let mut moments = vec![];
	for (vault, scope) in model.scopes.iter().enumerate() {
		let came = model.pledged_in(vault).filter_map(|lot| lot.arrived_at);
		let left = scope.removals.iter().map(|(at, _)| *at);
		let since = |at: &Moment| scope.reported.is_none_or(|before| before <= *at);
		moments.extend(came.chain(left).filter(since).map(|at| (vault, at)));
	}
	if moments.is_empty() {
		return speak(lots, model);
	}
	let (vault, at) = lots.one_of(&moments);
	let shift = i64::try_from(lots.below(3)).expect("it fits") - 1;
	let more = u128::from(lots.percent(50)) * 20_000;
	let statement = Statement {
		as_of: (ahead(at, model.now) + shift).min(0),
		..super::register::fresh(vault, there(model, vault) + more)
	};
	Op::Report(statement, lots.percent(10))
}

/// A quantity near what was stated, or near what may differ from it.
pub fn finding(lots: &mut Lots, model: &Model, vault: Vault) -> Quantity {
	let report = model.scopes[vault].report.as_ref();
	let stated = report.map_or(10_000, |report| report.quantity);
	let off = stated * u128::from(model.values.tolerance_bps) / BPS;
	match lots.below(10) {
		0 => near(lots, stated.saturating_sub(off)),
		1 => near(lots, stated + off),
		2 => upto(lots, stated),
		_ => stated,
	}
}

/// Reports, verdicts and their ends.
pub fn speak(lots: &mut Lots, model: &Model) -> Op {
	let vault = lots.below(OWNERS.len());
	match lots.below(100) {
		0..=44 => report(lots, model),
		45..=89 => {
			let found = finding(lots, model, vault);
			let how = [lots.percent(92), lots.percent(4), lots.percent(25)];
			Op::Verdict(lots.below(2), vault, found, how)
		},
		90..=94 => Op::WithdrawReport(vault),
		_ => Op::RemoveScope(vault, lots.percent(50)),
	}
}

/// Lots of a vault that are pledged, and rarely any others.
fn some(lots: &mut Lots, model: &Model, vault: Vault) -> Vec<LotNo> {
	let pledged = |number: &LotNo| {
		let lot = model.lots[*number].as_ref();
		lot.is_some_and(|lot| lot.vault == vault && lot.lien.is_some())
	};
	let here: Vec<LotNo> = (0..model.lots.len()).filter(pledged).collect();
	let mut some = match here.is_empty() || lots.percent(8) {
		true => vec![lots.below(model.lots.len())],
		false => vec![lots.one_of(&here)],
	};
	if !here.is_empty() && lots.percent(20) {
		some.push(lots.one_of(&here));
	}
	some
}

fn with(lots: &mut Lots, model: &Model, fits: fn(&Lot) -> bool) -> LotNo {
	let fitting = |number: &LotNo| model.lots[*number].as_ref().is_some_and(fits);
	let fitting: Vec<LotNo> = (0..model.lots.len()).filter(fitting).collect();
	match fitting.is_empty() || lots.percent(10) {
		true => lots.below(model.lots.len()),
		false => lots.one_of(&fitting),
	}
}

fn keeper(model: &Model, lot: LotNo) -> Custodian {
	let lot = model.lots[lot].as_ref();
	lot.map_or(0, |lot| OWNERS[lot.vault])
}

fn matures(lots: &mut Lots) -> Option<Ahead> {
	lots.percent(40).then(|| later(lots, 12))
}

fn register(lots: &mut Lots, model: &Model, custodian: Custodian, vault: Vault, lot: u128) -> Op {
	let free = |number: &LotNo| {
		let lot = model.lots[*number].as_ref();
		lot.is_none_or(|lot| lot.lien.is_none() && lot.state != LotState::Encumbered)
	};
	let free: Vec<LotNo> = (0..model.lots.len()).filter(free).collect();
	let mut inputs = vec![];
	for _ in 0..1 + lots.below(2) {
		let number = match free.is_empty() || lots.percent(12) {
			true => lots.below(model.lots.len()),
			false => lots.one_of(&free),
		};
		let quantity = match lots.below(16) {
			0 => 0,
			1 => 1,
			2..=5 => upto(lots, 2 * lot),
			_ => lot,
		};
		inputs.push((number, quantity, matures(lots)));
	}
	Op::Register(custodian, vault, lots.percent(10), inputs)
}

/// What becomes of lots.
pub fn handle(lots: &mut Lots, model: &Model, lot: Quantity) -> Op {
	let vault = lots.below(OWNERS.len());
	let custodian = match lots.percent(93) {
		true => OWNERS[vault],
		false => 1 - OWNERS[vault],
	};
	let offers: Vec<usize> = (0..model.offers.len())
		.filter(|place| model.offers[*place].is_some())
		.collect();
	let offer = match offers.is_empty() || lots.percent(8) {
		true => model.offers.len(),
		false => lots.one_of(&offers),
	};
	let receiver = model.offers.get(offer).and_then(Option::as_ref);
	let receiver = receiver.map_or(custodian, |it| OWNERS[it.to]);
	match lots.below(100) {
		0..=20 => register(lots, model, custodian, vault, lot),
		21..=25 => Op::WithdrawLots(custodian, vault, some(lots, model, vault)),
		26..=31 => Op::Encumber(custodian, vault, some(lots, model, vault)),
		32..=38 => {
			let number = with(lots, model, |lot| lot.state == LotState::Encumbered);
			Op::Lift(keeper(model, number), vec![number])
		},
		39..=44 => {
			let number = with(lots, model, |lot| lot.lien.is_none());
			Op::RemoveLots(keeper(model, number), vec![number])
		},
		45..=64 => {
			let (to, until) = (lots.below(OWNERS.len()), later(lots, 4));
			Op::Offer(custodian, [vault, to], some(lots, model, vault), until)
		},
		65..=82 => {
			let by = if lots.percent(92) {
				receiver
			} else {
				custodian
			};
			Op::AcceptOffer(by, offer)
		},
		83..=85 => Op::CancelOffer(custodian, offer),
		_ => {
			let number = with(lots, model, |lot| {
				lot.matures_at.is_some() && lot.lien.is_some()
			});
			let quantity = model.lots[number].as_ref().map_or(1, |lot| lot.quantity);
			let quantity = match lots.below(5) {
				0 => near(lots, quantity),
				1 => upto(lots, quantity),
				_ => quantity,
			};
			Op::ReportCash(keeper(model, number), number, quantity, matures(lots))
		},
	}
}

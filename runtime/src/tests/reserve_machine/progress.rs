//! What would take the world on from where it stands, and what brings every claim to its end.

use super::{
	custodians::{anew, there},
	generate::gather,
	model::*,
	ops::*,
	setup::{LOT, OWNERS},
	worth::State,
};
use crate::tests::lives::Lots;
use assay_primitives::{ParameterKey, ReserveParameterValues, ReserveStatus, DAY};

/// One step of those that lead on; an hour where there is none.
pub fn progress(lots: &mut Lots, model: &Model) -> Op {
	let mut steps = vec![];
	// Most of what can be done presupposes a reserve that counts.
	scopes(lots, model, &mut steps);
	if steps.is_empty() || model.status() == ReserveStatus::Backed || lots.percent(50) {
		offices(model, &mut steps);
		obstacles(model, &mut steps);
		offers(model, &mut steps);
		claims(lots, model, &mut steps);
	}
	match steps.is_empty() {
		true => Op::Pass(DAY / 24),
		false => lots.one_of(&steps),
	}
}

fn offers(model: &Model, steps: &mut Vec<Op>) {
	for (place, offer) in model.offers.iter().enumerate() {
		if let Some(offer) = offer.as_ref().filter(|it| model.now <= it.until) {
			steps.push(Op::AcceptOffer(OWNERS[offer.to], place));
		}
	}
}

fn offices(model: &Model, steps: &mut Vec<Op>) {
	for (place, office) in model.offices.iter().enumerate() {
		if office.suspended {
			steps.push(Op::Reinstate(place));
		}
		if office.until.is_some_and(|until| until < model.now + DAY) {
			steps.push(Op::Renew(place, None));
		}
		if model.in_office(place) == Err("Custody.BondTooSmall") {
			let wanted = office.required.unwrap_or(0).max(1) - model.bonded(1 + place);
			steps.push(match model.bonds[1 + place] {
				Some(_) => Op::TopUp(1 + place, wanted),
				None => Op::Post(1 + place, wanted),
			});
			steps.push(Op::RequireBond(place, None));
		}
	}
}

fn scopes(lots: &mut Lots, model: &Model, steps: &mut Vec<Op>) {
	let states = model.parts();
	for (vault, owner) in OWNERS.into_iter().enumerate() {
		let state = states.iter().find(|(it, ..)| *it == vault);
		match state.map(|(_, state, _)| *state) {
			None | Some(State::Withdrawn | State::Disputed | State::Lapsed) => {
				steps.push(anew(lots, model, vault));
			},
			Some(State::Unanswered) => steps.push(Op::Answer(vault, 0, 0)),
			Some(State::NoQuorum) => {
				let report = model.scopes[vault].report.as_ref().expect("it has a state");
				for auditor in 0..2 {
					let how = [true, false, false];
					steps.push(Op::Verdict(auditor, vault, report.quantity, how));
				}
			},
			Some(State::Counts) if !model.scopes[vault].challenges.is_empty() => {
				steps.push(Op::Answer(vault, 0, 0));
			},
			Some(_) => {},
		}
		// What a suspended custodian keeps may be written off, and its scope with it.
		if model.offices[owner].suspended && state.is_some() {
			steps.push(Op::RemoveScope(vault, true));
		}
		let mut asked = model.scopes[vault].challenges.iter();
		let owing = asked.position(|it| !it.returned && model.now > it.answer_by);
		steps.extend(owing.map(|place| Op::ReturnDeposit(vault, place)));
		if there(model, vault) < 2 * LOT {
			let unused = model.lots.iter().position(Option::is_none);
			let unused = unused.map(|lot| vec![(lot, LOT, None)]);
			let register = |lots| Op::Register(owner, vault, false, lots);
			steps.extend(unused.map(register));
		}
	}
}

fn obstacles(model: &Model, steps: &mut Vec<Op>) {
	if model.paused_since.is_some() {
		steps.push(Op::Pause(false));
	}
	for (holder, purse) in model.purses.iter().enumerate() {
		if purse.frozen {
			steps.push(Op::Freeze(holder, false));
		}
		if purse.sanctioned {
			steps.push(Op::Sanction(holder, false));
		}
	}
	let usual = ReserveParameterValues::default();
	let moved = |key: &ParameterKey| model.values.get(*key) != usual.get(*key);
	let moved = ParameterKey::ALL.into_iter().filter(moved);
	steps.extend(moved.map(|key| Op::Set(key, usual.get(key))));
}

fn claims(lots: &mut Lots, model: &Model, steps: &mut Vec<Op>) {
	let mut answered = false;
	for (place, it) in model.redemptions.iter().enumerate() {
		if !it.is_open() {
			continue;
		}
		if it.is_owed() && model.payable(it).is_err() {
			steps.push(match it.payee {
				Payee::Blocked { since, .. } if model.now - since >= BLOCKED => Op::Divert(place),
				Payee::Blocked { seen, .. } if model.now <= seen + DAY => Op::Pass(6 * DAY),
				_ => Op::ReportBlocked(place),
			});
			continue;
		}
		match it.stage {
			Stage::Requested if !answered => {
				answered = true;
				steps.push(Op::Accept(place));
			},
			Stage::Accepted | Stage::Breached => {
				if let (Err(_), Some(since)) = (model.due_now(it), model.deficient_since) {
					// Nothing is handed over before it has stood for so long, and nothing while nobody
					// knows what there is: then the claim ends by its deadline.
					steps.push(if model.is_deficient() {
						Op::Pass(since + STANDS - model.now)
					} else if it.breach.is_some() {
						Op::Cancel(Party::Holder(it.holder), place)
					} else if model.is_late(it) {
						Op::Breach(place)
					} else {
						Op::Pass(model.due_by(it) - model.now + 1)
					});
					continue;
				}
				let due = model.due_now(it).unwrap_or(0);
				let rest = due.saturating_sub(it.released);
				let custodian = lots.below(2);
				let parts = gather(lots, model, custodian, rest);
				steps.push(Op::Release(custodian, place, parts));
				if it.breach.is_some() {
					steps.push(Op::Cancel(Party::Holder(it.holder), place));
				} else if model.is_late(it) {
					steps.push(Op::Breach(place));
				}
				if let Some((paid, None)) = it.cash {
					let payee = match it.payee {
						Payee::Escrow => Party::Escrow,
						_ => Party::Holder(it.holder),
					};
					steps.push(Op::ConfirmCash(payee, place, paid));
				}
			},
			Stage::Released => steps.push(Op::Burn(place)),
			_ => {},
		}
	}
	let waiting = model.uncollected.keys();
	steps.extend(waiting.map(|(purpose, to)| Op::Collect(*purpose, *to)));
}

/// What brings the first open claim nearer to its end when neither issuer nor custodian nor holder does
/// anything any more; then what waits to be collected, once its owner may have it. None when all is done.
pub fn ending(model: &Model) -> Option<Op> {
	let Some(place) = model.redemptions.iter().position(Redemption::is_open) else {
		let (purpose, to) = model.uncollected.keys().next()?;
		return Some(match to {
			Party::Holder(holder) if model.purses[*holder].sanctioned => {
				Op::Sanction(*holder, false)
			},
			_ => Op::Collect(*purpose, *to),
		});
	};
	let it = &model.redemptions[place];
	if it.stage == Stage::Released {
		return Some(Op::Burn(place));
	}
	if model.paused_since.is_some() {
		return Some(Op::Pause(false));
	}
	let purse = &model.purses[it.holder];
	let barred = purse.sanctioned || purse.frozen;
	let wait = |until: u64| (model.now <= until).then(|| Op::Pass(until - model.now + 1));
	Some(match (it.payee, barred) {
		(Payee::Holder, true) | (Payee::Blocked { .. }, false) => Op::ReportBlocked(place),
		// Found again and again, since a finding counts for a week.
		(Payee::Blocked { since, seen }, true) => {
			let long = since + BLOCKED <= model.now;
			match (long, model.now <= seen + DAY) {
				(true, true) if !model.escrow => Op::NameEscrow(true),
				(true, true) => Op::Divert(place),
				(false, true) => Op::Pass(6 * DAY),
				(_, false) => Op::ReportBlocked(place),
			}
		},
		(Payee::Holder, false) | (Payee::Escrow, _) => match it.breach {
			None => wait(model.due_by(it)).unwrap_or(Op::Breach(place)),
			Some(breach) => {
				let cancel = Op::Cancel(Party::Anyone, place);
				wait(breach.at + BREACH_END).unwrap_or(cancel)
			},
		},
	})
}

//! What those who doubt a reserve may do next: challenges, and proofs that a custodian spoke falsely.

use super::{custodians::finding, generate::later, model::*, ops::*, setup::OWNERS};
use crate::tests::lives::Lots;

fn challenger(lots: &mut Lots) -> Party {
	match lots.percent(75) {
		true => Party::Holder(lots.below(3)),
		false => Party::Auditor(lots.below(2)),
	}
}

fn prover(lots: &mut Lots) -> Party {
	match lots.below(10) {
		0 => Party::Custodian(lots.below(2)),
		1 => Party::Auditor(lots.below(2)),
		2 => Party::Anyone,
		_ => Party::Holder(lots.below(3)),
	}
}

fn challenged(lots: &mut Lots, model: &Model, vault: Vault) -> Vec<LotNo> {
	let here = |number: &LotNo| {
		let lot = model.lots[*number].as_ref();
		lot.is_some_and(|lot| lot.vault == vault && lot.lien == Some(Lien::Asset))
	};
	let here: Vec<LotNo> = (0..model.lots.len()).filter(here).collect();
	match here.is_empty() || lots.percent(8) {
		true => vec![lots.below(model.lots.len()); lots.below(3)],
		false => vec![lots.one_of(&here)],
	}
}

/// A lot that two reports count, if there is one.
fn counted_twice(lots: &mut Lots, model: &Model) -> Proof {
	let roots = model.scopes.iter().enumerate();
	let roots: Vec<(Vault, &Vec<LotNo>)> = roots
		.filter_map(|(vault, scope)| Some((vault, &scope.report.as_ref()?.root)))
		.filter(|(_, root)| !root.is_empty())
		.collect();
	let (any, first, second) = (lots.below(model.lots.len()), lots.below(3), lots.below(3));
	let mut found = vec![];
	for (one, root) in &roots {
		for (other, listed) in &roots {
			let both = root.iter().filter(|lot| listed.contains(lot));
			let twice = both.filter(|_| one != other);
			found.extend(twice.map(|lot| Proof::DoublePledge(*lot, *one, *other)));
		}
	}
	match found.is_empty() || lots.percent(6) {
		true if lots.percent(70) => Proof::Conflict(first, true),
		true => Proof::DoublePledge(any, first, second),
		false => lots.one_of(&found),
	}
}

/// Challenges, answers, deposits, proofs.
pub fn doubt(lots: &mut Lots, model: &Model) -> Op {
	let vault = lots.below(OWNERS.len());
	let open: Vec<Vault> = (0..OWNERS.len())
		.filter(|vault| !model.scopes[*vault].challenges.is_empty())
		.collect();
	let asked = match open.is_empty() || lots.percent(8) {
		true => vault,
		false => lots.one_of(&open),
	};
	let place = lots.below(model.scopes[asked].challenges.len().max(1));
	match lots.below(100) {
		0..=29 => {
			let by = challenger(lots);
			Op::Challenge(by, vault, challenged(lots, model, vault))
		},
		30..=44 => {
			let as_of = match lots.below(8) {
				0 => 1,
				1 => -later(lots, 1),
				_ => 0,
			};
			Op::Answer(asked, place, as_of)
		},
		45..=54 => Op::ReturnDeposit(asked, place),
		55..=62 => Op::Prove(prover(lots), Proof::Conflict(vault, lots.percent(80))),
		63..=70 => {
			let auditor = lots.below(2);
			let found = finding(lots, model, vault);
			Op::Prove(prover(lots), Proof::LowerFigure(auditor, vault, found))
		},
		_ => Op::Prove(prover(lots), counted_twice(lots, model)),
	}
}

//! What would take the world on from where it stands: without it, lots alone would lead to a world in
//! which everything is paused, frozen, expired or half done.

use super::{
	model::{Model, Stage},
	ops::*,
};
use crate::tests::lives::Lots;
use assay_primitives::DAY;

/// One step of those that lead on; a dry run where there is none.
pub fn progress(lots: &mut Lots, model: &Model) -> Op {
	let mut steps = vec![];
	obstacles(model, &mut steps);
	people(model, &mut steps);
	replacements(model, &mut steps);
	cases(model, &mut steps);
	match steps.is_empty() {
		true => Op::Ask(vec![]),
		false => lots.one_of(&steps),
	}
}

fn obstacles(model: &Model, steps: &mut Vec<Op>) {
	let paused = model.paused.iter();
	steps.extend(paused.map(|movement| Op::Resume(*movement, By::Council)));
	if model.suspended {
		steps.push(Op::ResumeAsset);
	}
	match model.rules() {
		None => steps.push(Op::SetPolicy(vec![])),
		Some(rules) if rules.len() > 3 => steps.push(Op::SetPolicy(rules[..1].to_vec())),
		Some(_) => {},
	}
	for (account, purse) in model.purses.iter().enumerate() {
		if purse.freeze != Freeze::None {
			steps.push(Op::Freeze(vec![Target::Account(account)], Freeze::None));
		}
	}
}

fn people(model: &Model, steps: &mut Vec<Op>) {
	for (person, holder) in model.holders.iter().enumerate() {
		if holder.freeze != Freeze::None {
			steps.push(Op::Freeze(vec![Target::Person(person)], Freeze::None));
		}
		if holder.sanctioned {
			steps.push(Op::LiftSanction(person));
		}
		if holder.suspended {
			steps.push(Op::Reinstate(person));
		}
		if holder.moves_to.is_some() {
			steps.push(Op::Reseat(person, true));
		}
		if !model.has_claim(holder, Topic::Kyc, &[]) {
			let until = model.now + 90 * DAY;
			steps.push(Op::Claim(person, Topic::Kyc, Voucher::Registrar, until));
		}
	}
	if !model.trusted.contains(&(Topic::Kyc, Voucher::Registrar)) {
		steps.push(Op::ApproveVoucher(Topic::Kyc, Voucher::Registrar));
	}
}

fn replacements(model: &Model, steps: &mut Vec<Op>) {
	for (old, replacement) in &model.replacements {
		let purse = &model.purses[*old];
		if replacement.settling {
			if purse.free() > 0 || purse.freeze != Freeze::None {
				steps.push(Op::MoveReplaced(*old));
			}
			if purse.total == 0 {
				steps.push(Op::CloseReplacement(*old));
			}
		} else if replacement.contested {
			steps.push(Op::SettleReplacement(*old));
		} else if model.now <= replacement.until {
			let left = replacement.until - model.now;
			steps.extend([Op::Pass(left), Op::Pass(left + 1)]);
		} else {
			steps.push(Op::CompleteReplacement(*old));
		}
		let vacant = model.purses[replacement.new].person.is_none();
		let can_end = replacement.settling || (replacement.accepted && vacant);
		if !can_end {
			steps.push(Op::CancelReplacement(*old, true));
		}
	}
}

fn cases(model: &Model, steps: &mut Vec<Op>) {
	for (place, redemption) in model.redemptions.iter().enumerate() {
		steps.extend(match redemption.stage {
			Stage::Requested => Some(Op::Accept(place)),
			Stage::Accepted => Some(Op::Release(place, true)),
			Stage::Released => {
				let mut signers = 0..model.purses.len();
				let signer = signers.find(|it| model.acts(*it) && !model.keyless.contains(it));
				signer.map(|signer| Op::Do(signer, Carrier::Own, vec![Act::Burn(place)]))
			},
			Stage::Over | Stage::Gone => None,
		});
	}
	for (place, docket) in model.dockets.iter().enumerate() {
		if docket.is_open(model.now) {
			let other = match docket.by {
				Agent::Officer => Agent::TransferAgent,
				Agent::TransferAgent => Agent::Officer,
			};
			steps.push(Op::Approve(other, place));
			steps.push(Op::Withdraw(docket.by, place));
		}
	}
}

//! The calls behind what custodians and auditors say, some of it signed off the chain and handed in by
//! somebody else.

use super::{chain::sent, model::*, ops::*, setup::*};
use crate::{
	tests::{chain::now, world::*},
	Attestations, Runtime, RuntimeCall, System,
};
use assay_primitives::{
	lots_root, prove_lot, AccountId, Basis, Hash, LiquidityClass, LotId, LotProof, Quantity,
};
use pallet_attestations::{
	AnswerInput, Call, ConfirmationInput, DeficiencyProof, Interest, ReportInput,
	Statement as Signed, StatementContent, Testimony, Verdict,
};

pub fn perform(model: &Model, op: &Op) -> Result<(), String> {
	let asset = GOLD;
	let keeper = |vault: Vault| Party::Custodian(OWNERS[vault]);
	match op {
		Op::Report(statement, handed_in) => {
			let vault = statement.vault;
			let report = input(model, statement);
			let (by, content) = (keeper(vault), StatementContent::Report(report.clone()));
			let vault_id = vault_id(vault);
			let call = Call::submit_report {
				asset,
				vault: vault_id,
				report,
			};
			say(by, vault, call, content, *handed_in)
		},
		Op::WithdrawReport(vault) => {
			let (by, vault, reason) = (keeper(*vault), vault_id(*vault), Hash::zero());
			let call = Call::withdraw_report {
				asset,
				vault,
				reason,
			};
			sent(by, call)
		},
		Op::Verdict(auditor, vault, quantity, [confirms, stale, handed_in]) => {
			let mut confirmation = finding(*vault, *quantity, *confirms);
			if *stale {
				confirmation.report = Hash::repeat_byte(0xEE);
			}
			let content = StatementContent::Confirmation(confirmation.clone());
			let (by, scope) = (Party::Auditor(*auditor), scope_of(*vault));
			let call = Call::confirm {
				scope,
				confirmation,
			};
			say(by, *vault, call, content, *handed_in)
		},
		Op::RemoveScope(vault, by_issuer) => {
			let by = match by_issuer {
				true => Party::Issuer,
				false => keeper(*vault),
			};
			let scope = scope_of(*vault);
			sent(by, Call::remove_scope { scope })
		},
		_ => doubt(model, op),
	}
}

/// Challenges, answers, proofs.
fn doubt(model: &Model, op: &Op) -> Result<(), String> {
	match op {
		Op::Challenge(by, vault, lots) => {
			let interest = match by {
				Party::Auditor(_) => Interest::Auditor,
				_ => Interest::Holder,
			};
			let lots: Vec<LotId> = lots.iter().copied().map(lot_id).collect();
			let call = Call::challenge_lots {
				scope: scope_of(*vault),
				interest,
				lots: lots.try_into().expect("few"),
			};
			sent(*by, call)
		},
		Op::Answer(vault, place, as_of) => {
			let answer = AnswerInput {
				challenge: challenge(*vault, *place),
				as_of: model.at(*as_of),
				evidence_hash: Hash::repeat_byte(1),
				evidence_uri: Default::default(),
			};
			let by = Party::Custodian(OWNERS[*vault]);
			let (asset, vault) = (GOLD, vault_id(*vault));
			let call = Call::answer_challenge {
				asset,
				vault,
				answer,
			};
			sent(by, call)
		},
		Op::ReturnDeposit(vault, place) => {
			let (scope, challenge) = (scope_of(*vault), challenge(*vault, *place));
			let call = Call::return_challenge_deposit { scope, challenge };
			sent(Party::Anyone, call)
		},
		Op::Prove(by, proof) => {
			let proof = Box::new(proven(model, *proof));
			sent(*by, Call::prove_deficiency { proof })
		},
		_ => unreachable!("nobody says it"),
	}
}

/// In a call of its own, or signed and handed in by somebody else.
fn say(
	by: Party,
	vault: Vault,
	call: Call<Runtime>,
	content: StatementContent,
	handed_in: bool,
) -> Result<(), String> {
	if !handed_in {
		return sent(by, RuntimeCall::from(call));
	}
	let (statement, author, signature) = sign(by, vault, content);
	let call = Call::submit_statement {
		statement,
		author,
		signature,
	};
	sent(Party::Anyone, call)
}

fn sign(
	by: Party,
	vault: Vault,
	content: StatementContent,
) -> (Signed, AccountId, assay_primitives::Signature) {
	let statement = Signed {
		genesis: System::block_hash(0),
		expires_at: now(),
		scope: scope_of(vault),
		content,
	};
	let signature = actor(by).sign(&statement.payload());
	(statement, account(by), signature)
}

/// The list that a report's root is over: whatever it counts, one of each.
fn leaves(lots: &[LotNo]) -> Vec<(LotId, Quantity)> {
	let mut leaves: Vec<_> = lots.iter().map(|lot| (lot_id(*lot), 1)).collect();
	leaves.sort();
	leaves.dedup();
	leaves
}

fn input(model: &Model, statement: &Statement) -> ReportInput {
	let root = &statement.root;
	ReportInput {
		as_of: model.at(statement.as_of),
		valid_until: model.at(statement.valid_until),
		quantity: statement.quantity,
		unit: polkadot_sdk::sp_io::hashing::blake2_256(b"fine troy ounce /1000").into(),
		basis: match statement.at_market {
			true => Basis::Market,
			false => Basis::Cost,
		},
		class: match statement.liquid {
			true => LiquidityClass::Liquid,
			false => LiquidityClass::Illiquid,
		},
		evidence_hash: Hash::repeat_byte(4),
		evidence_uri: Default::default(),
		lots_root: (!root.is_empty()).then(|| lots_root(&leaves(root))),
	}
}

/// An auditor's verdict on the newest report.
fn finding(vault: Vault, quantity: Quantity, confirms: bool) -> ConfirmationInput {
	let head = Attestations::head(scope_of(vault));
	ConfirmationInput {
		report: head.map_or(Hash::zero(), |head| head.hash),
		quantity,
		verdict: match confirms {
			true => Verdict::Confirms,
			false => Verdict::Contradicts,
		},
		evidence_hash: Hash::repeat_byte(5),
	}
}

/// The number of an open challenge by its place, or one that nobody has.
fn challenge(vault: Vault, place: usize) -> u32 {
	let open = Attestations::challenges(scope_of(vault));
	open.get(place).map_or(u32::MAX, |challenge| challenge.id)
}

fn proven(model: &Model, proof: Proof) -> DeficiencyProof<AccountId> {
	match proof {
		Proof::Conflict(vault, differs) => {
			let scope = scope_of(vault);
			let mut report = match Attestations::report(scope) {
				Some(report) => report.statement,
				None => input(model, &super::register::fresh(vault, 1)),
			};
			report.quantity += u128::from(differs);
			let (statement, author, signature) = sign(
				Party::Custodian(OWNERS[vault]),
				vault,
				StatementContent::Report(report),
			);
			DeficiencyProof::Conflict {
				first: Testimony::Newest(scope),
				second: Testimony::Signed {
					statement,
					author,
					signature,
				},
			}
		},
		Proof::LowerFigure(auditor, vault, found) => {
			let content = StatementContent::Confirmation(finding(vault, found, true));
			let (statement, author, signature) = sign(Party::Auditor(auditor), vault, content);
			DeficiencyProof::LowerFigure {
				statement,
				author,
				signature,
			}
		},
		Proof::DoublePledge(lot, first, second) => DeficiencyProof::DoublePledge {
			first: Testimony::Newest(scope_of(first)),
			first_lot: under_root(model, lot, first),
			second: Testimony::Newest(scope_of(second)),
			second_lot: under_root(model, lot, second),
		},
	}
}

/// That a lot is under the root of the vault's newest report; of another list if it is not.
fn under_root(model: &Model, lot: LotNo, vault: Vault) -> LotProof {
	let report = model.scopes[vault].report.as_ref();
	let listed = report.map_or(vec![], |report| leaves(&report.root));
	let proof = prove_lot(&listed, lot_id(lot));
	proof.unwrap_or_else(|| prove_lot(&leaves(&[lot]), lot_id(lot)).expect("it is the only one"))
}

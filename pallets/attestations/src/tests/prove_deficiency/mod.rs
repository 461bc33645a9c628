//! The three proofs, what follows from them, and what is none.

use super::*;
use assay_primitives::{lots_root, prove_lot, BondPurpose, LotId, LotProof, Signature};
use polkadot_sdk::sp_runtime::DispatchResult;

type Proof = DeficiencyProof<AccountId>;

const BAR: LotId = Hash::repeat_byte(0x77);
const OTHER_BAR: LotId = Hash::repeat_byte(0x88);
/// A tenth of what is bonded, rounded down.
const REWARD: u128 = BOND / 10;

fn prove(proof: &Proof) -> DispatchResult {
	prove_by(HOLDER_KEY, proof)
}

fn prove_by(key: Sr25519Keyring, proof: &Proof) -> DispatchResult {
	Attestations::prove_deficiency(signed(key), Box::new(proof.clone()))
}

fn statement(scope: Scope, content: StatementContent) -> Statement {
	Statement {
		genesis: System::block_hash(0),
		// Long over: what was signed was signed.
		expires_at: NOW - 50,
		scope,
		content,
	}
}

fn sign(key: Sr25519Keyring, statement: &Statement) -> Signature {
	Signature::Sr25519(key.sign(&statement.payload()))
}

fn signed_report(key: Sr25519Keyring, scope: Scope, input: ReportInput) -> Testimony<AccountId> {
	let statement = statement(scope, StatementContent::Report(input));
	Testimony::Signed {
		signature: sign(key, &statement),
		author: key.to_account_id(),
		statement,
	}
}

/// The first custodian has signed two quantities of one moment.
fn conflict(as_of: Moment) -> Proof {
	let said = |quantity| signed_report(CUSTODIAN_KEY, scope(), report_of(as_of, quantity));
	Proof::Conflict {
		first: said(1_000),
		second: said(1_001),
	}
}

/// An auditor has signed a figure for the newest report.
fn figure(key: Sr25519Keyring, report: Hash, quantity: Quantity) -> Proof {
	let input = verdict_of(report, quantity, Verdict::Confirms);
	let statement = statement(scope(), StatementContent::Confirmation(input));
	Proof::LowerFigure {
		signature: sign(key, &statement),
		author: key.to_account_id(),
		statement,
	}
}

fn list_with(bar: LotId) -> Vec<(LotId, Quantity)> {
	let mut list = vec![
		(Hash::repeat_byte(1), 5),
		(Hash::repeat_byte(2), 6),
		(bar, 400),
	];
	list.sort();
	list
}

fn counting(bar: LotId, as_of: Moment) -> ReportInput {
	ReportInput {
		lots_root: Some(lots_root(&list_with(bar))),
		..report_of(as_of, 1_000)
	}
}

fn inclusion(bar: LotId) -> LotProof {
	prove_lot(&list_with(bar), bar).expect("it is in the list")
}

/// Both custodians have signed reports that count the bar.
fn double_pledge(as_of: Moment, other_as_of: Moment) -> Proof {
	Proof::DoublePledge {
		first: signed_report(CUSTODIAN_KEY, scope(), counting(BAR, as_of)),
		first_lot: inclusion(BAR),
		second: signed_report(
			OTHER_CUSTODIAN_KEY,
			other_scope(),
			counting(BAR, other_as_of),
		),
		second_lot: inclusion(BAR),
	}
}

/// Both scopes have reports, each confirmed.
fn attest_both() {
	attest(1_000);
	assert_ok!(Attestations::submit_report(
		signed(OTHER_CUSTODIAN_KEY),
		GOLD,
		OTHER_VAULT,
		report_of(NOW, 500)
	));
	verdict(other_scope(), 500, Verdict::Confirms);
}

fn faults() -> Vec<(Scope, Fault, u128)> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Attestations(Event::DeficiencyProven {
				scope,
				fault,
				reward,
				..
			}) => Some((scope, fault, reward)),
			_ => None,
		})
		.collect()
}

fn states() -> Vec<ScopeState> {
	let parts = Attestations::reserve_breakdown(GOLD).expect("every figure has a value");
	parts.iter().map(|part| part.state).collect()
}

fn bond(custodian: u32) -> u128 {
	world(|world| world.bonds[&BondPurpose::Custodian(custodian)])
}

mod conflict;
mod double_pledge;
mod lower_figure;

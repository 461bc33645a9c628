//! Every call of our pallets by every kind of signer: who gets past the question of who it is (P7).
//!
//! The table is `docs/reference/roles.md`. What a call refuses a signer for afterwards is another
//! matter: every error that does not say "not you" counts as past.

mod world;

use super::{
	chain::*,
	replacement::{every_call, name},
	world::*,
};
use crate::{Runtime, RuntimeCall};
use assay_primitives::{BondPurpose, ClaimTopic, Movement, ReasonCode, Role};
use codec::{Decode, Encode};
use pallet_attestations::Interest;
use polkadot_sdk::{
	frame_support::{
		storage::{with_transaction, TransactionOutcome},
		traits::GetCallMetadata,
	},
	sp_runtime::{
		transaction_validity::{InvalidTransaction, TransactionValidityError},
		DispatchError, DispatchResult,
	},
};
use std::collections::{BTreeMap, BTreeSet};
use world::*;

/// Signers by letter; nobody signs for the council's motion.
const SIGNERS: [(char, &[Actor]); 17] = [
	('u', &[STRANGER]),
	('s', &[SUSPENDED]),
	('h', &[BEN]),
	('p', &[ANN]),
	('I', &[ISSUER]),
	('M', &[MINTER]),
	('C', &[CONTROLLER]),
	('K', &[ZURICH]),
	('A', &[AUDITOR]),
	('T', &[AGENT]),
	('O', &[OFFICER]),
	('F', &[FEEDER]),
	('S', &[TRUSTEE]),
	('2', &[SECOND, SECOND_CONTROLLER, SECOND_AUDITOR, LONDON]),
	('x', &ELSEWHERE),
	('R', &[REGISTRAR]),
	('m', &[Actor("Alice")]),
];

/// Pallets of the SDK: what they give to Root `no_root.rs` sees closed.
const FROM_THE_SDK: [&str; 16] = [
	"Assets",
	"Balances",
	"Council",
	"CouncilMembership",
	"Grandpa",
	"MultiBlockMigrations",
	"Multisig",
	"Preimage",
	"Proxy",
	"SafeMode",
	"Scheduler",
	"Session",
	"System",
	"Timestamp",
	"TxPause",
	"Utility",
];

struct Row {
	who: BTreeSet<char>,
	/// The arguments that the calls begin with; the rest are zeros.
	arguments: Vec<u8>,
	pallet: &'static str,
	calls: Vec<&'static str>,
}

/// The rows of the table that have a pallet.
fn table() -> Vec<Row> {
	include_str!("../../../docs/reference/roles.md")
		.lines()
		.filter_map(|line| {
			let cells: Vec<_> = line.split('|').map(str::trim).collect();
			let [_, who, on, pallet, calls, _] = cells[..] else {
				return None;
			};
			let heading = ["pallet", "---"].contains(&pallet);
			(!heading).then(|| Row {
				who: signers(who),
				arguments: arguments(on),
				pallet,
				calls: calls.split_whitespace().collect(),
			})
		})
		.collect()
}

fn signers(who: &str) -> BTreeSet<char> {
	let letters = match who {
		"anyone" => "hpIMCKATOFS2xRm",
		"also suspended" => "shpIMCKATOFS2xRm",
		"organisation" => "IMCKATOFS2xRm",
		letters => letters,
	};
	let letters = letters.chars();
	letters.filter(|letter| !letter.is_whitespace()).collect()
}

fn arguments(on: &str) -> Vec<u8> {
	let (ann, annex) = (identity(ANN), ANNEX.account());
	let bar = pallet_custody::lot_id(b"LBMA", b"Zurich 1 0").expect("it is one");
	match on {
		// The first redemption and the first offer have the number zero.
		"" | "redemption" | "offer to London" => vec![],
		"asset" | "terms of the issuer's bond" => GOLD.encode(),
		"draft" => DRAFT.encode(),
		"minter's role" => (GOLD, Role::Minter, identity(MINTER)).encode(),
		"position" => (GOLD, ann).encode(),
		"approval" => (GOLD, ann, identity(BEN)).encode(),
		"movement" => (GOLD, Movement::Forced).encode(),
		"movement the officer wants resumed" => (GOLD, Movement::Hold).encode(),
		"docket of the officer" => OPEN.encode(),
		"expired docket of the officer" => EXPIRED.encode(),
		"holder" => ann.encode(),
		"identity without account" => fresh().encode(),
		"invited account" => (ann, GUEST.account()).encode(),
		"replaced account" => annex.encode(),
		"topic" => (ClaimTopic::Kyc, identity(REGISTRAR)).encode(),
		"claim" => (ann, ClaimTopic::Kyc, identity(REGISTRAR)).encode(),
		"vault" => ZURICH_VAULT.encode(),
		"new lot" => (GOLD, ZURICH_VAULT, vec![lot("New", 1)]).encode(),
		"lot" => (GOLD, ZURICH_VAULT, vec![bar]).encode(),
		"lot, to London" => {
			let to = (identity(LONDON), LONDON_VAULT);
			(GOLD, ZURICH_VAULT, vec![bar], to).encode()
		},
		"lots" => vec![bar].encode(),
		"bill" => bar.encode(),
		"asset in a vault" => (GOLD, ZURICH_VAULT).encode(),
		"scope" => scope(ZURICH, ZURICH_VAULT).encode(),
		"scope, as holder" => challenged(Interest::Holder),
		"scope, as auditor" => challenged(Interest::Auditor),
		"scope, as council member" => challenged(Interest::Council),
		"issuer's bond" => BondPurpose::Issuer(GOLD).encode(),
		"custodian's bond" => BondPurpose::Custodian(identity(ZURICH)).encode(),
		other => panic!("nobody knows what {other} is"),
	}
}

fn challenged(interest: Interest) -> Vec<u8> {
	(scope(ZURICH, ZURICH_VAULT), interest).encode()
}

/// Each error by which a call says that it is not for whoever signed.
fn denials() -> Vec<DispatchError> {
	type Registry = pallet_asset_registry::Error<Runtime>;
	type Compliance = pallet_compliance::Error<Runtime>;
	type Dockets = pallet_dockets::Error<Runtime>;
	type Identities = pallet_identities::Error<Runtime>;
	type Custody = pallet_custody::Error<Runtime>;
	type Attestations = pallet_attestations::Error<Runtime>;
	type Issuance = pallet_issuance::Error<Runtime>;
	type Bonds = pallet_bonds::Error<Runtime>;
	vec![
		DispatchError::BadOrigin,
		Registry::NotActive.into(),
		Registry::NotIssuer.into(),
		Registry::NotComplianceOfficer.into(),
		Registry::NotApprover.into(),
		Registry::NotSecondParty.into(),
		Registry::NotHolder.into(),
		Registry::SecondOrganisationRequired.into(),
		Registry::OrganisationRequired.into(),
		Compliance::SameOrganisation.into(),
		Dockets::NotAgent.into(),
		Dockets::NotHolder.into(),
		Dockets::SameOrganisation.into(),
		Dockets::OtherOrganisation.into(),
		Identities::NotAdmitted.into(),
		Identities::NotInGoodStanding.into(),
		Identities::NotRegistrar.into(),
		Identities::NotAuthorized.into(),
		Identities::NotSuccessor.into(),
		Identities::IssuerNotApproved.into(),
		Custody::NoActiveIdentity.into(),
		Custody::NotApproved.into(),
		Custody::MissingRole.into(),
		Custody::NotOwner.into(),
		Attestations::NotCustodian.into(),
		Attestations::NotAuditor.into(),
		Attestations::NotIndependent.into(),
		Attestations::NotPermitted.into(),
		Attestations::NotAdmitted.into(),
		Attestations::NoInterest.into(),
		Issuance::NotMinter.into(),
		Issuance::NotMintController.into(),
		Issuance::NotIssuer.into(),
		Issuance::NotCustodian.into(),
		Issuance::NotHolder.into(),
		Issuance::NotApprover.into(),
		Issuance::SameOrganisation.into(),
		Bonds::NotIssuer.into(),
		Bonds::NotOrganisation.into(),
		Bonds::NotPoster.into(),
	]
}

/// What comes of it, without a trace on the state; nobody signs for the council.
fn outcome(
	signer: Option<Actor>,
	call: &RuntimeCall,
) -> Result<DispatchResult, TransactionValidityError> {
	with_transaction(|| {
		let outcome = match signer {
			Some(signer) => send(signer, call.clone()),
			None => Ok(dispatch_as_council(call.clone())),
		};
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(outcome))
	})
	.expect("one layer more is allowed")
}

#[test]
fn each_call_is_for_those_whom_the_table_names_and_for_nobody_else() {
	execute(|| {
		world();
		let denials = denials();
		let past = |signer: Option<Actor>, call: &RuntimeCall| match outcome(signer, call) {
			Ok(Ok(())) => true,
			Ok(Err(error)) => !denials.contains(&error),
			Err(refused) => {
				let by_admission = [ReasonCode::NotAdmitted, ReasonCode::IdentitySuspended]
					.map(|reason| InvalidTransaction::Custom(reason.code()).into());
				assert!(by_admission.contains(&refused), "{refused:?} for {call:?}");
				false
			},
		};
		let indices: BTreeMap<_, _> = every_call()
			.iter()
			.map(|call| (name(call), call.encode()[..2].to_vec()))
			.collect();
		let mut wrong = vec![];
		for row in table() {
			for call in row.calls {
				let index = &indices[&(row.pallet, call)][..];
				let bytes = [index, &row.arguments[..], &[0; 4_096][..]].concat();
				let decoded = RuntimeCall::decode(&mut &bytes[..]).expect("it decodes");
				let mut who: BTreeSet<char> = SIGNERS
					.iter()
					.filter(|(_, actors)| actors.iter().any(|actor| past(Some(*actor), &decoded)))
					.map(|(letter, _)| *letter)
					.collect();
				who.extend(past(None, &decoded).then_some('#'));
				if who != row.who {
					let (found, told) = (String::from_iter(&who), String::from_iter(&row.who));
					wrong.push(format!("{}.{call}: {found}, and not {told}", row.pallet));
				}
			}
		}
		assert!(wrong.is_empty(), "{wrong:#?}");
	});
}

#[test]
fn no_call_of_ours_is_missing_from_the_table() {
	execute(|| {
		world();
		let told: BTreeSet<_> = table()
			.into_iter()
			.flat_map(|row| row.calls.into_iter().map(move |call| (row.pallet, call)))
			.collect();
		let ours: BTreeSet<_> = RuntimeCall::get_module_names()
			.iter()
			.filter(|pallet| !FROM_THE_SDK.contains(pallet))
			.flat_map(|pallet| {
				let calls = RuntimeCall::get_call_names(pallet);
				calls.iter().map(|call| (*pallet, *call))
			})
			.collect();
		assert_eq!(told, ours);
	});
}

//! Proofs that a custodian stated something false.

use super::statements::{check_signature, payload, statement};
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::{
			assay_primitives::{lots_root::LotProof, reserve::Scope},
			pallet_attestations::{
				pallet::Call,
				proof::{DeficiencyProof, Testimony},
			},
		},
		RuntimeCall,
	},
	commands::{identity::signature, vault},
	context::Context,
	errors::{Failure, Outcome},
	input::{self, lot_proof::Proof, statement::Signed},
	output::Answer,
};
use clap::Subcommand;
use std::path::{Path, PathBuf};
use subxt::utils::AccountId32;

/// What can be proven
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// A custodian stated two different things of one vault as of one moment
	Conflict {
		/// Signed report, or ASSET:VAULT for the newest one on chain
		first: String,
		/// The other
		second: String,
	},
	/// An auditor signed a lower figure for a vault's newest report
	Lower {
		/// Signed confirmation
		#[arg(value_name = "FILE.json")]
		file: PathBuf,
	},
	/// Two reports that hold at one time count one lot
	DoublePledge {
		/// Signed report, or ASSET:VAULT for the newest one on chain
		first: String,
		/// That the lot is under its root
		#[arg(value_name = "PROOF.json")]
		first_lot: PathBuf,
		/// The other report
		second: String,
		/// That the lot is under its root, too
		#[arg(value_name = "PROOF.json")]
		second_lot: PathBuf,
	},
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	let proof = match verb {
		Verb::Conflict { first, second } => DeficiencyProof::Conflict {
			first: testimony(context, &first).await?,
			second: testimony(context, &second).await?,
		},
		Verb::Lower { file } => {
			let (signed, author) = authentic(context, &file).await?;
			DeficiencyProof::LowerFigure {
				statement: statement(&signed)?,
				author,
				signature: signature(&signed.signature)?,
			}
		},
		Verb::DoublePledge {
			first,
			first_lot,
			second,
			second_lot,
		} => DeficiencyProof::DoublePledge {
			first: testimony(context, &first).await?,
			first_lot: lot_proof(&first_lot)?,
			second: testimony(context, &second).await?,
			second_lot: lot_proof(&second_lot)?,
		},
	};
	let call = Call::prove_deficiency {
		proof: Box::new(proof),
	};
	let Some(receipt) = context.send(RuntimeCall::Attestations(call)).await? else {
		return Ok(());
	};
	let event = receipt.event::<api::attestations::events::DeficiencyProven>()?;
	let answer = Answer::new()
		.fact("custodian at fault", event.scope.custodian)
		.fact("vault", event.scope.vault)
		.fact("reward units", event.reward.to_string())
		.fact("proof", hex(event.proof));
	context.print_done(Some(receipt), answer);
	Ok(())
}

/// A report that its custodian signed, or the newest one that the chain has.
async fn testimony(context: &Context, given: &str) -> Outcome<Testimony<AccountId32>> {
	let path = Path::new(given);
	if path.is_file() {
		let (signed, author) = authentic(context, path).await?;
		return Ok(Testimony::Signed {
			statement: statement(&signed)?,
			author,
			signature: signature(&signed.signature)?,
		});
	}
	let (asset, vault) = given.split_once(':').ok_or_else(|| {
		Failure::input(format!("`{given}` is neither a file nor ASSET:VAULT"))
			.next("name a signed report, or the vault whose newest report is meant")
	})?;
	let asset = context.asset(asset).await?.id;
	let scope: Scope = vault::scope(context, asset, vault).await?;
	Ok(Testimony::Newest(scope))
}

/// A signed statement whose signature holds, and who signed it. It may have expired.
async fn authentic(context: &Context, path: &Path) -> Outcome<(Signed, AccountId32)> {
	let signed = Signed::read(path)?;
	let author = context.account(&signed.signer)?;
	let bytes = payload(context, &signed).await?;
	check_signature(&signed, &bytes, &author, path)?;
	Ok((signed, author))
}

fn lot_proof(path: &Path) -> Outcome<LotProof> {
	let proof: Proof = input::read_json(path)?;
	proof.try_into()
}

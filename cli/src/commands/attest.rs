//! What custodians and auditors say of a reserve.

mod prove;
mod root;
mod statements;

use super::{identity::signature, lot, vault, write_json};
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::pallet_attestations::{
			challenge::Interest, pallet::Call, types::StatementContent,
		},
		RuntimeCall,
	},
	context::{text_of, Context},
	convert::hash_of,
	errors::{Failure, Outcome},
	input::statement::{Draft, Signed},
	moment,
	output::Answer,
};
use clap::Subcommand;
use serde_json::json;
use statements::{check_signature, payload, resolve, said, statement, typed};
use std::path::{Path, PathBuf};
use subxt::utils::AccountId32;

/// What can be done with statements
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Send a custodian's report or answer, or an auditor's confirmation, from its own account
	Send {
		/// Draft
		#[arg(value_name = "FILE.json")]
		file: PathBuf,
		/// Last moment at which a report holds, instead of the draft's
		#[arg(long)]
		valid_until: Option<String>,
		#[command(flatten)]
		root: root::Arguments,
	},
	/// Sign a draft, so that anybody who is admitted can hand it in
	Sign {
		/// Draft
		#[arg(value_name = "FILE.json")]
		file: PathBuf,
		/// File to write the signed statement to
		#[arg(long, value_name = "FILE")]
		out: PathBuf,
		/// Last moment at which it may be handed in
		#[arg(long, default_value = "+1d")]
		expires: String,
		#[command(flatten)]
		root: root::Arguments,
	},
	/// Hand in a signed statement
	Submit {
		/// Signed statement
		#[arg(value_name = "FILE.json")]
		file: PathBuf,
	},
	/// Take a report back (its custodian)
	Withdraw {
		/// Ticker or number of the asset
		asset: String,
		/// Name or number of the vault
		vault: String,
		/// Why: a file, a text, or its hash
		#[arg(long)]
		reason: String,
	},
	/// Drop a vault that is reported no more from an asset's reserve
	RemoveScope {
		/// Ticker or number of the asset
		asset: String,
		/// Name or number of the vault
		vault: String,
	},
	/// Ask a custodian for a fresh statement about lots; without one in time they count for nothing
	Challenge {
		/// Ticker or number of the asset
		asset: String,
		/// Name or number of the vault
		vault: String,
		/// REFINER:SERIAL, or ids
		#[arg(required = true)]
		lots: Vec<String>,
		/// What gives the right to ask
		#[arg(long, value_enum, default_value = "holder")]
		interest: Interest,
	},
	/// Return the deposit of a challenge that was not answered in time (anybody)
	ReturnDeposit {
		/// Ticker or number of the asset
		asset: String,
		/// Name or number of the vault
		vault: String,
		/// Number of the challenge
		challenge: u32,
	},
	/// Prove with signed statements that a custodian stated something false
	#[command(subcommand)]
	Prove(prove::Verb),
	/// Show a vault's newest report and what auditors say of it
	Show {
		/// Ticker or number of the asset
		asset: String,
		/// Name or number of the vault
		vault: String,
	},
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Send {
			file,
			valid_until,
			root,
		} => send(context, &Draft::read(&file)?, valid_until, &root).await,
		Verb::Sign {
			file,
			out,
			expires,
			root,
		} => sign(context, &Draft::read(&file)?, &out, &expires, &root).await,
		Verb::Submit { file } => submit(context, &file).await,
		Verb::Withdraw {
			asset,
			vault,
			reason,
		} => {
			let asset = context.asset(&asset).await?.id;
			let vault = vault::find(context, &vault).await?.0;
			let call = Call::withdraw_report {
				asset,
				vault,
				reason: hash_of(&reason)?,
			};
			let receipt = context.send(RuntimeCall::Attestations(call)).await?;
			context.print_done(receipt, Answer::new());
			Ok(())
		},
		Verb::RemoveScope { asset, vault } => {
			let asset = context.asset(&asset).await?.id;
			let scope = vault::scope(context, asset, &vault).await?;
			let call = RuntimeCall::Attestations(Call::remove_scope { scope });
			let receipt = context.send(call).await?;
			context.print_done(receipt, Answer::new());
			Ok(())
		},
		Verb::Challenge {
			asset,
			vault,
			lots,
			interest,
		} => {
			let asset = context.asset(&asset).await?.id;
			let call = Call::challenge_lots {
				scope: vault::scope(context, asset, &vault).await?,
				interest,
				lots: lot::parse_lots(&lots)?,
			};
			challenge(context, call).await
		},
		Verb::ReturnDeposit {
			asset,
			vault,
			challenge,
		} => {
			let asset = context.asset(&asset).await?.id;
			let scope = vault::scope(context, asset, &vault).await?;
			let call = Call::return_challenge_deposit { scope, challenge };
			let receipt = context.send(RuntimeCall::Attestations(call)).await?;
			context.print_done(receipt, Answer::new());
			Ok(())
		},
		Verb::Prove(verb) => prove::run(context, verb).await,
		Verb::Show { asset, vault } => show(context, &asset, &vault).await,
	}
}

async fn challenge(context: &Context, call: Call) -> Outcome {
	let Some(receipt) = context.send(RuntimeCall::Attestations(call)).await? else {
		return Ok(());
	};
	let event = receipt.event::<api::attestations::events::LotsChallenged>()?;
	let answer = Answer::new()
		.fact("challenge", event.challenge)
		.fact("answer due", moment::format(event.answer_by));
	context.print_done(Some(receipt), answer);
	Ok(())
}

async fn send(
	context: &Context,
	draft: &Draft,
	valid_until: Option<String>,
	root: &root::Arguments,
) -> Outcome {
	let (asset, scope, content) = resolve(context, draft, valid_until, root).await?;
	let call = match typed(&content)? {
		StatementContent::Report(report) => Call::submit_report {
			asset: scope.asset,
			vault: scope.vault,
			report,
		},
		StatementContent::Confirmation(confirmation) => Call::confirm {
			scope,
			confirmation,
		},
		StatementContent::Answer(answer) => Call::answer_challenge {
			asset: scope.asset,
			vault: scope.vault,
			answer,
		},
	};
	let receipt = context.send(RuntimeCall::Attestations(call)).await?;
	context.print_done(receipt, said(Answer::new(), &asset, &content));
	Ok(())
}

async fn sign(
	context: &Context,
	draft: &Draft,
	out: &Path,
	expires: &str,
	root: &root::Arguments,
) -> Outcome {
	let (asset, scope, content) = resolve(context, draft, None, root).await?;
	let expires_at_ms = context.moment(expires).await?;
	let key = context.signer().await?;
	let chain = context.chain().await?;
	let mut signed = Signed {
		version: 1,
		genesis: hex(chain.genesis()),
		expires_at_ms,
		asset: scope.asset,
		custodian: scope.custodian,
		vault: scope.vault,
		content,
		signer: AccountId32(key.public_key().0).to_string(),
		signature: String::new(),
	};
	let payload = payload(context, &signed).await?;
	signed.signature = hex(key.sign(&payload).0);
	write_json(out, &signed)?;
	let answer = Answer::new().fact("written", out.display().to_string());
	context.print(
		said(answer, &asset, &signed.content)
			.fact("may be handed in until", moment::format(expires_at_ms)),
	);
	Ok(())
}

async fn submit(context: &Context, path: &Path) -> Outcome {
	let signed = Signed::read(path)?;
	let chain = context.chain().await?;
	signed.check(path, &hex(chain.genesis()), chain.now().await?)?;
	let author = context.account(&signed.signer)?;
	let bytes = payload(context, &signed).await?;
	check_signature(&signed, &bytes, &author, path)?;
	let call = Call::submit_statement {
		statement: statement(&signed)?,
		author,
		signature: signature(&signed.signature)?,
	};
	let receipt = context.send(RuntimeCall::Attestations(call)).await?;
	let asset = context.asset(&signed.asset.to_string()).await?;
	let answer = Answer::new().fact("author", signed.signer);
	context.print_done(receipt, said(answer, &asset, &signed.content));
	Ok(())
}

async fn show(context: &Context, asset: &str, vault: &str) -> Outcome {
	let asset = context.asset(asset).await?;
	let scope = vault::scope(context, asset.id, vault).await?;
	let question = api::view_functions().attestations().report(scope.clone());
	let report = context.chain().await?.ask(question).await?.ok_or_else(|| {
		Failure::refused(format!(
			"the vault {vault} has no report for {}",
			asset.symbol
		))
		.named("ReportNotFound")
		.next("have its custodian report: `assay attest send`")
	})?;
	let rows = report.confirmations.0.iter().map(|it| {
		vec![
			json!(it.auditor),
			json!(format!("{:?}", it.verdict)),
			json!(asset.quantity(it.quantity)),
			json!(moment::format(it.at)),
			json!(hex(it.evidence_hash)),
		]
	});
	let question = api::view_functions()
		.attestations()
		.challenges(scope.clone());
	let open = context.chain().await?.ask(question).await?;
	let challenges = open.iter().map(|it| {
		vec![
			json!(it.id),
			json!(it.challenger),
			json!(it.lots.0.len()),
			json!(moment::format(it.answer_by)),
		]
	});
	let statement = &report.statement;
	context.print(
		Answer::new()
			.fact("custodian", scope.custodian)
			.fact("vault", scope.vault)
			.fact("quantity", asset.quantity(statement.quantity))
			.fact("as of", moment::format(statement.as_of))
			.fact("valid until", moment::format(statement.valid_until))
			.fact("basis", format!("{:?}", statement.basis))
			.fact("class", format!("{:?}", statement.class))
			.fact("evidence", hex(statement.evidence_hash))
			.fact("evidence uri", text_of(&statement.evidence_uri.0))
			.maybe("lots root", statement.lots_root.map(hex))
			.fact("sequence", report.sequence)
			.fact("previous", hex(report.previous_hash))
			.fact("submitted", moment::format(report.submitted_at))
			.maybe("withdrawn", report.withdrawn.map(hex))
			.with_list(
				"verdicts",
				&["auditor", "verdict", "quantity", "at", "evidence"],
				rows.collect(),
			)
			.with_list(
				"challenges",
				&["challenge", "by", "lots", "answer due"],
				challenges.collect(),
			),
	);
	Ok(())
}

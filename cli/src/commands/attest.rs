//! What custodians and auditors say of a reserve.

use super::{identity::signature, vault, write_json};
use crate::{
	accounts::{hex, parse_hash},
	api::{
		self,
		runtime_types::{
			assay_primitives::reserve::{Basis, LiquidityClass, Scope},
			pallet_attestations::{
				pallet::Call,
				types::{ConfirmationInput, ReportInput, Statement, StatementContent, Verdict},
			},
		},
		RuntimeCall,
	},
	context::{text_of, AssetInfo, Context},
	convert::{blake2, hash_of, text},
	errors::{Failure, Outcome},
	input::{
		self,
		statement::{self as file, Content, Draft, Signed},
	},
	moment,
	output::Answer,
};
use clap::Subcommand;
use serde_json::json;
use std::path::{Path, PathBuf};
use subxt::utils::{AccountId32, H256};
use subxt_signer::sr25519;

/// What can be done with statements
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Send a custodian's report or an auditor's confirmation, from its own account
	Send {
		/// Draft
		#[arg(value_name = "FILE.json")]
		file: PathBuf,
		/// Last moment at which a report holds, instead of the draft's
		#[arg(long)]
		valid_until: Option<String>,
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
		Verb::Send { file, valid_until } => send(context, &Draft::read(&file)?, valid_until).await,
		Verb::Sign { file, out, expires } => {
			sign(context, &Draft::read(&file)?, &out, &expires).await
		},
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
		Verb::Show { asset, vault } => show(context, &asset, &vault).await,
	}
}

async fn send(context: &Context, draft: &Draft, valid_until: Option<String>) -> Outcome {
	let (asset, scope, content) = resolve(context, draft, valid_until).await?;
	let quantity = content.quantity();
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
	};
	let receipt = context.send(RuntimeCall::Attestations(call)).await?;
	let answer = Answer::new()
		.fact("stated", asset.quantity(quantity))
		.fact("as of", moment::format(content.as_of()));
	context.print_done(receipt, answer);
	Ok(())
}

async fn sign(context: &Context, draft: &Draft, out: &Path, expires: &str) -> Outcome {
	let (asset, scope, content) = resolve(context, draft, None).await?;
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
	context.print(
		Answer::new()
			.fact("written", out.display().to_string())
			.fact("stated", asset.quantity(signed.content.quantity()))
			.fact("as of", moment::format(signed.content.as_of()))
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
	let answer = Answer::new()
		.fact("author", signed.signer)
		.fact("stated", asset.quantity(signed.content.quantity()))
		.fact("as of", moment::format(signed.content.as_of()));
	context.print_done(receipt, answer);
	Ok(())
}

/// Fails unless the file's signer signed exactly this.
fn check_signature(signed: &Signed, payload: &[u8], author: &AccountId32, path: &Path) -> Outcome {
	let bytes = hex::decode(signed.signature.trim_start_matches("0x")).ok();
	let signature: Option<[u8; 64]> = bytes.and_then(|bytes| bytes.try_into().ok());
	let holds = signature.is_some_and(|signature| {
		let key = sr25519::PublicKey(author.0);
		let wrapped = [b"<Bytes>", payload, b"</Bytes>"].concat();
		let signature = sr25519::Signature(signature);
		sr25519::verify(&signature, payload, &key) || sr25519::verify(&signature, wrapped, &key)
	});
	match holds {
		true => Ok(()),
		false => Err(Failure::input(format!(
			"{}: the signature is not {}'s over this statement",
			path.display(),
			signed.signer
		))
		.next("it was changed after signing, or signed with another key: have it signed again")),
	}
}

/// The bytes that are signed, as the chain composes them.
async fn payload(context: &Context, signed: &Signed) -> Outcome<Vec<u8>> {
	let question = api::view_functions()
		.attestations()
		.statement_payload(statement(signed)?);
	context.chain().await?.ask(question).await
}

fn statement(signed: &Signed) -> Outcome<Statement> {
	Ok(Statement {
		genesis: H256(parse_hash(&signed.genesis)?),
		expires_at: signed.expires_at_ms,
		scope: Scope {
			asset: signed.asset,
			custodian: signed.custodian,
			vault: signed.vault,
		},
		content: typed(&signed.content)?,
	})
}

fn typed(content: &Content) -> Outcome<StatementContent> {
	Ok(match content {
		Content::Report {
			as_of_ms,
			valid_until_ms,
			quantity,
			unit_hash,
			basis,
			class,
			evidence_hash,
			evidence_uri,
		} => StatementContent::Report(ReportInput {
			as_of: *as_of_ms,
			valid_until: *valid_until_ms,
			quantity: *quantity,
			unit: H256(parse_hash(unit_hash)?),
			basis: match basis {
				file::Basis::Market => Basis::Market,
				file::Basis::Cost => Basis::Cost,
				file::Basis::Model => Basis::Model,
			},
			class: match class {
				file::Class::Liquid => LiquidityClass::Liquid,
				file::Class::Illiquid => LiquidityClass::Illiquid,
			},
			evidence_hash: H256(parse_hash(evidence_hash)?),
			evidence_uri: text(evidence_uri),
			lots_root: None,
		}),
		Content::Confirmation {
			as_of_ms,
			quantity,
			verdict,
			evidence_hash,
		} => StatementContent::Confirmation(ConfirmationInput {
			as_of: *as_of_ms,
			quantity: *quantity,
			verdict: match verdict {
				file::Verdict::Confirms => Verdict::Confirms,
				file::Verdict::Contradicts => Verdict::Contradicts,
			},
			evidence_hash: H256(parse_hash(evidence_hash)?),
		}),
	})
}

/// What a draft means on this chain: dates become milliseconds, decimals smallest units.
async fn resolve(
	context: &Context,
	draft: &Draft,
	until: Option<String>,
) -> Outcome<(AssetInfo, Scope, Content)> {
	let (Draft::Report {
		asset,
		vault,
		quantity,
		unit,
		evidence,
		..
	}
	| Draft::Confirmation {
		asset,
		vault,
		quantity,
		unit,
		evidence,
		..
	}) = draft;
	let asset = context.asset(asset).await?;
	if *unit != asset.unit {
		return Err(Failure::input(format!(
			"the statement counts in `{unit}`, and the asset's terms in `{}`",
			asset.unit
		))
		.next("correct the statement; nothing was signed"));
	}
	let scope = vault::scope(context, asset.id, vault).await?;
	let quantity = asset.parse_quantity(quantity)?;
	let evidence_hash = hex(blake2(&input::read_bytes(&evidence.file)?));
	let content = match draft {
		Draft::Report {
			as_of,
			valid_until,
			basis,
			class,
			..
		} => {
			let now = context.chain().await?.now().await?;
			let as_of_ms = if as_of == "now" {
				now
			} else {
				moment::parse(as_of, now)?
			};
			let valid_until = until.as_deref().unwrap_or(valid_until);
			let valid_until_ms = moment::parse(valid_until, now)?;
			if valid_until_ms <= now {
				return Err(Failure::input(format!(
					"the report holds only until {}, which is past",
					moment::format(valid_until_ms)
				))
				.next("write a later `valid_until`; nothing was signed"));
			}
			Content::Report {
				as_of_ms,
				valid_until_ms,
				quantity,
				unit_hash: hex(blake2(asset.unit.as_bytes())),
				basis: *basis,
				class: *class,
				evidence_hash,
				evidence_uri: evidence.uri.clone(),
			}
		},
		Draft::Confirmation { verdict, .. } => {
			let head = api::view_functions().attestations().head(scope.clone());
			let head = context.chain().await?.ask(head).await?.ok_or_else(|| {
				Failure::refused(format!("the vault {vault} has no report to confirm"))
					.named("ReportNotFound")
					.next("have its custodian report first: `assay attest send`")
			})?;
			Content::Confirmation {
				as_of_ms: head.as_of,
				quantity,
				verdict: *verdict,
				evidence_hash,
			}
		},
	};
	Ok((asset, scope, content))
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
			.fact("sequence", report.sequence)
			.fact("previous", hex(report.previous_hash))
			.fact("submitted", moment::format(report.submitted_at))
			.maybe("withdrawn", report.withdrawn.map(hex))
			.with_list(
				"verdicts",
				&["auditor", "verdict", "quantity", "at", "evidence"],
				rows.collect(),
			),
	);
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	fn signed(key: &sr25519::Keypair, payload: &[u8]) -> Signed {
		Signed {
			version: 1,
			genesis: hex([0; 32]),
			expires_at_ms: 1,
			asset: 0,
			custodian: 0,
			vault: 0,
			content: Content::Confirmation {
				as_of_ms: 0,
				quantity: 1,
				verdict: file::Verdict::Confirms,
				evidence_hash: hex([0; 32]),
			},
			signer: AccountId32(key.public_key().0).to_string(),
			signature: hex(key.sign(payload).0),
		}
	}

	#[test]
	fn works_for_bare_and_wrapped_signatures() {
		let key = sr25519::dev::alice();
		let author = AccountId32(key.public_key().0);
		let path = Path::new("s.json");
		for payload in [b"said".to_vec(), b"<Bytes>said</Bytes>".to_vec()] {
			assert_eq!(
				check_signature(&signed(&key, &payload), b"said", &author, path),
				Ok(())
			);
		}
	}

	#[test]
	fn fails_when_another_key_signed() {
		let author = AccountId32(sr25519::dev::alice().public_key().0);
		let path = Path::new("s.json");
		let mut by_bob = signed(&sr25519::dev::bob(), b"said");
		by_bob.signer = author.to_string();
		let failure = check_signature(&by_bob, b"said", &author, path).unwrap_err();
		assert_eq!(failure.exit_code(), 2);
		assert!(
			failure.what.contains("s.json: the signature is not 5Grwva"),
			"{failure}"
		);
		by_bob.signature = "0x12".into();
		assert!(check_signature(&by_bob, b"said", &author, path).is_err());
	}

	#[test]
	fn fails_when_the_statement_was_changed() {
		let key = sr25519::dev::alice();
		let author = AccountId32(key.public_key().0);
		let original = signed(&key, b"said");
		assert!(check_signature(&original, b"changed", &author, Path::new("s.json")).is_err());
	}
}

//! Statements between the files that people write and the chain's types.

use super::root;
use crate::{
	accounts::{hex, parse_hash},
	api::{
		self,
		runtime_types::{
			assay_primitives::reserve::{Basis, LiquidityClass, Scope},
			pallet_attestations::{
				challenge::AnswerInput,
				types::{ConfirmationInput, ReportInput, Statement, StatementContent, Verdict},
			},
		},
	},
	commands::vault,
	context::{text_of, AssetInfo, Context},
	convert::{blake2, text},
	errors::{Failure, Outcome},
	input::{
		self,
		statement::{self as file, Content, Draft, Signed},
	},
	moment,
	output::Answer,
};
use std::path::Path;
use subxt::utils::{AccountId32, H256};
use subxt_signer::sr25519;

/// What a statement says, in short.
pub fn said(answer: Answer, asset: &AssetInfo, content: &Content) -> Answer {
	answer
		.maybe("stated", content.quantity().map(|it| asset.quantity(it)))
		.maybe("lots root", content.lots_root())
		.maybe("report", content.report())
		.maybe("as of", content.as_of().map(moment::format))
}

/// Fails unless the file's signer signed exactly this.
pub fn check_signature(
	signed: &Signed,
	payload: &[u8],
	author: &AccountId32,
	path: &Path,
) -> Outcome {
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
pub async fn payload(context: &Context, signed: &Signed) -> Outcome<Vec<u8>> {
	let question = api::view_functions()
		.attestations()
		.statement_payload(statement(signed)?);
	context.chain().await?.ask(question).await
}

pub fn statement(signed: &Signed) -> Outcome<Statement> {
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

pub fn typed(content: &Content) -> Outcome<StatementContent> {
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
			lots_root,
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
			lots_root: match lots_root {
				Some(root) => Some(H256(parse_hash(root)?)),
				None => None,
			},
		}),
		Content::Confirmation {
			report_hash,
			quantity,
			verdict,
			evidence_hash,
		} => StatementContent::Confirmation(ConfirmationInput {
			report: H256(parse_hash(report_hash)?),
			quantity: *quantity,
			verdict: match verdict {
				file::Verdict::Confirms => Verdict::Confirms,
				file::Verdict::Contradicts => Verdict::Contradicts,
			},
			evidence_hash: H256(parse_hash(evidence_hash)?),
		}),
		Content::Answer {
			challenge,
			as_of_ms,
			evidence_hash,
			evidence_uri,
		} => StatementContent::Answer(AnswerInput {
			challenge: *challenge,
			as_of: *as_of_ms,
			evidence_hash: H256(parse_hash(evidence_hash)?),
			evidence_uri: text(evidence_uri),
		}),
	})
}

/// What a draft means on this chain: dates become milliseconds, decimals smallest units.
pub async fn resolve(
	context: &Context,
	draft: &Draft,
	until: Option<String>,
	root: &root::Arguments,
) -> Outcome<(AssetInfo, Scope, Content)> {
	root.check(draft)?;
	let (Draft::Report {
		asset,
		vault,
		evidence,
		..
	}
	| Draft::Confirmation {
		asset,
		vault,
		evidence,
		..
	}
	| Draft::Answer {
		asset,
		vault,
		evidence,
		..
	}) = draft;
	let asset = context.asset(asset).await?;
	let (vault_id, record) = vault::find(context, vault).await?;
	let scope = Scope {
		asset: asset.id,
		custodian: record.custodian,
		vault: vault_id,
	};
	let evidence_hash = hex(blake2(&input::read_bytes(&evidence.file)?));
	let now = context.chain().await?.now().await?;
	let moment_of = |as_of: &str| match as_of {
		"now" => Ok(now),
		as_of => moment::parse(as_of, now),
	};
	let content = match draft {
		Draft::Report {
			as_of,
			valid_until,
			quantity,
			unit,
			basis,
			class,
			..
		} => {
			let quantity = quantity_in(&asset, quantity, unit)?;
			let as_of_ms = moment_of(as_of)?;
			let valid_until = until.as_deref().unwrap_or(valid_until);
			let valid_until_ms = moment::parse(valid_until, now)?;
			if valid_until_ms <= now {
				return Err(Failure::input(format!(
					"the report holds only until {}, which is past",
					moment::format(valid_until_ms)
				))
				.next("write a later `valid_until`; nothing was signed"));
			}
			let root = root.resolve(&asset, &text_of(&record.name.0), quantity)?;
			Content::Report {
				as_of_ms,
				valid_until_ms,
				quantity,
				unit_hash: hex(blake2(asset.unit.as_bytes())),
				basis: *basis,
				class: *class,
				evidence_hash,
				evidence_uri: evidence.uri.clone(),
				lots_root: root.map(hex),
			}
		},
		Draft::Confirmation {
			quantity,
			unit,
			verdict,
			..
		} => {
			let quantity = quantity_in(&asset, quantity, unit)?;
			let head = api::view_functions().attestations().head(scope.clone());
			let head = context.chain().await?.ask(head).await?.ok_or_else(|| {
				Failure::refused(format!("the vault {vault} has no report to confirm"))
					.named("ReportNotFound")
					.next("have its custodian report first: `assay attest send`")
			})?;
			Content::Confirmation {
				report_hash: hex(head.hash),
				quantity,
				verdict: *verdict,
				evidence_hash,
			}
		},
		Draft::Answer {
			challenge, as_of, ..
		} => Content::Answer {
			challenge: *challenge,
			as_of_ms: moment_of(as_of)?,
			evidence_hash,
			evidence_uri: evidence.uri.clone(),
		},
	};
	Ok((asset, scope, content))
}

/// A quantity in smallest units, if it is stated in the unit that the asset's terms name.
fn quantity_in(asset: &AssetInfo, quantity: &str, unit: &str) -> Outcome<u128> {
	if *unit != asset.unit {
		return Err(Failure::input(format!(
			"the statement counts in `{unit}`, and the asset's terms in `{}`",
			asset.unit
		))
		.next("correct the statement; nothing was signed"));
	}
	asset.parse_quantity(quantity)
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
				report_hash: hex([0; 32]),
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

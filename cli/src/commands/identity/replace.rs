//! A lost or stolen account gives way to another one of the same identity.

use super::link::{check_genesis_of, signature};
use crate::{
	accounts::{hex, is_multisig},
	api::{
		self,
		runtime_types::{
			pallet_identities::{
				pallet::Call,
				types::{Consent, Replacement, ReplacementStage},
			},
			sp_runtime::MultiSignature,
		},
		RuntimeCall,
	},
	commands::{position::held_by, write_json, Case},
	context::Context,
	errors::{Failure, Outcome},
	input, moment,
	output::Answer,
};
use clap::Subcommand;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::PathBuf;
use subxt::utils::AccountId32;
use subxt_signer::sr25519::Keypair;

/// What can be done to replace an account
#[derive(Debug, Subcommand)]
pub enum ReplaceVerb {
	/// Have an account replaced; it is frozen at once (registrar, or another account of the identity)
	Propose {
		/// The lost account
		old: String,
		/// The account that takes its place, linked to nobody yet
		new: String,
		/// Key of the new account, to sign here and now
		#[arg(long, conflicts_with = "signed")]
		key: Option<String>,
		/// Instead: its signature, from `replace sign`. Without either the new account accepts later,
		/// which a multisig or a proxied account can and a plain key, not admitted yet, cannot
		#[arg(long, value_name = "FILE")]
		signed: Option<PathBuf>,
	},
	/// Sign, as the new account, that it takes the place of another
	Sign {
		/// The lost account
		old: String,
		/// Last moment at which the signature may be used
		#[arg(long, default_value = "+1d")]
		expires: String,
		/// File to write it to
		#[arg(long, value_name = "FILE")]
		out: PathBuf,
	},
	/// Accept, as the new account, when it is a multisig or acts by proxy
	Accept {
		/// The lost account
		old: String,
	},
	/// Object, as the account that is being replaced; the council must decide then
	Object,
	/// Give it up, so that the old account acts again (registrar, council or, unless the registrar opened
	/// it, another account)
	Cancel {
		/// The account that is being replaced
		old: String,
	},
	/// Link the new account once the time for objections has passed (anybody)
	Complete {
		/// The account that is being replaced
		old: String,
	},
	/// Decide for a replacement that the old account has objected to (council)
	Settle {
		/// The account that is being replaced
		old: String,
		#[command(flatten)]
		case: Case,
	},
	/// Unlink the old account once it holds nothing (anybody)
	Close {
		/// The account that is being replaced
		old: String,
	},
	/// Show how far it has come, what the old account holds, and what to do next
	Show {
		/// The account that is being replaced
		old: String,
	},
}

/// That an account takes the place of another.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignedReplacement {
	/// Hash of block 0 of the chain it is meant for.
	genesis: String,
	/// The lost account.
	old: String,
	/// The new account, which signed.
	new: String,
	/// Last moment at which it may be used.
	expires_ms: u64,
	/// Its sr25519 signature.
	signature: String,
}

/// Carries it out.
pub async fn replace(context: &Context, verb: ReplaceVerb) -> Outcome {
	let send = |call: Call| context.send(RuntimeCall::Identities(call));
	let account = |text: &str| context.account(text);
	let receipt = match verb {
		ReplaceVerb::Propose {
			old,
			new,
			key,
			signed,
		} => return propose(context, account(&old)?, &new, key, signed).await,
		ReplaceVerb::Sign { old, expires, out } => {
			let (old, expires) = (account(&old)?, context.moment(&expires).await?);
			let signed = sign(context, old, context.signer().await?, expires).await?;
			write_json(&out, &signed)?;
			context.print(
				Answer::new()
					.fact("written", out.display().to_string())
					.fact("account", signed.new)
					.fact("expires", moment::format(expires)),
			);
			return Ok(());
		},
		ReplaceVerb::Accept { old } => {
			send(Call::accept_replacement {
				old: account(&old)?,
			})
			.await?
		},
		ReplaceVerb::Object => send(Call::object_replacement).await?,
		ReplaceVerb::Cancel { old } => {
			send(Call::cancel_replacement {
				old: account(&old)?,
			})
			.await?
		},
		ReplaceVerb::Complete { old } => {
			let old = account(&old)?;
			let receipt = send(Call::complete_replacement { old }).await?;
			let answer = match receipt {
				Some(_) => Answer::new().fact("next", next_of_settling(context, old).await?),
				None => Answer::new(),
			};
			context.print_done(receipt, answer);
			return Ok(());
		},
		ReplaceVerb::Settle { old, case } => {
			let (old, case) = (account(&old)?, case.hash()?);
			let call = Call::settle_replacement { old, case };
			context
				.send_as_council(RuntimeCall::Identities(call))
				.await?
		},
		ReplaceVerb::Close { old } => {
			send(Call::close_replacement {
				old: account(&old)?,
			})
			.await?
		},
		ReplaceVerb::Show { old } => return show(context, account(&old)?).await,
	};
	context.print_done(receipt, Answer::new());
	Ok(())
}

async fn propose(
	context: &Context,
	old: AccountId32,
	named: &str,
	key: Option<String>,
	signed: Option<PathBuf>,
) -> Outcome {
	let new = context.account(named)?;
	let signed = match (key, signed) {
		(Some(key), _) => {
			let expires = context.moment("+1h").await?;
			Some(sign(context, old, &context.key(&key).await?, expires).await?)
		},
		(None, Some(path)) => {
			let signed: SignedReplacement = input::read_json(&path)?;
			check_genesis_of(context, &signed.genesis).await?;
			Some(signed)
		},
		(None, None) => None,
	};
	let consent = match signed {
		Some(signed) => Some(consent(context, &signed, &old, &new)?),
		None => None,
	};
	let next = match (&consent, is_multisig(named)) {
		(None, false) => next_of_plain_key(&old),
		(consent, _) => next(ReplacementStage::Open, consent.is_some(), &old),
	};
	let call = Call::propose_replacement { old, new, consent };
	let receipt = context.send(RuntimeCall::Identities(call)).await?;
	let answer = match &receipt {
		Some(receipt) => {
			let event = receipt.event::<api::identities::events::ReplacementProposed>()?;
			Answer::new()
				.fact("identity", event.identity)
				.fact("frozen", old.to_string())
				.fact("it may object until", moment::format(event.objection_until))
				.fact("next", next)
		},
		None => Answer::new(),
	};
	context.print_done(receipt, answer);
	Ok(())
}

/// The signed will, if it is about these two accounts.
fn consent(
	context: &Context,
	signed: &SignedReplacement,
	old: &AccountId32,
	new: &AccountId32,
) -> Outcome<Consent<MultiSignature>> {
	let of = (context.account(&signed.old)?, context.account(&signed.new)?);
	if of != (*old, *new) {
		return Err(Failure::input(format!(
			"the signature is that of {} for the place of {}",
			signed.new, signed.old
		))
		.next("have the new account sign with `assay identity replace sign`"));
	}
	Ok(Consent {
		expires: signed.expires_ms,
		signature: signature(&signed.signature)?,
	})
}

async fn sign(
	context: &Context,
	old: AccountId32,
	key: &Keypair,
	expires_ms: u64,
) -> Outcome<SignedReplacement> {
	let new = AccountId32(key.public_key().0);
	let question = api::view_functions()
		.identities()
		.replacement_payload(old, new, expires_ms);
	let payload = context.chain().await?.ask(question).await?.ok_or_else(|| {
		Failure::refused(format!("the account {old} is not linked to an identity"))
			.named("NotLinked")
			.next("only a linked account can be replaced")
	})?;
	Ok(SignedReplacement {
		genesis: hex(context.chain().await?.genesis()),
		old: old.to_string(),
		new: new.to_string(),
		expires_ms,
		signature: hex(key.sign(&payload).0),
	})
}

async fn show(context: &Context, old: AccountId32) -> Outcome {
	let question = api::view_functions().identities().replacement(old);
	let replacement: Replacement<AccountId32> =
		context.chain().await?.ask(question).await?.ok_or_else(|| {
			Failure::refused(format!("the account {old} is not being replaced"))
				.named("ReplacementNotFound")
				.next("`assay identity replace propose` begins it")
		})?;
	let held = held_by(context, &old).await?;
	let rows = held
		.iter()
		.map(|(asset, free)| vec![json!(asset.symbol), json!(asset.tokens(*free))]);
	let rows = rows.collect();
	let settling = matches!(replacement.stage, ReplacementStage::Settling);
	let next = match settling {
		true => next_of_settling(context, old).await?,
		false => next(replacement.stage.clone(), replacement.accepted, &old),
	};
	context.print(
		Answer::new()
			.fact("old account", old.to_string())
			.fact("new account", replacement.successor.to_string())
			.fact("stage", format!("{:?}", replacement.stage))
			.fact("new account has accepted", replacement.accepted)
			.fact(
				"old account may object until",
				moment::format(replacement.objection_until),
			)
			.fact("next", next)
			.with_list("held by the old account", &["asset", "free"], rows),
	);
	Ok(())
}

/// What to do at a stage.
fn next(stage: ReplacementStage, accepted: bool, old: &AccountId32) -> String {
	match stage {
		ReplacementStage::Open if !accepted => {
			format!(
				"the new account, when it is a multisig or acts by proxy: assay identity replace \
				 accept {old}; {}",
				next_of_plain_key(old)
			)
		},
		ReplacementStage::Open => {
			format!("once the time is over: assay identity replace complete {old}")
		},
		ReplacementStage::Contested => {
			format!(
				"the council decides: assay identity replace settle {old}, or assay identity replace \
				 cancel {old}"
			)
		},
		ReplacementStage::Settling => format!("assay identity replace close {old}"),
	}
}

/// A plain key that is linked to nobody may send nothing, so that only its signature counts.
fn next_of_plain_key(old: &AccountId32) -> String {
	format!(
		"a plain key cannot accept by itself, for it is not admitted yet: assay identity replace \
		 cancel {old}, then propose it again with --key, or with --signed from `replace sign`"
	)
}

/// What to do while what the old account holds is moved.
async fn next_of_settling(context: &Context, old: AccountId32) -> Outcome<String> {
	let held = held_by(context, &old).await?;
	Ok(match held.first() {
		Some((asset, _)) => format!("assay position move-replaced {} {old}", asset.symbol),
		None => next(ReplacementStage::Settling, true, &old),
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_stage_has_a_next_step() {
		let old = AccountId32([7; 32]);
		let steps: Vec<String> = [
			(ReplacementStage::Open, false),
			(ReplacementStage::Open, true),
			(ReplacementStage::Contested, true),
			(ReplacementStage::Settling, true),
		]
		.into_iter()
		.map(|(stage, accepted)| next(stage, accepted, &old))
		.collect();
		for (step, verb) in steps.iter().zip(["accept", "complete", "settle", "close"]) {
			assert!(step.contains(verb), "{step}");
		}
	}

	#[test]
	fn a_plain_key_is_not_told_to_accept() {
		let step = next_of_plain_key(&AccountId32([7; 32]));
		assert!(
			!step.contains("replace accept") && step.contains("--key"),
			"{step}"
		);
	}
}

//! Who makes and finalizes blocks, and the keys of one's own node.

use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::{
			assay_runtime::configs::consensus::opaque_keys::SessionKeys,
			pallet_session::pallet::Call as Session,
			sp_consensus_aura::sr25519::app_sr25519::Public as Aura,
			sp_consensus_grandpa::app::Public as Grandpa,
		},
		RuntimeCall,
	},
	context::Context,
	errors::{Failure, Outcome},
	output::Answer,
	refusal,
};
use clap::Subcommand;
use serde::Deserialize;
use serde_json::json;
use subxt::rpcs::{rpc_params, Error as ClientError};

/// What can be done with validators
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// List the validators in office
	List,
	/// Have the node at --url make new session keys, and register them
	RotateKeys,
}

/// What a node answers when it made keys. Both fields are SCALE in hex.
#[derive(Deserialize)]
struct NewKeys {
	keys: String,
	proof: Option<String>,
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::List => list(context).await,
		Verb::RotateKeys => rotate_keys(context).await,
	}
}

async fn list(context: &Context) -> Outcome {
	let chain = context.chain().await?;
	let validators = chain
		.state(api::storage().session().validators(), ())
		.await?
		.unwrap_or_default();
	let disabled: Vec<u32> = chain
		.state(api::storage().session().disabled_validators(), ())
		.await?
		.unwrap_or_default()
		.into_iter()
		.map(|(index, _)| index)
		.collect();
	let rows = (0u32..)
		.zip(&validators)
		.map(|(index, validator)| {
			vec![
				json!(index),
				json!(validator.to_string()),
				json!(disabled.contains(&index)),
			]
		})
		.collect();
	context.print(Answer::list(&["index", "validator", "disabled"], rows));
	Ok(())
}

async fn rotate_keys(context: &Context) -> Outcome {
	let chain = context.chain().await?;
	let owner = context.acting_account().await?;
	let made = chain
		.request::<NewKeys>("author_rotateKeysWithOwner", rpc_params![hex(owner.0)])
		.await
		.map_err(|error| match error {
			ClientError::User(error) => {
				Failure::refused(format!("the node made no keys: {}", error.message)).next(
					"ask the validator's own node, over 127.0.0.1: others do not get to do this",
				)
			},
			other => refusal::backend(&other),
		})?;
	let keys = session_keys(&bytes(&made.keys)?)
		.ok_or_else(|| refusal::outdated("the node's session keys are not the chain's"))?;
	let proof = bytes(&made.proof.ok_or_else(|| {
		refusal::outdated("the node does not prove that it has the keys it made")
	})?)?;
	let receipt = context
		.send(RuntimeCall::Session(Session::set_keys { keys, proof }))
		.await?;
	context.print_done(
		receipt,
		Answer::new()
			.fact("keys", made.keys)
			.fact("in use", "from the session after the next"),
	);
	Ok(())
}

/// The keys as the runtime orders them: Aura, then GRANDPA.
fn session_keys(bytes: &[u8]) -> Option<SessionKeys> {
	let (aura, grandpa) = bytes.split_first_chunk::<32>()?;
	Some(SessionKeys {
		aura: Aura(*aura),
		grandpa: Grandpa(grandpa.try_into().ok()?),
	})
}

fn bytes(text: &str) -> Outcome<Vec<u8>> {
	hex::decode(text.trim_start_matches("0x")).map_err(|error| refusal::backend(&error))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_with_keys_in_the_runtimes_order() {
		let keys = session_keys(&[[1; 32], [2; 32]].concat()).unwrap();
		assert_eq!((keys.aura.0, keys.grandpa.0), ([1; 32], [2; 32]));
	}

	#[test]
	fn fails_when_keys_are_missing_or_too_many() {
		for length in [0, 32, 63, 65, 96] {
			assert!(session_keys(&vec![0; length]).is_none(), "{length}");
		}
	}
}

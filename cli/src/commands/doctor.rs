//! What is wrong, and what to do about it.

use crate::{
	accounts::hex,
	api,
	context::{asy, Context},
	errors::{Failure, Outcome},
	moment,
	output::Answer,
	refusal,
};
use serde_json::{json, Value};
use subxt::utils::AccountId32;

/// A clock that is this far from the chain's is wrong, or the chain stands still, in ms.
const CLOCK_TOLERANCE: u64 = 60_000;
/// Blocks that finality may lag behind.
const FINALITY_TOLERANCE: u64 = 20;

/// One check: what, how it stands, and what to do if it fails.
struct Check {
	what: &'static str,
	found: String,
	remedy: Option<String>,
}

/// Checks the node, the chain, and the key, and says what to do about what is wrong.
pub async fn run(context: &Context) -> Outcome {
	let mut checks = Vec::new();
	node(context, &mut checks).await?;
	if let Some(name) = &context.options.key {
		key(context, name, &mut checks).await?;
	}
	let wrong = checks.iter().filter(|check| check.remedy.is_some()).count();
	let rows = checks.iter().map(Check::row).collect();
	context.print(Answer::list(&["check", "ok", "found", "next"], rows));
	match wrong {
		0 => Ok(()),
		_ => Err(
			Failure::refused(format!("{wrong} of {} checks failed", checks.len()))
				.next("do what the list says"),
		),
	}
}

impl Check {
	fn new(what: &'static str, found: impl Into<String>, ok: bool, remedy: &str) -> Self {
		Self {
			what,
			found: found.into(),
			remedy: (!ok).then(|| remedy.to_string()),
		}
	}

	fn row(&self) -> Vec<Value> {
		vec![
			json!(self.what),
			json!(self.remedy.is_none()),
			json!(self.found),
			json!(self.remedy),
		]
	}
}

async fn node(context: &Context, checks: &mut Vec<Check>) -> Outcome {
	let chain = context.chain().await?;
	let rpc = &chain.rpc;
	let version = rpc
		.system_version()
		.await
		.map_err(|e| refusal::backend(&e))?;
	let name = rpc.system_chain().await.map_err(|e| refusal::backend(&e))?;
	let kind = rpc
		.system_chain_type()
		.await
		.map_err(|e| refusal::backend(&e))?;
	let health = rpc
		.system_health()
		.await
		.map_err(|e| refusal::backend(&e))?;
	let (best, finalized) = (chain.best().await?, chain.finalized().await?);
	let lag = best.block_number().saturating_sub(finalized.block_number());
	let now = chain.now().await?;
	let drift = now.abs_diff(moment::local_now()?);
	let alone = health.peers == 0 && health.should_have_peers;
	checks.push(Check::new(
		"node",
		format!("{version} at {}", context.options.url),
		true,
		"",
	));
	checks.push(Check::new("chain", format!("{name} ({kind})"), true, ""));
	checks.push(Check::new("genesis", hex(chain.genesis()), true, ""));
	checks.push(Check::new(
		"peers",
		health.peers.to_string(),
		!alone,
		"check the node's bootnodes and firewall",
	));
	checks.push(Check::new(
		"sync",
		if health.is_syncing {
			"syncing"
		} else {
			"in sync"
		},
		!health.is_syncing,
		"wait until the node has caught up",
	));
	checks.push(Check::new(
		"blocks",
		format!("best {} made {}", best.block_number(), moment::format(now)),
		drift <= CLOCK_TOLERANCE,
		"no new block comes, or this machine's clock is wrong",
	));
	checks.push(Check::new(
		"finality",
		format!("{lag} blocks behind the best"),
		lag <= FINALITY_TOLERANCE,
		"more than a third of the validators may be down",
	));
	checks.push(Check::new(
		"types",
		format!("runtime version {}", best.spec_version()),
		chain.types_match().await?,
		"use the `assay` that was built for this runtime",
	));
	Ok(())
}

async fn key(context: &Context, name: &str, checks: &mut Vec<Check>) -> Outcome {
	let account = match context.signer().await {
		Ok(key) => AccountId32(key.public_key().0),
		Err(failure) => {
			let next = failure.next.unwrap_or_default();
			checks.push(Check::new("key", failure.what, false, &next));
			return Ok(());
		},
	};
	checks.push(Check::new("key", format!("{name} is {account}"), true, ""));
	let chain = context.chain().await?;
	let record = chain
		.state(api::storage().system().account(), (account,))
		.await?;
	let free = record.map_or(0, |record| record.data.free);
	checks.push(Check::new(
		"fees",
		asy(free),
		free > 0,
		"have the council grant ASY: `assay fees grant AMOUNT ACCOUNT`",
	));
	let question = api::view_functions().identities().identity_of(account);
	let link = chain.ask(question).await?;
	let (found, ok) = match &link {
		Some(link) => {
			let standing = format!("{:?}", link.standing);
			(
				format!("{} ({standing})", link.identity),
				standing == "Active",
			)
		},
		None => ("none".to_string(), false),
	};
	checks.push(Check::new(
		"identity",
		found,
		ok,
		"have a registrar link the account to an identity in good standing",
	));
	Ok(())
}

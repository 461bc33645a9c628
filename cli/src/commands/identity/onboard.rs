//! Taking up many investors from a list.

use super::link::link_call_by_key;
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::{
			assay_primitives::identity::IdentityKind, pallet_identities::pallet::Call,
		},
		RuntimeCall,
	},
	commands::{all_or_none, BATCH},
	context::Context,
	convert::salted,
	errors::Outcome,
	input::{
		investors::{self, Investor},
		policy::Topic,
	},
	keys, moment,
	output::{progress, Answer},
};
use clap::Args;
use serde_json::{json, Value};
use std::path::PathBuf;

/// Which investors, and what is vouched for
#[derive(Debug, Args)]
pub struct Onboard {
	/// List: reference,country,category,account
	#[arg(value_name = "FILE.csv")]
	file: PathBuf,
	/// Topic to vouch for; may be repeated
	#[arg(long = "claim", value_name = "TOPIC")]
	claims: Vec<Topic>,
	/// Last moment at which the claims hold
	#[arg(long, default_value = "+365d")]
	valid_until: String,
}

/// Registers those who have no identity yet, links accounts whose keys are at hand, invites the
/// others, and adds the claims. What was done before is not done again.
pub async fn run(context: &Context, onboard: Onboard) -> Outcome {
	let investors = investors::read(&onboard.file)?;
	let valid_until = context.moment(&onboard.valid_until).await?;
	let mut rows = Vec::new();
	let mut fresh = Vec::new();
	for investor in &investors {
		match context
			.identity_of(context.account(&investor.account)?)
			.await?
		{
			Some(identity) => rows.push(row(investor, identity, "was known", Value::Null)),
			None => fresh.push(investor),
		}
	}
	let bar = progress("investors", fresh.len() as u64);
	for batch in fresh.chunks(BATCH / (2 + onboard.claims.len())) {
		let Some(identities) = register(context, batch).await? else {
			return Ok(());
		};
		let mut calls = Vec::new();
		for (investor, identity) in batch.iter().zip(&identities) {
			let (link, how) = link(context, investor, *identity).await?;
			calls.push(RuntimeCall::Identities(link));
			let mut salts = Vec::new();
			for topic in &onboard.claims {
				let (salt, data_hash) = salted(investor.reference.as_bytes());
				salts.push(hex(salt));
				calls.push(RuntimeCall::Identities(Call::add_claim {
					identity: *identity,
					topic: (*topic).into(),
					valid_until,
					data_hash,
				}));
			}
			rows.push(row(investor, *identity, how, json!(salts)));
		}
		if let Some(call) = all_or_none(calls) {
			context.send(call).await?;
		}
		bar.inc(batch.len() as u64);
	}
	bar.finish_and_clear();
	context.print(
		Answer::new()
			.fact("investors", investors.len())
			.fact("registered", fresh.len())
			.fact("claims hold until", moment::format(valid_until))
			.with_list(
				"identities",
				&["reference", "identity", "account", "link", "salts"],
				rows,
			),
	);
	Ok(())
}

/// The new identities, in order; `None` in a dry run.
async fn register(context: &Context, investors: &[&Investor]) -> Outcome<Option<Vec<u32>>> {
	let calls = investors.iter().map(|investor| {
		RuntimeCall::Identities(Call::register {
			kind: IdentityKind::Legal,
			organisation: None,
			jurisdiction: investor.country,
			category: investor.category.into(),
		})
	});
	let Some(call) = all_or_none(calls.collect()) else {
		return Ok(Some(Vec::new()));
	};
	let Some(receipt) = context.send(call).await? else {
		return Ok(None);
	};
	let mut identities = Vec::new();
	for event in receipt
		.events
		.find::<api::identities::events::IdentityRegistered>()
	{
		let event = event.map_err(|error| crate::refusal::outdated(&error.to_string()))?;
		identities.push(event.identity);
	}
	Ok(Some(identities))
}

/// By signature where the key is at hand, by invitation otherwise.
async fn link(
	context: &Context,
	investor: &Investor,
	identity: u32,
) -> Outcome<(Call, &'static str)> {
	if keys::is_dev(&investor.account) {
		let key = context.key(&investor.account).await?;
		return Ok((link_call_by_key(context, identity, &key).await?, "linked"));
	}
	let account = context.account(&investor.account)?;
	Ok((Call::propose_link { identity, account }, "invited"))
}

fn row(investor: &Investor, identity: u32, how: &str, salts: Value) -> Vec<Value> {
	vec![
		json!(investor.reference),
		json!(identity),
		json!(investor.account),
		json!(how),
		salts,
	]
}

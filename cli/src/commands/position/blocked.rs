//! Holders whose transfers would fail now.
//!
//! Each account is asked for a transfer of one smallest unit, the least that can move, to an account
//! that nobody stands behind. What the chain then has against it lies with the sender, the asset or
//! the time, but for reasons about the receiver, the pair or the amount, which are left out: another
//! receiver or amount may do. With a receiver that is named, nothing is left out.

use crate::{
	api::{self, runtime_types::pallet_compliance::types::Refusal},
	context::{AssetInfo, Context},
	errors::Outcome,
	output::{progress, Answer},
	refusal,
};
use clap::Args;
use serde_json::{json, Value};
use subxt::utils::AccountId32;

/// An account that nobody has the key of, and that is linked to no identity.
const NOBODY: AccountId32 = AccountId32([0; 32]);

/// Whose transfers
#[derive(Debug, Args)]
pub struct Blocked {
	/// Ticker or number
	asset: String,
	/// Ask for transfers to this account, and leave no reason out
	#[arg(long)]
	to: Option<String>,
}

/// Asks for every holder and prints those that are stopped.
pub async fn run(context: &Context, blocked: Blocked) -> Outcome {
	let asset = context.asset(&blocked.asset).await?;
	let receiver = match &blocked.to {
		Some(to) => Some(context.account(to)?),
		None => None,
	};
	let chain = context.chain().await?;
	let positions = chain
		.entries(api::storage().compliance().positions(), (asset.id,))
		.await?;
	let mut holders: Vec<u32> = positions
		.iter()
		.filter(|(_, position)| position.total > 0)
		.map(|((_, identity), _)| *identity)
		.collect();
	holders.sort_unstable();
	let bar = progress("holders", holders.len() as u64);
	let mut rows = Vec::new();
	for identity in &holders {
		for account in accounts(context, &asset, *identity).await? {
			let to = receiver.unwrap_or(NOBODY);
			let question = api::view_functions()
				.compliance()
				.can_transfer(asset.id, account, to, 1, None);
			let mut refusals = chain.ask(question).await?.0;
			if receiver.is_none() {
				refusals.retain(|refusal| lies_with_sender(&format!("{:?}", refusal.reason)));
			}
			rows.extend(row(context, *identity, &account, &refusals).await?);
		}
		bar.inc(1);
	}
	bar.finish_and_clear();
	let asked = match &blocked.to {
		Some(to) => format!("one smallest unit to {to}"),
		None => "one smallest unit to anybody".into(),
	};
	context.print(
		Answer::new()
			.fact("asset", asset.symbol.as_str())
			.fact("asked", asked)
			.fact("holders", holders.len())
			.with_list(
				"blocked",
				&["identity", "account", "reasons", "meaning", "next"],
				rows,
			),
	);
	Ok(())
}

/// The accounts of a holder with free units; when all is held, the first one.
async fn accounts(
	context: &Context,
	asset: &AssetInfo,
	identity: u32,
) -> Outcome<Vec<AccountId32>> {
	let chain = context.chain().await?;
	let all = chain
		.ask(api::view_functions().identities().accounts_of(identity))
		.await?;
	let mut free = Vec::new();
	for account in &all {
		let key = (asset.id, *account);
		let ledger = chain.state(api::storage().assets().account(), key).await?;
		if ledger.is_some_and(|ledger| ledger.balance > 0) {
			free.push(*account);
		}
	}
	match free.is_empty() {
		true => Ok(all.into_iter().take(1).collect()),
		false => Ok(free),
	}
}

/// Whether another receiver or amount would meet the same reason.
fn lies_with_sender(reason: &str) -> bool {
	!reason.starts_with("Receiver")
		&& !matches!(
			reason,
			"MaxBalance"
				| "MaxHolders"
				| "MaxHoldersPerCountry"
				| "MinimumAmount"
				| "FullBalanceOnly"
				| "NotPreApproved"
				| "Counterparty"
				| "Overflow"
		)
}

async fn row(
	context: &Context,
	identity: u32,
	account: &AccountId32,
	refusals: &[Refusal],
) -> Outcome<Option<Vec<Value>>> {
	if refusals.is_empty() {
		return Ok(None);
	}
	let at = context.chain().await?.best().await?;
	let names: Vec<String> = refusals
		.iter()
		.map(|refusal| format!("{:?}", refusal.reason))
		.collect();
	let first = names
		.first()
		.and_then(|name| refusal::reason_by_name(name, at.metadata_ref()));
	Ok(Some(vec![
		json!(identity),
		json!(account.to_string()),
		json!(names),
		json!(first.as_ref().map(|failure| failure.what.clone())),
		json!(first.and_then(|failure| failure.next)),
	]))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn only_reasons_that_bind_whoever_receives_are_kept() {
		for reason in [
			"SenderClaim",
			"LockUp",
			"HoldingPeriod",
			"MovementPaused",
			"FreeUnits",
		] {
			assert!(lies_with_sender(reason), "{reason}");
		}
		for reason in [
			"ReceiverUnknown",
			"MaxHolders",
			"NotPreApproved",
			"FullBalanceOnly",
		] {
			assert!(!lies_with_sender(reason), "{reason}");
		}
	}
}

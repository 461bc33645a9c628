//! The register of holders, now or at a past block, held against the supply.

use super::freeze_name;
use crate::{
	api::{self, runtime_types::pallet_compliance::types::Position},
	chain::{self, At},
	context::{AssetInfo, Context},
	errors::{Failure, Outcome},
	output::Answer,
};
use clap::Args;
use serde_json::{json, Value};
use subxt::utils::AccountId32;

/// Whose register, and when
#[derive(Debug, Args)]
pub struct List {
	/// Ticker or number
	asset: String,
	/// Number or hash of a past block; an archive node knows all of them
	#[arg(long, value_name = "BLOCK")]
	at: Option<String>,
	/// Write CSV instead
	#[arg(long)]
	csv: bool,
}

/// One line of the register.
struct Row {
	identity: u32,
	country: u16,
	total: u128,
	held: u128,
	frozen: String,
}

/// Reads and prints the register.
pub async fn run(context: &Context, list: List) -> Outcome {
	let asset = context.asset(&list.asset).await?;
	let at = block(context, list.at.as_deref()).await?;
	let past = list.at.is_some();
	let rows = rows(&at, &asset).await.map_err(|it| pruned(it, past))?;
	let supply = supply(&at, asset.id).await.map_err(|it| pruned(it, past))?;
	let total = check(&asset, &rows, supply)?;
	if list.csv {
		return print_csv(&asset, &rows);
	}
	let columns = ["identity", "country", "total", "held", "frozen", "share"];
	let lines = rows.iter().map(|row| line(&asset, row, total)).collect();
	let held = rows.iter().map(|row| row.held).sum::<u128>();
	context.print(
		Answer::new()
			.fact("asset", asset.symbol.as_str())
			.fact("block", at.block_number())
			.fact("holders", rows.len())
			.fact("total", asset.tokens(total))
			.fact("held", asset.tokens(held))
			.fact("supply", asset.tokens(supply))
			.with_list("register", &columns, lines),
	);
	Ok(())
}

/// The chain at a block that is named by its number or hash; at the best one unless it is named.
async fn block(context: &Context, named: Option<&str>) -> Outcome<At> {
	let chain = context.chain().await?;
	let Some(text) = named else {
		return chain.best().await;
	};
	let unknown = || {
		Failure::refused(format!("the node knows no block {text}"))
			.next("name a block by its number or hash; `assay chain status` shows the newest")
	};
	let hash = match text.replace('_', "").parse::<u32>() {
		Ok(number) => chain
			.rpc
			.chain_get_block_hash(Some(number.into()))
			.await
			.map_err(|error| crate::refusal::backend(&error))?
			.ok_or_else(unknown)?,
		Err(_) => subxt::utils::H256(crate::accounts::parse_hash(text)?),
	};
	chain
		.at(hash)
		.await
		.map_err(|failure| pruned(failure, true))
}

/// What a node answers that has thrown the state of old blocks away.
fn pruned(failure: Failure, past: bool) -> Failure {
	match past {
		true => {
			failure.next("the block's state may be thrown away here: name an archive node by --url")
		},
		false => failure,
	}
}

async fn rows(at: &At, asset: &AssetInfo) -> Outcome<Vec<Row>> {
	let address = api::storage().compliance().positions();
	let entries = chain::entries_at(at, address, (asset.id,)).await?;
	let mut rows: Vec<Row> = entries
		.iter()
		.filter(|(_, position)| position.total > 0)
		.map(|((_, identity), position)| row(asset, *identity, position))
		.collect();
	rows.sort_by_key(|row| (std::cmp::Reverse(row.total), row.identity));
	Ok(rows)
}

fn row(asset: &AssetInfo, identity: u32, position: &Position<AccountId32>) -> Row {
	Row {
		identity,
		country: position.country,
		total: position.total,
		held: position.held,
		frozen: freeze_name(asset, position),
	}
}

async fn supply(at: &At, asset: u32) -> Outcome<u128> {
	let details = chain::get(at, api::storage().assets().asset(), (asset,)).await?;
	Ok(details.map_or(0, |details| details.supply))
}

/// The sum of all positions, which must be the supply.
fn check(asset: &AssetInfo, rows: &[Row], supply: u128) -> Outcome<u128> {
	let total = rows
		.iter()
		.try_fold(0_u128, |sum, row| sum.checked_add(row.total));
	match total {
		Some(total) if total == supply => Ok(total),
		total => Err(Failure::refused(format!(
			"all positions add up to {}, but the supply is {}",
			total.map_or("more than fits".into(), |total| asset.tokens(total)),
			asset.tokens(supply)
		))
		.named("RegisterDiffers")
		.next("that breaks INV-COM-1: report it with the block's number")),
	}
}

fn line(asset: &AssetInfo, row: &Row, total: u128) -> Vec<Value> {
	vec![
		json!(row.identity),
		json!(row.country),
		json!(asset.tokens(row.total)),
		json!(asset.tokens(row.held)),
		json!(row.frozen),
		json!(share(row.total, total)),
	]
}

/// A part of the whole as a percentage, rounded down to a hundredth.
fn share(part: u128, whole: u128) -> String {
	// Of figures that are too large to multiply the last digits do not matter.
	let (part, whole) = match part.checked_mul(10_000) {
		Some(scaled) => (scaled, whole),
		None => (part, whole / 10_000),
	};
	let bps = part.checked_div(whole).unwrap_or(0);
	crate::amounts::format_bps(u64::try_from(bps).unwrap_or(u64::MAX))
}

/// Figures as decimals without the ticker, so that a spreadsheet adds them up.
fn print_csv(asset: &AssetInfo, rows: &[Row]) -> Outcome {
	let fail = |error: csv::Error| Failure::input(format!("the list cannot be written: {error}"));
	let mut writer = csv::Writer::from_writer(std::io::stdout());
	writer
		.write_record(["identity", "country", "total", "held", "frozen"])
		.map_err(fail)?;
	for row in rows {
		let amount = |units| crate::amounts::format(units, asset.decimals);
		writer
			.write_record([
				row.identity.to_string(),
				row.country.to_string(),
				amount(row.total),
				amount(row.held),
				row.frozen.clone(),
			])
			.map_err(fail)?;
	}
	writer
		.flush()
		.map_err(|error| Failure::input(format!("the list cannot be written: {error}")))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn shares_are_percentages() {
		assert_eq!(share(1, 3), "33.33 %");
		assert_eq!(share(3, 3), "100 %");
		assert_eq!(share(0, 0), "0 %");
		assert_eq!(share(u128::MAX, u128::MAX), "100 %");
	}
}

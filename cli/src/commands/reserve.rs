//! What a reserve is worth now.

use crate::{
	api,
	context::{AssetInfo, Context},
	council::view_error,
	errors::{Failure, Outcome},
	input::asset::underlying_name,
	moment,
	output::Answer,
};
use clap::Subcommand;
use serde_json::json;

/// What can be asked of reserves
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Status and figures of an asset's reserve
	Status {
		/// Ticker or number
		asset: String,
	},
	/// What each vault counts for, and why
	Breakdown {
		/// Ticker or number
		asset: String,
	},
	/// How many tokens the reserve still covers
	Headroom {
		/// Ticker or number
		asset: String,
	},
}

/// Answers it.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Status { asset } => status(context, &context.asset(&asset).await?).await,
		Verb::Breakdown { asset } => breakdown(context, &context.asset(&asset).await?).await,
		Verb::Headroom { asset } => {
			let asset = context.asset(&asset).await?;
			let units = headroom(context, asset.id).await?;
			context.print(
				Answer::new()
					.fact("headroom", asset.tokens(units))
					.fact("units", units.to_string()),
			);
			Ok(())
		},
	}
}

/// Smallest units that may still be minted.
pub async fn headroom(context: &Context, asset: u32) -> Outcome<u128> {
	let chain = context.chain().await?;
	match chain
		.ask(api::view_functions().attestations().headroom(asset))
		.await?
	{
		Ok(units) => Ok(units),
		Err(error) => Err(view_error(chain, &error).await?),
	}
}

async fn status(context: &Context, asset: &AssetInfo) -> Outcome {
	let chain = context.chain().await?;
	let answer = chain
		.ask(
			api::view_functions()
				.attestations()
				.reserve_status(asset.id),
		)
		.await?;
	let figures = match answer {
		Ok(figures) => figures,
		Err(error) => return Err(view_error(chain, &error).await?),
	};
	let supply = chain
		.state(api::storage().assets().asset(), (asset.id,))
		.await?;
	let outstanding = chain
		.ask(api::view_functions().issuance().outstanding(asset.id))
		.await?;
	let headroom = headroom(context, asset.id).await?;
	let coverage = match figures.claims {
		0 => "nothing is claimed".to_string(),
		claims => figures
			.reserve
			.checked_mul(10_000)
			.and_then(|bps| u64::try_from(bps / claims).ok())
			.map_or("very large".into(), crate::amounts::format_bps),
	};
	context.print(
		Answer::new()
			.fact("asset", asset.symbol.as_str())
			.fact("status", format!("{:?}", figures.status))
			.fact("supply", asset.tokens(supply.map_or(0, |it| it.supply)))
			.fact("outstanding", asset.tokens(outstanding))
			.fact("reserve", asset.quantity(figures.reserve))
			.fact("effective", asset.quantity(figures.effective))
			.fact("claimed", asset.quantity(figures.claims))
			.fact("required", asset.quantity(figures.required))
			.fact("coverage", coverage)
			.fact("headroom", asset.tokens(headroom)),
	);
	Ok(())
}

async fn breakdown(context: &Context, asset: &AssetInfo) -> Outcome {
	let chain = context.chain().await?;
	let answer = chain
		.ask(
			api::view_functions()
				.attestations()
				.reserve_breakdown(asset.id),
		)
		.await?;
	let scopes = match answer {
		Ok(scopes) => scopes,
		Err(error) => return Err(view_error(chain, &error).await?),
	};
	if scopes.is_empty() {
		return Err(
			Failure::refused(format!("no vault reports for {}", asset.symbol))
				.next("have a custodian report: `assay attest send`"),
		);
	}
	let rows = scopes.iter().map(|it| {
		vec![
			json!(it.scope.custodian),
			json!(it.scope.vault),
			json!(format!("{:?}", it.state)),
			json!(asset.figure(it.quantity)),
			json!(it.confirmed_by.0.len()),
			json!(it.confirmed.map(|quantity| asset.figure(quantity))),
			json!(asset.figure(it.pledged)),
			json!(asset.figure(it.removed)),
			json!(asset.figure(it.counted)),
			json!(asset.figure(it.haircut)),
			json!(asset.figure(it.age_haircut)),
			json!(asset.figure(it.over_custodian_limit)),
			json!(asset.figure(it.over_class_limit)),
			json!(asset.figure(it.effective)),
			json!(moment::format_span(it.age_ms / 1_000 * 1_000)),
			json!(it.answer_by.map(moment::format)),
		]
	});
	let columns = [
		"custodian",
		"vault",
		"state",
		"stated",
		"confirmations",
		"confirmed",
		"pledged",
		"removed",
		"counts",
		"haircut",
		"for age",
		"over custodian limit",
		"over class limit",
		"effective",
		"age",
		"answer due",
	];
	let unit = underlying_name(&asset.unit);
	context.print(
		Answer::new()
			.fact("unit", unit)
			.with_list("vaults", &columns, rows.collect()),
	);
	Ok(())
}

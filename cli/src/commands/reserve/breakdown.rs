//! What each vault counts for, and why.

use crate::{
	api::{self, runtime_types::pallet_attestations::types::ScopeBreakdown},
	chain::{self, At},
	context::{AssetInfo, Context},
	council::view_error,
	errors::{Failure, Outcome},
	input::asset::underlying_name,
	moment,
	output::Answer,
};
use serde_json::{json, Value};

/// Columns of a breakdown.
pub const COLUMNS: [&str; 16] = [
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

/// Prints the breakdown.
pub async fn run(context: &Context, asset: &AssetInfo) -> Outcome {
	let at = context.chain().await?.best().await?;
	let scopes = scopes(context, &at, asset.id).await?;
	if scopes.is_empty() {
		return Err(
			Failure::refused(format!("no vault reports for {}", asset.symbol))
				.next("have a custodian report: `assay attest send`"),
		);
	}
	let rows = scopes.iter().map(|it| row(asset, it));
	context.print(
		Answer::new()
			.fact("unit", underlying_name(&asset.unit))
			.with_list("vaults", &COLUMNS, rows.collect()),
	);
	Ok(())
}

/// Each scope's part in the reserve at a block.
pub async fn scopes(context: &Context, at: &At, asset: u32) -> Outcome<Vec<ScopeBreakdown>> {
	let question = api::view_functions()
		.attestations()
		.reserve_breakdown(asset);
	match chain::ask(at, question).await? {
		Ok(scopes) => Ok(scopes),
		Err(error) => Err(view_error(context.chain().await?, &error).await?),
	}
}

/// A scope's part below [`COLUMNS`].
pub fn row(asset: &AssetInfo, it: &ScopeBreakdown) -> Vec<Value> {
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
}

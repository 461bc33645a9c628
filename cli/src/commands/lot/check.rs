//! Whether the register of lots holds exactly what a bar list says.

use super::lot_id;
use crate::{
	api::{self, runtime_types::pallet_custody::lot::Lot},
	chain,
	context::{AssetInfo, Context},
	errors::{Failure, Outcome},
	input::bars::{Bar, BarList},
	output::{progress, Answer},
};
use serde_json::json;
use std::path::Path;
use subxt::utils::AccountId32;

/// Compares every bar of the list with the register.
pub async fn run(context: &Context, asset: &AssetInfo, list: &BarList, file: &Path) -> Outcome {
	let at = context.chain().await?.best().await?;
	let bar_progress = progress("lots", list.bars.len() as u64);
	let mut differences = Vec::new();
	for bar in &list.bars {
		let id = lot_id(&bar.refiner, &bar.serial)?;
		let lot = chain::get(&at, api::storage().custody().lots(), (id,)).await?;
		if let Some(what) = difference(bar, lot.as_ref(), asset) {
			let name = format!("{} {}", bar.refiner, bar.serial);
			differences.push(vec![json!(bar.line), json!(name), json!(what)]);
		}
		bar_progress.inc(1);
	}
	bar_progress.finish_and_clear();
	let count = differences.len();
	let answer = Answer::new()
		.fact("bars in the list", list.bars.len())
		.fact("as registered", list.bars.len() - count)
		.with_list("differences", &["line", "bar", "difference"], differences);
	context.print(answer);
	match count {
		0 => Ok(()),
		_ => Err(Failure::refused(format!(
			"{}: {count} bars differ from the register of {}",
			file.display(),
			asset.symbol
		))
		.next("compare the lines named above with `assay lot show`")),
	}
}

fn difference(bar: &Bar, lot: Option<&Lot<AccountId32>>, asset: &AssetInfo) -> Option<String> {
	let Some(lot) = lot else {
		return Some("not registered".into());
	};
	if lot.lien != Some(asset.id) {
		return Some("not pledged to this asset".into());
	}
	if lot.quantity != bar.fine {
		return Some(format!(
			"the register holds {}",
			asset.quantity(lot.quantity)
		));
	}
	None
}

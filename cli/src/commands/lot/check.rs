//! Whether the register of lots holds exactly what a bar list says.

use super::lot_id;
use crate::{
	api::{self, runtime_types::pallet_custody::lot::Lot},
	chain::{self, At, Chain},
	context::{text_of, AssetInfo, Context},
	errors::{Failure, Outcome},
	input::bars::{Bar, BarList},
	output::{progress, spinner, Answer},
	refusal,
};
use serde_json::json;
use std::{collections::BTreeMap, path::Path, time::Duration};
use subxt::utils::AccountId32;

/// Blocks become final every few seconds; where none does for so long, none will soon.
const PATIENCE: Duration = Duration::from_secs(60);

/// Compares every bar of the list with the register.
pub async fn run(context: &Context, asset: &AssetInfo, list: &BarList, file: &Path) -> Outcome {
	let chain = context.chain().await?;
	let waiting = spinner("waiting for what is registered to be final");
	let at = tokio::time::timeout(PATIENCE, final_best(chain)).await;
	waiting.finish_and_clear();
	let at = at.map_err(|_| refusal::backend(&"its best block does not become final"))??;
	let vaults = chain::entries_at(&at, api::storage().custody().vaults(), ()).await?;
	let vaults: BTreeMap<u32, String> = vaults
		.into_iter()
		.map(|((id,), vault)| (id, text_of(&vault.name.0)))
		.collect();
	let bar_progress = progress("lots", list.bars.len() as u64);
	let mut differences = Vec::new();
	for bar in &list.bars {
		let id = lot_id(&bar.refiner, &bar.serial)?;
		let lot = chain::get(&at, api::storage().custody().lots(), (id,)).await?;
		if let Some(what) = difference(bar, lot.as_ref(), asset, &vaults) {
			let name = format!("{} {}", bar.refiner, bar.serial);
			differences.push(vec![json!(bar.line), json!(name), json!(what)]);
		}
		bar_progress.inc(1);
	}
	bar_progress.finish_and_clear();
	let count = differences.len();
	let answer = Answer::new()
		.fact("final block", at.block_number())
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

/// The chain at a final block that holds all that the node's best block holds now: what was just
/// registered is compared, and nothing that might be undone.
async fn final_best(chain: &Chain) -> Outcome<At> {
	let best = chain.best().await?.block_number();
	let mut blocks = chain.finalized_blocks().await?;
	let at = chain.finalized().await?;
	if at.block_number() >= best {
		return Ok(at);
	}
	loop {
		let block = blocks.next().await;
		let block = block
			.ok_or_else(|| refusal::backend(&"it stopped telling of final blocks"))?
			.map_err(|error| refusal::backend(&error))?;
		if block.number() >= best {
			return chain.at(block.hash()).await;
		}
	}
}

fn difference(
	bar: &Bar,
	lot: Option<&Lot<AccountId32>>,
	asset: &AssetInfo,
	vaults: &BTreeMap<u32, String>,
) -> Option<String> {
	let Some(lot) = lot else {
		return Some("not registered".into());
	};
	if lot.lien != Some(asset.id) {
		return Some("not pledged to this asset".into());
	}
	let vault = vaults.get(&lot.vault);
	if vault != Some(&bar.vault) {
		return Some(match vault {
			Some(name) => format!("the register has it in {name}"),
			None => format!("the register has it in vault {}", lot.vault),
		});
	}
	if lot.quantity != bar.fine {
		return Some(format!(
			"the register holds {}",
			asset.quantity(lot.quantity)
		));
	}
	None
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		api::runtime_types::{
			assay_primitives::reserve::{Basis, LiquidityClass},
			pallet_custody::lot::LotStatus,
		},
		context::examples::gold,
		convert::text,
	};
	use subxt::utils::H256;

	fn lot() -> Lot<AccountId32> {
		Lot {
			registry: text("REF"),
			serial: text("A1"),
			custodian: 3,
			vault: 4,
			status: LotStatus::Stored,
			lien: Some(7),
			quantity: 398_000,
			original_quantity: 398_000,
			value: None,
			basis: Basis::Market,
			class: LiquidityClass::Liquid,
			document_hash: H256::zero(),
			registered_at: 0,
			arrived_at: None,
			depositor: AccountId32([0; 32]),
			deposit: 0,
		}
	}

	#[test]
	fn bars_are_as_registered_or_it_is_said_why_not() {
		let bar = Bar {
			line: 2,
			serial: "A1".into(),
			refiner: "REF".into(),
			gross: 400_000,
			fine: 398_000,
			vault: "ZRH".into(),
		};
		let vaults = [(4, "ZRH".to_string()), (5, "LON".to_string())].into();
		let said = |lot: Option<Lot<AccountId32>>| difference(&bar, lot.as_ref(), &gold(), &vaults);
		assert_eq!(said(Some(lot())), None);
		assert_eq!(said(None).as_deref(), Some("not registered"));
		for (change, why) in [
			(
				Lot {
					lien: None,
					..lot()
				},
				"not pledged to this asset",
			),
			(Lot { vault: 5, ..lot() }, "the register has it in LON"),
			(Lot { vault: 6, ..lot() }, "the register has it in vault 6"),
			(
				Lot {
					quantity: 397_999,
					..lot()
				},
				"the register holds 397.999 fine troy ounce",
			),
		] {
			assert_eq!(said(Some(change)).as_deref(), Some(why));
		}
	}
}

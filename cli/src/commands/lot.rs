//! What lies in vaults, bar by bar.

use super::vault;
use crate::{
	accounts::{hex, parse_hash},
	api::{
		self,
		runtime_types::{
			assay_primitives::reserve::{Basis, LiquidityClass},
			pallet_custody::{
				pallet::Call,
				types::{Lot, LotInput},
			},
		},
		RuntimeCall,
	},
	chain,
	context::{asy, text_of, AssetInfo, Context},
	convert::{blake2, bounded, hash_of, text},
	errors::{Failure, Outcome},
	input::{
		self,
		bars::{self, Bar, BarList},
	},
	moment,
	output::{note, progress, Answer},
};
use clap::Subcommand;
use serde_json::json;
use std::path::{Path, PathBuf};
use subxt::{
	ext::codec::Encode,
	utils::{AccountId32, H256},
};

/// Lots that one call may name.
const LOTS_PER_CALL: usize = 100;

/// What can be done with lots
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Register and pledge the bars of a list that lie in one vault (its custodian)
	Register {
		/// Ticker or number of the asset they are pledged to
		asset: String,
		/// Name or number of the vault; its name selects the lines of the list
		vault: String,
		/// Bar list
		#[arg(value_name = "FILE.csv")]
		file: PathBuf,
		/// How fast the bars can be turned over
		#[arg(long, value_enum, default_value = "liquid")]
		class: LiquidityClass,
	},
	/// Check that the register holds exactly what a list says
	Verify {
		/// Ticker or number of the asset
		asset: String,
		/// Bar list
		#[arg(value_name = "FILE.csv")]
		file: PathBuf,
	},
	/// Show a lot
	Show {
		/// REFINER:SERIAL, or the lot's id
		lot: String,
	},
	/// Lift the pledge of lots that back nothing (their custodian)
	Withdraw {
		/// Ticker or number of the asset
		asset: String,
		/// Name or number of the vault
		vault: String,
		/// REFINER:SERIAL, or ids
		#[arg(required = true)]
		lots: Vec<String>,
		/// Why: a file, a text, or its hash
		#[arg(long)]
		reason: String,
	},
	/// Remove lots that are not pledged, and get the deposit back (their custodian)
	Remove {
		/// REFINER:SERIAL, or ids
		#[arg(required = true)]
		lots: Vec<String>,
	},
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Register {
			asset,
			vault,
			file,
			class,
		} => {
			let list = BarList::read(&file)?;
			let asset = context.asset(&asset).await?;
			register(context, &asset, &vault, &list, &file, class).await
		},
		Verb::Verify { asset, file } => {
			let list = BarList::read(&file)?;
			verify(context, &context.asset(&asset).await?, &list, &file).await
		},
		Verb::Show { lot } => show(context, &lot).await,
		Verb::Withdraw {
			asset,
			vault,
			lots,
			reason,
		} => {
			let asset = context.asset(&asset).await?.id;
			let vault = vault::find(context, &vault).await?.0;
			let lots = lots
				.iter()
				.map(|lot| parse_lot(lot))
				.collect::<Outcome<Vec<_>>>()?;
			let call = Call::withdraw_lots {
				asset,
				vault,
				lots: bounded(lots),
				reason: hash_of(&reason)?,
			};
			let receipt = context.send(RuntimeCall::Custody(call)).await?;
			context.print_done(receipt, Answer::new());
			Ok(())
		},
		Verb::Remove { lots } => {
			let lots = lots
				.iter()
				.map(|lot| parse_lot(lot))
				.collect::<Outcome<Vec<_>>>()?;
			let call = Call::remove_lots {
				lots: bounded(lots),
			};
			let receipt = context.send(RuntimeCall::Custody(call)).await?;
			context.print_done(receipt, Answer::new());
			Ok(())
		},
	}
}

/// Registers what is not there yet, so that an interrupted run can be repeated.
async fn register(
	context: &Context,
	asset: &AssetInfo,
	vault: &str,
	list: &BarList,
	file: &Path,
	class: LiquidityClass,
) -> Outcome {
	let (vault_id, record) = vault::find(context, vault).await?;
	let name = text_of(&record.name.0);
	let document_hash = blake2(&input::read_bytes(file)?);
	let mut fresh = Vec::new();
	let mut known = 0;
	let at = context.chain().await?.best().await?;
	for bar in list.in_vault(&name) {
		let id = lot_id(&bar.refiner, &bar.serial)?;
		match chain::get(&at, api::storage().custody().lots(), (id,)).await? {
			Some(lot) => {
				check_known(bar, &lot, file, vault_id)?;
				known += 1;
			},
			None => fresh.push(bar),
		}
	}
	if fresh.is_empty() && known == 0 {
		return Err(
			Failure::input(format!("{}: no bar lies in vault {name}", file.display()))
				.next(format!("the list knows the vaults {:?}", list.vaults())),
		);
	}
	if known > 0 {
		note(format!("{known} bars are registered already"));
	}
	let bar = progress("lots", fresh.len() as u64);
	let mut last = None;
	for batch in fresh.chunks(LOTS_PER_CALL) {
		let lots = batch
			.iter()
			.map(|bar| lot_input(bar, &class, document_hash));
		let call = Call::register_lots {
			asset: asset.id,
			vault: vault_id,
			lots: bounded(lots),
		};
		last = context.send(RuntimeCall::Custody(call)).await?;
		if last.is_none() {
			return Ok(());
		}
		bar.inc(batch.len() as u64);
	}
	bar.finish_and_clear();
	let sum = |bars: &mut dyn Iterator<Item = &Bar>| bars.map(|bar| bar.fine).sum::<u128>();
	let answer = Answer::new()
		.fact("vault", name.as_str())
		.fact("registered", fresh.len())
		.fact("were known", known)
		.fact(
			"quantity registered",
			asset.quantity(sum(&mut fresh.iter().copied())),
		)
		.fact(
			"quantity in the vault",
			asset.quantity(sum(&mut list.in_vault(&name))),
		);
	match last {
		Some(_) => context.print_done(last, answer),
		None => context.print(answer),
	}
	Ok(())
}

/// A bar that is registered already must be the same bar.
fn check_known(bar: &Bar, lot: &Lot<AccountId32>, file: &Path, vault: u32) -> Outcome {
	if lot.original_quantity == bar.fine && lot.vault == vault {
		return Ok(());
	}
	Err(Failure::refused(format!(
		"{}: bar {} {} is registered with another weight or in another vault",
		input::at(file, Some(bar.line)),
		bar.refiner,
		bar.serial
	))
	.named("AlreadyRegistered")
	.next("clear it up with whoever registered it: `assay lot show REFINER:SERIAL`"))
}

fn lot_input(bar: &Bar, class: &LiquidityClass, document_hash: H256) -> LotInput {
	LotInput {
		registry: text(&bar.refiner),
		serial: text(&bar.serial),
		quantity: bar.fine,
		value: None,
		basis: Basis::Market,
		class: class.clone(),
		document_hash,
	}
}

async fn verify(context: &Context, asset: &AssetInfo, list: &BarList, file: &Path) -> Outcome {
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

async fn show(context: &Context, given: &str) -> Outcome {
	let id = parse_lot(given)?;
	let question = api::view_functions().custody().lot(id);
	let lot = context.chain().await?.ask(question).await?.ok_or_else(|| {
		Failure::refused(format!("there is no lot `{given}`"))
			.named("LotNotFound")
			.next("name it REFINER:SERIAL as the bar list does")
	})?;
	let info = match lot.lien {
		Some(asset) => Some(context.asset(&asset.to_string()).await?),
		None => None,
	};
	let quantity = |quantity: u128| match &info {
		Some(info) => info.quantity(quantity),
		None => quantity.to_string(),
	};
	context.print(
		Answer::new()
			.fact("lot", hex(id))
			.fact("registry", text_of(&lot.registry.0))
			.fact("serial", text_of(&lot.serial.0))
			.fact("status", format!("{:?}", lot.status))
			.fact("custodian", lot.custodian)
			.fact("vault", lot.vault)
			.maybe("pledged to", info.as_ref().map(|info| info.symbol.clone()))
			.fact("quantity", quantity(lot.quantity))
			.fact("registered quantity", quantity(lot.original_quantity))
			.fact("basis", format!("{:?}", lot.basis))
			.fact("class", format!("{:?}", lot.class))
			.fact("document", hex(lot.document_hash))
			.fact("registered", moment::format(lot.registered_at))
			.fact("deposit", asy(lot.deposit)),
	);
	Ok(())
}

/// The id of a lot: `0x…`, or `REFINER:SERIAL`.
pub fn parse_lot(given: &str) -> Outcome<H256> {
	if given.starts_with("0x") {
		return parse_hash(given).map(H256);
	}
	let (registry, serial) = given.split_once(':').ok_or_else(|| {
		Failure::input(format!("`{given}` does not name a lot"))
			.next("write REFINER:SERIAL, or its id")
	})?;
	lot_id(registry, serial)
}

/// BLAKE2b-256 of the SCALE encoding of normalised registry and serial, as the chain computes it.
pub fn lot_id(registry: &str, serial: &str) -> Outcome<H256> {
	let part = |text: &str| {
		bars::normalise(text).ok_or_else(|| {
			Failure::input(format!("`{text}` is not letters and digits"))
				.next("write it as it stands on the bar")
		})
	};
	let name = (part(registry)?.into_bytes(), part(serial)?.into_bytes());
	Ok(blake2(&name.encode()))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn spelling_does_not_matter() {
		let id = lot_id("LBMA", "AB-123").unwrap();
		assert_eq!(lot_id("lbma", "00ab 1.23").unwrap(), id);
		assert_ne!(lot_id("LBM", "AAB123").unwrap(), id);
		assert_eq!(parse_lot("LBMA:AB123"), Ok(id));
		assert_eq!(parse_lot(&hex(id)), Ok(id));
	}

	#[test]
	fn fails_when_it_names_no_lot() {
		for given in ["AB123", "LBMA:", ":AB", "LBMA:A#1", "0x12"] {
			assert_eq!(parse_lot(given).unwrap_err().exit_code(), 2, "{given}");
		}
	}
}

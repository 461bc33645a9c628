//! What lies in vaults, bar by bar.

mod check;
pub mod list_root;
mod verify;

use super::vault;
use crate::{
	accounts::{hex, parse_hash},
	api::{
		self,
		runtime_types::{
			assay_primitives::reserve::{Basis, LiquidityClass, Scope},
			bounded_collections::bounded_vec::BoundedVec,
			pallet_custody::{
				bulk::{ListBatch, LotList},
				lot::{CashInput, Lot, LotInput},
				pallet::Call,
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
use clap::{Args, Subcommand};
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
	Check {
		/// Ticker or number of the asset
		asset: String,
		/// Bar list
		#[arg(value_name = "FILE.csv")]
		file: PathBuf,
	},
	/// Prove that a lot is pledged and, with the list, that a report counts it; no node is trusted
	Verify(verify::Arguments),
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
	/// Report lots as pledged to others outside the chain, so that they back nothing (their custodian)
	Encumber {
		/// Ticker or number of the asset
		asset: String,
		/// Name or number of the vault
		vault: String,
		/// REFINER:SERIAL, or ids
		#[arg(required = true)]
		lots: Vec<String>,
		/// What says to whom: a file, a text, or its hash
		#[arg(long)]
		document: String,
	},
	/// Report lots as free of the claims of others (their custodian)
	Free {
		/// REFINER:SERIAL, or ids
		#[arg(required = true)]
		lots: Vec<String>,
		/// What proves it: a file, a text, or its hash
		#[arg(long)]
		document: String,
	},
	/// Report what a matured lot was paid out as (its custodian)
	Cash(CashArgs),
	/// Offer lots to another vault (their custodian)
	Offer {
		/// Ticker or number of the asset
		asset: String,
		/// Name or number of the vault that they lie in
		vault: String,
		/// Name or number of the vault that they go to
		to: String,
		/// REFINER:SERIAL, or ids
		#[arg(required = true)]
		lots: Vec<String>,
		/// Last moment at which it can be accepted
		#[arg(long, default_value = "+7d")]
		until: String,
	},
	/// Accept lots that are offered; they count with the next report (the receiving custodian)
	Accept {
		/// Number of the offer
		offer: u64,
	},
	/// End an offer (either custodian)
	CancelOffer {
		/// Number of the offer
		offer: u64,
	},
	/// Remove lots that are not pledged, and get the deposit back (their custodian)
	Remove {
		/// REFINER:SERIAL, or ids
		#[arg(required = true)]
		lots: Vec<String>,
	},
}

/// What a matured lot was paid out as
#[derive(Debug, Args)]
pub struct CashArgs {
	/// REFINER:SERIAL, or the lot's id
	lot: String,
	/// How much of the underlying the money is, in its smallest unit
	#[arg(long)]
	quantity: u128,
	/// The money, in the smallest unit of the lot's currency
	#[arg(long)]
	value: u128,
	/// When it matures again; money on call does not
	#[arg(long)]
	matures: Option<String>,
	/// How the quantity was arrived at
	#[arg(long, value_enum, default_value = "market")]
	basis: Basis,
	/// How fast it can be turned over
	#[arg(long, value_enum, default_value = "liquid")]
	class: LiquidityClass,
	/// What proves it: a file, a text, or its hash
	#[arg(long)]
	document: String,
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
			BarList::check_unit(&asset.unit, &file)?;
			register(context, &asset, &vault, &list, &file, class).await
		},
		Verb::Check { asset, file } => {
			let list = BarList::read(&file)?;
			let asset = context.asset(&asset).await?;
			BarList::check_unit(&asset.unit, &file)?;
			check::run(context, &asset, &list, &file).await
		},
		Verb::Verify(arguments) => verify::run(context, arguments).await,
		Verb::Show { lot } => show(context, &lot).await,
		Verb::Withdraw {
			asset,
			vault,
			lots,
			reason,
		} => {
			let call = Call::withdraw_lots {
				asset: context.asset(&asset).await?.id,
				vault: vault::find(context, &vault).await?.0,
				lots: parse_lots(&lots)?,
				reason: hash_of(&reason)?,
			};
			send(context, call).await
		},
		Verb::Encumber {
			asset,
			vault,
			lots,
			document,
		} => {
			let call = Call::encumber_lots {
				asset: context.asset(&asset).await?.id,
				vault: vault::find(context, &vault).await?.0,
				lots: parse_lots(&lots)?,
				document: hash_of(&document)?,
			};
			send(context, call).await
		},
		Verb::Free { lots, document } => {
			let call = Call::lift_encumbrance {
				lots: parse_lots(&lots)?,
				document: hash_of(&document)?,
			};
			send(context, call).await
		},
		Verb::Cash(args) => {
			let matures_at = match &args.matures {
				Some(matures) => Some(context.moment(matures).await?),
				None => None,
			};
			let call = Call::report_cash {
				lot: parse_lot(&args.lot)?,
				cash: CashInput {
					quantity: args.quantity,
					value: args.value,
					matures_at,
					basis: args.basis,
					class: args.class,
					document_hash: hash_of(&args.document)?,
				},
			};
			send(context, call).await
		},
		Verb::Offer {
			asset,
			vault,
			to,
			lots,
			until,
		} => {
			let asset = context.asset(&asset).await?;
			let (to_vault, receiver) = vault::find(context, &to).await?;
			let call = Call::offer_lots {
				asset: asset.id,
				vault: vault::find(context, &vault).await?.0,
				lots: parse_lots(&lots)?,
				to_custodian: receiver.custodian,
				to_vault,
				expires_at: context.moment(&until).await?,
			};
			let Some(receipt) = context.send(RuntimeCall::Custody(call)).await? else {
				return Ok(());
			};
			let event = receipt.event::<api::custody::events::LotsOffered>()?;
			let answer = Answer::new()
				.fact("offer", event.offer)
				.fact("quantity", asset.quantity(event.quantity))
				.fact("can be accepted until", moment::format(event.expires_at));
			context.print_done(Some(receipt), answer);
			Ok(())
		},
		Verb::Accept { offer } => send(context, Call::accept_lots { offer }).await,
		Verb::CancelOffer { offer } => send(context, Call::cancel_offer { offer }).await,
		Verb::Remove { lots } => {
			let lots = parse_lots(&lots)?;
			send(context, Call::remove_lots { lots }).await
		},
	}
}

async fn send(context: &Context, call: Call) -> Outcome {
	let receipt = context.send(RuntimeCall::Custody(call)).await?;
	context.print_done(receipt, Answer::new());
	Ok(())
}

/// Lots as the command line names them.
pub fn parse_lots(given: &[String]) -> Outcome<BoundedVec<H256>> {
	let lots = given.iter().map(|lot| parse_lot(lot));
	lots.collect::<Outcome<Vec<_>>>().map(bounded)
}

/// Registers what is not there yet, so that an interrupted run can be repeated. A list of which
/// nothing is registered is opened first: the chain then takes its batches in order, once each, and
/// says where to go on.
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
	let bars: Vec<&Bar> = list.in_vault(&name).collect();
	if bars.is_empty() {
		return Err(
			Failure::input(format!("{}: no bar lies in vault {name}", file.display()))
				.next(format!("the list knows the vaults {:?}", list.vaults())),
		);
	}
	let place = Place {
		asset: asset.id,
		vault: vault_id,
		custodian: record.custodian,
		file_hash: blake2(&input::read_bytes(file)?),
	};
	let (fresh, mut batch) = match place.progress(context).await? {
		Some(open) => {
			let done = (open.registered_lots as usize).min(bars.len());
			(bars[done..].to_vec(), Some(open.next_batch))
		},
		None => (unregistered(context, &bars, file, vault_id).await?, None),
	};
	let known = bars.len() - fresh.len();
	if known > 0 {
		note(format!("{known} bars are registered already"));
	}
	if batch.is_none() && known == 0 {
		if context.send(place.open(&bars)).await?.is_none() {
			return Ok(());
		}
		batch = Some(0);
	}
	let bar = progress("lots", fresh.len() as u64);
	let mut last = None;
	for lots in fresh.chunks(LOTS_PER_CALL) {
		last = context.send(place.register(lots, &class, batch)).await?;
		if last.is_none() {
			return Ok(());
		}
		batch = batch.map(|index| index + 1);
		bar.inc(lots.len() as u64);
	}
	bar.finish_and_clear();
	if batch.is_some() {
		// All of it is there: the deposit comes back.
		last = context.send(place.remove()).await?;
	}
	let sum = |bars: &[&Bar]| asset.quantity(bars.iter().map(|bar| bar.fine).sum());
	let answer = Answer::new()
		.fact("vault", name.as_str())
		.fact("registered", fresh.len())
		.fact("were known", known)
		.fact("quantity registered", sum(&fresh))
		.fact("quantity in the vault", sum(&bars));
	match last {
		Some(_) => context.print_done(last, answer),
		None => context.print(answer),
	}
	Ok(())
}

/// Where the bars of a file are registered.
struct Place {
	asset: u32,
	vault: u32,
	custodian: u32,
	file_hash: H256,
}

impl Place {
	/// How far the list has come; nothing when it is not open.
	async fn progress(&self, context: &Context) -> Outcome<Option<LotList<AccountId32>>> {
		let scope = Scope {
			asset: self.asset,
			custodian: self.custodian,
			vault: self.vault,
		};
		let question = api::view_functions().custody().list(scope, self.file_hash);
		context.chain().await?.ask(question).await
	}

	fn open(&self, bars: &[&Bar]) -> RuntimeCall {
		RuntimeCall::Custody(Call::open_list {
			asset: self.asset,
			vault: self.vault,
			list: self.file_hash,
			lots: bars.len() as u32,
			quantity: bars.iter().map(|bar| bar.fine).sum(),
		})
	}

	fn register(&self, bars: &[&Bar], class: &LiquidityClass, batch: Option<u32>) -> RuntimeCall {
		let lots = bars.iter().map(|bar| lot_input(bar, class, self.file_hash));
		RuntimeCall::Custody(Call::register_lots {
			asset: self.asset,
			vault: self.vault,
			lots: bounded(lots),
			list: batch.map(|index| ListBatch {
				list: self.file_hash,
				index,
			}),
		})
	}

	fn remove(&self) -> RuntimeCall {
		RuntimeCall::Custody(Call::remove_list {
			asset: self.asset,
			vault: self.vault,
			list: self.file_hash,
		})
	}
}

/// The bars that the register does not have.
async fn unregistered<'a>(
	context: &Context,
	bars: &[&'a Bar],
	file: &Path,
	vault: u32,
) -> Outcome<Vec<&'a Bar>> {
	let at = context.chain().await?.best().await?;
	let mut fresh = Vec::new();
	for bar in bars {
		let id = lot_id(&bar.refiner, &bar.serial)?;
		match chain::get(&at, api::storage().custody().lots(), (id,)).await? {
			Some(lot) => check_known(bar, &lot, file, vault)?,
			None => fresh.push(*bar),
		}
	}
	Ok(fresh)
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

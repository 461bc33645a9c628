//! Whether one bar stands behind an asset, proven from the genesis hash on.

use super::{list_root::Leaves, parse_lot};
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::{
			assay_primitives::reserve::Scope,
			pallet_attestations::types::{Report, ScopeRecord},
			pallet_custody::lot::{Lot, LotStatus},
		},
	},
	chain::At,
	commands::statement::{is_void, same_ticker, vault, Asset},
	context::{text_of, Context},
	errors::{Failure, Outcome},
	input::bars::BarList,
	moment,
	output::{note, Answer},
	proof::{self, State, Trust},
};
use assay_primitives::{Hash, LotId};
use clap::Args;
use std::path::{Path, PathBuf};
use subxt::utils::{AccountId32, H256};

/// Which lot, and how to prove it
#[derive(Debug, Args)]
pub struct Arguments {
	/// REFINER:SERIAL as it stands on the bar, or the lot's id
	lot: String,
	/// Ticker or number of the asset that it must be pledged to; any asset unless given
	#[arg(long)]
	asset: Option<String>,
	/// The bar list that the custodian publishes: proves that the vault's report counts the bar
	#[arg(long, value_name = "FILE.csv")]
	list: Option<PathBuf>,
	#[command(flatten)]
	trust: Trust,
}

/// What the state says of a lot.
struct Found {
	time: u64,
	lot: Lot<AccountId32>,
	/// What it stands behind.
	pledge: Option<Pledge>,
	vault: String,
}

/// The asset that a lot is pledged to, and the newest report of its vault on that asset.
struct Pledge {
	asset: Asset,
	report: Option<Report>,
	/// What gates see of it.
	record: Option<ScopeRecord>,
}

/// Proves it, or fails because it is not so.
pub async fn run(context: &Context, arguments: Arguments) -> Outcome {
	let id = parse_lot(&arguments.lot)?;
	let genesis = arguments.trust.genesis()?;
	let not_before = arguments.trust.not_before_of_node()?;
	let list = match &arguments.list {
		Some(path) => Some((BarList::read(path)?, path.as_path())),
		None => None,
	};
	let chain = context.chain().await?;
	let ask = async |_: &At| Ok(id);
	let read = async |state: &mut State<'_>, id: &H256| read(state, *id).await;
	let proven = proof::prove(chain, genesis, not_before, ask, read).await?;
	let found = proven.value.ok_or_else(|| {
		Failure::refused(format!(
			"the register has no lot `{}`: this is proven as of final block {}",
			arguments.lot, proven.block.number
		))
		.named("LotNotFound")
		.next("name it REFINER:SERIAL as it stands on the bar")
	})?;
	let inclusion = judge(&found, id, arguments.asset.as_deref(), list.as_ref())?;
	note(format!(
		"trusted is the genesis hash {} and nothing else",
		hex(genesis)
	));
	context.print(
		proof::describe(&proven.block, found.time)
			.and(describe(&found, id))
			.and(inclusion),
	);
	Ok(())
}

async fn read(state: &mut State<'_>, id: H256) -> Outcome<Option<Found>> {
	state.check_runtime().await?;
	let time = state.time().await?;
	let lots = api::storage().custody().lots();
	let Some(lot) = state.get(lots, (id,)).await? else {
		return Ok(None);
	};
	let name = vault(state, lot.vault).await?;
	let pledge = match lot.lien {
		Some(asset) => {
			let scope = Scope {
				asset,
				custodian: lot.custodian,
				vault: lot.vault,
			};
			let asset = Asset::read(state, asset, None).await?;
			let attestations = api::storage().attestations();
			let report = state.get(attestations.reports(), (scope,)).await?;
			let records = state.get(attestations.scopes(), (asset.id,)).await?;
			let mut records = records.into_iter().flat_map(|it| it.0);
			let place = (lot.custodian, lot.vault);
			Some(Pledge {
				asset,
				report,
				record: records.find(|it| (it.custodian, it.vault) == place),
			})
		},
		None => None,
	};
	Ok(Some(Found {
		time,
		vault: name.map_or_else(|| lot.vault.to_string(), |it| text_of(&it.name.0)),
		lot,
		pledge,
	}))
}

/// That the lot stands behind the asset that was asked for and, given the list, that the report in
/// force counts it.
fn judge(
	found: &Found,
	id: H256,
	asked: Option<&str>,
	list: Option<&(BarList, &Path)>,
) -> Outcome<Answer> {
	let pledge = pledge(found, asked)?;
	let asset = &pledge.asset;
	let report = in_force(found, pledge);
	let Some((list, path)) = list else {
		let root = report.and_then(|it| it.statement.lots_root);
		let said = match (report, root) {
			(Some(_), Some(_)) => "not looked at: add --list with the custodian's bar list",
			(Some(_), None) => "the report in force names none",
			(None, _) => "no report that counts the lot is in force",
		};
		return Ok(Answer::new()
			.maybe("lots root", root.map(hex))
			.fact("under the root", said)
			.maybe("not checked", report.map(|_| NOT_CHECKED)));
	};
	BarList::check_unit(&text_of(&asset.terms.underlying_unit.0), path)?;
	let report = report.ok_or_else(|| {
		Failure::refused(format!(
			"no report of vault {} on {} that counts the lot is in force",
			found.vault,
			asset.symbol()
		))
		.named("NoReport")
		.next("ask the custodian for a new one; `assay attest show` has the last")
	})?;
	let root = report.statement.lots_root.ok_or_else(|| {
		Failure::refused(format!(
			"the report of vault {} in force names no root over its lots",
			found.vault
		))
		.named("NoLotsRoot")
		.next("ask the custodian to report with its list: `assay attest send --list`")
	})?;
	let leaves = Leaves::of(list, &found.vault, path)?;
	let quantity = included(&leaves, Hash::from(root.0), id, path, &found.vault)?;
	check_quantity(found, asset, quantity)?;
	Ok(Answer::new()
		.fact("lots root", hex(root))
		.fact("under the root", "proven")
		.fact("bars under the root", leaves.count())
		.fact("quantity under the root", asset.quantity(quantity))
		.fact("report as of", moment::format(report.statement.as_of))
		.fact(
			"report valid until",
			moment::format(report.statement.valid_until),
		)
		.fact("not checked", NOT_CHECKED))
}

/// What can still make the report count for nothing.
const NOT_CHECKED: &str =
	"how many auditors must confirm, who is approved, and how old a report may be";

/// Fails unless the register's quantities and that of the report can be of one lot: it may have been
/// handed over in part since the report, but never grows.
fn check_quantity(found: &Found, asset: &Asset, under_root: u128) -> Outcome {
	let lot = &found.lot;
	match (lot.quantity..=lot.original_quantity).contains(&under_root) {
		true => Ok(()),
		false => Err(Failure::refused(format!(
			"the report counts {} of the lot, where the register has {} of the {} once registered",
			asset.quantity(under_root),
			asset.quantity(lot.quantity),
			asset.quantity(lot.original_quantity)
		))
		.named("AnotherQuantity")
		.next("the report and the register contradict each other: ask the custodian why")),
	}
}

/// The asset that the lot stands behind.
fn pledge<'a>(found: &'a Found, asked: Option<&str>) -> Outcome<&'a Pledge> {
	let nothing = |why: String| {
		Failure::refused(format!("the lot backs nothing: {why}"))
			.named("NotPledged")
			.next("`assay lot show` has all that the register says of it")
	};
	if !matches!(found.lot.status, LotStatus::Stored) {
		return Err(nothing(
			format!("it is {:?}", found.lot.status).to_lowercase(),
		));
	}
	let value = found.lot.value.as_ref();
	let matured = value.and_then(|it| it.matures_at);
	if let Some(matured) = matured.filter(|moment| *moment <= found.time) {
		return Err(nothing(format!(
			"it matured at {}",
			moment::format(matured)
		)));
	}
	let Some(pledge) = &found.pledge else {
		return Err(nothing("it is pledged to no asset".into()));
	};
	let symbol = pledge.asset.symbol();
	match asked {
		Some(asked) if *asked != pledge.asset.id.to_string() && !same_ticker(asked, &symbol) => {
			Err(
				Failure::refused(format!("the lot is pledged to {symbol}, not to {asked}"))
					.named("AnotherAsset")
					.next("leave --asset out to see what it is pledged to"),
			)
		},
		_ => Ok(pledge),
	}
}

/// The report, unless it counts for nothing or speaks of a moment at which the lot was elsewhere.
fn in_force<'a>(found: &Found, pledge: &'a Pledge) -> Option<&'a Report> {
	let record = pledge.record.as_ref()?;
	let report = pledge.report.as_ref()?;
	let said = &report.statement;
	let stands = report.withdrawn.is_none()
		&& found.time <= said.valid_until
		&& !is_void(record, found.time);
	let arrived = found.lot.arrived_at;
	let was_there = arrived.is_none_or(|moment| moment < said.as_of);
	(stands && was_there).then_some(report)
}

/// The quantity that the list with this root names for the lot.
fn included(leaves: &Leaves, root: Hash, id: H256, path: &Path, vault: &str) -> Outcome<u128> {
	if leaves.root() != root {
		return Err(Failure::refused(format!(
			"{}: its {} bars in vault {vault} have the root {}, and the report names {}",
			path.display(),
			leaves.count(),
			hex(leaves.root()),
			hex(root)
		))
		.named("AnotherList")
		.next("get the list that the report speaks of: its evidence says where"));
	}
	let proof = leaves.prove(LotId::from(id.0));
	let proof = proof.filter(|proof| proof.verify(root)).ok_or_else(|| {
		Failure::refused(format!(
			"{}: the list that the report speaks of does not name the lot {}",
			path.display(),
			hex(id)
		))
		.named("NotIncluded")
		.next("the register has the lot and the report does not: ask the custodian why")
	})?;
	Ok(proof.quantity)
}

fn describe(found: &Found, id: H256) -> Answer {
	let lot = &found.lot;
	let quantity = |quantity: u128| match &found.pledge {
		Some(pledge) => pledge.asset.quantity(quantity),
		None => quantity.to_string(),
	};
	Answer::new()
		.fact("lot", hex(id))
		.fact("registry", text_of(&lot.registry.0))
		.fact("serial", text_of(&lot.serial.0))
		.fact("status", format!("{:?}", lot.status))
		.fact("custodian", lot.custodian)
		.fact("vault", found.vault.as_str())
		.maybe(
			"pledged to",
			found.pledge.as_ref().map(|pledge| pledge.asset.symbol()),
		)
		.fact("quantity", quantity(lot.quantity))
		.fact("registered quantity", quantity(lot.original_quantity))
		.fact("document", hex(lot.document_hash))
}

#[cfg(test)]
mod tests;

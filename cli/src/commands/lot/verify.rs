//! Whether one bar stands behind an asset, proven from the genesis hash on.

use super::{list_root::Leaves, parse_lot};
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::{
			assay_primitives::reserve::Scope,
			pallet_attestations::types::Report,
			pallet_custody::lot::{Lot, LotStatus},
		},
	},
	chain::At,
	commands::statement::{vault, Asset},
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
	/// The asset that it is pledged to, and the newest report of its vault on that asset.
	pledge: Option<(Asset, Option<Report>)>,
	vault: String,
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
			let reports = api::storage().attestations().reports();
			Some((asset, state.get(reports, (scope,)).await?))
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
	let (asset, report) = pledge(found, asked)?;
	let Some((list, path)) = list else {
		let root = in_force(report, found.time).and_then(|it| it.statement.lots_root);
		let said = match root {
			Some(_) => "not looked at: add --list with the custodian's bar list",
			None => "the report in force names none",
		};
		return Ok(Answer::new()
			.maybe("lots root", root.map(hex))
			.fact("under the root", said));
	};
	let report = in_force(report, found.time).ok_or_else(|| {
		Failure::refused(format!(
			"no report of vault {} on {} is in force",
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
	included(&leaves, Hash::from(root.0), id, path, &found.vault).map(|quantity| {
		Answer::new()
			.fact("lots root", hex(root))
			.fact("under the root", "proven")
			.fact("bars under the root", leaves.count())
			.fact("quantity under the root", asset.quantity(quantity))
			.fact("report as of", moment::format(report.statement.as_of))
			.fact(
				"report valid until",
				moment::format(report.statement.valid_until),
			)
	})
}

/// The asset that the lot stands behind.
fn pledge<'a>(found: &'a Found, asked: Option<&str>) -> Outcome<(&'a Asset, Option<&'a Report>)> {
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
	let Some((asset, report)) = &found.pledge else {
		return Err(nothing("it is pledged to no asset".into()));
	};
	let symbol = asset.symbol();
	match asked {
		Some(asked) if *asked != asset.id.to_string() && !asked.eq_ignore_ascii_case(&symbol) => {
			Err(
				Failure::refused(format!("the lot is pledged to {symbol}, not to {asked}"))
					.named("AnotherAsset")
					.next("leave --asset out to see what it is pledged to"),
			)
		},
		_ => Ok((asset, report.as_ref())),
	}
}

/// The report, unless it is withdrawn or lapsed.
fn in_force(report: Option<&Report>, now: u64) -> Option<&Report> {
	report.filter(|it| it.withdrawn.is_none() && now <= it.statement.valid_until)
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
		Some((asset, _)) => asset.quantity(quantity),
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
			found.pledge.as_ref().map(|(asset, _)| asset.symbol()),
		)
		.fact("quantity", quantity(lot.quantity))
		.fact("registered quantity", quantity(lot.original_quantity))
		.fact("document", hex(lot.document_hash))
}

#[cfg(test)]
mod tests;

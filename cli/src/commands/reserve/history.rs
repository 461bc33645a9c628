//! The chains of hashes that reports form: exported, and checked without and against a node.

use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::{assay_primitives::reserve::Scope, pallet_attestations::history},
	},
	chain::{self, At},
	commands::{vault, write_json},
	context::Context,
	errors::{Failure, Outcome},
	input::report_history::{check, join, Chains, Export, Link, Place, ScopeExport},
	moment,
	output::Answer,
};
use clap::Subcommand;
use serde_json::json;
use std::path::{Path, PathBuf};

/// What can be done with the history of reports
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Write the reports that the chain keeps of an asset to a file
	Export {
		/// Ticker or number
		asset: String,
		/// File to write
		#[arg(long, value_name = "FILE.json")]
		out: PathBuf,
		/// A vault that reports no more, by name or number; those that do are written anyway
		#[arg(long = "vault", value_name = "VAULT")]
		vaults: Vec<String>,
	},
	/// Check that exported reports form one unbroken chain, and that it ends in the chain's own
	///
	/// The chain keeps 64 reports of each vault. Files that were exported one after the other are
	/// joined, so that the whole history can be checked however long it is.
	Verify {
		/// Files, in any order
		#[arg(required = true, value_name = "FILE.json")]
		files: Vec<PathBuf>,
		/// Ask no node: check the files alone
		#[arg(long)]
		offline: bool,
	},
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Export { asset, out, vaults } => export(context, &asset, &out, &vaults).await,
		Verb::Verify { files, offline } => verify(context, &files, offline).await,
	}
}

async fn export(context: &Context, asset: &str, out: &Path, vaults: &[String]) -> Outcome {
	let chain = context.chain().await?;
	let at = chain.finalized().await?;
	let asset = context.asset_at(&at, asset).await?;
	let records = api::storage().attestations().scopes();
	let records = chain::get(&at, records, (asset.id,)).await?;
	let mut places: Vec<Place> = records
		.iter()
		.flat_map(|records| &records.0)
		.map(|record| (record.custodian, record.vault))
		.collect();
	for given in vaults {
		let scope = vault::scope(context, asset.id, given).await?;
		places.push((scope.custodian, scope.vault));
	}
	places.sort_unstable();
	places.dedup();
	let block = (at.block_number(), hex(at.block_hash()));
	let mut export = Export::new(hex(chain.genesis()), asset.id, asset.unit.clone(), block);
	for place in places {
		export.scopes.push(ScopeExport {
			custodian: place.0,
			vault: place.1,
			reports: kept(&at, asset.id, place).await?,
		});
	}
	let reports: usize = export.scopes.iter().map(|scope| scope.reports.len()).sum();
	if reports == 0 {
		return Err(
			Failure::refused(format!("no vault has reported for {}", asset.symbol))
				.next("have a custodian report: `assay attest send`"),
		);
	}
	write_json(out, &export)?;
	context.print(
		Answer::new()
			.fact("written", out.display().to_string())
			.fact("vaults", export.scopes.len())
			.fact("reports", reports)
			.fact("block", export.block)
			.fact("block hash", export.block_hash),
	);
	Ok(())
}

/// The reports of a scope that the chain keeps at a block.
pub async fn kept(at: &At, asset: u32, (custodian, vault): Place) -> Outcome<Vec<Link>> {
	let scope = Scope {
		asset,
		custodian,
		vault,
	};
	let question = api::view_functions().attestations().report_history(scope);
	let entries = chain::ask(at, question).await?;
	Ok(entries.into_iter().map(Link::from).collect())
}

impl From<history::HistoryEntry> for Link {
	fn from(entry: history::HistoryEntry) -> Self {
		let link = entry.link;
		Self {
			sequence: link.sequence,
			as_of_ms: link.as_of,
			quantity: link.quantity,
			submitted_at_ms: link.submitted_at,
			statement_hash: hex(link.statement_hash),
			previous_hash: hex(link.previous_hash),
			hash: hex(entry.hash),
		}
	}
}

async fn verify(context: &Context, files: &[PathBuf], offline: bool) -> Outcome {
	let (first, mut chains) = read(files)?;
	let mut answer = Answer::new().fact("files", files.len());
	match offline {
		true => answer = answer.fact("compared with the chain", false),
		false => {
			let at = against_chain(context, &first, &mut chains).await?;
			answer = answer
				.fact("compared with the chain", true)
				.fact("block", at.block_number())
				.fact("block hash", hex(at.block_hash()));
		},
	}
	check(&chains)?;
	let rows = chains.iter().filter_map(|((custodian, vault), links)| {
		let (oldest, newest) = (links.values().next()?, links.values().next_back()?);
		Some(vec![
			json!(custodian),
			json!(vault),
			json!(links.len()),
			json!(oldest.sequence == 0),
			json!(moment::format(oldest.as_of_ms)),
			json!(moment::format(newest.as_of_ms)),
			json!(newest.hash),
		])
	});
	let columns = [
		"custodian",
		"vault",
		"reports",
		"from the first on",
		"oldest",
		"newest",
		"newest hash",
	];
	context.print(
		answer
			.fact("unbroken", true)
			.with_list("vaults", &columns, rows.collect()),
	);
	Ok(())
}

/// All that the files hold, if they speak of one asset of one chain.
fn read(files: &[PathBuf]) -> Outcome<(Export, Chains)> {
	let mut chains = Chains::new();
	let mut first: Option<Export> = None;
	for path in files {
		let export = Export::read(path)?;
		for scope in &export.scopes {
			let place = (scope.custodian, scope.vault);
			let source = path.display().to_string();
			join(&mut chains, export.asset, place, &scope.reports, &source)?;
		}
		match &first {
			None => first = Some(export),
			Some(it) if (&it.genesis, it.asset) == (&export.genesis, export.asset) => {},
			Some(_) => {
				let what = "it is of another chain or asset than the files before it";
				return Err(Failure::input(format!("{}: {what}", path.display()))
					.next("check each asset's files by themselves"));
			},
		}
	}
	let first = first.ok_or_else(|| Failure::input("no file is named"))?;
	Ok((first, chains))
}

/// Joins what the chain keeps to what the files hold.
async fn against_chain(context: &Context, export: &Export, chains: &mut Chains) -> Outcome<At> {
	let chain = context.chain().await?;
	let genesis = hex(chain.genesis());
	if export.genesis != genesis {
		return Err(Failure::input(format!(
			"the files are of another chain: its genesis is {}, this chain's is {genesis}",
			export.genesis
		))
		.next("choose the right node with --url, or check the files alone with --offline"));
	}
	let at = chain.finalized().await?;
	let places: Vec<Place> = chains.keys().copied().collect();
	for place in places {
		let links = kept(&at, export.asset, place).await?;
		if links.is_empty() {
			let (custodian, vault) = place;
			return Err(Failure::refused(format!(
				"the chain has no report of custodian {custodian} in vault {vault}"
			))
			.named("BrokenHistory")
			.next("the files hold reports that were never on this chain"));
		}
		join(chains, export.asset, place, &links, "the chain")?;
	}
	Ok(at)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn file(folder: &Path, name: &str, asset: u32, genesis: &str) -> PathBuf {
		let path = folder.join(name);
		let block = (1, "0x01".to_string());
		let export = Export::new(genesis.into(), asset, "gram".into(), block);
		write_json(&path, &export).unwrap();
		path
	}

	#[test]
	fn fails_when_files_speak_of_different_assets_or_chains() {
		let folder = tempfile::tempdir().unwrap();
		let one = file(folder.path(), "one.json", 1, "0xaa");
		let same = file(folder.path(), "same.json", 1, "0xaa");
		assert!(read(&[one.clone(), same]).is_ok());
		for (name, asset, genesis) in [("asset.json", 2, "0xaa"), ("chain.json", 1, "0xbb")] {
			let other = file(folder.path(), name, asset, genesis);
			let failure = read(&[one.clone(), other]).unwrap_err();
			assert_eq!(failure.exit_code(), 2);
			assert!(failure.what.contains("another chain or asset"), "{failure}");
		}
	}
}

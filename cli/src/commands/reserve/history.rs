//! The chains of hashes that reports form: exported, and checked without and against a node.

use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::{assay_primitives::reserve::Scope, pallet_attestations::history},
	},
	chain::{self, At, Chain},
	commands::{vault, write_json},
	context::Context,
	errors::{Failure, Outcome},
	input::report_history::{
		check, complete, ends_with, join, Chains, Export, Link, Place, ScopeExport,
	},
	moment,
	output::Answer,
	proof::{self, State, Trust},
};
use clap::Subcommand;
use serde_json::json;
use std::{
	collections::BTreeMap,
	path::{Path, PathBuf},
};

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
	/// joined, so that the whole history can be checked however long it is. Where the chain ends is
	/// the node's word unless a genesis hash is trusted: then that is proven.
	Verify {
		/// Files, in any order
		#[arg(required = true, value_name = "FILE.json")]
		files: Vec<PathBuf>,
		/// Ask no node: check the files alone
		#[arg(long)]
		offline: bool,
		#[command(flatten)]
		trust: Trust,
	},
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Export { asset, out, vaults } => export(context, &asset, &out, &vaults).await,
		Verb::Verify {
			files,
			offline,
			trust,
		} => verify(context, &files, offline, &trust).await,
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

async fn verify(context: &Context, files: &[PathBuf], offline: bool, trust: &Trust) -> Outcome {
	let (first, mut chains) = read(files)?;
	not_empty(&chains)?;
	let mut answer = Answer::new().fact("files", files.len());
	match offline {
		true => answer = answer.fact("compared with the chain", false),
		false => {
			let at = against_chain(context, &first, &mut chains, trust).await?;
			let word = match trust.is_given() {
				true => "proven from the genesis hash on",
				false => "this node's word: --genesis proves it",
			};
			answer = answer
				.fact("compared with the chain", true)
				.fact("end of the chain", word)
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
	// A vault of which a file has no report is as good as left out.
	chains.retain(|_, links| !links.is_empty());
	Ok((first, chains))
}

/// Fails when there is nothing to check.
fn not_empty(chains: &Chains) -> Outcome {
	match chains.is_empty() {
		false => Ok(()),
		true => Err(Failure::input("the files hold no report")
			.next("export them: `assay reserve history export`")),
	}
}

/// Joins what the chain keeps to what the files hold. The files must hold something of every vault
/// that reports now, and nothing that is newer than the chain's newest.
async fn against_chain(
	context: &Context,
	export: &Export,
	chains: &mut Chains,
	trust: &Trust,
) -> Outcome<At> {
	let chain = context.chain().await?;
	let genesis = hex(chain.genesis());
	if export.genesis != genesis {
		return Err(Failure::input(format!(
			"the files are of another chain: its genesis is {}, this chain's is {genesis}",
			export.genesis
		))
		.next("choose the right node with --url, or check the files alone with --offline"));
	}
	let places: Vec<Place> = chains.keys().copied().collect();
	let (at, ends) = final_ends(chain, export.asset, &places, trust).await?;
	complete(chains, ends.reporting)?;
	for place in places {
		let Some(end) = ends.heads.get(&place) else {
			let (custodian, vault) = place;
			return Err(Failure::refused(format!(
				"the chain has no report of custodian {custodian} in vault {vault}"
			))
			.named("BrokenHistory")
			.next("the files hold reports that were never on this chain"));
		};
		let links = kept(&at, export.asset, place).await?;
		join(chains, export.asset, place, &links, "the chain")?;
		ends_with(chains, place, end)?;
	}
	Ok(at)
}

/// Where a final block has the ends of chains.
struct Ends {
	/// The scopes that report for the asset.
	reporting: Vec<Place>,
	/// Sequence number and hash of the newest report that a scope ever had.
	heads: BTreeMap<Place, (u32, String)>,
}

/// The ends that a final block has: proven where a genesis hash is trusted, else on the node's word.
async fn final_ends(
	chain: &Chain,
	asset: u32,
	places: &[Place],
	trust: &Trust,
) -> Outcome<(At, Ends)> {
	if !trust.is_given() {
		let at = chain.finalized().await?;
		let mut state = State::told(chain, at.block_hash())?;
		let ends = read_ends(&mut state, asset, places).await?;
		return Ok((at, ends));
	}
	let (genesis, not_before) = (trust.genesis()?, trust.not_before_of_node()?);
	let ask = async |_: &At| Ok(());
	let read = async |state: &mut State<'_>, _: &()| read_ends(state, asset, places).await;
	let found = proof::prove(chain, genesis, not_before, ask, read).await?;
	Ok((found.at, found.value))
}

async fn read_ends(state: &mut State<'_>, asset: u32, places: &[Place]) -> Outcome<Ends> {
	state.check_runtime().await?;
	let attestations = api::storage().attestations();
	let records = state.get(attestations.scopes(), (asset,)).await?;
	let records = records.into_iter().flat_map(|records| records.0);
	let reporting = records.map(|it| (it.custodian, it.vault)).collect();
	let mut heads = BTreeMap::new();
	for (custodian, vault) in places.iter().copied() {
		let scope = Scope {
			asset,
			custodian,
			vault,
		};
		let head = state.get(attestations.heads(), (scope,)).await?;
		heads.extend(head.map(|it| ((custodian, vault), (it.sequence, hex(it.hash)))));
	}
	Ok(Ends { reporting, heads })
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		api::runtime_types::{
			assay_primitives::reserve::{Basis, LiquidityClass},
			pallet_attestations::types::{Head, ScopeRecord},
		},
		convert::bounded,
		proof::world::{World, NOW},
	};
	use subxt::utils::H256;

	fn file(folder: &Path, name: &str, asset: u32, genesis: &str) -> PathBuf {
		let path = folder.join(name);
		let block = (1, "0x01".to_string());
		let export = Export::new(genesis.into(), asset, "gram".into(), block);
		write_json(&path, &export).unwrap();
		path
	}

	#[test]
	fn fails_when_no_file_holds_a_report() {
		let folder = tempfile::tempdir().unwrap();
		let empty = file(folder.path(), "empty.json", 1, "0xaa");
		let mut export = Export::read(&empty).unwrap();
		export.scopes.push(ScopeExport {
			custodian: 3,
			vault: 1,
			reports: vec![],
		});
		let bare = folder.path().join("bare.json");
		write_json(&bare, &export).unwrap();
		let (_, chains) = read(&[empty, bare]).unwrap();
		let failure = not_empty(&chains).unwrap_err();
		assert_eq!(failure.exit_code(), 2);
		assert!(failure.what.contains("no report"), "{failure}");
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

	fn scope(vault: u32) -> Scope {
		Scope {
			asset: 7,
			custodian: 3,
			vault,
		}
	}

	/// Vault 1 reports, vault 2 does no more, vault 3 never did.
	fn world() -> World {
		let attestations = api::storage().attestations();
		let head = Head {
			as_of: NOW,
			sequence: 5,
			hash: H256::repeat_byte(1),
			faulted_at: None,
		};
		let record = ScopeRecord {
			custodian: 3,
			vault: 1,
			as_of: NOW,
			valid_until: NOW,
			quantity: 1,
			basis: Basis::Market,
			class: LiquidityClass::Liquid,
			withdrawn: false,
			faulted: false,
			answer_by: None,
			opinions: bounded([]),
		};
		World::new()
			.with(attestations.scopes(), (7,), &bounded([record]))
			.with(attestations.heads(), (scope(1),), &head)
			.with(attestations.heads(), (scope(2),), &head)
			.without(attestations.heads(), (scope(3),))
	}

	async fn ends(world: &World, vaults: &[u32]) -> Outcome<Ends> {
		let places: Vec<Place> = vaults.iter().map(|vault| (3, *vault)).collect();
		let (mut state, _) = proof::verify(&world.bundle(), world.genesis_hash(), NOW)?;
		read_ends(&mut state, 7, &places).await
	}

	#[tokio::test]
	async fn ends_are_read_from_the_proof() {
		let found = ends(&world(), &[1, 2, 3]).await.unwrap();
		assert_eq!(found.reporting, [(3, 1)]);
		let end = (5, hex([1; 32]));
		assert_eq!(found.heads, [((3, 1), end.clone()), ((3, 2), end)].into());
	}

	#[tokio::test]
	async fn fails_when_the_proof_leaves_an_end_out() {
		let hidden = world().with_hidden(api::storage().attestations().heads(), (scope(4),));
		let failure = ends(&hidden, &[1, 4]).await.err().unwrap();
		assert_eq!(failure.name.as_deref(), Some("Forged"), "{failure}");
	}
}

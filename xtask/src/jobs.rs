//! One node by itself, and what its program does with a stored chain: real processes on this
//! machine, each with a wrong input beside it.

use crate::{
	interrupt,
	localnet::free_ports,
	process::{self, Output, Running},
	rpc::Endpoint,
	table,
	workspace::Workspace,
	Result,
};
use serde_json::{json, Value};
use std::{
	fs::{self, File},
	path::{Path, PathBuf},
	process::{Command, Stdio},
	time::{Duration, Instant},
};

/// A node answers, and its first blocks are final, within this time, or something is wrong.
const NODE_LIMIT: Duration = Duration::from_secs(120);
/// A job on a few blocks is done within this time, or something is wrong.
const JOB_LIMIT: Duration = Duration::from_secs(120);
/// How often a node is asked while we wait.
const PAUSE: Duration = Duration::from_millis(250);
/// How long a node may take to close its database.
const PATIENCE: Duration = Duration::from_secs(10);
/// Blocks that the jobs work on.
const BLOCKS: u64 = 5;
/// What makes a node keep all states and all bodies.
const ARCHIVE: [&str; 2] = ["--state-pruning=archive", "--blocks-pruning=archive"];

/// Do every job once.
pub fn run(workspace: &Workspace) -> Result<()> {
	let folder = workspace.target.join("assay-jobs");
	let failed = |error: std::io::Error| format!("cannot prepare {}: {error}", folder.display());
	if folder.exists() {
		fs::remove_dir_all(&folder).map_err(failed)?;
	}
	fs::create_dir_all(&folder).map_err(failed)?;
	let bench = Bench {
		program: workspace.binary("assay-node"),
		folder: folder.clone(),
	};
	keys(&bench)?;
	specifications(&bench)?;
	alone(&bench)?;
	stored_chain(&bench)?;
	fs::remove_dir_all(&bench.folder).map_err(failed)
}

/// The program, and a folder to use it in.
struct Bench {
	program: PathBuf,
	folder: PathBuf,
}

impl Bench {
	fn path(&self, name: &str) -> PathBuf {
		self.folder.join(name)
	}

	/// What comes of the words of `line`, in our folder.
	fn ask(&self, line: &str) -> Result<Output> {
		let mut command = Command::new(&self.program);
		command
			.args(line.split(' '))
			.current_dir(&self.folder)
			.env("NO_COLOR", "1");
		process::output(&mut command, "", JOB_LIMIT, &mut || Ok(()))
	}

	/// What it prints; an error unless it succeeds.
	fn works(&self, line: &str) -> Result<String> {
		let output = self.ask(line)?;
		match output.code {
			0 => Ok(output.stdout),
			code => Err(format!(
				"`assay-node {line}` failed with exit code {code}: {}",
				output.stderr.trim()
			)),
		}
	}

	/// It must fail and say `why` on standard error.
	fn fails(&self, line: &str, why: &str) -> Result<()> {
		let output = self.ask(line)?;
		check(output.code != 0, || format!("`assay-node {line}` works"))?;
		check(output.stderr.contains(why), || {
			format!(
				"`assay-node {line}` does not say `{why}`: {}",
				output.stderr
			)
		})
	}

	/// Best and finalized height of a stored chain.
	fn heights(&self, base: &str) -> Result<(u64, u64)> {
		let info = json_of(&self.works(&format!("chain-info --dev --base-path {base}"))?)?;
		let height = |key: &str| {
			info[key]
				.as_u64()
				.ok_or_else(|| format!("chain-info does not say {key}: {info}"))
		};
		Ok((height("best_number")?, height("finalized_number")?))
	}

	/// Runs a development node with `arguments` until `question` has an answer.
	fn with_node<T>(
		&self,
		base: &str,
		arguments: &[&str],
		mut question: impl FnMut(Endpoint, Endpoint) -> Result<Option<T>>,
	) -> Result<T> {
		let [p2p, rpc, metrics] = free_ports()?;
		let path = self.path(&format!("{base}.log"));
		let failed = |error: std::io::Error| format!("cannot write {}: {error}", path.display());
		let log = File::create(&path).map_err(failed)?;
		let mut command = Command::new(&self.program);
		command
			.args(["--dev", "--no-telemetry", "--no-mdns", "--base-path"])
			.arg(self.path(base))
			.arg(format!("--listen-addr=/ip4/127.0.0.1/tcp/{p2p}"))
			.arg(format!("--rpc-port={rpc}"))
			.arg(format!("--prometheus-port={metrics}"))
			.args(arguments)
			.stdin(Stdio::null())
			.stdout(log.try_clone().map_err(failed)?)
			.stderr(log);
		let mut node = Running::start(&mut command)?;
		let answer = interrupt::until(NODE_LIMIT, PAUSE, || {
			if let Some(code) = node.has_ended()? {
				return Err(format!("the node ended with exit code {code}"));
			}
			question(Endpoint { port: rpc }, Endpoint { port: metrics })
		})
		.and_then(|answer| answer.ok_or_else(|| "the node takes too long".to_string()))
		.map_err(|error| format!("{error}; its log is {}", path.display()));
		node.end(PATIENCE);
		answer
	}
}

fn check(holds: bool, otherwise: impl FnOnce() -> String) -> Result<()> {
	if holds {
		Ok(())
	} else {
		Err(otherwise())
	}
}

fn json_of(text: &str) -> Result<Value> {
	serde_json::from_str(text).map_err(|error| format!("it is no JSON: {error}: {text}"))
}

/// `key`: a key is made, inspected to the same address, and put where a node looks for it.
fn keys(bench: &Bench) -> Result<()> {
	let made = json_of(&bench.works("key generate --output-type json")?)?;
	let (Some(phrase), Some(address)) =
		(made["secretPhrase"].as_str(), made["ss58Address"].as_str())
	else {
		return Err(format!("key generate prints no phrase and address: {made}"));
	};
	fs::write(bench.path("phrase"), phrase).map_err(|error| error.to_string())?;
	let inspected = json_of(&bench.works("key inspect --output-type json phrase")?)?;
	check(inspected["ss58Address"] == address, || {
		format!("key inspect shows another address: {inspected}")
	})?;
	bench.works(
		"key insert --dev --base-path keys --key-type gran --scheme ed25519 --suri //Alice",
	)?;
	let stored = bench.path("keys/chains/dev/keystore");
	let count = fs::read_dir(&stored).map_or(0, Iterator::count);
	check(count == 1, || {
		format!("{} holds {count} keys", stored.display())
	})?;
	bench.works("key generate-node-key --file node-key")?;
	let id = bench.works("key inspect-node-key --file node-key")?;
	check(id.trim().starts_with("12D3KooW"), || {
		format!("a node key has the id {id}")
	})?;
	bench.fails(
		"key inspect-node-key --file phrase",
		"failed to decode secret as hex",
	)?;
	println!("Keys: generated, inspected, inserted");
	Ok(())
}

/// `build-spec` and `export-chain-spec`: both name the same chain, and a file of it is taken.
fn specifications(bench: &Bench) -> Result<()> {
	let built = json_of(&bench.works("build-spec --dev --disable-default-bootnode")?)?;
	let exported = json_of(&bench.works("export-chain-spec --chain dev")?)?;
	for key in ["id", "properties", "genesis"] {
		check(!built[key].is_null() && built[key] == exported[key], || {
			format!("build-spec and export-chain-spec differ in {key}")
		})?;
	}
	bench.works("export-chain-spec --chain dev --raw --output raw.json")?;
	let genesis = |chain: &str, base: &str| -> Result<Value> {
		let line = format!("chain-info --chain {chain} --base-path {base}");
		Ok(json_of(&bench.works(&line)?)?["genesis_hash"].take())
	};
	let (named, filed) = (genesis("dev", "named")?, genesis("raw.json", "filed")?);
	check(named.is_string() && named == filed, || {
		format!("the chain has genesis {named} by name and {filed} by file")
	})?;
	let why = "nowhere.json is neither dev nor local nor a readable chain specification";
	bench.fails("chain-info --chain nowhere.json", why)?;
	println!("Specifications: built, exported, read");
	Ok(())
}

/// A development node makes blocks and finalizes them by itself, says that it is well, and shows
/// its figures; with pruning, it offers no questions about the past.
fn alone(bench: &Bench) -> Result<()> {
	let started = Instant::now();
	bench.with_node("archive", &ARCHIVE, |node, metrics| {
		let Ok(height) = node.finalized() else {
			return Ok(None);
		};
		if height < BLOCKS {
			return Ok(None);
		}
		let health = json_of(&node.get("/health")?)?;
		let well = json!({"peers": 0, "isSyncing": false, "shouldHavePeers": false});
		check(health == well, || format!("/health says {health}"))?;
		node.get("/health/readiness")?;
		let figures = metrics.get("/metrics")?;
		let shown = figures
			.lines()
			.filter(|line| line.starts_with("substrate_block_height{status=\"finalized\""))
			.find_map(|line| line.rsplit(' ').next()?.parse::<u64>().ok());
		check(shown.is_some_and(|shown| shown > 0), || {
			"Prometheus shows no finalized block".to_string()
		})?;
		let past = node.call("archive_v1_finalizedHeight", json!([]))?;
		check(past.as_u64() >= Some(height), || {
			format!("archive_v1_finalizedHeight is {past}")
		})?;
		Ok(Some(()))
	})?;
	let took = table::duration(started.elapsed());
	println!("Alone: block {BLOCKS} made and final after {took}, health, Prometheus, archive");
	Ok(())
}

/// The jobs on the chain that the node alone has left.
fn stored_chain(bench: &Bench) -> Result<()> {
	let (best, finalized) = bench.heights("archive")?;
	check(best >= finalized && finalized >= BLOCKS, || {
		format!("chain-info says best {best}, finalized {finalized}")
	})?;
	bench.works("check-block 2 --dev --base-path archive")?;
	bench.fails(
		"check-block 9999 --dev --base-path archive",
		"Unknown block",
	)?;

	bench.works(&format!(
		"export-blocks --dev --base-path archive --from 1 --to {BLOCKS} blocks"
	))?;
	bench.works("import-blocks --dev --base-path copy blocks")?;
	check(bench.heights("copy")?.0 == BLOCKS, || {
		"import-blocks has not taken all blocks".to_string()
	})?;
	fs::write(bench.path("noise"), "noise").map_err(|error| error.to_string())?;
	let why = "Error reading block #1";
	bench.fails("import-blocks --dev --base-path other noise", why)?;

	let state = json_of(&bench.works("export-state --dev --base-path copy 2")?)?;
	check(state["genesis"]["raw"]["top"].is_object(), || {
		"export-state prints no state".to_string()
	})?;
	bench.works("revert 2 --dev --base-path copy")?;
	let best = bench.heights("copy")?.0;
	check(best == BLOCKS - 2, || {
		format!("after revert of 2 the best block is {best}")
	})?;

	// The copy goes on from there as a node with pruning.
	bench.with_node("copy", &[], |node, _| {
		if !matches!(node.finalized(), Ok(height) if height >= BLOCKS) {
			return Ok(None);
		}
		let methods = node.call("rpc_methods", json!([]))?.to_string();
		check(!methods.contains("archive_v1_"), || {
			"a node with pruning offers archive_v1".to_string()
		})?;
		Ok(Some(()))
	})?;
	bench.works("purge-chain -y --dev --base-path copy")?;
	let database = bench.path("copy/chains/dev/paritydb");
	check(!Path::new(&database).exists(), || {
		"purge-chain has left the database".to_string()
	})?;
	println!(
		"Stored chain: checked, exported, imported, state exported, reverted, gone on, purged"
	);
	Ok(())
}

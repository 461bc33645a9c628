//! Clients that institutions already run: the polkadot-js API and PAPI, unmodified from npm.

use crate::{localnet::Network, process, table, workspace::Workspace, Result};
use serde_json::Value;
use std::{
	path::Path,
	process::Command,
	time::{Duration, Instant},
};

/// A client is done within this time, or something is wrong. It gives up by itself earlier.
const LIMIT: Duration = Duration::from_secs(200);

/// What a client does on the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errand {
	/// The asset to transfer.
	pub asset: String,
	/// The well-known key of the sender, such as `//Alice`.
	pub sender: String,
	/// Who may receive.
	pub receiver: String,
	/// Who may not, for want of a claim.
	pub stranger: String,
	/// How much, in the smallest unit.
	pub amount: String,
}

/// How clients show `ReceiverClaim`, the reason by which the pool refuses a stranger.
const REFUSAL: &str = "Custom error: 41";

/// The scripts in `xtask/clients`, by the client's name.
const SCRIPTS: [(&str, &str); 2] = [("polkadot-js API", "polkadotjs.mjs"), ("PAPI", "papi.mjs")];

/// Run `errand` with every client against the node of `network` at `url`. Without npm this is
/// skipped aloud.
pub fn run(workspace: &Workspace, network: &mut Network, url: &str, errand: &Errand) -> Result<()> {
	let folder = workspace.root.join("xtask/clients");
	if !process::succeeds(Command::new("npm").arg("--version")) {
		println!("SKIPPED: polkadot-js API and PAPI, because npm is not installed");
		return Ok(());
	}
	install(&folder)?;
	for (name, script) in SCRIPTS {
		let started = Instant::now();
		let answer = run_script(&folder, network, script, url, errand)?;
		let refusal = answer["refused"].as_str().unwrap_or_default();
		if refusal != REFUSAL {
			return Err(format!(
				"{name} was refused with `{refusal}`, not with `{REFUSAL}`"
			));
		}
		println!(
			"{name} {}: transferred in block {}, then refused with `{refusal}` ({})",
			answer["version"].as_str().unwrap_or("of unknown version"),
			answer["block"].as_str().unwrap_or("unknown"),
			table::duration(started.elapsed())
		);
	}
	Ok(())
}

/// The versions of the lock file, unless they are there already. Not `npm ci`, which insists on
/// packages for other platforms that some registries do not offer.
fn install(folder: &Path) -> Result<()> {
	let changed = |file: &str| {
		folder
			.join(file)
			.metadata()
			.and_then(|data| data.modified())
			.ok()
	};
	let installed = changed("node_modules/.package-lock.json");
	if installed.is_some() && installed >= changed("package-lock.json") {
		return Ok(());
	}
	println!("Installing the JavaScript clients");
	let mut npm = Command::new("npm");
	npm.current_dir(folder)
		.args(["install", "--no-save", "--no-audit", "--no-fund"]);
	npm.args(["--ignore-scripts", "--loglevel=error"]);
	process::run(&mut npm)
}

fn run_script(
	folder: &Path,
	network: &mut Network,
	script: &str,
	url: &str,
	errand: &Errand,
) -> Result<Value> {
	let mut node = Command::new("node");
	node.current_dir(folder)
		.args([script, url, &errand.sender, &errand.asset, &errand.receiver])
		.args([&errand.amount, &errand.stranger]);
	let line = process::line(&node);
	let output = process::output(&mut node, "", LIMIT, &mut || network.check_alive())?;
	let last = output.stdout.lines().last().unwrap_or_default();
	if output.code != 0 {
		return Err(format!("`{line}` failed: {}", output.stderr.trim()));
	}
	serde_json::from_str(last).map_err(|_| format!("`{line}` printed no JSON: {last}"))
}

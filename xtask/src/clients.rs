//! Clients that institutions already run: the polkadot-js API and PAPI, unmodified from npm.

use crate::{process, table, workspace::Workspace, Result};
use serde_json::Value;
use std::{
	path::Path,
	process::{Command, Stdio},
	time::Instant,
};

/// What a client does on the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errand {
	/// The asset to transfer.
	pub asset: String,
	/// The well-known key of the sender, such as `//Alice`.
	pub sender: String,
	/// Who may receive.
	pub receiver: String,
	/// Who may not.
	pub stranger: String,
	/// How much, in the smallest unit.
	pub amount: String,
}

/// The scripts in `xtask/clients`, by the client's name.
const SCRIPTS: [(&str, &str); 2] = [("polkadot-js API", "polkadotjs.mjs"), ("PAPI", "papi.mjs")];

/// Run `errand` with every client against the node at `url`. Without npm this is skipped aloud.
pub fn run(workspace: &Workspace, url: &str, errand: &Errand) -> Result<()> {
	let folder = workspace.root.join("xtask/clients");
	if !process::succeeds(Command::new("npm").arg("--version")) {
		println!("SKIPPED: polkadot-js API and PAPI, because npm is not installed");
		return Ok(());
	}
	install(&folder)?;
	for (name, script) in SCRIPTS {
		let started = Instant::now();
		let answer = run_script(&folder, script, url, errand)?;
		let refusal = answer["refused"].as_str().unwrap_or_default();
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

fn run_script(folder: &Path, script: &str, url: &str, errand: &Errand) -> Result<Value> {
	let mut node = Command::new("node");
	node.current_dir(folder)
		.args([script, url, &errand.sender, &errand.asset, &errand.receiver])
		.args([&errand.amount, &errand.stranger])
		.stdin(Stdio::null());
	let line = process::line(&node);
	let output = node
		.output()
		.map_err(|error| format!("cannot run `{line}`: {error}"))?;
	let stdout = String::from_utf8_lossy(&output.stdout);
	let last = stdout.lines().last().unwrap_or_default();
	if !output.status.success() {
		let stderr = String::from_utf8_lossy(&output.stderr);
		return Err(format!("`{line}` failed: {}", stderr.trim()));
	}
	serde_json::from_str(last).map_err(|_| format!("`{line}` printed no JSON: {last}"))
}

//! `cargo xtask guide`: types every line of the guides against a network of its own, and fails where the
//! chain answers otherwise than they say.
//!
//! A line that starts with `$ ` in a console block is typed. What follows it there must come back, line
//! by line, whatever the spacing; `…` stands for anything. A line that is followed by one with `error: `
//! must fail, every other must not.

use crate::{
	build, interrupt,
	localnet::{self, Network},
	process, setup, table,
	workspace::Workspace,
	Result,
};
use std::{
	fs,
	path::Path,
	process::Command,
	time::{Duration, Instant},
};

/// What is walked, each going on where the one before it ended.
const GUIDES: [&str; 5] = [
	"docs/guides/first-asset.md",
	"docs/guides/interventions.md",
	"docs/guides/policies.md",
	"docs/guides/holders.md",
	"docs/guides/reserves.md",
];
/// The files that it names.
const EXAMPLES: &str = "docs/examples/gold";
/// One line is done within this time, or something is wrong.
const LIMIT: Duration = Duration::from_secs(180);
/// What stands before a hash that a later line repeats.
const HASHES: [&str; 3] = ["motion ", "terms hash ", "genesis "];
/// Lines that set the scene, which is set here already.
const SCENE: [&str; 3] = ["cargo xtask", "export PATH", "cd "];

/// A line to type, and what must come back.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
	line: String,
	shown: Vec<String>,
}

impl Entry {
	fn fails(&self) -> bool {
		self.shown.iter().any(|line| line.starts_with("error: "))
	}
}

/// `cargo xtask guide`.
pub fn command(workspace: &Workspace) -> Result<()> {
	setup::run(workspace)?;
	build::programs(workspace)?;
	run(workspace)
}

/// Walk the guide on a network that is ended afterwards.
pub fn run(workspace: &Workspace) -> Result<()> {
	let started = Instant::now();
	let folder = workspace.target.join("assay-guide");
	copy(&workspace.root.join(EXAMPLES), &folder)?;
	let mut network = localnet::start(workspace)?;
	let mut walk = Walk::new(workspace, &folder, &network)?;
	for guide in GUIDES {
		println!("{guide}");
		let path = workspace.root.join(guide);
		let text = fs::read_to_string(&path)
			.map_err(|error| format!("cannot read {}: {error}", path.display()))?;
		for entry in parse(&text) {
			interrupt::check()?;
			walk.take(&entry, &mut network)?;
		}
	}
	let took = table::duration(started.elapsed());
	println!("{} lines say what comes of them ({took})", walk.typed);
	fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))
}

/// Lines that were typed so far, and what they leave for later ones.
struct Walk {
	/// A shell in the folder of the examples, with the variables that the guide has set.
	variables: Vec<(String, String)>,
	folder: std::path::PathBuf,
	/// The last hash that somebody has to repeat, for which the guide writes `0x…`.
	hash: Option<String>,
	typed: usize,
}

impl Walk {
	fn new(workspace: &Workspace, folder: &Path, network: &Network) -> Result<Self> {
		let node = network.nodes.first().ok_or("the network has no node")?;
		let program = workspace.binary("assay");
		let programs = program.parent().ok_or("a program is in a folder")?;
		let path = std::env::var("PATH").unwrap_or_default();
		let password = folder.join("password");
		fs::write(&password, "a password of this walk\n").map_err(|error| error.to_string())?;
		let variable = |name: &str, value: String| (name.to_string(), value);
		Ok(Self {
			variables: vec![
				variable("PATH", format!("{}:{path}", programs.display())),
				variable("ASSAY_URL", node.endpoint().websocket()),
				variable("ASSAY_KEYSTORE", folder.join("keys").display().to_string()),
				variable("ASSAY_PASSWORD_FILE", password.display().to_string()),
			],
			folder: folder.to_path_buf(),
			hash: None,
			typed: 0,
		})
	}

	fn take(&mut self, entry: &Entry, network: &mut Network) -> Result<()> {
		if SCENE.iter().any(|word| entry.line.starts_with(word)) {
			return Ok(());
		}
		let line = match &self.hash {
			Some(hash) => entry.line.replace("0x…", hash),
			None => entry.line.clone(),
		};
		if let Some((name, value)) = line
			.strip_prefix("export ")
			.and_then(|it| it.split_once('='))
		{
			self.variables.push((name.to_string(), value.to_string()));
			return Ok(());
		}
		let begun = Instant::now();
		let mut command = Command::new("sh");
		command
			.args(["-c", &line])
			.current_dir(&self.folder)
			.envs(self.variables.iter().cloned());
		let output = process::output(&mut command, "", LIMIT, &mut || network.check_alive())?;
		let said = format!("{}\n{}", output.stdout, output.stderr);
		let judged = judge(entry, output.code, &said);
		let mark = if judged.is_ok() { '✓' } else { '✗' };
		println!("  {mark} {line} ({:.1} s)", begun.elapsed().as_secs_f64());
		judged.map_err(|error| format!("`{line}` {error}; it said:\n{said}"))?;
		let hash = said.lines().find_map(|line| {
			let labels = HASHES.iter();
			labels.filter_map(|label| line.strip_prefix(label)).next()
		});
		self.hash = hash.map(|it| it.trim().to_string()).or(self.hash.take());
		self.typed += 1;
		Ok(())
	}
}

fn judge(entry: &Entry, code: i32, said: &str) -> Result<()> {
	if entry.fails() == (code == 0) {
		return Err(format!("ended with exit code {code}"));
	}
	let said = plain(said);
	for shown in &entry.shown {
		let parts: Vec<String> = shown.split('…').map(plain).collect();
		let mut rest = said.as_str();
		for part in &parts {
			let Some(at) = rest.find(part.as_str()) else {
				return Err(format!("does not say `{shown}`"));
			};
			rest = &rest[at + part.len()..];
		}
	}
	Ok(())
}

/// One space between words, so that lines may be broken and columns may move.
fn plain(text: &str) -> String {
	text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The entries of all console blocks.
fn parse(text: &str) -> Vec<Entry> {
	let mut entries: Vec<Entry> = vec![];
	let mut inside = false;
	for line in text.lines() {
		if line.starts_with("```") {
			inside = line == "```console";
		} else if let Some(line) = line.strip_prefix("$ ").filter(|_| inside) {
			let line = line.split(" #").next().unwrap_or_default().trim();
			entries.push(Entry {
				line: line.to_string(),
				shown: vec![],
			});
		} else if let Some(entry) = entries.last_mut().filter(|_| inside) {
			entry.shown.push(line.to_string());
		}
	}
	entries
}

/// A copy of the example files to work in: what the guide makes of them stays out of the sources.
fn copy(from: &Path, to: &Path) -> Result<()> {
	let failed = |error: std::io::Error| format!("cannot prepare {}: {error}", to.display());
	if to.exists() {
		fs::remove_dir_all(to).map_err(failed)?;
	}
	fs::create_dir_all(to).map_err(failed)?;
	for file in fs::read_dir(from).map_err(failed)? {
		let file = file.map_err(failed)?;
		if file.path().extension().is_none_or(|it| it != "salt") {
			fs::copy(file.path(), to.join(file.file_name())).map_err(failed)?;
		}
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_with_what_is_typed_and_what_comes_back() {
		let text = "```toml\n$ no\n```\nprose\n```console\n$ one --a    # why\n$ two\nshown\n```\n";
		let entry = |line: &str, shown: &[&str]| Entry {
			line: line.to_string(),
			shown: shown.iter().map(|line| line.to_string()).collect(),
		};
		let entries = parse(text);
		assert_eq!(entries, [entry("one --a", &[]), entry("two", &["shown"])]);
	}

	#[test]
	fn works_only_with_the_answer_that_the_guide_shows() {
		let entry = |shown: &str| Entry {
			line: "assay".to_string(),
			shown: vec![shown.to_string()],
		};
		assert_eq!(
			judge(&entry("supply 0 HBG"), 0, "x\nsupply    0 HBG\n"),
			Ok(())
		);
		assert!(judge(&entry("supply 0 HBG"), 0, "supply 1 HBG").is_err());
		assert!(judge(&entry("supply 0 HBG"), 1, "supply 0 HBG").is_err());
		let refused = entry("error: refused … [NoClaim]");
		assert_eq!(
			judge(&refused, 1, "error: refused because [NoClaim]"),
			Ok(())
		);
		assert!(judge(&refused, 1, "error: refused because [Other]").is_err());
		assert!(judge(&refused, 0, "error: refused because [NoClaim]").is_err());
	}

	#[test]
	fn works_with_the_guide_there_is() {
		let entries = parse(include_str!("../../docs/guides/first-asset.md"));
		assert!(entries.len() > 50, "{}", entries.len());
		assert!(entries.iter().filter(|entry| entry.fails()).count() > 5);
	}
}

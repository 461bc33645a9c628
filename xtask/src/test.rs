//! `cargo xtask test`: everything that must hold before a change is taken.
//!
//! Two feature sets and constant selections of packages, so that nothing is compiled twice: the
//! node and the command line plain, the runtime side with benchmarks and try-runtime and without
//! the WebAssembly build.

use crate::{
	build::{self, cargo},
	jobs, network, process, setup,
	table::{self, table},
	tidy,
	workspace::Workspace,
	Result,
};
use clap::Args;
use std::{
	collections::{BTreeMap, BTreeSet},
	process::Command,
	time::Instant,
};

/// How much to check.
#[derive(Debug, Args)]
pub struct Options {
	/// Leave out what needs a running node
	#[arg(long, conflicts_with = "network")]
	fast: bool,
	/// Only what needs a running node
	#[arg(long)]
	network: bool,
}

/// A check: its title, and what to do.
type Check = (&'static str, Box<dyn Fn() -> Result<()>>);

/// The titles of the checks that `--network` keeps.
const BUILD: &str = "build of node and command line";
const JOBS: &str = "jobs of the node";
const NETWORK: &str = "network";

/// The features that tests of the runtime side are built with.
const TEST_FEATURES: [&str; 2] = ["runtime-benchmarks", "try-runtime"];

/// Families of SDK crates, of which two versions in one program are two different worlds.
const SDK_FAMILIES: [&str; 4] = ["sp-", "sc-", "frame-", "pallet-"];

/// Run the checks in order, up to the first that fails, and say how long each took.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
	let started = Instant::now();
	setup::run(workspace)?;
	let mut rows = vec![];
	let mut failure = None;
	for (title, check) in checks(workspace, options)? {
		println!("── {title}");
		let begun = Instant::now();
		let result = check();
		let took = table::duration(begun.elapsed());
		println!(
			"── {title}: {} ({took})",
			if result.is_ok() { "ok" } else { "failed" }
		);
		let mark = if result.is_ok() { "ok" } else { "failed" };
		rows.push([title.to_string(), mark.to_string(), took]);
		if let Err(error) = result {
			failure = Some(format!("{title}: {error}"));
			break;
		}
	}
	rows.push([
		"in all".to_string(),
		String::new(),
		table::duration(started.elapsed()),
	]);
	print!("{}", table(["check", "result", "time"], &rows));
	failure.map_or(Ok(()), Err)
}

/// Quick checks first, so that a small mistake is told early.
fn checks(workspace: &Workspace, options: &Options) -> Result<Vec<Check>> {
	let runtime_side = runtime_side(workspace)?;
	let fmt = workspace.clone();
	let tidied = workspace.clone();
	let duplicates = workspace.clone();
	let (alone, networked) = (workspace.clone(), workspace.clone());
	let mut checks: Vec<Check> = vec![
		("format", Box::new(move || process::run(&mut format(&fmt)))),
		("tidy", Box::new(move || tidy::run(&tidied))),
		(
			"no SDK crate twice",
			Box::new(move || check_duplicates(&duplicates)),
		),
	];
	let mut add = |title, command: Command| {
		let command = std::cell::RefCell::new(command);
		checks.push((
			title,
			Box::new(move || process::run(&mut command.borrow_mut())),
		));
	};
	let xtask = ["-p", "xtask"].map(str::to_string);
	add("lints of xtask", lint(workspace, &xtask));
	add("tests of xtask", tests(workspace, &xtask));
	let plain = build::PLAIN.map(str::to_string);
	for (title, command) in [
		("lints of the runtime side", lint(workspace, &runtime_side)),
		(
			"tests and benchmarks of the runtime side",
			tests(workspace, &runtime_side),
		),
		(
			"documentation of the runtime side",
			docs(workspace, &runtime_side),
		),
	] {
		add(title, without_wasm(command));
	}
	add(BUILD, {
		let mut command = cargo(workspace, "build");
		command.args(&plain);
		command
	});
	let plain = [
		plain.as_slice(),
		&["-p", "assay-bencher"].map(str::to_string),
	]
	.concat();
	add(
		"lints of node, command line and bencher",
		lint(workspace, &plain),
	);
	add(
		"tests of node, command line and bencher",
		tests(workspace, &plain),
	);
	add(
		"documentation of node, command line and bencher",
		docs(workspace, &plain),
	);
	checks.push((JOBS, Box::new(move || jobs::run(&alone))));
	checks.push((NETWORK, Box::new(move || network::run(&networked))));
	checks.retain(|(title, _)| match *title {
		JOBS | NETWORK => !options.fast,
		BUILD => true,
		_ => !options.network,
	});
	Ok(checks)
}

fn format(workspace: &Workspace) -> Command {
	let mut command = Command::new("cargo");
	command
		.current_dir(&workspace.root)
		.args(["fmt", "--all", "--check"]);
	command
}

fn lint(workspace: &Workspace, selection: &[String]) -> Command {
	let mut command = cargo(workspace, "clippy");
	command
		.args(selection)
		.args(["--all-targets", "--", "-D", "warnings"]);
	command
}

fn tests(workspace: &Workspace, selection: &[String]) -> Command {
	let mut command = cargo(workspace, "test");
	command.args(selection);
	command
}

fn docs(workspace: &Workspace, selection: &[String]) -> Command {
	let mut command = cargo(workspace, "doc");
	command
		.arg("--no-deps")
		.args(selection)
		.env("RUSTDOCFLAGS", "-D warnings");
	command
}

fn without_wasm(mut command: Command) -> Command {
	command.env("SKIP_WASM_BUILD", "1");
	command
}

/// Primitives, traits, pallets, runtime and verifier, with the test features of those that have them.
pub fn runtime_side(workspace: &Workspace) -> Result<Vec<String>> {
	let mut selection = vec![];
	let mut features = vec![];
	for package in workspace.packages()? {
		if matches!(
			package.folder.as_str(),
			"bencher" | "node" | "cli" | "xtask"
		) {
			continue;
		}
		let declared = package
			.manifest
			.get("features")
			.and_then(toml::Value::as_table);
		for feature in TEST_FEATURES {
			if declared.is_some_and(|declared| declared.contains_key(feature)) {
				features.push(format!("{}/{feature}", package.name));
			}
		}
		selection.extend(["-p".to_string(), package.name]);
	}
	selection.extend(["--features".to_string(), features.join(",")]);
	Ok(selection)
}

fn check_duplicates(workspace: &Workspace) -> Result<()> {
	let mut command = Command::new("cargo");
	command.current_dir(&workspace.root).args([
		"tree",
		"--workspace",
		"--duplicates",
		"--depth",
		"0",
		"--edges",
		"normal,build",
		"--prefix",
		"none",
	]);
	let twice = sdk_duplicates(&process::stdout(&mut command)?);
	match twice.is_empty() {
		true => Ok(()),
		false => Err(format!(
			"the graph holds two versions of {}",
			twice.join(", ")
		)),
	}
}

/// SDK crates that `cargo tree --duplicates` lists with two versions. It also lists crates that are
/// built twice with different features, which is harmless.
fn sdk_duplicates(tree: &str) -> Vec<String> {
	let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
	for line in tree.lines() {
		let mut words = line.split_whitespace();
		if let (Some(name), Some(version)) = (words.next(), words.next()) {
			if SDK_FAMILIES.iter().any(|family| name.starts_with(family)) {
				versions.entry(name).or_default().insert(version);
			}
		}
	}
	let twice = versions
		.into_iter()
		.filter(|(_, versions)| versions.len() > 1);
	twice.map(|(name, _)| name.to_string()).collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::path::Path;

	fn workspace() -> Workspace {
		let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
		Workspace {
			target: root.join("target"),
			root,
		}
	}

	#[test]
	fn works_with_every_crate_of_the_runtime_side() {
		let selection = runtime_side(&workspace()).expect("the manifests are well formed");
		let line = selection.join(" ");
		for package in [
			"assay-primitives",
			"assay-traits",
			"pallet-compliance",
			"assay-runtime",
			"assay-verifier",
		] {
			assert!(line.contains(&format!("-p {package}")), "{line}");
		}
		assert!(line.contains("assay-runtime/runtime-benchmarks,assay-runtime/try-runtime"));
		assert!(!line.contains("assay-node"), "{line}");
		assert!(!line.contains("assay-bencher"), "{line}");
		assert!(!line.contains("assay-primitives/"), "{line}");
	}

	#[test]
	fn works_with_and_without_a_node() {
		let titles = |fast, network| -> Vec<&str> {
			let options = Options { fast, network };
			let checks = checks(&workspace(), &options).expect("it is a workspace");
			checks.into_iter().map(|(title, _)| title).collect()
		};
		assert_eq!(titles(false, false).last(), Some(&NETWORK));
		assert!(!titles(true, false).contains(&NETWORK));
		assert_eq!(titles(false, false).len(), titles(true, false).len() + 2);
		assert_eq!(titles(false, true), [BUILD, JOBS, NETWORK]);
	}

	#[test]
	fn works_when_only_features_differ_or_others_are_twice() {
		assert_eq!(
			sdk_duplicates("sp-core v43.0.0\nsp-core v43.0.0\nrand v0.8.5\nrand v0.9.1\n"),
			[""; 0]
		);
	}

	#[test]
	fn fails_when_an_sdk_crate_is_there_twice() {
		let tree = "sp-core v43.0.0\n\nsp-core v44.0.0 (*)\npallet-x v1.0.0\n";
		assert_eq!(sdk_duplicates(tree), ["sp-core"]);
	}
}

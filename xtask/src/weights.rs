//! `cargo xtask weights`: measures what the calls of our pallets cost, and writes it down.

use crate::{
	build::{cargo, PLAIN},
	process,
	table::duration,
	workspace::{Package, Workspace},
	Result,
};
use clap::Args;
use std::{
	fs,
	path::{Path, PathBuf},
	process::Command,
	time::Instant,
};

/// What to measure, and how thoroughly.
#[derive(Debug, Args)]
pub struct Options {
	/// Only this pallet, as in `custody`; may be given more than once
	#[arg(long, value_name = "NAME")]
	pallet: Vec<String>,
	/// At how many values of each component to measure
	#[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(2..))]
	steps: u32,
	/// How often to measure at each
	#[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
	repeat: u32,
}

/// The target and the flags that the SDK's wasm builder uses for the node's wasm.
const TARGET: &str = "wasm32v1-none";
const FLAGS: &str = "-C link-arg=--export-table -C link-arg=--export=__heap_base \
	-C link-arg=--import-memory --cfg substrate_runtime";

/// Build the runtime with its benchmarks, measure, and replace the pallets' `weights.rs`.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
	let started = Instant::now();
	let pallets = selected(&workspace.packages()?, &options.pallet)?;
	let mut command = bencher(workspace)?;
	let output = workspace.target.join("weights");
	println!("Measuring; leave the machine alone meanwhile");
	process::run(measure(&mut command, options, &pallets, &output))?;
	for pallet in &pallets {
		let from = output.join(format!("{}.rs", pallet.name));
		let to = workspace.root.join(&pallet.folder).join("src/weights.rs");
		fs::copy(&from, &to).map_err(|error| format!("cannot write {}: {error}", to.display()))?;
		println!("Wrote {}/src/weights.rs", pallet.folder);
	}
	println!("Done in {}", duration(started.elapsed()));
	Ok(())
}

/// A pallet by the name of its benchmarks and its folder.
#[derive(Debug, PartialEq, Eq)]
struct Pallet {
	name: String,
	folder: String,
}

/// The pallets that were asked for, or all of ours.
fn selected(packages: &[Package], asked: &[String]) -> Result<Vec<Pallet>> {
	let ours: Vec<Pallet> = packages
		.iter()
		.filter(|package| package.folder.starts_with("pallets/"))
		.map(|package| Pallet {
			name: package.name.replace('-', "_"),
			folder: package.folder.clone(),
		})
		.collect();
	let name = |asked: &String| {
		let name = asked.replace('-', "_");
		match name.starts_with("pallet_") {
			true => name,
			false => format!("pallet_{name}"),
		}
	};
	let asked: Vec<String> = asked.iter().map(name).collect();
	if let Some(unknown) = asked
		.iter()
		.find(|name| !ours.iter().any(|pallet| pallet.name == **name))
	{
		return Err(format!("{unknown} is none of the project's pallets"));
	}
	let is_asked = |pallet: &Pallet| asked.is_empty() || asked.contains(&pallet.name);
	Ok(ours.into_iter().filter(is_asked).collect())
}

/// Build the runtime with its benchmarks and what measures them, which is still to be told what.
pub fn bencher(workspace: &Workspace) -> Result<Command> {
	println!("Building the runtime with benchmarks, and what measures them");
	process::run(&mut wasm(workspace))?;
	// Selected together with the node and the command line, it shares their dependencies.
	let bencher = ["-p", "assay-bencher", "--bin", "assay-bencher"];
	process::run(cargo(workspace, "build").args(PLAIN).args(bencher))?;
	let wasm: PathBuf = [TARGET, "release", "assay_runtime.wasm"].iter().collect();
	let mut command = Command::new(workspace.binary("assay-bencher"));
	command.arg("--runtime").arg(workspace.target.join(wasm));
	Ok(command)
}

/// Without the wasm builder, so that the node's wasm is never replaced by one with benchmarks.
fn wasm(workspace: &Workspace) -> Command {
	let mut command = cargo(workspace, "rustc");
	command
		.args(["-p", "assay-runtime", "--lib", "--crate-type", "cdylib"])
		.args(["--target", TARGET, "--no-default-features"])
		.args(["--features", "runtime-benchmarks"])
		.env("RUSTFLAGS", FLAGS)
		.env_remove("CARGO_ENCODED_RUSTFLAGS");
	command
}

fn measure<'a>(
	command: &'a mut Command,
	options: &Options,
	pallets: &[Pallet],
	output: &Path,
) -> &'a mut Command {
	command
		.arg("--output")
		.arg(output)
		.args(["--steps", &options.steps.to_string()])
		.args(["--repeat", &options.repeat.to_string()]);
	for pallet in pallets {
		command.args(["--pallet", &pallet.name]);
	}
	command
}

#[cfg(test)]
mod tests {
	use super::*;
	use toml::Table;

	fn packages() -> Vec<Package> {
		let package = |name: &str, folder: &str| Package {
			name: name.to_string(),
			folder: folder.to_string(),
			manifest: Table::new(),
		};
		vec![
			package("assay-node", "node"),
			package("pallet-asset-registry", "pallets/asset-registry"),
			package("pallet-custody", "pallets/custody"),
		]
	}

	fn folders(asked: &[&str]) -> Result<Vec<String>> {
		let asked: Vec<String> = asked.iter().map(|name| (*name).to_string()).collect();
		let pallets = selected(&packages(), &asked)?;
		Ok(pallets.into_iter().map(|pallet| pallet.folder).collect())
	}

	#[test]
	fn works_for_all_pallets_or_those_that_are_named() {
		let both = ["pallets/asset-registry", "pallets/custody"].map(str::to_string);
		assert_eq!(folders(&[]), Ok(both.to_vec()));
		for name in ["asset-registry", "asset_registry", "pallet_asset_registry"] {
			assert_eq!(folders(&[name]), Ok(both[..1].to_vec()));
		}
	}

	#[test]
	fn fails_when_a_pallet_is_unknown() {
		let error = Err("pallet_assets is none of the project's pallets".to_string());
		assert_eq!(folders(&["custody", "assets"]), error);
	}
}

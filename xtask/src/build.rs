//! Building the node and the command line, always with the same words, so that nothing is compiled
//! twice: cargo unites the features of whatever is selected together.

use crate::{process, workspace::Workspace, Result};
use std::{env, path::PathBuf, process::Command};

/// The plain feature set: what is built, linted and tested for people to run.
pub const PLAIN: [&str; 4] = ["-p", "assay-node", "-p", "assay-cli"];

/// The programs that people run.
#[derive(Debug, Clone)]
pub struct Programs {
	/// The node.
	pub node: PathBuf,
	/// The command line.
	pub cli: PathBuf,
}

/// Build the node and the command line. Cargo shows its own progress.
pub fn programs(workspace: &Workspace) -> Result<Programs> {
	let programs = Programs {
		node: workspace.binary("assay-node"),
		cli: workspace.binary("assay"),
	};
	match programs.node.exists() {
		true => println!("Building the node and the command line (only what changed)"),
		false => println!("Building the node and the command line: the first time takes long"),
	}
	process::run(cargo(workspace, "build").args(PLAIN))?;
	for program in [&programs.node, &programs.cli] {
		if !program.exists() {
			return Err(format!("cargo built no {}", program.display()));
		}
	}
	Ok(programs)
}

/// `cargo SUBCOMMAND --release` in the project's folder.
///
/// Without what `cargo xtask` says of this program itself in the environment: build scripts that read
/// it would run anew whenever somebody changes between `cargo xtask` and plain `cargo`, and minutes of
/// building with them.
pub fn cargo(workspace: &Workspace, subcommand: &str) -> Command {
	let mut command = Command::new("cargo");
	for (name, _) in env::vars_os() {
		let ours = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"];
		if name
			.to_str()
			.is_some_and(|name| ours.iter().any(|prefix| name.starts_with(prefix)))
		{
			command.env_remove(&name);
		}
	}
	command
		.current_dir(&workspace.root)
		.args([subcommand, "--release"]);
	command
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_without_what_cargo_says_of_this_program() {
		// GIVEN an environment as `cargo xtask` and the test runner make it
		assert!(env::var_os("CARGO_MANIFEST_DIR").is_some());
		let workspace = Workspace::find().expect("cargo knows the workspace");

		// WHEN cargo is to be called again
		let command = cargo(&workspace, "build");

		// THEN that is taken out, and nothing else
		let removed: Vec<_> = command
			.get_envs()
			.filter(|(_, value)| value.is_none())
			.map(|(name, _)| name.to_string_lossy().into_owned())
			.collect();
		for name in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME"] {
			assert!(removed.iter().any(|removed| removed == name), "{name}");
		}
		for name in ["CARGO_TARGET_DIR", "CARGO_HOME", "PATH"] {
			assert!(!removed.iter().any(|removed| removed == name), "{name}");
		}
	}
}

//! Building the node and the command line, always with the same words, so that nothing is compiled
//! twice: cargo unites the features of whatever is selected together.

use crate::{process, workspace::Workspace, Result};
use std::{path::PathBuf, process::Command};

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
pub fn cargo(workspace: &Workspace, subcommand: &str) -> Command {
	let mut command = Command::new("cargo");
	command
		.current_dir(&workspace.root)
		.args([subcommand, "--release"]);
	command
}

//! The project's own commands: `cargo xtask …`.
//!
//! Everything a newcomer, a reviewer or CI runs goes through here, so that it is written down once
//! and behaves the same everywhere. Few dependencies; builds in seconds. What a command starts, it
//! ends: also on failure and on Ctrl-C.

mod bench;
mod build;
mod clients;
mod demo;
mod finality;
mod fuzz;
mod guide;
mod interrupt;
mod jobs;
mod localnet;
mod metadata;
mod network;
mod outage;
mod process;
mod rpc;
mod setup;
mod table;
mod test;
mod tidy;
mod weights;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Why a command could not do its work: one sentence for the person who ran it.
type Result<T> = std::result::Result<T, String>;

/// The project's own commands.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Cli {
	#[command(subcommand)]
	command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
	/// Install what building needs and is missing; demo, test and localnet do this first
	Setup,
	/// Show the life of an asset on a network of four validators
	Demo(demo::Options),
	/// Type every line of the first guide against a network, and compare what comes back
	Guide,
	/// Check everything: format, lints, tests, documentation, network
	Test(test::Options),
	/// Run random lives of the runtime against a model of it: holders, or reserves
	Fuzz(fuzz::Options),
	/// Start, ask and end four validators on this machine
	#[command(subcommand)]
	Localnet(localnet::Command),
	/// Check what compilers do not: import arrows, sizes, invariants, unfinished work
	Tidy,
	/// Measure what the calls of our pallets cost, and write their weights.rs
	Weights(weights::Options),
	/// Measure what the project promises in figures, and write docs/reference/benchmarks.md
	Bench(bench::Options),
	/// Write the runtime's metadata anew, from which the command line knows its types
	Metadata,
}

fn run(command: Command) -> Result<()> {
	interrupt::install()?;
	let workspace = workspace::Workspace::find()?;
	match command {
		Command::Setup => setup::run(&workspace),
		Command::Demo(options) => demo::run(&workspace, &options),
		Command::Guide => guide::command(&workspace),
		Command::Test(options) => test::run(&workspace, &options),
		Command::Fuzz(options) => fuzz::run(&workspace, &options),
		Command::Localnet(command) => localnet::run(&workspace, &command),
		Command::Tidy => tidy::run(&workspace),
		Command::Weights(options) => weights::run(&workspace, &options),
		Command::Bench(options) => bench::run(&workspace, &options),
		Command::Metadata => metadata::run(&workspace),
	}
}

fn main() -> ExitCode {
	match run(Cli::parse().command) {
		Ok(()) => ExitCode::SUCCESS,
		Err(sentence) => {
			eprintln!("error: {sentence}");
			ExitCode::FAILURE
		},
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn works_as_a_command_line() {
		Cli::command().debug_assert();
	}
}

//! `cargo xtask fuzz`: random lives of the composed runtime against a model, for as long as wanted.
//!
//! They are the state machines that the tests of the runtime run for ten thousand steps each, built with
//! the same words as there, so that nothing is compiled anew.

use crate::{build::cargo, process, test::runtime_side, workspace::Workspace, Result};
use clap::{Args, ValueEnum};
use std::{
	process::Command,
	time::{SystemTime, UNIX_EPOCH},
};

/// What the lives are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Machine {
	/// Holders, accounts, policies, freezes, dockets, transfers
	Holders,
	/// Reports, lots, mints, redemptions, bonds
	Reserves,
}

impl Machine {
	/// The test that does the work.
	const fn test(self) -> &'static str {
		match self {
			Self::Holders => "tests::machine::the_runtime_does_what_the_model_says",
			Self::Reserves => "tests::reserve_machine::the_reserves_do_what_the_model_says",
		}
	}

	/// Its name on the command line.
	const fn name(self) -> &'static str {
		match self {
			Self::Holders => "holders",
			Self::Reserves => "reserves",
		}
	}
}

/// What, how long, and from where.
#[derive(Debug, Args)]
pub struct Options {
	/// What the lives are of
	#[arg(value_enum, default_value_t = Machine::Holders)]
	machine: Machine,
	/// How many steps; a life has 250 of them
	#[arg(long, value_name = "N", default_value_t = 1_000_000, value_parser = clap::value_parser!(u64).range(1..))]
	steps: u64,
	/// Where the lots begin, to do the same once more; drawn anew when not given
	#[arg(long, value_name = "S")]
	seed: Option<u64>,
}

/// Build the tests of the runtime side and run a state machine. It tells how far it is every ten
/// seconds; a sequence that fails is cut down and printed.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
	let steps = options.steps;
	let seed = options.seed.unwrap_or_else(draw);
	let name = options.machine.name();
	println!("Running {steps} steps of the {name} with seed {seed}");
	let mut command = test(workspace, options.machine, steps, seed)?;
	process::run(&mut command).map_err(|error| {
		format!(
			"{error}\nThe same once more: cargo xtask fuzz {name} --steps {steps} --seed {seed}"
		)
	})
}

fn test(workspace: &Workspace, machine: Machine, steps: u64, seed: u64) -> Result<Command> {
	let mut command = cargo(workspace, "test");
	command
		.args(runtime_side(workspace)?)
		.args(["--lib", "--", "--exact", machine.test(), "--nocapture"])
		.env("SKIP_WASM_BUILD", "1")
		.env("ASSAY_FUZZ_STEPS", steps.to_string())
		.env("ASSAY_FUZZ_SEED", seed.to_string());
	Ok(command)
}

/// A seed by the clock: short, since somebody may have to type it.
fn draw() -> u64 {
	let since = SystemTime::now().duration_since(UNIX_EPOCH);
	since.map_or(0, |since| u64::from(since.subsec_nanos()))
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{fs, path::Path};

	fn workspace() -> Workspace {
		let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
		Workspace {
			target: root.join("target"),
			root,
		}
	}

	#[test]
	fn works_with_tests_that_are_there() {
		for machine in Machine::value_variants() {
			let path: Vec<&str> = machine.test().split("::").collect();
			let [tests, folder, name] = path[..] else {
				panic!("{path:?} is no test of a folder");
			};
			let file = format!("runtime/src/{tests}/{folder}/mod.rs");
			let text = fs::read_to_string(workspace().root.join(file)).expect("it is there");
			assert!(text.contains(&format!("fn {name}()")), "{machine:?}");
			assert!(
				text.contains(&format!(
					"const NAME: &'static str = \"{}\"",
					machine.name()
				)),
				"{machine:?} tells how to run it once more"
			);
		}
	}

	#[test]
	fn works_with_the_selection_of_the_tests() {
		let command = test(&workspace(), Machine::Reserves, 7, 8).expect("it is a workspace");
		let words: Vec<String> = command
			.get_args()
			.map(|word| word.to_string_lossy().into_owned())
			.collect();
		let selection = runtime_side(&workspace()).expect("it is a workspace");
		assert!(words.join(" ").contains(&selection.join(" ")), "{words:?}");
		assert!(words.contains(&Machine::Reserves.test().to_string()));
		let steps = command
			.get_envs()
			.any(|(key, value)| key == "ASSAY_FUZZ_STEPS" && value == Some("7".as_ref()));
		assert!(steps);
	}

	#[test]
	fn works_without_a_name_as_ever() {
		#[derive(clap::Parser)]
		struct Words {
			#[command(flatten)]
			options: Options,
		}
		for (words, machine) in [
			(vec!["fuzz", "--steps", "5"], Machine::Holders),
			(vec!["fuzz", "reserves", "--seed", "1"], Machine::Reserves),
		] {
			let words = <Words as clap::Parser>::try_parse_from(words).expect("they are known");
			assert_eq!(words.options.machine, machine);
		}
	}
}

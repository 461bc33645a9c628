//! `cargo xtask fuzz`: random lives of the composed runtime against a model, for as long as wanted.
//!
//! It is the state machine that the tests of the runtime run for ten thousand steps, built with the
//! same words as there, so that nothing is compiled anew.

use crate::{build::cargo, process, test::runtime_side, workspace::Workspace, Result};
use clap::Args;
use std::{
	process::Command,
	time::{SystemTime, UNIX_EPOCH},
};

/// The test that does the work.
const TEST: &str = "tests::machine::the_runtime_does_what_the_model_says";

/// How long, and from where.
#[derive(Debug, Args)]
pub struct Options {
	/// How many steps; a life has 250 of them
	#[arg(long, value_name = "N", default_value_t = 1_000_000, value_parser = clap::value_parser!(u64).range(1..))]
	steps: u64,
	/// Where the lots begin, to do the same once more; drawn anew when not given
	#[arg(long, value_name = "S")]
	seed: Option<u64>,
}

/// Build the tests of the runtime side and run the state machine. It tells how far it is every ten
/// seconds; a sequence that fails is cut down and printed.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
	let steps = options.steps;
	let seed = options.seed.unwrap_or_else(draw);
	println!("Running {steps} steps with seed {seed}");
	let mut command = machine(workspace, steps, seed)?;
	process::run(&mut command).map_err(|error| {
		format!("{error}\nThe same once more: cargo xtask fuzz --steps {steps} --seed {seed}")
	})
}

fn machine(workspace: &Workspace, steps: u64, seed: u64) -> Result<Command> {
	let mut command = cargo(workspace, "test");
	command
		.args(runtime_side(workspace)?)
		.args(["--lib", "--", "--exact", TEST, "--nocapture"])
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
	fn works_with_a_test_that_is_there() {
		let path = workspace().root.join("runtime/src/tests/machine/mod.rs");
		let text = fs::read_to_string(path).expect("the state machine is there");
		let name = TEST.rsplit("::").next().expect("it has a name");
		assert!(text.contains(&format!("fn {name}()")), "{TEST}");
	}

	#[test]
	fn works_with_the_selection_of_the_tests() {
		let command = machine(&workspace(), 7, 8).expect("it is a workspace");
		let words: Vec<String> = command
			.get_args()
			.map(|word| word.to_string_lossy().into_owned())
			.collect();
		let selection = runtime_side(&workspace()).expect("it is a workspace");
		assert!(words.join(" ").contains(&selection.join(" ")), "{words:?}");
		let steps = command
			.get_envs()
			.any(|(key, value)| key == "ASSAY_FUZZ_STEPS" && value == Some("7".as_ref()));
		assert!(steps);
	}
}

//! Measures what the runtime's calls cost, and writes the pallets' `weights.rs`.
//!
//! It knows nothing of the runtime but the benchmarking interface of the SDK: it loads a wasm file
//! that was built with benchmarks, runs each benchmark over its components on an empty state, and
//! lays a line through what was measured. `cargo xtask weights` builds both and puts the files
//! where they belong. It can also measure a few benchmarks in turn, for `cargo xtask bench`.

mod line;
mod logger;
mod measure;
mod runtime;
mod turns;
mod writer;

use clap::Parser;
use measure::{Effort, Measured};
use polkadot_sdk::frame_support::weights::constants::ParityDbWeight;
use runtime::{Benchmark, Runtime};
use std::{fs, path::PathBuf, process::ExitCode, time::Instant};

/// Why it could not be done: one sentence for the person who ran it.
type Result<T> = std::result::Result<T, String>;

/// Measure what the runtime's calls cost.
#[derive(Debug, Parser)]
#[command(name = "assay-bencher", version)]
struct Cli {
	/// The runtime: a wasm file, built with the feature `runtime-benchmarks`
	#[arg(long, value_name = "FILE")]
	runtime: PathBuf,
	/// Only this pallet, as in `pallet_custody`; may be given more than once
	#[arg(long, value_name = "NAME")]
	pallet: Vec<String>,
	/// Write the weights of each pallet to DIR/NAME.rs
	#[arg(long, value_name = "DIR")]
	output: Option<PathBuf>,
	/// At how many values of each component to measure
	#[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(2..))]
	steps: u32,
	/// How often to measure at each
	#[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
	repeat: u32,
	/// Only list the benchmarks
	#[arg(long)]
	list: bool,
	/// Measure these in turn and write no weights: `pallet_x::name`, or `pallet_x::name:r=8`; may be
	/// given more than once
	#[arg(long, value_name = "BENCHMARK", conflicts_with_all = ["pallet", "output", "steps", "list"])]
	in_turn: Vec<String>,
	/// How many turns each has
	#[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..), requires = "in_turn")]
	rounds: u32,
}

fn run(cli: &Cli) -> Result<()> {
	let runtime = Runtime::load(&cli.runtime)?;
	let catalogue = runtime.catalogue(!cli.in_turn.is_empty())?;
	if !cli.in_turn.is_empty() {
		let find = |text: &String| turns::Turn::find(text, &catalogue.benchmarks);
		let turns = cli.in_turn.iter().map(find).collect::<Result<Vec<_>>>()?;
		for taken in turns::measure(&runtime, &turns, cli.rounds, cli.repeat)? {
			println!("{taken}");
		}
		return Ok(());
	}
	let pallets = selected(&cli.pallet, &catalogue.benchmarks)?;
	let chosen = |pallet: &str| -> Vec<&Benchmark> {
		let of_it = |benchmark: &&Benchmark| benchmark.pallet == pallet;
		catalogue.benchmarks.iter().filter(of_it).collect()
	};
	if cli.list {
		for benchmark in pallets.iter().flat_map(|pallet| chosen(pallet)) {
			println!("{benchmark}");
		}
		return Ok(());
	}
	let effort = Effort {
		steps: cli.steps,
		repeat: cli.repeat,
	};
	let started = Instant::now();
	let mut failures = vec![];
	for pallet in &pallets {
		let mut measured = vec![];
		let mut failed = false;
		for benchmark in chosen(pallet) {
			let begun = Instant::now();
			match measure::measure(&runtime, benchmark, effort, &catalogue.items) {
				Ok(result) => {
					eprintln!("{benchmark}: {:.1} s", begun.elapsed().as_secs_f64());
					println!("{}", summary(pallet, &result));
					measured.push(result);
				},
				Err(error) => {
					eprintln!("{benchmark}: {error}");
					failures.push(benchmark.to_string());
					failed = true;
				},
			}
		}
		if let (Some(folder), false) = (&cli.output, failed) {
			let path = folder.join(format!("{pallet}.rs"));
			fs::create_dir_all(folder)
				.and_then(|()| fs::write(&path, writer::file(pallet, effort, &measured)))
				.map_err(|error| format!("cannot write {}: {error}", path.display()))?;
		}
	}
	eprintln!("{:.0} s in all", started.elapsed().as_secs_f64());
	match failures.is_empty() {
		true => Ok(()),
		false => Err(format!(
			"{} failed: {}",
			failures.len(),
			failures.join(", ")
		)),
	}
}

/// The pallets that were asked for, or all.
fn selected(asked: &[String], benchmarks: &[Benchmark]) -> Result<Vec<String>> {
	let mut all: Vec<String> = vec![];
	for benchmark in benchmarks {
		if !all.contains(&benchmark.pallet) {
			all.push(benchmark.pallet.clone());
		}
	}
	if let Some(unknown) = asked.iter().find(|name| !all.contains(name)) {
		let known = all.join(", ");
		return Err(format!(
			"the runtime has no benchmarks of {unknown}; it has: {known}"
		));
	}
	Ok(if asked.is_empty() {
		all
	} else {
		asked.to_vec()
	})
}

/// One line: what a call costs at its largest, alone and with the database.
fn summary(pallet: &str, measured: &Measured) -> String {
	let [time, reads, writes] = measured.at_largest();
	let database = ParityDbWeight::get();
	let total = time
		.saturating_add(reads.saturating_mul(database.read))
		.saturating_add(writes.saturating_mul(database.write));
	format!(
		"{:<52} {:>9} µs {reads:>6} reads {writes:>6} writes {:>9} µs in all",
		format!("{pallet}::{}", measured.name),
		time.div_ceil(1_000_000),
		total.div_ceil(1_000_000),
	)
}

fn main() -> ExitCode {
	logger::install();
	match run(&Cli::parse()) {
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

	fn benchmark(pallet: &str) -> Benchmark {
		Benchmark {
			pallet: pallet.to_string(),
			instance: "A".to_string(),
			name: "call".to_string(),
			components: vec![],
		}
	}

	#[test]
	fn works_as_a_command_line() {
		Cli::command().debug_assert();
	}

	#[test]
	fn works_to_select_pallets() {
		let benchmarks = [benchmark("a"), benchmark("a"), benchmark("b")];
		let names = |names: &[&str]| {
			names
				.iter()
				.map(|name| (*name).to_string())
				.collect::<Vec<_>>()
		};
		assert_eq!(selected(&[], &benchmarks), Ok(names(&["a", "b"])));
		assert_eq!(selected(&names(&["b"]), &benchmarks), Ok(names(&["b"])));
	}

	#[test]
	fn fails_when_a_pallet_is_unknown() {
		let error = selected(&["c".to_string()], &[benchmark("a"), benchmark("b")]);
		assert_eq!(
			error,
			Err("the runtime has no benchmarks of c; it has: a, b".to_string())
		);
	}
}

//! `cargo xtask bench`: the figures that the project promises, measured and held against their bars.
//!
//! Machines are shared and noisy, so a figure is a count that does not depend on the machine, or a
//! ratio of medians that were measured in turn in one run, with the spread shown.

mod counts;
mod lots;
mod statistics;
mod wasm;

use crate::{
	build,
	finality::{self, Finality, P99_LIMIT},
	localnet, process, setup, table,
	workspace::Workspace,
	Result,
};
use clap::{Args, ValueEnum};
use std::{fs, process::Command, time::Duration};

/// What to measure.
#[derive(Debug, Args)]
pub struct Options {
	/// Only this one, which is printed and not written down
	#[arg(value_enum, ignore_case = true)]
	name: Option<Name>,
}

/// The benchmarks there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
	/// How long a compliant transfer takes, next to the bare one of the assets pallet
	B1,
	/// What a compliant transfer under eight rules reads and writes
	B2,
	/// How long a mint through the gate takes, next to the bare one of the assets pallet
	B3,
	/// What one more rule costs
	B4,
	/// Whether a transfer takes longer where there are many holders and assets
	B5,
	/// What a holder takes up in the state
	B6,
	/// How long a block takes to become final on four validators
	B8,
	/// Whether every call stays within its weight at its largest input
	B9,
	/// How a list of ten thousand bars is registered, with a break in the middle
	Lots,
}

/// A figure and what it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Figure {
	name: &'static str,
	what: &'static str,
	figure: String,
	bar: String,
	passed: bool,
}

/// Where the figures are written down.
const REPORT: &str = "docs/reference/benchmarks.md";

/// Measure; write down what was measured when it was all there is.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
	setup::run(workspace)?;
	let names = options
		.name
		.as_ref()
		.map_or(Name::value_variants(), std::slice::from_ref);
	let mut figures = vec![];
	for name in names {
		figures.push(match name {
			Name::B1 => wasm::transfer(workspace)?,
			Name::B2 => counts::transfer(workspace)?,
			Name::B3 => wasm::mint(workspace)?,
			Name::B4 => wasm::one_more_rule(workspace)?,
			Name::B5 => counts::scale(workspace)?,
			Name::B6 => counts::bytes(workspace)?,
			Name::B8 => time_to_finality(workspace)?,
			Name::B9 => wasm::calls(workspace, &counts::calls(workspace)?)?,
			Name::Lots => lots::register(workspace)?,
		});
	}
	let head = ["benchmark", "what", "figure", "bar", "result"];
	print!(
		"{}",
		table::table(head, &figures.iter().map(Figure::row).collect::<Vec<_>>())
	);
	if options.name.is_none() {
		let path = workspace.root.join(REPORT);
		fs::write(&path, report(&Circumstances::find(workspace)?, &figures))
			.map_err(|error| format!("cannot write {}: {error}", path.display()))?;
		println!("Wrote {REPORT}");
	}
	let missed: Vec<&str> = figures
		.iter()
		.filter(|figure| !figure.passed)
		.map(|figure| figure.name)
		.collect();
	match missed.is_empty() {
		true => Ok(()),
		false => Err(format!("{} missed the bar", missed.join(" and "))),
	}
}

impl Figure {
	fn row(&self) -> [String; 5] {
		let result = if self.passed { "passed" } else { "missed" };
		[self.name, self.what, &self.figure, &self.bar, result].map(str::to_string)
	}
}

/// B8: on a network that was just started and does nothing else.
fn time_to_finality(workspace: &Workspace) -> Result<Figure> {
	build::programs(workspace)?;
	let mut network = localnet::start(workspace)?;
	Ok(finality_figure(&finality::measure(&mut network)?))
}

fn finality_figure(finality: &Finality) -> Figure {
	let seconds = |time: Duration| format!("{:.2} s", time.as_secs_f64());
	Figure {
		name: "B8",
		what: "from a block being seen to being final, four validators on one machine",
		figure: format!(
			"p50 {}, p99 {}, over {} blocks",
			seconds(finality.p50),
			seconds(finality.p99),
			finality.blocks
		),
		bar: format!("p99 at most {}", seconds(P99_LIMIT)),
		passed: finality.check().is_ok(),
	}
}

/// When, on what and where figures were measured.
struct Circumstances {
	date: String,
	commit: String,
	machine: String,
}

impl Circumstances {
	fn find(workspace: &Workspace) -> Result<Self> {
		let git = |arguments: &[&str]| {
			process::stdout(
				Command::new("git")
					.current_dir(&workspace.root)
					.args(arguments),
			)
		};
		let commit = git(&["rev-parse", "--short=10", "HEAD"])?
			.trim()
			.to_string();
		let changed =
			!git(&["status", "--porcelain", "--", ".", &format!(":!{REPORT}")])?.is_empty();
		let cores = std::thread::available_parallelism()
			.map_err(|error| format!("cannot see how many cores there are: {error}"))?;
		let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
		let model = processors
			.lines()
			.find_map(|line| line.strip_prefix("model name")?.split_once(':'))
			.map_or("processor of unknown model", |(_, model)| model.trim());
		Ok(Self {
			date: process::stdout(Command::new("date").args(["-u", "+%F"]))?
				.trim()
				.to_string(),
			commit: match changed {
				true => format!("{commit} with changes not committed"),
				false => commit,
			},
			machine: format!("{cores} cores, {model}"),
		})
	}
}

fn report(circumstances: &Circumstances, figures: &[Figure]) -> String {
	let Circumstances {
		date,
		commit,
		machine,
	} = circumstances;
	let row = |figure: &Figure| {
		let command = format!("`cargo xtask bench {}`", figure.name.to_lowercase());
		format!("| {} | {command} |\n", figure.row().join(" | "))
	};
	let rows: String = figures.iter().map(row).collect();
	format!(
		"# Benchmarks\n\nWritten by `cargo xtask bench`, which measures all; the command of a row \
		 measures one and prints it. Times are\nmedians, and × their ratio where both were measured in \
		 turn; quartiles of the rounds in brackets.\n\n\
		 - date: {date}\n- commit: {commit}\n- machine: {machine}\n\n\
		 | benchmark | what | figure | bar | result | command |\n\
		 | --- | --- | --- | --- | --- | --- |\n{rows}"
	)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_to_write_down_only_what_was_measured() {
		let circumstances = Circumstances {
			date: "2026-01-02".to_string(),
			commit: "abc".to_string(),
			machine: "2 cores".to_string(),
		};
		let finality = Finality {
			blocks: 30,
			p50: Duration::from_millis(600),
			p99: Duration::from_millis(5_100),
		};
		let text = report(&circumstances, &[finality_figure(&finality)]);
		assert!(
			text.contains("- date: 2026-01-02\n- commit: abc\n- machine: 2 cores\n"),
			"{text}"
		);
		assert!(
			text.ends_with(
				"| p50 0.60 s, p99 5.10 s, over 30 blocks | p99 at most 5.00 s | missed | \
				 `cargo xtask bench b8` |\n"
			),
			"{text}"
		);
		assert!(!text.contains("B2 |"), "{text}");
	}
}

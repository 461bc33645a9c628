//! `cargo xtask bench`: the figures that the project promises, measured and held against their bars.

use crate::{
	build::{self, cargo},
	finality::{self, Finality, P99_LIMIT},
	localnet, process, setup, table, test,
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
	/// What a compliant transfer under eight rules reads and writes
	B2,
	/// How long a block takes to become final on four validators
	B8,
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
/// The test of the runtime that counts what a transfer costs, and how the line it prints begins.
const TEST: &str = "a_compliant_transfer_between_holders_stays_within_ten_reads_and_five_writes";
const LINE: &str = "compliant transfer, 8 rules, existing holders: ";
/// The most reads, writes and bytes of proof of a transfer.
const TRANSFER_BAR: [u64; 3] = [10, 5, 10 * 1_024];
/// The counting test is over within this time once it is built.
const TEST_LIMIT: Duration = Duration::from_secs(300);

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
			Name::B2 => transfer(workspace)?,
			Name::B8 => time_to_finality(workspace)?,
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

/// B2: the runtime's test counts and prints. It is built with the selection that
/// `cargo xtask test` builds it with, so that nothing is compiled twice.
fn transfer(workspace: &Workspace) -> Result<Figure> {
	println!("Counting what a transfer reads and writes");
	let selection = test::runtime_side(workspace)?;
	let counting = || {
		let mut command = cargo(workspace, "test");
		command
			.args(&selection)
			.arg("--lib")
			.env("SKIP_WASM_BUILD", "1");
		command
	};
	process::run(counting().arg("--no-run"))?;
	let mut command = counting();
	command.args(["--quiet", TEST, "--", "--nocapture"]);
	let output = process::output(&mut command, "", TEST_LIMIT, &mut || Ok(()))?;
	counted(&output.stdout).ok_or_else(|| {
		let last = output.stderr.lines().last().unwrap_or("it says nothing");
		format!(
			"`{}` printed no counts: {}",
			process::line(&command),
			last.trim()
		)
	})
}

/// Reads, writes and bytes of proof in what the test printed.
fn counted(text: &str) -> Option<Figure> {
	let (_, rest) = text.split_once(LINE)?;
	let mut numbers = rest
		.lines()
		.next()?
		.split_whitespace()
		.filter_map(|word| word.parse().ok());
	let found: [u64; 3] = [numbers.next()?, numbers.next()?, numbers.next()?];
	let in_words = |[reads, writes, bytes]: [u64; 3]| {
		format!("{reads} reads, {writes} writes, {bytes} bytes of proof")
	};
	Some(Figure {
		name: "B2",
		what: "a compliant transfer between holders, 8 rules",
		figure: in_words(found),
		bar: format!("at most {}", in_words(TRANSFER_BAR)),
		passed: found
			.iter()
			.zip(TRANSFER_BAR)
			.all(|(found, bar)| *found <= bar),
	})
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
	let rows: String = figures
		.iter()
		.map(|figure| format!("| {} |\n", figure.row().join(" | ")))
		.collect();
	format!(
		"# Benchmarks\n\nWritten by `cargo xtask bench`; `cargo xtask bench b2` prints one.\n\n\
		 - date: {date}\n- commit: {commit}\n- machine: {machine}\n\n\
		 | benchmark | what | figure | bar | result |\n| --- | --- | --- | --- | --- |\n{rows}"
	)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_with_what_the_test_prints() {
		let text =
			|reads| format!("\nrunning 1 test\n{LINE}{reads} reads, 4 writes, 9 bytes of proof\n.");
		let figure = counted(&text(10)).expect("it is all there");
		assert_eq!(figure.figure, "10 reads, 4 writes, 9 bytes of proof");
		assert!(figure.passed);
		assert!(!counted(&text(11)).expect("it is all there").passed);
	}

	#[test]
	fn fails_when_a_count_is_missing() {
		assert_eq!(counted("running 0 tests"), None);
		assert_eq!(counted(&format!("{LINE}8 reads")), None);
	}

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
				"| p50 0.60 s, p99 5.10 s, over 30 blocks | p99 at most 5.00 s | missed |\n"
			),
			"{text}"
		);
		assert!(!text.contains("B2 |"), "{text}");
	}
}

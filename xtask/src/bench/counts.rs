//! Figures that tests of the runtime count and print: B2, B5, B6, and what weights declare for B9.

use super::{
	statistics::{self, Spread},
	Figure,
};
use crate::{build::cargo, process, test, workspace::Workspace, Result};
use std::time::Duration;

/// A counting test is over within this time once it is built.
const TEST_LIMIT: Duration = Duration::from_secs(300);
/// And this one, which writes a large state first.
const SCALE_LIMIT: Duration = Duration::from_secs(900);

/// The tests, by their names.
const TRANSFER: &str =
	"a_compliant_transfer_between_holders_stays_within_ten_reads_and_five_writes";
const SCALE: &str = "a_transfer_reads_the_same_however_many_hold_it";
const BYTES: &str = "a_holder_takes_up_few_bytes";
const DECLARED: &str = "no_call_touches_more_than_it_declares";

/// The most reads, writes and bytes of proof of a transfer.
const TRANSFER_BAR: [u64; 3] = [10, 5, 10 * 1_024];
/// How many holders the larger state of B5 has.
const HOLDERS: &str = "1000000";
/// How much longer a transaction may take there.
const SCALE_BAR: f64 = 1.3;
/// How much more a holder may take up than in the assets pallet alone.
const BYTES_BAR: f64 = 1.3;

/// What a test of the runtime prints, also when it fails. It is built with the selection that
/// `cargo xtask test` builds it with, so that nothing is compiled twice.
fn printed(
	workspace: &Workspace,
	test: &str,
	variables: &[(&str, &str)],
	limit: Duration,
) -> Result<String> {
	let selection = test::runtime_side(workspace)?;
	let testing = || {
		let mut command = cargo(workspace, "test");
		command
			.args(&selection)
			.arg("--lib")
			.env("SKIP_WASM_BUILD", "1")
			.envs(variables.iter().copied());
		command
	};
	process::run(testing().arg("--no-run"))?;
	let mut command = testing();
	command.args(["--quiet", test, "--", "--nocapture"]);
	let output = process::output(&mut command, "", limit, &mut || Ok(()))?;
	match output.stdout.contains("running 1 test") {
		true => Ok(output.stdout),
		false => {
			let last = output.stderr.lines().last().unwrap_or("it says nothing");
			let line = process::line(&command);
			Err(format!("`{line}` runs no test: {}", last.trim()))
		},
	}
}

/// A test did not print what is looked for.
fn nothing(test: &str) -> String {
	format!("the test {test} printed no figures; run it alone to see why")
}

/// The numbers on the rest of the line that begins with `label`.
fn numbers(text: &str, label: &str) -> Option<Vec<f64>> {
	let (_, rest) = text.split_once(label)?;
	let words = rest.lines().next()?.split_whitespace();
	Some(words.filter_map(|word| word.parse().ok()).collect())
}

/// B2.
pub fn transfer(workspace: &Workspace) -> Result<Figure> {
	println!("Counting what a transfer reads and writes");
	let text = printed(workspace, TRANSFER, &[], TEST_LIMIT)?;
	transfer_figure(&text).ok_or_else(|| nothing(TRANSFER))
}

fn transfer_figure(text: &str) -> Option<Figure> {
	let found = numbers(text, "compliant transfer, 8 rules, existing holders: ")?;
	let found: [f64; 3] = found.try_into().ok()?;
	let bar = TRANSFER_BAR.map(|bar| bar as f64);
	let in_words = |[reads, writes, bytes]: [f64; 3]| {
		format!("{reads} reads, {writes} writes, {bytes} bytes of proof")
	};
	Some(Figure {
		name: "B2",
		what: "a compliant transfer between holders, 8 rules",
		figure: in_words(found),
		bar: format!("at most {}", in_words(bar)),
		passed: found.iter().zip(bar).all(|(found, bar)| *found <= bar),
	})
}

/// B5.
pub fn scale(workspace: &Workspace) -> Result<Figure> {
	println!("Writing a state with {HOLDERS} holders, and moving units on it");
	let asked = [("ASSAY_BENCH_HOLDERS", HOLDERS)];
	let text = printed(workspace, SCALE, &asked, SCALE_LIMIT)?;
	scale_figure(&text).ok_or_else(|| nothing(SCALE))
}

fn scale_figure(text: &str) -> Option<Figure> {
	let sizes = numbers(text, "at scale: ")?;
	let [few, many, one, assets, reads, reads_there] = sizes.try_into().ok()?;
	let times = |what: &str| -> Option<(Spread, Spread)> {
		let small = numbers(text, &format!("at scale, {what}, small: "))?;
		let large = numbers(text, &format!("at scale, {what}, large: "))?;
		let micros: Vec<f64> = large.iter().map(|nanos| nanos / 1_000.0).collect();
		Some((
			statistics::median(&micros)?,
			statistics::ratio(&large, &small)?,
		))
	};
	let (transaction, ratio) = times("transaction")?;
	let (_, part) = times("transfer")?;
	Some(Figure {
		name: "B5",
		what: "a compliant transfer on a large state, natively, with nothing in memory",
		figure: format!(
			"{few} to {many} holders and {one} to {assets} assets: {reads} and {reads_there} reads; \
			 transaction {ratio} ×, {:.0} µs there; policy and transfer alone {part} ×",
			transaction.figure
		),
		bar: format!("transaction at most {SCALE_BAR} ×, the same reads"),
		passed: ratio.figure <= SCALE_BAR && reads == reads_there,
	})
}

/// B6.
pub fn bytes(workspace: &Workspace) -> Result<Figure> {
	println!("Counting what a holder takes up");
	let text = printed(workspace, BYTES, &[], TEST_LIMIT)?;
	bytes_figure(&text).ok_or_else(|| nothing(BYTES))
}

fn bytes_figure(text: &str) -> Option<Figure> {
	let found = numbers(text, "state of a holder: ")?;
	let [here, alone] = found.try_into().ok()?;
	let ratio = here / alone;
	Some(Figure {
		name: "B6",
		what: "keys and values of a holder of one asset, with its system account",
		figure: format!("{here} bytes, {alone} in the assets pallet alone: {ratio:.2} ×"),
		bar: format!("at most {BYTES_BAR} ×"),
		passed: ratio <= BYTES_BAR,
	})
}

/// What a call touches at its largest input, and what its weight declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
	/// Its benchmark: `pallet_x::name`.
	pub name: String,
	/// Reads: counted, declared.
	pub reads: [u64; 2],
	/// Writes: counted, declared.
	pub writes: [u64; 2],
	/// Picoseconds that are declared.
	pub declared: u64,
}

/// Every call of our pallets, for B9.
pub fn calls(workspace: &Workspace) -> Result<Vec<Call>> {
	println!("Counting what every call reads and writes at its largest input");
	let text = printed(workspace, DECLARED, &[], TEST_LIMIT)?;
	let calls = calls_in(&text);
	match calls.is_empty() {
		true => Err(nothing(DECLARED)),
		false => Ok(calls),
	}
}

fn calls_in(text: &str) -> Vec<Call> {
	let call = |line: &str| {
		let (name, counts) = line.split_once("largest input: ")?.1.split_once(": ")?;
		let words = counts.split_whitespace();
		let numbers: Vec<u64> = words.filter_map(|word| word.parse().ok()).collect();
		let [reads, may_read, writes, may_write, declared] = numbers.try_into().ok()?;
		Some(Call {
			name: name.to_string(),
			reads: [reads, may_read],
			writes: [writes, may_write],
			declared,
		})
	};
	text.lines().filter_map(call).collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_with_the_counts_of_a_transfer() {
		let text = |reads| {
			format!(
				"\nrunning 1 test\ncompliant transfer, 8 rules, existing holders: {reads} reads, \
				 4 writes, 9 bytes of proof\n."
			)
		};
		let figure = transfer_figure(&text(10)).expect("it is all there");
		assert_eq!(figure.figure, "10 reads, 4 writes, 9 bytes of proof");
		assert!(figure.passed);
		assert!(!transfer_figure(&text(11)).expect("it is all there").passed);
	}

	#[test]
	fn works_with_times_at_scale() {
		let text = |slow: u32| {
			format!(
				"at scale: 1000 to 1000000 holders, 1 to 10000 assets, 10 and 10 reads\n\
				 at scale, transaction, small: 100000 100000\n\
				 at scale, transaction, large: {slow} {slow}\n\
				 at scale, transfer, small: 50000 50000\nat scale, transfer, large: 70000 70000\n"
			)
		};
		let figure = scale_figure(&text(120_000)).expect("it is all there");
		assert_eq!(
			figure.figure,
			"1000 to 1000000 holders and 1 to 10000 assets: 10 and 10 reads; transaction \
			 1.20 (1.20–1.20) ×, 120 µs there; policy and transfer alone 1.40 (1.40–1.40) ×"
		);
		assert!(figure.passed);
		assert!(
			!scale_figure(&text(131_000))
				.expect("it is all there")
				.passed
		);
	}

	#[test]
	fn works_with_bytes() {
		let text =
			|here| format!("state of a holder: {here} bytes, 200 bytes in the assets pallet");
		let figure = bytes_figure(&text(260)).expect("it is all there");
		assert_eq!(
			figure.figure,
			"260 bytes, 200 in the assets pallet alone: 1.30 ×"
		);
		assert!(figure.passed);
		assert!(!bytes_figure(&text(262)).expect("it is all there").passed);
	}

	#[test]
	fn works_with_what_calls_declare() {
		let text = "largest input: pallet_x::call: 3 of 4 reads, 1 of 2 writes, 5000 picoseconds\n";
		let call = Call {
			name: "pallet_x::call".to_string(),
			reads: [3, 4],
			writes: [1, 2],
			declared: 5_000,
		};
		assert_eq!(calls_in(text), [call]);
	}

	#[test]
	fn fails_when_a_count_is_missing() {
		assert_eq!(transfer_figure("running 0 tests"), None);
		let text = "compliant transfer, 8 rules, existing holders: 8 reads";
		assert_eq!(transfer_figure(text), None);
		assert_eq!(scale_figure("at scale: 1000"), None);
		assert_eq!(bytes_figure("state of a holder: 3 bytes"), None);
		assert_eq!(calls_in("largest input: x: 3 of 4 reads"), []);
	}
}

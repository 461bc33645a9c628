//! Figures that are measured in wasm, in turn: B1, B3, B4, and the times of B9.

use super::{counts::Call, statistics, Figure};
use crate::{process, weights, workspace::Workspace, Result};
use std::{collections::BTreeMap, time::Duration};

/// Measuring takes no longer than this.
const LIMIT: Duration = Duration::from_secs(1_800);
/// The transfer without a guard and the one with, as calls and as whole transactions.
const BARE: &str = "movement_costs::bare_transfer";
const COMPLIANT: &str = "movement_costs::compliant_transfer";
const BARE_TRANSACTION: &str = "movement_costs::bare_transaction";
const COMPLIANT_TRANSACTION: &str = "movement_costs::compliant_transaction";
/// The transaction of a mint without a gate, and of one with.
const BARE_MINT: &str = "movement_costs::bare_mint_transaction";
const GATED_MINT: &str = "movement_costs::gated_mint_transaction:r=8";
/// How often each transfer has its turn, and how many runs a turn is.
const TRANSFERS: Effort = Effort {
	rounds: 40,
	repeat: 20,
};
/// The same for each call.
const CALLS: Effort = Effort {
	rounds: 2,
	repeat: 10,
};
/// How much longer a transaction may take than the bare one, under 8 rules and under 32.
const TRANSFER_BARS: [f64; 2] = [1.5, 2.0];
/// How much longer a mint through the gate may take than the bare one.
const MINT_BAR: f64 = 1.5;
/// The policies whose cost is compared.
const RULES: [u32; 5] = [0, 8, 16, 24, 32];
/// Microseconds that one more rule may take.
const RULE_BAR: f64 = 1.0;
/// What part of the declared time a call may take at its largest input.
const TIME_BARS: [f64; 2] = [0.3, 1.0];

#[derive(Clone, Copy)]
struct Effort {
	rounds: u32,
	repeat: u32,
}

/// What was measured of one benchmark.
#[derive(Debug, Clone, PartialEq)]
struct Taken {
	reads: u64,
	writes: u64,
	/// Nanoseconds.
	shortest: f64,
	/// Nanoseconds, by rounds.
	medians: Vec<f64>,
}

type Measured = BTreeMap<String, Taken>;

/// Measure these benchmarks in one run, forwards and backwards by turns.
fn in_turn(workspace: &Workspace, names: &[String], effort: Effort) -> Result<Measured> {
	let mut command = weights::bencher(workspace)?;
	println!("Measuring; leave the machine alone meanwhile");
	for name in names {
		command.args(["--in-turn", name]);
	}
	command
		.args(["--rounds", &effort.rounds.to_string()])
		.args(["--repeat", &effort.repeat.to_string()]);
	let output = process::output(&mut command, "", LIMIT, &mut || Ok(()))?;
	let last = || {
		output
			.stderr
			.lines()
			.last()
			.unwrap_or("it says nothing")
			.trim()
			.to_string()
	};
	match (output.code, measured(&output.stdout)) {
		(0, Some(measured)) => Ok(measured),
		_ => Err(format!("measuring failed: {}", last())),
	}
}

fn measured(text: &str) -> Option<Measured> {
	text.lines().map(taken).collect()
}

fn taken(line: &str) -> Option<(String, Taken)> {
	let mut words = line.split_whitespace();
	let name = words.next()?.to_string();
	let mut next = |label: &str| -> Option<u64> {
		let is_there = words.next()? == label;
		is_there.then_some(words.next()?.parse().ok()?)
	};
	let (reads, writes, shortest) = (next("reads")?, next("writes")?, next("shortest")?);
	let (_, medians) = line.split_once(" medians ")?;
	let medians = medians.split_whitespace().map(|word| word.parse().ok());
	Some((
		name,
		Taken {
			reads,
			writes,
			shortest: shortest as f64,
			medians: medians.collect::<Option<_>>()?,
		},
	))
}

fn with_rules(count: u32) -> String {
	format!("{COMPLIANT}:r={count}")
}

/// Without a figure there is nothing to say.
fn incomplete() -> String {
	"the bencher did not measure everything that it was asked for".to_string()
}

/// B1.
pub fn transfer(workspace: &Workspace) -> Result<Figure> {
	let names = [
		BARE_TRANSACTION.to_string(),
		transaction(8),
		transaction(32),
		BARE.to_string(),
		with_rules(8),
	];
	let measured = in_turn(workspace, &names, TRANSFERS)?;
	transfer_figure(&measured).ok_or_else(incomplete)
}

fn transaction(rules: u32) -> String {
	format!("{COMPLIANT_TRANSACTION}:r={rules}")
}

fn transfer_figure(measured: &Measured) -> Option<Figure> {
	let medians = |name: &str| Some(&measured.get(name)?.medians);
	let micros = |name: &str| Some(statistics::median(medians(name)?)?.figure / 1_000.0);
	let ratio = |name: &str, bare: &str| statistics::ratio(medians(name)?, medians(bare)?);
	let eight = ratio(&transaction(8), BARE_TRANSACTION)?;
	let most = ratio(&transaction(32), BARE_TRANSACTION)?;
	let [eight_bar, most_bar] = TRANSFER_BARS;
	Some(Figure {
		name: "B1",
		what: "the transaction of a compliant transfer and that of a bare one, in wasm",
		figure: format!(
			"8 rules {:.1} µs, {eight} ×; 32 rules {:.1} µs, {most} ×; bare {:.1} µs; the calls \
			 alone {:.1} and {:.1} µs, {} ×",
			micros(&transaction(8))?,
			micros(&transaction(32))?,
			micros(BARE_TRANSACTION)?,
			micros(&with_rules(8))?,
			micros(BARE)?,
			ratio(&with_rules(8), BARE)?
		),
		bar: format!(
			"transaction with 8 rules at most {eight_bar} ×, with 32 rules at most {most_bar} ×"
		),
		passed: eight.figure <= eight_bar && most.figure <= most_bar,
	})
}

/// B3.
pub fn mint(workspace: &Workspace) -> Result<Figure> {
	let names = [BARE_MINT, GATED_MINT].map(str::to_string);
	mint_figure(&in_turn(workspace, &names, TRANSFERS)?).ok_or_else(incomplete)
}

fn mint_figure(measured: &Measured) -> Option<Figure> {
	let (bare, gated) = (measured.get(BARE_MINT)?, measured.get(GATED_MINT)?);
	let micros = |taken: &Taken| Some(statistics::median(&taken.medians)?.figure / 1_000.0);
	let ratio = statistics::ratio(&gated.medians, &bare.medians)?;
	Some(Figure {
		name: "B3",
		what: "the transaction of a mint through the gate, on a report that five auditors confirm and \
		       three must, and that of a bare one, in wasm",
		figure: format!(
			"{:.1} and {:.1} µs, {ratio} ×; {} and {} reads, {} and {} writes",
			micros(gated)?,
			micros(bare)?,
			gated.reads,
			bare.reads,
			gated.writes,
			bare.writes
		),
		bar: format!("at most {MINT_BAR} ×"),
		passed: ratio.figure <= MINT_BAR,
	})
}

/// B4.
pub fn one_more_rule(workspace: &Workspace) -> Result<Figure> {
	let measured = in_turn(workspace, &RULES.map(with_rules), TRANSFERS)?;
	rule_figure(&measured).ok_or_else(incomplete)
}

fn rule_figure(measured: &Measured) -> Option<Figure> {
	let mut series = vec![];
	for count in RULES {
		let medians = &measured.get(&with_rules(count))?.medians;
		let micros: Vec<f64> = medians.iter().map(|nanos| nanos / 1_000.0).collect();
		series.push((f64::from(count), micros));
	}
	let series: Vec<_> = series
		.iter()
		.map(|(x, times)| (*x, times.as_slice()))
		.collect();
	let slope = statistics::slope(&series)?;
	let [none, eight, most] = [0, 8, 32].map(|count| measured.get(&with_rules(count)));
	let (none, eight, most) = (none?.reads, eight?.reads, most?.reads);
	Some(Figure {
		name: "B4",
		what: "one more rule, over policies of 0 to 32 rules of eight kinds, in wasm",
		figure: format!("{slope} µs; {none}, {eight} and {most} reads with 0, 8 and 32 rules"),
		bar: format!(
			"at most {RULE_BAR} µs, and no read but that of the issuers that all claim rules share"
		),
		passed: slope.figure <= RULE_BAR && eight == most && eight <= none + 1,
	})
}

/// B9: counts from the runtime's test, times from the bencher.
pub fn calls(workspace: &Workspace, calls: &[Call]) -> Result<Figure> {
	let names: Vec<String> = calls.iter().map(|call| call.name.clone()).collect();
	let measured = in_turn(workspace, &names, CALLS)?;
	calls_figure(calls, &measured).ok_or_else(incomplete)
}

fn calls_figure(calls: &[Call], measured: &Measured) -> Option<Figure> {
	let is_above = |[counted, declared]: [u64; 2]| counted > declared;
	let above: Vec<&str> = calls
		.iter()
		.filter(|call| is_above(call.reads) || is_above(call.writes))
		.map(|call| call.name.as_str())
		.collect();
	let mut shares = vec![];
	for call in calls {
		let taken = measured.get(&call.name)?.shortest * 1_000.0;
		shares.push((call.name.as_str(), taken / call.declared.max(1) as f64));
	}
	let [low, high] = TIME_BARS;
	let outside: Vec<String> = shares
		.iter()
		.filter(|(_, share)| !(low..=high).contains(share))
		.map(|(name, share)| format!("{name} {share:.2}"))
		.collect();
	let all: Vec<f64> = shares.iter().map(|(_, share)| *share).collect();
	let median = statistics::median(&all)?;
	let named = |names: &[String]| match names.is_empty() {
		true => String::new(),
		false => format!(": {}", names.join(", ")),
	};
	let above: Vec<String> = above.into_iter().map(str::to_string).collect();
	Some(Figure {
		name: "B9",
		what: "every call of our pallets at its largest input, against its weight",
		figure: format!(
			"{} calls, {} above their reads or writes{}; shortest time {median} of what is \
			 declared, {} outside the bar{}",
			calls.len(),
			above.len(),
			named(&above),
			outside.len(),
			named(&outside)
		),
		bar: format!("no count above what is declared, time {low} to {high} of it"),
		passed: above.is_empty() && outside.is_empty(),
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	fn measured_of(lines: &[(&str, u64, &str)]) -> Measured {
		let lines: Vec<String> = lines
			.iter()
			.map(|(name, reads, medians)| {
				format!("{name} reads {reads} writes 5 shortest 900 medians {medians}\n")
			})
			.collect();
		measured(&lines.concat()).expect("they are well formed")
	}

	#[test]
	fn works_with_what_the_bencher_prints() {
		let measured = measured_of(&[("a::b:r=8", 10, "1000 2000")]);
		let taken = Taken {
			reads: 10,
			writes: 5,
			shortest: 900.0,
			medians: vec![1_000.0, 2_000.0],
		};
		assert_eq!(measured.get("a::b:r=8"), Some(&taken));
		assert_eq!(super::measured("a::b reads 10"), None);
	}

	#[test]
	fn works_with_a_transfer_and_the_bare_one() {
		let figure = |eight| {
			let lines = [
				(BARE_TRANSACTION, 3, "20000 20000"),
				(&transaction(8), 10, eight),
				(&transaction(32), 10, "40000 40000"),
				(BARE, 3, "10000 10000"),
				(&with_rules(8), 10, "25000 25000"),
			];
			transfer_figure(&measured_of(&lines)).expect("it is all there")
		};
		let passed = figure("30000 30000");
		assert_eq!(
			passed.figure,
			"8 rules 30.0 µs, 1.50 (1.50–1.50) ×; 32 rules 40.0 µs, 2.00 (2.00–2.00) ×; bare 20.0 \
			 µs; the calls alone 25.0 and 10.0 µs, 2.50 (2.50–2.50) ×"
		);
		assert!(passed.passed);
		assert!(!figure("31000 31000").passed);
	}

	#[test]
	fn works_with_a_mint_and_the_bare_one() {
		let figure = |gated| {
			let lines = [(BARE_MINT, 3, "20000 20000"), (GATED_MINT, 30, gated)];
			mint_figure(&measured_of(&lines)).expect("it is all there")
		};
		let passed = figure("30000 30000");
		assert_eq!(
			passed.figure,
			"30.0 and 20.0 µs, 1.50 (1.50–1.50) ×; 30 and 3 reads, 5 and 5 writes"
		);
		assert!(passed.passed);
		assert!(!figure("31000 31000").passed);
	}

	#[test]
	fn works_with_one_more_rule() {
		let names = RULES.map(with_rules);
		let figure = |nanos: u64, reads: u64| {
			let medians: Vec<String> = (0..5)
				.map(|step| (20_000 + step * 8 * nanos).to_string())
				.collect();
			let lines: Vec<_> = names
				.iter()
				.zip(&medians)
				.map(|(name, median)| {
					let reads = if *name == with_rules(0) { 9 } else { reads };
					(name.as_str(), reads, median.as_str())
				})
				.collect();
			rule_figure(&measured_of(&lines)).expect("it is all there")
		};
		let passed = figure(500, 10);
		assert_eq!(
			passed.figure,
			"0.50 (0.50–0.50) µs; 9, 10 and 10 reads with 0, 8 and 32 rules"
		);
		assert!(passed.passed);
		assert!(!figure(1_100, 10).passed);
		assert!(!figure(500, 11).passed);
	}

	#[test]
	fn works_with_calls_and_their_weights() {
		let call = |reads, declared| Call {
			name: "a::b".to_string(),
			reads: [reads, 3],
			writes: [1, 1],
			declared,
		};
		let measured = measured_of(&[("a::b", 3, "1000")]);
		let figure = |reads, declared| {
			calls_figure(&[call(reads, declared)], &measured).expect("it was measured")
		};
		assert!(figure(3, 1_000_000).passed);
		let above = figure(4, 1_000_000);
		assert!(
			!above.passed
				&& above
					.figure
					.contains("1 above their reads or writes: a::b;")
		);
		let too_short = figure(3, 800_000);
		assert!(!too_short.passed && too_short.figure.ends_with("1 outside the bar: a::b 1.12"));
		assert!(!figure(3, 4_000_000).passed);
	}
}

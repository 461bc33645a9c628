//! The layout of a pallet's `weights.rs`.

use crate::{
	line::Line,
	measure::{Effort, Measured},
};
use std::fmt::Write;

/// The `weights.rs` of `pallet`.
pub fn file(pallet: &str, effort: Effort, measured: &[Measured]) -> String {
	let Effort { steps, repeat } = effort;
	let declared: String = measured.iter().map(declaration).collect();
	let count = measured.len();
	let largest: String = measured.iter().map(at_largest).collect();
	let runtime: String = measured
		.iter()
		.map(|one| function(one, "T::DbWeight", true))
		.collect();
	let mocks: String = measured
		.iter()
		.map(|one| function(one, "ParityDbWeight", false))
		.collect();
	format!(
		"//! Weights of `{pallet}`, measured by `cargo xtask weights`. Generated: never edit by hand.
//!
//! Steps {steps}, repeats {repeat}, in wasm. Proof sizes are zero: a chain of its own has nobody to
//! prove its state to.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use polkadot_sdk::{{
	frame_support::{{
		traits::Get,
		weights::{{constants::ParityDbWeight, Weight}},
	}},
	frame_system,
}};

/// What each call and hook costs.
pub trait WeightInfo {{
{declared}}}

/// What each declares at its largest input, by name.
pub fn at_largest<W: WeightInfo>() -> [(&'static str, Weight); {count}] {{
	[
{largest}	]
}}

/// Measured weights over the runtime's own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {{
{runtime}}}

/// The same over ParityDB's weights, for mocks.
impl WeightInfo for () {{
{mocks}}}
"
	)
}

fn declaration(measured: &Measured) -> String {
	let ranges: String = measured
		.components
		.iter()
		.map(|(component, low, high)| format!(", `{component}` in {low}..={high}"))
		.collect();
	let Measured { name, .. } = measured;
	format!(
		"\t/// `{name}`{ranges}.\n\tfn {name}({}) -> Weight;\n",
		parameters(measured, false)
	)
}

fn at_largest(measured: &Measured) -> String {
	let largest = measured.components.iter();
	let largest: Vec<String> = largest.map(|(_, _, high)| high.to_string()).collect();
	let Measured { name, .. } = measured;
	format!("\t\t(\"{name}\", W::{name}({})),\n", largest.join(", "))
}

fn parameters(measured: &Measured, hide_unused: bool) -> String {
	let parameter = |(index, (component, _, _)): (usize, &(_, _, _))| {
		let slope = |line: &Line| line.slopes.get(index).copied().unwrap_or_default();
		let used = [&measured.time, &measured.reads, &measured.writes]
			.iter()
			.any(|line| slope(line) != 0);
		let mark = if hide_unused && !used { "_" } else { "" };
		format!("{mark}{component}: u32")
	};
	measured
		.components
		.iter()
		.enumerate()
		.map(parameter)
		.collect::<Vec<_>>()
		.join(", ")
}

/// One weight function over the database weights `database`.
fn function(measured: &Measured, database: &str, with_comments: bool) -> String {
	let mut text = String::new();
	if with_comments {
		for (item, (reads, writes)) in &measured.items {
			let _ = writeln!(text, "\t/// - `{item}`: reads {reads}, writes {writes}");
		}
	}
	let _ = writeln!(
		text,
		"\tfn {}({}) -> Weight {{",
		measured.name,
		parameters(measured, true)
	);
	if with_comments {
		let _ = writeln!(
			text,
			"\t\t// Shortest run: {} picoseconds.",
			grouped(measured.shortest)
		);
	}
	let _ = write!(
		text,
		"\t\tWeight::from_parts({}, 0)",
		grouped(measured.time.base.into())
	);
	for (name, slope) in slopes(measured, &measured.time) {
		let slope = grouped(slope.into());
		let _ = write!(
			text,
			"\n\t\t\t.saturating_add(Weight::from_parts({slope}, 0).saturating_mul({name}.into()))"
		);
	}
	for (line, count) in [(&measured.reads, "reads"), (&measured.writes, "writes")] {
		let prefix = format!("\n\t\t\t.saturating_add({database}::get().{count}");
		if line.base != 0 {
			let _ = write!(text, "{prefix}({}_u64))", line.base);
		}
		for (name, slope) in slopes(measured, line) {
			let _ = write!(text, "{prefix}({slope}_u64.saturating_mul({name}.into())))");
		}
	}
	text.push_str("\n\t}\n");
	text
}

/// The components that `line` depends on, with their slopes.
fn slopes(measured: &Measured, line: &Line) -> Vec<(String, u64)> {
	let names = measured
		.components
		.iter()
		.map(|(name, _, _)| name.to_string());
	names
		.zip(line.slopes.iter().copied())
		.filter(|(_, slope)| *slope != 0)
		.collect()
}

/// A number as Rust writes it: `1_234_567`.
fn grouped(number: u128) -> String {
	let digits = number.to_string();
	let mut text = String::new();
	for (index, digit) in digits.chars().enumerate() {
		if index != 0 && (digits.len() - index).is_multiple_of(3) {
			text.push('_');
		}
		text.push(digit);
	}
	text
}

#[cfg(test)]
mod tests {
	use super::*;
	use polkadot_sdk::frame_benchmarking::BenchmarkParameter;
	use std::collections::BTreeMap;

	fn measured() -> Measured {
		Measured {
			name: "register_lots".to_string(),
			components: vec![
				(BenchmarkParameter::a, 0, 3),
				(BenchmarkParameter::n, 1, 50),
			],
			shortest: 9_876_543,
			time: Line {
				base: 12_345_678,
				slopes: vec![0, 1_000],
			},
			reads: Line {
				base: 0,
				slopes: vec![0, 1],
			},
			writes: Line {
				base: 2,
				slopes: vec![0, 0],
			},
			items: BTreeMap::from([("Custody::Lots".to_string(), (50, 50))]),
		}
	}

	#[test]
	fn works_for_a_function() {
		let expected = "	/// - `Custody::Lots`: reads 50, writes 50
	fn register_lots(_a: u32, n: u32) -> Weight {
		// Shortest run: 9_876_543 picoseconds.
		Weight::from_parts(12_345_678, 0)
			.saturating_add(Weight::from_parts(1_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
";
		assert_eq!(function(&measured(), "T::DbWeight", true), expected);
	}

	#[test]
	fn works_for_a_declaration() {
		assert_eq!(
			declaration(&measured()),
			"	/// `register_lots`, `a` in 0..=3, `n` in 1..=50.
	fn register_lots(a: u32, n: u32) -> Weight;
"
		);
	}

	#[test]
	fn works_for_a_file() {
		let text = file(
			"pallet_custody",
			Effort {
				steps: 20,
				repeat: 10,
			},
			&[measured()],
		);
		assert!(
			text.starts_with("//! Weights of `pallet_custody`, measured by `cargo xtask weights`.")
		);
		assert!(text.contains("//! Steps 20, repeats 10, in wasm."));
		assert_eq!(text.matches("fn register_lots(").count(), 3);
		assert_eq!(
			text.matches("(\"register_lots\", W::register_lots(3, 50)),")
				.count(),
			1
		);
		assert_eq!(text.matches("ParityDbWeight::get()").count(), 2);
	}

	#[test]
	fn works_to_group_digits() {
		let cases = [
			(0, "0"),
			(999, "999"),
			(1_000, "1_000"),
			(12_345_678, "12_345_678"),
		];
		for (number, text) in cases {
			assert_eq!(grouped(number), text);
		}
	}
}

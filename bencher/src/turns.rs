//! Measuring several benchmarks in turn, so that whatever else the machine does falls on all alike.

use crate::{
	runtime::{Benchmark, Point, Run, Runtime},
	Result,
};
use std::fmt;

/// A benchmark at one point: `pallet_x::name`, or `pallet_x::name:r=8,n=3`. A component that is not
/// named is at its largest.
#[derive(Debug, Clone)]
pub struct Turn {
	text: String,
	benchmark: Benchmark,
	point: Point,
}

impl Turn {
	/// Find what `text` names among the benchmarks.
	pub fn find(text: &str, benchmarks: &[Benchmark]) -> Result<Self> {
		// Two colons part pallet and benchmark, a third one the components.
		let parts = text.rsplit_once(':');
		let (name, values) = parts
			.filter(|(_, values)| values.contains('='))
			.unwrap_or((text, ""));
		let benchmark = benchmarks
			.iter()
			.find(|benchmark| format!("{}::{}", benchmark.pallet, benchmark.name) == name)
			.ok_or_else(|| format!("the runtime has no benchmark {name}"))?;
		let mut point: Point = benchmark
			.components
			.iter()
			.map(|(component, _, high)| (*component, *high))
			.collect();
		for value in values.split(',').filter(|value| !value.is_empty()) {
			let bad = || format!("{value} in {text} is no component with a value, as in r=8");
			let (component, number) = value.split_once('=').ok_or_else(bad)?;
			let number = number.parse().map_err(|_| bad())?;
			let place = point
				.iter_mut()
				.find(|(known, _)| known.to_string() == component)
				.ok_or_else(|| format!("{name} has no component {component}"))?;
			place.1 = number;
		}
		Ok(Self {
			text: text.to_string(),
			benchmark: benchmark.clone(),
			point,
		})
	}
}

/// What came of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
	text: String,
	reads: u32,
	writes: u32,
	/// The shortest run, in nanoseconds.
	shortest: u128,
	/// The median of each round, in nanoseconds.
	medians: Vec<u128>,
}

impl fmt::Display for Taken {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let Self {
			text,
			reads,
			writes,
			shortest,
			medians,
		} = self;
		let medians: Vec<String> = medians.iter().map(u128::to_string).collect();
		write!(
			f,
			"{text} reads {reads} writes {writes} shortest {shortest} medians {}",
			medians.join(" ")
		)
	}
}

/// Measure: each once for what it does and touches, then all `rounds` times, forwards and backwards
/// by turns, `repeat` runs at a time.
pub fn measure(runtime: &Runtime, turns: &[Turn], rounds: u32, repeat: u32) -> Result<Vec<Taken>> {
	let run = |turn: &Turn, how| {
		runtime
			.run(&turn.benchmark, &turn.point, how)
			.map_err(|error| format!("{}: {error}", turn.text))
	};
	let mut taken = vec![];
	for turn in turns {
		run(turn, Run::Verify)?;
		let counts = run(turn, Run::Track)?;
		taken.push(Taken {
			text: turn.text.clone(),
			reads: counts.iter().map(|result| result.reads).max().unwrap_or(0),
			writes: counts.iter().map(|result| result.writes).max().unwrap_or(0),
			shortest: u128::MAX,
			medians: vec![],
		});
	}
	for round in 0..rounds {
		let mut pairs: Vec<_> = turns.iter().zip(&mut taken).collect();
		if round % 2 == 1 {
			pairs.reverse();
		}
		for (turn, taken) in pairs {
			let results = run(turn, Run::Time(repeat))?;
			let times = results.iter().map(|result| result.extrinsic_time).collect();
			let (shortest, median) = shortest_and_median(times);
			taken.shortest = taken.shortest.min(shortest);
			taken.medians.push(median);
		}
	}
	Ok(taken)
}

fn shortest_and_median(mut times: Vec<u128>) -> (u128, u128) {
	times.sort_unstable();
	let at = |index: usize| times.get(index).copied().unwrap_or_default();
	(at(0), at(times.len() / 2))
}

#[cfg(test)]
mod tests {
	use super::*;
	use polkadot_sdk::frame_benchmarking::BenchmarkParameter::{n, r};

	fn benchmarks() -> Vec<Benchmark> {
		vec![Benchmark {
			pallet: "pallet_x".to_string(),
			instance: "X".to_string(),
			name: "call".to_string(),
			components: vec![(r, 0, 32), (n, 1, 100)],
		}]
	}

	fn point(text: &str) -> Result<Point> {
		Turn::find(text, &benchmarks()).map(|turn| turn.point)
	}

	#[test]
	fn works_with_named_components_and_the_largest_of_others() {
		assert_eq!(point("pallet_x::call"), Ok(vec![(r, 32), (n, 100)]));
		assert_eq!(point("pallet_x::call:r=8"), Ok(vec![(r, 8), (n, 100)]));
		assert_eq!(point("pallet_x::call:n=2,r=0"), Ok(vec![(r, 0), (n, 2)]));
	}

	#[test]
	fn fails_when_there_is_no_such_benchmark_or_component() {
		let error = |sentence: &str| Err(sentence.to_string());
		assert_eq!(
			point("pallet_x::other"),
			error("the runtime has no benchmark pallet_x::other")
		);
		assert_eq!(
			point("pallet_x::call:q=8"),
			error("pallet_x::call has no component q")
		);
		assert_eq!(
			point("pallet_x::call:r=many"),
			error("r=many in pallet_x::call:r=many is no component with a value, as in r=8")
		);
	}

	#[test]
	fn works_to_say_what_was_taken() {
		let (shortest, median) = shortest_and_median(vec![5, 3, 9]);
		assert_eq!((shortest, median), (3, 5));
		let taken = Taken {
			text: "pallet_x::call:r=8".to_string(),
			reads: 10,
			writes: 5,
			shortest,
			medians: vec![median, 6],
		};
		assert_eq!(
			taken.to_string(),
			"pallet_x::call:r=8 reads 10 writes 5 shortest 3 medians 5 6"
		);
	}
}

//! Measuring one benchmark over its components.

use crate::{
	line::{Line, Quantity},
	runtime::{Benchmark, Items, Point, Run, Runtime},
	Result,
};
use polkadot_sdk::frame_benchmarking::{BenchmarkParameter, BenchmarkResult};
use std::collections::BTreeMap;

/// What is declared above the measured time, in percent: a run on another day, or on a machine of
/// another kind, must not take longer than it is charged for. Counts are exact and get none.
const MARGIN: u64 = 25;

/// How thoroughly to measure.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
	/// At how many values of each component.
	pub steps: u32,
	/// How often at each.
	pub repeat: u32,
}

/// What a benchmark costs.
#[derive(Debug, Clone)]
pub struct Measured {
	/// Its name.
	pub name: String,
	/// Its components with their least and largest values.
	pub components: Vec<(BenchmarkParameter, u32, u32)>,
	/// The shortest run, in picoseconds.
	pub shortest: u128,
	/// The time with its margin, in picoseconds.
	pub time: Line,
	/// The storage items read.
	pub reads: Line,
	/// The storage items written.
	pub writes: Line,
	/// Which storage items, and at most how many of each are read and written.
	pub items: BTreeMap<String, (u32, u32)>,
}

impl Measured {
	/// Time, reads and writes with every component at its largest.
	pub fn at_largest(&self) -> [u64; 3] {
		let point: Vec<u32> = self.components.iter().map(|(_, _, high)| *high).collect();
		[&self.time, &self.reads, &self.writes].map(|line| line.at(&point))
	}
}

/// Measure `benchmark`: first whether it does what it says, then what it touches and how long it
/// takes.
pub fn measure(
	runtime: &Runtime,
	benchmark: &Benchmark,
	effort: Effort,
	items: &Items,
) -> Result<Measured> {
	let mut timed = vec![];
	let mut tracked = vec![];
	for point in points(&benchmark.components, effort.steps) {
		let at = |error| match point.is_empty() {
			true => error,
			false => format!("at {point:?}: {error}"),
		};
		runtime.run(benchmark, &point, Run::Verify).map_err(at)?;
		tracked.extend(runtime.run(benchmark, &point, Run::Track).map_err(at)?);
		timed.extend(
			runtime
				.run(benchmark, &point, Run::Time(effort.repeat))
				.map_err(at)?,
		);
	}
	let shortest = timed
		.iter()
		.map(|result| result.extrinsic_time)
		.min()
		.unwrap_or_default();
	Ok(Measured {
		name: benchmark.name.clone(),
		components: benchmark.components.clone(),
		shortest: shortest.saturating_mul(1_000),
		time: Line::through(&timed, Quantity::Time)?.raised(MARGIN),
		reads: Line::through(&tracked, Quantity::Reads)?,
		writes: Line::through(&tracked, Quantity::Writes)?,
		items: touched(&tracked, items),
	})
}

/// Where to measure: each component in turn from its least to its largest value, the others at
/// their largest.
fn points(components: &[(BenchmarkParameter, u32, u32)], steps: u32) -> Vec<Point> {
	let largest: Point = components
		.iter()
		.map(|(name, _, high)| (*name, *high))
		.collect();
	let mut points = vec![];
	for (index, (_, low, high)) in components.iter().enumerate() {
		let intervals = steps.saturating_sub(1).max(1);
		for step in 0..=intervals {
			let width = u64::from(high.saturating_sub(*low));
			let offset = width * u64::from(step) / u64::from(intervals);
			let mut point = largest.clone();
			point[index].1 = low.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
			if !points.contains(&point) {
				points.push(point);
			}
		}
	}
	if points.is_empty() {
		points.push(largest);
	}
	points
}

/// The largest number of reads and writes of each storage item.
fn touched(results: &[BenchmarkResult], items: &Items) -> BTreeMap<String, (u32, u32)> {
	let mut touched: BTreeMap<String, (u32, u32)> = BTreeMap::new();
	for result in results {
		for (key, reads, writes, whitelisted) in &result.keys {
			// The benchmarks' own marks, as that of the components, are in no storage item.
			let Some(name) = items.get(key).filter(|_| !whitelisted) else {
				continue;
			};
			let entry = touched.entry(name.clone()).or_default();
			*entry = (entry.0.max(*reads), entry.1.max(*writes));
		}
	}
	touched.retain(|_, counts| *counts != (0, 0));
	touched
}

#[cfg(test)]
mod tests {
	use super::*;
	use BenchmarkParameter::{a, n};

	#[test]
	fn works_to_vary_one_component_at_a_time() {
		let points = points(&[(a, 0, 10), (n, 1, 2)], 3);
		let expected: Vec<Point> = [(0, 2), (5, 2), (10, 2), (10, 1)]
			.map(|(of_a, of_n)| vec![(a, of_a), (n, of_n)])
			.to_vec();
		assert_eq!(points, expected);
	}

	#[test]
	fn works_without_components() {
		assert_eq!(points(&[], 20), vec![Point::new()]);
	}

	#[test]
	fn works_to_name_what_is_touched() {
		let items = Items::from([(vec![1], "Custody::Lots".to_string())]);
		let result = |reads, writes| BenchmarkResult {
			keys: vec![(vec![1], reads, writes, false), (vec![2], 1, 1, false)],
			..Default::default()
		};
		assert_eq!(
			touched(&[result(1, 3), result(2, 1)], &items),
			BTreeMap::from([("Custody::Lots".to_string(), (2, 3))])
		);
	}
}

//! A cost as a line over the components: a base, and a slope for each.

use crate::Result;
use polkadot_sdk::frame_benchmarking::{Analysis, BenchmarkResult, BenchmarkSelector};
use std::collections::BTreeMap;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
	/// Picoseconds.
	Time,
	/// Storage items read.
	Reads,
	/// Storage items written.
	Writes,
}

impl Quantity {
	fn of(self, result: &BenchmarkResult) -> u128 {
		match self {
			// The stop-watch counts nanoseconds.
			Self::Time => result.extrinsic_time.saturating_mul(1_000),
			Self::Reads => result.reads.into(),
			Self::Writes => result.writes.into(),
		}
	}

	/// What a line must not be below where these values were measured.
	fn floor(self, values: &[u128]) -> u128 {
		let floor = match self {
			Self::Time => values.iter().min(),
			Self::Reads | Self::Writes => values.iter().max(),
		};
		floor.copied().unwrap_or_default()
	}

	fn selector(self) -> BenchmarkSelector {
		match self {
			Self::Time => BenchmarkSelector::ExtrinsicTime,
			Self::Reads => BenchmarkSelector::Reads,
			Self::Writes => BenchmarkSelector::Writes,
		}
	}
}

/// A base and slopes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
	/// What it costs with every component at zero.
	pub base: u64,
	/// What one more of each component costs.
	pub slopes: Vec<u64>,
}

impl Line {
	/// The line through `results`, from the larger of the SDK's two analyses. It is raised to the
	/// counts at every point, and to the shortest run there: what grows faster than a line is never
	/// charged too little, and what else the machine did meanwhile is not charged.
	pub fn through(results: &Vec<BenchmarkResult>, quantity: Quantity) -> Result<Self> {
		let analysis = Analysis::max(results, quantity.selector())
			.map_err(|error| format!("no line fits what was measured: {error}"))?;
		let mut line = Self {
			base: narrow(analysis.base),
			slopes: analysis.slopes.into_iter().map(narrow).collect(),
		};
		let mut points: BTreeMap<Vec<u32>, Vec<u128>> = BTreeMap::new();
		for result in results {
			let point = result.components.iter().map(|(_, value)| *value).collect();
			points.entry(point).or_default().push(quantity.of(result));
		}
		let missing = points
			.into_iter()
			.map(|(point, values)| narrow(quantity.floor(&values)).saturating_sub(line.at(&point)))
			.max();
		line.base = line.base.saturating_add(missing.unwrap_or_default());
		Ok(line)
	}

	/// The line with `percent` more of everything, rounded up.
	pub fn raised(self, percent: u64) -> Self {
		let raise = |value: u64| {
			let more = u128::from(value)
				.saturating_mul(percent.into())
				.div_ceil(100);
			value.saturating_add(narrow(more))
		};
		Self {
			base: raise(self.base),
			slopes: self.slopes.into_iter().map(raise).collect(),
		}
	}

	/// What it says at `point`.
	pub fn at(&self, point: &[u32]) -> u64 {
		let parts = self.slopes.iter().zip(point);
		parts.fold(self.base, |sum, (slope, value)| {
			sum.saturating_add(slope.saturating_mul(u64::from(*value)))
		})
	}
}

fn narrow(value: u128) -> u64 {
	u64::try_from(value).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;
	use polkadot_sdk::frame_benchmarking::BenchmarkParameter;

	fn result(value: u32, time: u128, reads: u32) -> BenchmarkResult {
		BenchmarkResult {
			components: vec![(BenchmarkParameter::n, value)],
			extrinsic_time: time,
			reads,
			..Default::default()
		}
	}

	#[test]
	fn works_on_what_is_a_line() {
		let results = (1..=10)
			.map(|n| result(n, 700 + 30 * u128::from(n), 4 + 2 * n))
			.collect();
		let line = Line::through(&results, Quantity::Reads);
		assert_eq!(
			line,
			Ok(Line {
				base: 4,
				slopes: vec![2]
			})
		);
		let line = Line::through(&results, Quantity::Time).expect("there are ten points");
		assert!((730_000..=731_000).contains(&line.at(&[1])), "{line:?}");
		assert!(
			(1_000_000..=1_001_000).contains(&line.at(&[10])),
			"{line:?}"
		);
	}

	#[test]
	fn works_without_components() {
		let plain = |reads| BenchmarkResult {
			reads,
			..Default::default()
		};
		let line = Line::through(&vec![plain(3), plain(3), plain(3)], Quantity::Reads);
		assert_eq!(
			line,
			Ok(Line {
				base: 3,
				slopes: vec![]
			})
		);
	}

	#[test]
	fn works_with_a_margin() {
		let line = Line {
			base: 101,
			slopes: vec![0, 1_000],
		};
		let raised = Line {
			base: 127,
			slopes: vec![0, 1_250],
		};
		assert_eq!(line.raised(25), raised);
	}

	#[test]
	fn is_never_below_what_was_measured() {
		// GIVEN a cost that grows faster than any line
		let results = (1..=20)
			.map(|n| result(n, u128::from(n).pow(3), n * n))
			.collect();
		// WHEN lines are laid
		let reads = Line::through(&results, Quantity::Reads).expect("there are twenty points");
		let time = Line::through(&results, Quantity::Time).expect("there are twenty points");
		// THEN no point lies above
		for n in 1..=20_u32 {
			assert!(reads.at(&[n]) >= u64::from(n * n));
			assert!(time.at(&[n]) >= u64::from(n).pow(3) * 1_000);
		}
	}
}

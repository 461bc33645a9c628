//! Time to finality (benchmark B8): from a block being first seen to being seen final, on one node.

use crate::{interrupt, localnet::Network, table, Result};
use std::{
	collections::BTreeMap,
	time::{Duration, Instant},
};

/// How many blocks it is measured on.
const SAMPLES: usize = 30;
/// How often heads are looked at while it is measured.
const POLL: Duration = Duration::from_millis(25);
/// Slots are two seconds; so many blocks take no longer than this, or something is wrong.
const SAMPLING_LIMIT: Duration = Duration::from_secs(150);
/// The 99th percentile is at most this: two blocks and a second.
pub const P99_LIMIT: Duration = Duration::from_secs(5);

/// What was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finality {
	/// On how many blocks.
	pub blocks: usize,
	/// Half of them took no longer.
	pub p50: Duration,
	/// 99 in a hundred took no longer.
	pub p99: Duration,
}

impl Finality {
	fn of(mut times: Vec<Duration>) -> Result<Self> {
		times.sort_unstable();
		Ok(Self {
			blocks: times.len(),
			p50: percentile(&times, 50)?,
			p99: percentile(&times, 99)?,
		})
	}

	/// An error when it takes too long.
	pub fn check(&self) -> Result<()> {
		if self.p99 <= P99_LIMIT {
			return Ok(());
		}
		let (p99, limit) = (table::duration(self.p99), table::duration(P99_LIMIT));
		Err(format!("time to finality p99 is {p99}, over {limit}"))
	}
}

/// Measure it on the first node of `network`, and print it.
pub fn measure(network: &mut Network) -> Result<Finality> {
	println!("Measuring time to finality on {SAMPLES} blocks");
	let finality = Finality::of(sample(network)?)?;
	println!(
		"Time to finality: p50 {}, p99 {}, over {} blocks",
		table::duration(finality.p50),
		table::duration(finality.p99),
		finality.blocks
	);
	Ok(finality)
}

fn sample(network: &mut Network) -> Result<Vec<Duration>> {
	let first = network.nodes.first().ok_or("the network has no node")?;
	let endpoint = first.endpoint();
	let end = Instant::now() + SAMPLING_LIMIT;
	// When the block that is best now appeared is not known: only later ones are measured.
	let mut highest = endpoint.best()?;
	let mut open: BTreeMap<u64, Instant> = BTreeMap::new();
	let mut times = vec![];
	while times.len() < SAMPLES {
		if Instant::now() > end {
			return Err(format!(
				"only {} of {SAMPLES} blocks were final within {}",
				times.len(),
				table::duration(SAMPLING_LIMIT)
			));
		}
		network.check_alive()?;
		let best = endpoint.best()?;
		let now = Instant::now();
		open.extend((highest + 1..=best).map(|height| (height, now)));
		highest = highest.max(best);
		let finalized = endpoint.finalized()?;
		let now = Instant::now();
		let later = open.split_off(&(finalized + 1));
		times.extend(
			open.values()
				.map(|seen| now.saturating_duration_since(*seen)),
		);
		open = later;
		interrupt::sleep(POLL)?;
	}
	Ok(times)
}

/// The smallest of the `sorted` times that at least `percent` of them do not exceed.
fn percentile(sorted: &[Duration], percent: usize) -> Result<Duration> {
	let rank = (sorted.len() * percent).div_ceil(100).max(1);
	sorted
		.get(rank - 1)
		.copied()
		.ok_or_else(|| "nothing was measured".to_string())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_with_percentiles_of_few_and_many() {
		let times = |count: u64| (1..=count).map(Duration::from_millis).collect::<Vec<_>>();
		for (count, percent, millis) in [
			(1, 50, 1),
			(1, 99, 1),
			(4, 50, 2),
			(30, 99, 30),
			(100, 99, 99),
			(100, 50, 50),
		] {
			let found = percentile(&times(count), percent);
			assert_eq!(
				found,
				Ok(Duration::from_millis(millis)),
				"{percent} of {count}"
			);
		}
		assert_eq!(percentile(&[], 50), Err("nothing was measured".to_string()));
	}

	#[test]
	fn fails_when_it_takes_too_long() {
		let check = |millis| Finality::of(vec![Duration::from_millis(millis)])?.check();
		assert_eq!(check(5_000), Ok(()));
		assert_eq!(
			check(5_001),
			Err("time to finality p99 is 5.0 s, over 5.0 s".to_string())
		);
		assert!(Finality::of(vec![]).is_err());
	}
}

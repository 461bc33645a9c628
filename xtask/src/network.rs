//! The network test: four real validators, one asset's life, a power cut, clients.

use crate::{
	clients, demo, interrupt,
	localnet::{self, Network},
	rpc::Endpoint,
	table,
	workspace::Workspace,
	Result,
};
use std::{
	collections::BTreeMap,
	time::{Duration, Instant},
};

/// How many blocks time to finality is measured on.
const SAMPLES: usize = 30;
/// How often heads are looked at while it is measured.
const POLL: Duration = Duration::from_millis(25);
/// Slots are two seconds; so many blocks take no longer than this, or something is wrong.
const SAMPLING_LIMIT: Duration = Duration::from_secs(150);
/// The 99th percentile of time to finality: two blocks and a second.
const P99_LIMIT: Duration = Duration::from_secs(5);
/// How many blocks become final without the killed validator before it comes back.
const BLOCKS_WITHOUT: u64 = 3;
/// How many blocks become final after that, with it.
const BLOCKS_AFTER: u64 = 5;
/// All that within this time each.
const LIMIT: Duration = Duration::from_secs(90);

/// Run it all.
pub fn run(workspace: &Workspace) -> Result<()> {
	let mut network = localnet::start(workspace)?;
	let mut runner = demo::tell(workspace, &network)?;
	measure_finality(&endpoint(&network, 0)?)?;
	kill_and_restart(&mut network)?;
	clients::run(workspace, &runner.url, &demo::errand(&runner)?)?;
	demo::end(&mut runner)?;
	check_agreement(&network)
}

fn endpoint(network: &Network, index: usize) -> Result<Endpoint> {
	let node = network
		.nodes
		.get(index)
		.ok_or("the network has too few nodes")?;
	Ok(node.endpoint())
}

/// From a block being first seen to being seen final, on one node.
fn measure_finality(endpoint: &Endpoint) -> Result<()> {
	println!("Measuring time to finality on {SAMPLES} blocks");
	let mut times = sample(endpoint)?;
	times.sort_unstable();
	let (p50, p99) = (percentile(&times, 50)?, percentile(&times, 99)?);
	println!(
		"Time to finality: p50 {}, p99 {}, over {} blocks",
		table::duration(p50),
		table::duration(p99),
		times.len()
	);
	if p99 > P99_LIMIT {
		let (p99, limit) = (table::duration(p99), table::duration(P99_LIMIT));
		return Err(format!("time to finality p99 is {p99}, over {limit}"));
	}
	Ok(())
}

fn sample(endpoint: &Endpoint) -> Result<Vec<Duration>> {
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

/// One validator loses power; the others go on; it comes back and catches up.
fn kill_and_restart(network: &mut Network) -> Result<()> {
	let last = network.nodes.len() - 1;
	let name = network.nodes[last].description.name.clone();
	let before = endpoint(network, 0)?.finalized()?;
	network.kill_node(last);
	println!("Killed {name} at block {before}");

	let others = network.nodes.len() - 1;
	for index in 0..others {
		let other = endpoint(network, index)?;
		let target = before + BLOCKS_WITHOUT;
		let reached = interrupt::until(LIMIT, POLL, || {
			Ok((other.finalized()? >= target).then_some(()))
		})?;
		if reached.is_none() {
			return Err(format!(
				"without {name} block {target} does not become final"
			));
		}
	}

	network.start_node(last)?;
	let started = Instant::now();
	network.wait_for_answers()?;
	network.wait_for_finality(before + BLOCKS_WITHOUT + BLOCKS_AFTER, LIMIT)?;
	println!(
		"Restarted {name}: caught up after {}",
		table::duration(started.elapsed())
	);
	check_agreement(network)
}

/// All nodes know the same block at the lowest final height.
fn check_agreement(network: &Network) -> Result<()> {
	let endpoints: Vec<Endpoint> = network.nodes.iter().map(|node| node.endpoint()).collect();
	let heights = endpoints
		.iter()
		.map(Endpoint::finalized)
		.collect::<Result<Vec<_>>>()?;
	let height = heights.into_iter().min().ok_or("the network has no node")?;
	let mut hashes = endpoints
		.iter()
		.map(|node| node.hash(height))
		.collect::<Result<Vec<_>>>()?;
	hashes.dedup();
	match hashes.as_slice() {
		[Some(hash)] => {
			println!("All validators agree on final block {height} ({hash})");
			Ok(())
		},
		_ => Err(format!(
			"the validators disagree on final block {height}: {hashes:?}"
		)),
	}
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
}

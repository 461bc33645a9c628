//! The network test: four real validators, one asset's life, a power cut, clients.

use crate::{
	clients, demo, finality, interrupt,
	localnet::{self, Network},
	outage,
	rpc::Endpoint,
	table,
	workspace::Workspace,
	Result,
};
use std::time::{Duration, Instant};

/// How often heads are looked at.
const POLL: Duration = Duration::from_millis(250);
/// How many blocks become final without the killed validator before it comes back.
const BLOCKS_WITHOUT: u64 = 3;
/// How many blocks become final after that, with it.
const BLOCKS_AFTER: u64 = 5;
/// All that within this time each.
const LIMIT: Duration = Duration::from_secs(90);

/// Run it all.
pub fn run(workspace: &Workspace) -> Result<()> {
	let mut network = localnet::start(workspace)?;
	let mut runner = demo::tell(workspace, &mut network)?;
	finality::measure(&mut network)?.check()?;
	kill_and_restart(&mut network)?;
	outage::run(&mut runner, &mut network)?;
	check_agreement(&network)?;
	warp_sync(&mut network)?;
	let url = runner.url.clone();
	clients::run(workspace, &mut network, &url, &demo::errand(&runner)?)?;
	demo::end(&mut runner, &mut network)?;
	check_agreement(&network)?;
	demo::report(&network)
}

fn endpoint(network: &Network, index: usize) -> Result<Endpoint> {
	let node = network
		.nodes
		.get(index)
		.ok_or("the network has too few nodes")?;
	Ok(node.endpoint())
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
			network.check_alive()?;
			Ok((other.finalized()? >= target).then_some(()))
		})?;
		if reached.is_none() {
			return Err(format!(
				"without {name} block {target} does not become final"
			));
		}
	}

	let missed = endpoint(network, 0)?.finalized()?;
	let started = Instant::now();
	network.start_node(last)?;
	network.wait_for_answers()?;
	network.wait_for_finality(missed, LIMIT)?;
	let took = table::duration(started.elapsed());
	println!("Restarted {name}: it has block {missed}, final meanwhile, after {took}");
	network.wait_for_finality(missed + BLOCKS_AFTER, LIMIT)?;
	check_agreement(network)
}

/// A new node takes the newest final state by proof instead of running every block.
fn warp_sync(network: &mut Network) -> Result<()> {
	let height = endpoint(network, 0)?.finalized()?;
	let started = Instant::now();
	network.join(
		"newcomer",
		&["--sync", "warp", "--no-telemetry", "--no-mdns"],
	)?;
	network.wait_for_finality(height, LIMIT)?;
	let took = table::duration(started.elapsed());
	let log = network.log(network.nodes.len() - 1)?;
	let proven = log.contains("Warp sync is complete") && log.contains("State sync is complete");
	if !proven {
		return Err("a node told to warp sync has run every block instead".to_string());
	}
	println!("A new node has warp synced to final block {height} after {took}");
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

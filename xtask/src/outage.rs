//! All nodes lose power at once and stay away past the end of a report: part of the network test.

use crate::{
	demo::{self, Chapter, Runner, Step},
	interrupt,
	localnet::Network,
	process, table, Result,
};
use std::{
	process::Command,
	time::{Duration, Instant},
};

/// The report that lapses meanwhile is good for so long: time enough for what is typed before.
const VALIDITY_SECONDS: u64 = 60;
/// How long all nodes stay away: past the end of that report, and longer than the gap from which on
/// a chain says that it stood still, which is a minute.
const OUTAGE: Duration = Duration::from_secs(80);
/// How long the first node is back alone, in which it builds no block.
const ALONE: Duration = Duration::from_secs(4);
/// How often nodes are asked.
const POLL: Duration = Duration::from_millis(250);
/// A node answers, and the chain goes on, within this.
const LIMIT: Duration = Duration::from_secs(90);
/// The order that waits when the chain goes on is in one of its first blocks.
const FIRST_BLOCKS: u64 = 5;

/// Cut the power and turn it on again.
///
/// Before anything is built after the outage, a mint waits at a node: the first blocks must refuse it,
/// for the report has lapsed. Every node then says so, transfers go on, and the deadline of a
/// redemption is put off by the outage.
pub fn run(runner: &mut Runner, network: &mut Network) -> Result<()> {
	demo::run_chapter(runner, network, &before())?;
	let due = due(runner, network)?;
	let last = network.nodes[0].endpoint().best()?;
	let stopped = Instant::now();
	for index in 0..network.nodes.len() {
		network.kill_node(index);
	}
	println!("Killed all nodes at block {last}");
	interrupt::until(OUTAGE, POLL, || Ok(None::<()>))?;
	restart(runner, network)?;
	let decided = network.nodes[0].endpoint().best()?;
	if decided > last + FIRST_BLOCKS {
		return Err(format!(
			"the mint that waited was decided in block {decided} or before, {} blocks after the last",
			decided - last
		));
	}
	network.wait_for_answers()?;
	network.wait_for_finality(decided, LIMIT)?;
	let away = stopped.elapsed();
	for index in 0..network.nodes.len() {
		let chapter = on_node(index, &network.nodes[index].description.name);
		let url = network.nodes[index].endpoint().websocket();
		demo::run_chapter(&mut runner.at(url), network, &chapter)?;
	}
	let put_off = self::due(runner, network)?.saturating_sub(due);
	if put_off < OUTAGE.as_secs() || put_off > away.as_secs() {
		return Err(format!(
			"the deadline was put off by {put_off} s; the nodes were away for {} s at least and {} s at most",
			OUTAGE.as_secs(),
			away.as_secs()
		));
	}
	println!(
		"After {} without power the mint was refused by block {decided}, the deadline put off by {put_off} s",
		table::duration(OUTAGE)
	);
	demo::run_chapter(runner, network, &after())
}

/// One node comes back and takes a mint into its pool; the others come back then.
fn restart(runner: &mut Runner, network: &mut Network) -> Result<()> {
	network.start_node(0)?;
	let first = network.nodes[0].endpoint();
	let answers = interrupt::until(LIMIT, POLL, || {
		network.check_alive()?;
		Ok(first.health().ok())
	})?;
	answers.ok_or("the first node does not come back")?;
	let back = Instant::now();
	let mut others = 1..network.nodes.len();
	let waiting = Step::new(
		"A mint that waits while the network comes back is refused by its first blocks",
		"mint issue HBG //Dora 0.000001 --as //Minter",
	)
	.refused("Issuance::MintingShut");
	runner.run(&waiting, &mut || {
		if back.elapsed() >= ALONE {
			others.try_for_each(|index| network.start_node(index))?;
		}
		network.check_alive()
	})
}

/// Last moment for the issuer's answer, in seconds since 1970.
fn due(runner: &mut Runner, network: &mut Network) -> Result<u64> {
	let step = Step::new(
		"The deadline of the redemption",
		"redeem show {interrupted}",
	)
	.keep("due", "/due");
	runner.run(&step, &mut || network.check_alive())?;
	let due = runner.kept.get("due").ok_or("the step keeps it")?;
	let seconds = process::stdout(Command::new("date").args(["-u", "-d", due, "+%s"]))?;
	seconds
		.trim()
		.parse()
		.map_err(|error| format!("`{due}` is no date: {error}"))
}

fn before() -> Chapter {
	Chapter {
		title: "What happens when all nodes lose power",
		steps: vec![
			Step::new(
				"A holder redeems",
				"redeem request HBG 10 --delivery delivery.md --as //Emil",
			)
			.keep("interrupted", "/redemption"),
			Step::new(
				"The custodian in London reports anew, for a minute only",
				&format!(
					"attest send custodian-london.json --valid-until +{VALIDITY_SECONDS}s --as //London"
				),
			),
			Step::new(
				"The auditor confirms it",
				"attest send auditor-london.json --as //Auditor",
			),
			Step::new("The asset is backed", "reserve status HBG").fact("/status", "Backed"),
			Step::new(
				"What rounding has left can be minted",
				"mint issue HBG //Dora 0.000001 --as //Minter",
			)
			.fact("/receivers", 1),
		],
	}
}

fn on_node(index: usize, name: &str) -> Chapter {
	let receiver = ["//Emil", "//Flora"][index % 2];
	Chapter {
		title: "After the outage, by one node after the other",
		steps: vec![
			Step::new(
				&format!("{name} knows that the report has lapsed"),
				"reserve breakdown HBG",
			)
			.fact("/vaults/1/state", "Lapsed"),
			Step::new(
				&format!("{name} refuses the mint"),
				"mint issue HBG //Dora 0.000001 --as //Minter",
			)
			.refused("Issuance::MintingShut"),
			Step::new(
				&format!("{name} lets a transfer pass"),
				&format!("transfer HBG {receiver} 1 --as //Dora"),
			)
			.fact("/transferred", "1 HBG"),
		],
	}
}

fn after() -> Chapter {
	Chapter {
		title: "And then",
		steps: vec![Step::new(
			"The holder takes its redemption back",
			"redeem cancel {interrupted} --as //Emil",
		)],
	}
}

//! `cargo xtask localnet`: four validators on this machine, described in `zombienet/local.toml`.

mod description;
mod net;

pub use description::Description;
pub use net::{free_ports, Network};

use crate::{build, interrupt, setup, table, workspace::Workspace, Result};
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What to do with the local network.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Build the node, start the validators and wait until blocks are final
	Up(UpOptions),
	/// Ask every validator how it is
	Status,
	/// End the validators
	Down,
}

/// How to start the local network.
#[derive(Debug, Args)]
pub struct UpOptions {
	/// Return once it is up, and leave it running until `cargo xtask localnet down`
	#[arg(long)]
	detach: bool,
}

/// Do `command`.
pub fn run(workspace: &Workspace, command: &Command) -> Result<()> {
	match command {
		Command::Up(options) => up(workspace, options),
		Command::Status => status(workspace),
		Command::Down => down(workspace),
	}
}

/// The description that everything on this machine uses.
pub fn description(workspace: &Workspace) -> Result<Description> {
	Description::read(&workspace.root.join("zombienet/local.toml"))
}

/// Where the nodes keep their data and logs: a folder of its own name, so that what is emptied
/// before a start is never one that somebody else put files into.
pub fn folder(workspace: &Workspace) -> PathBuf {
	let parent = std::env::var_os("ASSAY_LOCALNET_DIR").filter(|parent| !parent.is_empty());
	let parent = parent.map_or_else(|| workspace.target.clone(), PathBuf::from);
	let folder = parent.join("assay-localnet");
	std::path::absolute(&folder).unwrap_or(folder)
}

/// Start the network of the description with the node that was just built.
pub fn start(workspace: &Workspace) -> Result<Network> {
	let description = description(workspace)?;
	let program = workspace.binary(&description.command);
	if !program.exists() {
		return Err(format!(
			"there is no {}; run `cargo xtask localnet up`",
			program.display()
		));
	}
	let folder = folder(workspace);
	println!(
		"Starting {} validators; their data and logs are in {}",
		description.nodes.len(),
		folder.display()
	);
	let network = Network::start(&description, &program, &folder)?;
	println!("The network is up and blocks are final");
	Ok(network)
}

/// Where clients find the nodes.
pub fn print_endpoints(workspace: &Workspace) -> Result<()> {
	let rows: Vec<[String; 4]> = description(workspace)?
		.nodes
		.iter()
		.map(|node| {
			[
				node.name.clone(),
				node.endpoint().websocket(),
				format!("http://127.0.0.1:{}/metrics", node.prometheus_port),
				format!("127.0.0.1:{}", node.p2p_port),
			]
		})
		.collect();
	print!(
		"{}",
		table::table(["node", "JSON-RPC", "metrics", "p2p"], &rows)
	);
	Ok(())
}

fn up(workspace: &Workspace, options: &UpOptions) -> Result<()> {
	setup::run(workspace)?;
	build::programs(workspace)?;
	let mut network = start(workspace)?;
	print_endpoints(workspace)?;
	if options.detach {
		network.leave();
		println!("End it with `cargo xtask localnet down`");
	} else {
		println!("Ctrl-C ends it");
		interrupt::wait(&mut || network.check_alive())?;
		println!("Ending the validators");
	}
	Ok(())
}

fn status(workspace: &Workspace) -> Result<()> {
	let running = net::running_nodes(&folder(workspace));
	let mut rows = vec![];
	let mut silent = 0;
	for node in &description(workspace)?.nodes {
		let endpoint = node.endpoint();
		let id = running
			.iter()
			.find(|(name, _)| *name == node.name)
			.map(|(_, id)| *id);
		let memory = id
			.and_then(|id| net::peak_memory_mib(id).ok())
			.map_or("–".to_string(), |mib| format!("{mib} MiB"));
		let answers = endpoint
			.health()
			.and_then(|health| Ok((health, endpoint.best()?, endpoint.finalized()?)));
		rows.push(match answers {
			Ok((health, best, finalized)) => [
				node.name.clone(),
				if health.is_syncing {
					"catching up"
				} else {
					"up"
				}
				.to_string(),
				health.peers.to_string(),
				best.to_string(),
				finalized.to_string(),
				memory,
			],
			Err(_) => {
				silent += 1;
				let none = || "–".to_string();
				[
					node.name.clone(),
					"no answer".to_string(),
					none(),
					none(),
					none(),
					memory,
				]
			},
		});
	}
	let head = ["node", "state", "peers", "best", "final", "peak memory"];
	print!("{}", table::table(head, &rows));
	if silent == 0 {
		Ok(())
	} else {
		Err(format!(
			"{silent} of {} validators do not answer; start them with `cargo xtask localnet up`",
			rows.len()
		))
	}
}

fn down(workspace: &Workspace) -> Result<()> {
	let ended = net::end_running(&folder(workspace))?;
	if ended.is_empty() {
		println!("No local network was running");
	} else {
		println!("Ended {}", ended.join(", "));
	}
	Ok(())
}

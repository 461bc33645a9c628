//! `cargo xtask demo`: the life of one asset, told in plain words, on four validators.

mod life;
mod step;

pub use life::council;
pub use step::{Runner, Step};

use crate::{
	build,
	clients::Errand,
	interrupt,
	localnet::{self, Network},
	setup,
	table::{self, table},
	workspace::Workspace,
	Result,
};
use clap::Args;
use std::time::Instant;
use step::Kept;

/// No node may have used more memory than this after the story, in MiB.
const MEMORY_LIMIT_MIB: u64 = 300;

/// Steps that belong together.
pub struct Chapter {
	/// What they are about.
	pub title: &'static str,
	/// In their order.
	pub steps: Vec<Step>,
}

/// How to show the demo.
#[derive(Debug, Args)]
pub struct Options {
	/// End the network after the story instead of keeping it up until Ctrl-C
	#[arg(long)]
	exit: bool,
}

/// Build, start the network, tell the story, show what it led to.
pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
	let started = Instant::now();
	setup::run(workspace)?;
	build::programs(workspace)?;
	let mut network = localnet::start(workspace)?;
	let mut runner = tell(workspace, &mut network)?;
	end(&mut runner, &mut network)?;
	run_chapter(&mut runner, &mut network, &life::closing())?;
	report(&network)?;
	println!("Done in {}", table::duration(started.elapsed()));
	if !options.exit {
		println!("The network stays up; Ctrl-C ends it");
		localnet::print_endpoints(workspace)?;
		interrupt::wait(&mut || network.check_alive())?;
	}
	println!("Ending the validators");
	Ok(())
}

/// Tell the life of the asset on `network` up to its end, so that others can still use it; every
/// step and every refusal is checked.
pub fn tell(workspace: &Workspace, network: &mut Network) -> Result<Runner> {
	let mut runner = runner(workspace, network)?;
	for chapter in life::chapters() {
		run_chapter(&mut runner, network, &chapter)?;
	}
	Ok(runner)
}

/// Tell it up to the asset, which has no reserve yet.
pub fn found(workspace: &Workspace, network: &mut Network) -> Result<Runner> {
	let mut runner = runner(workspace, network)?;
	for chapter in life::foundation() {
		run_chapter(&mut runner, network, &chapter)?;
	}
	Ok(runner)
}

/// Runs steps against the first node.
fn runner(workspace: &Workspace, network: &Network) -> Result<Runner> {
	let first = network.nodes.first().ok_or("the network has no node")?;
	Ok(Runner {
		program: workspace.binary("assay"),
		url: first.endpoint().websocket(),
		folder: workspace.root.join("docs/examples/gold"),
		kept: Kept::new(),
	})
}

/// Tell how it ends.
pub fn end(runner: &mut Runner, network: &mut Network) -> Result<()> {
	run_chapter(runner, network, &life::ending())
}

/// What an unmodified client can do before the end.
pub fn errand(runner: &Runner) -> Result<Errand> {
	life::errand(&runner.kept)
}

/// Run a chapter's steps, each of which must come out as expected.
pub fn run_chapter(runner: &mut Runner, network: &mut Network, chapter: &Chapter) -> Result<()> {
	println!("{}", chapter.title);
	for step in &chapter.steps {
		interrupt::check()?;
		runner.run(step, &mut || network.check_alive())?;
	}
	Ok(())
}

/// What the story led to, node by node: heights and memory, of which none may use too much.
pub fn report(network: &Network) -> Result<()> {
	let mut rows = vec![];
	let mut over = vec![];
	for (node, (name, peak)) in network.nodes.iter().zip(network.peak_memory()?) {
		let endpoint = node.endpoint();
		rows.push([
			name.clone(),
			endpoint.best()?.to_string(),
			endpoint.finalized()?.to_string(),
			format!("{peak} MiB"),
		]);
		if peak >= MEMORY_LIMIT_MIB {
			over.push(name);
		}
	}
	print!("{}", table(["node", "best", "final", "peak memory"], &rows));
	if over.is_empty() {
		Ok(())
	} else {
		Err(format!(
			"{} used {MEMORY_LIMIT_MIB} MiB of memory or more",
			over.join(", ")
		))
	}
}

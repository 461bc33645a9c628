//! A bar list of ten thousand lines, registered through the command line, with a break in the middle.

use super::Figure;
use crate::{
	build,
	demo::{self, Chapter, Runner, Step},
	localnet::{self, Network},
	process, table,
	workspace::Workspace,
	Result,
};
use serde_json::{json, Value};
use std::{
	fmt::Write,
	fs,
	path::Path,
	process::Command,
	time::{Duration, Instant},
};

const LOTS: usize = 10_000;
/// A bar of 400.000 ounces gross and an assay of 995.0.
const GROSS: usize = 400_000;
const FINE: usize = 398_000;
/// The command line is killed when so many blocks have been built since it began.
const BLOCKS_BEFORE_THE_BREAK: u64 = 40;
/// What the first run says when it is killed.
const BREAK: &str = "the break in the middle";
/// Registering takes no longer than this.
const LIMIT: Duration = Duration::from_secs(900);
/// And, without the break, no longer than this, or it misses the bar.
const BAR: Duration = Duration::from_secs(600);

/// Register the list.
pub fn register(workspace: &Workspace) -> Result<Figure> {
	build::programs(workspace)?;
	let mut network = localnet::start(workspace)?;
	let mut runner = demo::found(workspace, &mut network)?;
	demo::run_chapter(&mut runner, &mut network, &vault())?;
	let list = workspace.target.join("ten-thousand-bars.csv");
	fs::write(&list, bars())
		.map_err(|error| format!("cannot write {}: {error}", list.display()))?;
	let before = Standing::find(&mut runner, &mut network)?;
	let started = Instant::now();
	interrupted(&runner, &mut network, &list)?;
	let answer = ended(&runner, &mut network, &list)?;
	let took = started.elapsed();
	let after = Standing::find(&mut runner, &mut network)?;
	let number = |name: &str| answer[name].as_u64().unwrap_or_default();
	let (fresh, known) = (number("registered"), number("were_known"));
	let compared = compared(&runner, &mut network, &list)?;
	let growth = after.state.saturating_sub(before.state);
	Ok(Figure {
		name: "LOTS",
		what: "a list of 10,000 bars through the command line on four validators, which was killed in \
		       the middle and run again",
		figure: format!(
			"{}, {known} before the break and {fresh} after it, {compared} as registered; {:.2} ASY of \
			 fees and {:.2} of deposits; the state's values grew by {growth} bytes, {} a lot",
			table::duration(took),
			before.all() - after.all(),
			after.held - before.held,
			growth / LOTS as u64
		),
		bar: format!(
			"each once, some of them before the break; {} at most",
			table::duration(BAR)
		),
		passed: known > 0
			&& fresh > 0
			&& fresh + known == LOTS as u64
			&& compared == LOTS as u64
			&& took <= BAR,
	})
}

fn vault() -> Chapter {
	Chapter {
		title: "A vault for ten thousand bars",
		steps: vec![
			demo::council(
				"The council grants the custodian ASY for the deposits",
				"fees grant 5000 //Zurich",
			),
			Step::new(
				"It opens its vault",
				"vault open ZRH-1 --country 756 --as //Zurich",
			),
		],
	}
}

/// The list, with the total that every list ends in.
fn bars() -> String {
	let mut list = "serial,refiner,gross_oz,assay,fine_oz,vault\n".to_string();
	let ounces = |thousandths: usize| format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
	for number in 1..=LOTS {
		// Writing to a string does not fail.
		let _ = writeln!(
			list,
			"B{number:06},NORDAU,{},995.0,{},ZRH-1",
			ounces(GROSS),
			ounces(FINE)
		);
	}
	let (gross, fine) = (ounces(GROSS * LOTS), ounces(FINE * LOTS));
	let _ = writeln!(list, "TOTAL,,{gross},,{fine},");
	list
}

fn assay(runner: &Runner, words: &[&str], list: &Path) -> Command {
	let mut command = Command::new(&runner.program);
	command
		.args(["--url", &runner.url, "--output", "json"])
		.args(words)
		.arg(list)
		.current_dir(&runner.folder);
	command
}

const REGISTER: [&str; 6] = ["lot", "register", "--as", "//Zurich", "HBG", "ZRH-1"];

/// The first run, which is killed.
fn interrupted(runner: &Runner, network: &mut Network, list: &Path) -> Result<()> {
	println!("Registering {LOTS} bars");
	let node = network.nodes[0].endpoint();
	let until = node.best()? + BLOCKS_BEFORE_THE_BREAK;
	let mut command = assay(runner, &REGISTER, list);
	let run = process::output(&mut command, "", LIMIT, &mut || {
		network.check_alive()?;
		match node.best()? >= until {
			true => Err(BREAK.to_string()),
			false => Ok(()),
		}
	});
	match run {
		Err(error) if error == BREAK => {
			println!("Killed the command line; once more");
			Ok(())
		},
		Err(error) => Err(error),
		Ok(output) => Err(format!(
			"registering was over before the break: {}{}",
			output.stdout, output.stderr
		)),
	}
}

/// The second run, which goes on where the first was.
fn ended(runner: &Runner, network: &mut Network, list: &Path) -> Result<Value> {
	answer(&mut assay(runner, &REGISTER, list), network)
}

/// How many bars of the list are in the register as the list has them.
fn compared(runner: &Runner, network: &mut Network, list: &Path) -> Result<u64> {
	let answer = answer(&mut assay(runner, &["lot", "check", "HBG"], list), network)?;
	Ok(answer["as_registered"].as_u64().unwrap_or_default())
}

fn answer(command: &mut Command, network: &mut Network) -> Result<Value> {
	let output = process::output(command, "", LIMIT, &mut || network.check_alive())?;
	match output.code {
		0 => serde_json::from_str(&output.stdout).map_err(|error| format!("no answer: {error}")),
		code => Err(format!(
			"`{}` failed with exit code {code}: {}",
			process::line(command),
			output.stderr
		)),
	}
}

/// What the custodian has, and how large the state is.
struct Standing {
	/// ASY.
	free: f64,
	/// ASY held for deposits.
	held: f64,
	/// Bytes of all values.
	state: u64,
}

impl Standing {
	fn find(runner: &mut Runner, network: &mut Network) -> Result<Self> {
		let step = Step::new("What the custodian has", "fees show //Zurich")
			.keep("free", "/free")
			.keep("held", "/held_for_deposits");
		runner.run(&step, &mut || network.check_alive())?;
		let state = network.nodes[0]
			.endpoint()
			.call("state_getStorageSize", json!(["0x"]))?;
		Ok(Self {
			free: asy(runner, "free")?,
			held: asy(runner, "held")?,
			state: state
				.as_u64()
				.ok_or("the node does not say how large its state is")?,
		})
	}

	fn all(&self) -> f64 {
		self.free + self.held
	}
}

/// What was kept under `name`, as in `12.5 ASY`.
fn asy(runner: &Runner, name: &str) -> Result<f64> {
	let text = runner.kept.get(name).map_or("", String::as_str);
	text.strip_suffix(" ASY")
		.and_then(|amount| amount.replace('_', "").parse().ok())
		.ok_or_else(|| format!("`{text}` is no amount of ASY"))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_to_write_a_list_whose_sums_hold() {
		let list = bars();
		let lines: Vec<&str> = list.lines().collect();
		assert_eq!(lines.len(), LOTS + 2);
		assert_eq!(lines[1], "B000001,NORDAU,400.000,995.0,398.000,ZRH-1");
		assert_eq!(lines.last(), Some(&"TOTAL,,4000000.000,,3980000.000,"));
	}
}

//! Starts the nodes of a description and ends them.

use super::description::{Description, NodeDescription};
use crate::{
	interrupt,
	process::{self, Running},
	rpc::Endpoint,
	setup, Result,
};
use serde_json::{json, Value};
use std::{
	fs::{self, File},
	io::Write,
	net::{Ipv4Addr, TcpListener},
	path::{Path, PathBuf},
	process::{Command, Stdio},
	time::Duration,
};

/// A node answers within this time, or something is wrong. It first compiles the runtime, and all of
/// them do so at once.
const ANSWER_LIMIT: Duration = Duration::from_secs(180);
/// The first block is final within this time, or something is wrong.
const FINALITY_LIMIT: Duration = Duration::from_secs(120);
/// How long a node may take to close its database.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often a node is asked while we wait.
const PAUSE: Duration = Duration::from_millis(250);
/// Room that blocks and logs need, in GiB.
const DISK_GIB: u64 = 2;
/// The list of running nodes, in the network's folder.
const RECORD: &str = "running.json";
/// Marks a folder as ours: only such a folder is ever emptied.
const MARKER: &str = ".assay-localnet";

/// A node of a running network.
pub struct Node {
	/// What the description says.
	pub description: NodeDescription,
	log: PathBuf,
	command: Vec<String>,
	running: Option<Running>,
}

/// A running network; ended when dropped.
pub struct Network {
	/// The nodes, in the order of the description.
	pub nodes: Vec<Node>,
	program: PathBuf,
	folder: PathBuf,
	chain: PathBuf,
	peers: Vec<String>,
}

impl Node {
	/// Its JSON-RPC server.
	pub fn endpoint(&self) -> Endpoint {
		self.description.endpoint()
	}

	/// The most memory it has used so far, in MiB.
	pub fn peak_memory_mib(&self) -> Result<u64> {
		let id = self
			.running
			.as_ref()
			.map(Running::id)
			.ok_or("the node is not running")?;
		peak_memory_mib(id)
	}

	/// An error when it has ended by itself.
	fn check_alive(&mut self) -> Result<()> {
		let Some(running) = self.running.as_mut() else {
			return Ok(());
		};
		match running.has_ended()? {
			None => Ok(()),
			Some(code) => Err(format!(
				"{} ended with exit code {code}: {} (all of it in {})",
				self.description.name,
				last_words(&self.log),
				self.log.display()
			)),
		}
	}
}

impl Network {
	/// Start all nodes of `description` on an empty chain in `folder`, and wait until blocks are
	/// final.
	pub fn start(description: &Description, program: &Path, folder: &Path) -> Result<Self> {
		if !running_nodes(folder).is_empty() {
			return Err(
				"a local network is up already; end it with `cargo xtask localnet down`"
					.to_string(),
			);
		}
		check_ports(description)?;
		clear(folder)?;
		let chain = export_chain(program, &description.chain, folder)?;
		let peers = description
			.nodes
			.iter()
			.map(|node| peer_address(program, node))
			.collect::<Result<Vec<_>>>()?;
		let mut network = Self {
			nodes: vec![],
			program: program.to_path_buf(),
			folder: folder.to_path_buf(),
			chain,
			peers,
		};
		for (index, node) in description.nodes.iter().enumerate() {
			let others = network.peers.iter().enumerate();
			let others: Vec<String> = others
				.filter(|(other, _)| *other != index)
				.map(|(_, address)| address.clone())
				.collect();
			let mut command = vec![format!("--{}", node.name)];
			command.extend(command_line(node, folder, &network.chain, &others)?);
			command.extend(description.arguments.iter().cloned());
			network.add(node.clone(), command)?;
		}
		network.wait_for_answers()?;
		network.wait_for_finality(1, FINALITY_LIMIT)?;
		Ok(network)
	}

	/// Start one more node, which validates nothing, and wait until it answers.
	pub fn join(&mut self, name: &str, arguments: &[&str]) -> Result<()> {
		let [p2p_port, rpc_port, prometheus_port] = free_ports()?;
		let node = NodeDescription {
			name: name.to_string(),
			p2p_port,
			rpc_port,
			prometheus_port,
		};
		let mut command = command_line(&node, &self.folder, &self.chain, &self.peers)?;
		command.extend(arguments.iter().map(|word| word.to_string()));
		self.add(node, command)?;
		self.wait_for_answers()
	}

	fn add(&mut self, description: NodeDescription, command: Vec<String>) -> Result<()> {
		self.nodes.push(Node {
			log: self.folder.join(format!("{}.log", description.name)),
			description,
			command,
			running: None,
		});
		self.start_node(self.nodes.len() - 1)
	}

	/// Start the node at `index`, again or for the first time.
	pub fn start_node(&mut self, index: usize) -> Result<()> {
		let node = &mut self.nodes[index];
		let log = File::options()
			.create(true)
			.append(true)
			.open(&node.log)
			.map_err(|error| format!("cannot write {}: {error}", node.log.display()))?;
		let errors = log
			.try_clone()
			.map_err(|error| format!("cannot write {}: {error}", node.log.display()))?;
		let mut command = Command::new(&self.program);
		command
			.args(&node.command)
			// Several nodes share this machine: without it glibc's heaps, one a thread, take 50 MiB each.
			.env("MALLOC_ARENA_MAX", "1")
			.stdin(Stdio::null())
			.stdout(log)
			.stderr(errors);
		node.running = Some(Running::start(&mut command)?);
		self.record()
	}

	/// End the node at `index` without warning.
	pub fn kill_node(&mut self, index: usize) {
		if let Some(mut running) = self.nodes[index].running.take() {
			running.kill();
		}
	}

	/// Wait until every node answers.
	pub fn wait_for_answers(&mut self) -> Result<()> {
		for index in 0..self.nodes.len() {
			let answer = interrupt::until(ANSWER_LIMIT, PAUSE, || {
				self.check_alive()?;
				Ok(self.nodes[index].endpoint().health().ok())
			})?;
			if answer.is_none() {
				let node = &self.nodes[index];
				return Err(format!(
					"{} does not answer on port {} after {} seconds; its log is {}",
					node.description.name,
					node.description.rpc_port,
					ANSWER_LIMIT.as_secs(),
					node.log.display()
				));
			}
		}
		Ok(())
	}

	/// Wait until block `height` is final on every node.
	pub fn wait_for_finality(&mut self, height: u64, limit: Duration) -> Result<()> {
		for index in 0..self.nodes.len() {
			let mut last = 0;
			let reached = interrupt::until(limit, PAUSE, || {
				self.check_alive()?;
				last = self.nodes[index].endpoint().finalized().unwrap_or(last);
				Ok((last >= height).then_some(()))
			})?;
			if reached.is_none() {
				let node = &self.nodes[index];
				return Err(format!(
					"on {} block {height} is not final after {} seconds, only {last}; its log is {}",
					node.description.name,
					limit.as_secs(),
					node.log.display()
				));
			}
		}
		Ok(())
	}

	/// What the node at `index` has logged so far.
	pub fn log(&self, index: usize) -> Result<String> {
		let log = &self.nodes[index].log;
		fs::read_to_string(log).map_err(|error| format!("cannot read {}: {error}", log.display()))
	}

	/// An error when a node has ended by itself.
	pub fn check_alive(&mut self) -> Result<()> {
		self.nodes.iter_mut().try_for_each(Node::check_alive)
	}

	/// The most memory that each node has used so far, in MiB.
	pub fn peak_memory(&self) -> Result<Vec<(String, u64)>> {
		self.nodes
			.iter()
			.map(|node| Ok((node.description.name.clone(), node.peak_memory_mib()?)))
			.collect()
	}

	/// Let the nodes live on after us; `cargo xtask localnet down` ends them.
	pub fn leave(mut self) {
		for node in &mut self.nodes {
			if let Some(running) = node.running.take() {
				running.leave();
			}
		}
		// Nothing is left to end, and the record must stay for whoever ends the nodes.
		self.nodes.clear();
	}

	/// Write down which nodes run, so that others find and can end them.
	fn record(&self) -> Result<()> {
		let running = self.nodes.iter().filter_map(|node| {
			let id = node.running.as_ref()?.id();
			Some(json!({"name": node.description.name, "process": id}))
		});
		let path = self.folder.join(RECORD);
		let text = Value::Array(running.collect()).to_string();
		File::create(&path)
			.and_then(|mut file| file.write_all(text.as_bytes()))
			.map_err(|error| format!("cannot write {}: {error}", path.display()))
	}
}

impl Drop for Network {
	fn drop(&mut self) {
		if self.nodes.is_empty() {
			return;
		}
		// All of them first, so that they close their databases at the same time.
		for node in &self.nodes {
			if let Some(running) = &node.running {
				process::signal(running.id(), "TERM");
			}
		}
		for node in &mut self.nodes {
			if let Some(mut running) = node.running.take() {
				running.end(PATIENCE);
			}
		}
		let _ = fs::remove_file(self.folder.join(RECORD));
	}
}

/// The nodes that the record in `folder` names and that still run: name and process id.
pub fn running_nodes(folder: &Path) -> Vec<(String, u32)> {
	let Ok(text) = fs::read_to_string(folder.join(RECORD)) else {
		return vec![];
	};
	let record: Value = serde_json::from_str(&text).unwrap_or_default();
	let nodes = record.as_array().cloned().unwrap_or_default();
	nodes
		.iter()
		.filter_map(|node| {
			let id = u32::try_from(node["process"].as_u64()?).ok()?;
			Some((node["name"].as_str()?.to_string(), id))
		})
		.filter(|(name, id)| is_node(*id, &folder.join(name)))
		.collect()
}

/// Whether the process `id` is a node with the base path `path`, and not another program that got
/// the same id later.
fn is_node(id: u32, path: &Path) -> bool {
	let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
	let words = String::from_utf8_lossy(&line).into_owned();
	words.split('\0').any(|word| Path::new(word) == path)
}

/// End the nodes that the record in `folder` names, and return their names.
pub fn end_running(folder: &Path) -> Result<Vec<String>> {
	let nodes = running_nodes(folder);
	for (_, id) in &nodes {
		process::signal(*id, "TERM");
	}
	for (name, id) in &nodes {
		let gone = || Ok((!is_node(*id, &folder.join(name))).then_some(()));
		if interrupt::until(PATIENCE, PAUSE, gone)?.is_none() {
			process::signal(*id, "KILL");
		}
	}
	let _ = fs::remove_file(folder.join(RECORD));
	Ok(nodes.into_iter().map(|(name, _)| name).collect())
}

/// The most memory that the process `id` has used so far, in MiB.
pub fn peak_memory_mib(id: u32) -> Result<u64> {
	let path = format!("/proc/{id}/status");
	let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {path}: {error}"))?;
	text.lines()
		.find_map(|line| line.strip_prefix("VmHWM:"))
		.and_then(|rest| rest.split_whitespace().next())
		.and_then(|kib| kib.parse::<u64>().ok())
		.map(|kib| kib / 1024)
		.ok_or_else(|| format!("{path} does not say VmHWM"))
}

/// An empty folder: a chain is bound to its genesis, which changes with the runtime.
fn clear(folder: &Path) -> Result<()> {
	let failed = |error: std::io::Error| format!("cannot prepare {}: {error}", folder.display());
	fs::create_dir_all(folder).map_err(failed)?;
	let marker = folder.join(MARKER);
	let is_empty = fs::read_dir(folder).map_err(failed)?.next().is_none();
	if !is_empty && !marker.exists() {
		return Err(format!(
			"{} holds files that are not a local network's; move them away, or set \
			 ASSAY_LOCALNET_DIR to another folder",
			folder.display()
		));
	}
	fs::remove_dir_all(folder).map_err(failed)?;
	fs::create_dir_all(folder).map_err(failed)?;
	let note = "Data and logs of a local network; emptied when the next one starts.\n";
	fs::write(&marker, note).map_err(failed)?;
	let free = setup::free_gib(folder)?;
	if free < DISK_GIB {
		return Err(format!(
			"a local network needs {DISK_GIB} GiB, but {} has {free} GiB free; make room, or set \
			 ASSAY_LOCALNET_DIR to a folder on a larger disk",
			folder.display()
		));
	}
	Ok(())
}

fn check_ports(description: &Description) -> Result<()> {
	for node in &description.nodes {
		for (purpose, port) in node.ports() {
			if let Err(error) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
				return Err(format!(
					"port {port}, the {purpose} port of {}, cannot be used: {error}; end the \
					 program that uses it, or change the port in zombienet/local.toml",
					node.name
				));
			}
		}
	}
	Ok(())
}

fn command_line(
	node: &NodeDescription,
	folder: &Path,
	chain: &Path,
	others: &[String],
) -> Result<Vec<String>> {
	let mut words = vec![
		"--chain".to_string(),
		chain.display().to_string(),
		"--base-path".to_string(),
		folder.join(&node.name).display().to_string(),
		"--node-key".to_string(),
		node_key(&node.name)?,
		"--listen-addr".to_string(),
		format!("/ip4/127.0.0.1/tcp/{}", node.p2p_port),
		"--rpc-port".to_string(),
		node.rpc_port.to_string(),
		"--prometheus-port".to_string(),
		node.prometheus_port.to_string(),
	];
	for other in others {
		words.extend(["--bootnodes".to_string(), other.clone()]);
	}
	Ok(words)
}

/// Ports that nobody uses at the moment.
pub fn free_ports() -> Result<[u16; 3]> {
	let failed = |error: std::io::Error| format!("there is no free port: {error}");
	let bind = || TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(failed);
	// All are held before one is let go, so that they differ.
	let listeners = [bind()?, bind()?, bind()?];
	let mut ports = [0; 3];
	for (port, listener) in ports.iter_mut().zip(&listeners) {
		*port = listener.local_addr().map_err(failed)?.port();
	}
	Ok(ports)
}

/// Genesis as a file. Making it takes seconds, because the runtime does it: once is enough.
fn export_chain(program: &Path, chain: &str, folder: &Path) -> Result<PathBuf> {
	let path = folder.join("chain.json");
	let mut command = Command::new(program);
	command
		.args(["export-chain-spec", "--raw", "--chain", chain, "--output"])
		.arg(&path);
	process::stdout(&mut command)?;
	Ok(path)
}

/// The secret behind a node's peer id: the SHA-256 of its name, as zombienet makes it. Only for
/// networks on one machine.
fn node_key(name: &str) -> Result<String> {
	let text = process::answer(&mut Command::new("sha256sum"), name)?;
	match text.split_whitespace().next() {
		Some(key) if key.len() == 64 => Ok(key.to_string()),
		_ => Err(format!("sha256sum printed no hash: {text}")),
	}
}

fn peer_address(program: &Path, node: &NodeDescription) -> Result<String> {
	let key = node_key(&node.name)?;
	let mut command = Command::new(program);
	let id = process::answer(command.args(["key", "inspect-node-key"]), &key)?;
	Ok(format!(
		"/ip4/127.0.0.1/tcp/{}/p2p/{}",
		node.p2p_port,
		id.trim()
	))
}

/// The last line of a log that says anything.
fn last_words(log: &Path) -> String {
	let text = fs::read_to_string(log).unwrap_or_default();
	let line = text.lines().rev().find(|line| !line.trim().is_empty());
	line.unwrap_or("it says nothing").trim().to_string()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn description(ports: [u16; 3]) -> Description {
		let [p2p_port, rpc_port, prometheus_port] = ports;
		Description {
			chain: "local".to_string(),
			command: "assay-node".to_string(),
			arguments: vec!["--state-pruning=archive".to_string()],
			nodes: vec![NodeDescription {
				name: "alice".to_string(),
				p2p_port,
				rpc_port,
				prometheus_port,
			}],
		}
	}

	#[test]
	fn works_with_a_node_key_that_everybody_can_compute() {
		assert_eq!(
			node_key("alice"),
			Ok("2bd806c97f0e00af1a1fc3328fa763a9269723c8db8fac4f93af71db186d6e90".to_string())
		);
	}

	#[test]
	fn works_with_three_ports_that_are_free() {
		let ports = free_ports().expect("there are free ports");
		assert_eq!(check_ports(&description(ports)), Ok(()));
		assert!(ports[0] != ports[1] && ports[1] != ports[2] && ports[0] != ports[2]);
	}

	#[test]
	fn works_with_the_options_of_the_description() {
		let network = description([1, 2, 3]);
		let others = ["/ip4/127.0.0.1/tcp/4/p2p/X".to_string()];
		let (folder, chain) = (Path::new("/net"), Path::new("/net/chain.json"));
		let words = command_line(&network.nodes[0], folder, chain, &others)
			.expect("sha256sum is everywhere");
		let line = words.join(" ");
		assert!(line.starts_with("--chain /net/chain.json --base-path /net/alice --node-key "));
		assert!(line.ends_with(
			"--listen-addr /ip4/127.0.0.1/tcp/1 --rpc-port 2 --prometheus-port 3 \
			 --bootnodes /ip4/127.0.0.1/tcp/4/p2p/X"
		));
	}

	#[test]
	fn works_to_empty_a_folder_of_an_earlier_network() {
		let parent = tempfile::tempdir().expect("there is a disk");
		let folder = parent.path().join("a/net");
		assert_eq!(clear(&folder), Ok(()));
		fs::write(folder.join("old"), "").expect("the folder is ours");
		assert_eq!(clear(&folder), Ok(()));
		assert!(!folder.join("old").exists());
		assert!(folder.join(MARKER).exists());
	}

	#[test]
	fn fails_when_the_folder_holds_files_of_others() {
		let folder = tempfile::tempdir().expect("there is a disk");
		let file = folder.path().join("thesis.txt");
		fs::write(&file, "years of work").expect("the folder is ours");
		let error = clear(folder.path()).expect_err("it is no local network's");
		assert!(
			error.contains("holds files that are not a local network's"),
			"{error}"
		);
		assert!(file.exists());
	}

	#[test]
	fn fails_when_a_port_is_in_use() {
		let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
		let port = listener.local_addr().expect("it is bound").port();
		let error = check_ports(&description([port, 1, 1])).expect_err("the port is taken");
		assert!(error.starts_with(&format!(
			"port {port}, the p2p port of alice, cannot be used"
		)));
	}

	#[test]
	fn fails_when_a_node_ends_by_itself() {
		// GIVEN a program that gives up with a reason
		let folder = tempfile::tempdir().expect("there is a disk");
		let program = folder.path().join("node");
		process::tests::script(
			&program,
			"case $1 in key|export-chain-spec) echo ID;; *) echo no disk left >&2; exit 7;; esac",
		);

		// WHEN a network of it is started
		let network = description(free_ports().expect("there are free ports"));
		let home = folder.path().join("net");
		let Err(error) = Network::start(&network, &program, &home) else {
			panic!("it started")
		};

		// THEN the reason is told and nothing is left
		assert!(
			error.starts_with("alice ended with exit code 7: no disk left"),
			"{error}"
		);
		assert_eq!(running_nodes(&home), []);
		assert!(!home.join(RECORD).exists());
	}

	#[test]
	fn works_to_find_and_end_nodes_of_an_earlier_run() {
		// GIVEN a process of an earlier run with its base path among its words
		let folder = tempfile::tempdir().expect("there is a disk");
		let base = folder.path().join("alice");
		let mut command = Command::new("sh");
		command.args(["-c", "sleep 60; true", "sh"]).arg(&base);
		let running = Running::start(&mut command).expect("sh is everywhere");
		let id = running.id();
		let record = json!([{"name": "alice", "process": id}, {"name": "bob", "process": id}]);
		fs::write(folder.path().join(RECORD), record.to_string()).expect("the folder is ours");
		// The system shows a new process's words a moment after it started.
		let seen = || Ok(is_node(id, &base).then_some(()));
		assert_eq!(interrupt::until(PATIENCE, PAUSE, seen), Ok(Some(())));

		// WHEN it is looked for, THEN it is found; bob's number is another program's by now
		assert_eq!(running_nodes(folder.path()), [("alice".to_string(), id)]);
		assert!(peak_memory_mib(id).is_ok());

		// AND it can be ended; its own parent, the test, takes note of it
		let ending = std::thread::spawn(move || drop(running));
		assert_eq!(end_running(folder.path()), Ok(vec!["alice".to_string()]));
		ending.join().expect("it ends");
		assert_eq!(running_nodes(folder.path()), []);
	}
}

//! Reads a network description in zombienet's format: the same file drives zombienet and
//! `cargo xtask localnet`. What we do not understand is refused, not passed over.

use crate::{rpc::Endpoint, workspace::read_toml, Result};
use std::path::Path;
use toml::{Table, Value};

/// A node of the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeDescription {
	/// One of the well-known development names, in lower case.
	pub name: String,
	/// Where other nodes reach it.
	pub p2p_port: u16,
	/// Where clients reach it.
	pub rpc_port: u16,
	/// Where its metrics are.
	pub prometheus_port: u16,
}

/// A network on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
	/// What the nodes get as `--chain`.
	pub chain: String,
	/// The program that runs a node.
	pub command: String,
	/// Options for every node.
	pub arguments: Vec<String>,
	/// The nodes, all of them validators.
	pub nodes: Vec<NodeDescription>,
}

/// Names whose session keys the node knows by the option of the same name.
const KNOWN: [&str; 6] = ["alice", "bob", "charlie", "dave", "eve", "ferdie"];

impl NodeDescription {
	/// Its JSON-RPC server.
	pub fn endpoint(&self) -> Endpoint {
		Endpoint {
			port: self.rpc_port,
		}
	}

	/// Its ports, with what each is for.
	pub fn ports(&self) -> [(&'static str, u16); 3] {
		[
			("p2p", self.p2p_port),
			("JSON-RPC", self.rpc_port),
			("Prometheus", self.prometheus_port),
		]
	}
}

impl Description {
	/// Read the file at `path`.
	pub fn read(path: &Path) -> Result<Self> {
		Self::parse(&read_toml(path)?).map_err(|error| format!("{}: {error}", path.display()))
	}

	fn parse(file: &Table) -> Result<Self> {
		let chain = file
			.get("relaychain")
			.and_then(Value::as_table)
			.ok_or("there is no [relaychain], where the one chain belongs")?;
		only(
			chain,
			&["chain", "default_command", "default_args", "nodes"],
		)?;
		let nodes = chain
			.get("nodes")
			.and_then(Value::as_array)
			.ok_or("there are no [[relaychain.nodes]]")?
			.iter()
			.map(node)
			.collect::<Result<Vec<_>>>()?;
		if nodes.is_empty() {
			return Err("there are no [[relaychain.nodes]]".to_string());
		}
		let description = Self {
			chain: string(chain, "chain")?,
			command: string(chain, "default_command")?,
			arguments: strings(chain, "default_args")?,
			nodes,
		};
		description.check_unique()?;
		Ok(description)
	}

	fn check_unique(&self) -> Result<()> {
		let mut ports: Vec<u16> = self
			.nodes
			.iter()
			.flat_map(|node| node.ports().map(|(_, port)| port))
			.collect();
		ports.sort_unstable();
		if let Some(pair) = ports.windows(2).find(|pair| pair[0] == pair[1]) {
			return Err(format!("port {} is given twice", pair[0]));
		}
		let mut names: Vec<&str> = self.nodes.iter().map(|node| node.name.as_str()).collect();
		names.sort_unstable();
		match names.windows(2).find(|pair| pair[0] == pair[1]) {
			Some(pair) => Err(format!("there are two nodes named {}", pair[0])),
			None => Ok(()),
		}
	}
}

fn node(value: &Value) -> Result<NodeDescription> {
	let node = value.as_table().ok_or("a node is not a table")?;
	only(
		node,
		&[
			"name",
			"validator",
			"bootnode",
			"p2p_port",
			"rpc_port",
			"prometheus_port",
			"chain_spec_key_types",
			"keystore_key_types",
		],
	)?;
	let name = string(node, "name")?;
	if !KNOWN.contains(&name.as_str()) {
		return Err(format!("{name} is not one of {}", KNOWN.join(", ")));
	}
	if node.get("validator").and_then(Value::as_bool) != Some(true) {
		return Err(format!("{name} is not a validator"));
	}
	let port = |key: &str| {
		node.get(key)
			.and_then(Value::as_integer)
			.and_then(|port| u16::try_from(port).ok())
			.filter(|port| *port != 0)
			.ok_or_else(|| format!("{name} has no {key}"))
	};
	Ok(NodeDescription {
		p2p_port: port("p2p_port")?,
		rpc_port: port("rpc_port")?,
		prometheus_port: port("prometheus_port")?,
		name,
	})
}

fn only(table: &Table, known: &[&str]) -> Result<()> {
	match table.keys().find(|key| !known.contains(&key.as_str())) {
		Some(key) => Err(format!("`{key}` is not understood here")),
		None => Ok(()),
	}
}

fn string(table: &Table, key: &str) -> Result<String> {
	table
		.get(key)
		.and_then(Value::as_str)
		.map(str::to_string)
		.ok_or_else(|| format!("`{key}` is missing or is no text"))
}

fn strings(table: &Table, key: &str) -> Result<Vec<String>> {
	let Some(value) = table.get(key) else {
		return Ok(vec![]);
	};
	let text = |value: &Value| value.as_str().map(str::to_string);
	value
		.as_array()
		.and_then(|values| values.iter().map(text).collect())
		.ok_or_else(|| format!("`{key}` is no list of texts"))
}

#[cfg(test)]
mod tests {
	use super::*;

	const NETWORK: &str = r#"
		[settings]
		timeout = 9
		[relaychain]
		chain = "local"
		default_command = "assay-node"
		default_args = ["--state-pruning=archive"]
		[[relaychain.nodes]]
		name = "alice"
		validator = true
		p2p_port = 1
		rpc_port = 2
		prometheus_port = 3
		[[relaychain.nodes]]
		name = "bob"
		validator = true
		p2p_port = 4
		rpc_port = 5
		prometheus_port = 6
	"#;

	fn parse(text: &str) -> Result<Description> {
		Description::parse(&text.parse().expect("the test writes TOML"))
	}

	#[test]
	fn works_with_a_network() {
		let network = parse(NETWORK).expect("it is well formed");
		assert_eq!(network.chain, "local");
		assert_eq!(network.command, "assay-node");
		assert_eq!(network.arguments, ["--state-pruning=archive"]);
		assert_eq!(network.nodes.len(), 2);
		assert_eq!(
			network.nodes[1],
			NodeDescription {
				name: "bob".into(),
				p2p_port: 4,
				rpc_port: 5,
				prometheus_port: 6
			}
		);
	}

	#[test]
	fn works_with_the_files_of_the_project() {
		let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../zombienet");
		let network = Description::read(&folder.join("local.toml")).expect("it is well formed");
		let names: Vec<_> = network
			.nodes
			.iter()
			.map(|node| node.name.as_str())
			.collect();
		assert_eq!(names, ["alice", "bob", "charlie", "dave"]);
		assert_eq!(network.nodes[0].rpc_port, 9944);
	}

	#[test]
	fn fails_when_there_is_no_chain_or_no_node() {
		assert_eq!(
			parse("[settings]"),
			Err("there is no [relaychain], where the one chain belongs".to_string())
		);
		let (head, _) = NETWORK.split_once("[[").expect("there are nodes");
		assert_eq!(
			parse(head),
			Err("there are no [[relaychain.nodes]]".to_string())
		);
	}

	#[test]
	fn fails_when_something_is_missing_or_wrong() {
		for (from, to, error) in [
			("chain = \"local\"", "", "`chain` is missing or is no text"),
			("\"bob\"", "\"alice\"", "there are two nodes named alice"),
			(
				"\"bob\"",
				"\"mallory\"",
				"mallory is not one of alice, bob, charlie, dave, eve, ferdie",
			),
			("rpc_port = 5", "rpc_port = 70000", "bob has no rpc_port"),
			("rpc_port = 5", "rpc_port = 2", "port 2 is given twice"),
			(
				"rpc_port = 5",
				"rpc_port = 5\nws_port = 8",
				"`ws_port` is not understood here",
			),
			(
				"validator = true",
				"validator = false",
				"alice is not a validator",
			),
			(
				"[\"--state-pruning=archive\"]",
				"7",
				"`default_args` is no list of texts",
			),
		] {
			let text = NETWORK.replacen(from, to, 1);
			assert_eq!(parse(&text), Err(error.to_string()), "{text}");
		}
	}
}

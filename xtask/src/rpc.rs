//! Asking a node over JSON-RPC: HTTP/1.1 by hand over a plain socket on this machine, so that no
//! dependency is needed for a handful of questions.

use crate::Result;
use serde_json::{json, Value};
use std::{
	io::{BufRead, BufReader, Read, Write},
	net::{SocketAddr, TcpStream},
	time::Duration,
};

/// A node that does not answer within this time counts as not answering.
const TIMEOUT: Duration = Duration::from_secs(5);

/// A node on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endpoint {
	/// The port of its JSON-RPC server.
	pub port: u16,
}

/// What a node says about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Health {
	/// How many nodes it is connected to.
	pub peers: u64,
	/// Whether it is still catching up.
	pub is_syncing: bool,
}

impl Endpoint {
	/// Its address for clients that speak WebSocket.
	pub fn websocket(&self) -> String {
		format!("ws://127.0.0.1:{}", self.port)
	}

	/// Call `method`.
	pub fn call(&self, method: &str, parameters: Value) -> Result<Value> {
		let request = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": parameters});
		let mut answer = self
			.post(&request.to_string())
			.map_err(|error| format!("{method} on port {}: {error}", self.port))?;
		if let Some(error) = answer.get("error") {
			return Err(format!("{method} on port {}: {error}", self.port));
		}
		Ok(answer["result"].take())
	}

	/// Peers and whether it catches up.
	pub fn health(&self) -> Result<Health> {
		let health = self.call("system_health", json!([]))?;
		Ok(Health {
			peers: health["peers"].as_u64().unwrap_or_default(),
			is_syncing: health["isSyncing"].as_bool().unwrap_or(true),
		})
	}

	/// The height of the best block.
	pub fn best(&self) -> Result<u64> {
		number(&self.call("chain_getHeader", json!([]))?)
	}

	/// The height of the last final block.
	pub fn finalized(&self) -> Result<u64> {
		let hash = self.call("chain_getFinalizedHead", json!([]))?;
		number(&self.call("chain_getHeader", json!([hash]))?)
	}

	/// The hash of the block at a height, if there is one.
	pub fn hash(&self, height: u64) -> Result<Option<String>> {
		let hash = self.call("chain_getBlockHash", json!([height]))?;
		Ok(hash.as_str().map(str::to_string))
	}

	/// The body of the page at `path`.
	pub fn get(&self, path: &str) -> Result<String> {
		let request = format!(
			"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
			self.port
		);
		self.exchange(&request)
			.map_err(|error| format!("{path} on port {}: {error}", self.port))
	}

	fn post(&self, body: &str) -> Result<Value> {
		let answer = self.exchange(&format!(
			"POST / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\n\
			 Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
			self.port,
			body.len()
		))?;
		serde_json::from_str(&answer).map_err(|error| format!("the answer is no JSON: {error}"))
	}

	fn exchange(&self, request: &str) -> Result<String> {
		let text = |error: std::io::Error| error.to_string();
		let address = SocketAddr::from(([127, 0, 0, 1], self.port));
		let mut stream = TcpStream::connect_timeout(&address, TIMEOUT).map_err(text)?;
		stream.set_read_timeout(Some(TIMEOUT)).map_err(text)?;
		stream.set_write_timeout(Some(TIMEOUT)).map_err(text)?;
		stream.write_all(request.as_bytes()).map_err(text)?;
		read_response(&mut BufReader::new(stream))
	}
}

fn number(header: &Value) -> Result<u64> {
	header["number"]
		.as_str()
		.and_then(|number| u64::from_str_radix(number.trim_start_matches("0x"), 16).ok())
		.ok_or_else(|| format!("the header has no number: {header}"))
}

/// Status line, headers, and a body of the announced length.
fn read_response(reader: &mut impl BufRead) -> Result<String> {
	let text = |error: std::io::Error| error.to_string();
	let mut line = String::new();
	reader.read_line(&mut line).map_err(text)?;
	if line.split_whitespace().nth(1) != Some("200") {
		return Err(format!("the node answered `{}`", line.trim()));
	}
	let mut length = None;
	loop {
		line.clear();
		reader.read_line(&mut line).map_err(text)?;
		if line.trim().is_empty() {
			break;
		}
		if let Some((name, value)) = line.split_once(':') {
			if name.eq_ignore_ascii_case("content-length") {
				length = value.trim().parse::<u64>().ok();
			}
		}
	}
	let length = length.ok_or("the answer does not say how long it is")?;
	let mut body = String::new();
	let read = reader
		.take(length)
		.read_to_string(&mut body)
		.map_err(text)?;
	if read as u64 != length {
		return Err("the answer ends too early".to_string());
	}
	Ok(body)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{io::Cursor, net::TcpListener, thread};

	/// A node that gives one answer.
	fn node(answer: &'static str) -> Endpoint {
		let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
		let port = listener.local_addr().expect("it is bound").port();
		thread::spawn(move || {
			let (mut stream, _) = listener.accept().expect("somebody connects");
			let mut request = [0; 4096];
			let _ = stream.read(&mut request);
			let head = format!(
				"HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n",
				answer.len()
			);
			let _ = stream.write_all(format!("{head}{answer}").as_bytes());
		});
		Endpoint { port }
	}

	#[test]
	fn works_with_a_result() {
		let header = node(r#"{"jsonrpc":"2.0","id":1,"result":{"number":"0x1f"}}"#);
		assert_eq!(header.best(), Ok(31));
		let health = node(r#"{"jsonrpc":"2.0","id":1,"result":{"peers":3,"isSyncing":false}}"#);
		assert_eq!(
			health.health(),
			Ok(Health {
				peers: 3,
				is_syncing: false
			})
		);
	}

	#[test]
	fn works_with_a_page() {
		assert_eq!(node("fine").get("/health"), Ok("fine".to_string()));
	}

	#[test]
	fn fails_when_the_node_reports_an_error() {
		let endpoint = node(r#"{"jsonrpc":"2.0","id":1,"error":{"code":1010,"message":"no"}}"#);
		let error = endpoint
			.call("author_submitExtrinsic", json!([]))
			.expect_err("it refused");
		assert!(error.contains(r#""message":"no""#), "{error}");
	}

	#[test]
	fn fails_when_nobody_listens() {
		let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
		let port = listener.local_addr().expect("it is bound").port();
		drop(listener);
		let error = Endpoint { port }.health().expect_err("nobody listens");
		assert!(
			error.starts_with(&format!("system_health on port {port}: ")),
			"{error}"
		);
	}

	#[test]
	fn fails_when_the_response_is_cut_short_or_no_success() {
		let response = |text: &str| read_response(&mut Cursor::new(text.to_string()));
		assert_eq!(
			response("HTTP/1.1 403 Forbidden\r\n\r\n"),
			Err("the node answered `HTTP/1.1 403 Forbidden`".to_string())
		);
		assert_eq!(
			response("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{}"),
			Err("the answer ends too early".to_string())
		);
		assert_eq!(
			response("HTTP/1.1 200 OK\r\n\r\n{}"),
			Err("the answer does not say how long it is".to_string())
		);
	}
}

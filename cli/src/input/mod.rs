//! What the program reads from files. Each module knows one format, and nothing of the chain.

pub mod asset;
pub mod bars;
pub mod holdings;
pub mod investors;
pub mod lot_proof;
pub mod policy;
pub mod proof_file;
pub mod report_history;
pub mod salt;
pub mod statement;
pub mod targets;

use crate::errors::{Failure, Outcome};
use std::{fs, path::Path};

/// The text of a file.
pub fn read_text(path: &Path) -> Outcome<String> {
	fs::read_to_string(path).map_err(|error| unreadable(path, &error))
}

/// The bytes of a file.
pub fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
	fs::read(path).map_err(|error| unreadable(path, &error))
}

/// Reads TOML into `T`; an unknown key or a wrong value is said with its line.
pub fn read_toml<T: serde::de::DeserializeOwned>(path: &Path) -> Outcome<T> {
	let text = read_text(path)?;
	toml::from_str(&text).map_err(|error| {
		let start = error.span().map(|span| span.start);
		let sentence = error.message().trim().replace('\n', "; ");
		let line = line_of_unknown_field(&text, start.unwrap_or(0), &sentence)
			.or(start)
			.map(|place| 1 + text[..place].matches('\n').count());
		Failure::input(format!("{}: {sentence}", at(path, line)))
			.next("correct the file; nothing was sent")
	})
}

/// Reads JSON into `T`; an unknown key or a wrong value is said with its line.
pub fn read_json<T: serde::de::DeserializeOwned>(path: &Path) -> Outcome<T> {
	serde_json::from_str(&read_text(path)?).map_err(|error| {
		let text = error.to_string();
		let sentence = text.split(" at line ").next().unwrap_or(&text);
		Failure::input(format!("{}: {sentence}", at(path, Some(error.line()))))
			.next("correct the file; nothing was sent")
	})
}

/// Where the key stands that a message calls unknown: the parser may only know its table.
fn line_of_unknown_field(text: &str, start: usize, message: &str) -> Option<usize> {
	let key = message.strip_prefix("unknown field `")?.split('`').next()?;
	let mut place = start;
	for line in text.get(start..)?.split_inclusive('\n') {
		let rest = line.trim_start().strip_prefix(key);
		if rest.is_some_and(|rest| rest.trim_start().starts_with('=')) {
			return Some(place);
		}
		place += line.len();
	}
	None
}

/// A file and a line in it, as messages name them.
pub fn at(path: &Path, line: Option<usize>) -> String {
	match line {
		Some(line) => format!("{}, line {line}", path.display()),
		None => path.display().to_string(),
	}
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
	Failure::input(format!("{} cannot be read: {error}", path.display()))
		.next("check the path; nothing was sent")
}

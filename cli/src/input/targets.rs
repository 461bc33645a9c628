//! Lists of whom a freeze is laid on: CSV with the header `target`, one identity, account of an
//! identity or `account:ACCOUNT` on each line.

use super::at;
use crate::errors::{Failure, Outcome};
use serde::Deserialize;
use std::{collections::HashMap, path::Path};

/// One line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
	target: String,
}

/// Reads and checks a file.
pub fn read(path: &Path) -> Outcome<Vec<String>> {
	parse(&super::read_text(path)?, path)
}

/// Checks `text`, naming `path` in messages.
fn parse(text: &str, path: &Path) -> Outcome<Vec<String>> {
	let mut reader = csv::ReaderBuilder::new()
		.trim(csv::Trim::All)
		.from_reader(text.as_bytes());
	let mut seen: HashMap<String, usize> = HashMap::new();
	let mut targets = Vec::new();
	for (row, line) in reader.deserialize::<Line>().zip(2..) {
		let fail = |what: String| {
			Failure::input(format!("{}: {what}", at(path, Some(line))))
				.next("correct the list; nothing was sent")
		};
		let target = row
			.map_err(|error| match error.kind() {
				csv::ErrorKind::Deserialize { err, .. } => fail(err.to_string()),
				_ => fail(error.to_string()),
			})?
			.target;
		if target.is_empty() {
			return Err(fail("the target is empty".into()));
		}
		if let Some(first) = seen.insert(target.clone(), line) {
			return Err(fail(format!("{target} is listed already on line {first}")));
		}
		targets.push(target);
	}
	match targets.is_empty() {
		true => Err(Failure::input(format!(
			"{}: there is no target in the list",
			path.display()
		))
		.next("the header is `target`; nothing was sent")),
		false => Ok(targets),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_for_identities_and_accounts() {
		let targets = parse("target\n7\n //Dora\naccount://Emil\n", Path::new("a.csv"));
		assert_eq!(targets.unwrap(), ["7", "//Dora", "account://Emil"]);
	}

	#[test]
	fn fails_when_a_line_is_wrong() {
		for (text, why) in [
			(
				"target\n7\n8\n7\n",
				"a.csv, line 4: 7 is listed already on line 2",
			),
			("identity\n7\n", "a.csv, line 2: unknown field `identity`"),
			("target\n", "no target in the list"),
		] {
			let failure = parse(text, Path::new("a.csv")).unwrap_err();
			assert_eq!(failure.exit_code(), 2);
			assert!(failure.what.contains(why), "{failure}");
		}
	}
}

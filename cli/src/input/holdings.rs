//! What a custodian's statement says lies in its vaults.
//!
//! CSV with the header `registry,serial,quantity,vault`, in any order, and `encumbrance` where wanted:
//! a line for each lot, the quantity as a decimal of the underlying, the encumbrance empty or what
//! others hold against the lot. A bar list is a statement, too: its fine weights are the quantities.

use super::{
	at,
	bars::{self, BarList, OUNCE_DECIMALS},
};
use crate::{
	amounts,
	errors::{Failure, Outcome},
};
use serde::Deserialize;
use std::{collections::HashMap, path::Path};

/// Lines that one message names; of more it tells the number.
const MAX_NAMED: usize = 20;
/// What is written where nobody holds anything against a lot.
const UNENCUMBERED: [&str; 4] = ["", "-", "no", "none"];

/// A lot, as its custodian states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
	/// Where it stands in the file.
	pub line: usize,
	/// Who gave the serial.
	pub registry: String,
	/// The serial, as it stands on the lot.
	pub serial: String,
	/// How much there is, as a decimal of the underlying.
	quantity: String,
	/// The vault's name or number.
	pub vault: String,
	/// What others hold against it.
	pub encumbrance: Option<String>,
}

/// A statement whose lines can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holdings {
	/// In the order of the file.
	pub lines: Vec<Holding>,
	/// Whether they come from a bar list, which is in ounces.
	pub is_bar_list: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
	registry: String,
	serial: String,
	quantity: String,
	vault: String,
	#[serde(default)]
	encumbrance: String,
}

impl Holdings {
	/// Reads and checks a file.
	pub fn read(path: &Path) -> Outcome<Self> {
		Self::parse(&super::read_text(path)?, path)
	}

	/// Checks `text`, naming `path` and every line that cannot be read.
	pub fn parse(text: &str, path: &Path) -> Outcome<Self> {
		let header = text.lines().next().unwrap_or_default();
		if header.contains("fine_oz") {
			return BarList::parse(text, path)
				.map(Self::from)
				.map_err(|failure| failure.next("correct the list; nothing was compared"));
		}
		let mut reader = csv::ReaderBuilder::new()
			.trim(csv::Trim::All)
			.from_reader(text.as_bytes());
		let headers = reader.headers().cloned();
		let headers = headers.map_err(|error| bad(path, &[(1, error.to_string())]))?;
		let (mut lines, mut faults) = (Vec::new(), Vec::new());
		let mut seen = HashMap::new();
		for record in reader.records() {
			let read = record.and_then(|record| {
				let line = line_of(text, record.position());
				record
					.deserialize::<Row>(Some(&headers))
					.map(|row| (line, row))
			});
			match read {
				Ok((line, row)) => match row.check(line, &mut seen) {
					Ok(holding) => lines.push(holding),
					Err(fault) => faults.push((line, fault)),
				},
				Err(error) => faults.push((line_of(text, error.position()), sentence(&error))),
			}
		}
		if lines.is_empty() && faults.is_empty() {
			faults.push((1, "there is no lot in the statement".into()));
		}
		match faults.is_empty() {
			true => Ok(Self {
				lines,
				is_bar_list: false,
			}),
			false => Err(bad(path, &faults)),
		}
	}

	/// Each line's quantity in smallest units of an underlying with so many decimals.
	pub fn quantities(&self, decimals: u32, path: &Path) -> Outcome<Vec<u128>> {
		let mut faults = Vec::new();
		let mut quantities = Vec::new();
		for holding in &self.lines {
			match amounts::parse(&holding.quantity, decimals) {
				Ok(0) => faults.push((holding.line, "quantity is zero: leave the line out".into())),
				Ok(quantity) => quantities.push(quantity),
				Err(failure) => faults.push((holding.line, format!("quantity: {}", failure.what))),
			}
		}
		match faults.is_empty() {
			true => Ok(quantities),
			false => Err(bad(path, &faults)),
		}
	}
}

impl From<BarList> for Holdings {
	fn from(list: BarList) -> Self {
		let lines = list.bars.into_iter().map(|bar| Holding {
			line: bar.line,
			registry: bar.refiner,
			serial: bar.serial,
			quantity: amounts::format(bar.fine, OUNCE_DECIMALS),
			vault: bar.vault,
			encumbrance: None,
		});
		Self {
			lines: lines.collect(),
			is_bar_list: true,
		}
	}
}

impl Row {
	fn check(
		self,
		line: usize,
		seen: &mut HashMap<(String, String), usize>,
	) -> Result<Holding, String> {
		let part = |column: &str, text: &str| {
			bars::normalise(text).ok_or_else(|| match text {
				"" => format!("{column} is empty"),
				text => format!("{column} `{text}` is not letters and digits"),
			})
		};
		let key = (
			part("registry", &self.registry)?,
			part("serial", &self.serial)?,
		);
		for (column, text) in [("quantity", &self.quantity), ("vault", &self.vault)] {
			if text.is_empty() {
				return Err(format!("{column} is empty"));
			}
		}
		if let Some(first) = seen.insert(key, line) {
			return Err(format!(
				"lot {} {} is stated already on line {first}",
				self.registry, self.serial
			));
		}
		let free = UNENCUMBERED.contains(&self.encumbrance.to_lowercase().as_str());
		Ok(Holding {
			line,
			registry: self.registry,
			serial: self.serial,
			quantity: self.quantity,
			vault: self.vault,
			encumbrance: (!free).then_some(self.encumbrance),
		})
	}
}

/// The line that a record starts on: the reader also counts the ends of lines before it as its own.
fn line_of(text: &str, position: Option<&csv::Position>) -> usize {
	let Some(position) = position else {
		return 1;
	};
	let place = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
	let rest = text.as_bytes().iter().skip(place(position.byte()));
	let ends = rest.take_while(|byte| b"\r\n".contains(byte));
	place(position.line()) + ends.filter(|byte| **byte == b'\n').count()
}

fn sentence(error: &csv::Error) -> String {
	match error.kind() {
		csv::ErrorKind::Deserialize { err, .. } => err.to_string(),
		csv::ErrorKind::UnequalLengths {
			expected_len, len, ..
		} => format!("the line has {len} columns instead of {expected_len}"),
		_ => error.to_string(),
	}
}

/// Every fault with its file and line.
pub fn bad(path: &Path, faults: &[(usize, String)]) -> Failure {
	let named = faults.iter().take(MAX_NAMED);
	let named = named.map(|(line, fault)| format!("{}: {fault}", at(path, Some(*line))));
	let mut what = named.collect::<Vec<_>>().join("\n");
	if let Some(more @ 1..) = faults.len().checked_sub(MAX_NAMED) {
		what = format!("{what}\nand {more} more");
	}
	Failure::input(what).next(
		"the header is registry,serial,quantity,vault and, where wanted, encumbrance; nothing was \
		 compared",
	)
}

#[cfg(test)]
mod tests {
	use super::*;

	const HEADER: &str = "registry,serial,quantity,vault,encumbrance\n";

	fn parse(text: &str) -> Outcome<Holdings> {
		Holdings::parse(text, Path::new("s.csv"))
	}

	fn what(body: &str) -> String {
		let failure = parse(&format!("{HEADER}{body}")).unwrap_err();
		assert_eq!(failure.exit_code(), 2);
		assert!(failure.next.is_some());
		failure.what
	}

	#[test]
	fn works_with_and_without_encumbrance() {
		let text = "registry,serial,quantity,vault\nREF, A-1 ,398.024,ZRH-1\n";
		let holdings = parse(text).unwrap();
		assert_eq!(holdings.lines[0].serial, "A-1");
		assert_eq!(holdings.lines[0].line, 2);
		assert_eq!(holdings.lines[0].encumbrance, None);
		let quantities = holdings.quantities(3, Path::new("s.csv"));
		assert_eq!(quantities, Ok(vec![398_024]));
		let body = "REF,A1,1,V,none\nREF,A2,1,V,-\nREF,A3,1,V,repo with a bank\n";
		let stated = parse(&format!("{HEADER}{body}")).unwrap();
		let stated: Vec<_> = stated.lines.iter().map(|it| &it.encumbrance).collect();
		assert_eq!(stated, [&None, &None, &Some("repo with a bank".into())]);
	}

	#[test]
	fn lines_are_counted_as_an_editor_does() {
		let body = "REF,A1,1,V,\"two\nlines\"\n\nREF,A2,1,V,\n";
		let lines = parse(&format!("{HEADER}{body}")).unwrap().lines;
		assert_eq!(lines.iter().map(|it| it.line).collect::<Vec<_>>(), [2, 5]);
		let windows = format!("{HEADER}REF,A1,1,V,\nREF,A2,1,V,\n").replace('\n', "\r\n");
		let lines = parse(&windows).unwrap().lines;
		assert_eq!(lines.iter().map(|it| it.line).collect::<Vec<_>>(), [2, 3]);
	}

	#[test]
	fn works_with_the_example_which_states_the_bar_list() {
		let example = |name: &str| {
			Path::new(env!("CARGO_MANIFEST_DIR"))
				.join("../docs/examples/gold")
				.join(name)
		};
		let stated = Holdings::read(&example("statement.csv")).unwrap();
		let listed = Holdings::read(&example("bars.csv")).unwrap();
		assert_eq!(stated.lines.len(), listed.lines.len());
		let quantities = |it: &Holdings| it.quantities(OUNCE_DECIMALS, Path::new("s.csv")).unwrap();
		assert_eq!(quantities(&stated), quantities(&listed));
		for (stated, listed) in stated.lines.iter().zip(&listed.lines) {
			assert_eq!(stated.serial, listed.serial);
			assert_eq!(stated.registry, listed.registry);
			assert_eq!(stated.vault, listed.vault);
		}
	}

	#[test]
	fn works_with_a_bar_list() {
		let path = Path::new(concat!(
			env!("CARGO_MANIFEST_DIR"),
			"/../docs/examples/gold/bars.csv"
		));
		let holdings = Holdings::read(path).unwrap();
		let list = BarList::read(path).unwrap();
		assert_eq!(holdings.lines.len(), list.bars.len());
		let quantities = holdings.quantities(OUNCE_DECIMALS, path).unwrap();
		assert_eq!(
			quantities.iter().sum::<u128>(),
			list.bars.iter().map(|bar| bar.fine).sum()
		);
	}

	#[test]
	fn every_bad_line_is_named() {
		assert_eq!(
			what(
				"REF,A1,1,V,\n,A2,1,V,\nREF,A#3,1,V,\nREF,A4,,V,\nREF,A5,1,,\nREF,A6,1\n\
				 ref,0a1,1,V,\n"
			),
			"s.csv, line 3: registry is empty\n\
			 s.csv, line 4: serial `A#3` is not letters and digits\n\
			 s.csv, line 5: quantity is empty\n\
			 s.csv, line 6: vault is empty\n\
			 s.csv, line 7: the line has 3 columns instead of 5\n\
			 s.csv, line 8: lot ref 0a1 is stated already on line 2"
		);
		let many = ",A,1,V,\n".repeat(MAX_NAMED + 1);
		assert!(what(&many).ends_with("\nand 1 more"));
		assert!(!what(&",A,1,V,\n".repeat(MAX_NAMED)).contains("more"));
	}

	#[test]
	fn fails_when_a_quantity_is_none() {
		let body = "REF,A1,1.2345,V,\nREF,A2,0,V,\nREF,A3,-1,V,\nREF,A4,1,V,\n";
		let holdings = parse(&format!("{HEADER}{body}")).unwrap();
		let failure = holdings.quantities(3, Path::new("s.csv")).unwrap_err();
		assert_eq!(failure.exit_code(), 2);
		let lines: Vec<&str> = failure.what.lines().collect();
		assert_eq!(lines.len(), 3, "{failure}");
		assert!(lines[0].starts_with("s.csv, line 2: quantity: `1.2345` is not an amount"));
		assert_eq!(
			lines[1],
			"s.csv, line 3: quantity is zero: leave the line out"
		);
		assert!(lines[2].starts_with("s.csv, line 4: quantity: `-1` is not an amount"));
	}

	#[test]
	fn fails_when_there_is_nothing_or_another_column() {
		assert_eq!(what(""), "s.csv, line 1: there is no lot in the statement");
		assert!(parse("").unwrap_err().what.contains("no lot"));
		let text = "registry,serial,quantity,vault,colour\nR,A,1,V,red\n";
		let failure = parse(text).unwrap_err();
		assert!(
			failure.what.contains("line 2: unknown field `colour`"),
			"{failure}"
		);
		let failure = parse("registry,serial,vault\nR,A,V\n").unwrap_err();
		assert!(
			failure.what.contains("missing field `quantity`"),
			"{failure}"
		);
		let failure = parse("serial,refiner,gross_oz,assay,fine_oz,vault\n").unwrap_err();
		assert!(failure.what.contains("no bar"), "{failure}");
	}
}

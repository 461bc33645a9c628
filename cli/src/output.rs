//! Answers on stdout: a table for people, JSON for programs.

use clap::ValueEnum;
use comfy_table::{presets::NOTHING, ContentArrangement, Table};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Map, Value};
use std::{io::IsTerminal, time::Duration};

/// How answers are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
	/// For people.
	#[default]
	Table,
	/// For programs: one JSON value.
	Json,
}

/// An answer: facts by name, then lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
	facts: Vec<(String, Value)>,
	lists: Vec<List>,
	/// The answer is a list and nothing else: JSON shows the array itself.
	bare_list: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct List {
	name: String,
	columns: Vec<String>,
	rows: Vec<Vec<Value>>,
}

impl Answer {
	/// Nothing said yet.
	pub fn new() -> Self {
		Self::default()
	}

	/// A list of rows and nothing else.
	pub fn list(columns: &[&str], rows: Vec<Vec<Value>>) -> Self {
		Self {
			bare_list: true,
			..Self::new().with_list("rows", columns, rows)
		}
	}

	/// Adds a fact. Names are lower case with spaces; JSON joins them with underscores.
	pub fn fact(mut self, name: &str, value: impl Into<Value>) -> Self {
		self.facts.push((name.to_string(), value.into()));
		self
	}

	/// Adds a fact that may be missing.
	pub fn maybe(self, name: &str, value: Option<impl Into<Value>>) -> Self {
		match value {
			Some(value) => self.fact(name, value),
			None => self,
		}
	}

	/// Adds a list.
	pub fn with_list(mut self, name: &str, columns: &[&str], rows: Vec<Vec<Value>>) -> Self {
		self.lists.push(List {
			name: name.to_string(),
			columns: columns.iter().map(ToString::to_string).collect(),
			rows,
		});
		self
	}

	/// Adds everything that another answer says.
	pub fn and(mut self, other: Self) -> Self {
		self.facts.extend(other.facts);
		self.lists.extend(other.lists);
		self
	}

	/// Writes it to stdout.
	pub fn print(&self, format: Format) {
		match format {
			Format::Table => println!("{}", self.to_table()),
			Format::Json => println!("{:#}", self.to_json()),
		}
	}

	/// For programs.
	pub fn to_json(&self) -> Value {
		let list = |list: &List| {
			let row = |row: &Vec<Value>| {
				let cells = list
					.columns
					.iter()
					.map(|name| key(name))
					.zip(row.iter().cloned());
				Value::Object(cells.collect())
			};
			Value::Array(list.rows.iter().map(row).collect())
		};
		if let (true, Some(only)) = (self.bare_list, self.lists.first()) {
			return list(only);
		}
		let mut object = Map::new();
		for (name, value) in &self.facts {
			object.insert(key(name), value.clone());
		}
		for one in &self.lists {
			object.insert(key(&one.name), list(one));
		}
		Value::Object(object)
	}

	/// For people.
	pub fn to_table(&self) -> String {
		let mut parts = Vec::new();
		if !self.facts.is_empty() {
			let width = self
				.facts
				.iter()
				.map(|(name, _)| name.chars().count())
				.max()
				.unwrap_or(0);
			let line =
				|(name, value): &(String, Value)| format!("{name:<width$}  {}", plain(value));
			parts.push(self.facts.iter().map(line).collect::<Vec<_>>().join("\n"));
		}
		for list in &self.lists {
			if list.rows.is_empty() {
				let title = if self.bare_list {
					String::new()
				} else {
					format!("{}: ", list.name)
				};
				parts.push(format!("{title}none"));
				continue;
			}
			let mut table = Table::new();
			table.load_preset(NOTHING);
			if std::io::stdout().is_terminal() {
				table.set_content_arrangement(ContentArrangement::Dynamic);
			}
			table.set_header(&list.columns);
			for row in &list.rows {
				table.add_row(row.iter().map(plain));
			}
			let title = if self.bare_list {
				String::new()
			} else {
				format!("{}\n", list.name)
			};
			let lines: Vec<String> = table
				.lines()
				.map(|line| line.trim_end().to_string())
				.collect();
			parts.push(format!("{title}{}", lines.join("\n")));
		}
		parts.join("\n\n")
	}
}

fn key(name: &str) -> String {
	name.replace([' ', '-'], "_")
}

/// Whether a character can do more than be read: controls, ends of lines, and marks that change the
/// direction of what follows.
pub fn steers(c: char) -> bool {
	c.is_control()
		|| matches!(
			c,
			'\u{61c}'
				| '\u{200e}' | '\u{200f}'
				| '\u{2028}' ..='\u{202e}'
				| '\u{2066}' ..='\u{2069}'
		)
}

/// Text of others as it may stand in one line: it can neither end the line nor steer a terminal.
pub fn printable(text: &str) -> String {
	let shown = |c| match c {
		'\n' | '\t' => ' ',
		c if steers(c) => '\u{fffd}',
		c => c,
	};
	text.chars().map(shown).collect()
}

/// The same for lines that this program wrote itself; those after the first are set in, so that
/// none passes for a line of its own.
pub fn printable_lines(text: &str, indent: &str) -> String {
	let lines: Vec<String> = text.split('\n').map(printable).collect();
	lines.join(&format!("\n{indent}"))
}

/// A value as people read it.
pub fn plain(value: &Value) -> String {
	match value {
		Value::Null => "-".into(),
		Value::Bool(true) => "yes".into(),
		Value::Bool(false) => "no".into(),
		Value::String(text) => printable(text),
		Value::Array(items) if items.is_empty() => "none".into(),
		Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
		other => other.to_string(),
	}
}

/// A line on stderr that says what is being waited for, with a spinner on a terminal.
pub fn spinner(message: impl Into<String>) -> ProgressBar {
	let message = message.into();
	if !std::io::stderr().is_terminal() {
		eprintln!("{message} …");
	}
	let bar = ProgressBar::new_spinner().with_message(message);
	bar.enable_steady_tick(Duration::from_millis(120));
	bar
}

/// A bar on stderr that counts `length` steps of a long task.
pub fn progress(message: impl Into<String>, length: u64) -> ProgressBar {
	let message = message.into();
	if !std::io::stderr().is_terminal() {
		eprintln!("{message}: {length}");
	}
	let style = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len} {eta}")
		.unwrap_or_else(|_| ProgressStyle::default_bar());
	ProgressBar::new(length)
		.with_style(style)
		.with_message(message)
}

/// A remark on stderr.
pub fn note(message: impl AsRef<str>) {
	eprintln!("{}", printable_lines(message.as_ref(), ""));
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;

	#[test]
	fn facts_and_lists_become_json() {
		let answer = Answer::new()
			.fact("tx hash", "0x01")
			.maybe("fee", None::<u64>)
			.with_list(
				"reasons",
				&["code", "is final"],
				vec![vec![json!(41), json!(true)]],
			);
		let expected = json!({ "tx_hash": "0x01", "reasons": [{ "code": 41, "is_final": true }] });
		assert_eq!(answer.to_json(), expected);
	}

	#[test]
	fn bare_list_is_an_array() {
		let answer = Answer::list(&["name"], vec![vec![json!("a")]]);
		assert_eq!(answer.to_json(), json!([{ "name": "a" }]));
		assert_eq!(Answer::list(&["name"], vec![]).to_json(), json!([]));
	}

	#[test]
	fn text_of_others_stays_text_in_its_line() {
		let hostile = "a\u{1b}[2Jb\nc\rd\u{9b}e\u{202e}f\u{61c}g\u{2028}h\u{2066}i\u{7}ü…";
		let shown =
			"a\u{fffd}[2Jb c\u{fffd}d\u{fffd}e\u{fffd}f\u{fffd}g\u{fffd}h\u{fffd}i\u{fffd}ü…";
		assert_eq!(printable(hostile), shown);
		let answer = Answer::new().fact("name", hostile).with_list(
			"lots",
			&["name"],
			vec![vec![json!([hostile])]],
		);
		let table = answer.to_table();
		assert_eq!(table.lines().count(), 5, "{table}");
		assert!(!table.chars().any(|c| c != '\n' && steers(c)), "{table}");
		// Programs get what there is.
		assert_eq!(answer.to_json()["name"], hostile);
	}

	#[test]
	fn lines_of_the_program_stay_lines() {
		assert_eq!(printable_lines("a\nb\u{1b}", "  "), "a\n  b\u{fffd}");
	}

	#[test]
	fn table_aligns_names_and_says_none() {
		let answer = Answer::new()
			.fact("a", 1)
			.fact("long name", true)
			.with_list("holders", &["account"], vec![]);
		assert_eq!(
			answer.to_table(),
			"a          1\nlong name  yes\n\nholders: none"
		);
	}
}

//! Lists of investors to take up: no names, only what rules ask.
//!
//! CSV with the header `reference,country,category,account`: the registrar's own reference, ISO
//! 3166-1 numeric country, investor category, and the account as the command line names accounts. A
//! fifth column `kind` may say `natural` or `legal`; without it all are legal persons.

use super::at;
use crate::errors::{Failure, Outcome};
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, path::Path};

/// What regulation takes an investor for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Category {
	/// Protected most.
	Retail,
	/// Professional client (MiFID II, annex II).
	Professional,
	/// Accredited investor (Reg D, rule 501).
	Accredited,
	/// Eligible counterparty or qualified purchaser.
	Institutional,
}

/// Human being or organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
	/// A human being.
	Natural,
	/// A legal person.
	#[default]
	Legal,
}

/// One investor.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Investor {
	/// The registrar's own reference; it does not go on chain.
	pub reference: String,
	/// ISO 3166-1 numeric.
	pub country: u16,
	/// Investor category.
	pub category: Category,
	/// As the command line names accounts.
	pub account: String,
	/// Human being or organisation.
	#[serde(default)]
	pub kind: Kind,
}

/// Reads and checks a file.
pub fn read(path: &Path) -> Outcome<Vec<Investor>> {
	parse(&super::read_text(path)?, path)
}

/// Checks `text`, naming `path` in messages.
pub fn parse(text: &str, path: &Path) -> Outcome<Vec<Investor>> {
	let mut reader = csv::ReaderBuilder::new()
		.trim(csv::Trim::All)
		.from_reader(text.as_bytes());
	let mut seen: HashMap<String, usize> = HashMap::new();
	let mut investors = Vec::new();
	for (row, line) in reader.deserialize::<Investor>().zip(2..) {
		let fail = |what: String| {
			Failure::input(format!("{}: {what}", at(path, Some(line))))
				.next("correct the list; nobody was registered")
		};
		let investor = row.map_err(|error| match error.kind() {
			csv::ErrorKind::Deserialize { err, .. } => fail(err.to_string()),
			_ => fail(error.to_string()),
		})?;
		if investor.reference.is_empty() || investor.account.is_empty() {
			return Err(fail("reference and account must not be empty".into()));
		}
		if !(1..=999).contains(&investor.country) {
			return Err(fail(format!(
				"{} is no ISO 3166-1 numeric country",
				investor.country
			)));
		}
		for key in [
			format!("reference {}", investor.reference),
			format!("account {}", investor.account),
		] {
			if let Some(first) = seen.insert(key.clone(), line) {
				return Err(fail(format!("{key} is listed already on line {first}")));
			}
		}
		investors.push(investor);
	}
	match investors.is_empty() {
		true => Err(Failure::input(format!(
			"{}: there is no investor in the list",
			path.display()
		))
		.next("the header is reference,country,category,account")),
		false => Ok(investors),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn parse_body(body: &str) -> Outcome<Vec<Investor>> {
		parse(
			&format!("reference,country,category,account\n{body}"),
			Path::new("investors.csv"),
		)
	}

	#[test]
	fn works_for_the_example() {
		let path = Path::new(concat!(
			env!("CARGO_MANIFEST_DIR"),
			"/../docs/examples/gold/investors.csv"
		));
		assert!(read(path).unwrap().len() >= 6);
	}

	#[test]
	fn works_for_persons() {
		let text = "reference,country,category,account,kind\nI1,756,retail,//A,natural\n";
		let investors = parse(text, Path::new("investors.csv")).unwrap();
		assert_eq!(investors[0].kind, Kind::Natural);
		assert_eq!(
			parse_body("I1,756,retail,//A\n").unwrap()[0].kind,
			Kind::Legal
		);
	}

	#[test]
	fn works_for_leading_zeros() {
		assert_eq!(parse_body("I1,040,retail,//A\n").unwrap()[0].country, 40);
	}

	#[test]
	fn fails_when_a_line_is_wrong() {
		for (body, why) in [
			("I1,1000,retail,//A\n", "line 2: 1000 is no ISO 3166-1"),
			("I1,0,retail,//A\n", "no ISO 3166-1"),
			("I1,756,rich,//A\n", "unknown variant `rich`"),
			(
				"I1,756,retail,//A\nI1,756,retail,//B\n",
				"line 3: reference I1 is listed already on line 2",
			),
			(
				"I1,756,retail,//A\nI2,756,retail,//A\n",
				"account //A is listed already",
			),
			("I1,756,retail,\n", "must not be empty"),
			("", "no investor"),
		] {
			let failure = parse_body(body).unwrap_err();
			assert_eq!(failure.exit_code(), 2);
			assert!(failure.what.contains(why), "{failure}");
		}
	}
}

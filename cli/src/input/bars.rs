//! Bar lists as vaults publish them.
//!
//! CSV with the header `serial,refiner,gross_oz,assay,fine_oz,vault`. Weights are troy ounces to
//! three decimals, assay is parts per thousand to one decimal. A line whose serial is `TOTAL` states
//! sums: with a vault, of that vault's bars so far; without, of all. The last line is such a total.

use super::at;
use crate::{
	amounts,
	errors::{Failure, Outcome},
};
use serde::Deserialize;
use std::{
	collections::{BTreeMap, BTreeSet, HashMap},
	path::Path,
};

/// Decimal places of an ounce.
pub const OUNCE_DECIMALS: u32 = 3;
/// What an asset is counted in whose bars can be listed.
const UNIT: &str = "fine troy ounce /1000";
const ASSAY_DECIMALS: u32 = 1;
/// Assay of pure gold, in tenths of a part per thousand.
const PURE: u128 = 10_000;

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
	/// Where it stands in the file.
	pub line: usize,
	/// As the refiner stamped it.
	pub serial: String,
	/// Who cast it.
	pub refiner: String,
	/// Thousandths of a troy ounce.
	pub gross: u128,
	/// Thousandths of a fine troy ounce.
	pub fine: u128,
	/// The vault's name.
	pub vault: String,
}

/// A bar list whose sums hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarList {
	/// In the order of the file.
	pub bars: Vec<Bar>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
	serial: String,
	refiner: String,
	gross_oz: String,
	assay: String,
	fine_oz: String,
	vault: String,
}

#[derive(Clone, Copy, Default)]
struct Sums {
	gross: u128,
	fine: u128,
}

impl BarList {
	/// Reads and checks a file.
	pub fn read(path: &Path) -> Outcome<Self> {
		let text = super::read_text(path)?;
		Self::parse(&text, path)
	}

	/// Checks `text`, naming `path` in messages.
	pub fn parse(text: &str, path: &Path) -> Outcome<Self> {
		let mut reader = csv::ReaderBuilder::new()
			.trim(csv::Trim::All)
			.from_reader(text.as_bytes());
		let mut check = Check::new(path);
		for row in reader.deserialize::<Row>() {
			let row = row.map_err(|error| malformed(path, &error))?;
			let line = 2 + check.rows;
			check.rows += 1;
			match row.serial.eq_ignore_ascii_case("total") {
				true => check.total(line, &row)?,
				false => check.bar(line, row)?,
			}
		}
		check.finish()
	}

	/// Fails unless the asset that the list is of is counted in the list's own unit.
	pub fn check_unit(unit: &str, path: &Path) -> Outcome {
		match unit == UNIT {
			true => Ok(()),
			false => Err(Failure::input(format!(
				"{}: a bar list is in ounces, and the asset is counted in `{unit}`, not in `{UNIT}`",
				path.display()
			))
			.next("name the asset that the bars back")),
		}
	}

	/// The names of the vaults.
	pub fn vaults(&self) -> BTreeSet<&str> {
		self.bars.iter().map(|bar| bar.vault.as_str()).collect()
	}

	/// The bars of one vault.
	pub fn in_vault<'a>(&'a self, vault: &'a str) -> impl Iterator<Item = &'a Bar> {
		self.bars.iter().filter(move |bar| bar.vault == vault)
	}
}

/// A serial or a refiner as the chain's register compares them: letters in upper case, without
/// blanks, dashes, dots, slashes and leading zeros. `None` when nothing is left, or for another
/// character.
pub fn normalise(text: &str) -> Option<String> {
	let kept: String = text
		.chars()
		.filter(|c| !" -./".contains(*c))
		.map(|c| c.to_ascii_uppercase())
		.collect();
	let plain = kept.trim_start_matches('0');
	(!plain.is_empty() && plain.chars().all(|c| c.is_ascii_alphanumeric()))
		.then(|| plain.to_string())
}

struct Check<'a> {
	path: &'a Path,
	rows: usize,
	bars: Vec<Bar>,
	seen: HashMap<(String, String), usize>,
	all: Sums,
	by_vault: BTreeMap<String, Sums>,
	has_total: bool,
}

impl<'a> Check<'a> {
	fn new(path: &'a Path) -> Self {
		Self {
			path,
			rows: 0,
			bars: Vec::new(),
			seen: HashMap::new(),
			all: Sums::default(),
			by_vault: BTreeMap::new(),
			has_total: false,
		}
	}

	fn fail(&self, line: usize, what: impl AsRef<str>) -> Failure {
		Failure::input(format!("{}: {}", at(self.path, Some(line)), what.as_ref()))
			.next("correct the list with the vault that published it; no lot was registered")
	}

	fn unreadable(&self, line: usize, column: &str, text: &str) -> Failure {
		match text {
			"" => self.fail(line, format!("{column} is empty")),
			_ => self.fail(line, format!("{column} `{text}` is not letters and digits")),
		}
	}

	fn ounces(&self, line: usize, column: &str, text: &str) -> Outcome<u128> {
		self.number(line, column, text, OUNCE_DECIMALS)
	}

	fn number(&self, line: usize, column: &str, text: &str, decimals: u32) -> Outcome<u128> {
		amounts::parse(text, decimals)
			.map_err(|failure| self.fail(line, format!("{column}: {}", failure.what)))
	}

	fn bar(&mut self, line: usize, row: Row) -> Outcome {
		let [serial, refiner] =
			[("serial", &row.serial), ("refiner", &row.refiner)].map(|(column, text)| {
				normalise(text).ok_or_else(|| self.unreadable(line, column, text))
			});
		let key = (refiner?, serial?);
		if row.vault.is_empty() {
			return Err(self.unreadable(line, "vault", ""));
		}
		let gross = self.ounces(line, "gross_oz", &row.gross_oz)?;
		let assay = self.number(line, "assay", &row.assay, ASSAY_DECIMALS)?;
		let fine = self.ounces(line, "fine_oz", &row.fine_oz)?;
		if assay > PURE || assay == 0 {
			return Err(self.fail(
				line,
				format!("assay {} is not between 0 and 1000", row.assay),
			));
		}
		// Lists round to the nearest thousandth or down; a difference of one thousandth is an error.
		let exact = gross
			.checked_mul(assay)
			.ok_or_else(|| self.fail(line, "weights too large"))?;
		let stated = fine
			.checked_mul(PURE)
			.ok_or_else(|| self.fail(line, "weights too large"))?;
		if fine == 0 || exact.abs_diff(stated) >= PURE {
			return Err(self.fail(
				line,
				format!(
					"fine weight {} oz is not {} oz × {} / 1000 = {} oz",
					row.fine_oz,
					row.gross_oz,
					row.assay,
					amounts::format_fixed(exact / PURE, OUNCE_DECIMALS)
				),
			));
		}
		if let Some(first) = self.seen.insert(key, line) {
			let bar = format!("{} {}", row.refiner, row.serial);
			return Err(self.fail(line, format!("bar {bar} is listed already on line {first}")));
		}
		for sums in [
			&mut self.all,
			self.by_vault.entry(row.vault.clone()).or_default(),
		] {
			sums.gross += gross;
			sums.fine += fine;
		}
		self.has_total = false;
		let Row {
			serial,
			refiner,
			vault,
			..
		} = row;
		self.bars.push(Bar {
			line,
			serial,
			refiner,
			gross,
			fine,
			vault,
		});
		Ok(())
	}

	fn total(&mut self, line: usize, row: &Row) -> Outcome {
		let (sums, of) = match row.vault.as_str() {
			"" => (self.all, "all bars".to_string()),
			vault => match self.by_vault.get(vault) {
				Some(sums) => (*sums, format!("the bars in {vault}")),
				None => {
					return Err(self.fail(line, format!("a total of {vault}, which has no bar")))
				},
			},
		};
		for (column, text, sum) in [
			("gross_oz", &row.gross_oz, sums.gross),
			("fine_oz", &row.fine_oz, sums.fine),
		] {
			if self.ounces(line, column, text)? != sum {
				let sum = amounts::format_fixed(sum, OUNCE_DECIMALS);
				let what = format!("the total of {column} says {text}, but {of} sum to {sum}");
				return Err(self.fail(line, what));
			}
		}
		self.has_total |= row.vault.is_empty();
		Ok(())
	}

	fn finish(self) -> Outcome<BarList> {
		if self.bars.is_empty() {
			return Err(self.fail(1, "there is no bar in the list"));
		}
		if !self.has_total {
			return Err(self.fail(1 + self.rows, "the last line is not a TOTAL of all bars"));
		}
		Ok(BarList { bars: self.bars })
	}
}

fn malformed(path: &Path, error: &csv::Error) -> Failure {
	let line = error
		.position()
		.and_then(|position| usize::try_from(position.line()).ok());
	let sentence = match error.kind() {
		csv::ErrorKind::Deserialize { err, .. } => err.to_string(),
		csv::ErrorKind::UnequalLengths {
			expected_len, len, ..
		} => format!("the line has {len} columns instead of {expected_len}"),
		_ => error.to_string(),
	};
	Failure::input(format!("{}: {sentence}", at(path, line)))
		.next("the header is serial,refiner,gross_oz,assay,fine_oz,vault; no lot was registered")
}

#[cfg(test)]
mod tests {
	use super::*;

	const HEADER: &str = "serial,refiner,gross_oz,assay,fine_oz,vault\n";

	fn parse(body: &str) -> Outcome<BarList> {
		BarList::parse(&format!("{HEADER}{body}"), Path::new("bars.csv"))
	}

	fn what(body: &str) -> String {
		let failure = parse(body).unwrap_err();
		assert_eq!(failure.exit_code(), 2);
		assert!(failure.next.is_some());
		failure.what
	}

	#[test]
	fn works_for_two_vaults_with_totals() {
		let list = parse(
			"A-1,REF,400.025,995.0,398.024,ZRH\nTOTAL,,400.025,,398.024,ZRH\n\
			 B1,REF,400.000,999.9,399.960,LON\nTOTAL,,800.025,,797.984,\n",
		)
		.unwrap();
		assert_eq!(list.bars.len(), 2);
		assert_eq!(list.bars[0].fine, 398_024);
		assert_eq!(
			list.vaults().into_iter().collect::<Vec<_>>(),
			["LON", "ZRH"]
		);
		assert_eq!(list.in_vault("LON").count(), 1);
	}

	#[test]
	fn fails_when_the_asset_is_not_counted_in_ounces() {
		let path = Path::new("bars.csv");
		assert_eq!(BarList::check_unit("fine troy ounce /1000", path), Ok(()));
		for unit in [
			"gram /1000",
			"fine troy ounce",
			"fine troy ounce /100",
			"CHF /100",
		] {
			let failure = BarList::check_unit(unit, path).unwrap_err();
			assert_eq!(failure.exit_code(), 2);
			assert!(failure.what.contains(unit), "{failure}");
		}
	}

	#[test]
	fn works_for_the_example() {
		let path = Path::new(concat!(
			env!("CARGO_MANIFEST_DIR"),
			"/../docs/examples/gold/bars.csv"
		));
		let list = BarList::read(path).unwrap();
		assert!(list.bars.len() >= 400);
		assert_eq!(list.vaults().len(), 2);
	}

	#[test]
	fn fails_when_a_sum_is_wrong() {
		let body = "A1,REF,400.000,995.0,398.000,ZRH\nTOTAL,,400.000,,399.000,\n";
		assert_eq!(
			what(body),
			"bars.csv, line 3: the total of fine_oz says 399.000, but all bars sum to 398.000"
		);
		let body = "A1,REF,400.000,995.0,398.000,ZRH\nTOTAL,,401,,398.000,ZRH\nTOTAL,,400,,398,\n";
		assert!(what(body).contains("the total of gross_oz says 401, but the bars in ZRH sum"));
	}

	#[test]
	fn fails_when_fine_weight_does_not_follow() {
		let body = "A1,REF,400.000,995.0,398.001,ZRH\nTOTAL,,400.000,,398.001,\n";
		assert!(what(body).contains("line 2: fine weight 398.001 oz is not 400.000 oz × 995.0"));
	}

	#[test]
	fn fails_when_a_bar_is_listed_twice() {
		let body = "A-1,REF,400.000,995.0,398.000,ZRH\n00a1,Ref,400.000,995.0,398.000,LON\n";
		assert_eq!(
			what(body),
			"bars.csv, line 3: bar Ref 00a1 is listed already on line 2"
		);
	}

	#[test]
	fn fails_when_a_weight_has_too_many_decimals() {
		let body = "A1,REF,400.0001,995.0,398.000,ZRH\n";
		assert!(what(body).contains("line 2: gross_oz: `400.0001` is not an amount: it has 4"));
	}

	#[test]
	fn fails_when_the_list_is_incomplete() {
		assert!(what("").contains("no bar"));
		assert!(what("A1,REF,400,995,398,ZRH\n").contains("not a TOTAL of all bars"));
		assert!(what("A1,REF,400,995,398,ZRH\nTOTAL,,1,,1,XXX\n").contains("which has no bar"));
		assert!(what("A1,REF,400,995,398\n").contains("5 columns instead of 6"));
		assert!(what("A1,,400,995,398,ZRH\n").contains("refiner is empty"));
		assert!(what("A#1,REF,400,995,398,ZRH\n").contains("`A#1` is not letters and digits"));
		assert!(what("A1,REF,400,995,398,\n").contains("vault is empty"));
		assert!(what("A1,REF,400,1000.1,398,ZRH\n").contains("not between 0 and 1000"));
	}

	#[test]
	fn fails_when_a_column_is_unknown() {
		let text = "serial,refiner,gross_oz,assay,fine_oz,vault,colour\nA,R,1,1,1,V,red\n";
		let failure = BarList::parse(text, Path::new("bars.csv")).unwrap_err();
		assert!(failure.what.contains("unknown field `colour`"), "{failure}");
	}
}

//! The manifest of an asset: what it is, and its legal documents, in TOML.

mod codes;

use super::{at, investors::Category};
use crate::{
	amounts,
	errors::{Failure, Outcome},
	moment,
};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A manifest as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
	/// What wallets show.
	pub asset: Asset,
	/// What one unit claims.
	pub unit: Unit,
	/// The legal wrapper.
	pub legal: Legal,
	/// On what terms units go back to the issuer.
	pub redemption: Redemption,
	/// Legal documents.
	#[serde(default, rename = "document")]
	pub documents: Vec<Document>,
}

/// What wallets show.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asset {
	/// Name.
	pub name: String,
	/// Ticker.
	pub symbol: String,
	/// Decimals of one token.
	pub decimals: u8,
	/// What stands behind it.
	pub kind: Kind,
}

/// What stands behind an asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Kind {
	Fiat,
	Commodity,
	Treasury,
	RealEstate,
	Receivables,
	Carbon,
	Fund,
	IntellectualProperty,
	Wrapped,
	Synthetic,
	Other,
}

/// `numerator` smallest units of the underlying are claimed by `denominator` smallest units of the
/// asset.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
	/// The underlying's smallest unit, for instance `fine troy ounce /1000`.
	pub underlying: String,
	/// Smallest units of the underlying …
	pub numerator: u64,
	/// … claimed by this many smallest units of the asset.
	pub denominator: u64,
}

/// The legal wrapper.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Legal {
	/// Who owes.
	pub obligor: String,
	/// The trustee, if there is one.
	#[serde(default)]
	pub trustee: String,
	/// The law that governs the terms.
	pub governing_law: String,
	/// How the underlying is kept apart.
	pub segregation: Segregation,
	/// Whether it stays out of the obligor's bankruptcy.
	pub bankruptcy_remote: bool,
	/// What a unit gives its holder.
	pub right: Right,
	/// ISO 6166.
	pub isin: Option<String>,
	/// ISO 17442, of the obligor.
	pub lei: Option<String>,
}

/// How the underlying is kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Segregation {
	Segregated,
	Pledged,
	Promised,
}

/// What a unit gives its holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Right {
	Title,
	BeneficialInterest,
	ContractualClaim,
	RedemptionOnly,
}

/// On what terms units go back to the issuer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redemption {
	/// Fewest tokens in one redemption, as a decimal.
	pub minimum: String,
	/// Notice that a holder must give, for instance `2d`.
	pub notice: String,
	/// Redemptions are whole multiples of so many tokens, as a decimal.
	pub lot: Option<String>,
	/// Part of the claim that stays in the reserve, in hundredths of a percent.
	#[serde(default)]
	pub fee_bps: u32,
	/// When redemptions may be asked for; always, when there is none.
	pub window: Option<Window>,
	/// Who may redeem; everybody, when none is named.
	#[serde(default)]
	pub categories: Vec<Category>,
	/// Countries whose residents may redeem, ISO 3166-1 numeric; all, when none is named.
	#[serde(default)]
	pub countries: Vec<u16>,
}

/// Times that come again.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
	/// When it opens for the first time, for instance `2027-01-04T08:00:00Z`.
	pub opens: String,
	/// From one opening to the next, for instance `7d`.
	pub every: String,
	/// How long it stays open, for instance `9h`.
	pub open: String,
}

/// A legal document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
	/// What it is.
	pub kind: DocumentKind,
	/// Its title.
	pub title: String,
	/// The file to hash, relative to the manifest.
	pub file: PathBuf,
	/// Where it can be read.
	pub uri: String,
	/// Last day on which it holds; without it, for ever.
	pub valid_until: Option<String>,
	/// Whether minting is shut once it has expired.
	#[serde(default)]
	pub required: bool,
}

/// What a document is: a name, or `other:NUMBER`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
#[allow(missing_docs)]
pub enum DocumentKind {
	Prospectus,
	TermSheet,
	LegalOpinion,
	TrustDeed,
	CustodyAgreement,
	AuditReport,
	Other(u16),
}

impl std::str::FromStr for DocumentKind {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		Ok(match text {
			"prospectus" => Self::Prospectus,
			"term-sheet" => Self::TermSheet,
			"legal-opinion" => Self::LegalOpinion,
			"trust-deed" => Self::TrustDeed,
			"custody-agreement" => Self::CustodyAgreement,
			"audit-report" => Self::AuditReport,
			other => Self::Other(
				other
					.strip_prefix("other:")
					.and_then(|number| number.parse().ok())
					.ok_or_else(|| {
						format!(
							"unknown document `{other}`, expected prospectus, term-sheet, \
							 legal-opinion, trust-deed, custody-agreement, audit-report or \
							 other:NUMBER"
						)
					})?,
			),
		})
	}
}

impl TryFrom<String> for DocumentKind {
	type Error = String;

	fn try_from(text: String) -> Result<Self, Self::Error> {
		text.parse()
	}
}

impl Manifest {
	/// Reads and checks a file; paths of documents become relative to where the program runs.
	pub fn read(path: &Path) -> Outcome<Self> {
		let mut manifest: Self = super::read_toml(path)?;
		let folder = path.parent().unwrap_or(Path::new("."));
		for document in &mut manifest.documents {
			document.file = folder.join(&document.file);
		}
		manifest.check(path)?;
		Ok(manifest)
	}

	/// Fewest smallest units in one redemption.
	pub fn minimum_units(&self) -> Outcome<u128> {
		amounts::parse(&self.redemption.minimum, self.asset.decimals.into())
	}

	/// Notice that a holder must give, in ms.
	pub fn notice_ms(&self) -> Outcome<u64> {
		moment::parse_span(&self.redemption.notice)
	}

	/// Smallest units of which redemptions are whole multiples; zero is no limit.
	pub fn lot_units(&self) -> Outcome<u128> {
		let lot = self.redemption.lot.as_deref();
		lot.map_or(Ok(0), |lot| amounts::parse(lot, self.asset.decimals.into()))
	}

	/// When the window opens first, from one opening to the next, and how long it stays open, in ms.
	pub fn window_ms(&self) -> Outcome<Option<(u64, u64, u64)>> {
		let Some(window) = &self.redemption.window else {
			return Ok(None);
		};
		if window.opens.starts_with('+') {
			return Err(Failure::input("`opens` is a point in time, and no span"));
		}
		let opens = moment::parse(&window.opens, 0)?;
		let every = moment::parse_span(&window.every)?;
		let open = moment::parse_span(&window.open)?;
		match 0 < open && open < every {
			true => Ok(Some((opens, every, open))),
			false => Err(Failure::input(
				"`open` is not shorter than `every`, or zero",
			)),
		}
	}

	fn check(&self, path: &Path) -> Outcome {
		let fail = |what: &str| {
			Err(Failure::input(format!("{}: {what}", at(path, None)))
				.next("correct the manifest; nothing was sent"))
		};
		if !(6..=18).contains(&self.asset.decimals) {
			return fail(&format!(
				"asset.decimals is {}, not 6 to 18",
				self.asset.decimals
			));
		}
		if self.unit.numerator == 0 || self.unit.denominator == 0 {
			return fail("unit: both parts of the ratio must be positive");
		}
		let optional = |code: &Option<String>, check: fn(&str) -> Result<(), String>| {
			code.as_deref().map_or(Ok(()), check)
		};
		for (key, checked) in [
			("asset.symbol", codes::check_ticker(&self.asset.symbol)),
			("legal.isin", optional(&self.legal.isin, codes::check_isin)),
			("legal.lei", optional(&self.legal.lei, codes::check_lei)),
		] {
			if let Err(what) = checked {
				return fail(&format!("{key}: {what}"));
			}
		}
		if let Err(failure) = self.minimum_units() {
			return fail(&format!("redemption.minimum: {}", failure.what));
		}
		if let Err(failure) = self.notice_ms() {
			return fail(&format!("redemption.notice: {}", failure.what));
		}
		if let Err(failure) = self.lot_units() {
			return fail(&format!("redemption.lot: {}", failure.what));
		}
		if let Err(failure) = self.window_ms() {
			return fail(&format!("redemption.window: {}", failure.what));
		}
		if self.redemption.fee_bps >= 10_000 {
			return fail("redemption.fee_bps takes all of the claim");
		}
		for document in &self.documents {
			if !document.file.is_file() {
				return fail(&format!(
					"the document {} does not exist",
					document.file.display()
				));
			}
		}
		Ok(())
	}
}

/// Decimal places of an underlying whose smallest unit is named `… /1000`: three. Without such an
/// ending, none.
pub fn underlying_decimals(unit: &str) -> u32 {
	let Some((_, divisor)) = unit.rsplit_once('/') else {
		return 0;
	};
	let Some(zeros) = divisor.trim().strip_prefix('1') else {
		return 0;
	};
	match zeros.len() <= 18 && zeros.chars().all(|c| c == '0') {
		true => zeros.len() as u32,
		false => 0,
	}
}

/// The name of an underlying without the ending `/1000`.
pub fn underlying_name(unit: &str) -> &str {
	match underlying_decimals(unit) {
		0 => unit,
		_ => unit
			.rsplit_once('/')
			.map_or(unit, |(name, _)| name.trim_end()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::fs;

	fn example() -> PathBuf {
		Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/examples/gold/asset.toml")
	}

	/// The example with one piece of text replaced, beside its documents.
	fn changed(from: &str, to: &str) -> Outcome<Manifest> {
		let folder = tempfile::tempdir().unwrap();
		for entry in fs::read_dir(example().parent().unwrap()).unwrap().flatten() {
			fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
		}
		let text = fs::read_to_string(example()).unwrap();
		assert!(text.contains(from), "{from}");
		let path = folder.path().join("asset.toml");
		fs::write(&path, text.replacen(from, to, 1)).unwrap();
		Manifest::read(&path)
	}

	#[test]
	fn works_for_the_example() {
		let manifest = Manifest::read(&example()).unwrap();
		assert_eq!(manifest.asset.kind, Kind::Commodity);
		assert_eq!(
			(manifest.unit.numerator, manifest.unit.denominator),
			(625, 19_439_673)
		);
		assert_eq!(manifest.documents.len(), 3);
		assert_eq!(underlying_decimals(&manifest.unit.underlying), 3);
	}

	#[test]
	fn fails_when_a_key_is_unknown() {
		let failure = changed("decimals = 6", "decimals = 6\ncolour = \"red\"").unwrap_err();
		assert_eq!(failure.exit_code(), 2);
		assert!(failure.what.contains("unknown field `colour`"), "{failure}");
		assert!(failure.what.contains("asset.toml, line "), "{failure}");
	}

	#[test]
	fn fails_when_a_value_is_wrong() {
		for (from, to, why) in [
			("decimals = 6", "decimals = 5", "asset.decimals is 5"),
			("decimals = 6", "decimals = \"6\"", "invalid type"),
			(
				"kind = \"commodity\"",
				"kind = \"gold\"",
				"unknown variant `gold`",
			),
			("numerator = 625", "numerator = 0", "must be positive"),
			(
				"minimum = \"1\"",
				"minimum = \"0.0000001\"",
				"7 decimal places, and 6 are allowed",
			),
			("notice = \"0d\"", "notice = \"soon\"", "not a span of time"),
			("notice = \"0d\"", "notice = \"0d\"\nlot = \"a\"", "redemption.lot"),
			("notice = \"0d\"", "notice = \"0d\"\nfee_bps = 10000", "takes all of the claim"),
			(
				"notice = \"0d\"",
				"notice = \"0d\"\nwindow = { opens = \"+1d\", every = \"7d\", open = \"1d\" }",
				"is a point in time",
			),
			(
				"notice = \"0d\"",
				"notice = \"0d\"\nwindow = { opens = \"2027-01-04\", every = \"7d\", open = \"7d\" }",
				"is not shorter than",
			),
			("prospectus.md", "missing.md", "does not exist"),
			(
				"[legal]",
				"[legal]\nisin = \"CH00\"",
				"legal.isin: it does not have 12 characters",
			),
			(
				"[legal]",
				"[legal]\nlei = \"506700GE1G29325QX364\"",
				"legal.lei: its check digits are 64, and they would have to be 63",
			),
			(
				"symbol = \"HBG\"",
				"symbol = \"HB\"",
				"asset.symbol: it has 2 letters",
			),
		] {
			let failure = changed(from, to).unwrap_err();
			assert_eq!(failure.exit_code(), 2);
			assert!(failure.what.contains(why), "{from} -> {to}: {failure}");
		}
	}

	#[test]
	fn decimals_of_the_underlying_come_from_its_name() {
		for (unit, decimals, name) in [
			("fine troy ounce /1000", 3, "fine troy ounce"),
			("CHF/100", 2, "CHF"),
			("barrel", 0, "barrel"),
			("km/h", 0, "km/h"),
			("share /1", 0, "share /1"),
		] {
			assert_eq!(
				(underlying_decimals(unit), underlying_name(unit)),
				(decimals, name)
			);
		}
	}
}

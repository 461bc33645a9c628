//! Statements on reserves: what a custodian or an auditor writes, and what comes out signed.
//!
//! What is written has dates and decimals; what is signed has milliseconds and smallest units, so
//! that nothing is left to interpretation.

use crate::errors::{Failure, Outcome};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What a custodian or an auditor writes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase", deny_unknown_fields)]
pub enum Draft {
	/// A custodian reports what lies in one of its vaults.
	Report {
		/// Ticker or number of the asset.
		asset: String,
		/// Name or number of the vault.
		vault: String,
		/// The moment it speaks of: a point in time, or `now`.
		as_of: String,
		/// Last moment at which the custodian stands by it.
		valid_until: String,
		/// What lay there, as a decimal.
		quantity: String,
		/// The underlying's smallest unit, as the asset's terms name it.
		unit: String,
		/// How the quantity was arrived at.
		basis: Basis,
		/// How fast it can be turned over.
		class: Class,
		/// What proves it.
		evidence: Evidence,
	},
	/// An auditor says whether it stands by the vault's newest report.
	Confirmation {
		/// Ticker or number of the asset.
		asset: String,
		/// Name or number of the vault.
		vault: String,
		/// What the auditor found, as a decimal.
		quantity: String,
		/// The underlying's smallest unit, as the asset's terms name it.
		unit: String,
		/// Whether it stands by the report.
		verdict: Verdict,
		/// What proves it.
		evidence: Evidence,
	},
	/// A custodian answers a challenge: its lots lay in the vault.
	Answer {
		/// Ticker or number of the asset.
		asset: String,
		/// Name or number of the vault.
		vault: String,
		/// Number of the challenge.
		challenge: u32,
		/// The moment it speaks of, after the challenge: a point in time, or `now`.
		as_of: String,
		/// What proves it.
		evidence: Evidence,
	},
}

/// What proves a statement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
	/// The file to hash, relative to the statement.
	pub file: PathBuf,
	/// Where it can be fetched.
	#[serde(default)]
	pub uri: String,
}

/// How a quantity was arrived at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Basis {
	Market,
	Cost,
	Model,
}

/// How fast the underlying can be turned over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Class {
	Liquid,
	Illiquid,
}

/// What an auditor says of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Verdict {
	Confirms,
	Contradicts,
}

/// A signed statement, ready to be handed in by anybody who is admitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
	/// Of this format.
	pub version: u8,
	/// Hash of block 0 of the chain it is meant for.
	pub genesis: String,
	/// Last moment at which it may be handed in.
	pub expires_at_ms: u64,
	/// The asset's number.
	pub asset: u32,
	/// The custodian's identity.
	pub custodian: u32,
	/// The vault's number.
	pub vault: u32,
	/// What it says.
	pub content: Content,
	/// The account that signed.
	pub signer: String,
	/// Its sr25519 signature.
	pub signature: String,
}

/// What a signed statement says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
#[allow(missing_docs)]
pub enum Content {
	Report {
		as_of_ms: u64,
		valid_until_ms: u64,
		quantity: u128,
		unit_hash: String,
		basis: Basis,
		class: Class,
		evidence_hash: String,
		evidence_uri: String,
		lots_root: Option<String>,
	},
	Confirmation {
		report_hash: String,
		quantity: u128,
		verdict: Verdict,
		evidence_hash: String,
	},
	Answer {
		challenge: u32,
		as_of_ms: u64,
		evidence_hash: String,
		evidence_uri: String,
	},
}

impl Content {
	/// What is stated, in smallest units; nothing by an answer.
	pub fn quantity(&self) -> Option<u128> {
		match self {
			Self::Report { quantity, .. } | Self::Confirmation { quantity, .. } => Some(*quantity),
			Self::Answer { .. } => None,
		}
	}

	/// The moment it speaks of, in ms; a confirmation speaks of a report.
	pub fn as_of(&self) -> Option<u64> {
		match self {
			Self::Report { as_of_ms, .. } | Self::Answer { as_of_ms, .. } => Some(*as_of_ms),
			Self::Confirmation { .. } => None,
		}
	}

	/// The root over the lots that a report speaks of.
	pub fn lots_root(&self) -> Option<&str> {
		match self {
			Self::Report { lots_root, .. } => lots_root.as_deref(),
			Self::Confirmation { .. } | Self::Answer { .. } => None,
		}
	}

	/// The hash of the report that is confirmed or contradicted.
	pub fn report(&self) -> Option<&str> {
		match self {
			Self::Confirmation { report_hash, .. } => Some(report_hash),
			Self::Report { .. } | Self::Answer { .. } => None,
		}
	}
}

impl Draft {
	/// Reads a file; the path of the evidence becomes relative to where the program runs.
	pub fn read(path: &Path) -> Outcome<Self> {
		let mut draft: Self = super::read_json(path)?;
		let folder = path.parent().unwrap_or(Path::new("."));
		let (Self::Report { evidence, .. }
		| Self::Confirmation { evidence, .. }
		| Self::Answer { evidence, .. }) = &mut draft;
		evidence.file = folder.join(&evidence.file);
		match evidence.file.is_file() {
			true => Ok(draft),
			false => Err(Failure::input(format!(
				"{}: the evidence {} does not exist",
				path.display(),
				evidence.file.display()
			))
			.next("put the file beside the statement; nothing was signed")),
		}
	}
}

impl Signed {
	/// Reads a file.
	pub fn read(path: &Path) -> Outcome<Self> {
		let signed: Self = super::read_json(path)?;
		match signed.version {
			1 => Ok(signed),
			other => Err(Failure::input(format!(
				"{}: statements of version {other} are not known",
				path.display()
			))
			.next("use a newer `assay`")),
		}
	}

	/// Whether it may be handed in on the chain with this genesis at `now`.
	pub fn check(&self, path: &Path, genesis: &str, now_ms: u64) -> Outcome {
		let fail = |what: String| Err(Failure::input(format!("{}: {what}", path.display())));
		if self.genesis != genesis {
			let what = format!(
				"the statement is for another chain: its genesis is {}, this chain's is {genesis}",
				self.genesis
			);
			return fail(what).map_err(|failure: Failure| {
				failure.next("choose the right node with --url, or have it signed for this chain")
			});
		}
		if now_ms > self.expires_at_ms {
			let expired = crate::moment::format(self.expires_at_ms);
			return fail(format!("the statement expired at {expired}")).map_err(
				|failure: Failure| {
					failure.next("have its author sign it again with `assay attest sign`")
				},
			);
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::fs;

	fn example(name: &str) -> PathBuf {
		Path::new(env!("CARGO_MANIFEST_DIR"))
			.join("../docs/examples/gold")
			.join(name)
	}

	fn signed() -> Signed {
		Signed {
			version: 1,
			genesis: "0xaa".into(),
			expires_at_ms: 1_000,
			asset: 1,
			custodian: 2,
			vault: 3,
			content: Content::Confirmation {
				report_hash: "0x01".into(),
				quantity: u128::MAX,
				verdict: Verdict::Confirms,
				evidence_hash: "0x00".into(),
			},
			signer: "5x".into(),
			signature: "0x00".into(),
		}
	}

	#[test]
	fn works_for_an_answer() {
		let folder = tempfile::tempdir().unwrap();
		fs::write(folder.path().join("photographs.zip"), "bars").unwrap();
		let path = folder.path().join("answer.json");
		let text = r#"{ "type": "answer", "asset": "HBG", "vault": "ZRH-1", "challenge": 7,
			"as_of": "now", "evidence": { "file": "photographs.zip" } }"#;
		fs::write(&path, text).unwrap();
		let draft = Draft::read(&path).unwrap();
		assert!(matches!(draft, Draft::Answer { challenge: 7, .. }));
	}

	#[test]
	fn works_for_the_examples() {
		let list = crate::input::bars::BarList::read(&example("bars.csv")).unwrap();
		for place in ["zurich", "london"] {
			let report = Draft::read(&example(&format!("custodian-{place}.json"))).unwrap();
			let confirmation = Draft::read(&example(&format!("auditor-{place}.json"))).unwrap();
			let Draft::Report {
				vault,
				quantity: reported,
				..
			} = report
			else {
				panic!()
			};
			let Draft::Confirmation {
				quantity: found, ..
			} = confirmation
			else {
				panic!()
			};
			let sum: u128 = list.in_vault(&vault).map(|bar| bar.fine).sum();
			assert_eq!(crate::amounts::parse(&reported, 3), Ok(sum));
			assert_eq!(reported, found);
		}
	}

	#[test]
	fn signed_statements_survive_a_round_trip() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("signed.json");
		fs::write(&path, serde_json::to_string(&signed()).unwrap()).unwrap();
		assert_eq!(Signed::read(&path), Ok(signed()));
	}

	#[test]
	fn fails_when_it_expired() {
		let path = Path::new("s.json");
		assert_eq!(signed().check(path, "0xaa", 1_000), Ok(()));
		let failure = signed().check(path, "0xaa", 1_001).unwrap_err();
		assert_eq!(failure.exit_code(), 2);
		assert_eq!(
			failure.what,
			"s.json: the statement expired at 1970-01-01T00:00:01Z"
		);
	}

	#[test]
	fn fails_when_it_is_for_another_chain() {
		let failure = signed().check(Path::new("s.json"), "0xbb", 0).unwrap_err();
		assert_eq!(failure.exit_code(), 2);
		assert!(failure
			.what
			.contains("for another chain: its genesis is 0xaa, this chain's is 0xbb"));
	}

	#[test]
	fn fails_when_the_file_is_malformed() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("s.json");
		let good = serde_json::to_string(&signed()).unwrap();
		for (text, why) in [
			(
				good.replace("\"version\":1", "\"version\":2"),
				"version 2 are not known",
			),
			(
				good.replace("\"asset\"", "\"asst\""),
				"unknown field `asst`",
			),
			(
				good.replace("confirms", "agrees"),
				"unknown variant `agrees`",
			),
			("{".into(), "EOF"),
		] {
			fs::write(&path, text).unwrap();
			let failure = Signed::read(&path).unwrap_err();
			assert_eq!(failure.exit_code(), 2);
			assert!(failure.what.contains(why), "{failure}");
		}
	}

	#[test]
	fn fails_when_the_evidence_is_missing() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("auditor.json");
		fs::copy(example("auditor-zurich.json"), &path).unwrap();
		assert!(Draft::read(&path)
			.unwrap_err()
			.what
			.contains("does not exist"));
	}
}

//! The policy of an asset, in TOML: up to 32 rules, all of which must hold.

use super::investors::Category;
use crate::{
	amounts,
	errors::{Failure, Outcome},
	moment,
};
use serde::Deserialize;
use std::path::Path;

/// Rules that one policy may have.
const MAX_RULES: usize = 32;

/// A policy as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyFile {
	/// Its rules.
	#[serde(default, rename = "rule")]
	pub rules: Vec<RuleEntry>,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum RuleEntry {
	/// The party has a claim on a topic that holds.
	RequiredClaim {
		/// Which party.
		#[serde(default)]
		side: Side,
		/// What the claim is about.
		topic: Topic,
		/// Identities that may vouch for it; without any, every approved one.
		#[serde(default)]
		issuers: Vec<u32>,
	},
	/// The party's country is, or is not, on a list.
	Jurisdictions {
		/// Which party.
		#[serde(default)]
		side: Side,
		/// Only these countries, ISO 3166-1 numeric.
		allow: Option<Vec<u16>>,
		/// All but these.
		deny: Option<Vec<u16>>,
	},
	/// The receiver is one of these kinds of investors.
	ReceiverCategory {
		/// Kinds that may receive.
		allowed: Vec<Category>,
	},
	/// Neither party is one of these identities.
	Denylist {
		/// Identities that may neither give nor receive.
		identities: Vec<u32>,
	},
	/// No identity holds more than this.
	MaxBalance {
		/// Tokens, as a decimal.
		tokens: String,
	},
	/// No more identities than this hold the asset.
	MaxHolders {
		/// Identities.
		max: u32,
	},
	/// Nobody but the issuer transfers before this moment.
	LockUp {
		/// A date, a time, or a span from now.
		until: String,
	},
}

/// Which party a rule looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Side {
	Sender,
	Receiver,
	#[default]
	Both,
}

/// What a claim is about: a name, or `custom:NUMBER`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
#[allow(missing_docs)]
pub enum Topic {
	Kyc,
	Aml,
	SanctionsClear,
	Accredited,
	Professional,
	TaxResidence,
	Custom(u32),
}

impl std::str::FromStr for Topic {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		Ok(match text {
			"kyc" => Self::Kyc,
			"aml" => Self::Aml,
			"sanctions-clear" => Self::SanctionsClear,
			"accredited" => Self::Accredited,
			"professional" => Self::Professional,
			"tax-residence" => Self::TaxResidence,
			other => Self::Custom(
				other
					.strip_prefix("custom:")
					.and_then(|number| number.parse().ok())
					.ok_or_else(|| {
						format!(
							"unknown topic `{other}`, expected kyc, aml, sanctions-clear, \
							 accredited, professional, tax-residence or custom:NUMBER"
						)
					})?,
			),
		})
	}
}

impl TryFrom<String> for Topic {
	type Error = String;

	fn try_from(text: String) -> Result<Self, Self::Error> {
		text.parse()
	}
}

impl PolicyFile {
	/// Reads and checks a file, for an asset with `decimals`.
	pub fn read(path: &Path, decimals: u32) -> Outcome<Self> {
		let policy: Self = super::read_toml(path)?;
		if policy.rules.len() > MAX_RULES {
			return Err(fail(
				path,
				&format!("{} rules, and {MAX_RULES} are allowed", policy.rules.len()),
			));
		}
		for (rule, number) in policy.rules.iter().zip(1..) {
			check(rule, decimals).map_err(|what| fail(path, &format!("rule {number}: {what}")))?;
		}
		Ok(policy)
	}
}

fn check(rule: &RuleEntry, decimals: u32) -> Result<(), String> {
	match rule {
		RuleEntry::Jurisdictions { allow, deny, .. } => {
			let countries = match (allow, deny) {
				(Some(list), None) | (None, Some(list)) => list,
				_ => return Err("either `allow` or `deny` must be given".into()),
			};
			match countries
				.iter()
				.find(|country| !(1..=999).contains(*country))
			{
				Some(country) => Err(format!("{country} is no ISO 3166-1 numeric country")),
				None => Ok(()),
			}
		},
		RuleEntry::ReceiverCategory { allowed } if allowed.is_empty() => {
			Err("`allowed` is empty, so that nobody could receive".into())
		},
		RuleEntry::MaxBalance { tokens } => amounts::parse(tokens, decimals)
			.map(drop)
			.map_err(|failure| failure.what),
		RuleEntry::LockUp { until } => moment::parse(until, 0)
			.map(drop)
			.map_err(|failure| failure.what),
		_ => Ok(()),
	}
}

fn fail(path: &Path, what: &str) -> Failure {
	Failure::input(format!("{}: {what}", path.display()))
		.next("correct the policy; nothing was sent")
}

#[cfg(test)]
mod tests {
	use super::*;

	fn parse(text: &str) -> Outcome<PolicyFile> {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("policy.toml");
		std::fs::write(&path, text).unwrap();
		PolicyFile::read(&path, 6)
	}

	#[test]
	fn works_for_the_example() {
		let path = Path::new(concat!(
			env!("CARGO_MANIFEST_DIR"),
			"/../docs/examples/gold/policy.toml"
		));
		assert!(PolicyFile::read(path, 6).unwrap().rules.len() >= 4);
	}

	#[test]
	fn works_for_every_kind_of_rule() {
		let text = r#"
			[[rule]]
			kind = "required-claim"
			topic = "custom:7"
			side = "receiver"
			issuers = [3]
			[[rule]]
			kind = "jurisdictions"
			deny = [840]
			[[rule]]
			kind = "receiver-category"
			allowed = ["institutional"]
			[[rule]]
			kind = "denylist"
			identities = [9]
			[[rule]]
			kind = "max-balance"
			tokens = "1_000.5"
			[[rule]]
			kind = "max-holders"
			max = 99
			[[rule]]
			kind = "lock-up"
			until = "2030-01-01"
		"#;
		let policy = parse(text).unwrap();
		assert_eq!(policy.rules.len(), 7);
		assert!(matches!(
			&policy.rules[0],
			RuleEntry::RequiredClaim {
				side: Side::Receiver,
				topic: Topic::Custom(7),
				..
			}
		));
	}

	#[test]
	fn works_without_rules() {
		assert!(parse("").unwrap().rules.is_empty());
	}

	#[test]
	fn fails_when_a_rule_is_wrong() {
		for (text, why) in [
			(
				"kind = \"max-holders\"\nmax = 1\nmin = 2",
				"unknown field `min`",
			),
			(
				"kind = \"max-holder\"\nmax = 1",
				"unknown variant `max-holder`",
			),
			(
				"kind = \"required-claim\"\ntopic = \"kjc\"",
				"unknown topic `kjc`",
			),
			(
				"kind = \"jurisdictions\"\nallow = [756]\ndeny = [840]",
				"either `allow` or `deny`",
			),
			(
				"kind = \"jurisdictions\"\nallow = [1000]",
				"no ISO 3166-1 numeric",
			),
			(
				"kind = \"receiver-category\"\nallowed = []",
				"nobody could receive",
			),
			(
				"kind = \"max-balance\"\ntokens = \"1.0000001\"",
				"7 decimal places",
			),
			(
				"kind = \"lock-up\"\nuntil = \"soon\"",
				"not a point in time",
			),
		] {
			let failure = parse(&format!("[[rule]]\n{text}\n")).unwrap_err();
			assert_eq!(failure.exit_code(), 2);
			assert!(failure.what.contains(why), "{failure}");
		}
		let many = "[[rule]]\nkind = \"max-holders\"\nmax = 1\n".repeat(33);
		assert!(parse(&many).unwrap_err().what.contains("33 rules"));
		assert!(parse("[[rules]]\n")
			.unwrap_err()
			.what
			.contains("unknown field `rules`"));
	}
}

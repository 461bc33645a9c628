//! The policy of an asset, in TOML: up to 32 rules, all of which must hold.

mod check;
#[cfg(test)]
mod tests;
mod text;

#[cfg(test)]
pub use tests::EVERY_RULE;
pub use text::{format_minute, minute_of_day, Day, Topic};

use super::investors::Category;
use crate::errors::{Failure, Outcome};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// A policy as it stands in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyFile {
	/// Its rules.
	#[serde(default, rename = "rule")]
	pub rules: Vec<RuleEntry>,
}

/// One rule. Those without figures have braces, so that an unknown key in them is an error too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
		#[serde(default, skip_serializing_if = "Vec::is_empty")]
		issuers: Vec<u32>,
	},
	/// The party's country is, or is not, on a list.
	Jurisdictions {
		/// Which party.
		#[serde(default)]
		side: Side,
		/// Only these countries, ISO 3166-1 numeric.
		#[serde(skip_serializing_if = "Option::is_none")]
		allow: Option<Vec<u16>>,
		/// All but these.
		#[serde(skip_serializing_if = "Option::is_none")]
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
	/// No identity but the issuer holds a larger share of the supply than this.
	MaxBalanceBps {
		/// Share in basis points: 1,000 is a tenth.
		bps: u32,
	},
	/// No more identities than this hold the asset.
	MaxHolders {
		/// Identities.
		max: u32,
	},
	/// No more identities of a country than this hold the asset.
	MaxHoldersPerCountry {
		/// ISO 3166-1 numeric; without it, each country by itself.
		#[serde(skip_serializing_if = "Option::is_none")]
		country: Option<u16>,
		/// Identities.
		max: u32,
	},
	/// Nobody but the issuer transfers before this moment.
	LockUp {
		/// A date, a time, or a span from now.
		until: String,
	},
	/// Units may be given away once they have been held for this long.
	HoldingPeriod {
		/// A span of time such as `40d`.
		period: String,
	},
	/// Transfers happen in one of these windows alone.
	TransferWindows {
		/// When transfers are open.
		windows: Vec<WindowEntry>,
	},
	/// An identity gives away no more than this in one period.
	VolumePerPeriod {
		/// Tokens, as a decimal.
		tokens: String,
		/// A span of time such as `1d`.
		period: String,
	},
	/// No smaller amount moves, but for all that the sender holds.
	MinimumAmount {
		/// Tokens, as a decimal.
		tokens: String,
	},
	/// Whoever holds the asset after a movement holds at least this.
	MinimumPosition {
		/// Tokens, as a decimal.
		tokens: String,
	},
	/// Who gives, gives its whole position at once.
	FullBalanceOnly {},
	/// An officer has approved the transfer beforehand.
	PreApproval {},
	/// The pair of sender and receiver is, or is not, on a list.
	Counterparties {
		/// Only these pairs.
		#[serde(skip_serializing_if = "Option::is_none")]
		allow: Option<Vec<PairEntry>>,
		/// All but these.
		#[serde(skip_serializing_if = "Option::is_none")]
		deny: Option<Vec<PairEntry>>,
	},
	/// No more units than this exist.
	SupplyCap {
		/// Tokens, as a decimal.
		tokens: String,
	},
	/// The receiver has agreed to receive this asset.
	ReceiverOptIn {},
}

/// When transfers are open: every week on `days` between two times of the day, or once between two
/// points in time. All UTC; the end does not belong to the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WindowEntry {
	/// Days of the week; without them the window is open once.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub days: Option<Vec<Day>>,
	/// `08:00`, or a point in time.
	pub from: String,
	/// `17:00`, up to `24:00`, or a point in time.
	pub until: String,
}

/// Who gives to whom; nobody named is everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairEntry {
	/// Identity that gives.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub sender: Option<u32>,
	/// Identity that receives.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub receiver: Option<u32>,
}

/// Which party a rule looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Side {
	Sender,
	Receiver,
	#[default]
	Both,
}

impl PolicyFile {
	/// Reads and checks a file, for an asset with `decimals`.
	pub fn read(path: &Path, decimals: u32) -> Outcome<Self> {
		let policy: Self = super::read_toml(path)?;
		policy.check(decimals).map_err(|what| {
			Failure::input(format!("{}: {what}", path.display()))
				.next("correct the policy; nothing was sent")
		})?;
		Ok(policy)
	}

	/// Says what is wrong with it, for an asset with `decimals`.
	pub fn check(&self, decimals: u32) -> Result<(), String> {
		check::policy(self, decimals)
	}

	/// The policy as the text of a file.
	pub fn to_toml(&self) -> Outcome<String> {
		toml::to_string(self)
			.map_err(|error| Failure::input(format!("the policy cannot be written: {error}")))
	}
}

impl RuleEntry {
	/// Its kind, as files name it.
	pub const fn kind(&self) -> &'static str {
		match self {
			Self::RequiredClaim { .. } => "required-claim",
			Self::Jurisdictions { .. } => "jurisdictions",
			Self::ReceiverCategory { .. } => "receiver-category",
			Self::Denylist { .. } => "denylist",
			Self::MaxBalance { .. } => "max-balance",
			Self::MaxBalanceBps { .. } => "max-balance-bps",
			Self::MaxHolders { .. } => "max-holders",
			Self::MaxHoldersPerCountry { .. } => "max-holders-per-country",
			Self::LockUp { .. } => "lock-up",
			Self::HoldingPeriod { .. } => "holding-period",
			Self::TransferWindows { .. } => "transfer-windows",
			Self::VolumePerPeriod { .. } => "volume-per-period",
			Self::MinimumAmount { .. } => "minimum-amount",
			Self::MinimumPosition { .. } => "minimum-position",
			Self::FullBalanceOnly {} => "full-balance-only",
			Self::PreApproval {} => "pre-approval",
			Self::Counterparties { .. } => "counterparties",
			Self::SupplyCap { .. } => "supply-cap",
			Self::ReceiverOptIn {} => "receiver-opt-in",
		}
	}

	/// What two rules of one kind have in common when one is the other one changed.
	pub fn about(&self) -> String {
		let kind = self.kind();
		match self {
			Self::RequiredClaim { topic, .. } => format!("{kind} {topic}"),
			Self::Jurisdictions { side, allow, .. } => {
				format!("{kind} {} {}", side.name(), allow.is_some())
			},
			Self::MaxHoldersPerCountry { country, .. } => format!("{kind} {country:?}"),
			Self::VolumePerPeriod { period, .. } => format!("{kind} {period}"),
			Self::Counterparties { allow, .. } => format!("{kind} {}", allow.is_some()),
			_ => kind.to_string(),
		}
	}

	/// What it asks, in a few words.
	pub fn describe(&self) -> String {
		match self {
			Self::RequiredClaim {
				side,
				topic,
				issuers,
			} => {
				let from = match issuers.as_slice() {
					[] => "any approved issuer".to_string(),
					issuers => format!("issuers {}", list(issuers)),
				};
				format!("{}: {topic} from {from}", side.name())
			},
			Self::Jurisdictions { side, allow, deny } => match (allow, deny) {
				(Some(countries), _) => format!("{}: only {}", side.name(), list(countries)),
				(None, countries) => format!(
					"{}: none of {}",
					side.name(),
					list(countries.as_deref().unwrap_or_default())
				),
			},
			Self::ReceiverCategory { allowed } => {
				let names: Vec<String> = allowed
					.iter()
					.map(|category| format!("{category:?}").to_lowercase())
					.collect();
				format!("one of {}", names.join(", "))
			},
			Self::Denylist { identities } => format!("identities {}", list(identities)),
			Self::MaxBalance { tokens }
			| Self::MinimumAmount { tokens }
			| Self::MinimumPosition { tokens }
			| Self::SupplyCap { tokens } => format!("{tokens} tokens"),
			Self::MaxBalanceBps { bps } => {
				format!(
					"{} of the supply",
					crate::amounts::format_bps((*bps).into())
				)
			},
			Self::MaxHolders { max } => format!("{max} holders"),
			Self::MaxHoldersPerCountry { country, max } => match country {
				Some(country) => format!("{max} holders of country {country}"),
				None => format!("{max} holders of each country"),
			},
			Self::LockUp { until } => format!("until {until}"),
			Self::HoldingPeriod { period } => format!("{period} after they came"),
			Self::TransferWindows { windows } => match windows.as_slice() {
				[] => "never".into(),
				windows => {
					let all: Vec<String> = windows.iter().map(WindowEntry::describe).collect();
					all.join("; ")
				},
			},
			Self::VolumePerPeriod { tokens, period } => format!("{tokens} tokens in {period}"),
			Self::FullBalanceOnly {} => "all or nothing".into(),
			Self::PreApproval {} => "an officer approves each transfer".into(),
			Self::Counterparties { allow, deny } => match (allow, deny) {
				(Some(pairs), _) => format!("only {}", describe_pairs(pairs)),
				(None, pairs) => {
					format!(
						"none of {}",
						describe_pairs(pairs.as_deref().unwrap_or_default())
					)
				},
			},
			Self::ReceiverOptIn {} => "who receives has agreed to".into(),
		}
	}
}

impl Side {
	/// Its name in files.
	pub const fn name(self) -> &'static str {
		match self {
			Self::Sender => "sender",
			Self::Receiver => "receiver",
			Self::Both => "both",
		}
	}
}

impl WindowEntry {
	fn describe(&self) -> String {
		let days = self.days.as_ref().map(|days| {
			let names: Vec<&str> = days.iter().map(|day| day.name()).collect();
			format!("{} ", names.join(" "))
		});
		format!(
			"{}{} to {}",
			days.unwrap_or_default(),
			self.from,
			self.until
		)
	}
}

fn list(items: &[impl ToString]) -> String {
	let items: Vec<String> = items.iter().map(ToString::to_string).collect();
	items.join(", ")
}

fn describe_pairs(pairs: &[PairEntry]) -> String {
	let name = |identity: Option<u32>| match identity {
		Some(identity) => identity.to_string(),
		None => "anybody".into(),
	};
	let pairs: Vec<String> = pairs
		.iter()
		.map(|pair| format!("{} to {}", name(pair.sender), name(pair.receiver)))
		.collect();
	match pairs.is_empty() {
		true => "no pair".into(),
		false => pairs.join(", "),
	}
}

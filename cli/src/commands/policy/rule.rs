//! Rules between files and the chain.

use crate::{
	amounts,
	api::runtime_types::{
		assay_primitives::identity::InvestorCategory,
		pallet_compliance::policies::{ListMode, Pair, Rule, Side, Window},
	},
	convert::bounded,
	errors::{Failure, Outcome},
	input::{
		investors::Category,
		policy::{self as file, Day, PairEntry, PolicyFile, RuleEntry, WindowEntry},
	},
	moment,
};

/// Every rule in the chain's form, for an asset with `decimals`; spans count from `now`, in ms.
pub fn to_chain(policy: &PolicyFile, decimals: u32, now: u64) -> Outcome<Vec<Rule>> {
	let rules = policy.rules.iter();
	rules.map(|entry| rule(entry, decimals, now)).collect()
}

/// Every rule in the form of files, with amounts and times written in one way only.
pub fn from_chain(rules: &[Rule], decimals: u32) -> PolicyFile {
	PolicyFile {
		rules: rules.iter().map(|rule| entry(rule, decimals)).collect(),
	}
}

fn rule(entry: &RuleEntry, decimals: u32, now: u64) -> Outcome<Rule> {
	let units = |tokens: &str| amounts::parse(tokens, decimals);
	Ok(match entry {
		RuleEntry::RequiredClaim {
			side,
			topic,
			issuers,
		} => Rule::RequiredClaim {
			side: (*side).into(),
			topic: (*topic).into(),
			issuers: bounded(issuers.iter().copied()),
		},
		RuleEntry::Jurisdictions { side, allow, deny } => {
			let (mode, list) = listed(allow, deny)?;
			Rule::Jurisdictions {
				side: (*side).into(),
				mode,
				list: bounded(list.iter().copied()),
			}
		},
		RuleEntry::ReceiverCategory { allowed } => Rule::ReceiverCategory {
			allowed: bounded(allowed.iter().copied().map(InvestorCategory::from)),
		},
		RuleEntry::Denylist { identities } => Rule::Denylist {
			identities: bounded(identities.iter().copied()),
		},
		RuleEntry::MaxBalance { tokens } => Rule::MaxBalance {
			units: units(tokens)?,
		},
		RuleEntry::MaxBalanceBps { bps } => Rule::MaxBalanceBps { bps: *bps },
		RuleEntry::MaxHolders { max } => Rule::MaxHolders { max: *max },
		RuleEntry::MaxHoldersPerCountry { country, max } => Rule::MaxHoldersPerCountry {
			country: *country,
			max: *max,
		},
		RuleEntry::LockUp { until } => Rule::LockUp {
			until: moment::parse(until, now)?,
		},
		RuleEntry::HoldingPeriod { period } => Rule::HoldingPeriod {
			period_ms: moment::parse_span(period)?,
		},
		RuleEntry::TransferWindows { windows } => {
			let windows: Outcome<Vec<Window>> =
				windows.iter().map(|entry| window(entry, now)).collect();
			Rule::TransferWindows {
				windows: bounded(windows?),
			}
		},
		RuleEntry::VolumePerPeriod { tokens, period } => Rule::VolumePerPeriod {
			units: units(tokens)?,
			period_ms: moment::parse_span(period)?,
		},
		RuleEntry::MinimumAmount { tokens } => Rule::MinimumAmount {
			units: units(tokens)?,
		},
		RuleEntry::MinimumPosition { tokens } => Rule::MinimumPosition {
			units: units(tokens)?,
		},
		RuleEntry::FullBalanceOnly {} => Rule::FullBalanceOnly,
		RuleEntry::PreApproval {} => Rule::PreApproval,
		RuleEntry::Counterparties { allow, deny } => {
			let (mode, pairs) = listed(allow, deny)?;
			let pair = |entry: &PairEntry| Pair {
				sender: entry.sender,
				receiver: entry.receiver,
			};
			Rule::Counterparties {
				mode,
				pairs: bounded(pairs.iter().map(pair)),
			}
		},
		RuleEntry::SupplyCap { tokens } => Rule::SupplyCap {
			units: units(tokens)?,
		},
		RuleEntry::ReceiverOptIn {} => Rule::ReceiverOptIn,
	})
}

fn entry(rule: &Rule, decimals: u32) -> RuleEntry {
	let tokens = |units: &u128| amounts::format(*units, decimals);
	match rule {
		Rule::RequiredClaim {
			side,
			topic,
			issuers,
		} => RuleEntry::RequiredClaim {
			side: side.into(),
			topic: topic.into(),
			issuers: issuers.0.clone(),
		},
		Rule::Jurisdictions { side, mode, list } => {
			let (allow, deny) = split(mode, list.0.clone());
			RuleEntry::Jurisdictions {
				side: side.into(),
				allow,
				deny,
			}
		},
		Rule::ReceiverCategory { allowed } => RuleEntry::ReceiverCategory {
			allowed: allowed.0.iter().map(Category::from).collect(),
		},
		Rule::Denylist { identities } => RuleEntry::Denylist {
			identities: identities.0.clone(),
		},
		Rule::MaxBalance { units } => RuleEntry::MaxBalance {
			tokens: tokens(units),
		},
		Rule::MaxBalanceBps { bps } => RuleEntry::MaxBalanceBps { bps: *bps },
		Rule::MaxHolders { max } => RuleEntry::MaxHolders { max: *max },
		Rule::MaxHoldersPerCountry { country, max } => RuleEntry::MaxHoldersPerCountry {
			country: *country,
			max: *max,
		},
		Rule::LockUp { until } => RuleEntry::LockUp {
			until: moment::format_exact(*until),
		},
		Rule::HoldingPeriod { period_ms } => RuleEntry::HoldingPeriod {
			period: moment::format_span(*period_ms),
		},
		Rule::TransferWindows { windows } => RuleEntry::TransferWindows {
			windows: windows.0.iter().map(window_entry).collect(),
		},
		Rule::VolumePerPeriod { units, period_ms } => RuleEntry::VolumePerPeriod {
			tokens: tokens(units),
			period: moment::format_span(*period_ms),
		},
		Rule::MinimumAmount { units } => RuleEntry::MinimumAmount {
			tokens: tokens(units),
		},
		Rule::MinimumPosition { units } => RuleEntry::MinimumPosition {
			tokens: tokens(units),
		},
		Rule::FullBalanceOnly => RuleEntry::FullBalanceOnly {},
		Rule::PreApproval => RuleEntry::PreApproval {},
		Rule::Counterparties { mode, pairs } => {
			let pair = |pair: &Pair| PairEntry {
				sender: pair.sender,
				receiver: pair.receiver,
			};
			let (allow, deny) = split(mode, pairs.0.iter().map(pair).collect());
			RuleEntry::Counterparties { allow, deny }
		},
		Rule::SupplyCap { units } => RuleEntry::SupplyCap {
			tokens: tokens(units),
		},
		Rule::ReceiverOptIn => RuleEntry::ReceiverOptIn {},
	}
}

fn listed<'a, T>(
	allow: &'a Option<Vec<T>>,
	deny: &'a Option<Vec<T>>,
) -> Outcome<(ListMode, &'a [T])> {
	match (allow, deny) {
		(Some(list), None) => Ok((ListMode::Allow, list)),
		(None, Some(list)) => Ok((ListMode::Deny, list)),
		_ => Err(Failure::input("either `allow` or `deny` must be given")),
	}
}

fn split<T>(mode: &ListMode, list: Vec<T>) -> (Option<Vec<T>>, Option<Vec<T>>) {
	match mode {
		ListMode::Allow => (Some(list), None),
		ListMode::Deny => (None, Some(list)),
	}
}

fn window(entry: &WindowEntry, now: u64) -> Outcome<Window> {
	let minute = |text: &str| file::minute_of_day(text).map_err(Failure::input);
	Ok(match &entry.days {
		Some(days) => Window::Weekly {
			days: Day::bits(days),
			from_minute: minute(&entry.from)?,
			until_minute: minute(&entry.until)?,
		},
		None => Window::Once {
			from: moment::parse(&entry.from, now)?,
			until: moment::parse(&entry.until, now)?,
		},
	})
}

fn window_entry(window: &Window) -> WindowEntry {
	match window {
		Window::Weekly {
			days,
			from_minute,
			until_minute,
		} => WindowEntry {
			days: Some(Day::from_bits(*days)),
			from: file::format_minute(*from_minute),
			until: file::format_minute(*until_minute),
		},
		Window::Once { from, until } => WindowEntry {
			days: None,
			from: moment::format_exact(*from),
			until: moment::format_exact(*until),
		},
	}
}

impl From<file::Side> for Side {
	fn from(side: file::Side) -> Self {
		match side {
			file::Side::Sender => Self::Sender,
			file::Side::Receiver => Self::Receiver,
			file::Side::Both => Self::Both,
		}
	}
}

impl From<&Side> for file::Side {
	fn from(side: &Side) -> Self {
		match side {
			Side::Sender => Self::Sender,
			Side::Receiver => Self::Receiver,
			Side::Both => Self::Both,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::input::policy::EVERY_RULE;

	fn read(text: &str) -> PolicyFile {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("policy.toml");
		std::fs::write(&path, text).unwrap();
		PolicyFile::read(&path, 6).unwrap()
	}

	#[test]
	fn every_rule_survives_the_way_to_the_chain_and_back() {
		let policy = read(EVERY_RULE);
		let rules = to_chain(&policy, 6, 0).unwrap();
		assert_eq!(from_chain(&rules, 6), policy);
	}

	#[test]
	fn amounts_and_times_are_written_in_one_way() {
		let policy = read(
			"[[rule]]\nkind = \"max-balance\"\ntokens = \"1_000.50\"\n[[rule]]\nkind = \
			 \"lock-up\"\nuntil = \"+1d\"\n[[rule]]\nkind = \"holding-period\"\nperiod = \"48h\"\n",
		);
		let rules = to_chain(&policy, 6, 500).unwrap();
		assert!(matches!(
			rules[0],
			Rule::MaxBalance {
				units: 1_000_500_000
			}
		));
		assert!(matches!(rules[1], Rule::LockUp { until: 86_400_500 }));
		let written = from_chain(&rules, 6);
		assert_eq!(written.rules[0].describe(), "1000.5 tokens");
		assert_eq!(written.rules[1].describe(), "until 1970-01-02T00:00:00.5Z");
		assert_eq!(written.rules[2].describe(), "2d after they came");
	}
}

//! What a policy must satisfy before it is sent: the chain's own bounds, said with the rule's number.

use super::{text::minute_of_day, PairEntry, PolicyFile, RuleEntry, WindowEntry};
use crate::{amounts, moment};

/// Rules that one policy may have.
const MAX_RULES: usize = 32;
/// Issuers that one claim rule may name.
const MAX_ISSUERS: usize = 4;
/// Countries, identities or pairs that one rule may name.
const MAX_LISTED: usize = 64;
/// Windows that one rule may name.
const MAX_WINDOWS: usize = 16;
/// Rules on the volume per period that one policy may have.
const MAX_VOLUME_RULES: usize = 4;
/// The whole in basis points.
const BPS: u32 = 10_000;

/// Says what is wrong with a policy for an asset with `decimals`.
pub fn policy(policy: &PolicyFile, decimals: u32) -> Result<(), String> {
	let rules = &policy.rules;
	if rules.len() > MAX_RULES {
		return Err(format!(
			"{} rules, and {MAX_RULES} are allowed",
			rules.len()
		));
	}
	for (entry, number) in rules.iter().zip(1..) {
		rule(entry, decimals)
			.map_err(|what| format!("rule {number} ({}): {what}", entry.kind()))?;
	}
	let holding = rules
		.iter()
		.filter(|rule| matches!(rule, RuleEntry::HoldingPeriod { .. }));
	if holding.count() > 1 {
		return Err("there is more than one holding-period".into());
	}
	let mut periods: Vec<u64> = rules
		.iter()
		.filter_map(|rule| match rule {
			RuleEntry::VolumePerPeriod { period, .. } => moment::parse_span(period).ok(),
			_ => None,
		})
		.collect();
	let count = periods.len();
	periods.sort_unstable();
	periods.dedup();
	if periods.len() < count {
		return Err("two volume-per-period rules have the same period".into());
	}
	if count > MAX_VOLUME_RULES {
		return Err(format!(
			"{count} volume-per-period rules, and {MAX_VOLUME_RULES} are allowed"
		));
	}
	Ok(())
}

fn rule(entry: &RuleEntry, decimals: u32) -> Result<(), String> {
	match entry {
		RuleEntry::RequiredClaim { issuers, .. } => at_most(issuers, MAX_ISSUERS, "issuers"),
		RuleEntry::Jurisdictions { allow, deny, .. } => {
			let countries = one_of(allow, deny)?;
			at_most(countries, MAX_LISTED, "countries")?;
			countries.iter().try_for_each(|number| country(*number))
		},
		RuleEntry::ReceiverCategory { allowed } if allowed.is_empty() => {
			Err("`allowed` is empty, so that nobody could receive".into())
		},
		RuleEntry::ReceiverCategory { allowed } => at_most(allowed, 4, "categories"),
		RuleEntry::Denylist { identities } => at_most(identities, MAX_LISTED, "identities"),
		RuleEntry::MaxBalance { tokens }
		| RuleEntry::MinimumAmount { tokens }
		| RuleEntry::MinimumPosition { tokens }
		| RuleEntry::SupplyCap { tokens } => amount(tokens, decimals),
		RuleEntry::MaxBalanceBps { bps } if *bps > BPS => {
			Err(format!("{bps} basis points are more than the whole, {BPS}"))
		},
		RuleEntry::MaxHoldersPerCountry { country: code, .. } => code.map_or(Ok(()), country),
		RuleEntry::LockUp { until } => moment::parse(until, 0)
			.map(drop)
			.map_err(|failure| failure.what),
		RuleEntry::HoldingPeriod { period } => span(period),
		RuleEntry::TransferWindows { windows } => {
			at_most(windows, MAX_WINDOWS, "windows")?;
			windows.iter().try_for_each(window)
		},
		RuleEntry::VolumePerPeriod { tokens, period } => {
			amount(tokens, decimals)?;
			span(period)
		},
		RuleEntry::Counterparties { allow, deny } => {
			let pairs: &[PairEntry] = one_of(allow, deny)?;
			at_most(pairs, MAX_LISTED, "pairs")?;
			match pairs
				.iter()
				.any(|pair| pair.sender.is_none() && pair.receiver.is_none())
			{
				true => Err("a pair names neither a sender nor a receiver".into()),
				false => Ok(()),
			}
		},
		RuleEntry::MaxBalanceBps { .. }
		| RuleEntry::MaxHolders { .. }
		| RuleEntry::FullBalanceOnly {}
		| RuleEntry::PreApproval {}
		| RuleEntry::ReceiverOptIn {} => Ok(()),
	}
}

fn one_of<'a, T>(allow: &'a Option<Vec<T>>, deny: &'a Option<Vec<T>>) -> Result<&'a [T], String> {
	match (allow, deny) {
		(Some(list), None) | (None, Some(list)) => Ok(list),
		_ => Err("either `allow` or `deny` must be given".into()),
	}
}

fn at_most<T>(items: &[T], most: usize, what: &str) -> Result<(), String> {
	match items.len() > most {
		true => Err(format!("{} {what}, and {most} are allowed", items.len())),
		false => Ok(()),
	}
}

fn country(number: u16) -> Result<(), String> {
	match (1..=999).contains(&number) {
		true => Ok(()),
		false => Err(format!("{number} is no ISO 3166-1 numeric country")),
	}
}

fn amount(tokens: &str, decimals: u32) -> Result<(), String> {
	amounts::parse(tokens, decimals)
		.map(drop)
		.map_err(|failure| failure.what)
}

fn span(period: &str) -> Result<(), String> {
	match moment::parse_span(period) {
		Ok(0) => Err("the period must be longer than nothing".into()),
		Ok(_) => Ok(()),
		Err(failure) => Err(failure.what),
	}
}

fn window(entry: &WindowEntry) -> Result<(), String> {
	let (from, until) = match &entry.days {
		Some(days) if days.is_empty() => return Err("a window names no day".into()),
		Some(_) => (
			minute_of_day(&entry.from)?.into(),
			minute_of_day(&entry.until)?.into(),
		),
		None => (once(&entry.from)?, once(&entry.until)?),
	};
	match from < until {
		true => Ok(()),
		false => Err(format!(
			"the window from {} to {} ends before it starts",
			entry.from, entry.until
		)),
	}
}

/// A day alone would stand for its end, which is not what one expects of a start.
fn once(text: &str) -> Result<u64, String> {
	match text.starts_with('+') || text.contains('T') {
		true => moment::parse(text, 0).map_err(|failure| failure.what),
		false => Err(format!(
			"`{text}` is not a point in time with an hour, such as 2027-01-31T12:00:00Z"
		)),
	}
}

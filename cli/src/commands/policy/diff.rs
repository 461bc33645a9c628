//! What a file would change about an asset's rules, line by line.

use super::rule::{from_chain, to_chain};
use crate::{
	api,
	context::{AssetInfo, Context},
	errors::Outcome,
	input::policy::{PolicyFile, RuleEntry},
	output::Answer,
};
use serde_json::{json, Value};
use std::path::Path;

/// What happens to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
	Added,
	Removed,
	Changed,
}

/// One line of the difference.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
	change: Change,
	old: Option<RuleEntry>,
	new: Option<RuleEntry>,
}

/// Compares the rules in force with those of a file.
pub async fn run(context: &Context, asset: &AssetInfo, path: &Path) -> Outcome {
	let policy = PolicyFile::read(path, asset.decimals)?;
	let chain = context.chain().await?;
	let question = api::view_functions().compliance().policy(asset.id);
	let current = chain.ask(question).await?.map(|rules| rules.0);
	// Both in the one way in which the chain's figures are written.
	let new = from_chain(
		&to_chain(&policy, asset.decimals, chain.now().await?)?,
		asset.decimals,
	);
	let old = from_chain(current.as_deref().unwrap_or_default(), asset.decimals);
	let lines = compare(&old.rules, &new.rules);
	let answer = Answer::new()
		.fact("asset", asset.symbol.as_str())
		.fact("same", current.is_some() && lines.is_empty())
		.fact("rules now", json!(current.as_ref().map(Vec::len)))
		.fact("rules in the file", new.rules.len())
		.with_list(
			"changes",
			&["", "kind", "now", "in the file"],
			lines.iter().map(row).collect(),
		);
	context.print(answer);
	Ok(())
}

fn row(line: &Line) -> Vec<Value> {
	let sign = match line.change {
		Change::Added => "+",
		Change::Removed => "-",
		Change::Changed => "~",
	};
	let kind = line.new.as_ref().or(line.old.as_ref()).map(RuleEntry::kind);
	vec![
		json!(sign),
		json!(kind),
		json!(line.old.as_ref().map(RuleEntry::describe)),
		json!(line.new.as_ref().map(RuleEntry::describe)),
	]
}

/// Rules that are in both are no line; of the others, two about the same thing are one changed rule.
/// The order plays no part, since all rules must hold.
fn compare(old: &[RuleEntry], new: &[RuleEntry]) -> Vec<Line> {
	let mut old: Vec<RuleEntry> = old.to_vec();
	let mut fresh = Vec::new();
	for rule in new {
		match old.iter().position(|known| known == rule) {
			Some(place) => drop(old.remove(place)),
			None => fresh.push(rule.clone()),
		}
	}
	let mut lines = Vec::new();
	for rule in fresh {
		let same = old.iter().position(|known| known.about() == rule.about());
		lines.push(Line {
			change: match same {
				Some(_) => Change::Changed,
				None => Change::Added,
			},
			old: same.map(|place| old.remove(place)),
			new: Some(rule),
		});
	}
	lines.extend(old.into_iter().map(|rule| Line {
		change: Change::Removed,
		old: Some(rule),
		new: None,
	}));
	lines
}

#[cfg(test)]
mod tests {
	use super::*;

	fn changes(old: &[RuleEntry], new: &[RuleEntry]) -> Vec<Change> {
		compare(old, new).iter().map(|line| line.change).collect()
	}

	#[test]
	fn lines_are_added_removed_and_changed_rules() {
		let holders = |max| RuleEntry::MaxHolders { max };
		let opt_in = RuleEntry::ReceiverOptIn {};
		let old = [holders(99), opt_in.clone()];
		assert_eq!(changes(&old, &[opt_in.clone(), holders(99)]), []);
		assert_eq!(
			changes(&old, &[RuleEntry::PreApproval {}, holders(100)]),
			[Change::Added, Change::Changed, Change::Removed]
		);
		assert_eq!(changes(&[], &old), [Change::Added, Change::Added]);
	}

	#[test]
	fn a_rule_twice_is_compared_twice() {
		let volume = |tokens: &str, period: &str| RuleEntry::VolumePerPeriod {
			tokens: tokens.into(),
			period: period.into(),
		};
		let old = [volume("1", "1d"), volume("5", "7d")];
		let lines = compare(&old, &[volume("6", "7d"), volume("1", "1d")]);
		assert_eq!(lines.len(), 1);
		assert_eq!(lines[0].old, Some(volume("5", "7d")));
		let twice = [RuleEntry::PreApproval {}, RuleEntry::PreApproval {}];
		assert_eq!(changes(&twice, &twice[..1]), [Change::Removed]);
	}
}

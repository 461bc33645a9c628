//! Freezes of many holders at once, from a list.

use super::parse_target;
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::pallet_compliance::{
			pallet::Call,
			types::{Freeze, FreezeTarget},
		},
		RuntimeCall,
	},
	commands::{Case, BATCH},
	context::{AssetInfo, Context},
	convert::bounded,
	errors::Outcome,
	input::targets,
	output::{progress, Answer},
};
use clap::Args;
use std::path::Path;
use subxt::utils::{AccountId32, H256};

/// Of which asset, whose, and under which case
#[derive(Debug, Args)]
pub struct Many {
	/// Ticker or number
	asset: String,
	/// Lists (CSV with the header `target`), identities, or `account:ACCOUNT`
	#[arg(required = true, value_name = "FILE.csv|TARGET")]
	targets: Vec<String>,
	#[command(flatten)]
	case: Case,
}

/// What became of the targets.
#[derive(Default)]
struct Tally {
	done: u64,
	skipped: u64,
}

/// Freezes all of them.
pub async fn freeze(context: &Context, many: Many, tokens: Option<String>) -> Outcome {
	let asset = context.asset(&many.asset).await?;
	let freeze = match tokens {
		Some(tokens) => Freeze::Partial(asset.parse(&tokens)?),
		None => Freeze::Full,
	};
	send(context, &asset, &many, "freezing", |targets, case| {
		Call::freeze_many {
			asset: asset.id,
			targets: bounded(targets),
			freeze: freeze.clone(),
			case,
		}
	})
	.await
}

/// Ends all of their freezes.
pub async fn thaw(context: &Context, many: Many) -> Outcome {
	let asset = context.asset(&many.asset).await?;
	send(context, &asset, &many, "thawing", |targets, case| {
		Call::thaw_many {
			asset: asset.id,
			targets: bounded(targets),
			case,
		}
	})
	.await
}

/// Sends the targets in pieces. The chain skips those that are done, so that a run which broke is
/// simply repeated.
async fn send(
	context: &Context,
	asset: &AssetInfo,
	many: &Many,
	what: &'static str,
	call: impl Fn(Vec<FreezeTarget<AccountId32>>, H256) -> Call,
) -> Outcome {
	let case = many.case.hash()?;
	let names = names(&many.targets)?;
	let bar = progress(what, names.len() as u64);
	let mut tally = Tally::default();
	for piece in names.chunks(BATCH) {
		let mut targets = Vec::new();
		for name in piece {
			targets.push(parse_target(context, name).await?);
		}
		let call = RuntimeCall::Compliance(call(targets, case));
		let Some(receipt) = context.send(call).await? else {
			bar.finish_and_clear();
			return Ok(());
		};
		let frozen = receipt.find::<api::compliance::events::ManyFrozen>()?;
		let thawed = receipt.find::<api::compliance::events::ManyThawed>()?;
		let counts = [
			frozen.map(|event| (event.done, event.skipped)),
			thawed.map(|event| (event.done, event.skipped)),
		];
		for (done, skipped) in counts.into_iter().flatten() {
			tally.done += u64::from(done);
			tally.skipped += u64::from(skipped);
		}
		bar.inc(piece.len() as u64);
	}
	bar.finish_and_clear();
	context.print(
		Answer::new()
			.fact("asset", asset.symbol.as_str())
			.fact("case", hex(case))
			.fact("targets", names.len())
			.fact("done", tally.done)
			.fact("were so already", tally.skipped),
	);
	Ok(())
}

/// The targets that are named, those of lists included, each once.
fn names(given: &[String]) -> Outcome<Vec<String>> {
	let mut names: Vec<String> = Vec::new();
	for one in given {
		let path = Path::new(one);
		match path.is_file() {
			true => names.extend(targets::read(path)?),
			false => names.push(one.clone()),
		}
	}
	let mut seen = std::collections::HashSet::new();
	names.retain(|name| seen.insert(name.clone()));
	Ok(names)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn lists_and_names_may_be_mixed() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("order.csv");
		std::fs::write(&path, "target\n7\naccount://Dora\n").unwrap();
		let given = ["9".to_string(), path.display().to_string(), "7".to_string()];
		assert_eq!(names(&given).unwrap(), ["9", "7", "account://Dora"]);
	}
}

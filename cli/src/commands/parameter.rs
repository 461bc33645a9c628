//! The rules of a reserve, and how far a vote can move them.

use crate::{
	amounts,
	api::{
		self,
		runtime_types::{
			assay_primitives::parameters::ParameterKey,
			pallet_reserve_governance::{corridor::Corridor, pallet::Call},
		},
		RuntimeCall,
	},
	context::{AssetInfo, Context},
	errors::{Failure, Outcome},
	moment,
	output::Answer,
};
use clap::{Subcommand, ValueEnum};
use serde_json::{json, Value};

/// What can be done with parameters
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Decide that a parameter changes after its delay (council)
	Set {
		/// Ticker or number
		asset: String,
		/// Parameter
		#[arg(value_enum)]
		key: ParameterKey,
		/// Its value: basis points (or 102.5%), a span (30d), or a number
		value: String,
	},
	/// Take back a change that is decided and waits (council)
	Cancel {
		/// Ticker or number
		asset: String,
		/// Parameter
		#[arg(value_enum)]
		key: ParameterKey,
	},
	/// Show an asset's parameters and what waits
	Show {
		/// Ticker or number
		asset: String,
	},
	/// Show how far, how fast and how soon parameters can move
	Corridor {
		/// Parameter; all unless given
		#[arg(value_enum)]
		key: Option<ParameterKey>,
	},
	/// Set a parameter's corridor (council, two thirds)
	SetCorridor {
		/// Parameter
		#[arg(value_enum)]
		key: ParameterKey,
		/// Smallest value
		#[arg(long)]
		min: String,
		/// Largest value
		#[arg(long)]
		max: String,
		/// Most that one decision may move it
		#[arg(long)]
		max_step: String,
		/// Time between two decisions
		#[arg(long)]
		cooldown: String,
		/// Time until a tightening holds
		#[arg(long)]
		tighten_delay: String,
		/// Time until any other change holds
		#[arg(long)]
		loosen_delay: String,
	},
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	let call = match verb {
		Verb::Set { asset, key, value } => {
			let asset = context.asset(&asset).await?;
			let value = parse_value(&key, &value)?;
			let call = Call::set_parameter {
				asset: asset.id,
				key,
				value,
			};
			let receipt = context
				.send_as_council(RuntimeCall::ReserveGovernance(call))
				.await?;
			if let Some(receipt) = receipt {
				let event =
					receipt.event::<api::reserve_governance::events::ParameterScheduled>()?;
				let answer = Answer::new()
					.fact("parameter", name(&event.key))
					.fact("old", format_value(&event.key, event.old))
					.fact("new", format_value(&event.key, event.new))
					.fact("holds from", moment::format(event.effective_at));
				context.print_done(Some(receipt), answer);
			}
			return Ok(());
		},
		Verb::Cancel { asset, key } => Call::cancel_change {
			asset: context.asset(&asset).await?.id,
			key,
		},
		Verb::Show { asset } => return show(context, &context.asset(&asset).await?).await,
		Verb::Corridor { key } => return corridors(context, key).await,
		Verb::SetCorridor {
			key,
			min,
			max,
			max_step,
			cooldown,
			tighten_delay,
			loosen_delay,
		} => {
			let corridor = Corridor {
				min: parse_value(&key, &min)?,
				max: parse_value(&key, &max)?,
				max_step: parse_value(&key, &max_step)?,
				cooldown_ms: moment::parse_span(&cooldown)?,
				tighten_delay_ms: moment::parse_span(&tighten_delay)?,
				loosen_delay_ms: moment::parse_span(&loosen_delay)?,
			};
			Call::set_corridor { key, corridor }
		},
	};
	let receipt = context
		.send_as_council(RuntimeCall::ReserveGovernance(call))
		.await?;
	context.print_done(receipt, Answer::new());
	Ok(())
}

async fn show(context: &Context, asset: &AssetInfo) -> Outcome {
	let chain = context.chain().await?;
	let questions = api::view_functions().reserve_governance();
	let values = chain
		.ask(questions.parameters(asset.id))
		.await?
		.ok_or_else(|| {
			Failure::refused(format!("no parameters are known for {}", asset.symbol))
				.named("ParametersMissing")
		})?;
	let pending = chain.ask(questions.pending(asset.id)).await?;
	let rows = pending.iter().map(|it| {
		vec![
			json!(name(&it.key)),
			json!(format_value(&it.key, it.value)),
			json!(moment::format(it.effective_at)),
		]
	});
	let value = |key: ParameterKey, value: u64| format_value(&key, value);
	use ParameterKey::*;
	let bps = |key, figure: u32| value(key, figure.into());
	context.print(
		Answer::new()
			.fact(
				"required coverage",
				bps(RequiredCoverageBps, values.required_coverage_bps),
			)
			.fact(
				"confirmation quorum",
				bps(ConfirmationQuorum, values.confirmation_quorum),
			)
			.fact(
				"max report age",
				value(MaxReportAgeMs, values.max_report_age_ms),
			)
			.fact("tolerance", bps(ToleranceBps, values.tolerance_bps))
			.fact(
				"basis haircut",
				bps(BasisHaircutBps, values.basis_haircut_bps),
			)
			.fact(
				"illiquid haircut",
				bps(IlliquidHaircutBps, values.illiquid_haircut_bps),
			)
			.fact(
				"max custodian share",
				bps(MaxCustodianShareBps, values.max_custodian_share_bps),
			)
			.fact("mint bucket", bps(MintBucketBps, values.mint_bucket_bps))
			.fact(
				"accept deadline",
				value(AcceptDeadlineMs, values.accept_deadline_ms),
			)
			.fact(
				"release deadline",
				value(ReleaseDeadlineMs, values.release_deadline_ms),
			)
			.fact(
				"breach penalty",
				bps(BreachPenaltyBps, values.breach_penalty_bps),
			)
			.with_list(
				"waiting",
				&["parameter", "value", "holds from"],
				rows.collect(),
			),
	);
	Ok(())
}

async fn corridors(context: &Context, key: Option<ParameterKey>) -> Outcome {
	let chain = context.chain().await?;
	let keys = match key {
		Some(key) => vec![key],
		None => ParameterKey::value_variants().to_vec(),
	};
	let mut rows: Vec<Vec<Value>> = Vec::new();
	let questions = api::view_functions().reserve_governance();
	for key in keys {
		let it = chain.ask(questions.corridor(key.clone())).await?;
		let (lowest, highest) = chain.ask(questions.hard_bounds(key.clone())).await?;
		let tightening = chain.ask(questions.tightening(key.clone())).await?;
		rows.push(vec![
			json!(name(&key)),
			json!(format_value(&key, it.min)),
			json!(format_value(&key, it.max)),
			json!(format_value(&key, it.max_step)),
			json!(format!("{tightening:?}").to_lowercase()),
			json!(moment::format_span(it.cooldown_ms)),
			json!(moment::format_span(it.tighten_delay_ms)),
			json!(moment::format_span(it.loosen_delay_ms)),
			json!(format!(
				"{} to {}",
				format_value(&key, lowest),
				format_value(&key, highest)
			)),
		]);
	}
	let columns = [
		"parameter",
		"min",
		"max",
		"step",
		"stricter",
		"cool-down",
		"tightens after",
		"loosens after",
		"hard bounds",
	];
	context.print(Answer::list(&columns, rows));
	Ok(())
}

/// What a key's value is counted in.
enum Counted {
	BasisPoints,
	Milliseconds,
	Number,
}

fn counted(key: &ParameterKey) -> Counted {
	let name = name(key);
	if name.ends_with("-bps") {
		Counted::BasisPoints
	} else if name.ends_with("-ms") {
		Counted::Milliseconds
	} else {
		Counted::Number
	}
}

fn parse_value(key: &ParameterKey, text: &str) -> Outcome<u64> {
	let fail =
		|how: &str| Failure::input(format!("`{text}` is not a value of {}", name(key))).next(how);
	match counted(key) {
		Counted::BasisPoints => match text.strip_suffix('%') {
			Some(percent) => amounts::parse(percent, 2)
				.ok()
				.and_then(|bps| u64::try_from(bps).ok())
				.ok_or_else(|| fail("write percent with at most two decimals: 102.5%")),
			None => text
				.parse()
				.map_err(|_| fail("write basis points: 10250, or percent: 102.5%")),
		},
		Counted::Milliseconds => moment::parse_span(text),
		Counted::Number => text.parse().map_err(|_| fail("write a whole number")),
	}
}

fn format_value(key: &ParameterKey, value: u64) -> String {
	match counted(key) {
		Counted::BasisPoints => amounts::format_bps(value),
		Counted::Milliseconds => moment::format_span(value),
		Counted::Number => value.to_string(),
	}
}

/// A parameter as the command line names it.
fn name(key: &ParameterKey) -> String {
	key.to_possible_value()
		.map(|value| value.get_name().to_string())
		.unwrap_or_default()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn values_are_read_in_their_unit() {
		let coverage = ParameterKey::RequiredCoverageBps;
		assert_eq!(parse_value(&coverage, "102.5%"), Ok(10_250));
		assert_eq!(parse_value(&coverage, "10250"), Ok(10_250));
		assert_eq!(format_value(&coverage, 10_250), "102.5 %");
		let age = ParameterKey::MaxReportAgeMs;
		assert_eq!(parse_value(&age, "30d"), Ok(2_592_000_000));
		assert_eq!(format_value(&age, 2_592_000_000), "30d");
		assert_eq!(parse_value(&ParameterKey::ConfirmationQuorum, "2"), Ok(2));
	}

	#[test]
	fn fails_when_it_is_no_value() {
		for (key, text) in [
			(ParameterKey::RequiredCoverageBps, "102.555%"),
			(ParameterKey::RequiredCoverageBps, "30d"),
			(ParameterKey::MaxReportAgeMs, "30"),
			(ParameterKey::ConfirmationQuorum, "two"),
		] {
			assert_eq!(
				parse_value(&key, text).unwrap_err().exit_code(),
				2,
				"{text}"
			);
		}
	}
}

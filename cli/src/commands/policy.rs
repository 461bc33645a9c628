//! Who may hold and receive, and what is stopped.

use super::identity::topic_name;
use crate::{
	api::{
		self,
		runtime_types::{
			assay_primitives::{asset::Movement, identity::InvestorCategory},
			pallet_compliance::{
				pallet::Call,
				types::{ListMode, Refusal, Rule, Side},
			},
		},
		RuntimeCall,
	},
	context::{AssetInfo, Context},
	convert::bounded,
	errors::{Failure, Outcome},
	input::policy::{self as file, PolicyFile, RuleEntry},
	moment,
	output::Answer,
	refusal,
};
use clap::Subcommand;
use serde_json::{json, Value};
use std::path::PathBuf;

/// What can be done with policies
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Set an asset's rules, instead of those it has (compliance officer)
	Apply {
		/// Ticker or number
		asset: String,
		/// Rules
		#[arg(value_name = "FILE.toml")]
		file: PathBuf,
	},
	/// Remove an asset's rules, so that nothing moves (compliance officer)
	Clear {
		/// Ticker or number
		asset: String,
	},
	/// Show an asset's rules and pauses
	Show {
		/// Ticker or number
		asset: String,
	},
	/// Say whether a transfer would be allowed, with every reason against it
	Explain {
		/// Ticker or number
		asset: String,
		/// Sender
		from: String,
		/// Receiver
		to: String,
		/// Tokens, as a decimal
		amount: String,
		/// Who spends by approval
		#[arg(long)]
		spender: Option<String>,
	},
	/// Stop a kind of movement (compliance officer or transfer agent; the council by motion)
	Pause {
		/// Ticker or number
		asset: String,
		/// Kind of movement
		#[arg(value_enum)]
		movement: Movement,
	},
	/// Let it go on: two organisations must say so, or the council
	Resume {
		/// Ticker or number
		asset: String,
		/// Kind of movement
		#[arg(value_enum)]
		movement: Movement,
	},
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	let receipt = match verb {
		Verb::Apply { asset, file } => {
			let asset = context.asset(&asset).await?;
			let policy = PolicyFile::read(&file, asset.decimals)?;
			let mut rules = Vec::new();
			for entry in &policy.rules {
				rules.push(rule(context, &asset, entry).await?);
			}
			let count = rules.len();
			let call = Call::set_policy {
				asset: asset.id,
				policy: bounded(rules),
			};
			let receipt = context.send(RuntimeCall::Compliance(call)).await?;
			context.print_done(receipt, Answer::new().fact("rules", count));
			return Ok(());
		},
		Verb::Clear { asset } => {
			let call = Call::clear_policy {
				asset: context.asset(&asset).await?.id,
			};
			context.send(RuntimeCall::Compliance(call)).await?
		},
		Verb::Show { asset } => return show(context, &context.asset(&asset).await?).await,
		Verb::Explain {
			asset,
			from,
			to,
			amount,
			spender,
		} => {
			let asset = context.asset(&asset).await?;
			let amount = asset.parse(&amount)?;
			let (from, to) = (context.account(&from)?, context.account(&to)?);
			let spender = spender
				.map(|spender| context.account(&spender))
				.transpose()?;
			let question = api::view_functions()
				.compliance()
				.can_transfer(asset.id, from, to, amount, spender);
			let refusals = context.chain().await?.ask(question).await?.0;
			let rows = refusal_rows(context, &asset, &refusals).await?;
			let answer = Answer::new().fact("allowed", rows.is_empty()).with_list(
				"reasons",
				&["reason", "meaning", "limit", "current", "asked"],
				rows,
			);
			context.print(answer);
			return Ok(());
		},
		Verb::Pause { asset, movement } => {
			let call = Call::pause {
				asset: context.asset(&asset).await?.id,
				movement,
			};
			context.send(RuntimeCall::Compliance(call)).await?
		},
		Verb::Resume { asset, movement } => {
			let call = Call::resume {
				asset: context.asset(&asset).await?.id,
				movement,
			};
			let receipt = context.send(RuntimeCall::Compliance(call)).await?;
			let resumed = match &receipt {
				Some(receipt) => receipt
					.find::<api::compliance::events::MovementResumed>()?
					.is_some(),
				None => false,
			};
			let state = if resumed {
				"resumed"
			} else {
				"waits for a second organisation"
			};
			context.print_done(receipt, Answer::new().fact("movement", state));
			return Ok(());
		},
	};
	context.print_done(receipt, Answer::new());
	Ok(())
}

async fn rule(context: &Context, asset: &AssetInfo, entry: &RuleEntry) -> Outcome<Rule> {
	let side = |side: &file::Side| match side {
		file::Side::Sender => Side::Sender,
		file::Side::Receiver => Side::Receiver,
		file::Side::Both => Side::Both,
	};
	Ok(match entry {
		RuleEntry::RequiredClaim {
			side: which,
			topic,
			issuers,
		} => Rule::RequiredClaim {
			side: side(which),
			topic: (*topic).into(),
			issuers: bounded(issuers.iter().copied()),
		},
		RuleEntry::Jurisdictions {
			side: which,
			allow,
			deny,
		} => {
			let (mode, list) = match (allow, deny) {
				(Some(list), None) => (ListMode::Allow, list),
				(None, Some(list)) => (ListMode::Deny, list),
				_ => return Err(Failure::input("either `allow` or `deny` must be given")),
			};
			Rule::Jurisdictions {
				side: side(which),
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
			units: asset.parse(tokens)?,
		},
		RuleEntry::MaxHolders { max } => Rule::MaxHolders { max: *max },
		RuleEntry::LockUp { until } => Rule::LockUp {
			until: context.moment(until).await?,
		},
	})
}

async fn show(context: &Context, asset: &AssetInfo) -> Outcome {
	let chain = context.chain().await?;
	let policy = chain
		.ask(api::view_functions().compliance().policy(asset.id))
		.await?;
	let paused = chain
		.ask(api::view_functions().compliance().paused(asset.id))
		.await?;
	let paused: Vec<String> = paused
		.0
		.iter()
		.map(|movement| format!("{movement:?}"))
		.collect();
	let holders = chain
		.state(api::storage().compliance().holders(), (asset.id,))
		.await?;
	let answer = Answer::new()
		.fact("asset", asset.symbol.as_str())
		.fact("paused", paused)
		.fact("holders", holders.unwrap_or_default());
	context.print(match policy {
		Some(rules) => {
			let rows = rules.0.iter().zip(1..).map(|(rule, number)| {
				let (name, what) = describe(rule, asset);
				vec![json!(number), json!(name), json!(what)]
			});
			answer.with_list("rules", &["rule", "kind", "what"], rows.collect())
		},
		None => answer.fact("rules", "none: nothing moves until a policy is set"),
	});
	Ok(())
}

fn describe(rule: &Rule, asset: &AssetInfo) -> (&'static str, String) {
	let side = |side: &Side| format!("{side:?}").to_lowercase();
	match rule {
		Rule::RequiredClaim {
			side: which,
			topic,
			issuers,
		} => {
			let from = match issuers.0.as_slice() {
				[] => "any approved issuer".to_string(),
				issuers => format!("issuers {issuers:?}"),
			};
			let topic = topic_name(topic);
			(
				"required-claim",
				format!("{} of the transfer: {topic} from {from}", side(which)),
			)
		},
		Rule::Jurisdictions {
			side: which,
			mode,
			list,
		} => {
			let mode = format!("{mode:?}").to_lowercase();
			(
				"jurisdictions",
				format!("{}: {mode} {:?}", side(which), list.0),
			)
		},
		Rule::ReceiverCategory { allowed } => {
			("receiver-category", format!("one of {:?}", allowed.0))
		},
		Rule::Denylist { identities } => ("denylist", format!("identities {:?}", identities.0)),
		Rule::MaxBalance { units } => ("max-balance", asset.tokens(*units)),
		Rule::MaxHolders { max } => ("max-holders", max.to_string()),
		Rule::LockUp { until } => ("lock-up", format!("until {}", moment::format(*until))),
	}
}

/// Reasons with their meaning and figures.
async fn refusal_rows(
	context: &Context,
	asset: &AssetInfo,
	refusals: &[Refusal],
) -> Outcome<Vec<Vec<Value>>> {
	let at = context.chain().await?.best().await?;
	let rows = refusals.iter().map(|it| {
		let name = format!("{:?}", it.reason);
		let reasons = refusal::reasons(at.metadata_ref()).unwrap_or_default();
		let code = reasons
			.iter()
			.find(|reason| reason.name == name)
			.map(|reason| reason.index);
		let known = code.and_then(|code| refusal::reason(code, at.metadata_ref()));
		let figure = |units: u128| match units {
			0 => Value::Null,
			units if matches!(name.as_str(), "FreeUnits" | "MaxBalance" | "Allowance") => {
				json!(asset.tokens(units))
			},
			units => json!(units.to_string()),
		};
		vec![
			json!(name),
			json!(known.map(|failure| failure.what)),
			figure(it.limit),
			figure(it.current),
			figure(it.asked),
		]
	});
	Ok(rows.collect())
}

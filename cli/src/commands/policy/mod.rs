//! Who may hold and receive, and what is stopped.

mod diff;
mod explain;
mod rule;
mod template;

use super::identity_or_own;
use crate::{
	api::{
		self,
		runtime_types::{
			assay_primitives::asset::Movement,
			pallet_compliance::{pallet::Call, policies::Rule},
		},
		RuntimeCall,
	},
	context::{AssetInfo, Context},
	convert::bounded,
	errors::{Failure, Outcome},
	input::policy::{PolicyFile, RuleEntry},
	moment,
	output::{Answer, Format},
};
use clap::Subcommand;
use explain::Explain;
use serde_json::{json, Value};
use std::path::{Path, PathBuf};
use template::TemplateVerb;

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
	/// Say what a file would change about an asset's rules
	Diff {
		/// Ticker or number
		asset: String,
		/// Rules
		#[arg(value_name = "FILE.toml")]
		file: PathBuf,
	},
	/// Set rules that are in force from a moment on (compliance officer)
	Schedule {
		/// Ticker or number
		asset: String,
		/// Rules
		#[arg(value_name = "FILE.toml")]
		file: PathBuf,
		/// First moment at which they are in force
		#[arg(long)]
		at: String,
	},
	/// Withdraw rules that are not in force yet (compliance officer)
	CancelSchedule {
		/// Ticker or number
		asset: String,
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
		/// Write the rules in force as a file that `apply` takes
		#[arg(long)]
		toml: bool,
	},
	/// Say whether a transfer would be allowed, with every reason against it and what to do
	Explain(Explain),
	/// Approve one transfer beforehand, where the rules ask for that (compliance officer)
	ApproveTransfer {
		/// Ticker or number
		asset: String,
		/// Identity that gives, or an account of it
		from: String,
		/// Identity that receives, or an account of it
		to: String,
		/// Most tokens that may move, as a decimal
		amount: String,
		/// Last moment at which it counts
		#[arg(long, default_value = "+7d")]
		until: String,
	},
	/// Withdraw such an approval (compliance officer; anybody once its time is over)
	CancelApproval {
		/// Ticker or number
		asset: String,
		/// Identity that gives, or an account of it
		from: String,
		/// Identity that receives, or an account of it
		to: String,
	},
	/// Show what was approved beforehand from one identity to another
	Approval {
		/// Ticker or number
		asset: String,
		/// Identity that gives, or an account of it
		from: String,
		/// Identity that receives, or an account of it
		to: String,
	},
	/// Agree that one's identity receives an asset
	OptIn {
		/// Ticker or number
		asset: String,
	},
	/// Agree to that no more; what is held stays
	OptOut {
		/// Ticker or number
		asset: String,
		/// Identity, or an account of it; the key's own unless given
		#[arg(long)]
		identity: Option<String>,
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
	/// Policies to start from
	#[command(subcommand)]
	Template(TemplateVerb),
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	let send = |call: Call| context.send(RuntimeCall::Compliance(call));
	let id = |asset: String| async move { context.asset(&asset).await.map(|info| info.id) };
	let receipt = match verb {
		Verb::Apply { asset, file } => return apply(context, &asset, &file).await,
		Verb::Diff { asset, file } => {
			return diff::run(context, &context.asset(&asset).await?, &file).await
		},
		Verb::Schedule { asset, file, at } => return schedule(context, &asset, &file, &at).await,
		Verb::CancelSchedule { asset } => {
			send(Call::cancel_scheduled_policy {
				asset: id(asset).await?,
			})
			.await?
		},
		Verb::Clear { asset } => {
			send(Call::clear_policy {
				asset: id(asset).await?,
			})
			.await?
		},
		Verb::Show { asset, toml } => {
			return show(context, &context.asset(&asset).await?, toml).await
		},
		Verb::Explain(explain) => return explain::run(context, explain).await,
		Verb::ApproveTransfer {
			asset,
			from,
			to,
			amount,
			until,
		} => {
			let asset = context.asset(&asset).await?;
			let until = context.moment(&until).await?;
			let receipt = send(Call::approve_transfer {
				asset: asset.id,
				from: context.identity(&from).await?,
				to: context.identity(&to).await?,
				max_amount: asset.parse(&amount)?,
				until,
			})
			.await?;
			let answer = Answer::new().fact("counts until", moment::format(until));
			context.print_done(receipt, answer);
			return Ok(());
		},
		Verb::CancelApproval { asset, from, to } => {
			send(Call::cancel_transfer_approval {
				asset: id(asset).await?,
				from: context.identity(&from).await?,
				to: context.identity(&to).await?,
			})
			.await?
		},
		Verb::Approval { asset, from, to } => {
			return approval(context, &context.asset(&asset).await?, &from, &to).await
		},
		Verb::OptIn { asset } => {
			send(Call::opt_in {
				asset: id(asset).await?,
			})
			.await?
		},
		Verb::OptOut { asset, identity } => {
			let identity = identity_or_own(context, identity.as_deref()).await?;
			let asset = id(asset).await?;
			send(Call::opt_out { asset, identity }).await?
		},
		Verb::Pause { asset, movement } => {
			let asset = id(asset).await?;
			send(Call::pause { asset, movement }).await?
		},
		Verb::Resume { asset, movement } => return resume(context, &asset, movement).await,
		Verb::Template(verb) => return template::run(context, verb),
	};
	context.print_done(receipt, Answer::new());
	Ok(())
}

/// The rules of a file in the chain's form.
async fn rules(context: &Context, asset: &AssetInfo, file: &Path) -> Outcome<Vec<Rule>> {
	let policy = PolicyFile::read(file, asset.decimals)?;
	rule::to_chain(&policy, asset.decimals, context.chain().await?.now().await?)
}

async fn apply(context: &Context, asset: &str, file: &Path) -> Outcome {
	let asset = context.asset(asset).await?;
	let rules = rules(context, &asset, file).await?;
	let count = rules.len();
	let call = Call::set_policy {
		asset: asset.id,
		policy: bounded(rules),
	};
	let receipt = context.send(RuntimeCall::Compliance(call)).await?;
	context.print_done(receipt, Answer::new().fact("rules", count));
	Ok(())
}

async fn schedule(context: &Context, asset: &str, file: &Path, at: &str) -> Outcome {
	let asset = context.asset(asset).await?;
	let rules = rules(context, &asset, file).await?;
	let count = rules.len();
	let effective_at = context.moment(at).await?;
	let call = Call::schedule_policy {
		asset: asset.id,
		policy: bounded(rules),
		effective_at,
	};
	let receipt = context.send(RuntimeCall::Compliance(call)).await?;
	let answer = Answer::new()
		.fact("rules", count)
		.fact("in force from", moment::format(effective_at));
	context.print_done(receipt, answer);
	Ok(())
}

async fn resume(context: &Context, asset: &str, movement: Movement) -> Outcome {
	let call = Call::resume {
		asset: context.asset(asset).await?.id,
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
	Ok(())
}

async fn approval(context: &Context, asset: &AssetInfo, from: &str, to: &str) -> Outcome {
	let (from, to) = (context.identity(from).await?, context.identity(to).await?);
	let question = api::view_functions()
		.compliance()
		.transfer_approval(asset.id, from, to);
	let approval = context.chain().await?.ask(question).await?;
	let approval = approval.ok_or_else(|| {
		Failure::refused(format!("nothing is approved from {from} to {to}"))
			.named("NotApproved")
			.next("an officer approves it with `assay policy approve-transfer`")
	})?;
	context.print(
		Answer::new()
			.fact("from", from)
			.fact("to", to)
			.fact("most", asset.tokens(approval.max_amount))
			.fact("counts until", moment::format(approval.until))
			.fact("deposit of", approval.deposit.depositor.to_string()),
	);
	Ok(())
}

async fn show(context: &Context, asset: &AssetInfo, toml: bool) -> Outcome {
	let chain = context.chain().await?;
	let views = api::view_functions();
	let policy = chain.ask(views.compliance().policy(asset.id)).await?;
	let written = policy.map(|rules| rule::from_chain(&rules.0, asset.decimals));
	if toml {
		return print_toml(context, &written.unwrap_or_default().to_toml()?);
	}
	let paused = chain.ask(views.compliance().paused(asset.id)).await?;
	let paused: Vec<String> = paused
		.0
		.iter()
		.map(|movement| format!("{movement:?}"))
		.collect();
	let holders = chain.ask(views.compliance().holders(asset.id)).await?;
	let count: u64 = holders
		.0
		 .0
		.iter()
		.map(|(_, count)| u64::from(*count))
		.sum();
	let pending = chain
		.ask(views.compliance().pending_policy(asset.id))
		.await?;
	let answer = Answer::new()
		.fact("asset", asset.symbol.as_str())
		.fact("paused", paused)
		.fact("holders", count)
		.maybe(
			"other rules from",
			pending.as_ref().map(|it| moment::format(it.effective_at)),
		);
	let answer = match written {
		Some(policy) => answer.with_list("rules", &RULE_COLUMNS, rule_rows(&policy.rules)),
		None => answer.fact("rules", "none: nothing moves until a policy is set"),
	};
	context.print(match pending {
		Some(pending) => {
			let policy = rule::from_chain(&pending.policy.0, asset.decimals);
			answer.with_list("rules to come", &RULE_COLUMNS, rule_rows(&policy.rules))
		},
		None => answer,
	});
	Ok(())
}

const RULE_COLUMNS: [&str; 3] = ["rule", "kind", "what"];

fn rule_rows(rules: &[RuleEntry]) -> Vec<Vec<Value>> {
	let rows = rules
		.iter()
		.zip(1..)
		.map(|(rule, number)| vec![json!(number), json!(rule.kind()), json!(rule.describe())]);
	rows.collect()
}

/// Writes the text of a file as it is, so that it can be redirected into one.
fn print_toml(context: &Context, text: &str) -> Outcome {
	match context.options.output {
		Format::Table => println!("{}", text.trim_end()),
		Format::Json => context.print(Answer::new().fact("toml", text)),
	}
	Ok(())
}

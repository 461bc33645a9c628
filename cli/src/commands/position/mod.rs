//! What identities hold.

mod blocked;
mod list;
mod many;
mod moves;
mod renewals;

pub use moves::held_by;

use crate::{
	api::{
		self,
		runtime_types::pallet_compliance::{
			pallet::Call,
			types::{Freeze, FreezeTarget, Position},
		},
		RuntimeCall,
	},
	context::{AssetInfo, Context},
	errors::Outcome,
	output::Answer,
};
use clap::Subcommand;
use serde_json::json;
use subxt::utils::AccountId32;

/// What can be done with positions
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Show what an identity holds, over all its accounts
	Show {
		/// Ticker or number
		asset: String,
		/// Identity or account
		identity: String,
	},
	/// List every holder: the cap table, now or at a past block
	List(list::List),
	/// List the claims that the rules ask of holders and that expire soon
	Renewals {
		/// Ticker or number
		asset: String,
		/// How soon
		#[arg(long, default_value = "90d")]
		within: String,
	},
	/// List the holders whose transfers would fail now, and why
	Blocked(blocked::Blocked),
	/// Freeze an identity or one account (compliance officer)
	Freeze {
		/// Ticker or number
		asset: String,
		/// Identity, or `account:ACCOUNT`
		target: String,
		/// Free tokens that must stay; everything unless given
		#[arg(long)]
		tokens: Option<String>,
	},
	/// End a freeze (compliance officer)
	Thaw {
		/// Ticker or number
		asset: String,
		/// Identity, or `account:ACCOUNT`
		target: String,
	},
	/// Freeze many at once, from a list; run again, it skips what is frozen so (compliance officer)
	FreezeMany {
		#[command(flatten)]
		many: many::Many,
		/// Free tokens of each that must stay; everything unless given
		#[arg(long)]
		tokens: Option<String>,
	},
	/// End many freezes at once, from a list (compliance officer)
	ThawMany {
		#[command(flatten)]
		many: many::Many,
	},
	/// Count the positions of an identity under the country that it moves to (anybody)
	Reseat {
		/// Identity or account
		identity: String,
	},
	/// Move what an account that is being replaced has to the account that takes its place (anybody)
	MoveReplaced {
		/// Ticker or number
		asset: String,
		/// The account that is being replaced
		account: String,
	},
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Show { asset, identity } => {
			let asset = context.asset(&asset).await?;
			let identity = context.identity(&identity).await?;
			show(context, &asset, identity).await
		},
		Verb::List(list) => list::run(context, list).await,
		Verb::Renewals { asset, within } => {
			renewals::run(context, &context.asset(&asset).await?, &within).await
		},
		Verb::Blocked(blocked) => blocked::run(context, blocked).await,
		Verb::FreezeMany { many, tokens } => many::freeze(context, many, tokens).await,
		Verb::ThawMany { many } => many::thaw(context, many).await,
		Verb::Reseat { identity } => moves::reseat(context, &identity).await,
		Verb::MoveReplaced { asset, account } => {
			moves::move_replaced(context, &context.asset(&asset).await?, &account).await
		},
		Verb::Freeze {
			asset,
			target,
			tokens,
		} => {
			let asset = context.asset(&asset).await?;
			let freeze = match tokens {
				Some(tokens) => Freeze::Partial(asset.parse(&tokens)?),
				None => Freeze::Full,
			};
			let target = parse_target(context, &target).await?;
			let call = Call::freeze {
				asset: asset.id,
				target,
				freeze,
			};
			let receipt = context.send(RuntimeCall::Compliance(call)).await?;
			context.print_done(receipt, Answer::new());
			Ok(())
		},
		Verb::Thaw { asset, target } => {
			let asset = context.asset(&asset).await?.id;
			let target = parse_target(context, &target).await?;
			let receipt = context
				.send(RuntimeCall::Compliance(Call::thaw { asset, target }))
				.await?;
			context.print_done(receipt, Answer::new());
			Ok(())
		},
	}
}

async fn parse_target(context: &Context, text: &str) -> Outcome<FreezeTarget<AccountId32>> {
	Ok(match text.strip_prefix("account:") {
		Some(account) => FreezeTarget::Account(context.account(account)?),
		None => FreezeTarget::Identity(context.identity(text).await?),
	})
}

async fn show(context: &Context, asset: &AssetInfo, identity: u32) -> Outcome {
	let chain = context.chain().await?;
	let position = chain
		.ask(
			api::view_functions()
				.compliance()
				.position(asset.id, identity),
		)
		.await?;
	let (total, held) = position.as_ref().map_or((0, 0), |it| (it.total, it.held));
	let freeze = position
		.as_ref()
		.map_or("none".into(), |it| freeze_name(asset, it));
	let now = chain.now().await?;
	let docket = position
		.as_ref()
		.and_then(|it| it.docket.as_ref())
		.filter(|it| now < it.until);
	let accounts = chain
		.ask(api::view_functions().identities().accounts_of(identity))
		.await?;
	let mut rows = Vec::new();
	for account in accounts {
		let key = (asset.id, account);
		let ledger = chain.state(api::storage().assets().account(), key).await?;
		if let Some(ledger) = ledger {
			rows.push(vec![
				json!(account.to_string()),
				json!(asset.tokens(ledger.balance)),
			]);
		}
	}
	context.print(
		Answer::new()
			.fact("identity", identity)
			.fact("total", asset.tokens(total))
			.fact("held", asset.tokens(held))
			.fact("free", asset.tokens(total.saturating_sub(held)))
			.fact("frozen", freeze)
			.maybe("frozen by docket", docket.map(|it| it.docket))
			.maybe(
				"has agreed to receive",
				position.as_ref().map(|it| it.opted_in),
			)
			.maybe(
				"counted under country",
				position.as_ref().map(|it| it.country),
			)
			.with_list("accounts", &["account", "free in the ledger"], rows),
	);
	Ok(())
}

fn freeze_name(asset: &AssetInfo, position: &Position<AccountId32>) -> String {
	match position.freeze {
		Freeze::None => "none".into(),
		Freeze::Partial(units) => asset.tokens(units),
		Freeze::Full => "all".into(),
	}
}

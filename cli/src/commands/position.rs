//! What identities hold.

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
use serde_json::{json, Value};
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
	/// List every holder
	List {
		/// Ticker or number
		asset: String,
	},
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
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Show { asset, identity } => {
			let asset = context.asset(&asset).await?;
			let identity = context.identity(&identity).await?;
			show(context, &asset, identity).await
		},
		Verb::List { asset } => list(context, &context.asset(&asset).await?).await,
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
	let (total, held, freeze) = position.map_or((0, 0, "none".into()), |it| {
		(it.total, it.held, freeze_name(asset, &it))
	});
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
			.with_list("accounts", &["account", "free in the ledger"], rows),
	);
	Ok(())
}

async fn list(context: &Context, asset: &AssetInfo) -> Outcome {
	let chain = context.chain().await?;
	let positions = chain
		.entries(api::storage().compliance().positions(), (asset.id,))
		.await?;
	let mut rows: Vec<_> = positions
		.iter()
		.map(|((_, identity), position)| (position.total, row(asset, *identity, position)))
		.collect();
	rows.sort_by_key(|(total, _)| std::cmp::Reverse(*total));
	let rows = rows.into_iter().map(|(_, row)| row).collect();
	context.print(Answer::list(&["identity", "total", "held", "frozen"], rows));
	Ok(())
}

fn row(asset: &AssetInfo, identity: u32, position: &Position<AccountId32>) -> Vec<Value> {
	vec![
		json!(identity),
		json!(asset.tokens(position.total)),
		json!(asset.tokens(position.held)),
		json!(freeze_name(asset, position)),
	]
}

fn freeze_name(asset: &AssetInfo, position: &Position<AccountId32>) -> String {
	match position.freeze {
		Freeze::None => "none".into(),
		Freeze::Partial(units) => asset.tokens(units),
		Freeze::Full => "all".into(),
	}
}

//! How units come to be.

use super::reserve;
use crate::{
	accounts::{hex, parse_hash},
	amounts,
	api::{self, runtime_types::pallet_issuance::pallet::Call, RuntimeCall},
	context::{AssetInfo, Context},
	convert::{blake2, bounded},
	errors::{Cause, Failure, Outcome},
	input, keys, moment,
	output::Answer,
};
use clap::Subcommand;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use subxt::utils::{AccountId32, H256};

/// What can be done with minting
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Create tokens for a holder (minter)
	Issue {
		/// Ticker or number
		asset: String,
		/// Receiver
		to: String,
		/// Tokens, as a decimal, or `headroom` for all that the reserve covers
		amount: String,
		#[command(flatten)]
		order: Order,
	},
	/// Create tokens for many holders, all or none (minter)
	Batch {
		/// Ticker or number
		asset: String,
		/// List: account,amount
		#[arg(value_name = "FILE.csv")]
		file: PathBuf,
		#[command(flatten)]
		order: Order,
	},
	/// Show what may be minted now, and what limits it
	Allowance {
		/// Ticker or number
		asset: String,
	},
	/// Set the bucket that minters mint from (mint controller)
	Limit {
		/// Ticker or number
		asset: String,
		/// Most tokens that the bucket holds
		#[arg(long)]
		capacity: String,
		/// Tokens that flow into it in 24 hours
		#[arg(long)]
		refill_per_day: String,
		/// Most tokens that one mint may create
		#[arg(long)]
		single_mint_cap: String,
	},
	/// Take back higher limits that wait (mint controller)
	CancelRaise {
		/// Ticker or number
		asset: String,
	},
	/// Forget order numbers whose time is over
	Prune {
		/// Ticker or number
		asset: String,
		/// Order numbers
		#[arg(required = true)]
		ids: Vec<String>,
	},
}

/// What makes an order one and the same, however often it is sent
#[derive(Debug, clap::Args)]
pub struct Order {
	/// Order number: 0x and 64 hex digits, or a text to hash; a new one unless given
	#[arg(long)]
	id: Option<String>,
	/// Last moment at which the order may be used
	#[arg(long, default_value = "+1h")]
	valid_until: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
	account: String,
	amount: String,
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Issue {
			asset,
			to,
			amount,
			order,
		} => {
			let asset = context.asset(&asset).await?;
			let amount = match amount.as_str() {
				"headroom" => reserve::headroom(context, asset.id).await?,
				text => asset.parse(text)?,
			};
			let to = context.account(&to)?;
			issue(context, &asset, &[(to, amount)], &order).await
		},
		Verb::Batch { asset, file, order } => {
			let asset = context.asset(&asset).await?;
			let mints = read_batch(context, &asset, &file)?;
			issue(context, &asset, &mints, &order).await
		},
		Verb::Allowance { asset } => allowance(context, &context.asset(&asset).await?).await,
		Verb::Limit {
			asset,
			capacity,
			refill_per_day,
			single_mint_cap,
		} => {
			let asset = context.asset(&asset).await?;
			let call = Call::set_bucket {
				asset: asset.id,
				capacity: asset.parse(&capacity)?,
				refill_per_day: asset.parse(&refill_per_day)?,
				single_mint_cap: asset.parse(&single_mint_cap)?,
			};
			let Some(receipt) = context.send(RuntimeCall::Issuance(call)).await? else {
				return Ok(());
			};
			let event = receipt.event::<api::issuance::events::BucketSet>()?;
			let answer = Answer::new()
				.fact("capacity in force", asset.tokens(event.new.capacity))
				.maybe(
					"raise holds from",
					event.raise.map(|it| moment::format(it.effective_at)),
				);
			context.print_done(Some(receipt), answer);
			Ok(())
		},
		Verb::CancelRaise { asset } => {
			let asset = context.asset(&asset).await?.id;
			let receipt = context
				.send(RuntimeCall::Issuance(Call::cancel_raise { asset }))
				.await?;
			context.print_done(receipt, Answer::new());
			Ok(())
		},
		Verb::Prune { asset, ids } => {
			let asset = context.asset(&asset).await?.id;
			let ids = ids
				.iter()
				.map(|id| order_id(id))
				.collect::<Outcome<Vec<_>>>()?;
			let call = Call::prune_mint_ids {
				asset,
				mint_ids: bounded(ids),
			};
			let receipt = context.send(RuntimeCall::Issuance(call)).await?;
			context.print_done(receipt, Answer::new());
			Ok(())
		},
	}
}

async fn issue(
	context: &Context,
	asset: &AssetInfo,
	mints: &[(AccountId32, u128)],
	order: &Order,
) -> Outcome {
	let mint_id = match &order.id {
		Some(id) => order_id(id)?,
		None => H256(keys::random()),
	};
	let valid_until = context.moment(&order.valid_until).await?;
	let total = mints
		.iter()
		.try_fold(0u128, |sum, (_, amount)| sum.checked_add(*amount))
		.ok_or_else(|| Failure::input("the amounts are too large together"))?;
	let call = match mints {
		[(to, amount)] => Call::mint {
			asset: asset.id,
			mint_id,
			valid_until,
			to: *to,
			amount: *amount,
		},
		_ => Call::mint_batch {
			asset: asset.id,
			mint_id,
			valid_until,
			mints: bounded(mints.iter().copied()),
		},
	};
	let receipt = match context.send(RuntimeCall::Issuance(call)).await {
		Ok(receipt) => receipt,
		Err(failure) => return Err(with_headroom(context, asset, total, failure).await),
	};
	let answer = Answer::new()
		.fact("minted", asset.tokens(total))
		.fact("receivers", mints.len())
		.fact("order", hex(mint_id));
	context.print_done(receipt, answer);
	Ok(())
}

/// Says how much more would have been allowed.
async fn with_headroom(
	context: &Context,
	asset: &AssetInfo,
	asked: u128,
	mut failure: Failure,
) -> Failure {
	let by_reserve = [
		"InsufficientReserve",
		"MintingShut",
		"AboveReserveShare",
		"AboveAllowance",
	];
	let name = failure.name.clone().unwrap_or_default();
	if failure.cause == Cause::Refused && by_reserve.iter().any(|end| name.ends_with(end)) {
		if let Ok(headroom) = reserve::headroom(context, asset.id).await {
			failure.what = format!(
				"{}: {} were asked for, and the headroom is {}",
				failure.what,
				asset.tokens(asked),
				asset.tokens(headroom)
			);
		}
	}
	failure
}

async fn allowance(context: &Context, asset: &AssetInfo) -> Outcome {
	let question = api::view_functions().issuance().allowance(asset.id);
	let it = context.chain().await?.ask(question).await?.ok_or_else(|| {
		Failure::refused(format!("{} has no mint bucket", asset.symbol))
			.named("NoMintAllowance")
			.next("have the mint controller set one: `assay mint limit`")
	})?;
	let raise = it.raise.as_ref().map(|raise| {
		let from = moment::format(raise.effective_at);
		format!(
			"capacity {} from {from}",
			asset.tokens(raise.limits.capacity)
		)
	});
	context.print(
		Answer::new()
			.fact("mintable now", asset.tokens(it.mintable))
			.fact("in the bucket", asset.tokens(it.level))
			.fact("capacity", asset.tokens(it.limits.capacity))
			.fact("refill per day", asset.tokens(it.limits.refill_per_day))
			.fact("single mint cap", asset.tokens(it.limits.single_mint_cap))
			.maybe("waits", raise)
			.fact("share of the reserve", asset.tokens(it.reserve_share))
			.fact("headroom", asset.tokens(it.headroom))
			.fact("controller", it.controller),
	);
	Ok(())
}

fn read_batch(
	context: &Context,
	asset: &AssetInfo,
	path: &Path,
) -> Outcome<Vec<(AccountId32, u128)>> {
	let text = input::read_text(path)?;
	let mut reader = csv::ReaderBuilder::new()
		.trim(csv::Trim::All)
		.from_reader(text.as_bytes());
	let mut mints = Vec::new();
	for (row, line) in reader.deserialize::<Line>().zip(2..) {
		let fail = |what: String| {
			Failure::input(format!("{}: {what}", input::at(path, Some(line))))
				.next("the header is account,amount; nothing was minted")
		};
		let row = row.map_err(|error| fail(error.to_string()))?;
		let to = context
			.account(&row.account)
			.map_err(|failure| fail(failure.what))?;
		let amount =
			amounts::parse(&row.amount, asset.decimals).map_err(|failure| fail(failure.what))?;
		mints.push((to, amount));
	}
	match mints.is_empty() {
		true => Err(
			Failure::input(format!("{}: there is no line to mint", path.display()))
				.next("the header is account,amount"),
		),
		false => Ok(mints),
	}
}

fn order_id(text: &str) -> Outcome<H256> {
	match text.starts_with("0x") {
		true => parse_hash(text).map(H256),
		false => Ok(blake2(text.as_bytes())),
	}
}

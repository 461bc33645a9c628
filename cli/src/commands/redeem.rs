//! How units end, and what they claimed is handed over.

use super::lot::parse_lot;
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::pallet_issuance::{
			pallet::Call,
			redemption::{CashPayment, Payee, Redemption, RedemptionState},
		},
		RuntimeCall,
	},
	chain,
	context::{text_of, AssetInfo, Context},
	convert::{bounded, hash_of},
	errors::{Failure, Outcome},
	moment,
	output::Answer,
};
use clap::{Args, Subcommand};
use serde_json::{json, Value};
use subxt::utils::{AccountId32, H256};

/// Redemptions that one question returns.
const PAGE: u32 = 100;

/// What can be done with redemptions
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Ask for the underlying; the tokens are held until the end (holder)
	Request {
		/// Ticker or number
		asset: String,
		/// Tokens, as a decimal; or a quantity of the underlying to claim, with --quantity
		amount: String,
		/// The amount is a quantity of the underlying
		#[arg(long)]
		quantity: bool,
		/// Where and to whom to deliver: a file, a text, or its hash
		#[arg(long)]
		delivery: String,
	},
	/// Promise delivery (issuer)
	Accept {
		/// Number of the redemption
		id: u64,
	},
	/// Refuse (issuer)
	Reject {
		/// Number of the redemption
		id: u64,
		/// Why: a file, a text, or its hash
		#[arg(long)]
		reason: String,
	},
	/// Hand the underlying over, at once or in parts (custodian); lots are taken in the order given,
	/// the last no further than the claim goes
	Release {
		/// Number of the redemption
		id: u64,
		/// REFINER:SERIAL, or ids
		#[arg(required = true)]
		lots: Vec<String>,
		/// Proof of delivery: a file, a text, or its hash
		#[arg(long)]
		evidence: String,
	},
	/// Destroy the tokens of what was handed over (anybody)
	Burn {
		/// Number of the redemption
		id: u64,
	},
	/// Take a request back (holder; anybody long after a missed deadline)
	Cancel {
		/// Number of the redemption
		id: u64,
	},
	/// Find that the issuer missed its deadline: its bond pays the holder (anybody)
	Breach {
		/// Number of the redemption
		id: u64,
	},
	/// Take down that the holder may not be paid, each week anew, or may again (anybody)
	Blocked {
		/// Number of the redemption
		id: u64,
	},
	/// Let the asset's escrow account take the place of a holder who stays blocked (anybody)
	Escrow {
		/// Number of the redemption
		id: u64,
	},
	/// Money in place of what is left of a claim
	#[command(subcommand)]
	Cash(CashVerb),
	/// Show a redemption
	Show {
		/// Number of the redemption
		id: u64,
	},
	/// List the open redemptions of an asset
	Queue {
		/// Ticker or number
		asset: String,
	},
	/// Forget redemptions that ended long ago
	Prune {
		/// Numbers of redemptions
		#[arg(required = true)]
		ids: Vec<u64>,
	},
}

/// What can be done with money
#[derive(Debug, Subcommand)]
pub enum CashVerb {
	/// State a payment for what is left (issuer)
	Offer(CashArgs),
	/// Confirm that exactly this payment has come; nothing is owed then (holder, or escrow)
	Confirm(CashArgs),
}

/// A payment outside the chain
#[derive(Debug, Args)]
pub struct CashArgs {
	/// Number of the redemption
	id: u64,
	/// How much, in the smallest unit of the currency
	amount: u128,
	/// ISO 4217, for instance CHF
	currency: String,
	/// The payment order, or its confirmation: a file, a text, or its hash
	#[arg(long)]
	payment: String,
}

impl CashArgs {
	fn payment(&self) -> Outcome<CashPayment> {
		let currency = self.currency.to_ascii_uppercase().into_bytes();
		let currency = <[u8; 3]>::try_from(currency).map_err(|_| {
			Failure::input(format!("`{}` is no currency", self.currency))
				.next("write its three letters, for instance CHF")
		})?;
		Ok(CashPayment {
			hash: hash_of(&self.payment)?,
			amount: self.amount,
			currency,
		})
	}
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	let send = |call: Call| context.send(RuntimeCall::Issuance(call));
	let receipt = match verb {
		Verb::Request {
			asset,
			amount,
			quantity,
			delivery,
		} => {
			let asset = context.asset(&asset).await?;
			let amount = match quantity {
				true => units_claiming(&asset, asset.parse_quantity(&amount)?)?,
				false => asset.parse(&amount)?,
			};
			let delivery = hash_of(&delivery)?;
			let call = Call::request_redemption {
				asset: asset.id,
				amount,
				delivery,
			};
			let Some(receipt) = send(call).await? else {
				return Ok(());
			};
			let event = receipt.event::<api::issuance::events::RedemptionRequested>()?;
			let answer = Answer::new()
				.fact("redemption", event.id)
				.fact("held", asset.tokens(event.amount))
				.fact("claims", asset.quantity(event.claim))
				.fact("answer due", moment::format(event.accept_by));
			context.print_done(Some(receipt), answer);
			return Ok(());
		},
		Verb::Accept { id } => send(Call::accept_redemption { id }).await?,
		Verb::Reject { id, reason } => {
			send(Call::reject_redemption {
				id,
				reason: hash_of(&reason)?,
			})
			.await?
		},
		Verb::Release { id, lots, evidence } => {
			return release(context, id, &lots, hash_of(&evidence)?).await
		},
		Verb::Burn { id } => send(Call::burn_redemption { id }).await?,
		Verb::Cancel { id } => return cancel(context, id).await,
		Verb::Breach { id } => return breach(context, id).await,
		Verb::Blocked { id } => send(Call::report_blocked { id }).await?,
		Verb::Escrow { id } => send(Call::divert_to_escrow { id }).await?,
		Verb::Cash(CashVerb::Offer(args)) => {
			let (id, payment) = (args.id, args.payment()?);
			send(Call::offer_cash { id, payment }).await?
		},
		Verb::Cash(CashVerb::Confirm(args)) => {
			let (id, payment) = (args.id, args.payment()?);
			send(Call::confirm_cash { id, payment }).await?
		},
		Verb::Show { id } => return show(context, id).await,
		Verb::Queue { asset } => return queue(context, &context.asset(&asset).await?).await,
		Verb::Prune { ids } => send(Call::prune_redemptions { ids: bounded(ids) }).await?,
	};
	context.print_done(receipt, Answer::new());
	Ok(())
}

async fn cancel(context: &Context, id: u64) -> Outcome {
	let call = RuntimeCall::Issuance(Call::cancel_redemption { id });
	let Some(receipt) = context.send(call).await? else {
		return Ok(());
	};
	use api::issuance::events::{RedemptionCancelled, RedemptionSettledInPart};
	let answer = match receipt.find::<RedemptionSettledInPart>()? {
		Some(event) => {
			let asset = context.asset(&event.asset.to_string()).await?;
			Answer::new()
				.fact("returned", asset.tokens(event.returned))
				.fact("waits to be burned", asset.tokens(event.amount))
		},
		None => {
			let event = receipt.event::<RedemptionCancelled>()?;
			let asset = context.asset(&event.asset.to_string()).await?;
			Answer::new()
				.fact("returned", asset.tokens(event.amount))
				.fact("deadline was missed", event.breached)
		},
	};
	context.print_done(Some(receipt), answer);
	Ok(())
}

async fn breach(context: &Context, id: u64) -> Outcome {
	let call = RuntimeCall::Issuance(Call::breach_redemption { id });
	let Some(receipt) = context.send(call).await? else {
		return Ok(());
	};
	use api::issuance::events::{PenaltyPaid, RedemptionBreached};
	let (asset, paid, unpaid) = match receipt.find::<PenaltyPaid>()? {
		Some(event) => (event.asset, event.paid, event.unpaid),
		None => {
			let event = receipt.event::<RedemptionBreached>()?;
			(
				event.asset,
				event.paid,
				event.owed.saturating_sub(event.paid),
			)
		},
	};
	let question = api::view_functions().issuance().bond_terms(asset);
	let terms = context.chain().await?.ask(question).await?;
	let mut answer = Answer::new().fact("minting is shut", true);
	if let Some(terms) = terms {
		let money = context.asset(&terms.settlement.to_string()).await?;
		answer = answer
			.fact("paid by the bond", money.tokens(paid))
			.fact("not paid yet", money.tokens(unpaid));
	}
	context.print_done(Some(receipt), answer);
	Ok(())
}

/// Fewest units whose claim, rounded down and after the fee, is `quantity`.
fn units_claiming(asset: &AssetInfo, quantity: u128) -> Outcome<u128> {
	let kept = 10_000_u128.saturating_sub(asset.details.terms.redemption.fee_bps.into());
	quantity
		.checked_mul(10_000)
		.map(|parts| parts.div_ceil(kept.max(1)))
		.and_then(|claim| claim.checked_mul(asset.denominator))
		.map(|product| product.div_ceil(asset.numerator))
		.ok_or_else(|| Failure::input("the quantity is too large"))
}

async fn find(context: &Context, id: u64) -> Outcome<Redemption<AccountId32>> {
	let question = api::view_functions().issuance().redemption(id);
	context.chain().await?.ask(question).await?.ok_or_else(|| {
		Failure::refused(format!("there is no redemption {id}"))
			.named("RedemptionNotFound")
			.next("`assay redeem queue` lists the open ones")
	})
}

async fn release(context: &Context, id: u64, given: &[String], evidence: H256) -> Outcome {
	let redemption = find(context, id).await?;
	let asset = context.asset(&redemption.asset.to_string()).await?;
	let at = context.chain().await?.best().await?;
	let mut open = redemption.claim.saturating_sub(released(&redemption));
	let mut lots = Vec::new();
	for name in given {
		let lot_id = parse_lot(name)?;
		let lot = chain::get(&at, api::storage().custody().lots(), (lot_id,)).await?;
		let lot = lot.ok_or_else(|| {
			Failure::refused(format!("there is no lot `{name}`"))
				.named("LotNotFound")
				.next("name it REFINER:SERIAL as the bar list does")
		})?;
		let part = lot.quantity.min(open);
		if part == 0 {
			return Err(Failure::input(format!(
				"the lot `{name}` is empty or not needed any more"
			))
			.next("leave it out; nothing was sent"));
		}
		open -= part;
		lots.push((lot.vault, lot_id, part));
	}
	let count = lots.len();
	let call = Call::release_redemption {
		id,
		lots: bounded(lots),
		evidence,
	};
	let Some(receipt) = context.send(RuntimeCall::Issuance(call)).await? else {
		return Ok(());
	};
	let event = receipt.event::<api::issuance::events::RedemptionReleased>()?;
	let answer = Answer::new()
		.fact("released", asset.quantity(event.quantity))
		.fact("lots", count)
		.fact("still owed", asset.quantity(event.remaining))
		.fact("evidence", hex(evidence));
	context.print_done(Some(receipt), answer);
	Ok(())
}

/// How much of the claim has been handed over.
fn released(redemption: &Redemption<AccountId32>) -> u128 {
	redemption
		.release
		.as_ref()
		.map_or(0, |release| release.quantity)
}

async fn show(context: &Context, id: u64) -> Outcome {
	let it = find(context, id).await?;
	let asset = context.asset(&it.asset.to_string()).await?;
	let due = api::view_functions().issuance().due_by(id);
	let due = context.chain().await?.ask(due).await?;
	let payee = match &it.payee {
		Payee::Holder => "the holder".to_string(),
		Payee::Blocked { since, .. } => format!("nobody: blocked since {}", moment::format(*since)),
		Payee::Escrow { account } => format!("escrow: {account}"),
	};
	let cash = it.cash.as_ref().map(|cash| {
		let payment = &cash.payment;
		let currency = text_of(&payment.currency);
		let settled = cash.settled.map_or("offered", |_| "confirmed");
		format!(
			"{} {currency}, {settled}, {}",
			payment.amount,
			hex(payment.hash)
		)
	});
	let breach = it.breach.as_ref().map(|breach| {
		format!(
			"{}: {} owed, {} paid, in smallest units of the bond",
			moment::format(breach.at),
			breach.owed,
			breach.paid
		)
	});
	context.print(
		Answer::new()
			.fact("redemption", id)
			.fact("state", format!("{:?}", it.state))
			.fact("holder", it.holder.to_string())
			.fact("identity", it.identity)
			.fact("tokens", asset.tokens(it.amount))
			.fact("claims", asset.quantity(it.claim))
			.fact("released", asset.quantity(released(&it)))
			.fact("requested", moment::format(it.requested_at))
			.maybe("due", due.map(moment::format))
			.fact("to be paid", payee)
			.maybe("breach", breach)
			.maybe("money", cash)
			.maybe(
				"released by",
				it.release.as_ref().map(|release| release.custodian),
			)
			.maybe(
				"evidence",
				it.release.as_ref().map(|release| hex(release.evidence)),
			)
			.maybe("ended", it.closed_at.map(moment::format))
			.fact("delivery", hex(it.delivery)),
	);
	Ok(())
}

async fn queue(context: &Context, asset: &AssetInfo) -> Outcome {
	let chain = context.chain().await?;
	let mut rows: Vec<Vec<Value>> = Vec::new();
	let mut from = Some(0);
	while let Some(start) = from {
		let question = api::view_functions()
			.issuance()
			.redemption_queue(asset.id, start, PAGE);
		let page = chain.ask(question).await?;
		for (id, it) in &page.items {
			let due = match it.state {
				RedemptionState::Requested => Some(it.accept_by),
				_ => it
					.acceptance
					.as_ref()
					.map(|acceptance| acceptance.release_by),
			};
			rows.push(vec![
				json!(id),
				json!(format!("{:?}", it.state)),
				json!(it.identity),
				json!(asset.tokens(it.amount)),
				json!(asset.quantity(it.claim)),
				json!(asset.quantity(released(it))),
				json!(due.map(moment::format)),
			]);
		}
		from = page.next;
	}
	let columns = [
		"redemption",
		"state",
		"identity",
		"tokens",
		"claims",
		"released",
		"due",
	];
	context.print(Answer::list(&columns, rows));
	Ok(())
}

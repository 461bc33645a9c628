//! What stands behind the promises of issuers and custodians.

use crate::{
	api::{
		self,
		runtime_types::{
			assay_primitives::{asset::UnitRatio, bond::BondPurpose},
			pallet_bonds::pallet::Call,
			pallet_issuance::{pallet::Call as Issuance, types::BondTerms},
		},
		RuntimeCall,
	},
	context::{AssetInfo, Context},
	errors::{Failure, Outcome},
	moment,
	output::Answer,
};
use clap::{Args, Subcommand};

/// What can be done with bonds
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Put units of a settlement asset down (the issuer, or an account of the custodian)
	Post {
		/// issuer:ASSET or custodian:IDENTITY
		purpose: String,
		/// Ticker or number of the settlement asset
		asset: String,
		/// Tokens, as a decimal
		amount: String,
	},
	/// Put more down (who posted it)
	TopUp {
		/// issuer:ASSET or custodian:IDENTITY
		purpose: String,
		/// Tokens, as a decimal
		amount: String,
	},
	/// Ask tokens back, or take them once the notice has passed (who posted it)
	Withdraw {
		/// issuer:ASSET or custodian:IDENTITY
		purpose: String,
		/// Tokens to ask back, as a decimal; without it, what was asked back is taken
		amount: Option<String>,
	},
	/// Take a request for tokens back (who posted it)
	CancelWithdrawal {
		/// issuer:ASSET or custodian:IDENTITY
		purpose: String,
	},
	/// Pay what was drawn for somebody who could not receive it then (anybody)
	Collect {
		/// Ticker or number of the settlement asset
		asset: String,
		/// Whose bond was drawn
		poster: String,
		/// Who gets it
		beneficiary: String,
	},
	/// Show a bond
	Show {
		/// issuer:ASSET or custodian:IDENTITY
		purpose: String,
	},
	/// Propose what the bond of an asset's issuer consists of, and its price (issuer)
	ProposeTerms(TermsArgs),
	/// Put proposed terms in force (another organisation with an office from the council)
	ApproveTerms(TermsArgs),
}

/// Terms of an issuer's bond
#[derive(Debug, Args)]
pub struct TermsArgs {
	/// Ticker or number of the asset
	asset: String,
	/// Ticker or number of the settlement asset
	settlement: String,
	/// Smallest units of the settlement asset for smallest units of the asset: NUMERATOR/DENOMINATOR
	price: String,
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	let call = match verb {
		Verb::Post {
			purpose,
			asset,
			amount,
		} => {
			let asset = context.asset(&asset).await?;
			Call::post {
				purpose: parse_purpose(context, &purpose).await?,
				asset: asset.id,
				amount: asset.parse(&amount)?,
			}
		},
		Verb::TopUp { purpose, amount } => {
			let purpose = parse_purpose(context, &purpose).await?;
			let amount = money(context, &purpose).await?.parse(&amount)?;
			Call::top_up { purpose, amount }
		},
		Verb::Withdraw { purpose, amount } => {
			let purpose = parse_purpose(context, &purpose).await?;
			match amount {
				Some(amount) => return ask_back(context, purpose, &amount).await,
				None => Call::withdraw { purpose },
			}
		},
		Verb::CancelWithdrawal { purpose } => Call::cancel_withdrawal {
			purpose: parse_purpose(context, &purpose).await?,
		},
		Verb::Collect {
			asset,
			poster,
			beneficiary,
		} => Call::collect {
			asset: context.asset(&asset).await?.id,
			poster: context.account(&poster)?,
			beneficiary: context.account(&beneficiary)?,
		},
		Verb::Show { purpose } => return show(context, &purpose).await,
		Verb::ProposeTerms(args) => {
			let (asset, terms) = args.resolve(context).await?;
			return issue(context, Issuance::propose_bond_terms { asset, terms }).await;
		},
		Verb::ApproveTerms(args) => {
			let (asset, terms) = args.resolve(context).await?;
			return issue(context, Issuance::approve_bond_terms { asset, terms }).await;
		},
	};
	let receipt = context.send(RuntimeCall::Bonds(call)).await?;
	context.print_done(receipt, Answer::new());
	Ok(())
}

async fn issue(context: &Context, call: Issuance) -> Outcome {
	let receipt = context.send(RuntimeCall::Issuance(call)).await?;
	context.print_done(receipt, Answer::new());
	Ok(())
}

impl TermsArgs {
	async fn resolve(&self, context: &Context) -> Outcome<(u32, BondTerms)> {
		let price = parse_price(&self.price)?;
		let asset = context.asset(&self.asset).await?.id;
		let settlement = context.asset(&self.settlement).await?.id;
		Ok((asset, BondTerms { settlement, price }))
	}
}

fn parse_price(text: &str) -> Outcome<UnitRatio> {
	let parts = text.split_once('/').and_then(|(numerator, denominator)| {
		Some(UnitRatio {
			numerator: numerator.parse().ok()?,
			denominator: denominator.parse().ok()?,
		})
	});
	parts.ok_or_else(|| {
		Failure::input(format!("`{text}` is no ratio"))
			.next("write NUMERATOR/DENOMINATOR in whole numbers, for instance 80/1")
	})
}

async fn ask_back(context: &Context, purpose: BondPurpose, amount: &str) -> Outcome {
	let money = money(context, &purpose).await?;
	let amount = money.parse(amount)?;
	let call = RuntimeCall::Bonds(Call::request_withdrawal { purpose, amount });
	let Some(receipt) = context.send(call).await? else {
		return Ok(());
	};
	let event = receipt.event::<api::bonds::events::WithdrawalRequested>()?;
	let answer = Answer::new()
		.fact("asked back", money.tokens(event.amount))
		.fact("can be taken from", moment::format(event.available_at));
	context.print_done(Some(receipt), answer);
	Ok(())
}

/// What the bond consists of.
async fn money(context: &Context, purpose: &BondPurpose) -> Outcome<AssetInfo> {
	let question = api::view_functions().bonds().bond(purpose.clone());
	let view = context.chain().await?.ask(question).await?;
	let asset = view.ok_or_else(none)?.bond.asset;
	context.asset(&asset.to_string()).await
}

fn none() -> Failure {
	Failure::refused("no bond stands for this purpose")
		.named("NotFound")
		.next("post one: `assay bond post`")
}

async fn show(context: &Context, purpose: &str) -> Outcome {
	let purpose = parse_purpose(context, purpose).await?;
	let question = api::view_functions().bonds().bond(purpose);
	let view = context.chain().await?.ask(question).await?;
	let view = view.ok_or_else(none)?;
	let bond = &view.bond;
	let money = context.asset(&bond.asset.to_string()).await?;
	let withdrawal = bond.withdrawal.as_ref().map(|it| {
		let from = moment::format(it.available_at);
		format!("{} from {from} on", money.tokens(it.amount))
	});
	context.print(
		Answer::new()
			.fact("bonded", money.tokens(bond.amount))
			.fact("must stay", money.tokens(view.required))
			.fact("poster", bond.poster.to_string())
			.maybe("asked back", withdrawal),
	);
	Ok(())
}

/// Reads `issuer:ASSET` or `custodian:IDENTITY`.
async fn parse_purpose(context: &Context, text: &str) -> Outcome<BondPurpose> {
	match text.split_once(':') {
		Some(("issuer", asset)) => Ok(BondPurpose::Issuer(context.asset(asset).await?.id)),
		Some(("custodian", organisation)) => {
			let organisation = context.identity(organisation).await?;
			Ok(BondPurpose::Custodian(organisation))
		},
		_ => Err(
			Failure::input(format!("`{text}` is nothing that a bond answers for"))
				.next("write issuer:ASSET or custodian:IDENTITY"),
		),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn prices_are_ratios_of_whole_numbers() {
		let price = parse_price("80/3").unwrap();
		assert_eq!((price.numerator, price.denominator), (80, 3));
		for text in ["80", "8.5/1", "a/b", "1/", "-1/2"] {
			assert_eq!(parse_price(text).err().unwrap().exit_code(), 2, "{text}");
		}
	}
}

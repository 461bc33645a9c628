//! Letting somebody else spend.

use crate::{
	api::{self, runtime_types::pallet_assets::pallet::Call, RuntimeCall},
	context::Context,
	errors::Outcome,
	output::Answer,
};
use clap::Subcommand;
use subxt::utils::MultiAddress;

/// What can be done with approvals
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Let an account spend some of the key's units
	Approve {
		/// Ticker or number
		asset: String,
		/// Who may spend
		spender: String,
		/// Tokens, as a decimal
		amount: String,
	},
	/// End that
	Cancel {
		/// Ticker or number
		asset: String,
		/// Who might spend
		spender: String,
	},
	/// Show what an account may spend
	Show {
		/// Ticker or number
		asset: String,
		/// Whose units
		owner: String,
		/// Who may spend
		spender: String,
	},
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Approve {
			asset,
			spender,
			amount,
		} => {
			let asset = context.asset(&asset).await?;
			let call = Call::approve_transfer {
				id: asset.id,
				delegate: MultiAddress::Id(context.account(&spender)?),
				amount: asset.parse(&amount)?,
			};
			let receipt = context.send(RuntimeCall::Assets(call)).await?;
			context.print_done(receipt, Answer::new());
		},
		Verb::Cancel { asset, spender } => {
			let asset = context.asset(&asset).await?;
			let delegate = MultiAddress::Id(context.account(&spender)?);
			let call = Call::cancel_approval {
				id: asset.id,
				delegate,
			};
			let receipt = context.send(RuntimeCall::Assets(call)).await?;
			context.print_done(receipt, Answer::new());
		},
		Verb::Show {
			asset,
			owner,
			spender,
		} => {
			let asset = context.asset(&asset).await?;
			let key = (
				asset.id,
				context.account(&owner)?,
				context.account(&spender)?,
			);
			let approval = context
				.chain()
				.await?
				.state(api::storage().assets().approvals(), key)
				.await?;
			let amount = approval.map_or(0, |approval| approval.amount);
			context.print(Answer::new().fact("may spend", asset.tokens(amount)));
		},
	}
	Ok(())
}

//! ASY, which fees are paid in.

use super::all_or_none;
use crate::{
	amounts,
	api::{
		self,
		runtime_types::{
			pallet_balances::pallet::Call as Balances, pallet_consortium::pallet::Call,
		},
		RuntimeCall,
	},
	context::{asy, Context, ASY_DECIMALS},
	errors::Outcome,
	output::Answer,
};
use clap::Subcommand;
use subxt::utils::MultiAddress;

/// What can be done with fees
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Grant ASY to accounts that are linked to identities (council)
	Grant {
		/// ASY for each, as a decimal
		amount: String,
		/// Accounts
		#[arg(required = true)]
		accounts: Vec<String>,
	},
	/// Give ASY to another account
	Send {
		/// ASY, as a decimal
		amount: String,
		/// Receiver
		account: String,
	},
	/// Show how much may still be granted in this period
	Budget,
	/// Show an account's ASY
	Show {
		/// Account
		account: String,
	},
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Grant { amount, accounts } => {
			let amount = amounts::parse(&amount, ASY_DECIMALS)?;
			let accounts = accounts
				.iter()
				.map(|account| context.account(account))
				.collect::<Outcome<Vec<_>>>()?;
			let calls = accounts.iter().map(|account| {
				RuntimeCall::Consortium(Call::grant_fees {
					account: *account,
					amount,
				})
			});
			if let Some(call) = all_or_none(calls.collect()) {
				let receipt = context.send_as_council(call).await?;
				let answer = Answer::new()
					.fact("granted to each", asy(amount))
					.fact("accounts", accounts.len());
				context.print_done(receipt, answer);
			}
		},
		Verb::Send { amount, account } => {
			let value = amounts::parse(&amount, ASY_DECIMALS)?;
			let account = context.account(&account)?;
			let call = Balances::transfer_keep_alive {
				dest: MultiAddress::Id(account),
				value,
			};
			let receipt = context.send(RuntimeCall::Balances(call)).await?;
			context.print_done(receipt, Answer::new().fact("sent", asy(value)));
		},
		Verb::Budget => {
			let question = api::view_functions().consortium().grant_allowance();
			let left = context.chain().await?.ask(question).await?;
			context.print(Answer::new().fact("left in this period", asy(left)));
		},
		Verb::Show { account } => {
			let account = context.account(&account)?;
			let chain = context.chain().await?;
			let record = chain
				.state(api::storage().system().account(), (account,))
				.await?;
			let (free, reserved) =
				record.map_or((0, 0), |record| (record.data.free, record.data.reserved));
			context.print(
				Answer::new()
					.fact("account", account.to_string())
					.fact("free", asy(free))
					.fact("held for deposits", asy(reserved)),
			);
		},
	}
	Ok(())
}

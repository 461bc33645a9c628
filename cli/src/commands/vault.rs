//! Where reserves lie.

use crate::{
	api::{
		self,
		runtime_types::{
			assay_primitives::reserve::Scope,
			pallet_custody::{pallet::Call, types::Vault},
		},
		RuntimeCall,
	},
	context::{asy, text_of, Context},
	convert::text,
	errors::{Failure, Outcome},
	output::Answer,
};
use clap::Subcommand;
use serde_json::{json, Value};
use subxt::utils::AccountId32;

/// What can be done with vaults
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Open a vault (custodians)
	Open {
		/// What people call it
		name: String,
		/// The country it stands in, ISO 3166-1 numeric
		#[arg(long)]
		country: u16,
	},
	/// Close an empty vault (its custodian)
	Close {
		/// Name or number
		vault: String,
	},
	/// Show a vault
	Show {
		/// Name or number
		vault: String,
	},
	/// List the vaults
	List,
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Open { name, country } => {
			let call = Call::open_vault {
				name: text(&name),
				jurisdiction: country,
			};
			let Some(receipt) = context.send(RuntimeCall::Custody(call)).await? else {
				return Ok(());
			};
			let event = receipt.event::<api::custody::events::VaultOpened>()?;
			let answer = Answer::new()
				.fact("vault", event.vault)
				.fact("custodian", event.custodian);
			context.print_done(Some(receipt), answer);
		},
		Verb::Close { vault } => {
			let (vault, _) = find(context, &vault).await?;
			let receipt = context
				.send(RuntimeCall::Custody(Call::close_vault { vault }))
				.await?;
			context.print_done(receipt, Answer::new());
		},
		Verb::Show { vault } => {
			let (id, vault) = find(context, &vault).await?;
			context.print(
				Answer::new()
					.fact("vault", id)
					.fact("name", text_of(&vault.name.0))
					.fact("custodian", vault.custodian)
					.fact("country", vault.jurisdiction)
					.fact("lots", vault.lots)
					.fact("deposit", asy(vault.deposit))
					.with_list(
						"assets",
						&["asset", "lots", "pledged"],
						pledges(context, id).await?,
					),
			);
		},
		Verb::List => {
			let vaults = all(context).await?;
			let rows = vaults.iter().map(|(id, vault)| {
				vec![
					json!(id),
					json!(text_of(&vault.name.0)),
					json!(vault.custodian),
					json!(vault.jurisdiction),
					json!(vault.lots),
				]
			});
			let columns = ["vault", "name", "custodian", "country", "lots"];
			context.print(Answer::list(&columns, rows.collect()));
		},
	}
	Ok(())
}

/// What lies in a vault for each asset.
async fn pledges(context: &Context, vault: u32) -> Outcome<Vec<Vec<Value>>> {
	let chain = context.chain().await?;
	let questions = api::view_functions().custody();
	let mut rows = Vec::new();
	for scope in chain.ask(questions.scopes(vault)).await? {
		let asset = context.asset(&scope.asset.to_string()).await?;
		if let Some(totals) = chain.ask(questions.scope_totals(scope)).await? {
			let pledged = asset.quantity(totals.pledged);
			rows.push(vec![
				json!(asset.symbol),
				json!(totals.lots),
				json!(pledged),
			]);
		}
	}
	Ok(rows)
}

/// A vault by its number or name.
pub async fn find(context: &Context, given: &str) -> Outcome<(u32, Vault<AccountId32>)> {
	let unknown = || {
		Failure::refused(format!("there is no vault `{given}`"))
			.next("`assay vault list` shows them")
	};
	if let Ok(id) = given.parse::<u32>() {
		let question = api::view_functions().custody().vault(id);
		return context
			.chain()
			.await?
			.ask(question)
			.await?
			.map(|vault| (id, vault))
			.ok_or_else(unknown);
	}
	let mut named: Vec<_> = all(context)
		.await?
		.into_iter()
		.filter(|(_, it)| it.name.0 == given.as_bytes())
		.collect();
	match (named.pop(), named.is_empty()) {
		(Some(vault), true) => Ok(vault),
		(None, _) => Err(unknown()),
		(Some(_), false) => Err(
			Failure::input(format!("several vaults are called `{given}`"))
				.next("name it by its number: `assay vault list`"),
		),
	}
}

/// The scope of an asset in a vault.
pub async fn scope(context: &Context, asset: u32, vault: &str) -> Outcome<Scope> {
	let (id, vault) = find(context, vault).await?;
	Ok(Scope {
		asset,
		custodian: vault.custodian,
		vault: id,
	})
}

async fn all(context: &Context) -> Outcome<Vec<(u32, Vault<AccountId32>)>> {
	let entries = context
		.chain()
		.await?
		.entries(api::storage().custody().vaults(), ())
		.await?;
	let mut vaults: Vec<_> = entries
		.into_iter()
		.map(|((id,), vault)| (id, vault))
		.collect();
	vaults.sort_by_key(|(id, _)| *id);
	Ok(vaults)
}

//! Who keeps and who audits reserves.

use super::{all_or_none, pairs};
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::pallet_custody::{pallet::Call, types::Office},
		RuntimeCall,
	},
	context::Context,
	convert::hash_of,
	errors::{Failure, Outcome},
	output::Answer,
};
use clap::Subcommand;
use serde_json::json;

/// What can be done with custodians and auditors
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Approve organisations (council)
	Approve {
		/// OFFICE=IDENTITY, the office custodian or auditor, the identity or its account
		#[arg(required = true, value_name = "OFFICE=IDENTITY")]
		organisations: Vec<String>,
		/// Their licences: a file, a text, or its hash
		#[arg(long)]
		licence: String,
	},
	/// Suspend an approval: what it reports counts no more (council)
	Suspend {
		/// What for
		#[arg(value_enum)]
		office: Office,
		/// Identity or account
		organisation: String,
		/// Why: a file, a text, or its hash
		#[arg(long)]
		reason: String,
	},
	/// Lift a suspension (council)
	Reinstate {
		/// What for
		#[arg(value_enum)]
		office: Office,
		/// Identity or account
		organisation: String,
	},
	/// Remove an approval (council)
	Remove {
		/// What for
		#[arg(value_enum)]
		office: Office,
		/// Identity or account
		organisation: String,
	},
	/// Show what an organisation is approved for
	Show {
		/// Identity or account
		organisation: String,
	},
	/// List custodians and auditors
	List,
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	let call = match verb {
		Verb::Approve {
			organisations,
			licence,
		} => {
			let licence = hash_of(&licence)?;
			let calls = pairs::<Office>(context, &organisations)
				.await?
				.into_iter()
				.map(|(office, organisation)| {
					RuntimeCall::Custody(match office {
						Office::Custodian => Call::approve_custodian {
							organisation,
							licence,
						},
						Office::Auditor => Call::approve_auditor {
							organisation,
							licence,
						},
					})
				});
			if let Some(call) = all_or_none(calls.collect()) {
				let receipt = context.send_as_council(call).await?;
				context.print_done(receipt, Answer::new().fact("licence", hex(licence)));
			}
			return Ok(());
		},
		Verb::Suspend {
			office,
			organisation,
			reason,
		} => Call::suspend {
			office,
			organisation: context.identity(&organisation).await?,
			reason: hash_of(&reason)?,
		},
		Verb::Reinstate {
			office,
			organisation,
		} => Call::reinstate {
			office,
			organisation: context.identity(&organisation).await?,
		},
		Verb::Remove {
			office,
			organisation,
		} => Call::remove {
			office,
			organisation: context.identity(&organisation).await?,
		},
		Verb::Show { organisation } => return show(context, &organisation).await,
		Verb::List => return list(context).await,
	};
	let receipt = context.send_as_council(RuntimeCall::Custody(call)).await?;
	context.print_done(receipt, Answer::new());
	Ok(())
}

async fn show(context: &Context, organisation: &str) -> Outcome {
	let identity = context.identity(organisation).await?;
	let chain = context.chain().await?;
	let custodian = chain
		.ask(api::view_functions().custody().custodian(identity))
		.await?;
	let auditor = chain
		.ask(api::view_functions().custody().auditor(identity))
		.await?;
	let answer = Answer::new().fact("organisation", identity);
	context.print(match (custodian, auditor) {
		(Some(custodian), _) => answer
			.fact("office", "custodian")
			.fact("suspended", custodian.approval.suspended)
			.fact("licence", hex(custodian.approval.licence))
			.fact("vaults", custodian.vaults),
		(None, Some(auditor)) => answer
			.fact("office", "auditor")
			.fact("suspended", auditor.suspended)
			.fact("licence", hex(auditor.licence)),
		(None, None) => {
			return Err(Failure::refused(format!(
				"{organisation} is neither custodian nor auditor"
			))
			.next("the council approves them: `assay custody approve`"))
		},
	});
	Ok(())
}

async fn list(context: &Context) -> Outcome {
	let chain = context.chain().await?;
	let custodians = chain
		.entries(api::storage().custody().custodians(), ())
		.await?;
	let auditors = chain
		.entries(api::storage().custody().auditors(), ())
		.await?;
	let custodians = custodians
		.into_iter()
		.map(|((identity,), it)| (identity, "custodian", it.approval.suspended));
	let auditors = auditors
		.into_iter()
		.map(|((identity,), it)| (identity, "auditor", it.suspended));
	let mut rows: Vec<_> = custodians
		.chain(auditors)
		.map(|(id, office, suspended)| (id, vec![json!(id), json!(office), json!(suspended)]))
		.collect();
	rows.sort_by_key(|(identity, _)| *identity);
	let rows = rows.into_iter().map(|(_, row)| row).collect();
	context.print(Answer::list(&["organisation", "office", "suspended"], rows));
	Ok(())
}

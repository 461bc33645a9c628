//! Who keeps and who audits reserves.

use super::{all_or_none, pairs};
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::pallet_custody::{
			pallet::Call,
			types::{Approval, Licence, Office, RequiredBond},
		},
		RuntimeCall,
	},
	context::{text_of, Context},
	convert::{hash_of, text},
	errors::{Failure, Outcome},
	moment,
	output::Answer,
};
use clap::{Args, Subcommand};
use serde_json::json;

/// What can be done with custodians and auditors
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Approve organisations (council)
	Approve {
		/// OFFICE=IDENTITY, the office custodian or auditor, the identity or its account
		#[arg(required = true, value_name = "OFFICE=IDENTITY")]
		organisations: Vec<String>,
		#[command(flatten)]
		licence: LicenceArgs,
		/// What custodians must have bonded for their lots to count: ASSET=AMOUNT, of a settlement
		/// asset
		#[arg(long, value_name = "ASSET=AMOUNT")]
		bond: Option<String>,
	},
	/// Take a newer licence on record (council)
	RenewLicence {
		/// What for
		#[arg(value_enum)]
		office: Office,
		/// Identity or account
		organisation: String,
		#[command(flatten)]
		licence: LicenceArgs,
	},
	/// Set what a custodian must have bonded for its lots to count (council)
	RequireBond {
		/// Identity or account
		organisation: String,
		/// ASSET=AMOUNT, of a settlement asset; none asks for no bond
		#[arg(value_name = "ASSET=AMOUNT")]
		bond: Option<String>,
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

/// A licence to keep or to audit
#[derive(Clone, Debug, Args)]
pub struct LicenceArgs {
	/// The document: a file, a text, or its hash
	#[arg(long)]
	licence: String,
	/// Where it can be fetched
	#[arg(long, default_value = "")]
	licence_uri: String,
	/// Last moment at which it is in force; without it, it does not end by itself
	#[arg(long)]
	licence_until: Option<String>,
}

impl LicenceArgs {
	async fn resolve(&self, context: &Context) -> Outcome<Licence> {
		Ok(Licence {
			document_hash: hash_of(&self.licence)?,
			uri: text(&self.licence_uri),
			valid_until: match &self.licence_until {
				Some(until) => Some(context.moment(until).await?),
				None => None,
			},
		})
	}
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	let call = match verb {
		Verb::Approve {
			organisations,
			licence,
			bond,
		} => {
			let licence = licence.resolve(context).await?;
			let required_bond = required(context, bond.as_deref()).await?;
			let calls = pairs::<Office>(context, &organisations)
				.await?
				.into_iter()
				.map(|(office, organisation)| {
					RuntimeCall::Custody(match office {
						Office::Custodian => Call::approve_custodian {
							organisation,
							licence: licence.clone(),
							required_bond: required_bond.clone(),
						},
						Office::Auditor => Call::approve_auditor {
							organisation,
							licence: licence.clone(),
						},
					})
				});
			if let Some(call) = all_or_none(calls.collect()) {
				let receipt = context.send_as_council(call).await?;
				let hash = hex(licence.document_hash);
				context.print_done(receipt, Answer::new().fact("licence", hash));
			}
			return Ok(());
		},
		Verb::RenewLicence {
			office,
			organisation,
			licence,
		} => Call::renew_licence {
			office,
			organisation: context.identity(&organisation).await?,
			licence: licence.resolve(context).await?,
		},
		Verb::RequireBond { organisation, bond } => Call::set_required_bond {
			organisation: context.identity(&organisation).await?,
			required_bond: required(context, bond.as_deref()).await?,
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

/// Reads `ASSET=AMOUNT`.
async fn required(context: &Context, given: Option<&str>) -> Outcome<Option<RequiredBond>> {
	let Some(given) = given else {
		return Ok(None);
	};
	let (asset, amount) = given.split_once('=').ok_or_else(|| {
		Failure::input(format!("`{given}` has no equals sign"))
			.next("write ASSET=AMOUNT, for instance CHF=50000")
	})?;
	let asset = context.asset(asset).await?;
	Ok(Some(RequiredBond {
		asset: asset.id,
		amount: asset.parse(amount)?,
	}))
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
	let office = if custodian.is_some() {
		Office::Custodian
	} else {
		Office::Auditor
	};
	let question = api::view_functions().custody().counts(office, identity);
	let counts = chain.ask(question).await?;
	context.print(match (custodian, auditor) {
		(Some(custodian), _) => {
			let bond = match custodian.required_bond {
				Some(bond) => {
					let asset = context.asset(&bond.asset.to_string()).await?;
					Some(asset.tokens(bond.amount))
				},
				None => None,
			};
			approval(answer, "custodian", &custodian.approval, counts)
				.maybe("required bond", bond)
				.fact("vaults", custodian.vaults)
		},
		(None, Some(auditor)) => approval(answer, "auditor", &auditor, counts),
		(None, None) => {
			return Err(Failure::refused(format!(
				"{organisation} is neither custodian nor auditor"
			))
			.next("the council approves them: `assay custody approve`"))
		},
	});
	Ok(())
}

fn approval(answer: Answer, office: &str, approval: &Approval, counts: bool) -> Answer {
	let licence = &approval.licence;
	answer
		.fact("office", office)
		.fact("counts now", counts)
		.fact("suspended", approval.suspended)
		.fact("licence", hex(licence.document_hash))
		.fact("licence uri", text_of(&licence.uri.0))
		.fact(
			"licence until",
			moment::format(licence.valid_until.unwrap_or(u64::MAX)),
		)
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

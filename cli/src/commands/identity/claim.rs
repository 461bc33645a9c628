//! Who vouches for what, and who may.

use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::{
			assay_primitives::identity::ClaimTopic,
			pallet_identities::{pallet::Call, types::ClaimState},
		},
		RuntimeCall,
	},
	context::Context,
	convert::salted,
	errors::Outcome,
	input::{self, policy::Topic},
	moment,
	output::Answer,
};
use clap::Subcommand;
use serde_json::{json, Value};
use std::path::PathBuf;

/// What can be done with claims
#[derive(Debug, Subcommand)]
pub enum ClaimVerb {
	/// Vouch for an identity (approved issuers)
	Add {
		/// Identity or account
		identity: String,
		/// kyc, aml, sanctions-clear, accredited, professional, tax-residence or custom:NUMBER
		topic: Topic,
		/// Last moment at which it holds
		#[arg(long, default_value = "+365d")]
		valid_until: String,
		/// The document that proves it; only its salted hash goes on chain
		#[arg(long, value_name = "FILE")]
		document: PathBuf,
	},
	/// Take a claim back (its issuer), or drop one (its subject)
	Revoke {
		/// Identity or account
		identity: String,
		/// Topic of the claim
		topic: Topic,
		/// Identity that vouched; the key's own unless given
		#[arg(long)]
		issuer: Option<String>,
	},
	/// List the claims of an identity
	List {
		/// Identity or account
		identity: String,
	},
}

/// What can be done with issuers of claims
#[derive(Debug, Subcommand)]
pub enum IssuerVerb {
	/// Let an identity vouch for a topic (council)
	Approve {
		/// Topic
		topic: Topic,
		/// Identity or account
		identity: String,
	},
	/// End that; its claims on the topic lapse at once (council)
	Revoke {
		/// Topic
		topic: Topic,
		/// Identity or account
		identity: String,
	},
	/// List who may vouch for what
	List,
}

/// What can be done with registrars
#[derive(Debug, Subcommand)]
pub enum RegistrarVerb {
	/// Let an organisation register identities (council)
	Add {
		/// Identity or account
		identity: String,
	},
	/// End that (council)
	Remove {
		/// Identity or account
		identity: String,
	},
	/// Make a registrar answer for an identity (council)
	Assign {
		/// Identity or account
		identity: String,
		/// Identity or account of the registrar
		registrar: String,
	},
	/// List the registrars
	List,
}

/// Carries it out.
pub async fn claim(context: &Context, verb: ClaimVerb) -> Outcome {
	match verb {
		ClaimVerb::Add {
			identity,
			topic,
			valid_until,
			document,
		} => {
			let identity = context.identity(&identity).await?;
			let (salt, data_hash) = salted(&input::read_bytes(&document)?);
			let valid_until = context.moment(&valid_until).await?;
			let call = Call::add_claim {
				identity,
				topic: topic.into(),
				valid_until,
				data_hash,
			};
			let receipt = context.send(RuntimeCall::Identities(call)).await?;
			let answer = Answer::new()
				.fact("identity", identity)
				.fact("valid until", moment::format(valid_until))
				.fact("data hash", hex(data_hash))
				.fact("salt", hex(salt));
			context.print_done(receipt, answer);
		},
		ClaimVerb::Revoke {
			identity,
			topic,
			issuer,
		} => {
			let identity = context.identity(&identity).await?;
			let issuer = match issuer {
				Some(text) => context.identity(&text).await?,
				None => {
					let account = context.acting_account().await?;
					context.identity(&account.to_string()).await?
				},
			};
			let call = Call::revoke_claim {
				identity,
				topic: topic.into(),
				issuer,
			};
			let receipt = context.send(RuntimeCall::Identities(call)).await?;
			context.print_done(receipt, Answer::new());
		},
		ClaimVerb::List { identity } => {
			let identity = context.identity(&identity).await?;
			let rows = claim_rows(context, identity).await?;
			context.print(Answer::list(&CLAIM_COLUMNS, rows));
		},
	}
	Ok(())
}

/// Carries it out.
pub async fn issuer(context: &Context, verb: IssuerVerb) -> Outcome {
	let call = match verb {
		IssuerVerb::Approve { topic, identity } => Call::approve_issuer {
			topic: topic.into(),
			issuer: context.identity(&identity).await?,
		},
		IssuerVerb::Revoke { topic, identity } => Call::revoke_issuer {
			topic: topic.into(),
			issuer: context.identity(&identity).await?,
		},
		IssuerVerb::List => {
			let question = api::view_functions().identities().issuers();
			let issuers = context.chain().await?.ask(question).await?;
			let rows = issuers
				.iter()
				.map(|it| vec![json!(topic_name(&it.topic)), json!(it.issuer)]);
			context.print(Answer::list(&["topic", "issuer"], rows.collect()));
			return Ok(());
		},
	};
	let receipt = context
		.send_as_council(RuntimeCall::Identities(call))
		.await?;
	context.print_done(receipt, Answer::new());
	Ok(())
}

/// Carries it out.
pub async fn registrar(context: &Context, verb: RegistrarVerb) -> Outcome {
	let call = match verb {
		RegistrarVerb::Add { identity } => Call::add_registrar {
			identity: context.identity(&identity).await?,
		},
		RegistrarVerb::Remove { identity } => Call::remove_registrar {
			identity: context.identity(&identity).await?,
		},
		RegistrarVerb::Assign {
			identity,
			registrar,
		} => Call::set_registrar {
			identity: context.identity(&identity).await?,
			registrar: context.identity(&registrar).await?,
		},
		RegistrarVerb::List => {
			let question = api::view_functions().identities().registrars();
			let registrars = context.chain().await?.ask(question).await?;
			let rows = registrars
				.iter()
				.map(|identity| vec![json!(identity)])
				.collect();
			context.print(Answer::list(&["registrar"], rows));
			return Ok(());
		},
	};
	let receipt = context
		.send_as_council(RuntimeCall::Identities(call))
		.await?;
	context.print_done(receipt, Answer::new());
	Ok(())
}

/// Columns of a list of claims.
pub const CLAIM_COLUMNS: [&str; 5] = ["topic", "issuer", "valid until", "holds", "data hash"];

/// The claims of an identity.
pub async fn claim_rows(context: &Context, identity: u32) -> Outcome<Vec<Vec<Value>>> {
	let claims = context
		.chain()
		.await?
		.ask(api::view_functions().identities().claims(identity))
		.await?;
	let row = |state: &ClaimState| {
		vec![
			json!(topic_name(&state.claim.topic)),
			json!(state.claim.issuer),
			json!(moment::format(state.claim.valid_until)),
			json!(state.holds),
			json!(hex(state.claim.data_hash)),
		]
	};
	Ok(claims.iter().map(row).collect())
}

/// A topic as the command line names it.
fn topic_name(topic: &ClaimTopic) -> String {
	Topic::from(topic).to_string()
}

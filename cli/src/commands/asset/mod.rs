//! What an asset is: terms, approval, documents, roles.

mod definition;
mod document;
mod powers;
mod role;
mod terms;

pub use definition::redemption_in_words;
pub use document::{document_rows, DOCUMENT_COLUMNS};
pub use powers::{power_rows, POWER_COLUMNS};

use crate::{
	accounts::{hex, parse_hash},
	api::{
		self,
		runtime_types::pallet_asset_registry::{
			acts::{Act, Actor},
			pallet::Call,
			types::AssetProfile,
		},
		RuntimeCall,
	},
	chain,
	commands::all_or_none,
	context::{text_of, AssetInfo, Context},
	convert::text,
	errors::{Failure, Outcome},
	input::asset::Manifest,
	output::Answer,
};
use clap::{Subcommand, ValueEnum};
use definition::{definition, filings};
use document::DocumentVerb;
use role::RoleVerb;
use serde_json::json;
use std::path::PathBuf;
use subxt::utils::H256;
use terms::TermsVerb;

/// What can be done with assets
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Write down an asset's terms and file its documents (its issuer)
	Draft {
		/// Manifest
		#[arg(value_name = "FILE.toml")]
		file: PathBuf,
	},
	/// Change the terms of a draft (its issuer)
	Amend {
		/// Ticker or number
		asset: String,
		/// Manifest
		#[arg(value_name = "FILE.toml")]
		file: PathBuf,
	},
	/// Remove a draft (its issuer)
	Remove {
		/// Ticker or number
		asset: String,
	},
	/// Approve a draft, as a second organisation
	Approve {
		/// Ticker or number
		asset: String,
		/// Hash of the terms that were read; those on chain unless given
		#[arg(long)]
		terms_hash: Option<String>,
	},
	/// Open minting and transfers (its issuer)
	Activate {
		/// Ticker or number
		asset: String,
	},
	/// Stop everything but redemptions (compliance officer; the council by motion)
	Suspend {
		/// Ticker or number
		asset: String,
	},
	/// Lift a suspension (council)
	Resume {
		/// Ticker or number
		asset: String,
	},
	/// End minting for good (its issuer; the council by motion when suspended)
	WindDown {
		/// Ticker or number
		asset: String,
	},
	/// Close an asset without units (its issuer)
	Retire {
		/// Ticker or number
		asset: String,
	},
	/// Take back a deposit on a retired asset
	ReclaimDeposit {
		/// Ticker or number
		asset: String,
	},
	/// Show an asset's terms, status and documents
	Show {
		/// Ticker or number
		asset: String,
	},
	/// List the assets
	List,
	/// Show who may do something with an asset now
	WhoCan {
		/// Ticker or number
		asset: String,
		/// What is to be done
		#[arg(value_enum)]
		act: Act,
	},
	/// Show every power over an asset: who has it, what it needs, who may stop it
	Powers {
		/// Ticker or number
		asset: String,
	},
	/// Set what is told about an asset beside its terms (its issuer)
	Profile {
		/// Ticker or number
		asset: String,
		/// What the asset is, in a few words; stays as it is unless given
		#[arg(long)]
		description: Option<String>,
		/// Whom to ask; stays as it is unless given
		#[arg(long)]
		contact: Option<String>,
	},
	/// Approve an asset as cash that obligations may be settled in, or take that back (council)
	Settlement {
		/// Ticker or number
		asset: String,
		/// Whether it is
		#[arg(value_enum)]
		decision: Decision,
	},
	/// Changes of an approved asset's terms
	#[command(subcommand)]
	Terms(TermsVerb),
	/// Legal documents
	#[command(subcommand)]
	Document(DocumentVerb),
	/// Who may do what for an asset
	#[command(subcommand)]
	Role(RoleVerb),
}

/// What the council says
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Decision {
	/// It is
	Approve,
	/// It is not any more
	Revoke,
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	let send = |call: Call| context.send(RuntimeCall::AssetRegistry(call));
	let id = |asset: String| async move { context.asset(&asset).await.map(|info| info.id) };
	let receipt = match verb {
		Verb::Draft { file } => return draft(context, &Manifest::read(&file)?).await,
		Verb::Amend { asset, file } => {
			let manifest = Manifest::read(&file)?;
			let asset = id(asset).await?;
			send(Call::amend_draft {
				asset,
				definition: definition(&manifest)?,
			})
			.await?
		},
		Verb::Remove { asset } => {
			send(Call::remove_draft {
				asset: id(asset).await?,
			})
			.await?
		},
		Verb::Approve { asset, terms_hash } => {
			let info = context.asset(&asset).await?;
			let terms_hash = match terms_hash {
				Some(text) => H256(parse_hash(&text)?),
				None => info.details.terms_hash,
			};
			let receipt = send(Call::approve {
				asset: info.id,
				terms_hash,
			})
			.await?;
			let answer = Answer::new()
				.fact("asset", info.id)
				.fact("approved terms", hex(terms_hash));
			context.print_done(receipt, answer);
			return Ok(());
		},
		Verb::Activate { asset } => {
			send(Call::activate {
				asset: id(asset).await?,
			})
			.await?
		},
		Verb::Suspend { asset } => {
			send(Call::suspend {
				asset: id(asset).await?,
			})
			.await?
		},
		Verb::Resume { asset } => {
			let call = RuntimeCall::AssetRegistry(Call::resume {
				asset: id(asset).await?,
			});
			context.send_as_council(call).await?
		},
		Verb::WindDown { asset } => {
			send(Call::wind_down {
				asset: id(asset).await?,
			})
			.await?
		},
		Verb::Retire { asset } => {
			send(Call::retire {
				asset: id(asset).await?,
			})
			.await?
		},
		Verb::ReclaimDeposit { asset } => {
			send(Call::reclaim_deposit {
				asset: id(asset).await?,
			})
			.await?
		},
		Verb::Show { asset } => return show(context, &context.asset(&asset).await?).await,
		Verb::List => return list(context).await,
		Verb::WhoCan { asset, act } => {
			let question = api::view_functions()
				.asset_registry()
				.who_can(id(asset).await?, act);
			let actors = context.chain().await?.ask(question).await?;
			let rows = actors.iter().map(|actor| match actor {
				Actor::Identity(identity) => vec![json!(format!("identity {identity}"))],
				Actor::Approver => vec![json!("an approver of another organisation")],
				Actor::Council => vec![json!("the council")],
				Actor::Holder => vec![json!("any holder")],
				Actor::Anyone => vec![json!("anybody")],
			});
			context.print(Answer::list(&["who"], rows.collect()));
			return Ok(());
		},
		Verb::Powers { asset } => return powers::run(context, &context.asset(&asset).await?).await,
		Verb::Profile {
			asset,
			description,
			contact,
		} => {
			let asset = context.asset(&asset).await?;
			let profile = profile(&asset, description, contact)?;
			send(Call::set_profile {
				asset: asset.id,
				profile,
			})
			.await?
		},
		Verb::Settlement { asset, decision } => {
			let call = RuntimeCall::AssetRegistry(Call::set_settlement {
				asset: id(asset).await?,
				settlement: decision == Decision::Approve,
			});
			context.send_as_council(call).await?
		},
		Verb::Terms(verb) => return terms::terms(context, verb).await,
		Verb::Document(verb) => return document::document(context, verb).await,
		Verb::Role(verb) => return role::role(context, verb).await,
	};
	let status = receipt
		.as_ref()
		.and_then(|receipt| {
			receipt
				.find::<api::asset_registry::events::StatusChanged>()
				.ok()?
		})
		.map(|event| format!("{:?}", event.new));
	context.print_done(receipt, Answer::new().maybe("status", status));
	Ok(())
}

/// What is told beside the terms: the texts that are given, and the others as they are.
fn profile(
	asset: &AssetInfo,
	description: Option<String>,
	contact: Option<String>,
) -> Outcome<AssetProfile> {
	let old = &asset.details.profile;
	if description.is_none() && contact.is_none() {
		return Err(
			Failure::input("neither --description nor --contact is given")
				.next("name what is to change"),
		);
	}
	Ok(AssetProfile {
		description: description.map_or_else(|| old.description.clone(), |it| text(&it)),
		contact: contact.map_or_else(|| old.contact.clone(), |it| text(&it)),
	})
}

async fn draft(context: &Context, manifest: &Manifest) -> Outcome {
	let filings = filings(context, manifest).await?;
	let call = RuntimeCall::AssetRegistry(Call::draft {
		definition: definition(manifest)?,
	});
	let Some(receipt) = context.send(call).await? else {
		return Ok(());
	};
	let event = receipt.event::<api::asset_registry::events::AssetDrafted>()?;
	let documents = filings.len();
	let calls = filings.into_iter().map(|(kind, document)| {
		RuntimeCall::AssetRegistry(Call::add_document {
			asset: event.asset,
			kind,
			document,
		})
	});
	if let Some(call) = all_or_none(calls.collect()) {
		context.send(call).await?;
	}
	let answer = Answer::new()
		.fact("asset", event.asset)
		.fact("ticker", text_of(&event.ticker.0))
		.fact("terms hash", hex(event.terms_hash))
		.fact("documents", documents);
	context.print_done(Some(receipt), answer);
	Ok(())
}

async fn show(context: &Context, info: &AssetInfo) -> Outcome {
	let details = &info.details;
	let terms = &details.terms;
	let trustee = Some(text_of(&terms.trustee.0)).filter(|name| !name.is_empty());
	let redemption = redemption_in_words(&terms.redemption, |units| info.tokens(units));
	let question = api::view_functions()
		.asset_registry()
		.expired_documents(info.id);
	let at = context.chain().await?.best().await?;
	let expired = chain::ask(&at, question).await?;
	let expired: Vec<String> = expired
		.iter()
		.map(|document| format!("{:?}", document.kind))
		.collect();
	let told = |bytes: &[u8]| Some(text_of(bytes)).filter(|text| !text.is_empty());
	context.print(
		Answer::new()
			.fact("asset", info.id)
			.fact("ticker", info.symbol.as_str())
			.fact("name", text_of(&terms.name.0))
			.fact("status", format!("{:?}", details.summary.status))
			.fact("kind", format!("{:?}", details.summary.kind))
			.fact("decimals", info.decimals)
			.fact("issuer", details.summary.issuer)
			.fact("underlying unit", info.unit.as_str())
			.fact(
				"one smallest unit claims",
				format!("{}/{}", info.numerator, info.denominator),
			)
			.fact("obligor", text_of(&terms.obligor.0))
			.maybe("trustee", trustee)
			.fact("governing law", text_of(&terms.governing_law.0))
			.fact("segregation", format!("{:?}", terms.segregation))
			.fact("bankruptcy remote", terms.bankruptcy_remote)
			.fact("holder's right", format!("{:?}", terms.right))
			.maybe("isin", terms.isin.map(|isin| text_of(&isin)))
			.maybe("lei", terms.lei.map(|lei| text_of(&lei)))
			.fact("redemption", redemption)
			.fact("settlement cash", details.summary.settlement)
			.maybe("description", told(&details.profile.description.0))
			.maybe("contact", told(&details.profile.contact.0))
			.maybe(
				"minting is shut by expired",
				Some(expired).filter(|kinds| !kinds.is_empty()),
			)
			.fact("terms hash", hex(details.terms_hash))
			.maybe(
				"approved by",
				details
					.filing
					.approved_by
					.as_ref()
					.map(|it| it.organisation),
			)
			.with_list(
				"documents",
				&DOCUMENT_COLUMNS,
				document_rows(&at, info.id).await?,
			),
	);
	Ok(())
}

async fn list(context: &Context) -> Outcome {
	let chain = context.chain().await?;
	let summaries = chain
		.entries(api::storage().asset_registry().summaries(), ())
		.await?;
	let mut rows = Vec::new();
	for ((id,), summary) in summaries {
		let info = context.asset(&id.to_string()).await?;
		let name = text_of(&info.details.terms.name.0);
		let status = format!("{:?}", summary.status);
		rows.push((
			id,
			vec![json!(id), json!(info.symbol), json!(name), json!(status)],
		));
	}
	rows.sort_by_key(|(id, _)| *id);
	let rows = rows.into_iter().map(|(_, row)| row).collect();
	context.print(Answer::list(&["asset", "ticker", "name", "status"], rows));
	Ok(())
}

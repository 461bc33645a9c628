//! What an asset is: terms, approval, documents, roles.

use super::all_or_none;
use crate::{
	accounts::{hex, parse_hash},
	api::{
		self,
		runtime_types::{
			assay_primitives::asset::{AssetKind, Role, UnitRatio},
			pallet_asset_registry::{
				pallet::Call,
				types::{
					Act, Actor, AssetDefinition, AssetTerms, DocumentFiling, DocumentKind,
					HolderRight, RedemptionTerms, Segregation,
				},
			},
		},
		RuntimeCall,
	},
	context::{text_of, AssetInfo, Context},
	convert::{blake2, text},
	errors::{Failure, Outcome},
	input::{
		self,
		asset::{self as manifest, Manifest},
	},
	moment,
	output::Answer,
};
use clap::Subcommand;
use serde_json::json;
use std::path::PathBuf;
use subxt::utils::H256;

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
	/// Legal documents
	#[command(subcommand)]
	Document(DocumentVerb),
	/// Who may do what for an asset
	#[command(subcommand)]
	Role(RoleVerb),
}

/// What can be done with documents
#[derive(Debug, Subcommand)]
pub enum DocumentVerb {
	/// File a document, or a newer version of one (the asset's issuer)
	Add {
		/// Ticker or number
		asset: String,
		/// The file, whose hash goes on chain
		file: PathBuf,
		/// What it is
		#[arg(long, value_enum)]
		kind: manifest::DocumentKind,
		/// Its title
		#[arg(long)]
		title: String,
		/// Where it can be read
		#[arg(long)]
		uri: String,
		/// Last moment at which it holds
		#[arg(long)]
		valid_until: Option<String>,
		/// Shut minting once it has expired
		#[arg(long)]
		required: bool,
	},
	/// Check that a file is the one that is filed
	Check {
		/// Ticker or number
		asset: String,
		/// The file
		file: PathBuf,
	},
	/// List the newest version of each document
	List {
		/// Ticker or number
		asset: String,
	},
}

/// What can be done with roles
#[derive(Debug, Subcommand)]
pub enum RoleVerb {
	/// Give an identity a role (the asset's issuer)
	Grant {
		/// Ticker or number
		asset: String,
		/// Role
		#[arg(value_enum)]
		role: Role,
		/// Identity or account
		identity: String,
		/// Last moment at which it holds
		#[arg(long)]
		valid_until: Option<String>,
	},
	/// Take a role away (the asset's issuer), or give it up
	Revoke {
		/// Ticker or number
		asset: String,
		/// Role
		#[arg(value_enum)]
		role: Role,
		/// Identity or account
		identity: String,
	},
	/// List the roles
	List {
		/// Ticker or number
		asset: String,
	},
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
			send(Call::amend_draft { asset, definition: definition(&manifest)? }).await?
		},
		Verb::Remove { asset } => send(Call::remove_draft { asset: id(asset).await? }).await?,
		Verb::Approve { asset, terms_hash } => {
			let info = context.asset(&asset).await?;
			let terms_hash = match terms_hash {
				Some(text) => H256(parse_hash(&text)?),
				None => info.details.terms_hash,
			};
			let receipt = send(Call::approve { asset: info.id, terms_hash }).await?;
			let answer =
				Answer::new().fact("asset", info.id).fact("approved terms", hex(terms_hash));
			context.print_done(receipt, answer);
			return Ok(());
		},
		Verb::Activate { asset } => send(Call::activate { asset: id(asset).await? }).await?,
		Verb::Suspend { asset } => send(Call::suspend { asset: id(asset).await? }).await?,
		Verb::Resume { asset } => {
			let call = RuntimeCall::AssetRegistry(Call::resume { asset: id(asset).await? });
			context.send_as_council(call).await?
		},
		Verb::WindDown { asset } => send(Call::wind_down { asset: id(asset).await? }).await?,
		Verb::Retire { asset } => send(Call::retire { asset: id(asset).await? }).await?,
		Verb::ReclaimDeposit { asset } =>
			send(Call::reclaim_deposit { asset: id(asset).await? }).await?,
		Verb::Show { asset } => return show(context, &context.asset(&asset).await?).await,
		Verb::List => return list(context).await,
		Verb::WhoCan { asset, act } => {
			let question = api::view_functions().asset_registry().who_can(id(asset).await?, act);
			let actors = context.chain().await?.ask(question).await?;
			let rows = actors.iter().map(|actor| match actor {
				Actor::Identity(identity) => vec![json!(format!("identity {identity}"))],
				Actor::Approver => vec![json!("an approver of another organisation")],
				Actor::Council => vec![json!("the council")],
			});
			context.print(Answer::list(&["who"], rows.collect()));
			return Ok(());
		},
		Verb::Document(verb) => return document(context, verb).await,
		Verb::Role(verb) => return role(context, verb).await,
	};
	let status = receipt
		.as_ref()
		.and_then(|receipt| receipt.find::<api::asset_registry::events::StatusChanged>().ok()?)
		.map(|event| format!("{:?}", event.new));
	context.print_done(receipt, Answer::new().maybe("status", status));
	Ok(())
}

async fn draft(context: &Context, manifest: &Manifest) -> Outcome {
	let filings = filings(context, manifest).await?;
	let call = RuntimeCall::AssetRegistry(Call::draft { definition: definition(manifest)? });
	let Some(receipt) = context.send(call).await? else { return Ok(()) };
	let event = receipt.event::<api::asset_registry::events::AssetDrafted>()?;
	let documents = filings.len();
	let calls = filings.into_iter().map(|(kind, document)| {
		RuntimeCall::AssetRegistry(Call::add_document { asset: event.asset, kind, document })
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

fn definition(manifest: &Manifest) -> Outcome<AssetDefinition> {
	let bytes = |text: &String| text.as_bytes().to_vec();
	let unfit = |what| Failure::input(format!("{what} has the wrong length"));
	let isin = manifest.legal.isin.as_ref().map(bytes).map(<[u8; 12]>::try_from).transpose();
	let lei = manifest.legal.lei.as_ref().map(bytes).map(<[u8; 20]>::try_from).transpose();
	let legal = &manifest.legal;
	Ok(AssetDefinition {
		kind: kind(manifest.asset.kind),
		unit: UnitRatio {
			numerator: manifest.unit.numerator.into(),
			denominator: manifest.unit.denominator.into(),
		},
		terms: AssetTerms {
			name: text(&manifest.asset.name),
			symbol: text(&manifest.asset.symbol),
			decimals: manifest.asset.decimals,
			underlying_unit: text(&manifest.unit.underlying),
			obligor: text(&legal.obligor),
			trustee: text(&legal.trustee),
			governing_law: text(&legal.governing_law),
			segregation: match legal.segregation {
				manifest::Segregation::Segregated => Segregation::Segregated,
				manifest::Segregation::Pledged => Segregation::Pledged,
				manifest::Segregation::Promised => Segregation::Promised,
			},
			bankruptcy_remote: legal.bankruptcy_remote,
			right: match legal.right {
				manifest::Right::Title => HolderRight::Title,
				manifest::Right::BeneficialInterest => HolderRight::BeneficialInterest,
				manifest::Right::ContractualClaim => HolderRight::ContractualClaim,
				manifest::Right::RedemptionOnly => HolderRight::RedemptionOnly,
			},
			isin: isin.map_err(|_| unfit("legal.isin"))?,
			lei: lei.map_err(|_| unfit("legal.lei"))?,
			redemption: RedemptionTerms {
				minimum_units: manifest.minimum_units()?,
				notice_ms: manifest.notice_ms()?,
			},
		},
	})
}

fn kind(kind: manifest::Kind) -> AssetKind {
	match kind {
		manifest::Kind::Fiat => AssetKind::Fiat,
		manifest::Kind::Commodity => AssetKind::Commodity,
		manifest::Kind::Treasury => AssetKind::Treasury,
		manifest::Kind::RealEstate => AssetKind::RealEstate,
		manifest::Kind::Receivables => AssetKind::Receivables,
		manifest::Kind::Carbon => AssetKind::Carbon,
		manifest::Kind::Fund => AssetKind::Fund,
		manifest::Kind::IntellectualProperty => AssetKind::IntellectualProperty,
		manifest::Kind::Wrapped => AssetKind::Wrapped,
		manifest::Kind::Synthetic => AssetKind::Synthetic,
		manifest::Kind::Other => AssetKind::Other,
	}
}

fn document_kind(kind: manifest::DocumentKind) -> DocumentKind {
	match kind {
		manifest::DocumentKind::Prospectus => DocumentKind::Prospectus,
		manifest::DocumentKind::TermSheet => DocumentKind::TermSheet,
		manifest::DocumentKind::LegalOpinion => DocumentKind::LegalOpinion,
		manifest::DocumentKind::TrustDeed => DocumentKind::TrustDeed,
		manifest::DocumentKind::CustodyAgreement => DocumentKind::CustodyAgreement,
		manifest::DocumentKind::AuditReport => DocumentKind::AuditReport,
	}
}

async fn filings(
	context: &Context,
	manifest: &Manifest,
) -> Outcome<Vec<(DocumentKind, DocumentFiling)>> {
	let mut filings = Vec::new();
	for document in &manifest.documents {
		let filing = DocumentFiling {
			title: text(&document.title),
			uri: text(&document.uri),
			hash: blake2(&input::read_bytes(&document.file)?),
			valid_until: match &document.valid_until {
				Some(text) => Some(context.moment(text).await?),
				None => None,
			},
			required: document.required,
		};
		filings.push((document_kind(document.kind), filing));
	}
	Ok(filings)
}

async fn show(context: &Context, info: &AssetInfo) -> Outcome {
	let details = &info.details;
	let terms = &details.terms;
	let trustee = Some(text_of(&terms.trustee.0)).filter(|name| !name.is_empty());
	let minimum = info.tokens(terms.redemption.minimum_units);
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
			.fact("one smallest unit claims", format!("{}/{}", info.numerator, info.denominator))
			.fact("obligor", text_of(&terms.obligor.0))
			.maybe("trustee", trustee)
			.fact("governing law", text_of(&terms.governing_law.0))
			.fact("segregation", format!("{:?}", terms.segregation))
			.fact("bankruptcy remote", terms.bankruptcy_remote)
			.fact("holder's right", format!("{:?}", terms.right))
			.maybe("isin", terms.isin.map(|isin| text_of(&isin)))
			.maybe("lei", terms.lei.map(|lei| text_of(&lei)))
			.fact("smallest redemption", minimum)
			.fact("redemption notice", moment::format_span(terms.redemption.notice_ms))
			.fact("terms hash", hex(details.terms_hash))
			.maybe("approved by", details.filing.approved_by.as_ref().map(|it| it.organisation))
			.with_list("documents", &DOCUMENT_COLUMNS, document_rows(context, info.id).await?),
	);
	Ok(())
}

async fn list(context: &Context) -> Outcome {
	let chain = context.chain().await?;
	let summaries = chain.entries(api::storage().asset_registry().summaries(), ()).await?;
	let mut rows = Vec::new();
	for ((id,), summary) in summaries {
		let info = context.asset(&id.to_string()).await?;
		let name = text_of(&info.details.terms.name.0);
		let status = format!("{:?}", summary.status);
		rows.push((id, vec![json!(id), json!(info.symbol), json!(name), json!(status)]));
	}
	rows.sort_by_key(|(id, _)| *id);
	let rows = rows.into_iter().map(|(_, row)| row).collect();
	context.print(Answer::list(&["asset", "ticker", "name", "status"], rows));
	Ok(())
}

const DOCUMENT_COLUMNS: [&str; 7] =
	["kind", "version", "title", "hash", "valid until", "required", "uri"];

async fn document_rows(context: &Context, asset: u32) -> Outcome<Vec<Vec<serde_json::Value>>> {
	let question = api::view_functions().asset_registry().documents(asset);
	let documents = context.chain().await?.ask(question).await?;
	let rows = documents.iter().map(|(kind, version, document)| {
		let filing = &document.filing;
		vec![
			json!(format!("{kind:?}")),
			json!(version),
			json!(text_of(&filing.title.0)),
			json!(hex(filing.hash)),
			json!(filing.valid_until.map(moment::format)),
			json!(filing.required),
			json!(text_of(&filing.uri.0)),
		]
	});
	Ok(rows.collect())
}

async fn document(context: &Context, verb: DocumentVerb) -> Outcome {
	match verb {
		DocumentVerb::Add { asset, file, kind, title, uri, valid_until, required } => {
			let asset = context.asset(&asset).await?.id;
			let hash = blake2(&input::read_bytes(&file)?);
			let document = DocumentFiling {
				title: text(&title),
				uri: text(&uri),
				hash,
				valid_until: match valid_until {
					Some(text) => Some(context.moment(&text).await?),
					None => None,
				},
				required,
			};
			let call = Call::add_document { asset, kind: document_kind(kind), document };
			let receipt = context.send(RuntimeCall::AssetRegistry(call)).await?;
			context.print_done(receipt, Answer::new().fact("hash", hex(hash)));
		},
		DocumentVerb::Check { asset, file } => {
			let asset = context.asset(&asset).await?;
			let hash = blake2(&input::read_bytes(&file)?);
			let question = api::view_functions().asset_registry().documents(asset.id);
			let documents = context.chain().await?.ask(question).await?;
			let found = documents.iter().find(|(_, _, document)| document.filing.hash == hash);
			let Some((kind, version, document)) = found else {
				return Err(Failure::refused(format!(
					"{} is not the newest version of any document of {}",
					file.display(),
					asset.symbol
				))
				.next(format!("its hash is {}; `assay asset document list` shows those filed", hex(hash))));
			};
			context.print(
				Answer::new()
					.fact("filed as", format!("{kind:?}"))
					.fact("version", *version)
					.fact("title", text_of(&document.filing.title.0))
					.fact("hash", hex(hash)),
			);
		},
		DocumentVerb::List { asset } => {
			let asset = context.asset(&asset).await?.id;
			context.print(Answer::list(&DOCUMENT_COLUMNS, document_rows(context, asset).await?));
		},
	}
	Ok(())
}

async fn role(context: &Context, verb: RoleVerb) -> Outcome {
	let receipt = match verb {
		RoleVerb::Grant { asset, role, identity, valid_until } => {
			let asset = context.asset(&asset).await?.id;
			let identity = context.identity(&identity).await?;
			let valid_until = match valid_until {
				Some(text) => Some(context.moment(&text).await?),
				None => None,
			};
			let call = Call::grant_role { asset, role, identity, valid_until };
			context.send(RuntimeCall::AssetRegistry(call)).await?
		},
		RoleVerb::Revoke { asset, role, identity } => {
			let asset = context.asset(&asset).await?.id;
			let identity = context.identity(&identity).await?;
			let call = Call::revoke_role { asset, role, identity };
			context.send(RuntimeCall::AssetRegistry(call)).await?
		},
		RoleVerb::List { asset } => {
			let asset = context.asset(&asset).await?.id;
			let question = api::view_functions().asset_registry().roles_of(asset);
			let roles = context.chain().await?.ask(question).await?;
			let rows = roles.iter().map(|(role, identity, grant)| {
				vec![
					json!(format!("{role:?}")),
					json!(identity),
					json!(grant.granted_by),
					json!(grant.valid_until.map(moment::format)),
				]
			});
			let columns = ["role", "identity", "granted by", "valid until"];
			context.print(Answer::list(&columns, rows.collect()));
			return Ok(());
		},
	};
	context.print_done(receipt, Answer::new());
	Ok(())
}

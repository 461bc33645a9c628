//! Legal documents of an asset.

use super::definition::document_kind;
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::pallet_asset_registry::{
			pallet::Call,
			types::{DocumentFiling, DocumentKind},
		},
		RuntimeCall,
	},
	chain::{self, At},
	context::{text_of, Context},
	convert::{blake2, text},
	errors::{Failure, Outcome},
	input::{self, asset as manifest},
	moment,
	output::Answer,
};
use clap::Subcommand;
use serde_json::{json, Value};
use std::path::PathBuf;

/// What can be done with documents
#[derive(Debug, Subcommand)]
pub enum DocumentVerb {
	/// File a document, or a newer version of one (the asset's issuer)
	Add {
		/// Ticker or number
		asset: String,
		/// The file, whose hash goes on chain
		file: PathBuf,
		/// prospectus, term-sheet, legal-opinion, trust-deed, custody-agreement, audit-report or
		/// other:NUMBER
		#[arg(long)]
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
	/// Say where a version of a document can be read from now on; its hash stays (the asset's issuer)
	Move {
		/// Ticker or number
		asset: String,
		/// What it is, as in `add`
		kind: manifest::DocumentKind,
		/// Where it can be read
		uri: String,
		/// Which version; the newest unless given
		#[arg(long)]
		version: Option<u16>,
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

/// Columns of a list of documents.
pub const DOCUMENT_COLUMNS: [&str; 7] = [
	"kind",
	"version",
	"title",
	"hash",
	"valid until",
	"required",
	"uri",
];

/// The newest version of each document, at a block.
pub async fn document_rows(at: &At, asset: u32) -> Outcome<Vec<Vec<Value>>> {
	let question = api::view_functions().asset_registry().documents(asset);
	let documents = chain::ask(at, question).await?;
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

/// The newest version of a kind of document.
async fn newest(context: &Context, asset: u32, kind: &DocumentKind) -> Outcome<u16> {
	let question = api::view_functions().asset_registry().documents(asset);
	let documents = context.chain().await?.ask(question).await?;
	// Kinds have no equality of their own; what they are called has.
	let name = format!("{kind:?}");
	let found = documents.iter().find(|(it, ..)| format!("{it:?}") == name);
	found.map(|(_, version, _)| *version).ok_or_else(|| {
		Failure::refused(format!("no {name} is filed"))
			.named("AssetRegistry::DocumentNotFound")
			.next("`assay asset document list` shows those filed")
	})
}

/// Carries it out.
pub async fn document(context: &Context, verb: DocumentVerb) -> Outcome {
	match verb {
		DocumentVerb::Add {
			asset,
			file,
			kind,
			title,
			uri,
			valid_until,
			required,
		} => {
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
			let call = Call::add_document {
				asset,
				kind: document_kind(kind),
				document,
			};
			let receipt = context.send(RuntimeCall::AssetRegistry(call)).await?;
			context.print_done(receipt, Answer::new().fact("hash", hex(hash)));
		},
		DocumentVerb::Move {
			asset,
			kind,
			uri,
			version,
		} => {
			let asset = context.asset(&asset).await?.id;
			let kind = document_kind(kind);
			let version = match version {
				Some(version) => version,
				None => newest(context, asset, &kind).await?,
			};
			let call = Call::set_document_uri {
				asset,
				kind,
				version,
				uri: text(&uri),
			};
			let receipt = context.send(RuntimeCall::AssetRegistry(call)).await?;
			context.print_done(receipt, Answer::new().fact("version", version));
		},
		DocumentVerb::Check { asset, file } => {
			let asset = context.asset(&asset).await?;
			let hash = blake2(&input::read_bytes(&file)?);
			let question = api::view_functions().asset_registry().documents(asset.id);
			let documents = context.chain().await?.ask(question).await?;
			let found = documents
				.iter()
				.find(|(_, _, document)| document.filing.hash == hash);
			let Some((kind, version, document)) = found else {
				return Err(Failure::refused(format!(
					"{} is not the newest version of any document of {}",
					file.display(),
					asset.symbol
				))
				.next(format!(
					"its hash is {}; `assay asset document list` shows those filed",
					hex(hash)
				)));
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
			let at = context.chain().await?.best().await?;
			let rows = document_rows(&at, asset).await?;
			context.print(Answer::list(&DOCUMENT_COLUMNS, rows));
		},
	}
	Ok(())
}

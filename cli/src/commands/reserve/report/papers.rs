//! What the asset is by law, who has power over it, and how the page came to be.

use super::{
	html::{Fact, Part, Section, Table},
	Material,
};
use crate::{
	accounts::hex,
	commands::asset::{redemption_in_words, DOCUMENT_COLUMNS, POWER_COLUMNS},
	context::text_of,
	moment,
};

/// The legal wrapper.
pub fn asset(material: &Material) -> Section {
	let asset = &material.asset;
	let details = &asset.details;
	let terms = &details.terms;
	let told = |bytes: &[u8]| match text_of(bytes) {
		none if none.is_empty() => "-".to_string(),
		text => text,
	};
	let redemption = redemption_in_words(&terms.redemption, |units| asset.tokens(units));
	let approval = details.filing.approved_by.as_ref();
	let approval = approval.map_or("not approved".into(), |it| {
		format!(
			"organisation {} on {}",
			it.organisation,
			moment::format(it.at)
		)
	});
	let facts = vec![
		Fact::new("name", text_of(&terms.name.0)),
		Fact::new("ticker", asset.symbol.clone()),
		Fact::new("asset number", asset.id.to_string()),
		Fact::new("status", format!("{:?}", details.summary.status)),
		Fact::new("kind", format!("{:?}", details.summary.kind)),
		Fact::new(
			"issuer, by its identity",
			details.summary.issuer.to_string(),
		),
		Fact::new("obligor", told(&terms.obligor.0)),
		Fact::new("trustee", told(&terms.trustee.0)),
		Fact::new("governing law", told(&terms.governing_law.0)),
		Fact::new("segregation", format!("{:?}", terms.segregation)),
		Fact::new(
			"bankruptcy remote",
			if terms.bankruptcy_remote { "yes" } else { "no" },
		),
		Fact::new("a holder's right", format!("{:?}", terms.right)),
		Fact::new("ISIN", terms.isin.map_or("-".into(), |isin| text_of(&isin))),
		Fact::new(
			"LEI of the obligor",
			terms.lei.map_or("-".into(), |lei| text_of(&lei)),
		),
		Fact::new("counted in", asset.unit.clone()),
		Fact::new(
			"one smallest unit claims",
			format!("{}/{}", asset.numerator, asset.denominator),
		),
		Fact::new("redemption", redemption),
		Fact::new("hash of the terms", hex(details.terms_hash)),
		Fact::new("approved by", approval),
		Fact::new("description", told(&details.profile.description.0)),
		Fact::new("contact", told(&details.profile.contact.0)),
	];
	Section {
		id: "asset",
		title: "The asset",
		source: "assetRegistry.asset",
		parts: vec![Part::Facts(facts)],
	}
}

/// The newest version of each document.
pub fn documents(material: &Material) -> Section {
	let rows = material.documents.clone();
	Section {
		id: "documents",
		title: "Documents",
		source: "assetRegistry.documents; hashes are BLAKE2b-256 of the file",
		parts: vec![Part::Table(Table::new(
			"The newest version of each",
			&DOCUMENT_COLUMNS,
			rows,
		))],
	}
}

/// Everybody who could override a holder or a rule, and how.
pub fn powers(material: &Material) -> Section {
	Section {
		id: "powers",
		title: "Powers over it",
		source: "assetRegistry.powers",
		parts: vec![Part::Table(Table::new(
			"Who may do what, and who must agree",
			&POWER_COLUMNS,
			material.powers.clone(),
		))],
	}
}

/// What the page was made from.
pub fn made(material: &Material) -> Section {
	let block = &material.block;
	let facts = vec![
		Fact::new("genesis hash of the chain", block.genesis.clone()),
		Fact::new("block", block.number.to_string()),
		Fact::new("block hash", block.hash.clone()),
		Fact::new("block time", moment::format(block.at)),
		Fact::new(
			"made by",
			concat!(
				"assay ",
				env!("CARGO_PKG_VERSION"),
				", assay reserve report"
			),
		),
	];
	Section {
		id: "made",
		title: "How this page was made",
		source: "the node that was asked",
		parts: vec![
			Part::Text(
				"Every figure was asked of one node at one final block; the same question at the same \
				 block gives the same page. The page itself proves nothing: ask another node, or have \
				 figures proven from the genesis hash alone with `assay statement --verify` and `assay \
				 lot verify`."
					.into(),
			),
			Part::Facts(facts),
		],
	}
}

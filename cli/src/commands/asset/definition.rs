//! A manifest in the chain's types.

use crate::{
	amounts::format_bps,
	api::runtime_types::{
		assay_primitives::{
			asset::{AssetKind, UnitRatio},
			redemption::{RedemptionTerms, RedemptionWindow},
		},
		pallet_asset_registry::types::{
			AssetDefinition, AssetTerms, DocumentFiling, DocumentKind, HolderRight, Segregation,
		},
	},
	context::Context,
	convert::{blake2, bounded, text},
	errors::{Failure, Outcome},
	input::{
		self,
		asset::{self as manifest, Manifest},
	},
	moment,
};

/// What the issuer says of the asset.
pub fn definition(manifest: &Manifest) -> Outcome<AssetDefinition> {
	let bytes = |text: &String| text.as_bytes().to_vec();
	let unfit = |what| Failure::input(format!("{what} has the wrong length"));
	let isin = manifest
		.legal
		.isin
		.as_ref()
		.map(bytes)
		.map(<[u8; 12]>::try_from)
		.transpose();
	let lei = manifest
		.legal
		.lei
		.as_ref()
		.map(bytes)
		.map(<[u8; 20]>::try_from)
		.transpose();
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
			redemption: redemption(manifest)?,
		},
	})
}

fn redemption(manifest: &Manifest) -> Outcome<RedemptionTerms> {
	let terms = &manifest.redemption;
	let window = manifest.window_ms()?;
	Ok(RedemptionTerms {
		minimum_units: manifest.minimum_units()?,
		lot_units: manifest.lot_units()?,
		notice_ms: manifest.notice_ms()?,
		fee_bps: terms.fee_bps,
		window: window.map(|(opens_at, every_ms, open_ms)| RedemptionWindow {
			opens_at,
			every_ms,
			open_ms,
		}),
		categories: bounded(terms.categories.iter().map(|it| (*it).into())),
		jurisdictions: bounded(terms.countries.iter().copied()),
	})
}

/// The terms of redemption in words, whole units told as `units` tells them.
pub fn redemption_in_words(terms: &RedemptionTerms, units: impl Fn(u128) -> String) -> String {
	let mut words = vec![
		format!("at least {}", units(terms.minimum_units)),
		format!("{} of notice", moment::format_span(terms.notice_ms)),
	];
	if terms.lot_units > 0 {
		words.push(format!("in multiples of {}", units(terms.lot_units)));
	}
	if terms.fee_bps > 0 {
		words.push(format!("a fee of {}", format_bps(terms.fee_bps.into())));
	}
	if let Some(window) = &terms.window {
		words.push(format!(
			"for {} every {} from {} on",
			moment::format_span(window.open_ms),
			moment::format_span(window.every_ms),
			moment::format(window.opens_at)
		));
	}
	let named = |what: &str, names: Vec<String>| {
		(!names.is_empty()).then(|| format!("{what} {}", names.join(" ")))
	};
	let categories = terms.categories.0.iter().map(|it| format!("{it:?}"));
	let countries = terms.jurisdictions.0.iter().map(u16::to_string);
	words.extend(named("for", categories.collect()));
	words.extend(named("in the countries", countries.collect()));
	words.join(", ")
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

/// What a document is.
pub fn document_kind(kind: manifest::DocumentKind) -> DocumentKind {
	match kind {
		manifest::DocumentKind::Prospectus => DocumentKind::Prospectus,
		manifest::DocumentKind::TermSheet => DocumentKind::TermSheet,
		manifest::DocumentKind::LegalOpinion => DocumentKind::LegalOpinion,
		manifest::DocumentKind::TrustDeed => DocumentKind::TrustDeed,
		manifest::DocumentKind::CustodyAgreement => DocumentKind::CustodyAgreement,
		manifest::DocumentKind::AuditReport => DocumentKind::AuditReport,
		manifest::DocumentKind::Other(number) => DocumentKind::Other(number),
	}
}

/// The manifest's documents, hashed.
pub async fn filings(
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

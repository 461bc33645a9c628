//! Lots, reports, redemptions and bonds: what is on the books.

use super::{
	html::{Fact, Part, Section, Table},
	Material, ScopeBook,
};
use crate::{
	accounts::hex,
	api::runtime_types::pallet_attestations::types::Report,
	context::{text_of, AssetInfo},
	input::asset::underlying_name,
	moment,
};
use serde_json::{json, Value};

/// Redemptions that are listed.
const MAX_REDEMPTIONS: usize = 500;

/// Every lot that is pledged.
pub fn lots(material: &Material, shown: usize) -> Section {
	let asset = &material.asset;
	let vault = |id: u32| {
		let book = material.scopes.iter().find(|it| it.part.scope.vault == id);
		book.map_or_else(|| id.to_string(), |book| book.vault.clone())
	};
	let mut lots: Vec<_> = material.lots.iter().map(|(id, lot)| (*id, lot)).collect();
	lots.sort_by_key(|(_, lot)| (lot.vault, lot.registry.0.clone(), lot.serial.0.clone()));
	let rows = lots.iter().take(shown).map(|(id, lot)| {
		vec![
			json!(text_of(&lot.registry.0)),
			json!(text_of(&lot.serial.0)),
			json!(vault(lot.vault)),
			json!(asset.figure(lot.quantity)),
			json!(format!("{:?}", lot.status)),
			json!(lot
				.value
				.as_ref()
				.and_then(|it| it.matures_at)
				.map(moment::format)),
			json!(hex(*id)),
			json!(hex(lot.document_hash)),
		]
	});
	let total = lots
		.iter()
		.try_fold(0u128, |sum, (_, lot)| sum.checked_add(lot.quantity));
	let total = total.map_or("too large".into(), |total| asset.figure(total));
	let count = lots.len();
	let columns = [
		"registry", "serial", "vault", "quantity", "status", "matures", "id", "document",
	];
	let caption = format!(
		"{} of {count} lots, quantities in {}",
		count.min(shown),
		underlying_name(&asset.unit)
	);
	let mut table = Table::new(caption, &columns, rows.collect());
	let sum = |text: String| [json!(text), json!(""), json!(""), json!(total)];
	let mut last: Vec<Value> = sum(format!("all {count} lots")).into();
	last.resize(columns.len(), json!(""));
	table.total = Some(last).filter(|_| count > 0);
	Section {
		id: "lots",
		title: "Lots",
		source: "custody.Lots, by custody.lots_of; totals: custody.ScopeTotals",
		parts: vec![Part::Table(table)],
	}
}

/// The report in force of each vault, and what auditors say of it.
pub fn reports(material: &Material) -> Section {
	let mut parts = Vec::new();
	for book in &material.scopes {
		let custodian = book.part.scope.custodian;
		parts.push(Part::Heading(format!(
			"{}, custodian {custodian}",
			book.vault
		)));
		match &book.report {
			Some(report) => parts.extend(report_parts(&material.asset, book, report)),
			None => parts.push(Part::Text("No report.".into())),
		}
	}
	if parts.is_empty() {
		parts.push(Part::Text("No vault reports for this asset.".into()));
	}
	Section {
		id: "reports",
		title: "Reports and confirmations",
		source: "attestations.Reports",
		parts,
	}
}

fn report_parts(asset: &AssetInfo, book: &ScopeBook, report: &Report) -> [Part; 2] {
	let statement = &report.statement;
	let told = |text: String| match text {
		none if none.is_empty() => "-".to_string(),
		text => text,
	};
	let facts = vec![
		Fact::new("report", hex(book.part.report)),
		Fact::new("number", report.sequence.to_string()),
		Fact::new("stated", asset.quantity(statement.quantity)),
		Fact::new("as of", moment::format(statement.as_of)),
		Fact::new("valid until", moment::format(statement.valid_until)),
		Fact::new(
			"basis and class",
			format!("{:?}, {:?}", statement.basis, statement.class),
		),
		Fact::new("evidence", hex(statement.evidence_hash)),
		Fact::new(
			"evidence can be fetched at",
			told(text_of(&statement.evidence_uri.0)),
		),
		Fact::new(
			"root of its lots",
			statement.lots_root.map_or("-".into(), hex),
		),
		Fact::new("taken by the chain", moment::format(report.submitted_at)),
		Fact::new("report before it", hex(report.previous_hash)),
		Fact::new(
			"withdrawn, for the reason",
			report.withdrawn.map_or("no".into(), hex),
		),
	];
	let rows = report.confirmations.0.iter().map(|it| {
		vec![
			json!(it.auditor),
			json!(format!("{:?}", it.verdict)),
			json!(asset.quantity(it.quantity)),
			json!(moment::format(it.at)),
			json!(hex(it.evidence_hash)),
		]
	});
	let columns = ["auditor", "verdict", "found", "at", "evidence"];
	[
		Part::Facts(facts),
		Part::Table(Table::new(
			"What auditors say of it",
			&columns,
			rows.collect(),
		)),
	]
}

/// The chain of hashes of each vault's reports.
pub fn history(material: &Material) -> Section {
	let mut parts = vec![Part::Text(
		"Each report names the hash of the one before it, so that none can be changed or left out. The \
		 chain keeps the newest 64 of each vault. `assay reserve history export` writes them to a file, \
		 `assay reserve history verify` checks every hash."
			.into(),
	)];
	for book in &material.scopes {
		let rows = book.history.iter().rev().map(|link| {
			vec![
				json!(link.sequence),
				json!(moment::format(link.as_of_ms)),
				json!(material.asset.figure(link.quantity)),
				json!(moment::format(link.submitted_at_ms)),
				json!(link.statement_hash),
				json!(link.hash),
			]
		});
		let columns = [
			"number",
			"as of",
			"stated",
			"taken",
			"hash of the statement",
			"hash",
		];
		let caption = format!("Reports of {}, the newest first", book.vault);
		parts.push(Part::Table(Table::new(caption, &columns, rows.collect())));
	}
	Section {
		id: "history",
		title: "History of reports",
		source: "attestations.Histories, by attestations.report_history",
		parts,
	}
}

/// Who waits for what, and until when.
pub fn redemptions(material: &Material) -> Section {
	let asset = &material.asset;
	let rows = material.queue.iter().take(MAX_REDEMPTIONS).map(|open| {
		let it = &open.redemption;
		let released = it.release.as_ref().map_or(0, |release| release.quantity);
		vec![
			json!(open.id),
			json!(format!("{:?}", it.state)),
			json!(asset.tokens(it.amount)),
			json!(asset.quantity(it.claim)),
			json!(asset.quantity(released)),
			json!(moment::format(it.requested_at)),
			json!(open.due.map(moment::format)),
		]
	});
	let count = material.queue.len();
	let caption = format!("{} of {count} open redemptions", count.min(MAX_REDEMPTIONS));
	let columns = [
		"redemption",
		"state",
		"held",
		"claims",
		"released",
		"requested",
		"due",
	];
	Section {
		id: "redemptions",
		title: "Redemptions",
		source: "issuance.Redemptions, by issuance.redemption_queue and issuance.due_by",
		parts: vec![Part::Table(Table::new(caption, &columns, rows.collect()))],
	}
}

/// What stands behind the promises of issuer and custodians.
pub fn bonds(material: &Material) -> Section {
	let rows = material.bonds.iter().map(|book| {
		let bond = &book.view.bond;
		let back = bond.withdrawal.as_ref().map(|it| {
			let from = moment::format(it.available_at);
			format!("{} from {from} on", book.money.tokens(it.amount))
		});
		vec![
			json!(book.answers_for),
			json!(book.money.tokens(bond.amount)),
			json!(book.money.tokens(book.view.required)),
			json!(back),
			json!(bond.poster.to_string()),
		]
	});
	let columns = ["answers for", "bonded", "must stay", "asked back", "poster"];
	Section {
		id: "bonds",
		title: "Bonds",
		source: "bonds.Bonds, by bonds.bond",
		parts: vec![Part::Table(Table::new("Bonds", &columns, rows.collect()))],
	}
}

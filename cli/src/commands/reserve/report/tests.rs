//! The page on data that no node was asked for.

use super::*;
use crate::{
	accounts::hex,
	api::runtime_types::{
		assay_primitives::reserve::{Basis, LiquidityClass, ReserveFigures, ReserveStatus, Scope},
		pallet_attestations::types::{Confirmation, ReportInput, ScopeState, Verdict},
		pallet_bonds::types::Bond,
		pallet_custody::lot::{Lot, LotStatus},
		pallet_issuance::redemption::{Payee, RedemptionState},
	},
	context::examples::gold,
	convert::{bounded, text},
};
use html::{Part, Section};
use serde_json::json;
use subxt::utils::H256;

const DAY: u64 = svg::DAY;
/// The day of the block.
const TODAY: u32 = 20_000;
const HOSTILE: &str = "</td><script>alert('x')</script>\"";

/// An asset of which nothing is on the books.
fn bare() -> Material {
	Material {
		asset: gold(),
		block: Block {
			genesis: hex([1; 32]),
			number: 42,
			hash: hex([2; 32]),
			at: u64::from(TODAY) * DAY + 1_000,
		},
		standing: Standing {
			figures: ReserveFigures {
				status: ReserveStatus::Lapsed,
				reserve: 0,
				effective: 0,
				claims: 0,
				required: 0,
			},
			supply: 0,
			outstanding: 0,
			headroom: 0,
		},
		parameters: parameters(),
		days: vec![],
		scopes: vec![],
		lots: vec![],
		queue: vec![],
		bonds: vec![],
		documents: vec![],
		powers: vec![],
	}
}

fn parameters() -> ReserveParameterValues {
	ReserveParameterValues {
		required_coverage_bps: 10_250,
		confirmation_quorum: 1,
		max_report_age_ms: 30 * DAY,
		tolerance_bps: 0,
		basis_haircut_bps: 0,
		illiquid_haircut_bps: 0,
		max_custodian_share_bps: 10_000,
		mint_bucket_bps: 0,
		accept_deadline_ms: 0,
		release_deadline_ms: 0,
		breach_penalty_bps: 0,
		age_haircut_bps: 0,
		max_illiquid_share_bps: 10_000,
		bond_bps: 0,
	}
}

fn scope(vault: &str, id: u32, counted: u128) -> ScopeBook {
	let statement = ReportInput {
		as_of: u64::from(TODAY - 2) * DAY,
		valid_until: u64::from(TODAY + 30) * DAY,
		quantity: counted,
		unit: H256::zero(),
		basis: Basis::Market,
		class: LiquidityClass::Liquid,
		evidence_hash: H256::repeat_byte(3),
		evidence_uri: text(HOSTILE),
		lots_root: None,
	};
	let confirmation = Confirmation {
		auditor: 9,
		quantity: counted,
		verdict: Verdict::Confirms,
		evidence_hash: H256::repeat_byte(4),
		at: statement.as_of,
	};
	let link = |sequence: u32, as_of_ms, quantity| Link {
		sequence,
		as_of_ms,
		quantity,
		submitted_at_ms: as_of_ms,
		statement_hash: hex([5; 32]),
		previous_hash: hex([0; 32]),
		hash: hex([6; 32]),
	};
	ScopeBook {
		vault: vault.into(),
		part: ScopeBreakdown {
			scope: Scope {
				asset: 7,
				custodian: 3,
				vault: id,
			},
			report: H256::repeat_byte(6),
			state: ScopeState::Counts,
			quantity: counted,
			basis: Basis::Market,
			class: LiquidityClass::Liquid,
			confirmed_by: bounded([9]),
			confirmed: Some(counted),
			removed: 0,
			pledged: counted,
			counted,
			haircut: 0,
			age_haircut: 0,
			over_custodian_limit: 0,
			over_class_limit: 0,
			effective: counted,
			age_ms: 2 * DAY,
			answer_by: None,
		},
		report: Some(Report {
			statement,
			submitted_at: u64::from(TODAY - 2) * DAY,
			sequence: 1,
			previous_hash: H256::zero(),
			withdrawn: None,
			confirmations: bounded([confirmation]),
		}),
		history: vec![
			link(0, u64::from(TODAY - 9) * DAY, counted / 2),
			link(1, u64::from(TODAY - 2) * DAY, counted),
		],
	}
}

fn lot(id: u8, serial: &str, vault: u32, quantity: u128) -> LotEntry {
	let lot = Lot {
		registry: text("REF"),
		serial: text(serial),
		custodian: 3,
		vault,
		status: LotStatus::Stored,
		lien: Some(7),
		quantity,
		original_quantity: quantity,
		value: None,
		basis: Basis::Market,
		class: LiquidityClass::Liquid,
		document_hash: H256::repeat_byte(8),
		registered_at: 0,
		arrived_at: None,
		depositor: AccountId32([0; 32]),
		deposit: 0,
	};
	(H256::repeat_byte(id), lot)
}

fn redemption() -> OpenRedemption {
	OpenRedemption {
		id: 5,
		redemption: Redemption {
			asset: 7,
			holder: AccountId32([0; 32]),
			identity: 4,
			amount: 1_000_000,
			unit: gold().details.summary.unit,
			claim: 1_000,
			fee_bps: 0,
			delivery: H256::zero(),
			state: RedemptionState::Requested,
			requested_at: 0,
			notice_until: 0,
			accept_by: 0,
			release_within: 0,
			clock_ms: 0,
			waited_ms: 0,
			blocked_ms: 0,
			penalty: 0,
			acceptance: None,
			breach: None,
			release: None,
			cash: None,
			payee: Payee::Holder,
			closed_at: None,
		},
		due: Some(DAY),
	}
}

/// An asset with two vaults, whose texts are hostile.
fn full() -> Material {
	let mut material = bare();
	material.asset.details.terms.name = text(HOSTILE);
	material.asset.details.profile.contact = text(HOSTILE);
	let figures = &mut material.standing.figures;
	figures.status = ReserveStatus::Backed;
	(figures.reserve, figures.effective) = (1_500_000, 1_500_000);
	(figures.claims, figures.required) = (1_000_000, 1_025_000);
	material.scopes = vec![scope(HOSTILE, 1, 1_000_000), scope("LON-1", 2, 500_000)];
	material.lots = vec![lot(2, "B2", 2, 500_000), lot(1, HOSTILE, 1, 1_000_000)];
	material.days = [
		(TODAY - 8, 400),
		(TODAY - 7, 500),
		(TODAY - 1, 0),
		(TODAY, 900),
	]
	.map(|(day, claims)| DayRecord {
		day,
		supply: claims * 1_000,
		reserve: 1_000,
		claims,
	})
	.into();
	material.queue = vec![redemption()];
	material.bonds = vec![BondBook {
		answers_for: "the issuer".into(),
		money: gold(),
		view: BondView {
			bond: Bond {
				poster: AccountId32([0; 32]),
				asset: 7,
				amount: 2_000_000,
				withdrawal: None,
			},
			required: 1_000_000,
		},
	}];
	material.documents = vec![vec![json!(HOSTILE); 7]];
	material.powers = vec![vec![json!([HOSTILE, HOSTILE]); 7]];
	material
}

fn section<'a>(page: &'a Page, id: &str) -> &'a Section {
	let found = page.sections.iter().find(|section| section.id == id);
	found.expect("the page has the section")
}

fn table<'a>(section: &'a Section, caption: &str) -> &'a html::Table {
	let tables = section.parts.iter().filter_map(|part| match part {
		Part::Table(table) => Some(table),
		_ => None,
	});
	let mut tables = tables.filter(|table| table.caption.contains(caption));
	tables.next().expect("the section has the table")
}

#[test]
fn hostile_text_of_the_chain_stays_text() {
	let html = page(&full(), 30, 10).render();
	assert!(!html.contains("<script"), "{html}");
	assert!(html.matches("&lt;script&gt;").count() >= 10);
	for outside in ["src=", "url(", "@import", "<link"] {
		assert!(!html.contains(outside), "{outside}");
	}
}

#[test]
fn days_that_have_not_come_are_left_out() {
	let mut material = full();
	for day in [TODAY + 1, u32::MAX] {
		let mut record = material.days[0].clone();
		record.day = day;
		material.days.push(record);
	}
	assert_eq!(
		page(&material, 30, 10).render(),
		page(&full(), 30, 10).render()
	);
	// Nor can the block's own day be the last one there is.
	material.block.at = u64::MAX;
	assert!(!page(&material, 30, 10).render().is_empty());
}

#[test]
fn an_asset_without_anything_has_a_page() {
	let html = page(&bare(), 30, 10).render();
	for said in [
		"Supply: no day is on record yet.",
		"Day by day, the newest first: none.",
		"No vault reports for this asset.",
		"0 of 0 lots, quantities in fine troy ounce: none.",
		"0 of 0 open redemptions: none.",
		"Bonds: none.",
		"nothing is claimed",
	] {
		assert!(html.contains(said), "{said}");
	}
	assert!(!html.contains("<svg"));
}

#[test]
fn every_section_names_its_source_and_can_be_addressed_once() {
	let page = page(&full(), 30, 10);
	let mut ids: Vec<_> = page.sections.iter().map(|section| section.id).collect();
	assert!(page
		.sections
		.iter()
		.all(|section| !section.source.is_empty()));
	ids.sort_unstable();
	ids.dedup();
	assert_eq!(ids.len(), page.sections.len());
	let html = page.render();
	assert!(html.contains(&hex([1; 32])) && html.contains(&hex([2; 32])));
}

#[test]
fn plots_show_the_days_that_are_asked_for() {
	let material = full();
	let points = |days: u32, id: &str| {
		let page = page(&material, days, 10);
		let plots = section(&page, "time")
			.parts
			.iter()
			.find_map(|part| match part {
				Part::Plot(plot) if plot.id == id => Some(plot.lines[0].points.clone()),
				_ => None,
			});
		plots.expect("the section has the plot")
	};
	assert_eq!(points(1, "supply"), [(TODAY, 900_000)]);
	assert_eq!(points(9, "supply").len(), 4);
	assert_eq!(points(8, "supply").len(), 3);
	// A day on which nothing was claimed has no coverage; the others round down.
	assert_eq!(
		points(9, "coverage"),
		[(TODAY - 8, 25_000), (TODAY - 7, 20_000), (TODAY, 11_111)]
	);
	// What was stated holds until the next report, from the first one on.
	let stated = points(30, "stated-0");
	assert_eq!(stated.len(), 10);
	assert_eq!(stated[0], (TODAY - 9, 500_000));
	assert_eq!(stated[6], (TODAY - 3, 500_000));
	assert_eq!(stated[7], (TODAY - 2, 1_000_000));
}

#[test]
fn the_terms_of_the_sum_stand_beside_each_other() {
	let page = page(&full(), 30, 10);
	let terms = table(section(&page, "breakdown"), "terms of the sum");
	assert_eq!(terms.columns.len(), 5);
	let counts = terms.rows.iter().find(|row| {
		row[0]
			.as_str()
			.is_some_and(|name| name.starts_with("counts"))
	});
	let counts = counts.expect("it is a term");
	assert_eq!(
		counts[1..4],
		[json!("1000.000"), json!("500.000"), json!("1500.000")]
	);
	assert!(terms.rows.iter().all(|row| row[4] != ""));
}

#[test]
fn vaults_beyond_the_width_of_a_page_get_a_table_of_their_own() {
	let mut material = full();
	material.scopes = (0..16).map(|id| scope("V", id, 10)).collect();
	let page = page(&material, 30, 10);
	assert_eq!(
		section(&page, "breakdown")
			.parts
			.iter()
			.filter(|part| matches!(part, Part::Table(_)))
			.count(),
		4
	);
}

#[test]
fn lots_are_bounded_and_summed_over_all() {
	for (shown, rows) in [(0, 0), (1, 1), (2, 2), (3, 2)] {
		let page = page(&full(), 30, shown);
		let lots = table(section(&page, "lots"), "2 lots");
		assert_eq!(lots.rows.len(), rows);
		assert_eq!(
			lots.caption,
			format!("{rows} of 2 lots, quantities in fine troy ounce")
		);
		let total = lots.total.as_ref().expect("lots have a total");
		assert_eq!(total[3], json!("1500.000"));
		assert_eq!(total.len(), lots.columns.len());
	}
}

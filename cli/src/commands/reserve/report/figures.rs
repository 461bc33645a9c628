//! What the reserve is worth: now, over time, and term by term.

use super::{
	html::{Fact, Part, Section, Table},
	svg::{date, grouped, Line, Plot, DAY, MAX_LINES},
	Material, ScopeBook,
};
use crate::{
	amounts::{format_bps, format_fixed},
	api::runtime_types::{
		assay_primitives::reserve::ReserveStatus, pallet_issuance::types::DayRecord,
	},
	commands::reserve::{coverage, coverage_bps},
	context::AssetInfo,
	input::asset::{underlying_decimals, underlying_name},
	moment,
};
use serde_json::{json, Value};

/// Scopes that stand beside each other in one table.
const SCOPES_BESIDE: usize = 5;

/// How the asset stands at the block.
pub fn status(material: &Material) -> Section {
	let (asset, standing) = (&material.asset, &material.standing);
	let (figures, parameters) = (&standing.figures, &material.parameters);
	let status = "attestations.reserve_status";
	let governed = "reserveGovernance.parameters";
	let facts = vec![
		Fact::of("status", format!("{:?}", figures.status), status),
		Fact::of("supply", asset.tokens(standing.supply), "assets.Asset"),
		Fact::of(
			"outstanding",
			asset.tokens(standing.outstanding),
			"issuance.outstanding",
		),
		Fact::of(
			"claimed by what is outstanding",
			asset.quantity(figures.claims),
			status,
		),
		Fact::of("reserve", asset.quantity(figures.reserve), status),
		Fact::of(
			"reserve after haircuts",
			asset.quantity(figures.effective),
			status,
		),
		Fact::of(
			"required after haircuts",
			asset.quantity(figures.required),
			status,
		),
		Fact::of(
			"coverage",
			standing.coverage(),
			"reserve / claimed, rounded down",
		),
		Fact::of(
			"coverage after haircuts",
			standing.effective_coverage(),
			"reserve after haircuts / claimed, rounded down",
		),
		Fact::of(
			"may still be minted",
			asset.tokens(standing.headroom),
			"attestations.headroom",
		),
		Fact::of(
			"required coverage",
			format_bps(parameters.required_coverage_bps.into()),
			governed,
		),
		Fact::of(
			"auditors who must confirm each report",
			parameters.confirmation_quorum.to_string(),
			governed,
		),
		Fact::of(
			"greatest age of a report",
			moment::format_span(parameters.max_report_age_ms),
			governed,
		),
	];
	Section {
		id: "status",
		title: "Status",
		source: "the chain's views and storage, named with each figure",
		parts: vec![
			Part::Text(meaning(&figures.status).into()),
			Part::Facts(facts),
		],
	}
}

/// What a status means.
fn meaning(status: &ReserveStatus) -> &'static str {
	match status {
		ReserveStatus::Backed => {
			"The reserve after haircuts covers what is required: minting is open."
		},
		ReserveStatus::Thin => {
			"The reserve covers what is claimed, but not what is required after haircuts: minting is \
			 shut, redemption is at par."
		},
		ReserveStatus::Lapsed => {
			"Too little is vouched for by fresh reports that enough auditors confirm: minting is shut."
		},
		ReserveStatus::Disputed => {
			"A report is contradicted, so that too little counts: minting is shut."
		},
		ReserveStatus::Deficient => {
			"Every report is fresh and confirmed, and the reserve is less than what is claimed: minting \
			 is shut, redemptions are pro rata."
		},
	}
}

/// Supply, reserve and coverage by day.
pub fn over_time(material: &Material, days: u32) -> Section {
	// The day after it is a day, too.
	let today = u32::try_from(material.block.at / DAY).unwrap_or(u32::MAX);
	let today = today.min(u32::MAX - 1);
	let first = today.saturating_sub(days.saturating_sub(1));
	let days_shown = material.days.iter();
	let shown: Vec<&DayRecord> = days_shown
		.filter(|it| (first..=today).contains(&it.day))
		.collect();
	let mut parts = vec![Part::Text(format!(
		"The last {days} days. Each day is as it stood when the chain first looked at the asset on that \
		 day; a gap is a day on which the reserve was not known."
	))];
	parts.extend(plots(&material.asset, &shown).map(Part::Plot));
	parts.extend(stated_plots(&material.asset, &material.scopes, first, today).map(Part::Plot));
	parts.push(Part::Table(day_table(&material.asset, &shown)));
	Section {
		id: "time",
		title: "Over time",
		source: "issuance.history; what custodians stated: attestations.report_history",
		parts,
	}
}

fn plots(asset: &AssetInfo, days: &[&DayRecord]) -> impl Iterator<Item = Plot> {
	let line = |name: &str, value: &dyn Fn(&DayRecord) -> Option<u128>| Line {
		name: name.into(),
		points: days
			.iter()
			.filter_map(|it| Some((it.day, value(it)?)))
			.collect(),
	};
	let supply = Plot {
		id: "supply".into(),
		title: "Supply".into(),
		unit: asset.symbol.clone(),
		decimals: asset.decimals,
		level: None,
		lines: vec![line("supply", &|it| Some(it.supply))],
	};
	let reserve = Plot {
		id: "reserve".into(),
		title: "Reserve before haircuts, and what is claimed".into(),
		unit: underlying_name(&asset.unit).into(),
		decimals: underlying_decimals(&asset.unit),
		level: None,
		lines: vec![
			line("reserve", &|it| Some(it.reserve)),
			line("claimed", &|it| Some(it.claims)),
		],
	};
	let coverage = Plot {
		id: "coverage".into(),
		title: "Coverage: reserve before haircuts / claimed".into(),
		unit: "%".into(),
		decimals: 2,
		level: Some(10_000),
		lines: vec![line("coverage", &|it| {
			coverage_bps(it.reserve, it.claims).map(u128::from)
		})],
	};
	[supply, reserve, coverage].into_iter()
}

/// What each custodian stated, from the day its report speaks of until the next one.
fn stated_plots<'a>(
	asset: &'a AssetInfo,
	scopes: &'a [ScopeBook],
	first: u32,
	today: u32,
) -> impl Iterator<Item = Plot> + 'a {
	let groups = scopes.chunks(MAX_LINES).enumerate();
	groups.map(move |(index, books)| Plot {
		id: format!("stated-{index}"),
		title: "What custodians stated".into(),
		unit: underlying_name(&asset.unit).into(),
		decimals: underlying_decimals(&asset.unit),
		level: None,
		lines: books
			.iter()
			.map(|book| Line {
				name: book.vault.clone(),
				points: stated(book, first, today),
			})
			.collect(),
	})
}

fn stated(book: &ScopeBook, first: u32, today: u32) -> Vec<(u32, u128)> {
	let day_of = |ms: u64| u32::try_from(ms / DAY).unwrap_or(u32::MAX);
	(first..=today)
		.filter_map(|day| {
			let before = book.history.iter().rev();
			let newest = before
				.into_iter()
				.find(|link| day_of(link.as_of_ms) <= day)?;
			Some((day, newest.quantity))
		})
		.collect()
}

fn day_table(asset: &AssetInfo, days: &[&DayRecord]) -> Table {
	let decimals = underlying_decimals(&asset.unit);
	let rows = days.iter().rev().map(|it| {
		vec![
			json!(date(it.day)),
			json!(grouped(it.supply, asset.decimals)),
			json!(grouped(it.reserve, decimals)),
			json!(grouped(it.claims, decimals)),
			json!(coverage(it.reserve, it.claims)),
		]
	});
	let unit = underlying_name(&asset.unit);
	let columns = [
		"day".to_string(),
		format!("supply, {}", asset.symbol),
		format!("reserve, {unit}"),
		format!("claimed, {unit}"),
		"coverage".to_string(),
	];
	Table {
		caption: "Day by day, the newest first".into(),
		columns: columns.into(),
		rows: rows.collect(),
		total: None,
	}
}

/// A term of the sum: its name, where it comes from, what it is for a scope, and for all of them
/// where that is a sum.
struct Term {
	name: &'static str,
	source: &'static str,
	value: fn(&AssetInfo, &ScopeBook) -> String,
	sum: Option<fn(&ScopeBook) -> u128>,
}

/// A quantity with its unit's decimals.
macro_rules! quantity_term {
	($name:literal, $source:literal, $field:ident) => {
		Term {
			name: $name,
			source: $source,
			value: |asset, book| asset.figure(book.part.$field),
			sum: Some(|book| book.part.$field),
		}
	};
}

const TERMS: [Term; 15] = [
	Term {
		name: "state",
		source: "attestations.reserve_breakdown",
		value: |_, book| format!("{:?}", book.part.state),
		sum: None,
	},
	quantity_term!("stated by the custodian", "attestations.Reports", quantity),
	Term {
		name: "lowest that an auditor found",
		source: "attestations.Scopes, opinions",
		value: |asset, book| {
			let found = book.part.confirmed;
			found.map_or("-".into(), |quantity| asset.figure(quantity))
		},
		sum: None,
	},
	Term {
		name: "auditors who confirm",
		source: "attestations.Scopes, opinions; custody.Auditors",
		value: |_, book| {
			let auditors = book.part.confirmed_by.0.iter().map(u32::to_string);
			match auditors.collect::<Vec<_>>().join(", ") {
				none if none.is_empty() => "none".into(),
				auditors => auditors,
			}
		},
		sum: None,
	},
	quantity_term!(
		"left since the report",
		"custody.ScopeTotals, removals",
		removed
	),
	quantity_term!(
		"pledged by the register of lots",
		"custody.ScopeTotals",
		pledged
	),
	quantity_term!(
		"counts: the lowest stated less what left, at most what is pledged",
		"attestations.reserve_breakdown",
		counted
	),
	quantity_term!(
		"less haircut for basis and class",
		"reserveGovernance.parameters",
		haircut
	),
	quantity_term!(
		"less haircut for age",
		"reserveGovernance.parameters",
		age_haircut
	),
	quantity_term!(
		"less what is over the limit on its custodian",
		"reserveGovernance.parameters",
		over_custodian_limit
	),
	quantity_term!(
		"less what is over the limit on its class",
		"reserveGovernance.parameters",
		over_class_limit
	),
	quantity_term!("effective", "attestations.reserve_breakdown", effective),
	Term {
		name: "basis and class",
		source: "attestations.Reports",
		value: |_, book| format!("{:?}, {:?}", book.part.basis, book.part.class),
		sum: None,
	},
	Term {
		name: "age of the report",
		source: "block time less its as_of",
		value: |_, book| moment::countdown(book.part.age_ms),
		sum: None,
	},
	Term {
		name: "challenge to be answered by",
		source: "attestations.Challenges",
		value: |_, book| book.part.answer_by.map_or("-".into(), moment::format),
		sum: None,
	},
];

/// Each vault's part, term by term.
pub fn breakdown(material: &Material) -> Section {
	let asset = &material.asset;
	let mut parts = vec![Part::Text(format!(
		"Each column is one vault, in {}. What counts less the four deductions is effective; the sums \
		 over all vaults are the reserve before and after haircuts.",
		underlying_name(&asset.unit)
	))];
	if material.scopes.is_empty() {
		parts.push(Part::Text("No vault reports for this asset.".into()));
	}
	for books in material.scopes.chunks(SCOPES_BESIDE) {
		let mut columns = vec!["term".to_string()];
		columns.extend(
			books
				.iter()
				.map(|book| format!("{}, custodian {}", book.vault, book.part.scope.custodian)),
		);
		columns.extend(["all vaults".to_string(), "source".to_string()]);
		parts.push(Part::Table(Table {
			caption: "The terms of the sum".into(),
			columns,
			rows: TERMS
				.iter()
				.map(|term| term_row(asset, term, books, &material.scopes))
				.collect(),
			total: None,
		}));
	}
	Section {
		id: "breakdown",
		title: "Where it lies, and what it counts for",
		source: "attestations.reserve_breakdown, and what it is made of, named with each term",
		parts,
	}
}

fn term_row(asset: &AssetInfo, term: &Term, books: &[ScopeBook], all: &[ScopeBook]) -> Vec<Value> {
	let mut row = vec![json!(term.name)];
	row.extend(books.iter().map(|book| json!((term.value)(asset, book))));
	let sum = term.sum.and_then(|part| {
		all.iter()
			.try_fold(0u128, |sum, book| sum.checked_add(part(book)))
	});
	let decimals = underlying_decimals(&asset.unit);
	row.push(match sum {
		Some(sum) => json!(format_fixed(sum, decimals)),
		None => json!(""),
	});
	row.push(json!(term.source));
	row
}

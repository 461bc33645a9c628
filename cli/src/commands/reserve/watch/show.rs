//! A snapshot as people and programs read it.

use super::snapshot::{cover, Cover, Snapshot};
use crate::{
	amounts,
	context::AssetInfo,
	moment,
	output::{printable, Answer},
};
use serde_json::json;

/// All of it, with what is left of each time at `now`.
pub fn frame(asset: &AssetInfo, snapshot: &Snapshot, now: u64) -> Answer {
	let standing = &snapshot.standing;
	let figures = &standing.figures;
	let covered = cover(&snapshot.scopes, figures.claims);
	let scopes = snapshot.scopes.iter().enumerate().map(|(index, scope)| {
		let missed = matches!(covered, Cover::Until(_, place) if place == index);
		vec![
			json!(scope.custodian),
			json!(scope.vault),
			json!(scope.state),
			json!(asset.figure(scope.counted)),
			json!(asset.figure(scope.effective)),
			json!(moment::format(scope.fresh_until)),
			json!(left(scope.fresh_until, now)),
			json!(missed),
		]
	});
	let queue = snapshot.queue.iter().map(|it| {
		vec![
			json!(it.id),
			json!(it.state),
			json!(asset.quantity(it.claim)),
			json!(asset.quantity(it.released)),
			json!(it.due.map(moment::format)),
			json!(it.due.map(|due| left(due, now))),
		]
	});
	let required = amounts::format_bps(required_bps(snapshot).unwrap_or(0));
	Answer::new()
		.fact("asset", asset.symbol.as_str())
		.fact("status", format!("{:?}", figures.status))
		.fact("block", snapshot.block)
		.fact("block hash", snapshot.hash.as_str())
		.fact("block time", moment::format(snapshot.at))
		.fact("supply", asset.tokens(standing.supply))
		.fact("outstanding", asset.tokens(standing.outstanding))
		.fact("reserve", asset.quantity(figures.reserve))
		.fact("claimed", asset.quantity(figures.claims))
		.fact("coverage", standing.coverage())
		.fact("after haircuts", standing.effective_coverage())
		.maybe("required", Some(required).filter(|_| figures.claims > 0))
		.fact("headroom", asset.tokens(standing.headroom))
		.fact("covered until", until(covered))
		.fact("time left", time_left(covered, now))
		.with_list("reports", &REPORTS, scopes.collect())
		.fact("open redemptions", snapshot.open)
		.with_list("queue", &QUEUE, queue.collect())
}

const REPORTS: [&str; 8] = [
	"custodian",
	"vault",
	"state",
	"counts",
	"effective",
	"fresh until",
	"time left",
	"needed next",
];

const QUEUE: [&str; 6] = [
	"redemption",
	"state",
	"claims",
	"released",
	"due",
	"time left",
];

/// What a line says beside its block: it changes only when the chain's state does.
pub fn figures(asset: &AssetInfo, snapshot: &Snapshot) -> String {
	let standing = &snapshot.standing;
	let states = snapshot
		.scopes
		.iter()
		.map(|scope| format!("{} {}", scope.vault, scope.state));
	let queue = snapshot.queue.iter().map(|it| {
		let due = it.due.map(|due| format!(" due {}", moment::format(due)));
		format!("{} {}{}", it.id, it.state, due.unwrap_or_default())
	});
	let mut parts = vec![
		format!("{} {:?}", asset.symbol, standing.figures.status),
		format!("coverage {}", standing.coverage()),
		format!("after haircuts {}", standing.effective_coverage()),
		format!("reserve {}", asset.quantity(standing.figures.reserve)),
		format!("supply {}", asset.tokens(standing.supply)),
		format!("headroom {}", asset.tokens(standing.headroom)),
		format!(
			"covered until {}",
			until(cover(&snapshot.scopes, standing.figures.claims))
		),
	];
	parts.extend(states);
	parts.push(format!("open redemptions {}", snapshot.open));
	parts.extend(queue);
	printable(&parts.join("; "))
}

fn until(covered: Cover) -> String {
	match covered {
		Cover::None => "not covered".into(),
		Cover::Until(moment, _) => moment::format(moment),
	}
}

fn time_left(covered: Cover, now: u64) -> String {
	match covered {
		Cover::None => "none".into(),
		Cover::Until(moment, _) => left(moment, now),
	}
}

/// What is left until a moment.
fn left(moment: u64, now: u64) -> String {
	match moment.checked_sub(now) {
		Some(_) if moment == u64::MAX => "no end".into(),
		Some(left) => moment::countdown(left),
		None => "over".into(),
	}
}

/// The required coverage that the figures speak of.
fn required_bps(snapshot: &Snapshot) -> Option<u64> {
	let figures = &snapshot.standing.figures;
	super::super::coverage_bps(figures.required, figures.claims)
}

#[cfg(test)]
mod tests {
	use super::{
		super::{
			super::Standing,
			snapshot::{QueueLine, ScopeLine},
		},
		*,
	};
	use crate::{
		api::runtime_types::assay_primitives::reserve::{ReserveFigures, ReserveStatus},
		context::examples::gold,
	};

	const HOUR: u64 = 3_600_000;

	fn snapshot() -> Snapshot {
		let scope = |vault: &str, counted, fresh_until| ScopeLine {
			custodian: 3,
			vault: vault.into(),
			counts: true,
			state: "Counts".into(),
			counted,
			effective: counted / 2,
			fresh_until,
		};
		Snapshot {
			block: 42,
			hash: "0xab".into(),
			at: HOUR,
			standing: Standing {
				figures: ReserveFigures {
					status: ReserveStatus::Thin,
					reserve: 1_000_000,
					effective: 500_000,
					claims: 800_000,
					required: 820_000,
				},
				supply: 800_000_000,
				outstanding: 800_000_000,
				headroom: 0,
			},
			scopes: vec![
				scope("ZRH-1", 700_000, 3 * HOUR),
				scope("LON-1", 300_000, 2 * HOUR),
			],
			open: 7,
			queue: vec![QueueLine {
				id: 9,
				state: "Accepted".into(),
				claim: 404_478,
				released: 4_478,
				due: Some(HOUR - 1),
			}],
		}
	}

	#[test]
	fn frames_show_coverage_needed_report_and_deadlines() {
		let object = frame(&gold(), &snapshot(), HOUR).to_json();
		assert_eq!(object["coverage"], "125 %");
		assert_eq!(object["after_haircuts"], "62.5 %");
		assert_eq!(object["required"], "102.5 %");
		assert_eq!(object["supply"], "800 HBG");
		assert_eq!(object["covered_until"], "1970-01-01T02:00:00Z");
		assert_eq!(object["time_left"], "01:00:00");
		assert_eq!(object["reports"][0]["needed_next"], false);
		assert_eq!(object["reports"][1]["needed_next"], true);
		assert_eq!(object["reports"][0]["time_left"], "02:00:00");
		assert_eq!(object["open_redemptions"], 7);
		assert_eq!(object["queue"][0]["time_left"], "over");
		assert_eq!(object["queue"][0]["claims"], "404.478 fine troy ounce");
		let table = frame(&gold(), &snapshot(), HOUR + 1_000).to_table();
		assert!(table.contains("time left         00:59:59"), "{table}");
	}

	#[test]
	fn objects_fit_one_line() {
		let line = frame(&gold(), &snapshot(), HOUR).to_json().to_string();
		assert!(!line.contains('\n'), "{line}");
	}

	#[test]
	fn lines_do_not_change_with_time_alone() {
		let mut later = snapshot();
		later.block += 1;
		later.at += HOUR / 2;
		let line = figures(&gold(), &snapshot());
		assert_eq!(figures(&gold(), &later), line);
		assert_eq!(
			line,
			"HBG Thin; coverage 125 %; after haircuts 62.5 %; reserve 1000.000 fine troy ounce; \
			 supply 800 HBG; headroom 0 HBG; covered until 1970-01-01T02:00:00Z; ZRH-1 Counts; \
			 LON-1 Counts; open redemptions 7; 9 Accepted due 1970-01-01T00:59:59Z"
		);
		later.standing.headroom = 1;
		assert_ne!(figures(&gold(), &later), line);
	}

	#[test]
	fn names_cannot_end_the_line() {
		let mut hostile = snapshot();
		hostile.scopes[0].vault = "ZRH\u{1b}[2J\nHBG Backed".into();
		let line = figures(&gold(), &hostile);
		assert!(line.contains("ZRH\u{fffd}[2J HBG Backed Counts"), "{line}");
	}

	#[test]
	fn works_with_no_report_and_no_end() {
		let mut bare = snapshot();
		bare.scopes.clear();
		bare.queue.clear();
		let object = frame(&gold(), &bare, HOUR).to_json();
		assert_eq!(object["covered_until"], "not covered");
		assert_eq!(object["time_left"], "none");
		assert!(figures(&gold(), &bare).contains("covered until not covered"));
		assert_eq!(left(u64::MAX, 5), "no end");
		assert_eq!(left(5, 5), "00:00:00");
		assert_eq!(left(4, 5), "over");
	}
}

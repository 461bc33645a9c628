//! Whether a bar counts, by what the state says of it.

use super::*;
use crate::{
	api::runtime_types::{
		assay_primitives::reserve::{Basis, LiquidityClass},
		pallet_attestations::types::{Opinion, ReportInput, Verdict},
		pallet_custody::lot::LotValue,
	},
	commands::lot::lot_id,
	context::examples::gold,
	convert::{bounded, text},
};

const NOW: u64 = 1_000;
const LIST: &str = "serial,refiner,gross_oz,assay,fine_oz,vault\n\
	A1,REF,400.000,995.0,398.000,ZRH\n\
	B2,REF,400.000,995.0,398.000,ZRH\n\
	C3,REF,400.000,995.0,398.000,LON\n\
	TOTAL,,1200.000,,1194.000,\n";

fn list() -> (BarList, &'static Path) {
	let path = Path::new("bars.csv");
	(BarList::parse(LIST, path).unwrap(), path)
}

fn root() -> H256 {
	let (list, path) = list();
	H256(Leaves::of(&list, "ZRH", path).unwrap().root().0)
}

fn report() -> Report {
	Report {
		statement: ReportInput {
			as_of: NOW - 1,
			valid_until: NOW,
			quantity: 796_000,
			unit: H256::zero(),
			basis: Basis::Market,
			class: LiquidityClass::Liquid,
			evidence_hash: H256::zero(),
			evidence_uri: text(""),
			lots_root: Some(root()),
		},
		submitted_at: NOW - 1,
		sequence: 0,
		previous_hash: H256::zero(),
		withdrawn: None,
		confirmations: bounded([]),
	}
}

fn record() -> ScopeRecord {
	ScopeRecord {
		custodian: 3,
		vault: 4,
		as_of: NOW - 1,
		valid_until: NOW,
		quantity: 796_000,
		basis: Basis::Market,
		class: LiquidityClass::Liquid,
		withdrawn: false,
		faulted: false,
		answer_by: Some(NOW),
		opinions: bounded([Opinion {
			auditor: 9,
			quantity: 796_000,
			verdict: Verdict::Confirms,
		}]),
	}
}

/// The first bar of the list, pledged to an asset whose report counts it.
fn found() -> Found {
	let details = gold().details;
	let asset = Asset {
		id: 7,
		summary: details.summary,
		terms: details.terms,
	};
	Found {
		time: NOW,
		lot: Lot {
			registry: text("REF"),
			serial: text("A1"),
			custodian: 3,
			vault: 4,
			status: LotStatus::Stored,
			lien: Some(7),
			quantity: 398_000,
			original_quantity: 398_000,
			value: None,
			basis: Basis::Market,
			class: LiquidityClass::Liquid,
			document_hash: H256::zero(),
			registered_at: 0,
			arrived_at: None,
			depositor: AccountId32([0; 32]),
			deposit: 0,
		},
		pledge: Some(Pledge {
			asset,
			report: Some(report()),
			record: Some(record()),
		}),
		vault: "ZRH".into(),
	}
}

fn said_of(found: &Found, asked: Option<&str>) -> Outcome<serde_json::Value> {
	let id = lot_id("ref", "a-1").unwrap();
	judge(found, id, asked, Some(&list())).map(|answer| answer.to_json())
}

fn changed(change: impl FnOnce(&mut Found)) -> Found {
	let mut found = found();
	change(&mut found);
	found
}

fn with_report(change: impl FnOnce(&mut Report)) -> Found {
	changed(|found| {
		let report = found.pledge.as_mut().and_then(|it| it.report.as_mut());
		change(report.unwrap());
	})
}

fn with_record(change: impl FnOnce(&mut ScopeRecord)) -> Found {
	changed(|found| {
		let record = found.pledge.as_mut().and_then(|it| it.record.as_mut());
		change(record.unwrap());
	})
}

#[test]
fn works_for_a_bar_that_the_report_counts() {
	for asked in [None, Some("HBG"), Some("hbg"), Some("7")] {
		let said = said_of(&found(), asked).unwrap();
		assert_eq!(said["under_the_root"], "proven");
		assert_eq!(said["bars_under_the_root"], 2);
		assert_eq!(said["quantity_under_the_root"], "398.000 fine troy ounce");
	}
}

#[test]
fn works_without_a_list_but_says_so() {
	let id = lot_id("REF", "A1").unwrap();
	let said = judge(&found(), id, None, None).unwrap().to_json();
	assert!(said["under_the_root"]
		.as_str()
		.unwrap()
		.starts_with("not looked at"));
	assert_eq!(said["lots_root"], hex(root()));
	let found = with_report(|report| report.statement.lots_root = None);
	let said = judge(&found, id, None, None).unwrap().to_json();
	assert_eq!(said["under_the_root"], "the report in force names none");
	let found = with_report(|report| report.withdrawn = Some(H256::zero()));
	let said = judge(&found, id, None, None).unwrap().to_json();
	let none = "no report that counts the lot is in force";
	assert_eq!(said["under_the_root"], none);
}

#[test]
fn fails_when_the_lot_backs_nothing() {
	let value = |matures_at| {
		Some(LotValue {
			value: 1,
			currency: *b"CHF",
			matures_at: Some(matures_at),
		})
	};
	for (found, why) in [
		(
			changed(|it| it.lot.status = LotStatus::Released),
			"it is released",
		),
		(
			changed(|it| it.lot.status = LotStatus::Encumbered),
			"it is encumbered",
		),
		(changed(|it| it.pledge = None), "it is pledged to no asset"),
		(changed(|it| it.lot.value = value(NOW)), "it matured at"),
	] {
		let failure = said_of(&found, None).unwrap_err();
		assert_eq!(failure.exit_code(), 1);
		assert_eq!(failure.name.as_deref(), Some("NotPledged"));
		assert!(failure.what.contains(why), "{failure}");
	}
	assert!(said_of(&changed(|it| it.lot.value = value(NOW + 1)), None).is_ok());
}

#[test]
fn fails_when_the_report_does_not_count_it() {
	let other_root = with_report(|report| report.statement.lots_root = Some(H256::zero()));
	for (found, name) in [
		(
			with_report(|report| report.withdrawn = Some(H256::zero())),
			"NoReport",
		),
		(
			with_report(|report| report.statement.valid_until = NOW - 1),
			"NoReport",
		),
		(
			with_report(|report| report.statement.lots_root = None),
			"NoLotsRoot",
		),
		(
			changed(|it| it.pledge.as_mut().unwrap().report = None),
			"NoReport",
		),
		(other_root, "AnotherList"),
	] {
		let failure = said_of(&found, None).unwrap_err();
		assert_eq!(failure.exit_code(), 1);
		assert_eq!(failure.name.as_deref(), Some(name), "{failure}");
		assert!(failure.next.is_some());
	}
}

#[test]
fn fails_when_the_report_counts_for_nothing() {
	for found in [
		changed(|it| it.pledge.as_mut().unwrap().record = None),
		with_record(|record| record.withdrawn = true),
		with_record(|record| record.faulted = true),
		with_record(|record| record.valid_until = NOW - 1),
		with_record(|record| record.answer_by = Some(NOW - 1)),
		with_record(|record| record.opinions.0[0].verdict = Verdict::Contradicts),
		// It came at the moment that the report speaks of: it waits for the next one.
		changed(|it| it.lot.arrived_at = Some(NOW - 1)),
	] {
		let failure = said_of(&found, None).unwrap_err();
		assert_eq!(failure.exit_code(), 1);
		assert_eq!(failure.name.as_deref(), Some("NoReport"), "{failure}");
	}
	let found = changed(|it| it.lot.arrived_at = Some(NOW - 2));
	let said = said_of(&found, None).unwrap();
	assert!(said["not_checked"].as_str().unwrap().contains("auditors"));
}

#[test]
fn fails_when_report_and_register_contradict_each_other() {
	// Handed over in part since the report: that is no contradiction.
	let found = changed(|it| it.lot.quantity = 1);
	assert!(said_of(&found, None).is_ok());
	for (left, registered) in [(398_001, 398_001), (1, 397_999)] {
		let found = changed(|it| {
			(it.lot.quantity, it.lot.original_quantity) = (left, registered);
		});
		let failure = said_of(&found, None).unwrap_err();
		assert_eq!(failure.exit_code(), 1);
		assert_eq!(
			failure.name.as_deref(),
			Some("AnotherQuantity"),
			"{failure}"
		);
	}
}

#[test]
fn fails_when_the_asset_is_not_counted_in_ounces() {
	let found = changed(|it| {
		it.pledge.as_mut().unwrap().asset.terms.underlying_unit = text("gram /1000");
	});
	assert_eq!(said_of(&found, None).unwrap_err().exit_code(), 2);
}

#[test]
fn fails_when_the_bar_is_not_in_the_list() {
	// Of the other vault, and of none.
	for (refiner, serial) in [("REF", "C3"), ("REF", "D4")] {
		let id = lot_id(refiner, serial).unwrap();
		let failure = judge(&found(), id, None, Some(&list())).err().unwrap();
		assert_eq!(failure.exit_code(), 1);
		assert_eq!(failure.name.as_deref(), Some("NotIncluded"), "{failure}");
	}
}

#[test]
fn fails_when_it_is_pledged_to_another_asset() {
	let failure = said_of(&found(), Some("HBS")).unwrap_err();
	assert_eq!(failure.name.as_deref(), Some("AnotherAsset"));
	assert!(
		failure.what.contains("pledged to HBG, not to HBS"),
		"{failure}"
	);
}

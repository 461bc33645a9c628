//! Each difference, and what is none.

use super::*;

const ASSET: u32 = 7;

fn id(number: u8) -> Id {
	[number; 32]
}

fn stated(number: u8, quantity: u128) -> Stated {
	Stated {
		line: 1 + usize::from(number),
		name: format!("REF {number}"),
		id: id(number),
		quantity,
		vault: 1,
		encumbrance: None,
	}
}

fn registered(number: u8, quantity: u128) -> (Id, Registered) {
	let lot = Registered {
		name: format!("REF {number}"),
		vault: 1,
		keeping: Keeping::Stored,
		lien: Some(ASSET),
		quantity,
	};
	(id(number), lot)
}

/// Two bars in one vault, reported, covering what is claimed exactly.
fn books() -> Books {
	Books {
		asset: ASSET,
		lots: [registered(1, 400), registered(2, 600)].into(),
		vaults: [(1, "ZRH-1".to_string())].into(),
		reports: vec![Reported {
			vault: 1,
			not_in_force: None,
			stated: 1_010,
			removed: 10,
			lots: 1_000,
			lot_count: 2,
		}],
		reserve: 1_000,
		claims: 1_000,
	}
}

fn statement() -> Vec<Stated> {
	vec![stated(1, 400), stated(2, 600)]
}

fn kinds(statement: &[Stated], books: &Books, tolerance: u128) -> Vec<Kind> {
	let found = compare(statement, books, tolerance);
	found.iter().map(|it| it.kind).collect()
}

#[test]
fn works_when_all_agree() {
	assert_eq!(compare(&statement(), &books(), 0), []);
	assert_eq!(compare(&[], &Books::default(), 0), []);
}

#[test]
fn lots_on_one_side_only_are_found() {
	let mut statement = statement();
	statement[1] = stated(3, 600);
	let found = compare(&statement, &books(), 0);
	assert_eq!(found.len(), 2);
	assert_eq!(found[0].kind, Kind::OnlyInStatement);
	assert_eq!((found[0].line, found[0].what.as_str()), (Some(4), "REF 3"));
	assert_eq!(found[0].figures.on_chain, None);
	assert_eq!(found[1].kind, Kind::OnlyOnChain);
	assert_eq!((found[1].line, found[1].what.as_str()), (None, "REF 2"));
	assert_eq!(found[1].figures.on_chain, Some(600));
	assert_eq!(found[1].detail, "in ZRH-1");
}

#[test]
fn lots_elsewhere_are_nobody_s_business() {
	let mut books = books();
	let (id, mut lot) = registered(9, 1);
	lot.vault = 2;
	books.lots.insert(id, lot);
	assert_eq!(compare(&statement(), &books, 0), []);
}

#[test]
fn released_lots_are_gone() {
	let mut books = books();
	let lot = books.lots.get_mut(&id(2)).unwrap();
	(lot.keeping, lot.lien, lot.quantity) = (Keeping::Released, None, 0);
	assert_eq!(kinds(&statement(), &books, 0), [Kind::OnlyInStatement]);
	// It is right to leave it out.
	assert_eq!(kinds(&statement()[..1], &books, 0), []);
}

#[test]
fn quantities_agree_up_to_the_tolerance() {
	for (quantity, tolerance, expected) in [
		(601, 0, vec![Kind::Quantity]),
		(599, 0, vec![Kind::Quantity]),
		(601, 1, vec![]),
		(599, 1, vec![]),
		(602, 1, vec![Kind::Quantity]),
		(0, 599, vec![Kind::Quantity]),
		(0, 600, vec![]),
	] {
		let statement = [stated(1, 400), stated(2, quantity)];
		assert_eq!(
			kinds(&statement, &books(), tolerance),
			expected,
			"{quantity}"
		);
	}
}

#[test]
fn other_vaults_are_named() {
	let mut statement = statement();
	statement[0].vault = 5;
	let found = compare(&statement, &books(), 0);
	assert_eq!(found.len(), 1);
	assert_eq!(found[0].kind, Kind::Vault);
	assert_eq!(found[0].detail, "stated in vault 5, registered in ZRH-1");
}

#[test]
fn liens_are_found_unless_both_know_of_them() {
	for (keeping, pledged, encumbrance, expected) in [
		(Keeping::Stored, Some(ASSET), None, None),
		(Keeping::Stored, Some(8), None, Some("pledged to asset 8")),
		(Keeping::Stored, None, None, Some("not pledged")),
		(
			Keeping::Encumbered,
			None,
			None,
			Some("the register has it as pledged to others, the statement as free"),
		),
		(Keeping::Encumbered, None, Some("repo"), None),
		(
			Keeping::Stored,
			Some(ASSET),
			Some("repo"),
			Some("pledged to this asset, and by the statement encumbered: repo"),
		),
	] {
		let mut books = books();
		let lot = books.lots.get_mut(&id(1)).unwrap();
		(lot.keeping, lot.lien) = (keeping, pledged);
		let mut statement = statement();
		statement[0].encumbrance = encumbrance.map(String::from);
		let found = compare(&statement, &books, 0);
		let found: Vec<_> = found
			.iter()
			.map(|it| (it.kind, it.detail.as_str()))
			.collect();
		let expected: Vec<_> = expected
			.map(|detail| (Kind::Liened, detail))
			.into_iter()
			.collect();
		assert_eq!(found, expected, "{keeping:?} {pledged:?} {encumbrance:?}");
	}
}

#[test]
fn reports_must_state_what_the_lots_come_to() {
	for (stated, tolerance, expected) in [
		(1_010, 0, vec![]),
		(1_011, 0, vec![Kind::Report]),
		(1_009, 0, vec![Kind::Report]),
		// Twice the tolerance, for two lots.
		(1_012, 1, vec![]),
		(1_013, 1, vec![Kind::Report]),
		// Less stated than has left: nothing is left.
		(9, 0, vec![Kind::Report]),
	] {
		let mut books = books();
		books.reports[0].stated = stated;
		assert_eq!(kinds(&statement(), &books, tolerance), expected, "{stated}");
	}
}

#[test]
fn reports_must_be_in_force() {
	let mut books = books();
	books.reports[0].not_in_force = Some("Lapsed".into());
	let found = compare(&statement(), &books, 0);
	assert_eq!(found.len(), 1);
	assert_eq!(found[0].kind, Kind::NotInForce);
	assert_eq!(
		(found[0].what.as_str(), found[0].detail.as_str()),
		("ZRH-1", "Lapsed")
	);
}

#[test]
fn the_reserve_must_cover_what_is_claimed_to_the_unit() {
	let mut books = books();
	books.claims += 1;
	let found = compare(&statement(), &books, u128::MAX);
	assert_eq!(found.len(), 1);
	assert_eq!(found[0].kind, Kind::Supply);
	assert_eq!(
		found[0].figures,
		Figures {
			stated: Some(1_001),
			on_chain: Some(1_000)
		}
	);
}

#[test]
fn differences_come_by_kind_and_line() {
	let statement = [stated(9, 1), stated(8, 1), stated(2, 1)];
	assert_eq!(
		compare(&statement, &books(), 0)
			.iter()
			.map(|it| (it.kind, it.line))
			.collect::<Vec<_>>(),
		[
			(Kind::OnlyInStatement, Some(9)),
			(Kind::OnlyInStatement, Some(10)),
			(Kind::OnlyOnChain, None),
			(Kind::Quantity, Some(3)),
		]
	);
}

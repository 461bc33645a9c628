//! Lots that somebody asks about stay where they are until their custodian has answered.

use super::*;
use assay_traits::{LotInspect, LotRelease};

fn ask(serials: &[&str]) {
	Challenged::set(
		serials
			.iter()
			.map(|serial| (gold_scope(), id_of(serial)))
			.collect(),
	);
}

fn offering(serials: &[&str]) -> DispatchResult {
	let until = Now::get() + 1_000;
	Custody::offer_lots(
		signed(CUSTODIAN),
		GOLD,
		0,
		ids(serials),
		OTHER_ORG,
		1,
		until,
	)
}

fn accept(offer: OfferId) -> DispatchResult {
	Custody::accept_lots(signed(OTHER), offer)
		.map(|_| ())
		.map_err(|failure| failure.error)
}

/// The ways out of the scope, by number, for bars among which is the one that is asked about.
fn way_out(way: u32) -> DispatchResult {
	let who = signed(CUSTODIAN);
	let lots = ids(&["A2", "A1"]);
	match way {
		0 => Custody::encumber_lots(who, GOLD, 0, lots, hash(5)),
		_ => offering(&["A2", "A1"]),
	}
}

#[test]
fn they_leave_by_no_way_until_it_is_answered() {
	for way in 0..2 {
		ExtBuilder::default().with_vaults().build_and_execute(|| {
			register(&[("A1", 400), ("A2", 300), ("A3", 200)]);
			let try_out = || {
				polkadot_sdk::frame_support::storage::with_storage_layer(|| {
					way_out(way)?;
					Err::<(), _>(DispatchError::Other("it went through"))
				})
			};
			// GIVEN a question about one of two bars THEN neither leaves
			ask(&["A1"]);
			let refused = DispatchError::from(Error::<Test>::LotChallenged);
			assert_noop!(try_out(), refused);
			// WHEN it is about another bar, or answered THEN both do
			for serials in [&["A3"][..], &[]] {
				ask(serials);
				assert_noop!(try_out(), DispatchError::Other("it went through"));
			}
		});
	}
}

/// Otherwise anybody with an interest could keep a custodian from paying in time.
#[test]
fn one_that_is_asked_about_is_handed_over() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300)]);
		ask(&["A1", "A2"]);
		let parts = [(id_of("A1"), 400), (id_of("A2"), 1)];
		let released = Custody::release(gold_scope(), &parts, hash(6), Now::get());
		assert_eq!(released, Ok(401));
		assert_eq!(Custody::pledged(gold_scope(), Now::get()), 299);
	});
}

/// Who misses one can answer truthfully for the others, and the reserve is smaller at once.
#[test]
fn one_that_is_missing_is_withdrawn() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300)]);
		ask(&["A1", "A2"]);
		let withdraw = Custody::withdraw_lots(signed(CUSTODIAN), GOLD, 0, ids(&["A1"]), hash(5));
		assert_ok!(withdraw);
		assert_eq!(Custody::lot(id_of("A1")).unwrap().lien, None);
		assert_eq!(Custody::pledged(gold_scope(), Now::get()), 300);
	});
}

#[test]
fn an_offer_made_before_is_not_accepted_meanwhile() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300)]);
		let number = offer(GOLD, &["A1", "A2"]);
		ask(&["A2"]);
		assert_noop!(accept(number), Error::<Test>::LotChallenged);
		ask(&[]);
		assert_ok!(accept(number));
	});
}

#[test]
fn a_question_to_another_scope_binds_nothing_here() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400)]);
		Challenged::set([(others_scope(), id_of("A1"))].into());
		assert_ok!(Custody::encumber_lots(
			signed(CUSTODIAN),
			GOLD,
			0,
			ids(&["A1"]),
			hash(5)
		));
	});
}

#[test]
fn a_matured_lot_may_be_reported_as_cash_since_it_stays() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let lots = batch([bill("T1", 10, Some(START + 1))]);
		let who = || signed(CUSTODIAN);
		assert_ok!(Custody::register_lots(who(), BILLS, 0, lots, None));
		let scope = assay_primitives::Scope {
			asset: BILLS,
			..gold_scope()
		};
		Challenged::set([(scope, id_of("T1"))].into());
		Now::set(START + 1);
		let cash = CashInput {
			quantity: 10,
			value: 1_000,
			matures_at: None,
			basis: assay_primitives::Basis::Market,
			class: assay_primitives::LiquidityClass::Liquid,
			document_hash: hash(5),
		};
		assert_ok!(Custody::report_cash(who(), id_of("T1"), cash));
		assert_eq!(Custody::lot(id_of("T1")).unwrap().lien, Some(BILLS));
	});
}

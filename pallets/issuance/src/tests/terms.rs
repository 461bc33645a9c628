//! The terms of redemption.

use super::*;
use assay_primitives::{InvestorCategory, RedemptionTerms, RedemptionWindow};
use polkadot_sdk::frame_support::assert_noop;

fn with(terms: RedemptionTerms, test: impl FnOnce()) {
	wide().build_and_execute(|| {
		mint(ALICE, 10_000);
		Terms::set(Some(terms));
		test();
	});
}

fn ask(amount: Balance) -> DispatchResult {
	run(ALICE, request_call(amount))
}

#[test]
fn none_known_fails_closed() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		Terms::set(None);
		assert_noop!(ask(100), Error::<Test>::TermsMissing);
	});
}

#[test]
fn the_minimum_and_the_lots_bind_to_the_unit() {
	let terms = RedemptionTerms {
		minimum_units: 250,
		lot_units: 100,
		..Default::default()
	};
	with(terms, || {
		assert_noop!(ask(200), Error::<Test>::BelowMinimum);
		assert_noop!(ask(249), Error::<Test>::BelowMinimum);
		assert_noop!(ask(250), Error::<Test>::NotWholeLots);
		assert_noop!(ask(299), Error::<Test>::NotWholeLots);
		assert_noop!(ask(301), Error::<Test>::NotWholeLots);
		assert_ok!(ask(300));
	});
}

#[test]
fn only_who_the_terms_name_may_redeem() {
	// Alice is institutional, of Switzerland.
	let table = [
		(vec![], vec![], true),
		(vec![InvestorCategory::Institutional], vec![], true),
		(vec![InvestorCategory::Retail], vec![], false),
		(vec![], vec![276, 756], true),
		(vec![], vec![276], false),
		(vec![InvestorCategory::Institutional], vec![276], false),
	];
	for (categories, jurisdictions, allowed) in table {
		let terms = RedemptionTerms {
			categories: categories.try_into().unwrap(),
			jurisdictions: jurisdictions.try_into().unwrap(),
			..Default::default()
		};
		with(terms, || {
			if allowed {
				assert_ok!(ask(100));
			} else {
				assert_noop!(ask(100), Error::<Test>::HolderExcluded);
			}
		});
	}
}

#[test]
fn the_window_opens_and_closes_to_the_millisecond() {
	let terms = RedemptionTerms {
		window: Some(RedemptionWindow {
			opens_at: START + 100,
			every_ms: 1_000,
			open_ms: 10,
		}),
		..Default::default()
	};
	let table = [
		(0, false),
		(99, false),
		(100, true),
		(109, true),
		(110, false),
		(1_099, false),
		(1_100, true),
		(5_109, true),
		(5_110, false),
	];
	for (after, open) in table {
		with(terms.clone(), || {
			Now::set(START + after);
			if open {
				assert_ok!(ask(100));
			} else {
				assert_noop!(ask(100), Error::<Test>::WindowClosed);
			}
		});
	}
}

#[test]
fn the_time_for_the_release_starts_after_the_notice() {
	let terms = RedemptionTerms {
		notice_ms: 30 * DAY,
		..Default::default()
	};
	with(terms, || {
		let id = accepted(ALICE, 100);
		assert_eq!(Issuance::due_by(id), Some(START + 40 * DAY));
		// Accepted after the notice, it starts with the acceptance.
		let late = request(ALICE, 100);
		advance(31 * DAY);
		assert_ok!(run(ISSUER, Call::accept_redemption { id: late }));
		assert_eq!(Issuance::due_by(late), Some(START + 41 * DAY));
	});
}

#[test]
fn the_fee_stays_in_the_reserve_and_all_units_burn() {
	let terms = RedemptionTerms {
		fee_bps: 150,
		..Default::default()
	};
	with(terms, || {
		// A thousand of the underlying less fifteen.
		let id = accepted(ALICE, 10_000);
		assert_eq!(Redemptions::<Test>::get(id).unwrap().claim, 985);
		let over = release_call(id, &[(VAULT_A, 1, 986)]);
		assert_noop!(run(CUSTODIAN, over), Error::<Test>::ReleaseMismatch);
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 985)])));
		assert_ok!(run(BOB, Call::burn_redemption { id }));
		assert_eq!((Supply::get(GOLD), Reserve::get(GOLD)), (0, 1_015));
	});
}

#[test]
fn the_fee_rounds_for_the_reserve() {
	for (amount, fee_bps, claim) in [
		(1_000, 1, 99),
		(1_000, 100, 99),
		(1_000, 101, 98),
		(10, 9_999, 0),
	] {
		let terms = RedemptionTerms {
			fee_bps,
			..Default::default()
		};
		with(terms, || {
			if claim == 0 {
				assert_noop!(ask(amount), Error::<Test>::ClaimsNothing);
			} else {
				assert_ok!(ask(amount));
				assert_eq!(Redemptions::<Test>::get(0).unwrap().claim, claim);
			}
		});
	}
}

#[test]
fn a_part_handed_over_costs_its_fee_too() {
	let terms = RedemptionTerms {
		fee_bps: 5_000,
		..Default::default()
	};
	with(terms, || {
		// A hundred claimed, fifty owed, twenty handed over: forty claimed, four hundred units.
		let id = accepted(ALICE, 1_000);
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 20)])));
		advance(10 * DAY + 1);
		assert_ok!(run(ALICE, Call::cancel_redemption { id }));
		assert_eq!((free(ALICE), held(ALICE)), (9_600, 400));
	});
}

#[test]
fn what_was_asked_for_keeps_its_terms() {
	let terms = RedemptionTerms {
		fee_bps: 100,
		..Default::default()
	};
	with(terms, || {
		let id = accepted(ALICE, 1_000);
		Terms::set(Some(RedemptionTerms {
			minimum_units: Balance::MAX,
			fee_bps: 9_000,
			notice_ms: 99 * DAY,
			categories: vec![InvestorCategory::Retail].try_into().unwrap(),
			..Default::default()
		}));
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 99)])));
		assert_eq!(state(id), RedemptionState::Released);
	});
}

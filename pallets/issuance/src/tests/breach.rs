use super::*;
use polkadot_sdk::frame_support::assert_noop;

fn breach(id: RedemptionId) -> Call<Test> {
	Call::breach_redemption { id }
}

#[test]
fn works_a_millisecond_after_each_deadline() {
	for (answered, wait) in [(false, 2 * DAY), (true, 10 * DAY)] {
		wide().build_and_execute(|| {
			bonded(1_000);
			mint(ALICE, 150);
			let id = if answered {
				accepted(ALICE, 150)
			} else {
				request(ALICE, 150)
			};
			// 150 units at two francs, two percent of it
			assert_eq!(PenaltiesAtRisk::<Test>::get(GOLD), 6);
			advance(wait);
			assert_noop!(run(BOB, breach(id)), Error::<Test>::NotOverdue);
			advance(1);
			assert_ok!(run(BOB, breach(id)));
			assert_eq!(state(id), RedemptionState::Breached);
			assert_eq!((Penalties::get(ALICE), bond()), (6, 994));
			assert_eq!(PenaltiesAtRisk::<Test>::get(GOLD), 0);
			assert_eq!(
				last_event(),
				Event::RedemptionBreached {
					id,
					asset: GOLD,
					holder: ALICE,
					by: BOB,
					owed: 6,
					paid: 6
				}
				.into()
			);
			// The units are held on: the holder may wait.
			assert_eq!(held(ALICE), 150);
			assert_noop!(run(BOB, breach(id)), Error::<Test>::NothingToPay);
		});
	}
}

#[test]
fn shuts_minting_until_it_is_released_or_cancelled() {
	for cancelled in [false, true] {
		wide().build_and_execute(|| {
			mint(ALICE, 100);
			let id = breached(ALICE, 100);
			let shut = Error::<Test>::BreachUncured;
			assert_noop!(run(MINTER, mint_call(self::id(1), BOB, 1)), shut);
			let allowance = Issuance::allowance(GOLD).unwrap();
			assert_eq!((allowance.uncured_breaches, allowance.mintable), (1, 0));
			if cancelled {
				assert_ok!(run(ALICE, Call::cancel_redemption { id }));
			} else {
				assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 10)])));
				assert_eq!(state(id), RedemptionState::Released);
			}
			assert_ok!(run(MINTER, mint_call(self::id(1), BOB, 1)));
		});
	}
}

#[test]
fn a_silent_issuer_has_said_yes() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = request(ALICE, 100);
		advance(2 * DAY);
		let reject = Call::reject_redemption {
			id,
			reason: self::id(1),
		};
		advance(1);
		assert_noop!(run(ISSUER, reject.clone()), Error::<Test>::AnswerLate);
		assert_ok!(run(BOB, breach(id)));
		let accept = Call::accept_redemption { id };
		assert_noop!(run(ISSUER, accept), Error::<Test>::WrongState);
		assert_noop!(run(ISSUER, reject), Error::<Test>::WrongState);
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 4)])));
		assert_eq!(state(id), RedemptionState::Breached);
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 6)])));
		assert_eq!(state(id), RedemptionState::Released);
		assert_ok!(run(BOB, Call::burn_redemption { id }));
	});
}

#[test]
fn the_last_millisecond_is_in_time_for_a_no() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = request(ALICE, 100);
		advance(2 * DAY);
		let reason = self::id(1);
		assert_ok!(run(ISSUER, Call::reject_redemption { id, reason }));
	});
}

#[test]
fn what_the_bond_cannot_pay_it_pays_when_there_is_more() {
	wide().build_and_execute(|| {
		bonded(3);
		mint(ALICE, 400);
		let first = accepted(ALICE, 200);
		let second = accepted(ALICE, 200);
		advance(10 * DAY + 1);
		assert_ok!(run(BOB, breach(first)));
		assert_ok!(run(BOB, breach(second)));
		// Half of three is one, half of what is left another: the bond gains the fractions.
		assert_eq!((Penalties::get(ALICE), bond()), (2, 1));
		assert_eq!(PenaltiesAtRisk::<Test>::get(GOLD), 14);
		assert_noop!(run(BOB, breach(first)), Error::<Test>::NothingToPay);
		Bonded::insert(GOLD, (FRANCS, 20));
		assert_ok!(run(BOB, breach(first)));
		assert_eq!(
			last_event(),
			Event::PenaltyPaid {
				id: first,
				asset: GOLD,
				paid: 7,
				unpaid: 0
			}
			.into()
		);
		// Also in the step that ends it: half of the thirteen left and of the one it has got.
		assert_ok!(run(ALICE, Call::cancel_redemption { id: second }));
		assert_eq!((Penalties::get(ALICE), bond()), (15, 7));
		let ended = Redemptions::<Test>::get(second).unwrap();
		assert_eq!(ended.unpaid_penalty(), 1);
		assert_eq!(PenaltiesAtRisk::<Test>::get(GOLD), 0);
	});
}

/// The issuer and a holder who is its friend cannot empty the bond before others are hurt.
#[test]
fn no_holder_empties_the_bond_ahead_of_the_others() {
	wide().build_and_execute(|| {
		bonded(10);
		mint(ALICE, 500);
		mint(BOB, 500);
		// GIVEN one who has half of the units, asks for all of them again and again, and is let down
		// each time: twenty francs of penalty, of which it gets its share of what there is.
		for (paid, left) in [(5, 5), (7, 3), (8, 2), (9, 1), (9, 1), (9, 1)] {
			cancelled(ALICE, 500);
			assert_eq!((Penalties::get(ALICE), bond()), (paid, left));
		}
		// THEN there is something left for the other, too, also within one breach.
		Bonded::insert(GOLD, (FRANCS, 100));
		let id = breached(ALICE, 500);
		assert_eq!(
			bond(),
			80,
			"a bond that is large enough pays all that is owed"
		);
		assert_noop!(run(STRANGER, breach(id)), Error::<Test>::NothingToPay);
		breached(BOB, 500);
		assert_eq!((Penalties::get(BOB), bond()), (20, 60));
	});
}

#[test]
fn who_has_all_units_may_get_all_of_the_bond() {
	wide().build_and_execute(|| {
		bonded(3);
		mint(ALICE, 400);
		breached(ALICE, 400);
		assert_eq!((Penalties::get(ALICE), bond()), (3, 0));
	});
}

#[test]
fn a_pause_is_no_excuse() {
	use assay_primitives::ReasonCode;
	for (by_holder, why) in [
		(false, ReasonCode::MovementPaused),
		(true, ReasonCode::MovementPaused),
		(false, ReasonCode::AssetStatus),
	] {
		wide().build_and_execute(|| {
			bonded(1_000);
			mint(ALICE, 100);
			let id = accepted(ALICE, 100);
			Blocked::set([(ALICE, why)].into());
			advance(10 * DAY + 1);
			if by_holder {
				assert_ok!(run(ALICE, Call::cancel_redemption { id }));
			} else {
				assert_ok!(run(STRANGER, breach(id)));
			}
			assert_eq!(Penalties::get(ALICE), 4);
		});
	}
}

#[test]
fn costs_nothing_without_bond_terms_and_draws_no_bond_in_another_asset() {
	wide().build_and_execute(|| {
		mint(ALICE, 200);
		let free_of_it = breached(ALICE, 100);
		assert_eq!(
			Redemptions::<Test>::get(free_of_it).unwrap().breach,
			Some(Breach {
				at: Now::get(),
				owed: 0,
				paid: 0
			})
		);
		bonded(1_000);
		Bonded::insert(GOLD, (SILVER, 1_000));
		breached(ALICE, 100);
		assert_eq!((Penalties::get(ALICE), bond()), (0, 1_000));
		assert_eq!(PenaltiesAtRisk::<Test>::get(GOLD), 4);
	});
}

#[test]
fn the_penalty_is_for_the_rest_and_rounded_up() {
	for (released, expected) in [(0, 4), (1, 4), (3, 3), (5, 2), (9, 1)] {
		wide().build_and_execute(|| {
			bonded(1_000);
			mint(ALICE, 100);
			let id = accepted(ALICE, 100);
			if released > 0 {
				let release = release_call(id, &[(VAULT_A, 1, released)]);
				assert_ok!(run(CUSTODIAN, release));
			}
			advance(10 * DAY + 1);
			assert_ok!(run(BOB, breach(id)));
			assert_eq!(Penalties::get(ALICE), expected, "{released}");
		});
	}
	// One unit of two francs: two percent are less than the smallest part, which the holder gets.
	wide().build_and_execute(|| {
		bonded(1_000);
		mint(ALICE, 10);
		breached(ALICE, 10);
		assert_eq!(Penalties::get(ALICE), 1);
	});
}

#[test]
fn fails_when_compliance_would_not_have_let_the_issuer_pay() {
	wide().build_and_execute(|| {
		bonded(1_000);
		mint(ALICE, 100);
		let id = accepted(ALICE, 100);
		advance(10 * DAY + 1);
		Blocked::set([(ALICE, assay_primitives::ReasonCode::SenderFrozen)].into());
		assert_noop!(run(BOB, breach(id)), Error::<Test>::PaymentRefused);
		let cancel = Call::cancel_redemption { id };
		assert_noop!(run(ALICE, cancel), Error::<Test>::NotOverdue);
		Blocked::set(Default::default());
		assert_ok!(run(BOB, breach(id)));
	});
}

#[test]
fn fails_in_each_wrong_state() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		assert_noop!(run(BOB, breach(9)), Error::<Test>::RedemptionNotFound);
		let id = released(ALICE, 100);
		assert_noop!(run(BOB, breach(id)), Error::<Test>::WrongState);
		assert_ok!(run(BOB, Call::burn_redemption { id }));
		assert_noop!(run(BOB, breach(id)), Error::<Test>::WrongState);
	});
}

#[test]
fn a_docket_ends_it_and_opens_minting() {
	use assay_traits::HoldCloser;
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = breached(ALICE, 100);
		assert_ok!(<Issuance as HoldCloser<Account>>::close(GOLD, &ALICE));
		assert_eq!((state(id), free(ALICE)), (RedemptionState::Cancelled, 100));
		assert_eq!(UncuredBreaches::<Test>::get(GOLD), 0);
	});
}

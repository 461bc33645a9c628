//! Money in place of the underlying.

use super::*;
use polkadot_sdk::frame_support::assert_noop;

const PAYMENT: CashPayment = CashPayment {
	hash: Hash::repeat_byte(3),
	amount: 123_456,
	currency: *b"CHF",
};

fn offer(id: RedemptionId) -> Call<Test> {
	Call::offer_cash {
		id,
		payment: PAYMENT,
	}
}

fn confirm(id: RedemptionId) -> Call<Test> {
	Call::confirm_cash {
		id,
		payment: PAYMENT,
	}
}

#[test]
fn settles_all_of_a_claim_and_leaves_the_lots() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let id = accepted(ALICE, 1_000);
		assert_noop!(run(ALICE, confirm(id)), Error::<Test>::NoSuchOffer);
		assert_ok!(run(ISSUER, offer(id)));
		assert_eq!(
			last_event(),
			Event::CashOffered {
				id,
				asset: GOLD,
				payment: PAYMENT
			}
			.into()
		);
		// Nothing follows from what one side says.
		assert_eq!(state(id), RedemptionState::Accepted);
		assert_ok!(run(ALICE_TOO, confirm(id)));
		assert_eq!(
			last_event(),
			Event::CashConfirmed {
				id,
				asset: GOLD,
				holder: ALICE,
				payment: PAYMENT,
				quantity: 100
			}
			.into()
		);
		assert_eq!(state(id), RedemptionState::Released);
		assert_eq!((Reserve::get(GOLD), outstanding(GOLD)), (2_000, 0));
		assert_ok!(run(BOB, Call::burn_redemption { id }));
		assert_eq!((Supply::get(GOLD), Reserve::get(GOLD)), (0, 2_000));
	});
}

#[test]
fn settles_the_difference_to_the_lots() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let id = accepted(ALICE, 1_000);
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 97)])));
		assert_ok!(run(ISSUER, offer(id)));
		assert_ok!(run(ALICE, confirm(id)));
		let ended = Redemptions::<Test>::get(id).unwrap();
		assert_eq!((ended.released(), ended.settled_in_cash()), (97, 3));
		assert_eq!(PartlyReleased::<Test>::get(GOLD), 0);
		assert_eq!((Reserve::get(GOLD), outstanding(GOLD)), (1_903, 0));
	});
}

#[test]
fn cures_a_breach() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let id = breached(ALICE, 1_000);
		assert_ok!(run(ISSUER, offer(id)));
		assert_ok!(run(ALICE, confirm(id)));
		assert_eq!(UncuredBreaches::<Test>::get(GOLD), 0);
	});
}

#[test]
fn an_offer_is_replaced_and_confirmed_as_it_stands() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let id = accepted(ALICE, 1_000);
		assert_ok!(run(ISSUER, offer(id)));
		let payment = CashPayment {
			amount: 1,
			..PAYMENT
		};
		assert_ok!(run(ISSUER, Call::offer_cash { id, payment }));
		assert_noop!(run(ALICE, confirm(id)), Error::<Test>::NoSuchOffer);
		assert_ok!(run(ALICE, Call::confirm_cash { id, payment }));
	});
}

#[test]
fn money_for_a_blocked_holder_is_confirmed_by_escrow_and_not_by_the_holder() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let id = accepted(ALICE, 1_000);
		Blocked::set([(ALICE, assay_primitives::ReasonCode::SenderUnderDocket)].into());
		assert_ok!(run(BOB, Call::report_blocked { id }));
		found_until(id, START + 30 * DAY);
		assert_ok!(run(BOB, Call::divert_to_escrow { id }));
		assert_ok!(run(ISSUER, offer(id)));
		for other in [ALICE, ALICE_TOO, BOB] {
			assert_noop!(run(other, confirm(id)), Error::<Test>::NotHolder);
		}
		assert_ok!(run(ESCROW, confirm(id)));
		assert_eq!(state(id), RedemptionState::Released);
	});
}

#[test]
fn fails_in_each_wrong_state_and_for_a_blocked_holder() {
	wide().build_and_execute(|| {
		mint(ALICE, 2_000);
		for call in [offer(9), confirm(9)] {
			assert_noop!(run(ISSUER, call), Error::<Test>::RedemptionNotFound);
		}
		let id = accepted(ALICE, 1_000);
		assert_ok!(run(ISSUER, offer(id)));
		Blocked::set([(ALICE, assay_primitives::ReasonCode::SenderFrozen)].into());
		assert_noop!(run(ALICE, confirm(id)), Error::<Test>::PaymentRefused);
		Blocked::set(Default::default());
		assert_ok!(run(ALICE, confirm(id)));
		let asked = request(ALICE, 1_000);
		for id in [id, asked] {
			assert_noop!(run(ISSUER, offer(id)), Error::<Test>::WrongState);
			assert_noop!(run(ALICE, confirm(id)), Error::<Test>::WrongState);
		}
	});
}

use super::*;
use polkadot_sdk::{frame_support::assert_noop, sp_runtime::ArithmeticError};

#[test]
fn accept_works_even_when_late() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = request(ALICE, 100);
		let late = Redemptions::<Test>::get(id).unwrap().accept_by + 1;
		Now::set(late);
		assert_ok!(run(ISSUER, Call::accept_redemption { id }));
		let release_by = late + 10 * DAY;
		assert_eq!(
			Redemptions::<Test>::get(id).unwrap().acceptance,
			Some(Acceptance {
				by: 1,
				at: late,
				release_by
			})
		);
		assert_eq!(
			last_event(),
			Event::RedemptionAccepted {
				id,
				asset: GOLD,
				issuer: 1,
				release_by
			}
			.into()
		);
	});
}

#[test]
fn accept_fails_when_the_deadline_overflows() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = request(ALICE, 100);
		Now::set(Moment::MAX);
		let accept = Call::accept_redemption { id };
		assert_noop!(run(ISSUER, accept), ArithmeticError::Overflow);
	});
}

#[test]
fn release_works_from_several_vaults() {
	wide().build_and_execute(|| {
		mint(ALICE, 15_009);
		let id = accepted(ALICE, 15_009);
		let lots = [(VAULT_B, 2, 600), (VAULT_A, 1, 900)];
		assert_ok!(run(CUSTODIAN, release_call(id, &lots)));
		assert_eq!(state(id), RedemptionState::Released);
		let release = Release {
			custodian: 40,
			quantity: 1_500,
			evidence: self::id(88),
			at: START,
		};
		assert_eq!(Redemptions::<Test>::get(id).unwrap().release, Some(release));
		assert_eq!(Lots::get((scope(VAULT_A), lot(1))), Some(100));
		assert_eq!(Lots::get((scope(VAULT_B), lot(2))), Some(400));
		let reference = Issuance::release_reference(id);
		assert_eq!(Removed::get(reference), 1_500);
		assert_eq!(
			last_event(),
			Event::RedemptionReleased {
				id,
				asset: GOLD,
				custodian: 40,
				quantity: 1_500,
				released: 1_500,
				remaining: 0,
				evidence: self::id(88),
				reference,
			}
			.into()
		);
	});
}

#[test]
fn release_counts_metal_and_units_both_or_neither() {
	wide().build_and_execute(|| {
		// GIVEN a supply at the limit
		mint(ALICE, 20_000);
		advance(DAY);
		let id = accepted(ALICE, 5_000);
		assert_eq!(outstanding(GOLD), 20_000);
		// WHEN a quarter of the metal leaves
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 500)])));
		// THEN neither counts, and there is no headroom before or after the burn
		assert_eq!((outstanding(GOLD), Supply::get(GOLD)), (15_000, 20_000));
		assert_eq!(CommittedToBurn::<Test>::get(GOLD), 5_000);
		let above = Error::<Test>::InsufficientReserve;
		assert_noop!(run(MINTER, mint_call(self::id(1), BOB, 1)), above);
		assert_ok!(run(ALICE, Call::burn_redemption { id }));
		assert_eq!((outstanding(GOLD), Supply::get(GOLD)), (15_000, 15_000));
		assert_eq!(CommittedToBurn::<Test>::get(GOLD), 0);
		let above = Error::<Test>::InsufficientReserve;
		assert_noop!(run(MINTER, mint_call(self::id(1), BOB, 1)), above);
	});
}

#[test]
fn release_leaves_the_fraction_to_the_reserve() {
	wide().build_and_execute(|| {
		mint(ALICE, 20_000);
		advance(DAY);
		let id = accepted(ALICE, 19);
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 1)])));
		// 1,999 left for 19,981 units, which claim 1,998.1.
		assert_eq!((Reserve::get(GOLD), outstanding(GOLD)), (1_999, 19_981));
	});
}

#[test]
fn release_fails_when_the_register_refuses_a_lot() {
	wide().build_and_execute(|| {
		mint(ALICE, 20_000);
		let id = accepted(ALICE, 20_000);
		for lots in [
			[(VAULT_A, 1, 1_000), (VAULT_A, 2, 1_000)],
			[(VAULT_A, 1, 1_000), (VAULT_A, 1, 1_000)],
			[(VAULT_A, 1, 1_001), (VAULT_B, 2, 999)],
		] {
			assert_noop!(run(CUSTODIAN, release_call(id, &lots)), UNKNOWN_LOT);
		}
	});
}

#[test]
fn release_fails_when_the_custodian_is_not_approved() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let id = accepted(ALICE, 1_000);
		CustodianApproved::set(false);
		let call = release_call(id, &[(VAULT_A, 1, 100)]);
		assert_noop!(run(CUSTODIAN, call), Error::<Test>::NotCustodian);
	});
}

#[test]
fn release_works_after_the_deadline_while_the_holder_waits() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let id = accepted(ALICE, 1_000);
		advance(11 * DAY);
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 100)])));
		let cancel = Call::cancel_redemption { id };
		assert_noop!(run(ALICE, cancel), Error::<Test>::WrongState);
	});
}

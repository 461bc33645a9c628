use super::*;
use polkadot_sdk::frame_support::assert_noop;

#[test]
fn reject_works() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = request(ALICE, 100);
		assert_ok!(run(
			ISSUER,
			Call::reject_redemption {
				id,
				reason: self::id(5)
			}
		));
		assert_eq!((free(ALICE), held(ALICE)), (100, 0));
		assert_eq!(Redemptions::<Test>::get(id), None);
		assert_eq!(OpenRedemptions::<Test>::get(GOLD), 0);
		assert_eq!(HolderRedemptions::<Test>::iter().count(), 0);
		assert_eq!(
			last_event(),
			Event::RedemptionRejected {
				id,
				asset: GOLD,
				holder: ALICE,
				amount: 100,
				reason: self::id(5)
			}
			.into()
		);
	});
}

#[test]
fn burn_works_for_anyone() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = released(ALICE, 60);
		assert_ok!(run(STRANGER, Call::burn_redemption { id }));
		assert_eq!(state(id), RedemptionState::Burned);
		assert_eq!((free(ALICE), held(ALICE), Supply::get(GOLD)), (40, 0, 40));
		assert_eq!(
			Totals::<Test>::get(GOLD),
			MintTotals {
				minted: 100,
				burned: 60
			}
		);
		assert_eq!(
			last_event(),
			Event::RedemptionBurned {
				id,
				asset: GOLD,
				holder: ALICE,
				amount: 60
			}
			.into()
		);
	});
}

#[test]
fn redemptions_of_one_account_share_the_hold_and_end_apart() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let first = released(ALICE, 30);
		let second = request(ALICE, 20);
		assert_eq!(held(ALICE), 50);
		assert_ok!(run(ALICE, Call::cancel_redemption { id: second }));
		assert_eq!(held(ALICE), 30);
		assert_ok!(run(ALICE, Call::burn_redemption { id: first }));
		assert_eq!((held(ALICE), free(ALICE)), (0, 70));
	});
}

/// Every step in every state: it works exactly where the table says so.
#[test]
fn each_step_fails_in_each_wrong_state() {
	use RedemptionState::*;
	for from in RedemptionState::ALL {
		wide().build_and_execute(|| {
			mint(ALICE, 100);
			let id = match from {
				Requested => request(ALICE, 100),
				Accepted => accepted(ALICE, 100),
				Released => released(ALICE, 100),
				Burned => {
					let id = released(ALICE, 100);
					assert_ok!(run(ALICE, Call::burn_redemption { id }));
					id
				},
				Cancelled => cancelled(ALICE, 100),
				Breached => breached(ALICE, 100),
				Rejected => {
					let id = request(ALICE, 100);
					assert_ok!(run(
						ISSUER,
						Call::reject_redemption {
							id,
							reason: self::id(1)
						}
					));
					id
				},
			};
			let steps = [
				(Accepted, ISSUER, Call::accept_redemption { id }),
				(
					Rejected,
					ISSUER,
					Call::reject_redemption {
						id,
						reason: self::id(1),
					},
				),
				(Cancelled, ALICE, Call::cancel_redemption { id }),
				(Released, CUSTODIAN, release_call(id, &[(VAULT_A, 1, 10)])),
				(Burned, ALICE, Call::burn_redemption { id }),
			];
			let refusal = || match from {
				Rejected => Error::<Test>::RedemptionNotFound,
				_ => Error::<Test>::WrongState,
			};
			for (to, who, call) in steps {
				if !from.can_become(to) {
					assert_noop!(run(who, call), refusal());
				}
			}
		});
	}
}

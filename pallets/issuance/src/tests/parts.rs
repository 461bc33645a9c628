//! Releases in several parts.

use super::*;
use polkadot_sdk::frame_support::assert_noop;

#[test]
fn works_by_several_custodians_until_the_claim_is_met() {
	wide().build_and_execute(|| {
		add_lot_in(other_scope(VAULT_A), 3, 500);
		mint(ALICE, 15_000);
		let id = accepted(ALICE, 15_000);
		// GIVEN parts that add up to the claim: custodian, organisation, lot, quantity, sum, rest
		let parts = [
			(CUSTODIAN, 40, (VAULT_A, 1), 1_000, 1_000, 500),
			(OTHER_CUSTODIAN, 41, (VAULT_A, 3), 499, 1_499, 1),
			(CUSTODIAN, 40, (VAULT_B, 2), 1, 1_500, 0),
		];
		for (who, custodian, (vault, number), quantity, released, remaining) in parts {
			advance(1);
			// nothing but the burn waits for the end, and nothing else is allowed before it
			let burn = Call::burn_redemption { id };
			assert_noop!(run(ALICE, burn), Error::<Test>::WrongState);
			assert_eq!(state(id), RedemptionState::Accepted);
			let (reserve, owed) = (Reserve::get(GOLD), outstanding(GOLD));
			let reference = Issuance::part_reference(id, released - quantity);
			assert_eq!(Removed::get(reference), 0);

			// WHEN the part is released
			assert_ok!(run(who, release_call(id, &[(vault, number, quantity)])));

			// THEN the reserve is lower by it, and outstanding only once all of it has left
			assert_eq!(Reserve::get(GOLD), reserve - quantity);
			let done = if remaining == 0 { 15_000 } else { 0 };
			assert_eq!(outstanding(GOLD), owed - done);
			assert_eq!(CommittedToBurn::<Test>::get(GOLD), done);
			assert_eq!(Removed::get(reference), quantity);
			let redemption = Redemptions::<Test>::get(id).unwrap();
			assert_eq!(redemption.released(), released);
			let newest = Release {
				custodian,
				quantity: released,
				evidence: self::id(88),
				at: Now::get(),
			};
			assert_eq!(redemption.release, Some(newest));
			assert_eq!(
				last_event(),
				Event::RedemptionReleased {
					id,
					asset: GOLD,
					custodian,
					quantity,
					released,
					remaining,
					evidence: self::id(88),
					reference,
				}
				.into()
			);
			assert_ok!(Issuance::do_try_state());
		}
		assert_eq!(state(id), RedemptionState::Released);
		assert_ok!(run(STRANGER, Call::burn_redemption { id }));
		assert_eq!((held(ALICE), Supply::get(GOLD)), (0, 0));
	});
}

#[test]
fn works_over_more_lots_than_one_call_takes() {
	let count = u64::from(MAX_RELEASED_LOTS) + 1;
	let mut world = ExtBuilder::default().bucket(1_000_000, 1_000_000, 1_000_000);
	for number in 0..count {
		world = world.lot(VAULT_A, number, 1);
	}
	world.build_and_execute(|| {
		let amount = Balance::from(count) * 10;
		mint(ALICE, amount);
		let id = accepted(ALICE, amount);
		let lots = (0..count)
			.map(|number| (VAULT_A, number, 1))
			.collect::<Vec<_>>();
		let (most, last) = lots.split_at(lots.len() - 1);
		assert_ok!(run(CUSTODIAN, release_call(id, most)));
		assert_eq!(state(id), RedemptionState::Accepted);
		assert_ok!(run(CUSTODIAN, release_call(id, last)));
		assert_eq!(state(id), RedemptionState::Released);
	});
}

#[test]
fn fails_when_a_part_is_nothing_or_more_than_the_rest() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let id = accepted(ALICE, 1_000);
		let mismatch = || Error::<Test>::ReleaseMismatch;
		let release = |quantity| run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, quantity)]));
		for quantity in [0, 101] {
			assert_noop!(release(quantity), mismatch());
		}
		assert_noop!(run(CUSTODIAN, release_call(id, &[])), mismatch());
		assert_ok!(release(60));
		for quantity in [0, 41] {
			assert_noop!(release(quantity), mismatch());
		}
		assert_ok!(release(40));
		// Not a grain more.
		assert_noop!(release(1), Error::<Test>::WrongState);
	});
}

#[test]
fn a_part_shuts_minting_rather_than_free_it() {
	wide().build_and_execute(|| {
		// GIVEN a supply at the limit
		mint(ALICE, 20_000);
		advance(DAY);
		let id = accepted(ALICE, 5_000);
		// WHEN a part of the metal has left THEN no unit more is minted
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 499)])));
		assert_eq!(outstanding(GOLD), 20_000);
		assert_eq!(Issuance::allowance(GOLD).unwrap().mintable, 0);
		assert!(run(MINTER, mint_call(self::id(1), BOB, 1)).is_err());
		// WHEN the rest has left THEN coverage is as before
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 1)])));
		assert_eq!((Reserve::get(GOLD), outstanding(GOLD)), (1_500, 15_000));
	});
}

#[test]
fn the_issuer_cannot_refuse_or_accept_again_after_a_part() {
	wide().build_and_execute(|| {
		mint(ALICE, 1_000);
		let id = accepted(ALICE, 1_000);
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 1)])));
		let reject = Call::reject_redemption {
			id,
			reason: self::id(1),
		};
		for call in [reject, Call::accept_redemption { id }] {
			assert_noop!(run(ISSUER, call), Error::<Test>::WrongState);
		}
	});
}

#[test]
fn references_differ_by_redemption_and_by_part() {
	assert_eq!(
		Issuance::part_reference(7, 0),
		Issuance::release_reference(7)
	);
	let mut references = Vec::new();
	for id in 0..3 {
		for released in 0..3 {
			references.push(Issuance::part_reference(id, released));
		}
	}
	references.sort_unstable();
	references.dedup();
	assert_eq!(references.len(), 9);
}

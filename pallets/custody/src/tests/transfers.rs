//! Lots on their way from one vault to another.

use super::*;
use assay_primitives::{Moment, Quantity, Scope};
use assay_traits::{LotInspect, LotRelease};

fn pledged(scope: Scope) -> Quantity {
	Custody::pledged(scope, Now::get())
}

fn accept(who: AccountId, offer: OfferId) -> DispatchResult {
	Custody::accept_lots(signed(who), offer)
		.map(|_| ())
		.map_err(|failure| failure.error)
}

fn withdraw(serial: &str) {
	let one = ids(&[serial]);
	assert_ok!(Custody::withdraw_lots(
		signed(CUSTODIAN),
		GOLD,
		0,
		one,
		hash(5)
	));
}

#[test]
fn works_with_both_consents_in_one_moment() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		// GIVEN three bars of the custodian, one paid for by a colleague
		register(&[("A1", 400), ("A2", 300)]);
		let lots = batch([bar("A3", 200)]);
		assert_ok!(Custody::register_lots(
			signed(EMPLOYEE),
			GOLD,
			0,
			lots,
			None
		));
		Now::set(START + 10);
		// WHEN two are offered THEN nothing moves
		let number = offer(GOLD, &["A1", "A3"]);
		System::assert_last_event(
			Event::LotsOffered {
				offer: 0,
				from: gold_scope(),
				to: others_scope(),
				lots: 2,
				quantity: 600,
				expires_at: START + 1_010,
			}
			.into(),
		);
		let record = Offer {
			from: gold_scope(),
			to: others_scope(),
			lots: ids(&["A1", "A3"]),
			quantity: 600,
			expires_at: START + 1_010,
			depositor: CUSTODIAN,
			deposit: 2 * LOT_DEPOSIT,
		};
		assert_eq!(Custody::offer(number), Some(record));
		assert_eq!(held(CUSTODIAN, HoldReason::Offers), 2 * LOT_DEPOSIT);
		assert_eq!(pledged(gold_scope()), 900);
		// WHEN the receiver accepts THEN both are in its vault, and it pays for them
		Now::set(START + 20);
		assert_ok!(accept(OTHER, number));
		System::assert_last_event(
			Event::LotsTransferred {
				offer: 0,
				from: gold_scope(),
				to: others_scope(),
				lots: 2,
				quantity: 600,
			}
			.into(),
		);
		let lot = Custody::lot(id_of("A1")).unwrap();
		assert_eq!(
			(lot.custodian, lot.vault, lot.lien, lot.status),
			(OTHER_ORG, 1, Some(GOLD), LotStatus::Stored)
		);
		assert_eq!(
			(lot.registered_at, lot.arrived_at),
			(START, Some(START + 20))
		);
		assert_eq!((lots_in(0), lots_in(1)), (1, 2));
		assert_eq!(held(CUSTODIAN, HoldReason::Lots), LOT_DEPOSIT);
		assert_eq!(held(CUSTODIAN, HoldReason::Offers), 0);
		assert_eq!(held(EMPLOYEE, HoldReason::Lots), 0);
		assert_eq!(held(OTHER, HoldReason::Lots), 2 * LOT_DEPOSIT);
		assert_eq!(Custody::offer(number), None);
		assert_eq!(Custody::scopes(1), vec![others_scope()]);
		assert_noop!(accept(OTHER, number), Error::<Test>::OfferNotFound);
	});
}

#[test]
fn metal_that_moved_counts_once_and_under_a_later_report_only() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		// GIVEN 900 in one vault, 100 in the other, each reported as of START
		register(&[("A1", 400), ("A2", 500)]);
		let lots = batch([bar("B1", 100)]);
		assert_ok!(Custody::register_lots(signed(OTHER), GOLD, 1, lots, None));
		let moved = START + 20;
		Now::set(moved);
		// WHEN 400 move
		transfer(GOLD, &["A1"]);
		// THEN they left the one as of this moment, and count in the other not yet
		assert_eq!((pledged(gold_scope()), pledged(others_scope())), (500, 100));
		let left = |as_of| Custody::removed_after(gold_scope(), as_of);
		assert_eq!((left(START), left(moved), left(moved + 1)), (400, 400, 0));
		assert_eq!(Custody::removed_after(others_scope(), 0), 0);
		// WHEN late reports of before, and of that moment, come in THEN nothing changes
		for as_of in [START, moved - 1, moved] {
			Custody::report_accepted(gold_scope(), as_of);
			Custody::report_accepted(others_scope(), as_of);
			assert_eq!((pledged(gold_scope()), pledged(others_scope())), (500, 100));
			assert_eq!(left(as_of), 400);
		}
		// WHEN the new custodian reports of after THEN they count there
		Custody::report_accepted(others_scope(), moved + 1);
		assert_eq!((pledged(gold_scope()), pledged(others_scope())), (500, 500));
		Custody::report_accepted(gold_scope(), moved + 1);
		assert_eq!((left(START), left(moved + 1)), (0, 0));
	});
}

#[test]
fn metal_that_moves_back_waits_again() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 500)]);
		Now::set(START + 10);
		transfer(GOLD, &["A1"]);
		Now::set(START + 20);
		let (who, to) = (signed(OTHER), CUSTODIAN_ORG);
		let until = START + 30;
		assert_ok!(Custody::offer_lots(
			who,
			GOLD,
			1,
			ids(&["A1"]),
			to,
			0,
			until
		));
		assert_ok!(accept(CUSTODIAN, 1));
		// it never counted there, and does not count here before a report of after
		assert_eq!((pledged(gold_scope()), pledged(others_scope())), (500, 0));
		assert_eq!(Custody::removed_after(others_scope(), START + 20), 400);
		Custody::report_accepted(gold_scope(), START + 20);
		assert_eq!(pledged(gold_scope()), 500);
		Custody::report_accepted(gold_scope(), START + 21);
		assert_eq!(pledged(gold_scope()), 900);
	});
}

#[test]
fn what_leaves_again_while_it_waits_waits_no_more() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300), ("A3", 200)]);
		transfer(GOLD, &["A1", "A2", "A3"]);
		let part = [(id_of("A1"), 150), (id_of("A2"), 300)];
		assert_ok!(<Custody as LotRelease>::release(
			others_scope(),
			&part,
			hash(6),
			START
		));
		let waiting = || Custody::scope_totals(others_scope()).unwrap().arrivals;
		let arrival = Arrival {
			moment: START,
			matures_at: None,
			quantity: 450,
		};
		assert_eq!(waiting().to_vec(), vec![arrival]);
		assert_eq!(pledged(others_scope()), 0);
		assert_ok!(Custody::withdraw_lots(
			signed(OTHER),
			GOLD,
			1,
			ids(&["A1", "A3"]),
			hash(5)
		));
		assert!(waiting().is_empty());
		assert_eq!(pledged(others_scope()), 0);
	});
}

#[test]
fn works_between_vaults_of_one_custodian_and_away_from_a_suspended_one() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300)]);
		open_vault(CUSTODIAN);
		let until = START + 1;
		let own =
			|lots| Custody::offer_lots(signed(CUSTODIAN), GOLD, 0, lots, CUSTODIAN_ORG, 2, until);
		assert_ok!(own(ids(&["A1"])));
		assert_ok!(accept(EMPLOYEE, 0));
		assert_eq!(Custody::lot(id_of("A1")).unwrap().vault, 2);
		let office = Office::Custodian;
		assert_ok!(Custody::suspend(council(), office, CUSTODIAN_ORG, hash(5)));
		transfer(GOLD, &["A2"]);
		assert_eq!(Custody::lot(id_of("A2")).unwrap().custodian, OTHER_ORG);
		// but a suspended one receives nothing, not even from itself
		assert_ok!(Custody::offer_lots(
			signed(CUSTODIAN),
			GOLD,
			2,
			ids(&["A1"]),
			CUSTODIAN_ORG,
			0,
			until
		));
		assert_noop!(accept(CUSTODIAN, 2), Error::<Test>::NotApproved);
	});
}

#[test]
fn an_offer_can_be_accepted_up_to_its_last_moment() {
	for (late, good) in [(0, true), (1, false)] {
		ExtBuilder::default().with_vaults().build_and_execute(|| {
			register(&[("A1", 400)]);
			let number = offer(GOLD, &["A1"]);
			Now::set(START + 1_000 + late);
			if good {
				assert_ok!(accept(OTHER, number));
			} else {
				assert_noop!(accept(OTHER, number), Error::<Test>::OfferExpired);
			}
		});
	}
}

#[test]
fn fails_when_what_was_offered_is_not_all_there_any_more() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300), ("A3", 200)]);
		let changed = offer(GOLD, &["A1", "A2"]);
		let gone = offer(GOLD, &["A3"]);
		let unknown = offer(GOLD, &["A3"]);
		let part = [(id_of("A1"), 1)];
		assert_ok!(<Custody as LotRelease>::release(
			gold_scope(),
			&part,
			hash(6),
			START
		));
		assert_noop!(accept(OTHER, changed), Error::<Test>::OfferChanged);
		withdraw("A3");
		assert_noop!(accept(OTHER, gone), Error::<Test>::NotPledged);
		assert_ok!(Custody::remove_lots(signed(CUSTODIAN), ids(&["A3"])));
		assert_noop!(accept(OTHER, unknown), Error::<Test>::LotNotFound);
		// a lot of two offers goes with the first that is accepted
		let first = offer(GOLD, &["A2"]);
		let second = offer(GOLD, &["A2"]);
		assert_ok!(accept(OTHER, first));
		assert_noop!(accept(OTHER, second), Error::<Test>::Elsewhere);
	});
}

#[test]
fn fails_to_offer_when_lots_vaults_or_time_are_wrong() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400), ("A2", 300)]);
		open_vault(CUSTODIAN);
		let until = START + 1;
		let offer = |serials: &[&str], from, to, vault, until| {
			Custody::offer_lots(
				signed(CUSTODIAN),
				GOLD,
				from,
				ids(serials),
				to,
				vault,
				until,
			)
		};
		let to = OTHER_ORG;
		assert_noop!(offer(&[], 0, to, 1, until), Error::<Test>::EmptyBatch);
		assert_noop!(
			offer(&["A1"], 9, to, 1, until),
			Error::<Test>::VaultNotFound
		);
		assert_noop!(
			offer(&["A1"], 0, to, 9, until),
			Error::<Test>::VaultNotFound
		);
		assert_noop!(offer(&["A1"], 1, to, 1, until), Error::<Test>::NotOwner);
		assert_noop!(offer(&["A1"], 0, to, 2, until), Error::<Test>::NotOwner);
		let own = CUSTODIAN_ORG;
		assert_noop!(offer(&["A1"], 0, own, 0, until), Error::<Test>::SameVault);
		assert_noop!(offer(&["A1"], 0, to, 1, START), Error::<Test>::OfferExpired);
		assert_noop!(
			offer(&["A1", "a1"], 0, to, 1, until),
			Error::<Test>::DuplicateLot
		);
		assert_noop!(
			offer(&["A1", "A9"], 0, to, 1, until),
			Error::<Test>::LotNotFound
		);
		assert_noop!(offer(&["A1"], 2, to, 1, until), Error::<Test>::Elsewhere);
		withdraw("A2");
		assert_noop!(
			offer(&["A1", "A2"], 0, to, 1, until),
			Error::<Test>::NotPledged
		);
		NextOfferId::<Test>::put(u64::MAX);
		assert_noop!(
			offer(&["A1"], 0, to, 1, until),
			polkadot_sdk::sp_runtime::ArithmeticError::Overflow
		);
	});
}

#[test]
fn fails_to_accept_when_the_receiver_may_not() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400)]);
		let number = offer(GOLD, &["A1"]);
		assert_noop!(accept(OTHER, 9), Error::<Test>::OfferNotFound);
		assert_noop!(accept(CUSTODIAN, number), Error::<Test>::NotOwner);
		assert_noop!(accept(STRANGER, number), Error::<Test>::NotApproved);
		CustodianRoles::mutate(|roles| roles.remove(&(GOLD, OTHER_ORG)));
		assert_noop!(accept(OTHER, number), Error::<Test>::MissingRole);
		grant(GOLD, OTHER_ORG);
		let poor = 8;
		Links::mutate(|links| links.insert(poor, OTHER_ORG));
		assert_noop!(
			accept(poor, number),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
		assert_ok!(Custody::close_vault(signed(OTHER), 1));
		assert_noop!(accept(OTHER, number), Error::<Test>::VaultNotFound);
	});
}

#[test]
fn an_offer_is_ended_by_either_side_at_any_time() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		register(&[("A1", 400)]);
		for by in [EMPLOYEE, OTHER] {
			let number = offer(GOLD, &["A1"]);
			Now::mutate(|now| *now += 5_000);
			assert_noop!(
				Custody::cancel_offer(signed(STRANGER), number),
				Error::<Test>::NotOwner
			);
			assert_ok!(Custody::cancel_offer(signed(by), number));
			System::assert_last_event(
				Event::OfferCancelled {
					offer: number,
					by: if by == OTHER {
						OTHER_ORG
					} else {
						CUSTODIAN_ORG
					},
				}
				.into(),
			);
			assert_eq!(held(CUSTODIAN, HoldReason::Offers), 0);
			assert_noop!(
				Custody::cancel_offer(signed(by), number),
				Error::<Test>::OfferNotFound
			);
		}
		assert_eq!(NextOfferId::<Test>::get(), 2);
	});
}

#[test]
fn as_many_arrivals_wait_as_may_and_a_report_makes_room() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let serials: Vec<_> = (0..=MAX_ARRIVALS).map(|n| format!("A{n}x")).collect();
		let lots: Vec<_> = serials.iter().map(|serial| (serial.as_str(), 1)).collect();
		register(&lots);
		let (last, first) = serials.split_last().unwrap();
		for (n, serial) in first.iter().enumerate() {
			Now::set(START + n as Moment);
			transfer(GOLD, &[serial.as_str()]);
		}
		Now::mutate(|now| *now += 1);
		let number = offer(GOLD, &[last.as_str()]);
		assert_noop!(accept(OTHER, number), Error::<Test>::TooManyArrivals);
		assert_eq!(pledged(others_scope()), 0);
		Custody::report_accepted(others_scope(), START + 1);
		assert_eq!(pledged(others_scope()), 1);
		assert_ok!(accept(OTHER, number));
	});
}

#[test]
fn a_matured_part_that_waits_is_taken_off_once() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let due = START + 100;
		let lots = batch([bill("T1", 100, Some(due)), bill("T2", 20, None)]);
		assert_ok!(Custody::register_lots(
			signed(CUSTODIAN),
			BILLS,
			0,
			lots,
			None
		));
		let lots = batch([bill("U1", 7, None)]);
		assert_ok!(Custody::register_lots(signed(OTHER), BILLS, 1, lots, None));
		transfer(BILLS, &["T1", "T2"]);
		let there = Scope {
			asset: BILLS,
			..others_scope()
		};
		assert_eq!(Custody::pledged(there, due - 1), 7);
		assert_eq!(Custody::pledged(there, due), 7);
		Now::set(START + 1);
		Custody::report_accepted(there, START + 1);
		assert_eq!(Custody::pledged(there, due - 1), 127);
		assert_eq!(Custody::pledged(there, due), 27);
	});
}

//! Holders who may not be paid.

use super::*;
use assay_primitives::ReasonCode;
use polkadot_sdk::frame_support::assert_noop;

fn report(id: RedemptionId) -> Call<Test> {
	Call::report_blocked { id }
}

fn divert(id: RedemptionId) -> Call<Test> {
	Call::divert_to_escrow { id }
}

fn block(who: Account) {
	Blocked::set([(who, ReasonCode::SenderFrozen)].into());
}

#[test]
fn are_neither_accepted_nor_paid() {
	wide().build_and_execute(|| {
		mint(ALICE, 200);
		let first = accepted(ALICE, 100);
		let second = request(ALICE, 100);
		block(ALICE);
		assert_noop!(
			run(CUSTODIAN, release_call(first, &[(VAULT_A, 1, 10)])),
			Error::<Test>::PaymentRefused
		);
		assert_noop!(
			run(ISSUER, Call::accept_redemption { id: second }),
			Error::<Test>::PaymentRefused
		);
	});
}

#[test]
fn end_in_escrow_after_the_period_and_not_a_millisecond_before() {
	wide().build_and_execute(|| {
		bonded(1_000);
		mint(ALICE, 100);
		let id = accepted(ALICE, 100);
		assert_noop!(run(BOB, report(id)), Error::<Test>::NothingChanges);
		assert_noop!(run(BOB, divert(id)), Error::<Test>::NotBlockedLongEnough);
		block(ALICE);
		advance(DAY);
		assert_ok!(run(BOB, report(id)));
		let since = Now::get();
		assert_eq!(
			last_event(),
			Event::HolderBlocked {
				id,
				asset: GOLD,
				since
			}
			.into()
		);
		assert_noop!(run(BOB, report(id)), Error::<Test>::NothingChanges);
		found_until(id, since + 30 * DAY - 1);
		assert_noop!(run(BOB, divert(id)), Error::<Test>::NotBlockedLongEnough);
		advance(1);
		EscrowAccount::set(None);
		assert_noop!(run(BOB, divert(id)), Error::<Test>::EscrowMissing);
		EscrowAccount::set(Some(ESCROW));
		assert_ok!(run(BOB, divert(id)));
		assert_eq!(
			last_event(),
			Event::RedemptionDiverted {
				id,
				asset: GOLD,
				holder: ALICE,
				escrow: ESCROW
			}
			.into()
		);
		assert_noop!(run(BOB, report(id)), Error::<Test>::NothingChanges);
		// The issuer has the rest of its time, and breaches like with anyone else.
		assert_eq!(Issuance::due_by(id), Some(START + 40 * DAY));
		Now::set(START + 40 * DAY + 1);
		assert_ok!(run(BOB, Call::breach_redemption { id }));
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 10)])));
		assert_ok!(run(BOB, Call::burn_redemption { id }));
		assert_eq!(state(id), RedemptionState::Burned);
	});
}

#[test]
fn a_request_is_diverted_too_and_then_accepted() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = request(ALICE, 100);
		block(ALICE);
		assert_ok!(run(BOB, report(id)));
		found_until(id, START + 30 * DAY);
		assert_ok!(run(BOB, divert(id)));
		assert_ok!(run(ISSUER, Call::accept_redemption { id }));
	});
}

#[test]
fn whose_block_ends_go_on_and_the_issuer_loses_no_time() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = accepted(ALICE, 100);
		block(ALICE);
		assert_ok!(run(BOB, report(id)));
		found_until(id, START + 15 * DAY);
		advance(5 * DAY);
		Blocked::set(Default::default());
		assert_noop!(run(BOB, divert(id)), Error::<Test>::NotBlockedLongEnough);
		assert_ok!(run(BOB, report(id)));
		assert_eq!(
			last_event(),
			Event::HolderUnblocked { id, asset: GOLD }.into()
		);
		assert_eq!(Issuance::due_by(id), Some(START + 30 * DAY));
		assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 10)])));
	});
}

#[test]
fn a_pause_of_the_asset_is_nobodys_block() {
	for why in [
		ReasonCode::MovementPaused,
		ReasonCode::AssetStatus,
		ReasonCode::UnknownAsset,
	] {
		wide().build_and_execute(|| {
			mint(ALICE, 100);
			let id = accepted(ALICE, 100);
			Blocked::set([(ALICE, why)].into());
			assert_noop!(run(BOB, report(id)), Error::<Test>::NothingChanges);
			assert_noop!(
				run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, 10)])),
				Error::<Test>::PaymentRefused
			);
		});
	}
}

#[test]
fn what_is_released_or_unknown_is_not_reported() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = released(ALICE, 100);
		block(ALICE);
		for call in [report(id), divert(id)] {
			assert_noop!(run(BOB, call), Error::<Test>::WrongState);
		}
		for call in [report(9), divert(9)] {
			assert_noop!(run(BOB, call), Error::<Test>::RedemptionNotFound);
		}
	});
}

#[test]
fn a_finding_lasts_for_the_recheck_and_not_a_millisecond_longer() {
	for late in [0, 1] {
		wide().build_and_execute(|| {
			mint(ALICE, 100);
			let id = accepted(ALICE, 100);
			block(ALICE);
			assert_ok!(run(BOB, report(id)));
			// WHEN it is found again at the end of that time, or past it
			advance(7 * DAY + late);
			let now = Now::get();
			assert_ok!(run(BOB, report(id)));
			let since = if late == 0 { START } else { now };
			assert_eq!(
				last_event(),
				Event::HolderBlocked {
					id,
					asset: GOLD,
					since
				}
				.into()
			);
			let redemption = Redemptions::<Test>::get(id).unwrap();
			assert_eq!(redemption.payee, Payee::Blocked { since, seen: now });
			// THEN past it nothing in between counts, and the issuer keeps what was known.
			let known = if late == 0 { 0 } else { 7 * DAY };
			assert_eq!(Issuance::due_by(id), Some(START + 10 * DAY + known));
			// What was known before adds up with it.
			found_until(id, since + 30 * DAY - known - 1);
			assert_noop!(run(BOB, divert(id)), Error::<Test>::NotBlockedLongEnough);
			advance(1);
			assert_ok!(run(BOB, divert(id)));
		});
	}
}

#[test]
fn the_last_finding_must_not_be_too_old_for_escrow() {
	for late in [0, 1] {
		wide().build_and_execute(|| {
			mint(ALICE, 100);
			let id = accepted(ALICE, 100);
			block(ALICE);
			assert_ok!(run(BOB, report(id)));
			found_until(id, START + 30 * DAY);
			advance(7 * DAY + late);
			let diverted = run(BOB, divert(id));
			if late == 0 {
				assert_ok!(diverted);
			} else {
				assert_eq!(diverted, Err(Error::<Test>::NotBlockedLongEnough.into()));
			}
		});
	}
}

/// Frozen, freed and frozen again: the time between does not count.
#[test]
fn once_free_again_it_is_not_known_to_be_blocked_whatever_step_finds_that() {
	let steps: [fn(RedemptionId) -> (Account, Call<Test>); 3] = [
		|id| (BOB, report(id)),
		|id| (CUSTODIAN, release_call(id, &[(VAULT_A, 1, 4)])),
		|id| (ISSUER, Call::accept_redemption { id }),
	];
	for (place, step) in steps.into_iter().enumerate() {
		wide().build_and_execute(|| {
			mint(ALICE, 100);
			let id = if place == 2 {
				request(ALICE, 100)
			} else {
				accepted(ALICE, 100)
			};
			block(ALICE);
			assert_ok!(run(BOB, report(id)));
			found_until(id, START + 28 * DAY);
			// WHEN the holder is free, and a step of the redemption is taken
			Blocked::set(Default::default());
			let (who, call) = step(id);
			assert_ok!(run(who, call));
			assert_eq!(Redemptions::<Test>::get(id).unwrap().payee, Payee::Holder);
			let told = Event::HolderUnblocked { id, asset: GOLD }.into();
			assert!(System::events().iter().any(|record| record.event == told));
			// THEN what is between does not count for escrow
			block(ALICE);
			advance(DAY);
			assert_ok!(run(BOB, report(id)));
			let since = Now::get();
			advance(DAY);
			assert_noop!(run(BOB, divert(id)), Error::<Test>::NotBlockedLongEnough);
			assert_ok!(run(BOB, report(id)));
			found_until(id, since + 30 * DAY);
			assert_ok!(run(BOB, divert(id)));
		});
	}
}

/// Who was blocked past the deadline is free again: the issuer has the time back before anybody can
/// find a breach, report or not.
#[test]
fn the_issuer_has_its_time_back_before_a_breach_is_found() {
	for step in [
		Call::breach_redemption { id: 0 },
		Call::cancel_redemption { id: 0 },
	] {
		wide().build_and_execute(|| {
			bonded(1_000);
			mint(ALICE, 100);
			let id = accepted(ALICE, 100);
			advance(9 * DAY);
			block(ALICE);
			assert_ok!(run(BOB, report(id)));
			advance(5 * DAY);
			Blocked::set(Default::default());
			assert_noop!(run(ALICE, step.clone()), Error::<Test>::NotOverdue);
			advance(DAY + 1);
			// As long as nobody says so it counts as blocked, for the recheck at most.
			assert_noop!(run(ALICE, step.clone()), Error::<Test>::NotOverdue);
			assert_ok!(run(BOB, report(id)));
			assert_eq!(Issuance::due_by(id), Some(START + 16 * DAY + 1));
			Now::set(START + 16 * DAY + 2);
			assert_ok!(run(ALICE, step));
			assert_eq!(Penalties::get(ALICE), 4);
		});
	}
}

/// An officer whom the issuer names can freeze and free a holder; that buys one period in all.
#[test]
fn who_is_freed_and_blocked_again_and_again_does_not_begin_anew() {
	wide().build_and_execute(|| {
		bonded(1_000);
		mint(ALICE, 100);
		let id = accepted(ALICE, 100);
		let again = || {
			Blocked::set(Default::default());
			assert_ok!(run(BOB, report(id)));
			block(ALICE);
			assert_ok!(run(BOB, report(id)));
		};
		block(ALICE);
		assert_ok!(run(BOB, report(id)));
		for day in [20, 29] {
			found_until(id, START + day * DAY);
			again();
			assert_noop!(run(BOB, divert(id)), Error::<Test>::NotBlockedLongEnough);
			assert_eq!(Issuance::due_by(id), Some(START + (10 + day) * DAY));
		}
		advance(DAY - 1);
		assert_noop!(run(BOB, divert(id)), Error::<Test>::NotBlockedLongEnough);
		// WHEN all of it comes to the period THEN once more puts nothing off and escrow may act at once.
		found_until(id, START + 35 * DAY);
		again();
		assert_eq!(Issuance::due_by(id), Some(START + 40 * DAY));
		assert_ok!(run(BOB, divert(id)));
	});
}

#[test]
fn without_escrow_anyone_ends_the_claim_after_the_period_and_not_a_millisecond_before() {
	for part in [0, 4] {
		wide().build_and_execute(|| {
			mint(ALICE, 100);
			let id = accepted(ALICE, 100);
			if part > 0 {
				assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, part)])));
			}
			let cancel = || run(BOB, Call::cancel_redemption { id });
			block(ALICE);
			assert_ok!(run(BOB, report(id)));
			found_until(id, START + 30 * DAY - 1);
			EscrowAccount::set(None);
			assert_noop!(cancel(), Error::<Test>::NotHolder);
			advance(1);
			EscrowAccount::set(Some(ESCROW));
			assert_noop!(cancel(), Error::<Test>::NotHolder);
			EscrowAccount::set(None);
			assert_ok!(cancel());
			// What was handed over is burned; the rest is the holder's again.
			let burned = Balance::from(part) * 10;
			assert_eq!((free(ALICE), held(ALICE)), (100 - burned, burned));
		});
	}
}

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
		Now::set(since + 30 * DAY - 1);
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
		advance(30 * DAY);
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
		advance(20 * DAY);
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

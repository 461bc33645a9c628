//! `authorize_upgrade`, `enact_upgrade`, `cancel_upgrade`.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use polkadot_sdk::{
	sp_core::H256,
	sp_runtime::{
		traits::{BlakeTwo256, Hash},
		ArithmeticError,
	},
};

const CODE: H256 = H256::repeat_byte(7);

fn enacted() -> Option<H256> {
	System::authorized_upgrade().map(|authorization| *authorization.code_hash())
}

#[test]
fn works_from_authorization_to_enactment() {
	ExtBuilder::build_and_execute(|| {
		// GIVEN the council has authorized
		assert_ok!(Consortium::authorize_upgrade(signed(SUPERMAJORITY), CODE));
		let enact_at = START + DELAY;
		assert_eq!(
			last_event(),
			Event::UpgradeAuthorized {
				code_hash: CODE,
				enact_at
			}
			.into()
		);
		assert_eq!(
			Consortium::pending_upgrade(),
			Some(PendingUpgrade {
				code_hash: CODE,
				authorized_at: START,
				authorized_in: 1,
				enact_at
			})
		);
		assert_eq!(enacted(), None);

		// WHEN anybody enacts it in the first moment after the delay, and not before
		wait_until(enact_at - 1);
		assert_noop!(
			Consortium::enact_upgrade(signed(NOBODY)),
			Error::<Test>::TooEarly
		);
		Clock::set(enact_at);
		assert_ok!(Consortium::enact_upgrade(signed(NOBODY)));

		// THEN the system pallet waits for that code, and nothing is pending
		assert_eq!(
			last_event(),
			Event::UpgradeEnacted {
				code_hash: CODE,
				by: NOBODY
			}
			.into()
		);
		assert_eq!(enacted(), Some(CODE));
		assert_eq!(Consortium::pending_upgrade(), None);
		assert_noop!(
			Consortium::enact_upgrade(signed(NOBODY)),
			Error::<Test>::NoUpgrade
		);
	});
}

#[test]
fn enact_waits_for_blocks_even_when_the_clock_leaps() {
	ExtBuilder::build_and_execute(|| {
		// GIVEN a motion that ran on a clock from before the chain stood still
		assert_ok!(Consortium::authorize_upgrade(signed(SUPERMAJORITY), CODE));
		let authorized_in = System::block_number();
		// WHEN the clock is right again THEN the blocks are still to come
		Clock::set(START + 100 * DELAY);
		let first = authorized_in + u64::from(MIN_UPGRADE_BLOCKS);
		for block in [0, authorized_in, authorized_in + 1, first - 1] {
			System::set_block_number(block);
			assert_noop!(
				Consortium::enact_upgrade(signed(NOBODY)),
				Error::<Test>::TooEarly
			);
		}
		System::set_block_number(first);
		assert_ok!(Consortium::enact_upgrade(signed(NOBODY)));
		assert_eq!(enacted(), Some(CODE));
	});
}

#[test]
fn enact_makes_the_system_pallet_wait_for_that_code_and_no_other() {
	ExtBuilder::build_and_execute(|| {
		let code = b"code".to_vec();
		let code_hash = BlakeTwo256::hash(&code);
		assert_ok!(Consortium::authorize_upgrade(
			signed(SUPERMAJORITY),
			code_hash
		));
		let apply = |code: Vec<u8>| System::apply_authorized_upgrade(signed(BOB), code);
		assert_noop!(
			apply(code.clone()),
			frame_system::Error::<Test>::NothingAuthorized
		);
		wait_until(START + DELAY);
		assert_ok!(Consortium::enact_upgrade(signed(ALICE)));
		assert_noop!(
			apply(b"other".to_vec()),
			frame_system::Error::<Test>::Unauthorized
		);
		assert_eq!(enacted(), Some(BlakeTwo256::hash(&code)));
	});
}

#[test]
fn enact_replaces_an_upgrade_that_was_not_applied() {
	ExtBuilder::build_and_execute(|| {
		for byte in [1, 2] {
			let code_hash = H256::repeat_byte(byte);
			assert_ok!(Consortium::authorize_upgrade(
				signed(SUPERMAJORITY),
				code_hash
			));
			wait_until(Clock::get() + DELAY);
			assert_ok!(Consortium::enact_upgrade(signed(ALICE)));
			assert_eq!(enacted(), Some(code_hash));
		}
	});
}

#[test]
fn authorize_fails_when_an_upgrade_is_pending() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Consortium::authorize_upgrade(signed(SUPERMAJORITY), CODE));
		for code_hash in [CODE, H256::zero()] {
			assert_noop!(
				Consortium::authorize_upgrade(signed(SUPERMAJORITY), code_hash),
				Error::<Test>::UpgradePending
			);
		}
	});
}

#[test]
fn authorize_fails_when_time_overflows() {
	ExtBuilder::build_and_execute(|| {
		Clock::set(Moment::MAX - DELAY + 1);
		assert_noop!(
			Consortium::authorize_upgrade(signed(SUPERMAJORITY), CODE),
			ArithmeticError::Overflow
		);
		Clock::set(Moment::MAX - DELAY);
		assert_ok!(Consortium::authorize_upgrade(signed(SUPERMAJORITY), CODE));
	});
}

#[test]
fn cancel_works_while_pending() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Consortium::authorize_upgrade(signed(SUPERMAJORITY), CODE));
		assert_ok!(Consortium::cancel_upgrade(signed(SUPERMAJORITY)));
		assert_eq!(
			last_event(),
			Event::UpgradeCancelled {
				code_hash: CODE,
				enacted: false
			}
			.into()
		);
		wait_until(START + DELAY);
		assert_noop!(
			Consortium::enact_upgrade(signed(ALICE)),
			Error::<Test>::NoUpgrade
		);
		assert_ok!(Consortium::authorize_upgrade(signed(SUPERMAJORITY), CODE));
	});
}

#[test]
fn cancel_works_after_enactment() {
	ExtBuilder::build_and_execute(|| {
		let code = b"code".to_vec();
		let code_hash = BlakeTwo256::hash(&code);
		assert_ok!(Consortium::authorize_upgrade(
			signed(SUPERMAJORITY),
			code_hash
		));
		wait_until(START + DELAY);
		assert_ok!(Consortium::enact_upgrade(signed(ALICE)));
		assert_ok!(Consortium::cancel_upgrade(signed(SUPERMAJORITY)));
		assert_eq!(
			last_event(),
			Event::UpgradeCancelled {
				code_hash,
				enacted: true
			}
			.into()
		);
		assert_noop!(
			System::apply_authorized_upgrade(signed(BOB), code),
			frame_system::Error::<Test>::Unauthorized
		);
		// What is taken back is not there to be taken back again.
		assert_noop!(
			Consortium::cancel_upgrade(signed(SUPERMAJORITY)),
			Error::<Test>::NoUpgrade
		);
	});
}

#[test]
fn cancel_takes_the_pending_upgrade_before_the_enacted_one() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Consortium::authorize_upgrade(signed(SUPERMAJORITY), CODE));
		wait_until(START + DELAY);
		assert_ok!(Consortium::enact_upgrade(signed(ALICE)));
		assert_ok!(Consortium::authorize_upgrade(
			signed(SUPERMAJORITY),
			H256::repeat_byte(8)
		));
		assert_ok!(Consortium::cancel_upgrade(signed(SUPERMAJORITY)));
		assert_eq!(
			(Consortium::pending_upgrade(), enacted()),
			(None, Some(CODE))
		);
	});
}

#[test]
fn cancel_fails_when_there_is_nothing() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(
			Consortium::cancel_upgrade(signed(SUPERMAJORITY)),
			Error::<Test>::NoUpgrade
		);
	});
}

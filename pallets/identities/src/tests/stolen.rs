//! Accounts that somebody else has taken: a thief of one may be the thief of others, and fills all
//! places.

use super::*;
use assay_primitives::MAX_ACCOUNTS;
use core::ops::Range;

fn propose(who: AccountId, old: AccountId, new: AccountId) -> DispatchResult {
	Identity::propose_replacement(signed(who), old, new, None)
}

fn cancel(who: AccountId) -> DispatchResult {
	Identity::cancel_replacement(signed(who), ANNA_2)
}

/// Links an account of this seed to Anna.
fn link(seed: u8) -> DispatchResult {
	let (_, account) = key(seed);
	let payload = Identity::link_payload_of(ANNA_ID, &account, Present::get());
	let Consent { expires, signature } = consent(seed, Present::get(), &payload);
	Identity::link_account(signed(ANNA), ANNA_ID, account, expires, signature)
}

/// Links as many accounts to Anna, who has two.
fn fill(seeds: Range<u8>) {
	for seed in seeds {
		assert_ok!(link(seed));
	}
}

/// The registrar has an account replaced by the account of this seed, which has signed for it.
fn replace(old: AccountId, seed: u8) -> DispatchResult {
	let (_, new) = key(seed);
	let expires = Present::get();
	let payload = Identity::replacement_payload(old.clone(), new.clone(), expires).unwrap();
	let consent = Some(consent(seed, expires, &payload));
	Identity::propose_replacement(signed(CLERK), old, new, consent)
}

#[test]
fn no_account_of_the_identity_gives_up_what_the_registrar_opened() {
	ExtBuilder::build_and_execute(|| {
		for canceller in [REGISTRAR, CLERK, COUNCIL] {
			assert_ok!(propose(CLERK, ANNA_2, MULTISIG));
			assert!(Identity::replacement(ANNA_2).unwrap().by_registrar);
			assert_noop!(cancel(ANNA), E::NotAuthorized);
			assert_noop!(cancel(ANNA_2), E::AccountReplaced);
			assert_noop!(cancel(OTHER_REGISTRAR), E::NotAuthorized);
			assert_ok!(cancel(canceller));
		}
		// What the identity opened itself, it may give up, and its registrar too.
		for canceller in [ANNA, CLERK] {
			assert_ok!(propose(ANNA, ANNA_2, MULTISIG));
			assert!(!Identity::replacement(ANNA_2).unwrap().by_registrar);
			assert_ok!(cancel(canceller));
		}
	});
}

#[test]
fn a_new_registrar_gives_up_what_the_old_one_opened() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(propose(REGISTRAR, ANNA_2, MULTISIG));
		assert_ok!(Identity::set_registrar(
			signed(COUNCIL),
			ANNA_ID,
			OTHER_REGISTRY
		));
		assert_noop!(cancel(REGISTRAR), E::NotAuthorized);
		assert_ok!(cancel(OTHER_REGISTRAR));
	});
}

#[test]
fn an_account_is_replaced_when_every_place_is_taken() {
	ExtBuilder::build_and_execute(|| {
		fill(2..16);
		assert_eq!(Identity::accounts_of(ANNA_ID).len(), MAX_ACCOUNTS as usize);
		assert_noop!(link(100), E::TooManyAccounts);
		// WHEN the registrar has one replaced THEN the new one takes its place
		set_holding(ANNA_2, true);
		assert_ok!(replace(ANNA_2, 200));
		Present::set(NOW + OBJECTION + 1);
		assert_ok!(Identity::complete_replacement(signed(BEN), ANNA_2));
		assert_eq!(Identity::active_identity_of(&key(200).1), Some(ANNA_ID));
		// and there is no place for another one, neither now nor later.
		assert_noop!(link(100), E::TooManyAccounts);
		set_holding(ANNA_2, false);
		assert_ok!(Identity::close_replacement(signed(BEN), ANNA_2));
		assert_eq!(Identity::accounts_of(ANNA_ID).len(), MAX_ACCOUNTS as usize);
		assert_noop!(link(100), E::TooManyAccounts);
		assert_ok!(Identity::unlink_account(signed(ANNA), key(2).1));
		assert_ok!(link(100));
	});
}

#[test]
fn all_accounts_are_replaced_at_a_time_and_none_beyond() {
	ExtBuilder::build_and_execute(|| {
		fill(2..16);
		let old = Identity::accounts_of(ANNA_ID);
		for (seed, account) in (200..).zip(&old) {
			assert_ok!(replace(account.clone(), seed));
			assert_eq!(
				Identity::accounts_of(ANNA_ID).len(),
				MAX_ACCOUNTS as usize,
				"none is linked before its time"
			);
		}
		Present::set(NOW + OBJECTION + 1);
		for account in &old {
			assert_ok!(Identity::complete_replacement(signed(BEN), account.clone()));
		}
		// The most links that there can be: the new ones are not replaced in their turn.
		assert!(AccountsOf::<Test>::get(ANNA_ID).is_full());
		assert_noop!(replace(key(200).1, 240), E::ReplacementOpen);
		assert_ok!(Pallet::<Test>::do_try_state());
		// What is said of the identity is said of all of them.
		assert_ok!(Identity::suspend(signed(CLERK), ANNA_ID));
		assert!(AccountsOf::<Test>::get(ANNA_ID)
			.iter()
			.all(|account| Links::<Test>::get(account).unwrap().standing == Standing::Suspended));
		assert_ok!(Identity::reinstate(signed(CLERK), ANNA_ID));
		for account in old {
			assert_ok!(Identity::close_replacement(signed(BEN), account));
		}
		assert_eq!(Identity::accounts_of(ANNA_ID).len(), MAX_ACCOUNTS as usize);
		assert_ok!(replace(key(200).1, 240));
	});
}

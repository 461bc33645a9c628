use super::*;

fn unlink(who: AccountId, account: AccountId) -> DispatchResult {
	Identity::unlink_account(signed(who), account)
}

#[test]
fn works_for_an_own_account_that_is_not_the_last() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(unlink(ANNA, ANNA_2));
		assert_eq!(Identity::accounts_of(ANNA_ID), vec![ANNA]);
		assert_eq!(Links::<Test>::get(ANNA_2), None);
		assert!(
			!System::account_exists(&ANNA_2),
			"it never signed, and leaves nothing behind"
		);
		assert_eq!(
			events(),
			vec![Event::AccountUnlinked {
				identity: ANNA_ID,
				account: ANNA_2
			}]
		);
		assert_noop!(unlink(ANNA, ANNA), E::LastAccount);
	});
}

#[test]
fn works_for_the_registrar_down_to_the_last() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(unlink(CLERK, ANNA));
		assert_ok!(unlink(REGISTRAR, ANNA_2));
		assert!(!AccountsOf::<Test>::contains_key(ANNA_ID));
	});
}

#[test]
fn fails_when_the_account_holds_anything() {
	ExtBuilder::build_and_execute(|| {
		set_holding(ANNA_2, true);
		assert_noop!(unlink(ANNA, ANNA_2), E::AccountHoldsUnits);
		assert_noop!(unlink(REGISTRAR, ANNA_2), E::AccountHoldsUnits);
		assert_ok!(unlink(ANNA_2, ANNA));
	});
}

#[test]
fn fails_when_a_replacement_is_open() {
	ExtBuilder::build_and_execute(|| {
		settle_replacement();
		for account in [ANNA_2, MULTISIG] {
			assert_noop!(unlink(REGISTRAR, account), E::ReplacementOpen);
		}
		assert_ok!(unlink(MULTISIG, ANNA));
	});
}

#[test]
fn fails_when_something_else_rests_on_the_account() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(System::inc_consumers(&ANNA_2));
		assert_noop!(unlink(ANNA, ANNA_2), E::AccountInUse);
		System::dec_consumers(&ANNA_2);
	});
}

#[test]
fn fails_when_the_signer_has_nothing_to_do_with_it() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(unlink(STRANGER, ANNA), E::NotAdmitted);
		assert_noop!(unlink(BEN, ANNA), E::NotAuthorized);
		assert_noop!(unlink(OTHER_REGISTRAR, ANNA), E::NotAuthorized);
		assert_noop!(unlink(ANNA, STRANGER), E::NotLinked);
	});
}

#[test]
fn fails_when_the_identity_is_sanctioned() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::sanction(signed(COUNCIL), ANNA_ID, Hash::zero()));
		assert_noop!(unlink(ANNA, ANNA_2), E::NotInGoodStanding);
		assert_noop!(unlink(REGISTRAR, ANNA_2), E::TargetNotInGoodStanding);
	});
}

#[test]
fn category_and_jurisdiction_are_the_registrars() {
	ExtBuilder::build_and_execute(|| {
		let category = InvestorCategory::Professional;
		assert_ok!(Identity::set_category(signed(CLERK), ANNA_ID, category));
		assert_ok!(Identity::change_jurisdiction(
			signed(REGISTRAR),
			ANNA_ID,
			276
		));
		let profile = Identity::profile(ANNA_ID).unwrap();
		assert_eq!((profile.category, profile.jurisdiction), (category, 276));
		assert_eq!(
			events(),
			vec![
				Event::CategoryChanged {
					identity: ANNA_ID,
					old: InvestorCategory::Retail,
					new: category
				},
				Event::JurisdictionChanged {
					identity: ANNA_ID,
					old: 756,
					new: 276
				},
			]
		);
		assert_noop!(
			Identity::set_category(signed(CLERK), NEXT_ID, category),
			E::NotFound
		);
		assert_noop!(
			Identity::set_category(signed(OTHER_REGISTRAR), ANNA_ID, category),
			E::NotAuthorized
		);
		assert_noop!(
			Identity::change_jurisdiction(signed(REGISTRAR), ANNA_ID, 1000),
			E::InvalidJurisdiction
		);
	});
}

#[test]
fn an_account_that_is_linked_again_keeps_its_nonce() {
	ExtBuilder::build_and_execute(|| {
		System::inc_account_nonce(ANNA_2);
		assert_ok!(unlink(ANNA, ANNA_2));
		assert!(
			System::account_exists(&ANNA_2),
			"its nonce outlives the link"
		);
		assert_ok!(Identity::propose_link(signed(ANNA), ANNA_ID, ANNA_2));
		assert_ok!(Identity::accept_link(signed(ANNA_2), ANNA_ID));
		assert_eq!(System::account_nonce(ANNA_2), 1);
	});
}

#[test]
fn fresh_keys_linked_and_unlinked_leave_nothing_behind() {
	ExtBuilder::build_and_execute(|| {
		for _ in 0..3 {
			assert_ok!(Identity::propose_link(signed(ANNA), ANNA_ID, MULTISIG));
			assert_ok!(Identity::accept_link(signed(MULTISIG), ANNA_ID));
			assert_eq!(System::providers(&MULTISIG), 1);
			assert_ok!(unlink(ANNA, MULTISIG));
			assert!(!System::account_exists(&MULTISIG));
		}
		// With ASY of its own it lives on by that.
		let before = System::providers(&BEN);
		assert_ok!(unlink(REGISTRAR, BEN));
		assert_eq!(System::providers(&BEN), before - 1);
	});
}

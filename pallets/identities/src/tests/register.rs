use super::*;
use polkadot_sdk::sp_runtime::TokenError;
use IdentityKind::{Legal, Natural};
use InvestorCategory::{Professional, Retail};

#[test]
fn works_for_a_registrar() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::register(
			signed(REGISTRAR),
			Legal,
			None,
			276,
			Professional
		));

		let record = Identities::<Test>::get(NEXT_ID).unwrap();
		assert_eq!(
			record,
			IdentityRecord::new(Legal, 276, Professional, Some(REGISTRY))
		);
		assert_eq!(NextIdentityId::<Test>::get(), NEXT_ID + 1);
		assert_eq!(held(HoldReason::IdentityDeposit, &REGISTRAR), DEPOSIT);
		assert_eq!(
			events(),
			vec![Event::IdentityRegistered {
				identity: NEXT_ID,
				registrar: REGISTRY,
				kind: Legal,
				jurisdiction: 276,
				category: Professional,
			}]
		);
	});
}

#[test]
fn works_for_a_person_who_acts_for_a_registrar() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::register(
			signed(CLERK),
			Natural,
			Some(BANK_ID),
			1,
			Retail
		));

		let record = Identities::<Test>::get(NEXT_ID).unwrap();
		assert_eq!(record.registrar, Some(REGISTRY));
		assert_eq!(
			record.profile.organisation, None,
			"the bank has not consented"
		);
		assert_eq!(held(HoldReason::IdentityDeposit, &CLERK), DEPOSIT);
		assert!(events().contains(&Event::OrganisationProposed {
			identity: NEXT_ID,
			organisation: BANK_ID,
			expires: NOW + PERIOD,
		}));
	});
}

#[test]
fn works_at_the_ends_of_the_range_of_jurisdictions() {
	ExtBuilder::build_and_execute(|| {
		for (jurisdiction, valid) in [(0, false), (1, true), (999, true), (1000, false)] {
			let result =
				Identity::register(signed(REGISTRAR), Legal, None, jurisdiction, Professional);
			let expected = if valid {
				Ok(())
			} else {
				Err(E::InvalidJurisdiction.into())
			};
			assert_eq!(result, expected, "{jurisdiction}");
		}
	});
}

#[test]
fn fails_when_the_signer_is_no_registrar() {
	ExtBuilder::build_and_execute(|| {
		let register = |who| Identity::register(signed(who), Legal, None, 276, Professional);
		assert_noop!(register(STRANGER), E::NotAdmitted);
		assert_noop!(register(ANNA), E::NotRegistrar);
		assert_ok!(Identity::suspend(signed(COUNCIL), REGISTRY));
		assert_noop!(register(REGISTRAR), E::NotInGoodStanding);
		assert_noop!(register(CLERK), E::NotInGoodStanding);
	});
}

#[test]
fn fails_when_the_organisation_is_none() {
	ExtBuilder::build_and_execute(|| {
		let register = |kind, organisation| {
			Identity::register(signed(REGISTRAR), kind, Some(organisation), 276, Retail)
		};
		assert_noop!(register(Legal, BANK_ID), E::NotNatural);
		assert_noop!(register(Natural, ANNA_ID), E::NotLegal);
		assert_noop!(register(Natural, NEXT_ID), E::NotFound);
		assert_ok!(Identity::suspend(signed(COUNCIL), BANK_ID));
		assert_noop!(register(Natural, BANK_ID), E::TargetNotInGoodStanding);
	});
}

#[test]
fn fails_when_the_deposit_is_not_there() {
	ExtBuilder::build_and_execute(|| {
		let register = || Identity::register(signed(CLERK), Legal, None, 1, Retail);
		let leave = |amount| {
			let spent = Balances::free_balance(&CLERK) - amount;
			Balances::transfer_allow_death(signed(CLERK), STRANGER, spent)
		};
		assert_ok!(leave(2 * DEPOSIT - 1));
		assert_ok!(register());
		assert_noop!(register(), TokenError::FundsUnavailable);
	});
}

#[test]
fn fails_when_the_clock_is_at_its_end() {
	ExtBuilder::build_and_execute(|| {
		Present::set(Moment::MAX);
		assert_noop!(
			Identity::register(signed(CLERK), Natural, Some(BANK_ID), 1, Retail),
			ArithmeticError::Overflow
		);
	});
}

#[test]
fn fails_when_every_number_is_used() {
	ExtBuilder::build_and_execute(|| {
		NextIdentityId::<Test>::put(IdentityId::MAX);
		assert_noop!(
			Identity::register(signed(REGISTRAR), Legal, None, 1, Retail),
			E::IdsExhausted
		);
	});
}

#[test]
fn removal_returns_everything() {
	ExtBuilder::build_and_execute(|| {
		// GIVEN a person with an account, an organisation, an open proposal and a nonce
		assert_ok!(Identity::register(
			signed(CLERK),
			Natural,
			Some(BANK_ID),
			1,
			Retail
		));
		assert_ok!(Identity::accept_organisation(signed(BANK), NEXT_ID));
		assert_ok!(Identity::propose_organisation(
			signed(CLERK),
			NEXT_ID,
			ISSUER_ID
		));
		let (pair, account) = key(1);
		let payload = Identity::link_payload_of(NEXT_ID, &account, NOW);
		let signature = polkadot_sdk::sp_core::Pair::sign(&pair, &payload).into();
		assert_ok!(Identity::link_account(
			signed(CLERK),
			NEXT_ID,
			account.clone(),
			NOW,
			signature
		));
		assert_eq!(System::providers(&account), 1);
		events();
		// WHEN another account of the registrar removes it
		assert_ok!(Identity::remove_identity(signed(REGISTRAR), NEXT_ID));
		// THEN nothing of it is left, and its number is not used again
		assert!(!Identities::<Test>::contains_key(NEXT_ID));
		assert!(!LinkNonces::<Test>::contains_key(NEXT_ID));
		assert!(!OrganisationProposals::<Test>::contains_key(NEXT_ID));
		assert_eq!(Members::<Test>::get(BANK_ID), 1, "Ben is left");
		assert!(!System::account_exists(&account), "it never signed");
		assert_eq!(held(HoldReason::IdentityDeposit, &CLERK), 0);
		assert_eq!(NextIdentityId::<Test>::get(), NEXT_ID + 1);
		assert_eq!(
			events(),
			vec![
				Event::AccountUnlinked {
					identity: NEXT_ID,
					account
				},
				Event::IdentityRemoved { identity: NEXT_ID }
			]
		);
	});
}

#[test]
fn removal_fails_when_something_rests_on_the_identity() {
	ExtBuilder::build_and_execute(|| {
		let remove = |identity| Identity::remove_identity(signed(COUNCIL), identity);
		assert_noop!(remove(NEXT_ID), E::NotFound);
		assert_noop!(remove(BANK_ID), E::HasMembers);
		assert_noop!(remove(OTHER_REGISTRY), E::IsRegistrar);
		assert_noop!(remove(ISSUER_ID), E::IsIssuer);
		set_duty(ANNA_ID, true);
		assert_noop!(remove(ANNA_ID), E::HasDuties);
		set_duty(ANNA_ID, false);
		set_frozen(ANNA_ID, true);
		assert_noop!(remove(ANNA_ID), E::IdentityHoldsUnits);
		set_frozen(ANNA_ID, false);
		for account in [ANNA, ANNA_2] {
			set_holding(account.clone(), true);
			assert_noop!(remove(ANNA_ID), E::IdentityHoldsUnits);
			set_holding(account, false);
		}
		assert_ok!(System::inc_consumers(&ANNA_2));
		assert_noop!(remove(ANNA_ID), E::AccountInUse);
		System::dec_consumers(&ANNA_2);
		assert_ok!(Identity::suspend(signed(COUNCIL), ANNA_ID));
		assert_noop!(remove(ANNA_ID), E::TargetNotInGoodStanding);
		assert_ok!(Identity::reinstate(signed(COUNCIL), ANNA_ID));
		assert_ok!(remove(ANNA_ID));
	});
}

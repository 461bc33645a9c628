use super::*;

fn organisation_of_anna() -> Option<IdentityId> {
	Identity::profile(ANNA_ID).unwrap().organisation
}

#[test]
fn both_sides_consent() {
	ExtBuilder::build_and_execute(|| {
		assert_eq!(Identity::organisation_of(ANNA_ID), Some(ANNA_ID));
		assert_ok!(Identity::propose_organisation(
			signed(CLERK),
			ANNA_ID,
			BANK_ID
		));
		assert_eq!(organisation_of_anna(), None);
		Present::set(NOW + PERIOD);
		assert_ok!(Identity::accept_organisation(signed(BANK), ANNA_ID));
		assert_eq!(Identity::organisation_of(ANNA_ID), Some(BANK_ID));
		assert_eq!(Members::<Test>::get(BANK_ID), 2);
		assert_eq!(
			events(),
			vec![
				Event::OrganisationProposed {
					identity: ANNA_ID,
					organisation: BANK_ID,
					expires: NOW + PERIOD
				},
				Event::OrganisationChanged {
					identity: ANNA_ID,
					old: None,
					new: Some(BANK_ID)
				},
			]
		);
		// Another takes its place.
		assert_ok!(Identity::propose_organisation(
			signed(CLERK),
			ANNA_ID,
			ISSUER_ID
		));
		assert_ok!(Identity::accept_organisation(signed(ISSUER), ANNA_ID));
		assert_eq!(Members::<Test>::get(BANK_ID), 1);
		assert_eq!(Members::<Test>::get(ISSUER_ID), 1);
	});
}

#[test]
fn proposing_fails_when_it_cannot_be() {
	ExtBuilder::build_and_execute(|| {
		let propose = |who, person, organisation| {
			Identity::propose_organisation(signed(who), person, organisation)
		};
		assert_noop!(propose(REGISTRAR, NEXT_ID, BANK_ID), E::NotFound);
		assert_noop!(propose(OTHER_REGISTRAR, ANNA_ID, BANK_ID), E::NotAuthorized);
		assert_noop!(propose(ANNA, ANNA_ID, BANK_ID), E::NotAuthorized);
		assert_noop!(propose(REGISTRAR, BANK_ID, ISSUER_ID), E::NotNatural);
		assert_noop!(propose(REGISTRAR, ANNA_ID, BEN_ID), E::NotLegal);
		assert_noop!(propose(REGISTRAR, ANNA_ID, NEXT_ID), E::NotFound);
		assert_noop!(propose(REGISTRAR, BEN_ID, BANK_ID), E::AlreadyActsFor);
		assert_ok!(Identity::sanction(signed(COUNCIL), ISSUER_ID, Hash::zero()));
		assert_noop!(
			propose(REGISTRAR, ANNA_ID, ISSUER_ID),
			E::TargetNotInGoodStanding
		);
	});
}

#[test]
fn accepting_fails_when_it_is_not_the_organisation_or_too_late() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(
			Identity::accept_organisation(signed(BANK), ANNA_ID),
			E::ProposalNotFound
		);
		assert_ok!(Identity::propose_organisation(
			signed(REGISTRAR),
			ANNA_ID,
			BANK_ID
		));
		// Not even a person who acts for the bank may bind it.
		assert_noop!(
			Identity::accept_organisation(signed(BEN), ANNA_ID),
			E::NotAuthorized
		);
		assert_noop!(
			Identity::accept_organisation(signed(ANNA), ANNA_ID),
			E::NotAuthorized
		);
		assert_ok!(Identity::suspend(signed(COUNCIL), BANK_ID));
		assert_noop!(
			Identity::accept_organisation(signed(BANK), ANNA_ID),
			E::NotInGoodStanding
		);
		assert_ok!(Identity::reinstate(signed(COUNCIL), BANK_ID));
		Present::set(NOW + PERIOD + 1);
		assert_noop!(
			Identity::accept_organisation(signed(BANK), ANNA_ID),
			E::ProposalExpired
		);
	});
}

#[test]
fn each_side_may_end_it() {
	for who in [BEN, BANK, REGISTRAR, CLERK] {
		ExtBuilder::build_and_execute(|| {
			assert_ok!(Identity::leave_organisation(signed(who), BEN_ID));
			assert_eq!(
				events(),
				vec![Event::OrganisationChanged {
					identity: BEN_ID,
					old: Some(BANK_ID),
					new: None
				}]
			);
			assert!(!Members::<Test>::contains_key(BANK_ID));
		});
	}
}

#[test]
fn an_organisation_ends_only_what_concerns_it() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(
			Identity::leave_organisation(signed(ANNA), ANNA_ID),
			E::NoOrganisation
		);
		assert_noop!(
			Identity::leave_organisation(signed(ISSUER), BEN_ID),
			E::NotAuthorized
		);
		assert_ok!(Identity::propose_organisation(
			signed(REGISTRAR),
			BEN_ID,
			ISSUER_ID
		));
		events();
		assert_ok!(Identity::leave_organisation(signed(ISSUER), BEN_ID));
		assert_eq!(
			events(),
			vec![Event::OrganisationProposalWithdrawn {
				identity: BEN_ID,
				organisation: ISSUER_ID
			}]
		);
		assert_eq!(Identity::organisation_of(BEN_ID), Some(BANK_ID));
		assert_ok!(Identity::propose_organisation(
			signed(REGISTRAR),
			BEN_ID,
			ISSUER_ID
		));
		assert_ok!(Identity::leave_organisation(signed(BEN), BEN_ID));
		assert!(!OrganisationProposals::<Test>::contains_key(BEN_ID));
		assert_eq!(Identity::organisation_of(BEN_ID), Some(BEN_ID));
	});
}

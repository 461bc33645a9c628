use super::*;

#[test]
fn registrars_come_and_go() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::add_registrar(signed(COUNCIL), BANK_ID));
		assert_eq!(
			Identity::registrars(),
			vec![REGISTRY, OTHER_REGISTRY, BANK_ID]
		);
		assert_ok!(Identity::remove_registrar(signed(COUNCIL), REGISTRY));
		assert_ok!(Identity::set_registrar(signed(COUNCIL), ANNA_ID, BANK_ID));
		assert_ok!(Identity::add_registrar(signed(COUNCIL), REGISTRY));
		assert_eq!(
			Identity::registrars(),
			vec![REGISTRY, OTHER_REGISTRY, BANK_ID]
		);
		assert_eq!(
			events(),
			vec![
				Event::RegistrarAdded { identity: BANK_ID },
				Event::RegistrarRemoved { identity: REGISTRY },
				Event::RegistrarChanged {
					identity: ANNA_ID,
					old: Some(REGISTRY),
					new: BANK_ID
				},
				Event::RegistrarAdded { identity: REGISTRY },
			]
		);
	});
}

#[test]
fn registrars_fail_when_the_list_says_so() {
	ExtBuilder::build_and_execute(|| {
		let add = |identity| Identity::add_registrar(signed(COUNCIL), identity);
		assert_noop!(add(REGISTRY), E::AlreadyRegistrar);
		assert_noop!(add(NEXT_ID), E::NotFound);
		assert_noop!(
			Identity::remove_registrar(signed(COUNCIL), BANK_ID),
			E::RegistrarNotFound
		);
		assert_noop!(
			Identity::set_registrar(signed(COUNCIL), ANNA_ID, BANK_ID),
			E::RegistrarNotFound
		);
		assert_noop!(
			Identity::set_registrar(signed(COUNCIL), NEXT_ID, REGISTRY),
			E::NotFound
		);
		assert_ok!(Identity::suspend(signed(COUNCIL), BANK_ID));
		assert_noop!(add(BANK_ID), E::TargetNotInGoodStanding);
		assert_ok!(Identity::reinstate(signed(COUNCIL), BANK_ID));
		for identity in NEXT_ID..NEXT_ID + MAX_REGISTRARS - 2 {
			assert_ok!(Identity::register(
				signed(OTHER_REGISTRAR),
				IdentityKind::Legal,
				None,
				1,
				InvestorCategory::Retail
			));
			assert_ok!(add(identity));
		}
		assert_noop!(add(BANK_ID), E::TooManyRegistrars);
	});
}

#[test]
fn issuers_come_and_go() {
	ExtBuilder::build_and_execute(|| {
		let topic = ClaimTopic::SanctionsClear;
		assert_ok!(Identity::approve_issuer(signed(COUNCIL), topic, BANK_ID));
		assert_noop!(
			Identity::approve_issuer(signed(COUNCIL), topic, BANK_ID),
			E::IssuerAlreadyApproved
		);
		assert_eq!(Identity::issuers().len(), 2);
		assert_ok!(Identity::revoke_issuer(signed(COUNCIL), topic, BANK_ID));
		assert_eq!(
			events(),
			vec![
				Event::IssuerApproved {
					topic,
					issuer: BANK_ID
				},
				Event::IssuerRevoked {
					topic,
					issuer: BANK_ID
				},
			]
		);
		assert_noop!(
			Identity::revoke_issuer(signed(COUNCIL), topic, BANK_ID),
			E::IssuerNotApproved
		);
		assert_noop!(
			Identity::approve_issuer(signed(COUNCIL), topic, NEXT_ID),
			E::NotFound
		);
	});
}

#[test]
fn issuers_fail_when_the_list_is_full_or_the_identity_suspended() {
	ExtBuilder::build_and_execute(|| {
		for number in 1..MAX_TRUSTED_ISSUERS {
			let topic = ClaimTopic::Custom(number);
			assert_ok!(Identity::approve_issuer(signed(COUNCIL), topic, BANK_ID));
		}
		assert_noop!(
			Identity::approve_issuer(signed(COUNCIL), ClaimTopic::Aml, BANK_ID),
			E::TooManyIssuers
		);
		assert_ok!(Identity::sanction(signed(COUNCIL), BANK_ID, Hash::zero()));
		assert_noop!(
			Identity::approve_issuer(signed(COUNCIL), ClaimTopic::Aml, BANK_ID),
			E::TargetNotInGoodStanding
		);
	});
}

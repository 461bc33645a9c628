use super::*;
use assay_primitives::MAX_CLAIMS;

const HASH: Hash = Hash::repeat_byte(3);

fn add(who: AccountId, topic: ClaimTopic, valid_until: Moment) -> DispatchResult {
	Identity::add_claim(signed(who), ANNA_ID, topic, valid_until, HASH)
}

fn has_kyc() -> bool {
	Identity::profile(ANNA_ID).unwrap().has_claim(
		ClaimTopic::Kyc,
		&[ISSUER_ID],
		&Identity::trusted_issuers(),
		Present::get(),
	)
}

#[test]
fn works_until_expiry() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(add(ISSUER, ClaimTopic::Kyc, NOW + 10));
		let claim = Claim {
			topic: ClaimTopic::Kyc,
			issuer: ISSUER_ID,
			valid_until: NOW + 10,
			data_hash: HASH,
		};
		assert_eq!(
			events(),
			vec![Event::ClaimAdded {
				identity: ANNA_ID,
				claim: claim.clone()
			}]
		);
		for (now, holds) in [(NOW, true), (NOW + 10, true), (NOW + 11, false)] {
			Present::set(now);
			assert_eq!(has_kyc(), holds, "{now}");
			assert_eq!(
				Identity::claims(ANNA_ID),
				vec![ClaimState {
					claim: claim.clone(),
					holds
				}]
			);
		}
	});
}

#[test]
fn works_for_a_person_in_the_name_of_the_organisation() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::approve_issuer(
			signed(COUNCIL),
			ClaimTopic::Aml,
			BANK_ID
		));
		assert_ok!(add(BEN, ClaimTopic::Aml, NOW + 1));
		assert_eq!(
			Identity::profile(ANNA_ID).unwrap().claims[0].issuer,
			BANK_ID
		);
		// The person's own approval comes before the organisation's.
		assert_ok!(Identity::approve_issuer(
			signed(COUNCIL),
			ClaimTopic::Aml,
			BEN_ID
		));
		assert_ok!(add(BEN, ClaimTopic::Aml, NOW + 1));
		assert_eq!(Identity::profile(ANNA_ID).unwrap().claims[1].issuer, BEN_ID);
		assert_ok!(Identity::revoke_claim(
			signed(BEN),
			ANNA_ID,
			ClaimTopic::Aml,
			BANK_ID
		));
		assert_ok!(Identity::suspend(signed(COUNCIL), BANK_ID));
		assert_noop!(add(BEN, ClaimTopic::Aml, NOW + 1), E::NotInGoodStanding);
	});
}

#[test]
fn replaces_the_claim_of_the_same_topic_and_issuer() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(add(ISSUER, ClaimTopic::Kyc, NOW + 10));
		assert_ok!(add(ISSUER, ClaimTopic::Kyc, NOW + 99));
		let claims = Identity::profile(ANNA_ID).unwrap().claims;
		assert_eq!(claims.len(), 1);
		assert_eq!(claims[0].valid_until, NOW + 99);
	});
}

#[test]
fn revocation_by_issuer_and_by_council_act_at_once() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(add(ISSUER, ClaimTopic::Kyc, NOW + 10));
		assert_ok!(Identity::revoke_issuer(
			signed(COUNCIL),
			ClaimTopic::Kyc,
			ISSUER_ID
		));
		assert!(!has_kyc());
		assert!(!Identity::claims(ANNA_ID)[0].holds);
		assert_ok!(Identity::approve_issuer(
			signed(COUNCIL),
			ClaimTopic::Kyc,
			ISSUER_ID
		));
		assert!(has_kyc());
		events();
		let revoke =
			|who, issuer| Identity::revoke_claim(signed(who), ANNA_ID, ClaimTopic::Kyc, issuer);
		assert_noop!(revoke(ANNA, ISSUER_ID), E::NotAuthorized);
		assert_noop!(revoke(BANK, BANK_ID), E::ClaimNotFound);
		assert_ok!(revoke(ISSUER, ISSUER_ID));
		assert!(!has_kyc());
		assert_eq!(
			events(),
			vec![Event::ClaimRevoked {
				identity: ANNA_ID,
				topic: ClaimTopic::Kyc,
				issuer: ISSUER_ID
			}]
		);
		assert_noop!(
			Identity::revoke_claim(signed(ISSUER), NEXT_ID, ClaimTopic::Kyc, ISSUER_ID),
			E::NotFound
		);
	});
}

#[test]
fn fails_when_the_issuer_is_not_approved_for_the_topic() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(add(STRANGER, ClaimTopic::Kyc, NOW + 1), E::NotAdmitted);
		assert_noop!(add(BANK, ClaimTopic::Kyc, NOW + 1), E::IssuerNotApproved);
		assert_noop!(add(ISSUER, ClaimTopic::Aml, NOW + 1), E::IssuerNotApproved);
		assert_noop!(
			Identity::add_claim(signed(ISSUER), NEXT_ID, ClaimTopic::Kyc, NOW + 1, HASH),
			E::NotFound
		);
	});
}

#[test]
fn fails_when_the_validity_is_over() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(add(ISSUER, ClaimTopic::Kyc, NOW), E::ClaimExpired);
		assert_ok!(add(ISSUER, ClaimTopic::Kyc, NOW + 1));
	});
}

#[test]
fn fails_when_all_places_are_taken_by_claims_that_hold() {
	ExtBuilder::build_and_execute(|| {
		for number in 0..MAX_CLAIMS {
			let topic = ClaimTopic::Custom(number);
			assert_ok!(Identity::approve_issuer(signed(COUNCIL), topic, ISSUER_ID));
			assert_ok!(add(ISSUER, topic, NOW + 10));
		}
		assert_noop!(add(ISSUER, ClaimTopic::Kyc, NOW + 99), E::TooManyClaims);
		// One of the same topic is replaced all the same.
		assert_ok!(add(ISSUER, ClaimTopic::Custom(3), NOW + 10));
		// One whose issuer lost its approval makes room.
		let topic = ClaimTopic::Custom(5);
		assert_ok!(Identity::revoke_issuer(signed(COUNCIL), topic, ISSUER_ID));
		events();
		assert_ok!(add(ISSUER, ClaimTopic::Kyc, NOW + 99));
		assert_eq!(
			events()[0],
			Event::ClaimDropped {
				identity: ANNA_ID,
				topic,
				issuer: ISSUER_ID
			}
		);
		// So does one that expired.
		assert_ok!(Identity::approve_issuer(signed(COUNCIL), topic, ISSUER_ID));
		assert_noop!(add(ISSUER, topic, NOW + 99), E::TooManyClaims);
		Present::set(NOW + 11);
		assert_ok!(add(ISSUER, topic, NOW + 99));
		assert!(has_kyc());
	});
}

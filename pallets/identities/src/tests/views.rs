use super::*;

#[test]
fn answers_about_what_is_there() {
	ExtBuilder::build_and_execute(|| {
		let record = Identity::identity(BEN_ID).unwrap();
		assert_eq!(record.profile.organisation, Some(BANK_ID));
		assert_eq!(
			Identity::identity_of(BEN),
			Some(AccountLink::new(BEN_ID, Standing::Active))
		);
		assert_eq!(Identity::registrars(), vec![REGISTRY, OTHER_REGISTRY]);
		assert_eq!(
			Identity::issuers(),
			vec![TrustedIssuer {
				topic: ClaimTopic::Kyc,
				issuer: ISSUER_ID
			}]
		);
		// The seam says the same.
		assert_eq!(
			<Identity as IdentityInspect<_>>::identity_of(&BEN),
			Some(BEN_ID)
		);
		assert_eq!(Identity::profile(BEN_ID), Some(record.profile));
		assert_eq!(
			Identity::trusted_issuers().into_inner(),
			Identity::issuers()
		);
		assert_eq!(Identity::organisation_of(BANK_ID), Some(BANK_ID));
	});
}

#[test]
fn answers_about_what_is_not() {
	ExtBuilder::build_and_execute(|| {
		assert_eq!(Identity::identity(NEXT_ID), None);
		assert_eq!(Identity::identity_of(STRANGER), None);
		assert_eq!(Identity::accounts_of(NEXT_ID), Vec::<AccountId>::new());
		assert_eq!(Identity::link_payload(NEXT_ID, ANNA, NOW), None);
		assert_eq!(Identity::claims(NEXT_ID), vec![]);
		assert_eq!(
			<Identity as IdentityInspect<_>>::identity_of(&STRANGER),
			None
		);
		assert_eq!(Identity::profile(NEXT_ID), None);
		assert_eq!(Identity::organisation_of(NEXT_ID), None);
	});
}

/// Clients that build the payload themselves rely on these bytes.
#[test]
fn the_payload_is_as_documented() {
	ExtBuilder::build_and_execute(|| {
		frame_system::BlockHash::<Test>::insert(0, Hash::repeat_byte(0xaa));
		LinkNonces::<Test>::insert(ANNA_ID, 3);
		let expected = [
			b"assay/link-account/v1".as_slice(),
			&[0xaa; 32],
			&[5, 0, 0, 0],
			&[3, 0, 0, 0],
			&[10; 32],
			&1_000_000u64.to_le_bytes(),
		]
		.concat();
		assert_eq!(
			Identity::link_payload(ANNA_ID, MULTISIG, NOW),
			Some(expected)
		);
	});
}

use super::*;
use polkadot_sdk::{sp_io::TestExternalities, sp_runtime::BuildStorage};
use std::panic::{catch_unwind, AssertUnwindSafe};

/// What building `genesis` says when it refuses.
fn refusal(genesis: GenesisConfig<Test>) -> Option<String> {
	let mut storage = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.unwrap();
	catch_unwind(AssertUnwindSafe(|| {
		genesis.assimilate_storage(&mut storage).unwrap()
	}))
	.err()
	.map(|cause| match cause.downcast::<String>() {
		Ok(text) => *text,
		Err(cause) => cause.downcast_ref::<&str>().unwrap().to_string(),
	})
}

#[test]
fn identities_are_numbered_in_order_and_alive() {
	ExtBuilder::build_and_execute(|| {
		assert_eq!(NextIdentityId::<Test>::get(), NEXT_ID);
		assert_eq!(Identity::accounts_of(ANNA_ID), vec![ANNA, ANNA_2]);
		assert_eq!(Identity::organisation_of(CLERK_ID), Some(REGISTRY));
		assert_eq!(Members::<Test>::get(REGISTRY), 1);
		assert_eq!(Identities::<Test>::get(ISSUER_ID).unwrap().registrar, None);
		assert_eq!(System::providers(&ANNA_2), 1);
		assert_eq!(System::providers(&ANNA), 2, "its ASY and its link");
		assert!(Deposits::<Test>::iter().next().is_none());
	});
}

#[test]
fn the_empty_one_is_sound() {
	assert_eq!(refusal(GenesisConfig::default()), None);
	TestExternalities::default().execute_with(|| {
		assert_ok!(Identity::do_try_state());
	});
}

#[test]
fn fails_when_the_input_is_wrong_and_says_where() {
	let cases: [(fn(&mut GenesisConfig<Test>), &str); 10] = [
		(
			|g| g.identities[3].jurisdiction = 0,
			"genesis identity 3: jurisdiction 0 is no ISO",
		),
		(
			|g| g.identities[4].organisation = Some(0),
			"identity 4: only a human being",
		),
		(
			|g| g.identities[6].organisation = Some(5),
			"identity 5 is no organisation",
		),
		(
			|g| g.identities[6].organisation = Some(7),
			"identity 7 is no organisation",
		),
		(
			|g| g.identities[6].accounts.push(ANNA),
			"genesis identity 6: account",
		),
		(
			|g| g.identities[5].accounts = (100..117).map(|byte| [byte; 32].into()).collect(),
			"genesis identity 5: more than 16 accounts",
		),
		(
			|g| g.registrars.push(0),
			"genesis registrars: one is named twice",
		),
		(
			|g| g.registrars.push(7),
			"genesis registrars: there is no identity 7",
		),
		(
			|g| g.issuers.push(g.issuers[0]),
			"genesis issuers: one is named twice",
		),
		(
			|g| g.issuers[0].issuer = 7,
			"genesis issuers: there is no identity 7",
		),
	];
	for (corrupt, expected) in cases {
		let mut genesis = genesis();
		corrupt(&mut genesis);
		let said = refusal(genesis).expect(expected);
		assert!(said.contains(expected), "{said}");
	}
}

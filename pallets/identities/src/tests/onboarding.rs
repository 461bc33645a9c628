//! Many at once, and once more when a run broke.

use super::*;
use polkadot_sdk::frame_support::BoundedVec;

type Entry = Onboarding<AccountId, MultiSignature>;

const HASH: Hash = Hash::repeat_byte(3);

fn reference(seed: u8) -> Hash {
	Hash::repeat_byte(seed)
}

fn claim(topic: ClaimTopic) -> FirstClaim {
	FirstClaim {
		topic,
		valid_until: NOW + 10,
		data_hash: HASH,
	}
}

/// An entry that the account with this seed has signed, with one claim.
fn entry(seed: u8) -> Entry {
	let (_, account) = key(seed);
	let payload = Identity::onboarding_payload(REGISTRY, reference(seed), account.clone(), NOW + 9);
	Onboarding {
		reference: reference(seed),
		kind: IdentityKind::Natural,
		jurisdiction: 756,
		category: InvestorCategory::Retail,
		account,
		consent: Some(consent(seed, NOW + 9, &payload)),
		claims: vec![claim(ClaimTopic::Kyc)].try_into().unwrap(),
	}
}

fn approve_registry() {
	for topic in [ClaimTopic::Kyc, ClaimTopic::Aml] {
		assert_ok!(Identity::approve_issuer(signed(COUNCIL), topic, REGISTRY));
	}
	events();
}

fn batch(who: AccountId, entries: Vec<Entry>) -> DispatchResult {
	Identity::register_batch(signed(who), BoundedVec::try_from(entries).unwrap())
}

/// What became of the entries: registered, skipped, failed.
fn done() -> (u32, u32, u32) {
	match events().last() {
		Some(Event::BatchDone {
			registrar: REGISTRY,
			registered,
			skipped,
			failed,
		}) => (*registered, *skipped, *failed),
		other => panic!("no batch is done: {other:?}"),
	}
}

/// Tries one entry, and says why it is refused.
#[track_caller]
fn refused(entry: Entry, reason: E) {
	let reference = entry.reference;
	let next = NextIdentityId::<Test>::get();
	let deposits = held(HoldReason::IdentityDeposit, &REGISTRAR);
	events();
	assert_ok!(batch(REGISTRAR, vec![entry]));
	let error = DispatchError::from(reason);
	let events = events();
	assert_eq!(events[0], Event::OnboardingFailed { reference, error });
	assert_eq!(events.len(), 2, "nothing of it is left");
	assert_eq!(NextIdentityId::<Test>::get(), next);
	assert_eq!(held(HoldReason::IdentityDeposit, &REGISTRAR), deposits);
}

#[test]
fn works_with_a_signature() {
	ExtBuilder::build_and_execute(|| {
		approve_registry();
		let (_, account) = key(1);
		assert_ok!(batch(CLERK, vec![entry(1)]));
		let issuer = REGISTRY;
		let (topic, valid_until, data_hash) = (ClaimTopic::Kyc, NOW + 10, HASH);
		let claim = Claim {
			topic,
			issuer,
			valid_until,
			data_hash,
		};
		let record = Identities::<Test>::get(NEXT_ID).unwrap();
		assert_eq!(record.registrar, Some(REGISTRY));
		assert_eq!(record.profile.claims.to_vec(), vec![claim.clone()]);
		assert_eq!(Identity::active_identity_of(&account), Some(NEXT_ID));
		assert_eq!(
			Identity::by_reference(REGISTRY, reference(1)),
			Some(NEXT_ID)
		);
		assert_eq!(held(HoldReason::IdentityDeposit, &CLERK), DEPOSIT);
		assert_eq!(
			events(),
			vec![
				Event::IdentityRegistered {
					identity: NEXT_ID,
					registrar: REGISTRY,
					kind: IdentityKind::Natural,
					jurisdiction: 756,
					category: InvestorCategory::Retail,
				},
				Event::ClaimAdded {
					identity: NEXT_ID,
					claim
				},
				Event::AccountLinked {
					identity: NEXT_ID,
					account
				},
				Event::Onboarded {
					reference: reference(1),
					identity: NEXT_ID
				},
				Event::BatchDone {
					registrar: REGISTRY,
					registered: 1,
					skipped: 0,
					failed: 0
				},
			]
		);
	});
}

#[test]
fn works_with_an_invitation() {
	ExtBuilder::build_and_execute(|| {
		let invited = Onboarding {
			account: MULTISIG,
			consent: None,
			claims: BoundedVec::new(),
			..entry(1)
		};
		assert_ok!(batch(REGISTRAR, vec![invited.clone()]));
		assert_eq!(held(HoldReason::LinkProposal, &REGISTRAR), PROPOSAL_DEPOSIT);
		// It is there, whether or not the account has accepted.
		assert_ok!(batch(REGISTRAR, vec![invited.clone()]));
		assert_eq!(done(), (0, 1, 0));
		Present::set(NOW + PERIOD);
		assert_ok!(batch(REGISTRAR, vec![invited.clone()]));
		assert_eq!(done(), (0, 1, 0));
		Present::set(NOW + PERIOD + 1);
		refused(invited.clone(), E::OnboardingDiffers);
		Present::set(NOW + PERIOD);
		assert_ok!(Identity::accept_link(signed(MULTISIG), NEXT_ID));
		Present::set(NOW + PERIOD + 1);
		assert_ok!(batch(REGISTRAR, vec![invited]));
		assert_eq!(done(), (0, 1, 0));
	});
}

#[test]
fn a_run_that_broke_is_repeated_whole() {
	ExtBuilder::build_and_execute(|| {
		approve_registry();
		let all: Vec<_> = (1..=5).map(entry).collect();
		assert_ok!(batch(REGISTRAR, all[..2].to_vec()));
		assert_eq!(done(), (2, 0, 0));
		let before = NextIdentityId::<Test>::get();
		assert_ok!(batch(REGISTRAR, all.clone()));
		let events_of_it = System::read_events_for_pallet::<Event<Test>>();
		assert!(events_of_it.contains(&Event::OnboardingSkipped {
			reference: reference(1),
			identity: NEXT_ID
		}));
		assert_eq!(done(), (3, 2, 0));
		assert_eq!(NextIdentityId::<Test>::get(), before + 3);
		// Once more changes nothing, not even when the signatures have expired.
		Present::set(NOW + 10);
		assert_ok!(batch(CLERK, all));
		assert_eq!(done(), (0, 5, 0));
		assert_eq!(held(HoldReason::IdentityDeposit, &REGISTRAR), 5 * DEPOSIT);
		assert_eq!(held(HoldReason::IdentityDeposit, &CLERK), 0);
	});
}

#[test]
fn one_that_is_refused_leaves_the_others_alone() {
	ExtBuilder::build_and_execute(|| {
		approve_registry();
		let wrong = Onboarding {
			jurisdiction: 0,
			..entry(2)
		};
		assert_ok!(batch(REGISTRAR, vec![entry(1), wrong, entry(3)]));
		assert_eq!(done(), (2, 0, 1));
		assert_eq!(Identity::by_reference(REGISTRY, reference(2)), None);
		assert_eq!(Links::<Test>::get(key(2).1), None);
	});
}

#[test]
fn works_with_a_hundred_and_with_none() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(batch(REGISTRAR, vec![]));
		assert_eq!(done(), (0, 0, 0));
		let entries: Vec<_> = (1..=100)
			.map(|seed| Onboarding {
				account: AccountId::new([100 + seed; 32]),
				consent: None,
				claims: BoundedVec::new(),
				..entry(seed)
			})
			.collect();
		let affordable = u32::try_from(ENDOWMENT / (DEPOSIT + PROPOSAL_DEPOSIT)).unwrap();
		assert_ok!(batch(REGISTRAR, entries.clone()));
		assert_eq!(done(), (affordable, 0, 100 - affordable));
		let too_many = [entries.clone(), entries[..1].to_vec()].concat();
		assert!(
			BoundedVec::<Entry, polkadot_sdk::sp_core::ConstU32<MAX_ONBOARDINGS>>::try_from(
				too_many
			)
			.is_err()
		);
	});
}

#[test]
fn fails_when_the_signer_is_no_registrar() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(batch(STRANGER, vec![]), E::NotAdmitted);
		assert_noop!(batch(ANNA, vec![]), E::NotRegistrar);
		assert_ok!(Identity::suspend(signed(COUNCIL), REGISTRY));
		assert_noop!(batch(CLERK, vec![]), E::NotInGoodStanding);
	});
}

#[test]
fn an_entry_fails_when_it_is_out_of_order() {
	ExtBuilder::build_and_execute(|| {
		approve_registry();
		let with_claims = |claims: Vec<FirstClaim>| Onboarding {
			claims: claims.try_into().unwrap(),
			..entry(1)
		};
		refused(
			Onboarding {
				jurisdiction: 1000,
				..entry(1)
			},
			E::InvalidJurisdiction,
		);
		refused(
			Onboarding {
				account: ANNA,
				..entry(1)
			},
			E::AlreadyLinked,
		);
		refused(
			with_claims(vec![claim(ClaimTopic::TaxResidence)]),
			E::IssuerNotApproved,
		);
		let expired = FirstClaim {
			valid_until: NOW,
			..claim(ClaimTopic::Kyc)
		};
		refused(with_claims(vec![expired]), E::ClaimExpired);
		refused(
			with_claims(vec![claim(ClaimTopic::Kyc), claim(ClaimTopic::Kyc)]),
			E::TopicTwice,
		);
		assert_ok!(batch(
			REGISTRAR,
			vec![with_claims(vec![
				claim(ClaimTopic::Kyc),
				claim(ClaimTopic::Aml)
			])]
		));
		assert_eq!(done(), (1, 0, 0));
		NextIdentityId::<Test>::put(IdentityId::MAX);
		refused(entry(2), E::IdsExhausted);
	});
}

#[test]
fn an_entry_fails_when_anything_signed_differs() {
	ExtBuilder::build_and_execute(|| {
		approve_registry();
		let (_, account) = key(1);
		let payload = |registrar, seed, account: &AccountId, expires| {
			Identity::onboarding_payload(registrar, reference(seed), account.clone(), expires)
		};
		let good = payload(REGISTRY, 1, &account, NOW + 9);
		let signed_as = |message: &[u8]| Onboarding {
			consent: Some(consent(1, NOW + 9, message)),
			..entry(1)
		};
		for message in [
			payload(OTHER_REGISTRY, 1, &account, NOW + 9),
			payload(REGISTRY, 2, &account, NOW + 9),
			payload(REGISTRY, 1, &STRANGER, NOW + 9),
			payload(REGISTRY, 1, &account, NOW + 8),
			Identity::link_payload_of(NEXT_ID, &account, NOW + 9),
		] {
			refused(signed_as(&message), E::BadSignature);
		}
		// another chain
		let genesis = frame_system::Pallet::<Test>::block_hash(0);
		frame_system::BlockHash::<Test>::insert(0, Hash::repeat_byte(7));
		refused(signed_as(&good), E::BadSignature);
		frame_system::BlockHash::<Test>::insert(0, genesis);
		Present::set(NOW + 10);
		refused(signed_as(&good), E::SignatureExpired);
		Present::set(NOW + 9);
		let wrapped = [b"<Bytes>", good.as_slice(), b"</Bytes>"].concat();
		assert_ok!(batch(REGISTRAR, vec![signed_as(&wrapped)]));
		assert_eq!(done(), (1, 0, 0));
		// The account is gone from there: what it signed does not bring it back.
		assert_ok!(Identity::unlink_account(signed(REGISTRAR), account));
		refused(signed_as(&good), E::OnboardingDiffers);
	});
}

#[test]
fn an_entry_fails_when_it_is_there_with_other_particulars() {
	ExtBuilder::build_and_execute(|| {
		approve_registry();
		assert_ok!(batch(REGISTRAR, vec![entry(1)]));
		let other_account = Onboarding {
			account: STRANGER,
			consent: None,
			..entry(1)
		};
		let other_hash = FirstClaim {
			data_hash: Hash::zero(),
			..claim(ClaimTopic::Kyc)
		};
		for changed in [
			Onboarding {
				kind: IdentityKind::Legal,
				..entry(1)
			},
			Onboarding {
				jurisdiction: 276,
				..entry(1)
			},
			Onboarding {
				category: InvestorCategory::Professional,
				..entry(1)
			},
			Onboarding {
				claims: vec![other_hash].try_into().unwrap(),
				..entry(1)
			},
			other_account,
		] {
			refused(changed, E::OnboardingDiffers);
		}
		// A claim more on chain does not make it another; a country that is pending counts.
		assert_ok!(Identity::add_claim(
			signed(ISSUER),
			NEXT_ID,
			ClaimTopic::Kyc,
			NOW + 5,
			HASH
		));
		set_frozen(NEXT_ID, true);
		assert_ok!(Identity::change_jurisdiction(
			signed(REGISTRAR),
			NEXT_ID,
			276
		));
		let moved = Onboarding {
			jurisdiction: 276,
			..entry(1)
		};
		assert_ok!(batch(REGISTRAR, vec![moved]));
		assert_eq!(done(), (0, 1, 0));
		refused(entry(1), E::OnboardingDiffers);
	});
}

#[test]
fn references_are_each_registrars_own_and_go_with_the_identity() {
	ExtBuilder::build_and_execute(|| {
		let invited = |account| Onboarding {
			account,
			consent: None,
			claims: BoundedVec::new(),
			..entry(1)
		};
		assert_ok!(batch(REGISTRAR, vec![invited(MULTISIG)]));
		assert_ok!(batch(OTHER_REGISTRAR, vec![invited(STRANGER)]));
		assert_eq!(
			Identity::by_reference(REGISTRY, reference(1)),
			Some(NEXT_ID)
		);
		assert_eq!(
			Identity::by_reference(OTHER_REGISTRY, reference(1)),
			Some(NEXT_ID + 1)
		);
		// Another registrar answers for it; the reference stays with whose it is.
		assert_ok!(Identity::set_registrar(
			signed(COUNCIL),
			NEXT_ID,
			OTHER_REGISTRY
		));
		assert_ok!(Identity::remove_identity(signed(OTHER_REGISTRAR), NEXT_ID));
		assert_eq!(Identity::by_reference(REGISTRY, reference(1)), None);
		assert!(!ReferenceOf::<Test>::contains_key(NEXT_ID));
	});
}

#[test]
fn the_payload_is_as_documented() {
	ExtBuilder::build_and_execute(|| {
		frame_system::BlockHash::<Test>::insert(0, Hash::repeat_byte(0xaa));
		let expected = [
			b"assay/onboard-account/v1".as_slice(),
			&[0xaa; 32],
			&[2, 0, 0, 0],
			&[9; 32],
			&[10; 32],
			&1_000_000u64.to_le_bytes(),
		]
		.concat();
		assert_eq!(
			Identity::onboarding_payload(OTHER_REGISTRY, reference(9), MULTISIG, NOW),
			expected
		);
	});
}

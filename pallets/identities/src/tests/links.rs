use super::*;
use polkadot_sdk::sp_core::{ecdsa, ed25519, Pair};

fn payload(identity: IdentityId, account: &AccountId, expires: Moment) -> Vec<u8> {
	Identity::link_payload(identity, account.clone(), expires).unwrap()
}

fn link(who: AccountId, account: &AccountId, expires: Moment, message: &[u8]) -> DispatchResult {
	let signature = key(1).0.sign(message).into();
	Identity::link_account(signed(who), ANNA_ID, account.clone(), expires, signature)
}

#[test]
fn works_with_a_bare_signature() {
	ExtBuilder::build_and_execute(|| {
		let (_, account) = key(1);
		let message = payload(ANNA_ID, &account, NOW);
		assert_ok!(link(ANNA, &account, NOW, &message));
		assert_eq!(
			Links::<Test>::get(&account),
			Some(AccountLink::new(ANNA_ID, Standing::Active))
		);
		assert_eq!(
			Identity::accounts_of(ANNA_ID),
			vec![ANNA, ANNA_2, account.clone()]
		);
		assert_eq!(System::providers(&account), 1, "it can sign without ASY");
		assert_eq!(
			events(),
			vec![Event::AccountLinked {
				identity: ANNA_ID,
				account
			}]
		);
	});
}

#[test]
fn works_with_a_signature_that_a_wallet_wrapped() {
	ExtBuilder::build_and_execute(|| {
		let (_, account) = key(1);
		let message = payload(ANNA_ID, &account, NOW + 5);
		let wrapped = [b"<Bytes>", message.as_slice(), b"</Bytes>"].concat();
		assert_ok!(link(ANNA_2, &account, NOW + 5, &wrapped));
	});
}

#[test]
fn works_with_every_kind_of_key() {
	ExtBuilder::build_and_execute(|| {
		let pair = ed25519::Pair::from_seed(&[1; 32]);
		let account: AccountId = pair.public().0.into();
		let signature = pair.sign(&payload(ANNA_ID, &account, NOW)).into();
		assert_ok!(Identity::link_account(
			signed(ANNA),
			ANNA_ID,
			account,
			NOW,
			signature
		));

		let pair = ecdsa::Pair::from_seed(&[1; 32]);
		let hash = polkadot_sdk::sp_io::hashing::blake2_256(pair.public().as_ref());
		let account = AccountId::new(hash);
		let signature = pair.sign(&payload(ANNA_ID, &account, NOW)).into();
		assert_ok!(Identity::link_account(
			signed(ANNA),
			ANNA_ID,
			account,
			NOW,
			signature
		));
	});
}

#[test]
fn fails_when_anything_signed_differs() {
	ExtBuilder::build_and_execute(|| {
		let (_, account) = key(1);
		let (_, other) = key(2);
		let good = payload(ANNA_ID, &account, NOW);
		// another identity, account or expiry
		for message in [
			payload(BEN_ID, &account, NOW),
			payload(ANNA_ID, &other, NOW),
			payload(ANNA_ID, &account, NOW + 1),
			[good.as_slice(), b"!"].concat(),
			good[1..].to_vec(),
			[b"<Bytes>", good.as_slice()].concat(),
		] {
			assert_noop!(link(ANNA, &account, NOW, &message), E::BadSignature);
		}
		// the wrong key
		assert_noop!(
			link(ANNA, &other, NOW, &payload(ANNA_ID, &other, NOW)),
			E::BadSignature
		);
		// another chain
		let genesis = frame_system::Pallet::<Test>::block_hash(0);
		frame_system::BlockHash::<Test>::insert(0, Hash::repeat_byte(7));
		assert_noop!(link(ANNA, &account, NOW, &good), E::BadSignature);
		frame_system::BlockHash::<Test>::insert(0, genesis);
		assert_ok!(link(ANNA, &account, NOW, &good));
	});
}

#[test]
fn fails_when_a_signature_is_used_again() {
	ExtBuilder::build_and_execute(|| {
		let (_, account) = key(1);
		let message = payload(ANNA_ID, &account, NOW);
		assert_ok!(link(ANNA, &account, NOW, &message));
		assert_noop!(link(ANNA, &account, NOW, &message), E::AlreadyLinked);
		assert_ok!(Identity::unlink_account(signed(ANNA), account.clone()));
		assert_noop!(link(ANNA, &account, NOW, &message), E::BadSignature);
	});
}

#[test]
fn fails_when_something_was_linked_since_it_was_signed() {
	ExtBuilder::build_and_execute(|| {
		let (_, account) = key(1);
		let earlier = payload(ANNA_ID, &account, NOW);
		assert_ok!(link_key(ANNA, ANNA_ID, 2));
		assert_noop!(link(ANNA, &account, NOW, &earlier), E::BadSignature);
		let later = payload(ANNA_ID, &account, NOW);
		assert_ok!(link(ANNA, &account, NOW, &later));
	});
}

#[test]
fn fails_when_it_was_signed_for_another_act() {
	ExtBuilder::build_and_execute(|| {
		let (_, account) = key(1);
		let replacement = Identity::replacement_payload_of(ANNA_ID, &ANNA_2, &account, NOW);
		let onboarding = Identity::onboarding_payload(REGISTRY, Hash::zero(), account.clone(), NOW);
		for message in [replacement, onboarding] {
			assert_noop!(link(ANNA, &account, NOW, &message), E::BadSignature);
		}
	});
}

#[test]
fn fails_when_the_signature_has_expired() {
	ExtBuilder::build_and_execute(|| {
		let (_, account) = key(1);
		let message = payload(ANNA_ID, &account, NOW);
		Present::set(NOW + 1);
		assert_noop!(link(ANNA, &account, NOW, &message), E::SignatureExpired);
		Present::set(NOW);
		assert_ok!(link(ANNA, &account, NOW, &message));
	});
}

#[test]
fn fails_when_the_submitter_or_the_identity_is_not_in_order() {
	ExtBuilder::build_and_execute(|| {
		let (_, account) = key(1);
		let message = payload(ANNA_ID, &account, NOW);
		assert_noop!(link(STRANGER, &account, NOW, &message), E::NotAdmitted);
		assert_noop!(link(BEN, &account, NOW, &message), E::NotAuthorized);
		assert_ok!(Identity::suspend(signed(REGISTRAR), ANNA_ID));
		assert_noop!(link(ANNA, &account, NOW, &message), E::NotInGoodStanding);
		assert_noop!(
			link(REGISTRAR, &account, NOW, &message),
			E::TargetNotInGoodStanding
		);
	});
}

#[test]
fn fails_when_the_identity_has_sixteen_accounts() {
	ExtBuilder::build_and_execute(|| {
		for seed in 2..MAX_ACCOUNTS as u8 {
			let (pair, account) = key(seed);
			let signature = pair.sign(&payload(ANNA_ID, &account, NOW)).into();
			assert_ok!(Identity::link_account(
				signed(ANNA),
				ANNA_ID,
				account,
				NOW,
				signature
			));
		}
		assert_eq!(Identity::accounts_of(ANNA_ID).len(), 16);
		let (_, account) = key(1);
		let message = payload(ANNA_ID, &account, NOW);
		assert_noop!(link(ANNA, &account, NOW, &message), E::TooManyAccounts);
		assert_ok!(Identity::propose_link(signed(ANNA), ANNA_ID, MULTISIG));
		assert_noop!(
			Identity::accept_link(signed(MULTISIG), ANNA_ID),
			E::TooManyAccounts
		);
	});
}

#[test]
fn an_invited_account_accepts_by_itself() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::propose_link(signed(ANNA), ANNA_ID, MULTISIG));
		assert_eq!(held(HoldReason::LinkProposal, &ANNA), PROPOSAL_DEPOSIT);
		assert_noop!(
			Identity::accept_link(signed(STRANGER), ANNA_ID),
			E::ProposalNotFound
		);
		assert_noop!(
			Identity::accept_link(signed(MULTISIG), BEN_ID),
			E::ProposalNotFound
		);
		Present::set(NOW + PERIOD);
		assert_ok!(Identity::accept_link(signed(MULTISIG), ANNA_ID));
		assert_eq!(Identity::active_identity_of(&MULTISIG), Some(ANNA_ID));
		assert_eq!(held(HoldReason::LinkProposal, &ANNA), 0);
		assert_eq!(
			events(),
			vec![
				Event::LinkProposed {
					identity: ANNA_ID,
					account: MULTISIG,
					expires: NOW + PERIOD
				},
				Event::AccountLinked {
					identity: ANNA_ID,
					account: MULTISIG
				},
			]
		);
	});
}

#[test]
fn an_invitation_cannot_be_blocked_by_another_identity() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::propose_link(signed(BEN), BEN_ID, MULTISIG));
		assert_ok!(Identity::propose_link(signed(ANNA), ANNA_ID, MULTISIG));
		assert_ok!(Identity::accept_link(signed(MULTISIG), ANNA_ID));
		assert_noop!(
			Identity::accept_link(signed(MULTISIG), BEN_ID),
			E::AlreadyLinked
		);
		// The other invitation is void, so that anybody clears it and its deposit goes home.
		assert_ok!(Identity::cancel_link_proposal(
			signed(STRANGER),
			BEN_ID,
			MULTISIG
		));
		assert_eq!(held(HoldReason::LinkProposal, &BEN), 0);
	});
}

#[test]
fn inviting_fails_when_it_is_out_of_order() {
	ExtBuilder::build_and_execute(|| {
		let invite = |who, account| Identity::propose_link(signed(who), ANNA_ID, account);
		assert_noop!(invite(STRANGER, MULTISIG), E::NotAdmitted);
		assert_noop!(invite(OTHER_REGISTRAR, MULTISIG), E::NotAuthorized);
		assert_noop!(invite(ANNA, BEN), E::AlreadyLinked);
		assert_ok!(invite(ANNA, MULTISIG));
		assert_noop!(invite(ANNA_2, MULTISIG), E::AlreadyProposed);
		assert_ok!(Identity::suspend(signed(REGISTRAR), ANNA_ID));
		assert_noop!(invite(ANNA, STRANGER), E::NotInGoodStanding);
		assert_noop!(invite(REGISTRAR, STRANGER), E::TargetNotInGoodStanding);
		assert_noop!(
			Identity::accept_link(signed(MULTISIG), ANNA_ID),
			E::TargetNotInGoodStanding
		);
		assert_ok!(Identity::reinstate(signed(REGISTRAR), ANNA_ID));
		Present::set(NOW + PERIOD + 1);
		assert_noop!(
			Identity::accept_link(signed(MULTISIG), ANNA_ID),
			E::ProposalExpired
		);
	});
}

#[test]
fn cancelling_is_for_the_parties_until_it_is_void() {
	ExtBuilder::build_and_execute(|| {
		let cancel = |who| Identity::cancel_link_proposal(signed(who), ANNA_ID, MULTISIG);
		assert_noop!(cancel(ANNA), E::ProposalNotFound);
		for party in [ANNA_2, MULTISIG, REGISTRAR, CLERK] {
			assert_ok!(Identity::propose_link(signed(ANNA), ANNA_ID, MULTISIG));
			assert_noop!(cancel(STRANGER), E::NotAdmitted);
			assert_noop!(cancel(BEN), E::NotAuthorized);
			events();
			assert_ok!(cancel(party));
			assert_eq!(
				events(),
				vec![Event::LinkProposalCancelled {
					identity: ANNA_ID,
					account: MULTISIG
				}]
			);
			assert_eq!(held(HoldReason::LinkProposal, &ANNA), 0);
		}
		assert_ok!(Identity::propose_link(signed(ANNA), ANNA_ID, MULTISIG));
		Present::set(NOW + PERIOD);
		assert_noop!(cancel(BEN), E::NotAuthorized);
		Present::set(NOW + PERIOD + 1);
		assert_ok!(cancel(BEN));
		let identity = newcomer();
		assert_ok!(Identity::propose_link(
			signed(REGISTRAR),
			identity,
			MULTISIG
		));
		assert_ok!(Identity::remove_identity(signed(REGISTRAR), identity));
		assert_noop!(
			Identity::accept_link(signed(MULTISIG), identity),
			E::NotFound
		);
		assert_ok!(Identity::cancel_link_proposal(
			signed(BEN),
			identity,
			MULTISIG
		));
		assert_eq!(held(HoldReason::LinkProposal, &REGISTRAR), 0);
	});
}

/// Links the account with this seed to `identity`.
fn link_key(who: AccountId, identity: IdentityId, seed: u8) -> DispatchResult {
	let (pair, account) = key(seed);
	let signature = pair.sign(&payload(identity, &account, NOW)).into();
	Identity::link_account(signed(who), identity, account, NOW, signature)
}

#[test]
fn a_registrar_adds_the_first_account_and_no_other() {
	ExtBuilder::build_and_execute(|| {
		let identity = newcomer();
		let invite = |who| Identity::propose_link(signed(who), identity, MULTISIG);
		for stranger in [OTHER_REGISTRAR, BEN, ISSUER] {
			assert_noop!(link_key(stranger.clone(), identity, 1), E::NotAuthorized);
			assert_noop!(invite(stranger), E::NotAuthorized);
		}
		assert_ok!(link_key(CLERK, identity, 1));
		for registrar in [REGISTRAR, CLERK, OTHER_REGISTRAR] {
			assert_noop!(link_key(registrar.clone(), identity, 2), E::NotAuthorized);
			assert_noop!(invite(registrar), E::NotAuthorized);
		}
		let (_, first) = key(1);
		assert_ok!(link_key(first.clone(), identity, 2));
		assert_eq!(Identity::accounts_of(identity), vec![first, key(2).1]);
	});
}

#[test]
fn an_invitation_by_the_registrar_lapses_with_the_first_link() {
	ExtBuilder::build_and_execute(|| {
		// GIVEN an invitation by the registrar, to an identity without accounts
		let identity = newcomer();
		assert_ok!(Identity::propose_link(
			signed(REGISTRAR),
			identity,
			MULTISIG
		));
		// WHEN another account is linked first
		assert_ok!(link_key(REGISTRAR, identity, 1));
		// THEN it is not accepted any more, and its deposit goes home
		assert_noop!(
			Identity::accept_link(signed(MULTISIG), identity),
			E::NotAuthorized
		);
		assert_ok!(Identity::cancel_link_proposal(
			signed(MULTISIG),
			identity,
			MULTISIG
		));
		assert_eq!(held(HoldReason::LinkProposal, &REGISTRAR), 0);
	});
}

#[test]
fn an_invitation_by_the_registrar_may_be_the_first_link() {
	ExtBuilder::build_and_execute(|| {
		let identity = newcomer();
		assert_ok!(Identity::propose_link(signed(CLERK), identity, MULTISIG));
		assert_ok!(Identity::accept_link(signed(MULTISIG), identity));
		assert_eq!(Identity::accounts_of(identity), vec![MULTISIG]);
	});
}

#[test]
fn a_registrar_that_unlinks_every_account_cannot_put_its_own_in_their_place() {
	ExtBuilder::build_and_execute(|| {
		for account in [ANNA, ANNA_2] {
			assert_ok!(Identity::unlink_account(signed(REGISTRAR), account));
		}
		let (_, account) = key(1);
		assert_noop!(
			Identity::propose_link(signed(REGISTRAR), ANNA_ID, account),
			E::NotAuthorized
		);
	});
}

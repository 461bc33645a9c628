//! A lost account gives way to another one of the same identity.

use super::*;
use assay_traits::AccountReplacement;
use ReplacementStage::{Contested, Open, Settling};

const CASE: Hash = Hash::repeat_byte(4);

fn propose(who: AccountId, old: AccountId, new: AccountId) -> DispatchResult {
	Identity::propose_replacement(signed(who), old, new, None)
}

fn stage(old: &AccountId) -> Option<ReplacementStage> {
	Identity::replacement(old.clone()).map(|replacement| replacement.stage)
}

fn state(account: &AccountId) -> Option<LinkState> {
	Identity::identity_of(account.clone()).map(|link| link.state)
}

/// The council decides for the new account.
fn settle() -> DispatchResult {
	Identity::settle_replacement(signed(COUNCIL), ANNA_2, CASE)
}

/// Whether the profile says that an account of Anna's is being replaced.
fn replacing() -> bool {
	Identity::profile(ANNA_ID).unwrap().replacing
}

#[test]
fn stages_go_on_and_never_back() {
	let may = [(Open, Contested), (Open, Settling), (Contested, Settling)];
	for from in ReplacementStage::ALL {
		for to in ReplacementStage::ALL {
			assert_eq!(
				from.can_become(to),
				may.contains(&(from, to)),
				"{from:?} {to:?}"
			);
		}
	}
}

#[test]
fn works_from_proposal_to_close() {
	ExtBuilder::build_and_execute(|| {
		// GIVEN an account that holds units
		set_holding(ANNA_2, true);
		// WHEN its replacement is proposed
		open_replacement();
		// THEN it is frozen at once
		let objection_until = NOW + OBJECTION;
		assert!(replacing() && Identity::is_replaced(&ANNA_2));
		assert_eq!(Identity::active_identity_of(&ANNA_2), None);
		assert_eq!(
			<Identity as IdentityInspect<_>>::identity_of(&ANNA_2),
			Some(ANNA_ID)
		);
		assert_eq!(Identity::active_identity_of(&ANNA), Some(ANNA_ID));
		assert_eq!(held(HoldReason::Replacement, &ANNA), REPLACEMENT_DEPOSIT);
		assert_eq!(
			Identity::replacement(ANNA_2),
			Some(Replacement {
				successor: MULTISIG,
				stage: Open,
				by_registrar: false,
				accepted: false,
				objection_until,
				deposit: Deposit {
					depositor: ANNA,
					amount: REPLACEMENT_DEPOSIT
				},
			})
		);
		// WHEN the new account accepts, and the time to object passes
		assert_ok!(Identity::accept_replacement(signed(MULTISIG), ANNA_2));
		assert_eq!(
			<Identity as IdentityInspect<_>>::identity_of(&MULTISIG),
			None
		);
		assert_eq!(Identity::successor(&ANNA_2), None);
		Present::set(objection_until);
		let complete = || Identity::complete_replacement(signed(STRANGER), ANNA_2);
		assert_noop!(complete(), E::ObjectionPeriodOpen);
		Present::set(objection_until + 1);
		assert_ok!(complete());
		// THEN it is linked, and the old one stays frozen while it holds anything
		assert_eq!(Identity::successor(&ANNA_2), Some(MULTISIG));
		assert_eq!(Identity::active_identity_of(&MULTISIG), Some(ANNA_ID));
		assert_eq!(Identity::active_identity_of(&ANNA_2), None);
		assert_eq!(state(&MULTISIG), Some(LinkState::Successor));
		let close = || Identity::close_replacement(signed(STRANGER), ANNA_2);
		assert_noop!(close(), E::AccountHoldsUnits);
		// WHEN it holds nothing any more
		set_holding(ANNA_2, false);
		assert_ok!(close());
		// THEN it is unlinked, and nothing of it is left
		assert!(!replacing() && !Identity::is_replaced(&ANNA_2));
		assert_eq!(Identity::accounts_of(ANNA_ID), vec![ANNA, MULTISIG]);
		assert_eq!(state(&MULTISIG), Some(LinkState::Ordinary));
		assert_eq!(held(HoldReason::Replacement, &ANNA), 0);
		let (identity, old, new) = (ANNA_ID, ANNA_2, MULTISIG);
		assert_eq!(
			events(),
			vec![
				Event::ReplacementProposed {
					identity,
					old: old.clone(),
					new: new.clone(),
					objection_until
				},
				Event::ReplacementAccepted {
					identity,
					old: old.clone(),
					new: new.clone()
				},
				Event::AccountLinked {
					identity,
					account: new.clone()
				},
				Event::ReplacementCompleted {
					identity,
					old: old.clone(),
					new: new.clone()
				},
				Event::AccountUnlinked {
					identity,
					account: old.clone()
				},
				Event::ReplacementClosed { identity, old, new },
			]
		);
	});
}

#[test]
fn works_with_a_signature_bare_or_wrapped() {
	for wrapped in [false, true] {
		ExtBuilder::build_and_execute(|| {
			let (_, new) = key(1);
			let mut payload = Identity::replacement_payload(ANNA_2, new.clone(), NOW).unwrap();
			if wrapped {
				payload = [b"<Bytes>", payload.as_slice(), b"</Bytes>"].concat();
			}
			let consent = consent(1, NOW, &payload);
			assert_ok!(Identity::propose_replacement(
				signed(REGISTRAR),
				ANNA_2,
				new.clone(),
				Some(consent)
			));
			assert!(Identity::replacement(ANNA_2).unwrap().accepted);
			assert_noop!(
				Identity::accept_replacement(signed(new), ANNA_2),
				E::AlreadyAccepted
			);
		});
	}
}

#[test]
fn fails_when_anything_signed_differs() {
	ExtBuilder::build_and_execute(|| {
		let (_, new) = key(1);
		let payload = |old, new| Identity::replacement_payload(old, new, NOW).unwrap();
		let good = payload(ANNA_2, new.clone());
		let open = |message: &[u8]| {
			let consent = Some(consent(1, NOW, message));
			Identity::propose_replacement(signed(ANNA), ANNA_2, new.clone(), consent)
		};
		for message in [
			// another old account, identity, new account or expiry; another act
			payload(ANNA, new.clone()),
			payload(BEN, new.clone()),
			payload(ANNA_2, STRANGER),
			Identity::replacement_payload(ANNA_2, new.clone(), NOW + 1).unwrap(),
			Identity::link_payload(ANNA_ID, new.clone(), NOW).unwrap(),
			good[1..].to_vec(),
		] {
			assert_noop!(open(&message), E::BadSignature);
		}
		// another chain
		let genesis = frame_system::Pallet::<Test>::block_hash(0);
		frame_system::BlockHash::<Test>::insert(0, Hash::repeat_byte(7));
		assert_noop!(open(&good), E::BadSignature);
		frame_system::BlockHash::<Test>::insert(0, genesis);
		// too late
		Present::set(NOW + 1);
		assert_noop!(open(&good), E::SignatureExpired);
		Present::set(NOW);
		assert_ok!(open(&good));
		// once more, after it was given up
		assert_ok!(Identity::cancel_replacement(signed(ANNA), ANNA_2));
		assert_noop!(open(&good), E::BadSignature);
	});
}

#[test]
fn proposing_fails_when_it_is_out_of_order() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(propose(STRANGER, ANNA_2, MULTISIG), E::NotAdmitted);
		assert_noop!(propose(ANNA, STRANGER, MULTISIG), E::NotLinked);
		for who in [ANNA_2, BEN, OTHER_REGISTRAR] {
			assert_noop!(propose(who, ANNA_2, MULTISIG), E::NotAuthorized);
		}
		for linked in [ANNA_2, ANNA, BEN] {
			assert_noop!(propose(ANNA, ANNA_2, linked), E::AlreadyLinked);
		}
		assert_ok!(propose(ANNA, ANNA_2, MULTISIG));
		assert_noop!(propose(ANNA, ANNA_2, STRANGER), E::ReplacementOpen);
		assert_noop!(propose(REGISTRAR, ANNA_2, STRANGER), E::ReplacementOpen);
		// Whom it is about takes no part.
		assert_noop!(propose(ANNA_2, ANNA, STRANGER), E::AccountReplaced);
		assert_ok!(Identity::suspend(signed(REGISTRAR), BEN_ID));
		assert_noop!(
			propose(REGISTRAR, BEN, STRANGER),
			E::TargetNotInGoodStanding
		);
		Present::set(Moment::MAX - OBJECTION + 1);
		assert_noop!(
			propose(REGISTRAR, ANNA, STRANGER),
			ArithmeticError::Overflow
		);
		Present::set(Moment::MAX - OBJECTION);
		assert_ok!(propose(REGISTRAR, ANNA, STRANGER));
	});
}

#[test]
fn a_registrar_does_not_replace_the_account_it_signs_with() {
	ExtBuilder::build_and_execute(|| {
		Identities::<Test>::mutate(REGISTRY, |slot| {
			slot.as_mut().unwrap().registrar = Some(REGISTRY);
		});
		assert_noop!(propose(REGISTRAR, REGISTRAR, MULTISIG), E::NotAuthorized);
		assert_ok!(propose(CLERK, REGISTRAR, MULTISIG));
	});
}

#[test]
fn accepting_is_for_the_new_account_once() {
	ExtBuilder::build_and_execute(|| {
		let accept = |who| Identity::accept_replacement(signed(who), ANNA_2);
		assert_noop!(accept(MULTISIG), E::ReplacementNotFound);
		open_replacement();
		assert_noop!(accept(STRANGER), E::NotSuccessor);
		Present::set(NOW + OBJECTION + 1);
		assert_noop!(
			Identity::complete_replacement(signed(ANNA), ANNA_2),
			E::NotAccepted
		);
		assert_ok!(accept(MULTISIG));
		assert_noop!(accept(MULTISIG), E::AlreadyAccepted);
		assert_ok!(Identity::complete_replacement(signed(ANNA), ANNA_2));
	});
}

#[test]
fn an_objection_leaves_it_to_the_council() {
	ExtBuilder::build_and_execute(|| {
		let object = || Identity::object_replacement(signed(ANNA_2));
		assert_noop!(object(), E::ReplacementNotFound);
		assert_noop!(settle(), E::ReplacementNotFound);
		open_replacement();
		assert_ok!(Identity::accept_replacement(signed(MULTISIG), ANNA_2));
		assert_noop!(settle(), E::NotContested);
		// Late, and still in time: nobody has completed it.
		Present::set(NOW + OBJECTION + 1);
		// Whoever is suspended may object too.
		assert_ok!(Identity::suspend(signed(REGISTRAR), ANNA_ID));
		assert_ok!(object());
		assert_ok!(Identity::reinstate(signed(REGISTRAR), ANNA_ID));
		assert_eq!(stage(&ANNA_2), Some(Contested));
		assert!(Identity::is_replaced(&ANNA_2), "it stays frozen");
		assert_noop!(object(), E::ReplacementContested);
		assert_noop!(
			Identity::complete_replacement(signed(ANNA), ANNA_2),
			E::ReplacementContested
		);
		assert_noop!(
			Identity::close_replacement(signed(ANNA), ANNA_2),
			E::NotSettling
		);
		// Neither the identity itself nor its registrar ends it now.
		for who in [ANNA, REGISTRAR, CLERK] {
			assert_noop!(
				Identity::cancel_replacement(signed(who.clone()), ANNA_2),
				E::NotAuthorized
			);
			assert_noop!(
				Identity::settle_replacement(signed(who), ANNA_2, CASE),
				DispatchError::BadOrigin
			);
		}
		for who in [ANNA_2, MULTISIG, BEN, OTHER_REGISTRAR, ISSUER, STRANGER] {
			assert_noop!(
				Identity::settle_replacement(signed(who), ANNA_2, CASE),
				DispatchError::BadOrigin
			);
		}
		events();
		assert_ok!(settle());
		assert_eq!(Identity::successor(&ANNA_2), Some(MULTISIG));
		assert_noop!(settle(), E::NotContested);
		assert_noop!(object(), E::ReplacementSettling);
		let (identity, old, new) = (ANNA_ID, ANNA_2, MULTISIG);
		assert_eq!(
			events(),
			vec![
				Event::AccountLinked {
					identity,
					account: new.clone()
				},
				Event::ReplacementCompleted {
					identity,
					old: old.clone(),
					new: new.clone()
				},
				Event::ReplacementSettled {
					old,
					new,
					case: CASE
				},
			]
		);
	});
}

#[test]
fn the_council_gives_the_new_account_the_standing_of_its_identity() {
	ExtBuilder::build_and_execute(|| {
		open_replacement();
		assert_ok!(Identity::object_replacement(signed(ANNA_2)));
		assert_noop!(settle(), E::NotAccepted);
		assert_ok!(Identity::accept_replacement(signed(MULTISIG), ANNA_2));
		assert_ok!(Identity::suspend(signed(REGISTRAR), ANNA_ID));
		assert_ok!(settle());
		assert_eq!(
			Links::<Test>::get(MULTISIG).unwrap().standing,
			Standing::Suspended
		);
		// Standing changes leave the states of links alone.
		assert_ok!(Identity::reinstate(signed(REGISTRAR), ANNA_ID));
		assert_eq!(state(&ANNA_2), Some(LinkState::Replaced));
		assert_eq!(state(&MULTISIG), Some(LinkState::Successor));
	});
}

#[test]
fn cancelling_lets_the_old_account_act_again() {
	ExtBuilder::build_and_execute(|| {
		let cancel = |who| Identity::cancel_replacement(signed(who), ANNA_2);
		assert_noop!(cancel(REGISTRAR), E::ReplacementNotFound);
		for (contested, who) in [
			(false, ANNA),
			(false, REGISTRAR),
			(false, CLERK),
			(false, COUNCIL),
			(true, COUNCIL),
		] {
			open_replacement();
			if contested {
				assert_ok!(Identity::object_replacement(signed(ANNA_2)));
			}
			assert_noop!(cancel(STRANGER), E::NotAdmitted);
			assert_noop!(cancel(ANNA_2), E::AccountReplaced);
			assert_noop!(cancel(BEN), E::NotAuthorized);
			events();
			assert_ok!(cancel(who));
			assert_eq!(
				events(),
				vec![Event::ReplacementCancelled {
					identity: ANNA_ID,
					old: ANNA_2,
					new: MULTISIG
				}]
			);
			assert!(!replacing());
			assert_eq!(Identity::active_identity_of(&ANNA_2), Some(ANNA_ID));
			assert_eq!(held(HoldReason::Replacement, &ANNA), 0);
		}
		settle_replacement();
		for who in [ANNA, REGISTRAR, COUNCIL] {
			assert_noop!(cancel(who), E::ReplacementSettling);
		}
	});
}

#[test]
fn completing_fails_when_it_is_out_of_order() {
	ExtBuilder::build_and_execute(|| {
		let complete = || Identity::complete_replacement(signed(BEN), ANNA_2);
		assert_noop!(complete(), E::ReplacementNotFound);
		open_replacement();
		assert_ok!(Identity::accept_replacement(signed(MULTISIG), ANNA_2));
		assert_noop!(
			Identity::close_replacement(signed(BEN), ANNA_2),
			E::NotSettling
		);
		Present::set(NOW + OBJECTION + 1);
		assert_ok!(Identity::suspend(signed(REGISTRAR), ANNA_ID));
		assert_noop!(complete(), E::TargetNotInGoodStanding);
		assert_ok!(Identity::reinstate(signed(REGISTRAR), ANNA_ID));
		// The new account went elsewhere meanwhile.
		assert_ok!(Identity::propose_link(signed(BEN), BEN_ID, MULTISIG));
		assert_ok!(Identity::accept_link(signed(MULTISIG), BEN_ID));
		assert_noop!(complete(), E::AlreadyLinked);
		assert_ok!(Identity::unlink_account(signed(BEN), MULTISIG));
		assert_ok!(complete());
		assert_noop!(complete(), E::ReplacementSettling);
	});
}

#[test]
fn closing_fails_when_something_rests_on_the_old_account() {
	ExtBuilder::build_and_execute(|| {
		let close = || Identity::close_replacement(signed(BEN), ANNA_2);
		assert_noop!(close(), E::ReplacementNotFound);
		settle_replacement();
		assert_ok!(System::inc_consumers(&ANNA_2));
		assert_noop!(close(), E::AccountInUse);
		System::dec_consumers(&ANNA_2);
		assert_ok!(close());
	});
}

#[test]
fn several_accounts_are_replaced_at_a_time() {
	ExtBuilder::build_and_execute(|| {
		settle_replacement();
		// The successor gives way to nobody while it takes over.
		assert_noop!(propose(ANNA, MULTISIG, STRANGER), E::ReplacementOpen);
		assert_ok!(propose(CLERK, ANNA, STRANGER));
		assert_eq!(Identity::identity(ANNA_ID).unwrap().replacements, 2);
		assert_ok!(Identity::close_replacement(signed(BEN), ANNA_2));
		assert!(replacing(), "one is still open");
		assert_noop!(
			Identity::remove_identity(signed(COUNCIL), ANNA_ID),
			E::ReplacementOpen
		);
		assert_ok!(Identity::cancel_replacement(signed(CLERK), ANNA));
		assert_ok!(Identity::remove_identity(signed(COUNCIL), ANNA_ID));
	});
}

#[test]
fn whom_is_being_replaced_acts_in_no_call() {
	ExtBuilder::build_and_execute(|| {
		// The registrar itself is being replaced.
		Identities::<Test>::mutate(REGISTRY, |slot| {
			slot.as_mut().unwrap().registrar = Some(REGISTRY);
		});
		assert_ok!(propose(CLERK, REGISTRAR, MULTISIG));
		assert_noop!(
			Identity::suspend(signed(REGISTRAR), ANNA_ID),
			E::AccountReplaced
		);
		assert_noop!(
			Identity::propose_link(signed(REGISTRAR), REGISTRY, STRANGER),
			E::AccountReplaced
		);
		// Other accounts of the organisation, and whoever acts for it, go on.
		assert_ok!(Identity::suspend(signed(CLERK), ANNA_ID));
	});
}

#[test]
fn the_payload_is_as_documented() {
	ExtBuilder::build_and_execute(|| {
		frame_system::BlockHash::<Test>::insert(0, Hash::repeat_byte(0xaa));
		LinkNonces::<Test>::insert(ANNA_ID, 3);
		let expected = [
			b"assay/replace-account/v1".as_slice(),
			&[0xaa; 32],
			&[5, 0, 0, 0],
			&[3, 0, 0, 0],
			&[7; 32],
			&[10; 32],
			&1_000_000u64.to_le_bytes(),
		]
		.concat();
		assert_eq!(
			Identity::replacement_payload(ANNA_2, MULTISIG, NOW),
			Some(expected)
		);
		assert_eq!(Identity::replacement_payload(STRANGER, MULTISIG, NOW), None);
	});
}

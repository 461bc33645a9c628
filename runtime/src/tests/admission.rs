//! Who may sign at all.

use super::{chain::*, world::*};
use crate::{Balances, Runtime, RuntimeCall};
use assay_primitives::{Hash, IdentityKind, ReasonCode, Role, ASY};
use codec::Encode;
use polkadot_sdk::{
	frame_support::traits::fungible::Mutate,
	frame_system, pallet_collective, pallet_proxy, pallet_timestamp, pallet_utility,
	sp_runtime::{
		traits::{BlakeTwo256, Hash as _},
		transaction_validity::InvalidTransaction,
	},
};

fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![] }.into()
}

#[test]
fn an_account_without_an_identity_is_refused_in_pool_and_block_and_pays_nothing() {
	execute(|| {
		Balances::set_balance(&STRANGER.account(), ASY);
		assert_eq!(pool(STRANGER, remark()), refusal(ReasonCode::NotAdmitted));
		assert_eq!(
			send(STRANGER, remark()),
			Err(InvalidTransaction::Custom(ReasonCode::NotAdmitted.code()).into())
		);
		assert_eq!(Balances::free_balance(STRANGER.account()), ASY);
	});
}

#[test]
fn linking_admits_and_unlinking_ends_it() {
	execute(|| {
		let identity = onboard(ANN, IdentityKind::Natural);
		link(ANN, BEN, identity);
		assert_eq!(pool(BEN, remark()), Ok(()));
		succeed(BEN, remark());
		succeed(
			REGISTRAR,
			pallet_identities::Call::unlink_account {
				account: BEN.account(),
			},
		);
		assert_eq!(pool(BEN, remark()), refusal(ReasonCode::NotAdmitted));
		assert_eq!(pool(ANN, remark()), Ok(()));
	});
}

#[test]
fn a_suspended_identity_keeps_what_ends_its_claims_and_nothing_else() {
	execute(|| {
		held_asset();
		succeed(
			REGISTRAR,
			pallet_identities::Call::suspend {
				identity: identity(ANN),
			},
		);
		let redemption = pallet_issuance::Call::<Runtime>::request_redemption {
			asset: GOLD,
			amount: GRAM,
			delivery: Hash::zero(),
		};
		for call in [
			remark(),
			transfer(BEN, GRAM).into(),
			// A batch would carry anything.
			pallet_utility::Call::batch {
				calls: vec![redemption.clone().into()],
			}
			.into(),
		] {
			assert_eq!(pool(ANN, call), refusal(ReasonCode::IdentitySuspended));
		}
		succeed(ANN, redemption);
		assert_eq!(units(ANN), 999 * GRAM);
		succeed(
			REGISTRAR,
			pallet_identities::Call::reinstate {
				identity: identity(ANN),
			},
		);
		assert_eq!(pool(ANN, remark()), Ok(()));
	});
}

#[test]
fn calls_that_are_not_on_offer_are_refused_before_they_cost_anything() {
	execute(|| {
		onboard(ANN, IdentityKind::Natural);
		let calls: [RuntimeCall; 4] = [
			frame_system::Call::set_heap_pages { pages: 64 }.into(),
			frame_system::Call::set_code { code: vec![] }.into(),
			frame_system::Call::set_storage { items: vec![] }.into(),
			frame_system::Call::authorize_upgrade {
				code_hash: Hash::zero(),
			}
			.into(),
		];
		for call in calls {
			assert_eq!(pool(ANN, call), refusal(ReasonCode::CallNotOffered));
		}
		let inherent: RuntimeCall = pallet_timestamp::Call::set { now: 1 }.into();
		assert!(
			!matches!(send(ANN, inherent), Ok(Ok(()))),
			"an inherent is nobody's to sign"
		);
	});
}

#[test]
fn what_would_undo_the_councils_work_is_not_on_offer() {
	execute(|| {
		let calls: [RuntimeCall; 2] = [
			polkadot_sdk::pallet_session::Call::purge_keys {}.into(),
			polkadot_sdk::pallet_membership::Call::<Runtime, crate::origins::CouncilCollective>::change_key {
				new: ANN.account().into(),
			}
			.into(),
		];
		for call in calls {
			assert_eq!(
				pool(Actor("Alice"), call),
				refusal(ReasonCode::CallNotOffered)
			);
		}
	});
}

#[test]
fn a_suspended_institution_redeems_through_its_multisig() {
	use polkadot_sdk::pallet_multisig::Call as Multisig;
	execute(|| {
		held_asset();
		let wrap = |call: RuntimeCall| Multisig::<Runtime>::as_multi_threshold_1 {
			other_signatories: vec![BEN.account()],
			call: Box::new(call),
		};
		let mut signatories = vec![ANN.account(), BEN.account()];
		signatories.sort();
		let account =
			polkadot_sdk::pallet_multisig::Pallet::<Runtime>::multi_account_id(&signatories, 1);
		let ann = identity(ANN);
		succeed(
			ANN,
			pallet_identities::Call::propose_link {
				identity: ann,
				account,
			},
		);
		let accept = pallet_identities::Call::accept_link { identity: ann };
		succeed(ANN, wrap(accept.into()));
		succeed(
			REGISTRAR,
			pallet_identities::Call::suspend { identity: ann },
		);
		let redemption = pallet_issuance::Call::<Runtime>::request_redemption {
			asset: GOLD,
			amount: GRAM,
			delivery: Hash::zero(),
		};
		assert_eq!(pool(ANN, wrap(redemption.into())), Ok(()));
		assert_eq!(
			pool(ANN, wrap(remark())),
			refusal(ReasonCode::IdentitySuspended)
		);
	});
}

#[test]
fn who_is_of_a_suspended_organisation_does_not_mint_whatever_was_granted_in_person() {
	execute(|| {
		backed_asset();
		let person = Actor("Mia");
		let minter = onboard(person, IdentityKind::Natural);
		succeed(
			REGISTRAR,
			pallet_identities::Call::propose_organisation {
				identity: minter,
				organisation: identity(MINTER),
			},
		);
		succeed(
			MINTER,
			pallet_identities::Call::accept_organisation { identity: minter },
		);
		succeed(
			ISSUER,
			pallet_asset_registry::Call::grant_role {
				asset: GOLD,
				role: Role::Minter,
				identity: minter,
				valid_until: None,
			},
		);
		succeed(person, mint(ANN, GRAM));
		succeed(
			REGISTRAR,
			pallet_identities::Call::suspend {
				identity: identity(MINTER),
			},
		);
		next_block();
		assert_eq!(
			fail(person, mint(ANN, GRAM)),
			pallet_issuance::Error::<Runtime>::NotMinter.into()
		);
		succeed(
			REGISTRAR,
			pallet_identities::Call::reinstate {
				identity: identity(MINTER),
			},
		);
		succeed(person, mint(ANN, GRAM));
	});
}

#[test]
fn a_sanctioned_council_member_does_not_vote_through_a_proxy() {
	type Council = pallet_collective::Call<Runtime, crate::origins::CouncilCollective>;
	let (member, other) = (Actor("Alice"), Actor("Bob"));
	execute(|| {
		succeed(
			member,
			pallet_proxy::Call::add_proxy {
				delegate: REGISTRAR.account().into(),
				proxy_type: crate::ProxyType::Governance,
				delay: 0,
			},
		);
		let proposal = remark();
		let hash = BlakeTwo256::hash_of(&proposal);
		let length_bound = u32::try_from(proposal.encoded_size()).expect("it is short");
		let proposal = Box::new(proposal);
		succeed(
			other,
			Council::propose {
				threshold: 2,
				proposal,
				length_bound,
			},
		);
		let vote = Council::vote {
			proposal: hash,
			index: 0,
			approve: true,
		};
		let through_proxy: RuntimeCall = pallet_proxy::Call::proxy {
			real: member.account().into(),
			force_proxy_type: None,
			call: Box::new(vote.into()),
		}
		.into();
		assert_eq!(pool(REGISTRAR, through_proxy.clone()), Ok(()));

		let case = Hash::repeat_byte(9);
		as_council(pallet_identities::Call::sanction {
			identity: identity(member),
			case,
		});
		assert_eq!(
			pool(REGISTRAR, through_proxy.clone()),
			refusal(ReasonCode::IdentitySanctioned)
		);
		// A batch hides it from nobody.
		let batch = pallet_utility::Call::batch_all {
			calls: vec![through_proxy.clone()],
		};
		assert_eq!(
			pool(REGISTRAR, batch),
			refusal(ReasonCode::IdentitySanctioned)
		);
		as_council(pallet_identities::Call::lift_sanction {
			identity: identity(member),
			case,
		});
		succeed(REGISTRAR, through_proxy);
		assert_event(crate::RuntimeEvent::Council(
			pallet_collective::Event::Voted {
				account: member.account(),
				proposal_hash: hash,
				voted: true,
				yes: 1,
				no: 0,
			},
		));
	});
}

#[test]
fn an_identity_that_others_rely_on_is_not_removed() {
	execute(|| {
		active_asset();
		let remove = |actor| pallet_identities::Call::<Runtime>::remove_identity {
			identity: identity(actor),
		};
		// The issuer, grantees, and an auditor that holds an office.
		for actor in [ISSUER, MINTER, OFFICER, ZURICH, AUDITOR] {
			assert_eq!(
				fail(REGISTRAR, remove(actor)),
				pallet_identities::Error::<Runtime>::HasDuties.into()
			);
		}
		// None of which ties it to a country.
		succeed(
			REGISTRAR,
			pallet_identities::Call::change_jurisdiction {
				identity: identity(OFFICER),
				jurisdiction: 276,
			},
		);
		// Cleo holds nothing, but her account is frozen.
		let target = pallet_compliance::FreezeTarget::Account(CLEO.account());
		let freeze = pallet_compliance::Freeze::Full;
		succeed(
			OFFICER,
			pallet_compliance::Call::freeze {
				asset: GOLD,
				target: target.clone(),
				freeze,
			},
		);
		assert_eq!(
			fail(REGISTRAR, remove(CLEO)),
			pallet_identities::Error::<Runtime>::IdentityHoldsUnits.into()
		);
		succeed(
			OFFICER,
			pallet_compliance::Call::thaw {
				asset: GOLD,
				target,
			},
		);
		succeed(REGISTRAR, remove(CLEO));
	});
}

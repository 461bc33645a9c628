//! What is left to an account that is being replaced, to a suspended identity, and to one whose
//! change of jurisdiction is not finished.

use super::{bypasses::*, chain::*, world::*};
use crate::{
	configs::safety::{ReplacedCalls, SanctionedCalls, SuspendedCalls},
	Balances, Compliance, Identities, Runtime, RuntimeCall,
};
use assay_primitives::{AccountId, Hash, Moment, ReasonCode, ASY, DAY};
use assay_traits::{IdentityInspect, PositionInspect};
use codec::Decode;
use pallet_identities::{Call as Identity, ReplacementStage};
use polkadot_sdk::{
	frame_support::traits::{fungible::Mutate, Contains, GetCallMetadata},
	sp_runtime::DispatchError,
	*,
};
use std::collections::BTreeSet;

/// Another account of Ann's, and one that takes the place of her first.
const ANNEX: Actor = Actor("Annex");
const HEIR: Actor = Actor("Heir");
const OBJECTION: Moment = 7 * DAY;

/// Ann has a second account; both she and Ben hold a kilogram.
fn world() {
	held_asset();
	link(ANN, ANNEX, identity(ANN));
	next_block();
}

/// Ann's first account is being replaced from now on.
fn replace() {
	succeed(
		ANNEX,
		Identity::propose_replacement {
			old: ANN.account(),
			new: HEIR.account(),
			consent: None,
		},
	);
}

/// The successor signs that somebody controls it: it is linked to nothing, so that another carries
/// its signature.
fn replace_with_consent() {
	let expires = now() + DAY;
	let payload = Identities::replacement_payload(ANN.account(), HEIR.account(), expires)
		.expect("Ann is linked");
	let signature = HEIR.sign(&payload);
	succeed(
		REGISTRAR,
		Identity::propose_replacement {
			old: ANN.account(),
			new: HEIR.account(),
			consent: Some(pallet_identities::Consent { expires, signature }),
		},
	);
}

fn objection() -> RuntimeCall {
	Identity::<Runtime>::object_replacement {}.into()
}

fn guarded(to: Actor) -> RuntimeCall {
	pallet_compliance::Call::transfer {
		asset: GOLD,
		to: target(to),
		amount: GRAM,
		reference: None,
	}
	.into()
}

fn redemption() -> RuntimeCall {
	pallet_issuance::Call::request_redemption {
		asset: GOLD,
		amount: GRAM,
		delivery: Hash::zero(),
	}
	.into()
}

/// What a thief would try with the key.
fn attempts() -> Vec<RuntimeCall> {
	let remark = || RuntimeCall::from(frame_system::Call::remark { remark: vec![] });
	vec![
		remark(),
		transfer(BEN, GRAM).into(),
		guarded(BEN),
		redemption(),
		pallet_assets::Call::approve_transfer {
			id: GOLD.into(),
			delegate: target(BEN),
			amount: GRAM,
		}
		.into(),
		pallet_balances::Call::transfer_allow_death {
			dest: target(BEN),
			value: ASY,
		}
		.into(),
		pallet_utility::Call::batch_all {
			calls: vec![objection()],
		}
		.into(),
		pallet_multisig::Call::as_multi_threshold_1 {
			other_signatories: vec![BEN.account()],
			call: Box::new(objection()),
		}
		.into(),
		pallet_proxy::Call::add_proxy {
			delegate: target(BEN),
			proxy_type: crate::ProxyType::Any,
			delay: 0,
		}
		.into(),
		Identity::propose_replacement {
			old: ANNEX.account(),
			new: CLEO.account(),
			consent: None,
		}
		.into(),
		Identity::cancel_replacement { old: ANN.account() }.into(),
		Identity::unlink_account {
			account: ANNEX.account(),
		}
		.into(),
	]
}

/// `call` in the name of Ann.
fn in_anns_name(call: RuntimeCall) -> RuntimeCall {
	pallet_proxy::Call::proxy {
		real: target(ANN),
		force_proxy_type: None,
		call: Box::new(call),
	}
	.into()
}

#[test]
fn a_replaced_account_signs_nothing_but_its_objection() {
	execute(|| {
		world();
		replace();
		for call in attempts() {
			assert_eq!(
				pool(ANN, call.clone()),
				refusal(ReasonCode::SenderReplaced),
				"{call:?}"
			);
			assert!(send(ANN, call).is_err(), "it is in no block");
		}
		assert_eq!((units(ANN), units(BEN)), (1_000 * GRAM, 1_000 * GRAM));
		assert_eq!(pool(ANN, objection()), Ok(()));
		succeed(ANN, objection());
		for call in attempts() {
			assert_eq!(pool(ANN, call), refusal(ReasonCode::SenderReplaced));
		}
		// The other account of the identity goes on.
		succeed(ANNEX, frame_system::Call::remark { remark: vec![1] });
	});
}

#[test]
fn a_proxy_does_nothing_for_a_replaced_account_but_object() {
	execute(|| {
		world();
		succeed(
			ANN,
			pallet_proxy::Call::add_proxy {
				delegate: target(BEN),
				proxy_type: crate::ProxyType::Any,
				delay: 0,
			},
		);
		succeed(BEN, in_anns_name(guarded(BEN)));
		replace();
		for call in attempts() {
			let through_ben = in_anns_name(call);
			assert_eq!(
				pool(BEN, through_ben.clone()),
				refusal(ReasonCode::SenderReplaced)
			);
			// A batch hides it from nobody.
			let batch = pallet_utility::Call::batch_all {
				calls: vec![through_ben],
			};
			assert_eq!(pool(BEN, batch), refusal(ReasonCode::SenderReplaced));
		}
		assert_eq!(units(ANN), 999 * GRAM);
		succeed(BEN, in_anns_name(objection()));
		let stage = Identities::replacement(ANN.account()).map(|replacement| replacement.stage);
		assert_eq!(stage, Some(ReplacementStage::Contested));
	});
}

#[test]
fn an_approval_given_earlier_does_not_move_what_a_replaced_account_holds() {
	execute(|| {
		world();
		succeed(
			ANN,
			pallet_assets::Call::approve_transfer {
				id: GOLD.into(),
				delegate: target(BEN),
				amount: 10 * GRAM,
			},
		);
		let spend: RuntimeCall = pallet_assets::Call::transfer_approved {
			id: GOLD.into(),
			owner: target(ANN),
			destination: target(BEN),
			amount: GRAM,
		}
		.into();
		succeed(BEN, spend.clone());
		replace();
		assert_eq!(
			pool(BEN, spend.clone()),
			refusal(ReasonCode::SenderReplaced)
		);
		assert_eq!(fail(BEN, spend), filtered());
		let spend = pallet_compliance::Call::transfer_from {
			asset: GOLD,
			from: target(ANN),
			to: target(BEN),
			amount: GRAM,
			reference: None,
		};
		assert_eq!(fail(BEN, spend), refused(ReasonCode::SenderReplaced));
		assert_eq!(units(ANN), 999 * GRAM);
	});
}

#[test]
fn a_multisig_that_is_being_replaced_moves_and_redeems_nothing() {
	execute(|| {
		world();
		let mut signatories = vec![BEN.account(), CLEO.account()];
		signatories.sort();
		let multisig = pallet_multisig::Pallet::<Runtime>::multi_account_id(&signatories, 1);
		let through_ben =
			|call: RuntimeCall| pallet_multisig::Call::<Runtime>::as_multi_threshold_1 {
				other_signatories: vec![CLEO.account()],
				call: Box::new(call),
			};
		let account = multisig.clone();
		let ann = identity(ANN);
		succeed(
			ANN,
			Identity::propose_link {
				identity: ann,
				account,
			},
		);
		succeed(
			BEN,
			through_ben(Identity::accept_link { identity: ann }.into()),
		);
		let to: AccountId = multisig.clone();
		succeed(
			ANN,
			pallet_compliance::Call::transfer {
				asset: GOLD,
				to: to.into(),
				amount: 10 * GRAM,
				reference: None,
			},
		);
		succeed(BEN, through_ben(guarded(BEN)));
		succeed(
			ANN,
			Identity::propose_replacement {
				old: multisig.clone(),
				new: HEIR.account(),
				consent: None,
			},
		);
		let acting = Identity::cancel_replacement {
			old: multisig.clone(),
		};
		for call in [guarded(BEN), redemption(), acting.into()] {
			let through_ben = through_ben(call);
			assert_eq!(
				pool(BEN, through_ben.clone()),
				refusal(ReasonCode::SenderReplaced)
			);
			assert!(send(BEN, through_ben).is_err(), "it is in no block");
		}
		succeed(BEN, through_ben(objection()));
	});
}

#[test]
fn a_lost_account_is_replaced_with_all_that_it_holds() {
	execute(|| {
		world();
		let ann = identity(ANN);
		let figures = || {
			(
				<Compliance as PositionInspect>::position(GOLD, ann),
				<Compliance as PositionInspect>::holders(GOLD),
			)
		};
		let before = figures();
		let move_units = || pallet_compliance::Call::<Runtime>::move_replaced {
			asset: GOLD,
			old: target(ANN),
		};
		let complete = || Identity::<Runtime>::complete_replacement { old: ANN.account() };
		let close = || Identity::<Runtime>::close_replacement { old: ANN.account() };
		replace_with_consent();
		let until = now() + OBJECTION;
		// Nothing is moved before the time for objections has passed.
		next_block_at(until);
		assert_eq!(
			fail(BEN, complete()),
			pallet_identities::Error::<Runtime>::ObjectionPeriodOpen.into()
		);
		assert_eq!(
			fail(BEN, move_units()),
			pallet_compliance::Error::<Runtime>::NotReplaced.into()
		);
		next_block_at(until + crate::parameters::SLOT_DURATION);
		succeed(BEN, complete());
		assert_eq!(
			fail(BEN, close()),
			pallet_identities::Error::<Runtime>::AccountHoldsUnits.into()
		);
		// Anybody moves the units over; the identity holds as many as before.
		succeed(BEN, move_units());
		assert_eq!((units(ANN), units(HEIR)), (0, 1_000 * GRAM));
		succeed(BEN, close());
		assert_eq!(figures(), before);
		assert_eq!(pool(ANN, objection()), refusal(ReasonCode::NotAdmitted));
		// The successor is an account as any other.
		Balances::set_balance(&HEIR.account(), 10 * ASY);
		succeed(HEIR, transfer(BEN, GRAM));
		assert_eq!(
			<Identities as IdentityInspect<_>>::identity_of(&HEIR.account()),
			Some(ann)
		);
	});
}

#[test]
fn a_replacement_that_is_given_up_leaves_everything_as_it_was() {
	execute(|| {
		world();
		replace();
		succeed(ANN, objection());
		let cancel = || Identity::<Runtime>::cancel_replacement { old: ANN.account() };
		// Nobody wears an objection out by proposing again.
		for actor in [ANNEX, REGISTRAR] {
			assert_eq!(
				fail(actor, cancel()),
				pallet_identities::Error::<Runtime>::NotAuthorized.into()
			);
		}
		as_council(cancel());
		succeed(ANN, transfer(BEN, GRAM));
	});
}

#[test]
fn the_council_alone_settles_a_contest() {
	execute(|| {
		world();
		replace_with_consent();
		succeed(ANN, objection());
		let settle = || Identity::<Runtime>::settle_replacement {
			old: ANN.account(),
			case: Hash::repeat_byte(6),
		};
		for actor in [ANNEX, REGISTRAR, OFFICER, ISSUER] {
			assert_eq!(fail(actor, settle()), DispatchError::BadOrigin);
		}
		as_council(settle());
		let stage = Identities::replacement(ANN.account()).map(|replacement| replacement.stage);
		assert_eq!(stage, Some(ReplacementStage::Settling));
		succeed(
			BEN,
			pallet_compliance::Call::move_replaced {
				asset: GOLD,
				old: target(ANN),
			},
		);
		assert_eq!((units(ANN), units(HEIR)), (0, 1_000 * GRAM));
	});
}

#[test]
fn a_change_of_jurisdiction_locks_a_holder_until_it_is_reseated() {
	execute(|| {
		world();
		let ann = identity(ANN);
		succeed(
			REGISTRAR,
			Identity::change_jurisdiction {
				identity: ann,
				jurisdiction: 276,
			},
		);
		assert_eq!(
			pool(ANN, transfer(BEN, GRAM)),
			refusal(ReasonCode::SenderLocked)
		);
		assert_eq!(
			pool(BEN, transfer(ANN, GRAM)),
			refusal(ReasonCode::ReceiverLocked)
		);
		succeed(ANN, redemption());
		let reseat = pallet_compliance::Call::reseat {
			identity: ann,
			assets: vec![GOLD].try_into().expect("fewer than a page"),
		};
		succeed(BEN, reseat);
		let profile = Identities::profile(ann).expect("she is known");
		assert_eq!(
			(profile.jurisdiction, profile.pending_jurisdiction),
			(276, None)
		);
		succeed(ANN, transfer(BEN, GRAM));
		succeed(BEN, transfer(ANN, GRAM));
	});
}

/// A call of each kind, with arguments that are all zeros.
pub fn every_call() -> Vec<RuntimeCall> {
	let calls: Vec<_> = (0..=u8::MAX)
		.flat_map(|pallet| (0..=u8::MAX).map(move |call| (pallet, call)))
		.filter_map(|(pallet, call)| {
			let mut bytes = vec![0; 4_096];
			bytes[..2].copy_from_slice(&[pallet, call]);
			RuntimeCall::decode(&mut bytes.as_slice()).ok()
		})
		.collect();
	let there: BTreeSet<_> = calls.iter().map(name).collect();
	for pallet in RuntimeCall::get_module_names() {
		for call in RuntimeCall::get_call_names(pallet) {
			assert!(there.contains(&(*pallet, *call)), "{pallet}.{call}");
		}
	}
	calls
}

/// The call's pallet and its own name.
pub fn name(call: &RuntimeCall) -> (&'static str, &'static str) {
	let metadata = call.get_call_metadata();
	(metadata.pallet_name, metadata.function_name)
}

/// The names of the calls that a list contains.
fn contained<List: Contains<RuntimeCall>>() -> Vec<(&'static str, &'static str)> {
	every_call()
		.iter()
		.filter(|call| List::contains(call))
		.map(name)
		.collect()
}

#[test]
fn each_standing_keeps_exactly_the_calls_that_it_should() {
	assert_eq!(
		contained::<SuspendedCalls>(),
		[
			("Identities", "object_replacement"),
			("Council", "vote"),
			("Multisig", "cancel_as_multi"),
			("AssetRegistry", "object_to_terms"),
			("Dockets", "answer"),
			("Issuance", "request_redemption"),
			("Issuance", "cancel_redemption"),
			("Issuance", "burn_redemption"),
			("Issuance", "breach_redemption"),
			("Issuance", "confirm_cash"),
		]
	);
	assert_eq!(
		contained::<ReplacedCalls>(),
		[("Identities", "object_replacement")]
	);
	assert!(contained::<SanctionedCalls>().is_empty());
}

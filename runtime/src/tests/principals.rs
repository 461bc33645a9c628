//! In whose name a transaction acts: whoever may not sign a call has nobody else make it for it, by
//! whatever the call is wrapped in.

use super::{chain::*, world::*};
use crate::{configs::carriers::Carriers, Balances, ProxyType, Runtime, RuntimeCall};
use assay_primitives::{AccountId, Hash, ReasonCode, ASY};
use pallet_identities::{Call as Identity, CarriedCalls, MAX_CARRIED, MAX_PRINCIPALS};
use polkadot_sdk::{
	frame_support::{
		traits::{fungible::Mutate, GetCallMetadata},
		weights::Weight,
	},
	frame_system, pallet_balances, pallet_multisig, pallet_proxy, pallet_utility,
};
use scale_info::{form::PortableForm, MetaType, PortableRegistry, Registry, TypeDef};
use std::collections::BTreeSet;

type Utility = pallet_utility::Call<Runtime>;
type Multisig = pallet_multisig::Call<Runtime>;
type Proxy = pallet_proxy::Call<Runtime>;

fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![] }.into()
}

/// The account for which one of these two signs, or both do.
fn joint(threshold: u16) -> AccountId {
	let mut signatories = [BEN.account(), CLEO.account()];
	signatories.sort();
	pallet_multisig::Pallet::<Runtime>::multi_account_id(&signatories, threshold)
}

/// By Ben, for the account for which one of the two signs.
fn by_one(call: RuntimeCall) -> RuntimeCall {
	Multisig::as_multi_threshold_1 {
		other_signatories: vec![CLEO.account()],
		call: Box::new(call),
	}
	.into()
}

/// By Ben or, for what both sign, by Cleo.
fn by_both(by: Actor, call: RuntimeCall) -> RuntimeCall {
	let other = if by == BEN { CLEO } else { BEN };
	Multisig::as_multi {
		threshold: 2,
		other_signatories: vec![other.account()],
		maybe_timepoint: None,
		call: Box::new(call),
		max_weight: Weight::from_parts(10_000_000_000, 0),
	}
	.into()
}

fn proxied(real: AccountId, call: RuntimeCall) -> RuntimeCall {
	Proxy::proxy {
		real: real.into(),
		force_proxy_type: None,
		call: Box::new(call),
	}
	.into()
}

fn derived(call: RuntimeCall) -> RuntimeCall {
	Utility::as_derivative {
		index: 3,
		call: Box::new(call),
	}
	.into()
}

/// Every way to hide a call within another, by the same signer.
fn hidden(call: &RuntimeCall) -> Vec<RuntimeCall> {
	let (calls, boxed) = (|| vec![remark(), call.clone()], || Box::new(call.clone()));
	vec![
		call.clone(),
		Utility::batch { calls: calls() }.into(),
		Utility::batch_all { calls: calls() }.into(),
		Utility::force_batch { calls: calls() }.into(),
		Utility::if_else {
			main: Box::new(remark()),
			fallback: boxed(),
		}
		.into(),
		Utility::if_else {
			main: boxed(),
			fallback: Box::new(remark()),
		}
		.into(),
		Utility::batch_all {
			calls: vec![Utility::force_batch { calls: calls() }.into()],
		}
		.into(),
	]
}

/// Gold is held, and the accounts that follow from Ben's and Cleo's belong to Ann's identity: both
/// multisigs, an account derived of Ben's, and one that Ben is a proxy of.
fn world() {
	held_asset();
	let ann = identity(ANN);
	let by_ben = pallet_utility::derivative_account_id(BEN.account(), 3);
	for account in [joint(1), joint(2), by_ben.clone()] {
		Balances::set_balance(&account, 100 * ASY);
		succeed(
			ANN,
			Identity::propose_link {
				identity: ann,
				account,
			},
		);
	}
	let accept: RuntimeCall = Identity::accept_link { identity: ann }.into();
	succeed(BEN, by_one(accept.clone()));
	succeed(BEN, derived(accept.clone()));
	succeed(BEN, by_both(BEN, accept.clone()));
	let timepoint = pallet_multisig::Timepoint {
		height: crate::System::block_number(),
		index: crate::System::extrinsic_index().expect("within a block") - 1,
	};
	succeed(
		CLEO,
		Multisig::as_multi {
			threshold: 2,
			other_signatories: vec![BEN.account()],
			maybe_timepoint: Some(timepoint),
			call: Box::new(accept),
			max_weight: Weight::from_parts(10_000_000_000, 0),
		},
	);
	for account in [joint(1), joint(2), by_ben] {
		assert!(crate::Identities::identity_of(account).is_some());
	}
	succeed(
		ANN,
		Proxy::add_proxy {
			delegate: BEN.account().into(),
			proxy_type: ProxyType::Any,
			delay: 0,
		},
	);
	next_block();
}

/// A call in the name of each account of Ann's identity through which Ben acts.
fn through_ben(call: RuntimeCall) -> Vec<(&'static str, RuntimeCall)> {
	vec![
		("a multisig of one", by_one(call.clone())),
		("a multisig of both", by_both(BEN, call.clone())),
		("a derived account", derived(call.clone())),
		("a proxy", proxied(ANN.account(), call.clone())),
		(
			"an announced proxy",
			Proxy::proxy_announced {
				delegate: BEN.account().into(),
				real: ANN.account().into(),
				force_proxy_type: None,
				call: Box::new(call),
			}
			.into(),
		),
	]
}

/// What the ledger of this chain's own money and its council are to be spared.
fn attempts() -> Vec<RuntimeCall> {
	vec![
		remark(),
		pallet_balances::Call::transfer_allow_death {
			dest: BEN.account().into(),
			value: ASY,
		}
		.into(),
		polkadot_sdk::pallet_collective::Call::<Runtime, crate::origins::CouncilCollective>::vote {
			proposal: Hash::zero(),
			index: 0,
			approve: true,
		}
		.into(),
	]
}

fn assert_refused(reason: ReasonCode, calls: Vec<RuntimeCall>) {
	for call in calls {
		for (how, call) in through_ben(call) {
			for call in hidden(&call) {
				assert_eq!(pool(BEN, call.clone()), refusal(reason), "{how}: {call:?}");
				assert!(send(BEN, call).is_err(), "{how}: it is in no block");
			}
		}
	}
}

#[test]
fn a_sanctioned_identity_acts_through_none_of_its_accounts() {
	execute(|| {
		world();
		for (how, call) in through_ben(remark()) {
			for call in hidden(&call) {
				assert_eq!(pool(BEN, call), Ok(()), "{how}");
			}
		}
		let before = Balances::free_balance(joint(1));
		as_council(Identity::sanction {
			identity: identity(ANN),
			case: Hash::repeat_byte(1),
		});
		// Those who sign are in good standing, and act in their own names.
		assert_eq!(pool(BEN, remark()), Ok(()));
		assert_refused(ReasonCode::IdentitySanctioned, attempts());
		assert_eq!(Balances::free_balance(joint(1)), before);
	});
}

#[test]
fn a_suspended_identity_keeps_through_its_accounts_what_it_keeps_itself() {
	execute(|| {
		world();
		succeed(
			REGISTRAR,
			Identity::suspend {
				identity: identity(ANN),
			},
		);
		assert_refused(
			ReasonCode::IdentitySuspended,
			attempts().into_iter().take(2).collect(),
		);
		let redemption: RuntimeCall = pallet_issuance::Call::request_redemption {
			asset: GOLD,
			amount: GRAM,
			delivery: Hash::zero(),
		}
		.into();
		for (how, call) in through_ben(redemption) {
			for call in hidden(&call) {
				assert_eq!(pool(BEN, call), Ok(()), "{how}");
			}
		}
	});
}

#[test]
fn a_replaced_multisig_does_nothing_but_object() {
	execute(|| {
		world();
		succeed(
			ANN,
			Identity::propose_replacement {
				old: joint(1),
				new: Actor("Heir").account(),
				consent: None,
			},
		);
		for call in attempts() {
			for call in hidden(&by_one(call)) {
				assert_eq!(pool(BEN, call), refusal(ReasonCode::SenderReplaced));
			}
		}
		succeed(
			BEN,
			by_one(Identity::<Runtime>::object_replacement {}.into()),
		);
	});
}

#[test]
fn what_is_linked_to_nothing_is_linked_and_does_nothing_else() {
	execute(|| {
		held_asset();
		let pure =
			pallet_proxy::Pallet::<Runtime>::pure_account(&BEN.account(), &ProxyType::Any, 0, None);
		succeed(
			BEN,
			Proxy::create_pure {
				proxy_type: ProxyType::Any,
				delay: 0,
				index: 0,
			},
		);
		for account in [joint(1), joint(2), pure.clone()] {
			Balances::set_balance(&account, 100 * ASY);
		}
		let in_no_ones_name = |call: RuntimeCall| {
			[
				by_one(call.clone()),
				by_both(BEN, call.clone()),
				derived(call.clone()),
				proxied(pure.clone(), call),
			]
		};
		for call in attempts() {
			for call in in_no_ones_name(call) {
				for call in hidden(&call) {
					assert_eq!(pool(BEN, call), refusal(ReasonCode::NotAdmitted));
				}
			}
		}
		let links: [RuntimeCall; 3] = [
			Identity::accept_link { identity: 0 }.into(),
			Identity::accept_replacement { old: ANN.account() }.into(),
			Identity::cancel_link_proposal {
				identity: 0,
				account: ANN.account(),
			}
			.into(),
		];
		for call in links {
			for call in in_no_ones_name(call.clone()) {
				assert_eq!(pool(BEN, call), Ok(()));
			}
			// It carries nothing for others.
			for call in in_no_ones_name(proxied(ANN.account(), call)) {
				assert_eq!(pool(BEN, call), refusal(ReasonCode::NotAdmitted));
			}
		}
		// WHEN the pure proxy is linked THEN it acts as its identity.
		let ben = identity(BEN);
		succeed(
			BEN,
			Identity::propose_link {
				identity: ben,
				account: pure.clone(),
			},
		);
		let accept = Identity::accept_link { identity: ben };
		succeed(BEN, proxied(pure.clone(), accept.into()));
		succeed(BEN, proxied(pure.clone(), attempts().remove(1)));
		assert_eq!(Balances::free_balance(&pure), 99 * ASY);
	});
}

#[test]
fn a_multisig_within_a_multisig_is_found() {
	execute(|| {
		world();
		// The inner one is of the outer one and Ann; nobody knows it.
		let within = |call: RuntimeCall| {
			by_one(
				Multisig::as_multi_threshold_1 {
					other_signatories: vec![ANN.account()],
					call: Box::new(call),
				}
				.into(),
			)
		};
		assert_eq!(
			pool(BEN, within(remark())),
			refusal(ReasonCode::NotAdmitted)
		);
		let mut signatories = [joint(1), ANN.account()];
		signatories.sort();
		let inner = pallet_multisig::Pallet::<Runtime>::multi_account_id(&signatories, 1);
		let ann = identity(ANN);
		succeed(
			ANN,
			Identity::propose_link {
				identity: ann,
				account: inner,
			},
		);
		succeed(
			BEN,
			within(Identity::<Runtime>::accept_link { identity: ann }.into()),
		);
		assert_eq!(pool(BEN, within(remark())), Ok(()));
		as_council(Identity::sanction {
			identity: ann,
			case: Hash::repeat_byte(1),
		});
		assert_eq!(
			pool(BEN, within(remark())),
			refusal(ReasonCode::IdentitySanctioned)
		);
	});
}

#[test]
fn what_cannot_be_looked_through_is_refused() {
	execute(|| {
		world();
		let batch = |count: u32, call: RuntimeCall| -> RuntimeCall {
			let calls = vec![call; usize::try_from(count).expect("it fits")];
			Utility::batch { calls }.into()
		};
		let refused = refusal(ReasonCode::TooManyCarried);
		for (call, expected) in [
			(batch(MAX_PRINCIPALS, by_one(remark())), Ok(())),
			(batch(MAX_PRINCIPALS + 1, by_one(remark())), refused),
			(batch(MAX_CARRIED + 1, remark()), refused),
		] {
			assert_eq!(pool(BEN, call), expected);
		}
		// Signatories whom the multisig pallet does not take act for nobody.
		let others = (0..100u8).map(|byte| AccountId::new([byte; 32])).collect();
		let too_many = Multisig::as_multi_threshold_1 {
			other_signatories: others,
			call: Box::new(remark()),
		};
		assert_eq!(
			fail(BEN, too_many),
			pallet_multisig::Error::<Runtime>::TooManySignatories.into()
		);
	});
}

/// Whether a type is the runtime's call, or a box or list of it.
fn is_call(types: &PortableRegistry, id: u32, call: u32) -> bool {
	id == call
		|| types.resolve(id).is_some_and(|ty| match &ty.type_def {
			TypeDef::Sequence(list) => is_call(types, list.type_param.id, call),
			TypeDef::Tuple(fields) => fields.fields.iter().any(|it| is_call(types, it.id, call)),
			_ => false,
		})
}

/// Every call that carries another one is looked through, but for those whose carried calls act in no
/// account's name.
#[test]
fn no_call_carries_another_unknown() {
	let elsewhere = [
		// Under the council's own origins, or the scheduler's, which is the council's.
		("Council", "execute"),
		("Council", "propose"),
		("Scheduler", "schedule"),
		("Scheduler", "schedule_named"),
		("Scheduler", "schedule_after"),
		("Scheduler", "schedule_named_after"),
		// Root's, whom nobody is.
		("Utility", "dispatch_as"),
		("Utility", "dispatch_as_fallible"),
		("Utility", "with_weight"),
	];
	let mut registry = Registry::new();
	let call = registry.register_type(&MetaType::new::<RuntimeCall>()).id;
	let types = PortableRegistry::from(registry);
	let mut found = BTreeSet::new();
	let variants = |id: u32| match &types.resolve(id).expect("registered").type_def {
		TypeDef::Variant(variants) => variants.variants.clone(),
		other => panic!("a call is an enum, not {other:?}"),
	};
	for pallet in variants(call) {
		for own in variants(pallet.fields[0].ty.id) {
			let own: scale_info::Variant<PortableForm> = own;
			if own.fields.iter().any(|it| is_call(&types, it.ty.id, call)) {
				found.insert((pallet.name.clone(), own.name.clone()));
			}
		}
	}
	let mut expected: BTreeSet<_> = elsewhere
		.map(|(pallet, call)| (pallet.into(), call.into()))
		.into();
	let inner = remark();
	let mut carriers = hidden(&inner);
	carriers.extend(through_ben(inner).into_iter().map(|(_, call)| call));
	for call in carriers {
		if Carriers::carried(&call).is_empty() {
			assert_eq!(call, remark());
			continue;
		}
		let metadata = call.get_call_metadata();
		expected.insert((
			metadata.pallet_name.to_string(),
			metadata.function_name.to_string(),
		));
	}
	assert_eq!(found, expected);
}

//! The same attempts from inside batches, proxies, multisigs and schedules (P1).

use super::{bypasses::*, chain::*, world::*};
use crate::{OriginCaller, Runtime, RuntimeCall, RuntimeEvent, System};
use assay_primitives::{AccountId, ReasonCode};
use codec::Encode;
use polkadot_sdk::{
	frame_support::{assert_ok, weights::Weight},
	frame_system, pallet_multisig, pallet_preimage, pallet_proxy, pallet_scheduler, pallet_utility,
	sp_io::hashing::blake2_256,
	sp_runtime::{DispatchError, MultiAddress},
	*,
};

#[test]
fn a_batch_does_not_carry_a_transfer() {
	nothing_moves(|| {
		for call in raw_transfers() {
			let batches: [RuntimeCall; 3] = [
				pallet_utility::Call::batch {
					calls: vec![call.clone()],
				}
				.into(),
				pallet_utility::Call::batch_all {
					calls: vec![call.clone()],
				}
				.into(),
				pallet_utility::Call::force_batch {
					calls: vec![call.clone()],
				}
				.into(),
			];
			for batch in batches {
				let _ = send(ANN, batch).expect("a batch is admitted");
			}
		}
		// Not even one that the policy would allow: there is no clearance for it.
		let calls = vec![transfer(BEN, GRAM).into()];
		assert_eq!(
			fail(ANN, pallet_utility::Call::batch_all { calls }),
			filtered()
		);
	});
}

#[test]
fn a_second_call_of_a_batch_does_not_use_a_clearance_again() {
	nothing_moves(|| {
		let allowed: RuntimeCall = pallet_compliance::Call::transfer {
			asset: GOLD,
			to: target(BEN),
			amount: GRAM,
			reference: None,
		}
		.into();
		let calls = vec![allowed, transfer(BEN, GRAM).into()];
		assert_eq!(
			fail(ANN, pallet_utility::Call::batch_all { calls }),
			filtered()
		);
	});
}

#[test]
fn a_guarded_transfer_works_nested_and_is_refused_nested() {
	execute(|| {
		held_asset();
		let to = |actor: Actor| -> RuntimeCall {
			pallet_compliance::Call::transfer {
				asset: GOLD,
				to: target(actor),
				amount: GRAM,
				reference: Some([7; 32]),
			}
			.into()
		};
		let calls = vec![to(BEN), to(BEN)];
		succeed(ANN, pallet_utility::Call::batch_all { calls });
		assert_eq!(units(BEN), 1_002 * GRAM);
		let calls = vec![to(BEN), to(CLEO)];
		assert_eq!(
			fail(ANN, pallet_utility::Call::batch_all { calls }),
			refused(ReasonCode::ReceiverClaim)
		);
		assert_eq!((units(BEN), units(CLEO)), (1_002 * GRAM, 0));
	});
}

#[test]
fn as_derivative_and_dispatch_as_do_not_carry_a_transfer() {
	nothing_moves(|| {
		for call in raw_transfers() {
			let call = Box::new(call);
			let _ = send(
				ANN,
				pallet_utility::Call::as_derivative {
					index: 0,
					call: call.clone(),
				},
			);
			let as_origin = Box::new(OriginCaller::system(frame_system::RawOrigin::Signed(
				ANN.account(),
			)));
			assert_eq!(
				fail(BEN, pallet_utility::Call::dispatch_as { as_origin, call }),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn a_proxy_does_not_carry_a_transfer() {
	nothing_moves(|| {
		succeed(
			ANN,
			pallet_proxy::Call::add_proxy {
				delegate: target(BEN),
				proxy_type: crate::ProxyType::Any,
				delay: 0,
			},
		);
		for call in raw_transfers() {
			succeed(
				BEN,
				pallet_proxy::Call::proxy {
					real: target(ANN),
					force_proxy_type: None,
					call: Box::new(call),
				},
			);
			assert_event(RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted {
				result: Err(filtered()),
			}));
			next_block();
		}
		let guarded: RuntimeCall = pallet_compliance::Call::transfer {
			asset: GOLD,
			to: target(CLEO),
			amount: GRAM,
			reference: None,
		}
		.into();
		succeed(
			BEN,
			pallet_proxy::Call::proxy {
				real: target(ANN),
				force_proxy_type: None,
				call: Box::new(guarded),
			},
		);
		assert_event(RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted {
			result: Err(refused(ReasonCode::ReceiverClaim)),
		}));
	});
}

/// Ann's and Ben's account together.
fn joint_account() -> AccountId {
	let mut signatories = [ANN.account(), BEN.account()];
	signatories.sort();
	pallet_multisig::Pallet::<Runtime>::multi_account_id(&signatories, 2)
}

#[test]
fn a_multisig_does_not_carry_a_transfer() {
	execute(|| {
		held_asset();
		let joint = joint_account();
		succeed(
			ANN,
			pallet_identities::Call::propose_link {
				identity: identity(ANN),
				account: joint.clone(),
			},
		);
		let as_joint = |call: RuntimeCall| {
			let weight = Weight::from_parts(10_000_000_000, u64::MAX / 1_000);
			let first = pallet_multisig::Call::as_multi {
				threshold: 2,
				other_signatories: vec![BEN.account()],
				maybe_timepoint: None,
				call: Box::new(call.clone()),
				max_weight: weight,
			};
			succeed(ANN, first);
			let timepoint = pallet_multisig::Pallet::<Runtime>::timepoint();
			let second = pallet_multisig::Call::as_multi {
				threshold: 2,
				other_signatories: vec![ANN.account()],
				maybe_timepoint: Some(pallet_multisig::Timepoint {
					height: timepoint.height,
					index: timepoint.index - 1,
				}),
				call: Box::new(call),
				max_weight: weight,
			};
			succeed(BEN, second);
			let result = events().into_iter().find_map(|event| match event {
				RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted {
					result, ..
				}) => Some(result),
				_ => None,
			});
			next_block();
			result.expect("the multisig was executed")
		};
		assert_ok!(as_joint(
			pallet_identities::Call::accept_link {
				identity: identity(ANN)
			}
			.into()
		));
		succeed(
			ANN,
			pallet_assets::Call::transfer {
				id: GOLD.into(),
				target: MultiAddress::Id(joint.clone()),
				amount: 10 * GRAM,
			},
		);
		let before = (units(ANN), units(BEN), supply());
		for call in raw_transfers() {
			assert_eq!(as_joint(call), Err(filtered()));
		}
		let guarded = |to: Actor| -> RuntimeCall {
			pallet_compliance::Call::transfer {
				asset: GOLD,
				to: target(to),
				amount: GRAM,
				reference: None,
			}
			.into()
		};
		assert_eq!(
			as_joint(guarded(CLEO)),
			Err(refused(ReasonCode::ReceiverClaim))
		);
		assert_eq!((units(ANN), units(BEN), supply()), before);
		assert_ok!(as_joint(guarded(BEN)));
		assert_eq!(units(BEN), before.1 + GRAM);
		assert_eq!(units(CLEO), 0);
	});
}

#[test]
fn the_scheduler_carries_the_councils_origin_and_no_transfer() {
	nothing_moves(|| {
		for call in raw_transfers() {
			let when = System::block_number() + 1;
			// Through a preimage too: a long batch does not fit the scheduler's slot.
			let padding: RuntimeCall = frame_system::Call::remark {
				remark: vec![0; 1_000],
			}
			.into();
			let batch: RuntimeCall = pallet_utility::Call::force_batch {
				calls: vec![padding, call.clone()],
			}
			.into();
			for scheduled in [call, batch] {
				as_council(pallet_scheduler::Call::schedule {
					when,
					maybe_periodic: None,
					priority: 0,
					call: Box::new(scheduled),
				});
			}
			next_block();
		}
		let nobody = pallet_scheduler::Call::schedule {
			when: System::block_number() + 1,
			maybe_periodic: None,
			priority: 0,
			call: Box::new(transfer(CLEO, GRAM).into()),
		};
		assert_eq!(fail(ANN, nobody), DispatchError::BadOrigin);
	});
}

#[test]
fn a_preimage_runs_nothing() {
	nothing_moves(|| {
		let bytes = RuntimeCall::from(transfer(CLEO, GRAM)).encode();
		succeed(
			ANN,
			pallet_preimage::Call::note_preimage {
				bytes: bytes.clone(),
			},
		);
		let hash = blake2_256(&bytes);
		let named = RuntimeCall::Scheduler(pallet_scheduler::Call::schedule_named {
			id: hash,
			when: System::block_number() + 1,
			maybe_periodic: None,
			priority: 0,
			call: Box::new(transfer(CLEO, GRAM).into()),
		});
		assert_eq!(fail(ANN, named), DispatchError::BadOrigin);
		next_block();
	});
}

#[test]
fn a_policy_that_is_longer_than_weights_are_measured_for_is_refused_wherever_it_comes_from() {
	execute(|| {
		active_asset();
		let list = |identities: u32| pallet_compliance::Rule::Denylist {
			identities: (1_000..1_000 + identities)
				.collect::<Vec<_>>()
				.try_into()
				.expect("as many as a list holds"),
		};
		// 4,095 bytes, and one for each further rule.
		let policy = |short: usize| -> pallet_compliance::Policy {
			let mut rules = vec![list(63); 16];
			rules.push(list(7));
			rules.extend(vec![pallet_compliance::Rule::FullBalanceOnly; short]);
			rules.try_into().expect("fewer than 32")
		};
		let set = |policy| pallet_compliance::Call::<Runtime>::set_policy {
			asset: GOLD,
			policy,
		};
		let schedule = |policy| pallet_compliance::Call::<Runtime>::schedule_policy {
			asset: GOLD,
			policy,
			effective_at: now() + 1,
		};
		let too_long = || pallet_compliance::Error::<Runtime>::PolicyTooLong(4_097).into();
		for call in [set(policy(2)), schedule(policy(2))] {
			assert_eq!(fail(OFFICER, call.clone()), too_long());
			let calls = vec![call.into()];
			let batch = pallet_utility::Call::<Runtime>::batch_all { calls };
			assert_eq!(fail(OFFICER, batch), too_long());
		}
		succeed(OFFICER, schedule(policy(1)));
		succeed(OFFICER, set(policy(1)));
	});
}

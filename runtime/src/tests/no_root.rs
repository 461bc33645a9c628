//! There is no root (P7).

use super::{chain::*, world::*};
use crate::{OriginCaller, Runtime, RuntimeCall, RuntimeOrigin, System};
use assay_primitives::{AccountId, Hash, IdentityKind};
use polkadot_sdk::{
	frame_support::{
		dispatch::GetDispatchInfo,
		traits::{GetCallMetadata, PalletsInfoAccess},
		weights::Weight,
	},
	frame_system, pallet_collective, pallet_scheduler, pallet_utility,
	sp_runtime::{
		traits::{BlakeTwo256, Dispatchable, Hash as HashT},
		DispatchError, DispatchResult,
	},
	*,
};

/// Every origin that the runtime knows, other than Root itself.
fn origins() -> Vec<(&'static str, RuntimeOrigin)> {
	vec![
		("nobody", RuntimeOrigin::none()),
		("a member", RuntimeOrigin::signed(Actor("Alice").account())),
		(
			"authorized",
			OriginCaller::system(frame_system::RawOrigin::Authorized).into(),
		),
		("the whole council", council(3, 3)),
		(
			"one of the council",
			pallet_collective::RawOrigin::<AccountId, crate::origins::CouncilCollective>::Member(
				Actor("Alice").account(),
			)
			.into(),
		),
	]
}

fn council(ayes: u32, seats: u32) -> RuntimeOrigin {
	pallet_collective::RawOrigin::<AccountId, crate::origins::CouncilCollective>::Members(
		ayes, seats,
	)
	.into()
}

/// Calls that the SDK gives to Root, as far as this runtime carries their pallets.
fn root_calls() -> Vec<RuntimeCall> {
	let inner = || {
		Box::new(RuntimeCall::from(frame_system::Call::remark {
			remark: vec![],
		}))
	};
	vec![
		frame_system::Call::set_heap_pages { pages: 1 }.into(),
		frame_system::Call::set_code { code: vec![0] }.into(),
		frame_system::Call::set_code_without_checks { code: vec![0] }.into(),
		frame_system::Call::set_storage {
			items: vec![(vec![1], vec![1])],
		}
		.into(),
		frame_system::Call::kill_storage {
			keys: vec![vec![1]],
		}
		.into(),
		frame_system::Call::kill_prefix {
			prefix: vec![1],
			subkeys: 1,
		}
		.into(),
		frame_system::Call::authorize_upgrade {
			code_hash: Hash::zero(),
		}
		.into(),
		frame_system::Call::authorize_upgrade_without_checks {
			code_hash: Hash::zero(),
		}
		.into(),
		pallet_balances::Call::force_set_balance {
			who: Actor("Alice").account().into(),
			new_free: 1,
		}
		.into(),
		pallet_balances::Call::force_transfer {
			source: Actor("Alice").account().into(),
			dest: Actor("Bob").account().into(),
			value: 1,
		}
		.into(),
		pallet_utility::Call::dispatch_as {
			as_origin: Box::new(OriginCaller::system(frame_system::RawOrigin::Root)),
			call: inner(),
		}
		.into(),
		pallet_utility::Call::with_weight {
			call: inner(),
			weight: Weight::zero(),
		}
		.into(),
		pallet_utility::Call::dispatch_as_fallible {
			as_origin: Box::new(OriginCaller::system(frame_system::RawOrigin::Root)),
			call: inner(),
		}
		.into(),
		pallet_grandpa::Call::note_stalled {
			delay: 1,
			best_finalized_block_number: 1,
		}
		.into(),
		pallet_collective::Call::<Runtime, crate::origins::CouncilCollective>::set_members {
			new_members: vec![],
			prime: None,
			old_count: 3,
		}
		.into(),
		pallet_safe_mode::Call::force_slash_deposit {
			account: Actor("Alice").account(),
			block: 1,
		}
		.into(),
		pallet_migrations::Call::force_set_cursor { cursor: None }.into(),
		pallet_migrations::Call::force_onboard_mbms {}.into(),
		pallet_migrations::Call::clear_historic {
			selector: pallet_migrations::HistoricCleanupSelector::Specific(vec![]),
		}
		.into(),
	]
}

fn outcome(call: RuntimeCall, origin: RuntimeOrigin) -> DispatchResult {
	call.dispatch(origin)
		.map(|_| ())
		.map_err(|error| error.error)
}

#[test]
fn what_the_sdk_gives_to_root_is_closed_to_every_origin() {
	execute(|| {
		for call in root_calls() {
			for (name, origin) in origins() {
				let outcome = outcome(call.clone(), origin);
				let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
				assert!(
					outcome == Err(DispatchError::BadOrigin) || outcome == Err(filtered),
					"{name} gets {outcome:?} from {:?}",
					call.get_call_metadata()
				);
			}
		}
	});
}

#[test]
fn wrappers_hand_the_origin_on_and_never_raise_it() {
	execute(|| {
		for call in root_calls() {
			let wrapped: [RuntimeCall; 3] = [
				pallet_utility::Call::batch_all {
					calls: vec![call.clone()],
				}
				.into(),
				pallet_utility::Call::as_derivative {
					index: 0,
					call: Box::new(call.clone()),
				}
				.into(),
				pallet_proxy::Call::proxy {
					real: Actor("Alice").account().into(),
					force_proxy_type: None,
					call: Box::new(call.clone()),
				}
				.into(),
			];
			for wrapper in wrapped {
				for (name, origin) in origins() {
					assert!(
						outcome(wrapper.clone(), origin).is_err(),
						"{name} passes {wrapper:?}"
					);
				}
			}
		}
	});
}

#[test]
fn a_unanimous_motion_carries_the_councils_origin_and_no_more() {
	execute(|| {
		for call in root_calls() {
			let seats = 3;
			let length = codec::Encode::encoded_size(&call) as u32;
			let proposal = Box::new(call.clone());
			let index = pallet_collective::ProposalCount::<
				Runtime,
				crate::origins::CouncilCollective,
			>::get();
			succeed(
				Actor("Alice"),
				pallet_collective::Call::<Runtime, crate::origins::CouncilCollective>::propose {
					threshold: seats,
					proposal,
					length_bound: length,
				},
			);
			let hash = <BlakeTwo256 as HashT>::hash_of(&call);
			for member in ["Alice", "Bob", "Charlie"] {
				succeed(
					Actor(member),
					pallet_collective::Call::<Runtime, crate::origins::CouncilCollective>::vote {
						proposal: hash,
						index,
						approve: true,
					},
				);
			}
			let close =
				pallet_collective::Call::<Runtime, crate::origins::CouncilCollective>::close {
					proposal_hash: hash,
					index,
					proposal_weight_bound: call.get_dispatch_info().call_weight,
					length_bound: length,
				};
			if send(Actor("Alice"), close).is_err() {
				// It fills more than a block, so that nobody can ever close the motion.
				next_block();
				continue;
			}
			let result = events().into_iter().rev().find_map(|event| match event {
				crate::RuntimeEvent::Council(pallet_collective::Event::Executed {
					result, ..
				}) => Some(result),
				_ => None,
			});
			assert!(
				matches!(result, Some(Err(_))),
				"a motion for {:?} gives {result:?}",
				call.get_call_metadata()
			);
			next_block();
		}
	});
}

#[test]
fn the_schedule_keeps_the_origin_that_made_it() {
	execute(|| {
		let before = System::heap_pages();
		for call in root_calls() {
			let when = System::block_number() + 1;
			as_council(pallet_scheduler::Call::schedule {
				when,
				maybe_periodic: None,
				priority: 0,
				call: Box::new(call),
			});
			next_block();
			let dispatched = events().into_iter().find_map(|event| match event {
				crate::RuntimeEvent::Scheduler(pallet_scheduler::Event::Dispatched {
					result,
					..
				}) => Some(result),
				_ => None,
			});
			assert!(matches!(dispatched, Some(Err(_)) | None), "{dispatched:?}");
		}
		assert_eq!(System::heap_pages(), before);
	});
}

trait HeapPages {
	fn heap_pages() -> Option<Vec<u8>>;
}
impl HeapPages for System {
	fn heap_pages() -> Option<Vec<u8>> {
		polkadot_sdk::frame_support::storage::unhashed::get_raw(
			polkadot_sdk::sp_core::storage::well_known_keys::HEAP_PAGES,
		)
	}
}

#[test]
fn nobody_below_the_threshold_acts_for_the_council() {
	execute(|| {
		onboard(ANN, IdentityKind::Natural);
		let grant: RuntimeCall = pallet_consortium::Call::grant_fees {
			account: ANN.account(),
			amount: 1,
		}
		.into();
		let upgrade: RuntimeCall = pallet_consortium::Call::authorize_upgrade {
			code_hash: Hash::repeat_byte(1),
		}
		.into();
		for (ayes, seats) in [(0, 3), (1, 3), (2, 4), (1, 2)] {
			assert_eq!(
				outcome(grant.clone(), council(ayes, seats)),
				Err(DispatchError::BadOrigin),
				"{ayes} of {seats}"
			);
		}
		for (ayes, seats) in [(1, 3), (2, 4), (3, 5), (19, 30)] {
			assert_eq!(
				outcome(upgrade.clone(), council(ayes, seats)),
				Err(DispatchError::BadOrigin),
				"{ayes} of {seats}"
			);
		}
		assert_eq!(outcome(grant, council(2, 3)), Ok(()));
		assert_eq!(outcome(upgrade, council(2, 3)), Ok(()));
	});
}

#[test]
fn no_pallet_that_makes_root_is_there() {
	let names: Vec<&str> = crate::AllPalletsWithSystem::infos()
		.into_iter()
		.map(|info| info.name)
		.collect();
	for absent in [
		"Sudo",
		"Whitelist",
		"Referenda",
		"Democracy",
		"RootTesting",
		"Recovery",
	] {
		assert!(!names.contains(&absent));
	}
}

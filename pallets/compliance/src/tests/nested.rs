//! The ledger's calls inside others, and ours.

use super::*;
use polkadot_sdk::{
	frame_support::assert_ok, frame_system, pallet_multisig, pallet_proxy, pallet_utility,
};

fn filtered() -> DispatchError {
	frame_system::Error::<Test>::CallFiltered.into()
}

/// `inner` in every wrapper that dispatches as `ALICE`, with who submits it.
fn wrapped(inner: RuntimeCall) -> Vec<(&'static str, AccountId, RuntimeCall)> {
	use pallet_utility::Call as Utility;
	let boxed = Box::new(inner.clone());
	vec![
		(
			"batch",
			ALICE,
			Utility::batch {
				calls: vec![inner.clone()],
			}
			.into(),
		),
		(
			"batch_all",
			ALICE,
			Utility::batch_all {
				calls: vec![inner.clone()],
			}
			.into(),
		),
		(
			"force_batch",
			ALICE,
			Utility::force_batch {
				calls: vec![inner.clone()],
			}
			.into(),
		),
		(
			"batch in batch",
			ALICE,
			Utility::batch {
				calls: vec![Utility::batch_all { calls: vec![inner] }.into()],
			}
			.into(),
		),
		(
			"proxy",
			BOB,
			pallet_proxy::Call::proxy {
				real: ALICE,
				force_proxy_type: None,
				call: boxed,
			}
			.into(),
		),
	]
}

fn add_proxy() {
	assert_ok!(Proxy::add_proxy(
		RuntimeOrigin::signed(ALICE),
		BOB,
		ProxyType::Any,
		0
	));
}

#[test]
fn a_nested_transfer_of_the_ledger_never_moves_a_unit() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			add_proxy();
			let all = pallet_assets::Call::transfer_all {
				id: GOLD,
				dest: BOB,
				keep_alive: false,
			};
			for inner in [assets_transfer(GOLD, BOB, 10), all.into()] {
				for (name, who, call) in wrapped(inner.clone()) {
					System::reset_events();
					let result = submit(who, call);
					let reported = result == Err(filtered())
						|| System::events().iter().any(|record| {
							let event = format!("{:?}", record.event);
							event.contains("Module") && event.contains("[5, 0, 0, 0]")
						});
					assert!(reported, "{name} says that the call was filtered");
					assert_eq!((free(ALICE), total(1)), (100, 100), "{name}");
				}
			}
		});
}

#[test]
fn our_transfer_works_nested() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			add_proxy();
			for (nth, (name, who, call)) in wrapped(our_transfer(CAROL, 10)).into_iter().enumerate()
			{
				assert_ok!(submit(who, call));
				assert_eq!(free(CAROL), 10 * (nth as Balance + 1), "{name}");
			}
		});
}

#[test]
fn our_transfer_is_checked_nested() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			add_proxy();
			for (name, who, call) in wrapped(our_transfer(STRANGER, 10)) {
				let _ = submit(who, call);
				assert_eq!(free(ALICE), 100, "{name}");
			}
		});
}

#[test]
fn the_second_call_of_a_batch_finds_no_clearance() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let calls = vec![our_transfer(BOB, 10), assets_transfer(GOLD, BOB, 10)];
			let all = pallet_utility::Call::batch_all {
				calls: calls.clone(),
			};
			assert_eq!(submit(ALICE, all), Err(filtered()));
			assert_eq!(free(ALICE), 100);
			assert_ok!(submit(ALICE, pallet_utility::Call::force_batch { calls }));
			assert_eq!((free(ALICE), free(BOB)), (90, 10));
			// Each of ours is checked on the state that the one before has left.
			set_rules(GOLD, [Rule::MaxBalance { units: 30 }]);
			let calls = vec![
				our_transfer(BOB, 10),
				our_transfer(BOB, 10),
				our_transfer(BOB, 1),
			];
			assert_ok!(submit(ALICE, pallet_utility::Call::force_batch { calls }));
			assert_eq!((free(ALICE), free(BOB)), (70, 30));
		});
}

#[test]
fn a_derivative_account_is_checked_as_itself() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let derived = pallet_utility::derivative_account_id(ALICE, 0);
			let as_derivative = |call| pallet_utility::Call::as_derivative {
				index: 0,
				call: Box::new(call),
			};
			assert_eq!(
				send(ALICE, derived, 10),
				Err(refused(ReasonCode::ReceiverUnknown))
			);
			Registry::link(derived, 1);
			assert_ok!(send(ALICE, derived, 10));
			let theirs = as_derivative(assets_transfer(GOLD, BOB, 10));
			assert_eq!(submit(ALICE, theirs), Err(filtered()));
			assert_ok!(submit(ALICE, as_derivative(our_transfer(BOB, 10))));
			assert_eq!((free(derived), free(BOB)), (0, 10));
		});
}

#[test]
fn a_multisig_is_checked_as_itself() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let institution = Multisig::multi_account_id(&[ALICE, BOB], 1);
			let by_one = |call| pallet_multisig::Call::as_multi_threshold_1 {
				other_signatories: vec![BOB],
				call: Box::new(call),
			};
			Registry::link(institution, 3);
			assert_ok!(send(ALICE, institution, 50));
			let theirs: RuntimeCall = by_one(assets_transfer(GOLD, DAVE, 10)).into();
			let _ = submit(ALICE, theirs);
			assert_eq!((free(institution), free(DAVE)), (50, 0));
			assert_ok!(submit(ALICE, by_one(our_transfer(DAVE, 10))));
			assert_eq!((free(institution), free(DAVE)), (40, 10));
		});
}

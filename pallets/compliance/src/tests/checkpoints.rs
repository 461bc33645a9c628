//! Balances as they were, against plain copies of them.

use super::*;
use crate::{Controls, Event, Positions, MAX_OPEN_CHECKPOINTS, MAX_PAGE};
use assay_primitives::{CheckpointId, IdentityId};
use assay_traits::{Checkpoints, PositionInspect};
use codec::Encode;
use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok},
	sp_runtime::DispatchResult,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn open() -> CheckpointId {
	<Ledger as Checkpoints>::open(GOLD).unwrap()
}

fn close(checkpoint: CheckpointId) -> DispatchResult {
	<Ledger as Checkpoints>::close(GOLD, checkpoint)
}

fn at(identity: IdentityId, checkpoint: CheckpointId) -> Option<Balance> {
	<Ledger as PositionInspect>::position_at(GOLD, identity, checkpoint)
}

fn supply_at(checkpoint: CheckpointId) -> Option<Balance> {
	<Ledger as PositionInspect>::supply_at(GOLD, checkpoint)
}

fn prune(identities: Vec<IdentityId>) -> DispatchResult {
	let identities = identities.try_into().unwrap();
	Compliance::prune_positions(RuntimeOrigin::signed(STRANGER), GOLD, identities)
}

#[test]
fn what_was_held_stays_known_until_the_checkpoint_closes() {
	let asset = GOLD;
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(BOB, 50)
		.build_and_execute(|| {
			let first = open();
			let (checkpoint, supply) = (first, 150);
			System::assert_last_event(
				Event::CheckpointOpened {
					asset,
					checkpoint,
					supply,
				}
				.into(),
			);
			assert_ok!(send(ALICE, CAROL, 100));
			mint(BOB, 7);
			let second = open();
			assert_ok!(send(BOB, ALICE, 20));
			assert_eq!((first, second), (1, 2));
			assert_eq!(
				[1, 2, 3].map(|id| at(id, first)),
				[Some(100), Some(50), Some(0)]
			);
			assert_eq!(
				[1, 2, 3].map(|id| at(id, second)),
				[Some(0), Some(57), Some(100)]
			);
			assert_eq!(
				(supply_at(first), supply_at(second)),
				(Some(150), Some(157))
			);
			assert_eq!(
				(at(77, first), at(1, 3), supply_at(3)),
				(Some(0), None, None)
			);
			assert_eq!(Compliance::position_at(GOLD, 1, first), Some(100));
			assert_eq!(Compliance::supply_at(GOLD, first), Some(150));
			assert_ok!(close(first));
			System::assert_last_event(Event::CheckpointClosed { asset, checkpoint }.into());
			assert_eq!((at(1, first), supply_at(first)), (None, None));
			assert_eq!(at(2, second), Some(57));
			assert_noop!(close(first), Error::<Test>::UnknownCheckpoint);
			assert_eq!(open(), 3, "numbers are not used again");
		});
}

#[test]
fn opening_writes_no_position() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let before = Positions::<Test>::get(GOLD, 1);
			for _ in 0..MAX_OPEN_CHECKPOINTS {
				open();
			}
			assert_eq!(Positions::<Test>::get(GOLD, 1), before);
			assert_noop!(
				<Ledger as Checkpoints>::open(GOLD),
				Error::<Test>::TooManyCheckpoints
			);
			assert_noop!(
				<Ledger as Checkpoints>::open(9),
				Error::<Test>::UnknownAsset
			);
			assert_noop!(
				<Ledger as Checkpoints>::close(9, 1),
				Error::<Test>::UnknownAsset
			);
			// A change notes one value for all of them, and holds none.
			assert_ok!(send(ALICE, BOB, 1));
			assert_eq!(
				Positions::<Test>::get(GOLD, 1).unwrap().past.encoded_size(),
				1 + 4 + 16
			);
			let last = Controls::<Test>::get(GOLD).unwrap().checkpoints.last;
			assert!((1..=last).all(|id| at(1, id) == Some(100)));
			Controls::<Test>::mutate(GOLD, |controls| {
				let checkpoints = &mut controls.as_mut().unwrap().checkpoints;
				checkpoints.open.clear();
				checkpoints.last = CheckpointId::MAX;
			});
			assert!(<Ledger as Checkpoints>::open(GOLD).is_err());
		});
}

#[test]
fn holds_and_own_accounts_change_no_past() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let checkpoint = open();
			assert_ok!(hold(ALICE, Purpose::Escrow, 10));
			assert_ok!(send(ALICE, ALICE_2, 89));
			assert!(Positions::<Test>::get(GOLD, 1).unwrap().past.is_empty());
			assert_eq!(at(1, checkpoint), Some(100));
		});
}

#[test]
fn prune_positions_removes_what_nobody_asks_for() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let checkpoint = open();
			assert_ok!(send(ALICE, BOB, 100));
			assert_noop!(prune(vec![1, 2, 3]), Error::<Test>::NothingToPrune);
			assert_eq!(at(1, checkpoint), Some(100));
			assert_ok!(close(checkpoint));
			assert!(Positions::<Test>::contains_key(GOLD, 1));
			assert_ok!(prune(vec![1, 2, 77]));
			let (asset, count) = (GOLD, 2);
			System::assert_last_event(Event::PositionsPruned { asset, count }.into());
			assert!(!Positions::<Test>::contains_key(GOLD, 1));
			let nobody = vec![1; MAX_PAGE as usize].try_into().unwrap();
			let signed = RuntimeOrigin::signed(ALICE);
			assert_noop!(
				Compliance::prune_positions(signed, 9, nobody),
				Error::<Test>::UnknownAsset
			);
		});
}

#[test]
fn a_volume_that_is_over_is_pruned() {
	use assay_primitives::DAY;
	let rule = Rule::VolumePerPeriod {
		units: 100,
		period_ms: DAY,
	};
	ExtBuilder::default()
		.gold(ALICE, 100)
		.rules([rule])
		.build_and_execute(|| {
			assert_ok!(send(ALICE, BOB, 100));
			Clock::set(NOW + DAY - 1);
			assert_noop!(prune(vec![1]), Error::<Test>::NothingToPrune);
			Clock::set(NOW + DAY);
			assert_ok!(prune(vec![1]));
			assert!(!Positions::<Test>::contains_key(GOLD, 1));
		});
}

#[derive(Clone, Debug)]
enum Op {
	Mint(AccountId, Balance),
	Send(AccountId, AccountId, Balance),
	Burn(AccountId, Balance),
	Open,
	Close(usize),
	Prune,
}

fn op() -> impl Strategy<Value = Op> {
	let account = || prop::sample::select(vec![ALICE, ALICE_2, BOB, CAROL, DAVE]);
	prop_oneof![
		2 => (account(), 1..20_u128).prop_map(|(to, amount)| Op::Mint(to, amount)),
		8 => (account(), account(), 1..20_u128).prop_map(|(from, to, amount)| Op::Send(from, to, amount)),
		2 => (account(), 1..20_u128).prop_map(|(who, amount)| Op::Burn(who, amount)),
		3 => Just(Op::Open),
		2 => (0..20_usize).prop_map(Op::Close),
		1 => Just(Op::Prune),
	]
}

/// What everybody holds, in plain words.
fn balances() -> BTreeMap<IdentityId, Balance> {
	(1..=4)
		.map(|identity| (identity, total(identity)))
		.collect()
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

	#[test]
	fn past_balances_are_the_copies(ops in prop::collection::vec(op(), 1..120)) {
		ExtBuilder::default().gold(ALICE, 50).gold(BOB, 50).build_and_execute(|| {
			let mut copies: Vec<(CheckpointId, BTreeMap<IdentityId, Balance>)> = vec![];
			for op in ops {
				match op {
					Op::Mint(to, amount) => mint(to, amount),
					Op::Send(from, to, amount) => drop(send(from, to, amount)),
					Op::Burn(who, amount) => {
						let redeem = Purpose::Redemption;
						if <Ledger as GuardedHolds<_>>::hold(GOLD, redeem, &who, amount, true).is_ok() {
							assert_ok!(<Ledger as GuardedHolds<_>>::burn_held(GOLD, redeem, &who, amount));
						}
					},
					Op::Open => {
						if let Ok(checkpoint) = <Ledger as Checkpoints>::open(GOLD) {
							copies.push((checkpoint, balances()));
						} else {
							assert_eq!(copies.len(), MAX_OPEN_CHECKPOINTS as usize);
						}
					},
					Op::Close(index) => {
						if !copies.is_empty() {
							let (checkpoint, _) = copies.remove(index % copies.len());
							assert_ok!(close(checkpoint));
						}
					},
					Op::Prune => drop(prune(vec![1, 2, 3, 4])),
				}
				for (checkpoint, copy) in &copies {
					for (identity, balance) in copy {
						assert_eq!(at(*identity, *checkpoint), Some(*balance));
					}
					assert_eq!(supply_at(*checkpoint), Some(copy.values().sum()));
				}
				assert_ok!(Compliance::do_try_state());
			}
			// Nothing stays behind.
			for (checkpoint, _) in copies {
				assert_ok!(close(checkpoint));
			}
			let _ = prune(vec![1, 2, 3, 4]);
			for identity in 1..=4 {
				let position = Positions::<Test>::get(GOLD, identity).unwrap_or_default();
				assert!(position.past.is_empty());
				assert_eq!(Positions::<Test>::contains_key(GOLD, identity), position.total > 0);
			}
		});
	}
}

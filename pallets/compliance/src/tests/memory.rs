//! What positions, controls and counters remember, by themselves.

use super::*;
use crate::{AssetControls, Checkpoint, PastBalances, Position, ScheduledPolicy};
use assay_primitives::{AssetStatus, CheckpointId};

fn open(ids: &[CheckpointId]) -> Vec<Checkpoint> {
	ids.iter()
		.map(|id| Checkpoint { id: *id, supply: 0 })
		.collect()
}

/// Balances noted while these checkpoints were open.
fn noted(notes: &[(&[CheckpointId], Balance)]) -> PastBalances {
	let mut past = PastBalances::default();
	for (ids, total) in notes {
		past.record(&open(ids), *total).unwrap();
	}
	past
}

#[test]
fn a_balance_is_noted_once_for_all_checkpoints_since_the_last_change() {
	let past = noted(&[(&[1], 10), (&[1, 3], 20)]);
	let at = |checkpoint| past.at(checkpoint, 30);
	assert_eq!([1, 2, 3, 4].map(at), [10, 20, 20, 30]);
	assert_eq!(noted(&[(&[1], 10), (&[1, 3], 20), (&[1, 3], 25)]), past);
	// Also when the newest has been closed since.
	assert_eq!(noted(&[(&[1, 3], 20), (&[1], 25)]), noted(&[(&[1, 3], 20)]));
	assert!(noted(&[(&[], 10)]).is_empty());
}

#[test]
fn what_no_open_checkpoint_asks_for_is_forgotten() {
	let both = noted(&[(&[1], 10), (&[1, 2], 20)]);
	let (first, second) = (noted(&[(&[1], 10)]), noted(&[(&[2], 20)]));
	let cases: [(&[CheckpointId], &PastBalances); 4] = [
		(&[1, 2], &both),
		(&[1], &first),
		(&[2], &second),
		(&[], &PastBalances::default()),
	];
	for (ids, kept) in cases {
		let mut past = both.clone();
		past.prune(&open(ids));
		assert_eq!(past, *kept, "{ids:?}");
	}
	// One note serves all that were open.
	let mut shared = noted(&[(&[1, 2], 20)]);
	shared.prune(&open(&[1]));
	assert_eq!(shared.at(1, 30), 20);
	// A change prunes too.
	assert_eq!(noted(&[(&[1], 10), (&[2], 20)]), second);
}

#[test]
fn zeros_are_forgotten_where_there_is_nothing_else() {
	for ([first, second], nothing) in [([0, 0], true), ([0, 1], false), ([1, 0], false)] {
		let mut past = noted(&[(&[1], first), (&[1, 2], second)]);
		past.forget_zeros();
		assert_eq!(past.is_empty(), nothing, "{first} {second}");
	}
}

#[test]
fn a_position_that_holds_nothing_keeps_no_zeros() {
	let mut position = Position::<AccountId>::default();
	position.set_total(1, &open(&[1])).unwrap();
	assert_eq!(position.past.at(1, 1), 0);
	position.set_total(0, &open(&[1])).unwrap();
	assert!(position.is_empty());
	// It held something at the first checkpoint, and nothing at the second.
	position.set_total(5, &[]).unwrap();
	position.set_total(0, &open(&[1])).unwrap();
	position.set_total(3, &open(&[1, 2])).unwrap();
	position.set_total(0, &open(&[1, 2])).unwrap();
	assert_eq!([1, 2].map(|id| position.past.at(id, 9)), [5, 0]);
	position.prune(NOW, &open(&[2]));
	assert!(position.is_empty());
	// One that holds a unit keeps them.
	position.set_total(1, &open(&[1])).unwrap();
	position.prune(NOW, &open(&[1]));
	assert_eq!(position.past.at(1, 1), 0);
}

#[test]
fn scheduled_rules_are_in_force_from_their_moment_on() {
	let mut controls = AssetControls::new(AssetStatus::Active);
	controls.scheduled = Some(ScheduledPolicy {
		effective_at: 10,
		policy: Default::default(),
	});
	for (now, in_force) in [(9, false), (10, true), (11, true)] {
		assert_eq!(controls.policy_at(now).is_some(), in_force, "{now}");
		let mut settled = controls.clone();
		settled.settle(now);
		assert_eq!(settled.policy.is_some(), in_force, "{now}");
		assert_eq!(settled.scheduled.is_none(), in_force, "{now}");
	}
}

#[test]
fn counts_are_sorted_and_do_not_overflow() {
	let counts: CountryCounts = [(840, 1), (276, 2)].into_iter().collect();
	assert_eq!((counts.of(276), counts.of(840), counts.of(756)), (2, 1, 0));
	for (count, room) in [(u32::MAX - 1, true), (u32::MAX, false)] {
		let mut counts: CountryCounts = [(276, count)].into_iter().collect();
		assert_eq!(counts.add(840).is_some(), room);
	}
}

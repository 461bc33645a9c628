//! Each test corrupts storage and sees the very check fail.

use super::*;
use polkadot_sdk::sp_runtime::TryRuntimeError;

const KEY: ParameterKey = ParameterKey::ToleranceBps;

/// Runs `corrupt` on a sound chain where a decision holds and another one waits, and expects the
/// check of `invariant` to fail.
fn breaks(invariant: &str, corrupt: impl FnOnce()) {
	let builder = ExtBuilder::default().with_corridor(KEY, round_corridor(0, 100, 20));
	builder.build().execute_with(|| {
		assert_ok!(set(KEY, 9));
		Now::set(START + 2_000);
		assert_ok!(set(KEY, 20));
		assert_ok!(ReserveGovernance::do_try_state());
		corrupt();
		let Err(TryRuntimeError::Other(message)) = ReserveGovernance::do_try_state() else {
			panic!("no check failed for {invariant}");
		};
		assert!(
			message.starts_with(&format!("{invariant}:")),
			"{invariant}: {message}"
		);
	});
}

fn alter(change: impl FnOnce(&mut AssetParameters)) {
	Parameters::<Test>::mutate_extant(GOLD, change);
}

fn alter_pending(change: impl FnOnce(&mut PendingChange)) {
	alter(|parameters| change(parameters.pending.get_mut(0).unwrap()));
}

#[test]
fn inv_gov_1_values_are_inside_hard_bounds() {
	breaks("INV-GOV-1", || {
		alter(|entry| entry.values.required_coverage_bps = 9_999)
	});
	breaks("INV-GOV-1", || alter_pending(|change| change.value = 1_001));
	breaks("INV-GOV-1", || {
		DefaultParameters::<Test>::mutate(|values| values.confirmation_quorum = 0)
	});
}

#[test]
fn inv_gov_2_one_change_per_key_is_pending() {
	breaks("INV-GOV-2", || {
		alter(|entry| {
			let again = entry.pending[0];
			entry.pending.try_push(again).unwrap();
		})
	});
}

#[test]
fn inv_gov_3_decisions_are_in_order_in_time() {
	breaks("INV-GOV-3", || {
		alter_pending(|change| change.effective_at = change.decided_at - 1)
	});
	breaks("INV-GOV-3", || {
		alter_pending(|change| change.decided_at = START + 2_001)
	});
	breaks("INV-GOV-3", || {
		alter_pending(|change| change.decided_at = START - 1)
	});
	breaks("INV-GOV-3", || {
		alter(|entry| entry.last_changes.get_mut(0).unwrap().decided_at = START + 2_001)
	});
	breaks("INV-GOV-3", || {
		alter(|entry| {
			let again = entry.last_changes[0];
			entry.last_changes.try_push(again).unwrap();
		})
	});
}

#[test]
fn inv_gov_4_corridors_are_corridors() {
	let corrupt = |change: fn(&mut Corridor)| {
		breaks("INV-GOV-4", || {
			Corridors::<Test>::mutate_extant(KEY, change)
		});
	};
	corrupt(|corridor| corridor.min = 101);
	corrupt(|corridor| corridor.max = 1_001);
	corrupt(|corridor| corridor.max_step = 0);
	corrupt(|corridor| corridor.tighten_delay_ms = 5_001);
}

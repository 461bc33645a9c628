//! What went wrong elsewhere.

use super::*;
use polkadot_sdk::{frame_support::storage::with_storage_layer, sp_runtime::DispatchError};

/// Acala, 2022: a mistyped rate minted 3 billion. No parameter can be set outside its corridor.
#[test]
fn a_mistyped_value_is_refused_for_every_key() {
	ExtBuilder::default().build_and_execute(|| {
		for key in ParameterKey::ALL {
			let Corridor { min, max, .. } = Corridor::initial(key);
			let typo = value_at(key, START).max(1) * 1_000_000;
			for value in [typo, max + 1, u64::MAX] {
				assert!(set(key, value).is_err(), "{key:?} = {value}");
			}
			for value in (min > 0).then(|| [0, min - 1]).into_iter().flatten() {
				assert_noop!(set(key, value), Error::<Test>::BelowCorridor);
			}
		}
		assert_eq!(ReserveGovernance::pending(GOLD), vec![]);
		assert_eq!(
			ReserveGovernance::values(GOLD, START + 1_000 * DAY),
			Some(ReserveParameterValues::default())
		);
	});
}

/// Aave, CAPO: half of an update was applied. An update with one value out of corridor changes
/// nothing, and no value is clamped to the corridor's edge.
#[test]
fn an_update_with_one_value_out_of_corridor_changes_nothing() {
	use ParameterKey::*;
	ExtBuilder::default().build_and_execute(|| {
		let update = |values: &[(ParameterKey, u64)]| {
			with_storage_layer(|| -> Result<(), DispatchError> {
				values.iter().try_for_each(|(key, value)| set(*key, *value))
			})
		};
		assert_noop!(
			update(&[
				(ToleranceBps, 9),
				(BasisHaircutBps, 2_500),
				(RequiredCoverageBps, 15_001)
			]),
			Error::<Test>::AboveCorridor
		);
		assert_eq!(Parameters::<Test>::get(GOLD), None);
		assert_ok!(update(&[(ToleranceBps, 9), (RequiredCoverageBps, 10_500)]));
		assert_eq!(ReserveGovernance::pending(GOLD).len(), 2);
	});
}

/// A vote cannot reach far by many small steps at once: each waits for the one before.
#[test]
fn steps_cannot_be_stacked() {
	let key = ParameterKey::RequiredCoverageBps;
	let coverage = Corridor {
		cooldown_ms: 1_000,
		..Corridor::initial(key)
	};
	let builder = ExtBuilder::default()
		.with_corridor(key, coverage)
		.with_value(key, 15_000);
	builder.build_and_execute(|| {
		assert_ok!(set(key, 14_500));
		assert_noop!(set(key, 14_000), Error::<Test>::AlreadyPending);
		Now::set(START + 14 * DAY - 1);
		assert_noop!(set(key, 14_000), Error::<Test>::AlreadyPending);
		Now::set(START + 14 * DAY);
		assert_ok!(set(key, 14_000));
	});
}

/// What a holder may claim never changes in a hurry, whichever way.
#[test]
fn a_redemption_right_never_changes_at_the_short_delay() {
	use ParameterKey::*;
	for key in [AcceptDeadlineMs, ReleaseDeadlineMs, BreachPenaltyBps] {
		for up in [true, false] {
			ExtBuilder::default().build_and_execute(|| {
				let old = value_at(key, START);
				let new = if up { old + 1 } else { old - 1 };
				assert_ok!(set(key, new));
				assert_eq!(value_at(key, START + 14 * DAY - 1), old);
				assert_eq!(value_at(key, START + 14 * DAY), new);
			});
		}
	}
}

use super::*;
use polkadot_sdk::sp_runtime::ArithmeticError;

/// Runs `test` for every key on a fresh chain.
fn for_every_key(test: impl Fn(ParameterKey, Corridor)) {
	for key in ParameterKey::ALL {
		ExtBuilder::default().build_and_execute(|| test(key, Corridor::initial(key)));
	}
}

/// Runs `test` on a fresh chain where `key` has `value` and steps are as wide as the corridor.
fn with_wide_step(key: ParameterKey, value: u64, test: impl FnOnce(Corridor)) {
	let initial = Corridor::initial(key);
	let wide = Corridor {
		max_step: initial.max - initial.min + 1,
		..initial
	};
	ExtBuilder::default()
		.with_corridor(key, wide)
		.with_value(key, value)
		.build_and_execute(|| test(wide));
}

#[test]
fn works_for_every_key_after_its_delay() {
	for_every_key(|key, corridor| {
		let old = ReserveParameterValues::default().get(key);
		let new = if old < corridor.max { old + 1 } else { old - 1 };
		let tightened = Tightening::of(key).is_tightened(old, new);
		let delay = if tightened { 3_600_000 } else { 14 * DAY };
		let effective_at = START + delay;

		assert_ok!(set(key, new));
		System::assert_last_event(
			Event::ParameterScheduled {
				asset: GOLD,
				key,
				old,
				new,
				effective_at,
			}
			.into(),
		);
		let change = PendingChange {
			key,
			value: new,
			decided_at: START,
			effective_at,
		};
		assert_eq!(ReserveGovernance::pending(GOLD), vec![change]);
		for (now, value) in [
			(START, old),
			(effective_at - 1, old),
			(effective_at, new),
			(effective_at + 1, new),
		] {
			assert_eq!(value_at(key, now), value, "{key:?} at {now}");
			Now::set(now);
			assert_eq!(ReserveGovernance::parameters(GOLD).unwrap().get(key), value);
			assert_eq!(
				ReserveGovernance::pending(GOLD).len(),
				usize::from(value == old)
			);
		}
		// no other key and no other asset moved
		let mut expected = ReserveParameterValues::default();
		expected.set(key, new).unwrap();
		assert_eq!(ReserveGovernance::parameters(GOLD), Some(expected));
		assert_eq!(
			ReserveGovernance::parameters(SILVER),
			Some(Default::default())
		);
	});
}

#[test]
fn works_at_the_edges_of_every_corridor_and_fails_beyond() {
	for key in ParameterKey::ALL {
		let Corridor { min, max, .. } = Corridor::initial(key);
		with_wide_step(key, min, |_| {
			assert_noop!(set(key, max + 1), Error::<Test>::AboveCorridor);
			assert_ok!(set(key, max));
		});
		with_wide_step(key, max, |_| {
			if let Some(below) = min.checked_sub(1) {
				assert_noop!(set(key, below), Error::<Test>::BelowCorridor);
			}
			assert_ok!(set(key, min));
		});
	}
}

#[test]
fn works_for_a_whole_step_of_every_key_and_fails_for_more() {
	for key in ParameterKey::ALL {
		let Corridor {
			min, max, max_step, ..
		} = Corridor::initial(key);
		for (from, whole, more) in [
			(min, min + max_step, min + max_step + 1),
			(max, max - max_step, max - max_step - 1),
		] {
			ExtBuilder::default()
				.with_value(key, from)
				.build_and_execute(|| {
					assert_noop!(set(key, more), Error::<Test>::StepTooLarge);
					assert_ok!(set(key, whole));
				});
		}
	}
}

#[test]
fn fails_when_every_key_is_still_cooling_down() {
	for key in ParameterKey::ALL {
		let (cooldown_ms, min) = (30 * DAY, Corridor::initial(key).min);
		let corridor = Corridor {
			cooldown_ms,
			..Corridor::initial(key)
		};
		ExtBuilder::default()
			.with_corridor(key, corridor)
			.with_value(key, min)
			.build_and_execute(|| {
				assert_ok!(set(key, min + 1));
				Now::set(START + cooldown_ms - 1);
				assert_eq!(value_at(key, Now::get()), min + 1);
				assert_noop!(set(key, min + 2), Error::<Test>::CoolingDown);
				// another key and another asset are not bound
				let other = ParameterKey::ALL
					.into_iter()
					.find(|other| *other != key)
					.unwrap();
				let value = value_at(other, Now::get()) + 1;
				let within = value.min(Corridor::initial(other).max - 1);
				assert_ok!(set(other, within));
				assert_ok!(ReserveGovernance::set_parameter(
					council(),
					SILVER,
					key,
					min + 1
				));
				Now::set(START + cooldown_ms);
				assert_ok!(set(key, min + 2));
			});
	}
}

#[test]
fn each_direction_has_its_delay() {
	use ParameterKey::*;
	// key, whether more and whether less is a tightening
	let table = [
		(RequiredCoverageBps, true, false),
		(ConfirmationQuorum, true, false),
		(MaxReportAgeMs, false, true),
		(ToleranceBps, false, true),
		(BasisHaircutBps, true, false),
		(IlliquidHaircutBps, true, false),
		(MaxCustodianShareBps, false, true),
		(MintBucketBps, false, true),
		(AcceptDeadlineMs, false, false),
		(ReleaseDeadlineMs, false, false),
		(BreachPenaltyBps, false, false),
		(AgeHaircutBps, true, false),
		(MaxIlliquidShareBps, false, true),
		(BondBps, true, false),
	];
	assert_eq!(table.map(|row| row.0), ParameterKey::ALL);
	for (key, up, down) in table {
		let initial = Corridor::initial(key);
		let middle = initial.min + (initial.max - initial.min) / 2;
		for (new, tightened) in [(middle + 1, up), (middle - 1, down)] {
			ExtBuilder::default()
				.with_corridor(key, round_corridor(initial.min, initial.max, 1))
				.with_value(key, middle)
				.build_and_execute(|| {
					assert_ok!(set(key, new));
					let delay: Moment = if tightened { 10 } else { 5_000 };
					assert_eq!(value_at(key, START + delay - 1), middle, "{key:?} to {new}");
					assert_eq!(value_at(key, START + delay), new, "{key:?} to {new}");
				});
		}
	}
}

#[test]
fn the_step_is_measured_from_what_is_in_force() {
	let key = ParameterKey::ToleranceBps;
	ExtBuilder::default()
		.with_corridor(key, round_corridor(0, 100, 20))
		.build_and_execute(|| {
			assert_ok!(set(key, 30));
			Now::set(START + 5_000);
			// 30 is in force though nobody has folded it
			assert_eq!(Parameters::<Test>::get(GOLD).unwrap().values.get(key), 10);
			assert_noop!(set(key, 51), Error::<Test>::StepTooLarge);
			assert_noop!(set(key, 30), Error::<Test>::Unchanged);
			assert_ok!(set(key, 50));
			let stored = Parameters::<Test>::get(GOLD).unwrap();
			assert_eq!((stored.values.get(key), stored.pending.len()), (30, 1));
		});
}

#[test]
fn changes_of_every_key_may_wait_together() {
	ExtBuilder::default().build_and_execute(|| {
		let mut expected = ReserveParameterValues::default();
		for key in ParameterKey::ALL {
			let (old, corridor) = (expected.get(key), Corridor::initial(key));
			let new = if old < corridor.max { old + 1 } else { old - 1 };
			assert_ok!(set(key, new));
			expected.set(key, new).unwrap();
		}
		assert_eq!(
			ReserveGovernance::pending(GOLD).len(),
			ParameterKey::ALL.len()
		);
		assert_eq!(
			ReserveGovernance::values(GOLD, START),
			Some(Default::default())
		);
		assert_eq!(
			ReserveGovernance::values(GOLD, START + 14 * DAY),
			Some(expected)
		);
		// the next decision folds them all
		Now::set(START + 14 * DAY);
		assert_ok!(set(ParameterKey::ConfirmationQuorum, 3));
		let stored = Parameters::<Test>::get(GOLD).unwrap();
		assert_eq!(stored.values, expected);
		let every = ParameterKey::ALL.len();
		assert_eq!(
			(stored.pending.len(), stored.last_changes.len()),
			(1, every)
		);
	});
}

#[test]
fn fails_when_the_decision_makes_no_sense() {
	ExtBuilder::default().build_and_execute(|| {
		let key = ParameterKey::RequiredCoverageBps;
		let set_for = |asset| ReserveGovernance::set_parameter(council(), asset, key, 10_100);
		assert_noop!(set_for(NONE), Error::<Test>::AssetNotFound);
		assert_noop!(
			set(key, u64::from(u32::MAX) + 1),
			Error::<Test>::ValueTooWide
		);
		assert_noop!(set(key, u64::from(u32::MAX)), Error::<Test>::AboveCorridor);
		assert_noop!(set(key, 10_000), Error::<Test>::Unchanged);
		assert_ok!(set(key, 10_100));
		assert_noop!(set(key, 10_200), Error::<Test>::AlreadyPending);
		assert_noop!(set(key, 10_000), Error::<Test>::AlreadyPending);
		let age = ParameterKey::MaxReportAgeMs;
		assert_noop!(set(age, u64::MAX), Error::<Test>::AboveCorridor);
	});
}

#[test]
fn fails_when_time_runs_out() {
	let key = ParameterKey::ToleranceBps;
	let endless = Corridor {
		loosen_delay_ms: u64::MAX,
		..round_corridor(0, 100, 20)
	};
	ExtBuilder::default()
		.with_corridor(key, endless)
		.build_and_execute(|| {
			assert_noop!(set(key, 11), ArithmeticError::Overflow);
			assert_ok!(set(key, 9));
		});
}

#[test]
fn an_unknown_asset_has_no_values() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(ReserveGovernance::parameters(NONE), None);
		assert_eq!(ReserveGovernance::pending(NONE), vec![]);
	});
}

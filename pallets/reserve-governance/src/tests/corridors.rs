use super::*;

fn set_corridor(key: ParameterKey, corridor: Corridor) -> polkadot_sdk::sp_runtime::DispatchResult {
	ReserveGovernance::set_corridor(supermajority(), key, corridor)
}

#[test]
fn works_for_every_key_up_to_its_hard_bounds_and_fails_beyond() {
	for key in ParameterKey::ALL {
		ExtBuilder::default().build_and_execute(|| {
			let (min, max) = Corridor::hard_bounds(key);
			let old = ReserveGovernance::corridor(key);
			let new = Corridor {
				min,
				max,
				max_step: old.max_step + 1,
				..old
			};
			if let Some(below) = min.checked_sub(1) {
				let beyond = Corridor { min: below, ..new };
				assert_noop!(set_corridor(key, beyond), Error::<Test>::OutsideHardBounds);
			}
			let beyond = Corridor {
				max: max + 1,
				..new
			};
			assert_noop!(set_corridor(key, beyond), Error::<Test>::OutsideHardBounds);
			assert_ok!(set_corridor(key, new));
			System::assert_last_event(Event::CorridorSet { key, old, new }.into());
			assert_eq!(ReserveGovernance::corridor(key), new);
		});
	}
}

#[test]
fn every_hard_bound_fits_the_width_of_its_key() {
	for key in ParameterKey::ALL {
		let (lowest, highest) = Corridor::hard_bounds(key);
		for value in [lowest, highest] {
			let mut values = ReserveParameterValues::default();
			assert_eq!(values.set(key, value), Some(()), "{key:?}");
			assert_eq!(values.get(key), value);
		}
	}
}

#[test]
fn fails_when_the_corridor_is_none() {
	ExtBuilder::default().build_and_execute(|| {
		let key = ParameterKey::ToleranceBps;
		let good = decided_corridor(5, 5, 1);
		let table = [
			(Corridor { min: 6, ..good }, Error::<Test>::InvalidCorridor),
			(
				Corridor {
					max_step: 0,
					..good
				},
				Error::<Test>::InvalidCorridor,
			),
			(
				Corridor {
					tighten_delay_ms: MIN_LOOSEN_DELAY_MS + 1,
					..good
				},
				Error::<Test>::DelaysInverted,
			),
		];
		for (corridor, error) in table {
			assert_noop!(set_corridor(key, corridor), error);
		}
		assert_ok!(set_corridor(
			key,
			Corridor {
				tighten_delay_ms: MIN_LOOSEN_DELAY_MS,
				..good
			}
		));
		assert_ok!(set_corridor(key, good));
		assert_noop!(set_corridor(key, good), Error::<Test>::Unchanged);
	});
}

#[test]
fn what_is_in_force_and_what_is_pending_stay() {
	ExtBuilder::default().build_and_execute(|| {
		let key = ParameterKey::ToleranceBps;
		assert_ok!(set(key, 30));
		assert_ok!(set_corridor(key, decided_corridor(50, 100, 25)));
		assert_eq!(value_at(key, START), 10);
		assert_eq!(value_at(key, START + 14 * DAY), 30);
		// the next decision must lead inside
		Now::set(START + 14 * DAY);
		assert_noop!(set(key, 49), Error::<Test>::BelowCorridor);
		assert_noop!(set(key, 56), Error::<Test>::StepTooLarge);
		assert_ok!(set(key, 55));
	});
}

#[test]
fn no_decision_makes_decisions_quick_or_impossible() {
	ExtBuilder::default().build_and_execute(|| {
		for key in ParameterKey::ALL {
			let old = ReserveGovernance::corridor(key);
			let most = old.max_step * 2;
			for good in [
				Corridor {
					loosen_delay_ms: MIN_LOOSEN_DELAY_MS,
					..old
				},
				Corridor {
					loosen_delay_ms: MAX_PACE_MS,
					..old
				},
				Corridor {
					cooldown_ms: MIN_COOLDOWN_MS,
					..old
				},
				Corridor {
					cooldown_ms: MAX_PACE_MS,
					..old
				},
				Corridor {
					max_step: most,
					..old
				},
			] {
				assert_eq!(good.check_decision(key), Ok(()), "{key:?}");
			}
			for bad in [
				Corridor {
					loosen_delay_ms: MIN_LOOSEN_DELAY_MS - 1,
					..old
				},
				Corridor {
					loosen_delay_ms: MAX_PACE_MS + 1,
					..old
				},
				Corridor {
					cooldown_ms: MIN_COOLDOWN_MS - 1,
					..old
				},
				Corridor {
					cooldown_ms: MAX_PACE_MS + 1,
					..old
				},
				Corridor {
					max_step: most + 2,
					..old
				},
			] {
				assert_noop!(set_corridor(key, bad), Error::<Test>::OutsideHardBounds);
			}
		}
	});
}

use super::*;

const KEY: ParameterKey = ParameterKey::ToleranceBps;

fn cancel() -> polkadot_sdk::sp_runtime::DispatchResult {
	ReserveGovernance::cancel_change(council(), GOLD, KEY)
}

#[test]
fn works_and_it_is_as_if_nothing_had_been_decided() {
	let corridor = round_corridor(0, 100, 20);
	ExtBuilder::default()
		.with_corridor(KEY, corridor)
		.build_and_execute(|| {
			assert_ok!(set(KEY, 30));
			assert_ok!(cancel());
			System::assert_last_event(
				Event::ChangeCancelled {
					asset: GOLD,
					key: KEY,
					value: 30,
				}
				.into(),
			);
			assert_eq!(ReserveGovernance::pending(GOLD), vec![]);
			assert_eq!(value_at(KEY, START + 5_000), 10);
			// no cool-down stands in the way of a tightening
			assert_ok!(set(KEY, 5));
			assert_eq!(value_at(KEY, START + 10), 5);
		});
}

#[test]
fn works_and_the_decision_before_still_counts_for_the_cool_down() {
	let corridor = round_corridor(0, 100, 20);
	ExtBuilder::default()
		.with_corridor(KEY, corridor)
		.build_and_execute(|| {
			assert_ok!(set(KEY, 5));
			Now::set(START + 1_000);
			assert_ok!(set(KEY, 15));
			assert_ok!(cancel());
			assert_eq!(
				Parameters::<Test>::get(GOLD).unwrap().last_change(KEY),
				Some(START)
			);
			assert_ok!(set(KEY, 4));
			Now::set(START + 1_500);
			assert_noop!(set(KEY, 3), Error::<Test>::CoolingDown);
		});
}

#[test]
fn works_until_the_change_holds() {
	let corridor = round_corridor(0, 100, 20);
	for (now, works) in [(START + 4_999, true), (START + 5_000, false)] {
		ExtBuilder::default()
			.with_corridor(KEY, corridor)
			.build_and_execute(|| {
				assert_ok!(set(KEY, 30));
				Now::set(now);
				if works {
					assert_ok!(cancel());
				} else {
					assert_noop!(cancel(), Error::<Test>::NothingPending);
					assert_eq!(value_at(KEY, now), 30);
				}
			});
	}
}

#[test]
fn fails_when_nothing_is_pending() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(cancel(), Error::<Test>::NothingPending);
		assert_ok!(set(ParameterKey::MintBucketBps, 9_000));
		assert_noop!(cancel(), Error::<Test>::NothingPending);
		assert_noop!(
			ReserveGovernance::cancel_change(council(), NONE, KEY),
			Error::<Test>::AssetNotFound
		);
	});
}

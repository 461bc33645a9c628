use super::*;
use polkadot_sdk::frame_support::traits::Hooks;
use std::panic::catch_unwind;

#[test]
fn works_with_what_is_compiled_in() {
	ExtBuilder::default().build_and_execute(|| {
		Pallet::<Test>::integrity_test();
		assert_eq!(
			ReserveGovernance::parameters(GOLD),
			Some(ReserveParameterValues::default())
		);
		for key in ParameterKey::ALL {
			assert_eq!(ReserveGovernance::corridor(key), Corridor::initial(key));
			assert_eq!(
				ReserveGovernance::hard_bounds(key),
				Corridor::hard_bounds(key)
			);
			assert_eq!(ReserveGovernance::tightening(key), Tightening::of(key));
		}
	});
}

#[test]
fn works_with_other_corridors_and_values() {
	let key = ParameterKey::AcceptDeadlineMs;
	let corridor = round_corridor(60_000, 600_000, 60_000);
	ExtBuilder::default()
		.with_corridor(key, corridor)
		.with_value(key, 120_000)
		.build_and_execute(|| {
			assert_eq!(ReserveGovernance::corridor(key), corridor);
			assert_eq!(value_at(key, START), 120_000);
		});
}

#[test]
fn fails_when_a_corridor_is_none_or_a_value_lies_outside() {
	let key = ParameterKey::ToleranceBps;
	let builders: [fn(ParameterKey) -> ExtBuilder; 3] = [
		|key| ExtBuilder::default().with_corridor(key, round_corridor(0, 1_001, 1)),
		|key| ExtBuilder::default().with_corridor(key, round_corridor(11, 20, 1)),
		|key| ExtBuilder::default().with_value(key, 101),
	];
	for builder in builders {
		assert!(catch_unwind(|| builder(key).build()).is_err());
	}
}

use super::*;
use polkadot_sdk::frame_support::assert_noop;

fn limits(capacity: Balance, refill_per_day: Balance, single_mint_cap: Balance) -> Limits {
	Limits {
		capacity,
		refill_per_day,
		single_mint_cap,
	}
}

#[test]
fn first_bucket_works_at_once() {
	ExtBuilder::default()
		.lot(VAULT_A, 1, 1_000)
		.build_and_execute(|| {
			assert_ok!(run(CONTROLLER, bucket_call(1_000, 100, 500)));
			let new = limits(1_000, 100, 500);
			assert_eq!(
				last_event(),
				Event::BucketSet {
					asset: GOLD,
					controller: 3,
					old: None,
					new,
					raise: None
				}
				.into()
			);
			assert_ok!(run(MINTER, mint_call(id(1), ALICE, 500)));
		});
}

#[test]
fn lower_figures_act_at_once_and_higher_ones_wait() {
	let old = limits(1_000, 100, 500);
	// (new, in force at once, whether something waits)
	let table = [
		((900, 90, 400), (900, 90, 400), false),
		((1_000, 100, 500), (1_000, 100, 500), false),
		((1_001, 100, 500), (1_000, 100, 500), true),
		((1_000, 101, 500), (1_000, 100, 500), true),
		((1_000, 100, 501), (1_000, 100, 500), true),
		((1_001, 99, 501), (1_000, 99, 500), true),
		((0, 101, 0), (0, 100, 0), true),
	];
	for (new, in_force, waits) in table {
		ExtBuilder::default()
			.bucket(1_000, 100, 500)
			.build_and_execute(|| {
				let in_force = limits(in_force.0, in_force.1, in_force.2);
				let target = limits(new.0, new.1, new.2);
				assert_ok!(run(CONTROLLER, bucket_call(new.0, new.1, new.2)));
				let raise = waits.then_some(Raise {
					limits: target,
					effective_at: START + DAY,
				});
				assert_eq!(
					last_event(),
					Event::BucketSet {
						asset: GOLD,
						controller: 3,
						old: Some(old),
						new: in_force,
						raise
					}
					.into()
				);
				assert_eq!(bucket_at(START).limits, in_force);
				assert_eq!(bucket_at(START + DAY - 1).limits, in_force);
				assert_eq!(bucket_at(START + DAY).limits, target);
			});
	}
}

#[test]
fn raise_acts_after_24_hours_to_the_millisecond() {
	ExtBuilder::default()
		.bucket(100, 0, 100)
		.lot(VAULT_A, 1, 1_000)
		.build_and_execute(|| {
			assert_ok!(run(CONTROLLER, bucket_call(100, 0, 10)));
			assert_ok!(run(CONTROLLER, bucket_call(100, 0, 50)));
			advance(DAY - 1);
			let above = Error::<Test>::AboveSingleMintCap;
			assert_noop!(run(MINTER, mint_call(id(1), ALICE, 11)), above);
			advance(1);
			assert_ok!(run(MINTER, mint_call(id(1), ALICE, 50)));
		});
}

#[test]
fn replaced_raise_waits_anew() {
	ExtBuilder::default()
		.bucket(100, 0, 100)
		.build_and_execute(|| {
			assert_ok!(run(CONTROLLER, bucket_call(300, 0, 100)));
			advance(DAY - 1);
			assert_ok!(run(CONTROLLER, bucket_call(200, 0, 100)));
			assert_eq!(bucket_at(START + 2 * DAY - 2).limits.capacity, 100);
			assert_eq!(bucket_at(START + 2 * DAY - 1).limits.capacity, 200);
			assert_eq!(bucket_at(START + 9 * DAY).limits.capacity, 200);
		});
}

#[test]
fn cancel_raise_works() {
	ExtBuilder::default()
		.bucket(100, 0, 100)
		.build_and_execute(|| {
			assert_ok!(run(CONTROLLER, bucket_call(300, 0, 90)));
			advance(DAY - 1);
			assert_ok!(run(CONTROLLER, Call::cancel_raise { asset: GOLD }));
			let raise = Raise {
				limits: limits(300, 0, 90),
				effective_at: START + DAY,
			};
			assert_eq!(
				last_event(),
				Event::RaiseCancelled {
					asset: GOLD,
					controller: 3,
					raise
				}
				.into()
			);
			assert_eq!(bucket_at(START + 9 * DAY).limits, limits(100, 0, 90));
		});
}

#[test]
fn cancel_raise_fails_when_none_waits() {
	ExtBuilder::default().build_and_execute(|| {
		let cancel = Call::cancel_raise { asset: GOLD };
		assert_noop!(
			run(CONTROLLER, cancel.clone()),
			Error::<Test>::NoMintAllowance
		);
		assert_ok!(run(CONTROLLER, bucket_call(100, 0, 100)));
		assert_noop!(
			run(CONTROLLER, cancel.clone()),
			Error::<Test>::NoRaiseWaiting
		);
		assert_ok!(run(CONTROLLER, bucket_call(101, 0, 100)));
		advance(DAY);
		assert_noop!(run(CONTROLLER, cancel), Error::<Test>::NoRaiseWaiting);
	});
}

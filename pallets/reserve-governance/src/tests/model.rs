//! Random sequences of calls against a plain model: the history of decisions.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Op {
	Set(usize, u64),
	Cancel(usize),
	Wait(Moment),
}

const KEYS_USED: [ParameterKey; 3] = [
	ParameterKey::ToleranceBps,
	ParameterKey::BasisHaircutBps,
	ParameterKey::BreachPenaltyBps,
];

fn op() -> impl Strategy<Value = Op> {
	prop_oneof![
		5 => (0..3usize, 480..530u64).prop_map(|(key, value)| Op::Set(key, value)),
		1 => (0..3usize).prop_map(Op::Cancel),
		3 => (0..4_000u64).prop_map(Op::Wait),
	]
}

#[derive(Clone, Copy)]
struct Decision {
	value: u64,
	decided_at: Moment,
	effective_at: Moment,
}

/// Every decision ever taken and not cancelled, per key.
#[derive(Default)]
struct Model(BTreeMap<ParameterKey, Vec<Decision>>);

impl Model {
	fn decisions(&self, key: ParameterKey) -> &[Decision] {
		self.0.get(&key).map_or(&[], Vec::as_slice)
	}

	fn value(&self, key: ParameterKey, now: Moment) -> u64 {
		let mut in_force = self
			.decisions(key)
			.iter()
			.filter(|entry| entry.effective_at <= now);
		in_force.next_back().map_or(500, |entry| entry.value)
	}

	fn set(&mut self, key: ParameterKey, new: u64, now: Moment) -> bool {
		let old = self.value(key, now);
		let free = self
			.decisions(key)
			.last()
			.is_none_or(|last| last.effective_at <= now && last.decided_at + 1_000 <= now);
		let inside = (490..=520).contains(&new) && new != old && new.abs_diff(old) <= 10;
		if free && inside {
			let tightened = match key {
				ParameterKey::ToleranceBps => new < old,
				ParameterKey::BasisHaircutBps => new > old,
				_ => false,
			};
			let effective_at = now + if tightened { 10 } else { 5_000 };
			let decision = Decision {
				value: new,
				decided_at: now,
				effective_at,
			};
			self.0.entry(key).or_default().push(decision);
		}
		free && inside
	}

	fn cancel(&mut self, key: ParameterKey, now: Moment) -> bool {
		let waits = self
			.decisions(key)
			.last()
			.is_some_and(|last| last.effective_at > now);
		if waits {
			self.0.entry(key).or_default().pop();
		}
		waits
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

	#[test]
	fn the_pallet_agrees_with_the_model(ops in prop::collection::vec(op(), 1..80)) {
		let builder = KEYS_USED.into_iter().fold(ExtBuilder::default(), |builder, key| {
			builder.with_corridor(key, round_corridor(490, 520, 10)).with_value(key, 500)
		});
		builder.build_and_execute(|| {
			let mut model = Model::default();
			for op in ops {
				let now = Now::get();
				match op {
					Op::Set(index, value) => {
						let key = KEYS_USED[index];
						assert_eq!(set(key, value).is_ok(), model.set(key, value, now));
					},
					Op::Cancel(index) => {
						let key = KEYS_USED[index];
						let real = ReserveGovernance::cancel_change(council(), GOLD, key).is_ok();
						assert_eq!(real, model.cancel(key, now));
					},
					Op::Wait(ms) => Now::set(now + ms),
				}
				for later in [0, 1, 9, 10, 4_999, 5_000] {
					let at = Now::get() + later;
					for key in KEYS_USED {
						assert_eq!(value_at(key, at), model.value(key, at), "{key:?} at {at}");
					}
				}
				assert_ok!(ReserveGovernance::do_try_state());
			}
		});
	}
}

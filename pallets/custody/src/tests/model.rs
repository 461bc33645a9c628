//! Random sequences of calls against a plain model.

use super::*;
use assay_primitives::{Moment, Quantity};
use assay_traits::{LotInspect, LotRelease};
use proptest::prelude::*;
use std::collections::BTreeMap;

const SERIALS: u8 = 6;

#[derive(Clone, Debug)]
enum Op {
	/// Bill, quantity, and in how many ms it matures.
	Register(u8, Quantity, Option<u8>),
	Release(u8, Quantity),
	Withdraw(u8),
	Remove(u8),
	Wait(u8),
	/// A report is accepted that is so many ms old.
	Report(u8),
}

fn op() -> impl Strategy<Value = Op> {
	let serial = 0..SERIALS;
	prop_oneof![
		4 => (serial.clone(), 0..50u128, proptest::option::of(0..20u8))
			.prop_map(|(serial, quantity, due)| Op::Register(serial, quantity, due)),
		4 => (serial.clone(), 0..30u128).prop_map(|(serial, part)| Op::Release(serial, part)),
		2 => serial.clone().prop_map(Op::Withdraw),
		1 => serial.prop_map(Op::Remove),
		3 => (0..10u8).prop_map(Op::Wait),
		1 => (0..10u8).prop_map(Op::Report),
	]
}

struct Entry {
	pledged: bool,
	quantity: Quantity,
	matures_at: Option<Moment>,
}

/// What the pallet should know, kept the simplest way.
#[derive(Default)]
struct Model {
	lots: BTreeMap<u8, Entry>,
	removals: Vec<(Moment, Quantity)>,
	newest_report: Moment,
}

impl Model {
	fn register(&mut self, serial: u8, quantity: Quantity, matures_at: Option<Moment>) -> bool {
		let free = self.lots.get(&serial).is_none_or(|lot| !lot.pledged);
		let good = quantity > 0 && matures_at.is_none_or(|moment| moment > Now::get()) && free;
		if good {
			self.lots.insert(
				serial,
				Entry {
					pledged: true,
					quantity,
					matures_at,
				},
			);
		}
		good
	}

	fn release(&mut self, serial: u8, part: Quantity) -> bool {
		let Some(lot) = self.lots.get_mut(&serial) else {
			return false;
		};
		let good = lot.pledged && part > 0 && part <= lot.quantity;
		if good {
			lot.quantity -= part;
			lot.pledged = lot.quantity > 0;
			self.removals.push((Now::get(), part));
		}
		good
	}

	fn withdraw(&mut self, serial: u8) -> bool {
		let Some(lot) = self.lots.get_mut(&serial) else {
			return false;
		};
		let good = lot.pledged;
		if good {
			lot.pledged = false;
			self.removals.push((Now::get(), lot.quantity));
		}
		good
	}

	fn remove(&mut self, serial: u8) -> bool {
		let good = self.lots.get(&serial).is_some_and(|lot| !lot.pledged);
		if good {
			self.lots.remove(&serial);
		}
		good
	}

	fn pledged(&self, now: Moment) -> Quantity {
		self.lots
			.values()
			.filter(|lot| lot.pledged && lot.matures_at.is_none_or(|moment| moment > now))
			.map(|lot| lot.quantity)
			.sum()
	}

	fn removed(&self, as_of: Moment) -> Quantity {
		self.removals
			.iter()
			.filter(|entry| entry.0 >= as_of)
			.map(|entry| entry.1)
			.sum()
	}
}

fn scope() -> assay_primitives::Scope {
	assay_primitives::Scope {
		asset: BILLS,
		..gold_scope()
	}
}

fn apply(model: &mut Model, op: Op) -> (bool, bool) {
	let name = |serial: u8| format!("T{serial}");
	let one = |serial: u8| ids(&[name(serial).as_str()]);
	let who = signed(CUSTODIAN);
	match op {
		Op::Register(serial, quantity, due) => {
			let matures_at = due.map(|due| Now::get() + Moment::from(due));
			let lots = batch([bill(&name(serial), quantity, matures_at)]);
			(
				model.register(serial, quantity, matures_at),
				Custody::register_lots(who, BILLS, 0, lots).is_ok(),
			)
		},
		Op::Release(serial, part) => {
			let lots = [(id_of(&name(serial)), part)];
			let real = <Custody as LotRelease>::release(scope(), &lots, hash(6), Now::get());
			(model.release(serial, part), real == Ok(part))
		},
		Op::Withdraw(serial) => (
			model.withdraw(serial),
			Custody::withdraw_lots(who, BILLS, 0, one(serial), hash(5)).is_ok(),
		),
		Op::Remove(serial) => (
			model.remove(serial),
			Custody::remove_lots(who, one(serial)).is_ok(),
		),
		Op::Wait(ms) => {
			Now::mutate(|now| *now += Moment::from(ms));
			(true, true)
		},
		Op::Report(age) => {
			let as_of = (Now::get() - Moment::from(age)).max(model.newest_report);
			model.newest_report = as_of;
			Custody::report_accepted(scope(), as_of);
			(true, true)
		},
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

	#[test]
	fn the_pallet_agrees_with_the_model(ops in prop::collection::vec(op(), 1..120)) {
		ExtBuilder::default().with_vaults().build_and_execute(|| {
			let mut model = Model::default();
			for op in ops {
				let (expected, real) = apply(&mut model, op.clone());
				assert_eq!(real, expected, "{op:?}");
				let now = Now::get();
				for moment in [now, now + 1, now + 7, now + 20] {
					assert_eq!(Custody::pledged(scope(), moment), model.pledged(moment));
				}
				// Fewer moments than are kept apart: the figures are equal, from the newest
				// report on.
				for as_of in model.newest_report.max(now - 5)..=now + 1 {
					assert_eq!(Custody::removed_after(scope(), as_of), model.removed(as_of));
				}
			}
		});
	}

	#[test]
	fn what_is_remembered_is_never_less_than_what_left(
		steps in prop::collection::vec((0..4u64, 1..100u128), 1..300),
		reports in prop::collection::vec(0..1_000u64, 0..4),
	) {
		let mut totals = Totals::default();
		let mut all = Vec::new();
		let mut now = 1_000;
		let mut newest = 0;
		let mut reports = reports.into_iter().map(|ms| 1_000 + ms).collect::<Vec<_>>();
		reports.sort_unstable_by(|left, right| right.cmp(left));
		for (ms, quantity) in steps {
			now += ms;
			totals.record_removal(now, quantity).unwrap();
			all.push((now, quantity));
			if let Some(as_of) = reports.pop_if(|as_of| *as_of <= now) {
				newest = as_of;
				totals.forget_removals(as_of);
			}
			let exact = |as_of: Moment| -> Quantity {
				all.iter().filter(|entry| entry.0 >= as_of).map(|entry| entry.1).sum()
			};
			for as_of in (newest..=now).step_by(13) {
				assert!(totals.removed(as_of).unwrap() >= exact(as_of));
			}
			let kept_apart = totals.removals.iter().skip(1).map(|entry| entry.moment);
			for as_of in kept_apart.filter(|moment| *moment >= newest) {
				assert_eq!(totals.removed(as_of).unwrap(), exact(as_of));
			}
		}
	}
}

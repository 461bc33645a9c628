//! Random sequences of calls against a plain model: two custodians, a vault each.

use super::*;
use assay_primitives::{Basis, LiquidityClass, Moment, Quantity, Scope};
use assay_traits::{LotInspect, LotRelease};
use proptest::prelude::*;
use std::collections::BTreeMap;

const SERIALS: u8 = 6;

/// One of the two custodians, which is also the number of its vault.
type Side = u8;

#[derive(Clone, Debug)]
enum Act {
	/// A bill's quantity, and in how many ms it matures.
	Register(Quantity, Option<u8>),
	Release(Quantity),
	Withdraw,
	Encumber,
	Lift,
	Remove,
	/// To the other side.
	Transfer,
	/// What a bill was paid out as, and in how many ms that matures.
	Cash(Quantity, Option<u8>),
}

#[derive(Clone, Debug)]
enum Op {
	Do(Side, u8, Act),
	Wait(u8),
	/// A report is accepted that is so many ms old.
	Report(Side, u8),
}

fn act() -> impl Strategy<Value = Act> {
	let due = || proptest::option::of(0..20u8);
	prop_oneof![
		4 => (0..50u128, due()).prop_map(|(quantity, due)| Act::Register(quantity, due)),
		3 => (0..30u128).prop_map(Act::Release),
		2 => Just(Act::Withdraw),
		1 => Just(Act::Encumber),
		1 => Just(Act::Lift),
		1 => Just(Act::Remove),
		4 => Just(Act::Transfer),
		2 => (0..30u128, due()).prop_map(|(quantity, due)| Act::Cash(quantity, due)),
	]
}

fn op() -> impl Strategy<Value = Op> {
	prop_oneof![
		12 => (0..2u8, 0..SERIALS, act()).prop_map(|(side, serial, act)| Op::Do(side, serial, act)),
		3 => (0..10u8).prop_map(Op::Wait),
		2 => (0..2u8, 0..10u8).prop_map(|(side, age)| Op::Report(side, age)),
	]
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum State {
	Pledged,
	Withdrawn,
	Encumbered,
	Released,
}

struct Entry {
	side: Side,
	state: State,
	quantity: Quantity,
	matures_at: Option<Moment>,
	arrived_at: Option<Moment>,
}

/// What the pallet should know, kept the simplest way.
#[derive(Default)]
struct Model {
	lots: BTreeMap<u8, Entry>,
	removals: [Vec<(Moment, Quantity)>; 2],
	newest_report: [Moment; 2],
}

impl Model {
	fn act(&mut self, side: Side, serial: u8, act: &Act) -> bool {
		let now = Now::get();
		let due = |due: &Option<u8>| due.map(|due| now + Moment::from(due));
		let open = |moment: Option<Moment>| moment.is_none_or(|moment| moment > now);
		if let Act::Register(quantity, ms) = act {
			let free = self.lots.get(&serial).is_none_or(|lot| match lot.state {
				State::Pledged | State::Encumbered => false,
				State::Withdrawn => lot.side == side,
				State::Released => true,
			});
			let good = *quantity > 0 && open(due(ms)) && free;
			if good {
				let entry = Entry {
					side,
					state: State::Pledged,
					quantity: *quantity,
					matures_at: due(ms),
					arrived_at: None,
				};
				self.lots.insert(serial, entry);
			}
			return good;
		}
		let Some(lot) = self.lots.get_mut(&serial).filter(|lot| lot.side == side) else {
			return false;
		};
		let pledged = lot.state == State::Pledged;
		let mut removed = 0;
		let good = match act {
			Act::Register(..) => false,
			Act::Release(part) => pledged && *part > 0 && *part <= lot.quantity,
			Act::Withdraw | Act::Encumber | Act::Transfer => pledged,
			Act::Lift => lot.state == State::Encumbered,
			Act::Remove => matches!(lot.state, State::Withdrawn | State::Released),
			Act::Cash(quantity, ms) => {
				let fits = *quantity > 0 && *quantity <= lot.quantity;
				pledged && !open(lot.matures_at) && fits && open(due(ms))
			},
		};
		if !good {
			return false;
		}
		match act {
			Act::Register(..) => {},
			Act::Release(part) => {
				removed = *part;
				lot.quantity -= part;
				if lot.quantity == 0 {
					lot.state = State::Released;
				}
			},
			Act::Withdraw | Act::Encumber => {
				removed = lot.quantity;
				lot.state = match act {
					Act::Withdraw => State::Withdrawn,
					_ => State::Encumbered,
				};
			},
			Act::Lift => lot.state = State::Withdrawn,
			Act::Remove => {
				self.lots.remove(&serial);
			},
			Act::Transfer => {
				removed = lot.quantity;
				lot.side = 1 - side;
				lot.arrived_at = Some(now);
			},
			Act::Cash(quantity, ms) => {
				removed = lot.quantity - quantity;
				lot.quantity = *quantity;
				lot.matures_at = due(ms);
			},
		}
		if removed > 0 {
			self.removals[usize::from(side)].push((now, removed));
		}
		true
	}

	fn pledged(&self, side: Side, now: Moment) -> Quantity {
		let newest = self.newest_report[usize::from(side)];
		self.lots
			.values()
			.filter(|lot| lot.side == side && lot.state == State::Pledged)
			.filter(|lot| lot.matures_at.is_none_or(|moment| moment > now))
			.filter(|lot| lot.arrived_at.is_none_or(|moment| moment < newest))
			.map(|lot| lot.quantity)
			.sum()
	}

	fn removed(&self, side: Side, as_of: Moment) -> Quantity {
		self.removals[usize::from(side)]
			.iter()
			.filter(|entry| entry.0 >= as_of)
			.map(|entry| entry.1)
			.sum()
	}
}

fn scope(side: Side) -> Scope {
	Scope {
		asset: BILLS,
		..[gold_scope(), others_scope()][usize::from(side)]
	}
}

fn act_for_real(side: Side, serial: u8, act: &Act) -> bool {
	let (account, other) = [(CUSTODIAN, OTHER), (OTHER, CUSTODIAN)][usize::from(side)];
	let who = || signed(account);
	let (name, vault) = (format!("T{serial}"), side.into());
	let one = || ids(&[name.as_str()]);
	let due = |due: &Option<u8>| due.map(|due| Now::get() + Moment::from(due));
	match act {
		Act::Register(quantity, ms) => {
			let lots = batch([bill(&name, *quantity, due(ms))]);
			Custody::register_lots(who(), BILLS, vault, lots, None).is_ok()
		},
		Act::Release(part) => {
			let lots = [(id_of(&name), *part)];
			let released =
				<Custody as LotRelease>::release(scope(side), &lots, hash(6), Now::get());
			released == Ok(*part)
		},
		Act::Withdraw => Custody::withdraw_lots(who(), BILLS, vault, one(), hash(5)).is_ok(),
		Act::Encumber => Custody::encumber_lots(who(), BILLS, vault, one(), hash(5)).is_ok(),
		Act::Lift => Custody::lift_encumbrance(who(), one(), hash(5)).is_ok(),
		Act::Remove => Custody::remove_lots(who(), one()).is_ok(),
		Act::Transfer => {
			let to = scope(1 - side);
			let offer = NextOfferId::<Test>::get();
			let until = Now::get() + 1;
			Custody::offer_lots(who(), BILLS, vault, one(), to.custodian, to.vault, until).is_ok()
				&& Custody::accept_lots(signed(other), offer).is_ok()
		},
		Act::Cash(quantity, ms) => {
			let cash = CashInput {
				quantity: *quantity,
				value: 1,
				matures_at: due(ms),
				basis: Basis::Market,
				class: LiquidityClass::Liquid,
				document_hash: hash(8),
			};
			Custody::report_cash(who(), id_of(&name), cash).is_ok()
		},
	}
}

fn apply(model: &mut Model, op: &Op) -> (bool, bool) {
	match op {
		Op::Do(side, serial, act) => (
			model.act(*side, *serial, act),
			act_for_real(*side, *serial, act),
		),
		Op::Wait(ms) => {
			Now::mutate(|now| *now += Moment::from(*ms));
			(true, true)
		},
		Op::Report(side, age) => {
			let newest = &mut model.newest_report[usize::from(*side)];
			let as_of = (Now::get() - Moment::from(*age)).max(*newest);
			*newest = as_of;
			Custody::report_accepted(scope(*side), as_of);
			(true, true)
		},
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

	#[test]
	fn the_pallet_agrees_with_the_model(ops in prop::collection::vec(op(), 1..160)) {
		ExtBuilder::default().with_vaults().build_and_execute(|| {
			let mut model = Model::default();
			for op in ops {
				let (expected, real) = apply(&mut model, &op);
				assert_eq!(real, expected, "{op:?}");
				assert_ok!(Custody::do_try_state());
				let now = Now::get();
				for side in 0..2 {
					for moment in [now, now + 1, now + 7, now + 20] {
						let pledged = Custody::pledged(scope(side), moment);
						assert_eq!(pledged, model.pledged(side, moment), "{op:?}");
					}
					// Fewer moments than are kept apart: the figures are equal, from the newest
					// report on.
					let newest = model.newest_report[usize::from(side)];
					for as_of in newest.max(now - 5)..=now + 1 {
						let removed = Custody::removed_after(scope(side), as_of);
						assert_eq!(removed, model.removed(side, as_of), "{op:?}");
					}
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
				totals.report_accepted(as_of);
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

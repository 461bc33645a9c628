//! Random calls and passing time, against a plain model.

use super::*;
use assay_primitives::Moment;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Step {
	Propose {
		who: AccountId,
		case: u8,
		amount: Balance,
	},
	Approve(AccountId, DocketId),
	Reject(AccountId, DocketId),
	Withdraw(AccountId, DocketId),
	Renew(AccountId, DocketId),
	Answer(AccountId, DocketId),
	Remove(DocketId),
	Wait(Moment),
}

fn agents() -> impl Strategy<Value = AccountId> {
	prop_oneof![Just(OFFICER), Just(COLLEAGUE), Just(AGENT), Just(HOLDER)]
}

fn step() -> impl Strategy<Value = Step> {
	let id = 0u32..6;
	prop_oneof![
		3 => (agents(), 0u8..6, 0u128..40)
			.prop_map(|(who, case, amount)| Step::Propose { who, case, amount }),
		2 => (agents(), id.clone()).prop_map(|(who, id)| Step::Approve(who, id)),
		1 => (agents(), id.clone()).prop_map(|(who, id)| Step::Reject(who, id)),
		1 => (agents(), id.clone()).prop_map(|(who, id)| Step::Withdraw(who, id)),
		2 => (agents(), id.clone()).prop_map(|(who, id)| Step::Renew(who, id)),
		1 => (agents(), id.clone()).prop_map(|(who, id)| Step::Answer(who, id)),
		1 => id.prop_map(Step::Remove),
		2 => prop_oneof![Just(1), Just(OPEN - 1), Just(OPEN), Just(REFREEZE), Just(RETENTION)]
			.prop_map(Step::Wait),
	]
}

/// What a plain reading of the crate docs keeps of a docket.
struct Entry {
	case: u8,
	amount: Balance,
	side: AccountId,
	/// How many were proposed and renewed before it was opened last.
	opened: usize,
	deadline: Moment,
	ended: Option<(DocketState, Moment)>,
}

#[derive(Default)]
struct Model {
	dockets: BTreeMap<DocketId, Entry>,
	next: DocketId,
	opened: usize,
	now: Moment,
	taken: Balance,
}

/// The side that an account is of: both accounts of the firm are one.
fn side(who: AccountId) -> Option<AccountId> {
	match who {
		OFFICER | COLLEAGUE => Some(OFFICER),
		AGENT => Some(AGENT),
		_ => None,
	}
}

impl Model {
	fn state(&self, entry: &Entry) -> DocketState {
		match entry.ended {
			Some((state, _)) => state,
			None if self.now < entry.deadline => DocketState::Proposed,
			None => DocketState::Expired,
		}
	}

	fn is_frozen(&self) -> bool {
		let open = |entry| self.state(entry) == DocketState::Proposed;
		self.dockets.values().any(open)
	}

	/// Whether the last docket that a side opened came to nothing, too short a time ago.
	fn is_restrained(&self, side: AccountId) -> bool {
		let own = self.dockets.iter().filter(|(_, entry)| entry.side == side);
		let last = own.max_by_key(|(_, entry)| entry.opened);
		last.is_some_and(|(_, entry)| {
			use DocketState::*;
			let ended = entry.ended.map_or(entry.deadline, |(_, at)| at);
			matches!(self.state(entry), Expired | Rejected | Withdrawn)
				&& self.now < ended + REFREEZE
		})
	}

	/// Whether an agent of the wanted side takes a step from this state.
	fn may(&self, who: AccountId, id: DocketId, from: DocketState, own: bool) -> bool {
		self.dockets.get(&id).is_some_and(|entry| {
			self.state(entry) == from && side(who).is_some_and(|side| (side == entry.side) == own)
		})
	}

	fn end(&mut self, id: DocketId, state: DocketState) {
		let now = self.now;
		self.dockets.get_mut(&id).unwrap().ended = Some((state, now));
	}

	/// Takes the step; says whether it is allowed.
	fn take(&mut self, step: &Step) -> bool {
		use DocketState::*;
		match *step {
			Step::Propose { who, case, amount } => {
				let known = self.dockets.values().any(|entry| entry.case == case);
				let Some(side) = side(who) else { return false };
				let alone = !self.is_restrained(side);
				if amount == 0 || known || alone && self.is_frozen() {
					return false;
				}
				self.opened += 1;
				let entry = Entry {
					case,
					amount,
					side,
					opened: self.opened,
					deadline: if alone { self.now + OPEN } else { self.now },
					ended: None,
				};
				self.dockets.insert(self.next, entry);
				self.next += 1;
				true
			},
			Step::Approve(who, id) => {
				let fits = |amount| self.taken + amount <= 100;
				let allowed = self.may(who, id, Proposed, false)
					&& self
						.dockets
						.get(&id)
						.is_some_and(|entry| fits(entry.amount));
				if allowed {
					self.taken += self.dockets[&id].amount;
					self.end(id, Executed);
				}
				allowed
			},
			Step::Reject(who, id) => {
				let allowed = self.may(who, id, Proposed, false);
				if allowed {
					self.end(id, Rejected);
				}
				allowed
			},
			Step::Withdraw(who, id) => {
				let allowed = self.may(who, id, Proposed, true);
				if allowed {
					self.end(id, Withdrawn);
				}
				allowed
			},
			Step::Renew(who, id) => {
				let allowed = self.may(who, id, Expired, false) && !self.is_frozen();
				if allowed {
					self.opened += 1;
					let entry = self.dockets.get_mut(&id).unwrap();
					entry.deadline = self.now + OPEN;
					entry.opened = self.opened;
				}
				allowed
			},
			Step::Answer(who, id) => {
				let open = |entry| self.state(entry) == Proposed;
				who == HOLDER && self.dockets.get(&id).is_some_and(open)
			},
			Step::Remove(id) => {
				let old = |entry: &Entry| {
					let ended = entry.ended.map_or(entry.deadline, |(_, at)| at);
					self.now >= ended + RETENTION
				};
				let allowed = self.dockets.get(&id).is_some_and(old);
				if allowed {
					self.dockets.remove(&id);
				}
				allowed
			},
			Step::Wait(time) => {
				self.now += time;
				true
			},
		}
	}
}

/// Takes the step on the chain; says whether it was allowed.
fn take(step: &Step) -> bool {
	match *step {
		Step::Propose { who, case, amount } => run(who, propose(transfer(amount), case)).is_ok(),
		Step::Approve(who, docket) => run(who, approve(docket)).is_ok(),
		Step::Reject(who, docket) => run(who, reject(docket)).is_ok(),
		Step::Withdraw(who, docket) => run(who, Call::withdraw { docket }).is_ok(),
		Step::Renew(who, docket) => run(who, Call::renew { docket }).is_ok(),
		Step::Answer(who, docket) => run(who, answer_call(docket)).is_ok(),
		Step::Remove(docket) => run(NOBODY, Call::remove { docket }).is_ok(),
		Step::Wait(time) => {
			advance(time);
			true
		},
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(200))]
	#[test]
	fn dockets_do_what_the_model_says(steps in prop::collection::vec(step(), 1..60)) {
		new_test_ext().execute_with(|| {
			let mut model = Model { now: START, ..Default::default() };
			for step in steps {
				let allowed = model.take(&step);
				assert_eq!(take(&step), allowed, "{step:?}");
				assert_eq!(is_frozen(HOLDER_ID), model.is_frozen(), "{step:?}");
				assert_eq!(units(HOLDER), 100 - model.taken);
				assert_eq!(units(OTHER), 50 + model.taken);
				let deposits = Balance::try_from(model.dockets.len()).unwrap() * DEPOSIT;
				assert_eq!(held(OFFICER) + held(COLLEAGUE) + held(AGENT), deposits);
				for (id, entry) in &model.dockets {
					assert_eq!(state(*id), model.state(entry), "{id} after {step:?}");
				}
				assert_ok!(Pallet::<Test>::do_try_state());
			}
		});
	}
}

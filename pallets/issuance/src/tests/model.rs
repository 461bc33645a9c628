//! Random lives of an asset against a plain model that shares no code with the pallet.

use super::*;
use assay_primitives::{ReserveParameterValues, ReserveStatus};
use polkadot_sdk::frame_support::traits::Hooks;
use proptest::prelude::*;
use RedemptionState::*;

const HOLDERS: [Account; 2] = [ALICE, BOB];
const RESERVE: Quantity = 5_000;

#[derive(Clone, Debug)]
enum Step {
	Wait(Moment),
	/// The chain stands still for so long.
	Outage(Moment),
	Lapse(bool),
	/// Whether minting asks for a bond: five percent of two francs a unit.
	AskForBond(bool),
	TopUp(Balance),
	Mint {
		to: usize,
		amount: Balance,
	},
	SetBucket(Balance, Balance, Balance),
	CancelRaise,
	Request {
		who: usize,
		amount: Balance,
	},
	Cancel {
		which: prop::sample::Index,
		by_holder: bool,
	},
	Reject(prop::sample::Index),
	Accept(prop::sample::Index),
	/// So many quarters of what is left of the claim, and one more unit when there are five.
	Release {
		which: prop::sample::Index,
		quarters: Quantity,
	},
	Burn(prop::sample::Index),
	Breach(prop::sample::Index),
}

fn step() -> impl Strategy<Value = Step> {
	let which = any::<prop::sample::Index>;
	let figure = || prop_oneof![1 => Just(0), 9 => 5_000u128..60_000];
	prop_oneof![
		3 => prop_oneof![0..1_000u64, (DAY - 1)..=(DAY + 1), 0..(12 * DAY)].prop_map(Step::Wait),
		1 => ((MINUTE - 1)..=(MINUTE + 1)).prop_map(Step::Outage),
		1 => (0..(12 * DAY)).prop_map(Step::Outage),
		1 => prop::bool::weighted(0.2).prop_map(Step::Lapse),
		1 => prop::bool::weighted(0.7).prop_map(Step::AskForBond),
		3 => (0u128..1_000).prop_map(Step::TopUp),
		6 => (0usize..2, 0u128..12_000).prop_map(|(to, amount)| Step::Mint { to, amount }),
		1 => (figure(), figure(), figure()).prop_map(|(a, b, c)| Step::SetBucket(a, b, c)),
		1 => Just(Step::CancelRaise),
		5 => (0usize..2, 0u128..2_000).prop_map(|(who, amount)| Step::Request { who, amount }),
		2 => (which(), any::<bool>())
			.prop_map(|(which, by_holder)| Step::Cancel { which, by_holder }),
		1 => which().prop_map(Step::Reject),
		4 => which().prop_map(Step::Accept),
		6 => (which(), prop_oneof![2 => Just(4u128), 1 => 0u128..6])
			.prop_map(|(which, quarters)| Step::Release { which, quarters }),
		3 => which().prop_map(Step::Burn),
		3 => which().prop_map(Step::Breach),
	]
}

struct Claim {
	holder: usize,
	amount: Balance,
	state: RedemptionState,
	requested_at: Moment,
	accepted_at: Option<Moment>,
	released: Quantity,
	/// Outages up to the start of the deadline that runs.
	stood_still: Moment,
	breached_at: Option<Moment>,
	/// Francs that the issuer owes and has paid for the breach.
	owed: Balance,
	paid: Balance,
}

struct Model {
	now: Moment,
	lapsed: bool,
	reserve: Quantity,
	free: [Balance; 2],
	minted: Balance,
	burned: Balance,
	limits: (Balance, Balance, Balance),
	raise: Option<((Balance, Balance, Balance), Moment)>,
	/// What is in the bucket, in units times milliseconds of a day.
	parts: u128,
	claims: Vec<Claim>,
	stood_still: Moment,
	ask_for_bond: bool,
	bond: Balance,
	penalties: [Balance; 2],
}

impl Model {
	fn new() -> Self {
		Self {
			now: START,
			lapsed: false,
			reserve: RESERVE,
			free: [0; 2],
			minted: 0,
			burned: 0,
			limits: (30_000, 20_000, 10_000),
			raise: None,
			parts: 30_000 * u128::from(DAY),
			claims: vec![],
			stood_still: 0,
			ask_for_bond: false,
			bond: 0,
			penalties: [0; 2],
		}
	}

	fn sum(&self, holder: Option<usize>, states: &[RedemptionState]) -> Balance {
		let chosen = |claim: &&Claim| {
			holder.is_none_or(|holder| holder == claim.holder) && states.contains(&claim.state)
		};
		self.claims
			.iter()
			.filter(chosen)
			.map(|claim| claim.amount)
			.sum()
	}

	fn outstanding(&self) -> Balance {
		self.minted - self.burned - self.sum(None, &[Released])
	}

	fn fill(&mut self, capacity: Balance) {
		self.parts = self.parts.min(capacity * u128::from(DAY));
	}

	fn flow(&mut self, time: Moment) {
		self.parts += self.limits.1 * u128::from(time);
		self.fill(self.limits.0);
	}

	fn wait(&mut self, time: Moment) {
		let mut left = time;
		if let Some((limits, at)) = self.raise.filter(|(_, at)| *at <= self.now + time) {
			self.flow(at - self.now);
			left = self.now + time - at;
			self.limits = limits;
			self.raise = None;
		}
		self.flow(left);
		self.now += time;
	}

	fn mint(&mut self, to: usize, amount: Balance) -> bool {
		let covered = self.reserve * 10;
		let allowed = amount > 0
			&& amount <= self.limits.2
			&& amount * u128::from(DAY) <= self.parts
			&& !self.lapsed
			&& self.outstanding() + amount <= covered
			&& (!self.ask_for_bond || (self.outstanding() + amount).div_ceil(10) <= self.bond)
			&& self.sum(None, &[Breached]) == 0;
		if allowed {
			self.fill(covered);
			self.parts -= amount * u128::from(DAY);
			self.minted += amount;
			self.free[to] += amount;
		}
		allowed
	}

	fn set_bucket(&mut self, new: (Balance, Balance, Balance)) {
		let old = self.limits;
		self.limits = (old.0.min(new.0), old.1.min(new.1), old.2.min(new.2));
		self.raise = (self.limits != new).then_some((new, self.now + DAY));
		self.fill(self.limits.0);
	}

	fn request(&mut self, who: usize, amount: Balance) -> bool {
		let open = |claim: &&Claim| {
			claim.holder == who && matches!(claim.state, Requested | Accepted | Released | Breached)
		};
		let allowed =
			amount >= 10 && amount <= self.free[who] && self.claims.iter().filter(open).count() < 4;
		if allowed {
			self.free[who] -= amount;
			self.claims.push(Claim {
				holder: who,
				amount,
				state: Requested,
				requested_at: self.now,
				accepted_at: None,
				released: 0,
				stood_still: self.stood_still,
				breached_at: None,
				owed: 0,
				paid: 0,
			});
		}
		allowed
	}

	/// Moves claim `which` from one of `from` to `to`.
	fn go(&mut self, which: usize, from: &[RedemptionState], to: RedemptionState) -> bool {
		let allowed = from.contains(&self.claims[which].state);
		if allowed {
			let Claim { holder, amount, .. } = self.claims[which];
			self.claims[which].state = to;
			match to {
				Cancelled | Rejected => self.free[holder] += amount,
				Accepted => {
					self.claims[which].accepted_at = Some(self.now);
					self.claims[which].stood_still = self.stood_still;
				},
				Released => {},
				Burned => self.burned += amount,
				Requested | Breached => unreachable!("no step goes there this way"),
			}
		}
		allowed
	}

	fn overdue(&self, which: usize) -> bool {
		let claim = &self.claims[which];
		let due = match claim.accepted_at {
			Some(accepted_at) => accepted_at + 10 * DAY,
			None => claim.requested_at + 2 * DAY,
		};
		self.now > due + (self.stood_still - claim.stood_still)
	}

	/// The bond pays what is unpaid, as far as the units' share of it goes.
	fn pay(&mut self, which: usize) -> Balance {
		let outstanding = self.outstanding();
		let claim = &mut self.claims[which];
		let share = (self.bond + claim.paid) * claim.amount / outstanding;
		let paid = (claim.owed - claim.paid).min(share.saturating_sub(claim.paid));
		claim.paid += paid;
		self.bond -= paid;
		self.penalties[claim.holder] += paid;
		paid
	}

	fn breach(&mut self, which: usize) -> bool {
		if self.claims[which].state == Breached {
			return self.pay(which) > 0;
		}
		let owed = matches!(self.claims[which].state, Requested | Accepted);
		let allowed = owed && self.overdue(which);
		if allowed {
			let now = self.now;
			let claim = &mut self.claims[which];
			// Two percent of two francs a unit, for what is left.
			let penalty = (claim.amount * 4).div_ceil(100);
			let whole = claim.amount / 10;
			claim.owed = (penalty * (whole - claim.released)).div_ceil(whole);
			claim.state = Breached;
			claim.breached_at = Some(now);
			self.pay(which);
		}
		allowed
	}

	fn accept(&mut self, which: usize) -> bool {
		let waits = |claim: &Claim| claim.state == Requested;
		!self.claims[..which].iter().any(waits) && self.go(which, &[Requested], Accepted)
	}

	fn cancel(&mut self, which: usize, by_holder: bool) -> bool {
		let claim = &self.claims[which];
		let late =
			claim.state == Breached && claim.breached_at.is_some_and(|at| self.now > at + 30 * DAY);
		let owed = matches!(claim.state, Requested | Accepted | Breached);
		if !owed || !(by_holder || late) {
			return false;
		}
		if claim.state != Breached && !self.breach(which) {
			return self.go(which, &[Requested], Cancelled);
		}
		self.pay(which);
		if self.claims[which].released > 0 {
			return self.settle(which);
		}
		self.go(which, &[Breached], Cancelled)
	}

	/// Ends a claim in what was released of it.
	fn settle(&mut self, which: usize) -> bool {
		let claim = &mut self.claims[which];
		let burns = claim.released * 10;
		self.free[claim.holder] += claim.amount - burns;
		claim.amount = burns;
		claim.state = Released;
		true
	}

	fn release(&mut self, which: usize, quantity: Quantity) -> bool {
		let claim = &mut self.claims[which];
		let released = claim.released + quantity;
		let open = matches!(claim.state, Accepted | Breached);
		let allowed = open && quantity > 0 && released <= claim.amount / 10;
		if allowed {
			claim.released = released;
			self.reserve -= quantity;
			if released == claim.amount / 10 {
				self.pay(which);
				self.claims[which].state = Released;
			}
		}
		allowed
	}
}

/// Takes one step in both worlds; tells whether each allowed it.
fn take(model: &mut Model, step: Step, number: u64) -> (bool, bool) {
	let chosen = |which: prop::sample::Index| {
		(!model.claims.is_empty()).then(|| which.index(model.claims.len()))
	};
	let (expected, who, call) = match step {
		Step::Wait(time) => {
			model.wait(time);
			advance(time);
			Outages::<Test>::mutate(|clock| clock.last_block_at = Now::get());
			return (true, true);
		},
		Step::Outage(time) => {
			model.wait(time);
			model.stood_still += if time > MINUTE { time } else { 0 };
			advance(time);
			Issuance::on_finalize(number);
			return (true, true);
		},
		Step::AskForBond(ask) => {
			model.ask_for_bond = ask;
			Parameters::set(Some(ReserveParameterValues {
				bond_bps: if ask { 500 } else { 0 },
				..Default::default()
			}));
			return (true, true);
		},
		Step::TopUp(amount) => {
			model.bond += amount;
			Bonded::insert(GOLD, (FRANCS, model.bond));
			return (true, true);
		},
		Step::Lapse(lapsed) => {
			model.lapsed = lapsed;
			ForcedStatus::set(lapsed.then_some(ReserveStatus::Lapsed));
			return (true, true);
		},
		Step::Mint { to, amount } => (
			model.mint(to, amount),
			MINTER,
			mint_call(id(number), HOLDERS[to], amount),
		),
		Step::SetBucket(capacity, refill, cap) => {
			model.set_bucket((capacity, refill, cap));
			(true, CONTROLLER, bucket_call(capacity, refill, cap))
		},
		Step::CancelRaise => (
			model.raise.take().is_some(),
			CONTROLLER,
			Call::cancel_raise { asset: GOLD },
		),
		Step::Request { who, amount } => (
			model.request(who, amount),
			HOLDERS[who],
			request_call(amount),
		),
		Step::Cancel { which, by_holder } => {
			let Some(which) = chosen(which) else {
				return (true, true);
			};
			let holder = HOLDERS[model.claims[which].holder];
			let who = if by_holder { holder } else { STRANGER };
			let call = Call::cancel_redemption {
				id: which.try_into().unwrap(),
			};
			(model.cancel(which, by_holder), who, call)
		},
		Step::Reject(which) => {
			let Some(which) = chosen(which) else {
				return (true, true);
			};
			let call = Call::reject_redemption {
				id: which.try_into().unwrap(),
				reason: id(number),
			};
			(
				!model.overdue(which) && model.go(which, &[Requested], Rejected),
				ISSUER,
				call,
			)
		},
		Step::Accept(which) => {
			let Some(which) = chosen(which) else {
				return (true, true);
			};
			let call = Call::accept_redemption {
				id: which.try_into().unwrap(),
			};
			(model.accept(which), ISSUER, call)
		},
		Step::Release { which, quarters } => {
			let Some(which) = chosen(which) else {
				return (true, true);
			};
			let Claim {
				amount, released, ..
			} = model.claims[which];
			let left = amount / 10 - released;
			let quantity = left * quarters.min(4) / 4 + quarters / 5;
			let call = release_call(which.try_into().unwrap(), &[(VAULT_A, 1, quantity)]);
			(model.release(which, quantity), CUSTODIAN, call)
		},
		Step::Burn(which) => {
			let Some(which) = chosen(which) else {
				return (true, true);
			};
			let call = Call::burn_redemption {
				id: which.try_into().unwrap(),
			};
			(model.go(which, &[Released], Burned), STRANGER, call)
		},
		Step::Breach(which) => {
			let Some(which) = chosen(which) else {
				return (true, true);
			};
			let call = Call::breach_redemption {
				id: which.try_into().unwrap(),
			};
			(model.breach(which), STRANGER, call)
		},
	};
	(expected, run(who, call).is_ok())
}

fn compare(model: &Model) -> Result<(), TestCaseError> {
	prop_assert_eq!(Supply::get(GOLD), model.minted - model.burned);
	prop_assert_eq!(outstanding(GOLD), model.outstanding());
	prop_assert_eq!(Reserve::get(GOLD), model.reserve);
	prop_assert_eq!(bond(), model.bond);
	for (holder, account) in HOLDERS.into_iter().enumerate() {
		prop_assert_eq!(free(account), model.free[holder]);
		prop_assert_eq!(Penalties::get(account), model.penalties[holder]);
		prop_assert_eq!(
			held(account),
			model.sum(Some(holder), &[Requested, Accepted, Released, Breached])
		);
	}
	for (number, claim) in model.claims.iter().enumerate() {
		let stored = Redemptions::<Test>::get(RedemptionId::try_from(number).unwrap());
		let kept =
			claim.accepted_at.is_some() || claim.breached_at.is_some() || claim.state == Requested;
		prop_assert_eq!(
			stored.map(|it| (it.state, it.released())),
			kept.then_some((claim.state, claim.released))
		);
	}
	let bucket = bucket_at(Now::get());
	let parts = bucket.level * u128::from(DAY) + u128::from(bucket.remainder);
	prop_assert_eq!(parts, model.parts);
	prop_assert!(Issuance::do_try_state().is_ok());
	// P2: what is outstanding never claims more than there is, but for what has been handed over of
	// claims that still count in full.
	let halfway = model
		.claims
		.iter()
		.filter(|claim| matches!(claim.state, Accepted | Breached))
		.map(|claim| claim.released)
		.sum::<Quantity>();
	prop_assert!(outstanding(GOLD) <= (Reserve::get(GOLD) + halfway) * 10);
	Ok(())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	#[test]
	fn pallet_and_model_agree(steps in prop::collection::vec(step(), 20..150)) {
		new_test_ext().execute_with(|| {
			add_lot(VAULT_A, 1, RESERVE);
			let limits =
				Limits { capacity: 30_000, refill_per_day: 20_000, single_mint_cap: 10_000 };
			Buckets::<Test>::insert(GOLD, Bucket::first(3, limits, START));
			AssetBondTerms::<Test>::insert(GOLD, FRANC_TERMS);
			Outages::<Test>::mutate(|clock| clock.last_block_at = START);
			let mut model = Model::new();
			for (number, step) in (0u64..).zip(steps) {
				let shown = format!("{step:?}");
				let (expected, happened) = take(&mut model, step, number);
				prop_assert_eq!(expected, happened, "{}", shown);
				compare(&model)?;
			}
			Ok(())
		})?;
	}
}

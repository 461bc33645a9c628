//! Random lives of a bond against a plain model that shares no code with the pallet.

use super::*;
use assay_traits::HoldCloser;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
	Wait(u64),
	Require(Balance),
	/// Alice may receive, or not.
	Admit(bool),
	Post(Balance),
	TopUp(Balance),
	AskBack(Balance),
	Cancel,
	Withdraw,
	Draw(Balance),
	Collect,
	Docket,
}

fn step() -> impl Strategy<Value = Step> {
	let amount = || 0u128..4_000;
	prop_oneof![
		2 => prop_oneof![NOTICE - 1..=NOTICE + 1, 0..NOTICE].prop_map(Step::Wait),
		1 => (0u128..3_000).prop_map(Step::Require),
		1 => any::<bool>().prop_map(Step::Admit),
		3 => amount().prop_map(Step::Post),
		2 => amount().prop_map(Step::TopUp),
		3 => amount().prop_map(Step::AskBack),
		1 => Just(Step::Cancel),
		3 => Just(Step::Withdraw),
		2 => (0u128..1_000).prop_map(Step::Draw),
		2 => Just(Step::Collect),
		1 => prop::bool::weighted(0.1).prop_map(|rare| if rare { Step::Docket } else { Step::Cancel }),
	]
}

struct Model {
	now: u64,
	required: Balance,
	admitted: bool,
	free: Balance,
	bond: Balance,
	asked: Option<(Balance, u64)>,
	claim: Balance,
	alice: Balance,
}

impl Model {
	fn hold(&mut self, amount: Balance) -> bool {
		let allowed = amount > 0 && amount <= self.free;
		if allowed {
			self.free -= amount;
			self.bond += amount;
		}
		allowed
	}

	fn spares(&self, amount: Balance) -> bool {
		amount <= self.bond && self.required <= self.bond - amount
	}

	fn withdraw(&mut self) -> bool {
		let Some((amount, at)) = self.asked else {
			return false;
		};
		let allowed = at <= self.now && self.spares(amount);
		if allowed {
			self.asked = None;
			self.bond -= amount;
			self.free += amount;
		}
		allowed
	}

	fn draw(&mut self, amount: Balance) -> Balance {
		let paid = amount.min(self.bond);
		self.bond -= paid;
		self.asked = self
			.asked
			.map(|(asked, at)| (asked.min(self.bond), at))
			.filter(|(asked, _)| *asked > 0);
		if self.admitted {
			self.alice += paid;
		} else {
			self.claim += paid;
		}
		paid
	}

	/// Takes the step; `None` when it is no call that could be refused.
	fn take(&mut self, step: &Step) -> Option<bool> {
		Some(match *step {
			Step::Post(amount) => self.bond == 0 && self.hold(amount),
			Step::TopUp(amount) => self.bond > 0 && self.hold(amount),
			Step::AskBack(amount) => {
				let allowed = self.bond > 0 && amount > 0 && self.spares(amount);
				if allowed {
					self.asked = Some((amount, self.now + NOTICE));
				}
				allowed
			},
			Step::Cancel => self.asked.take().is_some(),
			Step::Withdraw => self.withdraw(),
			Step::Collect => {
				let allowed = self.claim > 0 && self.admitted;
				if allowed {
					self.alice += self.claim;
					self.claim = 0;
				}
				allowed
			},
			Step::Wait(_) | Step::Require(_) | Step::Admit(_) | Step::Draw(_) | Step::Docket => {
				return None;
			},
		})
	}
}

fn call_of(step: &Step) -> Call<Test> {
	let purpose = FOR_GOLD;
	match *step {
		Step::Post(amount) => post_call(purpose, FRANCS, amount),
		Step::TopUp(amount) => Call::top_up { purpose, amount },
		Step::AskBack(amount) => ask_back(amount),
		Step::Cancel => Call::cancel_withdrawal { purpose },
		Step::Withdraw => Call::withdraw { purpose },
		_ => collect(ISSUER, ALICE),
	}
}

fn go(model: &mut Model, step: &Step) -> Result<(), TestCaseError> {
	match *step {
		Step::Wait(time) => {
			model.now += time;
			Now::set(model.now);
		},
		Step::Require(required) => {
			model.required = required;
			Required::set(required);
		},
		Step::Admit(admitted) => {
			model.admitted = admitted;
			Refused::set(if admitted { vec![] } else { vec![ALICE] });
		},
		Step::Draw(amount) => prop_assert_eq!(draw(amount, ALICE), model.draw(amount)),
		Step::Docket => {
			model.free += model.bond;
			model.bond = 0;
			model.asked = None;
			prop_assert!(<Bonds as HoldCloser<Account>>::close(FRANCS, &ISSUER).is_ok());
		},
		_ => {
			let expected = model.take(step).unwrap_or_default();
			prop_assert_eq!(run(ISSUER, call_of(step)).is_ok(), expected, "{:?}", step);
		},
	}
	prop_assert_eq!(francs(ISSUER), (model.free, model.bond + model.claim));
	prop_assert_eq!(francs(ALICE), (FUNDS + model.alice, 0));
	prop_assert_eq!(bonded(), model.bond);
	prop_assert_eq!(Bonds::claim(FRANCS, ISSUER, ALICE), model.claim);
	prop_assert!(Bonds::do_try_state().is_ok());
	Ok(())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(256))]

	#[test]
	fn pallet_and_model_agree(steps in prop::collection::vec(step(), 10..80)) {
		new_test_ext().execute_with(|| {
			let mut model = Model {
				now: START,
				required: 0,
				admitted: true,
				free: FUNDS,
				bond: 0,
				asked: None,
				claim: 0,
				alice: 0,
			};
			for step in &steps {
				go(&mut model, step)?;
			}
			Ok::<(), TestCaseError>(())
		})?;
	}
}

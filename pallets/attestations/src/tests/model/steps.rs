//! What may happen, on the chain and in the model.

use super::*;

/// What may happen, by any of the scopes and auditors.
#[derive(Clone, Debug)]
pub enum Step {
	Report {
		place: usize,
		ago: Moment,
		quantity: Quantity,
		at_cost: bool,
		illiquid: bool,
		valid_for: Moment,
	},
	Withdraw {
		place: usize,
	},
	Speak {
		place: usize,
		auditor: usize,
		less: Quantity,
		confirms: bool,
	},
	Release {
		place: usize,
		quantity: Quantity,
	},
	Mint {
		share_bps: u128,
	},
	Burn {
		share_bps: u128,
	},
	Wait {
		ms: Moment,
	},
	Approve {
		auditor: usize,
		approved: bool,
	},
	Remove {
		place: usize,
	},
	Challenge {
		place: usize,
		asker: usize,
	},
	Answer {
		place: usize,
		asker: usize,
		ago: Moment,
	},
	ReturnDeposit {
		place: usize,
		asker: usize,
	},
	Prove {
		place: usize,
		ago: Moment,
	},
}

pub fn any_step() -> impl Strategy<Value = Step> {
	let place = || 0..3usize;
	prop_oneof![
		8 => (
			place(), 0..40u64, 300..1_000u128,
			prop::bool::weighted(0.3), prop::bool::weighted(0.3), 1..200u64,
		).prop_map(
			|(place, ago, quantity, at_cost, illiquid, valid_for)| Step::Report {
				place, ago, quantity, at_cost, illiquid, valid_for
			}
		),
		2 => place().prop_map(|place| Step::Withdraw { place }),
		14 => (place(), 0..2usize, 0..7u128, prop::bool::weighted(0.97)).prop_map(
			|(place, auditor, less, confirms)| Step::Speak { place, auditor, less, confirms }
		),
		5 => (place(), 1..200u128).prop_map(|(place, quantity)| Step::Release { place, quantity }),
		8 => prop_oneof![Just(10_000u128), 0..=10_000u128].prop_map(|share_bps| Step::Mint { share_bps }),
		1 => (0..=10_000u128).prop_map(|share_bps| Step::Burn { share_bps }),
		6 => (1..20u64).prop_map(|ms| Step::Wait { ms }),
		2 => (0..2usize, prop::bool::weighted(0.7)).prop_map(
			|(auditor, approved)| Step::Approve { auditor, approved }
		),
		4 => place().prop_map(|place| Step::Remove { place }),
		1 => (place(), 0..3usize).prop_map(|(place, asker)| Step::Challenge { place, asker }),
		4 => (place(), 0..3usize, 0..3u64).prop_map(
			|(place, asker, ago)| Step::Answer { place, asker, ago }
		),
		1 => (place(), 0..3usize).prop_map(|(place, asker)| Step::ReturnDeposit { place, asker }),
		1 => (place(), 0..10u64).prop_map(|(place, ago)| Step::Prove { place, ago }),
	]
}

impl Model {
	fn challenge(&mut self, place: usize, asker: usize) {
		let (_, scope) = places()[place];
		let key = ASKERS[asker];
		let taken =
			Attestations::challenge_lots(signed(key), scope, interest_of(key), lots_in(scope));
		let may = self.reports[place].is_some()
			&& self.asked[place][asker].is_none()
			&& (key != AUDITOR_KEY || self.approved[0]);
		assert_eq!(may, taken.is_ok(), "{taken:?}");
		if may {
			self.asked[place][asker] = Some((self.next_challenge, self.now, true));
			self.next_challenge += 1;
		}
	}

	fn answer(&mut self, place: usize, asker: usize, ago: Moment) {
		let (key, scope) = places()[place];
		let as_of = self.now - ago;
		let number = self.asked[place][asker].map_or(u32::MAX, |(number, ..)| number);
		let answer = answer_of(number, as_of);
		let taken = Attestations::answer_challenge(signed(key), GOLD, scope.vault, answer);
		let asked = self.asked[place][asker].filter(|(_, opened, _)| as_of > *opened);
		assert_eq!(asked.is_some(), taken.is_ok(), "{taken:?}");
		if let Some((_, opened, _)) = asked {
			self.asked[place][asker] = None;
			if self.now <= opened + SHORT_PERIOD {
				self.burned[asker] += DEPOSIT;
			}
		}
	}

	fn return_deposit(&mut self, place: usize, asker: usize) {
		let (_, scope) = places()[place];
		let number = self.asked[place][asker].map_or(u32::MAX, |(number, ..)| number);
		let taken = Attestations::return_challenge_deposit(signed(STRANGER_KEY), scope, number);
		let now = self.now;
		let due = self.asked[place][asker]
			.as_mut()
			.filter(|(_, opened, there)| now > *opened + SHORT_PERIOD && *there);
		assert_eq!(due.is_some(), taken.is_ok(), "{taken:?}");
		if let Some((_, _, there)) = due {
			*there = false;
		}
	}

	/// Somebody shows two statements of one moment.
	fn prove(&mut self, place: usize, as_of: Moment) {
		let (key, scope) = places()[place];
		let said = |quantity| {
			let statement = Statement {
				genesis: System::block_hash(0),
				expires_at: 0,
				scope,
				content: StatementContent::Report(report_of(as_of, quantity)),
			};
			Testimony::Signed {
				signature: key.sign(&statement.payload()).into(),
				author: key.to_account_id(),
				statement,
			}
		};
		let proof = DeficiencyProof::Conflict {
			first: said(1),
			second: said(2),
		};
		let taken = Attestations::prove_deficiency(signed(HOLDER_KEY), Box::new(proof));
		let new = self.newest[place].is_some()
			&& self.faulted[place].is_none_or(|faulted| as_of > faulted);
		assert_eq!(new, taken.is_ok(), "{taken:?}");
		if new {
			self.faulted[place] = Some(self.now);
			self.rewards += 1;
		}
	}

	/// What each asker has free and on hold.
	pub fn check_deposits(&self) {
		for (asker, key) in ASKERS.into_iter().enumerate() {
			let open = self.asked.iter().filter_map(|asked| asked[asker]);
			let held = open.filter(|(_, _, there)| *there).count() as u128 * DEPOSIT;
			assert_eq!(on_hold(key), held);
			assert_eq!(free(key), RICH - held - self.burned[asker]);
		}
	}

	/// Does the step here and on the chain, and compares whether it was taken.
	pub fn step(&mut self, step: Step) {
		match step {
			Step::Report {
				place,
				ago,
				quantity,
				at_cost,
				illiquid,
				valid_for,
			} => {
				let (key, scope) = places()[place];
				let as_of = self.now - ago;
				let valid_until = self.now + valid_for;
				let input = ReportInput {
					valid_until,
					basis: if at_cost { Basis::Cost } else { Basis::Market },
					class: if illiquid {
						LiquidityClass::Illiquid
					} else {
						LiquidityClass::Liquid
					},
					..report_of(as_of, quantity)
				};
				let taken = Attestations::submit_report(signed(key), GOLD, scope.vault, input);
				let said = [None; 2];
				let known = Known {
					as_of,
					valid_until,
					quantity,
					at_cost,
					illiquid,
					withdrawn: false,
					said,
				};
				assert_eq!(self.report(place, known), taken.is_ok());
			},
			Step::Withdraw { place } => {
				let (key, scope) = places()[place];
				let reason = Hash::zero();
				let taken = Attestations::withdraw_report(signed(key), GOLD, scope.vault, reason);
				let known = self.reports[place]
					.as_mut()
					.filter(|known| !known.withdrawn);
				assert_eq!(known.is_some(), taken.is_ok());
				if let Some(known) = known {
					known.withdrawn = true;
				}
			},
			Step::Speak {
				place,
				auditor,
				less,
				confirms,
			} => {
				let known = self.reports[place].as_ref();
				let found = known.map_or(0, |known| known.quantity - less);
				let verdict = if confirms {
					Verdict::Confirms
				} else {
					Verdict::Contradicts
				};
				let (key, _) = AUDITORS[auditor];
				let hash = newest(places()[place].1);
				let input = verdict_of(hash, found, verdict);
				let taken = Attestations::confirm(signed(key), places()[place].1, input);
				assert_eq!(self.speak(place, auditor, found, confirms), taken.is_ok());
			},
			Step::Release { place, quantity } => {
				let quantity = quantity.min(self.stock[place]);
				self.stock[place] -= quantity;
				self.releases.push((place, self.now, quantity));
				world(|world| world.release(places()[place].1, quantity));
			},
			Step::Mint { share_bps } => {
				self.supply += headroom() * share_bps / 10_000;
				world(|world| world.supply.insert(GOLD, self.supply));
			},
			Step::Burn { share_bps } => {
				self.supply -= self.supply * share_bps / 10_000;
				world(|world| world.supply.insert(GOLD, self.supply));
			},
			Step::Wait { ms } => {
				self.now += ms;
				world(|world| world.now = self.now);
			},
			Step::Approve { auditor, approved } => {
				self.approved[auditor] = approved;
				let (_, identity) = AUDITORS[auditor];
				world(|world| match approved {
					true => world.auditors.insert(identity),
					false => world.auditors.remove(&identity),
				});
			},
			Step::Remove { place } => {
				let (key, scope) = places()[place];
				let taken = Attestations::remove_scope(signed(key), scope);
				let over = self.reports[place]
					.as_ref()
					.is_some_and(|known| known.withdrawn || self.lapsed(known))
					|| (self.reports[place].is_some() && self.overdue(place));
				assert_eq!(over, taken.is_ok());
				if over {
					self.reports[place] = None;
				}
			},
			Step::Challenge { place, asker } => self.challenge(place, asker),
			Step::Answer { place, asker, ago } => self.answer(place, asker, ago),
			Step::ReturnDeposit { place, asker } => self.return_deposit(place, asker),
			Step::Prove { place, ago } => self.prove(place, self.now - ago),
		}
	}
}

//! What holders do, in the model: who is admitted, what carries what, and what comes of it.

use super::{model::*, ops::*, verdict::Wish};
use assay_primitives::{Balance, Movement, ReasonCode};

/// What the model expects of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
	/// It is in no block, for this reason.
	NotAdmitted(ReasonCode),
	/// It is in a block and ends so; the pool knows the reason too where it is told.
	Ends {
		outcome: Outcome,
		pool: Option<ReasonCode>,
	},
}

/// The wish behind one of the ledger's own transfers.
pub fn wish(who: Account, raw: Raw) -> Wish {
	match raw {
		Raw::Transfer(to, amount) => Wish::transfer(who, to, amount),
		Raw::KeepAlive(to, amount) => Wish {
			keep_alive: true,
			..Wish::transfer(who, to, amount)
		},
		Raw::Approved(from, to, amount) => Wish {
			spender: Some(who),
			..Wish::transfer(from, to, amount)
		},
		Raw::All(to, keep_alive) => Wish {
			amount: None,
			keep_alive,
			..Wish::transfer(who, to, 0)
		},
	}
}

/// Whether a suspended identity keeps the call.
fn is_kept(act: &Act) -> bool {
	matches!(
		act,
		Act::Redeem(_) | Act::CancelRedemption(_) | Act::Burn(_) | Act::Answer(_) | Act::Object
	)
}

impl Model {
	/// Why an account may not sign.
	fn refuses(&self, account: Account, kept: bool, objects: bool) -> Option<ReasonCode> {
		let Some(holder) = self.behind(account) else {
			return Some(ReasonCode::NotAdmitted);
		};
		if holder.sanctioned {
			Some(ReasonCode::IdentitySanctioned)
		} else if holder.suspended && !kept {
			Some(ReasonCode::IdentitySuspended)
		} else if self.purses[account].state == State::Replaced && !objects {
			Some(ReasonCode::SenderReplaced)
		} else {
			None
		}
	}

	/// Whether a call in the name of an account is refused as if the account had signed it.
	fn refuses_principal(&self, account: Account, act: &Act) -> Option<ReasonCode> {
		self.refuses(account, is_kept(act), *act == Act::Object)
	}

	/// Lets a holder act, and says what comes of it.
	pub fn carry(&mut self, who: Account, carrier: Carrier, acts: &[Act]) -> Expected {
		let first = &acts[0];
		let ends = |outcome| Expected::Ends {
			outcome,
			pool: None,
		};
		let refused = match carrier {
			Carrier::Own => self.refuses(who, is_kept(first), *first == Act::Object),
			Carrier::Batch | Carrier::BatchAll | Carrier::ForceBatch => {
				self.refuses(who, false, false)
			},
			Carrier::Proxy(signer) | Carrier::Multisig(signer) => self
				.refuses(signer, is_kept(first), false)
				.or_else(|| self.refuses_principal(who, first)),
			Carrier::HiddenProxy(delegate) => self
				.refuses(delegate, false, false)
				.or_else(|| self.refuses_principal(who, first)),
		};
		if let Some(reason) = refused {
			return Expected::NotAdmitted(reason);
		}
		match carrier {
			Carrier::Own => self.own(who, first),
			// What a proxy carries may fail without it.
			Carrier::Proxy(_) | Carrier::HiddenProxy(_) => {
				let _ = self.act(who, first);
				ends(Ok(()))
			},
			Carrier::Multisig(_) => ends(self.act(who, first)),
			Carrier::Batch => {
				let _ = acts.iter().try_for_each(|act| self.act(who, act));
				ends(Ok(()))
			},
			Carrier::ForceBatch => {
				for act in acts {
					let _ = self.act(who, act);
				}
				ends(Ok(()))
			},
			Carrier::BatchAll => {
				let before = self.clone();
				let outcome = acts.iter().try_for_each(|act| self.act(who, act));
				if outcome.is_err() {
					*self = before;
				}
				ends(outcome)
			},
		}
	}

	/// An act that is a transaction of its own: there the ledger's transfers are let through.
	fn own(&mut self, who: Account, act: &Act) -> Expected {
		let Act::Raw(raw) = act else {
			return Expected::Ends {
				outcome: self.act(who, act),
				pool: None,
			};
		};
		let wish = wish(who, *raw);
		let pool = self.reasons(&wish).first().copied();
		if pool.is_none() {
			self.transfer(&wish);
		}
		Expected::Ends {
			outcome: pool.map_or(Ok(()), |_| FAILS),
			pool,
		}
	}

	/// Makes a transfer that nothing speaks against.
	fn transfer(&mut self, wish: &Wish) {
		let amount = self.meant(wish);
		let (from, to) = (wish.from.expect("a sender"), wish.to.expect("a receiver"));
		let person = |account: Account| self.purses[account].person.expect("is known");
		let both = (person(from), person(to));
		let by_approval = self
			.rules()
			.into_iter()
			.flatten()
			.any(|rule| *rule == Rule::PreApproval);
		if by_approval && both.0 != both.1 {
			self.pre_approved.remove(&both);
		}
		if let Some(spender) = wish.spender {
			let allowance = self.allowances.get_mut(&(from, spender)).expect("approved");
			*allowance -= amount;
			if *allowance == 0 {
				self.allowances.remove(&(from, spender));
			}
		}
		self.book(Some(from), Some(to), amount, true);
	}

	fn guarded(&mut self, wish: Wish) -> Outcome {
		match self.reasons(&wish).first() {
			Some(reason) => Err(Some(*reason)),
			None => {
				self.transfer(&wish);
				Ok(())
			},
		}
	}

	/// An act as a call, nested or not.
	fn act(&mut self, who: Account, act: &Act) -> Outcome {
		match *act {
			// Nested, the ledger's own transfers find no clearance.
			Act::Raw(_) => FAILS,
			Act::Guarded(to, amount) => self.guarded(Wish::transfer(who, to, amount)),
			Act::GuardedFrom(from, to, amount) => self.guarded(Wish {
				spender: Some(who),
				..Wish::transfer(from, to, amount)
			}),
			Act::Approve(delegate, amount) => {
				let allowance = self.allowances.entry((who, delegate)).or_default();
				*allowance = allowance.saturating_add(amount);
				Ok(())
			},
			Act::CancelApproval(delegate) => {
				when(self.allowances.remove(&(who, delegate)).is_some())
			},
			Act::Redeem(amount) => self.redeem(who, amount),
			Act::CancelRedemption(place) => self.cancel_redemption(who, place),
			Act::Burn(place) => self.burn(place),
			Act::OptIn => {
				let person = self.purses[who].person.filter(|_| self.acts(who));
				let person = person.ok_or(Some(ReasonCode::NotAdmitted))?;
				let holder = Some(&mut self.holders[person]);
				let holder = holder.filter(|holder| !holder.opted_in);
				when(holder.map(|holder| holder.opted_in = true).is_some())
			},
			Act::OptOut(person) => {
				let own = self.purses[who].person == Some(person);
				let holder = &mut self.holders[person];
				let agreed = own && holder.opted_in;
				holder.opted_in &= !agreed;
				when(agreed)
			},
			Act::Answer(place) => {
				let docket = self.dockets.get(place);
				let open = docket.filter(|docket| docket.is_open(self.now));
				let of_it = open.filter(|docket| Some(docket.person) == self.purses[who].person);
				when(of_it.is_some())
			},
			Act::Object => {
				let replacement = self.replacements.get_mut(&who);
				let open = replacement.filter(|it| !it.contested && !it.settling);
				when(
					open.map(|replacement| replacement.contested = true)
						.is_some(),
				)
			},
		}
	}

	fn redeem(&mut self, who: Account, amount: Balance) -> Outcome {
		let of_it = |redemption: &&Redemption| redemption.account == who && redemption.is_open();
		let open = self.redemptions.iter().filter(of_it).count();
		let claims = amount >= UNITS.div_ceil(CLAIM);
		if self.purses[who].person.is_none() || !claims || open >= MAX_OPEN {
			return FAILS;
		}
		let wish = Wish {
			movement: Movement::Redemption,
			to: None,
			..Wish::transfer(who, who, amount)
		};
		if let Some(reason) = self.reasons(&wish).first() {
			return Err(Some(*reason));
		}
		self.purses[who].hold(amount);
		self.redemptions.push(Redemption {
			account: who,
			amount,
			claim: amount * CLAIM / UNITS,
			released: 0,
			stage: Stage::Requested,
			due_by: self.now + self.accept_within,
			paused_before: self.paused_for(),
		});
		Ok(())
	}

	fn cancel_redemption(&mut self, who: Account, place: usize) -> Outcome {
		let (acts, person) = (self.acts(who), self.purses[who].person);
		let Some(redemption) = self.redemptions.get(place) else {
			return FAILS;
		};
		let same_person = person.is_some() && person == self.purses[redemption.account].person;
		let own = redemption.account == who || (acts && same_person);
		let account = redemption.account;
		let breached = self.now > self.due_by(redemption) && self.is_clear(account);
		let may = match redemption.stage {
			Stage::Requested => own,
			Stage::Accepted => own && breached,
			Stage::Released | Stage::Over | Stage::Gone => false,
		};
		if may {
			let redemption = &mut self.redemptions[place];
			// A breach stays on record, as what was accepted does.
			if breached {
				redemption.stage = Stage::Accepted;
			}
			let returned = redemption.stop();
			self.purses[account].release(returned);
		}
		when(may)
	}

	fn burn(&mut self, place: usize) -> Outcome {
		let redemption = self.redemptions.get_mut(place);
		let Some(redemption) = redemption.filter(|it| it.stage == Stage::Released) else {
			return FAILS;
		};
		redemption.end();
		let (account, amount) = (redemption.account, redemption.amount);
		self.purses[account].release(amount);
		self.book(Some(account), None, amount, false);
		Ok(())
	}
}

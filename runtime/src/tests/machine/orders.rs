//! What officers, registrars, the council, agents and the issuer do, in the model.

use super::{
	acts::Expected,
	model::*,
	ops::*,
	verdict::{place, Wish},
};
use assay_primitives::{Balance, Movement};

impl Docket {
	/// Whether it can be approved, answered, rejected, withdrawn.
	pub fn is_open(&self, now: assay_primitives::Moment) -> bool {
		!self.removed && self.closed_at.is_none() && now < self.expires_at
	}
}

impl Order {
	pub fn from(self) -> Account {
		match self {
			Self::Transfer(from, ..)
			| Self::Seizure(from, ..)
			| Self::Recovery(from, _)
			| Self::Wipe(from, _) => from,
		}
	}

	pub fn to(self) -> Option<Account> {
		match self {
			Self::Transfer(_, to, _) | Self::Seizure(_, to, _) | Self::Recovery(_, to) => Some(to),
			Self::Wipe(..) => None,
		}
	}

	/// `None` is all that there is.
	pub fn amount(self) -> Option<Balance> {
		match self {
			Self::Transfer(.., amount) | Self::Seizure(.., amount) | Self::Wipe(_, amount) => {
				Some(amount)
			},
			Self::Recovery(..) => None,
		}
	}
}

impl Model {
	/// Does a step, or nothing when it must fail.
	pub fn apply(&mut self, op: &Op) -> Expected {
		if let Op::Do(who, carrier, acts) = op {
			return self.carry(*who, *carrier, acts);
		}
		let before = self.clone();
		let outcome = self.order(op);
		if outcome.is_err() {
			*self = before;
		}
		Expected::Ends {
			outcome,
			pool: None,
		}
	}

	fn order(&mut self, op: &Op) -> Outcome {
		match op {
			Op::Do(..) | Op::Ask(_) => Ok(()),
			Op::Pass(ahead) => {
				let next_slot = (self.now / SLOT + 1) * SLOT;
				self.now = next_slot.max(self.now + ahead.max(&MIN_PERIOD));
				Ok(())
			},
			Op::Mint(mints) => self.mint(mints),
			Op::SetPolicy(rules) => {
				self.scheduled = None;
				self.policy = Some(rules.clone());
				when(is_valid(rules))
			},
			Op::SchedulePolicy(rules, at) => {
				self.settle();
				self.scheduled = Some((*at, rules.clone()));
				when(is_valid(rules) && self.now < *at)
			},
			Op::CancelSchedule => {
				self.settle();
				when(self.scheduled.take().is_some())
			},
			Op::ClearPolicy => {
				let scheduled = self.scheduled.take().is_some();
				when(self.policy.take().is_some() || scheduled)
			},
			Op::PreApprove(from, to, most, until) => {
				self.pre_approved.insert((*from, *to), (*most, *until));
				when(*most > 0 && from != to && self.now <= *until)
			},
			Op::CancelPreApproval(from, to) => {
				when(self.pre_approved.remove(&(*from, *to)).is_some())
			},
			Op::Freeze(targets, freeze) => self.freeze(targets, *freeze),
			Op::Pause(movement, by) => {
				// Time counts from the council's own pause on, also over an officer's.
				let counts = *by == By::Council
					&& *movement == place(Movement::Redemption)
					&& self.paused_since.is_none();
				if counts {
					self.paused_since = Some(self.now);
				}
				let asked = self.resume_asked.remove(movement);
				when(self.paused.insert(*movement) || asked || counts)
			},
			Op::Resume(movement, by) => self.resume(*movement, *by),
			Op::SuspendAsset => when(!std::mem::replace(&mut self.suspended, true)),
			Op::ResumeAsset => when(std::mem::take(&mut self.suspended)),
			Op::Propose(..)
			| Op::Approve(..)
			| Op::Reject(..)
			| Op::Withdraw(..)
			| Op::Renew(..)
			| Op::Remove(_) => self.docket(op),
			Op::Accept(place) => self.accept(*place),
			Op::RejectRedemption(place) => self.reject_redemption(*place),
			Op::Release(place, whole) => self.release(*place, *whole),
			Op::OpenCheckpoint => {
				let persons = 0..self.holders.len();
				let positions = persons.map(|person| self.position(person)).collect();
				let supply = self.supply;
				self.last_checkpoint += 1;
				let number = self.last_checkpoint;
				let checkpoint = Checkpoint { supply, positions };
				self.checkpoints.insert(number, checkpoint);
				when(self.checkpoints.len() <= MAX_CHECKPOINTS)
			},
			Op::CloseCheckpoint(place) => {
				let number = self.checkpoints.keys().nth(*place).copied();
				when(number.is_some_and(|number| self.checkpoints.remove(&number).is_some()))
			},
			// What is forgotten is not known here.
			Op::Prune(_) => Ok(()),
			_ => self.identities(op),
		}
	}

	/// In the order of the requests; up to sixteen whose holders may not be paid are passed over.
	fn accept(&mut self, place: usize) -> Outcome {
		let waits = |redemption: &&Redemption| redemption.stage == Stage::Requested;
		let redemption = self.redemptions.get(place).filter(waits).ok_or(None)?;
		when(self.may_be_paid(redemption.account))?;
		let earlier: Vec<_> = self.redemptions[..place].iter().filter(waits).collect();
		let passed_over = earlier.iter().all(|it| !self.may_be_paid(it.account));
		when(passed_over && earlier.len() <= 16)?;
		let (due_by, paused_before) = (self.now + self.release_within, self.paused_for());
		let redemption = &mut self.redemptions[place];
		redemption.stage = Stage::Accepted;
		redemption.due_by = due_by;
		redemption.paused_before = paused_before;
		Ok(())
	}

	/// As long as the time for the answer runs.
	fn reject_redemption(&mut self, place: usize) -> Outcome {
		let redemption = self.redemptions.get(place).ok_or(None)?;
		let in_time = self.now <= self.due_by(redemption);
		when(redemption.stage == Stage::Requested && in_time)?;
		let redemption = &mut self.redemptions[place];
		redemption.end();
		let (account, amount) = (redemption.account, redemption.amount);
		self.purses[account].release(amount);
		Ok(())
	}

	fn release(&mut self, place: usize, whole: bool) -> Outcome {
		let redemption = self.redemptions.get(place).ok_or(None)?;
		let owed = redemption.claim - redemption.released;
		let part = if whole { owed } else { owed / 2 };
		let open = redemption.stage == Stage::Accepted;
		let account = redemption.account;
		when(open && part > 0 && self.may_be_paid(account))?;
		let redemption = &mut self.redemptions[place];
		redemption.released += part;
		if redemption.released == redemption.claim {
			redemption.stage = Stage::Released;
		}
		Ok(())
	}

	fn mint(&mut self, mints: &[(Account, Balance)]) -> Outcome {
		if self.suspended || mints.iter().any(|(_, amount)| *amount == 0) {
			return FAILS;
		}
		for (to, amount) in mints {
			let wish = Wish {
				movement: Movement::Mint,
				from: None,
				..Wish::transfer(*to, *to, *amount)
			};
			if let Some(reason) = self.reasons(&wish).first() {
				return Err(Some(*reason));
			}
			self.book(None, Some(*to), *amount, false);
		}
		Ok(())
	}

	fn freeze(&mut self, targets: &[Target], freeze: Freeze) -> Outcome {
		if freeze == Freeze::Partial(0) {
			return FAILS;
		}
		for target in targets {
			let slot = match target {
				Target::Person(person) => &mut self.holders[*person].freeze,
				Target::Account(account) => {
					let purse = &mut self.purses[*account];
					purse.person.ok_or(None)?;
					&mut purse.freeze
				},
			};
			// A single thaw wants something to thaw; a list may be sent again.
			if targets.len() == 1 && freeze == Freeze::None && *slot == Freeze::None {
				return FAILS;
			}
			*slot = freeze;
		}
		Ok(())
	}

	fn resume(&mut self, movement: usize, by: By) -> Outcome {
		let paused = self.paused.contains(&movement);
		match (by, self.resume_asked.contains(&movement)) {
			_ if !paused => return FAILS,
			(By::Officer, false) => {
				self.resume_asked.insert(movement);
				return Ok(());
			},
			(By::Officer, true) | (By::Issuer, false) => return FAILS,
			(By::Council, _) | (By::Issuer, true) => {},
		}
		self.resume_asked.remove(&movement);
		self.paused.remove(&movement);
		if movement == place(Movement::Redemption) {
			self.paused_before = self.paused_for();
			self.paused_since = None;
		}
		Ok(())
	}

	fn docket(&mut self, op: &Op) -> Outcome {
		if let Op::Propose(by, order) = op {
			return self.propose(*by, *order);
		}
		let (Op::Approve(_, place)
		| Op::Reject(_, place)
		| Op::Withdraw(_, place)
		| Op::Renew(_, place)
		| Op::Remove(place)) = op
		else {
			unreachable!("asked for dockets alone");
		};
		let (place, now) = (*place, self.now);
		let Some(docket) = self.dockets.get(place).filter(|docket| !docket.removed) else {
			return FAILS;
		};
		let docket = docket.clone();
		let person = docket.person;
		match op {
			Op::Approve(by, _) => {
				let may = docket.is_open(now) && *by != docket.by;
				may.then_some(()).ok_or(None)?;
				self.carry_out(&docket)?;
				self.close(place, person);
				self.dockets[place].approved = true;
				Ok(())
			},
			Op::Reject(by, _) => {
				self.close(place, person);
				when(docket.is_open(now) && *by != docket.by)
			},
			Op::Withdraw(by, _) => {
				self.close(place, person);
				when(docket.is_open(now) && *by == docket.by)
			},
			Op::Renew(by, _) => {
				let expired = docket.closed_at.is_none() && now >= docket.expires_at;
				let same = self.purses[docket.order.from()].person == Some(person);
				let free = self.is_free_for(person, place);
				self.opened += 1;
				self.dockets[place].opened = self.opened;
				self.dockets[place].expires_at = now + DOCKET;
				self.holders[person].docket = Some((place, now + DOCKET));
				when(expired && *by != docket.by && same && free)
			},
			_ => {
				let ended_at = docket.closed_at.unwrap_or(docket.expires_at);
				self.lift(place, person);
				self.dockets[place].removed = true;
				when(now >= ended_at + RETENTION)
			},
		}
	}

	/// Whether the agent's last docket against the person came to nothing, too short a time ago.
	fn is_restrained(&self, by: Agent, person: Person) -> bool {
		let own = |docket: &&Docket| !docket.removed && docket.by == by && docket.person == person;
		let last = self
			.dockets
			.iter()
			.filter(own)
			.max_by_key(|docket| docket.opened);
		last.is_some_and(|docket| {
			let ended_at = docket.closed_at.unwrap_or(docket.expires_at);
			!docket.approved && !docket.is_open(self.now) && self.now < ended_at + REFREEZE
		})
	}

	/// Whether no other docket freezes the person.
	fn is_free_for(&self, person: Person, place: usize) -> bool {
		let stands = |(docket, until): &(usize, _)| *docket != place && self.now < *until;
		!self.holders[person].docket.as_ref().is_some_and(stands)
	}

	fn lift(&mut self, place: usize, person: Person) {
		let slot = &mut self.holders[person].docket;
		slot.take_if(|(docket, _)| *docket == place);
	}

	fn close(&mut self, place: usize, person: Person) {
		self.lift(place, person);
		self.dockets[place].closed_at = Some(self.now);
	}

	fn propose(&mut self, by: Agent, order: Order) -> Outcome {
		let place = self.dockets.len();
		let person = self.purses[order.from()].person.ok_or(None)?;
		self.parties_fit(order, person)?;
		let mut expires_at = self.now;
		if !self.is_restrained(by, person) {
			when(self.is_free_for(person, place))?;
			expires_at += DOCKET;
			self.holders[person].docket = Some((place, expires_at));
		}
		self.opened += 1;
		self.dockets.push(Docket {
			order,
			person,
			by,
			opened: self.opened,
			expires_at,
			closed_at: None,
			approved: false,
			removed: false,
		});
		Ok(())
	}

	/// Whether units of the person may go where the order wants them to.
	fn parties_fit(&self, order: Order, person: Person) -> Outcome {
		when(order.amount() != Some(0))?;
		let Some(to) = order.to() else { return Ok(()) };
		when(to != order.from())?;
		let receiver = self.purses[to].person;
		match order {
			Order::Seizure(..) => when(to == self.escrow)?,
			Order::Recovery(..) => when(receiver == Some(person))?,
			Order::Transfer(..) | Order::Wipe(..) => {},
		}
		when(receiver.is_some())
	}

	fn carry_out(&mut self, docket: &Docket) -> Outcome {
		let (order, from) = (docket.order, docket.order.from());
		when(self.purses[from].person == Some(docket.person))?;
		self.parties_fit(order, docket.person)?;
		if order
			.amount()
			.is_none_or(|amount| amount > self.purses[from].free())
		{
			self.close_redemptions(from);
		}
		let amount = order.amount().unwrap_or(self.purses[from].free());
		when(amount > 0)?;
		let wish = Wish {
			movement: Movement::Forced,
			to: order.to(),
			..Wish::transfer(from, from, amount)
		};
		if let Some(reason) = self.reasons(&wish).first() {
			return Err(Some(*reason));
		}
		self.book(Some(from), order.to(), amount, false);
		Ok(())
	}

	/// Ends what a docket needs the units of; released ones wait to be burned.
	fn close_redemptions(&mut self, account: Account) {
		for redemption in &mut self.redemptions {
			let open = matches!(redemption.stage, Stage::Requested | Stage::Accepted);
			if redemption.account == account && open {
				let returned = redemption.stop();
				self.purses[account].release(returned);
			}
		}
	}

	/// Links the successor of a replaced account.
	pub fn install(&mut self, old: Account) -> Outcome {
		let person = self.purses[old].person;
		let replacement = self.replacements.get_mut(&old).ok_or(None)?;
		let new = &mut self.purses[replacement.new];
		when(replacement.accepted && new.person.is_none())?;
		replacement.settling = true;
		new.person = person;
		new.state = State::Successor;
		Ok(())
	}

	/// Moves the free units of a replaced account, with what is frozen of it on its own.
	pub fn move_replaced(&mut self, old: Account) -> Outcome {
		let new = self.successor(old).ok_or(None)?;
		// What a docket may take stays where it is until that is decided.
		let docket = self.behind(old).and_then(|holder| holder.docket);
		when(docket.is_none_or(|(_, until)| self.now >= until))?;
		let freeze = std::mem::take(&mut self.purses[old].freeze);
		let there = &mut self.purses[new].freeze;
		*there = match (freeze, *there) {
			(Freeze::Full, _) | (_, Freeze::Full) => Freeze::Full,
			(Freeze::Partial(one), Freeze::Partial(other)) => {
				one.checked_add(other).map_or(Freeze::Full, Freeze::Partial)
			},
			(Freeze::None, other) | (other, Freeze::None) => other,
		};
		let amount = self.purses[old].free();
		if amount == 0 {
			return when(freeze != Freeze::None);
		}
		if self.paused.contains(&place(Movement::Forced)) {
			return Err(Some(assay_primitives::ReasonCode::MovementPaused));
		}
		self.book(Some(old), Some(new), amount, false);
		Ok(())
	}
}

/// A policy counts one holding period, and each period's volume once, up to four of them.
fn is_valid(rules: &[Rule]) -> bool {
	let holding = rules.iter().filter(|rule| matches!(rule, Rule::Holding(_)));
	let volumes: Vec<_> = rules
		.iter()
		.filter_map(|rule| match rule {
			Rule::Volume(_, period) => Some(*period),
			_ => None,
		})
		.collect();
	let distinct: std::collections::BTreeSet<_> = volumes.iter().collect();
	let each_is_one = rules.iter().all(|rule| match rule {
		Rule::MaxBalanceBps(bps) => *bps <= 10_000,
		Rule::Holding(period) | Rule::Volume(_, period) => *period > 0,
		Rule::Windows(windows) => windows.iter().all(|window| match window {
			Window::Weekly { days, from, until } => {
				(1..128).contains(days) && from < until && *until <= 1_440
			},
			Window::Once { from, until } => from < until,
		}),
		_ => true,
	});
	holding.count() <= 1 && distinct.len() == volumes.len() && volumes.len() <= 4 && each_is_one
}

//! Redemptions in the model: every way from the request to the end.

use super::{model::*, ops::*};
use assay_primitives::{Balance, Moment, Quantity};

impl Model {
	/// Why whoever is to be paid may not be.
	pub fn payable(&self, it: &Redemption) -> Outcome {
		let purse = &self.purses[it.holder];
		if it.payee == Payee::Escrow {
			Ok(())
		} else if self.paused_since.is_some() {
			Err("Issuance.PaymentRefused")
		} else if purse.sanctioned {
			Err("Issuance.HolderBarred")
		} else {
			when(!purse.frozen, "Issuance.PaymentRefused")
		}
	}

	/// Whether something stands against the holder, and not against all.
	fn is_blocked(&self, it: &Redemption) -> bool {
		let purse = &self.purses[it.holder];
		self.paused_since.is_none() && (purse.sanctioned || purse.frozen)
	}

	/// The last moment for what is due.
	pub fn due_by(&self, it: &Redemption) -> Moment {
		it.deadline + self.lost() - it.lost_before
	}

	pub fn is_late(&self, it: &Redemption) -> bool {
		self.now > self.due_by(it)
	}

	/// What has been handed over of claims that are still owed the rest.
	fn handed_over(&self) -> Quantity {
		let owed = self.redemptions.iter().filter(|it| it.is_owed());
		owed.map(|it| it.released).sum()
	}

	pub fn request(&mut self, holder: Holder, amount: Balance) -> Outcome {
		when(amount >= MINIMUM, "Issuance.BelowMinimum")?;
		when(amount.is_multiple_of(WHOLE), "Issuance.NotWholeLots")?;
		let claim = amount * CLAIM / UNITS * (BPS - FEE_BPS) / BPS;
		let own = self
			.redemptions
			.iter()
			.filter(|it| it.holder == holder && it.is_open());
		when(own.count() < MAX_OPEN, "Issuance.TooManyOpenRedemptions")?;
		when(self.paused_since.is_none(), "Compliance.MovementPaused")?;
		let penalty = self.penalty_on(amount);
		let purse = &mut self.purses[holder];
		when(!purse.frozen, "Compliance.SenderFrozen")?;
		when(amount <= purse.free, "Compliance.FreeUnits")?;
		purse.free -= amount;
		purse.held += amount;
		self.redemptions.push(Redemption {
			holder,
			amount,
			claim,
			released: 0,
			stage: Stage::Requested,
			accepted: false,
			notice_until: self.now + REDEMPTION_NOTICE,
			release_within: self.values.release_deadline_ms,
			deadline: self.now + self.values.accept_deadline_ms,
			lost_before: self.lost(),
			penalty,
			breach: None,
			payee: Payee::Holder,
			cash: None,
			closed_at: None,
			gone: false,
		});
		Ok(())
	}

	pub fn redeem(&mut self, op: &Op) -> Outcome {
		let (Op::Accept(place)
		| Op::Reject(place)
		| Op::Cancel(_, place)
		| Op::Release(_, place, _)
		| Op::Burn(place)
		| Op::Breach(place)
		| Op::ReportBlocked(place)
		| Op::Divert(place)
		| Op::OfferCash(place, _)
		| Op::ConfirmCash(_, place, _)
		| Op::Prune(place)) = op
		else {
			unreachable!("it is no redemption");
		};
		let kept = self.redemptions.get(*place).filter(|it| !it.gone);
		let mut it = kept.ok_or("Issuance.RedemptionNotFound")?.clone();
		match op {
			Op::Accept(_) => self.accept(*place, &mut it)?,
			Op::Reject(_) => {
				right(it.stage == Stage::Requested)?;
				when(!self.is_late(&it), "Issuance.AnswerLate")?;
				self.give_back(&it, it.amount);
				it.gone = true;
			},
			Op::Cancel(by, _) => self.cancel(*by, &mut it)?,
			Op::Release(by, _, lots) => self.release(*by, &mut it, lots)?,
			Op::Burn(_) => {
				right(it.stage == Stage::Released)?;
				self.purses[it.holder].held -= it.amount;
				self.burned += it.amount;
				it.stage = Stage::Burned;
				it.closed_at = Some(self.now);
			},
			Op::Breach(_) => self.breach(&mut it)?,
			Op::ReportBlocked(_) => {
				right(it.is_owed())?;
				it.payee = match (it.payee, self.is_blocked(&it)) {
					(Payee::Holder, true) => Payee::Blocked(self.now),
					(Payee::Blocked(since), false) => {
						it.deadline += self.now - since;
						Payee::Holder
					},
					_ => return Err("Issuance.NothingChanges"),
				};
			},
			Op::Divert(_) => self.divert(&mut it)?,
			Op::OfferCash(_, paid) => {
				right([Stage::Accepted, Stage::Breached].contains(&it.stage))?;
				it.cash = Some((*paid, None));
			},
			Op::ConfirmCash(by, _, paid) => self.confirm_cash(*by, &mut it, *paid)?,
			_ => {
				let closed_at = it.closed_at.ok_or("Issuance.StillOpen")?;
				when(closed_at + HISTORY < self.now, "Issuance.TooRecent")?;
				it.gone = true;
			},
		}
		self.redemptions[*place] = it;
		Ok(())
	}

	fn divert(&self, it: &mut Redemption) -> Outcome {
		right(it.is_owed())?;
		let not_yet = "Issuance.NotBlockedLongEnough";
		let Payee::Blocked(since) = it.payee else {
			return Err(not_yet);
		};
		let long = self.now - since >= BLOCKED;
		when(long && self.is_blocked(it), not_yet)?;
		when(self.escrow, "Issuance.EscrowMissing")?;
		it.deadline += self.now - since;
		it.payee = Payee::Escrow;
		Ok(())
	}

	/// In the order of the requests; those whose holders may not be paid are passed over, unless they
	/// are many, and those known to be blocked do not wait at all.
	fn accept(&mut self, place: usize, it: &mut Redemption) -> Outcome {
		right(it.stage == Stage::Requested)?;
		self.payable(it)?;
		let waits = |other: &&Redemption| {
			let waits = other.stage == Stage::Requested && other.is_open();
			waits && !matches!(other.payee, Payee::Blocked(_))
		};
		let earlier: Vec<_> = self.redemptions[..place].iter().filter(waits).collect();
		let passed_over = earlier.iter().all(|other| self.payable(other).is_err());
		let turn = passed_over && earlier.len() <= MAX_PASSED_OVER;
		when(turn, "Issuance.EarlierWaiting")?;
		(it.stage, it.accepted) = (Stage::Accepted, true);
		it.deadline = self.now.max(it.notice_until) + it.release_within;
		it.lost_before = self.lost();
		Ok(())
	}

	/// The holder's, whenever nothing binds the issuer yet or the issuer is late; anybody's, long after
	/// a breach.
	fn cancel(&mut self, by: Party, it: &mut Redemption) -> Outcome {
		right(it.is_owed())?;
		let long_since = |breach: Breach| self.now > breach.at + BREACH_END;
		let may = by == Party::Holder(it.holder) || it.breach.is_some_and(long_since);
		when(may, "Issuance.NotHolder")?;
		if it.breach.is_none() && self.is_late(it) && self.payable(it).is_ok() {
			self.find_breach(it);
		}
		self.pay(it);
		if it.released > 0 {
			when(it.breach.is_some(), "Issuance.PartlyReleased")?;
			// The fewest units that claim what was handed over stay, to be burned.
			let before_fee = ceil(it.released * BPS, BPS - FEE_BPS);
			let kept = ceil(before_fee * UNITS, CLAIM).min(it.amount);
			self.give_back(it, it.amount - kept);
			(it.amount, it.claim, it.stage) = (kept, it.released, Stage::Released);
			return Ok(());
		}
		let free = it.breach.is_some() || !it.accepted || self.is_deficient();
		when(free, "Issuance.NotOverdue")?;
		self.give_back(it, it.amount);
		// What was never accepted nor in breach leaves nothing behind.
		it.gone = !it.accepted && it.breach.is_none();
		(it.stage, it.closed_at) = (Stage::Cancelled, Some(self.now));
		Ok(())
	}

	fn give_back(&mut self, it: &Redemption, units: Balance) {
		let purse = &mut self.purses[it.holder];
		purse.held -= units;
		purse.free += units;
	}

	/// At par, or of a deficient reserve the units' share of all there is, what was handed over on
	/// open claims counted as there.
	pub fn due_now(&self, it: &Redemption) -> Quantity {
		let worth = self.worth();
		match self.is_deficient() {
			true => {
				let there = worth.reserve + self.handed_over();
				it.claim.min(it.amount * there / self.outstanding())
			},
			false => it.claim,
		}
	}

	fn release(
		&mut self,
		by: Custodian,
		it: &mut Redemption,
		lots: &[(Vault, LotNo, Quantity)],
	) -> Outcome {
		when(!self.offices[by].suspended, "Issuance.NotCustodian")?;
		right([Stage::Accepted, Stage::Breached].contains(&it.stage))?;
		self.payable(it)?;
		let due = self.due_now(it);
		let before = it.released;
		let part = self.take_out(by, lots)?;
		let mismatch = "Issuance.ReleaseMismatch";
		when(part > 0 || (before > 0 && due <= before), mismatch)?;
		when(before + part <= due.max(before), mismatch)?;
		it.released += part;
		if it.released == due.max(before) {
			self.pay(it);
			it.stage = Stage::Released;
			it.claim = it.claim.min(it.released);
		}
		Ok(())
	}

	fn breach(&mut self, it: &mut Redemption) -> Outcome {
		if it.stage == Stage::Breached {
			let paid = self.pay(it);
			return when(paid > 0, "Issuance.NothingToPay");
		}
		right([Stage::Requested, Stage::Accepted].contains(&it.stage))?;
		when(self.is_late(it), "Issuance.NotOverdue")?;
		self.payable(it)?;
		self.find_breach(it);
		Ok(())
	}

	/// The penalty is for what has not been handed over.
	fn find_breach(&mut self, it: &mut Redemption) {
		let owed = ceil(it.penalty * (it.claim - it.released), it.claim.max(1));
		it.stage = Stage::Breached;
		it.breach = Some(Breach {
			at: self.now,
			owed,
			paid: 0,
		});
		self.pay(it);
	}

	/// Has the bond pay what it can of the penalty.
	fn pay(&mut self, it: &mut Redemption) -> Balance {
		let Some(breach) = it.breach.as_mut() else {
			return 0;
		};
		let paid = self.draw(0, breach.owed - breach.paid, Party::Holder(it.holder));
		breach.paid += paid;
		paid
	}

	fn confirm_cash(&mut self, by: Party, it: &mut Redemption, paid: Balance) -> Outcome {
		let payee = match it.payee {
			Payee::Escrow => Party::Escrow,
			_ => Party::Holder(it.holder),
		};
		when(by == payee, "Issuance.NotHolder")?;
		right([Stage::Accepted, Stage::Breached].contains(&it.stage))?;
		let offered = it.cash.is_some_and(|(offered, _)| offered == paid);
		when(offered, "Issuance.NoSuchOffer")?;
		self.payable(it)?;
		self.pay(it);
		it.cash = Some((paid, Some(it.claim - it.released)));
		it.stage = Stage::Released;
		Ok(())
	}
}

fn right(stage: bool) -> Outcome {
	when(stage, "Issuance.WrongState")
}

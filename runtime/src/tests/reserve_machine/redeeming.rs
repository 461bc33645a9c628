//! Redemptions in the model: every way from the request to the end.

use super::{model::*, ops::*};
use assay_primitives::{Balance, Moment, Quantity, ReserveStatus};

impl Model {
	/// Why whoever is to be paid may not be.
	pub fn payable(&self, it: &Redemption) -> Outcome {
		let purse = &self.purses[it.holder];
		if it.payee == Payee::Escrow {
			Ok(())
		} else if purse.sanctioned {
			Err("Issuance.HolderBarred")
		} else {
			let free = !purse.frozen && self.paused_since.is_none();
			when(free, "Issuance.PaymentRefused")
		}
	}

	/// Whether something stands against the holder, and not against all.
	fn is_blocked(&self, it: &Redemption) -> bool {
		let purse = &self.purses[it.holder];
		purse.sanctioned || purse.frozen
	}

	/// What excuses who is late: what stands against the holder, and no pause.
	fn excuse(&self, it: &Redemption) -> Outcome {
		match self.is_blocked(it) {
			true => self.payable(it),
			false => Ok(()),
		}
	}

	/// Gives the time back for which the holder is known to have been blocked, up to a whole period.
	fn put_off(&self, it: &mut Redemption, since: Moment, seen: Moment) {
		let known = self.now.min(seen + RECHECK) - since;
		let by = known.min(BLOCKED.saturating_sub(it.blocked));
		it.deadline += by;
		it.blocked += by;
	}

	fn is_long_blocked(&self, it: &Redemption) -> bool {
		let Payee::Blocked { since, seen } = it.payee else {
			return false;
		};
		let long = it.blocked + self.now - since >= BLOCKED;
		long && self.now <= seen + RECHECK && self.is_blocked(it)
	}

	/// Once nothing stands against the holder any more, what was found before has no effect.
	fn forget(&self, it: &mut Redemption) {
		if let (Payee::Blocked { since, seen }, false) = (it.payee, self.is_blocked(it)) {
			self.put_off(it, since, seen);
			it.payee = Payee::Holder;
		}
	}

	fn report_blocked(&self, it: &mut Redemption) -> Outcome {
		right(it.is_owed())?;
		let (now, nothing) = (self.now, Err("Issuance.NothingChanges"));
		match (it.payee, self.is_blocked(it)) {
			(Payee::Holder, true) => {
				it.payee = Payee::Blocked {
					since: now,
					seen: now,
				};
			},
			(Payee::Blocked { seen, .. }, true) if seen == now => return nothing,
			(Payee::Blocked { since, seen }, true) => {
				let known = now <= seen + RECHECK;
				if !known {
					self.put_off(it, since, seen);
				}
				let since = if known { since } else { now };
				it.payee = Payee::Blocked { since, seen: now };
			},
			(Payee::Blocked { .. }, false) => self.forget(it),
			_ => return nothing,
		}
		Ok(())
	}

	fn divert(&self, it: &mut Redemption) -> Outcome {
		right(it.is_owed())?;
		let not_yet = "Issuance.NotBlockedLongEnough";
		let Payee::Blocked { since, .. } = it.payee else {
			return Err(not_yet);
		};
		when(self.is_long_blocked(it), not_yet)?;
		when(self.escrow, "Issuance.EscrowMissing")?;
		it.deadline += self.now - since;
		it.blocked += self.now - since;
		it.payee = Payee::Escrow;
		Ok(())
	}

	/// The last moment for what is due: a release is put off by one whole wait for a deficiency at most.
	pub fn due_by(&self, it: &Redemption) -> Moment {
		let waited = match it.accepted {
			true => (self.waited() - it.waited_before).min(STANDS),
			false => 0,
		};
		it.deadline + self.lost() - it.lost_before + waited
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
			blocked: 0,
			waited_before: 0,
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
				self.forget(&mut it);
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
			Op::ReportBlocked(_) => self.report_blocked(&mut it)?,
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

	/// In the order of the requests; those whose holders may not be paid are passed over, unless they
	/// are many, and those known to be blocked do not wait at all.
	fn accept(&mut self, place: usize, it: &mut Redemption) -> Outcome {
		right(it.stage == Stage::Requested)?;
		self.forget(it);
		self.payable(it)?;
		let waits = |other: &&Redemption| {
			let waits = other.stage == Stage::Requested && other.is_open();
			waits && !matches!(other.payee, Payee::Blocked { .. })
		};
		let earlier: Vec<_> = self.redemptions[..place].iter().filter(waits).collect();
		let passed_over = earlier.iter().all(|other| self.payable(other).is_err());
		let turn = passed_over && earlier.len() <= MAX_PASSED_OVER;
		when(turn, "Issuance.EarlierWaiting")?;
		(it.stage, it.accepted) = (Stage::Accepted, true);
		it.deadline = self.now.max(it.notice_until) + it.release_within;
		it.lost_before = self.lost();
		it.waited_before = self.waited();
		Ok(())
	}

	/// The holder's, whenever nothing binds the issuer yet or the issuer is late; anybody's, long after
	/// a breach, or when the holder has long been blocked and there is no escrow.
	fn cancel(&mut self, by: Party, it: &mut Redemption) -> Outcome {
		right(it.is_owed())?;
		let long_since = |breach: Breach| self.now > breach.at + BREACH_END;
		let stuck = self.is_long_blocked(it) && !self.escrow;
		let may = by == Party::Holder(it.holder) || stuck || it.breach.is_some_and(long_since);
		when(may, "Issuance.NotHolder")?;
		self.forget(it);
		if it.breach.is_none() && self.is_late(it) && self.excuse(it).is_ok() {
			self.find_breach(it);
		}
		self.pay(it);
		if it.released > 0 {
			when(it.breach.is_some() || stuck, "Issuance.PartlyReleased")?;
			// The fewest units that claim what was handed over stay, to be burned.
			let before_fee = ceil(it.released * BPS, BPS - FEE_BPS);
			let kept = ceil(before_fee * UNITS, CLAIM).min(it.amount);
			self.give_back(it, it.amount - kept);
			(it.amount, it.claim, it.stage) = (kept, it.released, Stage::Released);
			return Ok(());
		}
		let free = it.breach.is_some() || stuck || !it.accepted || self.is_deficient();
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

	/// At par; of a reserve that has been deficient for long enough the units' share of all there is, what
	/// was handed over on open claims counted as there; nothing before, nor while it is on record as that
	/// and nobody knows what there is.
	pub fn due_now(&self, it: &Redemption) -> Result<Quantity, &'static str> {
		let since = self.deficient_since;
		if !self.is_deficient() {
			let enough = [ReserveStatus::Backed, ReserveStatus::Thin].contains(&self.status());
			when(enough || since.is_none(), "Issuance.DeficiencyTooRecent")?;
			return Ok(it.claim);
		}
		let stands = since.is_some_and(|since| since + STANDS <= self.now);
		when(stands, "Issuance.DeficiencyTooRecent")?;
		let there = self.worth().reserve + self.handed_over();
		Ok(it.claim.min(it.amount * there / self.outstanding()))
	}

	fn release(
		&mut self,
		by: Custodian,
		it: &mut Redemption,
		lots: &[(Vault, LotNo, Quantity)],
	) -> Outcome {
		when(!self.offices[by].suspended, "Issuance.NotCustodian")?;
		right([Stage::Accepted, Stage::Breached].contains(&it.stage))?;
		self.forget(it);
		self.payable(it)?;
		let due = self.due_now(it)?;
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
		self.forget(it);
		when(self.is_late(it), "Issuance.NotOverdue")?;
		self.excuse(it)?;
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

	/// Has the bond pay what it can of the penalty, up to the units' share of it.
	fn pay(&mut self, it: &mut Redemption) -> Balance {
		let (units, bonded) = (self.outstanding(), self.bonded(0));
		let Some(breach) = it.breach.as_mut() else {
			return 0;
		};
		let share = (bonded + breach.paid) * it.amount.min(units) / units;
		let most = share.saturating_sub(breach.paid);
		let unpaid = breach.owed - breach.paid;
		let paid = self.draw(0, unpaid.min(most), Party::Holder(it.holder));
		breach.paid += paid;
		paid
	}

	fn confirm_cash(&mut self, by: Party, it: &mut Redemption, paid: Balance) -> Outcome {
		self.forget(it);
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

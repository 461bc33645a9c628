//! The bucket, mints, and bonds, in the model.

use super::{model::*, ops::*, setup::POSTERS, worth::most};
use assay_primitives::{Balance, Moment, ReserveStatus, DAY};

impl Model {
	pub fn issue(&mut self, op: &Op) -> Outcome {
		match op {
			Op::Mint(order, valid_until, mints) => self.mint(*order, *valid_until, mints),
			Op::PruneOrder(order) => {
				let until = self.orders.remove(order);
				let until = until.ok_or("Issuance.MintIdNotFound")?;
				when(until < self.now, "Issuance.MintIdInForce")
			},
			Op::SetBucket(limits) => {
				let old = self.bucket.limits;
				let lower = [0, 1, 2].map(|place| old[place].min(limits[place]));
				let raise = (self.now + RAISE, *limits);
				self.bucket.raise = (lower != *limits).then_some((raise.1, raise.0));
				self.bucket.limits = lower;
				self.bucket.parts = self.bucket.parts.min(day_parts(lower[0]));
				Ok(())
			},
			Op::CancelRaise => {
				let raise = self.bucket.raise.take();
				when(raise.is_some(), "Issuance.NoRaiseWaiting")
			},
			_ => unreachable!("it is no mint"),
		}
	}

	/// Lets time flow into the bucket, up to a raise and on from it.
	pub fn refill(&mut self, until: Moment) {
		let mut from = self.now;
		if let Some((limits, at)) = self.bucket.raise.filter(|(_, at)| *at <= until) {
			self.flow(at - from);
			(self.bucket.limits, self.bucket.raise) = (limits, None);
			from = at;
		}
		self.flow(until - from);
	}

	fn flow(&mut self, time: Moment) {
		let Bucket { limits, parts, .. } = &mut self.bucket;
		*parts = (*parts + limits[1] * u128::from(time)).min(day_parts(limits[0]));
	}

	/// Most units that the bucket may hold for the reserve there is.
	pub fn reserve_share(&self) -> Balance {
		let bps = u128::from(self.values.mint_bucket_bps);
		self.worth().effective * bps / BPS * UNITS / CLAIM
	}

	pub fn level(&self) -> Balance {
		self.bucket.parts / u128::from(DAY)
	}

	pub fn uncured(&self) -> usize {
		let breached = self.redemptions.iter();
		breached
			.filter(|it| it.stage == Stage::Breached && it.is_open())
			.count()
	}

	fn mint(&mut self, order: usize, until: Ahead, mints: &[(Holder, Balance)]) -> Outcome {
		when(self.uncured() == 0, "Issuance.BreachUncured")?;
		let used = self.orders.contains_key(&order);
		when(!used, "Issuance.MintIdUsed")?;
		when(until >= 0, "Issuance.MintExpired")?;
		when(until <= VALID, "Issuance.ValidTooLong")?;
		let sum: Balance = mints.iter().map(|(_, amount)| amount).sum();
		let some = !mints.is_empty() && mints.iter().all(|(_, amount)| *amount > 0);
		when(some, "Issuance.AmountZero")?;
		when(sum <= self.bucket.limits[2], "Issuance.AboveSingleMintCap")?;
		when(sum <= self.level(), "Issuance.AboveAllowance")?;
		when(
			self.status() == ReserveStatus::Backed,
			"Issuance.MintingShut",
		)?;
		let share = self.reserve_share();
		when(sum <= share, "Issuance.AboveReserveShare")?;
		self.bucket.parts = self.bucket.parts.min(day_parts(share)) - day_parts(sum);
		self.orders.insert(order, self.at(until));
		for (holder, amount) in mints {
			let purse = &mut self.purses[*holder];
			when(!purse.sanctioned, "Compliance.ReceiverSanctioned")?;
			when(!purse.frozen, "Compliance.ReceiverFrozen")?;
			purse.free += amount;
		}
		self.minted += sum;
		if self.values.bond_bps > 0 {
			when(self.price.is_some(), "Issuance.BondTermsMissing")?;
			let enough = self.bond_for(self.outstanding()) <= self.bonded(0);
			when(enough, "Issuance.BondTooSmall")?;
		}
		when(
			self.status() == ReserveStatus::Backed,
			"Issuance.InsufficientReserve",
		)
	}

	pub fn bonded(&self, purpose: Purpose) -> Balance {
		self.bonds[purpose].as_ref().map_or(0, |it| it.amount)
	}

	/// A part of the value of units, in francs, twice rounded up.
	fn share_of_value(&self, units: Balance, bps: u32) -> Balance {
		let (francs, per) = self.price.unwrap_or((0, 1));
		ceil(ceil(units * francs, per) * u128::from(bps), BPS)
	}

	/// What must be bonded for so many units.
	fn bond_for(&self, units: Balance) -> Balance {
		self.share_of_value(units, self.values.bond_bps)
	}

	/// How many units more the bond covers; none is asked for when there is no share.
	pub fn bond_room(&self) -> Balance {
		if self.values.bond_bps == 0 {
			return Balance::MAX;
		}
		let (units, bonded) = (self.outstanding(), self.bonded(0));
		match self.price {
			Some(_) => most(|more| self.bond_for(units + more) <= bonded),
			None => 0,
		}
	}

	pub fn penalty_on(&self, units: Balance) -> Balance {
		self.share_of_value(units, self.values.breach_penalty_bps)
	}

	/// What open redemptions may cost the bond.
	pub fn at_risk(&self) -> Balance {
		let owed = self.redemptions.iter().filter(|it| it.is_owed());
		owed.map(Redemption::unpaid).sum()
	}

	/// What must stay bonded where something is.
	pub fn required_bond(&self, purpose: Purpose) -> Balance {
		match purpose {
			0 if self.price.is_none() => 0,
			0 => self.bond_for(self.outstanding()).max(self.at_risk()),
			_ => self.offices[purpose - 1].required.unwrap_or(0),
		}
	}

	pub fn bond(&mut self, op: &Op) -> Outcome {
		match op {
			Op::BondTerms(francs, units) => {
				self.price = Some((*francs, *units));
				when(*francs > 0 && *units > 0, "Issuance.PriceInvalid")
			},
			Op::Post(purpose, amount) => {
				when(*amount > 0, "Bonds.AmountZero")?;
				when(self.bonds[*purpose].is_none(), "Bonds.AlreadyPosted")?;
				self.spend(*purpose, *amount)?;
				self.bonds[*purpose] = Some(Bond {
					amount: *amount,
					asked_back: None,
				});
				Ok(())
			},
			Op::TopUp(purpose, amount) => {
				self.posted(*purpose)?;
				when(*amount > 0, "Bonds.AmountZero")?;
				self.spend(*purpose, *amount)?;
				self.posted(*purpose)?.amount += amount;
				Ok(())
			},
			Op::AskBack(purpose, amount) => {
				self.posted(*purpose)?;
				when(*amount > 0, "Bonds.AmountZero")?;
				self.may_leave(*purpose, *amount)?;
				let at = self.now + NOTICE;
				self.posted(*purpose)?.asked_back = Some((*amount, at));
				Ok(())
			},
			Op::KeepBonded(purpose) => {
				let asked = self.posted(*purpose)?.asked_back.take();
				when(asked.is_some(), "Bonds.NoWithdrawal")
			},
			Op::TakeBack(purpose) => {
				let asked = self.posted(*purpose)?.asked_back.take();
				let (amount, at) = asked.ok_or("Bonds.NoWithdrawal")?;
				when(at <= self.now, "Bonds.NoticeRunning")?;
				self.may_leave(*purpose, amount)?;
				self.lower(*purpose, amount);
				*self.francs.entry(POSTERS[*purpose]).or_default() += amount;
				Ok(())
			},
			Op::Collect(purpose, to) => {
				let amount = self.uncollected.remove(&(*purpose, *to));
				let amount = amount.ok_or("Bonds.NoClaim")?;
				when(self.may_receive(*to), "Compliance.ReceiverSanctioned")?;
				*self.francs.entry(*to).or_default() += amount;
				Ok(())
			},
			_ => unreachable!("it is no bond"),
		}
	}

	fn posted(&mut self, purpose: Purpose) -> Result<&mut Bond, &'static str> {
		self.bonds[purpose].as_mut().ok_or("Bonds.NotFound")
	}

	fn spend(&mut self, purpose: Purpose, amount: Balance) -> Outcome {
		let purse = self.francs.entry(POSTERS[purpose]).or_default();
		when(amount <= *purse, "Compliance.FreeUnits")?;
		*purse -= amount;
		Ok(())
	}

	fn may_leave(&self, purpose: Purpose, amount: Balance) -> Outcome {
		let left = self.bonded(purpose).checked_sub(amount);
		let enough = left.is_some_and(|left| self.required_bond(purpose) <= left);
		when(enough, "Bonds.StillRequired")
	}

	/// A bond ends with its last franc.
	fn lower(&mut self, purpose: Purpose, amount: Balance) {
		let bond = self.bonds[purpose].as_mut().expect("it is posted");
		bond.amount -= amount;
		if bond.amount == 0 {
			self.bonds[purpose] = None;
		}
	}

	fn may_receive(&self, party: Party) -> bool {
		match party {
			Party::Holder(holder) => !self.purses[holder].sanctioned,
			_ => true,
		}
	}

	/// Takes up to so much from a bond; returns how much that was.
	pub fn draw(&mut self, purpose: Purpose, amount: Balance, to: Party) -> Balance {
		let paid = amount.min(self.bonded(purpose));
		if paid == 0 {
			return 0;
		}
		self.lower(purpose, paid);
		if let Some(bond) = self.bonds[purpose].as_mut() {
			let left = bond.amount;
			bond.asked_back = bond.asked_back.map(|(asked, at)| (asked.min(left), at));
		}
		match self.may_receive(to) {
			true => *self.francs.entry(to).or_default() += paid,
			false => *self.uncollected.entry((purpose, to)).or_default() += paid,
		}
		paid
	}
}

/// Units in the parts that the bucket counts in.
pub fn day_parts(units: Balance) -> u128 {
	units * u128::from(DAY)
}

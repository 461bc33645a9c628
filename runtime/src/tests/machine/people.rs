//! What happens to identities, in the model.

use super::{model::*, ops::*};

impl Model {
	pub fn identities(&mut self, op: &Op) -> Outcome {
		match op {
			Op::Suspend(person) => {
				let was = std::mem::replace(&mut self.holders[*person].suspended, true);
				when(!was)
			},
			Op::Reinstate(person) => when(std::mem::take(&mut self.holders[*person].suspended)),
			Op::Sanction(person) => {
				let was = std::mem::replace(&mut self.holders[*person].sanctioned, true);
				when(!was)
			},
			Op::LiftSanction(person) => when(std::mem::take(&mut self.holders[*person].sanctioned)),
			Op::Claim(person, topic, voucher, until) => {
				let claims = &mut self.holders[*person].claims;
				claims.insert((*topic, *voucher), *until);
				when(self.trusted.contains(&(*topic, *voucher)) && *until > self.now)
			},
			Op::RevokeClaim(person, topic, voucher) => {
				let claims = &mut self.holders[*person].claims;
				when(claims.remove(&(*topic, *voucher)).is_some())
			},
			Op::ApproveVoucher(topic, voucher) => when(self.trusted.insert((*topic, *voucher))),
			Op::RevokeVoucher(topic, voucher) => when(self.trusted.remove(&(*topic, *voucher))),
			Op::Category(person, category) => {
				self.holders[*person].category = *category;
				Ok(())
			},
			Op::ChangeCountry(person, country) => {
				let holds = self.holds_anything(*person);
				let holder = &mut self.holders[*person];
				let moves = holder.moves_to.is_some();
				when(!(moves && holds) && (holder.country != *country || moves))?;
				holder.moves_to = holds.then_some(*country);
				if !holds {
					holder.country = *country;
				}
				Ok(())
			},
			Op::Reseat(person, listed) => {
				let holder = &mut self.holders[*person];
				let country = holder.moves_to.ok_or(None)?;
				let left = holder.counted.is_some_and(|counted| counted != country);
				when(*listed || !left)?;
				holder.counted = holder.counted.map(|_| country);
				holder.country = country;
				holder.moves_to = None;
				Ok(())
			},
			_ => self.accounts(op),
		}
	}

	fn accounts(&mut self, op: &Op) -> Outcome {
		match *op {
			Op::Link(person, account, by) => {
				// A registrar adds the first account alone, and everybody here has had one.
				let own = by.filter(|by| self.purses[*by].person == Some(person));
				when(own.is_some_and(|by| self.acts(by)))?;
				when(self.purses[account].person.is_none())?;
				self.purses[account].person = Some(person);
				Ok(())
			},
			Op::Unlink(account, by) => {
				let purse = &self.purses[account];
				let person = purse.person.ok_or(None)?;
				let own =
					by.is_none_or(|by| self.acts(by) && self.purses[by].person == Some(person));
				let others = self.purses.iter().filter(|it| it.person == Some(person));
				let keeps_one = by.is_none() || others.count() > 1;
				let idle = purse.total == 0 && purse.freeze == Freeze::None;
				let ordinary = purse.state == State::Ordinary;
				when(own && keeps_one && idle && ordinary && self.is_active(person))?;
				self.purses[account].person = None;
				Ok(())
			},
			Op::Replace(by, old, new, accepted) => {
				let purse = &self.purses[old];
				let person = purse.person.ok_or(None)?;
				let other = by.is_none_or(|by| {
					by != old && self.acts(by) && self.purses[by].person == Some(person)
				});
				let vacant = self.purses[new].person.is_none();
				let ordinary = purse.state == State::Ordinary;
				when(other && vacant && ordinary && self.is_active(person))?;
				self.purses[old].state = State::Replaced;
				let until = self.now + OBJECTION;
				let replacement = Replacement {
					new,
					contested: false,
					settling: false,
					accepted,
					until,
				};
				self.replacements.insert(old, replacement);
				Ok(())
			},
			Op::CancelReplacement(old, by_council) => {
				let replacement = self.replacements.remove(&old).ok_or(None)?;
				self.purses[old].state = State::Ordinary;
				when(!replacement.settling && (by_council || !replacement.contested))
			},
			Op::SettleReplacement(old) => {
				let replacement = self.replacements.get(&old).ok_or(None)?;
				when(replacement.contested && !replacement.settling)?;
				self.install(old)
			},
			Op::CompleteReplacement(old) => {
				let replacement = self.replacements.get(&old).ok_or(None)?;
				let ripe = self.now > replacement.until;
				when(ripe && !replacement.contested && !replacement.settling)?;
				when(
					self.behind(old)
						.is_some_and(|it| !it.suspended && !it.sanctioned),
				)?;
				self.install(old)
			},
			Op::MoveReplaced(old) => self.move_replaced(old),
			Op::CloseReplacement(old) => {
				let new = self.successor(old).ok_or(None)?;
				let purse = &mut self.purses[old];
				when(purse.total == 0 && purse.freeze == Freeze::None)?;
				purse.person = None;
				purse.state = State::Ordinary;
				self.purses[new].state = State::Ordinary;
				self.replacements.remove(&old);
				Ok(())
			},
			_ => unreachable!("{op:?} is done elsewhere"),
		}
	}
}

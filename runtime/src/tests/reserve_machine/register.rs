//! Lots: registered, pledged to others, taken out, moved, paid out as money, in the model.

use super::{model::*, ops::*, setup::OWNERS, statements::distinct};
use assay_primitives::Quantity;

fn lien(francs: bool) -> Lien {
	match francs {
		true => Lien::Francs,
		false => Lien::Asset,
	}
}

fn owns(custodian: Custodian, vault: Vault) -> Outcome {
	when(OWNERS[vault] == custodian, "Custody.NotOwner")
}

impl Model {
	pub fn keep(&mut self, op: &Op) -> Outcome {
		match op {
			Op::Register(custodian, vault, francs, inputs) => {
				self.in_office(*custodian)?;
				owns(*custodian, *vault)?;
				for input in inputs {
					self.register(*custodian, *vault, lien(*francs), *input)?;
				}
				Ok(())
			},
			Op::WithdrawLots(custodian, vault, lots) => {
				self.lift_liens(*custodian, *vault, lots, LotState::Stored)
			},
			Op::Encumber(custodian, vault, lots) => {
				self.lift_liens(*custodian, *vault, lots, LotState::Encumbered)
			},
			Op::Lift(custodian, lots) => {
				for number in lots {
					let lot = self.own(*custodian, *number)?;
					let encumbered = lot.state == LotState::Encumbered;
					when(encumbered, "Custody.NotEncumbered")?;
					lot.state = LotState::Stored;
				}
				Ok(())
			},
			Op::RemoveLots(custodian, lots) => {
				when(distinct(lots), "Custody.DuplicateLot")?;
				for number in lots {
					let lot = self.own(*custodian, *number)?;
					when(lot.lien.is_none(), "Custody.StillPledged")?;
					let free = lot.state != LotState::Encumbered;
					when(free, "Custody.EncumberedToOthers")?;
					self.lots[*number] = None;
				}
				Ok(())
			},
			Op::Offer(custodian, [from, to], lots, until) => {
				owns(*custodian, *from)?;
				when(from != to, "Custody.SameVault")?;
				let until = self.at(*until);
				when(until > self.now, "Custody.OfferExpired")?;
				when(distinct(lots), "Custody.DuplicateLot")?;
				let quantity = self.sum_pledged(*from, lots)?;
				self.unasked(*from, lots)?;
				self.offers.push(Some(Offer {
					from: *from,
					to: *to,
					lots: lots.clone(),
					quantity,
					until,
				}));
				Ok(())
			},
			Op::AcceptOffer(custodian, place) => self.accept_offer(*custodian, *place),
			Op::CancelOffer(custodian, place) => {
				let offer = self.offers.get_mut(*place).and_then(Option::take);
				let offer = offer.ok_or("Custody.OfferNotFound")?;
				let parties = [OWNERS[offer.from], OWNERS[offer.to]];
				when(parties.contains(custodian), "Custody.NotOwner")
			},
			Op::ReportCash(custodian, number, quantity, matures) => {
				self.report_cash(*custodian, *number, *quantity, *matures)
			},
			_ => unreachable!("it is no lot's"),
		}
	}

	/// What a custodian is asked to show stays where it is, is withdrawn or handed over.
	fn unasked(&self, vault: Vault, lots: &[LotNo]) -> Outcome {
		let mut open = self.scopes[vault].challenges.iter();
		let asked = open.any(|it| it.lots.iter().any(|lot| lots.contains(lot)));
		when(!asked, "Custody.LotChallenged")
	}

	fn own(&mut self, custodian: Custodian, number: LotNo) -> Result<&mut Lot, &'static str> {
		let lot = self.lots[number].as_mut().ok_or("Custody.LotNotFound")?;
		when(OWNERS[lot.vault] == custodian, "Custody.NotOwner")?;
		Ok(lot)
	}

	/// The lot, if it is pledged to the asset there.
	fn pledged(&mut self, vault: Vault, number: LotNo) -> Result<&mut Lot, &'static str> {
		let lot = self.lots[number].as_mut().ok_or("Custody.LotNotFound")?;
		when(lot.vault == vault, "Custody.Elsewhere")?;
		when(lot.lien == Some(Lien::Asset), "Custody.NotPledged")?;
		Ok(lot)
	}

	fn sum_pledged(&mut self, vault: Vault, lots: &[LotNo]) -> Result<Quantity, &'static str> {
		let mut sum = 0;
		for number in lots {
			sum += self.pledged(vault, *number)?.quantity;
		}
		Ok(sum)
	}

	fn register(
		&mut self,
		custodian: Custodian,
		vault: Vault,
		lien: Lien,
		(number, quantity, matures): (LotNo, Quantity, Option<Ahead>),
	) -> Outcome {
		when(quantity > 0, "Custody.ZeroQuantity")?;
		let matures_at = matures.map(|ahead| self.at(ahead));
		let later = matures_at.is_none_or(|at| at > self.now);
		when(later, "Custody.AlreadyMatured")?;
		if let Some(old) = &self.lots[number] {
			when(old.lien.is_none(), "Custody.AlreadyEncumbered")?;
			let free = old.state != LotState::Encumbered;
			when(free, "Custody.EncumberedToOthers")?;
			let own = OWNERS[old.vault] == custodian || old.state == LotState::Released;
			when(own, "Custody.AlreadyRegistered")?;
		}
		self.lots[number] = Some(Lot {
			vault,
			state: LotState::Stored,
			lien: Some(lien),
			quantity,
			matures_at,
			registered_at: self.now,
			arrived_at: None,
		});
		Ok(())
	}

	fn lift_liens(
		&mut self,
		custodian: Custodian,
		vault: Vault,
		lots: &[LotNo],
		state: LotState,
	) -> Outcome {
		owns(custodian, vault)?;
		when(distinct(lots), "Custody.DuplicateLot")?;
		if state == LotState::Encumbered {
			self.unasked(vault, lots)?;
		}
		let sum = self.sum_pledged(vault, lots)?;
		for number in lots {
			let lot = self.pledged(vault, *number)?;
			(lot.lien, lot.state) = (None, state);
		}
		self.leaves(vault, sum);
		Ok(())
	}

	/// Lots that come from another vault count under a report of later, and not under one of before.
	fn accept_offer(&mut self, custodian: Custodian, place: usize) -> Outcome {
		let offer = self.offers.get_mut(place).and_then(Option::take);
		let offer = offer.ok_or("Custody.OfferNotFound")?;
		self.in_office(custodian)?;
		owns(custodian, offer.to)?;
		when(self.now <= offer.until, "Custody.OfferExpired")?;
		self.unasked(offer.from, &offer.lots)?;
		let sum = self.sum_pledged(offer.from, &offer.lots)?;
		when(sum == offer.quantity, "Custody.OfferChanged")?;
		for number in &offer.lots {
			let now = self.now;
			let lot = self.pledged(offer.from, *number)?;
			(lot.vault, lot.arrived_at) = (offer.to, Some(now));
		}
		self.leaves(offer.from, sum);
		Ok(())
	}

	fn report_cash(
		&mut self,
		custodian: Custodian,
		number: LotNo,
		quantity: Quantity,
		matures: Option<Ahead>,
	) -> Outcome {
		self.in_office(custodian)?;
		let (now, matures_at) = (self.now, matures.map(|ahead| self.at(ahead)));
		let lot = self.own(custodian, number)?;
		let lien = lot.lien.ok_or("Custody.NotPledged")?;
		let matured = lot.matures_at.is_some_and(|at| at <= now);
		when(matured, "Custody.NotMatured")?;
		when(quantity > 0, "Custody.ZeroQuantity")?;
		when(quantity <= lot.quantity, "Custody.MoreThanMatured")?;
		let later = matures_at.is_none_or(|at| at > now);
		when(later, "Custody.AlreadyMatured")?;
		let missing = lot.quantity - quantity;
		let vault = lot.vault;
		(lot.quantity, lot.matures_at) = (quantity, matures_at);
		if missing > 0 && lien == Lien::Asset {
			self.leaves(vault, missing);
		}
		Ok(())
	}

	/// Takes parts of lots out of the reserve; by vault, as the register is asked.
	pub fn take_out(
		&mut self,
		custodian: Custodian,
		lots: &[(Vault, LotNo, Quantity)],
	) -> Result<Quantity, &'static str> {
		let mut sum = 0;
		for (vault, owner) in OWNERS.into_iter().enumerate() {
			let here = lots.iter().filter(|(where_, ..)| *where_ == vault);
			let here: Vec<_> = here.map(|(_, number, part)| (*number, *part)).collect();
			if here.is_empty() {
				continue;
			}
			let numbers: Vec<LotNo> = here.iter().map(|(number, _)| *number).collect();
			when(distinct(&numbers), "Custody.DuplicateLot")?;
			let mut left = 0;
			for (number, part) in here {
				when(part > 0, "Custody.ZeroQuantity")?;
				let lot = self.lots[number].as_mut().ok_or("Custody.LotNotFound")?;
				let with = lot.vault == vault && owner == custodian;
				when(with, "Custody.Elsewhere")?;
				when(lot.lien == Some(Lien::Asset), "Custody.NotPledged")?;
				when(part <= lot.quantity, "Custody.LotTooSmall")?;
				lot.quantity -= part;
				if lot.quantity == 0 {
					(lot.state, lot.lien) = (LotState::Released, None);
				}
				left += part;
			}
			self.leaves(vault, left);
			sum += left;
		}
		Ok(sum)
	}
}

/// A report that speaks of now, for twenty days.
pub fn fresh(vault: Vault, quantity: Quantity) -> Statement {
	Statement {
		vault,
		as_of: 0,
		valid_until: 20 * 86_400_000,
		quantity,
		at_market: true,
		liquid: true,
		root: vec![],
	}
}

//! What the lots of one scope add up to, kept so that one read answers.

use assay_primitives::{Moment, Quantity};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// Different maturities that the lots of one scope may have.
pub const MAX_MATURITIES: u32 = 64;
/// Removals that one scope remembers apart.
pub const MAX_REMOVALS: u32 = 64;
/// Arrivals that may wait for the scope's next report.
pub const MAX_ARRIVALS: u32 = 64;

/// A quantity with the moment that it belongs to.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Dated {
	/// When it matures, or when it was removed.
	pub moment: Moment,
	/// How much, in the underlying's smallest unit.
	pub quantity: Quantity,
}

/// Lots that came from another vault, which no report of this scope speaks of yet.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Arrival {
	/// When they came.
	pub moment: Moment,
	/// When they mature.
	pub matures_at: Option<Moment>,
	/// How much of them is left, in the underlying's smallest unit.
	pub quantity: Quantity,
}

/// Why a change of totals is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TotalsFault {
	/// A sum or a difference is no quantity.
	Overflow,
	/// The scope has [`MAX_MATURITIES`] different maturities already.
	TooManyMaturities,
	/// [`MAX_ARRIVALS`] arrivals wait for a report already.
	TooManyArrivals,
}

/// What the lots of one scope add up to.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Totals {
	/// Quantity of all pledged lots, matured ones included.
	pub pledged: Quantity,
	/// How many lots that is.
	pub lots: u32,
	/// The part of `pledged` that matures, by the moment it does, earliest first.
	pub maturities: BoundedVec<Dated, ConstU32<MAX_MATURITIES>>,
	/// What has left since the scope's newest report, by the moment it did, oldest first.
	pub removals: BoundedVec<Dated, ConstU32<MAX_REMOVALS>>,
	/// The part of `pledged` that came from another vault and waits for a report that speaks of a
	/// later moment.
	pub arrivals: BoundedVec<Arrival, ConstU32<MAX_ARRIVALS>>,
}

impl Totals {
	/// What counts at `now`: pledged, not matured, and not waiting for a report. A lot is matured from
	/// its moment on; what has matured while it waits is taken off once.
	pub fn counting(&self, now: Moment) -> Option<Quantity> {
		let there = self
			.maturities
			.iter()
			.take_while(|entry| entry.moment <= now)
			.try_fold(self.pledged, |rest, entry| rest.checked_sub(entry.quantity))?;
		self.arrivals
			.iter()
			.filter(|arrival| arrival.matures_at.is_none_or(|moment| moment > now))
			.try_fold(there, |rest, arrival| rest.checked_sub(arrival.quantity))
	}

	/// What left at `as_of` or after, which a report that speaks of `as_of` may still count.
	///
	/// A removal at exactly `as_of` is included: the report does not say whether it came before or
	/// after, and the reserve must not gain by the doubt.
	pub fn removed(&self, as_of: Moment) -> Option<Quantity> {
		self.removals
			.iter()
			.filter(|entry| entry.moment >= as_of)
			.try_fold(0, |sum: Quantity, entry| sum.checked_add(entry.quantity))
	}

	/// Adds a lot.
	pub fn add_lot(
		&mut self,
		quantity: Quantity,
		matures_at: Option<Moment>,
	) -> Result<(), TotalsFault> {
		let pledged = self
			.pledged
			.checked_add(quantity)
			.ok_or(TotalsFault::Overflow)?;
		let lots = self.lots.checked_add(1).ok_or(TotalsFault::Overflow)?;
		if let Some(moment) = matures_at {
			match self
				.maturities
				.binary_search_by_key(&moment, |entry| entry.moment)
			{
				Ok(index) => {
					let entry = self
						.maturities
						.get_mut(index)
						.ok_or(TotalsFault::Overflow)?;
					entry.quantity = entry
						.quantity
						.checked_add(quantity)
						.ok_or(TotalsFault::Overflow)?;
				},
				Err(index) => self
					.maturities
					.try_insert(index, Dated { moment, quantity })
					.map_err(|_| TotalsFault::TooManyMaturities)?,
			}
		}
		self.pledged = pledged;
		self.lots = lots;
		Ok(())
	}

	/// Takes `quantity` of a lot off, and the lot itself when that is `whole` of what was left.
	pub fn take_off(
		&mut self,
		quantity: Quantity,
		matures_at: Option<Moment>,
		whole: bool,
	) -> Result<(), TotalsFault> {
		let pledged = self
			.pledged
			.checked_sub(quantity)
			.ok_or(TotalsFault::Overflow)?;
		let lots = self
			.lots
			.checked_sub(u32::from(whole))
			.ok_or(TotalsFault::Overflow)?;
		if let Some(moment) = matures_at {
			let index = self
				.maturities
				.binary_search_by_key(&moment, |entry| entry.moment)
				.map_err(|_| TotalsFault::Overflow)?;
			let entry = self
				.maturities
				.get_mut(index)
				.ok_or(TotalsFault::Overflow)?;
			entry.quantity = entry
				.quantity
				.checked_sub(quantity)
				.ok_or(TotalsFault::Overflow)?;
			if entry.quantity == 0 {
				self.maturities.remove(index);
			}
		}
		self.pledged = pledged;
		self.lots = lots;
		Ok(())
	}

	/// Of what was added, `quantity` came at `moment` from another vault and waits for a report.
	pub fn add_arrival(
		&mut self,
		moment: Moment,
		matures_at: Option<Moment>,
		quantity: Quantity,
	) -> Result<(), TotalsFault> {
		if let Some(arrival) = self.arrival(moment, matures_at) {
			arrival.quantity = arrival
				.quantity
				.checked_add(quantity)
				.ok_or(TotalsFault::Overflow)?;
			return Ok(());
		}
		let arrival = Arrival {
			moment,
			matures_at,
			quantity,
		};
		self.arrivals
			.try_push(arrival)
			.map_err(|_| TotalsFault::TooManyArrivals)
	}

	/// Of what was taken off, `quantity` had come at `moment` from another vault. Returns whether it
	/// was still waiting for a report.
	pub fn take_arrival(
		&mut self,
		moment: Moment,
		matures_at: Option<Moment>,
		quantity: Quantity,
	) -> Result<bool, TotalsFault> {
		let Some(arrival) = self.arrival(moment, matures_at) else {
			return Ok(false);
		};
		arrival.quantity = arrival
			.quantity
			.checked_sub(quantity)
			.ok_or(TotalsFault::Overflow)?;
		self.arrivals.retain(|arrival| arrival.quantity > 0);
		Ok(true)
	}

	/// Lots that came at one moment and mature at one moment wait together.
	fn arrival(&mut self, moment: Moment, matures_at: Option<Moment>) -> Option<&mut Arrival> {
		self.arrivals
			.iter_mut()
			.find(|arrival| (arrival.moment, arrival.matures_at) == (moment, matures_at))
	}

	/// Remembers that `quantity` left at `now`.
	///
	/// When there is no room the two oldest removals become one with the later moment: reports
	/// between the two are then told too much, never too little.
	pub fn record_removal(&mut self, now: Moment, quantity: Quantity) -> Result<(), TotalsFault> {
		if let Some(last) = self
			.removals
			.iter_mut()
			.next_back()
			.filter(|last| last.moment >= now)
		{
			last.quantity = last
				.quantity
				.checked_add(quantity)
				.ok_or(TotalsFault::Overflow)?;
			return Ok(());
		}
		if self.removals.is_full() {
			let oldest = self.removals.remove(0);
			let next = self
				.removals
				.iter_mut()
				.next()
				.ok_or(TotalsFault::Overflow)?;
			next.quantity = next
				.quantity
				.checked_add(oldest.quantity)
				.ok_or(TotalsFault::Overflow)?;
		}
		self.removals
			.try_push(Dated {
				moment: now,
				quantity,
			})
			.map_err(|_| TotalsFault::Overflow)
	}

	/// The newest report speaks of `as_of`, and no later one speaks of an earlier moment.
	///
	/// So nobody asks again for removals before it; and what came before it from another vault, the
	/// report speaks of. What came or left at exactly `as_of` stays: the report does not say whether
	/// that was before or after, and the reserve must not gain by the doubt.
	pub fn report_accepted(&mut self, as_of: Moment) {
		self.removals.retain(|entry| entry.moment >= as_of);
		self.arrivals.retain(|arrival| arrival.moment >= as_of);
	}

	/// Whether nothing is pledged and nothing need be remembered.
	pub fn is_empty(&self) -> bool {
		self.lots == 0 && self.removals.is_empty()
	}
}

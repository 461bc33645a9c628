//! What a position remembers, as plainly as it can be said.

use super::ops::Rule;
use assay_primitives::{Balance, Moment};
use std::collections::BTreeMap;

/// Units received while a holding period was in force: when the last of a lump came, how many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipts(Vec<(Moment, Balance)>);

impl Receipts {
	/// Units that must stay.
	pub fn locked(&self, now: Moment, period: Moment) -> Balance {
		let locked = self
			.0
			.iter()
			.filter(|(at, _)| now < at.saturating_add(period));
		locked.map(|(_, units)| units).sum()
	}

	/// When the locked lumps become free.
	pub fn free_at(&self, period: Moment) -> impl Iterator<Item = Moment> + '_ {
		self.0.iter().map(move |(at, _)| at.saturating_add(period))
	}

	/// What comes within the same fifteenth of the period is one lump, as old as its youngest unit.
	pub fn receive(&mut self, now: Moment, units: Balance, period: Moment) {
		let part = period.div_ceil(15);
		let mut lumps = BTreeMap::<Moment, (Moment, Balance)>::new();
		let is_live = |(at, _): &(Moment, Balance)| now < at.saturating_add(period);
		let live = self.0.iter().copied().filter(is_live);
		for (at, units) in live.chain([(now, units)]) {
			let lump = lumps.entry(at / part).or_default();
			*lump = (lump.0.max(at), lump.1 + units);
		}
		self.0 = lumps.into_values().collect();
	}

	/// Of what is left, the youngest units were received last.
	pub fn keep(&mut self, mut total: Balance) {
		for (_, units) in self.0.iter_mut().rev() {
			*units = (*units).min(total);
			total -= *units;
		}
		self.0.retain(|(_, units)| *units > 0);
	}
}

/// Units given away in a period: its length, its number since the epoch, how many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Volumes(Vec<(Moment, u64, Balance)>);

impl Volumes {
	pub fn given(&self, now: Moment, period: Moment) -> Balance {
		let here = |(length, number, _): &&(Moment, u64, Balance)| {
			(*length, *number) == (period, now / period)
		};
		self.0.iter().find(here).map_or(0, |(_, _, units)| *units)
	}

	/// Only periods that a rule asks for are counted on.
	pub fn give(&mut self, now: Moment, units: Balance, rules: &[Rule]) {
		let counted = rules.iter().filter_map(|rule| match rule {
			Rule::Volume(_, period) => {
				Some((*period, now / period, self.given(now, *period) + units))
			},
			_ => None,
		});
		self.0 = counted.collect();
	}
}

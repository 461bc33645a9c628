//! Counters per country, in one bounded value.

use crate::Jurisdiction;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{frame_support::BoundedVec, sp_core::ConstU32};
use scale_info::TypeInfo;

/// Countries there may be: ISO 3166-1 numeric codes have three digits.
pub const MAX_COUNTRIES: u32 = 1_000;

/// How many there are of each country, sorted by country; none is kept at zero.
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
pub struct CountryCounts(BoundedVec<(Jurisdiction, u32), ConstU32<MAX_COUNTRIES>>);

impl CountryCounts {
	/// All of them together.
	pub fn total(&self) -> u32 {
		self.0
			.iter()
			.try_fold(0_u32, |sum, (_, count)| sum.checked_add(*count))
			.unwrap_or(u32::MAX)
	}

	/// Those of one country.
	pub fn of(&self, country: Jurisdiction) -> u32 {
		let place = self
			.0
			.binary_search_by_key(&country, |(country, _)| *country);
		place
			.ok()
			.and_then(|place| self.0.get(place))
			.map_or(0, |(_, count)| *count)
	}

	/// One more of a country; `None` when there is no room for it.
	pub fn add(&mut self, country: Jurisdiction) -> Option<()> {
		self.total().checked_add(1)?;
		match self
			.0
			.binary_search_by_key(&country, |(country, _)| *country)
		{
			Ok(place) => {
				let (_, count) = self.0.get_mut(place)?;
				*count = count.checked_add(1)?;
				Some(())
			},
			Err(place) => self.0.try_insert(place, (country, 1)).ok(),
		}
	}

	/// One less of a country; `None` when there is none.
	pub fn remove(&mut self, country: Jurisdiction) -> Option<()> {
		let place = self
			.0
			.binary_search_by_key(&country, |(country, _)| *country)
			.ok()?;
		let (_, count) = self.0.get_mut(place)?;
		*count = count.checked_sub(1)?;
		if *count == 0 {
			self.0.remove(place);
		}
		Some(())
	}

	/// Each country with its count.
	pub fn iter(&self) -> impl Iterator<Item = (Jurisdiction, u32)> + '_ {
		self.0.iter().copied()
	}
}

impl FromIterator<(Jurisdiction, u32)> for CountryCounts {
	/// Keeps the first [`MAX_COUNTRIES`], sorted.
	fn from_iter<I: IntoIterator<Item = (Jurisdiction, u32)>>(counts: I) -> Self {
		let mut counts: alloc::vec::Vec<_> = counts.into_iter().collect();
		counts.sort_unstable();
		Self(BoundedVec::truncate_from(counts))
	}
}

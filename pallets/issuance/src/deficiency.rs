//! How long a reserve is on record as deficient.

use assay_primitives::{Moment, ReserveStatus};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Deficiencies of an asset's reserve as they were found between blocks.
///
/// A reserve may become deficient by what one custodian does. So nothing is paid of it until that has
/// stood on record for a period in which others can look and act; and who could not pay meanwhile gets
/// the time back.
#[derive(
	Clone,
	Copy,
	Default,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct DeficiencyClock {
	/// When the one that goes on was found; `None` when there is none.
	pub since: Option<Moment>,
	/// For how long payments waited in those that have ended, at most a period in each, in ms.
	pub waited_ms: Moment,
}

impl DeficiencyClock {
	/// The first moment at which the one that goes on has stood for `period`.
	pub fn stands_from(&self, period: Moment) -> Option<Moment> {
		Some(self.since?.checked_add(period).unwrap_or(Moment::MAX))
	}

	/// For how long payments waited up to `now`, over all of them. Time that does not fit is left out.
	pub fn waited(&self, now: Moment, period: Moment) -> Moment {
		let running = self
			.since
			.and_then(|since| now.checked_sub(since))
			.unwrap_or_default()
			.min(period);
		self.waited_ms
			.checked_add(running)
			.unwrap_or(self.waited_ms)
	}

	/// The clock once the reserve was found to be so at `now`. Only a reserve that is known to suffice
	/// ends a deficiency: while nobody says what there is, it may well go on.
	#[must_use]
	pub fn found(self, status: ReserveStatus, now: Moment, period: Moment) -> Self {
		match (self.since, status) {
			(None, ReserveStatus::Deficient) => Self {
				since: Some(now),
				..self
			},
			(Some(_), ReserveStatus::Backed | ReserveStatus::Thin) => Self {
				since: None,
				waited_ms: self.waited(now, period),
			},
			(
				Some(_),
				ReserveStatus::Deficient | ReserveStatus::Lapsed | ReserveStatus::Disputed,
			)
			| (
				None,
				ReserveStatus::Backed
				| ReserveStatus::Thin
				| ReserveStatus::Lapsed
				| ReserveStatus::Disputed,
			) => self,
		}
	}
}

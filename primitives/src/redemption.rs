//! On what terms units go back to the issuer.

use crate::{
	Balance, BasisPoints, IdentityProfile, InvestorCategory, Jurisdiction, Moment, Quantity, BPS,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{
	frame_support::BoundedVec,
	sp_core::{ConstU32, U256},
};
use scale_info::TypeInfo;

/// Categories that may be named; there are no more.
pub const MAX_REDEMPTION_CATEGORIES: u32 = 4;
/// Countries that may be named.
pub const MAX_REDEMPTION_JURISDICTIONS: u32 = 64;

/// Times that come again: redemptions may be asked for in them, and at no other time.
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
pub struct RedemptionWindow {
	/// When it opens for the first time.
	pub opens_at: Moment,
	/// Time from one opening to the next, in ms.
	pub every_ms: Moment,
	/// How long it stays open, in ms.
	pub open_ms: Moment,
}

impl RedemptionWindow {
	/// It opens, and closes before it opens again.
	pub const fn is_valid(&self) -> bool {
		0 < self.open_ms && self.open_ms < self.every_ms
	}

	/// Whether it is open at `now`.
	pub fn is_open(&self, now: Moment) -> bool {
		now.checked_sub(self.opens_at)
			.and_then(|since| since.checked_rem(self.every_ms))
			.is_some_and(|since| since < self.open_ms)
	}
}

/// On what terms units go back to the issuer. What was asked for keeps the terms of that moment.
#[derive(
	Clone,
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
pub struct RedemptionTerms {
	/// Fewest smallest units in one redemption; zero is no limit.
	pub minimum_units: Balance,
	/// A redemption is a whole multiple of so many smallest units; zero is no limit.
	pub lot_units: Balance,
	/// Notice that a holder gives: the issuer's time to release starts no sooner than so long after
	/// the request, in ms.
	pub notice_ms: Moment,
	/// Part of the claim that stays in the reserve, in bps.
	pub fee_bps: BasisPoints,
	/// When redemptions may be asked for; `None` is always.
	pub window: Option<RedemptionWindow>,
	/// Categories that may redeem; none named is all.
	pub categories: BoundedVec<InvestorCategory, ConstU32<MAX_REDEMPTION_CATEGORIES>>,
	/// Countries whose residents may redeem; none named is all.
	pub jurisdictions: BoundedVec<Jurisdiction, ConstU32<MAX_REDEMPTION_JURISDICTIONS>>,
}

impl RedemptionTerms {
	/// Something is left after the fee, and the window opens and closes.
	pub fn is_valid(&self) -> bool {
		self.fee_bps < BPS && self.window.is_none_or(|window| window.is_valid())
	}

	/// Whether the terms let this holder redeem.
	pub fn admits(&self, holder: &IdentityProfile) -> bool {
		let category = self.categories.is_empty() || self.categories.contains(&holder.category);
		category
			&& (self.jurisdictions.is_empty() || self.jurisdictions.contains(&holder.jurisdiction))
	}

	/// Whether `amount` is a whole number of lots.
	pub fn is_whole_lots(&self, amount: Balance) -> bool {
		self.lot_units == 0 || amount.checked_rem(self.lot_units) == Some(0)
	}
}

/// What is handed over of `claim` after a fee of `fee_bps`, rounded down: the reserve gains.
pub fn claim_after_fee(claim: Quantity, fee_bps: BasisPoints) -> Option<Quantity> {
	U256::from(claim)
		.checked_mul(BPS.checked_sub(fee_bps)?.into())?
		.checked_div(BPS.into())?
		.try_into()
		.ok()
}

/// The smallest claim of which `handed_over` is left after a fee of `fee_bps`.
pub fn claim_before_fee(handed_over: Quantity, fee_bps: BasisPoints) -> Option<Quantity> {
	let kept = U256::from(BPS.checked_sub(fee_bps).filter(|kept| *kept > 0)?);
	let (whole, rest) = U256::from(handed_over)
		.checked_mul(BPS.into())?
		.div_mod(kept);
	let whole = Quantity::try_from(whole).ok()?;
	if rest.is_zero() {
		Some(whole)
	} else {
		whole.checked_add(1)
	}
}

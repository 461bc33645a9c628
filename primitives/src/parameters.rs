//! The reserve parameters of an asset: typed keys and their values.

use crate::{BasisPoints, Moment, Quantity, BPS, DAY};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::sp_core::U256;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A reserve parameter that a vote may move.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub enum ParameterKey {
	/// Reserve over claims below which minting is shut, in bps.
	RequiredCoverageBps,
	/// Auditors that must confirm a report before it counts.
	ConfirmationQuorum,
	/// Age of a report, counted from its `as_of`, past which it lapses, in ms.
	MaxReportAgeMs,
	/// Difference between a statement and a confirmation past which the scope is disputed, in bps.
	ToleranceBps,
	/// Taken off quantities attested at cost or at model instead of at market, in bps.
	BasisHaircutBps,
	/// Taken off quantities of the illiquid class, in bps.
	IlliquidHaircutBps,
	/// Most that one custodian may count for, in bps of the reserve; 10,000 is no limit.
	MaxCustodianShareBps,
	/// Most that the mint bucket of the asset may hold, in bps of the reserve.
	MintBucketBps,
	/// Time in which the issuer must accept or reject a redemption, in ms.
	AcceptDeadlineMs,
	/// Time from acceptance in which the custodian must release, in ms.
	ReleaseDeadlineMs,
	/// Penalty on a breached redemption, in bps of its claim.
	BreachPenaltyBps,
	/// Taken off a report's quantity at its greatest age, in bps. It grows from zero at half of that
	/// age in a straight line; 0 is no haircut.
	AgeHaircutBps,
	/// Most that the illiquid class may count for, in bps of the reserve; 10,000 is no limit.
	MaxIlliquidShareBps,
	/// What the issuer must have bonded for units to be minted, in bps of the value of the units
	/// outstanding; zero asks for no bond.
	BondBps,
}

impl ParameterKey {
	/// Every key, for tables and tests.
	pub const ALL: [Self; 14] = [
		Self::RequiredCoverageBps,
		Self::ConfirmationQuorum,
		Self::MaxReportAgeMs,
		Self::ToleranceBps,
		Self::BasisHaircutBps,
		Self::IlliquidHaircutBps,
		Self::MaxCustodianShareBps,
		Self::MintBucketBps,
		Self::AcceptDeadlineMs,
		Self::ReleaseDeadlineMs,
		Self::BreachPenaltyBps,
		Self::AgeHaircutBps,
		Self::MaxIlliquidShareBps,
		Self::BondBps,
	];
}

/// The value of every parameter of one asset.
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
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct ReserveParameterValues {
	/// See [`ParameterKey::RequiredCoverageBps`].
	pub required_coverage_bps: BasisPoints,
	/// See [`ParameterKey::ConfirmationQuorum`].
	pub confirmation_quorum: u32,
	/// See [`ParameterKey::MaxReportAgeMs`].
	pub max_report_age_ms: Moment,
	/// See [`ParameterKey::ToleranceBps`].
	pub tolerance_bps: BasisPoints,
	/// See [`ParameterKey::BasisHaircutBps`].
	pub basis_haircut_bps: BasisPoints,
	/// See [`ParameterKey::IlliquidHaircutBps`].
	pub illiquid_haircut_bps: BasisPoints,
	/// See [`ParameterKey::MaxCustodianShareBps`].
	pub max_custodian_share_bps: BasisPoints,
	/// See [`ParameterKey::MintBucketBps`].
	pub mint_bucket_bps: BasisPoints,
	/// See [`ParameterKey::AcceptDeadlineMs`].
	pub accept_deadline_ms: Moment,
	/// See [`ParameterKey::ReleaseDeadlineMs`].
	pub release_deadline_ms: Moment,
	/// See [`ParameterKey::BreachPenaltyBps`].
	pub breach_penalty_bps: BasisPoints,
	/// See [`ParameterKey::AgeHaircutBps`].
	pub age_haircut_bps: BasisPoints,
	/// See [`ParameterKey::MaxIlliquidShareBps`].
	pub max_illiquid_share_bps: BasisPoints,
	/// See [`ParameterKey::BondBps`].
	pub bond_bps: BasisPoints,
}

impl Default for ReserveParameterValues {
	/// What holds for an asset until a vote says otherwise.
	fn default() -> Self {
		Self {
			required_coverage_bps: 10_000,
			confirmation_quorum: 1,
			max_report_age_ms: 30 * DAY,
			tolerance_bps: 10,
			basis_haircut_bps: 2_000,
			illiquid_haircut_bps: 5_000,
			max_custodian_share_bps: 10_000,
			mint_bucket_bps: 10_000,
			accept_deadline_ms: 2 * DAY,
			release_deadline_ms: 10 * DAY,
			breach_penalty_bps: 200,
			age_haircut_bps: 0,
			max_illiquid_share_bps: 10_000,
			bond_bps: 0,
		}
	}
}

impl ReserveParameterValues {
	/// The value of `key`, widened.
	pub fn get(&self, key: ParameterKey) -> u64 {
		use ParameterKey::*;
		match key {
			RequiredCoverageBps => self.required_coverage_bps.into(),
			ConfirmationQuorum => self.confirmation_quorum.into(),
			MaxReportAgeMs => self.max_report_age_ms,
			ToleranceBps => self.tolerance_bps.into(),
			BasisHaircutBps => self.basis_haircut_bps.into(),
			IlliquidHaircutBps => self.illiquid_haircut_bps.into(),
			MaxCustodianShareBps => self.max_custodian_share_bps.into(),
			MintBucketBps => self.mint_bucket_bps.into(),
			AcceptDeadlineMs => self.accept_deadline_ms,
			ReleaseDeadlineMs => self.release_deadline_ms,
			BreachPenaltyBps => self.breach_penalty_bps.into(),
			AgeHaircutBps => self.age_haircut_bps.into(),
			MaxIlliquidShareBps => self.max_illiquid_share_bps.into(),
			BondBps => self.bond_bps.into(),
		}
	}

	/// Sets `key` to `value`; `None` when the value does not fit the key's width.
	pub fn set(&mut self, key: ParameterKey, value: u64) -> Option<()> {
		use ParameterKey::*;
		match key {
			RequiredCoverageBps => self.required_coverage_bps = value.try_into().ok()?,
			ConfirmationQuorum => self.confirmation_quorum = value.try_into().ok()?,
			MaxReportAgeMs => self.max_report_age_ms = value,
			ToleranceBps => self.tolerance_bps = value.try_into().ok()?,
			BasisHaircutBps => self.basis_haircut_bps = value.try_into().ok()?,
			IlliquidHaircutBps => self.illiquid_haircut_bps = value.try_into().ok()?,
			MaxCustodianShareBps => self.max_custodian_share_bps = value.try_into().ok()?,
			MintBucketBps => self.mint_bucket_bps = value.try_into().ok()?,
			AcceptDeadlineMs => self.accept_deadline_ms = value,
			ReleaseDeadlineMs => self.release_deadline_ms = value,
			BreachPenaltyBps => self.breach_penalty_bps = value.try_into().ok()?,
			AgeHaircutBps => self.age_haircut_bps = value.try_into().ok()?,
			MaxIlliquidShareBps => self.max_illiquid_share_bps = value.try_into().ok()?,
			BondBps => self.bond_bps = value.try_into().ok()?,
		}
		Some(())
	}

	/// `quantity` less the haircuts for basis, class and age, rounded down once: the reserve gains.
	///
	/// The age counts from the report's `as_of`. Up to half of the greatest age nothing is taken off
	/// for it; from there the haircut grows in a straight line, as an exact rational, to all of
	/// [`AgeHaircutBps`](ParameterKey::AgeHaircutBps) at the greatest age. Past that a report counts
	/// for nothing, so that a haircut of 10,000 bps reaches zero without a step.
	pub fn haircut(
		&self,
		quantity: Quantity,
		at_market: bool,
		liquid: bool,
		age_ms: Moment,
	) -> Option<Quantity> {
		let whole = U256::from(BPS);
		let keep = |applies: bool, cut: BasisPoints| {
			let cut = if applies { cut } else { 0 };
			U256::from(BPS.saturating_sub(cut))
		};
		let (age_keep, age_whole) = self.kept_at_age(age_ms)?;
		// 128 bits of quantity, three times 14 of bps and 64 of time: 234 of the 256 there are.
		U256::from(quantity)
			.checked_mul(keep(!at_market, self.basis_haircut_bps))?
			.checked_mul(keep(!liquid, self.illiquid_haircut_bps))?
			.checked_mul(age_keep)?
			.checked_div(whole.checked_mul(whole)?.checked_mul(age_whole)?)?
			.try_into()
			.ok()
	}

	/// The part that is kept at this age, as numerator and denominator.
	fn kept_at_age(&self, age_ms: Moment) -> Option<(U256, U256)> {
		let greatest = U256::from(self.max_report_age_ms);
		let doubled = U256::from(age_ms).checked_mul(2.into())?;
		let Some(over) = doubled.checked_sub(greatest).filter(|over| !over.is_zero()) else {
			return Some((U256::one(), U256::one()));
		};
		// Where the greatest age is zero any older report has lapsed: the whole haircut holds.
		let greatest = greatest.max(U256::one());
		let whole = greatest.checked_mul(BPS.into())?;
		let cut = over
			.min(greatest)
			.checked_mul(self.age_haircut_bps.min(BPS).into())?;
		Some((whole.checked_sub(cut)?, whole))
	}
}

//! The reserve parameters of an asset: typed keys and their values.

use crate::{BasisPoints, Moment, Quantity, DAY};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
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
}

impl ParameterKey {
	/// Every key, for tables and tests.
	pub const ALL: [Self; 11] = [
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
		}
		Some(())
	}

	/// `quantity` less the haircuts for `at_market` and `liquid`, rounded down: the reserve gains.
	pub fn haircut(&self, quantity: Quantity, at_market: bool, liquid: bool) -> Option<Quantity> {
		use polkadot_sdk::sp_core::U256;
		let keep = |cut: BasisPoints| U256::from(crate::BPS.saturating_sub(cut));
		let basis = if at_market {
			keep(0)
		} else {
			keep(self.basis_haircut_bps)
		};
		let class = if liquid {
			keep(0)
		} else {
			keep(self.illiquid_haircut_bps)
		};
		let whole = U256::from(crate::BPS).checked_mul(crate::BPS.into())?;
		U256::from(quantity)
			.checked_mul(basis)?
			.checked_mul(class)?
			.checked_div(whole)?
			.try_into()
			.ok()
	}
}

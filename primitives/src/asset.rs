//! What an asset is, as far as more than one part needs to know.

use crate::{Balance, Hash, IdentityId, Quantity};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::sp_core::U256;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What stands behind an asset.
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
pub enum AssetKind {
	/// Money at a bank.
	Fiat,
	/// Metal, oil, grain in a vault or store.
	Commodity,
	/// Government debt.
	Treasury,
	/// Land and buildings.
	RealEstate,
	/// Claims on debtors.
	Receivables,
	/// Carbon credits.
	Carbon,
	/// Shares of a fund.
	Fund,
	/// Patents, music, brands.
	IntellectualProperty,
	/// A token of another chain.
	Wrapped,
	/// A claim on a price, not on a thing.
	Synthetic,
	/// Anything else.
	Other,
}

impl AssetKind {
	/// Whether a lot of this kind must also state value, currency and maturity.
	pub const fn needs_value(self) -> bool {
		matches!(
			self,
			Self::Fiat | Self::Treasury | Self::Receivables | Self::Fund
		)
	}
}

/// Where an asset stands in its life.
///
/// ```text
/// Draft ──▶ Registered ──▶ Active ⇄ Suspended
///                            │          │
///                            └────┬─────┘
///                                 ▼
///                           WindingDown ──▶ Retired
/// ```
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
pub enum AssetStatus {
	/// Terms are written by the issuer and bind nobody.
	Draft,
	/// A second organisation has approved the terms.
	Registered,
	/// Units may be minted, moved and redeemed.
	Active,
	/// Units may be redeemed, and nothing else.
	Suspended,
	/// No unit is minted any more; transfers and redemptions go on.
	WindingDown,
	/// No unit exists and none will.
	Retired,
}

impl AssetStatus {
	/// Every status, for tables and tests.
	pub const ALL: [Self; 6] = [
		Self::Draft,
		Self::Registered,
		Self::Active,
		Self::Suspended,
		Self::WindingDown,
		Self::Retired,
	];

	/// Whether an asset may go from this status to `next`.
	pub const fn can_become(self, next: Self) -> bool {
		use AssetStatus::*;
		match self {
			Draft => matches!(next, Registered),
			Registered => matches!(next, Active),
			Active => matches!(next, Suspended | WindingDown),
			Suspended => matches!(next, Active | WindingDown),
			WindingDown => matches!(next, Retired),
			Retired => false,
		}
	}

	/// Whether a movement of this kind may happen at all in this status.
	pub const fn allows(self, movement: Movement) -> bool {
		use AssetStatus::*;
		match self {
			Draft | Registered | Retired => false,
			Active => true,
			Suspended => matches!(movement, Movement::Redemption | Movement::Forced),
			WindingDown => !matches!(movement, Movement::Mint),
		}
	}
}

/// Why units move. Policies, pauses and lifecycle bind each kind separately.
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
pub enum Movement {
	/// Units come to be.
	Mint,
	/// One holder gives to another.
	Transfer,
	/// Units are set aside for a named purpose and come back.
	Hold,
	/// Units go back to the issuer against the underlying.
	Redemption,
	/// A docket moves units against their holder's will.
	Forced,
}

impl Movement {
	/// Every movement, for tables and tests.
	pub const ALL: [Self; 5] = [
		Self::Mint,
		Self::Transfer,
		Self::Hold,
		Self::Redemption,
		Self::Forced,
	];
}

/// What an identity may do for one asset. Roles are exercised by any account of the identity.
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
)]
pub enum Role {
	/// Owns the asset's terms and grants the other roles.
	Issuer,
	/// Mints within the bucket.
	Minter,
	/// Sets the bucket; never the minter's own identity.
	MintController,
	/// Keeps the underlying and reports it.
	Custodian,
	/// Confirms or contradicts the custodian.
	Auditor,
	/// Corrects the register of holders under a docket.
	TransferAgent,
	/// Sets policy, freezes and pauses.
	ComplianceOfficer,
	/// Reports prices.
	PriceFeeder,
	/// Watches over the underlying for the holders, and approves changes of the terms.
	Trustee,
}

impl Role {
	/// Every role, for tables and tests.
	pub const ALL: [Self; 9] = [
		Self::Issuer,
		Self::Minter,
		Self::MintController,
		Self::Custodian,
		Self::Auditor,
		Self::TransferAgent,
		Self::ComplianceOfficer,
		Self::PriceFeeder,
		Self::Trustee,
	];
}

/// How much of the underlying one smallest unit of the asset claims, as an exact rational.
///
/// One token of a gram of gold with six decimals, over an underlying counted in thousandths of a
/// fine troy ounce (31.1034768 g), is `625 / 19_439_673`.
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
pub struct UnitRatio {
	/// Smallest units of the underlying …
	pub numerator: u128,
	/// … claimed by this many smallest units of the asset.
	pub denominator: u128,
}

impl UnitRatio {
	/// Both parts are positive: a unit claims something, and something finite.
	pub const fn is_valid(&self) -> bool {
		self.numerator > 0 && self.denominator > 0
	}

	/// The underlying that must be there for `units`, rounded up: the reserve gains the fraction.
	pub fn claim_ceil(&self, units: Balance) -> Option<Quantity> {
		self.claim(units, true)
	}

	/// The underlying that leaves against `units`, rounded down: the reserve gains the fraction.
	pub fn claim_floor(&self, units: Balance) -> Option<Quantity> {
		self.claim(units, false)
	}

	/// The most units that `quantity` of the underlying covers, rounded down: the reserve gains.
	/// Saturates at `Balance::MAX`, since more units than that cannot exist.
	pub fn units_floor(&self, quantity: Quantity) -> Option<Balance> {
		if !self.is_valid() {
			return None;
		}
		let units = U256::from(quantity)
			.checked_mul(self.denominator.into())?
			.checked_div(self.numerator.into())?;
		Some(units.try_into().unwrap_or(Balance::MAX))
	}

	/// The fewest units that claim at least `quantity`: what a part that has left the reserve costs.
	pub fn units_ceil(&self, quantity: Quantity) -> Option<Balance> {
		if !self.is_valid() {
			return None;
		}
		let (whole, rest) = U256::from(quantity)
			.checked_mul(self.denominator.into())?
			.div_mod(self.numerator.into());
		let whole = Balance::try_from(whole).ok()?;
		if rest.is_zero() {
			Some(whole)
		} else {
			whole.checked_add(1)
		}
	}

	fn claim(&self, units: Balance, up: bool) -> Option<Quantity> {
		if !self.is_valid() {
			return None;
		}
		let (whole, rest) = U256::from(units)
			.checked_mul(self.numerator.into())?
			.div_mod(self.denominator.into());
		let whole = Quantity::try_from(whole).ok()?;
		if up && !rest.is_zero() {
			whole.checked_add(1)
		} else {
			Some(whole)
		}
	}
}

/// What other parts need to know of an asset, in one read.
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
pub struct AssetSummary {
	/// Where it stands in its life.
	pub status: AssetStatus,
	/// What stands behind it.
	pub kind: AssetKind,
	/// Who issues it.
	pub issuer: IdentityId,
	/// What one unit claims.
	pub unit: UnitRatio,
	/// BLAKE2b-256 of the name of the underlying's smallest unit, so that reports cannot mix units.
	pub underlying_unit: Hash,
	/// Whether the council has approved it as cash that obligations on this chain may be settled in.
	pub settlement: bool,
}

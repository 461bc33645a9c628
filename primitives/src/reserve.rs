//! The reserve behind an asset, in the words that custody, attestations and issuance share.

use crate::{AssetId, IdentityId, Moment, Quantity, VaultId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Scopes that one asset may have: each is read when a mint is gated.
pub const MAX_SCOPES: u32 = 16;

/// What one report covers: one asset in one vault of one custodian.
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
pub struct Scope {
	/// The asset.
	pub asset: AssetId,
	/// The custodian's identity.
	pub custodian: IdentityId,
	/// The custodian's vault.
	pub vault: VaultId,
}

/// Where the register has a lot.
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
pub struct LotPlace {
	/// Who keeps it, or kept it last.
	pub custodian: IdentityId,
	/// The vault it lies in, or lay in last.
	pub vault: VaultId,
	/// The asset that it is pledged to, if any.
	pub lien: Option<AssetId>,
	/// When it came there, in ms.
	pub since: Moment,
}

impl LotPlace {
	/// The scope that the lot is pledged to.
	pub fn pledged_to(&self) -> Option<Scope> {
		self.lien.map(|asset| Scope {
			asset,
			custodian: self.custodian,
			vault: self.vault,
		})
	}
}

/// How a quantity was arrived at.
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
pub enum Basis {
	/// Counted, weighed, or valued at market.
	Market,
	/// Valued at what it cost.
	Cost,
	/// Valued by a model.
	Model,
}

/// How fast the underlying can be turned over to a holder.
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
pub enum LiquidityClass {
	/// Within the redemption deadline.
	Liquid,
	/// Not surely within it.
	Illiquid,
}

/// What the reserve of an asset is worth now. Never stored: a function of reports and time.
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
pub enum ReserveStatus {
	/// Reserve after haircuts covers supply at the required coverage: minting is open.
	Backed,
	/// It does not: minting is shut, redemption is at par.
	Thin,
	/// No scope, or too little, is vouched for by fresh and quorate reports.
	Lapsed,
	/// A reporter is contradicted, so that what counts is too little.
	Disputed,
	/// Quorate figures before haircuts are below supply.
	Deficient,
}

/// The figures behind a status.
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
pub struct ReserveFigures {
	/// The status that follows from the figures.
	pub status: ReserveStatus,
	/// Underlying that counts before haircuts.
	pub reserve: Quantity,
	/// Underlying that counts after haircuts and concentration limits.
	pub effective: Quantity,
	/// Underlying that outstanding units claim, rounded up.
	pub claims: Quantity,
	/// Underlying that must be there at the required coverage, rounded up.
	pub required: Quantity,
}

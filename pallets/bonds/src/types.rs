//! The data of bonds; nothing here knows a `Config`.

use assay_primitives::{AssetId, Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Bonds that one account may have in one asset.
pub const MAX_BONDS: u32 = 16;

/// Units that the poster wants back.
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
pub struct Withdrawal {
	/// How many.
	pub amount: Balance,
	/// First moment at which they may be taken.
	pub available_at: Moment,
}

/// Units that answer for a promise.
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
pub struct Bond<AccountId> {
	/// The account that they are on hold in.
	pub poster: AccountId,
	/// The settlement asset.
	pub asset: AssetId,
	/// What can be drawn.
	pub amount: Balance,
	/// What the poster has asked back; it can be drawn until it is withdrawn.
	pub withdrawal: Option<Withdrawal>,
}

/// A bond, as the view function answers.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct BondView<AccountId> {
	/// The bond.
	pub bond: Bond<AccountId>,
	/// What must stay bonded now.
	pub required: Balance,
}

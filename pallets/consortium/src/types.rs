//! Data of the pallet; nothing here knows a `Config`.

use assay_primitives::{Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// An upgrade that the council has authorized.
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
pub struct PendingUpgrade<Hash> {
	/// Hash of the new code.
	pub code_hash: Hash,
	/// When it was authorized.
	pub authorized_at: Moment,
	/// First moment at which it may be enacted.
	pub enact_at: Moment,
}

/// What was granted in one period.
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
pub struct GrantWindow {
	/// The period's number since the Unix epoch.
	pub period: u64,
	/// ASY granted in it.
	pub granted: Balance,
}

//! Data of the pallet; nothing here knows a `Config`.

use assay_primitives::{Balance, BlockNumber, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Blocks from authorization to the first block of enactment, whatever the clock says. The council's
/// motions run before the block's time is set, so the delay in time is counted from the previous
/// block's; a chain that has stood still could otherwise find it passed at once.
pub const MIN_UPGRADE_BLOCKS: BlockNumber = 10;

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
pub struct PendingUpgrade<Hash, BlockNumber> {
	/// Hash of the new code.
	pub code_hash: Hash,
	/// When it was authorized, by the clock at hand: it may be that of the block before.
	pub authorized_at: Moment,
	/// The block in which it was authorized.
	pub authorized_in: BlockNumber,
	/// First moment at which it may be enacted, and no sooner than [`MIN_UPGRADE_BLOCKS`] blocks after
	/// `authorized_in`.
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

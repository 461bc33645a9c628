//! What is asked of a custodian by somebody with an interest, and what it answers.

use crate::types::EvidenceUri;
use assay_primitives::{Balance, Hash, IdentityId, LotId, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{frame_support::BoundedVec, sp_core::ConstU32};
use scale_info::TypeInfo;

/// Challenges that one scope may have open: one for each organisation with an interest.
pub const MAX_CHALLENGES: u32 = 8;
/// Lots that one challenge may name.
pub const MAX_CHALLENGED_LOTS: u32 = 16;

/// A challenge's number.
pub type ChallengeId = u32;
/// The lots that a challenge names.
pub type ChallengedLots = BoundedVec<LotId, ConstU32<MAX_CHALLENGED_LOTS>>;

/// What gives the right to challenge.
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
pub enum Interest {
	/// The identity holds at least one unit of the asset.
	Holder,
	/// The identity audits the asset for an approved auditor.
	Auditor,
	/// The account is a member of the council.
	Council,
}

/// An open challenge.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Challenge<AccountId> {
	/// Its number.
	pub id: ChallengeId,
	/// The organisation that asks.
	pub challenger: IdentityId,
	/// What gives it the right to.
	pub interest: Interest,
	/// The lots it asks about.
	pub lots: ChallengedLots,
	/// When it was opened: the answer must speak of a later moment.
	pub opened_at: Moment,
	/// Last moment at which an answer is in time. After it the scope counts for nothing.
	pub answer_by: Moment,
	/// Who put the deposit down.
	pub depositor: AccountId,
	/// The deposit that is still on hold, in ASY; zero once it has been returned.
	pub deposit: Balance,
}

/// A custodian's fresh statement: that every lot the challenge names lay in the vault at `as_of`, but
/// for what the register says has left since.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AnswerInput {
	/// The challenge that is answered.
	pub challenge: ChallengeId,
	/// The moment it speaks of, after the challenge, in ms.
	pub as_of: Moment,
	/// BLAKE2b-256 of the evidence, for instance photographs of the bars with a date.
	pub evidence_hash: Hash,
	/// Where the evidence can be fetched.
	pub evidence_uri: EvidenceUri,
}

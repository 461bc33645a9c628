//! The chain of hashes that a scope's reports form.

use crate::types::Report;
use assay_primitives::{Hash, Moment, Quantity, Scope};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::sp_io::hashing::blake2_256;
use scale_info::TypeInfo;

/// Reports of a scope that stay on chain.
pub const HISTORY: u32 = 64;

/// A report's place in the chain of its scope: all that its hash is made of.
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
pub struct Link {
	/// How many reports of the scope came before it.
	pub sequence: u32,
	/// The moment it speaks of, in ms.
	pub as_of: Moment,
	/// What the custodian stated, in the underlying's smallest unit.
	pub quantity: Quantity,
	/// When the chain took it, in ms.
	pub submitted_at: Moment,
	/// BLAKE2b-256 of the SCALE encoding of the whole of what the custodian stated.
	pub statement_hash: Hash,
	/// Hash of the report before it; zero for the first.
	pub previous_hash: Hash,
}

impl Link {
	/// The link of a report. Confirmations and withdrawal come later and are no part of it.
	pub fn of(report: &Report) -> Self {
		Self {
			sequence: report.sequence,
			as_of: report.statement.as_of,
			quantity: report.statement.quantity,
			submitted_at: report.submitted_at,
			statement_hash: blake2_256(&report.statement.encode()).into(),
			previous_hash: report.previous_hash,
		}
	}

	/// BLAKE2b-256 of the SCALE encoding of scope and link: what confirmations and the next report
	/// name.
	pub fn hash(&self, scope: Scope) -> Hash {
		blake2_256(&(scope, self).encode()).into()
	}

	/// Whether the report follows the one that has `former` as its link.
	pub fn follows(&self, former: &Self, scope: Scope) -> bool {
		former.sequence.checked_add(1) == Some(self.sequence)
			&& former.as_of < self.as_of
			&& former.submitted_at <= self.submitted_at
			&& former.hash(scope) == self.previous_hash
	}
}

/// A report in the history of its scope.
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
pub struct HistoryEntry {
	/// Its place in the chain.
	pub link: Link,
	/// Its hash.
	pub hash: Hash,
}

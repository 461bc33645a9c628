//! Why a statement is not proven.

use crate::{BlockNumber, Hash, Moment};
use polkadot_sdk::{
	sp_consensus_grandpa::{AuthorityId, AuthorityWeight, SetId},
	sp_core::hexdisplay::HexDisplay,
};
use std::fmt;

/// Why a statement is not proven. Whatever it is, nothing of the bundle may be believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
	/// Something is larger than anything that the chain makes.
	TooLarge { what: &'static str, limit: usize },
	/// Bytes are not what they should be.
	Malformed { what: &'static str },
	/// It is another chain.
	WrongGenesis { trusted: Hash, found: Hash },
	/// A read-proof belongs to another state.
	AnotherRoot { root: Hash },
	/// A read-proof says neither that a key has a value nor that it has none.
	NotInProof { key: Vec<u8> },
	/// A value that the chain always has is not there.
	Absent { key: Vec<u8> },
	/// A value is of another type.
	Undecodable { key: Vec<u8> },
	/// An authority set has no weight, or more than can be counted.
	BadAuthorities { set: SetId },
	/// Fragments are not in the order of their blocks.
	OutOfOrder {
		number: BlockNumber,
		after: BlockNumber,
	},
	/// A justification is for another block than its header.
	WrongBlock {
		number: BlockNumber,
		header: Hash,
		justified: Hash,
	},
	/// A vote's signature is not its authority's.
	BadSignature {
		number: BlockNumber,
		authority: AuthorityId,
	},
	/// A vote was cast for the authority set before or after.
	WrongSet {
		number: BlockNumber,
		expected: SetId,
		signed: SetId,
	},
	/// Not enough of the authority set voted for a block.
	TooFewVotes {
		number: BlockNumber,
		set: SetId,
		weight: AuthorityWeight,
		needed: AuthorityWeight,
	},
	/// A fragment's header names no next authority set.
	NoChange { number: BlockNumber },
	/// A fragment's header forces an authority set on the chain.
	ForcedChange { number: BlockNumber },
	/// A fragment's header names an authority set for later, which this chain never does.
	DelayedChange {
		number: BlockNumber,
		delay: BlockNumber,
	},
	/// The final block is older than the caller accepts.
	TooOld { time: Moment, not_before: Moment },
}

impl fmt::Display for Error {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		match self {
			Self::TooLarge { what, limit } => write!(f, "more than {limit} {what}"),
			Self::Malformed { what } => write!(f, "these bytes are no {what}"),
			Self::WrongGenesis { trusted, found } => {
				write!(
					f,
					"another chain: its genesis is {found:?}, not {trusted:?}"
				)
			},
			Self::AnotherRoot { root } => {
				write!(f, "the read-proof does not belong to the state {root:?}")
			},
			Self::NotInProof { key } => {
				let key = hex(key);
				write!(
					f,
					"the read-proof lacks {key}: a part is missing or altered"
				)
			},
			Self::Absent { key } => write!(f, "the state has nothing under {}", hex(key)),
			Self::Undecodable { key } => {
				write!(f, "the value under {} is of another type", hex(key))
			},
			Self::TooOld { time, not_before } => {
				write!(f, "the final block is of {time} ms, before {not_before} ms")
			},
			Self::BadAuthorities { set } => {
				write!(f, "authority set {set} has no weight, or too much")
			},
			Self::OutOfOrder { number, after } => {
				write!(f, "block {number} cannot come after block {after}")
			},
			Self::WrongBlock {
				number,
				header,
				justified,
			} => {
				write!(
					f,
					"block {number} is {header:?}, its votes are for {justified:?}"
				)
			},
			Self::BadSignature { number, authority } => {
				let authority = hex(authority.as_ref());
				write!(
					f,
					"the signature of {authority} on block {number} is forged"
				)
			},
			Self::WrongSet {
				number,
				expected,
				signed,
			} => write!(
				f,
				"block {number} is signed by authority set {signed}, but set {expected} is due"
			),
			Self::TooFewVotes {
				number,
				set,
				weight,
				needed,
			} => write!(
				f,
				"block {number} has {weight} of the {needed} votes that authority set {set} needs"
			),
			Self::NoChange { number } => write!(f, "block {number} names no authority set"),
			Self::ForcedChange { number } => {
				write!(
					f,
					"block {number} forces an authority set, which proves nothing"
				)
			},
			Self::DelayedChange { number, delay } => write!(
				f,
				"block {number} names an authority set {delay} blocks ahead, not for the next"
			),
		}
	}
}

impl std::error::Error for Error {}

fn hex(bytes: &[u8]) -> String {
	format!("0x{}", HexDisplay::from(&bytes))
}

//! From the first authority set to a final block.

use crate::{
	limits::{within, MAX_AUTHORITIES, MAX_FRAGMENTS, MAX_JUSTIFICATION_BYTES},
	BlockNumber, Error, Hash, Header,
};
use codec::{Decode, DecodeAll, DecodeWithMemTracking, Encode};
use polkadot_sdk::{
	sp_consensus_grandpa::{
		localized_payload, AuthorityId, AuthorityList, AuthorityPair, AuthorityWeight,
		ConsensusLog, GrandpaJustification, Message, SetId, GRANDPA_ENGINE_ID,
	},
	sp_core::Pair,
	sp_runtime::generic::OpaqueDigestItemId,
};
use std::collections::{BTreeMap, BTreeSet};

/// A block and the votes that made it final.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking)]
pub struct Fragment {
	/// The block's header.
	pub header: Header,
	/// GRANDPA's justification, as nodes keep and hand it out.
	pub justification: Vec<u8>,
}

/// What `grandpa_proveFinality` answers. The headers behind it are not needed and not read.
#[derive(Debug, Clone, PartialEq, Eq, Decode)]
pub struct FinalityProof {
	/// The block that the justification is for: the last one of its authority set, or the youngest
	/// that the node has a justification for.
	pub block: Hash,
	/// GRANDPA's justification.
	pub justification: Vec<u8>,
}

impl FinalityProof {
	/// Read the bytes that the node answers.
	///
	/// # Errors
	///
	/// [`Error::Malformed`] when they are something else.
	pub fn from_bytes(mut answer: &[u8]) -> Result<Self, Error> {
		Self::decode(&mut answer).map_err(|_| Error::Malformed {
			what: "proof of finality",
		})
	}

	/// Join it with the header of the block that it names. Nothing is proven by that yet.
	pub fn into_fragment(self, header: Header) -> Fragment {
		Fragment {
			header,
			justification: self.justification,
		}
	}
}

/// The last block of every authority set since genesis, then a final block of the set after them.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking)]
pub struct FinalityChain {
	/// The blocks that end sets 0, 1, 2 and so on. Their headers name the set that follows.
	pub fragments: Vec<Fragment>,
	/// The block whose state is spoken of.
	pub last: Fragment,
}

impl FinalityChain {
	/// Follow the changes from the genesis authorities to the last block. Returns the id of the set
	/// that made it final.
	pub(crate) fn follow(&self, genesis: AuthorityList) -> Result<SetId, Error> {
		within(self.fragments.len(), MAX_FRAGMENTS, "fragments")?;
		let mut set = AuthoritySet::new(0, genesis)?;
		let mut after = 0;
		for (next, fragment) in (1..).zip(&self.fragments) {
			set.check(fragment, after)?;
			after = fragment.header.number;
			set = AuthoritySet::new(next, next_authorities(&fragment.header)?)?;
		}
		set.check(&self.last, after)?;
		Ok(set.id)
	}
}

/// Who may vote, and with what weight.
struct AuthoritySet {
	id: SetId,
	weights: BTreeMap<AuthorityId, AuthorityWeight>,
	/// The sum of all weights; not zero.
	total: AuthorityWeight,
}

impl AuthoritySet {
	fn new(id: SetId, list: AuthorityList) -> Result<Self, Error> {
		within(list.len(), MAX_AUTHORITIES, "authorities of a set")?;
		let bad = Error::BadAuthorities { set: id };
		let mut weights: BTreeMap<AuthorityId, AuthorityWeight> = BTreeMap::new();
		let mut total: AuthorityWeight = 0;
		for (authority, weight) in list {
			total = total.checked_add(weight).ok_or_else(|| bad.clone())?;
			// Listed twice, its weights add up, as the nodes see it. No sum is above the total.
			let sum = weights.entry(authority).or_default();
			*sum = sum.saturating_add(weight);
		}
		if total == 0 {
			return Err(bad);
		}
		Ok(Self { id, weights, total })
	}

	/// More than two thirds of all weight; what a third of it could be is rounded down, so that the
	/// authorities need more and not less.
	fn needed(&self) -> AuthorityWeight {
		let faulty = self.total.saturating_sub(1) / 3;
		self.total.saturating_sub(faulty)
	}

	/// Check that this set made the block final, and that it is younger than block `after`.
	fn check(&self, fragment: &Fragment, after: BlockNumber) -> Result<(), Error> {
		let (number, header) = (fragment.header.number, fragment.header.hash());
		if number <= after {
			return Err(Error::OutOfOrder { number, after });
		}
		let justification = decode(&fragment.justification)?;
		let justified = justification.commit.target_hash;
		if (justified, justification.commit.target_number) != (header, number) {
			return Err(Error::WrongBlock {
				number,
				header,
				justified,
			});
		}
		let weight = self.weight_of_votes(number, header, &justification)?;
		let needed = self.needed();
		if weight < needed {
			let set = self.id;
			return Err(Error::TooFewVotes {
				number,
				set,
				weight,
				needed,
			});
		}
		Ok(())
	}

	/// The weight of those who signed for the block or for a descendant of it.
	fn weight_of_votes(
		&self,
		number: BlockNumber,
		block: Hash,
		justification: &GrandpaJustification<Header>,
	) -> Result<AuthorityWeight, Error> {
		let supporting = with_descendants(block, &justification.votes_ancestries);
		let mut voted = BTreeSet::new();
		let mut sum: AuthorityWeight = 0;
		for vote in &justification.commit.precommits {
			let Some(weight) = self.weights.get(&vote.id) else {
				continue;
			};
			if voted.contains(&vote.id) || !supporting.contains(&vote.precommit.target_hash) {
				continue;
			}
			let message = Message::<Header>::Precommit(vote.precommit.clone());
			self.check_signature(number, &vote.id, |set| {
				let payload = localized_payload(justification.round, set, &message);
				AuthorityPair::verify(&vote.signature, payload, &vote.id)
			})?;
			voted.insert(&vote.id);
			// Every authority comes here once: no more than the total.
			sum = sum.saturating_add(*weight);
		}
		Ok(sum)
	}

	/// Check that `signed_for` holds for this set; if not, the error says whether it would hold for
	/// one beside it, which is what a missing or superfluous fragment looks like.
	fn check_signature(
		&self,
		number: BlockNumber,
		authority: &AuthorityId,
		signed_for: impl Fn(SetId) -> bool,
	) -> Result<(), Error> {
		if signed_for(self.id) {
			return Ok(());
		}
		let beside = [self.id.checked_sub(1), self.id.checked_add(1)];
		let signed = beside.into_iter().flatten().find(|set| signed_for(*set));
		Err(match signed {
			Some(signed) => Error::WrongSet {
				number,
				expected: self.id,
				signed,
			},
			None => Error::BadSignature {
				number,
				authority: authority.clone(),
			},
		})
	}
}

fn decode(mut justification: &[u8]) -> Result<GrandpaJustification<Header>, Error> {
	within(
		justification.len(),
		MAX_JUSTIFICATION_BYTES,
		"bytes of a justification",
	)?;
	GrandpaJustification::decode_all(&mut justification).map_err(|_| Error::Malformed {
		what: "justification",
	})
}

/// The block and those of `headers` that descend from it.
fn with_descendants(block: Hash, headers: &[Header]) -> BTreeSet<Hash> {
	let mut headers: Vec<&Header> = headers.iter().collect();
	// Parents first. A header that lies about its number is only not found.
	headers.sort_by_key(|header| header.number);
	let mut found = BTreeSet::from([block]);
	for header in headers {
		if found.contains(&header.parent_hash) {
			found.insert(header.hash());
		}
	}
	found
}

/// The authorities that vote from the block after this one on.
fn next_authorities(header: &Header) -> Result<AuthorityList, Error> {
	let number = header.number;
	let mut scheduled = None;
	for item in header.digest.logs() {
		let engine = OpaqueDigestItemId::Consensus(&GRANDPA_ENGINE_ID);
		match item.try_to::<ConsensusLog<BlockNumber>>(engine) {
			Some(ConsensusLog::ForcedChange(..)) => return Err(Error::ForcedChange { number }),
			// The nodes follow the first of them too.
			Some(ConsensusLog::ScheduledChange(change)) if scheduled.is_none() => {
				scheduled = Some(change);
			},
			_ => {},
		}
	}
	let change = scheduled.ok_or(Error::NoChange { number })?;
	match change.delay {
		0 => Ok(change.next_authorities),
		delay => Err(Error::DelayedChange { number, delay }),
	}
}

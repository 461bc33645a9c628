//! Real bundles with the tests' own keys: authorities that sign, and tries in memory that answer as
//! a node does.

mod bits;
mod bounds;
mod finality;
mod keys;
mod state;

pub use crate::*;
pub use codec::{Decode, Encode};
pub use polkadot_sdk::{
	sp_consensus_grandpa::{
		localized_payload, AuthorityId, AuthorityList, AuthoritySignature, ConsensusLog, Message,
		Precommit, ScheduledChange, SetId, GRANDPA_ENGINE_ID,
	},
	sp_keyring::Ed25519Keyring::{self, *},
	sp_runtime::{
		generic::{Digest, DigestItem},
		traits::Header as _,
	},
};

use polkadot_sdk::{sp_core::storage::StateVersion, sp_runtime::traits::BlakeTwo256};
use sp_state_machine::{prove_read_on_trie_backend, InMemoryBackend};
use std::collections::BTreeMap;

/// What a precommit is made of, in the order of its encoding.
pub type Vote = ((Hash, BlockNumber), AuthoritySignature, AuthorityId);

/// The round that everybody votes in.
pub const ROUND: u64 = 7;
/// The final block's time.
pub const NOW: Moment = 1_800_000_000_000;

/// Four authorities a set; three are needed. Each change exchanges one.
pub const SETS: [&[Ed25519Keyring]; 3] = [
	&[Alice, Bob, Charlie, Dave],
	&[Bob, Charlie, Dave, Eve],
	&[Charlie, Dave, Eve, Ferdie],
];

/// A state, and what a node answers to `state_getReadProof`.
pub struct State(InMemoryBackend<BlakeTwo256>);

impl State {
	pub fn new(entries: Vec<(Vec<u8>, Vec<u8>)>) -> Self {
		let entries: BTreeMap<_, _> = entries.into_iter().collect();
		Self(InMemoryBackend::from((entries, StateVersion::V1)))
	}

	pub fn root(&self) -> Hash {
		*self.0.root()
	}

	pub fn prove(&self, keys: &[Vec<u8>]) -> Vec<Vec<u8>> {
		let proof = prove_read_on_trie_backend(&self.0, keys).unwrap();
		proof.into_iter_nodes().collect()
	}
}

/// A short value, stored in its node.
pub fn short_key() -> Vec<u8> {
	crate::keys::value_key("System", "Number")
}

/// A long value, stored in a node of its own.
pub fn long_key() -> Vec<u8> {
	crate::keys::value_key("Custody", "Lots")
}

/// A key without a value.
pub fn absent_key() -> Vec<u8> {
	crate::keys::value_key("Custody", "Vaults")
}

/// What the tests prove by default.
pub fn read_keys() -> Vec<Vec<u8>> {
	vec![
		crate::keys::time_key(),
		short_key(),
		long_key(),
		absent_key(),
	]
}

pub fn genesis_state(authorities: Vec<u8>) -> State {
	let mut entries = vec![(crate::keys::authorities_key(), authorities)];
	entries.extend((0..16u8).map(|index| (vec![index; 32], vec![index; 8])));
	State::new(entries)
}

pub fn final_state() -> State {
	let mut entries = vec![
		(crate::keys::time_key(), NOW.encode()),
		(short_key(), 25u32.encode()),
		(long_key(), vec![0xab; 100]),
	];
	entries.extend((0..16u8).map(|index| (vec![index << 4; 32], vec![index; 8])));
	State::new(entries)
}

pub fn list(authorities: &[Ed25519Keyring]) -> AuthorityList {
	let weighted = authorities.iter().map(|who| (who.public().into(), 1));
	weighted.collect()
}

pub fn log(log: ConsensusLog<BlockNumber>) -> DigestItem {
	DigestItem::Consensus(GRANDPA_ENGINE_ID, log.encode())
}

pub fn change(next: &[Ed25519Keyring]) -> DigestItem {
	log(ConsensusLog::ScheduledChange(ScheduledChange {
		next_authorities: list(next),
		delay: 0,
	}))
}

pub fn header(number: BlockNumber, state_root: Hash, logs: Vec<DigestItem>) -> Header {
	let parent = Hash::repeat_byte(number as u8);
	Header::new(number, Hash::zero(), state_root, parent, Digest { logs })
}

pub fn vote(who: Ed25519Keyring, target: &Header, set: SetId) -> Vote {
	let target = (target.hash(), target.number);
	let message = Message::<Header>::Precommit(Precommit::<Header>::new(target.0, target.1));
	let signature = who.sign(&localized_payload(ROUND, set, &message));
	(target, signature.into(), who.public().into())
}

pub fn votes(who: &[Ed25519Keyring], target: &Header, set: SetId) -> Vec<Vote> {
	who.iter().map(|who| vote(*who, target, set)).collect()
}

/// A justification as nodes encode it.
pub fn justified(header: Header, votes: Vec<Vote>, ancestries: Vec<Header>) -> Fragment {
	let commit = (header.hash(), header.number, votes);
	Fragment {
		justification: (ROUND, commit, ancestries).encode(),
		header,
	}
}

/// A block that ends set `set`, justified by all of it.
pub fn end_of(sets: &[&[Ed25519Keyring]], set: usize) -> Fragment {
	let number = (set as BlockNumber + 1) * 10;
	let header = header(number, Hash::zero(), vec![change(sets[set + 1])]);
	let votes = votes(sets[set], &header, set as SetId);
	justified(header, votes, vec![])
}

pub fn genesis(state: &State) -> Genesis {
	Genesis {
		header: header(0, state.root(), vec![]),
		proof: state.prove(&[crate::keys::authorities_key()]),
	}
}

/// A bundle that proves [`read_keys`] through all `sets`.
pub fn bundle_through(sets: &[&[Ed25519Keyring]]) -> Bundle {
	let state = final_state();
	let last_set = sets.len() - 1;
	let last = header(95, state.root(), vec![]);
	let votes = votes(sets[last_set], &last, last_set as SetId);
	Bundle {
		genesis: genesis(&genesis_state(list(sets[0]).encode())),
		finality: FinalityChain {
			fragments: (0..last_set).map(|set| end_of(sets, set)).collect(),
			last: justified(last, votes, vec![]),
		},
		state_proof: state.prove(&read_keys()),
	}
}

pub fn bundle() -> Bundle {
	bundle_through(&SETS)
}

/// Verifies with the hash of the genesis header that [`bundle`] has.
pub fn verify(bundle: &Bundle) -> Result<ProvenState, Error> {
	bundle.verify(crate::tests::bundle().genesis.header.hash(), NOW)
}

/// The error that a bundle changed by `change` is refused with.
pub fn refusal(change: impl FnOnce(&mut Bundle)) -> Option<Error> {
	let mut bundle = bundle();
	change(&mut bundle);
	verify(&bundle).err()
}

/// The error when the genesis state holds these bytes as authorities.
pub fn genesis_refusal(authorities: Vec<u8>) -> Option<Error> {
	let mut bundle = bundle();
	bundle.genesis = genesis(&genesis_state(authorities));
	let hash = bundle.genesis.header.hash();
	bundle.verify(hash, NOW).err()
}

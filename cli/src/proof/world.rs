//! A chain of two blocks in memory, which answers as a node does: for tests that need no node.

use super::types;
use crate::api;
use assay_verifier::{
	keys::{authorities_key, time_key},
	Bundle, FinalityChain, Fragment, Genesis, Hash, Header, Moment,
};
use polkadot_sdk::{
	sp_consensus_grandpa::{
		localized_payload, AuthorityId, AuthorityList, AuthoritySignature, Message, Precommit,
	},
	sp_core::storage::StateVersion,
	sp_keyring::Ed25519Keyring::Alice,
	sp_runtime::{
		generic::Digest,
		traits::{BlakeTwo256, Header as _},
	},
};
use sp_state_machine::{prove_read_on_trie_backend, InMemoryBackend};
use std::collections::{BTreeMap, BTreeSet};
use subxt::{
	ext::{
		codec::{Compact, Encode},
		scale_encode::EncodeAsType,
	},
	storage::Address,
};

/// The final block's time.
pub const NOW: Moment = 1_800_000_000_000;
const ROUND: u64 = 7;

/// The state of the final block, and which keys its proof covers.
pub struct World {
	entries: BTreeMap<Vec<u8>, Vec<u8>>,
	covered: BTreeSet<Vec<u8>>,
}

impl World {
	/// A chain that runs the runtime that this program was built for, and has nothing else.
	pub fn new() -> Self {
		let known = types()
			.unwrap()
			.constants()
			.entry(api::constants().system().version())
			.unwrap()
			.spec_version;
		let entries = BTreeMap::from([(time_key(), NOW.encode())]);
		let covered = BTreeSet::from([time_key()]);
		Self { entries, covered }.with_runtime(known)
	}

	/// With this version of the runtime.
	pub fn with_runtime(self, version: u32) -> Self {
		let address = api::storage().system().last_runtime_upgrade();
		self.with_bytes(address, (), (Compact(version), "assay").encode())
	}

	/// With a value.
	pub fn with<A: Address>(self, address: A, key: A::KeyParts, value: &A::Value) -> Self
	where
		A::Value: EncodeAsType,
	{
		let types = types().unwrap();
		let metadata = types.metadata_ref();
		let entry = metadata
			.pallet_by_name(address.pallet_name())
			.and_then(|pallet| pallet.storage())
			.and_then(|storage| storage.entry_by_name(address.entry_name()))
			.unwrap();
		let bytes = value
			.encode_as_type(entry.value_ty(), metadata.types())
			.unwrap();
		self.with_bytes(address, key, bytes)
	}

	/// With these bytes as a value.
	pub fn with_bytes<A: Address>(self, address: A, key: A::KeyParts, bytes: Vec<u8>) -> Self {
		let encoded = encoded_key(address, key);
		let mut world = self;
		world.entries.insert(encoded.clone(), bytes);
		world.covered.insert(encoded);
		world
	}

	/// With a value that the proof says nothing of.
	pub fn with_hidden<A: Address>(mut self, address: A, key: A::KeyParts) -> Self {
		// Long enough to stand in a node of its own, which the proof then lacks.
		self.entries.insert(encoded_key(address, key), vec![0; 100]);
		self
	}

	/// With nothing there, which the proof says.
	pub fn without<A: Address>(mut self, address: A, key: A::KeyParts) -> Self {
		let key = encoded_key(address, key);
		self.entries.remove(&key);
		self.covered.insert(key);
		self
	}

	/// All that proves the final block and what its state has under the keys that were named.
	pub fn bundle(&self) -> Bundle {
		let state = backend(self.entries.clone());
		let last = header(95, &state);
		let keys: Vec<Vec<u8>> = self.covered.iter().cloned().collect();
		Bundle {
			genesis: Genesis {
				header: header(0, &genesis_state()),
				proof: prove(&genesis_state(), &[authorities_key()]),
			},
			finality: FinalityChain {
				fragments: vec![],
				last: justified(last),
			},
			state_proof: prove(&state, &keys),
		}
	}

	/// The hash that the bundle is verified against.
	pub fn genesis_hash(&self) -> Hash {
		header(0, &genesis_state()).hash()
	}
}

fn encoded_key<A: Address>(address: A, key: A::KeyParts) -> Vec<u8> {
	let types = types().unwrap();
	let entry = types.storage().entry(address).unwrap();
	entry.fetch_key(key).unwrap()
}

type Backend = InMemoryBackend<BlakeTwo256>;

fn backend(entries: BTreeMap<Vec<u8>, Vec<u8>>) -> Backend {
	Backend::from((entries, StateVersion::V1))
}

fn genesis_state() -> Backend {
	let authorities: AuthorityList = vec![(Alice.public().into(), 1)];
	backend(BTreeMap::from([(authorities_key(), authorities.encode())]))
}

fn prove(state: &Backend, keys: &[Vec<u8>]) -> Vec<Vec<u8>> {
	let proof = prove_read_on_trie_backend(state, keys).unwrap();
	proof.into_iter_nodes().collect()
}

fn header(number: u32, state: &Backend) -> Header {
	Header::new(
		number,
		Hash::zero(),
		*state.root(),
		Hash::zero(),
		Digest::default(),
	)
}

/// The block with the votes of all its authorities, as nodes encode them.
fn justified(header: Header) -> Fragment {
	let target = (header.hash(), header.number);
	let message = Message::<Header>::Precommit(Precommit::<Header>::new(target.0, target.1));
	let signature: AuthoritySignature = Alice.sign(&localized_payload(ROUND, 0, &message)).into();
	let voter: AuthorityId = Alice.public().into();
	let commit = (target.0, target.1, vec![(target, signature, voter)]);
	Fragment {
		justification: (ROUND, commit, Vec::<Header>::new()).encode(),
		header,
	}
}

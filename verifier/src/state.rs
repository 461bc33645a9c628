//! Values of a state whose root is known.

use crate::{
	limits::{within, MAX_PROOF_BYTES, MAX_PROOF_NODES},
	BlockNumber, Error, Hash, Moment,
};
use codec::{Decode, DecodeAll};
use polkadot_sdk::{sp_consensus_grandpa::SetId, sp_runtime::traits::BlakeTwo256};
use sp_trie::{read_trie_value, LayoutV1, MemoryDB, StorageProof, TrieError};

/// Reads tries of both state versions.
type Layout = LayoutV1<BlakeTwo256>;

/// Nodes of the trie with a certain root. Nodes are found by their hash, so one that was altered is
/// one that is missing, and one that does not belong here is never looked at.
pub(crate) struct ReadProof {
	root: Hash,
	nodes: MemoryDB<BlakeTwo256>,
}

impl ReadProof {
	pub(crate) fn new(root: Hash, nodes: &[Vec<u8>]) -> Result<Self, Error> {
		within(nodes.len(), MAX_PROOF_NODES, "nodes of a read-proof")?;
		let bytes = nodes
			.iter()
			.fold(0usize, |sum, node| sum.saturating_add(node.len()));
		within(bytes, MAX_PROOF_BYTES, "bytes of a read-proof")?;
		let nodes = StorageProof::new(nodes.iter().cloned()).into_memory_db();
		Ok(Self { root, nodes })
	}

	pub(crate) fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
		read_trie_value::<Layout, _>(&self.nodes, &self.root, key, None, None).map_err(|error| {
			match *error {
				TrieError::<Layout>::InvalidStateRoot(root) => Error::AnotherRoot { root },
				_ => Error::NotInProof { key: key.to_vec() },
			}
		})
	}

	pub(crate) fn decode<T: Decode>(&self, key: &[u8]) -> Result<Option<T>, Error> {
		let Some(value) = self.get(key)? else {
			return Ok(None);
		};
		let decoded = T::decode_all(&mut value.as_slice());
		decoded
			.map(Some)
			.map_err(|_| Error::Undecodable { key: key.to_vec() })
	}

	/// A value that every state of this chain has.
	pub(crate) fn required<T: Decode>(&self, key: &[u8]) -> Result<T, Error> {
		self.decode(key)?
			.ok_or_else(|| Error::Absent { key: key.to_vec() })
	}
}

/// What a [`Bundle`](crate::Bundle) proves: a final block, and values of its state.
pub struct ProvenState {
	/// The block's height.
	pub number: BlockNumber,
	/// The block's hash.
	pub hash: Hash,
	/// The block's time, in ms: what its state says in `Timestamp::Now`.
	pub time: Moment,
	/// How many times the authority set had changed since genesis when the block became final.
	pub set_id: SetId,
	pub(crate) proof: ReadProof,
}

impl ProvenState {
	/// The value under `key`; `None` when the state has none there, which is proven too.
	///
	/// # Errors
	///
	/// [`Error::NotInProof`] when the proof does not say: ask the node for one that covers the key.
	pub fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
		self.proof.get(key)
	}

	/// The value under `key` as a `T`, which must take all of its bytes.
	///
	/// # Errors
	///
	/// As [`get`](Self::get), and [`Error::Undecodable`] when the value is something else.
	pub fn decode<T: Decode>(&self, key: &[u8]) -> Result<Option<T>, Error> {
		self.proof.decode(key)
	}
}

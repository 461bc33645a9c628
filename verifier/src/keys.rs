//! Where values are in the state. Names and hashers are in the runtime's metadata; the encoding of
//! the keys of a map is the caller's.

use polkadot_sdk::{
	frame_support::storage::storage_prefix,
	sp_io::hashing::{blake2_128, twox_64},
};

/// How a map's key becomes part of a storage key. Each keeps the key readable behind its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyHasher {
	/// BLAKE2b-128, then the key: for keys that users choose.
	Blake2_128Concat,
	/// XXH64, then the key: for keys that the chain counts.
	Twox64Concat,
	/// The key itself: for keys that are hashes already.
	Identity,
}

impl KeyHasher {
	fn hash(self, key: &[u8]) -> Vec<u8> {
		match self {
			Self::Blake2_128Concat => [blake2_128(key).as_slice(), key].concat(),
			Self::Twox64Concat => [twox_64(key).as_slice(), key].concat(),
			Self::Identity => key.to_vec(),
		}
	}
}

/// The key of a single value, and the prefix of a map's.
pub fn value_key(pallet: &str, item: &str) -> Vec<u8> {
	storage_prefix(pallet.as_bytes(), item.as_bytes()).to_vec()
}

/// The key of one entry of a map, with one encoded key per hasher.
pub fn entry_key(pallet: &str, item: &str, keys: &[(KeyHasher, &[u8])]) -> Vec<u8> {
	let hashed = keys.iter().flat_map(|(hasher, key)| hasher.hash(key));
	value_key(pallet, item).into_iter().chain(hashed).collect()
}

/// The key that the proof of the genesis state must cover: the first authority set.
pub fn authorities_key() -> Vec<u8> {
	value_key("Grandpa", "Authorities")
}

/// The key that every proof of a final block's state must cover: the block's time.
pub fn time_key() -> Vec<u8> {
	value_key("Timestamp", "Now")
}

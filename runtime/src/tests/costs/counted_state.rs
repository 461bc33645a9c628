//! A state that benchmarks run on without a node, and that counts what they read and write.

use polkadot_sdk::{
	sp_core::{
		storage::{ChildInfo, StateVersion, TrackedStorageKey},
		Blake2Hasher, H256,
	},
	sp_externalities::{set_and_run_with_externalities, Extensions},
	sp_state_machine::{
		Backend, BackendTransaction, ChildStorageCollection, Ext, InMemoryBackend, IterArgs,
		OverlayedChanges, StateMachineStats, StorageCollection, StorageIterator, StorageKey,
		StorageValue, UsageInfo,
	},
	sp_trie::MerkleValue,
};
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use std::{cell::RefCell, collections::BTreeSet, fmt, rc::Rc};

type Memory = InMemoryBackend<Blake2Hasher>;
type MemoryError = <Memory as Backend<Blake2Hasher>>::Error;
type Keys = BTreeSet<StorageKey>;

/// Counts as a node does when it measures weights: distinct keys, once the setup has been committed,
/// and without those that every block has in memory.
#[derive(Default)]
pub struct CountedState {
	state: RefCell<Memory>,
	read: Rc<RefCell<Keys>>,
	written: RefCell<Keys>,
	whitelist: RefCell<Vec<TrackedStorageKey>>,
}

impl CountedState {
	/// Runs `work` on the state, with a keystore as a node has one.
	pub fn run<R>(&self, work: impl FnOnce() -> R) -> R {
		let mut overlay = OverlayedChanges::default();
		let mut extensions = Extensions::default();
		extensions.register(KeystoreExt::new(MemoryKeystore::new()));
		let mut ext = Ext::new(&mut overlay, self, Some(&mut extensions));
		set_and_run_with_externalities(&mut ext, work)
	}

	fn reads(&self, key: &[u8]) {
		self.read.borrow_mut().insert(key.to_vec());
	}

	fn forget_counts(&self) {
		self.read.borrow_mut().clear();
		self.written.borrow_mut().clear();
	}

	fn count(&self, keys: &Keys) -> u32 {
		let whitelist = self.whitelist.borrow();
		let counted = keys
			.iter()
			.filter(|key| !whitelist.iter().any(|known| known.key == **key));
		counted.count().try_into().expect("a few keys")
	}
}

impl fmt::Debug for CountedState {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("CountedState")
	}
}

/// Goes over keys, each of which is then read.
pub struct CountedKeys {
	inner: <Memory as Backend<Blake2Hasher>>::RawIter,
	read: Rc<RefCell<Keys>>,
}

impl StorageIterator<Blake2Hasher> for CountedKeys {
	type Backend = CountedState;
	type Error = MemoryError;

	fn next_key(&mut self, backend: &CountedState) -> Option<Result<StorageKey, MemoryError>> {
		let next = self.inner.next_key(&backend.state.borrow());
		if let Some(Ok(key)) = &next {
			self.read.borrow_mut().insert(key.clone());
		}
		next
	}

	fn next_pair(
		&mut self,
		backend: &CountedState,
	) -> Option<Result<(StorageKey, StorageValue), MemoryError>> {
		let next = self.inner.next_pair(&backend.state.borrow());
		if let Some(Ok((key, _))) = &next {
			self.read.borrow_mut().insert(key.clone());
		}
		next
	}

	fn was_complete(&self) -> bool {
		self.inner.was_complete()
	}
}

/// No pallet here has a trie of its own: keys of such are passed on and not counted.
impl Backend<Blake2Hasher> for CountedState {
	type Error = MemoryError;
	type TrieBackendStorage = <Memory as Backend<Blake2Hasher>>::TrieBackendStorage;
	type RawIter = CountedKeys;

	fn storage(&self, key: &[u8]) -> Result<Option<StorageValue>, MemoryError> {
		self.reads(key);
		self.state.borrow().storage(key)
	}

	fn storage_hash(&self, key: &[u8]) -> Result<Option<H256>, MemoryError> {
		self.reads(key);
		self.state.borrow().storage_hash(key)
	}

	fn closest_merkle_value(&self, key: &[u8]) -> Result<Option<MerkleValue<H256>>, MemoryError> {
		self.reads(key);
		self.state.borrow().closest_merkle_value(key)
	}

	fn child_closest_merkle_value(
		&self,
		child: &ChildInfo,
		key: &[u8],
	) -> Result<Option<MerkleValue<H256>>, MemoryError> {
		self.state.borrow().child_closest_merkle_value(child, key)
	}

	fn child_storage(
		&self,
		child: &ChildInfo,
		key: &[u8],
	) -> Result<Option<StorageValue>, MemoryError> {
		self.state.borrow().child_storage(child, key)
	}

	fn child_storage_hash(
		&self,
		child: &ChildInfo,
		key: &[u8],
	) -> Result<Option<H256>, MemoryError> {
		self.state.borrow().child_storage_hash(child, key)
	}

	fn next_storage_key(&self, key: &[u8]) -> Result<Option<StorageKey>, MemoryError> {
		self.reads(key);
		self.state.borrow().next_storage_key(key)
	}

	fn next_child_storage_key(
		&self,
		child: &ChildInfo,
		key: &[u8],
	) -> Result<Option<StorageKey>, MemoryError> {
		self.state.borrow().next_child_storage_key(child, key)
	}

	fn storage_root<'a>(
		&self,
		delta: impl Iterator<Item = (&'a [u8], Option<&'a [u8]>)>,
		version: StateVersion,
	) -> (H256, BackendTransaction<Blake2Hasher>) {
		self.state.borrow().storage_root(delta, version)
	}

	fn child_storage_root<'a>(
		&self,
		child: &ChildInfo,
		delta: impl Iterator<Item = (&'a [u8], Option<&'a [u8]>)>,
		version: StateVersion,
	) -> (H256, bool, BackendTransaction<Blake2Hasher>) {
		self.state
			.borrow()
			.child_storage_root(child, delta, version)
	}

	fn raw_iter(&self, args: IterArgs) -> Result<CountedKeys, MemoryError> {
		Ok(CountedKeys {
			inner: self.state.borrow().raw_iter(args)?,
			read: self.read.clone(),
		})
	}

	fn register_overlay_stats(&self, _: &StateMachineStats) {}

	fn usage_info(&self) -> UsageInfo {
		UsageInfo::empty()
	}

	fn wipe(&self) -> Result<(), MemoryError> {
		self.state.replace(Memory::default());
		self.forget_counts();
		Ok(())
	}

	fn commit(
		&self,
		root: H256,
		transaction: BackendTransaction<Blake2Hasher>,
		changes: StorageCollection,
		_: ChildStorageCollection,
	) -> Result<(), MemoryError> {
		self.state.borrow_mut().apply_transaction(root, transaction);
		let keys = changes.into_iter().map(|(key, _)| key);
		self.written.borrow_mut().extend(keys);
		Ok(())
	}

	fn read_write_count(&self) -> (u32, u32, u32, u32) {
		let (read, written) = (self.read.borrow(), self.written.borrow());
		(self.count(&read), 0, self.count(&written), 0)
	}

	fn reset_read_write_count(&self) {
		self.forget_counts();
	}

	fn get_whitelist(&self) -> Vec<TrackedStorageKey> {
		self.whitelist.borrow().clone()
	}

	fn set_whitelist(&self, whitelist: Vec<TrackedStorageKey>) {
		self.whitelist.replace(whitelist);
	}

	fn proof_size(&self) -> Option<u32> {
		None
	}

	fn get_read_and_written_keys(&self) -> Vec<(Vec<u8>, u32, u32, bool)> {
		Vec::new()
	}
}

#[test]
fn counts_what_is_read_and_written_once_it_is_committed() {
	use polkadot_sdk::{frame_benchmarking::benchmarking, sp_io::storage};
	let state = CountedState::default();
	let counts = state.run(|| {
		benchmarking::wipe_db();
		storage::set(b"known", b"before");
		storage::set(b"other", b"before");
		benchmarking::set_whitelist(vec![TrackedStorageKey::new(b"in memory".to_vec())]);
		benchmarking::commit_db();
		benchmarking::reset_read_write_count();
		for key in [b"known".as_slice(), b"known", b"unknown", b"in memory"] {
			let _ = storage::get(key);
		}
		storage::set(b"other", b"after");
		let _ = storage::get(b"other");
		benchmarking::commit_db();
		benchmarking::read_write_count()
	});
	assert_eq!(counts, (2, 0, 1, 0));
}

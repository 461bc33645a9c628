//! Values of the chain's state at one block: as a node tells them, or as they are proven from the
//! genesis hash on.
//!
//! What is read through a [`State`] is read in the same way either time. A first reading, of what
//! the node tells, finds out which keys the proof has to cover; the second, of the proof, is the one
//! that is believed, and fails where the proof leaves a key out.

mod gather;
mod refusal;
#[cfg(test)]
pub mod world;

use gather::Gathered;
use refusal::refused;

use crate::{
	accounts::{hex, parse_hash},
	api,
	chain::{At, Chain, ChainConfig},
	errors::{Failure, Outcome},
	moment, refusal as chain_refusal,
};
use assay_verifier::{Bundle, Hash, Moment, ProvenState};
use clap::Args;
use std::collections::BTreeSet;
use subxt::{
	client::{OfflineClient, OfflineClientAtBlock},
	config::substrate::SpecVersionForRange,
	ext::scale_decode::DecodeAsType,
	storage::Address,
	utils::H256,
	Metadata,
};

/// How old what a node shows may be, unless something else is asked for.
const MAX_AGE_MS: u64 = 3_600_000;

/// What is trusted, and how fresh what follows from it must be.
#[derive(Clone, Debug, Args)]
pub struct Trust {
	/// Hash of the chain's first block, from its published specification and not from the node that
	/// is asked: the only thing that is trusted
	#[arg(long, env = "ASSAY_GENESIS", value_name = "HASH")]
	genesis: Option<String>,
	/// How old the final block may be by this machine's clock [default: 1h from a node, any age from
	/// a file]
	#[arg(long, value_name = "SPAN")]
	max_age: Option<String>,
}

impl Trust {
	/// Whether anything is trusted, so that something can be proven.
	pub fn is_given(&self) -> bool {
		self.genesis.is_some()
	}

	/// The genesis hash.
	pub fn genesis(&self) -> Outcome<Hash> {
		let given = self.genesis.as_deref().ok_or_else(|| {
			Failure::input("no genesis hash is trusted: without it nothing can be proven").next(
				"add --genesis HASH, or set ASSAY_GENESIS, with the hash from the chain's published \
				 specification",
			)
		})?;
		parse_hash(given).map(Hash::from)
	}

	/// The earliest moment that the final block may be of, when a node is asked.
	pub fn not_before_of_node(&self) -> Outcome<Moment> {
		Ok(moment::local_now()?.saturating_sub(self.max_age()?.unwrap_or(MAX_AGE_MS)))
	}

	/// The earliest moment that the final block may be of, when a file is read.
	pub fn not_before_of_file(&self) -> Outcome<Moment> {
		match self.max_age()? {
			Some(age) => Ok(moment::local_now()?.saturating_sub(age)),
			None => Ok(0),
		}
	}

	fn max_age(&self) -> Outcome<Option<u64>> {
		self.max_age.as_deref().map(moment::parse_span).transpose()
	}
}

/// The block that values belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
	/// Its height.
	pub number: u32,
	/// Its hash.
	pub hash: H256,
	/// The genesis hash that it is proven from; `None` when a node's word is all there is.
	pub proven_from: Option<Hash>,
}

/// Values of the state at one block.
pub struct State<'a> {
	/// How keys and values are encoded, as this program knows it.
	types: OfflineClientAtBlock<ChainConfig>,
	source: Source<'a>,
}

enum Source<'a> {
	/// A node's word, and which keys it was asked for.
	Told {
		chain: &'a Chain,
		block: H256,
		asked: BTreeSet<Vec<u8>>,
	},
	/// A proof, and nobody's word.
	Proven(ProvenState),
}

impl<'a> State<'a> {
	/// What a node tells of a block.
	pub fn told(chain: &'a Chain, block: H256) -> Outcome<Self> {
		Ok(Self {
			types: types()?,
			source: Source::Told {
				chain,
				block,
				asked: BTreeSet::new(),
			},
		})
	}

	/// What a proof says that has been verified.
	pub fn proven(state: ProvenState) -> Outcome<Self> {
		Ok(Self {
			types: types()?,
			source: Source::Proven(state),
		})
	}

	/// A value, or its default where the chain has one.
	///
	/// # Errors
	///
	/// When the node does not answer, when the proof does not say, or when what is there is no such
	/// value.
	pub async fn get<A: Address>(
		&mut self,
		address: A,
		key: A::KeyParts,
	) -> Outcome<Option<A::Value>> {
		let outdated = |error: &dyn std::fmt::Display| chain_refusal::outdated(&error.to_string());
		let entry = self
			.types
			.storage()
			.entry(address)
			.map_err(|error| outdated(&error))?;
		let key = entry.fetch_key(key).map_err(|error| outdated(&error))?;
		let Some(bytes) = self.source.bytes(key).await? else {
			let default = entry.default_value().map(|value| value.decode());
			return default.transpose().map_err(|error| outdated(&error));
		};
		let metadata = self.types.metadata_ref();
		let value_type = metadata
			.pallet_by_name(entry.pallet_name())
			.and_then(|pallet| pallet.storage())
			.and_then(|storage| storage.entry_by_name(entry.entry_name()))
			.map(|entry| entry.value_ty())
			.ok_or_else(|| outdated(&"a value without a type"))?;
		let mut rest = bytes.as_slice();
		let value = A::Value::decode_as_type(&mut rest, value_type, metadata.types())
			.map_err(|error| outdated(&error))?;
		match rest.is_empty() {
			true => Ok(Some(value)),
			false => Err(outdated(&format!(
				"{}.{} is longer",
				entry.pallet_name(),
				entry.entry_name()
			))),
		}
	}

	/// The block's time, in ms.
	pub async fn time(&mut self) -> Outcome<Moment> {
		self.get(api::storage().timestamp().now(), ())
			.await?
			.ok_or_else(|| chain_refusal::backend(&"the chain has no clock yet: no block was made"))
	}

	/// Fails unless the state is that of the runtime whose types this program knows.
	pub async fn check_runtime(&mut self) -> Outcome {
		let known = self
			.types
			.constants()
			.entry(api::constants().system().version())
			.map_err(|error| chain_refusal::outdated(&error.to_string()))?
			.spec_version;
		let runs = self
			.get(api::storage().system().last_runtime_upgrade(), ())
			.await?
			.map(|it| it.spec_version);
		match runs {
			Some(runs) if runs == known => Ok(()),
			Some(runs) => Err(chain_refusal::outdated(&format!(
				"the block is of runtime version {runs}, this program is of {known}"
			))),
			None => Err(chain_refusal::outdated("the block names no runtime")),
		}
	}

	/// The keys that the node was asked for.
	pub fn asked(self) -> Vec<Vec<u8>> {
		match self.source {
			Source::Told { asked, .. } => asked.into_iter().collect(),
			Source::Proven(_) => vec![],
		}
	}
}

impl Source<'_> {
	async fn bytes(&mut self, key: Vec<u8>) -> Outcome<Option<Vec<u8>>> {
		match self {
			Self::Told {
				chain,
				block,
				asked,
			} => {
				let found = chain.rpc.state_get_storage(&key, Some(*block)).await;
				asked.insert(key);
				found.map_err(|error| chain_refusal::backend(&error))
			},
			Self::Proven(state) => state.get(&key).map_err(|error| refused(&error)),
		}
	}
}

/// Verifies a bundle: the state that it proves, and of which block.
pub fn verify(
	bundle: &Bundle,
	trusted: Hash,
	not_before: Moment,
) -> Outcome<(State<'static>, Block)> {
	let state = bundle
		.verify(trusted, not_before)
		.map_err(|error| refused(&error))?;
	let block = Block {
		number: state.number,
		hash: H256(state.hash.0),
		proven_from: Some(trusted),
	};
	Ok((State::proven(state)?, block))
}

/// What is proven.
pub struct Proven<Q, T> {
	/// What was asked.
	pub question: Q,
	/// What was read.
	pub value: T,
	/// From the state of which block.
	pub block: Block,
	/// The proof.
	pub bundle: Bundle,
	/// What the node tells of the same block.
	pub at: At,
}

/// Reads from a node's last final block and proves what was read, trusting the genesis hash alone.
/// What to ask for may depend on what the node tells of that block; `read` has to be sound whatever
/// that is.
pub async fn prove<Q, T>(
	chain: &Chain,
	trusted: Hash,
	not_before: Moment,
	ask: impl AsyncFnOnce(&At) -> Outcome<Q>,
	read: impl AsyncFn(&mut State<'_>, &Q) -> Outcome<T>,
) -> Outcome<Proven<Q, T>> {
	let gathered = Gathered::from(chain, trusted).await?;
	let at = chain.at(H256(gathered.block().0)).await?;
	let question = ask(&at).await?;
	let mut told = gathered.state()?;
	read(&mut told, &question).await?;
	let bundle = gathered.bundle(told.asked()).await?;
	let (mut state, block) = verify(&bundle, trusted, not_before)?;
	let value = read(&mut state, &question).await?;
	Ok(Proven {
		question,
		value,
		block,
		bundle,
		at,
	})
}

/// What a block is and on whose word, for answers.
pub fn describe(block: &Block, time: Moment) -> crate::output::Answer {
	let proven = match block.proven_from {
		Some(genesis) => format!("from the genesis hash {} on", hex(genesis)),
		None => "no: all of this is the node's word; --verify proves it".to_string(),
	};
	crate::output::Answer::new()
		.fact("proven", proven)
		.fact("final block", block.number)
		.fact("block hash", hex(block.hash))
		.fact("as of", moment::format(time))
}

/// The encodings that this program was built with, wherever the block is.
fn types() -> Outcome<OfflineClientAtBlock<ChainConfig>> {
	let outdated = |error: &dyn std::fmt::Display| chain_refusal::outdated(&error.to_string());
	let metadata = Metadata::decode_from(api::METADATA).map_err(|error| outdated(&error))?;
	let any_block = SpecVersionForRange {
		block_range: 0..u64::MAX,
		spec_version: 0,
		transaction_version: 0,
	};
	let config = ChainConfig::builder()
		.use_historic_types(false)
		.set_metadata_for_spec_versions([(0, metadata.arc())])
		.set_spec_version_for_block_ranges([any_block])
		.build();
	OfflineClient::new_with_config(config)
		.at_block(0u32)
		.map_err(|error| outdated(&error))
}

#[cfg(test)]
mod tests {
	use super::{world::*, *};

	fn trust(genesis: Option<&str>, max_age: Option<&str>) -> Trust {
		Trust {
			genesis: genesis.map(str::to_string),
			max_age: max_age.map(str::to_string),
		}
	}

	#[tokio::test]
	async fn proven_values_are_read() {
		let world = World::new().with(api::storage().system().number(), (), &95u32);
		let bundle = world.bundle();
		let (mut state, block) = verify(&bundle, world.genesis_hash(), NOW).unwrap();
		assert_eq!(
			(block.number, block.proven_from),
			(95, Some(world.genesis_hash()))
		);
		assert_eq!(state.time().await, Ok(NOW));
		let number = state.get(api::storage().system().number(), ()).await;
		assert_eq!(number, Ok(Some(95)));
		assert_eq!(state.check_runtime().await, Ok(()));
		assert!(state.asked().is_empty());
	}

	#[tokio::test]
	async fn defaults_are_read_where_nothing_is_proven_to_be() {
		let set_id = api::storage().grandpa().current_set_id();
		let world = World::new().without(set_id.clone(), ());
		let bundle = world.bundle();
		let (mut state, _) = verify(&bundle, world.genesis_hash(), NOW).unwrap();
		assert_eq!(state.get(set_id, ()).await, Ok(Some(0)));
	}

	#[tokio::test]
	async fn fails_when_the_proof_does_not_say() {
		let lots = api::storage().custody().lots();
		let world = World::new().with_hidden(lots.clone(), (H256::zero(),));
		let bundle = world.bundle();
		let (mut state, _) = verify(&bundle, world.genesis_hash(), NOW).unwrap();
		let failure = state.get(lots, (H256::zero(),)).await.err().unwrap();
		assert_eq!(failure.name.as_deref(), Some("Forged"), "{failure}");
		assert_eq!(failure.exit_code(), 1);
	}

	#[tokio::test]
	async fn fails_when_the_runtime_is_another() {
		let world = World::new().with_runtime(u32::MAX);
		let bundle = world.bundle();
		let (mut state, _) = verify(&bundle, world.genesis_hash(), NOW).unwrap();
		let failure = state.check_runtime().await.unwrap_err();
		assert!(
			failure.what.contains("of runtime version 4294967295"),
			"{failure}"
		);
	}

	#[tokio::test]
	async fn fails_when_a_value_is_longer_than_its_type() {
		let number = api::storage().system().number();
		let world = World::new().with_bytes(number.clone(), (), vec![0; 5]);
		let bundle = world.bundle();
		let (mut state, _) = verify(&bundle, world.genesis_hash(), NOW).unwrap();
		let failure = state.get(number, ()).await.unwrap_err();
		assert!(
			failure.what.contains("System.Number is longer"),
			"{failure}"
		);
	}

	#[test]
	fn fails_when_the_block_is_one_millisecond_too_old() {
		let world = World::new();
		let bundle = world.bundle();
		assert!(verify(&bundle, world.genesis_hash(), NOW).is_ok());
		let failure = verify(&bundle, world.genesis_hash(), NOW + 1)
			.err()
			.unwrap();
		assert_eq!(failure.name.as_deref(), Some("TooOld"), "{failure}");
	}

	#[test]
	fn fails_when_nothing_or_nonsense_is_trusted() {
		let failure = trust(None, None).genesis().unwrap_err();
		assert_eq!(failure.exit_code(), 2);
		assert!(failure.what.contains("no genesis hash is trusted"));
		assert_eq!(
			trust(Some("0x12"), None).genesis().unwrap_err().exit_code(),
			2
		);
		let hash = format!("0x{}", "07".repeat(32));
		let genesis = trust(Some(&hash), None).genesis();
		assert_eq!(genesis, Ok(Hash::repeat_byte(7)));
	}

	#[test]
	fn files_may_be_of_any_age_unless_one_is_asked_for() {
		assert_eq!(trust(None, None).not_before_of_file(), Ok(0));
		let day = 86_400_000;
		let limit = trust(None, Some("1d")).not_before_of_file().unwrap();
		assert!(moment::local_now().unwrap() - limit >= day);
		assert!(moment::local_now().unwrap() - limit < day + 60_000);
		let limit = trust(None, None).not_before_of_node().unwrap();
		assert!(moment::local_now().unwrap() - limit >= MAX_AGE_MS);
		assert!(moment::local_now().unwrap() - limit < MAX_AGE_MS + 60_000);
		let failure = trust(None, Some("old")).not_before_of_node().unwrap_err();
		assert_eq!(failure.exit_code(), 2);
	}
}

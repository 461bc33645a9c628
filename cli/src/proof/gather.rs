//! Gathers from a node what proves its last final block. Nothing that it says is believed here:
//! the verifier looks at all of it.

use super::{refused, State};
use crate::{
	accounts::hex,
	chain::Chain,
	errors::{Failure, Outcome},
	output::spinner,
	refusal,
};
use assay_verifier::{
	keys, BlockNumber, Bundle, Error, FinalityChain, FinalityProof, Fragment, Genesis, Hash,
	Header, MAX_FRAGMENTS,
};
use std::{fmt::Display, time::Duration};
use subxt::{ext::codec::Decode, rpcs::rpc_params, utils::H256};

/// Blocks become final every few seconds; where none does for so long, none will soon.
const PATIENCE: Duration = Duration::from_secs(60);

/// The id of an authority set: how many times it had changed since genesis.
type SetId = u64;

/// A final block, and all that proves that it is.
pub struct Gathered<'a> {
	chain: &'a Chain,
	genesis: Genesis,
	finality: FinalityChain,
}

impl<'a> Gathered<'a> {
	/// The node's last final block, with the way to it from the genesis that is `trusted`.
	pub async fn from(chain: &'a Chain, trusted: Hash) -> Outcome<Self> {
		let found = Hash::from(chain.genesis().0);
		if found != trusted {
			return Err(refused(&Error::WrongGenesis { trusted, found }));
		}
		let waiting = spinner("following the authorities from the genesis on");
		let gathered = Self::follow(chain, trusted).await;
		waiting.finish_and_clear();
		gathered
	}

	async fn follow(chain: &'a Chain, trusted: Hash) -> Outcome<Self> {
		let genesis = Genesis {
			header: header(chain, trusted).await?,
			proof: read_proof(chain, &[keys::authorities_key()], trusted).await?,
		};
		let last = newest(chain).await?;
		let ends = ends_of_sets(last.header.number, |number| set_after(chain, number)).await?;
		let mut fragments = Vec::new();
		for number in ends {
			fragments.push(fragment(chain, number).await?);
		}
		Ok(Self {
			chain,
			genesis,
			finality: FinalityChain { fragments, last },
		})
	}

	/// What the node tells of the state of that block.
	pub fn state(&self) -> Outcome<State<'a>> {
		State::told(self.chain, H256(self.block().0))
	}

	/// The block.
	pub fn block(&self) -> Hash {
		self.finality.last.header.hash()
	}

	/// All of it together, with a proof of what the state has under `keys`.
	pub async fn bundle(self, mut keys: Vec<Vec<u8>>) -> Outcome<Bundle> {
		keys.push(keys::time_key());
		let state_proof = read_proof(self.chain, &keys, self.block()).await?;
		Ok(Bundle {
			genesis: self.genesis,
			finality: self.finality,
			state_proof,
		})
	}
}

/// The newest final block that the node can prove the finality of.
async fn newest(chain: &Chain) -> Outcome<Fragment> {
	let head = chain.rpc.chain_get_finalized_head().await;
	let head = head.map_err(|error| refusal::backend(&error))?;
	let head = header(chain, Hash::from(head.0)).await?.number;
	match fragment(chain, head).await {
		Ok(fragment) => Ok(fragment),
		// As long as the first authorities are in office nodes prove nothing when asked; but every
		// node tells of the blocks that become final.
		Err(failure) => match tokio::time::timeout(PATIENCE, announced(chain)).await {
			Ok(fragment) => fragment,
			Err(_) => Err(failure),
		},
	}
}

/// The next block that becomes final.
async fn announced(chain: &Chain) -> Outcome<Fragment> {
	let (method, end) = (
		"grandpa_subscribeJustifications",
		"grandpa_unsubscribeJustifications",
	);
	let justifications = chain.subscribe::<String>(method, end).await;
	let mut justifications = justifications.map_err(|error| refusal::backend(&error))?;
	let next = justifications
		.next()
		.await
		.ok_or_else(|| refusal::backend(&"it ended the announcements of final blocks"))?;
	let justification = bytes(&next.map_err(|error| refusal::backend(&error))?)?;
	let header = header(chain, target(&justification)?).await?;
	Ok(Fragment {
		header,
		justification,
	})
}

/// The block that a justification is for: it stands behind the round's number.
fn target(mut justification: &[u8]) -> Outcome<Hash> {
	let decoded = <(u64, Hash)>::decode(&mut justification);
	let what = "justification";
	decoded
		.map(|(_, target)| target)
		.map_err(|_| refused(&Error::Malformed { what }))
}

/// The last block of every authority set that ended before block `last`, found by bisection.
async fn ends_of_sets(
	last: BlockNumber,
	mut set_after: impl AsyncFnMut(BlockNumber) -> Outcome<SetId>,
) -> Outcome<Vec<BlockNumber>> {
	let sets = set_after(last).await?;
	if sets > MAX_FRAGMENTS as u64 {
		return Err(refused(&Error::TooLarge {
			what: "fragments",
			limit: MAX_FRAGMENTS,
		}));
	}
	let mut ends = Vec::new();
	let mut within = 0;
	for set in 0..sets {
		// After `within` the set was still this one, after `past` it is not.
		let mut past = last;
		while past - within > 1 {
			let middle = within + (past - within) / 2;
			match set_after(middle).await? > set {
				true => past = middle,
				false => within = middle,
			}
		}
		// The block that is spoken of may be the last one of its set.
		if past < last {
			ends.push(past);
		}
		within = past;
	}
	Ok(ends)
}

async fn set_after(chain: &Chain, number: BlockNumber) -> Outcome<SetId> {
	let block = block_hash(chain, number).await?;
	let key = keys::value_key("Grandpa", "CurrentSetId");
	let value = chain.rpc.state_get_storage(&key, Some(H256(block.0))).await;
	let value =
		value.map_err(|error| no_archive(&format!("the state of block {number}"), &error))?;
	value.map_or(Ok(0), |bytes| {
		SetId::decode(&mut bytes.as_slice()).map_err(|error| refusal::backend(&error))
	})
}

/// The block that the node proves the finality of block `number` by, and its proof.
async fn fragment(chain: &Chain, number: BlockNumber) -> Outcome<Fragment> {
	let what = format!("the finality of block {number}");
	let answer = chain
		.request::<Option<String>>("grandpa_proveFinality", rpc_params![number])
		.await
		.map_err(|error| no_archive(&what, &error))?
		.ok_or_else(|| no_archive(&what, &"it has no justification"))?;
	let proof = FinalityProof::from_bytes(&bytes(&answer)?).map_err(|error| refused(&error))?;
	let header = header(chain, proof.block).await?;
	Ok(proof.into_fragment(header))
}

async fn header(chain: &Chain, block: Hash) -> Outcome<Header> {
	let answer = chain
		.request::<Option<Header>>("chain_getHeader", rpc_params![hex(block)])
		.await
		.map_err(|error| refusal::backend(&error))?;
	answer.ok_or_else(|| no_archive("a header", &format!("it has no block {}", hex(block))))
}

async fn block_hash(chain: &Chain, number: BlockNumber) -> Outcome<Hash> {
	let answer = chain
		.request::<Option<String>>("chain_getBlockHash", rpc_params![number])
		.await
		.map_err(|error| refusal::backend(&error))?
		.ok_or_else(|| no_archive("a block", &format!("it has no block {number}")))?;
	crate::accounts::parse_hash(&answer).map(Hash::from)
}

/// The answer to a question for a read-proof.
#[derive(serde::Deserialize)]
struct ReadProof {
	proof: Vec<String>,
}

async fn read_proof(chain: &Chain, keys: &[Vec<u8>], block: Hash) -> Outcome<Vec<Vec<u8>>> {
	let keys: Vec<String> = keys.iter().map(hex).collect();
	let answer = chain
		.request::<ReadProof>("state_getReadProof", rpc_params![keys, hex(block)])
		.await
		.map_err(|error| no_archive("the state of a block", &error))?;
	answer.proof.iter().map(|node| bytes(node)).collect()
}

fn bytes(answer: &str) -> Outcome<Vec<u8>> {
	hex::decode(answer.trim_start_matches("0x")).map_err(|error| refusal::backend(&error))
}

/// A node that has not kept what the proof needs.
fn no_archive(what: &str, error: &dyn Display) -> Failure {
	Failure::unreachable(format!("the node does not prove {what}: {error}"))
		.named("NoArchive")
		.next(
			"ask a node that keeps all states and justifications, with --url: it runs with \
			 --state-pruning archive --blocks-pruning archive",
		)
}

#[cfg(test)]
mod tests {
	use super::*;

	/// Where sets end when a set changes after each of `changes`.
	async fn ends(last: BlockNumber, changes: &[BlockNumber]) -> Vec<BlockNumber> {
		let set_after = async |number: BlockNumber| {
			assert!(number <= last, "{number} is asked for");
			Ok(changes.iter().filter(|end| **end <= number).count() as SetId)
		};
		ends_of_sets(last, set_after).await.unwrap()
	}

	#[tokio::test]
	async fn ends_of_sets_are_found() {
		for (last, changes) in [
			(1, vec![]),
			(100, vec![]),
			(100, vec![1]),
			(100, vec![1, 2, 3]),
			(100, vec![10, 50, 99]),
			(1_000_000, vec![7, 8, 500_000, 999_999]),
		] {
			assert_eq!(ends(last, &changes).await, changes, "{last}");
		}
	}

	#[tokio::test]
	async fn the_block_that_is_spoken_of_is_no_end_before_itself() {
		assert_eq!(ends(100, &[10, 100]).await, [10]);
		assert_eq!(ends(1, &[1]).await, [0; 0]);
	}

	#[tokio::test]
	async fn fails_when_there_are_more_sets_than_a_proof_may_have() {
		let failure = ends_of_sets(10, async |_| Ok(MAX_FRAGMENTS as u64 + 1)).await;
		assert_eq!(failure.unwrap_err().name.as_deref(), Some("Forged"));
		// A node that contradicts itself ends the search all the same.
		let mut answers = [3, 9, 0, 9, 0, 9, 0, 9, 0, 9, 0].into_iter();
		let found = ends_of_sets(10, async |_| Ok(answers.next().unwrap_or(0))).await;
		assert!(found.is_ok());
	}

	#[test]
	fn the_block_that_votes_are_for_is_found() {
		let world = crate::proof::world::World::new();
		let last = world.bundle().finality.last;
		assert_eq!(target(&last.justification), Ok(last.header.hash()));
		let failure = target(&last.justification[..39]).unwrap_err();
		assert_eq!(failure.name.as_deref(), Some("Forged"));
	}

	#[test]
	fn a_node_without_the_past_is_told_from_one_that_lies() {
		let failure = no_archive("the finality of block 7", &"state already discarded");
		assert_eq!(failure.exit_code(), 3);
		assert_eq!(failure.name.as_deref(), Some("NoArchive"));
		assert_eq!(
			failure.what,
			"the node does not prove the finality of block 7: state already discarded"
		);
	}
}

//! The root over a list of lots, and the proof that one lot is in it.
//!
//! A custodian's report may name the root over the lots that it speaks of. Whoever has the list can
//! recompute the root; whoever has a proof needs neither the list nor trust in who hands it over.
//!
//! The tree is the SDK's `binary-merkle-tree` under BLAKE2b-256: a leaf is the hash of the SCALE
//! encoding of (lot, quantity), a node the hash of its two children, and a last node without a
//! neighbour moves up as it is. A leaf's preimage has 48 bytes and a node's has 64, so no node
//! passes for a leaf. The root over no lots is zero, and nothing can be proven against it.

use crate::{Hash, LotId, Quantity};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use polkadot_sdk::{
	binary_merkle_tree::{merkle_proof, merkle_root, verify_proof},
	sp_core::ConstU32,
	sp_runtime::{traits::BlakeTwo256, BoundedVec},
};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Hashes that a proof may have: enough for every list whose lots a `u32` can count.
pub const MAX_PROOF_PATH: u32 = 32;

/// The root over `leaves`, which are sorted by lot and without duplicates. Zero when there are none.
///
/// The order is part of the root: a list in another order has another one.
pub fn lots_root(leaves: &[(LotId, Quantity)]) -> Hash {
	merkle_root::<BlakeTwo256, _>(leaves.iter().map(Encode::encode))
}

/// The proof that `lot` is among `leaves`, which are sorted by lot and without duplicates; `None`
/// when it is not.
pub fn prove_lot(leaves: &[(LotId, Quantity)], lot: LotId) -> Option<LotProof> {
	let position = leaves.binary_search_by_key(&lot, |leaf| leaf.0).ok()?;
	let (lot, quantity) = *leaves.get(position)?;
	let index = u32::try_from(position).ok()?;
	let leaves_count = u32::try_from(leaves.len()).ok()?;
	let encoded: Vec<Vec<u8>> = leaves.iter().map(Encode::encode).collect();
	let path = merkle_proof::<BlakeTwo256, _, _>(encoded, index).proof;
	Some(LotProof {
		lot,
		quantity,
		index,
		leaves: leaves_count,
		path,
	})
}

/// The proof that a list of lots with a known root names one lot with one quantity.
///
/// What is proven is that pair and nothing more: `index` and `leaves` only say how the path turns.
#[derive(Clone, PartialEq, Eq, Debug, Encode, TypeInfo, Serialize, Deserialize)]
pub struct LotProof {
	/// The lot.
	pub lot: LotId,
	/// Its quantity, in the underlying's smallest unit.
	pub quantity: Quantity,
	/// Where it stands in the list, from zero.
	pub index: u32,
	/// How many lots the list has.
	pub leaves: u32,
	/// The hashes beside the way from the leaf to the root, at most [`MAX_PROOF_PATH`].
	pub path: Vec<Hash>,
}

/// A path that is no longer than it may be.
type BoundedPath = BoundedVec<Hash, ConstU32<MAX_PROOF_PATH>>;

impl LotProof {
	/// Whether the list with this root names the lot with the quantity.
	pub fn verify(&self, root: Hash) -> bool {
		let bounded = u32::try_from(self.path.len()).is_ok_and(|length| length <= MAX_PROOF_PATH);
		let leaf = (self.lot, self.quantity).encode();
		bounded
			&& verify_proof::<BlakeTwo256, _, _>(
				&root,
				self.path.iter().copied(),
				self.leaves,
				self.index,
				&leaf,
			)
	}
}

/// A longer path is refused before it is read.
impl Decode for LotProof {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		Ok(Self {
			lot: Decode::decode(input)?,
			quantity: Decode::decode(input)?,
			index: Decode::decode(input)?,
			leaves: Decode::decode(input)?,
			path: BoundedPath::decode(input)?.into_inner(),
		})
	}
}

impl DecodeWithMemTracking for LotProof {}

impl MaxEncodedLen for LotProof {
	fn max_encoded_len() -> usize {
		<(LotId, Quantity, u32, u32, BoundedPath)>::max_encoded_len()
	}
}

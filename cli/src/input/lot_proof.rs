//! The proof that a lot is under the root of a report, as custodians hand it out.

use crate::{
	accounts::parse_hash,
	api::runtime_types::assay_primitives::lots_root::LotProof,
	errors::{Failure, Outcome},
};
use serde::Deserialize;
use subxt::utils::H256;

/// A proof as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
	/// The lot's id.
	pub lot: String,
	/// Its quantity, in the underlying's smallest unit.
	pub quantity: u128,
	/// Where it stands in the list, from zero.
	pub index: u32,
	/// How many lots the list has.
	pub leaves: u32,
	/// The hashes beside the way from the leaf to the root.
	pub path: Vec<String>,
}

impl TryFrom<Proof> for LotProof {
	type Error = Failure;

	fn try_from(proof: Proof) -> Outcome<Self> {
		let path = proof.path.iter().map(|hash| parse_hash(hash).map(H256));
		Ok(Self {
			lot: H256(parse_hash(&proof.lot)?),
			quantity: proof.quantity,
			index: proof.index,
			leaves: proof.leaves,
			path: path.collect::<Outcome<_>>()?,
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn read(hash: &str) -> Outcome<LotProof> {
		let text = format!(
			r#"{{ "lot": "0x{}", "quantity": 400000, "index": 1, "leaves": 3, "path": ["{hash}"] }}"#,
			"02".repeat(32)
		);
		serde_json::from_str::<Proof>(&text).unwrap().try_into()
	}

	#[test]
	fn works_for_what_the_primitives_write() {
		let proof = read(&format!("0x{}", "01".repeat(32))).unwrap();
		assert_eq!(proof.lot, H256::repeat_byte(2));
		assert_eq!((proof.quantity, proof.index, proof.leaves), (400_000, 1, 3));
		assert_eq!(proof.path, [H256::repeat_byte(1)]);
	}

	#[test]
	fn fails_when_a_hash_is_none() {
		assert_eq!(read("0x01").err().unwrap().exit_code(), 2);
	}
}

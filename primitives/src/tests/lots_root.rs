use crate::{lots_root, prove_lot, Hash, LotId, LotProof, Quantity, MAX_PROOF_PATH};
use codec::{Decode, Encode, MaxEncodedLen};
use polkadot_sdk::sp_io::hashing::blake2_256;
use proptest::prelude::*;

fn lot(number: u32) -> LotId {
	LotId::from_low_u64_be(u64::from(number))
}

/// A list of `count` lots, every second number.
fn list(count: u32) -> Vec<(LotId, Quantity)> {
	(0..count)
		.map(|n| (lot(2 * n), Quantity::from(n) + 1))
		.collect()
}

fn node(left: Hash, right: Hash) -> Hash {
	blake2_256(&[left.as_bytes(), right.as_bytes()].concat()).into()
}

fn leaf(entry: (LotId, Quantity)) -> Hash {
	blake2_256(&entry.encode()).into()
}

#[test]
fn the_root_is_what_its_description_says() {
	assert_eq!(lots_root(&[]), Hash::zero());
	let lots = list(5);
	assert_eq!(lots_root(&lots[..1]), leaf(lots[0]));
	let pair = |n: usize| node(leaf(lots[n]), leaf(lots[n + 1]));
	assert_eq!(lots_root(&lots[..2]), pair(0));
	assert_eq!(lots_root(&lots[..3]), node(pair(0), leaf(lots[2])));
	assert_eq!(
		lots_root(&lots),
		node(node(pair(0), pair(2)), leaf(lots[4]))
	);
}

#[test]
fn every_lot_of_every_small_list_is_proven_and_no_other() {
	for count in 1..=40 {
		let lots = list(count);
		let root = lots_root(&lots);
		for (index, (id, quantity)) in lots.iter().enumerate() {
			let proof = prove_lot(&lots, *id).unwrap();
			assert_eq!((proof.lot, proof.quantity), (*id, *quantity));
			assert_eq!((proof.index as usize, proof.leaves), (index, count));
			assert!(proof.verify(root), "{index} of {count}");
		}
		for absent in [lot(1), lot(2 * count)] {
			assert_eq!(prove_lot(&lots, absent), None);
		}
	}
	assert_eq!(prove_lot(&[], lot(0)), None);
}

#[test]
fn nothing_is_proven_of_another_lot_quantity_root_or_path() {
	let lots = list(7);
	let root = lots_root(&lots);
	let proof = prove_lot(&lots, lot(4)).unwrap();
	let broken = |change: &dyn Fn(&mut LotProof)| {
		let mut proof = proof.clone();
		change(&mut proof);
		assert!(!proof.verify(root), "{proof:?}");
	};
	broken(&|proof| proof.lot = lot(5));
	broken(&|proof| proof.quantity += 1);
	broken(&|proof| proof.index = 3);
	broken(&|proof| proof.index = proof.leaves);
	broken(&|proof| proof.leaves = 0);
	broken(&|proof| {
		proof.path.pop();
	});
	broken(&|proof| proof.path.push(Hash::zero()));
	broken(&|proof| proof.path[0] = Hash::zero());
	assert!(!proof.verify(Hash::zero()));
	assert!(!proof.verify(lots_root(&list(8))));
}

#[test]
fn a_node_does_not_pass_for_a_leaf() {
	// The two leaves below a node, read as one lot and its quantity, would be 64 bytes: a leaf has 48.
	let lots = list(4);
	let inner = node(leaf(lots[2]), leaf(lots[3]));
	let proof = LotProof {
		lot: leaf(lots[0]),
		quantity: Quantity::from_le_bytes(leaf(lots[1]).as_bytes()[..16].try_into().unwrap()),
		index: 0,
		leaves: 2,
		path: vec![inner],
	};
	assert!(!proof.verify(lots_root(&lots)));
}

#[test]
fn a_path_is_bounded_when_it_is_read_and_when_it_is_checked() {
	let mut proof = prove_lot(&list(9), lot(6)).unwrap();
	assert_eq!(
		LotProof::decode(&mut &proof.encode()[..]),
		Ok(proof.clone())
	);
	proof.path = vec![Hash::zero(); MAX_PROOF_PATH as usize];
	assert_eq!(
		LotProof::decode(&mut &proof.encode()[..]),
		Ok(proof.clone())
	);
	assert_eq!(proof.encoded_size(), LotProof::max_encoded_len());
	proof.path.push(Hash::zero());
	assert!(LotProof::decode(&mut &proof.encode()[..]).is_err());
	assert!(!proof.verify(Hash::zero()));
}

proptest! {
	#[test]
	fn a_proof_is_good_for_its_own_list_only(
		lots in prop::collection::btree_map(any::<[u8; 32]>(), any::<Quantity>(), 1..200),
		pick in any::<prop::sample::Index>(),
		flipped in any::<prop::sample::Index>(),
	) {
		let lots: Vec<(LotId, Quantity)> =
			lots.into_iter().map(|(id, quantity)| (LotId::from(id), quantity)).collect();
		let id = lots[pick.index(lots.len())].0;
		let proof = prove_lot(&lots, id).unwrap();
		prop_assert!(proof.verify(lots_root(&lots)));
		let mut other = lots.clone();
		let change = flipped.index(lots.len());
		other[change].1 ^= 1;
		prop_assert!(!proof.verify(lots_root(&other)));
	}
}

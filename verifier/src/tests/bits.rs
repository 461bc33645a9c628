//! Whatever is done to a valid bundle: it is refused, or it says what it said before.

use super::*;
use proptest::prelude::*;

/// Everything that a bundle can tell.
#[derive(Debug, PartialEq)]
struct Told {
	block: (BlockNumber, Hash, Moment, SetId),
	values: Vec<Result<Option<Vec<u8>>, Error>>,
}

fn told(bytes: &[u8], genesis: Hash) -> Option<Told> {
	let state = Bundle::from_bytes(bytes).ok()?.verify(genesis, 0).ok()?;
	Some(Told {
		block: (state.number, state.hash, state.time, state.set_id),
		values: read_keys().iter().map(|key| state.get(key)).collect(),
	})
}

/// Panics when `bytes` tell something else than `honest` does.
fn check(bytes: &[u8], genesis: Hash, honest: &Told, what: &str) {
	let Some(told) = told(bytes, genesis) else {
		return;
	};
	assert_eq!(told.block, honest.block, "{what}");
	for (value, expected) in told.values.iter().zip(&honest.values) {
		assert!(value.is_err() || value == expected, "{what}: {value:?}");
	}
}

/// Two changes, with as few votes as possible.
fn small() -> Bundle {
	bundle_through(&[&[Alice], &[Alice, Bob], &[Charlie]])
}

#[test]
fn no_flipped_bit_changes_what_is_told() {
	let bundle = small();
	let genesis = bundle.genesis.header.hash();
	let mut bytes = bundle.encode();
	let honest = told(&bytes, genesis).unwrap();
	assert!(honest.values.iter().all(Result::is_ok));
	for index in 0..bytes.len() {
		for bit in 0..8 {
			bytes[index] ^= 1 << bit;
			check(
				&bytes,
				genesis,
				&honest,
				&format!("byte {index}, bit {bit}"),
			);
			bytes[index] ^= 1 << bit;
		}
	}
	assert_eq!(told(&bytes, genesis), Some(honest));
}

#[test]
fn no_truncation_is_accepted() {
	let bytes = small().encode();
	for length in 0..bytes.len() {
		let error = Bundle::from_bytes(&bytes[..length]).err();
		assert_eq!(error, Some(Error::Malformed { what: "bundle" }));
	}
}

proptest! {
	#[test]
	fn no_damage_changes_what_is_told(
		damage in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4),
		cut in any::<proptest::sample::Index>(),
		paste in any::<proptest::sample::Index>(),
		length in 0usize..64,
	) {
		let bundle = small();
		let genesis = bundle.genesis.header.hash();
		let honest = told(&bundle.encode(), genesis).unwrap();
		// Bytes are overwritten, and a piece of it is copied to elsewhere in it.
		let mut bytes = bundle.encode();
		for (index, byte) in &damage {
			let index = index.index(bytes.len());
			bytes[index] = *byte;
		}
		check(&bytes, genesis, &honest, "overwritten");
		let mut bytes = bundle.encode();
		let cut = cut.index(bytes.len() - length);
		let paste = paste.index(bytes.len() - length);
		bytes.copy_within(cut..cut + length, paste);
		check(&bytes, genesis, &honest, "copied");
	}

	#[test]
	fn nothing_panics(
		bytes in proptest::collection::vec(any::<u8>(), 0..600),
		key in proptest::collection::vec(any::<u8>(), 0..80),
	) {
		let _ = Bundle::from_bytes(&bytes);
		let _ = FinalityProof::from_bytes(&bytes);
		let mut odd = small();
		let genesis = odd.genesis.header.hash();
		prop_assert!(odd.verify(genesis, 0).ok().unwrap().get(&key).is_ok_and(|v| v.is_none())
			|| odd.verify(genesis, 0).ok().unwrap().get(&key).is_err());
		odd.finality.last.justification = bytes.clone();
		prop_assert!(odd.verify(genesis, 0).is_err());
		// A trusted root over bytes that are no node: a chain that is broken itself.
		odd = small();
		odd.genesis.header.state_root = polkadot_sdk::sp_io::hashing::blake2_256(&bytes).into();
		odd.genesis.proof = vec![bytes];
		prop_assert!(odd.verify(odd.genesis.header.hash(), 0).is_err());
	}
}

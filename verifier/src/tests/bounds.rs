use super::*;
use codec::Compact;

fn too_large(what: &'static str, limit: usize) -> Option<Error> {
	Some(Error::TooLarge { what, limit })
}

#[test]
fn fragments_are_bounded() {
	let with = |count| {
		refusal(|bundle| {
			let fragment = bundle.finality.fragments[0].clone();
			bundle.finality.fragments = vec![fragment; count];
		})
	};
	// As many are looked at; the second is a repetition.
	let repeated = Error::OutOfOrder {
		number: 10,
		after: 10,
	};
	assert_eq!(with(MAX_FRAGMENTS), Some(repeated));
	assert_eq!(
		with(MAX_FRAGMENTS + 1),
		too_large("fragments", MAX_FRAGMENTS)
	);
}

#[test]
fn justifications_are_bounded() {
	let with = |count| refusal(|bundle| bundle.finality.last.justification = vec![0; count]);
	let malformed = Error::Malformed {
		what: "justification",
	};
	assert_eq!(with(MAX_JUSTIFICATION_BYTES), Some(malformed.clone()));
	assert_eq!(
		with(MAX_JUSTIFICATION_BYTES + 1),
		too_large("bytes of a justification", MAX_JUSTIFICATION_BYTES)
	);
	// Nothing may follow it, and it may not say that it is longer than it is.
	let longer = refusal(|bundle| bundle.finality.last.justification.push(0));
	assert_eq!(longer, Some(malformed.clone()));
	let boasting = (ROUND, (Hash::zero(), 95u32, Compact(u32::MAX >> 2))).encode();
	let boasting = refusal(|bundle| bundle.finality.last.justification = boasting);
	assert_eq!(boasting, Some(malformed));
}

#[test]
fn authorities_are_bounded() {
	let with = |count: usize| {
		let authority = (AuthorityId::from(Alice.public()), 1u64);
		genesis_refusal(vec![authority; count].encode())
	};
	// Alice, listed so often, has all the weight: her vote ends the first set.
	assert_eq!(with(MAX_AUTHORITIES), None);
	assert_eq!(
		with(MAX_AUTHORITIES + 1),
		too_large("authorities of a set", MAX_AUTHORITIES)
	);
}

#[test]
fn read_proofs_are_bounded() {
	let with = |nodes: Vec<Vec<u8>>| refusal(|bundle| bundle.state_proof.extend(nodes));
	let own = bundle().state_proof;
	let own_bytes: usize = own.iter().map(Vec::len).sum();
	assert_eq!(with(vec![vec![]; MAX_PROOF_NODES - own.len()]), None);
	assert_eq!(
		with(vec![vec![]; MAX_PROOF_NODES - own.len() + 1]),
		too_large("nodes of a read-proof", MAX_PROOF_NODES)
	);
	assert_eq!(with(vec![vec![0; MAX_PROOF_BYTES - own_bytes]]), None);
	assert_eq!(
		with(vec![vec![0; MAX_PROOF_BYTES - own_bytes + 1]]),
		too_large("bytes of a read-proof", MAX_PROOF_BYTES)
	);
}

#[test]
fn bundles_are_bounded() {
	let malformed = Some(Error::Malformed { what: "bundle" });
	let read = |bytes: &[u8]| Bundle::from_bytes(bytes).err();
	assert_eq!(read(&bundle().encode()), None);
	assert_eq!(read(&[bundle().encode(), vec![0]].concat()), malformed);
	assert_eq!(read(&vec![0xff; MAX_BUNDLE_BYTES]), malformed);
	assert_eq!(
		read(&vec![0xff; MAX_BUNDLE_BYTES + 1]),
		too_large("bytes of a bundle", MAX_BUNDLE_BYTES)
	);
	// Each empty node takes one byte here and many in memory.
	let nodes = 20_000_000u32;
	let mut bomb = (bundle().genesis.header, Compact(nodes)).encode();
	bomb.resize(bomb.len() + nodes as usize, 0);
	bomb.extend((bundle().finality, bundle().state_proof).encode());
	assert_eq!(read(&bomb), malformed);
}

#[test]
fn every_error_is_a_sentence_of_its_own() {
	let (key, root, number) = (vec![0xab], Hash::repeat_byte(1), 95);
	let errors = [
		Error::TooLarge {
			what: "fragments",
			limit: 7,
		},
		Error::Malformed { what: "bundle" },
		Error::WrongGenesis {
			trusted: root,
			found: root,
		},
		Error::AnotherRoot { root },
		Error::NotInProof { key: key.clone() },
		Error::Absent { key: key.clone() },
		Error::Undecodable { key },
		Error::BadAuthorities { set: 2 },
		Error::OutOfOrder { number, after: 96 },
		Error::WrongBlock {
			number,
			header: root,
			justified: root,
		},
		Error::BadSignature {
			number,
			authority: Eve.public().into(),
		},
		Error::WrongSet {
			number,
			expected: 1,
			signed: 2,
		},
		Error::TooFewVotes {
			number,
			set: 2,
			weight: 2,
			needed: 3,
		},
		Error::NoChange { number },
		Error::ForcedChange { number },
		Error::DelayedChange { number, delay: 4 },
		Error::TooOld {
			time: 1,
			not_before: 2,
		},
	];
	let sentences: std::collections::BTreeSet<String> =
		errors.iter().map(ToString::to_string).collect();
	assert_eq!(sentences.len(), errors.len());
	assert!(sentences.contains("block 95 has 2 of the 3 votes that authority set 2 needs"));
	assert!(sentences.contains("the read-proof lacks 0xab: a part is missing or altered"));
}

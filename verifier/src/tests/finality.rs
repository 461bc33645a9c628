use super::*;

/// The last block of the bundle, justified by these votes instead.
fn last_with(votes: impl FnOnce(&Header) -> Vec<Vote>) -> Result<ProvenState, Error> {
	let mut bundle = bundle();
	let last = bundle.finality.last.header.clone();
	let votes = votes(&last);
	bundle.finality.last = justified(last, votes, vec![]);
	verify(&bundle)
}

fn too_few(number: BlockNumber, set: SetId, weight: u64) -> Option<Error> {
	let needed = 3;
	Some(Error::TooFewVotes {
		number,
		set,
		weight,
		needed,
	})
}

#[test]
fn works_over_two_changes() {
	let state = verify(&bundle()).ok().unwrap();
	assert_eq!((state.number, state.time, state.set_id), (95, NOW, 2));
	assert_eq!(state.hash, bundle().finality.last.header.hash());
}

#[test]
fn works_without_a_change() {
	let bundle = bundle_through(&SETS[..1]);
	let state = bundle.verify(bundle.genesis.header.hash(), NOW);
	assert_eq!(state.ok().unwrap().set_id, 0);
}

#[test]
fn works_when_the_block_itself_ends_a_set() {
	let mut bundle = bundle();
	let state = final_state();
	let last = header(95, state.root(), vec![change(&[Alice])]);
	bundle.finality.last = justified(last.clone(), votes(SETS[2], &last, 2), vec![]);
	assert_eq!(verify(&bundle).ok().unwrap().set_id, 2);
}

#[test]
fn works_with_just_more_than_two_thirds() {
	assert!(last_with(|last| votes(&SETS[2][..3], last, 2)).is_ok());
	// With three authorities, all are needed; with seven, five.
	for (authorities, needed) in [(1, 1), (2, 2), (3, 3), (4, 3), (5, 4), (6, 5), (7, 5)] {
		let all = [Alice, Bob, Charlie, Dave, Eve, Ferdie, One];
		let set = &all[..authorities];
		let mut bundle = bundle_through(&[set]);
		let last = bundle.finality.last.header.clone();
		let genesis = bundle.genesis.header.hash();
		bundle.finality.last = justified(last.clone(), votes(&set[..needed], &last, 0), vec![]);
		assert!(bundle.verify(genesis, NOW).is_ok(), "{authorities}");
		bundle.finality.last = justified(last.clone(), votes(&set[1..needed], &last, 0), vec![]);
		assert!(bundle.verify(genesis, NOW).is_err(), "{authorities}");
	}
}

#[test]
fn works_with_weights() {
	// Alice has 5 of 7, which are needed; listed twice, her weights add up.
	let weights = |alice: &[u64]| -> AuthorityList {
		let alice = alice.iter().map(|weight| (Alice.public().into(), *weight));
		alice.chain(list(&[Bob, Charlie])).collect()
	};
	for (alice, expected) in [(&[5][..], true), (&[4][..], false), (&[2, 3][..], true)] {
		let mut bundle = bundle_through(&[&[Alice]]);
		bundle.genesis = genesis(&genesis_state(weights(alice).encode()));
		let result = bundle.verify(bundle.genesis.header.hash(), NOW);
		assert_eq!(result.is_ok(), expected, "{alice:?}");
	}
}

#[test]
fn works_with_votes_for_descendants() {
	let mut bundle = bundle();
	let last = bundle.finality.last.header.clone();
	let child = Header::new(
		96,
		Hash::zero(),
		Hash::zero(),
		last.hash(),
		Digest::default(),
	);
	let grandchild = Header::new(
		97,
		Hash::zero(),
		Hash::zero(),
		child.hash(),
		Digest::default(),
	);
	let mut mixed = votes(&[Charlie], &last, 2);
	mixed.extend(votes(&[Dave], &child, 2));
	mixed.extend(votes(&[Ferdie], &grandchild, 2));
	let headers = [grandchild, child];
	bundle.finality.last = justified(last.clone(), mixed.clone(), headers.to_vec());
	assert!(verify(&bundle).is_ok());
	// Without the header between them, the last vote is for a block of unknown descent.
	bundle.finality.last = justified(last, mixed, headers[..1].to_vec());
	assert_eq!(verify(&bundle).err(), too_few(95, 2, 1));
}

#[test]
fn fails_when_a_vote_is_for_a_block_that_does_not_descend() {
	let cousin = header(96, Hash::zero(), vec![]);
	let mut bundle = bundle();
	let last = bundle.finality.last.header.clone();
	let mut mixed = votes(&[Charlie, Dave], &last, 2);
	mixed.extend(votes(&[Eve], &cousin, 2));
	bundle.finality.last = justified(last, mixed, vec![cousin]);
	assert_eq!(verify(&bundle).err(), too_few(95, 2, 2));
}

#[test]
fn fails_with_one_vote_too_few() {
	let result = last_with(|last| votes(&SETS[2][..2], last, 2));
	assert_eq!(result.err(), too_few(95, 2, 2));
	assert_eq!(last_with(|_| vec![]).err(), too_few(95, 2, 0));
}

#[test]
fn fails_when_an_authority_votes_twice_in_place_of_another() {
	let result = last_with(|last| votes(&[Charlie, Dave, Dave, Dave], last, 2));
	assert_eq!(result.err(), too_few(95, 2, 2));
}

#[test]
fn works_when_an_authority_votes_twice_beside_enough_others() {
	let cousin = header(96, Hash::zero(), vec![]);
	let result = last_with(|last| {
		let mut mixed = votes(&[Charlie, Charlie, Dave, Eve], last, 2);
		mixed.insert(0, vote(Dave, &cousin, 2));
		mixed
	});
	assert!(result.is_ok());
}

#[test]
fn fails_when_a_stranger_votes_in_place_of_an_authority() {
	let result = last_with(|last| votes(&[Charlie, Dave, Alice], last, 2));
	assert_eq!(result.err(), too_few(95, 2, 2));
}

#[test]
fn fails_when_a_signature_is_forged() {
	let result = last_with(|last| {
		let mut votes = votes(SETS[2], last, 2);
		// Alice signs as Eve.
		votes[2].1 = vote(Alice, last, 2).1;
		votes
	});
	let expected = Error::BadSignature {
		number: 95,
		authority: Eve.public().into(),
	};
	assert_eq!(result.err(), Some(expected));
}

#[test]
fn fails_when_the_round_is_another() {
	let error = refusal(|bundle| bundle.finality.last.justification[0] ^= 1);
	let expected = Error::BadSignature {
		number: 95,
		authority: Charlie.public().into(),
	};
	assert_eq!(error, Some(expected));
}

#[test]
fn fails_when_votes_are_of_another_set() {
	for signed in [1, 3] {
		let result = last_with(|last| votes(SETS[2], last, signed));
		let expected = Error::WrongSet {
			number: 95,
			expected: 2,
			signed,
		};
		assert_eq!(result.err(), Some(expected));
	}
}

#[test]
fn fails_when_a_fragment_is_missing() {
	// The sets overlap: a common authority's vote tells that a set was left out.
	let error = refusal(|bundle| drop(bundle.finality.fragments.remove(0)));
	let expected = Error::WrongSet {
		number: 20,
		expected: 0,
		signed: 1,
	};
	assert_eq!(error, Some(expected));
	// They do not: nobody's vote counts.
	let mut bundle = bundle_through(&[&[Alice], &[Bob]]);
	bundle.finality.fragments.clear();
	let expected = Error::TooFewVotes {
		number: 95,
		set: 0,
		weight: 0,
		needed: 1,
	};
	let result = bundle.verify(bundle.genesis.header.hash(), NOW);
	assert_eq!(result.err(), Some(expected));
}

#[test]
fn fails_when_fragments_are_out_of_order() {
	let out_of_order = |number, after| Some(Error::OutOfOrder { number, after });
	let twice = refusal(|bundle| {
		let first = bundle.finality.fragments[0].clone();
		bundle.finality.fragments.insert(1, first);
	});
	assert_eq!(twice, out_of_order(10, 10));
	let back = refusal(|bundle| {
		bundle.finality.last = bundle.finality.fragments[0].clone();
	});
	assert_eq!(back, out_of_order(10, 20));
	let genesis = refusal(|bundle| {
		let header = bundle.genesis.header.clone();
		let votes = votes(SETS[0], &header, 0);
		bundle
			.finality
			.fragments
			.insert(0, justified(header, votes, vec![]));
	});
	assert_eq!(genesis, out_of_order(0, 0));
}

#[test]
fn fails_when_the_change_is_tampered_with() {
	let error = refusal(|bundle| {
		bundle.finality.fragments[0].header.digest.logs = vec![change(&[Alice])];
	});
	assert!(matches!(error, Some(Error::WrongBlock { number: 10, .. })));
}

#[test]
fn fails_when_a_justification_is_for_another_block() {
	let error = refusal(|bundle| {
		let other = bundle.finality.fragments[1].justification.clone();
		bundle.finality.last.justification = other;
	});
	let expected = Error::WrongBlock {
		number: 95,
		header: bundle().finality.last.header.hash(),
		justified: bundle().finality.fragments[1].header.hash(),
	};
	assert_eq!(error, Some(expected));
}

#[test]
fn only_a_scheduled_change_at_once_ends_a_set() {
	let scheduled = |next: &[Ed25519Keyring], delay| ScheduledChange {
		next_authorities: list(next),
		delay,
	};
	let forced = ConsensusLog::ForcedChange(5, scheduled(SETS[1], 0));
	let delayed = ConsensusLog::ScheduledChange(scheduled(SETS[1], 1));
	let stranger = DigestItem::Consensus(*b"aura", change(SETS[1]).encode());
	let disabled = log(ConsensusLog::OnDisabled(0));
	let number = 10;
	for (logs, expected) in [
		(vec![], Some(Error::NoChange { number })),
		(vec![stranger.clone()], Some(Error::NoChange { number })),
		(vec![disabled.clone()], Some(Error::NoChange { number })),
		(
			vec![change(SETS[1]), log(forced)],
			Some(Error::ForcedChange { number }),
		),
		(
			vec![log(delayed)],
			Some(Error::DelayedChange { number, delay: 1 }),
		),
		// The first change is followed, whatever else is there.
		(
			vec![stranger, disabled, change(SETS[1]), change(&[Alice])],
			None,
		),
	] {
		let error = refusal(|bundle| {
			let header = header(number, Hash::zero(), logs.clone());
			let votes = votes(SETS[0], &header, 0);
			bundle.finality.fragments[0] = justified(header, votes, vec![]);
		});
		assert_eq!(error, expected, "{logs:?}");
	}
}

#[test]
fn fails_when_the_next_authorities_cannot_vote() {
	let error = refusal(|bundle| {
		let header = header(10, Hash::zero(), vec![change(&[])]);
		let votes = votes(SETS[0], &header, 0);
		bundle.finality.fragments[0] = justified(header, votes, vec![]);
	});
	assert_eq!(error, Some(Error::BadAuthorities { set: 1 }));
}

#[test]
fn fails_on_another_chain() {
	let found = bundle().genesis.header.hash();
	let trusted = Hash::repeat_byte(1);
	let result = bundle().verify(trusted, NOW);
	assert_eq!(result.err(), Some(Error::WrongGenesis { trusted, found }));
	let altered = refusal(|bundle| bundle.genesis.header.state_root = final_state().root());
	assert!(matches!(altered, Some(Error::WrongGenesis { .. })));
}

#[test]
fn fails_without_authorities_at_genesis() {
	let key = crate::keys::authorities_key();
	let mut bundle = bundle();
	bundle.genesis = genesis(&State::new(vec![(vec![1], vec![1])]));
	let hash = bundle.genesis.header.hash();
	let expected = Error::Absent { key: key.clone() };
	assert_eq!(bundle.verify(hash, NOW).err(), Some(expected));
	for (authorities, expected) in [
		(vec![4], Error::Undecodable { key }),
		(list(&[]).encode(), Error::BadAuthorities { set: 0 }),
		(
			vec![(AuthorityId::from(Alice.public()), 0u64)].encode(),
			Error::BadAuthorities { set: 0 },
		),
		(
			vec![
				(AuthorityId::from(Alice.public()), u64::MAX),
				(AuthorityId::from(Bob.public()), 1),
			]
			.encode(),
			Error::BadAuthorities { set: 0 },
		),
	] {
		assert_eq!(genesis_refusal(authorities), Some(expected));
	}
}

#[test]
fn a_node_s_answer_makes_a_fragment() {
	let fragment = bundle().finality.last;
	let unknown_headers = vec![fragment.header.clone()];
	let answer = (
		fragment.header.hash(),
		fragment.justification.clone(),
		unknown_headers,
	);
	let proof = FinalityProof::from_bytes(&answer.encode()).unwrap();
	assert_eq!(proof.block, fragment.header.hash());
	let json = serde_json::to_string(&fragment.header).unwrap();
	assert!(json.contains("\"number\":\"0x5f\""), "{json}");
	let header: Header = serde_json::from_str(&json).unwrap();
	assert_eq!(proof.into_fragment(header), fragment);
	let what = "proof of finality";
	let malformed = Err(Error::Malformed { what });
	assert_eq!(FinalityProof::from_bytes(&[0; 31]), malformed);
}

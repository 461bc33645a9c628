use super::*;

#[test]
fn values_are_proven_and_so_is_their_absence() {
	let state = verify(&bundle()).ok().unwrap();
	assert_eq!(state.get(&short_key()), Ok(Some(25u32.encode())));
	assert_eq!(state.decode::<u32>(&short_key()), Ok(Some(25)));
	assert_eq!(state.get(&long_key()), Ok(Some(vec![0xab; 100])));
	assert_eq!(state.get(&absent_key()), Ok(None));
	assert_eq!(state.decode::<u32>(&absent_key()), Ok(None));
}

#[test]
fn what_the_proof_does_not_cover_is_an_error() {
	let mut bundle = bundle();
	bundle.state_proof = final_state().prove(&[crate::keys::time_key()]);
	let state = verify(&bundle).ok().unwrap();
	for key in [long_key(), vec![0x10; 32]] {
		assert_eq!(state.get(&key), Err(Error::NotInProof { key }));
	}
}

#[test]
fn every_node_is_needed_and_only_as_it_is() {
	let honest = bundle();
	for index in 0..honest.state_proof.len() {
		let refused = |changed: &Bundle| match verify(changed) {
			Err(error) => {
				matches!(error, Error::AnotherRoot { .. } | Error::NotInProof { .. })
			},
			Ok(state) => read_keys()
				.iter()
				.any(|key| state.get(key) == Err(Error::NotInProof { key: key.clone() })),
		};
		let mut missing = honest.clone();
		missing.state_proof.remove(index);
		assert!(refused(&missing), "without node {index}");
		let mut altered = honest.clone();
		*altered.state_proof[index].last_mut().unwrap() ^= 1;
		assert!(refused(&altered), "node {index}");
	}
}

#[test]
fn an_altered_value_is_refused() {
	// GIVEN a node that answers with the trie of a richer state
	let mut richer = bundle();
	let state = State::new(vec![
		(crate::keys::time_key(), NOW.encode()),
		(short_key(), 26u32.encode()),
	]);
	richer.state_proof = state.prove(&read_keys());
	// THEN its root is not the final block's
	let root = final_state().root();
	assert_eq!(verify(&richer).err(), Some(Error::AnotherRoot { root }));
	// AND with the genuine root beside it nothing is found
	let genuine = bundle().state_proof;
	richer.state_proof.extend(genuine);
	let state = verify(&richer).ok().unwrap();
	assert_eq!(state.decode::<u32>(&short_key()), Ok(Some(25)));
}

#[test]
fn a_proof_of_another_root_is_refused() {
	let root = final_state().root();
	let error = refusal(|bundle| bundle.state_proof = bundle.genesis.proof.clone());
	assert_eq!(error, Some(Error::AnotherRoot { root }));
	let root = bundle().genesis.header.state_root;
	let error = refusal(|bundle| bundle.genesis.proof = bundle.state_proof.clone());
	assert_eq!(error, Some(Error::AnotherRoot { root }));
	let error = refusal(|bundle| bundle.genesis.proof.clear());
	assert_eq!(error, Some(Error::AnotherRoot { root }));
}

#[test]
fn a_value_of_another_type_is_refused() {
	let state = verify(&bundle()).ok().unwrap();
	let key = short_key();
	let undecodable = Error::Undecodable { key: key.clone() };
	assert_eq!(state.decode::<u64>(&key), Err(undecodable.clone()));
	assert_eq!(state.decode::<u16>(&key), Err(undecodable));
}

#[test]
fn a_block_may_be_as_old_as_the_caller_says() {
	let genesis = bundle().genesis.header.hash();
	assert!(bundle().verify(genesis, NOW).is_ok());
	let not_before = NOW + 1;
	let result = bundle().verify(genesis, not_before);
	let expected = Error::TooOld {
		time: NOW,
		not_before,
	};
	assert_eq!(result.err(), Some(expected));
}

#[test]
fn a_state_without_time_is_refused() {
	let with_state = |state: State| {
		refusal(|bundle| {
			let last = header(95, state.root(), vec![]);
			let votes = votes(SETS[2], &last, 2);
			bundle.finality.last = justified(last, votes, vec![]);
			bundle.state_proof = state.prove(&[crate::keys::time_key()]);
		})
	};
	let key = crate::keys::time_key();
	let timeless = State::new(vec![(short_key(), vec![1])]);
	let absent = Error::Absent { key: key.clone() };
	assert_eq!(with_state(timeless), Some(absent));
	let short = State::new(vec![(key.clone(), vec![1])]);
	assert_eq!(with_state(short), Some(Error::Undecodable { key }));
}

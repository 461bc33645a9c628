//! Whoever votes for two blocks in one round is reported, proven and disabled.

use super::{chain::*, reads::measure};
use crate::{
	configs::consensus::GrandpaWeights, Executive, Grandpa, Historical, Runtime, RuntimeCall,
	RuntimeOrigin, Session, System, UncheckedExtrinsic,
};
use assay_primitives::{BlockNumber, Hash, Header};
use codec::{Decode, Encode};
use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok, traits::KeyOwnerProofSystem},
	frame_system,
	pallet_grandpa::{self, WeightInfo},
	sp_consensus_grandpa::{
		localized_payload, AuthorityId, EquivocationProof, Message, Prevote, KEY_TYPE,
	},
	sp_core::{ed25519, Pair},
	sp_runtime::transaction_validity::{InvalidTransaction, TransactionSource},
	sp_session::MembershipProof,
	*,
};

fn voter(name: &str) -> ed25519::Pair {
	ed25519::Pair::from_string(&format!("//{name}"), None).expect("a dev seed")
}

/// Two votes of `name` in `round` of the first set, for blocks of these hashes.
fn votes(name: &str, round: u64, hashes: [u8; 2]) -> EquivocationProof<Hash, BlockNumber> {
	let pair = voter(name);
	let vote = |byte| {
		let vote = Prevote::<Header> {
			target_hash: Hash::repeat_byte(byte),
			target_number: 1,
		};
		let payload = localized_payload(round, 0, &Message::<Header>::Prevote(vote.clone()));
		(vote, pair.sign(&payload))
	};
	// The proof's inner type has no public name: set, kind of vote, round, voter, both votes.
	let proof = (0u64, 0u8, round, pair.public(), hashes.map(vote)).encode();
	Decode::decode(&mut &proof[..]).expect("is an equivocation")
}

fn membership(name: &str) -> MembershipProof {
	let key = AuthorityId::from(voter(name).public());
	Historical::prove((KEY_TYPE, key)).expect("is a validator")
}

fn report(
	proof: EquivocationProof<Hash, BlockNumber>,
	member: MembershipProof,
) -> pallet_grandpa::Call<Runtime> {
	pallet_grandpa::Call::report_equivocation_unsigned {
		equivocation_proof: Box::new(proof),
		key_owner_proof: member,
	}
}

fn dispatch(
	proof: EquivocationProof<Hash, BlockNumber>,
	member: MembershipProof,
) -> frame_support::dispatch::DispatchResultWithPostInfo {
	Grandpa::report_equivocation_unsigned(RuntimeOrigin::none(), Box::new(proof), member)
}

/// Where the validator stands in the set.
fn index(actor: Actor) -> u32 {
	let place = Session::validators()
		.iter()
		.position(|validator| *validator == actor.account());
	u32::try_from(place.expect("is a validator")).expect("a small set")
}

#[test]
fn an_equivocation_disables_its_author() {
	execute(|| {
		// GIVEN Bob voted for two blocks in one round
		let proof = votes("Bob", 3, [1, 2]);
		let extrinsic = UncheckedExtrinsic::new_bare(RuntimeCall::Grandpa(report(
			proof.clone(),
			membership("Bob"),
		)));

		// WHEN a block's author includes the report
		assert_ok!(Executive::apply_extrinsic(extrinsic).expect("is valid"));

		// THEN Bob is disabled, the offence is on record, and nobody else is touched
		assert_eq!(Session::disabled_validators(), vec![index(Actor("Bob"))]);
		assert!(events().iter().any(|event| matches!(
			event,
			crate::RuntimeEvent::Offences(pallet_offences::Event::Offence { kind, .. })
				if kind == b"grandpa:equivoca"
		)));

		// AND the same report does not count twice
		assert_noop!(
			dispatch(proof, membership("Bob")),
			pallet_grandpa::Error::<Runtime>::DuplicateOffenceReport
		);

		// AND a second offender of four is on record but goes on: the chain needs three
		assert_ok!(dispatch(votes("Charlie", 3, [1, 2]), membership("Charlie")));
		assert_eq!(Session::disabled_validators(), vec![index(Actor("Bob"))]);
	});
}

#[test]
fn fails_when_the_proof_proves_nothing() {
	execute(|| {
		// The same vote twice is no equivocation.
		assert_noop!(
			dispatch(votes("Bob", 3, [1, 1]), membership("Bob")),
			pallet_grandpa::Error::<Runtime>::InvalidEquivocationProof
		);
		// Somebody else's membership.
		assert_noop!(
			dispatch(votes("Bob", 3, [1, 2]), membership("Charlie")),
			pallet_grandpa::Error::<Runtime>::InvalidKeyOwnershipProof
		);
		// A voter who is no validator.
		assert_noop!(
			dispatch(votes("Eve", 3, [1, 2]), membership("Charlie")),
			pallet_grandpa::Error::<Runtime>::InvalidKeyOwnershipProof
		);
		assert!(Session::disabled_validators().is_empty());
	});
}

#[test]
fn fails_when_the_report_comes_from_another_node() {
	execute(|| {
		let extrinsic = || {
			UncheckedExtrinsic::new_bare(RuntimeCall::Grandpa(report(
				votes("Bob", 3, [1, 2]),
				membership("Bob"),
			)))
		};
		let validate = |source| {
			Executive::validate_transaction(source, extrinsic(), System::parent_hash()).map(|_| ())
		};
		assert_eq!(
			validate(TransactionSource::External),
			Err(InvalidTransaction::Call.into())
		);
		assert_ok!(validate(TransactionSource::Local));
	});
}

#[test]
fn a_report_costs_no_more_than_its_weight() {
	let mut state = genesis();
	let (proof, member) = state.execute_with(|| {
		begin_block(1, START);
		(votes("Bob", 3, [1, 2]), membership("Bob"))
	});
	state.commit_all().expect("no transaction is open");
	let validators = 4;
	let cost = measure(&state, || {
		assert_ok!(dispatch(proof, member));
	});
	let declared = GrandpaWeights::report_equivocation(validators, 0);
	let storage = <Runtime as frame_system::Config>::DbWeight::get();
	let counted = |number: usize| u64::try_from(number).expect("a small number");
	assert!(
		cost.reads <= 16 && cost.writes <= 10,
		"{cost:?} is more than the weight counts"
	);
	assert!(declared.all_gte(
		storage
			.reads_writes(counted(cost.reads), counted(cost.writes))
			.set_proof_size(counted(cost.proof_bytes))
	));
}

//! Tests by call and by theme.

use crate::{mock::*, *};
use assay_primitives::{
	AccountId, Hash, Moment, Quantity, ReserveFigures, ReserveStatus, Role, Scope,
};
use assay_traits::ReserveInspect;
use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok, BoundedVec},
	sp_keyring::Sr25519Keyring,
};

/// The signer of a test.
pub fn signed(key: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(key.to_account_id())
}

/// Reports on the first scope.
pub fn report(as_of: Moment, quantity: Quantity) {
	let input = report_of(as_of, quantity);
	assert_ok!(Attestations::submit_report(
		signed(CUSTODIAN_KEY),
		GOLD,
		VAULT,
		input
	));
}

/// The hash of the scope's newest report; zero when there was none.
pub fn newest(scope: Scope) -> Hash {
	Attestations::head(scope).map_or_else(Hash::zero, |head| head.hash)
}

/// Has the first auditor speak on the newest report of a scope.
pub fn verdict(scope: Scope, quantity: Quantity, verdict: Verdict) {
	let input = verdict_of(newest(scope), quantity, verdict);
	assert_ok!(Attestations::confirm(signed(AUDITOR_KEY), scope, input));
}

/// Reports on the first scope as of now, and has it confirmed.
pub fn attest(quantity: Quantity) {
	report(world(|world| world.now), quantity);
	verdict(scope(), quantity, Verdict::Confirms);
}

/// Pledges lots to the first scope, and has somebody ask about them; returns the challenge's number.
pub fn challenge(key: Sr25519Keyring) -> ChallengeId {
	let id = NextChallengeId::<Test>::get();
	let interest = interest_of(key);
	let lots = lots_in(scope());
	assert_ok!(Attestations::challenge_lots(
		signed(key),
		scope(),
		interest,
		lots
	));
	id
}

/// What gives somebody the right to ask.
pub fn interest_of(key: Sr25519Keyring) -> Interest {
	match key {
		AUDITOR_KEY | OTHER_AUDITOR_KEY => Interest::Auditor,
		ISSUER_KEY => Interest::Council,
		_ => Interest::Holder,
	}
}

/// Two lots that the register pledges to the scope.
pub fn lots_in(scope: Scope) -> ChallengedLots {
	let lots = [Hash::repeat_byte(0x11), Hash::repeat_byte(0x12)];
	world(|world| lots.map(|lot| world.place(lot, scope, NOW - 100)));
	lots.to_vec().try_into().expect("few")
}

pub fn answer_of(challenge: ChallengeId, as_of: Moment) -> AnswerInput {
	AnswerInput {
		challenge,
		as_of,
		evidence_hash: Hash::repeat_byte(4),
		evidence_uri: Default::default(),
	}
}

/// The first custodian answers as of now.
pub fn answer(challenge: ChallengeId) -> polkadot_sdk::sp_runtime::DispatchResult {
	let answer = answer_of(challenge, world(|world| world.now));
	Attestations::answer_challenge(signed(CUSTODIAN_KEY), GOLD, VAULT, answer)
}

/// How the first scope stands.
pub fn state() -> ScopeState {
	let parts = Attestations::reserve_breakdown(GOLD).expect("every figure has a value");
	parts.first().expect("it is listed").state
}

pub fn free(key: Sr25519Keyring) -> u128 {
	Balances::free_balance(key.to_account_id())
}

pub fn on_hold(key: Sr25519Keyring) -> u128 {
	use polkadot_sdk::frame_support::traits::fungible::InspectHold;
	Balances::total_balance_on_hold(&key.to_account_id())
}

pub fn figures() -> ReserveFigures {
	<Attestations as ReserveInspect>::figures(GOLD, world(|world| world.now))
		.expect("every figure has a value")
}

pub fn status() -> ReserveStatus {
	figures().status
}

pub fn headroom() -> u128 {
	Attestations::headroom(GOLD).expect("every figure has a value")
}

/// The pallet's newest event.
pub fn last_event() -> Event<Test> {
	let event = System::events().pop().expect("there is an event").event;
	event.try_into().expect("it is this pallet's")
}

mod age_and_limits;
mod announce;
mod answer_challenge;
mod challenge_lots;
mod confirm;
mod custody_dependents;
mod evaluation;
mod history;
mod invariants;
mod model;
mod prove_deficiency;
mod remove_scope;
mod reserve;
mod return_challenge_deposit;
mod roles;
mod submit_report;
mod submit_statement;
mod withdraw_report;

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

/// Has the first auditor speak on a scope.
pub fn verdict(scope: Scope, as_of: Moment, quantity: Quantity, verdict: Verdict) {
	let input = verdict_of(as_of, quantity, verdict);
	assert_ok!(Attestations::confirm(signed(AUDITOR_KEY), scope, input));
}

/// Reports on the first scope as of now, and has it confirmed.
pub fn attest(quantity: Quantity) {
	report(world(|world| world.now), quantity);
	verdict(
		scope(),
		world(|world| world.now),
		quantity,
		Verdict::Confirms,
	);
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

mod announce;
mod confirm;
mod evaluation;
mod invariants;
mod model;
mod remove_scope;
mod reserve;
mod roles;
mod submit_report;
mod submit_statement;
mod withdraw_report;

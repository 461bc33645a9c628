//! Tests by theme; each ends in a check of every invariant.

mod draw;
mod invariants;
mod model;
mod post;
mod roles;
mod withdraw;

// The pallet, not its storage of the same name.
use crate::mock::Bonds;
use crate::{mock::*, *};
use assay_primitives::{AssetId, Balance, BondPurpose, Hash};
use assay_traits::{BondDraw, BondInspect};
use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok},
	sp_runtime::{traits::Dispatchable, DispatchResult},
};

const FOR_GOLD: BondPurpose = BondPurpose::Issuer(GOLD);
const FOR_VAULTS: BondPurpose = BondPurpose::Custodian(VAULTS);

/// Dispatches as the chain does: what fails leaves nothing behind.
fn run(who: Account, call: Call<Test>) -> DispatchResult {
	RuntimeCall::from(call)
		.dispatch(RuntimeOrigin::signed(who))
		.map(|_| ())
		.map_err(|error| error.error)
}

fn post_call(purpose: BondPurpose, asset: AssetId, amount: Balance) -> Call<Test> {
	Call::post {
		purpose,
		asset,
		amount,
	}
}

fn ask_back(amount: Balance) -> Call<Test> {
	Call::request_withdrawal {
		purpose: FOR_GOLD,
		amount,
	}
}

fn collect(poster: Account, beneficiary: Account) -> Call<Test> {
	Call::collect {
		asset: FRANCS,
		poster,
		beneficiary,
	}
}

/// A bond of so many francs for gold.
fn posted(amount: Balance) {
	assert_ok!(run(ISSUER, post_call(FOR_GOLD, FRANCS, amount)));
}

fn draw(amount: Balance, to: Account) -> Balance {
	<Bonds as BondDraw<Account>>::draw(FOR_GOLD, amount, &to, reference()).unwrap()
}

fn reference() -> Hash {
	Hash::repeat_byte(7)
}

fn bonded() -> Balance {
	<Bonds as BondInspect>::bonded(FOR_GOLD)
}

fn francs(who: Account) -> (Balance, Balance) {
	(Free::get((FRANCS, who)), Held::get((FRANCS, who)))
}

fn last_event() -> RuntimeEvent {
	System::events().pop().unwrap().event
}

//! Tests by call; each ends in a check of every invariant.

mod barred;
mod blocked;
mod bond;
mod breach;
mod bucket;
mod cancel;
mod cash;
mod deficiency;
mod dockets;
mod errors;
mod finish;
mod history;
mod invariants;
mod mint;
mod model;
mod order;
mod outage;
mod parts;
mod prune;
mod release;
mod request;
mod roles;
mod set_bucket;
mod states;
mod terms;
mod views;

use crate::{mock::*, *};
use assay_primitives::{
	AssetId, Balance, Hash, Moment, Quantity, RedemptionId, UnitRatio, VaultId, DAY,
};
use polkadot_sdk::{
	frame_support::{assert_ok, BoundedVec},
	sp_runtime::{traits::Dispatchable, DispatchResult},
};

/// Dispatches as the chain does: what fails leaves nothing behind.
fn run(who: Account, call: Call<Test>) -> DispatchResult {
	RuntimeCall::from(call)
		.dispatch(RuntimeOrigin::signed(who))
		.map(|_| ())
		.map_err(|error| error.error)
}

fn id(number: u64) -> Hash {
	Hash::from_low_u64_be(number)
}

fn mint_call(mint_id: Hash, to: Account, amount: Balance) -> Call<Test> {
	Call::mint {
		asset: GOLD,
		mint_id,
		valid_until: Now::get() + DAY,
		to,
		amount,
	}
}

fn batch_call(mint_id: Hash, mints: Vec<(Account, Balance)>) -> Call<Test> {
	Call::mint_batch {
		asset: GOLD,
		mint_id,
		valid_until: Now::get() + DAY,
		mints: BoundedVec::truncate_from(mints),
	}
}

fn bucket_call(capacity: Balance, refill_per_day: Balance, single_mint_cap: Balance) -> Call<Test> {
	Call::set_bucket {
		asset: GOLD,
		capacity,
		refill_per_day,
		single_mint_cap,
	}
}

fn request_call(amount: Balance) -> Call<Test> {
	Call::request_redemption {
		asset: GOLD,
		amount,
		delivery: id(77),
	}
}

fn release_call(id: RedemptionId, lots: &[(VaultId, u64, Quantity)]) -> Call<Test> {
	let lots = lots
		.iter()
		.map(|(vault, number, quantity)| (*vault, lot(*number), *quantity))
		.collect::<Vec<_>>();
	Call::release_redemption {
		id,
		lots: BoundedVec::truncate_from(lots),
		evidence: self::id(88),
	}
}

fn mint(to: Account, amount: Balance) {
	let mint_id =
		Hash::from_low_u64_be(1_000_000 + u64::try_from(MintIds::<Test>::iter().count()).unwrap());
	assert_ok!(run(MINTER, mint_call(mint_id, to, amount)));
}

fn request(who: Account, amount: Balance) -> RedemptionId {
	let id = NextRedemptionId::<Test>::get();
	assert_ok!(run(who, request_call(amount)));
	id
}

fn accepted(who: Account, amount: Balance) -> RedemptionId {
	let id = request(who, amount);
	assert_ok!(run(ISSUER, Call::accept_redemption { id }));
	id
}

/// From vault A, lot 1.
fn released(who: Account, amount: Balance) -> RedemptionId {
	let id = accepted(who, amount);
	let claim = Redemptions::<Test>::get(id).unwrap().claim;
	assert_ok!(run(CUSTODIAN, release_call(id, &[(VAULT_A, 1, claim)])));
	id
}

/// The issuer is bonded with so many francs, of which two are the price of a unit.
fn bonded(amount: Balance) {
	AssetBondTerms::<Test>::insert(GOLD, FRANC_TERMS);
	Bonded::insert(GOLD, (FRANCS, amount));
}

const FRANC_TERMS: BondTerms = BondTerms {
	settlement: FRANCS,
	price: UnitRatio {
		numerator: 2,
		denominator: 1,
	},
};

/// The holder is found blocked again and again until then.
fn found_until(id: RedemptionId, until: Moment) {
	while Now::get() < until {
		Now::set(until.min(Now::get() + 7 * DAY));
		assert_ok!(run(BOB, Call::report_blocked { id }));
	}
}

/// In breach: the release is overdue.
fn breached(who: Account, amount: Balance) -> RedemptionId {
	let id = accepted(who, amount);
	advance(10 * DAY + 1);
	assert_ok!(run(STRANGER, Call::breach_redemption { id }));
	id
}

fn bond() -> Balance {
	Bonded::get(GOLD).map_or(0, |bond| bond.1)
}

/// Cancelled when its release was overdue, so that it stays readable.
fn cancelled(who: Account, amount: Balance) -> RedemptionId {
	let id = accepted(who, amount);
	advance(10 * DAY + 1);
	assert_ok!(run(who, Call::cancel_redemption { id }));
	id
}

fn state(id: RedemptionId) -> RedemptionState {
	Redemptions::<Test>::get(id).unwrap().state
}

/// A reserve of 1,000 in each of two vaults, which covers 20,000 units, and a wide bucket.
fn wide() -> ExtBuilder {
	ExtBuilder::default()
		.bucket(1_000_000, 1_000_000, 1_000_000)
		.lot(VAULT_A, 1, 1_000)
		.lot(VAULT_B, 2, 1_000)
}

fn free(who: Account) -> Balance {
	Free::get((GOLD, who))
}

fn held(who: Account) -> Balance {
	Held::get((GOLD, who))
}

fn last_event() -> RuntimeEvent {
	System::events().pop().unwrap().event
}

fn bucket_at(now: Moment) -> Bucket {
	Buckets::<Test>::get(GOLD).unwrap().at(now)
}

fn outstanding(asset: AssetId) -> Balance {
	Issuance::outstanding(asset)
}

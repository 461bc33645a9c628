//! What a holder of units takes up in the state (benchmark B6).

use crate::{
	cost_benchmarks::{bare, bare_holders},
	tests::{chain::*, reads::counts, world::*},
	Compliance,
};
use assay_primitives::{Balance, DAY};
use assay_traits::GuardedLedger;
use polkadot_sdk::{
	frame_support::{assert_ok, storage::unhashed, traits::fungibles::Mutate},
	frame_system,
	sp_io::{storage::next_key, TestExternalities},
};

/// Keys and values that blocks do not keep in memory anyway.
fn bytes() -> usize {
	let mut total = 0;
	let mut key = Vec::new();
	while let Some(next) = next_key(&key) {
		key = next;
		if counts(&key) {
			total += key.len() + unhashed::get_raw(&key).map_or(0, |value| value.len());
		}
	}
	total
}

/// Bytes that `work` adds to the state.
fn added(work: impl FnOnce()) -> usize {
	let before = bytes();
	work();
	bytes().checked_sub(before).expect("something was added")
}

#[test]
fn a_holder_takes_up_few_bytes() {
	const UNITS: Balance = 1_000_000;
	// GIVEN the assets pallet alone
	let mut alone = TestExternalities::default();
	let bare = alone.execute_with(|| {
		bare_holders();
		// WHEN somebody receives the first units
		added(|| {
			assert_ok!(bare::Assets::mint_into(1, &CLEO.account(), UNITS));
		})
	});

	// GIVEN an asset of this chain, and somebody who may hold it
	let mut here = genesis();
	let (guarded, account) = here.execute_with(|| {
		begin_block(1, START);
		held_asset();
		kyc(CLEO, now() + 365 * DAY);
		let account = frame_system::Account::<crate::Runtime>::hashed_key_for(CLEO.account());
		let value = unhashed::get_raw(&account).expect("Cleo pays fees");
		let [from, to] = [BEN, CLEO].map(Actor::account);
		let transfer = || {
			assert_ok!(<Compliance as GuardedLedger<_>>::transfer(
				GOLD, &from, &to, UNITS
			));
		};
		(added(transfer), account.len() + value.len())
	});

	// THEN little is added; either way the holder's system account counts, which the assets pallet
	// makes where there is none
	let guarded = guarded + account;
	println!("state of a holder: {guarded} bytes, {bare} bytes in the assets pallet alone");
	assert!(bare > account && guarded > bare);
	// Benchmark B6: at most three tenths more.
	assert!(guarded * 10 <= bare * 13, "{guarded}");
}

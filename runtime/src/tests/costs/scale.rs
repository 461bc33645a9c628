//! Transfers on a state with many holders and many assets (benchmark B5).
//!
//! Times are those of this machine and only printed. `ASSAY_BENCH_HOLDERS` says how many holders the
//! larger state has; there are then ten thousand assets too.

use crate::{
	tests::{chain::*, reads, world::*},
	Executive, Runtime, RuntimeCall, RuntimeOrigin, UncheckedExtrinsic,
};
use assay_primitives::{AccountId, AssetId, IdentityId};
use polkadot_sdk::{
	frame_support::{dispatch::GetDispatchInfo, storage::unhashed},
	frame_system, pallet_assets,
	sp_externalities::{set_and_run_with_externalities, Extensions},
	sp_io::{hashing::blake2_256, TestExternalities},
	sp_runtime::traits::{DispatchTransaction, Dispatchable},
	sp_state_machine::{Ext, OverlayedChanges},
};
use std::time::{Duration, Instant};

/// Holders of the smaller state, besides Ann and Ben.
const FEW_HOLDERS: u32 = 1_000;
/// Holders that are written at a time.
const PAGE: u32 = 50_000;
/// Holders and assets of the larger state where nobody asks for more.
const SOME_HOLDERS: u32 = 10_000;
const SOME_ASSETS: u32 = 100;
const MANY_ASSETS: u32 = 10_000;
/// Transfers of each kind on each state.
const ROUNDS: usize = 300;

type Account = pallet_assets::Account<Runtime>;
type Positions = pallet_compliance::Positions<Runtime>;

/// Keys of all that a transaction reads of a holder of the gold.
fn keys_of_holder(account: &AccountId, identity: IdentityId) -> Vec<Vec<u8>> {
	vec![
		Account::hashed_key_for(GOLD, account),
		Positions::hashed_key_for(GOLD, identity),
		pallet_identities::Identities::<Runtime>::hashed_key_for(identity),
		pallet_identities::Links::<Runtime>::hashed_key_for(account),
		frame_system::Account::<Runtime>::hashed_key_for(account),
	]
}

/// Keys of all that a transfer reads of an asset, with what these two hold of it.
fn keys_of_asset(asset: AssetId, holders: &[(AccountId, IdentityId)]) -> Vec<Vec<u8>> {
	let mut keys = vec![
		pallet_assets::Asset::<Runtime>::hashed_key_for(asset),
		pallet_asset_registry::Summaries::<Runtime>::hashed_key_for(asset),
		pallet_compliance::Controls::<Runtime>::hashed_key_for(asset),
		pallet_compliance::Holders::<Runtime>::hashed_key_for(asset),
	];
	for (account, identity) in holders {
		keys.push(Account::hashed_key_for(asset, account));
		keys.push(Positions::hashed_key_for(asset, identity));
	}
	keys
}

/// A state of that many holders of the gold besides Ann and Ben, each as Ben is, and of that many
/// assets, each as the gold is.
fn state(holders: u32, assets: u32) -> TestExternalities {
	let mut state = genesis();
	let actors = state.execute_with(|| {
		begin_block(1, START);
		held_asset();
		set_policy(reads::eight_rules());
		[ANN, BEN].map(|actor| (actor.account(), identity(actor)))
	});
	state.commit_all().expect("no transaction is open");
	let mut values = |keys: Vec<Vec<u8>>| -> Vec<Vec<u8>> {
		let value = |key: &Vec<u8>| unhashed::get_raw(key).expect("the original is there");
		state.execute_with(|| keys.iter().map(value).collect())
	};
	let (ben, identity_of_ben) = &actors[1];
	let of_holder = values(keys_of_holder(ben, *identity_of_ben));
	let of_asset = values(keys_of_asset(GOLD, &actors));
	let mut write = |copies: Vec<Vec<Vec<u8>>>, values: &[Vec<u8>]| {
		let entries = copies
			.into_iter()
			.flat_map(|keys| keys.into_iter().zip(values))
			.map(|(key, value)| (key, Some(value.clone())))
			.collect();
		state.backend.insert([(None, entries)], state.state_version);
		// Nodes that were replaced would fill the memory.
		state.backend.backend_storage_mut().purge();
	};
	let pages = (0..holders).step_by(PAGE.try_into().expect("a small number"));
	for first in pages {
		let page = (first..holders.min(first + PAGE)).map(|index| {
			let account = AccountId::new(blake2_256(&index.to_le_bytes()));
			keys_of_holder(&account, 1_000_000 + index)
		});
		write(page.collect(), &of_holder);
	}
	let others = (1..assets).map(|index| keys_of_asset(GOLD + index, &actors));
	write(others.collect(), &of_asset);
	state
}

/// How long `work` takes on the state, of which nothing is in memory.
fn time(state: &TestExternalities, work: impl FnOnce()) -> Duration {
	let mut overlay = OverlayedChanges::default();
	let mut extensions = Extensions::default();
	let mut ext = Ext::new(&mut overlay, &state.backend, Some(&mut extensions));
	set_and_run_with_externalities(&mut ext, || {
		let begun = Instant::now();
		work();
		begun.elapsed()
	})
}

/// A whole transaction: signature, every extension, and the transfer.
fn transaction_time(state: &TestExternalities, transaction: &UncheckedExtrinsic) -> Duration {
	let transaction = transaction.clone();
	time(state, || {
		let applied = Executive::apply_extrinsic(transaction);
		applied.expect("is admitted").expect("succeeds");
	})
}

/// The policy check and the transfer alone.
fn transfer_time(state: &TestExternalities, call: &RuntimeCall) -> Duration {
	let origin = RuntimeOrigin::signed(ANN.account());
	let (info, dispatched) = (call.get_dispatch_info(), call.clone());
	time(state, || {
		pallet_compliance::CheckTransferPolicy::<Runtime>::new()
			.test_run(origin, call, &info, 0, 0, |origin| {
				dispatched.dispatch(origin)
			})
			.expect("is valid")
			.expect("succeeds");
	})
}

/// Nanoseconds on the smaller and on the larger state, in turn.
fn in_turn(
	states: [&TestExternalities; 2],
	run: impl Fn(&TestExternalities) -> Duration,
) -> [Vec<u128>; 2] {
	let mut times = [vec![], vec![]];
	for round in 0..ROUNDS {
		let order = if round % 2 == 0 { [0, 1] } else { [1, 0] };
		for index in order {
			times[index].push(run(states[index]).as_nanos());
		}
	}
	times
}

fn print(what: &str, times: [Vec<u128>; 2]) {
	for (size, times) in ["small", "large"].iter().zip(times) {
		let words: Vec<String> = times.iter().map(u128::to_string).collect();
		println!("at scale, {what}, {size}: {}", words.join(" "));
	}
}

#[test]
fn a_transfer_reads_the_same_however_many_hold_it() {
	// GIVEN a small state and a large one
	let asked = std::env::var("ASSAY_BENCH_HOLDERS").ok();
	let (holders, assets) = asked.map_or((SOME_HOLDERS, SOME_ASSETS), |asked| {
		(asked.parse().expect("a number of holders"), MANY_ASSETS)
	});
	let mut small = state(FEW_HOLDERS, 1);
	let large = state(holders, assets);
	// WHEN Ann sends Ben a gram on each
	let call: RuntimeCall = transfer(BEN, GRAM).into();
	let transaction = small.execute_with(|| transaction(ANN, transfer(BEN, GRAM)));
	let [few, many] = [&small, &large].map(|state| reads::cost_on(state, &call));
	// THEN it touches the same keys
	assert_eq!((few.reads, few.writes), (many.reads, many.writes));
	println!(
		"at scale: {FEW_HOLDERS} to {holders} holders, 1 to {assets} assets, {} and {} reads",
		few.reads, many.reads
	);
	let states = [&small, &large];
	print(
		"transaction",
		in_turn(states, |state| transaction_time(state, &transaction)),
	);
	print(
		"transfer",
		in_turn(states, |state| transfer_time(state, &call)),
	);
}

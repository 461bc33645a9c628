//! What a compliant transfer reads and writes (benchmark B2).
//!
//! Counted are distinct keys of the state that the policy check and the transfer touch, on a state
//! that has been committed, so that nothing is answered from memory. What every transaction pays for
//! besides (nonce, fee, admission, brakes) and keys that a block has in memory anyway (its number,
//! time, events) are left out, as they are when weights are measured.

use super::{chain::*, world::*};
use crate::{Compliance, Runtime, RuntimeCall, RuntimeOrigin};
use assay_primitives::{ClaimTopic, InvestorCategory, DAY};
use assay_traits::Checkpoints;
use codec::Encode;
use polkadot_sdk::{
	frame_support::{assert_ok, dispatch::GetDispatchInfo, storage::storage_prefix},
	sp_core::Blake2Hasher,
	sp_externalities::{set_and_run_with_externalities, Extensions},
	sp_io::TestExternalities,
	sp_runtime::traits::{DispatchTransaction, Dispatchable},
	sp_state_machine::{Ext, OverlayedChanges, TrieBackendBuilder},
	sp_trie::recorder::Recorder,
};
use std::collections::BTreeSet;

/// Reads, writes and bytes of proof.
#[derive(Debug, PartialEq, Eq)]
pub struct Cost {
	pub reads: usize,
	pub writes: usize,
	pub proof_bytes: usize,
}

/// Keys that a block has in memory anyway, since every call of it asks for them.
fn in_memory() -> Vec<[u8; 32]> {
	[
		("System", "Number"),
		("System", "ExecutionPhase"),
		("System", "EventCount"),
		("System", "Events"),
		("System", "BlockWeight"),
		("Timestamp", "Now"),
		("Compliance", "Clearance"),
		// The brakes, which the call filter asks for every call there is.
		("SafeMode", "EnteredUntil"),
		("TxPause", "PausedCalls"),
	]
	.map(|(pallet, item)| storage_prefix(pallet.as_bytes(), item.as_bytes()))
	.to_vec()
}

/// Whether a key is none of these.
pub fn counts(key: &[u8]) -> bool {
	// Keys that start with a colon are the state machine's own: code, extrinsic index.
	!key.starts_with(b":") && !in_memory().iter().any(|known| key.starts_with(known))
}

/// What the policy check and the transfer cost on the state that `prepare` leaves.
fn cost(prepare: impl FnOnce(), call: impl FnOnce() -> RuntimeCall) -> Cost {
	let mut state = genesis();
	state.execute_with(|| {
		begin_block(1, START);
		prepare();
	});
	state.commit_all().expect("no transaction is open");
	let call = state.execute_with(call);
	cost_on(&state, &call)
}

/// What the policy check and the transfer, by Ann, cost on a state that has been committed.
pub fn cost_on(state: &TestExternalities, call: &RuntimeCall) -> Cost {
	measure(state, || {
		let info = call.get_dispatch_info();
		pallet_compliance::CheckTransferPolicy::<Runtime>::new()
			.test_run(
				RuntimeOrigin::signed(ANN.account()),
				call,
				&info,
				0,
				0,
				|origin| call.clone().dispatch(origin),
			)
			.expect("is valid")
			.expect("succeeds");
	})
}

/// What `run` costs on a state that has been committed, which it leaves as it was.
pub fn measure(state: &TestExternalities, run: impl FnOnce()) -> Cost {
	let recorder = Recorder::<Blake2Hasher>::default();
	let backend = TrieBackendBuilder::wrap(&state.backend)
		.with_recorder(recorder.clone())
		.build();
	let mut overlay = OverlayedChanges::default();
	let mut extensions = Extensions::default();
	let mut ext = Ext::new(&mut overlay, &backend, Some(&mut extensions));
	set_and_run_with_externalities(&mut ext, run);
	let reads = recorder
		.recorded_keys()
		.values()
		.flat_map(|keys| keys.keys().map(|key| key.to_vec()))
		.filter(|key| counts(key))
		.collect::<BTreeSet<_>>();
	let writes = overlay
		.changes()
		.map(|(key, _)| key.clone())
		.filter(|key| counts(key))
		.collect::<BTreeSet<_>>();
	let proof_bytes = backend
		.extract_proof()
		.expect("was recorded")
		.encoded_size();
	Cost {
		reads: reads.len(),
		writes: writes.len(),
		proof_bytes,
	}
}

/// Eight rules of every kind that reads anything.
pub fn eight_rules() -> Vec<pallet_compliance::Rule> {
	use pallet_compliance::{ListMode, Rule, Side};
	let bounded = |list: Vec<u16>| list.try_into().expect("a short list");
	vec![
		Rule::RequiredClaim {
			side: Side::Both,
			topic: ClaimTopic::Kyc,
			issuers: Default::default(),
		},
		Rule::Jurisdictions {
			side: Side::Both,
			mode: ListMode::Allow,
			list: bounded(vec![276, 756, 826]),
		},
		Rule::Jurisdictions {
			side: Side::Receiver,
			mode: ListMode::Deny,
			list: bounded(vec![408]),
		},
		Rule::ReceiverCategory {
			allowed: vec![
				InvestorCategory::Professional,
				InvestorCategory::Institutional,
			]
			.try_into()
			.expect("a short list"),
		},
		Rule::Denylist {
			identities: vec![999].try_into().expect("a short list"),
		},
		Rule::MaxBalance {
			units: 5_000 * GRAM,
		},
		Rule::MaxHolders { max: 99 },
		Rule::LockUp { until: START },
	]
}

#[test]
fn a_compliant_transfer_between_holders_stays_within_ten_reads_and_five_writes() {
	let prepare = || {
		held_asset();
		set_policy(eight_rules());
	};
	let plain = cost(prepare, || transfer(BEN, GRAM).into());
	println!(
		"compliant transfer, 8 rules, existing holders: {} reads, {} writes, {} bytes of proof",
		plain.reads, plain.writes, plain.proof_bytes
	);
	assert!(plain.reads <= 10, "{plain:?}");
	assert!(plain.writes <= 5, "{plain:?}");
	assert!(plain.proof_bytes <= 10 * 1_024, "{plain:?}");
}

/// Rules of every other kind that binds a transfer and reads nothing of its own.
fn counting_rules() -> Vec<pallet_compliance::Rule> {
	use pallet_compliance::{ListMode, Pair, Rule, Window};
	let always = Window::Once {
		from: 0,
		until: u64::MAX,
	};
	let nobody = Pair {
		sender: Some(999),
		receiver: None,
	};
	vec![
		Rule::MaxBalanceBps { bps: 10_000 },
		Rule::MaxHoldersPerCountry {
			country: None,
			max: 99,
		},
		Rule::HoldingPeriod { period_ms: DAY },
		Rule::TransferWindows {
			windows: vec![always].try_into().expect("a short list"),
		},
		Rule::VolumePerPeriod {
			units: GRAM,
			period_ms: DAY,
		},
		Rule::MinimumAmount { units: GRAM },
		Rule::MinimumPosition { units: 1 },
		Rule::Counterparties {
			mode: ListMode::Deny,
			pairs: vec![nobody].try_into().expect("a short list"),
		},
		Rule::ReceiverOptIn,
	]
}

#[test]
fn rules_that_count_read_no_more_either() {
	let with_rules = |rules: Vec<pallet_compliance::Rule>| {
		let prepare = move || {
			held_asset();
			let ben = RuntimeOrigin::signed(BEN.account());
			assert_ok!(Compliance::opt_in(ben, GOLD));
			assert_ok!(<Compliance as Checkpoints>::open(GOLD));
			set_policy(rules);
		};
		cost(prepare, || transfer(BEN, GRAM).into())
	};
	let few = with_rules(eight_rules());
	let all = with_rules(eight_rules().into_iter().chain(counting_rules()).collect());
	println!(
		"compliant transfer, 17 rules that count, a checkpoint: {} reads, {} writes, {} bytes of proof",
		all.reads, all.writes, all.proof_bytes
	);
	assert_eq!((few.reads, few.writes), (all.reads, all.writes));
	assert!(all.reads <= 10 && all.writes <= 5, "{all:?}");
}

#[test]
fn more_rules_read_no_more() {
	let with_rules = |count: usize| {
		let prepare = move || {
			held_asset();
			set_policy(eight_rules().into_iter().cycle().take(count).collect());
		};
		cost(prepare, || transfer(BEN, GRAM).into())
	};
	let (few, many) = (with_rules(8), with_rules(32));
	assert_eq!((few.reads, few.writes), (many.reads, many.writes));
}

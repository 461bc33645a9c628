//! Every call of our pallets at its largest input touches no more than its weight declares
//! (benchmark B9).

use super::counted_state::CountedState;
use crate::{
	benchmarks,
	cost_benchmarks::bare::{Bare, READ, WRITE},
	Runtime,
};
use polkadot_sdk::{
	frame_benchmarking::{
		BenchmarkConfig, BenchmarkList, BenchmarkMetadata, BenchmarkParameter, BenchmarkResult,
	},
	frame_support::{traits::GetCallName, weights::Weight},
};
use std::{collections::BTreeSet, fs, path::Path};

/// What a pallet offers, and what its weights declare.
struct Declared {
	pallet: &'static str,
	calls: &'static [&'static str],
	weights: Vec<(&'static str, Weight)>,
}

macro_rules! declared {
	($($pallet:ident),* $(,)?) => {
		vec![$(Declared {
			pallet: stringify!($pallet),
			calls: $pallet::Call::<Runtime>::get_call_names(),
			weights: $pallet::weights::at_largest::<$pallet::weights::SubstrateWeight<Bare>>()
				.to_vec(),
		}),*]
	};
}

fn pallets() -> Vec<Declared> {
	declared![
		pallet_asset_registry,
		pallet_attestations,
		pallet_bonds,
		pallet_compliance,
		pallet_consortium,
		pallet_custody,
		pallet_dockets,
		pallet_identities,
		pallet_issuance,
		pallet_reserve_governance,
	]
}

/// Time in picoseconds, reads and writes of a weight over the database weights of [`Bare`].
fn told_apart(weight: Weight) -> (u64, u64, u64) {
	let total = weight.ref_time();
	(total % READ, total % WRITE / READ, total / WRITE)
}

fn list_of(pallet: &str) -> BenchmarkList {
	let (lists, _) = benchmarks::metadata(true);
	lists
		.into_iter()
		.find(|list| list.pallet == pallet.as_bytes())
		.expect("every pallet of ours has benchmarks")
}

fn run(
	list: &BenchmarkList,
	name: &[u8],
	components: Vec<(BenchmarkParameter, u32)>,
	verify: bool,
) -> Result<BenchmarkResult, String> {
	let config = BenchmarkConfig {
		pallet: list.pallet.clone(),
		instance: list.instance.clone(),
		benchmark: name.to_vec(),
		selected_components: components,
		verify,
		internal_repeats: 1,
	};
	let batches = CountedState::default().run(|| benchmarks::dispatch(config))?;
	let results = batches.into_iter().flat_map(|batch| batch.results);
	results.last().ok_or_else(|| "has no result".to_string())
}

fn at_largest(
	list: &BenchmarkList,
	benchmark: &BenchmarkMetadata,
) -> Result<BenchmarkResult, String> {
	let components = benchmark.components.iter();
	let largest = components.map(|(name, _, high)| (*name, *high)).collect();
	run(list, &benchmark.name, largest, false)
}

#[test]
fn no_call_touches_more_than_it_declares() {
	let mut wrong = vec![];
	for Declared {
		pallet, weights, ..
	} in pallets()
	{
		let list = list_of(pallet);
		for benchmark in &list.benchmarks {
			let name = String::from_utf8_lossy(&benchmark.name).into_owned();
			let weight = weights.iter().find(|(known, _)| *known == name);
			let (reads, writes) = match at_largest(&list, benchmark) {
				Ok(result) => (result.reads, result.writes),
				Err(error) => {
					wrong.push(format!("{pallet}::{name}: {error}"));
					continue;
				},
			};
			let Some((_, weight)) = weight else {
				wrong.push(format!("{pallet}::{name} has no weight"));
				continue;
			};
			let (time, may_read, may_write) = told_apart(*weight);
			let line = format!(
				"{pallet}::{name}: {reads} of {may_read} reads, {writes} of {may_write} writes, \
				 {time} picoseconds"
			);
			println!("largest input: {line}");
			if u64::from(reads) > may_read || u64::from(writes) > may_write {
				wrong.push(line);
			}
		}
	}
	assert!(
		wrong.is_empty(),
		"more than declared:\n{}",
		wrong.join("\n")
	);
}

#[test]
fn every_call_of_every_pallet_has_a_benchmark() {
	let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pallets");
	let known: BTreeSet<String> = fs::read_dir(folder)
		.expect("the pallets have a folder")
		.map(|entry| entry.expect("is there").file_name().into_string())
		.map(|name| format!("pallet_{}", name.expect("is a word").replace('-', "_")))
		.collect();
	let mut listed = BTreeSet::new();
	for Declared { pallet, calls, .. } in pallets() {
		let benchmarks: BTreeSet<Vec<u8>> = list_of(pallet)
			.benchmarks
			.into_iter()
			.map(|benchmark| benchmark.name)
			.collect();
		let without: Vec<_> = calls
			.iter()
			.filter(|call| !benchmarks.contains(call.as_bytes()))
			.collect();
		assert!(without.is_empty(), "{pallet}: {without:?}");
		listed.insert(pallet.to_string());
	}
	assert_eq!(listed, known);
}

/// Reads and writes of a movement that is compared, once it did what it says.
fn movement(name: &str, rules: Option<u32>) -> (u32, u32) {
	let list = list_of("movement_costs");
	let components: Vec<_> = rules
		.map(|r| (BenchmarkParameter::r, r))
		.into_iter()
		.collect();
	let run = |verify| run(&list, name.as_bytes(), components.clone(), verify);
	run(true).expect("does what it says");
	let BenchmarkResult { reads, writes, .. } = run(false).expect("does it again");
	(reads, writes)
}

#[test]
fn the_mints_that_are_compared_do_what_they_say() {
	let bare = movement("bare_mint_transaction", None);
	let gated = movement("gated_mint_transaction", Some(8));
	println!("bare {bare:?}, through the gate {gated:?}");
	assert!(bare.0 < gated.0 && bare.1 < gated.1, "{bare:?} {gated:?}");
}

#[test]
fn the_transfers_that_are_compared_do_what_they_say() {
	let bare = movement("bare_transfer", None);
	let [none, eight, most] = [0, 8, 32].map(|r| movement("compliant_transfer", Some(r)));
	println!("bare {bare:?}, no rules {none:?}, 8 rules {eight:?}, 32 rules {most:?}");
	assert_eq!(bare, (3, 3));
	assert!(eight.0 <= 10 && eight.1 <= 5, "{eight:?}");
	// Rules of claims share one read, that of the approved issuers.
	assert_eq!((none.0 + 1, none.1), eight);
	assert_eq!(eight, most);
}

//! The benchmarks that weights are generated from: those of our pallets and of the SDK's.

use crate::*;
use alloc::{string::String, vec::Vec};
use cost_benchmarks::Pallet as MovementCosts;
use frame_benchmarking::{BenchmarkBatch, BenchmarkConfig, BenchmarkList};
use frame_support::traits::{StorageInfo, StorageInfoTrait};
use frame_system_benchmarking::Pallet as SystemBench;

frame_benchmarking::define_benchmarks!(
	[frame_system, SystemBench::<Runtime>]
	[pallet_assets, Assets]
	[pallet_balances, Balances]
	[pallet_identities, Identities]
	[pallet_asset_registry, AssetRegistry]
	[pallet_compliance, Compliance]
	[pallet_dockets, Dockets]
	[pallet_custody, Custody]
	[pallet_attestations, Attestations]
	[pallet_issuance, Issuance]
	[pallet_bonds, Bonds]
	[pallet_reserve_governance, ReserveGovernance]
	[pallet_consortium, Consortium]
	[movement_costs, MovementCosts::<Runtime>]
	[pallet_collective, Council]
	[pallet_membership, CouncilMembership]
	[pallet_multisig, Multisig]
	[pallet_preimage, Preimage]
	[pallet_proxy, Proxy]
	[pallet_safe_mode, SafeMode]
	[pallet_scheduler, Scheduler]
	[pallet_timestamp, Timestamp]
	[pallet_tx_pause, TxPause]
	[pallet_utility, Utility]
);

impl frame_system_benchmarking::Config for Runtime {}

/// Every benchmark and every storage item.
pub fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	let mut list = Vec::<BenchmarkList>::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Runs one benchmark.
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	use frame_support::traits::WhitelistedStorageKeys;
	let whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
	let mut batches = Vec::<BenchmarkBatch>::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}

//! What stands behind units: custody, attestations, issuance and the parameters of reserves.

use crate::{
	origins::{CouncilMajority, CouncilSupermajority},
	parameters::*,
	AssetRegistry, Attestations, Balances, Compliance, Custody, Identities, Issuance,
	ReserveGovernance, Runtime, RuntimeHoldReason, Timestamp,
};
use polkadot_sdk::frame_support::traits::ConstU32;

impl pallet_reserve_governance::Config for Runtime {
	type Time = Timestamp;
	type Assets = AssetRegistry;
	type CouncilOrigin = CouncilMajority;
	type CorridorOrigin = CouncilSupermajority;
	type WeightInfo = pallet_reserve_governance::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

impl pallet_custody::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type Currency = Balances;
	type Identities = Identities;
	type Roles = AssetRegistry;
	type Assets = AssetRegistry;
	type CouncilOrigin = CouncilMajority;
	type VaultDeposit = VaultDeposit;
	type LotDeposit = LotDeposit;
	type WeightInfo = pallet_custody::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

impl pallet_attestations::Config for Runtime {
	type Time = Timestamp;
	type Identities = Identities;
	type Roles = AssetRegistry;
	type Assets = AssetRegistry;
	type Custody = Custody;
	type Lots = Custody;
	type Parameters = ReserveGovernance;
	type Supply = Issuance;
	type MaxAnnouncementsPerBlock = ConstU32<64>;
	type WeightInfo = pallet_attestations::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

impl pallet_issuance::Config for Runtime {
	type Time = Timestamp;
	type Identities = Identities;
	type Roles = AssetRegistry;
	type Assets = AssetRegistry;
	type Ledger = Compliance;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Holds = Compliance;
	type Custody = Custody;
	type LotRelease = Custody;
	type Reserves = Attestations;
	type Parameters = ReserveGovernance;
	type RaiseDelay = AllowanceRaiseDelay;
	type HistoryPeriod = RedemptionHistory;
	type MaxOpenRedemptions = ConstU32<64>;
	type WeightInfo = pallet_issuance::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

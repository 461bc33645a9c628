//! What stands behind units: custody, attestations, issuance and the parameters of reserves.

use super::compliance::ApprovedOrganisations;
use crate::{
	origins::{CouncilMajority, CouncilSupermajority},
	parameters::*,
	AssetRegistry, Attestations, Balances, Bonds, Compliance, CouncilMembership, Custody, Dockets,
	Identities, Issuance, ReserveGovernance, Runtime, RuntimeHoldReason, SafeMode, Timestamp,
	TxPause,
};
use polkadot_sdk::frame_support::traits::{ConstU32, Get};

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
	type Bonds = Bonds;
	type Dependents = Attestations;
	type CouncilOrigin = CouncilMajority;
	type VaultDeposit = VaultDeposit;
	type LotDeposit = LotDeposit;
	type WeightInfo = pallet_custody::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

impl pallet_attestations::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Time = Timestamp;
	type Identities = Identities;
	type Roles = AssetRegistry;
	type Assets = AssetRegistry;
	type Custody = Custody;
	type Lots = Custody;
	type Parameters = ReserveGovernance;
	type Supply = Issuance;
	type Positions = Compliance;
	type CouncilMembers = CouncilMembership;
	type Bonds = Bonds;
	type ProofRewardBps = ConstU32<1_000>;
	type ChallengeDeposit = ChallengeDeposit;
	type AnswerPeriod = AnswerPeriod;
	type OnStatus = Issuance;
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
	type Terms = AssetRegistry;
	type Guard = Compliance;
	type Escrow = Dockets;
	type Bonds = Bonds;
	type Approvers = ApprovedOrganisations;
	type Halted = Halted;
	type OutageThreshold = OutageThreshold;
	type BlockedPeriod = BlockedPeriod;
	type BlockedRecheck = BlockedRecheck;
	type DeficiencyPeriod = DeficiencyPeriod;
	type BreachEndPeriod = BreachEndPeriod;
	type RaiseDelay = AllowanceRaiseDelay;
	type HistoryPeriod = RedemptionHistory;
	type MaxOpenRedemptions = ConstU32<64>;
	type WeightInfo = pallet_issuance::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

/// Safe mode stops the chain's calls, and a pause of a call may stop those by which redemptions are
/// answered. Both are the council's, and time in which nobody can act is given back.
pub struct Halted;
impl Get<bool> for Halted {
	fn get() -> bool {
		let is_paused =
			|call: &[u8]| TxPause::is_paused_unbound(b"Issuance".to_vec(), call.to_vec());
		SafeMode::is_entered()
			|| is_paused(b"accept_redemption")
			|| is_paused(b"release_redemption")
	}
}

impl pallet_bonds::Config for Runtime {
	type Time = Timestamp;
	type Identities = Identities;
	type Roles = AssetRegistry;
	type Assets = AssetRegistry;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Holds = Compliance;
	type Dependents = (Issuance, Custody);
	type WithdrawalNotice = BondWithdrawalNotice;
	type WeightInfo = pallet_bonds::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

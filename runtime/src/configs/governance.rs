//! The council, its delays, upgrades and fee grants.

use crate::{
	origins::{CouncilCollective, CouncilMajority, CouncilSupermajority, Nobody},
	parameters::*,
	AccountId, Balances, Council, Identities, OriginCaller, Preimage, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, System, Timestamp,
};
use polkadot_sdk::{
	frame_support::traits::{
		fungible::HoldConsideration, ConstU32, EqualPrivilegeOnly, LinearStoragePrice,
	},
	pallet_collective, pallet_membership, pallet_preimage, pallet_scheduler,
};

/// Seats on the council.
pub type MaxCouncilMembers = ConstU32<32>;

/// Who does not vote votes no: a motion passes on ayes alone.
pub struct NayByDefault;
impl pallet_collective::DefaultVote for NayByDefault {
	fn default_vote(
		_: Option<bool>,
		_: pallet_collective::MemberCount,
		_: pallet_collective::MemberCount,
		_: pallet_collective::MemberCount,
	) -> bool {
		false
	}
}

impl pallet_collective::Config<CouncilCollective> for Runtime {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = MotionDuration;
	type MaxProposals = ConstU32<64>;
	type MaxMembers = MaxCouncilMembers;
	type DefaultVote = NayByDefault;
	// Members are set by the membership pallet.
	type SetMembersOrigin = Nobody;
	type MaxProposalWeight = MaxProposalWeight;
	type DisapproveOrigin = CouncilSupermajority;
	type KillOrigin = CouncilSupermajority;
	type Consideration = ();
	type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
}

impl pallet_membership::Config<CouncilCollective> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type AddOrigin = CouncilSupermajority;
	type RemoveOrigin = CouncilSupermajority;
	type SwapOrigin = CouncilSupermajority;
	type ResetOrigin = CouncilSupermajority;
	type PrimeOrigin = Nobody;
	type MembershipInitialized = Council;
	type MembershipChanged = Council;
	type MaxMembers = MaxCouncilMembers;
	type WeightInfo = pallet_membership::weights::SubstrateWeight<Runtime>;
}

polkadot_sdk::frame_support::parameter_types! {
	pub const PreimageHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
}

impl pallet_preimage::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type ManagerOrigin = CouncilMajority;
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		PreimageHoldReason,
		LinearStoragePrice<PreimageBaseDeposit, PreimageByteDeposit, assay_primitives::Balance>,
	>;
	type WeightInfo = pallet_preimage::weights::SubstrateWeight<Runtime>;
}

impl pallet_scheduler::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = MaxScheduledWeight;
	// What the council schedules runs with the council's own origin, never with more.
	type ScheduleOrigin = CouncilMajority;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type MaxScheduledPerBlock = ConstU32<64>;
	type WeightInfo = pallet_scheduler::weights::SubstrateWeight<Runtime>;
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

impl pallet_consortium::Config for Runtime {
	type Time = Timestamp;
	type Identities = Identities;
	type Currency = Balances;
	type UpgradeOrigin = CouncilSupermajority;
	type GrantOrigin = CouncilMajority;
	type UpgradeDelay = UpgradeDelay;
	type GrantCap = FeeGrantCap;
	type GrantPeriod = FeeGrantPeriod;
	type WeightInfo = pallet_consortium::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

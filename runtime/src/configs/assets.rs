//! The ledger: the SDK's assets pallet, closed to everybody but the guard.

use crate::{
	origins::{Nobody, NobodyButBenchmarks},
	parameters::*,
	AssetsHolder, Balances, Compliance, Runtime, RuntimeEvent, RuntimeHoldReason,
};
use assay_primitives::{AssetId, Balance};
use codec::Compact;
use polkadot_sdk::{
	frame_support::{
		parameter_types,
		traits::{AsEnsureOriginWithArg, ConstU32},
	},
	pallet_assets, pallet_assets_holder,
};

parameter_types! {
	/// Nobody creates an asset but the registry, which has taken its own deposit.
	pub const NoDeposit: Balance = 0;
	pub const ApprovalDeposit: Balance = deposit(1, 64);
}

impl pallet_assets::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Balance = Balance;
	type RemoveItemsLimit = ConstU32<1_000>;
	type AssetId = AssetId;
	type AssetIdParameter = Compact<AssetId>;
	type ReserveData = ();
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<Nobody>;
	type ForceOrigin = NobodyButBenchmarks;
	type AssetDeposit = NoDeposit;
	type AssetAccountDeposit = NoDeposit;
	type MetadataDepositBase = NoDeposit;
	type MetadataDepositPerByte = NoDeposit;
	type ApprovalDeposit = ApprovalDeposit;
	type StringLimit = ConstU32<64>;
	type Freezer = Compliance;
	type Holder = AssetsHolder;
	type Extra = pallet_compliance::AccountExtra;
	type CallbackHandle = ();
	type AssetIdAllocator = ();
	type WeightInfo = pallet_assets::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

impl pallet_assets_holder::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeEvent = RuntimeEvent;
}

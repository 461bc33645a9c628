//! ASY, which fees and deposits are paid in. Fees are burned.

use crate::{
	parameters::*, Balance, Balances, Runtime, RuntimeEvent, RuntimeFreezeReason,
	RuntimeHoldReason, System,
};
use polkadot_sdk::{
	frame_support::{
		derive_impl,
		traits::ConstU32,
		weights::{ConstantMultiplier, IdentityFee},
	},
	pallet_balances,
	pallet_transaction_payment::{self, ConstFeeMultiplier, FungibleAdapter},
	sp_runtime::{traits::One, FixedU128},
};

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Runtime {
	type Balance = Balance;
	type ExistentialDeposit = ExistentialDeposit;
	type AccountStore = System;
	type DustRemoval = ();
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type ReserveIdentifier = [u8; 8];
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxLocks = ConstU32<0>;
	type MaxReserves = ConstU32<0>;
	type MaxFreezes = ConstU32<0>;
	type DoneSlashHandler = ();
	type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
}

polkadot_sdk::frame_support::parameter_types! {
	pub FeeMultiplier: FixedU128 = FixedU128::one();
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	// The unit `()` drops what is paid, which burns it.
	type OnChargeTransaction = FungibleAdapter<Balances, ()>;
	// A picosecond of weight costs the smallest unit: a second costs one ASY.
	type WeightToFee = IdentityFee<Balance>;
	type LengthToFee = ConstantMultiplier<Balance, FeePerByte>;
	// Members are known and fees are granted: prices that rise with load would only surprise them.
	type FeeMultiplierUpdate = ConstFeeMultiplier<FeeMultiplier>;
	type OperationalFeeMultiplier = polkadot_sdk::frame_support::traits::ConstU8<5>;
	type WeightInfo = pallet_transaction_payment::weights::SubstrateWeight<Runtime>;
}

//! The SDK's assets pallet alone, with nothing that guards it: what a transfer costs elsewhere.
//!
//! A second, tiny runtime in the same wasm, so that both transfers are measured in one run.

use crate::{AccountId, Balance};
use alloc::vec::Vec;
use assay_primitives::{Address, AssetId, Header, Signature};
use codec::Compact;
use polkadot_sdk::{
	frame_support::{
		derive_impl, parameter_types,
		traits::{AsEnsureOriginWithArg, ConstU128},
		weights::RuntimeDbWeight,
	},
	frame_system::EnsureNever,
	pallet_balances::AccountData,
	sp_runtime::{
		generic,
		traits::{AccountIdLookup, BlakeTwo256},
	},
	*,
};

type Block = generic::Block<
	Header,
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>,
>;
type TxExtension = frame_system::CheckNonce<Bare>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Bare;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Assets = pallet_assets;
}

/// A read, in a weight of [`Bare`].
pub const READ: u64 = 1 << 40;
/// A write, in a weight of [`Bare`].
pub const WRITE: u64 = 1 << 52;

parameter_types! {
	/// So far apart that a weight tells its time, its reads and its writes.
	pub const ToldApart: RuntimeDbWeight = RuntimeDbWeight { read: READ, write: WRITE };
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Bare {
	type Block = Block;
	type DbWeight = ToldApart;
	type Hashing = BlakeTwo256;
	type AccountId = AccountId;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type AccountData = AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Bare {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Bare {
	type Balance = Balance;
	type AssetId = AssetId;
	type AssetIdParameter = Compact<AssetId>;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureNever<AccountId>>;
	type ForceOrigin = EnsureNever<()>;
	type Freezer = ();
	type Holder = ();
	type Extra = ();
}

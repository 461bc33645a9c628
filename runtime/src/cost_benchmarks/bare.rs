//! The SDK's assets pallet alone, with nothing that guards it: what a transfer costs elsewhere, as a
//! call and as a transaction with nonce and fee.
//!
//! A second, tiny runtime in the same wasm, so that both transfers are measured in one run.

use crate::{AccountId, Balance};
use alloc::vec::Vec;
use assay_primitives::{Address, AssetId, Header, Signature};
use codec::Compact;
use polkadot_sdk::{
	frame_metadata_hash_extension::CheckMetadataHash,
	frame_support::{
		derive_impl, parameter_types,
		traits::{
			fungibles::{Create, Mutate},
			AsEnsureOriginWithArg, ConstU128,
		},
		weights::{FixedFee, RuntimeDbWeight},
	},
	frame_system::EnsureNever,
	pallet_balances::AccountData,
	pallet_transaction_payment::{ChargeTransactionPayment, FungibleAdapter},
	sp_runtime::{
		generic::{self, Era},
		traits::{AccountIdLookup, BlakeTwo256},
	},
	*,
};

type Block = generic::Block<Header, UncheckedExtrinsic>;
/// A transaction of it.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// What an ordinary chain checks of a transaction.
pub type TxExtension = (
	frame_system::AuthorizeCall<Bare>,
	frame_system::CheckNonZeroSender<Bare>,
	frame_system::CheckSpecVersion<Bare>,
	frame_system::CheckTxVersion<Bare>,
	frame_system::CheckGenesis<Bare>,
	frame_system::CheckEra<Bare>,
	frame_system::CheckNonce<Bare>,
	frame_system::CheckWeight<Bare>,
	ChargeTransactionPayment<Bare>,
	CheckMetadataHash<Bare>,
	frame_system::WeightReclaim<Bare>,
);
/// Applies its transactions.
pub type Executive = frame_executive::Executive<
	Bare,
	Block,
	frame_system::ChainContext<Bare>,
	Bare,
	AllPalletsWithSystem,
>;

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
	#[runtime::pallet_index(3)]
	pub type TransactionPayment = pallet_transaction_payment;
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

#[derive_impl(pallet_transaction_payment::config_preludes::TestDefaultConfig)]
impl pallet_transaction_payment::Config for Bare {
	type OnChargeTransaction = FungibleAdapter<Balances, ()>;
	type WeightToFee = FixedFee<1, Balance>;
	type LengthToFee = FixedFee<1, Balance>;
}

/// The extension of an account's first transaction.
pub fn extension() -> TxExtension {
	(
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckEra::from(Era::Immortal),
		frame_system::CheckNonce::from(0),
		frame_system::CheckWeight::new(),
		ChargeTransactionPayment::from(0),
		CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	)
}

/// Opens an asset that this account mints.
pub fn open(asset: AssetId, issuer: &AccountId) {
	<Assets as Create<AccountId>>::create(asset, issuer.clone(), true, 1).expect("is created once");
}

/// Gives an account units of an asset.
pub fn hold(asset: AssetId, who: &AccountId, amount: Balance) {
	Assets::mint_into(asset, who, amount).expect("is minted");
}

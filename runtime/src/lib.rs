//! The Assay runtime: composition only.
//!
//! Every rule lives in a pallet; this crate says which pallets there are, how they see each other
//! and who may do what. Start with the list of pallets below, then `configs/` for how each is set
//! up, `origins.rs` for who is who, and `configs/safety.rs` for what may be called at all.
//!
//! There is no root: no pallet here lets anybody dispatch with the Root origin.

#![cfg_attr(not(feature = "std"), no_std)]
// `construct_runtime` and `impl_runtime_apis` expand to deep types.
#![recursion_limit = "512"]

extern crate alloc;

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmark_worlds;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
mod configs;
#[cfg(feature = "runtime-benchmarks")]
mod cost_benchmarks;
pub mod genesis_presets;
pub mod origins;
pub mod parameters;
pub mod powers;
pub mod statement;
#[cfg(test)]
mod tests;

#[cfg(feature = "std")]
pub use apis::RuntimeApi;
pub use configs::consensus::opaque_keys::SessionKeys;
pub use configs::safety::{OfferedCalls, ProxyType};

use alloc::{borrow::Cow, vec::Vec};
use assay_primitives::{AccountId, Address, Balance, Hash, Header, Nonce, Signature};
use polkadot_sdk::*;
use sp_runtime::generic;
use sp_version::RuntimeVersion;

/// Types that the node handles without knowing the runtime's own.
pub mod opaque {
	use super::*;
	/// A block whose transactions are bytes.
	pub type Block = generic::Block<Header, sp_runtime::OpaqueExtrinsic>;
	/// Names a block by hash or height.
	pub type BlockId = generic::BlockId<Block>;
}

/// Prefix of SS58 addresses: the generic Substrate one.
pub const SS58_PREFIX: u8 = 42;

/// Version of the runtime. `spec_version` rises with every change of behaviour,
/// `transaction_version` with every change of a call's or an extension's encoding.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("assay"),
	impl_name: Cow::Borrowed("assay-node"),
	authoring_version: 1,
	spec_version: 1,
	impl_version: 0,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 2,
};

/// The version as the node links it.
#[cfg(feature = "std")]
pub fn native_version() -> RuntimeVersion {
	VERSION
}

/// What the SDK checks of every transaction.
pub type SystemChecks = (
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckEra<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
);

/// What every transaction is checked for, in this order: whoever is not admitted pays no fee, and
/// the policy speaks last. Ours carry nothing on the wire, so that any wallet can sign.
pub type TxExtension = (
	SystemChecks,
	pallet_identities::Admission<Runtime>,
	pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
	pallet_compliance::CheckTransferPolicy<Runtime>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);

/// A transaction.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// What is signed.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// Runs blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
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
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;

	// Money for fees.
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(11)]
	pub type TransactionPayment = pallet_transaction_payment;

	// Who takes part: before the session, whose validators need accounts.
	#[runtime::pallet_index(20)]
	pub type Identities = pallet_identities;

	// Consensus.
	#[runtime::pallet_index(30)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(31)]
	pub type Aura = pallet_aura;
	#[runtime::pallet_index(32)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(33)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(34)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(35)]
	pub type Grandpa = pallet_grandpa;

	// Governance.
	#[runtime::pallet_index(40)]
	pub type Council = pallet_collective<Instance1>;
	#[runtime::pallet_index(41)]
	pub type CouncilMembership = pallet_membership<Instance1>;
	#[runtime::pallet_index(42)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(43)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(44)]
	pub type Consortium = pallet_consortium;

	// Accounts' conveniences.
	#[runtime::pallet_index(50)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(51)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(52)]
	pub type Proxy = pallet_proxy;

	// Brakes and upgrades.
	#[runtime::pallet_index(60)]
	pub type TxPause = pallet_tx_pause;
	#[runtime::pallet_index(61)]
	pub type SafeMode = pallet_safe_mode;
	#[runtime::pallet_index(62)]
	pub type MultiBlockMigrations = pallet_migrations;

	// The ledger and what guards it.
	#[runtime::pallet_index(70)]
	pub type Assets = pallet_assets;
	#[runtime::pallet_index(71)]
	pub type AssetsHolder = pallet_assets_holder;
	#[runtime::pallet_index(72)]
	pub type AssetRegistry = pallet_asset_registry;
	#[runtime::pallet_index(73)]
	pub type Compliance = pallet_compliance;
	#[runtime::pallet_index(74)]
	pub type Dockets = pallet_dockets;

	// Reserves.
	#[runtime::pallet_index(80)]
	pub type ReserveGovernance = pallet_reserve_governance;
	#[runtime::pallet_index(81)]
	pub type Custody = pallet_custody;
	#[runtime::pallet_index(82)]
	pub type Attestations = pallet_attestations;
	#[runtime::pallet_index(83)]
	pub type Issuance = pallet_issuance;
	#[runtime::pallet_index(84)]
	pub type Bonds = pallet_bonds;
}

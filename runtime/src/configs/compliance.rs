//! Who takes part, what may be held, and by whom: identities, registry and the guard.

use super::safety::{OfferedCalls, SanctionedCalls, SuspendedCalls};
use crate::{
	origins::CouncilMajority, parameters::*, AccountId, AssetRegistry, Balances, Compliance,
	Custody, Identities, Runtime, RuntimeHoldReason, Timestamp,
};
use assay_primitives::{IdentityId, Signature};
use assay_traits::{CustodyInspect, HoldingsInspect};
use polkadot_sdk::{
	frame_support::{parameter_types, traits::Contains, PalletId},
	sp_runtime::traits::{AccountIdConversion, Verify},
};

impl pallet_identities::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type Holdings = UnitsAndOffices;
	type CouncilOrigin = CouncilMajority;
	type Signature = Signature;
	type Signer = <Signature as Verify>::Signer;
	type SuspendedCalls = SuspendedCalls;
	type SanctionedCalls = SanctionedCalls;
	type OfferedCalls = OfferedCalls;
	type IdentityDeposit = IdentityDeposit;
	type LinkProposalDeposit = LinkProposalDeposit;
	type ProposalPeriodMs = LinkProposalPeriod;
	type WeightInfo = pallet_identities::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

/// What an account or an identity holds: units of any asset, or an office that the council gave it.
pub struct UnitsAndOffices;
impl HoldingsInspect<AccountId> for UnitsAndOffices {
	fn account_holds_anything(account: &AccountId) -> bool {
		Compliance::account_holds_anything(account)
	}
	fn identity_holds_anything(identity: IdentityId) -> bool {
		Compliance::identity_holds_anything(identity) ||
			pallet_custody::Custodians::<Runtime>::contains_key(identity) ||
			pallet_custody::Auditors::<Runtime>::contains_key(identity)
	}
}

/// Organisations that may approve an asset's terms: those that the council has approved for an
/// office, be it registrar, custodian or auditor.
pub struct ApprovedOrganisations;
impl Contains<IdentityId> for ApprovedOrganisations {
	fn contains(identity: &IdentityId) -> bool {
		pallet_identities::Registrars::<Runtime>::get().contains(identity) ||
			Custody::is_custodian(*identity) ||
			Custody::is_auditor(*identity)
	}
}

impl pallet_asset_registry::Config for Runtime {
	type Time = Timestamp;
	type Identities = Identities;
	type Ledger = Compliance;
	type OnStatus = Compliance;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Approvers = ApprovedOrganisations;
	type CouncilOrigin = CouncilMajority;
	type AssetDeposit = AssetDeposit;
	type DocumentDeposit = DocumentDeposit;
	type WeightInfo = pallet_asset_registry::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

parameter_types! {
	/// Owner of every ledger, as `pallet-assets` sees it: an account that nobody has the key of.
	pub TeamAccount: AccountId = PalletId(*b"as/guard").into_account_truncating();
}

impl pallet_compliance::Config for Runtime {
	type Time = Timestamp;
	type Identities = Identities;
	type Assets = AssetRegistry;
	type Roles = AssetRegistry;
	type TeamAccount = TeamAccount;
	type CouncilOrigin = CouncilMajority;
	type WeightInfo = pallet_compliance::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

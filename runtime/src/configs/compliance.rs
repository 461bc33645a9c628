//! Who takes part, what may be held, and by whom: identities, registry and the guard.

use super::{
	carriers::Carriers,
	safety::{OfferedCalls, ReplacedCalls, SanctionedCalls, SuspendedCalls, UnlinkedCalls},
};
use crate::{
	origins::CouncilMajority, parameters::*, AccountId, AssetRegistry, Balances, Bonds, Compliance,
	Custody, Identities, Issuance, Runtime, RuntimeHoldReason, Timestamp,
};
use assay_primitives::{IdentityId, Signature};
use assay_traits::CustodyInspect;
use polkadot_sdk::{
	frame_support::{parameter_types, traits::Contains, PalletId},
	sp_runtime::traits::{AccountIdConversion, Verify},
};

impl pallet_identities::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type Holdings = Compliance;
	type Duties = OfficesAndEngagements;
	type CouncilOrigin = CouncilMajority;
	type Signature = Signature;
	type Signer = <Signature as Verify>::Signer;
	type SuspendedCalls = SuspendedCalls;
	type SanctionedCalls = SanctionedCalls;
	type ReplacedCalls = ReplacedCalls;
	type UnlinkedCalls = UnlinkedCalls;
	type Carriers = Carriers;
	type OfferedCalls = OfferedCalls;
	type IdentityDeposit = IdentityDeposit;
	type LinkProposalDeposit = LinkProposalDeposit;
	type ReplacementDeposit = ReplacementDeposit;
	type ObjectionPeriodMs = ReplacementObjectionPeriod;
	type ProposalPeriodMs = LinkProposalPeriod;
	type WeightInfo = pallet_identities::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

/// Identities that others rely on: those with an office that the council gave them, issuers of assets
/// that are not retired, and whoever was granted a role for an asset.
pub struct OfficesAndEngagements;
impl Contains<IdentityId> for OfficesAndEngagements {
	fn contains(identity: &IdentityId) -> bool {
		pallet_custody::Custodians::<Runtime>::contains_key(identity)
			|| pallet_custody::Auditors::<Runtime>::contains_key(identity)
			|| AssetRegistry::is_engaged(*identity)
	}
}

/// Organisations that may approve an asset's terms and, with a role for it, changes of these: those that the council has approved for an
/// office, be it registrar, custodian or auditor.
pub struct ApprovedOrganisations;
impl Contains<IdentityId> for ApprovedOrganisations {
	fn contains(identity: &IdentityId) -> bool {
		pallet_identities::Registrars::<Runtime>::get().contains(identity)
			|| Custody::is_custodian(*identity)
			|| Custody::is_auditor(*identity)
	}
}

impl pallet_asset_registry::Config for Runtime {
	type Time = Timestamp;
	type Identities = Identities;
	type Ledger = Compliance;
	type Positions = Compliance;
	type OnStatus = Compliance;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Approvers = ApprovedOrganisations;
	type CouncilOrigin = CouncilMajority;
	type OtherPowers = crate::powers::OtherPowers;
	type TermsDelay = TermsDelay;
	type TermsPeriod = TermsPeriod;
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
	type HoldCloser = (Issuance, Bonds);
	type Identities = Identities;
	type Assets = AssetRegistry;
	type Roles = AssetRegistry;
	type Reseating = Identities;
	type Seats = Identities;
	type Replacements = Identities;
	type Deposits = Balances;
	type DepositReason = RuntimeHoldReason;
	type TransferApprovalDeposit = TransferApprovalDeposit;
	type OptInDeposit = OptInDeposit;
	type TeamAccount = TeamAccount;
	type CouncilOrigin = CouncilMajority;
	type WeightInfo = pallet_compliance::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

impl pallet_dockets::Config for Runtime {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type Currency = Balances;
	type Identities = Identities;
	type Roles = AssetRegistry;
	type Ledger = Compliance;
	type CouncilOrigin = CouncilMajority;
	type DocketDeposit = DocketDeposit;
	type OpenPeriodMs = DocketPeriod;
	type RefreezePeriodMs = DocketRefreezePeriod;
	type RetentionMs = DocketRetention;
	type WeightInfo = pallet_dockets::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmark_worlds::World;
}

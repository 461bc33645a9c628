//! Who is who: every origin that a privileged call of this runtime accepts.
//!
//! | origin | who |
//! | --- | --- |
//! | [`CouncilMajority`] | more than half of the council |
//! | [`CouncilSupermajority`] | at least two thirds of the council |
//! | [`Nobody`] | no one: calls that the SDK offers and this chain does not |
//!
//! No origin here is Root, and nothing in the runtime makes one.

use assay_primitives::AccountId;
use polkadot_sdk::{
	frame_support::instances::Instance1, frame_system::EnsureNever, pallet_collective,
};

/// The council's instance of the collective pallet.
pub type CouncilCollective = Instance1;

/// More than half of the council.
pub type CouncilMajority =
	pallet_collective::EnsureProportionMoreThan<AccountId, CouncilCollective, 1, 2>;

/// At least two thirds of the council.
pub type CouncilSupermajority =
	pallet_collective::EnsureProportionAtLeast<AccountId, CouncilCollective, 2, 3>;

/// No one.
pub type Nobody = EnsureNever<AccountId>;

/// Root where the SDK's own benchmarks need it, no one in a runtime that runs.
#[cfg(feature = "runtime-benchmarks")]
pub type NobodyButBenchmarks = polkadot_sdk::frame_system::EnsureRoot<AccountId>;
/// No one.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type NobodyButBenchmarks = Nobody;

/// What a benchmark acts with where the council must decide.
#[cfg(feature = "runtime-benchmarks")]
pub fn benchmark_council() -> crate::RuntimeOrigin {
	pallet_collective::RawOrigin::<AccountId, CouncilCollective>::Members(3, 3).into()
}

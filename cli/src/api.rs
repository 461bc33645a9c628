//! The chain's types, generated from the metadata file that is committed beside the manifest. A
//! test of the runtime fails when the two differ.

#[subxt::subxt(
	runtime_metadata_path = "metadata.scale",
	derive_for_all_types = "Clone",
	derive_for_type(path = "assay_primitives::asset::Movement", derive = "clap::ValueEnum"),
	derive_for_type(path = "assay_primitives::asset::Role", derive = "clap::ValueEnum"),
	derive_for_type(
		path = "assay_primitives::identity::IdentityKind",
		derive = "clap::ValueEnum"
	),
	derive_for_type(
		path = "assay_primitives::parameters::ParameterKey",
		derive = "clap::ValueEnum"
	),
	derive_for_type(path = "assay_primitives::reserve::Basis", derive = "clap::ValueEnum"),
	derive_for_type(
		path = "pallet_attestations::challenge::Interest",
		derive = "clap::ValueEnum"
	),
	derive_for_type(
		path = "assay_primitives::reserve::LiquidityClass",
		derive = "clap::ValueEnum"
	),
	derive_for_type(path = "pallet_asset_registry::acts::Act", derive = "clap::ValueEnum"),
	derive_for_type(path = "pallet_custody::types::Office", derive = "clap::ValueEnum")
)]
mod generated {}

pub use generated::*;

/// A call of the chain's runtime.
pub type RuntimeCall = generated::Call;

/// The metadata that the types were generated from.
pub const METADATA: &[u8] = include_bytes!("../metadata.scale");

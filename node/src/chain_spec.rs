//! The networks the binary knows by name.
//!
//! Genesis is not written here: each network names one of the runtime's genesis presets, so that
//! what a chain starts with stands in one place, next to the pallets that check it.

use assay_runtime::{SS58_PREFIX, WASM_BINARY};
use polkadot_sdk::{
	sc_service::{ChainType, GenericChainSpec, Properties},
	sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET},
};

/// A chain specification of Assay; no extensions.
pub type ChainSpec = GenericChainSpec;

/// The ticker of the token that fees are paid in.
const TOKEN_SYMBOL: &str = "ASY";
/// How many decimals it is shown with.
const TOKEN_DECIMALS: u32 = 12;
/// The name of the wire protocols: keeps the node apart from other chains' nodes.
const PROTOCOL_ID: &str = "assay";

/// One validator, Alice, who produces and finalizes alone.
pub fn development() -> Result<ChainSpec, String> {
	from_preset(
		"Assay Development",
		"dev",
		ChainType::Development,
		DEV_RUNTIME_PRESET,
	)
}

/// Four validators on one machine: Alice, Bob, Charlie and Dave.
///
/// Its id is `local`, because tools that start networks look for the keystore under that name.
pub fn local() -> Result<ChainSpec, String> {
	from_preset(
		"Assay Local",
		"local",
		ChainType::Local,
		LOCAL_TESTNET_RUNTIME_PRESET,
	)
}

fn from_preset(
	name: &str,
	id: &str,
	chain_type: ChainType,
	preset: &str,
) -> Result<ChainSpec, String> {
	let code = WASM_BINARY.ok_or_else(|| {
		"This binary was built without its runtime (SKIP_WASM_BUILD was set); give the path of a \
		 chain specification with --chain, or build again without that variable"
			.to_string()
	})?;
	Ok(ChainSpec::builder(code, None)
		.with_name(name)
		.with_id(id)
		.with_chain_type(chain_type)
		.with_protocol_id(PROTOCOL_ID)
		.with_properties(properties())
		.with_genesis_config_preset_name(preset)
		.build())
}

/// How wallets show amounts and addresses.
fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), TOKEN_SYMBOL.into());
	properties.insert("tokenDecimals".into(), TOKEN_DECIMALS.into());
	properties.insert("ss58Format".into(), SS58_PREFIX.into());
	properties
}

#[cfg(test)]
mod tests {
	use super::*;
	use assay_primitives::ASY;
	use polkadot_sdk::sp_runtime::BuildStorage;

	#[test]
	fn works_for_every_named_network() {
		for (spec, id) in [(development(), "dev"), (local(), "local")] {
			let spec = spec.expect("the runtime is part of the binary");
			assert_eq!(spec.id(), id);
			assert_eq!(spec.protocol_id(), Some(PROTOCOL_ID));
			assert_eq!(spec.properties(), properties());
			spec.build_storage().expect("the preset builds a genesis");
		}
	}

	#[test]
	fn works_with_decimals_that_match_the_unit() {
		assert_eq!(10u128.pow(TOKEN_DECIMALS), ASY);
	}

	#[test]
	fn works_for_plain_and_raw_json() {
		// GIVEN a network by name
		let spec = local().expect("the runtime is part of the binary");

		// WHEN it is written out and read again
		for raw in [false, true] {
			let json = spec.as_json(raw).expect("a spec can be written");
			let read = ChainSpec::from_json_bytes(json.into_bytes()).expect("and read");

			// THEN it is the same network
			assert_eq!(read.id(), spec.id());
			assert_eq!(read.properties(), spec.properties());
			assert_eq!(
				read.build_storage().expect("it builds").top,
				spec.build_storage().expect("it builds").top,
			);
		}
	}
}

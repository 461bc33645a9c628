//! Genesis states that ship with the runtime: one validator for development, four for a local
//! network. A consortium's own genesis is a chain spec made in its ceremony.

use crate::{
	AccountId, BalancesConfig, CouncilMembershipConfig, IdentitiesConfig, ReserveGovernanceConfig,
	RuntimeGenesisConfig, SessionConfig, SessionKeys,
};
use alloc::{vec, vec::Vec};
use assay_primitives::{
	ClaimTopic, IdentityId, IdentityKind, InvestorCategory, ParameterKey, TrustedIssuer, ASY,
	SECOND,
};
use pallet_reserve_governance::Corridor;
use polkadot_sdk::{
	frame_support::build_struct_json_patch,
	sp_genesis_builder::{self, PresetId},
	sp_keyring::{Ed25519Keyring, Sr25519Keyring},
};
use serde_json::Value;

/// The registrar of both presets, the fifth identity. It is a trusted issuer of the named topics.
const REGISTRAR: IdentityId = 4;
/// What each account of the presets starts with.
const ENDOWMENT: assay_primitives::Balance = 1_000_000 * ASY;
/// Switzerland.
const JURISDICTION: u16 = 756;

/// One validator, Alice. The council is the same as on the local network.
fn development() -> Value {
	genesis(&[(Sr25519Keyring::Alice, Ed25519Keyring::Alice)])
}

/// Four validators.
fn local_testnet() -> Value {
	genesis(&[
		(Sr25519Keyring::Alice, Ed25519Keyring::Alice),
		(Sr25519Keyring::Bob, Ed25519Keyring::Bob),
		(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
		(Sr25519Keyring::Dave, Ed25519Keyring::Dave),
	])
}

/// Alice, Bob, Charlie and Dave are members' organisations (identities 0 to 3), the first three sit
/// on the council; Eve is the registrar (identity 4).
fn genesis(validators: &[(Sr25519Keyring, Ed25519Keyring)]) -> Value {
	let organisations = [
		Sr25519Keyring::Alice,
		Sr25519Keyring::Bob,
		Sr25519Keyring::Charlie,
		Sr25519Keyring::Dave,
		Sr25519Keyring::Eve,
	]
	.map(|key| key.to_account_id());
	let council = organisations.iter().take(3).cloned().collect::<Vec<_>>();
	let keys = validators
		.iter()
		.map(|(sr25519, ed25519)| {
			let account = sr25519.to_account_id();
			let keys = SessionKeys {
				aura: sr25519.public().into(),
				grandpa: ed25519.public().into(),
			};
			(account.clone(), account, keys)
		})
		.collect::<Vec<(AccountId, AccountId, SessionKeys)>>();
	let issuers =
		[ClaimTopic::Kyc, ClaimTopic::Aml, ClaimTopic::SanctionsClear].map(|topic| TrustedIssuer {
			topic,
			issuer: REGISTRAR,
		});

	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig {
			balances: organisations
				.iter()
				.map(|who| (who.clone(), ENDOWMENT))
				.collect::<Vec<_>>(),
		},
		identities: IdentitiesConfig {
			identities: organisations
				.iter()
				.map(|who| pallet_identities::GenesisIdentity {
					kind: IdentityKind::Legal,
					organisation: None,
					jurisdiction: JURISDICTION,
					category: InvestorCategory::Institutional,
					accounts: vec![who.clone()],
				})
				.collect::<Vec<_>>(),
			registrars: vec![REGISTRAR],
			issuers: issuers.to_vec(),
		},
		reserve_governance: ReserveGovernanceConfig {
			corridors: vec![quick_coverage()]
		},
		session: SessionConfig { keys },
		council_membership: CouncilMembershipConfig {
			members: council
				.try_into()
				.expect("three members are fewer than the bound; qed"),
		},
	})
}

/// The corridor of required coverage with delays that a person can sit out: everything else is as
/// on a real chain.
fn quick_coverage() -> (ParameterKey, Corridor) {
	let key = ParameterKey::RequiredCoverageBps;
	let corridor = Corridor {
		cooldown_ms: 5 * SECOND,
		tighten_delay_ms: 5 * SECOND,
		loosen_delay_ms: 10 * SECOND,
		..Corridor::initial(key)
	};
	(key, corridor)
}

/// The preset of that name, as JSON.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let patch = match id.as_ref() {
		sp_genesis_builder::DEV_RUNTIME_PRESET => development(),
		sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET => local_testnet(),
		_ => return None,
	};
	Some(
		serde_json::to_string(&patch)
			.expect("a JSON value always prints; qed")
			.into_bytes(),
	)
}

/// The names of the presets.
pub fn preset_names() -> Vec<PresetId> {
	vec![
		PresetId::from(sp_genesis_builder::DEV_RUNTIME_PRESET),
		PresetId::from(sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET),
	]
}

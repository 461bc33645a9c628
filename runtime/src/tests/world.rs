//! One gold token with everybody it needs, brought about by signed transactions alone.

use super::chain::*;
use crate::{Attestations, Balances, Compliance, Identities, Issuance, Runtime, RuntimeCall};
use assay_primitives::{
	AssetId, AssetKind, Balance, Basis, ClaimTopic, Hash, IdentityId, IdentityKind,
	InvestorCategory, LiquidityClass, Moment, Quantity, Role, Scope, UnitRatio, VaultId, ASY, DAY,
};
use assay_traits::IdentityInspect;
use polkadot_sdk::{
	frame_support::{traits::fungible::Mutate, BoundedVec},
	pallet_assets,
	sp_runtime::MultiAddress,
};

/// The registrar of genesis.
pub const REGISTRAR: Actor = Actor("Eve");
pub const ISSUER: Actor = Actor("Issuer");
pub const MINTER: Actor = Actor("Minter");
pub const CONTROLLER: Actor = Actor("Controller");
pub const OFFICER: Actor = Actor("Officer");
pub const AUDITOR: Actor = Actor("Auditor");
/// Custodians of the two vaults.
pub const ZURICH: Actor = Actor("Zurich");
pub const LONDON: Actor = Actor("London");
/// Holders with KYC.
pub const ANN: Actor = Actor("Ann");
pub const BEN: Actor = Actor("Ben");
/// A known person without KYC.
pub const CLEO: Actor = Actor("Cleo");
/// Somebody whom nobody knows.
pub const STRANGER: Actor = Actor("Stranger");

pub const GOLD: AssetId = 1;
/// 10,000 fine ounces in each vault, in thousandths.
pub const IN_EACH_VAULT: Quantity = 10_000_000;
/// What one gram claims: 31.1034768 g are one fine troy ounce.
pub const UNIT: UnitRatio = UnitRatio {
	numerator: 625,
	denominator: 19_439_673,
};
/// One gram.
pub const GRAM: Balance = 1_000_000;

pub const ZURICH_VAULT: VaultId = 0;
pub const LONDON_VAULT: VaultId = 1;

/// A short text.
pub fn text<S: polkadot_sdk::frame_support::traits::Get<u32>>(text: &str) -> BoundedVec<u8, S> {
	text.as_bytes()
		.to_vec()
		.try_into()
		.expect("the text is short")
}

/// Registers an identity and links the actor's account to it by its signature.
pub fn onboard(actor: Actor, kind: IdentityKind) -> IdentityId {
	let identity = pallet_identities::NextIdentityId::<Runtime>::get();
	succeed(
		REGISTRAR,
		pallet_identities::Call::register {
			kind,
			organisation: None,
			jurisdiction: 756,
			category: InvestorCategory::Professional,
		},
	);
	link(REGISTRAR, actor, identity);
	identity
}

/// Links the actor's account to an identity by its signature, and gives it ASY for fees.
pub fn link(by: Actor, actor: Actor, identity: IdentityId) {
	let expires = now() + DAY;
	let payload =
		Identities::link_payload(identity, actor.account(), expires).expect("the identity exists");
	succeed(
		by,
		pallet_identities::Call::link_account {
			identity,
			account: actor.account(),
			expires,
			signature: actor.sign(&payload),
		},
	);
	Balances::set_balance(&actor.account(), 10_000 * ASY);
}

/// Gives the actor's identity a KYC claim until `valid_until`.
pub fn kyc(actor: Actor, valid_until: Moment) {
	succeed(
		REGISTRAR,
		pallet_identities::Call::add_claim {
			identity: identity(actor),
			topic: ClaimTopic::Kyc,
			valid_until,
			data_hash: Hash::repeat_byte(1),
		},
	);
}

pub fn identity(actor: Actor) -> IdentityId {
	<Identities as IdentityInspect<_>>::identity_of(&actor.account())
		.expect("the actor is onboarded")
}

pub fn definition() -> pallet_asset_registry::AssetDefinition {
	pallet_asset_registry::AssetDefinition {
		kind: AssetKind::Commodity,
		unit: UNIT,
		terms: pallet_asset_registry::AssetTerms {
			name: text("Vaulted gold, one gram"),
			symbol: text("VGG"),
			decimals: 6,
			underlying_unit: text("fine troy ounce /1000"),
			obligor: text("Vaulted Gold SPV AG"),
			trustee: text("Example Trust AG"),
			governing_law: text("Switzerland"),
			segregation: pallet_asset_registry::Segregation::Segregated,
			bankruptcy_remote: true,
			right: pallet_asset_registry::HolderRight::Title,
			isin: None,
			lei: None,
			redemption: Default::default(),
		},
	}
}

/// Everybody is known, the asset is active and has a policy that asks for KYC.
pub fn active_asset() {
	for actor in [ISSUER, MINTER, CONTROLLER, OFFICER, AUDITOR, ZURICH, LONDON] {
		onboard(actor, IdentityKind::Legal);
	}
	for actor in [ANN, BEN, CLEO] {
		onboard(actor, IdentityKind::Natural);
	}
	kyc(ANN, now() + 365 * DAY);
	kyc(BEN, now() + 365 * DAY);
	next_block();

	for custodian in [ZURICH, LONDON] {
		as_council(pallet_custody::Call::approve_custodian {
			organisation: identity(custodian),
			licence: licence(),
			required_bond: None,
		});
	}
	as_council(pallet_custody::Call::approve_auditor {
		organisation: identity(AUDITOR),
		licence: licence(),
	});

	succeed(
		ISSUER,
		pallet_asset_registry::Call::draft {
			definition: definition(),
		},
	);
	let terms_hash = definition().hash();
	succeed(
		AUDITOR,
		pallet_asset_registry::Call::approve {
			asset: GOLD,
			terms_hash,
		},
	);
	for (role, actor) in [
		(Role::Minter, MINTER),
		(Role::MintController, CONTROLLER),
		(Role::ComplianceOfficer, OFFICER),
		(Role::Auditor, AUDITOR),
		(Role::Custodian, ZURICH),
		(Role::Custodian, LONDON),
	] {
		succeed(
			ISSUER,
			pallet_asset_registry::Call::grant_role {
				asset: GOLD,
				role,
				identity: identity(actor),
				valid_until: None,
			},
		);
	}
	succeed(
		ISSUER,
		pallet_asset_registry::Call::activate { asset: GOLD },
	);
	let kyc = pallet_compliance::Rule::RequiredClaim {
		side: pallet_compliance::Side::Both,
		topic: ClaimTopic::Kyc,
		issuers: Default::default(),
	};
	set_policy(vec![kyc]);
	next_block();
}

pub fn set_policy(rules: Vec<pallet_compliance::Rule>) {
	let policy = rules.try_into().expect("few rules");
	succeed(
		OFFICER,
		pallet_compliance::Call::set_policy {
			asset: GOLD,
			policy,
		},
	);
}

pub fn scope(custodian: Actor, vault: VaultId) -> Scope {
	Scope {
		asset: GOLD,
		custodian: identity(custodian),
		vault,
	}
}

/// A licence without an end.
pub fn licence() -> pallet_custody::Licence {
	pallet_custody::Licence {
		document_hash: Hash::repeat_byte(2),
		uri: Default::default(),
		valid_until: None,
	}
}

pub fn lot(serial: &str, quantity: Quantity) -> pallet_custody::LotInput {
	pallet_custody::LotInput {
		registry: text("LBMA"),
		serial: text(serial),
		quantity,
		value: None,
		basis: Basis::Market,
		class: LiquidityClass::Liquid,
		document_hash: Hash::repeat_byte(3),
	}
}

pub fn report(
	custodian: Actor,
	vault: VaultId,
	quantity: Quantity,
	valid_until: Moment,
) -> RuntimeCall {
	let _ = custodian;
	pallet_attestations::Call::submit_report {
		asset: GOLD,
		vault,
		report: pallet_attestations::ReportInput {
			as_of: now(),
			valid_until,
			quantity,
			unit: polkadot_sdk::sp_io::hashing::blake2_256(b"fine troy ounce /1000").into(),
			basis: Basis::Market,
			class: LiquidityClass::Liquid,
			evidence_hash: Hash::repeat_byte(4),
			evidence_uri: Default::default(),
			lots_root: None,
		},
	}
	.into()
}

/// A confirmation of the scope's newest report.
pub fn confirmation(scope: Scope, quantity: Quantity) -> RuntimeCall {
	pallet_attestations::Call::confirm {
		scope,
		confirmation: pallet_attestations::ConfirmationInput {
			report: Attestations::head(scope).expect("it was reported").hash,
			quantity,
			verdict: pallet_attestations::Verdict::Confirms,
			evidence_hash: Hash::repeat_byte(5),
		},
	}
	.into()
}

/// Reports what lies in a vault and has it confirmed.
pub fn attest(custodian: Actor, vault: VaultId, quantity: Quantity, valid_until: Moment) {
	succeed(custodian, report(custodian, vault, quantity, valid_until));
	succeed(AUDITOR, confirmation(scope(custodian, vault), quantity));
}

/// As [`active_asset`], with two vaults full of attested gold and a mint allowance.
pub fn backed_asset() {
	active_asset();
	for (custodian, vault, name) in [
		(ZURICH, ZURICH_VAULT, "Zurich 1"),
		(LONDON, LONDON_VAULT, "London 1"),
	] {
		succeed(
			custodian,
			pallet_custody::Call::open_vault {
				name: text(name),
				jurisdiction: 756,
			},
		);
		let lots = (0..25)
			.map(|number| lot(&format!("{name} {number}"), IN_EACH_VAULT / 25))
			.collect::<Vec<_>>()
			.try_into()
			.expect("fewer than a batch");
		succeed(
			custodian,
			pallet_custody::Call::register_lots {
				asset: GOLD,
				vault,
				lots,
				list: None,
			},
		);
		attest(custodian, vault, IN_EACH_VAULT, now() + 20 * DAY);
	}
	let most = headroom();
	succeed(
		CONTROLLER,
		pallet_issuance::Call::set_bucket {
			asset: GOLD,
			capacity: most,
			refill_per_day: most,
			single_mint_cap: most,
		},
	);
	next_block();
}

pub fn headroom() -> Balance {
	use assay_traits::ReserveInspect;
	<Attestations as ReserveInspect>::headroom(GOLD, now()).expect("the figures are there")
}

pub fn outstanding() -> Balance {
	Issuance::outstanding(GOLD)
}

pub fn supply() -> Balance {
	use assay_traits::GuardedLedger;
	Compliance::supply(GOLD)
}

pub fn mint(to: Actor, amount: Balance) -> pallet_issuance::Call<Runtime> {
	pallet_issuance::Call::mint {
		asset: GOLD,
		mint_id: polkadot_sdk::sp_io::hashing::blake2_256(&codec::Encode::encode(&(
			to.account(),
			amount,
			crate::System::block_number(),
		)))
		.into(),
		valid_until: now() + DAY,
		to: to.account(),
		amount,
	}
}

/// As [`backed_asset`], with a kilogram in Ann's hands and another in Ben's.
pub fn held_asset() {
	backed_asset();
	succeed(MINTER, mint(ANN, 1_000 * GRAM));
	succeed(MINTER, mint(BEN, 1_000 * GRAM));
	next_block();
}

pub fn units(actor: Actor) -> Balance {
	pallet_assets::Pallet::<Runtime>::balance(GOLD, actor.account())
}

/// The plain transfer that every wallet knows.
pub fn transfer(to: Actor, amount: Balance) -> pallet_assets::Call<Runtime> {
	pallet_assets::Call::transfer {
		id: GOLD.into(),
		target: MultiAddress::Id(to.account()),
		amount,
	}
}

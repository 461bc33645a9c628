//! A world in which every call finds what it asks for, so that it is the signer who is refused.

use super::super::{chain::*, world::*};
use crate::{Balances, Compliance as Units, Runtime};
use assay_primitives::{
	AssetId, AssetKind, BondPurpose, DocketId, Hash, IdentityId, IdentityKind, InvestorCategory,
	Movement, Role, UnitRatio, ASY, DAY,
};
use assay_traits::GuardedLedger;
use pallet_asset_registry::Call as Registry;
use pallet_compliance::Call as Compliance;
use pallet_dockets::DocketKind;
use pallet_identities::Call as Identity;
use polkadot_sdk::frame_support::traits::fungible::Mutate;

pub const AGENT: Actor = Actor("Agent");
pub const FEEDER: Actor = Actor("Feeder");
pub const TRUSTEE: Actor = Actor("Trustee");
/// Organisations that have the roles of others too.
pub const SECOND: Actor = Actor("Second");
pub const SECOND_CONTROLLER: Actor = Actor("Second controller");
pub const SECOND_AUDITOR: Actor = Actor("Second auditor");
pub const SUSPENDED: Actor = Actor("Suspended");
/// Ann's second account, which is being replaced by an heir's, and one that she has invited.
pub const ANNEX: Actor = Actor("Annex");
pub const HEIR: Actor = Actor("Heir");
pub const GUEST: Actor = Actor("Guest");

/// Who has the roles for another asset: issuer, minter and agent, controller, custodian, auditor.
pub const ELSEWHERE: [Actor; 5] = [
	Actor("Other issuer"),
	Actor("Other officer"),
	Actor("Other controller"),
	Actor("Other custodian"),
	Actor("Other auditor"),
];

pub const OTHER: AssetId = GOLD + 1;
pub const DRAFT: AssetId = GOLD + 2;
pub const EXPIRED: DocketId = 0;
pub const OPEN: DocketId = 1;

const SEVERAL: [Role; 5] = [
	Role::Minter,
	Role::TransferAgent,
	Role::ComplianceOfficer,
	Role::PriceFeeder,
	Role::Trustee,
];

/// An identity that no account is linked to yet.
pub fn fresh() -> IdentityId {
	pallet_identities::NextIdentityId::<Runtime>::get() - 1
}

pub fn world() {
	held_asset();
	// An account must be there to be told that nobody stands behind it.
	Balances::set_balance(&STRANGER.account(), ASY);
	let staff = [
		AGENT,
		FEEDER,
		TRUSTEE,
		SECOND,
		SECOND_CONTROLLER,
		SECOND_AUDITOR,
		SUSPENDED,
	];
	for actor in staff.into_iter().chain(ELSEWHERE) {
		onboard(actor, IdentityKind::Legal);
	}
	next_block();
	for auditor in [SECOND_AUDITOR, ELSEWHERE[4]] {
		as_council(pallet_custody::Call::approve_auditor {
			organisation: identity(auditor),
			licence: licence(),
		});
	}
	as_council(pallet_custody::Call::approve_custodian {
		organisation: identity(ELSEWHERE[3]),
		licence: licence(),
		required_bond: None,
	});
	roles();
	next_block();
	promises();
	matters();
	let identity = identity(SUSPENDED);
	succeed(REGISTRAR, Identity::suspend { identity });
	succeed(
		REGISTRAR,
		Identity::register {
			kind: IdentityKind::Natural,
			organisation: None,
			jurisdiction: 756,
			category: InvestorCategory::Professional,
		},
	);
	next_block();
}

fn grant(by: Actor, asset: AssetId, role: Role, to: Actor) {
	succeed(
		by,
		Registry::grant_role {
			asset,
			role,
			identity: identity(to),
			valid_until: None,
		},
	);
}

fn draft(by: Actor, symbol: &str, kind: AssetKind) -> Hash {
	let mut definition = definition();
	definition.kind = kind;
	definition.terms.symbol = text(symbol);
	let hash = definition.hash();
	succeed(by, Registry::draft { definition });
	hash
}

fn roles() {
	for (role, actor) in [
		(Role::TransferAgent, AGENT),
		(Role::PriceFeeder, FEEDER),
		(Role::Trustee, TRUSTEE),
		(Role::MintController, SECOND_CONTROLLER),
		(Role::Auditor, SECOND_AUDITOR),
		(Role::Minter, SUSPENDED),
		(Role::TransferAgent, SUSPENDED),
		(Role::ComplianceOfficer, SUSPENDED),
	] {
		grant(ISSUER, GOLD, role, actor);
	}
	let [issuer, officer, controller, custodian, auditor] = ELSEWHERE;
	let terms_hash = draft(issuer, "FRANCS", AssetKind::Fiat);
	let asset = OTHER;
	succeed(auditor, Registry::approve { asset, terms_hash });
	for role in SEVERAL {
		grant(ISSUER, GOLD, role, SECOND);
		grant(issuer, asset, role, officer);
	}
	for (role, actor) in [
		(Role::MintController, controller),
		(Role::Custodian, custodian),
		(Role::Auditor, auditor),
	] {
		grant(issuer, asset, role, actor);
	}
	succeed(issuer, Registry::activate { asset });
	draft(ISSUER, "GOLDTWO", AssetKind::Commodity);
	let policy = Default::default();
	succeed(officer, Compliance::set_policy { asset, policy });
}

/// The issuer is bonded in the other asset, and on what terms waits for an approval; a bar is on its
/// way from Zurich to London.
fn promises() {
	let (asset, amount) = (OTHER, 100);
	as_council(Registry::set_settlement {
		asset,
		settlement: true,
	});
	Units::mint(asset, &ISSUER.account(), amount).expect("the policy has no rules");
	pallet_issuance::Totals::<Runtime>::mutate(asset, |totals| totals.minted += amount);
	succeed(
		ISSUER,
		pallet_bonds::Call::post {
			purpose: BondPurpose::Issuer(GOLD),
			asset,
			amount,
		},
	);
	let price = UnitRatio {
		numerator: 1,
		denominator: 1,
	};
	succeed(
		ISSUER,
		pallet_issuance::Call::propose_bond_terms {
			asset: GOLD,
			terms: pallet_issuance::BondTerms {
				settlement: asset,
				price,
			},
		},
	);
	let bar = pallet_custody::lot_id(b"LBMA", b"Zurich 1 1").expect("it is one");
	succeed(
		ZURICH,
		pallet_custody::Call::offer_lots {
			asset: GOLD,
			vault: ZURICH_VAULT,
			lots: vec![bar].try_into().expect("one lot"),
			to_custodian: identity(LONDON),
			to_vault: LONDON_VAULT,
			expires_at: now() + 365 * DAY,
		},
	);
}

/// What is open between Ann, the officer and the registrar.
fn matters() {
	kyc(SUSPENDED, now() + 365 * DAY);
	succeed(MINTER, mint(SUSPENDED, GRAM));
	propose(CLEO);
	next_block_at(now() + crate::parameters::DocketPeriod::get());
	succeed(
		ANN,
		pallet_issuance::Call::request_redemption {
			asset: GOLD,
			amount: GRAM,
			delivery: Hash::zero(),
		},
	);
	propose(ANN);
	let movement = Movement::Hold;
	succeed(
		OFFICER,
		Compliance::pause {
			asset: GOLD,
			movement,
		},
	);
	succeed(
		OFFICER,
		Compliance::resume {
			asset: GOLD,
			movement,
		},
	);
	succeed(
		OFFICER,
		Compliance::approve_transfer {
			asset: GOLD,
			from: identity(ANN),
			to: identity(BEN),
			max_amount: GRAM,
			until: now() + DAY,
		},
	);
	link(ANN, ANNEX, identity(ANN));
	succeed(
		ANN,
		Identity::propose_replacement {
			old: ANNEX.account(),
			new: HEIR.account(),
			consent: None,
		},
	);
	succeed(
		ANN,
		Identity::propose_link {
			identity: identity(ANN),
			account: GUEST.account(),
		},
	);
	succeed(
		REGISTRAR,
		Identity::propose_organisation {
			identity: identity(ANN),
			organisation: identity(OFFICER),
		},
	);
}

fn propose(from: Actor) {
	succeed(
		OFFICER,
		pallet_dockets::Call::propose {
			asset: GOLD,
			kind: DocketKind::ForcedTransfer {
				from: from.account(),
				to: BEN.account(),
				amount: GRAM,
			},
			case: Hash::repeat_byte(5),
		},
	);
}

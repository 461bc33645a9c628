//! The world of the machine, on chain and in the model: bills in three vaults of two custodians, two
//! auditors, three holders, and francs that bonds consist of.

use super::{issuing::day_parts, model::*, ops::*, register};
use crate::{
	tests::{chain::*, world::*},
	Balances, Compliance, ReserveGovernance, Runtime,
};
use assay_primitives::{
	AccountId, AssetId, AssetKind, Balance, BondPurpose, IdentityId, IdentityKind, LotId, Quantity,
	Role, UnitRatio, VaultId, ASY, DAY,
};
use assay_traits::{GuardedLedger, ReserveParameters};
use pallet_asset_registry::{AssetDefinition, Call as Registry};
use polkadot_sdk::{frame_support::traits::fungible::Mutate, sp_io::TestExternalities};

pub const FRANCS: AssetId = GOLD + 1;
pub const BASEL: Actor = Actor("Basel");
pub const ESCROW: Actor = Actor("Escrow");
const AUDITORS: [Actor; 2] = [AUDITOR, BASEL];
const HOLDERS: [Actor; 3] = [ANN, BEN, CLEO];
const CUSTODIANS: [Actor; 2] = [ZURICH, LONDON];
/// Whose each vault is.
pub const OWNERS: [Custodian; 3] = [0, 1, 0];
/// Who posts the bond for each purpose.
pub const POSTERS: [Party; 3] = [Party::Issuer, Party::Custodian(0), Party::Custodian(1)];
/// Lots that there may be, those that there are at first, and how much each is.
pub const LOTS: usize = 24;
const FIRST: [(Vault, usize); 3] = [(0, 6), (1, 6), (2, 3)];
pub const LOT: Quantity = 10_000;
/// What each poster has of francs at first.
const PURSE: Balance = 500_000;
const BUCKET: [Balance; 3] = [300_000, 400_000, 250_000];

/// Who has the key of a party.
pub fn actor(party: Party) -> Actor {
	match party {
		Party::Issuer => ISSUER,
		Party::Custodian(custodian) => CUSTODIANS[custodian],
		Party::Auditor(auditor) => AUDITORS[auditor],
		Party::Holder(holder) => HOLDERS[holder],
		Party::Escrow => ESCROW,
		Party::Anyone => OFFICER,
	}
}

pub fn account(party: Party) -> AccountId {
	actor(party).account()
}

pub fn party_identity(party: Party) -> IdentityId {
	identity(actor(party))
}

pub fn parties() -> Vec<Party> {
	let custodians = (0..2).map(Party::Custodian);
	let auditors = (0..2).map(Party::Auditor);
	let all = custodians.chain(auditors).chain((0..3).map(Party::Holder));
	all.chain([Party::Issuer, Party::Escrow, Party::Anyone])
		.collect()
}

pub fn vault_id(vault: Vault) -> VaultId {
	VaultId::try_from(vault).expect("there are few")
}

pub fn scope_of(vault: Vault) -> assay_primitives::Scope {
	scope(CUSTODIANS[OWNERS[vault]], vault_id(vault))
}

pub fn serial(lot: LotNo) -> String {
	format!("Bill {}", lot + 1)
}

pub fn lot_id(lot: LotNo) -> LotId {
	pallet_custody::lot_id(b"ISIN", serial(lot).as_bytes()).expect("it is a name")
}

pub fn purpose(purpose: Purpose) -> BondPurpose {
	match POSTERS[purpose] {
		Party::Issuer => BondPurpose::Issuer(GOLD),
		poster => BondPurpose::Custodian(party_identity(poster)),
	}
}

/// The world at its beginning, and the model of it.
pub fn begin() -> (TestExternalities, Model) {
	let mut state = genesis();
	let model = state.execute_with(|| {
		begin_block(1, START);
		people();
		assets();
		vaults();
		for actor in parties().into_iter().map(actor).chain([MINTER, CONTROLLER]) {
			Balances::set_balance(&actor.account(), 1_000_000_000 * ASY);
		}
		next_block();
		let mut model = model();
		furnish(&mut model);
		model
	});
	(state, model)
}

fn people() {
	let staff = [ISSUER, MINTER, CONTROLLER, OFFICER, ESCROW];
	for actor in staff.into_iter().chain(CUSTODIANS).chain(AUDITORS) {
		onboard(actor, IdentityKind::Legal);
	}
	for actor in HOLDERS {
		onboard(actor, IdentityKind::Natural);
	}
	next_block();
	for custodian in CUSTODIANS {
		as_council(pallet_custody::Call::approve_custodian {
			organisation: identity(custodian),
			licence: licence(),
			required_bond: None,
		});
	}
	for auditor in AUDITORS {
		as_council(pallet_custody::Call::approve_auditor {
			organisation: identity(auditor),
			licence: licence(),
		});
	}
}

fn bills() -> AssetDefinition {
	let mut bills = definition();
	bills.kind = AssetKind::Treasury;
	bills.unit = UnitRatio {
		numerator: CLAIM,
		denominator: UNITS,
	};
	let terms = &mut bills.terms.redemption;
	terms.minimum_units = MINIMUM;
	terms.lot_units = WHOLE;
	terms.notice_ms = REDEMPTION_NOTICE;
	terms.fee_bps = u32::try_from(FEE_BPS).expect("it is small");
	bills
}

fn francs() -> AssetDefinition {
	let mut francs = definition();
	francs.kind = AssetKind::Fiat;
	francs.terms.symbol = text("FRANCS");
	francs
}

fn assets() {
	let mut roles = vec![
		(Role::Minter, MINTER),
		(Role::MintController, CONTROLLER),
		(Role::ComplianceOfficer, OFFICER),
	];
	roles.extend(AUDITORS.map(|actor| (Role::Auditor, actor)));
	roles.extend(CUSTODIANS.map(|actor| (Role::Custodian, actor)));
	for (asset, definition) in [(GOLD, bills()), (FRANCS, francs())] {
		let terms_hash = definition.hash();
		succeed(ISSUER, Registry::draft { definition });
		succeed(AUDITOR, Registry::approve { asset, terms_hash });
		for (role, actor) in &roles {
			let (role, identity, valid_until) = (*role, identity(*actor), None);
			succeed(
				ISSUER,
				Registry::grant_role {
					asset,
					role,
					identity,
					valid_until,
				},
			);
		}
		succeed(ISSUER, Registry::activate { asset });
		let policy = Default::default();
		succeed(
			OFFICER,
			pallet_compliance::Call::set_policy { asset, policy },
		);
		next_block();
	}
	let settlement = true;
	let asset = FRANCS;
	as_council(Registry::set_settlement { asset, settlement });
	for poster in POSTERS {
		<Compliance as GuardedLedger<_>>::mint(FRANCS, &account(poster), PURSE)
			.expect("the policy has no rules");
		pallet_issuance::Totals::<Runtime>::mutate(FRANCS, |totals| totals.minted += PURSE);
	}
}

fn vaults() {
	for (vault, owner) in OWNERS.into_iter().enumerate() {
		let (name, jurisdiction) = (text(&format!("Vault {vault}")), 756);
		succeed(
			CUSTODIANS[owner],
			pallet_custody::Call::open_vault { name, jurisdiction },
		);
	}
	let [capacity, refill_per_day, single_mint_cap] = BUCKET;
	succeed(
		CONTROLLER,
		pallet_issuance::Call::set_bucket {
			asset: GOLD,
			capacity,
			refill_per_day,
			single_mint_cap,
		},
	);
}

/// What the model knows when nothing is registered yet.
fn model() -> Model {
	let values = <ReserveGovernance as ReserveParameters>::values(GOLD, now());
	let mut model = Model {
		now: now(),
		values: values.expect("there are values"),
		lots: vec![None; LOTS],
		francs: POSTERS.map(|poster| (poster, PURSE)).into(),
		..Model::default()
	};
	model.bucket.limits = BUCKET;
	model.bucket.parts = day_parts(BUCKET[0]);
	model
}

/// Fills the vaults, and has all of it reported, confirmed and bonded: as steps, so that the model goes
/// along.
fn furnish(model: &mut Model) {
	let mut chain = super::chain::Chain::default();
	let mut steps = vec![];
	let mut lots = 0..LOTS;
	for (vault, count) in FIRST {
		let here = lots.by_ref().take(count);
		// Those in the last vault are paid out one by one, from the twelfth day on.
		let days = |lot: LotNo| i64::try_from(lot).expect("it fits") * 86_400_000;
		let matures = |lot| (vault == 2).then(|| days(lot));
		let inputs: Vec<_> = here.map(|lot| (lot, LOT, matures(lot))).collect();
		let quantity = inputs.iter().map(|(_, quantity, _)| quantity).sum();
		steps.push(Op::Register(OWNERS[vault], vault, false, inputs));
		steps.push(Op::Report(register::fresh(vault, quantity), false));
		steps.push(Op::Verdict(0, vault, quantity, [true, false, false]));
	}
	steps.push(Op::BondTerms(2, 3));
	steps.push(Op::Post(0, 20_000));
	steps.push(Op::Post(1, 30_000));
	steps.push(Op::Mint(0, 0, vec![(0, 120_000), (1, 90_000)]));
	steps.push(Op::NameEscrow(true));
	steps.push(Op::Pass(DAY));
	for step in steps {
		let expected = model.apply(&step);
		assert_eq!(expected, Ok(()), "{step:?}");
		let done = chain.apply(model, &step, &expected);
		assert_eq!(done, Ok(()), "{step:?}");
	}
}

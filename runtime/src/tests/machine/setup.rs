//! The world of the machine, on chain and in the model: an active asset with a full reserve, seven
//! persons, twelve accounts.

use super::{
	model::{Holder, Model, Purse},
	ops::*,
};
use crate::{
	tests::{bypasses::target, chain::*, world::*},
	Balances, ReserveGovernance, Runtime,
};
use assay_primitives::{
	AccountId, Balance, Hash, IdentityKind, InvestorCategory, Jurisdiction, Moment, RedemptionId,
	Role, ASY, DAY,
};
use assay_traits::ReserveParameters;
use polkadot_sdk::{
	frame_support::traits::fungible::Mutate, pallet_multisig, pallet_proxy,
	sp_io::TestExternalities,
};

pub const DORA: Actor = Actor("Dora");
pub const FRED: Actor = Actor("Fred");
pub const ESCROW: Actor = Actor("Escrow");
pub const ANNEX: Actor = Actor("Annex");
pub const HEIR: Actor = Actor("Heir");
pub const GUS: Actor = Actor("Gus");
/// A transfer agent of another organisation than the officer's.
pub const AGENT: Actor = Actor("Agent");

/// Accounts by number, with whoever stands behind them at first; the third has no key, and either Ann
/// or Ben signs for it.
pub const ACCOUNTS: [(Option<Actor>, Option<Person>); 12] = [
	(Some(ANN), Some(0)),
	(Some(ANNEX), Some(0)),
	(None, Some(0)),
	(Some(BEN), Some(1)),
	(Some(CLEO), Some(2)),
	(Some(DORA), Some(3)),
	(Some(FRED), Some(4)),
	(Some(ISSUER), Some(5)),
	(Some(ESCROW), Some(6)),
	(Some(STRANGER), None),
	(Some(HEIR), None),
	(Some(GUS), None),
];
/// Persons by number, each with its first account.
const PERSONS: [Account; 7] = [0, 3, 4, 5, 6, 7, 8];
pub const JOINT: Account = 2;
pub const MEMBERS: [Account; 2] = [0, 3];
/// Delegates and principals.
const PROXIES: [(Account, Account); 3] = [(3, 0), (5, 4), (6, 1)];
/// Who holds how much at first.
const FIRST: [(Account, Balance); 5] = [
	(0, 200_000),
	(3, 150_000),
	(4, 100_001),
	(5, 40_000),
	(7, 62_208),
];
pub const ISSUER_ACCOUNT: Account = 7;
pub const COUNTRIES: [Jurisdiction; 3] = [756, 276, 840];
pub const CATEGORIES: [InvestorCategory; 4] = [
	InvestorCategory::Retail,
	InvestorCategory::Professional,
	InvestorCategory::Accredited,
	InvestorCategory::Institutional,
];

/// The account without a key.
pub fn joint() -> AccountId {
	let mut signatories = MEMBERS.map(|member| actor(member).account());
	signatories.sort();
	pallet_multisig::Pallet::<Runtime>::multi_account_id(&signatories, 1)
}

/// Who has the key of an account.
pub fn actor(account: Account) -> Actor {
	ACCOUNTS[account].0.expect("it has a key")
}

/// An account on chain.
pub fn id(account: Account) -> AccountId {
	ACCOUNTS[account].0.map_or_else(joint, Actor::account)
}

/// The world at its beginning, and the model of it.
pub fn begin() -> (TestExternalities, Model) {
	let mut state = genesis();
	let model = state.execute_with(|| {
		begin_block(1, START);
		backed_asset();
		people();
		next_block();
		model()
	});
	(state, model)
}

fn people() {
	for actor in [DORA, FRED] {
		onboard(actor, IdentityKind::Natural);
	}
	for actor in [ESCROW, AGENT] {
		onboard(actor, IdentityKind::Legal);
	}
	link(ANN, ANNEX, identity(ANN));
	let invite = pallet_identities::Call::propose_link {
		identity: identity(ANN),
		account: joint(),
	};
	succeed(ANN, invite);
	let accept = pallet_identities::Call::accept_link {
		identity: identity(ANN),
	};
	succeed(
		BEN,
		pallet_multisig::Call::as_multi_threshold_1 {
			other_signatories: vec![ANN.account()],
			call: Box::new(accept.into()),
		},
	);
	for (delegate, principal) in PROXIES {
		succeed(
			actor(principal),
			pallet_proxy::Call::add_proxy {
				delegate: target(actor(delegate)),
				proxy_type: crate::ProxyType::Any,
				delay: 0,
			},
		);
	}
	succeed(
		ISSUER,
		pallet_asset_registry::Call::grant_role {
			asset: GOLD,
			role: Role::TransferAgent,
			identity: identity(AGENT),
			valid_until: None,
		},
	);
	as_council(pallet_dockets::Call::set_escrow {
		asset: GOLD,
		escrow: Some(ESCROW.account()),
	});
	for person in PERSONS {
		kyc(actor(person), START + 90 * DAY);
	}
	for (account, units) in FIRST {
		succeed(MINTER, mint(actor(account), units));
	}
	let staff = [REGISTRAR, OFFICER, AGENT, MINTER, AUDITOR, ZURICH, LONDON];
	let holders = (0..ACCOUNTS.len()).map(id);
	for account in staff.map(Actor::account).into_iter().chain(holders) {
		Balances::set_balance(&account, 1_000_000_000 * ASY);
	}
}

fn model() -> Model {
	let values =
		<ReserveGovernance as ReserveParameters>::values(GOLD, now()).expect("there are values");
	let holder = |account: &Account| Holder {
		identity: identity(actor(*account)),
		country: 756,
		category: 1,
		..Holder::default()
	};
	let purse = |(_, person): &(Option<Actor>, Option<Person>)| Purse {
		person: *person,
		..Purse::default()
	};
	let mut model = Model {
		now: now(),
		holders: PERSONS.iter().map(holder).collect(),
		purses: ACCOUNTS.iter().map(purse).collect(),
		keyless: [JOINT].into(),
		proxies: PROXIES.into(),
		issuer: 5,
		escrow: 8,
		trusted: [
			(Topic::Kyc, Voucher::Registrar),
			(Topic::Aml, Voucher::Registrar),
		]
		.into(),
		policy: Some(vec![Rule::Claim(Side::Both, Topic::Kyc, vec![])]),
		accept_within: values.accept_deadline_ms,
		release_within: values.release_deadline_ms,
		..Model::default()
	};
	for holder in &mut model.holders {
		let until = START + 90 * DAY;
		let claims = &mut holder.claims;
		claims.insert((Topic::Kyc, Voucher::Registrar), until);
	}
	for (account, units) in FIRST {
		model.book(None, Some(account), units, false);
	}
	model
}

/// Reports and confirms what lies in both vaults, so that minting stays open.
pub fn attest_anew(released: Balance) {
	let valid_until: Moment = now() + 20 * DAY;
	attest(ZURICH, ZURICH_VAULT, IN_EACH_VAULT - released, valid_until);
	attest(LONDON, LONDON_VAULT, IN_EACH_VAULT, valid_until);
}

/// Releases what a redemption claims from the first bar in Zurich.
pub fn release(id: RedemptionId, claim: Balance) -> pallet_issuance::Call<Runtime> {
	let bar = pallet_custody::lot_id(b"LBMA", b"Zurich 1 0").expect("it is one");
	let lots = vec![(ZURICH_VAULT, bar, claim)];
	pallet_issuance::Call::release_redemption {
		id,
		lots: lots.try_into().expect("one"),
		evidence: Hash::repeat_byte(9),
	}
}

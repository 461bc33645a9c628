//! The worlds that the pallets' benchmarks run in, made of the real pallets of this runtime.
//!
//! Everything is written as the pallets themselves would write it, so that `try_state` holds, but
//! without the detour through registrars and approvals.

mod attestations;
mod bonds;
mod custody;
mod issuance;

use crate::{
	AccountId, Balances, Compliance, Custody, Identities, Issuance, Runtime, RuntimeCall,
	RuntimeOrigin, System,
};
use alloc::{boxed::Box, vec, vec::Vec};
use assay_primitives::{
	AssetId, AssetKind, AssetStatus, AssetSummary, Balance, Basis, Claim, ClaimTopic, Hash,
	IdentityId, IdentityKind, InvestorCategory, LiquidityClass, Moment, Quantity, Role, Scope,
	Signature, Standing, TrustedIssuer, TrustedIssuers, UnitRatio, VaultId, ASY, MAX_CLAIMS,
	MAX_SCOPES, MAX_TRUSTED_ISSUERS,
};
use assay_traits::{GuardedLedger, IdentityInspect, OnAssetStatus};
use codec::Encode;
use pallet_asset_registry::{LatestDocuments, RoleGrant};
use pallet_identities::{AccountLink, IdentityRecord, LinkState, Replacement, ReplacementStage};
use polkadot_sdk::{
	frame_support::{
		traits::{fungible::Mutate, Get},
		BoundedVec,
	},
	frame_system, pallet_multisig, pallet_timestamp, pallet_utility,
	sp_core::{crypto::KeyTypeId, sr25519},
	sp_io::{
		crypto::{sr25519_generate, sr25519_sign},
		hashing::blake2_256,
	},
};

/// The world of this runtime.
pub struct World;

const KEYS: KeyTypeId = KeyTypeId(*b"bnch");
const FOREVER: Moment = Moment::MAX;
const JURISDICTION: u16 = 756;

/// The key of an account that can sign, by a number.
fn key(number: u32) -> sr25519::Public {
	let seed = alloc::format!("//Benchmark//{number}");
	sr25519_generate(KEYS, Some(seed.into_bytes()))
}

/// An account of the chain's own making, by what it is for and a number.
fn account(purpose: &str, number: u32) -> AccountId {
	blake2_256(&(purpose, number).encode()).into()
}

fn identity_of(account: &AccountId) -> Option<IdentityId> {
	<Identities as IdentityInspect<AccountId>>::identity_of(account)
}

pub fn link(identity: IdentityId, account: &AccountId) {
	if identity_of(account).is_some() {
		return;
	}
	pallet_identities::AccountsOf::<Runtime>::mutate(identity, |accounts| {
		accounts
			.try_push(account.clone())
			.expect("a benchmark links fewer than the bound");
	});
	pallet_identities::Links::<Runtime>::insert(
		account,
		AccountLink::new(identity, Standing::Active),
	);
	System::inc_providers(account);
	Balances::set_balance(account, 1_000_000 * ASY);
}

/// A new identity with this account.
fn register(
	kind: IdentityKind,
	organisation: Option<IdentityId>,
	account: &AccountId,
) -> IdentityId {
	let identity = pallet_identities::NextIdentityId::<Runtime>::get();
	pallet_identities::NextIdentityId::<Runtime>::put(identity + 1);
	let mut record = IdentityRecord::new(kind, JURISDICTION, InvestorCategory::Institutional, None);
	record.profile.organisation = organisation;
	pallet_identities::Identities::<Runtime>::insert(identity, record);
	if let Some(organisation) = organisation {
		pallet_identities::Members::<Runtime>::mutate(organisation, |members| *members += 1);
	}
	link(identity, account);
	identity
}

/// The organisation for `purpose`, with a person who acts for it: person's account, organisation.
fn organisation(purpose: &str, number: u32) -> (AccountId, IdentityId) {
	let person = account(purpose, number);
	if let Some(organisation) =
		identity_of(&person).and_then(<Identities as IdentityInspect<AccountId>>::organisation_of)
	{
		return (person, organisation);
	}
	let office = blake2_256(&("office", purpose, number).encode()).into();
	let organisation = register(IdentityKind::Legal, None, &office);
	register(IdentityKind::Natural, Some(organisation), &person);
	(person, organisation)
}

fn grant(asset: AssetId, role: Role, identity: IdentityId) {
	let grant = RoleGrant {
		granted_by: identity,
		valid_until: None,
	};
	pallet_asset_registry::Roles::<Runtime>::insert(asset, (role, identity), grant);
}

/// An active asset of this number and kind; one unit claims one of the underlying.
fn activate(asset: AssetId, kind: AssetKind, issuer: IdentityId, open: bool) {
	let summary = AssetSummary {
		status: AssetStatus::Active,
		kind,
		issuer,
		unit: UnitRatio {
			numerator: 1,
			denominator: 1,
		},
		underlying_unit: Hash::repeat_byte(1),
		settlement: false,
	};
	pallet_asset_registry::Summaries::<Runtime>::insert(asset, summary);
	pallet_asset_registry::Terms::<Runtime>::insert(asset, issuance::asset_terms());
	pallet_asset_registry::Latest::<Runtime>::insert(asset, LatestDocuments::default());
	Compliance::status_changed(asset, AssetStatus::Active);
	if open {
		Compliance::open(asset, b"Benchmark", b"BENCH", 6).expect("opens once");
	}
}

/// The account of a minter of the asset, whose reserve is one vault's, confirmed by five auditors of
/// whom three are required; the bucket is full.
pub fn minter(asset: AssetId) -> AccountId {
	let (custodian, office) = organisation("custodian", 0);
	grant(asset, Role::Custodian, office);
	let council = crate::origins::benchmark_council();
	Custody::approve_custodian(
		council,
		office,
		custody::licence(),
		Some(custody::bond(office)),
	)
	.expect("a new organisation is not approved yet");
	attest(asset, &custodian, office, 1, 5);
	pallet_reserve_governance::DefaultParameters::<Runtime>::mutate(|parameters| {
		parameters.confirmation_quorum = 3;
	});
	let (minter, identity) = organisation("minter", 0);
	grant(asset, Role::Minter, identity);
	let limits = pallet_issuance::Limits {
		capacity: 1_000_000_000,
		refill_per_day: 1_000_000_000,
		single_mint_cap: 1_000_000_000,
	};
	let now = pallet_timestamp::Now::<Runtime>::get();
	let bucket = pallet_issuance::Bucket::first(u32::MAX, limits, now);
	pallet_issuance::Buckets::<Runtime>::insert(asset, bucket);
	minter
}

fn open_vault(who: &AccountId) -> VaultId {
	let vault = pallet_custody::NextVaultId::<Runtime>::get();
	let name = BoundedVec::truncate_from(b"Benchmark".to_vec());
	Custody::open_vault(RuntimeOrigin::signed(who.clone()), name, JURISDICTION)
		.expect("an approved custodian opens vaults");
	vault
}

fn lot(serial: Vec<u8>, quantity: Quantity) -> pallet_custody::LotInput {
	pallet_custody::LotInput {
		registry: BoundedVec::truncate_from(b"BENCH".to_vec()),
		serial: BoundedVec::truncate_from(serial),
		quantity,
		value: None,
		basis: Basis::Market,
		class: LiquidityClass::Liquid,
		document_hash: Hash::repeat_byte(3),
	}
}

/// Fills the identity's claims; the last is on `topic`, by an issuer approved among the most that
/// there may be.
fn with_claims(identity: IdentityId, topic: ClaimTopic) {
	let issuers: Vec<_> = (0..MAX_TRUSTED_ISSUERS)
		.map(|issuer| TrustedIssuer {
			topic,
			issuer: 1_000_000 + issuer,
		})
		.collect();
	let last = issuers.last().map_or(0, |trusted| trusted.issuer);
	pallet_identities::ClaimIssuers::<Runtime>::put(TrustedIssuers::truncate_from(issuers));
	let claims: Vec<_> = (1..MAX_CLAIMS)
		.map(|number| (ClaimTopic::Custom(number), number))
		.chain([(topic, last)])
		.map(|(topic, issuer)| Claim {
			topic,
			issuer,
			valid_until: FOREVER,
			data_hash: Hash::repeat_byte(4),
		})
		.collect();
	pallet_identities::Identities::<Runtime>::mutate(identity, |record| {
		if let Some(record) = record {
			record.profile.claims = BoundedVec::truncate_from(claims);
		}
	});
}

/// The time, without what the timestamp pallet sets off.
fn set_time(now: Moment) {
	pallet_timestamp::Now::<Runtime>::put(now);
}

impl pallet_identities::BenchmarkHelper<Signature, AccountId, RuntimeCall> for World {
	fn signer(index: u32) -> AccountId {
		key(index).into()
	}
	fn sign(index: u32, message: &[u8]) -> Signature {
		sr25519_sign(KEYS, &key(index), message)
			.expect("the key was generated here")
			.into()
	}
	fn set_time(now: Moment) {
		set_time(now);
	}
	fn carrier(carried: u32, principals: u32) -> RuntimeCall {
		let remark = || frame_system::Call::remark { remark: Vec::new() }.into();
		let most = <Runtime as pallet_multisig::Config>::MaxSignatories::get();
		let mut others: Vec<_> = (1..most)
			.map(|number| account("signatory", number))
			.collect();
		others.sort();
		// One multisig for each threshold, of as many signatories as there may be.
		let as_multisig = |threshold: u32| -> RuntimeCall {
			let accept = pallet_identities::Call::accept_link { identity: 0 };
			pallet_multisig::Call::as_multi {
				threshold: u16::try_from(threshold).unwrap_or(u16::MAX),
				other_signatories: others.clone(),
				maybe_timepoint: None,
				call: Box::new(accept.into()),
				max_weight: Default::default(),
			}
			.into()
		};
		let own = (0..carried).map(|_| remark());
		let calls = own.chain((0..principals).map(as_multisig)).collect();
		pallet_utility::Call::batch { calls }.into()
	}
}

impl pallet_asset_registry::BenchmarkHelper<AccountId> for World {
	fn set_time(now: Moment) {
		set_time(now);
	}
	fn holder(asset: AssetId) -> AccountId {
		let account = account("holder", 1);
		register(IdentityKind::Natural, None, &account);
		pallet_compliance::Controls::<Runtime>::mutate(asset, |controls| {
			if let Some(controls) = controls {
				controls.policy = Some(Default::default());
			}
		});
		Compliance::mint(asset, &account, 1_000).expect("a policy without rules allows it");
		account
	}
	fn organisation(seed: u32) -> IdentityId {
		organisation("registry", seed).1
	}
	fn approver(seed: u32) -> IdentityId {
		// Auditors are asked for last.
		let (_, organisation) = organisation("approver", seed);
		let council = crate::origins::benchmark_council();
		let _ = Custody::approve_auditor(council, organisation, custody::licence());
		organisation
	}
	fn person(organisation: IdentityId, seed: u32) -> (AccountId, IdentityId) {
		let account = account("person", seed);
		let identity = identity_of(&account)
			.unwrap_or_else(|| register(IdentityKind::Natural, Some(organisation), &account));
		(account, identity)
	}
}

impl pallet_compliance::BenchmarkHelper<AccountId> for World {
	fn active_asset(asset: AssetId) {
		let (_, issuer) = organisation("issuer", asset);
		activate(asset, AssetKind::Commodity, issuer, false);
	}
	fn holder(index: u32, topic: ClaimTopic) -> AccountId {
		let account = account("holder", index);
		if identity_of(&account).is_none() {
			let identity = register(IdentityKind::Natural, None, &account);
			with_claims(identity, topic);
		}
		account
	}
	fn officer(asset: AssetId, index: u32) -> AccountId {
		let (account, organisation) = organisation("officer", index);
		grant(asset, Role::ComplianceOfficer, organisation);
		account
	}
	fn further_account(holder: &AccountId, index: u32) -> AccountId {
		let further = blake2_256(&("further", holder, index).encode()).into();
		let identity = identity_of(holder).expect("the holder is known");
		link(identity, &further);
		further
	}
	fn depart(holder: &AccountId) {
		let identity = identity_of(holder).expect("the holder is known");
		pallet_identities::Identities::<Runtime>::mutate(identity, |record| {
			if let Some(record) = record {
				record.profile.pending_jurisdiction = Some(JURISDICTION + 1);
			}
		});
	}
	fn succeed(old: &AccountId) -> AccountId {
		let successor = Self::further_account(old, MAX_CLAIMS);
		let identity = identity_of(old).expect("the holder is known");
		pallet_identities::Identities::<Runtime>::mutate(identity, |record| {
			if let Some(record) = record {
				record.profile.replacing = true;
				record.replacements += 1;
			}
		});
		let states = [
			(old, LinkState::Replaced),
			(&successor, LinkState::Successor),
		];
		for (account, state) in states {
			pallet_identities::Links::<Runtime>::mutate(account, |link| {
				if let Some(link) = link {
					link.state = state;
				}
			});
		}
		let replacement = Replacement {
			successor: successor.clone(),
			stage: ReplacementStage::Settling,
			by_registrar: true,
			accepted: true,
			objection_until: 0,
			deposit: pallet_identities::Deposit {
				depositor: old.clone(),
				amount: 0,
			},
		};
		pallet_identities::Replacements::<Runtime>::insert(old, replacement);
		successor
	}
}

impl pallet_dockets::BenchmarkHelper<AccountId> for World {
	fn asset() -> AssetId {
		let asset = 1;
		let (_, issuer) = organisation("issuer", asset);
		activate(asset, AssetKind::Commodity, issuer, true);
		pallet_compliance::Controls::<Runtime>::mutate(asset, |controls| {
			if let Some(controls) = controls {
				controls.policy = Some(Default::default());
			}
		});
		asset
	}
	fn agent(asset: AssetId, seed: u32) -> AccountId {
		let (account, organisation) = organisation("dockets", seed);
		grant(asset, Role::TransferAgent, organisation);
		account
	}
	fn holder(asset: AssetId) -> (AccountId, Balance) {
		let account = account("holder", 1);
		register(IdentityKind::Natural, None, &account);
		let redemptions = <Runtime as pallet_issuance::Config>::MaxOpenRedemptions::get();
		let each = 1_000;
		let amount = Balance::from(redemptions) * each;
		Compliance::mint(asset, &account, amount).expect("a policy without rules allows it");
		for _ in 0..redemptions {
			let origin = RuntimeOrigin::signed(account.clone());
			Issuance::request_redemption(origin, asset, each, Hash::zero())
				.expect("the units are there");
		}
		bind(asset);
		(account, amount)
	}
	fn receiver() -> AccountId {
		let account = account("receiver", 1);
		register(IdentityKind::Natural, None, &account);
		account
	}
	fn set_time(now: Moment) {
		set_time(now);
	}
}

impl pallet_reserve_governance::BenchmarkHelper for World {
	fn asset() -> AssetId {
		let asset = 1;
		let (_, issuer) = organisation("issuer", asset);
		activate(asset, AssetKind::Commodity, issuer, false);
		asset
	}
}

impl pallet_consortium::BenchmarkHelper<AccountId> for World {
	fn linked_account() -> AccountId {
		organisation("grantee", 0).0
	}
}

/// Gives an asset the costliest rules that there may be, and as many that are to come.
fn bind(asset: AssetId) {
	let policy = || pallet_compliance::costliest_policy(pallet_compliance::MAX_RULES);
	pallet_compliance::Controls::<Runtime>::mutate(asset, |controls| {
		if let Some(controls) = controls {
			controls.policy = Some(policy());
			controls.scheduled = Some(pallet_compliance::ScheduledPolicy {
				effective_at: FOREVER,
				policy: policy(),
			});
		}
	});
}

/// A report on every vault there may be, confirmed by as many auditors as may: the last place is
/// kept for a contradiction, with which the reserve would back nothing.
fn attest_everything(asset: AssetId, custodian: &AccountId, organisation_of_it: IdentityId) {
	let auditors = pallet_attestations::MAX_CONFIRMATIONS - 1;
	attest(asset, custodian, organisation_of_it, MAX_SCOPES, auditors);
}

/// A report on each of so many new vaults, with a lot in each, confirmed by so many auditors.
fn attest(
	asset: AssetId,
	custodian: &AccountId,
	organisation_of_it: IdentityId,
	vaults: u32,
	auditors: u32,
) {
	let now = pallet_timestamp::Now::<Runtime>::get();
	let quantity = 1_000_000_000_000;
	for number in 0..vaults {
		let vault = open_vault(custodian);
		let lots = vec![lot(alloc::format!("WORLD{number}").into_bytes(), quantity)];
		let signed = || RuntimeOrigin::signed(custodian.clone());
		Custody::register_lots(
			signed(),
			asset,
			vault,
			BoundedVec::truncate_from(lots),
			None,
		)
		.expect("the custodian registers lots");
		let report = pallet_attestations::ReportInput {
			as_of: now,
			valid_until: FOREVER,
			quantity,
			unit: Hash::repeat_byte(1),
			basis: Basis::Market,
			class: LiquidityClass::Liquid,
			evidence_hash: Hash::repeat_byte(5),
			evidence_uri: Default::default(),
			lots_root: None,
		};
		crate::Attestations::submit_report(signed(), asset, vault, report)
			.expect("the custodian reports");
		let scope = Scope {
			asset,
			custodian: organisation_of_it,
			vault,
		};
		for number in 1..=auditors {
			let (auditor, office) = organisation("auditor", number);
			let council = crate::origins::benchmark_council();
			let _ = Custody::approve_auditor(council, office, custody::licence());
			grant(asset, Role::Auditor, office);
			let confirmation = pallet_attestations::ConfirmationInput {
				report: crate::Attestations::head(scope).map_or_else(Hash::zero, |head| head.hash),
				quantity,
				verdict: pallet_attestations::Verdict::Confirms,
				evidence_hash: Hash::repeat_byte(6),
			};
			crate::Attestations::confirm(RuntimeOrigin::signed(auditor), scope, confirmation)
				.expect("the auditor confirms");
		}
	}
}

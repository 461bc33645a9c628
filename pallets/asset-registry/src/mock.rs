//! A runtime with the registry, ASY for deposits, and test doubles for all else.

use crate as pallet_asset_registry;
use crate::*;
use assay_primitives::{
	AssetKind, AssetStatus, CheckpointId, IdentityKind, IdentityProfile, InvestorCategory,
	RedemptionTerms, Standing, TrustedIssuers, UnitRatio,
};
use assay_traits::{GuardedLedger, IdentityInspect, OnAssetStatus, PositionInspect};
use codec::Encode;
use frame_support::{
	derive_impl, ord_parameter_types, parameter_types,
	storage::unhashed,
	traits::{ConstU128, ConstU64, Contains, Get, Time},
};
use frame_system::EnsureSignedBy;
use polkadot_sdk::{
	pallet_balances, sp_io,
	sp_runtime::{BuildStorage, DispatchError, DispatchResult},
};
use std::collections::BTreeMap;

pub type AccountId = u64;
type Block = frame_system::mocking::MockBlock<Test>;

// Accounts. A person's account has the person's number; an organisation's own account too.
/// Issuer's organisation and two of its people.
pub const ISSUER: IdentityId = 10;
pub const ISA: IdentityId = 11;
pub const IVAN: IdentityId = 12;
/// Another organisation that approves, and two of its people.
pub const REGISTRAR: IdentityId = 20;
pub const RITA: IdentityId = 21;
pub const ROY: IdentityId = 22;
/// An organisation that may do nothing by itself, and a person of it.
pub const VAULT: IdentityId = 30;
pub const VERA: IdentityId = 31;
/// One more, that approves too.
pub const AUDIT: IdentityId = 40;
pub const ADAM: IdentityId = 41;
/// A person without an organisation.
pub const NINA: IdentityId = 50;
/// An account without an identity.
pub const NOBODY: AccountId = 90;
/// The account whose signature stands for a motion of the council.
pub const COUNCIL: AccountId = 99;

pub const NOW: Moment = 1_000_000;
pub const ASSET_DEPOSIT: Balance = 100;
pub const DOCUMENT_DEPOSIT: Balance = 10;
pub const TERMS_DELAY: Moment = 20;
pub const TERMS_PERIOD: Moment = 15;
pub const FUNDS: Balance = 1_000_000;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Registry: pallet_asset_registry,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
}

parameter_types! {
	pub static Clock: Moment = NOW;
	pub static People: BTreeMap<IdentityId, IdentityProfile> = people();
	pub static ApproverSet: Vec<IdentityId> = vec![REGISTRAR, ISSUER, AUDIT];
}

ord_parameter_types! {
	pub const Council: AccountId = COUNCIL;
}

impl Time for Clock {
	type Moment = Moment;
	fn now() -> Moment {
		Self::get()
	}
}

/// Identities by number; the account of an identity has the same number.
pub struct Identities;
impl IdentityInspect<AccountId> for Identities {
	fn identity_of(account: &AccountId) -> Option<IdentityId> {
		let identity = IdentityId::try_from(*account).ok()?;
		People::get().contains_key(&identity).then_some(identity)
	}
	fn active_identity_of(account: &AccountId) -> Option<IdentityId> {
		Self::identity_of(account).filter(|identity| {
			People::get()
				.get(identity)
				.is_some_and(|it| it.standing == Standing::Active)
		})
	}
	fn profile(identity: IdentityId) -> Option<IdentityProfile> {
		People::get().get(&identity).cloned()
	}
	fn organisation_of(identity: IdentityId) -> Option<IdentityId> {
		Self::profile(identity).map(|profile| profile.organisation.unwrap_or(identity))
	}
	fn trusted_issuers() -> TrustedIssuers {
		TrustedIssuers::new()
	}
}

pub struct Approvers;
impl Contains<IdentityId> for Approvers {
	fn contains(identity: &IdentityId) -> bool {
		ApproverSet::get().contains(identity)
	}
}

/// A ledger that remembers, in storage so that it rolls back, what was opened and the supply.
pub struct Ledger;
impl Ledger {
	fn key(asset: AssetId, what: &[u8]) -> Vec<u8> {
		[b":ledger:", what, &asset.to_le_bytes()[..]].concat()
	}
	pub fn opened(asset: AssetId) -> Option<(Vec<u8>, Vec<u8>, u8)> {
		unhashed::get(&Self::key(asset, b"open"))
	}
	pub fn set_supply(asset: AssetId, supply: Balance) {
		unhashed::put(&Self::key(asset, b"supply"), &supply);
	}
}
impl GuardedLedger<AccountId> for Ledger {
	fn open(asset: AssetId, name: &[u8], symbol: &[u8], decimals: u8) -> DispatchResult {
		if Self::opened(asset).is_some() {
			return Err(DispatchError::Other("open already"));
		}
		unhashed::put(&Self::key(asset, b"open"), &(name, symbol, decimals));
		Ok(())
	}
	fn mint(_: AssetId, _: &AccountId, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn transfer(_: AssetId, _: &AccountId, _: &AccountId, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn supply(asset: AssetId) -> Balance {
		unhashed::get_or_default(&Self::key(asset, b"supply"))
	}
}

/// What identities hold, in storage so that it rolls back.
pub struct Positions;
impl Positions {
	fn key(asset: AssetId, identity: IdentityId) -> Vec<u8> {
		(b"position", asset, identity).encode()
	}
	pub fn set(asset: AssetId, identity: IdentityId, units: Balance) {
		unhashed::put(&Self::key(asset, identity), &units);
	}
}
impl PositionInspect for Positions {
	fn position(asset: AssetId, identity: IdentityId) -> Balance {
		unhashed::get_or_default(&Self::key(asset, identity))
	}
	fn holders(asset: AssetId) -> u32 {
		let count = People::get()
			.keys()
			.filter(|identity| <Self as PositionInspect>::position(asset, **identity) > 0)
			.count();
		count.try_into().unwrap()
	}
	fn position_at(_: AssetId, _: IdentityId, _: CheckpointId) -> Option<Balance> {
		None
	}
	fn supply_at(_: AssetId, _: CheckpointId) -> Option<Balance> {
		None
	}
}

/// A row that needs a second person, one that needs a second organisation, and one of the council.
pub struct OtherPowers;
impl Get<Vec<PowerRule>> for OtherPowers {
	fn get() -> Vec<PowerRule> {
		vec![
			PowerRule {
				confirms: &[Seat::Role(Role::MintController)],
				needs: Needs::SecondPerson,
				..PowerRule::of_one(
					Power::Mint,
					&[Seat::Role(Role::Minter)],
					&[("Issuance", "mint"), ("Issuance", "mint_batch")],
				)
			},
			PowerRule {
				confirms: &[
					Seat::Role(Role::ComplianceOfficer),
					Seat::Role(Role::Issuer),
				],
				needs: Needs::SecondOrganisation,
				stops: &[Seat::CouncilMajority],
				delay_ms: 7,
				..PowerRule::of_one(
					Power::ResumeMovement,
					&[Seat::Role(Role::ComplianceOfficer)],
					&[("Compliance", "resume")],
				)
			},
			PowerRule::of_motion(
				Power::UpgradeChain,
				&[Seat::CouncilSupermajority],
				&[("Consortium", "authorize_upgrade")],
			),
		]
	}
}

/// Keeps what it is told of each asset's status.
pub struct StatusLog;
impl StatusLog {
	fn key(asset: AssetId) -> Vec<u8> {
		(b"status", asset).encode()
	}
	pub fn last(asset: AssetId) -> Option<AssetStatus> {
		unhashed::get(&Self::key(asset))
	}
}
impl OnAssetStatus for StatusLog {
	fn status_changed(asset: AssetId, status: AssetStatus) {
		unhashed::put(&Self::key(asset), &status);
	}
}

impl Config for Test {
	type Time = Clock;
	type Identities = Identities;
	type Ledger = Ledger;
	type Positions = Positions;
	type OnStatus = StatusLog;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Approvers = Approvers;
	type CouncilOrigin = EnsureSignedBy<Council, AccountId>;
	type OtherPowers = OtherPowers;
	type TermsDelay = ConstU64<TERMS_DELAY>;
	type TermsPeriod = ConstU64<TERMS_PERIOD>;
	type AssetDeposit = ConstU128<ASSET_DEPOSIT>;
	type DocumentDeposit = ConstU128<DOCUMENT_DEPOSIT>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId> for Helper {
	fn set_time(now: Moment) {
		Clock::set(now);
	}
	fn organisation(seed: u32) -> IdentityId {
		let identity = 1_000 + seed;
		People::mutate(|people| people.insert(identity, profile(IdentityKind::Legal, None)));
		identity
	}
	fn approver(seed: u32) -> IdentityId {
		let identity = Self::organisation(seed);
		ApproverSet::mutate(|set| set.push(identity));
		identity
	}
	fn holder(asset: AssetId) -> AccountId {
		let (account, identity) = Self::person(Self::organisation(90), 90);
		Positions::set(asset, identity, 1);
		account
	}
	fn person(organisation: IdentityId, seed: u32) -> (AccountId, IdentityId) {
		use polkadot_sdk::frame_support::traits::fungible::Mutate;
		let identity = 2_000 + seed;
		let person = profile(IdentityKind::Natural, Some(organisation));
		People::mutate(|people| people.insert(identity, person));
		let account = identity.into();
		Balances::set_balance(&account, FUNDS);
		(account, identity)
	}
}

pub fn profile(kind: IdentityKind, organisation: Option<IdentityId>) -> IdentityProfile {
	IdentityProfile {
		kind,
		standing: Standing::Active,
		organisation,
		jurisdiction: 756,
		pending_jurisdiction: None,
		replacing: false,
		category: InvestorCategory::Institutional,
		claims: Default::default(),
	}
}

fn people() -> BTreeMap<IdentityId, IdentityProfile> {
	let legal = [ISSUER, REGISTRAR, VAULT, AUDIT].map(|id| (id, IdentityKind::Legal, None));
	let natural = [
		(ISA, ISSUER),
		(IVAN, ISSUER),
		(RITA, REGISTRAR),
		(ROY, REGISTRAR),
		(VERA, VAULT),
		(ADAM, AUDIT),
	]
	.map(|(id, organisation)| (id, IdentityKind::Natural, Some(organisation)));
	legal
		.into_iter()
		.chain(natural)
		.chain([(NINA, IdentityKind::Natural, None)])
		.map(|(id, kind, organisation)| (id, profile(kind, organisation)))
		.collect()
}

/// Changes what is known of an identity.
pub fn set(identity: IdentityId, change: impl FnOnce(&mut IdentityProfile)) {
	People::mutate(|people| change(people.get_mut(&identity).unwrap()));
}

pub struct ExtBuilder;
impl ExtBuilder {
	pub fn build() -> sp_io::TestExternalities {
		Clock::set(NOW);
		People::set(people());
		ApproverSet::set(vec![REGISTRAR, ISSUER, AUDIT]);
		let mut storage = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.unwrap();
		pallet_balances::GenesisConfig::<Test> {
			balances: [
				ISSUER, ISA, IVAN, REGISTRAR, RITA, ROY, VAULT, VERA, AUDIT, ADAM, NINA,
			]
			.into_iter()
			.map(|id| (id.into(), FUNDS))
			.chain([(NOBODY, FUNDS), (COUNCIL, FUNDS)])
			.collect(),
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		let mut ext: sp_io::TestExternalities = storage.into();
		ext.execute_with(|| System::set_block_number(1));
		ext
	}

	pub fn build_and_execute(test: impl FnOnce()) {
		Self::build().execute_with(|| {
			test();
			Registry::do_try_state().unwrap();
			for (asset, summary) in Summaries::<Test>::iter() {
				let told = Some(summary.status).filter(|status| *status != AssetStatus::Draft);
				assert_eq!(
					StatusLog::last(asset),
					told,
					"the status of asset {asset} was told"
				);
			}
		});
	}
}

pub fn signed(who: impl Into<AccountId>) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.into())
}

pub fn text<const N: u32>(text: &str) -> Text<N> {
	text.as_bytes().to_vec().try_into().unwrap()
}

/// A gram of gold over thousandths of a fine troy ounce.
pub fn gold() -> AssetDefinition {
	AssetDefinition {
		kind: AssetKind::Commodity,
		unit: UnitRatio {
			numerator: 625,
			denominator: 19_439_673,
		},
		terms: AssetTerms {
			name: text("Vault Gold Gram"),
			symbol: text("VGG"),
			decimals: 6,
			underlying_unit: text("fine troy ounce /1000"),
			obligor: text("Gold SPV AG"),
			trustee: text("Trust Co"),
			governing_law: text("Swiss law"),
			segregation: Segregation::Segregated,
			bankruptcy_remote: true,
			right: HolderRight::Title,
			isin: Some(*b"US0378331005"),
			lei: Some(*b"5493001KJTIIGC8Y1R12"),
			redemption: RedemptionTerms {
				minimum_units: 1_000_000,
				notice_ms: 86_400_000,
				..Default::default()
			},
		},
	}
}

/// Gold with a change that needs a second organisation and a delay.
pub fn pledged_gold() -> AssetDefinition {
	let mut definition = gold();
	definition.terms.segregation = Segregation::Pledged;
	definition
}

/// Money at a bank.
pub fn francs() -> AssetDefinition {
	let mut definition = with_ticker("CHF");
	definition.kind = AssetKind::Fiat;
	definition
}

pub fn with_ticker(ticker: &str) -> AssetDefinition {
	let mut definition = gold();
	definition.terms.symbol = text(ticker);
	definition
}

pub fn opinion(valid_until: Option<Moment>) -> DocumentFiling {
	DocumentFiling {
		title: text("Opinion"),
		uri: text("https://example.org/opinion.pdf"),
		hash: Hash::repeat_byte(1),
		valid_until,
		required: true,
	}
}

pub fn status(asset: AssetId) -> AssetStatus {
	Summaries::<Test>::get(asset).unwrap().status
}

/// A draft by a person of the issuer.
pub fn drafted() -> AssetId {
	let asset = NextAssetId::<Test>::get();
	Registry::draft(signed(ISA), gold()).unwrap();
	asset
}

/// An asset of gold brought into a status by its calls; its compliance officer is the audit firm.
pub fn asset_in(wanted: AssetStatus) -> AssetId {
	asset_of(gold(), wanted)
}

/// The same of another definition.
pub fn asset_of(definition: AssetDefinition, wanted: AssetStatus) -> AssetId {
	use AssetStatus::*;
	let terms_hash = definition.hash();
	let asset = NextAssetId::<Test>::get();
	Registry::draft(signed(ISA), definition).unwrap();
	if wanted == Draft {
		return asset;
	}
	Registry::approve(signed(RITA), asset, terms_hash).unwrap();
	grant(asset, Role::ComplianceOfficer, AUDIT);
	if wanted == Registered {
		return asset;
	}
	Registry::activate(signed(ISA), asset).unwrap();
	match wanted {
		Suspended => Registry::suspend(signed(COUNCIL), asset).unwrap(),
		WindingDown | Retired => Registry::wind_down(signed(ISA), asset).unwrap(),
		Draft | Registered | Active => (),
	}
	if wanted == Retired {
		Registry::retire(signed(ISA), asset).unwrap();
	}
	assert_eq!(status(asset), wanted);
	asset
}

/// A change of an asset's terms, brought into a stage by its calls: the audit firm approves, Nina
/// holds and objects.
pub fn change_in(stage: ChangeStage, asset: AssetId) {
	use ChangeStage::*;
	Registry::propose_terms(signed(ISA), asset, pledged_gold()).unwrap();
	if stage == Proposed {
		return;
	}
	Registry::approve_terms(signed(ADAM), asset, pledged_gold().hash()).unwrap();
	if stage == Approved {
		return;
	}
	Positions::set(asset, NINA, 1);
	Registry::object_to_terms(signed(NINA), asset).unwrap();
	if stage == Contested {
		return;
	}
	assert_eq!(stage, Confirmed);
	Registry::confirm_terms(signed(COUNCIL), asset).unwrap();
}

pub fn grant(asset: AssetId, role: Role, identity: IdentityId) {
	Registry::grant_role(signed(ISA), asset, role, identity, None).unwrap();
}

pub fn last_event() -> RuntimeEvent {
	System::events().pop().unwrap().event
}

pub fn held(who: impl Into<AccountId>) -> Balance {
	use polkadot_sdk::frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&HoldReason::AssetDeposit.into(), &who.into())
}

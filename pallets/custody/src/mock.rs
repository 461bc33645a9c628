//! A runtime of this pallet and its deposits, with doubles for the other pallets of Assay.

use crate as pallet_custody;
use crate::{Licence, LotInput, LotInputs, LotValue, RequiredBond};
use assay_primitives::{
	AssetId, AssetKind, AssetStatus, AssetSummary, Balance, Basis, BondPurpose, Hash, IdentityId,
	IdentityKind, IdentityProfile, InvestorCategory, LiquidityClass, LotId, Moment, Quantity, Role,
	Scope, Standing, TrustedIssuers, UnitRatio, VaultId,
};
use assay_traits::{AssetInspect, BondInspect, CustodyDependents, IdentityInspect, RoleInspect};
use polkadot_sdk::{
	frame_support::{
		self, assert_ok, construct_runtime, derive_impl, ord_parameter_types, parameter_types,
		traits::{ConstU128, Time},
		BoundedVec,
	},
	frame_system::{self, EnsureSignedBy},
	pallet_balances,
	sp_io::TestExternalities,
	sp_runtime::BuildStorage,
};
use std::collections::{BTreeMap, BTreeSet};

pub type AccountId = u64;

/// Account of the custodian's own identity.
pub const CUSTODIAN: AccountId = 1;
/// Account of a person who acts for the custodian.
pub const EMPLOYEE: AccountId = 2;
/// Account of another approved custodian.
pub const OTHER: AccountId = 3;
/// Account of an approved auditor.
pub const AUDITOR: AccountId = 4;
/// Account of an organisation that is approved for nothing.
pub const STRANGER: AccountId = 5;
/// Account of a person who acts for nobody.
pub const PERSON: AccountId = 6;
/// Account without an identity.
pub const NOBODY: AccountId = 7;
/// Account that the council speaks through.
pub const COUNCIL: AccountId = 100;

pub const CUSTODIAN_ORG: IdentityId = 10;
pub const EMPLOYEE_ID: IdentityId = 20;
pub const OTHER_ORG: IdentityId = 30;
pub const AUDITOR_ORG: IdentityId = 40;
pub const STRANGER_ORG: IdentityId = 50;
pub const PERSON_ID: IdentityId = 60;

/// Commodity.
pub const GOLD: AssetId = 1;
/// Treasury: lots need a value.
pub const BILLS: AssetId = 2;
/// Retired.
pub const OLD: AssetId = 3;
/// Commodity.
pub const SILVER: AssetId = 4;
/// Settlement asset.
pub const CASH: AssetId = 5;
/// No such asset.
pub const NONE: AssetId = 9_999;

pub const VAULT_DEPOSIT: Balance = 1_000;
pub const LOT_DEPOSIT: Balance = 10;
pub const FUNDS: Balance = 1_000_000;
pub const START: Moment = 1_000_000;

construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Custody: pallet_custody,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

parameter_types! {
	pub static Now: Moment = START;
	pub static Links: BTreeMap<AccountId, IdentityId> = BTreeMap::new();
	pub static Profiles: BTreeMap<IdentityId, IdentityProfile> = BTreeMap::new();
	pub static Registered: BTreeMap<AssetId, (AssetKind, AssetStatus)> = BTreeMap::new();
	pub static CustodianRoles: BTreeSet<(AssetId, IdentityId)> = BTreeSet::new();
	pub static Bonded: BTreeMap<IdentityId, RequiredBond> = BTreeMap::new();
	/// Lots that an open challenge to a scope asks about.
	pub static Challenged: BTreeSet<(Scope, LotId)> = BTreeSet::new();
	/// Settlement assets.
	pub static Settling: BTreeSet<AssetId> = BTreeSet::from([CASH]);
	/// Custodians and auditors on which something depends.
	pub static Needed: (BTreeSet<IdentityId>, BTreeSet<IdentityId>) = Default::default();
}

ord_parameter_types! {
	pub const Council: AccountId = COUNCIL;
}

pub struct Clock;
impl Time for Clock {
	type Moment = Moment;
	fn now() -> Moment {
		Now::get()
	}
}

pub struct Identities;
impl IdentityInspect<AccountId> for Identities {
	fn identity_of(account: &AccountId) -> Option<IdentityId> {
		Links::get().get(account).copied()
	}
	fn active_identity_of(account: &AccountId) -> Option<IdentityId> {
		Self::identity_of(account).filter(|identity| {
			Self::profile(*identity).is_some_and(|profile| profile.standing == Standing::Active)
		})
	}
	fn profile(identity: IdentityId) -> Option<IdentityProfile> {
		Profiles::get().get(&identity).cloned()
	}
	fn organisation_of(identity: IdentityId) -> Option<IdentityId> {
		Self::profile(identity).map(|profile| profile.organisation.unwrap_or(identity))
	}
	fn trusted_issuers() -> TrustedIssuers {
		TrustedIssuers::new()
	}
}

pub struct Roles;
impl RoleInspect for Roles {
	fn has_role(asset: AssetId, role: Role, identity: IdentityId, _: Moment) -> bool {
		role == Role::Custodian && CustodianRoles::get().contains(&(asset, identity))
	}
}

pub struct Assets;
impl AssetInspect for Assets {
	fn summary(asset: AssetId) -> Option<AssetSummary> {
		Registered::get()
			.get(&asset)
			.map(|(kind, status)| AssetSummary {
				status: *status,
				kind: *kind,
				issuer: 0,
				unit: UnitRatio {
					numerator: 1,
					denominator: 1,
				},
				underlying_unit: Hash::zero(),
				settlement: Settling::get().contains(&asset),
			})
	}
	fn documents_in_force(_: AssetId, _: Moment) -> bool {
		true
	}
}

pub struct Bonds;
impl BondInspect for Bonds {
	fn bonded(purpose: BondPurpose) -> Balance {
		bond_of(purpose).map_or(0, |bond| bond.amount)
	}
	fn settlement_asset(purpose: BondPurpose) -> Option<AssetId> {
		bond_of(purpose).map(|bond| bond.asset)
	}
}

fn bond_of(purpose: BondPurpose) -> Option<RequiredBond> {
	match purpose {
		BondPurpose::Issuer(_) => None,
		BondPurpose::Custodian(organisation) => Bonded::get().get(&organisation).copied(),
	}
}

pub struct Dependents;
impl CustodyDependents for Dependents {
	fn depends_on_custodian(custodian: IdentityId) -> bool {
		Needed::get().0.contains(&custodian)
	}
	fn depends_on_auditor(auditor: IdentityId) -> bool {
		Needed::get().1.contains(&auditor)
	}
	fn is_challenged(scope: Scope, lots: &[LotId]) -> bool {
		let challenged = Challenged::get();
		lots.iter().any(|lot| challenged.contains(&(scope, *lot)))
	}
}

impl pallet_custody::Config for Test {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Clock;
	type Currency = Balances;
	type Identities = Identities;
	type Roles = Roles;
	type Assets = Assets;
	type Bonds = Bonds;
	type Dependents = Dependents;
	type CouncilOrigin = EnsureSignedBy<Council, AccountId>;
	type VaultDeposit = ConstU128<VAULT_DEPOSIT>;
	type LotDeposit = ConstU128<LOT_DEPOSIT>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Helper {
	fn organisation(seed: u32) -> (AccountId, IdentityId) {
		use frame_support::traits::fungible::Mutate;
		let (who, person, organisation) = (1_000 + u64::from(seed), 2_000 + seed, 3_000 + seed);
		add_identity(organisation, IdentityKind::Legal, None);
		add_identity(person, IdentityKind::Natural, Some(organisation));
		Links::mutate(|links| links.insert(who, person));
		assert_ok!(Balances::mint_into(&who, FUNDS));
		(who, organisation)
	}
	fn asset(custodian: IdentityId) -> AssetId {
		grant(BILLS, custodian);
		BILLS
	}
	fn bond(custodian: IdentityId) -> RequiredBond {
		bond(custodian, CASH, 1);
		RequiredBond {
			asset: CASH,
			amount: 1,
		}
	}
	fn set_time(now: Moment) {
		Now::set(now);
	}
}

/// Sets what the custodian has bonded.
pub fn bond(custodian: IdentityId, asset: AssetId, amount: Balance) {
	Bonded::mutate(|bonded| bonded.insert(custodian, RequiredBond { asset, amount }));
}

/// A licence without an end.
pub fn licence(n: u8) -> Licence {
	Licence {
		document_hash: hash(n),
		uri: BoundedVec::truncate_from(b"https://example.org/licence.pdf".to_vec()),
		valid_until: None,
	}
}

pub fn add_identity(identity: IdentityId, kind: IdentityKind, organisation: Option<IdentityId>) {
	let profile = IdentityProfile {
		kind,
		standing: Standing::Active,
		organisation,
		jurisdiction: 756,
		pending_jurisdiction: None,
		replacing: false,
		category: InvestorCategory::Institutional,
		claims: BoundedVec::new(),
	};
	Profiles::mutate(|profiles| profiles.insert(identity, profile));
}

pub fn set_standing(identity: IdentityId, standing: Standing) {
	Profiles::mutate(|profiles| {
		if let Some(profile) = profiles.get_mut(&identity) {
			profile.standing = standing;
		}
	});
}

pub fn grant(asset: AssetId, identity: IdentityId) {
	CustodianRoles::mutate(|roles| roles.insert((asset, identity)));
}

fn reset_doubles() {
	Now::set(START);
	Bonded::set(BTreeMap::new());
	Needed::set(Default::default());
	Challenged::set(BTreeSet::new());
	Settling::set(BTreeSet::from([CASH]));
	Profiles::set(BTreeMap::new());
	for (identity, kind, organisation) in [
		(CUSTODIAN_ORG, IdentityKind::Legal, None),
		(EMPLOYEE_ID, IdentityKind::Natural, Some(CUSTODIAN_ORG)),
		(OTHER_ORG, IdentityKind::Legal, None),
		(AUDITOR_ORG, IdentityKind::Legal, None),
		(STRANGER_ORG, IdentityKind::Legal, None),
		(PERSON_ID, IdentityKind::Natural, None),
	] {
		add_identity(identity, kind, organisation);
	}
	Links::set(BTreeMap::from([
		(CUSTODIAN, CUSTODIAN_ORG),
		(EMPLOYEE, EMPLOYEE_ID),
		(OTHER, OTHER_ORG),
		(AUDITOR, AUDITOR_ORG),
		(STRANGER, STRANGER_ORG),
		(PERSON, PERSON_ID),
	]));
	Registered::set(BTreeMap::from([
		(GOLD, (AssetKind::Commodity, AssetStatus::Active)),
		(BILLS, (AssetKind::Treasury, AssetStatus::Active)),
		(OLD, (AssetKind::Commodity, AssetStatus::Retired)),
		(SILVER, (AssetKind::Commodity, AssetStatus::Active)),
		(CASH, (AssetKind::Fiat, AssetStatus::Active)),
	]));
	CustodianRoles::set(BTreeSet::new());
	for asset in [GOLD, BILLS, OLD, SILVER] {
		grant(asset, CUSTODIAN_ORG);
		grant(asset, OTHER_ORG);
	}
}

/// A chain with two custodians and an auditor from genesis on.
pub fn new_test_ext() -> TestExternalities {
	reset_doubles();
	let accounts = [
		CUSTODIAN, EMPLOYEE, OTHER, AUDITOR, STRANGER, PERSON, NOBODY,
	];
	let storage = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: accounts.iter().map(|who| (*who, FUNDS)).collect(),
			..Default::default()
		},
		custody: pallet_custody::GenesisConfig {
			custodians: vec![(CUSTODIAN_ORG, licence(1)), (OTHER_ORG, licence(2))],
			auditors: vec![(AUDITOR_ORG, licence(3))],
			..Default::default()
		},
		..Default::default()
	}
	.build_storage()
	.unwrap();
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Builds the chain that a test runs on.
#[derive(Default)]
pub struct ExtBuilder {
	vaults: bool,
}

impl ExtBuilder {
	/// Vault 0 of the custodian and vault 1 of the other one are open.
	pub fn with_vaults(mut self) -> Self {
		self.vaults = true;
		self
	}

	/// Runs the test and checks every invariant at its end.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		new_test_ext().execute_with(|| {
			if self.vaults {
				open_vault(CUSTODIAN);
				open_vault(OTHER);
				System::reset_events();
			}
			test();
			assert_ok!(Custody::do_try_state());
		});
	}
}

pub fn hash(n: u8) -> Hash {
	Hash::repeat_byte(n)
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn council() -> RuntimeOrigin {
	signed(COUNCIL)
}

pub fn open_vault(who: AccountId) {
	assert_ok!(Custody::open_vault(
		signed(who),
		BoundedVec::truncate_from(b"Zurich 1".to_vec()),
		756
	));
}

/// A gold bar.
pub fn bar(serial: &str, quantity: Quantity) -> LotInput {
	LotInput {
		registry: BoundedVec::truncate_from(b"LBMA".to_vec()),
		serial: BoundedVec::truncate_from(serial.as_bytes().to_vec()),
		quantity,
		value: None,
		basis: Basis::Market,
		class: LiquidityClass::Liquid,
		document_hash: hash(9),
	}
}

/// A treasury bill.
pub fn bill(serial: &str, quantity: Quantity, matures_at: Option<Moment>) -> LotInput {
	let value = LotValue {
		value: 1_000,
		currency: *b"CHF",
		matures_at,
	};
	LotInput {
		value: Some(value),
		..bar(serial, quantity)
	}
}

pub fn batch(lots: impl IntoIterator<Item = LotInput>) -> LotInputs {
	BoundedVec::try_from(lots.into_iter().collect::<Vec<_>>()).unwrap()
}

pub fn id_of(serial: &str) -> LotId {
	crate::lot_id(b"LBMA", serial.as_bytes()).unwrap()
}

pub fn ids(serials: &[&str]) -> crate::LotIds {
	BoundedVec::try_from(
		serials
			.iter()
			.map(|serial| id_of(serial))
			.collect::<Vec<_>>(),
	)
	.unwrap()
}

/// Gold in the custodian's vault.
pub fn gold_scope() -> Scope {
	Scope {
		asset: GOLD,
		custodian: CUSTODIAN_ORG,
		vault: 0,
	}
}

/// Gold in the other custodian's vault.
pub fn others_scope() -> Scope {
	Scope {
		asset: GOLD,
		custodian: OTHER_ORG,
		vault: 1,
	}
}

/// Registers bars of the custodian for gold, in vault 0.
pub fn register(lots: &[(&str, Quantity)]) {
	let lots = batch(lots.iter().map(|(serial, quantity)| bar(serial, *quantity)));
	assert_ok!(Custody::register_lots(
		signed(CUSTODIAN),
		GOLD,
		0,
		lots,
		None
	));
}

/// Offers lots of the custodian's vault 0 to the other custodian's vault 1.
pub fn offer(asset: AssetId, serials: &[&str]) -> crate::OfferId {
	let number = crate::NextOfferId::<Test>::get();
	let (who, to) = (signed(CUSTODIAN), OTHER_ORG);
	let until = Now::get() + 1_000;
	assert_ok!(Custody::offer_lots(
		who,
		asset,
		0,
		ids(serials),
		to,
		1,
		until
	));
	number
}

/// Moves lots from the custodian's vault 0 to the other custodian's vault 1.
pub fn transfer(asset: AssetId, serials: &[&str]) {
	let number = offer(asset, serials);
	assert_ok!(Custody::accept_lots(signed(OTHER), number));
}

pub fn held(who: AccountId, reason: crate::HoldReason) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&reason.into(), &who)
}

pub fn lots_in(vault: VaultId) -> u32 {
	Custody::vault(vault).unwrap().lots
}

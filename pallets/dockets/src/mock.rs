//! A runtime of this pallet and its deposits, with doubles for the other pallets of Assay. What a
//! failed call must undo lies in storage; what tests set by hand lies in statics.

use crate as pallet_dockets;
use crate::DocketKind;
use assay_primitives::{
	AssetId, Balance, DocketId, Hash, IdentityId, IdentityKind, IdentityProfile, InvestorCategory,
	Moment, Role, Standing, TrustedIssuers, DAY,
};
use assay_traits::{IdentityInspect, InterventionLedger, RoleInspect};
use polkadot_sdk::{
	frame_support::{
		self, assert_ok, construct_runtime, derive_impl, ensure, ord_parameter_types,
		pallet_prelude::ValueQuery,
		parameter_types, storage_alias,
		traits::{ConstU128, ConstU64, Time},
		Blake2_128Concat, BoundedVec,
	},
	frame_system::{self, EnsureSignedBy},
	pallet_balances,
	sp_io::TestExternalities,
	sp_runtime::{traits::Dispatchable, BuildStorage, DispatchError, DispatchResult},
};
use std::collections::{BTreeMap, BTreeSet};

pub type AccountId = u64;

/// Accounts of the officer, its colleague, and the transfer agents of two other organisations.
pub const OFFICER: AccountId = 1;
pub const COLLEAGUE: AccountId = 2;
pub const AGENT: AccountId = 3;
pub const THIRD: AccountId = 4;
/// An officer of another asset.
pub const ELSEWHERE: AccountId = 5;
/// An agent whose identity is suspended.
pub const SUSPENDED: AccountId = 6;
/// The holder's two accounts.
pub const HOLDER: AccountId = 10;
pub const HOLDER_2: AccountId = 11;
/// Another holder.
pub const OTHER: AccountId = 12;
/// The escrow account of gold.
pub const ESCROW: AccountId = 13;
/// An account without an identity.
pub const NOBODY: AccountId = 14;
/// Account that the council speaks through.
pub const COUNCIL: AccountId = 100;

pub const OFFICER_ID: IdentityId = 1;
pub const COLLEAGUE_ID: IdentityId = 2;
pub const AGENT_ID: IdentityId = 3;
pub const HOLDER_ID: IdentityId = 10;
pub const OTHER_ID: IdentityId = 12;
/// Organisation of the officer and its colleague.
pub const FIRM: IdentityId = 50;

pub const GOLD: AssetId = 1;
pub const SILVER: AssetId = 2;
/// A stranger is asked about this one only.
pub const ELSEWHERE_ASSET: AssetId = 3;

pub const FUNDS: Balance = 1_000;
pub const DEPOSIT: Balance = 10;
pub const START: Moment = 1_000 * DAY;
pub const OPEN: Moment = 3 * DAY;
pub const REFREEZE: Moment = 30 * DAY;
pub const RETENTION: Moment = 100 * DAY;

construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Dockets: pallet_dockets,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<Balance>;
	type Block = frame_system::mocking::MockBlock<Test>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
}

parameter_types! {
	pub static Now: Moment = START;
	pub static Links: BTreeMap<AccountId, IdentityId> = BTreeMap::new();
	pub static Profiles: BTreeMap<IdentityId, IdentityProfile> = BTreeMap::new();
	pub static Granted: BTreeSet<(AssetId, Role, IdentityId)> = BTreeSet::new();
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

pub struct Registry;

impl IdentityInspect<AccountId> for Registry {
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

impl RoleInspect for Registry {
	fn has_role(asset: AssetId, role: Role, identity: IdentityId, _: Moment) -> bool {
		Granted::get().contains(&(asset, role, identity))
	}
}

/// Units by asset and account.
#[storage_alias]
pub type Units = StorageMap<Mock, Blake2_128Concat, (AssetId, AccountId), Balance, ValueQuery>;
/// Freezes by asset and identity.
#[storage_alias]
pub type Freezes = StorageMap<Mock, Blake2_128Concat, (AssetId, IdentityId), (DocketId, Moment)>;

/// The double of compliance.
pub struct Ledger;

impl Ledger {
	fn take(asset: AssetId, from: AccountId, amount: Balance) -> DispatchResult {
		let rest = Units::get((asset, from))
			.checked_sub(amount)
			.ok_or(DispatchError::Other("too few units"))?;
		Units::insert((asset, from), rest);
		Ok(())
	}
}

impl InterventionLedger<AccountId> for Ledger {
	fn freeze(
		asset: AssetId,
		account: &AccountId,
		docket: DocketId,
		until: Moment,
	) -> Result<IdentityId, DispatchError> {
		let identity = Registry::identity_of(account).ok_or(DispatchError::CannotLookup)?;
		let stands = Freezes::get((asset, identity))
			.is_some_and(|(other, until)| other != docket && Now::get() < until);
		ensure!(!stands, under_docket());
		Freezes::insert((asset, identity), (docket, until));
		Ok(identity)
	}
	fn lift(asset: AssetId, identity: IdentityId, docket: DocketId) {
		if Freezes::get((asset, identity)).is_some_and(|(own, _)| own == docket) {
			Freezes::remove((asset, identity));
		}
	}
	fn frozen_by(asset: AssetId, identity: IdentityId) -> Option<(DocketId, Moment)> {
		Freezes::get((asset, identity))
	}
	fn force_transfer(
		asset: AssetId,
		from: &AccountId,
		to: &AccountId,
		amount: Option<Balance>,
	) -> Result<Balance, DispatchError> {
		let amount = amount.unwrap_or_else(|| Units::get((asset, from)));
		Self::take(asset, *from, amount)?;
		Units::mutate((asset, to), |units| *units += amount);
		Ok(amount)
	}
	fn wipe(asset: AssetId, from: &AccountId, amount: Balance) -> DispatchResult {
		Self::take(asset, *from, amount)
	}
}

/// What the double of compliance answers where another docket stands.
pub fn under_docket() -> DispatchError {
	DispatchError::Other("under docket")
}

impl pallet_dockets::Config for Test {
	type CouncilOrigin = EnsureSignedBy<Council, AccountId>;
	type Currency = Balances;
	type DocketDeposit = ConstU128<DEPOSIT>;
	type Identities = Registry;
	type Ledger = Ledger;
	type OpenPeriodMs = ConstU64<OPEN>;
	type RefreezePeriodMs = ConstU64<REFREEZE>;
	type RetentionMs = ConstU64<RETENTION>;
	type Roles = Registry;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Clock;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Helper {
	fn asset() -> AssetId {
		GOLD
	}
	fn agent(_: AssetId, seed: u32) -> AccountId {
		if seed == 1 {
			OFFICER
		} else {
			AGENT
		}
	}
	fn holder(asset: AssetId) -> (AccountId, Balance) {
		(HOLDER, Units::get((asset, HOLDER)))
	}
	fn receiver() -> AccountId {
		OTHER
	}
	fn set_time(now: Moment) {
		Now::set(now);
	}
}

/// A person who acts for an organisation, or an organisation.
pub fn add_identity(identity: IdentityId, organisation: Option<IdentityId>) {
	let profile = IdentityProfile {
		kind: match organisation {
			Some(_) => IdentityKind::Natural,
			None => IdentityKind::Legal,
		},
		standing: Standing::Active,
		organisation,
		jurisdiction: 756,
		pending_jurisdiction: None,
		replacing: false,
		category: InvestorCategory::Professional,
		claims: BoundedVec::new(),
	};
	Profiles::mutate(|profiles| profiles.insert(identity, profile));
}

pub fn set_standing(identity: IdentityId, standing: Standing) {
	Profiles::mutate(|profiles| profiles.get_mut(&identity).unwrap().standing = standing);
}

pub fn set_organisation(identity: IdentityId, organisation: Option<IdentityId>) {
	Profiles::mutate(|profiles| profiles.get_mut(&identity).unwrap().organisation = organisation);
}

pub fn link(account: AccountId, identity: IdentityId) {
	Links::mutate(|links| links.insert(account, identity));
}

pub fn revoke(asset: AssetId, role: Role, identity: IdentityId) {
	Granted::mutate(|granted| granted.remove(&(asset, role, identity)));
}

fn reset_doubles() {
	Now::set(START);
	Links::set(BTreeMap::new());
	Profiles::set(BTreeMap::new());
	Granted::set(BTreeSet::new());
	for (account, identity, organisation) in [
		(OFFICER, OFFICER_ID, Some(FIRM)),
		(COLLEAGUE, COLLEAGUE_ID, Some(FIRM)),
		(AGENT, AGENT_ID, None),
		(THIRD, 4, Some(54)),
		(ELSEWHERE, 5, None),
		(SUSPENDED, 6, None),
		(HOLDER, HOLDER_ID, None),
		(HOLDER_2, HOLDER_ID, None),
		(OTHER, OTHER_ID, None),
		(ESCROW, 13, None),
	] {
		link(account, identity);
		add_identity(identity, organisation);
	}
	add_identity(FIRM, None);
	add_identity(54, None);
	set_standing(6, Standing::Suspended);
	let granted = [GOLD, SILVER].into_iter().flat_map(|asset| {
		[
			(asset, Role::ComplianceOfficer, OFFICER_ID),
			(asset, Role::TransferAgent, COLLEAGUE_ID),
			(asset, Role::TransferAgent, AGENT_ID),
			(asset, Role::ComplianceOfficer, 4),
			(asset, Role::ComplianceOfficer, 6),
		]
	});
	let elsewhere = (ELSEWHERE_ASSET, Role::ComplianceOfficer, 5);
	Granted::set(granted.chain([elsewhere]).collect());
}

pub fn new_test_ext() -> TestExternalities {
	reset_doubles();
	let accounts = [
		OFFICER, COLLEAGUE, AGENT, THIRD, ELSEWHERE, SUSPENDED, HOLDER, HOLDER_2, OTHER, ESCROW,
		NOBODY, COUNCIL,
	];
	let storage = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: accounts.iter().map(|who| (*who, FUNDS)).collect(),
			..Default::default()
		},
		..Default::default()
	}
	.build_storage()
	.unwrap();
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		for asset in [GOLD, SILVER] {
			Units::insert((asset, HOLDER), 100);
			Units::insert((asset, OTHER), 50);
		}
		crate::Escrows::<Test>::insert(GOLD, ESCROW);
	});
	ext
}

/// Runs a test, and checks every invariant at its end.
pub fn execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		assert_ok!(Dockets::do_try_state());
	});
}

/// Dispatches as the chain does: what fails leaves nothing behind.
pub fn run(who: AccountId, call: crate::Call<Test>) -> DispatchResult {
	RuntimeCall::from(call)
		.dispatch(RuntimeOrigin::signed(who))
		.map(|_| ())
		.map_err(|error| error.error)
}

pub fn hash(n: u8) -> Hash {
	Hash::repeat_byte(n)
}

pub fn transfer(amount: Balance) -> DocketKind<AccountId> {
	DocketKind::ForcedTransfer {
		from: HOLDER,
		to: OTHER,
		amount,
	}
}

pub fn seizure(to: AccountId) -> DocketKind<AccountId> {
	DocketKind::Seizure {
		from: HOLDER,
		to,
		amount: 60,
	}
}

pub fn recovery(to: AccountId) -> DocketKind<AccountId> {
	DocketKind::Recovery { from: HOLDER, to }
}

pub fn wipe(amount: Balance) -> DocketKind<AccountId> {
	DocketKind::Wipe {
		from: HOLDER,
		amount,
	}
}

pub fn propose(kind: DocketKind<AccountId>, case: u8) -> crate::Call<Test> {
	crate::Call::propose {
		asset: GOLD,
		kind,
		case: hash(case),
	}
}

/// A docket that the officer has proposed.
pub fn proposed(kind: DocketKind<AccountId>) -> DocketId {
	let docket = crate::NextDocketId::<Test>::get();
	assert_ok!(run(OFFICER, propose(kind, 100 + docket as u8)));
	docket
}

/// The same, whose time has passed.
pub fn expired(kind: DocketKind<AccountId>) -> DocketId {
	let docket = proposed(kind);
	advance(OPEN);
	docket
}

pub fn advance(time: Moment) {
	Now::mutate(|now| *now += time);
}

pub fn units(who: AccountId) -> Balance {
	Units::get((GOLD, who))
}

/// Whether what the identity holds of gold is frozen now.
pub fn is_frozen(identity: IdentityId) -> bool {
	Freezes::get((GOLD, identity)).is_some_and(|(_, until)| Now::get() < until)
}

pub fn held(who: AccountId) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&crate::HoldReason::Docket.into(), &who)
}

pub fn last_event() -> RuntimeEvent {
	System::events().pop().unwrap().event
}

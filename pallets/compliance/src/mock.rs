//! A runtime with the real ledger, the guard composed as in production, and small doubles of the
//! other pallets.

#[cfg(feature = "runtime-benchmarks")]
mod benchmark_world;
mod changes;
mod redemptions;

pub use redemptions::Redemptions;

use crate as pallet_compliance;
use crate::{AccountExtra, CheckTransferPolicy, GuardFilter, Policy, Rule};
use assay_primitives::{
	AssetId, AssetKind, AssetStatus, AssetSummary, Balance, Claim, ClaimTopic, Hash, IdentityId,
	IdentityKind, IdentityProfile, InvestorCategory, Moment, Role, Standing, TrustedIssuer,
	TrustedIssuers, UnitRatio, DAY,
};
use assay_traits::{AssetInspect, GuardedLedger, IdentityInspect, OnAssetStatus, RoleInspect};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{
	frame_support::{
		self, assert_ok, construct_runtime, derive_impl,
		dispatch::GetDispatchInfo,
		traits::{
			AsEnsureOriginWithArg, ConstU128, ConstU32, ConstU64, InstanceFilter, OnFinalize,
			OnInitialize, Time, VariantCount,
		},
	},
	frame_system::{self, EnsureNever, EnsureSignedBy},
	pallet_assets, pallet_assets_holder, pallet_balances, pallet_multisig, pallet_proxy,
	pallet_utility,
	sp_io::TestExternalities,
	sp_runtime::{
		traits::{BlakeTwo256, DispatchTransaction, IdentityLookup},
		transaction_validity::{TransactionSource, TransactionValidityError},
		BuildStorage, DispatchResult,
	},
};
use scale_info::TypeInfo;
use std::{
	cell::{Cell, RefCell},
	collections::BTreeMap,
};

pub type AccountId = u64;
pub type TxExtension = CheckTransferPolicy<Test>;

pub const GOLD: AssetId = 1;
pub const SILVER: AssetId = 2;

pub const ALICE: AccountId = 1;
pub const ALICE_2: AccountId = 11;
pub const ALICE_3: AccountId = 111;
pub const BOB: AccountId = 2;
pub const CAROL: AccountId = 3;
pub const DAVE: AccountId = 4;
pub const OFFICER: AccountId = 20;
pub const COLLEAGUE: AccountId = 21;
pub const OTHER_OFFICER: AccountId = 22;
pub const ISSUER: AccountId = 30;
pub const AGENT: AccountId = 40;
pub const REGISTRAR: AccountId = 45;
pub const COUNCIL: AccountId = 50;
pub const TEAM: AccountId = 60;
pub const STRANGER: AccountId = 99;

pub const NOW: Moment = 1_000 * DAY;
pub const OPT_IN_DEPOSIT: Balance = 7;
pub const APPROVAL_DEPOSIT: Balance = 11;

construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Assets: pallet_assets,
		AssetsHolder: pallet_assets_holder,
		Utility: pallet_utility,
		Proxy: pallet_proxy,
		Multisig: pallet_multisig,
		Compliance: pallet_compliance,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountData = pallet_balances::AccountData<Balance>;
	type AccountId = AccountId;
	type BaseCallFilter = GuardFilter<Test>;
	type Block = frame_system::mocking::MockBlock<Test>;
	type Lookup = IdentityLookup<AccountId>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Test {
	type ApprovalDeposit = ConstU128<1>;
	type AssetAccountDeposit = ConstU128<1>;
	type AssetDeposit = ConstU128<1>;
	type Balance = Balance;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureNever<AccountId>>;
	type Currency = Balances;
	type Extra = AccountExtra;
	type ForceOrigin = EnsureNever<AccountId>;
	type Freezer = Compliance;
	type Holder = AssetsHolder;
	type MetadataDepositBase = ConstU128<0>;
	type MetadataDepositPerByte = ConstU128<0>;
}

/// What units are held for.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Purpose {
	Redemption,
	Escrow,
	Pledge,
}

impl Purpose {
	pub const ALL: [Self; 3] = [Self::Redemption, Self::Escrow, Self::Pledge];
}

impl VariantCount for Purpose {
	const VARIANT_COUNT: u32 = 3;
}

impl pallet_assets_holder::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = Purpose;
}

impl pallet_utility::Config for Test {
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
}

#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	#[default]
	Any,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, _: &RuntimeCall) -> bool {
		true
	}
}

impl pallet_proxy::Config for Test {
	type AnnouncementDepositBase = ConstU128<1>;
	type AnnouncementDepositFactor = ConstU128<1>;
	type BlockNumberProvider = System;
	type CallHasher = BlakeTwo256;
	type Currency = Balances;
	type MaxPending = ConstU32<2>;
	type MaxProxies = ConstU32<4>;
	type ProxyDepositBase = ConstU128<1>;
	type ProxyDepositFactor = ConstU128<1>;
	type ProxyType = ProxyType;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
}

impl pallet_multisig::Config for Test {
	type BlockNumberProvider = System;
	type Currency = Balances;
	type DepositBase = ConstU128<1>;
	type DepositFactor = ConstU128<1>;
	type MaxSignatories = ConstU32<3>;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
}

frame_support::ord_parameter_types! {
	pub const Council: AccountId = COUNCIL;
}

impl pallet_compliance::Config for Test {
	type Assets = Registry;
	type CouncilOrigin = EnsureSignedBy<Council, AccountId>;
	type DepositReason = RuntimeHoldReason;
	type Deposits = Balances;
	type HoldCloser = Redemptions;
	type Identities = Registry;
	type OptInDeposit = ConstU128<OPT_IN_DEPOSIT>;
	type Replacements = Registry;
	type Reseating = Registry;
	type Seats = Registry;
	type Roles = Registry;
	type TeamAccount = ConstU64<TEAM>;
	type TransferApprovalDeposit = ConstU128<APPROVAL_DEPOSIT>;
	type Time = Clock;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Registry;
}

thread_local! {
	static LINKS: RefCell<BTreeMap<AccountId, IdentityId>> = const { RefCell::new(BTreeMap::new()) };
	static PROFILES: RefCell<BTreeMap<IdentityId, IdentityProfile>> =
		const { RefCell::new(BTreeMap::new()) };
	static TRUSTED: RefCell<Vec<TrustedIssuer>> = const { RefCell::new(Vec::new()) };
	static ROLES: RefCell<Vec<(AssetId, Role, IdentityId)>> = const { RefCell::new(Vec::new()) };
	static SUMMARIES: RefCell<BTreeMap<AssetId, AssetSummary>> =
		const { RefCell::new(BTreeMap::new()) };
	static TIME: Cell<Moment> = const { Cell::new(NOW) };
	static READS: RefCell<Reads> = const { RefCell::new(Reads::NONE) };
}

/// How often each double was asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reads {
	pub links: u32,
	pub profiles: u32,
	pub issuers: u32,
	pub summaries: u32,
}

impl Reads {
	pub const NONE: Self = Self {
		links: 0,
		profiles: 0,
		issuers: 0,
		summaries: 0,
	};

	/// What was asked since the last call.
	pub fn take() -> Self {
		READS.with_borrow_mut(|reads| std::mem::replace(reads, Self::NONE))
	}
}

/// The doubles of identities and asset registry.
pub struct Registry;

impl Registry {
	pub fn link(account: AccountId, identity: IdentityId) {
		LINKS.with_borrow_mut(|links| links.insert(account, identity));
	}

	pub fn unlink(account: AccountId) {
		LINKS.with_borrow_mut(|links| links.remove(&account));
	}

	pub fn change(identity: IdentityId, change: impl FnOnce(&mut IdentityProfile)) {
		PROFILES.with_borrow_mut(|profiles| change(profiles.entry(identity).or_insert(profile())));
	}

	pub fn set_standing(identity: IdentityId, standing: Standing) {
		Self::change(identity, |profile| profile.standing = standing);
	}

	pub fn trust(topic: ClaimTopic, issuer: IdentityId) {
		TRUSTED.with_borrow_mut(|trusted| {
			trusted.push(TrustedIssuer { topic, issuer });
			trusted.sort();
		});
	}

	pub fn grant(asset: AssetId, role: Role, identity: IdentityId) {
		ROLES.with_borrow_mut(|roles| roles.push((asset, role, identity)));
	}

	pub fn revoke(asset: AssetId, role: Role, identity: IdentityId) {
		ROLES.with_borrow_mut(|roles| roles.retain(|entry| *entry != (asset, role, identity)));
	}

	/// Tells of an asset's status as the registry would.
	pub fn set_status(asset: AssetId, status: AssetStatus) {
		SUMMARIES.with_borrow_mut(|summaries| {
			let summary = AssetSummary {
				status,
				kind: AssetKind::Commodity,
				issuer: 30,
				unit: UnitRatio {
					numerator: 1,
					denominator: 1,
				},
				underlying_unit: Hash::zero(),
				settlement: false,
			};
			summaries.insert(asset, summary);
		});
		Compliance::status_changed(asset, status);
	}
}

fn profile() -> IdentityProfile {
	IdentityProfile {
		kind: IdentityKind::Legal,
		standing: Standing::Active,
		organisation: None,
		jurisdiction: 756,
		pending_jurisdiction: None,
		replacing: false,
		category: InvestorCategory::Professional,
		claims: Default::default(),
	}
}

impl IdentityInspect<AccountId> for Registry {
	fn identity_of(account: &AccountId) -> Option<IdentityId> {
		READS.with_borrow_mut(|reads| reads.links += 1);
		LINKS.with_borrow(|links| links.get(account).copied())
	}
	fn active_identity_of(account: &AccountId) -> Option<IdentityId> {
		let identity = LINKS.with_borrow(|links| links.get(account).copied())?;
		let standing = PROFILES
			.with_borrow(|profiles| profiles.get(&identity).map(|profile| profile.standing));
		(standing == Some(Standing::Active)).then_some(identity)
	}
	fn profile(identity: IdentityId) -> Option<IdentityProfile> {
		READS.with_borrow_mut(|reads| reads.profiles += 1);
		PROFILES.with_borrow(|profiles| profiles.get(&identity).cloned())
	}
	fn organisation_of(identity: IdentityId) -> Option<IdentityId> {
		PROFILES.with_borrow(|profiles| {
			profiles
				.get(&identity)
				.map(|profile| profile.organisation.unwrap_or(identity))
		})
	}
	fn trusted_issuers() -> TrustedIssuers {
		READS.with_borrow_mut(|reads| reads.issuers += 1);
		TRUSTED.with_borrow(|trusted| trusted.clone().try_into().unwrap())
	}
}

impl AssetInspect for Registry {
	fn summary(asset: AssetId) -> Option<AssetSummary> {
		READS.with_borrow_mut(|reads| reads.summaries += 1);
		SUMMARIES.with_borrow(|summaries| summaries.get(&asset).copied())
	}
	fn documents_in_force(_: AssetId, _: Moment) -> bool {
		true
	}
}

impl RoleInspect for Registry {
	fn has_role(asset: AssetId, role: Role, identity: IdentityId, _: Moment) -> bool {
		ROLES.with_borrow(|roles| roles.contains(&(asset, role, identity)))
	}
}

pub struct Clock;

impl Clock {
	pub fn set(now: Moment) {
		TIME.set(now);
	}
}

impl Time for Clock {
	type Moment = Moment;
	fn now() -> Moment {
		TIME.get()
	}
}

pub fn claim(topic: ClaimTopic) -> Claim {
	Claim {
		topic,
		issuer: 45,
		valid_until: NOW + DAY,
		data_hash: Hash::zero(),
	}
}

pub fn fund(account: AccountId) {
	assert_ok!(Balances::force_set_balance(
		RuntimeOrigin::root(),
		account,
		1_000_000
	));
}

/// A world with two assets; everything is active, and no rule but those of the test binds.
#[derive(Default)]
pub struct ExtBuilder {
	rules: Vec<Rule>,
	balances: Vec<(AccountId, Balance)>,
	closed: bool,
}

impl ExtBuilder {
	/// The policy of both assets.
	pub fn rules(self, rules: impl IntoIterator<Item = Rule>) -> Self {
		Self {
			rules: rules.into_iter().collect(),
			..self
		}
	}

	/// Gold that is minted.
	pub fn gold(mut self, account: AccountId, amount: Balance) -> Self {
		self.balances.push((account, amount));
		self
	}

	/// No asset is known yet.
	#[cfg(feature = "runtime-benchmarks")]
	pub fn closed(self) -> Self {
		Self {
			closed: true,
			..self
		}
	}

	pub fn build(self) -> TestExternalities {
		LINKS.with_borrow_mut(BTreeMap::clear);
		PROFILES.with_borrow_mut(BTreeMap::clear);
		TRUSTED.with_borrow_mut(Vec::clear);
		ROLES.with_borrow_mut(Vec::clear);
		SUMMARIES.with_borrow_mut(BTreeMap::clear);
		TIME.set(NOW);
		Registry::replace_nothing();
		Redemptions::take_wiped();
		let storage = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.unwrap();
		let mut ext = TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			System::set_extrinsic_index(0);
			self.populate();
			System::reset_events();
			Reads::take();
		});
		ext
	}

	fn populate(self) {
		let people = [
			(ALICE, 1),
			(ALICE_2, 1),
			(ALICE_3, 1),
			(BOB, 2),
			(CAROL, 3),
			(DAVE, 4),
			(OFFICER, 20),
			(COLLEAGUE, 21),
			(OTHER_OFFICER, 22),
			(ISSUER, 30),
			(AGENT, 40),
			(REGISTRAR, 45),
		];
		for (account, identity) in people {
			fund(account);
			Registry::link(account, identity);
			Registry::change(identity, |_| {});
		}
		for account in [COUNCIL, STRANGER] {
			fund(account);
		}
		Registry::change(200, |_| {});
		Registry::change(20, |profile| profile.organisation = Some(200));
		Registry::change(21, |profile| profile.organisation = Some(200));
		Registry::trust(ClaimTopic::Kyc, 45);
		if self.closed {
			return;
		}
		for asset in [GOLD, SILVER] {
			Registry::set_status(asset, AssetStatus::Active);
			assert_ok!(<Compliance as GuardedLedger<_>>::open(
				asset, b"Metal", b"MTL", 6
			));
			for identity in [20, 21, 22] {
				Registry::grant(asset, Role::ComplianceOfficer, identity);
			}
			Registry::grant(asset, Role::Issuer, 30);
			Registry::grant(asset, Role::TransferAgent, 40);
			set_rules(asset, []);
		}
		for (account, amount) in self.balances {
			mint(account, amount);
		}
		set_rules(GOLD, self.rules);
	}

	/// Runs a test, and checks every invariant at its end.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			assert_ok!(Compliance::do_try_state());
		});
	}
}

pub fn set_rules(asset: AssetId, rules: impl IntoIterator<Item = Rule>) {
	let policy: Policy = rules.into_iter().collect::<Vec<_>>().try_into().unwrap();
	assert_ok!(Compliance::do_set_policy(asset, policy));
}

pub fn mint(account: AccountId, amount: Balance) {
	assert_ok!(<Compliance as GuardedLedger<_>>::mint(
		GOLD, &account, amount
	));
}

pub fn free(account: AccountId) -> Balance {
	Assets::balance(GOLD, account)
}

pub fn total(identity: IdentityId) -> Balance {
	Compliance::position(GOLD, identity).map_or(0, |position| position.total)
}

/// Offers a transaction to the pool.
pub fn pool(who: AccountId, call: impl Into<RuntimeCall>) -> Result<(), TransactionValidityError> {
	let call = call.into();
	let info = call.get_dispatch_info();
	TxExtension::new()
		.validate_only(
			RuntimeOrigin::signed(who),
			&call,
			&info,
			0,
			TransactionSource::External,
			0,
		)
		.map(|_| ())
}

/// Runs a transaction in a block: extension, filter and call as in production.
pub fn submit(who: AccountId, call: impl Into<RuntimeCall>) -> DispatchResult {
	let call = call.into();
	let info = call.get_dispatch_info();
	let index = System::extrinsic_index().unwrap_or_default();
	let result = TxExtension::new()
		.dispatch_transaction(RuntimeOrigin::signed(who), call, &info, 0, 0)
		.expect("nothing is refused while a block is built");
	System::set_extrinsic_index(index + 1);
	assert!(
		crate::Clearance::<Test>::get().is_none(),
		"a clearance outlived its extrinsic"
	);
	result.map(|_| ()).map_err(|error| error.error)
}

/// Ends the block and begins the next.
pub fn next_block() {
	let number = System::block_number();
	Compliance::on_finalize(number);
	System::set_block_number(number + 1);
	System::set_extrinsic_index(0);
	Compliance::on_initialize(number + 1);
}

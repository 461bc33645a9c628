//! A chain of this pallet alone; what the other pallets know stands in a [`World`].

use crate::{self as pallet_attestations, *};
use assay_primitives::{
	AccountId, AssetId, AssetKind, AssetStatus, AssetSummary, Balance, Basis, BasisPoints,
	BondPurpose, CheckpointId, Hash, IdentityId, IdentityKind, IdentityProfile, InvestorCategory,
	LiquidityClass, LotId, LotPlace, Moment, Quantity, ReserveParameterValues, ReserveStatus, Role,
	Scope, Signature, Standing, TrustedIssuers, UnitRatio, VaultId, DAY,
};
use assay_traits::{
	AssetInspect, BondDraw, CustodyInspect, IdentityInspect, LotInspect, OnReserveStatus,
	PositionInspect, ReserveParameters, RoleInspect, SupplyInspect,
};
use polkadot_sdk::{
	frame_support::{
		self, derive_impl, parameter_types,
		traits::{ConstU128, ConstU32, Contains},
		BoundedVec,
	},
	frame_system, pallet_balances,
	sp_io::TestExternalities,
	sp_keyring::Sr25519Keyring,
	sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError},
};
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};

pub use Sr25519Keyring::{
	Alice as CUSTODIAN_KEY, Bob as OTHER_CUSTODIAN_KEY, Charlie as AUDITOR_KEY,
	Dave as OTHER_AUDITOR_KEY, Eve as ISSUER_KEY, Ferdie as HOLDER_KEY, One as STRANGER_KEY,
};

type Block = frame_system::mocking::MockBlock<Test>;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Attestations: pallet_attestations,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type AccountStore = System;
	type ExistentialDeposit = ConstU128<1>;
}

parameter_types! {
	pub static MaxAnnouncements: u32 = 3;
	pub static TimeToAnswer: Moment = ANSWER_PERIOD;
}

impl Config for Test {
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Time = World;
	type Identities = World;
	type Roles = World;
	type Assets = World;
	type Custody = World;
	type Lots = World;
	type Parameters = World;
	type Supply = World;
	type Positions = World;
	type CouncilMembers = World;
	type Bonds = World;
	type OnStatus = World;
	type ProofRewardBps = ConstU32<1_000>;
	type ChallengeDeposit = ConstU128<DEPOSIT>;
	type AnswerPeriod = TimeToAnswer;
	type MaxAnnouncementsPerBlock = MaxAnnouncements;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = World;
}

/// The asset of most tests: one unit claims one of the underlying.
pub const GOLD: AssetId = 1;
pub const ISSUER: IdentityId = 1;
pub const CUSTODIAN: IdentityId = 10;
pub const OTHER_CUSTODIAN: IdentityId = 20;
pub const AUDITOR: IdentityId = 30;
pub const OTHER_AUDITOR: IdentityId = 31;
pub const HOLDER: IdentityId = 99;
pub const VAULT: VaultId = 100;
pub const SECOND_VAULT: VaultId = 101;
pub const OTHER_VAULT: VaultId = 200;
/// The time at which tests start.
pub const NOW: Moment = 1_000 * DAY;
/// What everybody has in ASY, and what a challenge costs.
pub const FUNDS: Balance = 1_000_000;
pub const DEPOSIT: Balance = 1_000;
/// The time for an answer.
pub const ANSWER_PERIOD: Moment = 3 * DAY;
/// What each custodian has bonded.
pub const BOND: Balance = 50_005;
/// The greatest age of a report, until a test says otherwise.
pub const MAX_AGE: Moment = 30 * DAY;

pub fn scope() -> Scope {
	Scope {
		asset: GOLD,
		custodian: CUSTODIAN,
		vault: VAULT,
	}
}

pub fn other_scope() -> Scope {
	Scope {
		asset: GOLD,
		custodian: OTHER_CUSTODIAN,
		vault: OTHER_VAULT,
	}
}

pub fn unit_name() -> Hash {
	Hash::repeat_byte(0xAB)
}

pub fn summary() -> AssetSummary {
	AssetSummary {
		status: AssetStatus::Active,
		kind: AssetKind::Commodity,
		issuer: ISSUER,
		unit: UnitRatio {
			numerator: 1,
			denominator: 1,
		},
		underlying_unit: unit_name(),
		settlement: false,
	}
}

pub fn report_of(as_of: Moment, quantity: Quantity) -> ReportInput {
	ReportInput {
		as_of,
		valid_until: as_of + 60 * DAY,
		quantity,
		unit: unit_name(),
		basis: Basis::Market,
		class: LiquidityClass::Liquid,
		evidence_hash: Hash::repeat_byte(1),
		evidence_uri: BoundedVec::truncate_from(b"https://vault.example/bars.csv".to_vec()),
		lots_root: Some(Hash::repeat_byte(2)),
	}
}

pub fn verdict_of(report: Hash, quantity: Quantity, verdict: Verdict) -> ConfirmationInput {
	ConfirmationInput {
		report,
		quantity,
		verdict,
		evidence_hash: Hash::repeat_byte(3),
	}
}

/// What every other pallet would know.
#[derive(Clone, Default)]
pub struct World {
	pub now: Moment,
	pub accounts: BTreeMap<AccountId, IdentityId>,
	pub suspended: BTreeSet<IdentityId>,
	pub organisations: BTreeMap<IdentityId, IdentityId>,
	pub roles: BTreeSet<(AssetId, Role, IdentityId)>,
	pub assets: BTreeMap<AssetId, AssetSummary>,
	pub custodians: BTreeSet<IdentityId>,
	pub auditors: BTreeSet<IdentityId>,
	pub vaults: BTreeMap<VaultId, IdentityId>,
	pub pledged: BTreeMap<Scope, Quantity>,
	/// Scopes that a custodian must clear of lots before they are removed.
	pub kept: BTreeSet<Scope>,
	pub removals: Vec<(Scope, Moment, Quantity)>,
	pub accepted: Vec<(Scope, Moment)>,
	pub places: BTreeMap<LotId, LotPlace>,
	pub holdings: BTreeMap<(AssetId, IdentityId), Balance>,
	pub council: BTreeSet<AccountId>,
	pub bonds: BTreeMap<BondPurpose, Balance>,
	pub paid: Vec<(AccountId, Balance, Hash)>,
	pub parameters: BTreeMap<AssetId, ReserveParameterValues>,
	pub supply: BTreeMap<AssetId, Balance>,
	/// Changes of status that were told.
	pub told: Vec<(AssetId, ReserveStatus, Moment)>,
}

impl OnReserveStatus for World {
	fn changed(asset: AssetId, status: ReserveStatus, now: Moment) {
		world(|world| world.told.push((asset, status, now)));
	}
}

thread_local! {
	static WORLD: RefCell<World> = RefCell::new(World::default());
}

/// Looks at, or changes, what the other pallets know.
pub fn world<R>(act: impl FnOnce(&mut World) -> R) -> R {
	WORLD.with(|world| act(&mut world.borrow_mut()))
}

impl World {
	fn first() -> Self {
		let mut world = Self {
			now: NOW,
			..Self::default()
		};
		for (key, identity) in [
			(CUSTODIAN_KEY, CUSTODIAN),
			(OTHER_CUSTODIAN_KEY, OTHER_CUSTODIAN),
			(AUDITOR_KEY, AUDITOR),
			(OTHER_AUDITOR_KEY, OTHER_AUDITOR),
			(ISSUER_KEY, ISSUER),
			(HOLDER_KEY, HOLDER),
		] {
			world.accounts.insert(key.to_account_id(), identity);
		}
		for (role, identity) in [
			(Role::Custodian, CUSTODIAN),
			(Role::Custodian, OTHER_CUSTODIAN),
			(Role::Auditor, AUDITOR),
			(Role::Auditor, OTHER_AUDITOR),
			(Role::Issuer, ISSUER),
		] {
			world.roles.insert((GOLD, role, identity));
		}
		world.assets.insert(GOLD, summary());
		world.custodians.extend([CUSTODIAN, OTHER_CUSTODIAN]);
		world.auditors.extend([AUDITOR, OTHER_AUDITOR]);
		world.vaults.extend([
			(VAULT, CUSTODIAN),
			(SECOND_VAULT, CUSTODIAN),
			(OTHER_VAULT, OTHER_CUSTODIAN),
		]);
		for custodian in [CUSTODIAN, OTHER_CUSTODIAN] {
			world.bonds.insert(BondPurpose::Custodian(custodian), BOND);
		}
		world.holdings.insert((GOLD, HOLDER), 1);
		world.council.insert(ISSUER_KEY.to_account_id());
		world.pledged.insert(scope(), 1_000_000);
		world.pledged.insert(other_scope(), 1_000_000);
		world.parameters.insert(
			GOLD,
			ReserveParameterValues {
				max_report_age_ms: MAX_AGE,
				..Default::default()
			},
		);
		world
	}

	/// Pledges a lot to the scope in the register.
	pub fn place(&mut self, lot: LotId, scope: Scope, since: Moment) {
		let place = LotPlace {
			custodian: scope.custodian,
			vault: scope.vault,
			lien: Some(scope.asset),
			since,
		};
		self.places.insert(lot, place);
	}

	/// Takes lots out of the register now.
	pub fn release(&mut self, scope: Scope, quantity: Quantity) {
		let pledged = self.pledged.get_mut(&scope).expect("the scope has lots");
		*pledged = pledged.checked_sub(quantity).expect("they are enough");
		self.removals.push((scope, self.now, quantity));
	}
}

impl frame_support::traits::Time for World {
	type Moment = Moment;
	fn now() -> Moment {
		world(|world| world.now)
	}
}

impl IdentityInspect<AccountId> for World {
	fn identity_of(account: &AccountId) -> Option<IdentityId> {
		world(|world| world.accounts.get(account).copied())
	}
	fn active_identity_of(account: &AccountId) -> Option<IdentityId> {
		let identity = Self::identity_of(account)?;
		world(|world| (!world.suspended.contains(&identity)).then_some(identity))
	}
	fn profile(identity: IdentityId) -> Option<IdentityProfile> {
		let suspended = world(|world| world.suspended.contains(&identity));
		let standing = match suspended {
			true => Standing::Suspended,
			false => Standing::Active,
		};
		Some(IdentityProfile {
			kind: IdentityKind::Legal,
			standing,
			organisation: None,
			jurisdiction: 756,
			pending_jurisdiction: None,
			replacing: false,
			category: InvestorCategory::Institutional,
			claims: Default::default(),
		})
	}
	fn organisation_of(identity: IdentityId) -> Option<IdentityId> {
		world(|world| {
			world.organisations.get(&identity).copied().or_else(|| {
				world
					.accounts
					.values()
					.find(|known| **known == identity)
					.copied()
			})
		})
	}
	fn trusted_issuers() -> TrustedIssuers {
		TrustedIssuers::new()
	}
}

impl RoleInspect for World {
	fn has_role(asset: AssetId, role: Role, identity: IdentityId, _: Moment) -> bool {
		world(|world| world.roles.contains(&(asset, role, identity)))
	}
}

impl AssetInspect for World {
	fn summary(asset: AssetId) -> Option<AssetSummary> {
		world(|world| world.assets.get(&asset).copied())
	}
	fn documents_in_force(_: AssetId, _: Moment) -> bool {
		true
	}
}

impl CustodyInspect for World {
	fn is_custodian(organisation: IdentityId) -> bool {
		world(|world| world.custodians.contains(&organisation))
	}
	fn is_auditor(organisation: IdentityId) -> bool {
		world(|world| world.auditors.contains(&organisation))
	}
	fn is_vault(scope: Scope) -> bool {
		world(|world| world.vaults.get(&scope.vault) == Some(&scope.custodian))
	}
}

impl LotInspect for World {
	fn pledged(scope: Scope, _: Moment) -> Quantity {
		world(|world| world.pledged.get(&scope).copied().unwrap_or(0))
	}
	fn holds_lots(scope: Scope) -> bool {
		world(|world| world.kept.contains(&scope))
	}
	fn removed_after(scope: Scope, as_of: Moment) -> Quantity {
		world(|world| {
			let later = world
				.removals
				.iter()
				.filter(|(of, at, _)| *of == scope && *at > as_of);
			later.map(|(_, _, quantity)| quantity).sum()
		})
	}
	fn report_accepted(scope: Scope, as_of: Moment) {
		world(|world| {
			world
				.removals
				.retain(|(of, at, _)| *of != scope || *at > as_of);
			world.accepted.push((scope, as_of));
		});
	}
	fn place(lot: LotId) -> Option<LotPlace> {
		world(|world| world.places.get(&lot).copied())
	}
}

impl ReserveParameters for World {
	fn values(asset: AssetId, _: Moment) -> Option<ReserveParameterValues> {
		world(|world| world.parameters.get(&asset).copied())
	}
}

impl SupplyInspect for World {
	fn outstanding(asset: AssetId) -> Balance {
		world(|world| world.supply.get(&asset).copied().unwrap_or(0))
	}
}

impl PositionInspect for World {
	fn position(asset: AssetId, identity: IdentityId) -> Balance {
		world(|world| world.holdings.get(&(asset, identity)).copied().unwrap_or(0))
	}
	fn holders(_: AssetId) -> u32 {
		0
	}
	fn position_at(_: AssetId, _: IdentityId, _: CheckpointId) -> Option<Balance> {
		None
	}
	fn supply_at(_: AssetId, _: CheckpointId) -> Option<Balance> {
		None
	}
}

impl Contains<AccountId> for World {
	fn contains(account: &AccountId) -> bool {
		world(|world| world.council.contains(account))
	}
}

impl BondDraw<AccountId> for World {
	fn draw(
		purpose: BondPurpose,
		amount: Balance,
		to: &AccountId,
		reference: Hash,
	) -> Result<Balance, DispatchError> {
		world(|world| {
			let bond = world.bonds.entry(purpose).or_default();
			let paid = amount.min(*bond);
			*bond = bond.checked_sub(paid).expect("it is no more than that");
			world.paid.push((to.clone(), paid, reference));
			Ok(paid)
		})
	}
	fn draw_share(
		purpose: BondPurpose,
		share_bps: BasisPoints,
		to: &AccountId,
		reference: Hash,
	) -> Result<Balance, DispatchError> {
		let bond = world(|world| world.bonds.get(&purpose).copied().unwrap_or(0));
		Self::draw(
			purpose,
			bond * Balance::from(share_bps) / 10_000,
			to,
			reference,
		)
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId> for World {
	fn asset() -> AssetId {
		GOLD
	}
	fn reporter(asset: AssetId, role: Role) -> (AccountId, IdentityId) {
		let (keys, first) = if role == Role::Custodian {
			([CUSTODIAN_KEY, OTHER_CUSTODIAN_KEY], 510)
		} else {
			([AUDITOR_KEY, OTHER_AUDITOR_KEY], 530)
		};
		world(|world| {
			let taken = world.accounts.values().any(|identity| *identity == first);
			let key = keys[usize::from(taken)];
			let identity = first + IdentityId::from(taken);
			world.accounts.insert(key.to_account_id(), identity);
			world.roles.insert((asset, role, identity));
			match role {
				Role::Custodian => world.custodians.insert(identity),
				_ => world.auditors.insert(identity),
			};
			(key.to_account_id(), identity)
		})
	}
	fn vault(_: AssetId, custodian: IdentityId) -> VaultId {
		world(|world| world.vaults.insert(500, custodian));
		500
	}
	fn lots(scope: Scope, count: u32) -> Vec<LotId> {
		let lots: Vec<_> = (0..count)
			.map(|place| Hash::from_low_u64_be(place.into()))
			.collect();
		world(|world| lots.iter().for_each(|lot| world.place(*lot, scope, 0)));
		lots
	}
	fn fund(account: &AccountId, amount: Balance) {
		use frame_support::traits::fungible::Mutate;
		Balances::set_balance(account, amount);
	}
	fn bond(custodian: IdentityId) {
		world(|world| world.bonds.insert(BondPurpose::Custodian(custodian), BOND));
	}
	fn sign(account: &AccountId, payload: &[u8]) -> Signature {
		let key = Sr25519Keyring::from_account_id(account).expect("a known key");
		Signature::Sr25519(key.sign(payload))
	}
	fn set_time(now: Moment) {
		world(|world| world.now = now);
	}
}

/// Builds the chain and the world around it.
#[derive(Default)]
pub struct ExtBuilder;

impl ExtBuilder {
	pub fn build(self) -> TestExternalities {
		WORLD.with(|world| *world.borrow_mut() = World::first());
		MaxAnnouncements::set(3);
		TimeToAnswer::set(ANSWER_PERIOD);
		let keys = [
			HOLDER_KEY,
			ISSUER_KEY,
			AUDITOR_KEY,
			OTHER_AUDITOR_KEY,
			STRANGER_KEY,
		];
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: keys.map(|key| (key.to_account_id(), FUNDS)).to_vec(),
				..Default::default()
			},
			..Default::default()
		}
		.build_storage();
		let mut ext = TestExternalities::from(storage.expect("the genesis is sound"));
		ext.execute_with(|| System::set_block_number(1));
		ext
	}

	/// Runs a test and then checks all invariants.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Attestations::do_try_state().expect("the invariants hold");
		});
	}
}

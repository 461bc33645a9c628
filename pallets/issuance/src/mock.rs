//! A small runtime whose other parts are test doubles. What a failed call must undo lies in storage;
//! what tests set by hand lies in statics.

mod doubles;

pub use doubles::*;

use crate as pallet_issuance;
use assay_primitives::*;
use assay_traits::*;
use polkadot_sdk::{
	frame_support::{
		self, derive_impl, pallet_prelude::ValueQuery, parameter_types, storage_alias,
		Blake2_128Concat,
	},
	frame_system, sp_io,
	sp_runtime::{BuildStorage, DispatchError, DispatchResult},
};
use std::collections::BTreeMap;

type Block = frame_system::mocking::MockBlock<Test>;
pub type Account = u64;

pub const GOLD: AssetId = 1;
pub const SILVER: AssetId = 2;

pub const ISSUER: Account = 1;
pub const MINTER: Account = 2;
pub const CONTROLLER: Account = 3;
/// Acts for [`CUSTODIAN_ORGANISATION`].
pub const CUSTODIAN: Account = 4;
/// Acts for [`OTHER_ORGANISATION`], a custodian too.
pub const OTHER_CUSTODIAN: Account = 7;
/// Minter and mint controller in one.
pub const BOTH: Account = 5;
/// Has every role, but is suspended.
pub const SUSPENDED: Account = 6;
pub const ALICE: Account = 10;
pub const BOB: Account = 11;
/// May not receive units.
pub const REFUSED: Account = 12;
/// Approves terms for an organisation of its own.
pub const APPROVER: Account = 8;
/// A settlement asset.
pub const FRANCS: AssetId = 9;
/// The escrow account.
pub const ESCROW: Account = 50;
/// Linked to no identity.
pub const STRANGER: Account = 99;
/// Another account of Alice's identity.
pub const ALICE_TOO: Account = 1_001;

pub const CUSTODIAN_ORGANISATION: IdentityId = 40;
pub const OTHER_ORGANISATION: IdentityId = 41;
pub const VAULT_A: VaultId = 1;
pub const VAULT_B: VaultId = 2;
pub const START: Moment = 1_000 * DAY;
pub const MINUTE: Moment = 60 * SECOND;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Issuance: pallet_issuance,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = Account;
}

parameter_types! {
	pub static Now: Moment = START;
	pub static Status: AssetStatus = AssetStatus::Active;
	pub static DocumentsInForce: bool = true;
	pub static Parameters: Option<ReserveParameterValues> = Some(Default::default());
	/// Ten smallest units of the asset claim one of the underlying.
	pub static Unit: UnitRatio = UnitRatio { numerator: 1, denominator: 10 };
	/// Takes the place of the status that follows from the figures.
	pub static ForcedStatus: Option<ReserveStatus> = None;
	pub static ReserveKnown: bool = true;
	pub static CustodianApproved: bool = true;
	pub static Terms: Option<RedemptionTerms> = Some(Default::default());
	/// Why an account may not be paid.
	pub static Blocked: BTreeMap<Account, ReasonCode> = BTreeMap::new();
	/// For how long redemptions were paused.
	pub static PausedMs: Moment = 0;
	pub static EscrowAccount: Option<Account> = Some(ESCROW);
	pub static FrancsSettle: bool = true;
	pub static ChainHalted: bool = false;
	pub const OutageThreshold: Moment = MINUTE;
	pub const BlockedPeriod: Moment = 30 * DAY;
	pub const BlockedRecheck: Moment = 7 * DAY;
	pub const DeficiencyPeriod: Moment = 7 * DAY;
	pub const BreachEndPeriod: Moment = 30 * DAY;
	pub const RaiseDelay: Moment = DAY;
	pub const HistoryPeriod: Moment = 90 * DAY;
	pub const MaxOpenRedemptions: u32 = 4;
}

impl frame_support::traits::Time for Now {
	type Moment = Moment;
	fn now() -> Moment {
		Self::get()
	}
}

pub struct MockIdentities;
impl IdentityInspect<Account> for MockIdentities {
	fn identity_of(account: &Account) -> Option<IdentityId> {
		let of = |account: Account| IdentityId::try_from(account).unwrap();
		match *account {
			STRANGER => None,
			ALICE_TOO => Some(of(ALICE)),
			account => Some(of(account)),
		}
	}
	fn active_identity_of(account: &Account) -> Option<IdentityId> {
		Self::identity_of(account).filter(|_| *account != SUSPENDED)
	}
	fn profile(_: IdentityId) -> Option<IdentityProfile> {
		Some(IdentityProfile {
			kind: IdentityKind::Legal,
			standing: Standing::Active,
			organisation: None,
			jurisdiction: 756,
			pending_jurisdiction: None,
			replacing: false,
			category: InvestorCategory::Institutional,
			claims: Default::default(),
		})
	}
	fn organisation_of(identity: IdentityId) -> Option<IdentityId> {
		Some(match Account::from(identity) {
			CUSTODIAN => CUSTODIAN_ORGANISATION,
			OTHER_CUSTODIAN => OTHER_ORGANISATION,
			_ => identity,
		})
	}
	fn trusted_issuers() -> TrustedIssuers {
		TrustedIssuers::new()
	}
}

pub struct MockRoles;
impl RoleInspect for MockRoles {
	fn has_role(_: AssetId, role: Role, identity: IdentityId, _: Moment) -> bool {
		match Account::from(identity) {
			ISSUER => role == Role::Issuer,
			MINTER => role == Role::Minter,
			CONTROLLER => role == Role::MintController,
			CUSTODIAN | OTHER_CUSTODIAN => role == Role::Custodian,
			BOTH => matches!(role, Role::Minter | Role::MintController),
			SUSPENDED => true,
			_ => false,
		}
	}
}

pub struct MockAssets;
impl AssetInspect for MockAssets {
	fn summary(asset: AssetId) -> Option<AssetSummary> {
		[GOLD, SILVER, 7, FRANCS]
			.contains(&asset)
			.then(|| AssetSummary {
				status: Status::get(),
				kind: AssetKind::Commodity,
				issuer: 1,
				unit: Unit::get(),
				underlying_unit: Hash::zero(),
				settlement: asset == FRANCS && FrancsSettle::get(),
			})
	}
	fn documents_in_force(_: AssetId, _: Moment) -> bool {
		DocumentsInForce::get()
	}
}

pub struct MockParameters;
impl ReserveParameters for MockParameters {
	fn values(_: AssetId, _: Moment) -> Option<ReserveParameterValues> {
		Parameters::get()
	}
}

type Key = (AssetId, Account);
#[storage_alias]
pub type Free = StorageMap<Mock, Blake2_128Concat, Key, Balance, ValueQuery>;
#[storage_alias]
pub type Held = StorageMap<Mock, Blake2_128Concat, Key, Balance, ValueQuery>;
#[storage_alias]
pub type Supply = StorageMap<Mock, Blake2_128Concat, AssetId, Balance, ValueQuery>;
#[storage_alias]
pub type Reserve = StorageMap<Mock, Blake2_128Concat, AssetId, Quantity, ValueQuery>;
#[storage_alias]
pub type Lots = StorageMap<Mock, Blake2_128Concat, (Scope, LotId), Quantity>;
#[storage_alias]
pub type Removed = StorageMap<Mock, Blake2_128Concat, Hash, Quantity, ValueQuery>;

pub const POLICY: DispatchError = DispatchError::Other("policy");
pub const TOO_FEW_UNITS: DispatchError =
	DispatchError::Token(polkadot_sdk::sp_runtime::TokenError::FundsUnavailable);
pub const UNKNOWN_LOT: DispatchError = DispatchError::CannotLookup;

pub struct MockLedger;
impl GuardedLedger<Account> for MockLedger {
	fn open(_: AssetId, _: &[u8], _: &[u8], _: u8) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn mint(asset: AssetId, to: &Account, amount: Balance) -> DispatchResult {
		if *to == REFUSED {
			return Err(POLICY);
		}
		Free::mutate((asset, *to), |free| *free += amount);
		Supply::mutate(asset, |supply| *supply += amount);
		Ok(())
	}
	fn transfer(_: AssetId, _: &Account, _: &Account, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn supply(asset: AssetId) -> Balance {
		Supply::get(asset)
	}
}

pub struct MockHolds;
impl GuardedHolds<Account> for MockHolds {
	type Reason = RuntimeHoldReason;
	fn hold(
		asset: AssetId,
		_: RuntimeHoldReason,
		who: &Account,
		amount: Balance,
		redemption: bool,
	) -> DispatchResult {
		let free = Free::get((asset, *who))
			.checked_sub(amount)
			.ok_or(TOO_FEW_UNITS)?;
		if !redemption {
			return Err(POLICY);
		}
		Free::insert((asset, *who), free);
		Held::mutate((asset, *who), |held| *held += amount);
		Ok(())
	}
	fn release(
		asset: AssetId,
		_: RuntimeHoldReason,
		who: &Account,
		amount: Balance,
	) -> DispatchResult {
		Held::insert(
			(asset, *who),
			Held::get((asset, *who))
				.checked_sub(amount)
				.ok_or(TOO_FEW_UNITS)?,
		);
		Free::mutate((asset, *who), |free| *free += amount);
		Ok(())
	}
	fn burn_held(
		asset: AssetId,
		_: RuntimeHoldReason,
		who: &Account,
		amount: Balance,
	) -> DispatchResult {
		Held::insert(
			(asset, *who),
			Held::get((asset, *who))
				.checked_sub(amount)
				.ok_or(TOO_FEW_UNITS)?,
		);
		Supply::mutate(asset, |supply| *supply -= amount);
		Ok(())
	}
	fn move_held(
		_: AssetId,
		_: RuntimeHoldReason,
		_: &Account,
		_: &Account,
		_: Balance,
	) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn held(asset: AssetId, _: RuntimeHoldReason, who: &Account) -> Balance {
		Held::get((asset, *who))
	}
}

pub struct MockCustody;
impl CustodyInspect for MockCustody {
	fn is_custodian(organisation: IdentityId) -> bool {
		[CUSTODIAN_ORGANISATION, OTHER_ORGANISATION].contains(&organisation)
			&& CustodianApproved::get()
	}
	fn is_auditor(_: IdentityId) -> bool {
		false
	}
	fn is_vault(_: Scope) -> bool {
		true
	}
}

/// Takes what is released off the reserve, as the real register and reports do.
pub struct MockLots;
impl LotRelease for MockLots {
	fn release(
		scope: Scope,
		lots: &[(LotId, Quantity)],
		reference: Hash,
		_: Moment,
	) -> Result<Quantity, DispatchError> {
		let mut sum = 0;
		for (lot, quantity) in lots {
			let there = Lots::get((scope, *lot)).ok_or(UNKNOWN_LOT)?;
			Lots::insert(
				(scope, *lot),
				there.checked_sub(*quantity).ok_or(UNKNOWN_LOT)?,
			);
			sum += quantity;
		}
		Reserve::mutate(scope.asset, |reserve| {
			*reserve = reserve.saturating_sub(sum)
		});
		Removed::mutate(reference, |removed| *removed += sum);
		Ok(sum)
	}
}

pub struct MockReserves;
impl ReserveInspect for MockReserves {
	fn figures(asset: AssetId, _: Moment) -> Result<ReserveFigures, DispatchError> {
		if !ReserveKnown::get() {
			return Err(DispatchError::Unavailable);
		}
		let effective = Reserve::get(asset);
		let claims = Unit::get()
			.claim_ceil(Issuance::outstanding(asset))
			.ok_or(DispatchError::Unavailable)?;
		let status = if effective >= claims {
			ReserveStatus::Backed
		} else {
			ReserveStatus::Thin
		};
		Ok(ReserveFigures {
			status: ForcedStatus::get().unwrap_or(status),
			reserve: effective,
			effective,
			claims,
			required: claims,
		})
	}
	fn headroom(asset: AssetId, now: Moment) -> Result<Balance, DispatchError> {
		let figures = Self::figures(asset, now)?;
		let units = Unit::get().units_floor(figures.effective).unwrap();
		let headroom = units.saturating_sub(Issuance::outstanding(asset));
		Ok(if figures.status == ReserveStatus::Backed {
			headroom
		} else {
			0
		})
	}
}

impl pallet_issuance::Config for Test {
	type Time = Now;
	type Identities = MockIdentities;
	type Roles = MockRoles;
	type Assets = MockAssets;
	type Ledger = MockLedger;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Holds = MockHolds;
	type Custody = MockCustody;
	type LotRelease = MockLots;
	type Reserves = MockReserves;
	type Parameters = MockParameters;
	type Terms = MockTerms;
	type Guard = MockGuard;
	type Escrow = MockEscrow;
	type Bonds = MockBonds;
	type Approvers = MockApprovers;
	type Halted = ChainHalted;
	type OutageThreshold = OutageThreshold;
	type BlockedPeriod = BlockedPeriod;
	type BlockedRecheck = BlockedRecheck;
	type DeficiencyPeriod = DeficiencyPeriod;
	type BreachEndPeriod = BreachEndPeriod;
	type RaiseDelay = RaiseDelay;
	type HistoryPeriod = HistoryPeriod;
	type MaxOpenRedemptions = MaxOpenRedemptions;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = MockHelper;
}

pub fn scope(vault: VaultId) -> Scope {
	Scope {
		asset: GOLD,
		custodian: CUSTODIAN_ORGANISATION,
		vault,
	}
}

/// The same vault of the other custodian.
pub fn other_scope(vault: VaultId) -> Scope {
	Scope {
		custodian: OTHER_ORGANISATION,
		..scope(vault)
	}
}

pub fn lot(number: u64) -> LotId {
	LotId::from_low_u64_be(number)
}

/// Puts a lot into a vault and into the reserve.
pub fn add_lot(vault: VaultId, number: u64, quantity: Quantity) {
	add_lot_in(scope(vault), number, quantity);
}

pub fn add_lot_in(scope: Scope, number: u64, quantity: Quantity) {
	Lots::insert((scope, lot(number)), quantity);
	Reserve::mutate(GOLD, |reserve| *reserve += quantity);
}

pub fn advance(by: Moment) {
	Now::set(Now::get() + by);
}

#[cfg(feature = "runtime-benchmarks")]
pub struct MockHelper;
#[cfg(feature = "runtime-benchmarks")]
impl pallet_issuance::BenchmarkHelper<Account> for MockHelper {
	fn set_time(now: Moment) {
		Now::set(now);
	}
	fn prepare_asset(asset: AssetId) {
		Unit::set(UnitRatio {
			numerator: 1,
			denominator: 1,
		});
		Reserve::insert(asset, 1_000_000_000_000);
	}
	fn actor(_: AssetId, role: Role) -> Account {
		match role {
			Role::Issuer => ISSUER,
			Role::Minter => MINTER,
			Role::MintController => CONTROLLER,
			Role::Custodian => CUSTODIAN,
			_ => STRANGER,
		}
	}
	fn holder(_: AssetId, seed: u32) -> Account {
		Account::from(seed) + 1_000
	}
	fn lots(
		asset: AssetId,
		_: &Account,
		count: u32,
		quantity: Quantity,
	) -> Vec<(VaultId, LotId, Quantity)> {
		(0..count)
			.map(|number| {
				let lot = lot(number.into());
				Lots::insert(
					(
						Scope {
							asset,
							..scope(number)
						},
						lot,
					),
					quantity,
				);
				(number, lot, quantity)
			})
			.collect()
	}
	fn prepare_bond(asset: AssetId, amount: Balance) -> AssetId {
		Bonded::insert(asset, (FRANCS, amount));
		FRANCS
	}
	fn approver() -> Account {
		APPROVER
	}
	fn block(_: AssetId, holder: &Account) {
		Blocked::mutate(|blocked| {
			blocked.insert(*holder, ReasonCode::SenderUnderDocket);
		});
	}
	fn set_escrow(_: AssetId) {
		EscrowAccount::set(Some(ESCROW));
	}
}

/// Sets every static back; each test runs in a thread that an earlier one may have used.
fn reset() {
	Now::set(START);
	Status::set(AssetStatus::Active);
	DocumentsInForce::set(true);
	Parameters::set(Some(Default::default()));
	Unit::set(UnitRatio {
		numerator: 1,
		denominator: 10,
	});
	ForcedStatus::set(None);
	ReserveKnown::set(true);
	CustodianApproved::set(true);
	Terms::set(Some(Default::default()));
	Blocked::set(BTreeMap::new());
	PausedMs::set(0);
	EscrowAccount::set(Some(ESCROW));
	FrancsSettle::set(true);
	ChainHalted::set(false);
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	reset();
	let storage = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.unwrap();
	let mut ext: sp_io::TestExternalities = storage.into();
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// The world of a test.
#[derive(Default)]
pub struct ExtBuilder {
	bucket: Option<crate::Limits>,
	lots: Vec<(VaultId, u64, Quantity)>,
}

impl ExtBuilder {
	/// The asset has a bucket with these limits, set by [`CONTROLLER`].
	pub fn bucket(mut self, capacity: Balance, refill_per_day: Balance, cap: Balance) -> Self {
		self.bucket = Some(crate::Limits {
			capacity,
			refill_per_day,
			single_mint_cap: cap,
		});
		self
	}

	/// A lot lies in the vault.
	pub fn lot(mut self, vault: VaultId, number: u64, quantity: Quantity) -> Self {
		self.lots.push((vault, number, quantity));
		self
	}

	/// Runs the test and then checks every invariant.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		new_test_ext().execute_with(|| {
			for (vault, number, quantity) in self.lots {
				add_lot(vault, number, quantity);
			}
			if let Some(limits) = self.bucket {
				let bucket =
					crate::Bucket::first(IdentityId::try_from(CONTROLLER).unwrap(), limits, START);
				crate::Buckets::<Test>::insert(GOLD, bucket);
			}
			test();
			Issuance::do_try_state().unwrap();
		});
	}
}

//! A small runtime whose other parts are test doubles. What a failed call must undo lies in storage;
//! what tests set by hand lies in statics.

use crate as pallet_bonds;
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

pub type Account = u64;

/// Issues gold and silver.
pub const ISSUER: Account = 1;
/// Acts for [`VAULTS`].
pub const KEEPER: Account = 2;
/// Issues gold, too, but is suspended.
pub const SUSPENDED: Account = 3;
pub const ALICE: Account = 10;
pub const BOB: Account = 11;
/// Linked to no identity.
pub const STRANGER: Account = 99;

pub const VAULTS: IdentityId = 40;

pub const GOLD: AssetId = 1;
pub const SILVER: AssetId = 2;
/// Settlement assets.
pub const FRANCS: AssetId = 3;
pub const EUROS: AssetId = 4;

pub const START: Moment = 1_000 * DAY;
pub const FUNDS: Balance = 10_000;
pub const NOTICE: Moment = 14 * DAY;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Bonds: pallet_bonds,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountId = Account;
}

parameter_types! {
	pub static Now: Moment = START;
	/// Who may receive no settlement asset.
	pub static Refused: Vec<Account> = vec![];
	/// What must stay bonded for whatever purpose.
	pub static Required: Balance = 0;
	pub static Settlement: Vec<AssetId> = vec![FRANCS, EUROS];
	pub const WithdrawalNotice: Moment = NOTICE;
}

pub struct Clock;
impl frame_support::traits::Time for Clock {
	type Moment = Moment;
	fn now() -> Moment {
		Now::get()
	}
}

pub struct MockIdentities;
impl IdentityInspect<Account> for MockIdentities {
	fn identity_of(account: &Account) -> Option<IdentityId> {
		(*account != STRANGER).then(|| IdentityId::try_from(*account).unwrap())
	}
	fn active_identity_of(account: &Account) -> Option<IdentityId> {
		Self::identity_of(account).filter(|_| *account != SUSPENDED)
	}
	fn profile(identity: IdentityId) -> Option<IdentityProfile> {
		let legal = identity == VAULTS || Account::from(identity) == ISSUER;
		Some(IdentityProfile {
			kind: if legal {
				IdentityKind::Legal
			} else {
				IdentityKind::Natural
			},
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
		Some(if Account::from(identity) == KEEPER {
			VAULTS
		} else {
			identity
		})
	}
	fn trusted_issuers() -> TrustedIssuers {
		TrustedIssuers::new()
	}
}

pub struct MockRoles;
impl RoleInspect for MockRoles {
	fn has_role(_: AssetId, role: Role, identity: IdentityId, _: Moment) -> bool {
		role == Role::Issuer && [ISSUER, SUSPENDED].contains(&Account::from(identity))
	}
}

pub struct MockAssets;
impl AssetInspect for MockAssets {
	fn summary(asset: AssetId) -> Option<AssetSummary> {
		[GOLD, SILVER, FRANCS, EUROS]
			.contains(&asset)
			.then(|| AssetSummary {
				status: AssetStatus::Active,
				kind: AssetKind::Commodity,
				issuer: 1,
				unit: UnitRatio {
					numerator: 1,
					denominator: 1,
				},
				underlying_unit: Hash::zero(),
				settlement: Settlement::get().contains(&asset),
			})
	}
	fn documents_in_force(_: AssetId, _: Moment) -> bool {
		true
	}
}

pub struct MockDependents;
impl BondDependents for MockDependents {
	fn required(_: BondPurpose) -> Balance {
		Required::get()
	}
}

type Key = (AssetId, Account);
#[storage_alias]
pub type Free = StorageMap<Mock, Blake2_128Concat, Key, Balance, ValueQuery>;
#[storage_alias]
pub type Held = StorageMap<Mock, Blake2_128Concat, Key, Balance, ValueQuery>;

pub const POLICY: DispatchError = DispatchError::Other("policy");
pub const TOO_FEW_UNITS: DispatchError =
	DispatchError::Token(polkadot_sdk::sp_runtime::TokenError::FundsUnavailable);

fn take_held(asset: AssetId, who: Account, amount: Balance) -> DispatchResult {
	let left = Held::get((asset, who))
		.checked_sub(amount)
		.ok_or(TOO_FEW_UNITS)?;
	Held::insert((asset, who), left);
	Ok(())
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
		assert!(!redemption, "a bond is an ordinary hold");
		let free = Free::get((asset, *who))
			.checked_sub(amount)
			.ok_or(TOO_FEW_UNITS)?;
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
		take_held(asset, *who, amount)?;
		Free::mutate((asset, *who), |free| *free += amount);
		Ok(())
	}
	fn burn_held(_: AssetId, _: RuntimeHoldReason, _: &Account, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn move_held(
		asset: AssetId,
		_: RuntimeHoldReason,
		from: &Account,
		to: &Account,
		amount: Balance,
	) -> DispatchResult {
		if Refused::get().contains(to) {
			return Err(POLICY);
		}
		take_held(asset, *from, amount)?;
		Free::mutate((asset, *to), |free| *free += amount);
		Ok(())
	}
	fn held(asset: AssetId, _: RuntimeHoldReason, who: &Account) -> Balance {
		Held::get((asset, *who))
	}
}

impl HeldUnits<Account> for MockHolds {
	fn all_held(_: RuntimeHoldReason) -> Vec<(AssetId, Account, Balance)> {
		Held::iter()
			.filter(|(_, amount)| *amount > 0)
			.map(|((asset, who), amount)| (asset, who, amount))
			.collect()
	}
}

impl pallet_bonds::Config for Test {
	type Time = Clock;
	type Identities = MockIdentities;
	type Roles = MockRoles;
	type Assets = MockAssets;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Holds = MockHolds;
	type Dependents = MockDependents;
	type WithdrawalNotice = WithdrawalNotice;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = MockHelper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct MockHelper;
#[cfg(feature = "runtime-benchmarks")]
impl pallet_bonds::BenchmarkHelper<Account> for MockHelper {
	fn set_time(now: Moment) {
		Now::set(now);
	}
	fn poster(units: Balance) -> (AssetId, BondPurpose, Account) {
		Free::insert((FRANCS, ISSUER), units);
		(FRANCS, BondPurpose::Issuer(GOLD), ISSUER)
	}
	fn beneficiary(_: AssetId) -> Account {
		ALICE
	}
}

/// Everybody has [`FUNDS`] francs and euros; every static is set back, since each test runs in a
/// thread that an earlier one may have used.
pub fn new_test_ext() -> sp_io::TestExternalities {
	Now::set(START);
	Refused::set(vec![]);
	Required::set(0);
	Settlement::set(vec![FRANCS, EUROS]);
	let storage = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.unwrap();
	let mut ext: sp_io::TestExternalities = storage.into();
	ext.execute_with(|| {
		System::set_block_number(1);
		for who in [ISSUER, KEEPER, SUSPENDED, ALICE, BOB, STRANGER] {
			for asset in [GOLD, FRANCS, EUROS] {
				Free::insert((asset, who), FUNDS);
			}
		}
	});
	ext
}

/// Runs the test and then checks every invariant.
pub fn execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		Bonds::do_try_state().unwrap();
	});
}

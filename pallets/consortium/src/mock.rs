//! A runtime with the pallet, ASY, and test doubles for identities and the council.

use crate as pallet_consortium;
use crate::*;
use assay_primitives::{IdentityId, IdentityProfile, TrustedIssuers, DAY};
use assay_traits::IdentityInspect;
use frame_support::{
	derive_impl, ord_parameter_types, parameter_types,
	traits::{ConstU128, ConstU64, Time},
};
use frame_system::EnsureSignedBy;
use polkadot_sdk::{
	pallet_balances, sp_io,
	sp_runtime::{traits::BlakeTwo256, BuildStorage},
};

pub type AccountId = u64;
type Block = frame_system::mocking::MockBlock<Test>;

/// Accounts below this number are linked to an identity.
pub const LINKED: AccountId = 50;
/// A linked account.
pub const ALICE: AccountId = 1;
/// Another.
pub const BOB: AccountId = 2;
/// An account without an identity.
pub const NOBODY: AccountId = 90;
/// The account whose signature stands for a supermajority of the council.
pub const SUPERMAJORITY: AccountId = 98;
/// The account whose signature stands for a majority of the council.
pub const MAJORITY: AccountId = 99;

pub const DELAY: Moment = 2 * DAY;
pub const PERIOD: Moment = 30 * DAY;
pub const CAP: Balance = 1_000;
/// The first moment of a period.
pub const START: Moment = 600 * PERIOD;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Balances: pallet_balances,
		Consortium: pallet_consortium,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type Hashing = BlakeTwo256;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<5>;
}

parameter_types! {
	pub static Clock: Moment = START;
}

ord_parameter_types! {
	pub const Supermajority: AccountId = SUPERMAJORITY;
	pub const Majority: AccountId = MAJORITY;
}

impl Time for Clock {
	type Moment = Moment;
	fn now() -> Moment {
		Self::get()
	}
}

pub struct Identities;
impl IdentityInspect<AccountId> for Identities {
	fn identity_of(account: &AccountId) -> Option<IdentityId> {
		IdentityId::try_from(*account)
			.ok()
			.filter(|_| *account < LINKED)
	}
	fn active_identity_of(_: &AccountId) -> Option<IdentityId> {
		None
	}
	fn profile(_: IdentityId) -> Option<IdentityProfile> {
		None
	}
	fn organisation_of(_: IdentityId) -> Option<IdentityId> {
		None
	}
	fn trusted_issuers() -> TrustedIssuers {
		TrustedIssuers::new()
	}
}

impl Config for Test {
	type Time = Clock;
	type Identities = Identities;
	type Currency = Balances;
	type UpgradeOrigin = EnsureSignedBy<Supermajority, AccountId>;
	type GrantOrigin = EnsureSignedBy<Majority, AccountId>;
	type UpgradeDelay = ConstU64<DELAY>;
	type GrantCap = ConstU128<CAP>;
	type GrantPeriod = ConstU64<PERIOD>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<AccountId> for Helper {
	fn linked_account() -> AccountId {
		ALICE
	}
}

pub struct ExtBuilder;
impl ExtBuilder {
	pub fn build() -> sp_io::TestExternalities {
		Clock::set(START);
		let storage = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.unwrap();
		let mut ext: sp_io::TestExternalities = storage.into();
		ext.execute_with(|| System::set_block_number(1));
		ext
	}

	pub fn build_and_execute(test: impl FnOnce()) {
		Self::build().execute_with(|| {
			test();
			Consortium::do_try_state().unwrap();
		});
	}
}

/// The clock shows `moment`, and as many blocks have passed as an upgrade must wait.
pub fn wait_until(moment: Moment) {
	Clock::set(moment);
	System::set_block_number(System::block_number() + u64::from(MIN_UPGRADE_BLOCKS));
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn last_event() -> RuntimeEvent {
	System::events().pop().unwrap().event
}

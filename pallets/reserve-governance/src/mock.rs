//! A runtime of this pallet, with doubles for the other pallets of Assay.

use crate as pallet_reserve_governance;
use crate::Corridor;
use assay_primitives::{
	AssetId, AssetKind, AssetStatus, AssetSummary, Hash, Moment, ParameterKey,
	ReserveParameterValues, UnitRatio,
};
use assay_traits::AssetInspect;
use polkadot_sdk::{
	frame_support::{
		assert_ok, construct_runtime, derive_impl, ord_parameter_types, parameter_types,
		traits::Time,
	},
	frame_system::{self, EnsureSignedBy},
	sp_io::TestExternalities,
	sp_runtime::BuildStorage,
};

pub type AccountId = u64;

/// Account that the council speaks through.
pub const COUNCIL: AccountId = 100;
/// Account that a supermajority of the council speaks through.
pub const SUPERMAJORITY: AccountId = 101;
/// Anybody else.
pub const STRANGER: AccountId = 1;

/// An asset that exists.
pub const GOLD: AssetId = 1;
/// Another one.
pub const SILVER: AssetId = 2;
/// No such asset.
pub const NONE: AssetId = 9;

pub const START: Moment = 1_000_000_000;

construct_runtime!(
	pub enum Test {
		System: frame_system,
		ReserveGovernance: pallet_reserve_governance,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

parameter_types! {
	pub static Now: Moment = START;
}

ord_parameter_types! {
	pub const Council: AccountId = COUNCIL;
	pub const Supermajority: AccountId = SUPERMAJORITY;
}

pub struct Clock;
impl Time for Clock {
	type Moment = Moment;
	fn now() -> Moment {
		Now::get()
	}
}

pub struct Assets;
impl AssetInspect for Assets {
	fn summary(asset: AssetId) -> Option<AssetSummary> {
		[GOLD, SILVER].contains(&asset).then_some(AssetSummary {
			status: AssetStatus::Active,
			kind: AssetKind::Commodity,
			issuer: 0,
			unit: UnitRatio {
				numerator: 1,
				denominator: 1,
			},
			underlying_unit: Hash::zero(),
			settlement: false,
		})
	}
	fn documents_in_force(_: AssetId, _: Moment) -> bool {
		true
	}
}

impl pallet_reserve_governance::Config for Test {
	type Time = Clock;
	type Assets = Assets;
	type CouncilOrigin = EnsureSignedBy<Council, AccountId>;
	type CorridorOrigin = EnsureSignedBy<Supermajority, AccountId>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for Helper {
	fn asset() -> AssetId {
		GOLD
	}
}

/// A chain with initial corridors and values.
pub fn new_test_ext() -> TestExternalities {
	ExtBuilder::default().build()
}

/// Builds the chain that a test runs on.
#[derive(Default)]
pub struct ExtBuilder {
	corridors: Vec<(ParameterKey, Corridor)>,
	values: ReserveParameterValues,
}

impl ExtBuilder {
	/// Has another corridor from genesis on.
	pub fn with_corridor(mut self, key: ParameterKey, corridor: Corridor) -> Self {
		self.corridors.push((key, corridor));
		self
	}

	/// Has another default value from genesis on.
	pub fn with_value(mut self, key: ParameterKey, value: u64) -> Self {
		self.values.set(key, value).unwrap();
		self
	}

	/// The chain.
	pub fn build(self) -> TestExternalities {
		Now::set(START);
		let storage = RuntimeGenesisConfig {
			reserve_governance: pallet_reserve_governance::GenesisConfig {
				corridors: self.corridors,
				default_values: self.values,
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

	/// Runs the test and checks every invariant at its end.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			assert_ok!(ReserveGovernance::do_try_state());
		});
	}
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn council() -> RuntimeOrigin {
	signed(COUNCIL)
}

pub fn supermajority() -> RuntimeOrigin {
	signed(SUPERMAJORITY)
}

/// What holds for `key` of gold at `now`.
pub fn value_at(key: ParameterKey, now: Moment) -> u64 {
	use assay_traits::ReserveParameters;
	ReserveGovernance::values(GOLD, now).unwrap().get(key)
}

//! A chain with identities, ASY and nothing else, and the people of the tests.

use crate as pallet_identities;
use crate::*;
use polkadot_sdk::{
	frame_support::{
		derive_impl, ord_parameter_types, parameter_types,
		traits::{ConstU128, ConstU64},
	},
	frame_system::{self, EnsureSignedBy},
	pallet_balances, pallet_utility,
	sp_core::{sr25519, Pair},
	sp_io::TestExternalities,
	sp_runtime::{traits::IdentityLookup, AccountId32, BuildStorage, MultiSignature, MultiSigner},
};
use std::{cell::RefCell, collections::BTreeSet};

pub type AccountId = AccountId32;

const fn named(byte: u8) -> AccountId {
	AccountId::new([byte; 32])
}

/// Signs for the council.
pub const COUNCIL: AccountId = named(255);
/// Identity [`REGISTRY`], an organisation, registrar of [`BANK_ID`], [`ANNA_ID`] and [`BEN_ID`].
pub const REGISTRAR: AccountId = named(1);
/// Identity [`CLERK_ID`], a person who acts for [`REGISTRY`].
pub const CLERK: AccountId = named(2);
/// Identity [`OTHER_REGISTRY`], an organisation and registrar that answers for nobody.
pub const OTHER_REGISTRAR: AccountId = named(3);
/// Identity [`ISSUER_ID`], an organisation approved for KYC.
pub const ISSUER: AccountId = named(4);
/// Identity [`BANK_ID`], an organisation.
pub const BANK: AccountId = named(5);
/// First account of [`ANNA_ID`], a person.
pub const ANNA: AccountId = named(6);
/// Second account of [`ANNA_ID`].
pub const ANNA_2: AccountId = named(7);
/// Account of [`BEN_ID`], a person who acts for [`BANK_ID`].
pub const BEN: AccountId = named(8);
/// Linked to nothing, with ASY.
pub const STRANGER: AccountId = named(9);
/// A multisig, linked to nothing, without ASY.
pub const MULTISIG: AccountId = named(10);

pub const REGISTRY: IdentityId = 0;
pub const CLERK_ID: IdentityId = 1;
pub const OTHER_REGISTRY: IdentityId = 2;
pub const ISSUER_ID: IdentityId = 3;
pub const BANK_ID: IdentityId = 4;
pub const ANNA_ID: IdentityId = 5;
pub const BEN_ID: IdentityId = 6;
/// The first number that genesis leaves.
pub const NEXT_ID: IdentityId = 7;

pub const NOW: Moment = 1_000_000;
pub const PERIOD: Moment = 10_000;
/// How long an account may object to its replacement.
pub const OBJECTION: Moment = 5_000;
pub const DEPOSIT: Balance = 100;
pub const REPLACEMENT_DEPOSIT: Balance = 20;
pub const PROPOSAL_DEPOSIT: Balance = 10;
pub const ENDOWMENT: Balance = 10_000;

#[polkadot_sdk::frame_support::runtime]
mod test_runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type PalletIdentities = pallet_identities;
	#[runtime::pallet_index(3)]
	pub type Utility = pallet_utility;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
	type RuntimeHoldReason = RuntimeHoldReason;
}

impl pallet_utility::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = ();
}

ord_parameter_types! {
	pub const Council: AccountId = COUNCIL;
}

parameter_types! {
	pub static Present: Moment = NOW;
}

thread_local! {
	static HOLDERS: RefCell<BTreeSet<AccountId>> = const { RefCell::new(BTreeSet::new()) };
	static FROZEN: RefCell<BTreeSet<IdentityId>> = const { RefCell::new(BTreeSet::new()) };
	static OFFICERS: RefCell<BTreeSet<IdentityId>> = const { RefCell::new(BTreeSet::new()) };
}

/// Says whether `identity` holds anything beside its accounts.
pub fn set_frozen(identity: IdentityId, is_frozen: bool) {
	FROZEN.with_borrow_mut(|frozen| {
		if is_frozen {
			frozen.insert(identity);
		} else {
			frozen.remove(&identity);
		}
	});
}

/// Says whether something rests on `identity`.
pub fn set_duty(identity: IdentityId, has_duty: bool) {
	OFFICERS.with_borrow_mut(|officers| {
		if has_duty {
			officers.insert(identity);
		} else {
			officers.remove(&identity);
		}
	});
}

/// What [`set_duty`] said.
pub struct Duties;
impl Contains<IdentityId> for Duties {
	fn contains(identity: &IdentityId) -> bool {
		OFFICERS.with_borrow(|officers| officers.contains(identity))
	}
}

/// Says whether `account` holds units.
pub fn set_holding(account: AccountId, holds: bool) {
	HOLDERS.with(|holders| {
		if holds {
			holders.borrow_mut().insert(account);
		} else {
			holders.borrow_mut().remove(&account);
		}
	});
}

/// What [`set_holding`] and [`set_frozen`] said, each by itself: a frozen account need not hold.
pub struct Holdings;
impl HoldingsInspect<AccountId> for Holdings {
	fn account_holds_anything(account: &AccountId) -> bool {
		HOLDERS.with(|holders| holders.borrow().contains(account))
	}
	fn identity_holds_anything(identity: IdentityId) -> bool {
		FROZEN.with_borrow(|frozen| frozen.contains(&identity))
	}
}

/// What [`Present`] says.
pub struct Clock;
impl Time for Clock {
	type Moment = Moment;
	fn now() -> Moment {
		Present::get()
	}
}

/// A remark with this first byte.
fn is_remark(call: &RuntimeCall, first: u8) -> bool {
	matches!(
		call,
		RuntimeCall::System(frame_system::Call::remark { remark }) if remark.first() == Some(&first)
	)
}

/// Remarks that begin with 1 or 2.
pub struct SuspendedCalls;
impl Contains<RuntimeCall> for SuspendedCalls {
	fn contains(call: &RuntimeCall) -> bool {
		is_remark(call, 1) || is_remark(call, 2)
	}
}

/// Remarks that begin with 2.
pub struct SanctionedCalls;
impl Contains<RuntimeCall> for SanctionedCalls {
	fn contains(call: &RuntimeCall) -> bool {
		is_remark(call, 2)
	}
}

/// The objection.
pub struct ReplacedCalls;
impl Contains<RuntimeCall> for ReplacedCalls {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::PalletIdentities(Call::object_replacement {})
		)
	}
}

/// All but remarks that begin with 9.
pub struct OfferedCalls;
impl Contains<RuntimeCall> for OfferedCalls {
	fn contains(call: &RuntimeCall) -> bool {
		!is_remark(call, 9)
	}
}

/// Remarks that begin with 3.
pub struct UnlinkedCalls;
impl Contains<RuntimeCall> for UnlinkedCalls {
	fn contains(call: &RuntimeCall) -> bool {
		is_remark(call, 3)
	}
}

/// A batch acts in its signer's name, `dispatch_as` in that of whom it names, and `as_derivative` in
/// that of the account derived.
pub struct Carriers;
impl CarriedCalls<RuntimeCall, AccountId> for Carriers {
	fn carried(call: &RuntimeCall) -> Vec<&RuntimeCall> {
		match call {
			RuntimeCall::Utility(pallet_utility::Call::batch { calls }) => calls.iter().collect(),
			RuntimeCall::Utility(
				pallet_utility::Call::dispatch_as { call, .. }
				| pallet_utility::Call::as_derivative { call, .. },
			) => vec![&**call],
			_ => vec![],
		}
	}
	fn principal(who: &AccountId, call: &RuntimeCall) -> Option<AccountId> {
		match call {
			RuntimeCall::Utility(pallet_utility::Call::dispatch_as { as_origin, .. }) => {
				match &**as_origin {
					OriginCaller::system(frame_system::RawOrigin::Signed(who)) => Some(who.clone()),
					_ => None,
				}
			},
			RuntimeCall::Utility(pallet_utility::Call::as_derivative { index, .. }) => {
				Some(pallet_utility::derivative_account_id(who.clone(), *index))
			},
			_ => None,
		}
	}
}

impl Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Clock;
	type Holdings = Holdings;
	type Duties = Duties;
	type CouncilOrigin = EnsureSignedBy<Council, AccountId>;
	type Signature = MultiSignature;
	type Signer = MultiSigner;
	type SuspendedCalls = SuspendedCalls;
	type SanctionedCalls = SanctionedCalls;
	type ReplacedCalls = ReplacedCalls;
	type UnlinkedCalls = UnlinkedCalls;
	type Carriers = Carriers;
	type OfferedCalls = OfferedCalls;
	type IdentityDeposit = ConstU128<DEPOSIT>;
	type LinkProposalDeposit = ConstU128<PROPOSAL_DEPOSIT>;
	type ReplacementDeposit = ConstU128<REPLACEMENT_DEPOSIT>;
	type ObjectionPeriodMs = ConstU64<OBJECTION>;
	type ProposalPeriodMs = ConstU64<PERIOD>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Keys;
}

/// Signs outside of a keystore.
#[cfg(feature = "runtime-benchmarks")]
pub struct Keys;
#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<MultiSignature, AccountId, RuntimeCall> for Keys {
	fn signer(index: u32) -> AccountId {
		numbered(index).public().0.into()
	}
	fn sign(index: u32, message: &[u8]) -> MultiSignature {
		numbered(index).sign(message).into()
	}
	fn set_time(now: Moment) {
		Present::set(now);
	}
	fn carrier(carried: u32, principals: u32) -> RuntimeCall {
		let remark = |first| {
			RuntimeCall::from(frame_system::Call::remark {
				remark: vec![first],
			})
		};
		let derived = (0..principals).map(|index| {
			RuntimeCall::from(pallet_utility::Call::as_derivative {
				index: index as u16,
				call: Box::new(remark(3)),
			})
		});
		let calls = (0..carried).map(|_| remark(0)).chain(derived).collect();
		pallet_utility::Call::batch { calls }.into()
	}
}

#[cfg(feature = "runtime-benchmarks")]
fn numbered(index: u32) -> sr25519::Pair {
	sr25519::Pair::from_string(&format!("//{index}"), None).expect("a path")
}

/// A key pair and its account.
pub fn key(seed: u8) -> (sr25519::Pair, AccountId) {
	let pair = sr25519::Pair::from_seed(&[seed; 32]);
	let account = pair.public().0.into();
	(pair, account)
}

/// The identities of the tests.
pub fn genesis() -> GenesisConfig<Test> {
	use IdentityKind::{Legal, Natural};
	let entry = |kind, organisation, accounts| GenesisIdentity {
		kind,
		organisation,
		jurisdiction: 756,
		category: InvestorCategory::Retail,
		accounts,
	};
	GenesisConfig {
		identities: vec![
			entry(Legal, None, vec![REGISTRAR]),
			entry(Natural, Some(REGISTRY), vec![CLERK]),
			entry(Legal, None, vec![OTHER_REGISTRAR]),
			entry(Legal, None, vec![ISSUER]),
			entry(Legal, None, vec![BANK]),
			entry(Natural, None, vec![ANNA, ANNA_2]),
			entry(Natural, Some(BANK_ID), vec![BEN]),
		],
		registrars: vec![REGISTRY, OTHER_REGISTRY],
		issuers: vec![TrustedIssuer {
			topic: ClaimTopic::Kyc,
			issuer: ISSUER_ID,
		}],
	}
}

/// The chain of the tests, in its first block, with [`REGISTRY`] answering for three identities.
pub fn new_test_ext() -> TestExternalities {
	let mut storage = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system's genesis is empty");
	let funded = [
		REGISTRAR,
		CLERK,
		OTHER_REGISTRAR,
		ISSUER,
		BANK,
		ANNA,
		BEN,
		STRANGER,
		COUNCIL,
	];
	pallet_balances::GenesisConfig::<Test> {
		balances: funded.map(|who| (who, ENDOWMENT)).to_vec(),
		..Default::default()
	}
	.assimilate_storage(&mut storage)
	.expect("each account is named once");
	genesis()
		.assimilate_storage(&mut storage)
		.expect("the genesis is sound");
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		for identity in [BANK_ID, ANNA_ID, BEN_ID] {
			Identities::<Test>::mutate(identity, |slot| {
				slot.as_mut().expect("it is of genesis").registrar = Some(REGISTRY);
			});
		}
	});
	ext
}

/// Runs a test on a fresh chain and checks every invariant at its end.
pub struct ExtBuilder;
impl ExtBuilder {
	pub fn build_and_execute(test: impl FnOnce()) {
		Present::set(NOW);
		HOLDERS.with_borrow_mut(BTreeSet::clear);
		FROZEN.with_borrow_mut(BTreeSet::clear);
		OFFICERS.with_borrow_mut(BTreeSet::clear);
		new_test_ext().execute_with(|| {
			test();
			Pallet::<Test>::do_try_state().expect("every invariant holds");
		});
	}
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The pallet's events since the last question.
pub fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

/// What `who` has on hold for `reason`.
pub fn held(reason: HoldReason, who: &AccountId) -> Balance {
	use polkadot_sdk::frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&reason.into(), who)
}

/// The standing of an identity, which each of its links must repeat.
pub fn standing(identity: IdentityId) -> Standing {
	Identities::<Test>::get(identity)
		.expect("it exists")
		.profile
		.standing
}

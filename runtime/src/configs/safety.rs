//! What may be called at all, the brakes, and migrations.

use crate::{
	origins::{CouncilMajority, CouncilSupermajority, Nobody},
	parameters::*,
	AccountId, Balances, Runtime, RuntimeCall, RuntimeEvent, RuntimeHoldReason, SafeMode, TxPause,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{
	frame_support::{
		migrations::FreezeChainOnFailedMigration,
		traits::{Contains, ConstU32, InsideBoth, InstanceFilter},
	},
	frame_system::{self, EnsureWithSuccess},
	pallet_assets, pallet_balances, pallet_migrations, pallet_safe_mode, pallet_tx_pause,
};
use scale_info::TypeInfo;

/// Calls that this chain offers, whoever makes them: everything but what the SDK brings along and
/// nobody here may use. The pool asks it too, so that nobody pays for such a call.
pub struct OfferedCalls;
impl Contains<RuntimeCall> for OfferedCalls {
	fn contains(call: &RuntimeCall) -> bool {
		let on_offer = match call {
			RuntimeCall::Assets(call) => matches!(
				call,
				pallet_assets::Call::transfer { .. } |
					pallet_assets::Call::transfer_keep_alive { .. } |
					pallet_assets::Call::transfer_approved { .. } |
					pallet_assets::Call::transfer_all { .. } |
					pallet_assets::Call::approve_transfer { .. } |
					pallet_assets::Call::cancel_approval { .. }
			),
			RuntimeCall::System(call) => matches!(
				call,
				frame_system::Call::remark { .. } |
					frame_system::Call::remark_with_event { .. } |
					frame_system::Call::apply_authorized_upgrade { .. }
			),
			RuntimeCall::Balances(call) => matches!(
				call,
				pallet_balances::Call::transfer_allow_death { .. } |
					pallet_balances::Call::transfer_keep_alive { .. } |
					pallet_balances::Call::transfer_all { .. }
			),
			RuntimeCall::MultiBlockMigrations(_) => false,
			_ => true,
		};
		on_offer && InsideBoth::<SafeMode, TxPause>::contains(call)
	}
}

/// What every dispatch must pass, nested ones too: on offer, not paused, and for the raw ledger a
/// clearance for exactly this movement.
pub type CallFilter = InsideBoth<OfferedCalls, pallet_compliance::GuardFilter<Runtime>>;

/// Calls that a suspended identity keeps: what ends its claims, and nothing that makes new ones.
pub struct SuspendedCalls;
impl Contains<RuntimeCall> for SuspendedCalls {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::Issuance(
				pallet_issuance::Call::request_redemption { .. } |
					pallet_issuance::Call::cancel_redemption { .. } |
					pallet_issuance::Call::burn_redemption { .. }
			)
		)
	}
}

/// Calls that a sanctioned identity keeps: none.
pub type SanctionedCalls = polkadot_sdk::frame_support::traits::Nothing;

/// What a proxy may do for the account that named it.
#[derive(
	Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Debug, Default, Encode, Decode,
	DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	Any,
	/// Propose, vote and close motions.
	Governance,
	/// Register lots, report and confirm reserves, release.
	Reserves,
	/// Set policies, freeze and pause.
	Compliance,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		match self {
			Self::Any => true,
			Self::Governance => matches!(call, RuntimeCall::Council(_)),
			Self::Reserves => matches!(
				call,
				RuntimeCall::Custody(_) |
					RuntimeCall::Attestations(_) |
					RuntimeCall::Issuance(pallet_issuance::Call::release_redemption { .. })
			),
			Self::Compliance => matches!(
				call,
				RuntimeCall::Compliance(
					pallet_compliance::Call::set_policy { .. } |
						pallet_compliance::Call::pause { .. } |
						pallet_compliance::Call::freeze { .. } |
						pallet_compliance::Call::thaw { .. }
				)
			),
		}
	}
	fn is_superset(&self, other: &Self) -> bool {
		self == &Self::Any || self == other
	}
}

/// Calls that no brake stops: without them the chain could not go on, or the brake not be released.
pub struct NeverBraked;
impl Contains<RuntimeCall> for NeverBraked {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::Timestamp(_) |
				RuntimeCall::Grandpa(_) |
				RuntimeCall::Session(_) |
				RuntimeCall::Council(_) |
				RuntimeCall::Consortium(_) |
				RuntimeCall::SafeMode(_) |
				RuntimeCall::TxPause(_) |
				RuntimeCall::System(frame_system::Call::apply_authorized_upgrade { .. })
		)
	}
}

/// The same, by the names that the pause pallet goes by.
pub struct NeverPaused;
impl Contains<pallet_tx_pause::RuntimeCallNameOf<Runtime>> for NeverPaused {
	fn contains(name: &pallet_tx_pause::RuntimeCallNameOf<Runtime>) -> bool {
		matches!(
			(name.0.as_slice(), name.1.as_slice()),
			(
				b"Timestamp" |
					b"Grandpa" | b"Session" |
					b"Council" | b"Consortium" |
					b"SafeMode" | b"TxPause",
				_
			) | (b"System", b"apply_authorized_upgrade")
		)
	}
}

impl pallet_tx_pause::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PauseOrigin = CouncilMajority;
	type UnpauseOrigin = CouncilMajority;
	type WhitelistedCalls = NeverPaused;
	type MaxNameLen = ConstU32<64>;
	type WeightInfo = pallet_tx_pause::weights::SubstrateWeight<Runtime>;
}

polkadot_sdk::frame_support::parameter_types! {
	/// Nobody may buy the safe mode.
	pub const NotForSale: Option<assay_primitives::Balance> = None;
	pub const NoReleaseDelay: Option<assay_primitives::BlockNumber> = None;
}

impl pallet_safe_mode::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WhitelistedCalls = NeverBraked;
	type EnterDuration = SafeModeDuration;
	type ExtendDuration = SafeModeDuration;
	type EnterDepositAmount = NotForSale;
	type ExtendDepositAmount = NotForSale;
	type ForceEnterOrigin = EnsureWithSuccess<CouncilMajority, AccountId, SafeModeDuration>;
	type ForceExtendOrigin = EnsureWithSuccess<CouncilSupermajority, AccountId, SafeModeDuration>;
	type ForceExitOrigin = CouncilMajority;
	type ForceDepositOrigin = Nobody;
	type Notify = ();
	type ReleaseDelay = NoReleaseDelay;
	type WeightInfo = pallet_safe_mode::weights::SubstrateWeight<Runtime>;
}

impl pallet_migrations::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	#[cfg(not(feature = "runtime-benchmarks"))]
	type Migrations = ();
	#[cfg(feature = "runtime-benchmarks")]
	type Migrations = pallet_migrations::mock_helpers::MockedMigrations;
	type CursorMaxLen = ConstU32<65_536>;
	type IdentifierMaxLen = ConstU32<256>;
	type MigrationStatusHandler = ();
	// A half migrated chain would serve wrong answers: stop, and let the runbook decide.
	type FailedMigrationHandler = FreezeChainOnFailedMigration;
	type MaxServiceWeight = MaxMigrationWeight;
	type WeightInfo = pallet_migrations::weights::SubstrateWeight<Runtime>;
}

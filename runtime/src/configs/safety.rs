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
		traits::{ConstU32, Contains, InsideBoth, InstanceFilter},
	},
	frame_system::{self, EnsureWithSuccess},
	pallet_assets, pallet_balances, pallet_collective, pallet_membership, pallet_migrations,
	pallet_multisig, pallet_proxy, pallet_safe_mode, pallet_session, pallet_tx_pause,
};
use scale_info::TypeInfo;

/// Calls that this chain offers, whoever makes them. What the SDK brings along is offered only where
/// it is named here; our own pallets are offered whole. The pool asks it too, so that nobody pays
/// for such a call.
pub struct OfferedCalls;
impl Contains<RuntimeCall> for OfferedCalls {
	fn contains(call: &RuntimeCall) -> bool {
		let on_offer = match call {
			RuntimeCall::Assets(call) => matches!(
				call,
				pallet_assets::Call::transfer { .. }
					| pallet_assets::Call::transfer_keep_alive { .. }
					| pallet_assets::Call::transfer_approved { .. }
					| pallet_assets::Call::transfer_all { .. }
					| pallet_assets::Call::approve_transfer { .. }
					| pallet_assets::Call::cancel_approval { .. }
			),
			RuntimeCall::System(call) => matches!(
				call,
				frame_system::Call::remark { .. }
					| frame_system::Call::remark_with_event { .. }
					| frame_system::Call::apply_authorized_upgrade { .. }
			),
			RuntimeCall::Balances(call) => matches!(
				call,
				pallet_balances::Call::transfer_allow_death { .. }
					| pallet_balances::Call::transfer_keep_alive { .. }
					| pallet_balances::Call::transfer_all { .. }
			),
			// A validator that purged its keys would leave the set for good.
			RuntimeCall::Session(call) => matches!(call, pallet_session::Call::set_keys { .. }),
			// A seat is the council's to give: no member hands it on.
			RuntimeCall::CouncilMembership(call) => {
				!matches!(call, pallet_membership::Call::change_key { .. })
			},
			RuntimeCall::MultiBlockMigrations(_) => false,
			RuntimeCall::Timestamp(_)
			| RuntimeCall::Grandpa(_)
			| RuntimeCall::Council(_)
			| RuntimeCall::Preimage(_)
			| RuntimeCall::Scheduler(_)
			| RuntimeCall::Utility(_)
			| RuntimeCall::Multisig(_)
			| RuntimeCall::Proxy(_)
			| RuntimeCall::TxPause(_)
			| RuntimeCall::SafeMode(_)
			| RuntimeCall::Identities(_)
			| RuntimeCall::Consortium(_)
			| RuntimeCall::AssetRegistry(_)
			| RuntimeCall::Compliance(_)
			| RuntimeCall::Dockets(_)
			| RuntimeCall::ReserveGovernance(_)
			| RuntimeCall::Custody(_)
			| RuntimeCall::Attestations(_)
			| RuntimeCall::Issuance(_)
			| RuntimeCall::Bonds(_) => true,
		};
		on_offer && InsideBoth::<SafeMode, TxPause>::contains(call)
	}
}

/// What every dispatch must pass, nested ones too: on offer, not paused, and for the raw ledger a
/// clearance for exactly this movement. In whose name it acts no filter sees; admission has looked
/// through all that a transaction carries.
pub type CallFilter = InsideBoth<OfferedCalls, pallet_compliance::GuardFilter<Runtime>>;

/// Calls that a suspended identity keeps: it redeems, objects, answers a docket and votes, and does
/// nothing else. Also through a multisig or a proxy, since institutions reach their units in no other
/// way; the account in whose name that is must be one that may do it.
pub struct SuspendedCalls;
impl Contains<RuntimeCall> for SuspendedCalls {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			RuntimeCall::Multisig(
				pallet_multisig::Call::as_multi { call, .. }
				| pallet_multisig::Call::as_multi_threshold_1 { call, .. },
			)
			| RuntimeCall::Proxy(pallet_proxy::Call::proxy { call, .. }) => is_kept(call),
			RuntimeCall::Multisig(pallet_multisig::Call::cancel_as_multi { .. }) => true,
			call => is_kept(call),
		}
	}
}

fn is_kept(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Issuance(
			pallet_issuance::Call::request_redemption { .. }
				| pallet_issuance::Call::cancel_redemption { .. }
				| pallet_issuance::Call::burn_redemption { .. }
				| pallet_issuance::Call::breach_redemption { .. }
				| pallet_issuance::Call::confirm_cash { .. }
		) | RuntimeCall::Identities(pallet_identities::Call::object_replacement {})
			| RuntimeCall::AssetRegistry(pallet_asset_registry::Call::object_to_terms { .. })
			| RuntimeCall::Council(pallet_collective::Call::vote { .. })
			| RuntimeCall::Dockets(pallet_dockets::Call::answer { .. })
	)
}

/// Calls that an account keeps that is being replaced: its objection. Its key may be in the wrong
/// hands, so that it votes and redeems nothing, nor signs for a multisig.
pub struct ReplacedCalls;
impl Contains<RuntimeCall> for ReplacedCalls {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::Identities(pallet_identities::Call::object_replacement {})
		)
	}
}

/// What is done in the name of an account that is linked to nothing: what links it, and nothing else.
pub struct UnlinkedCalls;
impl Contains<RuntimeCall> for UnlinkedCalls {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::Identities(
				pallet_identities::Call::accept_link { .. }
					| pallet_identities::Call::accept_replacement { .. }
					| pallet_identities::Call::cancel_link_proposal { .. }
			)
		)
	}
}

/// Calls that a sanctioned identity keeps: none.
pub type SanctionedCalls = polkadot_sdk::frame_support::traits::Nothing;

/// What a proxy may do for the account that named it.
#[derive(
	Copy,
	Clone,
	Eq,
	PartialEq,
	Ord,
	PartialOrd,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything.
	#[default]
	Any,
	/// Propose, vote and close motions.
	Governance,
	/// Register lots, report and confirm reserves, release.
	Reserves,
	/// Set policies, freeze and pause; propose, withdraw and reject dockets. What lets one be carried
	/// out needs the officer's own key.
	Compliance,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		match self {
			Self::Any => true,
			Self::Governance => matches!(call, RuntimeCall::Council(_)),
			Self::Reserves => matches!(
				call,
				RuntimeCall::Custody(_)
					| RuntimeCall::Attestations(_)
					| RuntimeCall::Issuance(pallet_issuance::Call::release_redemption { .. })
			),
			Self::Compliance => matches!(
				call,
				RuntimeCall::Compliance(
					pallet_compliance::Call::set_policy { .. }
						| pallet_compliance::Call::schedule_policy { .. }
						| pallet_compliance::Call::cancel_scheduled_policy { .. }
						| pallet_compliance::Call::approve_transfer { .. }
						| pallet_compliance::Call::cancel_transfer_approval { .. }
						| pallet_compliance::Call::pause { .. }
						| pallet_compliance::Call::freeze { .. }
						| pallet_compliance::Call::thaw { .. }
						| pallet_compliance::Call::freeze_many { .. }
						| pallet_compliance::Call::thaw_many { .. }
				) | RuntimeCall::Dockets(
					pallet_dockets::Call::propose { .. }
						| pallet_dockets::Call::withdraw { .. }
						| pallet_dockets::Call::reject { .. }
				)
			),
		}
	}
	fn is_superset(&self, other: &Self) -> bool {
		self == &Self::Any || self == other
	}
}

/// Calls that no brake stops: without them the chain could not go on, the brake not be released, or
/// a danger not be met while it holds.
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
				RuntimeCall::CouncilMembership(_) |
				// What they carry is filtered by itself.
				RuntimeCall::Multisig(_) |
				RuntimeCall::Identities(
					pallet_identities::Call::suspend { .. } |
						pallet_identities::Call::sanction { .. } |
						// The time to object runs on while the brake holds.
						pallet_identities::Call::object_replacement { .. }
				) | RuntimeCall::Custody(pallet_custody::Call::suspend { .. }) |
				RuntimeCall::AssetRegistry(
					pallet_asset_registry::Call::suspend { .. } |
						// The delay of new terms runs on while the brake holds.
						pallet_asset_registry::Call::object_to_terms { .. }
				) |
				RuntimeCall::Compliance(pallet_compliance::Call::pause { .. }) |
				RuntimeCall::System(frame_system::Call::apply_authorized_upgrade { .. })
		)
	}
}

/// Calls that cannot be paused, by the names that the pause pallet goes by: those without which the
/// chain could not go on, and objections.
pub struct NeverPaused;
impl Contains<pallet_tx_pause::RuntimeCallNameOf<Runtime>> for NeverPaused {
	fn contains(name: &pallet_tx_pause::RuntimeCallNameOf<Runtime>) -> bool {
		matches!(
			(name.0.as_slice(), name.1.as_slice()),
			(
				b"Timestamp"
					| b"Grandpa" | b"Session"
					| b"Council" | b"Consortium"
					| b"SafeMode" | b"TxPause"
					| b"CouncilMembership"
					| b"Multisig",
				_
			) | (b"System", b"apply_authorized_upgrade")
				// Time runs against whoever objects.
				| (b"Identities", b"object_replacement")
				| (b"AssetRegistry", b"object_to_terms")
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

//! Who makes blocks and who finalizes them.
//!
//! Aura authors in turn, GRANDPA finalizes, a session lasts an hour. The validators are those of
//! genesis; their keys rotate with a proof of possession. A GRANDPA equivocation is reportable for
//! a week and disables its author until the set of keys next changes, as far as liveness allows.

use crate::{
	parameters::*, AccountId, Aura, Balances, Historical, Offences, Runtime, RuntimeCall,
	RuntimeEvent, Session, UncheckedExtrinsic,
};
use alloc::vec::Vec;
use opaque_keys::SessionKeys;
use polkadot_sdk::{
	frame_support::{
		traits::{ConstBool, ConstU32, ConstU64, FindAuthor},
		weights::{
			constants::{WEIGHT_REF_TIME_PER_MICROS, WEIGHT_REF_TIME_PER_MILLIS},
			Weight,
		},
		ConsensusEngineId,
	},
	frame_system, pallet_aura, pallet_authorship, pallet_grandpa, pallet_offences, pallet_session,
	sp_consensus_aura::sr25519::AuthorityId as AuraId,
	sp_runtime::{
		traits::{ConvertInto, OpaqueKeys},
		Perbill,
	},
	sp_session,
	sp_staking::{
		offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler},
		SessionIndex,
	},
};

pub mod opaque_keys {
	//! The keys of a validator.
	use crate::{Aura, Grandpa};
	use alloc::vec::Vec;
	use polkadot_sdk::sp_runtime::impl_opaque_keys;

	impl_opaque_keys! {
		/// The keys that a validator authors and finalizes with.
		pub struct SessionKeys {
			pub aura: Aura,
			pub grandpa: Grandpa,
		}
	}
}

impl pallet_aura::Config for Runtime {
	type AuthorityId = AuraId;
	type DisabledValidators = Session;
	type MaxAuthorities = MaxAuthorities;
	type AllowMultipleBlocksPerSlot = ConstBool<false>;
	type SlotDuration = ConstU64<SLOT_DURATION>;
}

/// The author of a block, by the Aura authority whose slot it is.
pub struct AuraAuthor;
impl FindAuthor<AccountId> for AuraAuthor {
	fn find_author<'a, I>(digests: I) -> Option<AccountId>
	where
		I: 'a + IntoIterator<Item = (ConsensusEngineId, &'a [u8])>,
	{
		let index = Aura::find_author(digests)?;
		Session::validators()
			.get(usize::try_from(index).ok()?)
			.cloned()
	}
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = AuraAuthor;
	type EventHandler = ();
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = pallet_session::PeriodicSessions<SessionPeriod, SessionOffset>;
	type NextSessionRotation = pallet_session::PeriodicSessions<SessionPeriod, SessionOffset>;
	type SessionManager =
		pallet_session::historical::NoteHistoricalRoot<Runtime, GenesisValidators>;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = pallet_session::disabling::UpToLimitDisablingStrategy;
	type Currency = Balances;
	type KeyDeposit = SessionKeyDeposit;
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
}

impl pallet_session::historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = AccountId;
	type FullIdentificationOf = ConvertInto;
}

/// The validators are those with keys at genesis, in the order of the session pallet's map.
pub struct GenesisValidators;

impl pallet_session::SessionManager<AccountId> for GenesisValidators {
	/// `None` keeps the set: handing the same set out again would restart GRANDPA's each hour. After
	/// a rotation of keys it is handed out, so that the new keys can be proven to be a validator's.
	fn new_session(_: SessionIndex) -> Option<Vec<AccountId>> {
		let queued = pallet_session::QueuedKeys::<Runtime>::get();
		let rotated = queued.iter().any(|(validator, keys)| {
			pallet_session::NextKeys::<Runtime>::get(validator).as_ref() != Some(keys)
		});
		rotated.then(|| queued.into_iter().map(|(validator, _)| validator).collect())
	}
	fn new_session_genesis(_: SessionIndex) -> Option<Vec<AccountId>> {
		Some(pallet_session::NextKeys::<Runtime>::iter_keys().collect())
	}
	fn start_session(start: SessionIndex) {
		Historical::prune_up_to(start.saturating_sub(ProvableSessions::get()));
	}
	fn end_session(_: SessionIndex) {}
}

impl pallet_session::historical::SessionManager<AccountId, AccountId> for GenesisValidators {
	fn new_session(index: SessionIndex) -> Option<Vec<(AccountId, AccountId)>> {
		<Self as pallet_session::SessionManager<_>>::new_session(index)
			.map(|set| set.into_iter().map(|who| (who.clone(), who)).collect())
	}
	fn new_session_genesis(index: SessionIndex) -> Option<Vec<(AccountId, AccountId)>> {
		<Self as pallet_session::SessionManager<_>>::new_session_genesis(index)
			.map(|set| set.into_iter().map(|who| (who.clone(), who)).collect())
	}
	fn start_session(index: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::start_session(index)
	}
	fn end_session(index: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::end_session(index)
	}
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = pallet_session::historical::IdentificationTuple<Runtime>;
	type OnOffenceHandler = DisableOffenders;
}

/// Takes a validator that equivocated out of the current session.
pub struct DisableOffenders;
impl OnOffenceHandler<AccountId, pallet_session::historical::IdentificationTuple<Runtime>, Weight>
	for DisableOffenders
{
	fn on_offence(
		offenders: &[OffenceDetails<
			AccountId,
			pallet_session::historical::IdentificationTuple<Runtime>,
		>],
		fractions: &[Perbill],
		_: SessionIndex,
	) -> Weight {
		for (details, fraction) in offenders.iter().zip(fractions) {
			let (validator, _) = &details.offender;
			Session::report_offence(validator.clone(), OffenceSeverity(*fraction));
		}
		let count = u64::try_from(offenders.len()).unwrap_or(u64::MAX);
		<Runtime as frame_system::Config>::DbWeight::get()
			.reads_writes(3, 2)
			.saturating_mul(count)
	}
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = MaxSetIdSessionEntries;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Runtime, Offences, Historical, ReportLongevity>;
	type WeightInfo = GrandpaWeights;
}

/// What GRANDPA's calls cost. The SDK has no generated figures for them. Time: two signatures, one
/// membership proof and the bookkeeping of an offence, taken generously; storage: as counted by
/// `tests/consensus.rs`.
pub struct GrandpaWeights;
impl pallet_grandpa::WeightInfo for GrandpaWeights {
	fn report_equivocation(validators: u32, _nominators: u32) -> Weight {
		let per_validator = Weight::from_parts(WEIGHT_REF_TIME_PER_MICROS, 256)
			.saturating_mul(u64::from(validators.max(MaxAuthorities::get())));
		Weight::from_parts(WEIGHT_REF_TIME_PER_MILLIS, 32 * 1_024)
			.saturating_add(per_validator)
			.saturating_add(<Runtime as frame_system::Config>::DbWeight::get().reads_writes(16, 10))
	}
	fn note_stalled() -> Weight {
		// The SDK reserves this call to Root, which nobody has.
		Weight::from_parts(10 * WEIGHT_REF_TIME_PER_MICROS, 0)
			.saturating_add(<Runtime as frame_system::Config>::DbWeight::get().writes(1))
	}
}

impl<Call> frame_system::offchain::CreateTransactionBase<Call> for Runtime
where
	RuntimeCall: From<Call>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

impl<Call> frame_system::offchain::CreateBare<Call> for Runtime
where
	RuntimeCall: From<Call>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}

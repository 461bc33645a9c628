//! Runs the composed runtime block by block, with signed transactions through every extension.

use crate::{
	genesis_presets, AllPalletsWithSystem, Executive, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeGenesisConfig, SignedPayload, System, Timestamp, TxExtension, UncheckedExtrinsic,
};
use assay_primitives::{AccountId, BlockNumber, Header, Moment, Nonce, ReasonCode};
use codec::Encode;
use polkadot_sdk::{
	frame_support::{
		genesis_builder_helper::build_state,
		storage::{with_transaction, TransactionOutcome},
		traits::OriginTrait,
	},
	frame_system, pallet_timestamp,
	sp_consensus_aura::{Slot, AURA_ENGINE_ID},
	sp_core::{sr25519, Pair},
	sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET,
	sp_io::TestExternalities,
	sp_runtime::{
		generic::{Digest, DigestItem, Era},
		traits::Header as _,
		transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
		DispatchError, DispatchResult, MultiSignature,
	},
	*,
};
use serde_json::Value;
use std::{collections::BTreeMap, sync::Mutex};

/// The first block's time: 2026-01-01T00:00:00Z.
pub const START: Moment = 1_767_225_600_000;

/// Somebody with a key, named as in `//Alice`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor(pub &'static str);

impl Actor {
	/// Its key. Deriving one takes milliseconds, so that each is derived once.
	pub fn pair(self) -> sr25519::Pair {
		static PAIRS: Mutex<BTreeMap<&str, sr25519::Pair>> = Mutex::new(BTreeMap::new());
		let derive =
			|| sr25519::Pair::from_string(&format!("//{}", self.0), None).expect("a dev seed");
		let mut pairs = PAIRS.lock().expect("nobody panics with it");
		pairs.entry(self.0).or_insert_with(derive).clone()
	}
	pub fn account(self) -> AccountId {
		self.pair().public().into()
	}
	pub fn sign(self, payload: &[u8]) -> MultiSignature {
		self.pair().sign(payload).into()
	}
}

fn merge(base: &mut Value, patch: Value) {
	match (base, patch) {
		(Value::Object(base), Value::Object(patch)) => {
			for (key, value) in patch {
				merge(base.entry(key).or_insert(Value::Null), value);
			}
		},
		(base, patch) => *base = patch,
	}
}

/// Genesis of the local network.
pub fn genesis() -> TestExternalities {
	let mut state = TestExternalities::default();
	state.execute_with(|| {
		let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).expect("defaults");
		let preset = genesis_presets::get_preset(&LOCAL_TESTNET_RUNTIME_PRESET.into())
			.expect("the preset exists");
		merge(&mut config, serde_json::from_slice(&preset).expect("JSON"));
		build_state::<RuntimeGenesisConfig>(config.to_string().into_bytes()).expect("builds");
	});
	state.commit_all().expect("a fresh backend takes it");
	state
}

/// Runs a test from genesis on; it ends in `try_state` of every pallet.
pub fn execute(test: impl FnOnce()) {
	genesis().execute_with(|| {
		begin_block(1, START);
		test();
		check_invariants();
	});
}

/// Every pallet's invariants.
pub fn check_invariants() {
	use frame_support::traits::{TryState, TryStateSelect};
	<AllPalletsWithSystem as TryState<BlockNumber>>::try_state(
		System::block_number(),
		TryStateSelect::All,
	)
	.expect("every invariant holds");
}

/// Begins a block at `moment`.
pub fn begin_block(number: BlockNumber, moment: Moment) {
	let slot = Slot::from(moment / crate::parameters::SLOT_DURATION);
	let digest = Digest {
		logs: vec![DigestItem::PreRuntime(AURA_ENGINE_ID, slot.encode())],
	};
	let parent = System::parent_hash();
	Executive::initialize_block(&Header::new(
		number,
		Default::default(),
		Default::default(),
		parent,
		digest,
	));
	let set = UncheckedExtrinsic::new_bare(RuntimeCall::Timestamp(pallet_timestamp::Call::set {
		now: moment,
	}));
	Executive::apply_extrinsic(set)
		.expect("valid")
		.expect("dispatched");
}

/// Ends the block and begins the next one at `moment`.
pub fn next_block_at(moment: Moment) {
	let number = System::block_number();
	Executive::finalize_block();
	begin_block(number + 1, moment);
}

/// Ends the block and begins the next one a slot later.
pub fn next_block() {
	next_block_at(now() + crate::parameters::SLOT_DURATION);
}

/// The time of the block.
pub fn now() -> Moment {
	pallet_timestamp::Now::<Runtime>::get()
}

fn extension(nonce: Nonce) -> TxExtension {
	(
		(
			frame_system::AuthorizeCall::new(),
			frame_system::CheckNonZeroSender::new(),
			frame_system::CheckSpecVersion::new(),
			frame_system::CheckTxVersion::new(),
			frame_system::CheckGenesis::new(),
			frame_system::CheckEra::from(Era::Immortal),
			frame_system::CheckNonce::from(nonce),
			frame_system::CheckWeight::new(),
		),
		pallet_identities::Admission::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(0),
		pallet_compliance::CheckTransferPolicy::new(),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	)
}

/// A transaction of `actor`, signed.
pub fn transaction(actor: Actor, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
	let account = actor.account();
	let extension = extension(System::account_nonce(&account));
	let payload = SignedPayload::new(call.into(), extension).expect("implicit data is known");
	let signature = payload.using_encoded(|bytes| actor.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, account.into(), signature, extension)
}

/// Sends a transaction as a block author includes it.
pub fn send(
	actor: Actor,
	call: impl Into<RuntimeCall>,
) -> Result<DispatchResult, TransactionValidityError> {
	Executive::apply_extrinsic(transaction(actor, call))
}

/// Sends a transaction that must succeed.
#[track_caller]
pub fn succeed(actor: Actor, call: impl Into<RuntimeCall>) {
	send(actor, call).expect("is admitted").expect("succeeds");
}

/// Sends a transaction that must be included and fail; gives back the error.
#[track_caller]
pub fn fail(actor: Actor, call: impl Into<RuntimeCall>) -> DispatchError {
	send(actor, call).expect("is admitted").expect_err("fails")
}

/// What the pool of a node says of a transaction, without a trace on the state.
pub fn pool(actor: Actor, call: impl Into<RuntimeCall>) -> Result<(), TransactionValidityError> {
	let transaction = transaction(actor, call);
	with_transaction(|| {
		let verdict = Executive::validate_transaction(
			TransactionSource::External,
			transaction,
			Default::default(),
		);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(verdict.map(|_| ())))
	})
	.expect("one layer more is allowed")
}

/// The pool's refusal for `reason`.
pub fn refusal(reason: ReasonCode) -> Result<(), TransactionValidityError> {
	Err(InvalidTransaction::Custom(reason.code()).into())
}

/// Dispatches under an origin that no key signs for, as the council's motions do.
#[track_caller]
pub fn as_council(call: impl Into<RuntimeCall>) {
	dispatch_as_council(call).expect("succeeds");
}

/// Dispatches with the whole council's origin, through the call filter.
pub fn dispatch_as_council(call: impl Into<RuntimeCall>) -> DispatchResult {
	use polkadot_sdk::sp_runtime::traits::Dispatchable;
	let origin = crate::RuntimeOrigin::from(pallet_collective::RawOrigin::<
		AccountId,
		crate::origins::CouncilCollective,
	>::Members(3, 3));
	debug_assert!(origin.as_system_ref().is_none());
	call.into()
		.dispatch(origin)
		.map(|_| ())
		.map_err(|error| error.error)
}

/// The events of the block so far.
pub fn events() -> Vec<RuntimeEvent> {
	System::events()
		.into_iter()
		.map(|record| record.event)
		.collect()
}

/// Whether the block so far holds the event.
#[track_caller]
pub fn assert_event(event: impl Into<RuntimeEvent>) {
	let event = event.into();
	assert!(
		events().contains(&event),
		"{event:?} is not among {:#?}",
		events()
	);
}

/// The time as the timestamp pallet's trait gives it, so that tests and pallets agree.
#[test]
fn blocks_follow_each_other() {
	execute(|| {
		assert_eq!(System::block_number(), 1);
		next_block();
		assert_eq!(System::block_number(), 2);
		assert_eq!(Timestamp::get(), START + crate::parameters::SLOT_DURATION);
	});
}

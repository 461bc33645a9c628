//! The connection to a node: questions at the best block, transactions, and dry runs.

use crate::{
	api::{self, RuntimeCall},
	errors::{Failure, Outcome},
	output, refusal, value,
};
use clap::ValueEnum;
use std::{fmt::Display, sync::Arc, time::Duration};
use subxt::{
	backend::LegacyBackend,
	client::{Blocks, OnlineClientAtBlock},
	config::{DefaultExtrinsicParamsBuilder, Header, RpcConfigFor},
	error::{DispatchError, TransactionEventsError},
	ext::{
		codec::{Decode, Encode},
		scale_decode::DecodeAsType,
		scale_encode::EncodeAsType,
	},
	extrinsics::ExtrinsicEvents,
	rpcs::{
		client::{RpcParams, RpcSubscription},
		LegacyRpcMethods, RpcClient,
	},
	tx::{
		DynamicPayload, SubmittableTransaction, TransactionProgress, TransactionStatus,
		ValidationResult,
	},
	utils::{AccountId32, H256},
	ArcMetadata, Metadata, OnlineClient, PolkadotConfig,
};
use subxt_signer::sr25519::Keypair;

/// Addresses without indices, BLAKE2b-256 and the SDK's extensions: Assay's own extensions carry
/// nothing on the wire.
pub type ChainConfig = PolkadotConfig;
/// The chain as it stands at one block.
pub type At = OnlineClientAtBlock<ChainConfig>;
type Client = subxt::client::OnlineClientAtBlockImpl<ChainConfig>;
type Transaction = SubmittableTransaction<ChainConfig, Client>;
type Progress = TransactionProgress<ChainConfig, Client>;

/// Blocks after which a transaction that was not included can never be.
const MORTAL_BLOCKS: u64 = 64;
/// A transaction that no block took up in its mortal time never will be taken up; finality may take
/// as long again.
const WATCH_LIMIT: Duration = Duration::from_secs(4 * MORTAL_BLOCKS);

/// Bytes of a view function's id.
const VIEW_FUNCTION_ID: usize = 32;

/// When a transaction counts as done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Wait {
	/// It is in a block, which might still be replaced.
	#[default]
	InBlock,
	/// Its block is final.
	Finalized,
}

/// A node.
#[derive(Debug)]
pub struct Chain {
	client: OnlineClient<ChainConfig>,
	raw: RpcClient,
	/// What the node answers beside the chain's state.
	pub rpc: LegacyRpcMethods<RpcConfigFor<ChainConfig>>,
}

/// What became of a transaction that the chain carried out.
pub struct Receipt {
	/// The block it is in.
	pub block_hash: H256,
	/// Its hash.
	pub tx_hash: H256,
	/// What it cost, in the smallest unit of ASY.
	pub fee: u128,
	/// What happened in it.
	pub events: ExtrinsicEvents<ChainConfig>,
}

/// What would become of a transaction.
pub struct DryRun {
	/// What it would cost.
	pub fee: u128,
	/// Why the pool would not take it, or why it would fail in a block.
	pub refusal: Option<Failure>,
}

impl Chain {
	/// Connects to the node at `url`.
	pub async fn connect(url: &str) -> Outcome<Self> {
		let down = |error: &dyn Display| {
			// Only the innermost of nested errors tells something.
			let error = error.to_string();
			let error = error.rsplit("client error: ").next().unwrap_or_default();
			Failure::unreachable(format!("no node answers at {url}: {error}")).next(
				"start one (`cargo xtask localnet up`), or name another with --url or ASSAY_URL",
			)
		};
		let rpc = RpcClient::from_insecure_url(url)
			.await
			.map_err(|error| down(&error))?;
		// The legacy methods speak of the best block; the newer ones would only pin final ones.
		let backend = LegacyBackend::builder().build(rpc.clone());
		let client = OnlineClient::from_backend_with_config(ChainConfig::new(), Arc::new(backend))
			.await
			.map_err(|error| down(&error))?;
		Ok(Self {
			client,
			raw: rpc.clone(),
			rpc: LegacyRpcMethods::new(rpc),
		})
	}

	/// Calls a method of the node that has no name here.
	pub async fn request<R: serde::de::DeserializeOwned>(
		&self,
		method: &str,
		parameters: RpcParams,
	) -> Result<R, subxt::rpcs::Error> {
		self.raw.request(method, parameters).await
	}

	/// Listens to what the node announces under a name.
	pub async fn subscribe<R: serde::de::DeserializeOwned>(
		&self,
		method: &str,
		unsubscribe: &str,
	) -> Result<RpcSubscription<R>, subxt::rpcs::Error> {
		self.raw
			.subscribe(method, RpcParams::new(), unsubscribe)
			.await
	}

	/// Hash of block 0.
	pub fn genesis(&self) -> H256 {
		self.client.genesis_hash()
	}

	/// The chain at its best block.
	pub async fn best(&self) -> Outcome<At> {
		let hash = self
			.rpc
			.chain_get_block_hash(None)
			.await
			.map_err(|e| refusal::backend(&e))?;
		let hash = hash.ok_or_else(|| refusal::backend(&"it has no best block"))?;
		self.client
			.at_block(hash)
			.await
			.map_err(|error| refusal::backend(&error))
	}

	/// The chain at its last final block.
	pub async fn finalized(&self) -> Outcome<At> {
		self.client
			.at_current_block()
			.await
			.map_err(|error| refusal::backend(&error))
	}

	/// The chain at the block with this hash.
	pub async fn at(&self, hash: H256) -> Outcome<At> {
		self.client
			.at_block(hash)
			.await
			.map_err(|error| refusal::backend(&error))
	}

	/// Whether the chain is for trying things out, so that everybody may know its keys.
	pub async fn is_for_trying_out(&self) -> Outcome<bool> {
		let kind = self
			.rpc
			.system_chain_type()
			.await
			.map_err(|e| refusal::backend(&e))?;
		Ok(matches!(kind.as_str(), "Development" | "Local"))
	}

	/// The chain's clock, in ms.
	pub async fn now(&self) -> Outcome<u64> {
		let at = self.best().await?;
		get(&at, api::storage().timestamp().now(), ())
			.await?
			.ok_or_else(|| refusal::backend(&"the chain has no clock yet: no block was made"))
	}

	/// Whether this program's types are those of the chain.
	pub async fn types_match(&self) -> Outcome<bool> {
		Ok(api::is_codegen_valid_for(self.best().await?.metadata_ref()))
	}

	/// The blocks that become final from now on, after the last one that is.
	pub async fn finalized_blocks(&self) -> Outcome<Blocks<ChainConfig>> {
		let blocks = self.client.stream_blocks().await;
		blocks.map_err(|error| refusal::backend(&error))
	}

	/// Asks a view function at the best block.
	pub async fn ask<P: subxt::view_functions::Payload>(
		&self,
		question: P,
	) -> Outcome<P::ReturnType> {
		ask(&self.best().await?, question).await
	}

	/// A value of the state at the best block.
	pub async fn state<A: subxt::storage::Address>(
		&self,
		address: A,
		key: A::KeyParts,
	) -> Outcome<Option<A::Value>> {
		get(&self.best().await?, address, key).await
	}

	/// Every key and value of a map of the state below `prefix`, at the best block.
	pub async fn entries<A, P>(
		&self,
		address: A,
		prefix: P,
	) -> Outcome<Vec<(A::KeyParts, A::Value)>>
	where
		A: subxt::storage::Address,
		P: subxt::storage::PrefixOf<A::KeyParts>,
	{
		entries_at(&self.best().await?, address, prefix).await
	}

	/// Signs a call and sends it; returns when it is done and has succeeded.
	pub async fn submit(
		&self,
		call: &RuntimeCall,
		signer: &Keypair,
		wait: Wait,
	) -> Outcome<Receipt> {
		let at = self.best().await?;
		let transaction = self.sign(&at, call, signer).await?;
		let progress = self.hand_in(&at, &transaction).await?;
		self.finish(&at, progress, wait).await
	}

	/// Signs one call with several keys and sends it from each; returns when all have succeeded.
	pub async fn submit_all(&self, call: &RuntimeCall, signers: &[Keypair], wait: Wait) -> Outcome {
		let at = self.best().await?;
		let mut sent = Vec::new();
		for signer in signers {
			let transaction = self.sign(&at, call, signer).await?;
			sent.push(self.hand_in(&at, &transaction).await?);
		}
		for progress in sent {
			self.finish(&at, progress, wait).await?;
		}
		Ok(())
	}

	/// Signs a call and asks what would become of it. Nothing is sent.
	pub async fn dry_run(&self, call: &RuntimeCall, signer: &Keypair) -> Outcome<DryRun> {
		let at = self.best().await?;
		let metadata = at.metadata();
		let transaction = self.sign(&at, call, signer).await?;
		let fee = transaction
			.partial_fee_estimate()
			.await
			.map_err(|error| refusal::extrinsic(error, &metadata))?;
		let answer = transaction
			.validate()
			.await
			.map_err(|error| refusal::extrinsic(error, &metadata))?;
		let refusal = match answer {
			ValidationResult::Valid(_) => self.apply(&at, &transaction).await?,
			ValidationResult::Invalid(invalid) => Some(refusal::invalid(&invalid, &metadata)),
			ValidationResult::Unknown(unknown) => Some(Failure::refused(format!(
				"the pool would not know what to do: {unknown:?}"
			))),
		};
		Ok(DryRun { fee, refusal })
	}

	/// What dispatch would say on the state of `at`: the node applies the transaction to it and
	/// throws the result away.
	async fn apply(&self, at: &At, transaction: &Transaction) -> Outcome<Option<Failure>> {
		let answer = at
			.runtime_apis()
			.call_raw("BlockBuilder_apply_extrinsic", Some(transaction.encoded()))
			.await
			.map_err(|error| refusal::backend(&error))?;
		// Result<Result<(), DispatchError>, TransactionValidityError>
		Ok(match answer.as_slice() {
			[0, 0, ..] => None,
			[0, 1, error @ ..] => Some(decode_dispatch_error(error, at.metadata())?),
			[1, 0, error @ ..] => {
				let invalid = subxt::tx::TransactionInvalid::decode(&mut &*error)
					.map_err(|error| refusal::backend(&error))?;
				Some(refusal::invalid(&invalid, at.metadata_ref()))
			},
			other => Some(refusal::backend(&format!("a dry run answered {other:?}"))),
		})
	}

	async fn sign(&self, at: &At, call: &RuntimeCall, signer: &Keypair) -> Outcome<Transaction> {
		let metadata = at.metadata();
		let account = AccountId32(signer.public_key().0);
		let nonce = self
			.rpc
			.system_account_next_index(&account)
			.await
			.map_err(|error| refusal::backend(&error))?;
		// Counted from a final block, so that no fork can invalidate it.
		let head = self.finalized_header().await?;
		let params = DefaultExtrinsicParamsBuilder::<ChainConfig>::new()
			.nonce(nonce)
			.mortal_from_unchecked(MORTAL_BLOCKS, head.0, head.1)
			.build();
		let transactions = at.transactions();
		let payload = payload(at, call)?;
		transactions
			.create_signable_offline(&payload, params)
			.and_then(|mut signable| signable.sign(signer))
			.map_err(|error| refusal::extrinsic(error, &metadata))
	}

	async fn finalized_header(&self) -> Outcome<(u64, H256)> {
		let hash = self
			.rpc
			.chain_get_finalized_head()
			.await
			.map_err(|error| refusal::backend(&error))?;
		let header = self
			.rpc
			.chain_get_header(Some(hash))
			.await
			.map_err(|error| refusal::backend(&error))?
			.ok_or_else(|| refusal::backend(&"it does not know its last final block"))?;
		Ok((header.number(), hash))
	}

	async fn hand_in(&self, at: &At, transaction: &Transaction) -> Outcome<Progress> {
		let result = transaction.submit_and_watch().await;
		result.map_err(|error| refusal::extrinsic(error, at.metadata_ref()))
	}

	async fn finish(&self, at: &At, progress: Progress, wait: Wait) -> Outcome<Receipt> {
		let spinner = output::spinner(match wait {
			Wait::InBlock => "waiting for a block",
			Wait::Finalized => "waiting for finality",
		});
		let hash = progress.extrinsic_hash();
		let watched = self.watch(at.metadata_ref(), progress, wait);
		let result = tokio::time::timeout(WATCH_LIMIT, watched).await;
		spinner.finish_and_clear();
		result.unwrap_or_else(|_| {
			let seconds = WATCH_LIMIT.as_secs();
			Err(refusal::undecided(
				hash,
				&format!("nothing was heard of it for {seconds} seconds"),
			))
		})
	}

	async fn watch(
		&self,
		metadata: &Metadata,
		mut progress: Progress,
		wait: Wait,
	) -> Outcome<Receipt> {
		let hash = progress.extrinsic_hash();
		let block = loop {
			let status = progress
				.next()
				.await
				.ok_or_else(|| refusal::undecided(hash, &"the node stopped reporting on it"))?
				.map_err(|error| refusal::undecided(hash, &error))?;
			use subxt::error::TransactionStatusError as Lost;
			match status {
				TransactionStatus::InBestBlock(block) if wait == Wait::InBlock => break block,
				TransactionStatus::InFinalizedBlock(block) => break block,
				TransactionStatus::Error { message } => {
					return Err(refusal::status(&Lost::Error(message)))
				},
				TransactionStatus::Invalid { message } => {
					return Err(refusal::status(&Lost::Invalid(message)))
				},
				TransactionStatus::Dropped { message } => {
					return Err(refusal::status(&Lost::Dropped(message)))
				},
				_ => {},
			}
		};
		let events = block
			.wait_for_success()
			.await
			.map_err(|error| match error {
				TransactionEventsError::ExtrinsicFailed(error) => {
					refusal::dispatch(&error, metadata)
				},
				other => refusal::undecided(hash, &other),
			})?;
		let fee = events
			.find_first::<api::transaction_payment::events::TransactionFeePaid>()
			.and_then(Result::ok)
			.map_or(0, |paid| paid.actual_fee);
		Ok(Receipt {
			block_hash: block.block_hash(),
			tx_hash: block.extrinsic_hash(),
			fee,
			events,
		})
	}
}

impl Receipt {
	/// The first event of a kind.
	pub fn event<E: subxt::events::DecodeAsEvent>(&self) -> Outcome<E> {
		self.find()?.ok_or_else(|| {
			refusal::outdated("the transaction succeeded, but without the event that belongs to it")
		})
	}

	/// The first event of a kind, if there is one.
	pub fn find<E: subxt::events::DecodeAsEvent>(&self) -> Outcome<Option<E>> {
		let event = self.events.find_first::<E>().transpose();
		event.map_err(|error| refusal::outdated(&error.to_string()))
	}
}

/// Asks a view function at a block.
pub async fn ask<P: subxt::view_functions::Payload>(
	at: &At,
	question: P,
) -> Outcome<P::ReturnType> {
	let outdated = |error: &dyn Display| refusal::outdated(&error.to_string());
	let views = at.view_functions();
	views
		.validate(&question)
		.map_err(|error| outdated(&error))?;
	let encoded = views
		.encode_args(&question)
		.map_err(|error| outdated(&error))?;
	// The runtime takes the inputs as one byte string after the function's id, and answers with a
	// `Result` of another. subxt 0.51 does neither.
	let (id, inputs) = encoded
		.split_at_checked(VIEW_FUNCTION_ID)
		.ok_or_else(|| outdated(&"a view function without an id"))?;
	let answer = views
		.call_raw(Some(&[id, &inputs.encode()].concat()))
		.await
		.map_err(|error| refusal::backend(&error))?;
	let bytes = match answer.split_first() {
		Some((0, bytes)) => Vec::<u8>::decode(&mut &*bytes),
		_ => return Err(outdated(&"the node does not know the question")),
	};
	let bytes = bytes.map_err(|error| outdated(&error))?;
	let metadata = at.metadata_ref();
	let output = metadata
		.pallet_by_name(question.pallet_name())
		.and_then(|pallet| pallet.view_function_by_name(question.function_name()))
		.ok_or_else(|| outdated(&"the node does not know the question"))?
		.output_ty();
	P::ReturnType::decode_as_type(&mut &*bytes, output, metadata.types())
		.map_err(|error| outdated(&error))
}

/// A value of the state at a block.
pub async fn get<A: subxt::storage::Address>(
	at: &At,
	address: A,
	key: A::KeyParts,
) -> Outcome<Option<A::Value>> {
	use subxt::error::StorageError::*;
	let value = at
		.storage()
		.try_fetch(address, key)
		.await
		.map_err(|error| match error {
			CannotFetchValue(error) => refusal::backend(&error),
			other => refusal::outdated(&other.to_string()),
		})?;
	value
		.map(|value| {
			value
				.decode()
				.map_err(|error| refusal::outdated(&error.to_string()))
		})
		.transpose()
}

/// Every key and value of a map of the state below `prefix`, at a block.
pub async fn entries_at<A, P>(
	at: &At,
	address: A,
	prefix: P,
) -> Outcome<Vec<(A::KeyParts, A::Value)>>
where
	A: subxt::storage::Address,
	P: subxt::storage::PrefixOf<A::KeyParts>,
{
	let outdated = |error: &dyn Display| refusal::outdated(&error.to_string());
	let found = at.storage().iter(address, prefix).await;
	let mut found = found.map_err(|error| refusal::backend(&error))?;
	let mut entries = Vec::new();
	while let Some(entry) = found.next().await {
		let entry = entry.map_err(|error| refusal::backend(&error))?;
		let key = entry
			.key()
			.and_then(|key| key.decode())
			.map_err(|error| outdated(&error))?;
		let value = entry.value().decode().map_err(|error| outdated(&error))?;
		entries.push((key, value));
	}
	Ok(entries)
}

/// A call in SCALE, as this chain numbers it.
pub fn encode_call(call: &RuntimeCall, metadata: &Metadata) -> Outcome<Vec<u8>> {
	call.encode_as_type(metadata.outer_enums().call_enum_ty(), metadata.types())
		.map_err(|error| refusal::outdated(&error.to_string()))
}

/// A call in one line: pallet, name and arguments.
pub fn describe_call(at: &At, call: &RuntimeCall) -> Outcome<String> {
	describe_encoded_call(at, &encode_call(call, at.metadata_ref())?)
}

/// A call in SCALE, in words: pallet, call and arguments.
pub fn describe_encoded_call(at: &At, call: &[u8]) -> Outcome<String> {
	let payload = encoded_payload(at, call)?;
	let arguments = value::composite_to_json(payload.call_data());
	Ok(format!(
		"{}.{} {arguments}",
		payload.pallet_name(),
		payload.call_name()
	))
}

/// A dispatch error in SCALE, in plain words.
pub fn decode_dispatch_error(bytes: &[u8], metadata: ArcMetadata) -> Outcome<Failure> {
	// Module errors are followed by whatever comes next; they are five bytes after their index.
	let bytes = match bytes {
		[3, ..] => bytes.get(..6).unwrap_or(bytes),
		other => other,
	};
	DispatchError::decode_from(bytes, metadata.clone())
		.map(|error| refusal::dispatch(&error, &metadata))
		.map_err(|error| refusal::outdated(&error.to_string()))
}

fn payload(
	at: &At,
	call: &RuntimeCall,
) -> Outcome<DynamicPayload<subxt::ext::scale_value::Composite<()>>> {
	encoded_payload(at, &encode_call(call, at.metadata_ref())?)
}

fn encoded_payload(
	at: &At,
	call: &[u8],
) -> Outcome<DynamicPayload<subxt::ext::scale_value::Composite<()>>> {
	at.transactions()
		.from_call_data_bytes(call)
		.map_err(|error| refusal::extrinsic(error, at.metadata_ref()))
}

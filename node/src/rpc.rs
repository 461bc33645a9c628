//! What a client may ask beyond what every Substrate node answers.
//!
//! The service itself brings `system_*`, `chain_*`, `state_*`, `author_*` and the new
//! `chainHead_v1_*`, `transaction_v1_*` and `archive_v1_*`. Here come the account nonce and dry
//! run, fee estimates, and GRANDPA's rounds and proofs of finality.

use assay_primitives::{AccountId, Balance, BlockNumber, Hash, Nonce};
use assay_runtime::opaque::Block;
use jsonrpsee::RpcModule;
use polkadot_sdk::{
	pallet_transaction_payment_rpc::{
		TransactionPayment, TransactionPaymentApiServer, TransactionPaymentRuntimeApi,
	},
	sc_consensus_grandpa::{
		FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
	},
	sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer},
	sc_rpc::SubscriptionTaskExecutor,
	sc_transaction_pool_api::TransactionPool,
	sp_api::ProvideRuntimeApi,
	sp_block_builder::BlockBuilder,
	sp_blockchain::{Error as BlockchainError, HeaderBackend, HeaderMetadata},
	substrate_frame_rpc_system::{AccountNonceApi, System, SystemApiServer},
};
use std::sync::Arc;

/// Why the methods could not be put together: two of them have the same name.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// What the GRANDPA methods need.
pub struct GrandpaDeps<B> {
	/// Who votes.
	pub authority_set: SharedAuthoritySet<Hash, BlockNumber>,
	/// How the current round stands.
	pub voter_state: SharedVoterState,
	/// Justifications as they are made.
	pub justification_stream: GrandpaJustificationStream<Block>,
	/// Proofs that a block is final.
	pub finality_proofs: Arc<FinalityProofProvider<B, Block>>,
}

/// What all methods need.
pub struct Deps<C, P, B> {
	/// The chain's client.
	pub client: Arc<C>,
	/// The transaction pool.
	pub pool: Arc<P>,
	/// What the GRANDPA methods need.
	pub grandpa: GrandpaDeps<B>,
	/// Runs subscriptions.
	pub executor: SubscriptionTaskExecutor,
}

/// Put the methods together.
pub fn create<C, P, B>(deps: Deps<C, P, B>) -> Result<RpcModule<()>, Error>
where
	C: ProvideRuntimeApi<Block>
		+ HeaderBackend<Block>
		+ HeaderMetadata<Block, Error = BlockchainError>
		+ Send
		+ Sync
		+ 'static,
	C::Api: AccountNonceApi<Block, AccountId, Nonce>
		+ TransactionPaymentRuntimeApi<Block, Balance>
		+ BlockBuilder<Block>,
	P: TransactionPool + 'static,
	B: polkadot_sdk::sc_client_api::Backend<Block> + Send + Sync + 'static,
{
	let Deps {
		client,
		pool,
		grandpa,
		executor,
	} = deps;
	let mut module = RpcModule::new(());
	module.merge(System::new(client.clone(), pool).into_rpc())?;
	module.merge(TransactionPayment::new(client).into_rpc())?;
	module.merge(
		Grandpa::new(
			executor,
			grandpa.authority_set,
			grandpa.voter_state,
			grandpa.justification_stream,
			grandpa.finality_proofs,
		)
		.into_rpc(),
	)?;
	Ok(module)
}

//! Puts a running node together: database, transaction pool, network, Aura and GRANDPA.

use crate::rpc;
use assay_primitives::Hash;
use assay_runtime::{opaque::Block, RuntimeApi};
use futures::FutureExt;
use polkadot_sdk::{
	sc_basic_authorship::ProposerFactory,
	sc_client_api::{Backend as _, BlockBackend},
	sc_consensus::{DefaultImportQueue, LongestChain},
	sc_consensus_aura::{self, ImportQueueParams, SlotProportion, StartAuraParams},
	sc_consensus_grandpa::{
		self, FinalityProofProvider, GrandpaBlockImport, GrandpaParams, GrandpaPruningFilter,
		LinkHalf, SharedVoterState, ThreeQuartersOfTheUnfinalizedChain, VotingRule,
		VotingRulesBuilder,
	},
	sc_executor::WasmExecutor,
	sc_network::{
		config::FullNetworkConfiguration, service::traits::NetworkService, NetworkBackend,
		NotificationService,
	},
	sc_network_sync::SyncingService,
	sc_offchain::{OffchainWorkerOptions, OffchainWorkers},
	sc_service::{
		self, error::Error as ServiceError, BuildNetworkParams, Configuration, PartialComponents,
		SpawnTasksParams, TFullBackend, TFullClient, TaskManager, WarpSyncConfig,
	},
	sc_storage_monitor::{StorageMonitorParams, StorageMonitorService},
	sc_telemetry::{self, Telemetry, TelemetryHandle, TelemetryWorker},
	sc_transaction_pool::TransactionPoolHandle,
	sc_transaction_pool_api::OffchainTransactionPoolFactory,
	sp_consensus_aura::{
		inherents::InherentDataProvider as SlotProvider, sr25519::AuthorityPair, SlotDuration,
	},
	sp_io::SubstrateHostFunctions,
	sp_keystore::KeystorePtr,
	sp_timestamp::InherentDataProvider as TimestampProvider,
	substrate_prometheus_endpoint::Registry,
};
use std::{sync::Arc, time::Duration};

/// Runs the runtime: no host functions beyond the standard ones.
type Executor = WasmExecutor<SubstrateHostFunctions>;
/// Reads and writes the chain.
type Client = TFullClient<Block, RuntimeApi, Executor>;
/// Keeps blocks and state.
type Backend = TFullBackend<Block>;
/// The longest chain that GRANDPA allows is the best one.
type SelectChain = LongestChain<Backend, Block>;
/// Imports a block and what GRANDPA has to note about it.
type BlockImport = GrandpaBlockImport<Backend, Block, Client, SelectChain>;
/// From the block import to the voter.
type GrandpaLink = LinkHalf<Block, Client, SelectChain>;
/// Transactions that wait for a block.
type Pool = TransactionPoolHandle<Block, Client>;
/// What both a running node and the subcommands need.
type Partial = PartialComponents<
	Client,
	Backend,
	SelectChain,
	DefaultImportQueue<Block>,
	Pool,
	(BlockImport, GrandpaLink, Option<Telemetry>),
>;

/// A justification, which proves a block final to whoever was not there, is kept and announced
/// at least this often in blocks: about once a minute. It is small, because validators are few.
const JUSTIFICATION_PERIOD: u32 = 32;

/// How long a GRANDPA message may take to reach every validator. Two of these make a round, so
/// with a few known, well connected validators a block is final well within the next slot.
const GOSSIP_DURATION: Duration = Duration::from_millis(250);

/// How much of the slot a block may be proposed in; the rest is for spreading and importing it.
const PROPOSAL_SLOT_PORTION: f32 = 2.0 / 3.0;

/// The parts that need no network: client, pool, import queue.
pub fn new_partial(config: &Configuration) -> Result<Partial, ServiceError> {
	let telemetry = config
		.telemetry_endpoints
		.clone()
		.filter(|endpoints| !endpoints.is_empty())
		.map(|endpoints| -> Result<_, sc_telemetry::Error> {
			let worker = TelemetryWorker::new(16)?;
			let telemetry = worker.handle().new_telemetry(endpoints);
			Ok((worker, telemetry))
		})
		.transpose()?;

	let (client, backend, keystore_container, task_manager) =
		sc_service::new_full_parts::<Block, RuntimeApi, _>(
			config,
			telemetry.as_ref().map(|(_, telemetry)| telemetry.handle()),
			sc_service::new_wasm_executor::<SubstrateHostFunctions>(&config.executor),
			// A pruned node keeps what others need to warp sync from it.
			vec![Arc::new(GrandpaPruningFilter)],
		)?;
	let client = Arc::new(client);

	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager
			.spawn_handle()
			.spawn("telemetry", None, worker.run());
		telemetry
	});
	let telemetry_handle = telemetry.as_ref().map(Telemetry::handle);

	let transaction_pool = Arc::new(
		polkadot_sdk::sc_transaction_pool::Builder::new(
			task_manager.spawn_essential_handle(),
			client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.with_prometheus(config.prometheus_registry())
		.build(),
	);

	let select_chain = SelectChain::new(backend.clone());
	let (block_import, grandpa_link) = sc_consensus_grandpa::block_import(
		client.clone(),
		JUSTIFICATION_PERIOD,
		&client,
		select_chain.clone(),
		telemetry_handle.clone(),
	)?;
	let import_queue = import_queue(
		&client,
		&block_import,
		&task_manager,
		config.prometheus_registry(),
		telemetry_handle,
	)?;

	Ok(PartialComponents {
		client,
		backend,
		task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool,
		other: (block_import, grandpa_link, telemetry),
	})
}

/// Checks the blocks that others produced: seal, slot, inherents.
fn import_queue(
	client: &Arc<Client>,
	block_import: &BlockImport,
	task_manager: &TaskManager,
	registry: Option<&Registry>,
	telemetry: Option<TelemetryHandle>,
) -> Result<DefaultImportQueue<Block>, ServiceError> {
	let slots = client.clone();
	sc_consensus_aura::import_queue::<AuthorityPair, _, _, _, _, _>(ImportQueueParams {
		block_import: block_import.clone(),
		justification_import: Some(Box::new(block_import.clone())),
		client: client.clone(),
		create_inherent_data_providers: move |parent, ()| {
			let slots = slots.clone();
			async move {
				Ok(inherents(sc_consensus_aura::standalone::slot_duration_at(
					&*slots, parent,
				)?))
			}
		},
		spawner: &task_manager.spawn_essential_handle(),
		registry,
		check_for_equivocation: Default::default(),
		telemetry,
		compatibility_mode: Default::default(),
	})
	.map_err(Into::into)
}

/// What a block says about the time: the slot and the timestamp, both of now.
fn inherents(slot_duration: SlotDuration) -> (SlotProvider, TimestampProvider) {
	let timestamp = TimestampProvider::from_system_time();
	let slot = SlotProvider::from_timestamp_and_slot_duration(*timestamp, slot_duration);
	(slot, timestamp)
}

/// A whole node.
pub fn new_full<N: NetworkBackend<Block, Hash>>(
	config: Configuration,
	storage_monitor: StorageMonitorParams,
) -> Result<TaskManager, ServiceError> {
	let PartialComponents {
		client,
		backend,
		mut task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool,
		other: (block_import, grandpa_link, mut telemetry),
	} = new_partial(&config)?;

	let mut net_config = FullNetworkConfiguration::<Block, Hash, N>::new(
		&config.network,
		config.prometheus_registry().cloned(),
	);
	let metrics = N::register_notification_metrics(config.prometheus_registry());
	let genesis_hash = client
		.block_hash(0)?
		.ok_or_else(|| ServiceError::Other("the database has no genesis block".into()))?;
	let grandpa_protocol =
		sc_consensus_grandpa::protocol_standard_name(&genesis_hash, &config.chain_spec);
	let (grandpa_protocol_config, grandpa_notifications) =
		sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
			grandpa_protocol.clone(),
			metrics.clone(),
			net_config.peer_store_handle(),
		);
	net_config.add_notification_protocol(grandpa_protocol_config);

	let warp_sync = Arc::new(sc_consensus_grandpa::warp_proof::NetworkProvider::new(
		backend.clone(),
		grandpa_link.shared_authority_set().clone(),
		vec![],
	));
	let (network, system_rpc_tx, tx_handler_controller, sync_service, _bitswap) =
		sc_service::build_network(BuildNetworkParams {
			config: &config,
			net_config,
			client: client.clone(),
			transaction_pool: transaction_pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(warp_sync)),
			block_relay: None,
			metrics,
			gap_sync_body_policy: None,
		})?;

	if let Some(path) = config.database.path() {
		StorageMonitorService::try_spawn(
			storage_monitor,
			path.to_path_buf(),
			&task_manager.spawn_essential_handle(),
		)
		.map_err(|error| ServiceError::Application(error.into()))?;
	}
	if config.offchain_worker.enabled {
		spawn_offchain_workers(
			&config,
			&client,
			&backend,
			&transaction_pool,
			&network,
			&task_manager,
			keystore_container.keystore(),
		)?;
	}

	let voter_state = SharedVoterState::empty();
	let rpc_builder = rpc_builder(
		&client,
		&backend,
		&transaction_pool,
		&grandpa_link,
		&voter_state,
	);
	let registry = config.prometheus_registry().cloned();
	let consensus = Consensus {
		client: client.clone(),
		keystore: keystore_container.keystore(),
		sync_service: sync_service.clone(),
		transaction_pool: transaction_pool.clone(),
		registry,
		telemetry: telemetry.as_ref().map(Telemetry::handle),
	};
	let role = config.role;
	let name = config.network.node_name.clone();
	let force_authoring = config.force_authoring;
	let grandpa_enabled = !config.disable_grandpa;

	sc_service::spawn_tasks(SpawnTasksParams {
		network: network.clone(),
		client,
		keystore: keystore_container.keystore(),
		task_manager: &mut task_manager,
		transaction_pool,
		rpc_builder,
		backend,
		system_rpc_tx,
		tx_handler_controller,
		sync_service,
		config,
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;

	if role.is_authority() {
		consensus.spawn_aura(&task_manager, select_chain, block_import, force_authoring)?;
	}
	if grandpa_enabled {
		let config = sc_consensus_grandpa::Config {
			gossip_duration: GOSSIP_DURATION,
			justification_generation_period: JUSTIFICATION_PERIOD,
			name: Some(name),
			observer_enabled: false,
			// Without authority there is nothing to sign; the voter then only follows.
			keystore: role.is_authority().then(|| consensus.keystore.clone()),
			local_role: role,
			telemetry: consensus.telemetry.clone(),
			protocol_name: grandpa_protocol,
		};
		consensus.spawn_grandpa(
			&task_manager,
			config,
			grandpa_link,
			network,
			grandpa_notifications,
			voter_state,
		)?;
	}
	Ok(task_manager)
}

/// The runtime's own background work, without access to the web: a permissioned chain takes
/// nothing from outside that nobody signed.
fn spawn_offchain_workers(
	config: &Configuration,
	client: &Arc<Client>,
	backend: &Arc<Backend>,
	transaction_pool: &Arc<Pool>,
	network: &Arc<dyn NetworkService>,
	task_manager: &TaskManager,
	keystore: KeystorePtr,
) -> Result<(), ServiceError> {
	let workers = OffchainWorkers::new(OffchainWorkerOptions {
		runtime_api_provider: client.clone(),
		is_validator: config.role.is_authority(),
		keystore: Some(keystore),
		offchain_db: backend.offchain_storage(),
		transaction_pool: Some(OffchainTransactionPoolFactory::new(
			transaction_pool.clone(),
		)),
		network_provider: Arc::new(network.clone()),
		enable_http_requests: false,
		custom_extensions: |_| vec![],
	})?;
	task_manager.spawn_handle().spawn(
		"offchain-workers-runner",
		"offchain-worker",
		workers
			.run(client.clone(), task_manager.spawn_handle())
			.boxed(),
	);
	Ok(())
}

/// Makes the RPC methods for each listener.
fn rpc_builder(
	client: &Arc<Client>,
	backend: &Arc<Backend>,
	transaction_pool: &Arc<Pool>,
	grandpa_link: &GrandpaLink,
	voter_state: &SharedVoterState,
) -> Box<
	dyn Fn(
		polkadot_sdk::sc_rpc::SubscriptionTaskExecutor,
	) -> Result<jsonrpsee::RpcModule<()>, ServiceError>,
> {
	let client = client.clone();
	let pool = transaction_pool.clone();
	let voter_state = voter_state.clone();
	let authority_set = grandpa_link.shared_authority_set().clone();
	let justification_stream = grandpa_link.justification_stream();
	let finality_proofs =
		FinalityProofProvider::new_for_service(backend.clone(), Some(authority_set.clone()));
	Box::new(move |executor| {
		rpc::create(rpc::Deps {
			client: client.clone(),
			pool: pool.clone(),
			grandpa: rpc::GrandpaDeps {
				authority_set: authority_set.clone(),
				voter_state: voter_state.clone(),
				justification_stream: justification_stream.clone(),
				finality_proofs: finality_proofs.clone(),
			},
			executor,
		})
		.map_err(Into::into)
	})
}

/// What both producing and finalizing blocks need.
struct Consensus {
	client: Arc<Client>,
	keystore: KeystorePtr,
	sync_service: Arc<SyncingService<Block>>,
	transaction_pool: Arc<Pool>,
	registry: Option<Registry>,
	telemetry: Option<TelemetryHandle>,
}

impl Consensus {
	/// Produce a block in each of our slots. The node stops when this task stops.
	fn spawn_aura(
		&self,
		task_manager: &TaskManager,
		select_chain: SelectChain,
		block_import: BlockImport,
		force_authoring: bool,
	) -> Result<(), ServiceError> {
		let proposer_factory = ProposerFactory::new(
			task_manager.spawn_handle(),
			self.client.clone(),
			self.transaction_pool.clone(),
			self.registry.as_ref(),
			self.telemetry.clone(),
		);
		let slot_duration = sc_consensus_aura::slot_duration(&*self.client)?;
		// Blocks go on while finality stands still: transfers are then slower to be final, not
		// shut. So there is no back-off strategy.
		let backoff_authoring_blocks: Option<()> = None;
		let aura = sc_consensus_aura::start_aura::<AuthorityPair, _, _, _, _, _, _, _, _, _, _>(
			StartAuraParams {
				slot_duration,
				client: self.client.clone(),
				select_chain,
				block_import,
				proposer_factory,
				create_inherent_data_providers: move |_, ()| async move { Ok(inherents(slot_duration)) },
				force_authoring,
				backoff_authoring_blocks,
				keystore: self.keystore.clone(),
				sync_oracle: self.sync_service.clone(),
				justification_sync_link: self.sync_service.clone(),
				block_proposal_slot_portion: SlotProportion::new(PROPOSAL_SLOT_PORTION),
				max_block_proposal_slot_portion: None,
				telemetry: self.telemetry.clone(),
				compatibility_mode: Default::default(),
			},
		)?;
		task_manager
			.spawn_essential_handle()
			.spawn_blocking("aura", Some("block-authoring"), aura);
		Ok(())
	}

	/// Vote on what is final, or follow the votes. The node stops when this task stops.
	fn spawn_grandpa(
		self,
		task_manager: &TaskManager,
		config: sc_consensus_grandpa::Config,
		link: GrandpaLink,
		network: Arc<dyn NetworkService>,
		notification_service: Box<dyn NotificationService>,
		shared_voter_state: SharedVoterState,
	) -> Result<(), ServiceError> {
		let voter = sc_consensus_grandpa::run_grandpa_voter(GrandpaParams {
			config,
			link,
			network,
			sync: self.sync_service,
			notification_service,
			voting_rule: voting_rule(),
			prometheus_registry: self.registry,
			shared_voter_state,
			telemetry: self.telemetry,
			offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(self.transaction_pool),
		})?;
		task_manager
			.spawn_essential_handle()
			.spawn_blocking("grandpa-voter", None, voter);
		Ok(())
	}
}

/// Vote for the best block itself, without the usual two blocks of distance: Aura's slots have
/// one author each, so a few known validators see one chain and nothing is gained by waiting.
/// After a standstill only three quarters of what is not final are voted for at once, so that
/// votes meet although not everyone has caught up.
fn voting_rule() -> impl VotingRule<Block, Client> + Clone {
	VotingRulesBuilder::new()
		.add(ThreeQuartersOfTheUnfinalizedChain)
		.build()
}

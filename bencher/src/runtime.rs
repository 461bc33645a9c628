//! The runtime under measurement: a wasm file, called the way a node would call it.

use crate::Result;
use codec::{Decode, Encode};
use polkadot_sdk::{
	frame_benchmarking::{
		self, BenchmarkBatch, BenchmarkConfig, BenchmarkList, BenchmarkParameter, BenchmarkResult,
	},
	frame_support::traits::StorageInfo,
	sc_client_db::BenchmarkingState,
	sc_executor::WasmExecutor,
	sp_core::{
		storage::{well_known_keys, Storage},
		traits::{CallContext, ReadRuntimeVersionExt, RuntimeCode, WrappedRuntimeCode},
	},
	sp_io::{self, hashing::blake2_256},
	sp_keystore::{testing::MemoryKeystore, KeystoreExt},
	sp_runtime::traits::BlakeTwo256,
};
use sp_externalities::Extensions;
use sp_state_machine::{OverlayedChanges, StateMachine};
use std::{borrow::Cow, collections::BTreeMap, fmt, fs, path::Path};

/// What the runtime may call: what a node offers, and the stop-watch.
type HostFunctions = (
	sp_io::SubstrateHostFunctions,
	frame_benchmarking::benchmarking::HostFunctions,
);

type State = BenchmarkingState<BlakeTwo256>;

/// The names of the storage items by the prefix of their keys.
pub type Items = BTreeMap<Vec<u8>, String>;

/// The values of a benchmark's components.
pub type Point = Vec<(BenchmarkParameter, u32)>;

/// A loaded runtime.
pub struct Runtime {
	executor: WasmExecutor<HostFunctions>,
	code: Vec<u8>,
	/// By which the executor knows that it has compiled the code already.
	hash: Vec<u8>,
}

/// What the runtime can measure.
pub struct Catalogue {
	/// Its benchmarks.
	pub benchmarks: Vec<Benchmark>,
	/// Its storage items.
	pub items: Items,
}

/// A benchmark of the runtime.
#[derive(Debug, Clone)]
pub struct Benchmark {
	/// The pallet's crate: `pallet_custody`.
	pub pallet: String,
	/// The pallet's name in the runtime: `Custody`.
	pub instance: String,
	/// Its name, as a rule that of the call.
	pub name: String,
	/// What the cost depends on, with the least and the largest value.
	pub components: Vec<(BenchmarkParameter, u32, u32)>,
}

impl fmt::Display for Benchmark {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}::{}", self.pallet, self.name)?;
		for (component, low, high) in &self.components {
			write!(f, " {component}={low}..={high}")?;
		}
		Ok(())
	}
}

/// How a benchmark is run.
#[derive(Debug, Clone, Copy)]
pub enum Run {
	/// Once, with its own checks of the outcome.
	Verify,
	/// Once, noting each storage item that is touched.
	Track,
	/// This often, against the clock.
	Time(u32),
}

impl Runtime {
	/// Load the wasm file at `path`.
	pub fn load(path: &Path) -> Result<Self> {
		let code =
			fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
		let hash = blake2_256(&code).to_vec();
		let executor = WasmExecutor::builder().build();
		Ok(Self {
			executor,
			code,
			hash,
		})
	}

	/// What it can measure; with what no weight is made of, if `extra`.
	pub fn catalogue(&self, extra: bool) -> Result<Catalogue> {
		let (lists, infos): (Vec<BenchmarkList>, Vec<StorageInfo>) = self
			.call("Benchmark_benchmark_metadata", &extra.encode(), false)
			.map_err(|error| format!("the runtime lists no benchmarks; was it built with the feature runtime-benchmarks? {error}"))?;
		let mut benchmarks = vec![];
		for list in lists {
			for benchmark in list.benchmarks {
				benchmarks.push(Benchmark {
					pallet: text(&list.pallet),
					instance: text(&list.instance),
					name: text(&benchmark.name),
					components: benchmark.components,
				});
			}
		}
		let items = infos
			.into_iter()
			.map(|info| {
				let name = format!("{}::{}", text(&info.pallet_name), text(&info.storage_name));
				(info.prefix, name)
			})
			.collect();
		Ok(Catalogue { benchmarks, items })
	}

	/// Run `benchmark` at `point`.
	pub fn run(
		&self,
		benchmark: &Benchmark,
		point: &Point,
		run: Run,
	) -> Result<Vec<BenchmarkResult>> {
		let config = BenchmarkConfig {
			pallet: benchmark.pallet.clone().into_bytes(),
			instance: benchmark.instance.clone().into_bytes(),
			benchmark: benchmark.name.clone().into_bytes(),
			selected_components: point.clone(),
			verify: matches!(run, Run::Verify),
			internal_repeats: if let Run::Time(repeat) = run {
				repeat
			} else {
				1
			},
		};
		let tracked = matches!(run, Run::Track);
		let batches: std::result::Result<Vec<BenchmarkBatch>, String> =
			self.call("Benchmark_dispatch_benchmark", &config.encode(), tracked)?;
		let results: Vec<_> = batches?
			.into_iter()
			.flat_map(|batch| batch.results)
			.collect();
		// A benchmark that is skipped or declares itself weightless answers with zeros or nothing.
		match results.iter().all(|result| result.extrinsic_time == 0) {
			true => Err("the runtime measured nothing".to_string()),
			false => Ok(results),
		}
	}

	/// Call `method` on a state that holds nothing but the runtime itself.
	fn call<R: Decode>(&self, method: &str, arguments: &[u8], tracked: bool) -> Result<R> {
		let mut genesis = Storage::default();
		genesis
			.top
			.insert(well_known_keys::CODE.to_vec(), self.code.clone());
		let state = State::new(genesis, None, false, tracked)?;
		let mut extensions = Extensions::default();
		extensions.register(KeystoreExt::new(MemoryKeystore::new()));
		extensions.register(ReadRuntimeVersionExt::new(self.executor.clone()));
		let fetcher = WrappedRuntimeCode(Cow::Borrowed(&self.code));
		let code = RuntimeCode {
			code_fetcher: &fetcher,
			heap_pages: None,
			hash: self.hash.clone(),
		};
		let answer = StateMachine::new(
			&state,
			&mut OverlayedChanges::<BlakeTwo256>::default(),
			&self.executor,
			method,
			arguments,
			&mut extensions,
			&code,
			CallContext::Offchain,
		)
		.execute()
		.map_err(|error| error.to_string())?;
		R::decode(&mut answer.as_slice())
			.map_err(|error| format!("what {method} answers cannot be read: {error}"))
	}
}

fn text(bytes: &[u8]) -> String {
	String::from_utf8_lossy(bytes).into_owned()
}

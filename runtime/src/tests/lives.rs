//! Long random lives of the composed runtime against models of it: what all such machines share.
//!
//! A machine says what may happen, what its model foretells of each step and how both are compared.
//! Here the steps are drawn by lot from a seed, lived on every core, cut down to what is needed when
//! chain and model disagree, and replayed from `regressions.json`.

use super::chain::check_invariants;
use polkadot_sdk::{sp_core::H256, sp_io::TestExternalities, sp_runtime::StateVersion};
use serde::{de::DeserializeOwned, Deserialize, Serialize};
use std::{
	collections::BTreeMap,
	fmt::Debug,
	panic::{catch_unwind, AssertUnwindSafe},
	sync::{
		atomic::{AtomicBool, AtomicU64, Ordering},
		Mutex, OnceLock,
	},
	thread,
	time::{Duration, Instant},
};

/// Steps of one life.
pub const LIFE: u64 = 250;
/// Steps of a normal test run, and the seed of it.
pub const STEPS: u64 = 10_000;
const SEED: u64 = 20_260_101;
/// Steps in one block at most, and between two looks at the invariants.
const IN_A_BLOCK: u32 = 8;
const BETWEEN_CHECKS: u32 = 50;
/// How often a sequence is tried while it is cut down.
const TRIES: u32 = 400;
const PROGRESS: Duration = Duration::from_secs(10);

/// Numbers that a seed determines (SplitMix64).
pub struct Lots(u64);

impl Lots {
	pub const fn new(seed: u64) -> Self {
		Self(seed)
	}

	pub fn draw(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
		let mut bits = self.0;
		bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
		bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
		bits ^ (bits >> 31)
	}

	/// One of this many.
	pub fn below(&mut self, count: usize) -> usize {
		let count = u64::try_from(count).expect("it fits");
		usize::try_from(self.draw() % count.max(1)).expect("it fits")
	}

	/// True in this many of a hundred cases.
	pub fn percent(&mut self, share: usize) -> bool {
		self.below(100) < share
	}

	pub fn one_of<T: Clone>(&mut self, items: &[T]) -> T {
		items[self.below(items.len())].clone()
	}

	pub fn some_of<T: Clone>(&mut self, items: &[T]) -> Vec<T> {
		let kept = items.iter().filter(|_| self.percent(50));
		kept.cloned().collect()
	}
}

/// What was of interest, and how often.
pub type Seen = BTreeMap<String, u64>;

/// A state as stored with the model of it, to begin many lives from.
pub type World<Model> = OnceLock<(Vec<(Vec<u8>, (Vec<u8>, i32))>, H256, Model)>;

/// Random steps, done in a model and on the chain.
pub trait Machine {
	/// A step, as plain data.
	type Op: Clone + Debug + Send + Serialize + DeserializeOwned;
	type Model: Clone + Send + Sync + 'static;
	/// What the chain's side remembers between steps.
	type Chain: Default + Send;

	/// Its folder in `runtime/src/tests`, and its name for `cargo xtask fuzz`.
	const FOLDER: &'static str;
	const NAME: &'static str;

	/// Where the world is kept that every life begins with.
	fn world() -> &'static World<Self::Model>;

	/// Makes that world.
	fn begin() -> (TestExternalities, Self::Model);

	/// What happens next.
	fn next(lots: &mut Lots, model: &Self::Model) -> Self::Op;

	/// Does a step in both, and compares them.
	fn step(model: &mut Self::Model, chain: &mut Self::Chain, op: &Self::Op) -> Result<(), String>;

	/// The step that ends a block, and whether a step does.
	fn end_of_block() -> Self::Op;
	fn ends_block(op: &Self::Op) -> bool;

	/// What follows the last step of each life that went well.
	fn finish(_: &mut Self::Model, _: &mut Self::Chain) -> Result<(), String> {
		Ok(())
	}

	/// How many steps passed and how many were refused, and what of interest was seen.
	fn seen(chain: &Self::Chain) -> (u64, u64, Seen);
}

/// What came of a life.
pub struct Life<M: Machine> {
	ops: Vec<M::Op>,
	chain: M::Chain,
	/// What the chain and the model disagree on.
	quarrel: Option<String>,
}

fn begin<M: Machine>() -> (TestExternalities, M::Model) {
	let (stored, root, model) = M::world().get_or_init(|| {
		let (mut state, model) = M::begin();
		state.commit_all().expect("no transaction is open");
		let (stored, root) = state.into_raw_snapshot();
		(stored, root, model)
	});
	let state = TestExternalities::from_raw_snapshot(stored.clone(), *root, StateVersion::V1);
	(state, model.clone())
}

/// Lives as `next` says, until it says no more or the two disagree.
fn live<M: Machine>(next: &mut dyn FnMut(&M::Model) -> Option<M::Op>) -> Life<M> {
	let (mut state, mut model) = begin::<M>();
	let mut life = Life::<M> {
		ops: vec![],
		chain: M::Chain::default(),
		quarrel: None,
	};
	let Life { ops, chain, .. } = &mut life;
	let lived = catch_unwind(AssertUnwindSafe(|| {
		state.execute_with(|| {
			let (mut in_block, mut unchecked) = (0, 0);
			while let Some(op) = next(&model) {
				ops.push(op.clone());
				M::step(&mut model, chain, &op)?;
				in_block = if M::ends_block(&op) { 0 } else { in_block + 1 };
				if in_block == IN_A_BLOCK {
					M::step(&mut model, chain, &M::end_of_block())?;
					in_block = 0;
				}
				unchecked += 1;
				if unchecked == BETWEEN_CHECKS {
					check_invariants();
					unchecked = 0;
				}
			}
			check_invariants();
			M::finish(&mut model, chain)?;
			check_invariants();
			Ok(())
		})
	}));
	life.quarrel = match lived {
		Ok(outcome) => outcome.err(),
		Err(panic) => {
			let text = panic.downcast_ref::<String>().map(String::as_str);
			let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
			Some(format!(
				"panicked: {}",
				text.unwrap_or("for no reason told")
			))
		},
	};
	life
}

/// Does the steps that are listed.
fn replay<M: Machine>(ops: &[M::Op]) -> Option<String> {
	let mut rest = ops.iter();
	live::<M>(&mut |_| rest.next().cloned()).quarrel
}

/// Leaves out what is not needed for a quarrel: large parts first, then smaller ones.
fn cut<M: Machine>(mut ops: Vec<M::Op>, mut quarrel: String) -> (Vec<M::Op>, String) {
	let mut tries = 0;
	let mut part = ops.len() / 2;
	while part > 0 {
		let mut from = 0;
		while from < ops.len() && tries < TRIES {
			let mut fewer = ops.clone();
			fewer.drain(from..(from + part).min(ops.len()));
			tries += 1;
			match replay::<M>(&fewer) {
				Some(still) => (ops, quarrel) = (fewer, still),
				None => from += part,
			}
		}
		part /= 2;
	}
	(ops, quarrel)
}

/// What many lives have in common.
struct Tally<M: Machine> {
	steps: AtomicU64,
	passed: AtomicU64,
	refused: AtomicU64,
	seen: Mutex<Seen>,
	failure: Mutex<Option<(u64, Life<M>)>>,
	over: AtomicBool,
}

impl<M: Machine> Tally<M> {
	fn new() -> Self {
		Self {
			steps: AtomicU64::new(0),
			passed: AtomicU64::new(0),
			refused: AtomicU64::new(0),
			seen: Mutex::new(Seen::new()),
			failure: Mutex::new(None),
			over: AtomicBool::new(false),
		}
	}

	/// Lives one life of a seed, and notes how it was.
	fn one(&self, seed: u64) {
		let mut lots = Lots::new(seed);
		let mut left = LIFE;
		let life = live::<M>(&mut |model| {
			left = left.checked_sub(1)?;
			Some(M::next(&mut lots, model))
		});
		let done = u64::try_from(life.ops.len()).expect("it fits");
		let (passed, refused, seen) = M::seen(&life.chain);
		self.steps.fetch_add(done, Ordering::Relaxed);
		self.passed.fetch_add(passed, Ordering::Relaxed);
		self.refused.fetch_add(refused, Ordering::Relaxed);
		let mut all = self.seen.lock().expect("nobody panics with it");
		for (name, count) in seen {
			*all.entry(name).or_default() += count;
		}
		drop(all);
		if life.quarrel.is_some() {
			let mut failure = self.failure.lock().expect("nobody panics with it");
			failure.get_or_insert((seed, life));
			self.over.store(true, Ordering::Relaxed);
		}
	}

	fn tell(&self, steps: u64, begun: Instant) {
		let done = self.steps.load(Ordering::Relaxed);
		let seconds = begun.elapsed().as_secs().max(1);
		eprintln!(
			"{done} of {steps} steps of the {}, {} a second; {} passed and {} were refused",
			M::NAME,
			done / seconds,
			self.passed.load(Ordering::Relaxed),
			self.refused.load(Ordering::Relaxed),
		);
	}
}

/// As many lives as it takes, on every core.
fn run_lives<M: Machine>(steps: u64, seed: u64) -> Tally<M> {
	let (tally, number) = (Tally::<M>::new(), AtomicU64::new(0));
	let lives = steps.div_ceil(LIFE);
	let begun = Instant::now();
	eprintln!("{steps} steps, seed {seed}");
	let workers = thread::available_parallelism().map_or(1, usize::from);
	thread::scope(|scope| {
		let work = || {
			while !tally.over.load(Ordering::Relaxed) {
				let number = number.fetch_add(1, Ordering::Relaxed);
				if number >= lives {
					break;
				}
				tally.one(seed.wrapping_add(number));
			}
		};
		let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
		let mut told = Instant::now();
		while workers.iter().any(|worker| !worker.is_finished()) {
			thread::park_timeout(Duration::from_millis(20));
			if told.elapsed() >= PROGRESS {
				tally.tell(steps, begun);
				told = Instant::now();
			}
		}
	});
	tally.tell(steps, begun);
	tally
}

fn setting(name: &str) -> Option<u64> {
	let value = std::env::var(name).ok()?;
	Some(value.parse().expect("the setting is a number"))
}

/// Runs as many steps as are asked for. Returns what was seen, when it was long enough to see all.
pub fn run<M: Machine>() -> Option<Seen> {
	let steps = setting("ASSAY_FUZZ_STEPS").unwrap_or(STEPS);
	let seed = setting("ASSAY_FUZZ_SEED").unwrap_or(SEED);
	let tally = run_lives::<M>(steps, seed);
	let failure = tally.failure.into_inner().expect("nobody panics with it");
	if let Some((seed, life)) = failure {
		let first = life.quarrel.unwrap_or_default();
		eprintln!("seed {seed}, step {}: {first}", life.ops.len());
		eprintln!("Cutting it down");
		let (ops, quarrel) = cut::<M>(life.ops, first);
		let json = serde_json::to_string(&ops).expect("it is plain data");
		let (folder, name) = (M::FOLDER, M::NAME);
		panic!(
			"{quarrel}\n\nThe steps, for runtime/src/tests/{folder}/regressions.json:\n{json}\n\n\
			 Again: cargo xtask fuzz {name} --steps {LIFE} --seed {seed}"
		);
	}
	let seen = tally.seen.into_inner().expect("nobody panics with it");
	let counts: Vec<String> = seen
		.iter()
		.map(|(name, count)| format!("{name} {count}"))
		.collect();
	eprintln!("Seen: {}", counts.join(", "));
	(steps >= STEPS).then_some(seen)
}

/// A sequence that once found something.
#[derive(Deserialize)]
struct Regression<Op> {
	what: String,
	ops: Vec<Op>,
}

/// Replays what once went wrong.
pub fn run_regressions<M: Machine>(text: &str) {
	let regressions: Vec<Regression<M::Op>> = serde_json::from_str(text).expect("it is a list");
	for Regression { what, ops } in regressions {
		assert_eq!(replay::<M>(&ops), None, "{what}");
	}
}

/// The two differ, or nothing is to be said.
pub fn same<T: PartialEq + Debug>(what: &str, chain: &T, model: &T) -> Result<(), String> {
	match chain == model {
		true => Ok(()),
		false => Err(format!(
			"{what}: {chain:?} on chain, {model:?} in the model"
		)),
	}
}

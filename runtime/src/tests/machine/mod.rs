//! Long random lives of the composed runtime against a model of it in plain Rust.
//!
//! Each step is drawn by lot, done in the model, and done on the chain by signed transactions through
//! every extension, or by the council's motion. The model foretells each outcome: for movements of
//! units the first reason that speaks against them, in the pool, in the block and in the event; in the
//! dry run all reasons in order. After each step every balance, hold, position, freeze, approval,
//! standing, link, redemption and docket is compared, and the invariants of all pallets every now and
//! then.
//!
//! `cargo xtask fuzz --steps N --seed S` runs it for longer. A sequence that fails is cut down to what
//! is needed for it and printed as JSON; put into `regressions.json`, it is run with every test.

mod acts;
mod chain;
mod compare;
mod generate;
mod measures;
mod model;
mod officers;
mod ops;
mod orders;
mod past;
mod people;
mod progress;
mod setup;
mod verdict;

use super::chain::check_invariants;
use assay_primitives::ReasonCode;
use chain::Chain;
use generate::Lots;
use model::Model;
use ops::Op;
use polkadot_sdk::{sp_core::H256, sp_io::TestExternalities, sp_runtime::StateVersion};
use std::{
	collections::BTreeSet,
	panic::{catch_unwind, AssertUnwindSafe},
	sync::{
		atomic::{AtomicBool, AtomicU64, Ordering},
		Mutex, OnceLock,
	},
	thread,
	time::{Duration, Instant},
};

/// Steps of one life.
const LIFE: u64 = 250;
/// Steps of a normal test run, and the seed of it.
const STEPS: u64 = 10_000;
const SEED: u64 = 20_260_101;
/// Steps in one block at most, and between two looks at the invariants.
const IN_A_BLOCK: u32 = 8;
const BETWEEN_CHECKS: u32 = 50;
/// How often a sequence is tried while it is cut down.
const TRIES: u32 = 400;
const PROGRESS: Duration = Duration::from_secs(10);

/// Reasons that no step here leads to: every asset is known and no figure that large, and every call
/// is offered and carries few others.
const UNSEEN: [ReasonCode; 4] = [
	ReasonCode::CallNotOffered,
	ReasonCode::TooManyCarried,
	ReasonCode::UnknownAsset,
	ReasonCode::Overflow,
];

/// A world as stored, to begin many lives from.
type Snapshot = (Vec<(Vec<u8>, (Vec<u8>, i32))>, H256, Model);

fn begin() -> (TestExternalities, Model) {
	static WORLD: OnceLock<Snapshot> = OnceLock::new();
	let (stored, root, model) = WORLD.get_or_init(|| {
		let (mut state, model) = setup::begin();
		state.commit_all().expect("no transaction is open");
		let (stored, root) = state.into_raw_snapshot();
		(stored, root, model)
	});
	let state = TestExternalities::from_raw_snapshot(stored.clone(), *root, StateVersion::V1);
	(state, model.clone())
}

/// What came of a life.
struct Life {
	ops: Vec<Op>,
	chain: Chain,
	/// What the chain and the model disagree on.
	quarrel: Option<String>,
}

/// Lives as `next` says, until it says no more or the two disagree.
fn live(next: &mut dyn FnMut(&Model) -> Option<Op>) -> Life {
	let (mut state, mut model) = begin();
	let mut life = Life {
		ops: vec![],
		chain: Chain::default(),
		quarrel: None,
	};
	let Life { ops, chain, .. } = &mut life;
	let lived = catch_unwind(AssertUnwindSafe(|| {
		state.execute_with(|| {
			let (mut in_block, mut unchecked) = (0, 0);
			while let Some(op) = next(&model) {
				ops.push(op.clone());
				step(&mut model, chain, &op)?;
				in_block = if matches!(op, Op::Pass(_)) {
					0
				} else {
					in_block + 1
				};
				if in_block == IN_A_BLOCK {
					step(&mut model, chain, &Op::Pass(0))?;
					in_block = 0;
				}
				unchecked += 1;
				if unchecked == BETWEEN_CHECKS {
					check_invariants();
					unchecked = 0;
				}
			}
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

fn step(model: &mut Model, chain: &mut Chain, op: &Op) -> Result<(), String> {
	let expected = model.apply(op);
	let done = chain.apply(model, op, &expected);
	done.and_then(|()| compare::compare(model))
		.map_err(|quarrel| format!("{op:?}: {quarrel}"))
}

/// Does the steps that are listed.
fn replay(ops: &[Op]) -> Option<String> {
	let mut rest = ops.iter();
	live(&mut |_| rest.next().cloned()).quarrel
}

/// Leaves out what is not needed for a quarrel: large parts first, then smaller ones.
fn cut(mut ops: Vec<Op>, mut quarrel: String) -> (Vec<Op>, String) {
	let mut tries = 0;
	let mut part = ops.len() / 2;
	while part > 0 {
		let mut from = 0;
		while from < ops.len() && tries < TRIES {
			let mut fewer = ops.clone();
			fewer.drain(from..(from + part).min(ops.len()));
			tries += 1;
			match replay(&fewer) {
				Some(still) => (ops, quarrel) = (fewer, still),
				None => from += part,
			}
		}
		part /= 2;
	}
	(ops, quarrel)
}

/// What many lives have in common.
#[derive(Default)]
struct Tally {
	steps: AtomicU64,
	allowed: AtomicU64,
	refused: AtomicU64,
	seen: Mutex<BTreeSet<u8>>,
	failure: Mutex<Option<(u64, Life)>>,
	over: AtomicBool,
}

impl Tally {
	/// Lives one life of a seed, and notes how it was.
	fn one(&self, seed: u64) {
		let mut lots = Lots::new(seed);
		let mut left = LIFE;
		let life = live(&mut |model| {
			left = left.checked_sub(1)?;
			Some(generate::next(&mut lots, model))
		});
		let done = u64::try_from(life.ops.len()).expect("it fits");
		self.steps.fetch_add(done, Ordering::Relaxed);
		self.allowed
			.fetch_add(life.chain.allowed, Ordering::Relaxed);
		self.refused
			.fetch_add(life.chain.refused, Ordering::Relaxed);
		let mut seen = self.seen.lock().expect("nobody panics with it");
		seen.extend(&life.chain.seen);
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
			"{done} of {steps} steps, {} a second; of what holders did {} passed and {} was refused",
			done / seconds,
			self.allowed.load(Ordering::Relaxed),
			self.refused.load(Ordering::Relaxed),
		);
	}
}

/// As many lives as it takes, on every core.
fn run(steps: u64, seed: u64) -> Tally {
	let (tally, number) = (Tally::default(), AtomicU64::new(0));
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

#[test]
fn the_runtime_does_what_the_model_says() {
	let steps = setting("ASSAY_FUZZ_STEPS").unwrap_or(STEPS);
	let seed = setting("ASSAY_FUZZ_SEED").unwrap_or(SEED);
	let tally = run(steps, seed);
	let failure = tally.failure.into_inner().expect("nobody panics with it");
	if let Some((seed, life)) = failure {
		let first = life.quarrel.unwrap_or_default();
		eprintln!("seed {seed}, step {}: {first}", life.ops.len());
		eprintln!("Cutting it down");
		let (ops, quarrel) = cut(life.ops, first);
		let json = serde_json::to_string(&ops).expect("it is plain data");
		panic!(
			"{quarrel}\n\nThe steps, for runtime/src/tests/machine/regressions.json:\n{json}\n\n\
			 Again: cargo xtask fuzz --steps {LIFE} --seed {seed}"
		);
	}
	if steps >= STEPS {
		let seen = tally.seen.into_inner().expect("nobody panics with it");
		let missing: Vec<ReasonCode> = ReasonCode::ALL
			.into_iter()
			.filter(|reason| !UNSEEN.contains(reason) && !seen.contains(&reason.code()))
			.collect();
		assert_eq!(missing, [], "each reason is told at least once");
	}
}

/// A sequence that once found something.
#[derive(serde::Deserialize)]
struct Regression {
	what: String,
	ops: Vec<Op>,
}

#[test]
fn what_once_went_wrong_goes_well() {
	let text = include_str!("regressions.json");
	let regressions: Vec<Regression> = serde_json::from_str(text).expect("it is a list");
	for Regression { what, ops } in regressions {
		assert_eq!(replay(&ops), None, "{what}");
	}
}

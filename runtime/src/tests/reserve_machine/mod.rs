//! Long random lives of a reserve on the composed runtime, against a model of it in plain Rust.
//!
//! Each step is drawn by lot, done in the model, and done on the chain by signed transactions through
//! every extension, or by the council's motion. The model foretells whether it passes, and if not, the
//! very error. After each step are compared: supply, minted and burned, the state of every scope and
//! what it counts for, reserve and effective reserve, status, headroom to the unit, bucket, what the
//! bond has room for, lots and offers, challenges, bonds and what must stay bonded, penalties at risk,
//! and each redemption with its deadline; and the invariants of all pallets every now and then.
//!
//! The promises stand here as equalities:
//!
//! - P2: the headroom is the largest number of units that leaves the status `Backed`, found by trying;
//!   a mint passes up to it and fails with one unit more.
//! - P3: each life ends with neither issuer nor custodian nor holder doing anything any more, and every
//!   claim ends all the same within a few steps, in what anybody may call.
//! - P5: supply is what holders have, free and held; held is what open redemptions are of; francs on
//!   hold are bonds and what waits to be collected.
//!
//! `cargo xtask fuzz reserves --steps N --seed S` runs it for longer. A sequence that fails is cut down
//! to what is needed for it and printed as JSON; put into `regressions.json`, it is run with every test.

mod calls;
mod chain;
mod compare;
mod council;
mod custodians;
mod generate;
mod holders;
mod issuing;
mod model;
mod ops;
mod progress;
mod redeeming;
mod register;
mod seen;
mod setup;
mod statements;
mod voices;
mod worth;

use super::lives::{self, Lots, Seen, World};
use chain::Chain;
use model::Model;
use ops::Op;
use polkadot_sdk::sp_io::TestExternalities;

/// Steps in which a claim that nobody cares for has to end.
const STEPS_TO_END: usize = 24;

/// A reserve, and all that rests on it.
struct Reserves;

impl lives::Machine for Reserves {
	type Op = Op;
	type Model = Model;
	type Chain = Chain;

	const FOLDER: &'static str = "reserve_machine";
	const NAME: &'static str = "reserves";

	fn world() -> &'static World<Model> {
		static WORLD: World<Model> = World::new();
		&WORLD
	}

	fn begin() -> (TestExternalities, Model) {
		setup::begin()
	}

	fn next(lots: &mut Lots, model: &Model) -> Op {
		generate::next(lots, model)
	}

	fn step(model: &mut Model, chain: &mut Chain, op: &Op) -> Result<(), String> {
		let expected = model.apply(op);
		let done = chain.apply(model, op, &expected);
		done.and_then(|()| compare::compare(model))
			.map_err(|quarrel| format!("{op:?}: {quarrel}"))
	}

	fn end_of_block() -> Op {
		Op::Pass(0)
	}

	fn ends_block(op: &Op) -> bool {
		matches!(op, Op::Pass(_) | Op::StandStill(_))
	}

	/// Every claim ends somewhere, whoever does nothing any more.
	fn finish(model: &mut Model, chain: &mut Chain) -> Result<(), String> {
		let open = model.redemptions.iter().filter(|it| it.is_open()).count();
		// Not even for a holder who may not be paid any more.
		if open > 0 && !model.purses[0].sanctioned {
			Self::step(model, chain, &Op::Sanction(0, true))?;
		}
		let uncollected = model.uncollected.len() + open;
		let mut left = STEPS_TO_END * open + 2 * uncollected;
		while let Some(op) = progress::ending(model) {
			left = left
				.checked_sub(1)
				.ok_or_else(|| format!("a claim does not end: {op:?}"))?;
			Self::step(model, chain, &op)?;
			Self::step(model, chain, &Self::end_of_block())?;
		}
		let held: u128 = model.purses.iter().map(|purse| purse.held).sum();
		lives::same("units held in the end", &held, &0)?;
		lives::same("what waits in the end", &model.uncollected.len(), &0)
	}

	fn seen(chain: &Chain) -> (u64, u64, Seen) {
		(chain.passed, chain.refused, chain.seen.clone())
	}
}

#[test]
fn the_reserves_do_what_the_model_says() {
	let Some(met) = lives::run::<Reserves>() else {
		return;
	};
	let missing: Vec<&str> = seen::EXPECTED
		.into_iter()
		.filter(|name| !met.contains_key(*name))
		.collect();
	assert_eq!(missing, [""; 0], "each is seen at least once");
}

#[test]
fn what_once_went_wrong_goes_well() {
	lives::run_regressions::<Reserves>(include_str!("regressions.json"));
}

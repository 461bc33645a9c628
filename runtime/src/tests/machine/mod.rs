//! Long random lives of the composed runtime against a model of it in plain Rust.
//!
//! Each step is drawn by lot, done in the model, and done on the chain by signed transactions through
//! every extension, or by the council's motion. The model foretells each outcome: for movements of
//! units the first reason that speaks against them, in the pool, in the block and in the event; in the
//! dry run all reasons in order. After each step every balance, hold, position, freeze, approval,
//! standing, link, redemption and docket is compared, and the invariants of all pallets every now and
//! then.
//!
//! `cargo xtask fuzz holders --steps N --seed S` runs it for longer. A sequence that fails is cut down to what
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

use super::lives::{self, Lots, Seen, World};
use assay_primitives::ReasonCode;
use chain::Chain;
use model::Model;
use ops::Op;
use polkadot_sdk::sp_io::TestExternalities;

/// Reasons that no step here leads to: every asset is known and no figure that large, and every call
/// is offered and carries few others.
const UNSEEN: [ReasonCode; 4] = [
	ReasonCode::CallNotOffered,
	ReasonCode::TooManyCarried,
	ReasonCode::UnknownAsset,
	ReasonCode::Overflow,
];

/// Holders, what binds them, and who binds them.
struct Holders;

impl lives::Machine for Holders {
	type Op = Op;
	type Model = Model;
	type Chain = Chain;

	const FOLDER: &'static str = "machine";
	const NAME: &'static str = "holders";

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
		matches!(op, Op::Pass(_))
	}

	fn seen(chain: &Chain) -> (u64, u64, Seen) {
		let reasons = ReasonCode::ALL
			.into_iter()
			.filter(|reason| chain.seen.contains(&reason.code()));
		let names = reasons.map(|reason| (format!("{reason:?}"), 1)).collect();
		(chain.allowed, chain.refused, names)
	}
}

#[test]
fn the_runtime_does_what_the_model_says() {
	let Some(seen) = lives::run::<Holders>() else {
		return;
	};
	let missing: Vec<ReasonCode> = ReasonCode::ALL
		.into_iter()
		.filter(|reason| !UNSEEN.contains(reason) && !seen.contains_key(&format!("{reason:?}")))
		.collect();
	assert_eq!(missing, [], "each reason is told at least once");
}

#[test]
fn what_once_went_wrong_goes_well() {
	lives::run_regressions::<Holders>(include_str!("regressions.json"));
}

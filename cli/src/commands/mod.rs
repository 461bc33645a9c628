//! One module per noun: its verbs, and what each does.

pub mod allowance;
pub mod asset;
pub mod attest;
pub mod chain;
pub mod council;
pub mod custody;
pub mod doctor;
pub mod fees;
pub mod identity;
pub mod key;
pub mod lot;
pub mod mint;
pub mod onboard;
pub mod parameter;
pub mod policy;
pub mod position;
pub mod redeem;
pub mod reserve;
pub mod transfer;
pub mod upgrade;
pub mod vault;

use crate::{
	api::{runtime_types::pallet_utility::pallet::Call, RuntimeCall},
	errors::{Failure, Outcome},
};
use serde::Serialize;
use std::path::Path;

/// Calls that one transaction carries at most, so that it fits a block with room to spare.
pub const BATCH: usize = 50;

/// One transaction that carries out all of `calls` or none.
pub fn all_or_none(mut calls: Vec<RuntimeCall>) -> Option<RuntimeCall> {
	match calls.len() {
		0 => None,
		1 => calls.pop(),
		_ => Some(RuntimeCall::Utility(Call::batch_all { calls })),
	}
}

/// Writes a new file; an existing one stays as it is.
pub fn write_json(path: &Path, value: &impl Serialize) -> Outcome {
	let fail = |error: &dyn std::fmt::Display| {
		Failure::input(format!("{} cannot be written: {error}", path.display()))
			.next("choose another file with --out")
	};
	let mut text = serde_json::to_vec_pretty(value).map_err(|error| fail(&error))?;
	text.push(b'\n');
	let mut options = std::fs::OpenOptions::new();
	let mut file = options.write(true).create_new(true).open(path).map_err(|error| fail(&error))?;
	std::io::Write::write_all(&mut file, &text).map_err(|error| fail(&error))
}

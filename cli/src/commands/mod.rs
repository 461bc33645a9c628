//! One module per noun: its verbs, and what each does.

pub mod allowance;
pub mod asset;
pub mod attest;
pub mod bond;
pub mod brake;
pub mod chain;
pub mod council;
pub mod custody;
pub mod docket;
pub mod doctor;
pub mod fees;
pub mod identity;
pub mod key;
pub mod lot;
pub mod mint;
pub mod parameter;
pub mod policy;
pub mod position;
pub mod redeem;
pub mod reserve;
pub mod statement;
pub mod transfer;
pub mod upgrade;
pub mod validator;
pub mod vault;

use crate::{
	accounts::parse_hash,
	api::{runtime_types::pallet_utility::pallet::Call, RuntimeCall},
	context::Context,
	convert::blake2,
	errors::{Failure, Outcome},
	input,
};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::path::{Path, PathBuf};
use subxt::utils::H256;

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

/// Reads `WHAT=IDENTITY`, the identity by its number or one of its accounts.
pub async fn pairs<W: ValueEnum>(context: &Context, given: &[String]) -> Outcome<Vec<(W, u32)>> {
	let mut pairs = Vec::new();
	for text in given {
		let fail = |why: String| {
			let known: Vec<_> = W::value_variants()
				.iter()
				.filter_map(W::to_possible_value)
				.collect();
			let known: Vec<_> = known.iter().map(|value| value.get_name()).collect();
			Failure::input(format!("`{text}` {why}")).next(format!(
				"write WHAT=IDENTITY, where WHAT is one of {}",
				known.join(", ")
			))
		};
		let (what, identity) = text
			.split_once('=')
			.ok_or_else(|| fail("has no equals sign".into()))?;
		let what = W::from_str(what, false).map_err(|_| fail(format!("names no known {what}")))?;
		pairs.push((what, context.identity(identity).await?));
	}
	Ok(pairs)
}

/// The identity that is named, or the one behind the acting account.
pub async fn identity_or_own(context: &Context, given: Option<&str>) -> Outcome<u32> {
	match given {
		Some(text) => context.identity(text).await,
		None => {
			let account = context.acting_account().await?;
			context.identity(&account.to_string()).await
		},
	}
}

/// Papers of which only the hash goes on chain.
#[derive(Clone, Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Case {
	/// BLAKE2-256 of the papers of the case: 0x and 64 hex digits
	#[arg(long, value_name = "HASH")]
	case: Option<String>,
	/// The papers themselves, which are hashed here; nothing of them goes on chain
	#[arg(long, value_name = "FILE")]
	case_file: Option<PathBuf>,
}

impl Case {
	/// The hash.
	pub fn hash(&self) -> Outcome<H256> {
		match (&self.case, &self.case_file) {
			(Some(hash), _) => parse_hash(hash).map(H256),
			(None, Some(path)) => Ok(blake2(&input::read_bytes(path)?)),
			(None, None) => Err(Failure::input("no case is named")
				.next("add --case with its hash, or --case-file with the papers")),
		}
	}
}

/// Writes a new file; an existing one stays as it is.
pub fn write_json(path: &Path, value: &impl Serialize) -> Outcome {
	let mut text = serde_json::to_vec_pretty(value).map_err(|error| unwritable(path, &error))?;
	text.push(b'\n');
	write_new(path, &text)
}

/// Writes a new file; an existing one stays as it is.
pub fn write_new(path: &Path, bytes: &[u8]) -> Outcome {
	let mut options = std::fs::OpenOptions::new();
	let mut file = options
		.write(true)
		.create_new(true)
		.open(path)
		.map_err(|error| unwritable(path, &error))?;
	std::io::Write::write_all(&mut file, bytes).map_err(|error| unwritable(path, &error))
}

fn unwritable(path: &Path, error: &dyn std::fmt::Display) -> Failure {
	Failure::input(format!("{} cannot be written: {error}", path.display()))
		.next("choose another file with --out")
}

//! The lots of a reserve, page by page.

use crate::{
	api::{
		self,
		runtime_types::{assay_primitives::reserve::Scope, pallet_custody::lot::Lot},
	},
	chain::{self, At},
	context::text_of,
	errors::Outcome,
	output::progress,
};
use subxt::utils::{AccountId32, H256};

/// Lots that one question looks through.
const PAGE: u32 = 1_000;

/// A lot and its id.
pub type LotEntry = (H256, Lot<AccountId32>);

/// The lots that are pledged in any of the scopes at a block.
pub async fn lots_of(at: &At, scopes: &[Scope]) -> Outcome<Vec<LotEntry>> {
	let questions = api::view_functions().custody();
	let bar = progress("vaults", scopes.len() as u64);
	let mut lots = Vec::new();
	for scope in scopes {
		let mut from = None;
		loop {
			let question = questions.lots_of(scope.clone(), from, PAGE);
			let page = chain::ask(at, question).await?;
			lots.extend(page.lots);
			from = page.next;
			if from.is_none() {
				break;
			}
		}
		bar.inc(1);
	}
	bar.finish_and_clear();
	Ok(lots)
}

/// Registry and serial of a lot.
pub fn name(lot: &Lot<AccountId32>) -> String {
	format!("{} {}", text_of(&lot.registry.0), text_of(&lot.serial.0))
}

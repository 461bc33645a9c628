//! The lots of a reserve, page by page.

use crate::{
	api::{
		self,
		runtime_types::{assay_primitives::reserve::Scope, pallet_custody::lot::Lot},
	},
	chain::{self, At},
	context::text_of,
	errors::{Failure, Outcome},
	output::progress,
	refusal,
};
use std::collections::BTreeSet;
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
		let mut pages = BTreeSet::new();
		loop {
			let question = questions.lots_of(scope.clone(), from, PAGE);
			let page = chain::ask(at, question).await?;
			lots.extend(page.lots);
			from = page.next;
			// Lots come in no order of their ids, so that a page may only not come twice.
			match from {
				Some(next) if pages.insert(next.0) => {},
				Some(_) => return Err(endless()),
				None => break,
			}
		}
		bar.inc(1);
	}
	bar.finish_and_clear();
	Ok(lots)
}

/// Where the next page of a queue begins; fails unless that is after the page before it.
pub fn next_page(start: u64, next: Option<u64>) -> Outcome<Option<u64>> {
	match next {
		Some(next) if next <= start => Err(endless()),
		next => Ok(next),
	}
}

fn endless() -> Failure {
	refusal::backend(&"its pages do not go on, and would never end")
}

/// Registry and serial of a lot.
pub fn name(lot: &Lot<AccountId32>) -> String {
	format!("{} {}", text_of(&lot.registry.0), text_of(&lot.serial.0))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn fails_when_pages_do_not_go_on() {
		assert_eq!(next_page(5, None), Ok(None));
		assert_eq!(next_page(5, Some(6)), Ok(Some(6)));
		for next in [5, 4, 0] {
			assert_eq!(next_page(5, Some(next)).unwrap_err().exit_code(), 3);
		}
	}
}

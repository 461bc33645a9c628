//! What is looked at in each block.

use super::super::{breakdown, lots::next_page, standing, time_of, Standing};
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::{
			pallet_attestations::types::{ScopeBreakdown, ScopeRecord, ScopeState},
			pallet_issuance::redemption::Redemption,
		},
	},
	chain::{self, At},
	context::{text_of, Context},
	errors::{Failure, Outcome},
};
use std::collections::BTreeMap;
use subxt::utils::AccountId32;

/// Redemptions that one question looks at.
const PAGE: u32 = 100;

/// An asset at one block.
#[derive(Clone, Debug)]
pub struct Snapshot {
	/// The block's number.
	pub block: u64,
	/// Its hash.
	pub hash: String,
	/// Its time, in ms.
	pub at: u64,
	/// The figures.
	pub standing: Standing,
	/// Each scope, in the order of the chain.
	pub scopes: Vec<ScopeLine>,
	/// Open redemptions.
	pub open: u32,
	/// The first of them.
	pub queue: Vec<QueueLine>,
}

/// A scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeLine {
	/// The custodian's identity.
	pub custodian: u32,
	/// The vault's name.
	pub vault: String,
	/// Whether it counts, …
	pub counts: bool,
	/// … and why not.
	pub state: String,
	/// What counts before haircuts.
	pub counted: u128,
	/// What is left after them.
	pub effective: u128,
	/// Last moment at which its report can count, in ms.
	pub fresh_until: u64,
}

/// An open redemption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueLine {
	/// Its number.
	pub id: u64,
	/// Where it stands.
	pub state: String,
	/// What it claims.
	pub claim: u128,
	/// What of that has been handed over.
	pub released: u128,
	/// Last moment for the step that is owed, in ms.
	pub due: Option<u64>,
}

/// Until when the reports that count now cover what is claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
	/// They do not.
	None,
	/// Until this moment; then the scope with this place in the list is missed.
	Until(u64, usize),
}

/// Until when the scopes' reports cover `claims` if no further report comes. As they lapse one after
/// the other, what is left must cover the claims, and one must be left.
pub fn cover(scopes: &[ScopeLine], claims: u128) -> Cover {
	let mut order: Vec<usize> = (0..scopes.len())
		.filter(|index| scopes[*index].counts)
		.collect();
	order.sort_by_key(|index| scopes[*index].fresh_until);
	let counted = order.iter().map(|index| scopes[*index].counted);
	let mut rest = counted.fold(0, u128::saturating_add);
	if order.is_empty() || rest < claims {
		return Cover::None;
	}
	let last = order.len() - 1;
	for (place, index) in order.into_iter().enumerate() {
		let scope = &scopes[index];
		rest = rest.saturating_sub(scope.counted);
		if rest < claims || place == last {
			return Cover::Until(scope.fresh_until, index);
		}
	}
	Cover::None
}

/// Asks the chain, and remembers what need not be asked again.
pub struct Source {
	asset: u32,
	shown: usize,
	/// Redemptions before this one have ended, and none opens again.
	first_open: u64,
	/// Names of vaults, which never change.
	vaults: BTreeMap<u32, String>,
}

impl Source {
	/// Shows so many redemptions.
	pub fn new(asset: u32, shown: u32) -> Self {
		Self {
			asset,
			shown: shown as usize,
			first_open: 0,
			vaults: BTreeMap::new(),
		}
	}

	/// The asset as it is at a block.
	pub async fn take(&mut self, context: &Context, at: &At) -> Outcome<Snapshot> {
		let open = api::storage().issuance().open_redemptions();
		let open = chain::get(at, open, (self.asset,)).await?;
		Ok(Snapshot {
			block: at.block_number(),
			hash: hex(at.block_hash()),
			at: time_of(at).await?,
			standing: standing(context, at, self.asset).await?,
			scopes: self.scopes(context, at).await?,
			open: open.unwrap_or_default(),
			queue: self.queue(at).await?,
		})
	}

	async fn scopes(&mut self, context: &Context, at: &At) -> Outcome<Vec<ScopeLine>> {
		let parts = breakdown::scopes(context, at, self.asset).await?;
		let records = api::storage().attestations().scopes();
		let records = chain::get(at, records, (self.asset,)).await?;
		let question = api::view_functions()
			.reserve_governance()
			.parameters(self.asset);
		let parameters = chain::ask(at, question).await?.ok_or_else(|| {
			Failure::refused("the asset has no reserve parameters")
				.next("`assay parameter show` shows those of assets that have")
		})?;
		let mut lines = Vec::new();
		for part in &parts {
			let record = records
				.iter()
				.flat_map(|records| &records.0)
				.find(|it| (it.custodian, it.vault) == (part.scope.custodian, part.scope.vault));
			let fresh_until = record.map_or(0, |it| fresh_until(it, parameters.max_report_age_ms));
			let vault = self.vault(at, part.scope.vault).await?;
			lines.push(line(part, vault, fresh_until));
		}
		Ok(lines)
	}

	async fn vault(&mut self, at: &At, id: u32) -> Outcome<String> {
		if let Some(name) = self.vaults.get(&id) {
			return Ok(name.clone());
		}
		let vault = chain::get(at, api::storage().custody().vaults(), (id,)).await?;
		let name = vault.map_or_else(|| id.to_string(), |vault| text_of(&vault.name.0));
		self.vaults.insert(id, name.clone());
		Ok(name)
	}

	async fn queue(&mut self, at: &At) -> Outcome<Vec<QueueLine>> {
		let mut lines = Vec::new();
		let mut first = None;
		let mut from = Some(self.first_open);
		let questions = api::view_functions().issuance();
		while let Some(start) = from.filter(|_| lines.len() < self.shown) {
			let page = questions.redemption_queue(self.asset, start, PAGE);
			let page = chain::ask(at, page).await?;
			first = first.or(page.items.first().map(|(id, _)| *id));
			// All that was looked through before the first one has ended.
			self.first_open = first.or(page.next).unwrap_or(start);
			for (id, redemption) in page.items.iter().take(self.shown - lines.len()) {
				let due = chain::ask(at, questions.due_by(*id)).await?;
				lines.push(queue_line(*id, redemption, due));
			}
			from = next_page(start, page.next)?;
		}
		Ok(lines)
	}
}

/// The last moment at which a report can count: its own, or that of its greatest age.
fn fresh_until(record: &ScopeRecord, max_age_ms: u64) -> u64 {
	record
		.valid_until
		.min(record.as_of.saturating_add(max_age_ms))
}

fn line(part: &ScopeBreakdown, vault: String, fresh_until: u64) -> ScopeLine {
	let counts = matches!(part.state, ScopeState::Counts);
	// A challenge that is not answered in time takes it out sooner.
	let answer_by = part.answer_by.filter(|_| counts);
	ScopeLine {
		custodian: part.scope.custodian,
		vault,
		counts,
		state: format!("{:?}", part.state),
		counted: part.counted,
		effective: part.effective,
		fresh_until: answer_by.map_or(fresh_until, |by| by.min(fresh_until)),
	}
}

fn queue_line(id: u64, redemption: &Redemption<AccountId32>, due: Option<u64>) -> QueueLine {
	QueueLine {
		id,
		state: format!("{:?}", redemption.state),
		claim: redemption.claim,
		released: redemption.release.as_ref().map_or(0, |it| it.quantity),
		due,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn scope(counted: u128, fresh_until: u64) -> ScopeLine {
		ScopeLine {
			custodian: 1,
			vault: "V".into(),
			counts: true,
			state: "Counts".into(),
			counted,
			effective: counted,
			fresh_until,
		}
	}

	#[test]
	fn cover_ends_with_the_first_report_that_is_missed() {
		let mut lapsed = scope(0, 1);
		lapsed.counts = false;
		let scopes = [scope(60, 300), scope(40, 100), lapsed];
		// The younger one alone is enough, …
		assert_eq!(cover(&scopes, 60), Cover::Until(300, 0));
		// … or one more unit is claimed and it is not.
		assert_eq!(cover(&scopes, 61), Cover::Until(100, 1));
		assert_eq!(cover(&scopes, 100), Cover::Until(100, 1));
		assert_eq!(cover(&scopes, 101), Cover::None);
	}

	#[test]
	fn cover_needs_a_report_even_when_nothing_is_claimed() {
		assert_eq!(cover(&[scope(1, 5), scope(1, 9)], 0), Cover::Until(9, 1));
		assert_eq!(cover(&[scope(0, 9)], 0), Cover::Until(9, 0));
		let mut lapsed = scope(0, 9);
		lapsed.counts = false;
		assert_eq!(cover(&[lapsed], 0), Cover::None);
		assert_eq!(cover(&[], 0), Cover::None);
	}

	#[test]
	fn reports_are_fresh_until_their_own_end_or_their_greatest_age() {
		let record = |as_of, valid_until| ScopeRecord {
			custodian: 1,
			vault: 1,
			as_of,
			valid_until,
			quantity: 1,
			basis: api::runtime_types::assay_primitives::reserve::Basis::Market,
			class: api::runtime_types::assay_primitives::reserve::LiquidityClass::Liquid,
			withdrawn: false,
			faulted: false,
			answer_by: None,
			opinions: crate::convert::bounded([]),
		};
		assert_eq!(fresh_until(&record(100, 150), 51), 150);
		assert_eq!(fresh_until(&record(100, 150), 49), 149);
		assert_eq!(fresh_until(&record(1, u64::MAX), u64::MAX), u64::MAX);
	}
}

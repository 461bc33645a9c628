//! Asks the chain for all that the page tells, at one block.

use super::{
	super::{
		breakdown, history,
		lots::{lots_of, next_page},
		standing, time_of,
	},
	Block, BondBook, Material, OpenRedemption, ScopeBook,
};
use crate::{
	accounts::hex,
	api::{self, runtime_types::assay_primitives::bond::BondPurpose},
	chain::{self, At},
	commands::asset::{document_rows, power_rows},
	context::{text_of, AssetInfo, Context},
	errors::{Failure, Outcome},
};

/// Redemptions that one question looks at.
const PAGE: u32 = 100;

/// All of it.
pub async fn gather(context: &Context, at: &At, asset: &str) -> Outcome<Material> {
	let asset = context.asset_at(at, asset).await?;
	let parameters = api::view_functions()
		.reserve_governance()
		.parameters(asset.id);
	let parameters = chain::ask(at, parameters).await?.ok_or_else(|| {
		Failure::refused(format!("{} has no reserve parameters", asset.symbol))
			.next("a report can be written once the asset is approved")
	})?;
	let scopes = scopes(context, at, &asset).await?;
	let places: Vec<_> = scopes.iter().map(|book| book.part.scope.clone()).collect();
	let days = api::view_functions().issuance().history(asset.id);
	Ok(Material {
		block: Block {
			genesis: hex(context.chain().await?.genesis()),
			number: at.block_number(),
			hash: hex(at.block_hash()),
			at: time_of(at).await?,
		},
		standing: standing(context, at, asset.id).await?,
		parameters,
		days: chain::ask(at, days).await?,
		lots: lots_of(at, &places).await?,
		queue: queue(at, asset.id).await?,
		bonds: bonds(context, at, &asset, &scopes).await?,
		documents: document_rows(at, asset.id).await?,
		powers: power_rows(at, asset.id).await?,
		scopes,
		asset,
	})
}

async fn scopes(context: &Context, at: &At, asset: &AssetInfo) -> Outcome<Vec<ScopeBook>> {
	let mut books = Vec::new();
	let questions = api::view_functions().attestations();
	for part in breakdown::scopes(context, at, asset.id).await? {
		let scope = part.scope.clone();
		let vault = chain::get(at, api::storage().custody().vaults(), (scope.vault,)).await?;
		let place = (scope.custodian, scope.vault);
		books.push(ScopeBook {
			vault: vault.map_or_else(
				|| format!("vault {}, closed", scope.vault),
				|vault| text_of(&vault.name.0),
			),
			report: chain::ask(at, questions.report(scope)).await?,
			history: history::kept(at, asset.id, place).await?,
			part,
		});
	}
	Ok(books)
}

async fn queue(at: &At, asset: u32) -> Outcome<Vec<OpenRedemption>> {
	let questions = api::view_functions().issuance();
	let mut queue = Vec::new();
	let mut from = Some(0);
	while let Some(start) = from {
		let page = chain::ask(at, questions.redemption_queue(asset, start, PAGE)).await?;
		for (id, redemption) in page.items {
			let due = chain::ask(at, questions.due_by(id)).await?;
			queue.push(OpenRedemption {
				id,
				redemption,
				due,
			});
		}
		from = next_page(start, page.next)?;
	}
	Ok(queue)
}

/// The issuer's bond, and that of each custodian.
async fn bonds(
	context: &Context,
	at: &At,
	asset: &AssetInfo,
	scopes: &[ScopeBook],
) -> Outcome<Vec<BondBook>> {
	let mut custodians: Vec<u32> = scopes
		.iter()
		.map(|book| book.part.scope.custodian)
		.collect();
	custodians.sort_unstable();
	custodians.dedup();
	let issuer = ("the issuer".to_string(), BondPurpose::Issuer(asset.id));
	let custodians = custodians
		.into_iter()
		.map(|id| (format!("custodian {id}"), BondPurpose::Custodian(id)));
	let mut bonds = Vec::new();
	for (answers_for, purpose) in std::iter::once(issuer).chain(custodians) {
		let question = api::view_functions().bonds().bond(purpose);
		if let Some(view) = chain::ask(at, question).await? {
			bonds.push(BondBook {
				answers_for,
				money: context.asset_at(at, &view.bond.asset.to_string()).await?,
				view,
			});
		}
	}
	Ok(bonds)
}

//! What follows a change behind a position: of its identity's country, or of an account.

use crate::{
	api::{self, runtime_types::pallet_compliance::pallet::Call, RuntimeCall},
	context::{AssetInfo, Context},
	convert::bounded,
	errors::{Failure, Outcome},
	output::{progress, spinner, Answer},
};
use subxt::utils::{AccountId32, MultiAddress};

/// Positions that one call counts anew.
const PAGE: usize = 16;

/// Every asset of which an account has free units, with how many.
pub async fn held_by(context: &Context, account: &AccountId32) -> Outcome<Vec<(AssetInfo, u128)>> {
	let chain = context.chain().await?;
	let busy = spinner("looking through the assets");
	let mut held = Vec::new();
	for asset in assets(context).await? {
		let key = (asset, *account);
		let ledger = chain.state(api::storage().assets().account(), key).await?;
		if let Some(ledger) = ledger.filter(|ledger| ledger.balance > 0) {
			held.push((context.asset(&asset.to_string()).await?, ledger.balance));
		}
	}
	busy.finish_and_clear();
	Ok(held)
}

/// The numbers of all assets.
async fn assets(context: &Context) -> Outcome<Vec<u32>> {
	let summaries = context
		.chain()
		.await?
		.entries(api::storage().asset_registry().summaries(), ())
		.await?;
	let mut assets: Vec<u32> = summaries.into_iter().map(|((asset,), _)| asset).collect();
	assets.sort_unstable();
	Ok(assets)
}

/// Counts every position of an identity under the country that it moves to, page by page. What is
/// counted already is not found again, so that a run which broke is simply repeated.
pub async fn reseat(context: &Context, identity: &str) -> Outcome {
	let identity = context.identity(identity).await?;
	let chain = context.chain().await?;
	let views = api::view_functions();
	let record = chain.ask(views.identities().identity(identity)).await?;
	let country = record.and_then(|record| record.profile.pending_jurisdiction);
	let country = country.ok_or_else(|| {
		Failure::refused(format!(
			"the identity {identity} does not change its country"
		))
		.named("NotMoving")
		.next("its registrar begins it: `assay identity change-jurisdiction`")
	})?;
	let mut moving = Vec::new();
	for asset in assets(context).await? {
		let question = views.compliance().position(asset, identity);
		let position = chain.ask(question).await?;
		if position.is_some_and(|it| it.total > 0 && it.country != country) {
			moving.push(asset);
		}
	}
	// With nothing left to count, an empty page completes the change.
	let pages: Vec<&[u32]> = match moving.is_empty() {
		true => vec![&[]],
		false => moving.chunks(PAGE).collect(),
	};
	let bar = progress("positions", moving.len() as u64);
	let mut completed = false;
	let mut last = None;
	for page in pages {
		let call = Call::reseat {
			identity,
			assets: bounded(page.iter().copied()),
		};
		let Some(receipt) = context.send(RuntimeCall::Compliance(call)).await? else {
			bar.finish_and_clear();
			return Ok(());
		};
		completed |= receipt
			.find::<api::identities::events::JurisdictionChanged>()?
			.is_some();
		bar.inc(page.len() as u64);
		last = Some(receipt);
	}
	bar.finish_and_clear();
	let answer = Answer::new()
		.fact("identity", identity)
		.fact("positions", moving.len())
		.fact("country", country)
		.fact("complete", completed);
	context.print_done(last, answer);
	Ok(())
}

/// Moves the free units of a replaced account to its successor.
pub async fn move_replaced(context: &Context, asset: &AssetInfo, account: &str) -> Outcome {
	let old = context.account(account)?;
	let call = Call::move_replaced {
		asset: asset.id,
		old: MultiAddress::Id(old),
	};
	let receipt = context.send(RuntimeCall::Compliance(call)).await?;
	let answer = match &receipt {
		Some(receipt) => {
			let event = receipt.event::<api::compliance::events::ReplacedMoved>()?;
			let next = match held_by(context, &old).await?.first() {
				Some((next, _)) => format!("assay position move-replaced {} {old}", next.symbol),
				None => format!("once its holds have ended: assay identity replace close {old}"),
			};
			Answer::new()
				.fact("moved", asset.tokens(event.amount))
				.fact("to", event.to.to_string())
				.fact("next", next)
		},
		None => Answer::new(),
	};
	context.print_done(receipt, answer);
	Ok(())
}

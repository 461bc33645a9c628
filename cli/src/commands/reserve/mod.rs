//! What a reserve is worth, now and over time.

mod breakdown;
mod history;
mod lots;
mod reconcile;
mod report;
mod status;
mod watch;

use crate::{
	amounts, api,
	api::runtime_types::assay_primitives::reserve::ReserveFigures,
	chain::{self, At},
	context::Context,
	council::view_error,
	errors::Outcome,
	output::Answer,
};
use clap::Subcommand;

/// What can be asked of reserves
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Status and figures of an asset's reserve
	Status {
		/// Ticker or number
		asset: String,
	},
	/// What each vault counts for, and why
	Breakdown {
		/// Ticker or number
		asset: String,
	},
	/// How many tokens the reserve still covers
	Headroom {
		/// Ticker or number
		asset: String,
	},
	/// Follow a reserve, block by final block: coverage, time left to each report, redemptions
	///
	/// On a terminal the figures are redrawn in place; elsewhere there is a line whenever one of them
	/// changes; with --output json, one object a line for each final block. Ctrl-C ends it.
	Watch(watch::WatchArgs),
	/// Hold a custodian's statement against lots, reports and supply, line by line
	///
	/// The statement is CSV with the header registry,serial,quantity,vault and, where wanted,
	/// encumbrance; or a bar list. Every vault in which the custodians of its vaults keep lots for the
	/// asset is compared. Exit code 0 and one line when all agree, 1 when anything differs.
	Reconcile(reconcile::ReconcileArgs),
	/// Write all that the chain knows of a reserve as one HTML page that needs nothing else
	Report(report::ReportArgs),
	/// The chain of hashes that a vault's reports form
	#[command(subcommand)]
	History(history::Verb),
}

/// Answers it.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	match verb {
		Verb::Status { asset } => status::run(context, &context.asset(&asset).await?).await,
		Verb::Breakdown { asset } => breakdown::run(context, &context.asset(&asset).await?).await,
		Verb::Headroom { asset } => {
			let asset = context.asset(&asset).await?;
			let units = headroom(context, asset.id).await?;
			context.print(
				Answer::new()
					.fact("headroom", asset.tokens(units))
					.fact("units", units.to_string()),
			);
			Ok(())
		},
		Verb::Watch(args) => watch::run(context, args).await,
		Verb::Reconcile(args) => reconcile::run(context, args).await,
		Verb::Report(args) => report::run(context, args).await,
		Verb::History(verb) => history::run(context, verb).await,
	}
}

/// Smallest units that may still be minted.
pub async fn headroom(context: &Context, asset: u32) -> Outcome<u128> {
	headroom_at(context, &context.chain().await?.best().await?, asset).await
}

async fn headroom_at(context: &Context, at: &At, asset: u32) -> Outcome<u128> {
	let question = api::view_functions().attestations().headroom(asset);
	match chain::ask(at, question).await? {
		Ok(units) => Ok(units),
		Err(error) => Err(view_error(context.chain().await?, &error).await?),
	}
}

/// How an asset stands at a block.
#[derive(Clone, Debug)]
pub struct Standing {
	/// Status and sums of the reserve.
	pub figures: ReserveFigures,
	/// Units that exist.
	pub supply: u128,
	/// Units that the reserve must cover.
	pub outstanding: u128,
	/// Units that may still be minted.
	pub headroom: u128,
}

impl Standing {
	/// The reserve for what is claimed, in words.
	pub fn coverage(&self) -> String {
		coverage(self.figures.reserve, self.figures.claims)
	}

	/// The same after haircuts.
	pub fn effective_coverage(&self) -> String {
		coverage(self.figures.effective, self.figures.claims)
	}
}

/// How an asset stands at a block.
async fn standing(context: &Context, at: &At, asset: u32) -> Outcome<Standing> {
	let question = api::view_functions().attestations().reserve_status(asset);
	let figures = match chain::ask(at, question).await? {
		Ok(figures) => figures,
		Err(error) => return Err(view_error(context.chain().await?, &error).await?),
	};
	let supply = chain::get(at, api::storage().assets().asset(), (asset,)).await?;
	let question = api::view_functions().issuance().outstanding(asset);
	Ok(Standing {
		figures,
		supply: supply.map_or(0, |it| it.supply),
		outstanding: chain::ask(at, question).await?,
		headroom: headroom_at(context, at, asset).await?,
	})
}

/// The chain's clock at a block, in ms.
async fn time_of(at: &At) -> Outcome<u64> {
	let now = chain::get(at, api::storage().timestamp().now(), ()).await?;
	Ok(now.unwrap_or_default())
}

/// `quantity` as a part of `claims` in basis points, rounded down; none when nothing is claimed or
/// the part is beyond all measure.
fn coverage_bps(quantity: u128, claims: u128) -> Option<u64> {
	let bps = quantity.checked_mul(10_000)?.checked_div(claims)?;
	u64::try_from(bps).ok()
}

/// The same in words.
fn coverage(quantity: u128, claims: u128) -> String {
	match (claims, coverage_bps(quantity, claims)) {
		(0, _) => "nothing is claimed".into(),
		(_, Some(bps)) => amounts::format_bps(bps),
		(_, None) => "very large".into(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn coverage_is_rounded_down() {
		for (quantity, claims, text) in [
			(0, 0, "nothing is claimed"),
			(1, 0, "nothing is claimed"),
			(0, 1, "0 %"),
			(9_999_999, 10_000_000, "99.99 %"),
			(10_000_000, 10_000_000, "100 %"),
			(10_000_999, 10_000_000, "100 %"),
			(10_001_000, 10_000_000, "100.01 %"),
			(u128::MAX, 1, "very large"),
		] {
			assert_eq!(coverage(quantity, claims), text, "{quantity} / {claims}");
		}
	}
}

//! All that the chain knows of a reserve as one HTML page.

mod books;
mod figures;
mod gather;
mod html;
mod papers;
mod svg;

use super::{lots::LotEntry, Standing};
use crate::{
	api::runtime_types::{
		assay_primitives::parameters::ReserveParameterValues,
		pallet_attestations::types::{Report, ScopeBreakdown},
		pallet_bonds::types::BondView,
		pallet_issuance::{redemption::Redemption, types::DayRecord},
	},
	commands::write_new,
	context::{AssetInfo, Context},
	errors::Outcome,
	input::report_history::Link,
	output::Answer,
};
use clap::Args;
use html::Page;
use serde_json::Value;
use std::path::PathBuf;
use subxt::utils::AccountId32;

/// What to write.
#[derive(Debug, Args)]
pub struct ReportArgs {
	/// Ticker or number
	asset: String,
	/// File to write
	#[arg(long, value_name = "FILE.html")]
	out: PathBuf,
	/// Days that the plots go back; the chain keeps 400
	#[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=400))]
	days: u32,
	/// Lots that are listed; their total is that of all
	#[arg(long, default_value_t = 1_000, value_name = "N")]
	lots: u32,
}

/// Writes it.
pub async fn run(context: &Context, args: ReportArgs) -> Outcome {
	let at = context.chain().await?.finalized().await?;
	let material = gather::gather(context, &at, &args.asset).await?;
	let text = page(&material, args.days, args.lots as usize).render();
	write_new(&args.out, text.as_bytes())?;
	context.print(
		Answer::new()
			.fact("written", args.out.display().to_string())
			.fact("bytes", text.len())
			.fact("asset", material.asset.symbol.as_str())
			.fact("status", format!("{:?}", material.standing.figures.status))
			.fact("block", material.block.number)
			.fact("block hash", material.block.hash.as_str()),
	);
	Ok(())
}

/// The block that everything was asked at.
#[derive(Clone, Debug)]
struct Block {
	genesis: String,
	number: u64,
	hash: String,
	/// Its time, in ms.
	at: u64,
}

/// A scope with its newest report and the links of those before it.
#[derive(Clone, Debug)]
struct ScopeBook {
	/// The vault's name.
	vault: String,
	part: ScopeBreakdown,
	report: Option<Report>,
	history: Vec<Link>,
}

/// An open redemption, and when the step that is owed is due.
#[derive(Clone, Debug)]
struct OpenRedemption {
	id: u64,
	redemption: Redemption<AccountId32>,
	due: Option<u64>,
}

/// A bond, and what it consists of.
#[derive(Clone, Debug)]
struct BondBook {
	answers_for: String,
	money: AssetInfo,
	view: BondView<AccountId32>,
}

/// All that the page tells.
#[derive(Clone, Debug)]
struct Material {
	asset: AssetInfo,
	block: Block,
	standing: Standing,
	parameters: ReserveParameterValues,
	days: Vec<DayRecord>,
	scopes: Vec<ScopeBook>,
	lots: Vec<LotEntry>,
	queue: Vec<OpenRedemption>,
	bonds: Vec<BondBook>,
	documents: Vec<Vec<Value>>,
	powers: Vec<Vec<Value>>,
}

fn page(material: &Material, days: u32, lots: usize) -> Page {
	let terms = &material.asset.details.terms;
	Page {
		title: format!(
			"{} ({}): reserve",
			crate::context::text_of(&terms.name.0),
			material.asset.symbol
		),
		subtitle: format!(
			"As of {}, final block {}",
			crate::moment::format(material.block.at),
			material.block.number
		),
		status: format!("{:?}", material.standing.figures.status),
		sections: vec![
			figures::status(material),
			papers::asset(material),
			figures::over_time(material, days),
			figures::breakdown(material),
			books::lots(material, lots),
			books::reports(material),
			books::history(material),
			books::redemptions(material),
			books::bonds(material),
			papers::documents(material),
			papers::powers(material),
			papers::made(material),
		],
	}
}

#[cfg(test)]
mod tests;

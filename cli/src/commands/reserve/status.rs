//! Status and figures of a reserve.

use super::standing;
use crate::{
	context::{AssetInfo, Context},
	errors::Outcome,
	output::Answer,
};

/// Prints them.
pub async fn run(context: &Context, asset: &AssetInfo) -> Outcome {
	let at = context.chain().await?.best().await?;
	let standing = standing(context, &at, asset.id).await?;
	let figures = &standing.figures;
	context.print(
		Answer::new()
			.fact("asset", asset.symbol.as_str())
			.fact("status", format!("{:?}", figures.status))
			.fact("supply", asset.tokens(standing.supply))
			.fact("outstanding", asset.tokens(standing.outstanding))
			.fact("reserve", asset.quantity(figures.reserve))
			.fact("effective", asset.quantity(figures.effective))
			.fact("claimed", asset.quantity(figures.claims))
			.fact("required", asset.quantity(figures.required))
			.fact("coverage", standing.coverage())
			.fact("headroom", asset.tokens(standing.headroom)),
	);
	Ok(())
}

//! Every power over an asset, for investors: who has it, what it needs, who may stop it.

use crate::{
	api::{
		self,
		runtime_types::pallet_asset_registry::{
			acts::Needs,
			powers::{PowerHolder, Seat},
		},
	},
	chain::{self, At},
	context::{AssetInfo, Context},
	errors::Outcome,
	moment,
	output::Answer,
};
use serde_json::{json, Value};

/// Columns of the table of powers.
pub const POWER_COLUMNS: [&str; 7] = [
	"power",
	"who begins",
	"needs",
	"who agrees",
	"delay",
	"who stops it",
	"calls",
];

/// Prints the table of powers.
pub async fn run(context: &Context, asset: &AssetInfo) -> Outcome {
	let at = context.chain().await?.best().await?;
	let rows = power_rows(&at, asset.id).await?;
	context.print(Answer::list(&POWER_COLUMNS, rows));
	Ok(())
}

/// Every power over an asset, at a block.
pub async fn power_rows(at: &At, asset: u32) -> Outcome<Vec<Vec<Value>>> {
	let question = api::view_functions().asset_registry().powers(asset);
	let powers = chain::ask(at, question).await?;
	let rows = powers.iter().map(|power| {
		let delay = match power.delay_ms {
			0 => "at once".to_string(),
			delay => moment::format_span(delay),
		};
		vec![
			json!(format!("{:?}", power.power)),
			json!(holders(&power.begins)),
			json!(needs(&power.needs)),
			json!(holders(&power.confirms)),
			json!(delay),
			json!(holders(&power.stops)),
			json!(power
				.calls
				.iter()
				.map(ToString::to_string)
				.collect::<Vec<_>>()),
		]
	});
	Ok(rows.collect())
}

fn needs(needs: &Needs) -> &'static str {
	match needs {
		Needs::OnePerson => "one person",
		Needs::SecondPerson => "a second person",
		Needs::SecondOrganisation => "a second organisation",
		Needs::Motion => "a motion of the council",
	}
}

fn holders(holders: &[PowerHolder]) -> Vec<String> {
	let mut names = Vec::new();
	for holder in holders {
		let name = name(holder);
		if !names.contains(&name) {
			names.push(name);
		}
	}
	names
}

fn name(holder: &PowerHolder) -> String {
	let seat = match &holder.seat {
		Seat::Role(role) => format!("{role:?}"),
		Seat::CouncilMajority => "more than half of the council".into(),
		Seat::CouncilSupermajority => "two thirds of the council".into(),
		Seat::Registrar => "the holder's registrar".into(),
		Seat::ClaimIssuer => "an approved issuer of claims".into(),
		Seat::Holder => "the holder".into(),
		Seat::Anyone => "anybody".into(),
	};
	let Some(identity) = holder.identity else {
		return match holder.seat {
			Seat::Role(_) => format!("{seat}: nobody now"),
			_ => seat,
		};
	};
	let organisation = holder
		.organisation
		.filter(|organisation| *organisation != identity)
		.map(|organisation| format!(" for {organisation}"));
	let until = holder
		.valid_until
		.map(|until| format!(" until {}", moment::format(until)));
	format!(
		"{seat} {identity}{}{}",
		organisation.unwrap_or_default(),
		until.unwrap_or_default()
	)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::api::runtime_types::assay_primitives::asset::Role;

	#[test]
	fn holders_are_named_with_their_organisation_and_term() {
		let holder = |seat, identity, organisation, valid_until| PowerHolder {
			seat,
			identity,
			organisation,
			valid_until,
		};
		let all = [
			holder(Seat::Role(Role::Trustee), Some(7), Some(7), None),
			holder(Seat::Role(Role::Trustee), Some(8), Some(7), Some(0)),
			holder(Seat::CouncilMajority, None, None, None),
			holder(Seat::CouncilMajority, None, None, None),
		];
		assert_eq!(
			holders(&all),
			[
				"Trustee 7",
				"Trustee 8 for 7 until 1970-01-01T00:00:00Z",
				"more than half of the council"
			]
		);
	}
}

//! A holder's statement in words and figures.

use super::read::{Part, Statement};
use crate::{
	accounts::hex,
	api::runtime_types::pallet_compliance::types::Freeze,
	commands::asset::{redemption_in_words, DOCUMENT_COLUMNS},
	context::text_of,
	moment,
	output::Answer,
};
use serde_json::{json, Value};

/// Everything that the state says in so many words, and what follows from it alone.
pub fn answer(statement: &Statement) -> Answer {
	holding(statement)
		.and(reserve(statement))
		.and(rights(statement))
		.and(lists(statement))
}

/// What the holder has.
fn holding(statement: &Statement) -> Answer {
	let (asset, holding) = (&statement.asset, &statement.holding);
	let position = holding.position.as_ref();
	let frozen = position.map(|it| match it.freeze {
		Freeze::None => "nothing".to_string(),
		Freeze::Partial(units) => asset.tokens(units),
		Freeze::Full => "everything".to_string(),
	});
	let docket = position
		.and_then(|it| it.docket.as_ref())
		.filter(|it| statement.time < it.until)
		.map(|it| it.docket);
	let claim = statement.own_claim();
	Answer::new()
		.fact("asset", asset.id)
		.fact("ticker", asset.symbol())
		.fact("name", text_of(&asset.terms.name.0))
		.fact("asset status", format!("{:?}", asset.summary.status))
		.fact("holder", holding.account.to_string())
		.maybe("identity", holding.link.as_ref().map(|it| it.identity))
		.maybe(
			"standing",
			holding.link.as_ref().map(|it| format!("{:?}", it.standing)),
		)
		.fact("free", asset.tokens(holding.free))
		.fact("held", asset.tokens(holding.held()))
		.maybe("claims", claim.map(|claim| asset.quantity(claim)))
		.maybe(
			"of the identity, all accounts",
			position.map(|it| asset.tokens(it.total)),
		)
		.maybe("frozen by an officer", frozen)
		.maybe("frozen by docket", docket)
}

/// What stands behind all units, as far as the state says it.
fn reserve(statement: &Statement) -> Answer {
	let asset = &statement.asset;
	let claims = statement.claims();
	Answer::new()
		.fact("supply", asset.tokens(statement.supply))
		.fact("outstanding", asset.tokens(statement.outstanding()))
		.maybe("claimed by all", claims.map(|it| asset.quantity(it)))
		.fact(
			"reserve at most",
			asset.quantity(statement.reserve_at_most()),
		)
}

/// What the holder may ask of whom.
fn rights(statement: &Statement) -> Answer {
	let (asset, terms) = (&statement.asset, &statement.asset.terms);
	let trustee = Some(text_of(&terms.trustee.0)).filter(|name| !name.is_empty());
	let redemption = redemption_in_words(&terms.redemption, |units| asset.tokens(units));
	let unit = asset.unit();
	Answer::new()
		.fact("issuer", asset.summary.issuer)
		.fact("holder's right", format!("{:?}", terms.right))
		.fact("redemption", redemption)
		.fact("underlying unit", text_of(&terms.underlying_unit.0))
		.fact(
			"one smallest unit claims",
			format!("{}/{}", unit.numerator, unit.denominator),
		)
		.fact("obligor", text_of(&terms.obligor.0))
		.maybe("trustee", trustee)
		.fact("governing law", text_of(&terms.governing_law.0))
		.fact("segregation", format!("{:?}", terms.segregation))
		.fact("bankruptcy remote", terms.bankruptcy_remote)
}

fn lists(statement: &Statement) -> Answer {
	let asset = &statement.asset;
	let holds = statement.holding.holds.iter();
	let holds = holds.map(|(what, units)| vec![json!(what), json!(asset.tokens(*units))]);
	let redemptions = statement.holding.redemptions.iter().map(|(id, it)| {
		vec![
			json!(id),
			json!(format!("{:?}", it.state)),
			json!(asset.tokens(it.amount)),
			json!(asset.quantity(it.claim)),
		]
	});
	let reports = statement.parts.iter().map(|part| report(statement, part));
	let verdicts = statement.parts.iter().flat_map(|part| {
		part.report.confirmations.0.iter().map(|it| {
			vec![
				json!(vault(part)),
				json!(it.auditor),
				json!(format!("{:?}", it.verdict)),
				json!(asset.quantity(it.quantity)),
				json!(moment::format(it.at)),
				json!(hex(it.evidence_hash)),
			]
		})
	});
	let documents = statement.documents.iter().map(|(newest, document)| {
		let filing = &document.filing;
		vec![
			json!(format!("{:?}", newest.kind)),
			json!(newest.version),
			json!(text_of(&filing.title.0)),
			json!(hex(filing.hash)),
			json!(filing.valid_until.map(moment::format)),
			json!(filing.required),
			json!(text_of(&filing.uri.0)),
		]
	});
	let roles = statement.roles.iter().map(|(role, identity, grant)| {
		vec![
			json!(format!("{role:?}")),
			json!(identity),
			json!(grant.valid_until.map(moment::format)),
		]
	});
	Answer::new()
		.with_list("holds", &["for", "tokens"], holds.collect())
		.with_list(
			"redemptions",
			&["redemption", "state", "tokens", "claims"],
			redemptions.collect(),
		)
		.with_list("reports", &REPORT_COLUMNS, reports.collect())
		.with_list("verdicts", &VERDICT_COLUMNS, verdicts.collect())
		.with_list("documents", &DOCUMENT_COLUMNS, documents.collect())
		.with_list("roles", &["role", "identity", "until"], roles.collect())
}

const REPORT_COLUMNS: [&str; 11] = [
	"custodian",
	"vault",
	"stated",
	"pledged",
	"at most",
	"as of",
	"valid until",
	"withdrawn",
	"lots root",
	"evidence",
	"report",
];

const VERDICT_COLUMNS: [&str; 6] = ["vault", "auditor", "verdict", "found", "at", "evidence"];

fn report(statement: &Statement, part: &Part) -> Vec<Value> {
	let asset = &statement.asset;
	let said = &part.report.statement;
	let pledged = part.totals.as_ref().map_or(0, |totals| totals.pledged);
	vec![
		json!(part.scope.custodian),
		json!(vault(part)),
		json!(asset.quantity(said.quantity)),
		json!(asset.quantity(pledged)),
		json!(asset.quantity(part.at_most(statement.time))),
		json!(moment::format(said.as_of)),
		json!(moment::format(said.valid_until)),
		json!(part.report.withdrawn.is_some()),
		json!(said.lots_root.map(hex)),
		json!(hex(said.evidence_hash)),
		json!(part.report_hash.map(hex)),
	]
}

fn vault(part: &Part) -> String {
	part.vault
		.clone()
		.unwrap_or_else(|| format!("number {}", part.scope.vault))
}

//! Changes of an approved asset's terms.

use super::definition::{definition, redemption_in_words};
use crate::{
	accounts::{hex, parse_hash},
	api::{
		self,
		runtime_types::pallet_asset_registry::{
			pallet::Call,
			terms::{ChangeStage, Term, TermChangeDetails},
			types::AssetDefinition,
		},
		RuntimeCall,
	},
	chain::At,
	context::{text_of, AssetInfo, Context},
	convert::blake2,
	errors::Outcome,
	input::asset::Manifest,
	moment,
	output::Answer,
	refusal,
};
use clap::Subcommand;
use serde_json::{json, Value};
use std::path::PathBuf;
use subxt::{ext::scale_encode::EncodeAsType, utils::H256};

/// What can be done to change terms
#[derive(Debug, Subcommand)]
pub enum TermsVerb {
	/// Propose other terms for an approved asset (its issuer)
	Propose {
		/// Ticker or number
		asset: String,
		/// Manifest with all terms as they would be
		#[arg(value_name = "FILE.toml")]
		file: PathBuf,
	},
	/// Approve proposed terms, as another organisation; the delay begins (officer, agent, trustee, custodian or auditor with an office)
	Approve {
		/// Ticker or number
		asset: String,
		/// Hash of the terms that were read; `terms show` prints that of the proposed ones
		#[arg(long, value_name = "HASH")]
		terms_hash: String,
	},
	/// Object, as a holder, so that the council must decide; the council's own objection ends it
	Object {
		/// Ticker or number
		asset: String,
	},
	/// Let terms go on that a holder has objected to (council)
	Confirm {
		/// Ticker or number
		asset: String,
	},
	/// Put terms into force once their delay has passed (anybody)
	Apply {
		/// Ticker or number
		asset: String,
	},
	/// Take proposed terms back (its issuer)
	Withdraw {
		/// Ticker or number
		asset: String,
	},
	/// Show the change on its way, or what it takes to change each term
	Show {
		/// Ticker or number
		asset: String,
	},
}

/// Carries it out.
pub async fn terms(context: &Context, verb: TermsVerb) -> Outcome {
	let send = |call: Call| context.send(RuntimeCall::AssetRegistry(call));
	let id = |asset: String| async move { context.asset(&asset).await.map(|info| info.id) };
	let receipt = match verb {
		TermsVerb::Propose { asset, file } => {
			let manifest = Manifest::read(&file)?;
			return propose(context, &context.asset(&asset).await?, &manifest).await;
		},
		TermsVerb::Approve { asset, terms_hash } => {
			let asset = context.asset(&asset).await?;
			return approve(context, &asset, &terms_hash).await;
		},
		TermsVerb::Object { asset } => {
			send(Call::object_to_terms {
				asset: id(asset).await?,
			})
			.await?
		},
		TermsVerb::Confirm { asset } => {
			let call = RuntimeCall::AssetRegistry(Call::confirm_terms {
				asset: id(asset).await?,
			});
			context.send_as_council(call).await?
		},
		TermsVerb::Apply { asset } => {
			let asset = id(asset).await?;
			let receipt = send(Call::apply_terms { asset }).await?;
			let hash = match &receipt {
				Some(receipt) => receipt
					.find::<api::asset_registry::events::TermsApplied>()?
					.map(|event| hex(event.new)),
				None => None,
			};
			context.print_done(receipt, Answer::new().maybe("terms hash", hash));
			return Ok(());
		},
		TermsVerb::Withdraw { asset } => {
			send(Call::withdraw_terms {
				asset: id(asset).await?,
			})
			.await?
		},
		TermsVerb::Show { asset } => return show(context, &context.asset(&asset).await?).await,
	};
	context.print_done(receipt, Answer::new());
	Ok(())
}

async fn propose(context: &Context, asset: &AssetInfo, manifest: &Manifest) -> Outcome {
	let call = Call::propose_terms {
		asset: asset.id,
		definition: definition(manifest)?,
	};
	let receipt = context.send(RuntimeCall::AssetRegistry(call)).await?;
	let answer = match &receipt {
		Some(receipt) => {
			let event = receipt.event::<api::asset_registry::events::TermsProposed>()?;
			let terms: Vec<String> = event.terms.iter().map(|it| format!("{it:?}")).collect();
			Answer::new()
				.fact("terms hash", hex(event.new))
				.fact("changes", terms)
				.fact("to be approved until", moment::format(event.lapses_at))
				.fact(
					"next",
					format!(
						"an officer, transfer agent or trustee of another organisation: assay asset \
						 terms approve {} --terms-hash {}",
						asset.symbol,
						hex(event.new)
					),
				)
		},
		None => Answer::new(),
	};
	context.print_done(receipt, answer);
	Ok(())
}

async fn approve(context: &Context, asset: &AssetInfo, terms_hash: &str) -> Outcome {
	let terms_hash = H256(parse_hash(terms_hash)?);
	let call = Call::approve_terms {
		asset: asset.id,
		terms_hash,
	};
	let receipt = context.send(RuntimeCall::AssetRegistry(call)).await?;
	let answer = match &receipt {
		Some(receipt) => {
			let event = receipt.event::<api::asset_registry::events::TermsApproved>()?;
			Answer::new()
				.fact("approved terms", hex(terms_hash))
				.fact(
					"holders may object until",
					moment::format(event.effective_at),
				)
				.fact("to be applied until", moment::format(event.lapses_at))
		},
		None => Answer::new(),
	};
	context.print_done(receipt, answer);
	Ok(())
}

async fn change(context: &Context, asset: &AssetInfo) -> Outcome<Option<TermChangeDetails>> {
	let question = api::view_functions().asset_registry().term_change(asset.id);
	context.chain().await?.ask(question).await
}

/// BLAKE2b-256 of a definition in SCALE: what an approver signs for.
fn hash_of(at: &At, definition: &AssetDefinition) -> Outcome<H256> {
	let types = at.metadata_ref().types();
	let path = ["pallet_asset_registry", "types", "AssetDefinition"];
	let found = types
		.types
		.iter()
		.find(|entry| entry.ty.path.segments == path)
		.ok_or_else(|| refusal::outdated("it has no definition of assets"))?;
	definition
		.encode_as_type(found.id, types)
		.map(|bytes| blake2(&bytes))
		.map_err(|error| refusal::outdated(&error.to_string()))
}

async fn show(context: &Context, asset: &AssetInfo) -> Outcome {
	let Some(details) = change(context, asset).await? else {
		return gates(context, asset).await;
	};
	let at = context.chain().await?.best().await?;
	let now = context.chain().await?.now().await?;
	let change = &details.change;
	let rows = details.terms.iter().map(|term| {
		vec![
			json!(format!("{term:?}")),
			json!(value(term, &current(asset))),
			json!(value(term, &change.definition)),
		]
	});
	let rows: Vec<Vec<Value>> = rows.collect();
	context.print(
		Answer::new()
			.fact("asset", asset.symbol.as_str())
			.fact("stage", format!("{:?}", change.stage))
			.fact("terms hash", hex(hash_of(&at, &change.definition)?))
			.fact("proposed by", change.proposed_by)
			.fact("proposed at", moment::format(change.proposed_at))
			.maybe(
				"approved by organisation",
				change.approval.as_ref().map(|it| it.organisation),
			)
			.maybe(
				"holders may object until",
				change.effective_at.map(moment::format),
			)
			.maybe("contested by", change.contested_by)
			.fact("lapses at", moment::format(change.lapses_at))
			.fact("lapsed", details.lapsed)
			.fact("next", next(&details, now))
			.with_list("terms", &["term", "now", "as proposed"], rows),
	);
	Ok(())
}

/// What it takes to change each term.
async fn gates(context: &Context, asset: &AssetInfo) -> Outcome {
	let question = api::view_functions().asset_registry().gates();
	let gates = context.chain().await?.ask(question).await?;
	let rows = gates
		.iter()
		.map(|(term, gate)| vec![json!(format!("{term:?}")), json!(format!("{gate:?}"))]);
	context.print(
		Answer::new()
			.fact("asset", asset.symbol.as_str())
			.fact("change", "none is on its way")
			.with_list("terms", &["term", "changes"], rows.collect()),
	);
	Ok(())
}

/// What to do at a stage.
fn next(details: &TermChangeDetails, now: u64) -> &'static str {
	if details.lapsed {
		return "it has lapsed: the issuer clears it away with `assay asset terms withdraw`";
	}
	let due = details.change.effective_at.is_some_and(|from| from <= now);
	match details.change.stage {
		ChangeStage::Proposed => {
			"another organisation reads it and approves it by its hash: \
			 `assay asset terms approve --terms-hash`"
		},
		ChangeStage::Contested => "the council confirms it: `assay asset terms confirm`",
		ChangeStage::Approved | ChangeStage::Confirmed if due => {
			"anybody may put it into force: `assay asset terms apply`"
		},
		ChangeStage::Approved => "holders may object: `assay asset terms object`",
		ChangeStage::Confirmed => "wait until the delay has passed",
		ChangeStage::Applied
		| ChangeStage::Withdrawn
		| ChangeStage::Rejected
		| ChangeStage::Lapsed => "nothing",
	}
}

/// The definition in force.
fn current(asset: &AssetInfo) -> AssetDefinition {
	let summary = &asset.details.summary;
	AssetDefinition {
		kind: summary.kind.clone(),
		unit: summary.unit.clone(),
		terms: asset.details.terms.clone(),
	}
}

/// One term of a definition in words.
fn value(term: &Term, definition: &AssetDefinition) -> String {
	let terms = &definition.terms;
	let optional = |bytes: Option<&[u8]>| bytes.map_or("none".into(), text_of);
	match term {
		Term::Kind => format!("{:?}", definition.kind),
		Term::Name => text_of(&terms.name.0),
		Term::Symbol => text_of(&terms.symbol.0),
		Term::Decimals => terms.decimals.to_string(),
		Term::UnderlyingUnit => text_of(&terms.underlying_unit.0),
		Term::Unit => {
			let unit = &definition.unit;
			format!("{}/{}", unit.numerator, unit.denominator)
		},
		Term::Obligor => text_of(&terms.obligor.0),
		Term::Trustee => text_of(&terms.trustee.0),
		Term::GoverningLaw => text_of(&terms.governing_law.0),
		Term::Segregation => format!("{:?}", terms.segregation),
		Term::BankruptcyRemoteness => terms.bankruptcy_remote.to_string(),
		Term::Right => format!("{:?}", terms.right),
		Term::Isin => optional(terms.isin.as_ref().map(|code| &code[..])),
		Term::Lei => optional(terms.lei.as_ref().map(|code| &code[..])),
		Term::Redemption => {
			redemption_in_words(&terms.redemption, |units| format!("{units} smallest units"))
		},
		// Said beside the terms, and never part of a change of them.
		Term::Description | Term::Contact | Term::DocumentAddress => String::new(),
	}
}

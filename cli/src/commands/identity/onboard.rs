//! Taking up many investors from a list.

use super::link::signature;
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::{
			assay_primitives::identity::IdentityKind,
			pallet_identities::{
				pallet::Call,
				types::{Consent, FirstClaim, Onboarding},
			},
			sp_runtime::MultiSignature,
		},
		RuntimeCall,
	},
	chain::Receipt,
	commands::identity_or_own,
	context::Context,
	convert::{blake2, bounded},
	council,
	errors::{Failure, Outcome},
	input::{
		investors::{self, Investor, Kind},
		policy::Topic,
		salt::Salt,
	},
	keys, moment,
	output::{progress, Answer},
	refusal,
};
use clap::Args;
use serde_json::{json, Value};
use std::{
	collections::HashMap,
	path::{Path, PathBuf},
};
use subxt::utils::{AccountId32, H256};

/// Investors that one transaction takes up, so that it fits a block with room to spare.
const BATCH: usize = 25;
/// Topics that one entry may carry.
const MAX_CLAIMS: usize = 4;

/// Which investors, and what is vouched for
#[derive(Debug, Args)]
pub struct Onboard {
	/// List: reference,country,category,account and, where needed, kind (natural or legal)
	#[arg(value_name = "FILE.csv")]
	file: PathBuf,
	/// Topic to vouch for; may be repeated
	#[arg(long = "claim", value_name = "TOPIC")]
	claims: Vec<Topic>,
	/// Last moment at which the claims hold
	#[arg(long, default_value = "+365d")]
	valid_until: String,
	/// File of the secret that all hashes are salted with; FILE.csv.salt unless given. Made when
	/// there is none. Keep it: without it nobody can show what the hashes stand for
	#[arg(long, value_name = "FILE")]
	salt: Option<PathBuf>,
}

type Entry = Onboarding<AccountId32, MultiSignature>;

/// What is the same for all entries.
struct Batch {
	registrar: u32,
	salt: Salt,
	topics: Vec<Topic>,
	valid_until: u64,
}

/// Registers, links or invites, and vouches for those who are not known yet, many in one
/// transaction. What was done before is not done again.
pub async fn run(context: &Context, onboard: Onboard) -> Outcome {
	let investors = investors::read(&onboard.file)?;
	if onboard.claims.len() > MAX_CLAIMS {
		return Err(Failure::input(format!(
			"{} topics are named, and {MAX_CLAIMS} fit an entry",
			onboard.claims.len()
		))
		.next("vouch for the others afterwards: `assay identity claim add`"));
	}
	let valid_until = context.moment(&onboard.valid_until).await?;
	let batch = Batch {
		registrar: registrar(context).await?,
		salt: salt(context, &onboard)?,
		topics: onboard.claims,
		valid_until,
	};
	let mut rows = Vec::new();
	let fresh = batch.unknown(context, &investors, &mut rows).await?;
	let bar = progress("investors", fresh.len() as u64);
	let (mut registered, mut failed) = (0, 0);
	for piece in fresh.chunks(BATCH) {
		let mut entries = Vec::new();
		for investor in piece {
			entries.push(batch.entry(context, investor).await?);
		}
		let call = Call::register_batch {
			entries: bounded(entries),
		};
		let Some(receipt) = context.send(RuntimeCall::Identities(call)).await? else {
			bar.finish_and_clear();
			return Ok(());
		};
		let known = became(&receipt)?;
		let refused = refused(context, &receipt).await?;
		for investor in piece {
			let reference = batch.salt.reference(&investor.reference);
			match (known.get(&reference), refused.get(&reference)) {
				(Some(identity), _) => {
					registered += 1;
					rows.push(batch.row(investor, *identity, how(investor)));
				},
				(None, why) => {
					failed += 1;
					let why = why.map_or("the chain does not say why", String::as_str);
					rows.push(failure_row(investor, why));
				},
			}
		}
		bar.inc(piece.len() as u64);
	}
	bar.finish_and_clear();
	context.print(
		Answer::new()
			.fact("investors", investors.len())
			.fact("registered", registered)
			.fact("refused", failed)
			.fact("claims hold until", moment::format(valid_until))
			.with_list(
				"identities",
				&["reference", "identity", "account", "link", "salts"],
				rows,
			),
	);
	match failed {
		0 => Ok(()),
		failed => Err(Failure::refused(format!(
			"{failed} of {} investors were refused",
			investors.len()
		))
		.named("OnboardingFailed")
		.next("the list says why; correct it and run it again: the others are skipped")),
	}
}

/// The registrar that the key acts for: its own identity or its organisation.
async fn registrar(context: &Context) -> Outcome<u32> {
	let own = identity_or_own(context, None).await?;
	let chain = context.chain().await?;
	let views = api::view_functions();
	let registrars = chain.ask(views.identities().registrars()).await?;
	if registrars.contains(&own) {
		return Ok(own);
	}
	let record = chain.ask(views.identities().identity(own)).await?;
	let organisation = record.and_then(|record| record.profile.organisation);
	organisation
		.filter(|identity| registrars.contains(identity))
		.ok_or_else(|| {
			Failure::refused(format!(
				"the identity {own} is no registrar, and acts for none"
			))
			.named("NotRegistrar")
			.next("the council appoints registrars: `assay identity registrar add`")
		})
}

/// The salt of the list. A dry run writes nothing.
fn salt(context: &Context, onboard: &Onboard) -> Outcome<Salt> {
	let beside = || {
		let mut name = onboard.file.clone().into_os_string();
		name.push(".salt");
		PathBuf::from(name)
	};
	let path = onboard.salt.clone().unwrap_or_else(beside);
	let path: &Path = &path;
	match context.options.dry_run && !path.exists() {
		true => Ok(Salt::new(keys::random())),
		false => Salt::read_or_make(path),
	}
}

impl Batch {
	/// Those who are not taken up yet; the others get a row.
	async fn unknown<'a>(
		&self,
		context: &Context,
		investors: &'a [Investor],
		rows: &mut Vec<Vec<Value>>,
	) -> Outcome<Vec<&'a Investor>> {
		let bar = progress("looking up", investors.len() as u64);
		let mut fresh = Vec::new();
		for investor in investors {
			let account = context.account(&investor.account)?;
			let reference = self.salt.reference(&investor.reference);
			let question = api::view_functions()
				.identities()
				.by_reference(self.registrar, reference);
			let linked = context.identity_of(account).await?;
			let known = match linked {
				Some(identity) => Some((identity, "was known")),
				None => {
					let invited = context.chain().await?.ask(question).await?;
					invited.map(|identity| (identity, "was invited"))
				},
			};
			match known {
				Some((identity, how)) => rows.push(self.row(investor, identity, how)),
				None => fresh.push(investor),
			}
			bar.inc(1);
		}
		bar.finish_and_clear();
		Ok(fresh)
	}

	async fn entry(&self, context: &Context, investor: &Investor) -> Outcome<Entry> {
		let reference = self.salt.reference(&investor.reference);
		let claims = self.topics.iter().map(|topic| FirstClaim {
			topic: (*topic).into(),
			valid_until: self.valid_until,
			data_hash: self.data_hash(investor, *topic),
		});
		Ok(Onboarding {
			reference,
			kind: match investor.kind {
				Kind::Natural => IdentityKind::Natural,
				Kind::Legal => IdentityKind::Legal,
			},
			jurisdiction: investor.country,
			category: investor.category.into(),
			account: context.account(&investor.account)?,
			consent: self.consent(context, investor, reference).await?,
			claims: bounded(claims),
		})
	}

	/// The account's signature where its key is at hand; others are invited.
	async fn consent(
		&self,
		context: &Context,
		investor: &Investor,
		reference: H256,
	) -> Outcome<Option<Consent<MultiSignature>>> {
		if !keys::is_dev(&investor.account) {
			return Ok(None);
		}
		let key = context.key(&investor.account).await?;
		let expires = context.moment("+1h").await?;
		let account = AccountId32(key.public_key().0);
		let question = api::view_functions().identities().onboarding_payload(
			self.registrar,
			reference,
			account,
			expires,
		);
		let payload = context.chain().await?.ask(question).await?;
		Ok(Some(Consent {
			expires,
			signature: signature(&hex(key.sign(&payload).0))?,
		}))
	}

	/// BLAKE2b-256 of the claim's salt followed by the registrar's reference.
	fn data_hash(&self, investor: &Investor, topic: Topic) -> H256 {
		let salt = self.salt.of(&topic.to_string(), &investor.reference);
		blake2(&[&salt[..], investor.reference.as_bytes()].concat())
	}

	fn row(&self, investor: &Investor, identity: u32, how: &str) -> Vec<Value> {
		let salts: Vec<String> = match how {
			"was known" | "was invited" => Vec::new(),
			_ => self
				.topics
				.iter()
				.map(|topic| hex(self.salt.of(&topic.to_string(), &investor.reference)))
				.collect(),
		};
		vec![
			json!(investor.reference),
			json!(identity),
			json!(investor.account),
			json!(how),
			json!(salts),
		]
	}
}

fn how(investor: &Investor) -> &'static str {
	match keys::is_dev(&investor.account) {
		true => "linked",
		false => "invited",
	}
}

fn failure_row(investor: &Investor, why: &str) -> Vec<Value> {
	vec![
		json!(investor.reference),
		Value::Null,
		json!(investor.account),
		json!(format!("refused: {why}")),
		json!([]),
	]
}

/// The identity of each entry that is there now.
fn became(receipt: &Receipt) -> Outcome<HashMap<H256, u32>> {
	use api::identities::events::{Onboarded, OnboardingSkipped};
	let mut known = HashMap::new();
	for event in receipt.events.find::<Onboarded>() {
		let event = event.map_err(|error| refusal::outdated(&error.to_string()))?;
		known.insert(event.reference, event.identity);
	}
	for event in receipt.events.find::<OnboardingSkipped>() {
		let event = event.map_err(|error| refusal::outdated(&error.to_string()))?;
		known.insert(event.reference, event.identity);
	}
	Ok(known)
}

/// Why each entry was refused that was.
async fn refused(context: &Context, receipt: &Receipt) -> Outcome<HashMap<H256, String>> {
	let mut refused = HashMap::new();
	for event in receipt
		.events
		.find::<api::identities::events::OnboardingFailed>()
	{
		let event = event.map_err(|error| refusal::outdated(&error.to_string()))?;
		let failure = council::view_error(context.chain().await?, &event.error).await?;
		refused.insert(event.reference, failure.what);
	}
	Ok(refused)
}

//! Taking up many investors from a list.

use super::link::signature;
use crate::{
	accounts::{hex, is_multisig},
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
		investors::{self, Category, Investor, Kind},
		policy::Topic,
		salt::Salt,
	},
	keys, moment,
	output::{note, progress, Answer},
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

/// An investor who is not, or not exactly, as the list has it on chain.
struct Fresh<'a> {
	investor: &'a Investor,
	/// Who is known under the reference, or else has the account.
	there: Option<u32>,
	/// Whether it is known under the reference.
	known: bool,
}

/// Registers, links or invites, and vouches for those who are not known yet, many in one
/// transaction. What was done before is not done again; what is there and differs stays as it is,
/// and the list says so.
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
	let (mut registered, mut differing, mut failed) = (0, 0, 0);
	let mut invited = Vec::new();
	for piece in fresh.chunks(BATCH) {
		let mut entries = Vec::new();
		for fresh in piece {
			entries.push(batch.entry(context, fresh.investor).await?);
		}
		let call = Call::register_batch {
			entries: bounded(entries),
		};
		let Some(receipt) = context.send(RuntimeCall::Identities(call)).await? else {
			bar.finish_and_clear();
			return Ok(());
		};
		let became = became(&receipt)?;
		let refused = refused(context, &receipt).await?;
		for fresh in piece {
			let investor = fresh.investor;
			let reference = batch.salt.reference(&investor.reference);
			match (became.get(&reference), refused.get(&reference)) {
				(Some((identity, true)), _) => {
					registered += 1;
					rows.push(batch.row(investor, *identity, how(investor)));
					if needs_signature(&investor.account) {
						invited.push((investor.account.as_str(), *identity));
					}
				},
				(Some((identity, false)), _) => {
					rows.push(batch.row(investor, *identity, "was known"));
				},
				(None, why) => {
					let why = why.map_or("the chain does not say why", String::as_str);
					match fresh.there {
						Some(_) => differing += 1,
						None => failed += 1,
					}
					rows.push(batch.failure_row(fresh, why));
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
			.fact("differ", differing)
			.fact("refused", failed)
			.fact("claims hold until", moment::format(valid_until))
			.with_list(
				"identities",
				&["reference", "identity", "account", "link", "salts"],
				rows,
			),
	);
	for (account, identity) in invited {
		note(format!(
			"{account} is invited. A plain key cannot accept, for it is not admitted yet: link it \
			 with `assay identity link --key {account} --identity {identity}` where the key is at \
			 hand, or with `assay identity link FILE`, which its holder makes with `assay identity \
			 sign-link {identity} --out FILE`. A multisig or a proxied account accepts by itself: \
			 `assay identity accept-link {identity}`"
		));
	}
	match (failed, differing) {
		(0, 0) => Ok(()),
		(0, differing) => Err(Failure::refused(format!(
			"{differing} of {} investors are on chain and differ from the list",
			investors.len()
		))
		.named("OnboardingDiffers")
		.next(
			"compare with `assay identity show`; correct the list, or change what differs by its \
			 own command, such as `assay identity propose-link`",
		)),
		(failed, differing) => Err(Failure::refused(format!(
			"{failed} of {} investors were refused, and {differing} differ from the list",
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
	/// Those whom the chain does not know as the list has them; the others get a row.
	async fn unknown<'a>(
		&self,
		context: &Context,
		investors: &'a [Investor],
		rows: &mut Vec<Vec<Value>>,
	) -> Outcome<Vec<Fresh<'a>>> {
		let bar = progress("looking up", investors.len() as u64);
		let mut fresh = Vec::new();
		for investor in investors {
			let account = context.account(&investor.account)?;
			let linked = context.identity_of(account).await?;
			let question = api::view_functions()
				.identities()
				.by_reference(self.registrar, self.salt.reference(&investor.reference));
			let known = context.chain().await?.ask(question).await?;
			let tied = match (known, linked) {
				(Some(identity), Some(linked)) => {
					(identity == linked).then_some((identity, "was known"))
				},
				(Some(identity), None) => is_invited(context, account, identity)
					.await?
					.then_some((identity, "was invited")),
				(None, _) => None,
			};
			let same = match tied {
				Some((identity, _)) => is_same(context, investor, identity).await?,
				None => false,
			};
			match tied.filter(|_| same) {
				Some((identity, how)) => rows.push(self.row(investor, identity, how)),
				None => fresh.push(Fresh {
					investor,
					there: known.or(linked),
					known: known.is_some(),
				}),
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
		vec![
			json!(investor.reference),
			json!(identity),
			json!(investor.account),
			json!(how),
			json!(self.salts(investor)),
		]
	}

	/// The salts of the claims, which follow from the secret and the reference.
	fn salts(&self, investor: &Investor) -> Vec<String> {
		self.topics
			.iter()
			.map(|topic| hex(self.salt.of(&topic.to_string(), &investor.reference)))
			.collect()
	}

	fn failure_row(&self, fresh: &Fresh<'_>, why: &str) -> Vec<Value> {
		let (verdict, salts) = match (fresh.there, fresh.known) {
			(_, true) => ("differs", self.salts(fresh.investor)),
			(Some(_), false) => (
				"its account belongs to an identity that this list and its salt file did not make",
				Vec::new(),
			),
			(None, false) => ("refused", Vec::new()),
		};
		vec![
			json!(fresh.investor.reference),
			json!(fresh.there),
			json!(fresh.investor.account),
			json!(format!("{verdict}: {why}")),
			json!(salts),
		]
	}
}

/// Whether the account may still accept to be linked.
async fn is_invited(context: &Context, account: AccountId32, identity: u32) -> Outcome<bool> {
	let chain = context.chain().await?;
	let proposal = chain
		.state(
			api::storage().identities().link_proposals(),
			(account, identity),
		)
		.await?;
	let now = chain.now().await?;
	Ok(proposal.is_some_and(|proposal| now <= proposal.expires))
}

/// Whether the identity's particulars are those of the list.
async fn is_same(context: &Context, investor: &Investor, identity: u32) -> Outcome<bool> {
	let question = api::view_functions().identities().identity(identity);
	let Some(record) = context.chain().await?.ask(question).await? else {
		return Ok(false);
	};
	let profile = record.profile;
	let country = profile.pending_jurisdiction.unwrap_or(profile.jurisdiction);
	let kind_is_same = matches!(
		(profile.kind, investor.kind),
		(IdentityKind::Natural, Kind::Natural) | (IdentityKind::Legal, Kind::Legal)
	);
	let category_is_same = Category::from(&profile.category) == investor.category;
	Ok(country == investor.country && kind_is_same && category_is_same)
}

fn how(investor: &Investor) -> &'static str {
	match keys::is_dev(&investor.account) {
		true => "linked",
		false => "invited",
	}
}

/// Whether an account may be a plain key that cannot accept an invitation by itself.
fn needs_signature(account: &str) -> bool {
	!keys::is_dev(account) && !is_multisig(account)
}

/// The identity of each entry that is there now, and whether it is new.
fn became(receipt: &Receipt) -> Outcome<HashMap<H256, (u32, bool)>> {
	use api::identities::events::{Onboarded, OnboardingSkipped};
	let mut there = HashMap::new();
	for event in receipt.events.find::<Onboarded>() {
		let event = event.map_err(|error| refusal::outdated(&error.to_string()))?;
		there.insert(event.reference, (event.identity, true));
	}
	for event in receipt.events.find::<OnboardingSkipped>() {
		let event = event.map_err(|error| refusal::outdated(&error.to_string()))?;
		there.insert(event.reference, (event.identity, false));
	}
	Ok(there)
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

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn only_names_and_multisigs_need_no_signature() {
		for (account, needs) in [
			("//Dora", false),
			("multisig:2://Dora,//Emil", false),
			("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", true),
			("treasury", true),
		] {
			assert_eq!(needs_signature(account), needs, "{account}");
		}
	}
}

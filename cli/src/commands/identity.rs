//! Who may take part.

use crate::{
	accounts::{hex, parse_hash},
	api::{
		self,
		runtime_types::{
			assay_primitives::identity::{ClaimTopic, IdentityKind},
			pallet_identities::{pallet::Call, types::ClaimState},
			sp_runtime::MultiSignature,
		},
		RuntimeCall,
	},
	context::Context,
	convert::{hash_of, salted},
	errors::{Failure, Outcome},
	input::{self, investors::Category, policy::Topic},
	moment,
	output::Answer,
};
use clap::Subcommand;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::PathBuf;
use subxt::utils::AccountId32;
use subxt_signer::sr25519::Keypair;

/// What can be done with identities
#[derive(Debug, Subcommand)]
pub enum Verb {
	/// Register an identity (registrars)
	Register {
		/// Human being or organisation
		#[arg(long, value_enum)]
		kind: IdentityKind,
		/// Country, ISO 3166-1 numeric
		#[arg(long)]
		country: u16,
		/// Investor category
		#[arg(long, value_enum)]
		category: Category,
		/// The organisation a person acts for
		#[arg(long)]
		organisation: Option<String>,
	},
	/// Remove an identity that nothing depends on
	Remove {
		/// Identity or account
		identity: String,
	},
	/// Show the bytes that an account must sign to be linked
	LinkPayload {
		/// Identity
		identity: u32,
		/// Account to link
		account: String,
		/// Last moment at which the signature may be used
		#[arg(long, default_value = "+1d")]
		expires: String,
	},
	/// Sign, as the account to link, that it belongs to an identity
	SignLink {
		/// Identity
		identity: u32,
		/// Last moment at which the signature may be used
		#[arg(long, default_value = "+1d")]
		expires: String,
		/// File to write the signed link to
		#[arg(long, value_name = "FILE")]
		out: PathBuf,
	},
	/// Link an account by its signature (the identity or a registrar)
	Link {
		/// Signed link, from `sign-link`
		#[arg(value_name = "FILE", required_unless_present = "key")]
		signed: Option<PathBuf>,
		/// Instead: key of the account, to sign here and now
		#[arg(long, requires = "identity", conflicts_with = "signed")]
		key: Option<String>,
		/// With --key: the identity
		#[arg(long)]
		identity: Option<u32>,
	},
	/// Invite an account that cannot sign messages, such as a multisig
	ProposeLink {
		/// Identity or account
		identity: String,
		/// Account to link
		account: String,
	},
	/// Accept, as the invited account, to be linked
	AcceptLink {
		/// Identity
		identity: u32,
	},
	/// Withdraw an invitation
	CancelLink {
		/// Identity or account
		identity: String,
		/// Account that was invited
		account: String,
	},
	/// Unlink an account that holds nothing
	Unlink {
		/// Account
		account: String,
	},
	/// Name the organisation that a person acts for (its registrar)
	ProposeOrganisation {
		/// Identity or account of the person
		identity: String,
		/// Identity or account of the organisation
		organisation: String,
	},
	/// Accept a person, as the organisation
	AcceptOrganisation {
		/// Identity or account of the person
		identity: String,
	},
	/// End a person's acting for its organisation
	LeaveOrganisation {
		/// Identity or account of the person
		identity: String,
	},
	/// Set the investor category (its registrar)
	SetCategory {
		/// Identity or account
		identity: String,
		/// Investor category
		#[arg(value_enum)]
		category: Category,
	},
	/// Set the country (its registrar, while it holds nothing)
	ChangeJurisdiction {
		/// Identity or account
		identity: String,
		/// Country, ISO 3166-1 numeric
		country: u16,
	},
	/// Suspend an identity (its registrar; the council by `assay council propose`)
	Suspend {
		/// Identity or account
		identity: String,
	},
	/// Lift a suspension (who ordered it)
	Reinstate {
		/// Identity or account
		identity: String,
	},
	/// Freeze an identity everywhere (council)
	Sanction {
		/// Identity or account
		identity: String,
		/// The case: a file, a text, or its hash
		#[arg(long)]
		case: String,
	},
	/// Lift a sanction (council)
	LiftSanction {
		/// Identity or account
		identity: String,
		/// The case: a file, a text, or its hash
		#[arg(long)]
		case: String,
	},
	/// Show an identity
	Show {
		/// Identity or account
		identity: String,
	},
	/// Take up many investors at once (registrars)
	Onboard(super::onboard::Onboard),
	/// What issuers vouch for
	#[command(subcommand)]
	Claim(ClaimVerb),
	/// Who may vouch for what
	#[command(subcommand)]
	Issuer(IssuerVerb),
	/// Who may register identities
	#[command(subcommand)]
	Registrar(RegistrarVerb),
}

/// What can be done with claims
#[derive(Debug, Subcommand)]
pub enum ClaimVerb {
	/// Vouch for an identity (approved issuers)
	Add {
		/// Identity or account
		identity: String,
		/// kyc, aml, sanctions-clear, accredited, professional, tax-residence or custom:NUMBER
		topic: Topic,
		/// Last moment at which it holds
		#[arg(long, default_value = "+365d")]
		valid_until: String,
		/// The document that proves it; only its salted hash goes on chain
		#[arg(long, value_name = "FILE")]
		document: PathBuf,
	},
	/// Take a claim back (its issuer), or drop one (its subject)
	Revoke {
		/// Identity or account
		identity: String,
		/// Topic of the claim
		topic: Topic,
		/// Identity that vouched; the key's own unless given
		#[arg(long)]
		issuer: Option<String>,
	},
	/// List the claims of an identity
	List {
		/// Identity or account
		identity: String,
	},
}

/// What can be done with issuers of claims
#[derive(Debug, Subcommand)]
pub enum IssuerVerb {
	/// Let an identity vouch for a topic (council)
	Approve {
		/// Topic
		topic: Topic,
		/// Identity or account
		identity: String,
	},
	/// End that; its claims on the topic lapse at once (council)
	Revoke {
		/// Topic
		topic: Topic,
		/// Identity or account
		identity: String,
	},
	/// List who may vouch for what
	List,
}

/// What can be done with registrars
#[derive(Debug, Subcommand)]
pub enum RegistrarVerb {
	/// Let an organisation register identities (council)
	Add {
		/// Identity or account
		identity: String,
	},
	/// End that (council)
	Remove {
		/// Identity or account
		identity: String,
	},
	/// Make a registrar answer for an identity (council)
	Assign {
		/// Identity or account
		identity: String,
		/// Identity or account of the registrar
		registrar: String,
	},
	/// List the registrars
	List,
}

/// That an account wants to belong to an identity.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignedLink {
	genesis: String,
	identity: u32,
	account: String,
	expires_ms: u64,
	signature: String,
}

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	let send = |call: Call| context.send(RuntimeCall::Identities(call));
	let receipt = match verb {
		Verb::Register { kind, country, category, organisation } => {
			let organisation = match organisation {
				Some(text) => Some(context.identity(&text).await?),
				None => None,
			};
			let call =
				Call::register { kind, organisation, jurisdiction: country, category: category.into() };
			if let Some(receipt) = send(call).await? {
				let event = receipt.event::<api::identities::events::IdentityRegistered>()?;
				let answer = Answer::new().fact("identity", event.identity);
				context.print_done(Some(receipt), answer);
			}
			return Ok(());
		},
		Verb::Remove { identity } =>
			send(Call::remove_identity { identity: context.identity(&identity).await? }).await?,
		Verb::LinkPayload { identity, account, expires } => {
			let expires = context.moment(&expires).await?;
			let payload = link_payload(context, identity, context.account(&account)?, expires).await?;
			context.print(
				Answer::new()
					.fact("payload", hex(payload))
					.fact("expires", moment::format(expires))
					.fact("expires ms", expires),
			);
			return Ok(());
		},
		Verb::SignLink { identity, expires, out } => {
			let expires = context.moment(&expires).await?;
			let link = sign_link(context, identity, context.signer().await?, expires).await?;
			super::write_json(&out, &link)?;
			context.print(
				Answer::new()
					.fact("written", out.display().to_string())
					.fact("account", link.account)
					.fact("expires", moment::format(expires)),
			);
			return Ok(());
		},
		Verb::Link { signed, key, identity } => {
			let link = match (signed, key, identity) {
				(Some(path), ..) => {
					let link: SignedLink = input::read_json(&path)?;
					check_genesis(context, &link).await?;
					link
				},
				(None, Some(key), Some(identity)) => {
					let expires = context.moment("+1h").await?;
					sign_link(context, identity, &context.key(&key).await?, expires).await?
				},
				_ => return Err(Failure::input("neither a signed link nor a key is named")),
			};
			send(link_call(context, &link)?).await?
		},
		Verb::ProposeLink { identity, account } => {
			let (identity, account) =
				(context.identity(&identity).await?, context.account(&account)?);
			send(Call::propose_link { identity, account }).await?
		},
		Verb::AcceptLink { identity } => send(Call::accept_link { identity }).await?,
		Verb::CancelLink { identity, account } => {
			let (identity, account) =
				(context.identity(&identity).await?, context.account(&account)?);
			send(Call::cancel_link_proposal { identity, account }).await?
		},
		Verb::Unlink { account } =>
			send(Call::unlink_account { account: context.account(&account)? }).await?,
		Verb::ProposeOrganisation { identity, organisation } => {
			let identity = context.identity(&identity).await?;
			let organisation = context.identity(&organisation).await?;
			send(Call::propose_organisation { identity, organisation }).await?
		},
		Verb::AcceptOrganisation { identity } =>
			send(Call::accept_organisation { identity: context.identity(&identity).await? }).await?,
		Verb::LeaveOrganisation { identity } =>
			send(Call::leave_organisation { identity: context.identity(&identity).await? }).await?,
		Verb::SetCategory { identity, category } => {
			let identity = context.identity(&identity).await?;
			send(Call::set_category { identity, category: category.into() }).await?
		},
		Verb::ChangeJurisdiction { identity, country } => {
			let identity = context.identity(&identity).await?;
			send(Call::change_jurisdiction { identity, jurisdiction: country }).await?
		},
		Verb::Suspend { identity } =>
			send(Call::suspend { identity: context.identity(&identity).await? }).await?,
		Verb::Reinstate { identity } =>
			send(Call::reinstate { identity: context.identity(&identity).await? }).await?,
		Verb::Sanction { identity, case } => {
			let (identity, case) = (context.identity(&identity).await?, hash_of(&case)?);
			let call = RuntimeCall::Identities(Call::sanction { identity, case });
			context.send_as_council(call).await?
		},
		Verb::LiftSanction { identity, case } => {
			let (identity, case) = (context.identity(&identity).await?, hash_of(&case)?);
			let call = RuntimeCall::Identities(Call::lift_sanction { identity, case });
			context.send_as_council(call).await?
		},
		Verb::Show { identity } => return show(context, &identity).await,
		Verb::Onboard(onboard) => return super::onboard::run(context, onboard).await,
		Verb::Claim(verb) => return claim(context, verb).await,
		Verb::Issuer(verb) => return issuer(context, verb).await,
		Verb::Registrar(verb) => return registrar(context, verb).await,
	};
	context.print_done(receipt, Answer::new());
	Ok(())
}

async fn claim(context: &Context, verb: ClaimVerb) -> Outcome {
	match verb {
		ClaimVerb::Add { identity, topic, valid_until, document } => {
			let identity = context.identity(&identity).await?;
			let (salt, data_hash) = salted(&input::read_bytes(&document)?);
			let valid_until = context.moment(&valid_until).await?;
			let call = Call::add_claim { identity, topic: topic.into(), valid_until, data_hash };
			let receipt = context.send(RuntimeCall::Identities(call)).await?;
			let answer = Answer::new()
				.fact("identity", identity)
				.fact("valid until", moment::format(valid_until))
				.fact("data hash", hex(data_hash))
				.fact("salt", hex(salt));
			context.print_done(receipt, answer);
		},
		ClaimVerb::Revoke { identity, topic, issuer } => {
			let identity = context.identity(&identity).await?;
			let issuer = match issuer {
				Some(text) => context.identity(&text).await?,
				None => {
					let account = context.acting_account().await?;
					context.identity(&account.to_string()).await?
				},
			};
			let call = Call::revoke_claim { identity, topic: topic.into(), issuer };
			let receipt = context.send(RuntimeCall::Identities(call)).await?;
			context.print_done(receipt, Answer::new());
		},
		ClaimVerb::List { identity } => {
			let identity = context.identity(&identity).await?;
			let rows = claim_rows(context, identity).await?;
			context.print(Answer::list(&CLAIM_COLUMNS, rows));
		},
	}
	Ok(())
}

async fn issuer(context: &Context, verb: IssuerVerb) -> Outcome {
	let call = match verb {
		IssuerVerb::Approve { topic, identity } => Call::approve_issuer {
			topic: topic.into(),
			issuer: context.identity(&identity).await?,
		},
		IssuerVerb::Revoke { topic, identity } => Call::revoke_issuer {
			topic: topic.into(),
			issuer: context.identity(&identity).await?,
		},
		IssuerVerb::List => {
			let question = api::view_functions().identities().issuers();
			let issuers = context.chain().await?.ask(question).await?;
			let rows =
				issuers.iter().map(|it| vec![json!(topic_name(&it.topic)), json!(it.issuer)]);
			context.print(Answer::list(&["topic", "issuer"], rows.collect()));
			return Ok(());
		},
	};
	let receipt = context.send_as_council(RuntimeCall::Identities(call)).await?;
	context.print_done(receipt, Answer::new());
	Ok(())
}

async fn registrar(context: &Context, verb: RegistrarVerb) -> Outcome {
	let call = match verb {
		RegistrarVerb::Add { identity } =>
			Call::add_registrar { identity: context.identity(&identity).await? },
		RegistrarVerb::Remove { identity } =>
			Call::remove_registrar { identity: context.identity(&identity).await? },
		RegistrarVerb::Assign { identity, registrar } => Call::set_registrar {
			identity: context.identity(&identity).await?,
			registrar: context.identity(&registrar).await?,
		},
		RegistrarVerb::List => {
			let question = api::view_functions().identities().registrars();
			let registrars = context.chain().await?.ask(question).await?;
			let rows = registrars.iter().map(|identity| vec![json!(identity)]).collect();
			context.print(Answer::list(&["registrar"], rows));
			return Ok(());
		},
	};
	let receipt = context.send_as_council(RuntimeCall::Identities(call)).await?;
	context.print_done(receipt, Answer::new());
	Ok(())
}

async fn show(context: &Context, identity: &str) -> Outcome {
	let identity = context.identity(identity).await?;
	let chain = context.chain().await?;
	let record = chain.ask(api::view_functions().identities().identity(identity)).await?;
	let record = record.ok_or_else(|| {
		Failure::refused(format!("there is no identity {identity}")).named("NotFound")
	})?;
	let accounts = chain.ask(api::view_functions().identities().accounts_of(identity)).await?;
	let accounts: Vec<String> = accounts.iter().map(ToString::to_string).collect();
	context.print(
		Answer::new()
			.fact("identity", identity)
			.fact("kind", format!("{:?}", record.profile.kind))
			.fact("standing", format!("{:?}", record.profile.standing))
			.fact("country", record.profile.jurisdiction)
			.fact("category", format!("{:?}", record.profile.category))
			.maybe("organisation", record.profile.organisation)
			.maybe("registrar", record.registrar)
			.fact("accounts", accounts)
			.with_list("claims", &CLAIM_COLUMNS, claim_rows(context, identity).await?),
	);
	Ok(())
}

const CLAIM_COLUMNS: [&str; 5] = ["topic", "issuer", "valid until", "holds", "data hash"];

async fn claim_rows(context: &Context, identity: u32) -> Outcome<Vec<Vec<serde_json::Value>>> {
	let claims =
		context.chain().await?.ask(api::view_functions().identities().claims(identity)).await?;
	let row = |state: &ClaimState| {
		vec![
			json!(topic_name(&state.claim.topic)),
			json!(state.claim.issuer),
			json!(moment::format(state.claim.valid_until)),
			json!(state.holds),
			json!(hex(state.claim.data_hash)),
		]
	};
	Ok(claims.iter().map(row).collect())
}

/// A topic as the command line names it.
pub fn topic_name(topic: &ClaimTopic) -> String {
	match topic {
		ClaimTopic::Kyc => "kyc".into(),
		ClaimTopic::Aml => "aml".into(),
		ClaimTopic::SanctionsClear => "sanctions-clear".into(),
		ClaimTopic::Accredited => "accredited".into(),
		ClaimTopic::Professional => "professional".into(),
		ClaimTopic::TaxResidence => "tax-residence".into(),
		ClaimTopic::Custom(number) => format!("custom:{number}"),
	}
}

async fn link_payload(
	context: &Context,
	identity: u32,
	account: AccountId32,
	expires: u64,
) -> Outcome<Vec<u8>> {
	let question = api::view_functions().identities().link_payload(identity, account, expires);
	context.chain().await?.ask(question).await?.ok_or_else(|| {
		Failure::refused(format!("there is no identity {identity}")).named("NotFound")
	})
}

async fn sign_link(
	context: &Context,
	identity: u32,
	key: &Keypair,
	expires_ms: u64,
) -> Outcome<SignedLink> {
	let account = AccountId32(key.public_key().0);
	let payload = link_payload(context, identity, account, expires_ms).await?;
	Ok(SignedLink {
		genesis: hex(context.chain().await?.genesis()),
		identity,
		account: account.to_string(),
		expires_ms,
		signature: hex(key.sign(&payload).0),
	})
}

/// The call that links an account whose key is at hand.
pub async fn link_call_by_key(context: &Context, identity: u32, key: &Keypair) -> Outcome<Call> {
	let expires = context.moment("+1h").await?;
	link_call(context, &sign_link(context, identity, key, expires).await?)
}

fn link_call(context: &Context, link: &SignedLink) -> Outcome<Call> {
	Ok(Call::link_account {
		identity: link.identity,
		account: context.account(&link.account)?,
		expires: link.expires_ms,
		signature: signature(&link.signature)?,
	})
}

async fn check_genesis(context: &Context, link: &SignedLink) -> Outcome {
	let genesis = context.chain().await?.genesis();
	match parse_hash(&link.genesis)? == genesis.0 {
		true => Ok(()),
		false => Err(Failure::input(format!(
			"the link is signed for another chain: its genesis is {}, this chain's is {}",
			link.genesis,
			hex(genesis)
		))
		.next("choose the right node with --url, or have it signed for this chain")),
	}
}

/// An sr25519 signature in hex.
pub fn signature(text: &str) -> Outcome<MultiSignature> {
	hex::decode(text.trim_start_matches("0x"))
		.ok()
		.and_then(|bytes| bytes.try_into().ok())
		.map(MultiSignature::Sr25519)
		.ok_or_else(|| {
			Failure::input("the signature is not 64 bytes of hex").next("have it signed again")
		})
}

//! Who may take part.

mod claim;
mod link;
mod onboard;
mod replace;

pub use link::signature;

use super::write_json;
use crate::{
	accounts::hex,
	api::{
		self,
		runtime_types::{
			assay_primitives::identity::IdentityKind, pallet_identities::pallet::Call,
		},
		RuntimeCall,
	},
	context::Context,
	convert::hash_of,
	errors::{Failure, Outcome},
	input::{self, investors::Category},
	moment,
	output::Answer,
};
use claim::{claim_rows, ClaimVerb, IssuerVerb, RegistrarVerb, CLAIM_COLUMNS};
use clap::Subcommand;
use link::{check_genesis_of, link_call, link_payload, sign_link, SignedLink};
use replace::ReplaceVerb;
use std::path::PathBuf;

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
	/// Link an account by its signature (the identity itself; its registrar for the first account)
	Link {
		/// Signed link, from `sign-link`
		#[arg(value_name = "FILE", required_unless_present = "key")]
		signed: Option<PathBuf>,
		/// Instead: key of the account, to sign here and now
		#[arg(long, requires = "identity", conflicts_with = "signed")]
		key: Option<String>,
		/// With --key: the identity, or an account of it
		#[arg(long)]
		identity: Option<String>,
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
		/// Identity, or an account of it
		identity: String,
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
	/// Replace a lost or stolen account by another one of the same identity
	#[command(subcommand)]
	Replace(ReplaceVerb),
	/// Set the country; an identity that holds something is locked until it is reseated (its
	/// registrar)
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
	Onboard(onboard::Onboard),
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

/// Carries it out.
pub async fn run(context: &Context, verb: Verb) -> Outcome {
	let send = |call: Call| context.send(RuntimeCall::Identities(call));
	let receipt = match verb {
		Verb::Register {
			kind,
			country,
			category,
			organisation,
		} => {
			let organisation = match organisation {
				Some(text) => Some(context.identity(&text).await?),
				None => None,
			};
			let call = Call::register {
				kind,
				organisation,
				jurisdiction: country,
				category: category.into(),
			};
			if let Some(receipt) = send(call).await? {
				let event = receipt.event::<api::identities::events::IdentityRegistered>()?;
				let answer = Answer::new().fact("identity", event.identity);
				context.print_done(Some(receipt), answer);
			}
			return Ok(());
		},
		Verb::Remove { identity } => {
			send(Call::remove_identity {
				identity: context.identity(&identity).await?,
			})
			.await?
		},
		Verb::LinkPayload {
			identity,
			account,
			expires,
		} => {
			let expires = context.moment(&expires).await?;
			let payload =
				link_payload(context, identity, context.account(&account)?, expires).await?;
			context.print(
				Answer::new()
					.fact("payload", hex(payload))
					.fact("expires", moment::format(expires))
					.fact("expires ms", expires),
			);
			return Ok(());
		},
		Verb::SignLink {
			identity,
			expires,
			out,
		} => {
			let expires = context.moment(&expires).await?;
			let link = sign_link(context, identity, context.signer().await?, expires).await?;
			write_json(&out, &link)?;
			context.print(
				Answer::new()
					.fact("written", out.display().to_string())
					.fact("account", link.account)
					.fact("expires", moment::format(expires)),
			);
			return Ok(());
		},
		Verb::Link {
			signed,
			key,
			identity,
		} => {
			let link = match (signed, key, identity) {
				(Some(path), ..) => {
					let link: SignedLink = input::read_json(&path)?;
					check_genesis_of(context, &link.genesis).await?;
					link
				},
				(None, Some(key), Some(identity)) => {
					let expires = context.moment("+1h").await?;
					let identity = context.identity(&identity).await?;
					sign_link(context, identity, &context.key(&key).await?, expires).await?
				},
				_ => return Err(Failure::input("neither a signed link nor a key is named")),
			};
			send(link_call(context, &link)?).await?
		},
		Verb::ProposeLink { identity, account } => {
			let (identity, account) = (
				context.identity(&identity).await?,
				context.account(&account)?,
			);
			send(Call::propose_link { identity, account }).await?
		},
		Verb::AcceptLink { identity } => {
			send(Call::accept_link {
				identity: context.identity(&identity).await?,
			})
			.await?
		},
		Verb::CancelLink { identity, account } => {
			let (identity, account) = (
				context.identity(&identity).await?,
				context.account(&account)?,
			);
			send(Call::cancel_link_proposal { identity, account }).await?
		},
		Verb::Unlink { account } => {
			send(Call::unlink_account {
				account: context.account(&account)?,
			})
			.await?
		},
		Verb::ProposeOrganisation {
			identity,
			organisation,
		} => {
			let identity = context.identity(&identity).await?;
			let organisation = context.identity(&organisation).await?;
			send(Call::propose_organisation {
				identity,
				organisation,
			})
			.await?
		},
		Verb::AcceptOrganisation { identity } => {
			send(Call::accept_organisation {
				identity: context.identity(&identity).await?,
			})
			.await?
		},
		Verb::LeaveOrganisation { identity } => {
			send(Call::leave_organisation {
				identity: context.identity(&identity).await?,
			})
			.await?
		},
		Verb::SetCategory { identity, category } => {
			let identity = context.identity(&identity).await?;
			send(Call::set_category {
				identity,
				category: category.into(),
			})
			.await?
		},
		Verb::Replace(verb) => return replace::replace(context, verb).await,
		Verb::ChangeJurisdiction { identity, country } => {
			return change_jurisdiction(context, &identity, country).await
		},
		Verb::Suspend { identity } => {
			send(Call::suspend {
				identity: context.identity(&identity).await?,
			})
			.await?
		},
		Verb::Reinstate { identity } => {
			send(Call::reinstate {
				identity: context.identity(&identity).await?,
			})
			.await?
		},
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
		Verb::Onboard(onboard) => return onboard::run(context, onboard).await,
		Verb::Claim(verb) => return claim::claim(context, verb).await,
		Verb::Issuer(verb) => return claim::issuer(context, verb).await,
		Verb::Registrar(verb) => return claim::registrar(context, verb).await,
	};
	context.print_done(receipt, Answer::new());
	Ok(())
}

async fn change_jurisdiction(context: &Context, identity: &str, country: u16) -> Outcome {
	let identity = context.identity(identity).await?;
	let call = Call::change_jurisdiction {
		identity,
		jurisdiction: country,
	};
	let receipt = context.send(RuntimeCall::Identities(call)).await?;
	let begun = match &receipt {
		Some(receipt) => receipt
			.find::<api::identities::events::JurisdictionChangeBegun>()?
			.is_some(),
		None => false,
	};
	let answer = match begun {
		true => Answer::new()
			.fact("country", "changes once every position is counted under it")
			.fact("meanwhile", "the identity may redeem, and nothing else")
			.fact("next", format!("assay position reseat {identity}")),
		false => Answer::new().fact("country", country),
	};
	context.print_done(receipt, answer);
	Ok(())
}

async fn show(context: &Context, identity: &str) -> Outcome {
	let identity = context.identity(identity).await?;
	let chain = context.chain().await?;
	let record = chain
		.ask(api::view_functions().identities().identity(identity))
		.await?;
	let record = record.ok_or_else(|| {
		Failure::refused(format!("there is no identity {identity}")).named("NotFound")
	})?;
	let accounts = chain
		.ask(api::view_functions().identities().accounts_of(identity))
		.await?;
	let accounts: Vec<String> = accounts.iter().map(ToString::to_string).collect();
	context.print(
		Answer::new()
			.fact("identity", identity)
			.fact("kind", format!("{:?}", record.profile.kind))
			.fact("standing", format!("{:?}", record.profile.standing))
			.fact("country", record.profile.jurisdiction)
			.maybe("changes to country", record.profile.pending_jurisdiction)
			.fact("an account is being replaced", record.profile.replacing)
			.fact("category", format!("{:?}", record.profile.category))
			.maybe("organisation", record.profile.organisation)
			.maybe("registrar", record.registrar)
			.fact("accounts", accounts)
			.with_list(
				"claims",
				&CLAIM_COLUMNS,
				claim_rows(context, identity).await?,
			),
	);
	Ok(())
}

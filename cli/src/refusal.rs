//! Refusals of the chain in plain words. Their meaning is the documentation in the metadata; what
//! to do next is there too, or in the tables here for what the SDK and the pool say.

use crate::errors::Failure;
use scale_info::{form::PortableForm, TypeDef, Variant};
use subxt::{
	error::{BackendError, DispatchError, ExtrinsicError, RpcError, TransactionStatusError},
	rpcs::{Error as ClientError, UserError},
	Metadata,
};

/// The path of the type that numbers reasons.
const REASON_CODE: &str = "ReasonCode";

/// A refusal at dispatch.
pub fn dispatch(error: &DispatchError, metadata: &Metadata) -> Failure {
	match error {
		DispatchError::Module(module) => match module.details() {
			Ok(details) => {
				let name = format!("{}::{}", details.pallet.name(), details.variant.name);
				let carried = carries_reason(details.variant, metadata);
				let failure = match carried
					.then(|| reason(module.bytes()[2], metadata))
					.flatten()
				{
					Some(failure) => failure,
					None => documented(&name, &details.variant.docs),
				};
				Failure {
					what: format!("refused on chain: {}", failure.what),
					..failure
				}
			},
			Err(_) => {
				Failure::refused(format!("the chain refused it: {}", module.details_string()))
					.next("update `assay`: the chain knows an error that this version does not")
			},
		},
		DispatchError::BadOrigin => Failure::refused("this account may not do that")
			.named("BadOrigin")
			.next("`assay asset who-can` tells who may; council acts go through `assay council propose`"),
		DispatchError::Token(token) => Failure::refused(format!("the ledger refused it: {token}"))
			.named(format!("Token::{token:?}"))
			.next("check the balance with `assay position show`, and ASY with `assay doctor`"),
		DispatchError::Arithmetic(arithmetic) => {
			Failure::refused(format!("a figure does not fit: {arithmetic}"))
				.named(format!("Arithmetic::{arithmetic:?}"))
				.next("try a smaller amount")
		},
		other => {
			Failure::refused(format!("the chain refused it: {other}")).named(format!("{other:?}"))
		},
	}
}

/// A reason by its number, as the pool, errors and events carry it.
pub fn reason(code: u8, metadata: &Metadata) -> Option<Failure> {
	let variant = reasons(metadata)?
		.iter()
		.find(|variant| variant.index == code)?;
	let failure = Failure::refused(sentence(&variant.docs)).named(&variant.name);
	Some(match remedy(&variant.name) {
		Some(next) => failure.next(next),
		None => failure,
	})
}

/// A reason by its name, as view functions and events carry it.
pub fn reason_by_name(name: &str, metadata: &Metadata) -> Option<Failure> {
	let code = reasons(metadata)?.iter().find(|it| it.name == name)?.index;
	reason(code, metadata)
}

/// The answer of `validate_transaction`, of the pool, or of a lost transaction.
pub fn extrinsic(error: ExtrinsicError, metadata: &Metadata) -> Failure {
	match error {
		ExtrinsicError::ErrorSubmittingTransaction(BackendError::Rpc(RpcError::ClientError(
			ClientError::User(error),
		))) => pool(&error, metadata),
		ExtrinsicError::ErrorSubmittingTransaction(error)
		| ExtrinsicError::CannotGetFeeInfo(error)
		| ExtrinsicError::CannotGetValidationInfo(error) => backend(&error),
		ExtrinsicError::TransactionStatusError(error) => status(&error),
		ExtrinsicError::PalletNameNotFound(_)
		| ExtrinsicError::CallNameNotFound { .. }
		| ExtrinsicError::IncompatibleCodegen => outdated(&error.to_string()),
		other => Failure::input(format!("the transaction cannot be built: {other}"))
			.next("check that `assay` and the node are of the same version: `assay doctor`"),
	}
}

/// What the pool says when it does not take a transaction.
pub fn pool(error: &UserError, metadata: &Metadata) -> Failure {
	let data = error
		.data
		.as_ref()
		.map(|data| data.get().trim_matches('"'))
		.unwrap_or_default();
	if let Some(code) = custom_code(data) {
		let failure = reason(code, metadata).unwrap_or_else(|| {
			Failure::refused(format!("reason {code}"))
				.next("update `assay`: the chain knows a reason that this version does not")
		});
		return Failure {
			what: format!("refused in the pool: {}", failure.what),
			..failure
		};
	}
	if data.contains("pay some fees") {
		return Failure::refused("the account has too few ASY to pay the fee")
			.named("Payment")
			.next("ask the council for ASY: `assay fees grant AMOUNT ACCOUNT`");
	}
	let said = if data.is_empty() {
		error.message.as_str()
	} else {
		data
	};
	let failure = Failure::refused(format!("the pool refused it: {said}"));
	match error.code {
		1013 => failure.next("it is in the pool already; wait for the next block"),
		1014 => {
			failure.next("another transaction of this account waits; try again in a block's time")
		},
		1010..=1012 if said.contains("outdated") || said.contains("banned") => {
			failure.next("try again: another transaction of this account came first")
		},
		1016 => failure.next("the pool is full; try again in a few blocks"),
		_ => failure,
	}
}

/// A transaction that the pool had and dropped.
pub fn status(error: &TransactionStatusError) -> Failure {
	Failure::refused(error.to_string())
		.next("no block holds it; look at the account with `assay doctor` and try again")
}

/// A node that does not answer, or answers something unexpected.
pub fn backend(error: &impl std::fmt::Display) -> Failure {
	Failure::unreachable(format!("the node did not answer as expected: {error}"))
		.next("`assay doctor` tells what is wrong with the connection")
}

/// A transaction that was handed in and of which nothing more was heard.
pub fn undecided(transaction: subxt::utils::H256, why: &impl std::fmt::Display) -> Failure {
	Failure::unreachable(format!(
		"what became of the transaction {transaction:?} is not known: {why}"
	))
	.next("it may still be carried out: look at what it changes before you send it again")
}

/// This program and the chain are of different versions.
pub fn outdated(what: &str) -> Failure {
	Failure::unreachable(format!(
		"the chain's runtime differs from what this program knows: {what}"
	))
	.next("use the `assay` that belongs to the chain's runtime; `assay doctor` shows both")
}

/// An answer of `validate_transaction`.
pub fn invalid(invalid: &subxt::tx::TransactionInvalid, metadata: &Metadata) -> Failure {
	use subxt::tx::TransactionInvalid::*;
	match invalid {
		Custom(code) => {
			let failure = reason(*code, metadata)
				.unwrap_or_else(|| Failure::refused(format!("reason {code}")));
			Failure {
				what: format!("refused in the pool: {}", failure.what),
				..failure
			}
		},
		Payment => Failure::refused("the account has too few ASY to pay the fee")
			.named("Payment")
			.next("ask the council for ASY: `assay fees grant AMOUNT ACCOUNT`"),
		other => {
			Failure::refused(format!("refused in the pool: {other:?}")).named(format!("{other:?}"))
		},
	}
}

/// Every reason that the chain knows.
pub fn reasons(metadata: &Metadata) -> Option<&[Variant<PortableForm>]> {
	let found = metadata.types().types.iter().find(|entry| {
		entry
			.ty
			.path
			.segments
			.last()
			.is_some_and(|name| name == REASON_CODE)
			&& entry
				.ty
				.path
				.segments
				.first()
				.is_some_and(|krate| krate == "assay_primitives")
	})?;
	match &found.ty.type_def {
		TypeDef::Variant(variants) => Some(&variants.variants),
		_ => None,
	}
}

/// Whether the error carries a reason in the byte after its index.
fn carries_reason(variant: &Variant<PortableForm>, metadata: &Metadata) -> bool {
	variant.fields.first().is_some_and(|field| {
		let ty = metadata.types().resolve(field.ty.id);
		ty.and_then(|ty| ty.path.segments.last())
			.is_some_and(|name| name == REASON_CODE)
	})
}

/// The first sentence is what is wrong, the rest is what to do.
fn documented(name: &str, docs: &[String]) -> Failure {
	let text = docs
		.iter()
		.map(|line| line.trim())
		.collect::<Vec<_>>()
		.join(" ");
	let text = text.trim();
	let (what, next) = match text.split_once(". ") {
		Some((what, next)) => (what, next.trim().trim_end_matches('.')),
		None => (text.trim_end_matches('.'), ""),
	};
	let failure = match what {
		"" => Failure::refused(format!("the chain refused it: {name}")),
		what => Failure::refused(lower_first(what)).named(name),
	};
	match (remedy_for(name), next) {
		(Some(command), _) => failure.next(command),
		(None, "") => failure.next("see who may do this, and when, in the command's --help"),
		(None, next) => failure.next(lower_first(next)),
	}
}

/// What to do about an error where a command says it better than the chain's documentation.
fn remedy_for(error: &str) -> Option<&'static str> {
	Some(match error {
		"AssetRegistry::NotApprover" => {
			"have an approved custodian or auditor do it, of another organisation than the issuer's"
		},
		"Issuance::InsufficientReserve" => {
			"`assay reserve headroom ASSET` tells how many units the reserve still covers"
		},
		"Issuance::MintingShut" => {
			"`assay reserve breakdown ASSET` shows which report counts and which does not, and why"
		},
		"System::CallFiltered" => {
			"this call is closed here; inside batches and multisigs use `--via compliance`"
		},
		"Council::DuplicateProposal" => "the same motion is open: `assay council motions`",
		"Council::DuplicateVote" => "this member has voted so already",
		"Council::NotMember" => "only members may: `assay council members`",
		"Council::TooEarly" => "more members must vote first: `assay council motions`",
		"Council::ProposalMissing" => "it was closed, or never proposed: `assay council motions`",
		"Multisig::AlreadyApproved" => "this signatory has approved; another one must",
		"TxPause::Unpausable" => "consensus, the council and upgrades cannot be paused",
		_ => return None,
	})
}

fn sentence(docs: &[String]) -> String {
	let text = docs
		.iter()
		.map(|line| line.trim())
		.collect::<Vec<_>>()
		.join(" ");
	lower_first(text.trim().trim_end_matches('.'))
}

/// Lower case for a first letter that only starts a sentence: `The` but not `ASY`.
fn lower_first(text: &str) -> String {
	let mut chars = text.chars();
	match (chars.next(), chars.clone().next()) {
		(Some(first), Some(second)) if !second.is_uppercase() => {
			first.to_lowercase().chain(chars).collect()
		},
		_ => text.to_string(),
	}
}

fn custom_code(data: &str) -> Option<u8> {
	data.split("Custom error: ")
		.nth(1)?
		.trim_matches(|c: char| !c.is_ascii_digit())
		.parse()
		.ok()
}

/// What somebody who is refused for this reason can do.
fn remedy(reason: &str) -> Option<&'static str> {
	Some(match reason {
		"NotAdmitted" => "have a registrar link the account: `assay identity show ACCOUNT`",
		"IdentitySuspended" => {
			"ask the council to reinstate the identity; redeeming stays possible"
		},
		"IdentitySanctioned" => {
			"no call is open to this identity until the council lifts the sanction"
		},
		"CallNotOffered" => {
			"`assay brake status` tells whether it is paused; if not, the chain does not offer it"
		},
		"TooManyCarried" => "send fewer calls in one transaction, in fewer names",
		"UnknownAsset" => "check the asset with `assay asset list`",
		"AssetStatus" => {
			"check the status with `assay asset show`; a suspended asset can be redeemed"
		},
		"PolicyMissing" => "have the compliance officer set one: `assay policy apply ASSET FILE.toml`",
		"MovementPaused" => "wait until it is resumed; `assay policy show` says what is paused",
		"AmountZero" => "move at least one smallest unit",
		"FreeUnits" => "move less; `assay position show` shows what is free, held and frozen",
		"Allowance" => "have the holder approve a higher amount",
		"Overflow" => "try a smaller amount",
		"KeepAlive" => "leave at least one unit, or use a plain transfer",
		"HeldUnits" => "end what holds the units first: `assay redeem queue`",
		"SenderUnknown" | "ReceiverUnknown" | "SpenderUnknown" => {
			"have a registrar link the account to an identity"
		},
		"SenderSuspended" | "ReceiverSuspended" | "SpenderSuspended" => {
			"the identity must be reinstated by the council first"
		},
		"SenderSanctioned" | "ReceiverSanctioned" | "SpenderSanctioned" => {
			"no movement is possible while the sanction stands"
		},
		"SenderFrozen" | "ReceiverFrozen" => {
			"ask the compliance officer, who alone can lift the freeze"
		},
		"SenderClaim" | "ReceiverClaim" => {
			"have an issuer that the asset trusts issue or renew the claim: \
			 `assay policy explain ASSET FROM TO AMOUNT` names its topic"
		},
		"SenderJurisdiction" | "ReceiverJurisdiction" => {
			"the policy does not allow this country: `assay policy show`"
		},
		"ReceiverCategory" => {
			"the policy does not allow this kind of investor: `assay policy show`"
		},
		"SenderDenied" | "ReceiverDenied" => {
			"ask the compliance officer, who keeps the asset's denylist"
		},
		"MaxBalance" => "send less, or to another holder",
		"MaxHolders" => "send to somebody who holds the asset already",
		"LockUp" => "wait for the end of the lock-up: `assay policy show` says when",
		"SenderLocked" | "ReceiverLocked" => {
			"anybody can count its positions under the new country: `assay position reseat IDENTITY`"
		},
		"SenderReplaced" => {
			"send from the new account; a wrong replacement is objected to with the old account: \
			 `assay identity replace object`"
		},
		"SpenderReplaced" => {
			"spend from the new account, for which the holder must approve an amount; a wrong \
			 replacement is objected to with the old account: `assay identity replace object`"
		},
		"SenderUnderDocket" => {
			"`assay docket mine` shows the case; answer it with `assay docket answer`"
		},
		"MaxHoldersPerCountry" => "send to somebody who holds the asset already",
		"HoldingPeriod" => "wait until the units have been held for the period, or send fewer",
		"TransferWindow" => "try again when transfers are open: `assay policy show` says when",
		"VolumePerPeriod" => "send less, or wait for the next period: `assay policy show`",
		"MinimumAmount" => "send more, all of it, or so that enough is left: `assay policy show`",
		"FullBalanceOnly" => "send the whole position at once",
		"NotPreApproved" => {
			"have a compliance officer approve it: `assay policy approve-transfer`"
		},
		"Counterparty" => "send to somebody whom the policy names: `assay policy show`",
		"SupplyCap" => "mint less; `assay policy show` says how many units there may be",
		"ReceiverOptIn" => "have the receiver agree first: `assay policy opt-in`",
		_ => return None,
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	fn metadata() -> Metadata {
		Metadata::decode_from(crate::api::METADATA).unwrap()
	}

	fn user_error(code: i32, data: &str) -> UserError {
		serde_json::from_value(
			serde_json::json!({ "code": code, "message": "Invalid Transaction", "data": data }),
		)
		.unwrap()
	}

	#[test]
	fn every_reason_has_a_meaning_and_a_remedy() {
		let metadata = metadata();
		let all = reasons(&metadata).unwrap();
		assert!(all.len() >= 35);
		for variant in all {
			let failure = reason(variant.index, &metadata).unwrap();
			assert!(!failure.what.is_empty(), "{}", variant.name);
			assert!(failure.next.is_some(), "{} has no remedy", variant.name);
		}
		assert_eq!(reason(0, &metadata), None);
	}

	#[test]
	fn pool_codes_are_reasons() {
		let failure = pool(&user_error(1010, "Custom error: 41"), &metadata());
		assert_eq!(failure.exit_code(), 1);
		assert_eq!(failure.name.as_deref(), Some("ReceiverClaim"));
		assert!(pool(&user_error(1010, "Custom error: 255"), &metadata())
			.what
			.contains("255"));
	}

	#[test]
	fn fails_when_fees_cannot_be_paid() {
		let data = "Inability to pay some fees (e.g. account balance too low)";
		let failure = pool(&user_error(1010, data), &metadata());
		assert_eq!(failure.what, "the account has too few ASY to pay the fee");
		assert_eq!(failure.exit_code(), 1);
	}

	/// Every command that a remedy names is one, with all the arguments that it needs or with none.
	#[test]
	fn remedies_name_commands_that_are_there() {
		use clap::CommandFactory;
		let source = include_str!("refusal.rs").replace("\\\n\t\t\t ", "");
		let source = source.split("mod tests").next().unwrap();
		let mut seen = 0;
		for line in source.split('`').skip(1).step_by(2) {
			let Some(words) = line.strip_prefix("assay ") else {
				continue;
			};
			seen += 1;
			let mut command = crate::cli::Cli::command();
			let mut arguments = 0;
			for word in words.split(' ') {
				if command.has_subcommands() {
					let found = command.find_subcommand(word);
					command = found
						.unwrap_or_else(|| panic!("`{line}`: no {word}"))
						.clone();
				} else {
					arguments += 1;
				}
			}
			assert!(!command.has_subcommands(), "`{line}` says too little");
			let needed = command.get_positionals().filter(|it| it.is_required_set());
			let needed = needed.count();
			assert!(arguments == 0 || arguments >= needed, "`{line}`: {needed}");
		}
		assert!(seen > 15, "{seen}");
	}

	#[test]
	fn documentation_splits_into_what_and_next() {
		let docs = ["The lot is gone. Look for", "another one."].map(String::from);
		let failure = documented("Custody::Gone", &docs);
		assert_eq!(failure.what, "the lot is gone");
		assert_eq!(failure.next.as_deref(), Some("look for another one"));
		assert_eq!(lower_first("ASY is missing"), "ASY is missing");
	}
}

//! Why a transfer is refused: every reason with its figures, the rule behind it, and what to do.

use super::rule::from_chain;
use crate::{
	api::{
		self,
		runtime_types::{
			assay_primitives::identity::ClaimTopic,
			pallet_compliance::{
				policies::{ListMode, Rule, Side},
				types::Refusal,
			},
			pallet_identities::types::ClaimState,
		},
	},
	context::{AssetInfo, Context},
	errors::Outcome,
	input::{investors::Category, policy::Topic},
	moment,
	output::Answer,
	refusal,
};
use clap::Args;
use serde_json::{json, Value};
use subxt::utils::AccountId32;

/// Which transfer
#[derive(Debug, Args)]
pub struct Explain {
	/// Ticker or number
	asset: String,
	/// Sender
	from: String,
	/// Receiver
	to: String,
	/// Tokens, as a decimal
	amount: String,
	/// Who spends by approval
	#[arg(long)]
	spender: Option<String>,
}

/// What is known of one side of the transfer.
struct Party {
	identity: u32,
	country: u16,
	category: Category,
	claims: Vec<ClaimState>,
}

/// What the rules are held against.
struct Facts {
	sender: Option<Party>,
	receiver: Option<Party>,
	now: u64,
}

/// What a figure of a reason counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Figure {
	/// The reason has none.
	Nothing,
	/// Smallest units of the asset.
	Units,
	/// Smallest units of the asset, or none when it is zero.
	AnyUnits,
	/// Identities.
	Identities,
	/// A point in time, in ms.
	Moment,
}

/// What limit, current figure and asked figure of a reason count.
fn figures(reason: &str) -> [Figure; 3] {
	use Figure::*;
	match reason {
		"FreeUnits" | "Allowance" | "Overflow" | "KeepAlive" | "HeldUnits" | "MaxBalance"
		| "HoldingPeriod" | "VolumePerPeriod" | "FullBalanceOnly" | "SupplyCap" => [Units, Units, Units],
		"MinimumAmount" => [Units, AnyUnits, Units],
		"NotPreApproved" | "AmountZero" => [Units, Nothing, Units],
		"MaxHolders" | "MaxHoldersPerCountry" => [Identities, Identities, Identities],
		"LockUp" | "SenderUnderDocket" => [Moment, Moment, AnyUnits],
		"TransferWindow" => [Nothing, Moment, AnyUnits],
		_ => [Nothing, Nothing, AnyUnits],
	}
}

/// Asks the chain's dry run, and finds what is behind its reasons.
pub async fn run(context: &Context, explain: Explain) -> Outcome {
	let asset = context.asset(&explain.asset).await?;
	let amount = asset.parse(&explain.amount)?;
	let from = context.account(&explain.from)?;
	let to = context.account(&explain.to)?;
	let spender = match &explain.spender {
		Some(spender) => Some(context.account(spender)?),
		None => None,
	};
	let chain = context.chain().await?;
	let views = api::view_functions();
	let question = views
		.compliance()
		.can_transfer(asset.id, from, to, amount, spender);
	let refusals = chain.ask(question).await?.0;
	let rows = match refusals.is_empty() {
		true => Vec::new(),
		false => {
			let policy = chain.ask(views.compliance().policy(asset.id)).await?;
			let rules = policy.map(|rules| rules.0).unwrap_or_default();
			let facts = Facts {
				sender: party(context, from).await?,
				receiver: party(context, to).await?,
				now: chain.now().await?,
			};
			rows(context, &asset, &refusals, &rules, &facts).await?
		},
	};
	let columns = [
		"reason", "meaning", "limit", "current", "asked", "rule", "next",
	];
	let answer = Answer::new()
		.fact("allowed", rows.is_empty())
		.with_list("reasons", &columns, rows);
	context.print(answer);
	Ok(())
}

async fn party(context: &Context, account: AccountId32) -> Outcome<Option<Party>> {
	let Some(identity) = context.identity_of(account).await? else {
		return Ok(None);
	};
	let chain = context.chain().await?;
	let views = api::view_functions();
	let record = chain.ask(views.identities().identity(identity)).await?;
	let claims = chain.ask(views.identities().claims(identity)).await?;
	Ok(record.map(|record| Party {
		identity,
		country: record.profile.jurisdiction,
		category: (&record.profile.category).into(),
		claims,
	}))
}

async fn rows(
	context: &Context,
	asset: &AssetInfo,
	refusals: &[Refusal],
	rules: &[Rule],
	facts: &Facts,
) -> Outcome<Vec<Vec<Value>>> {
	let at = context.chain().await?.best().await?;
	let written = from_chain(rules, asset.decimals).rules;
	let behind = behind(refusals, rules, facts);
	let rows = refusals.iter().zip(behind).map(|(it, behind)| {
		let name = format!("{:?}", it.reason);
		let known = refusal::reason_by_name(&name, at.metadata_ref());
		let [limit, current, asked] = figures(&name);
		let rule = behind.and_then(|(place, what)| {
			let rule = written.get(place)?;
			let what = what.unwrap_or_else(|| rule.describe());
			Some(format!("{}, {}: {what}", place + 1, rule.kind()))
		});
		let next = known.as_ref().and_then(|failure| failure.next.clone());
		vec![
			json!(name),
			json!(known.map(|failure| failure.what)),
			figure(asset, limit, it.limit),
			figure(asset, current, it.current),
			figure(asset, asked, it.asked),
			json!(rule),
			json!(advice(asset, &name, it, next)),
		]
	});
	Ok(rows.collect())
}

fn figure(asset: &AssetInfo, figure: Figure, value: u128) -> Value {
	match figure {
		Figure::Nothing => Value::Null,
		Figure::AnyUnits if value == 0 => Value::Null,
		Figure::Units | Figure::AnyUnits => json!(asset.tokens(value)),
		Figure::Identities => json!(value.to_string()),
		Figure::Moment => json!(moment::format(u64::try_from(value).unwrap_or(u64::MAX))),
	}
}

/// What to do, and how much would go through as far as this reason is concerned.
fn advice(
	asset: &AssetInfo,
	reason: &str,
	refusal: &Refusal,
	next: Option<String>,
) -> Option<String> {
	match room(reason, refusal) {
		Some(units) if units > 0 => {
			let most = format!("at most {} now", asset.tokens(units));
			Some(next.map_or(most.clone(), |next| format!("{most}; or {next}")))
		},
		_ => next,
	}
}

/// Units that this reason leaves room for.
fn room(reason: &str, refusal: &Refusal) -> Option<u128> {
	match reason {
		"FreeUnits" | "Allowance" | "HoldingPeriod" | "NotPreApproved" | "HeldUnits"
		| "KeepAlive" => Some(refusal.limit),
		"MaxBalance" | "VolumePerPeriod" => refusal.limit.checked_sub(refusal.current),
		_ => None,
	}
}

/// The rule behind each reason by its place, and what exactly fails, where that can be told.
fn behind(
	refusals: &[Refusal],
	rules: &[Rule],
	facts: &Facts,
) -> Vec<Option<(usize, Option<String>)>> {
	let mut used: Vec<(String, usize)> = Vec::new();
	let mut found = Vec::new();
	for refusal in refusals {
		let reason = format!("{:?}", refusal.reason);
		let candidates = rules.iter().enumerate().filter(|(place, _)| {
			!used
				.iter()
				.any(|(name, known)| *name == reason && known == place)
		});
		let rule = candidates
			.filter_map(|(place, rule)| Some((place, fault(rule, &reason, refusal, facts)?)))
			.next();
		if let Some((place, _)) = rule {
			used.push((reason, place));
		}
		found.push(rule.map(|(place, what)| (place, what.filter(|what| !what.is_empty()))));
	}
	found
}

/// Whether the rule is behind the reason, and what exactly fails where that says more than the rule.
fn fault(rule: &Rule, reason: &str, refusal: &Refusal, facts: &Facts) -> Option<Option<String>> {
	let of_sender = reason.starts_with("Sender");
	let party = if of_sender {
		facts.sender.as_ref()
	} else {
		facts.receiver.as_ref()
	};
	let is = |matches: bool| matches.then_some(None);
	match (reason, rule) {
		(
			"SenderClaim" | "ReceiverClaim",
			Rule::RequiredClaim {
				side,
				topic,
				issuers,
			},
		) if asks(side, of_sender) => claim_fault(party?, topic, &issuers.0, facts.now).map(Some),
		(
			"SenderJurisdiction" | "ReceiverJurisdiction",
			Rule::Jurisdictions { side, mode, list },
		) if asks(side, of_sender) => {
			let country = party?.country;
			let listed = list.0.contains(&country);
			let allowed = matches!(mode, ListMode::Allow) == listed;
			(!allowed).then(|| Some(format!("{country} is not allowed")))
		},
		("ReceiverCategory", Rule::ReceiverCategory { allowed }) => {
			let category = party?.category;
			let fits = allowed.0.iter().any(|it| Category::from(it) == category);
			(!fits).then(|| Some(format!("{category:?} is not allowed").to_lowercase()))
		},
		("SenderDenied" | "ReceiverDenied", Rule::Denylist { identities }) => {
			let identity = party?.identity;
			let listed = identities.0.contains(&identity);
			listed.then(|| Some(format!("{identity} is listed")))
		},
		("MaxBalance", Rule::MaxBalance { units }) => is(*units == refusal.limit),
		("MaxBalance", Rule::MaxBalanceBps { .. }) => is(true),
		("MaxHolders", Rule::MaxHolders { max }) => is(u128::from(*max) == refusal.limit),
		("MaxHoldersPerCountry", Rule::MaxHoldersPerCountry { country, max }) => {
			let here = party?.country;
			is(u128::from(*max) == refusal.limit && country.is_none_or(|it| it == here))
		},
		("LockUp", Rule::LockUp { until }) => is(u128::from(*until) == refusal.limit),
		("VolumePerPeriod", Rule::VolumePerPeriod { units, .. })
		| ("SupplyCap", Rule::SupplyCap { units }) => is(*units == refusal.limit),
		("MinimumAmount", Rule::MinimumAmount { units }) => {
			is(*units == refusal.limit && refusal.current == 0)
		},
		("MinimumAmount", Rule::MinimumPosition { units }) => {
			is(*units == refusal.limit && refusal.current > 0)
		},
		("HoldingPeriod", Rule::HoldingPeriod { .. })
		| ("TransferWindow", Rule::TransferWindows { .. })
		| ("FullBalanceOnly", Rule::FullBalanceOnly)
		| ("NotPreApproved", Rule::PreApproval)
		| ("Counterparty", Rule::Counterparties { .. })
		| ("ReceiverOptIn", Rule::ReceiverOptIn) => is(true),
		_ => None,
	}
}

fn asks(side: &Side, of_sender: bool) -> bool {
	match side {
		Side::Both => true,
		Side::Sender => of_sender,
		Side::Receiver => !of_sender,
	}
}

/// What is wrong with the party's claims on a topic; `None` when one of them holds.
fn claim_fault(party: &Party, topic: &ClaimTopic, issuers: &[u32], now: u64) -> Option<String> {
	let topic = Topic::from(topic);
	let accepted = |issuer: u32| issuers.is_empty() || issuers.contains(&issuer);
	let about: Vec<&ClaimState> = party
		.claims
		.iter()
		.filter(|state| Topic::from(&state.claim.topic) == topic)
		.collect();
	if about
		.iter()
		.any(|state| state.holds && accepted(state.claim.issuer))
	{
		return None;
	}
	let identity = party.identity;
	let Some(last) = about.iter().max_by_key(|state| state.claim.valid_until) else {
		return Some(format!("nobody vouches for {topic} of {identity}"));
	};
	let (issuer, until) = (last.claim.issuer, last.claim.valid_until);
	Some(if !accepted(issuer) {
		format!("{issuer} vouches for {topic} of {identity}, and the rule does not accept it")
	} else if until < now {
		format!("{topic} of {identity} expired at {}", moment::format(until))
	} else {
		format!("{issuer} is not approved for {topic} any more")
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		api::runtime_types::assay_primitives::{identity::Claim, reason::ReasonCode},
		convert::bounded,
	};

	fn refusal(reason: ReasonCode, limit: u128, current: u128) -> Refusal {
		Refusal {
			reason,
			limit,
			current,
			asked: 1,
		}
	}

	fn claim(topic: ClaimTopic, issuer: u32, valid_until: u64, holds: bool) -> ClaimState {
		ClaimState {
			claim: Claim {
				topic,
				issuer,
				valid_until,
				data_hash: Default::default(),
			},
			holds,
		}
	}

	fn facts(claims: Vec<ClaimState>) -> Facts {
		Facts {
			sender: None,
			receiver: Some(Party {
				identity: 4,
				country: 840,
				category: Category::Retail,
				claims,
			}),
			now: 100,
		}
	}

	fn required(topic: ClaimTopic, issuers: &[u32]) -> Rule {
		Rule::RequiredClaim {
			side: Side::Both,
			topic,
			issuers: bounded(issuers.iter().copied()),
		}
	}

	#[test]
	fn the_topic_that_fails_is_named() {
		let rules = [
			required(ClaimTopic::Kyc, &[]),
			required(ClaimTopic::Aml, &[]),
		];
		let facts = facts(vec![
			claim(ClaimTopic::Kyc, 1, 200, true),
			claim(ClaimTopic::Aml, 1, 99, false),
		]);
		let found = behind(&[refusal(ReasonCode::ReceiverClaim, 0, 0)], &rules, &facts);
		let (place, what) = found[0].clone().unwrap();
		assert_eq!(place, 1);
		assert_eq!(what.unwrap(), "aml of 4 expired at 1970-01-01T00:00:00Z");
	}

	#[test]
	fn each_reason_has_a_rule_of_its_own() {
		let rules = [
			required(ClaimTopic::Kyc, &[]),
			required(ClaimTopic::Aml, &[9]),
		];
		let facts = facts(vec![claim(ClaimTopic::Aml, 1, 200, true)]);
		let both = [
			refusal(ReasonCode::ReceiverClaim, 0, 0),
			refusal(ReasonCode::ReceiverClaim, 0, 0),
		];
		let found = behind(&both, &rules, &facts);
		let texts: Vec<String> = found
			.into_iter()
			.map(|found| found.unwrap().1.unwrap())
			.collect();
		assert_eq!(
			texts,
			[
				"nobody vouches for kyc of 4",
				"1 vouches for aml of 4, and the rule does not accept it"
			]
		);
	}

	#[test]
	fn rules_are_found_by_their_figures() {
		let rules = [
			Rule::MinimumPosition { units: 5 },
			Rule::MinimumAmount { units: 5 },
			Rule::MaxHoldersPerCountry {
				country: Some(756),
				max: 3,
			},
			Rule::MaxHoldersPerCountry {
				country: None,
				max: 3,
			},
		];
		let refusals = [
			refusal(ReasonCode::MinimumAmount, 5, 0),
			refusal(ReasonCode::MinimumAmount, 5, 2),
			refusal(ReasonCode::MaxHoldersPerCountry, 3, 3),
			refusal(ReasonCode::LockUp, 7, 1),
		];
		let places: Vec<Option<usize>> = behind(&refusals, &rules, &facts(Vec::new()))
			.into_iter()
			.map(|found| found.map(|(place, _)| place))
			.collect();
		assert_eq!(places, [Some(1), Some(0), Some(3), None]);
	}

	#[test]
	fn room_is_what_a_reason_leaves() {
		assert_eq!(
			room("MaxBalance", &refusal(ReasonCode::MaxBalance, 10, 4)),
			Some(6)
		);
		assert_eq!(
			room("HoldingPeriod", &refusal(ReasonCode::HoldingPeriod, 3, 10)),
			Some(3)
		);
		assert_eq!(room("LockUp", &refusal(ReasonCode::LockUp, 3, 1)), None);
	}

	#[test]
	fn figures_are_of_known_reasons() {
		let metadata = subxt::Metadata::decode_from(crate::api::METADATA).unwrap();
		let known = refusal::reasons(&metadata).unwrap();
		let with_figures = known
			.iter()
			.filter(|reason| figures(&reason.name)[0] != Figure::Nothing)
			.count();
		// Each reason that is named in `figures` with a limit exists on the chain.
		assert_eq!(with_figures, 17);
	}
}

//! Which claims that the rules ask of holders run out, and when.

use crate::{
	api::{
		self,
		runtime_types::{
			pallet_compliance::policies::{Rule, Side},
			pallet_identities::types::ClaimState,
		},
	},
	context::{AssetInfo, Context},
	errors::{Failure, Outcome},
	input::policy::Topic,
	moment,
	output::{progress, Answer},
};
use serde_json::json;

/// What one rule asks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
	side: &'static str,
	topic: Topic,
	issuers: Vec<u32>,
}

/// When a holder's claim ends, and who vouches.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Renewal {
	identity: u32,
	side: &'static str,
	topic: Topic,
	/// Last moment at which it holds; `None` when nothing holds now.
	until: Option<u64>,
	issuer: Option<u32>,
}

/// Lists what ends within a span from now, soonest first.
pub async fn run(context: &Context, asset: &AssetInfo, within: &str) -> Outcome {
	let span = moment::parse_span(within)?;
	let chain = context.chain().await?;
	let views = api::view_functions();
	let now = chain.now().await?;
	let policy = chain.ask(views.compliance().policy(asset.id)).await?;
	let policy = policy.ok_or_else(|| {
		Failure::refused(format!("{} has no policy", asset.symbol))
			.named("PolicyMissing")
			.next("have the compliance officer set one: `assay policy apply`")
	})?;
	let asked = asked(&policy.0);
	let positions = chain
		.entries(api::storage().compliance().positions(), (asset.id,))
		.await?;
	let holders: Vec<u32> = positions
		.iter()
		.filter(|(_, position)| position.total > 0)
		.map(|((_, identity), _)| *identity)
		.collect();
	let bar = progress("holders", holders.len() as u64);
	let mut due = Vec::new();
	for identity in &holders {
		let claims = chain.ask(views.identities().claims(*identity)).await?;
		let last = now.saturating_add(span);
		due.extend(renewals(*identity, &asked, &claims).filter(|it| it.is_due(last)));
		bar.inc(1);
	}
	bar.finish_and_clear();
	due.sort_by_key(|renewal| (renewal.until, renewal.identity));
	let rows = due.iter().map(|it| {
		vec![
			json!(it.until.map_or("nothing holds now".into(), moment::format)),
			json!(it.until.map(|until| until.saturating_sub(now) / 86_400_000)),
			json!(it.identity),
			json!(it.topic.to_string()),
			json!(it.side),
			json!(it.issuer),
		]
	});
	let columns = [
		"ends",
		"days left",
		"identity",
		"topic",
		"asked of",
		"issuer",
	];
	context.print(
		Answer::new()
			.fact("asset", asset.symbol.as_str())
			.fact("holders", holders.len())
			.fact("within", within)
			.with_list("renewals", &columns, rows.collect()),
	);
	Ok(())
}

/// What the rules ask, each thing once.
fn asked(rules: &[Rule]) -> Vec<Asked> {
	let mut all: Vec<Asked> = Vec::new();
	for rule in rules {
		if let Rule::RequiredClaim {
			side,
			topic,
			issuers,
		} = rule
		{
			let one = Asked {
				side: match side {
					Side::Sender => "sender",
					Side::Receiver => "receiver",
					Side::Both => "both",
				},
				topic: topic.into(),
				issuers: issuers.0.clone(),
			};
			if !all.contains(&one) {
				all.push(one);
			}
		}
	}
	all
}

/// For each thing asked, the claim that holds longest: one is enough.
fn renewals<'a>(
	identity: u32,
	asked: &'a [Asked],
	claims: &'a [ClaimState],
) -> impl Iterator<Item = Renewal> + 'a {
	asked.iter().map(move |asked| {
		let longest = claims
			.iter()
			.filter(|state| state.holds && Topic::from(&state.claim.topic) == asked.topic)
			.map(|state| &state.claim)
			.filter(|claim| asked.issuers.is_empty() || asked.issuers.contains(&claim.issuer))
			.max_by_key(|claim| claim.valid_until);
		Renewal {
			identity,
			side: asked.side,
			topic: asked.topic,
			until: longest.map(|claim| claim.valid_until),
			issuer: longest.map(|claim| claim.issuer),
		}
	})
}

impl Renewal {
	fn is_due(&self, last: u64) -> bool {
		self.until.is_none_or(|until| until <= last)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		api::runtime_types::assay_primitives::identity::{Claim, ClaimTopic},
		convert::bounded,
	};

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

	#[test]
	fn the_claim_that_holds_longest_counts() {
		let rule = |topic, issuers: &[u32]| Rule::RequiredClaim {
			side: Side::Both,
			topic,
			issuers: bounded(issuers.iter().copied()),
		};
		let asked = asked(&[
			rule(ClaimTopic::Kyc, &[]),
			rule(ClaimTopic::Kyc, &[]),
			rule(ClaimTopic::Aml, &[2]),
		]);
		assert_eq!(asked.len(), 2);
		let claims = [
			claim(ClaimTopic::Kyc, 1, 50, true),
			claim(ClaimTopic::Kyc, 2, 80, true),
			claim(ClaimTopic::Kyc, 3, 99, false),
			claim(ClaimTopic::Aml, 1, 70, true),
		];
		let found: Vec<Renewal> = renewals(4, &asked, &claims).collect();
		assert_eq!((found[0].until, found[0].issuer), (Some(80), Some(2)));
		assert_eq!((found[1].until, found[1].issuer), (None, None));
		assert!(found[0].is_due(80));
		assert!(!found[0].is_due(79));
		assert!(found[1].is_due(0));
	}
}

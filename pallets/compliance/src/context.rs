//! Reads what a decision rests on, and no more.
//!
//! A transfer of free units between accounts that both hold the asset, of two identities, under
//! rules of every kind but a pre-approval, reads ten keys: the ledger's asset, both accounts and
//! the sender's holds; the controls; both profiles; the approved issuers; both positions. A new
//! receiver adds its link and the counters that change; a pre-approval adds itself; a rule that spares
//! the issuer adds the asset's summary where it would refuse anybody else.

use crate::{
	effects::Effects,
	evaluate::{evaluate, Context, LedgerFigures, Party},
	pallet::{Config, Controls, Error, Holders, Pallet, Positions, TransferApprovals},
	policies::Rule,
	types::{Amount, Refusal, Refusals, Request},
};
use assay_primitives::{
	AssetId, Balance, CountryCounts, IdentityProfile, Movement, ReasonCode, TrustedIssuers,
};
use assay_traits::{AccountReplacement, AssetInspect, IdentityInspect, Seats};
use polkadot_sdk::{
	frame_support::traits::{fungibles::InspectHold, Time},
	pallet_assets, pallet_assets_holder,
};

/// Leave to move: what was seen, and what changes.
pub(crate) struct Decision<AccountId> {
	/// What the decision rests on.
	pub context: Context<AccountId>,
	/// What the movement changes in our books.
	pub effects: Effects<AccountId>,
}

impl<T: Config> Pallet<T> {
	/// Every reason against the movement on the state as it is; none when it would succeed.
	pub(crate) fn refusals(request: Request<T::AccountId>) -> Refusals {
		evaluate(&Self::load(request)).0
	}

	/// Decides on the state as it is; otherwise gives the amount that was meant and the first reason.
	pub(crate) fn decide(
		request: Request<T::AccountId>,
	) -> Result<Decision<T::AccountId>, (Balance, Refusal)> {
		let context = Self::load(request);
		let (refusals, effects) = evaluate(&context);
		match (refusals.first(), effects) {
			(None, Some(effects)) => Ok(Decision { context, effects }),
			(first, _) => {
				let unexplained = Refusal {
					reason: ReasonCode::Overflow,
					limit: 0,
					current: 0,
					asked: 0,
				};
				let refusal = first.copied().unwrap_or(unexplained);
				Err((context.amount, refusal))
			},
		}
	}

	/// As [`decide`](Self::decide), with the reason as the error of a call.
	pub(crate) fn decide_or_refuse(
		request: Request<T::AccountId>,
	) -> Result<Decision<T::AccountId>, Error<T>> {
		Self::decide(request).map_err(|(_, refusal)| Error::<T>::Refused(refusal.reason))
	}

	/// Reads what the movement needs.
	pub(crate) fn load(request: Request<T::AccountId>) -> Context<T::AccountId> {
		let Request {
			asset,
			movement,
			from,
			to,
			spender,
			amount,
			keep_alive,
			source,
		} = request;
		let has_sender = movement != Movement::Mint;
		let has_receiver = !matches!(movement, Movement::Hold | Movement::Redemption);
		let from = from.filter(|_| has_sender);
		let to = to.filter(|_| has_receiver);
		let controls = Controls::<T>::get(asset);
		let allowance = match (&from, &spender) {
			(Some(owner), Some(delegate)) => Self::allowance(asset, owner, delegate),
			_ => 0,
		};
		let now = T::Time::now();
		let spender = spender.map(|who| {
			let identity = T::Identities::identity_of(&who);
			(who, identity.and_then(T::Identities::profile))
		});
		let spender_replaced = spender
			.as_ref()
			.is_some_and(|(who, profile)| Self::is_replaced(who, profile.as_ref()));
		let mut context = Context {
			asset,
			movement,
			amount: 0,
			all: amount == Amount::All,
			keep_alive,
			source,
			ledger: Self::ledger_figures(asset),
			sender: from.map(|who| Self::sender(asset, who)),
			receiver: to.map(|who| Self::party(asset, who)),
			spender,
			spender_replaced,
			allowance,
			trusted: TrustedIssuers::new(),
			now,
			issuer: None,
			holders: CountryCounts::default(),
			approval: None,
			controls,
		};
		context.amount = match amount {
			Amount::Exactly(amount) => amount,
			Amount::All => context.most(),
		};
		Self::load_counters(&mut context);
		Self::load_for_rules(&mut context);
		context
	}

	fn load_for_rules(context: &mut Context<T::AccountId>) {
		let Some(policy) = context.policy() else {
			return;
		};
		let binding = || policy.iter().filter(|rule| rule.binds(context.movement));
		let needs_issuers = binding().any(Rule::needs_issuers);
		let needs_approval =
			!context.same_identity() && binding().any(|rule| matches!(rule, Rule::PreApproval));
		let needs_issuer = binding().filter(|rule| rule.spares_issuer()).any(|rule| {
			let mut refusals = Refusals::new();
			rule.evaluate(context, &mut refusals);
			!refusals.is_empty()
		});
		if needs_issuers {
			context.trusted = T::Identities::trusted_issuers();
		}
		if needs_issuer {
			context.issuer = T::Assets::summary(context.asset).map(|summary| summary.issuer);
		}
		let identity = |party: &Option<Party<_>>| party.as_ref().and_then(|party| party.identity);
		let pair = identity(&context.sender).zip(identity(&context.receiver));
		if let Some((from, to)) = pair.filter(|_| needs_approval) {
			context.approval = TransferApprovals::<T>::get((context.asset, from, to));
		}
	}

	/// Counters are read when they are about to change, and not before.
	fn load_counters(context: &mut Context<T::AccountId>) {
		let (begins, ends) = (context.position_begins(), context.position_ends());
		if begins || ends {
			context.holders = Holders::<T>::get(context.asset);
		}
		let sides = [(&mut context.sender, ends), (&mut context.receiver, begins)];
		for (party, changes) in sides {
			let Some(party) = party else { continue };
			if let (true, Some(identity)) = (changes, party.identity) {
				party.positions = T::Seats::positions(identity);
			}
		}
	}

	fn sender(asset: AssetId, who: T::AccountId) -> Party<T::AccountId> {
		let held = pallet_assets_holder::Pallet::<T>::total_balance_on_hold(asset, &who);
		let party = Self::party(asset, who);
		Party {
			held,
			replaced: Self::is_replaced(&party.account, party.profile.as_ref()),
			..party
		}
	}

	/// Asked only where the profile says that an account of the identity is being replaced.
	fn is_replaced(who: &T::AccountId, profile: Option<&IdentityProfile>) -> bool {
		profile.is_some_and(|profile| profile.replacing) && T::Replacements::is_replaced(who)
	}

	/// The link is read only for an account that does not hold the asset yet.
	fn party(asset: AssetId, account: T::AccountId) -> Party<T::AccountId> {
		let entry = pallet_assets::Account::<T>::get(asset, &account);
		let identity = entry
			.as_ref()
			.and_then(|entry| entry.extra.identity)
			.or_else(|| T::Identities::identity_of(&account));
		Party {
			identity,
			profile: identity.and_then(T::Identities::profile),
			position: identity
				.and_then(|identity| Positions::<T>::get(asset, identity))
				.unwrap_or_default(),
			free: entry.as_ref().map_or(0, |entry| entry.balance),
			held: 0,
			exists: entry.is_some(),
			positions: CountryCounts::default(),
			replaced: false,
			account,
		}
	}

	fn ledger_figures(asset: AssetId) -> Option<LedgerFigures> {
		pallet_assets::Asset::<T>::get(asset).map(|details| LedgerFigures {
			supply: details.supply,
			accounts: details.accounts,
			sufficients: details.sufficients,
			live: details.status == pallet_assets::AssetStatus::Live,
		})
	}

	fn allowance(asset: AssetId, owner: &T::AccountId, delegate: &T::AccountId) -> Balance {
		pallet_assets::Approvals::<T>::get((asset, owner, delegate))
			.map_or(0, |approval| approval.amount)
	}
}

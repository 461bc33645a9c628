//! Tests by theme.

mod approvals;
mod checkpoints;
mod controls;
mod counting;
mod dry_run;
mod figures;
mod guard;
mod holds;
mod interventions;
mod invariants;
mod ledger;
mod length;
mod memory;
mod model;
mod nested;
mod reasons;
mod reseating;
mod rules;
mod schedule;
mod table;
mod transfer;

use crate::{mock::*, Error, Refusal, Request, Rule, Side};
use assay_primitives::{AssetId, Balance, ClaimTopic, CountryCounts, Movement, ReasonCode};
use assay_traits::{GuardedHolds, GuardedLedger, Seats, TransferPolicy};
use polkadot_sdk::{pallet_assets, sp_runtime::DispatchError};

type Ledger = Compliance;

fn refused(reason: ReasonCode) -> DispatchError {
	Error::<Test>::Refused(reason).into()
}

fn kyc(side: Side) -> Rule {
	Rule::RequiredClaim {
		side,
		topic: ClaimTopic::Kyc,
		issuers: Default::default(),
	}
}

fn reasons(request: Request<AccountId>) -> Vec<ReasonCode> {
	Compliance::refusals(request)
		.iter()
		.map(|refusal| refusal.reason)
		.collect()
}

fn why(from: AccountId, to: AccountId, amount: Balance) -> Vec<ReasonCode> {
	reasons(Request::transfer(GOLD, from, to, amount))
}

fn check(
	movement: Movement,
	from: Option<AccountId>,
	to: Option<AccountId>,
	amount: Balance,
) -> Result<(), ReasonCode> {
	<Compliance as TransferPolicy<_>>::check(GOLD, movement, from.as_ref(), to.as_ref(), amount)
}

fn hold(who: AccountId, purpose: Purpose, amount: Balance) -> Result<(), DispatchError> {
	<Ledger as GuardedHolds<_>>::hold(GOLD, purpose, &who, amount, false)
}

fn release(who: AccountId, purpose: Purpose, amount: Balance) -> Result<(), DispatchError> {
	<Ledger as GuardedHolds<_>>::release(GOLD, purpose, &who, amount)
}

fn held(who: AccountId, purpose: Purpose) -> Balance {
	<Ledger as GuardedHolds<_>>::held(GOLD, purpose, &who)
}

/// So many, all of the country that everybody of the mock is of.
fn counts(count: u32) -> CountryCounts {
	[(756, count)].into_iter().collect()
}

fn send(from: AccountId, to: AccountId, amount: Balance) -> Result<(), DispatchError> {
	<Ledger as GuardedLedger<_>>::transfer(GOLD, &from, &to, amount)
}

fn assets_transfer(id: AssetId, target: AccountId, amount: Balance) -> RuntimeCall {
	pallet_assets::Call::transfer { id, target, amount }.into()
}

fn our_transfer(to: AccountId, amount: Balance) -> RuntimeCall {
	crate::Call::transfer {
		asset: GOLD,
		to,
		amount,
		reference: None,
	}
	.into()
}

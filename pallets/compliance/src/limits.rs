//! Rules that compare figures: balances, holders, times, volumes.

use crate::{evaluate::Context, policies::Window, rules::refuse, types::Refusals};
use assay_primitives::{Balance, BasisPoints, Jurisdiction, Moment, ReasonCode, BPS};
use polkadot_sdk::sp_core::U256;

pub(crate) fn max_balance<AccountId: Clone + PartialEq>(
	units: Balance,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let Some(receiver) = &context.receiver else {
		return;
	};
	let current = receiver.position.total;
	let after = current.checked_add(context.amount);
	if after.is_none_or(|after| after > units) {
		refuse(
			refusals,
			ReasonCode::MaxBalance,
			units,
			current,
			context.amount,
		);
	}
}

pub(crate) fn max_balance_bps<AccountId: Clone + PartialEq>(
	bps: BasisPoints,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let receiver = context.receiver.as_ref().and_then(|party| party.identity);
	if context.is_issuer(receiver) {
		return;
	}
	// What does not fit leaves no room for anybody.
	let units = context
		.supply_after()
		.and_then(|supply| U256::from(supply).checked_mul(bps.into()))
		.and_then(|share| share.checked_div(BPS.into()))
		.and_then(|share| Balance::try_from(share).ok())
		.unwrap_or(0);
	max_balance(units, context, refusals);
}

pub(crate) fn max_holders<AccountId: Clone + PartialEq>(
	max: u32,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let leaves = context.position_ends();
	let current = context.holders.total();
	let after = current.checked_add(u32::from(!leaves));
	if context.position_begins() && after.is_none_or(|after| after > max) {
		let (limit, current) = (max.into(), current.into());
		refuse(refusals, ReasonCode::MaxHolders, limit, current, 1);
	}
}

pub(crate) fn max_holders_per_country<AccountId: Clone + PartialEq>(
	capped: Option<Jurisdiction>,
	max: u32,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let profile = context.receiver.as_ref().and_then(|party| party.known());
	let Some((_, profile)) = profile.filter(|_| context.position_begins()) else {
		return;
	};
	let country = profile.jurisdiction;
	if capped.is_some_and(|capped| capped != country) {
		return;
	}
	let leaves = context.position_ends()
		&& context
			.sender
			.as_ref()
			.is_some_and(|sender| sender.position.country == country);
	let current = context.holders.of(country);
	let after = current.checked_add(u32::from(!leaves));
	if after.is_none_or(|after| after > max) {
		let (limit, current) = (max.into(), current.into());
		refuse(
			refusals,
			ReasonCode::MaxHoldersPerCountry,
			limit,
			current,
			1,
		);
	}
}

pub(crate) fn lock_up<AccountId: Clone + PartialEq>(
	until: Moment,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let sender = context.sender.as_ref().and_then(|party| party.identity);
	if context.now < until && !context.is_issuer(sender) {
		refuse(
			refusals,
			ReasonCode::LockUp,
			until.into(),
			context.now.into(),
			context.amount,
		);
	}
}

/// Its limit is what may go now, and its current figure what is held in all.
pub(crate) fn holding_period<AccountId: Clone + PartialEq>(
	period: Moment,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let Some(sender) = &context.sender else {
		return;
	};
	let position = &sender.position;
	let locked = position.receipts.locked(context.now, period);
	let may_go = position.total.checked_sub(locked).unwrap_or(0);
	if locked > 0 && context.amount > may_go && !context.is_issuer(sender.identity) {
		refuse(
			refusals,
			ReasonCode::HoldingPeriod,
			may_go,
			position.total,
			context.amount,
		);
	}
}

pub(crate) fn transfer_windows<AccountId: Clone + PartialEq>(
	windows: &[Window],
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	if !windows.iter().any(|window| window.is_open(context.now)) {
		refuse(
			refusals,
			ReasonCode::TransferWindow,
			0,
			context.now.into(),
			context.amount,
		);
	}
}

pub(crate) fn volume_per_period<AccountId: Clone + PartialEq>(
	units: Balance,
	period: Moment,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let Some(sender) = &context.sender else {
		return;
	};
	let given = sender.position.volumes.given(context.now, period);
	let after = given.checked_add(context.amount);
	if after.is_none_or(|after| after > units) {
		refuse(
			refusals,
			ReasonCode::VolumePerPeriod,
			units,
			given,
			context.amount,
		);
	}
}

pub(crate) fn minimum_amount<AccountId: Clone + PartialEq>(
	units: Balance,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	if context.amount < units && !context.position_ends() {
		refuse(
			refusals,
			ReasonCode::MinimumAmount,
			units,
			0,
			context.amount,
		);
	}
}

/// Its current figure is what the position would be.
pub(crate) fn minimum_position<AccountId: Clone + PartialEq>(
	units: Balance,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let amount = context.amount;
	let left = context
		.sender
		.as_ref()
		.and_then(|sender| sender.position.total.checked_sub(amount));
	let got = context
		.receiver
		.as_ref()
		.and_then(|receiver| receiver.position.total.checked_add(amount));
	for after in [left.filter(|left| *left > 0), got].into_iter().flatten() {
		if after < units {
			refuse(refusals, ReasonCode::MinimumAmount, units, after, amount);
		}
	}
}

pub(crate) fn full_balance_only<AccountId: Clone + PartialEq>(
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let Some(sender) = context
		.sender
		.as_ref()
		.filter(|party| party.identity.is_some())
	else {
		return;
	};
	let total = sender.position.total;
	if context.amount != total && !context.is_issuer(sender.identity) {
		refuse(
			refusals,
			ReasonCode::FullBalanceOnly,
			total,
			total,
			context.amount,
		);
	}
}

pub(crate) fn supply_cap<AccountId: Clone + PartialEq>(
	units: Balance,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	if context.supply_after().is_none_or(|after| after > units) {
		let supply = context.ledger.map_or(0, |ledger| ledger.supply);
		refuse(
			refusals,
			ReasonCode::SupplyCap,
			units,
			supply,
			context.amount,
		);
	}
}

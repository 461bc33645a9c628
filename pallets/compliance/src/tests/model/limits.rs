//! The rules that count, in plain words.

use crate::{mock::*, Rule};
use assay_primitives::{Balance, IdentityId, Moment};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// So short that each millisecond is a part of its own: what is locked is exact.
const HOLDING_PERIOD: Moment = 15;
const VOLUME_PERIOD: Moment = 20;

/// Figures of a policy; `None` where there is no such rule.
#[derive(Clone, Debug, Default)]
pub struct Limits {
	pub max_balance: Option<Balance>,
	pub max_holders: Option<u32>,
	pub minimum_amount: Option<Balance>,
	pub minimum_position: Option<Balance>,
	pub supply: Option<Balance>,
	pub volume: Option<Balance>,
	pub holding: bool,
	pub full_only: bool,
}

impl Limits {
	/// The policy that says so.
	pub fn rules(&self) -> Vec<Rule> {
		let period_ms = HOLDING_PERIOD;
		let holding = self.holding.then_some(Rule::HoldingPeriod { period_ms });
		let volume = self.volume.map(|units| Rule::VolumePerPeriod {
			units,
			period_ms: VOLUME_PERIOD,
		});
		// Everybody is of one country.
		let of_country = self.max_holders.map(|max| Rule::MaxHoldersPerCountry {
			country: Some(756),
			max,
		});
		[
			self.max_balance.map(|units| Rule::MaxBalance { units }),
			self.max_holders.map(|max| Rule::MaxHolders { max }),
			of_country,
			self.minimum_amount
				.map(|units| Rule::MinimumAmount { units }),
			self.minimum_position
				.map(|units| Rule::MinimumPosition { units }),
			self.supply.map(|units| Rule::SupplyCap { units }),
			self.full_only.then_some(Rule::FullBalanceOnly),
			volume,
			holding,
		]
		.into_iter()
		.flatten()
		.collect()
	}

	/// Whether an amount that changes owner fits between what both sides hold before.
	pub fn allow(&self, sender: Option<Balance>, receiver: Balance, amount: Balance) -> bool {
		let rest = sender.map(|sender| sender - amount.min(sender));
		let least = self.minimum_position.unwrap_or(0);
		let max_fits = self.max_balance.is_none_or(|max| receiver + amount <= max);
		let amount_fits =
			self.minimum_amount.is_none_or(|least| amount >= least) || rest == Some(0);
		let full_fits = !self.full_only || rest.is_none_or(|rest| rest == 0);
		max_fits
			&& amount_fits
			&& full_fits
			&& receiver + amount >= least
			&& rest.is_none_or(|rest| rest == 0 || rest >= least)
	}
}

/// What identities have done: every receipt and every gift that counts.
#[derive(Clone, Debug, Default)]
pub struct Past {
	received: BTreeMap<IdentityId, Vec<(Moment, Balance)>>,
	given: BTreeMap<IdentityId, (u64, Balance)>,
}

impl Past {
	/// Whether an identity that holds `total` may give `amount` away by now.
	pub fn allows(
		&self,
		limits: &Limits,
		from: IdentityId,
		total: Balance,
		amount: Balance,
	) -> bool {
		let received = self.received.get(&from).into_iter().flatten();
		let locked: Balance = received
			.filter(|(at, _)| now() < at + HOLDING_PERIOD)
			.map(|(_, units)| units)
			.sum();
		let number = now() / VOLUME_PERIOD;
		let given = self
			.given
			.get(&from)
			.filter(|(window, _)| *window == number);
		let given = given.map_or(0, |(_, units)| *units);
		let free = !limits.holding || locked == 0 || amount <= total.saturating_sub(locked);
		free && limits.volume.is_none_or(|most| given + amount <= most)
	}

	/// An identity, which holds `total` now, has given `amount` to another one.
	pub fn gave(&mut self, limits: &Limits, from: IdentityId, total: Balance, amount: Balance) {
		self.lost(from, total);
		let number = now() / VOLUME_PERIOD;
		if limits.volume.is_none() {
			self.given.remove(&from);
			return;
		}
		let given = self.given.entry(from).or_insert((number, 0));
		if given.0 != number {
			*given = (number, 0);
		}
		given.1 += amount;
	}

	/// An identity holds no more than `total` now: of what it received, the oldest has gone.
	pub fn lost(&mut self, from: IdentityId, total: Balance) {
		let received = self.received.entry(from).or_default();
		while received.iter().map(|(_, units)| units).sum::<Balance>() > total {
			received[0].1 -= 1;
			received.retain(|(_, units)| *units > 0);
		}
	}

	/// An identity has received `amount`.
	pub fn got(&mut self, limits: &Limits, to: IdentityId, amount: Balance) {
		if limits.holding {
			let received = self.received.entry(to).or_default();
			received.retain(|(at, _)| now() < at + HOLDING_PERIOD);
			received.push((now(), amount));
		}
	}
}

fn now() -> Moment {
	use polkadot_sdk::frame_support::traits::Time;
	Clock::now()
}

/// Any policy of these rules, most of them loose.
pub fn limits() -> impl Strategy<Value = Limits> {
	let rarely = |range: std::ops::Range<u128>| prop::option::weighted(0.3, range);
	(
		(rarely(10..80), prop::option::weighted(0.4, 1..4_u32)),
		(rarely(1..8), rarely(1..8), rarely(40..120), rarely(5..40)),
		(prop::bool::weighted(0.3), prop::bool::weighted(0.1)),
	)
		.prop_map(
			|((max_balance, max_holders), figures, (holding, full_only))| {
				let (minimum_amount, minimum_position, supply, volume) = figures;
				Limits {
					max_balance,
					max_holders,
					minimum_amount,
					minimum_position,
					supply,
					volume,
					holding,
					full_only,
				}
			},
		)
}

//! What each rule says, and which movements it binds.

use crate::{
	evaluate::Context,
	types::{ListMode, Refusal, Refusals, Rule, Side},
};
use assay_primitives::{
	Balance, IdentityId, IdentityProfile, Jurisdiction, Moment, Movement, ReasonCode,
};

impl Rule {
	/// Whether the rule binds a movement of this kind.
	///
	/// | rule | mint | transfer | hold | redemption | forced |
	/// | --- | --- | --- | --- | --- | --- |
	/// | required claim, of the sender | | yes | | | |
	/// | required claim, of the receiver | yes | yes | | | |
	/// | jurisdictions, of the sender | | yes | | | |
	/// | jurisdictions, of the receiver | yes | yes | | | |
	/// | receiver category | yes | yes | | | |
	/// | denylist | yes | yes | | | |
	/// | maximum balance | yes | yes | | | |
	/// | maximum holders | yes | yes | | | |
	/// | lock-up | | yes | | | |
	///
	/// A hold changes no owner, and a redemption is a right that no policy takes away: identity,
	/// standing, freezes, pauses and the asset's status bind them, rules do not. The issuer is bound
	/// as everybody else, but for the lock-up, so that it can place what it has issued.
	pub const fn binds(&self, movement: Movement) -> bool {
		match movement {
			Movement::Transfer => true,
			Movement::Mint => match self {
				Self::RequiredClaim { side, .. } | Self::Jurisdictions { side, .. } => {
					side.receiver()
				},
				Self::ReceiverCategory { .. }
				| Self::Denylist { .. }
				| Self::MaxBalance { .. }
				| Self::MaxHolders { .. } => true,
				Self::LockUp { .. } => false,
			},
			Movement::Hold | Movement::Redemption | Movement::Forced => false,
		}
	}

	/// Whether the rule needs the list of approved issuers.
	pub const fn needs_issuers(&self) -> bool {
		matches!(self, Self::RequiredClaim { .. })
	}

	/// Whether the rule needs the time.
	pub const fn needs_time(&self) -> bool {
		matches!(self, Self::RequiredClaim { .. } | Self::LockUp { .. })
	}

	/// Adds what the rule has against the movement.
	pub(crate) fn evaluate<AccountId: Clone + PartialEq>(
		&self,
		context: &Context<AccountId>,
		refusals: &mut Refusals,
	) {
		match self {
			Self::RequiredClaim {
				side,
				topic,
				issuers,
			} => {
				let has = |profile: &IdentityProfile| {
					profile.has_claim(*topic, issuers, &context.trusted, context.now)
				};
				sides(
					*side,
					context,
					refusals,
					[ReasonCode::SenderClaim, ReasonCode::ReceiverClaim],
					|_, profile| has(profile),
				);
			},
			Self::Jurisdictions { side, mode, list } => sides(
				*side,
				context,
				refusals,
				[
					ReasonCode::SenderJurisdiction,
					ReasonCode::ReceiverJurisdiction,
				],
				|_, profile| jurisdiction_allowed(*mode, list, profile.jurisdiction),
			),
			Self::ReceiverCategory { allowed } => sides(
				Side::Receiver,
				context,
				refusals,
				[ReasonCode::ReceiverCategory, ReasonCode::ReceiverCategory],
				|_, profile| allowed.contains(&profile.category),
			),
			Self::Denylist { identities } => sides(
				Side::Both,
				context,
				refusals,
				[ReasonCode::SenderDenied, ReasonCode::ReceiverDenied],
				|identity, _| !identities.contains(&identity),
			),
			Self::MaxBalance { units } => max_balance(*units, context, refusals),
			Self::MaxHolders { max } => max_holders(*max, context, refusals),
			Self::LockUp { until } => lock_up(*until, context, refusals),
		}
	}
}

/// Asks `passes` of each known party on `side`; a mint has no sender.
fn sides<AccountId: Clone + PartialEq>(
	side: Side,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
	[of_sender, of_receiver]: [ReasonCode; 2],
	passes: impl Fn(IdentityId, &IdentityProfile) -> bool,
) {
	let parties = [
		(side.sender(), &context.sender, of_sender),
		(side.receiver(), &context.receiver, of_receiver),
	];
	for (asked, party, reason) in parties {
		let known = party.as_ref().and_then(|party| party.known());
		if let (true, Some((identity, profile))) = (asked, known) {
			if !passes(identity, profile) {
				refuse(refusals, reason, 0, 0, 0);
			}
		}
	}
}

fn jurisdiction_allowed(mode: ListMode, list: &[Jurisdiction], jurisdiction: Jurisdiction) -> bool {
	match mode {
		ListMode::Allow => list.contains(&jurisdiction),
		ListMode::Deny => !list.contains(&jurisdiction),
	}
}

fn max_balance<AccountId: Clone + PartialEq>(
	units: Balance,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	if context.same_identity() {
		return;
	}
	let Some(receiver) = &context.receiver else {
		return;
	};
	let current = receiver.position.total;
	let within = current
		.checked_add(context.amount)
		.is_some_and(|after| after <= units);
	if !within {
		refuse(
			refusals,
			ReasonCode::MaxBalance,
			units,
			current,
			context.amount,
		);
	}
}

fn max_holders<AccountId: Clone + PartialEq>(
	max: u32,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let leaves = context.position_ends();
	let within = !context.position_begins() || {
		let after = context.holders.checked_add(u32::from(!leaves));
		after.is_some_and(|after| after <= max)
	};
	if !within {
		refuse(
			refusals,
			ReasonCode::MaxHolders,
			max.into(),
			context.holders.into(),
			1,
		);
	}
}

fn lock_up<AccountId: Clone + PartialEq>(
	until: Moment,
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let sender = context.sender.as_ref().and_then(|party| party.identity);
	let by_issuer = sender.is_some() && sender == context.issuer;
	if context.now < until && !by_issuer {
		refuse(
			refusals,
			ReasonCode::LockUp,
			until.into(),
			context.now.into(),
			context.amount,
		);
	}
}

/// Adds one reason. The list holds every reason that there can be, so none is lost.
pub(crate) fn refuse(
	refusals: &mut Refusals,
	reason: ReasonCode,
	limit: Balance,
	current: Balance,
	asked: Balance,
) {
	let pushed = refusals.try_push(Refusal {
		reason,
		limit,
		current,
		asked,
	});
	debug_assert!(pushed.is_ok(), "MAX_REFUSALS covers every check");
}

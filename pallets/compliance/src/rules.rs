//! What each rule says, and which movements it binds.

use crate::{
	evaluate::{Context, Party},
	limits,
	policies::{ListMode, Pair, Rule, Side},
	types::{Refusal, Refusals},
};
use assay_primitives::{Balance, IdentityId, IdentityProfile, Jurisdiction, Movement, ReasonCode};

impl Rule {
	/// Whether the rule binds a movement of this kind.
	///
	/// | rule | mint | transfer | within one identity | hold | redemption | forced |
	/// | --- | --- | --- | --- | --- | --- | --- |
	/// | required claim, of the sender | | yes | yes | | | |
	/// | required claim, of the receiver | yes | yes | yes | | | |
	/// | jurisdictions, of the sender | | yes | yes | | | |
	/// | jurisdictions, of the receiver | yes | yes | yes | | | |
	/// | receiver category | yes | yes | yes | | | |
	/// | denylist | yes | yes | yes | | | |
	/// | maximum balance, in units or bps | yes | yes | | | | |
	/// | maximum holders, in all or of a country | yes | yes | | | | |
	/// | lock-up | | yes | yes | | | |
	/// | holding period | | yes | | | | |
	/// | transfer windows | | yes | yes | | | |
	/// | volume per period | | yes | | | | |
	/// | minimum amount | yes | yes | | | | |
	/// | minimum position | yes | yes | | | | |
	/// | full balance only | | yes | | | | |
	/// | pre-approval | | yes | | | | |
	/// | counterparties | | yes | | | | |
	/// | supply cap | yes | | | | | |
	/// | receiver opt-in | yes | yes | | | | |
	///
	/// A hold changes no owner, and a redemption is a right that no policy takes away: identity,
	/// standing, freezes, pauses and the asset's status bind them, rules do not. A docket orders what
	/// no policy allows. The issuer is bound as everybody else, but for the lock-up, the holding
	/// period, the maximum in bps and the full balance, so that it can place what it has issued.
	pub const fn binds(&self, movement: Movement) -> bool {
		match movement {
			Movement::Transfer => !matches!(self, Self::SupplyCap { .. }),
			Movement::Mint => match self {
				Self::RequiredClaim { side, .. } | Self::Jurisdictions { side, .. } => {
					side.receiver()
				},
				Self::ReceiverCategory { .. }
				| Self::Denylist { .. }
				| Self::MaxBalance { .. }
				| Self::MaxBalanceBps { .. }
				| Self::MaxHolders { .. }
				| Self::MaxHoldersPerCountry { .. }
				| Self::MinimumAmount { .. }
				| Self::MinimumPosition { .. }
				| Self::SupplyCap { .. }
				| Self::ReceiverOptIn => true,
				Self::LockUp { .. }
				| Self::HoldingPeriod { .. }
				| Self::TransferWindows { .. }
				| Self::VolumePerPeriod { .. }
				| Self::FullBalanceOnly
				| Self::PreApproval
				| Self::Counterparties { .. } => false,
			},
			Movement::Hold | Movement::Redemption | Movement::Forced => false,
		}
	}

	/// Whether the rule asks for a change of owner: an identity that moves units between its own
	/// accounts is not bound.
	pub const fn spares_own_accounts(&self) -> bool {
		match self {
			Self::RequiredClaim { .. }
			| Self::Jurisdictions { .. }
			| Self::ReceiverCategory { .. }
			| Self::Denylist { .. }
			| Self::LockUp { .. }
			| Self::TransferWindows { .. } => false,
			Self::MaxBalance { .. }
			| Self::MaxBalanceBps { .. }
			| Self::MaxHolders { .. }
			| Self::MaxHoldersPerCountry { .. }
			| Self::HoldingPeriod { .. }
			| Self::VolumePerPeriod { .. }
			| Self::MinimumAmount { .. }
			| Self::MinimumPosition { .. }
			| Self::FullBalanceOnly
			| Self::PreApproval
			| Self::Counterparties { .. }
			| Self::SupplyCap { .. }
			| Self::ReceiverOptIn => true,
		}
	}

	/// Whether the rule needs the list of approved issuers.
	pub const fn needs_issuers(&self) -> bool {
		matches!(self, Self::RequiredClaim { .. })
	}

	/// Whether the rule does not bind the issuer, so that who that is must be known where it refuses.
	pub const fn spares_issuer(&self) -> bool {
		matches!(
			self,
			Self::LockUp { .. }
				| Self::HoldingPeriod { .. }
				| Self::MaxBalanceBps { .. }
				| Self::FullBalanceOnly
		)
	}

	/// Adds what the rule has against the movement, which it binds.
	pub(crate) fn evaluate<AccountId: Clone + PartialEq>(
		&self,
		context: &Context<AccountId>,
		refusals: &mut Refusals,
	) {
		if self.spares_own_accounts() && context.same_identity() {
			return;
		}
		match self {
			Self::RequiredClaim { .. }
			| Self::Jurisdictions { .. }
			| Self::ReceiverCategory { .. }
			| Self::Denylist { .. }
			| Self::Counterparties { .. }
			| Self::PreApproval
			| Self::ReceiverOptIn => self.evaluate_parties(context, refusals),
			Self::MaxBalance { units } => limits::max_balance(*units, context, refusals),
			Self::MaxBalanceBps { bps } => limits::max_balance_bps(*bps, context, refusals),
			Self::MaxHolders { max } => limits::max_holders(*max, context, refusals),
			Self::MaxHoldersPerCountry { country, max } => {
				limits::max_holders_per_country(*country, *max, context, refusals);
			},
			Self::LockUp { until } => limits::lock_up(*until, context, refusals),
			Self::HoldingPeriod { period_ms } => {
				limits::holding_period(*period_ms, context, refusals)
			},
			Self::TransferWindows { windows } => {
				limits::transfer_windows(windows, context, refusals)
			},
			Self::VolumePerPeriod { units, period_ms } => {
				limits::volume_per_period(*units, *period_ms, context, refusals);
			},
			Self::MinimumAmount { units } => limits::minimum_amount(*units, context, refusals),
			Self::MinimumPosition { units } => limits::minimum_position(*units, context, refusals),
			Self::FullBalanceOnly => limits::full_balance_only(context, refusals),
			Self::SupplyCap { units } => limits::supply_cap(*units, context, refusals),
		}
	}

	/// As [`evaluate`](Self::evaluate), for rules that ask who the parties are.
	fn evaluate_parties<AccountId: Clone + PartialEq>(
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
			Self::Counterparties { mode, pairs } => counterparties(*mode, pairs, context, refusals),
			Self::PreApproval => pre_approval(context, refusals),
			Self::ReceiverOptIn => opt_in(context, refusals),
			// Every other rule asks for figures.
			_ => {},
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

fn counterparties<AccountId: Clone + PartialEq>(
	mode: ListMode,
	pairs: &[Pair],
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let identity =
		|party: &Option<Party<AccountId>>| party.as_ref().and_then(|party| party.identity);
	let (Some(sender), Some(receiver)) = (identity(&context.sender), identity(&context.receiver))
	else {
		return;
	};
	let listed = pairs.iter().any(|pair| pair.matches(sender, receiver));
	let within = match mode {
		ListMode::Allow => listed,
		ListMode::Deny => !listed,
	};
	if !within {
		refuse(refusals, ReasonCode::Counterparty, 0, 0, context.amount);
	}
}

/// Its limit is what is approved, and zero when nothing is or its time is over.
fn pre_approval<AccountId: Clone + PartialEq>(
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	if !context.parties_known() {
		return;
	}
	let approved = context
		.approval
		.as_ref()
		.filter(|approval| context.now <= approval.until)
		.map_or(0, |approval| approval.max_amount);
	if context.amount > approved {
		refuse(
			refusals,
			ReasonCode::NotPreApproved,
			approved,
			0,
			context.amount,
		);
	}
}

fn opt_in<AccountId: Clone + PartialEq>(context: &Context<AccountId>, refusals: &mut Refusals) {
	let Some(receiver) = &context.receiver else {
		return;
	};
	if receiver.identity.is_some() && !receiver.position.opted_in {
		refuse(refusals, ReasonCode::ReceiverOptIn, 1, 0, context.amount);
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

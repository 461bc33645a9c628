//! The one function that decides: for the dry run, the pool and the dispatch alike.
//!
//! # What binds which movement
//!
//! | check | mint | transfer | hold | redemption | forced |
//! | --- | --- | --- | --- | --- | --- |
//! | status of the asset, pause of the movement | yes | yes | yes | yes | yes |
//! | a policy exists | yes | yes | | | |
//! | sender known | | yes | yes | yes | yes |
//! | sender not sanctioned, not frozen, not under a docket | | yes | yes | yes | |
//! | sender not suspended, no change of its jurisdiction unfinished | | yes | yes | | |
//! | sender's account not being replaced | | yes | yes | yes | |
//! | receiver's change of jurisdiction finished | yes | yes | | | |
//! | spender known, not suspended, not sanctioned, approved | | yes | | | |
//! | spender's account not being replaced | | yes | | | |
//! | receiver known, not suspended, not sanctioned, not frozen | yes | yes | | | another one |
//! | enough units that are not held | | yes | yes | yes | yes |
//! | … and not frozen | | yes | yes | yes | |
//! | rules of the policy | [`binds`](crate::Rule::binds) | [`binds`](crate::Rule::binds) | | | |
//!
//! Giving held units back to their holder changes no owner and is always allowed. Burning what is
//! held settles a redemption that was checked when it began. Moving what is held to somebody else is
//! a transfer. Movements are forced by dockets, which end the holds on what they take first, and from
//! an account that is being replaced to its successor; a receiver that is the sender's own identity is
//! not asked for its standing. The issuer is bound as everybody is, but for the rules that
//! [`spares_issuer`](crate::Rule::spares_issuer) names.

use crate::{
	effects::Effects,
	history::Checkpoint,
	policies::{Policy, TransferApproval},
	rules::refuse,
	types::{AssetControls, Freeze, Position, Refusals, Source, MAX_SUPPLY},
};
use assay_primitives::{
	AssetId, AssetStatus, Balance, CountryCounts, IdentityId, IdentityProfile, Moment, Movement,
	ReasonCode, Standing, TrustedIssuers,
};

/// The ledger's own figures of an asset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LedgerFigures {
	/// Units that exist.
	pub supply: Balance,
	/// Accounts that hold some.
	pub accounts: u32,
	/// Those of them that the units themselves keep alive.
	pub sufficients: u32,
	/// Whether the ledger is open: always, since nothing that would close it is offered.
	pub live: bool,
}

/// One side of a movement, as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party<AccountId> {
	/// The account.
	pub account: AccountId,
	/// The identity behind it.
	pub identity: Option<IdentityId>,
	/// What rules ask of the identity.
	pub profile: Option<IdentityProfile>,
	/// What the identity holds.
	pub position: Position<AccountId>,
	/// Free units of the account.
	pub free: Balance,
	/// Units of the account that the ledger has on hold; read for a sender only.
	pub held: Balance,
	/// Whether the account exists in the ledger.
	pub exists: bool,
	/// The identity's positions, by the country each is counted under; read when this movement
	/// begins or ends one.
	pub positions: CountryCounts,
	/// Whether the account gives way to another of its identity; asked of a sender only.
	pub replaced: bool,
}

impl<AccountId: Clone + PartialEq> Party<AccountId> {
	/// The identity and its profile, when both are known.
	pub fn known(&self) -> Option<(IdentityId, &IdentityProfile)> {
		self.identity.zip(self.profile.as_ref())
	}

	/// Whether the identity's change of jurisdiction is not finished.
	fn is_moving(&self) -> bool {
		let profile = self.profile.as_ref();
		profile.is_some_and(|profile| profile.pending_jurisdiction.is_some())
	}

	fn is_frozen(&self) -> bool {
		let (account, _) = self.position.restriction(&self.account);
		self.position.freeze.is_full() || account.is_full()
	}

	/// Free units of this account that must stay: frozen ones, and a last unit that is held.
	pub fn kept(&self) -> Option<Balance> {
		let (freeze, last_unit_held): (Freeze, bool) = self.position.restriction(&self.account);
		freeze.units().checked_add(Balance::from(last_unit_held))
	}

	/// Free units of this account that a docket takes before it ends any hold: freezes do not bind
	/// it, but a last unit that is held belongs to its hold.
	pub fn takeable(&self) -> Balance {
		let (_, last_unit_held) = self.position.restriction(&self.account);
		self.free.checked_sub(last_unit_held.into()).unwrap_or(0)
	}

	/// Free units of this account that its own and its identity's freezes leave, the latter only
	/// when the units leave the identity's free units.
	fn unfrozen(&self, leaves_identity: bool) -> Balance {
		let of_account = self
			.kept()
			.and_then(|kept| self.free.checked_sub(kept))
			.unwrap_or(0);
		if !leaves_identity {
			return of_account;
		}
		let position = &self.position;
		let of_identity = position
			.total
			.checked_sub(position.held)
			.and_then(|free| free.checked_sub(position.freeze.units()))
			.unwrap_or(0);
		of_account.min(of_identity)
	}
}

/// Everything that a decision rests on, read once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Context<AccountId> {
	/// The asset.
	pub asset: AssetId,
	/// Why the units move.
	pub movement: Movement,
	/// How many.
	pub amount: Balance,
	/// Whether as many as may were asked for.
	pub all: bool,
	/// Whether the sender's account must keep a unit.
	pub keep_alive: bool,
	/// Where the units come from.
	pub source: Source,
	/// Status, pauses and rules; `None` when the registry knows no such asset.
	pub controls: Option<AssetControls>,
	/// The ledger's figures; `None` when the ledger of the asset is not open.
	pub ledger: Option<LedgerFigures>,
	/// Whose units; `None` when the movement has no sender or the address names no account.
	pub sender: Option<Party<AccountId>>,
	/// Who receives; `None` when the movement has no receiver or the address names no account.
	pub receiver: Option<Party<AccountId>>,
	/// Who spends, with the profile.
	pub spender: Option<(AccountId, Option<IdentityProfile>)>,
	/// Whether the spender's account gives way to another of its identity.
	pub spender_replaced: bool,
	/// What the sender has approved for the spender; read when there is one.
	pub allowance: Balance,
	/// Approved issuers; read when a claim rule binds.
	pub trusted: TrustedIssuers,
	/// The time, which a block has in memory.
	pub now: Moment,
	/// The issuer; read when a rule refuses that spares it.
	pub issuer: Option<IdentityId>,
	/// Identities that hold the asset, by country; read when a position begins or ends.
	pub holders: CountryCounts,
	/// What an officer has approved beforehand; read when a rule asks for it.
	pub approval: Option<TransferApproval<AccountId>>,
}

impl<AccountId: Clone + PartialEq> Context<AccountId> {
	/// Whether the units stay with the identity that has them.
	pub fn same_identity(&self) -> bool {
		match (&self.sender, &self.receiver) {
			(Some(sender), Some(receiver)) => {
				sender.account == receiver.account
					|| (sender.identity.is_some() && sender.identity == receiver.identity)
			},
			_ => false,
		}
	}

	/// The rules in force.
	pub fn policy(&self) -> Option<&Policy> {
		self.controls.as_ref()?.policy_at(self.now)
	}

	/// Checkpoints that are open.
	pub fn open_checkpoints(&self) -> &[Checkpoint] {
		match &self.controls {
			Some(controls) => &controls.checkpoints.open,
			None => &[],
		}
	}

	/// Whether this is the asset's issuer, where that has been read.
	pub fn is_issuer(&self, identity: Option<IdentityId>) -> bool {
		identity.is_some() && identity == self.issuer
	}

	/// Units that exist after the movement.
	pub fn supply_after(&self) -> Option<Balance> {
		let supply = self.ledger.map_or(0, |ledger| ledger.supply);
		match self.movement {
			Movement::Mint => supply.checked_add(self.amount),
			_ => Some(supply),
		}
	}

	/// Whether an identity stands behind each side that the movement has.
	pub(crate) fn parties_known(&self) -> bool {
		let known = |party: &Option<Party<AccountId>>| {
			party.as_ref().is_some_and(|party| party.identity.is_some())
		};
		match self.movement {
			Movement::Mint => known(&self.receiver),
			Movement::Transfer => known(&self.sender) && known(&self.receiver),
			Movement::Forced => {
				known(&self.sender) && (self.receiver.is_none() || known(&self.receiver))
			},
			Movement::Hold | Movement::Redemption => known(&self.sender),
		}
	}

	/// Whether both sides are one account.
	pub fn same_account(&self) -> bool {
		match (&self.sender, &self.receiver) {
			(Some(sender), Some(receiver)) => sender.account == receiver.account,
			_ => false,
		}
	}

	/// Whether the receiver becomes a holder.
	pub fn position_begins(&self) -> bool {
		!self.same_identity()
			&& self
				.receiver
				.as_ref()
				.is_some_and(|receiver| receiver.position.total == 0)
	}

	/// Whether the sender stops being a holder.
	pub fn position_ends(&self) -> bool {
		let Some(sender) = &self.sender else {
			return false;
		};
		self.amount > 0 && !self.same_identity() && sender.position.total == self.amount
	}

	/// Whether the ledger opens an account for the receiver.
	pub fn account_opens(&self) -> bool {
		self.receiver
			.as_ref()
			.is_some_and(|receiver| !receiver.exists)
	}

	/// The most that the sender may move: for `transfer_all`.
	pub fn most(&self) -> Balance {
		let Some(sender) = &self.sender else { return 0 };
		let unfrozen = sender.unfrozen(!self.same_identity());
		if sender.held > 0 || self.keep_alive {
			unfrozen.min(sender.free.checked_sub(1).unwrap_or_default())
		} else {
			unfrozen
		}
	}

	/// Free units that must stay in the sender's account by the freezes on it.
	pub fn keep(&self) -> Balance {
		self.sender
			.as_ref()
			.and_then(Party::kept)
			.unwrap_or(Balance::MAX)
	}
}

/// Finds every reason against the movement, in a fixed order, and what it changes when there is
/// none.
///
/// The order: the asset, the amount, its status, pauses, the policy's existence; the sender, the
/// spender and the receiver; units and approval; the rules in the policy's order, the sender's side
/// before the receiver's; counters.
pub fn evaluate<AccountId: Clone + PartialEq>(
	context: &Context<AccountId>,
) -> (Refusals, Option<Effects<AccountId>>) {
	let mut refusals = Refusals::new();
	let (Some(controls), Some(ledger)) = (&context.controls, &context.ledger) else {
		refuse(
			&mut refusals,
			ReasonCode::UnknownAsset,
			0,
			0,
			context.amount,
		);
		return (refusals, None);
	};
	asset(context, controls, ledger, &mut refusals);
	parties(context, &mut refusals);
	let funded = funds(context, &mut refusals);
	for rule in context.policy().into_iter().flatten() {
		if rule.binds(context.movement) {
			rule.evaluate(context, &mut refusals);
		}
	}
	if context.amount == 0 || !funded || !context.parties_known() {
		return (refusals, None);
	}
	let effects = Effects::plan(context);
	if effects.is_none() || !fits(context, ledger) {
		refuse(
			&mut refusals,
			ReasonCode::Overflow,
			MAX_SUPPLY,
			ledger.supply,
			context.amount,
		);
	}
	let effects = effects.filter(|_| refusals.is_empty());
	(refusals, effects)
}

fn asset<AccountId: Clone + PartialEq>(
	context: &Context<AccountId>,
	controls: &AssetControls,
	ledger: &LedgerFigures,
	refusals: &mut Refusals,
) {
	if context.amount == 0 && !context.all {
		refuse(refusals, ReasonCode::AmountZero, 1, 0, 0);
	}
	let status: AssetStatus = controls.status;
	if !ledger.live || !status.allows(context.movement) {
		refuse(refusals, ReasonCode::AssetStatus, 0, 0, context.amount);
	}
	if controls.paused.contains(context.movement) {
		refuse(refusals, ReasonCode::MovementPaused, 0, 0, context.amount);
	}
	let by_policy = matches!(context.movement, Movement::Mint | Movement::Transfer);
	if by_policy && context.policy().is_none() {
		refuse(refusals, ReasonCode::PolicyMissing, 0, 0, context.amount);
	}
}

/// Standing and full freezes. A suspended identity may still redeem. A forced movement is made
/// whatever the sender's standing, and a receiver of the same identity gets what is its own.
fn parties<AccountId: Clone + PartialEq>(context: &Context<AccountId>, refusals: &mut Refusals) {
	let suspension_binds = context.movement != Movement::Redemption;
	let forced = context.movement == Movement::Forced;
	if forced {
		if context
			.sender
			.as_ref()
			.is_none_or(|party| party.identity.is_none())
		{
			refuse(refusals, ReasonCode::SenderUnknown, 0, 0, context.amount);
		}
	} else if context.movement != Movement::Mint {
		let profile = context.sender.as_ref().and_then(|party| party.known());
		standing(
			profile.map(|(_, profile)| profile),
			suspension_binds,
			refusals,
			[
				ReasonCode::SenderUnknown,
				ReasonCode::SenderSuspended,
				ReasonCode::SenderSanctioned,
			],
		);
		if context.sender.as_ref().is_some_and(Party::is_frozen) {
			refuse(refusals, ReasonCode::SenderFrozen, 0, 0, context.amount);
		}
		under_docket(context, refusals);
		replaced_or_locked(context, refusals);
	}
	if let Some((_, profile)) = &context.spender {
		standing(
			profile.as_ref(),
			true,
			refusals,
			[
				ReasonCode::SpenderUnknown,
				ReasonCode::SpenderSuspended,
				ReasonCode::SpenderSanctioned,
			],
		);
		if context.spender_replaced {
			refuse(refusals, ReasonCode::SpenderReplaced, 0, 0, context.amount);
		}
	}
	let receives = match context.movement {
		Movement::Mint | Movement::Transfer => true,
		Movement::Forced => context.receiver.is_some() && !context.same_identity(),
		Movement::Hold | Movement::Redemption => false,
	};
	if receives {
		let profile = context.receiver.as_ref().and_then(|party| party.known());
		standing(
			profile.map(|(_, profile)| profile),
			true,
			refusals,
			[
				ReasonCode::ReceiverUnknown,
				ReasonCode::ReceiverSuspended,
				ReasonCode::ReceiverSanctioned,
			],
		);
		if context.receiver.as_ref().is_some_and(Party::is_frozen) {
			refuse(refusals, ReasonCode::ReceiverFrozen, 0, 0, context.amount);
		}
		if !forced && context.receiver.as_ref().is_some_and(Party::is_moving) {
			refuse(refusals, ReasonCode::ReceiverLocked, 0, 0, context.amount);
		}
	}
}

/// A sender whose account gives way to another moves nothing. One whose change of jurisdiction is
/// not finished may redeem.
fn replaced_or_locked<AccountId: Clone + PartialEq>(
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let Some(sender) = &context.sender else {
		return;
	};
	if sender.is_moving() && context.movement != Movement::Redemption {
		refuse(refusals, ReasonCode::SenderLocked, 0, 0, context.amount);
	}
	if sender.replaced {
		refuse(refusals, ReasonCode::SenderReplaced, 0, 0, context.amount);
	}
}

/// Whether a docket freezes what the sender's identity holds; its figures are moments in ms.
fn under_docket<AccountId: Clone + PartialEq>(
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) {
	let Some(position) = context.sender.as_ref().map(|party| &party.position) else {
		return;
	};
	if let Some(freeze) = position
		.docket
		.filter(|_| position.is_under_docket(context.now))
	{
		refuse(
			refusals,
			ReasonCode::SenderUnderDocket,
			freeze.until.into(),
			context.now.into(),
			context.amount,
		);
	}
}

fn standing(
	profile: Option<&IdentityProfile>,
	suspension_binds: bool,
	refusals: &mut Refusals,
	[unknown, suspended, sanctioned]: [ReasonCode; 3],
) {
	match profile.map(|profile| profile.standing) {
		None => refuse(refusals, unknown, 0, 0, 0),
		Some(Standing::Suspended) if suspension_binds => refuse(refusals, suspended, 0, 0, 0),
		Some(Standing::Sanctioned) => refuse(refusals, sanctioned, 0, 0, 0),
		Some(Standing::Suspended | Standing::Active) => {},
	}
}

/// Units and approval. Says whether there are enough units for what follows to make sense.
fn funds<AccountId: Clone + PartialEq>(
	context: &Context<AccountId>,
	refusals: &mut Refusals,
) -> bool {
	if context.movement == Movement::Mint {
		return true;
	}
	let before = refusals.len();
	let Some(sender) = &context.sender else {
		return false;
	};
	let amount = context.amount;
	if context.source == Source::Free {
		let moves_on = context.movement == Movement::Transfer;
		let unfrozen = if context.movement == Movement::Forced {
			sender.takeable()
		} else {
			sender.unfrozen(!(moves_on && context.same_identity()))
		};
		let nothing_to_move = context.all && amount == 0;
		if amount > unfrozen || nothing_to_move {
			refuse(
				refusals,
				ReasonCode::FreeUnits,
				unfrozen,
				sender.free,
				amount,
			);
		} else if moves_on && amount > 0 && amount == sender.free {
			let most = sender.free.checked_sub(1).unwrap_or_default();
			if sender.held > 0 {
				refuse(refusals, ReasonCode::HeldUnits, most, sender.free, amount);
			}
			if context.keep_alive {
				refuse(refusals, ReasonCode::KeepAlive, most, sender.free, amount);
			}
		}
	}
	if context.spender.is_some() && amount > context.allowance {
		refuse(
			refusals,
			ReasonCode::Allowance,
			context.allowance,
			context.allowance,
			amount,
		);
	}
	refusals.len() == before
}

/// Whether the ledger's own counters take the movement.
fn fits<AccountId: Clone + PartialEq>(
	context: &Context<AccountId>,
	ledger: &LedgerFigures,
) -> bool {
	let supply_fits = context.movement != Movement::Mint
		|| ledger
			.supply
			.checked_add(context.amount)
			.is_some_and(|after| after <= MAX_SUPPLY);
	let balance_fits = context
		.receiver
		.as_ref()
		.is_none_or(|receiver| receiver.free.checked_add(context.amount).is_some());
	let account_fits = !context.account_opens()
		|| (ledger.accounts.checked_add(1).is_some()
			&& ledger.sufficients.checked_add(1).is_some());
	supply_fits && balance_fits && account_fits
}

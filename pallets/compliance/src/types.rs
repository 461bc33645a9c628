//! What is stored and asked: controls, positions, freezes, clearances. Nothing here knows a `Config`.
//!
//! # Terms
//!
//! - **Clearance**: leave for one movement (asset, from, to, spender, amount) in one extrinsic.
//! - **Position**: what one identity holds of one asset over all its accounts, free and held.
//! - **Held**: set aside for a named purpose. A held last unit stays formally free in the ledger.
//! - **Frozen**: free units that may not move, of an account or of an identity.
//! - **Controls**: an asset's policy, pauses and status, in one value.

use crate::{
	history::{AssetCheckpoints, Checkpoint, PastBalances, Receipts, Volumes},
	policies::{Policy, ScheduledPolicy, MAX_RULES},
};
use assay_primitives::{
	AssetId, AssetStatus, Balance, CheckpointId, DocketId, IdentityId, Jurisdiction, Moment,
	Movement, ReasonCode, MAX_ACCOUNTS,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{frame_support::BoundedVec, sp_core::ConstU32};
use scale_info::TypeInfo;

/// Accounts of one identity that may be frozen on their own for one asset.
pub const MAX_FROZEN_ACCOUNTS: u32 = MAX_ACCOUNTS;
/// Entries of [`Position::accounts`]: every frozen account, and every account whose last unit is
/// held. The second kind can be at most the identity's linked accounts, each with one that gives way
/// to it, so it always finds room.
pub const MAX_RESTRICTED_ACCOUNTS: u32 = 3 * MAX_ACCOUNTS;
/// Targets that one call may freeze or thaw.
pub const MAX_TARGETS: u32 = 100;
/// Reasons that one answer may hold: two sides of every rule, and every fixed check.
pub const MAX_REFUSALS: u32 = 2 * MAX_RULES + 32;
/// Most units of one asset that may exist. Half of what the integer holds, so that no sum of two
/// amounts of one asset overflows, not even in the ledger underneath.
pub const MAX_SUPPLY: Balance = Balance::MAX >> 1;

/// Kinds of movement that are paused: one bit each.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Pauses(u8);

impl Pauses {
	const fn bit(movement: Movement) -> u8 {
		match movement {
			Movement::Mint => 0b0000_0001,
			Movement::Transfer => 0b0000_0010,
			Movement::Hold => 0b0000_0100,
			Movement::Redemption => 0b0000_1000,
			Movement::Forced => 0b0001_0000,
		}
	}

	/// Whether the movement is paused.
	pub const fn contains(self, movement: Movement) -> bool {
		self.0 & Self::bit(movement) != 0
	}

	/// These and `movement`.
	#[must_use]
	pub const fn with(self, movement: Movement) -> Self {
		Self(self.0 | Self::bit(movement))
	}

	/// These without `movement`.
	#[must_use]
	pub const fn without(self, movement: Movement) -> Self {
		Self(self.0 & !Self::bit(movement))
	}
}

/// For how long the council had a movement paused in all.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct PauseClock {
	/// Over pauses that have ended, in ms.
	pub ended_ms: Moment,
	/// When the pause that goes on began.
	pub since: Option<Moment>,
}

impl PauseClock {
	/// Up to `now`, in ms. Time that does not fit is left out: deadlines are put off by less.
	pub fn at(&self, now: Moment) -> Moment {
		let running = self
			.since
			.and_then(|since| now.checked_sub(since))
			.unwrap_or_default();
		self.ended_ms.checked_add(running).unwrap_or(self.ended_ms)
	}

	/// A pause begins, or goes on.
	pub fn start(&mut self, now: Moment) {
		self.since.get_or_insert(now);
	}

	/// The pause ends.
	pub fn stop(&mut self, now: Moment) {
		*self = Self {
			ended_ms: self.at(now),
			since: None,
		};
	}
}

/// All that a movement asks of its asset, in one read.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AssetControls {
	/// Where the asset stands in its life, as the registry last said.
	pub status: AssetStatus,
	/// Movements that are paused.
	pub paused: Pauses,
	/// The rules, until [`scheduled`](Self::scheduled) ones take their place:
	/// [`policy_at`](Self::policy_at) says which are in force.
	pub policy: Option<Policy>,
	/// Rules to come. Once in force they stay here until the controls are next written.
	pub scheduled: Option<ScheduledPolicy>,
	/// Checkpoints that are open.
	pub checkpoints: AssetCheckpoints,
	/// For how long the council had redemptions paused, by which their deadlines are put off.
	pub redemption_pauses: PauseClock,
}

impl AssetControls {
	/// Of an asset that nothing is known of but its status.
	pub fn new(status: AssetStatus) -> Self {
		Self {
			status,
			paused: Pauses::default(),
			policy: None,
			scheduled: None,
			checkpoints: AssetCheckpoints::default(),
			redemption_pauses: PauseClock::default(),
		}
	}

	/// The rules in force at `now`.
	pub fn policy_at(&self, now: Moment) -> Option<&Policy> {
		match &self.scheduled {
			Some(scheduled) if scheduled.effective_at <= now => Some(&scheduled.policy),
			_ => self.policy.as_ref(),
		}
	}

	/// Puts scheduled rules that are in force in the place of those before.
	pub fn settle(&mut self, now: Moment) {
		if let Some(scheduled) = self.scheduled.take() {
			if scheduled.effective_at <= now {
				self.policy = Some(scheduled.policy);
			} else {
				self.scheduled = Some(scheduled);
			}
		}
	}

	/// The supply at an open checkpoint.
	pub fn supply_at(&self, checkpoint: CheckpointId) -> Option<Balance> {
		let mut open = self.checkpoints.open.iter();
		open.find(|known| known.id == checkpoint)
			.map(|known| known.supply)
	}
}

/// Who asked for a movement to be resumed.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct ResumeRequest {
	/// The officer.
	pub identity: IdentityId,
	/// The officer's organisation: another one must confirm.
	pub organisation: IdentityId,
}

/// How much of what somebody holds may not move. Counts free units only: what is held for a
/// purpose does not serve as frozen, because its purpose may take it away.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Freeze {
	/// Nothing.
	#[default]
	None,
	/// This many free units stay; receiving goes on.
	Partial(Balance),
	/// Nothing goes out and nothing comes in.
	Full,
}

impl Freeze {
	/// Free units that must stay by a partial freeze.
	pub const fn units(self) -> Balance {
		match self {
			Self::Partial(units) => units,
			Self::None | Self::Full => 0,
		}
	}

	/// Whether everything is frozen.
	pub const fn is_full(self) -> bool {
		matches!(self, Self::Full)
	}
}

/// What a freeze is laid on.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum FreezeTarget<AccountId> {
	/// Every account of an identity.
	Identity(IdentityId),
	/// One account.
	Account(AccountId),
}

/// Targets of one call.
pub type FreezeTargets<AccountId> = BoundedVec<FreezeTarget<AccountId>, ConstU32<MAX_TARGETS>>;

/// What is special about one account of a position.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Restriction<AccountId> {
	/// The account.
	pub account: AccountId,
	/// What of it is frozen.
	pub freeze: Freeze,
	/// Whether one free unit of it belongs to a hold: the ledger keeps one unit formally free.
	pub last_unit_held: bool,
}

/// A docket that freezes a position while it is decided on.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct DocketFreeze {
	/// The docket.
	pub docket: DocketId,
	/// First moment at which it freezes no more, in ms: nothing need be called then.
	pub until: Moment,
}

/// What one identity holds of one asset, over all its accounts.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Position<AccountId> {
	/// Units, free and held.
	#[codec(compact)]
	pub total: Balance,
	/// Units held for a purpose, with those last units that are formally free.
	#[codec(compact)]
	pub held: Balance,
	/// What is frozen of all accounts together.
	pub freeze: Freeze,
	/// Accounts that are frozen on their own, or whose last unit is held. Others are not listed.
	pub accounts: BoundedVec<Restriction<AccountId>, ConstU32<MAX_RESTRICTED_ACCOUNTS>>,
	/// The docket that freezes all of it. One whose time has passed stays until somebody lifts it.
	pub docket: Option<DocketFreeze>,
	/// The country that the position is counted under; 0 where it has no units.
	pub country: Jurisdiction,
	/// Whether the identity has agreed to receive the asset.
	pub opted_in: bool,
	/// Units received while a holding period was in force.
	pub receipts: Receipts,
	/// Units given away while a volume per period was in force.
	pub volumes: Volumes,
	/// Totals at open checkpoints, where they differ from now's.
	pub past: PastBalances,
}

impl<AccountId> Default for Position<AccountId> {
	fn default() -> Self {
		Self {
			total: 0,
			held: 0,
			freeze: Freeze::None,
			accounts: BoundedVec::new(),
			docket: None,
			country: 0,
			opted_in: false,
			receipts: Receipts::default(),
			volumes: Volumes::default(),
			past: PastBalances::default(),
		}
	}
}

impl<AccountId: Clone + PartialEq> Position<AccountId> {
	/// Whether there is nothing to remember.
	pub fn is_empty(&self) -> bool {
		self.total == 0
			&& self.held == 0
			&& self.freeze == Freeze::None
			&& self.accounts.is_empty()
			&& self.docket.is_none()
			&& !self.opted_in
			&& self.receipts.is_empty()
			&& self.volumes.is_empty()
			&& self.past.is_empty()
	}

	/// Changes the total, once the books have noted what it was; `None` when they cannot.
	pub fn set_total(&mut self, total: Balance, open: &[Checkpoint]) -> Option<()> {
		self.past.record(open, self.total)?;
		self.total = total;
		self.receipts.trim(total)?;
		if total == 0 {
			self.past.forget_zeros();
		}
		Some(())
	}

	/// Forgets what no open checkpoint and no window that goes on asks for.
	pub fn prune(&mut self, now: Moment, open: &[Checkpoint]) {
		self.volumes.prune(now);
		self.past.prune(open);
		if self.total == 0 {
			self.past.forget_zeros();
		}
	}

	/// Whether anything is frozen: of all accounts together, or of one on its own.
	pub fn is_frozen(&self) -> bool {
		self.freeze != Freeze::None
			|| self
				.accounts
				.iter()
				.any(|entry| entry.freeze != Freeze::None)
	}

	/// Whether a docket freezes all of it at `now`.
	pub fn is_under_docket(&self, now: Moment) -> bool {
		self.docket.is_some_and(|freeze| now < freeze.until)
	}

	/// What is frozen of the account on its own, and whether its last unit is held.
	pub fn restriction(&self, account: &AccountId) -> (Freeze, bool) {
		self.accounts
			.iter()
			.find(|entry| entry.account == *account)
			.map_or((Freeze::None, false), |entry| {
				(entry.freeze, entry.last_unit_held)
			})
	}

	/// Changes what is special about an account; `None` when the list is full.
	pub fn restrict(
		&mut self,
		account: &AccountId,
		change: impl FnOnce(&mut Restriction<AccountId>),
	) -> Option<()> {
		let mut entry = Restriction {
			account: account.clone(),
			freeze: Freeze::None,
			last_unit_held: false,
		};
		let index = self
			.accounts
			.iter()
			.position(|entry| entry.account == *account);
		if let Some(index) = index {
			entry = self.accounts.swap_remove(index);
		}
		change(&mut entry);
		if entry.freeze != Freeze::None || entry.last_unit_held {
			self.accounts.try_push(entry).ok()?;
		}
		Some(())
	}
}

/// What the ledger's account carries for us: a cache of the holder's identity. It is true because a
/// link is immutable while the account holds anything, and it dies with the account.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct AccountExtra {
	/// The identity behind the account.
	pub identity: Option<IdentityId>,
}

/// Which way into the ledger a clearance was given for.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Entry {
	/// A transaction whose call is `assets.transfer`.
	Transfer,
	/// … `assets.transfer_keep_alive`.
	TransferKeepAlive,
	/// … `assets.transfer_approved`.
	TransferApproved,
	/// … `assets.transfer_all`.
	TransferAll,
	/// A movement of this pallet: no call of the ledger is let through for it.
	Internal,
}

/// Leave for one movement: exactly these parties and this amount, in this extrinsic.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct StandingClearance<AccountId> {
	/// The extrinsic it was placed in; `None` in a hook at the block's end.
	pub extrinsic_index: Option<u32>,
	/// Which way into the ledger it is for.
	pub entry: Entry,
	/// The asset.
	pub asset: AssetId,
	/// Whose units move.
	pub from: AccountId,
	/// Who receives them; the holder itself for a hold or a burn.
	pub to: AccountId,
	/// Who spends them by approval.
	pub spender: Option<AccountId>,
	/// How many.
	pub amount: Balance,
	/// What the ledger is told is frozen of the sender's units while this stands.
	pub frozen: Option<Balance>,
}

/// One reason why a movement is refused, with its figures; zero where there is none.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Refusal {
	/// The reason.
	pub reason: ReasonCode,
	/// What the rule allows, in its own measure: units, holders, a moment.
	pub limit: Balance,
	/// What stands now, in the same measure.
	pub current: Balance,
	/// What was asked for. Where the reason is who somebody is, no figure means anything.
	pub asked: Balance,
}

/// Every reason why a movement is refused, in the order of the checks; empty when it is allowed.
pub type Refusals = BoundedVec<Refusal, ConstU32<MAX_REFUSALS>>;

/// How many units are to move.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Amount {
	/// This many.
	Exactly(Balance),
	/// As many as may.
	All,
}

/// Where the units come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
	/// The free units of the sender.
	Free,
	/// Units that are held for the purpose; that there are enough has been checked.
	Held,
}

/// A movement that somebody asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request<AccountId> {
	/// The asset.
	pub asset: AssetId,
	/// Why the units move.
	pub movement: Movement,
	/// Whose units; `None` for a mint, and when the address names no account.
	pub from: Option<AccountId>,
	/// Who receives; `None` for a hold or redemption, and when the address names no account.
	pub to: Option<AccountId>,
	/// Who spends by approval.
	pub spender: Option<AccountId>,
	/// How many.
	pub amount: Amount,
	/// Whether the sender's account must keep a unit.
	pub keep_alive: bool,
	/// Where the units come from.
	pub source: Source,
}

impl<AccountId> Request<AccountId> {
	/// A transfer of free units by their owner.
	pub fn transfer(asset: AssetId, from: AccountId, to: AccountId, amount: Balance) -> Self {
		Self {
			asset,
			movement: Movement::Transfer,
			from: Some(from),
			to: Some(to),
			spender: None,
			amount: Amount::Exactly(amount),
			keep_alive: false,
			source: Source::Free,
		}
	}

	/// The same movement, spent by approval.
	#[must_use]
	pub fn spent_by(self, spender: Option<AccountId>) -> Self {
		Self { spender, ..self }
	}
}

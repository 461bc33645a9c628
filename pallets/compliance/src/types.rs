//! What is stored and asked: rules, positions, freezes, clearances. Nothing here knows a `Config`.
//!
//! # Terms
//!
//! - **Clearance**: leave for one movement (asset, from, to, spender, amount) in one extrinsic.
//! - **Position**: what one identity holds of one asset over all its accounts, free and held.
//! - **Held**: set aside for a named purpose. A held last unit stays formally free in the ledger.
//! - **Frozen**: free units that may not move, of an account or of an identity.
//! - **Controls**: an asset's policy, pauses and status, in one value.

use assay_primitives::{
	AssetId, AssetStatus, Balance, ClaimTopic, IdentityId, InvestorCategory, Jurisdiction, Moment,
	Movement, ReasonCode, MAX_ACCOUNTS,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{frame_support::BoundedVec, sp_core::ConstU32};
use scale_info::TypeInfo;

/// Rules that one policy may have.
pub const MAX_RULES: u32 = 32;
/// Issuers that one claim rule may name.
pub const MAX_ISSUERS: u32 = 4;
/// Countries that one jurisdiction rule may name.
pub const MAX_JURISDICTIONS: u32 = 64;
/// Identities that one denylist may name.
pub const MAX_DENIED: u32 = 64;
/// Accounts of one identity that may be frozen on their own for one asset.
pub const MAX_FROZEN_ACCOUNTS: u32 = MAX_ACCOUNTS;
/// Entries of [`Position::accounts`]: every frozen account, and every account whose last unit is
/// held. The second kind can be at most the identity's linked accounts, so it always finds room.
pub const MAX_RESTRICTED_ACCOUNTS: u32 = 2 * MAX_ACCOUNTS;
/// Reasons that one answer may hold: two sides of every rule, and every fixed check.
pub const MAX_REFUSALS: u32 = 2 * MAX_RULES + 32;
/// Most units of one asset that may exist. Half of what the integer holds, so that no sum of two
/// amounts of one asset overflows, not even in the ledger underneath.
pub const MAX_SUPPLY: Balance = Balance::MAX >> 1;

/// Which party a rule looks at.
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
pub enum Side {
	/// Who gives.
	Sender,
	/// Who receives.
	Receiver,
	/// Each of them.
	Both,
}

impl Side {
	/// Whether a rule on this side looks at the sender.
	pub const fn sender(self) -> bool {
		matches!(self, Self::Sender | Self::Both)
	}

	/// Whether a rule on this side looks at the receiver.
	pub const fn receiver(self) -> bool {
		matches!(self, Self::Receiver | Self::Both)
	}
}

/// What a list of jurisdictions means.
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
pub enum ListMode {
	/// Only those on the list.
	Allow,
	/// All but those on the list.
	Deny,
}

/// One rule of a policy. All rules must hold.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Rule {
	/// The party has an unexpired claim on the topic from an approved issuer.
	RequiredClaim {
		/// Which party.
		side: Side,
		/// What the claim is about.
		topic: ClaimTopic,
		/// Issuers that this asset accepts; empty for every approved one.
		issuers: BoundedVec<IdentityId, ConstU32<MAX_ISSUERS>>,
	},
	/// The party's country is, or is not, on the list.
	Jurisdictions {
		/// Which party.
		side: Side,
		/// What the list means.
		mode: ListMode,
		/// ISO 3166-1 numeric codes.
		list: BoundedVec<Jurisdiction, ConstU32<MAX_JURISDICTIONS>>,
	},
	/// The receiver's investor category is one of these.
	ReceiverCategory {
		/// Categories that may receive.
		allowed: BoundedVec<InvestorCategory, ConstU32<4>>,
	},
	/// Neither party is one of these.
	Denylist {
		/// Identities that may neither give nor receive.
		identities: BoundedVec<IdentityId, ConstU32<MAX_DENIED>>,
	},
	/// The receiver's position does not exceed this, over all its accounts, free and held.
	MaxBalance {
		/// Smallest units of the asset.
		units: Balance,
	},
	/// No more identities than this hold the asset.
	MaxHolders {
		/// Identities.
		max: u32,
	},
	/// Nobody but the issuer transfers before this moment.
	LockUp {
		/// First moment at which transfers are free, in ms.
		until: Moment,
	},
}

/// Every rule of an asset. An asset without a policy does not move; a policy without rules asks
/// only for identities in good standing.
pub type Policy = BoundedVec<Rule, ConstU32<MAX_RULES>>;

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

/// All that a movement asks of its asset, in one read.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AssetControls {
	/// Where the asset stands in its life, as the registry last said.
	pub status: AssetStatus,
	/// Movements that are paused.
	pub paused: Pauses,
	/// The rules.
	pub policy: Option<Policy>,
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

/// What one identity holds of one asset, over all its accounts.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Position<AccountId> {
	/// Units, free and held.
	pub total: Balance,
	/// Units held for a purpose, with those last units that are formally free.
	pub held: Balance,
	/// What is frozen of all accounts together.
	pub freeze: Freeze,
	/// Accounts that are frozen on their own, or whose last unit is held. Others are not listed.
	pub accounts: BoundedVec<Restriction<AccountId>, ConstU32<MAX_RESTRICTED_ACCOUNTS>>,
}

impl<AccountId> Default for Position<AccountId> {
	fn default() -> Self {
		Self {
			total: 0,
			held: 0,
			freeze: Freeze::None,
			accounts: BoundedVec::new(),
		}
	}
}

impl<AccountId: Clone + PartialEq> Position<AccountId> {
	/// Whether there is nothing to remember.
	pub fn is_empty(&self) -> bool {
		self.total == 0 && self.held == 0 && self.freeze == Freeze::None && self.accounts.is_empty()
	}

	/// Whether anything is frozen: of all accounts together, or of one on its own.
	pub fn is_frozen(&self) -> bool {
		self.freeze != Freeze::None
			|| self
				.accounts
				.iter()
				.any(|entry| entry.freeze != Freeze::None)
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
	/// Free units that must stay by the freezes that were checked.
	pub keep: Balance,
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
	/// What the rule allows.
	pub limit: Balance,
	/// What stands now.
	pub current: Balance,
	/// What was asked for.
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

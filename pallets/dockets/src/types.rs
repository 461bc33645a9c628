//! What a docket is and where it stands.

use alloc::vec::Vec;
use assay_primitives::{AssetId, Balance, DocketId, Hash, IdentityId, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Dockets that one page of a view looks at.
pub const MAX_PAGE: u32 = 100;

/// What is to happen. Amounts are in the asset's smallest unit.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum DocketKind<AccountId> {
	/// Units go to another holder.
	ForcedTransfer {
		/// Whose units.
		from: AccountId,
		/// Who gets them.
		to: AccountId,
		/// How many.
		amount: Balance,
	},
	/// Units go to the asset's escrow account.
	Seizure {
		/// Whose units.
		from: AccountId,
		/// The escrow account that the council has registered for the asset.
		to: AccountId,
		/// How many.
		amount: Balance,
	},
	/// All units of a lost account go to another account of the same identity.
	Recovery {
		/// The lost account.
		from: AccountId,
		/// The account that takes its place.
		to: AccountId,
	},
	/// Units are destroyed.
	Wipe {
		/// Whose units.
		from: AccountId,
		/// How many.
		amount: Balance,
	},
}

impl<AccountId> DocketKind<AccountId> {
	/// The account that units are taken from.
	pub const fn from(&self) -> &AccountId {
		match self {
			Self::ForcedTransfer { from, .. }
			| Self::Seizure { from, .. }
			| Self::Recovery { from, .. }
			| Self::Wipe { from, .. } => from,
		}
	}

	/// The account that gets them; `None` when they are destroyed.
	pub const fn to(&self) -> Option<&AccountId> {
		match self {
			Self::ForcedTransfer { to, .. }
			| Self::Seizure { to, .. }
			| Self::Recovery { to, .. } => Some(to),
			Self::Wipe { .. } => None,
		}
	}

	/// How many; `None` for all.
	pub const fn amount(&self) -> Option<Balance> {
		match self {
			Self::ForcedTransfer { amount, .. }
			| Self::Seizure { amount, .. }
			| Self::Wipe { amount, .. } => Some(*amount),
			Self::Recovery { .. } => None,
		}
	}
}

/// Where a docket stands.
///
/// ```text
/// Proposed ⇄ Expired
///    │
///    └──▶ Executed | Rejected | Withdrawn
/// ```
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum DocketState {
	/// It freezes and waits for the other side.
	Proposed,
	/// Its time has passed without an answer from the other side, or it was proposed by whom may not
	/// freeze alone. It freezes nobody, and waits for the other side to renew it. Never stored: it
	/// follows from the time.
	Expired,
	/// What it asked for was done.
	Executed,
	/// The other side refused.
	Rejected,
	/// The proposing side took it back.
	Withdrawn,
}

impl DocketState {
	/// Every state, for tables and tests.
	pub const ALL: [Self; 5] = [
		Self::Proposed,
		Self::Expired,
		Self::Executed,
		Self::Rejected,
		Self::Withdrawn,
	];

	/// Whether a docket may go from this state to `next`.
	pub const fn can_become(self, next: Self) -> bool {
		use DocketState::*;
		match self {
			Proposed => matches!(next, Expired | Executed | Rejected | Withdrawn),
			Expired => matches!(next, Proposed),
			Executed | Rejected | Withdrawn => false,
		}
	}

	/// Whether it has ended for good.
	pub const fn is_final(self) -> bool {
		use DocketState::*;
		match self {
			Proposed | Expired => false,
			Executed | Rejected | Withdrawn => true,
		}
	}
}

/// Who acted, and for which organisation.
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
pub struct Agent {
	/// The agent's identity.
	pub identity: IdentityId,
	/// The organisation it acted for; its own identity when it acts for none.
	pub organisation: IdentityId,
}

/// What the holder says to it.
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
pub struct Answer {
	/// BLAKE2b-256 of the statement.
	pub statement: Hash,
	/// When.
	pub at: Moment,
}

/// How a docket ended.
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
pub struct Closing {
	/// Who executed, rejected or withdrew it.
	pub by: Agent,
	/// When.
	pub at: Moment,
	/// Units taken; zero unless it was executed.
	pub taken: Balance,
}

/// A forced action on its way.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Docket<AccountId> {
	/// The asset.
	pub asset: AssetId,
	/// What is to happen.
	pub kind: DocketKind<AccountId>,
	/// BLAKE2b-256 of the papers of the case.
	pub case: Hash,
	/// The identity whose units are taken.
	pub identity: IdentityId,
	/// Who proposed it.
	pub proposer: Agent,
	/// When.
	pub proposed_at: Moment,
	/// First moment at which it freezes no more and cannot be approved, in ms.
	pub expires_at: Moment,
	/// Who renewed it last.
	pub renewed_by: Option<Agent>,
	/// The holder's newest answer.
	pub answer: Option<Answer>,
	/// The stored state; [`state_at`](Self::state_at) says where it stands.
	pub state: DocketState,
	/// How it ended.
	pub closing: Option<Closing>,
	/// Who put the deposit down, and gets it back.
	pub depositor: AccountId,
	/// The deposit, in ASY.
	pub deposit: Balance,
}

impl<AccountId> Docket<AccountId> {
	/// Where it stands at `now`.
	pub fn state_at(&self, now: Moment) -> DocketState {
		match self.state {
			DocketState::Proposed if now >= self.expires_at => DocketState::Expired,
			state => state,
		}
	}

	/// When it ended, or will by its time.
	pub fn ended_at(&self) -> Moment {
		self.closing.map_or(self.expires_at, |closing| closing.at)
	}
}

/// A docket with its clock, as the view functions answer.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct DocketView<AccountId> {
	/// Its number.
	pub id: DocketId,
	/// What is recorded.
	pub docket: Docket<AccountId>,
	/// Where it stands now.
	pub state: DocketState,
	/// Time until it expires, in ms; zero unless it is open.
	pub remaining_ms: Moment,
}

/// One page of dockets.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct DocketPage<AccountId> {
	/// Dockets, by rising number.
	pub items: Vec<DocketView<AccountId>>,
	/// Where the next page starts; `None` at the end.
	pub next: Option<DocketId>,
}

//! The data of issuance and the two state machines that need no chain: bucket and redemption.

use alloc::vec::Vec;
use assay_primitives::{
	AssetId, Balance, Hash, IdentityId, LotId, Moment, Quantity, RedemptionId, UnitRatio, VaultId,
	DAY,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{
	frame_support::BoundedVec,
	sp_core::{ConstU32, U256},
};
use scale_info::TypeInfo;

/// Receivers that one batch may have.
pub const MAX_BATCH: u32 = 100;
/// Lots that one release may name.
pub const MAX_RELEASED_LOTS: u32 = 50;
/// Entries that one call may prune.
pub const MAX_PRUNED: u32 = 100;
/// Redemptions that one page of the queue looks at.
pub const MAX_PAGE: u32 = 100;
/// Furthest that the end of a mint's validity may lie ahead, in ms.
pub const MAX_MINT_VALIDITY: Moment = 7 * DAY;

/// The receivers of a batch and what each gets.
pub type Mints<AccountId> = BoundedVec<(AccountId, Balance), ConstU32<MAX_BATCH>>;
/// Parts of lots, by the vault they lie in.
pub type ReleasedLots = BoundedVec<(VaultId, LotId, Quantity), ConstU32<MAX_RELEASED_LOTS>>;

/// How much may be minted.
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
pub struct Limits {
	/// Most units that the bucket holds.
	pub capacity: Balance,
	/// Units that flow into the bucket in 24 hours.
	pub refill_per_day: Balance,
	/// Most units that one mint, or one batch as a whole, may create.
	pub single_mint_cap: Balance,
}

impl Limits {
	/// The lower of the two, figure by figure.
	pub fn min(&self, other: &Self) -> Self {
		Self {
			capacity: self.capacity.min(other.capacity),
			refill_per_day: self.refill_per_day.min(other.refill_per_day),
			single_mint_cap: self.single_mint_cap.min(other.single_mint_cap),
		}
	}
}

/// Limits that are decided and wait.
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
pub struct Raise {
	/// What will be in force …
	pub limits: Limits,
	/// … from this moment on.
	pub effective_at: Moment,
}

/// What may be minted of an asset, as of its last change; [`Bucket::at`] tells what it is now.
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
pub struct Bucket {
	/// The identity that set it last; it may not mint from it.
	pub controller: IdentityId,
	/// The limits in force at `updated_at`.
	pub limits: Limits,
	/// Higher limits that wait for their time.
	pub raise: Option<Raise>,
	/// Units that could be minted at `updated_at`.
	pub level: Balance,
	/// The started unit, in parts of which [`DAY`] make one: no fraction of a refill is lost, and
	/// none is given early.
	pub remainder: Moment,
	/// The moment that `limits`, `level` and `remainder` speak of.
	pub updated_at: Moment,
}

impl Bucket {
	/// The first bucket of an asset: in force at once and full, since nothing exists that it could
	/// dilute.
	pub fn first(controller: IdentityId, limits: Limits, now: Moment) -> Self {
		Self {
			controller,
			limits,
			raise: None,
			level: limits.capacity,
			remainder: 0,
			updated_at: now,
		}
	}

	/// The bucket at `now`: refilled, and raised if the wait is over.
	pub fn at(mut self, now: Moment) -> Self {
		if let Some(raise) = self.raise.filter(|raise| raise.effective_at <= now) {
			self.refill_until(raise.effective_at);
			self.limits = raise.limits;
			self.raise = None;
		}
		self.refill_until(now);
		self
	}

	/// Sets `limits`: each figure that falls does so at once, each that rises waits for
	/// `raise_delay`. Takes the place of a raise that still waits. `None` on overflow of time.
	pub fn set(
		self,
		controller: IdentityId,
		limits: Limits,
		now: Moment,
		raise_delay: Moment,
	) -> Option<Self> {
		let mut bucket = self.at(now);
		let in_force = bucket.limits.min(&limits);
		bucket.raise = if in_force == limits {
			None
		} else {
			Some(Raise {
				limits,
				effective_at: now.checked_add(raise_delay)?,
			})
		};
		bucket.controller = controller;
		bucket.limits = in_force;
		Some(bucket.clamp(in_force.capacity))
	}

	/// Spills what is above `ceiling`.
	pub fn clamp(mut self, ceiling: Balance) -> Self {
		if self.level >= ceiling {
			self.level = ceiling;
			self.remainder = 0;
		}
		self
	}

	/// Takes `amount` out; `None` when less is in.
	pub fn take(mut self, amount: Balance) -> Option<Self> {
		self.level = self.level.checked_sub(amount)?;
		Some(self)
	}

	/// Rounded down: never more flows in than the refill allows, to the millisecond.
	fn refill_until(&mut self, until: Moment) {
		let Some(elapsed) = until.checked_sub(self.updated_at) else {
			return;
		};
		self.updated_at = until;
		let (Some(room), Some(parts)) = (
			self.limits.capacity.checked_sub(self.level),
			U256::from(self.limits.refill_per_day)
				.checked_mul(elapsed.into())
				.and_then(|parts| parts.checked_add(self.remainder.into())),
		) else {
			return;
		};
		let (whole, rest) = parts.div_mod(DAY.into());
		let refilled = Balance::try_from(whole)
			.ok()
			.filter(|whole| *whole < room)
			.and_then(|whole| self.level.checked_add(whole));
		match refilled {
			Some(level) => {
				self.level = level;
				self.remainder = rest.low_u64();
			},
			None => {
				self.level = self.limits.capacity;
				self.remainder = 0;
			},
		}
	}
}

/// A mint that has happened.
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
pub struct MintRecord {
	/// Units created, over all receivers.
	pub amount: Balance,
	/// When.
	pub minted_at: Moment,
	/// Last moment at which the order could be used; the record is kept until then at least.
	pub valid_until: Moment,
}

/// What was ever minted and burned of an asset.
#[derive(
	Clone,
	Copy,
	Default,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct MintTotals {
	/// Units minted.
	pub minted: Balance,
	/// Units burned.
	pub burned: Balance,
}

/// Where a redemption stands.
///
/// ```text
/// Requested ──▶ Accepted ──▶ Released ──▶ Burned
///   │    │          │
///   │    └────┬─────┘
///   ▼         ▼
/// Rejected  Cancelled
/// ```
///
/// What ends before it is accepted is not stored: its event is all that is left of it.
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
pub enum RedemptionState {
	/// The units are held; the issuer has not answered.
	Requested,
	/// The issuer owes the underlying by `release_by`; a part of it may have been handed over.
	Accepted,
	/// All of it has been handed over; only the burn is left.
	Released,
	/// The units are gone.
	Burned,
	/// It was taken back, its deadline was missed or a docket ended it, and the holder had the units
	/// back. Stored only when it had been accepted.
	Cancelled,
	/// The issuer refused, and the holder has the units. Never stored.
	Rejected,
}

impl RedemptionState {
	/// Every state, for tables and tests.
	pub const ALL: [Self; 6] = [
		Self::Requested,
		Self::Accepted,
		Self::Released,
		Self::Burned,
		Self::Cancelled,
		Self::Rejected,
	];

	/// Whether a redemption may go from this state to `next`.
	pub const fn can_become(self, next: Self) -> bool {
		use RedemptionState::*;
		match self {
			Requested => matches!(next, Accepted | Cancelled | Rejected),
			Accepted => matches!(next, Released | Cancelled),
			Released => matches!(next, Burned),
			Burned | Cancelled | Rejected => false,
		}
	}

	/// Whether units are held for it.
	pub const fn is_open(self) -> bool {
		use RedemptionState::*;
		match self {
			Requested | Accepted | Released => true,
			Burned | Cancelled | Rejected => false,
		}
	}
}

/// The issuer's promise to deliver.
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
pub struct Acceptance {
	/// The issuer's identity that accepted.
	pub by: IdentityId,
	/// When.
	pub at: Moment,
	/// Last moment for the release; after it anyone may cancel while nothing has been released.
	pub release_by: Moment,
}

/// The handing over of the underlying, in one part or in several.
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
pub struct Release {
	/// The organisation that kept the newest part.
	pub custodian: IdentityId,
	/// How much has left the reserve, over all parts; in the end exactly the claim.
	pub quantity: Quantity,
	/// BLAKE2b-256 of the newest part's proof of delivery.
	pub evidence: Hash,
	/// When the newest part left.
	pub at: Moment,
}

/// A claim on its way to its end. Terms are fixed at the request: no later change of unit or
/// parameters touches them.
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
pub struct Redemption<AccountId> {
	/// The asset.
	pub asset: AssetId,
	/// The account whose units are held.
	pub holder: AccountId,
	/// The identity behind it at the request.
	pub identity: IdentityId,
	/// Units held, and burned at the end.
	pub amount: Balance,
	/// What one unit claimed at the request: no later change of terms reaches what was asked for.
	pub unit: UnitRatio,
	/// Underlying owed, rounded down: the reserve gains the fraction.
	pub claim: Quantity,
	/// BLAKE2b-256 of the instruction where and to whom to deliver.
	pub delivery: Hash,
	/// Where it stands.
	pub state: RedemptionState,
	/// When it was asked for.
	pub requested_at: Moment,
	/// Last moment for the issuer's answer; the holder may cancel before and after, anyone after.
	pub accept_by: Moment,
	/// Time from acceptance in which all of the claim must be released, in ms.
	pub release_within: Moment,
	/// Set from acceptance on.
	pub acceptance: Option<Acceptance>,
	/// Set from the first part released on.
	pub release: Option<Release>,
	/// When it ended; set once burned or, after the acceptance, cancelled.
	pub closed_at: Option<Moment>,
}

impl<AccountId> Redemption<AccountId> {
	/// How much of the claim has left the reserve.
	pub fn released(&self) -> Quantity {
		self.release.map_or(0, |release| release.quantity)
	}

	/// Last moment for the step that is due: the answer or the release.
	pub fn due_by(&self) -> Moment {
		self.acceptance
			.map_or(self.accept_by, |acceptance| acceptance.release_by)
	}
}

/// What may be minted now, as the view function answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Allowance {
	/// The identity that set the bucket.
	pub controller: IdentityId,
	/// The limits in force.
	pub limits: Limits,
	/// Higher limits that wait.
	pub raise: Option<Raise>,
	/// Units in the bucket.
	pub level: Balance,
	/// Most that the bucket may hold for the reserve there is; zero when the reserve is unknown.
	pub reserve_share: Balance,
	/// Units that the reserve still covers; zero when minting is shut.
	pub headroom: Balance,
	/// Whether the asset's status allows minting.
	pub asset_active: bool,
	/// Whether every legal document that minting needs is in force.
	pub documents_in_force: bool,
	/// The most that one mint could create now by all of these figures.
	pub mintable: Balance,
}

/// One page of the redemptions of an asset that are open.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct RedemptionPage<AccountId> {
	/// Open redemptions, by rising number.
	pub items: Vec<(RedemptionId, Redemption<AccountId>)>,
	/// Where the next page starts; `None` at the end.
	pub next: Option<RedemptionId>,
}

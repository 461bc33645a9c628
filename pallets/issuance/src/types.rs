//! The data of issuance and the two state machines that need no chain: bucket and redemption.

pub use crate::{deficiency::*, redemption::*};

use assay_primitives::{
	AssetId, Balance, IdentityId, LotId, Moment, Quantity, UnitRatio, VaultId, DAY,
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
/// Requests of holders who may not be paid that one acceptance may pass over.
pub const MAX_PASSED_OVER: u32 = 16;
/// Days that the history of an asset covers.
pub const HISTORY_DAYS: u32 = 400;
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

/// What the value of an asset's units is in money, by which its issuer's bond is measured.
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
pub struct BondTerms {
	/// The settlement asset that the bond consists of and penalties are paid in.
	pub settlement: AssetId,
	/// Smallest units of it for one smallest unit of the asset, as an exact rational.
	pub price: UnitRatio,
}

/// Terms of a bond that wait for a second organisation.
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
pub struct ProposedBondTerms {
	/// The terms.
	pub terms: BondTerms,
	/// The organisation of the issuer's identity that proposed them.
	pub organisation: IdentityId,
}

/// For how long the chain stood still in all: time that nobody could act in.
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
pub struct OutageClock {
	/// The newest block's timestamp; zero before the first.
	pub last_block_at: Moment,
	/// The gaps that counted, added up, in ms.
	pub total_ms: Moment,
}

impl OutageClock {
	/// The clock at `now`. A gap after the newest block counts in full when it is longer than
	/// `threshold`, or when the council has stopped the chain or these calls (`halted`). Time that does
	/// not fit is left out.
	pub fn at(&self, now: Moment, threshold: Moment, halted: bool) -> Self {
		let gap = now
			.checked_sub(self.last_block_at)
			.filter(|gap| self.last_block_at > 0 && (halted || *gap > threshold))
			.unwrap_or_default();
		Self {
			last_block_at: now,
			total_ms: self.total_ms.checked_add(gap).unwrap_or(self.total_ms),
		}
	}
}

/// An asset on one day, for charts: as it stood when it was first looked at on that day.
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
pub struct DayRecord {
	/// Days since the Unix epoch.
	pub day: u32,
	/// Units that exist.
	pub supply: Balance,
	/// Underlying that counted before haircuts.
	pub reserve: Quantity,
	/// Underlying that outstanding units claimed.
	pub claims: Quantity,
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
	/// Redemptions in breach that nothing has ended; while there is one, minting is shut.
	pub uncured_breaches: u32,
	/// Units that the issuer's bond still covers; `Balance::MAX` when no bond is asked for.
	pub bond_room: Balance,
	/// The most that one mint could create now by all of these figures.
	pub mintable: Balance,
}

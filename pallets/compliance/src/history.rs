//! What a position remembers of its past: units received, volumes given away, past balances.

use crate::policies::MAX_VOLUME_RULES;
use assay_primitives::{Balance, CheckpointId, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{frame_support::BoundedVec, sp_core::ConstU32};
use scale_info::TypeInfo;

/// Receipts that a position tells apart.
pub const MAX_RECEIPTS: u32 = 16;
/// Parts of a holding period; what is received within one counts from the last of it. One less than
/// there are receipts, since a period touches one part more than it has.
const PARTS: Moment = 15;
/// Checkpoints of one asset that may be open at a time.
pub const MAX_OPEN_CHECKPOINTS: u32 = 16;

/// Units that came in one part of a holding period.
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
pub struct Receipt {
	/// When the last of them came, in ms.
	pub last_at: Moment,
	/// How many.
	pub units: Balance,
}

/// Units received while a holding period was in force, oldest first.
#[derive(
	Clone,
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
pub struct Receipts(BoundedVec<Receipt, ConstU32<MAX_RECEIPTS>>);

fn is_locked(receipt: &Receipt, now: Moment, period: Moment) -> bool {
	let free_at = receipt.last_at.checked_add(period);
	free_at.is_none_or(|free_at| now < free_at)
}

impl Receipts {
	/// Whether none is remembered.
	pub fn is_empty(&self) -> bool {
		self.0.is_empty()
	}

	/// Units that were received less than `period` before `now`.
	pub fn locked(&self, now: Moment, period: Moment) -> Balance {
		self.0
			.iter()
			.filter(|receipt| is_locked(receipt, now, period))
			.try_fold(0_u128, |sum, receipt| sum.checked_add(receipt.units))
			.unwrap_or(Balance::MAX)
	}

	/// All units that are remembered; `None` when they overflow.
	pub fn units(&self) -> Option<Balance> {
		self.0
			.iter()
			.try_fold(0_u128, |sum, receipt| sum.checked_add(receipt.units))
	}

	/// Remembers `units` received at `now`, and forgets what has been held for the period.
	pub fn receive(&mut self, now: Moment, units: Balance, period: Moment) -> Option<()> {
		let part = period.div_ceil(PARTS);
		let number = |receipt: &Receipt| receipt.last_at.checked_div(part);
		let mut kept: BoundedVec<Receipt, ConstU32<MAX_RECEIPTS>> = BoundedVec::new();
		let new = Receipt {
			last_at: now,
			units,
		};
		let live = self.0.iter().filter(|old| is_locked(old, now, period));
		for receipt in live.chain([&new]) {
			match kept.last_mut() {
				Some(last) if number(last) == number(receipt) => {
					last.last_at = receipt.last_at;
					last.units = last.units.checked_add(receipt.units)?;
				},
				_ => kept.try_push(*receipt).ok()?,
			}
		}
		self.0 = kept;
		Some(())
	}

	/// Forgets the oldest until no more than `total` are remembered: the others have left.
	pub fn trim(&mut self, total: Balance) -> Option<()> {
		let mut excess = self.units()?.checked_sub(total).unwrap_or(0);
		for receipt in self.0.iter_mut() {
			let gone = receipt.units.min(excess);
			receipt.units = receipt.units.checked_sub(gone)?;
			excess = excess.checked_sub(gone)?;
		}
		self.0.retain(|receipt| receipt.units > 0);
		Some(())
	}
}

/// What was given away in one window of a period.
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
pub struct Volume {
	/// Length of the period, in ms.
	pub period_ms: Moment,
	/// Which period since the Unix epoch.
	pub number: u64,
	/// Units given away in it.
	pub units: Balance,
}

impl Volume {
	fn is_current(&self, now: Moment) -> bool {
		now.checked_div(self.period_ms) == Some(self.number)
	}
}

/// What was given away in the current window of each period that a rule asks for.
#[derive(
	Clone,
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
pub struct Volumes(BoundedVec<Volume, ConstU32<MAX_VOLUME_RULES>>);

impl Volumes {
	/// Whether nothing is counted.
	pub fn is_empty(&self) -> bool {
		self.0.is_empty()
	}

	/// What was given away in the window of that period that `now` lies in.
	pub fn given(&self, now: Moment, period_ms: Moment) -> Balance {
		self.0
			.iter()
			.find(|volume| volume.period_ms == period_ms && volume.is_current(now))
			.map_or(0, |volume| volume.units)
	}

	/// Counts `units` given away at `now` in each of the periods, and forgets all others.
	pub fn give(
		&mut self,
		now: Moment,
		units: Balance,
		periods: impl Iterator<Item = Moment>,
	) -> Option<()> {
		let mut counted = BoundedVec::new();
		for period_ms in periods {
			let volume = Volume {
				period_ms,
				number: now.checked_div(period_ms)?,
				units: self.given(now, period_ms).checked_add(units)?,
			};
			counted.try_push(volume).ok()?;
		}
		self.0 = counted;
		Some(())
	}

	/// Forgets windows that are over.
	pub fn prune(&mut self, now: Moment) {
		self.0.retain(|volume| volume.is_current(now));
	}
}

/// A moment in an asset's life whose balances stay known.
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
pub struct Checkpoint {
	/// Its number.
	pub id: CheckpointId,
	/// Units that existed then.
	pub supply: Balance,
}

/// The checkpoints of an asset. Opening one writes nothing else.
#[derive(
	Clone,
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
pub struct AssetCheckpoints {
	/// The number of the last one that was opened; zero is none.
	pub last: CheckpointId,
	/// Those that are open, oldest first.
	pub open: BoundedVec<Checkpoint, ConstU32<MAX_OPEN_CHECKPOINTS>>,
}

/// What a position held at every checkpoint after the entry before and up to this one.
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
pub struct PastBalance {
	/// The last checkpoint that it stands for.
	pub checkpoint: CheckpointId,
	/// Units, free and held.
	pub units: Balance,
}

/// Balances at open checkpoints, written when the position first changes after one. At most one
/// entry per open checkpoint is kept.
#[derive(
	Clone,
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
pub struct PastBalances(BoundedVec<PastBalance, ConstU32<MAX_OPEN_CHECKPOINTS>>);

impl PastBalances {
	/// Whether nothing is remembered.
	pub fn is_empty(&self) -> bool {
		self.0.is_empty()
	}

	/// What was held at an open checkpoint, where `total` is held now.
	pub fn at(&self, checkpoint: CheckpointId, total: Balance) -> Balance {
		self.0
			.iter()
			.find(|past| checkpoint <= past.checkpoint)
			.map_or(total, |past| past.units)
	}

	/// Remembers what is held before it changes, for checkpoints opened since the last change.
	pub fn record(&mut self, open: &[Checkpoint], total: Balance) -> Option<()> {
		self.prune(open);
		let Some(newest) = open.last() else {
			return Some(());
		};
		let known = self
			.0
			.last()
			.is_some_and(|past| newest.id <= past.checkpoint);
		if known {
			return Some(());
		}
		let past = PastBalance {
			checkpoint: newest.id,
			units: total,
		};
		self.0.try_push(past).ok()
	}

	/// Forgets what no open checkpoint asks for.
	pub fn prune(&mut self, open: &[Checkpoint]) {
		let mut after = 0;
		self.0.retain(|past| {
			let asked = open
				.iter()
				.any(|checkpoint| after < checkpoint.id && checkpoint.id <= past.checkpoint);
			after = past.checkpoint;
			asked
		});
	}

	/// Forgets everything where nothing was held at any of them. For a position that holds nothing
	/// now, no entry says the same.
	pub fn forget_zeros(&mut self) {
		if self.0.iter().all(|past| past.units == 0) {
			self.0.clear();
		}
	}
}

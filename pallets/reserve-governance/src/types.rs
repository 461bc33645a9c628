//! The parameters of one asset as they are stored.

use crate::KEYS;
use assay_primitives::{Moment, ParameterKey, ReserveParameterValues};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// A change that is decided and waits.
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
pub struct PendingChange {
	/// What changes.
	pub key: ParameterKey,
	/// The value it will have.
	pub value: u64,
	/// When it was decided.
	pub decided_at: Moment,
	/// From this moment on it holds.
	pub effective_at: Moment,
}

/// When a key was last decided on, of the decisions that hold.
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
pub struct LastChange {
	/// The key.
	pub key: ParameterKey,
	/// When it was decided.
	pub decided_at: Moment,
}

/// The parameters of one asset: one value, one read.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AssetParameters {
	/// What holds, but for pending changes that have come due since it was written.
	pub values: ReserveParameterValues,
	/// Decided changes, at most one per key.
	pub pending: BoundedVec<PendingChange, ConstU32<KEYS>>,
	/// When each key that ever changed was last decided on, for the cool-down.
	pub last_changes: BoundedVec<LastChange, ConstU32<KEYS>>,
}

impl AssetParameters {
	/// Parameters that never changed.
	pub fn new(values: ReserveParameterValues) -> Self {
		Self {
			values,
			pending: BoundedVec::new(),
			last_changes: BoundedVec::new(),
		}
	}

	/// What holds at `now`: each pending change from its moment on, without anyone calling anything.
	///
	/// `None` when a value does not fit its key, which no call can bring about.
	pub fn at(&self, now: Moment) -> Option<ReserveParameterValues> {
		let mut values = self.values;
		for change in self
			.pending
			.iter()
			.filter(|change| change.effective_at <= now)
		{
			values.set(change.key, change.value)?;
		}
		Some(values)
	}

	/// Makes the changes that have come due part of the values.
	pub fn fold(&mut self, now: Moment) -> Option<()> {
		self.values = self.at(now)?;
		for due in self
			.pending
			.iter()
			.filter(|change| change.effective_at <= now)
		{
			let decided_at = due.decided_at;
			match self
				.last_changes
				.iter_mut()
				.find(|last| last.key == due.key)
			{
				Some(last) => last.decided_at = decided_at,
				None => self
					.last_changes
					.try_push(LastChange {
						key: due.key,
						decided_at,
					})
					.ok()?,
			}
		}
		self.pending.retain(|change| change.effective_at > now);
		Some(())
	}

	/// The change of `key` that waits.
	pub fn pending_change(&self, key: ParameterKey) -> Option<&PendingChange> {
		self.pending.iter().find(|change| change.key == key)
	}

	/// When `key` was last decided on, of the decisions that hold.
	pub fn last_change(&self, key: ParameterKey) -> Option<Moment> {
		self.last_changes
			.iter()
			.find(|last| last.key == key)
			.map(|last| last.decided_at)
	}
}

//! Lists that are registered in batches, and offers of lots to another vault.

use crate::LotIds;
use assay_primitives::{Balance, Hash, Moment, Quantity, Scope};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The number of an offer. Numbers are never used again.
pub type OfferId = u64;

/// Which batch of which list a call registers.
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
pub struct ListBatch {
	/// BLAKE2b-256 of the published list.
	pub list: Hash,
	/// Which batch of it, from zero.
	pub index: u32,
}

/// How far the registration of a published list has come.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LotList<AccountId> {
	/// Lots that the list names.
	pub lots: u32,
	/// Sum of their quantities, in the underlying's smallest unit.
	pub quantity: Quantity,
	/// Lots registered so far.
	pub registered_lots: u32,
	/// Sum of their quantities.
	pub registered_quantity: Quantity,
	/// The batch to send next.
	pub next_batch: u32,
	/// Who opened it, paid the deposit and gets it back.
	pub depositor: AccountId,
	/// The deposit, in ASY.
	pub deposit: Balance,
}

/// Why a batch does not fit its list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListFault {
	/// The list was registered up to this batch or further.
	AlreadyRegistered,
	/// A batch before this one is missing.
	OutOfOrder,
	/// Every lot of the list is registered.
	Complete,
	/// The batch has more lots than the list has left.
	TooManyLots,
	/// The sum of the quantities is not, or can no longer become, that of the list.
	Mismatch,
}

impl<AccountId> LotList<AccountId> {
	/// Whether every lot is registered; then the sum of the quantities is that of the list.
	pub fn is_complete(&self) -> bool {
		self.registered_lots == self.lots
	}

	/// Whether the batch of that index is the one to send next.
	///
	/// # Errors
	/// When it came before, is not due yet, or when nothing is left to register.
	pub fn ensure_next(&self, index: u32) -> Result<(), ListFault> {
		if index < self.next_batch {
			Err(ListFault::AlreadyRegistered)
		} else if self.is_complete() {
			Err(ListFault::Complete)
		} else if index > self.next_batch {
			Err(ListFault::OutOfOrder)
		} else {
			Ok(())
		}
	}

	/// Counts a batch.
	///
	/// # Errors
	/// When there are more lots than the list names, or when their quantities cannot add up to its.
	pub fn take(&mut self, lots: u32, quantity: Quantity) -> Result<(), ListFault> {
		let lots = self
			.registered_lots
			.checked_add(lots)
			.filter(|lots| *lots <= self.lots)
			.ok_or(ListFault::TooManyLots)?;
		// As long as lots are missing, so is some quantity: none is empty.
		let quantity = self
			.registered_quantity
			.checked_add(quantity)
			.filter(|quantity| {
				if lots == self.lots {
					*quantity == self.quantity
				} else {
					*quantity < self.quantity
				}
			})
			.ok_or(ListFault::Mismatch)?;
		let next_batch = self
			.next_batch
			.checked_add(1)
			.ok_or(ListFault::TooManyLots)?;
		self.registered_lots = lots;
		self.registered_quantity = quantity;
		self.next_batch = next_batch;
		Ok(())
	}
}

/// Lots on offer to another vault.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Offer<AccountId> {
	/// Where they are pledged.
	pub from: Scope,
	/// Where they would be pledged: the same asset in another vault.
	pub to: Scope,
	/// The lots.
	pub lots: LotIds,
	/// What is left of them altogether, in the underlying's smallest unit. An offer of which some has
	/// left since is no longer what the receiver was told, and cannot be accepted.
	pub quantity: Quantity,
	/// Last moment at which it can be accepted.
	pub expires_at: Moment,
	/// Who made it, paid the deposit and gets it back.
	pub depositor: AccountId,
	/// The deposit, in ASY.
	pub deposit: Balance,
}

//! Why a movement is refused: one stable number per reason.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::frame_support::PalletError;
use scale_info::TypeInfo;

/// Why a movement or a transaction is refused.
///
/// The number is the same in the dry run, in the pool (`Custom error: N`), in the dispatch error
/// and in the event. Numbers are never reused or changed; new ones are appended.
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
	PalletError,
)]
#[scale_info(capture_docs = "always")]
#[repr(u8)]
pub enum ReasonCode {
	/// The account is not linked to an identity.
	#[codec(index = 1)]
	NotAdmitted = 1,
	/// The identity is suspended, and this call is not among those it keeps.
	#[codec(index = 2)]
	IdentitySuspended = 2,
	/// The identity is sanctioned, and this call is not among those it keeps.
	#[codec(index = 3)]
	IdentitySanctioned = 3,
	/// The call is not offered on this chain, or is paused.
	#[codec(index = 4)]
	CallNotOffered = 4,
	/// The transaction carries more calls, or acts in the name of more accounts, than are looked through.
	#[codec(index = 5)]
	TooManyCarried = 5,
	/// There is no such asset.
	#[codec(index = 10)]
	UnknownAsset = 10,
	/// The asset's status does not allow this movement.
	#[codec(index = 11)]
	AssetStatus = 11,
	/// The asset has no policy, so nothing may move.
	#[codec(index = 12)]
	PolicyMissing = 12,
	/// This kind of movement is paused for the asset.
	#[codec(index = 13)]
	MovementPaused = 13,
	/// The amount is zero.
	#[codec(index = 14)]
	AmountZero = 14,
	/// The sender has too few units that are neither held nor frozen.
	#[codec(index = 15)]
	FreeUnits = 15,
	/// The spender's approval is smaller than the amount, or there is none.
	#[codec(index = 16)]
	Allowance = 16,
	/// A counter would overflow.
	#[codec(index = 17)]
	Overflow = 17,
	/// `transfer_keep_alive` would empty the account.
	#[codec(index = 18)]
	KeepAlive = 18,
	/// Part of the account is held for a purpose, so that it cannot be emptied.
	#[codec(index = 19)]
	HeldUnits = 19,
	/// The sender's account is not linked to an identity.
	#[codec(index = 20)]
	SenderUnknown = 20,
	/// The receiver's account is not linked to an identity.
	#[codec(index = 21)]
	ReceiverUnknown = 21,
	/// The spender's account is not linked to an identity.
	#[codec(index = 22)]
	SpenderUnknown = 22,
	/// The sender's identity is suspended.
	#[codec(index = 23)]
	SenderSuspended = 23,
	/// The receiver's identity is suspended.
	#[codec(index = 24)]
	ReceiverSuspended = 24,
	/// The spender's identity is suspended.
	#[codec(index = 25)]
	SpenderSuspended = 25,
	/// The sender's identity is sanctioned.
	#[codec(index = 26)]
	SenderSanctioned = 26,
	/// The receiver's identity is sanctioned.
	#[codec(index = 27)]
	ReceiverSanctioned = 27,
	/// The spender's identity is sanctioned.
	#[codec(index = 28)]
	SpenderSanctioned = 28,
	/// The sender's account or identity is frozen for this asset.
	#[codec(index = 29)]
	SenderFrozen = 29,
	/// The receiver's account or identity is frozen for this asset.
	#[codec(index = 30)]
	ReceiverFrozen = 30,
	/// The sender's change of jurisdiction is not finished: its positions must be reseated first.
	#[codec(index = 31)]
	SenderLocked = 31,
	/// The receiver's change of jurisdiction is not finished: its positions must be reseated first.
	#[codec(index = 32)]
	ReceiverLocked = 32,
	/// The sender's account is being replaced by another account of the same identity.
	#[codec(index = 33)]
	SenderReplaced = 33,
	/// A docket has frozen the sender's units of this asset.
	#[codec(index = 34)]
	SenderUnderDocket = 34,
	/// The spender's account is being replaced by another account of the same identity.
	#[codec(index = 35)]
	SpenderReplaced = 35,
	/// The sender lacks a claim that the policy requires.
	#[codec(index = 40)]
	SenderClaim = 40,
	/// The receiver lacks a claim that the policy requires.
	#[codec(index = 41)]
	ReceiverClaim = 41,
	/// The sender's jurisdiction is not allowed.
	#[codec(index = 42)]
	SenderJurisdiction = 42,
	/// The receiver's jurisdiction is not allowed.
	#[codec(index = 43)]
	ReceiverJurisdiction = 43,
	/// The receiver's investor category is not allowed.
	#[codec(index = 44)]
	ReceiverCategory = 44,
	/// The sender is on the asset's denylist.
	#[codec(index = 45)]
	SenderDenied = 45,
	/// The receiver is on the asset's denylist.
	#[codec(index = 46)]
	ReceiverDenied = 46,
	/// The receiver would hold more than the policy allows.
	#[codec(index = 47)]
	MaxBalance = 47,
	/// The asset would have more holders than the policy allows.
	#[codec(index = 48)]
	MaxHolders = 48,
	/// The lock-up has not ended.
	#[codec(index = 49)]
	LockUp = 49,
	/// More identities of the receiver's country would hold the asset than the policy allows.
	#[codec(index = 50)]
	MaxHoldersPerCountry = 50,
	/// The sender received these units too short a time ago.
	#[codec(index = 51)]
	HoldingPeriod = 51,
	/// The asset may not be transferred at this time.
	#[codec(index = 52)]
	TransferWindow = 52,
	/// The sender would give away more in this period than the policy allows.
	#[codec(index = 53)]
	VolumePerPeriod = 53,
	/// The movement, or a position after it, is smaller than the policy allows.
	#[codec(index = 54)]
	MinimumAmount = 54,
	/// The sender may give away all that it holds, or nothing.
	#[codec(index = 55)]
	FullBalanceOnly = 55,
	/// No officer of the asset has approved this movement beforehand, or not as much, or its time is over.
	#[codec(index = 56)]
	NotPreApproved = 56,
	/// The policy does not let the sender give to this receiver.
	#[codec(index = 57)]
	Counterparty = 57,
	/// More units would exist than the policy allows.
	#[codec(index = 58)]
	SupplyCap = 58,
	/// The receiver has not agreed to receive the asset.
	#[codec(index = 59)]
	ReceiverOptIn = 59,
}

impl ReasonCode {
	/// Every reason, for tables and tests.
	pub const ALL: [Self; 51] = [
		Self::NotAdmitted,
		Self::IdentitySuspended,
		Self::IdentitySanctioned,
		Self::CallNotOffered,
		Self::TooManyCarried,
		Self::UnknownAsset,
		Self::AssetStatus,
		Self::PolicyMissing,
		Self::MovementPaused,
		Self::AmountZero,
		Self::FreeUnits,
		Self::Allowance,
		Self::Overflow,
		Self::KeepAlive,
		Self::HeldUnits,
		Self::SenderUnknown,
		Self::ReceiverUnknown,
		Self::SpenderUnknown,
		Self::SenderSuspended,
		Self::ReceiverSuspended,
		Self::SpenderSuspended,
		Self::SenderSanctioned,
		Self::ReceiverSanctioned,
		Self::SpenderSanctioned,
		Self::SenderFrozen,
		Self::ReceiverFrozen,
		Self::SenderLocked,
		Self::ReceiverLocked,
		Self::SenderReplaced,
		Self::SenderUnderDocket,
		Self::SpenderReplaced,
		Self::SenderClaim,
		Self::ReceiverClaim,
		Self::SenderJurisdiction,
		Self::ReceiverJurisdiction,
		Self::ReceiverCategory,
		Self::SenderDenied,
		Self::ReceiverDenied,
		Self::MaxBalance,
		Self::MaxHolders,
		Self::LockUp,
		Self::MaxHoldersPerCountry,
		Self::HoldingPeriod,
		Self::TransferWindow,
		Self::VolumePerPeriod,
		Self::MinimumAmount,
		Self::FullBalanceOnly,
		Self::NotPreApproved,
		Self::Counterparty,
		Self::SupplyCap,
		Self::ReceiverOptIn,
	];

	/// The number that clients see.
	#[expect(
		clippy::as_conversions,
		reason = "the enum is `repr(u8)`: the cast is its number"
	)]
	pub const fn code(self) -> u8 {
		self as u8
	}
}

//! Lots: what they are, how they are named, and how their custodian states them.

use alloc::vec::Vec;
use assay_primitives::{
	AssetId, Balance, Basis, Hash, IdentityId, LiquidityClass, LotId, Moment, Quantity, VaultId,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{
	frame_support::{traits::ConstU32, BoundedVec},
	sp_io::hashing::blake2_256,
};
use scale_info::TypeInfo;

/// Lots that one call may name.
pub const MAX_LOTS_PER_CALL: u32 = 100;
/// Lots that one question looks through.
pub const MAX_LOTS_PER_PAGE: u32 = 1_000;
/// Bytes of a registry's name.
pub const MAX_REGISTRY_LENGTH: u32 = 16;
/// Bytes of a serial number.
pub const MAX_SERIAL_LENGTH: u32 = 32;

/// Who gave a lot its serial: `LBMA`, `ISIN`, `IBAN`.
pub type Registry = BoundedVec<u8, ConstU32<MAX_REGISTRY_LENGTH>>;
/// A serial as it stands on the bar or the paper.
pub type Serial = BoundedVec<u8, ConstU32<MAX_SERIAL_LENGTH>>;
/// The lots that one call names.
pub type LotIds = BoundedVec<LotId, ConstU32<MAX_LOTS_PER_CALL>>;
/// The lots that one call registers.
pub type LotInputs = BoundedVec<LotInput, ConstU32<MAX_LOTS_PER_CALL>>;

/// Whether a lot is still on its custodian's book, and free of the claims of others.
///
/// ```text
///                                withdrawal
///   Stored, with a lien ──────────────────────────▶ Stored, no lien
///        │        │            encumbrance               ▲ lifted
///        │        └─────────────────────────────▶ Encumbered
///        │                   release of all of it
///        └────────────────────────────────────────▶ Released
/// ```
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
pub enum LotStatus {
	/// On its custodian's book.
	Stored,
	/// Turned over in full to those who redeemed.
	Released,
	/// On its custodian's book, and pledged to others outside this chain.
	Encumbered,
}

/// What a lot that is money or paper is worth.
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
pub struct LotValue {
	/// Value of the whole lot as registered, in the smallest unit of the currency.
	pub value: Balance,
	/// ISO 4217 code: `CHF`.
	pub currency: [u8; 3],
	/// From this moment on the lot counts zero; `None` for what does not mature, as money on call.
	pub matures_at: Option<Moment>,
}

/// A lot as its custodian registers it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LotInput {
	/// Who gave the serial.
	pub registry: Registry,
	/// The serial, as it stands on the lot.
	pub serial: Serial,
	/// How much of the underlying it is, in the underlying's smallest unit.
	pub quantity: Quantity,
	/// Value, currency and maturity: for fiat, treasury, receivables and funds, and only for them.
	pub value: Option<LotValue>,
	/// How the quantity was arrived at.
	pub basis: Basis,
	/// How fast it can be turned over to a holder.
	pub class: LiquidityClass,
	/// BLAKE2b-256 of the document that proves it: bar list, statement, deed.
	pub document_hash: Hash,
}

/// A bar, an account, a paper: the smallest thing that can be pledged.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Lot<AccountId> {
	/// Who gave the serial, as registered.
	pub registry: Registry,
	/// The serial, as registered.
	pub serial: Serial,
	/// Who keeps it.
	pub custodian: IdentityId,
	/// Where it lies.
	pub vault: VaultId,
	/// Whether it is still there.
	pub status: LotStatus,
	/// The one asset that it is pledged to.
	pub lien: Option<AssetId>,
	/// How much of it is still there.
	pub quantity: Quantity,
	/// How much of it was registered.
	pub original_quantity: Quantity,
	/// Value, currency and maturity, for money and paper.
	pub value: Option<LotValue>,
	/// How the quantity was arrived at.
	pub basis: Basis,
	/// How fast it can be turned over to a holder.
	pub class: LiquidityClass,
	/// BLAKE2b-256 of the document that proves it.
	pub document_hash: Hash,
	/// When it was registered.
	pub registered_at: Moment,
	/// When it came to its vault from another one by a transfer; `None` if it was registered there.
	pub arrived_at: Option<Moment>,
	/// Who registered it, paid the deposit and gets it back.
	pub depositor: AccountId,
	/// The deposit, in ASY.
	pub deposit: Balance,
}

impl<AccountId> Lot<AccountId> {
	/// When it stops counting.
	pub fn matures_at(&self) -> Option<Moment> {
		self.value.and_then(|value| value.matures_at)
	}
}

/// What a lot that has matured was paid out as.
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
pub struct CashInput {
	/// How much of the underlying the money is, in the underlying's smallest unit; no more than has
	/// matured.
	pub quantity: Quantity,
	/// The money, in the smallest unit of the lot's currency.
	pub value: Balance,
	/// When it matures again, as a fixed deposit does; `None` for money on call.
	pub matures_at: Option<Moment>,
	/// How the quantity was arrived at.
	pub basis: Basis,
	/// How fast it can be turned over to a holder.
	pub class: LiquidityClass,
	/// BLAKE2b-256 of the document that proves it, for instance the statement of the account.
	pub document_hash: Hash,
}

/// Lots of a scope that came up while a part of the register was looked through.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct LotPage<AccountId> {
	/// The lots, each with its id, in the order of storage.
	pub lots: Vec<(LotId, Lot<AccountId>)>,
	/// After which lot to look on; none when all has been looked through.
	pub next: Option<LotId>,
}

/// Why a registry or a serial names no lot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LotNameFault {
	/// The registry is empty or holds a character that no registry uses.
	Registry,
	/// The serial is empty, is zero, or holds a character that no serial uses.
	Serial,
}

/// The id of a lot: BLAKE2b-256 of the SCALE encoding of normalised registry and normalised serial.
///
/// Normalised is: letters in upper case; spaces, dashes, dots and slashes left out; then leading
/// zeros left out. So neither case, spacing nor padding makes two lots of one bar.
///
/// # Errors
/// When one of the two is empty after that, or has characters other than ASCII letters and digits.
pub fn lot_id(registry: &[u8], serial: &[u8]) -> Result<LotId, LotNameFault> {
	let registry = normalise(registry).ok_or(LotNameFault::Registry)?;
	let serial = normalise(serial).ok_or(LotNameFault::Serial)?;
	Ok(blake2_256(&(registry, serial).encode()).into())
}

fn normalise(text: &[u8]) -> Option<Vec<u8>> {
	let mut plain = Vec::with_capacity(text.len());
	for byte in text {
		match byte {
			b' ' | b'-' | b'.' | b'/' => {},
			b'0' if plain.is_empty() => {},
			byte if byte.is_ascii_alphanumeric() => plain.push(byte.to_ascii_uppercase()),
			_ => return None,
		}
	}
	(!plain.is_empty()).then_some(plain)
}

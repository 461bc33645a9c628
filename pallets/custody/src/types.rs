//! Custodians, vaults and lots as they are stored.

use alloc::vec::Vec;
use assay_primitives::{
	AssetId, Balance, Basis, Hash, IdentityId, Jurisdiction, LiquidityClass, LotId, Moment,
	Quantity, VaultId,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{
	frame_support::{traits::ConstU32, BoundedVec},
	sp_io::hashing::blake2_256,
};
use scale_info::TypeInfo;

/// Lots that one call may name.
pub const MAX_LOTS_PER_CALL: u32 = 100;
/// Bytes of a vault's name.
pub const MAX_NAME_LENGTH: u32 = 64;
/// Bytes of a registry's name.
pub const MAX_REGISTRY_LENGTH: u32 = 16;
/// Bytes of a serial number.
pub const MAX_SERIAL_LENGTH: u32 = 32;
/// Assets that one vault may keep lots for.
pub const MAX_ASSETS_PER_VAULT: u32 = 64;

/// A vault's name, UTF-8.
pub type VaultName = BoundedVec<u8, ConstU32<MAX_NAME_LENGTH>>;
/// Who gave a lot its serial: `LBMA`, `ISIN`, `IBAN`.
pub type Registry = BoundedVec<u8, ConstU32<MAX_REGISTRY_LENGTH>>;
/// A serial as it stands on the bar or the paper.
pub type Serial = BoundedVec<u8, ConstU32<MAX_SERIAL_LENGTH>>;
/// The lots that one call names.
pub type LotIds = BoundedVec<LotId, ConstU32<MAX_LOTS_PER_CALL>>;
/// The lots that one call registers.
pub type LotInputs = BoundedVec<LotInput, ConstU32<MAX_LOTS_PER_CALL>>;

/// What the council may approve an organisation for.
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
pub enum Office {
	/// Keeps reserves.
	Custodian,
	/// Audits reserves.
	Auditor,
}

/// That the council has approved an organisation.
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
pub struct Approval {
	/// BLAKE2b-256 of the licence that the council has seen.
	pub licence: Hash,
	/// Whether the council has suspended it.
	pub suspended: bool,
}

impl Approval {
	/// An approval that stands.
	pub const fn new(licence: Hash) -> Self {
		Self {
			licence,
			suspended: false,
		}
	}
}

/// An organisation that keeps reserves.
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
pub struct Custodian {
	/// The council's approval.
	pub approval: Approval,
	/// Vaults it has open.
	pub vaults: u32,
}

/// A place where lots lie. It is open as long as it is stored.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Vault<AccountId> {
	/// Whose vault it is.
	pub custodian: IdentityId,
	/// What people call it.
	pub name: VaultName,
	/// The country it stands in, ISO 3166-1 numeric.
	pub jurisdiction: Jurisdiction,
	/// Lots on record here, pledged or not.
	pub lots: u32,
	/// Assets that have totals here, sorted.
	pub assets: BoundedVec<AssetId, ConstU32<MAX_ASSETS_PER_VAULT>>,
	/// Who paid the deposit and gets it back.
	pub depositor: AccountId,
	/// The deposit, in ASY.
	pub deposit: Balance,
}

/// Whether a lot is still on its custodian's book.
///
/// ```text
///                                withdrawal
///   Stored, with a lien ──────────────────────────▶ Stored, no lien
///            │               release of all of it
///            └────────────────────────────────────▶ Released
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

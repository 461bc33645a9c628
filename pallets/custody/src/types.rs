//! Custodians, auditors and vaults as they are stored.

use assay_primitives::{AssetId, Balance, Hash, IdentityId, Jurisdiction, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Bytes of a vault's name.
pub const MAX_NAME_LENGTH: u32 = 64;
/// Bytes of the address of a licence.
pub const MAX_LICENCE_URI_LENGTH: u32 = 128;
/// Assets that one vault may keep lots for.
pub const MAX_ASSETS_PER_VAULT: u32 = 64;

/// A vault's name, UTF-8.
pub type VaultName = BoundedVec<u8, ConstU32<MAX_NAME_LENGTH>>;
/// Where a licence can be fetched.
pub type LicenceUri = BoundedVec<u8, ConstU32<MAX_LICENCE_URI_LENGTH>>;

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

/// A licence to keep or to audit, as the council has seen it.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct Licence {
	/// BLAKE2b-256 of the document.
	pub document_hash: Hash,
	/// Where the document can be fetched.
	pub uri: LicenceUri,
	/// Last moment at which it is in force; `None` for one that does not end by itself.
	pub valid_until: Option<Moment>,
}

impl Licence {
	/// Whether it is in force at `now`; it is at its last moment.
	pub fn in_force(&self, now: Moment) -> bool {
		self.valid_until.is_none_or(|last| now <= last)
	}
}

/// That the council has approved an organisation.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Approval {
	/// What it may do by law.
	pub licence: Licence,
	/// Whether the council has suspended it.
	pub suspended: bool,
}

impl Approval {
	/// An approval that stands.
	pub const fn new(licence: Licence) -> Self {
		Self {
			licence,
			suspended: false,
		}
	}
}

/// What a custodian must have bonded for its lots to count.
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
pub struct RequiredBond {
	/// The settlement asset that the bond must consist of.
	pub asset: AssetId,
	/// At least how much of it, in its smallest unit.
	pub amount: Balance,
}

/// An organisation that keeps reserves.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Custodian {
	/// The council's approval.
	pub approval: Approval,
	/// What it must have bonded for its lots to count, if anything.
	pub required_bond: Option<RequiredBond>,
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

//! What stands behind a promise when it is broken: a bond in a settlement asset.

use crate::{AssetId, IdentityId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What a bond answers for. There is at most one bond for each.
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
	Serialize,
	Deserialize,
)]
pub enum BondPurpose {
	/// That the issuer of this asset redeems its units in time.
	Issuer(AssetId),
	/// That this organisation reports truly what it keeps.
	Custodian(IdentityId),
}

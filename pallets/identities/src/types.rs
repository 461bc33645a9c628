use crate::*;
use alloc::vec::Vec;
use assay_primitives::{
	Claim, IdentityKind, IdentityProfile, InvestorCategory, Jurisdiction, Standing,
};
use serde::{Deserialize, Serialize};

/// Organisations that may register identities at one time.
pub const MAX_REGISTRARS: u32 = 32;

/// First bytes of every payload that links an account, so that the signature serves nothing else.
///
/// Read as a transaction they would call pallet 97, which no runtime of this chain has.
pub const LINK_DOMAIN: [u8; 21] = *b"assay/link-account/v1";

/// Every approved registrar, sorted.
pub type RegistrarSet = BoundedVec<IdentityId, ConstU32<MAX_REGISTRARS>>;

/// Accounts of one identity, in the order in which they were linked.
pub type AccountSet<AccountId> = BoundedVec<AccountId, ConstU32<MAX_ACCOUNTS>>;

/// Who ordered a suspension. What the council ordered only the council lifts.
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
pub enum Authority {
	/// The registrar that answers for the identity.
	Registrar,
	/// The council.
	Council,
}

/// An identity: what rules see of it, and what only this pallet asks.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct IdentityRecord {
	/// What rules see. `standing` follows from the fields below.
	pub profile: IdentityProfile,
	/// Who answers for it. None for an identity of genesis: the council alone does.
	pub registrar: Option<IdentityId>,
	/// Who suspended it, if anybody did.
	pub suspended_by: Option<Authority>,
	/// Whether the council sanctioned it. Outranks a suspension and does not end one.
	pub sanctioned: bool,
}

impl IdentityRecord {
	/// A new identity in good standing, without organisation and claims.
	pub fn new(
		kind: IdentityKind,
		jurisdiction: Jurisdiction,
		category: InvestorCategory,
		registrar: Option<IdentityId>,
	) -> Self {
		Self {
			profile: IdentityProfile {
				kind,
				standing: Standing::Active,
				organisation: None,
				jurisdiction,
				category,
				claims: BoundedVec::new(),
			},
			registrar,
			suspended_by: None,
			sanctioned: false,
		}
	}

	/// The standing that follows from sanction and suspension, the sanction first.
	pub const fn standing_due(&self) -> Standing {
		match (self.sanctioned, self.suspended_by) {
			(true, _) => Standing::Sanctioned,
			(false, Some(_)) => Standing::Suspended,
			(false, None) => Standing::Active,
		}
	}
}

/// What is known of an account, in one read.
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
pub struct AccountLink {
	/// The identity behind the account.
	pub identity: IdentityId,
	/// That identity's standing, copied so that admission asks nothing else.
	pub standing: Standing,
}

/// ASY held for something that is stored.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Deposit<AccountId> {
	/// Whose ASY it is, and who gets it back.
	pub depositor: AccountId,
	/// How much.
	pub amount: Balance,
}

/// An account that an identity has invited and that has not accepted yet.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct LinkProposal<AccountId> {
	/// What the proposer stands in for.
	pub deposit: Deposit<AccountId>,
	/// Last moment at which it may be accepted.
	pub expires: Moment,
}

/// An organisation that a registrar has named for a person and that has not accepted yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct OrganisationProposal {
	/// The organisation.
	pub organisation: IdentityId,
	/// Last moment at which it may accept.
	pub expires: Moment,
}

/// A claim, and whether it holds.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ClaimState {
	/// The claim.
	pub claim: Claim,
	/// Not expired, and its issuer is approved for the topic now.
	pub holds: bool,
}

/// An identity that is there from the first block.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisIdentity<AccountId> {
	/// Human being or organisation.
	pub kind: IdentityKind,
	/// The organisation a person acts for, by its place in the list.
	pub organisation: Option<IdentityId>,
	/// Country, ISO 3166-1 numeric.
	pub jurisdiction: Jurisdiction,
	/// Investor category.
	pub category: InvestorCategory,
	/// Its accounts.
	pub accounts: Vec<AccountId>,
}

/// Whether a number can be a country's in ISO 3166-1 numeric.
pub const fn is_country(jurisdiction: Jurisdiction) -> bool {
	1 <= jurisdiction && jurisdiction <= 999
}

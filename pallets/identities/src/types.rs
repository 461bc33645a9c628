use crate::*;
use alloc::vec::Vec;
use assay_primitives::{
	Claim, ClaimTopic, IdentityKind, IdentityProfile, InvestorCategory, Jurisdiction, Standing,
};
use serde::{Deserialize, Serialize};

/// Organisations that may register identities at one time.
pub const MAX_REGISTRARS: u32 = 32;

/// First bytes of every payload that links an account, so that the signature serves nothing else.
///
/// Read as a transaction they would call pallet 97, which no runtime of this chain has.
pub const LINK_DOMAIN: [u8; 21] = *b"assay/link-account/v1";

/// First bytes of every payload by which an account takes another one's place.
pub const REPLACEMENT_DOMAIN: [u8; 24] = *b"assay/replace-account/v1";

/// First bytes of every payload by which an account joins an identity yet to be registered.
pub const ONBOARDING_DOMAIN: [u8; 24] = *b"assay/onboard-account/v1";

/// Entries that one batch may register.
pub const MAX_ONBOARDINGS: u32 = 100;

/// Claims that an entry of a batch may carry.
pub const MAX_FIRST_CLAIMS: u32 = 4;

/// Every approved registrar, sorted.
pub type RegistrarSet = BoundedVec<IdentityId, ConstU32<MAX_REGISTRARS>>;

/// Accounts of one identity at any moment: each of its [`MAX_ACCOUNTS`] may have taken the place of
/// one that still is to give its units away.
pub const MAX_LINKED: u32 = 2 * MAX_ACCOUNTS;

/// Accounts of one identity, in the order in which they were linked.
pub type AccountSet<AccountId> = BoundedVec<AccountId, ConstU32<MAX_LINKED>>;

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
	/// Accounts of it that are being replaced.
	pub replacements: u32,
	/// Assets that it holds, by the country each position is counted under: more than one only while
	/// its change of jurisdiction is unfinished. Kept here for whoever keeps positions.
	pub positions: CountryCounts,
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
				pending_jurisdiction: None,
				replacing: false,
				category,
				claims: BoundedVec::new(),
			},
			registrar,
			suspended_by: None,
			sanctioned: false,
			replacements: 0,
			positions: CountryCounts::default(),
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

/// Whether an account gives way to another one.
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
pub enum LinkState {
	/// It does not.
	Ordinary,
	/// It is being replaced: it may sign its objection and nothing else.
	Replaced,
	/// It takes over from one that is being replaced, and stays linked until that is closed.
	Successor,
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
	/// Whether the account gives way to another one.
	pub state: LinkState,
}

impl AccountLink {
	/// The link of an account that does not give way to another one.
	pub const fn new(identity: IdentityId, standing: Standing) -> Self {
		Self {
			identity,
			standing,
			state: LinkState::Ordinary,
		}
	}
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

/// How far a replacement has come.
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
pub enum ReplacementStage {
	/// The old account may object.
	Open,
	/// It has: only the council goes on from here.
	Contested,
	/// The successor is linked, and what the old account holds is moved to it.
	Settling,
}

impl ReplacementStage {
	/// Every stage.
	pub const ALL: [Self; 3] = [Self::Open, Self::Contested, Self::Settling];

	/// Whether a replacement may go on to `next`. The last stage ends in its removal.
	pub const fn can_become(self, next: Self) -> bool {
		match self {
			Self::Open => matches!(next, Self::Contested | Self::Settling),
			Self::Contested => matches!(next, Self::Settling),
			Self::Settling => false,
		}
	}
}

/// An account that gives way to another one of the same identity.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Replacement<AccountId> {
	/// Who takes over.
	pub successor: AccountId,
	/// How far it has come.
	pub stage: ReplacementStage,
	/// Whether the registrar opened it: no account of the identity gives it up then, for whoever has
	/// taken one may have taken others.
	pub by_registrar: bool,
	/// Whether the successor has shown that somebody controls it.
	pub accepted: bool,
	/// Last moment at which nobody can complete it, in ms.
	pub objection_until: Moment,
	/// What the proposer stands in for.
	pub deposit: Deposit<AccountId>,
}

/// An account's signed will, good until a moment.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Consent<Signature> {
	/// Last moment at which it counts, in ms.
	pub expires: Moment,
	/// Over the payload of the act, bare or between `<Bytes>` and `</Bytes>`.
	pub signature: Signature,
}

/// A claim that a registrar vouches for with the registration.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct FirstClaim {
	/// What it is about.
	pub topic: ClaimTopic,
	/// Last moment at which it holds, in ms.
	pub valid_until: Moment,
	/// Salted hash of the document.
	pub data_hash: Hash,
}

/// One entry of a batch: somebody to register, link and vouch for.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Onboarding<AccountId, Signature> {
	/// What the registrar knows the entry by, unique among its own: a salted hash.
	pub reference: Hash,
	/// Human being or organisation.
	pub kind: IdentityKind,
	/// Country, ISO 3166-1 numeric.
	pub jurisdiction: Jurisdiction,
	/// Investor category.
	pub category: InvestorCategory,
	/// The first account.
	pub account: AccountId,
	/// The account's will to be linked; without it the account is invited.
	pub consent: Option<Consent<Signature>>,
	/// What the registrar, as an approved issuer, vouches for: at most once per topic.
	pub claims: BoundedVec<FirstClaim, ConstU32<MAX_FIRST_CLAIMS>>,
}

/// What a registrar knows an identity by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Reference {
	/// The registrar that registered it, which need not be the one that answers for it now.
	pub registrar: IdentityId,
	/// The salted hash.
	pub hash: Hash,
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

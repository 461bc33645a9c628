//! Who a holder is, as the rules of a policy see it.

use crate::{Hash, IdentityId, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{frame_support::BoundedVec, sp_core::ConstU32};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Claims an identity may carry at one time.
pub const MAX_CLAIMS: u32 = 16;
/// Accounts an identity may link, those aside that give way to an account linked already.
pub const MAX_ACCOUNTS: u32 = 16;
/// Pairs of topic and issuer that the council may approve.
pub const MAX_TRUSTED_ISSUERS: u32 = 128;

/// A country by its ISO 3166-1 numeric code: 756 is Switzerland, 0 is unknown.
pub type Jurisdiction = u16;

/// Whether an identity is a human being or an organisation.
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
	Serialize,
	Deserialize,
)]
pub enum IdentityKind {
	/// A human being, who may act for an organisation.
	Natural,
	/// A company, fund, bank or authority.
	Legal,
}

/// What regulation takes an investor for.
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
pub enum InvestorCategory {
	/// Protected most.
	Retail,
	/// Professional client (MiFID II, annex II).
	Professional,
	/// Accredited investor (Reg D, rule 501).
	Accredited,
	/// Eligible counterparty or qualified purchaser.
	Institutional,
}

/// Whether an identity may take part.
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
pub enum Standing {
	/// May do all that its roles allow.
	Active,
	/// May redeem, object, answer a docket and vote; nothing else.
	Suspended,
	/// Frozen everywhere; may do nothing.
	Sanctioned,
}

/// What a claim is about.
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
pub enum ClaimTopic {
	/// Know your customer: who the person is has been checked.
	Kyc,
	/// Anti money laundering: source of funds has been checked.
	Aml,
	/// On no sanctions list.
	SanctionsClear,
	/// Accredited investor.
	Accredited,
	/// Professional client.
	Professional,
	/// Tax residence is documented.
	TaxResidence,
	/// A topic the consortium has agreed on by number.
	Custom(u32),
}

/// What an issuer vouches for. No personal data: only a salted hash of it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Claim {
	/// What it is about.
	pub topic: ClaimTopic,
	/// Who vouches.
	pub issuer: IdentityId,
	/// Last moment at which it holds.
	pub valid_until: Moment,
	/// BLAKE2b-256 of a random 32-byte salt followed by the document.
	pub data_hash: Hash,
}

/// An issuer that the council has approved for a topic.
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
pub struct TrustedIssuer {
	/// The topic.
	pub topic: ClaimTopic,
	/// Who may vouch for it.
	pub issuer: IdentityId,
}

/// Every approved issuer, sorted, in one value: rules read it once however many claims they ask.
pub type TrustedIssuers = BoundedVec<TrustedIssuer, ConstU32<MAX_TRUSTED_ISSUERS>>;

/// All that rules ask of an identity, in one read.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct IdentityProfile {
	/// Human being or organisation.
	pub kind: IdentityKind,
	/// Whether it may take part.
	pub standing: Standing,
	/// The organisation a person acts for.
	pub organisation: Option<IdentityId>,
	/// Country, ISO 3166-1 numeric.
	pub jurisdiction: Jurisdiction,
	/// The country that the identity moves to, while its positions are still counted under the old
	/// one. It gets, sends and sets aside nothing until then, and may redeem.
	pub pending_jurisdiction: Option<Jurisdiction>,
	/// Whether an account of the identity is being replaced: only then is it asked which.
	pub replacing: bool,
	/// Investor category.
	pub category: InvestorCategory,
	/// Claims, at most one per topic and issuer.
	pub claims: BoundedVec<Claim, ConstU32<MAX_CLAIMS>>,
}

impl IdentityProfile {
	/// Whether a claim on `topic` holds at `now`, from an issuer approved for it and, where
	/// `accepted` is not empty, named there.
	pub fn has_claim(
		&self,
		topic: ClaimTopic,
		accepted: &[IdentityId],
		trusted: &TrustedIssuers,
		now: Moment,
	) -> bool {
		self.claims.iter().any(|claim| {
			claim.topic == topic
				&& now <= claim.valid_until
				&& (accepted.is_empty() || accepted.contains(&claim.issuer))
				&& trusted
					.binary_search(&TrustedIssuer {
						topic,
						issuer: claim.issuer,
					})
					.is_ok()
		})
	}
}

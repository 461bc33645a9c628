//! Data of the registry; nothing here knows a `Config`.

use alloc::vec::Vec;
use assay_primitives::{
	AssetKind, AssetSummary, Hash, IdentityId, Moment, RedemptionTerms, Role, UnitRatio,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{
	frame_support::{traits::ConstU32, BoundedVec},
	sp_io::hashing::blake2_256,
};
use scale_info::TypeInfo;

/// Bytes that an asset's name may have; wallets and the ledger show it.
pub const MAX_NAME: u32 = 50;
/// Characters that a ticker may have.
pub const MAX_TICKER: u32 = 12;
/// Characters that a ticker must have.
pub const MIN_TICKER: u32 = 3;
/// Bytes that the name of the underlying's smallest unit may have.
pub const MAX_UNIT_NAME: u32 = 64;
/// Bytes that the name of a party, a law or a document may have.
pub const MAX_TITLE: u32 = 128;
/// Bytes that the address of a document may have.
pub const MAX_URI: u32 = 256;
/// Bytes that the description of an asset may have.
pub const MAX_DESCRIPTION: u32 = 512;
/// Kinds of documents that one asset may have.
pub const MAX_DOCUMENT_KINDS: u32 = 16;
/// Documents, over all kinds and versions, that a draft may have.
pub const MAX_DRAFT_DOCUMENTS: u32 = 32;
/// Roles that may be granted for one asset at one time.
pub const MAX_GRANTS: u32 = 64;
/// Fewest decimals: a hold of a whole balance freezes the last unit, which must be dust.
pub const MIN_DECIMALS: u8 = 6;
/// Most decimals.
pub const MAX_DECIMALS: u8 = 18;

/// UTF-8 text without control characters, of up to `N` bytes.
pub type Text<const N: u32> = BoundedVec<u8, ConstU32<N>>;
/// A ticker: `A` to `Z` and `0` to `9` only.
pub type Ticker = Text<MAX_TICKER>;

/// How the underlying is kept apart from the estate of the party that keeps or owes it.
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
pub enum Segregation {
	/// Kept apart: it belongs to nobody else.
	Segregated,
	/// Pledged to the holders, who come before other creditors.
	Pledged,
	/// Promised: holders are creditors like others.
	Promised,
}

/// What a unit gives its holder.
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
pub enum HolderRight {
	/// Title to the underlying.
	Title,
	/// Beneficial interest, with a trustee as the owner of record.
	BeneficialInterest,
	/// A claim by contract against the obligor.
	ContractualClaim,
	/// The right to redeem, and no other.
	RedemptionOnly,
}

/// The legal wrapper of an asset.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AssetTerms {
	/// Name that wallets show.
	pub name: Text<MAX_NAME>,
	/// Ticker, unique on the chain together with everything that looks like it.
	pub symbol: Ticker,
	/// Decimals of one whole unit, 6 to 18.
	pub decimals: u8,
	/// What the underlying is counted in, for instance `fine troy ounce /1000`.
	pub underlying_unit: Text<MAX_UNIT_NAME>,
	/// The special purpose vehicle or other party that owes.
	pub obligor: Text<MAX_TITLE>,
	/// The trustee; empty when there is none.
	pub trustee: Text<MAX_TITLE>,
	/// The law that governs the terms.
	pub governing_law: Text<MAX_TITLE>,
	/// How the underlying is kept apart.
	pub segregation: Segregation,
	/// Whether the underlying stays out of the obligor's bankruptcy.
	pub bankruptcy_remote: bool,
	/// What a unit gives its holder.
	pub right: HolderRight,
	/// International securities identification number (ISO 6166).
	pub isin: Option<[u8; 12]>,
	/// Legal entity identifier of the obligor (ISO 17442).
	pub lei: Option<[u8; 20]>,
	/// On what terms units go back to the issuer.
	pub redemption: RedemptionTerms,
}

/// What an issuer tells about an asset beside its terms. No right follows from it, so that nobody
/// approves it, and it is no part of the definition.
#[derive(
	Clone,
	Default,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct AssetProfile {
	/// What the asset is, in a few words.
	pub description: Text<MAX_DESCRIPTION>,
	/// Whom to ask.
	pub contact: Text<MAX_TITLE>,
}

/// All that an issuer says of an asset, and that a second organisation approves.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AssetDefinition {
	/// What stands behind it.
	pub kind: AssetKind,
	/// How much of the underlying one smallest unit claims; stored in lowest terms.
	pub unit: UnitRatio,
	/// The legal wrapper.
	pub terms: AssetTerms,
}

impl AssetDefinition {
	/// BLAKE2b-256 of the definition's SCALE encoding: what an approver signs for.
	pub fn hash(&self) -> Hash {
		self.using_encoded(blake2_256).into()
	}
}

/// Who approved an asset.
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
	/// The identity that did.
	pub by: IdentityId,
	/// The organisation that it acted for then; never the issuer.
	pub organisation: IdentityId,
	/// When.
	pub at: Moment,
	/// Hash of the definition that it approved.
	pub terms_hash: Hash,
}

/// The file that the registry keeps on an asset.
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
pub struct Filing {
	/// The identity that wrote the terms last.
	pub drafted_by: IdentityId,
	/// Who approved them; `None` in `Draft` only.
	pub approved_by: Option<Approval>,
	/// Documents over all kinds and versions.
	pub documents: u32,
	/// Roles granted.
	pub grants: u32,
}

/// What a document is.
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
)]
pub enum DocumentKind {
	/// Offering document.
	Prospectus,
	/// Summary of terms.
	TermSheet,
	/// Opinion of counsel.
	LegalOpinion,
	/// Deed of trust.
	TrustDeed,
	/// Contract with a custodian.
	CustodyAgreement,
	/// Report of an auditor.
	AuditReport,
	/// A kind that the issuer has numbered.
	Other(u16),
}

/// A document's key below its asset: kind and version.
pub type DocumentKey = (DocumentKind, u16);

/// A document as an issuer files it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct DocumentFiling {
	/// Its title.
	pub title: Text<MAX_TITLE>,
	/// Where it can be read.
	pub uri: Text<MAX_URI>,
	/// BLAKE2b-256 of its bytes.
	pub hash: Hash,
	/// Last moment at which it holds; `None` is without end.
	pub valid_until: Option<Moment>,
	/// Whether minting is shut once it has expired.
	pub required: bool,
}

/// A filed document. Nothing of it changes but the address that its bytes are read at, which its
/// hash binds: a newer version stands beside it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Document {
	/// What was filed.
	pub filing: DocumentFiling,
	/// When.
	pub added_at: Moment,
	/// By which identity.
	pub added_by: IdentityId,
}

/// What must be known of the latest version of each kind of document, in one read for all.
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
pub struct LatestDocument {
	/// The kind.
	pub kind: DocumentKind,
	/// The latest version; versions start at 1 and have no holes.
	pub version: u16,
	/// Last moment at which it holds.
	pub valid_until: Option<Moment>,
	/// Whether minting is shut once it has expired.
	pub required: bool,
}

impl LatestDocument {
	/// Whether it shuts minting at `now`.
	pub fn is_missed(&self, now: Moment) -> bool {
		self.required && self.valid_until.is_some_and(|until| now > until)
	}
}

/// The latest version of each kind of document of an asset.
pub type LatestDocuments = BoundedVec<LatestDocument, ConstU32<MAX_DOCUMENT_KINDS>>;

/// A role that an identity holds for an asset.
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
pub struct RoleGrant {
	/// The identity that granted it, for the issuer.
	pub granted_by: IdentityId,
	/// Last moment at which it holds; `None` is until it is revoked.
	pub valid_until: Option<Moment>,
}

impl RoleGrant {
	/// Whether it holds at `now`.
	pub fn holds(&self, now: Moment) -> bool {
		self.valid_until.is_none_or(|until| now <= until)
	}
}

/// A grant's key below its asset: role and grantee.
pub type RoleKey = (Role, IdentityId);

/// All that the registry knows of an asset, for those who ask.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct AssetDetails {
	/// Status, kind, issuer and unit.
	pub summary: AssetSummary,
	/// The legal wrapper.
	pub terms: AssetTerms,
	/// Hash of the definition, which `approve` asks for.
	pub terms_hash: Hash,
	/// Who drafted and approved it, and how much is on file.
	pub filing: Filing,
	/// What the issuer tells beside.
	pub profile: AssetProfile,
}

/// The latest version of each kind of document, for those who ask.
pub type DocumentList = Vec<(DocumentKind, u16, Document)>;

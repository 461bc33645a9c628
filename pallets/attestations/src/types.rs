//! What custodians and auditors say, and what the chain keeps of it.

use crate::{challenge::AnswerInput, history::Link};
use alloc::vec::Vec;
use assay_primitives::{
	AssetId, Basis, Hash, IdentityId, LiquidityClass, Moment, Quantity, Scope, VaultId,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use polkadot_sdk::{frame_support::BoundedVec, sp_core::ConstU32};
use scale_info::TypeInfo;

/// Verdicts that one report may carry. The last place is kept for a contradiction, so that nobody
/// can crowd one out.
pub const MAX_CONFIRMATIONS: u32 = 8;
/// Bytes that the address of the evidence may have.
pub const MAX_URI_BYTES: u32 = 128;
/// First bytes of what is signed: no other message of this or another chain begins like it.
pub const STATEMENT_DOMAIN: &[u8] = b"assay/attestations/statement/v1";

/// Where the evidence can be fetched.
pub type EvidenceUri = BoundedVec<u8, ConstU32<MAX_URI_BYTES>>;

/// What an auditor says of a report.
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
pub enum Verdict {
	/// The auditor found the quantity that it states.
	Confirms,
	/// The auditor does not stand by the report.
	Contradicts,
}

/// What a custodian states of one of its vaults.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ReportInput {
	/// The moment the report speaks of, in ms.
	pub as_of: Moment,
	/// Last moment at which the custodian stands by it, in ms.
	pub valid_until: Moment,
	/// What lay in the vault for the asset, in the underlying's smallest unit.
	pub quantity: Quantity,
	/// BLAKE2b-256 of the name of that unit, as the asset's terms have it.
	pub unit: Hash,
	/// How the quantity was arrived at.
	pub basis: Basis,
	/// How fast it can be turned over to a holder.
	pub class: LiquidityClass,
	/// BLAKE2b-256 of the evidence, for instance the bar list.
	pub evidence_hash: Hash,
	/// Where the evidence can be fetched.
	pub evidence_uri: EvidenceUri,
	/// Root over the lots in the vault, for proofs of inclusion.
	pub lots_root: Option<Hash>,
}

/// What an auditor states of a report.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ConfirmationInput {
	/// The hash of the report that is meant: it can never be taken for one on another.
	pub report: Hash,
	/// What the auditor found, in the underlying's smallest unit.
	pub quantity: Quantity,
	/// Whether it stands by the report.
	pub verdict: Verdict,
	/// BLAKE2b-256 of the auditor's evidence.
	pub evidence_hash: Hash,
}

/// A verdict as it is kept.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Confirmation {
	/// The auditor's organisation.
	pub auditor: IdentityId,
	/// What it found.
	pub quantity: Quantity,
	/// Whether it stands by the report.
	pub verdict: Verdict,
	/// BLAKE2b-256 of its evidence.
	pub evidence_hash: Hash,
	/// When the chain took it, in ms.
	pub at: Moment,
}

/// A scope's newest report with all that belongs to it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Report {
	/// What the custodian stated.
	pub statement: ReportInput,
	/// When the chain took it, in ms.
	pub submitted_at: Moment,
	/// How many reports of the scope came before it.
	pub sequence: u32,
	/// Hash of the report before it; zero for the first.
	pub previous_hash: Hash,
	/// BLAKE2b-256 of the reason, once the custodian has withdrawn it.
	pub withdrawn: Option<Hash>,
	/// What auditors say of it, at most one verdict each.
	pub confirmations: BoundedVec<Confirmation, ConstU32<MAX_CONFIRMATIONS>>,
}

impl Report {
	/// The hash that confirmations and the next report of the scope name.
	pub fn hash(&self, scope: Scope) -> Hash {
		Link::of(self).hash(scope)
	}
}

/// The end of a scope's chain of reports. It outlives withdrawal and removal of the scope, so that
/// an old statement can never be played again.
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
pub struct Head {
	/// The newest `as_of`: the next report must speak of a later moment.
	pub as_of: Moment,
	/// The sequence number of the newest report.
	pub sequence: u32,
	/// Its hash.
	pub hash: Hash,
	/// When the custodian was last proven to have stated something false of the scope: the next
	/// report must speak of a later moment, and what it said up to then is not punished again.
	pub faulted_at: Option<Moment>,
}

/// What a gate needs of a verdict.
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
pub struct Opinion {
	/// The auditor's organisation.
	pub auditor: IdentityId,
	/// What it found.
	pub quantity: Quantity,
	/// Whether it stands by the report.
	pub verdict: Verdict,
}

/// What a gate needs of a scope's report. All scopes of an asset stand in one value, so that a mint
/// reads them at once.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ScopeRecord {
	/// The custodian's organisation.
	pub custodian: IdentityId,
	/// Its vault.
	pub vault: VaultId,
	/// The moment the report speaks of.
	pub as_of: Moment,
	/// Last moment at which the custodian stands by it.
	pub valid_until: Moment,
	/// What it stated.
	pub quantity: Quantity,
	/// How it arrived at that.
	pub basis: Basis,
	/// How fast it can be turned over.
	pub class: LiquidityClass,
	/// Whether the custodian has withdrawn the report.
	pub withdrawn: bool,
	/// Whether the custodian has been proven to have stated something false since the report's
	/// `as_of`.
	pub faulted: bool,
	/// The earliest deadline of the scope's open challenges.
	pub answer_by: Option<Moment>,
	/// What auditors say of it.
	pub opinions: BoundedVec<Opinion, ConstU32<MAX_CONFIRMATIONS>>,
}

impl ScopeRecord {
	/// The scope, for an asset.
	pub const fn scope(&self, asset: AssetId) -> Scope {
		Scope {
			asset,
			custodian: self.custodian,
			vault: self.vault,
		}
	}

	/// What a gate needs of a `report` that nobody has challenged or proven false.
	pub fn of(scope: Scope, report: &Report) -> Self {
		let mut opinions = BoundedVec::new();
		for Confirmation {
			auditor,
			quantity,
			verdict,
			..
		} in &report.confirmations
		{
			let opinion = Opinion {
				auditor: *auditor,
				quantity: *quantity,
				verdict: *verdict,
			};
			// Both lists have the same bound.
			if opinions.try_push(opinion).is_err() {
				polkadot_sdk::frame_support::defensive!("as many opinions as confirmations fit");
			}
		}
		Self {
			custodian: scope.custodian,
			vault: scope.vault,
			as_of: report.statement.as_of,
			valid_until: report.statement.valid_until,
			quantity: report.statement.quantity,
			basis: report.statement.basis,
			class: report.statement.class,
			withdrawn: report.withdrawn.is_some(),
			faulted: false,
			answer_by: None,
			opinions,
		}
	}
}

/// What a signed statement says.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum StatementContent {
	/// A custodian reports.
	Report(ReportInput),
	/// An auditor confirms or contradicts.
	Confirmation(ConfirmationInput),
	/// A custodian answers a challenge.
	Answer(AnswerInput),
}

/// A statement that its author signs off the chain and anybody who is admitted may hand in.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Statement {
	/// Hash of block 0 of the chain it is meant for.
	pub genesis: Hash,
	/// Last moment at which it may be handed in, in ms.
	pub expires_at: Moment,
	/// What it is about.
	pub scope: Scope,
	/// What it says.
	pub content: StatementContent,
}

impl Statement {
	/// The bytes that are signed, as they are or between `<Bytes>` and `</Bytes>`.
	pub fn payload(&self) -> Vec<u8> {
		let mut payload = STATEMENT_DOMAIN.to_vec();
		self.encode_to(&mut payload);
		payload
	}
}

/// Whether, and why not, a scope counts. The first that applies, in this order.
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
pub enum ScopeState {
	/// The custodian has withdrawn its report.
	Withdrawn,
	/// The custodian is not approved any more, or its vault is closed.
	NotApproved,
	/// An auditor contradicts the report or found a quantity too far from it, or the custodian has
	/// been proven to have stated something false.
	Disputed,
	/// The custodian has not answered a challenge in time.
	Unanswered,
	/// The report has passed its validity or its greatest age.
	Lapsed,
	/// Too few approved auditors have confirmed it.
	NoQuorum,
	/// None of these: the scope counts.
	Counts,
}

impl ScopeState {
	/// Every state, for tables and tests.
	pub const ALL: [Self; 7] = [
		Self::Withdrawn,
		Self::NotApproved,
		Self::Disputed,
		Self::Unanswered,
		Self::Lapsed,
		Self::NoQuorum,
		Self::Counts,
	];
}

/// One scope's part in the reserve, as [`Pallet::reserve_breakdown`] shows it: each term of the sum
/// with its source. Quantities are in the underlying's smallest unit.
///
/// `counted − haircut − age_haircut − over_custodian_limit − over_class_limit = effective`, and the
/// sums of `counted` and `effective` over all scopes are the reserve and the effective reserve.
///
/// [`Pallet::reserve_breakdown`]: crate::Pallet::reserve_breakdown
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ScopeBreakdown {
	/// The scope, and with it the custodian.
	pub scope: Scope,
	/// The hash of the report that it rests on.
	pub report: Hash,
	/// Whether it counts, and why not.
	pub state: ScopeState,
	/// What the custodian stated.
	pub quantity: Quantity,
	/// How it arrived at that.
	pub basis: Basis,
	/// How fast it can be turned over.
	pub class: LiquidityClass,
	/// Approved auditors who confirm it.
	pub confirmed_by: BoundedVec<IdentityId, ConstU32<MAX_CONFIRMATIONS>>,
	/// The lowest quantity that an auditor found.
	pub confirmed: Option<Quantity>,
	/// What was released or encumbered to others at the report's `as_of` or after.
	pub removed: Quantity,
	/// What is pledged to the asset by the register of lots.
	pub pledged: Quantity,
	/// What counts before haircuts; zero unless the state is [`ScopeState::Counts`].
	pub counted: Quantity,
	/// What the haircuts for basis and class take off that.
	pub haircut: Quantity,
	/// What the haircut for the report's age takes off what is left.
	pub age_haircut: Quantity,
	/// What the limit on one custodian takes off what is left.
	pub over_custodian_limit: Quantity,
	/// What the limit on the illiquid class takes off what is left.
	pub over_class_limit: Quantity,
	/// What is left: its part of what minting is gated by.
	pub effective: Quantity,
	/// How old the report is, from its `as_of`.
	pub age_ms: Moment,
	/// The earliest deadline of the scope's open challenges.
	pub answer_by: Option<Moment>,
}

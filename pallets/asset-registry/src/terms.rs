//! Which terms change how, and the stages of a change. Nothing here knows a `Config`.

use crate::types::{Approval, AssetDefinition, AssetTerms};
use alloc::vec::Vec;
use assay_primitives::{IdentityId, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What it takes to change a term of an approved asset.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum Gate {
	/// Harmless: the issuer changes it at once.
	AtOnce,
	/// It may harm holders: the issuer proposes, a second organisation approves, and holders and
	/// the council may object before it holds.
	AfterDelay,
	/// The ledger, the lots or the reports are written in it: only another asset can differ.
	Never,
}

/// One of the things that are said of an asset.
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
pub enum Term {
	/// What stands behind it.
	Kind,
	/// Name that wallets show.
	Name,
	/// Ticker.
	Symbol,
	/// Decimals of a whole unit.
	Decimals,
	/// What the underlying is counted in.
	UnderlyingUnit,
	/// How much of the underlying a unit claims.
	Unit,
	/// Who owes.
	Obligor,
	/// The trustee.
	Trustee,
	/// The law that governs.
	GoverningLaw,
	/// How the underlying is kept apart.
	Segregation,
	/// Whether it stays out of the obligor's bankruptcy.
	BankruptcyRemoteness,
	/// What a unit gives its holder.
	Right,
	/// Securities identification number.
	Isin,
	/// Legal entity identifier of the obligor.
	Lei,
	/// On what terms units go back to the issuer.
	Redemption,
	/// What the issuer tells about the asset.
	Description,
	/// Whom to ask.
	Contact,
	/// Where a document can be read.
	DocumentAddress,
}

impl Term {
	/// Every term, for tables and tests.
	pub const ALL: [Self; 18] = [
		Self::Kind,
		Self::Name,
		Self::Symbol,
		Self::Decimals,
		Self::UnderlyingUnit,
		Self::Unit,
		Self::Obligor,
		Self::Trustee,
		Self::GoverningLaw,
		Self::Segregation,
		Self::BankruptcyRemoteness,
		Self::Right,
		Self::Isin,
		Self::Lei,
		Self::Redemption,
		Self::Description,
		Self::Contact,
		Self::DocumentAddress,
	];

	/// What it takes to change it once the asset is approved.
	pub const fn gate(self) -> Gate {
		match self {
			Self::Description | Self::Contact | Self::DocumentAddress => Gate::AtOnce,
			Self::Unit
			| Self::Obligor
			| Self::Trustee
			| Self::GoverningLaw
			| Self::Segregation
			| Self::BankruptcyRemoteness
			| Self::Right
			| Self::Isin
			| Self::Lei
			| Self::Redemption => Gate::AfterDelay,
			Self::Kind | Self::Name | Self::Symbol | Self::Decimals | Self::UnderlyingUnit => {
				Gate::Never
			},
		}
	}
}

impl AssetDefinition {
	/// The terms in which the two differ.
	pub fn differences(&self, other: &Self) -> Vec<Term> {
		// Taken apart in full, so that no new field is forgotten here.
		let Self { kind, unit, terms } = self;
		let AssetTerms {
			name,
			symbol,
			decimals,
			underlying_unit,
			obligor,
			trustee,
			governing_law,
			segregation,
			bankruptcy_remote,
			right,
			isin,
			lei,
			redemption,
		} = terms;
		let theirs = &other.terms;
		[
			(Term::Kind, *kind == other.kind),
			(Term::Name, *name == theirs.name),
			(Term::Symbol, *symbol == theirs.symbol),
			(Term::Decimals, *decimals == theirs.decimals),
			(
				Term::UnderlyingUnit,
				*underlying_unit == theirs.underlying_unit,
			),
			(Term::Unit, *unit == other.unit),
			(Term::Obligor, *obligor == theirs.obligor),
			(Term::Trustee, *trustee == theirs.trustee),
			(Term::GoverningLaw, *governing_law == theirs.governing_law),
			(Term::Segregation, *segregation == theirs.segregation),
			(
				Term::BankruptcyRemoteness,
				*bankruptcy_remote == theirs.bankruptcy_remote,
			),
			(Term::Right, *right == theirs.right),
			(Term::Isin, *isin == theirs.isin),
			(Term::Lei, *lei == theirs.lei),
			(Term::Redemption, *redemption == theirs.redemption),
		]
		.into_iter()
		.filter_map(|(term, same)| (!same).then_some(term))
		.collect()
	}
}

/// Where a change of terms stands.
///
/// ```text
///              approve             apply, after the delay
///   Proposed ─────────▶ Approved ──────────────────────▶ Applied
///                          │ a holder objects              ▲
///                          ▼         the council confirms  │ apply, after the delay
///                      Contested ────────────────────▶ Confirmed
///
///   each of the four ──▶ Withdrawn (issuer) | Rejected (council) | Lapsed (time)
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
pub enum ChangeStage {
	/// Put forward by the issuer.
	Proposed,
	/// Approved by a second organisation: the delay runs, and holders may object.
	Approved,
	/// A holder has objected: only the council lets it go on.
	Contested,
	/// The council lets it go on in spite of the objection.
	Confirmed,
	/// In force.
	Applied,
	/// Taken back by the issuer.
	Withdrawn,
	/// Ended by the council.
	Rejected,
	/// Not approved, or not applied, in time.
	Lapsed,
}

impl ChangeStage {
	/// Every stage, for tables and tests.
	pub const ALL: [Self; 8] = [
		Self::Proposed,
		Self::Approved,
		Self::Contested,
		Self::Confirmed,
		Self::Applied,
		Self::Withdrawn,
		Self::Rejected,
		Self::Lapsed,
	];

	/// Whether a change may go from this stage to `next`.
	pub const fn can_become(self, next: Self) -> bool {
		use ChangeStage::*;
		match self {
			Proposed => matches!(next, Approved | Withdrawn | Rejected | Lapsed),
			Approved => matches!(next, Contested | Applied | Withdrawn | Rejected | Lapsed),
			Contested => matches!(next, Confirmed | Withdrawn | Rejected | Lapsed),
			Confirmed => matches!(next, Applied | Withdrawn | Rejected | Lapsed),
			Applied | Withdrawn | Rejected | Lapsed => false,
		}
	}

	/// Whether a change in this stage is still on its way.
	pub const fn is_open(self) -> bool {
		match self {
			Self::Proposed | Self::Approved | Self::Contested | Self::Confirmed => true,
			Self::Applied | Self::Withdrawn | Self::Rejected | Self::Lapsed => false,
		}
	}
}

/// A change of terms on its way.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct TermChange {
	/// The whole definition as it would be.
	pub definition: AssetDefinition,
	/// Where it stands.
	pub stage: ChangeStage,
	/// The identity that proposed it, for the issuer.
	pub proposed_by: IdentityId,
	/// When.
	pub proposed_at: Moment,
	/// Who approved it, from another organisation.
	pub approval: Option<Approval>,
	/// First moment at which it may be applied, and from which no holder objects any more; `None`
	/// until it is approved.
	pub effective_at: Option<Moment>,
	/// Last moment at which it may be approved or, once it is, applied.
	pub lapses_at: Moment,
	/// The holder that objected.
	pub contested_by: Option<IdentityId>,
}

impl TermChange {
	/// Whether its time was over at `now`.
	pub const fn has_lapsed(&self, now: Moment) -> bool {
		now > self.lapses_at
	}

	/// Whether the delay was over at `now`.
	pub fn is_due(&self, now: Moment) -> bool {
		self.effective_at.is_some_and(|from| from <= now)
	}

	/// Whether it may go to that stage at `now`, its deadlines included.
	///
	/// # Errors
	/// What stands in the way.
	pub fn may_become(&self, next: ChangeStage, now: Moment) -> Result<(), ChangeFault> {
		use ChangeStage::*;
		if !self.stage.can_become(next) {
			return Err(ChangeFault::Stage);
		}
		match next {
			Proposed | Withdrawn | Rejected | Lapsed => Ok(()),
			Approved | Contested | Confirmed | Applied if self.has_lapsed(now) => {
				Err(ChangeFault::Lapsed)
			},
			Contested if self.is_due(now) => Err(ChangeFault::Late),
			Applied if !self.is_due(now) => Err(ChangeFault::Early),
			Approved | Contested | Confirmed | Applied => Ok(()),
		}
	}
}

/// Why a change of terms does not go to a stage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChangeFault {
	/// Its stage does not lead there.
	Stage,
	/// Its time is over.
	Lapsed,
	/// The delay has not passed.
	Early,
	/// The delay has passed.
	Late,
}

/// A change of terms, for those who ask.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct TermChangeDetails {
	/// The change.
	pub change: TermChange,
	/// What it changes.
	pub terms: Vec<Term>,
	/// Whether its time is over, so that another one may be proposed.
	pub lapsed: bool,
}

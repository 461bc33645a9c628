//! The three proofs that a custodian has stated something false.

use crate::types::{ReportInput, Statement};
use assay_primitives::{LotProof, Scope, Signature};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What a custodian has said of a scope.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[expect(
	clippy::large_enum_variant,
	reason = "a proof is boxed whole, and holds two of them"
)]
pub enum Testimony<AccountId> {
	/// A report that it signed off the chain, handed in or not, expired or not.
	Signed {
		/// The statement: a report.
		statement: Statement,
		/// The account that signed it.
		author: AccountId,
		/// Its signature.
		signature: Signature,
	},
	/// The newest report of the scope, as the chain has it.
	Newest(Scope),
}

/// A proof of deficiency.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum DeficiencyProof<AccountId> {
	/// A custodian stated two different things of one scope as of one moment.
	Conflict {
		/// One of them.
		first: Testimony<AccountId>,
		/// The other.
		second: Testimony<AccountId>,
	},
	/// An auditor signed a figure for the newest report that is lower by more than the tolerance.
	LowerFigure {
		/// The statement: a verdict.
		statement: Statement,
		/// The account that signed it.
		author: AccountId,
		/// Its signature.
		signature: Signature,
	},
	/// Two reports of different scopes that are valid at one time count one lot.
	DoublePledge {
		/// One report.
		first: Testimony<AccountId>,
		/// That the lot is under its root.
		first_lot: LotProof,
		/// The other.
		second: Testimony<AccountId>,
		/// That the lot is under the root of that one, too.
		second_lot: LotProof,
	},
}

/// How a custodian was found at fault.
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
pub enum Fault {
	/// By two statements of its own that conflict.
	Conflict,
	/// By an auditor's lower figure.
	LowerFigure,
	/// By a lot that another report counts as well.
	DoublePledge,
}

impl ReportInput {
	/// Whether both speak of one moment and cannot both be true: another quantity, unit, basis, class
	/// or, where both name one, another root. A later end of validity or other evidence for the same
	/// is no conflict.
	pub fn conflicts_with(&self, other: &Self) -> bool {
		let roots_differ = match (self.lots_root, other.lots_root) {
			(Some(root), Some(other)) => root != other,
			(None, _) | (_, None) => false,
		};
		self.as_of == other.as_of
			&& (self.quantity != other.quantity
				|| self.unit != other.unit
				|| self.basis != other.basis
				|| self.class != other.class
				|| roots_differ)
	}

	/// Whether there is a moment at which both are valid.
	pub const fn overlaps(&self, other: &Self) -> bool {
		self.as_of <= other.valid_until && other.as_of <= self.valid_until
	}
}

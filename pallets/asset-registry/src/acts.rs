//! What may be done to an asset's file, by whom, and who must agree. Nothing here knows a `Config`.

use crate::terms::ChangeStage;
use assay_primitives::{AssetStatus, IdentityId, Role};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Who may perform an act, as the registry tells them apart.
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
pub enum Party {
	/// The issuer's organisation, by any of its people.
	Issuer,
	/// A compliance officer of the asset.
	ComplianceOfficer,
	/// An approver of the consortium from another organisation than the issuer.
	Approver,
	/// The council, by motion.
	Council,
	/// Whoever has one of the [`SECOND_ROLES`] for the asset, from another organisation than the
	/// issuer, and that one an approver of the consortium.
	SecondOrganisation,
	/// An identity that holds units of the asset.
	Holder,
	/// Whoever may sign.
	Anyone,
}

/// Roles that watch over the issuer: one of them, of another organisation, approves new terms. The
/// issuer grants them all, and could grant them to whomever it likes: that organisation must therefore
/// have an office that the council gave it, too.
pub const SECOND_ROLES: [Role; 5] = [
	Role::ComplianceOfficer,
	Role::TransferAgent,
	Role::Trustee,
	Role::Custodian,
	Role::Auditor,
];

/// How many must agree before an act takes effect.
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
pub enum Needs {
	/// One person is enough.
	OnePerson,
	/// A second person, of the same organisation or another.
	SecondPerson,
	/// A second person who acts for another organisation.
	SecondOrganisation,
	/// A motion of a body in which several organisations vote.
	Motion,
}

/// What may be done to an asset's file.
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
pub enum Act {
	/// `amend_draft`.
	AmendDraft,
	/// `remove_draft`.
	RemoveDraft,
	/// `approve`.
	Approve,
	/// `activate`.
	Activate,
	/// `suspend`.
	Suspend,
	/// `resume`.
	Resume,
	/// `wind_down`.
	WindDown,
	/// `retire`.
	Retire,
	/// `add_document`.
	AddDocument,
	/// `grant_role` and `revoke_role`.
	ChangeRoles,
	/// `set_document_uri`.
	MoveDocument,
	/// `set_profile`.
	SetProfile,
	/// `propose_terms`.
	ProposeTerms,
	/// `approve_terms`.
	ApproveTerms,
	/// `object_to_terms`.
	ObjectToTerms,
	/// `confirm_terms`.
	ConfirmTerms,
	/// `apply_terms`.
	ApplyTerms,
	/// `withdraw_terms`.
	WithdrawTerms,
	/// `set_settlement`.
	SetSettlement,
}

impl Act {
	/// Every act, for tables and tests.
	pub const ALL: [Self; 19] = [
		Self::AmendDraft,
		Self::RemoveDraft,
		Self::Approve,
		Self::Activate,
		Self::Suspend,
		Self::Resume,
		Self::WindDown,
		Self::Retire,
		Self::AddDocument,
		Self::ChangeRoles,
		Self::MoveDocument,
		Self::SetProfile,
		Self::ProposeTerms,
		Self::ApproveTerms,
		Self::ObjectToTerms,
		Self::ConfirmTerms,
		Self::ApplyTerms,
		Self::WithdrawTerms,
		Self::SetSettlement,
	];

	/// Who may perform it on an asset in this status. Dispatch and `who_can` both ask this table.
	pub const fn open_to(self, status: AssetStatus) -> &'static [Party] {
		use AssetStatus::*;
		match (self, status) {
			(Self::AmendDraft | Self::RemoveDraft, Draft) => &[Party::Issuer],
			(Self::Approve, Draft) => &[Party::Approver],
			(Self::Activate, Registered) => &[Party::Issuer],
			(Self::Suspend, Active) => &[Party::ComplianceOfficer, Party::Council],
			(Self::Resume, Suspended) => &[Party::Council],
			(Self::WindDown, Active) => &[Party::Issuer],
			(Self::WindDown, Suspended) => &[Party::Council],
			(Self::Retire, WindingDown) => &[Party::Issuer],
			(
				Self::AddDocument | Self::MoveDocument | Self::SetProfile,
				Draft | Registered | Active | Suspended | WindingDown,
			) => &[Party::Issuer],
			(
				Self::ChangeRoles | Self::ProposeTerms | Self::WithdrawTerms,
				Registered | Active | Suspended | WindingDown,
			) => &[Party::Issuer],
			(Self::ApproveTerms, Registered | Active | Suspended | WindingDown) => {
				&[Party::SecondOrganisation]
			},
			(Self::ObjectToTerms, Registered | Active | Suspended | WindingDown) => {
				&[Party::Holder, Party::Council]
			},
			(
				Self::ConfirmTerms | Self::SetSettlement,
				Registered | Active | Suspended | WindingDown,
			) => &[Party::Council],
			// Not while suspended: holders could not leave before it.
			(Self::ApplyTerms, Registered | Active | WindingDown) => &[Party::Anyone],
			_ => &[],
		}
	}

	/// The stage that it brings a change of terms to when this party performs it; `None` when it
	/// needs none that is on its way.
	pub const fn leads_to(self, party: Party) -> Option<ChangeStage> {
		match (self, party) {
			(Self::ApproveTerms, _) => Some(ChangeStage::Approved),
			(Self::ObjectToTerms, Party::Council) => Some(ChangeStage::Rejected),
			(Self::ObjectToTerms, _) => Some(ChangeStage::Contested),
			(Self::ConfirmTerms, _) => Some(ChangeStage::Confirmed),
			(Self::ApplyTerms, _) => Some(ChangeStage::Applied),
			(Self::WithdrawTerms, _) => Some(ChangeStage::Withdrawn),
			(
				Self::AmendDraft
				| Self::RemoveDraft
				| Self::Approve
				| Self::Activate
				| Self::Suspend
				| Self::Resume
				| Self::WindDown
				| Self::Retire
				| Self::AddDocument
				| Self::ChangeRoles
				| Self::MoveDocument
				| Self::SetProfile
				| Self::ProposeTerms
				| Self::SetSettlement,
				_,
			) => None,
		}
	}

	/// How many must agree when this party performs it.
	pub const fn needs(self, party: Party) -> Needs {
		match (self, party) {
			(_, Party::Council) => Needs::Motion,
			// What is carried out was proposed by one organisation and approved by another.
			(Self::ApplyTerms, _) | (_, Party::Approver | Party::SecondOrganisation) => {
				Needs::SecondOrganisation
			},
			(_, Party::Issuer | Party::ComplianceOfficer | Party::Holder | Party::Anyone) => {
				Needs::OnePerson
			},
		}
	}
}

/// One who may perform an act now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum Actor {
	/// This identity, and the people who act for it.
	Identity(IdentityId),
	/// Any approver from another organisation than the issuer.
	Approver,
	/// The council, by motion.
	Council,
	/// Any identity that holds units.
	Holder,
	/// Whoever may sign.
	Anyone,
}

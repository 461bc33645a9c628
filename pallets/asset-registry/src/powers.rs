//! Every power over an asset, for investors: who has it and what it needs.
//!
//! The registry knows the powers over an asset's file; what other pallets and the chain allow is a
//! table of the runtime, where their origins and delays are set. Nothing here knows a `Config`.

use crate::acts::Needs;
use alloc::{format, string::String, vec::Vec};
use assay_primitives::{IdentityId, Moment, Role, DAY};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What somebody may do to an asset, its holders or its reserve.
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
pub enum Power {
	/// Create units.
	Mint,
	/// Set how many units may be created, and how fast.
	MintControl,
	/// Freeze units of a holder, of one asset or, by what is done to its identity, of all assets; and
	/// thaw them.
	Freeze,
	/// Pause a kind of movement.
	Pause,
	/// Resume a paused kind of movement.
	ResumeMovement,
	/// Move units against their holder's will.
	ForceTransfer,
	/// Say which account seized units go to.
	SetEscrow,
	/// Destroy units against their holder's will.
	Wipe,
	/// Move what a lost account holds to another account of the same identity.
	ReplaceAccount,
	/// Set the rules of who may hold and receive.
	ChangePolicy,
	/// Let single movements pass that the rules bind to approval.
	PreApprove,
	/// Change the terms that rights follow from.
	ChangeTerms,
	/// Change what the issuer tells beside the terms.
	Describe,
	/// Add documents and newer versions of them.
	AddDocuments,
	/// Grant and revoke roles.
	GrantRoles,
	/// Open the ledger of an approved asset.
	Activate,
	/// Suspend the asset.
	Suspend,
	/// End a suspension.
	Resume,
	/// Stop minting for good.
	WindDown,
	/// Close the asset once no unit exists.
	Retire,
	/// Mark the asset as cash that obligations may be settled in.
	SetSettlement,
	/// Accept or reject redemptions.
	AcceptRedemptions,
	/// Release the underlying against redeemed units, register and withdraw lots.
	KeepReserve,
	/// Report what the reserve is worth.
	ReportReserve,
	/// Confirm or contradict what is reported.
	ConfirmReserve,
	/// Approve, suspend and remove custodians.
	AppointCustodians,
	/// Approve, suspend and remove auditors.
	AppointAuditors,
	/// Move parameters of the reserve inside their corridors so that minting can only shut.
	TightenParameters,
	/// Move parameters of the reserve inside their corridors in any other way.
	LoosenParameters,
	/// Set the corridors.
	SetCorridors,
	/// Suspend an identity, so that it may only redeem, object and answer.
	SuspendIdentity,
	/// Freeze an identity everywhere.
	SanctionIdentity,
	/// Register identities and say where they belong. Saying so anew also freezes what they hold.
	RegisterIdentities,
	/// Vouch for an identity by claims that rules ask for.
	IssueClaims,
	/// Appoint registrars and approve issuers of claims.
	AppointRegistrars,
	/// Stop calls of the chain.
	StopCalls,
	/// Change the code of the chain.
	UpgradeChain,
	/// Change who sits on the council.
	AppointCouncil,
	/// Grant what fees are paid in.
	GrantFees,
}

impl Power {
	/// Every power, for tables and tests.
	pub const ALL: [Self; 39] = [
		Self::Mint,
		Self::MintControl,
		Self::Freeze,
		Self::Pause,
		Self::ResumeMovement,
		Self::ForceTransfer,
		Self::SetEscrow,
		Self::Wipe,
		Self::ReplaceAccount,
		Self::ChangePolicy,
		Self::PreApprove,
		Self::ChangeTerms,
		Self::Describe,
		Self::AddDocuments,
		Self::GrantRoles,
		Self::Activate,
		Self::Suspend,
		Self::Resume,
		Self::WindDown,
		Self::Retire,
		Self::SetSettlement,
		Self::AcceptRedemptions,
		Self::KeepReserve,
		Self::ReportReserve,
		Self::ConfirmReserve,
		Self::AppointCustodians,
		Self::AppointAuditors,
		Self::TightenParameters,
		Self::LoosenParameters,
		Self::SetCorridors,
		Self::SuspendIdentity,
		Self::SanctionIdentity,
		Self::RegisterIdentities,
		Self::IssueClaims,
		Self::AppointRegistrars,
		Self::StopCalls,
		Self::UpgradeChain,
		Self::AppointCouncil,
		Self::GrantFees,
	];
}

/// Where a power sits, before it is known who sits there for one asset.
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
pub enum Seat {
	/// Whoever has the role for the asset.
	Role(Role),
	/// More than half of the council.
	CouncilMajority,
	/// At least two thirds of the council.
	CouncilSupermajority,
	/// The registrar that answers for the identity.
	Registrar,
	/// An issuer that the council has approved for the topic of the claim.
	ClaimIssuer,
	/// The holder itself.
	Holder,
	/// Whoever may sign.
	Anyone,
}

/// One row of the table of powers. A power may have several rows: several ways to use it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PowerRule {
	/// What may be done.
	pub power: Power,
	/// Who may begin it; for [`Needs::OnePerson`] and [`Needs::Motion`] nobody else is asked.
	pub begins: &'static [Seat],
	/// Who must agree; of another organisation than the beginner for [`Needs::SecondOrganisation`].
	pub confirms: &'static [Seat],
	/// How many must agree.
	pub needs: Needs,
	/// How long it takes, at least, until it acts, in ms; zero is at once.
	pub delay_ms: Moment,
	/// Who may stop or contest it on its way.
	pub stops: &'static [Seat],
	/// The calls, by pallet and name.
	pub calls: &'static [(&'static str, &'static str)],
}

impl PowerRule {
	/// A power that one person uses at once.
	pub const fn of_one(
		power: Power,
		begins: &'static [Seat],
		calls: &'static [(&'static str, &'static str)],
	) -> Self {
		Self {
			power,
			begins,
			confirms: &[],
			needs: Needs::OnePerson,
			delay_ms: 0,
			stops: &[],
			calls,
		}
	}

	/// A power that needs a motion and then acts at once.
	pub const fn of_motion(
		power: Power,
		begins: &'static [Seat],
		calls: &'static [(&'static str, &'static str)],
	) -> Self {
		Self {
			needs: Needs::Motion,
			..Self::of_one(power, begins, calls)
		}
	}

	/// The calls as a client names them: `Pallet.call`.
	pub fn call_names(&self) -> Vec<String> {
		self.calls
			.iter()
			.map(|(pallet, call)| format!("{pallet}.{call}"))
			.collect()
	}
}

/// The longest that a delay in the table may be; a longer one is a mistake of unit.
pub const MAX_POWER_DELAY: Moment = 366 * DAY;

const ISSUER: &[Seat] = &[Seat::Role(Role::Issuer)];
const COUNCIL: &[Seat] = &[Seat::CouncilMajority];

/// The powers over an asset's file. `terms_delay` is how long a change of terms waits, in ms.
pub const fn file_powers(terms_delay: Moment) -> [PowerRule; 12] {
	[
		PowerRule {
			power: Power::ChangeTerms,
			begins: ISSUER,
			confirms: &[
				Seat::Role(Role::ComplianceOfficer),
				Seat::Role(Role::TransferAgent),
				Seat::Role(Role::Trustee),
				Seat::Role(Role::Custodian),
				Seat::Role(Role::Auditor),
			],
			needs: Needs::SecondOrganisation,
			delay_ms: terms_delay,
			stops: &[
				Seat::Role(Role::Issuer),
				Seat::Holder,
				Seat::CouncilMajority,
			],
			calls: &[
				("AssetRegistry", "propose_terms"),
				("AssetRegistry", "approve_terms"),
				("AssetRegistry", "object_to_terms"),
				("AssetRegistry", "confirm_terms"),
				("AssetRegistry", "apply_terms"),
				("AssetRegistry", "withdraw_terms"),
			],
		},
		PowerRule::of_one(
			Power::Describe,
			ISSUER,
			&[
				("AssetRegistry", "set_profile"),
				("AssetRegistry", "set_document_uri"),
			],
		),
		PowerRule::of_one(
			Power::AddDocuments,
			ISSUER,
			&[("AssetRegistry", "add_document")],
		),
		PowerRule::of_one(
			Power::GrantRoles,
			ISSUER,
			&[
				("AssetRegistry", "grant_role"),
				("AssetRegistry", "revoke_role"),
			],
		),
		PowerRule::of_one(Power::Activate, ISSUER, &[("AssetRegistry", "activate")]),
		PowerRule::of_one(
			Power::Suspend,
			&[Seat::Role(Role::ComplianceOfficer)],
			&[("AssetRegistry", "suspend")],
		),
		PowerRule::of_motion(Power::Suspend, COUNCIL, &[("AssetRegistry", "suspend")]),
		PowerRule::of_motion(Power::Resume, COUNCIL, &[("AssetRegistry", "resume")]),
		PowerRule::of_one(Power::WindDown, ISSUER, &[("AssetRegistry", "wind_down")]),
		PowerRule::of_motion(Power::WindDown, COUNCIL, &[("AssetRegistry", "wind_down")]),
		PowerRule::of_one(Power::Retire, ISSUER, &[("AssetRegistry", "retire")]),
		PowerRule::of_motion(
			Power::SetSettlement,
			COUNCIL,
			&[("AssetRegistry", "set_settlement")],
		),
	]
}

/// One who sits in a seat for an asset.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct PowerHolder {
	/// The seat.
	pub seat: Seat,
	/// Who has the role; `None` for a seat that is nobody's alone.
	pub identity: Option<IdentityId>,
	/// The organisation that it acts for.
	pub organisation: Option<IdentityId>,
	/// Last moment at which it has the role; `None` is until it is revoked.
	pub valid_until: Option<Moment>,
}

/// One row of the table of powers over one asset.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct PowerDisclosure {
	/// What may be done.
	pub power: Power,
	/// Who may begin it now; empty when nobody may.
	pub begins: Vec<PowerHolder>,
	/// Who may agree now; empty when nobody is asked, or nobody may.
	pub confirms: Vec<PowerHolder>,
	/// How many must agree.
	pub needs: Needs,
	/// How long it takes, at least, until it acts, in ms; zero is at once.
	pub delay_ms: Moment,
	/// Who may stop or contest it on its way.
	pub stops: Vec<PowerHolder>,
	/// The calls, as `Pallet.call`.
	pub calls: Vec<String>,
}

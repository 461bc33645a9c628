//! Every power over an asset, its holders and its reserve that does not come from the asset's file:
//! who has it, who must agree, and how long it takes. With the registry's own table
//! ([`pallet_asset_registry::file_powers`]) this is the one table that investors are shown, by the
//! view `AssetRegistry.powers`; what the council may do is in it too.
//!
//! A test holds every call of our pallets against it: each is in a row here or there, or in the list
//! of what only touches the signer's own or carries out what others have decided.

use crate::parameters::*;
use alloc::{vec, vec::Vec};
use assay_primitives::Role;
use pallet_asset_registry::{Needs, Power, PowerRule, Seat};
use polkadot_sdk::frame_support::traits::Get;

/// The table.
pub struct OtherPowers;
impl Get<Vec<PowerRule>> for OtherPowers {
	fn get() -> Vec<PowerRule> {
		[supply(), holders(), reserve(), chain()].concat()
	}
}

const COUNCIL: &[Seat] = &[Seat::CouncilMajority];
const SUPERMAJORITY: &[Seat] = &[Seat::CouncilSupermajority];
const ISSUER: &[Seat] = &[Seat::Role(Role::Issuer)];
const OFFICER: &[Seat] = &[Seat::Role(Role::ComplianceOfficer)];
const CUSTODIAN: &[Seat] = &[Seat::Role(Role::Custodian)];
/// Whoever may propose a docket and, of another organisation, approve it.
const AGENTS: &[Seat] = &[
	Seat::Role(Role::ComplianceOfficer),
	Seat::Role(Role::TransferAgent),
];

/// How units come to be and end.
fn supply() -> Vec<PowerRule> {
	vec![
		PowerRule {
			confirms: &[Seat::Role(Role::MintController)],
			needs: Needs::SecondPerson,
			..PowerRule::of_one(
				Power::Mint,
				&[Seat::Role(Role::Minter)],
				&[("Issuance", "mint"), ("Issuance", "mint_batch")],
			)
		},
		PowerRule {
			delay_ms: AllowanceRaiseDelay::get(),
			stops: &[Seat::Role(Role::MintController)],
			..PowerRule::of_one(
				Power::MintControl,
				&[Seat::Role(Role::MintController)],
				&[("Issuance", "set_bucket"), ("Issuance", "cancel_raise")],
			)
		},
		PowerRule::of_one(
			Power::AcceptRedemptions,
			ISSUER,
			&[
				("Issuance", "accept_redemption"),
				("Issuance", "reject_redemption"),
				("Issuance", "offer_cash"),
			],
		),
	]
}

/// What may be done to holders.
fn holders() -> Vec<PowerRule> {
	vec![
		PowerRule::of_one(
			Power::Freeze,
			OFFICER,
			&[
				("Compliance", "freeze"),
				("Compliance", "thaw"),
				("Compliance", "freeze_many"),
				("Compliance", "thaw_many"),
			],
		),
		// A docket freezes from its proposal until it ends or its time is over; where an organisation's
		// last one against a holder came to nothing, only from its renewal by another one.
		PowerRule {
			stops: AGENTS,
			..PowerRule::of_one(Power::Freeze, AGENTS, &[("Dockets", "propose")])
		},
		// An account that is to be replaced is frozen from the proposal on.
		PowerRule {
			stops: &[Seat::Holder, Seat::Registrar, Seat::CouncilMajority],
			..PowerRule::of_one(
				Power::Freeze,
				&[Seat::Registrar, Seat::Holder],
				&[("Identities", "propose_replacement")],
			)
		},
		// A new country locks all that the identity holds, of every asset: it gets, gives and sets aside
		// nothing until somebody, it may be anybody, has its positions counted anew by `reseat`.
		PowerRule {
			stops: &[Seat::Anyone],
			..PowerRule::of_one(
				Power::Freeze,
				&[Seat::Registrar],
				&[("Identities", "change_jurisdiction")],
			)
		},
		docket(Power::ForceTransfer),
		docket(Power::Wipe),
		PowerRule::of_motion(Power::SetEscrow, COUNCIL, &[("Dockets", "set_escrow")]),
		PowerRule {
			delay_ms: ReplacementObjectionPeriod::get(),
			stops: &[Seat::Holder, Seat::Registrar, Seat::CouncilMajority],
			..PowerRule::of_one(
				Power::ReplaceAccount,
				&[Seat::Registrar, Seat::Holder],
				&[
					("Identities", "propose_replacement"),
					("Identities", "accept_replacement"),
					("Identities", "object_replacement"),
					("Identities", "cancel_replacement"),
					("Identities", "complete_replacement"),
					("Compliance", "move_replaced"),
					("Identities", "close_replacement"),
				],
			)
		},
		// Once the old account has objected.
		PowerRule::of_motion(
			Power::ReplaceAccount,
			COUNCIL,
			&[
				("Identities", "settle_replacement"),
				("Identities", "cancel_replacement"),
			],
		),
		PowerRule::of_one(Power::Pause, AGENTS, &[("Compliance", "pause")]),
		PowerRule::of_motion(Power::Pause, COUNCIL, &[("Compliance", "pause")]),
		PowerRule {
			confirms: &[
				Seat::Role(Role::ComplianceOfficer),
				Seat::Role(Role::Issuer),
			],
			needs: Needs::SecondOrganisation,
			stops: &[
				Seat::Role(Role::ComplianceOfficer),
				Seat::Role(Role::TransferAgent),
				Seat::CouncilMajority,
			],
			..PowerRule::of_one(Power::ResumeMovement, OFFICER, &[("Compliance", "resume")])
		},
		PowerRule::of_motion(Power::ResumeMovement, COUNCIL, &[("Compliance", "resume")]),
		PowerRule::of_one(
			Power::ChangePolicy,
			OFFICER,
			&[
				("Compliance", "set_policy"),
				("Compliance", "clear_policy"),
				("Compliance", "schedule_policy"),
				("Compliance", "cancel_scheduled_policy"),
			],
		),
		PowerRule::of_one(
			Power::PreApprove,
			OFFICER,
			&[
				("Compliance", "approve_transfer"),
				("Compliance", "cancel_transfer_approval"),
			],
		),
	]
}

/// One who proposes, which freezes, and another organisation that approves, which carries it out.
fn docket(power: Power) -> PowerRule {
	PowerRule {
		confirms: AGENTS,
		needs: Needs::SecondOrganisation,
		stops: AGENTS,
		..PowerRule::of_one(
			power,
			AGENTS,
			&[
				("Dockets", "propose"),
				("Dockets", "approve"),
				("Dockets", "reject"),
				("Dockets", "withdraw"),
				("Dockets", "renew"),
			],
		)
	}
}

/// What may be done to the reserve.
fn reserve() -> Vec<PowerRule> {
	vec![
		PowerRule::of_one(
			Power::KeepReserve,
			CUSTODIAN,
			&[
				("Issuance", "release_redemption"),
				("Custody", "open_vault"),
				("Custody", "close_vault"),
				("Custody", "register_lots"),
				("Custody", "withdraw_lots"),
				("Custody", "remove_lots"),
				("Custody", "encumber_lots"),
				("Custody", "lift_encumbrance"),
				("Custody", "report_cash"),
				("Custody", "open_list"),
				("Custody", "remove_list"),
				("Custody", "offer_lots"),
				("Custody", "accept_lots"),
				("Custody", "cancel_offer"),
			],
		),
		PowerRule::of_one(
			Power::ReportReserve,
			CUSTODIAN,
			&[
				("Attestations", "submit_report"),
				("Attestations", "withdraw_report"),
				("Attestations", "submit_statement"),
				("Attestations", "answer_challenge"),
				("Attestations", "remove_scope"),
			],
		),
		PowerRule::of_one(
			Power::ReportReserve,
			ISSUER,
			&[("Attestations", "remove_scope")],
		),
		PowerRule::of_one(
			Power::ConfirmReserve,
			&[Seat::Role(Role::Auditor)],
			&[
				("Attestations", "confirm"),
				("Attestations", "submit_statement"),
			],
		),
		PowerRule::of_motion(
			Power::AppointCustodians,
			COUNCIL,
			&[
				("Custody", "approve_custodian"),
				("Custody", "renew_licence"),
				("Custody", "set_required_bond"),
				("Custody", "suspend"),
				("Custody", "reinstate"),
				("Custody", "remove"),
			],
		),
		PowerRule::of_motion(
			Power::AppointAuditors,
			COUNCIL,
			&[
				("Custody", "approve_auditor"),
				("Custody", "renew_licence"),
				("Custody", "suspend"),
				("Custody", "reinstate"),
				("Custody", "remove"),
			],
		),
		PowerRule {
			stops: COUNCIL,
			..PowerRule::of_motion(Power::TightenParameters, COUNCIL, PARAMETER_CALLS)
		},
		PowerRule {
			delay_ms: pallet_reserve_governance::MIN_LOOSEN_DELAY_MS,
			stops: COUNCIL,
			..PowerRule::of_motion(Power::LoosenParameters, COUNCIL, PARAMETER_CALLS)
		},
		PowerRule::of_motion(
			Power::SetCorridors,
			SUPERMAJORITY,
			&[("ReserveGovernance", "set_corridor")],
		),
	]
}

const PARAMETER_CALLS: &[(&str, &str)] = &[
	("ReserveGovernance", "set_parameter"),
	("ReserveGovernance", "cancel_change"),
];

/// What may be done to whoever takes part, and to the chain.
fn chain() -> Vec<PowerRule> {
	let standing = &[("Identities", "suspend"), ("Identities", "reinstate")];
	vec![
		PowerRule::of_one(Power::SuspendIdentity, &[Seat::Registrar], standing),
		PowerRule::of_motion(Power::SuspendIdentity, COUNCIL, standing),
		PowerRule::of_motion(
			Power::SanctionIdentity,
			COUNCIL,
			&[("Identities", "sanction"), ("Identities", "lift_sanction")],
		),
		PowerRule::of_one(
			Power::RegisterIdentities,
			&[Seat::Registrar],
			&[
				("Identities", "register"),
				("Identities", "register_batch"),
				("Identities", "remove_identity"),
				("Identities", "link_account"),
				("Identities", "propose_link"),
				("Identities", "cancel_link_proposal"),
				("Identities", "unlink_account"),
				("Identities", "propose_organisation"),
				("Identities", "leave_organisation"),
				("Identities", "set_category"),
				("Identities", "change_jurisdiction"),
			],
		),
		PowerRule::of_one(
			Power::IssueClaims,
			&[Seat::ClaimIssuer],
			&[("Identities", "add_claim"), ("Identities", "revoke_claim")],
		),
		PowerRule::of_motion(
			Power::AppointRegistrars,
			COUNCIL,
			&[
				("Identities", "add_registrar"),
				("Identities", "remove_registrar"),
				("Identities", "set_registrar"),
				("Identities", "approve_issuer"),
				("Identities", "revoke_issuer"),
				("Identities", "remove_identity"),
			],
		),
		PowerRule::of_motion(
			Power::StopCalls,
			COUNCIL,
			&[
				("TxPause", "pause"),
				("TxPause", "unpause"),
				("SafeMode", "force_enter"),
				("SafeMode", "force_exit"),
			],
		),
		PowerRule::of_motion(
			Power::StopCalls,
			SUPERMAJORITY,
			&[("SafeMode", "force_extend")],
		),
		PowerRule {
			delay_ms: UpgradeDelay::get(),
			stops: SUPERMAJORITY,
			..PowerRule::of_motion(
				Power::UpgradeChain,
				SUPERMAJORITY,
				&[
					("Consortium", "authorize_upgrade"),
					("Consortium", "cancel_upgrade"),
					("Consortium", "enact_upgrade"),
					("System", "apply_authorized_upgrade"),
				],
			)
		},
		PowerRule::of_motion(
			Power::AppointCouncil,
			SUPERMAJORITY,
			&[
				("CouncilMembership", "add_member"),
				("CouncilMembership", "remove_member"),
				("CouncilMembership", "swap_member"),
				("CouncilMembership", "reset_members"),
			],
		),
		PowerRule::of_motion(Power::GrantFees, COUNCIL, &[("Consortium", "grant_fees")]),
	]
}

//! Every act × every status × every party: dispatch does what the table and `who_can` say.

use crate::{mock::*, *};
use frame_support::assert_noop;
use polkadot_sdk::{
	sp_io::storage,
	sp_runtime::{DispatchError, DispatchResult, StateVersion},
};

/// One of each kind of signer, and what it counts as.
const SIGNERS: [(&str, AccountId, &[Party]); 9] = [
	(
		"the issuer",
		ISSUER as AccountId,
		&[Party::Issuer, Party::Anyone],
	),
	(
		"a person of the issuer",
		IVAN as AccountId,
		&[Party::Issuer, Party::Anyone],
	),
	(
		"a compliance officer who is an approver",
		ADAM as AccountId,
		&[
			Party::ComplianceOfficer,
			Party::SecondOrganisation,
			Party::Approver,
			Party::Anyone,
		],
	),
	(
		"an approver",
		RITA as AccountId,
		&[Party::Approver, Party::Anyone],
	),
	("the council", COUNCIL, &[Party::Council, Party::Anyone]),
	(
		"a holder",
		VERA as AccountId,
		&[Party::Holder, Party::Anyone],
	),
	("another organisation", VAULT as AccountId, &[Party::Anyone]),
	("a person alone", NINA as AccountId, &[Party::Anyone]),
	("nobody", NOBODY, &[Party::Anyone]),
];

/// An asset in the status, with what the act needs besides.
pub fn prepared(act: Act, status: AssetStatus) -> AssetId {
	let asset = match act {
		Act::SetSettlement => asset_of(francs(), status),
		_ => asset_in(status),
	};
	if act != Act::Retire {
		Positions::set(asset, VERA, 1);
	}
	if act == Act::MoveDocument && status != AssetStatus::Retired {
		let kind = DocumentKind::TermSheet;
		Registry::add_document(signed(ISA), asset, kind, opinion(None)).unwrap();
	}
	if !matches!(status, AssetStatus::Draft | AssetStatus::Retired) {
		match act {
			Act::ApproveTerms | Act::WithdrawTerms => change_in(ChangeStage::Proposed, asset),
			Act::ObjectToTerms => change_in(ChangeStage::Approved, asset),
			Act::ConfirmTerms => change_in(ChangeStage::Contested, asset),
			Act::ApplyTerms => {
				change_in(ChangeStage::Approved, asset);
				Clock::set(NOW + TERMS_DELAY);
			},
			_ => (),
		}
	}
	asset
}

pub fn perform(act: Act, origin: RuntimeOrigin, asset: AssetId) -> DispatchResult {
	let (kind, role) = (DocumentKind::TermSheet, Role::PriceFeeder);
	match act {
		Act::AmendDraft => Registry::amend_draft(origin, asset, with_ticker("NEW")),
		Act::RemoveDraft => Registry::remove_draft(origin, asset)
			.map(|_| ())
			.map_err(|e| e.error),
		Act::Approve => Registry::approve(origin, asset, gold().hash()),
		Act::Activate => Registry::activate(origin, asset),
		Act::Suspend => Registry::suspend(origin, asset),
		Act::Resume => Registry::resume(origin, asset),
		Act::WindDown => Registry::wind_down(origin, asset),
		Act::Retire => Registry::retire(origin, asset),
		Act::AddDocument => Registry::add_document(origin, asset, kind, opinion(None)),
		Act::ChangeRoles => Registry::grant_role(origin, asset, role, REGISTRAR, None),
		Act::MoveDocument => Registry::set_document_uri(origin, asset, kind, 1, text("new")),
		Act::SetProfile => {
			let profile = AssetProfile {
				description: text("new"),
				..Default::default()
			};
			Registry::set_profile(origin, asset, profile)
		},
		Act::ProposeTerms => Registry::propose_terms(origin, asset, pledged_gold()),
		Act::ApproveTerms => Registry::approve_terms(origin, asset, pledged_gold().hash()),
		Act::ObjectToTerms => Registry::object_to_terms(origin, asset),
		Act::ConfirmTerms => Registry::confirm_terms(origin, asset),
		Act::ApplyTerms => Registry::apply_terms(origin, asset),
		Act::WithdrawTerms => Registry::withdraw_terms(origin, asset),
		Act::SetSettlement => Registry::set_settlement(origin, asset, true),
	}
}

#[test]
fn every_act_is_open_to_whom_the_table_says_and_to_nobody_else() {
	for status in AssetStatus::ALL {
		for act in Act::ALL {
			for (name, who, parties) in SIGNERS {
				ExtBuilder::build_and_execute(|| {
					let asset = prepared(act, status);
					let open = act
						.open_to(status)
						.iter()
						.any(|party| parties.contains(party));
					let cell = format!("{act:?} in {status:?} by {name}");
					if open {
						assert_eq!(perform(act, signed(who), asset), Ok(()), "{cell}");
					} else {
						let root = storage::root(StateVersion::V1);
						assert!(perform(act, signed(who), asset).is_err(), "{cell}");
						let after = storage::root(StateVersion::V1);
						assert_eq!(root, after, "{cell} wrote something");
					}
				});
			}
		}
	}
}

#[test]
fn who_can_names_exactly_those_to_whom_the_act_is_open() {
	for status in AssetStatus::ALL {
		for act in Act::ALL {
			ExtBuilder::build_and_execute(|| {
				let asset = prepared(act, status);
				let expected: Vec<_> = act
					.open_to(status)
					.iter()
					.map(|party| match party {
						Party::Issuer => Actor::Identity(ISSUER),
						Party::ComplianceOfficer | Party::SecondOrganisation => {
							Actor::Identity(AUDIT)
						},
						Party::Holder => Actor::Holder,
						Party::Anyone => Actor::Anyone,
						Party::Approver => Actor::Approver,
						Party::Council => Actor::Council,
					})
					.collect();
				assert_eq!(
					Registry::who_can(asset, act),
					expected,
					"{act:?} in {status:?}"
				);
			});
		}
	}
}

/// The table of the crate docs: act, who performs it, how many must agree.
const NEEDS: [(Act, Party, Needs); 22] = [
	(Act::AmendDraft, Party::Issuer, Needs::OnePerson),
	(Act::RemoveDraft, Party::Issuer, Needs::OnePerson),
	(Act::Approve, Party::Approver, Needs::SecondOrganisation),
	(Act::Activate, Party::Issuer, Needs::OnePerson),
	(Act::Suspend, Party::ComplianceOfficer, Needs::OnePerson),
	(Act::Suspend, Party::Council, Needs::Motion),
	(Act::Resume, Party::Council, Needs::Motion),
	(Act::WindDown, Party::Issuer, Needs::OnePerson),
	(Act::WindDown, Party::Council, Needs::Motion),
	(Act::Retire, Party::Issuer, Needs::OnePerson),
	(Act::AddDocument, Party::Issuer, Needs::OnePerson),
	(Act::ChangeRoles, Party::Issuer, Needs::OnePerson),
	(Act::MoveDocument, Party::Issuer, Needs::OnePerson),
	(Act::SetProfile, Party::Issuer, Needs::OnePerson),
	(Act::ProposeTerms, Party::Issuer, Needs::OnePerson),
	(
		Act::ApproveTerms,
		Party::SecondOrganisation,
		Needs::SecondOrganisation,
	),
	(Act::ObjectToTerms, Party::Holder, Needs::OnePerson),
	(Act::ObjectToTerms, Party::Council, Needs::Motion),
	(Act::ConfirmTerms, Party::Council, Needs::Motion),
	(Act::ApplyTerms, Party::Anyone, Needs::SecondOrganisation),
	(Act::WithdrawTerms, Party::Issuer, Needs::OnePerson),
	(Act::SetSettlement, Party::Council, Needs::Motion),
];

#[test]
fn how_many_must_agree_is_as_the_table_says() {
	let mut listed = Vec::new();
	for (act, party, needs) in NEEDS {
		assert_eq!(act.needs(party), needs, "{act:?} by {party:?}");
		listed.push((act, party));
	}
	// Every act of every status is in it, and nothing else.
	for act in Act::ALL {
		for status in AssetStatus::ALL {
			for party in act.open_to(status) {
				assert!(listed.contains(&(act, *party)), "{act:?} by {party:?}");
			}
		}
	}
	for (act, party) in listed {
		let open = AssetStatus::ALL
			.iter()
			.any(|status| act.open_to(*status).contains(&party));
		assert!(open, "{act:?} by {party:?} is never open");
	}
}

#[test]
fn fails_when_the_asset_is_unknown_or_the_origin_is_no_signature() {
	ExtBuilder::build_and_execute(|| {
		for act in Act::ALL {
			let who = match act {
				Act::Resume | Act::ConfirmTerms | Act::SetSettlement => COUNCIL,
				_ => ISA.into(),
			};
			assert_noop!(perform(act, signed(who), 77), Error::<Test>::NotFound);
			// Root is nobody here.
			for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
				assert_noop!(perform(act, origin, 77), DispatchError::BadOrigin);
			}
		}
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(
				Registry::draft(origin.clone(), gold()),
				DispatchError::BadOrigin
			);
			assert_noop!(
				Registry::revoke_role(origin.clone(), 1, Role::Minter, ISA),
				DispatchError::BadOrigin
			);
			assert_noop!(
				Registry::reclaim_deposit(origin, 1),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn fails_when_the_wrong_party_acts_with_the_error_that_names_it() {
	ExtBuilder::build_and_execute(|| {
		use AssetStatus::*;
		let asset = asset_in(Active);
		let stranger = || signed(VERA);
		assert_noop!(
			perform(Act::Suspend, stranger(), asset),
			Error::<Test>::NotComplianceOfficer
		);
		assert_noop!(
			perform(Act::Suspend, signed(ISA), asset),
			Error::<Test>::NotComplianceOfficer
		);
		assert_noop!(
			perform(Act::WindDown, stranger(), asset),
			Error::<Test>::NotIssuer
		);
		assert_noop!(
			perform(Act::AddDocument, stranger(), asset),
			Error::<Test>::NotIssuer
		);
		assert_noop!(
			perform(Act::ChangeRoles, stranger(), asset),
			Error::<Test>::NotIssuer
		);
		assert_noop!(
			perform(Act::Resume, signed(ADAM), asset),
			DispatchError::BadOrigin
		);
		assert_noop!(
			perform(Act::Approve, signed(RITA), asset),
			Error::<Test>::StatusForbids
		);
	});
}

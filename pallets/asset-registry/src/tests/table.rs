//! Every act × every status × every party: dispatch does what the table and `who_can` say.

use crate::{mock::*, *};
use frame_support::assert_noop;
use polkadot_sdk::{
	sp_io::storage,
	sp_runtime::{DispatchError, DispatchResult, StateVersion},
};

/// One of each kind of signer, and what it counts as.
const SIGNERS: [(&str, AccountId, Option<Party>); 8] = [
	("the issuer", ISSUER as AccountId, Some(Party::Issuer)),
	(
		"a person of the issuer",
		IVAN as AccountId,
		Some(Party::Issuer),
	),
	(
		"a compliance officer",
		ADAM as AccountId,
		Some(Party::ComplianceOfficer),
	),
	("an approver", RITA as AccountId, Some(Party::Approver)),
	("the council", COUNCIL, Some(Party::Council)),
	("another organisation", VAULT as AccountId, None),
	("a person alone", NINA as AccountId, None),
	("nobody", NOBODY, None),
];

fn perform(act: Act, origin: RuntimeOrigin, asset: AssetId) -> DispatchResult {
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
	}
}

#[test]
fn every_act_is_open_to_whom_the_table_says_and_to_nobody_else() {
	for status in AssetStatus::ALL {
		for act in Act::ALL {
			for (name, who, party) in SIGNERS {
				ExtBuilder::build_and_execute(|| {
					let asset = asset_in(status);
					let open = party.is_some_and(|party| act.open_to(status).contains(&party));
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
				let asset = asset_in(status);
				let expected: Vec<_> = act
					.open_to(status)
					.iter()
					.map(|party| match party {
						Party::Issuer => Actor::Identity(ISSUER),
						Party::ComplianceOfficer => Actor::Identity(AUDIT),
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

#[test]
fn fails_when_the_asset_is_unknown_or_the_origin_is_no_signature() {
	ExtBuilder::build_and_execute(|| {
		for act in Act::ALL {
			let who = if act == Act::Resume {
				COUNCIL
			} else {
				ISA.into()
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

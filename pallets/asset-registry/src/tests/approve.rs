//! `approve`.

use crate::{mock::*, *};
use assay_primitives::Standing;
use frame_support::{assert_noop, assert_ok};

#[test]
fn works() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		assert_ok!(Registry::approve(signed(RITA), asset, gold().hash()));
		assert_eq!(status(asset), AssetStatus::Registered);
		let terms_hash = gold().hash();
		assert_eq!(
			Filings::<Test>::get(asset).unwrap().approved_by,
			Some(Approval {
				by: RITA,
				organisation: REGISTRAR,
				at: NOW,
				terms_hash
			})
		);
		let events = System::events();
		let [.., approved, changed] = events.as_slice() else {
			panic!("two events")
		};
		assert_eq!(
			approved.event,
			Event::AssetApproved {
				asset,
				terms_hash,
				by: RITA,
				organisation: REGISTRAR
			}
			.into()
		);
		assert_eq!(
			changed.event,
			Event::StatusChanged {
				asset,
				old: AssetStatus::Draft,
				new: AssetStatus::Registered,
				by: Some(RITA),
			}
			.into()
		);
	});
}

#[test]
fn works_when_the_person_and_not_the_organisation_is_an_approver() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		ApproverSet::set(vec![VERA]);
		assert_noop!(
			Registry::approve(signed(VAULT), asset, gold().hash()),
			Error::<Test>::NotApprover
		);
		assert_ok!(Registry::approve(signed(VERA), asset, gold().hash()));
	});
}

#[test]
fn fails_when_the_second_pair_of_eyes_is_none() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		let cases = [
			(NOBODY, Error::NotActive),
			(VERA.into(), Error::NotApprover),
			// The issuer is an approver, but not of its own assets.
			(ISSUER.into(), Error::SecondOrganisationRequired),
			(IVAN.into(), Error::SecondOrganisationRequired),
		];
		for (who, error) in cases {
			assert_noop!(
				Registry::approve(signed(who), asset, gold().hash()),
				Into::<Error<Test>>::into(error)
			);
		}
		// The drafter has moved to the registrar since.
		set(ISA, |it| it.organisation = Some(REGISTRAR));
		assert_noop!(
			Registry::approve(signed(ISA), asset, gold().hash()),
			Error::<Test>::SecondOrganisationRequired
		);
		set(REGISTRAR, |it| it.standing = Standing::Sanctioned);
		assert_noop!(
			Registry::approve(signed(RITA), asset, gold().hash()),
			Error::<Test>::OrganisationNotActive
		);
	});
}

#[test]
fn fails_when_the_terms_were_amended_on_the_way() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		let read = gold().hash();
		let mut worse = gold();
		worse.terms.segregation = Segregation::Promised;
		assert_ok!(Registry::amend_draft(signed(ISA), asset, worse.clone()));
		assert_noop!(
			Registry::approve(signed(RITA), asset, read),
			Error::<Test>::TermsChanged
		);
		assert_ok!(Registry::approve(signed(RITA), asset, worse.hash()));
	});
}

//! `add_document`, and whether documents are in force.

use crate::{mock::*, *};
use assay_traits::AssetInspect;
use frame_support::{assert_noop, assert_ok};
use polkadot_sdk::sp_runtime::TokenError;

const KIND: DocumentKind = DocumentKind::LegalOpinion;

#[test]
fn works_and_keeps_every_version() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		assert_ok!(Registry::add_document(
			signed(ISA),
			asset,
			KIND,
			opinion(Some(NOW + 5))
		));
		Clock::set(NOW + 1);
		assert_ok!(Registry::add_document(
			signed(IVAN),
			asset,
			KIND,
			opinion(Some(NOW + 9))
		));
		assert_eq!(
			last_event(),
			Event::DocumentAdded {
				asset,
				kind: KIND,
				version: 2,
				hash: Hash::repeat_byte(1),
				valid_until: Some(NOW + 9),
				required: true,
				by: IVAN,
			}
			.into()
		);
		assert_eq!(
			Documents::<Test>::get(asset, (KIND, 1)),
			Some(Document {
				filing: opinion(Some(NOW + 5)),
				added_at: NOW,
				added_by: ISA
			})
		);
		assert_eq!(
			Latest::<Test>::get(asset).unwrap().into_inner(),
			vec![LatestDocument {
				kind: KIND,
				version: 2,
				valid_until: Some(NOW + 9),
				required: true
			}]
		);
		assert_eq!(held(IVAN), DOCUMENT_DEPOSIT);
	});
}

#[test]
fn in_force_until_the_last_moment_of_every_required_latest_version() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		let in_force = |now| <Registry as AssetInspect>::documents_in_force(asset, now);
		assert!(in_force(Moment::MAX), "nothing is required yet");
		assert!(
			!<Registry as AssetInspect>::documents_in_force(77, NOW),
			"no such asset"
		);

		assert_ok!(Registry::add_document(
			signed(ISA),
			asset,
			KIND,
			opinion(Some(NOW + 5))
		));
		assert_eq!(
			[NOW + 4, NOW + 5, NOW + 6].map(in_force),
			[true, true, false]
		);

		// What is not required may lapse.
		let mut optional = opinion(Some(NOW + 1));
		optional.required = false;
		let report = DocumentKind::AuditReport;
		assert_ok!(Registry::add_document(signed(ISA), asset, report, optional));
		assert_eq!(
			[NOW + 4, NOW + 5, NOW + 6].map(in_force),
			[true, true, false]
		);

		// A newer version takes the place of the older, a shorter one too.
		assert_ok!(Registry::add_document(
			signed(ISA),
			asset,
			KIND,
			opinion(Some(NOW + 3))
		));
		assert_eq!([NOW + 3, NOW + 4].map(in_force), [true, false]);
		assert_ok!(Registry::add_document(
			signed(ISA),
			asset,
			KIND,
			opinion(None)
		));
		assert!(in_force(Moment::MAX));
	});
}

#[test]
fn set_document_uri_works_and_keeps_the_rest() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		for _ in 0..2 {
			assert_ok!(Registry::add_document(
				signed(ISA),
				asset,
				KIND,
				opinion(Some(NOW + 5))
			));
		}
		let index = Latest::<Test>::get(asset);
		let new = text("ipfs://opinion");
		assert_ok!(Registry::set_document_uri(
			signed(IVAN),
			asset,
			KIND,
			1,
			new.clone()
		));
		assert_eq!(
			last_event(),
			Event::DocumentMoved {
				asset,
				kind: KIND,
				version: 1,
				old: opinion(None).uri,
				new: new.clone(),
				by: IVAN,
			}
			.into()
		);
		let mut moved = opinion(Some(NOW + 5));
		moved.uri = new;
		let filed = |version| Documents::<Test>::get(asset, (KIND, version)).unwrap();
		assert_eq!(
			filed(1),
			Document {
				filing: moved,
				added_at: NOW,
				added_by: ISA
			}
		);
		assert_eq!(filed(2).filing, opinion(Some(NOW + 5)));
		assert_eq!(Latest::<Test>::get(asset), index);
	});
}

#[test]
fn set_document_uri_fails_when_there_is_nothing_to_move() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		assert_ok!(Registry::add_document(
			signed(ISA),
			asset,
			KIND,
			opinion(None)
		));
		let moves = |kind, version, uri| {
			Registry::set_document_uri(signed(ISA), asset, kind, version, text(uri))
		};
		for (kind, version) in [(KIND, 0), (KIND, 2), (DocumentKind::TermSheet, 1)] {
			assert_noop!(moves(kind, version, "x"), Error::<Test>::DocumentNotFound);
		}
		for unreadable in ["", "a\nb"] {
			assert_noop!(moves(KIND, 1, unreadable), Error::<Test>::TextInvalid);
		}
		assert_noop!(
			moves(KIND, 1, "https://example.org/opinion.pdf"),
			Error::<Test>::NothingChanges
		);
	});
}

#[test]
fn fails_when_it_is_unreadable_or_expired() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		let mut filing = opinion(None);
		filing.title = text("");
		assert_noop!(
			Registry::add_document(signed(ISA), asset, KIND, filing),
			Error::<Test>::TextInvalid
		);
		let mut filing = opinion(None);
		filing.uri = text("a\u{0}b");
		assert_noop!(
			Registry::add_document(signed(ISA), asset, KIND, filing),
			Error::<Test>::TextInvalid
		);
		assert_noop!(
			Registry::add_document(signed(ISA), asset, KIND, opinion(Some(NOW - 1))),
			Error::<Test>::AlreadyExpired
		);
		assert_ok!(Registry::add_document(
			signed(ISA),
			asset,
			KIND,
			opinion(Some(NOW))
		));
	});
}

#[test]
fn fails_when_a_requirement_would_be_dropped_after_approval() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		let mut optional = opinion(None);
		optional.required = false;
		assert_ok!(Registry::add_document(
			signed(ISA),
			asset,
			KIND,
			opinion(None)
		));
		// A draft may still change its mind.
		assert_ok!(Registry::add_document(
			signed(ISA),
			asset,
			KIND,
			optional.clone()
		));
		assert_ok!(Registry::add_document(
			signed(ISA),
			asset,
			KIND,
			opinion(None)
		));
		assert_ok!(Registry::approve(signed(RITA), asset, gold().hash()));
		assert_noop!(
			Registry::add_document(signed(ISA), asset, KIND, optional),
			Error::<Test>::RequirementStands
		);
		assert_ok!(Registry::add_document(
			signed(ISA),
			asset,
			KIND,
			opinion(None)
		));
	});
}

#[test]
fn fails_when_there_are_too_many() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		let add = |kind| {
			Registry::add_document(signed(ISA), asset, DocumentKind::Other(kind), opinion(None))
		};
		for kind in 0..MAX_DOCUMENT_KINDS as u16 {
			assert_ok!(add(kind));
		}
		assert_noop!(
			add(MAX_DOCUMENT_KINDS as u16),
			Error::<Test>::TooManyDocumentKinds
		);
		for _ in MAX_DOCUMENT_KINDS..MAX_DRAFT_DOCUMENTS {
			assert_ok!(add(0));
		}
		assert_noop!(add(0), Error::<Test>::TooManyDocuments);
		// Once approved, newer versions have room again.
		assert_ok!(Registry::approve(signed(RITA), asset, gold().hash()));
		assert_ok!(add(0));
		assert_noop!(add(99), Error::<Test>::TooManyDocumentKinds);
	});
}

#[test]
fn fails_when_versions_run_out() {
	ExtBuilder::build().execute_with(|| {
		let asset = asset_in(AssetStatus::Active);
		assert_ok!(Registry::add_document(
			signed(ISA),
			asset,
			KIND,
			opinion(None)
		));
		Latest::<Test>::mutate(asset, |latest| {
			latest
				.as_mut()
				.unwrap()
				.iter_mut()
				.for_each(|it| it.version = u16::MAX)
		});
		assert_noop!(
			Registry::add_document(signed(ISA), asset, KIND, opinion(None)),
			Error::<Test>::TooManyDocuments
		);
	});
}

#[test]
fn fails_when_the_deposit_cannot_be_paid() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		let poor = DOCUMENT_DEPOSIT;
		Balances::force_set_balance(RuntimeOrigin::root(), IVAN.into(), poor).unwrap();
		assert_noop!(
			Registry::add_document(signed(IVAN), asset, KIND, opinion(None)),
			TokenError::FundsUnavailable
		);
	});
}

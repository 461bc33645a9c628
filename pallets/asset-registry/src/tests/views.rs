//! The questions that clients ask.

use crate::{mock::*, *};
use frame_support::assert_ok;

#[test]
fn asset_tells_all_that_is_on_file() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		assert_eq!(
			Registry::asset(asset),
			Some(AssetDetails {
				summary: Summaries::<Test>::get(asset).unwrap(),
				terms: gold().terms,
				terms_hash: gold().hash(),
				filing: Filings::<Test>::get(asset).unwrap(),
				profile: AssetProfile::default(),
			})
		);
		assert_eq!(Registry::asset(77), None);
	});
}

#[test]
fn documents_tells_the_latest_of_each_kind() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		let (report, opinion_kind) = (DocumentKind::AuditReport, DocumentKind::LegalOpinion);
		for kind in [report, opinion_kind, report] {
			assert_ok!(Registry::add_document(
				signed(ISA),
				asset,
				kind,
				opinion(None)
			));
		}
		let listed: Vec<_> = Registry::documents(asset)
			.into_iter()
			.map(|(kind, version, _)| (kind, version))
			.collect();
		assert_eq!(listed, vec![(report, 2), (opinion_kind, 1)]);
		assert!(Registry::documents(77).is_empty());
	});
}

#[test]
fn roles_of_tells_every_grant() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		grant(asset, Role::Custodian, VAULT);
		let mut roles = Registry::roles_of(asset);
		roles.sort_by_key(|(role, identity, _)| (*role, *identity));
		let by_isa = RoleGrant {
			granted_by: ISA,
			valid_until: None,
		};
		assert_eq!(
			roles,
			vec![
				(Role::Custodian, VAULT, by_isa),
				(Role::ComplianceOfficer, AUDIT, by_isa),
			]
		);
		assert!(Registry::roles_of(77).is_empty());
	});
}

#[test]
fn by_ticker_finds_the_exact_ticker_only() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Registry::draft(signed(ISA), with_ticker("GOLD")));
		for found in ["GOLD", "gold", " Gold ", "GO-LD", "g o l d"] {
			assert_eq!(Registry::by_ticker(found.into()), Some(1));
		}
		for missed in ["G0LD", "GOID", "SILVER", "", "GOLDS", "GOLDGOLDGOLDGOLD"] {
			assert_eq!(Registry::by_ticker(missed.into()), None);
		}
	});
}

#[test]
fn who_can_leaves_out_officers_whose_role_has_expired() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		let role = Role::ComplianceOfficer;
		assert_ok!(Registry::grant_role(
			signed(ISA),
			asset,
			role,
			VAULT,
			Some(NOW)
		));
		let officers = || {
			let mut actors: Vec<_> = Registry::who_can(asset, Act::Suspend)
				.into_iter()
				.filter_map(|actor| match actor {
					Actor::Identity(identity) => Some(identity),
					Actor::Approver | Actor::Council | Actor::Holder | Actor::Anyone => None,
				})
				.collect();
			actors.sort();
			actors
		};
		assert_eq!(officers(), vec![VAULT, AUDIT]);
		Clock::set(NOW + 1);
		assert_eq!(officers(), vec![AUDIT]);
		assert!(Registry::who_can(77, Act::Suspend).is_empty());
	});
}

#[test]
fn who_can_leaves_out_officers_of_no_good_standing_and_names_each_once() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		change_in(ChangeStage::Proposed, asset);
		for role in [Role::TransferAgent, Role::Trustee] {
			grant(asset, role, AUDIT);
			grant(asset, role, VAULT);
		}
		// The issuer's own people approve nothing of the issuer's.
		grant(asset, Role::ComplianceOfficer, IVAN);
		let second = || Registry::who_can(asset, Act::ApproveTerms);
		// The vault has roles, and no office yet.
		assert_eq!(second(), vec![Actor::Identity(AUDIT)]);
		ApproverSet::mutate(|set| set.push(VAULT));
		assert_eq!(
			second(),
			vec![Actor::Identity(VAULT), Actor::Identity(AUDIT)]
		);
		set(VAULT, |it| {
			it.standing = assay_primitives::Standing::Suspended
		});
		assert_eq!(second(), vec![Actor::Identity(AUDIT)]);
	});
}

#[test]
fn expired_documents_tells_what_shuts_minting() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		let add = |kind, until| {
			assert_ok!(Registry::add_document(
				signed(ISA),
				asset,
				kind,
				opinion(until)
			));
		};
		add(DocumentKind::LegalOpinion, Some(NOW + 5));
		add(DocumentKind::TrustDeed, None);
		let expired = || Registry::expired_documents(asset);
		Clock::set(NOW + 5);
		assert!(expired().is_empty());
		Clock::set(NOW + 6);
		assert_eq!(
			expired(),
			vec![LatestDocument {
				kind: DocumentKind::LegalOpinion,
				version: 1,
				valid_until: Some(NOW + 5),
				required: true
			}]
		);
		add(DocumentKind::LegalOpinion, Some(NOW + 6));
		assert!(expired().is_empty() && Registry::expired_documents(77).is_empty());
	});
}

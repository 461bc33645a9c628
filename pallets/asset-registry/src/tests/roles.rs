//! `grant_role`, `revoke_role`, and who has a role.

use crate::{mock::*, *};
use assay_primitives::Standing;
use assay_traits::RoleInspect;
use frame_support::{assert_noop, assert_ok};

fn has(asset: AssetId, role: Role, identity: IdentityId) -> bool {
	<Registry as RoleInspect>::has_role(asset, role, identity, Clock::get())
}

#[test]
fn works_and_changes_the_expiry_of_a_grant() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Registered);
		let first = RoleGrant {
			granted_by: ISA,
			valid_until: Some(NOW + 5),
		};
		assert_ok!(Registry::grant_role(
			signed(ISA),
			asset,
			Role::Minter,
			VERA,
			Some(NOW + 5)
		));
		assert_eq!(
			last_event(),
			Event::RoleGranted {
				asset,
				role: Role::Minter,
				identity: VERA,
				old: None,
				new: first
			}
			.into()
		);
		let before = Filings::<Test>::get(asset).unwrap().grants;
		assert_ok!(Registry::grant_role(
			signed(IVAN),
			asset,
			Role::Minter,
			VERA,
			None
		));
		assert_eq!(
			last_event(),
			Event::RoleGranted {
				asset,
				role: Role::Minter,
				identity: VERA,
				old: Some(first),
				new: RoleGrant {
					granted_by: IVAN,
					valid_until: None
				},
			}
			.into()
		);
		assert_eq!(Filings::<Test>::get(asset).unwrap().grants, before);
	});
}

#[test]
fn every_role_is_granted_held_inherited_and_revoked() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		for role in Role::ALL.into_iter().filter(|role| *role != Role::Issuer) {
			assert!(!has(asset, role, VAULT) && !has(asset, role, VERA));
			assert_ok!(Registry::grant_role(signed(ISA), asset, role, VAULT, None));
			assert!(has(asset, role, VAULT) && has(asset, role, VERA));
			assert!(!has(asset, role, NINA) && !has(asset + 1, role, VAULT));
			assert_ok!(Registry::revoke_role(signed(ISA), asset, role, VAULT));
			assert_eq!(
				last_event(),
				Event::RoleRevoked {
					asset,
					role,
					identity: VAULT,
					by: ISA
				}
				.into()
			);
			assert!(!has(asset, role, VAULT) && !has(asset, role, VERA));
		}
	});
}

#[test]
fn the_issuer_and_its_people_have_the_issuers_role() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		assert!([ISSUER, ISA, IVAN]
			.into_iter()
			.all(|it| has(asset, Role::Issuer, it)));
		assert!([REGISTRAR, RITA, NINA, 77]
			.into_iter()
			.all(|it| !has(asset, Role::Issuer, it)));
		assert!(!has(asset + 1, Role::Issuer, ISSUER));
		set(ISSUER, |it| it.standing = Standing::Suspended);
		assert!(!has(asset, Role::Issuer, ISA));
	});
}

#[test]
fn a_grant_holds_to_its_last_moment() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		let until = Some(NOW + 5);
		assert_ok!(Registry::grant_role(
			signed(ISA),
			asset,
			Role::Minter,
			VAULT,
			until
		));
		for (now, expected) in [(NOW + 4, true), (NOW + 5, true), (NOW + 6, false)] {
			Clock::set(now);
			assert_eq!(
				(
					has(asset, Role::Minter, VAULT),
					has(asset, Role::Minter, VERA)
				),
				(expected, expected)
			);
		}
	});
}

#[test]
fn a_suspended_organisation_takes_its_peoples_roles_with_it() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		grant(asset, Role::Minter, VAULT);
		for standing in [Standing::Suspended, Standing::Sanctioned] {
			set(VAULT, |it| it.standing = standing);
			assert!(!has(asset, Role::Minter, VERA));
		}
		set(VAULT, |it| it.standing = Standing::Active);
		assert!(has(asset, Role::Minter, VERA));
		set(VERA, |it| it.organisation = Some(AUDIT));
		assert!(!has(asset, Role::Minter, VERA));
	});
}

#[test]
fn nobody_is_minter_and_mint_controller_at_once() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		for (one, other) in [
			(Role::Minter, Role::MintController),
			(Role::MintController, Role::Minter),
		] {
			grant(asset, one, VAULT);
			// The same identity may not hold both …
			assert_noop!(
				Registry::grant_role(signed(ISA), asset, other, VAULT, None),
				Error::<Test>::RolesConflict
			);
			// … another person of the organisation may, and then does not inherit the first.
			assert!(has(asset, one, VERA));
			grant(asset, other, VERA);
			assert!(has(asset, other, VERA) && !has(asset, one, VERA));
			assert_ok!(Registry::revoke_role(signed(ISA), asset, one, VAULT));
			assert_ok!(Registry::revoke_role(signed(ISA), asset, other, VERA));
		}
	});
}

#[test]
fn fails_when_the_trustee_is_a_person_or_the_issuer() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		let grant =
			|identity| Registry::grant_role(signed(ISA), asset, Role::Trustee, identity, None);
		assert_noop!(grant(ISSUER), Error::<Test>::RolesConflict);
		assert_noop!(grant(VERA), Error::<Test>::OrganisationRequired);
		assert_ok!(grant(VAULT));
		// Who keeps the underlying may watch over it too, as depositaries do.
		assert_ok!(Registry::grant_role(
			signed(ISA),
			asset,
			Role::Custodian,
			VAULT,
			None
		));
	});
}

#[test]
fn fails_when_custodian_auditor_and_issuer_are_not_three_organisations() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		let grant = |role, identity| Registry::grant_role(signed(ISA), asset, role, identity, None);
		for (one, other) in [
			(Role::Custodian, Role::Auditor),
			(Role::Auditor, Role::Custodian),
		] {
			assert_noop!(grant(one, ISSUER), Error::<Test>::RolesConflict);
			assert_noop!(grant(one, VERA), Error::<Test>::OrganisationRequired);
			assert_noop!(grant(one, NINA), Error::<Test>::OrganisationRequired);
			assert_ok!(grant(one, VAULT));
			assert_noop!(grant(other, VAULT), Error::<Test>::RolesConflict);
			assert_ok!(Registry::revoke_role(signed(ISA), asset, one, VAULT));
		}
		// Two custodians are none too many.
		assert_ok!(grant(Role::Custodian, VAULT));
		assert_ok!(grant(Role::Custodian, REGISTRAR));
		assert_ok!(grant(Role::Auditor, AUDIT));
	});
}

#[test]
fn fails_when_the_grant_makes_no_sense() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		let grant =
			|role, identity, until| Registry::grant_role(signed(ISA), asset, role, identity, until);
		assert_noop!(grant(Role::Issuer, VAULT, None), Error::<Test>::RoleImplied);
		assert_noop!(
			grant(Role::Minter, VAULT, Some(NOW - 1)),
			Error::<Test>::AlreadyExpired
		);
		assert_noop!(
			grant(Role::Minter, 77, None),
			Error::<Test>::OrganisationNotActive
		);
		set(VAULT, |it| it.standing = Standing::Suspended);
		assert_noop!(
			grant(Role::Minter, VAULT, None),
			Error::<Test>::OrganisationNotActive
		);
		assert_ok!(grant(Role::Minter, AUDIT, Some(NOW)));
	});
}

#[test]
fn fails_when_there_are_too_many_grants() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		let count = Filings::<Test>::get(asset).unwrap().grants;
		let clerks = 500..500 + MAX_GRANTS - count;
		for clerk in clerks.clone() {
			People::mutate(|people| {
				let profile = people[&VERA].clone();
				people.insert(clerk, profile)
			});
			grant(asset, Role::PriceFeeder, clerk);
		}
		assert_noop!(
			Registry::grant_role(signed(ISA), asset, Role::PriceFeeder, NINA, None),
			Error::<Test>::TooManyGrants
		);
		// A grant that is there may still be changed, and one that goes makes room.
		grant(asset, Role::PriceFeeder, clerks.start);
		assert_ok!(Registry::revoke_role(
			signed(ISA),
			asset,
			Role::PriceFeeder,
			clerks.start
		));
		grant(asset, Role::PriceFeeder, NINA);
	});
}

#[test]
fn revoke_works_for_a_grantee_who_resigns() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		for who in [VAULT, VERA] {
			grant(asset, Role::Custodian, VAULT);
			assert_ok!(Registry::revoke_role(
				signed(who),
				asset,
				Role::Custodian,
				VAULT
			));
			assert_eq!(
				last_event(),
				Event::RoleRevoked {
					asset,
					role: Role::Custodian,
					identity: VAULT,
					by: who
				}
				.into()
			);
		}
		assert_ok!(Registry::wind_down(signed(ISA), asset));
		assert_ok!(Registry::retire(signed(ISA), asset));
		assert_ok!(Registry::revoke_role(
			signed(ADAM),
			asset,
			Role::ComplianceOfficer,
			AUDIT
		));
	});
}

#[test]
fn revoke_fails_when_there_is_nothing_to_revoke_or_nobody_to_do_it() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		let revoke = |who: AccountId, asset, role, identity| {
			Registry::revoke_role(signed(who), asset, role, identity)
		};
		let isa = ISA.into();
		assert_noop!(
			revoke(isa, 77, Role::Minter, VAULT),
			Error::<Test>::NotFound
		);
		assert_noop!(
			revoke(isa, asset, Role::Issuer, ISSUER),
			Error::<Test>::RoleImplied
		);
		assert_noop!(
			revoke(isa, asset, Role::Minter, VAULT),
			Error::<Test>::NotGranted
		);
		assert_noop!(
			revoke(NOBODY, asset, Role::Minter, VAULT),
			Error::<Test>::NotActive
		);
		grant(asset, Role::Minter, VERA);
		// The organisation does not speak for a role given in person.
		assert_noop!(
			revoke(VAULT.into(), asset, Role::Minter, VERA),
			Error::<Test>::NotIssuer
		);
		assert_ok!(Registry::wind_down(signed(ISA), asset));
		assert_ok!(Registry::retire(signed(ISA), asset));
		assert_noop!(
			revoke(isa, asset, Role::Minter, VERA),
			Error::<Test>::StatusForbids
		);
	});
}

#[test]
fn issuers_and_grantees_are_engaged_until_the_last_engagement_ends() {
	ExtBuilder::build_and_execute(|| {
		let draft = drafted();
		assert!(Registry::is_engaged(ISSUER), "a draft counts");
		Registry::remove_draft(signed(ISA), draft).unwrap();
		assert!(!Registry::is_engaged(ISSUER));

		let asset = asset_in(AssetStatus::Active);
		grant(asset, Role::Custodian, VAULT);
		grant(asset, Role::TransferAgent, VAULT);
		Registry::grant_role(signed(ISA), asset, Role::Custodian, VAULT, Some(NOW + 1)).unwrap();
		assert_eq!(
			Engagements::<Test>::get(VAULT),
			2,
			"a new expiry is no new grant"
		);
		for (role, left) in [(Role::Custodian, true), (Role::TransferAgent, false)] {
			Registry::revoke_role(signed(ISA), asset, role, VAULT).unwrap();
			assert_eq!(Registry::is_engaged(VAULT), left);
		}

		Registry::wind_down(signed(ISA), asset).unwrap();
		assert!(Registry::is_engaged(ISSUER));
		Registry::retire(signed(ISA), asset).unwrap();
		assert!(!Registry::is_engaged(ISSUER));
		assert!(
			Registry::is_engaged(AUDIT),
			"its role was granted and not revoked"
		);
		Registry::revoke_role(signed(ADAM), asset, Role::ComplianceOfficer, AUDIT).unwrap();
		assert!(!Registry::is_engaged(AUDIT));
	});
}

#[test]
fn who_acts_for_a_suspended_organisation_does_not_act_whatever_was_granted_in_person() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		grant(asset, Role::ComplianceOfficer, VERA);
		set(VAULT, |it| it.standing = Standing::Suspended);
		assert_noop!(
			Registry::suspend(signed(VERA), asset),
			Error::<Test>::NotComplianceOfficer
		);
		set(VAULT, |it| it.standing = Standing::Active);
		assert_ok!(Registry::suspend(signed(VERA), asset));
	});
}

use super::*;
use assay_primitives::Standing;
use assay_traits::CustodyInspect;

#[test]
fn works_from_genesis_on() {
	ExtBuilder::default().build_and_execute(|| {
		let custodian = Custodian {
			approval: Approval::new(licence(1)),
			required_bond: None,
			vaults: 0,
		};
		assert_eq!(Custody::custodian(CUSTODIAN_ORG), Some(custodian));
		assert_eq!(
			Custody::auditor(AUDITOR_ORG),
			Some(Approval::new(licence(3)))
		);
		assert!(Custody::is_custodian(CUSTODIAN_ORG) && Custody::is_custodian(OTHER_ORG));
		assert!(Custody::is_auditor(AUDITOR_ORG));
		assert!(!Custody::is_custodian(AUDITOR_ORG) && !Custody::is_auditor(CUSTODIAN_ORG));
		assert!(!Custody::is_custodian(STRANGER_ORG) && !Custody::is_auditor(STRANGER_ORG));
	});
}

#[test]
fn an_approval_counts_only_while_the_organisation_is_in_good_standing() {
	ExtBuilder::default().build_and_execute(|| {
		for standing in [Standing::Suspended, Standing::Sanctioned] {
			// GIVEN a custodian and an auditor whose approvals stand
			set_standing(CUSTODIAN_ORG, standing);
			set_standing(AUDITOR_ORG, standing);
			// THEN neither counts, and others are not touched
			assert!(!Custody::is_custodian(CUSTODIAN_ORG), "{standing:?}");
			assert!(!Custody::is_auditor(AUDITOR_ORG), "{standing:?}");
			assert!(Custody::is_custodian(OTHER_ORG));
			// WHEN they are reinstated THEN they count again
			set_standing(CUSTODIAN_ORG, Standing::Active);
			set_standing(AUDITOR_ORG, Standing::Active);
			assert!(Custody::is_custodian(CUSTODIAN_ORG) && Custody::is_auditor(AUDITOR_ORG));
		}
		// An identity in good standing does not make up for an approval that is suspended.
		for (office, organisation) in [
			(Office::Custodian, CUSTODIAN_ORG),
			(Office::Auditor, AUDITOR_ORG),
		] {
			assert_ok!(Custody::suspend(council(), office, organisation, hash(5)));
		}
		assert!(!Custody::is_custodian(CUSTODIAN_ORG) && !Custody::is_auditor(AUDITOR_ORG));
	});
}

#[test]
fn an_approval_without_an_identity_counts_for_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		Profiles::mutate(|profiles| {
			profiles.remove(&CUSTODIAN_ORG);
			profiles.remove(&AUDITOR_ORG);
		});
		assert!(!Custody::is_custodian(CUSTODIAN_ORG) && !Custody::is_auditor(AUDITOR_ORG));
	});
}

#[test]
fn works_for_both_offices_from_approval_to_removal() {
	ExtBuilder::default().build_and_execute(|| {
		let organisation = STRANGER_ORG;
		for office in [Office::Custodian, Office::Auditor] {
			let holds = || match office {
				Office::Custodian => Custody::is_custodian(organisation),
				Office::Auditor => Custody::is_auditor(organisation),
			};
			let licence = licence(4);
			assert_ok!(match office {
				Office::Custodian => {
					Custody::approve_custodian(council(), organisation, licence.clone(), None)
				},
				Office::Auditor => {
					Custody::approve_auditor(council(), organisation, licence.clone())
				},
			});
			System::assert_has_event(
				Event::Approved {
					office,
					organisation,
					licence,
				}
				.into(),
			);
			assert!(holds());

			let reason = hash(5);
			assert_ok!(Custody::suspend(council(), office, organisation, reason));
			System::assert_last_event(
				Event::Suspended {
					office,
					organisation,
					reason,
				}
				.into(),
			);
			assert!(!holds());
			assert_noop!(
				Custody::suspend(council(), office, organisation, reason),
				Error::<Test>::AlreadySuspended
			);

			assert_ok!(Custody::reinstate(council(), office, organisation));
			System::assert_last_event(
				Event::Reinstated {
					office,
					organisation,
				}
				.into(),
			);
			assert!(holds());
			assert_noop!(
				Custody::reinstate(council(), office, organisation),
				Error::<Test>::NotSuspended
			);

			assert_ok!(Custody::remove(council(), office, organisation));
			System::assert_last_event(
				Event::Removed {
					office,
					organisation,
				}
				.into(),
			);
			assert!(!holds());
		}
	});
}

#[test]
fn fails_when_the_organisation_may_not_be_approved() {
	ExtBuilder::default().build_and_execute(|| {
		let custodian = |id| Custody::approve_custodian(council(), id, licence(4), None);
		let auditor = |id| Custody::approve_auditor(council(), id, licence(4));
		assert_noop!(custodian(999), Error::<Test>::IdentityNotFound);
		assert_noop!(auditor(999), Error::<Test>::IdentityNotFound);
		assert_noop!(custodian(PERSON_ID), Error::<Test>::NotOrganisation);
		assert_noop!(auditor(EMPLOYEE_ID), Error::<Test>::NotOrganisation);
		assert_noop!(custodian(CUSTODIAN_ORG), Error::<Test>::AlreadyApproved);
		assert_noop!(auditor(AUDITOR_ORG), Error::<Test>::AlreadyApproved);
		assert_noop!(custodian(AUDITOR_ORG), Error::<Test>::HoldsOtherOffice);
		assert_noop!(auditor(CUSTODIAN_ORG), Error::<Test>::HoldsOtherOffice);
	});
}

#[test]
fn fails_when_there_is_no_such_approval() {
	ExtBuilder::default().build_and_execute(|| {
		for (office, organisation) in [
			(Office::Custodian, AUDITOR_ORG),
			(Office::Auditor, CUSTODIAN_ORG),
		] {
			assert_noop!(
				Custody::suspend(council(), office, organisation, hash(5)),
				Error::<Test>::ApprovalNotFound
			);
			assert_noop!(
				Custody::reinstate(council(), office, organisation),
				Error::<Test>::ApprovalNotFound
			);
			assert_noop!(
				Custody::remove(council(), office, organisation),
				Error::<Test>::ApprovalNotFound
			);
		}
	});
}

#[test]
fn fails_to_remove_when_a_vault_is_open() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		assert_noop!(
			Custody::remove(council(), Office::Custodian, CUSTODIAN_ORG),
			Error::<Test>::HasVaults
		);
		assert_ok!(Custody::close_vault(signed(CUSTODIAN), 0));
		assert_ok!(Custody::remove(council(), Office::Custodian, CUSTODIAN_ORG));
	});
}

#[test]
fn fails_at_genesis_when_an_organisation_holds_both_offices() {
	use polkadot_sdk::sp_runtime::BuildStorage;
	let both = vec![(CUSTODIAN_ORG, licence(1))];
	let config = GenesisConfig::<Test> {
		custodians: both.clone(),
		auditors: both,
		..Default::default()
	};
	assert!(std::panic::catch_unwind(|| config.build_storage()).is_err());
}

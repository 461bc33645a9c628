use super::*;

const CASE: Hash = Hash::repeat_byte(9);

fn links_of_anna() -> [Standing; 2] {
	[ANNA, ANNA_2].map(|account| Links::<Test>::get(account).unwrap().standing)
}

#[test]
fn suspension_reaches_every_account() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::suspend(signed(CLERK), ANNA_ID));
		assert_eq!(links_of_anna(), [Standing::Suspended; 2]);
		assert_eq!(Identity::identity_of(ANNA).unwrap().identity, ANNA_ID);
		assert_eq!(Identity::active_identity_of(&ANNA), None);
		assert_ok!(Identity::reinstate(signed(REGISTRAR), ANNA_ID));
		assert_eq!(links_of_anna(), [Standing::Active; 2]);
		assert_eq!(Identity::active_identity_of(&ANNA), Some(ANNA_ID));
		assert_eq!(
			events(),
			vec![
				Event::Suspended {
					identity: ANNA_ID,
					by: Authority::Registrar
				},
				Event::Reinstated {
					identity: ANNA_ID,
					by: Authority::Registrar,
					standing: Standing::Active
				},
			]
		);
	});
}

#[test]
fn what_the_council_suspended_only_the_council_reinstates() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::suspend(signed(REGISTRAR), ANNA_ID));
		assert_noop!(
			Identity::suspend(signed(REGISTRAR), ANNA_ID),
			E::AlreadySuspended
		);
		assert_ok!(Identity::suspend(signed(COUNCIL), ANNA_ID));
		assert_noop!(
			Identity::suspend(signed(COUNCIL), ANNA_ID),
			E::AlreadySuspended
		);
		assert_noop!(
			Identity::suspend(signed(REGISTRAR), ANNA_ID),
			E::AlreadySuspended
		);
		assert_noop!(
			Identity::reinstate(signed(REGISTRAR), ANNA_ID),
			E::SuspendedByCouncil
		);
		assert_ok!(Identity::reinstate(signed(COUNCIL), ANNA_ID));
		assert_noop!(
			Identity::reinstate(signed(COUNCIL), ANNA_ID),
			E::NotSuspended
		);
		assert_ok!(Identity::suspend(signed(REGISTRAR), ANNA_ID));
		assert_ok!(Identity::reinstate(signed(COUNCIL), ANNA_ID));
	});
}

#[test]
fn a_sanction_outranks_a_suspension_and_neither_ends_the_other() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::suspend(signed(REGISTRAR), ANNA_ID));
		assert_ok!(Identity::sanction(signed(COUNCIL), ANNA_ID, CASE));
		assert_eq!(links_of_anna(), [Standing::Sanctioned; 2]);
		assert_ok!(Identity::reinstate(signed(REGISTRAR), ANNA_ID));
		assert_eq!(standing(ANNA_ID), Standing::Sanctioned);
		assert_ok!(Identity::suspend(signed(REGISTRAR), ANNA_ID));
		assert_eq!(links_of_anna(), [Standing::Sanctioned; 2]);
		events();
		assert_ok!(Identity::lift_sanction(signed(COUNCIL), ANNA_ID, CASE));
		assert_eq!(links_of_anna(), [Standing::Suspended; 2]);
		assert_eq!(
			events(),
			vec![Event::SanctionLifted {
				identity: ANNA_ID,
				case: CASE,
				standing: Standing::Suspended
			}]
		);
	});
}

#[test]
fn sanctions_fail_when_they_are_there_or_not() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(
			Identity::lift_sanction(signed(COUNCIL), ANNA_ID, CASE),
			E::NotSanctioned
		);
		assert_noop!(
			Identity::sanction(signed(COUNCIL), NEXT_ID, CASE),
			E::NotFound
		);
		assert_ok!(Identity::sanction(signed(COUNCIL), ANNA_ID, CASE));
		assert_eq!(
			events(),
			vec![Event::Sanctioned {
				identity: ANNA_ID,
				case: CASE
			}]
		);
		assert_noop!(
			Identity::sanction(signed(COUNCIL), ANNA_ID, CASE),
			E::AlreadySanctioned
		);
		assert_noop!(
			Identity::reinstate(signed(REGISTRAR), ANNA_ID),
			E::NotSuspended
		);
	});
}

#[test]
fn a_registrar_not_approved_any_more_answers_for_nobody() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Identity::remove_registrar(signed(COUNCIL), REGISTRY));
		assert_noop!(
			Identity::suspend(signed(REGISTRAR), ANNA_ID),
			E::NotAuthorized
		);
		assert_ok!(Identity::set_registrar(
			signed(COUNCIL),
			ANNA_ID,
			OTHER_REGISTRY
		));
		assert_ok!(Identity::suspend(signed(OTHER_REGISTRAR), ANNA_ID));
	});
}

#[test]
fn an_identity_of_genesis_is_the_councils_alone() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(
			Identity::suspend(signed(REGISTRAR), ISSUER_ID),
			E::NotAuthorized
		);
		assert_ok!(Identity::suspend(signed(COUNCIL), ISSUER_ID));
	});
}

#[test]
fn standing_due_is_total() {
	use Authority::{Council, Registrar};
	for (sanctioned, suspended_by, due) in [
		(false, None, Standing::Active),
		(false, Some(Registrar), Standing::Suspended),
		(false, Some(Council), Standing::Suspended),
		(true, None, Standing::Sanctioned),
		(true, Some(Registrar), Standing::Sanctioned),
		(true, Some(Council), Standing::Sanctioned),
	] {
		let record = IdentityRecord {
			sanctioned,
			suspended_by,
			..IdentityRecord::new(IdentityKind::Legal, 1, InvestorCategory::Retail, None)
		};
		assert_eq!(record.standing_due(), due);
	}
}

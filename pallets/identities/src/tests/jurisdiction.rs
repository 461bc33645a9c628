use super::*;
use assay_traits::ReseatIdentity;

fn change(jurisdiction: Jurisdiction) -> DispatchResult {
	Identity::change_jurisdiction(signed(REGISTRAR), ANNA_ID, jurisdiction)
}

/// Anna's jurisdiction, and the one she moves to.
fn countries() -> (Jurisdiction, Option<Jurisdiction>) {
	let profile = Identity::profile(ANNA_ID).unwrap();
	(profile.jurisdiction, profile.pending_jurisdiction)
}

#[test]
fn works_at_once_for_whom_holds_nothing() {
	ExtBuilder::build_and_execute(|| {
		set_duty(ANNA_ID, true);
		assert_ok!(change(40));
		assert_eq!(countries(), (40, None));
		assert_eq!(
			events(),
			vec![Event::JurisdictionChanged {
				identity: ANNA_ID,
				old: 756,
				new: 40
			}]
		);
	});
}

#[test]
fn locks_whom_holds_something_until_it_is_reseated() {
	ExtBuilder::build_and_execute(|| {
		// GIVEN a holder
		set_frozen(ANNA_ID, true);
		// WHEN her jurisdiction changes
		assert_ok!(change(40));
		// THEN the old one stands, and the new one is pending
		assert_eq!(countries(), (756, Some(40)));
		assert_eq!(Identity::pending(ANNA_ID), Some(40));
		assert_eq!(
			Identity::active_identity_of(&ANNA),
			Some(ANNA_ID),
			"she may act, and redeem"
		);
		// WHEN her last position is counted anew
		assert_ok!(Identity::complete(ANNA_ID));
		// THEN the change is made, once
		assert_eq!(countries(), (40, None));
		assert_eq!(Identity::pending(ANNA_ID), None);
		assert_eq!(
			events(),
			vec![
				Event::JurisdictionChangeBegun {
					identity: ANNA_ID,
					old: 756,
					new: 40
				},
				Event::JurisdictionChanged {
					identity: ANNA_ID,
					old: 756,
					new: 40
				},
			]
		);
		assert_noop!(Identity::complete(ANNA_ID), E::NoJurisdictionPending);
	});
}

#[test]
fn whom_holds_nothing_any_more_is_released_by_its_registrar() {
	ExtBuilder::build_and_execute(|| {
		set_frozen(ANNA_ID, true);
		assert_ok!(change(40));
		assert_noop!(change(40), E::JurisdictionPending);
		assert_noop!(change(276), E::JurisdictionPending);
		set_frozen(ANNA_ID, false);
		// Back to where she was, or on to the new one.
		assert_ok!(change(756));
		assert_eq!(countries(), (756, None));
		set_frozen(ANNA_ID, true);
		assert_ok!(change(40));
		set_frozen(ANNA_ID, false);
		assert_ok!(change(40));
		assert_eq!(countries(), (40, None));
	});
}

#[test]
fn fails_when_nothing_would_change() {
	ExtBuilder::build_and_execute(|| {
		for holds in [false, true] {
			set_frozen(ANNA_ID, holds);
			assert_noop!(change(756), E::SameJurisdiction);
			assert_noop!(change(0), E::InvalidJurisdiction);
			assert_noop!(change(1000), E::InvalidJurisdiction);
		}
		assert_noop!(
			Identity::change_jurisdiction(signed(OTHER_REGISTRAR), ANNA_ID, 40),
			E::NotAuthorized
		);
		assert_noop!(
			Identity::change_jurisdiction(signed(REGISTRAR), NEXT_ID, 40),
			E::NotFound
		);
		assert_noop!(Identity::complete(ANNA_ID), E::NoJurisdictionPending);
		assert_noop!(Identity::complete(NEXT_ID), E::NotFound);
		assert_eq!(Identity::pending(NEXT_ID), None);
	});
}

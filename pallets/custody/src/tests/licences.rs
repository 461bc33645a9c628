//! What an approval needs to count: a licence in force, and the bond that the council asks for.

use super::*;
use assay_primitives::{BondPurpose, IdentityId, Moment};
use assay_traits::{BondDependents, CustodyInspect};

fn until(n: u8, valid_until: Moment) -> Licence {
	Licence {
		valid_until: Some(valid_until),
		..licence(n)
	}
}

fn cash(amount: u128) -> Option<RequiredBond> {
	Some(RequiredBond {
		asset: CASH,
		amount,
	})
}

fn renew(office: Office, organisation: IdentityId, licence: Licence) {
	assert_ok!(Custody::renew_licence(
		council(),
		office,
		organisation,
		licence
	));
}

#[test]
fn an_office_counts_up_to_the_last_moment_of_its_licence_and_again_after_renewal() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		// GIVEN a custodian and an auditor whose licences end
		let last = START + 1_000;
		renew(Office::Custodian, CUSTODIAN_ORG, until(4, last));
		System::assert_last_event(
			Event::LicenceRenewed {
				office: Office::Custodian,
				organisation: CUSTODIAN_ORG,
				old: licence(1),
				new: until(4, last),
			}
			.into(),
		);
		renew(Office::Auditor, AUDITOR_ORG, until(4, last));
		let both = || {
			(
				Custody::is_custodian(CUSTODIAN_ORG),
				Custody::is_auditor(AUDITOR_ORG),
			)
		};
		let one = |serial| {
			let lots = batch([bar(serial, 400)]);
			Custody::register_lots(signed(CUSTODIAN), GOLD, 0, lots, None)
		};
		// THEN they count at the last moment, and no longer a millisecond later
		Now::set(last);
		assert_eq!(both(), (true, true));
		assert_ok!(one("A1"));
		Now::set(last + 1);
		assert_eq!(both(), (false, false));
		assert!(!Custody::counts(Office::Custodian, CUSTODIAN_ORG));
		assert!(!Custody::counts(Office::Auditor, AUDITOR_ORG));
		assert!(Custody::may_release(CUSTODIAN_ORG));
		assert!(Custody::is_custodian(OTHER_ORG));
		// THEN nothing can be added, and everything can be taken out
		assert_noop!(one("A2"), Error::<Test>::LicenceExpired);
		assert_noop!(
			Custody::open_vault(
				signed(CUSTODIAN),
				BoundedVec::truncate_from(vec![b'v']),
				756
			),
			Error::<Test>::LicenceExpired
		);
		assert_ok!(Custody::withdraw_lots(
			signed(CUSTODIAN),
			GOLD,
			0,
			ids(&["A1"]),
			hash(5)
		));
		assert_ok!(Custody::remove_lots(signed(CUSTODIAN), ids(&["A1"])));
		// WHEN the council renews them THEN they count again
		renew(Office::Custodian, CUSTODIAN_ORG, licence(5));
		renew(Office::Auditor, AUDITOR_ORG, until(5, last + 1));
		assert_eq!(both(), (true, true));
		assert_ok!(one("A2"));
		assert_eq!(
			Custody::auditor(AUDITOR_ORG).map(|approval| approval.licence),
			Some(until(5, last + 1))
		);
	});
}

#[test]
fn a_licence_must_be_in_force_when_the_council_takes_it() {
	ExtBuilder::default().build_and_execute(|| {
		let past = until(4, START - 1);
		let expired = Error::<Test>::LicenceExpired;
		assert_noop!(
			Custody::approve_custodian(council(), STRANGER_ORG, past.clone(), None),
			expired
		);
		assert_noop!(
			Custody::approve_auditor(council(), STRANGER_ORG, past.clone()),
			Error::<Test>::LicenceExpired
		);
		for (office, organisation) in [
			(Office::Custodian, CUSTODIAN_ORG),
			(Office::Auditor, AUDITOR_ORG),
		] {
			assert_noop!(
				Custody::renew_licence(council(), office, organisation, past.clone()),
				Error::<Test>::LicenceExpired
			);
			assert_noop!(
				Custody::renew_licence(council(), office, STRANGER_ORG, licence(4)),
				Error::<Test>::ApprovalNotFound
			);
		}
		let now = until(4, START);
		assert_ok!(Custody::approve_custodian(
			council(),
			STRANGER_ORG,
			now,
			None
		));
		assert!(Custody::is_custodian(STRANGER_ORG));
	});
}

#[test]
fn renewal_does_not_lift_a_suspension() {
	ExtBuilder::default().build_and_execute(|| {
		let office = Office::Auditor;
		assert_ok!(Custody::suspend(council(), office, AUDITOR_ORG, hash(5)));
		renew(office, AUDITOR_ORG, licence(4));
		assert!(!Custody::is_auditor(AUDITOR_ORG));
	});
}

#[test]
fn nobody_hands_over_what_it_keeps_while_suspended_or_without_an_office() {
	use assay_primitives::Standing;
	ExtBuilder::default().build_and_execute(|| {
		let may = Custody::may_release;
		assert!(may(CUSTODIAN_ORG) && !may(AUDITOR_ORG) && !may(STRANGER_ORG));
		set_standing(CUSTODIAN_ORG, Standing::Sanctioned);
		assert!(!may(CUSTODIAN_ORG));
		let office = Office::Custodian;
		assert_ok!(Custody::suspend(council(), office, OTHER_ORG, hash(5)));
		assert!(!may(OTHER_ORG));
	});
}

#[test]
fn a_custodian_counts_only_while_enough_is_bonded() {
	ExtBuilder::default().with_vaults().build_and_execute(|| {
		let counts = || Custody::is_custodian(CUSTODIAN_ORG);
		let require = |amount| Custody::set_required_bond(council(), CUSTODIAN_ORG, cash(amount));
		// GIVEN a requirement of 500
		assert_ok!(require(500));
		System::assert_last_event(
			Event::BondRequired {
				organisation: CUSTODIAN_ORG,
				old: None,
				new: cash(500),
			}
			.into(),
		);
		// THEN one unit less is too little, and exactly that is enough
		for (bonded, enough) in [(0, false), (499, false), (500, true), (501, true)] {
			bond(CUSTODIAN_ORG, CASH, bonded);
			assert_eq!(counts(), enough, "{bonded} bonded");
			let lots = batch([bar(&format!("A{bonded}x"), 400)]);
			let result = Custody::register_lots(signed(CUSTODIAN), GOLD, 0, lots, None);
			if enough {
				assert_ok!(result);
			} else {
				assert_noop!(result, Error::<Test>::BondTooSmall);
			}
		}
		// WHEN some is drawn THEN nothing counts, and lots can still be taken out
		bond(CUSTODIAN_ORG, CASH, 100);
		assert!(!counts() && Custody::may_release(CUSTODIAN_ORG));
		assert_ok!(Custody::withdraw_lots(
			signed(CUSTODIAN),
			GOLD,
			0,
			ids(&["A500x"]),
			hash(5)
		));
		// WHEN the council asks for less THEN it counts again
		assert_ok!(require(100));
		assert!(counts());
		assert_noop!(
			Custody::set_required_bond(council(), AUDITOR_ORG, cash(1)),
			Error::<Test>::ApprovalNotFound
		);
		// WHEN the bond is of another asset THEN it is no bond, however much it is
		bond(CUSTODIAN_ORG, GOLD, 1_000_000);
		assert!(!counts());
		// WHEN the asset is no settlement asset any more THEN the bond counts zero, until it is one again
		bond(CUSTODIAN_ORG, CASH, 1_000_000);
		assert!(counts());
		Settling::set(Default::default());
		assert!(!counts() && Custody::may_release(CUSTODIAN_ORG));
		assert_noop!(
			Custody::register_lots(signed(CUSTODIAN), GOLD, 0, batch([bar("S1", 1)]), None),
			Error::<Test>::BondTooSmall
		);
		Settling::set([CASH].into());
		assert!(counts());
		Settling::set(Default::default());
		// WHEN none is required any more THEN none is asked for
		assert_ok!(Custody::set_required_bond(council(), CUSTODIAN_ORG, None));
		assert!(counts());
	});
}

#[test]
fn the_required_bond_stays_as_long_as_the_office_stands() {
	ExtBuilder::default().build_and_execute(|| {
		let of = |id| <Custody as BondDependents>::required(BondPurpose::Custodian(id));
		assert_ok!(Custody::approve_custodian(
			council(),
			STRANGER_ORG,
			licence(4),
			cash(700)
		));
		System::assert_last_event(
			Event::BondRequired {
				organisation: STRANGER_ORG,
				old: None,
				new: cash(700),
			}
			.into(),
		);
		assert!(!Custody::is_custodian(STRANGER_ORG));
		// A bond in another asset has no effect, so that it may go.
		bond(STRANGER_ORG, GOLD, 700);
		assert_eq!(of(STRANGER_ORG), 0);
		bond(STRANGER_ORG, CASH, 1);
		let office = Office::Custodian;
		assert_ok!(Custody::suspend(council(), office, STRANGER_ORG, hash(5)));
		assert_eq!((of(STRANGER_ORG), of(CUSTODIAN_ORG), of(999)), (700, 0, 0));
		assert_eq!(
			<Custody as BondDependents>::required(BondPurpose::Issuer(GOLD)),
			0
		);
		assert_ok!(Custody::remove(council(), office, STRANGER_ORG));
		assert_eq!(of(STRANGER_ORG), 0);
	});
}

#[test]
fn a_required_bond_is_of_a_settlement_asset() {
	ExtBuilder::default().build_and_execute(|| {
		for asset in [GOLD, NONE] {
			let required = Some(RequiredBond { asset, amount: 1 });
			assert_noop!(
				Custody::approve_custodian(council(), STRANGER_ORG, licence(4), required),
				Error::<Test>::NotSettlementAsset
			);
			assert_noop!(
				Custody::set_required_bond(council(), CUSTODIAN_ORG, required),
				Error::<Test>::NotSettlementAsset
			);
		}
	});
}

#[test]
fn an_office_ends_only_when_nothing_depends_on_it() {
	ExtBuilder::default().build_and_execute(|| {
		Needed::set(([CUSTODIAN_ORG].into(), [AUDITOR_ORG].into()));
		let custodian = |id| Custody::remove(council(), Office::Custodian, id);
		let auditor = |id| Custody::remove(council(), Office::Auditor, id);
		assert_noop!(custodian(CUSTODIAN_ORG), Error::<Test>::StillNeeded);
		assert_noop!(auditor(AUDITOR_ORG), Error::<Test>::StillNeeded);
		// what depends on another, or on the other office, is no hindrance
		assert_ok!(custodian(OTHER_ORG));
		Needed::set(([AUDITOR_ORG].into(), [CUSTODIAN_ORG].into()));
		assert_ok!(custodian(CUSTODIAN_ORG));
		assert_ok!(auditor(AUDITOR_ORG));
	});
}

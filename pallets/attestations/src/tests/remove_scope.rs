use super::*;

fn remove(key: Sr25519Keyring) -> polkadot_sdk::sp_runtime::DispatchResult {
	Attestations::remove_scope(signed(key), scope())
}

#[test]
fn works_and_keeps_the_head() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		let head = Attestations::head(scope());
		world(|world| world.now += MAX_AGE + 1);
		assert_ok!(remove(CUSTODIAN_KEY));

		assert_eq!(
			last_event(),
			Event::ScopeRemoved {
				scope: scope(),
				by: CUSTODIAN
			}
		);
		assert!(!Scopes::<Test>::contains_key(GOLD) && !Reports::<Test>::contains_key(scope()));
		assert!(head.is_some());
		assert_eq!(Attestations::head(scope()), head);
		// The next report goes on where the chain stood.
		assert_noop!(
			Attestations::submit_report(signed(CUSTODIAN_KEY), GOLD, VAULT, report_of(NOW, 1)),
			Error::<Test>::AsOfNotNewer
		);
		report(NOW + 1, 1);
		assert_eq!(
			Attestations::report(scope()).map(|report| report.sequence),
			Some(1)
		);
	});
}

#[test]
fn works_and_leaves_the_other_scopes() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		let input = report_of(NOW, 5);
		assert_ok!(Attestations::submit_report(
			signed(OTHER_CUSTODIAN_KEY),
			GOLD,
			OTHER_VAULT,
			input
		));
		world(|world| world.custodians.remove(&CUSTODIAN));
		assert_ok!(remove(ISSUER_KEY));
		assert_eq!(
			last_event(),
			Event::ScopeRemoved {
				scope: scope(),
				by: ISSUER
			}
		);
		let left: Vec<_> = Scopes::<Test>::get(GOLD)
			.iter()
			.map(|left| left.scope(GOLD))
			.collect();
		assert_eq!(left, vec![other_scope()]);
	});
}

#[test]
fn works_as_soon_as_it_is_no_longer_fresh() {
	// By age, by validity, by withdrawal, by approval of custodian and of vault.
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		world(|world| world.now = NOW + MAX_AGE);
		assert_noop!(remove(ISSUER_KEY), Error::<Test>::ReportStillFresh);
		world(|world| world.now = NOW + MAX_AGE + 1);
		assert_ok!(remove(ISSUER_KEY));
	});
	ExtBuilder.build_and_execute(|| {
		let valid_until = report_of(NOW, 1).valid_until;
		report(NOW, 1_000);
		// Without parameters only the validity bounds a report.
		world(|world| world.parameters.clear());
		world(|world| world.now = valid_until);
		assert_noop!(remove(ISSUER_KEY), Error::<Test>::ReportStillFresh);
		world(|world| world.now = valid_until + 1);
		assert_ok!(remove(ISSUER_KEY));
	});
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		let reason = Hash::zero();
		assert_ok!(Attestations::withdraw_report(
			signed(CUSTODIAN_KEY),
			GOLD,
			VAULT,
			reason
		));
		assert_ok!(remove(ISSUER_KEY));
	});
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		world(|world| world.vaults.clear());
		assert_ok!(remove(ISSUER_KEY));
	});
}

#[test]
fn works_and_announces_the_end() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		LastAnnounced::<Test>::insert(GOLD, ReserveStatus::Backed);
		world(|world| world.custodians.clear());
		assert_ok!(remove(ISSUER_KEY));
		let new = ReserveStatus::Lapsed;
		let old = Some(ReserveStatus::Backed);
		assert_eq!(
			last_event(),
			Event::StatusChanged {
				asset: GOLD,
				old,
				new
			}
		);
		assert!(!LastAnnounced::<Test>::contains_key(GOLD));
	});
}

#[test]
fn fails_when_lots_are_pledged_and_the_custodian_may_hand_them_over() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1_000);
		world(|world| {
			world.now += MAX_AGE + 1;
			world.kept.insert(scope());
		});
		for key in [CUSTODIAN_KEY, ISSUER_KEY] {
			assert_noop!(remove(key), Error::<Test>::LotsPledged);
		}
		// The lots of others do not matter, and the council's suspension writes these off.
		world(|world| world.kept = [other_scope()].into());
		assert_ok!(remove(ISSUER_KEY));
		report(NOW + 1, 1_000);
		world(|world| {
			world.kept.insert(scope());
			world.custodians.remove(&CUSTODIAN);
		});
		assert_ok!(remove(ISSUER_KEY));
	});
}

#[test]
fn fails_when_there_is_no_scope() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(remove(CUSTODIAN_KEY), Error::<Test>::ReportNotFound);
	});
}

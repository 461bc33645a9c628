use super::*;

fn withdraw() -> polkadot_sdk::sp_runtime::DispatchResult {
	let reason = Hash::repeat_byte(7);
	Attestations::withdraw_report(signed(CUSTODIAN_KEY), GOLD, VAULT, reason)
}

#[test]
fn works() {
	ExtBuilder.build_and_execute(|| {
		// GIVEN
		attest(1_000);
		assert_eq!(headroom(), 1_000);
		// WHEN
		assert_ok!(withdraw());
		// THEN
		assert_eq!(
			last_event(),
			Event::ReportWithdrawn {
				scope: scope(),
				as_of: NOW,
				reason: Hash::repeat_byte(7)
			}
		);
		assert_eq!((headroom(), figures().reserve), (0, 0));
		let parts = Attestations::reserve_breakdown(GOLD).expect("it has a value");
		assert_eq!(
			parts.first().map(|part| part.state),
			Some(ScopeState::Withdrawn)
		);
		// AND WHEN the custodian reports anew
		world(|world| world.now += 1);
		attest(400);
		assert_eq!(headroom(), 400);
	});
}

#[test]
fn works_for_a_custodian_that_is_no_longer_approved() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		world(|world| world.custodians.clear());
		assert_ok!(withdraw());
	});
}

#[test]
fn fails_when_there_is_no_report() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(withdraw(), Error::<Test>::ReportNotFound);
	});
}

#[test]
fn fails_when_withdrawn_before() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1);
		assert_ok!(withdraw());
		assert_noop!(withdraw(), Error::<Test>::ReportWithdrawn);
	});
}

#[test]
fn fails_when_the_scope_is_another_custodians() {
	ExtBuilder.build_and_execute(|| {
		report(NOW, 1);
		assert_noop!(
			Attestations::withdraw_report(signed(OTHER_CUSTODIAN_KEY), GOLD, VAULT, Hash::zero()),
			Error::<Test>::ReportNotFound
		);
	});
}

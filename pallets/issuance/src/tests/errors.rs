use super::*;
use polkadot_sdk::frame_support::assert_noop;

#[test]
fn each_step_fails_when_there_is_no_such_redemption() {
	wide().build_and_execute(|| {
		let steps = [
			(ISSUER, Call::accept_redemption { id: 0 }),
			(
				ISSUER,
				Call::reject_redemption {
					id: 0,
					reason: id(1),
				},
			),
			(ALICE, Call::cancel_redemption { id: 0 }),
			(CUSTODIAN, release_call(0, &[(VAULT_A, 1, 10)])),
			(ALICE, Call::burn_redemption { id: 0 }),
		];
		for (who, call) in steps {
			assert_noop!(run(who, call), Error::<Test>::RedemptionNotFound);
		}
	});
}

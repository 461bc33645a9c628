//! Every call × every kind of signer.

use super::*;
use polkadot_sdk::{
	frame_support::dispatch::RawOrigin,
	sp_runtime::{traits::Dispatchable, DispatchError::BadOrigin},
};

#[test]
fn each_call_has_one_origin() {
	let key = ParameterKey::ToleranceBps;
	let set = Call::set_parameter {
		asset: GOLD,
		key,
		value: 9,
	};
	let cancel = Call::cancel_change {
		asset: GOLD,
		key: ParameterKey::MintBucketBps,
	};
	let corridor = Call::set_corridor {
		key,
		corridor: decided_corridor(0, 100, 1),
	};
	// call, council, supermajority
	let table = [
		(set, true, false),
		(cancel, true, false),
		(corridor, false, true),
	];
	for (call, by_council, by_supermajority) in table {
		let origins: [(RuntimeOrigin, bool); 5] = [
			(council(), by_council),
			(supermajority(), by_supermajority),
			(signed(STRANGER), false),
			(RawOrigin::Root.into(), false),
			(RawOrigin::None.into(), false),
		];
		for (origin, allowed) in origins {
			ExtBuilder::default().build_and_execute(|| {
				assert_ok!(super::set(ParameterKey::MintBucketBps, 9_000));
				let call: RuntimeCall = RuntimeCall::ReserveGovernance(call.clone());
				let result = call
					.dispatch(origin.clone())
					.map_err(|failure| failure.error);
				assert_eq!(result.is_ok(), allowed);
				assert!(allowed || result == Err(BadOrigin));
			});
		}
	}
}

//! Every call × every kind of origin.

use crate::{mock::*, *};
use frame_support::{assert_noop, dispatch::DispatchResult};
use polkadot_sdk::{sp_core::H256, sp_runtime::DispatchError};

#[derive(Clone, Copy, PartialEq, Debug)]
enum Call {
	Authorize,
	Enact,
	Cancel,
	Grant,
}

fn perform(call: Call, origin: RuntimeOrigin) -> DispatchResult {
	match call {
		Call::Authorize => Consortium::authorize_upgrade(origin, H256::repeat_byte(9)),
		Call::Enact => Consortium::enact_upgrade(origin),
		Call::Cancel => Consortium::cancel_upgrade(origin),
		Call::Grant => Consortium::grant_fees(origin, ALICE, 10),
	}
}

#[test]
fn every_call_is_open_to_its_origin_and_to_no_other() {
	let origins: [(&str, fn() -> RuntimeOrigin); 5] = [
		("supermajority", || signed(SUPERMAJORITY)),
		("majority", || signed(MAJORITY)),
		("signer", || signed(ALICE)),
		("root", RuntimeOrigin::root),
		("none", RuntimeOrigin::none),
	];
	// In the order of the origins.
	let table = [
		(Call::Authorize, [true, false, false, false, false]),
		// In the mock a motion of the council is a signature, so it counts as one here.
		(Call::Enact, [true, true, true, false, false]),
		(Call::Cancel, [true, false, false, false, false]),
		(Call::Grant, [false, true, false, false, false]),
	];
	for (call, row) in table {
		for ((name, origin), open) in origins.into_iter().zip(row) {
			ExtBuilder::build_and_execute(|| {
				if matches!(call, Call::Enact | Call::Cancel) {
					perform(Call::Authorize, signed(SUPERMAJORITY)).unwrap();
					wait_until(START + DELAY);
				}
				if open {
					assert_eq!(perform(call, origin()), Ok(()), "{call:?} by {name}");
				} else {
					assert_noop!(perform(call, origin()), DispatchError::BadOrigin);
				}
			});
		}
	}
}

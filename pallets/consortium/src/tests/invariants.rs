//! Each invariant, broken by hand: the check with its number fails.

use crate::{mock::*, *};
use polkadot_sdk::{sp_core::H256, sp_runtime::TryRuntimeError};

fn breaks(invariant: &str, damage: impl FnOnce()) {
	ExtBuilder::build().execute_with(|| {
		Consortium::grant_fees(signed(MAJORITY), ALICE, 10).unwrap();
		Consortium::authorize_upgrade(signed(SUPERMAJORITY), H256::repeat_byte(7)).unwrap();
		assert_eq!(Consortium::do_try_state(), Ok(()));
		damage();
		match Consortium::do_try_state() {
			Err(TryRuntimeError::Other(message)) => {
				assert!(
					message.starts_with(&format!("{invariant}:")),
					"{invariant}: {message}"
				)
			},
			other => panic!("{invariant} is not seen: {other:?}"),
		}
	});
}

#[test]
fn inv_con_1_is_seen_when_more_than_the_cap_is_granted() {
	breaks("INV-CON-1", || {
		Granted::<Test>::mutate(|it| it.granted = CAP + 1)
	});
}

#[test]
fn inv_con_2_is_seen_when_the_period_lies_ahead() {
	breaks("INV-CON-2", || Granted::<Test>::mutate(|it| it.period += 1));
}

#[test]
fn inv_con_3_is_seen_when_an_upgrade_does_not_wait() {
	let pending = |change: fn(&mut PendingUpgrade<H256, u64>)| {
		Pending::<Test>::mutate(|it| change(it.as_mut().unwrap()))
	};
	breaks("INV-CON-3", || pending(|it| it.enact_at = it.authorized_at));
	breaks("INV-CON-3", || pending(|it| it.authorized_at = START + 1));
	breaks("INV-CON-3", || pending(|it| it.authorized_in += 1));
}

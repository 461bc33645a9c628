use super::*;
use polkadot_sdk::{frame_support::BoundedVec, sp_runtime::DispatchError};

/// A world with a bond and a claim, corrupted; the check must name `expected`.
fn fails_with(expected: &str, corrupt: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		posted(600);
		Refused::set(vec![ALICE]);
		draw(100, ALICE);
		assert_ok!(Bonds::do_try_state());
		corrupt();
		let Err(DispatchError::Other(message)) = Bonds::do_try_state() else {
			panic!("the corruption went unseen");
		};
		assert!(message.starts_with(expected), "{message}");
	});
}

fn change(change: impl FnOnce(&mut Bond<Account>)) {
	crate::Bonds::<Test>::mutate(FOR_GOLD, |bond| change(bond.as_mut().unwrap()));
}

#[test]
fn inv_bon_1_sees_wrong_hold() {
	fails_with("INV-BON-1", || {
		Held::mutate((FRANCS, ISSUER), |held| *held -= 1)
	});
	fails_with("INV-BON-1", || change(|bond| bond.amount += 1));
	fails_with("INV-BON-1", || {
		Claims::<Test>::insert((FRANCS, ISSUER, BOB), 1)
	});
	// A hold that no record explains: of a poster in another asset, and of somebody without a bond.
	for key in [(EUROS, ISSUER), (FRANCS, BOB)] {
		fails_with("INV-BON-1", || Held::insert(key, 1));
	}
}

#[test]
fn inv_bon_2_sees_empty_bonds_and_wrong_requests() {
	let asks = |amount| {
		change(|bond| {
			bond.withdrawal = Some(Withdrawal {
				amount,
				available_at: START,
			})
		})
	};
	fails_with("INV-BON-2", || change(|bond| bond.amount = 0));
	fails_with("INV-BON-2", || asks(0));
	fails_with("INV-BON-2", || asks(501));
}

#[test]
fn inv_bon_3_sees_wrong_lists() {
	fails_with("INV-BON-3", || PosterBonds::<Test>::remove(FRANCS, ISSUER));
	fails_with("INV-BON-3", || {
		PosterBonds::<Test>::insert(EUROS, BOB, BoundedVec::truncate_from(vec![FOR_VAULTS]))
	});
}

#[test]
fn inv_bon_4_sees_empty_claims() {
	fails_with("INV-BON-4", || {
		Claims::<Test>::insert((FRANCS, ISSUER, BOB), 0)
	});
}

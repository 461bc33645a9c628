use super::*;
use polkadot_sdk::sp_runtime::DispatchError;

const ACTORS: [Account; 6] = [ISSUER, KEEPER, SUSPENDED, ALICE, BOB, STRANGER];

/// Every call by every actor: who is not named is refused with that error and changes nothing.
#[test]
fn each_call_is_for_its_role_only() {
	for who in ACTORS {
		execute(|| {
			posted(600);
			Refused::set(vec![ALICE]);
			draw(100, ALICE);
			Refused::set(vec![]);
			let for_silver = BondPurpose::Issuer(SILVER);
			let purpose = FOR_GOLD;
			let table: [(Call<Test>, &[Account], Error<Test>); 7] = [
				(
					post_call(for_silver, FRANCS, 1),
					&[ISSUER],
					Error::NotIssuer,
				),
				(
					post_call(FOR_VAULTS, FRANCS, 1),
					&[KEEPER],
					Error::NotOrganisation,
				),
				(
					Call::top_up { purpose, amount: 1 },
					&[ISSUER],
					Error::NotPoster,
				),
				(ask_back(1), &[ISSUER], Error::NotPoster),
				(
					Call::cancel_withdrawal { purpose },
					&[ISSUER],
					Error::NotPoster,
				),
				(Call::withdraw { purpose }, &[], Error::NotPoster),
				(collect(ISSUER, ALICE), &ACTORS, Error::NoClaim),
			];
			for (call, allowed, error) in table {
				if allowed.contains(&who) {
					assert_ok!(run(who, call));
				} else if who == ISSUER && call == (Call::withdraw { purpose }) {
					assert_noop!(run(who, call), Error::<Test>::NoWithdrawal);
				} else {
					assert_noop!(run(who, call), error);
				}
			}
		});
	}
}

#[test]
fn without_a_bond_nothing_is_topped_up_or_asked_back() {
	execute(|| {
		let purpose = FOR_GOLD;
		let calls = [
			Call::top_up { purpose, amount: 1 },
			ask_back(1),
			Call::cancel_withdrawal { purpose },
			Call::withdraw { purpose },
		];
		for call in calls {
			assert_noop!(run(ISSUER, call), Error::<Test>::NotFound);
		}
	});
}

#[test]
fn nobody_and_root_may_do_nothing() {
	execute(|| {
		posted(600);
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
			let purpose = FOR_GOLD;
			let calls = [
				post_call(FOR_VAULTS, FRANCS, 1),
				Call::top_up { purpose, amount: 1 },
				ask_back(1),
				Call::cancel_withdrawal { purpose },
				Call::withdraw { purpose },
				collect(ISSUER, ALICE),
			];
			for call in calls {
				let result = RuntimeCall::from(call)
					.dispatch(origin.clone())
					.map_err(|error| error.error);
				assert_eq!(result.unwrap_err(), DispatchError::BadOrigin);
			}
		}
	});
}

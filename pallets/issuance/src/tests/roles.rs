use super::*;
use polkadot_sdk::{frame_support::assert_noop, sp_runtime::DispatchError};

/// Every call by every actor: who is not named is refused with that error and changes nothing.
#[test]
fn each_call_is_for_its_role_only() {
	let actors = [
		ISSUER, MINTER, CONTROLLER, CUSTODIAN, BOTH, SUSPENDED, ALICE, BOB, REFUSED, STRANGER,
	];
	for who in actors {
		wide().build_and_execute(|| {
			mint(ALICE, 1_000);
			let accepted = accepted(ALICE, 100);
			let requested = request(ALICE, 100);
			let table: [(Call<Test>, &[Account], Error<Test>); 8] = [
				(mint_call(id(1), BOB, 1), &[MINTER, BOTH], Error::NotMinter),
				(
					batch_call(id(2), vec![(BOB, 1)]),
					&[MINTER, BOTH],
					Error::NotMinter,
				),
				(
					bucket_call(1, 2_000_000, 1),
					&[CONTROLLER, BOTH],
					Error::NotMintController,
				),
				(
					Call::cancel_raise { asset: GOLD },
					&[CONTROLLER, BOTH],
					Error::NotMintController,
				),
				(
					release_call(accepted, &[(VAULT_A, 1, 10)]),
					&[CUSTODIAN],
					Error::NotCustodian,
				),
				(
					Call::accept_redemption { id: requested },
					&[ISSUER],
					Error::NotIssuer,
				),
				(
					Call::reject_redemption {
						id: request(ALICE, 100),
						reason: id(3),
					},
					&[ISSUER],
					Error::NotIssuer,
				),
				(
					Call::cancel_redemption {
						id: request(ALICE, 100),
					},
					&[ALICE],
					Error::NotHolder,
				),
			];
			for (call, allowed, error) in table {
				if allowed.contains(&who) {
					assert_ok!(run(who, call));
				} else {
					assert_noop!(run(who, call), error);
				}
			}
		});
	}
}

/// The calls about bonds, breaches and money.
#[test]
fn each_newer_call_is_for_its_role_only() {
	let actors = [
		ISSUER, MINTER, CONTROLLER, CUSTODIAN, BOTH, SUSPENDED, APPROVER, ALICE, BOB, STRANGER,
	];
	for who in actors {
		wide().build_and_execute(|| {
			mint(ALICE, 1_000);
			let late = accepted(ALICE, 100);
			advance(10 * DAY + 1);
			let paid = accepted(ALICE, 100);
			let payment = CashPayment {
				hash: id(4),
				amount: 1,
				currency: *b"CHF",
			};
			assert_ok!(run(ISSUER, Call::offer_cash { id: paid, payment }));
			let propose = Call::propose_bond_terms {
				asset: GOLD,
				terms: FRANC_TERMS,
			};
			assert_ok!(run(ISSUER, propose.clone()));
			let approve = Call::approve_bond_terms {
				asset: GOLD,
				terms: FRANC_TERMS,
			};
			let table: [(Call<Test>, &[Account], Error<Test>); 5] = [
				(propose, &[ISSUER], Error::NotIssuer),
				(
					approve,
					&[APPROVER],
					if who == ISSUER {
						Error::SameOrganisation
					} else {
						Error::NotApprover
					},
				),
				(
					Call::offer_cash { id: paid, payment },
					&[ISSUER],
					Error::NotIssuer,
				),
				(
					Call::confirm_cash { id: paid, payment },
					&[ALICE],
					Error::NotHolder,
				),
				(
					Call::breach_redemption { id: late },
					&actors,
					Error::NotOverdue,
				),
			];
			for (call, allowed, error) in table {
				if allowed.contains(&who) {
					assert_ok!(run(who, call));
				} else {
					assert_noop!(run(who, call), error);
				}
			}
		});
	}
}

#[test]
fn cancel_is_for_everyone_long_after_the_breach() {
	for who in [
		ISSUER, MINTER, CONTROLLER, CUSTODIAN, BOTH, SUSPENDED, ALICE, BOB, REFUSED, STRANGER,
	] {
		wide().build_and_execute(|| {
			mint(ALICE, 200);
			let ids = [accepted(ALICE, 100), request(ALICE, 100)];
			advance(10 * DAY + 1);
			for id in ids {
				assert_ok!(run(who, Call::breach_redemption { id }));
			}
			advance(30 * DAY + 1);
			for id in ids {
				assert_ok!(run(who, Call::cancel_redemption { id }));
			}
			assert_eq!((free(ALICE), held(ALICE)), (200, 0));
		});
	}
}

#[test]
fn calls_for_anyone_still_need_a_signer() {
	wide().build_and_execute(|| {
		let origin = RuntimeOrigin::none;
		let bad = DispatchError::BadOrigin;
		assert_noop!(Issuance::burn_redemption(origin(), 0), bad);
		assert_noop!(Issuance::cancel_redemption(origin(), 0), bad);
		assert_noop!(Issuance::breach_redemption(origin(), 0), bad);
		assert_noop!(Issuance::report_blocked(origin(), 0), bad);
		assert_noop!(Issuance::divert_to_escrow(origin(), 0), bad);
		assert_noop!(
			Issuance::prune_mint_ids(origin(), GOLD, Default::default()),
			bad
		);
		assert_noop!(
			Issuance::prune_redemptions(origin(), Default::default()),
			bad
		);
	});
}

#[test]
fn root_may_do_nothing() {
	wide().build_and_execute(|| {
		let root = RuntimeOrigin::root;
		let bad = DispatchError::BadOrigin;
		assert_noop!(Issuance::mint(root(), GOLD, id(1), START, ALICE, 1), bad);
		assert_noop!(
			Issuance::mint_batch(root(), GOLD, id(1), START, Default::default()),
			bad
		);
		assert_noop!(Issuance::set_bucket(root(), GOLD, 1, 1, 1), bad);
		assert_noop!(Issuance::cancel_raise(root(), GOLD), bad);
		assert_noop!(Issuance::request_redemption(root(), GOLD, 1, id(1)), bad);
		assert_noop!(Issuance::cancel_redemption(root(), 0), bad);
		assert_noop!(Issuance::reject_redemption(root(), 0, id(1)), bad);
		assert_noop!(Issuance::accept_redemption(root(), 0), bad);
		assert_noop!(
			Issuance::release_redemption(root(), 0, Default::default(), id(1)),
			bad
		);
		assert_noop!(Issuance::burn_redemption(root(), 0), bad);
		assert_noop!(Issuance::propose_bond_terms(root(), GOLD, FRANC_TERMS), bad);
		assert_noop!(Issuance::approve_bond_terms(root(), GOLD, FRANC_TERMS), bad);
		assert_noop!(Issuance::breach_redemption(root(), 0), bad);
		assert_noop!(Issuance::report_blocked(root(), 0), bad);
		assert_noop!(Issuance::divert_to_escrow(root(), 0), bad);
		let payment = CashPayment {
			hash: id(1),
			amount: 1,
			currency: *b"CHF",
		};
		assert_noop!(Issuance::offer_cash(root(), 0, payment), bad);
		assert_noop!(Issuance::confirm_cash(root(), 0, payment), bad);
		assert_noop!(
			Issuance::prune_mint_ids(root(), GOLD, Default::default()),
			bad
		);
		assert_noop!(Issuance::prune_redemptions(root(), Default::default()), bad);
	});
}

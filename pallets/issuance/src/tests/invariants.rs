use super::*;
use assay_primitives::ReasonCode;
use polkadot_sdk::sp_runtime::DispatchError;

const EVE: Account = 13;

/// A world with a redemption in every state that is open, corrupted; the check must name `expected`.
fn fails_with(expected: &str, corrupt: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		add_lot(VAULT_A, 1, 1_000);
		let limits = Limits {
			capacity: 900,
			refill_per_day: 100,
			single_mint_cap: 900,
		};
		Buckets::<Test>::insert(GOLD, Bucket::first(3, limits, START));
		mint(ALICE, 100);
		// What waits is number 0: its holder may not be paid, so that others are accepted.
		mint(EVE, 10);
		Blocked::set([(EVE, ReasonCode::SenderFrozen)].into());
		request(EVE, 10);
		accepted(ALICE, 10);
		released(ALICE, 10);
		assert_ok!(Issuance::do_try_state());
		corrupt();
		let Err(DispatchError::Other(message)) = Issuance::do_try_state() else {
			panic!("the corruption went unseen");
		};
		assert!(message.starts_with(expected), "{message}");
	});
}

fn change(id: RedemptionId, change: impl FnOnce(&mut Redemption<Account>)) {
	Redemptions::<Test>::mutate(id, |redemption| change(redemption.as_mut().unwrap()));
}

fn change_bucket(change: impl FnOnce(&mut Bucket)) {
	Buckets::<Test>::mutate(GOLD, |bucket| change(bucket.as_mut().unwrap()));
}

#[test]
fn inv_iss_1_sees_supply_that_was_not_minted() {
	fails_with("INV-ISS-1", || Supply::mutate(GOLD, |supply| *supply += 1));
	fails_with("INV-ISS-1", || {
		Totals::<Test>::mutate(GOLD, |totals| totals.burned += 1)
	});
}

#[test]
fn inv_iss_2_sees_wrong_commitment() {
	fails_with("INV-ISS-2", || CommittedToBurn::<Test>::insert(GOLD, 11));
	fails_with("INV-ISS-2", || CommittedToBurn::<Test>::remove(GOLD));
	fails_with("INV-ISS-2", || CommittedToBurn::<Test>::insert(SILVER, 1));
}

#[test]
fn inv_iss_3_sees_wrong_hold() {
	fails_with("INV-ISS-3", || {
		Held::mutate((GOLD, ALICE), |held| *held += 1)
	});
	fails_with("INV-ISS-3", || {
		Held::mutate((GOLD, ALICE), |held| *held -= 1)
	});
	// A hold that no redemption explains.
	for key in [(GOLD, BOB), (SILVER, ALICE)] {
		fails_with("INV-ISS-3", || Held::insert(key, 1));
	}
}

#[test]
fn inv_iss_4_sees_wrong_count() {
	fails_with("INV-ISS-4", || OpenRedemptions::<Test>::insert(GOLD, 2));
	fails_with("INV-ISS-4", || OpenRedemptions::<Test>::insert(SILVER, 1));
}

#[test]
fn inv_iss_5_sees_wrong_list() {
	fails_with("INV-ISS-5", || {
		HolderRedemptions::<Test>::remove(GOLD, ALICE)
	});
	fails_with("INV-ISS-5", || {
		HolderRedemptions::<Test>::insert(GOLD, BOB, BoundedVec::truncate_from(vec![0]))
	});
}

#[test]
fn inv_iss_6_sees_overflowing_bucket_and_lowering_raise() {
	fails_with("INV-ISS-6", || change_bucket(|bucket| bucket.level = 901));
	fails_with("INV-ISS-6", || {
		change_bucket(|bucket| bucket.remainder = DAY)
	});
	fails_with("INV-ISS-6", || {
		change_bucket(|bucket| {
			let limits = Limits {
				capacity: 899,
				..bucket.limits
			};
			bucket.raise = Some(Raise {
				limits,
				effective_at: START,
			});
		})
	});
}

#[test]
fn inv_iss_7_sees_records_that_do_not_fit_the_state() {
	fails_with("INV-ISS-7", || {
		change(0, |redemption| redemption.closed_at = Some(START))
	});
	fails_with("INV-ISS-7", || {
		change(1, |redemption| redemption.acceptance = None)
	});
	fails_with("INV-ISS-7", || {
		change(2, |redemption| redemption.claim += 1)
	});
	fails_with("INV-ISS-7", || NextRedemptionId::<Test>::put(2));
	fails_with("INV-ISS-7", || {
		let (since, seen) = (START, START - 1);
		change(1, |redemption| {
			redemption.payee = Payee::Blocked { since, seen }
		})
	});
}

#[test]
fn inv_iss_7_sees_wrong_parts_and_ends_that_are_not_kept() {
	let release = |quantity| {
		Some(Release {
			custodian: 40,
			quantity,
			evidence: id(88),
			at: START,
		})
	};
	// Accepted: a part is more than nothing and less than the claim, which is one.
	for quantity in [0, 1, 2] {
		fails_with("INV-ISS-7", || {
			change(1, |redemption| redemption.release = release(quantity))
		});
	}
	fails_with("INV-ISS-7", || {
		change(0, |redemption| redemption.release = release(1))
	});
	// A copy of what is open, as if it had ended.
	let ends = |like, state, release| {
		fails_with("INV-ISS-7", || {
			let mut ended = Redemptions::<Test>::get(like).unwrap();
			ended.state = state;
			ended.release = release;
			ended.closed_at = Some(START);
			Redemptions::<Test>::insert(3, ended);
			NextRedemptionId::<Test>::put(4);
		})
	};
	ends(0, RedemptionState::Rejected, None);
	ends(1, RedemptionState::Rejected, None);
	ends(0, RedemptionState::Cancelled, None);
	ends(1, RedemptionState::Cancelled, release(1));
}

#[test]
fn inv_iss_7_sees_breaches_and_money_that_do_not_fit() {
	let breach = |owed, paid| {
		Some(Breach {
			at: START,
			owed,
			paid,
		})
	};
	fails_with("INV-ISS-7", || {
		change(0, |redemption| redemption.breach = breach(0, 0))
	});
	fails_with("INV-ISS-7", || {
		change(1, |redemption| redemption.breach = breach(0, 0))
	});
	fails_with("INV-ISS-7", || {
		change(2, |redemption| redemption.breach = breach(0, 1))
	});
	fails_with("INV-ISS-7", || {
		change(2, |redemption| redemption.breach = breach(1, 0))
	});
	let cash = |quantity| {
		Some(CashLeg {
			payment: CashPayment {
				hash: id(1),
				amount: 1,
				currency: *b"CHF",
			},
			settled: Some(quantity),
		})
	};
	for number in 0..3 {
		fails_with("INV-ISS-7", || {
			change(number, |redemption| redemption.cash = cash(1))
		});
	}
}

#[test]
fn inv_iss_9_sees_a_wrong_queue() {
	fails_with("INV-ISS-9", || {
		Waiting::<Test>::remove(GOLD, Issuance::queue_key(0))
	});
	fails_with("INV-ISS-9", || {
		Waiting::<Test>::insert(GOLD, Issuance::queue_key(1), ())
	});
}

#[test]
fn inv_iss_10_sees_a_wrong_count_of_breaches() {
	fails_with("INV-ISS-10", || UncuredBreaches::<Test>::insert(GOLD, 1));
}

#[test]
fn inv_iss_11_sees_wrong_parts() {
	fails_with("INV-ISS-11", || PartlyReleased::<Test>::insert(SILVER, 1));
}

#[test]
fn inv_iss_12_sees_wrong_penalties() {
	fails_with("INV-ISS-12", || PenaltiesAtRisk::<Test>::insert(GOLD, 1));
	fails_with("INV-ISS-12", || {
		change(0, |redemption| redemption.penalty = 1)
	});
}

#[test]
fn inv_iss_13_sees_a_day_in_anothers_slot() {
	fails_with("INV-ISS-13", || {
		let record = DayRecord {
			day: 401,
			supply: 0,
			reserve: 0,
			claims: 0,
		};
		History::<Test>::insert(GOLD, 2, record)
	});
}

#[test]
fn inv_iss_14_sees_a_deficiency_of_the_future() {
	fails_with("INV-ISS-14", || {
		let clock = DeficiencyClock {
			since: Some(START + 1),
			waited_ms: 0,
		};
		Deficiencies::<Test>::insert(GOLD, clock)
	});
}

#[test]
fn inv_iss_8_sees_long_validity_and_unminted_records() {
	let record = |amount, valid_until| MintRecord {
		amount,
		minted_at: START,
		valid_until,
	};
	fails_with("INV-ISS-8", || {
		MintIds::<Test>::insert(GOLD, id(1), record(0, START + MAX_MINT_VALIDITY + 1))
	});
	fails_with("INV-ISS-8", || {
		MintIds::<Test>::insert(GOLD, id(1), record(1, START))
	});
}

#[test]
fn outstanding_fails_closed() {
	// What the books cannot explain shuts minting: more is outstanding than any reserve covers.
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(outstanding(GOLD), 0);
		CommittedToBurn::<Test>::insert(GOLD, 1);
		assert_eq!(outstanding(GOLD), Balance::MAX);
		CommittedToBurn::<Test>::remove(GOLD);
	});
}

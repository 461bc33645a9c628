use super::*;
use assay_primitives::{AssetStatus, ReserveParameterValues, ReserveStatus};
use polkadot_sdk::{
	frame_support::assert_noop,
	sp_runtime::{ArithmeticError, DispatchError},
};

#[test]
fn works() {
	wide().build_and_execute(|| {
		assert_ok!(run(MINTER, mint_call(id(1), ALICE, 500)));
		assert_eq!(free(ALICE), 500);
		assert_eq!(Supply::get(GOLD), 500);
		assert_eq!(
			Totals::<Test>::get(GOLD),
			MintTotals {
				minted: 500,
				burned: 0
			}
		);
		assert_eq!(
			MintIds::<Test>::get(GOLD, id(1)),
			Some(MintRecord {
				amount: 500,
				minted_at: START,
				valid_until: START + DAY
			})
		);
		assert_eq!(
			last_event(),
			Event::Minted {
				asset: GOLD,
				mint_id: id(1),
				minter: 2,
				to: ALICE,
				amount: 500
			}
			.into()
		);
	});
}

#[test]
fn fails_when_asset_is_not_active() {
	wide().build_and_execute(|| {
		for status in AssetStatus::ALL {
			Status::set(status);
			let call = mint_call(id(1), ALICE, 1);
			if status != AssetStatus::Active {
				assert_noop!(run(MINTER, call), Error::<Test>::AssetNotActive);
			}
		}
		Status::set(AssetStatus::Active);
		let unknown = Call::mint {
			asset: 3,
			mint_id: id(1),
			valid_until: START,
			to: ALICE,
			amount: 1,
		};
		assert_noop!(run(MINTER, unknown), Error::<Test>::AssetNotFound);
	});
}

#[test]
fn fails_when_a_document_has_expired() {
	wide().build_and_execute(|| {
		DocumentsInForce::set(false);
		assert_noop!(
			run(MINTER, mint_call(id(1), ALICE, 1)),
			Error::<Test>::DocumentExpired
		);
	});
}

#[test]
fn an_order_is_used_once_for_ever() {
	wide().build_and_execute(|| {
		let order = mint_call(id(1), ALICE, 1);
		assert_ok!(run(MINTER, order.clone()));
		assert_noop!(run(MINTER, order.clone()), Error::<Test>::MintIdUsed);
		assert_noop!(
			run(MINTER, batch_call(id(1), vec![(BOB, 9)])),
			Error::<Test>::MintIdUsed
		);
		advance(DAY + 1);
		let mint_ids = BoundedVec::truncate_from(vec![id(1)]);
		assert_ok!(run(
			STRANGER,
			Call::prune_mint_ids {
				asset: GOLD,
				mint_ids
			}
		));
		assert_noop!(run(MINTER, order), Error::<Test>::MintExpired);
		assert_eq!(Supply::get(GOLD), 1);
	});
}

#[test]
fn ids_of_two_assets_do_not_meet() {
	wide().build_and_execute(|| {
		Reserve::insert(SILVER, 10);
		let silver = Bucket::first(
			3,
			Limits {
				capacity: 9,
				refill_per_day: 0,
				single_mint_cap: 9,
			},
			START,
		);
		Buckets::<Test>::insert(SILVER, silver);
		assert_ok!(run(MINTER, mint_call(id(1), ALICE, 1)));
		let other = Call::mint {
			asset: SILVER,
			mint_id: id(1),
			valid_until: START,
			to: ALICE,
			amount: 9,
		};
		assert_ok!(run(MINTER, other));
	});
}

#[test]
fn validity_ends_on_its_millisecond() {
	wide().build_and_execute(|| {
		let order = |number, valid_until| Call::mint {
			asset: GOLD,
			mint_id: id(number),
			valid_until,
			to: ALICE,
			amount: 1,
		};
		assert_noop!(run(MINTER, order(1, START - 1)), Error::<Test>::MintExpired);
		assert_ok!(run(MINTER, order(1, START)));
		assert_ok!(run(MINTER, order(2, START + MAX_MINT_VALIDITY)));
		let too_long = order(3, START + MAX_MINT_VALIDITY + 1);
		assert_noop!(run(MINTER, too_long), Error::<Test>::ValidTooLong);
	});
}

#[test]
fn fails_when_an_amount_is_zero() {
	wide().build_and_execute(|| {
		let zero = Error::<Test>::AmountZero;
		assert_noop!(run(MINTER, mint_call(id(1), ALICE, 0)), zero);
		assert_noop!(
			run(MINTER, batch_call(id(1), vec![])),
			Error::<Test>::AmountZero
		);
		let one_zero = batch_call(id(1), vec![(ALICE, 1), (BOB, 0)]);
		assert_noop!(run(MINTER, one_zero), Error::<Test>::AmountZero);
	});
}

#[test]
fn fails_when_no_bucket_is_set() {
	ExtBuilder::default()
		.lot(VAULT_A, 1, 1_000)
		.build_and_execute(|| {
			assert_noop!(
				run(MINTER, mint_call(id(1), ALICE, 1)),
				Error::<Test>::NoMintAllowance
			);
		});
}

#[test]
fn fails_when_the_minter_set_the_bucket() {
	wide().build_and_execute(|| {
		assert_ok!(run(BOTH, mint_call(id(1), ALICE, 1)));
		assert_ok!(run(BOTH, bucket_call(1_000, 1_000, 1_000)));
		assert_noop!(
			run(BOTH, mint_call(id(2), ALICE, 1)),
			Error::<Test>::MinterIsController
		);
		assert_ok!(run(MINTER, mint_call(id(2), ALICE, 1)));
		assert_ok!(run(CONTROLLER, bucket_call(1_000, 1_000, 1_000)));
		assert_ok!(run(BOTH, mint_call(id(3), ALICE, 1)));
	});
}

#[test]
fn cap_of_a_single_mint_binds_to_the_unit() {
	ExtBuilder::default()
		.bucket(1_000, 0, 100)
		.lot(VAULT_A, 1, 1_000)
		.build_and_execute(|| {
			let above = Error::<Test>::AboveSingleMintCap;
			assert_noop!(run(MINTER, mint_call(id(1), ALICE, 101)), above);
			assert_ok!(run(MINTER, mint_call(id(1), ALICE, 100)));
			let split = batch_call(id(2), vec![(ALICE, 50), (BOB, 51)]);
			assert_noop!(run(MINTER, split), Error::<Test>::AboveSingleMintCap);
		});
}

#[test]
fn bucket_binds_to_the_unit_and_refills_to_the_millisecond() {
	ExtBuilder::default()
		.bucket(100, 100, 100)
		.lot(VAULT_A, 1, 1_000)
		.build_and_execute(|| {
			assert_ok!(run(MINTER, mint_call(id(1), ALICE, 60)));
			assert_noop!(
				run(MINTER, mint_call(id(2), ALICE, 41)),
				Error::<Test>::AboveAllowance
			);
			assert_ok!(run(MINTER, mint_call(id(2), ALICE, 40)));
			advance(863_999);
			assert_noop!(
				run(MINTER, mint_call(id(3), ALICE, 1)),
				Error::<Test>::AboveAllowance
			);
			advance(1);
			assert_ok!(run(MINTER, mint_call(id(3), ALICE, 1)));
			assert_noop!(
				run(MINTER, mint_call(id(4), ALICE, 1)),
				Error::<Test>::AboveAllowance
			);
		});
}

#[test]
fn share_of_the_reserve_bounds_the_bucket() {
	wide().build_and_execute(|| {
		// 5 % of 2,000 are 100, which cover 1,000 units.
		let values = ReserveParameterValues {
			mint_bucket_bps: 500,
			..Default::default()
		};
		Parameters::set(Some(values));
		let above = Error::<Test>::AboveReserveShare;
		assert_noop!(run(MINTER, mint_call(id(1), ALICE, 1_001)), above);
		assert_ok!(run(MINTER, mint_call(id(1), ALICE, 400)));
		assert_eq!(bucket_at(START).level, 600);
		// A smaller reserve binds what is left.
		Reserve::insert(GOLD, 1_199);
		let above = Error::<Test>::AboveReserveShare;
		assert_noop!(run(MINTER, mint_call(id(2), ALICE, 591)), above);
		assert_ok!(run(MINTER, mint_call(id(2), ALICE, 590)));
	});
}

#[test]
fn fails_when_parameters_are_unknown() {
	wide().build_and_execute(|| {
		Parameters::set(None);
		assert_noop!(
			run(MINTER, mint_call(id(1), ALICE, 1)),
			Error::<Test>::ParametersMissing
		);
	});
}

#[test]
fn fails_when_the_policy_refuses_the_receiver() {
	wide().build_and_execute(|| {
		assert_noop!(run(MINTER, mint_call(id(1), REFUSED, 1)), POLICY);
	});
}

#[test]
fn minting_is_shut_in_every_status_but_backed() {
	wide().build_and_execute(|| {
		use ReserveStatus::*;
		for status in [Thin, Lapsed, Disputed, Deficient] {
			ForcedStatus::set(Some(status));
			assert_noop!(
				run(MINTER, mint_call(id(1), ALICE, 1)),
				Error::<Test>::MintingShut
			);
		}
		ForcedStatus::set(None);
		ReserveKnown::set(false);
		let unknown = DispatchError::Unavailable;
		assert_noop!(run(MINTER, mint_call(id(1), ALICE, 1)), unknown);
	});
}

#[test]
fn gate_binds_to_the_unit() {
	wide().build_and_execute(|| {
		mint(ALICE, 19_000);
		advance(DAY);
		let above = Error::<Test>::InsufficientReserve;
		assert_noop!(run(MINTER, mint_call(id(1), ALICE, 1_001)), above);
		assert_ok!(run(MINTER, mint_call(id(1), ALICE, 1_000)));
		assert_noop!(
			run(MINTER, mint_call(id(2), ALICE, 1)),
			Error::<Test>::InsufficientReserve
		);
		assert_eq!(Supply::get(GOLD), 20_000);
	});
}

#[test]
fn a_mistyped_mint_a_million_times_the_usual_one_changes_nothing() {
	ExtBuilder::default()
		.bucket(5_000, 5_000, 2_000)
		.lot(VAULT_A, 1, 1_000)
		.build_and_execute(|| {
			let usual = 1_000;
			mint(ALICE, usual);
			let wrong = usual * 1_000_000;
			let above = Error::<Test>::AboveSingleMintCap;
			assert_noop!(run(MINTER, mint_call(id(1), ALICE, wrong)), above);
			// Even if the controller had erred, too, bucket and reserve still stand in between.
			let limits = Limits {
				capacity: 5_000,
				refill_per_day: 0,
				single_mint_cap: Balance::MAX,
			};
			Buckets::<Test>::insert(GOLD, Bucket::first(3, limits, START));
			let above = Error::<Test>::AboveAllowance;
			assert_noop!(run(MINTER, mint_call(id(1), ALICE, wrong)), above);
			let limits = Limits {
				capacity: Balance::MAX,
				refill_per_day: 0,
				single_mint_cap: Balance::MAX,
			};
			Buckets::<Test>::insert(GOLD, Bucket::first(3, limits, START));
			let above = Error::<Test>::AboveReserveShare;
			assert_noop!(run(MINTER, mint_call(id(1), ALICE, wrong)), above);
			assert_eq!(Supply::get(GOLD), usual);
		});
}

#[test]
fn batch_works_for_all() {
	wide().build_and_execute(|| {
		assert_ok!(run(
			MINTER,
			batch_call(id(1), vec![(ALICE, 3), (BOB, 4), (ALICE, 5)])
		));
		assert_eq!((free(ALICE), free(BOB)), (8, 4));
		assert_eq!(MintIds::<Test>::get(GOLD, id(1)).unwrap().amount, 12);
		assert_eq!(
			last_event(),
			Event::BatchMinted {
				asset: GOLD,
				mint_id: id(1),
				minter: 2,
				receivers: 3,
				amount: 12
			}
			.into()
		);
	});
}

#[test]
fn batch_fails_for_all_when_one_receiver_is_refused() {
	wide().build_and_execute(|| {
		let mints = vec![(ALICE, 3), (REFUSED, 4)];
		assert_noop!(run(MINTER, batch_call(id(1), mints)), POLICY);
	});
}

#[test]
fn batch_fails_when_the_sum_overflows() {
	wide().build_and_execute(|| {
		let mints = vec![(ALICE, Balance::MAX), (BOB, 1)];
		assert_noop!(
			run(MINTER, batch_call(id(1), mints)),
			ArithmeticError::Overflow
		);
	});
}

#[test]
fn batch_of_the_largest_size_works() {
	wide().build_and_execute(|| {
		let mints = (0..u64::from(MAX_BATCH))
			.map(|number| (1_000 + number, 1))
			.collect();
		assert_ok!(run(MINTER, batch_call(id(1), mints)));
		assert_eq!(Supply::get(GOLD), 100);
	});
}

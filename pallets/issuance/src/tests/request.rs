use super::*;
use assay_primitives::{AssetStatus, ReserveParameterValues, UnitRatio};
use polkadot_sdk::{frame_support::assert_noop, sp_runtime::ArithmeticError};

#[test]
fn works() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		assert_ok!(run(ALICE, request_call(25)));
		assert_eq!((free(ALICE), held(ALICE)), (75, 25));
		assert_eq!(OpenRedemptions::<Test>::get(GOLD), 1);
		assert_eq!(
			HolderRedemptions::<Test>::get(GOLD, ALICE).to_vec(),
			vec![0]
		);
		let values = ReserveParameterValues::default();
		let accept_by = START + values.accept_deadline_ms;
		assert_eq!(
			Redemptions::<Test>::get(0),
			Some(Redemption {
				asset: GOLD,
				holder: ALICE,
				identity: 10,
				amount: 25,
				unit: Unit::get(),
				claim: 2,
				fee_bps: 0,
				delivery: id(77),
				state: RedemptionState::Requested,
				requested_at: START,
				notice_until: START,
				accept_by,
				release_within: values.release_deadline_ms,
				clock_ms: 0,
				waited_ms: 0,
				blocked_ms: 0,
				penalty: 0,
				acceptance: None,
				breach: None,
				release: None,
				cash: None,
				payee: Payee::Holder,
				closed_at: None,
			})
		);
		assert_eq!(
			last_event(),
			Event::RedemptionRequested {
				id: 0,
				asset: GOLD,
				holder: ALICE,
				amount: 25,
				claim: 2,
				delivery: id(77),
				accept_by,
				penalty: 0,
			}
			.into()
		);
	});
}

#[test]
fn works_for_a_suspended_holder() {
	wide().build_and_execute(|| {
		mint(SUSPENDED, 100);
		assert_ok!(run(SUSPENDED, request_call(100)));
	});
}

#[test]
fn works_in_each_status_that_allows_redemption() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		use AssetStatus::*;
		for status in AssetStatus::ALL {
			Status::set(status);
			match status {
				Active | Suspended | WindingDown => {
					assert_ok!(run(ALICE, request_call(10)));
				},
				Draft | Registered | Retired => {
					let closed = Error::<Test>::AssetNotRedeemable;
					assert_noop!(run(ALICE, request_call(10)), closed);
				},
			}
		}
	});
}

#[test]
fn fails_when_less_than_the_smallest_unit_is_claimed() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		assert_noop!(run(ALICE, request_call(0)), Error::<Test>::ClaimsNothing);
		assert_noop!(run(ALICE, request_call(9)), Error::<Test>::ClaimsNothing);
		assert_ok!(run(ALICE, request_call(10)));
	});
}

#[test]
fn fails_when_the_claim_overflows() {
	wide().build_and_execute(|| {
		Unit::set(UnitRatio {
			numerator: 2,
			denominator: 1,
		});
		assert_noop!(
			run(ALICE, request_call(Balance::MAX)),
			ArithmeticError::Overflow
		);
	});
}

#[test]
fn fails_when_the_holder_has_fewer_units() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		assert_noop!(run(ALICE, request_call(101)), TOO_FEW_UNITS);
		request(ALICE, 60);
		assert_noop!(run(ALICE, request_call(41)), TOO_FEW_UNITS);
		assert_ok!(run(ALICE, request_call(40)));
		assert_eq!((free(ALICE), held(ALICE)), (0, 100));
	});
}

#[test]
fn fails_when_holder_asset_or_parameters_are_unknown() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		assert_noop!(
			run(STRANGER, request_call(10)),
			Error::<Test>::HolderUnknown
		);
		let other = Call::request_redemption {
			asset: 3,
			amount: 10,
			delivery: id(1),
		};
		assert_noop!(run(ALICE, other), Error::<Test>::AssetNotFound);
		Parameters::set(None);
		assert_noop!(
			run(ALICE, request_call(10)),
			Error::<Test>::ParametersMissing
		);
	});
}

#[test]
fn open_redemptions_of_an_account_are_bounded() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		mint(BOB, 100);
		for _ in 0..MaxOpenRedemptions::get() {
			request(ALICE, 10);
		}
		let too_many = Error::<Test>::TooManyOpenRedemptions;
		assert_noop!(run(ALICE, request_call(10)), too_many);
		request(BOB, 10);
		assert_ok!(run(ALICE, Call::cancel_redemption { id: 2 }));
		request(ALICE, 10);
	});
}

#[test]
fn later_parameters_and_terms_do_not_reach_a_redemption() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let id = request(ALICE, 100);
		let before = Redemptions::<Test>::get(id).unwrap();
		Parameters::set(Some(ReserveParameterValues {
			accept_deadline_ms: 1,
			release_deadline_ms: 1,
			..Default::default()
		}));
		Unit::set(UnitRatio {
			numerator: 1,
			denominator: 100,
		});
		assert_ok!(run(ISSUER, Call::accept_redemption { id }));
		let after = Redemptions::<Test>::get(id).unwrap();
		assert_eq!(
			(after.claim, after.accept_by),
			(before.claim, before.accept_by)
		);
		assert_eq!(after.acceptance.unwrap().release_by, START + 10 * DAY);
	});
}

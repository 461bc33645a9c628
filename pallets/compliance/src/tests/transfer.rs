use super::*;
use crate::{Entry, Event, Freeze, FreezeTarget, GuardFilter, Holders};
use assay_traits::PositionInspect;
use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok, traits::Contains},
	pallet_assets::FrozenBalance,
};

#[test]
fn works_with_a_reference() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let reference = Some([7; 32]);
			assert_ok!(Compliance::transfer(
				RuntimeOrigin::signed(ALICE),
				GOLD,
				BOB,
				40,
				reference
			));
			System::assert_last_event(
				Event::Transferred {
					asset: GOLD,
					from: ALICE,
					to: BOB,
					spender: None,
					amount: 40,
					reference,
				}
				.into(),
			);
			System::assert_has_event(
				pallet_assets::Event::Transferred {
					asset_id: GOLD,
					from: ALICE,
					to: BOB,
					amount: 40,
				}
				.into(),
			);
			assert_eq!(
				(free(ALICE), free(BOB), total(1), total(2)),
				(60, 40, 60, 40)
			);
			assert_eq!(Holders::<Test>::get(GOLD).total(), 2);
		});
}

#[test]
fn works_for_the_last_unit() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(submit(ALICE, our_transfer(BOB, 100)));
			assert_eq!(Assets::maybe_balance(GOLD, ALICE), None);
			assert_eq!(Compliance::position(GOLD, 1), None);
			assert_eq!(Holders::<Test>::get(GOLD).total(), 1);
			assert_eq!(
				(
					Registry::positions(1).total(),
					Registry::positions(2).total()
				),
				(0, 1)
			);
			assert_eq!(
				(System::sufficients(&ALICE), System::sufficients(&BOB)),
				(0, 1)
			);
		});
}

#[test]
fn works_between_accounts_of_one_identity() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(send(ALICE, ALICE_2, 100));
			assert_eq!((free(ALICE), free(ALICE_2), total(1)), (0, 100, 100));
			assert_eq!(
				(
					Holders::<Test>::get(GOLD).total(),
					Registry::positions(1).total()
				),
				(1, 1)
			);
			assert_eq!(
				(System::sufficients(&ALICE), System::sufficients(&ALICE_2)),
				(0, 1)
			);
		});
}

#[test]
fn works_to_the_very_same_account_as_a_no_op() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			for call in [our_transfer(ALICE, 100), assets_transfer(GOLD, ALICE, 100)] {
				assert_ok!(submit(ALICE, call));
				assert_eq!(
					(free(ALICE), total(1), Holders::<Test>::get(GOLD).total()),
					(100, 100, 1)
				);
			}
			assert_noop!(send(ALICE, ALICE, 101), refused(ReasonCode::FreeUnits));
			set_rules(GOLD, [kyc(Side::Both)]);
			assert_noop!(send(ALICE, ALICE, 1), refused(ReasonCode::SenderClaim));
		});
}

#[test]
fn reads_no_link_between_existing_holders() {
	let rules = [
		kyc(Side::Both),
		Rule::Denylist {
			identities: vec![9].try_into().unwrap(),
		},
		Rule::MaxBalance { units: 1_000 },
		Rule::MaxHolders { max: 2 },
		Rule::LockUp { until: NOW },
	];
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(BOB, 100)
		.rules(rules)
		.build_and_execute(|| {
			for identity in [1, 2] {
				Registry::change(identity, |profile| {
					profile.claims.try_push(claim(ClaimTopic::Kyc)).unwrap();
				});
			}
			Reads::take();
			assert_ok!(submit(ALICE, assets_transfer(GOLD, BOB, 1)));
			let once = Reads {
				links: 0,
				profiles: 2,
				issuers: 1,
				summaries: 0,
			};
			assert_eq!(Reads::take(), once);
			// Nobody asks for issuers where no claim is asked for.
			set_rules(GOLD, [Rule::MaxHolders { max: 2 }]);
			assert_ok!(submit(ALICE, assets_transfer(GOLD, BOB, 1)));
			assert_eq!(Reads::take(), Reads { issuers: 0, ..once });
		});
}

#[test]
fn from_works_and_takes_the_amount_off_the_approval() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let approve = pallet_assets::Call::approve_transfer {
				id: GOLD,
				delegate: BOB,
				amount: 60,
			};
			assert_ok!(submit(ALICE, approve));
			let spend = |amount| crate::Call::transfer_from {
				asset: GOLD,
				from: ALICE,
				to: CAROL,
				amount,
				reference: Some([1; 32]),
			};
			assert_eq!(submit(BOB, spend(61)), Err(refused(ReasonCode::Allowance)));
			assert_ok!(submit(BOB, spend(20)));
			System::assert_last_event(
				Event::Transferred {
					asset: GOLD,
					from: ALICE,
					to: CAROL,
					spender: Some(BOB),
					amount: 20,
					reference: Some([1; 32]),
				}
				.into(),
			);
			assert_eq!(submit(BOB, spend(41)), Err(refused(ReasonCode::Allowance)));
			assert_ok!(submit(BOB, spend(40)));
			assert_eq!(submit(BOB, spend(1)), Err(refused(ReasonCode::Allowance)));
			assert_eq!((free(ALICE), free(CAROL)), (40, 60));
			assert_eq!(
				pallet_assets::Asset::<Test>::get(GOLD).unwrap().approvals,
				0
			);
		});
}

#[test]
fn from_fails_when_spender_may_not() {
	use assay_primitives::Standing::{Active, Sanctioned, Suspended};
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			for delegate in [BOB, STRANGER] {
				let approve = pallet_assets::Call::approve_transfer {
					id: GOLD,
					delegate,
					amount: 60,
				};
				assert_ok!(submit(ALICE, approve));
			}
			let ours = crate::Call::transfer_from {
				asset: GOLD,
				from: ALICE,
				to: CAROL,
				amount: 1,
				reference: None,
			};
			let theirs = pallet_assets::Call::transfer_approved {
				id: GOLD,
				owner: ALICE,
				destination: CAROL,
				amount: 1,
			};
			assert_eq!(
				submit(STRANGER, ours.clone()),
				Err(refused(ReasonCode::SpenderUnknown))
			);
			for (standing, reason) in [
				(Suspended, ReasonCode::SpenderSuspended),
				(Sanctioned, ReasonCode::SpenderSanctioned),
			] {
				Registry::set_standing(2, standing);
				assert_eq!(submit(BOB, ours.clone()), Err(refused(reason)));
				assert_eq!(submit(BOB, theirs.clone()), Err(filtered()));
			}
			Registry::set_standing(2, Active);
			assert_ok!(submit(BOB, ours));
			assert_ok!(submit(BOB, theirs));
			assert_eq!(free(CAROL), 2);
		});
}

fn filtered() -> DispatchError {
	polkadot_sdk::frame_system::Error::<Test>::CallFiltered.into()
}

#[test]
fn transfer_all_keeps_what_is_frozen_of_the_identity_and_a_unit_for_a_hold() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let all = |dest| pallet_assets::Call::transfer_all {
				id: GOLD,
				dest,
				keep_alive: false,
			};
			let frozen = FreezeTarget::Identity(1);
			assert_ok!(Compliance::do_freeze(GOLD, &frozen, Freeze::Partial(20)));
			// Within the identity the frozen units go along.
			assert_ok!(submit(ALICE, all(ALICE_2)));
			assert_eq!((free(ALICE), free(ALICE_2)), (0, 100));
			assert_ok!(submit(ALICE_2, all(BOB)));
			assert_eq!((free(ALICE_2), free(BOB)), (20, 80));
			assert_ok!(hold(BOB, Purpose::Escrow, 1));
			assert_ok!(submit(BOB, all(CAROL)));
			assert_eq!((free(BOB), free(CAROL)), (1, 78));
		});
}

#[test]
fn an_approval_may_empty_the_account() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let (id, amount) = (GOLD, 100);
			let approve = pallet_assets::Call::approve_transfer {
				id,
				delegate: DAVE,
				amount,
			};
			assert_ok!(submit(ALICE, approve));
			let spend = pallet_assets::Call::transfer_approved {
				id,
				owner: ALICE,
				destination: BOB,
				amount,
			};
			assert_ok!(submit(DAVE, spend));
			assert_eq!((total(1), total(2)), (0, 100));
			assert_eq!(<Compliance as PositionInspect>::holders(GOLD), 1);
			assert_ok!(send(BOB, ALICE, 1));
			assert_eq!(<Compliance as PositionInspect>::holders(GOLD), 2);
		});
}

#[test]
fn a_clearance_of_our_own_offers_no_call_of_the_ledger() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let offered = |call: RuntimeCall| GuardFilter::<Test>::contains(&call);
			let movement = || Ok(offered(assets_transfer(GOLD, BOB, 10)));
			assert_eq!(
				Compliance::with_clearance(GOLD, &ALICE, &BOB, None, 10, 0, movement),
				Ok(false)
			);
		});
}

#[test]
fn what_is_frozen_on_the_account_is_kept_by_the_ledger_too() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build()
		.execute_with(|| {
			let keep = |from| Compliance::load(Request::transfer(GOLD, from, BOB, 10)).keep();
			assert_eq!(keep(ALICE), 0);
			let frozen = FreezeTarget::Account(ALICE);
			assert_ok!(Compliance::do_freeze(GOLD, &frozen, Freeze::Partial(30)));
			assert_eq!(keep(ALICE), 30);
			Compliance::place_clearance(Entry::Transfer, GOLD, &ALICE, &BOB, None, 10, 95);
			assert_eq!(Compliance::frozen_balance(GOLD, &ALICE), Some(95));
		});
}

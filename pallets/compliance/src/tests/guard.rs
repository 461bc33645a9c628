//! The ledger's own calls as a transaction's call.

use super::*;
use crate::{
	CheckTransferPolicy, Clearance, Entry, Event, Freeze, FreezeTarget, GuardFilter, Holders,
};
use assay_primitives::Standing;
use pallet_assets::Call as AssetsCall;
use polkadot_sdk::{
	frame_support::{
		assert_err, assert_noop, assert_ok,
		dispatch::{DispatchInfo, GetDispatchInfo},
		traits::{fungibles::Mutate, Contains},
		weights::Weight,
	},
	frame_system,
	pallet_assets::{FrozenBalance, TransferFlags},
	sp_runtime::{
		traits::{DispatchTransaction, TransactionExtension},
		transaction_validity::{InvalidTransaction, TransactionValidityError},
	},
};

const PLAIN: TransferFlags = TransferFlags {
	keep_alive: false,
	best_effort: false,
	burn_dust: false,
};

fn filtered() -> DispatchError {
	frame_system::Error::<Test>::CallFiltered.into()
}

fn custom(reason: ReasonCode) -> TransactionValidityError {
	InvalidTransaction::Custom(reason.code()).into()
}

fn refused_event(to: AccountId, amount: Balance, reason: ReasonCode) -> RuntimeEvent {
	let (from, to) = (Some(ALICE), Some(to));
	Event::TransferRefused {
		asset: GOLD,
		from,
		to,
		amount,
		reason,
	}
	.into()
}

fn approve(owner: AccountId, delegate: AccountId, amount: Balance) {
	assert_ok!(submit(
		owner,
		AssetsCall::approve_transfer {
			id: GOLD,
			delegate,
			amount
		}
	));
}

#[test]
fn works_for_each_transfer_of_the_ledger() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			approve(ALICE, DAVE, 10);
			let calls: [(AccountId, RuntimeCall, Balance, Balance); 5] = [
				(ALICE, assets_transfer(GOLD, BOB, 10), 90, 10),
				(
					ALICE,
					AssetsCall::transfer_keep_alive {
						id: GOLD,
						target: BOB,
						amount: 10,
					}
					.into(),
					80,
					20,
				),
				(
					DAVE,
					AssetsCall::transfer_approved {
						id: GOLD,
						owner: ALICE,
						destination: BOB,
						amount: 10,
					}
					.into(),
					70,
					30,
				),
				(
					ALICE,
					AssetsCall::transfer_all {
						id: GOLD,
						dest: BOB,
						keep_alive: true,
					}
					.into(),
					1,
					99,
				),
				(
					ALICE,
					AssetsCall::transfer_all {
						id: GOLD,
						dest: BOB,
						keep_alive: false,
					}
					.into(),
					0,
					100,
				),
			];
			for (who, call, of_alice, of_bob) in calls {
				assert_ok!(pool(who, call.clone()));
				assert_ok!(submit(who, call));
				assert_eq!((free(ALICE), free(BOB)), (of_alice, of_bob));
				assert_eq!((total(1), total(2)), (of_alice, of_bob));
			}
			assert_eq!(Holders::<Test>::get(GOLD).total(), 1);
		});
}

#[test]
fn is_refused_in_the_pool_and_paid_for_in_a_block() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let call = assets_transfer(GOLD, STRANGER, 10);
			assert_eq!(
				pool(ALICE, call.clone()),
				Err(custom(ReasonCode::ReceiverUnknown))
			);
			assert_eq!(submit(ALICE, call), Err(filtered()));
			System::assert_last_event(refused_event(STRANGER, 10, ReasonCode::ReceiverUnknown));
			assert_eq!((free(ALICE), total(1)), (100, 100));
		});
}

#[test]
fn leaves_other_calls_alone() {
	ExtBuilder::default().build_and_execute(|| {
		let remark: RuntimeCall = frame_system::Call::remark { remark: vec![] }.into();
		assert_ok!(pool(STRANGER, remark.clone()));
		assert_ok!(submit(STRANGER, remark.clone()));
		assert_eq!(TxExtension::new().weight(&remark), Weight::zero());
		assert_ne!(
			TxExtension::new().weight(&assets_transfer(GOLD, BOB, 1)),
			Weight::zero()
		);
		assert_eq!(codec::Encode::encode(&TxExtension::new()), Vec::<u8>::new());
		assert_eq!(
			<TxExtension as TransactionExtension<RuntimeCall>>::IDENTIFIER,
			"CheckTransferPolicy"
		);
	});
}

#[test]
fn fails_when_sender_or_receiver_was_frozen_after_the_approval() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			approve(ALICE, DAVE, 50);
			let call = AssetsCall::transfer_approved {
				id: GOLD,
				owner: ALICE,
				destination: BOB,
				amount: 10,
			};
			for (target, reason) in [
				(FreezeTarget::Account(ALICE), ReasonCode::SenderFrozen),
				(FreezeTarget::Identity(1), ReasonCode::SenderFrozen),
				(FreezeTarget::Account(BOB), ReasonCode::ReceiverFrozen),
			] {
				assert_ok!(Compliance::do_freeze(GOLD, &target, Freeze::Full));
				assert_eq!(pool(DAVE, call.clone()), Err(custom(reason)));
				assert_eq!(submit(DAVE, call.clone()), Err(filtered()));
				System::assert_last_event(refused_event(BOB, 10, reason));
				assert_ok!(Compliance::do_freeze(GOLD, &target, Freeze::None));
			}
			assert_ok!(submit(DAVE, call));
		});
}

#[test]
fn fails_when_the_approval_is_too_small() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let call = |amount| AssetsCall::transfer_approved {
				id: GOLD,
				owner: ALICE,
				destination: BOB,
				amount,
			};
			assert_eq!(pool(DAVE, call(1)), Err(custom(ReasonCode::Allowance)));
			approve(ALICE, DAVE, 50);
			assert_eq!(pool(DAVE, call(51)), Err(custom(ReasonCode::Allowance)));
			assert_eq!(submit(DAVE, call(51)), Err(filtered()));
			assert_ok!(submit(DAVE, call(50)));
		});
}

#[test]
fn transfer_all_honours_holds_freezes_and_keep_alive() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let all = |keep_alive| AssetsCall::transfer_all {
				id: GOLD,
				dest: BOB,
				keep_alive,
			};
			assert_ok!(hold(ALICE, Purpose::Escrow, 30));
			assert_ok!(Compliance::do_freeze(
				GOLD,
				&FreezeTarget::Account(ALICE),
				Freeze::Partial(20)
			));
			assert_ok!(submit(ALICE, all(false)));
			assert_eq!((free(ALICE), free(BOB), total(1)), (20, 50, 50));
			// Nothing is left that may move: no silent zero transfer.
			assert_eq!(pool(ALICE, all(false)), Err(custom(ReasonCode::FreeUnits)));
			assert_eq!(submit(ALICE, all(false)), Err(filtered()));
			System::assert_last_event(refused_event(BOB, 0, ReasonCode::FreeUnits));
			assert_ok!(Compliance::do_freeze(
				GOLD,
				&FreezeTarget::Account(ALICE),
				Freeze::None
			));
			assert_ok!(submit(ALICE, all(false)));
			assert_eq!((free(ALICE), free(BOB), total(1)), (1, 69, 31));
			assert_ok!(release(ALICE, Purpose::Escrow, 30));
			assert_ok!(submit(ALICE, all(true)));
			assert_eq!(free(ALICE), 1);
			assert_ok!(submit(ALICE, all(false)));
			assert_eq!(Assets::maybe_balance(GOLD, ALICE), None);
		});
}

#[test]
fn keep_alive_and_holds_are_told_apart() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let keep = |amount| AssetsCall::transfer_keep_alive {
				id: GOLD,
				target: BOB,
				amount,
			};
			assert_eq!(pool(ALICE, keep(100)), Err(custom(ReasonCode::KeepAlive)));
			assert_eq!(submit(ALICE, keep(100)), Err(filtered()));
			assert_ok!(hold(ALICE, Purpose::Escrow, 10));
			assert_eq!(
				pool(ALICE, assets_transfer(GOLD, BOB, 91)),
				Err(custom(ReasonCode::FreeUnits))
			);
			assert_eq!(
				pool(ALICE, assets_transfer(GOLD, BOB, 90)),
				Err(custom(ReasonCode::HeldUnits))
			);
			assert_ok!(submit(ALICE, assets_transfer(GOLD, BOB, 89)));
			assert_eq!(free(ALICE), 1);
		});
}

#[test]
fn zero_and_unknown_assets_are_refused() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_eq!(
				pool(ALICE, assets_transfer(GOLD, BOB, 0)),
				Err(custom(ReasonCode::AmountZero))
			);
			assert_eq!(
				submit(ALICE, assets_transfer(GOLD, BOB, 0)),
				Err(filtered())
			);
			assert_eq!(
				pool(ALICE, assets_transfer(9, BOB, 1)),
				Err(custom(ReasonCode::UnknownAsset))
			);
			assert_eq!(submit(ALICE, assets_transfer(9, BOB, 1)), Err(filtered()));
			let ours = crate::Call::transfer {
				asset: GOLD,
				to: BOB,
				amount: 0,
				reference: None,
			};
			assert_eq!(submit(ALICE, ours), Err(refused(ReasonCode::AmountZero)));
		});
}

#[test]
fn a_failed_dispatch_leaves_no_clearance_and_books_nothing() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let call = assets_transfer(GOLD, BOB, 10);
			let info = call.get_dispatch_info();
			let result = TxExtension::new().test_run(
				RuntimeOrigin::signed(ALICE),
				&call,
				&info,
				0,
				0,
				|_| {
					assert!(Compliance::standing_clearance().is_some());
					Err(DispatchError::Other("fails").into())
				},
			);
			assert!(result.unwrap().is_err());
			assert!(!Clearance::<Test>::exists());
			assert_eq!((total(1), total(2)), (100, 0));
		});
}

#[test]
fn a_clearance_serves_its_extrinsic_and_movement_alone() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.gold(CAROL, 100)
		.build()
		.execute_with(|| {
			let place = |entry| {
				Compliance::place_clearance(entry, GOLD, &ALICE, &BOB, None, 10, Some(90));
			};
			let passes = |call: &RuntimeCall| GuardFilter::<Test>::contains(call);
			place(Entry::Transfer);
			assert!(passes(&assets_transfer(GOLD, BOB, 10)));
			let others: [RuntimeCall; 6] = [
				assets_transfer(GOLD, BOB, 11),
				assets_transfer(GOLD, CAROL, 10),
				assets_transfer(SILVER, BOB, 10),
				AssetsCall::transfer_keep_alive {
					id: GOLD,
					target: BOB,
					amount: 10,
				}
				.into(),
				AssetsCall::transfer_all {
					id: GOLD,
					dest: BOB,
					keep_alive: false,
				}
				.into(),
				AssetsCall::transfer_approved {
					id: GOLD,
					owner: ALICE,
					destination: BOB,
					amount: 10,
				}
				.into(),
			];
			for call in &others {
				assert!(!passes(call), "{call:?}");
			}
			place(Entry::TransferApproved);
			let approved = |owner| -> RuntimeCall {
				AssetsCall::transfer_approved {
					id: GOLD,
					owner,
					destination: BOB,
					amount: 10,
				}
				.into()
			};
			assert!(passes(&approved(ALICE)));
			assert!(!passes(&approved(CAROL)));
			// A clearance of our own lets no call through.
			place(Entry::Internal);
			assert!(!passes(&assets_transfer(GOLD, BOB, 10)));
			// It frees its own account's units, and these only.
			assert_eq!(Compliance::frozen_balance(GOLD, &ALICE), Some(90));
			assert_eq!(Compliance::frozen_balance(GOLD, &CAROL), Some(Balance::MAX));
			assert_eq!(Compliance::frozen_balance(GOLD, &BOB), None);
			// The next extrinsic does not see it.
			place(Entry::Transfer);
			System::set_extrinsic_index(1);
			assert!(!passes(&assets_transfer(GOLD, BOB, 10)));
			assert_eq!(Compliance::frozen_balance(GOLD, &ALICE), Some(Balance::MAX));
			assert_err!(
				Assets::do_transfer(GOLD, &ALICE, &BOB, 10, None, PLAIN),
				pallet_assets::Error::<Test>::BalanceLow
			);
			// The end of the block removes it.
			assert!(Compliance::sweep_clearance());
			assert!(!Compliance::sweep_clearance());
			next_block();
			assert_ok!(Compliance::do_try_state());
		});
}

#[test]
fn the_raw_ledger_is_shut_without_a_clearance() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			assert_ok!(hold(ALICE, Purpose::Escrow, 60));
			assert_noop!(
				Assets::do_transfer(GOLD, &ALICE, &BOB, 1, None, PLAIN),
				pallet_assets::Error::<Test>::BalanceLow
			);
			assert!(<Assets as Mutate<_>>::burn_from(
				GOLD,
				&ALICE,
				1,
				polkadot_sdk::frame_support::traits::tokens::Preservation::Expendable,
				polkadot_sdk::frame_support::traits::tokens::Precision::Exact,
				polkadot_sdk::frame_support::traits::tokens::Fortitude::Force,
			)
			.is_err());
			assert_ok!(Assets::do_approve_transfer(GOLD, &ALICE, &BOB, 10));
			assert_noop!(
				Assets::do_transfer_approved(GOLD, &ALICE, &BOB, &CAROL, 1),
				pallet_assets::Error::<Test>::BalanceLow
			);
			assert!(Compliance::contains_freezes(GOLD));
		});
}

#[test]
fn a_movement_inside_another_is_refused() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build()
		.execute_with(|| {
			Compliance::place_clearance(Entry::Transfer, GOLD, &ALICE, &BOB, None, 10, Some(0));
			assert_noop!(send(ALICE, BOB, 10), Error::<Test>::ClearanceStands);
		});
}

#[test]
fn every_other_call_of_the_ledger_is_filtered() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let who = ALICE;
			let calls: Vec<AssetsCall<Test>> = vec![
				AssetsCall::create {
					id: 7,
					admin: who,
					min_balance: 1,
				},
				AssetsCall::force_create {
					id: 7,
					owner: who,
					is_sufficient: true,
					min_balance: 1,
				},
				AssetsCall::start_destroy { id: GOLD },
				AssetsCall::destroy_accounts { id: GOLD },
				AssetsCall::destroy_approvals { id: GOLD },
				AssetsCall::finish_destroy { id: GOLD },
				AssetsCall::mint {
					id: GOLD,
					beneficiary: who,
					amount: 1,
				},
				AssetsCall::burn {
					id: GOLD,
					who,
					amount: 1,
				},
				AssetsCall::force_transfer {
					id: GOLD,
					source: who,
					dest: BOB,
					amount: 1,
				},
				AssetsCall::freeze { id: GOLD, who },
				AssetsCall::thaw { id: GOLD, who },
				AssetsCall::freeze_asset { id: GOLD },
				AssetsCall::thaw_asset { id: GOLD },
				AssetsCall::transfer_ownership {
					id: GOLD,
					owner: who,
				},
				AssetsCall::set_team {
					id: GOLD,
					issuer: who,
					admin: who,
					freezer: who,
				},
				AssetsCall::set_metadata {
					id: GOLD,
					name: vec![],
					symbol: vec![],
					decimals: 0,
				},
				AssetsCall::clear_metadata { id: GOLD },
				AssetsCall::force_cancel_approval {
					id: GOLD,
					owner: who,
					delegate: BOB,
				},
				AssetsCall::touch { id: SILVER },
				AssetsCall::refund {
					id: GOLD,
					allow_burn: true,
				},
				AssetsCall::set_min_balance {
					id: GOLD,
					min_balance: 2,
				},
				AssetsCall::touch_other {
					id: SILVER,
					who: BOB,
				},
				AssetsCall::refund_other { id: GOLD, who },
				AssetsCall::block { id: GOLD, who },
			];
			for signer in [ALICE, TEAM] {
				for call in &calls {
					assert_eq!(submit(signer, call.clone()), Err(filtered()), "{call:?}");
				}
			}
			assert_ok!(submit(
				ALICE,
				AssetsCall::approve_transfer {
					id: GOLD,
					delegate: BOB,
					amount: 1
				}
			));
			assert_ok!(submit(
				ALICE,
				AssetsCall::cancel_approval {
					id: GOLD,
					delegate: BOB
				}
			));
		});
}

#[test]
fn suspended_and_sanctioned_parties_are_refused_on_each_side() {
	use ReasonCode::*;
	let table = [
		(1, Standing::Suspended, SenderSuspended),
		(1, Standing::Sanctioned, SenderSanctioned),
		(2, Standing::Suspended, ReceiverSuspended),
		(2, Standing::Sanctioned, ReceiverSanctioned),
	];
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			for (identity, standing, reason) in table {
				Registry::set_standing(identity, standing);
				assert_eq!(
					pool(ALICE, assets_transfer(GOLD, BOB, 1)),
					Err(custom(reason))
				);
				assert_eq!(submit(ALICE, our_transfer(BOB, 1)), Err(refused(reason)));
				Registry::set_standing(identity, Standing::Active);
			}
		});
}

#[test]
fn an_unsigned_transfer_finds_no_clearance() {
	ExtBuilder::default()
		.gold(ALICE, 100)
		.build_and_execute(|| {
			let call = assets_transfer(GOLD, BOB, 1);
			let info = DispatchInfo::default();
			let pre = CheckTransferPolicy::<Test>::new().validate_and_prepare(
				RuntimeOrigin::root(),
				&call,
				&info,
				0,
				0,
			);
			assert!(pre.is_ok_and(|(pre, _)| pre.is_none()));
			assert!(!Clearance::<Test>::exists());
		});
}

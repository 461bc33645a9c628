//! Every known way round a policy, tried on the composed runtime (P1).
//!
//! Cleo is known and lacks KYC, so that nothing may reach her. After each attempt she has nothing,
//! nothing else has moved, and no clearance stands.

use super::{chain::*, world::*};
use crate::{Assets, Balances, Compliance, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin};
use assay_primitives::{AccountId, Balance, ReasonCode};
use polkadot_sdk::{
	frame_system, pallet_assets, pallet_utility,
	sp_runtime::{
		traits::{Dispatchable, TrailingZeroInput},
		DispatchError, MultiAddress,
	},
};

type AssetsCall = pallet_assets::Call<Runtime>;

pub fn target(actor: Actor) -> MultiAddress<AccountId, ()> {
	MultiAddress::Id(actor.account())
}

pub fn filtered() -> DispatchError {
	frame_system::Error::<Runtime>::CallFiltered.into()
}

pub fn refused(reason: ReasonCode) -> DispatchError {
	pallet_compliance::Error::<Runtime>::Refused(reason).into()
}

/// Runs the attempt in the world where Ann and Ben hold a kilogram each, and sees that nothing has
/// moved.
pub fn nothing_moves(attempt: impl FnOnce()) {
	execute(|| {
		held_asset();
		let before = (units(ANN), units(BEN), supply());
		attempt();
		assert_eq!((units(ANN), units(BEN), supply()), before);
		assert_eq!(units(CLEO), 0);
		assert!(
			!pallet_compliance::Clearance::<Runtime>::exists(),
			"a clearance stands"
		);
	});
}

/// Every transfer of the raw ledger that Ann could sign, towards Cleo.
pub fn raw_transfers() -> Vec<RuntimeCall> {
	vec![
		transfer(CLEO, GRAM).into(),
		AssetsCall::transfer_keep_alive {
			id: GOLD.into(),
			target: target(CLEO),
			amount: GRAM,
		}
		.into(),
		AssetsCall::transfer_all {
			id: GOLD.into(),
			dest: target(CLEO),
			keep_alive: false,
		}
		.into(),
		AssetsCall::transfer_all {
			id: GOLD.into(),
			dest: target(CLEO),
			keep_alive: true,
		}
		.into(),
	]
}

#[test]
fn the_world_holds_what_it_says() {
	execute(|| {
		held_asset();
		assert_eq!(
			(units(ANN), units(BEN), supply()),
			(1_000 * GRAM, 1_000 * GRAM, 2_000 * GRAM)
		);
	});
}

#[test]
fn a_plain_transfer_reaches_an_eligible_holder() {
	execute(|| {
		held_asset();
		assert_eq!(pool(ANN, transfer(BEN, GRAM)), Ok(()));
		succeed(ANN, transfer(BEN, GRAM));
		assert_eq!((units(ANN), units(BEN)), (999 * GRAM, 1_001 * GRAM));
		assert_event(RuntimeEvent::Assets(pallet_assets::Event::Transferred {
			asset_id: GOLD,
			from: ANN.account(),
			to: BEN.account(),
			amount: GRAM,
		}));
	});
}

#[test]
fn every_plain_transfer_is_refused_in_the_pool_with_its_reason() {
	nothing_moves(|| {
		for call in raw_transfers() {
			assert_eq!(
				pool(ANN, call.clone()),
				refusal(ReasonCode::ReceiverClaim),
				"{call:?}"
			);
		}
	});
}

#[test]
fn every_plain_transfer_fails_in_a_block_with_its_reason_and_is_paid_for() {
	nothing_moves(|| {
		for call in raw_transfers() {
			let paid_from = Balances::free_balance(ANN.account());
			assert_eq!(fail(ANN, call.clone()), filtered(), "{call:?}");
			assert!(
				Balances::free_balance(ANN.account()) < paid_from,
				"nobody paid for {call:?}"
			);
			assert!(
				events().iter().any(|event| matches!(
					event,
					RuntimeEvent::Compliance(pallet_compliance::Event::TransferRefused {
						reason: ReasonCode::ReceiverClaim,
						..
					})
				)),
				"no event says why {call:?} failed"
			);
			next_block();
		}
	});
}

fn approve(spender: Actor, amount: Balance) {
	succeed(
		ANN,
		AssetsCall::approve_transfer {
			id: GOLD.into(),
			delegate: target(spender),
			amount,
		},
	);
}

fn spend(to: Actor, amount: Balance) -> AssetsCall {
	AssetsCall::transfer_approved {
		id: GOLD.into(),
		owner: target(ANN),
		destination: target(to),
		amount,
	}
}

#[test]
fn an_approval_moves_units_only_as_the_policy_allows() {
	execute(|| {
		held_asset();
		approve(BEN, 5 * GRAM);
		assert_eq!(
			pool(BEN, spend(CLEO, GRAM)),
			refusal(ReasonCode::ReceiverClaim)
		);
		assert_eq!(fail(BEN, spend(CLEO, GRAM)), filtered());
		assert_eq!(
			pool(BEN, spend(BEN, 5 * GRAM + 1)),
			refusal(ReasonCode::Allowance)
		);
		succeed(BEN, spend(BEN, 5 * GRAM));
		assert_eq!((units(ANN), units(BEN)), (995 * GRAM, 1_005 * GRAM));
		assert_eq!(pool(BEN, spend(BEN, 1)), refusal(ReasonCode::Allowance));
	});
}

#[test]
fn an_approval_from_before_a_freeze_is_worth_nothing() {
	nothing_moves(|| {
		approve(BEN, 5 * GRAM);
		succeed(
			OFFICER,
			pallet_compliance::Call::freeze {
				asset: GOLD,
				target: pallet_compliance::FreezeTarget::Identity(identity(ANN)),
				freeze: pallet_compliance::Freeze::Full,
			},
		);
		assert_eq!(
			pool(BEN, spend(BEN, GRAM)),
			refusal(ReasonCode::SenderFrozen)
		);
		assert_eq!(fail(BEN, spend(BEN, GRAM)), filtered());
		let guarded = pallet_compliance::Call::transfer_from {
			asset: GOLD,
			from: target(ANN),
			to: target(BEN),
			amount: GRAM,
			reference: None,
		};
		assert_eq!(fail(BEN, guarded), refused(ReasonCode::SenderFrozen));
	});
}

#[test]
fn a_sanctioned_spender_spends_nothing() {
	nothing_moves(|| {
		approve(BEN, 5 * GRAM);
		as_council(pallet_identities::Call::sanction {
			identity: identity(BEN),
			case: assay_primitives::Hash::repeat_byte(9),
		});
		assert_eq!(
			pool(BEN, spend(ANN, GRAM)),
			refusal(ReasonCode::IdentitySanctioned)
		);
		assert!(
			send(BEN, spend(ANN, GRAM)).is_err(),
			"it does not even get into a block"
		);
		// Nor does anything reach him.
		assert_eq!(
			pool(ANN, transfer(BEN, GRAM)),
			refusal(ReasonCode::ReceiverSanctioned)
		);
		assert_eq!(fail(ANN, transfer(BEN, GRAM)), filtered());
	});
}

#[test]
fn what_is_held_goes_to_nobody_else() {
	execute(|| {
		held_asset();
		let amount = units(ANN);
		succeed(
			ANN,
			pallet_issuance::Call::request_redemption {
				asset: GOLD,
				amount,
				delivery: assay_primitives::Hash::zero(),
			},
		);
		// The whole balance is set aside, the last unit included.
		for call in [
			RuntimeCall::from(transfer(BEN, 1)),
			AssetsCall::transfer_all {
				id: GOLD.into(),
				dest: target(BEN),
				keep_alive: false,
			}
			.into(),
		] {
			assert_eq!(
				pool(ANN, call.clone()),
				refusal(ReasonCode::FreeUnits),
				"{call:?}"
			);
			assert_eq!(fail(ANN, call), filtered());
		}
		assert_eq!(units(BEN), 1_000 * GRAM);
		succeed(ANN, pallet_issuance::Call::cancel_redemption { id: 0 });
		succeed(
			ANN,
			AssetsCall::transfer_all {
				id: GOLD.into(),
				dest: target(BEN),
				keep_alive: false,
			},
		);
		assert_eq!((units(ANN), units(BEN)), (0, 2_000 * GRAM));
	});
}

#[test]
fn transfer_all_leaves_what_is_held() {
	execute(|| {
		held_asset();
		succeed(
			ANN,
			pallet_issuance::Call::request_redemption {
				asset: GOLD,
				amount: 400 * GRAM,
				delivery: assay_primitives::Hash::zero(),
			},
		);
		succeed(
			ANN,
			AssetsCall::transfer_all {
				id: GOLD.into(),
				dest: target(BEN),
				keep_alive: false,
			},
		);
		// The account must live while units of it are held: one free unit stays.
		assert_eq!((units(ANN), units(BEN)), (1, 1_600 * GRAM - 1));
		succeed(ANN, pallet_issuance::Call::cancel_redemption { id: 0 });
		assert_eq!(units(ANN), 400 * GRAM + 1);
	});
}

#[test]
fn a_failed_transfer_leaves_no_clearance_for_the_next() {
	nothing_moves(|| {
		assert_eq!(fail(ANN, transfer(CLEO, GRAM)), filtered());
		assert!(!pallet_compliance::Clearance::<Runtime>::exists());
		let calls = vec![transfer(BEN, GRAM).into()];
		assert_eq!(
			fail(ANN, pallet_utility::Call::batch_all { calls }),
			filtered()
		);
	});
}

#[test]
fn a_transfer_to_oneself_changes_nothing_and_zero_is_refused() {
	nothing_moves(|| {
		let _ = send(ANN, transfer(ANN, GRAM)).expect("is admitted");
		assert_eq!(pool(ANN, transfer(BEN, 0)), refusal(ReasonCode::AmountZero));
		assert_eq!(fail(ANN, transfer(BEN, 0)), filtered());
	});
}

#[test]
fn more_than_one_has_is_refused_for_that() {
	nothing_moves(|| {
		for amount in [1_000 * GRAM + 1, Balance::MAX] {
			assert_eq!(
				pool(ANN, transfer(BEN, amount)),
				refusal(ReasonCode::FreeUnits)
			);
			assert_eq!(fail(ANN, transfer(BEN, amount)), filtered());
		}
	});
}

/// Calls of the ledger that nobody may make, whoever asks.
fn closed_ledger_calls() -> Vec<AssetsCall> {
	let (id, who) = (GOLD.into(), target(ANN));
	vec![
		AssetsCall::create {
			id: 99.into(),
			admin: who.clone(),
			min_balance: 1,
		},
		AssetsCall::mint {
			id,
			beneficiary: who.clone(),
			amount: GRAM,
		},
		AssetsCall::burn {
			id,
			who: who.clone(),
			amount: GRAM,
		},
		AssetsCall::force_transfer {
			id,
			source: who.clone(),
			dest: target(CLEO),
			amount: GRAM,
		},
		AssetsCall::freeze {
			id,
			who: who.clone(),
		},
		AssetsCall::thaw {
			id,
			who: who.clone(),
		},
		AssetsCall::freeze_asset { id },
		AssetsCall::thaw_asset { id },
		AssetsCall::transfer_ownership {
			id,
			owner: who.clone(),
		},
		AssetsCall::set_team {
			id,
			issuer: who.clone(),
			admin: who.clone(),
			freezer: who.clone(),
		},
		AssetsCall::start_destroy { id },
		AssetsCall::destroy_accounts { id },
		AssetsCall::destroy_approvals { id },
		AssetsCall::finish_destroy { id },
		AssetsCall::set_metadata {
			id,
			name: vec![1],
			symbol: vec![1],
			decimals: 0,
		},
		AssetsCall::clear_metadata { id },
		AssetsCall::touch { id },
		AssetsCall::touch_other {
			id,
			who: target(CLEO),
		},
		AssetsCall::refund {
			id,
			allow_burn: true,
		},
		AssetsCall::refund_other {
			id,
			who: who.clone(),
		},
		AssetsCall::block {
			id,
			who: who.clone(),
		},
		AssetsCall::set_min_balance { id, min_balance: 2 },
		AssetsCall::force_create {
			id: 99.into(),
			owner: who.clone(),
			is_sufficient: true,
			min_balance: 1,
		},
		AssetsCall::force_set_metadata {
			id,
			name: vec![],
			symbol: vec![],
			decimals: 0,
			is_frozen: false,
		},
		AssetsCall::force_clear_metadata { id },
		AssetsCall::force_asset_status {
			id,
			owner: who.clone(),
			issuer: who.clone(),
			admin: who.clone(),
			freezer: who.clone(),
			min_balance: 1,
			is_sufficient: true,
			is_frozen: false,
		},
		AssetsCall::force_cancel_approval {
			id,
			owner: who.clone(),
			delegate: target(CLEO),
		},
	]
}

#[test]
fn every_other_call_of_the_ledger_is_closed_to_everybody() {
	nothing_moves(|| {
		for call in closed_ledger_calls() {
			assert_eq!(
				pool(ANN, call.clone()),
				refusal(ReasonCode::CallNotOffered),
				"{call:?} in the pool"
			);
			for origin in [
				RuntimeOrigin::signed(ANN.account()),
				RuntimeOrigin::signed(crate::configs::compliance::TeamAccount::get()),
				RuntimeOrigin::none(),
			] {
				let error = RuntimeCall::from(call.clone()).dispatch(origin).map(|_| ());
				assert_eq!(error.map_err(|e| e.error), Err(filtered()), "{call:?}");
			}
			assert_eq!(
				dispatch_as_council(call.clone()),
				Err(filtered()),
				"{call:?} by council"
			);
		}
	});
}

#[test]
fn the_owner_of_the_ledger_has_no_key() {
	// The account is made of a pallet's id, not of a public key.
	let team = crate::configs::compliance::TeamAccount::get();
	let expected = AccountId::decode_from(b"modlas/guard");
	assert_eq!(team, expected);
}

trait DecodeFrom {
	fn decode_from(bytes: &[u8]) -> Self;
}
impl DecodeFrom for AccountId {
	fn decode_from(bytes: &[u8]) -> Self {
		codec::Decode::decode(&mut TrailingZeroInput::new(bytes)).expect("zeros follow")
	}
}

#[test]
fn the_ledger_is_frozen_for_whoever_asks_it_directly() {
	execute(|| {
		held_asset();
		use polkadot_sdk::frame_support::traits::{
			fungibles::Inspect,
			tokens::{Fortitude, Preservation},
		};
		let reducible = Assets::reducible_balance(
			GOLD,
			&ANN.account(),
			Preservation::Expendable,
			Fortitude::Polite,
		);
		assert_eq!(reducible, 0, "without a clearance nothing can be taken");
		assert_eq!(
			<Compliance as pallet_assets::FrozenBalance<_, _, _>>::frozen_balance(
				GOLD,
				&ANN.account()
			),
			Some(Balance::MAX)
		);
	});
}

#[test]
fn pallets_with_ways_of_their_own_are_absent() {
	use polkadot_sdk::frame_support::traits::PalletsInfoAccess;
	let names: Vec<&str> = crate::AllPalletsWithSystem::infos()
		.into_iter()
		.map(|info| info.name)
		.collect();
	for absent in [
		"Sudo",
		"AssetConversion",
		"Recovery",
		"NftFractionalization",
		"Revive",
		"XcmPallet",
		"Contracts",
	] {
		assert!(
			!names.contains(&absent),
			"{absent} moves assets on a path of its own"
		);
	}
}

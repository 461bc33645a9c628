//! Who may sign at all.

use super::{chain::*, world::*};
use crate::{Balances, Runtime, RuntimeCall};
use assay_primitives::{Hash, IdentityKind, ReasonCode, ASY};
use polkadot_sdk::{
	frame_support::traits::fungible::Mutate, frame_system, pallet_timestamp, pallet_utility,
	sp_runtime::transaction_validity::InvalidTransaction,
};

fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![] }.into()
}

#[test]
fn an_account_without_an_identity_is_refused_in_pool_and_block_and_pays_nothing() {
	execute(|| {
		Balances::set_balance(&STRANGER.account(), ASY);
		assert_eq!(pool(STRANGER, remark()), refusal(ReasonCode::NotAdmitted));
		assert_eq!(
			send(STRANGER, remark()),
			Err(InvalidTransaction::Custom(ReasonCode::NotAdmitted.code()).into())
		);
		assert_eq!(Balances::free_balance(STRANGER.account()), ASY);
	});
}

#[test]
fn linking_admits_and_unlinking_ends_it() {
	execute(|| {
		let identity = onboard(ANN, IdentityKind::Natural);
		link(ANN, BEN, identity);
		assert_eq!(pool(BEN, remark()), Ok(()));
		succeed(BEN, remark());
		succeed(
			REGISTRAR,
			pallet_identities::Call::unlink_account { account: BEN.account() },
		);
		assert_eq!(pool(BEN, remark()), refusal(ReasonCode::NotAdmitted));
		assert_eq!(pool(ANN, remark()), Ok(()));
	});
}

#[test]
fn a_suspended_identity_keeps_what_ends_its_claims_and_nothing_else() {
	execute(|| {
		held_asset();
		succeed(REGISTRAR, pallet_identities::Call::suspend { identity: identity(ANN) });
		let redemption = pallet_issuance::Call::<Runtime>::request_redemption {
			asset: GOLD,
			amount: GRAM,
			delivery: Hash::zero(),
		};
		for call in [
			remark(),
			transfer(BEN, GRAM).into(),
			// A batch would carry anything.
			pallet_utility::Call::batch { calls: vec![redemption.clone().into()] }.into(),
		] {
			assert_eq!(pool(ANN, call), refusal(ReasonCode::IdentitySuspended));
		}
		succeed(ANN, redemption);
		assert_eq!(units(ANN), 999 * GRAM);
		succeed(REGISTRAR, pallet_identities::Call::reinstate { identity: identity(ANN) });
		assert_eq!(pool(ANN, remark()), Ok(()));
	});
}

#[test]
fn calls_that_are_not_on_offer_are_refused_before_they_cost_anything() {
	execute(|| {
		onboard(ANN, IdentityKind::Natural);
		let calls: [RuntimeCall; 4] = [
			frame_system::Call::set_heap_pages { pages: 64 }.into(),
			frame_system::Call::set_code { code: vec![] }.into(),
			frame_system::Call::set_storage { items: vec![] }.into(),
			frame_system::Call::authorize_upgrade { code_hash: Hash::zero() }.into(),
		];
		for call in calls {
			assert_eq!(pool(ANN, call), refusal(ReasonCode::CallNotOffered));
		}
		let inherent: RuntimeCall = pallet_timestamp::Call::set { now: 1 }.into();
		assert!(!matches!(send(ANN, inherent), Ok(Ok(()))), "an inherent is nobody's to sign");
	});
}

#[test]
fn what_would_undo_the_councils_work_is_not_on_offer() {
	execute(|| {
		let calls: [RuntimeCall; 2] = [
			polkadot_sdk::pallet_session::Call::purge_keys {}.into(),
			polkadot_sdk::pallet_membership::Call::<Runtime, crate::origins::CouncilCollective>::change_key {
				new: ANN.account().into(),
			}
			.into(),
		];
		for call in calls {
			assert_eq!(pool(Actor("Alice"), call), refusal(ReasonCode::CallNotOffered));
		}
	});
}

#[test]
fn a_suspended_institution_redeems_through_its_multisig() {
	use polkadot_sdk::pallet_multisig::Call as Multisig;
	execute(|| {
		held_asset();
		succeed(REGISTRAR, pallet_identities::Call::suspend { identity: identity(ANN) });
		let wrap = |call: RuntimeCall| Multisig::<Runtime>::as_multi_threshold_1 {
			other_signatories: vec![BEN.account()],
			call: Box::new(call),
		};
		let redemption = pallet_issuance::Call::<Runtime>::request_redemption {
			asset: GOLD,
			amount: GRAM,
			delivery: Hash::zero(),
		};
		assert_eq!(pool(ANN, wrap(redemption.into())), Ok(()));
		assert_eq!(pool(ANN, wrap(remark())), refusal(ReasonCode::IdentitySuspended));
	});
}

//! A thief of one account of an identity may hold others of it, and may have filled its places.

use super::{chain::*, world::*};
use crate::{Identities, Runtime};
use assay_primitives::{Moment, DAY, MAX_ACCOUNTS};
use pallet_identities::{Call as Identity, Consent};
use polkadot_sdk::{sp_core::Pair, sp_runtime::DispatchError};

/// Another account of Ann's, in the thief's hands as well.
const ANNEX: Actor = Actor("Annex");
const HEIR: Actor = Actor("Heir");
const OBJECTION: Moment = 7 * DAY;

fn not_authorized() -> DispatchError {
	pallet_identities::Error::<Runtime>::NotAuthorized.into()
}

fn cancel() -> Identity<Runtime> {
	Identity::cancel_replacement { old: ANN.account() }
}

/// The registrar has Ann's first account replaced by one that signs for it.
fn replace() -> Identity<Runtime> {
	let expires = now() + DAY;
	let payload = Identities::replacement_payload(ANN.account(), HEIR.account(), expires)
		.expect("Ann is linked");
	Identity::propose_replacement {
		old: ANN.account(),
		new: HEIR.account(),
		consent: Some(Consent {
			expires,
			signature: HEIR.sign(&payload),
		}),
	}
}

#[test]
fn a_stolen_sibling_does_not_give_up_what_the_registrar_opened() {
	execute(|| {
		held_asset();
		link(ANN, ANNEX, identity(ANN));
		succeed(REGISTRAR, replace());
		assert_eq!(fail(ANNEX, cancel()), not_authorized());
		let batch = polkadot_sdk::pallet_utility::Call::<Runtime>::batch_all {
			calls: vec![cancel().into()],
		};
		assert_eq!(fail(ANNEX, batch), not_authorized());
		next_block_at(now() + OBJECTION + crate::parameters::SLOT_DURATION);
		succeed(BEN, Identity::complete_replacement { old: ANN.account() });
		assert_eq!(fail(ANNEX, cancel()), not_authorized());
	});
}

#[test]
fn the_thiefs_own_replacement_gives_way_to_the_registrars_at_once() {
	execute(|| {
		held_asset();
		link(ANN, ANNEX, identity(ANN));
		let thief = Actor("Thief");
		succeed(
			ANNEX,
			Identity::propose_replacement {
				old: ANN.account(),
				new: thief.account(),
				consent: None,
			},
		);
		let calls = vec![cancel().into(), replace().into()];
		succeed(
			REGISTRAR,
			polkadot_sdk::pallet_utility::Call::<Runtime>::batch_all { calls },
		);
		let replacement = Identities::replacement(ANN.account()).expect("it is open");
		assert_eq!(
			(replacement.successor, replacement.by_registrar),
			(HEIR.account(), true)
		);
	});
}

#[test]
fn full_places_are_no_refuge() {
	execute(|| {
		held_asset();
		let ann = identity(ANN);
		for number in 1..MAX_ACCOUNTS {
			let pair = polkadot_sdk::sp_core::sr25519::Pair::from_string(
				&format!("//Filler//{number}"),
				None,
			)
			.expect("a dev seed");
			let expires = now() + DAY;
			let payload = Identities::link_payload(ann, pair.public().into(), expires)
				.expect("the identity exists");
			succeed(
				ANN,
				Identity::link_account {
					identity: ann,
					account: pair.public().into(),
					expires,
					signature: pair.sign(&payload).into(),
				},
			);
		}
		succeed(REGISTRAR, replace());
		next_block_at(now() + OBJECTION + crate::parameters::SLOT_DURATION);
		succeed(BEN, Identity::complete_replacement { old: ANN.account() });
		succeed(
			BEN,
			pallet_compliance::Call::move_replaced {
				asset: GOLD,
				old: ANN.account().into(),
			},
		);
		assert_eq!((units(ANN), units(HEIR)), (0, 1_000 * GRAM));
		succeed(BEN, Identity::close_replacement { old: ANN.account() });
		let accounts = Identities::accounts_of(ann);
		assert_eq!(
			accounts.len(),
			usize::try_from(MAX_ACCOUNTS).expect("it fits")
		);
		assert!(accounts.contains(&HEIR.account()) && !accounts.contains(&ANN.account()));
	});
}

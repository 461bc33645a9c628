//! The statement that a holder is given: it says what the views say, on one state.

use super::{chain::*, world::*};
use crate::{
	statement::{holder_statement, HolderStatement},
	AssetRegistry, Attestations, Compliance, Identities, Issuance, RuntimeHoldReason,
};
use assay_primitives::{Balance, Hash, ReserveStatus, MAX_SCOPES};
use codec::Encode;

const IN_REDEMPTION: RuntimeHoldReason =
	RuntimeHoldReason::Issuance(pallet_issuance::HoldReason::Redemption);

fn of(actor: Actor) -> HolderStatement {
	holder_statement(GOLD, actor.account()).expect("the asset exists")
}

fn redeem(actor: Actor, amount: Balance) {
	let delivery = Hash::repeat_byte(8);
	succeed(
		actor,
		pallet_issuance::Call::request_redemption {
			asset: GOLD,
			amount,
			delivery,
		},
	);
}

#[test]
fn works_for_a_holder() {
	execute(|| {
		held_asset();
		let statement = of(ANN);
		assert_eq!(statement.at, now());
		assert_eq!(Some(statement.asset.clone()), AssetRegistry::asset(GOLD));
		assert_eq!(statement.link, Identities::identity_of(ANN.account()));
		assert_eq!((statement.free, statement.held.len()), (1_000 * GRAM, 0));
		assert_eq!(statement.claim, UNIT.claim_floor(1_000 * GRAM));
		assert_eq!(
			statement.position,
			Compliance::position(GOLD, identity(ANN))
		);
		assert_eq!(statement.outstanding, 2_000 * GRAM);
		assert_eq!(statement.reserve, Attestations::reserve_status(GOLD));
		assert!(statement
			.reserve
			.is_ok_and(|it| it.status == ReserveStatus::Backed));
		let scopes = [scope(ZURICH, ZURICH_VAULT), scope(LONDON, LONDON_VAULT)];
		let reports = scopes.map(|scope| (scope, Attestations::report(scope).unwrap()));
		assert_eq!(statement.reports, reports);
		assert_eq!(statement.documents, AssetRegistry::documents(GOLD));
		assert_eq!(statement.powers, AssetRegistry::powers(GOLD));
		assert!(!statement.powers.is_empty());
		// A node that is asked is not made to answer without end: terms, reports and powers.
		assert!(statement.reports.len() <= MAX_SCOPES as usize);
		assert!(statement.encoded_size() < 64 * 1_024);
	});
}

#[test]
fn works_down_to_the_last_unit() {
	execute(|| {
		held_asset();
		redeem(ANN, 400 * GRAM);
		let statement = of(ANN);
		assert_eq!(statement.free, 600 * GRAM);
		assert_eq!(statement.held, [(IN_REDEMPTION, 400 * GRAM)]);
		assert_eq!(statement.redemptions, [0]);
		assert_eq!(statement.claim, UNIT.claim_floor(1_000 * GRAM));
		// The ledger calls the last unit free when everything is held; the statement does not.
		redeem(ANN, 600 * GRAM);
		let statement = of(ANN);
		assert_eq!(units(ANN), 1);
		assert_eq!(statement.free, 0);
		assert_eq!(statement.held, [(IN_REDEMPTION, 1_000 * GRAM)]);
		assert_eq!(statement.redemptions, [0, 1]);
		let position = statement.position.expect("there are units");
		assert_eq!(
			(position.total, position.held),
			(1_000 * GRAM, 1_000 * GRAM)
		);
		assert_eq!(Issuance::outstanding(GOLD), statement.outstanding);
	});
}

#[test]
fn works_for_a_stranger_and_not_for_an_asset_that_does_not_exist() {
	execute(|| {
		held_asset();
		let statement = of(STRANGER);
		assert_eq!((statement.link, statement.position), (None, None));
		assert_eq!((statement.free, statement.claim), (0, Some(0)));
		assert!(statement.held.is_empty() && statement.redemptions.is_empty());
		assert_eq!(holder_statement(GOLD + 1, ANN.account()), None);
	});
}

//! What a promise broken costs, and what stands behind it.

use super::*;

#[test]
fn a_breach_costs_the_bond_and_shuts_minting_until_it_is_cured() {
	execute(|| {
		held_asset();
		bond(4_000 * FRANC);
		succeed(ANN, request(100 * GRAM));
		succeed(ISSUER, accept(0));
		// Two percent of a hundred grams.
		let penalty = 100 * GRAM * PRICE / 50;
		assert_eq!(penalty, 160 * FRANC);
		assert_eq!(
			fail(
				ISSUER,
				pallet_bonds::Call::request_withdrawal {
					purpose: BondPurpose::Issuer(GOLD),
					amount: 4_000 * FRANC - penalty + 1,
				}
			),
			pallet_bonds::Error::<Runtime>::StillRequired.into()
		);
		wait(10 * DAY + 2 * SECOND);
		succeed(CLEO, Call::breach_redemption { id: 0 });
		assert_event(Event::RedemptionBreached {
			id: 0,
			asset: GOLD,
			holder: ANN.account(),
			by: CLEO.account(),
			owed: penalty,
			paid: penalty,
		});
		assert_eq!((francs(ANN), bonded()), (penalty, 4_000 * FRANC - penalty));
		assert_eq!(fail(MINTER, mint(BEN, GRAM)), error(Error::BreachUncured));
		// Everything else goes on.
		succeed(BEN, transfer(ANN, GRAM));
		// The holder keeps the penalty and takes the units back.
		succeed(ANN, Call::cancel_redemption { id: 0 });
		assert_eq!(units(ANN), 1_001 * GRAM);
		succeed(MINTER, mint(BEN, GRAM));
	});
}

#[test]
fn who_may_not_hold_the_settlement_asset_collects_later() {
	execute(|| {
		held_asset();
		bond(4_000 * FRANC);
		let freeze = |freeze| pallet_compliance::Call::freeze {
			asset: FRANCS,
			target: pallet_compliance::FreezeTarget::Identity(identity(ANN)),
			freeze,
		};
		succeed(OFFICER, freeze(pallet_compliance::Freeze::Full));
		succeed(ANN, request(100 * GRAM));
		wait(2 * DAY + 2 * SECOND);
		succeed(BEN, Call::breach_redemption { id: 0 });
		let penalty = 160 * FRANC;
		assert_eq!((francs(ANN), bonded()), (0, 4_000 * FRANC - penalty));
		let collect = || pallet_bonds::Call::collect {
			asset: FRANCS,
			poster: ISSUER.account(),
			beneficiary: ANN.account(),
		};
		fail(BEN, collect());
		succeed(
			OFFICER,
			pallet_compliance::Call::thaw {
				asset: FRANCS,
				target: pallet_compliance::FreezeTarget::Identity(identity(ANN)),
			},
		);
		succeed(BEN, collect());
		assert_eq!(francs(ANN), penalty);
	});
}

#[test]
fn where_a_bond_is_asked_for_the_mint_needs_it_to_the_unit() {
	execute(|| {
		backed_asset();
		bond(80 * FRANC);
		let raise = pallet_reserve_governance::Call::<Runtime>::set_parameter {
			asset: GOLD,
			key: assay_primitives::ParameterKey::BondBps,
			value: 100,
		};
		as_council(raise);
		next_block_at(now() + DAY);
		// One percent of the value: eighty francs cover a hundred grams.
		assert_eq!(
			fail(MINTER, mint(ANN, 100 * GRAM + 1)),
			error(Error::BondTooSmall)
		);
		succeed(MINTER, mint(ANN, 100 * GRAM));
		assert_eq!(fail(MINTER, mint(ANN, 1)), error(Error::BondTooSmall));
		assert_eq!(Issuance::allowance(GOLD).unwrap().mintable, 0);
		succeed(
			ISSUER,
			pallet_bonds::Call::top_up {
				purpose: BondPurpose::Issuer(GOLD),
				amount: 80 * FRANC,
			},
		);
		next_block();
		succeed(MINTER, mint(ANN, 50 * GRAM));
		// WHEN the asset loses its mark THEN the bond in it counts zero
		settles(false);
		assert_eq!(fail(MINTER, mint(ANN, GRAM)), error(Error::BondTooSmall));
		settles(true);
		next_block();
		succeed(MINTER, mint(ANN, 50 * GRAM));
	});
}

#[test]
fn a_custodians_bond_counts_as_long_as_it_is_of_a_settlement_asset() {
	execute(|| {
		backed_asset();
		settlement_asset();
		<Compliance as GuardedLedger<_>>::mint(FRANCS, &ZURICH.account(), FRANC)
			.expect("the policy has no rules");
		pallet_issuance::Totals::<Runtime>::mutate(FRANCS, |totals| totals.minted += FRANC);
		let reserve = || Attestations::figures(GOLD, now()).unwrap().reserve;
		as_council(pallet_custody::Call::set_required_bond {
			organisation: identity(ZURICH),
			required_bond: Some(pallet_custody::RequiredBond {
				asset: FRANCS,
				amount: FRANC,
			}),
		});
		assert_eq!(reserve(), IN_EACH_VAULT);
		succeed(
			ZURICH,
			pallet_bonds::Call::post {
				purpose: BondPurpose::Custodian(identity(ZURICH)),
				asset: FRANCS,
				amount: FRANC,
			},
		);
		assert_eq!(reserve(), 2 * IN_EACH_VAULT);
		settles(false);
		assert_eq!(reserve(), IN_EACH_VAULT);
		settles(true);
		assert_eq!(reserve(), 2 * IN_EACH_VAULT);
	});
}

/// The issuer lets a friend down on purpose, again and again: others who are hurt find a bond still.
#[test]
fn an_issuer_and_its_friend_do_not_empty_the_bond() {
	execute(|| {
		held_asset();
		bond(1_000 * FRANC);
		let half = 1_000 * GRAM;
		// Half of the units, at a penalty of 1,600 francs: each time half of what there is.
		for (id, left) in [(0, 500), (1, 250), (2, 125)] {
			succeed(ANN, request(half));
			wait(2 * DAY + 2 * SECOND);
			succeed(ANN, Call::cancel_redemption { id });
			assert_eq!(bonded(), left * FRANC);
		}
		succeed(BEN, request(10 * GRAM));
		wait(2 * DAY + 2 * SECOND);
		succeed(CLEO, Call::breach_redemption { id: 3 });
		assert_eq!(francs(BEN), 125 * FRANC / 200);
	});
}

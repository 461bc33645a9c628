//! The life of one asset, from nothing to redemption, on the composed runtime.

use super::{chain::*, world::*};
use crate::{AssetRegistry, Attestations, Compliance, Custody, Runtime};
use assay_primitives::{AssetStatus, Hash, ParameterKey, ReserveStatus, Standing, DAY};
use assay_traits::{AssetInspect, LotInspect, PositionInspect, ReserveInspect};

fn status() -> ReserveStatus {
	Attestations::figures(GOLD, now())
		.expect("the figures are there")
		.status
}

fn issuance(error: pallet_issuance::Error<Runtime>) -> polkadot_sdk::sp_runtime::DispatchError {
	error.into()
}

#[test]
fn the_reserve_is_the_sum_of_both_vaults() {
	execute(|| {
		backed_asset();
		let figures = Attestations::figures(GOLD, now()).unwrap();
		assert_eq!(figures.reserve, 2 * IN_EACH_VAULT);
		assert_eq!(figures.effective, 2 * IN_EACH_VAULT);
		assert_eq!(figures.status, ReserveStatus::Backed);
		// 20,000 ounces of 31.1034768 g.
		assert_eq!(headroom(), 622_069_536_000);
	});
}

#[test]
fn mint_to_the_limit_and_not_one_unit_further() {
	execute(|| {
		backed_asset();
		let most = headroom();
		succeed(MINTER, mint(ANN, most));
		assert_eq!(
			(headroom(), supply(), status()),
			(0, most, ReserveStatus::Backed)
		);
		// The bucket refills with time; the reserve does not.
		next_block_at(now() + DAY);
		assert_eq!(
			fail(MINTER, mint(ANN, 1)),
			issuance(pallet_issuance::Error::<Runtime>::InsufficientReserve)
		);
		assert_eq!((supply(), units(ANN)), (most, most));
	});
}

#[test]
fn minting_is_for_the_minter_and_to_whom_the_policy_allows() {
	execute(|| {
		backed_asset();
		for actor in [ISSUER, CONTROLLER, OFFICER, AUDITOR, ZURICH, ANN, REGISTRAR] {
			fail(actor, mint(ANN, GRAM));
		}
		let refused = fail(MINTER, mint(CLEO, GRAM));
		assert_eq!(
			refused,
			pallet_compliance::Error::<Runtime>::Refused(
				assay_primitives::ReasonCode::ReceiverClaim
			)
			.into()
		);
		assert_eq!(supply(), 0);
	});
}

#[test]
fn a_mint_order_is_carried_out_once() {
	execute(|| {
		backed_asset();
		let order = mint(ANN, GRAM);
		succeed(MINTER, order.clone());
		fail(MINTER, order);
		assert_eq!(supply(), GRAM);
	});
}

/// Ann redeems what `ounces` thousandths of an ounce are, Zurich releases them, the units burn.
fn redeem(ounces: u128) -> u128 {
	// The fewest units whose claim is exactly that: the next whole unit up.
	let amount = (ounces * UNIT.denominator).div_ceil(UNIT.numerator);
	assert_eq!(UNIT.claim_floor(amount), Some(ounces));
	succeed(
		ANN,
		pallet_issuance::Call::request_redemption {
			asset: GOLD,
			amount,
			delivery: Hash::repeat_byte(8),
		},
	);
	succeed(ISSUER, pallet_issuance::Call::accept_redemption { id: 0 });
	let bar = pallet_custody::lot_id(b"LBMA", b"Zurich 1 0").unwrap();
	succeed(
		ZURICH,
		pallet_issuance::Call::release_redemption {
			id: 0,
			lots: vec![(ZURICH_VAULT, bar, ounces)].try_into().unwrap(),
			evidence: Hash::repeat_byte(9),
		},
	);
	amount
}

#[test]
fn released_metal_gives_no_headroom_and_a_late_report_neither_doubles_nor_loses_it() {
	execute(|| {
		backed_asset();
		let most = headroom();
		succeed(MINTER, mint(ANN, most));
		let reported_at = now();
		next_block();
		let ounces = 400_000;
		let amount = redeem(ounces);
		assert_eq!(
			outstanding(),
			most - amount,
			"released units wait to be burned"
		);
		assert_eq!(supply(), most);
		let before_burn = headroom();
		succeed(BEN, pallet_issuance::Call::burn_redemption { id: 0 });
		assert_eq!(supply(), most - amount);
		assert_eq!(
			headroom(),
			before_burn,
			"burning gives nothing that releasing did not"
		);
		// What the rounding leaves: less than what one thousandth of an ounce claims.
		assert!(
			headroom() < 31_104,
			"{} units could be minted again",
			headroom()
		);
		let reserve = || Attestations::figures(GOLD, now()).unwrap().reserve;
		assert_eq!(reserve(), 2 * IN_EACH_VAULT - ounces);

		// A report from before the release, handed in late, still counts the bar.
		next_block();
		let scope = scope(ZURICH, ZURICH_VAULT);
		let mut late = report(ZURICH, ZURICH_VAULT, IN_EACH_VAULT, now() + DAY);
		if let crate::RuntimeCall::Attestations(pallet_attestations::Call::submit_report {
			report,
			..
		}) = &mut late
		{
			report.as_of = reported_at + 1;
		}
		succeed(ZURICH, late);
		succeed(AUDITOR, confirmation(scope, IN_EACH_VAULT));
		assert_eq!(
			reserve(),
			2 * IN_EACH_VAULT - ounces,
			"the metal is not counted twice"
		);

		// One from after the release does not, and nothing is taken off again.
		next_block();
		attest(ZURICH, ZURICH_VAULT, IN_EACH_VAULT - ounces, now() + DAY);
		assert_eq!(
			reserve(),
			2 * IN_EACH_VAULT - ounces,
			"and not lost twice either"
		);
	});
}

#[test]
fn a_burned_redemption_leaves_the_bar_smaller_and_unpledged() {
	execute(|| {
		held_asset();
		let before = Custody::pledged(scope(ZURICH, ZURICH_VAULT), now());
		let amount = redeem(10_000);
		assert_eq!(units(ANN), 1_000 * GRAM - amount);
		assert_eq!(
			Custody::pledged(scope(ZURICH, ZURICH_VAULT), now()),
			before - 10_000
		);
		succeed(ANN, pallet_issuance::Call::burn_redemption { id: 0 });
		fail(ANN, pallet_issuance::Call::burn_redemption { id: 0 });
		assert_eq!(supply(), 2_000 * GRAM - amount);
	});
}

#[test]
fn the_council_moves_coverage_inside_its_corridor_and_nowhere_else() {
	execute(|| {
		held_asset();
		let set = |value| pallet_reserve_governance::Call::<Runtime>::set_parameter {
			asset: GOLD,
			key: ParameterKey::RequiredCoverageBps,
			value,
		};
		for outside in [0, 9_999, 15_001, u64::MAX] {
			assert!(
				dispatch_as_council(set(outside)).is_err(),
				"{outside} is outside"
			);
		}
		assert!(
			send(ISSUER, set(10_200)).is_ok_and(|result| result.is_err()),
			"not the issuer"
		);
		let before = headroom();
		as_council(set(10_200));
		let coverage = || {
			use assay_traits::ReserveParameters;
			crate::ReserveGovernance::values(GOLD, now())
				.unwrap()
				.required_coverage_bps
		};
		assert_eq!(
			(coverage(), headroom()),
			(10_000, before),
			"not before its time"
		);
		next_block_at(now() + DAY);
		assert_eq!(
			coverage(),
			10_200,
			"and then without anyone calling anything"
		);
		assert!(headroom() < before);
	});
}

#[test]
fn a_lapsed_report_shuts_minting_from_that_instant_and_nothing_else() {
	execute(|| {
		held_asset();
		let lapses_after = now() + DAY;
		attest(LONDON, LONDON_VAULT, IN_EACH_VAULT, lapses_after);
		// All that both vaults cover but for one unit, so that one vault alone is too little.
		succeed(MINTER, mint(ANN, headroom() - 1));
		next_block_at(lapses_after);
		assert_eq!(status(), ReserveStatus::Backed, "the last moment counts");
		succeed(MINTER, mint(ANN, 1));
		next_block();
		assert_eq!((status(), headroom()), (ReserveStatus::Lapsed, 0));
		fail(MINTER, mint(ANN, 1));
		succeed(ANN, transfer(BEN, GRAM));
		succeed(
			ANN,
			pallet_issuance::Call::request_redemption {
				asset: GOLD,
				amount: GRAM,
				delivery: Hash::zero(),
			},
		);
		attest(LONDON, LONDON_VAULT, IN_EACH_VAULT, now() + DAY);
		assert_eq!(
			status(),
			ReserveStatus::Backed,
			"a fresh report opens it again"
		);
	});
}

#[test]
fn a_suspended_asset_is_redeemed_and_not_moved() {
	execute(|| {
		held_asset();
		as_council(pallet_asset_registry::Call::suspend { asset: GOLD });
		assert_eq!(
			AssetRegistry::summary(GOLD).unwrap().status,
			AssetStatus::Suspended
		);
		assert_eq!(
			pool(ANN, transfer(BEN, GRAM)),
			refusal(assay_primitives::ReasonCode::AssetStatus)
		);
		fail(MINTER, mint(ANN, GRAM));
		let amount = redeem(1_000);
		succeed(ANN, pallet_issuance::Call::burn_redemption { id: 0 });
		assert_eq!(supply(), 2_000 * GRAM - amount);
		as_council(pallet_asset_registry::Call::resume { asset: GOLD });
		succeed(ANN, transfer(BEN, GRAM));
	});
}

#[test]
fn positions_follow_the_identity_over_all_its_accounts() {
	execute(|| {
		held_asset();
		let second = Actor("Ann's second");
		link(ANN, second, identity(ANN));
		succeed(ANN, transfer(second, 300 * GRAM));
		assert_eq!(
			<Compliance as PositionInspect>::position(GOLD, identity(ANN)),
			1_000 * GRAM
		);
		assert_eq!(<Compliance as PositionInspect>::holders(GOLD), 2);
		succeed(second, transfer(BEN, 300 * GRAM));
		assert_eq!(
			<Compliance as PositionInspect>::position(GOLD, identity(ANN)),
			700 * GRAM
		);
		// A link that holds something stays.
		fail(
			REGISTRAR,
			pallet_identities::Call::unlink_account {
				account: ANN.account(),
			},
		);
		succeed(ANN, transfer(BEN, 700 * GRAM));
		assert_eq!(<Compliance as PositionInspect>::holders(GOLD), 1);
		succeed(
			REGISTRAR,
			pallet_identities::Call::unlink_account {
				account: second.account(),
			},
		);
	});
}

#[test]
fn standing_is_what_admission_and_policy_both_see() {
	execute(|| {
		held_asset();
		succeed(
			REGISTRAR,
			pallet_identities::Call::suspend {
				identity: identity(BEN),
			},
		);
		use assay_traits::IdentityInspect;
		let profile =
			<crate::Identities as IdentityInspect<_>>::profile(identity(BEN)).expect("is known");
		assert_eq!(profile.standing, Standing::Suspended);
		assert_eq!(
			pool(ANN, transfer(BEN, GRAM)),
			refusal(assay_primitives::ReasonCode::ReceiverSuspended)
		);
	});
}

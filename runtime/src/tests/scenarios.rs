//! What went wrong elsewhere, and what happens here. `docs/reference/scenarios.md` lists them all,
//! also those that are tested next to their subject.

use super::{bypasses::*, chain::*, world::*};
use crate::{Attestations, Compliance, ReserveGovernance, Runtime, RuntimeCall, RuntimeEvent};
use assay_primitives::{Basis, Hash, Movement, ParameterKey, ReasonCode, ReserveStatus, DAY};
use assay_traits::ReserveInspect;
use pallet_compliance::{Freeze, FreezeTarget};
use pallet_reserve_governance::Corridor;
use polkadot_sdk::pallet_utility;

/// 300 trillion PYUSD were minted by mistake in 2025.
#[test]
fn a_mint_a_million_times_the_usual_one_is_refused() {
	execute(|| {
		held_asset();
		let before = supply();
		for amount in [1_000 * GRAM * 1_000_000, u128::MAX] {
			assert_eq!(
				fail(MINTER, mint(ANN, amount)),
				pallet_issuance::Error::<Runtime>::AboveSingleMintCap.into()
			);
		}
		assert_eq!(supply(), before);
	});
}

fn set_parameter(key: ParameterKey, value: u64) -> RuntimeCall {
	pallet_reserve_governance::Call::set_parameter {
		asset: GOLD,
		key,
		value,
	}
	.into()
}

/// Acala minted 3 billion aUSD: somebody had mistyped a reward rate.
#[test]
fn no_parameter_leaves_its_corridor_whoever_mistypes_it() {
	execute(|| {
		held_asset();
		let before = ReserveGovernance::parameters(GOLD);
		for key in ParameterKey::ALL {
			let Corridor { min, max, .. } = ReserveGovernance::corridor(key);
			let beyond = [min.checked_sub(1), max.checked_add(1), Some(u64::MAX)];
			for value in beyond.into_iter().flatten() {
				let outcome = dispatch_as_council(set_parameter(key, value));
				assert!(outcome.is_err(), "{key:?} may be {value}");
			}
		}
		next_block_at(now() + 30 * DAY);
		assert_eq!(ReserveGovernance::parameters(GOLD), before);
	});
}

/// … and the module that paid rewards minted on a way of its own.
#[test]
fn a_batch_is_minted_through_the_same_gate() {
	execute(|| {
		held_asset();
		let all = headroom();
		let batch = |more| pallet_issuance::Call::mint_batch {
			asset: GOLD,
			mint_id: Hash::repeat_byte(7),
			valid_until: now() + DAY,
			mints: vec![(ANN.account(), all), (BEN.account(), more)]
				.try_into()
				.expect("two"),
		};
		assert_eq!(
			fail(MINTER, batch(1)),
			fail(MINTER, mint(ANN, all + 1)),
			"the sum is what counts"
		);
		next_block_at(now() + 21 * DAY);
		assert_eq!(fail(MINTER, batch(1)), fail(MINTER, mint(ANN, all + 1)));
		assert_eq!(supply(), 2_000 * GRAM);
	});
}

/// Aave's CAPO applied half of an update.
#[test]
fn an_update_of_which_one_value_is_out_of_bounds_changes_nothing() {
	execute(|| {
		held_asset();
		let key = ParameterKey::RequiredCoverageBps;
		let before = ReserveGovernance::corridor(key);
		let (_, highest) = ReserveGovernance::hard_bounds(key);
		let corridor = Corridor {
			min: before.min + 100,
			max: highest + 1,
			..before
		};
		let update = pallet_reserve_governance::Call::set_corridor { key, corridor };
		assert!(dispatch_as_council(update).is_err());
		assert_eq!(ReserveGovernance::corridor(key), before);
		let calls = vec![
			set_parameter(key, 10_200),
			set_parameter(ParameterKey::ToleranceBps, u64::MAX),
		];
		assert!(dispatch_as_council(pallet_utility::Call::batch_all { calls }).is_err());
		assert!(ReserveGovernance::pending(GOLD).is_empty());
	});
}

/// TUSD's reserves went into a fund and were attested at cost.
#[test]
fn a_reserve_attested_at_cost_is_worth_less_and_shuts_minting() {
	execute(|| {
		backed_asset();
		succeed(MINTER, mint(ANN, headroom()));
		next_block();
		for (custodian, vault) in [(ZURICH, ZURICH_VAULT), (LONDON, LONDON_VAULT)] {
			let mut at_cost = report(custodian, vault, IN_EACH_VAULT, now() + DAY);
			if let crate::RuntimeCall::Attestations(pallet_attestations::Call::submit_report {
				report,
				..
			}) = &mut at_cost
			{
				report.basis = Basis::Cost;
			}
			succeed(custodian, at_cost);
			succeed(
				AUDITOR,
				confirmation(scope(custodian, vault), IN_EACH_VAULT),
			);
		}
		let figures = Attestations::figures(GOLD, now()).unwrap();
		assert_eq!(figures.status, ReserveStatus::Thin);
		assert!(figures.effective < figures.reserve);
		fail(MINTER, mint(ANN, 1));
	});
}

/// Metals in Qingdao were pledged several times over.
#[test]
fn a_bar_is_pledged_once_however_its_serial_is_written() {
	execute(|| {
		backed_asset();
		for serial in [
			"Zurich 1 0",
			"ZURICH 1 0",
			"zurich10",
			" zurich-1-0",
			"00zurich 1 0",
		] {
			let error = fail(
				LONDON,
				pallet_custody::Call::register_lots {
					asset: GOLD,
					vault: LONDON_VAULT,
					lots: vec![lot(serial, 400_000)].try_into().unwrap(),
					list: None,
				},
			);
			assert_eq!(
				error,
				pallet_custody::Error::<Runtime>::AlreadyEncumbered.into(),
				"{serial}"
			);
		}
	});
}

/// The same stock attested for two assets: the lots are pledged to one.
#[test]
fn what_a_vault_holds_for_one_asset_backs_no_other() {
	execute(|| {
		backed_asset();
		let mut definition = definition();
		definition.terms.symbol = b"GOLDTWO".to_vec().try_into().unwrap();
		succeed(
			ISSUER,
			pallet_asset_registry::Call::draft {
				definition: definition.clone(),
			},
		);
		let terms_hash = definition.hash();
		let second = GOLD + 1;
		succeed(
			AUDITOR,
			pallet_asset_registry::Call::approve {
				asset: second,
				terms_hash,
			},
		);
		for (role, actor) in [
			(assay_primitives::Role::Custodian, ZURICH),
			(assay_primitives::Role::Auditor, AUDITOR),
		] {
			succeed(
				ISSUER,
				pallet_asset_registry::Call::grant_role {
					asset: second,
					role,
					identity: identity(actor),
					valid_until: None,
				},
			);
		}
		succeed(
			ISSUER,
			pallet_asset_registry::Call::activate { asset: second },
		);
		let mut twice = report(ZURICH, ZURICH_VAULT, IN_EACH_VAULT, now() + DAY);
		if let crate::RuntimeCall::Attestations(pallet_attestations::Call::submit_report {
			asset,
			..
		}) = &mut twice
		{
			*asset = second;
		}
		succeed(ZURICH, twice);
		let mut scope = scope(ZURICH, ZURICH_VAULT);
		scope.asset = second;
		succeed(AUDITOR, confirmation(scope, IN_EACH_VAULT));
		let figures = Attestations::figures(second, now()).unwrap();
		assert_eq!((figures.reserve, figures.effective), (0, 0));
		assert_eq!(
			<Attestations as ReserveInspect>::headroom(second, now()),
			Ok(0)
		);
	});
}

/// Polymesh: no rules means everybody.
#[test]
fn no_policy_means_nobody() {
	execute(|| {
		held_asset();
		succeed(
			OFFICER,
			pallet_compliance::Call::clear_policy { asset: GOLD },
		);
		assert_eq!(
			pool(ANN, transfer(BEN, GRAM)),
			refusal(ReasonCode::PolicyMissing)
		);
		fail(MINTER, mint(ANN, GRAM));
	});
}

/// Polymesh: a freeze was documented and not enforced on issue.
#[test]
fn a_freeze_and_a_pause_bind_every_movement_alike() {
	execute(|| {
		held_asset();
		let redeem = || pallet_issuance::Call::request_redemption {
			asset: GOLD,
			amount: GRAM,
			delivery: Hash::zero(),
		};
		succeed(
			OFFICER,
			pallet_compliance::Call::freeze {
				asset: GOLD,
				target: FreezeTarget::Identity(identity(ANN)),
				freeze: Freeze::Full,
			},
		);
		let (gives, gets) = (ReasonCode::SenderFrozen, ReasonCode::ReceiverFrozen);
		assert_eq!(pool(ANN, transfer(BEN, GRAM)), refusal(gives));
		assert_eq!(fail(ANN, redeem()), refused(gives));
		assert_eq!(pool(BEN, transfer(ANN, GRAM)), refusal(gets));
		assert_eq!(fail(MINTER, mint(ANN, GRAM)), refused(gets));
		for movement in [Movement::Mint, Movement::Transfer, Movement::Redemption] {
			succeed(
				OFFICER,
				pallet_compliance::Call::pause {
					asset: GOLD,
					movement,
				},
			);
		}
		let paused = ReasonCode::MovementPaused;
		assert_eq!(pool(BEN, transfer(ANN, GRAM)), refusal(paused));
		assert_eq!(fail(BEN, redeem()), refused(paused));
		assert_eq!(fail(MINTER, mint(BEN, GRAM)), refused(paused));
	});
}

/// Polymesh: "FailedToReleaseLockOrTransferAssets".
#[test]
fn a_refusal_names_its_rule_in_the_dry_run_the_pool_the_error_and_the_event() {
	execute(|| {
		held_asset();
		let dry_run = |to: Actor, amount| {
			Compliance::can_transfer(GOLD, ANN.account(), to.account(), amount, None)
		};
		for (to, amount, reason) in [
			(CLEO, GRAM, ReasonCode::ReceiverClaim),
			(STRANGER, GRAM, ReasonCode::ReceiverUnknown),
			(BEN, 0, ReasonCode::AmountZero),
			(BEN, 1_001 * GRAM, ReasonCode::FreeUnits),
		] {
			let foretold = dry_run(to, amount).first().map(|refusal| refusal.reason);
			assert_eq!(foretold, Some(reason));
			assert_eq!(pool(ANN, transfer(to, amount)), refusal(reason));
			let guarded = pallet_compliance::Call::transfer {
				asset: GOLD,
				to: target(to),
				amount,
				reference: None,
			};
			assert_eq!(fail(ANN, guarded), refused(reason));
			assert_eq!(fail(ANN, transfer(to, amount)), filtered());
			let said = pallet_compliance::Event::TransferRefused {
				asset: GOLD,
				from: Some(ANN.account()),
				to: Some(to.account()),
				amount,
				reason,
			};
			assert_event(RuntimeEvent::Compliance(said));
		}
		assert!(dry_run(BEN, GRAM).is_empty());
		succeed(ANN, transfer(BEN, GRAM));
	});
}

/// Polymesh: statistics must be seeded by hand before a holder cap works.
#[test]
fn a_holder_cap_switched_on_later_is_right_at_once() {
	execute(|| {
		held_asset();
		kyc(CLEO, now() + DAY);
		set_policy(vec![pallet_compliance::Rule::MaxHolders { max: 2 }]);
		assert_eq!(
			pool(ANN, transfer(CLEO, GRAM)),
			refusal(ReasonCode::MaxHolders)
		);
		// Who gives everything makes room for one.
		succeed(ANN, transfer(CLEO, 1_000 * GRAM));
	});
}

/// A claim that expires or is revoked stops counting in that very moment.
#[test]
fn an_expired_or_revoked_claim_acts_at_once() {
	execute(|| {
		held_asset();
		let until = now() + DAY;
		kyc(CLEO, until);
		next_block_at(until);
		succeed(ANN, transfer(CLEO, GRAM));
		next_block();
		assert_eq!(
			pool(ANN, transfer(CLEO, GRAM)),
			refusal(ReasonCode::ReceiverClaim)
		);
		assert_eq!(
			pool(CLEO, transfer(ANN, GRAM)),
			refusal(ReasonCode::SenderClaim)
		);
		as_council(pallet_identities::Call::revoke_issuer {
			topic: assay_primitives::ClaimTopic::Kyc,
			issuer: 4,
		});
		assert_eq!(
			pool(ANN, transfer(BEN, GRAM)),
			refusal(ReasonCode::SenderClaim)
		);
	});
}

/// A required legal opinion that has expired shuts minting.
#[test]
fn an_expired_opinion_shuts_minting() {
	execute(|| {
		held_asset();
		let valid_until = Some(now() + DAY);
		succeed(
			ISSUER,
			pallet_asset_registry::Call::add_document {
				asset: GOLD,
				kind: pallet_asset_registry::DocumentKind::LegalOpinion,
				document: pallet_asset_registry::DocumentFiling {
					title: text("Opinion on title"),
					uri: text("https://example.org/opinion.pdf"),
					hash: Hash::repeat_byte(1),
					valid_until,
					required: true,
				},
			},
		);
		succeed(MINTER, mint(ANN, GRAM));
		next_block_at(now() + DAY + 2_000);
		fail(MINTER, mint(ANN, GRAM));
		succeed(ANN, transfer(BEN, GRAM));
	});
}

/// Any outage longer than the validity of reports: minting is shut, and nothing cascades.
#[test]
fn an_outage_past_every_report_shuts_minting_and_lets_transfers_go_on() {
	execute(|| {
		held_asset();
		let validity = 21 * DAY;
		next_block_at(now() + validity);
		fail(MINTER, mint(ANN, GRAM));
		assert_eq!(
			Attestations::figures(GOLD, now()).unwrap().status,
			ReserveStatus::Lapsed
		);
		succeed(ANN, transfer(BEN, GRAM));
	});
}

/// A scenario that is told and not tested would be a promise.
#[test]
fn each_scenario_that_is_documented_has_its_test() {
	let table = include_str!("../../../docs/reference/scenarios.md");
	let tests: Vec<_> = table
		.split('`')
		.filter_map(|word| word.rsplit_once("::"))
		.collect();
	assert!(tests.len() > 20);
	for (file, name) in tests {
		let path = format!(
			"{}/src/tests/{}.rs",
			env!("CARGO_MANIFEST_DIR"),
			file.replace("::", "/")
		);
		let source = std::fs::read_to_string(&path).expect("the file is there");
		assert!(source.contains(&format!("fn {name}()")), "{file}::{name}");
	}
}

//! What went wrong elsewhere, and what happens here.

use super::{chain::*, world::*};
use crate::{Attestations, Runtime};
use assay_primitives::{Basis, Hash, ReasonCode, ReserveStatus, DAY};
use assay_traits::ReserveInspect;

/// 300 trillion PYUSD were minted by mistake in 2025.
#[test]
fn a_mint_a_million_times_the_usual_one_is_refused() {
	execute(|| {
		held_asset();
		let before = supply();
		fail(MINTER, mint(ANN, 1_000 * GRAM * 1_000_000));
		fail(MINTER, mint(ANN, u128::MAX));
		assert_eq!(supply(), before);
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

//! An asset with everybody that mints and redemptions need, at their costliest.

use super::{
	account, activate, attest_everything, bind, bonds, custody, grant, lot, organisation, set_time,
	World, FOREVER, JURISDICTION,
};
use crate::{AccountId, Bonds, Compliance, Custody, Runtime, RuntimeOrigin};
use alloc::{vec, vec::Vec};
use assay_primitives::{
	AssetId, AssetKind, Balance, BondPurpose, ClaimTopic, InvestorCategory, LotId, Moment,
	Quantity, RedemptionTerms, Role, VaultId, MAX_REDEMPTION_JURISDICTIONS, MAX_SCOPES,
};
use assay_traits::InterventionLedger;
use codec::Encode;
use pallet_asset_registry::{AssetTerms, HolderRight, Segregation};
use polkadot_sdk::frame_support::BoundedVec;

impl pallet_issuance::BenchmarkHelper<AccountId> for World {
	fn set_time(now: Moment) {
		set_time(now);
	}
	fn prepare_asset(asset: AssetId) {
		let (_, issuer) = organisation("issuer", asset);
		activate(asset, AssetKind::Commodity, issuer, true);
		bind(asset);
		let (custodian, organisation) = organisation("custodian", 0);
		grant(asset, Role::Custodian, organisation);
		let council = crate::origins::benchmark_council();
		let bond = Some(custody::bond(organisation));
		Custody::approve_custodian(council, organisation, custody::licence(), bond)
			.expect("a new organisation is not approved yet");
		attest_everything(asset, &custodian, organisation);
	}
	fn actor(asset: AssetId, role: Role) -> AccountId {
		match role {
			Role::Issuer => organisation("issuer", asset).0,
			Role::Custodian => organisation("custodian", 0).0,
			role => {
				let number = role.encode().first().copied().unwrap_or_default().into();
				let (account, organisation) = organisation("actor", number);
				grant(asset, role, organisation);
				account
			},
		}
	}
	fn holder(_: AssetId, seed: u32) -> AccountId {
		<Self as pallet_compliance::BenchmarkHelper<AccountId>>::holder(seed, ClaimTopic::Kyc)
	}
	fn lots(
		asset: AssetId,
		custodian: &AccountId,
		count: u32,
		quantity: Quantity,
	) -> Vec<(VaultId, LotId, Quantity)> {
		let first = pallet_custody::NextVaultId::<Runtime>::get() - MAX_SCOPES;
		(0..count)
			.map(|number| {
				let vault = first + number % MAX_SCOPES;
				let lot = lot(alloc::format!("RELEASED{number}").into_bytes(), quantity);
				let id = pallet_custody::lot_id(&lot.registry, &lot.serial)
					.expect("the serial is plain ASCII");
				Custody::register_lots(
					RuntimeOrigin::signed(custodian.clone()),
					asset,
					vault,
					BoundedVec::truncate_from(vec![lot]),
					None,
				)
				.expect("the custodian registers lots");
				(vault, id, quantity)
			})
			.collect()
	}
	fn prepare_bond(asset: AssetId, amount: Balance) -> AssetId {
		let issuer = organisation("issuer", asset).0;
		bonds::settlement_asset(&issuer, amount);
		Bonds::post(
			RuntimeOrigin::signed(issuer),
			BondPurpose::Issuer(asset),
			bonds::FRANCS,
			amount,
		)
		.expect("the issuer has the units");
		bonds::FRANCS
	}
	fn approver() -> AccountId {
		let organisation = <Self as pallet_asset_registry::BenchmarkHelper<_>>::approver(1);
		<Self as pallet_asset_registry::BenchmarkHelper<_>>::person(organisation, 1).0
	}
	fn block(asset: AssetId, holder: &AccountId) {
		<Compliance as InterventionLedger<_>>::freeze(asset, holder, 1, FOREVER)
			.expect("the holder is known and under no other docket");
	}
	fn set_escrow(asset: AssetId) {
		pallet_dockets::Escrows::<Runtime>::insert(asset, account("escrow", 1));
	}
}

/// Terms that let everybody redeem at any time, and take the longest to say so.
pub(super) fn asset_terms() -> AssetTerms {
	AssetTerms {
		name: Default::default(),
		symbol: Default::default(),
		decimals: 6,
		underlying_unit: Default::default(),
		obligor: Default::default(),
		trustee: Default::default(),
		governing_law: Default::default(),
		segregation: Segregation::Segregated,
		bankruptcy_remote: true,
		right: HolderRight::Title,
		isin: None,
		lei: None,
		redemption: RedemptionTerms {
			lot_units: 1,
			categories: BoundedVec::truncate_from(vec![InvestorCategory::Institutional]),
			jurisdictions: BoundedVec::truncate_from(vec![
				JURISDICTION;
				usize::try_from(
					MAX_REDEMPTION_JURISDICTIONS
				)
				.unwrap_or_default()
			]),
			..Default::default()
		},
	}
}

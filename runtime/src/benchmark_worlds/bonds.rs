//! A settlement asset at its costliest, and who has units of it.

use super::{activate, bind, identity_of, organisation, set_time, with_claims, World};
use crate::{AccountId, Compliance, Runtime};
use assay_primitives::{AssetId, AssetKind, Balance, BondPurpose, ClaimTopic, Moment};
use assay_traits::GuardedLedger;

/// The settlement asset.
pub(super) const FRANCS: AssetId = 800;

/// Opens the settlement asset, and gives the account what it is to bond.
pub(super) fn settlement_asset(poster: &AccountId, units: Balance) {
	let (_, issuer) = organisation("issuer", FRANCS);
	activate(FRANCS, AssetKind::Fiat, issuer, true);
	pallet_asset_registry::Summaries::<Runtime>::mutate_extant(FRANCS, |summary| {
		summary.settlement = true;
	});
	let identity = identity_of(poster).expect("the poster is known");
	with_claims(identity, ClaimTopic::Kyc);
	bind(FRANCS);
	Compliance::mint(FRANCS, poster, units).expect("the poster has every claim");
}

impl pallet_bonds::BenchmarkHelper<AccountId> for World {
	fn set_time(now: Moment) {
		set_time(now);
	}
	fn poster(units: Balance) -> (AssetId, BondPurpose, AccountId) {
		let asset = 1;
		let (poster, issuer) = organisation("issuer", asset);
		activate(asset, AssetKind::Commodity, issuer, true);
		settlement_asset(&poster, units);
		(FRANCS, BondPurpose::Issuer(asset), poster)
	}
	fn beneficiary(_: AssetId) -> AccountId {
		<Self as pallet_compliance::BenchmarkHelper<AccountId>>::holder(1, ClaimTopic::Kyc)
	}
}

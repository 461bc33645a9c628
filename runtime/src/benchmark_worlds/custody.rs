//! Custodians as benchmarks need them: with a licence that ends, and a bond.

use super::{activate, grant, organisation, set_time, World, FOREVER};
use crate::{AccountId, Runtime};
use assay_primitives::{AssetId, AssetKind, BondPurpose, Hash, IdentityId, Moment, Role};
use pallet_custody::{Licence, RequiredBond, MAX_LICENCE_URI_LENGTH};
use polkadot_sdk::frame_support::BoundedVec;

/// The settlement asset that bonds consist of.
const CASH: AssetId = 900;

/// A licence with the longest address.
pub(super) fn licence() -> Licence {
	let length = usize::try_from(MAX_LICENCE_URI_LENGTH).unwrap_or_default();
	Licence {
		document_hash: Hash::repeat_byte(7),
		uri: BoundedVec::truncate_from(alloc::vec![b'u'; length]),
		valid_until: Some(FOREVER),
	}
}

/// Bonds something for the custodian, and says what.
pub(super) fn bond(custodian: IdentityId) -> RequiredBond {
	let (poster, issuer) = organisation("issuer", CASH);
	activate(CASH, AssetKind::Fiat, issuer, false);
	pallet_asset_registry::Summaries::<Runtime>::mutate_extant(CASH, |summary| {
		summary.settlement = true;
	});
	let bond = pallet_bonds::Bond {
		poster,
		asset: CASH,
		amount: 1,
		withdrawal: None,
	};
	pallet_bonds::Bonds::<Runtime>::insert(BondPurpose::Custodian(custodian), bond);
	RequiredBond {
		asset: CASH,
		amount: 1,
	}
}

impl pallet_custody::BenchmarkHelper<AccountId> for World {
	fn organisation(seed: u32) -> (AccountId, IdentityId) {
		organisation("custody", seed)
	}
	fn asset(custodian: IdentityId) -> AssetId {
		let asset = 1;
		let (_, issuer) = organisation("issuer", asset);
		activate(asset, AssetKind::Treasury, issuer, false);
		grant(asset, Role::Custodian, custodian);
		asset
	}
	fn bond(custodian: IdentityId) -> RequiredBond {
		bond(custodian)
	}
	fn set_time(now: Moment) {
		set_time(now);
	}
}

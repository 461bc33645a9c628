//! Reporters as benchmarks need them: with keys that sign, vaults, lots and bonds.

use super::{
	account, activate, bonds, custody, grant, key, lot, open_vault, organisation, register,
	set_time, with_claims, World, KEYS,
};
use crate::{AccountId, Balances, Bonds, Compliance, Custody, Runtime, RuntimeOrigin};
use alloc::vec::Vec;
use assay_primitives::{
	AssetId, AssetKind, Balance, BondPurpose, ClaimTopic, IdentityId, IdentityKind, LotId, Moment,
	Role, Scope, Signature, VaultId,
};
use assay_traits::GuardedLedger;
use polkadot_sdk::{
	frame_support::{traits::fungible::Mutate, BoundedVec},
	sp_core::sr25519,
	sp_io::crypto::sr25519_sign,
};

/// The organisation's own account.
fn own_account(organisation: IdentityId) -> AccountId {
	pallet_identities::AccountsOf::<Runtime>::get(organisation)
		.first()
		.cloned()
		.expect("a reporter has an account")
}

impl pallet_attestations::BenchmarkHelper<AccountId> for World {
	fn asset() -> AssetId {
		let asset = 1;
		let (_, issuer) = organisation("issuer", asset);
		activate(asset, AssetKind::Commodity, issuer, true);
		asset
	}
	fn reporter(asset: AssetId, role: Role) -> (AccountId, IdentityId) {
		let number = pallet_identities::NextIdentityId::<Runtime>::get() + 1;
		let account: AccountId = key(number).into();
		// A person who acts for the organisation: one more to look up than the organisation itself.
		let office = self::account("reporter", number);
		let organisation = register(IdentityKind::Legal, None, &office);
		let person = register(IdentityKind::Natural, Some(organisation), &account);
		// Who may be paid, as the costliest policy asks for.
		with_claims(person, ClaimTopic::Kyc);
		let council = crate::origins::benchmark_council();
		let licence = custody::licence();
		match role {
			Role::Custodian => {
				let bond = Some(custody::bond(organisation));
				Custody::approve_custodian(council, organisation, licence, bond)
			},
			Role::Auditor => Custody::approve_auditor(council, organisation, licence),
			_ => Ok(()),
		}
		.expect("a new organisation is not approved yet");
		grant(asset, role, organisation);
		(account, organisation)
	}
	fn vault(_: AssetId, custodian: IdentityId) -> VaultId {
		open_vault(&own_account(custodian))
	}
	fn lots(scope: Scope, count: u32) -> Vec<LotId> {
		let who = own_account(scope.custodian);
		let inputs = (0..count)
			.map(|number| lot(alloc::format!("ASKED{number}").into_bytes(), 1))
			.collect();
		let inputs = BoundedVec::<pallet_custody::LotInput, _>::truncate_from(inputs);
		let ids = inputs
			.iter()
			.filter_map(|input| pallet_custody::lot_id(&input.registry, &input.serial).ok())
			.collect();
		let origin = RuntimeOrigin::signed(who);
		Custody::register_lots(origin, scope.asset, scope.vault, inputs, None)
			.expect("the custodian registers lots");
		ids
	}
	fn fund(account: &AccountId, amount: Balance) {
		Balances::set_balance(account, amount);
	}
	fn bond(custodian: IdentityId) {
		let (who, amount) = (own_account(custodian), 1_000_000);
		if pallet_asset_registry::Summaries::<Runtime>::contains_key(bonds::FRANCS) {
			with_claims(custodian, ClaimTopic::Kyc);
			Compliance::mint(bonds::FRANCS, &who, amount * 10).expect("it has every claim");
		} else {
			bonds::settlement_asset(&who, amount * 10);
		}
		// In place of what stands there for its approval.
		let purpose = BondPurpose::Custodian(custodian);
		pallet_bonds::Bonds::<Runtime>::remove(purpose);
		Bonds::post(RuntimeOrigin::signed(who), purpose, bonds::FRANCS, amount)
			.expect("the units are there");
	}
	fn sign(account: &AccountId, payload: &[u8]) -> Signature {
		let public = sr25519::Public::from_raw(*AsRef::<[u8; 32]>::as_ref(account));
		sr25519_sign(KEYS, &public, payload)
			.expect("the key was generated here")
			.into()
	}
	fn set_time(now: Moment) {
		set_time(now);
	}
}

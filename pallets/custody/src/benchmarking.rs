//! Benchmarks: each call at its worst.

use super::*;
use alloc::{format, vec, vec::Vec};
use assay_primitives::{
	AssetId, Basis, Hash, IdentityId, LiquidityClass, LotId, Scope, VaultId, DAY,
};
use assay_traits::{AssetInspect, LotRelease};
use frame_support::{
	assert_ok,
	traits::{EnsureOrigin, Time},
	BoundedVec,
};
use frame_system::RawOrigin;
use polkadot_sdk::frame_benchmarking::v2::*;

/// The world that the benchmarks need.
pub trait BenchmarkHelper<AccountId> {
	/// A person's account with enough free ASY for a vault and two hundred lots, and the active
	/// organisation that the person acts for; another one for each `seed`.
	fn organisation(seed: u32) -> (AccountId, IdentityId);

	/// An active asset for which the organisation has the custodian's role. The worst case is a kind
	/// whose lots state their value.
	fn asset(custodian: IdentityId) -> AssetId;
}

fn licence() -> Hash {
	Hash::repeat_byte(7)
}

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// An approved custodian: its account and its identity.
fn custodian<T: Config>(seed: u32) -> Result<(T::AccountId, IdentityId), BenchmarkError> {
	let (who, organisation) = T::BenchmarkHelper::organisation(seed);
	Pallet::<T>::approve_custodian(council::<T>()?, organisation, licence())?;
	Ok((who, organisation))
}

/// Opens a vault with the longest name.
fn vault<T: Config>(who: &T::AccountId) -> Result<VaultId, BenchmarkError> {
	let vault = NextVaultId::<T>::get();
	let name = BoundedVec::truncate_from(vec![b'v'; MAX_NAME_LENGTH as usize]);
	Pallet::<T>::open_vault(RawOrigin::Signed(who.clone()).into(), name, 756)?;
	Ok(vault)
}

/// `n` lots with the longest serials, each with another maturity as long as there is room.
fn inputs<T: Config>(n: u32, asset: AssetId) -> LotInputs {
	let with_value = T::Assets::summary(asset).is_some_and(|asset| asset.kind.needs_value());
	let lots: Vec<LotInput> = (0..n)
		.map(|index| LotInput {
			registry: BoundedVec::truncate_from(vec![b'R'; MAX_REGISTRY_LENGTH as usize]),
			serial: BoundedVec::truncate_from(format!("S{index:031}").into_bytes()),
			quantity: 400_000,
			value: with_value.then(|| LotValue {
				value: 1_000_000,
				currency: *b"CHF",
				matures_at: Some(T::Time::now() + DAY + u64::from(index.min(MAX_MATURITIES - 1))),
			}),
			basis: Basis::Market,
			class: LiquidityClass::Liquid,
			document_hash: licence(),
		})
		.collect();
	BoundedVec::truncate_from(lots)
}

fn ids(lots: &LotInputs) -> LotIds {
	let ids: Vec<LotId> = lots
		.iter()
		.filter_map(|lot| lot_id(&lot.registry, &lot.serial).ok())
		.collect();
	BoundedVec::truncate_from(ids)
}

/// A custodian with a vault of `n` pledged lots.
fn pledged<T: Config>(
	seed: u32,
	n: u32,
) -> Result<(T::AccountId, Scope, LotInputs), BenchmarkError> {
	let (who, custodian) = custodian::<T>(seed)?;
	let vault = vault::<T>(&who)?;
	let asset = T::BenchmarkHelper::asset(custodian);
	let lots = inputs::<T>(n, asset);
	let origin = RawOrigin::Signed(who.clone()).into();
	Pallet::<T>::register_lots(origin, asset, vault, lots.clone())?;
	Ok((
		who,
		Scope {
			asset,
			custodian,
			vault,
		},
		lots,
	))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn approve_custodian() -> Result<(), BenchmarkError> {
		let (_, organisation) = T::BenchmarkHelper::organisation(0);
		let origin = council::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, organisation, licence());

		assert!(Custodians::<T>::contains_key(organisation));
		Ok(())
	}

	#[benchmark]
	fn approve_auditor() -> Result<(), BenchmarkError> {
		let (_, organisation) = T::BenchmarkHelper::organisation(0);
		let origin = council::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, organisation, licence());

		assert!(Auditors::<T>::contains_key(organisation));
		Ok(())
	}

	#[benchmark]
	fn suspend() -> Result<(), BenchmarkError> {
		let (_, organisation) = custodian::<T>(0)?;
		let origin = council::<T>()?;

		#[extrinsic_call]
		_(
			origin as T::RuntimeOrigin,
			Office::Custodian,
			organisation,
			licence(),
		);

		assert!(Custodians::<T>::get(organisation).is_some_and(|entry| entry.approval.suspended));
		Ok(())
	}

	#[benchmark]
	fn reinstate() -> Result<(), BenchmarkError> {
		let (_, organisation) = custodian::<T>(0)?;
		let office = Office::Custodian;
		Pallet::<T>::suspend(council::<T>()?, office, organisation, licence())?;
		let origin = council::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, office, organisation);

		assert!(Custodians::<T>::get(organisation).is_some_and(|entry| !entry.approval.suspended));
		Ok(())
	}

	#[benchmark]
	fn remove() -> Result<(), BenchmarkError> {
		let (_, organisation) = custodian::<T>(0)?;
		let origin = council::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Office::Custodian, organisation);

		assert!(!Custodians::<T>::contains_key(organisation));
		Ok(())
	}

	#[benchmark]
	fn open_vault() -> Result<(), BenchmarkError> {
		let (who, _) = custodian::<T>(0)?;
		let name = BoundedVec::truncate_from(vec![b'v'; MAX_NAME_LENGTH as usize]);
		let id = NextVaultId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), name, 756);

		assert!(Vaults::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn close_vault(a: Linear<0, MAX_ASSETS_PER_VAULT>) -> Result<(), BenchmarkError> {
		let (who, custodian) = custodian::<T>(0)?;
		let id = vault::<T>(&who)?;
		let assets: Vec<AssetId> = (0..a).collect();
		for asset in &assets {
			let scope = Scope {
				asset: *asset,
				custodian,
				vault: id,
			};
			ScopeTotals::<T>::insert(scope, Totals::default());
		}
		Vaults::<T>::mutate_extant(id, |vault| vault.assets = BoundedVec::truncate_from(assets));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), id);

		assert!(!Vaults::<T>::contains_key(id));
		Ok(())
	}

	/// Every lot replaces the record of another custodian that has released it.
	#[benchmark]
	fn register_lots(n: Linear<1, MAX_LOTS_PER_CALL>) -> Result<(), BenchmarkError> {
		let (_, scope, lots) = pledged::<T>(0, n)?;
		let all: Vec<_> = ids(&lots)
			.into_iter()
			.zip(lots.iter().map(|lot| lot.quantity))
			.collect();
		assert_ok!(<Pallet<T> as LotRelease>::release(
			scope,
			&all,
			licence(),
			T::Time::now()
		));
		let (who, custodian) = custodian::<T>(1)?;
		let id = vault::<T>(&who)?;
		let asset = T::BenchmarkHelper::asset(custodian);
		let lots = inputs::<T>(n, asset);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, id, lots);

		assert_eq!(Vaults::<T>::get(id).map(|vault| vault.lots), Some(n));
		assert_eq!(
			Vaults::<T>::get(scope.vault).map(|vault| vault.lots),
			Some(0)
		);
		Ok(())
	}

	#[benchmark]
	fn withdraw_lots(n: Linear<1, MAX_LOTS_PER_CALL>) -> Result<(), BenchmarkError> {
		let (who, scope, lots) = pledged::<T>(0, n)?;

		#[extrinsic_call]
		_(
			RawOrigin::Signed(who),
			scope.asset,
			scope.vault,
			ids(&lots),
			licence(),
		);

		assert_eq!(
			ScopeTotals::<T>::get(scope).map(|totals| totals.lots),
			Some(0)
		);
		Ok(())
	}

	#[benchmark]
	fn remove_lots(n: Linear<1, MAX_LOTS_PER_CALL>) -> Result<(), BenchmarkError> {
		let (who, scope, lots) = pledged::<T>(0, n)?;
		let all = ids(&lots);
		let origin = RawOrigin::Signed(who.clone()).into();
		Pallet::<T>::withdraw_lots(origin, scope.asset, scope.vault, all.clone(), licence())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), all);

		assert_eq!(
			Vaults::<T>::get(scope.vault).map(|vault| vault.lots),
			Some(0)
		);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, mock::new_test_ext(), mock::Test);
}

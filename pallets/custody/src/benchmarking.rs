//! Benchmarks: each call at its worst.

use super::*;
use alloc::{format, vec, vec::Vec};
use assay_primitives::{
	AssetId, Basis, Hash, IdentityId, LiquidityClass, LotId, Moment, Quantity, Scope, VaultId, DAY,
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
	/// A person's account with enough free ASY for a vault and three hundred lots, and the active
	/// organisation that the person acts for; another one for each `seed`.
	fn organisation(seed: u32) -> (AccountId, IdentityId);

	/// An active asset for which the organisation has the custodian's role. The worst case is a kind
	/// whose lots state their value.
	fn asset(custodian: IdentityId) -> AssetId;

	/// Bonds something for the custodian, and says what.
	fn bond(custodian: IdentityId) -> RequiredBond;

	/// Sets the clock, in ms.
	fn set_time(now: Moment);
}

fn document() -> Hash {
	Hash::repeat_byte(7)
}

/// A licence with the longest address, which has an end.
fn licence<T: Config>() -> Licence {
	Licence {
		document_hash: document(),
		uri: BoundedVec::truncate_from(vec![b'u'; MAX_LICENCE_URI_LENGTH as usize]),
		valid_until: Some(T::Time::now() + 3_650 * DAY),
	}
}

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// An approved custodian, of which a bond is required: its account and its identity.
fn custodian<T: Config>(seed: u32) -> Result<(T::AccountId, IdentityId), BenchmarkError> {
	let (who, organisation) = T::BenchmarkHelper::organisation(seed);
	let council = council::<T>()?;
	let bond = Some(T::BenchmarkHelper::bond(organisation));
	Pallet::<T>::approve_custodian(council, organisation, licence::<T>(), bond)?;
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
			document_hash: document(),
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
	Pallet::<T>::register_lots(origin, asset, vault, lots.clone(), None)?;
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

/// A custodian that may receive lots of the benchmark's asset, and its vault.
fn receiver<T: Config>(seed: u32) -> Result<((T::AccountId, IdentityId), VaultId), BenchmarkError> {
	let (who, custodian) = custodian::<T>(seed)?;
	let vault = vault::<T>(&who)?;
	T::BenchmarkHelper::asset(custodian);
	Ok(((who, custodian), vault))
}

/// An offer of `n` lots, with number zero: who made it, the vault that it leads to, and who may
/// accept it.
fn offered<T: Config>(n: u32) -> Result<(T::AccountId, VaultId, T::AccountId), BenchmarkError> {
	let (who, scope, lots) = pledged::<T>(0, n)?;
	let ((to, custodian), vault) = receiver::<T>(1)?;
	let until = T::Time::now() + DAY;
	Pallet::<T>::offer_lots(
		RawOrigin::Signed(who.clone()).into(),
		scope.asset,
		scope.vault,
		ids(&lots),
		custodian,
		vault,
		until,
	)?;
	Ok((who, vault, to))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn approve_custodian() -> Result<(), BenchmarkError> {
		let (_, organisation) = T::BenchmarkHelper::organisation(0);
		let bond = Some(T::BenchmarkHelper::bond(organisation));
		let origin = council::<T>()?;

		#[extrinsic_call]
		_(
			origin as T::RuntimeOrigin,
			organisation,
			licence::<T>(),
			bond,
		);

		assert!(Custodians::<T>::contains_key(organisation));
		Ok(())
	}

	#[benchmark]
	fn approve_auditor() -> Result<(), BenchmarkError> {
		let (_, organisation) = T::BenchmarkHelper::organisation(0);
		let origin = council::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, organisation, licence::<T>());

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
			document(),
		);

		assert!(Custodians::<T>::get(organisation).is_some_and(|entry| entry.approval.suspended));
		Ok(())
	}

	#[benchmark]
	fn reinstate() -> Result<(), BenchmarkError> {
		let (_, organisation) = custodian::<T>(0)?;
		let office = Office::Custodian;
		Pallet::<T>::suspend(council::<T>()?, office, organisation, document())?;
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

	/// Every lot replaces the record of another custodian that has released it, and they are a batch
	/// of a list.
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
			document(),
			T::Time::now()
		));
		let (who, custodian) = custodian::<T>(1)?;
		let id = vault::<T>(&who)?;
		let asset = T::BenchmarkHelper::asset(custodian);
		let lots = inputs::<T>(n, asset);
		let quantity = lots.iter().map(|lot| lot.quantity).sum();
		let origin = RawOrigin::Signed(who.clone()).into();
		Pallet::<T>::open_list(origin, asset, id, document(), n, quantity)?;
		let list = Some(ListBatch {
			list: document(),
			index: 0,
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, id, lots, list);

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
			document(),
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
		Pallet::<T>::withdraw_lots(origin, scope.asset, scope.vault, all.clone(), document())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), all);

		assert_eq!(
			Vaults::<T>::get(scope.vault).map(|vault| vault.lots),
			Some(0)
		);
		Ok(())
	}

	#[benchmark]
	fn renew_licence() -> Result<(), BenchmarkError> {
		let (_, organisation) = custodian::<T>(0)?;
		let origin = council::<T>()?;
		let new = Licence {
			valid_until: None,
			..licence::<T>()
		};

		#[extrinsic_call]
		_(
			origin as T::RuntimeOrigin,
			Office::Custodian,
			organisation,
			new.clone(),
		);

		assert!(
			Custodians::<T>::get(organisation).is_some_and(|entry| entry.approval.licence == new)
		);
		Ok(())
	}

	#[benchmark]
	fn set_required_bond() -> Result<(), BenchmarkError> {
		let (_, organisation) = custodian::<T>(0)?;
		let origin = council::<T>()?;
		let bond = Custodians::<T>::get(organisation).and_then(|entry| entry.required_bond);
		let required = bond.map(|bond| RequiredBond { amount: 2, ..bond });

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, organisation, required);

		assert!(
			Custodians::<T>::get(organisation).is_some_and(|entry| entry.required_bond == required)
		);
		Ok(())
	}

	#[benchmark]
	fn encumber_lots(n: Linear<1, MAX_LOTS_PER_CALL>) -> Result<(), BenchmarkError> {
		let (who, scope, lots) = pledged::<T>(0, n)?;

		#[extrinsic_call]
		_(
			RawOrigin::Signed(who),
			scope.asset,
			scope.vault,
			ids(&lots),
			document(),
		);

		assert_eq!(
			ScopeTotals::<T>::get(scope).map(|totals| totals.lots),
			Some(0)
		);
		Ok(())
	}

	#[benchmark]
	fn lift_encumbrance(n: Linear<1, MAX_LOTS_PER_CALL>) -> Result<(), BenchmarkError> {
		let (who, scope, lots) = pledged::<T>(0, n)?;
		let all = ids(&lots);
		let origin = RawOrigin::Signed(who.clone()).into();
		let (asset, vault) = (scope.asset, scope.vault);
		Pallet::<T>::encumber_lots(origin, asset, vault, all.clone(), document())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), all.clone(), document());

		assert!(all
			.iter()
			.all(|id| { Lots::<T>::get(id).is_some_and(|lot| lot.status == LotStatus::Stored) }));
		Ok(())
	}

	/// The scope has as many maturities as it may, and not all of the bill was paid out.
	#[benchmark]
	fn report_cash() -> Result<(), BenchmarkError> {
		let (who, scope, lots) = pledged::<T>(0, MAX_LOTS_PER_CALL)?;
		let lot = ids(&lots)[0];
		let quantity: Quantity = 399_999;
		let due = Lots::<T>::get(lot).and_then(|lot| lot.matures_at());
		T::BenchmarkHelper::set_time(due.unwrap_or_default());
		let cash = CashInput {
			quantity,
			value: 999_999,
			matures_at: Some(T::Time::now() + 2 * DAY),
			basis: Basis::Market,
			class: LiquidityClass::Liquid,
			document_hash: document(),
		};

		#[extrinsic_call]
		_(RawOrigin::Signed(who), lot, cash);

		assert_eq!(Lots::<T>::get(lot).map(|lot| lot.quantity), Some(quantity));
		assert!(ScopeTotals::<T>::get(scope).is_some_and(|totals| totals.removals.len() == 1));
		Ok(())
	}

	#[benchmark]
	fn open_list() -> Result<(), BenchmarkError> {
		let (who, custodian) = custodian::<T>(0)?;
		let vault = vault::<T>(&who)?;
		let asset = T::BenchmarkHelper::asset(custodian);
		let scope = Scope {
			asset,
			custodian,
			vault,
		};

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, vault, document(), 1, 1);

		assert!(Lists::<T>::contains_key(scope, document()));
		Ok(())
	}

	#[benchmark]
	fn remove_list() -> Result<(), BenchmarkError> {
		let (who, custodian) = custodian::<T>(0)?;
		let vault = vault::<T>(&who)?;
		let asset = T::BenchmarkHelper::asset(custodian);
		let scope = Scope {
			asset,
			custodian,
			vault,
		};
		let origin = RawOrigin::Signed(who.clone()).into();
		Pallet::<T>::open_list(origin, asset, vault, document(), 1, 1)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, vault, document());

		assert!(!Lists::<T>::contains_key(scope, document()));
		Ok(())
	}

	#[benchmark]
	fn offer_lots(n: Linear<1, MAX_LOTS_PER_CALL>) -> Result<(), BenchmarkError> {
		let (who, scope, lots) = pledged::<T>(0, n)?;
		let ((_, to), to_vault) = receiver::<T>(1)?;
		let until = T::Time::now() + DAY;

		#[extrinsic_call]
		_(
			RawOrigin::Signed(who),
			scope.asset,
			scope.vault,
			ids(&lots),
			to,
			to_vault,
			until,
		);

		assert!(Offers::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn accept_lots(n: Linear<1, MAX_LOTS_PER_CALL>) -> Result<(), BenchmarkError> {
		let (_, vault, to) = offered::<T>(n)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(to), 0);

		assert_eq!(Vaults::<T>::get(vault).map(|vault| vault.lots), Some(n));
		Ok(())
	}

	#[benchmark]
	fn cancel_offer() -> Result<(), BenchmarkError> {
		let (who, _, _) = offered::<T>(MAX_LOTS_PER_CALL)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), 0);

		assert!(!Offers::<T>::contains_key(0));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, mock::new_test_ext(), mock::Test);
}

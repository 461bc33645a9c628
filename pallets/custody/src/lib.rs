#![doc = include_str!("docs.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks", feature = "try-runtime")),
	deny(
		clippy::unwrap_used,
		clippy::panic,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

extern crate alloc;

pub use bulk::{ListBatch, ListFault, LotList, Offer, OfferId};
pub use lot::{
	lot_id, CashInput, Lot, LotIds, LotInput, LotInputs, LotNameFault, LotPage, LotStatus,
	LotValue, Registry, Serial, MAX_LOTS_PER_CALL, MAX_LOTS_PER_PAGE, MAX_REGISTRY_LENGTH,
	MAX_SERIAL_LENGTH,
};
pub use pallet::*;
pub use totals::{Arrival, Dated, Totals, TotalsFault, MAX_ARRIVALS, MAX_MATURITIES, MAX_REMOVALS};
pub use types::{
	Approval, Custodian, Licence, LicenceUri, Office, RequiredBond, Vault, VaultName,
	MAX_ASSETS_PER_VAULT, MAX_LICENCE_URI_LENGTH, MAX_NAME_LENGTH,
};
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod bond_dependents;
mod bulk;
mod calls;
mod cash;
mod custody_inspect;
mod departures;
mod errors;
mod events;
mod lists;
mod lot;
mod lot_inspect;
mod lot_release;
mod lots;
mod offices;
mod storage;
mod totals;
mod transfers;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;

use polkadot_sdk::{
	frame_support::{self, pallet_macros::import_section},
	frame_system,
};

#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(storage::storage)]
#[import_section(calls::calls)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use assay_primitives::{
		AssetId, Balance, Hash, IdentityId, Jurisdiction, LotId, Moment, Quantity, Scope, VaultId,
	};
	use assay_traits::{
		AssetInspect, BondInspect, CustodyDependents, CustodyInspect, IdentityInspect, RoleInspect,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible::MutateHold, Time},
		DefaultNoBound,
	};
	use frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: polkadot_sdk::frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The reasons for holds of the whole runtime.
		type RuntimeHoldReason: From<HoldReason>;

		/// Tells the time.
		type Time: Time<Moment = Moment>;

		/// ASY, which deposits are paid in.
		type Currency: MutateHold<
			Self::AccountId,
			Balance = Balance,
			Reason = Self::RuntimeHoldReason,
		>;

		/// Who stands behind an account.
		type Identities: IdentityInspect<Self::AccountId>;

		/// Who has which role for an asset.
		type Roles: RoleInspect;

		/// Which assets there are.
		type Assets: AssetInspect;

		/// What custodians have bonded.
		type Bonds: BondInspect;

		/// What depends on custodians and auditors.
		type Dependents: CustodyDependents;

		/// Approves, suspends and removes custodians and auditors.
		type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What a custodian puts down for each vault, in ASY.
		#[pallet::constant]
		type VaultDeposit: Get<Balance>;

		/// What a custodian puts down for each lot, in ASY.
		#[pallet::constant]
		type LotDeposit: Get<Balance>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Sets up what the benchmarks need.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(
			_: BlockNumberFor<T>,
		) -> Result<(), polkadot_sdk::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The custodian's approval, the bond that it needs and how many vaults it has.
		pub fn custodian(organisation: IdentityId) -> Option<Custodian> {
			Custodians::<T>::get(organisation)
		}

		/// The auditor's approval.
		pub fn auditor(organisation: IdentityId) -> Option<Approval> {
			Auditors::<T>::get(organisation)
		}

		/// Whether what the organisation keeps or says counts now.
		pub fn counts(office: Office, organisation: IdentityId) -> bool {
			match office {
				Office::Custodian => <Self as CustodyInspect>::is_custodian(organisation),
				Office::Auditor => <Self as CustodyInspect>::is_auditor(organisation),
			}
		}

		/// The vault of that number.
		pub fn vault(vault: VaultId) -> Option<Vault<T::AccountId>> {
			Vaults::<T>::get(vault)
		}

		/// The lot of that id.
		pub fn lot(lot: LotId) -> Option<Lot<T::AccountId>> {
			Lots::<T>::get(lot)
		}

		/// The id that a lot of that registry and serial has; none when they name no lot.
		pub fn lot_id_of(registry: Vec<u8>, serial: Vec<u8>) -> Option<LotId> {
			lot_id(&registry, &serial).ok()
		}

		/// The lot of that registry and serial, whatever their case, spacing and padding.
		pub fn lot_by_serial(registry: Vec<u8>, serial: Vec<u8>) -> Option<Lot<T::AccountId>> {
			Self::lot_id_of(registry, serial).and_then(Self::lot)
		}

		/// The lots pledged in a scope among the next `limit` (at most [`MAX_LOTS_PER_PAGE`]) lots of
		/// the register after `from`. Ask on from `next` until there is none.
		pub fn lots_of(scope: Scope, from: Option<LotId>, limit: u32) -> LotPage<T::AccountId> {
			Self::page(scope, from, limit)
		}

		/// How far the registration of a list has come; none when it is not on record.
		pub fn list(scope: Scope, list: Hash) -> Option<LotList<T::AccountId>> {
			Lists::<T>::get(scope, list)
		}

		/// The offer of that number.
		pub fn offer(offer: OfferId) -> Option<Offer<T::AccountId>> {
			Offers::<T>::get(offer)
		}

		/// What the lots of a scope add up to, and what has left it or come to it.
		pub fn scope_totals(scope: Scope) -> Option<Totals> {
			ScopeTotals::<T>::get(scope)
		}

		/// The scopes that lie in a vault.
		pub fn scopes(vault: VaultId) -> Vec<Scope> {
			let Some(record) = Vaults::<T>::get(vault) else {
				return Vec::new();
			};
			let custodian = record.custodian;
			record
				.assets
				.into_iter()
				.map(|asset| Scope {
					asset,
					custodian,
					vault,
				})
				.collect()
		}
	}
}

//! Where the reserve is: who may keep and audit it, the vaults it lies in, and every lot of it.
//!
//! # Overview
//!
//! The council approves custodians and auditors. A custodian opens vaults and registers what lies
//! in them, lot by lot: a bar, an account, a paper. Registering a lot pledges it to one asset. Per
//! scope the pallet keeps what its lots add up to and what has left: one read tells what may count.
//!
//! # Terms
//!
//! - **Lot id**: a hash over registry and serial, whatever their case, spacing and padding
//!   ([`lot_id`]). One bar has one id everywhere on the chain, so it can be pledged once.
//! - **Lien**: the asset that a lot is pledged to; at most one.
//! - **Scope**: what one report covers: one asset in one vault of one custodian.
//! - **Removal**: a quantity that left a scope, by release or by withdrawal, with the moment. It is
//!   taken off every report that speaks of that moment or of an earlier one: such a report may still
//!   count it. So what is taken off a report is what left at its `as_of` or after.
//! - **Matured**: a lot whose maturity is now or past. It is still pledged, and counts zero.
//!
//! # Life of a lot
//!
//! ```text
//!            register_lots                release of all of it
//!   (none) ────────────────▶ pledged ──────────────────────────▶ released
//!                             ▲   │                                │   │
//!      register_lots          │   │ withdraw_lots                  │   │ register_lots, by
//!      by its custodian       │   ▼                                │   │ any custodian
//!                           withdrawn ── remove_lots ──▶ (none) ◀──┘   └──▶ pledged
//! ```
//!
//! Suspending a custodian shuts what adds to a reserve. What reduces one, withdrawal and release,
//! and what gives deposits back, stays open.
//!
//! An approval backs units only while it stands and the organisation's identity is in good standing:
//! what a custodian keeps and what an auditor has said stop counting when either is suspended or
//! sanctioned, and count again when it is reinstated ([`is_custodian`], [`is_auditor`]).
//!
//! [`is_custodian`]: assay_traits::CustodyInspect::is_custodian
//! [`is_auditor`]: assay_traits::CustodyInspect::is_auditor
//!
//! # Invariants
//!
//! - `INV-CUS-1`: pledged quantity and number of lots of every scope equal a recount over its lots.
//! - `INV-CUS-2`: the maturities of every scope equal a recount, each moment once, earliest first.
//! - `INV-CUS-3`: a lot with a lien is stored and not empty; a released lot is empty and has none;
//!   no lot is larger than it was registered.
//! - `INV-CUS-4`: every lot stands under the id of its registry and serial.
//! - `INV-CUS-5`: the lots of every vault and the vaults of every custodian equal a recount; every
//!   lot lies in a vault of its custodian, every vault belongs to an approved custodian.
//! - `INV-CUS-6`: the assets of every vault are those that have totals there, sorted.
//! - `INV-CUS-7`: what every depositor has on hold equals the deposits of its vaults and lots.
//! - `INV-CUS-8`: removals are not empty, each moment once, oldest first, none in the future.
//! - `INV-CUS-9`: no organisation is approved both as custodian and as auditor.
//! - `INV-CUS-10`: every vault's number is below the next one.
//!
//! # Calls and roles
//!
//! | call                                   | who                                                |
//! | -------------------------------------- | -------------------------------------------------- |
//! | `approve_custodian`, `approve_auditor` | council                                            |
//! | `suspend`, `reinstate`, `remove`       | council                                            |
//! | `open_vault`                           | approved custodian                                 |
//! | `close_vault`                          | the vault's custodian, also when suspended         |
//! | `register_lots`                        | approved custodian with the role, in its own vault |
//! | `withdraw_lots`                        | the vault's custodian, also when suspended         |
//! | `remove_lots`                          | the lots' custodian, also when suspended           |
//!
//! A custodian acts through its own accounts and through those of the persons who act for it.

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

pub use pallet::*;
pub use totals::{Dated, Totals, TotalsFault, MAX_MATURITIES, MAX_REMOVALS};
pub use types::{
	lot_id, Approval, Custodian, Lot, LotIds, LotInput, LotInputs, LotNameFault, LotStatus,
	LotValue, Office, Registry, Serial, Vault, VaultName, MAX_ASSETS_PER_VAULT, MAX_LOTS_PER_CALL,
	MAX_NAME_LENGTH, MAX_REGISTRY_LENGTH, MAX_SERIAL_LENGTH,
};
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod custody_inspect;
mod errors;
mod events;
mod lot_inspect;
mod lot_release;
mod lots;
mod offices;
mod totals;
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
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use assay_primitives::{
		AssetId, Balance, Hash, IdentityId, Jurisdiction, LotId, Moment, Quantity, Scope, VaultId,
	};
	use assay_traits::{AssetInspect, IdentityInspect, RoleInspect};
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

	/// Why ASY are on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For a vault on record.
		Vault,
		/// For lots on record.
		Lots,
	}

	/// Custodians that the council has approved, by organisation.
	///
	/// Written by the council's calls, vaults counted by `open_vault` and `close_vault`; removed by
	/// `remove`. No deposit: the council bounds it.
	#[pallet::storage]
	pub type Custodians<T: Config> = StorageMap<_, Blake2_128Concat, IdentityId, Custodian>;

	/// Auditors that the council has approved, by organisation.
	///
	/// Written by the council's calls; removed by `remove`. No deposit: the council bounds it.
	#[pallet::storage]
	pub type Auditors<T: Config> = StorageMap<_, Blake2_128Concat, IdentityId, Approval>;

	/// The number that the next vault gets. Numbers are never used again.
	#[pallet::storage]
	pub type NextVaultId<T: Config> = StorageValue<_, VaultId, ValueQuery>;

	/// Vaults by number.
	///
	/// Written by `open_vault`, counted by the calls on lots, removed by `close_vault`. The deposit
	/// is [`Config::VaultDeposit`].
	#[pallet::storage]
	pub type Vaults<T: Config> = StorageMap<_, Blake2_128Concat, VaultId, Vault<T::AccountId>>;

	/// Lots by id.
	///
	/// Written by `register_lots`, `withdraw_lots`, releases; removed by `remove_lots` and when
	/// registered anew. The deposit is [`Config::LotDeposit`].
	#[pallet::storage]
	pub type Lots<T: Config> = StorageMap<_, Blake2_128Concat, LotId, Lot<T::AccountId>>;

	/// What the lots of a scope add up to, and what has left it.
	///
	/// Written with the lots, removed by `close_vault` and when nothing is left to remember. Each
	/// vault has at most [`MAX_ASSETS_PER_VAULT`] of them.
	#[pallet::storage]
	pub type ScopeTotals<T: Config> = StorageMap<_, Blake2_128Concat, Scope, Totals>;

	/// The number that the next batch of lots gets.
	#[pallet::storage]
	pub type NextBatch<T: Config> = StorageValue<_, u64, ValueQuery>;

	/// Custodians and auditors from the first block on.
	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Organisations that keep reserves, with the hash of their licence.
		pub custodians: Vec<(IdentityId, Hash)>,
		/// Organisations that audit reserves, with the hash of their licence.
		pub auditors: Vec<(IdentityId, Hash)>,
		#[serde(skip)]
		pub marker: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::approve_at_genesis(&self.custodians, &self.auditors);
		}
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

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Approves an organisation to keep reserves.
		///
		/// - Origin: the council.
		/// - Parameters: `organisation`, a legal identity; `licence`, BLAKE2b-256 of its licence.
		/// - Errors: [`Error::IdentityNotFound`], [`Error::NotOrganisation`],
		///   [`Error::AlreadyApproved`], [`Error::HoldsOtherOffice`].
		/// - Events: [`Event::Approved`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::approve_custodian())]
		pub fn approve_custodian(
			origin: OriginFor<T>,
			organisation: IdentityId,
			licence: Hash,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_approve(Office::Custodian, organisation, licence)
		}

		/// Approves an organisation to audit reserves.
		///
		/// - Origin: the council.
		/// - Parameters: `organisation`, a legal identity; `licence`, BLAKE2b-256 of its licence.
		/// - Errors: [`Error::IdentityNotFound`], [`Error::NotOrganisation`],
		///   [`Error::AlreadyApproved`], [`Error::HoldsOtherOffice`].
		/// - Events: [`Event::Approved`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::approve_auditor())]
		pub fn approve_auditor(
			origin: OriginFor<T>,
			organisation: IdentityId,
			licence: Hash,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_approve(Office::Auditor, organisation, licence)
		}

		/// Suspends an approval: from now on the organisation adds nothing to any reserve.
		///
		/// - Origin: the council.
		/// - Parameters: `office`, which approval; `reason`, BLAKE2b-256 of the decision.
		/// - Errors: [`Error::ApprovalNotFound`], [`Error::AlreadySuspended`].
		/// - Events: [`Event::Suspended`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::suspend())]
		pub fn suspend(
			origin: OriginFor<T>,
			office: Office,
			organisation: IdentityId,
			reason: Hash,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::set_suspended(office, organisation, true)?;
			Self::deposit_event(Event::Suspended {
				office,
				organisation,
				reason,
			});
			Ok(())
		}

		/// Lifts a suspension.
		///
		/// - Origin: the council.
		/// - Errors: [`Error::ApprovalNotFound`], [`Error::NotSuspended`].
		/// - Events: [`Event::Reinstated`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::reinstate())]
		pub fn reinstate(
			origin: OriginFor<T>,
			office: Office,
			organisation: IdentityId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::set_suspended(office, organisation, false)?;
			Self::deposit_event(Event::Reinstated {
				office,
				organisation,
			});
			Ok(())
		}

		/// Removes an approval on which nothing depends any more.
		///
		/// - Origin: the council.
		/// - Errors: [`Error::ApprovalNotFound`], [`Error::HasVaults`].
		/// - Events: [`Event::Removed`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::remove())]
		pub fn remove(
			origin: OriginFor<T>,
			office: Office,
			organisation: IdentityId,
		) -> DispatchResult {
			T::CouncilOrigin::ensure_origin(origin)?;
			Self::do_remove(office, organisation)
		}

		/// Opens a vault of the signer's organisation and puts the deposit on hold.
		///
		/// - Origin: signed, for an approved custodian.
		/// - Parameters: `name`, UTF-8; `jurisdiction`, the country the vault stands in, ISO 3166-1
		///   numeric.
		/// - Errors: [`Error::NoActiveIdentity`], [`Error::NotApproved`], [`Error::NameEmpty`],
		///   [`Error::UnknownJurisdiction`], too few free ASY for the deposit.
		/// - Events: [`Event::VaultOpened`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::open_vault())]
		pub fn open_vault(
			origin: OriginFor<T>,
			name: VaultName,
			jurisdiction: Jurisdiction,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_vault(who, name, jurisdiction)
		}

		/// Closes a vault in which no lot is on record and gives the deposit back.
		///
		/// - Origin: signed, for the vault's custodian.
		/// - Errors: [`Error::NoActiveIdentity`], [`Error::VaultNotFound`], [`Error::NotOwner`],
		///   [`Error::VaultNotEmpty`].
		/// - Events: [`Event::VaultClosed`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::close_vault(MAX_ASSETS_PER_VAULT))]
		pub fn close_vault(origin: OriginFor<T>, vault: VaultId) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let assets = Self::do_close_vault(&who, vault)?;
			Ok(Some(T::WeightInfo::close_vault(assets)).into())
		}

		/// Registers lots that lie in a vault and pledges them to an asset; all of them or none.
		///
		/// - Origin: signed, for an approved custodian with the custodian's role for the asset.
		/// - Details: a deposit per lot is held. A lot released, or withdrawn by the same custodian,
		///   may be registered anew; the deposit of the old record goes back to who paid it.
		/// - Parameters: `asset`; `vault`, one of the custodian's own; `lots`, at most
		///   [`MAX_LOTS_PER_CALL`]. A client with more sends several batches, and resumes by asking
		///   which lots exist.
		/// - Errors: [`Error::EmptyBatch`], [`Error::NoActiveIdentity`], [`Error::NotApproved`],
		///   [`Error::VaultNotFound`], [`Error::NotOwner`], [`Error::AssetNotFound`],
		///   [`Error::AssetRetired`], [`Error::MissingRole`], too few free ASY for the deposit; from
		///   [`Error::InvalidRegistry`] to [`Error::TooManyAssets`] for what is wrong with a lot.
		/// - Events: [`Event::LotsRegistered`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::register_lots(lots.len().try_into().unwrap_or(u32::MAX)))]
		pub fn register_lots(
			origin: OriginFor<T>,
			asset: AssetId,
			vault: VaultId,
			lots: LotInputs,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register_lots(who, asset, vault, lots)
		}

		/// Takes lots out of a reserve without a redemption, for instance before they are moved.
		///
		/// - Origin: signed, for the vault's custodian.
		/// - Details: the lots stay on the custodian's book, pledged to nothing. The reserve falls at
		///   once, whatever the newest report says; minting is shut where it falls too far.
		/// - Parameters: `asset` and `vault`, where the lots are pledged; `reason`, BLAKE2b-256 of
		///   the document that says why.
		/// - Errors: [`Error::EmptyBatch`], [`Error::NoActiveIdentity`], [`Error::VaultNotFound`],
		///   [`Error::NotOwner`], [`Error::DuplicateLot`], [`Error::LotNotFound`],
		///   [`Error::Elsewhere`], [`Error::NotPledged`].
		/// - Events: [`Event::LotsWithdrawn`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::withdraw_lots(lots.len().try_into().unwrap_or(u32::MAX)))]
		pub fn withdraw_lots(
			origin: OriginFor<T>,
			asset: AssetId,
			vault: VaultId,
			lots: LotIds,
			reason: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_lots(&who, asset, vault, lots, reason)
		}

		/// Removes lots that are pledged to nothing and gives deposits back to who paid them.
		///
		/// - Origin: signed, for the lots' custodian.
		/// - Errors: [`Error::EmptyBatch`], [`Error::NoActiveIdentity`], [`Error::DuplicateLot`],
		///   [`Error::LotNotFound`], [`Error::NotOwner`], [`Error::StillPledged`].
		/// - Events: [`Event::LotsRemoved`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::remove_lots(lots.len().try_into().unwrap_or(u32::MAX)))]
		pub fn remove_lots(origin: OriginFor<T>, lots: LotIds) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_lots(&who, lots)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The custodian's approval and how many vaults it has.
		pub fn custodian(organisation: IdentityId) -> Option<Custodian> {
			Custodians::<T>::get(organisation)
		}

		/// The auditor's approval.
		pub fn auditor(organisation: IdentityId) -> Option<Approval> {
			Auditors::<T>::get(organisation)
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

		/// What the lots of a scope add up to, and what has left it.
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

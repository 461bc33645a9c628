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

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod errors;
mod events;
mod impls;
#[cfg(test)]
mod mock;
mod storage;
mod supply;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;
use polkadot_sdk::{frame_support, sp_core};

#[import_section(errors::errors)]
#[import_section(events::events)]
#[import_section(storage::storage)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use assay_primitives::{AssetId, Balance, Hash, IdentityId, Moment, Quantity, RedemptionId};
	use assay_traits::{
		AssetInspect, CustodyInspect, DocketInspect, GuardedHolds, GuardedLedger, IdentityInspect,
		LotRelease, ReserveInspect, ReserveParameters, RoleInspect,
	};
	use frame_support::{pallet_prelude::*, traits::Time};
	use polkadot_sdk::frame_system::pallet_prelude::*;
	use sp_core::ConstU32;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// A redemption in this runtime.
	pub type RedemptionOf<T> = Redemption<<T as polkadot_sdk::frame_system::Config>::AccountId>;

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: polkadot_sdk::frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The clock, in ms.
		type Time: Time<Moment = Moment>;
		/// Who stands behind an account.
		type Identities: IdentityInspect<Self::AccountId>;
		/// Who may do what.
		type Roles: RoleInspect;
		/// What an asset is.
		type Assets: AssetInspect;
		/// Where units are created.
		type Ledger: GuardedLedger<Self::AccountId>;
		/// Why units are held.
		type RuntimeHoldReason: From<HoldReason>;
		/// Where units on their way back are held, destroyed, and frozen by dockets.
		type Holds: GuardedHolds<Self::AccountId, Reason = Self::RuntimeHoldReason> + DocketInspect;
		/// Who keeps reserves.
		type Custody: CustodyInspect;
		/// Takes lots out of the reserve.
		type LotRelease: LotRelease;
		/// What the reserve is worth. It must count what [`SupplyInspect`] of this pallet says.
		///
		/// [`SupplyInspect`]: assay_traits::SupplyInspect
		type Reserves: ReserveInspect;
		/// Share of the bucket and deadlines.
		type Parameters: ReserveParameters;
		/// How long a raised limit waits, in ms.
		#[pallet::constant]
		type RaiseDelay: Get<Moment>;
		/// How long a redemption that has ended stays readable, in ms.
		#[pallet::constant]
		type HistoryPeriod: Get<Moment>;
		/// Redemptions of one asset that one account may have open.
		#[pallet::constant]
		type MaxOpenRedemptions: Get<u32>;
		/// What the calls cost.
		type WeightInfo: WeightInfo;
		/// Sets up the world of the benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Why this pallet holds units.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// They are on their way back to the issuer.
		Redemption,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxOpenRedemptions::get() > 0, "nobody could redeem");
			assert!(T::RaiseDelay::get() > 0, "a raise must wait");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(
			_: BlockNumberFor<T>,
		) -> Result<(), polkadot_sdk::sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What may be minted of the asset now; `None` when it has no bucket.
		pub fn allowance(asset: AssetId) -> Option<Allowance> {
			Self::allowance_now(asset)
		}

		/// A redemption by its number.
		pub fn redemption(id: RedemptionId) -> Option<RedemptionOf<T>> {
			Redemptions::<T>::get(id)
		}

		/// The open redemptions of an asset among the next `limit` (at most 100) redemptions from
		/// `from` on. Ask on from `next` until there is none.
		pub fn redemption_queue(
			asset: AssetId,
			from: RedemptionId,
			limit: u32,
		) -> RedemptionPage<T::AccountId> {
			Self::queue_page(asset, from, limit)
		}

		/// The units of an asset that its reserve must cover.
		pub fn outstanding(asset: AssetId) -> Balance {
			<Self as assay_traits::SupplyInspect>::outstanding(asset)
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Creates `amount` units of `asset` for `to`.
		///
		/// ## Origin
		/// An account of an identity with role `Minter` that did not set the bucket.
		///
		/// ## Details
		/// The reserve is asked before and, with authority, after: unless it is `Backed` with the new
		/// units, nothing has happened.
		///
		/// ## Parameters
		/// - `mint_id`: names the order; used at most once.
		/// - `valid_until`: last moment at which the order may be used, in ms, at most seven days
		///   ahead. A retry repeats it.
		/// - `amount`: in the smallest unit of the asset.
		///
		/// ## Errors
		/// In this order: [`NotMinter`](Error::NotMinter), `AssetNotFound`, `AssetNotActive`,
		/// `DocumentExpired`, `MintIdUsed`, `MintExpired`, `ValidTooLong`, `AmountZero`,
		/// `NoMintAllowance`, `MinterIsController`, `AboveSingleMintCap`, `AboveAllowance`,
		/// `MintingShut`, `ParametersMissing`, `AboveReserveShare`, the policy's reason about the
		/// receiver, `InsufficientReserve`.
		///
		/// ## Events
		/// [`Minted`](Event::Minted).
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::mint())]
		pub fn mint(
			origin: OriginFor<T>,
			asset: AssetId,
			mint_id: Hash,
			valid_until: Moment,
			to: T::AccountId,
			amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let mints = [(to.clone(), amount)];
			let (minter, _) = Self::do_mint(&who, asset, mint_id, valid_until, &mints)?;
			Self::deposit_event(Event::Minted {
				asset,
				mint_id,
				minter,
				to,
				amount,
			});
			Ok(())
		}

		/// Creates units of `asset` for up to 100 receivers, for all or for none.
		///
		/// ## Origin
		/// As [`mint`](Self::mint).
		///
		/// ## Details
		/// One order with one id: bucket and single-mint cap are asked about the sum.
		///
		/// ## Parameters
		/// - `mints`: receivers and what each gets, in the smallest unit of the asset.
		///
		/// ## Errors
		/// As [`mint`](Self::mint).
		///
		/// ## Events
		/// [`BatchMinted`](Event::BatchMinted).
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::mint_batch(mints.len().try_into().unwrap_or(MAX_BATCH)))]
		pub fn mint_batch(
			origin: OriginFor<T>,
			asset: AssetId,
			mint_id: Hash,
			valid_until: Moment,
			mints: Mints<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (minter, amount) = Self::do_mint(&who, asset, mint_id, valid_until, &mints)?;
			let receivers = mints.len().try_into().unwrap_or(MAX_BATCH);
			Self::deposit_event(Event::BatchMinted {
				asset,
				mint_id,
				minter,
				receivers,
				amount,
			});
			Ok(())
		}

		/// Sets how much may be minted.
		///
		/// ## Origin
		/// An account of an identity with role `MintController`; from then on this identity may not
		/// mint the asset until another has set the bucket.
		///
		/// ## Details
		/// Each figure that falls does so at once; each that rises waits for `RaiseDelay`, and the wait
		/// starts anew when a raise that waits is replaced. The first bucket acts at once and is full.
		///
		/// ## Parameters
		/// - `capacity`: most units in the bucket; zero shuts minting.
		/// - `refill_per_day`: units that flow in during 24 hours, evenly.
		/// - `single_mint_cap`: most units of one mint or batch.
		///
		/// ## Errors
		/// [`NotMintController`](Error::NotMintController).
		///
		/// ## Events
		/// [`BucketSet`](Event::BucketSet).
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::set_bucket())]
		pub fn set_bucket(
			origin: OriginFor<T>,
			asset: AssetId,
			capacity: Balance,
			refill_per_day: Balance,
			single_mint_cap: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let limits = Limits {
				capacity,
				refill_per_day,
				single_mint_cap,
			};
			let (controller, old, bucket) = Self::do_set_bucket(&who, asset, limits)?;
			Self::deposit_event(Event::BucketSet {
				asset,
				controller,
				old,
				new: bucket.limits,
				raise: bucket.raise,
			});
			Ok(())
		}

		/// Drops the raise that waits.
		///
		/// ## Origin
		/// An account of an identity with role `MintController`.
		///
		/// ## Errors
		/// [`NotMintController`](Error::NotMintController),
		/// [`NoMintAllowance`](Error::NoMintAllowance),
		/// [`NoRaiseWaiting`](Error::NoRaiseWaiting): there is none, or it has taken effect; then set
		/// the bucket lower.
		///
		/// ## Events
		/// [`RaiseCancelled`](Event::RaiseCancelled).
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::cancel_raise())]
		pub fn cancel_raise(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let (controller, raise) = Self::do_cancel_raise(&who, asset)?;
			Self::deposit_event(Event::RaiseCancelled {
				asset,
				controller,
				raise,
			});
			Ok(())
		}

		/// Asks for the underlying of `amount` units of the caller, which are held from now on.
		///
		/// ## Origin
		/// The holder; also one whose identity is suspended.
		///
		/// ## Details
		/// What is owed, the deadline for the issuer's answer and the time from acceptance to release
		/// are fixed now.
		///
		/// ## Parameters
		/// - `amount`: in the smallest unit of the asset; what it claims is rounded down.
		/// - `delivery`: BLAKE2b-256 of the instruction where and to whom to deliver.
		///
		/// ## Errors
		/// [`HolderUnknown`](Error::HolderUnknown), [`AssetNotFound`](Error::AssetNotFound),
		/// [`AssetNotRedeemable`](Error::AssetNotRedeemable),
		/// [`ClaimsNothing`](Error::ClaimsNothing),
		/// [`ParametersMissing`](Error::ParametersMissing),
		/// [`TooManyOpenRedemptions`](Error::TooManyOpenRedemptions), and the guard's reason why the
		/// units cannot be held.
		///
		/// ## Events
		/// [`RedemptionRequested`](Event::RedemptionRequested).
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::request_redemption())]
		pub fn request_redemption(
			origin: OriginFor<T>,
			asset: AssetId,
			amount: Balance,
			delivery: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_request(who, asset, amount, delivery)
		}

		/// Takes a request back; the units are free again.
		///
		/// ## Origin
		/// Any account of the holder; anyone once the deadline that runs has passed.
		///
		/// ## Details
		/// Allowed as long as the issuer has not accepted, and again once `release_by` has passed; if
		/// a part was handed over by then, only what claims the rest goes back. To the holder, always.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`WrongState`](Error::WrongState),
		/// [`NotHolder`](Error::NotHolder), [`PartlyReleased`](Error::PartlyReleased),
		/// [`NotOverdue`](Error::NotOverdue).
		///
		/// ## Events
		/// [`RedemptionCancelled`](Event::RedemptionCancelled).
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::cancel_redemption())]
		pub fn cancel_redemption(origin: OriginFor<T>, id: RedemptionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel(who, id)
		}

		/// Refuses a request; the units are free again.
		///
		/// ## Origin
		/// An account of an identity with role `Issuer`.
		///
		/// ## Parameters
		/// - `reason`: BLAKE2b-256 of the reasons given to the holder.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`NotIssuer`](Error::NotIssuer),
		/// [`WrongState`](Error::WrongState): an accepted redemption cannot be refused.
		///
		/// ## Events
		/// [`RedemptionRejected`](Event::RedemptionRejected).
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::reject_redemption())]
		pub fn reject_redemption(
			origin: OriginFor<T>,
			id: RedemptionId,
			reason: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reject(&who, id, reason)
		}

		/// Binds the issuer to deliver the underlying by a deadline that starts now.
		///
		/// ## Origin
		/// An account of an identity with role `Issuer`.
		///
		/// ## Details
		/// Allowed after `accept_by`, too, as long as nobody has cancelled.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`NotIssuer`](Error::NotIssuer),
		/// [`WrongState`](Error::WrongState), [`HolderBarred`](Error::HolderBarred).
		///
		/// ## Events
		/// [`RedemptionAccepted`](Event::RedemptionAccepted).
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::accept_redemption())]
		pub fn accept_redemption(origin: OriginFor<T>, id: RedemptionId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept(&who, id)
		}

		/// Reports that the underlying, or a part of it, has been handed over.
		///
		/// ## Origin
		/// An account of an identity with role `Custodian` whose organisation is an approved
		/// custodian.
		///
		/// ## Details
		/// The lots lose their pledge at once; the units stop counting with the last of the claim. The
		/// register of lots files each part under the reference that its event shows.
		///
		/// ## Parameters
		/// - `lots`: vault, lot and quantity, up to 50, from any of the custodian's vaults; at most what
		///   is left of the claim. More calls, also by other custodians, release the rest.
		/// - `evidence`: BLAKE2b-256 of the proof of delivery.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound),
		/// [`NotCustodian`](Error::NotCustodian), [`WrongState`](Error::WrongState),
		/// [`HolderBarred`](Error::HolderBarred), the register's reason about a lot,
		/// [`ReleaseMismatch`](Error::ReleaseMismatch).
		///
		/// ## Events
		/// [`RedemptionReleased`](Event::RedemptionReleased).
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::release_redemption(
			lots.len().try_into().unwrap_or(MAX_RELEASED_LOTS)
		))]
		pub fn release_redemption(
			origin: OriginFor<T>,
			id: RedemptionId,
			lots: ReleasedLots,
			evidence: Hash,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_release(&who, id, &lots, evidence)
		}

		/// Destroys the units of a released redemption.
		///
		/// ## Origin
		/// Anyone: all that matters has been decided.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`WrongState`](Error::WrongState).
		///
		/// ## Events
		/// [`RedemptionBurned`](Event::RedemptionBurned).
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::burn_redemption())]
		pub fn burn_redemption(origin: OriginFor<T>, id: RedemptionId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_burn(id)
		}

		/// Removes the records of mints whose validity has ended, all or none.
		///
		/// ## Origin
		/// Anyone.
		///
		/// ## Errors
		/// [`MintIdNotFound`](Error::MintIdNotFound), [`MintIdInForce`](Error::MintIdInForce).
		///
		/// ## Events
		/// [`MintIdsPruned`](Event::MintIdsPruned).
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::prune_mint_ids(
			mint_ids.len().try_into().unwrap_or(MAX_PRUNED)
		))]
		pub fn prune_mint_ids(
			origin: OriginFor<T>,
			asset: AssetId,
			mint_ids: BoundedVec<Hash, ConstU32<MAX_PRUNED>>,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_mint_ids(asset, &mint_ids)?;
			let count = mint_ids.len().try_into().unwrap_or(MAX_PRUNED);
			Self::deposit_event(Event::MintIdsPruned { asset, count });
			Ok(())
		}

		/// Removes redemptions that ended more than `HistoryPeriod` ago, all or none.
		///
		/// ## Origin
		/// Anyone.
		///
		/// ## Errors
		/// [`RedemptionNotFound`](Error::RedemptionNotFound), [`StillOpen`](Error::StillOpen),
		/// [`TooRecent`](Error::TooRecent).
		///
		/// ## Events
		/// [`RedemptionsPruned`](Event::RedemptionsPruned).
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::prune_redemptions(
			ids.len().try_into().unwrap_or(MAX_PRUNED)
		))]
		pub fn prune_redemptions(
			origin: OriginFor<T>,
			ids: BoundedVec<RedemptionId, ConstU32<MAX_PRUNED>>,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_redemptions(&ids)?;
			let count = ids.len().try_into().unwrap_or(MAX_PRUNED);
			Self::deposit_event(Event::RedemptionsPruned { count });
			Ok(())
		}
	}
}

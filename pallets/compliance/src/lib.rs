//! Who may hold and receive, and the guard that no unit moves past it.
//!
//! # Overview
//!
//! `pallet-assets` is the ledger, because wallets and custodians' software know it. It has no hook
//! on transfers, so this pallet denies by default underneath it and lets single movements through:
//!
//! ```text
//!  assets.transfer*  ──▶ CheckTransferPolicy ─┐                    ┌─▶ GuardFilter admits the call
//!  compliance.transfer, transfer_from ────────┤                    │
//!  GuardedLedger, GuardedHolds (our pallets) ─┴─▶ evaluate ─▶ clearance ─▶ freezer lets it through
//!                                                    │                          │
//!                                                 refused:                   ledger moves
//!                                               reason, figures                 │
//!                                                                         positions booked
//! ```
//!
//! One function, [`evaluate`](evaluate::evaluate), decides for the dry run, the pool and the
//! dispatch, and covers the ledger's own conditions too: a movement is allowed if and only if it
//! succeeds on that state. Its module says what binds which movement.
//!
//! # Calls and roles
//!
//! | call | holder | spender | compliance officer | transfer agent | issuer | council |
//! | --- | --- | --- | --- | --- | --- | --- |
//! | `transfer` | yes | | | | | |
//! | `transfer_from` | | yes | | | | |
//! | `set_policy`, `clear_policy` | | | yes | | | |
//! | `pause` | | | yes | yes | | yes |
//! | `resume`: request | | | yes | | | |
//! | `resume`: confirm, of another organisation | | | yes | | yes | |
//! | `resume`: at once | | | | | | yes |
//! | `freeze`, `thaw` | | | yes | | | |
//!
//! # Invariants
//!
//! - `INV-COM-1`: an asset's supply equals the free and held units of all its accounts.
//! - `INV-COM-2`: a position's total equals the free and held units of its identity's accounts, and
//!   its held units equal what these have on hold, with last units that are held.
//! - `INV-COM-3`: the number of holders equals the number of positions with units.
//! - `INV-COM-4`: no clearance stands between extrinsics.
//! - `INV-COM-5`: the number of an identity's positions equals a recount.
//! - `INV-COM-6`: the number of assets that an account holds equals a recount.
//! - `INV-COM-7`: the status in an asset's controls equals the registry's.
//! - `INV-COM-8`: the identity cached in a ledger account equals its link.
//! - `INV-COM-9`: last units that are held, and purposes of holds, are recorded once and truly.
//! - `INV-COM-10`: no position is stored that has nothing to remember.
//! - `INV-COM-11`: an account that is frozen on its own is linked to the identity of the position
//!   that says so, and the number of assets it is frozen for equals a recount.
//! - `INV-COM-12`: the number of an identity's positions with a freeze equals a recount.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod clearance;
mod context;
mod controls;
mod effects;
pub mod evaluate;
mod extension;
mod filter;
mod freezer;
mod holdings;
mod holds;
mod ledger;
mod lifecycle;
mod policy;
mod position;
mod rules;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use extension::CheckTransferPolicy;
pub use filter::GuardFilter;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[allow(unused_qualifications, reason = "the macro needs the full paths")]
#[polkadot_sdk::frame_support::pallet]
pub mod pallet {
	use crate::extension::SourceOf as AccountIdLookupOf;
	use crate::{holds::HoldReasonOf, types::*, weights::WeightInfo};
	use assay_primitives::{AssetId, Balance, IdentityId, Moment, Movement, ReasonCode, Role};
	use assay_traits::{AssetInspect, IdentityInspect, RoleInspect};
	#[cfg(feature = "try-runtime")]
	use polkadot_sdk::sp_runtime::TryRuntimeError;
	use polkadot_sdk::{
		frame_support::{
			pallet_prelude::*,
			traits::{Time, VariantCountOf},
		},
		frame_system::pallet_prelude::*,
		pallet_assets, pallet_assets_holder,
		sp_runtime::traits::{StaticLookup, Zero},
	};

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// The one pallet of ours that touches the raw ledger, and therefore its `Config`.
	#[pallet::config]
	pub trait Config:
		polkadot_sdk::frame_system::Config<RuntimeEvent: From<Event<Self>>>
		+ pallet_assets::Config<
			AssetId = AssetId,
			Balance = Balance,
			Extra = AccountExtra,
			Freezer = Pallet<Self>,
		> + pallet_assets_holder::Config
	{
		/// Who stands behind an account.
		type Identities: IdentityInspect<Self::AccountId>;
		/// What the asset is.
		type Assets: AssetInspect;
		/// Who may do what for an asset.
		type Roles: RoleInspect;
		/// The clock.
		type Time: Time<Moment = Moment>;
		/// Owner of every asset in the ledger: an account without a key.
		type TeamAccount: Get<Self::AccountId>;
		/// The council: pauses and resumes on its own.
		type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Weights of the calls and of the transaction extension.
		type WeightInfo: WeightInfo;
		/// Sets up identities and assets for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// Status, pauses and rules of an asset. Written by the registry's steps and by officers; one
	/// per asset, never removed, since an asset's number is never used again.
	#[pallet::storage]
	pub type Controls<T: Config> = StorageMap<_, Blake2_128Concat, AssetId, AssetControls>;

	/// Who asked for a paused movement to be resumed. Written and removed by `resume`; a repeated
	/// `pause` withdraws it.
	#[pallet::storage]
	pub type ResumeRequests<T: Config> =
		StorageMap<_, Blake2_128Concat, (AssetId, Movement), ResumeRequest>;

	/// What an identity holds of an asset, and what is frozen of it. Removed once there is neither.
	#[pallet::storage]
	pub type Positions<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		AssetId,
		Blake2_128Concat,
		IdentityId,
		Position<T::AccountId>,
	>;

	/// Identities that hold at least one unit of an asset.
	#[pallet::storage]
	pub type Holders<T: Config> = StorageMap<_, Blake2_128Concat, AssetId, u32, ValueQuery>;

	/// Assets of which an identity holds at least one unit.
	#[pallet::storage]
	pub type PositionsOf<T: Config> = StorageMap<_, Blake2_128Concat, IdentityId, u32, ValueQuery>;

	/// Assets of which an account holds at least one unit.
	#[pallet::storage]
	pub type AssetsHeldBy<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// Assets for which an account is frozen on its own: it keeps its link. Removed with the last.
	#[pallet::storage]
	pub type FreezesOn<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// Assets for which an identity, or an account of it, is frozen. Removed with the last.
	#[pallet::storage]
	pub type FrozenPositionsOf<T> = StorageMap<_, Blake2_128Concat, IdentityId, u32, ValueQuery>;

	/// Purposes for which the ledger has units of an account on hold.
	#[pallet::storage]
	pub type HoldReasons<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		AssetId,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<HoldReasonOf<T>, VariantCountOf<HoldReasonOf<T>>>,
		ValueQuery,
	>;

	/// The purpose that the last, formally free unit of an account is held for.
	#[pallet::storage]
	pub type LastUnits<T: Config> =
		StorageMap<_, Blake2_128Concat, (AssetId, T::AccountId), HoldReasonOf<T>>;

	/// Leave for the movement that is being made. Never outlives its extrinsic, so that it never
	/// reaches the state.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Clearance<T: Config> = StorageValue<_, StandingClearance<T::AccountId>>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Units were transferred by a call of this pallet, with the payer's reference; `spender` is
		/// who spent them by approval. The ledger's own event goes with it.
		Transferred {
			asset: AssetId,
			from: T::AccountId,
			to: T::AccountId,
			spender: Option<T::AccountId>,
			amount: Balance,
			reference: Option<[u8; 32]>,
		},
		/// A transfer by a call of the ledger was refused; the call failed as filtered. `from` or
		/// `to` is `None` when the address names no account.
		TransferRefused {
			asset: AssetId,
			from: Option<T::AccountId>,
			to: Option<T::AccountId>,
			amount: Balance,
			reason: ReasonCode,
		},
		/// A policy of so many rules was set in place of the one before.
		PolicySet {
			asset: AssetId,
			rules: u32,
			by: IdentityId,
		},
		/// A policy was removed: the asset does not move any more.
		PolicyCleared { asset: AssetId, by: IdentityId },
		/// A kind of movement was paused; by the council where `by` is `None`.
		MovementPaused {
			asset: AssetId,
			movement: Movement,
			by: Option<IdentityId>,
		},
		/// An officer asked for a kind of movement to be resumed.
		ResumeRequested {
			asset: AssetId,
			movement: Movement,
			by: IdentityId,
		},
		/// A request to resume was withdrawn, by the council where `by` is `None`; the movement
		/// stays paused.
		ResumeWithdrawn {
			asset: AssetId,
			movement: Movement,
			by: Option<IdentityId>,
		},
		/// A kind of movement was resumed; by the council where `by` is `None`.
		MovementResumed {
			asset: AssetId,
			movement: Movement,
			by: Option<IdentityId>,
		},
		/// A freeze was laid on an identity or an account, in place of the one before.
		Frozen {
			asset: AssetId,
			target: FreezeTarget<T::AccountId>,
			old: Freeze,
			new: Freeze,
			by: IdentityId,
		},
		/// A freeze was lifted.
		Thawed {
			asset: AssetId,
			target: FreezeTarget<T::AccountId>,
			old: Freeze,
			by: IdentityId,
		},
		/// The last unit of an account, which the ledger keeps formally free, was held too.
		LastUnitHeld {
			asset: AssetId,
			account: T::AccountId,
		},
		/// The last unit of an account is held no longer.
		LastUnitReleased {
			asset: AssetId,
			account: T::AccountId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The movement is refused for this reason; `can_transfer` gives every reason with figures.
		Refused(ReasonCode),
		/// The registry knows no such asset: check its number.
		UnknownAsset,
		/// The asset has no policy to remove.
		NoPolicy,
		/// The movement is paused already, and nobody has asked to resume it.
		AlreadyPaused,
		/// The movement is not paused: there is nothing to resume.
		NotPaused,
		/// The one who asked to resume is of the same organisation: another one must confirm.
		SameOrganisation,
		/// No identity, or an account that is linked to none, is named as target.
		UnknownTarget,
		/// A freeze of nothing was asked for: use `thaw`.
		NothingToFreeze,
		/// Nothing is frozen there.
		NotFrozen,
		/// Too many accounts of the identity are frozen on their own: freeze the identity.
		TooManyAccounts,
		/// The ledger of the asset is open already.
		AlreadyOpen,
		/// Fewer units are held for that purpose.
		NotHeld,
		/// A movement was begun inside another one. Nothing on this chain does that.
		ClearanceStands,
		/// The ledger did something else than was checked. Nothing has changed; report it.
		LedgerMismatch,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Pays for the look at the clearance when the block ends.
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			<T as polkadot_sdk::frame_system::Config>::DbWeight::get().reads_writes(1, 1)
		}

		/// No clearance outlives its extrinsic. Should one, it dies here, and the block goes on.
		fn on_finalize(_: BlockNumberFor<T>) {
			if Self::sweep_clearance() {
				defensive!("a clearance outlived its extrinsic");
			}
		}

		fn integrity_test() {
			assert!(
				<T as pallet_assets::Config>::MetadataDepositBase::get().is_zero()
					&& <T as pallet_assets::Config>::MetadataDepositPerByte::get().is_zero(),
				"the keyless owner of the assets cannot pay a deposit for metadata"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Transfers units of an asset, also from inside a multisig, a proxy or a batch.
		///
		/// # Origin
		/// Signed by the holder.
		///
		/// # Details
		/// The policy is checked on the state as it is. `assets.transfer` does the same as a
		/// transaction's own call, and is refused where it is nested.
		///
		/// # Parameters
		/// - `asset`, `to`: the asset's number, the receiver.
		/// - `amount`: in the asset's smallest unit, above zero.
		/// - `reference`: the payer's reference, repeated in the event and not stored.
		///
		/// # Errors
		/// - `Refused`: with the first reason; ask `can_transfer` for all of them.
		///
		/// # Events
		/// `Transferred`, after the ledger's own.
		#[pallet::call_index(0)]
		pub fn transfer(
			origin: OriginFor<T>,
			asset: AssetId,
			to: AccountIdLookupOf<T>,
			#[pallet::compact] amount: Balance,
			reference: Option<[u8; 32]>,
		) -> DispatchResult {
			let from = ensure_signed(origin)?;
			let to = T::Lookup::lookup(to)?;
			Self::do_transfer_with(Request::transfer(asset, from, to, amount), reference)
		}

		/// Transfers units that their holder has approved for the signer, nested or not.
		///
		/// # Origin
		/// Signed by the spender, for whom the holder has called `assets.approve_transfer`.
		///
		/// # Details
		/// Takes the amount off the approval. Holder, receiver and spender are all checked.
		///
		/// # Parameters, errors and events
		/// As for `transfer`; `from` is the holder.
		#[pallet::call_index(1)]
		pub fn transfer_from(
			origin: OriginFor<T>,
			asset: AssetId,
			from: AccountIdLookupOf<T>,
			to: AccountIdLookupOf<T>,
			#[pallet::compact] amount: Balance,
			reference: Option<[u8; 32]>,
		) -> DispatchResult {
			let spender = ensure_signed(origin)?;
			let from = T::Lookup::lookup(from)?;
			let to = T::Lookup::lookup(to)?;
			let request = Request::transfer(asset, from, to, amount).spent_by(Some(spender));
			Self::do_transfer_with(request, reference)
		}

		/// Sets the rules of an asset, in place of those before.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset.
		///
		/// # Details
		/// In force at once. At most 32 rules, which must all hold; without one, the policy still
		/// asks for identities in good standing.
		///
		/// # Errors
		/// - `BadOrigin`: the signer is no compliance officer of the asset.
		/// - `UnknownAsset`: check the number.
		///
		/// # Events
		/// `PolicySet`.
		#[pallet::call_index(2)]
		#[pallet::weight(<T as Config>::WeightInfo::set_policy(policy.len().try_into().unwrap_or(MAX_RULES)))]
		pub fn set_policy(origin: OriginFor<T>, asset: AssetId, policy: Policy) -> DispatchResult {
			let by = Self::ensure_officer(origin, asset)?;
			let rules = policy.len().try_into().unwrap_or(MAX_RULES);
			Self::do_set_policy(asset, policy)?;
			Self::deposit_event(Event::PolicySet { asset, rules, by });
			Ok(())
		}

		/// Removes the policy of an asset, which then neither moves nor is minted.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset.
		///
		/// # Errors
		/// As for `set_policy`, and `NoPolicy` when there is none.
		///
		/// # Events
		/// `PolicyCleared`.
		#[pallet::call_index(3)]
		pub fn clear_policy(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let by = Self::ensure_officer(origin, asset)?;
			Self::do_clear_policy(asset)?;
			Self::deposit_event(Event::PolicyCleared { asset, by });
			Ok(())
		}

		/// Pauses one kind of movement of an asset, at once.
		///
		/// # Origin
		/// The council, or signed by a compliance officer or transfer agent of the asset.
		///
		/// # Details
		/// Where somebody has asked to resume, withdraws that request instead.
		///
		/// # Errors
		/// - `BadOrigin`: the signer has neither role.
		/// - `UnknownAsset`: check the number.
		/// - `AlreadyPaused`: and nobody has asked to resume.
		///
		/// # Events
		/// `MovementPaused` or `ResumeWithdrawn`.
		#[pallet::call_index(4)]
		pub fn pause(origin: OriginFor<T>, asset: AssetId, movement: Movement) -> DispatchResult {
			let roles = [Role::ComplianceOfficer, Role::TransferAgent];
			let by = Self::ensure_council_or_role(origin, asset, &roles)?;
			Self::do_pause(asset, movement, by)
		}

		/// Resumes a paused kind of movement: two organisations, or the council.
		///
		/// # Origin
		/// The council: at once. A compliance officer of the asset: asks. A compliance officer or
		/// the issuer, of another organisation: confirms.
		///
		/// # Errors
		/// - `BadOrigin`: the signer may not ask, or not confirm.
		/// - `UnknownAsset`: check the number.
		/// - `NotPaused`: there is nothing to resume.
		/// - `SameOrganisation`: another organisation than the one that asked must confirm.
		///
		/// # Events
		/// `ResumeRequested` or `MovementResumed`.
		#[pallet::call_index(5)]
		pub fn resume(origin: OriginFor<T>, asset: AssetId, movement: Movement) -> DispatchResult {
			let roles = [Role::ComplianceOfficer, Role::Issuer];
			let by = Self::ensure_council_or_role(origin, asset, &roles)?;
			Self::do_resume(asset, movement, by)
		}

		/// Freezes units of an identity or of one account, in place of what was frozen there.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset.
		///
		/// # Details
		/// A frozen account keeps its link, a frozen identity is not removed. A full freeze stops
		/// giving and receiving; a partial one keeps that many free units, held ones not counted, in
		/// place. In force at once, also for what is not held yet.
		///
		/// # Errors
		/// - `BadOrigin`: the signer is no compliance officer of the asset.
		/// - `UnknownAsset`, `UnknownTarget`: check the numbers.
		/// - `NothingToFreeze`: use `thaw`.
		/// - `TooManyAccounts`: freeze the identity instead.
		///
		/// # Events
		/// `Frozen`.
		#[pallet::call_index(6)]
		pub fn freeze(
			origin: OriginFor<T>,
			asset: AssetId,
			target: FreezeTarget<T::AccountId>,
			freeze: Freeze,
		) -> DispatchResult {
			let by = Self::ensure_officer(origin, asset)?;
			let nothing = matches!(freeze, Freeze::None | Freeze::Partial(0));
			ensure!(!nothing, Error::<T>::NothingToFreeze);
			let old = Self::do_freeze(asset, &target, freeze)?;
			Self::deposit_event(Event::Frozen {
				asset,
				target,
				old,
				new: freeze,
				by,
			});
			Ok(())
		}

		/// Lifts a freeze from an identity or from one account.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset.
		///
		/// # Errors
		/// As for `freeze`, but for:
		/// - `NotFrozen`: nothing is frozen there. An identity and its accounts thaw separately.
		///
		/// # Events
		/// `Thawed`.
		#[pallet::call_index(7)]
		pub fn thaw(
			origin: OriginFor<T>,
			asset: AssetId,
			target: FreezeTarget<T::AccountId>,
		) -> DispatchResult {
			let by = Self::ensure_officer(origin, asset)?;
			let old = Self::do_freeze(asset, &target, Freeze::None)?;
			ensure!(old != Freeze::None, Error::<T>::NotFrozen);
			Self::deposit_event(Event::Thawed {
				asset,
				target,
				old,
				by,
			});
			Ok(())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Every reason why `compliance.transfer` (with a spender: `transfer_from`) of these units
		/// would be refused now, with its figures; empty when it would succeed.
		pub fn can_transfer(
			asset: AssetId,
			from: T::AccountId,
			to: T::AccountId,
			amount: Balance,
			spender: Option<T::AccountId>,
		) -> Refusals {
			Self::refusals(Request::transfer(asset, from, to, amount).spent_by(spender))
		}

		/// The rules of an asset; `None` when it has no policy, and does not move.
		pub fn policy(asset: AssetId) -> Option<Policy> {
			Controls::<T>::get(asset)?.policy
		}

		/// Status, pauses and rules of an asset.
		pub fn controls(asset: AssetId) -> Option<AssetControls> {
			Controls::<T>::get(asset)
		}

		/// What an identity holds of an asset, and what is frozen of it.
		pub fn position(asset: AssetId, identity: IdentityId) -> Option<Position<T::AccountId>> {
			Positions::<T>::get(asset, identity)
		}

		/// Kinds of movement that are paused for an asset.
		pub fn paused(asset: AssetId) -> BoundedVec<Movement, ConstU32<5>> {
			Self::paused_movements(asset)
		}
	}
}

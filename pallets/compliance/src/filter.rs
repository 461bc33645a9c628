//! Which calls of the ledger are offered, and when.

use crate::{
	extension::SourceOf,
	pallet::{Config, Pallet},
	types::{Entry, StandingClearance},
};
use assay_primitives::AssetId;
use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::traits::{Contains, IsSubType},
	frame_system, pallet_assets,
	sp_runtime::traits::StaticLookup,
};

type RuntimeCallOf<T> = <T as frame_system::Config>::RuntimeCall;

/// Part of the runtime's call filter: it has no say in calls of other pallets.
///
/// Of the ledger's calls it admits approvals and their cancellation, and a transfer only while the
/// clearance that stands equals its arguments. That is so for a transaction's own call alone: a
/// clearance for one of the ledger's calls is placed by
/// [`CheckTransferPolicy`](crate::CheckTransferPolicy) right before that very call and nothing is
/// dispatched in between, so a nested transfer finds none and fails as `CallFiltered`. Everything
/// else is refused, also calls that a later version of the ledger may add.
pub struct GuardFilter<T>(PhantomData<T>);

impl<T: Config> Contains<RuntimeCallOf<T>> for GuardFilter<T>
where
	RuntimeCallOf<T>: IsSubType<pallet_assets::Call<T>>,
{
	fn contains(call: &RuntimeCallOf<T>) -> bool {
		let call: Option<&pallet_assets::Call<T>> = call.is_sub_type();
		let Some(call) = call else { return true };
		match call {
			pallet_assets::Call::approve_transfer { .. }
			| pallet_assets::Call::cancel_approval { .. } => true,
			pallet_assets::Call::transfer { id, target, amount } => {
				cleared::<T>(Entry::Transfer, id.clone().into(), target)
					.is_some_and(|clearance| clearance.amount == *amount)
			},
			pallet_assets::Call::transfer_keep_alive { id, target, amount } => {
				cleared::<T>(Entry::TransferKeepAlive, id.clone().into(), target)
					.is_some_and(|clearance| clearance.amount == *amount)
			},
			pallet_assets::Call::transfer_approved {
				id,
				owner,
				destination,
				amount,
			} => cleared::<T>(Entry::TransferApproved, id.clone().into(), destination).is_some_and(
				|clearance| clearance.amount == *amount && names::<T>(owner, &clearance.from),
			),
			pallet_assets::Call::transfer_all { id, dest, .. } => {
				cleared::<T>(Entry::TransferAll, id.clone().into(), dest).is_some()
			},
			_ => false,
		}
	}
}

/// The standing clearance, if it is for this entry, asset and receiver.
fn cleared<T: Config>(
	entry: Entry,
	asset: AssetId,
	to: &SourceOf<T>,
) -> Option<StandingClearance<T::AccountId>> {
	Pallet::<T>::standing_clearance().filter(|clearance| {
		clearance.entry == entry && clearance.asset == asset && names::<T>(to, &clearance.to)
	})
}

/// Whether the address names the account.
fn names<T: Config>(source: &SourceOf<T>, account: &T::AccountId) -> bool {
	T::Lookup::lookup(source.clone()).is_ok_and(|found| found == *account)
}

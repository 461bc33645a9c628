//! What the calls do.

use crate::{
	Config, Error, Event, GrantWindow, Granted, Pallet, Pending, PendingUpgrade, MIN_UPGRADE_BLOCKS,
};
use assay_primitives::Balance;
use codec::{Decode, Encode};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{fungible::Mutate, Get, Time},
	},
	frame_system,
	sp_runtime::{traits::CheckedSub, ArithmeticError, DispatchError, DispatchResult},
};

/// Upgrades.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_authorize(code_hash: T::Hash) -> DispatchResult {
		ensure!(!Pending::<T>::exists(), Error::<T>::UpgradePending);
		let authorized_at = T::Time::now();
		let enact_at = authorized_at
			.checked_add(T::UpgradeDelay::get())
			.ok_or(ArithmeticError::Overflow)?;
		Pending::<T>::put(PendingUpgrade {
			code_hash,
			authorized_at,
			authorized_in: frame_system::Pallet::<T>::block_number(),
			enact_at,
		});
		Self::deposit_event(Event::UpgradeAuthorized {
			code_hash,
			enact_at,
		});
		Ok(())
	}

	pub(crate) fn do_enact(by: T::AccountId) -> DispatchResult {
		let PendingUpgrade {
			code_hash,
			authorized_in,
			enact_at,
			..
		} = Pending::<T>::get().ok_or(Error::<T>::NoUpgrade)?;
		let blocks_passed = frame_system::Pallet::<T>::block_number()
			.checked_sub(&authorized_in)
			.is_some_and(|blocks| blocks >= MIN_UPGRADE_BLOCKS.into());
		ensure!(
			blocks_passed && T::Time::now() >= enact_at,
			Error::<T>::TooEarly
		);
		Pending::<T>::kill();
		// The version is checked when the code is applied: it must be newer, of the same chain.
		frame_system::Pallet::<T>::do_authorize_upgrade(code_hash, true);
		Self::deposit_event(Event::UpgradeEnacted { code_hash, by });
		Ok(())
	}

	pub(crate) fn do_cancel() -> DispatchResult {
		let (code_hash, enacted) = match Pending::<T>::take() {
			Some(pending) => (pending.code_hash, false),
			None => (Self::enacted().ok_or(Error::<T>::NoUpgrade)?, true),
		};
		if enacted {
			frame_system::Pallet::<T>::do_authorize_upgrade(T::Hash::default(), true);
		}
		Self::deposit_event(Event::UpgradeCancelled { code_hash, enacted });
		Ok(())
	}

	/// The hash of the code that the system pallet waits for.
	fn enacted() -> Option<T::Hash> {
		let authorization = frame_system::Pallet::<T>::authorized_upgrade()?;
		// Its fields are private outside `std`; the hash is the first of them.
		let code_hash = T::Hash::decode(&mut authorization.encode().as_slice()).ok()?;
		(code_hash != T::Hash::default()).then_some(code_hash)
	}
}

/// Grants.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_grant(account: T::AccountId, amount: Balance) -> DispatchResult {
		let mut window = Self::window()?;
		let granted = window
			.granted
			.checked_add(amount)
			.ok_or(ArithmeticError::Overflow)?;
		let remaining = T::GrantCap::get()
			.checked_sub(granted)
			.ok_or(Error::<T>::GrantCapExceeded)?;
		window.granted = granted;
		T::Currency::mint_into(&account, amount)?;
		Granted::<T>::put(window);
		Self::deposit_event(Event::FeesGranted {
			account,
			amount,
			remaining,
		});
		Ok(())
	}

	pub(crate) fn allowance() -> Balance {
		Self::window()
			.ok()
			.and_then(|window| T::GrantCap::get().checked_sub(window.granted))
			.unwrap_or(0)
	}

	/// The number of the period that runs.
	pub(crate) fn period() -> Result<u64, DispatchError> {
		let period = T::Time::now().checked_div(T::GrantPeriod::get());
		Ok(period.ok_or(ArithmeticError::DivisionByZero)?)
	}

	/// What was granted in the period that runs; nothing yet when it is a new one.
	fn window() -> Result<GrantWindow, DispatchError> {
		let (period, last) = (Self::period()?, Granted::<T>::get());
		Ok(if last.period == period {
			last
		} else {
			GrantWindow { period, granted: 0 }
		})
	}
}

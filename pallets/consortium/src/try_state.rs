//! Every invariant of the crate docs.

use crate::{Config, Granted, Pallet, Pending};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{Get, Time},
	},
	frame_system,
	sp_runtime::TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	///
	/// # Errors
	/// The first one that does not hold, by its number.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let window = Granted::<T>::get();
		ensure!(
			window.granted <= T::GrantCap::get(),
			"INV-CON-1: more was granted in a period than the cap"
		);
		ensure!(
			window.period <= Self::period()?,
			"INV-CON-2: grants are counted in the future"
		);
		if let Some(pending) = Pending::<T>::get() {
			ensure!(
				pending.authorized_at <= T::Time::now()
					&& pending.authorized_in <= frame_system::Pallet::<T>::block_number()
					&& pending.authorized_at < pending.enact_at,
				"INV-CON-3: a pending upgrade does not wait"
			);
		}
		Ok(())
	}
}

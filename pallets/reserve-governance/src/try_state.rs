//! Every invariant of the crate docs.

use crate::{AssetParameters, Config, Corridor, Corridors, DefaultParameters, Pallet, Parameters};
use assay_primitives::{Moment, ParameterKey, ReserveParameterValues};
use polkadot_sdk::{
	frame_support::{ensure, traits::Time},
	sp_runtime::TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	/// Checks all that is stored.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		ensure!(
			all_inside(&DefaultParameters::<T>::get()),
			"INV-GOV-1: a default value is outside the hard bounds of its key"
		);
		let now = T::Time::now();
		for parameters in Parameters::<T>::iter_values() {
			check_parameters(&parameters, now)?;
		}
		for (key, corridor) in Corridors::<T>::iter() {
			ensure!(
				corridor.check(key).is_ok(),
				"INV-GOV-4: a corridor is empty, turned round or outside the hard bounds of its key"
			);
		}
		Ok(())
	}
}

fn check_parameters(parameters: &AssetParameters, now: Moment) -> Result<(), TryRuntimeError> {
	let pending = &parameters.pending;
	ensure!(
		all_inside(&parameters.values)
			&& pending
				.iter()
				.all(|change| inside(change.key, change.value)),
		"INV-GOV-1: a value of an asset is outside the hard bounds of its key"
	);
	let times = |key: ParameterKey| pending.iter().filter(|change| change.key == key).count();
	ensure!(
		pending.iter().all(|change| times(change.key) == 1),
		"INV-GOV-2: two changes of one key are pending"
	);
	let last = &parameters.last_changes;
	let times = |key: ParameterKey| last.iter().filter(|change| change.key == key).count();
	ensure!(
		last.iter()
			.all(|change| times(change.key) == 1 && change.decided_at <= now),
		"INV-GOV-3: the last decision on a key is recorded twice or in the future"
	);
	ensure!(
		pending.iter().all(|change| {
			let after_last = parameters
				.last_change(change.key)
				.is_none_or(|last| last <= change.decided_at);
			after_last && change.decided_at <= change.effective_at && change.decided_at <= now
		}),
		"INV-GOV-3: a pending change is out of order in time"
	);
	Ok(())
}

fn all_inside(values: &ReserveParameterValues) -> bool {
	ParameterKey::ALL
		.into_iter()
		.all(|key| inside(key, values.get(key)))
}

fn inside(key: ParameterKey, value: u64) -> bool {
	let (lowest, highest) = Corridor::hard_bounds(key);
	(lowest..=highest).contains(&value)
}

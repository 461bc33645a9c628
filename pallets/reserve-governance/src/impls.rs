//! Decisions on parameters and corridors.

use crate::{
	AssetParameters, Config, Corridor, CorridorFault, Corridors, DefaultParameters, Error, Event,
	Pallet, Parameters, PendingChange,
};
use assay_primitives::{AssetId, Moment, ParameterKey, ReserveParameterValues};
use assay_traits::AssetInspect;
use polkadot_sdk::{
	frame_support::{ensure, traits::Time},
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

impl<T: Config> From<CorridorFault> for Error<T> {
	fn from(fault: CorridorFault) -> Self {
		match fault {
			CorridorFault::Shape => Self::InvalidCorridor,
			CorridorFault::Delays => Self::DelaysInverted,
			CorridorFault::HardBounds => Self::OutsideHardBounds,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The corridor that binds decisions on `key`.
	pub fn corridor_of(key: ParameterKey) -> Corridor {
		Corridors::<T>::get(key).unwrap_or_else(|| Corridor::initial(key))
	}

	/// Writes corridors and default values that hold from the first block on.
	pub(crate) fn build_genesis(
		corridors: &[(ParameterKey, Corridor)],
		values: ReserveParameterValues,
	) {
		for (key, corridor) in corridors {
			assert!(
				corridor.check(*key).is_ok(),
				"the corridor of {key:?} is not valid"
			);
			Corridors::<T>::insert(key, corridor);
		}
		for key in ParameterKey::ALL {
			let corridor = Self::corridor_of(key);
			assert!(
				(corridor.min..=corridor.max).contains(&values.get(key)),
				"the default value of {key:?} is outside its corridor"
			);
		}
		DefaultParameters::<T>::put(values);
	}

	/// The parameters of an asset at `now`, due changes folded in.
	fn folded(asset: AssetId, now: Moment) -> Result<AssetParameters, DispatchError> {
		ensure!(
			T::Assets::summary(asset).is_some(),
			Error::<T>::AssetNotFound
		);
		let mut parameters = Parameters::<T>::get(asset)
			.unwrap_or_else(|| AssetParameters::new(DefaultParameters::<T>::get()));
		parameters.fold(now).ok_or(Error::<T>::ValueTooWide)?;
		Ok(parameters)
	}

	pub(crate) fn do_set_parameter(asset: AssetId, key: ParameterKey, new: u64) -> DispatchResult {
		let now = T::Time::now();
		let mut parameters = Self::folded(asset, now)?;
		let old = parameters.values.get(key);
		Self::check_move(&parameters, key, new, now)?;

		let effective_at = now
			.checked_add(Self::corridor_of(key).delay_ms(key, old, new))
			.ok_or(ArithmeticError::Overflow)?;
		let change = PendingChange {
			key,
			value: new,
			decided_at: now,
			effective_at,
		};
		parameters
			.pending
			.try_push(change)
			.map_err(|_| Error::<T>::AlreadyPending)?;
		Parameters::<T>::insert(asset, parameters);
		Self::deposit_event(Event::ParameterScheduled {
			asset,
			key,
			old,
			new,
			effective_at,
		});
		Ok(())
	}

	/// Whether `key` may move from what is in force at `now` to `new`. Nothing is ever clamped.
	fn check_move(
		parameters: &AssetParameters,
		key: ParameterKey,
		new: u64,
		now: Moment,
	) -> DispatchResult {
		let corridor = Self::corridor_of(key);
		let old = parameters.values.get(key);
		let mut values = parameters.values;
		ensure!(values.set(key, new).is_some(), Error::<T>::ValueTooWide);
		ensure!(new >= corridor.min, Error::<T>::BelowCorridor);
		ensure!(new <= corridor.max, Error::<T>::AboveCorridor);
		ensure!(
			parameters.pending_change(key).is_none(),
			Error::<T>::AlreadyPending
		);
		ensure!(new != old, Error::<T>::Unchanged);
		ensure!(
			new.abs_diff(old) <= corridor.max_step,
			Error::<T>::StepTooLarge
		);
		if let Some(last) = parameters.last_change(key) {
			let free_at = last
				.checked_add(corridor.cooldown_ms)
				.ok_or(ArithmeticError::Overflow)?;
			ensure!(now >= free_at, Error::<T>::CoolingDown);
		}
		Ok(())
	}

	pub(crate) fn do_cancel_change(asset: AssetId, key: ParameterKey) -> DispatchResult {
		let mut parameters = Self::folded(asset, T::Time::now())?;
		let value = parameters
			.pending_change(key)
			.ok_or(Error::<T>::NothingPending)?
			.value;
		parameters.pending.retain(|change| change.key != key);
		Parameters::<T>::insert(asset, parameters);
		Self::deposit_event(Event::ChangeCancelled { asset, key, value });
		Ok(())
	}

	pub(crate) fn do_set_corridor(key: ParameterKey, new: Corridor) -> DispatchResult {
		new.check_decision(key).map_err(Error::<T>::from)?;
		let old = Self::corridor_of(key);
		ensure!(new != old, Error::<T>::Unchanged);
		Corridors::<T>::insert(key, new);
		Self::deposit_event(Event::CorridorSet { key, old, new });
		Ok(())
	}
}

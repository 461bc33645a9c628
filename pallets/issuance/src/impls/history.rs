//! Supply and reserve by day, for charts.

use crate::{
	types::{DayRecord, HISTORY_DAYS},
	Config, History, HistoryCursor, Pallet, Totals,
};
use alloc::vec::Vec;
use assay_primitives::{AssetId, Moment, ReserveFigures, DAY};
use assay_traits::{GuardedLedger, ReserveInspect};

impl<T: Config> Pallet<T> {
	/// The slot of the day that `now` is in, if nothing is written there for that day yet.
	fn open_slot(asset: AssetId, now: Moment) -> Option<(u32, u32)> {
		let day = u32::try_from(now.checked_div(DAY)?).ok()?;
		let slot = day.checked_rem(HISTORY_DAYS)?;
		let written = History::<T>::get(asset, slot).is_some_and(|record| record.day == day);
		(!written).then_some((slot, day))
	}

	/// Writes the asset's day, unless it is written.
	pub(crate) fn chart(asset: AssetId, figures: &ReserveFigures, now: Moment) {
		if let Some((slot, day)) = Self::open_slot(asset, now) {
			let record = DayRecord {
				day,
				supply: T::Ledger::supply(asset),
				reserve: figures.reserve,
				claims: figures.claims,
			};
			History::<T>::insert(asset, slot, record);
		}
	}

	/// Looks at the next asset that was ever minted, one a block, round and round, and writes its day.
	/// What is not known of a reserve leaves a hole.
	pub(crate) fn chart_next(now: Moment) {
		let mut assets = match HistoryCursor::<T>::get() {
			Some(last) => Totals::<T>::iter_keys_from(Totals::<T>::hashed_key_for(last)),
			None => Totals::<T>::iter_keys(),
		};
		let Some(asset) = assets.next() else {
			HistoryCursor::<T>::kill();
			return;
		};
		HistoryCursor::<T>::put(asset);
		if Self::open_slot(asset, now).is_some() {
			if let Ok(figures) = T::Reserves::figures(asset, now) {
				Self::chart(asset, &figures, now);
			}
		}
	}

	pub(crate) fn history_of(asset: AssetId) -> Vec<DayRecord> {
		let mut days = (0..HISTORY_DAYS)
			.filter_map(|slot| History::<T>::get(asset, slot))
			.collect::<Vec<_>>();
		days.sort_unstable_by_key(|record| record.day);
		days
	}
}

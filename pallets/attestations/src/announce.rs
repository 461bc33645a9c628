//! Tells the world, and who keeps a record of it, when a status has changed. Nothing here opens or shuts
//! anything.

use crate::{AnnouncementCursor, Config, Event, LastAnnounced, Pallet, Scopes, WeightInfo};
use assay_primitives::AssetId;
use assay_traits::{OnReserveStatus, ReserveInspect};
use polkadot_sdk::{
	frame_support::{
		traits::{Get, Time},
		weights::WeightMeter,
	},
	sp_weights::Weight,
};

impl<T: Config> Pallet<T> {
	/// Looks at the next assets in turn, as many as weight and the bound per block allow, and
	/// announces those whose status is another than before. Returns the weight it took.
	pub(crate) fn announce(remaining: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(remaining);
		let step = T::WeightInfo::announce_step();
		let start = T::WeightInfo::announce_start();
		if !meter.can_consume(start.saturating_add(step)) {
			return Weight::zero();
		}
		meter.consume(start);

		let mut cursor = AnnouncementCursor::<T>::get();
		for _ in 0..T::MaxAnnouncementsPerBlock::get() {
			if meter.try_consume(step).is_err() {
				break;
			}
			cursor = Self::announce_after(cursor);
			if cursor.is_none() {
				break;
			}
		}
		AnnouncementCursor::<T>::set(cursor);
		meter.consumed()
	}

	/// Looks at the asset after `cursor`, or at the first, and returns it; `None` when the round is
	/// over.
	pub(crate) fn announce_after(cursor: Option<AssetId>) -> Option<AssetId> {
		let asset = match cursor {
			Some(last) => Scopes::<T>::iter_keys_from_key(last).next(),
			None => Scopes::<T>::iter_keys().next(),
		}?;
		// An asset without a value cannot be minted, and has no status to announce.
		if let Ok(figures) = <Self as ReserveInspect>::figures(asset, T::Time::now()) {
			let old = LastAnnounced::<T>::get(asset);
			let new = figures.status;
			if old != Some(new) {
				LastAnnounced::<T>::insert(asset, new);
				T::OnStatus::changed(asset, new, T::Time::now());
				Self::deposit_event(Event::StatusChanged { asset, old, new });
			}
		}
		Some(asset)
	}
}

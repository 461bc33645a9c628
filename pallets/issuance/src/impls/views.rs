//! What the view functions answer.

use crate::{
	types::{Allowance, RedemptionPage, MAX_PAGE},
	Buckets, Config, NextRedemptionId, Pallet, Redemptions, UncuredBreaches,
};
use alloc::vec::Vec;
use assay_primitives::{AssetId, Balance, Movement, RedemptionId};
use assay_traits::{AssetInspect, ReserveInspect};
use polkadot_sdk::frame_support::traits::Time;

impl<T: Config> Pallet<T> {
	pub(crate) fn allowance_now(asset: AssetId) -> Option<Allowance> {
		let now = T::Time::now();
		let bucket = Buckets::<T>::get(asset)?.at(now);
		let summary = T::Assets::summary(asset)?;
		let reserve_share: Balance = T::Reserves::figures(asset, now)
			.and_then(|figures| Self::reserve_share(asset, &summary, &figures, now))
			.unwrap_or_default();
		let headroom = T::Reserves::headroom(asset, now).unwrap_or_default();
		let asset_active = summary.status.allows(Movement::Mint);
		let documents_in_force = T::Assets::documents_in_force(asset, now);
		let uncured_breaches = UncuredBreaches::<T>::get(asset);
		let bond_room = Self::bond_room(asset, now);
		let mintable = if asset_active && documents_in_force && uncured_breaches == 0 {
			bucket
				.level
				.min(bucket.limits.single_mint_cap)
				.min(reserve_share)
				.min(headroom)
				.min(bond_room)
		} else {
			0
		};
		Some(Allowance {
			controller: bucket.controller,
			limits: bucket.limits,
			raise: bucket.raise,
			level: bucket.level,
			reserve_share,
			headroom,
			asset_active,
			documents_in_force,
			uncured_breaches,
			bond_room,
			mintable,
		})
	}

	/// Looks at up to `limit` redemptions from `from` on, of whatever asset, so that the work is
	/// bounded; a page may hold fewer, or none, and still have a next one.
	pub(crate) fn queue_page(
		asset: AssetId,
		from: RedemptionId,
		limit: u32,
	) -> RedemptionPage<T::AccountId> {
		let end = NextRedemptionId::<T>::get();
		let until = from
			.saturating_add(limit.clamp(1, MAX_PAGE).into())
			.min(end);
		let items = (from..until)
			.filter_map(|id| Redemptions::<T>::get(id).map(|redemption| (id, redemption)))
			.filter(|(_, redemption)| redemption.asset == asset && redemption.state.is_open())
			.collect::<Vec<_>>();
		RedemptionPage {
			items,
			next: Some(until).filter(|next| *next < end),
		}
	}
}

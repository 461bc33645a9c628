//! [`LotInspect`]: what the register says of a scope, in one read.

use crate::{Config, Lots, Pallet, ScopeTotals, Vaults};
use assay_primitives::{LotId, LotPlace, Moment, Quantity, Scope};
use assay_traits::LotInspect;

impl<T: Config> LotInspect for Pallet<T> {
	/// Zero as well when the totals contradict themselves, which no call can bring about.
	fn pledged(scope: Scope, now: Moment) -> Quantity {
		ScopeTotals::<T>::get(scope)
			.and_then(|totals| totals.counting(now))
			.unwrap_or(0)
	}

	fn holds_lots(scope: Scope) -> bool {
		ScopeTotals::<T>::get(scope).is_some_and(|totals| totals.lots > 0)
	}

	/// What left at `as_of` or after: a removal at exactly `as_of` is taken off too, see
	/// [`crate::Totals::removed`].
	fn removed_after(scope: Scope, as_of: Moment) -> Quantity {
		ScopeTotals::<T>::get(scope)
			.map_or(0, |totals| totals.removed(as_of).unwrap_or(Quantity::MAX))
	}

	/// Totals that say nothing any more are removed.
	fn report_accepted(scope: Scope, as_of: Moment) {
		let Some(mut totals) = ScopeTotals::<T>::get(scope) else {
			return;
		};
		totals.report_accepted(as_of);
		if !totals.is_empty() {
			ScopeTotals::<T>::insert(scope, totals);
			return;
		}
		ScopeTotals::<T>::remove(scope);
		Vaults::<T>::mutate_extant(scope.vault, |vault| {
			vault.assets.retain(|asset| *asset != scope.asset);
		});
	}

	/// A lot that moved came when it did; another is where it was registered.
	fn place(lot: LotId) -> Option<LotPlace> {
		Lots::<T>::get(lot).map(|lot| LotPlace {
			custodian: lot.custodian,
			vault: lot.vault,
			lien: lot.lien,
			since: lot.arrived_at.unwrap_or(lot.registered_at),
		})
	}
}

use crate::*;
use assay_traits::{HoldingsInspect, ReseatIdentity, Seats};
use polkadot_sdk::frame_support::defensive;

impl<T: Config> Pallet<T> {
	/// Sets the jurisdiction, by the identity's registrar: at once when nothing is held, otherwise as
	/// soon as no position is counted under the old one.
	pub(crate) fn do_change_jurisdiction(
		who: &T::AccountId,
		identity: IdentityId,
		new: Jurisdiction,
	) -> DispatchResult {
		let mut record = Self::record(identity)?;
		Self::ensure_registrar_of(who, &record)?;
		ensure!(is_country(new), Error::<T>::InvalidJurisdiction);
		let old = record.profile.jurisdiction;
		let pending = record.profile.pending_jurisdiction;
		let holds = T::Holdings::identity_holds_anything(identity);
		// Whoever has parted with everything since the change began may end it so.
		ensure!(pending.is_none() || !holds, Error::<T>::JurisdictionPending);
		ensure!(
			old != new || pending.is_some(),
			Error::<T>::SameJurisdiction
		);

		if holds {
			record.profile.pending_jurisdiction = Some(new);
			Identities::<T>::insert(identity, record);
			Self::deposit_event(Event::JurisdictionChangeBegun { identity, old, new });
		} else {
			Self::write_jurisdiction(identity, record, new);
		}
		Ok(())
	}

	/// Writes a jurisdiction, and that none is pending.
	fn write_jurisdiction(identity: IdentityId, mut record: IdentityRecord, new: Jurisdiction) {
		let old = core::mem::replace(&mut record.profile.jurisdiction, new);
		record.profile.pending_jurisdiction = None;
		Identities::<T>::insert(identity, record);
		Self::deposit_event(Event::JurisdictionChanged { identity, old, new });
	}
}

impl<T: Config> ReseatIdentity for Pallet<T> {
	fn pending(identity: IdentityId) -> Option<Jurisdiction> {
		Identities::<T>::get(identity)?.profile.pending_jurisdiction
	}

	fn complete(identity: IdentityId) -> DispatchResult {
		let record = Self::record(identity)?;
		let new = record
			.profile
			.pending_jurisdiction
			.ok_or(Error::<T>::NoJurisdictionPending)?;
		Self::write_jurisdiction(identity, record, new);
		Ok(())
	}
}

impl<T: Config> Seats for Pallet<T> {
	fn positions(identity: IdentityId) -> CountryCounts {
		Identities::<T>::get(identity).map_or_else(Default::default, |record| record.positions)
	}

	fn set_positions(identity: IdentityId, positions: CountryCounts) {
		Identities::<T>::mutate(identity, |record| match record {
			Some(record) => record.positions = positions,
			None => {
				defensive!("whoever holds units is known");
			},
		});
	}
}

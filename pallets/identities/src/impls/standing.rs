use crate::*;
use assay_primitives::Standing;

impl<T: Config> Pallet<T> {
	/// Suspends an identity. What the registrar ordered the council may take over.
	pub(crate) fn do_suspend(
		identity: IdentityId,
		mut record: IdentityRecord,
		by: Authority,
	) -> DispatchResult {
		let is_new = match record.suspended_by {
			None => true,
			Some(Authority::Registrar) => by == Authority::Council,
			Some(Authority::Council) => false,
		};
		ensure!(is_new, Error::<T>::AlreadySuspended);

		record.suspended_by = Some(by);
		Self::write_standing(identity, record);
		Self::deposit_event(Event::Suspended { identity, by });
		Ok(())
	}

	/// Ends a suspension, and nothing but that.
	pub(crate) fn do_reinstate(
		identity: IdentityId,
		mut record: IdentityRecord,
		by: Authority,
	) -> DispatchResult {
		let ordered_by = record.suspended_by.ok_or(Error::<T>::NotSuspended)?;
		ensure!(
			by == Authority::Council || ordered_by == Authority::Registrar,
			Error::<T>::SuspendedByCouncil
		);

		record.suspended_by = None;
		let standing = Self::write_standing(identity, record);
		Self::deposit_event(Event::Reinstated {
			identity,
			by,
			standing,
		});
		Ok(())
	}

	/// Sanctions an identity, whether or not it is suspended.
	pub(crate) fn do_sanction(identity: IdentityId, case: Hash) -> DispatchResult {
		let mut record = Self::record(identity)?;
		ensure!(!record.sanctioned, Error::<T>::AlreadySanctioned);

		record.sanctioned = true;
		Self::write_standing(identity, record);
		Self::deposit_event(Event::Sanctioned { identity, case });
		Ok(())
	}

	/// Ends a sanction, and nothing but that.
	pub(crate) fn do_lift_sanction(identity: IdentityId, case: Hash) -> DispatchResult {
		let mut record = Self::record(identity)?;
		ensure!(record.sanctioned, Error::<T>::NotSanctioned);

		record.sanctioned = false;
		let standing = Self::write_standing(identity, record);
		Self::deposit_event(Event::SanctionLifted {
			identity,
			case,
			standing,
		});
		Ok(())
	}

	/// Writes a record and the standing that follows from it, there and at every account.
	fn write_standing(identity: IdentityId, mut record: IdentityRecord) -> Standing {
		let standing = record.standing_due();
		if record.profile.standing != standing {
			record.profile.standing = standing;
			for account in AccountsOf::<T>::get(identity) {
				Links::<T>::mutate(account, |slot| {
					if let Some(link) = slot {
						link.standing = standing;
					}
				});
			}
		}
		Identities::<T>::insert(identity, record);
		standing
	}
}

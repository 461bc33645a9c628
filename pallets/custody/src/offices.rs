//! Custodians, auditors and vaults.

use crate::{
	Approval, Auditors, Config, Custodian, Custodians, Error, Event, HoldReason, Licence,
	NextVaultId, Office, Pallet, RequiredBond, ScopeTotals, Vault, VaultName, Vaults,
};
use assay_primitives::{IdentityId, IdentityKind, Jurisdiction, Scope, VaultId};
use assay_traits::{AssetInspect, CustodyDependents, IdentityInspect};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{fungible::MutateHold, tokens::Precision, Get, Time},
		BoundedVec,
	},
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// The organisation that an account acts for, if person and organisation are in good standing.
	pub(crate) fn acting_organisation(who: &T::AccountId) -> Result<IdentityId, DispatchError> {
		let identity =
			T::Identities::active_identity_of(who).ok_or(Error::<T>::NoActiveIdentity)?;
		let organisation =
			T::Identities::organisation_of(identity).ok_or(Error::<T>::NoActiveIdentity)?;
		if organisation != identity {
			ensure!(
				Self::in_good_standing(organisation),
				Error::<T>::NoActiveIdentity
			);
		}
		Ok(organisation)
	}

	/// The custodian that an account acts for, if what it keeps counts now: needed for all that adds
	/// to a reserve.
	pub(crate) fn acting_custodian(who: &T::AccountId) -> Result<IdentityId, DispatchError> {
		let organisation = Self::acting_organisation(who)?;
		Self::ensure_custodian(organisation)?;
		Ok(organisation)
	}

	/// The vault, if it is the custodian's own.
	pub(crate) fn own_vault(
		vault: VaultId,
		custodian: IdentityId,
	) -> Result<Vault<T::AccountId>, DispatchError> {
		let record = Vaults::<T>::get(vault).ok_or(Error::<T>::VaultNotFound)?;
		ensure!(record.custodian == custodian, Error::<T>::NotOwner);
		Ok(record)
	}

	pub(crate) fn approve_at_genesis(
		custodians: &[(IdentityId, Licence)],
		auditors: &[(IdentityId, Licence)],
	) {
		for (organisation, licence) in custodians {
			let entry = Custodian {
				approval: Approval::new(licence.clone()),
				required_bond: None,
				vaults: 0,
			};
			Custodians::<T>::insert(organisation, entry);
		}
		for (organisation, licence) in auditors {
			assert!(
				!Custodians::<T>::contains_key(organisation),
				"an organisation cannot be both custodian and auditor"
			);
			Auditors::<T>::insert(organisation, Approval::new(licence.clone()));
		}
	}

	pub(crate) fn do_approve_custodian(
		organisation: IdentityId,
		licence: Licence,
		required_bond: Option<RequiredBond>,
	) -> DispatchResult {
		Self::ensure_may_hold(Office::Custodian, organisation, &licence)?;
		Self::ensure_settlement(required_bond)?;
		let entry = Custodian {
			approval: Approval::new(licence.clone()),
			required_bond,
			vaults: 0,
		};
		Custodians::<T>::insert(organisation, entry);
		Self::deposit_event(Event::Approved {
			office: Office::Custodian,
			organisation,
			licence,
		});
		if required_bond.is_some() {
			Self::deposit_event(Event::BondRequired {
				organisation,
				old: None,
				new: required_bond,
			});
		}
		Ok(())
	}

	pub(crate) fn do_approve_auditor(organisation: IdentityId, licence: Licence) -> DispatchResult {
		Self::ensure_may_hold(Office::Auditor, organisation, &licence)?;
		Auditors::<T>::insert(organisation, Approval::new(licence.clone()));
		Self::deposit_event(Event::Approved {
			office: Office::Auditor,
			organisation,
			licence,
		});
		Ok(())
	}

	/// The organisation may be approved for the office with that licence.
	fn ensure_may_hold(
		office: Office,
		organisation: IdentityId,
		licence: &Licence,
	) -> DispatchResult {
		let profile = T::Identities::profile(organisation).ok_or(Error::<T>::IdentityNotFound)?;
		ensure!(
			profile.kind == IdentityKind::Legal,
			Error::<T>::NotOrganisation
		);
		let keeps = Custodians::<T>::contains_key(organisation);
		let audits = Auditors::<T>::contains_key(organisation);
		let (already, other) = match office {
			Office::Custodian => (keeps, audits),
			Office::Auditor => (audits, keeps),
		};
		ensure!(!already, Error::<T>::AlreadyApproved);
		ensure!(!other, Error::<T>::HoldsOtherOffice);
		ensure!(licence.in_force(T::Time::now()), Error::<T>::LicenceExpired);
		Ok(())
	}

	pub(crate) fn do_renew_licence(
		office: Office,
		organisation: IdentityId,
		new: Licence,
	) -> DispatchResult {
		ensure!(new.in_force(T::Time::now()), Error::<T>::LicenceExpired);
		let old = Self::change_approval(office, organisation, |approval| {
			Ok(core::mem::replace(&mut approval.licence, new.clone()))
		})?;
		Self::deposit_event(Event::LicenceRenewed {
			office,
			organisation,
			old,
			new,
		});
		Ok(())
	}

	pub(crate) fn do_set_required_bond(
		organisation: IdentityId,
		new: Option<RequiredBond>,
	) -> DispatchResult {
		Self::ensure_settlement(new)?;
		let old = Custodians::<T>::try_mutate(organisation, |entry| {
			let entry = entry.as_mut().ok_or(Error::<T>::ApprovalNotFound)?;
			Ok::<_, Error<T>>(core::mem::replace(&mut entry.required_bond, new))
		})?;
		Self::deposit_event(Event::BondRequired {
			organisation,
			old,
			new,
		});
		Ok(())
	}

	/// A bond that is required consists of a settlement asset.
	fn ensure_settlement(required: Option<RequiredBond>) -> DispatchResult {
		if let Some(required) = required {
			let settles =
				T::Assets::summary(required.asset).is_some_and(|summary| summary.settlement);
			ensure!(settles, Error::<T>::NotSettlementAsset);
		}
		Ok(())
	}

	pub(crate) fn set_suspended(
		office: Office,
		organisation: IdentityId,
		suspended: bool,
	) -> DispatchResult {
		Self::change_approval(office, organisation, |approval| {
			if suspended {
				ensure!(!approval.suspended, Error::<T>::AlreadySuspended);
			} else {
				ensure!(approval.suspended, Error::<T>::NotSuspended);
			}
			approval.suspended = suspended;
			Ok(())
		})
	}

	fn change_approval<R>(
		office: Office,
		organisation: IdentityId,
		change: impl FnOnce(&mut Approval) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		match office {
			Office::Custodian => Custodians::<T>::try_mutate(organisation, |entry| {
				change(&mut entry.as_mut().ok_or(Error::<T>::ApprovalNotFound)?.approval)
			}),
			Office::Auditor => Auditors::<T>::try_mutate(organisation, |entry| {
				change(entry.as_mut().ok_or(Error::<T>::ApprovalNotFound)?)
			}),
		}
	}

	pub(crate) fn do_remove(office: Office, organisation: IdentityId) -> DispatchResult {
		match office {
			Office::Custodian => {
				let entry =
					Custodians::<T>::get(organisation).ok_or(Error::<T>::ApprovalNotFound)?;
				ensure!(entry.vaults == 0, Error::<T>::HasVaults);
				ensure!(
					!T::Dependents::depends_on_custodian(organisation),
					Error::<T>::StillNeeded
				);
				Custodians::<T>::remove(organisation);
			},
			Office::Auditor => {
				Auditors::<T>::take(organisation).ok_or(Error::<T>::ApprovalNotFound)?;
				ensure!(
					!T::Dependents::depends_on_auditor(organisation),
					Error::<T>::StillNeeded
				);
			},
		}
		Self::deposit_event(Event::Removed {
			office,
			organisation,
		});
		Ok(())
	}

	pub(crate) fn do_open_vault(
		depositor: T::AccountId,
		name: VaultName,
		jurisdiction: Jurisdiction,
	) -> DispatchResult {
		let custodian = Self::acting_custodian(&depositor)?;
		ensure!(!name.is_empty(), Error::<T>::NameEmpty);
		ensure!(jurisdiction != 0, Error::<T>::UnknownJurisdiction);

		let vault = NextVaultId::<T>::get();
		let next = vault.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let deposit = T::VaultDeposit::get();
		T::Currency::hold(&HoldReason::Vault.into(), &depositor, deposit)?;
		Self::count_vault(custodian, |vaults| vaults.checked_add(1))?;
		NextVaultId::<T>::put(next);
		let record = Vault {
			custodian,
			name,
			jurisdiction,
			lots: 0,
			assets: BoundedVec::new(),
			depositor,
			deposit,
		};
		Vaults::<T>::insert(vault, record);
		Self::deposit_event(Event::VaultOpened {
			vault,
			custodian,
			jurisdiction,
		});
		Ok(())
	}

	/// Returns how many assets had totals in the vault.
	pub(crate) fn do_close_vault(who: &T::AccountId, vault: VaultId) -> Result<u32, DispatchError> {
		let custodian = Self::acting_organisation(who)?;
		let record = Self::own_vault(vault, custodian)?;
		ensure!(record.lots == 0, Error::<T>::VaultNotEmpty);

		let reason = HoldReason::Vault.into();
		T::Currency::release(&reason, &record.depositor, record.deposit, Precision::Exact)?;
		Self::count_vault(custodian, |vaults| vaults.checked_sub(1))?;
		for asset in &record.assets {
			ScopeTotals::<T>::remove(Scope {
				asset: *asset,
				custodian,
				vault,
			});
		}
		Vaults::<T>::remove(vault);
		Self::deposit_event(Event::VaultClosed { vault, custodian });
		record
			.assets
			.len()
			.try_into()
			.map_err(|_| ArithmeticError::Overflow.into())
	}

	fn count_vault(
		custodian: IdentityId,
		change: impl FnOnce(u32) -> Option<u32>,
	) -> DispatchResult {
		Custodians::<T>::try_mutate(custodian, |entry| {
			let entry = entry.as_mut().ok_or(Error::<T>::ApprovalNotFound)?;
			entry.vaults = change(entry.vaults).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}
}

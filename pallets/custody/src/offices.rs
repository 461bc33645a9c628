//! Custodians, auditors and vaults.

use crate::{
	Approval, Auditors, Config, Custodian, Custodians, Error, Event, HoldReason, NextVaultId,
	Office, Pallet, ScopeTotals, Vault, VaultName, Vaults,
};
use assay_primitives::{Hash, IdentityId, IdentityKind, Jurisdiction, Scope, VaultId};
use assay_traits::{CustodyInspect, IdentityInspect};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{fungible::MutateHold, tokens::Precision, Get},
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

	/// The approved custodian that an account acts for.
	pub(crate) fn acting_custodian(who: &T::AccountId) -> Result<IdentityId, DispatchError> {
		let organisation = Self::acting_organisation(who)?;
		ensure!(Self::is_custodian(organisation), Error::<T>::NotApproved);
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
		custodians: &[(IdentityId, Hash)],
		auditors: &[(IdentityId, Hash)],
	) {
		for (organisation, licence) in custodians {
			let entry = Custodian {
				approval: Approval::new(*licence),
				vaults: 0,
			};
			Custodians::<T>::insert(organisation, entry);
		}
		for (organisation, licence) in auditors {
			assert!(
				!Custodians::<T>::contains_key(organisation),
				"an organisation cannot be both custodian and auditor"
			);
			Auditors::<T>::insert(organisation, Approval::new(*licence));
		}
	}

	pub(crate) fn do_approve(
		office: Office,
		organisation: IdentityId,
		licence: Hash,
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

		let approval = Approval::new(licence);
		match office {
			Office::Custodian => Custodians::<T>::insert(
				organisation,
				Custodian {
					approval,
					vaults: 0,
				},
			),
			Office::Auditor => Auditors::<T>::insert(organisation, approval),
		}
		Self::deposit_event(Event::Approved {
			office,
			organisation,
			licence,
		});
		Ok(())
	}

	pub(crate) fn set_suspended(
		office: Office,
		organisation: IdentityId,
		suspended: bool,
	) -> DispatchResult {
		let change = |approval: &mut Approval| -> DispatchResult {
			if suspended {
				ensure!(!approval.suspended, Error::<T>::AlreadySuspended);
			} else {
				ensure!(approval.suspended, Error::<T>::NotSuspended);
			}
			approval.suspended = suspended;
			Ok(())
		};
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
				Custodians::<T>::remove(organisation);
			},
			Office::Auditor => {
				Auditors::<T>::take(organisation).ok_or(Error::<T>::ApprovalNotFound)?;
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

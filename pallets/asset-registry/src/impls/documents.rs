//! Documents, what an issuer tells beside the terms, and deposits.

use crate::{
	types::*, Config, Deposits, Documents, Error, Event, Filings, HoldReason, Latest, Pallet,
	Profiles, Summaries,
};
use alloc::vec::Vec;
use assay_primitives::{AssetId, AssetStatus, Balance, IdentityId, Moment};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{fungible::MutateHold, tokens::Precision, Get, Time},
	},
	sp_runtime::{ArithmeticError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_add_document(
		who: &T::AccountId,
		by: IdentityId,
		asset: AssetId,
		status: AssetStatus,
		kind: DocumentKind,
		filing: DocumentFiling,
	) -> DispatchResult {
		let now = T::Time::now();
		let DocumentFiling {
			hash,
			valid_until,
			required,
			..
		} = filing;
		ensure!(
			valid_until.is_none_or(|until| now <= until),
			Error::<T>::AlreadyExpired
		);
		let mut file = Filings::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		let mut index = Latest::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		ensure!(
			status != AssetStatus::Draft || file.documents < MAX_DRAFT_DOCUMENTS,
			Error::<T>::TooManyDocuments
		);
		let version = Self::supersede(&mut index, status, kind, valid_until, required)?;
		file.documents = file
			.documents
			.checked_add(1)
			.ok_or(Error::<T>::TooManyDocuments)?;
		Self::hold_deposit(asset, who, T::DocumentDeposit::get())?;

		Filings::<T>::insert(asset, file);
		Latest::<T>::insert(asset, index);
		let document = Document {
			filing,
			added_at: now,
			added_by: by,
		};
		Documents::<T>::insert(asset, (kind, version), document);
		Self::deposit_event(Event::DocumentAdded {
			asset,
			kind,
			version,
			hash,
			valid_until,
			required,
			by,
		});
		Ok(())
	}

	/// Makes a new version the latest of its kind in the index, and says which it is.
	fn supersede(
		index: &mut LatestDocuments,
		status: AssetStatus,
		kind: DocumentKind,
		valid_until: Option<Moment>,
		required: bool,
	) -> Result<u16, Error<T>> {
		let mut new = LatestDocument {
			kind,
			version: 1,
			valid_until,
			required,
		};
		match index.iter_mut().find(|latest| latest.kind == kind) {
			Some(latest) => {
				let stands = status != AssetStatus::Draft && latest.required;
				ensure!(required || !stands, Error::<T>::RequirementStands);
				new.version = latest
					.version
					.checked_add(1)
					.ok_or(Error::<T>::TooManyDocuments)?;
				*latest = new;
			},
			None => index
				.try_push(new)
				.map_err(|_| Error::<T>::TooManyDocumentKinds)?,
		}
		Ok(new.version)
	}

	/// Says where a version of a document can be read from now on.
	pub(crate) fn do_move_document(
		asset: AssetId,
		by: IdentityId,
		kind: DocumentKind,
		version: u16,
		uri: Text<MAX_URI>,
	) -> DispatchResult {
		let mut document =
			Documents::<T>::get(asset, (kind, version)).ok_or(Error::<T>::DocumentNotFound)?;
		ensure!(document.filing.uri != uri, Error::<T>::NothingChanges);
		let old = core::mem::replace(&mut document.filing.uri, uri.clone());
		Documents::<T>::insert(asset, (kind, version), document);
		Self::deposit_event(Event::DocumentMoved {
			asset,
			kind,
			version,
			old,
			new: uri,
			by,
		});
		Ok(())
	}

	pub(crate) fn do_set_profile(
		asset: AssetId,
		by: IdentityId,
		profile: AssetProfile,
	) -> DispatchResult {
		let old = Profiles::<T>::get(asset);
		ensure!(old != profile, Error::<T>::NothingChanges);
		Profiles::<T>::insert(asset, &profile);
		Self::deposit_event(Event::ProfileSet {
			asset,
			old,
			new: profile,
			by,
		});
		Ok(())
	}

	/// Required documents whose latest version has expired.
	pub(crate) fn missed_documents(asset: AssetId) -> Vec<LatestDocument> {
		let now = T::Time::now();
		Latest::<T>::get(asset)
			.unwrap_or_default()
			.into_iter()
			.filter(|latest| latest.is_missed(now))
			.collect()
	}

	pub(crate) fn latest_documents(asset: AssetId) -> DocumentList {
		Latest::<T>::get(asset)
			.unwrap_or_default()
			.into_iter()
			.filter_map(|LatestDocument { kind, version, .. }| {
				Some((kind, version, Documents::<T>::get(asset, (kind, version))?))
			})
			.collect()
	}
}

/// Deposits.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_reclaim(who: T::AccountId, asset: AssetId) -> DispatchResult {
		let summary = Summaries::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		ensure!(
			summary.status == AssetStatus::Retired,
			Error::<T>::StatusForbids
		);
		let amount = Deposits::<T>::get(asset, &who);
		ensure!(amount > 0, Error::<T>::NoDeposit);
		Self::release_deposit(&who, amount)?;
		Deposits::<T>::remove(asset, &who);
		Self::deposit_event(Event::DepositReclaimed { asset, who, amount });
		Ok(())
	}

	pub(crate) fn hold_deposit(
		asset: AssetId,
		who: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		let total = Deposits::<T>::get(asset, who)
			.checked_add(amount)
			.ok_or(ArithmeticError::Overflow)?;
		T::Currency::hold(&HoldReason::AssetDeposit.into(), who, amount)?;
		Deposits::<T>::insert(asset, who, total);
		Ok(())
	}

	pub(crate) fn release_deposit(who: &T::AccountId, amount: Balance) -> DispatchResult {
		T::Currency::release(
			&HoldReason::AssetDeposit.into(),
			who,
			amount,
			Precision::Exact,
		)?;
		Ok(())
	}
}

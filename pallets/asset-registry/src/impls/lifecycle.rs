//! The life of an asset.

use crate::{
	checks::skeleton, types::*, Config, Deposits, Documents, Error, Event, Filings, Latest,
	NextAssetId, Pallet, Profiles, Summaries, TermChanges, Terms, Tickers,
};
use assay_primitives::{AssetId, AssetStatus, AssetSummary, Hash, IdentityId};
use assay_traits::{AssetInspect, GuardedLedger, OnAssetStatus, PositionInspect};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{Get, Time},
	},
	sp_io::hashing::blake2_256,
	sp_runtime::{DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_draft(
		who: &T::AccountId,
		by: IdentityId,
		issuer: IdentityId,
		definition: AssetDefinition,
	) -> DispatchResult {
		let asset = NextAssetId::<T>::get();
		let next = asset.checked_add(1).ok_or(Error::<T>::TooManyAssets)?;
		let ticker = definition.terms.symbol.clone();
		let key = skeleton(ticker.clone());
		ensure!(!Tickers::<T>::contains_key(&key), Error::<T>::TickerTaken);
		Self::hold_deposit(asset, who, T::AssetDeposit::get())?;
		Self::engage(issuer)?;

		NextAssetId::<T>::put(next);
		Tickers::<T>::insert(key, asset);
		let filing = Filing {
			drafted_by: by,
			approved_by: None,
			documents: 0,
			grants: 0,
		};
		Filings::<T>::insert(asset, filing);
		Latest::<T>::insert(asset, LatestDocuments::new());
		let terms_hash = definition.hash();
		let AssetDefinition { kind, unit, terms } = definition;
		let summary = AssetSummary {
			status: AssetStatus::Draft,
			kind,
			issuer,
			unit,
			underlying_unit: Self::unit_name(&terms),
			settlement: false,
		};
		Summaries::<T>::insert(asset, summary);
		Terms::<T>::insert(asset, terms);
		Self::deposit_event(Event::AssetDrafted {
			asset,
			issuer,
			ticker,
			terms_hash,
			by,
		});
		Ok(())
	}

	pub(crate) fn do_amend(
		asset: AssetId,
		by: IdentityId,
		summary: AssetSummary,
		definition: AssetDefinition,
	) -> DispatchResult {
		let old = Self::definition(asset, &summary).ok_or(Error::<T>::NotFound)?;
		let (old_key, new_key) = (
			skeleton(old.terms.symbol.clone()),
			skeleton(definition.terms.symbol.clone()),
		);
		if old_key != new_key {
			ensure!(
				!Tickers::<T>::contains_key(&new_key),
				Error::<T>::TickerTaken
			);
			Tickers::<T>::remove(old_key);
			Tickers::<T>::insert(new_key, asset);
		}
		Filings::<T>::mutate_extant(asset, |filing| filing.drafted_by = by);
		let (old, new) = (old.hash(), definition.hash());
		Self::write_definition(asset, &summary, definition);
		Self::deposit_event(Event::DraftAmended {
			asset,
			old,
			new,
			by,
		});
		Ok(())
	}

	/// Removes a draft and says how many documents it had.
	pub(crate) fn do_remove(asset: AssetId) -> Result<u32, DispatchError> {
		let filing = Filings::<T>::take(asset).ok_or(Error::<T>::NotFound)?;
		let terms = Terms::<T>::take(asset).ok_or(Error::<T>::NotFound)?;
		Tickers::<T>::remove(skeleton(terms.symbol));
		let summary = Summaries::<T>::take(asset).ok_or(Error::<T>::NotFound)?;
		Self::disengage(summary.issuer)?;
		Profiles::<T>::remove(asset);
		for latest in Latest::<T>::take(asset).unwrap_or_default() {
			for version in 1..=latest.version {
				Documents::<T>::remove(asset, (latest.kind, version));
			}
		}
		// Bounded: each account here paid for the draft or for one of its documents.
		for (who, amount) in Deposits::<T>::drain_prefix(asset) {
			Self::release_deposit(&who, amount)?;
		}
		Ok(filing.documents)
	}

	pub(crate) fn do_approve(
		asset: AssetId,
		summary: AssetSummary,
		by: IdentityId,
		organisation: IdentityId,
		terms_hash: Hash,
	) -> DispatchResult {
		ensure!(Self::is_approver(by, organisation), Error::<T>::NotApprover);
		let definition = Self::definition(asset, &summary).ok_or(Error::<T>::NotFound)?;
		let mut filing = Filings::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		ensure!(
			organisation != summary.issuer && by != filing.drafted_by,
			Error::<T>::SecondOrganisationRequired
		);
		ensure!(definition.hash() == terms_hash, Error::<T>::TermsChanged);

		let at = T::Time::now();
		filing.approved_by = Some(Approval {
			by,
			organisation,
			at,
			terms_hash,
		});
		Filings::<T>::insert(asset, filing);
		Self::deposit_event(Event::AssetApproved {
			asset,
			terms_hash,
			by,
			organisation,
		});
		Self::set_status(asset, summary, AssetStatus::Registered, Some(by))
	}

	pub(crate) fn do_activate(
		asset: AssetId,
		summary: AssetSummary,
		by: IdentityId,
	) -> DispatchResult {
		ensure!(
			Self::documents_in_force(asset, T::Time::now()),
			Error::<T>::DocumentsExpired
		);
		let terms = Terms::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		T::Ledger::open(asset, &terms.name, &terms.symbol, terms.decimals)?;
		Self::set_status(asset, summary, AssetStatus::Active, Some(by))
	}

	pub(crate) fn do_retire(
		asset: AssetId,
		summary: AssetSummary,
		by: IdentityId,
	) -> DispatchResult {
		ensure!(T::Ledger::supply(asset) == 0, Error::<T>::SupplyRemains);
		ensure!(T::Positions::holders(asset) == 0, Error::<T>::HoldersRemain);
		if let Some(change) = TermChanges::<T>::get(asset) {
			Self::withdraw_change(asset, &change, by);
		}
		Self::set_status(asset, summary, AssetStatus::Retired, Some(by))
	}

	/// The one place where a status changes.
	pub(crate) fn set_status(
		asset: AssetId,
		summary: AssetSummary,
		new: AssetStatus,
		by: Option<IdentityId>,
	) -> DispatchResult {
		let old = summary.status;
		ensure!(old.can_become(new), Error::<T>::StatusForbids);
		if new == AssetStatus::Retired {
			Self::disengage(summary.issuer)?;
		}
		Summaries::<T>::insert(
			asset,
			AssetSummary {
				status: new,
				..summary
			},
		);
		T::OnStatus::status_changed(asset, new);
		Self::deposit_event(Event::StatusChanged {
			asset,
			old,
			new,
			by,
		});
		Ok(())
	}

	/// What an approver signs for, put together again.
	pub(crate) fn definition(asset: AssetId, summary: &AssetSummary) -> Option<AssetDefinition> {
		let terms = Terms::<T>::get(asset)?;
		Some(AssetDefinition {
			kind: summary.kind,
			unit: summary.unit,
			terms,
		})
	}

	/// Replaces what was defined; who issues it, its status and the council's flag stay.
	pub(crate) fn write_definition(
		asset: AssetId,
		summary: &AssetSummary,
		definition: AssetDefinition,
	) {
		let AssetDefinition { kind, unit, terms } = definition;
		Summaries::<T>::insert(
			asset,
			AssetSummary {
				kind,
				unit,
				underlying_unit: Self::unit_name(&terms),
				..*summary
			},
		);
		Terms::<T>::insert(asset, terms);
	}

	/// What reports name the underlying's unit by.
	fn unit_name(terms: &AssetTerms) -> Hash {
		blake2_256(&terms.underlying_unit).into()
	}
}

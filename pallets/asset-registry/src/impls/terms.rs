//! Changes of the terms of an approved asset.

use crate::{terms::*, types::*, Config, Error, Event, Filings, Pallet, Summaries, TermChanges};
use assay_primitives::{AssetId, AssetKind, AssetSummary, Hash, IdentityId, Moment, Standing};
use assay_traits::{IdentityInspect, PositionInspect};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{Get, Time},
	},
	sp_runtime::{ArithmeticError, DispatchResult},
};

impl<T: Config> From<ChangeFault> for Error<T> {
	fn from(fault: ChangeFault) -> Self {
		match fault {
			ChangeFault::Stage => Self::WrongStage,
			ChangeFault::Lapsed => Self::ChangeLapsed,
			ChangeFault::Early => Self::TooEarly,
			ChangeFault::Late => Self::TooLate,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_terms(
		asset: AssetId,
		by: IdentityId,
		summary: AssetSummary,
		definition: AssetDefinition,
	) -> DispatchResult {
		let now = T::Time::now();
		let current = Self::definition(asset, &summary).ok_or(Error::<T>::NotFound)?;
		let terms = definition.differences(&current);
		ensure!(!terms.is_empty(), Error::<T>::NothingChanges);
		ensure!(
			!terms.iter().any(|term| term.gate() == Gate::Never),
			Error::<T>::TermFixed
		);
		let lapses_at = now
			.checked_add(T::TermsPeriod::get())
			.ok_or(ArithmeticError::Overflow)?;
		if let Some(other) = TermChanges::<T>::get(asset) {
			ensure!(other.has_lapsed(now), Error::<T>::ChangeOpen);
			Self::end_change(asset, &other, ChangeStage::Lapsed, Some(by));
		}

		let (old, new) = (current.hash(), definition.hash());
		let change = TermChange {
			definition,
			stage: ChangeStage::Proposed,
			proposed_by: by,
			proposed_at: now,
			approval: None,
			effective_at: None,
			lapses_at,
			contested_by: None,
		};
		TermChanges::<T>::insert(asset, change);
		Self::deposit_event(Event::TermsProposed {
			asset,
			old,
			new,
			terms,
			lapses_at,
			by,
		});
		Ok(())
	}

	pub(crate) fn do_approve_terms(
		asset: AssetId,
		by: IdentityId,
		organisation: IdentityId,
		terms_hash: Hash,
	) -> DispatchResult {
		let now = T::Time::now();
		let change = Self::change_to(asset, ChangeStage::Approved, now)?;
		ensure!(
			by != change.proposed_by,
			Error::<T>::SecondOrganisationRequired
		);
		ensure!(
			change.definition.hash() == terms_hash,
			Error::<T>::TermsChanged
		);
		let effective_at = now
			.checked_add(T::TermsDelay::get())
			.ok_or(ArithmeticError::Overflow)?;
		let lapses_at = effective_at
			.checked_add(T::TermsPeriod::get())
			.ok_or(ArithmeticError::Overflow)?;

		let approval = Approval {
			by,
			organisation,
			at: now,
			terms_hash,
		};
		let change = TermChange {
			stage: ChangeStage::Approved,
			approval: Some(approval),
			effective_at: Some(effective_at),
			lapses_at,
			..change
		};
		TermChanges::<T>::insert(asset, change);
		Self::deposit_event(Event::TermsApproved {
			asset,
			terms_hash,
			effective_at,
			lapses_at,
			by,
			organisation,
		});
		Ok(())
	}

	/// A holder objects: whoever stands behind `who` must hold a unit, and be under no sanction.
	pub(crate) fn do_contest_terms(asset: AssetId, who: &T::AccountId) -> DispatchResult {
		let by = T::Identities::identity_of(who)
			.filter(|identity| {
				T::Identities::profile(*identity)
					.is_some_and(|profile| profile.standing != Standing::Sanctioned)
			})
			.filter(|identity| T::Positions::position(asset, *identity) > 0)
			.ok_or(Error::<T>::NotHolder)?;
		let change = Self::change_to(asset, ChangeStage::Contested, T::Time::now())?;
		let terms_hash = change.definition.hash();
		let change = TermChange {
			stage: ChangeStage::Contested,
			contested_by: Some(by),
			..change
		};
		TermChanges::<T>::insert(asset, change);
		Self::deposit_event(Event::TermsContested {
			asset,
			terms_hash,
			by,
		});
		Ok(())
	}

	/// The council objects: the change ends.
	pub(crate) fn do_reject_terms(asset: AssetId) -> DispatchResult {
		let change = Self::change_to(asset, ChangeStage::Rejected, T::Time::now())?;
		Self::end_change(asset, &change, ChangeStage::Rejected, None);
		Ok(())
	}

	pub(crate) fn do_confirm_terms(asset: AssetId) -> DispatchResult {
		let change = Self::change_to(asset, ChangeStage::Confirmed, T::Time::now())?;
		let terms_hash = change.definition.hash();
		let change = TermChange {
			stage: ChangeStage::Confirmed,
			..change
		};
		TermChanges::<T>::insert(asset, change);
		Self::deposit_event(Event::TermsConfirmed { asset, terms_hash });
		Ok(())
	}

	pub(crate) fn do_apply_terms(
		asset: AssetId,
		summary: AssetSummary,
		by: Option<IdentityId>,
	) -> DispatchResult {
		let change = Self::change_to(asset, ChangeStage::Applied, T::Time::now())?;
		let current = Self::definition(asset, &summary).ok_or(Error::<T>::NotFound)?;
		let mut filing = Filings::<T>::get(asset).ok_or(Error::<T>::NotFound)?;
		filing.drafted_by = change.proposed_by;
		filing.approved_by = change.approval;

		let (old, new) = (current.hash(), change.definition.hash());
		Filings::<T>::insert(asset, filing);
		Self::write_definition(asset, &summary, change.definition);
		TermChanges::<T>::remove(asset);
		Self::deposit_event(Event::TermsApplied {
			asset,
			old,
			new,
			by,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw_terms(asset: AssetId, by: IdentityId) -> DispatchResult {
		let change = TermChanges::<T>::get(asset).ok_or(Error::<T>::NoChange)?;
		Self::withdraw_change(asset, &change, by);
		Ok(())
	}

	/// Takes a change back for the issuer, or clears away what has lapsed.
	pub(crate) fn withdraw_change(asset: AssetId, change: &TermChange, by: IdentityId) {
		let stage = if change.has_lapsed(T::Time::now()) {
			ChangeStage::Lapsed
		} else {
			ChangeStage::Withdrawn
		};
		Self::end_change(asset, change, stage, Some(by));
	}

	fn end_change(asset: AssetId, change: &TermChange, stage: ChangeStage, by: Option<IdentityId>) {
		TermChanges::<T>::remove(asset);
		Self::deposit_event(Event::TermsChangeEnded {
			asset,
			terms_hash: change.definition.hash(),
			stage,
			by,
		});
	}

	/// The change of the asset's terms, if it may go to that stage now.
	fn change_to(asset: AssetId, next: ChangeStage, now: Moment) -> Result<TermChange, Error<T>> {
		let change = TermChanges::<T>::get(asset).ok_or(Error::<T>::NoChange)?;
		change.may_become(next, now)?;
		Ok(change)
	}

	pub(crate) fn do_set_settlement(
		asset: AssetId,
		summary: AssetSummary,
		settlement: bool,
	) -> DispatchResult {
		ensure!(
			!settlement || summary.kind == AssetKind::Fiat,
			Error::<T>::NotCash
		);
		let old = summary.settlement;
		ensure!(old != settlement, Error::<T>::NothingChanges);
		Summaries::<T>::insert(
			asset,
			AssetSummary {
				settlement,
				..summary
			},
		);
		Self::deposit_event(Event::SettlementSet {
			asset,
			old,
			new: settlement,
		});
		Ok(())
	}

	pub(crate) fn change_details(asset: AssetId) -> Option<TermChangeDetails> {
		let change = TermChanges::<T>::get(asset)?;
		let current = Self::definition(asset, &Summaries::<T>::get(asset)?)?;
		Some(TermChangeDetails {
			terms: change.definition.differences(&current),
			lapsed: change.has_lapsed(T::Time::now()),
			change,
		})
	}
}

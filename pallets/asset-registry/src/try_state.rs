//! Every invariant of the crate docs, checked over the whole state.

use crate::{
	checks::{check_profile, normalise, skeleton},
	role::{is_independent, opposite},
	terms::{ChangeStage, Gate, TermChange},
	types::*,
	Config, Deposits, Documents, Engagements, Filings, HoldReason, Latest, NextAssetId, Pallet,
	Profiles, Roles, Summaries, TermChanges, Terms, Tickers,
};
use alloc::collections::BTreeMap;
use assay_primitives::{AssetId, AssetKind, AssetStatus, AssetSummary, Balance, IdentityId, Role};
use assay_traits::GuardedLedger;
use polkadot_sdk::{
	frame_support::{ensure, traits::fungible::InspectHold},
	sp_io::hashing::blake2_256,
	sp_runtime::TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	///
	/// # Errors
	/// The first one that does not hold, by its number.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_assets()?;
		Self::check_tickers()?;
		for (asset, summary) in Summaries::<T>::iter() {
			Self::check_definition(asset, &summary)?;
			Self::check_approval(asset, &summary)?;
			Self::check_documents(asset)?;
			Self::check_roles(asset, &summary)?;
			Self::check_supply(asset, &summary)?;
			Self::check_settlement(&summary)?;
		}
		Self::check_profiles()?;
		for (asset, change) in TermChanges::<T>::iter() {
			Self::check_change(asset, &change)?;
		}
		Self::check_engagements()?;
		Self::check_deposits()
	}

	fn check_engagements() -> Result<(), TryRuntimeError> {
		let mut recount = BTreeMap::<IdentityId, u32>::new();
		let issuers = Summaries::<T>::iter_values()
			.filter(|summary| summary.status != AssetStatus::Retired)
			.map(|summary| summary.issuer);
		let grantees = Roles::<T>::iter_keys().map(|(_, (_, identity))| identity);
		for identity in issuers.chain(grantees) {
			let count = recount.entry(identity).or_default();
			*count = count
				.checked_add(1)
				.ok_or("INV-REG-10: engagements overflow")?;
		}
		ensure!(
			recount == Engagements::<T>::iter().collect(),
			"INV-REG-10: the engagements of an identity differ from a recount"
		);
		Ok(())
	}

	fn check_assets() -> Result<(), TryRuntimeError> {
		let next = NextAssetId::<T>::get();
		let mut assets = 0usize;
		for asset in Summaries::<T>::iter_keys() {
			assets = assets.checked_add(1).ok_or("INV-REG-1: too many assets")?;
			ensure!(
				asset < next
					&& Terms::<T>::contains_key(asset)
					&& Filings::<T>::contains_key(asset)
					&& Latest::<T>::contains_key(asset),
				"INV-REG-1: an asset lacks one of its records"
			);
		}
		ensure!(
			Terms::<T>::iter_keys().count() == assets
				&& Filings::<T>::iter_keys().count() == assets
				&& Latest::<T>::iter_keys().count() == assets,
			"INV-REG-1: a record has no asset"
		);
		Ok(())
	}

	fn check_tickers() -> Result<(), TryRuntimeError> {
		for (asset, terms) in Terms::<T>::iter() {
			ensure!(
				Tickers::<T>::get(skeleton(terms.symbol)) == Some(asset),
				"INV-REG-2: an asset's ticker does not lead to it"
			);
		}
		ensure!(
			Tickers::<T>::iter_keys().count() == Terms::<T>::iter_keys().count(),
			"INV-REG-2: a ticker leads nowhere"
		);
		Ok(())
	}

	fn check_definition(asset: AssetId, summary: &AssetSummary) -> Result<(), TryRuntimeError> {
		let definition = Self::definition(asset, summary).ok_or("INV-REG-1: terms are missing")?;
		ensure!(
			summary.underlying_unit == blake2_256(&definition.terms.underlying_unit).into()
				&& normalise(definition.clone()) == Ok(definition),
			"INV-REG-3: a definition is not in its one form"
		);
		Ok(())
	}

	fn check_approval(asset: AssetId, summary: &AssetSummary) -> Result<(), TryRuntimeError> {
		let filing = Filings::<T>::get(asset).ok_or("INV-REG-1: the file is missing")?;
		let definition = Self::definition(asset, summary).ok_or("INV-REG-1: terms are missing")?;
		let holds = match filing.approved_by {
			None => summary.status == AssetStatus::Draft,
			Some(approval) => {
				summary.status != AssetStatus::Draft
					&& approval.organisation != summary.issuer
					&& approval.by != filing.drafted_by
					&& approval.terms_hash == definition.hash()
			},
		};
		ensure!(holds, "INV-REG-4: approval and status do not agree");
		Ok(())
	}

	fn check_documents(asset: AssetId) -> Result<(), TryRuntimeError> {
		let filing = Filings::<T>::get(asset).ok_or("INV-REG-1: the file is missing")?;
		let index = Latest::<T>::get(asset).ok_or("INV-REG-1: the index is missing")?;
		let mut documents = 0u32;
		for LatestDocument {
			kind,
			version,
			valid_until,
			required,
		} in index
		{
			for version in 1..=version {
				ensure!(
					Documents::<T>::contains_key(asset, (kind, version)),
					"INV-REG-5: a version of a document is missing"
				);
			}
			ensure!(
				Documents::<T>::get(asset, (kind, version)).is_some_and(|latest| {
					latest.filing.valid_until == valid_until && latest.filing.required == required
				}),
				"INV-REG-5: the index does not say what the latest document says"
			);
			documents = documents
				.checked_add(version.into())
				.ok_or("INV-REG-5: documents overflow")?;
		}
		let stored = u32::try_from(Documents::<T>::iter_key_prefix(asset).count())
			.map_err(|_| "INV-REG-5: documents overflow")?;
		ensure!(
			documents == stored && documents == filing.documents,
			"INV-REG-5: the file does not count the documents that are there"
		);
		Ok(())
	}

	fn check_roles(asset: AssetId, summary: &AssetSummary) -> Result<(), TryRuntimeError> {
		let filing = Filings::<T>::get(asset).ok_or("INV-REG-1: the file is missing")?;
		let mut grants = 0u32;
		for (role, identity) in Roles::<T>::iter_key_prefix(asset) {
			grants = grants.checked_add(1).ok_or("INV-REG-6: grants overflow")?;
			ensure!(
				role != Role::Issuer,
				"INV-REG-6: the issuer's role is granted"
			);
			let keeper = is_independent(role);
			ensure!(
				!(keeper && identity == summary.issuer)
					&& opposite(role)
						.is_none_or(|other| !Roles::<T>::contains_key(asset, (other, identity))),
				"INV-REG-7: an identity holds roles that exclude each other"
			);
		}
		ensure!(
			grants == filing.grants
				&& grants <= MAX_GRANTS
				&& (grants == 0 || summary.status != AssetStatus::Draft),
			"INV-REG-6: the file does not count the grants that are there"
		);
		Ok(())
	}

	fn check_deposits() -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<T::AccountId, Balance>::new();
		for (asset, who, amount) in Deposits::<T>::iter() {
			ensure!(
				amount > 0 && Summaries::<T>::contains_key(asset),
				"INV-REG-8: a deposit is for nothing"
			);
			let sum = sums.entry(who).or_default();
			*sum = sum
				.checked_add(amount)
				.ok_or("INV-REG-8: deposits overflow")?;
		}
		for (who, sum) in sums {
			ensure!(
				T::Currency::balance_on_hold(&HoldReason::AssetDeposit.into(), &who) == sum,
				"INV-REG-8: deposits and holds differ"
			);
		}
		Ok(())
	}

	fn check_supply(asset: AssetId, summary: &AssetSummary) -> Result<(), TryRuntimeError> {
		let unitless = matches!(
			summary.status,
			AssetStatus::Draft | AssetStatus::Registered | AssetStatus::Retired
		);
		ensure!(
			!unitless || T::Ledger::supply(asset) == 0,
			"INV-REG-9: an asset that has no units has some"
		);
		Ok(())
	}

	fn check_settlement(summary: &AssetSummary) -> Result<(), TryRuntimeError> {
		let may_be = summary.kind == AssetKind::Fiat && summary.status != AssetStatus::Draft;
		ensure!(
			!summary.settlement || may_be,
			"INV-REG-12: an asset to settle in is no approved cash"
		);
		Ok(())
	}

	fn check_profiles() -> Result<(), TryRuntimeError> {
		for (asset, profile) in Profiles::<T>::iter() {
			ensure!(
				Summaries::<T>::contains_key(asset) && check_profile(&profile).is_ok(),
				"INV-REG-1: a profile has no asset or is unreadable"
			);
		}
		Ok(())
	}

	fn check_change(asset: AssetId, change: &TermChange) -> Result<(), TryRuntimeError> {
		let summary =
			Summaries::<T>::get(asset).ok_or("INV-REG-11: a change of terms has no asset")?;
		let current = Self::definition(asset, &summary).ok_or("INV-REG-1: terms are missing")?;
		let terms = change.definition.differences(&current);
		ensure!(
			!matches!(summary.status, AssetStatus::Draft | AssetStatus::Retired)
				&& normalise(change.definition.clone()) == Ok(change.definition.clone())
				&& !terms.is_empty()
				&& terms.iter().all(|term| term.gate() == Gate::AfterDelay),
			"INV-REG-11: a change of terms changes what it may not, or nothing"
		);
		let approved = match (change.approval, change.effective_at) {
			(None, None) => change.proposed_at <= change.lapses_at,
			(Some(approval), Some(effective_at)) => {
				approval.organisation != summary.issuer
					&& approval.by != change.proposed_by
					&& approval.terms_hash == change.definition.hash()
					&& change.proposed_at <= approval.at
					&& approval.at < effective_at
					&& effective_at < change.lapses_at
			},
			(None, Some(_)) | (Some(_), None) => false,
		};
		let contested = matches!(
			change.stage,
			ChangeStage::Contested | ChangeStage::Confirmed
		);
		ensure!(
			change.stage.is_open()
				&& approved && change.approval.is_none() == (change.stage == ChangeStage::Proposed)
				&& change.contested_by.is_some() == contested,
			"INV-REG-11: the stage of a change of terms and what is recorded do not agree"
		);
		Ok(())
	}
}

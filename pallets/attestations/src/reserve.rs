//! Gathers what is known of an asset's scopes and evaluates it.

use crate::{
	evaluate::{evaluate, Evaluation, ScopeCase, Terms, Voice},
	Config, Error, Pallet, ScopeBreakdown, ScopeRecord, Scopes,
};
use alloc::{collections::BTreeMap, vec::Vec};
use assay_primitives::{AssetId, Balance, IdentityId, Moment, ReserveFigures, Scope};
use assay_traits::{
	AssetInspect, CustodyInspect, LotInspect, ReserveInspect, ReserveParameters, SupplyInspect,
};
use polkadot_sdk::sp_runtime::DispatchError;

/// Auditors whose approval has been asked for in one evaluation.
type Approvals = BTreeMap<IdentityId, bool>;

impl<T: Config> ReserveInspect for Pallet<T> {
	fn figures(asset: AssetId, now: Moment) -> Result<ReserveFigures, DispatchError> {
		Ok(Self::evaluation(asset, &Self::cases(asset, now), now)?.figures)
	}

	fn headroom(asset: AssetId, now: Moment) -> Result<Balance, DispatchError> {
		Ok(Self::evaluation(asset, &Self::cases(asset, now), now)?.headroom)
	}
}

impl<T: Config> Pallet<T> {
	/// Whether the council still approves the scope's custodian, and its vault is open.
	pub(crate) fn is_approved(scope: Scope) -> bool {
		T::Custody::is_custodian(scope.custodian) && T::Custody::is_vault(scope)
	}

	/// Each scope's part in the reserve at `now`.
	pub(crate) fn breakdown(
		asset: AssetId,
		now: Moment,
	) -> Result<Vec<ScopeBreakdown>, DispatchError> {
		let records = Scopes::<T>::get(asset);
		let cases = Self::cases_of(asset, &records, now);
		let values = Self::evaluation(asset, &cases, now)?.scopes;
		records
			.iter()
			.zip(&cases)
			.zip(values)
			.map(|((record, case), value)| {
				let haircut = value.counted.checked_sub(value.cut);
				Ok(ScopeBreakdown {
					scope: record.scope(asset),
					state: value.state,
					quantity: case.quantity,
					confirmations: case.quorum(),
					confirmed: case.lowest_found(),
					removed: case.removed,
					pledged: case.pledged,
					counted: value.counted,
					haircut: haircut.ok_or(Error::<T>::FigureOverflow)?,
					age_ms: now.saturating_sub(case.as_of),
				})
			})
			.collect()
	}

	fn evaluation(
		asset: AssetId,
		cases: &[ScopeCase],
		now: Moment,
	) -> Result<Evaluation, DispatchError> {
		let unit = T::Assets::summary(asset)
			.ok_or(Error::<T>::UnknownAsset)?
			.unit;
		let parameters = T::Parameters::values(asset, now).ok_or(Error::<T>::ParametersMissing)?;
		let outstanding = T::Supply::outstanding(asset);
		let terms = Terms {
			unit,
			outstanding,
			parameters,
			now,
		};
		Ok(evaluate(cases, &terms).ok_or(Error::<T>::FigureOverflow)?)
	}

	fn cases(asset: AssetId, now: Moment) -> Vec<ScopeCase> {
		Self::cases_of(asset, &Scopes::<T>::get(asset), now)
	}

	fn cases_of(asset: AssetId, records: &[ScopeRecord], now: Moment) -> Vec<ScopeCase> {
		let mut approvals = Approvals::new();
		records
			.iter()
			.map(|record| Self::case(asset, record, &mut approvals, now))
			.collect()
	}

	fn case(
		asset: AssetId,
		record: &ScopeRecord,
		approvals: &mut Approvals,
		now: Moment,
	) -> ScopeCase {
		let scope = record.scope(asset);
		let voices = record
			.opinions
			.iter()
			.map(|opinion| Voice {
				quantity: opinion.quantity,
				verdict: opinion.verdict,
				approved: *approvals
					.entry(opinion.auditor)
					.or_insert_with(|| T::Custody::is_auditor(opinion.auditor)),
			})
			.collect();
		ScopeCase {
			custodian: record.custodian,
			approved: Self::is_approved(scope),
			as_of: record.as_of,
			valid_until: record.valid_until,
			quantity: record.quantity,
			basis: record.basis,
			class: record.class,
			withdrawn: record.withdrawn,
			voices,
			removed: T::Lots::removed_after(scope, record.as_of),
			pledged: T::Lots::pledged(scope, now),
		}
	}
}

//! Gathers what is known of an asset's scopes and evaluates it.

use crate::{
	evaluate::{evaluate, Evaluation, ScopeCase, Terms, Voice},
	Config, Error, Heads, Pallet, ScopeBreakdown, ScopeRecord, Scopes, Verdict, MAX_CONFIRMATIONS,
};
use alloc::{collections::BTreeMap, vec::Vec};
use assay_primitives::{AssetId, Balance, IdentityId, Moment, ReserveFigures, Scope};
use assay_traits::{
	AssetInspect, CustodyInspect, LotInspect, ReserveInspect, ReserveParameters, SupplyInspect,
};
use polkadot_sdk::{frame_support::BoundedVec, sp_core::ConstU32, sp_runtime::DispatchError};

/// Whose approval has been asked for in one evaluation: each is asked for once.
#[derive(Default)]
struct Approvals {
	custodians: BTreeMap<IdentityId, bool>,
	auditors: BTreeMap<IdentityId, bool>,
}

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
				let scope = record.scope(asset);
				let head = Heads::<T>::get(scope).ok_or(Error::<T>::ReportNotFound)?;
				Ok(ScopeBreakdown {
					scope,
					report: head.hash,
					state: value.state,
					quantity: case.quantity,
					basis: case.basis,
					class: case.class,
					confirmed_by: Self::confirming(record, case),
					confirmed: case.lowest_found(),
					removed: case.removed,
					pledged: case.pledged,
					counted: value.counted,
					haircut: value.haircut,
					age_haircut: value.age_haircut,
					over_custodian_limit: value.over_custodian_limit,
					over_class_limit: value.over_class_limit,
					effective: value.effective,
					age_ms: now.saturating_sub(case.as_of),
					answer_by: case.answer_by,
				})
			})
			.collect()
	}

	/// The approved auditors who confirm.
	fn confirming(
		record: &ScopeRecord,
		case: &ScopeCase,
	) -> BoundedVec<IdentityId, ConstU32<MAX_CONFIRMATIONS>> {
		let confirming = record
			.opinions
			.iter()
			.zip(&case.voices)
			.filter(|(_, voice)| voice.approved && voice.verdict == Verdict::Confirms)
			.map(|(opinion, _)| opinion.auditor);
		// No more than there are opinions, which have the same bound.
		BoundedVec::truncate_from(confirming.collect())
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
		let mut approvals = Approvals::default();
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
					.auditors
					.entry(opinion.auditor)
					.or_insert_with(|| T::Custody::is_auditor(opinion.auditor)),
			})
			.collect();
		let approved = *approvals
			.custodians
			.entry(record.custodian)
			.or_insert_with(|| T::Custody::is_custodian(record.custodian));
		ScopeCase {
			custodian: record.custodian,
			approved: approved && T::Custody::is_vault(scope),
			as_of: record.as_of,
			valid_until: record.valid_until,
			quantity: record.quantity,
			basis: record.basis,
			class: record.class,
			withdrawn: record.withdrawn,
			faulted: record.faulted,
			answer_by: record.answer_by,
			voices,
			removed: T::Lots::removed_after(scope, record.as_of),
			pledged: T::Lots::pledged(scope, now),
		}
	}
}

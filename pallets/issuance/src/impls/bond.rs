//! The issuer's bond: its terms, and what it must come to.

use crate::{
	types::{BondTerms, ProposedBondTerms},
	AssetBondTerms, Config, Error, Event, Pallet, PenaltiesAtRisk, ProposedTerms,
};
use assay_primitives::{AssetId, Balance, BasisPoints, BondPurpose, IdentityId, Moment, Role, BPS};
use assay_traits::{
	acting_identity, acting_organisation, AssetInspect, BondInspect, IdentityInspect,
	ReserveParameters, SupplyInspect,
};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{Contains, Time},
	},
	sp_core::U256,
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_bond_terms(
		who: &T::AccountId,
		asset: AssetId,
		terms: BondTerms,
	) -> DispatchResult {
		let by =
			acting_identity::<_, T::Identities, T::Roles>(who, asset, Role::Issuer, T::Time::now())
				.ok_or(Error::<T>::NotIssuer)?;
		let organisation = T::Identities::organisation_of(by).ok_or(Error::<T>::NotIssuer)?;
		Self::ensure_terms_make_sense(asset, &terms)?;
		ProposedTerms::<T>::insert(
			asset,
			ProposedBondTerms {
				terms,
				organisation,
			},
		);
		Self::deposit_event(Event::BondTermsProposed { asset, terms, by });
		Ok(())
	}

	pub(crate) fn do_approve_bond_terms(
		who: &T::AccountId,
		asset: AssetId,
		terms: BondTerms,
	) -> DispatchResult {
		let by = Self::acting_approver(who)?;
		let proposal = ProposedTerms::<T>::get(asset)
			.filter(|proposal| proposal.terms == terms)
			.ok_or(Error::<T>::TermsNotProposed)?;
		ensure!(by != proposal.organisation, Error::<T>::SameOrganisation);
		Self::ensure_terms_make_sense(asset, &terms)?;
		let old = AssetBondTerms::<T>::get(asset);
		// What penalties are owed in does not change under those who are owed them.
		ensure!(
			old.is_none_or(|old| old.settlement == terms.settlement)
				|| PenaltiesAtRisk::<T>::get(asset) == 0,
			Error::<T>::PenaltiesOpen
		);
		ProposedTerms::<T>::remove(asset);
		AssetBondTerms::<T>::insert(asset, terms);
		Self::deposit_event(Event::BondTermsSet {
			asset,
			old,
			new: terms,
			by,
		});
		Ok(())
	}

	fn ensure_terms_make_sense(asset: AssetId, terms: &BondTerms) -> DispatchResult {
		ensure!(
			terms.settlement != asset && Self::is_settlement(terms.settlement),
			Error::<T>::NotSettlement
		);
		ensure!(terms.price.is_valid(), Error::<T>::PriceInvalid);
		Ok(())
	}

	fn is_settlement(asset: AssetId) -> bool {
		T::Assets::summary(asset).is_some_and(|summary| summary.settlement)
	}

	/// The organisation that may approve terms and that `who` acts for.
	fn acting_approver(who: &T::AccountId) -> Result<IdentityId, DispatchError> {
		T::Identities::active_identity_of(who)
			.and_then(acting_organisation::<_, T::Identities>)
			.filter(T::Approvers::contains)
			.ok_or(Error::<T>::NotApprover.into())
	}

	/// Whether the issuer is bonded for the units that there are.
	pub(crate) fn ensure_bonded(asset: AssetId, now: Moment) -> DispatchResult {
		let values = T::Parameters::values(asset, now).ok_or(Error::<T>::ParametersMissing)?;
		if values.bond_bps == 0 {
			return Ok(());
		}
		let terms = AssetBondTerms::<T>::get(asset).ok_or(Error::<T>::BondTermsMissing)?;
		let required = Self::share_of_value(asset, &terms, values.bond_bps)
			.ok_or(ArithmeticError::Overflow)?;
		ensure!(
			required <= Self::usable_bond(asset, &terms),
			Error::<T>::BondTooSmall
		);
		Ok(())
	}

	/// What is bonded in the asset that the terms name, as long as that is a settlement asset.
	fn usable_bond(asset: AssetId, terms: &BondTerms) -> Balance {
		let purpose = BondPurpose::Issuer(asset);
		let fits = <T::Bonds as BondInspect>::settlement_asset(purpose) == Some(terms.settlement)
			&& Self::is_settlement(terms.settlement);
		if fits {
			<T::Bonds as BondInspect>::bonded(purpose)
		} else {
			0
		}
	}

	/// What must be bonded for the units outstanding; `None` when it is not known.
	pub(crate) fn bond_for_supply(
		asset: AssetId,
		terms: &BondTerms,
		now: Moment,
	) -> Option<Balance> {
		let values = T::Parameters::values(asset, now)?;
		Self::share_of_value(asset, terms, values.bond_bps)
	}

	fn share_of_value(
		asset: AssetId,
		terms: &BondTerms,
		share_bps: BasisPoints,
	) -> Option<Balance> {
		let outstanding = <Self as SupplyInspect>::outstanding(asset);
		share_ceil(terms.price.claim_ceil(outstanding)?, share_bps)
	}

	/// How many more units the bond covers, exactly; `Balance::MAX` when none is asked for.
	pub(crate) fn bond_room(asset: AssetId, now: Moment) -> Balance {
		let Some(values) = T::Parameters::values(asset, now) else {
			return 0;
		};
		if values.bond_bps == 0 {
			return Balance::MAX;
		}
		let covered = || {
			let terms = AssetBondTerms::<T>::get(asset)?;
			let value = U256::from(Self::usable_bond(asset, &terms))
				.checked_mul(BPS.into())?
				.checked_div(values.bond_bps.into())?;
			let value = Balance::try_from(value).unwrap_or(Balance::MAX);
			terms
				.price
				.units_floor(value)?
				.checked_sub(<Self as SupplyInspect>::outstanding(asset))
		};
		covered().unwrap_or_default()
	}

	/// The penalty on a redemption of `amount` units that is asked for now; zero without bond terms.
	pub(crate) fn penalty_on(
		asset: AssetId,
		amount: Balance,
		penalty_bps: BasisPoints,
	) -> Result<Balance, DispatchError> {
		let Some(terms) = AssetBondTerms::<T>::get(asset) else {
			return Ok(0);
		};
		terms
			.price
			.claim_ceil(amount)
			.and_then(|value| share_ceil(value, penalty_bps))
			.ok_or(ArithmeticError::Overflow.into())
	}
}

/// A share of `value`, rounded up: whoever the bond answers to gains.
fn share_ceil(value: Balance, share_bps: BasisPoints) -> Option<Balance> {
	let (whole, rest) = U256::from(value)
		.checked_mul(share_bps.into())?
		.div_mod(BPS.into());
	let whole = Balance::try_from(whole).ok()?;
	if rest.is_zero() {
		Some(whole)
	} else {
		whole.checked_add(1)
	}
}

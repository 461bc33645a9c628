//! The handing over of the underlying, at par or, from a deficient reserve, pro rata.

use crate::{
	types::{RedemptionState, Release, ReleasedLots},
	CommittedToBurn, Config, Deficiencies, Error, Event, Pallet, PartlyReleased, RedemptionOf,
	Redemptions,
};
use alloc::{collections::BTreeMap, vec::Vec};
use assay_primitives::{
	AssetId, Balance, Hash, IdentityId, LotId, Moment, Quantity, RedemptionId, ReserveStatus, Role,
	Scope, VaultId,
};
use assay_traits::{
	acting_identity, CustodyInspect, IdentityInspect, LotRelease, ReserveInspect, SupplyInspect,
};
use polkadot_sdk::{
	frame_support::{ensure, traits::Time},
	sp_core::U256,
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// Takes the lots out of the reserve and, with the last of the claim, the units out of what it
	/// must cover. Until then less is there and as much is owed: the doubt is the issuer's.
	pub(crate) fn do_release(
		who: &T::AccountId,
		id: RedemptionId,
		lots: &ReleasedLots,
		evidence: Hash,
	) -> DispatchResult {
		let now = T::Time::now();
		let mut redemption = Self::load(id)?;
		let asset = redemption.asset;
		let custodian = Self::acting_custodian(who, asset, now)?;
		let open = redemption.state.can_become(RedemptionState::Released);
		ensure!(open, Error::<T>::WrongState);
		Self::forget_block(id, &mut redemption, now)?;
		Self::ensure_payable(&redemption)?;
		let due = Self::due_now(&redemption, now)?;

		let before = redemption.released();
		let reference = Self::part_reference(id, before);
		let quantity = Self::take_out_lots(asset, custodian, reference, lots, now)?;
		// Nothing more may be due of a reserve that became deficient after a part had left.
		ensure!(
			quantity > 0 || (0 < before && due <= before),
			Error::<T>::ReleaseMismatch
		);
		let released = before
			.checked_add(quantity)
			.ok_or(ArithmeticError::Overflow)?;
		let remaining = due
			.max(before)
			.checked_sub(released)
			.ok_or(Error::<T>::ReleaseMismatch)?;
		if remaining == 0 {
			Self::settle_breach(id, &mut redemption)?;
			Self::advance(id, &mut redemption, RedemptionState::Released)?;
			Self::commit(asset, redemption.amount)?;
			Self::close_claim(id, &mut redemption, released);
		} else {
			PartlyReleased::<T>::try_mutate(asset, |parts| -> DispatchResult {
				*parts = parts
					.checked_add(quantity)
					.ok_or(ArithmeticError::Overflow)?;
				Ok(())
			})?;
		}
		redemption.release = Some(Release {
			custodian,
			quantity: released,
			evidence,
			at: now,
		});
		Redemptions::<T>::insert(id, &redemption);
		Self::deposit_event(Event::RedemptionReleased {
			id,
			asset,
			custodian,
			quantity,
			released,
			remaining,
			evidence,
			reference,
		});
		Ok(())
	}

	/// From now on the reserve need not cover these units.
	pub(crate) fn commit(asset: AssetId, amount: Balance) -> DispatchResult {
		CommittedToBurn::<T>::try_mutate(asset, |committed| {
			*committed = committed
				.checked_add(amount)
				.ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	fn take_out_lots(
		asset: AssetId,
		custodian: IdentityId,
		reference: Hash,
		lots: &ReleasedLots,
		now: Moment,
	) -> Result<Quantity, DispatchError> {
		let mut by_vault = BTreeMap::<VaultId, Vec<(LotId, Quantity)>>::new();
		for (vault, lot, quantity) in lots {
			by_vault.entry(*vault).or_default().push((*lot, *quantity));
		}
		let mut sum: Quantity = 0;
		for (vault, lots) in by_vault {
			let released = T::LotRelease::release(
				Scope {
					asset,
					custodian,
					vault,
				},
				&lots,
				reference,
				now,
			)?;
			sum = sum.checked_add(released).ok_or(ArithmeticError::Overflow)?;
		}
		Ok(sum)
	}

	/// What is to be handed over in all for a redemption, as the reserve stands: the claim, or of one
	/// that has been deficient for long enough the units' share of what there is and of what has been
	/// handed over on open redemptions, rounded down. Paying one leaves the share of a unit as it is, or
	/// higher by the fraction, so that the order makes no difference, and the last unit gets what is
	/// left.
	pub(crate) fn due_now(
		redemption: &RedemptionOf<T>,
		now: Moment,
	) -> Result<Quantity, DispatchError> {
		let asset = redemption.asset;
		let figures = T::Reserves::figures(asset, now)?;
		// At par, whoever comes first would be paid out of the others' share.
		match figures.status {
			ReserveStatus::Backed | ReserveStatus::Thin => return Ok(redemption.claim),
			// While a deficiency is on record, a report that nobody confirms does not undo it.
			ReserveStatus::Lapsed | ReserveStatus::Disputed => {
				let on_record = Deficiencies::<T>::get(asset).since.is_some();
				ensure!(!on_record, Error::<T>::DeficiencyTooRecent);
				return Ok(redemption.claim);
			},
			ReserveStatus::Deficient => Self::ensure_deficiency_stands(asset, now)?,
		}
		let there = figures
			.reserve
			.checked_add(PartlyReleased::<T>::get(asset))
			.ok_or(ArithmeticError::Overflow)?;
		let outstanding = <Self as SupplyInspect>::outstanding(asset);
		let share = U256::from(redemption.amount)
			.checked_mul(there.into())
			.and_then(|parts| parts.checked_div(outstanding.into()))
			.and_then(|share| share.try_into().ok())
			.ok_or(ArithmeticError::Overflow)?;
		Ok(redemption.claim.min(share))
	}

	/// The claim ends in what was handed over.
	fn close_claim(id: RedemptionId, redemption: &mut RedemptionOf<T>, paid: Quantity) {
		if paid < redemption.claim {
			Self::deposit_event(Event::RedemptionPaidProRata {
				id,
				asset: redemption.asset,
				claim: redemption.claim,
				paid,
			});
			redemption.claim = paid;
		}
	}

	/// The organisation for which `who` acts as custodian of the asset, if it may hand over.
	fn acting_custodian(
		who: &T::AccountId,
		asset: AssetId,
		now: Moment,
	) -> Result<IdentityId, DispatchError> {
		acting_identity::<_, T::Identities, T::Roles>(who, asset, Role::Custodian, now)
			.and_then(T::Identities::organisation_of)
			.filter(|organisation| T::Custody::may_release(*organisation))
			.ok_or(Error::<T>::NotCustodian.into())
	}
}

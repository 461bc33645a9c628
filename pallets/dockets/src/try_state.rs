//! Every invariant of the crate docs.

use crate::{
	types::DocketState, Cases, Config, DocketOf, Dockets, HoldReason, LastOpened, NextDocketId,
	Pallet,
};
use alloc::collections::BTreeMap;
use assay_primitives::{Balance, Moment};
use assay_traits::InterventionLedger;
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{fungible::InspectHold, Get, Time},
	},
	sp_runtime::TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	/// Checks every invariant; the message names the first that does not hold.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let now = T::Time::now();
		let mut deposits = BTreeMap::<T::AccountId, Balance>::new();
		let mut dockets: u32 = 0;
		for (id, docket) in Dockets::<T>::iter() {
			Self::check_records(&docket)?;
			ensure!(
				id < NextDocketId::<T>::get(),
				"INV-DOC-2: a docket has a number that was not given out"
			);
			ensure!(
				Cases::<T>::get((docket.asset, docket.case, docket.identity)) == Some(id),
				"INV-DOC-3: a docket's case is not recorded as its own"
			);
			ensure!(
				docket.state_at(now) != DocketState::Proposed
					|| T::Ledger::frozen_by(docket.asset, docket.identity)
						== Some((id, docket.expires_at)),
				"INV-DOC-5: an open docket does not freeze its position until it expires"
			);
			Self::check_last_opened(&docket, now)?;
			let sum = deposits.entry(docket.depositor).or_default();
			*sum = sum
				.checked_add(docket.deposit)
				.ok_or("INV-DOC-4: the deposits overflow")?;
			dockets = dockets
				.checked_add(1)
				.ok_or("INV-DOC-3: the dockets overflow")?;
		}
		ensure!(
			u32::try_from(Cases::<T>::iter().count()) == Ok(dockets),
			"INV-DOC-3: a case is recorded that has no docket"
		);
		for ((asset, identity, organisation), last) in LastOpened::<T>::iter() {
			ensure!(
				Dockets::<T>::get(last).is_some_and(|docket| docket.asset == asset
					&& docket.identity == identity
					&& docket.proposer.organisation == organisation),
				"INV-DOC-7: an organisation's last docket is not its own against that position"
			);
		}
		for (depositor, sum) in deposits {
			ensure!(
				T::Currency::balance_on_hold(&HoldReason::Docket.into(), &depositor) == sum,
				"INV-DOC-4: the ASY held differ from the sum of the deposits"
			);
		}
		Ok(())
	}

	/// What an organisation opened last ends no earlier than all else that it opened there; once it is
	/// gone, all else ended too long ago to count.
	fn check_last_opened(docket: &DocketOf<T>, now: Moment) -> Result<(), TryRuntimeError> {
		let key = (docket.asset, docket.identity, docket.proposer.organisation);
		let last = LastOpened::<T>::get(key).and_then(Dockets::<T>::get);
		let counts_until = docket.ended_at().saturating_add(T::RefreezePeriodMs::get());
		ensure!(
			last.map_or(counts_until <= now, |last| docket.ended_at()
				<= last.ended_at()),
			"INV-DOC-7: an organisation's last docket ended before another one of its"
		);
		Ok(())
	}

	fn check_records(docket: &DocketOf<T>) -> Result<(), TryRuntimeError> {
		ensure!(
			docket.state != DocketState::Expired
				&& docket.state.is_final() == docket.closing.is_some(),
			"INV-DOC-1: how a docket ended does not fit its state"
		);
		let proposing = docket.proposer.organisation;
		let own = docket
			.closing
			.map(|closing| closing.by.organisation == proposing);
		let fits = match docket.state {
			DocketState::Executed | DocketState::Rejected => own == Some(false),
			DocketState::Withdrawn => own == Some(true),
			DocketState::Proposed | DocketState::Expired => true,
		};
		let renewed = docket
			.renewed_by
			.is_none_or(|agent| agent.organisation != proposing);
		ensure!(
			fits && renewed,
			"INV-DOC-6: the wrong side ended or renewed a docket"
		);
		Ok(())
	}
}

//! Challenges and answers.

use crate::{
	AnswerInput, Challenge, ChallengeId, ChallengedLots, Challenges, Config, Error, Event,
	HoldReason, Interest, NextChallengeId, Pallet, Reports,
};
use alloc::collections::BTreeSet;
use assay_primitives::{IdentityId, Moment, Scope};
use assay_traits::{IdentityInspect, LotInspect, PositionInspect};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{
			fungible::MutateHold,
			tokens::{Fortitude, Precision},
			Contains, Get, Time,
		},
	},
	sp_runtime::{DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// Opens a challenge.
	pub(crate) fn do_challenge(
		who: T::AccountId,
		scope: Scope,
		interest: Interest,
		lots: ChallengedLots,
	) -> DispatchResult {
		let identity = Self::admitted(&who)?;
		let challenger = T::Identities::organisation_of(identity).unwrap_or(identity);
		ensure!(challenger != scope.custodian, Error::<T>::NotIndependent);
		ensure!(
			Self::has_interest(&who, identity, scope, interest),
			Error::<T>::NoInterest
		);
		ensure!(
			Reports::<T>::contains_key(scope),
			Error::<T>::ReportNotFound
		);
		Self::ensure_lots_of(scope, &lots)?;

		let now = T::Time::now();
		let answer_by = now
			.checked_add(T::AnswerPeriod::get())
			.ok_or(Error::<T>::FigureOverflow)?;
		let deposit = T::ChallengeDeposit::get();
		let id = Self::next_challenge_id()?;
		Challenges::<T>::try_mutate(scope, |open| {
			let waits = open.iter().any(|other| other.challenger == challenger);
			ensure!(!waits, Error::<T>::AlreadyChallenged);
			open.try_push(Challenge {
				id,
				challenger,
				interest,
				lots: lots.clone(),
				opened_at: now,
				answer_by,
				depositor: who.clone(),
				deposit,
			})
			.map_err(|_| Error::<T>::TooManyChallenges)
		})?;
		T::Currency::hold(&HoldReason::Challenge.into(), &who, deposit)?;
		Self::bind(scope.custodian)?;
		Self::refresh_deadline(scope);
		Self::deposit_event(Event::LotsChallenged {
			scope,
			challenge: id,
			challenger,
			interest,
			lots,
			answer_by,
		});
		Ok(())
	}

	fn has_interest(
		who: &T::AccountId,
		identity: IdentityId,
		scope: Scope,
		interest: Interest,
	) -> bool {
		match interest {
			Interest::Holder => T::Positions::position(scope.asset, identity) > 0,
			Interest::Auditor => Self::confirming_auditor(who, scope.asset).is_ok(),
			Interest::Council => T::CouncilMembers::contains(who),
		}
	}

	/// There are lots, each named once and pledged to the scope.
	fn ensure_lots_of(scope: Scope, lots: &ChallengedLots) -> DispatchResult {
		let distinct: BTreeSet<_> = lots.iter().collect();
		ensure!(
			!lots.is_empty() && distinct.len() == lots.len(),
			Error::<T>::InvalidLots
		);
		for lot in lots {
			let pledged_to = T::Lots::place(*lot).and_then(|place| place.pledged_to());
			ensure!(pledged_to == Some(scope), Error::<T>::LotNotInScope);
		}
		Ok(())
	}

	fn next_challenge_id() -> Result<ChallengeId, Error<T>> {
		NextChallengeId::<T>::try_mutate(|next| {
			let id = *next;
			*next = id.checked_add(1).ok_or(Error::FigureOverflow)?;
			Ok(id)
		})
	}

	/// Takes the answer to a challenge. The caller has checked who answers.
	pub(crate) fn do_answer(scope: Scope, answer: AnswerInput) -> DispatchResult {
		let now = T::Time::now();
		let AnswerInput {
			challenge: id,
			as_of,
			evidence_hash,
			..
		} = answer;
		let challenge = Challenges::<T>::try_mutate_exists(
			scope,
			|open| -> Result<Challenge<T::AccountId>, DispatchError> {
				let mut left = open.take().unwrap_or_default();
				let place = left
					.iter()
					.position(|challenge| challenge.id == id)
					.ok_or(Error::<T>::ChallengeNotFound)?;
				let challenge = left.remove(place);
				ensure!(as_of > challenge.opened_at, Error::<T>::AnswerTooOld);
				ensure!(as_of <= now, Error::<T>::AsOfInFuture);
				*open = (!left.is_empty()).then_some(left);
				Ok(challenge)
			},
		)?;
		let in_time = now <= challenge.answer_by;
		if in_time {
			T::Currency::burn_held(
				&HoldReason::Challenge.into(),
				&challenge.depositor,
				challenge.deposit,
				Precision::Exact,
				Fortitude::Force,
			)?;
		} else {
			Self::release_deposit(scope, &challenge)?;
		}
		Self::unbind(scope.custodian)?;
		Self::refresh_deadline(scope);
		Self::deposit_event(Event::ChallengeAnswered {
			scope,
			challenge: id,
			as_of,
			evidence_hash,
			in_time,
		});
		Ok(())
	}

	/// Returns the deposit of an overdue challenge, which stays open.
	pub(crate) fn do_return_deposit(scope: Scope, id: ChallengeId) -> DispatchResult {
		Challenges::<T>::try_mutate(scope, |open| {
			let challenge = open
				.iter_mut()
				.find(|challenge| challenge.id == id)
				.ok_or(Error::<T>::ChallengeNotFound)?;
			ensure!(
				T::Time::now() > challenge.answer_by,
				Error::<T>::AnswerNotOverdue
			);
			ensure!(challenge.deposit > 0, Error::<T>::DepositReturned);
			Self::release_deposit(scope, challenge)?;
			challenge.deposit = 0;
			Ok(())
		})
	}

	/// Gives back what is still on hold for the challenge.
	fn release_deposit(scope: Scope, challenge: &Challenge<T::AccountId>) -> DispatchResult {
		if challenge.deposit == 0 {
			return Ok(());
		}
		T::Currency::release(
			&HoldReason::Challenge.into(),
			&challenge.depositor,
			challenge.deposit,
			Precision::Exact,
		)?;
		Self::deposit_event(Event::ChallengeDepositReturned {
			scope,
			challenge: challenge.id,
			depositor: challenge.depositor.clone(),
			deposit: challenge.deposit,
		});
		Ok(())
	}

	/// The earliest deadline of the scope's open challenges.
	pub(crate) fn earliest_deadline(scope: Scope) -> Option<Moment> {
		Challenges::<T>::get(scope)
			.iter()
			.map(|challenge| challenge.answer_by)
			.min()
	}

	/// Tells the gates the earliest deadline.
	fn refresh_deadline(scope: Scope) {
		let answer_by = Self::earliest_deadline(scope);
		Self::mutate_record(scope, |record| record.answer_by = answer_by);
	}
}

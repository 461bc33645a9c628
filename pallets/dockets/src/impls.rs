//! What the calls do.

use crate::{
	types::{Agent, Answer, Closing, DocketKind, DocketPage, DocketState, DocketView, MAX_PAGE},
	Cases, Config, DocketOf, Dockets, Error, Escrows, Event, HoldReason, LastOpened, NextDocketId,
	Pallet,
};
use assay_primitives::{AssetId, Balance, DocketId, Hash, IdentityId, Moment, Role, Standing};
use assay_traits::{
	acting_identity, acting_organisation, IdentityInspect, InterventionLedger, RoleInspect,
};
use polkadot_sdk::{
	frame_support::{
		ensure,
		traits::{fungible::MutateHold, tokens::Precision, Get, Time},
	},
	sp_runtime::{ArithmeticError, DispatchError, DispatchResult},
};

/// Who may handle dockets of an asset.
const ROLES: [Role; 2] = [Role::ComplianceOfficer, Role::TransferAgent];

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose(
		who: T::AccountId,
		asset: AssetId,
		kind: DocketKind<T::AccountId>,
		case: Hash,
	) -> DispatchResult {
		let now = T::Time::now();
		let proposer = Self::acting_agent(&who, asset, now)?;
		let identity = T::Identities::identity_of(kind.from()).ok_or(Error::<T>::HolderUnknown)?;
		Self::check_parties(asset, identity, &kind)?;
		let key = (asset, case, identity);
		ensure!(!Cases::<T>::contains_key(key), Error::<T>::CaseKnown);
		let id = NextDocketId::<T>::get();
		let next = id.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let alone = Self::freezes_alone(asset, identity, proposer);
		let expires_at = if alone { Self::expiry(now)? } else { now };

		let deposit = T::DocketDeposit::get();
		T::Currency::hold(&HoldReason::Docket.into(), &who, deposit)?;
		if alone {
			T::Ledger::freeze(asset, kind.from(), id, expires_at)?;
		}
		NextDocketId::<T>::put(next);
		Cases::<T>::insert(key, id);
		LastOpened::<T>::insert((asset, identity, proposer.organisation), id);
		let docket = DocketOf::<T> {
			asset,
			kind: kind.clone(),
			case,
			identity,
			proposer,
			proposed_at: now,
			expires_at,
			renewed_by: None,
			answer: None,
			state: DocketState::Proposed,
			closing: None,
			depositor: who,
			deposit,
		};
		Dockets::<T>::insert(id, docket);
		Self::deposit_event(Event::Proposed {
			docket: id,
			asset,
			kind,
			case,
			identity,
			by: proposer,
			expires_at,
		});
		Ok(())
	}

	pub(crate) fn do_approve(who: &T::AccountId, id: DocketId) -> DispatchResult {
		let now = T::Time::now();
		let docket = Self::load_for(id, DocketState::Executed, now)?;
		let by = Self::acting_agent(who, docket.asset, now)?;
		Self::ensure_other_side(&docket, by)?;
		ensure!(
			Self::is_agent(docket.asset, docket.proposer.identity, now),
			Error::<T>::ProposerNotAgent
		);
		let taken = Self::carry_out(&docket)?;
		let docket = Self::close(id, docket, DocketState::Executed, by, now, taken);
		Self::deposit_event(Event::Executed {
			docket: id,
			asset: docket.asset,
			kind: docket.kind,
			case: docket.case,
			taken,
			by,
		});
		Ok(())
	}

	pub(crate) fn do_reject(who: &T::AccountId, id: DocketId, reason: Hash) -> DispatchResult {
		let now = T::Time::now();
		let docket = Self::load_for(id, DocketState::Rejected, now)?;
		let by = Self::acting_agent(who, docket.asset, now)?;
		Self::ensure_other_side(&docket, by)?;
		let docket = Self::close(id, docket, DocketState::Rejected, by, now, 0);
		Self::deposit_event(Event::Rejected {
			docket: id,
			asset: docket.asset,
			reason,
			by,
		});
		Ok(())
	}

	pub(crate) fn do_withdraw(who: &T::AccountId, id: DocketId) -> DispatchResult {
		let now = T::Time::now();
		let docket = Self::load_for(id, DocketState::Withdrawn, now)?;
		let by = Self::acting_agent(who, docket.asset, now)?;
		ensure!(
			by.organisation == docket.proposer.organisation,
			Error::<T>::OtherOrganisation
		);
		let docket = Self::close(id, docket, DocketState::Withdrawn, by, now, 0);
		Self::deposit_event(Event::Withdrawn {
			docket: id,
			asset: docket.asset,
			by,
		});
		Ok(())
	}

	pub(crate) fn do_renew(who: &T::AccountId, id: DocketId) -> DispatchResult {
		let now = T::Time::now();
		let mut docket = Self::load_for(id, DocketState::Proposed, now)?;
		let by = Self::acting_agent(who, docket.asset, now)?;
		Self::ensure_other_side(&docket, by)?;
		// Who cannot be approved any more must not go on freezing.
		ensure!(
			Self::is_agent(docket.asset, docket.proposer.identity, now),
			Error::<T>::ProposerNotAgent
		);
		let (asset, expires_at) = (docket.asset, Self::expiry(now)?);
		let identity = T::Ledger::freeze(asset, docket.kind.from(), id, expires_at)?;
		ensure!(identity == docket.identity, Error::<T>::HolderChanged);
		LastOpened::<T>::insert((asset, identity, docket.proposer.organisation), id);
		docket.expires_at = expires_at;
		docket.renewed_by = Some(by);
		Dockets::<T>::insert(id, docket);
		Self::deposit_event(Event::Renewed {
			docket: id,
			asset,
			by,
			expires_at,
		});
		Ok(())
	}

	pub(crate) fn do_answer(who: &T::AccountId, id: DocketId, statement: Hash) -> DispatchResult {
		let now = T::Time::now();
		let mut docket = Self::load(id)?;
		ensure!(
			docket.state_at(now) == DocketState::Proposed,
			Error::<T>::WrongState
		);
		let (asset, identity) = (docket.asset, docket.identity);
		ensure!(
			T::Identities::identity_of(who) == Some(identity),
			Error::<T>::NotHolder
		);
		docket.answer = Some(Answer { statement, at: now });
		Dockets::<T>::insert(id, docket);
		Self::deposit_event(Event::Answered {
			docket: id,
			asset,
			identity,
			statement,
		});
		Ok(())
	}

	pub(crate) fn do_remove(id: DocketId) -> DispatchResult {
		let docket = Self::load(id)?;
		let removable_at = docket
			.ended_at()
			.checked_add(T::RetentionMs::get())
			.ok_or(ArithmeticError::Overflow)?;
		ensure!(T::Time::now() >= removable_at, Error::<T>::TooRecent);
		T::Currency::release(
			&HoldReason::Docket.into(),
			&docket.depositor,
			docket.deposit,
			Precision::Exact,
		)?;
		// The freeze of an expired one is over, and its mark goes now.
		T::Ledger::lift(docket.asset, docket.identity, id);
		Cases::<T>::remove((docket.asset, docket.case, docket.identity));
		let by = docket.proposer.organisation;
		LastOpened::<T>::mutate_exists((docket.asset, docket.identity, by), |slot| {
			*slot = slot.filter(|last| *last != id);
		});
		Dockets::<T>::remove(id);
		Self::deposit_event(Event::Removed { docket: id });
		Ok(())
	}

	pub(crate) fn do_set_escrow(asset: AssetId, new: Option<T::AccountId>) -> DispatchResult {
		if let Some(account) = &new {
			ensure!(
				T::Identities::identity_of(account).is_some(),
				Error::<T>::ReceiverUnknown
			);
		}
		let old = Escrows::<T>::get(asset);
		Escrows::<T>::set(asset, new.clone());
		Self::deposit_event(Event::EscrowSet { asset, old, new });
		Ok(())
	}

	/// Takes what the docket orders. Returns how much that was.
	fn carry_out(docket: &DocketOf<T>) -> Result<Balance, DispatchError> {
		let (asset, from) = (docket.asset, docket.kind.from());
		ensure!(
			T::Identities::identity_of(from) == Some(docket.identity),
			Error::<T>::HolderChanged
		);
		Self::check_parties(asset, docket.identity, &docket.kind)?;
		let Some(to) = docket.kind.to() else {
			let amount = docket.kind.amount().unwrap_or_default();
			T::Ledger::wipe(asset, from, amount)?;
			return Ok(amount);
		};
		let taken = T::Ledger::force_transfer(asset, from, to, docket.kind.amount())?;
		ensure!(taken > 0, Error::<T>::NothingToTake);
		Ok(taken)
	}

	/// Whether units of `identity` may go where the docket wants them to.
	fn check_parties(
		asset: AssetId,
		identity: IdentityId,
		kind: &DocketKind<T::AccountId>,
	) -> DispatchResult {
		ensure!(kind.amount() != Some(0), Error::<T>::AmountZero);
		let Some(to) = kind.to() else { return Ok(()) };
		ensure!(to != kind.from(), Error::<T>::SameAccount);
		let receiver = T::Identities::identity_of(to);
		match kind {
			DocketKind::Seizure { .. } => {
				let escrow = Escrows::<T>::get(asset);
				ensure!(escrow.as_ref() == Some(to), Error::<T>::NotEscrow);
			},
			DocketKind::Recovery { .. } => {
				ensure!(
					receiver.is_none_or(|receiver| receiver == identity),
					Error::<T>::AnotherIdentity
				);
			},
			DocketKind::ForcedTransfer { .. } | DocketKind::Wipe { .. } => {},
		}
		ensure!(receiver.is_some(), Error::<T>::ReceiverUnknown);
		Ok(())
	}

	/// Whether the proposer's side freezes the position before the other one agrees: not when its last
	/// docket there came to nothing, or it could freeze for ever by one case after the other; nor whom
	/// acts for no organisation, or each of an organisation's people could leave it and freeze once.
	fn freezes_alone(asset: AssetId, identity: IdentityId, proposer: Agent) -> bool {
		acting_organisation::<_, T::Identities>(proposer.identity) == Some(proposer.organisation)
			&& Self::restraint(asset, identity, proposer.organisation).is_none()
	}

	/// Until when an organisation may not freeze a position alone, if that is to come.
	pub(crate) fn restraint(
		asset: AssetId,
		identity: IdentityId,
		organisation: IdentityId,
	) -> Option<Moment> {
		let last = Dockets::<T>::get(LastOpened::<T>::get((asset, identity, organisation))?)?;
		let now = T::Time::now();
		match last.state_at(now) {
			// An open one freezes already.
			DocketState::Proposed | DocketState::Executed => None,
			DocketState::Expired | DocketState::Rejected | DocketState::Withdrawn => {
				let until = last.ended_at().saturating_add(T::RefreezePeriodMs::get());
				Some(until).filter(|until| now < *until)
			},
		}
	}

	/// Ends a docket for good, and its freeze with it.
	fn close(
		id: DocketId,
		mut docket: DocketOf<T>,
		state: DocketState,
		by: Agent,
		at: Moment,
		taken: Balance,
	) -> DocketOf<T> {
		T::Ledger::lift(docket.asset, docket.identity, id);
		docket.state = state;
		docket.closing = Some(Closing { by, at, taken });
		Dockets::<T>::insert(id, &docket);
		docket
	}

	fn load(id: DocketId) -> Result<DocketOf<T>, DispatchError> {
		Dockets::<T>::get(id).ok_or_else(|| Error::<T>::NotFound.into())
	}

	/// The docket, if it may become `next` now.
	fn load_for(
		id: DocketId,
		next: DocketState,
		now: Moment,
	) -> Result<DocketOf<T>, DispatchError> {
		let docket = Self::load(id)?;
		ensure!(
			docket.state_at(now).can_become(next),
			Error::<T>::WrongState
		);
		Ok(docket)
	}

	fn expiry(now: Moment) -> Result<Moment, DispatchError> {
		now.checked_add(T::OpenPeriodMs::get())
			.ok_or_else(|| ArithmeticError::Overflow.into())
	}

	/// The agent that `who` acts as.
	fn acting_agent(
		who: &T::AccountId,
		asset: AssetId,
		now: Moment,
	) -> Result<Agent, DispatchError> {
		let identity = ROLES
			.iter()
			.find_map(|role| acting_identity::<_, T::Identities, T::Roles>(who, asset, *role, now))
			.ok_or(Error::<T>::NotAgent)?;
		let organisation = T::Identities::organisation_of(identity).ok_or(Error::<T>::NotAgent)?;
		Ok(Agent {
			identity,
			organisation,
		})
	}

	/// Whether an identity still is an agent in good standing.
	fn is_agent(asset: AssetId, identity: IdentityId, now: Moment) -> bool {
		let is_active = |identity| {
			T::Identities::profile(identity)
				.is_some_and(|profile| profile.standing == Standing::Active)
		};
		is_active(identity)
			&& T::Identities::organisation_of(identity).is_some_and(is_active)
			&& ROLES
				.iter()
				.any(|role| T::Roles::has_role(asset, *role, identity, now))
	}

	/// The agent acts for an organisation, and that is neither the one that proposed the docket nor the
	/// one that the proposer acts for now.
	fn ensure_other_side(docket: &DocketOf<T>, by: Agent) -> DispatchResult {
		let proposer = docket.proposer;
		let now_acts_for = T::Identities::organisation_of(proposer.identity);
		let acts_for = acting_organisation::<_, T::Identities>(by.identity);
		ensure!(
			by.identity != proposer.identity
				&& by.organisation != proposer.organisation
				&& Some(by.organisation) != now_acts_for
				&& Some(by.organisation) == acts_for,
			Error::<T>::SameOrganisation
		);
		Ok(())
	}

	pub(crate) fn view(id: DocketId) -> Option<DocketView<T::AccountId>> {
		let docket = Dockets::<T>::get(id)?;
		let now = T::Time::now();
		let state = docket.state_at(now);
		let remaining_ms = match state {
			DocketState::Proposed => docket.expires_at.checked_sub(now).unwrap_or_default(),
			DocketState::Expired
			| DocketState::Executed
			| DocketState::Rejected
			| DocketState::Withdrawn => 0,
		};
		Some(DocketView {
			id,
			docket,
			state,
			remaining_ms,
		})
	}

	/// Looks at up to `limit` dockets from `from` on, so that the work is bounded; a page may hold
	/// fewer, or none, and still have a next one.
	pub(crate) fn page(
		from: DocketId,
		limit: u32,
		matches: impl Fn(&DocketView<T::AccountId>) -> bool,
	) -> DocketPage<T::AccountId> {
		let end = NextDocketId::<T>::get();
		let until = from.saturating_add(limit.clamp(1, MAX_PAGE)).min(end);
		let items = (from..until).filter_map(Self::view).filter(matches);
		DocketPage {
			items: items.collect(),
			next: Some(until).filter(|next| *next < end),
		}
	}

	/// Whether a docket takes from the identity or gives to it.
	pub(crate) fn touches(docket: &DocketOf<T>, identity: IdentityId) -> bool {
		docket.identity == identity
			|| docket.kind.to().and_then(T::Identities::identity_of) == Some(identity)
	}
}

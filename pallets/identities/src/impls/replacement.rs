use super::Acting;
use crate::*;
use assay_traits::{AccountReplacement, HoldingsInspect};
use polkadot_sdk::{
	frame_support::traits::{EnsureOrigin, Time},
	frame_system,
	sp_runtime::traits::Zero,
};

/// How a replacement begins.
struct Opened {
	/// Whose account is replaced.
	identity: IdentityId,
	/// Whether its registrar opens it.
	by_registrar: bool,
	/// Whether the new account has signed already.
	accepted: bool,
}

impl<T: Config> Pallet<T> {
	/// The bytes that `new` signs to take the place of `old` until `expires`: domain, genesis hash,
	/// identity, the identity's nonce, old account, new account, expiry, in SCALE.
	pub fn replacement_payload_of(
		identity: IdentityId,
		old: &T::AccountId,
		new: &T::AccountId,
		expires: Moment,
	) -> Vec<u8> {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		let nonce = LinkNonces::<T>::get(identity);
		(
			REPLACEMENT_DOMAIN,
			genesis,
			identity,
			nonce,
			old,
			new,
			expires,
		)
			.encode()
	}

	/// Opens a replacement, which freezes the old account, at the cost of a deposit of `who`.
	pub(crate) fn do_propose_replacement(
		who: T::AccountId,
		old: T::AccountId,
		new: T::AccountId,
		consent: Option<Consent<T::Signature>>,
	) -> DispatchResult {
		let acting = Self::acting(&who)?;
		let link = Links::<T>::get(&old).ok_or(Error::<T>::NotLinked)?;
		let identity = link.identity;
		let record = Self::active_record(identity)?;
		ensure!(
			who != old && Self::may_replace(&acting, identity, &record),
			Error::<T>::NotAuthorized
		);
		ensure!(
			link.state == LinkState::Ordinary,
			Error::<T>::ReplacementOpen
		);
		ensure!(!Links::<T>::contains_key(&new), Error::<T>::AlreadyLinked);
		let by_registrar = Self::answers_for(&acting, &record);
		let accepted = consent.is_some();
		if let Some(consent) = consent {
			let payload = Self::replacement_payload_of(identity, &old, &new, consent.expires);
			Self::ensure_consent(&payload, &new, &consent)?;
			Self::use_nonce(identity)?;
		}

		let opened = Opened {
			identity,
			by_registrar,
			accepted,
		};
		Self::open_replacement(who, opened, record, &old, &new)?;
		if accepted {
			Self::deposit_event(Event::ReplacementAccepted { identity, old, new });
		}
		Ok(())
	}

	/// Writes a replacement that begins now.
	fn open_replacement(
		who: T::AccountId,
		opened: Opened,
		mut record: IdentityRecord,
		old: &T::AccountId,
		new: &T::AccountId,
	) -> DispatchResult {
		let Opened {
			identity,
			by_registrar,
			accepted,
		} = opened;
		let objection_until = T::Time::now()
			.checked_add(T::ObjectionPeriodMs::get())
			.ok_or(ArithmeticError::Overflow)?;
		let amount = T::ReplacementDeposit::get();
		let deposit = Self::take_deposit(HoldReason::Replacement, who, amount)?;
		record.replacements = record
			.replacements
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow)?;
		record.profile.replacing = true;
		Identities::<T>::insert(identity, record);
		Self::set_link_state(old, LinkState::Replaced);
		Replacements::<T>::insert(
			old,
			Replacement {
				successor: new.clone(),
				stage: ReplacementStage::Open,
				by_registrar,
				accepted,
				objection_until,
				deposit,
			},
		);
		Self::deposit_event(Event::ReplacementProposed {
			identity,
			old: old.clone(),
			new: new.clone(),
			objection_until,
		});
		Ok(())
	}

	/// The new account shows by its own call that somebody controls it.
	pub(crate) fn do_accept_replacement(new: &T::AccountId, old: T::AccountId) -> DispatchResult {
		let (identity, mut replacement) = Self::replacement_of(&old)?;
		ensure!(replacement.successor == *new, Error::<T>::NotSuccessor);
		ensure!(!replacement.accepted, Error::<T>::AlreadyAccepted);

		replacement.accepted = true;
		Replacements::<T>::insert(&old, replacement);
		let new = new.clone();
		Self::deposit_event(Event::ReplacementAccepted { identity, old, new });
		Ok(())
	}

	/// The old account objects, whatever the standing of its identity.
	pub(crate) fn do_object_replacement(old: T::AccountId) -> DispatchResult {
		let (identity, mut replacement) = Self::replacement_of(&old)?;
		Self::advance(&mut replacement, ReplacementStage::Contested)?;

		Replacements::<T>::insert(&old, replacement);
		Self::deposit_event(Event::ReplacementContested { identity, old });
		Ok(())
	}

	/// Gives a replacement up that is not complete; one that the registrar opened only for the
	/// registrar, and once it is contested only for the council.
	pub(crate) fn do_cancel_replacement(
		origin: T::RuntimeOrigin,
		old: T::AccountId,
	) -> DispatchResult {
		let (identity, replacement) = Self::replacement_of(&old)?;
		let record = Self::record(identity)?;
		if let Err(origin) = T::CouncilOrigin::try_origin(origin) {
			let acting = Self::acting(&ensure_signed(origin)?)?;
			// Who has stolen one account may have stolen another, and would keep both.
			let by_party = Self::answers_for(&acting, &record)
				|| (acting.identity == identity && !replacement.by_registrar);
			// Or whoever proposed it could cancel and propose until nobody objects any more.
			ensure!(
				by_party && replacement.stage != ReplacementStage::Contested,
				Error::<T>::NotAuthorized
			);
		}
		ensure!(
			replacement.stage != ReplacementStage::Settling,
			Error::<T>::ReplacementSettling
		);

		let new = replacement.successor.clone();
		Self::set_link_state(&old, LinkState::Ordinary);
		Self::remove_replacement(identity, record, &old, replacement)?;
		Self::deposit_event(Event::ReplacementCancelled { identity, old, new });
		Ok(())
	}

	/// Completes a replacement that nobody objected to in time.
	pub(crate) fn do_complete_replacement(old: T::AccountId) -> DispatchResult {
		let (identity, mut replacement) = Self::replacement_of(&old)?;
		ensure!(
			replacement.stage != ReplacementStage::Contested,
			Error::<T>::ReplacementContested
		);
		Self::advance(&mut replacement, ReplacementStage::Settling)?;
		ensure!(
			T::Time::now() > replacement.objection_until,
			Error::<T>::ObjectionPeriodOpen
		);
		Self::active_record(identity)?;

		Self::install_successor(identity, old, replacement)
	}

	/// Ends a contest in favour of the new account, which has the standing of its identity, whatever
	/// that is.
	pub(crate) fn do_settle_replacement(old: T::AccountId, case: Hash) -> DispatchResult {
		let (identity, mut replacement) = Self::replacement_of(&old)?;
		ensure!(
			replacement.stage == ReplacementStage::Contested,
			Error::<T>::NotContested
		);
		Self::advance(&mut replacement, ReplacementStage::Settling)?;

		let new = replacement.successor.clone();
		Self::install_successor(identity, old.clone(), replacement)?;
		Self::deposit_event(Event::ReplacementSettled { old, new, case });
		Ok(())
	}

	/// Unlinks an old account that holds nothing any more.
	pub(crate) fn do_close_replacement(old: T::AccountId) -> DispatchResult {
		let (identity, replacement) = Self::replacement_of(&old)?;
		ensure!(
			replacement.stage == ReplacementStage::Settling,
			Error::<T>::NotSettling
		);
		ensure!(
			!T::Holdings::account_holds_anything(&old),
			Error::<T>::AccountHoldsUnits
		);
		let record = Self::record(identity)?;

		Self::detach(identity, &old)?;
		let new = replacement.successor.clone();
		Self::set_link_state(&new, LinkState::Ordinary);
		Self::remove_replacement(identity, record, &old, replacement)?;
		Self::deposit_event(Event::ReplacementClosed { identity, old, new });
		Ok(())
	}

	/// Whether `acting` may have an account of the identity replaced: the identity itself by another
	/// account, and its registrar, since somebody who lost the only account cannot sign.
	fn may_replace(acting: &Acting, identity: IdentityId, record: &IdentityRecord) -> bool {
		acting.identity == identity || Self::answers_for(acting, record)
	}

	/// The replacement of an account, with the identity.
	fn replacement_of(
		old: &T::AccountId,
	) -> Result<(IdentityId, Replacement<T::AccountId>), DispatchError> {
		let replacement = Replacements::<T>::get(old).ok_or(Error::<T>::ReplacementNotFound)?;
		let link = Links::<T>::get(old).ok_or(Error::<T>::NotLinked)?;
		Ok((link.identity, replacement))
	}

	/// Takes a replacement to its next stage.
	fn advance(
		replacement: &mut Replacement<T::AccountId>,
		next: ReplacementStage,
	) -> DispatchResult {
		if !replacement.stage.can_become(next) {
			return Err(match replacement.stage {
				ReplacementStage::Settling => Error::<T>::ReplacementSettling,
				ReplacementStage::Open | ReplacementStage::Contested => {
					Error::<T>::ReplacementContested
				},
			}
			.into());
		}
		replacement.stage = next;
		Ok(())
	}

	/// Links the successor of a replacement that has just begun to settle.
	fn install_successor(
		identity: IdentityId,
		old: T::AccountId,
		replacement: Replacement<T::AccountId>,
	) -> DispatchResult {
		ensure!(replacement.accepted, Error::<T>::NotAccepted);
		let new = replacement.successor.clone();
		ensure!(!Links::<T>::contains_key(&new), Error::<T>::AlreadyLinked);

		// It takes the place of the old one, which stays until it has given its units away. No account
		// succeeds another one while it is replaced itself, so that there is room for each.
		Self::attach_within(identity, &new, MAX_LINKED)?;
		Self::set_link_state(&new, LinkState::Successor);
		Replacements::<T>::insert(&old, replacement);
		Self::deposit_event(Event::ReplacementCompleted { identity, old, new });
		Ok(())
	}

	/// Forgets a replacement and returns its deposit.
	fn remove_replacement(
		identity: IdentityId,
		mut record: IdentityRecord,
		old: &T::AccountId,
		replacement: Replacement<T::AccountId>,
	) -> DispatchResult {
		record.replacements = record
			.replacements
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		record.profile.replacing = record.replacements > 0;
		Identities::<T>::insert(identity, record);
		Replacements::<T>::remove(old);
		Self::return_deposit(HoldReason::Replacement, replacement.deposit)
	}

	/// Writes whether a linked account gives way to another one.
	fn set_link_state(account: &T::AccountId, state: LinkState) {
		Links::<T>::mutate(account, |slot| {
			if let Some(link) = slot {
				link.state = state;
			}
		});
	}
}

impl<T: Config> AccountReplacement<T::AccountId> for Pallet<T> {
	fn is_replaced(account: &T::AccountId) -> bool {
		Links::<T>::get(account).is_some_and(|link| link.state == LinkState::Replaced)
	}

	fn successor(account: &T::AccountId) -> Option<T::AccountId> {
		Replacements::<T>::get(account)
			.filter(|replacement| replacement.stage == ReplacementStage::Settling)
			.map(|replacement| replacement.successor)
	}
}

use super::Acting;
use crate::*;
use assay_traits::HoldingsInspect;
use polkadot_sdk::{
	frame_support::traits::Time,
	frame_system,
	sp_runtime::traits::{Verify, Zero},
};

impl<T: Config> Pallet<T> {
	/// The bytes that `account` signs to be linked to `identity` until `expires`: domain, genesis
	/// hash, identity, the identity's nonce, account, expiry, in SCALE.
	pub fn link_payload_of(
		identity: IdentityId,
		account: &T::AccountId,
		expires: Moment,
	) -> Vec<u8> {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		let nonce = LinkNonces::<T>::get(identity);
		(LINK_DOMAIN, genesis, identity, nonce, account, expires).encode()
	}

	/// Whether `account` signed `payload`, bare or wrapped as browser wallets do.
	fn is_signed_by(payload: &[u8], signature: &T::Signature, account: &T::AccountId) -> bool {
		let wrapped = [b"<Bytes>", payload, b"</Bytes>"].concat();
		signature.verify(payload, account) || signature.verify(wrapped.as_slice(), account)
	}

	/// Refuses unless `account` has signed `payload` and its consent still counts.
	pub(crate) fn ensure_consent(
		payload: &[u8],
		account: &T::AccountId,
		consent: &Consent<T::Signature>,
	) -> DispatchResult {
		ensure!(
			T::Time::now() <= consent.expires,
			Error::<T>::SignatureExpired
		);
		ensure!(
			Self::is_signed_by(payload, &consent.signature, account),
			Error::<T>::BadSignature
		);
		Ok(())
	}

	/// Whether `acting` may add an account: the identity itself, and its registrar for the very first
	/// one. Were it otherwise, a registrar could act for whomever it registered: an identity that has
	/// lost all its accounts, and so holds nothing, is registered anew.
	fn may_add_account(acting: &Acting, identity: IdentityId, record: &IdentityRecord) -> bool {
		acting.identity == identity
			|| (Self::answers_for(acting, record) && LinkNonces::<T>::get(identity) == 0)
	}

	/// Links `account`, which has signed for it.
	pub(crate) fn do_link(
		acting: &Acting,
		identity: IdentityId,
		account: &T::AccountId,
		consent: &Consent<T::Signature>,
	) -> DispatchResult {
		let record = Self::active_record(identity)?;
		ensure!(
			Self::may_add_account(acting, identity, &record),
			Error::<T>::NotAuthorized
		);
		ensure!(
			!Links::<T>::contains_key(account),
			Error::<T>::AlreadyLinked
		);
		let payload = Self::link_payload_of(identity, account, consent.expires);
		Self::ensure_consent(&payload, account, consent)?;

		Self::attach(identity, account)
	}

	/// Invites `account`, at the cost of a deposit of `who`.
	pub(crate) fn do_propose_link(
		who: T::AccountId,
		identity: IdentityId,
		account: T::AccountId,
	) -> DispatchResult {
		let acting = Self::acting(&who)?;
		let record = Self::active_record(identity)?;
		ensure!(
			Self::may_add_account(&acting, identity, &record),
			Error::<T>::NotAuthorized
		);
		ensure!(
			!Links::<T>::contains_key(&account),
			Error::<T>::AlreadyLinked
		);
		ensure!(
			!LinkProposals::<T>::contains_key(&account, identity),
			Error::<T>::AlreadyProposed
		);

		Self::invite(who, identity, account)
	}

	/// Writes an invitation of an account that has none to that identity.
	pub(crate) fn invite(
		who: T::AccountId,
		identity: IdentityId,
		account: T::AccountId,
	) -> DispatchResult {
		let expires = Self::proposal_expiry()?;
		let deposit =
			Self::take_deposit(HoldReason::LinkProposal, who, T::LinkProposalDeposit::get())?;
		LinkProposals::<T>::insert(&account, identity, LinkProposal { deposit, expires });
		Self::deposit_event(Event::LinkProposed {
			identity,
			account,
			expires,
		});
		Ok(())
	}

	/// Links `account`, which was invited and dispatches this itself.
	pub(crate) fn do_accept_link(account: T::AccountId, identity: IdentityId) -> DispatchResult {
		let proposal =
			LinkProposals::<T>::take(&account, identity).ok_or(Error::<T>::ProposalNotFound)?;
		ensure!(
			T::Time::now() <= proposal.expires,
			Error::<T>::ProposalExpired
		);
		ensure!(
			!Links::<T>::contains_key(&account),
			Error::<T>::AlreadyLinked
		);
		Self::active_record(identity)?;
		// A registrar's invitation is for the first account alone, whenever it is accepted.
		let by_itself = Links::<T>::get(&proposal.deposit.depositor)
			.is_some_and(|link| link.identity == identity);
		ensure!(
			by_itself || LinkNonces::<T>::get(identity) == 0,
			Error::<T>::NotAuthorized
		);

		Self::return_deposit(HoldReason::LinkProposal, proposal.deposit)?;
		Self::attach(identity, &account)
	}

	/// Ends an invitation: by the invited account, the identity or its registrar at any time, by
	/// anybody once it can not be accepted any more.
	pub(crate) fn do_cancel_link_proposal(
		who: &T::AccountId,
		identity: IdentityId,
		account: T::AccountId,
	) -> DispatchResult {
		let proposal =
			LinkProposals::<T>::take(&account, identity).ok_or(Error::<T>::ProposalNotFound)?;
		let is_party =
			*who == account || Links::<T>::get(who).is_some_and(|link| link.identity == identity);
		let is_void = T::Time::now() > proposal.expires || Links::<T>::contains_key(&account);
		if !is_party && !is_void {
			if let Some(record) = Identities::<T>::get(identity) {
				Self::ensure_registrar_of(who, &record)?;
			}
		}

		Self::return_deposit(HoldReason::LinkProposal, proposal.deposit)?;
		Self::deposit_event(Event::LinkProposalCancelled { identity, account });
		Ok(())
	}

	/// Ends the link of an account that holds nothing.
	pub(crate) fn do_unlink(who: &T::AccountId, account: &T::AccountId) -> DispatchResult {
		let acting = Self::acting(who)?;
		let link = Links::<T>::get(account).ok_or(Error::<T>::NotLinked)?;
		let identity = link.identity;
		let record = Self::record(identity)?;
		let by_registrar = Self::answers_for(&acting, &record);
		ensure!(
			by_registrar || acting.identity == identity,
			Error::<T>::NotAuthorized
		);
		Self::active_record(identity)?;
		ensure!(
			link.state == LinkState::Ordinary,
			Error::<T>::ReplacementOpen
		);
		let others = AccountsOf::<T>::get(identity).len() > 1;
		ensure!(by_registrar || others, Error::<T>::LastAccount);
		ensure!(
			!T::Holdings::account_holds_anything(account),
			Error::<T>::AccountHoldsUnits
		);

		Self::detach(identity, account)
	}

	/// Uses the identity's nonce, so that nothing that was signed over it serves once more.
	pub(crate) fn use_nonce(identity: IdentityId) -> DispatchResult {
		LinkNonces::<T>::try_mutate(identity, |nonce| -> DispatchResult {
			*nonce = nonce.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})
	}

	/// Writes the link of one account more, if there is room for it.
	pub(crate) fn attach(identity: IdentityId, account: &T::AccountId) -> DispatchResult {
		Self::attach_within(identity, account, MAX_ACCOUNTS)
	}

	/// Writes a link, with the identity's standing, and keeps the account alive by it. The identity has
	/// at most `most` accounts then.
	pub(crate) fn attach_within(
		identity: IdentityId,
		account: &T::AccountId,
		most: u32,
	) -> DispatchResult {
		let standing = Self::record(identity)?.profile.standing;
		AccountsOf::<T>::try_mutate(identity, |accounts| {
			ensure!(
				u32::try_from(accounts.len()).is_ok_and(|linked| linked < most),
				Error::<T>::TooManyAccounts
			);
			accounts
				.try_push(account.clone())
				.map_err(|_| Error::<T>::TooManyAccounts)
		})?;
		Self::use_nonce(identity)?;
		Links::<T>::insert(account, AccountLink::new(identity, standing));
		frame_system::Pallet::<T>::inc_providers(account);
		Self::deposit_event(Event::AccountLinked {
			identity,
			account: account.clone(),
		});
		Ok(())
	}

	/// Removes a link. An account that has signed stays alive, so that its nonce goes on from where it
	/// is should it ever be linked again: a reaped account would start at zero, and whoever kept its
	/// old transactions could send them once more. One that never signed leaves nothing behind.
	pub(crate) fn detach(identity: IdentityId, account: &T::AccountId) -> DispatchResult {
		let rests_on_the_link = frame_system::Pallet::<T>::consumers(account) > 0
			&& frame_system::Pallet::<T>::providers(account) <= 1;
		ensure!(!rests_on_the_link, Error::<T>::AccountInUse);
		AccountsOf::<T>::mutate_exists(identity, |slot| {
			*slot = slot.take().and_then(|mut accounts| {
				accounts.retain(|linked| linked != account);
				(!accounts.is_empty()).then_some(accounts)
			});
		});
		Links::<T>::remove(account);
		if frame_system::Pallet::<T>::account_nonce(account).is_zero() {
			frame_system::Pallet::<T>::dec_providers(account)?;
		}
		Self::deposit_event(Event::AccountUnlinked {
			identity,
			account: account.clone(),
		});
		Ok(())
	}
}

use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use polkadot_sdk::{
	frame_support::traits::fungible::InspectHold, frame_system, sp_runtime::TryRuntimeError,
};

impl<T: Config> Pallet<T> {
	/// Checks every invariant of the crate's documentation.
	///
	/// # Errors
	/// The first that does not hold.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_links()?;
		for (identity, record) in Identities::<T>::iter() {
			Self::check_record(&record)?;
			ensure!(
				record.positions.total() == 0
					|| AccountsOf::<T>::get(identity)
						.iter()
						.any(T::Holdings::account_holds_anything),
				"INV-IDT-15: positions are counted of an identity that holds nothing"
			);
		}
		Self::check_members()?;
		Self::check_lists()?;
		Self::check_existence()?;
		Self::check_replacements()?;
		Self::check_references()?;
		Self::check_deposits()
	}

	fn check_links() -> Result<(), TryRuntimeError> {
		let mut listed = 0usize;
		for (identity, accounts) in AccountsOf::<T>::iter() {
			ensure!(
				!accounts.is_empty(),
				"INV-IDT-1: a list of accounts is empty"
			);
			let giving_way = accounts
				.iter()
				.filter(|account| {
					Replacements::<T>::get(account)
						.is_some_and(|replacement| replacement.stage == ReplacementStage::Settling)
				})
				.count();
			ensure!(
				accounts
					.len()
					.checked_sub(giving_way)
					.and_then(|staying| u32::try_from(staying).ok())
					.is_some_and(|staying| staying <= MAX_ACCOUNTS),
				"INV-IDT-14: an identity has too many accounts beside those that give way"
			);
			for account in &accounts {
				listed = listed
					.checked_add(1)
					.ok_or("INV-IDT-1: too many accounts")?;
				ensure!(
					Links::<T>::get(account).is_some_and(|link| link.identity == identity),
					"INV-IDT-1: a listed account is not linked to its identity"
				);
			}
		}
		ensure!(
			listed == Links::<T>::iter().count(),
			"INV-IDT-1: a link is listed not at all or twice"
		);
		for (account, link) in Links::<T>::iter() {
			ensure!(
				Identities::<T>::get(link.identity)
					.is_some_and(|record| record.profile.standing == link.standing),
				"INV-IDT-2: a link's standing is not its identity's"
			);
			ensure!(
				frame_system::Pallet::<T>::providers(&account) > 0,
				"INV-IDT-10: a linked account is not alive"
			);
		}
		Ok(())
	}

	fn check_record(record: &IdentityRecord) -> Result<(), TryRuntimeError> {
		let profile = &record.profile;
		ensure!(
			profile.standing == record.standing_due(),
			"INV-IDT-3: standing does not follow from sanction and suspension"
		);
		ensure!(
			is_country(profile.jurisdiction) && profile.pending_jurisdiction.is_none_or(is_country),
			"INV-IDT-4: a jurisdiction is not between 1 and 999"
		);
		let pairs: BTreeSet<_> = profile
			.claims
			.iter()
			.map(|claim| (claim.topic, claim.issuer))
			.collect();
		ensure!(
			pairs.len() == profile.claims.len(),
			"INV-IDT-6: two claims have one topic and issuer"
		);
		Ok(())
	}

	fn check_members() -> Result<(), TryRuntimeError> {
		let mut recount = BTreeMap::<IdentityId, u32>::new();
		for (_, record) in Identities::<T>::iter() {
			let Some(organisation) = record.profile.organisation else {
				continue;
			};
			ensure!(
				record.profile.kind == IdentityKind::Natural
					&& Identities::<T>::get(organisation)
						.is_some_and(|record| record.profile.kind == IdentityKind::Legal),
				"INV-IDT-5: somebody acts for what is no organisation, or is no person"
			);
			let members = recount.entry(organisation).or_default();
			*members = members
				.checked_add(1)
				.ok_or("INV-IDT-5: too many persons")?;
		}
		ensure!(
			recount == Members::<T>::iter().collect(),
			"INV-IDT-5: the number of an organisation's persons is not their recount"
		);
		Ok(())
	}

	fn check_lists() -> Result<(), TryRuntimeError> {
		let (registrars, issuers) = (Registrars::<T>::get(), ClaimIssuers::<T>::get());
		ensure!(
			registrars.is_sorted_by(|one, other| one < other)
				&& issuers.is_sorted_by(|one, other| one < other),
			"INV-IDT-7: registrars or issuers are not sorted, or one is named twice"
		);
		ensure!(
			registrars
				.iter()
				.copied()
				.chain(issuers.iter().map(|trusted| trusted.issuer))
				.all(Identities::<T>::contains_key),
			"INV-IDT-7: a registrar or issuer does not exist"
		);
		Ok(())
	}

	fn check_existence() -> Result<(), TryRuntimeError> {
		ensure!(
			AccountsOf::<T>::iter_keys()
				.chain(LinkNonces::<T>::iter_keys())
				.chain(ReferenceOf::<T>::iter_keys())
				.chain(OrganisationProposals::<T>::iter_keys())
				.chain(Deposits::<T>::iter_keys())
				.all(Identities::<T>::contains_key),
			"INV-IDT-8: something is stored of an identity that does not exist"
		);
		let next = NextIdentityId::<T>::get();
		ensure!(
			Identities::<T>::iter_keys().all(|identity| identity < next),
			"INV-IDT-8: an identity is numbered past the next number"
		);
		Ok(())
	}

	fn check_replacements() -> Result<(), TryRuntimeError> {
		let mut recount = BTreeMap::<IdentityId, u32>::new();
		let mut successors = BTreeSet::new();
		for (old, replacement) in Replacements::<T>::iter() {
			let link = Links::<T>::get(&old)
				.filter(|link| link.state == LinkState::Replaced)
				.ok_or("INV-IDT-11: an account is replaced, and its link does not say so")?;
			let number = recount.entry(link.identity).or_default();
			*number = number
				.checked_add(1)
				.ok_or("INV-IDT-11: too many replacements")?;
			if replacement.stage != ReplacementStage::Settling {
				continue;
			}
			ensure!(
				replacement.accepted
					&& Links::<T>::get(&replacement.successor).is_some_and(|successor| {
						successor.state == LinkState::Successor
							&& successor.identity == link.identity
					}) && successors.insert(replacement.successor),
				"INV-IDT-11: a replacement settles, and its successor is not in place"
			);
		}
		let replaced = Links::<T>::iter_values()
			.filter(|link| link.state == LinkState::Replaced)
			.count();
		let succeeding = Links::<T>::iter_values()
			.filter(|link| link.state == LinkState::Successor)
			.count();
		ensure!(
			replaced == Replacements::<T>::iter_keys().count() && succeeding == successors.len(),
			"INV-IDT-11: a link speaks of a replacement that there is not"
		);
		ensure!(
			Identities::<T>::iter().all(|(identity, record)| {
				let number = recount.get(&identity).copied().unwrap_or_default();
				record.replacements == number && record.profile.replacing == (number > 0)
			}),
			"INV-IDT-12: an identity's number of replacements is not their recount"
		);
		Ok(())
	}

	fn check_references() -> Result<(), TryRuntimeError> {
		let there: BTreeSet<_> = References::<T>::iter().collect();
		let back: BTreeSet<_> = ReferenceOf::<T>::iter()
			.map(|(identity, of)| (of.registrar, of.hash, identity))
			.collect();
		ensure!(
			there == back,
			"INV-IDT-13: references and identities do not name each other"
		);
		Ok(())
	}

	fn check_deposits() -> Result<(), TryRuntimeError> {
		let proposals = LinkProposals::<T>::iter_values().map(|proposal| proposal.deposit);
		Self::check_held(HoldReason::IdentityDeposit, Deposits::<T>::iter_values())?;
		Self::check_held(HoldReason::LinkProposal, proposals)?;
		let replacements = Replacements::<T>::iter_values().map(|replacement| replacement.deposit);
		Self::check_held(HoldReason::Replacement, replacements)
	}

	fn check_held(
		reason: HoldReason,
		deposits: impl Iterator<Item = Deposit<T::AccountId>>,
	) -> Result<(), TryRuntimeError> {
		let reason = reason.into();
		let mut sums = BTreeMap::<T::AccountId, Balance>::new();
		for Deposit { depositor, amount } in deposits {
			let sum = sums.entry(depositor).or_default();
			*sum = sum
				.checked_add(amount)
				.ok_or("INV-IDT-9: deposits overflow")?;
		}
		ensure!(
			sums.iter()
				.all(|(who, sum)| T::Currency::balance_on_hold(&reason, who) == *sum),
			"INV-IDT-9: what is held is not the sum of the deposits"
		);
		Ok(())
	}
}

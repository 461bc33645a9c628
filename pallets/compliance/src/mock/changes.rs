//! Doubles of what identities do behind a position's back: moves to another country, and accounts
//! that give way to others.

use super::{AccountId, Registry};
use assay_primitives::{CountryCounts, IdentityId, Jurisdiction};
use assay_traits::{AccountReplacement, IdentityInspect, ReseatIdentity, Seats};
use codec::Encode;
use polkadot_sdk::{
	frame_support::storage::unhashed,
	sp_runtime::{DispatchError, DispatchResult},
};
use std::{cell::RefCell, collections::BTreeMap};

thread_local! {
	/// Accounts that are being replaced, with the successor once it may take over.
	static REPLACED: RefCell<BTreeMap<AccountId, Option<AccountId>>> =
		const { RefCell::new(BTreeMap::new()) };
}

impl Registry {
	/// Opens the replacement of an account.
	pub fn replace(old: AccountId) {
		REPLACED.with_borrow_mut(|replaced| replaced.insert(old, None));
		let identity = Self::identity_of(&old).expect("is linked");
		Self::change(identity, |profile| profile.replacing = true);
	}

	/// Lets another account of the same identity take over.
	pub fn succeed(old: AccountId, new: AccountId) {
		REPLACED.with_borrow_mut(|replaced| replaced.insert(old, Some(new)));
		let identity = Self::identity_of(&old).expect("is linked");
		Self::link(new, identity);
	}

	/// Forgets every replacement.
	pub fn replace_nothing() {
		REPLACED.with_borrow_mut(BTreeMap::clear);
	}

	/// Removes an identity.
	pub fn forget(identity: IdentityId) {
		super::PROFILES.with_borrow_mut(|profiles| profiles.remove(&identity));
	}

	/// Begins a change of jurisdiction.
	pub fn depart(identity: IdentityId, country: Jurisdiction) {
		Self::change(identity, |profile| {
			profile.pending_jurisdiction = Some(country);
		});
	}
}

impl AccountReplacement<AccountId> for Registry {
	fn is_replaced(account: &AccountId) -> bool {
		REPLACED.with_borrow(|replaced| replaced.contains_key(account))
	}
	fn successor(account: &AccountId) -> Option<AccountId> {
		REPLACED.with_borrow(|replaced| replaced.get(account).copied().flatten())
	}
}

impl ReseatIdentity for Registry {
	fn pending(identity: IdentityId) -> Option<Jurisdiction> {
		Self::profile(identity)?.pending_jurisdiction
	}
	fn complete(identity: IdentityId) -> DispatchResult {
		let country = Self::pending(identity).ok_or(DispatchError::CannotLookup)?;
		Self::change(identity, |profile| {
			profile.jurisdiction = country;
			profile.pending_jurisdiction = None;
		});
		Ok(())
	}
}

/// In the state, since what fails must take it back.
impl Seats for Registry {
	fn positions(identity: IdentityId) -> CountryCounts {
		unhashed::get_or_default(&seats_key(identity))
	}
	fn set_positions(identity: IdentityId, positions: CountryCounts) {
		unhashed::put(&seats_key(identity), &positions);
	}
}

fn seats_key(identity: IdentityId) -> Vec<u8> {
	(b"seats", identity).encode()
}

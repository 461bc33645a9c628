mod accounts;
mod admission;
mod claims;
mod genesis;
mod governance;
mod invariants;
mod jurisdiction;
mod links;
mod model;
mod onboarding;
mod organisations;
mod register;
mod replacement;
mod roles;
mod standing;
mod stolen;
mod views;

pub use crate::{mock::*, *};
pub use assay_traits::{IdentityInspect, Seats};
pub use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok},
	frame_system,
	sp_runtime::{DispatchError, MultiSignature},
};

/// A person of [`REGISTRAR`]'s, without accounts yet.
pub fn newcomer() -> IdentityId {
	let identity = NextIdentityId::<Test>::get();
	let (kind, category) = (IdentityKind::Natural, InvestorCategory::Retail);
	assert_ok!(Identity::register(
		signed(REGISTRAR),
		kind,
		None,
		756,
		category
	));
	identity
}

/// The will of the account with this seed, over `payload`.
pub fn consent(seed: u8, expires: Moment, payload: &[u8]) -> Consent<MultiSignature> {
	let signature = polkadot_sdk::sp_core::Pair::sign(&key(seed).0, payload).into();
	Consent { expires, signature }
}

/// Has [`ANNA_2`] replaced by [`MULTISIG`], which has not accepted yet.
pub fn open_replacement() {
	assert_ok!(Identity::propose_replacement(
		signed(ANNA),
		ANNA_2,
		MULTISIG,
		None
	));
}

/// Has [`ANNA_2`] replaced by [`MULTISIG`], which is linked at the first moment that allows it.
pub fn settle_replacement() {
	open_replacement();
	assert_ok!(Identity::accept_replacement(signed(MULTISIG), ANNA_2));
	Present::set(Present::get() + OBJECTION + 1);
	assert_ok!(Identity::complete_replacement(signed(STRANGER), ANNA_2));
}

pub type Identity = Pallet<Test>;
pub type E = Error<Test>;

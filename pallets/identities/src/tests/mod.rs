mod accounts;
mod admission;
mod claims;
mod genesis;
mod governance;
mod invariants;
mod links;
mod model;
mod organisations;
mod register;
mod roles;
mod standing;
mod views;

pub use crate::{mock::*, *};
pub use assay_traits::IdentityInspect;
pub use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok},
	frame_system,
	sp_runtime::DispatchError,
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

pub type Identity = Pallet<Test>;
pub type E = Error<Test>;

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

pub type Identity = Pallet<Test>;
pub type E = Error<Test>;

use crate::{mock::*, *};
use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok, BoundedVec},
	sp_runtime::{DispatchError, TokenError},
};

mod invariants;
mod lot_id;
mod model;
mod offices;
mod register_lots;
mod release;
mod remove_lots;
mod roles;
mod totals;
mod vaults;
mod withdraw_lots;

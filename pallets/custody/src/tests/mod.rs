use crate::{mock::*, *};
use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok, BoundedVec},
	sp_runtime::{DispatchError, DispatchResult, TokenError},
};

mod challenged;
mod encumbrance;
mod invariants;
mod licences;
mod lists;
mod lot_id;
mod model;
mod offices;
mod register_lots;
mod release;
mod remove_lots;
mod report_cash;
mod roles;
mod totals;
mod transfers;
mod vaults;
mod views;
mod withdraw_lots;

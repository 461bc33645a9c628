use crate::{mock::*, *};
use assay_primitives::{Moment, ParameterKey, ReserveParameterValues, DAY};
use assay_traits::ReserveParameters;
use polkadot_sdk::frame_support::{assert_noop, assert_ok};

mod cancel_change;
mod corridors;
mod genesis;
mod invariants;
mod model;
mod roles;
mod scenarios;
mod set_parameter;

/// A corridor with round numbers.
fn round_corridor(min: u64, max: u64, max_step: u64) -> Corridor {
	Corridor {
		min,
		max,
		max_step,
		cooldown_ms: 1_000,
		tighten_delay_ms: 10,
		loosen_delay_ms: 5_000,
	}
}

/// The same at the quickest pace that the council may decide on.
fn decided_corridor(min: u64, max: u64, max_step: u64) -> Corridor {
	Corridor {
		cooldown_ms: MIN_COOLDOWN_MS,
		loosen_delay_ms: MIN_LOOSEN_DELAY_MS,
		..round_corridor(min, max, max_step)
	}
}

fn set(key: ParameterKey, value: u64) -> polkadot_sdk::sp_runtime::DispatchResult {
	ReserveGovernance::set_parameter(council(), GOLD, key, value)
}

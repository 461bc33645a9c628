//! Tests by call; each ends in a check of every invariant.

mod answer;
mod approve;
mod ends;
mod escrow;
mod invariants;
mod model;
mod propose;
mod recovery;
mod remove;
mod renew;
mod restraint;
mod roles;
mod states;
mod views;

use crate::{mock::*, *};
use assay_primitives::{Balance, DocketId, IdentityId, Role, Standing};
use polkadot_sdk::{
	frame_support::{assert_noop, assert_ok},
	sp_runtime::DispatchError,
};

/// Who acts, and for whom.
fn agent(identity: IdentityId, organisation: IdentityId) -> Agent {
	Agent {
		identity,
		organisation,
	}
}

fn officer() -> Agent {
	agent(OFFICER_ID, FIRM)
}

fn other_side() -> Agent {
	agent(AGENT_ID, AGENT_ID)
}

fn state(docket: DocketId) -> DocketState {
	Pallet::<Test>::docket(docket).unwrap().state
}

fn approve(docket: DocketId) -> Call<Test> {
	Call::approve { docket }
}

fn reject(docket: DocketId) -> Call<Test> {
	Call::reject {
		docket,
		reason: hash(9),
	}
}

fn answer_call(docket: DocketId) -> Call<Test> {
	Call::answer {
		docket,
		statement: hash(8),
	}
}

/// Every step from a proposed docket on, with somebody who may take it.
fn steps(docket: DocketId) -> [(AccountId, Call<Test>); 5] {
	[
		(AGENT, approve(docket)),
		(AGENT, reject(docket)),
		(COLLEAGUE, Call::withdraw { docket }),
		(AGENT, Call::renew { docket }),
		(HOLDER, answer_call(docket)),
	]
}

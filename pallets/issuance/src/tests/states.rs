use crate::types::RedemptionState::{self, *};

#[test]
fn can_become_is_this_table_and_nothing_else() {
	let allowed = [
		(Requested, Accepted),
		(Requested, Cancelled),
		(Requested, Rejected),
		(Requested, Breached),
		(Accepted, Released),
		(Accepted, Cancelled),
		(Accepted, Breached),
		(Breached, Released),
		(Breached, Cancelled),
		(Released, Burned),
	];
	for from in RedemptionState::ALL {
		for to in RedemptionState::ALL {
			assert_eq!(
				from.can_become(to),
				allowed.contains(&(from, to)),
				"{from:?} to {to:?}"
			);
		}
	}
}

#[test]
fn open_is_what_can_go_on() {
	for from in RedemptionState::ALL {
		let goes_on = RedemptionState::ALL.iter().any(|to| from.can_become(*to));
		assert_eq!(from.is_open(), goes_on, "{from:?}");
	}
}

#[test]
fn owed_is_what_is_open_and_not_released() {
	for state in RedemptionState::ALL {
		assert_eq!(
			state.is_owed(),
			state.is_open() && state != Released,
			"{state:?}"
		);
	}
}

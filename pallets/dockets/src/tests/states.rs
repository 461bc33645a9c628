use super::*;
use DocketState::*;

#[test]
fn a_docket_goes_only_where_the_diagram_says() {
	let allowed = [
		(Proposed, Expired),
		(Proposed, Executed),
		(Proposed, Rejected),
		(Proposed, Withdrawn),
		(Expired, Proposed),
	];
	for from in DocketState::ALL {
		for to in DocketState::ALL {
			assert_eq!(
				from.can_become(to),
				allowed.contains(&(from, to)),
				"{from:?} → {to:?}"
			);
		}
		let stuck = DocketState::ALL.into_iter().all(|to| !from.can_become(to));
		assert_eq!(from.is_final(), stuck, "{from:?}");
	}
}

#[test]
fn each_state_takes_the_steps_of_the_diagram_and_no_other() {
	// Whether approve, reject, withdraw, renew and answer work in each state.
	for (from, works) in [
		(Proposed, [true, true, true, false, true]),
		(Expired, [false, false, false, true, false]),
		(Executed, [false; 5]),
		(Rejected, [false; 5]),
		(Withdrawn, [false; 5]),
	] {
		for (index, works) in works.into_iter().enumerate() {
			execute(|| {
				let docket = proposed(transfer(60));
				let [approve, reject, withdraw, ..] = steps(docket);
				match from {
					Proposed => {},
					Expired => advance(OPEN),
					Executed => {
						assert_ok!(run(approve.0, approve.1));
					},
					Rejected => {
						assert_ok!(run(reject.0, reject.1));
					},
					Withdrawn => {
						assert_ok!(run(withdraw.0, withdraw.1));
					},
				}
				assert_eq!(state(docket), from);
				let (who, step) = steps(docket).into_iter().nth(index).unwrap();
				if works {
					assert_ok!(run(who, step));
				} else {
					assert_noop!(run(who, step), Error::<Test>::WrongState);
				}
			});
		}
	}
}

#[test]
fn what_was_ended_does_not_expire() {
	execute(|| {
		let docket = proposed(transfer(60));
		assert_ok!(run(AGENT, approve(docket)));
		advance(10 * OPEN);
		assert_eq!(state(docket), Executed);
	});
}

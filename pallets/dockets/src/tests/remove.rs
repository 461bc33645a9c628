use super::*;

/// How many of the steps end a docket; one more lets it expire.
const ENDS: usize = 3;

#[test]
fn works_for_anyone_once_the_time_is_over_and_gives_the_deposit_back() {
	for end in 0..=ENDS {
		execute(|| {
			let docket = proposed(transfer(60));
			match steps(docket).into_iter().take(ENDS).nth(end) {
				Some((who, step)) => {
					assert_ok!(run(who, step));
				},
				None => advance(OPEN),
			}
			advance(RETENTION - 1);
			assert_noop!(
				run(NOBODY, Call::remove { docket }),
				Error::<Test>::TooRecent
			);
			advance(1);
			assert_ok!(run(NOBODY, Call::remove { docket }));
			assert_eq!(held(OFFICER), 0);
			assert_eq!(crate::Dockets::<Test>::get(docket), None);
			assert_eq!(Freezes::get((GOLD, HOLDER_ID)), None);
			assert_eq!(last_event(), Event::Removed { docket }.into());
			// Its case is forgotten with it.
			assert_ok!(run(OFFICER, propose(transfer(1), 100)));
		});
	}
}

#[test]
fn leaves_the_freeze_of_a_later_docket() {
	execute(|| {
		let docket = expired(transfer(60));
		advance(RETENTION - 1);
		let later = proposed(wipe(1));
		advance(1);
		assert_ok!(run(NOBODY, Call::remove { docket }));
		assert_eq!(
			Freezes::get((GOLD, HOLDER_ID)).map(|(docket, _)| docket),
			Some(later)
		);
	});
}

#[test]
fn fails_while_it_is_open_or_unknown() {
	execute(|| {
		let docket = proposed(transfer(60));
		assert_noop!(
			run(OFFICER, Call::remove { docket }),
			Error::<Test>::TooRecent
		);
		assert_noop!(
			run(OFFICER, Call::remove { docket: 1 }),
			Error::<Test>::NotFound
		);
	});
}

#[test]
fn a_renewal_starts_the_clock_anew() {
	execute(|| {
		let docket = expired(transfer(60));
		advance(RETENTION - 1);
		assert_ok!(run(AGENT, Call::renew { docket }));
		advance(1);
		assert_noop!(
			run(NOBODY, Call::remove { docket }),
			Error::<Test>::TooRecent
		);
		advance(OPEN + RETENTION);
		assert_ok!(run(NOBODY, Call::remove { docket }));
	});
}

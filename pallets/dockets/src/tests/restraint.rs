//! One organisation does not freeze a holder again and again, by one case after the other.

use super::*;

/// Until when the firm may not freeze the holder's gold alone.
fn restrained_until() -> Option<assay_primitives::Moment> {
	Pallet::<Test>::restrained_until(GOLD, HOLDER_ID, FIRM)
}

/// What ends a docket that the officer proposed without approval.
type End = (&'static str, fn(DocketId));

fn ends() -> [End; 3] {
	[
		("expired", |_| advance(OPEN)),
		("rejected", |docket| {
			assert_ok!(run(AGENT, reject(docket)));
		}),
		("withdrawn", |docket| {
			assert_ok!(run(COLLEAGUE, Call::withdraw { docket }));
		}),
	]
}

#[test]
fn another_case_freezes_nobody_until_the_other_side_wants_it() {
	for (name, end) in ends() {
		execute(|| {
			// GIVEN a docket that came to nothing
			end(proposed(transfer(60)));
			let ended = Now::get();
			assert_eq!(restrained_until(), Some(ended + REFREEZE), "{name}");
			// WHEN the same organisation proposes another case, by whomever of it
			for (who, case) in [(OFFICER, 1), (COLLEAGUE, 2)] {
				let docket = NextDocketId::<Test>::get();
				assert_ok!(run(who, propose(wipe(1), case)));
				// THEN it waits, and freezes nobody
				assert_eq!(state(docket), DocketState::Expired, "{name}");
				assert!(!is_frozen(HOLDER_ID), "{name}");
				let frozen_until = crate::Dockets::<Test>::get(docket).unwrap().expires_at;
				assert_eq!(frozen_until, ended);
				// and neither its own side nor time brings it about
				assert_noop!(
					run(OFFICER, Call::renew { docket }),
					Error::<Test>::SameOrganisation
				);
				assert_noop!(run(AGENT, approve(docket)), Error::<Test>::WrongState);
			}
			// WHEN the other side wants it THEN it stands as any other
			let docket = NextDocketId::<Test>::get() - 1;
			assert_ok!(run(AGENT, Call::renew { docket }));
			assert!(is_frozen(HOLDER_ID));
			assert_ok!(run(AGENT, approve(docket)));
			assert_eq!(units(HOLDER), 99);
		});
	}
}

#[test]
fn the_event_says_that_nothing_is_frozen() {
	execute(|| {
		expired(transfer(60));
		assert_ok!(run(OFFICER, propose(wipe(1), 1)));
		let event = Event::Proposed {
			docket: 1,
			asset: GOLD,
			kind: wipe(1),
			case: hash(1),
			identity: HOLDER_ID,
			by: officer(),
			expires_at: Now::get(),
		};
		assert_eq!(last_event(), event.into());
	});
}

#[test]
fn it_ends_at_the_millisecond_and_not_before() {
	for (name, end) in ends() {
		execute(|| {
			end(proposed(transfer(60)));
			advance(REFREEZE - 1);
			assert_ok!(run(OFFICER, propose(wipe(1), 1)));
			assert!(!is_frozen(HOLDER_ID), "{name}");
			// What waited in vain ended as well, and counts from then on.
			advance(REFREEZE - 1);
			assert!(restrained_until().is_some());
			advance(1);
			assert_eq!(restrained_until(), None);
			assert_ok!(run(OFFICER, propose(wipe(1), 2)));
			assert!(is_frozen(HOLDER_ID), "{name}");
		});
	}
}

#[test]
fn an_approval_ends_it() {
	execute(|| {
		expired(transfer(60));
		let docket = proposed(wipe(1));
		assert_ok!(run(AGENT, Call::renew { docket }));
		assert_ok!(run(AGENT, approve(docket)));
		assert_eq!(restrained_until(), None);
		proposed(wipe(1));
		assert!(is_frozen(HOLDER_ID));
	});
}

#[test]
fn a_renewal_that_came_to_nothing_counts_from_its_own_end() {
	execute(|| {
		// GIVEN two that wait, of which the other side wants the first
		let docket = expired(transfer(60));
		proposed(wipe(1));
		assert_ok!(run(AGENT, Call::renew { docket }));
		advance(OPEN);
		// THEN its end counts, not that of the one proposed last
		assert_eq!(restrained_until(), Some(Now::get() + REFREEZE));
	});
}

#[test]
fn another_holder_asset_or_organisation_is_another_matter() {
	execute(|| {
		expired(transfer(60));
		let other = DocketKind::Wipe {
			from: OTHER,
			amount: 1,
		};
		assert_ok!(run(OFFICER, propose(other, 1)));
		assert!(is_frozen(OTHER_ID));
		let silver = Call::propose {
			asset: SILVER,
			kind: wipe(1),
			case: hash(1),
		};
		assert_ok!(run(OFFICER, silver));
		assert!(Freezes::contains_key((SILVER, HOLDER_ID)));
		assert!(!is_frozen(HOLDER_ID));
		assert_ok!(run(AGENT, propose(wipe(1), 2)));
		assert!(is_frozen(HOLDER_ID));
		// Whichever account of the holder is named.
		advance(OPEN);
		let from_other = DocketKind::Wipe {
			from: HOLDER_2,
			amount: 1,
		};
		assert_ok!(run(OFFICER, propose(from_other, 3)));
		assert!(!is_frozen(HOLDER_ID));
	});
}

#[test]
fn nobody_freezes_anew_by_leaving_its_organisation() {
	execute(|| {
		expired(transfer(60));
		for (who, identity, case) in [(OFFICER, OFFICER_ID, 1), (COLLEAGUE, COLLEAGUE_ID, 2)] {
			set_organisation(identity, None);
			let docket = NextDocketId::<Test>::get();
			assert_ok!(run(who, propose(wipe(1), case)));
			assert_eq!(state(docket), DocketState::Expired);
			assert!(!is_frozen(HOLDER_ID));
		}
	});
}

#[test]
fn removal_forgets_it_with_the_docket() {
	execute(|| {
		let docket = expired(transfer(60));
		let key = (GOLD, HOLDER_ID, FIRM);
		assert_eq!(LastOpened::<Test>::get(key), Some(docket));
		advance(RETENTION);
		assert_ok!(run(NOBODY, Call::remove { docket }));
		assert_eq!(LastOpened::<Test>::get(key), None);
	});
}

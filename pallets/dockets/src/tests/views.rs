use super::*;

fn ids(page: DocketPage<AccountId>) -> (Vec<DocketId>, Option<DocketId>) {
	(page.items.iter().map(|view| view.id).collect(), page.next)
}

#[test]
fn a_docket_comes_with_its_clock() {
	execute(|| {
		let docket = proposed(transfer(60));
		advance(OPEN - 1);
		let view = Pallet::<Test>::docket(docket).unwrap();
		assert_eq!((view.state, view.remaining_ms), (DocketState::Proposed, 1));
		advance(1);
		let view = Pallet::<Test>::docket(docket).unwrap();
		assert_eq!((view.state, view.remaining_ms), (DocketState::Expired, 0));
		assert_eq!(Pallet::<Test>::docket(docket + 1), None);
	});
}

#[test]
fn open_dockets_are_those_of_the_asset_that_have_not_ended() {
	execute(|| {
		let rejected = proposed(transfer(1));
		assert_ok!(run(AGENT, reject(rejected)));
		advance(REFREEZE);
		let open = proposed(transfer(2));
		let silver = Call::propose {
			asset: SILVER,
			kind: wipe(1),
			case: hash(1),
		};
		assert_ok!(run(OFFICER, silver));
		assert_eq!(
			ids(Pallet::<Test>::open_dockets(GOLD, 0, 100)),
			(vec![open], None)
		);
		assert_eq!(
			ids(Pallet::<Test>::open_dockets(SILVER, 0, 100)),
			(vec![2], None)
		);
		// One at a time, with empty pages between.
		assert_eq!(
			ids(Pallet::<Test>::open_dockets(GOLD, 0, 1)),
			(vec![], Some(1))
		);
		assert_eq!(
			ids(Pallet::<Test>::open_dockets(GOLD, 1, 1)),
			(vec![open], Some(2))
		);
		assert_eq!(
			ids(Pallet::<Test>::open_dockets(GOLD, 2, 0)),
			(vec![], None)
		);
		assert_eq!(
			ids(Pallet::<Test>::open_dockets(GOLD, 3, 1)),
			(vec![], None)
		);
		advance(OPEN);
		assert_eq!(
			ids(Pallet::<Test>::open_dockets(GOLD, 0, 100)),
			(vec![], None)
		);
	});
}

#[test]
fn a_holder_finds_what_takes_from_it_and_what_gives_to_it() {
	execute(|| {
		let first = proposed(transfer(1));
		assert_ok!(run(AGENT, approve(first)));
		let second = proposed(wipe(1));
		assert_eq!(
			ids(Pallet::<Test>::dockets_of(HOLDER_ID, 0, 100)),
			(vec![first, second], None)
		);
		assert_eq!(
			ids(Pallet::<Test>::dockets_of(OTHER_ID, 0, 100)),
			(vec![first], None)
		);
		assert_eq!(
			ids(Pallet::<Test>::dockets_of(AGENT_ID, 0, 100)),
			(vec![], None)
		);
	});
}

#[test]
fn a_page_looks_at_a_hundred_at_most() {
	execute(|| {
		NextDocketId::<Test>::put(MAX_PAGE + 1);
		let page = Pallet::<Test>::open_dockets(GOLD, 0, u32::MAX);
		assert_eq!(ids(page), (vec![], Some(MAX_PAGE)));
		assert_eq!(
			ids(Pallet::<Test>::open_dockets(GOLD, u32::MAX, 1)),
			(vec![], None)
		);
	});
}

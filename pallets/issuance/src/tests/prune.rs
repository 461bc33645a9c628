use super::*;
use polkadot_sdk::frame_support::assert_noop;

fn prune_ids(ids: &[u64]) -> Call<Test> {
	let mint_ids = ids.iter().map(|number| id(*number)).collect::<Vec<_>>();
	Call::prune_mint_ids {
		asset: GOLD,
		mint_ids: BoundedVec::truncate_from(mint_ids),
	}
}

fn prune(ids: &[RedemptionId]) -> Call<Test> {
	Call::prune_redemptions {
		ids: BoundedVec::truncate_from(ids.to_vec()),
	}
}

#[test]
fn mint_ids_works_one_millisecond_after_the_validity() {
	wide().build_and_execute(|| {
		assert_ok!(run(MINTER, mint_call(id(1), ALICE, 1)));
		advance(DAY);
		assert_noop!(run(STRANGER, prune_ids(&[1])), Error::<Test>::MintIdInForce);
		advance(1);
		assert_ok!(run(STRANGER, prune_ids(&[1])));
		assert_eq!(MintIds::<Test>::iter().count(), 0);
		assert_eq!(
			last_event(),
			Event::MintIdsPruned {
				asset: GOLD,
				count: 1
			}
			.into()
		);
	});
}

#[test]
fn mint_ids_fails_for_all_when_one_cannot_be_pruned() {
	wide().build_and_execute(|| {
		assert_ok!(run(MINTER, mint_call(id(1), ALICE, 1)));
		advance(DAY + 1);
		assert_ok!(run(MINTER, mint_call(id(2), ALICE, 1)));
		assert_noop!(
			run(STRANGER, prune_ids(&[1, 2])),
			Error::<Test>::MintIdInForce
		);
		assert_noop!(
			run(STRANGER, prune_ids(&[1, 3])),
			Error::<Test>::MintIdNotFound
		);
		assert_noop!(
			run(STRANGER, prune_ids(&[1, 1])),
			Error::<Test>::MintIdNotFound
		);
		assert_ok!(run(STRANGER, prune_ids(&[1])));
	});
}

#[test]
fn redemptions_works_after_the_history_period() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let burned = released(ALICE, 50);
		assert_ok!(run(ALICE, Call::burn_redemption { id: burned }));
		let cancelled = cancelled(ALICE, 50);
		advance(HistoryPeriod::get());
		let both = [burned, cancelled];
		assert_noop!(run(STRANGER, prune(&both)), Error::<Test>::TooRecent);
		advance(1);
		assert_ok!(run(STRANGER, prune(&both)));
		assert_eq!(Redemptions::<Test>::iter().count(), 0);
		assert_eq!(last_event(), Event::RedemptionsPruned { count: 2 }.into());
	});
}

#[test]
fn redemptions_fails_for_all_when_one_is_open_or_unknown() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		let cancelled = cancelled(ALICE, 50);
		let open = [released(ALICE, 10), accepted(ALICE, 10), request(ALICE, 10)];
		advance(HistoryPeriod::get() + 1);
		for id in open {
			assert_noop!(
				run(STRANGER, prune(&[cancelled, id])),
				Error::<Test>::StillOpen
			);
		}
		let unknown = Error::<Test>::RedemptionNotFound;
		assert_noop!(run(STRANGER, prune(&[cancelled, 99])), unknown);
	});
}

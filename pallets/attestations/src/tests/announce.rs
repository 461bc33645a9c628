use super::*;
use assay_primitives::AssetId;
use polkadot_sdk::{frame_support::traits::Hooks, sp_weights::Weight};

fn idle(remaining: Weight) -> Weight {
	<Attestations as Hooks<u64>>::on_idle(1, remaining)
}

/// Announcements since the last look.
fn announced() -> Vec<(AssetId, Option<ReserveStatus>, ReserveStatus)> {
	let events = System::events();
	System::reset_events();
	events
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Attestations(Event::StatusChanged { asset, old, new }) => {
				Some((asset, old, new))
			},
			_ => None,
		})
		.collect()
}

/// Gives these assets a scope each.
fn assets(numbers: core::ops::RangeInclusive<AssetId>) {
	for asset in numbers {
		world(|world| {
			world.assets.insert(asset, summary());
			world.roles.insert((asset, Role::Custodian, CUSTODIAN));
			world.parameters.insert(asset, Default::default());
		});
		let origin = signed(CUSTODIAN_KEY);
		assert_ok!(Attestations::submit_report(
			origin,
			asset,
			VAULT,
			report_of(NOW, 1)
		));
	}
	System::reset_events();
}

fn start() -> Weight {
	<() as WeightInfo>::announce_start()
}

fn step() -> Weight {
	<() as WeightInfo>::announce_step()
}

#[test]
fn works_once_per_change() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		idle(Weight::MAX);
		assert_eq!(announced(), vec![(GOLD, None, ReserveStatus::Backed)]);
		idle(Weight::MAX);
		assert_eq!(announced(), vec![]);
		world(|world| world.now += MAX_AGE + 1);
		idle(Weight::MAX);
		let old = Some(ReserveStatus::Backed);
		assert_eq!(announced(), vec![(GOLD, old, ReserveStatus::Lapsed)]);
	});
}

#[test]
fn works_in_rounds_of_bounded_steps() {
	ExtBuilder.build_and_execute(|| {
		assets(1..=5);
		let mut seen = Vec::new();
		idle(Weight::MAX);
		seen.extend(announced());
		assert_eq!(seen.len(), 3);
		assert!(AnnouncementCursor::<Test>::get().is_some());
		idle(Weight::MAX);
		seen.extend(announced());
		assert_eq!(AnnouncementCursor::<Test>::get(), None);
		let mut numbers: Vec<_> = seen.iter().map(|(asset, ..)| *asset).collect();
		numbers.sort();
		assert_eq!(numbers, vec![1, 2, 3, 4, 5]);
	});
}

#[test]
fn works_when_the_asset_at_the_cursor_has_gone() {
	ExtBuilder.build_and_execute(|| {
		assets(1..=5);
		idle(Weight::MAX);
		let mut seen: Vec<_> = announced().iter().map(|(asset, ..)| *asset).collect();
		let gone = AnnouncementCursor::<Test>::get().expect("the round is not over");
		world(|world| world.vaults.clear());
		let scope = Scope {
			asset: gone,
			..scope()
		};
		assert_ok!(Attestations::remove_scope(signed(CUSTODIAN_KEY), scope));
		idle(Weight::MAX);
		seen.extend(announced().iter().map(|(asset, ..)| *asset));
		seen.sort();
		assert_eq!(seen, vec![1, 2, 3, 4, 5]);
	});
}

#[test]
fn works_within_the_weight_that_is_left() {
	ExtBuilder.build_and_execute(|| {
		assets(1..=3);
		let least = start() + step();
		assert_eq!(idle(least - Weight::from_parts(1, 0)), Weight::zero());
		assert_eq!(announced(), vec![]);
		assert_eq!(idle(least), least);
		assert_eq!(announced().len(), 1);
		assert_eq!(idle(least + step() - Weight::from_parts(1, 0)), least);
		assert_eq!(announced().len(), 1);
		// The third asset, and a step that finds the end.
		assert_eq!(idle(Weight::MAX), least + step());
		assert_eq!(announced().len(), 1);
	});
}

#[test]
fn works_past_an_asset_without_a_value() {
	ExtBuilder.build_and_execute(|| {
		assets(1..=3);
		world(|world| world.parameters.remove(&2));
		idle(Weight::MAX);
		assert_eq!(announced().len(), 2);
		assert!(!LastAnnounced::<Test>::contains_key(2));
	});
}

#[test]
fn gates_never_read_what_was_announced() {
	ExtBuilder.build_and_execute(|| {
		attest(1_000);
		for said in [
			ReserveStatus::Deficient,
			ReserveStatus::Lapsed,
			ReserveStatus::Backed,
		] {
			LastAnnounced::<Test>::insert(GOLD, said);
			assert_eq!((status(), headroom()), (ReserveStatus::Backed, 1_000));
		}
	});
}

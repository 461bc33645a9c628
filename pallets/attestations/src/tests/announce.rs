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
fn who_keeps_a_record_is_told_of_each_change_and_of_the_end() {
	ExtBuilder.build_and_execute(|| {
		let told = || world(|world| core::mem::take(&mut world.told));
		attest(1_000);
		assert_eq!(told(), vec![]);
		idle(Weight::MAX);
		assert_eq!(told(), vec![(GOLD, ReserveStatus::Backed, NOW)]);
		idle(Weight::MAX);
		assert_eq!(told(), vec![]);
		world(|world| world.supply.insert(GOLD, 1_001));
		idle(Weight::MAX);
		assert_eq!(told(), vec![(GOLD, ReserveStatus::Deficient, NOW)]);
		// The last scope goes before anybody has looked again.
		let late = NOW + MAX_AGE + 1;
		world(|world| world.now = late);
		assert_ok!(Attestations::remove_scope(signed(ISSUER_KEY), scope()));
		assert_eq!(told(), vec![(GOLD, ReserveStatus::Lapsed, late)]);
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

/// A block of the runtime looks at this many assets at most.
const PER_BLOCK: u32 = 64;
const MANY: AssetId = 10_000;

/// Lives so many blocks with room for announcements, and returns what each announced.
fn blocks(count: u32, remaining: Weight) -> Vec<Vec<(AssetId, ReserveStatus)>> {
	(0..count)
		.map(|_| {
			let used = idle(remaining);
			assert!(used.all_lte(remaining), "{used:?} of {remaining:?}");
			announced()
				.into_iter()
				.map(|(asset, _, new)| (asset, new))
				.collect()
		})
		.collect()
}

/// Ten thousand assets, each with a report that is confirmed.
fn ten_thousand() {
	MaxAnnouncements::set(PER_BLOCK);
	attest(1);
	let record = Scopes::<Test>::get(GOLD)
		.first()
		.expect("it is listed")
		.clone();
	let report = Reports::<Test>::get(scope()).expect("it is stored");
	let parameters = world(|world| world.parameters[&GOLD]);
	for asset in 2..=MANY {
		let scope = Scope { asset, ..scope() };
		let link = Link::of(&report);
		let head = Head {
			as_of: link.as_of,
			sequence: 0,
			hash: link.hash(scope),
			faulted_at: None,
		};
		world(|world| {
			world.assets.insert(asset, summary());
			world.parameters.insert(asset, parameters);
			world.pledged.insert(scope, 1);
		});
		Scopes::<Test>::insert(asset, BoundedVec::truncate_from(vec![record.clone()]));
		Reports::<Test>::insert(scope, report.clone());
		Heads::<Test>::insert(scope, head);
		Histories::<Test>::insert(scope, BoundedVec::truncate_from(vec![link]));
	}
	for organisation in [CUSTODIAN, AUDITOR] {
		Dependents::<Test>::insert(organisation, MANY);
	}
	System::reset_events();
}

#[test]
fn ten_thousand_assets_that_lapse_at_once_are_all_announced_within_the_weight() {
	ExtBuilder.build_and_execute(|| {
		ten_thousand();
		let whole_block = start() + step() * u64::from(PER_BLOCK);
		// 156 blocks of 64 and one of 16.
		let needed = MANY.div_ceil(PER_BLOCK);
		let seen = blocks(needed, whole_block);
		let first: usize = seen.iter().map(Vec::len).sum();
		assert_eq!((first, needed), (MANY as usize, 157));

		// All of them lapse in one millisecond: no gate waits for the news.
		world(|world| world.now = NOW + MAX_AGE);
		assert!(blocks(needed, whole_block).iter().all(Vec::is_empty));
		world(|world| world.now = NOW + MAX_AGE + 1);
		for asset in [1, 2, 5_000, MANY] {
			assert_eq!(Attestations::headroom(asset), Ok(0));
		}
		let seen = blocks(needed, whole_block);
		for (block, found) in seen.iter().enumerate() {
			let full = block + 1 < needed as usize;
			assert_eq!(found.len(), if full { 64 } else { 16 }, "block {block}");
		}
		let mut told: Vec<_> = seen.into_iter().flatten().collect();
		assert!(told.iter().all(|(_, new)| *new == ReserveStatus::Lapsed));
		told.sort_by_key(|(asset, _)| *asset);
		assert!(told.iter().map(|(asset, _)| *asset).eq(1..=MANY));
		assert!(blocks(needed, whole_block).iter().all(Vec::is_empty));
	});
}

#[test]
fn nobody_waits_longer_than_a_round_however_little_weight_is_left() {
	ExtBuilder.build_and_execute(|| {
		ten_thousand();
		// Room for ten, and a fraction that is not used.
		let little = start() + step() * 10u64 + step() / 2;
		let mut last_seen = std::collections::BTreeMap::new();
		let mut block = 0;
		// Every status changes all the time: each look at an asset is an announcement.
		for round in 0..3u64 {
			let odd = round % 2 == 1;
			world(|world| world.now = NOW + u64::from(odd) * (MAX_AGE + 1));
			for found in blocks(1_001, little) {
				block += 1;
				assert!(found.len() <= 10);
				for (asset, _) in found {
					if let Some(before) = last_seen.insert(asset, block) {
						let waited: i32 = block - before;
						assert!(waited <= 1_001, "{asset} waited {waited} blocks");
					}
				}
			}
			assert_eq!(last_seen.len(), MANY as usize);
		}
	});
}

//! The chain of hashes, on chain and from events.

use super::*;

fn reports(count: u64) {
	for number in 1..=count {
		world(|world| world.now += 1);
		report(NOW + number, u128::from(number));
	}
}

#[test]
fn the_newest_are_kept_and_chained() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(Attestations::report_history(scope()), vec![]);
		for (more, expected) in [(1, 1), (62, 63), (1, 64), (1, 64), (9, 64)] {
			let so_far = Attestations::head(scope()).map_or(0, |head| u64::from(head.sequence) + 1);
			for number in so_far + 1..=so_far + more {
				world(|world| world.now += 1);
				report(NOW + number, u128::from(number));
			}
			let history = Attestations::report_history(scope());
			let last = so_far + more;
			assert_eq!(history.len(), expected);
			let quantities: Vec<_> = history.iter().map(|entry| entry.link.quantity).collect();
			let first = u128::from(last) + 1 - expected as u128;
			assert_eq!(quantities, (first..=last.into()).collect::<Vec<_>>());
			let head = Attestations::head(scope()).expect("there are reports");
			let newest = history.last().expect("there is one");
			assert_eq!(
				(newest.hash, newest.link.sequence),
				(head.hash, head.sequence)
			);
			assert_eq!(
				(newest.link.as_of, newest.link.submitted_at),
				(NOW + last, NOW + last)
			);
			for (former, entry) in history.iter().zip(history.iter().skip(1)) {
				assert_eq!(entry.link.previous_hash, former.hash);
				assert!(entry.link.follows(&former.link, scope()));
			}
		}
	});
}

#[test]
fn the_whole_chain_can_be_recomputed_from_events() {
	ExtBuilder.build_and_execute(|| {
		System::reset_events();
		reports(100);
		let mut previous = Hash::zero();
		let mut sequence = 0;
		for record in System::events() {
			let RuntimeEvent::Attestations(Event::ReportSubmitted { scope, link, hash }) =
				record.event
			else {
				continue;
			};
			assert_eq!((link.previous_hash, link.sequence), (previous, sequence));
			assert_eq!(link.hash(scope), hash);
			previous = hash;
			sequence += 1;
		}
		assert_eq!(sequence, 100);
		assert_eq!(newest(scope()), previous);
	});
}

#[test]
fn every_part_of_a_link_is_part_of_its_hash() {
	let link = Link {
		sequence: 1,
		as_of: 2,
		quantity: 3,
		submitted_at: 4,
		statement_hash: Hash::repeat_byte(5),
		previous_hash: Hash::repeat_byte(6),
	};
	let changes: [fn(&mut Link); 6] = [
		|link| link.sequence += 1,
		|link| link.as_of += 1,
		|link| link.quantity += 1,
		|link| link.submitted_at += 1,
		|link| link.statement_hash = Hash::zero(),
		|link| link.previous_hash = Hash::zero(),
	];
	for change in changes {
		let mut other = link;
		change(&mut other);
		assert_ne!(other.hash(scope()), link.hash(scope()));
	}
	assert_ne!(link.hash(other_scope()), link.hash(scope()));
}

#[test]
fn it_outlives_the_scope() {
	ExtBuilder.build_and_execute(|| {
		reports(3);
		let history = Attestations::report_history(scope());
		assert_ok!(Attestations::withdraw_report(
			signed(CUSTODIAN_KEY),
			GOLD,
			VAULT,
			Hash::zero()
		));
		assert_ok!(Attestations::remove_scope(signed(ISSUER_KEY), scope()));
		assert_eq!(Attestations::report_history(scope()), history);
	});
}

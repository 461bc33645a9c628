use super::*;
use assay_primitives::ReserveStatus;

#[test]
fn allowance_is_none_without_bucket() {
	ExtBuilder::default().build_and_execute(|| assert_eq!(Issuance::allowance(GOLD), None));
}

#[test]
fn allowance_tells_every_figure_and_what_can_be_minted() {
	ExtBuilder::default()
		.bucket(500, 100, 300)
		.lot(VAULT_A, 1, 100)
		.build_and_execute(|| {
			mint(ALICE, 300);
			assert_ok!(run(CONTROLLER, bucket_call(600, 100, 250)));
			let limits = Limits {
				capacity: 500,
				refill_per_day: 100,
				single_mint_cap: 250,
			};
			let raise = Raise {
				limits: Limits {
					capacity: 600,
					..limits
				},
				effective_at: START + DAY,
			};
			let allowance = Allowance {
				controller: 3,
				limits,
				raise: Some(raise),
				level: 200,
				reserve_share: 1_000,
				headroom: 700,
				asset_active: true,
				documents_in_force: true,
				uncured_breaches: 0,
				bond_room: Balance::MAX,
				mintable: 200,
			};
			assert_eq!(Issuance::allowance(GOLD), Some(allowance));
			advance(DAY);
			let later = Issuance::allowance(GOLD).unwrap();
			assert_eq!((later.level, later.raise, later.mintable), (300, None, 250));
			DocumentsInForce::set(false);
			let missed = Issuance::allowance(GOLD).unwrap();
			assert_eq!((missed.documents_in_force, missed.mintable), (false, 0));
			DocumentsInForce::set(true);
			Status::set(assay_primitives::AssetStatus::Suspended);
			let suspended = Issuance::allowance(GOLD).unwrap();
			assert_eq!((suspended.asset_active, suspended.mintable), (false, 0));
			Status::set(assay_primitives::AssetStatus::Active);
			ForcedStatus::set(Some(ReserveStatus::Lapsed));
			let shut = Issuance::allowance(GOLD).unwrap();
			assert_eq!((shut.headroom, shut.mintable), (0, 0));
			ReserveKnown::set(false);
			let unknown = Issuance::allowance(GOLD).unwrap();
			assert_eq!(
				(unknown.reserve_share, unknown.headroom, unknown.mintable),
				(0, 0, 0)
			);
		});
}

#[test]
fn mintable_is_exactly_what_the_next_mint_may_create() {
	for (capacity, cap, quantity) in [(500, 300, 100), (500, 600, 100), (5_000, 6_000, 100)] {
		let world = ExtBuilder::default().bucket(capacity, 0, cap);
		world.lot(VAULT_A, 1, quantity).build_and_execute(|| {
			let mintable = Issuance::allowance(GOLD).unwrap().mintable;
			assert!(run(MINTER, mint_call(id(1), ALICE, mintable + 1)).is_err());
			assert_ok!(run(MINTER, mint_call(id(1), ALICE, mintable)));
		});
	}
}

#[test]
fn redemption_and_queue_show_what_is_open() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		mint(BOB, 100);
		let first = request(ALICE, 10);
		assert_ok!(run(ALICE, Call::cancel_redemption { id: first }));
		let second = accepted(BOB, 20);
		let third = request(ALICE, 30);
		assert_eq!(Issuance::redemption(first), None);
		assert_eq!(
			Issuance::redemption(second).unwrap().state,
			RedemptionState::Accepted
		);
		assert_eq!(Issuance::redemption(9), None);

		let numbers = |asset, from, limit| {
			let page = Issuance::redemption_queue(asset, from, limit);
			(
				page.items.into_iter().map(|(id, _)| id).collect::<Vec<_>>(),
				page.next,
			)
		};
		assert_eq!(numbers(GOLD, 0, 100), (vec![second, third], None));
		assert_eq!(numbers(GOLD, 0, 2), (vec![second], Some(2)));
		assert_eq!(numbers(GOLD, 2, 2), (vec![third], None));
		assert_eq!(numbers(GOLD, 0, 0), (vec![], Some(1)));
		assert_eq!(numbers(SILVER, 0, 100), (vec![], None));
		assert_eq!(numbers(GOLD, RedemptionId::MAX, u32::MAX), (vec![], None));
	});
}

#[test]
fn queue_looks_at_a_hundred_at_most() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		for _ in 0..=MAX_PAGE {
			let id = request(ALICE, 10);
			assert_ok!(run(ALICE, Call::cancel_redemption { id }));
		}
		let page = Issuance::redemption_queue(GOLD, 0, u32::MAX);
		assert_eq!((page.items.len(), page.next), (0, Some(100)));
	});
}

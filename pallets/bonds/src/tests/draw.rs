use super::*;
use assay_traits::HoldCloser;

fn drawn(amount: Balance, remaining: Balance, settled: bool) -> RuntimeEvent {
	Event::BondDrawn {
		purpose: FOR_GOLD,
		asset: FRANCS,
		beneficiary: ALICE,
		amount,
		remaining,
		settled,
		reference: reference(),
	}
	.into()
}

#[test]
fn pays_at_most_what_is_bonded() {
	execute(|| {
		assert_eq!(draw(100, ALICE), 0, "there is no bond");
		posted(600);
		assert_eq!(draw(0, ALICE), 0);
		assert_eq!(draw(250, ALICE), 250);
		assert_eq!(last_event(), drawn(250, 350, true));
		assert_eq!(francs(ALICE), (FUNDS + 250, 0));
		assert_eq!(draw(351, ALICE), 350);
		assert_eq!(last_event(), drawn(350, 0, true));
		assert_eq!(
			(francs(ALICE), francs(ISSUER)),
			((FUNDS + 600, 0), (FUNDS - 600, 0))
		);
		// An empty bond is none: the next one starts anew.
		assert_eq!(Bonds::bond(FOR_GOLD), None);
		assert_ok!(run(ISSUER, post_call(FOR_GOLD, EUROS, 1)));
	});
}

#[test]
fn a_share_is_rounded_down_and_the_bond_gains() {
	for (bonded, share_bps, expected) in [
		(9_999, 1, 0),
		(10_000, 1, 1),
		(333, 5_000, 166),
		(600, 10_000, 600),
		(600, 10_001, 600),
		(600, 0, 0),
	] {
		execute(|| {
			posted(bonded);
			let paid =
				<Bonds as BondDraw<Account>>::draw_share(FOR_GOLD, share_bps, &ALICE, reference());
			assert_eq!(paid, Ok(expected), "{bonded} {share_bps}");
			assert_eq!(super::bonded(), bonded - expected);
		});
	}
}

#[test]
fn what_is_asked_back_shrinks_with_the_bond() {
	execute(|| {
		posted(600);
		assert_ok!(run(ISSUER, ask_back(500)));
		draw(200, ALICE);
		Now::set(START + NOTICE);
		assert_ok!(run(ISSUER, Call::withdraw { purpose: FOR_GOLD }));
		assert_eq!(francs(ISSUER), (FUNDS - 200, 0));
	});
}

#[test]
fn who_may_not_receive_now_collects_later() {
	execute(|| {
		posted(600);
		Refused::set(vec![ALICE]);
		assert_eq!(draw(100, ALICE), 100);
		assert_eq!(last_event(), drawn(100, 500, false));
		assert_eq!(draw(50, ALICE), 50);
		assert_eq!(Bonds::claim(FRANCS, ISSUER, ALICE), 150);
		assert_eq!((francs(ALICE), francs(ISSUER).1), ((FUNDS, 0), 600));
		// It is no part of the bond any more.
		assert_eq!(bonded(), 450);
		assert_eq!(draw(1_000, BOB), 450);
		assert_noop!(run(BOB, collect(ISSUER, ALICE)), POLICY);
		assert_noop!(run(BOB, collect(ISSUER, BOB)), Error::<Test>::NoClaim);
		Refused::set(vec![]);
		assert_ok!(run(BOB, collect(ISSUER, ALICE)));
		assert_eq!(
			last_event(),
			Event::ClaimCollected {
				asset: FRANCS,
				poster: ISSUER,
				beneficiary: ALICE,
				amount: 150
			}
			.into()
		);
		assert_eq!((francs(ALICE), francs(ISSUER).1), ((FUNDS + 150, 0), 0));
		assert_noop!(run(BOB, collect(ISSUER, ALICE)), Error::<Test>::NoClaim);
	});
}

#[test]
fn who_is_hurt_by_its_own_promise_gets_its_own_back() {
	execute(|| {
		posted(600);
		Refused::set(vec![ISSUER]);
		assert_eq!(draw(100, ISSUER), 100);
		assert_eq!(francs(ISSUER), (FUNDS - 500, 500));
	});
}

#[test]
fn a_docket_ends_the_bonds_and_leaves_the_claims() {
	execute(|| {
		posted(600);
		assert_ok!(run(
			ISSUER,
			post_call(BondPurpose::Issuer(SILVER), EUROS, 70)
		));
		Refused::set(vec![ALICE]);
		draw(100, ALICE);
		assert_ok!(<Bonds as HoldCloser<Account>>::close(FRANCS, &BOB));
		assert_ok!(<Bonds as HoldCloser<Account>>::close(FRANCS, &ISSUER));
		assert_eq!(
			last_event(),
			Event::BondEndedByDocket {
				purpose: FOR_GOLD,
				asset: FRANCS,
				poster: ISSUER,
				amount: 500
			}
			.into()
		);
		assert_eq!((bonded(), francs(ISSUER)), (0, (FUNDS - 100, 100)));
		assert_eq!(Bonds::claim(FRANCS, ISSUER, ALICE), 100);
		// Another asset's units were not asked for.
		assert_eq!(Held::get((EUROS, ISSUER)), 70);
		assert_ok!(<Bonds as HoldCloser<Account>>::wiped(FRANCS, 1));
	});
}

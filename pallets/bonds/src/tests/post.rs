use super::*;

#[test]
fn works_and_holds_the_units_in_the_posters_account() {
	execute(|| {
		posted(600);
		assert_eq!(francs(ISSUER), (FUNDS - 600, 600));
		assert_eq!(bonded(), 600);
		assert_eq!(
			<Bonds as BondInspect>::settlement_asset(FOR_GOLD),
			Some(FRANCS)
		);
		assert_eq!(
			last_event(),
			Event::BondPosted {
				purpose: FOR_GOLD,
				poster: ISSUER,
				asset: FRANCS,
				amount: 600
			}
			.into()
		);
		Required::set(5);
		let view = Bonds::bond(FOR_GOLD).unwrap();
		assert_eq!((view.bond.amount, view.required), (600, 5));
		assert_eq!(Bonds::bond(FOR_VAULTS), None);
	});
}

#[test]
fn top_up_works() {
	execute(|| {
		posted(600);
		let top_up = |amount| Call::top_up {
			purpose: FOR_GOLD,
			amount,
		};
		assert_ok!(run(ISSUER, top_up(400)));
		assert_eq!((bonded(), francs(ISSUER)), (1_000, (FUNDS - 1_000, 1_000)));
		assert_eq!(
			last_event(),
			Event::BondToppedUp {
				purpose: FOR_GOLD,
				old: 600,
				new: 1_000
			}
			.into()
		);
		assert_noop!(run(ISSUER, top_up(0)), Error::<Test>::AmountZero);
		assert_noop!(run(ISSUER, top_up(FUNDS)), TOO_FEW_UNITS);
		// It is settlement asset no more: what is there stays, and nothing is added.
		Settlement::set(vec![]);
		assert_noop!(run(ISSUER, top_up(1)), Error::<Test>::NotSettlement);
		assert_eq!(bonded(), 1_000);
	});
}

#[test]
fn fails_when_the_asset_the_amount_or_the_purpose_is_not_right() {
	execute(|| {
		let table = [
			(post_call(FOR_GOLD, FRANCS, 0), Error::<Test>::AmountZero),
			(post_call(FOR_GOLD, GOLD, 1), Error::OwnAsset),
			(post_call(FOR_GOLD, SILVER, 1), Error::NotSettlement),
			(post_call(FOR_GOLD, 77, 1), Error::NotSettlement),
		];
		for (call, error) in table {
			assert_noop!(run(ISSUER, call), error);
		}
		assert_noop!(
			run(ISSUER, post_call(FOR_GOLD, FRANCS, FUNDS + 1)),
			TOO_FEW_UNITS
		);
		posted(1);
		assert_noop!(
			run(ISSUER, post_call(FOR_GOLD, EUROS, 1)),
			Error::<Test>::AlreadyPosted
		);
	});
}

#[test]
fn an_account_has_sixteen_bonds_in_one_asset_and_no_more() {
	execute(|| {
		let purpose = |number: u32| BondPurpose::Issuer(100 + number);
		for number in 0..MAX_BONDS {
			assert_ok!(run(ISSUER, post_call(purpose(number), FRANCS, 1)));
		}
		assert_noop!(
			run(ISSUER, post_call(purpose(MAX_BONDS), FRANCS, 1)),
			Error::<Test>::TooManyBonds
		);
		assert_ok!(run(ISSUER, post_call(purpose(MAX_BONDS), EUROS, 1)));
	});
}

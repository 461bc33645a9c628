use super::*;
use assay_primitives::{BondPurpose, ReserveParameterValues};
use assay_traits::BondDependents;
use polkadot_sdk::frame_support::assert_noop;

fn bond_bps(bond_bps: u32) {
	Parameters::set(Some(ReserveParameterValues {
		bond_bps,
		..Default::default()
	}));
}

fn required() -> Balance {
	<Issuance as BondDependents>::required(BondPurpose::Issuer(GOLD))
}

fn propose(terms: BondTerms) -> Call<Test> {
	Call::propose_bond_terms { asset: GOLD, terms }
}

fn approve(terms: BondTerms) -> Call<Test> {
	Call::approve_bond_terms { asset: GOLD, terms }
}

#[test]
fn terms_hold_once_another_organisation_approves() {
	wide().build_and_execute(|| {
		assert_noop!(
			run(APPROVER, approve(FRANC_TERMS)),
			Error::<Test>::TermsNotProposed
		);
		assert_ok!(run(ISSUER, propose(FRANC_TERMS)));
		assert_eq!(
			last_event(),
			Event::BondTermsProposed {
				asset: GOLD,
				terms: FRANC_TERMS,
				by: 1
			}
			.into()
		);
		assert_eq!(Issuance::bond_terms(GOLD), None);
		let mut other = FRANC_TERMS;
		other.price.numerator = 3;
		assert_noop!(
			run(APPROVER, approve(other)),
			Error::<Test>::TermsNotProposed
		);
		assert_noop!(
			run(ISSUER, approve(FRANC_TERMS)),
			Error::<Test>::SameOrganisation
		);
		assert_ok!(run(APPROVER, approve(FRANC_TERMS)));
		assert_eq!(
			last_event(),
			Event::BondTermsSet {
				asset: GOLD,
				old: None,
				new: FRANC_TERMS,
				by: 8
			}
			.into()
		);
		assert_eq!(Issuance::bond_terms(GOLD), Some(FRANC_TERMS));
		// A proposal is used once.
		assert_noop!(
			run(APPROVER, approve(FRANC_TERMS)),
			Error::<Test>::TermsNotProposed
		);
	});
}

#[test]
fn terms_must_make_sense_at_the_proposal_and_at_the_approval() {
	wide().build_and_execute(|| {
		for settlement in [GOLD, SILVER, 77] {
			let terms = BondTerms {
				settlement,
				..FRANC_TERMS
			};
			assert_noop!(run(ISSUER, propose(terms)), Error::<Test>::NotSettlement);
		}
		for (numerator, denominator) in [(0, 1), (1, 0)] {
			let terms = BondTerms {
				price: UnitRatio {
					numerator,
					denominator,
				},
				..FRANC_TERMS
			};
			assert_noop!(run(ISSUER, propose(terms)), Error::<Test>::PriceInvalid);
		}
		assert_ok!(run(ISSUER, propose(FRANC_TERMS)));
		FrancsSettle::set(false);
		assert_noop!(
			run(APPROVER, approve(FRANC_TERMS)),
			Error::<Test>::NotSettlement
		);
	});
}

#[test]
fn the_settlement_asset_does_not_change_under_open_penalties() {
	wide().build_and_execute(|| {
		let silver = BondTerms {
			settlement: SILVER,
			..FRANC_TERMS
		};
		AssetBondTerms::<Test>::insert(GOLD, silver);
		mint(ALICE, 100);
		let id = request(ALICE, 100);
		assert_ok!(run(ISSUER, propose(FRANC_TERMS)));
		assert_noop!(
			run(APPROVER, approve(FRANC_TERMS)),
			Error::<Test>::PenaltiesOpen
		);
		assert_ok!(run(ALICE, Call::cancel_redemption { id }));
		assert_ok!(run(APPROVER, approve(FRANC_TERMS)));
		// The price alone may change, and what was asked for keeps its penalty.
		let id = request(ALICE, 100);
		let dearer = BondTerms {
			price: UnitRatio {
				numerator: 20,
				denominator: 1,
			},
			..FRANC_TERMS
		};
		assert_ok!(run(ISSUER, propose(dearer)));
		assert_ok!(run(APPROVER, approve(dearer)));
		assert_eq!(Redemptions::<Test>::get(id).unwrap().penalty, 4);
	});
}

#[test]
fn a_mint_needs_the_bond_for_all_units_to_the_last_one() {
	wide().build_and_execute(|| {
		bond_bps(500);
		let refused = |amount| run(MINTER, mint_call(id(1), ALICE, amount));
		assert_noop!(refused(10), Error::<Test>::BondTermsMissing);
		AssetBondTerms::<Test>::insert(GOLD, FRANC_TERMS);
		assert_noop!(refused(10), Error::<Test>::BondTooSmall);
		// Five percent of two francs a unit: a hundred francs cover a thousand units.
		bonded(100);
		assert_eq!(Issuance::allowance(GOLD).unwrap().bond_room, 1_000);
		assert_eq!(Issuance::allowance(GOLD).unwrap().mintable, 1_000);
		assert_noop!(refused(1_001), Error::<Test>::BondTooSmall);
		mint(ALICE, 400);
		assert_noop!(refused(601), Error::<Test>::BondTooSmall);
		mint(ALICE, 600);
		assert_eq!(Supply::get(GOLD), 1_000);
		assert_eq!(required(), 100);
		// One unit more asks for a tenth of a franc, rounded up: the holders gain.
		assert_noop!(refused(1), Error::<Test>::BondTooSmall);
		bonded(101);
		mint(ALICE, 10);
		assert_noop!(refused(1), Error::<Test>::BondTooSmall);
	});
}

#[test]
fn a_bond_in_the_wrong_asset_or_in_none_that_settles_is_none() {
	wide().build_and_execute(|| {
		bond_bps(500);
		bonded(1_000_000);
		FrancsSettle::set(false);
		let refused = || run(MINTER, mint_call(id(1), ALICE, 1));
		assert_noop!(refused(), Error::<Test>::BondTooSmall);
		FrancsSettle::set(true);
		Bonded::insert(GOLD, (SILVER, 1_000_000));
		assert_noop!(refused(), Error::<Test>::BondTooSmall);
		assert_eq!(required(), 0, "it may be withdrawn");
		assert_eq!(Issuance::allowance(GOLD).unwrap().bond_room, 0);
	});
}

#[test]
fn an_asset_without_a_share_needs_no_bond() {
	wide().build_and_execute(|| {
		mint(ALICE, 100);
		assert_eq!(Issuance::allowance(GOLD).unwrap().bond_room, Balance::MAX);
		assert_eq!(required(), 0);
	});
}

#[test]
fn what_is_required_is_the_larger_of_share_and_open_penalties() {
	wide().build_and_execute(|| {
		bonded(1_000);
		mint(ALICE, 1_000);
		request(ALICE, 1_000);
		// Two percent of two thousand francs.
		assert_eq!(required(), 40);
		bond_bps(100);
		assert_eq!(required(), 40);
		bond_bps(300);
		assert_eq!(required(), 60);
		Parameters::set(None);
		assert_eq!(required(), Balance::MAX, "what is not known stays bonded");
		assert_eq!(
			<Issuance as BondDependents>::required(BondPurpose::Custodian(40)),
			0
		);
	});
}

#[test]
fn a_burn_lowers_what_is_required() {
	wide().build_and_execute(|| {
		bond_bps(500);
		bonded(100);
		mint(ALICE, 1_000);
		let id = released(ALICE, 500);
		assert_eq!(required(), 50, "from the release on");
		assert_ok!(run(BOB, Call::burn_redemption { id }));
		assert_eq!(required(), 50);
	});
}

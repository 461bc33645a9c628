//! `set_settlement`.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use polkadot_sdk::sp_runtime::DispatchError;

fn settles(asset: AssetId) -> bool {
	Summaries::<Test>::get(asset).unwrap().settlement
}

#[test]
fn works_for_cash_and_outlives_new_terms_and_statuses() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_of(francs(), AssetStatus::Active);
		assert_ok!(Registry::set_settlement(signed(COUNCIL), asset, true));
		assert_eq!(
			last_event(),
			Event::SettlementSet {
				asset,
				old: false,
				new: true
			}
			.into()
		);

		let mut terms = francs();
		terms.terms.obligor = text("Another bank");
		let hash = terms.hash();
		assert_ok!(Registry::propose_terms(signed(ISA), asset, terms));
		assert_ok!(Registry::approve_terms(signed(ADAM), asset, hash));
		Clock::set(NOW + TERMS_DELAY);
		assert_ok!(Registry::apply_terms(signed(NINA), asset));
		assert_ok!(Registry::wind_down(signed(ISA), asset));
		assert!(settles(asset));

		assert_ok!(Registry::set_settlement(signed(COUNCIL), asset, false));
		assert!(!settles(asset));
	});
}

#[test]
fn fails_when_it_is_no_cash_or_nothing_changes() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_in(AssetStatus::Active);
		assert_noop!(
			Registry::set_settlement(signed(COUNCIL), asset, true),
			Error::<Test>::NotCash
		);
		assert_noop!(
			Registry::set_settlement(signed(COUNCIL), asset, false),
			Error::<Test>::NothingChanges
		);
	});
}

#[test]
fn fails_when_anyone_but_the_council_asks() {
	ExtBuilder::build_and_execute(|| {
		let asset = asset_of(francs(), AssetStatus::Active);
		for who in [ISSUER, ISA, REGISTRAR, RITA, AUDIT, ADAM, NINA] {
			assert_noop!(
				Registry::set_settlement(signed(who), asset, true),
				DispatchError::BadOrigin
			);
		}
	});
}

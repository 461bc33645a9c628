//! `draft`, `amend_draft`, `remove_draft`.

use crate::{mock::*, *};
use assay_primitives::{Standing, UnitRatio};
use frame_support::{assert_noop, assert_ok};
use polkadot_sdk::{sp_io::hashing::blake2_256, sp_runtime::TokenError};

#[test]
fn works() {
	ExtBuilder::build_and_execute(|| {
		// GIVEN a person of the issuer, WHEN they draft
		assert_ok!(Registry::draft(signed(ISA), gold()));

		// THEN the organisation is the issuer and the person has paid
		assert_eq!(
			Summaries::<Test>::get(1),
			Some(AssetSummary {
				status: AssetStatus::Draft,
				kind: gold().kind,
				issuer: ISSUER,
				unit: gold().unit,
				underlying_unit: blake2_256(b"fine troy ounce /1000").into(),
				settlement: false,
			})
		);
		assert_eq!(Terms::<Test>::get(1), Some(gold().terms));
		assert_eq!(
			Filings::<Test>::get(1),
			Some(Filing {
				drafted_by: ISA,
				approved_by: None,
				documents: 0,
				grants: 0
			})
		);
		assert_eq!(Tickers::<Test>::get(text::<MAX_TICKER>("VGG")), Some(1));
		assert_eq!(NextAssetId::<Test>::get(), 2);
		assert_eq!(held(ISA), ASSET_DEPOSIT);
		assert_eq!(
			last_event(),
			Event::AssetDrafted {
				asset: 1,
				issuer: ISSUER,
				ticker: text("VGG"),
				terms_hash: gold().hash(),
				by: ISA,
			}
			.into()
		);
	});
}

#[test]
fn works_and_brings_ticker_and_unit_into_their_one_form() {
	ExtBuilder::build_and_execute(|| {
		let mut definition = with_ticker(" gold ");
		definition.unit = UnitRatio {
			numerator: 50,
			denominator: 20,
		};
		assert_ok!(Registry::draft(signed(ISSUER), definition));
		assert_eq!(
			Terms::<Test>::get(1).unwrap().symbol,
			text::<MAX_TICKER>("GOLD")
		);
		assert_eq!(
			Summaries::<Test>::get(1).unwrap().unit,
			UnitRatio {
				numerator: 5,
				denominator: 2
			}
		);
		// "GOLD" is filed under what it looks like.
		assert_eq!(Tickers::<Test>::get(text::<MAX_TICKER>("G01D")), Some(1));
	});
}

#[test]
fn fails_when_the_signer_is_nobody_or_acts_for_no_good_organisation() {
	ExtBuilder::build_and_execute(|| {
		assert_noop!(
			Registry::draft(signed(NOBODY), gold()),
			Error::<Test>::NotActive
		);
		assert_noop!(
			Registry::draft(signed(NINA), gold()),
			Error::<Test>::OrganisationRequired
		);
		set(ISSUER, |it| it.standing = Standing::Suspended);
		assert_noop!(
			Registry::draft(signed(ISA), gold()),
			Error::<Test>::OrganisationNotActive
		);
		set(ISA, |it| it.standing = Standing::Suspended);
		assert_noop!(
			Registry::draft(signed(ISA), gold()),
			Error::<Test>::NotActive
		);
	});
}

type Change = fn(&mut AssetDefinition);

/// Every flaw, with the error that names it.
fn flaws() -> Vec<(Change, Error<Test>)> {
	vec![
		(|it| it.terms.name = text(""), Error::TextInvalid),
		(|it| it.terms.name = text("a\nb"), Error::TextInvalid),
		(|it| it.terms.underlying_unit = text(""), Error::TextInvalid),
		(|it| it.terms.obligor = text(""), Error::TextInvalid),
		(|it| it.terms.governing_law = text(""), Error::TextInvalid),
		(
			|it| it.terms.governing_law = vec![0xff].try_into().unwrap(),
			Error::TextInvalid,
		),
		(|it| it.terms.trustee = text("\u{7}"), Error::TextInvalid),
		(|it| it.terms.symbol = text("AB"), Error::TickerInvalid),
		(|it| it.terms.symbol = text("A-B."), Error::TickerInvalid),
		(|it| it.terms.symbol = text("ÄBC"), Error::TickerInvalid),
		(|it| it.terms.decimals = 5, Error::DecimalsOutOfRange),
		(|it| it.terms.decimals = 19, Error::DecimalsOutOfRange),
		(
			|it| it.terms.redemption.fee_bps = 10_000,
			Error::RedemptionInvalid,
		),
		(
			|it| {
				it.terms.redemption.window = Some(assay_primitives::RedemptionWindow {
					opens_at: 0,
					every_ms: 5,
					open_ms: 5,
				})
			},
			Error::RedemptionInvalid,
		),
		(|it| it.unit.numerator = 0, Error::UnitInvalid),
		(|it| it.unit.denominator = 0, Error::UnitInvalid),
		(
			|it| it.terms.isin = Some(*b"US0378331006"),
			Error::IsinInvalid,
		),
		(
			|it| it.terms.lei = Some(*b"5493001KJTIIGC8Y1R13"),
			Error::LeiInvalid,
		),
	]
}

#[test]
fn fails_when_the_definition_has_a_flaw() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		for (change, error) in flaws() {
			let mut definition = with_ticker("XYZ");
			change(&mut definition);
			assert_noop!(Registry::draft(signed(ISA), definition.clone()), error);
			let error = flaw_of(&definition);
			assert_noop!(Registry::amend_draft(signed(ISA), asset, definition), error);
		}
	});
}

fn flaw_of(definition: &AssetDefinition) -> Error<Test> {
	checks::normalise(definition.clone()).unwrap_err().into()
}

#[test]
fn works_at_the_limits_of_decimals_ticker_and_empty_options() {
	ExtBuilder::build_and_execute(|| {
		for (ticker, decimals) in [("ABC", 6), ("ABCDEFGHIJKM", 18)] {
			let mut definition = with_ticker(ticker);
			definition.terms.decimals = decimals;
			definition.terms.trustee = text("");
			definition.terms.isin = None;
			definition.terms.lei = None;
			assert_ok!(Registry::draft(signed(ISA), definition));
		}
	});
}

#[test]
fn fails_when_the_ticker_looks_like_another() {
	ExtBuilder::build_and_execute(|| {
		assert_ok!(Registry::draft(signed(ISA), with_ticker("SOLB1")));
		for ticker in [
			"SOLB1",
			"solb1",
			"SoLb1",
			"50LB1",
			"S01BI",
			"SOI8L",
			"50181",
			"SQLB1",
			" S O L B 1 ",
			"S-O.L_B/1",
		] {
			assert_noop!(
				Registry::draft(signed(RITA), with_ticker(ticker)),
				Error::<Test>::TickerTaken
			);
		}
		assert_ok!(Registry::draft(signed(RITA), with_ticker("SOLB2")));
	});
}

#[test]
fn fails_when_no_asset_id_is_left() {
	ExtBuilder::build_and_execute(|| {
		NextAssetId::<Test>::put(AssetId::MAX);
		assert_noop!(
			Registry::draft(signed(ISA), gold()),
			Error::<Test>::TooManyAssets
		);
		NextAssetId::<Test>::put(AssetId::MAX - 1);
		assert_ok!(Registry::draft(signed(ISA), gold()));
	});
}

#[test]
fn fails_when_the_deposit_cannot_be_paid() {
	ExtBuilder::build_and_execute(|| {
		Balances::force_set_balance(RuntimeOrigin::root(), ISA.into(), ASSET_DEPOSIT).unwrap();
		assert_noop!(
			Registry::draft(signed(ISA), gold()),
			TokenError::FundsUnavailable
		);
		// One more for the existential deposit is enough.
		Balances::force_set_balance(RuntimeOrigin::root(), ISA.into(), ASSET_DEPOSIT + 1).unwrap();
		assert_ok!(Registry::draft(signed(ISA), gold()));
	});
}

#[test]
fn amend_works_and_frees_the_old_ticker() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		assert_ok!(Registry::amend_draft(
			signed(IVAN),
			asset,
			with_ticker("GOLD")
		));
		assert_eq!(Filings::<Test>::get(asset).unwrap().drafted_by, IVAN);
		assert_eq!(
			last_event(),
			Event::DraftAmended {
				asset,
				old: gold().hash(),
				new: with_ticker("GOLD").hash(),
				by: IVAN,
			}
			.into()
		);
		assert_ok!(Registry::draft(signed(RITA), gold()));
		assert_noop!(
			Registry::amend_draft(signed(ISA), asset, gold()),
			Error::<Test>::TickerTaken
		);
		// A look-alike of one's own ticker is no collision.
		assert_ok!(Registry::amend_draft(
			signed(ISA),
			asset,
			with_ticker("G0LD")
		));
	});
}

#[test]
fn remove_works_and_gives_every_deposit_back() {
	ExtBuilder::build_and_execute(|| {
		let asset = drafted();
		for who in [ISA, IVAN, IVAN, ISSUER] {
			let kind = DocumentKind::LegalOpinion;
			assert_ok!(Registry::add_document(
				signed(who),
				asset,
				kind,
				opinion(None)
			));
		}
		assert_eq!(
			[ISA, IVAN, ISSUER].map(held),
			[
				ASSET_DEPOSIT + DOCUMENT_DEPOSIT,
				2 * DOCUMENT_DEPOSIT,
				DOCUMENT_DEPOSIT
			]
		);

		assert_ok!(Registry::remove_draft(signed(IVAN), asset));

		assert_eq!([ISA, IVAN, ISSUER].map(held), [0, 0, 0]);
		assert_eq!(Documents::<Test>::iter().count(), 0);
		assert_eq!(Deposits::<Test>::iter().count(), 0);
		assert_eq!(last_event(), Event::DraftRemoved { asset, by: IVAN }.into());
		assert_noop!(
			Registry::remove_draft(signed(IVAN), asset),
			Error::<Test>::NotFound
		);
		// The ticker is free, the id is not.
		assert_eq!(drafted(), asset + 1);
	});
}

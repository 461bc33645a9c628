use crate::{
	claim_after_fee, claim_before_fee, IdentityKind, IdentityProfile, InvestorCategory, Moment,
	Quantity, RedemptionTerms, RedemptionWindow, Standing, BPS,
};

fn holder(category: InvestorCategory, jurisdiction: u16) -> IdentityProfile {
	IdentityProfile {
		kind: IdentityKind::Natural,
		standing: Standing::Active,
		organisation: None,
		jurisdiction,
		pending_jurisdiction: None,
		replacing: false,
		category,
		claims: Default::default(),
	}
}

#[test]
fn a_window_opens_closes_and_opens_again() {
	let window = RedemptionWindow {
		opens_at: 100,
		every_ms: 50,
		open_ms: 10,
	};
	let open: Vec<Moment> = (0..260).filter(|now| window.is_open(*now)).collect();
	let expected: Vec<Moment> = (100..110)
		.chain(150..160)
		.chain(200..210)
		.chain(250..260)
		.collect();
	assert_eq!(open, expected);
	for (every_ms, open_ms, valid) in [
		(50, 10, true),
		(50, 50, false),
		(50, 0, false),
		(0, 0, false),
	] {
		let window = RedemptionWindow {
			opens_at: 0,
			every_ms,
			open_ms,
		};
		assert_eq!(window.is_valid(), valid);
	}
	// One that is none is never open.
	let none = RedemptionWindow {
		opens_at: 0,
		every_ms: 0,
		open_ms: 1,
	};
	assert!(!none.is_open(0));
}

#[test]
fn terms_without_limits_let_everybody_redeem_anything() {
	let terms = RedemptionTerms::default();
	assert!(terms.is_valid());
	assert!(terms.admits(&holder(InvestorCategory::Retail, 0)));
	assert!(terms.is_whole_lots(1));
}

#[test]
fn both_category_and_country_must_be_named() {
	let terms = RedemptionTerms {
		categories: vec![InvestorCategory::Professional].try_into().unwrap(),
		jurisdictions: vec![756].try_into().unwrap(),
		..Default::default()
	};
	for (category, country, admitted) in [
		(InvestorCategory::Professional, 756, true),
		(InvestorCategory::Professional, 276, false),
		(InvestorCategory::Retail, 756, false),
	] {
		assert_eq!(terms.admits(&holder(category, country)), admitted);
	}
}

#[test]
fn a_fee_is_part_of_the_claim_and_never_all_of_it() {
	for (fee_bps, valid) in [(0, true), (BPS - 1, true), (BPS, false)] {
		let terms = RedemptionTerms {
			fee_bps,
			..Default::default()
		};
		assert_eq!(terms.is_valid(), valid);
	}
	assert_eq!(claim_after_fee(10_000, 25), Some(9_975));
	assert_eq!(claim_after_fee(9_999, 25), Some(9_974), "the reserve gains");
	assert_eq!(claim_after_fee(5, BPS), Some(0));
	assert_eq!(claim_after_fee(5, BPS + 1), None);
	assert_eq!(claim_before_fee(5, BPS), None);
	assert_eq!(claim_after_fee(Quantity::MAX, 0), Some(Quantity::MAX));
	assert_eq!(claim_before_fee(Quantity::MAX, 1), None);
}

#[test]
fn the_claim_before_the_fee_is_the_smallest_that_leaves_as_much() {
	for fee_bps in [0, 1, 25, 5_000, 9_999] {
		for handed_over in [0, 1, 2, 99, 10_000, 123_457] {
			let claim = claim_before_fee(handed_over, fee_bps).unwrap();
			assert!(claim_after_fee(claim, fee_bps).unwrap() >= handed_over);
			if claim > 0 {
				assert!(claim_after_fee(claim - 1, fee_bps).unwrap() < handed_over);
			}
		}
	}
}

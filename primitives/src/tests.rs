use crate::*;
use codec::Encode;
use proptest::prelude::*;

mod lots_root;
mod redemption;

const GOLD: UnitRatio = UnitRatio {
	numerator: 625,
	denominator: 19_439_673,
};

#[test]
fn lifecycle_transitions_are_these_and_no_others() {
	use AssetStatus::*;
	let allowed = [
		(Draft, Registered),
		(Registered, Active),
		(Active, Suspended),
		(Active, WindingDown),
		(Suspended, Active),
		(Suspended, WindingDown),
		(WindingDown, Retired),
	];
	for from in AssetStatus::ALL {
		for to in AssetStatus::ALL {
			assert_eq!(
				from.can_become(to),
				allowed.contains(&(from, to)),
				"{from:?} → {to:?}"
			);
		}
	}
}

#[test]
fn statuses_allow_these_movements_and_no_others() {
	use AssetStatus::*;
	for movement in Movement::ALL {
		for nothing in [Draft, Registered, Retired] {
			assert!(!nothing.allows(movement));
		}
		assert!(Active.allows(movement));
		assert_eq!(
			Suspended.allows(movement),
			matches!(movement, Movement::Redemption | Movement::Forced)
		);
		assert_eq!(WindingDown.allows(movement), movement != Movement::Mint);
	}
}

#[test]
fn a_gram_of_gold_is_exact() {
	// 31.1034768 g are one fine troy ounce, by definition: 1,000 thousandths of an ounce.
	assert_eq!(GOLD.claim_ceil(311_034_768), Some(10_000));
	assert_eq!(GOLD.claim_floor(311_034_768), Some(10_000));
	// One gram is 32.15… thousandths.
	assert_eq!(GOLD.claim_floor(1_000_000), Some(32));
	assert_eq!(GOLD.claim_ceil(1_000_000), Some(33));
	assert_eq!(GOLD.units_floor(10_000), Some(311_034_768));
	assert_eq!(GOLD.units_floor(1), Some(31_103));
	// What costs a thousandth of an ounce is the first amount that claims one.
	assert_eq!(GOLD.units_ceil(1), Some(31_104));
	assert_eq!(
		(GOLD.claim_floor(31_103), GOLD.claim_floor(31_104)),
		(Some(0), Some(1))
	);
	assert_eq!(GOLD.units_ceil(10_000), Some(311_034_768));
	assert_eq!(GOLD.units_ceil(0), Some(0));
}

#[test]
fn ratios_with_a_zero_claim_nothing() {
	for ratio in [
		UnitRatio {
			numerator: 0,
			denominator: 1,
		},
		UnitRatio {
			numerator: 1,
			denominator: 0,
		},
		UnitRatio {
			numerator: 0,
			denominator: 0,
		},
	] {
		assert!(!ratio.is_valid());
		assert_eq!(ratio.claim_ceil(1), None);
		assert_eq!(ratio.claim_floor(1), None);
		assert_eq!(ratio.units_floor(1), None);
		assert_eq!(ratio.units_ceil(1), None);
	}
}

#[test]
fn ratios_at_the_edge_of_the_type_fail_instead_of_wrapping() {
	let heavy = UnitRatio {
		numerator: u128::MAX,
		denominator: 1,
	};
	assert_eq!(heavy.claim_floor(1), Some(u128::MAX));
	assert_eq!(heavy.claim_floor(2), None);
	let light = UnitRatio {
		numerator: 1,
		denominator: u128::MAX,
	};
	assert_eq!(light.claim_floor(u128::MAX), Some(1));
	assert_eq!(light.claim_ceil(1), Some(1));
	assert_eq!(light.units_floor(u128::MAX), Some(u128::MAX));
}

proptest! {
	#[test]
	fn minting_all_that_a_quantity_covers_stays_covered(
		numerator in 1u128..1 << 64, denominator in 1u128..1 << 64, quantity in 0u128..1 << 100,
	) {
		let ratio = UnitRatio { numerator, denominator };
		let units = ratio.units_floor(quantity).unwrap();
		if units < Balance::MAX {
			prop_assert!(ratio.claim_ceil(units).unwrap() <= quantity);
			prop_assert!(ratio.claim_ceil(units + 1).unwrap() > quantity);
		}
	}
}

#[test]
fn reason_codes_are_pinned() {
	use ReasonCode::*;
	let pinned: [(ReasonCode, u8); ReasonCode::ALL.len()] = [
		(NotAdmitted, 1),
		(IdentitySuspended, 2),
		(IdentitySanctioned, 3),
		(CallNotOffered, 4),
		(TooManyCarried, 5),
		(UnknownAsset, 10),
		(AssetStatus, 11),
		(PolicyMissing, 12),
		(MovementPaused, 13),
		(AmountZero, 14),
		(FreeUnits, 15),
		(Allowance, 16),
		(Overflow, 17),
		(KeepAlive, 18),
		(HeldUnits, 19),
		(SenderUnknown, 20),
		(ReceiverUnknown, 21),
		(SpenderUnknown, 22),
		(SenderSuspended, 23),
		(ReceiverSuspended, 24),
		(SpenderSuspended, 25),
		(SenderSanctioned, 26),
		(ReceiverSanctioned, 27),
		(SpenderSanctioned, 28),
		(SenderFrozen, 29),
		(ReceiverFrozen, 30),
		(SenderLocked, 31),
		(ReceiverLocked, 32),
		(SenderReplaced, 33),
		(SenderUnderDocket, 34),
		(SpenderReplaced, 35),
		(SenderClaim, 40),
		(ReceiverClaim, 41),
		(SenderJurisdiction, 42),
		(ReceiverJurisdiction, 43),
		(ReceiverCategory, 44),
		(SenderDenied, 45),
		(ReceiverDenied, 46),
		(MaxBalance, 47),
		(MaxHolders, 48),
		(LockUp, 49),
		(MaxHoldersPerCountry, 50),
		(HoldingPeriod, 51),
		(TransferWindow, 52),
		(VolumePerPeriod, 53),
		(MinimumAmount, 54),
		(FullBalanceOnly, 55),
		(NotPreApproved, 56),
		(Counterparty, 57),
		(SupplyCap, 58),
		(ReceiverOptIn, 59),
	];
	for ((reason, code), listed) in pinned.into_iter().zip(ReasonCode::ALL) {
		assert_eq!(reason, listed);
		assert_eq!(reason.code(), code);
		assert_eq!(reason.encode(), vec![code], "the encoding is the code");
	}
}

#[test]
fn every_reason_is_documented() {
	let table = include_str!("../../docs/reference/reasons.md");
	for reason in ReasonCode::ALL {
		let row = format!("| {} | `{reason:?}` |", reason.code());
		assert!(
			table.contains(&row),
			"docs/reference/reasons.md lacks {row}"
		);
	}
	let rows = table
		.lines()
		.filter(|line| line.starts_with("| ") && line.contains('`'))
		.count();
	assert_eq!(rows, ReasonCode::ALL.len());
}

#[test]
fn claims_count_only_from_trusted_issuers_until_they_expire() {
	let claim = Claim {
		topic: ClaimTopic::Kyc,
		issuer: 7,
		valid_until: 100,
		data_hash: Hash::zero(),
	};
	let profile = IdentityProfile {
		kind: IdentityKind::Natural,
		standing: Standing::Active,
		organisation: None,
		jurisdiction: 756,
		pending_jurisdiction: None,
		replacing: false,
		category: InvestorCategory::Retail,
		claims: vec![claim].try_into().unwrap(),
	};
	let trusted: TrustedIssuers = vec![TrustedIssuer {
		topic: ClaimTopic::Kyc,
		issuer: 7,
	}]
	.try_into()
	.unwrap();
	let has = |topic, accepted: &[IdentityId], trusted: &TrustedIssuers, now| {
		profile.has_claim(topic, accepted, trusted, now)
	};
	assert!(
		has(ClaimTopic::Kyc, &[], &trusted, 100),
		"the last moment counts"
	);
	assert!(
		!has(ClaimTopic::Kyc, &[], &trusted, 101),
		"the next does not"
	);
	assert!(has(ClaimTopic::Kyc, &[6, 7], &trusted, 0));
	assert!(
		!has(ClaimTopic::Kyc, &[6], &trusted, 0),
		"another issuer is wanted"
	);
	assert!(
		!has(ClaimTopic::Aml, &[], &trusted, 0),
		"another topic is wanted"
	);
	assert!(
		!has(ClaimTopic::Kyc, &[], &TrustedIssuers::new(), 0),
		"nobody is trusted any more"
	);
}

#[test]
fn parameters_round_trip_by_key() {
	let mut values = ReserveParameterValues::default();
	for (index, key) in ParameterKey::ALL.into_iter().enumerate() {
		let value = 1_000 + u64::try_from(index).unwrap();
		assert_eq!(values.set(key, value), Some(()));
		assert_eq!(values.get(key), value);
	}
	assert_eq!(
		values.set(ParameterKey::ToleranceBps, u64::MAX),
		None,
		"does not fit 32 bits"
	);
	assert_eq!(
		values.get(ParameterKey::ToleranceBps),
		1_003,
		"and changes nothing"
	);
}

#[test]
fn haircuts_multiply_and_round_down() {
	let values = ReserveParameterValues::default();
	assert_eq!(values.haircut(1_001, true, true, 0), Some(1_001));
	assert_eq!(
		values.haircut(1_001, false, true, 0),
		Some(800),
		"20 % off, rounded down"
	);
	assert_eq!(
		values.haircut(1_001, true, false, 0),
		Some(500),
		"50 % off, rounded down"
	);
	assert_eq!(
		values.haircut(1_001, false, false, 0),
		Some(400),
		"both, rounded once"
	);
	assert_eq!(values.haircut(u128::MAX, true, true, 0), Some(u128::MAX));
}

#[test]
fn the_age_haircut_grows_from_half_of_the_greatest_age_and_rounds_down() {
	let aged = |max_report_age_ms, age_haircut_bps| ReserveParameterValues {
		max_report_age_ms,
		age_haircut_bps,
		..Default::default()
	};
	let at = |values: &ReserveParameterValues, age| values.haircut(1_000_000, true, true, age);
	let values = aged(1_000, 4_000);
	for (age, left) in [
		(0, 1_000_000),
		(499, 1_000_000),
		(500, 1_000_000),
		// 2/1,000 of two fifths.
		(501, 999_200),
		(750, 800_000),
		(999, 600_800),
		(1_000, 600_000),
		// Past the greatest age no more is taken off: there the report has lapsed.
		(1_001, 600_000),
		(u64::MAX, 600_000),
	] {
		assert_eq!(at(&values, age), Some(left), "at {age}");
	}
	// Half of an odd age lies between two milliseconds: 1/7 of 10 % is taken off at 4 of 7.
	let odd = aged(7, 1_000);
	assert_eq!(at(&odd, 3), Some(1_000_000));
	assert_eq!(
		at(&odd, 4),
		Some(985_714),
		"14,285.7 are taken off, rounded up"
	);
	assert_eq!(at(&odd, 7), Some(900_000));
	// With the basis' haircut it is rounded once: 0.8 × 0.9 of 1,001 are 720.72.
	assert_eq!(odd.haircut(1_001, false, true, 7), Some(720));
	// All of it gone leaves nothing, and no haircut leaves all, at any age and quantity.
	assert_eq!(at(&aged(1_000, 10_000), 1_000), Some(0));
	assert_eq!(at(&aged(1_000, 10_000), 999), Some(2_000));
	let longest = aged(u64::MAX, 10_000);
	assert_eq!(
		longest.haircut(u128::MAX, true, true, u64::MAX / 2),
		Some(u128::MAX)
	);
	assert_eq!(longest.haircut(u128::MAX, true, true, u64::MAX), Some(0));
	assert_eq!(at(&aged(0, 4_000), 1), Some(600_000));
}

proptest! {
	#[test]
	fn the_age_haircut_never_falls_and_never_steps(
		quantity in 0..1_000_000_000u128,
		greatest in 1..100_000u64,
		age in 0..200_000u64,
		age_haircut_bps in 0..=10_000u32,
	) {
		let values = ReserveParameterValues {
			max_report_age_ms: greatest,
			age_haircut_bps,
			..Default::default()
		};
		let left = |age| values.haircut(quantity, true, true, age).unwrap();
		prop_assert!(left(age + 1) <= left(age));
		// In one millisecond no more than its share of the line goes, and one for the rounding.
		let step = (2 * quantity * u128::from(age_haircut_bps)).div_ceil(10_000 * u128::from(greatest));
		prop_assert!(left(age) - left(age + 1) <= step + 1);
		prop_assert_eq!(left(greatest), quantity * u128::from(10_000 - age_haircut_bps) / 10_000);
	}
}

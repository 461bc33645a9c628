//! Check digits, tickers, lowest terms.

use crate::checks::*;
use assay_primitives::UnitRatio;

#[test]
fn isin_works_on_published_numbers() {
	// Apple, Bayer, Credit Suisse 2009, and the examples of ISO 6166's description.
	for isin in [
		b"US0378331005",
		b"DE000BAY0017",
		b"CH0047533549",
		b"GB0002634946",
		b"AU0000XVGZA3",
	] {
		assert!(isin_is_valid(isin), "{:?}", core::str::from_utf8(isin));
	}
}

#[test]
fn isin_fails_when_a_character_is_wrong() {
	for isin in [
		b"US0378331004", // check digit
		b"US0378331050", // transposed
		b"U50378331005", // country
		b"us0378331005",
		b"US03783310O5",
		b"US037833100E",
		b"US0378 31005",
	] {
		assert!(!isin_is_valid(isin), "{:?}", core::str::from_utf8(isin));
	}
	// No digit of a valid number can change alone.
	let valid = *b"US0378331005";
	for place in 2..12 {
		for digit in b'0'..=b'9' {
			let mut other = valid;
			other[place] = digit;
			assert_eq!(isin_is_valid(&other), other == valid);
		}
	}
}

#[test]
fn lei_works_on_published_numbers() {
	// Bloomberg, Apple, Deutsche Bank, SAP's issuer's range and one more of the public register.
	for lei in [
		b"5493001KJTIIGC8Y1R12",
		b"HWUPKR0MPOU8FGXBT394",
		b"7LTWFZYICNSX8D621K86",
		b"529900T8BM49AURSDO55",
		b"5493006MHB84DD0ZWV18",
	] {
		assert!(lei_is_valid(lei), "{:?}", core::str::from_utf8(lei));
	}
}

#[test]
fn lei_fails_when_a_character_is_wrong() {
	for lei in [
		b"5493001KJTIIGC8Y1R13", // check digits
		b"5493001KJTIIGC8Y1R21", // transposed
		b"5493001kjtiigc8y1r12", // case
		b"5493001KJTIIGC8Y1R1A",
		b"5493001KJTIIGC8Y1-12",
	] {
		assert!(!lei_is_valid(lei), "{:?}", core::str::from_utf8(lei));
	}
	// No digit of a valid number can change alone. (A letter that becomes a digit shortens the number
	// that is written, which ISO 7064 does not promise to see.)
	let valid = *b"5493001KJTIIGC8Y1R12";
	for place in (0..20).filter(|place| valid[*place].is_ascii_digit()) {
		for digit in b'0'..=b'9' {
			let mut other = valid;
			other[place] = digit;
			assert_eq!(lei_is_valid(&other), other == valid);
		}
	}
}

#[test]
fn lei_has_one_pair_of_check_digits_for_each_stem() {
	// 97 pairs from 02 to 98 for 97 remainders: exactly one fits, and never 00, 01 or 99, which are
	// the same modulo 97 as 97, 98 and 02.
	for stem in 0..500u32 {
		let mut fits = Vec::new();
		for pair in 0..100u32 {
			let text = format!("ASSAY{stem:013}{pair:02}");
			if lei_is_valid(text.as_bytes().try_into().unwrap()) {
				fits.push(pair);
			}
		}
		assert_eq!(fits.len(), 1, "{stem}");
		assert!((2..=98).contains(&fits[0]));
	}
}

#[test]
fn tickers_are_put_into_capitals_and_kept_to_letters_and_digits() {
	let normal = |ticker: &str| {
		normalise_ticker(ticker.as_bytes()).map(|it| String::from_utf8(it.into_inner()).unwrap())
	};
	assert_eq!(normal("xau"), Some("XAU".into()));
	assert_eq!(normal("\t xAu9 \n"), Some("XAU9".into()));
	// Blanks and punctuation are left out wherever they are.
	assert_eq!(normal("x a-u."), Some("XAU".into()));
	assert_eq!(
		normal("A B-C.D_E/F'G(H)I:J,K;L!"),
		Some("ABCDEFGHIJKL".into())
	);
	assert_eq!(normal("ABCDEFGHIJKL"), Some("ABCDEFGHIJKL".into()));
	for bad in [
		"",
		"AB",
		" AB ",
		"ABCDEFGHIJKLM",
		"A B",
		"A.B",
		"...",
		"XÄU",
		"ΧΑU",
	] {
		assert_eq!(normal(bad), None, "{bad}");
	}
}

#[test]
fn look_alikes_have_one_skeleton_and_others_differ() {
	let key = |ticker: &str| skeleton(normalise_ticker(ticker.as_bytes()).unwrap());
	for alike in [
		["OIL", "011"],
		["BOB", "8O8"],
		["SLI", "5IL"],
		["ZOQ", "200"],
		["oil", "0Il"],
		["GO LD", "g-0-l-d"],
	] {
		assert_eq!(key(alike[0]), key(alike[1]));
	}
	assert_ne!(key("XAU"), key("XAG"));
	// A skeleton is its own skeleton.
	assert_eq!(skeleton(key("BOSILQZ")), key("BOSILQZ"));
}

#[test]
fn ratios_come_in_lowest_terms() {
	let reduced = |numerator, denominator| {
		lowest_terms(UnitRatio {
			numerator,
			denominator,
		})
		.map(|it| (it.numerator, it.denominator))
	};
	assert_eq!(reduced(50, 20), Some((5, 2)));
	assert_eq!(reduced(1, 1), Some((1, 1)));
	assert_eq!(reduced(7, 7), Some((1, 1)));
	assert_eq!(reduced(u128::MAX, u128::MAX), Some((1, 1)));
	assert_eq!(reduced(u128::MAX, 1), Some((u128::MAX, 1)));
	assert_eq!(reduced(625, 19_439_673), Some((625, 19_439_673)));
	assert_eq!(
		reduced(625_000_000, 19_439_673_000_000),
		Some((625, 19_439_673))
	);
	assert_eq!((reduced(0, 1), reduced(1, 0)), (None, None));
}

#[test]
fn text_is_readable_when_it_is_utf8_without_control_characters() {
	for good in ["", "Zürich", "黄金", "a b"] {
		assert!(is_readable(good.as_bytes()));
	}
	for bad in [&b"\xff"[..], b"a\nb", b"\x00", "\u{85}".as_bytes()] {
		assert!(!is_readable(bad));
	}
}

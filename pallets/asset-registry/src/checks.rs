//! What a definition must satisfy: check digits, tickers, lowest terms, readable text.

use crate::{
	types::{
		AssetDefinition, AssetProfile, DocumentFiling, Ticker, MAX_DECIMALS, MIN_DECIMALS,
		MIN_TICKER,
	},
	Error,
};
use alloc::vec::Vec;
use assay_primitives::UnitRatio;

/// Why a definition or a document is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flaw {
	/// A text is empty where it must not be, is not UTF-8, or has control characters.
	Text,
	/// The ticker is too short or too long, or has other characters than letters and digits.
	Ticker,
	/// Decimals are out of range.
	Decimals,
	/// A part of the unit is zero.
	Unit,
	/// The ISIN's form or check digit is wrong.
	Isin,
	/// The LEI's form or check digits are wrong.
	Lei,
	/// The redemption fee is the whole, or the window never opens or never closes.
	Redemption,
}

impl<T> From<Flaw> for Error<T> {
	fn from(flaw: Flaw) -> Self {
		match flaw {
			Flaw::Text => Self::TextInvalid,
			Flaw::Ticker => Self::TickerInvalid,
			Flaw::Decimals => Self::DecimalsOutOfRange,
			Flaw::Unit => Self::UnitInvalid,
			Flaw::Isin => Self::IsinInvalid,
			Flaw::Lei => Self::LeiInvalid,
			Flaw::Redemption => Self::RedemptionInvalid,
		}
	}
}

/// Checks a definition and brings its ticker and its unit into their one form.
///
/// # Errors
/// The first flaw found.
pub fn normalise(mut definition: AssetDefinition) -> Result<AssetDefinition, Flaw> {
	let terms = &mut definition.terms;
	for text in [
		terms.name.as_slice(),
		terms.underlying_unit.as_slice(),
		terms.obligor.as_slice(),
		terms.governing_law.as_slice(),
	] {
		check_text(text)?;
	}
	if !is_readable(&terms.trustee) {
		return Err(Flaw::Text);
	}
	if !(MIN_DECIMALS..=MAX_DECIMALS).contains(&terms.decimals) {
		return Err(Flaw::Decimals);
	}
	if !terms.isin.as_ref().is_none_or(isin_is_valid) {
		return Err(Flaw::Isin);
	}
	if !terms.lei.as_ref().is_none_or(lei_is_valid) {
		return Err(Flaw::Lei);
	}
	if !terms.redemption.is_valid() {
		return Err(Flaw::Redemption);
	}
	terms.symbol = normalise_ticker(&terms.symbol).ok_or(Flaw::Ticker)?;
	definition.unit = lowest_terms(definition.unit).ok_or(Flaw::Unit)?;
	Ok(definition)
}

/// Checks what a person reads of a document.
///
/// # Errors
/// [`Flaw::Text`].
pub fn check_document(document: &DocumentFiling) -> Result<(), Flaw> {
	check_text(&document.title)?;
	check_text(&document.uri)
}

/// Checks what a person reads of an asset beside its terms; either text may be empty.
///
/// # Errors
/// [`Flaw::Text`].
pub fn check_profile(profile: &AssetProfile) -> Result<(), Flaw> {
	if is_readable(&profile.description) && is_readable(&profile.contact) {
		Ok(())
	} else {
		Err(Flaw::Text)
	}
}

/// Checks a text that must not be empty.
///
/// # Errors
/// [`Flaw::Text`].
pub fn check_text(text: &[u8]) -> Result<(), Flaw> {
	if text.is_empty() || !is_readable(text) {
		return Err(Flaw::Text);
	}
	Ok(())
}

/// Whether it is UTF-8 without control characters. Empty text is readable.
pub fn is_readable(text: &[u8]) -> bool {
	core::str::from_utf8(text).is_ok_and(|text| !text.chars().any(char::is_control))
}

/// The ticker in capitals and without the blanks and punctuation that readers pass over, or `None`
/// when what is left is none.
pub fn normalise_ticker(ticker: &[u8]) -> Option<Ticker> {
	let ticker: Vec<u8> = ticker
		.iter()
		.filter(|c| !c.is_ascii_whitespace() && !c.is_ascii_punctuation())
		.map(u8::to_ascii_uppercase)
		.collect();
	let ticker = Ticker::try_from(ticker).ok()?;
	let long_enough = u32::try_from(ticker.len()).is_ok_and(|length| length >= MIN_TICKER);
	let plain = ticker
		.iter()
		.all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
	(long_enough && plain).then_some(ticker)
}

/// What a ticker looks like: characters that readers confuse become one, so that look-alikes
/// collide. `O` and `Q` are `0`, `I` and `L` (a small `l` too) are `1`, `Z` is `2`, `S` is `5`,
/// `B` is `8`.
pub fn skeleton(mut ticker: Ticker) -> Ticker {
	for c in ticker.iter_mut() {
		*c = match *c {
			b'O' | b'Q' => b'0',
			b'I' | b'L' => b'1',
			b'Z' => b'2',
			b'S' => b'5',
			b'B' => b'8',
			other => other,
		};
	}
	ticker
}

/// The ratio in lowest terms, by Euclid's algorithm; `None` when a part is zero.
pub fn lowest_terms(unit: UnitRatio) -> Option<UnitRatio> {
	if !unit.is_valid() {
		return None;
	}
	let (mut divisor, mut rest) = (unit.numerator, unit.denominator);
	while rest > 0 {
		(divisor, rest) = (rest, divisor.checked_rem(rest)?);
	}
	Some(UnitRatio {
		numerator: unit.numerator.checked_div(divisor)?,
		denominator: unit.denominator.checked_div(divisor)?,
	})
}

/// The value of a capital letter or digit in ISO 6166 and ISO 17442: `0` to `9`, then `A` is 10.
fn value_of(character: u8) -> Option<u32> {
	if character.is_ascii_lowercase() {
		return None;
	}
	char::from(character).to_digit(36)
}

/// Whether the form and the check digit are right (ISO 6166: two letters, nine letters or digits,
/// and a digit that makes the Luhn sum of all, letters written as two digits, a multiple of ten).
pub fn isin_is_valid(isin: &[u8; 12]) -> bool {
	let country = isin.iter().take(2).all(u8::is_ascii_uppercase);
	let check = isin.iter().skip(11).all(u8::is_ascii_digit);
	country && check && luhn_sum(isin).is_some_and(|sum| sum.checked_rem(10) == Some(0))
}

/// Luhn sum over the digits from the right, each second one doubled and its own digits added.
fn luhn_sum(characters: &[u8]) -> Option<u32> {
	let mut sum = 0u32;
	let mut doubled = false;
	for character in characters.iter().rev() {
		let value = value_of(*character)?;
		let (tens, ones) = (value.checked_div(10)?, value.checked_rem(10)?);
		let digits = if character.is_ascii_digit() {
			[Some(ones), None]
		} else {
			[Some(ones), Some(tens)]
		};
		for digit in digits.into_iter().flatten() {
			let weighted = if doubled {
				digit.checked_mul(2)?
			} else {
				digit
			};
			let folded = if weighted > 9 {
				weighted.checked_sub(9)?
			} else {
				weighted
			};
			sum = sum.checked_add(folded)?;
			doubled = !doubled;
		}
	}
	Some(sum)
}

/// Whether the form and the check digits are right (ISO 17442: 18 letters or digits and two digits
/// from 02 to 98, such that the whole, letters written as two digits, is 1 modulo 97 by ISO 7064).
pub fn lei_is_valid(lei: &[u8; 20]) -> bool {
	let digits = lei.iter().skip(18).all(u8::is_ascii_digit);
	let canonical = !matches!(lei.last_chunk::<2>(), Some(b"00" | b"01" | b"99"));
	digits && canonical && remainder_97(lei) == Some(1)
}

/// The number that the characters write, letters as two digits, modulo 97.
fn remainder_97(characters: &[u8]) -> Option<u32> {
	characters.iter().try_fold(0u32, |rest, character| {
		let value = value_of(*character)?;
		let shift = if value > 9 { 100 } else { 10 };
		rest.checked_mul(shift)?.checked_add(value)?.checked_rem(97)
	})
}

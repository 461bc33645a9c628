//! Decimal amounts on the command line, integers on the chain.

use crate::errors::{Failure, Outcome};

/// Reads `text` as a decimal with at most `decimals` places, into the smallest unit.
///
/// Underscores may group digits: `1_000.5`.
pub fn parse(text: &str, decimals: u32) -> Outcome<u128> {
	let fail = |why: &str| {
		Failure::input(format!("`{text}` is not an amount: {why}")).next(format!(
			"write a positive decimal with at most {decimals} places, for instance 12.5"
		))
	};
	let clean: String = text.trim().chars().filter(|c| *c != '_').collect();
	let (whole, fraction) = clean.split_once('.').unwrap_or((&clean, ""));
	if whole.is_empty() && fraction.is_empty() {
		return Err(fail("it has no digits"));
	}
	if !whole
		.chars()
		.chain(fraction.chars())
		.all(|c| c.is_ascii_digit())
	{
		return Err(fail("only digits, one point and underscores are allowed"));
	}
	let places = u32::try_from(fraction.len()).map_err(|_| fail("it is too long"))?;
	if places > decimals {
		return Err(fail(&format!(
			"it has {places} decimal places, and {decimals} are allowed"
		)));
	}
	let scale = 10u128
		.checked_pow(decimals - places)
		.ok_or_else(|| fail("it is too large"))?;
	let digits = format!("{whole}{fraction}");
	digits
		.parse::<u128>()
		.ok()
		.and_then(|value| value.checked_mul(scale))
		.ok_or_else(|| fail("it is too large"))
}

/// Writes `value` with a point `decimals` places from the right, without trailing zeros.
pub fn format(value: u128, decimals: u32) -> String {
	let fixed = format_fixed(value, decimals);
	match fixed.contains('.') {
		true => fixed
			.trim_end_matches('0')
			.trim_end_matches('.')
			.to_string(),
		false => fixed,
	}
}

/// Writes `value` with exactly `decimals` places.
pub fn format_fixed(value: u128, decimals: u32) -> String {
	let places = decimals as usize;
	let digits = format!("{value:0>width$}", width = places + 1);
	let (whole, fraction) = digits.split_at(digits.len() - places);
	match fraction {
		"" => whole.to_string(),
		_ => format!("{whole}.{fraction}"),
	}
}

/// Basis points as a percentage: 10,250 is `102.5 %`.
pub fn format_bps(bps: u64) -> String {
	format!("{} %", format(bps.into(), 2))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_for_whole_and_fraction() {
		for (text, decimals, value) in [
			("12.5", 6, 12_500_000),
			("0.000001", 6, 1),
			(".5", 1, 5),
			("7.", 2, 700),
			("1_000", 0, 1_000),
			("400.025", 3, 400_025),
			("0", 12, 0),
		] {
			assert_eq!(parse(text, decimals), Ok(value), "{text}");
		}
	}

	#[test]
	fn fails_when_it_is_not_an_amount() {
		for (text, decimals, why) in [
			("1.0000001", 6, "7 decimal places, and 6 are allowed"),
			("-1", 6, "only digits"),
			("1,5", 6, "only digits"),
			("1.2.3", 6, "only digits"),
			("", 6, "no digits"),
			(".", 6, "no digits"),
			("340282366920938463463374607431768211456", 0, "too large"),
			("340282366920938463463374607431768211455", 1, "too large"),
		] {
			let failure = parse(text, decimals).unwrap_err();
			assert!(failure.what.contains(why), "{text}: {failure}");
			assert_eq!(failure.exit_code(), 2);
		}
	}

	#[test]
	fn format_is_the_inverse() {
		for (value, decimals, text) in [
			(12_500_000, 6, "12.5"),
			(1, 6, "0.000001"),
			(1_000_000, 6, "1"),
			(0, 6, "0"),
			(100, 0, "100"),
			(u128::MAX, 12, "340282366920938463463374607.431768211455"),
		] {
			assert_eq!(format(value, decimals), text);
			assert_eq!(parse(text, decimals), Ok(value));
		}
		assert_eq!(format_fixed(400_000, 3), "400.000");
		assert_eq!(format_bps(10_250), "102.5 %");
	}
}

//! Tickers and codes of an asset, checked before anything is sent, as the chain checks them.

/// Says what is wrong with a ticker: 3 to 12 letters and digits, once blanks and punctuation are
/// left out as the chain does.
pub fn check_ticker(ticker: &str) -> Result<(), String> {
	let kept: String = ticker
		.chars()
		.filter(|c| !c.is_ascii_whitespace() && !c.is_ascii_punctuation())
		.collect();
	if let Some(strange) = kept.chars().find(|c| !c.is_ascii_alphanumeric()) {
		return Err(format!(
			"`{strange}` is not allowed: a ticker has the letters A to Z and digits"
		));
	}
	match (3..=12).contains(&kept.len()) {
		true => Ok(()),
		false => Err(format!(
			"it has {} letters and digits, not 3 to 12",
			kept.len()
		)),
	}
}

/// Says what is wrong with an ISIN (ISO 6166).
pub fn check_isin(isin: &str) -> Result<(), String> {
	let characters = length(isin, 12)?;
	if !characters[..2].iter().all(u8::is_ascii_uppercase) {
		return Err("it does not start with two capital letters of a country".into());
	}
	let check = characters[11];
	if !check.is_ascii_digit() {
		return Err("its last character is not a digit".into());
	}
	let expected = (10 - luhn(&characters[..11]) % 10) % 10;
	match u32::from(check - b'0') == expected {
		true => Ok(()),
		false => Err(format!(
			"its check digit is {}, and it would have to be {expected}",
			char::from(check)
		)),
	}
}

/// Says what is wrong with an LEI (ISO 17442).
pub fn check_lei(lei: &str) -> Result<(), String> {
	let characters = length(lei, 20)?;
	if !characters[18..].iter().all(u8::is_ascii_digit) {
		return Err("its last two characters are not digits".into());
	}
	// The two check digits make the whole 1 modulo 97 (ISO 7064).
	let rest = (remainder_97(&characters[..18]) * 100) % 97;
	let expected = 98 - rest;
	let check = u32::from(characters[18] - b'0') * 10 + u32::from(characters[19] - b'0');
	match check == expected {
		true => Ok(()),
		false => Err(format!(
			"its check digits are {check:02}, and they would have to be {expected:02}"
		)),
	}
}

/// The characters, if there are so many and all are capital letters or digits.
fn length(text: &str, length: usize) -> Result<&[u8], String> {
	if text.len() != length {
		return Err(format!("it does not have {length} characters"));
	}
	match text
		.chars()
		.find(|c| !c.is_ascii_uppercase() && !c.is_ascii_digit())
	{
		Some(strange) => Err(format!("`{strange}` is no capital letter or digit")),
		None => Ok(text.as_bytes()),
	}
}

/// `0` to `9`, then `A` is 10.
fn value(character: u8) -> u32 {
	char::from(character).to_digit(36).unwrap_or(0)
}

/// Luhn sum of the digits without the check digit, which would come next: the last one counts
/// twice, letters are written as two digits.
fn luhn(characters: &[u8]) -> u32 {
	let digits: String = characters.iter().map(|c| value(*c).to_string()).collect();
	let weighted = digits.bytes().rev().zip([2, 1].into_iter().cycle());
	weighted
		.map(|(digit, weight)| u32::from(digit - b'0') * weight)
		.map(|product| product / 10 + product % 10)
		.sum()
}

/// The number that the characters write, letters as two digits, modulo 97.
fn remainder_97(characters: &[u8]) -> u32 {
	characters.iter().fold(0, |rest, character| {
		let value = value(*character);
		let shift = if value > 9 { 100 } else { 10 };
		(rest * shift + value) % 97
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_for_codes_that_exist() {
		// Apple, Roche, Bund; the GLEIF, Apple.
		for isin in ["US0378331005", "CH0012032048", "DE0001102580"] {
			assert_eq!(check_isin(isin), Ok(()), "{isin}");
		}
		for lei in ["506700GE1G29325QX363", "HWUPKR0MPOU8FGXBT394"] {
			assert_eq!(check_lei(lei), Ok(()), "{lei}");
		}
		for ticker in ["HBG", "hbg", "H-B G", "ABCDEFGHIJ12"] {
			assert_eq!(check_ticker(ticker), Ok(()), "{ticker}");
		}
	}

	#[test]
	fn fails_when_a_check_digit_is_wrong() {
		assert_eq!(
			check_isin("US0378331006").unwrap_err(),
			"its check digit is 6, and it would have to be 5"
		);
		assert_eq!(
			check_lei("506700GE1G29325QX364").unwrap_err(),
			"its check digits are 64, and they would have to be 63"
		);
	}

	#[test]
	fn fails_when_the_form_is_wrong() {
		for (result, why) in [
			(check_isin("CH00"), "12 characters"),
			(check_isin("C10012032048"), "two capital letters"),
			(check_isin("ch0012032048"), "no capital letter or digit"),
			(check_isin("CH001203204X"), "not a digit"),
			(check_lei("506700GE1G29325QX36"), "20 characters"),
			(check_lei("506700GE1G29325QX3AB"), "not digits"),
			(check_ticker("HB"), "it has 2 letters"),
			(check_ticker("ABCDEFGHIJKLM"), "it has 13 letters"),
			(check_ticker("HÄG"), "`Ä` is not allowed"),
		] {
			let what = result.unwrap_err();
			assert!(what.contains(why), "{what}");
		}
	}
}

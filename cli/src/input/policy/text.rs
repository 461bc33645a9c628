//! Words of a policy that stand for something: topics, days, times of the day.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What a claim is about: a name, or `custom:NUMBER`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[allow(missing_docs)]
pub enum Topic {
	Kyc,
	Aml,
	SanctionsClear,
	Accredited,
	Professional,
	TaxResidence,
	Custom(u32),
}

impl std::str::FromStr for Topic {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		Ok(match text {
			"kyc" => Self::Kyc,
			"aml" => Self::Aml,
			"sanctions-clear" => Self::SanctionsClear,
			"accredited" => Self::Accredited,
			"professional" => Self::Professional,
			"tax-residence" => Self::TaxResidence,
			other => Self::Custom(
				other
					.strip_prefix("custom:")
					.and_then(|number| number.parse().ok())
					.ok_or_else(|| {
						format!(
							"unknown topic `{other}`, expected kyc, aml, sanctions-clear, \
							 accredited, professional, tax-residence or custom:NUMBER"
						)
					})?,
			),
		})
	}
}

impl fmt::Display for Topic {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Kyc => f.write_str("kyc"),
			Self::Aml => f.write_str("aml"),
			Self::SanctionsClear => f.write_str("sanctions-clear"),
			Self::Accredited => f.write_str("accredited"),
			Self::Professional => f.write_str("professional"),
			Self::TaxResidence => f.write_str("tax-residence"),
			Self::Custom(number) => write!(f, "custom:{number}"),
		}
	}
}

impl TryFrom<String> for Topic {
	type Error = String;

	fn try_from(text: String) -> Result<Self, Self::Error> {
		text.parse()
	}
}

impl From<Topic> for String {
	fn from(topic: Topic) -> Self {
		topic.to_string()
	}
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Day {
	Mon,
	Tue,
	Wed,
	Thu,
	Fri,
	Sat,
	Sun,
}

impl Day {
	/// The days from Monday on, in the order of the chain's bits.
	pub const ALL: [Self; 7] = [
		Self::Mon,
		Self::Tue,
		Self::Wed,
		Self::Thu,
		Self::Fri,
		Self::Sat,
		Self::Sun,
	];

	/// Its name in files.
	pub const fn name(self) -> &'static str {
		match self {
			Self::Mon => "mon",
			Self::Tue => "tue",
			Self::Wed => "wed",
			Self::Thu => "thu",
			Self::Fri => "fri",
			Self::Sat => "sat",
			Self::Sun => "sun",
		}
	}

	/// One bit a day: 1 is Monday.
	pub fn bits(days: &[Self]) -> u8 {
		Self::ALL
			.iter()
			.zip([1, 2, 4, 8, 16, 32, 64])
			.filter(|(day, _)| days.contains(day))
			.fold(0, |bits, (_, bit)| bits | bit)
	}

	/// The days of a set of bits.
	pub fn from_bits(bits: u8) -> Vec<Self> {
		Self::ALL
			.into_iter()
			.zip([1, 2, 4, 8, 16, 32, 64])
			.filter(|(_, bit)| bits & bit != 0)
			.map(|(day, _)| day)
			.collect()
	}
}

/// Reads `08:30`, up to `24:00`, as minutes after midnight.
pub fn minute_of_day(text: &str) -> Result<u16, String> {
	let fail = || format!("`{text}` is not a time of the day, such as 08:30 or 24:00");
	let (hours, minutes) = text.split_once(':').ok_or_else(fail)?;
	let part = |text: &str| match text.len() == 2 && text.chars().all(|c| c.is_ascii_digit()) {
		true => text.parse::<u16>().map_err(|_| fail()),
		false => Err(fail()),
	};
	let (hours, minutes) = (part(hours)?, part(minutes)?);
	match hours < 24 && minutes < 60 || (hours, minutes) == (24, 0) {
		true => Ok(60 * hours + minutes),
		false => Err(fail()),
	}
}

/// Writes minutes after midnight as `08:30`.
pub fn format_minute(minute: u16) -> String {
	format!("{:02}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn times_of_the_day_are_minutes() {
		for (text, minute) in [
			("00:00", 0),
			("08:30", 510),
			("23:59", 1_439),
			("24:00", 1_440),
		] {
			assert_eq!(minute_of_day(text), Ok(minute));
			assert_eq!(format_minute(minute), text);
		}
		for text in ["24:01", "8:30", "08:60", "noon", "08:3", "-1:00", ""] {
			assert!(minute_of_day(text).unwrap_err().contains("time of the day"));
		}
	}

	#[test]
	fn days_are_bits_from_monday_on() {
		assert_eq!(Day::bits(&[Day::Mon, Day::Sun]), 65);
		assert_eq!(Day::from_bits(65), [Day::Mon, Day::Sun]);
		assert_eq!(Day::bits(&Day::ALL), 127);
		assert_eq!(Day::from_bits(127), Day::ALL);
	}

	#[test]
	fn topics_read_what_they_write() {
		for text in [
			"kyc",
			"aml",
			"sanctions-clear",
			"accredited",
			"professional",
			"tax-residence",
			"custom:7",
		] {
			assert_eq!(text.parse::<Topic>().unwrap().to_string(), text);
		}
		assert!("custom:x".parse::<Topic>().is_err());
	}
}

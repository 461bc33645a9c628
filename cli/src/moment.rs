//! Points in time: RFC 3339 for people, milliseconds since the Unix epoch on the chain.

use crate::errors::{Failure, Outcome};
use std::time::{SystemTime, UNIX_EPOCH};
use time::{
	format_description::well_known::Rfc3339, macros::format_description, Date, OffsetDateTime,
};

/// Reads `2027-01-31T12:00:00Z`, `2027-01-31` (the end of that day, UTC), or a span from now such
/// as `+30d`, `+12h`, `+15m`, `+90s`.
pub fn parse(text: &str, now_ms: u64) -> Outcome<u64> {
	let fail = || {
		Failure::input(format!("`{text}` is not a point in time")).next(
			"write 2027-01-31T12:00:00Z, 2027-01-31, or a span from now such as +30d, +12h, +90s",
		)
	};
	if let Some(span) = text.strip_prefix('+') {
		return now_ms.checked_add(parse_span(span)?).ok_or_else(fail);
	}
	let day = format_description!("[year]-[month]-[day]");
	let moment = match Date::parse(text, &day) {
		Ok(date) => date.with_hms(23, 59, 59).map_err(|_| fail())?.assume_utc(),
		Err(_) => OffsetDateTime::parse(text, &Rfc3339).map_err(|_| fail())?,
	};
	u64::try_from(moment.unix_timestamp_nanos() / 1_000_000).map_err(|_| fail())
}

/// Reads `30d`, `12h`, `15m`, `90s` or `500ms` into milliseconds.
pub fn parse_span(text: &str) -> Outcome<u64> {
	let fail = || {
		Failure::input(format!("`{text}` is not a span of time"))
			.next("write a whole number and a unit: 30d, 12h, 15m, 90s or 500ms")
	};
	let digits = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(fail)?;
	let (number, unit) = text.split_at(digits);
	let scale: u64 = match unit {
		"ms" => 1,
		"s" => 1_000,
		"m" => 60_000,
		"h" => 3_600_000,
		"d" => 86_400_000,
		_ => return Err(fail()),
	};
	number
		.parse::<u64>()
		.ok()
		.and_then(|n| n.checked_mul(scale))
		.ok_or_else(fail)
}

/// Writes milliseconds as RFC 3339 in UTC; `u64::MAX` and other dates past year 9999 as `never`.
pub fn format(ms: u64) -> String {
	i64::try_from(ms / 1_000)
		.ok()
		.and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok())
		.and_then(|moment| moment.format(&Rfc3339).ok())
		.unwrap_or_else(|| "never".into())
}

/// Writes milliseconds so that [`parse`] reads the same again: RFC 3339 in UTC with their fraction.
pub fn format_exact(ms: u64) -> String {
	let nanos = i128::from(ms) * 1_000_000;
	OffsetDateTime::from_unix_timestamp_nanos(nanos)
		.ok()
		.and_then(|moment| moment.format(&Rfc3339).ok())
		.unwrap_or_else(|| "9999-12-31T23:59:59Z".into())
}

/// Writes a span in the largest unit that divides it.
pub fn format_span(ms: u64) -> String {
	for (unit, scale) in [
		("d", 86_400_000),
		("h", 3_600_000),
		("m", 60_000),
		("s", 1_000),
	] {
		if ms >= scale && ms.is_multiple_of(scale) {
			return format!("{}{unit}", ms / scale);
		}
	}
	format!("{ms}ms")
}

/// Writes what is left of a time in days, hours, minutes and seconds, rounded down.
pub fn countdown(ms: u64) -> String {
	let seconds = ms / 1_000;
	let (days, rest) = (seconds / 86_400, seconds % 86_400);
	let clock = format!("{:02}:{:02}:{:02}", rest / 3_600, rest / 60 % 60, rest % 60);
	match days {
		0 => clock,
		days => format!("{days}d {clock}"),
	}
}

/// This machine's clock. What is too old is judged by it, so that one before 1970 is an error.
pub fn local_now() -> Outcome<u64> {
	since_epoch(SystemTime::now())
}

fn since_epoch(time: SystemTime) -> Outcome<u64> {
	let elapsed = time.duration_since(UNIX_EPOCH).map_err(|_| {
		Failure::input("this machine's clock is set before 1970").next("set the clock")
	})?;
	Ok(u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::time::Duration;

	#[test]
	fn works_for_dates_times_and_spans() {
		assert_eq!(parse("1970-01-02", 0), Ok(2 * 86_400_000 - 1_000));
		assert_eq!(parse("1970-01-01T00:00:01Z", 0), Ok(1_000));
		assert_eq!(parse("1970-01-01T01:00:00+01:00", 0), Ok(0));
		assert_eq!(parse("+2d", 5), Ok(172_800_005));
		assert_eq!(parse("+500ms", 0), Ok(500));
	}

	#[test]
	fn fails_when_it_is_no_time() {
		for text in [
			"tomorrow",
			"2027-13-01",
			"+d",
			"+5y",
			"1969-01-01",
			"+99999999999999999d",
			"",
		] {
			let failure = parse(text, 0).unwrap_err();
			assert_eq!(failure.exit_code(), 2, "{text}");
			assert!(failure.next.is_some());
		}
	}

	#[test]
	fn fails_when_the_clock_is_before_1970() {
		assert_eq!(since_epoch(UNIX_EPOCH), Ok(0));
		let before = UNIX_EPOCH - Duration::from_millis(1);
		assert_eq!(since_epoch(before).unwrap_err().exit_code(), 2);
		assert!(local_now().unwrap() > 0);
	}

	#[test]
	fn exact_times_are_read_again() {
		for ms in [0, 1_500, 86_400_001, 1_900_000_000_000] {
			assert_eq!(parse(&format_exact(ms), 0), Ok(ms));
		}
	}

	#[test]
	fn format_is_readable() {
		assert_eq!(format(0), "1970-01-01T00:00:00Z");
		assert_eq!(format(u64::MAX), "never");
		assert_eq!(format_span(172_800_000), "2d");
		assert_eq!(format_span(90_000), "90s");
		assert_eq!(format_span(1_500), "1500ms");
		assert_eq!(countdown(999), "00:00:00");
		assert_eq!(countdown(86_399_999), "23:59:59");
		assert_eq!(countdown(2 * 86_400_000 + 3_661_000), "2d 01:01:01");
	}
}

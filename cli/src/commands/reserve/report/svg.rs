//! Plots of daily figures as SVG: axes, ticks and step lines. A day without a record leaves a hole.

use super::html::escape;
use crate::{amounts, moment};
use std::fmt::Write;

/// A day, in ms.
pub const DAY: u64 = 86_400_000;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 270.0;
const LEFT: f64 = 118.0;
const RIGHT: f64 = 36.0;
const TOP: f64 = 34.0;
const BOTTOM: f64 = 30.0;
/// Ticks that an axis has at most, the last day's label not counted.
const TICKS: u128 = 5;
/// Days between two labels.
const DAY_STEPS: [u32; 9] = [1, 2, 7, 14, 30, 60, 90, 180, 365];
/// What a line's key and name take up.
const KEY_WIDTH: f64 = 140.0;
/// Letters of a line's name that fit beside its key.
const KEY_LETTERS: usize = 18;
/// Lines that can be told apart by their dashes.
pub const MAX_LINES: usize = 4;

/// A figure by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
	/// What it is.
	pub name: String,
	/// Days since the Unix epoch, rising, and what was on record there, in smallest units.
	pub points: Vec<(u32, u128)>,
}

/// Lines over one span of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
	/// Unique on its page.
	pub id: String,
	/// What it shows.
	pub title: String,
	/// What the figures count.
	pub unit: String,
	/// Decimal places of the figures.
	pub decimals: u32,
	/// A figure that is always shown with a line of its own; without one the axis starts at zero.
	pub level: Option<u128>,
	/// At most [`MAX_LINES`].
	pub lines: Vec<Line>,
}

/// What of the figures is shown, between two ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Axis {
	low: u128,
	high: u128,
	step: u128,
}

impl Axis {
	/// An axis that shows both figures.
	fn over(low: u128, high: u128) -> Self {
		let step = step(high.saturating_sub(low));
		let low = low - low % step;
		let over = high % step;
		let mut high = match over {
			0 => high,
			over => high.saturating_add(step - over),
		};
		if high == low {
			high = low.saturating_add(step);
		}
		Self { low, high, step }
	}

	fn ticks(self) -> impl Iterator<Item = u128> {
		(0..=TICKS + 1)
			.filter_map(move |index| self.low.checked_add(self.step.checked_mul(index)?))
			.take_while(move |tick| *tick <= self.high)
	}

	/// Where a figure stands between the ends, from 0 to 1.
	fn place(self, value: u128) -> f64 {
		let span = (self.high - self.low).max(1) as f64;
		value.saturating_sub(self.low) as f64 / span
	}
}

/// What is plotted, on the paper.
struct Field {
	axis: Axis,
	first: u32,
	last: u32,
}

impl Field {
	fn x(&self, day: u32) -> f64 {
		let days = f64::from(self.last - self.first) + 1.0;
		LEFT + f64::from(day - self.first) / days * (WIDTH - LEFT - RIGHT)
	}

	fn y(&self, value: u128) -> f64 {
		TOP + (1.0 - self.axis.place(value)) * (HEIGHT - TOP - BOTTOM)
	}

	fn draw_axes(&self, decimals: u32, svg: &mut String) {
		for tick in self.axis.ticks() {
			let at = self.y(tick);
			let _ = writeln!(
				svg,
				"<path class=\"grid\" d=\"M{LEFT:.1} {at:.1}H{:.1}\"/>\
				 <text class=\"y\" x=\"{:.1}\" y=\"{:.1}\">{}</text>",
				WIDTH - RIGHT,
				LEFT - 6.0,
				at + 4.0,
				grouped(tick, decimals),
			);
		}
		for day in label_days(self.first, self.last) {
			let at = self.x(day);
			let _ = writeln!(
				svg,
				"<path class=\"axis\" d=\"M{at:.1} {:.1}v4\"/>\
				 <text class=\"x\" x=\"{at:.1}\" y=\"{:.1}\">{}</text>",
				HEIGHT - BOTTOM,
				HEIGHT - BOTTOM + 16.0,
				date(day),
			);
		}
		let _ = writeln!(
			svg,
			"<path class=\"axis\" d=\"M{LEFT:.1} {TOP:.1}V{:.1}H{:.1}\"/>",
			HEIGHT - BOTTOM,
			WIDTH - RIGHT
		);
	}
}

/// The smallest of 1, 2 and 5 times a power of ten that divides a span into few enough parts.
fn step(span: u128) -> u128 {
	let mut power = 1u128;
	loop {
		for factor in [1, 2, 5] {
			let Some(step) = power.checked_mul(factor) else {
				return span.max(1);
			};
			if step.saturating_mul(TICKS) >= span {
				return step;
			}
		}
		match power.checked_mul(10) {
			Some(next) => power = next,
			None => return span.max(1),
		}
	}
}

/// A day as a date.
pub fn date(day: u32) -> String {
	let whole = moment::format(u64::from(day) * DAY);
	whole.split('T').next().unwrap_or_default().to_string()
}

/// A figure with its thousands apart.
pub fn grouped(value: u128, decimals: u32) -> String {
	let text = amounts::format(value, decimals);
	let (whole, fraction) = match text.split_once('.') {
		Some((whole, fraction)) => (whole, Some(fraction)),
		None => (text.as_str(), None),
	};
	let mut out = String::new();
	for (index, digit) in whole.chars().enumerate() {
		if index > 0 && (whole.len() - index).is_multiple_of(3) {
			// A narrow space that no line breaks at.
			out.push('\u{202f}');
		}
		out.push(digit);
	}
	match fraction {
		Some(fraction) => format!("{out}.{fraction}"),
		None => out,
	}
}

impl Plot {
	/// The plot; nothing when there is no figure to show.
	pub fn draw(&self) -> Option<String> {
		let points = || self.lines.iter().flat_map(|line| &line.points);
		let first = points().map(|(day, _)| *day).min()?;
		let last = points().map(|(day, _)| *day).max()?;
		let values = points().map(|(_, value)| *value).chain(self.level);
		let low = match self.level {
			Some(_) => values.clone().min()?,
			None => 0,
		};
		let field = Field {
			axis: Axis::over(low, values.max()?),
			first,
			last,
		};
		let mut svg = format!(
			"<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\
			 <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>\n",
			escape(&self.title),
			escape(&self.describe()),
			id = escape(&self.id),
		);
		field.draw_axes(self.decimals, &mut svg);
		if let Some(level) = self.level {
			let _ = writeln!(
				svg,
				"<path class=\"level\" d=\"M{LEFT:.1} {:.1}H{:.1}\"/>",
				field.y(level),
				WIDTH - RIGHT
			);
		}
		for (index, line) in self.lines.iter().enumerate() {
			let class = index % MAX_LINES + 1;
			let key = LEFT + index as f64 * KEY_WIDTH;
			let _ = writeln!(
				svg,
				"<path class=\"line l{class}\" d=\"{}\"/>\
				 <path class=\"line l{class}\" d=\"M{key:.1} 14h26\"/>\
				 <text class=\"key\" x=\"{:.1}\" y=\"18\">{}</text>",
				steps(&line.points, |day| field.x(day), |value| field.y(value)),
				key + 32.0,
				escape(&short(&line.name)),
			);
		}
		svg.push_str("</svg>");
		Some(svg)
	}

	/// The plot in words.
	fn describe(&self) -> String {
		let figure = |value| format!("{} {}", grouped(value, self.decimals), self.unit);
		let lines = self.lines.iter().filter_map(|line| {
			let (first, last) = (line.points.first()?, line.points.last()?);
			let values = || line.points.iter().map(|(_, value)| *value);
			Some(format!(
				"{}: from {} on {} to {} on {}; lowest {}, highest {}.",
				line.name,
				figure(first.1),
				date(first.0),
				figure(last.1),
				date(last.0),
				figure(values().min()?),
				figure(values().max()?),
			))
		});
		lines.collect::<Vec<_>>().join(" ")
	}
}

fn short(name: &str) -> String {
	match name.chars().count() {
		0..=KEY_LETTERS => name.to_string(),
		_ => name.chars().take(KEY_LETTERS - 1).chain(['…']).collect(),
	}
}

/// Days that have a label.
fn label_days(first: u32, last: u32) -> impl Iterator<Item = u32> {
	let days = last - first + 1;
	let step = DAY_STEPS
		.into_iter()
		.find(|step| days.div_ceil(*step) <= 7)
		.unwrap_or(days.div_ceil(7));
	(first..=last).step_by(step as usize)
}

/// A path that holds each figure for its day, and breaks where a day has none.
fn steps(points: &[(u32, u128)], x: impl Fn(u32) -> f64, y: impl Fn(u128) -> f64) -> String {
	let mut path = String::new();
	let mut former = None;
	for (day, value) in points {
		let (from, to, at) = (x(*day), x(*day + 1), y(*value));
		let _ = match former {
			Some(former) if former + 1 == *day => write!(path, "V{at:.1}H{to:.1}"),
			_ => write!(path, "M{from:.1} {at:.1}H{to:.1}"),
		};
		former = Some(*day);
	}
	path
}

#[cfg(test)]
mod tests {
	use super::*;

	fn plot(points: &[(u32, u128)]) -> Plot {
		Plot {
			id: "p".into(),
			title: "Supply".into(),
			unit: "HBG".into(),
			decimals: 2,
			level: None,
			lines: vec![Line {
				name: "supply".into(),
				points: points.to_vec(),
			}],
		}
	}

	#[test]
	fn axes_end_on_round_ticks() {
		for (low, high, ends, ticks) in [
			(0, 100, (0, 100), 6),
			(0, 101, (0, 150), 4),
			(0, 1, (0, 1), 2),
			(0, 0, (0, 1), 2),
			(9_900, 10_250, (9_900, 10_300), 5),
			(10_000, 10_000, (10_000, 10_001), 2),
			(0, 5_211_343_215_385, (0, 6_000_000_000_000), 4),
		] {
			let axis = Axis::over(low, high);
			assert_eq!((axis.low, axis.high), ends, "{low} to {high}");
			assert_eq!(axis.ticks().count(), ticks, "{low} to {high}");
			assert_eq!(axis.ticks().last(), Some(axis.high));
		}
		let axis = Axis::over(0, u128::MAX);
		assert!(axis.ticks().count() >= 2);
		assert_eq!(axis.place(u128::MAX), 1.0);
		assert_eq!(Axis::over(10, 20).place(15), 0.5);
	}

	#[test]
	fn lines_step_and_break_where_a_day_is_missing() {
		let points = [(10, 1), (11, 3), (13, 2)];
		let path = steps(&points, f64::from, |value| value as f64);
		assert_eq!(path, "M10.0 1.0H11.0V3.0H12.0M13.0 2.0H14.0");
		assert_eq!(steps(&[], |_| 0.0, |_| 0.0), "");
	}

	#[test]
	fn nothing_is_drawn_without_a_figure() {
		assert_eq!(plot(&[]).draw(), None);
		let mut none = plot(&[(1, 1)]);
		none.lines.clear();
		assert_eq!(none.draw(), None);
	}

	#[test]
	fn works_for_one_day_and_for_all_of_them() {
		let svg = plot(&[(20_000, 150)]).draw().unwrap();
		assert!(svg.contains("2024-10-04"), "{svg}");
		assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
		let days: Vec<_> = (0..400).map(|day| (20_000 + day, u128::MAX)).collect();
		let svg = plot(&days).draw().unwrap();
		assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
		assert_eq!(svg.matches("class=\"x\"").count(), 7);
	}

	#[test]
	fn plots_have_title_description_and_key() {
		let svg = plot(&[(20_000, 100), (20_001, 250), (20_002, 50)])
			.draw()
			.unwrap();
		assert!(svg.contains("<title id=\"p-t\">Supply</title>"));
		assert!(svg.contains(
			"supply: from 1 HBG on 2024-10-04 to 0.5 HBG on 2024-10-06; lowest 0.5 HBG, highest \
			 2.5 HBG."
		));
		assert!(svg.contains(">supply</text>"));
		assert_eq!(short(&"x".repeat(18)), "x".repeat(18));
		assert_eq!(short(&"x".repeat(19)), format!("{}…", "x".repeat(17)));
	}

	#[test]
	fn names_cannot_leave_the_plot() {
		let mut hostile = plot(&[(1, 1)]);
		hostile.title = "</title><script>".into();
		hostile.unit = "</desc>".into();
		hostile.lines[0].name = "\"><b>".into();
		let svg = hostile.draw().unwrap();
		assert!(!svg.contains("<script") && !svg.contains("<b>"));
		assert_eq!(svg.matches("</desc>").count(), 1);
	}

	#[test]
	fn a_level_is_shown_whatever_the_figures_are() {
		let mut coverage = plot(&[(1, 10_200), (2, 10_100)]);
		coverage.level = Some(10_000);
		let svg = coverage.draw().unwrap();
		assert!(svg.contains("class=\"level\""));
		assert!(
			svg.contains(">100</text>") && svg.contains(">102</text>"),
			"{svg}"
		);
	}

	#[test]
	fn figures_are_grouped() {
		assert_eq!(grouped(123, 0), "123");
		assert_eq!(grouped(1_234_567, 0), "1\u{202f}234\u{202f}567");
		assert_eq!(grouped(1_234_500, 3), "1\u{202f}234.5");
		assert_eq!(grouped(0, 6), "0");
	}
}

//! Medians, spreads and slopes of what was measured in turn.

use std::fmt;

/// A figure with its quartiles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
	/// What is held against the bar.
	pub figure: f64,
	/// A quarter of the rounds lies below.
	pub low: f64,
	/// A quarter of the rounds lies above.
	pub high: f64,
}

/// The median, with the quartiles.
pub fn median(values: &[f64]) -> Option<Spread> {
	let mut sorted = values.to_vec();
	sorted.sort_by(f64::total_cmp);
	let last = sorted.len().checked_sub(1)?;
	let at = |quarters: usize| sorted.get(last * quarters / 4).copied();
	Some(Spread {
		figure: at(2)?,
		low: at(1)?,
		high: at(3)?,
	})
}

/// The ratio of two medians, with the quartiles of the ratios round by round.
pub fn ratio(over: &[f64], under: &[f64]) -> Option<Spread> {
	let rounds: Vec<f64> = over
		.iter()
		.zip(under)
		.map(|(over, under)| over / under)
		.collect();
	Some(Spread {
		figure: median(over)?.figure / median(under)?.figure,
		..median(&rounds)?
	})
}

/// By how much the medians rise with what they belong to, by least squares, with the quartiles of
/// the rises round by round.
pub fn slope(series: &[(f64, &[f64])]) -> Option<Spread> {
	let medians = series
		.iter()
		.map(|(x, values)| Some((*x, median(values)?.figure)))
		.collect::<Option<Vec<_>>>()?;
	let count = series.iter().map(|(_, values)| values.len()).min()?;
	let rounds: Vec<f64> = (0..count)
		.filter_map(|round| {
			let points = series
				.iter()
				.map(|(x, values)| Some((*x, *values.get(round)?)));
			rise(&points.collect::<Option<Vec<_>>>()?)
		})
		.collect();
	Some(Spread {
		figure: rise(&medians)?,
		..median(&rounds)?
	})
}

fn rise(points: &[(f64, f64)]) -> Option<f64> {
	let count = f64::from(u32::try_from(points.len()).ok()?);
	let mean = |values: &dyn Fn(&(f64, f64)) -> f64| points.iter().map(values).sum::<f64>() / count;
	let (mean_x, mean_y) = (mean(&|point| point.0), mean(&|point| point.1));
	let both = |(x, y): &(f64, f64)| (x - mean_x) * (y - mean_y);
	let width = points
		.iter()
		.map(|(x, _)| (x - mean_x).powi(2))
		.sum::<f64>();
	(width > 0.0).then(|| points.iter().map(both).sum::<f64>() / width)
}

/// `1.43 (1.40–1.47)`.
impl fmt::Display for Spread {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let Self { figure, low, high } = self;
		write!(f, "{figure:.2} ({low:.2}–{high:.2})")
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn works_with_medians_and_quartiles() {
		let spread = median(&[5.0, 1.0, 2.0, 4.0, 3.0]).expect("there are five");
		assert_eq!((spread.figure, spread.low, spread.high), (3.0, 2.0, 4.0));
		assert_eq!(spread.to_string(), "3.00 (2.00–4.00)");
		assert_eq!(median(&[]), None);
	}

	#[test]
	fn works_with_ratios_of_medians() {
		// A round that something else slowed down slows both.
		let spread = ratio(&[3.0, 30.0, 3.3], &[2.0, 20.0, 2.2]).expect("there are three");
		assert!((spread.figure - 1.5).abs() < 1e-9);
		assert!((spread.low - 1.5).abs() < 1e-9 && (spread.high - 1.5).abs() < 1e-9);
		assert_eq!(ratio(&[], &[1.0]), None);
	}

	#[test]
	fn works_with_slopes() {
		let (at_0, at_8, at_16) = ([10.0, 20.0], [14.0, 24.0], [18.0, 28.0]);
		let series = [(0.0, &at_0[..]), (8.0, &at_8[..]), (16.0, &at_16[..])];
		let spread = slope(&series).expect("there are three points");
		assert!((spread.figure - 0.5).abs() < 1e-9);
		assert_eq!(slope(&series[..1]), None);
	}
}

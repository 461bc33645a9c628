//! Plain tables on standard output.

/// Lines of `rows` under `head`, each column as wide as its widest cell.
pub fn table<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
	let mut widths = head.map(|cell| cell.chars().count());
	for row in rows {
		for (width, cell) in widths.iter_mut().zip(row) {
			*width = (*width).max(cell.chars().count());
		}
	}
	let line = |cells: [&str; N]| {
		let padded = cells
			.iter()
			.zip(widths)
			.map(|(cell, width)| format!("{cell:<width$}"));
		format!("  {}\n", padded.collect::<Vec<_>>().join("  ").trim_end())
	};
	let rule: [String; N] = widths.map(|width| "─".repeat(width));
	let mut text = line(head);
	text.push_str(&line(std::array::from_fn(|column| rule[column].as_str())));
	for row in rows {
		text.push_str(&line(std::array::from_fn(|column| row[column].as_str())));
	}
	text
}

/// A duration as people say it: `0.8 s`, `12 s`, `3 min 05 s`.
pub fn duration(duration: std::time::Duration) -> String {
	let seconds = duration.as_secs();
	match seconds {
		0..10 => format!("{:.1} s", duration.as_secs_f64()),
		10..60 => format!("{seconds} s"),
		_ => format!("{} min {:02} s", seconds / 60, seconds % 60),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::time::Duration;

	#[test]
	fn works_with_columns_as_wide_as_needed() {
		let rows = [
			["alice".to_string(), "1".to_string()],
			["b".to_string(), "22".to_string()],
		];
		assert_eq!(
			table(["node", "n"], &rows),
			"  node   n\n  ─────  ──\n  alice  1\n  b      22\n"
		);
	}

	#[test]
	fn works_with_durations_of_every_length() {
		assert_eq!(duration(Duration::from_millis(840)), "0.8 s");
		assert_eq!(duration(Duration::from_secs(12)), "12 s");
		assert_eq!(duration(Duration::from_secs(185)), "3 min 05 s");
	}
}

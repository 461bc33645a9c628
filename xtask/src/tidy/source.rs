//! Files stay small enough to read, and nothing unfinished is handed in.

use super::{read, Problems, SourceFile};
use crate::Result;

/// A longer file is two files.
const MAX_LINES: usize = 600;

/// Words that say "later". Written in two halves, or this file would find itself.
const UNFINISHED: [&str; 5] = [
	concat!("TO", "DO"),
	concat!("FIX", "ME"),
	concat!("todo", "!("),
	concat!("unimplemented", "!("),
	concat!("#[", "ignore"),
];

/// Where they are looked for.
const CHECKED: [&str; 6] = ["rs", "toml", "md", "mjs", "sh", "yml"];

/// Check every file.
pub fn check(files: &[SourceFile]) -> Result<Problems> {
	let mut problems = vec![];
	for file in files.iter().filter(|file| file.has_extension(&CHECKED)) {
		let text = read(&file.path)?;
		let lines = text.lines().count();
		if file.has_extension(&["rs"]) && lines > MAX_LINES && !is_generated(file) {
			problems.push(format!(
				"{}: has {lines} lines, over {MAX_LINES}",
				file.name
			));
		}
		for (index, line) in text.lines().enumerate() {
			if let Some(word) = UNFINISHED.iter().find(|word| line.contains(**word)) {
				problems.push(format!("{}:{}: says {word}", file.name, index + 1));
			}
		}
	}
	Ok(problems)
}

/// Weights are written by the benchmarks.
fn is_generated(file: &SourceFile) -> bool {
	file.name.ends_with("/weights.rs") || file.name.contains("/weights/")
}

#[cfg(test)]
mod tests {
	use super::{
		super::{files, tests::tree},
		*,
	};

	fn problems(tree_of: &[(&str, &str)]) -> Problems {
		let root = tree(tree_of);
		check(&files(root.path()).expect("it can be read")).expect("it can be read")
	}

	#[test]
	fn works_up_to_the_limit_and_for_weights_beyond_it() {
		let (short, long) = ("\n".repeat(MAX_LINES), "\n".repeat(MAX_LINES + 1));
		assert_eq!(
			problems(&[
				("a/src/lib.rs", &short),
				("a/src/weights.rs", &long),
				("runtime/src/weights/a.rs", &long),
				("docs/long.md", &long),
			]),
			Problems::new()
		);
	}

	#[test]
	fn fails_one_line_over_the_limit() {
		assert_eq!(
			problems(&[("a/src/lib.rs", &"\n".repeat(MAX_LINES + 1))]),
			["a/src/lib.rs: has 601 lines, over 600".to_string()]
		);
	}

	#[test]
	fn fails_when_something_is_unfinished() {
		for word in UNFINISHED {
			let text = format!("fine\nnot fine: {word}\n");
			let found = problems(&[("a/src/lib.rs", &text), ("b.txt", &text)]);
			assert_eq!(found, [format!("a/src/lib.rs:2: says {word}")]);
		}
	}
}

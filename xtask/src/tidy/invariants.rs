//! Every invariant stands three times: in the pallet's documentation, in its `try_state` check, and
//! in a test that corrupts storage and sees the check fail.

use super::{files, read, Problems};
use crate::Result;
use std::{collections::BTreeSet, path::Path};

/// Check every pallet below `root`.
pub fn check(root: &Path) -> Result<Problems> {
	let mut problems = vec![];
	for package in crate::workspace::packages(root)? {
		let Some(pallet) = package.folder.strip_prefix("pallets/") else {
			continue;
		};
		let folder = root.join(&package.folder).join("src");
		let stated = names(&crate_docs(&folder)?);
		let checked = all_names(&folder, "try_state")?;
		let tested = all_names(&folder, "tests")?;
		if stated.is_empty() {
			problems.push(format!("{pallet}: states no invariant"));
		}
		for name in stated.difference(&checked) {
			problems.push(format!("{pallet}: {name} is not checked in try_state"));
		}
		for name in stated.difference(&tested) {
			problems.push(format!("{pallet}: no test breaks {name}"));
		}
		for name in checked.difference(&stated) {
			problems.push(format!("{pallet}: {name} is checked but not documented"));
		}
	}
	Ok(problems)
}

/// What documents the crate itself: lines in `lib.rs`, and the file that it includes as such.
fn crate_docs(folder: &Path) -> Result<String> {
	let mut docs = String::new();
	for line in read(&folder.join("lib.rs"))?.lines().map(str::trim_start) {
		if line.starts_with("//!") {
			docs.push_str(line);
			docs.push('\n');
		} else if let Some(rest) = line.strip_prefix("#![doc = include_str!(\"") {
			let (file, _) = rest.split_once('"').unwrap_or((rest, ""));
			docs.push_str(&read(&folder.join(file))?);
		}
	}
	Ok(docs)
}

/// The invariants named in `NAME.rs` and in the folder `NAME`.
fn all_names(folder: &Path, name: &str) -> Result<BTreeSet<String>> {
	let mut found = BTreeSet::new();
	let file = folder.join(name).with_extension("rs");
	if file.exists() {
		found.extend(names(&read(&file)?));
	}
	let folder = folder.join(name);
	if folder.exists() {
		for file in files(&folder)? {
			found.extend(names(&read(&file.path)?));
		}
	}
	Ok(found)
}

/// Everything in `text` that looks like `INV-ATT-1`.
fn names(text: &str) -> BTreeSet<String> {
	let is_part = |character: char| character.is_ascii_alphanumeric() || character == '-';
	text.split(|character| !is_part(character))
		.map(|word| word.trim_matches('-'))
		.filter(|word| is_name(word))
		.map(str::to_string)
		.collect()
}

fn is_name(word: &str) -> bool {
	let parts: Vec<&str> = word.split('-').collect();
	match parts.as_slice() {
		["INV", pallet, number] => {
			!pallet.is_empty()
				&& pallet
					.chars()
					.all(|character| character.is_ascii_uppercase())
				&& number.parse::<u32>().is_ok()
		},
		_ => false,
	}
}

#[cfg(test)]
mod tests {
	use super::{super::tests::tree, *};

	const MANIFEST: (&str, &str) = ("pallets/a/Cargo.toml", "[package]\nname = \"pallet-a\"\n");

	fn problems(files: &[(&str, &str)]) -> Problems {
		check(tree(&[&[MANIFEST], files].concat()).path()).expect("it can be read")
	}

	#[test]
	fn works_when_each_stands_three_times() {
		assert_eq!(
			problems(&[
				(
					"pallets/a/src/lib.rs",
					"//! - **INV-AAA-1**: equal.\n//! - `INV-AAA-12`."
				),
				(
					"pallets/a/src/try_state.rs",
					"ensure!(x, \"INV-AAA-1: …\"); // INV-AAA-12"
				),
				(
					"pallets/a/src/tests/invariants.rs",
					"(\"INV-AAA-1\", \"INV-AAA-12\")"
				),
			]),
			Problems::new()
		);
	}

	#[test]
	fn works_with_documentation_in_a_file_of_its_own() {
		assert_eq!(
			problems(&[
				("pallets/a/README.md", "- INV-AAA-1: equal."),
				(
					"pallets/a/src/lib.rs",
					"#![doc = include_str!(\"../README.md\")]\n"
				),
				("pallets/a/src/try_state.rs", "INV-AAA-1"),
				("pallets/a/src/tests/invariants.rs", "INV-AAA-1"),
			]),
			Problems::new()
		);
	}

	#[test]
	fn fails_when_one_is_missing_somewhere() {
		assert_eq!(
			problems(&[
				(
					"pallets/a/src/lib.rs",
					"//! INV-AAA-1 and INV-AAA-2\nconst X: &str = \"INV-A-9\";"
				),
				("pallets/a/src/try_state.rs", "INV-AAA-1, INV-AAA-3"),
				("pallets/a/src/tests/invariants.rs", "INV-AAA-2"),
			]),
			[
				"a: INV-AAA-2 is not checked in try_state".to_string(),
				"a: no test breaks INV-AAA-1".to_string(),
				"a: INV-AAA-3 is checked but not documented".to_string(),
			]
		);
	}

	#[test]
	fn fails_when_a_pallet_states_none() {
		assert_eq!(
			problems(&[("pallets/a/src/lib.rs", "//! Nothing.")]),
			["a: states no invariant".to_string()]
		);
	}
}

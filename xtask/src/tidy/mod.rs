//! `cargo xtask tidy`: what the project promises about its own source, and no compiler checks.

mod arrows;
mod guides;
mod invariants;
mod source;

use crate::{workspace::Workspace, Result};
use std::{
	fs,
	path::{Path, PathBuf},
};

/// A place and what is wrong there.
type Problems = Vec<String>;

/// Check everything; every problem is printed.
pub fn run(workspace: &Workspace) -> Result<()> {
	let problems = problems(&workspace.root)?;
	for problem in &problems {
		println!("  {problem}");
	}
	match problems.len() {
		0 => {
			println!("Imports, licences, sizes, invariants and guides are in order");
			Ok(())
		},
		1 => Err("tidy found a problem".to_string()),
		count => Err(format!("tidy found {count} problems")),
	}
}

fn problems(root: &Path) -> Result<Problems> {
	let files = files(root)?;
	let mut problems = arrows::check(root)?;
	problems.extend(source::check(&files)?);
	problems.extend(invariants::check(root)?);
	problems.extend(guides::check(&files)?);
	Ok(problems)
}

/// A file of the project.
struct SourceFile {
	/// From the root, as people write it: `pallets/custody/src/lib.rs`.
	name: String,
	path: PathBuf,
}

impl SourceFile {
	fn has_extension(&self, extensions: &[&str]) -> bool {
		let extension = self
			.path
			.extension()
			.and_then(|extension| extension.to_str());
		extension.is_some_and(|extension| extensions.contains(&extension))
	}
}

/// Folders that hold what tools wrote.
const NOT_OURS: [&str; 4] = ["target", "node_modules", "assay-localnet", ".git"];

/// All files of the project, by name.
fn files(root: &Path) -> Result<Vec<SourceFile>> {
	let mut files = vec![];
	let mut folders = vec![root.to_path_buf()];
	while let Some(folder) = folders.pop() {
		let entries = fs::read_dir(&folder)
			.map_err(|error| format!("cannot list {}: {error}", folder.display()))?;
		for entry in entries.filter_map(std::result::Result::ok) {
			let path = entry.path();
			let name = entry.file_name();
			// A link may lead anywhere, also in circles.
			let kind = entry
				.file_type()
				.map_err(|error| format!("{}: {error}", path.display()))?;
			if kind.is_dir() {
				if !NOT_OURS.iter().any(|other| name == *other) || is_source(&path) {
					folders.push(path);
				}
			} else if kind.is_file() {
				let name = path
					.strip_prefix(root)
					.unwrap_or(&path)
					.display()
					.to_string();
				files.push(SourceFile { name, path });
			}
		}
	}
	files.sort_by(|a, b| a.name.cmp(&b.name));
	Ok(files)
}

/// A module may have the name of a folder that tools write to.
fn is_source(path: &Path) -> bool {
	path.parent().is_some_and(|parent| parent.ends_with("src"))
}

fn read(path: &Path) -> Result<String> {
	fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
	use super::*;

	/// A project made of `files`: name and content.
	pub(super) fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
		let root = tempfile::tempdir().expect("there is a disk");
		for (name, content) in files {
			let path = root.path().join(name);
			let folder = path.parent().expect("a file is in a folder");
			fs::create_dir_all(folder).expect("the folder is ours");
			fs::write(path, content).expect("the folder is ours");
		}
		root
	}

	#[test]
	fn works_with_what_people_wrote_and_not_with_what_tools_wrote() {
		let root = tree(&[
			("a/src/lib.rs", ""),
			("target/debug/x.rs", ""),
			("xtask/clients/node_modules/y.mjs", ""),
			("xtask/src/localnet/mod.rs", ""),
		]);
		let names: Vec<String> = files(root.path())
			.expect("it can be read")
			.into_iter()
			.map(|file| file.name)
			.collect();
		assert_eq!(names, ["a/src/lib.rs", "xtask/src/localnet/mod.rs"]);
	}
}

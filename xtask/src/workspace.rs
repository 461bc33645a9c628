//! Where the project and what it builds are, and what its manifests say.

use crate::{process, Result};
use std::{
	fs,
	path::{Path, PathBuf},
	process::Command,
};
use toml::Table;

/// The folders of the project.
#[derive(Debug, Clone)]
pub struct Workspace {
	/// Where the root manifest is.
	pub root: PathBuf,
	/// Where cargo puts what it builds.
	pub target: PathBuf,
}

/// One of the project's crates.
#[derive(Debug, Clone)]
pub struct Package {
	/// Its name.
	pub name: String,
	/// Its folder, from the root: `pallets/custody`.
	pub folder: String,
	/// Its manifest.
	pub manifest: Table,
}

impl Workspace {
	/// Ask cargo.
	pub fn find() -> Result<Self> {
		let text = process::stdout(Command::new("cargo").args([
			"metadata",
			"--no-deps",
			"--format-version",
			"1",
		]))?;
		let metadata: serde_json::Value = serde_json::from_str(&text)
			.map_err(|error| format!("cargo metadata printed no JSON: {error}"))?;
		let folder = |key: &str| {
			metadata
				.get(key)
				.and_then(serde_json::Value::as_str)
				.map(PathBuf::from)
				.ok_or_else(|| format!("cargo metadata does not say {key}"))
		};
		Ok(Self {
			root: folder("workspace_root")?,
			target: folder("target_directory")?,
		})
	}

	/// What `cargo build --release` makes of the binary `name`.
	pub fn binary(&self, name: &str) -> PathBuf {
		self.target.join("release").join(name)
	}

	/// The toolchain that `rust-toolchain.toml` names.
	pub fn toolchain(&self) -> Result<String> {
		let manifest = read_toml(&self.root.join("rust-toolchain.toml"))?;
		manifest
			.get("toolchain")
			.and_then(|toolchain| toolchain.get("channel"))
			.and_then(toml::Value::as_str)
			.map(str::to_string)
			.ok_or_else(|| "rust-toolchain.toml names no channel".to_string())
	}

	/// All of the project's crates, by folder.
	pub fn packages(&self) -> Result<Vec<Package>> {
		packages(&self.root)
	}
}

/// All crates below `root`, by folder.
pub fn packages(root: &Path) -> Result<Vec<Package>> {
	let mut folders = vec![];
	for member in folders_of(root)? {
		match member.as_str() {
			"pallets" => folders.extend(
				folders_of(&root.join("pallets"))?
					.iter()
					.map(|p| format!("pallets/{p}")),
			),
			_ => folders.push(member),
		}
	}
	let mut packages = vec![];
	for folder in folders {
		let path = root.join(&folder).join("Cargo.toml");
		if !path.exists() {
			continue;
		}
		let manifest = read_toml(&path)?;
		let name = manifest
			.get("package")
			.and_then(|package| package.get("name"))
			.and_then(toml::Value::as_str)
			.ok_or_else(|| format!("{} names no package", path.display()))?
			.to_string();
		packages.push(Package {
			name,
			folder,
			manifest,
		});
	}
	Ok(packages)
}

fn folders_of(path: &Path) -> Result<Vec<String>> {
	let entries =
		fs::read_dir(path).map_err(|error| format!("cannot list {}: {error}", path.display()))?;
	let mut names: Vec<String> = entries
		.filter_map(std::result::Result::ok)
		.filter(|entry| entry.path().is_dir())
		.filter_map(|entry| entry.file_name().into_string().ok())
		.filter(|name| !name.starts_with('.'))
		.collect();
	names.sort();
	Ok(names)
}

/// Read a TOML file.
pub fn read_toml(path: &Path) -> Result<Table> {
	let text = fs::read_to_string(path)
		.map_err(|error| format!("cannot read {}: {error}", path.display()))?;
	text.parse()
		.map_err(|error| format!("{} is not TOML: {error}", path.display()))
}
